package telemetry

import (
	"bytes"
	"context"
	"encoding/json"
	"log/slog"
	"net"
	"testing"
	"time"

	"example.com/checkout/internal/buildinfo"
	"go.opentelemetry.io/otel"
	collector "go.opentelemetry.io/proto/otlp/collector/trace/v1"
	"google.golang.org/grpc"
)

var build = buildinfo.Info{Version: "v1.2.3", Commit: "abc"}

func TestLogLinesCarryReleaseAndTrace(t *testing.T) {
	shutdown, err := StartTracing(t.Context(), Options{SampleRatio: 1, Build: build})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = shutdown(context.Background()) }()
	ctx, span := otel.Tracer("test").Start(t.Context(), "checkout")
	defer span.End()

	var out bytes.Buffer
	NewLogger(&out, slog.LevelInfo, build).With("a", 1).WithGroup("g").InfoContext(ctx, "hello")
	var line map[string]any
	if err := json.Unmarshal(out.Bytes(), &line); err != nil {
		t.Fatal(err)
	}
	group, _ := line["g"].(map[string]any)
	if line["version"] != "v1.2.3" || line["commit"] != "abc" || group["trace_id"] != span.SpanContext().TraceID().String() {
		t.Errorf("got %s", out.String())
	}
}

func TestLogLineWithoutATrace(t *testing.T) {
	var out bytes.Buffer
	NewLogger(&out, slog.LevelInfo, build).Info("hello")
	if bytes.Contains(out.Bytes(), []byte("trace_id")) {
		t.Errorf("got %s", out.String())
	}
}

type fakeCollector struct {
	collector.UnimplementedTraceServiceServer
	got chan *collector.ExportTraceServiceRequest
}

func (f *fakeCollector) Export(
	_ context.Context, request *collector.ExportTraceServiceRequest,
) (*collector.ExportTraceServiceResponse, error) {
	f.got <- request
	return &collector.ExportTraceServiceResponse{}, nil
}

func TestSpansReachTheCollectorWithTheirRelease(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	fake := &fakeCollector{got: make(chan *collector.ExportTraceServiceRequest, 1)}
	server := grpc.NewServer()
	collector.RegisterTraceServiceServer(server, fake)
	go func() { _ = server.Serve(listener) }()
	t.Cleanup(server.Stop)
	endpoint := "http://" + listener.Addr().String()
	t.Setenv("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint)

	shutdown, err := StartTracing(t.Context(), Options{Endpoint: endpoint, SampleRatio: 1, Environment: "test", Build: build})
	if err != nil {
		t.Fatal(err)
	}
	_, span := otel.Tracer("test").Start(t.Context(), "checkout")
	span.End()
	if err := shutdown(t.Context()); err != nil {
		t.Fatal(err)
	}
	select {
	case request := <-fake.got:
		attributes := map[string]string{}
		for _, attribute := range request.GetResourceSpans()[0].GetResource().GetAttributes() {
			attributes[attribute.GetKey()] = attribute.GetValue().GetStringValue()
		}
		if attributes["service.version"] != "v1.2.3" || attributes["vcs.ref.head.revision"] != "abc" {
			t.Errorf("got %v", attributes)
		}
	case <-time.After(5 * time.Second):
		t.Fatal("no span arrived")
	}
}
