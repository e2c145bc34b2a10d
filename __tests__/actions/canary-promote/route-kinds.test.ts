import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../../actions/canary-promote/src/json.ts';
import { abilityProblems } from '../../../actions/canary-promote/src/route/abilities.ts';
import { beforeOf } from '../../../actions/canary-promote/src/route/carrier.ts';
import { canaryIngress } from '../../../actions/canary-promote/src/route/nginx.ts';
import { podsFor, serviceProblems, shareOfPods } from '../../../actions/canary-promote/src/route/replicas.ts';
import { routeOf } from '../../../actions/canary-promote/src/route/route.ts';
import {
  canaryLabelsBeside,
  canaryPolicy,
  canaryService,
} from '../../../actions/canary-promote/src/route/service.ts';
import { parseRoute, type RouteKind, type Traffic } from '../../../actions/canary-promote/src/route/types.ts';

const service = { name: 'shop', namespace: 'prod' };
const traffic = (changes: Partial<Traffic>): Traffic => ({
  share: 0,
  mirror: 0,
  testers: undefined,
  pods: 0,
  ...changes,
});
const metadata = { name: 'shop', namespace: 'prod' };
const accepted = { parents: [{ conditions: [{ type: 'Accepted', status: 'True' }] }] };

const carriers: Readonly<Record<string, { kind: RouteKind; object: JsonObject; during: JsonObject }>> = {
  'VirtualService by host': {
    kind: 'VirtualService',
    object: {
      metadata,
      spec: {
        http: [{ route: [{ destination: { host: 'shop.prod.svc.cluster.local', port: { number: 80 } } }] }],
      },
    },
    during: {
      http: [
        {
          route: [
            { destination: { host: 'shop.prod.svc.cluster.local', port: { number: 80 } }, weight: 95 },
            { destination: { host: 'shop-canary.prod.svc.cluster.local', port: { number: 80 } }, weight: 5 },
          ],
        },
      ],
    },
  },
  HTTPRoute: {
    kind: 'HTTPRoute',
    object: {
      metadata,
      spec: {
        rules: [
          { backendRefs: [{ name: 'other', port: 80 }] },
          { name: 'main', backendRefs: [{ group: '', kind: 'Service', name: 'shop', port: 80, weight: 1 }] },
        ],
      },
      status: accepted,
    },
    during: {
      rules: [
        { backendRefs: [{ name: 'other', port: 80 }] },
        {
          name: 'main',
          backendRefs: [
            { group: '', kind: 'Service', name: 'shop', port: 80, weight: 95 },
            { group: '', kind: 'Service', name: 'shop-canary', port: 80, weight: 5 },
          ],
        },
      ],
    },
  },
  IngressRoute: {
    kind: 'IngressRoute',
    object: { metadata, spec: { routes: [{ match: 'Host(`a`)', services: [{ name: 'shop', port: 80 }] }] } },
    during: {
      routes: [
        {
          match: 'Host(`a`)',
          services: [
            { name: 'shop', port: 80, weight: 95 },
            { name: 'shop-canary', port: 80, weight: 5 },
          ],
        },
      ],
    },
  },
  TraefikService: {
    kind: 'TraefikService',
    object: {
      metadata,
      spec: { weighted: { sticky: { cookie: {} }, services: [{ name: 'shop', port: 80 }] } },
    },
    during: {
      weighted: {
        sticky: { cookie: {} },
        services: [
          { name: 'shop', port: 80, weight: 95 },
          { name: 'shop-canary', port: 80, weight: 5 },
        ],
      },
    },
  },
};

test.each(Object.entries(carriers))('%s: 5 %% is one patch, and back is exactly what was', (_, given) => {
  const { kind, object, during } = given;
  const route = routeOf({ kind, name: 'shop' }, service, 'service');
  expect(route.problems(object)).toEqual([]);
  const before = beforeOf(object, route);
  expect(route.patch(object, traffic({})).spec).toEqual(object['spec']);
  const { spec } = route.patch(object, traffic({ share: 5 }));
  expect(spec).toEqual(during);
  const steered = { ...object, spec };
  expect(route.shares(steered)).toEqual([5]);
  expect(route.problems(steered)[0]?.message).toContain('already gives 5 % to the canary');
  const zero = { ...object, spec: route.patch(steered, traffic({})).spec };
  expect(route.shares(zero)).toEqual([0]);
  for (const one of [steered, zero]) expect(route.restore(one, before)?.spec).toEqual(object['spec']);
  expect(route.restore(object, before)).toBeUndefined();
});

test.each(Object.entries(carriers))('%s: what would go astray is refused', (_, { kind, object }) => {
  const text = JSON.stringify(object);
  const route = routeOf({ kind, name: 'shop' }, service, 'service');
  const messages = (changed: string): string[] =>
    route.problems(JSON.parse(changed)).map(({ message }) => message);
  expect(messages(text.replaceAll(/"shop(?=[".])(?!",?"namespace)/g, '"else')).join()).toContain(
    'that sends to the service shop',
  );
});

test.each([
  ['Accepted', 'False', 'is not in force: NotAllowed'],
  ['Programmed', 'True', 'no gateway has taken up HTTPRoute shop'],
])('an HTTPRoute whose gateway says %s=%s steers nothing', (type, status, message) => {
  const { object } = carriers['HTTPRoute'] ?? { object: {} };
  const route = routeOf({ kind: 'HTTPRoute', name: 'shop' }, service, 'service');
  const conditions = [{ type, status, reason: 'NotAllowed' }];
  expect(route.problems({ ...object, status: { parents: [{ conditions }] } })[0]?.message).toContain(message);
});

test('NGINX: the canary is an Ingress of its own with the same hosts and paths, and annotations for weights', () => {
  const prefix = 'nginx.ingress.kubernetes.io';
  const path = (name: string): JsonObject => ({
    path: `/${name}`,
    backend: { service: { name, port: { number: 80 } } },
  });
  const ingress = {
    metadata: {
      ...metadata,
      annotations: { [`${prefix}/proxy-body-size`]: '8m', note: 'x' },
    },
    spec: {
      ingressClassName: 'nginx',
      tls: [{ hosts: ['a'] }],
      rules: [
        { host: 'a', http: { paths: [path('shop'), path('admin')] } },
        { host: 'b', http: { paths: [path('admin')] } },
      ],
    },
  };
  const made = canaryIngress(ingress, service, 'shop');
  expect(made).toMatchObject({
    metadata: {
      name: 'shop-canary',
      annotations: {
        [`${prefix}/proxy-body-size`]: '8m',
        [`${prefix}/canary`]: 'true',
        [`${prefix}/canary-weight`]: '0',
      },
    },
  });
  expect(made['spec']).toEqual({
    ingressClassName: 'nginx',
    rules: [
      {
        host: 'a',
        http: {
          paths: [{ path: '/shop', backend: { service: { name: 'shop-canary', port: { number: 80 } } } }],
        },
      },
    ],
  });
  const route = routeOf({ kind: 'Ingress', name: 'shop' }, service, 'service');
  expect(route.carrier).toEqual({ kind: 'Ingress', name: 'shop-canary' });
  expect(route.problems(ingress)).toEqual([]);
  expect(route.patch(made, traffic({ share: 25, testers: { header } })).metadata).toEqual({
    annotations: {
      [`${prefix}/canary-weight`]: '25',
      [`${prefix}/canary-by-header`]: 'x-canary',
      [`${prefix}/canary-by-header-value`]: 'yes',
      [`${prefix}/canary-by-cookie`]: null,
    },
  });
  expect(route.shares(made)).toEqual([0]);
  expect(route.problems({ ...ingress, spec: { ...ingress.spec, ingressClassName: 'haproxy' } })).toHaveLength(
    1,
  );
});

test.each([
  [5, 19, 1],
  [5, 4, 1],
  [25, 4, 1],
  [50, 4, 4],
  [75, 4, 12],
  [0, 4, 0],
])('%d %% by pods beside %d of stable: %d', (share, stable, pods) => {
  expect(podsFor(share, stable)).toBe(pods);
});

test('the share of pods is what whole pods give', () => {
  expect(shareOfPods(1, 4)).toBe(20);
  expect(shareOfPods(0, 4)).toBe(0);
  const workload = {
    spec: { template: { metadata: { labels: { app: 'shop', 'seatrial.dev/track': 'stable' } } } },
  };
  expect(serviceProblems({ metadata, spec: { selector: { app: 'shop' } } }, workload)).toEqual([]);
  const pinned = { metadata, spec: { selector: { 'seatrial.dev/track': 'stable' } } };
  expect(serviceProblems(pinned, workload)[0]?.message).toContain("would not select the canary's pods");
});

test.each([
  [[{ app: 'shop' }], { app: 'shop-canary' }],
  [[{ app: 'shop' }, { app: 'shop', tier: 'web' }], { app: 'shop-canary' }],
  [[{ app: 'shop' }, { tier: 'web' }], { app: 'shop-canary', tier: 'web-canary' }],
  [
    [{ 'app.kubernetes.io/name': 'shop', 'app.kubernetes.io/instance': 'eu' }],
    { 'app.kubernetes.io/instance': 'eu-canary' },
  ],
  [[{ app: 'a'.repeat(63) }], { app: `${'a'.repeat(56)}-canary` }],
])('the fewest labels change that take the canary out of every selector: %j', (selectors, labels) => {
  expect(canaryLabelsBeside(selectors)).toEqual(labels);
});

test("the canary's Service has the ports of the service and the canary's pods", () => {
  const ports = [{ name: 'http', port: 80, targetPort: 8080, nodePort: 30080 }];
  expect(
    canaryService({ metadata, spec: { selector: { app: 'shop' }, ports, type: 'NodePort' } }, 'web'),
  ).toMatchObject({
    metadata: { name: 'shop-canary', namespace: 'prod' },
    spec: {
      selector: { 'seatrial.dev/canary-of': 'web' },
      ports: [{ name: 'http', port: 80, targetPort: 8080 }],
    },
  });
  const rule = {
    apiVersion: 'networking.istio.io/v1',
    spec: { host: 'shop', trafficPolicy: { tls: { mode: 'DISABLE' } } },
  };
  expect(canaryPolicy(rule, service, 'web')).toMatchObject({
    spec: { host: 'shop-canary.prod.svc.cluster.local', trafficPolicy: { tls: { mode: 'DISABLE' } } },
  });
  expect(canaryPolicy({ spec: { host: 'shop', subsets: [] } }, service, 'web')).toBeUndefined();
});

test.each([
  ['shop', { kind: 'VirtualService', name: 'shop' }],
  ['HTTPRoute/shop', { kind: 'HTTPRoute', name: 'shop' }],
  ['deployment/shop', { kind: 'Deployment', name: 'shop' }],
  ['Service/shop', undefined],
  ['Ingress/', undefined],
  ['Ingress/a/b', undefined],
])('route "%s"', (text, expected) => {
  expect(parseRoute(text)).toEqual(expected);
});

const header = { name: 'x-canary', value: 'yes' };
const cookie = { name: 'beta', value: '1' };

describe('testers and copies', () => {
  const asked = traffic({ share: 5, mirror: 10, testers: { header, cookie } });

  test.each(['VirtualService by host', 'HTTPRoute'])('%s: they come and go without a trace', (name) => {
    const given = carriers[name];
    if (given === undefined) throw new Error(name);
    const { kind, object } = given;
    const route = routeOf({ kind, name: 'shop' }, service, 'service');
    const before = beforeOf(object, route);
    const steered = { ...object, spec: route.patch(object, asked).spec };
    expect(JSON.stringify(steered)).toContain('x-canary');
    expect(route.shares(steered)).toEqual([5]);
    // Written twice, it is the same; and without them only the weights are left.
    expect(route.patch(steered, asked).spec).toEqual(steered.spec);
    expect(route.patch(steered, traffic({ share: 5 })).spec).toEqual(
      route.patch(object, traffic({ share: 5 })).spec,
    );
    expect(route.restore(steered, before)?.spec).toEqual(object['spec']);
  });

  test('an HTTPRoute narrows every match, and copies by a filter', () => {
    const object = {
      spec: {
        rules: [{ matches: [{ path: { value: '/a' } }, {}], backendRefs: [{ name: 'shop', port: 80 }] }],
      },
    };
    const route = routeOf({ kind: 'HTTPRoute', name: 'shop' }, service, 'service');
    const exact = { name: 'x-canary', value: 'yes' };
    const regex = { type: 'RegularExpression', name: 'cookie', value: '(^|.*;\\s*)beta=1(;.*|$)' };
    const filters = [
      {
        type: 'RequestMirror',
        requestMirror: { backendRef: { name: 'shop-canary', port: 80 }, percent: 10 },
      },
    ];
    expect(route.patch(object, asked).spec?.['rules']).toEqual([
      {
        matches: [
          { path: { value: '/a' }, headers: [exact] },
          { path: { value: '/a' }, headers: [regex] },
          { headers: [exact] },
          { headers: [regex] },
        ],
        backendRefs: [{ name: 'shop-canary', port: 80, weight: 100 }],
      },
      {
        ...object.spec.rules[0],
        filters,
        backendRefs: [
          { name: 'shop', port: 80, weight: 95 },
          { name: 'shop-canary', port: 80, weight: 5 },
        ],
      },
    ]);
  });
});

test.each<[RouteKind, string]>([
  ['IngressRoute', "can't send testers"],
  ['Deployment', "can't send testers"],
  ['Ingress', 'by the value `always` alone'],
  ['Ingress', "can't copy requests"],
  ['VirtualService', 'copies requests already'],
])('a %s that is asked too much: %s', (kind, message) => {
  const object = { spec: { http: [{ mirror: { host: 'else' } }] } };
  const given = { testers: { header, cookie }, steps: [{ weight: 0, mirror: 10 }] };
  const problems = abilityProblems({ kind, name: 'shop' }, object, given);
  expect(problems.map((problem) => problem.message).join()).toContain(message);
});
