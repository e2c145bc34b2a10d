import { join } from 'node:path';
import { messageOf, UserError } from '../../../shared/errors/user-error.ts';
import type { KubeObject } from '../../../shared/kube/types.ts';
import { isKubeObject, refOf } from '../../../shared/kube/values.ts';
import type { Free } from '../cluster/hold.ts';
import { liveView } from '../cluster/live-view.ts';
import { patient } from '../cluster/patient.ts';
import type { RolledOut } from '../cluster/rollout.ts';
import type { CanaryContext, Deps, Opened } from '../deps.ts';
import { textAt } from '../json.ts';
import { writeLines } from '../metrics/evidence-file.ts';
import { checkPermissions, hasSecrets, verbsForEngine } from '../plan/permissions.ts';
import { isPreHook } from '../plan/pre-hooks.ts';
import { digestOf, imageOf, shortImage } from '../plan/select.ts';
import { remember } from '../remember.ts';
import { courseLines } from '../report/course.ts';
import { Outcome } from '../report/outcome.ts';
import type { Forward } from '../run-canary.ts';
import { asTheyMay, type Parts, partsOf } from './apply.ts';
import { bring } from './bring.ts';
import type { Engine, EngineName } from './engine.ts';
import { findEngine } from './find.ts';
import { isOf } from './kept.ts';
import { Led } from './led.ts';
import { refuseChange, refuseOlder } from './refusals.ts';
import type { EngineRun } from './run.ts';

/** A release, as the manifests bring it to a controller. */
export interface Release {
  readonly workload: KubeObject;
  readonly parts: Parts;
  /** Everything in the manifests, as they have it. */
  readonly all: readonly KubeObject[];
}

/** Brings a release by a controller of the cluster: checks first, then the controller's own way, watched to its end. */
export async function leadForward(
  name: EngineName,
  inputs: Forward,
  context: CanaryContext,
  deps: Deps,
  job: string,
): Promise<void> {
  const deadline = deps.clock.now() + inputs.maxRuntime;
  const outcome = new Outcome(inputs, context);
  context.report.output('verdict', 'refused');
  const manifests = await deps.load(inputs, context);
  const [first] = manifests.map(({ object }) => textAt(object, 'metadata', 'namespace')).filter(Boolean);
  const opened = await deps.open(inputs, context, first);
  let free: Free | undefined;
  try {
    const all = (await opened.prepare(manifests)).filter(isKubeObject);
    const { kube, namespace } = opened;
    const engine = await findEngine(name, { kube, namespace, objects: all, workload: inputs.workload });
    const patience = inputs.mode === 'run' ? inputs.maxRuntime : 0;
    if (!inputs.dryRun) free = await opened.hold(all, { job, patience });
    const release = await releaseFor(engine, all, opened);
    context.report.output('digest', digestOf(imageOf(release.workload)));
    await checkPermissions(opened.cluster, namespace, verbsForEngine(engine.permissions, hasSecrets(all)));
    const trouble = (error: unknown): void => context.log.info(`The cluster: ${messageOf(error)}`);
    const cluster = patient(opened.cluster, deps.clock, trouble);
    outcome.title = `Canary of ${engine.workload.name}: ${shortImage(imageOf(release.workload))}`;
    const led = await Led.open(engine, kube, deps.clock, trouble);
    try {
      await lead(
        { inputs, context, deps, job, deadline, opened, cluster, engine, led, outcome },
        inputs,
        release,
      );
    } finally {
      led.stop();
    }
  } finally {
    await free?.();
    await opened.close();
  }
}

/** The objects as they may be applied, checked by the server. */
async function releaseFor(engine: Engine, all: readonly KubeObject[], opened: Opened): Promise<Release> {
  const own = [engine.lead, engine.workload, engine.pods.promoted];
  const view = await liveView(opened.kube, [...own, ...all.map(refOf)]);
  refuseChange(engine, view);
  const objects = engine.desired(all, view);
  const workload = objects.find((object) => isOf(engine.workload, object));
  if (workload === undefined) throw noWorkload(engine);
  const parts = partsOf(all, engine, view);
  // While a canary is under way its route is the controller's: what waits for the promotion could not be applied now.
  const atRest = view(engine.lead) === undefined || engine.standing(view, true).phase === 'settled';
  const needed = [...all.filter(isPreHook), ...parts.now];
  const checked = await opened.rollout.check(atRest ? objects : engine.desired(needed, view));
  if (!checked.healthy) {
    throw new UserError(`the server refuses the manifests: ${checked.reason}`, {
      fix: 'Correct what the message names; the job log says more. Nothing was changed.',
    });
  }
  return { workload, parts, all };
}

function noWorkload({ workload, lead }: Engine): UserError {
  return new UserError(
    `the manifests have no ${workload.kind} ${workload.name}, which ${lead.kind} ${lead.name} is about`,
    { fix: 'Give its manifest too: the release is what it says about the pods.' },
  );
}

async function lead(run: EngineRun, inputs: Forward, release: Release): Promise<void> {
  const { context, engine, led, outcome, opened } = run;
  const live = led.view(engine.workload);
  refuseOlder(run, release.workload);
  tellPlan(run, live, release.workload);
  if (inputs.dryRun) {
    outcome.ofPlain(
      'unchanged',
      `dry run: everything is ready for ${engine.title} to bring ${imageOf(release.workload)}`,
    );
    return;
  }
  await remember(context, { workload: engine.workload.name, namespace: opened.namespace });
  const brought = await bring(run, inputs.mode, release);
  await evidence(run);
  if (brought.kind === 'unchanged') {
    await remember(context, { done: 'true' });
    const rest = await applyRest(run, release);
    return rest.healthy
      ? outcome.ofPlain('unchanged', brought.reason)
      : outcome.ofPlain('failed', rest.reason);
  }
  const { ending } = brought;
  if (ending.left === undefined) await remember(context, { done: 'true' });
  const rest = ending.verdict === 'promoted' ? await applyRest(run, release) : undefined;
  if (rest?.healthy === false) outcome.restFailed(ending, rest.reason);
  else outcome.ofForward(brought);
}

/** What the controller has recorded by now, for the report and as a file. */
async function evidence({ led, outcome, context, engine }: EngineRun): Promise<void> {
  const course = await led.recorded();
  if (course === undefined) return;
  outcome.course = course;
  const path = join(context.temp, 'seatrial', `canary-${engine.workload.name}.jsonl`);
  await writeLines(path, courseLines(course));
  context.report.output('evidence', path);
}

/** What all users would have felt at once, when the release is theirs. A controller's own part of it is as it is by then. */
async function applyRest(
  { engine, opened, context, deps }: EngineRun,
  { parts }: Release,
): Promise<RolledOut> {
  for (let attempt = 1; ; attempt += 1) {
    const own = await asTheyMay(engine, opened.kube, parts.later);
    const applied = await opened.rollout.deploy(own, context.signal);
    // The controller may lead its Services over a moment after it has said that it is done.
    const late = !applied.healthy && applied.cause === 'field-conflict';
    if (!late || attempt === conflictAttempts) return applied;
    await deps.clock.pause(1000, context.signal);
  }
}

const conflictAttempts = 6;

function tellPlan(
  { context: { log }, engine, led }: EngineRun,
  live: KubeObject | undefined,
  wanted: KubeObject,
): void {
  const from = live === undefined ? 'nothing' : shortImage(imageOf(live));
  const { kind, name } = engine.lead;
  log.info(
    `${engine.title} leads ${kind} ${name}: ${engine.workload.kind} ${engine.workload.name}, ${from} → ${shortImage(imageOf(wanted))}`,
  );
  const standing = led.standing();
  if (led.lead !== undefined)
    log.info(`It stands: ${standing.phase}, ${standing.weight} % (${standing.said})`);
}
