// Package settings reads the environment (ConfigMap) and the mounted secrets, once, and refuses nonsense by name.
package settings

import (
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"path/filepath"
	"strconv"
	"time"
)

const (
	defaultHTTPAddr = ":8080"
	defaultGRPCAddr = ":9090"
)

// Settings is everything that differs between environments.
type Settings struct {
	Environment     string
	HTTPAddr        string
	GRPCAddr        string
	LogLevel        slog.Level
	DrainDelay      time.Duration
	ShutdownTimeout time.Duration
	PaymentsURL     string
	PaymentsTimeout time.Duration
	OTLPEndpoint    string
	SampleRatio     float64
	Faults          string
	PaymentsAPIKey  Secret
	OrderSigningKey Secret
}

// Load reads settings through getenv and reports every mistake at once.
func Load(getenv func(string) string) (Settings, error) {
	r := reader{getenv: getenv}
	secret := func(file, variable string) Secret {
		if dir := getenv("SECRETS_DIR"); dir != "" {
			return FileSecret(filepath.Join(dir, file))
		}
		return StaticSecret(getenv(variable))
	}
	s := Settings{
		Environment:     r.text("ENVIRONMENT", "local"),
		HTTPAddr:        r.text("HTTP_ADDR", defaultHTTPAddr),
		GRPCAddr:        r.text("GRPC_ADDR", defaultGRPCAddr),
		LogLevel:        r.level("LOG_LEVEL", slog.LevelInfo),
		DrainDelay:      r.duration("DRAIN_DELAY", 2*time.Second),
		ShutdownTimeout: r.duration("SHUTDOWN_TIMEOUT", 10*time.Second),
		PaymentsURL:     r.url("PAYMENTS_URL"),
		PaymentsTimeout: r.duration("PAYMENTS_TIMEOUT", 2*time.Second),
		OTLPEndpoint:    getenv("OTEL_EXPORTER_OTLP_ENDPOINT"),
		SampleRatio:     r.ratio("TRACE_SAMPLE_RATIO", 0.1),
		Faults:          getenv("CHECKOUT_FAULTS"),
		PaymentsAPIKey:  secret("payments-api-key", "PAYMENTS_API_KEY"),
		OrderSigningKey: secret("order-signing-key", "ORDER_SIGNING_KEY"),
	}
	return s, errors.Join(r.errs...)
}

type reader struct {
	getenv func(string) string
	errs   []error
}

func (r *reader) refuse(name, value, want string) {
	r.errs = append(r.errs, fmt.Errorf("%s=%q: want %s", name, value, want))
}

func (r *reader) text(name, fallback string) string {
	if value := r.getenv(name); value != "" {
		return value
	}
	return fallback
}

func (r *reader) duration(name string, fallback time.Duration) time.Duration {
	value, err := time.ParseDuration(r.text(name, fallback.String()))
	if err != nil || value < 0 {
		r.refuse(name, r.getenv(name), "a duration such as 5s")
	}
	return value
}

func (r *reader) ratio(name string, fallback float64) float64 {
	value, err := strconv.ParseFloat(r.text(name, strconv.FormatFloat(fallback, 'g', -1, 64)), 64)
	if err != nil || !(value >= 0 && value <= 1) {
		r.refuse(name, r.getenv(name), "a number from 0 to 1")
	}
	return value
}

func (r *reader) level(name string, fallback slog.Level) slog.Level {
	var level slog.Level
	if err := level.UnmarshalText([]byte(r.text(name, fallback.String()))); err != nil {
		r.refuse(name, r.getenv(name), "debug, info, warn or error")
	}
	return level
}

func (r *reader) url(name string) string {
	value := r.getenv(name)
	if value == "" {
		return ""
	}
	if u, err := url.Parse(value); err != nil || u.Host == "" || (u.Scheme != "http" && u.Scheme != "https") {
		r.refuse(name, value, "an http or https URL")
	}
	return value
}
