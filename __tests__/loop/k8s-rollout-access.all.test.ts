import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Dock, openDock } from './rollout/bed.ts';
import { deployment, statefulSet, together } from './rollout/manifests.ts';

const minutes = 60_000;

let dock: Dock;

beforeAll(async () => {
  dock = await openDock('access');
}, 3 * minutes);
afterAll(() => dock.end(), minutes);

/** The kubeconfig of an account that may do only what these rules say, beside what every rollout needs. */
async function accountOf(name: string, ...rules: readonly string[]): Promise<string> {
  const all = [
    '{ apiGroups: [""], resources: [pods, events], verbs: [list, watch] }',
    '{ apiGroups: [""], resources: [pods/log], verbs: [get] }',
    '{ apiGroups: [""], resources: [secrets], verbs: [get, create, patch, update, delete] }',
    '{ apiGroups: [apps], resources: [deployments, replicasets, statefulsets], verbs: ["*"] }',
    '{ apiGroups: [autoscaling], resources: [horizontalpodautoscalers], verbs: [list] }',
    '{ apiGroups: [coordination.k8s.io], resources: [leases], verbs: ["*"] }',
    ...rules,
  ];
  const role = `apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: { name: ${name} }\nrules:\n${all.map((rule) => `  - ${rule}\n`).join('')}`;
  const file = join(dock.folder, `${name}.yaml`);
  await writeFile(file, role);
  await dock.kubectl('apply', '--filename', file);
  await dock.kubectl('create', 'serviceaccount', name);
  const account = `--serviceaccount=${dock.namespace}:${name}`;
  await dock.kubectl('create', 'rolebinding', name, `--role=${name}`, account);
  const token = (await dock.kubectl('create', 'token', name)).trim();
  const kubeconfig = join(dock.folder, `${name}.kubeconfig`);
  const own = await readFile(dock.bed.kubeconfig, 'utf8');
  await writeFile(kubeconfig, own.replace(/token: .*/, `token: ${token}`));
  return kubeconfig;
}

test(
  'an account that may not delete the broken pod in the way of a StatefulSet is told so, and its rollout is undone',
  async () => {
    const kubeconfig = await accountOf('careful');
    const set = (env: Record<string, string>): string =>
      statefulSet({ name: 'db', image: dock.images.good, env });
    const kept = await dock.roll(set({ CRASH_AFTER: '0s' }), { 'on-failure': 'keep' });
    expect(kept.outputs).toMatchObject({ status: 'failed', cause: 'crash-loop' });
    const { outputs, stdout } = await dock.roll(set({ MENDED: '1' }), { kubeconfig, timeout: '15s' });
    // What was before was broken: to be back there is all that an undo can be.
    expect({ ...outputs, stdout }).toMatchObject({ status: 'undone', cause: 'forbidden' });
    expect(outputs['diagnosis']).toMatch(/pods "db-0" is forbidden.*cannot delete resource "pods"/);
    expect(stdout).toContain('StatefulSet');
    expect(await dock.openJournals()).toEqual([]);
  },
  3 * minutes,
);

test(
  'what an apply set needs is asked before anything is written: to list and to delete its kinds',
  async () => {
    const inputs = { 'apply-set': 'shop' };
    const config = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: old }\ndata: { a: "1" }\n';
    const app = (value: string): string =>
      deployment({ name: 'app', image: dock.images.good, env: { VALUE: value } });
    const first = await dock.roll(together(config, app('1')), inputs);
    expect(first.outputs).toMatchObject({ status: 'succeeded' });
    const configMaps = (verbs: string): string =>
      `{ apiGroups: [""], resources: [configmaps], verbs: [${verbs}] }`;
    const blind = await accountOf('blind', configMaps('get, create, patch, update'));
    const refused = await dock.roll(app('2'), { ...inputs, kubeconfig: blind });
    expect(refused.outputs).toMatchObject({ verdict: 'refused', cause: 'forbidden' });
    expect(refused.outputs['diagnosis']).toContain(`list configmaps in ${dock.namespace}`);
    expect(refused.outputs['diagnosis']).toContain(`delete configmaps in ${dock.namespace}`);
    expect(await dock.kubectl('get', 'lease', '--output=name')).toBe('');
    const able = await accountOf('able', configMaps('get, list, create, patch, update, delete'));
    const good = await dock.roll(app('2'), { ...inputs, kubeconfig: able });
    expect(good.outputs).toMatchObject({ status: 'succeeded' });
    expect(await dock.kubectl('get', 'configmap', '--output=name')).not.toContain('old');
  },
  3 * minutes,
);
