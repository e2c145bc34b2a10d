package telemetry

import (
	"context"
	"fmt"

	"example.com/checkout/internal/buildinfo"
	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracegrpc"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/sdk/resource"
	"go.opentelemetry.io/otel/sdk/trace"
)

// ServiceName is the name in logs and traces.
const ServiceName = "checkout"

// Options are the settings of tracing.
type Options struct {
	// Endpoint is OTEL_EXPORTER_OTLP_ENDPOINT; the exporter itself reads that variable, here it only switches it on.
	Endpoint    string
	SampleRatio float64
	Environment string
	Build       buildinfo.Info
}

// StartTracing installs the global tracer and gives the function that flushes it. Without an endpoint spans still
// carry ids, for the logs, but are sent nowhere.
func StartTracing(ctx context.Context, o Options) (shutdown func(context.Context) error, err error) {
	release, err := resource.New(ctx,
		resource.WithFromEnv(),
		resource.WithTelemetrySDK(),
		resource.WithAttributes(
			attribute.String("service.name", ServiceName),
			attribute.String("service.version", o.Build.Version),
			attribute.String("vcs.ref.head.revision", o.Build.Commit),
			attribute.String("deployment.environment.name", o.Environment),
		),
	)
	if err != nil {
		return nil, fmt.Errorf("trace resource: %w", err)
	}
	options := []trace.TracerProviderOption{
		trace.WithResource(release),
		trace.WithSampler(trace.ParentBased(trace.TraceIDRatioBased(o.SampleRatio))),
	}
	if o.Endpoint != "" {
		exporter, err := otlptracegrpc.New(ctx)
		if err != nil {
			return nil, fmt.Errorf("trace exporter: %w", err)
		}
		options = append(options, trace.WithBatcher(exporter))
	}
	provider := trace.NewTracerProvider(options...)
	otel.SetTracerProvider(provider)
	otel.SetTextMapPropagator(propagation.NewCompositeTextMapPropagator(
		propagation.TraceContext{}, propagation.Baggage{},
	))
	return provider.Shutdown, nil
}
