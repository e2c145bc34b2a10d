// Package metrics holds what Prometheus scrapes. Probes and the scrape itself are not counted as requests: they would
// dilute the error rate that a canary is judged by.
package metrics

import (
	"net/http"
	"strconv"
	"time"

	"example.com/checkout/internal/buildinfo"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promauto"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// Metrics is one process's registry and the instruments in it.
type Metrics struct {
	registry *prometheus.Registry
	requests *prometheus.CounterVec
	duration *prometheus.HistogramVec
	payments *prometheus.CounterVec
}

// New gives a registry with the Go runtime's and the process's own figures in it.
func New(build buildinfo.Info) *Metrics {
	registry := prometheus.NewRegistry()
	registry.MustRegister(
		collectors.NewGoCollector(),
		collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
	)
	factory := promauto.With(registry)
	factory.NewGaugeVec(prometheus.GaugeOpts{
		Name: "checkout_build_info", Help: "The running release; always 1.",
	}, []string{"version", "commit"}).WithLabelValues(build.Version, build.Commit).Set(1)
	return &Metrics{
		registry: registry,
		requests: factory.NewCounterVec(prometheus.CounterOpts{
			Name: "http_requests_total", Help: "Answered HTTP requests.",
		}, []string{"method", "route", "code"}),
		duration: factory.NewHistogramVec(prometheus.HistogramOpts{
			Name: "http_request_duration_seconds", Help: "Time to answer an HTTP request.",
			Buckets: []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5},
		}, []string{"method", "route"}),
		payments: factory.NewCounterVec(prometheus.CounterOpts{
			Name: "checkout_payments_total", Help: "Payments by result: succeeded, declined or failed.",
		}, []string{"result"}),
	}
}

// Announce creates series at zero, so that the first failure is an increase and not a new series.
func (m *Metrics) Announce(paymentResults ...string) {
	for _, result := range paymentResults {
		m.payments.WithLabelValues(result)
	}
}

// CountPayment counts one payment.
func (m *Metrics) CountPayment(result string) { m.payments.WithLabelValues(result).Inc() }

// ObserveRequest counts one HTTP request. route is a pattern of ours, never the caller's path.
func (m *Metrics) ObserveRequest(method, route string, code int, took time.Duration) {
	method = knownMethod(method)
	m.requests.WithLabelValues(method, route, strconv.Itoa(code)).Inc()
	m.duration.WithLabelValues(method, route).Observe(took.Seconds())
}

// Handler serves the registry.
func (m *Metrics) Handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{Registry: m.registry})
}

// knownMethod keeps callers from inventing label values.
func knownMethod(method string) string {
	switch method {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete,
		http.MethodOptions:
		return method
	}
	return "other"
}
