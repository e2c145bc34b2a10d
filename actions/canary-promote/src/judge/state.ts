import { type ComparisonState, emptyComparison } from './comparison.ts';
import type { CounterState } from './counters.ts';
import { errorBets } from './errors.ts';
import type { GaugeState } from './gauges.ts';
import { emptyIntake, type Increment, type IntakeState } from './intake.ts';
import { emptyLatency, type LatencyState } from './latency.ts';
import { emptyTraffic, type TrafficState } from './retries.ts';
import { emptySlo, type SloState } from './slo.ts';

/** Increments of both groups over the same time. */
export interface Both {
  stable: Increment;
  canary: Increment;
}

/** Everything the judge remembers: plain JSON, its size independent of how long it has been judging. */
export interface JudgeState {
  version: 1;
  stable: IntakeState;
  canary: IntakeState;
  /** Time of the last scrape taken, and how many since were older than it. */
  lastT: number | null;
  behind: number;
  /** Last time both groups had usable counters. */
  lastBothT: number | null;
  /** Until when data is not judged. */
  warmUntil: number | null;
  /** Since when data waits in `pending` to be judged as one interval. */
  judgedT: number | null;
  pending: Both | null;
  /** What the first scrape showed, until the second tells whether those counters were new. */
  first: Both | null;
  seconds: number;
  step: { weight: number | null; next: number | null; seconds: number };
  traffic: TrafficState;
  errors: ComparisonState;
  latency: LatencyState;
  gauges: Record<string, GaugeState>;
  counters: Record<string, CounterState>;
  slo: SloState;
  /** Reason of a failure: final. */
  failed: string | null;
}

export function emptyState(): JudgeState {
  return {
    version: 1,
    stable: emptyIntake(),
    canary: emptyIntake(),
    lastT: null,
    behind: 0,
    lastBothT: null,
    warmUntil: null,
    judgedT: null,
    pending: null,
    first: null,
    seconds: 0,
    step: { weight: null, next: null, seconds: 0 },
    traffic: emptyTraffic(),
    errors: emptyComparison(errorBets),
    latency: emptyLatency(),
    gauges: {},
    counters: {},
    slo: emptySlo(),
    failed: null,
  };
}

/** Whether `value` has every key of the template with the same kind of value; null and empty objects stand for anything. */
function sameShape(template: unknown, value: unknown): boolean {
  if (template === null) return value !== undefined;
  if (typeof template !== 'object') return typeof value === typeof template;
  if (typeof value !== 'object' || value === null || Array.isArray(value) !== Array.isArray(template))
    return false;
  const found = new Map<string, unknown>(Object.entries(value));
  return Object.entries(template).every(([key, part]) => sameShape(part, found.get(key)));
}

/** Whether a parsed JSON value is a state that this version wrote. */
export function isState(value: unknown): value is JudgeState {
  if (!sameShape(emptyState(), value)) return false;
  return typeof value === 'object' && value !== null && 'version' in value && value.version === 1;
}
