// Package faults makes a release bad on purpose. faults.json is compiled in, so that one commit makes one bad release;
// CHECKOUT_FAULTS (the same JSON) replaces it in tests.
package faults

import (
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"time"
)

//go:embed faults.json
var compiledIn string

// ErrInjected marks every failure that was made on purpose.
var ErrInjected = errors.New("fault injected")

// Faults says what this release does wrong; the zero value is a good release.
type Faults struct {
	PaymentFailureRate    float64 `json:"paymentFailureRate"`
	AddedLatencyMs        int     `json:"addedLatencyMs"`
	SlowStartMs           int     `json:"slowStartMs"`
	MemoryGrowthMiBPerSec int     `json:"memoryGrowthMiBPerSec"`
	CrashAtStart          bool    `json:"crashAtStart"`
}

// Load gives the compiled-in faults, or override where it is not empty.
func Load(override string) (Faults, error) {
	source := compiledIn
	if override != "" {
		source = override
	}
	var f Faults
	decoder := json.NewDecoder(bytes.NewReader([]byte(source)))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&f); err != nil {
		return Faults{}, fmt.Errorf("faults: %w", err)
	}
	if _, err := decoder.Token(); err != io.EOF {
		return Faults{}, errors.New("faults: text after the JSON object")
	}
	if f.PaymentFailureRate < 0 || f.PaymentFailureRate > 1 {
		return Faults{}, errors.New("faults: paymentFailureRate must be from 0 to 1")
	}
	if f.AddedLatencyMs < 0 || f.SlowStartMs < 0 || f.MemoryGrowthMiBPerSec < 0 {
		return Faults{}, errors.New("faults: no number may be negative")
	}
	return f, nil
}

// Any tells whether something is wrong on purpose.
func (f Faults) Any() bool { return f != Faults{} }

// Start plays the faults of a start: it returns ErrInjected for a crash and ctx's error when stopped while slow.
func (f Faults) Start(ctx context.Context) error {
	if f.CrashAtStart {
		return fmt.Errorf("crash at start: %w", ErrInjected)
	}
	if err := sleep(ctx, f.SlowStartMs); err != nil {
		return err
	}
	if f.MemoryGrowthMiBPerSec > 0 {
		go f.grow(ctx)
	}
	return nil
}

// Payment adds the latency of this release to one payment and fails its share of them.
func (f Faults) Payment(ctx context.Context) error {
	if err := sleep(ctx, f.AddedLatencyMs); err != nil {
		return err
	}
	if f.PaymentFailureRate > 0 && rand.Float64() < f.PaymentFailureRate {
		return ErrInjected
	}
	return nil
}

func (f Faults) grow(ctx context.Context) {
	var held [][]byte
	for sleep(ctx, 1000) == nil {
		block := make([]byte, f.MemoryGrowthMiBPerSec<<20)
		for i := 0; i < len(block); i += 4096 {
			block[i] = 1 // a page counts only once it was touched
		}
		held = append(held, block)
	}
	_ = held
}

func sleep(ctx context.Context, ms int) error {
	if ms == 0 {
		return nil
	}
	timer := time.NewTimer(time.Duration(ms) * time.Millisecond)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
