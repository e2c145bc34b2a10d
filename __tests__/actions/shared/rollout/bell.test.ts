import { expect, test } from '@jest/globals';
import { makeBell } from '../../../../actions/shared/rollout/observe/bell.ts';

test('all who wait are woken, and a failure is told to each', async () => {
  const bell = makeBell();
  const both = [bell.rung(60_000), bell.rung(60_000)];
  bell.ring();
  await Promise.all(both);
  // What rang while nobody waited wakes the next who does.
  bell.ring();
  await bell.rung(60_000);
  const failing = [bell.rung(60_000), bell.rung(60_000)].map((one) => expect(one).rejects.toThrow('gone'));
  bell.fail(new Error('gone'));
  await Promise.all(failing);
});

test('without a ring it waits no longer than it was told', async () => {
  await expect(makeBell().rung(5)).resolves.toBeUndefined();
});
