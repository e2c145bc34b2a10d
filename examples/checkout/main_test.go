package main

import (
	"bytes"
	"context"
	"strings"
	"testing"
)

func exitCode(t *testing.T, env map[string]string) (int, string) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	cancel() // a process that starts all the same stops at once
	var out bytes.Buffer
	code := run(ctx, func(name string) string { return env[name] }, &out)
	return code, out.String()
}

func TestExitCodes(t *testing.T) {
	for name, tc := range map[string]struct {
		env  map[string]string
		want int
		says string
	}{
		"stopped": {
			map[string]string{"HTTP_ADDR": "127.0.0.1:0", "GRPC_ADDR": "127.0.0.1:0", "DRAIN_DELAY": "0s", "CHECKOUT_FAULTS": "{}"},
			0, `"msg":"stopped"`,
		},
		"settings refused": {map[string]string{"LOG_LEVEL": "loud"}, 2, "LOG_LEVEL"},
		"crash at start":   {map[string]string{"CHECKOUT_FAULTS": `{"crashAtStart":true}`}, 1, "crash at start"},
		"port taken":       {map[string]string{"HTTP_ADDR": "nowhere", "CHECKOUT_FAULTS": "{}"}, 1, "listen for HTTP"},
	} {
		t.Run(name, func(t *testing.T) {
			code, out := exitCode(t, tc.env)
			if code != tc.want || !strings.Contains(out, tc.says) {
				t.Errorf("code %d, want %d, with %q in:\n%s", code, tc.want, tc.says, out)
			}
		})
	}
}
