// Package catalogue prices carts: the customer says what and how many, the shop says how much.
package catalogue

import (
	"errors"
	"fmt"
)

const (
	maxLines    = 50
	maxQuantity = 100
	currency    = "EUR"
)

// ErrInvalid marks a cart that can't be sold.
var ErrInvalid = errors.New("invalid cart")

var cents = map[string]int64{
	"anchor":      12_900,
	"bell":        4_500,
	"compass":     7_950,
	"rope":        1_999,
	"signal-flag": 850,
}

// Item is one line of a cart.
type Item struct {
	SKU      string `json:"sku"`
	Quantity uint32 `json:"quantity"`
}

// Total is the price of items in the wanted currency.
func Total(wanted string, items []Item) (int64, error) {
	if wanted != currency {
		return 0, fmt.Errorf("%w: currency %q, want %s", ErrInvalid, wanted, currency)
	}
	if len(items) == 0 || len(items) > maxLines {
		return 0, fmt.Errorf("%w: %d lines, want 1 to %d", ErrInvalid, len(items), maxLines)
	}
	var total int64
	for _, item := range items {
		price, ok := cents[item.SKU]
		if !ok {
			return 0, fmt.Errorf("%w: unknown sku %q", ErrInvalid, item.SKU)
		}
		if item.Quantity == 0 || item.Quantity > maxQuantity {
			return 0, fmt.Errorf("%w: %d of %s, want 1 to %d", ErrInvalid, item.Quantity, item.SKU, maxQuantity)
		}
		total += price * int64(item.Quantity)
	}
	return total, nil
}
