import { expect, test } from '@jest/globals';
import { at } from '../../../actions/canary-promote/src/json.ts';
import {
  canaryConfig,
  canaryDeployment,
  releaseOf,
  replicasFor,
} from '../../../actions/canary-promote/src/plan/canary-objects.ts';
import {
  changeOf,
  contentOf,
  referencesOf,
  withReferences,
} from '../../../actions/canary-promote/src/plan/configs.ts';
import { digestOf, selectService, selectWorkload } from '../../../actions/canary-promote/src/plan/select.ts';
import { stepList } from '../../../actions/canary-promote/src/plan/steps.ts';
import { UserError } from '../../../actions/shared/errors/user-error.ts';

const spec = {
  volumes: [
    { name: 'a', configMap: { name: 'files' } },
    { name: 'b', secret: { secretName: 'keys', optional: true } },
    { name: 'c', projected: { sources: [{ secret: { name: 'keys' } }, { configMap: { name: 'more' } }] } },
    { name: 'd', emptyDir: {} },
  ],
  initContainers: [
    { name: 'i', env: [{ name: 'X', valueFrom: { configMapKeyRef: { name: 'files', key: 'x' } } }] },
  ],
  containers: [
    {
      name: 'shop',
      image: 'shop:v2',
      envFrom: [{ configMapRef: { name: 'settings' } }, { secretRef: { name: 'password' } }],
      env: [
        { name: 'Y', valueFrom: { secretKeyRef: { name: 'password', key: 'y' } } },
        { name: 'Z', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
      ],
    },
  ],
};

const deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'shop', namespace: 'prod', labels: { app: 'shop' }, annotations: { note: 'x' } },
  spec: {
    replicas: 4,
    minReadySeconds: 3,
    selector: { matchLabels: { app: 'shop', track: 'stable' } },
    template: { metadata: { labels: { app: 'shop', track: 'stable' }, annotations: { sum: '1' } }, spec },
  },
};

test('every way in which pods read configuration is found', () => {
  expect([...referencesOf({ spec })].sort()).toEqual([
    'ConfigMap/files',
    'ConfigMap/more',
    'ConfigMap/settings',
    'Secret/keys',
    'Secret/password',
  ]);
});

test('only the names of changed configuration change, and nothing else in the pod', () => {
  const renamed = withReferences(spec, (kind, name) => (kind === 'Secret' ? `${name}-canary` : name));
  const text = JSON.stringify(spec)
    .replaceAll('"secretName":"keys"', '"secretName":"keys-canary"')
    .replaceAll('"secret":{"name":"keys"}', '"secret":{"name":"keys-canary"}')
    .replaceAll('"name":"password"', '"name":"password-canary"');
  expect(JSON.stringify(renamed)).toBe(text);
});

test('the canary is the release under another name, with the labels of its subset', () => {
  const canary = canaryDeployment(
    deployment,
    { track: 'canary' },
    {
      replicas: 1,
      configs: [{ kind: 'ConfigMap', name: 'settings', existed: true }],
    },
  );
  expect(at(canary, 'metadata')).toEqual({
    name: 'shop-canary',
    namespace: 'prod',
    labels: { app: 'shop', track: 'canary', 'seatrial.dev/canary-of': 'shop' },
    annotations: { note: 'x' },
  });
  expect(at(canary, 'spec', 'selector')).toEqual({ matchLabels: { app: 'shop', track: 'canary' } });
  expect(at(canary, 'spec', 'template', 'metadata')).toEqual({
    labels: { app: 'shop', track: 'canary', 'seatrial.dev/canary-of': 'shop' },
    annotations: { sum: '1' },
  });
  expect(at(canary, 'spec', 'replicas')).toBe(1);
  expect(at(canary, 'spec', 'minReadySeconds')).toBe(3);
  expect(JSON.stringify(at(canary, 'spec', 'template', 'spec'))).toBe(
    JSON.stringify(spec).replace(
      '"configMapRef":{"name":"settings"}',
      '"configMapRef":{"name":"settings-canary"}',
    ),
  );
});

test('a copy of configuration keeps content and type', () => {
  const secret = {
    apiVersion: 'v1',
    kind: 'Secret',
    type: 'Opaque',
    metadata: { name: 'keys', namespace: 'prod', labels: { a: 'b' } },
    data: { k: 'dg==' },
  };
  expect(canaryConfig(secret, 'shop')).toEqual({
    ...secret,
    metadata: { name: 'keys-canary', namespace: 'prod', labels: { 'seatrial.dev/canary-of': 'shop' } },
  });
});

test('configuration changes when its content does, not by how it is written', () => {
  const plain = { kind: 'Secret', metadata: { name: 'keys' }, stringData: { k: 'v' } };
  expect(contentOf(plain)).toBe(
    contentOf({ kind: 'Secret', data: { k: Buffer.from('v').toString('base64') } }),
  );
  expect(changeOf(plain, { data: { k: 'dg==' }, metadata: { labels: { x: 'y' } } })).toBeUndefined();
  expect(changeOf(plain, { data: { k: 'dh==' } })).toEqual({ kind: 'Secret', name: 'keys', existed: true });
  expect(changeOf(plain, undefined)).toEqual({ kind: 'Secret', name: 'keys', existed: false });
});

test('a release is the same when template and configuration are', () => {
  const config = { kind: 'ConfigMap', metadata: { name: 'a' }, data: { x: '1' } };
  const one = releaseOf({ spec, metadata: {} }, [config]);
  expect(
    releaseOf({ metadata: {}, spec }, [{ ...config, metadata: { name: 'a', labels: { l: 'm' } } }]),
  ).toBe(one);
  expect(releaseOf({ spec, metadata: {} }, [{ ...config, data: { x: '2' } }])).not.toBe(one);
});

test.each([
  [5, 4, 1],
  [25, 4, 1],
  [26, 4, 2],
  [50, 3, 2],
  [100, 3, 3],
  [5, 0, 1],
])('%d %% beside %d stable pods needs %d', (share, stable, replicas) => {
  expect(replicasFor(share, stable)).toBe(replicas);
});

test.each([
  ['5, 25, 50, 100', [5, 25, 50]],
  ['5% 20%', [5, 20]],
  ['1', [1]],
])('steps "%s"', (text, steps) => {
  expect(stepList.parse(text)).toEqual(steps.map((weight) => ({ weight })));
});

test('steps can wait: for time, for a person, for testers, and begin with copies', () => {
  expect(stepList.parse('mirror 10%, 0, approve, 5, pause 10m, 25% pause 1h approve, 100')).toEqual([
    { weight: 0, mirror: 10 },
    { weight: 0, approve: true },
    { weight: 5, pause: 600_000 },
    { weight: 25, pause: 3_600_000, approve: true },
  ]);
});

test.each([
  'pause 5m, 5',
  '5, pause',
  '5, wait 3m',
  '5, 100, approve',
  '0, 5',
  'mirror 101%, 5',
  '0, approve',
])('waiting "%s" is refused', (text) => {
  expect(() => stepList.parse(text)).toThrow();
});

test.each(['100', '', '50, 25', '5, 101', '2.5', 'five', '5, 5'])('steps "%s" are refused', (text) => {
  expect(() => stepList.parse(text)).toThrow('whole percentages that rise');
});

test('the workload is the only Deployment, or the one named', () => {
  const second = { ...deployment, metadata: { name: 'worker' } };
  expect(selectWorkload([deployment], undefined)).toBe(deployment);
  expect(selectWorkload([deployment, second], 'worker')).toBe(second);
  expect(() => selectWorkload([deployment, second], undefined)).toThrow('2 Deployments (shop, worker)');
  expect(() => selectWorkload([deployment], 'nope')).toThrow('no Deployment nope (they have: shop)');
});

test('the Service is the one that selects the pods', () => {
  const named = (name: string, selector: object): object => ({ metadata: { name }, spec: { selector } });
  const right = { ...named('shop', { app: 'shop' }) };
  const headless = { ...named('none', {}) };
  expect(selectService([headless, right], deployment)).toBe(right);
  expect(() => selectService([headless], deployment)).toThrow(UserError);
});

test('the digest is read from the reference', () => {
  const digest = `sha256:${'a'.repeat(64)}`;
  expect(digestOf(`r.example/shop@${digest}`)).toBe(digest);
  expect(digestOf('shop:v1')).toBe('');
});
