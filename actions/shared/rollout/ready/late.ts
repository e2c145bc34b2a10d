import type { Ref } from '../../kube/types.ts';
import type { Finding } from '../finding.ts';
import type { Watching } from '../observe/watching.ts';
import { mayNotWatch } from '../targets.ts';
import type { Plan, Setting } from '../types.ts';
import { isWorkload } from '../workload.ts';
import { hasRule, isAwaited } from './custom.ts';
import type { Rules } from './rules.ts';

const none: ReadonlySet<string> = new Set();

/** Whether an object is a custom resource that is awaited and may be watched. */
export function isWatched(
  ref: Ref,
  rules: Rules | undefined,
  unwatched: ReadonlySet<string> = none,
): boolean {
  return rules !== undefined && isAwaited(ref, rules) && !unwatched.has(ref.kind);
}

/**
 * Watches what could not be watched from the beginning, because its definition came with this release: custom resources, and
 * workloads of such kinds; their pods and events are watched since then. Gives the kinds that may not be watched, with a finding
 * for each object that has to be: workloads, and what a rule is about.
 */
export async function watchLate(
  { steps }: Plan,
  watching: Watching,
  rules: Rules | undefined,
  { log }: Setting,
): Promise<{ readonly findings: readonly Finding[]; readonly unwatched: ReadonlySet<string> }> {
  const customs = steps.filter(({ ref }) => isWatched(ref, rules));
  const late = steps.filter(({ ref, resource }) => isWorkload(ref) && resource === undefined);
  const unwatched = await watching.also([...customs, ...late].map(({ desired }) => desired));
  for (const kind of unwatched) log.info(`${kind} may not be watched: whether it gets ready is not known.`);
  const needed = [
    ...late.map(({ ref }) => ({ ref, why: 'a rollout is watched to its end' })),
    ...customs
      .filter(({ ref }) => rules !== undefined && hasRule(ref, rules))
      .map(({ ref }) => ({ ref, why: 'a rule says when it is ready' })),
  ];
  const blind = needed.filter(({ ref }) => unwatched.has(ref.kind));
  return { findings: blind.map(({ ref, why }) => mayNotWatch(ref, why)), unwatched };
}
