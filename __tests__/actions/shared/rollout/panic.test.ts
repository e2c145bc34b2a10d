import { expect, test } from '@jest/globals';
import { panicIn } from '../../../../actions/shared/rollout/causes/panic.ts';

const trimmed = `listening on :8080
panic: runtime error: index out of range [3] with length 2

goroutine 21 [running]:
net/http.(*conn).serve.func1()
	net/http/server.go:1947 +0xbe
panic({0x6f4a20?, 0xc0000b0000?})
	runtime/panic.go:792 +0x132
github.com/lib/pq@v1.10.9/conn.go
	github.com/lib/pq@v1.10.9/conn.go:12 +0x1
github.com/acme/checkout/internal/cart.(*Cart).Total(...)
	github.com/acme/checkout/internal/cart/cart.go:42
main.main()
	github.com/acme/checkout/main.go:17 +0x1d
exit status 2`;

test('the first own frame of a trimmed build', () => {
  expect(panicIn(trimmed)).toEqual({
    message: 'panic: runtime error: index out of range [3] with length 2',
    frame: {
      function: 'github.com/acme/checkout/internal/cart.(*Cart).Total',
      file: 'github.com/acme/checkout/internal/cart/cart.go',
      line: 42,
    },
  });
});

test('the first own frame of a build with paths, past Go itself and the module cache', () => {
  const log = `panic: boom [recovered]

goroutine 1 [running]:
panic({0x1?, 0x2?})
	/usr/local/go/src/runtime/panic.go:792 +0x132
github.com/x/y.Z(0x0)
	/home/runner/go/pkg/mod/github.com/x/y@v1.2.3/z.go:9 +0x1
main.run()
	/src/cmd/app/main.go:30 +0x2`;
  expect(panicIn(log)?.frame).toEqual({ function: 'main.run', file: '/src/cmd/app/main.go', line: 30 });
});

test('a fatal error of the runtime counts, the word panic in a log line does not', () => {
  expect(
    panicIn(
      'fatal error: all goroutines are asleep - deadlock!\n\ngoroutine 1 [select]:\nmain.main()\n\tmain.go:3',
    )?.message,
  ).toMatch(/deadlock/);
  expect(panicIn("don't panic: all is well\npanic: is what I would call it")).toBeUndefined();
});
