package app

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"example.com/checkout/internal/buildinfo"
	"example.com/checkout/internal/settings"
)

const cart = `{"currency":"EUR","items":[{"sku":"rope","quantity":1}],"paymentToken":"tok_visa"}`

func testSettings() settings.Settings {
	return settings.Settings{
		HTTPAddr: "127.0.0.1:0", GRPCAddr: "127.0.0.1:0", Faults: "{}",
		DrainDelay: 300 * time.Millisecond, ShutdownTimeout: 30 * time.Second, PaymentsTimeout: time.Minute,
		PaymentsAPIKey: settings.StaticSecret("k"), OrderSigningKey: settings.StaticSecret("k"),
	}
}

type process struct {
	url  string
	stop context.CancelFunc
	done chan error
}

// start runs the app until its log says where it serves.
func start(t *testing.T, s settings.Settings) *process {
	t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	t.Cleanup(stop)
	logs, out := io.Pipe()
	p := &process{stop: stop, done: make(chan error, 1)}
	go func() {
		err := Run(ctx, s, buildinfo.Info{Version: "v1", Commit: "abc"}, out)
		_ = out.Close()
		p.done <- err
	}()
	lines := bufio.NewScanner(logs)
	for lines.Scan() {
		var line struct{ Msg, HTTP string }
		if err := json.Unmarshal(lines.Bytes(), &line); err != nil {
			t.Fatalf("not JSON: %s", lines.Text())
		}
		if line.Msg == "serving" {
			p.url = "http://" + line.HTTP
			go func() { _, _ = io.Copy(io.Discard, logs) }()
			return p
		}
	}
	t.Fatalf("never served: %v", <-p.done)
	return nil
}

func (p *process) wait(t *testing.T) error {
	t.Helper()
	select {
	case err := <-p.done:
		return err
	case <-time.After(time.Minute):
		t.Fatal("still running")
		return nil
	}
}

func status(t *testing.T, url string) int {
	t.Helper()
	answer, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	return answer.StatusCode
}

// slowProvider takes charges at the returned address: asked is closed when one has come, and answer lets it go.
func slowProvider(t *testing.T) (address string, asked <-chan struct{}, answer func()) {
	t.Helper()
	came, free := make(chan struct{}), make(chan struct{})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body) // the end of the connection is noticed only behind the body
		close(came)
		select {
		case <-free:
			_, _ = io.WriteString(w, `{"id":"pay_1"}`)
		case <-r.Context().Done():
		}
	}))
	t.Cleanup(server.Close)
	return server.URL, came, func() { close(free) }
}

// checkout sends a cart and returns when the payment provider was asked; the status of the answer comes later, 0 for none.
func checkout(t *testing.T, p *process, asked <-chan struct{}) <-chan int {
	t.Helper()
	code := make(chan int, 1)
	go func() {
		answer, err := http.Post(p.url+"/checkout", "application/json", strings.NewReader(cart))
		if err != nil {
			code <- 0
			return
		}
		defer answer.Body.Close()
		code <- answer.StatusCode
	}()
	select {
	case <-asked:
	case got := <-code:
		t.Fatalf("answered %d before it was paid", got)
	case <-time.After(time.Minute):
		t.Fatal("never worked on")
	}
	return code
}

func TestDrainsBeforeItStops(t *testing.T) {
	s := testSettings()
	s.DrainDelay = 2 * time.Second
	p := start(t, s)
	if got := status(t, p.url+"/ready"); got != 200 {
		t.Errorf("ready answered %d", got)
	}
	p.stop()
	// It fails where nobody answers any more: 503 has to come before the end.
	for status(t, p.url+"/ready") != 503 {
		time.Sleep(10 * time.Millisecond)
	}
	if got := status(t, p.url+"/healthz"); got != 200 {
		t.Errorf("while draining healthz answered %d", got)
	}
	if err := p.wait(t); err != nil {
		t.Error(err)
	}
	if _, err := http.Get(p.url); err == nil {
		t.Error("still serving")
	}
}

func TestARunningRequestIsAnsweredDuringShutdown(t *testing.T) {
	address, asked, answer := slowProvider(t)
	s := testSettings()
	s.DrainDelay, s.PaymentsURL = 0, address
	p := start(t, s)
	code := checkout(t, p, asked)
	p.stop()
	for accepts(p) {
		time.Sleep(10 * time.Millisecond)
	}
	answer()
	if got := <-code; got != 201 {
		t.Errorf("the request that was running got %d", got)
	}
	if err := p.wait(t); err != nil {
		t.Error(err)
	}
}

// accepts tells whether the process still takes connections; once it shuts down, it does not.
func accepts(p *process) bool {
	connection, err := net.Dial("tcp", strings.TrimPrefix(p.url, "http://"))
	if err == nil {
		_ = connection.Close()
	}
	return err == nil
}

func TestShutdownGivesUpAfterItsTimeout(t *testing.T) {
	address, asked, _ := slowProvider(t)
	s := testSettings()
	s.DrainDelay, s.ShutdownTimeout, s.PaymentsURL = 0, 100*time.Millisecond, address
	p := start(t, s)
	checkout(t, p, asked)
	p.stop()
	if err := p.wait(t); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
}

func TestStoppedWhileStartingSlowly(t *testing.T) {
	s := testSettings()
	s.Faults = `{"slowStartMs": 60000}`
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if err := Run(ctx, s, buildinfo.Info{}, io.Discard); err != nil {
		t.Errorf("got %v", err)
	}
}

func TestRefusesToStart(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	for name, change := range map[string]func(*settings.Settings){
		"faults unreadable": func(s *settings.Settings) { s.Faults = "{" },
		"gRPC port taken":   func(s *settings.Settings) { s.GRPCAddr = taken.Addr().String() },
		"HTTP port taken":   func(s *settings.Settings) { s.HTTPAddr = taken.Addr().String() },
	} {
		s := testSettings()
		change(&s)
		if err := Run(t.Context(), s, buildinfo.Info{}, io.Discard); err == nil {
			t.Errorf("%s: started", name)
		}
	}
}
