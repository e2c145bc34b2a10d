// Package telemetry sets up logs and traces, tied to each other and to the release.
package telemetry

import (
	"context"
	"io"
	"log/slog"

	"example.com/checkout/internal/buildinfo"
	"go.opentelemetry.io/otel/trace"
)

// NewLogger logs JSON lines to w; lines logged with a request's context carry its trace.
func NewLogger(w io.Writer, level slog.Level, build buildinfo.Info) *slog.Logger {
	handler := traceHandler{slog.NewJSONHandler(w, &slog.HandlerOptions{Level: level})}
	return slog.New(handler).With("service", ServiceName, "version", build.Version, "commit", build.Commit)
}

type traceHandler struct{ slog.Handler }

// Handle implements slog.Handler.
func (h traceHandler) Handle(ctx context.Context, record slog.Record) error {
	if span := trace.SpanContextFromContext(ctx); span.IsValid() {
		record.AddAttrs(slog.String("trace_id", span.TraceID().String()), slog.String("span_id", span.SpanID().String()))
	}
	return h.Handler.Handle(ctx, record)
}

// WithAttrs implements slog.Handler.
func (h traceHandler) WithAttrs(attrs []slog.Attr) slog.Handler {
	return traceHandler{h.Handler.WithAttrs(attrs)}
}

// WithGroup implements slog.Handler.
func (h traceHandler) WithGroup(name string) slog.Handler {
	return traceHandler{h.Handler.WithGroup(name)}
}
