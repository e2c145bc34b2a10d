import type { Verdict } from '../judge/types.ts';

/** One moment of a canary, for charts. */
export interface Point {
  /** Seconds since the first point. */
  readonly t: number;
  readonly weight: number;
  /** Percent of requests that failed since the point before. */
  readonly stable: number | undefined;
  readonly canary: number | undefined;
  /** Log-evidence that the canary is worse, as a share of what proves it: 1 is proof. */
  readonly evidence: number;
}

export interface Totals {
  readonly requests: number;
  readonly failures: number;
}

/** Points that are kept; a canary of a day is thinned out, so that memory stays constant. */
const most = 480;

/** What happened over time, thinned to a constant number of points. */
export class Trace {
  readonly points: Point[] = [];
  #start: number | undefined;
  #last: { stable: Totals | undefined; canary: Totals | undefined } = {
    stable: undefined,
    canary: undefined,
  };
  #every = 1;
  #seen = 0;

  /** `totals` are cumulative, as scraped. */
  add(
    weight: number,
    verdict: Verdict,
    totals: { stable: Totals | undefined; canary: Totals | undefined },
  ): void {
    this.#seen += 1;
    if (this.#seen % this.#every !== 0) return;
    this.#start ??= verdict.at;
    this.points.push({
      t: verdict.at - this.#start,
      weight,
      stable: rate(this.#last.stable, totals.stable),
      canary: rate(this.#last.canary, totals.canary),
      evidence: evidenceOf(verdict),
    });
    this.#last = totals;
    if (this.points.length < most) return;
    this.points.splice(0, this.points.length, ...this.points.filter((_, i) => i % 2 === 1));
    this.#every *= 2;
  }
}

/** Percent that failed between two readings; undefined without requests, or when a counter began anew. */
function rate(before: Totals | undefined, now: Totals | undefined): number | undefined {
  if (before === undefined || now === undefined) return undefined;
  const requests = now.requests - before.requests;
  const failures = now.failures - before.failures;
  return requests > 0 && failures >= 0 ? Math.min(100, (100 * failures) / requests) : undefined;
}

/** The metric that is closest to proof. */
export function evidenceOf(verdict: Verdict): number {
  const shares = verdict.evidence.metrics.map(({ logEvidence, failAt }) =>
    failAt > 0 ? logEvidence / failAt : 0,
  );
  return Math.max(0, ...shares);
}
