import type { Context } from '../../shared/action/context.ts';
import { Report } from '../../shared/action/report.ts';
import type { Inputs, Output } from './contract.ts';
import { formatTarget, type Target } from './target.ts';

type One = (inputs: Inputs, context: Context<Output>) => Promise<void>;

interface Ended {
  readonly target: Target;
  readonly report: Report<Output>;
  /** What it threw; undefined when it came to a verdict. */
  readonly thrown: unknown;
  readonly failed: boolean;
}

/**
 * Rolls out to every target, one after the other or all at once. The first that fails is the last that begins: those behind it are
 * left as they are, and those beside it are cancelled, which takes them back. What has succeeded before stays.
 */
export async function overTargets(inputs: Inputs, context: Context<Output>, one: One): Promise<void> {
  const { targets } = inputs;
  if (targets.length === 0) return one(inputs, context);
  const ended = inputs.parallel ? await atOnce(inputs, context, one) : await inTurn(inputs, context, one);
  merge(ended, targets, context);
}

async function inTurn(inputs: Inputs, context: Context<Output>, one: One): Promise<Ended[]> {
  const ended: Ended[] = [];
  for (const target of inputs.targets) {
    if (ended.some(({ failed }) => failed)) break;
    ended.push(await toOne(target, inputs, context, one));
  }
  return ended;
}

async function atOnce(inputs: Inputs, context: Context<Output>, one: One): Promise<Ended[]> {
  const stop = new AbortController();
  const signal = AbortSignal.any([context.signal, stop.signal]);
  const ended: Ended[] = [];
  await Promise.all(
    inputs.targets.map(async (target) => {
      const end = await toOne(target, inputs, { ...context, signal }, one);
      // In the order in which they end: the first failure is the one that counts.
      ended.push(end);
      if (end.failed) stop.abort(new Error(`${formatTarget(target)} has failed`));
    }),
  );
  return ended;
}

async function toOne(target: Target, inputs: Inputs, context: Context<Output>, one: One): Promise<Ended> {
  const report = new Report<Output>();
  const name = formatTarget(target);
  const log = { ...context.log, info: (line: string) => context.log.info(`[${name}] ${line}`) };
  try {
    await one({ ...inputs, ...target }, { ...context, report, log });
    return { target, report, thrown: undefined, failed: report.failure !== undefined };
  } catch (error) {
    return { target, report, thrown: error, failed: true };
  }
}

/** Tells all of them as one step: outputs of the first that failed, else of the last that changed anything. */
function merge(
  ended: readonly Ended[],
  targets: readonly Target[],
  { report, record }: Context<Output>,
): void {
  const failed = ended.find((end) => end.failed);
  const changed = ended.findLast(({ report: { outputs } }) => outputs.get('changed') === 'true');
  const decisive = failed ?? changed ?? ended.at(-1);
  for (const [name, value] of decisive?.report.outputs ?? []) report.output(name, value);
  const workloads = ended.flatMap(({ report: { outputs } }) => listIn(outputs.get('workloads')));
  report.output('workloads', JSON.stringify(workloads));
  for (const end of ended) {
    for (const annotation of end.report.annotations) report.annotate(annotation);
    for (const summary of end.report.summaries) report.summary(summary);
  }
  const own = ended.flatMap(({ report: { sections } }) => sections.rollouts?.slice(-1) ?? []);
  const others = (record.rollouts ?? []).filter(
    (old) => !own.some((now) => now.environment === old.environment && now.namespace === old.namespace),
  );
  if (own.length > 0) report.section('rollouts', [...others, ...own]);
  if (failed === undefined) return;
  const begun = new Set(ended.map(({ target }) => formatTarget(target)));
  const rest = targets.map(formatTarget).filter((name) => !begun.has(name));
  const left = rest.length === 0 ? '' : ` Left as they were: ${rest.join('; ')}.`;
  const { failure } = failed.report;
  if (failure !== undefined)
    report.fail(`${formatTarget(failed.target)}: ${failure.message}.${left}`, failure.fix);
  if (failed.thrown !== undefined) throw failed.thrown;
}

function listIn(json: string | undefined): unknown[] {
  const value: unknown = json === undefined || json === '' ? [] : JSON.parse(json);
  return Array.isArray(value) ? value : [];
}
