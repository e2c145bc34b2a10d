import { setTimeout as pause } from 'node:timers/promises';
import type { KubeObject, Ref } from '../../kube/types.ts';
import { nameOf, numberAt } from '../../kube/values.ts';
import { diagnose } from '../causes/all.ts';
import { type ContainerFacts, type Facts, factsOf } from '../facts.ts';
import { type Finding, ranked } from '../finding.ts';
import { customFindings, customStatus, degraded, oldPodsLeft } from '../ready/custom.ts';
import type { Rules } from '../ready/rules.ts';
import type { Outcome, Setting, WorkloadStatus } from '../types.ts';
import { isWorkload, statusOf } from '../workload.ts';
import { foreignHand } from './foreign.ts';
import { Lasting } from './lasting.ts';
import { LogReader } from './logs.ts';
import { Progress } from './progress.ts';
import { deleteBlockingPods } from './unblock.ts';
import type { Watching } from './watching.ts';

/** A workload to see to its end. */
export interface Target {
  readonly ref: Ref;
  /** The generation that was written; older states in the watch say nothing about it. */
  readonly generation: number;
  /** As the server answered our write; unset: we wrote nothing. */
  readonly written?: KubeObject | undefined;
  /** It was broken before and is none of this release's doing: told, and neither waited for nor a failure. */
  readonly brokenBefore?: boolean;
  /** Of the object that was written, where another one may have stood under its name. */
  readonly uid?: string;
}

export interface ObserveOptions {
  /** Milliseconds until it has to be healthy. */
  readonly timeout: number;
  /** Milliseconds it has to stay healthy after the last became ready. */
  readonly settle: number;
  /** Asked once when all is ready: what else is wrong, such as Services that lead nowhere. */
  /** When custom resources count as ready. */
  readonly rules?: Rules;
  readonly whenReady?: (facts: readonly Facts[]) => Promise<readonly Finding[]>;
}

/** Events come a little later than the states they explain. */
const grace = 800;
const longestWait = 5000;
/** A verdict does not wait longer for a log. */
const logPatience = 2000;

/** Watches workloads to their end: healthy for the settle time, or failed as early as that is certain. */
export async function observe(
  targets: readonly Target[],
  watching: Watching,
  setting: Setting,
  options: ObserveOptions,
): Promise<Outcome> {
  const observer = new Observer(targets, watching, setting, options);
  const wake = (): void => watching.wake();
  setting.signal.addEventListener('abort', wake, { once: true });
  try {
    return await observer.run();
  } finally {
    setting.signal.removeEventListener('abort', wake);
  }
}

interface Look {
  readonly statuses: readonly WorkloadStatus[];
  /** Those that have to become healthy. */
  readonly waited: readonly WorkloadStatus[];
  readonly facts: readonly Facts[];
  readonly findings: readonly Finding[];
  readonly next: number | undefined;
}

class Observer {
  private readonly targets: readonly Target[];
  private readonly watching: Watching;
  private readonly setting: Setting;
  private readonly options: ObserveOptions;
  private readonly lasting = new Lasting();
  private readonly logs: LogReader;
  private readonly progress: Progress;
  private readonly end: number;
  /** How long it has to stay healthy, by what is known now. */
  private calm: number;
  private readonly rules: Rules;
  private certainSince: number | undefined;
  private calmSince: number | undefined;
  private disturbances = 0;
  private extra: readonly Finding[] = [];
  private extraAsked = false;
  /** Jobs that were complete; with `ttlSecondsAfterFinished` they may be gone before the others are. */
  private readonly ended = new Map<string, WorkloadStatus>();

  constructor(targets: readonly Target[], watching: Watching, setting: Setting, options: ObserveOptions) {
    this.targets = targets;
    this.watching = watching;
    this.setting = setting;
    this.options = options;
    this.logs = new LogReader(setting.kube, watching);
    this.progress = new Progress(setting.log);
    this.end = setting.now() + options.timeout;
    this.calm = options.settle;
    this.rules = options.rules ?? { ready: [], failed: [] };
  }

  async run(): Promise<Outcome> {
    for (;;) {
      const now = this.setting.now();
      const look = this.look(now);
      this.progress.tell(look.statuses, look.findings);
      if (this.setting.signal.aborted) return this.outcome('cancelled', look);
      if (this.isFailed(look, now)) return await this.failed();
      if (now >= this.end) return await this.outOfTime();
      if (await this.isHealthy(look, now)) return this.outcome('healthy', look);
      await deleteBlockingPods(look.facts, this.watching.world, this.setting);
      await this.watching.changed(this.waitingTime(look, now));
    }
  }

  /** One look at everything that is known. */
  private look(now: number): Look {
    const live = this.targets.map((target) => ({ target, object: this.live(target) }));
    const statuses = live.map(({ target, object }) =>
      object === undefined
        ? (this.ended.get(nameOf(target.ref)) ?? unseen(target.ref))
        : this.statusOf(object),
    );
    for (const status of statuses)
      if (status.ref.kind === 'Job' && status.complete) this.ended.set(nameOf(status.ref), status);
    const known = live.flatMap(({ target, object }, index) => {
      if (object === undefined || !isWorkload(object)) return [];
      const othersPending = statuses.some((status, other) => other !== index && !status.complete);
      return [{ target, facts: factsOf(this.watching.world, object, othersPending) }];
    });
    for (const { facts } of known) this.logs.readFor(facts);
    const found = known.flatMap(({ target, facts }) =>
      target.brokenBefore === true ? diagnose(facts).map(asBefore) : diagnose(facts),
    );
    // A Job that was complete may be gone by its own `ttlSecondsAfterFinished`.
    const present = this.targets.filter(({ ref }) => !this.ended.has(nameOf(ref)));
    const foreign = present.flatMap((target) => foreignHand(target, this.watching.world) ?? []);
    const customs = live.flatMap(({ object }, index) => this.findingsOf(object, statuses[index]));
    const waited = statuses.filter((_, index) => this.targets[index]?.brokenBefore !== true);
    const facts = known.filter(({ target }) => target.brokenBefore !== true).map((one) => one.facts);
    const all = ranked([...foreign, ...found, ...customs, ...this.extra]);
    return { statuses, waited, facts, ...this.lasting.judge(all, now) };
  }

  private statusOf(object: KubeObject): WorkloadStatus {
    return isWorkload(object) ? statusOf(object) : customStatus(object, this.rules);
  }

  private findingsOf(object: KubeObject | undefined, status: WorkloadStatus | undefined): Finding[] {
    if (object === undefined || status === undefined) return [];
    if (!isWorkload(object)) return customFindings(object, this.rules);
    return [...degraded(object), ...(status.complete ? oldPodsLeft(object, status) : [])];
  }

  /** The workload as the watch knows it; undefined while that is not yet what was written. */
  private live({ ref, generation, uid }: Target): KubeObject | undefined {
    const object = this.watching.world.find(ref);
    if (uid !== undefined && object?.metadata.uid !== uid) return undefined;
    return (object?.metadata.generation ?? 0) < generation ? undefined : object;
  }

  private isFailed({ findings }: Look, now: number): boolean {
    if (!findings.some(({ certainty }) => certainty === 'certain')) {
      this.certainSince = undefined;
      return false;
    }
    this.certainSince ??= now;
    return now - this.certainSince >= grace && !this.logs.busy;
  }

  /** Healthy: complete, undisturbed for the settle time, and nothing else wrong. */
  private async isHealthy({ waited, facts }: Look, now: number): Promise<boolean> {
    const disturbances = facts.flatMap(({ pods }) => pods).reduce((sum, pod) => sum + disturbancesOf(pod), 0);
    const complete = waited.every((status) => status.complete);
    if (!complete || disturbances !== this.disturbances) this.calmSince = undefined;
    this.disturbances = disturbances;
    if (!complete) return false;
    this.calmSince ??= now;
    if (!this.extraAsked) {
      this.extraAsked = true;
      this.extra = (await this.options.whenReady?.(facts)) ?? [];
      if (this.extra.some(({ certainty }) => certainty !== 'warning')) return false;
    }
    this.calm = calmNeeded(this.options.settle, facts);
    return this.setting.now() - this.calmSince >= this.calm && this.certainSince === undefined;
  }

  private waitingTime({ next }: Look, now: number): number {
    const times = [
      this.end,
      ...(next === undefined ? [] : [next]),
      ...(this.calmSince === undefined ? [] : [this.calmSince + this.calm]),
      ...(this.certainSince === undefined ? [] : [this.certainSince + grace]),
    ];
    return Math.max(10, Math.min(longestWait, Math.min(...times) - now));
  }

  /** A last look with the logs of what runs and is not ready. */
  private async failed(): Promise<Outcome> {
    await this.readRunningLogs();
    return this.outcome('failed', this.look(this.setting.now()));
  }

  private async outOfTime(): Promise<Outcome> {
    await this.readRunningLogs();
    const look = this.look(this.setting.now());
    const late = look.waited.filter(({ complete }) => !complete);
    const known = look.findings.filter(({ certainty }) => certainty !== 'warning');
    const told = late
      .filter(({ ref }) => !known.some((finding) => nameOf(finding.ref) === nameOf(ref)))
      .map((status) => timedOut(status, this.options.timeout));
    const findings = ranked([...known, ...told]).map(
      (finding): Finding => ({ ...finding, certainty: 'certain' }),
    );
    const warnings = look.findings.filter(({ certainty }) => certainty === 'warning');
    return { verdict: 'failed', workloads: look.statuses, findings, warnings };
  }

  private async readRunningLogs(): Promise<void> {
    const { facts } = this.look(this.setting.now());
    const late = new AbortController();
    await Promise.race([
      Promise.all(facts.map((known) => this.logs.readRunning(known))),
      pause(logPatience, undefined, { signal: late.signal }).catch(() => undefined),
    ]);
    late.abort();
  }

  private outcome(verdict: Outcome['verdict'], { statuses, findings }: Look): Outcome {
    const decisive = findings.filter(({ certainty }) => certainty === 'certain');
    const rest = findings.filter(({ certainty }) => certainty !== 'certain');
    return { verdict, workloads: statuses, findings: verdict === 'failed' ? decisive : [], warnings: rest };
  }
}

function asBefore(finding: Finding): Finding {
  return {
    ...finding,
    certainty: 'warning',
    message: `was broken before this release, which leaves it as it is: ${finding.message}`,
  };
}

function disturbancesOf({ lostReadiness, containers }: Facts['pods'][number]): number {
  const ends = containers.reduce((sum, { ends: count, init }) => sum + (init ? 0 : count), 0);
  return lostReadiness + ends + containers.reduce((sum, container) => sum + livenessFailures(container), 0);
}

/** How often the liveness probe has failed: the kubelet still counts, and kills at the end of its patience. */
function livenessFailures({ events }: ContainerFacts): number {
  return events
    .filter(({ reason, message }) => reason === 'Unhealthy' && message.startsWith('Liveness probe'))
    .reduce((sum, { count }) => sum + count, 0);
}

/** A liveness probe that has failed may fail again with its next period, so calm is known only after that. */
function calmNeeded(settle: number, facts: readonly Facts[]): number {
  const periods = facts
    .flatMap(({ pods }) => pods)
    .flatMap(({ containers }) => containers.filter((container) => livenessFailures(container) > 0))
    .map(({ spec }) => (numberAt(spec, 'livenessProbe', 'periodSeconds') ?? 10) * 1000 + 2000);
  return Math.max(settle, ...periods);
}

function unseen(ref: Ref): WorkloadStatus {
  return { ref, complete: false, wanted: 0, updated: 0, ready: 0, old: 0, revision: undefined };
}

function timedOut({ ref, wanted, updated, ready, old, said }: WorkloadStatus, timeout: number): Finding {
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
