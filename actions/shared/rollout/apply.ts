import { KubeError } from '../kube/errors.ts';
import type { KubeObject, Ref } from '../kube/types.ts';
import { nameOf } from '../kube/values.ts';
import { stageOf } from '../manifests/order.ts';
import type { Finding } from './finding.ts';
import { refusalOf } from './plan/refusal.ts';
import type { Planned, Setting } from './types.ts';
import { putBack } from './undo.ts';
import { conditionOf } from './workload.ts';

export interface Written {
  readonly step: Planned;
  readonly object: KubeObject;
}

export interface Applied {
  readonly written: readonly Written[];
  /** The server refused after all, although the dry run had passed. */
  readonly refusals: readonly Finding[];
}

/** How long a new definition may take to be served, in milliseconds. */
const establishing = 30_000;

/** Writes what changes, kind by kind in the order in which they need each other. Stops at a refusal or a cancel. */
export async function applySteps(all: readonly Planned[], setting: Setting): Promise<Applied> {
  const written: Written[] = [];
  const refusals: Finding[] = [];
  const steps = all.filter(({ change }) => change !== 'none');
  const stages = [...new Set(steps.map(({ ref }) => stageOf(ref.kind)))].sort((a, b) => a - b);
  for (const stage of stages) {
    if (setting.signal.aborted || refusals.length > 0) break;
    const now = steps.filter(({ ref }) => stageOf(ref.kind) === stage);
    const results = await Promise.all(now.map((step) => write(step, setting)));
    for (const result of results) {
      if ('object' in result) written.push(result);
      else refusals.push(result);
    }
    await Promise.all(
      now
        .filter(({ ref }) => ref.kind === 'CustomResourceDefinition')
        .map(({ ref }) => established(ref, setting)),
    );
  }
  return { written, refusals };
}

/** Writes one object; gives the refusal where the server has changed its mind since the dry run. */
export async function write(step: Planned, setting: Setting): Promise<Written | Finding> {
  const { kube, fieldManager, log } = setting;
  try {
    const object =
      step.overwrites === true
        ? await putBack(step.desired, step.autoscaled, setting)
        : await kube.apply(step.desired, { fieldManager, force: step.force });
    const words = {
      created: 'created',
      changed: 'changed',
      noted: 'unchanged but for the release notes',
      none: '',
    };
    log.info(`${nameOf(step.ref)}: ${words[step.change]}`);
    return { step, object };
  } catch (error) {
    if (error instanceof KubeError) return refusalOf(error, step.item, step.ref);
    throw error;
  }
}

/** Waits until the server serves a new definition; objects of its kind come after it. */
async function established(ref: Ref, { kube, signal }: Setting): Promise<void> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(establishing)]);
  const only = { fieldSelector: `metadata.name=${ref.name}` };
  for await (const { type, object } of kube.watch(ref.apiVersion, ref.kind, only, limit)) {
    if (type !== 'BOOKMARK' && conditionOf(object, 'Established')?.status === 'True') return;
  }
}
