import { messageOf, UserError } from '../../shared/errors/user-error.ts';
import type { Free } from './cluster/hold.ts';
import { RouteLease } from './cluster/lease.ts';
import { patient } from './cluster/patient.ts';
import { RouteStore } from './cluster/route-store.ts';
import type { Inputs } from './contract.ts';
import type { CanaryContext, Deps, Opened } from './deps.ts';
import { runSession, type SessionResult } from './flow/session.ts';
import { ownerOf } from './job.ts';
import { type JsonObject, textAt } from './json.ts';
import { wantedFrom } from './plan/plan.ts';
import { nameOf } from './plan/select.ts';
import { Outcome } from './report/outcome.ts';
import { canariesUnderWay, type UnderWay } from './route/under-way.ts';
import type { Mode } from './state/decide.ts';
import type { Phase } from './state/state.ts';

/** Ends canaries, or tells how they stand. Nothing under way is a good end too. */
export async function goBack(
  inputs: Inputs,
  mode: Exclude<Mode, 'run' | 'resume' | 'promote'>,
  context: CanaryContext,
  deps: Deps,
  job: string,
): Promise<void> {
  const manifests =
    inputs.manifests.length === 0 ? [] : await deps.load({ ...inputs, images: new Map() }, context);
  const objects = manifests.map(({ object }) => object);
  const namespace = objects
    .map((object) => textAt(object, 'metadata', 'namespace'))
    .find((name) => name !== '');
  // Of the one that the manifests are of; without manifests and route, all of the namespace.
  const workload =
    objects.length === 0 ? inputs.workload : nameOf(wantedFrom(objects, inputs.workload).workload);
  context.report.output('verdict', 'failed');
  const opened = await deps.open(inputs, context, namespace);
  const outcome = new Outcome(inputs, context);
  try {
    const found = await canariesUnderWay(opened.cluster, opened.namespace, { route: inputs.route, workload });
    const results: SessionResult[] = [];
    for (const one of found) results.push(await endAlone(inputs, mode, context, deps, job, opened, one));
    outcome.ofBack(mode, results);
  } finally {
    await opened.close();
  }
}

/** Ends a canary while no rollout changes its workload. Where only traffic has to go back, that waits for nobody. */
async function endAlone(...given: Parameters<typeof endCanary>): Promise<SessionResult> {
  const [inputs, mode, { log }, , job, opened, one] = given;
  if (inputs.dryRun || mode === 'status') return endCanary(...given);
  const { workload, phase } = one.state;
  let free: Free | undefined;
  try {
    free = await opened.hold([deployment(workload, opened.namespace)], { job, patience: 0 });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    if (changesStable.has(phase)) return { kind: 'refused', reason: error.message, fix: error.fix };
    log.info(`${error.message}. Traffic goes back to it all the same.`);
  }
  try {
    return await endCanary(...given);
  } finally {
    await free?.();
  }
}

/** Phases in which the way back writes into the stable workload. */
const changesStable: ReadonlySet<Phase> = new Set(['replacing', 'undoing']);

const deployment = (name: string, namespace: string): JsonObject => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, namespace },
});

async function endCanary(
  inputs: Inputs,
  mode: Mode,
  context: CanaryContext,
  { clock }: Deps,
  job: string,
  opened: Opened,
  { route }: UnderWay,
): Promise<SessionResult> {
  const log = context.log.info;
  const { rollout, namespace } = opened;
  const trouble = (error: unknown): void => log(`The cluster: ${messageOf(error)}`);
  const cluster = patient(opened.cluster, clock, trouble);
  const owner = ownerOf(context.env);
  return runSession({
    mode: inputs.dryRun ? 'status' : mode,
    owner,
    job,
    lease: new RouteLease(cluster, { route: route.target, namespace, owner }, context.now),
    begin: () => {
      throw new Error('nothing begins when a canary is ended');
    },
    work: {
      cluster,
      rollout,
      clock,
      log,
      store: new RouteStore(cluster, clock, route, trouble),
      signal: context.signal,
      cancel: context.signal,
      drain: inputs.drain,
      promotion: undefined,
    },
  });
}
