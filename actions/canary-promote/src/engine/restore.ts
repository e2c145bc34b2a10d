import { messageOf } from '../../../shared/errors/user-error.ts';
import type { Ending } from '../flow/work.ts';
import type { Phase } from '../state/state.ts';
import type { Standing } from './engine.ts';
import { forget, type Kept, putBack } from './kept.ts';
import { type EngineRun, ended, watchFrom } from './run.ts';
import { templateOf } from './watch.ts';

/** In the terms of the states that a canary of our own has. */
export function phaseOf({ phase }: Standing): Phase {
  if (phase === 'holding' || phase === 'undecided') return 'holding';
  if (phase === 'promoting') return 'replacing';
  return phase === 'unseen' ? 'preparing' : 'shifting';
}

/** Nothing has moved, and nothing is to move behind anybody's back when the controller comes again. */
export async function ignored(
  { cluster, engine }: EngineRun,
  { said }: Standing,
  kept: Kept | undefined,
): Promise<Ending> {
  const reason = `${engine.title} does not take the change up: ${said}`;
  if (kept === undefined) return ended('failed', reason);
  await putBack(cluster, kept);
  await forget(cluster, kept);
  return ended('failed', `${reason}; ${engine.workload.kind} ${engine.workload.name} is as it was`);
}

/**
 * After the controller has given up, or is told to: the workload is put back as it was, and watched until users have
 * nothing but the previous version.
 */
export async function wentBack(
  run: EngineRun,
  standing: Standing,
  reason: string,
  kept: Kept | undefined,
  patience = run.inputs.timeout,
): Promise<Ending> {
  const { led, context, engine } = run;
  const why = await led.because(context.log.info);
  const told = [reason, why].filter(Boolean).join('; ');
  context.log.info(`restoring: ${told}`);
  if (standing.stuck === true) await gaveUp(run, patience);
  if (kept === undefined) {
    const left = `what was in ${engine.workload.kind} ${engine.workload.name} before is not known, so the release stays in it`;
    const now = led.standing();
    return isBack(now)
      ? ended('rolled-back', `${told}; ${left}`)
      : {
          ...ended('failed', `${told}; the traffic is not back yet; ${left}`, now.weight),
          left: phaseOf(now),
        };
  }
  const after = await restored(run, kept, patience);
  return after === undefined
    ? ended('rolled-back', told)
    : { ...ended('failed', `${told}; ${after}`, led.standing().weight), left: 'restoring' };
}

/** Tells the controller to give all traffic back, and waits until it has given up. */
async function gaveUp(run: EngineRun, patience: number): Promise<void> {
  const { led, deps } = run;
  if (!(await led.command('abort'))) return;
  const until =
    deps.clock.now() + Math.min(patience, led.lead === undefined ? 0 : run.engine.attention(led.lead));
  for (;;) {
    if (isBack(led.standing()) || deps.clock.now() >= until) return;
    await led.watching.changed(1000);
  }
}

/** Whether users have nothing but the previous version. */
const isBack = ({ phase, stuck }: Standing): boolean =>
  phase === 'settled' || (phase === 'failed' && stuck !== true);

/** Undefined when all is as it was; else what is wrong. */
async function restored(run: EngineRun, kept: Kept, patience: number): Promise<string | undefined> {
  const { cluster, engine, led, deps, context, opened } = run;
  try {
    await putBack(cluster, kept);
  } catch (error) {
    return `the workload could not be put back: ${messageOf(error)}`;
  }
  await led.command('mend');
  const live = await opened.kube.get(engine.workload);
  if (live !== undefined) led.wrote(live);
  const end = await watchFrom(run, templateOf(live), {
    signal: new AbortController().signal,
    deadline: deps.clock.now() + patience,
    silent: true,
  });
  if (end.end !== 'promoted') return `the previous version is not whole yet: ${end.standing.said}`;
  await forget(cluster, kept);
  context.log.info(`All users are on the previous version, and ${engine.workload.name} is as it was.`);
  return undefined;
}
