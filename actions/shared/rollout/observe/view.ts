import type { KubeObject, Ref } from '../../kube/types.ts';
import { diagnose } from '../causes/all.ts';
import { factsOf } from '../facts/facts.ts';
import type { Facts } from '../facts/types.ts';
import type { Finding } from '../finding.ts';
import { customFindings, customStatus, degraded, oldPodsLeft } from '../ready/custom.ts';
import type { Rules } from '../ready/rules.ts';
import type { WorkloadStatus } from '../types.ts';
import { isWorkload, statusOf } from '../workload.ts';
import type { World } from '../world/world.ts';
import { calmNeeded, disturbancesOf } from './calm.ts';
import { foreignHand } from './foreign.ts';
import type { Target } from './target.ts';

/** One target as it is seen now. */
export interface Seen {
  readonly target: Target;
  readonly status: WorkloadStatus;
  /** Undefined for custom resources, for what is not (or no longer) there, and for what is complete with nothing to tell. */
  readonly facts: Facts | undefined;
  readonly findings: readonly Finding[];
  readonly disturbances: number;
  /** Milliseconds; see `calmNeeded`. */
  readonly calm: number;
}

interface Known {
  readonly object: KubeObject | undefined;
  readonly version: number;
  readonly status: WorkloadStatus;
  readonly othersPending: boolean;
  readonly seen: Seen;
}

/**
 * What the world says about the targets. A target is looked at anew only when something that concerns it has changed, so that
 * a look at five hundred workloads costs no more than what happened to a few of them.
 */
export class View {
  private readonly targets: readonly Target[];
  private readonly world: World;
  private readonly rules: Rules;
  private readonly known = new Map<Target, Known>();
  /** Jobs that were complete; with `ttlSecondsAfterFinished` they may be gone before the others are. */
  private readonly ended = new Map<Target, WorkloadStatus>();

  constructor(targets: readonly Target[], world: World, rules: Rules) {
    this.targets = targets;
    this.world = world;
    this.rules = rules;
  }

  /** All targets. `onChange` is told the facts of those that were looked at anew. */
  look(onChange: (facts: Facts) => void): Seen[] {
    const now = this.targets.map((target) => ({ target, ...this.stateOf(target) }));
    const pending = now.filter(({ status }) => !status.complete).length;
    return now.map(({ target, object, version, status }) => {
      const othersPending = pending > (status.complete ? 0 : 1);
      const known = this.known.get(target);
      if (known?.version === version && known.object === object && known.othersPending === othersPending)
        return known.seen;
      const { facts, ...rest } = this.seen(target, object, status, othersPending);
      if (facts !== undefined) onChange(facts);
      // Of thousands of pods they are what takes the most room.
      const done = status.complete && rest.findings.length === 0;
      const seen = { ...rest, facts: done ? undefined : facts };
      this.known.set(target, { object, version, status, othersPending, seen });
      return seen;
    });
  }

  private stateOf(target: Target): Pick<Known, 'object' | 'version' | 'status'> {
    const object = this.live(target);
    const version = this.world.versionOf(object?.metadata.uid ?? target.written?.metadata.uid);
    const known = this.known.get(target);
    if (known?.object === object && known?.version === version) return known;
    if (object === undefined)
      return { object, version, status: this.ended.get(target) ?? unseen(target.ref) };
    const status = isWorkload(object) ? statusOf(object) : customStatus(object, this.rules);
    if (object.kind === 'Job' && status.complete) this.ended.set(target, status);
    return { object, version, status };
  }

  /** The workload as the watch knows it; undefined while that is not yet what was written. */
  private live({ ref, generation, uid }: Target): KubeObject | undefined {
    const object = this.world.find(ref);
    if (uid !== undefined && object?.metadata.uid !== uid) return undefined;
    return (object?.metadata.generation ?? 0) < generation ? undefined : object;
  }

  private seen(
    target: Target,
    object: KubeObject | undefined,
    status: WorkloadStatus,
    othersPending: boolean,
  ): Seen {
    // A Job that was complete may be gone by its own `ttlSecondsAfterFinished`.
    const foreign = this.ended.has(target) ? undefined : foreignHand(target, this.world);
    const theirs = foreign === undefined ? [] : [foreign];
    if (object === undefined || !isWorkload(object)) {
      const own = object === undefined ? [] : customFindings(object, this.rules);
      return { target, status, facts: undefined, findings: [...theirs, ...own], disturbances: 0, calm: 0 };
    }
    const facts = factsOf(this.world, object, othersPending);
    const wrong = [...diagnose(facts), ...degraded(object)];
    const found = target.brokenBefore === true ? wrong.map(asBefore) : wrong;
    const findings = [...theirs, ...found, ...(status.complete ? oldPodsLeft(object, status) : [])];
    return { target, status, facts, findings, disturbances: disturbancesOf(facts), calm: calmNeeded(facts) };
  }
}

function asBefore(finding: Finding): Finding {
  return {
    ...finding,
    certainty: 'warning',
    message: `was broken before this release, which leaves it as it is: ${finding.message}`,
  };
}

function unseen(ref: Ref): WorkloadStatus {
  return { ref, complete: false, wanted: 0, updated: 0, ready: 0, old: 0, revision: undefined };
}

/** What is told of a target that did not come to its end. */
export function timedOut(
  { ref, wanted, updated, ready, old, said }: WorkloadStatus,
  timeout: number,
): Finding {
  const where =
    said ?? `${updated} of ${wanted} pods are new, ${ready} of them ready, ${old} old ones are left`;
  return {
    cause: 'progress-deadline',
    certainty: 'certain',
    ref,
    message: `not complete within ${timeout / 1000} s: ${where}`,
    evidence: [],
    fix: 'Give it longer (`timeout`), or find what the pods wait for.',
    path: ['spec'],
  };
}
