import type { KubeObject } from '../../kube/types.ts';
import { listAt, numberAt, refOf, textAt } from '../../kube/values.ts';
import type { Finding } from '../finding.ts';
import type { WorkloadStatus } from '../types.ts';
import { conditionOf, isObserved, isWorkload } from '../workload.ts';
import { isAbout, meets, type Rules } from './rules.ts';

/** Groups of Kubernetes itself have no dot or end so. */
const ownGroup = /^(?:[a-z]+|(?:[a-z0-9-]+\.)*k8s\.io)$/;

/** Whether objects of a kind are awaited by what their status says: custom kinds, and those with a rule. */
export function isAwaited(of: { apiVersion: string; kind: string }, rules: Rules): boolean {
  if (isWorkload(of)) return false;
  if (hasRule(of, rules)) return true;
  const [group = ''] = of.apiVersion.includes('/') ? of.apiVersion.split('/') : ['core'];
  return !ownGroup.test(group);
}

/** Whether the caller has said when objects of this kind are ready. */
export const hasRule = (of: { apiVersion: string; kind: string }, rules: Rules): boolean =>
  [...rules.ready, ...rules.failed].some((rule) => isAbout(rule, of));

/**
 * How a custom resource stands. Without a rule by the conventions that most controllers follow: `observedGeneration` has to be
 * the written one, `Reconciling` must not be true, and `Ready`, where there is one, has to be
 * (https://github.com/kubernetes-sigs/cli-utils/blob/master/pkg/kstatus/README.md). One without status is ready: nobody
 * reports on it.
 */
export function customStatus(object: KubeObject, rules: Rules): WorkloadStatus {
  const own = rules.ready.filter((rule) => isAbout(rule, object));
  const complete = own.length > 0 ? own.every(({ test }) => meets(object, test)) : byConvention(object);
  const counts = { wanted: 1, updated: 1, ready: complete ? 1 : 0, old: 0, revision: undefined };
  return { ref: refOf(object), ...counts, complete, said: saidBy(object) };
}

function byConvention(object: KubeObject): boolean {
  const observed = numberAt(object, 'status', 'observedGeneration');
  if (observed !== undefined && !isObserved(object)) return false;
  if (conditionOf(object, 'Reconciling')?.status === 'True') return false;
  const ready = conditionOf(object, 'Ready') ?? conditionOf(object, 'Available');
  return ready === undefined || ready.status === 'True';
}

/** Its conditions and phase, for people. */
function saidBy(object: KubeObject): string {
  const phase = textAt(object, 'status', 'phase');
  const conditions = listAt(object, 'status', 'conditions').map((condition) =>
    ['type', 'status', 'reason', 'message']
      .map((field) => textAt(condition, field))
      .filter(Boolean)
      .join(' '),
  );
  return [...(phase === '' ? [] : [`phase ${phase}`]), ...conditions].join('; ') || 'no status';
}

/** A controller that has given up. */
export function customFindings(object: KubeObject, rules: Rules): Finding[] {
  const rule = rules.failed.find((one) => isAbout(one, object) && meets(object, one.test));
  const stalled = conditionOf(object, 'Stalled')?.status === 'True' && isObserved(object);
  if (rule === undefined && !stalled) return [];
  return [
    {
      cause: 'resource-failed',
      certainty: 'certain',
      ref: refOf(object),
      message: `its controller has given up: ${saidBy(object)}`,
      evidence: [`status: ${saidBy(object)}`],
      fix: 'The conditions are its controller’s own words; the controller’s log tells more.',
      path: ['spec'],
    },
  ];
}

/** An Argo Rollout that its controller calls degraded; a deadline is told as one. */
export function degraded(object: KubeObject): Finding[] {
  if (object.kind !== 'Rollout' || textAt(object, 'status', 'phase') !== 'Degraded' || !isObserved(object))
    return [];
  const said = textAt(object, 'status', 'message');
  if (/ProgressDeadlineExceeded/.test(said)) return [];
  return [
    {
      cause: 'resource-failed',
      certainty: 'certain',
      ref: refOf(object),
      message: `the Rollout is degraded: ${said}`,
      evidence: [`status.phase: Degraded: ${said}`],
      fix: 'An aborted Rollout names the analysis or the step; `kubectl argo rollouts get rollout NAME` shows it.',
      path: ['spec'],
    },
  ];
}

/** Workloads whose old pods stay until somebody deletes them. */
export function oldPodsLeft(object: KubeObject, { old, updated, wanted }: WorkloadStatus): Finding[] {
  const strategy = ['spec', 'updateStrategy'];
  const manual = textAt(object, ...strategy, 'type') === 'OnDelete';
  const partition = numberAt(object, ...strategy, 'rollingUpdate', 'partition') ?? 0;
  const left = manual ? Math.max(old, wanted - updated) : partition > 0 ? old : 0;
  if (left <= 0) return [];
  return [
    {
      cause: 'old-pods-left',
      certainty: 'warning',
      ref: refOf(object),
      message: manual
        ? `${left} pods stay as they are until they are deleted (updateStrategy OnDelete)`
        : `${left} pods keep the old revision (updateStrategy partition ${partition})`,
      evidence: [`status: ${updated} updated, ${old} old`],
      fix: manual ? 'Delete the old pods one by one when it suits.' : 'Lower `partition` to go on.',
      path: strategy,
    },
  ];
}
