import { join } from 'node:path';
import { messageOf } from '../../shared/errors/user-error.ts';
import type { Cluster } from './cluster/cluster.ts';
import { readKnowledge, writeKnowledge } from './cluster/knowledge.ts';
import type { RouteStore } from './cluster/route-store.ts';
import type { Promotion } from './flow/work.ts';
import { createJudge, judgeFromJSON, parseSettings } from './judge/index.ts';
import { openEvidence } from './metrics/evidence-file.ts';
import { nameOf, shortImage } from './plan/select.ts';
import type { CanaryRun } from './run-canary.ts';
import { stepJudge } from './watch-step.ts';

/** What a run goes forward with: the release, and a judge that knows what earlier jobs have seen of it. */
export async function promotionFor(
  run: CanaryRun,
  store: RouteStore,
  cluster: Cluster,
  signal: AbortSignal,
): Promise<Promotion> {
  const { inputs, context, deps, plan, source, outcome } = run;
  const release = plan.release;
  const unjudged = inputs.mode === 'promote';
  const { onNotEnoughEvidence, onMaxRuntime } = inputs;
  const common = { release, onNotEnoughEvidence, onMaxRuntime, unjudged };
  if (source === undefined) {
    const judge = (): Promise<never> => Promise.reject(new Error('a promotion by hand judges nothing'));
    return { ...common, judge, keep: () => Promise.resolve() };
  }
  const path = join(context.temp, 'seatrial', `canary-${nameOf(release.workload)}.jsonl`);
  const evidence = await openEvidence(path);
  context.report.output('evidence', path);
  outcome.source = source;
  outcome.title = `Canary of ${nameOf(release.workload)}: ${shortImage(release.image)}`;
  const weights = inputs.steps.map(({ weight }) => weight).filter((weight) => weight > 0);
  const settings = parseSettings({
    ...inputs.judge,
    steps: weights.join(','),
  });
  const about = { workload: nameOf(release.workload), release: release.id };
  const known = await readKnowledge(cluster, about);
  if (known !== undefined) context.log.info('What earlier jobs have seen of this canary is carried on.');
  const mind = known === undefined ? createJudge(settings) : judgeFromJSON(settings, known.judge);
  const progress = { step: known?.step ?? -1, watched: known?.watched ?? 0 };
  const judge = stepJudge({
    cluster,
    store,
    clock: deps.clock,
    signal,
    log: context.log.info,
    judge: mind,
    progress,
    source,
    evidence,
    trace: outcome.trace,
    interval: inputs.interval,
    stepTimeout: inputs.stepTimeout,
    deadline: run.began + inputs.maxRuntime,
    onVerdict: (verdict) => outcome.verdicts(verdict),
    onStep: (result) => outcome.steps.push(result),
  });
  const keep: Promotion['keep'] = (state) =>
    writeKnowledge(cluster, state, { judge: mind.toJSON(), ...progress }).catch((error: unknown) =>
      context.log.info(`A later job will judge afresh: ${messageOf(error)}`),
    );
  return { ...common, judge, keep };
}
