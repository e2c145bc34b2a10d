import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pushFaulty } from '../../testbed/faulty/image.ts';
import { expectOutputs, leftovers, openShop, promised, type Shop } from './canary/bed.ts';
import { ends, withJob } from './canary/migration.ts';

// Migrations: Jobs that have to be done before the first request reaches the new version.
const good = { errorRate: 0, latency: '2ms' };
const minutes = 60_000;

let shop: Shop;
let image: string;

beforeAll(async () => {
  shop = await openShop('hooks', 'plain');
  image = (await pushFaulty(shop.bed.registry)).good;
  const v1 = await shop.release({ version: 'v1', ...good });
  const first = await (await shop.start({ manifests: v1 })).finished;
  expectOutputs(first, { verdict: 'promoted' });
  await shop.answers();
}, 5 * minutes);

afterAll(() => shop.end(), minutes);

/** A release that brings a migration. */
const withMigration = async (version: string, container: string): Promise<string> =>
  withJob(await shop.release({ version, ...good }), {
    name: `migrate-${version}`,
    hook: 'pre',
    image,
    container,
  });

test(
  'a migration that fails ends the release before anything of it is there',
  async () => {
    const before = await promised(shop);
    const manifests = await withMigration('v2', ends.badly);
    const users = shop.traffic(60);
    const result = await (await shop.start({ manifests }, '1001')).finished;
    await users.stop();
    expect([...users.answers.keys()]).toEqual(['v1 200']);
    expect(result.code).toBe(1);
    expectOutputs(result, { verdict: 'refused' });
    expect(result.stdout).toContain('what has to be done before the canary failed: job-failed');
    expect(await promised(shop)).toBe(before);
    expect(await leftovers(shop)).toEqual([]);
  },
  3 * minutes,
);

test(
  'one that succeeds is done before the canary is made, and not done again',
  async () => {
    const manifests = await withMigration('v3', ends.well);
    const users = shop.traffic(60);
    const result = await (await shop.start({ manifests }, '1002')).finished;
    await users.stop();
    expectOutputs(result, { verdict: 'promoted' });
    const [before = '', ...after] = result.stdout.split(/Job \S+\/migrate-v3: created/);
    expect(after).toHaveLength(1);
    expect(before).not.toContain('preparing:');
    expect(after[0]).toContain('preparing:');
    expect([...users.answers.keys()].sort()).toEqual(['v1 200', 'v3 200']);
  },
  4 * minutes,
);

test(
  'a release that starts over the canary of a dead run migrates when that is gone; what comes after it waits for the promotion',
  async () => {
    const dying = await shop.start({ manifests: await shop.release({ version: 'v4', ...good }) }, '1003');
    await dying.said(/^shifting: /);
    dying.kill('SIGKILL');
    await dying.finished;
    const manifests = await withMigration('v5', ends.well);
    await withJob(manifests, { name: 'warm-v5', hook: 'post', image, container: ends.well });
    const users = shop.traffic(60);
    const result = await (await shop.start({ manifests }, '1003')).finished;
    await users.stop();
    expectOutputs(result, { verdict: 'promoted' });
    const told = [
      'Cleared up',
      'Job \\S+/migrate-v5: created',
      'preparing:',
      'returning:',
      'Job \\S+/warm-v5: created',
    ];
    const places = told.map((words) => result.stdout.search(new RegExp(words)));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(result.stdout.match(/Job \S+\/migrate-v5: created/g)).toHaveLength(1);
    expect(await leftovers(shop)).toEqual([]);
  },
  4 * minutes,
);
