import type { Context } from '../../../shared/action/context.ts';
import { UserError } from '../../../shared/errors/user-error.ts';
import type { Kube, Ref } from '../../../shared/kube/types.ts';
import { nameOf } from '../../../shared/kube/values.ts';
import type { RolloutResult } from '../../../shared/rollout/options.ts';
import type { Outcome, Setting } from '../../../shared/rollout/types.ts';
import type { Inputs, Output } from '../contract.ts';
import { report } from '../report.ts';
import type { Access } from '../run.ts';
import { ownerOf } from './owner.ts';
import { gitOptions, messageFor, propose } from './propose.ts';
import { GitRepository } from './repository.ts';
import { changesFor, type Pushed, pushBack, pushImages, type Wanted } from './update.ts';
import { waitFor } from './wait.ts';

/**
 * A rollout by way of a repository: the images are committed there, and the cluster's own controller (Argo CD, Flux)
 * brings them in. We wait for it, say why it fails, and take the commit back.
 */
export async function rollOutByGit(inputs: Inputs, context: Context<Output>, access: Access): Promise<void> {
  const begun = context.now();
  refuseMissing(inputs);
  if (inputs.token !== undefined) await context.mask(inputs.token);
  const git = await GitRepository.clone(gitOptions(inputs, context));
  const result = await releaseBy(git, inputs, context, access);
  const duration = context.now() - begun;
  report(inputs, context, { result, manifests: [], secrets: [], duration });
  context.report.output('changed', result.verdict === 'healthy' && !inputs.dryRun);
}

function refuseMissing({ images, manifests }: Inputs): void {
  if (images.size > 0) return;
  throw new UserError('`mode: gitops` without `images` has nothing to commit', {
    fix: `Give \`images: name=registry/repository@sha256:…\`, which are written into ${manifests.join(', ')} of the GitOps repository.`,
  });
}

async function releaseBy(
  git: GitRepository,
  inputs: Inputs,
  context: Context<Output>,
  access: Access,
): Promise<RolloutResult> {
  const { images, manifests: paths, gitopsBranch: branch } = inputs;
  const wanted = { paths, images, branch, message: messageFor(inputs, context) };
  if (inputs.dryRun || inputs.gitopsPullRequest) {
    const { changes } = await changesFor(git, wanted);
    context.log.info(`${changes.size} files would change: ${[...changes.keys()].join(', ') || 'none'}`);
    if (!inputs.dryRun && changes.size > 0) await propose(git, changes, inputs, context);
    return without(changes.size > 0 ? 'healthy' : 'unchanged');
  }
  if (inputs.gitopsApplication === undefined) {
    const { pushed } = await push(git, wanted, context);
    context.log.info('Nobody waits for the cluster: `gitops-application` is not set.');
    return without(pushed === undefined ? 'unchanged' : 'healthy');
  }
  const owner = ownerOf(inputs.gitopsApplication);
  const kube = await opened(inputs, context, access);
  try {
    await refuseAbsent(kube, owner);
    return await watched(git, await push(git, wanted, context), owner, inputs, { kube, context });
  } finally {
    await kube.close();
  }
}

async function push(git: GitRepository, wanted: Wanted, context: Context<Output>): Promise<Release> {
  const pushed = await pushImages(git, wanted);
  const commit = pushed?.commit ?? (await git.head());
  context.report.output('commit', commit);
  context.log.info(
    pushed === undefined ? `The images stand there already, at ${commit}.` : `Committed as ${commit}.`,
  );
  return { commit, pushed };
}

/** Before anything is committed. */
async function refuseAbsent(kube: Kube, owner: Ref): Promise<void> {
  const known = await kube.resource(owner.apiVersion, owner.kind);
  if (known !== undefined && (await kube.get(owner)) !== undefined) return;
  throw new UserError(`there is no ${nameOf(owner)} in the cluster, so nothing was committed`, {
    fix: 'Correct `gitops-application`, or the kubeconfig: it has to reach the cluster in which the controller keeps it.',
  });
}

function opened(
  { kubeconfig, context: name, kubectl }: Inputs,
  { temp, signal, log }: Context<Output>,
  access: Access,
): Promise<Kube> {
  return access.open({
    ...(kubeconfig === undefined ? {} : { kubeconfig }),
    ...(name === undefined ? {} : { context: name }),
    ...(kubectl === undefined ? {} : { kubectl }),
    temp,
    signal,
    log,
  });
}

interface Release {
  readonly commit: string;
  /** Undefined: the images stood there already. */
  readonly pushed: Pushed | undefined;
}

async function watched(
  git: GitRepository,
  { commit, pushed }: Release,
  owner: Ref,
  inputs: Inputs,
  { kube, context }: { kube: Kube; context: Context<Output> },
): Promise<RolloutResult> {
  const { now, signal, log } = context;
  const setting: Setting = {
    kube,
    log,
    now,
    signal,
    fieldManager: inputs.fieldManager,
    forceConflicts: false,
  };
  const { timeout, settle } = inputs;
  const wait = (wanted: string): Promise<Outcome> =>
    waitFor({ owner, contains: (revision) => git.contains(revision, wanted), timeout, settle }, setting);
  const begun = now();
  const outcome = await wait(commit);
  const told = { ...without('failed'), ...outcome, timings: { ...noTime, watch: now() - begun } };
  if (outcome.verdict === 'healthy')
    return { ...told, verdict: pushed === undefined ? 'unchanged' : 'healthy' };
  if (pushed === undefined || inputs.onFailure === 'keep') return { ...told, verdict: outcome.verdict };
  log.info('Not healthy: the commit is taken back.');
  const middle = now();
  const back = await pushBack(git, pushed, inputs.gitopsBranch);
  const timings = (): RolloutResult['timings'] => ({ ...told.timings, undo: now() - middle });
  if (outcome.verdict === 'cancelled') return { ...told, verdict: 'cancelled', timings: timings() };
  if (back === undefined) return { ...told, verdict: 'undo-failed', timings: timings() };
  const end = await wait(back);
  return { ...told, verdict: end.verdict === 'healthy' ? 'undone' : 'undo-failed', timings: timings() };
}

const noTime = { check: 0, apply: 0, hooks: 0, watch: 0, undo: 0 };

const without = (verdict: RolloutResult['verdict']): RolloutResult => ({
  verdict,
  plan: undefined,
  findings: [],
  warnings: [],
  workloads: [],
  restored: undefined,
  timings: noTime,
});
