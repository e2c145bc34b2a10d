// Package checkoutv1 is generated from proto/checkout/v1/checkout.proto; only this file is written by hand.
package checkoutv1

//go:generate go -C ../../tools/protogen run . ../../proto ../.. checkout/v1/checkout.proto
