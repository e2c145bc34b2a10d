import { join } from 'node:path';
import { messageOf } from '../../shared/errors/user-error.ts';
import type { Cluster } from './cluster/cluster.ts';
import { RouteLease } from './cluster/lease.ts';
import { patient } from './cluster/patient.ts';
import { RouteStore, Superseded } from './cluster/route-store.ts';
import type { Inputs } from './contract.ts';
import type { CanaryContext, Deps, Opened } from './deps.ts';
import { runSession } from './flow/session.ts';
import type { Promotion } from './flow/work.ts';
import { ownerOf } from './job.ts';
import { createJudge, parseSettings } from './judge/index.ts';
import { openEvidence } from './metrics/evidence-file.ts';
import type { MetricsSource } from './metrics/source.ts';
import { firstState, ownCarrier } from './plan/first-state.ts';
import type { Plan } from './plan/plan.ts';
import { nameOf, shortImage } from './plan/select.ts';
import type { Outcome } from './report/outcome.ts';
import { routeId } from './route/types.ts';
import { stepJudge } from './watch-step.ts';

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

/** Leads a canary to its end and, when it is promoted, applies the rest of the manifests. */
export async function leadCanary(run: CanaryRun): Promise<void> {
  const { inputs, context, deps, job, opened, plan, outcome } = run;
  const { rollout, namespace } = opened;
  const owner = ownerOf(context.env);
  const log = context.log.info;
  const trouble = (error: unknown): void => log(`The cluster: ${messageOf(error)}`);
  const cluster = patient(opened.cluster, deps.clock, trouble);
  const make = await ownCarrier(cluster, plan);
  const store = new RouteStore(cluster, deps.clock, plan.route, trouble, make);
  const promotion = await promotionFor(run, store, cluster);
  const work = {
    cluster,
    store,
    rollout,
    clock: deps.clock,
    log,
    signal: context.signal,
    drain: inputs.drain,
    promotion,
  };
  const lease = new RouteLease(cluster, { route: plan.route.target, namespace, owner }, context.now);
  const begin = (carrier: Parameters<typeof firstState>[2]): ReturnType<typeof firstState> =>
    firstState(cluster, plan, carrier, {
      owner,
      job,
      steps: inputs.steps,
      testers: undefined,
      now: context.now(),
    });
  context.report.output('verdict', 'failed');
  await remember(context, { route: routeId(plan.route.target), namespace });
  try {
    const result = await runSession({ mode: inputs.mode, owner, job, lease, begin, work });
    if (result.kind === 'ended' && result.ending.verdict === 'promoted') {
      const rest = await rollout.deploy(plan.release.all, context.signal);
      if (rest.healthy) outcome.ofForward(result);
      else outcome.restFailed(result.ending, rest.reason);
    } else {
      outcome.ofForward(result);
    }
    const whole = result.kind !== 'ended' || result.ending.left === undefined;
    if (whole) await remember(context, { done: 'true' });
  } catch (error) {
    if (!(error instanceof Superseded)) throw error;
    outcome.superseded(error.message);
  }
}

async function promotionFor(run: CanaryRun, store: RouteStore, cluster: Cluster): Promise<Promotion> {
  const { inputs, context, deps, plan, source, outcome } = run;
  const release = plan.release;
  const unjudged = inputs.mode === 'promote';
  const common = { release, onNotEnoughEvidence: inputs.onNotEnoughEvidence, unjudged };
  if (source === undefined) {
    return { ...common, judge: () => Promise.reject(new Error('a promotion by hand judges nothing')) };
  }
  const path = join(context.temp, 'seatrial', `canary-${nameOf(release.workload)}.jsonl`);
  const evidence = await openEvidence(path);
  context.report.output('evidence', path);
  outcome.source = source;
  outcome.title = `Canary of ${nameOf(release.workload)}: ${shortImage(release.image)}`;
  const settings = parseSettings({
    ...inputs.judge,
    steps: inputs.steps.map(({ weight }) => weight).join(','),
  });
  const judge = stepJudge({
    cluster,
    store,
    clock: deps.clock,
    signal: context.signal,
    log: context.log.info,
    judge: createJudge(settings),
    source,
    evidence,
    trace: outcome.trace,
    interval: inputs.interval,
    stepTimeout: inputs.stepTimeout,
    deadline: run.began + inputs.maxRuntime,
    onVerdict: (verdict) => outcome.verdicts(verdict),
    onStep: (result) => outcome.steps.push(result),
  });
  return { ...common, judge };
}

/** For the post step, which has to find the route also when nothing but this process knew it. */
async function remember({ env }: CanaryContext, state: Readonly<Record<string, string>>): Promise<void> {
  const file = env['GITHUB_STATE'];
  if (file === undefined || file === '') return;
  const { appendFile } = await import('node:fs/promises');
  const lines = Object.entries(state).map(([name, value]) => `${name}=${value}\n`);
  await appendFile(file, lines.join(''));
}
