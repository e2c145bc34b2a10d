import { createJudge, parseSettings, type Scrape } from '../../actions/canary-promote/src/judge/index.ts';
import { argoRollouts } from './peers/argo-rollouts.ts';
import { flagger } from './peers/flagger.ts';
import { kayenta } from './peers/kayenta.ts';
import type { Peer } from './peers/peer.ts';
import { Random } from './random.ts';
import { every, length, type Profile, type Scenario } from './scenarios.ts';
import { advance, emptyCounters, restart, scrapeOf } from './service.ts';

/** Seconds at which each judge rolled back, one number a run; Infinity: never. */
export type Results = Record<string, number[]>;

export interface Cell {
  scenario: string;
  rps: number;
  results: Results;
  /** Runs in which our judge said "pass" at some time, and at the end. */
  passed: number;
  passedAtEnd: number;
}

export const ours = 'seatrial';

/** Our judge seen as a peer; it also counts whether it said "pass". */
function seatrial(settings: Record<string, string>, passes: { ever: boolean; last: boolean }): Peer {
  const judge = createJudge(parseSettings(settings));
  return {
    observe(scrape) {
      const { verdict } = judge.observe(scrape);
      passes.last = verdict === 'pass';
      passes.ever ||= passes.last;
      return verdict === 'fail';
    },
    end: () => false,
  };
}

function contenders(scenario: Scenario, passes: { ever: boolean; last: boolean }): Map<string, Peer> {
  return new Map([
    [ours, seatrial(scenario.settings ?? {}, passes)],
    ['flagger', flagger()],
    ['argo rollouts', argoRollouts()],
    ['kayenta, at the end', kayenta(false)],
    ['kayenta, each minute', kayenta(true)],
  ]);
}

/** One run of half an hour; every judge sees the same scrapes until it rolls back. */
function runOnce(
  scenario: Scenario,
  profile: Profile,
  { seed, names, untimed }: { seed: number } & How,
  cell: Cell,
): void {
  const random = new Random(seed);
  const drawn = scenario.shape?.(random) ?? profile.shape;
  const shape = untimed === true ? { ...drawn, buckets: [] } : drawn;
  const failing = scenario.failing?.(random) ?? profile.failing;
  const recorded = scenario.recorder?.(random) ?? ((scrape: Scrape) => scrape);
  const interval = scenario.script({ ...profile, failing }, random);
  const passes = { ever: false, last: false };
  const judging = contenders(scenario, passes);
  for (const name of judging.keys()) if (names?.includes(name) === false) judging.delete(name);
  const groups = { stable: emptyCounters(shape), canary: emptyCounters(shape) };
  const from = scenario.from ?? 0;
  const over = (name: string, t: number): void => {
    cell.results[name] = [...(cell.results[name] ?? []), t < from ? Number.POSITIVE_INFINITY : t - from];
    judging.delete(name);
  };
  for (let t = 0; t <= length && judging.size > 0; t += every) {
    const { stable, canary, restart: restarted, lost } = interval(t);
    if (restarted !== undefined) restart(groups[restarted.group], restarted.part);
    if (t > 0) advance(groups.stable, stable, every, shape, random);
    if (t > 0) advance(groups.canary, canary, every, shape, random);
    if (lost === 'both') continue;
    const scrape = recorded(scrapeOf(t, groups.stable, groups.canary, lost));
    if (scrape === undefined) continue;
    for (const [name, peer] of judging) if (peer.observe(scrape)) over(name, t);
  }
  for (const [name, peer] of judging) over(name, peer.end(length) ? length : Number.POSITIVE_INFINITY);
  cell.passed += passes.ever ? 1 : 0;
  cell.passedAtEnd += passes.last ? 1 : 0;
}

/** `names`: only these judges; `untimed`: without latencies. */
interface How {
  names?: readonly string[];
  untimed?: boolean;
}

/** All runs of one scenario at one rate; `first`: seed of the first run. */
export function runCell(
  scenario: Scenario,
  profile: Profile,
  runs: number,
  { first = 1, ...how }: How & { first?: number } = {},
): Cell {
  const cell: Cell = { scenario: scenario.name, rps: profile.rps, results: {}, passed: 0, passedAtEnd: 0 };
  for (let run = 0; run < runs; run++) {
    runOnce(scenario, profile, { seed: first + run * 7919 + profile.rps * 31, ...how }, cell);
  }
  return cell;
}
