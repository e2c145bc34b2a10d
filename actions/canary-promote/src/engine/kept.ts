import type { KubeObject, Ref } from '../../../shared/kube/types.ts';
import { refOf } from '../../../shared/kube/values.ts';
import {
  addToBackup,
  type Before,
  backupName,
  removeBackup,
  writeBack,
  writeBackup,
} from '../cluster/backup.ts';
import type { Cluster, Kind } from '../cluster/cluster.ts';
import { isLater } from '../job.ts';
import { at, isObject, listAt, textAt, textsAt } from '../json.ts';
import type { ConfigChange } from '../state/state.ts';
import type { Engine } from './engine.ts';

const notes = {
  /** The version that users had when it was kept, as the controller names it. */
  stable: 'seatrial.dev/stable',
  /** The job whose release came after it. */
  job: 'seatrial.dev/job',
  /** Whether that job has left the canary as it is on purpose. */
  held: 'seatrial.dev/held',
  /** The job of a newer commit that asks that job to make room. */
  asked: 'seatrial.dev/asked-by',
  /** Whether the release that came after it is there in full. */
  brought: 'seatrial.dev/brought',
  /** What is kept. */
  contents: 'seatrial.dev/contents',
} as const;

/** What was before a release, as it is kept in the cluster. */
export interface Kept extends Before {
  readonly job: string;
  readonly held: boolean;
  /** False where a run has died while it wrote the release. */
  readonly brought: boolean;
}

/** Keeps the workload, the controller's object and the configuration that a release is about to change. */
export async function keep(
  cluster: Cluster,
  engine: Engine,
  release: {
    readonly lead: KubeObject;
    readonly configs: readonly ConfigChange[];
    readonly job: string;
    /** Whether somebody else than the manifests decides how many pods there are. */
    readonly liveReplicas: boolean;
  },
): Promise<void> {
  const objects = [...new Map([engine.lead, engine.workload].map((ref) => [ref.kind, ref])).values()];
  const named = objects.flatMap(({ kind, name }) => (isKept(kind) ? [{ kind, name }] : []));
  const { configs, liveReplicas } = release;
  await writeBackup(cluster, {
    workload: engine.workload.name,
    objects: named,
    configs,
    liveReplicas,
    notes: {
      [notes.stable]: engine.stable(release.lead),
      [notes.job]: release.job,
      [notes.contents]: contentsOf({ objects: named, configs, liveReplicas }),
    },
  });
}

const contentsOf = ({
  objects,
  configs,
  liveReplicas,
}: Pick<Before, 'objects' | 'configs' | 'liveReplicas'>) =>
  JSON.stringify({ objects, configs, liveReplicas });

/** Keeps also the configuration that a further release is about to change, and none before it has. */
export async function keepAlso(
  cluster: Cluster,
  kept: Kept,
  changes: readonly ConfigChange[],
): Promise<void> {
  const known = new Set(kept.configs.map(({ kind, name }) => `${kind}/${name}`));
  const more = changes.filter(({ kind, name }) => !known.has(`${kind}/${name}`));
  if (more.length === 0) return;
  await addToBackup(cluster, kept, more);
  const contents = contentsOf({ ...kept, configs: [...kept.configs, ...more] });
  await annotate(cluster, kept, { [notes.contents]: contents });
}

/** What was kept, as long as users still have the version that it was taken from. */
export async function keptOf(cluster: Cluster, engine: Engine, lead: KubeObject): Promise<Kept | undefined> {
  const holder = await cluster.get('ConfigMap', backupName(engine.workload.name));
  const annotations = textsAt(holder, 'metadata', 'annotations');
  if (holder === undefined || annotations[notes.stable] !== engine.stable(lead)) return undefined;
  const contents = parsed(annotations[notes.contents] ?? '');
  return {
    workload: engine.workload.name,
    notes: annotations,
    job: annotations[notes.job] ?? '',
    held: annotations[notes.held] === 'true',
    brought: annotations[notes.brought] === 'true',
    objects: listAt(contents, 'objects').flatMap((one) => {
      const kind = textAt(one, 'kind');
      return isKept(kind) ? [{ kind, name: textAt(one, 'name') }] : [];
    }),
    configs: listAt(contents, 'configs').map((one) => ({
      kind: textAt(one, 'kind') === 'Secret' ? 'Secret' : 'ConfigMap',
      name: textAt(one, 'name'),
      existed: at(one, 'existed') === true,
    })),
    liveReplicas: at(contents, 'liveReplicas') === true,
  };
}

const annotate = (
  cluster: Cluster,
  { workload }: Pick<Kept, 'workload'>,
  annotations: Readonly<Record<string, string | null>>,
): Promise<unknown> => cluster.patch('ConfigMap', backupName(workload), { metadata: { annotations } });

/** Notes which job leads the canary now, and whether it leaves it held; whoever led it before must not end it any more. */
export async function note(cluster: Cluster, kept: Kept, job: string, held: boolean): Promise<void> {
  await annotate(cluster, kept, { [notes.job]: job, [notes.held]: String(held), [notes.asked]: null });
}

/** Notes that the release is written in full. */
export async function noteBrought(cluster: Cluster, kept: Kept): Promise<void> {
  await annotate(cluster, kept, { [notes.brought]: 'true' });
}

/**
 * Asks the job that leads the canary to leave it to a newer commit. False where there is nobody to ask: no job leads it, or
 * the one that did has left it held.
 */
export async function ask(cluster: Cluster, { workload }: Engine, job: string): Promise<boolean> {
  const annotations = textsAt(
    await cluster.get('ConfigMap', backupName(workload.name)),
    'metadata',
    'annotations',
  );
  const leader = annotations[notes.job] ?? '';
  if (leader === '' || leader === job || isLater(leader, job) || annotations[notes.held] === 'true')
    return false;
  await annotate(cluster, { workload: workload.name }, { [notes.asked]: job });
  return true;
}

/** Leaves the canary to whoever has asked for it. */
export async function leave(cluster: Cluster, kept: Kept): Promise<void> {
  await annotate(cluster, kept, { [notes.job]: '', [notes.asked]: null });
}

/** The job that asks for the canary; `''`: none does. */
export async function askedBy(cluster: Cluster, engine: Engine): Promise<string> {
  const holder = await cluster.get('ConfigMap', backupName(engine.workload.name));
  return textAt(holder, 'metadata', 'annotations', notes.asked);
}

/** Puts all of it back. */
export const putBack = (cluster: Cluster, kept: Kept): Promise<void> => writeBack(cluster, kept);

/** Forgets it; of no use any more when a release is promoted, or all is as it was. */
export const forget = (cluster: Cluster, kept: Kept): Promise<void> => removeBackup(cluster, kept);

const kinds: readonly Kind[] = ['Canary', 'Deployment', 'Rollout'];
const isKept = (kind: string): kind is Kind => kinds.some((one) => one === kind);

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

/** Whether two references are of one object. */
export const isOf = (ref: Ref, object: KubeObject): boolean => {
  const own = refOf(object);
  return own.kind === ref.kind && own.name === ref.name && groupOf(own) === groupOf(ref);
};

const groupOf = ({ apiVersion }: Ref): string => apiVersion.split('/')[0] ?? '';
