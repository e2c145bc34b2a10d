import { expect, test } from '@jest/globals';
import type { KubeObject } from '../../../../actions/shared/kube/types.ts';
import { checkServices } from '../../../../actions/shared/rollout/services/check.ts';
import { isProbed } from '../../../../actions/shared/rollout/services/probed.ts';
import { FakeKube } from '../../../support/fake-kube.ts';

const probe = (port: number | string, more: object = {}) => ({ httpGet: { path: '/ready', port, ...more } });
const pod = (name: string, readinessProbe: object | undefined, more: object = {}): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace: 'shop', labels: { app: 'app' } },
  spec: {
    containers: [{ name: 'app', ports: [{ name: 'http', containerPort: 8080 }], readinessProbe }],
    ...more,
  },
  status: { conditions: [{ type: 'Ready', status: 'True' }] },
});
const service = (...ports: object[]): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'app', namespace: 'shop' },
  spec: { selector: { app: 'app' }, ports },
});

test.each([
  ['its number', { port: 80, targetPort: 8080 }, probe(8080), true],
  ['its name on either side', { port: 80, targetPort: 'http' }, probe('http'), true],
  ['the port itself, without a target', { port: 8080 }, probe(8080), true],
  ['a TCP probe', { port: 80, targetPort: 8080 }, { tcpSocket: { port: 8080 } }, true],
  ['a gRPC probe', { port: 80, targetPort: 8080 }, { grpc: { port: 8080 } }, true],
  ['another port', { port: 80, targetPort: 9090 }, probe(8080), false],
  ['a name that there is not', { port: 80, targetPort: 'web' }, probe('web'), false],
  ['a probe of another host', { port: 80, targetPort: 8080 }, probe(8080, { host: 'other' }), false],
  ['a probe inside the container', { port: 80, targetPort: 8080 }, { exec: { command: ['true'] } }, false],
  ['no probe', { port: 80, targetPort: 8080 }, undefined, false],
] as const)('the kubelet asks the target port: %s', (_, port, readinessProbe, expected) => {
  expect(isProbed(port, [pod('a', readinessProbe)])).toBe(expected);
});

test('it has to be asked of every pod, and a side-car counts', () => {
  const port = { port: 80, targetPort: 8080 };
  expect(isProbed(port, [pod('a', probe(8080)), pod('b', undefined)])).toBe(false);
  expect(isProbed(port, [])).toBe(false);
  const sidecar = (restartPolicy: string) => ({
    initContainers: [{ name: 'proxy', restartPolicy, readinessProbe: probe(8080) }],
  });
  expect(isProbed(port, [pod('a', undefined, sidecar('Always'))])).toBe(true);
  expect(isProbed(port, [pod('a', undefined, sidecar('Never'))])).toBe(false);
});

test('only what the kubelet does not ask is asked through the Service', async () => {
  const kube = new FakeKube();
  const asked: string[] = [];
  kube.raw = async (path) => {
    asked.push(path);
    return { status: 502, body: 'dial tcp 10.0.0.1:9090: connect: connection refused' };
  };
  const behind = { namespaces: ['shop'], pods: [pod('a', probe(8080))], workloads: [] };
  const web = { name: 'web', port: 80, targetPort: 8080 };
  expect(await checkServices(kube, [service(web)], behind)).toEqual([]);
  expect(asked).toEqual([]);
  const admin = { name: 'admin', port: 81, targetPort: 9090 };
  expect(await checkServices(kube, [service(web, admin)], behind)).toMatchObject([
    { cause: 'service-port-mismatch', path: ['spec', 'ports', 1, 'targetPort'] },
  ]);
  expect(new Set(asked)).toEqual(new Set(['/api/v1/namespaces/shop/services/app:admin/proxy/']));
});
