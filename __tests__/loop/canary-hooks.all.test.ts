import { appendFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pushFaulty } from '../../testbed/faulty/image.ts';
import { expectOutputs, leftovers, openShop, promised, type Shop } from './canary/bed.ts';

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
}, 5 * minutes);

afterAll(() => shop.end(), minutes);

/** A release that brings a migration, with configuration that nothing else reads. */
async function withMigration(version: string, container: string): Promise<string> {
  const path = await shop.release({ version, ...good });
  const config = `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: migrate-${version} }\ndata: { STEP: ${version} }\n`;
  const job = `apiVersion: batch/v1\nkind: Job\nmetadata: { name: migrate-${version}, annotations: { seatrial.dev/hook: pre } }\nspec: { backoffLimit: 0, template: { spec: { restartPolicy: Never, containers: [{ name: migrate, image: "${image}", envFrom: [{ configMapRef: { name: migrate-${version} } }], ${container} }] } } }\n`;
  await appendFile(path, `---\n${config}---\n${job}`);
  return path;
}

test(
  'a migration that fails ends the release before anything of it is there',
  async () => {
    const before = await promised(shop);
    const manifests = await withMigration('v2', 'env: [{ name: CRASH_AFTER, value: 0s }]');
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
    const manifests = await withMigration('v3', 'args: [healthy]');
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
