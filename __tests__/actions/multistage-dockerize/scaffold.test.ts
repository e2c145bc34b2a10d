import { expect, test } from '@jest/globals';
import { replacementFor } from '../../../actions/multistage-dockerize/src/compile-once.ts';
import { baseFor, goVersion, scaffold } from '../../../actions/multistage-dockerize/src/scaffold.ts';
import { readDockerfile } from '../../../actions/shared/dockerfile/dockerfile.ts';

const linkage = (kind: 'static' | 'glibc' | 'musl', glibc?: string) => ({
  kind,
  libraries: [],
  because: 'seen',
  ...(glibc === undefined ? {} : { glibc }),
});

test.each([
  [undefined, /static/],
  [linkage('static'), /static/],
  [linkage('glibc', '2.34'), /base-debian12/],
  [linkage('glibc', '2.38'), /base-debian13/],
  [linkage('musl'), /^alpine:\d/],
])('the base is the smallest the program runs on (%#)', (given, image) => {
  expect(baseFor(given).image).toMatch(image);
  expect(baseFor(given).image).not.toMatch(/:latest|^[^:]*$/);
});

test('the Go that builds is the one of the module', () => {
  expect(goVersion('module m\n\ngo 1.25.1\n')).toBe('1.25.1');
  expect(goVersion('go 1.25\ntoolchain go1.26.2\n')).toBe('1.26.2');
});

test('what is written can be built around a tested binary', async () => {
  const text = scaffold({ goMod: 'go 1.26\n', hasSums: true, mainPackage: './cmd/app', linkage: undefined });
  const file = await readDockerfile(text, new Map());
  expect(replacementFor(file, 'builder', '/b/checkout', 'D')).toMatchObject({
    pathInStage: '/out/app',
    name: 'builder',
  });
  expect(text.indexOf('go mod download')).toBeLessThan(text.indexOf('COPY . .'));
  expect(text).toMatch(/^USER \d+:\d+$/m);
});
