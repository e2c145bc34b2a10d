import { type Scenario, scenarios } from './scenarios.ts';
import { layouts, logNormal, type Shape } from './shapes.ts';
import { varied } from './varied.ts';

/** Latencies of the first family: around 50 ms, in the buckets of Prometheus' client libraries. */
export const usual: Shape = { buckets: layouts.prometheus, below: logNormal(0.05, 0.6) };

/** Both families: the second draws its parameters anew in each run. */
export const allScenarios: readonly Scenario[] = [...scenarios, ...varied];
