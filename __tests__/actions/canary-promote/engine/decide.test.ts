import { describe, expect, test } from '@jest/globals';
import { contract } from '../../../../actions/canary-promote/src/contract.ts';
import { decide } from '../../../../actions/canary-promote/src/engine/decide.ts';
import type { Standing } from '../../../../actions/canary-promote/src/engine/engine.ts';
import { InputReader } from '../../../../actions/shared/contract/input-reader.ts';

const at = (phase: Standing['phase']): Standing => ({ phase, weight: 20, said: 'step 2 of 4' });

describe('what a run does about what it finds', () => {
  test.each([
    ['run', 'settled', true, false, 'nothing'],
    ['run', 'settled', false, false, 'begin'],
    ['run', 'shifting', true, false, 'watch'],
    ['run', 'holding', true, false, 'watch'],
    ['run', 'failed', true, false, 'retry'],
    ['run', 'failed', false, false, 'begin'],
    ['run', 'shifting', false, false, 'wait'],
    ['run', 'shifting', false, true, 'begin'],
    ['run', 'unseen', true, false, 'refuse'],
    ['resume', 'holding', true, false, 'watch'],
    ['resume', 'holding', false, false, 'refuse'],
    ['resume', 'settled', true, false, 'refuse'],
    ['promote', 'undecided', true, false, 'watch'],
    ['promote', 'failed', true, false, 'refuse'],
  ] as const)('mode %s, %s, the same release: %s, replace: %s', (mode, phase, same, replace, expected) => {
    expect(decide(mode, { same, standing: at(phase), replace }).do).toBe(expected);
  });
});

describe('inputs', () => {
  function problems(given: Readonly<Record<string, string>>): string {
    const reader = new InputReader((name) => given[name] ?? '', '/');
    contract.parse(reader);
    try {
      reader.finish();
      return '';
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  test('an engine needs no Prometheus, and the defaults that a runner hands over say nothing', () => {
    const defaults = { steps: '5, 25, 50, 100', metrics: 'auto', 'max-error-increase': '0.2%', drain: '10s' };
    expect(problems({ engine: 'flagger', manifests: 'deploy', ...defaults })).toBe('');
    expect(problems({ manifests: 'deploy' })).toContain('"prometheus" is required');
  });

  test('what only the direct engine obeys is refused, with the place that says it', () => {
    const told = problems({
      engine: 'argo-rollouts',
      manifests: 'deploy',
      steps: '1, 10',
      prometheus: 'http://p:9090',
      'max-error-rate': '1%',
    });
    expect(told).toContain(
      '"steps" means nothing with engine argo-rollouts; what says it there: spec.strategy.canary.steps',
    );
    expect(told).toContain('"prometheus", "max-error-rate" mean nothing with engine argo-rollouts');
  });
});
