import { describe, expect, test } from '@jest/globals';
import { isGrpcFailure } from '../../../actions/canary-promote/src/metrics/presets/grpc-status.ts';
import type { Subject } from '../../../actions/canary-promote/src/metrics/presets/index.ts';
import type { Series } from '../../../actions/canary-promote/src/metrics/series.ts';
import { findMetrics } from '../../../actions/canary-promote/src/metrics/source.ts';
import { nginxText, otelText, traefikText } from '../../support/documented-metrics.ts';
import { isSelected, seriesOfText } from '../../support/exposition.ts';

const subject: Subject = {
  route: 'Ingress',
  namespace: 'prod',
  service: 'shop',
  workload: 'shop',
  canary: 'shop-canary',
};
const { signal } = new AbortController();

/** A Prometheus that has these series. */
const having =
  (series: readonly Series[]) =>
  (promql: string): Promise<Series[]> =>
    Promise.resolve(series.filter((one) => isSelected(promql, one)));

async function scraped(series: readonly Series[], of: Partial<Subject> = {}) {
  const found = await findMetrics(
    having(series),
    { ...subject, ...of },
    { preset: 'auto', own: undefined },
    signal,
  );
  return { name: found?.name, scrape: await found?.scrape(5, signal) };
}

describe('ingress-nginx', () => {
  const expected = {
    t: 9,
    weight: 5,
    stable: {
      pods: { 'controller-1': { requests: 950, failures: 2, latency: { '0.1': 900, '+Inf': 950 } } },
    },
    canary: { pods: { 'controller-1': { requests: 50, failures: 3, latency: { '0.1': 40, '+Inf': 50 } } } },
  };
  const series = [
    ...seriesOfText(nginxText('', 2, 900, 950), 9),
    ...seriesOfText(nginxText('prod-shop-canary-80', 3, 40, 50), 9),
  ];

  test('the canary is what the other upstream took, of this service alone', async () => {
    expect(await scraped(series)).toEqual({ name: 'nginx', scrape: expected });
  });

  test("labels that collide with the target's are called exported_", async () => {
    const exported = series.map(({ labels, samples }) => {
      const { namespace = '', service = '', ...rest } = labels;
      const own = { namespace: 'ingress-nginx', service: 'metrics' };
      return {
        labels: { ...rest, ...own, exported_namespace: namespace, exported_service: service },
        samples,
      };
    });
    expect(await scraped(exported)).toEqual({ name: 'nginx', scrape: expected });
  });

  test('where pods split the traffic it can not tell the versions apart, and is not taken', async () => {
    expect((await scraped(series, { route: 'Deployment' })).name).toBeUndefined();
  });
});

test('Traefik counts at the services that a weighted route leads to', async () => {
  const services = [
    'prod-shop-80@kubernetescrd',
    'prod-shop-canary-80@kubernetescrd',
    'prod-shop-api-80@kubernetescrd',
  ];
  const series = services.flatMap((service, i) =>
    seriesOfText(traefikText(service, 100 * (i + 1), i), 9, { instance: 't' }),
  );
  expect(await scraped(series, { route: 'IngressRoute' })).toEqual({
    name: 'traefik',
    scrape: {
      t: 9,
      weight: 5,
      stable: { pods: { t: { requests: 100, failures: 0, latency: { '0.1': 99, '+Inf': 100 } } } },
      canary: { pods: { t: { requests: 201, failures: 1, latency: { '0.1': 199, '+Inf': 200 } } } },
    },
  });
});

describe('OpenTelemetry', () => {
  const stablePod = 'shop-6d4cf56db6-x2x4z';
  const canaryPod = 'shop-canary-7f9c8b5d4-abcde';

  test.each([
    ['http_server_request_duration_seconds', 'http_response_status_code', '200', '500', '0.25'],
    ['http_server_duration_milliseconds', 'http_status_code', '404', '503', '250'],
    ['rpc_server_call_duration_seconds', 'rpc_response_status_code', 'OK', 'DEADLINE_EXCEEDED', '0.25'],
    ['rpc_server_duration_milliseconds', 'rpc_grpc_status_code', '5', '14', '250'],
  ])('%s: requests by its count, failures by %s', async (name, code, ok, bad, bound) => {
    const series = [stablePod, canaryPod].flatMap((pod) =>
      seriesOfText(otelText(name, code, ok, bad, bound), 9, {
        namespace: 'prod',
        pod,
        instance: `${pod}:9464`,
      }),
    );
    const counters = { requests: 94, failures: 4, latency: { '0.25': 84, '+Inf': 94 } };
    expect(await scraped(series)).toEqual({
      name: 'otel',
      scrape: {
        t: 9,
        weight: 5,
        stable: { pods: { [`${stablePod}:${name}`]: counters } },
        canary: { pods: { [`${canaryPod}:${name}`]: counters } },
      },
    });
  });

  test("out of a collector, pods are found by the resource's labels", async () => {
    const name = 'http_server_request_duration_seconds';
    const series = [stablePod, canaryPod].flatMap((pod) =>
      seriesOfText(otelText(name, 'http_response_status_code', '200', '500', '0.25'), 9, {
        namespace: 'observability',
        pod: 'collector-0',
        k8s_namespace_name: 'prod',
        k8s_pod_name: pod,
      }),
    );
    const { name: preset, scrape } = await scraped(series);
    expect(preset).toBe('otel');
    expect(scrape).toMatchObject({
      stable: { pods: { [`${stablePod}:${name}`]: { requests: 94 } } },
      canary: { pods: { [`${canaryPod}:${name}`]: { requests: 94 } } },
    });
  });
});

test('a pod that serves gRPC beside HTTP is two sources: the buckets may differ', async () => {
  const text = `
http_requests_total{code="200",route="/"} 10
http_request_duration_seconds_bucket{route="/",le="0.1"} 9
http_request_duration_seconds_bucket{route="/",le="+Inf"} 10
grpc_server_handled_total{grpc_code="OK",grpc_method="Get"} 20
grpc_server_handled_total{grpc_code="Unavailable",grpc_method="Get"} 2
grpc_server_handling_seconds_bucket{grpc_method="Get",le="0.005"} 19
grpc_server_handling_seconds_bucket{grpc_method="Get",le="+Inf"} 22
`;
  const pod = 'shop-6d4cf56db6-x2x4z';
  const { name, scrape } = await scraped(seriesOfText(text, 9, { namespace: 'prod', pod }));
  expect(name).toBe('http');
  expect(scrape?.stable).toEqual({
    pods: {
      [pod]: { requests: 10, failures: 0, latency: { '0.1': 9, '+Inf': 10 } },
      [`${pod}:grpc`]: { requests: 22, failures: 2, latency: { '0.005': 19, '+Inf': 22 } },
    },
  });
});

test.each([
  ['0', false],
  ['OK', false],
  ['5', false],
  ['NOT_FOUND', false],
  ['ResourceExhausted', false],
  ['', false],
  ['2', true],
  ['Unknown', true],
  ['DEADLINE_EXCEEDED', true],
  ['DeadlineExceeded', true],
  ['14', true],
  ['DATA_LOSS', true],
])('gRPC status %s is a failure of the server: %s', (status, failed) => {
  expect(isGrpcFailure(status)).toBe(failed);
});
