import type { Scrape } from '../../../actions/canary-promote/src/judge/index.ts';
import { classifiedHigh } from './mann-whitney.ts';
import type { Peer } from './peer.ts';
import { histogramQuantile, type Increase, Window } from './window.ts';

/** Resolution of the metrics in seconds, Kayenta's default step. */
const step = 60;

/** One value a minute: failure rate in percent and p99 in milliseconds; NaN without traffic. */
interface Series {
  failures: number[];
  p99: number[];
}

/**
 * Kayenta's judge on two metrics, failure rate and p99, both critical and judged for increase, NaN values removed:
 * `eachMinute` re-runs it on everything seen so far after each new value, else it judges once at the end.
 */
export function kayenta(eachMinute: boolean): Peer {
  const windows = { stable: new Window(step), canary: new Window(step) };
  const series: Record<'stable' | 'canary', Series> = {
    stable: { failures: [], p99: [] },
    canary: { failures: [], p99: [] },
  };
  let next: number | undefined;
  const judge = (): boolean =>
    classifiedHigh(numbers(series.canary.failures), numbers(series.stable.failures)) ||
    classifiedHigh(numbers(series.canary.p99), numbers(series.stable.p99));
  return {
    observe(scrape: Scrape) {
      windows.stable.add(scrape.t, scrape.stable);
      windows.canary.add(scrape.t, scrape.canary);
      next ??= scrape.t + step;
      if (scrape.t < next) return false;
      next += step;
      for (const group of ['stable', 'canary'] as const) {
        measure(series[group], windows[group].increase(scrape.t, step));
      }
      return eachMinute && judge();
    },
    end: judge,
  };
}

const numbers = (values: number[]): number[] => values.filter((value) => !Number.isNaN(value));

function measure({ failures, p99 }: Series, seen: Increase | undefined): void {
  failures.push(seen === undefined ? Number.NaN : (100 * seen.failures) / seen.requests);
  p99.push(seen === undefined ? Number.NaN : 1000 * histogramQuantile(0.99, seen.latency));
}
