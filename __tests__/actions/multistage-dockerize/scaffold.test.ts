import { expect, test } from '@jest/globals';
import {
  baseFor,
  goVersion,
  scaffold,
} from '../../../actions/multistage-dockerize/src/dockerfile/scaffold.ts';
import { replacementFor } from '../../../actions/multistage-dockerize/src/plan/compile-once.ts';
import { readDockerfile } from '../../../actions/shared/dockerfile/dockerfile.ts';
import type { RuntimeNeeds } from '../../../actions/shared/elf/needs.ts';

const linkage = (kind: 'static' | 'glibc' | 'musl', glibc?: string) => ({
  kind,
  libraries: [],
  because: 'seen',
  ...(glibc === undefined ? {} : { glibc }),
});

const program = (kind: 'static' | 'glibc' | 'musl', glibc?: string, needs?: RuntimeNeeds) => ({
  linkage: linkage(kind, glibc),
  needs,
});
const nothing = { certificates: false, tlsClient: false, zones: false, temporaryFiles: false };

test.each([
  [undefined, /static-debian12/],
  [program('static'), /static-debian12/],
  [program('static', undefined, { ...nothing, certificates: true, tlsClient: true }), /static-debian12/],
  [program('static', undefined, { ...nothing, temporaryFiles: true }), /static-debian12/],
  [program('static', undefined, nothing), /^scratch$/],
  [program('glibc', '2.34', nothing), /base-debian12/],
  [program('glibc', '2.38'), /base-debian13/],
  [program('musl'), /^alpine:\d/],
])('the base is the smallest the program runs on (%#)', (given, image) => {
  expect(baseFor(given).image).toMatch(image);
  expect(baseFor(given).image).not.toMatch(/:latest/);
});

test('the Go that builds is the one of the module', () => {
  expect(goVersion('module m\n\ngo 1.25.1\n')).toBe('1.25.1');
  expect(goVersion('go 1.25\ntoolchain go1.26.2\n')).toBe('1.26.2');
});

test('what is written can be built around a tested binary', async () => {
  const text = scaffold({
    goMod: 'go 1.26\n',
    hasSums: true,
    mainPackage: './cmd/app',
    program: undefined,
    ports: [8080, 9090],
  });
  const file = await readDockerfile(text, new Map());
  expect(replacementFor(file, 'builder', '/b/checkout', 'D')).toMatchObject({
    pathInStage: '/out/app',
    name: 'builder',
  });
  expect(text.indexOf('go mod download')).toBeLessThan(text.indexOf('COPY . .'));
  expect(text).toMatch(/^USER \d+:\d+\nEXPOSE 8080 9090\nENTRYPOINT/m);
});

test('time zones are fetched where the base has none', () => {
  const facts = { goMod: 'go 1.26\n', hasSums: false, mainPackage: '.', ports: [] };
  expect(scaffold({ ...facts, program: program('musl') })).toContain('RUN apk add --no-cache tzdata\n');
  expect(scaffold({ ...facts, program: program('musl', undefined, nothing) })).not.toContain('apk');
});
