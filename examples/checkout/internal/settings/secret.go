package settings

import (
	"fmt"
	"os"
	"strings"
	"sync"
	"time"
)

// rereadAfter bounds how long a rotated secret goes unnoticed: Kubernetes updates mounted directories in place.
const rereadAfter = 15 * time.Second

// Secret gives the current value of a credential; an absent or empty one is an error.
type Secret interface {
	Value() (string, error)
}

// StaticSecret is a fixed value, for a laptop and for tests.
type StaticSecret string

// Value implements Secret.
func (s StaticSecret) Value() (string, error) {
	if s == "" {
		return "", fmt.Errorf("secret is not set")
	}
	return string(s), nil
}

// FileSecret reads a mounted file, again after rereadAfter.
func FileSecret(path string) Secret {
	return &fileSecret{path: path, now: time.Now}
}

type fileSecret struct {
	path string
	now  func() time.Time

	mu    sync.Mutex
	value string
	read  time.Time
}

// Value implements Secret. A failed read is not remembered.
func (s *fileSecret) Value() (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.value != "" && s.now().Sub(s.read) < rereadAfter {
		return s.value, nil
	}
	content, err := os.ReadFile(s.path)
	if err != nil {
		return "", fmt.Errorf("read secret: %w", err)
	}
	value := strings.TrimSpace(string(content))
	if value == "" {
		return "", fmt.Errorf("secret %s is empty", s.path)
	}
	s.value, s.read = value, s.now()
	return value, nil
}
