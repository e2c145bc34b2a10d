import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../../actions/canary-promote/src/json.ts';
import { beforeOf, digestOf, stateAnnotation } from '../../../actions/canary-promote/src/route/carrier.ts';
import { routeOf } from '../../../actions/canary-promote/src/route/route.ts';
import { ruleOfService, subsetProblems } from '../../../actions/canary-promote/src/route/subsets.ts';
import type { Route, Traffic } from '../../../actions/canary-promote/src/route/types.ts';
import { isHostOf } from '../../../actions/canary-promote/src/route/virtual-service.ts';

const service = { name: 'shop', namespace: 'prod' };
const to = (subset: string, weight: number): JsonObject => ({
  destination: { host: 'shop', subset, port: { number: 80 } },
  weight,
  headers: { response: { add: { track: subset } } },
});

function route(...http: readonly JsonObject[]): JsonObject {
  return {
    metadata: { name: 'shop', namespace: 'prod', annotations: { a: 'b' }, labels: { c: 'd' } },
    spec: { hosts: ['x'], http },
  };
}

const mesh = routeOf({ kind: 'VirtualService', name: 'shop' }, service, 'subset');
const nobody: Traffic = { share: 0, mirror: 0, testers: undefined, pods: 0 };
const withShare = (given: JsonObject, share: number, by: Route = mesh): unknown =>
  by.patch(given, { ...nobody, share }).spec?.['http'];
const restored = (during: JsonObject, before: ReturnType<typeof beforeOf>): unknown =>
  mesh.restore(during, before)?.spec?.['http'] ?? Reflect.get(Object(during['spec']), 'http');

const primary = {
  name: 'primary',
  match: [{ uri: { prefix: '/' } }],
  timeout: '3s',
  route: [to('stable', 100), to('canary', 0)],
};
const other = { name: 'admin', route: [{ destination: { host: 'admin' } }] };

test.each([
  ['shop', 'prod', true],
  ['shop', 'else', false],
  ['shop.prod', 'else', true],
  ['shop.prod.svc', 'else', true],
  ['shop.prod.svc.cluster.local', 'else', true],
  ['shop.else.svc.cluster.local', 'prod', false],
  ['shopping', 'prod', false],
])('host %s in a route of %s means the service: %s', (host, namespace, expected) => {
  expect(isHostOf(host, service, namespace)).toBe(expected);
});

test('a share changes the weights of the rules to the service and nothing else', () => {
  const given = route(other, primary);
  const http = withShare(given, 5);
  expect(http).toEqual([
    other,
    {
      ...primary,
      route: [
        { ...to('stable', 100), weight: 95 },
        { ...to('canary', 0), weight: 5 },
      ],
    },
  ]);
  expect(mesh.before(given).map(({ index }) => index)).toEqual([1]);
});

test('a rule with one destination, with or without a subset, gets the second one', () => {
  const plain = route({ route: [{ destination: { host: 'shop.prod.svc.cluster.local' } }] });
  const host = 'shop.prod.svc.cluster.local';
  expect(withShare(plain, 25)).toEqual([
    {
      route: [
        { destination: { host, subset: 'stable' }, weight: 75 },
        { destination: { host, subset: 'canary' }, weight: 25 },
      ],
    },
  ]);
  const stable = route({ route: [{ destination: { host: 'shop', subset: 'stable' } }] });
  expect(withShare(stable, 100)).toEqual([
    {
      route: [
        { destination: { host: 'shop', subset: 'stable' }, weight: 0 },
        { destination: { host: 'shop', subset: 'canary' }, weight: 100 },
      ],
    },
  ]);
});

test.each([
  ['both subsets', route(other, primary)],
  ['one destination', route({ route: [{ destination: { host: 'shop' } }] }, other)],
  ['canary first', route({ route: [to('canary', 0), to('stable', 100)] })],
  ['several rules', route(primary, { ...primary, name: 'second', match: [{ uri: { exact: '/x' } }] })],
])('whatever the share was, what is restored is what was: %s', (_, given) => {
  const before = beforeOf(given, mesh);
  for (const share of [0, 5, 50, 100]) {
    const during = { ...given, spec: { hosts: ['x'], http: withShare(given, share) } };
    expect(restored(during, before)).toEqual(given['spec'] && Reflect.get(Object(given['spec']), 'http'));
  }
});

test('what somebody else changed meanwhile stays', () => {
  const given = route(other, primary);
  const before = beforeOf(given, mesh);
  const foreign = { name: 'new', route: [{ destination: { host: 'new' } }] };
  const changed = route(foreign, other, {
    ...primary,
    timeout: '9s',
    route: [to('stable', 95), to('canary', 5)],
  });
  expect(restored(changed, before)).toEqual([foreign, other, { ...primary, timeout: '9s' }]);
});

test('a rule to the service that came meanwhile gives everything to stable', () => {
  const before = beforeOf(route(primary), mesh);
  const late = { name: 'late', route: [to('stable', 95), to('canary', 5)] };
  expect(restored(route(primary, late), before)).toEqual([
    primary,
    { name: 'late', route: [to('stable', 100), to('canary', 0)] },
  ]);
});

test('the digest sees spec, labels and annotations, and not our own annotation', () => {
  const given = route(primary);
  const metadata = { name: 'shop', annotations: { a: 'b', [stateAnnotation]: '{}' }, labels: { c: 'd' } };
  expect(digestOf({ ...given, metadata })).toBe(digestOf(given));
  expect(digestOf(route(other))).not.toBe(digestOf(given));
});

test.each([
  [{ route: [to('stable', 95), to('canary', 5)] }, 5],
  [{ route: [{ destination: { host: 'shop', subset: 'stable' } }] }, 0],
  [{ route: [{ destination: { host: 'shop', subset: 'canary' } }] }, 100],
  [{ route: [to('stable', 90), to('canary', 5)] }, undefined],
])('the share of a rule is read from its weights', (rule, share) => {
  expect(mesh.shares(route(rule))).toEqual([share]);
});

describe('what would go wrong is found before the start', () => {
  test('a sound route has no problem', () => {
    expect(mesh.problems(route(other, primary))).toEqual([]);
  });

  test.each([
    ['no rule', route(other), 'no http rule that sends to the service shop'],
    [
      'weights of 90 and 5',
      route({ ...primary, route: [to('stable', 90), to('canary', 5)] }),
      "VirtualService shop, http rule primary don't make 100",
    ],
    [
      'a share that nobody explains',
      route({ ...primary, route: [to('stable', 95), to('canary', 5)] }),
      'http rule primary already gives 5 % to the canary',
    ],
    [
      'a foreign host in the same rule',
      route({ route: [to('stable', 50), { destination: { host: 'admin' }, weight: 50 }] }),
      'http rule 1 shares its traffic with another host (admin)',
    ],
    [
      'a third subset',
      route({ route: [to('stable', 100), { destination: { host: 'shop', subset: 'blue' }, weight: 0 }] }),
      'destinations beside stable and canary',
    ],
    [
      'tcp traffic to all pods',
      { ...route(primary), spec: { http: [primary], tcp: [{ route: [{ destination: { host: 'shop' } }] }] } },
      'tcp or tls rule that sends to all pods of shop',
    ],
  ])('%s', (_, given, message) => {
    expect(mesh.problems(given).map((problem) => problem.message)).toEqual([
      expect.stringContaining(message),
    ]);
  });
});

describe('subsets', () => {
  const track = (name: string): JsonObject => ({ name, labels: { 'seatrial.dev/track': name } });
  const rule = (...subsets: readonly JsonObject[]): JsonObject => ({
    metadata: { name: 'shop', namespace: 'prod' },
    spec: { host: 'shop', subsets },
  });
  const sound = rule(track('stable'), track('canary'));
  const pod = { app: 'shop', 'seatrial.dev/track': 'stable' };
  const workload = (labels: object, selector: object): JsonObject => ({
    metadata: { name: 'shop' },
    spec: { selector: { matchLabels: selector }, template: { metadata: { labels } } },
  });
  const serviceOf = (selector: object): JsonObject => ({ metadata: { name: 'shop' }, spec: { selector } });

  test('the rule of the service is found by its host, and fits', () => {
    expect(ruleOfService([rule(), sound].slice(1), service)).toBe(sound);
    expect(subsetProblems(sound, serviceOf({ app: 'shop' }), workload(pod, pod))).toEqual([]);
  });

  test.each([
    [
      'no DestinationRule',
      undefined,
      { app: 'shop' },
      pod,
      pod,
      'there is no DestinationRule for the service shop',
    ],
    ['no subset canary', rule(track('stable')), { app: 'shop' }, pod, pod, 'has not both subsets'],
    [
      'pods without the label',
      sound,
      { app: 'shop' },
      { app: 'shop' },
      pod,
      "don't have the labels of the subset stable (seatrial.dev/track=stable)",
    ],
    [
      'a selector that takes both',
      sound,
      { app: 'shop' },
      pod,
      { app: 'shop' },
      "would select the canary's pods as well",
    ],
    ['a Service for stable only', sound, pod, pod, pod, "would not select the canary's pods"],
  ])('%s', (_, given, selector, labels, matchLabels, message) => {
    const problems = subsetProblems(given, serviceOf(selector), workload(labels, matchLabels));
    expect(problems.map((problem) => problem.message)).toEqual([expect.stringContaining(message)]);
  });
});
