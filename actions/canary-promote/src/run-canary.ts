import { messageOf } from '../../shared/errors/user-error.ts';
import type { Cluster } from './cluster/cluster.ts';
import { leaseName, RouteLease } from './cluster/lease.ts';
import { patient } from './cluster/patient.ts';
import { RouteStore, Superseded } from './cluster/route-store.ts';
import type { Inputs } from './contract.ts';
import type { CanaryContext, Deps, Opened } from './deps.ts';
import { runSession, type SessionResult } from './flow/session.ts';
import { stoppable } from './flow/stop.ts';
import { ownerOf } from './job.ts';
import type { JsonObject } from './json.ts';
import type { MetricsSource } from './metrics/source.ts';
import { changesOf } from './plan/configs.ts';
import { firstState, ownCarrier } from './plan/first-state.ts';
import type { Plan } from './plan/plan.ts';
import { isPreHook, runPreHooks } from './plan/pre-hooks.ts';
import { nameOf } from './plan/select.ts';
import { promotionFor } from './promotion.ts';
import { remember } from './remember.ts';
import type { Outcome } from './report/outcome.ts';
import { routeId } from './route/types.ts';
import type { CanaryState, ConfigChange } from './state/state.ts';
import { untilBegun } from './turn.ts';
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
  const { before, make, begin } = beginningOf(run, cluster, owner, stop.signal);
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
  context.report.output('verdict', 'failed');
  await remember(context, { route: routeId(plan.route.target), namespace });
  try {
    const result = await runSession({
      mode: inputs.mode,
      owner,
      job,
      lease,
      before,
      begin,
      work,
      replace: stop.replace,
    });
    if (result.kind === 'refused' && result.busy === true && inputs.mode === 'run') {
      const wait = {
        clock: deps.clock,
        signal: context.signal,
        log,
        deadline: run.began + inputs.maxRuntime,
      };
      await untilBegun(wait, lease, store);
      return 'busy';
    }
    await conclude(run, result);
  } catch (error) {
    if (!(error instanceof Superseded)) throw error;
    outcome.superseded(error.message);
  }
  return 'done';
}

/** How a canary begins: with what has to be done before it, its carrier where that is our own, and its first state. */
function beginningOf(
  { inputs, context, job, opened, plan }: CanaryRun,
  cluster: Cluster,
  owner: string,
  signal: AbortSignal,
) {
  let configs: readonly ConfigChange[] = [];
  const { steps, testers, freshBaseline } = inputs;
  return {
    before: async (): Promise<void> => {
      // Looked at before: what the hooks bring is part of what the release changes.
      configs = await changesOf(cluster, plan.release.configs);
      context.report.output('verdict', 'refused');
      await runPreHooks(opened, plan.release.all, plan.live, signal);
      context.report.output('verdict', 'failed');
    },
    make: (): JsonObject | undefined => ownCarrier(plan, configs),
    begin: (carrier: JsonObject | undefined): CanaryState =>
      firstState(plan, carrier, {
        owner,
        job,
        steps,
        testers,
        freshBaseline,
        configs,
        now: context.now(),
      }),
  };
}

/** A promotion is followed by the rest of the manifests. What came before the canary is done, and not to be done again. */
async function conclude({ context, opened, plan, outcome }: CanaryRun, result: SessionResult): Promise<void> {
  if (result.kind === 'ended' && result.ending.verdict === 'promoted') {
    const after = plan.release.all.filter((object) => !isPreHook(object));
    const rest = await opened.rollout.deploy(after, context.signal);
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
