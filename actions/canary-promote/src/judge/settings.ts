import { parseDuration } from '../../../shared/units/duration.ts';

/** Everything the judge can be told. Shares are fractions (0.001 = 0.1 %), times are seconds. */
export interface Settings {
  /** Data of the canary's first seconds (and of each step's) that is not judged. */
  warmUp: number;
  /** Allowed increase of the failure rate, as a share of requests. */
  maxErrorIncrease: number;
  /** Allowed relative increase of latencies. */
  maxLatencyIncrease: number;
  /** Latency differences below this many seconds never count. */
  latencyFloor: number;
  /** Allowed relative increase of gauges such as heap and goroutines over stable's recent maximum. */
  maxSaturationIncrease: number;
  /** Probability that a canary as good as stable is ever failed, all metrics, looks and steps together. */
  falseRollbackProbability: number;
  /** Confidence of the claim that a promotion rests on. */
  promotionConfidence: number;
  /** Canary requests a step needs before it can pass. */
  minRequests: number;
  /** Seconds of judged data a step needs before it can pass. */
  minStepDuration: number;
  /** Absolute limit of the canary's failure rate (SLO), fails at once; undefined: none. */
  maxErrorRate?: number;
  /** Absolute limit in seconds of the canary's 99th percentile (SLO), fails at once; undefined: none. */
  maxLatencyP99?: number;
  /** Weights of the rollout in percent; the claim of a step is scaled by the weight it opens the way to. */
  steps: number[];
}

export const defaultSettings: Settings = {
  warmUp: 0,
  maxErrorIncrease: 0.002,
  maxLatencyIncrease: 0.1,
  latencyFloor: 0.003,
  maxSaturationIncrease: 1,
  falseRollbackProbability: 0.01,
  promotionConfidence: 0.95,
  minRequests: 50,
  minStepDuration: 30,
  steps: [],
};

interface Kind {
  form: string;
  parse(text: string): number | undefined;
}

/** Seconds of a Go duration; undefined if it is none. */
function seconds(text: string): number | undefined {
  try {
    return parseDuration(text) / 1000;
  } catch {
    return undefined;
  }
}

/** Share of `0.5%` or `0.5` (percentage points) if it lies in [low, high]. */
function share(text: string, low: number, high: number): number | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*%?$/.exec(text);
  const value = match ? Number(match[1]) / 100 : Number.NaN;
  return value >= low && value <= high ? value : undefined;
}

const duration: Kind = { form: 'a duration such as 45s, 1m30s or 500ms', parse: seconds };
const points: Kind = {
  form: 'a percentage from 0 to 100, such as 0.5%',
  parse: (text) => share(text, 0, 1),
};
const probability: Kind = {
  form: 'a percentage above 0 and below 100, such as 1%',
  parse: (text) => share(text, 1e-6, 1 - 1e-6),
};
const increase: Kind = {
  form: 'a percentage such as 10%',
  parse: (text) => share(text, 0, 1000),
};
const count: Kind = {
  form: 'a whole number such as 100',
  parse: (text) => (/^\d{1,12}$/.test(text) ? Number(text) : undefined),
};

type NumberKey = Exclude<keyof Settings, 'steps'>;

/** The action's inputs that the judge reads → the setting and its form. */
const inputs: Record<string, [NumberKey, Kind]> = {
  'warm-up': ['warmUp', duration],
  'max-error-increase': ['maxErrorIncrease', points],
  'max-latency-increase': ['maxLatencyIncrease', increase],
  'latency-floor': ['latencyFloor', duration],
  'max-saturation-increase': ['maxSaturationIncrease', increase],
  'false-rollback-probability': ['falseRollbackProbability', probability],
  'promotion-confidence': ['promotionConfidence', probability],
  'min-requests': ['minRequests', count],
  'min-step-duration': ['minStepDuration', duration],
  'max-error-rate': ['maxErrorRate', points],
  'max-latency-p99': ['maxLatencyP99', duration],
};

/** Names of all inputs that `parseSettings` takes. */
export const settingNames: readonly string[] = [...Object.keys(inputs), 'steps'];

function parseSteps(text: string): number[] | undefined {
  const weights = text
    .split(/[\s,]+/)
    .filter((part) => part !== '')
    .map((part) => (/^\d+(\.\d+)?%?$/.test(part) ? Number.parseFloat(part) : Number.NaN));
  const rising = weights.every((weight, i) => weight > (weights[i - 1] ?? 0) && weight <= 100);
  return rising && weights.length > 0 ? weights : undefined;
}

/**
 * Settings from the action's own input names and texts; an empty text is unset.
 * Throws an Error that names key, value and allowed form.
 */
export function parseSettings(raw: Record<string, string>): Settings {
  const settings: Settings = { ...defaultSettings };
  for (const [name, value] of Object.entries(raw)) {
    const text = value.trim();
    const input = Object.hasOwn(inputs, name) ? inputs[name] : undefined;
    if (input === undefined && name !== 'steps') {
      throw new Error(`unknown setting "${name}" (value "${text}"): allowed are ${settingNames.join(', ')}`);
    }
    if (text === '') continue;
    if (input === undefined)
      settings.steps = demand(name, text, 'rising weights such as 5, 25, 50, 100', parseSteps);
    else settings[input[0]] = demand(name, text, input[1].form, input[1].parse);
  }
  return settings;
}

function demand<T>(name: string, text: string, form: string, parse: (text: string) => T | undefined): T {
  const value = parse(text);
  if (value === undefined) throw new Error(`${name}: "${text}" is not ${form}`);
  return value;
}
