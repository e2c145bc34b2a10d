// Package httpapi serves the shop to browsers, the probes to Kubernetes and the metrics to Prometheus.
package httpapi

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"time"

	"example.com/checkout/internal/buildinfo"
	"example.com/checkout/internal/catalogue"
	"example.com/checkout/internal/faults"
	"example.com/checkout/internal/metrics"
	"example.com/checkout/internal/orders"
	"example.com/checkout/internal/payments"
	"example.com/checkout/internal/shop"
)

const (
	maxBody      = 64 << 10
	readyTimeout = time.Second
)

// API is the HTTP side of the service.
type API struct {
	Shop    *shop.Shop
	Metrics *metrics.Metrics
	Build   buildinfo.Info
	Log     *slog.Logger
	// Draining tells whether the process was asked to stop.
	Draining func() bool
}

// Handler routes requests.
func (a *API) Handler() http.Handler {
	routes := http.NewServeMux()
	routes.HandleFunc("POST /checkout", a.checkout)
	routes.HandleFunc("GET /orders/{id}", a.order)

	all := http.NewServeMux()
	all.HandleFunc("GET /healthz", a.healthz)
	all.HandleFunc("GET /ready", a.ready)
	all.Handle("GET /metrics", a.Metrics.Handler())
	all.Handle("/", a.observed(routes))
	return a.stamped(all)
}

func (a *API) checkout(w http.ResponseWriter, r *http.Request) {
	var cart shop.Cart
	decoder := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxBody))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&cart); err != nil {
		a.problem(w, r, http.StatusBadRequest, "The cart is not readable", err.Error())
		return
	}
	order, err := a.Shop.Place(r.Context(), cart)
	if err != nil {
		a.refuse(w, r, err)
		return
	}
	w.Header().Set("Location", "/orders/"+order.ID)
	a.answer(w, r, http.StatusCreated, order)
}

func (a *API) order(w http.ResponseWriter, r *http.Request) {
	order, err := a.Shop.Orders.Get(r.PathValue("id"))
	if err != nil {
		a.refuse(w, r, err)
		return
	}
	a.answer(w, r, http.StatusOK, order)
}

// healthz is liveness: the process answers. It asks nobody else, or a broken dependency would restart every replica.
func (a *API) healthz(w http.ResponseWriter, r *http.Request) {
	a.answer(w, r, http.StatusOK, map[string]string{"status": "ok", "version": a.Build.Version, "commit": a.Build.Commit})
}

// ready is readiness: may traffic come here now?
func (a *API) ready(w http.ResponseWriter, r *http.Request) {
	if a.Draining() {
		a.problem(w, r, http.StatusServiceUnavailable, "Not ready", "shutting down")
		return
	}
	ctx, cancel := context.WithTimeout(r.Context(), readyTimeout)
	defer cancel()
	if err := a.Shop.Check(ctx); err != nil {
		a.problem(w, r, http.StatusServiceUnavailable, "Not ready", err.Error())
		return
	}
	a.answer(w, r, http.StatusOK, map[string]string{"status": "ready"})
}

func (a *API) refuse(w http.ResponseWriter, r *http.Request, err error) {
	if errors.Is(err, faults.ErrInjected) {
		w.Header().Set("X-Fault", "injected")
	}
	switch {
	case errors.Is(err, catalogue.ErrInvalid):
		a.problem(w, r, http.StatusUnprocessableEntity, "This cart can't be sold", err.Error())
	case errors.Is(err, payments.ErrDeclined):
		a.problem(w, r, http.StatusPaymentRequired, "Payment declined", "The payment provider declined the charge.")
	case errors.Is(err, payments.ErrUnavailable):
		a.problem(w, r, http.StatusBadGateway, "Payment failed", "The payment provider did not take the charge.")
	case errors.Is(err, orders.ErrNotFound):
		a.problem(w, r, http.StatusNotFound, "No such order", "This shop never gave out that order id.")
	default:
		a.Log.ErrorContext(r.Context(), "request failed", "error", err.Error())
		a.problem(w, r, http.StatusInternalServerError, "Internal error", "The error was logged under this trace id.")
	}
}
