import type { KubeObject } from '../kube/types.ts';
import { nameOf } from '../kube/values.ts';
import { type Applied, applyPlan, type Written } from './apply.ts';
import type { Finding } from './finding.ts';
import { observe, type Target } from './observe/observe.ts';
import { startWatching, type Watching } from './observe/watching.ts';
import { makePlan } from './plan/plan.ts';
import { checkServices } from './services.ts';
import type { Item, Outcome, Plan, Setting, WorkloadStatus } from './types.ts';
import { type Restored, restore } from './undo.ts';
import { isWorkload, revisionOf, statusOf } from './workload.ts';

export interface RolloutOptions {
  /** Milliseconds until it has to be healthy, counted from the first write; the way back has the same again. */
  readonly timeout: number;
  /** Milliseconds it has to stay healthy after the last became ready. */
  readonly settle: number;
  readonly onFailure: 'undo' | 'keep';
  /** Ends after the check. */
  readonly dryRun: boolean;
}

export interface RolloutResult {
  readonly verdict: 'healthy' | 'unchanged' | 'refused' | 'failed' | 'undone' | 'undo-failed' | 'cancelled';
  /** Undefined when it was refused. */
  readonly plan: Plan | undefined;
  /** What decided, the most telling first. */
  readonly findings: readonly Finding[];
  readonly warnings: readonly Finding[];
  readonly workloads: readonly WorkloadStatus[];
  readonly restored: Restored | undefined;
  /** Milliseconds by phase. */
  readonly timings: {
    readonly check: number;
    readonly apply: number;
    readonly watch: number;
    readonly undo: number;
  };
}

const noTime = { check: 0, apply: 0, watch: 0, undo: 0 };

/**
 * Brings objects into the cluster and sees them to their end: everything is checked by the server first, then written,
 * watched until it is proven healthy, and put back as it was when it fails.
 *
 * Throws only for a cluster that can't be reached at the beginning and for our own bugs.
 */
export async function rollOut(
  items: readonly Item[],
  setting: Setting,
  options: RolloutOptions,
): Promise<RolloutResult> {
  const begun = setting.now();
  const { plan, refusals } = await makePlan(items, setting);
  const timings = { ...noTime, check: setting.now() - begun };
  const base = { findings: [], warnings: [], workloads: [], restored: undefined, timings };
  if (plan === undefined) return { ...base, verdict: 'refused', plan, findings: refusals };
  if (setting.signal.aborted) return { ...base, verdict: 'cancelled', plan };
  const changes = plan.steps.some(({ change }) => change === 'created' || change === 'changed');
  if (options.dryRun) return { ...base, verdict: changes ? 'healthy' : 'unchanged', plan };
  const workloads = plan.steps.filter(({ ref }) => isWorkload(ref));
  if (!changes && workloads.every(({ before }) => before !== undefined && statusOf(before).complete)) {
    const applied = await applyPlan(plan, setting);
    const statuses = workloads.flatMap(({ before }) => (before === undefined ? [] : [statusOf(before)]));
    if (applied.refusals.length === 0) return { ...base, verdict: 'unchanged', plan, workloads: statuses };
    return { ...base, verdict: 'failed', plan, workloads: statuses, findings: applied.refusals };
  }
  const watching = await startWatching(
    setting.kube,
    workloads.map(({ desired }) => desired),
  );
  try {
    return await new Run(plan, watching, setting, options, timings).toItsEnd();
  } finally {
    watching.stop();
  }
}

class Run {
  private readonly plan: Plan;
  private readonly watching: Watching;
  private readonly setting: Setting;
  private readonly options: RolloutOptions;
  private timings: RolloutResult['timings'];

  constructor(
    plan: Plan,
    watching: Watching,
    setting: Setting,
    options: RolloutOptions,
    timings: RolloutResult['timings'],
  ) {
    this.plan = plan;
    this.watching = watching;
    this.setting = setting;
    this.options = options;
    this.timings = timings;
  }

  async toItsEnd(): Promise<RolloutResult> {
    const applied = await this.timed('apply', () => applyPlan(this.plan, this.setting));
    if (applied.refusals.length > 0) return this.back(applied, failedBy(applied.refusals));
    const outcome = await this.timed('watch', () => this.watch(applied));
    if (outcome.verdict === 'healthy') return this.result('healthy', outcome, undefined);
    return this.back(applied, outcome);
  }

  private async watch(applied: Applied): Promise<Outcome> {
    if (this.setting.signal.aborted) return cancelled;
    const services = this.plan.steps
      .filter(({ ref }) => ref.kind === 'Service')
      .map(({ after, desired }) => after ?? desired);
    return observe(this.targets(applied.written), this.watching, this.setting, {
      ...this.options,
      whenReady: () => checkServices(this.setting.kube, services, this.watching.world.all('Pod')),
    });
  }

  /** Every workload of the release, also the ones that needed no change: they may have been on their way. */
  private targets(written: readonly Written[]): Target[] {
    return this.plan.steps
      .filter(({ ref }) => isWorkload(ref))
      .map(({ ref, before }) => {
        const now = written.find(({ step }) => nameOf(step.ref) === nameOf(ref))?.object ?? before;
        return { ref, generation: now?.metadata.generation ?? 0 };
      });
  }

  /** After a failure or a cancel: everything as it was, or left as it is when that is wanted. */
  private async back({ written }: Applied, outcome: Outcome): Promise<RolloutResult> {
    const wasCancelled = outcome.verdict === 'cancelled';
    if (this.options.onFailure === 'keep' || written.length === 0) {
      return this.result(wasCancelled ? 'cancelled' : 'failed', outcome, undefined);
    }
    this.setting.log.info(
      wasCancelled ? 'Cancelled: back to what was before.' : 'Failed: back to what was before.',
    );
    const begun = this.setting.now();
    const restored = await restore(written, this.setting);
    // Nobody waits for a cancelled job: what was before is written, the cluster goes there by itself.
    const end = wasCancelled || restored.failures.length > 0 ? undefined : await this.watchBack(restored);
    this.timings = { ...this.timings, undo: this.setting.now() - begun };
    const findings = [...outcome.findings, ...(end?.findings ?? [])];
    const told = { ...outcome, findings, workloads: end?.workloads ?? outcome.workloads };
    return this.result(verdictOfBack(restored, end), told, restored);
  }

  private async watchBack(restored: Restored): Promise<Outcome> {
    const targets = restored.objects.flatMap(({ ref, object }) =>
      object !== undefined && isWorkload(ref) ? [{ ref, generation: object.metadata.generation ?? 0 }] : [],
    );
    if (targets.length === 0) return { verdict: 'healthy', workloads: [], findings: [], warnings: [] };
    return observe(targets, this.watching, this.setting, { timeout: this.options.timeout, settle: 0 });
  }

  private result(
    verdict: RolloutResult['verdict'],
    outcome: Outcome,
    restored: Restored | undefined,
  ): RolloutResult {
    const { findings, warnings, workloads } = outcome;
    return { verdict, plan: this.plan, findings, warnings, workloads, restored, timings: this.timings };
  }

  private async timed<T>(phase: 'apply' | 'watch', work: () => Promise<T>): Promise<T> {
    const begun = this.setting.now();
    try {
      return await work();
    } finally {
      this.timings = { ...this.timings, [phase]: this.setting.now() - begun };
    }
  }
}

/** `end` is undefined when nobody watched the way back to its end. */
function verdictOfBack(restored: Restored, end: Outcome | undefined): RolloutResult['verdict'] {
  if (restored.failures.length > 0 || end?.verdict === 'failed') return 'undo-failed';
  return end?.verdict === 'healthy' ? 'undone' : 'cancelled';
}

const cancelled: Outcome = { verdict: 'cancelled', workloads: [], findings: [], warnings: [] };

const failedBy = (findings: readonly Finding[]): Outcome => ({
  verdict: 'failed',
  workloads: [],
  findings,
  warnings: [],
});

/** The revision that a workload had before; what an undo goes back to. */
export function previousRevision(before: KubeObject | undefined): string | undefined {
  return before === undefined ? undefined : revisionOf(before);
}
