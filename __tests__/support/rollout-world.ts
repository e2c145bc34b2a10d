import type { KubeObject } from '../../actions/shared/kube/types.ts';
import { numberAt } from '../../actions/shared/kube/values.ts';
import type { RolloutOptions, RolloutResult } from '../../actions/shared/rollout/options.ts';
import { rollOut } from '../../actions/shared/rollout/rollout.ts';
import type { Setting } from '../../actions/shared/rollout/types.ts';
import { FakeKube } from './fake-kube.ts';

/** How the controllers of a test answer to what is written. */
export interface Controllers {
  /** Jobs that fail, by name. */
  readonly failing?: readonly string[];
  /** Deployments whose pods never come, by name. */
  readonly stuck?: readonly string[];
}

/** A cluster in memory with controllers that are done at once, and the rollout on it. */
export function rolloutWorld(controllers: Controllers = {}) {
  const kube = new FakeKube();
  kube.put({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } });
  const lines: string[] = [];
  kube.onWrite = (object) => withStatus(object, controllers);
  const cancel = new AbortController();
  const setting: Setting = {
    kube,
    log: { info: (line) => void lines.push(line), debug: () => undefined, group: (_, work) => work() },
    now: Date.now,
    signal: cancel.signal,
    fieldManager: 'seatrial',
    forceConflicts: false,
  };
  const roll = (
    objects: readonly KubeObject[],
    options: Partial<RolloutOptions> = {},
  ): Promise<RolloutResult> =>
    rollOut(
      objects.map((object) => ({ object })),
      setting,
      { timeout: 3000, settle: 0, onFailure: 'undo', dryRun: false, ...options },
    );
  /** What was written since the last time, short: `apply Job shop/migrate`. */
  const writes = (): string[] => kube.writes.splice(0);
  return { kube, setting, roll, writes, lines, cancel };
}

export function object(
  kind: string,
  name: string,
  content: Readonly<Record<string, unknown>> = {},
  annotations: Record<string, string> = {},
): KubeObject {
  const groups: Readonly<Record<string, string>> = {
    Deployment: 'apps/v1',
    Job: 'batch/v1',
    CronJob: 'batch/v1',
    Ingress: 'networking.k8s.io/v1',
  };
  const apiVersion = groups[kind] ?? 'v1';
  return { apiVersion, kind, metadata: { name, namespace: 'shop', annotations }, ...content };
}

function withStatus(written: KubeObject, { failing = [], stuck = [] }: Controllers): KubeObject | undefined {
  const { kind, metadata } = written;
  const name = metadata.name ?? '';
  if (kind === 'Job') {
    const type = failing.includes(name) ? 'Failed' : 'Complete';
    const condition = { type, status: 'True', reason: 'BackoffLimitExceeded', message: 'too often' };
    return { ...written, status: { conditions: [condition], succeeded: 1 } };
  }
  if (kind !== 'Deployment') return undefined;
  const replicas = numberAt(written, 'spec', 'replicas') ?? 1;
  const ready = stuck.includes(name) ? 0 : replicas;
  const status = { replicas, updatedReplicas: replicas, readyReplicas: ready, availableReplicas: ready };
  return { ...written, status: { ...status, observedGeneration: metadata.generation } };
}
