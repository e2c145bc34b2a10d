import { expect, test } from '@jest/globals';
import { sourceFromRunner } from '../../../actions/shared/record/source.ts';
import { olderThan } from '../../../actions/shared/release-order/older.ts';
import { type Origin, orderOf, originNotes, originOf } from '../../../actions/shared/release-order/order.ts';

const ship = '.github/workflows/ship.yml';
const origin = (over: Partial<Origin>): Origin => ({
  repository: 'acme/checkout',
  commit: 'a',
  workflow: ship,
  run: 12,
  ...over,
});

test.each<[string, Partial<Origin>, string]>([
  ['a later run', { commit: 'b', run: 13 }, 'newer'],
  ['an earlier run: approved late, or started again', { commit: 'b', run: 11 }, 'older'],
  ['the same commit, whatever run', { run: 11 }, 'same'],
  ['another attempt of the run', {}, 'same'],
  [
    'another workflow, whose runs are counted apart',
    { commit: 'b', run: 3, workflow: 'hotfix.yml' },
    'unknown',
  ],
  ['another repository', { repository: 'acme/other', run: 3 }, 'unknown'],
  ['a run without number', { commit: 'b', run: undefined }, 'unknown'],
  ['a run without workflow', { commit: 'b', run: 11, workflow: '' }, 'unknown'],
])('%s', (_, over, order) => {
  expect(orderOf(origin(over), origin({}))).toBe(order);
});

async function workloadOf(run: string, sha: string) {
  const source = await sourceFromRunner({
    GITHUB_REPOSITORY: 'acme/checkout',
    GITHUB_SHA: sha,
    GITHUB_RUN_ID: '99',
    GITHUB_RUN_NUMBER: run,
    GITHUB_WORKFLOW_REF: `acme/checkout/${ship}@refs/tags/v1.2.3`,
  });
  return { metadata: { annotations: originNotes(source) } };
}

test('what the runner says reaches the workload, and is read back from there', async () => {
  expect(originOf(await workloadOf('12', 'abc'))).toEqual(origin({ commit: 'abc' }));
  expect(originOf(await workloadOf('', 'abc'))).toEqual(origin({ commit: 'abc', run: undefined }));
  expect(originOf({ metadata: {} })).toBeUndefined();
});

test('the older one is refused with both commits and the way out; wanted, it is only said', async () => {
  const lines: string[] = [];
  const log = (line: string): number => lines.push(line);
  const [running, release] = [await workloadOf('12', 'b'.repeat(40)), await workloadOf('11', 'a'.repeat(40))];
  const older = olderThan(running, release, 'Deployment shop/checkout', { allowOlder: false, log });
  expect(older?.message).toBe(
    `Deployment shop/checkout runs a newer release, commit bbbbbbb of run 12 of ${ship}; this one is commit aaaaaaa of run 11 of ${ship}`,
  );
  expect(older?.fix).toContain('`workflow_dispatch`');
  expect(olderThan(running, release, 'Deployment shop/checkout', { allowOlder: true, log })).toBeUndefined();
  expect(lines).toEqual([expect.stringContaining('because of `allow-older`')]);
  expect(olderThan(release, running, 'Deployment shop/checkout', { allowOlder: false, log })).toBeUndefined();
});

test('an order that can not be known is said, and stops nothing', async () => {
  const lines: string[] = [];
  const running = await workloadOf('', 'b'.repeat(40));
  const options = { allowOlder: false, log: (line: string) => lines.push(line) };
  expect(
    olderThan(running, await workloadOf('11', 'a'), 'Deployment shop/checkout', options),
  ).toBeUndefined();
  expect(lines).toEqual([expect.stringContaining("can't be told")]);
  expect(olderThan({ metadata: {} }, running, 'Deployment shop/checkout', options)).toBeUndefined();
});
