import { nameOf } from '../kube/values.ts';
import { write } from './apply.ts';
import { observe } from './observe/observe.ts';
import type { Target } from './observe/target.ts';
import type { Watching } from './observe/watching.ts';
import type { Outcome, Planned, Setting } from './types.ts';

/** How long the pods of a Job that is replaced may take to end, in milliseconds; their own grace period counts in. */
const goingPatience = 120_000;

const done: Outcome = { verdict: 'healthy', workloads: [], findings: [], warnings: [] };

/**
 * Runs Jobs and awaits their end, those of one weight together. Stops at the first that fails. `timeout`: milliseconds that are
 * left, asked anew for each.
 */
export async function runHooks(
  groups: readonly (readonly Planned[])[],
  watching: Watching,
  setting: Setting,
  timeout: () => number,
): Promise<Outcome> {
  let last = done;
  for (const group of groups) {
    if (setting.signal.aborted) return { ...done, verdict: 'cancelled' };
    const started = await Promise.all(group.map((step) => start(step, watching, setting)));
    const refusals = started.flatMap((result) => ('cause' in result ? [result] : []));
    if (refusals.length > 0) return { ...done, verdict: 'failed', findings: refusals };
    const targets = started.flatMap((result) => ('cause' in result ? [] : [result]));
    last = await observe(targets, watching, setting, { timeout: timeout(), settle: 0 });
    if (last.verdict !== 'healthy') return last;
  }
  return last;
}

async function start(step: Planned, watching: Watching, setting: Setting) {
  if (step.change === 'none' && step.before !== undefined) return targetOf(step, step.before);
  if (step.replaces) await removeOld(step, watching, setting);
  const result = await write(step, setting);
  return 'object' in result ? targetOf(step, result.object) : result;
}

function targetOf(
  { ref }: Planned,
  { metadata }: { metadata: { generation?: number; uid?: string } },
): Target {
  const { generation = 0, uid } = metadata;
  return { ref, generation, ...(uid === undefined ? {} : { uid }) };
}

/** Two runs of a migration must not meet: the old Job has to be gone, with its pods. */
async function removeOld({ ref, before }: Planned, watching: Watching, setting: Setting): Promise<void> {
  const uid = before?.metadata.uid;
  setting.log.info(`${nameOf(ref)}: the Job of an earlier release is replaced`);
  const found = await setting.kube.remove(ref, {
    propagation: 'Foreground',
    ...(uid === undefined ? {} : { uid }),
  });
  const end = setting.now() + goingPatience;
  while (found && watching.world.find(ref)?.metadata.uid === uid) {
    const left = end - setting.now();
    if (left <= 0 || setting.signal.aborted) return;
    await watching.changed(Math.min(left, 2000));
  }
}
