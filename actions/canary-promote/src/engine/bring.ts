import { UserError } from '../../../shared/errors/user-error.ts';
import type { KubeObject } from '../../../shared/kube/types.ts';
import type { Ending } from '../flow/work.ts';
import { isPreHook } from '../plan/pre-hooks.ts';
import type { ConfigChange } from '../state/state.ts';
import { alone, type Leave } from './alone.ts';
import { begin, migrate, prepare } from './begin.ts';
import { type Decision, decide } from './decide.ts';
import { toTheEnd } from './ends.ts';
import type { Command } from './engine.ts';
import { adopted, first } from './first.ts';
import type { Release } from './forward.ts';
import { keptOf, note } from './kept.ts';
import { refuseOlder } from './refusals.ts';
import { wentBack } from './restore.ts';
import { type EngineRun, leadOf, settingOf } from './run.ts';
import { templateOf } from './watch.ts';

/** What came of it, and what was found before, if something was. */
type Brought =
  | { readonly kind: 'ended'; readonly ending: Ending; readonly found: string | undefined }
  | { readonly kind: 'unchanged'; readonly reason: string };

/** Brings a release, or goes on with it where a run has left it to the controller. */
export async function bring(
  run: EngineRun,
  mode: 'run' | 'resume' | 'promote',
  release: Release,
): Promise<Brought> {
  const { led, engine } = run;
  if (led.view(engine.workload) === undefined)
    return { kind: 'ended', ending: await first(run, mode, release), found: undefined };
  await adopted(run, release);
  const begins: Begins = { leave: undefined, absent: undefined };
  try {
    for (let found: string | undefined; ; ) {
      const standing = await led.known();
      refuseOlder(run, release.workload);
      const template = await wantedTemplate(run, release.workload);
      const same = template === templateOf(led.view(engine.workload));
      const next = decide(mode, { same, standing, replace: run.inputs.onNewerCommit === 'replace' });
      if (standing.phase !== 'settled') found ??= `${standing.phase} at ${standing.weight} %`;
      if (next.do === 'refuse') throw new UserError(next.reason, { fix: next.fix });
      if (next.do === 'nothing') {
        await migrateAlone(run, release, begins);
        return { kind: 'unchanged', reason: next.reason };
      }
      const ending = await carriedOut(run, mode, { next, template, release, begins });
      if (ending !== undefined) return { kind: 'ended', ending, found };
    }
  } finally {
    await begins.leave?.();
  }
}

/** How far a run is with beginning. */
interface Begins {
  /** Where it is the only one that begins. */
  leave: Leave | undefined;
  /** Where all that comes before is done; see `prepare`. */
  absent: readonly ConfigChange[] | undefined;
}

/** A migration may be all that a release changes: its image need not be that of the pods. */
async function migrateAlone(run: EngineRun, release: Release, begins: Begins): Promise<void> {
  if (!release.all.some(isPreHook)) return;
  begins.leave ??= await alone(run);
  await migrate(run, release);
}

/** One step; undefined where everything has to be looked at anew after it. */
async function carriedOut(
  run: EngineRun,
  mode: 'run' | 'resume' | 'promote',
  at: {
    readonly next: Exclude<Decision, { do: 'refuse' | 'nothing' }>;
    readonly template: string;
    readonly release: Release;
    readonly begins: Begins;
  },
): Promise<Ending | undefined> {
  const { next, template, release, begins } = at;
  if (next.do !== 'begin') {
    await begins.leave?.();
    begins.leave = undefined;
  }
  switch (next.do) {
    case 'wait':
      await oneLook(run, next.reason);
      return undefined;
    case 'begin':
      // Each of these takes its time.
      if (begins.leave === undefined) begins.leave = await alone(run);
      else if (begins.absent === undefined) begins.absent = await prepare(run, release);
      else return begin(run, release, begins.absent, begins.leave);
      return undefined;
    case 'retry': {
      const tried = await follow(run, template, 'retry');
      if (tried === undefined) await undone(run);
      return tried;
    }
    case 'watch':
      return follow(run, template, mode === 'run' ? undefined : mode);
  }
}

/** What the server would make of the workload's pod template. */
async function wantedTemplate(run: EngineRun, workload: KubeObject): Promise<string> {
  const { fieldManager, kube } = settingOf(run);
  return templateOf(await kube.apply(workload, { fieldManager, dryRun: true, force: true }));
}

async function oneLook({ led, context, deps, deadline }: EngineRun, reason: string): Promise<void> {
  if (deps.clock.now() >= deadline || context.signal.aborted) {
    throw new UserError(
      `${reason}, until ${context.signal.aborted ? 'the job was cancelled' : 'max-runtime was over'}`,
      {
        fix: 'Nothing was changed. Run it again, or write `on-newer-commit: replace`.',
      },
    );
  }
  context.log.info(`Waiting: ${reason}.`);
  const { phase } = led.standing();
  while (led.standing().phase === phase && deps.clock.now() < deadline && !context.signal.aborted) {
    await led.watching.changed(2000);
  }
}

/** Goes on with a release that is under way, after telling the controller something. */
async function follow(run: EngineRun, template: string, command?: Command): Promise<Ending | undefined> {
  const { cluster, engine, job, led, context } = run;
  context.report.output('verdict', 'failed');
  // Looked up first: a controller may be done with it before we look again.
  const kept = await keptOf(cluster, engine, leadOf(run));
  const known = command === undefined || (await led.command(command));
  if (!known && command === 'retry') return undefined;
  if (kept !== undefined) await note(cluster, kept, job, false);
  return toTheEnd(run, template, kept);
}

/** A controller that has refused a release looks at it again only when it comes anew: what was before is put back first. */
async function undone(run: EngineRun): Promise<void> {
  const { cluster, engine } = run;
  const kept = await keptOf(cluster, engine, leadOf(run));
  if (kept === undefined) {
    throw new UserError(`${engine.title} has refused this very release, and analyses only what changes`, {
      fix: `Change something in its pod template, or put ${engine.workload.kind} ${engine.workload.name} back to the version that runs, and run again.`,
    });
  }
  const back = await wentBack(
    run,
    run.led.standing(),
    'this release was refused before and is brought anew',
    kept,
  );
  if (back.verdict === 'failed') throw new UserError(back.reason, { fix: 'Run the step again.' });
  await run.led.known();
}
