import { expect, test } from '@jest/globals';
import { outcomeOf } from '../../../actions/release-feedback/src/outcome.ts';
import type { ReleaseRecord, RolloutSection } from '../../../actions/shared/record/types.ts';

const begun: ReleaseRecord = { version: 1, source: { repository: 'acme/checkout', commit: 'c', ref: 'r' } };
const passed = {
  verdict: 'pass',
  tests: { passed: 9, failed: 0, skipped: 0 },
  coverage: 90,
  minimumCoverage: 80,
} as const;
const clean = {
  target: 't',
  verdict: 'clean',
  scanner: { name: 'trivy', version: '1' },
  counts: {},
  blocking: [],
} as const;

function rollout(environment: string, verdict: RolloutSection['verdict']): RolloutSection {
  const causes =
    verdict === 'healthy' ? [] : [{ cause: 'oom-killed', message: 'checkout was killed for memory' }];
  return { environment, namespace: 'n', verdict, workloads: [], causes, seconds: 1 };
}

const canary = (verdict: 'promoted' | 'rolled-back' | 'held') =>
  ({ environment: 'production', verdict, reason: 'numbers', steps: [], seconds: 1 }) as const;

test('a promoted canary is a release', () => {
  const record = {
    ...begun,
    quality: passed,
    scan: clean,
    rollouts: [rollout('staging', 'healthy')],
    canary: canary('promoted'),
  };
  expect(outcomeOf(record, 'production')).toMatchObject({ verdict: 'released', stage: 'production' });
});

test('a canary that came back is no release, whatever went well before', () => {
  const record = {
    ...begun,
    quality: passed,
    scan: clean,
    rollouts: [rollout('staging', 'healthy')],
    canary: canary('rolled-back'),
  };
  expect(outcomeOf(record, 'production')).toMatchObject({ verdict: 'rolled-back', stage: 'canary' });
});

test.each([
  [
    {
      ...begun,
      quality: { ...passed, verdict: 'fail', tests: { passed: 8, failed: 1, skipped: 0 } } as const,
    },
    'verify',
    '1 tests failed',
  ],
  [
    { ...begun, quality: { ...passed, verdict: 'fail', reasons: ['go vet has 2 findings'] } as const },
    'verify',
    'go vet has 2 findings',
  ],
  [
    { ...begun, quality: { ...passed, verdict: 'fail', coverage: 79 } as const },
    'verify',
    'coverage is 79 %',
  ],
  [{ ...begun, scan: { ...clean, verdict: 'could-not-scan' } as const }, 'scan', 'could-not-scan'],
  [{ ...begun, rollouts: [rollout('staging', 'undone')] }, 'staging', 'killed for memory'],
  [{ ...begun, canary: canary('held') }, 'canary', 'numbers'],
])('a release is stopped where its first gate did not let it through (%#)', (record, stage, reason) => {
  const outcome = outcomeOf(record, 'production');
  expect(outcome).toMatchObject({ verdict: 'stopped', stage });
  expect(outcome.reason).toContain(reason);
});

test('a record without a verdict of production is never a release', () => {
  expect(outcomeOf({ ...begun, quality: passed, scan: clean }, 'production').verdict).toBe('stopped');
  expect(outcomeOf({ ...begun, rollouts: [rollout('staging', 'healthy')] }, 'production').verdict).toBe(
    'stopped',
  );
});

test('production that was rolled out without a canary is a release, and one that was undone came back', () => {
  expect(outcomeOf({ ...begun, rollouts: [rollout('production', 'healthy')] }, 'production').verdict).toBe(
    'released',
  );
  expect(outcomeOf({ ...begun, rollouts: [rollout('production', 'undone')] }, 'production').verdict).toBe(
    'rolled-back',
  );
});

test('a record that says promoted is no release when the job did not end well', () => {
  const record = { ...begun, quality: passed, scan: clean, canary: canary('promoted') };
  expect(outcomeOf(record, 'production', 'success').verdict).toBe('released');
  expect(outcomeOf(record, 'production', 'failure')).toMatchObject({
    verdict: 'stopped',
    stage: 'production',
  });
  expect(outcomeOf(record, 'production', 'cancelled').verdict).toBe('stopped');
});

test.each(['promoted', 'rolled-back'] as const)(
  'a canary of an earlier attempt that %s says nothing of a job that was skipped',
  (verdict) => {
    const record = {
      ...begun,
      quality: passed,
      scan: clean,
      rollouts: [rollout('staging', 'undone')],
      canary: canary(verdict),
    };
    expect(outcomeOf(record, 'production', 'skipped')).toMatchObject({
      verdict: 'stopped',
      stage: 'staging',
    });
  },
);
