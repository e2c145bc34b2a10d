import { expect, test } from '@jest/globals';
import { environmentInputs, InputReader } from '../../../actions/shared/contract/input-reader.ts';
import {
  choice,
  commaLines,
  duration,
  flag,
  integer,
  lines,
  pairs,
  path,
  percent,
  text,
} from '../../../actions/shared/contract/types.ts';
import { UserError } from '../../../actions/shared/errors/user-error.ts';

function reader(inputs: Readonly<Record<string, string>>): InputReader {
  const env = Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  );
  return new InputReader(environmentInputs(env), '/workspace');
}

test('reads an input the way the runner names it', () => {
  const read = reader({ 'working-directory': 'app' });
  expect(read.optional('working-directory', path('/workspace'))).toBe('/workspace/app');
  expect(() => read.finish()).not.toThrow();
});

test('an empty input is unset: its default counts', () => {
  const read = reader({ timeout: '  ' });
  expect(read.withDefault('timeout', duration, '5m')).toBe(300_000);
  expect(read.optional('timeout', duration)).toBeUndefined();
});

test('every wrong input is told at once, with what was expected', () => {
  const read = reader({ mode: 'fast', wait: '5', share: '120%' });
  read.withDefault('mode', choice('run', 'abort'), 'run');
  read.withDefault('wait', duration, '1m');
  read.withDefault('share', percent, '5%');
  read.required('image', text);
  let thrown: unknown;
  try {
    read.finish();
  } catch (error) {
    thrown = error;
  }
  if (!(thrown instanceof UserError)) throw new Error('expected a UserError');
  expect(thrown.message).toContain('input "mode" is "fast", expected one of run, abort');
  expect(thrown.message).toContain('input "wait" is "5", expected a duration such as 45s, 5m or 1h30m');
  expect(thrown.message).toContain('input "share" is "120%"');
  expect(thrown.message).toContain('input "image" is required');
});

test.each([
  ['true', true],
  ['false', false],
])('%s is a flag', (raw, value) => {
  expect(flag.parse(raw)).toBe(value);
});

test.each(['yes', 'True', '1', 'on'])('%s is no flag: a guess could switch a gate off', (raw) => {
  expect(() => flag.parse(raw)).toThrow('true or false');
});

test('lists go by line, with comments and blank lines left out; a comma separates only where values hold none', () => {
  expect(lines(text).parse('a, b\n\n# no\n  c  \r\nd')).toEqual(['a, b', 'c', 'd']);
  expect(commaLines(text).parse('HIGH,CRITICAL\nLOW')).toEqual(['HIGH', 'CRITICAL', 'LOW']);
});

test('pairs keep everything after the first equals sign and refuse a key that stands twice', () => {
  expect(pairs.parse('a=b=c')).toEqual(new Map([['a', 'b=c']]));
  expect(() => pairs.parse('a=1\na=2')).toThrow('every key once');
  expect(() => pairs.parse('novalue')).toThrow('key=value');
});

test.each(['1.5', '-1', '11', 'ten', ''])('%j is no whole number from 0 to 10', (raw) => {
  expect(() => integer(0, 10).parse(raw)).toThrow('a whole number from 0 to 10');
});
