import { messageOf } from '../../shared/errors/user-error.ts';
import { RouteLease } from './cluster/lease.ts';
import { patient } from './cluster/patient.ts';
import { RouteStore } from './cluster/route-store.ts';
import type { Inputs } from './contract.ts';
import type { CanaryContext, Deps, Opened } from './deps.ts';
import { runSession, type SessionResult } from './flow/session.ts';
import { ownerOf } from './job.ts';
import { textAt } from './json.ts';
import { wantedFrom } from './plan/plan.ts';
import { nameOf, selectRoute, selectService } from './plan/select.ts';
import { Outcome } from './report/outcome.ts';
import { stateOf } from './state/codec.ts';
import type { Mode } from './state/decide.ts';

/** Ends a canary, or tells how it stands. Nothing under way is a good end too. */
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
  context.report.output('verdict', 'failed');
  const opened = await deps.open(inputs, context, namespace);
  const outcome = new Outcome(inputs, context);
  try {
    const routeName = await routeFor(inputs, opened, objects);
    const result = await endCanary(inputs, mode, context, deps, job, opened, routeName);
    outcome.ofBack(mode, result);
  } finally {
    await opened.close();
  }
}

async function routeFor(
  inputs: Inputs,
  { cluster, namespace }: Opened,
  objects: Parameters<typeof wantedFrom>[0],
): Promise<string | undefined> {
  if (inputs.route !== undefined) return inputs.route;
  const { workload } = wantedFrom(objects, inputs.workload);
  // Nothing deployed yet: there can't be a canary either.
  if ((await cluster.get('Deployment', nameOf(workload))) === undefined) return undefined;
  const service = selectService(await cluster.list('Service'), workload);
  return nameOf(
    selectRoute(await cluster.list('VirtualService'), { name: nameOf(service), namespace }, undefined),
  );
}

async function endCanary(
  inputs: Inputs,
  mode: Mode,
  context: CanaryContext,
  { clock }: Deps,
  job: string,
  opened: Opened,
  routeName: string | undefined,
): Promise<SessionResult> {
  const log = context.log.info;
  const { rollout, namespace } = opened;
  const trouble = (error: unknown): void => log(`The cluster: ${messageOf(error)}`);
  const cluster = patient(opened.cluster, clock, trouble);
  const route = routeName === undefined ? undefined : await cluster.get('VirtualService', routeName);
  const state = route === undefined ? undefined : stateOf(route);
  if (routeName === undefined || state === undefined) {
    return { kind: 'nothing', reason: 'no canary is under way', state: undefined };
  }
  const owner = ownerOf(context.env);
  const service = { name: state.service, namespace };
  return runSession({
    mode: inputs.dryRun ? 'status' : mode,
    owner,
    job,
    lease: new RouteLease(cluster, { route: routeName, namespace, owner }, context.now),
    begin: () => Promise.reject(new Error('nothing begins when a canary is ended')),
    work: {
      cluster,
      rollout,
      clock,
      log,
      store: new RouteStore(cluster, clock, { name: routeName, service }, trouble),
      signal: context.signal,
      drain: inputs.drain,
      promotion: undefined,
    },
  });
}
