// Package orders keeps orders without a database: an order's id is the order itself, signed. Any replica, of any
// version, can answer for it, so neither a rollout nor a restart loses one. A shop with a database would put it here.
package orders

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"example.com/checkout/internal/settings"
)

// ErrNotFound is the answer to an id that this shop never gave out.
var ErrNotFound = errors.New("order not found")

var encoding = base64.RawURLEncoding

// Order is a paid cart.
type Order struct {
	ID          string    `json:"id,omitempty"`
	PaymentID   string    `json:"paymentId"`
	Currency    string    `json:"currency"`
	AmountCents int64     `json:"amountCents"`
	CreatedAt   time.Time `json:"createdAt"`
}

// Book signs and reads orders.
type Book struct {
	key settings.Secret
}

// NewBook gives a book that signs with key.
func NewBook(key settings.Secret) *Book {
	return &Book{key: key}
}

// Check tells whether orders can be signed; without it a customer would pay and get no order.
func (b *Book) Check() error {
	_, err := b.key.Value()
	return err
}

// Add gives the order its id.
func (b *Book) Add(order Order) (Order, error) {
	order.ID = ""
	payload, err := json.Marshal(order)
	if err != nil {
		return Order{}, err
	}
	mac, err := b.sign(payload)
	if err != nil {
		return Order{}, fmt.Errorf("sign order: %w", err)
	}
	order.ID = encoding.EncodeToString(payload) + "." + encoding.EncodeToString(mac)
	return order, nil
}

// Get reads an order back from its id.
func (b *Book) Get(id string) (Order, error) {
	head, tail, _ := strings.Cut(id, ".")
	payload, err := encoding.DecodeString(head)
	if err != nil {
		return Order{}, ErrNotFound
	}
	given, err := encoding.DecodeString(tail)
	if err != nil {
		return Order{}, ErrNotFound
	}
	mac, err := b.sign(payload)
	if err != nil {
		return Order{}, fmt.Errorf("verify order: %w", err)
	}
	var order Order
	if !hmac.Equal(given, mac) || json.Unmarshal(payload, &order) != nil {
		return Order{}, ErrNotFound
	}
	order.ID = id
	return order, nil
}

func (b *Book) sign(payload []byte) ([]byte, error) {
	key, err := b.key.Value()
	if err != nil {
		return nil, err
	}
	mac := hmac.New(sha256.New, []byte(key))
	mac.Write(payload)
	return mac.Sum(nil)[:16], nil
}
