import { expect, test } from '@jest/globals';
import { parseSettings } from '../../../../actions/canary-promote/src/judge/index.ts';

test('inputs become typed settings', () => {
  const settings = parseSettings({
    'warm-up': '1m30s',
    'max-error-increase': '0.5%',
    'max-latency-increase': '20',
    'latency-floor': '5ms',
    'false-rollback-probability': '0.1%',
    'min-requests': '200',
    'max-error-rate': '5 %',
    steps: '5, 25\n50 100',
  });
  expect(settings).toMatchObject({
    warmUp: 90,
    maxErrorIncrease: 0.005,
    maxLatencyIncrease: 0.2,
    latencyFloor: 0.005,
    falseRollbackProbability: 0.001,
    minRequests: 200,
    maxErrorRate: 0.05,
    steps: [5, 25, 50, 100],
  });
});

test('an empty input is unset', () => {
  expect(parseSettings({ 'warm-up': ' ', steps: '' })).toEqual(parseSettings({}));
});

test.each([
  ['warmup', '45s', 'unknown setting "warmup" (value "45s"): allowed are warm-up,'],
  ['constructor', '45s', 'unknown setting "constructor"'],
  ['warm-up', '45', 'warm-up: "45" is not a duration such as 45s'],
  ['warm-up', '-5s', 'warm-up: "-5s" is not'],
  ['max-error-increase', '101%', 'max-error-increase: "101%" is not a percentage from 0 to 100'],
  ['max-error-increase', 'little', 'max-error-increase: "little" is not'],
  ['false-rollback-probability', '0%', 'false-rollback-probability: "0%" is not a percentage above 0'],
  ['min-requests', '1.5', 'min-requests: "1.5" is not a whole number'],
  ['steps', '25, 5', 'steps: "25, 5" is not rising weights'],
])('%s: %s is refused with the allowed form', (name, value, message) => {
  expect(() => parseSettings({ [name]: value })).toThrow(message);
});
