import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createServer as createSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ownQueries } from '../../actions/canary-promote/src/metrics/own-queries.ts';
import type { Subject } from '../../actions/canary-promote/src/metrics/presets/index.ts';
import { openPrometheus } from '../../actions/canary-promote/src/metrics/prometheus.ts';
import { findMetrics } from '../../actions/canary-promote/src/metrics/source.ts';
import { toolPath } from '../../testbed/tools/ensure.ts';
import { until } from '../../testbed/wait.ts';
import { nginxText, otelText, traefikText } from '../support/documented-metrics.ts';

/** The documented text of each platform, scraped by a real Prometheus and asked for by our queries. */

const subject: Subject = {
  route: 'Ingress',
  namespace: 'prod',
  service: 'shop',
  workload: 'shop',
  canary: 'shop-canary',
};
const [stablePod, canaryPod] = ['shop-6d4cf56db6-x2x4z', 'shop-canary-7f9c8b5d4-abcde'];
const otelName = 'http_server_request_duration_seconds';
const otelPage = otelText(otelName, 'http_response_status_code', '200', '500', '0.25');
const payments = (failed: number): string => `payments_total 100\npayments_failed_total ${failed}\n`;

/** Path → what is exposed there, and the labels that the scrape adds. */
const pages: Readonly<Record<string, { text: string; labels: Readonly<Record<string, string>> }>> = {
  '/nginx': {
    text:
      nginxText('', 2, 900, 950) +
      nginxText('prod-shop-canary-80', 3, 40, 50).replaceAll(/.*shop-api.*\n/g, ''),
    labels: { namespace: 'ingress-nginx', service: 'metrics' },
  },
  '/traefik': {
    text:
      traefikText('prod-shop-80@kubernetescrd', 100, 0) +
      traefikText('prod-shop-canary-80@kubernetescrd', 200, 1),
    labels: { service: 'traefik' },
  },
  '/stable': { text: otelPage + payments(1), labels: { namespace: 'prod', pod: stablePod } },
  '/canary': { text: otelPage + payments(7), labels: { namespace: 'prod', pod: canaryPod } },
};

let folder: string;
let exposed: Server;
let prometheus: ChildProcess;
let url: string;

async function freePort(): Promise<number> {
  const socket = createSocket();
  await new Promise<void>((resolve) => socket.listen(0, '127.0.0.1', resolve));
  const address = socket.address();
  await new Promise((resolve) => socket.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seatrial-metrics-'));
  exposed = createServer((request, response) => {
    response.setHeader('content-type', 'text/plain; version=0.0.4');
    response.end(pages[request.url ?? '']?.text ?? '');
  });
  const [target, port] = [await freePort(), await freePort()];
  await new Promise<void>((resolve) => exposed.listen(target, '127.0.0.1', resolve));
  const jobs = Object.entries(pages).map(([path, { labels }]) => ({
    job_name: path.slice(1),
    metrics_path: path,
    static_configs: [{ targets: [`127.0.0.1:${target}`], labels }],
  }));
  const config = join(folder, 'prometheus.yml');
  await writeFile(config, JSON.stringify({ global: { scrape_interval: '1s' }, scrape_configs: jobs }));
  url = `http://127.0.0.1:${port}`;
  const args = [`--config.file=${config}`, `--storage.tsdb.path=${join(folder, 'data')}`];
  prometheus = spawn(await toolPath('prometheus'), [...args, `--web.listen-address=127.0.0.1:${port}`], {
    stdio: 'ignore',
  });
  const query = openPrometheus({ url, headers: {} });
  const scraped = async (): Promise<boolean> => (await query('up == 1', signal)).length === 4;
  await until(scraped, { what: 'the first scrape', timeoutMs: 60_000, everyMs: 200 });
}, 120_000);

afterAll(async () => {
  const gone = new Promise((resolve) => prometheus.once('exit', resolve));
  prometheus.kill();
  await gone;
  await new Promise((resolve) => exposed.close(resolve));
  await rm(folder, { recursive: true, force: true });
});

const { signal } = new AbortController();

async function scrape(preset: 'nginx' | 'traefik' | 'otel', own?: string) {
  const wanted = { preset, own: own === undefined ? undefined : ownQueries.parse(own) };
  const found = await findMetrics(openPrometheus({ url, headers: {} }), subject, wanted, signal);
  return found?.scrape(5, signal);
}

/** All pods of a group as one. */
const only = (group: unknown): unknown => Object.values(Object(Object(group)['pods']))[0];

test.each([
  [
    'nginx' as const,
    { requests: 950, failures: 2, latency: { '0.1': 900, '+Inf': 950 } },
    { requests: 50, failures: 3, latency: { '0.1': 40, '+Inf': 50 } },
  ],
  [
    'traefik' as const,
    { requests: 100, failures: 0, latency: { '0.1': 99, '+Inf': 100 } },
    { requests: 201, failures: 1, latency: { '0.1': 199, '+Inf': 200 } },
  ],
  [
    'otel' as const,
    { requests: 94, failures: 4, latency: { '0.25': 84, '+Inf': 94 } },
    { requests: 94, failures: 4, latency: { '0.25': 84, '+Inf': 94 } },
  ],
])('%s', async (preset, stable, canary) => {
  const seen = await scrape(preset);
  expect([only(seen?.stable), only(seen?.canary)]).toEqual([stable, canary]);
});

test('business counters by queries of the caller, beside a preset', async () => {
  const pods = 'namespace="$namespace",pod=~"$workload-[0-9a-z]+-[0-9a-z]{5}"';
  const own = `payments.requests=sum by (pod) (payments_total{${pods}})\npayments.failures=sum by (pod) (payments_failed_total{${pods}})`;
  expect((await scrape('otel', own))?.counters).toEqual({
    payments: {
      stable: { pods: { [stablePod]: { requests: 100, failures: 1 } } },
      canary: { pods: { [canaryPod]: { requests: 100, failures: 7 } } },
    },
  });
});
