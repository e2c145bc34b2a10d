import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { isConflict, KubeError } from '../../kube/errors.ts';
import type { KubeObject, Ref } from '../../kube/types.ts';
import { refOf } from '../../kube/values.ts';
import { hasEnded, processMark } from '../../lease/process.ts';
import type { Finding } from '../finding.ts';
import type { Item, Setting } from '../types.ts';
import { isWorkload } from '../workload.ts';
import { Claim, type ClaimTerms } from './claim.ts';
import { type Claimant, claimLabel, claimSeconds, type Other, othersThan } from './others.ts';

export interface ClaimOptions {
  /** Names this run to the others: a link where there is one. */
  readonly owner: string;
  /** Default: `rollout`. */
  readonly claimant?: Claimant;
  /** What to do while another rollout has a workload of ours. */
  readonly onBusy: 'wait' | 'fail';
  /** Milliseconds to wait at most. */
  readonly patience: number;
}

export type Taken =
  | { readonly claims: readonly Claim[]; readonly busy?: undefined }
  | { readonly claims?: undefined; readonly busy: Finding };

/**
 * Claims the workloads of a release, in each namespace by one Lease, so that no two rollouts change one of them at the same
 * time. See docs/rollout.md. Without the permission, and in namespaces that are not there yet, there is no claim.
 */
export async function claimWorkloads(
  items: readonly Item[],
  options: ClaimOptions,
  setting: Setting,
): Promise<Taken> {
  const refs = items.map(({ object }) => refOf(object)).filter(isWorkload);
  // In one order for everybody, so that no two runs wait for each other.
  const namespaces = [...new Set(refs.map(({ namespace = '' }) => namespace))].sort();
  const claims: Claim[] = [];
  const mark = await processMark();
  for (const namespace of namespaces) {
    const own = refs.filter((ref) => ref.namespace === namespace);
    const workloads = own.map(({ kind, name }) => `${kind}/${name}`);
    const { owner, claimant = 'rollout' } = options;
    const terms = { namespace, owner, claimant, process: mark, workloads };
    const taken = await claimOrNot(terms, options, setting);
    if (taken === undefined) continue;
    if (taken instanceof Claim) claims.push(taken);
    else {
      await Promise.all(claims.map((claim) => claim.release()));
      return { busy: busy(taken, own) };
    }
  }
  for (const claim of claims) claim.keep();
  return { claims };
}

async function claimOrNot(
  terms: ClaimTerms,
  options: ClaimOptions,
  setting: Setting,
): Promise<Claim | Other | undefined> {
  try {
    return await claimIn(terms, options, setting);
  } catch (error) {
    if (!(error instanceof KubeError) || (error.status !== 403 && error.status !== 404)) throw error;
    // A namespace that is not there yet is nobody's; what is forbidden the plan tells with the role that grants it.
    if (error.status === 403)
      setting.log.info(`Nothing keeps another rollout away from this one: ${error.message}`);
    return undefined;
  }
}

/** The claim; or who is in the way, when that one did not end in time. */
async function claimIn(
  terms: ClaimTerms,
  options: ClaimOptions,
  setting: Setting,
): Promise<Claim | Other | undefined> {
  const end = setting.now() + options.patience;
  let told = '';
  for (;;) {
    if (setting.signal.aborted) return undefined;
    const claim = await Claim.create(`seatrial-rollout-${randomUUID().slice(0, 8)}`, terms, setting);
    const others = await othersOf(claim, terms, setting).catch(async (error: unknown) => {
      await claim.release();
      throw error;
    });
    const [blocker] = others;
    if (blocker === undefined) return claim;
    await claim.release();
    const left = end - setting.now();
    if (options.onBusy === 'fail' || left <= 0) return blocker;
    if (told !== blocker.owner)
      setting.log.info(
        `${blocker.shared.join(', ')}: ${blocker.owner} is at work on it; waiting for its end.`,
      );
    told = blocker.owner;
    await untilGone(others, left, setting);
  }
}

/** Live claims on the same workloads. Those of the dead are cleared away. */
async function othersOf(
  claim: Claim,
  { namespace, workloads, claimant }: ClaimTerms,
  setting: Setting,
): Promise<Other[]> {
  const { apiVersion, kind } = claim.lease;
  const leases = await setting.kube.list(apiVersion, kind, { namespace, labelSelector: claimLabel });
  const living: Other[] = [];
  for (const other of othersThan(claim.lease, leases, workloads)) {
    const dead = other.expired || (await hasEnded(other.process));
    const cleared = dead && (await clearAway(other.lease, setting));
    if (cleared && other.shared.length > 0)
      setting.log.info(`${other.owner} was at work on ${other.shared.join(', ')} and has died.`);
    const beside = claimant === 'canary' && other.claimant === 'canary';
    if (!cleared && !beside && other.shared.length > 0) living.push(other);
  }
  return living;
}

/** Removes a dead run's Lease; false when it gave a sign of life after all. */
async function clearAway(lease: KubeObject, { kube }: Setting): Promise<boolean> {
  const { uid = '', resourceVersion = '' } = lease.metadata;
  try {
    await kube.remove(refOf(lease), { uid, resourceVersion });
    return true;
  } catch (error) {
    if (isConflict(error)) return false;
    throw error;
  }
}

/** Resolves when one of the Leases goes, or when one of them may have expired. */
async function untilGone(others: readonly Other[], left: number, setting: Setting): Promise<void> {
  const [first] = others;
  if (first === undefined) return;
  const { apiVersion, kind, metadata } = first.lease;
  const longest = Math.min(left, (claimSeconds + 1) * 1000);
  const signal = AbortSignal.any([setting.signal, AbortSignal.timeout(Math.max(1, longest))]);
  const missing = new Set(others.map(({ lease }) => lease.metadata.uid));
  const options = { namespace: metadata.namespace ?? '', labelSelector: claimLabel };
  for await (const { type, object } of setting.kube.watch(apiVersion, kind, options, signal)) {
    if (type === 'DELETED' && others.some(({ lease }) => lease.metadata.uid === object.metadata.uid)) break;
    if (type === 'ADDED') missing.delete(object.metadata.uid);
    if (type === 'BOOKMARK' && missing.size > 0) break;
  }
  // Several may have waited for this: not all of them at the same moment again.
  await pause(50 + Math.random() * 400, undefined, { signal: setting.signal }).catch(() => undefined);
}

function busy({ owner, shared, claimant }: Other, refs: readonly Ref[]): Finding {
  const ref = refs.find(({ kind, name }) => shared.includes(`${kind}/${name}`)) ?? refs[0];
  if (ref === undefined) throw new Error('a claim without workloads is in nobody’s way');
  return {
    cause: 'busy',
    certainty: 'certain',
    ref,
    message: `${claimant === 'canary' ? 'a canary' : 'another rollout'} is at work on ${shared.join(', ')}: ${owner}`,
    evidence: [`Lease: holderIdentity: ${owner}`],
    fix: 'Let it end and run this job again; `concurrency:` in the workflow keeps runs of one repository apart beforehand.',
    path: ['metadata', 'name'],
  };
}
