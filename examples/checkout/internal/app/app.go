// Package app is the life of the process: start, serve, drain, stop.
package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"sync/atomic"
	"time"

	"example.com/checkout/internal/buildinfo"
	"example.com/checkout/internal/faults"
	"example.com/checkout/internal/httpapi"
	"example.com/checkout/internal/metrics"
	"example.com/checkout/internal/orders"
	"example.com/checkout/internal/payments"
	"example.com/checkout/internal/rpcapi"
	"example.com/checkout/internal/settings"
	"example.com/checkout/internal/shop"
	"example.com/checkout/internal/telemetry"
)

// Run serves until ctx is cancelled, and returns when the last request was answered and the last span was sent.
func Run(ctx context.Context, s settings.Settings, build buildinfo.Info, out io.Writer) error {
	log := telemetry.NewLogger(out, s.LogLevel, build)
	release, err := faults.Load(s.Faults)
	if err != nil {
		return err
	}
	if release.Any() {
		log.Warn("this release has faults switched on", "faults", release)
	}
	flushTraces, err := telemetry.StartTracing(ctx, telemetry.Options{
		Endpoint: s.OTLPEndpoint, SampleRatio: s.SampleRatio, Environment: s.Environment, Build: build,
	})
	if err != nil {
		return err
	}
	if err := release.Start(ctx); err != nil {
		if errors.Is(err, ctx.Err()) {
			return nil // stopped before it had started
		}
		return err
	}
	server := newServer(s, build, release, log)
	err = server.run(ctx)
	flush, cancel := context.WithTimeout(context.Background(), s.ShutdownTimeout)
	defer cancel()
	if flushErr := flushTraces(flush); flushErr != nil {
		log.Warn("traces were lost", "error", flushErr.Error())
	}
	log.Info("stopped")
	return err
}

type server struct {
	settings settings.Settings
	log      *slog.Logger
	http     *http.Server
	rpc      *rpcapi.Server
	draining atomic.Bool
}

func newServer(s settings.Settings, build buildinfo.Info, release faults.Faults, log *slog.Logger) *server {
	figures := metrics.New(build)
	figures.Announce(shop.Succeeded, shop.Declined, shop.Failed)
	made := &server{settings: s, log: log, rpc: rpcapi.New()}
	api := &httpapi.API{
		Shop: &shop.Shop{
			Payments: payments.New(s.PaymentsURL, s.PaymentsTimeout, s.PaymentsAPIKey),
			Orders:   orders.NewBook(s.OrderSigningKey),
			Faults:   release,
			Count:    figures.CountPayment,
			Log:      log,
		},
		Metrics:  figures,
		Build:    build,
		Log:      log,
		Draining: made.draining.Load,
	}
	made.http = &http.Server{
		Addr:              s.HTTPAddr,
		Handler:           api.Handler(),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       15 * time.Second,
		WriteTimeout:      30 * time.Second,
		IdleTimeout:       2 * time.Minute,
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
	return made
}

// run serves both protocols until ctx ends or one of them fails, then drains and stops.
func (s *server) run(ctx context.Context) error {
	web, err := net.Listen("tcp", s.http.Addr)
	if err != nil {
		return fmt.Errorf("listen for HTTP: %w", err)
	}
	rpc, err := net.Listen("tcp", s.settings.GRPCAddr)
	if err != nil {
		_ = web.Close()
		return fmt.Errorf("listen for gRPC: %w", err)
	}
	failed := make(chan error, 2)
	go func() { failed <- s.http.Serve(web) }()
	go func() { failed <- s.rpc.Serve(rpc) }()
	s.log.Info("serving", "http", web.Addr().String(), "grpc", rpc.Addr().String())

	select {
	case err = <-failed: // nothing was asked to stop: this is a fault
		s.log.Error("a listener failed", "error", err.Error())
	case <-ctx.Done():
		s.drain()
	}
	return errors.Join(err, s.stop())
}

// drain answers as before while everybody learns that this replica is going away.
func (s *server) drain() {
	s.log.Info("draining", "delay", s.settings.DrainDelay.String())
	s.draining.Store(true)
	s.rpc.Drain()
	time.Sleep(s.settings.DrainDelay)
}

// stop waits for running requests, no longer than the shutdown timeout.
func (s *server) stop() error {
	ctx, cancel := context.WithTimeout(context.Background(), s.settings.ShutdownTimeout)
	defer cancel()
	rpcDone := make(chan error, 1)
	go func() { rpcDone <- s.rpc.StopWithin(ctx) }()
	err := s.http.Shutdown(ctx)
	if err != nil {
		_ = s.http.Close()
	}
	return errors.Join(err, <-rpcDone)
}
