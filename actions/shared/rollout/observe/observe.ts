import { setTimeout as pause } from 'node:timers/promises';
import { nameOf } from '../../kube/values.ts';
import type { Facts } from '../facts/types.ts';
import { type Finding, ranked } from '../finding.ts';
import type { Rules } from '../ready/rules.ts';
import type { Outcome, Setting, WorkloadStatus } from '../types.ts';
import { Arrivals } from './arrivals.ts';
import { Lasting } from './lasting.ts';
import { LogReader } from './logs.ts';
import { Progress } from './progress.ts';
import type { Target } from './target.ts';
import { deleteBlockingPods } from './unblock.ts';
import { type Seen, timedOut, View } from './view.ts';
import type { Watching } from './watching.ts';

export interface ObserveOptions {
  /** Milliseconds until it has to be healthy. */
  readonly timeout: number;
  /** Milliseconds it has to stay healthy after the last became ready. */
  readonly settle: number;
  /** When custom resources count as ready. */
  readonly rules?: Rules;
  /** Asked once when all is ready: what else is wrong, such as Services that lead nowhere. */
  readonly whenReady?: () => Promise<readonly Finding[]>;
}

/** Events come a little later than the states they explain. */
const grace = 800;
const longestWait = 5000;
const longestRest = 250;
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
  readonly waited: readonly Seen[];
  readonly findings: readonly Finding[];
  readonly next: number | undefined;
}

class Observer {
  private readonly watching: Watching;
  private readonly setting: Setting;
  private readonly options: ObserveOptions;
  private readonly view: View;
  private readonly lasting = new Lasting();
  private readonly logs: LogReader;
  private readonly arrivals: Arrivals;
  private readonly progress: Progress;
  private readonly end: number;
  /** How long it has to stay healthy, by what is known now. */
  private calm: number;
  private certainSince: number | undefined;
  private calmSince: number | undefined;
  private disturbances = 0;
  private extra: readonly Finding[] = [];
  /** Workloads that wait for a pod which could not be deleted. */
  private blocked: readonly Finding[] = [];
  private extraAsked = false;

  constructor(targets: readonly Target[], watching: Watching, setting: Setting, options: ObserveOptions) {
    this.watching = watching;
    this.setting = setting;
    this.options = options;
    this.view = new View(targets, watching.world, options.rules ?? { ready: [], failed: [] });
    this.logs = new LogReader(setting.kube, watching);
    this.arrivals = new Arrivals(setting.kube);
    this.progress = new Progress(setting.log);
    this.end = setting.now() + options.timeout;
    this.calm = options.settle;
  }

  async run(): Promise<Outcome> {
    for (;;) {
      const now = this.setting.now();
      const begun = performance.now();
      const look = this.look(now);
      const cost = performance.now() - begun;
      this.progress.tell(look.statuses, look.findings);
      if (this.setting.signal.aborted) return this.outcome('cancelled', look);
      if (this.isFailed(look, now)) {
        if (!(await this.arrivals.mend(look.findings))) return await this.failed();
        continue;
      }
      if (now >= this.end) return await this.outOfTime();
      if (await this.isHealthy(look, now)) return this.outcome('healthy', look);
      this.blocked = await deleteBlockingPods(factsIn(look), this.watching.world, this.setting);
      await this.watching.changed(this.waitingTime(look, now));
      await this.rest(cost);
    }
  }

  /** What happens to hundreds of workloads at once is looked at together: a fifth of the time goes into looking at most. */
  private async rest(cost: number): Promise<void> {
    const { signal } = this.setting;
    await pause(Math.min(4 * cost, longestRest), undefined, { signal }).catch(() => undefined);
  }

  /** One look at everything that is known. */
  private look(now: number): Look {
    const seen = this.view.look((facts) => this.logs.readFor(facts));
    const all = ranked([...seen.flatMap(({ findings }) => findings), ...this.extra, ...this.blocked]);
    return {
      statuses: seen.map(({ status }) => status),
      waited: seen.filter(({ target }) => target.brokenBefore !== true),
      ...this.lasting.judge(this.arrivals.soften(all), now),
    };
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
  private async isHealthy({ waited }: Look, now: number): Promise<boolean> {
    const disturbances = waited.reduce((sum, seen) => sum + seen.disturbances, 0);
    const complete = waited.every(({ status }) => status.complete);
    if (!complete || disturbances !== this.disturbances) this.calmSince = undefined;
    this.disturbances = disturbances;
    if (!complete) return false;
    this.calmSince ??= now;
    if (!this.extraAsked) {
      this.extraAsked = true;
      this.extra = (await this.options.whenReady?.()) ?? [];
      if (this.extra.some(({ certainty }) => certainty !== 'warning')) return false;
    }
    this.calm = Math.max(this.options.settle, ...waited.map(({ calm }) => calm));
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
    const { waited, findings: found, statuses } = this.look(this.setting.now());
    const known = found.filter(({ certainty }) => certainty !== 'warning');
    const told = waited
      .filter(({ status }) => !status.complete)
      .filter(({ status: { ref } }) => !known.some((finding) => nameOf(finding.ref) === nameOf(ref)))
      .map(({ status }) => timedOut(status, this.options.timeout));
    const findings = ranked([...known, ...told]).map(
      (finding): Finding => ({ ...finding, certainty: 'certain' }),
    );
    const warnings = found.filter(({ certainty }) => certainty === 'warning');
    return { verdict: 'failed', workloads: statuses, findings, warnings };
  }

  private async readRunningLogs(): Promise<void> {
    const late = new AbortController();
    const facts = factsIn(this.look(this.setting.now()));
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

const factsIn = ({ waited }: Look): Facts[] => waited.flatMap(({ facts }) => facts ?? []);
