// Package rpcapi serves the other services of the shop over gRPC.
package rpcapi

import (
	"context"
	"errors"

	"example.com/checkout/internal/catalogue"
	"example.com/checkout/internal/checkoutv1"
	"go.opentelemetry.io/contrib/instrumentation/google.golang.org/grpc/otelgrpc"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/health"
	healthv1 "google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/status"
)

// Server is the gRPC side of the service.
type Server struct {
	*grpc.Server
	health *health.Server
}

// New gives a server with checkout.v1.Checkout and the standard health service.
func New() *Server {
	made := &Server{
		Server: grpc.NewServer(grpc.StatsHandler(otelgrpc.NewServerHandler())),
		health: health.NewServer(),
	}
	checkoutv1.RegisterCheckoutServer(made.Server, quoter{})
	healthv1.RegisterHealthServer(made.Server, made.health)
	made.health.SetServingStatus(checkoutv1.Checkout_ServiceDesc.ServiceName, healthv1.HealthCheckResponse_SERVING)
	return made
}

// Drain tells health watchers to go elsewhere; calls are still answered.
func (s *Server) Drain() { s.health.Shutdown() }

// StopWithin lets running calls end, and cuts them off when ctx does.
func (s *Server) StopWithin(ctx context.Context) error {
	done := make(chan struct{})
	go func() {
		s.GracefulStop()
		close(done)
	}()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		s.Stop()
		<-done
		return ctx.Err()
	}
}

type quoter struct {
	checkoutv1.UnimplementedCheckoutServer
}

// Quote implements checkoutv1.CheckoutServer.
func (quoter) Quote(_ context.Context, request *checkoutv1.QuoteRequest) (*checkoutv1.QuoteResponse, error) {
	items := make([]catalogue.Item, 0, len(request.GetItems()))
	for _, item := range request.GetItems() {
		items = append(items, catalogue.Item{SKU: item.GetSku(), Quantity: item.GetQuantity()})
	}
	total, err := catalogue.Total(request.GetCurrency(), items)
	if errors.Is(err, catalogue.ErrInvalid) {
		return nil, status.Error(codes.InvalidArgument, err.Error())
	}
	if err != nil {
		return nil, status.Error(codes.Internal, "quote failed")
	}
	return &checkoutv1.QuoteResponse{Currency: request.GetCurrency(), TotalCents: total}, nil
}
