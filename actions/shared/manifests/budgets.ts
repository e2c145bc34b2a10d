import type { KubeObject } from '../kube/types.ts';
import { at, nameOf, numberAt, objectAt, refOf, textsAt } from '../kube/values.ts';
import { selects } from '../rollout/workload.ts';
import type { Advice } from './advice.ts';
import { templatePath } from './pod-spec.ts';
import type { Manifest } from './types.ts';

const scaled = new Set(['Deployment', 'StatefulSet', 'Rollout']);

/**
 * Disruption budgets that no node can ever be drained against. They don't stop a rollout, which deletes pods without asking
 * them; they stop whoever maintains the nodes, and two on one pod stop him with an error.
 */
export function adviceOnBudgets(manifests: readonly Manifest[]): Advice[] {
  const budgets = manifests.filter(({ object }) => object.kind === 'PodDisruptionBudget');
  const workloads = manifests.filter(({ object }) => scaled.has(object.kind)).map(({ object }) => object);
  return workloads.flatMap((workload) => {
    const own = budgets.filter(({ object }) => covers(object, workload));
    const blocking = own.flatMap((budget) => blockedBy(budget, workload));
    const [first, second] = own;
    if (first === undefined || second === undefined) return blocking;
    const both = `${nameOf(refOf(first.object))} and ${nameOf(refOf(second.object))}`;
    return [
      ...blocking,
      {
        subject: nameOf(refOf(workload)),
        message: `its pods are covered by ${both}: no pod with two budgets can be evicted`,
        fix: 'Let one budget select these pods.',
        place: second.placeOf(['spec', 'selector']),
      },
    ];
  });
}

function covers(budget: KubeObject, workload: KubeObject): boolean {
  if (budget.metadata.namespace !== workload.metadata.namespace) return false;
  const labels = textsAt(workload, ...(templatePath(workload) ?? []), 'metadata', 'labels');
  return selects(objectAt(budget, 'spec', 'selector'), labels);
}

function blockedBy(budget: Manifest, workload: KubeObject): Advice[] {
  const replicas = numberAt(workload, 'spec', 'replicas') ?? 1;
  const min = at(budget.object, 'spec', 'minAvailable');
  const max = at(budget.object, 'spec', 'maxUnavailable');
  // Percentages are rounded up: of few pods a small one is all of them.
  const needed = amount(min, replicas);
  const field = needed >= replicas && min !== undefined ? 'minAvailable' : 'maxUnavailable';
  const blocks = field === 'minAvailable' ? replicas > 0 : max !== undefined && amount(max, replicas) === 0;
  if (!blocks) return [];
  return [
    {
      subject: nameOf(refOf(budget.object)),
      message: `${field} ${String(field === 'minAvailable' ? min : max)} of ${replicas} replicas of ${nameOf(refOf(workload))} lets no pod go: its nodes can never be drained`,
      fix: 'Write `maxUnavailable: 1`, and have at least two replicas.',
      place: budget.placeOf(['spec', field]),
    },
  ];
}

function amount(value: unknown, of: number): number {
  if (typeof value === 'number') return value;
  const percent = /^(\d+)%$/.exec(String(value))?.[1];
  return percent === undefined ? 0 : Math.ceil((Number(percent) * of) / 100);
}
