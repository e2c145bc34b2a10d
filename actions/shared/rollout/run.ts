import type { KubeObject, Ref } from '../kube/types.ts';
import { nameOf } from '../kube/values.ts';
import { applySteps, type Written } from './apply.ts';
import { undoableOf, verdictOfBack, watchBack } from './back.ts';
import type { Finding } from './finding.ts';
import { runHooks } from './hooks.ts';
import { type Journal, removeJournal, writeJournal } from './journal.ts';
import { observe } from './observe/observe.ts';
import type { Watching } from './observe/watching.ts';
import { phasesOf } from './plan/phases.ts';
import { narrowSet, prune, widenSet } from './prune/prune.ts';
import { hasRule, isAwaited } from './ready/custom.ts';
import type { Rules } from './ready/rules.ts';
import type { RolloutOptions, RolloutResult } from './rollout.ts';
import { checkServices } from './services.ts';
import { behindServices, mayNotWatch, targetsOf } from './targets.ts';
import type { Outcome, Plan, Planned, Setting } from './types.ts';
import { type Restored, restore } from './undo.ts';
import { isWorkload } from './workload.ts';

interface Given {
  readonly plan: Plan;
  readonly watching: Watching;
  readonly setting: Setting;
  readonly options: RolloutOptions;
  readonly timings: RolloutResult['timings'];
  /** What a run before this one has left, when that died. */
  readonly left: Journal | undefined;
}

/** One rollout from its first write to its end. */
export class Run {
  private readonly plan: Plan;
  private readonly watching: Watching;
  private readonly setting: Setting;
  private readonly options: RolloutOptions;
  private readonly left: Journal | undefined;
  private journal: Journal | undefined;
  private timings: RolloutResult['timings'];
  private readonly written: Written[] = [];
  private readonly removed: KubeObject[] = [];
  private readonly begun: number;
  private unwatched: ReadonlySet<string> = new Set();

  constructor({ plan, watching, setting, options, timings, left }: Given) {
    this.plan = plan;
    this.watching = watching;
    this.setting = setting;
    this.options = options;
    this.timings = timings;
    this.left = left;
    this.journal = left;
    this.begun = setting.now();
  }

  async toItsEnd(): Promise<RolloutResult> {
    const result = await this.run();
    // While something is neither the new nor the old release, the way back has to stay known.
    if (result.verdict !== 'undo-failed') await removeJournal(this.journal, this.setting);
    return result;
  }

  private async run(): Promise<RolloutResult> {
    const { journal, applySet } = this.options;
    if (applySet !== undefined) await widenSet(applySet, this.plan, this.setting);
    if (journal !== undefined) this.journal = await writeJournal(journal, this.plan, this.left, this.setting);
    const { base, pre, main, post } = phasesOf(this.plan);
    const outcome =
      (await this.apply(base)) ??
      (await this.hooks(pre)) ??
      (await this.apply(main)) ??
      (await this.watchCustoms()) ??
      (await this.timed('watch', () => this.watch()));
    if (outcome.verdict !== 'healthy') return this.back(outcome);
    const late = (await this.hooks(post)) ?? (await this.prune());
    return late === undefined ? this.result('healthy', outcome, undefined) : this.back(late);
  }

  /** Undefined when all went well, as below. */
  private async apply(steps: readonly Planned[]): Promise<Outcome | undefined> {
    const { written, refusals } = await this.timed('apply', () => applySteps(steps, this.setting));
    this.written.push(...written);
    if (refusals.length > 0) return failedBy(refusals);
    return this.setting.signal.aborted ? cancelled : undefined;
  }

  private async hooks(groups: readonly (readonly Planned[])[]): Promise<Outcome | undefined> {
    if (groups.length === 0) return undefined;
    const outcome = await this.timed('hooks', () =>
      runHooks(groups, this.watching, this.setting, () => this.timeLeft()),
    );
    return outcome.verdict === 'healthy' ? undefined : outcome;
  }

  private async prune(): Promise<Outcome | undefined> {
    const { applySet } = this.options;
    if (applySet === undefined) return undefined;
    const { removed, refusal } = await prune(this.plan.pruned, this.setting);
    this.removed.push(...removed);
    if (refusal !== undefined) return failedBy([refusal]);
    await narrowSet(applySet, this.plan, this.setting);
    return undefined;
  }

  private timeLeft(): number {
    return Math.max(1000, this.begun + this.options.timeout - this.setting.now());
  }

  private async watch(): Promise<Outcome> {
    const services = this.plan.steps
      .filter(({ ref }) => ref.kind === 'Service')
      .map(({ after, desired }) => after ?? desired);
    const steps = this.plan.steps.filter(
      ({ ref, hook }) => hook === undefined && (isWorkload(ref) || this.isWatchedCustom(ref)),
    );
    const targets = targetsOf(steps, this.written, this.left);
    return observe(targets, this.watching, this.setting, {
      timeout: this.timeLeft(),
      settle: this.options.settle,
      ...this.rules(),
      whenReady: () =>
        checkServices(this.setting.kube, services, behindServices(this.plan, this.watching.world)),
    });
  }

  private isWatchedCustom(ref: Ref): boolean {
    const { rules } = this.options;
    return rules !== undefined && isAwaited(ref, rules) && !this.unwatched.has(ref.kind);
  }

  /** Custom resources are watched from when their definitions are there; the one that has to be and may not is a failure. */
  private async watchCustoms(): Promise<Outcome | undefined> {
    const customs = this.plan.steps.filter(({ ref }) => this.isWatchedCustom(ref));
    this.unwatched = await this.watching.also(customs.map(({ desired }) => desired));
    const { rules = { ready: [], failed: [] } } = this.options;
    const blind = customs.filter(({ ref }) => this.unwatched.has(ref.kind) && hasRule(ref, rules));
    for (const kind of this.unwatched)
      this.setting.log.info(`${kind} may not be watched: whether it gets ready is not known.`);
    return blind.length === 0 ? undefined : failedBy(blind.map(({ ref }) => mayNotWatch(ref)));
  }

  private rules(): { rules?: Rules } {
    const { rules } = this.options;
    return rules === undefined ? {} : { rules };
  }

  /** After a failure or a cancel: everything as it was, or left as it is when that is wanted. */
  private async back(outcome: Outcome): Promise<RolloutResult> {
    const wasCancelled = outcome.verdict === 'cancelled';
    const foreign = outcome.findings.filter((finding) => finding.foreign);
    const theirs = new Set(foreign.map(({ ref }) => nameOf(ref)));
    const undoable = undoableOf(this.written, this.removed, this.left).filter(
      ({ ref }) => !theirs.has(nameOf(ref)),
    );
    if (this.options.onFailure === 'keep' || undoable.length === 0) {
      return this.result(wasCancelled ? 'cancelled' : 'failed', outcome, undefined);
    }
    this.setting.log.info(
      wasCancelled ? 'Cancelled: back to what was before.' : 'Failed: back to what was before.',
    );
    const begun = this.setting.now();
    const own = await restore(undoable, this.setting);
    const left = foreign.map(({ ref, message }) => ({ ref, message: `left as it is: ${message}` }));
    const restored = { ...own, failures: [...own.failures, ...left] };
    // Nobody waits for a cancelled job: what was before is written, the cluster goes there by itself.
    const end =
      wasCancelled || restored.failures.length > 0 ? undefined : await watchBack(restored, this.way());
    this.timings = { ...this.timings, undo: this.setting.now() - begun };
    const findings = [...outcome.findings, ...(end?.findings ?? [])];
    const told = { ...outcome, findings, workloads: end?.workloads ?? outcome.workloads };
    return this.result(verdictOfBack(restored, end), told, restored);
  }

  private way(): Parameters<typeof watchBack>[1] {
    const { plan, left, watching, setting, options } = this;
    return { plan, left, watching, setting, timeout: options.timeout };
  }

  private result(
    verdict: RolloutResult['verdict'],
    outcome: Outcome,
    restored: Restored | undefined,
  ): RolloutResult {
    const { findings, workloads } = outcome;
    const warnings = [...outcome.warnings, ...this.plan.warnings];
    return { verdict, plan: this.plan, findings, warnings, workloads, restored, timings: this.timings };
  }

  private async timed<T>(phase: 'apply' | 'hooks' | 'watch', work: () => Promise<T>): Promise<T> {
    const begun = this.setting.now();
    try {
      return await work();
    } finally {
      const spent = this.timings[phase] + this.setting.now() - begun;
      this.timings = { ...this.timings, [phase]: spent };
    }
  }
}

const cancelled: Outcome = { verdict: 'cancelled', workloads: [], findings: [], warnings: [] };

const failedBy = (findings: readonly Finding[]): Outcome => ({
  verdict: 'failed',
  workloads: [],
  findings,
  warnings: [],
});
