import { expect, test } from '@jest/globals';
import { formatDuration, parseDuration } from '../../../actions/shared/units/duration.ts';

test.each([
  ['45s', 45_000],
  ['1m30s', 90_000],
  ['1.5h', 5_400_000],
  ['250ms', 250],
  ['0', 0],
])('%s is %d ms', (text, ms) => {
  expect(parseDuration(text)).toBe(ms);
});

test.each(['', '45', '5 m', 's', '1d', '-3s', '1m x'])('"%s" is refused, with the allowed form', (text) => {
  expect(() => parseDuration(text)).toThrow('a duration such as 45s, 5m or 1h30m');
});

test.each([
  [400, '0.4s'],
  [12_000, '12s'],
  [185_000, '3m05s'],
  [3_720_000, '1h02m'],
])('%d ms reads %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});
