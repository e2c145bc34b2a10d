import { expect, test } from '@jest/globals';
import { judge, whyPasses } from '../../../actions/trivy-gate/src/verdict.ts';
import { finding, hour, rules } from '../../support/scan-finding.ts';

test('only nothing found by a fresh database is clean', () => {
  expect(judge([], hour, rules).verdict).toBe('clean');
  expect(judge([], 73 * hour, rules).verdict).toBe('database-too-old');
  expect(judge([], undefined, rules).verdict).toBe('clean');
  expect(judge([finding], hour, rules).verdict).toBe('findings');
  expect(judge([finding], 73 * hour, rules).verdict).toBe('findings');
  expect(judge([{ ...finding, severity: 'MEDIUM' }], hour, rules)).toMatchObject({
    verdict: 'clean',
    passing: [{ finding: { id: 'CVE-1' }, why: 'below the gate' }],
  });
});

test('ignore-unfixed lets packages without a fix pass, never secrets', () => {
  const lenient = { ...rules, ignoreUnfixed: true };
  expect(judge([{ ...finding, fixedIn: '' }], hour, lenient).verdict).toBe('clean');
  expect(judge([{ ...finding, fixedIn: '', kind: 'secret' }], hour, lenient).verdict).toBe('findings');
});

test('a kind that was left out is reported, by its severity or not', () => {
  const some = { ...rules, kinds: ['secret', 'dependency'] as const };
  expect(whyPasses({ ...finding, kind: 'licence' }, some)).toMatch(/kind/);
  expect(whyPasses(finding, some)).toBeUndefined();
});

test.each([
  ['block', 'not-called', undefined],
  ['report', 'not-called', /not called/],
  ['report', 'unknown', undefined],
  ['report', 'called', undefined],
] as const)('unreachable: %s, code %s', (unreachable, reach, why) => {
  const found = whyPasses({ ...finding, reach }, { ...rules, unreachable });
  if (why === undefined) expect(found).toBeUndefined();
  else expect(found).toMatch(why);
});

test('what the base has too passes, and the reason says that what is left is new', () => {
  const known = { ...finding, known: true };
  expect(judge([known], hour, rules)).toMatchObject({
    verdict: 'clean',
    reason: expect.stringContaining('1 reported'),
  });
  const both = judge([known, { ...finding, id: 'CVE-2', known: false }], hour, rules);
  expect(both).toMatchObject({ verdict: 'findings', reason: '1 new finding of HIGH or CRITICAL' });
});
