import { KubeError } from '../../../shared/kube/errors.ts';
import type { KubeObject, Ref } from '../../../shared/kube/types.ts';
import { nameOf, refOf } from '../../../shared/kube/values.ts';
import type { Finding } from '../../../shared/rollout/finding.ts';
import { observe } from '../../../shared/rollout/observe/observe.ts';
import { startWatching } from '../../../shared/rollout/observe/watching.ts';
import type { Outcome, Setting } from '../../../shared/rollout/types.ts';
import { isWorkload } from '../../../shared/rollout/workload.ts';
import { judgeArgo, judgeFlux, type Progress, workloadsOf } from './judge.ts';

export interface Waiting {
  readonly owner: Ref;
  /** Whether a revision of the controller holds our commit. */
  readonly contains: (revision: string) => Promise<boolean>;
  /** Milliseconds. */
  readonly timeout: number;
  readonly settle: number;
}

/**
 * Waits until the Application or Kustomization has applied the commit and its workloads are healthy. The workloads are
 * watched by our own eyes once it is applied: the controller says Degraded, the pods say why.
 */
export async function waitFor(waiting: Waiting, setting: Setting): Promise<Outcome> {
  await nudge(waiting.owner, setting);
  const begun = setting.now();
  const limit = AbortSignal.any([setting.signal, AbortSignal.timeout(waiting.timeout)]);
  const { owner, progress } = await untilApplied(waiting, setting, limit);
  if (setting.signal.aborted) return ended('cancelled', []);
  const failing = progress.state === 'failed' ? [refusedBy(waiting.owner, progress)] : [];
  if (owner === undefined || progress.state === 'waiting') {
    return ended('failed', [late(waiting, progress)]);
  }
  const left = Math.max(1000, waiting.timeout - (setting.now() - begun));
  const seen = await look(
    owner,
    { ...waiting, timeout: failing.length > 0 ? Math.min(left, 15_000) : left },
    setting,
  );
  if (seen.verdict !== 'healthy' || failing.length === 0) return seen;
  return ended('failed', failing);
}

const ended = (verdict: Outcome['verdict'], findings: readonly Finding[]): Outcome => ({
  verdict,
  findings,
  warnings: [],
  workloads: [],
});

interface Seen {
  readonly owner: KubeObject | undefined;
  readonly progress: Progress;
}

async function untilApplied(waiting: Waiting, setting: Setting, limit: AbortSignal): Promise<Seen> {
  const { owner: ref, contains } = waiting;
  let seen: Seen = {
    owner: undefined,
    progress: { state: 'waiting', said: 'it is not there', revision: '' },
  };
  const options = {
    fieldSelector: `metadata.name=${ref.name}`,
    ...(ref.namespace === undefined ? {} : { namespace: ref.namespace }),
  };
  for await (const { type, object } of setting.kube.watch(ref.apiVersion, ref.kind, options, limit)) {
    if (type !== 'ADDED' && type !== 'MODIFIED') continue;
    const progress = await judged(object, contains);
    if (progress.said !== seen.progress.said) setting.log.info(`${nameOf(ref)}: ${progress.said}`);
    seen = { owner: object, progress };
    if (progress.state !== 'waiting') break;
  }
  return seen;
}

/** Asks git first about every revision that is named, since the judgement itself asks nobody. */
async function judged(owner: KubeObject, contains: Waiting['contains']): Promise<Progress> {
  const named = [...JSON.stringify(owner['status'] ?? {}).matchAll(/\b[0-9a-f]{40}\b/g)].map(
    ([revision]) => revision,
  );
  const answers = await Promise.all(
    [...new Set(named)].map(async (one) => ((await contains(one)) ? [one] : [])),
  );
  const known = new Set(answers.flat());
  const holds = (revision: string): boolean => revision.split(' ').some((one) => known.has(one));
  return owner.kind === 'Application' ? judgeArgo(owner, holds) : judgeFlux(owner, holds);
}

/** Watches what the controller has applied; without workloads its own word counts. */
async function look(owner: KubeObject, waiting: Waiting, setting: Setting): Promise<Outcome> {
  const refs = workloadsOf(owner).filter(isWorkload);
  const objects = await Promise.all(refs.map((ref) => setting.kube.get(ref)));
  const live = objects.filter((object) => object !== undefined);
  if (live.length === 0) return ended('healthy', []);
  const watching = await startWatching(setting.kube, live);
  try {
    const targets = live.map((object) => ({
      ref: refOf(object),
      generation: object.metadata.generation ?? 0,
    }));
    return await observe(targets, watching, setting, waiting);
  } finally {
    watching.stop();
  }
}

const nudges: Readonly<Record<string, (now: number) => Record<string, string>>> = {
  Application: () => ({ 'argocd.argoproj.io/refresh': 'normal' }),
  Kustomization: (now) => ({ 'reconcile.fluxcd.io/requestedAt': new Date(now).toISOString() }),
};

/** Controllers look every few minutes; both look at once when they are asked to. */
async function nudge(owner: Ref, { kube, log, now }: Setting): Promise<void> {
  const annotations = nudges[owner.kind]?.(now());
  if (annotations === undefined) return;
  try {
    await kube.mergePatch(owner, { metadata: { annotations } });
  } catch (error) {
    if (!(error instanceof KubeError)) throw error;
    log.info(`${nameOf(owner)} can't be asked to look at once, it looks by itself: ${error.message}`);
  }
}

function refusedBy(owner: Ref, { said }: Progress): Finding {
  return {
    cause: 'sync-failed',
    certainty: 'certain',
    ref: owner,
    message: `${nameOf(owner)} could not bring the commit into the cluster: ${said}`,
    evidence: [said],
    fix: 'Correct what the controller names in the GitOps repository.',
    path: [],
  };
}

function late({ owner, timeout }: Waiting, { said, revision }: Progress): Finding {
  return {
    cause: 'progress-deadline',
    certainty: 'certain',
    ref: owner,
    message: `${nameOf(owner)} has not applied the commit within ${timeout / 1000} s`,
    evidence: [`${said}${revision === '' ? '' : `, at revision ${revision}`}`],
    fix: 'Does it follow this repository, branch and path, and is its automatic sync on? A longer `timeout` waits for a slow one.',
    path: [],
  };
}
