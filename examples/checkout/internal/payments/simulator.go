package payments

import (
	"context"
	"crypto/rand"
	"fmt"
	"sync/atomic"

	"example.com/checkout/internal/settings"
)

// DeclinedToken is the card that every test of a declined payment uses.
const DeclinedToken = "tok_declined"

// Simulator is a provider inside the process. Like a real one it wants an API key, and it can be down.
type Simulator struct {
	key  settings.Secret
	down atomic.Bool
}

// NewSimulator gives a simulator that is up.
func NewSimulator(key settings.Secret) *Simulator {
	return &Simulator{key: key}
}

// SetDown switches the provider off and on.
func (s *Simulator) SetDown(down bool) { s.down.Store(down) }

// Check implements Provider.
func (s *Simulator) Check(context.Context) error {
	if s.down.Load() {
		return ErrUnavailable
	}
	if _, err := s.key.Value(); err != nil {
		return fmt.Errorf("%w: %w", ErrUnavailable, err)
	}
	return nil
}

// Charge implements Provider.
func (s *Simulator) Charge(ctx context.Context, charge Charge) (string, error) {
	if err := s.Check(ctx); err != nil {
		return "", err
	}
	if charge.Token == DeclinedToken {
		return "", ErrDeclined
	}
	return "pay_" + rand.Text(), nil
}
