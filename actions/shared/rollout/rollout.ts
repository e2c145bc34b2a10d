import type { KubeObject } from '../kube/types.ts';
import { applySteps } from './apply.ts';
import { type Claim, guarded } from './claim/claim.ts';
import { claimWorkloads } from './claim/take.ts';
import type { Finding } from './finding.ts';
import { isLeftOpen } from './journal/journal.ts';
import { Lookout } from './observe/lookout.ts';
import type { RolloutOptions, RolloutResult } from './options.ts';
import { diffOf } from './plan/diff.ts';
import { removeNamespaces } from './plan/namespaces.ts';
import { olderRelease } from './plan/older.ts';
import { mendingPermissions, type Permission, safetyPermissions } from './plan/permissions.ts';
import { makePlan, type Planning } from './plan/plan.ts';
import { members } from './prune/apply-set.ts';
import { findPrunable, type Prunable, readSet } from './prune/find.ts';
import { setPermissions } from './prune/permissions.ts';
import { customStatus, isAwaited } from './ready/custom.ts';
import type { Rules } from './ready/rules.ts';
import { Run } from './run.ts';
import { touchPlan } from './touch/touch.ts';
import type { Item, Plan, Setting } from './types.ts';
import { isWorkload, revisionOf, statusOf } from './workload.ts';

const noRules: Rules = { ready: [], failed: [] };
const noTime = { check: 0, apply: 0, hooks: 0, watch: 0, undo: 0 };

/**
 * Brings objects into the cluster and sees them to their end: everything is checked by the server first, then written,
 * watched until it is proven healthy, and put back as it was when it fails.
 *
 * Throws only for a cluster that can't be reached at the beginning, for workloads that another run took over in the middle
 * (ClaimLost), and for our own bugs.
 */
export async function rollOut(
  items: readonly Item[],
  setting: Setting,
  options: RolloutOptions,
): Promise<RolloutResult> {
  if (options.claim === undefined || options.dryRun)
    return withClaims(items, setting, options, { held: [], unguarded: setting });
  const { claims = [], busy } = await claimWorkloads(items, options.claim, setting);
  if (busy !== undefined) return refusedBy([busy], noTime);
  const held = [...claims];
  const safe = { ...setting, kube: guarded(setting.kube, held) };
  try {
    return await withClaims(items, safe, options, { held, unguarded: setting });
  } finally {
    await Promise.all(held.map((claim) => claim.release()));
  }
}

/** What keeps other runs away. */
interface Claims {
  /** Grows when namespaces of the release come to be. */
  readonly held: Claim[];
  /** The cluster as the claims themselves reach it: one that asked them before it wrote would never renew one. */
  readonly unguarded: Setting;
}

async function withClaims(
  items: readonly Item[],
  setting: Setting,
  options: RolloutOptions,
  claims: Claims,
): Promise<RolloutResult> {
  const lookout = new Lookout(setting.kube);
  try {
    return await checkedAndCarriedOut(items, setting, options, { ...claims, lookout });
  } finally {
    await lookout.close();
  }
}

async function checkedAndCarriedOut(
  items: readonly Item[],
  setting: Setting,
  options: RolloutOptions,
  { held, unguarded, lookout }: Claims & { readonly lookout: Lookout },
): Promise<RolloutResult> {
  const begun = setting.now();
  const { plan, refusals } = await planFor(items, setting, options, lookout);
  const timings = { ...noTime, check: setting.now() - begun };
  if (plan === undefined) return refusedBy(refusals, timings);
  const older = olderRelease(plan, setting, options);
  if (older.length > 0) {
    await removeNamespaces(plan.createdNamespaces, setting);
    return refusedBy(older, timings);
  }
  if (options.dryRun || setting.signal.aborted) await removeNamespaces(plan.createdNamespaces, setting);
  else if (options.claim !== undefined && plan.createdNamespaces.length > 0) {
    const fresh = items.filter(({ object }) =>
      plan.createdNamespaces.includes(object.metadata.namespace ?? ''),
    );
    const { claims = [], busy } = await claimWorkloads(fresh, options.claim, unguarded);
    if (busy !== undefined) return refusedBy([busy], timings);
    held.push(...claims);
  }
  return carryOut(plan, timings, setting, options, lookout);
}

async function planFor(
  items: readonly Item[],
  setting: Setting,
  options: RolloutOptions,
  lookout: Lookout,
): Promise<Planning> {
  const { mode = 'rollout', applySet: set } = options;
  if (mode !== 'rollout') return touchPlan(items, mode, setting, options.journal);
  const own = set === undefined ? items : members(items, set);
  const objects = own.map(({ object }) => object);
  const known = set === undefined ? undefined : await readSet(setting.kube, set);
  if (known?.refusal !== undefined) return { refusals: [known.refusal] };
  let prunable: Prunable = { pruned: [], warnings: [] };
  const planning = await makePlan(own, setting, {
    more: known === undefined ? [] : await setPermissions(setting.kube, known, objects),
    wanted: wantedBy(items, options),
    open: async () => {
      // Asked before anything is made for the check: what may not be listed is a refusal that leaves nothing behind.
      if (known !== undefined) prunable = await findPrunable(setting.kube, known, objects);
      await lookout.open(objects.filter(isWorkload));
      return (ref) => lookout.lookUp(ref);
    },
  });
  if (planning.plan === undefined) return planning;
  const { plan } = planning;
  const { pruned, warnings } = prunable;
  return { plan: { ...plan, pruned, warnings: [...plan.warnings, ...warnings] } };
}

/** What will change, before it does. */
async function tell(plan: Plan, { log }: Setting): Promise<void> {
  const lines = diffOf(plan);
  if (lines.length === 0) return;
  await log.group('What changes', async () => log.info(lines.join('\n')));
}

async function carryOut(
  plan: Plan,
  timings: RolloutResult['timings'],
  setting: Setting,
  options: RolloutOptions,
  lookout: Lookout,
): Promise<RolloutResult> {
  const { warnings } = plan;
  const base = { findings: [], warnings, workloads: [], restored: undefined, timings, plan };
  const changes =
    plan.pruned.length > 0 || plan.steps.some(({ change }) => change === 'created' || change === 'changed');
  if (setting.signal.aborted) return { ...base, verdict: 'cancelled' };
  await tell(plan, setting);
  if (options.dryRun) return { ...base, verdict: changes ? 'healthy' : 'unchanged' };
  const workloads = plan.steps.filter(({ ref }) => isWorkload(ref));
  const { rules = noRules } = options;
  const customs = options.rules === undefined ? [] : plan.steps.filter(({ ref }) => isAwaited(ref, rules));
  const complete =
    workloads.every(({ before }) => before !== undefined && statusOf(before).complete) &&
    customs.every(({ before }) => before !== undefined && customStatus(before, rules).complete);
  const open =
    options.journal !== undefined && complete && !changes && (await isLeftOpen(options.journal, setting));
  if (!changes && complete && !open) {
    const applied = await applySteps(plan.steps, setting);
    const statuses = workloads.flatMap(({ before }) => (before === undefined ? [] : [statusOf(before)]));
    if (applied.refusals.length === 0) return { ...base, verdict: 'unchanged', workloads: statuses };
    return { ...base, verdict: 'failed', workloads: statuses, findings: applied.refusals };
  }
  const watching = await lookout.open(workloads.map(({ desired }) => desired));
  return new Run({ plan, watching, setting, options, timings }).toItsEnd();
}

function refusedBy(findings: readonly Finding[], timings: RolloutResult['timings']): RolloutResult {
  const nothing = { plan: undefined, warnings: [], workloads: [], restored: undefined };
  return { ...nothing, verdict: 'refused', findings, timings };
}

/** Permissions that make a rollout safe beside others and against its own death, and let it mend what blocks it. */
function wantedBy(items: readonly Item[], { claim, journal }: RolloutOptions): Permission[] {
  const workloads = items.map(({ object }) => object).filter(isWorkload);
  const namespaces = new Set(workloads.map(({ metadata }) => metadata.namespace ?? ''));
  return [
    ...safetyPermissions(claim === undefined ? [] : [...namespaces], journal?.namespace),
    ...mendingPermissions(workloads),
  ];
}

/** The revision that a workload had before; what an undo goes back to. */
export function previousRevision(before: KubeObject | undefined): string | undefined {
  return before === undefined ? undefined : revisionOf(before);
}
