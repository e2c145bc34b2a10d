import { execFile } from 'node:child_process';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { up } from '../../testbed/bed.ts';
import { type Dock, openDock } from './rollout/bed.ts';
import { deployment, service, together } from './rollout/manifests.ts';
import { type Meddler, meddleWith, type Passing, refusal } from './rollout/meddler.ts';

const minutes = 60_000;

let dock: Dock;
let meddler: Meddler;

beforeAll(async () => {
  dock = await openDock('faults');
  meddler = await meddleWith(dock.bed.kubeconfig, dock.folder);
}, 3 * minutes);

afterEach(() => {
  meddler.meddle = undefined;
  meddler.answered = undefined;
});

afterAll(async () => {
  await meddler.close();
  await dock.end();
}, minutes);

/** Steps of one job: what one of them held when it died is the next one's. */
const job = { SEATRIAL_JOB: 'faults' };

const through = (): Record<string, string> => ({ kubeconfig: meddler.kubeconfig, settle: '1s' });

/** Two workloads with what they read and a Service: enough to be half done. */
function release(image: string, env: Readonly<Record<string, string>> = {}): string {
  const config = `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: settings }\ndata: { image: "${image}" }\n`;
  const reads = { container: 'envFrom: [{ configMapRef: { name: settings } }]' };
  return together(
    config,
    deployment({ name: 'one', image, env, ...reads }),
    deployment({ name: 'two', image, env, ...reads }),
    service('one', 'one', 8080),
  );
}

/** What runs and is configured, as one line. */
async function standing(): Promise<string> {
  const images = '{range .items[*]}{.metadata.name}={.spec.template.spec.containers[0].image} {end}';
  const workloads = await dock.kubectl(
    'get',
    'deployment',
    '--sort-by=.metadata.name',
    `--output=jsonpath=${images}`,
  );
  const config = await dock.kubectl('get', 'configmap', 'settings', '--output=jsonpath={.data.image}');
  return `${workloads}settings=${config}`;
}

const allOf = (image: string): string => `one=${image} two=${image} settings=${image}`;

test(
  'connections that are cut, versions that are gone, a server that is full: the rollout goes on and waits as it is told',
  async () => {
    const seen = { gone: 0, full: 0, cuts: 0 };
    meddler.meddle = ({ watches, path, writes }: Passing) => {
      if (watches && path.includes('/pods') && seen.gone < 2) {
        seen.gone += 1;
        return seen.gone === 1
          ? refusal(410, 'Expired', 'too old resource version')
          : {
              status: 200,
              body: `${JSON.stringify({ type: 'ERROR', object: JSON.parse(refusal(410, 'Expired', 'too old').body) })}\n`,
            };
      }
      if (writes && path.includes('/deployments/one') && seen.full < 2) {
        seen.full += 1;
        // As the API server says it: plain text, and the time in the header.
        return {
          status: 429,
          body: 'Too many requests, please try again later.',
          headers: { 'Retry-After': '2' },
        };
      }
      return undefined;
    };
    const running = await dock.start(release(dock.images.good, { READY_AFTER: '4s' }), through());
    await running.said(/Deployment .*one: created/);
    for (const pause of [300, 600, 1200]) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      meddler.cut();
      seen.cuts += 1;
    }
    const { outputs, stdout } = await running.finished;
    expect({ ...outputs, stdout, seen }).toMatchObject({
      status: 'succeeded',
      cause: '',
      seen: { gone: 2, full: 2, cuts: 3 },
    });
    const writes = meddler.passed.filter(
      ({ path, method }) => method === 'PATCH' && /deployments\/one\?/.test(path) && !path.includes('dryRun'),
    );
    expect(writes).toHaveLength(3);
    expect(Number(outputs['seconds'])).toBeGreaterThan(4);
  },
  2 * minutes,
);

test(
  'a conflict at every write is told and leaves nothing half done; one that passes is sat out on the way back',
  async () => {
    await dock.roll(release(dock.images.good), through());
    const before = await standing();
    const conflict = refusal(
      409,
      'Conflict',
      'the object has been modified; please apply your changes to the latest version',
    );
    meddler.meddle = ({ writes, path }) =>
      writes && /\/(deployments|configmaps|services)\//.test(path) ? conflict : undefined;
    const refused = await dock.roll(release(dock.images.next), through());
    expect(refused.outputs).toMatchObject({ status: 'failed', cause: 'field-conflict' });
    expect(refused.outputs['diagnosis']).toContain('the object has been modified');
    expect(await standing()).toBe(before);
    expect(await dock.openJournals()).toEqual([]);

    let conflicts = 0;
    meddler.meddle = ({ method, path }) => {
      if (method === 'PATCH' && path.includes('/deployments/two?') && !path.includes('dryRun'))
        return conflict;
      if (method !== 'PUT' || path.includes('/leases/') || conflicts === 4) return undefined;
      conflicts += 1;
      return conflict;
    };
    const undone = await dock.roll(release(dock.images.next), through());
    expect({ ...undone.outputs, stdout: undone.stdout }).toMatchObject({
      status: 'undone',
      cause: 'field-conflict',
    });
    expect(conflicts).toBe(4);
    expect(await standing()).toBe(before);
  },
  2 * minutes,
);

/** Kills the run before or after its n-th write, and gives back whether it came so far. */
async function killedAt(write: number, when: 'before' | 'after', manifest: string): Promise<boolean> {
  let count = 0;
  const seen = new Map<Passing, number>();
  const running = await dock.start(manifest, through(), job);
  const kill = (): Promise<never> => {
    running.kill('SIGKILL');
    return new Promise(() => undefined);
  };
  meddler.meddle = (passing) => {
    if (!passing.writes) return undefined;
    count += 1;
    seen.set(passing, count);
    return count === write && when === 'before' ? kill() : undefined;
  };
  meddler.answered = (passing) => {
    if (seen.get(passing) === write && when === 'after') running.kill('SIGKILL');
  };
  const { signal } = await running.finished;
  meddler.meddle = undefined;
  meddler.answered = undefined;
  return signal === 'SIGKILL';
}

/** Two Leases, the journal, the ConfigMap, the Service, two Deployments, and whatever is written to the end. */
const steps = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

test.each(
  steps.flatMap((step) => [
    [step, 'before' as const],
    [step, 'after' as const],
  ]) as [number, 'before' | 'after'][],
)(
  'killed at write %i (%s it): the next run ends it one way or the other, and says what it found',
  async (step, when) => {
    const { good, next } = dock.images;
    expect((await dock.roll(release(good), through(), job)).outputs['cause']).toBe('');
    const bad = release(next, { READY: '404' });
    if (!(await killedAt(step, when, bad))) return;
    const found = await dock.openJournals();
    const ended = await dock.roll(bad, through(), job);
    expect({ ...ended.outputs, stdout: ended.stdout }).toMatchObject({
      status: 'undone',
      cause: 'readiness-failing',
    });
    expect(await standing()).toBe(allOf(good));
    if (found.length > 0) expect(ended.stdout).toContain('An earlier rollout did not come to its end');
    expect(await dock.openJournals()).toEqual([]);

    await killedAt(step, when, release(next));
    expect((await dock.roll(release(next), through(), job)).outputs).toMatchObject({ cause: '' });
    expect(await standing()).toBe(allOf(next));
    expect(await dock.openJournals()).toEqual([]);
    if (step < 8) return;
    // What the run that died has brought is the release now, with the way back to the one before it.
    expect((await dock.roll(release(next), { ...through(), mode: 'undo' }, job)).outputs['cause']).toBe('');
    expect(await standing()).toBe(allOf(good));
  },
  3 * minutes,
);

test(
  'the API server is killed while the rollout watches, and comes back',
  async () => {
    const running = await dock.start(release(dock.images.good, { READY_AFTER: '12s' }), { settle: '1s' });
    await running.said(/one: 1 of 1 new, 0 ready/);
    const { 'api-server': server } = dock.bed.components;
    if (server === undefined)
      throw new Error(`the bed has no API server: ${Object.keys(dock.bed.components)}`);
    process.kill(server.pid, 'SIGKILL');
    await up();
    const { outputs, stdout } = await running.finished;
    expect({ ...outputs, stdout }).toMatchObject({ status: 'succeeded', cause: '' });
  },
  3 * minutes,
);

test(
  'a token that is revoked on the way is renewed by the credential plugin',
  async () => {
    const token = async (secret: string): Promise<string> => {
      await dock.kubectl('create', 'secret', 'generic', secret);
      return (
        await dock.kubectl(
          'create',
          'token',
          'deployer',
          '--bound-object-kind=Secret',
          `--bound-object-name=${secret}`,
        )
      ).trim();
    };
    await dock.kubectl('create', 'serviceaccount', 'deployer');
    await dock.kubectl(
      'create',
      'rolebinding',
      'deployer',
      '--clusterrole=cluster-admin',
      `--serviceaccount=${dock.namespace}:deployer`,
    );
    const plugin = join(dock.folder, 'plugin.sh');
    const file = join(dock.folder, 'token');
    await writeFile(file, await token('first'));
    await writeFile(
      plugin,
      `#!/bin/sh\nprintf '{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{"token":"%s"}}' "$(cat ${file})"\n`,
    );
    await chmod(plugin, 0o755);
    const user = `user:\n      exec: { apiVersion: client.authentication.k8s.io/v1, command: ${plugin}, interactiveMode: Never }`;
    const kubeconfig = join(dock.folder, 'plugin.kubeconfig');
    const own = await readFile(dock.bed.kubeconfig, 'utf8');
    await writeFile(kubeconfig, own.replace(/user:\s*(\{[^}]*token:[^}]*\}|\n\s+token: .*)/, user));
    const running = await dock.start(release(dock.images.next, { READY_AFTER: '20s' }), {
      kubeconfig,
      settle: '1s',
    });
    await running.said(/one: 1 of 1 new, 0 ready/);
    await writeFile(file, await token('second'));
    await dock.kubectl('delete', 'secret', 'first');
    const { outputs, stdout } = await running.finished;
    expect({ ...outputs, stdout }).toMatchObject({ status: 'succeeded', cause: '' });
  },
  3 * minutes,
);

test(
  "a runner whose clock is an hour away, and jumps: times are its own differences, and nobody else's",
  async () => {
    const skew = join(dock.folder, 'skew.mjs');
    await writeFile(skew, 'const now = Date.now; Date.now = () => now() + 3_600_000;\n');
    const manifest = release(dock.images.good, { READY: '404' });
    const { outputs } = await dock.roll(manifest, { settle: '1s' }, { NODE_OPTIONS: `--import=${skew}` });
    expect(outputs).toMatchObject({ status: 'undone', cause: 'readiness-failing' });
    expect(Number(outputs['seconds-to-verdict'])).toBeLessThan(15);
  },
  2 * minutes,
);

test(
  'a second actor: another image or a deletion is told with its manager and left alone',
  async () => {
    const { good, next } = dock.images;
    await dock.roll(release(good), through());
    const running = await dock.start(release(next, { READY_AFTER: '20s' }), through());
    await running.said(/one: 1 of 1 new, 0 ready/);
    await dock.kubectl('set', 'image', 'deployment/one', `app=${good}`, '--field-manager=hotfix');
    const changed = await running.finished;
    expect(changed.outputs).toMatchObject({ status: 'failed', cause: 'field-conflict' });
    expect(changed.outputs['diagnosis']).toContain('hotfix has put another image into Deployment');
    expect(changed.stdout).toContain('left as it is');
    expect(await standing()).toBe(allOf(good));
    await dock.roll(release(good), { ...through(), 'force-conflicts': 'true' });
    // The values are the same, so hotfix owns them still, beside us.
    const taken = { ...through(), 'force-conflicts': 'true' };
    const second = await dock.start(release(next, { READY_AFTER: '20s' }), taken);
    await second.said(/two: 1 of 1 new, 0 ready/);
    await dock.kubectl('delete', 'deployment', 'two');
    const deleted = await second.finished;
    expect(deleted.outputs).toMatchObject({ status: 'failed', cause: 'field-conflict' });
    expect(deleted.outputs['diagnosis']).toContain('was deleted by somebody else');
  },
  3 * minutes,
);

const canary = 'canary-51c0-do-not-tell';

test(
  'what a Secret holds stands in no log, difference, summary, output or record, before and after a change of it',
  async () => {
    const secret = (value: string): string =>
      `apiVersion: v1\nkind: Secret\nmetadata: { name: token }\nstringData: { token: ${value} }\n`;
    const app = deployment({
      name: 'holder',
      image: dock.images.good,
      container: 'envFrom: [{ secretRef: { name: token } }]',
    });
    await dock.roll(together(secret(`${canary}-old`), app), { ...through(), settle: '0s' });
    for (const inputs of [{ 'dry-run': 'true' }, { 'dry-run': 'false' }]) {
      const result = await dock.roll(together(secret(`${canary}-new`), app), { ...through(), ...inputs });
      expect(result.outputs['status']).toBe('succeeded');
      const told = result.stdout.replaceAll(/^::add-mask::.*$/gm, '') + result.stderr + result.summary;
      const all = told + JSON.stringify([result.outputs, result.record]);
      for (const form of [
        canary,
        Buffer.from(`${canary}-new`).toString('base64'),
        Buffer.from(`${canary}-old`).toString('base64'),
      ])
        expect(all).not.toContain(form);
    }
    expect(
      await promisify(execFile)('grep', ['-rl', canary, dock.folder]).catch(() => ({ stdout: '' })),
    ).toMatchObject({
      stdout: expect.not.stringMatching(/\.log|record/),
    });
  },
  2 * minutes,
);

const config = (name: string): string => `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name} }\n`;

test.each([
  ['no YAML', `${config('first')}---\na: [1\nb: 2\n`, 'invalid-manifest', /release\.yaml:\d+|line \d+/],
  [
    'an unknown kind',
    `${config('first')}---\napiVersion: example.com/v1\nkind: Nothing\nmetadata: { name: a }\n`,
    'invalid-manifest',
    /release\.yaml:5/,
  ],
  [
    'an object twice',
    together(config('first'), config('first')),
    'invalid-manifest',
    /release\.yaml:3 and release\.yaml:7/,
  ],
  [
    'a namespace that is nowhere',
    config('first').replace('first }', 'first, namespace: nowhere-at-all }'),
    'namespace-missing',
    /release\.yaml:3/,
  ],
  [
    'a value of another type',
    `${config('first')}---\n${config('second')}data: { port: 8080 }\n`,
    'invalid-manifest',
    /release\.yaml:8/,
  ],
  ['10 MB', `${config('first')}data: { a: "${'x'.repeat(10_000_000)}" }\n`, 'invalid-manifest', /10 MB/],
])('%s is told with its line before anything changes', async (_what, manifest, cause, says) => {
  const before = meddler.passed.length;
  const { code, outputs, stdout } = await dock.roll(manifest, through());
  expect({ code, ...outputs, stdout }).toMatchObject({ code: 1, status: 'failed', cause });
  expect(outputs['diagnosis']).toMatch(says);
  expect(meddler.passed.slice(before).filter(({ writes }) => writes)).toEqual([]);
});

test('a glob that matches nothing', async () => {
  const { outputs } = await dock.roll(config('first'), { ...through(), manifests: 'deploy/*.yaml' });
  expect(outputs).toMatchObject({ status: 'failed', cause: 'invalid-manifest' });
  expect(outputs['diagnosis']).toContain('nothing matches deploy/*.yaml');
});
