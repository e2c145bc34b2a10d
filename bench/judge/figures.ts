import { allScenarios } from './families.ts';
import { type Cell, ours } from './run.ts';

/** One claim of the project and whether this run of the benchmark bears it out. */
export interface Figure {
  claim: string;
  measured: string;
  holds: boolean;
}

const healthy = new Set(allScenarios.filter((scenario) => scenario.healthy).map(({ name }) => name));

export const isHealthy = (cell: Cell): boolean => healthy.has(cell.scenario);

export function rolledBack(times: readonly number[]): number {
  return times.length === 0 ? 0 : times.filter(Number.isFinite).length / times.length;
}

/** Middle of the times of all runs; Infinity if fewer than half were rolled back. */
export function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.POSITIVE_INFINITY;
}

const resultsOf = (cell: Cell | undefined, name: string): number[] => cell?.results[name] ?? [];
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** False rollbacks of one judge over all healthy runs at one rate, or at all rates if none were run at that one. */
function falseRate(cells: Cell[], name: string, rps: number): number {
  const good = cells.filter(isHealthy);
  const same = good.filter((cell) => cell.rps === rps);
  return rolledBack((same.length > 0 ? same : good).flatMap((cell) => resultsOf(cell, name)));
}

function speed(cells: Cell[], scenario: string, rps: number, seconds: number): Figure {
  const cell = cells.find((each) => each.scenario === scenario && each.rps === rps);
  const time = median(resultsOf(cell, ours));
  return {
    claim: `${scenario} at ${rps} rps: median ≤ ${seconds} s`,
    measured: `${time} s`,
    holds: time <= seconds,
  };
}

function found(cells: Cell[], scenario: string): Figure {
  const cell = cells.find((each) => each.scenario === scenario && each.rps === 100);
  const share = rolledBack(resultsOf(cell, ours));
  return { claim: `${scenario} at 100 rps: found in ≥ 95 %`, measured: percent(share), holds: share >= 0.95 };
}

/** Our median against the fastest peer that has no more false rollbacks than we have at that rate. */
function fastest(cells: Cell[], cell: Cell): Figure {
  const own = falseRate(cells, ours, cell.rps);
  const peers = Object.keys(cell.results)
    .filter((name) => name !== ours && falseRate(cells, name, cell.rps) <= own)
    .map((name) => ({ name, time: median(resultsOf(cell, name)) }))
    .sort((a, b) => a.time - b.time);
  const [best] = peers;
  const time = median(resultsOf(cell, ours));
  const holds =
    best === undefined || time < best.time || (best.time === Number.POSITIVE_INFINITY && time === best.time);
  const against = best === undefined ? 'no peer as reliable' : `${best.name} ${best.time} s`;
  return {
    claim: `${cell.scenario} at ${cell.rps} rps: faster than the peers`,
    measured: `${time} s, ${against}`,
    holds,
  };
}

/** The project's figures, checked on the cells of one run. */
export function figures(cells: Cell[]): Figure[] {
  const list: Figure[] = cells.filter(isHealthy).map((cell) => {
    const share = rolledBack(resultsOf(cell, ours));
    return {
      claim: `${cell.scenario} at ${cell.rps} rps: ≤ 1 % false`,
      measured: percent(share),
      holds: share <= 0.01,
    };
  });
  list.push(speed(cells, '+3 % failures', 100, 40), speed(cells, '+3 % failures', 20, 150));
  list.push(speed(cells, '+3 % failures', 1000, 10), speed(cells, 'total failure', 10, 15));
  for (const name of ['+0.5 % failures', 'latency +20 %', '5 % take 5 times']) list.push(found(cells, name));
  for (const cell of cells) if (!isHealthy(cell)) list.push(fastest(cells, cell));
  return list;
}
