import type { KubeObject } from '../../../shared/kube/types.ts';
import { numberAt } from '../../../shared/kube/values.ts';
import type { Ending } from '../flow/work.ts';
import { changesOf } from '../plan/configs.ts';
import { runPreHooks } from '../plan/pre-hooks.ts';
import { ofKind } from '../plan/select.ts';
import type { ConfigChange } from '../state/state.ts';
import type { Leave } from './alone.ts';
import { applyOnly, asTheyMay } from './apply.ts';
import { toTheEnd } from './ends.ts';
import type { Release } from './forward.ts';
import { ask, askedBy, keep, keepAlso, keptOf, note, noteBrought, putBack } from './kept.ts';
import { type EngineRun, leadOf, settingOf } from './run.ts';
import { templateOf } from './watch.ts';

/**
 * Everything that may end a release before it begins, and last of all the room for it. Gives what the cluster did not have of
 * its configuration before.
 */
export async function prepare(run: EngineRun, release: Release): Promise<ConfigChange[]> {
  const changes = await configChanges(run, release);
  await migrate(run, release);
  if (run.led.standing().phase !== 'settled') await makeRoom(run);
  return changes.filter(({ existed }) => !existed);
}

/** Runs the pre hooks. */
export async function migrate(run: EngineRun, { all }: Release): Promise<void> {
  const { opened, led, engine, context } = run;
  await runPreHooks(opened, all, led.view(engine.workload), context.signal);
}

/** Milliseconds in which a run that watches sees that it is asked to leave, and says so. */
const leaving = 7000;

/** A run of an older commit that watches is asked to leave, and given the time for it. */
async function makeRoom({ cluster, engine, job, inputs, deps, context }: EngineRun): Promise<void> {
  if (inputs.onNewerCommit !== 'replace' || !(await ask(cluster, engine, job))) return;
  context.log.info('Asking the run that watches the canary to make room.');
  const until = deps.clock.now() + leaving;
  while ((await askedBy(cluster, engine)) === job && deps.clock.now() < until && !context.signal.aborted) {
    await deps.clock.pause(500, context.signal);
  }
}

/** What was before is kept, then the release is written, then it is followed to its end. */
export async function begin(
  run: EngineRun,
  release: Release,
  absent: readonly ConfigChange[],
  leave: Leave,
): Promise<Ending> {
  const { cluster, engine, job, context } = run;
  context.report.output('verdict', 'failed');
  await keepBefore(run, release, absent);
  // Looked up before the first write: a controller may be done with it before we look again.
  const kept = await keptOf(cluster, engine, leadOf(run));
  if (kept !== undefined) await note(cluster, kept, job, false);
  const template = await applied(run, release.parts.now);
  if (kept !== undefined) await noteBrought(cluster, kept);
  await leave();
  return toTheEnd(run, template, kept);
}

/**
 * Where a release is under way, what was before it goes on to count, with what this one changes beside it. Where none is,
 * what an earlier one has left of that is of the past, unless it died before it was there in full: then it is taken back.
 */
async function keepBefore(run: EngineRun, release: Release, absent: readonly ConfigChange[]): Promise<void> {
  const { cluster, engine, led, job, context } = run;
  const lead = leadOf(run);
  const before = await keptOf(cluster, engine, lead);
  const settled = led.standing().phase === 'settled';
  if (settled && before?.brought === false) await putBack(cluster, before);
  const changes = withAbsent(await configChanges(run, release), absent);
  if (settled) {
    const liveReplicas =
      engine.name === 'flagger' || numberAt(release.workload, 'spec', 'replicas') === undefined;
    await keep(cluster, engine, { lead, job, liveReplicas, configs: changes });
  } else if (before === undefined) {
    context.log.info(
      `What ${engine.workload.name} was before its last release is not known: going back will not be whole.`,
    );
  } else await keepAlso(cluster, before, changes);
}

/** What the hooks have brought is part of what the release changes. */
function withAbsent(
  changes: readonly ConfigChange[],
  absent: readonly ConfigChange[],
): readonly ConfigChange[] {
  const known = new Map([...changes, ...absent].map((change) => [`${change.kind}/${change.name}`, change]));
  return [...known.values()];
}

/** Applies what comes with the release; gives the workload's template, in canonical form. */
export async function applied(run: EngineRun, objects: readonly KubeObject[]): Promise<string> {
  const { led, engine, opened } = run;
  const own = await asTheyMay(engine, opened.kube, objects);
  for (const object of await applyOnly(own, settingOf(run))) led.wrote(object);
  return templateOf(await opened.kube.get(engine.workload));
}

const configChanges = ({ cluster }: EngineRun, { parts }: Release): Promise<ConfigChange[]> =>
  changesOf(cluster, [...ofKind(parts.now, 'ConfigMap'), ...ofKind(parts.now, 'Secret')]);
