package checkoutv1

import (
	"bytes"
	"context"
	"net"
	"testing"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/proto"
)

// A field number or type that changes breaks every caller that is already deployed: these bytes must stay readable.
func TestWireFormatIsStable(t *testing.T) {
	request := &QuoteRequest{Currency: "EUR", Items: []*Item{{Sku: "rope", Quantity: 3}}}
	response := &QuoteResponse{Currency: "EUR", TotalCents: 300}
	for _, tc := range []struct {
		message, empty proto.Message
		wire           string
	}{
		{request, &QuoteRequest{}, "\x0a\x03EUR\x12\x08\x0a\x04rope\x10\x03"},
		{response, &QuoteResponse{}, "\x0a\x03EUR\x10\xac\x02"},
	} {
		wire, err := proto.MarshalOptions{Deterministic: true}.Marshal(tc.message)
		if err != nil || !bytes.Equal(wire, []byte(tc.wire)) {
			t.Errorf("%T is %q on the wire, want %q (%v)", tc.message, wire, tc.wire, err)
		}
		if err := proto.Unmarshal([]byte(tc.wire), tc.empty); err != nil || !proto.Equal(tc.empty, tc.message) {
			t.Errorf("read back %v (%v)", tc.empty, err)
		}
	}
	if request.GetItems()[0].GetSku() != "rope" || request.GetItems()[0].GetQuantity() != 3 ||
		request.GetCurrency() != "EUR" || response.GetCurrency() != "EUR" || response.GetTotalCents() != 300 {
		t.Errorf("got %v and %v", request, response)
	}
}

type echo struct {
	UnimplementedCheckoutServer
}

func (echo) Quote(_ context.Context, request *QuoteRequest) (*QuoteResponse, error) {
	return &QuoteResponse{Currency: request.GetCurrency()}, nil
}

func client(t *testing.T, implementation CheckoutServer) CheckoutClient {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server := grpc.NewServer()
	RegisterCheckoutServer(server, implementation)
	go func() { _ = server.Serve(listener) }()
	t.Cleanup(server.Stop)
	conn, err := grpc.NewClient(listener.Addr().String(), grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	return NewCheckoutClient(conn)
}

func TestQuoteKeepsItsName(t *testing.T) {
	if Checkout_Quote_FullMethodName != "/checkout.v1.Checkout/Quote" {
		t.Errorf("got %s", Checkout_Quote_FullMethodName)
	}
	answer, err := client(t, echo{}).Quote(t.Context(), &QuoteRequest{Currency: "EUR"})
	if err != nil || answer.GetCurrency() != "EUR" {
		t.Errorf("got %v, %v", answer, err)
	}
	_, err = client(t, UnimplementedCheckoutServer{}).Quote(t.Context(), &QuoteRequest{})
	if status.Code(err) != codes.Unimplemented {
		t.Errorf("got %v", err)
	}
}
