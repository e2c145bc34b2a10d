import { UserError } from '../../shared/errors/user-error.ts';
import { olderThan } from '../../shared/release-order/older.ts';
import type { Free } from './cluster/hold.ts';
import type { CanaryContext, Deps, Opened } from './deps.ts';
import { type JsonObject, textAt } from './json.ts';
import { metricsFor } from './metrics-for.ts';
import { alreadyThere, firstDeployment } from './plain-rollout.ts';
import { checkPermissions, hasSecrets, verbsFor, verbsForRoute } from './plan/permissions.ts';
import { type Plan, planFor, runsAlready, type Wanted, wantedFrom } from './plan/plan.ts';
import { digestOf, imageOf, kindOf, nameOf } from './plan/select.ts';
import { tellPlan } from './plan/tell.ts';
import { Outcome } from './report/outcome.ts';
import type { RouteTarget } from './route/types.ts';
import { type CanaryRun, type Forward, leadCanary } from './run-canary.ts';
import { stateOf } from './state/codec.ts';
import { goesOn } from './state/decide.ts';
import { myTurn } from './turn.ts';

/** Brings a release to all users, or back: checks first, then the canary, then the rest of the manifests. */
export async function goForward(
  inputs: Forward,
  context: CanaryContext,
  deps: Deps,
  job: string,
): Promise<void> {
  const began = deps.clock.now();
  const outcome = new Outcome(inputs, context);
  // Until there is a better one: the verdict of everything that is said before the first change.
  context.report.output('verdict', 'refused');
  const manifests = await deps.load(inputs, context);
  const objects = manifests.map(({ object }) => object);
  const { workload } = wantedFrom(objects, inputs.workload);
  context.report.output('digest', digestOf(imageOf(workload)));
  const opened = await deps.open(inputs, context, textAt(workload, 'metadata', 'namespace') || undefined);
  try {
    const all = await opened.prepare(manifests);
    const wanted = wantedFrom(all, inputs.workload);
    await checkPermissions(opened.cluster, opened.namespace, verbsFor(hasSecrets(all)));
    const ahead = { inputs, context, deps, job, began, opened, outcome };
    // Whoever had to wait, or was not the first of two, looks at everything anew.
    for (;;) {
      if (inputs.mode === 'run' && !inputs.dryRun) await waitForTurn(ahead, nameOf(wanted.workload));
      const free = inputs.dryRun ? undefined : await holdAll(ahead, all);
      try {
        if ((await tryForward(ahead, all, wanted)) === 'done') return;
      } finally {
        await free?.();
      }
      if (context.signal.aborted || deps.clock.now() >= began + inputs.maxRuntime) throw neverFirst();
      await deps.clock.pause(1000, context.signal);
    }
  } finally {
    await opened.close();
  }
}

function neverFirst(): UserError {
  return new UserError('other runs were always faster to take the route', {
    fix: 'Nothing was changed. Run it again, or keep runs apart with `concurrency:` in the workflow.',
  });
}

type Ahead = Omit<CanaryRun, 'plan' | 'source'>;

/** No rollout may change the workloads of the manifests from here on; a run waits for one that is at work. */
function holdAll({ inputs, deps, job, began, opened }: Ahead, all: readonly JsonObject[]): Promise<Free> {
  const left = Math.max(0, began + inputs.maxRuntime - deps.clock.now());
  return opened.hold(all, { job, patience: inputs.mode === 'run' ? left : 0 });
}

async function waitForTurn(
  { inputs, context, deps, job, began, opened }: Ahead,
  workload: string,
): Promise<void> {
  await myTurn({
    opened,
    clock: deps.clock,
    signal: context.signal,
    log: context.log.info,
    sought: { route: inputs.route, workload },
    job,
    onNewerCommit: inputs.onNewerCommit,
    deadline: began + inputs.maxRuntime,
  });
}

async function tryForward(
  ahead: Ahead,
  all: readonly JsonObject[],
  wanted: Wanted,
): Promise<'done' | 'busy'> {
  const { inputs, context, deps, opened, outcome } = ahead;
  const { cluster, namespace } = opened;
  const plan = await planFor(cluster, namespace, wanted, inputs.route, inputs);
  if (plan === undefined) {
    await firstDeployment(inputs, context, opened, wanted.all, outcome);
    return 'done';
  }
  refuseOlder(plan, inputs, context);
  const also = {
    policy: plan.release.companions.some((one) => kindOf(one) === 'DestinationRule'),
    watchdog: inputs.watchdogImage !== undefined,
  };
  await checkPermissions(cluster, namespace, verbsForRoute(plan.route, also));
  const state = stateOf(await cluster.get(plan.route.carrier.kind, plan.route.carrier.name));
  if (inputs.mode === 'run' && state === undefined && (await runsAlready(cluster, plan))) {
    await alreadyThere(inputs, context, opened, wanted.all, outcome);
    return 'done';
  }
  const found = state !== undefined && goesOn(state, plan.release.id) ? state : undefined;
  const source = await metricsFor(inputs, context, deps, plan, { namespace, found });
  await tellPlan(inputs, context, plan, source, opened);
  const steered = state !== undefined && !plan.route.own;
  await checkObjects(opened, steered ? withoutRoute(all, plan.route.target) : all);
  if (inputs.dryRun) {
    outcome.dry(plan);
    return 'done';
  }
  return leadCanary({ ...ahead, plan, source });
}

/** An approval given late, or an old run started again, must not undo what came after it. */
function refuseOlder({ live, release }: Plan, { allowOlder }: Forward, { log }: CanaryContext): void {
  const name = `Deployment ${textAt(live, 'metadata', 'namespace')}/${nameOf(live)}`;
  const older = olderThan(live, release.workload, name, { allowOlder, log: log.info });
  if (older !== undefined) throw new UserError(older.message, { fix: older.fix });
}

/** While a canary is under way its weights are not those of the manifest: applying the route then would be refused. */
function withoutRoute(all: readonly JsonObject[], { kind, name }: RouteTarget): JsonObject[] {
  return all.filter((object) => kindOf(object) !== kind || nameOf(object) !== name);
}

/** What the server would refuse at the promotion, it has to refuse now. */
async function checkObjects({ rollout }: Opened, all: readonly JsonObject[]): Promise<void> {
  const checked = await rollout.check(all);
  if (checked.healthy) return;
  throw new UserError(`the server refuses the manifests: ${checked.reason}`, {
    fix: 'Correct what the message names; the job log says more. Nothing was changed.',
  });
}
