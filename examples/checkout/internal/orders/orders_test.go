package orders

import (
	"errors"
	"testing"
	"time"

	"example.com/checkout/internal/settings"
)

func TestAnyReplicaReadsAnOrder(t *testing.T) {
	want, err := NewBook(settings.StaticSecret("k")).Add(Order{
		PaymentID: "pay_1", Currency: "EUR", AmountCents: 850, CreatedAt: time.Now().UTC().Truncate(time.Second),
	})
	if err != nil {
		t.Fatal(err)
	}
	if got, err := NewBook(settings.StaticSecret("k")).Get(want.ID); got != want || err != nil {
		t.Errorf("got %+v, %v, want %+v", got, err, want)
	}
}

func TestForgedOrdersDoNotExist(t *testing.T) {
	book := NewBook(settings.StaticSecret("k"))
	other, err := NewBook(settings.StaticSecret("other")).Add(Order{PaymentID: "pay_1"})
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"", "x", ".", "!.!", "e30.!", "e30.AAAA", other.ID} {
		if _, err := book.Get(id); !errors.Is(err, ErrNotFound) {
			t.Errorf("%q: got %v", id, err)
		}
	}
}

func TestWithoutAKey(t *testing.T) {
	book := NewBook(settings.StaticSecret(""))
	if book.Check() == nil {
		t.Error("Check passed")
	}
	if _, err := book.Add(Order{}); err == nil {
		t.Error("Add passed")
	}
	if _, err := book.Get("e30.AAAA"); err == nil || errors.Is(err, ErrNotFound) {
		t.Errorf("got %v: a missing key is our fault, not the caller's", err)
	}
}
