import { expect, test } from '@jest/globals';
import { parseEvidence, reachOf, withReach } from '../../../actions/trivy-gate/src/decisions/reach.ts';
import { finding } from '../../support/scan-finding.ts';

/** A stream as govulncheck writes it: indented objects, one after another. */
function stream(
  frames: readonly object[],
  changes: { level?: string; aliases?: readonly string[] } = {},
): string {
  const { level = 'symbol', aliases = ['CVE-1', 'GHSA-1'] } = changes;
  const messages = [
    { config: { protocol_version: 'v1.0.0', scan_level: level, scan_mode: 'source' } },
    { progress: { message: 'Scanning {\n' } },
    { osv: { id: 'GO-2022-1059', aliases } },
    ...frames.map((frame) => ({ finding: { osv: 'GO-2022-1059', trace: [frame] } })),
  ];
  return messages.map((message) => `${JSON.stringify(message, undefined, 2)}\n`).join('');
}

const module = { module: 'golang.org/x/text', version: 'v0.3.7' };
const imported = { ...module, package: 'golang.org/x/text/language' };
const called = { ...imported, function: 'ParseAcceptLanguage' };
const of = (text: string, found = finding) => reachOf(found, parseEvidence(text, 'v.json'));

test('called where a vulnerable function is in the trace, not called where only the package or module is', () => {
  expect(of(stream([module, imported, called]))).toBe('called');
  expect(of(stream([module, imported]))).toBe('not-called');
  expect(of(stream([module]))).toBe('not-called');
});

test.each([
  ['a scan of packages', stream([module, imported], { level: 'package' }), finding],
  ['a scan of modules', stream([module], { level: 'module' }), finding],
  ['a vulnerability that Go does not know', stream([module], { aliases: ['CVE-2'] }), finding],
  ['nothing found at this version', stream([]), finding],
  ['another version', stream([{ ...module, version: 'v0.3.6' }]), finding],
  ['another module of the same advisory', stream([{ ...module, module: 'stdlib' }]), finding],
  ['an OS package', stream([module]), { ...finding, kind: 'os-package' } as const],
  ['another language', stream([module]), { ...finding, targetType: 'npm' }],
])('%s says nothing of calls', (_, text, found) => {
  expect(of(text, found)).toBe('unknown');
});

test('one program that calls it outweighs another that does not, in one file or in two', () => {
  const one = parseEvidence(`${stream([module])}${stream([called])}`, 'a');
  expect(one).toHaveLength(2);
  expect(withReach([finding], one)).toMatchObject([{ reach: 'called' }]);
  const two = [stream([module]), stream([called])].flatMap((text) => parseEvidence(text, 'a'));
  expect(reachOf(finding, two)).toBe('called');
  const half = parseEvidence(`${stream([module])}${stream([module], { level: 'module' })}`, 'a');
  expect(reachOf(finding, half)).toBe('unknown');
});

test('the standard library is one, however its version is written', () => {
  const stdlib = { ...finding, subject: 'stdlib', installed: '1.26.1' };
  expect(of(stream([{ module: 'stdlib', version: 'v1.26.1' }]), stdlib)).toBe('not-called');
});

test.each([
  ['', 'no `config`'],
  [stream([module]).slice(0, -20), 'cut off'],
  ['{"finding":{}}', 'does not begin'],
  ['not JSON', 'cut off'],
])('what is no whole stream is refused (%#)', (text, message) => {
  expect(() => parseEvidence(text, 'v.json')).toThrow(message);
});
