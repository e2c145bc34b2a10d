import { expect, test } from '@jest/globals';
import { help, readOptions } from '../../../testbed/loop/options.ts';

test('without options, the example runs on the embedded bed', () => {
  expect(readOptions([])).toMatchObject({ service: undefined, cluster: undefined, keep: false, yes: false });
});

test('a cluster of the user comes with all that the loop needs of it, or not at all', () => {
  const whole = ['--kubeconfig', 'k', '--registry', 'r', '--gateway', 'g', '--prometheus', 'p'];
  expect(readOptions(whole).cluster).toEqual({
    kubeconfig: 'k',
    registry: 'r',
    gateway: 'g',
    prometheus: 'p',
  });
  expect(() => readOptions(whole.slice(0, 2))).toThrow('go together');
  expect(() => readOptions(whole.slice(2))).toThrow('go together');
});

test('an unknown option is an error, and the help names every option there is', () => {
  expect(() => readOptions(['--fast'])).toThrow('--fast');
  for (const name of [
    'service',
    'kubeconfig',
    'registry',
    'gateway',
    'prometheus',
    'yes',
    'keep',
    'status',
    'down',
    'help',
  ]) {
    expect(help).toContain(`--${name}`);
  }
});
