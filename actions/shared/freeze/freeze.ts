import { UserError } from '../errors/user-error.ts';

/** A time in which nothing is rolled out. */
export type Freeze = { readonly text: string } & (
  | { readonly from: number; readonly to: number }
  | {
      /** Minutes since Monday 00:00 in the zone, or since midnight for one of every day; `to` is not part of it. */
      readonly from: number;
      readonly to: number;
      readonly every: 'day' | 'week';
      readonly zone: string;
    }
);

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const minutesOfDay = 24 * 60;

/**
 * Reads one window: `2026-12-20T00:00+01:00/2026-12-27T00:00+01:00`, `Fri 16:00-Mon 08:00 Europe/Berlin` each week, or
 * `22:00-06:00 Europe/Berlin` each day. The zone is UTC unless named. Throws an Error that completes "expected …".
 */
export function parseFreeze(raw: string): Freeze {
  const text = raw.replace(/\s+/g, ' ');
  return interval(text) ?? weekly(text) ?? daily(text) ?? fail();
}

function fail(): never {
  throw new Error(
    'an interval such as 2026-12-20T00:00Z/2026-12-27T00:00Z, Fri 16:00-Mon 08:00 Europe/Berlin, or 22:00-06:00 Europe/Berlin',
  );
}

function interval(text: string): Freeze | undefined {
  const [begin = '', end = '', ...rest] = text.split('/');
  if (rest.length > 0 || !/^\d{4}-\d{2}-\d{2}/.test(begin)) return undefined;
  // Without a zone a time means another moment on each runner.
  const moment = (iso: string): number =>
    /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2}))?$/.test(iso) ? Date.parse(iso) : Number.NaN;
  const [from, to] = [moment(begin), moment(end)];
  return from < to ? { text, from, to } : fail();
}

const clock = '([01]?\\d|2[0-3]|24):([0-5]\\d)';
const zoned = '(?: ([A-Za-z][\\w+/-]*))?$';
const weekPattern = new RegExp(`^(${days.join('|')}) ${clock} ?- ?(${days.join('|')}) ${clock}${zoned}`);
const dayPattern = new RegExp(`^${clock} ?- ?${clock}${zoned}`);

function weekly(text: string): Freeze | undefined {
  const found = weekPattern.exec(text);
  if (found === null) return undefined;
  const [, day = '', hour, minute, endDay = '', endHour, endMinute, zone = 'UTC'] = found;
  const from = days.indexOf(day) * minutesOfDay + Number(hour) * 60 + Number(minute);
  const to = days.indexOf(endDay) * minutesOfDay + Number(endHour) * 60 + Number(endMinute);
  return { text, from, to, every: 'week', zone: knownZone(zone) };
}

function daily(text: string): Freeze | undefined {
  const found = dayPattern.exec(text);
  if (found === null) return undefined;
  const [, hour, minute, endHour, endMinute, zone = 'UTC'] = found;
  const from = Number(hour) * 60 + Number(minute);
  return { text, from, to: Number(endHour) * 60 + Number(endMinute), every: 'day', zone: knownZone(zone) };
}

function knownZone(zone: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone;
  } catch {
    return fail();
  }
}

/** The first of the windows that `now` (milliseconds since the epoch) lies in. */
export function frozenBy(freezes: readonly Freeze[], now: number): Freeze | undefined {
  return freezes.find((freeze) => {
    if (!('every' in freeze)) return now >= freeze.from && now < freeze.to;
    const at = minuteIn(freeze.zone, freeze.every, now);
    return freeze.from < freeze.to
      ? at >= freeze.from && at < freeze.to
      : at >= freeze.from || at < freeze.to;
  });
}

function minuteIn(timeZone: string, every: 'day' | 'week', now: number): number {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const parts = new Map(format.formatToParts(now).map(({ type, value }) => [type, value]));
  const minute = Number(parts.get('hour')) * 60 + Number(parts.get('minute'));
  return every === 'day' ? minute : days.indexOf(parts.get('weekday') ?? '') * minutesOfDay + minute;
}

/** Nothing is rolled out now. */
export class Frozen extends UserError {
  constructor({ text }: Freeze) {
    super(`nothing is rolled out in the freeze ${text}`, {
      fix: 'Run the job again when it is over; for what can’t wait write `ignore-freeze: true`.',
    });
    this.name = 'Frozen';
  }
}
