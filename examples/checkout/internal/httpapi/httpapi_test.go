package httpapi

import (
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"

	"example.com/checkout/internal/buildinfo"
	"example.com/checkout/internal/faults"
	"example.com/checkout/internal/metrics"
	"example.com/checkout/internal/orders"
	"example.com/checkout/internal/payments"
	"example.com/checkout/internal/settings"
	"example.com/checkout/internal/shop"
)

const cart = `{"currency":"EUR","items":[{"sku":"bell","quantity":2}],"paymentToken":"tok_visa"}`

type fixture struct {
	handler   http.Handler
	simulator *payments.Simulator
	draining  atomic.Bool
	shop      *shop.Shop
}

func newFixture(f faults.Faults) *fixture {
	build := buildinfo.Info{Version: "v1.2.3", Commit: "abc"}
	made := &fixture{simulator: payments.NewSimulator(settings.StaticSecret("k"))}
	log := slog.New(slog.DiscardHandler)
	figures := metrics.New(build)
	made.shop = &shop.Shop{
		Payments: made.simulator, Orders: orders.NewBook(settings.StaticSecret("k")), Faults: f,
		Count: figures.CountPayment, Log: log,
	}
	made.handler = (&API{Shop: made.shop, Metrics: figures, Build: build, Log: log, Draining: made.draining.Load}).Handler()
	return made
}

func (f *fixture) call(t *testing.T, method, path, body string) *httptest.ResponseRecorder {
	t.Helper()
	recorder := httptest.NewRecorder()
	f.handler.ServeHTTP(recorder, httptest.NewRequest(method, path, strings.NewReader(body)))
	if got := recorder.Header().Get("X-Checkout-Version"); got != "v1.2.3" {
		t.Errorf("%s %s: X-Checkout-Version is %q", method, path, got)
	}
	return recorder
}

func (f *fixture) expect(t *testing.T, status int, method, path, body string) *httptest.ResponseRecorder {
	t.Helper()
	recorder := f.call(t, method, path, body)
	if recorder.Code != status {
		t.Errorf("%s %s: %d, want %d: %s", method, path, recorder.Code, status, recorder.Body)
	}
	return recorder
}

func TestCheckoutThenReadTheOrder(t *testing.T) {
	f := newFixture(faults.Faults{})
	created := f.expect(t, http.StatusCreated, "POST", "/checkout", cart)
	read := f.expect(t, http.StatusOK, "GET", created.Header().Get("Location"), "")
	if read.Body.String() != created.Body.String() || !strings.Contains(read.Body.String(), `"amountCents":9000`) {
		t.Errorf("created %s, read %s", created.Body, read.Body)
	}
}

func TestRefusals(t *testing.T) {
	f := newFixture(faults.Faults{})
	for name, tc := range map[string]struct {
		method, path, body string
		status             int
	}{
		"not JSON":       {"POST", "/checkout", "{", 400},
		"unknown field":  {"POST", "/checkout", `{"price":1}`, 400},
		"too large":      {"POST", "/checkout", `{"currency":"` + strings.Repeat("x", maxBody) + `"}`, 400},
		"empty cart":     {"POST", "/checkout", `{"currency":"EUR"}`, 422},
		"declined":       {"POST", "/checkout", strings.Replace(cart, "tok_visa", payments.DeclinedToken, 1), 402},
		"no such order":  {"GET", "/orders/none", "", 404},
		"no such route":  {"GET", "/elsewhere", "", 404},
		"another method": {"DELETE", "/checkout", "", 405},
	} {
		t.Run(name, func(t *testing.T) { f.expect(t, tc.status, tc.method, tc.path, tc.body) })
	}
}

func TestPaymentFailureIsAProblemDocument(t *testing.T) {
	f := newFixture(faults.Faults{})
	f.simulator.SetDown(true)
	answer := f.expect(t, http.StatusBadGateway, "POST", "/checkout", cart)
	var document problem
	if err := json.Unmarshal(answer.Body.Bytes(), &document); err != nil || document.Status != 502 {
		t.Errorf("got %s, %v", answer.Body, err)
	}
	if answer.Header().Get("Content-Type") != "application/problem+json" || answer.Header().Get("X-Fault") != "" {
		t.Errorf("got %v", answer.Header())
	}
}

func TestInjectedFailureIsMarked(t *testing.T) {
	answer := newFixture(faults.Faults{PaymentFailureRate: 1}).expect(t, http.StatusBadGateway, "POST", "/checkout", cart)
	if answer.Header().Get("X-Fault") != "injected" {
		t.Errorf("got %v", answer.Header())
	}
}

func TestProbes(t *testing.T) {
	f := newFixture(faults.Faults{})
	f.expect(t, http.StatusOK, "GET", "/healthz", "")
	f.expect(t, http.StatusOK, "GET", "/ready", "")

	f.simulator.SetDown(true)
	f.expect(t, http.StatusOK, "GET", "/healthz", "")
	f.expect(t, http.StatusServiceUnavailable, "GET", "/ready", "")

	f.simulator.SetDown(false)
	f.draining.Store(true)
	if answer := f.expect(t, http.StatusServiceUnavailable, "GET", "/ready", ""); answer.Header().Get("Connection") != "close" {
		t.Error("a draining server must ask callers to connect elsewhere")
	}
	f.expect(t, http.StatusOK, "GET", "/healthz", "")
}

func TestAPanicIsAnsweredAndCounted(t *testing.T) {
	f := newFixture(faults.Faults{})
	f.shop.Orders = nil
	f.expect(t, http.StatusInternalServerError, "GET", "/orders/e30.AAAA", "")
	page := f.call(t, "GET", "/metrics", "").Body.String()
	if !strings.Contains(page, `http_requests_total{code="500",method="GET",route="/orders/{id}"} 1`) {
		t.Error("the panic was not counted")
	}
}

func TestProbesAreNotCountedAsRequests(t *testing.T) {
	f := newFixture(faults.Faults{})
	f.call(t, "GET", "/ready", "")
	f.call(t, "POST", "/checkout", cart)
	f.call(t, "GET", "/elsewhere", "")
	page := f.call(t, "GET", "/metrics", "").Body.String()
	for line, want := range map[string]bool{
		`http_requests_total{code="201",method="POST",route="/checkout"} 1`: true,
		`http_requests_total{code="404",method="GET",route="unmatched"} 1`:  true,
		`checkout_payments_total{result="succeeded"} 1`:                     true,
		`/ready`: false,
	} {
		if strings.Contains(page, line) != want {
			t.Errorf("%s: present %v, want %v", line, !want, want)
		}
	}
}
