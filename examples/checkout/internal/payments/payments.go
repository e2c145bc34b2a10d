// Package payments takes the money. A Provider is the in-process simulator or the HTTP client of a real provider.
package payments

import (
	"context"
	"errors"
	"time"

	"example.com/checkout/internal/settings"
)

var (
	// ErrDeclined is the customer's problem: the provider answered, and said no.
	ErrDeclined = errors.New("payment declined")
	// ErrUnavailable is ours: nobody knows whether a second attempt would succeed.
	ErrUnavailable = errors.New("payment provider unavailable")
)

// Charge is what is asked of a provider.
type Charge struct {
	Token       string `json:"token"`
	Currency    string `json:"currency"`
	AmountCents int64  `json:"amountCents"`
}

// Provider charges customers.
type Provider interface {
	// Charge returns the provider's payment id.
	Charge(ctx context.Context, charge Charge) (string, error)
	// Check tells whether charging could work now; it moves no money.
	Check(ctx context.Context) error
}

// New gives the client of the provider at url, or the simulator where no url is set.
func New(url string, timeout time.Duration, key settings.Secret) Provider {
	if url == "" {
		return NewSimulator(key)
	}
	return NewClient(url, timeout, key)
}
