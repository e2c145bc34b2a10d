package rpcapi

import (
	"context"
	"errors"
	"net"
	"testing"
	"time"

	"example.com/checkout/internal/checkoutv1"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials/insecure"
	healthv1 "google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/status"
)

func dial(t *testing.T, server *Server) *grpc.ClientConn {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	go func() { _ = server.Serve(listener) }()
	t.Cleanup(server.Stop)
	conn, err := grpc.NewClient(listener.Addr().String(), grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	return conn
}

func TestQuote(t *testing.T) {
	client := checkoutv1.NewCheckoutClient(dial(t, New()))
	quote, err := client.Quote(t.Context(), &checkoutv1.QuoteRequest{
		Currency: "EUR", Items: []*checkoutv1.Item{{Sku: "rope", Quantity: 3}},
	})
	if err != nil || quote.GetTotalCents() != 5_997 || quote.GetCurrency() != "EUR" {
		t.Errorf("got %v, %v", quote, err)
	}
	if _, err := client.Quote(t.Context(), &checkoutv1.QuoteRequest{}); status.Code(err) != codes.InvalidArgument {
		t.Errorf("an empty request: got %v", err)
	}
}

func TestHealthWhileDraining(t *testing.T) {
	server := New()
	client := healthv1.NewHealthClient(dial(t, server))
	expect := func(want healthv1.HealthCheckResponse_ServingStatus) {
		t.Helper()
		for _, service := range []string{"", "checkout.v1.Checkout"} {
			answer, err := client.Check(t.Context(), &healthv1.HealthCheckRequest{Service: service})
			if err != nil || answer.GetStatus() != want {
				t.Errorf("%q: got %v, %v, want %v", service, answer.GetStatus(), err, want)
			}
		}
	}
	expect(healthv1.HealthCheckResponse_SERVING)
	server.Drain()
	expect(healthv1.HealthCheckResponse_NOT_SERVING)
}

func TestStopCutsOffWhatDoesNotEnd(t *testing.T) {
	server := New()
	watch, err := healthv1.NewHealthClient(dial(t, server)).Watch(t.Context(), &healthv1.HealthCheckRequest{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := watch.Recv(); err != nil { // the stream is open now, and never ends by itself
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if err := server.StopWithin(ctx); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
	if err := New().StopWithin(t.Context()); err != nil {
		t.Errorf("an idle server: got %v", err)
	}
}
