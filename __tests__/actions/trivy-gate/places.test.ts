import { expect, test } from '@jest/globals';
import { adviceFor } from '../../../actions/trivy-gate/src/findings/advice.ts';
import { placeOf, requirementLine } from '../../../actions/trivy-gate/src/findings/places.ts';
import { finding } from '../../support/scan-finding.ts';

const goMod = [
  'module m',
  '',
  'go 1.26',
  'toolchain go1.26.1',
  'require (',
  '\tgolang.org/x/text v0.3.7 // indirect',
  ')',
  'require a.b/c v1.0.0',
  'replace a.b/d => a.b/e v1.2.3',
];

test('a dependency is mended at its line of go.mod, the standard library at the toolchain', () => {
  expect(requirementLine(goMod, 'golang.org/x/text')).toBe(6);
  expect(requirementLine(goMod, 'a.b/c')).toBe(8);
  expect(requirementLine(goMod, 'a.b/e')).toBe(9);
  expect(requirementLine(goMod, 'aXb/c')).toBeUndefined();
  expect(requirementLine(goMod, 'stdlib')).toBe(4);
  expect(requirementLine(goMod.slice(0, 3), 'stdlib')).toBe(3);
});

test('an OS package is mended at the base image, a misconfiguration where the scanner says', () => {
  const dockerfile = { path: '/w/Dockerfile', lines: ['FROM a AS b', 'RUN x', 'FROM debian'] };
  const sources = { goMod: undefined, dockerfile, folder: undefined };
  expect(placeOf({ ...finding, kind: 'os-package' }, sources)).toEqual({ file: '/w/Dockerfile', line: 3 });
  const root = { ...finding, kind: 'misconfiguration', id: 'DS-0002', targetType: 'dockerfile' } as const;
  expect(placeOf(root, sources)).toEqual({ file: '/w/Dockerfile', line: 3 });
  const user = { path: '/w/Dockerfile', lines: ['FROM a', 'USER root'] };
  expect(placeOf(root, { ...sources, dockerfile: user })).toEqual({ file: '/w/Dockerfile', line: 2 });
  expect(placeOf({ ...root, id: 'DS-0001' }, sources)).toEqual({ file: '/w/Dockerfile' });
  const scanned = { ...sources, folder: '/w' };
  const manifest = {
    ...finding,
    kind: 'misconfiguration',
    target: 'k8s/a.yml',
    lines: { start: 7, end: 9 },
  } as const;
  expect(placeOf(manifest, scanned)).toEqual({ file: '/w/k8s/a.yml', line: 7 });
  expect(placeOf({ ...manifest, target: '../../etc/passwd' }, scanned)).toBeUndefined();
});

test('advice names the command', () => {
  expect(adviceFor(finding)).toBe('Run `go get golang.org/x/text@v0.3.8` and `go mod tidy`.');
  expect(adviceFor({ ...finding, fixedIn: 'v1.2.3, 2.0.0' })).toContain('@v1.2.3`');
  expect(adviceFor({ ...finding, subject: 'stdlib', fixedIn: '1.26.9' })).toBe(
    'Build with Go 1.26.9 or newer.',
  );
  expect(adviceFor({ ...finding, subject: 'a; rm -rf ~' })).toBe('Update to 0.3.8.');
  expect(adviceFor({ ...finding, fixedIn: '$(id)' })).toBe('Update to $(id).');
});
