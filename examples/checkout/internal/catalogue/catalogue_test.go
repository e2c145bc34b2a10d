package catalogue

import (
	"errors"
	"testing"
)

func TestTotal(t *testing.T) {
	got, err := Total("EUR", []Item{{"rope", 2}, {"bell", 1}})
	if got != 2*1_999+4_500 || err != nil {
		t.Errorf("got %d, %v", got, err)
	}
}

func TestRefuses(t *testing.T) {
	for name, tc := range map[string]struct {
		currency string
		items    []Item
	}{
		"other currency": {"USD", []Item{{"rope", 1}}},
		"empty":          {"EUR", nil},
		"too long":       {"EUR", make([]Item, maxLines+1)},
		"unknown sku":    {"EUR", []Item{{"whale", 1}}},
		"none of it":     {"EUR", []Item{{"rope", 0}}},
		"too many":       {"EUR", []Item{{"rope", maxQuantity + 1}}},
	} {
		if _, err := Total(tc.currency, tc.items); !errors.Is(err, ErrInvalid) {
			t.Errorf("%s: got %v", name, err)
		}
	}
}
