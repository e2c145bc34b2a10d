package payments

import (
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"example.com/checkout/internal/settings"
)

const key = settings.StaticSecret("key")

func TestNewPicksTheProvider(t *testing.T) {
	if _, ok := New("", time.Second, key).(*Simulator); !ok {
		t.Error("no URL means the simulator")
	}
	if _, ok := New("http://pay.example", time.Second, key).(*Client); !ok {
		t.Error("a URL means the client")
	}
}

func TestSimulator(t *testing.T) {
	s := NewSimulator(key)
	if id, err := s.Charge(t.Context(), Charge{Token: "tok_visa"}); !strings.HasPrefix(id, "pay_") || err != nil {
		t.Errorf("got %q, %v", id, err)
	}
	if _, err := s.Charge(t.Context(), Charge{Token: DeclinedToken}); !errors.Is(err, ErrDeclined) {
		t.Errorf("got %v", err)
	}
	s.SetDown(true)
	if _, err := s.Charge(t.Context(), Charge{}); !errors.Is(err, ErrUnavailable) {
		t.Errorf("got %v", err)
	}
	if err := NewSimulator(settings.StaticSecret("")).Check(t.Context()); !errors.Is(err, ErrUnavailable) {
		t.Errorf("without a key: got %v", err)
	}
}

// provider is a stand-in that answers by the charge's token.
func provider(t *testing.T) *httptest.Server {
	t.Helper()
	mux := http.NewServeMux()
	mux.HandleFunc("GET /status", func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") != "Bearer key" {
			w.WriteHeader(http.StatusUnauthorized)
		}
	})
	mux.HandleFunc("POST /charges", func(w http.ResponseWriter, r *http.Request) {
		var charge Charge
		if err := json.NewDecoder(r.Body).Decode(&charge); err != nil {
			t.Error(err)
		}
		switch charge.Token {
		case "declined":
			w.WriteHeader(http.StatusPaymentRequired)
		case "broken":
			w.WriteHeader(http.StatusInternalServerError)
		case "nonsense":
			_, _ = w.Write([]byte(`{}`))
		default:
			_, _ = w.Write([]byte(`{"id":"pay_1"}`))
		}
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server
}

func TestClientCharge(t *testing.T) {
	client := NewClient(provider(t).URL+"/", time.Second, key)
	for token, want := range map[string]error{
		"fine": nil, "declined": ErrDeclined, "broken": ErrUnavailable, "nonsense": ErrUnavailable,
	} {
		id, err := client.Charge(t.Context(), Charge{Token: token})
		if !errors.Is(err, want) || (want == nil) != (id == "pay_1") {
			t.Errorf("%s: got %q, %v", token, id, err)
		}
	}
}

func TestClientCheck(t *testing.T) {
	server := provider(t)
	if err := NewClient(server.URL, time.Second, key).Check(t.Context()); err != nil {
		t.Error(err)
	}
	for name, client := range map[string]*Client{
		"wrong key": NewClient(server.URL, time.Second, settings.StaticSecret("other")),
		"no key":    NewClient(server.URL, time.Second, settings.StaticSecret("")),
		"gone":      NewClient("http://127.0.0.1:1", time.Second, key),
	} {
		if err := client.Check(t.Context()); !errors.Is(err, ErrUnavailable) {
			t.Errorf("%s: got %v", name, err)
		}
	}
}
