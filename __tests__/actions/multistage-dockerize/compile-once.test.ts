import { expect, test } from '@jest/globals';
import {
  redirected,
  replacementFor,
  selfContained,
} from '../../../actions/multistage-dockerize/src/plan/compile-once.ts';
import { readDockerfile } from '../../../actions/shared/dockerfile/dockerfile.ts';
import { expand } from '../../../actions/shared/dockerfile/expand.ts';

const read = (text: string, variables: [string, string][] = []) => readDockerfile(text, new Map(variables));

const simple = `ARG GO=golang:1.26
FROM \${GO} AS modules
RUN go mod download
FROM modules AS builder
RUN go build -o /out/app .
# runtime
FROM scratch
COPY --from=builder /out/app /app
ENTRYPOINT ["/app"]
`;

test('a stage that gives the binary alone is replaced as a whole', async () => {
  const file = await read(simple);
  const replacement = replacementFor(file, 'builder', '/tmp/checkout', 'Dockerfile');
  expect(replacement).toMatchObject({ pathInStage: '/out/app', name: 'builder', redirect: undefined });
  expect(redirected(file, replacement)).toBe(simple);
});

test('a builder without named contexts gets a stand-in, and stages nobody needs go; lines stay', async () => {
  const file = await read(simple);
  const text = selfContained(file, replacementFor(file, 'builder', '/tmp/app', 'Dockerfile'), '.bin');
  expect(text.split('\n')).toEqual([
    'ARG GO=golang:1.26',
    '',
    '',
    'FROM scratch AS builder',
    'COPY [".bin","/out/app"]',
    '',
    'FROM scratch',
    'COPY --from=builder /out/app /app',
    'ENTRYPOINT ["/app"]',
    '',
  ]);
});

const mixed = `FROM golang AS builder
RUN build
FROM scratch
COPY --from=builder /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --chmod=0755 --from=builder /out/app /app
`;

test('where more is taken from the stage, only the COPY of the binary is sent elsewhere', async () => {
  const file = await read(mixed);
  const replacement = replacementFor(file, 'builder', '/tmp/app', 'Dockerfile');
  expect(replacement.redirect?.line).toBe(5);
  expect(redirected(file, replacement)).toBe(
    mixed.replace('--from=builder /out/app', '--from=seatrial-compiled /out/app'),
  );
  const text = selfContained(file, replacement, '.bin');
  expect(
    text.startsWith('FROM scratch AS seatrial-compiled\nCOPY [".bin","/out/app"]\nFROM golang AS builder'),
  ).toBe(true);
});

test('a stage that others stand on stays', async () => {
  const file = await read(
    `FROM golang AS builder\nFROM builder AS test\nFROM scratch\nCOPY --from=builder /app /app\n`,
  );
  expect(replacementFor(file, 'builder', '/tmp/app', 'D').redirect?.line).toBe(4);
});

test('variables of the path are filled in, and an unknown one is told with its line', async () => {
  const text =
    'FROM golang AS builder\nFROM scratch\nARG TARGETARCH\nCOPY --from=builder /out/app-${TARGETARCH} /app\n';
  const known = await read(text, [['TARGETARCH', 'arm64']]);
  expect(replacementFor(known, 'builder', '/tmp/x', 'D').pathInStage).toBe('/out/app-arm64');
  const unknown = await read(text.replace('ARG TARGETARCH\n', 'LABEL a=b\n'));
  expect(() => replacementFor(unknown, 'builder', '/tmp/x', 'D')).toThrow(/is not known/);
});

test.each([
  ['FROM golang AS build\nFROM scratch\nCOPY --from=build /a /a', /no stage "builder".*its stages are build/],
  ['FROM golang AS builder\nFROM scratch', /nothing is copied from it/],
  ['FROM golang AS builder\nFROM scratch\nCOPY --from=builder /a /b /c/', /\/a, \/b are copied/],
])('what can not be told apart is refused with its line (%#)', async (text, message) => {
  const file = await read(text);
  expect(() => replacementFor(file, 'builder', '/tmp/app', 'D')).toThrow(message);
});

test('expand knows the forms of a shell that Dockerfiles have', () => {
  const known = new Map([
    ['A', '1'],
    ['E', ''],
  ]);
  expect(expand('$A ${A} ${B:-x} ${E:-y} ${A:+z} ${B:+z} $B', known)).toBe('1 1 x y z  $B');
});
