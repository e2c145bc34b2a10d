import type { BuildInfo } from '../build/build-info.ts';
import type { Cause } from './difference.ts';

/**
 * What makes a program that came out the same twice differ from one that is built tomorrow, or by somebody else: a
 * moment of this run among the stamps, and changes that are in no commit.
 */
export function laterCauses(
  { settings }: BuildInfo,
  stamps: readonly string[],
  commitDate: string,
  now: number,
): Cause[] {
  const found: Cause[] = [];
  if (settings.get('vcs.modified') === 'true') {
    found.push({
      cause: 'vcs',
      text: 'it was built from changes that are in no commit (vcs.modified)',
      fix: 'Commit them, or have earlier steps write outside the checkout; `git status` names the files.',
    });
  }
  const stamp = stamps.find((one) => one !== '-X' && isOfThisRun(one, commitDate, now));
  if (stamp !== undefined) {
    found.push({
      cause: 'timestamp',
      text: `the time of this run is stamped into it: ${stamp}`,
      fix: 'Stamp the time of the commit instead: `{date}` in `version-variables`.',
    });
  }
  return found;
}

const oneDay = 24 * 3600 * 1000;

/** Whether a stamp holds a moment of the last day that is not the commit's. */
function isOfThisRun(stamp: string, commitDate: string, now: number): boolean {
  const value = stamp.slice(stamp.indexOf('=') + 1);
  if (commitDate !== '' && value.includes(commitDate)) return false;
  const seconds = /\b1[5-9]\d{8}\b|\b2\d{9}\b/.exec(value)?.[0];
  const iso = /\b20\d\d-?[01]\d-?[0-3]\d(?:[T_ ]?[\d:]{4,8}Z?)?/.exec(value)?.[0];
  const moment = seconds === undefined ? Date.parse(isoOf(iso ?? '')) : Number(seconds) * 1000;
  if (Number.isNaN(moment) || moment === Date.parse(commitDate)) return false;
  return Math.abs(now - moment) < oneDay;
}

/** `20261126_010203` and `2026-11-26 01:02:03` as Date.parse takes them. */
function isoOf(text: string): string {
  const [, year, month, day, rest = ''] = /^(\d{4})-?(\d\d)-?(\d\d)[T_ ]?([\d:]*)Z?$/.exec(text) ?? [];
  if (year === undefined) return '';
  const clock = rest.replaceAll(':', '').padEnd(6, '0');
  const time = rest === '' ? '00:00:00' : `${clock.slice(0, 2)}:${clock.slice(2, 4)}:${clock.slice(4, 6)}`;
  return `${year}-${month}-${day}T${time}Z`;
}
