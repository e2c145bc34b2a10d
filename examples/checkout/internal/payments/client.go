package payments

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"example.com/checkout/internal/settings"
	"go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp"
)

const maxAnswer = 64 << 10

// Client talks to a provider over HTTP: POST /charges and GET /status, with the API key as bearer token.
type Client struct {
	base string
	key  settings.Secret
	http *http.Client
}

// NewClient gives a client whose every call ends after timeout.
func NewClient(base string, timeout time.Duration, key settings.Secret) *Client {
	return &Client{
		base: strings.TrimSuffix(base, "/"),
		key:  key,
		http: &http.Client{Timeout: timeout, Transport: otelhttp.NewTransport(http.DefaultTransport)},
	}
}

// Check implements Provider.
func (c *Client) Check(ctx context.Context) error {
	status, _, err := c.call(ctx, http.MethodGet, "/status", nil)
	if err == nil && status != http.StatusOK {
		err = fmt.Errorf("%w: status %d", ErrUnavailable, status)
	}
	return err
}

// Charge implements Provider.
func (c *Client) Charge(ctx context.Context, charge Charge) (string, error) {
	body, err := json.Marshal(charge)
	if err != nil {
		return "", err
	}
	status, answer, err := c.call(ctx, http.MethodPost, "/charges", body)
	switch {
	case err != nil:
		return "", err
	case status == http.StatusPaymentRequired:
		return "", ErrDeclined
	case status != http.StatusOK && status != http.StatusCreated:
		return "", fmt.Errorf("%w: status %d", ErrUnavailable, status)
	}
	var receipt struct {
		ID string `json:"id"`
	}
	if err := json.Unmarshal(answer, &receipt); err != nil || receipt.ID == "" {
		return "", fmt.Errorf("%w: answer without a payment id", ErrUnavailable)
	}
	return receipt.ID, nil
}

func (c *Client) call(ctx context.Context, method, path string, body []byte) (int, []byte, error) {
	key, err := c.key.Value()
	if err != nil {
		return 0, nil, fmt.Errorf("%w: %w", ErrUnavailable, err)
	}
	request, err := http.NewRequestWithContext(ctx, method, c.base+path, bytes.NewReader(body))
	if err != nil {
		return 0, nil, err
	}
	request.Header.Set("Authorization", "Bearer "+key)
	request.Header.Set("Content-Type", "application/json")
	response, err := c.http.Do(request)
	if err != nil {
		return 0, nil, fmt.Errorf("%w: %w", ErrUnavailable, err)
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(io.LimitReader(response.Body, maxAnswer))
	if err != nil {
		return 0, nil, fmt.Errorf("%w: %w", ErrUnavailable, err)
	}
	return response.StatusCode, answer, nil
}
