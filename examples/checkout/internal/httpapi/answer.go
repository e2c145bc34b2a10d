package httpapi

import (
	"encoding/json"
	"net/http"

	"go.opentelemetry.io/otel/trace"
)

// problem is an RFC 9457 problem document.
type problem struct {
	Title   string `json:"title"`
	Status  int    `json:"status"`
	Detail  string `json:"detail"`
	TraceID string `json:"traceId,omitempty"`
}

func (a *API) problem(w http.ResponseWriter, r *http.Request, status int, title, detail string) {
	document := problem{Title: title, Status: status, Detail: detail}
	if span := trace.SpanContextFromContext(r.Context()); span.HasTraceID() {
		document.TraceID = span.TraceID().String()
	}
	w.Header().Set("Content-Type", "application/problem+json")
	a.write(w, r, status, document)
}

func (a *API) answer(w http.ResponseWriter, r *http.Request, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	a.write(w, r, status, body)
}

func (a *API) write(w http.ResponseWriter, r *http.Request, status int, body any) {
	w.WriteHeader(status)
	if err := json.NewEncoder(w).Encode(body); err != nil {
		a.Log.DebugContext(r.Context(), "caller left before the answer", "error", err.Error())
	}
}
