package shop

import (
	"errors"
	"log/slog"
	"testing"

	"example.com/checkout/internal/catalogue"
	"example.com/checkout/internal/faults"
	"example.com/checkout/internal/orders"
	"example.com/checkout/internal/payments"
	"example.com/checkout/internal/settings"
)

type fixture struct {
	*Shop
	simulator *payments.Simulator
	counted   []string
}

func newShop(f faults.Faults, paymentsKey, orderKey settings.StaticSecret) *fixture {
	simulator := payments.NewSimulator(paymentsKey)
	made := &fixture{simulator: simulator}
	made.Shop = &Shop{
		Payments: simulator,
		Orders:   orders.NewBook(orderKey),
		Faults:   f,
		Count:    func(result string) { made.counted = append(made.counted, result) },
		Log:      slog.New(slog.DiscardHandler),
	}
	return made
}

func cart(token string) Cart {
	return Cart{Currency: "EUR", Items: []catalogue.Item{{SKU: "rope", Quantity: 1}}, PaymentToken: token}
}

func (f *fixture) expectCounted(t *testing.T, want string) {
	t.Helper()
	if len(f.counted) != 1 || f.counted[0] != want {
		t.Errorf("counted %v, want one %s", f.counted, want)
	}
}

func TestPlace(t *testing.T) {
	s := newShop(faults.Faults{}, "k", "k")
	placed, err := s.Place(t.Context(), cart("tok_visa"))
	if err != nil || placed.AmountCents != 1_999 {
		t.Fatalf("got %+v, %v", placed, err)
	}
	if read, err := s.Orders.Get(placed.ID); err != nil || read != placed {
		t.Errorf("read back %+v, %v", read, err)
	}
	s.expectCounted(t, Succeeded)
}

func TestAnInvalidCartIsNotCharged(t *testing.T) {
	s := newShop(faults.Faults{}, "k", "k")
	for _, c := range []Cart{{}, cart("")} {
		if _, err := s.Place(t.Context(), c); !errors.Is(err, catalogue.ErrInvalid) {
			t.Errorf("got %v", err)
		}
	}
	if len(s.counted) != 0 {
		t.Errorf("counted %v", s.counted)
	}
}

func TestDeclined(t *testing.T) {
	s := newShop(faults.Faults{}, "k", "k")
	if _, err := s.Place(t.Context(), cart(payments.DeclinedToken)); !errors.Is(err, payments.ErrDeclined) {
		t.Errorf("got %v", err)
	}
	s.expectCounted(t, Declined)
}

func TestInjectedFailureLooksLikeAnUnavailableProvider(t *testing.T) {
	s := newShop(faults.Faults{PaymentFailureRate: 1}, "k", "k")
	_, err := s.Place(t.Context(), cart("tok_visa"))
	if !errors.Is(err, payments.ErrUnavailable) || !errors.Is(err, faults.ErrInjected) {
		t.Errorf("got %v", err)
	}
	s.expectCounted(t, Failed)
}

func TestCheck(t *testing.T) {
	s := newShop(faults.Faults{}, "k", "k")
	if err := s.Check(t.Context()); err != nil {
		t.Error(err)
	}
	s.simulator.SetDown(true)
	if err := s.Check(t.Context()); !errors.Is(err, payments.ErrUnavailable) {
		t.Errorf("got %v", err)
	}
	unsigned := newShop(faults.Faults{}, "k", "")
	if unsigned.Check(t.Context()) == nil {
		t.Error("ready without a signing key")
	}
	if _, err := unsigned.Place(t.Context(), cart("tok_visa")); err == nil {
		t.Error("an order that can't be signed was given out")
	}
}
