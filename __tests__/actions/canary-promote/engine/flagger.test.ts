import { describe, expect, test } from '@jest/globals';
import { flagger } from '../../../../actions/canary-promote/src/engine/flagger/engine.ts';
import { becauseOf } from '../../../../actions/canary-promote/src/engine/flagger/events.ts';
import { isSameVersion } from '../../../../actions/canary-promote/src/engine/flagger/primary.ts';
import { intervalOf, standingOf } from '../../../../actions/canary-promote/src/engine/flagger/standing.ts';
import type { KubeObject } from '../../../../actions/shared/kube/types.ts';
import { withField } from '../../../../actions/shared/manifests/images.ts';

const hooks = [{ type: 'confirm-promotion', name: 'gate', url: 'http://gate/' }];

function canary(status: object, spec: object = {}): KubeObject {
  const targetRef = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'shop' };
  const analysis = { interval: '30s', threshold: 4, webhooks: hooks };
  return {
    apiVersion: 'flagger.app/v1beta1',
    kind: 'Canary',
    metadata: { name: 'shop', namespace: 'prod' },
    spec: { targetRef, analysis, ...spec },
    status,
  };
}

function deployment(image: string, primary: boolean): KubeObject {
  const config = primary ? 'shop-config-primary' : 'shop-config';
  const annotations = { checksum: 'a', ...(primary ? { 'flagger-id': 'x' } : {}) };
  const name = primary ? 'shop-primary' : 'shop';
  const container = { name: 'shop', image, envFrom: [{ configMapRef: { name: config } }] };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: 'prod' },
    spec: {
      template: { metadata: { labels: { app: name }, annotations }, spec: { containers: [container] } },
    },
  };
}

const looked = { lastAppliedSpec: 'a', lastPromotedSpec: 'a' };
const old = deployment('shop:1', true);

describe('what the Canary says and what it is told as', () => {
  test.each([
    ['nobody has looked', {}, 'shop:1', false, 'unseen', 0],
    ['initialized, primary runs it', { phase: 'Initialized' }, 'shop:1', false, 'settled', 0],
    ['a release not taken up yet', { phase: 'Succeeded' }, 'shop:2', false, 'unseen', 0],
    ['at work', { phase: 'Progressing', canaryWeight: 20 }, 'shop:2', true, 'shifting', 20],
    ['a gate', { phase: 'WaitingPromotion', canaryWeight: 50 }, 'shop:2', true, 'holding', 50],
    ['promoting', { phase: 'Promoting' }, 'shop:2', true, 'promoting', 0],
    ['given up', { phase: 'Failed' }, 'shop:2', true, 'failed', 0],
    ['a release after one that failed', { phase: 'Failed' }, 'shop:2', false, 'unseen', 0],
    ['put back after one that failed', { phase: 'Failed', ...looked }, 'shop:1', true, 'settled', 0],
    ['put back, and not looked at', { phase: 'Failed', lastAppliedSpec: 'b' }, 'shop:1', true, 'unseen', 0],
  ])('%s', (_, status, image, takenUp, phase, weight) => {
    const flagged = { canary: canary(status), target: deployment(image, false), primary: old };
    expect(standingOf(flagged, takenUp)).toMatchObject({ phase, weight });
  });

  test('one more analysis of what runs already is no canary', () => {
    const flagged = {
      canary: canary({ phase: 'Progressing' }),
      target: deployment('shop:1', false),
      primary: old,
    };
    expect(standingOf(flagged, true)).toMatchObject({ phase: 'shifting', idle: true });
    const other = { ...flagged, target: deployment('shop:2', false) };
    expect(standingOf(other, true)).not.toHaveProperty('idle');
  });

  test('a gate is named with the address that opens it, and failed checks are counted', () => {
    const flagged = { target: deployment('shop:2', false), primary: old };
    const waiting = canary({ phase: 'WaitingPromotion' });
    expect(standingOf({ ...flagged, canary: waiting }, true).said).toContain('gate (http://gate/)');
    const failing = canary({ phase: 'Progressing', failedChecks: 3 });
    expect(standingOf({ ...flagged, canary: failing }, true).said).toContain('3 of 4 checks failed');
  });
});

test('its copy of a version is the same version: own marks, labels and names of configuration apart', () => {
  expect(isSameVersion(deployment('shop:1', false), old)).toBe(true);
  expect(isSameVersion(deployment('shop:2', false), old)).toBe(false);
  const path = ['spec', 'template', 'metadata', 'annotations'];
  expect(isSameVersion(withField(deployment('shop:1', false), path, { checksum: 'b' }), old)).toBe(false);
});

test('the target keeps the number of pods that Flagger has given it', () => {
  const engine = flagger(canary({}), 'prod');
  const given = withField(deployment('shop:2', false), ['spec', 'replicas'], 3);
  const at = (status: object) => engine.desired([given], () => canary(status))[0]?.['spec'];
  expect(at({})).toHaveProperty('replicas', 3);
  expect(at({ phase: 'Initialized' })).toMatchObject({ replicas: undefined });
});

test('an abort looks like failed checks; a promotion skips the analysis and remembers what was', () => {
  const engine = flagger(canary({}), 'prod');
  const active = canary({ phase: 'Progressing' });
  expect(engine.patches('abort', active)).toEqual([{ status: true, patch: { status: { failedChecks: 4 } } }]);
  expect(engine.patches('abort', canary({ phase: 'Succeeded' }))).toEqual([]);
  const [promoted] = engine.patches('promote', active);
  expect(promoted).toEqual({
    status: false,
    patch: {
      metadata: { annotations: { 'seatrial.dev/skip-analysis': 'false' } },
      spec: { skipAnalysis: true },
    },
  });
  const noted = withField(active, ['metadata', 'annotations'], { 'seatrial.dev/skip-analysis': 'false' });
  expect(engine.patches('mend', noted)).toEqual([
    {
      status: false,
      patch: {
        metadata: { annotations: { 'seatrial.dev/skip-analysis': null } },
        spec: { skipAnalysis: false },
      },
    },
  ]);
  expect(engine.patches('mend', active)).toEqual([]);
});

test.each([
  ['10s', 10_000],
  ['1m30s', 90_000],
  ['1s', 10_000],
  ['', 60_000],
  ['soon', 60_000],
])('interval %s', (interval, ms) => {
  expect(intervalOf(canary({}, { analysis: { interval } }))).toBe(ms);
});

test('of its events those are told that say why, the latest of each kind', () => {
  const messages = [
    'New revision detected! Scaling up shop.prod',
    'Advance shop.prod canary weight 20',
    'Halt shop.prod advancement success rate 71.20% < 99%',
    'Halt shop.prod advancement success rate 69.00% < 99%',
    'canary deployment shop.prod not ready: waiting for rollout to finish: 0 of 2 (readyThreshold 100%) updated replicas are available',
    'Rolling back shop.prod failed checks threshold reached 4',
    'Canary failed! Scaling down shop.prod',
  ];
  expect(becauseOf(messages)).toEqual([messages[4], messages[3]]);
});

test.each([
  [{ suspend: true }, 'is suspended'],
  [{ targetRef: { kind: 'DaemonSet', name: 'shop' } }, 'is of a DaemonSet'],
])('what Flagger would not lead is refused', (spec, message) => {
  expect(flagger(canary({}), 'prod').refusal(canary({}, spec))?.message).toContain(message);
});
