package httpapi

import (
	"fmt"
	"net/http"
	"runtime/debug"
	"time"

	"go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp"
	"go.opentelemetry.io/otel/trace"
)

// stamped says on every answer which release gave it. While draining it also asks callers to connect elsewhere, so that
// no kept-alive connection is cut when the server closes.
func (a *API) stamped(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Checkout-Version", a.Build.Version)
		if a.Draining() {
			w.Header().Set("Connection", "close")
		}
		next.ServeHTTP(w, r)
	})
}

// observed traces, counts and times requests by route.
func (a *API) observed(routes http.Handler) http.Handler {
	counted := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		recorder := &statusRecorder{ResponseWriter: w, status: http.StatusOK}
		a.recovered(routes).ServeHTTP(recorder, r)
		took := time.Since(start)
		route := routeOf(r.Pattern)
		trace.SpanFromContext(r.Context()).SetName(r.Method + " " + route)
		a.Metrics.ObserveRequest(r.Method, route, recorder.status, took)
		a.Log.DebugContext(r.Context(), "request", "method", r.Method, "route", route, "code", recorder.status,
			"duration_ms", took.Milliseconds())
	})
	return otelhttp.NewHandler(counted, "http")
}

// recovered turns a panic into a 500 that is counted, instead of a connection that just ends.
func (a *API) recovered(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if cause := recover(); cause != nil {
				a.refuse(w, r, fmt.Errorf("panic: %v\n%s", cause, debug.Stack()))
			}
		}()
		next.ServeHTTP(w, r)
	})
}

// routeOf turns the mux's pattern ("POST /checkout") into a route; a path nobody registered is "unmatched".
func routeOf(pattern string) string {
	for i, c := range pattern {
		if c == '/' {
			return pattern[i:]
		}
	}
	return "unmatched"
}

type statusRecorder struct {
	http.ResponseWriter
	status int
}

// WriteHeader implements http.ResponseWriter.
func (r *statusRecorder) WriteHeader(status int) {
	r.status = status
	r.ResponseWriter.WriteHeader(status)
}

// Unwrap lets http.ResponseController reach the original.
func (r *statusRecorder) Unwrap() http.ResponseWriter { return r.ResponseWriter }
