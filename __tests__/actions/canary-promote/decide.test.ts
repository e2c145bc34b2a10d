import { expect, test } from '@jest/globals';
import { stateAnnotation } from '../../../actions/canary-promote/src/route/carrier.ts';
import { encodeState, stateOf } from '../../../actions/canary-promote/src/state/codec.ts';
import { decide, type Finding, type Mode, modes } from '../../../actions/canary-promote/src/state/decide.ts';
import {
  type CanaryState,
  mayFollow,
  moved,
  phases,
} from '../../../actions/canary-promote/src/state/state.ts';

const state: CanaryState = {
  version: 1,
  owner: 'job-1#a',
  job: 'job-1',
  release: 'r1',
  image: 'shop:v2',
  phase: 'shifting',
  step: 1,
  steps: [
    { weight: 5, pause: 60_000 },
    { weight: 25, approve: true },
  ],
  passed: '',
  weight: 25,
  pods: 0,
  route: { kind: 'HTTPRoute', name: 'shop' },
  isolation: 'service',
  testers: { header: { name: 'x-canary', value: 'always' } },
  workload: 'shop',
  service: 'shop',
  canary: 'shop-canary',
  baseline: 'shop-baseline',
  before: {
    rules: [{ index: 0, name: 'main', route: [{ weight: 100 }] }],
    digest: 'd',
    managedFields: [{ manager: 'm' }],
  },
  configs: [{ kind: 'Secret', name: 's', existed: false }],
  reason: 'because',
  since: '2026-11-24T00:00:00.000Z',
};

const finding = (changes: Partial<Finding>): Finding => ({
  state,
  liveness: 'expired',
  job: 'job-2',
  release: 'r1',
  now: 0,
  ...changes,
});
const what = (mode: Mode, changes: Partial<Finding> = {}): string => {
  const decision = decide(mode, finding(changes));
  return decision.do === 'back' ? `back, ${decision.next}` : decision.do;
};

test.each<[Mode, string]>([
  ['run', 'start'],
  ['abort', 'nothing'],
  ['reap', 'nothing'],
  ['post', 'nothing'],
  ['status', 'nothing'],
  ['resume', 'refuse'],
  ['promote', 'refuse'],
])('without a canary, %s: %s', (mode, expected) => {
  expect(what(mode, { state: undefined, liveness: 'free' })).toBe(expected);
});

test.each<[Mode, string]>([
  ['run', 'forward'],
  ['abort', 'back, end'],
  ['reap', 'back, end'],
  ['post', 'nothing'],
  ['status', 'nothing'],
  ['resume', 'forward'],
  ['promote', 'forward'],
])('with the canary of a dead run of the same release, %s: %s', (mode, expected) => {
  expect(what(mode)).toBe(expected);
});

test('with the canary of another release: back, and then this one', () => {
  expect(what('run', { release: 'r2' })).toBe('back, start');
  expect(what('resume', { release: 'r2' })).toBe('refuse');
});

test('a run that lives is left alone by everybody but its own job', () => {
  const live = { liveness: 'live' } as const;
  expect(modes.map((mode) => what(mode, live))).toEqual([
    'refuse',
    'refuse',
    'nothing',
    'refuse',
    'refuse',
    'nothing',
  ]);
  expect(what('abort', { ...live, job: 'job-1' })).toBe('back, end');
  expect(what('post', { ...live, job: 'job-1' })).toBe('back, end');
});

test('what is held on purpose only a person ends', () => {
  const held = { state: { ...state, phase: 'holding' as const }, liveness: 'free' as const };
  expect(what('abort', held)).toBe('back, end');
  expect(what('abort', { ...held, job: 'job-1' })).toBe('nothing');
  expect(what('post', { ...held, job: 'job-1' })).toBe('nothing');
  expect(what('reap', held)).toBe('nothing');
  expect(what('promote', held)).toBe('forward');
});

test('a canary on its way back goes all the way, whatever comes', () => {
  for (const phase of ['restoring', 'undoing'] as const) {
    expect(what('run', { state: { ...state, phase } })).toBe('back, start');
    expect(what('promote', { state: { ...state, phase } })).toBe('refuse');
  }
});

test('from every phase there is a way to an end', () => {
  const ends = new Set(['returning', 'restoring']);
  for (let i = 0; i < phases.length; i += 1) {
    for (const phase of phases)
      if (phases.some((to) => mayFollow(phase, to) && ends.has(to))) ends.add(phase);
  }
  expect([...ends].sort()).toEqual([...phases].sort());
});

test('a transition sets the weight that its phase demands', () => {
  const changes = { reason: 'r', since: 's' };
  expect(moved(state, 'restoring', changes)).toMatchObject({ phase: 'restoring', weight: 0 });
  expect(moved(state, 'full', changes)).toMatchObject({ phase: 'full', weight: 100 });
  expect(moved({ ...state, step: 0, weight: 5 }, 'shifting', { ...changes, step: 1 })).toMatchObject({
    weight: 25,
  });
  expect(() => moved(state, 'returning', changes)).toThrow("can't go from shifting to returning");
  expect(() => moved(state, 'shifting', { ...changes, step: 2 })).toThrow('no step 2');
});

test('the state survives its way through the annotation', () => {
  const route = { metadata: { name: 'shop', annotations: { [stateAnnotation]: encodeState(state) } } };
  expect(stateOf(route)).toEqual(state);
  expect(stateOf({ metadata: {} })).toBeUndefined();
});

test.each([
  '{',
  '{}',
  '{"version":2}',
  JSON.stringify({ ...state, phase: 'flying' }),
  JSON.stringify({ ...state, owner: 1 }),
])('an annotation that is none of ours is no ground to change anything: %s', (text) => {
  const route = { metadata: { name: 'shop', annotations: { [stateAnnotation]: text } } };
  expect(() => stateOf(route)).toThrow('is no state of a canary this version can read');
});
