import { expect, test } from '@jest/globals';
import { KubeError } from '../../../../actions/shared/kube/errors.ts';
import { at, textAt } from '../../../../actions/shared/kube/values.ts';
import { templateHash } from '../../../../actions/shared/rollout/journal/entries.ts';
import { journalRef } from '../../../../actions/shared/rollout/journal/journal.ts';
import { object, rolloutWorld } from '../../../support/rollout-world.ts';

const journal = journalRef('shop', 'release');
const secret = 'Secret shop/seatrial-rollout-release';
const release = (version: string) => [
  object('ConfigMap', 'settings', { data: { version } }),
  object('Deployment', 'app', {
    spec: { replicas: 1, template: { spec: { containers: [{ name: 'app', image: version }] } } },
  }),
];

/** Two releases, and a third that dies at one of its calls. */
async function world(dies?: { readonly version: string; readonly at: string }) {
  const it = rolloutWorld();
  const { kube, roll } = it;
  await roll(release('v1'), { journal });
  await roll(release('v2'), { journal });
  if (dies !== undefined) {
    kube.before = (call) => {
      if (call === dies.at) throw new Error('killed');
    };
    await expect(roll(release(dies.version), { journal })).rejects.toThrow('killed');
    kube.before = () => undefined;
  }
  const versions = () => [
    textAt(kube.objects.get('ConfigMap shop/settings'), 'data', 'version'),
    at(kube.objects.get('Deployment shop/app'), 'spec', 'template', 'spec', 'containers', 0, 'image'),
  ];
  const keys = (): string[] => Object.keys(at(kube.objects.get(secret), 'data') ?? {});
  return { ...it, versions, keys };
}

test('a run that finds all written by one that died keeps that one’s notes: they are the way back', async () => {
  const { roll, versions, keys } = await world({ version: 'v3', at: `patch ${secret}` });
  expect(keys()).toHaveLength(2);
  expect(await roll(release('v3'), { journal })).toMatchObject({ verdict: 'healthy' });
  expect(keys()).toEqual(['previous']);
  expect(await roll(release('v3'), { journal, mode: 'undo' })).toMatchObject({ verdict: 'healthy' });
  expect(versions()).toEqual(['v2', 'v2']);
});

test('one that writes the rest does so too', async () => {
  const { roll, versions } = await world({ version: 'v3', at: 'apply Deployment shop/app' });
  expect(versions()).toEqual(['v3', 'v2']);
  expect(await roll(release('v3'), { journal })).toMatchObject({ verdict: 'healthy' });
  expect(await roll(release('v3'), { journal, mode: 'undo' })).toMatchObject({ verdict: 'healthy' });
  expect(versions()).toEqual(['v2', 'v2']);
});

test('what died before its first write was no release: the notes of the one before stay', async () => {
  const { roll, versions, keys } = await world({ version: 'v3', at: 'apply ConfigMap shop/settings' });
  expect(await roll(release('v2'), { journal })).toMatchObject({ verdict: 'healthy' });
  expect(keys()).toEqual(['previous']);
  expect(await roll(release('v2'), { journal, mode: 'undo' })).toMatchObject({ verdict: 'healthy' });
  expect(versions()).toEqual(['v1', 'v1']);
});

test('notes that can’t be closed are a warning with the command that closes them', async () => {
  const { kube, roll, keys } = await world();
  kube.before = (call) => {
    if (call === `patch ${secret}`) throw new KubeError('away', { status: 503, reason: 'Away' });
  };
  const result = await roll(release('v3'), { journal });
  expect(result).toMatchObject({ verdict: 'healthy', warnings: [{ cause: 'notes-open' }] });
  const [key = ''] = keys().filter((name) => name.startsWith('run-'));
  expect(result.warnings[0]?.fix).toContain(`"${key}":null`);
});

test('what says nothing makes no other template: empty fields that a controller adds', () => {
  const app = (container: object, pod: object = {}) =>
    object('Deployment', 'app', { spec: { template: { spec: { containers: [container], ...pod } } } });
  const plain = templateHash(app({ name: 'app', image: 'v1' }));
  expect(
    templateHash(app({ name: 'app', image: 'v1', resources: {}, env: [], x: null }, { securityContext: {} })),
  ).toBe(plain);
  expect(templateHash(app({ name: 'app', image: 'v2' }))).not.toBe(plain);
  expect(templateHash(app({ name: 'app', image: 'v1', stdin: false }))).not.toBe(plain);
});
