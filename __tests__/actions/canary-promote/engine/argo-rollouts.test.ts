import { expect, test } from '@jest/globals';
import { argoRollouts } from '../../../../actions/canary-promote/src/engine/argo-rollouts/engine.ts';
import { withTheirSelectors } from '../../../../actions/canary-promote/src/engine/argo-rollouts/services.ts';
import { standingOf } from '../../../../actions/canary-promote/src/engine/argo-rollouts/standing.ts';
import { becauseOf } from '../../../../actions/canary-promote/src/engine/argo-rollouts/witnesses.ts';
import type { KubeObject } from '../../../../actions/shared/kube/types.ts';

const steps = [{ setWeight: 20 }, { pause: { duration: '1m' } }, { setWeight: 60 }, { pause: {} }];

/** A Rollout in the middle of its steps, as the controller 1.8 writes it. */
function rollout(status: object, spec: object = {}, annotations: Record<string, string> = {}): KubeObject {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: { name: 'shop', namespace: 'prod', generation: 7, annotations },
    spec: { replicas: 4, strategy: { canary: { steps } }, ...spec },
    status: {
      observedGeneration: '7',
      phase: 'Progressing',
      currentPodHash: 'new',
      stableRS: 'old',
      currentStepIndex: 1,
      ...status,
    },
  };
}

const paused = (reason: string, more: object = {}): object => ({
  phase: 'Paused',
  message: reason,
  pauseConditions: [{ reason, startTime: '2026-11-26T00:00:00Z' }],
  controllerPause: true,
  ...more,
});

test.each([
  ['between two weights', rollout({}), 'shifting', 20],
  [
    'what a mesh was told counts',
    rollout({ canary: { weights: { canary: { weight: 17 } } } }),
    'shifting',
    17,
  ],
  ['a timed pause passes by itself', rollout(paused('CanaryPauseStep')), 'shifting', 20],
  ['a pause without end', rollout(paused('CanaryPauseStep', { currentStepIndex: 3 })), 'holding', 60],
  ['paused by hand', rollout({ phase: 'Paused' }, { paused: true }), 'holding', 20],
  ['no result', rollout(paused('InconclusiveAnalysisRun')), 'undecided', 20],
  [
    'promoted by hand while it is paused',
    rollout({ ...paused('CanaryPauseStep'), promoteFull: true }),
    'promoting',
    20,
  ],
  ['all steps taken', rollout({ currentStepIndex: 4 }), 'promoting', 100],
  ['done', rollout({ phase: 'Healthy', stableRS: 'new', currentStepIndex: 4 }), 'settled', 0],
  [
    'a change not seen yet',
    rollout({ observedGeneration: '6', phase: 'Healthy', stableRS: 'new' }),
    'unseen',
    0,
  ],
  ['a resume on its way', rollout({ ...paused('CanaryPauseStep'), pauseConditions: [] }), 'unseen', 20],
  [
    'a retry on its way',
    rollout({ phase: 'Degraded', message: 'RolloutAborted: …', abort: false }),
    'unseen',
    20,
  ],
  ['no controller', rollout({ phase: undefined, observedGeneration: undefined }), 'unseen', 20],
  ['aborted', rollout({ phase: 'Degraded', message: 'RolloutAborted: …', abort: true }), 'failed', 0],
])('the Rollout, %s', (_, object, phase, weight) => {
  expect(standingOf(object, undefined)).toMatchObject({ phase, weight });
});

test('a deadline alone takes no traffic back', () => {
  const late = rollout({ phase: 'Degraded', message: 'ProgressDeadlineExceeded: …' });
  expect(standingOf(late, undefined)).toMatchObject({ phase: 'failed', stuck: true, weight: 20 });
  const aborted = rollout({ phase: 'Degraded', message: 'RolloutAborted: …', abort: true });
  expect(standingOf(aborted, undefined)).not.toHaveProperty('stuck');
  // What it refers to may come a moment later.
  const invalid = rollout({ phase: 'Degraded', message: 'InvalidSpec: VirtualService `shop` not found' });
  expect(standingOf(invalid, undefined)).toMatchObject({ phase: 'unseen' });
});

test('with a workloadRef the change is that of the Deployment', () => {
  const spec = { workloadRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'shop' } };
  const notes = { 'rollout.argoproj.io/workload-generation': '3' };
  const done = { phase: 'Healthy', stableRS: 'new', workloadObservedGeneration: '3' };
  const deployment = (generation: number): KubeObject => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'shop', generation },
  });
  expect(standingOf(rollout(done, spec, notes), deployment(3))).toMatchObject({ phase: 'settled' });
  expect(standingOf(rollout(done, spec, notes), deployment(4))).toMatchObject({ phase: 'unseen' });
});

test('blue and green', () => {
  const spec = { strategy: { blueGreen: { activeService: 'shop', autoPromotionEnabled: false } } };
  const waiting = rollout({ ...paused('BlueGreenPause'), blueGreen: { activeSelector: 'old' } }, spec);
  expect(standingOf(waiting, undefined)).toMatchObject({ phase: 'holding', weight: 0 });
  const timed = { strategy: { blueGreen: { activeService: 'shop', autoPromotionSeconds: 30 } } };
  expect(standingOf(rollout(paused('BlueGreenPause'), timed), undefined).phase).toBe('shifting');
  const switched = rollout({ blueGreen: { activeSelector: 'new' } }, spec);
  expect(standingOf(switched, undefined).weight).toBe(100);
});

test('commands are the patches of its own command line', () => {
  const engine = argoRollouts(rollout({}), 'prod');
  const held = rollout(paused('CanaryPauseStep'), { paused: true });
  expect(engine.patches('abort', held)).toEqual([{ status: true, patch: { status: { abort: true } } }]);
  expect(engine.patches('retry', held)).toEqual([{ status: true, patch: { status: { abort: false } } }]);
  expect(engine.patches('resume', held)).toEqual([
    { status: false, patch: { spec: { paused: false } } },
    { status: true, patch: { status: { pauseConditions: null } } },
  ]);
  const next = { pauseConditions: null, controllerPause: false, currentStepIndex: 2 };
  expect(engine.patches('resume', rollout(paused('InconclusiveAnalysisRun')))).toEqual([
    { status: true, patch: { status: next } },
  ]);
  expect(engine.patches('promote', rollout({}))).toEqual([
    { status: true, patch: { status: { promoteFull: true } } },
  ]);
});

test('an analysis tells its metric and what it measured', () => {
  const run = (metric: object): KubeObject => ({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AnalysisRun',
    metadata: { name: 'shop-7-2' },
    status: {
      phase: 'Failed',
      message: 'Metric "failures" assessed Failed due to failed (2) > failureLimit (1)',
      metricResults: [{ name: 'latency', phase: 'Successful' }, metric],
    },
  });
  const metric = {
    name: 'failures',
    phase: 'Failed',
    failed: 2,
    successful: 1,
    measurements: [
      { phase: 'Successful', value: '[0.001]' },
      { phase: 'Failed', value: '[0.31]' },
      { phase: 'Failed', value: '[0.29]' },
    ],
  };
  expect(becauseOf([run(metric)])).toEqual([
    'AnalysisRun shop-7-2, metric failures: Failed; 1 successful, 2 failed; measured last: [0.001], [0.31], [0.29]',
  ]);
  expect(becauseOf([run({ name: 'other', phase: 'Successful' })])).toEqual([
    'AnalysisRun shop-7-2: Failed: Metric "failures" assessed Failed due to failed (2) > failureLimit (1)',
  ]);
});

test("a Service's selector keeps what the controller put into it", () => {
  const service = (selector: object): KubeObject => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'shop', namespace: 'prod' },
    spec: { selector },
  });
  const live = service({ app: 'shop', 'rollouts-pod-template-hash': 'old' });
  const given = service({ app: 'shop' });
  expect(withTheirSelectors([given], () => live)).toEqual([live]);
  expect(withTheirSelectors([given], () => given)).toEqual([given]);
});
