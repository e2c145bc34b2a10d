// Command canary-service is a web server that fails by a given share, for the tests of canary-promote.
//
//	VERSION     what it answers
//	ERROR_RATE  share of requests that it answers with 500, 0 to 1
//	SICK        stable: not ready unless it is a canary
//	LATENCY     how long it takes for an answer, such as 20ms
package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/http"
	"os"
	"os/signal"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"time"
)

func main() {
	rate, _ := strconv.ParseFloat(os.Getenv("ERROR_RATE"), 64)
	latency, _ := time.ParseDuration(os.Getenv("LATENCY"))
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) {
		if name, _ := os.Hostname(); os.Getenv("SICK") == "stable" && !strings.Contains(name, "-canary-") {
			w.WriteHeader(http.StatusServiceUnavailable)
		}
	})
	var good, bad atomic.Int64
	mux.HandleFunc("GET /metrics", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintf(w, "http_requests_total{code=\"200\"} %d\nhttp_requests_total{code=\"500\"} %d\n", good.Load(), bad.Load())
	})
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, _ *http.Request) {
		time.Sleep(latency)
		if rand.Float64() < rate {
			bad.Add(1)
			w.WriteHeader(http.StatusInternalServerError)
		} else {
			good.Add(1)
		}
		fmt.Fprint(w, os.Getenv("VERSION"))
	})
	server := &http.Server{Addr: ":8080", Handler: mux}
	stopped, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	go func() {
		if err := server.ListenAndServe(); err != http.ErrServerClosed {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}()
	<-stopped.Done()
	// Endpoints are taken away meanwhile.
	time.Sleep(5 * time.Second)
	drain, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	_ = server.Shutdown(drain)
}
