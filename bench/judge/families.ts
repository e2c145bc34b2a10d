import { rough } from './rough.ts';
import { type Scenario, scenarios } from './scenarios.ts';
import { layouts, logNormal, type Shape } from './shapes.ts';
import { varied } from './varied.ts';

/** Latencies of the first family: around 50 ms, in the buckets of Prometheus' client libraries. */
export const usual: Shape = { buckets: layouts.prometheus, below: logNormal(0.05, 0.6) };

/** The second and third draw their parameters anew in each run. */
export const families: Readonly<Record<string, readonly Scenario[]>> = { first: scenarios, varied, rough };

export const allScenarios: readonly Scenario[] = Object.values(families).flat();
