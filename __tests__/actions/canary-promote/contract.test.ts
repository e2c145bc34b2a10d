import { expect, test } from '@jest/globals';
import { contract } from '../../../actions/canary-promote/src/contract.ts';
import {
  defaultSettings,
  parseSettings,
  settingNames,
} from '../../../actions/canary-promote/src/judge/settings.ts';
import { InputReader } from '../../../actions/shared/contract/input-reader.ts';

const sound = { manifests: 'deploy', prometheus: 'http://prometheus:9090' };

function read(inputs: Readonly<Record<string, string>>): ReturnType<typeof contract.parse> {
  const reader = new InputReader((name) => inputs[name] ?? '', '/w');
  const parsed = contract.parse(reader);
  reader.finish();
  return parsed;
}

test("the defaults of the judge's inputs are the judge's own", () => {
  expect(parseSettings(read(sound).judge)).toEqual(defaultSettings);
});

test('every setting of the judge is an input', () => {
  const reader = new InputReader((name) => Reflect.get(sound, name) ?? '', '/w');
  contract.parse(reader);
  const declared = reader.declared.map(({ name }) => name);
  expect(settingNames.filter((name) => !declared.includes(name))).toEqual([]);
});

test.each([
  [{}, 'mode run needs manifests'],
  [{ manifests: 'deploy' }, 'input "prometheus" is required'],
  [{ ...sound, prometheus: 'prometheus:9090' }, 'expected a URL such as'],
  [{ ...sound, prometheus: 'http://user:word@prometheus:9090' }, 'input "prometheus" holds credentials'],
  [{ ...sound, 'prometheus-header': 'secret' }, 'not of the form `Name: value`'],
  [{ ...sound, 'max-error-increase': 'lots' }, 'input "max-error-increase" is "lots", expected a percentage'],
  [{ ...sound, 'warm-up': '45' }, 'input "warm-up" is "45", expected a duration'],
  [{ ...sound, steps: '50, 5' }, 'input "steps" is "50, 5", expected whole percentages that rise'],
  [{ ...sound, mode: 'go' }, 'one of run, abort, status, resume, promote, reap'],
  [{ ...sound, interval: '10ms' }, 'shorter than a second'],
  [{ mode: 'abort' }, 'mode abort needs `route: KIND/NAME`'],
])('%j is refused', (inputs, message) => {
  expect(() => read(inputs)).toThrow(message);
});

test('credentials in a URL are not repeated in the refusal', () => {
  expect(() => read({ ...sound, prometheus: 'http://user:word@prometheus:9090' })).not.toThrow('word');
});

test('an abort needs the route alone, a promotion by hand no Prometheus', () => {
  expect(read({ mode: 'abort', route: 'shop' }).route).toEqual({ kind: 'VirtualService', name: 'shop' });
  expect(read({ mode: 'promote', manifests: 'deploy' }).prometheus).toBeUndefined();
});
