import { expect, test } from '@jest/globals';
import type { KubeObject } from '../../../../actions/shared/kube/types.ts';
import type { Asked, Finding } from '../../../../actions/shared/rollout/finding.ts';
import { Arrivals } from '../../../../actions/shared/rollout/observe/arrivals.ts';
import { FakeKube } from '../../../support/fake-kube.ts';

const finding = (...unless: Asked[]): Finding => ({
  cause: 'config-missing',
  certainty: 'certain',
  ref: { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'app' },
  message: 'not there',
  evidence: [],
  fix: '',
  path: [],
  unless,
});

const secret = (name: string, data: Record<string, string> = {}): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name, namespace: 'shop' },
  data,
});

async function afterwards(found: readonly KubeObject[], told: Finding): Promise<unknown> {
  const kube = new FakeKube();
  kube.get = async ({ kind, namespace, name }) =>
    found.find(
      (one) => one.kind === kind && one.metadata.namespace === namespace && one.metadata.name === name,
    );
  const arrivals = new Arrivals(kube);
  const mended = await arrivals.mend([told]);
  const [softened] = arrivals.soften([told]);
  expect(softened?.certainty).toBe(mended ? 'suspected' : 'certain');
  return mended;
}

const db: Asked = { kind: 'Secret', name: 'db' };

test('what has come by the time of the verdict is no failure: the kubelet has not looked again', async () => {
  expect(await afterwards([secret('db')], finding(db))).toBe(true);
  expect(await afterwards([], finding(db))).toBe(false);
  expect(await afterwards([secret('other')], finding(db))).toBe(false);
});

test('a key has come with its key, and all have come when each of them has', async () => {
  expect(await afterwards([secret('db', { url: '' })], finding({ ...db, key: 'url' }))).toBe(true);
  expect(await afterwards([secret('db', { URL: '' })], finding({ ...db, key: 'url' }))).toBe(false);
  const tls: Asked = { kind: 'Secret', name: 'tls' };
  expect(await afterwards([secret('db')], finding(db, tls))).toBe(false);
  expect(await afterwards([secret('db'), secret('tls')], finding(db, tls))).toBe(true);
});

test('who may not ask believes the kubelet', async () => {
  const kube = new FakeKube();
  kube.get = () => Promise.reject(new Error('secrets "db" is forbidden'));
  expect(await new Arrivals(kube).mend([finding(db)])).toBe(false);
});

test('an autoscaler stands in its own namespace', async () => {
  const scaler: Asked = { kind: 'ConfigMap', namespace: 'kube-system', name: 'cluster-autoscaler-status' };
  const status: KubeObject = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'cluster-autoscaler-status', namespace: 'kube-system' },
  };
  expect(await afterwards([status], finding(scaler))).toBe(true);
  expect(await afterwards([], finding(scaler))).toBe(false);
});
