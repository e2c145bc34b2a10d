package metrics

import (
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"example.com/checkout/internal/buildinfo"
)

func scrape(m *Metrics) string {
	recorder := httptest.NewRecorder()
	m.Handler().ServeHTTP(recorder, httptest.NewRequest("GET", "/metrics", nil))
	return recorder.Body.String()
}

func TestScrape(t *testing.T) {
	m := New(buildinfo.Info{Version: "v1", Commit: "abc"})
	m.Announce("failed")
	m.CountPayment("succeeded")
	m.ObserveRequest("POST", "/checkout", 201, 30*time.Millisecond)
	m.ObserveRequest("INVENTED", "unmatched", 404, time.Millisecond)
	page := scrape(m)
	for _, line := range []string{
		`checkout_build_info{commit="abc",version="v1"} 1`,
		`checkout_payments_total{result="failed"} 0`,
		`checkout_payments_total{result="succeeded"} 1`,
		`http_requests_total{code="201",method="POST",route="/checkout"} 1`,
		`http_requests_total{code="404",method="other",route="unmatched"} 1`,
		`http_request_duration_seconds_bucket{method="POST",route="/checkout",le="0.025"} 0`,
		`http_request_duration_seconds_bucket{method="POST",route="/checkout",le="0.05"} 1`,
		`go_goroutines `,
		`process_resident_memory_bytes `,
	} {
		if !strings.Contains(page, line) {
			t.Errorf("%s is missing from\n%s", line, page)
		}
	}
}
