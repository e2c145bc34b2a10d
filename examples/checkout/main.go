// Command checkout sells carts: HTTP for browsers, gRPC for the other services of the shop.
package main

import (
	"context"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"syscall"

	"example.com/checkout/internal/app"
	"example.com/checkout/internal/buildinfo"
	"example.com/checkout/internal/settings"
	"example.com/checkout/internal/telemetry"
)

// Set by the linker: -X main.version=… -X main.commit=…
var version, commit string

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGINT)
	defer stop()
	context.AfterFunc(ctx, stop) // a second signal ends the process at once
	if code := run(ctx, os.Getenv, os.Stdout); code != 0 {
		os.Exit(code)
	}
}

// run gives the exit code: 2 for settings that can't be used, 1 for everything else that went wrong.
func run(ctx context.Context, getenv func(string) string, out io.Writer) int {
	build := buildinfo.Resolve(version, commit)
	log := telemetry.NewLogger(out, slog.LevelInfo, build)
	s, err := settings.Load(getenv)
	if err != nil {
		log.Error("settings refused", "error", err.Error())
		return 2
	}
	if err := app.Run(ctx, s, build, out); err != nil {
		log.Error("failed", "error", err.Error())
		return 1
	}
	return 0
}
