import { describe, expect, test } from '@jest/globals';
import { contract, type Output } from '../../../actions/canary-promote/src/contract.ts';
import type { Deps } from '../../../actions/canary-promote/src/deps.ts';
import { numberAt, objectAt, textAt } from '../../../actions/canary-promote/src/json.ts';
import type { Query } from '../../../actions/canary-promote/src/metrics/prometheus.ts';
import type { Series } from '../../../actions/canary-promote/src/metrics/series.ts';
import { metricsFor } from '../../../actions/canary-promote/src/metrics-for.ts';
import { planFor, wantedFrom } from '../../../actions/canary-promote/src/plan/plan.ts';
import { goesOn } from '../../../actions/canary-promote/src/state/decide.ts';
import { inputsOf, testContext } from '../../support/context.ts';
import { abandonIn, shopWithService, stateIn } from './acting.ts';
import { attempt, config, deployment, shop } from './shop.ts';
import { Process } from './world.ts';

// Fresh pods of the running version, with which a canary is compared.

test('they grow with the canary, and not for the promotion, at which nothing is compared any more', async () => {
  const world = shop('split');
  const put = world.put.bind(world);
  const sizes: number[] = [];
  world.put = (object) => {
    if (textAt(object, 'metadata', 'name') === 'shop-baseline')
      sizes.push(numberAt(object, 'spec', 'replicas') ?? 0);
    return put(object);
  };
  const { result } = await attempt(world, { mode: 'run' });
  expect(result).toMatchObject({ ending: { verdict: 'promoted' } });
  // The steps are 5 and 50 % of four pods.
  expect([...new Set(sizes)]).toEqual([1, 2]);
  expect(world.objects.has('Deployment/shop-baseline')).toBe(false);
});

/** Requests as the sending proxies count them, and as the pods of the service do. */
const one = (labels: Record<string, string>): Series => ({ labels, samples: [[100, 7]] });
const mesh = (workload: string): Series =>
  one({
    __name__: 'istio_requests_total',
    destination_workload: workload,
    response_code: '200',
    pod: 'gateway',
  });
const ofPod = (pod: string): Series => one({ __name__: 'http_requests_total', pod, code: '200' });

/** What is asked for, and what Prometheus has of the running version and of the fresh pods. */
async function sourceOf(given: Readonly<Record<string, string>>, query: Query, fresh?: boolean) {
  const context = await testContext<Output>();
  const inputs = inputsOf(contract, { manifests: 'a', prometheus: 'http://p', ...given }, context.workspace);
  const world = shopWithService();
  const process = new Process(world);
  const plan = await planFor(
    process,
    'prod',
    wantedFrom([config('v2'), deployment('v2')], undefined),
    undefined,
    inputs,
  );
  if (fresh !== undefined) await abandonIn(world, 'shifting');
  const state = fresh === undefined ? undefined : stateIn(world);
  const found = state && { ...state, baseline: fresh ? 'shop-baseline' : '' };
  const deps: Deps = {
    clock: process.clock,
    load: async () => [],
    open: () => Promise.reject(new Error('nothing is opened')),
    prometheus: async () => query,
  };
  if (plan === undefined) throw new Error('there is no plan');
  const source = await metricsFor({ ...inputs, mode: 'run' }, context, deps, plan, {
    namespace: 'prod',
    found,
  });
  return source?.scrape(20, context.signal);
}

/** All metrics of both kinds, by what a query asks for. */
const asked = (promql: string, fresh: readonly Series[]): Series[] => {
  const ofFresh = promql.includes('shop-baseline');
  if (promql.includes('istio_requests_total'))
    return ofFresh
      ? fresh.filter(({ labels }) => labels['destination_workload'])
      : [mesh('shop'), mesh('shop-canary')];
  if (promql.includes('http_requests_total'))
    return ofFresh
      ? fresh.filter(({ labels }) => labels['code'])
      : [ofPod('shop-a1-aaaaa'), ofPod('shop-canary-a1-aaaaa')];
  return [];
};

const podsIn = (scrape: unknown): string[][] =>
  ['stable', 'canary'].map((group) => Object.keys(objectAt(scrape, group, 'pods')));

describe('what they are compared by', () => {
  const fresh = { 'fresh-baseline': 'true', metrics: 'auto' };

  test('the metrics that were found of the running version, not others that have fresh pods sooner', async () => {
    const early: Query = async (promql) => asked(promql, [ofPod('shop-baseline-a1-aaaaa')]);
    expect(await sourceOf(fresh, early)).toBeUndefined();
    const both: Query = async (promql) =>
      asked(promql, [ofPod('shop-baseline-a1-aaaaa'), mesh('shop-baseline')]);
    expect(await sourceOf(fresh, both)).toMatchObject({ stable: { pods: { gateway: { requests: 7 } } } });
  });

  test('a run that goes on with a canary compares as that has begun, whatever its inputs say', async () => {
    const log: string[] = [];
    const query: Query = async (promql) => {
      log.push(promql);
      return asked(promql, [mesh('shop-baseline')]);
    };
    const isFresh = (): boolean => log.some((promql) => promql.includes('shop-baseline'));
    expect(podsIn(await sourceOf({ 'fresh-baseline': 'false' }, query, true))).toEqual([['gateway'], []]);
    expect(isFresh()).toBe(true);
    log.length = 0;
    expect(podsIn(await sourceOf(fresh, query, false))).toEqual([['gateway'], ['gateway']]);
    expect(isFresh()).toBe(false);
  });

  test('one that is of another release, or is being taken back, is none to go on with', async () => {
    const world = shopWithService();
    await abandonIn(world, 'shifting');
    const state = stateIn(world);
    if (state === undefined) throw new Error('there is no canary');
    expect(goesOn(state, state.release)).toBe(true);
    expect(goesOn(state, 'another')).toBe(false);
    expect(goesOn({ ...state, phase: 'restoring' }, state.release)).toBe(false);
  });
});
