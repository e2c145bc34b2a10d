// Package shop turns a cart into an order: price it, charge it, book it.
package shop

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"example.com/checkout/internal/catalogue"
	"example.com/checkout/internal/faults"
	"example.com/checkout/internal/orders"
	"example.com/checkout/internal/payments"
)

// Results of a payment, as counted.
const (
	Succeeded = "succeeded"
	Declined  = "declined"
	Failed    = "failed"
)

// Cart is what a customer wants to buy.
type Cart struct {
	Currency     string           `json:"currency"`
	Items        []catalogue.Item `json:"items"`
	PaymentToken string           `json:"paymentToken"`
}

// Shop sells carts.
type Shop struct {
	Payments payments.Provider
	Orders   *orders.Book
	Faults   faults.Faults
	// Count is told the result of every payment.
	Count func(result string)
	Log   *slog.Logger
}

// Check tells whether a sale could succeed now.
func (s *Shop) Check(ctx context.Context) error {
	if err := s.Payments.Check(ctx); err != nil {
		return fmt.Errorf("payments: %w", err)
	}
	if err := s.Orders.Check(); err != nil {
		return fmt.Errorf("orders: %w", err)
	}
	return nil
}

// Place sells the cart.
func (s *Shop) Place(ctx context.Context, cart Cart) (orders.Order, error) {
	total, err := catalogue.Total(cart.Currency, cart.Items)
	if err != nil {
		return orders.Order{}, err
	}
	if cart.PaymentToken == "" {
		return orders.Order{}, fmt.Errorf("%w: no paymentToken", catalogue.ErrInvalid)
	}
	paymentID, err := s.charge(ctx, payments.Charge{
		Token: cart.PaymentToken, Currency: cart.Currency, AmountCents: total,
	})
	if err != nil {
		return orders.Order{}, err
	}
	order, err := s.Orders.Add(orders.Order{
		PaymentID: paymentID, Currency: cart.Currency, AmountCents: total,
		CreatedAt: time.Now().UTC().Truncate(time.Second),
	})
	if err != nil {
		return orders.Order{}, err
	}
	s.Log.InfoContext(ctx, "order placed", "payment_id", paymentID, "amount_cents", total, "currency", cart.Currency)
	return order, nil
}

func (s *Shop) charge(ctx context.Context, charge payments.Charge) (string, error) {
	id, err := "", s.Faults.Payment(ctx)
	if err != nil {
		err = fmt.Errorf("%w: %w", payments.ErrUnavailable, err)
	} else {
		id, err = s.Payments.Charge(ctx, charge)
	}
	switch {
	case err == nil:
		s.Count(Succeeded)
	case errors.Is(err, payments.ErrDeclined):
		s.Count(Declined)
	default:
		s.Count(Failed)
		s.Log.ErrorContext(ctx, "payment failed", "error", err.Error())
	}
	return id, err
}
