import { performance } from 'node:perf_hooks';
import { type Counters, createJudge, defaultSettings } from '../../actions/canary-promote/src/judge/index.ts';
import { usual } from './families.ts';
import { Random } from './random.ts';
import { advance, emptyCounters } from './service.ts';

/** Steps measured, after as many to warm up. */
const steps = 100;

export interface StepCost {
  pods: number;
  series: number;
  milliseconds: number;
  /** Size of the saved state after the first and after the last step. */
  bytes: [number, number];
}

/** Median time of one verdict (evidence read) over `pods` pods of both groups, each with 14 series. */
export function stepCost(pods: number): StepCost {
  const random = new Random(1);
  const judge = createJudge(defaultSettings);
  const all = Array.from({ length: pods }, (_, i) => ({ name: `pod-${i}`, counters: emptyCounters(usual) }));
  const behaviour = { rps: 10, failing: 0.001, burst: 0, slowness: 1, tail: 0, tailFactor: 1 };
  const times: number[] = [];
  const sizes: number[] = [];
  for (let step = 0; step < 2 * steps; step++) {
    const [stable, canary]: Record<string, Counters>[] = [{}, {}];
    for (const [i, { name, counters }] of all.entries()) {
      advance(counters, behaviour, 5, usual, random);
      const copy = { ...counters, latency: { ...counters.latency } };
      if (i % 10 === 0 && canary !== undefined) canary[name] = copy;
      else if (stable !== undefined) stable[name] = copy;
    }
    const scrape = { t: step * 5, stable: { pods: stable ?? {} }, canary: { pods: canary ?? {} } };
    const before = performance.now();
    const { evidence } = judge.observe(scrape);
    if (evidence.seconds >= 0) times.push(performance.now() - before);
    sizes.push(JSON.stringify(judge.toJSON()).length);
  }
  const sorted = times.slice(steps).sort((a, b) => a - b);
  return {
    pods,
    series: pods * 14,
    milliseconds: sorted[Math.floor(steps / 2)] ?? Number.NaN,
    bytes: [sizes[steps] ?? 0, sizes.at(-1) ?? 0],
  };
}
