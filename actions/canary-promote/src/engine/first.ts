import { UserError } from '../../../shared/errors/user-error.ts';
import { hookOf } from '../../../shared/manifests/hooks.ts';
import type { Ending } from '../flow/work.ts';
import { applyOnly } from './apply.ts';
import { applied, migrate } from './begin.ts';
import type { Release } from './forward.ts';
import { isOf } from './kept.ts';
import { type EngineRun, ended, settingOf, watchFrom } from './run.ts';
import { templateOf } from './watch.ts';

/** Nothing runs that a canary could be compared with: all of it comes at once. */
export async function first(run: EngineRun, mode: string, release: Release): Promise<Ending> {
  const reason = 'first deployment: nothing was running that a canary could be compared with';
  if (mode !== 'run') {
    throw new UserError(`there is no canary under way to ${mode}`, { fix: 'Start one with `mode: run`.' });
  }
  run.context.log.info(`${reason}.`);
  await migrate(run, release);
  run.context.report.output('verdict', 'failed');
  const { now, later } = release.parts;
  const template = await applied(run, [...now, ...later.filter((object) => hookOf(object) === undefined)]);
  const { end, standing } = await watchFrom(run, template, { silent: true });
  if (end === 'promoted') return ended('promoted', reason);
  const why = await run.led.because(run.context.log.info);
  const told = [`${reason}, and it did not become healthy: ${standing.said}`, why].filter(Boolean).join('; ');
  return ended('failed', told);
}

/**
 * A workload that the controller does not lead yet comes under it first, as it runs: a controller that meets it together
 * with a new release would give that to all users.
 */
export async function adopted(run: EngineRun, { parts }: Release): Promise<void> {
  const { led, engine, context, inputs, deps } = run;
  if (led.standing().phase === 'settled' || engine.lead.kind === engine.workload.kind) return;
  if (led.lead !== undefined && engine.stable(led.lead) !== '') return;
  const leads = parts.now.filter((object) => isOf(engine.lead, object));
  context.log.info(`${engine.title} takes ${engine.workload.name} over first, as it runs.`);
  for (const object of await applyOnly(leads, settingOf(run))) led.wrote(object);
  const template = templateOf(led.view(engine.workload));
  const deadline = deps.clock.now() + inputs.timeout;
  const { end, standing } = await watchFrom(run, template, { deadline, silent: true });
  if (end === 'promoted') return;
  throw new UserError(`${engine.title} did not take ${engine.workload.name} over: ${standing.said}`, {
    fix: `Look at the events and the status of ${engine.lead.kind} ${engine.lead.name}. The release was not brought.`,
  });
}
