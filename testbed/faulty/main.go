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
//	READY_SLEEP  /ready answers after this time
//	READY_FLAPS  changes between 200 and 503 at this pace
//	LIVE         what /healthz answers: a status; default 200
//	GRPC         serves grpc.health.v1.Health too: SERVING, NOT_SERVING, UNKNOWN_SERVICE or UNIMPLEMENTED
//	LISTEN       the address it listens on, instead of all
//	QUIET        does not say where it listens
//	TRUST        asks a server whose certificate nobody has signed, and ends
//	ZONE         loads this time zone first, and ends when there is none
//	FILL_FILE    writes 64 MiB into this file after FILL_AFTER
//
// With the argument `healthy` it ends with 0 at once, for hooks and exec probes.
package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/signal"
	"strconv"
	"syscall"
	"time"
)

var started = time.Now()

func main() {
	fmt.Println("faulty starts")
	if len(os.Args) > 1 && os.Args[1] == "healthy" {
		return
	}
	need()
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
	mux.HandleFunc("POST /grpc.health.v1.Health/Check", health)
	server := &http.Server{Addr: os.Getenv("LISTEN") + ":" + value("PORT", "8080"), Handler: mux, Protocols: new(http.Protocols)}
	server.Protocols.SetHTTP1(true)
	server.Protocols.SetUnencryptedHTTP2(set("GRPC"))
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGTERM)
	go func() {
		<-stop
		os.Exit(0)
	}()
	if !set("QUIET") {
		fmt.Println("listening on", server.Addr)
	}
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

// need asks for what small base images lack.
func need() {
	if set("TRUST") {
		server := httptest.NewTLSServer(http.NotFoundHandler())
		defer server.Close()
		if _, err := http.Get(server.URL); err != nil {
			fmt.Fprintln(os.Stderr, "fatal:", err)
			os.Exit(1)
		}
	}
	if set("ZONE") {
		if _, err := time.LoadLocation(os.Getenv("ZONE")); err != nil {
			fmt.Fprintln(os.Stderr, "fatal: opening hours:", err)
			os.Exit(1)
		}
	}
	if set("FILL_FILE") {
		after("FILL_AFTER", func() { _ = os.WriteFile(os.Getenv("FILL_FILE"), make([]byte, 64<<20), 0o600) })
	}
}

// health answers as google.golang.org/grpc/health does: a message of one field, and the status in the trailer.
func health(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "application/grpc")
	w.Header().Set("Trailer", "Grpc-Status, Grpc-Message")
	code, message := "0", ""
	switch os.Getenv("GRPC") {
	case "UNIMPLEMENTED":
		code, message = "12", "unknown service grpc.health.v1.Health"
	case "UNKNOWN_SERVICE":
		code, message = "5", "unknown service"
	case "NOT_SERVING":
		_, _ = w.Write([]byte{0, 0, 0, 0, 2, 8, 2})
	default:
		_, _ = w.Write([]byte{0, 0, 0, 0, 2, 8, 1})
	}
	w.Header().Set("Grpc-Status", code)
	w.Header().Set("Grpc-Message", message)
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
	case set("READY_SLEEP"):
		time.Sleep(length("READY_SLEEP"))
		http.Error(w, "ready at last", http.StatusOK)
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
