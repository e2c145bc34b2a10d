/** Cumulative counters as Prometheus has them; `latency`: upper bound in seconds (`le`) → cumulative count. */
export interface Counters {
  requests: number;
  failures: number;
  latency?: Record<string, number>;
  /** What is not a counter, per pod or as the mean of the group's pods: `heap-bytes`, `goroutines`, `latency-p99` (s). */
  gauges?: Record<string, number>;
}

export type Group = Counters | { pods: Record<string, Counters> };

export interface Scrape {
  /** Seconds, any epoch. */
  t: number;
  stable?: Group;
  canary?: Group;
  /** Business counters, name → what both groups have counted, such as payments (`requests`) and those that failed. */
  counters?: Record<string, { stable?: Group; canary?: Group }>;
  /** Percent of the traffic meant for the canary, where the caller knows it. */
  weight?: number;
}

/** Counts of one group and its rate (events per request) with the interval of `promotion-confidence`. */
export interface GroupCounts {
  requests: number;
  events: number;
  rate: number;
}

/** One comparison of the two groups: failures (also a business counter's), requests slower than a bound, or a gauge. */
export interface MetricEvidence {
  /** `failures`, `payments`, `slower than 0.25 s`, `gauge goroutines`. */
  name: string;
  kind: 'failures' | 'latency' | 'gauge';
  /** Counts since the step began. */
  stable: GroupCounts;
  canary: GroupCounts;
  /** Canary's rate minus stable's, as a share of requests (0.001 = 0.1 percentage points), over the step. */
  increase: { estimate: number; low: number; high: number };
  /** The increase that the promotion claim allows, as a share of requests. */
  margin: number;
  /** Natural log of the e-value against "no worse than allowed"; failure is proven at `failAt`. Carries over steps. */
  logEvidence: number;
  failAt: number;
  /** Natural log of the e-value against "worse than the margin", this step; the claim holds at `claimAt`. */
  logClaim: number;
  claimAt: number;
  /** How many failures come together as one, estimated; 1 = independent. */
  dispersion: number;
}

export interface Evidence {
  /** Seconds of data judged in all and in this step, after warm-up. */
  seconds: number;
  stepSeconds: number;
  /** Share of requests that reached the canary in this step, 0..1; NaN-free: 0 without traffic. */
  share: number;
  metrics: MetricEvidence[];
}

/** What stands between now and a verdict. */
export interface Missing {
  /** Why there is no verdict yet, one sentence each. */
  because: string[];
  canaryRequests: number;
  /** Canary requests a good release would need in this step, as far as can be told now; null if it can't. */
  canaryRequestsNeeded: number | null;
  /** Further seconds at the present traffic; null without traffic. */
  secondsNeeded: number | null;
  /** Smallest increase of failures (share of requests) that would most likely have been found by now; null: none. */
  smallestDetectable: number | null;
}

export type Verdict =
  | { verdict: 'fail'; at: number; reason: string; evidence: Evidence }
  | { verdict: 'pass'; at: number; reason: string; evidence: Evidence }
  | { verdict: 'not-enough-evidence'; at: number; reason: string; missing: Missing; evidence: Evidence };
