import { UserError } from '../../shared/errors/user-error.ts';
import type { CanaryContext, Deps } from './deps.ts';
import { presetNames } from './metrics/presets/index.ts';
import { findMetrics, type MetricsSource, requireMetrics } from './metrics/source.ts';
import { baselineName, canaryName } from './plan/canary-objects.ts';
import type { Plan } from './plan/plan.ts';
import { nameOf } from './plan/select.ts';
import type { Forward } from './run-canary.ts';
import type { CanaryState } from './state/state.ts';

/**
 * The numbers that the canary is judged by; found with those of the running version, which has to have some. `found`: the
 * canary that the run goes on with, if any, whose baseline counts and not the input.
 */
export async function metricsFor(
  inputs: Forward,
  context: CanaryContext,
  deps: Deps,
  plan: Plan,
  { namespace, found }: { readonly namespace: string; readonly found: CanaryState | undefined },
): Promise<MetricsSource | undefined> {
  const { prometheus: url } = inputs;
  if (url === undefined) return undefined;
  const query = await deps.prometheus(inputs, context);
  const workload = nameOf(plan.release.workload);
  const route = plan.route.target.kind;
  const subject = { route, namespace, service: plan.service.name, workload, canary: canaryName(workload) };
  const wanted = { preset: inputs.metrics, own: inputs.queries };
  const source = await requireMetrics(
    () => findMetrics(query, subject, wanted, context.signal),
    { url, subject, wanted: inputs.queries === undefined ? inputs.metrics : 'queries' },
    { now: deps.clock.now, pause: (ms) => deps.clock.pause(ms, context.signal) },
    context.log.info,
  );
  const baseline = found?.baseline ?? (inputs.freshBaseline ? baselineName(workload) : '');
  if (baseline === '') return source;
  refuseBlind(source.name, [...(inputs.queries?.values() ?? [])]);
  const fresh = { ...subject, workload: baseline };
  // What was found of the others: another preset's numbers would be of other requests, or of all pods alike.
  const same = { ...wanted, preset: presetNames.find((name) => name === source.name) ?? wanted.preset };
  return againstBaseline(source, () => findMetrics(query, fresh, same, context.signal));
}

/** Those that know which pod has counted. */
const byPod = ['istio', 'otel', 'http', 'queries'];

/** Throws a UserError where the numbers of fresh pods can't be told from those of the others. `own`: queries as written. */
export function refuseBlind(name: string, own: readonly string[]): void {
  if (byPod.includes(name) && own.every((promql) => /\$workload\b/.test(promql))) return;
  throw new UserError(`the metrics (${name}) don't tell fresh pods of the running version from the others`, {
    fix: 'Use `metrics: istio`, `otel` or `http`, queries with `$workload`, or leave out `fresh-baseline`.',
  });
}

/** The fresh pods in the place of stable's, from when there are numbers of them. */
function againstBaseline(
  stable: MetricsSource,
  find: () => Promise<MetricsSource | undefined>,
): MetricsSource {
  let found: MetricsSource | undefined;
  return {
    ...stable,
    name: `${stable.name}, against fresh pods of the running version`,
    scrape: async (weight, signal) => {
      found ??= await find();
      return found?.scrape(weight, signal);
    },
  };
}
