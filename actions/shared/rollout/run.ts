import type { KubeObject, Ref } from '../kube/types.ts';
import { applySteps, type Written } from './apply.ts';
import { goBack } from './back.ts';
import { runHooks } from './hooks.ts';
import { closeJournal, hasWritten, workloadsNow } from './journal/close.ts';
import { type Journal, openJournal } from './journal/journal.ts';
import { observe } from './observe/observe.ts';
import type { Watching } from './observe/watching.ts';
import type { RolloutOptions, RolloutResult } from './options.ts';
import { cancelled, failedBy } from './outcome.ts';
import { phasesOf } from './plan/phases.ts';
import { narrowSet, prune, widenSet } from './prune/prune.ts';
import { isWatched, watchLate } from './ready/late.ts';
import type { Rules } from './ready/rules.ts';
import { checkServices } from './services/check.ts';
import { behindServices, targetsOf } from './targets.ts';
import type { Outcome, Plan, Planned, Setting } from './types.ts';
import type { Restored, Undoable } from './undo.ts';
import { isWorkload } from './workload.ts';

interface Given {
  readonly plan: Plan;
  readonly watching: Watching;
  readonly setting: Setting;
  readonly options: RolloutOptions;
  readonly timings: RolloutResult['timings'];
}

/** One rollout from its first write to its end. */
export class Run {
  private readonly plan: Plan;
  private readonly watching: Watching;
  private readonly setting: Setting;
  private readonly options: RolloutOptions;
  private journal: Journal | undefined;
  /** What a run before this one has left, when that died. */
  private left: readonly Undoable[] | undefined;
  private timings: RolloutResult['timings'];
  private readonly written: Written[] = [];
  private readonly removed: KubeObject[] = [];
  private readonly begun: number;
  private unwatched: ReadonlySet<string> = new Set();

  constructor({ plan, watching, setting, options, timings }: Given) {
    this.plan = plan;
    this.watching = watching;
    this.setting = setting;
    this.options = options;
    this.timings = timings;
    this.begun = setting.now();
  }

  async toItsEnd(): Promise<RolloutResult> {
    const result = await this.run();
    // While something is neither the new nor the old release, the way back has to stay known.
    if (result.verdict === 'undo-failed') return result;
    const now = this.isRelease(result) ? workloadsNow(this.plan, this.written) : undefined;
    const open = await closeJournal(this.journal, now, this.setting);
    return open === undefined ? result : { ...result, warnings: [...result.warnings, open] };
  }

  /**
   * Whether there is another release now than before: what this run has written or a run that died before it, and what was not
   * put back; also a broken one that was to be kept.
   */
  private isRelease({ restored }: RolloutResult): boolean {
    if (restored !== undefined) return false;
    const wrote = this.options.mode !== 'restart' && this.written.some(({ step }) => isReal(step));
    return wrote || hasWritten(this.left ?? [], this.plan.steps);
  }

  private async run(): Promise<RolloutResult> {
    const { journal } = this.options;
    if (journal !== undefined) await this.openJournal(journal);
    await this.widenSet();
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

  private async openJournal(ref: Ref): Promise<void> {
    const { journal, left } = await openJournal(ref, this.plan, this.setting);
    this.journal = journal;
    this.left = left;
  }

  /** Of what this run brings, or a way back may bring again, the set forgets nothing. */
  private async widenSet(): Promise<void> {
    const { applySet, mode = 'rollout' } = this.options;
    if (applySet === undefined || (mode !== 'rollout' && mode !== 'undo')) return;
    const again = (this.left ?? []).flatMap(({ before }) => before ?? []);
    await widenSet(applySet, [...this.plan.steps.map(({ desired }) => desired), ...again], this.setting);
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
    const { removed, refusal } = await prune(this.plan.pruned, this.setting);
    this.removed.push(...removed);
    if (refusal !== undefined) return failedBy([refusal]);
    const { applySet, mode = 'rollout' } = this.options;
    // In other modes the plan is not all that the set holds.
    if (applySet !== undefined && mode === 'rollout') await narrowSet(applySet, this.plan, this.setting);
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
      ({ ref, hook }) =>
        hook === undefined && (isWorkload(ref) || isWatched(ref, this.options.rules, this.unwatched)),
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

  /** Custom resources are watched from when their definitions are there; the one that has to be and may not is a failure. */
  private async watchCustoms(): Promise<Outcome | undefined> {
    const { findings, unwatched } = await watchLate(
      this.plan,
      this.watching,
      this.options.rules,
      this.setting,
    );
    this.unwatched = unwatched;
    return findings.length === 0 ? undefined : failedBy(findings);
  }

  private rules(): { rules?: Rules } {
    const { rules } = this.options;
    return rules === undefined ? {} : { rules };
  }

  /** After a failure or a cancel: everything as it was, or left as it is when that is wanted. */
  private async back(outcome: Outcome): Promise<RolloutResult> {
    const { plan, watching, setting, options, written, removed, left } = this;
    const end = await goBack(outcome, { plan, watching, setting, options, written, removed, left });
    this.timings = { ...this.timings, undo: end.undo };
    return this.result(end.verdict, end.outcome, end.restored);
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

/** More than our own notes. */
const isReal = ({ change }: Planned): boolean => change === 'created' || change === 'changed';
