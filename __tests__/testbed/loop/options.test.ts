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
});

test('a kubeconfig alone is answered with what else is needed, and what for', () => {
  expect(() => readOptions(['--kubeconfig', 'k'])).toThrow(
    /Add\n {2}--registry NAME: where images .*\n {2}--gateway URL: .*\n {2}--prometheus URL: .*\nor leave all four out/,
  );
  expect(() => readOptions(['--registry', 'r', '--gateway', 'g', '--prometheus', 'p'])).toThrow(
    /Add\n {2}--kubeconfig FILE: .*\nor leave/,
  );
});

test('an unknown option is an error, and the help names every option there is', () => {
  expect(() => readOptions(['--fast'])).toThrow('--fast');
  for (const name of [
    'service',
    'cluster',
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
