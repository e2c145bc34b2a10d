import { join } from 'node:path';
import { messageOf } from '../../shared/errors/user-error.ts';
import type { Cluster } from './cluster/cluster.ts';
import { readKnowledge, writeKnowledge } from './cluster/knowledge.ts';
import { leaseName, RouteLease } from './cluster/lease.ts';
import { patient } from './cluster/patient.ts';
import { RouteStore, Superseded } from './cluster/route-store.ts';
import type { Inputs } from './contract.ts';
import type { CanaryContext, Deps, Opened } from './deps.ts';
import { runSession, type SessionResult } from './flow/session.ts';
import { stoppable } from './flow/stop.ts';
import type { Promotion } from './flow/work.ts';
import { ownerOf } from './job.ts';
import { createJudge, judgeFromJSON, parseSettings } from './judge/index.ts';
import { openEvidence } from './metrics/evidence-file.ts';
import type { MetricsSource } from './metrics/source.ts';
import { firstState, ownCarrier } from './plan/first-state.ts';
import type { Plan } from './plan/plan.ts';
import { nameOf, shortImage } from './plan/select.ts';
import { remember } from './remember.ts';
import type { Outcome } from './report/outcome.ts';
import { routeId } from './route/types.ts';
import { stepJudge } from './watch-step.ts';
import { Watchdog } from './watchdog/watchdog.ts';

export type Forward = Inputs & { readonly mode: 'run' | 'resume' | 'promote' };

/** A canary to be led: everything about it is checked. */
export interface CanaryRun {
  readonly inputs: Forward;
  readonly context: CanaryContext;
  readonly deps: Deps;
  readonly job: string;
  readonly began: number;
  readonly opened: Opened;
  readonly plan: Plan;
  readonly source: MetricsSource | undefined;
  readonly outcome: Outcome;
}

/**
 * Leads a canary to its end and, when it is promoted, applies the rest of the manifests. `busy`: another run was faster,
 * and nothing was changed.
 */
export async function leadCanary(run: CanaryRun): Promise<'done' | 'busy'> {
  const { inputs, context, deps, job, opened, plan, outcome } = run;
  const { rollout, namespace } = opened;
  const owner = ownerOf(context.env);
  const stop = stoppable(context.signal);
  const log = context.log.info;
  const trouble = (error: unknown): void => log(`The cluster: ${messageOf(error)}`);
  const cluster = patient(opened.cluster, deps.clock, trouble);
  const make = await ownCarrier(cluster, plan);
  const store = new RouteStore(cluster, deps.clock, plan.route, trouble, {
    make,
    watchdog: watchdogFor(run, cluster, owner),
  });
  const promotion = await promotionFor(run, store, cluster, stop.signal);
  const work = {
    cluster,
    store,
    rollout,
    clock: deps.clock,
    log,
    signal: stop.signal,
    cancel: context.signal,
    drain: inputs.drain,
    promotion,
  };
  const lease = new RouteLease(cluster, { route: plan.route.target, namespace, owner }, context.now);
  const begin = (carrier: Parameters<typeof firstState>[2]): ReturnType<typeof firstState> =>
    firstState(cluster, plan, carrier, {
      owner,
      job,
      steps: inputs.steps,
      testers: inputs.testers,
      freshBaseline: inputs.freshBaseline,
      now: context.now(),
    });
  context.report.output('verdict', 'failed');
  await remember(context, { route: routeId(plan.route.target), namespace });
  try {
    const result = await runSession({
      mode: inputs.mode,
      owner,
      job,
      lease,
      begin,
      work,
      replace: stop.replace,
    });
    if (result.kind === 'refused' && result.busy === true && inputs.mode === 'run') return 'busy';
    await conclude(run, result);
  } catch (error) {
    if (!(error instanceof Superseded)) throw error;
    outcome.superseded(error.message);
  }
  return 'done';
}

/** A promotion is followed by the rest of the manifests. */
async function conclude({ context, opened, plan, outcome }: CanaryRun, result: SessionResult): Promise<void> {
  if (result.kind === 'ended' && result.ending.verdict === 'promoted') {
    const rest = await opened.rollout.deploy(plan.release.all, context.signal);
    if (rest.healthy) outcome.ofForward(result);
    else outcome.restFailed(result.ending, rest.reason);
  } else {
    outcome.ofForward(result);
  }
  const whole = result.kind !== 'ended' || result.ending.left === undefined;
  if (whole) await remember(context, { done: 'true' });
}

/** Where the caller has given an image for it. */
function watchdogFor(
  { inputs, opened, plan }: CanaryRun,
  cluster: Cluster,
  owner: string,
): Watchdog | undefined {
  const { watchdogImage: image, watchdogServiceAccount: serviceAccount } = inputs;
  if (image === undefined) return undefined;
  const workload = nameOf(plan.release.workload);
  const { target, carrier } = plan.route;
  const lease = leaseName(target);
  const { namespace } = opened;
  return new Watchdog(cluster, plan.route, {
    image,
    serviceAccount,
    namespace,
    workload,
    owner,
    lease,
    carrier,
  });
}

async function promotionFor(
  run: CanaryRun,
  store: RouteStore,
  cluster: Cluster,
  signal: AbortSignal,
): Promise<Promotion> {
  const { inputs, context, deps, plan, source, outcome } = run;
  const release = plan.release;
  const unjudged = inputs.mode === 'promote';
  const { onNotEnoughEvidence, onMaxRuntime } = inputs;
  const common = { release, onNotEnoughEvidence, onMaxRuntime, unjudged };
  if (source === undefined) {
    const judge = (): Promise<never> => Promise.reject(new Error('a promotion by hand judges nothing'));
    return { ...common, judge, keep: () => Promise.resolve() };
  }
  const path = join(context.temp, 'seatrial', `canary-${nameOf(release.workload)}.jsonl`);
  const evidence = await openEvidence(path);
  context.report.output('evidence', path);
  outcome.source = source;
  outcome.title = `Canary of ${nameOf(release.workload)}: ${shortImage(release.image)}`;
  const weights = inputs.steps.map(({ weight }) => weight).filter((weight) => weight > 0);
  const settings = parseSettings({
    ...inputs.judge,
    steps: weights.join(','),
  });
  const about = { workload: nameOf(release.workload), release: release.id };
  const known = await readKnowledge(cluster, about);
  if (known !== undefined) context.log.info('What earlier jobs have seen of this canary is carried on.');
  const mind = known === undefined ? createJudge(settings) : judgeFromJSON(settings, known.judge);
  const progress = { step: known?.step ?? -1, watched: known?.watched ?? 0 };
  const judge = stepJudge({
    cluster,
    store,
    clock: deps.clock,
    signal,
    log: context.log.info,
    judge: mind,
    progress,
    source,
    evidence,
    trace: outcome.trace,
    interval: inputs.interval,
    stepTimeout: inputs.stepTimeout,
    deadline: run.began + inputs.maxRuntime,
    onVerdict: (verdict) => outcome.verdicts(verdict),
    onStep: (result) => outcome.steps.push(result),
  });
  const keep: Promotion['keep'] = (state) =>
    writeKnowledge(cluster, state, { judge: mind.toJSON(), ...progress }).catch((error: unknown) =>
      context.log.info(`A later job will judge afresh: ${messageOf(error)}`),
    );
  return { ...common, judge, keep };
}
