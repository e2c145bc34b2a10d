import type { Ending } from '../flow/work.ts';
import type { Standing } from './engine.ts';
import { forget, type Kept, leave, note } from './kept.ts';
import { ignored, phaseOf, wentBack } from './restore.ts';
import { type EngineRun, ended, watchFrom } from './run.ts';
import type { End } from './watch.ts';

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
      if (kept !== undefined) await leave(run.cluster, kept);
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
  const pods = await opened.rollout.settled(engine.pods.promoted, context.signal);
  if (!pods.healthy) {
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
