// Faulty is a web server that fails on demand, for the tests of k8s-rollout. It is switched by environment variables:
//
//	PORT         where it listens; default 8080
//	START_DELAY  how long it waits before it listens, such as 5s
//	CRASH_AFTER  ends after this time with EXIT_CODE (default 1); 0s ends before it listens
//	CRASH_ONCE   a file: crashes only while it does not exist, and creates it
//	PANIC_AFTER  panics after this time
//	OOM_AFTER    takes memory without end after this time
//	READY        what /ready answers: a status, or `slow` for no answer in time; default 200
//	READY_AFTER  answers 503 before this time has passed
//	READY_UNTIL  answers READY_THEN (default 500) after this time
//	READY_FLAPS  changes between 200 and 503 at this pace
//	LIVE         what /healthz answers: a status; default 200
package main

import (
	"fmt"
	"net/http"
	"os"
	"os/signal"
	"strconv"
	"syscall"
	"time"
)

var started = time.Now()

func main() {
	fmt.Println("faulty starts")
	crash()
	time.Sleep(length("START_DELAY"))
	if set("PANIC_AFTER") {
		after("PANIC_AFTER", func() { charge(nil) })
	}
	if set("OOM_AFTER") {
		after("OOM_AFTER", fill)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /ready", ready)
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(status("LIVE", 200)) })
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "faulty") })
	server := &http.Server{Addr: ":" + value("PORT", "8080"), Handler: mux}
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGTERM)
	go func() {
		<-stop
		os.Exit(0)
	}()
	fmt.Println("listening on", server.Addr)
	if err := server.ListenAndServe(); err != nil {
		fmt.Fprintln(os.Stderr, "error:", err)
		os.Exit(1)
	}
}

func crash() {
	if !set("CRASH_AFTER") {
		return
	}
	if marker := os.Getenv("CRASH_ONCE"); marker != "" {
		if _, err := os.Stat(marker); err == nil {
			return
		}
		if err := os.WriteFile(marker, nil, 0o600); err != nil {
			panic(err)
		}
	}
	end := func() {
		fmt.Fprintln(os.Stderr, "fatal: cannot reach the ledger: DB_URL is not set")
		os.Exit(status("EXIT_CODE", 1))
	}
	if length("CRASH_AFTER") == 0 {
		end()
	}
	after("CRASH_AFTER", end)
}

type account struct{ balance int }

// charge panics on a nil account.
func charge(from *account) { from.balance-- }

func fill() {
	var kept [][]byte
	for {
		block := make([]byte, 4<<20)
		for at := 0; at < len(block); at += 4096 {
			block[at] = 1
		}
		kept = append(kept, block)
		time.Sleep(20 * time.Millisecond)
		_ = kept
	}
}

func ready(w http.ResponseWriter, r *http.Request) {
	age := time.Since(started)
	switch {
	case set("READY_AFTER") && age < length("READY_AFTER"):
		http.Error(w, "warming up", http.StatusServiceUnavailable)
	case set("READY_UNTIL") && age > length("READY_UNTIL"):
		http.Error(w, "lost the ledger", status("READY_THEN", 500))
	case set("READY_FLAPS") && int(age/length("READY_FLAPS"))%2 == 1:
		http.Error(w, "flapping", http.StatusServiceUnavailable)
	case os.Getenv("READY") == "slow":
		<-r.Context().Done()
	default:
		http.Error(w, "ready answers", status("READY", 200))
	}
}

func after(name string, do func()) { go func() { time.Sleep(length(name)); do() }() }

func set(name string) bool { return os.Getenv(name) != "" }

func value(name, fallback string) string {
	if set(name) {
		return os.Getenv(name)
	}
	return fallback
}

func length(name string) time.Duration {
	parsed, err := time.ParseDuration(value(name, "0s"))
	if err != nil {
		panic(err)
	}
	return parsed
}

func status(name string, fallback int) int {
	parsed, err := strconv.Atoi(value(name, strconv.Itoa(fallback)))
	if err != nil {
		panic(err)
	}
	return parsed
}
