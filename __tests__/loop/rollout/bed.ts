import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { listAt, objectAt, textAt } from '../../../actions/shared/kube/values.ts';
import { type Bed, up } from '../../../testbed/bed.ts';
import { type FaultyImages, pushFaulty } from '../../../testbed/faulty/image.ts';
import { type StubResult, type StubRun, startStub } from '../../support/run-action.ts';

type Texts = Readonly<Record<string, string>>;

/** A namespace of its own on the bed, and the built action to roll out into it. */
export interface Dock {
  readonly bed: Bed;
  readonly namespace: string;
  readonly images: FaultyImages;
  readonly folder: string;
  readonly start: (manifest: string, inputs?: Texts, env?: Texts) => Promise<StubRun>;
  /** Rolls a manifest out and waits for the end. */
  readonly roll: (manifest: string, inputs?: Texts, env?: Texts) => Promise<StubResult>;
  readonly kubectl: (...args: readonly string[]) => Promise<string>;
  /** Names of the journals that hold notes of a run which did not come to its end. */
  readonly openJournals: () => Promise<string[]>;
  readonly end: () => Promise<void>;
}

const run = promisify(execFile);

export async function openDock(name: string): Promise<Dock> {
  const bed = await up();
  const images = await pushFaulty(bed.registry);
  const folder = await mkdtemp(join(tmpdir(), 'seatrial-rollout-'));
  const namespace = `t-rollout-${name}-${process.pid}`;
  const kubectl = async (...args: readonly string[]): Promise<string> => {
    const access = ['--kubeconfig', bed.kubeconfig, '--namespace', namespace];
    return (await run(bed.kubectl, [...access, ...args])).stdout;
  };
  await kubectl('create', 'namespace', namespace);
  const running: StubRun[] = [];
  const start: Dock['start'] = async (manifest, inputs = {}, env = {}) => {
    // A workspace of its own, so that several releases can be under way at once.
    const workspace = await mkdtemp(join(folder, 'release-'));
    await writeFile(join(workspace, 'release.yaml'), manifest);
    const { kubeconfig } = bed;
    const common = {
      manifests: 'release.yaml',
      kubeconfig,
      kubectl: bed.kubectl,
      namespace,
      timeout: '60s',
      settle: '2s',
    };
    const started = await startStub('k8s-rollout', { ...common, ...inputs }, { workspace, env });
    running.push(started);
    return started;
  };
  return {
    bed,
    namespace,
    images,
    folder,
    start,
    roll: async (...args) => (await start(...args)).finished,
    kubectl,
    openJournals: async () => {
      const list: unknown = JSON.parse(await kubectl('get', 'secret', '--output=json'));
      return listAt(list, 'items')
        .filter((secret) => Object.keys(objectAt(secret, 'data')).some((key) => key.startsWith('run-')))
        .map((secret) => textAt(secret, 'metadata', 'name'));
    },
    end: async () => {
      for (const one of running) one.kill('SIGKILL');
      await Promise.all(
        running.map(async (one) => rm((await one.finished).temp, { recursive: true, force: true })),
      );
      await kubectl('delete', 'namespace', namespace, '--wait=false');
      await rm(folder, { recursive: true, force: true });
    },
  };
}
