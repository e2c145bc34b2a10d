import type { KubeObject, Ref } from '../../kube/types.ts';
import { isJson, nameOf, numberAt, refOf } from '../../kube/values.ts';
import { withField } from '../../manifests/images.ts';
import type { CauseId, Finding } from '../finding.ts';
import { restartAnnotation } from '../journal/entries.ts';
import type { Planning } from '../plan/plan.ts';
import { type Autoscaled, autoscaledBy } from '../plan/replicas.ts';
import type { Item, Planned, Setting } from '../types.ts';
import { isWorkload } from '../workload.ts';
import { previousTemplate } from './previous.ts';
import { recordedPlan } from './recorded.ts';

export type Mode = 'rollout' | 'restart' | 'undo' | 'status';

/** Kinds whose pods can be started anew. */
const lasting = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'Rollout']);

/** The plan of a mode that works on the workloads as they are in the cluster; of the manifests only the names count. */
export async function touchPlan(
  items: readonly Item[],
  mode: Exclude<Mode, 'rollout'>,
  setting: Setting,
  journal?: Ref,
): Promise<Planning> {
  const recorded =
    mode === 'undo' && journal !== undefined ? await recordedPlan(items, journal, setting) : undefined;
  if (recorded !== undefined) return { plan: recorded };
  if (mode === 'undo')
    setting.log.info(
      'No release before this one is noted: pods go back to their last revision, and nothing else.',
    );
  const workloads = items.filter(({ object }) => isWorkload(object));
  const autoscaled = autoscaledBy(workloads, setting);
  const touched = await Promise.all(workloads.map((item) => touch(item, mode, autoscaled, setting)));
  const results = touched.filter((result) => result !== undefined);
  const refusals = results.flatMap((result) => ('cause' in result ? [result] : []));
  if (refusals.length > 0) return { refusals };
  const steps = results.flatMap((result) => ('cause' in result ? [] : [result]));
  return { plan: { steps, createdNamespaces: [], pruned: [], warnings: [] } };
}

/** Undefined: there is nothing to touch. */
async function touch(
  item: Item,
  mode: Exclude<Mode, 'rollout'>,
  autoscaled: Autoscaled,
  setting: Setting,
): Promise<Planned | Finding | undefined> {
  const { kube } = setting;
  const ref = refOf(item.object);
  const before = await kube.get(ref);
  if (before === undefined && goesByItself(item.object)) {
    setting.log.info(`${nameOf(ref)}: is not there; done Jobs of this kind go by themselves.`);
    return undefined;
  }
  if (before === undefined) {
    return refused(
      ref,
      'not-there',
      `there is no ${nameOf(ref)}`,
      'Roll it out first, or correct `namespace`.',
    );
  }
  const resource = await kube.resource(ref.apiVersion, ref.kind);
  const base = {
    item,
    ref,
    resource,
    before,
    force: false,
    replaces: false,
    hook: undefined,
    overwrites: true,
  };
  const kept = { ...base, desired: before, after: before, change: 'none', autoscaled: false } as const;
  if (mode === 'status' || !lasting.has(ref.kind)) return kept;
  const desired = mode === 'restart' ? restarted(before, setting.now()) : await undone(before, setting);
  if (desired === undefined) {
    return refused(
      ref,
      'no-previous-revision',
      `the cluster keeps no previous revision of ${nameOf(ref)}`,
      'Roll out the earlier commit; `revisionHistoryLimit` says how many revisions are kept.',
    );
  }
  return {
    ...base,
    desired,
    after: desired,
    change: 'changed',
    autoscaled: await autoscaled(before, desired),
  };
}

const goesByItself = (object: KubeObject): boolean =>
  object.kind === 'Job' && numberAt(object, 'spec', 'ttlSecondsAfterFinished') !== undefined;

function restarted(live: KubeObject, now: number): KubeObject {
  const path = ['spec', 'template', 'metadata', 'annotations', restartAnnotation];
  return withField(live, path, new Date(now).toISOString());
}

async function undone(live: KubeObject, { kube }: Setting): Promise<KubeObject | undefined> {
  const template = await previousTemplate(kube, live);
  return isJson(template) ? withField(live, ['spec', 'template'], template) : undefined;
}

function refused(ref: Ref, cause: CauseId, message: string, fix: string): Finding {
  return { cause, certainty: 'certain', ref, message, evidence: [], fix, path: ['metadata', 'name'] };
}
