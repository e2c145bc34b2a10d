import type { InputReader } from '../../../shared/contract/input-reader.ts';
import type { InputType } from '../../../shared/contract/types.ts';
import { messageOf } from '../../../shared/errors/user-error.ts';
import { parseSettings } from '../judge/settings.ts';

/** A setting of the judge: checked by the judge itself, handed on as written. */
function setting(name: string, kind: string): InputType<string> {
  return {
    name: kind,
    sample: '',
    parse: (raw) => {
      try {
        parseSettings({ [name]: raw });
      } catch (error) {
        throw new Error(messageOf(error).replace(/^.* is not /, ''));
      }
      return raw;
    },
  };
}

/** Those without a default are limits that are off unless given. Defaults are the judge's own. */
export function judgeSettings(read: InputReader) {
  const given = (name: string, kind: string, fallback: string): [string, string] => [
    name,
    read.withDefault(name, setting(name, kind), fallback),
  ];
  const limit = (name: string, kind: string): [string, string] => [
    name,
    read.optional(name, setting(name, kind)) ?? '',
  ];
  return Object.fromEntries([
    given('warm-up', 'duration', '0s'),
    given('max-error-increase', 'percentage', '0.2%'),
    given('max-latency-increase', 'percentage', '10%'),
    given('latency-floor', 'duration', '3ms'),
    given('max-saturation-increase', 'percentage', '100%'),
    given('false-rollback-probability', 'percentage', '1%'),
    given('promotion-confidence', 'percentage', '95%'),
    given('min-requests', 'whole number', '50'),
    given('min-step-duration', 'duration', '30s'),
    limit('max-error-rate', 'percentage'),
    limit('max-latency-p99', 'duration'),
  ]);
}
