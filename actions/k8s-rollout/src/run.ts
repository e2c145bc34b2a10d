import type { Context } from '../../shared/action/context.ts';
import { jobOf } from '../../shared/action/job.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { Frozen, frozenBy } from '../../shared/freeze/freeze.ts';
import { contextNamespace, openKube } from '../../shared/kube/open.ts';
import type { Kube } from '../../shared/kube/types.ts';
import { adviceLine, adviceOn } from '../../shared/manifests/advice.ts';
import { adviceOnBudgets } from '../../shared/manifests/budgets.ts';
import { releaseObjects } from '../../shared/manifests/release.ts';
import type { Manifest } from '../../shared/manifests/types.ts';
import { rollOut } from '../../shared/rollout/rollout.ts';
import type { Setting } from '../../shared/rollout/types.ts';
import { formatDuration } from '../../shared/units/duration.ts';
import type { Inputs, Output } from './contract.ts';
import { announceRollout, deploymentState } from './deployment.ts';
import { asText } from './diagnosis.ts';
import { given } from './given.ts';
import { journalOf } from './journal.ts';
import { wantedObjects } from './manifests.ts';
import { report, reportRefusal } from './report.ts';
import { hideIn } from './secrets.ts';
import { overTargets } from './targets.ts';

/** How the cluster is reached; tests hand in their own. */
export interface Access {
  readonly open: typeof openKube;
  readonly namespace: typeof contextNamespace;
}

/** Rolls the caller's manifests out, and back when they fail. */
export async function run(
  inputs: Inputs,
  context: Context<Output>,
  access: Access = { open: openKube, namespace: contextNamespace },
): Promise<void> {
  const { report: told } = context;
  const one = (own: Inputs, place: Context<Output>): Promise<void> => attempt(own, place, access);
  refuseFrozen(inputs, context);
  const announced = announceRollout(inputs, context);
  try {
    await overTargets(inputs, context, one);
  } finally {
    await announced.end(
      deploymentState(told.outputs.get('status') ?? 'failed'),
      told.failure?.message ?? told.outputs.get('verdict') ?? '',
    );
  }
}

async function attempt(inputs: Inputs, context: Context<Output>, access: Access): Promise<void> {
  try {
    await story(inputs, context, access);
  } catch (error) {
    if (error instanceof UserError) reportRefusal(context, error);
    throw error;
  }
}

/** Until there is a better one: the verdict of everything that throws before the first write. */
function expectRefusal({ report: told }: Context<Output>): void {
  told.output('status', 'failed');
  told.output('verdict', 'refused');
  told.output('changed', false);
}

/** Going back and looking stay allowed. */
function refuseFrozen(inputs: Inputs, context: Context<Output>): void {
  if (inputs.ignoreFreeze || inputs.dryRun || inputs.mode === 'undo' || inputs.mode === 'status') return;
  const freeze = frozenBy(inputs.freeze, context.now());
  if (freeze === undefined) return;
  expectRefusal(context);
  const error = new Frozen(freeze);
  reportRefusal(context, error);
  throw error;
}

async function story(inputs: Inputs, context: Context<Output>, access: Access): Promise<void> {
  const begun = context.now();
  expectRefusal(context);
  if (inputs.mode === 'gitops') {
    const { rollOutByGit } = await import('./gitops/run.ts');
    return rollOutByGit(inputs, context, access);
  }
  const { temp, log, signal } = context;
  const { manifests, secrets } = await wantedObjects(inputs, context);
  const target = given({ kubeconfig: inputs.kubeconfig, context: inputs.context, kubectl: inputs.kubectl });
  const asked = inputs.namespace === undefined ? access.namespace(target) : Promise.resolve(inputs.namespace);
  // What is wrong with the access itself is told first.
  asked.catch(() => undefined);
  const kube = await access.open({ ...target, temp, signal, log });
  try {
    const namespace = await asked;
    const cluster = { kube, namespace };
    advise(manifests, context);
    const objects = await releaseObjects(manifests, cluster, context.record, inputs.annotations);
    await rollOutWith({ kube, namespace }, objects, secrets, begun, inputs, context);
  } finally {
    await kube.close();
  }
}

async function rollOutWith(
  { kube, namespace }: { readonly kube: Kube; readonly namespace: string },
  manifests: readonly Manifest[],
  secrets: readonly string[],
  begun: number,
  inputs: Inputs,
  context: Context<Output>,
): Promise<void> {
  const log = { ...context.log, info: (line: string) => context.log.info(hideIn(line, secrets)) };
  const setting: Setting = {
    kube,
    log,
    now: context.now,
    signal: context.signal,
    fieldManager: inputs.fieldManager,
    forceConflicts: inputs.forceConflicts,
  };
  const claiming = { owner: jobOf(context.env), onBusy: inputs.onBusy, patience: inputs.timeout };
  const { applySet: name, mode, ...options } = inputs;
  const set = name === undefined ? {} : { applySet: { name, namespace } };
  const journal = journalOf(manifests.map(({ object }) => object));
  const claim = inputs.mode === 'status' ? {} : { claim: claiming };
  const result = await rollOut(manifests, setting, {
    ...options,
    ...(mode === 'gitops' ? {} : { mode }),
    ...claim,
    ...set,
    ...(journal === undefined || mode === 'status' ? {} : { journal }),
  });
  const duration = context.now() - begun;
  log.info(`${result.verdict} after ${formatDuration(duration)}`);
  if (result.findings.length > 0) log.info(`\n${asText(result.findings, manifests)}`);
  report(inputs, context, { result, manifests, secrets, duration });
}

/** What makes rollouts of these manifests unsafe is told before one begins, and refuses nothing. */
function advise(manifests: readonly Manifest[], { log, report: told }: Context<Output>): void {
  for (const advice of [...adviceOn(manifests), ...adviceOnBudgets(manifests)]) {
    log.info(adviceLine(advice));
    const { subject, message, fix, place } = advice;
    told.annotate({
      level: 'warning',
      title: 'k8s-rollout',
      message: `${subject}: ${message}. ${fix}`,
      place,
    });
  }
}
