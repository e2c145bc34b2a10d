//go:build integration

// Package integration checks a deployed instance from outside, as a customer sees it:
//
//	BASE_URL=http://gateway:port HOST_HEADER=checkout.example.com go test -tags=integration -count=1 ./integration
//
// EXPECT_VERSION, where set, must be the version that answers.
package integration

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"
)

const cart = `{"currency":"EUR","items":[{"sku":"bell","quantity":2}],"paymentToken":"TOKEN"}`

type answer struct {
	status int
	header http.Header
	body   []byte
}

var client = &http.Client{Timeout: 10 * time.Second}

func call(t *testing.T, method, path, body string) answer {
	t.Helper()
	base := strings.TrimSuffix(os.Getenv("BASE_URL"), "/")
	if base == "" {
		t.Fatal("BASE_URL is not set: the address of the deployed service, such as http://127.0.0.1:8080")
	}
	request, err := http.NewRequestWithContext(t.Context(), method, base+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	if host := os.Getenv("HOST_HEADER"); host != "" {
		request.Host = host
	}
	response, err := client.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	content, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer{response.StatusCode, response.Header, content}
}

func (a answer) expect(t *testing.T, status int) answer {
	t.Helper()
	if a.status != status {
		t.Fatalf("status %d, want %d: %s", a.status, status, bytes.TrimSpace(a.body))
	}
	return a
}

// checkout tries again after a failed payment, as the shop's front end does: this check is about behaviour, how often a
// payment fails is the canary's question.
func checkout(t *testing.T, body string) answer {
	t.Helper()
	var got answer
	for range 5 {
		got = call(t, "POST", "/checkout", body)
		if got.status != http.StatusBadGateway {
			break
		}
	}
	return got
}

func paidWith(token string) string { return strings.Replace(cart, "TOKEN", token, 1) }

func TestTheExpectedVersionAnswers(t *testing.T) {
	got := call(t, "GET", "/healthz", "").expect(t, 200).header.Get("X-Checkout-Version")
	if want := os.Getenv("EXPECT_VERSION"); got == "" || (want != "" && got != want) {
		t.Errorf("X-Checkout-Version is %q, want %q", got, want)
	}
}

func TestReady(t *testing.T) {
	call(t, "GET", "/ready", "").expect(t, 200)
}

func TestACustomerBuysAndReadsTheOrder(t *testing.T) {
	created := checkout(t, paidWith("tok_visa")).expect(t, 201)
	var order struct {
		ID          string `json:"id"`
		AmountCents int64  `json:"amountCents"`
	}
	if err := json.Unmarshal(created.body, &order); err != nil || order.ID == "" || order.AmountCents != 9000 {
		t.Fatalf("got %s (%v)", created.body, err)
	}
	read := call(t, "GET", created.header.Get("Location"), "").expect(t, 200)
	if !bytes.Equal(read.body, created.body) {
		t.Errorf("created %s, read %s", created.body, read.body)
	}
}

func TestRefusalsAreProblemDocuments(t *testing.T) {
	for name, got := range map[string]answer{
		"empty cart":    checkout(t, `{"currency":"EUR"}`).expect(t, 422),
		"declined card": checkout(t, paidWith("tok_declined")).expect(t, 402),
		"unknown order": call(t, "GET", "/orders/none", "").expect(t, 404),
	} {
		if kind := got.header.Get("Content-Type"); kind != "application/problem+json" {
			t.Errorf("%s: Content-Type %q", name, kind)
		}
	}
}
