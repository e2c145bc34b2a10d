import { expect, test } from '@jest/globals';
import { frozenBy, parseFreeze } from '../../../actions/shared/freeze/freeze.ts';

const frozen = (window: string, at: string): boolean =>
  frozenBy([parseFreeze(window)], Date.parse(at)) !== undefined;

test.each([
  ['2026-12-20T00:00+01:00/2026-12-27T00:00+01:00', '2026-12-19T23:00:00Z', true],
  ['2026-12-20T00:00+01:00/2026-12-27T00:00+01:00', '2026-12-19T22:59:59Z', false],
  ['2026-12-20/2026-12-27', '2026-12-26T23:59:59Z', true],
  ['2026-12-20/2026-12-27', '2026-12-27T00:00:00Z', false],
  // 2026-11-27 is a Friday; Berlin is one hour ahead of UTC in winter and two in summer.
  ['Fri 16:00-Mon 08:00 Europe/Berlin', '2026-11-27T14:59:00Z', false],
  ['Fri 16:00-Mon 08:00 Europe/Berlin', '2026-11-27T15:00:00Z', true],
  ['Fri 16:00-Mon 08:00 Europe/Berlin', '2026-11-30T06:59:00Z', true],
  ['Fri 16:00-Mon 08:00 Europe/Berlin', '2026-11-30T07:00:00Z', false],
  ['Fri 16:00-Mon 08:00 Europe/Berlin', '2026-07-03T14:00:00Z', true],
  ['Fri 16:00-Sat 24:00', '2026-11-28T23:59:00Z', true],
  ['22:00-06:00', '2026-11-26T23:30:00Z', true],
  ['22:00 - 06:00', '2026-11-26T05:59:00Z', true],
  ['22:00-06:00', '2026-11-26T12:00:00Z', false],
])('%s at %s: %s', (window, at, expected) => expect(frozen(window, at)).toBe(expected));

test.each([
  'weekends',
  'Fri 16:00-Mon 8 Europe/Berlin',
  'Fri 16:00-Mon 08:00 Europe/Nowhere',
  '2026-12-27/2026-12-20',
  '2026-12-20T00:00/2026-12-27T00:00',
  '25:00-06:00',
])('%s is refused', (window) => expect(() => parseFreeze(window)).toThrow('an interval such as'));
