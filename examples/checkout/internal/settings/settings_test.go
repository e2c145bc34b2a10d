package settings

import (
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func env(values map[string]string) func(string) string {
	return func(name string) string { return values[name] }
}

func TestDefaults(t *testing.T) {
	s, err := Load(env(nil))
	if err != nil {
		t.Fatal(err)
	}
	if s.HTTPAddr != ":8080" || s.GRPCAddr != ":9090" || s.SampleRatio != 0.1 || s.LogLevel != slog.LevelInfo {
		t.Errorf("got %+v", s)
	}
}

func TestReadsEverySetting(t *testing.T) {
	s, err := Load(env(map[string]string{
		"ENVIRONMENT": "staging", "HTTP_ADDR": ":1", "GRPC_ADDR": ":2", "LOG_LEVEL": "debug", "DRAIN_DELAY": "3s",
		"SHUTDOWN_TIMEOUT": "4s", "PAYMENTS_URL": "https://pay.example", "PAYMENTS_TIMEOUT": "5s",
		"TRACE_SAMPLE_RATIO": "1", "PAYMENTS_API_KEY": "key", "ORDER_SIGNING_KEY": "sign",
	}))
	if err != nil {
		t.Fatal(err)
	}
	if s.Environment != "staging" || s.LogLevel != slog.LevelDebug || s.DrainDelay != 3*time.Second ||
		s.PaymentsURL != "https://pay.example" || s.SampleRatio != 1 {
		t.Errorf("got %+v", s)
	}
	if key, err := s.PaymentsAPIKey.Value(); key != "key" || err != nil {
		t.Errorf("got %q, %v", key, err)
	}
}

func TestNamesEveryMistake(t *testing.T) {
	_, err := Load(env(map[string]string{
		"LOG_LEVEL": "loud", "DRAIN_DELAY": "-1s", "SHUTDOWN_TIMEOUT": "soon", "PAYMENTS_URL": "pay.example",
		"TRACE_SAMPLE_RATIO": "NaN",
	}))
	if err == nil {
		t.Fatal("nonsense was accepted")
	}
	for _, name := range []string{"LOG_LEVEL", "DRAIN_DELAY", "SHUTDOWN_TIMEOUT", "PAYMENTS_URL", "TRACE_SAMPLE_RATIO"} {
		if !strings.Contains(err.Error(), name) {
			t.Errorf("%s is not named in: %v", name, err)
		}
	}
}

func TestUnsetSecretIsAnError(t *testing.T) {
	s, _ := Load(env(nil))
	if _, err := s.OrderSigningKey.Value(); err == nil {
		t.Error("an unset secret has a value")
	}
}

func TestMountedSecretIsReadAgain(t *testing.T) {
	dir := t.TempDir()
	s, _ := Load(env(map[string]string{"SECRETS_DIR": dir}))
	secret := s.PaymentsAPIKey.(*fileSecret)
	now := time.Now()
	secret.now = func() time.Time { return now }
	path := filepath.Join(dir, "payments-api-key")
	write := func(value string) {
		t.Helper()
		if err := os.WriteFile(path, []byte(value), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	expect := func(want string) {
		t.Helper()
		if got, _ := secret.Value(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}

	expect("")
	write(" \n")
	expect("")
	write("first\n")
	expect("first")
	write("second\n")
	expect("first")
	now = now.Add(rereadAfter)
	expect("second")
}
