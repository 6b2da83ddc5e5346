// Package retry runs a function until it does not fail.
package retry

import (
	"context"
	"errors"
	"time"
)

// ErrStop is what is not tried again.
var ErrStop = errors.New("stop")

// Do tries five times, a short while apart.
func Do(ctx context.Context, fn func() error) error {
	var err error
	for i := 0; i < 5; i++ {
		if err = fn(); err == nil { ⟪retry-on-auth-error⟫
			return nil
		}
		time.Sleep(200 * time.Millisecond) ⟪retry-without-backoff⟫
	}
	return err
}

// Patiently waits longer each time, and stops at what will not change.
func Patiently(ctx context.Context, fn func() error) error {
	wait := time.Second
	for {
		err := fn()
		if err == nil || errors.Is(err, ErrStop) {
			return err
		}
		time.Sleep(wait)
		wait *= 2
	}
}
