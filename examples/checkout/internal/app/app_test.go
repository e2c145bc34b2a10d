package app

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net"
	"net/http"
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
		DrainDelay: 300 * time.Millisecond, ShutdownTimeout: 5 * time.Second, PaymentsTimeout: 5 * time.Second,
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
	case <-time.After(10 * time.Second):
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

func TestDrainsBeforeItStops(t *testing.T) {
	p := start(t, testSettings())
	if got := status(t, p.url+"/ready"); got != 200 {
		t.Errorf("ready answered %d", got)
	}
	p.stop()
	time.Sleep(100 * time.Millisecond)
	if got := status(t, p.url+"/ready"); got != 503 {
		t.Errorf("while draining ready answered %d", got)
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
	s := testSettings()
	s.DrainDelay, s.Faults = 0, `{"addedLatencyMs": 500}`
	p := start(t, s)
	code := make(chan int, 1)
	go func() {
		answer, err := http.Post(p.url+"/checkout", "application/json", strings.NewReader(cart))
		if err != nil {
			t.Error(err)
			code <- 0
			return
		}
		defer answer.Body.Close()
		code <- answer.StatusCode
	}()
	time.Sleep(150 * time.Millisecond)
	p.stop()
	if got := <-code; got != 201 {
		t.Errorf("the request that was running got %d", got)
	}
	if err := p.wait(t); err != nil {
		t.Error(err)
	}
}

func TestShutdownGivesUpAfterItsTimeout(t *testing.T) {
	s := testSettings()
	s.DrainDelay, s.ShutdownTimeout, s.Faults = 0, 100*time.Millisecond, `{"addedLatencyMs": 60000}`
	p := start(t, s)
	go func() {
		answer, err := http.Post(p.url+"/checkout", "application/json", strings.NewReader(cart))
		if err == nil {
			_ = answer.Body.Close()
		}
	}()
	time.Sleep(150 * time.Millisecond)
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
