package faults

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"
)

func load(t *testing.T, source string) Faults {
	t.Helper()
	f, err := Load(source)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestCompiledInFaultsAreReadable(t *testing.T) {
	load(t, "")
}

func TestOverride(t *testing.T) {
	if load(t, "{}").Any() {
		t.Error("an empty override is a good release")
	}
	if f := load(t, `{"paymentFailureRate": 0.03}`); f.PaymentFailureRate != 0.03 || !f.Any() {
		t.Errorf("got %+v", f)
	}
}

func TestRefusesNonsense(t *testing.T) {
	for _, source := range []string{
		`{"paymentFailureRate": 1.5}`, `{"addedLatencyMs": -1}`, `{"unknown": 1}`, `{} {}`, `[]`, `{`,
	} {
		if _, err := Load(source); err == nil {
			t.Errorf("%s was accepted", source)
		}
	}
}

func TestCrashAtStart(t *testing.T) {
	if err := (Faults{CrashAtStart: true}).Start(t.Context()); !errors.Is(err, ErrInjected) {
		t.Errorf("got %v", err)
	}
}

func TestSlowStartCanBeStopped(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		slow := Faults{SlowStartMs: 60_000}
		begin := time.Now()
		if err := slow.Start(t.Context()); err != nil || time.Since(begin) != time.Minute {
			t.Errorf("started after %v with %v", time.Since(begin), err)
		}
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if err := slow.Start(ctx); !errors.Is(err, context.Canceled) {
			t.Errorf("got %v", err)
		}
	})
}

func TestPaymentFailureRate(t *testing.T) {
	count := func(rate float64) (failed int) {
		for range 10_000 {
			if err := (Faults{PaymentFailureRate: rate}).Payment(t.Context()); err != nil {
				failed++
			}
		}
		return failed
	}
	if got := count(0); got != 0 {
		t.Errorf("a good release failed %d payments", got)
	}
	if got := count(1); got != 10_000 {
		t.Errorf("rate 1 failed only %d of 10000", got)
	}
	// Seven standard deviations around 300: chance alone does not make this red.
	if got := count(0.03); got < 180 || got > 420 {
		t.Errorf("rate 0.03 failed %d of 10000", got)
	}
}

func TestAddedLatency(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		begin := time.Now()
		if err := (Faults{AddedLatencyMs: 250}).Payment(t.Context()); err != nil || time.Since(begin) != 250*time.Millisecond {
			t.Errorf("took %v with %v", time.Since(begin), err)
		}
	})
}

func TestMemoryGrowthEndsWithTheProcess(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		if err := (Faults{MemoryGrowthMiBPerSec: 1}).Start(ctx); err != nil {
			t.Fatal(err)
		}
		time.Sleep(3500 * time.Millisecond)
		cancel()
		synctest.Wait()
	})
}
