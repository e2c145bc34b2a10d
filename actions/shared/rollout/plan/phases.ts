import { stageOf } from '../../manifests/order.ts';
import type { Plan, Planned } from '../types.ts';
import { conditionOf } from '../workload.ts';

/** The steps of a plan in the order in which they are carried out; see docs/rollout.md. */
export interface Phases {
  /** What workloads need. */
  readonly base: readonly Planned[];
  /** Jobs to be awaited before the workloads, by weight. */
  readonly pre: readonly (readonly Planned[])[];
  /** Workloads and what stands behind them: budgets, autoscalers, routes. */
  readonly main: readonly Planned[];
  /** Jobs to be awaited when the workloads are healthy, by weight. */
  readonly post: readonly (readonly Planned[])[];
}

export function phasesOf({ steps }: Plan): Phases {
  const plain = steps.filter(({ hook }) => hook === undefined);
  const workloads = stageOf('Deployment');
  return {
    base: plain.filter(({ ref }) => stageOf(ref.kind) < workloads),
    pre: hooksOf(steps, 'pre'),
    main: plain.filter(({ ref }) => stageOf(ref.kind) >= workloads),
    post: hooksOf(steps, 'post'),
  };
}

/** Hooks that have work to do: new ones, and ones that are still running. */
function hooksOf(steps: readonly Planned[], phase: 'pre' | 'post'): Planned[][] {
  const due = steps.filter(({ hook, change, before }) => {
    const complete = before !== undefined && conditionOf(before, 'Complete')?.status === 'True';
    return hook?.phase === phase && (change === 'created' || change === 'changed' || !complete);
  });
  const weights = [...new Set(due.map(({ hook }) => hook?.weight ?? 0))].sort((a, b) => a - b);
  return weights.map((weight) => due.filter(({ hook }) => hook?.weight === weight));
}
