import { messageOf } from '../../shared/errors/user-error.ts';
import { formatDuration } from '../../shared/units/duration.ts';
import type { Cluster } from './cluster/cluster.ts';
import type { RouteStore } from './cluster/route-store.ts';
import type { Clock } from './cluster/time.ts';
import { assertMine, unlessCancelled } from './flow/moves.ts';
import type { Promotion, StepResult } from './flow/work.ts';
import type { Judge, Verdict } from './judge/index.ts';
import type { EvidenceFile } from './metrics/evidence-file.ts';
import { totalsOf } from './metrics/series.ts';
import type { MetricsSource } from './metrics/source.ts';
import { liveLine } from './report/live.ts';
import type { Trace } from './report/trace.ts';
import { availableOf } from './route/subsets.ts';
import { meantShare } from './share.ts';
import { type CanaryState, pauseLeft } from './state/state.ts';

/** What watching a step needs. Times in milliseconds. */
export interface Watch {
  readonly cluster: Cluster;
  readonly store: RouteStore;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly log: (line: string) => void;
  readonly judge: Judge;
  readonly source: MetricsSource;
  readonly evidence: EvidenceFile;
  readonly trace: Trace;
  /** The step that the judge is at, and the milliseconds for which it has watched that; kept up to date here. */
  readonly progress: { step: number; watched: number };
  readonly interval: number;
  readonly stepTimeout: number;
  /** When this run has to be at its end. */
  readonly deadline: number;
  /** Told of every verdict and of every step's end. */
  readonly onVerdict: (verdict: Verdict) => void;
  readonly onStep: (result: StepResult) => void;
}

/** Looks in a row without a ready pod of the canary after which it has failed, whatever the numbers say. */
const looksWithoutPods = 2;

interface Watched {
  lastT: number;
  verdict: Verdict | undefined;
  podless: number;
  /** The last line of the log. */
  line: string;
  /** Why the last look gave the judge nothing. */
  trouble: string | undefined;
}

/** Watches each step by the judge's eyes. */
export function stepJudge(watch: Watch): Promotion['judge'] {
  return async (state) => {
    const began = watch.clock.now();
    const next = state.steps[state.step + 1]?.weight ?? 100;
    const { progress } = watch;
    // The pause after a step, and a step that an earlier job has begun, go on with what is known of it.
    if (progress.step !== state.step) {
      watch.judge.beginStep(await meantShare(watch.cluster, state), next);
      Object.assign(progress, { step: state.step, watched: 0 });
    }
    const before = progress.watched;
    const found = await decided(watch, state, began - before);
    progress.watched = before + watch.clock.now() - began;
    const result: StepResult = {
      ...found,
      weight: state.weight,
      seconds: (watch.clock.now() - began) / 1000,
    };
    watch.onStep(result);
    return result;
  };
}

type Found = Pick<StepResult, 'verdict' | 'reason'>;

async function decided(watch: Watch, state: CanaryState, began: number): Promise<Found> {
  const watched: Watched = { lastT: 0, verdict: undefined, podless: 0, line: '', trouble: undefined };
  for (;;) {
    const looked = watch.clock.now();
    if (watch.signal.aborted) return { verdict: 'cancelled', reason: 'the job was cancelled' };
    const found = await unlessCancelled(watch.signal, look(watch, state, watched));
    if (watch.signal.aborted) return { verdict: 'cancelled', reason: 'the job was cancelled' };
    const end = state.passed === '' ? found : pauseEnd(watch, state, found);
    if (end !== undefined) return end;
    const late = overdue(watch, state, began, watched);
    if (late !== undefined) return late;
    const rest = Math.max(0, watch.interval - (watch.clock.now() - looked));
    await watch.clock.pause(rest, watch.signal);
  }
}

/** A step that has passed can still fail; else it is over with its pause. */
function pauseEnd({ clock }: Watch, state: CanaryState, found: Found | undefined): Found | undefined {
  if (found?.verdict === 'fail') return found;
  return pauseLeft(state, clock.now()) > 0 ? undefined : { verdict: 'pass', reason: state.reason };
}

function overdue(
  watch: Watch,
  state: CanaryState,
  began: number,
  { verdict, trouble }: Watched,
): Found | undefined {
  const now = watch.clock.now();
  const reason = trouble ?? verdict?.reason ?? 'no numbers came';
  if (state.passed === '' && now - began >= watch.stepTimeout) {
    return {
      verdict: 'not-enough-evidence',
      reason: `${formatDuration(watch.stepTimeout)} are over (step-timeout): ${reason}`,
    };
  }
  if (now >= watch.deadline) return { verdict: 'time-over', reason: `max-runtime is over: ${reason}` };
  return undefined;
}

/** One look: is the route still ours and as we set it, has the canary pods, and what do the numbers say? */
async function look(watch: Watch, state: CanaryState, watched: Watched): Promise<Found | undefined> {
  const shares = await sharesOnRoute(watch, state);
  if (await isPodless(watch, state)) watched.podless += 1;
  else watched.podless = 0;
  if (watched.podless >= looksWithoutPods) return { verdict: 'fail', reason: 'the canary has no ready pod' };
  const wrong = shares.find((share) => share !== state.weight);
  if (wrong !== undefined) {
    watched.trouble = `somebody set the route to ${wrong} % for the canary instead of ${state.weight} %`;
    watch.log(`not judged: ${watched.trouble}`);
    return undefined;
  }
  return observe(watch, state, watched);
}

async function sharesOnRoute(watch: Watch, state: CanaryState): Promise<readonly (number | undefined)[]> {
  const carrier = await assertMine(state, watch);
  return watch.store.route.shares(carrier);
}

async function isPodless({ cluster }: Watch, { canary }: CanaryState): Promise<boolean> {
  const live = await cluster.get('Deployment', canary).catch(() => undefined);
  return live !== undefined && availableOf(live) === 0;
}

/** No numbers and wrong numbers are neither good nor bad: the judge is told nothing. */
async function observe(watch: Watch, state: CanaryState, watched: Watched): Promise<Found | undefined> {
  const share = await meantShare(watch.cluster, state);
  const scrape = await watch.source.scrape(share, watch.signal).catch((error: unknown) => {
    watched.trouble = messageOf(error);
    if (!watch.signal.aborted) watch.log(`not judged: ${watched.trouble}`);
    return undefined;
  });
  if (scrape === undefined) {
    watched.trouble ??= 'Prometheus has no numbers of the two versions';
    return undefined;
  }
  if (scrape.t <= watched.lastT) return undefined;
  watched.lastT = scrape.t;
  watched.trouble = undefined;
  const verdict = watch.judge.observe(scrape);
  watched.verdict = verdict;
  await watch.evidence.append(scrape);
  watch.trace.add(state.weight, verdict, {
    stable: totalsOf(scrape, 'stable'),
    canary: totalsOf(scrape, 'canary'),
  });
  watch.onVerdict(verdict);
  const line = liveLine(state.weight, verdict);
  // A proxy that adds its counters up every few seconds gives the same numbers twice.
  if (line !== watched.line) watch.log(line);
  watched.line = line;
  return verdict.verdict === 'not-enough-evidence'
    ? undefined
    : { verdict: verdict.verdict, reason: verdict.reason };
}
