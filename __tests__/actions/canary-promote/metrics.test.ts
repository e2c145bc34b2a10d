import { describe, expect, test } from '@jest/globals';
import { ownQueries, readOwn, resolved } from '../../../actions/canary-promote/src/metrics/own-queries.ts';
import { type Preset, presets } from '../../../actions/canary-promote/src/metrics/presets/index.ts';
import {
  type Series,
  scrapeOf,
  seriesOf,
  spacingOf,
} from '../../../actions/canary-promote/src/metrics/series.ts';
import { findMetrics, windowFor } from '../../../actions/canary-promote/src/metrics/source.ts';
import { refuseBlind } from '../../../actions/canary-promote/src/metrics-for.ts';
import { UserError } from '../../../actions/shared/errors/user-error.ts';

const subject = {
  route: 'VirtualService' as const,
  namespace: 'prod',
  service: 'shop',
  workload: 'shop',
  canary: 'shop-canary',
};
const one = (labels: Record<string, string>, value: number, t = 100): Series => ({
  labels,
  samples: [[t, value]],
});

function presetOf(name: Preset['name'], index = 0): Preset {
  const found = presets.filter((preset) => preset.name === name)[index];
  if (found === undefined) throw new Error(name);
  return found;
}

test('an answer of Prometheus is read: vectors and matrices, and no NaN', () => {
  const vector = {
    result: [
      { metric: { a: 'b' }, value: [1.5, '7'] },
      { metric: {}, value: [1.5, 'NaN'] },
    ],
  };
  expect(seriesOf(vector)).toEqual([{ labels: { a: 'b' }, samples: [[1.5, 7]] }]);
  const matrix = {
    result: [
      {
        metric: { a: 'b' },
        values: [
          [1, '1'],
          [2, '+Inf'],
          [3, '3'],
        ],
      },
    ],
  };
  expect(seriesOf(matrix)).toEqual([
    {
      labels: { a: 'b' },
      samples: [
        [1, 1],
        [3, 3],
      ],
    },
  ]);
  expect(seriesOf({ result: 'nonsense' })).toEqual([]);
});

test('the distance of samples is the median, and four of them are the window', () => {
  const samples = [
    [0, 1],
    [15, 1],
    [30, 1],
    [61, 1],
  ] as const;
  expect(
    spacingOf([
      { labels: {}, samples: [[1, 1]] },
      { labels: {}, samples },
    ]),
  ).toBe(15);
  expect(windowFor(15)).toBe('60s');
  expect(windowFor(2)).toBe('15s');
  expect(windowFor(undefined)).toBe('240s');
});

const cluster = (subset: string): string => `outbound|80|${subset}|shop.prod.svc.cluster.local`;
const envoySeries = [
  one(
    {
      __name__: 'envoy_cluster_upstream_rq_xx',
      envoy_cluster_name: cluster('stable'),
      envoy_response_code_class: '2',
      instance: 'g1',
    },
    900,
  ),
  one(
    {
      __name__: 'envoy_cluster_upstream_rq_xx',
      envoy_cluster_name: cluster('stable'),
      envoy_response_code_class: '5',
      instance: 'g1',
    },
    3,
  ),
  one(
    {
      __name__: 'envoy_cluster_upstream_rq_xx',
      envoy_cluster_name: cluster('stable'),
      envoy_response_code_class: '2',
      instance: 'g2',
    },
    100,
  ),
  one(
    {
      __name__: 'envoy_cluster_upstream_rq',
      envoy_cluster_name: cluster('stable'),
      envoy_response_code: '200',
      instance: 'g1',
    },
    900,
  ),
  one(
    {
      __name__: 'envoy_cluster_upstream_rq_xx',
      envoy_cluster_name: cluster('canary'),
      envoy_response_code_class: '5',
      instance: 'g1',
    },
    7,
    101,
  ),
  one(
    {
      __name__: 'envoy_cluster_upstream_rq_time_bucket',
      envoy_cluster_name: cluster('canary'),
      le: '250',
      instance: 'g1',
    },
    6,
  ),
  one(
    {
      __name__: 'envoy_cluster_upstream_rq_time_bucket',
      envoy_cluster_name: cluster('canary'),
      le: '+Inf',
      instance: 'g1',
    },
    7,
  ),
];

describe('envoy', () => {
  test('counts by subset and gateway, codes not twice, milliseconds as seconds', () => {
    const preset = presetOf('envoy');
    expect(scrapeOf(envoySeries, (labels) => preset.read(labels, subject), 5)).toEqual({
      t: 101,
      weight: 5,
      stable: { pods: { 'g1:80': { requests: 903, failures: 3 }, 'g2:80': { requests: 100, failures: 0 } } },
      canary: { pods: { 'g1:80': { requests: 7, failures: 7, latency: { '0.25': 6, '+Inf': 7 } } } },
    });
  });

  test("Istio's own tags are read too", () => {
    const labels = {
      __name__: 'envoy_cluster_upstream_rq',
      cluster_name: cluster('canary'),
      response_code_class: '5xx',
      pod: 'gw',
    };
    expect(presetOf('envoy', 1).read(labels, subject)).toEqual({
      track: 'canary',
      source: 'gw:80',
      kind: 'requests',
      failed: true,
    });
  });

  test('the selector takes the service of that namespace only', () => {
    const selector = presetOf('envoy').selectors({ ...subject, service: 'a.b' })[0] ?? '';
    expect(selector).toContain(
      'envoy_cluster_name=~"outbound\\\\|[0-9]+\\\\|(stable|canary|)\\\\|a\\\\.b(-canary)?\\\\.prod\\\\.svc\\\\..+"',
    );
  });
});

describe('istio', () => {
  const labels = {
    __name__: 'istio_requests_total',
    destination_workload: 'shop-canary',
    pod: 'gw',
    response_code: '200',
  };

  test.each([
    [{ ...labels }, false],
    [{ ...labels, response_code: '503' }, true],
    [{ ...labels, response_code: '404' }, false],
    [{ ...labels, grpc_response_status: '14' }, true],
    [{ ...labels, grpc_response_status: '5' }, false],
  ])('%j failed: %s', (given, failed) => {
    expect(presetOf('istio').read(given, subject)).toEqual({
      track: 'canary',
      source: 'gw',
      kind: 'requests',
      failed,
    });
  });
});

describe('http', () => {
  const labels = {
    __name__: 'http_requests_total',
    pod: 'shop-6d4cf56db6-x2x4z',
    code: '200',
    route: '/orders',
  };
  const read = (given: Record<string, string>): unknown => presetOf('http').read(given, subject);

  test('whose pod it is tells its name', () => {
    expect(read(labels)).toEqual({ track: 'stable', source: labels.pod, kind: 'requests', failed: false });
    expect(read({ ...labels, pod: 'shop-canary-6d4cf56db6-x2x4z', code: '500' })).toEqual({
      track: 'canary',
      source: 'shop-canary-6d4cf56db6-x2x4z',
      kind: 'requests',
      failed: true,
    });
  });

  test.each(['/healthz', '/ready', 'GET /metrics', 'readyz'])('%s is no request of a user', (route) => {
    expect(read({ ...labels, route })).toBeUndefined();
  });

  test('gRPC fails by its status', () => {
    const grpc = { __name__: 'grpc_server_handled_total', pod: labels.pod, grpc_code: 'Unavailable' };
    expect(read(grpc)).toMatchObject({ kind: 'requests', failed: true });
    expect(read({ ...grpc, grpc_code: 'NotFound' })).toMatchObject({ failed: false });
  });
});

test('gauges are the mean of a group, on its first process', () => {
  const preset = presetOf('http');
  const requests = [one({ __name__: 'http_requests_total', pod: 'shop-a1-aaaaa', code: '200' }, 5)];
  const gauges = [one({ g: '1' }, 10), one({ g: '1' }, 20)];
  const scrape = scrapeOf(
    [...requests, ...gauges],
    (labels) =>
      labels['g'] === undefined
        ? preset.read(labels, subject)
        : { track: 'stable', source: 'x', kind: 'gauge', name: 'goroutines' },
    0,
  );
  expect(scrape).toEqual({
    t: 100,
    weight: 0,
    stable: { pods: { 'shop-a1-aaaaa': { requests: 5, failures: 0, gauges: { goroutines: 15 } } } },
  });
});

test('without request counters there is no scrape', () => {
  expect(scrapeOf([], () => undefined, 5)).toBeUndefined();
});

describe('finding metrics', () => {
  const answer = (by: (promql: string) => Series[]) => async (promql: string) => by(promql);
  const http = [one({ __name__: 'http_requests_total', pod: 'shop-a1-aaaaa', code: '200' }, 5)];

  test('auto takes the first that has numbers of the running version', async () => {
    const query = answer((promql) => (promql.includes('http_requests_total') ? http : []));
    const found = await findMetrics(
      query,
      subject,
      { preset: 'auto', own: undefined },
      new AbortController().signal,
    );
    expect(found?.name).toBe('http');
    expect(await found?.scrape(5, new AbortController().signal)).toMatchObject({ weight: 5, t: 100 });
  });

  test('numbers of the canary alone are none', async () => {
    const canary = [one({ __name__: 'http_requests_total', pod: 'shop-canary-a1-aaaaa', code: '200' }, 5)];
    const query = answer((promql) => (promql.includes('http_requests_total') ? canary : []));
    expect(
      await findMetrics(query, subject, { preset: 'http', own: undefined }, new AbortController().signal),
    ).toBeUndefined();
  });
});

describe('own queries', () => {
  test('need requests and failures, each for one group', () => {
    expect(() => ownQueries.parse('requests=sum(a{track="$track"})')).toThrow('a line `failures=…`');
    expect(() => ownQueries.parse('requests=sum(a)\nfailures=sum(b{t="$track"})')).toThrow(
      'which "requests" lacks',
    );
  });

  test('placeholders are filled in', () => {
    expect(
      resolved('a{t="$track",d="$workload",n="$namespace",s="$service"} $tracking', subject, 'canary'),
    ).toBe('a{t="canary",d="shop-canary",n="prod",s="shop"} $tracking');
  });

  test('names tell what a query counts', () => {
    expect(readOwn('failures', 'stable', {})).toEqual({ track: 'stable', source: 'all', kind: 'failures' });
    expect(readOwn('latency', 'stable', { le: '0.5', pod: 'p' })).toEqual({
      track: 'stable',
      source: 'p',
      kind: 'latency',
      le: '0.5',
    });
    expect(readOwn('payments', 'canary', {})).toEqual({
      track: 'canary',
      source: 'all',
      kind: 'gauge',
      name: 'payments',
    });
  });
});

describe('business counters', () => {
  test('a business counter is two queries, and may stand beside a preset', () => {
    const queries = ownQueries.parse(
      'payments.requests=a{w="$workload"}\npayments.failures=b{w="$workload"}',
    );
    expect([...(queries ?? [])].map(([name]) => name)).toEqual(['payments.requests', 'payments.failures']);
    expect(() => ownQueries.parse('payments.requests=a{w="$workload"}')).toThrow(
      'a line `payments.failures=…` beside `payments.requests`',
    );
    expect(() => ownQueries.parse('latency=a{w="$workload"}')).toThrow('a line `requests=…`');
    expect(readOwn('payments.failures', 'canary', { pod: 'p' })).toEqual({
      track: 'canary',
      source: 'p',
      kind: 'counter',
      name: 'payments',
      failed: true,
    });
  });

  test("queries beside a preset are sent with it, and read as the counter's own groups", async () => {
    const own = ownQueries.parse('payments.requests=a{w="$workload"}\npayments.failures=b{w="$workload"}');
    const query = async (promql: string): Promise<Series[]> => {
      if (promql.includes('http_requests_total'))
        return [one({ __name__: 'http_requests_total', pod: 'shop-a1-aaaaa', code: '200' }, 5)];
      return promql.startsWith('a{') ? [one({}, 40)] : promql.startsWith('b{') ? [one({}, 4)] : [];
    };
    const { signal } = new AbortController();
    const found = await findMetrics(query, subject, { preset: 'http', own }, signal);
    expect(found?.name).toBe('http');
    expect(found?.queries).toContain('b{w="shop-canary"}');
    const payments = { pods: { all: { requests: 40, failures: 4 } } };
    expect(await found?.scrape(5, signal)).toEqual({
      t: 100,
      weight: 5,
      stable: { pods: { 'shop-a1-aaaaa': { requests: 5, failures: 0 } } },
      counters: { payments: { stable: payments, canary: payments } },
    });
  });
});

test('a fresh baseline needs numbers that tell its pods from the others', () => {
  const byWorkload = 'http_requests_total{pod=~"$workload-.*"}';
  expect(() => refuseBlind('queries', [byWorkload])).not.toThrow();
  expect(() => refuseBlind('istio', [byWorkload])).not.toThrow();
  expect(() => refuseBlind('envoy', [])).toThrow("don't tell fresh pods");
  expect(() => refuseBlind('queries', [byWorkload, 'orders_total{track="$track"}'])).toThrow(UserError);
});
