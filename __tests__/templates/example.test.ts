import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { renderProject } from '../../action-templates/project.ts';

const service = join(import.meta.dirname, '../../examples/checkout');
const files = renderProject(join(service, 'seatrial.values.json'));
const environments = ['staging', 'production'];

function source(path: string): string {
  return readFileSync(join(service, path), 'utf8');
}

/** The value at a path of keys in a checked-in manifest. */
function at(environment: string, file: string, ...keys: (string | number)[]): unknown {
  let value: unknown = parse(source(`deploy/${environment}/${file}`));
  for (const key of keys)
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return value;
}

function podAt(environment: string, ...keys: (string | number)[]): unknown {
  return at(environment, '30-deployment.yaml', 'spec', 'template', 'spec', ...keys);
}

function seconds(duration: unknown): number {
  const [, number = 'NaN', unit] = /^(\d+)(ms|s)?$/.exec(String(duration)) ?? [];
  return Number(number) / (unit === 'ms' ? 1000 : 1);
}

test.each([...files.keys()])('%s is checked in as rendered', (path) => {
  expect(source(path)).toBe(files.get(path));
});

test.each(environments)('%s: one chain of ports from the source to the route', (environment) => {
  const [, httpPort] = /defaultHTTPAddr = ":(\d+)"/.exec(source('internal/settings/settings.go')) ?? [];
  const [, grpcPort] = /defaultGRPCAddr = ":(\d+)"/.exec(source('internal/settings/settings.go')) ?? [];
  const [, exposed] = /^EXPOSE (.+)$/m.exec(source('Dockerfile')) ?? [];
  expect(exposed).toBe(`${httpPort} ${grpcPort}`);
  expect(at(environment, '20-configmap.yaml', 'data')).toMatchObject({
    HTTP_ADDR: `:${httpPort}`,
    GRPC_ADDR: `:${grpcPort}`,
  });
  expect(podAt(environment, 'containers', 0, 'ports')).toEqual([
    { name: 'http', containerPort: Number(httpPort) },
    { name: 'grpc', containerPort: Number(grpcPort) },
  ]);
  expect(at(environment, '40-service.yaml', 'spec', 'ports')).toMatchObject([
    { port: 80, targetPort: 'http' },
    { port: Number(grpcPort), targetPort: 'grpc' },
  ]);
  const annotations = at(environment, '30-deployment.yaml', 'spec', 'template', 'metadata', 'annotations');
  expect(annotations).toMatchObject({ 'prometheus.io/port': httpPort, 'prometheus.io/path': '/metrics' });
});

test.each(environments)('%s: probes ask for routes the program serves', (environment) => {
  const routes = source('internal/httpapi/httpapi.go');
  for (const probe of ['startupProbe', 'livenessProbe', 'readinessProbe']) {
    const path = String(podAt(environment, 'containers', 0, probe, 'httpGet', 'path'));
    expect(routes).toContain(`"GET ${path}"`);
    expect(podAt(environment, 'containers', 0, probe)).toMatchObject({ httpGet: { port: 'http' } });
    // The startup probe alone may take its whole period: it delays nothing but itself.
    const period = Number(podAt(environment, 'containers', 0, probe, 'periodSeconds'));
    const allowed = probe === 'startupProbe' ? period : period - 1;
    expect(Number(podAt(environment, 'containers', 0, probe, 'timeoutSeconds'))).toBeLessThanOrEqual(allowed);
  }
});

test.each(environments)('%s: GOMEMLIMIT leaves headroom below the limit', (environment) => {
  const limit = /^(\d+)Mi$/.exec(
    String(podAt(environment, 'containers', 0, 'resources', 'limits', 'memory')),
  );
  const goLimit = /^(\d+)MiB$/.exec(String(podAt(environment, 'containers', 0, 'env', 0, 'value')));
  const ratio = Number(goLimit?.[1]) / Number(limit?.[1]);
  expect(ratio).toBeGreaterThanOrEqual(0.8);
  expect(ratio).toBeLessThanOrEqual(0.9);
});

test.each(environments)('%s: the grace period covers the whole farewell', (environment) => {
  const config = at(environment, '20-configmap.yaml', 'data');
  const farewell =
    Number(podAt(environment, 'containers', 0, 'lifecycle', 'preStop', 'sleep', 'seconds')) +
    seconds(Reflect.get(Object(config), 'DRAIN_DELAY')) +
    seconds(Reflect.get(Object(config), 'SHUTDOWN_TIMEOUT'));
  expect(Number(podAt(environment, 'terminationGracePeriodSeconds'))).toBeGreaterThan(farewell);
});

test.each(environments)('%s: both subsets of the route exist, and at rest all is stable', (environment) => {
  const subsets = at(environment, '61-destinationrule.yaml', 'spec', 'subsets');
  expect(subsets).toEqual(
    ['stable', 'canary'].map((track) => ({ name: track, labels: { 'seatrial.dev/track': track } })),
  );
  expect(at(environment, '62-virtualservice.yaml', 'spec', 'http', 0)).toMatchObject({
    name: 'primary',
    route: [
      { destination: { host: 'checkout', subset: 'stable' }, weight: 100 },
      { destination: { host: 'checkout', subset: 'canary' }, weight: 0 },
    ],
  });
});
