import type { KubeObject } from '../../../shared/kube/types.ts';
import type { Setting } from '../../../shared/rollout/types.ts';
import type { Cluster } from '../cluster/cluster.ts';
import { applyManager } from '../cluster/kube-cluster.ts';
import type { Inputs } from '../contract.ts';
import type { CanaryContext, Deps, Opened } from '../deps.ts';
import type { Ending } from '../flow/work.ts';
import type { Outcome } from '../report/outcome.ts';
import type { Engine } from './engine.ts';
import { askedBy } from './kept.ts';
import type { Led } from './led.ts';
import { type End, watchOn } from './watch.ts';

/** A run that leads a canary by a controller. */
export interface EngineRun {
  readonly inputs: Inputs;
  readonly context: CanaryContext;
  readonly deps: Deps;
  readonly job: string;
  /** Milliseconds since the epoch at which it has to be at its end. */
  readonly deadline: number;
  readonly opened: Opened;
  /** The cluster, patient with an API server that is away. */
  readonly cluster: Cluster;
  readonly engine: Engine;
  readonly led: Led;
  readonly outcome: Outcome;
}

/** For the rollout's own parts. Never aborted: what has begun to be written is written. */
export function settingOf({
  opened,
  context,
  deps,
}: Pick<EngineRun, 'opened' | 'context' | 'deps'>): Setting {
  return {
    kube: opened.kube,
    log: context.log,
    now: deps.clock.now,
    signal: new AbortController().signal,
    fieldManager: applyManager,
    forceConflicts: false,
  };
}

/** Watches until there is something to decide. */
export function watchFrom(
  { led, deps, context, outcome, deadline, cluster, engine }: EngineRun,
  template: string,
  more: { readonly signal?: AbortSignal; readonly deadline?: number; readonly silent?: boolean } = {},
): Promise<End> {
  return watchOn({
    led,
    clock: deps.clock,
    signal: more.signal ?? context.signal,
    log: context.log.info,
    deadline: more.deadline ?? deadline,
    template,
    asked: async () => more.silent !== true && (await askedBy(cluster, engine)) !== '',
    onStep: (step) => {
      if (more.silent !== true) outcome.steps.push(step);
    },
  });
}

/** How a run ended, without a canary that is left. */
export const ended = (verdict: Ending['verdict'], reason: string, weight = 0): Ending => ({
  verdict,
  reason,
  weight,
  left: undefined,
});

/** The lead as it is known; a canary that is gone can't be led. */
export function leadOf({ led, engine }: Pick<EngineRun, 'led' | 'engine'>): KubeObject {
  const { lead } = led;
  if (lead !== undefined) return lead;
  throw new Error(`${engine.lead.kind} ${engine.lead.name} is gone`);
}
