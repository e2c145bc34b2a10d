import type { Kube, KubeObject } from '../../../shared/kube/types.ts';
import { isKubeObject } from '../../../shared/kube/values.ts';
import type { Finding } from '../../../shared/rollout/finding.ts';
import { observe } from '../../../shared/rollout/observe/observe.ts';
import { startWatching } from '../../../shared/rollout/observe/watching.ts';
import { rollOut } from '../../../shared/rollout/rollout.ts';
import type { Setting } from '../../../shared/rollout/types.ts';
import type { JsonObject } from '../json.ts';
import type { RolledOut, Rollout } from './rollout.ts';
import { toldOf } from './told.ts';

/** How a rollout is watched. Times in milliseconds. */
export interface Patience {
  readonly timeout: number;
  readonly settle: number;
}

/**
 * The rollout that k8s-rollout uses, without its own way back: where a canary goes after a failure the state machine
 * decides.
 */
export function rolloutOver(
  base: Omit<Setting, 'signal' | 'fieldManager' | 'forceConflicts'> & { readonly manager: string },
  namespace: string,
  patience: Patience,
): Rollout {
  const settingFor = (signal: AbortSignal): Setting => ({
    ...base,
    signal,
    fieldManager: base.manager,
    forceConflicts: false,
  });
  const roll = async (
    objects: readonly JsonObject[],
    signal: AbortSignal,
    dryRun: boolean,
  ): Promise<RolledOut> => {
    const items = objects.filter(isKubeObject).map((object) => ({ object }));
    const result = await rollOut(items, settingFor(signal), { ...patience, onFailure: 'keep', dryRun });
    return ended(result, base.log.info);
  };
  return {
    check: (objects) => roll(objects, new AbortController().signal, true),
    deploy: (objects, signal) => roll(objects, signal, false),
    settled: async (workload, signal) => {
      const live = await base.kube.get({ ...workload, namespace });
      if (live === undefined) return { healthy: false, reason: `${workload.kind} ${workload.name} is gone` };
      return settled(base.kube, live, settingFor(signal), patience);
    },
  };
}

async function settled(
  kube: Kube,
  live: KubeObject,
  setting: Setting,
  patience: Patience,
): Promise<RolledOut> {
  const watching = await startWatching(kube, [live]);
  try {
    const { apiVersion, kind, metadata } = live;
    const ref = { apiVersion, kind, namespace: metadata.namespace ?? '', name: metadata.name ?? '' };
    const target = { ref, generation: metadata.generation ?? 0 };
    return ended(await observe([target], watching, setting, patience), setting.log.info);
  } finally {
    watching.stop();
  }
}

function ended(
  { verdict, findings }: { readonly verdict: string; readonly findings: readonly Finding[] },
  log: (line: string) => void,
): RolledOut {
  if (verdict === 'healthy' || verdict === 'unchanged') return { healthy: true, reason: verdict };
  const [first] = findings;
  return {
    healthy: false,
    reason: toldOf(findings, log) ?? verdict,
    ...(first === undefined ? {} : { cause: first.cause }),
  };
}
