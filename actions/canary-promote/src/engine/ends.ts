import { messageOf } from '../../../shared/errors/user-error.ts';
import type { Ending } from '../flow/work.ts';
import type { Phase } from '../state/state.ts';
import type { Standing } from './engine.ts';
import { forget, type Kept, note, putBack } from './kept.ts';
import { type EngineRun, ended, watchFrom } from './run.ts';
import { type End, templateOf } from './watch.ts';

/** The policies that hold where a controller came to no result in time. */
export type Undecided = 'rollback' | 'hold' | 'promote';

/**
 * Takes a release that is under way to its end, whatever the controller comes to. `template`: that of the release, in
 * canonical form; `kept`: what was before, if that is known.
 */
export async function toTheEnd(run: EngineRun, template: string, kept: Kept | undefined): Promise<Ending> {
  const { inputs, led, deps } = run;
  let { deadline } = run;
  for (;;) {
    const end = await watchFrom(run, template, { deadline });
    const policy = policyFor(end.end, inputs);
    if (policy !== 'promote') return concluded(run, end, kept, policy);
    const command = end.end === 'undecided' ? 'skip' : 'promote';
    run.context.log.info(`${end.standing.said}; told to promote nevertheless.`);
    // A controller that can't skip one step is told to take all of them.
    if (!(await led.command(command))) await led.command('promote');
    if (end.end === 'time-over') deadline = deps.clock.now() + inputs.timeout;
  }
}

function policyFor(
  end: End['end'],
  { onNotEnoughEvidence, onMaxRuntime }: EngineRun['inputs'],
): Undecided | undefined {
  if (end === 'undecided') return onNotEnoughEvidence;
  if (end !== 'time-over') return undefined;
  return onMaxRuntime === 'hold' ? 'hold' : onNotEnoughEvidence;
}

async function concluded(
  run: EngineRun,
  { end, standing }: End,
  kept: Kept | undefined,
  policy: Undecided | undefined,
): Promise<Ending> {
  const { engine, inputs } = run;
  switch (end) {
    case 'promoted':
      return promoted(run, kept);
    case 'held':
      return held(run, standing, standing.said, kept);
    case 'cancelled':
      return cancelled(run, standing);
    case 'superseded':
      return ended('failed', superseded(run), standing.weight);
    case 'replaced':
      return ended('restored', `a newer commit takes its place, at ${standing.weight} %`);
    case 'failed':
      return wentBack(run, standing, standing.said, kept);
    case 'ignored':
      return ignored(run, standing, kept);
    case 'undecided':
    case 'time-over': {
      const why = end === 'undecided' ? 'the analysis came to no result' : 'max-runtime is over';
      const reason = `${why}: ${standing.said}`;
      if (policy === 'hold') {
        const goesOn = end === 'time-over' ? `; ${engine.title} goes on by itself` : '';
        return held(run, standing, `${reason}${goesOn}`, kept);
      }
      return wentBack(
        run,
        { ...standing, stuck: true },
        `not enough evidence: ${reason}`,
        kept,
        inputs.timeout,
      );
    }
  }
}

/** The controller says that it is done; the pods that all users have must say so too. */
async function promoted(run: EngineRun, kept: Kept | undefined): Promise<Ending> {
  const { engine, opened, context, cluster, led } = run;
  await led.command('mend');
  const { kind, name } = engine.pods.promoted;
  const pods = kind === 'Deployment' ? await opened.rollout.settled(name, context.signal) : undefined;
  if (pods?.healthy === false) {
    const reason = `${engine.title} has promoted it, but ${kind} ${name} is not healthy: ${pods.reason}`;
    return ended('failed', reason);
  }
  if (kept !== undefined) await forget(cluster, kept);
  return ended('promoted', `${engine.title} has promoted it`);
}

async function held(
  { cluster, job }: EngineRun,
  standing: Standing,
  reason: string,
  kept: Kept | undefined,
): Promise<Ending> {
  if (kept !== undefined) await note(cluster, kept, job, true);
  return { verdict: 'held', reason, weight: standing.weight, left: phaseOf(standing) };
}

/** Nothing has moved, and nothing is to move behind anybody's back when the controller comes again. */
async function ignored(
  { cluster, engine }: EngineRun,
  { said }: Standing,
  kept: Kept | undefined,
): Promise<Ending> {
  const reason = `${engine.title} does not take the change up (${said}): is it running?`;
  if (kept === undefined) return ended('failed', reason);
  await putBack(cluster, kept);
  await forget(cluster, kept);
  return ended('failed', `${reason} ${engine.workload.kind} ${engine.workload.name} is as it was`);
}

/** In the terms of the states that a canary of our own has. */
export function phaseOf({ phase }: Standing): Phase {
  if (phase === 'holding' || phase === 'undecided') return 'holding';
  if (phase === 'promoting') return 'replacing';
  return phase === 'unseen' ? 'preparing' : 'shifting';
}

function superseded({ engine, led }: EngineRun): string {
  const { kind, name } = engine.workload;
  const writer = led.watching.world.writerOf(led.view(engine.workload)?.metadata.uid) ?? 'somebody else';
  return `${writer} has put another release into ${kind} ${name}; this run has stopped without touching it`;
}

/** One patch, which the controller acts on; what a cancelled job has no time for, the post step does. */
async function cancelled({ led, engine }: EngineRun, standing: Standing): Promise<Ending> {
  await led.command('abort');
  const reason = `the job was cancelled; ${engine.title} is told to give all traffic back`;
  return { verdict: 'restored', reason, weight: standing.weight, left: 'restoring' };
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
    return ended('rolled-back', `${told}; ${left}`);
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
    const { phase, stuck } = led.standing();
    if (phase === 'settled' || (phase === 'failed' && stuck !== true)) return;
    if (deps.clock.now() >= until) return;
    await led.watching.changed(1000);
  }
}

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
