import { messageOf } from '../../../shared/errors/user-error.ts';
import { patient } from '../cluster/patient.ts';
import type { Inputs } from '../contract.ts';
import type { CanaryContext, Deps } from '../deps.ts';
import type { SessionResult } from '../flow/session.ts';
import { textAt } from '../json.ts';
import { checkPermissions, hasSecrets, verbsForEngine } from '../plan/permissions.ts';
import { Outcome } from '../report/outcome.ts';
import type { Mode } from '../state/decide.ts';
import type { EngineName, Standing } from './engine.ts';
import { findEngine } from './find.ts';
import { forget, keptOf } from './kept.ts';
import { Led } from './led.ts';
import { phaseOf, wentBack } from './restore.ts';
import type { EngineRun } from './run.ts';

type BackMode = Exclude<Mode, 'run' | 'resume' | 'promote'>;
type EndMode = Exclude<BackMode, 'reap'>;

/** Ends a controller's canary, or tells how it stands. Nothing under way is a good end too. */
export async function leadBack(
  name: EngineName,
  inputs: Inputs,
  mode: BackMode,
  context: CanaryContext,
  deps: Deps,
  job: string,
): Promise<void> {
  const outcome = new Outcome(inputs, context);
  if (mode === 'reap') {
    const reason =
      'a controller leads its canary also when the run that brought it is dead: there is nothing to reap';
    return outcome.ofBack(mode, [{ kind: 'nothing', reason, state: undefined }]);
  }
  const manifests =
    inputs.manifests.length === 0 ? [] : await deps.load({ ...inputs, images: new Map() }, context);
  const objects = manifests.map(({ object }) => object);
  const [namespaceGiven] = objects.map((object) => textAt(object, 'metadata', 'namespace')).filter(Boolean);
  context.report.output('verdict', 'failed');
  const opened = await deps.open(inputs, context, namespaceGiven);
  try {
    const { kube, namespace } = opened;
    const engine = await findEngine(name, { kube, namespace, objects, workload: inputs.workload });
    await checkPermissions(
      opened.cluster,
      namespace,
      verbsForEngine(engine.permissions, hasSecrets(objects)),
    );
    const trouble = (error: unknown): void => context.log.info(`The cluster: ${messageOf(error)}`);
    const cluster = patient(opened.cluster, deps.clock, trouble);
    const led = await Led.open(engine, kube, deps.clock, trouble);
    const deadline = deps.clock.now() + inputs.maxRuntime;
    try {
      const run = { inputs, context, deps, job, deadline, opened, cluster, engine, led, outcome };
      outcome.ofBack(mode, [await back(run, inputs.dryRun ? 'status' : mode)]);
    } finally {
      led.stop();
    }
  } finally {
    await opened.close();
  }
}

async function back(run: EngineRun, mode: EndMode): Promise<SessionResult> {
  const { led, engine, cluster, job } = run;
  const { lead } = led;
  if (lead === undefined) return nothing(`there is no ${engine.lead.kind} ${engine.lead.name}`);
  const standing = mode === 'status' ? led.standing() : await led.known();
  const { phase, weight, said } = standing;
  const where = `${engine.lead.kind} ${engine.lead.name} is ${phase} at ${weight} % (${said})`;
  if (mode === 'status') return nothing(where, phase === 'settled' ? undefined : standing);
  const kept = await keptOf(cluster, engine, lead);
  if (mode === 'post' && kept?.job !== job) return nothing(`${where}, which is not this job's doing`);
  if (kept?.held === true && kept.job === job && phase !== 'failed')
    return nothing(`${where}, held on purpose`, standing);
  if (standing.idle === true) return nothing(`${where}, of the version that all users have already`);
  if (phase === 'settled') {
    await led.command('mend');
    if (kept !== undefined) await forget(cluster, kept);
    return nothing('no canary is under way');
  }
  if (phase === 'failed' && standing.stuck !== true && kept === undefined) return nothing(where);
  const why = mode === 'post' ? 'the main step did not come to its end' : 'told to abort';
  const ending = await wentBack(run, { ...standing, stuck: true }, why, kept);
  const verdict = ending.verdict === 'rolled-back' ? 'restored' : ending.verdict;
  return { kind: 'ended', ending: { ...ending, verdict }, found: where };
}

function nothing(reason: string, standing?: Standing): SessionResult {
  const state = standing === undefined ? undefined : { phase: phaseOf(standing), weight: standing.weight };
  return { kind: 'nothing', reason, state };
}
