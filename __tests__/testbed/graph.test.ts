import { expect, test } from '@jest/globals';
import { ordered, runSteps, type Step } from '../../testbed/graph.ts';

function recorder() {
  const done: string[] = [];
  const step = (name: string, needs: readonly string[] = [], run?: () => Promise<void>): Step => ({
    name,
    needs,
    run: async () => {
      await run?.();
      done.push(name);
    },
  });
  return { done, step };
}

test('a step runs after what it needs, whatever the order they are listed in', async () => {
  const { done, step } = recorder();
  await runSteps([step('c', ['b']), step('b', ['a']), step('a')]);
  expect(done).toEqual(['a', 'b', 'c']);
});

test('steps that do not need each other run side by side', async () => {
  const { done, step } = recorder();
  let open = (): void => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  await runSteps([step('waits', [], () => gate), step('opens', [], async () => open())]);
  expect(done.sort()).toEqual(['opens', 'waits']);
});

test('after a failure nothing new begins, what runs comes to its end, and the failure is told', async () => {
  const { done, step } = recorder();
  const fail = async (): Promise<void> => {
    throw new Error('etcd has died');
  };
  const slow = () => new Promise<void>((resolve) => setTimeout(resolve, 20));
  const steps = [
    step('bad', [], fail),
    step('after', ['bad']),
    step('slow', [], slow),
    step('later', ['slow']),
  ];
  await expect(runSteps(steps)).rejects.toThrow('etcd has died');
  expect(done).toEqual(['slow']);
});

test('a circle or a missing step is named before anything begins', () => {
  const { step } = recorder();
  const steps = [step('d', ['b']), step('b', ['a']), step('a')];
  expect(ordered(steps).map((one) => one.name)).toEqual(['a', 'b', 'd']);
  expect(() => ordered([step('a', ['x'])])).toThrow('step a needs x, which does not exist');
  expect(() => ordered([step('a', ['b']), step('b', ['a'])])).toThrow('a → b → a');
});
