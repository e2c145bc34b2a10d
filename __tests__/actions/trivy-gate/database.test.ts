import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { CacheService } from '../../../actions/shared/cache/service.ts';
import type { Output } from '../../../actions/trivy-gate/src/contract.ts';
import { downloadDatabase } from '../../../actions/trivy-gate/src/database/download.ts';
import { ensureDatabase } from '../../../actions/trivy-gate/src/database/ensure.ts';
import { isFresh, readDatabase } from '../../../actions/trivy-gate/src/database/metadata.ts';
import { testContext } from '../../support/context.ts';
import { fakeTrivy, writeDatabase } from '../../support/fake-trivy.ts';
import { hour } from '../../support/scan-finding.ts';

let context: Awaited<ReturnType<typeof testContext<Output>>>;
let cache: string;
beforeEach(async () => {
  context = await testContext<Output>();
  cache = join(context.temp, 'cache');
});
afterEach(() => rm(context.temp, { recursive: true, force: true }));

const tooMany = 'x FATAL Fatal error run error: DB error: GET https://a/v2/: TOOMANYREQUESTS: slow down';
const denied =
  'x FATAL Fatal error run error: DB error: GET https://a/v2/: DENIED: requested access is denied';
const patience = { attempts: 3, firstPause: 1, longestPause: 4 };

function trivy(download?: (repository: string, attempt: number) => string | undefined) {
  return fakeTrivy({ report: () => '', now: context.now, ...(download === undefined ? {} : { download }) });
}

const download = (): { trivy: string; repositories: string[]; cache: string; timeout: number } => ({
  trivy: 'trivy',
  repositories: ['one/db:2', 'two/db:2'],
  cache,
  timeout: 1000,
});
const asked = (fake: ReturnType<typeof trivy>): string[] =>
  fake.downloads.map(({ args }) => args.find((arg) => arg.startsWith('--db-repository='))?.slice(16) ?? '');

test('a mirror that limits requests is asked again after a pause, one that refuses is not', async () => {
  const fake = trivy((repository, attempt) => {
    if (repository.startsWith('two')) return denied;
    return attempt < 4 ? tooMany : undefined;
  });
  expect(await downloadDatabase(download(), { ...context, exec: fake.exec }, patience)).toBeUndefined();
  expect(asked(fake)).toEqual(['one/db:2', 'two/db:2', 'one/db:2', 'one/db:2']);
  expect(context.lines.filter((line) => line.includes('asked for again'))).toHaveLength(2);
  expect(await readdir(cache)).toEqual(['db']);
});

test('the next mirror is asked before any pause', async () => {
  const fake = trivy((repository) => (repository.startsWith('one') ? tooMany : undefined));
  expect(await downloadDatabase(download(), { ...context, exec: fake.exec }, patience)).toBeUndefined();
  expect(asked(fake)).toEqual(['one/db:2', 'two/db:2']);
});

test('when no mirror has it, every reason is told and the old database is whole', async () => {
  await writeDatabase(cache, context.now() - 48 * hour);
  const fake = trivy((repository) => (repository.startsWith('one') ? tooMany : denied));
  const reason = await downloadDatabase(download(), { ...context, exec: fake.exec }, patience);
  expect(reason).toMatch(/one\/db:2: .*TOOMANYREQUESTS.*; two\/db:2: .*DENIED/);
  expect(asked(fake)).toHaveLength(4);
  expect(await readdir(join(cache, 'db'))).toEqual(['metadata.json', 'trivy.db']);
  expect(await readdir(cache)).toEqual(['db']);
});

/** A job cache that outlives the jobs of a test: folders by key, the newest last. */
function jobCache(): { open: () => Promise<CacheService>; keys: () => string[] } {
  const kept = new Map<string, [string, string]>();
  const service: CacheService = {
    restore: async (path, key, fallbacks) => {
      const found = [...kept.keys()].findLast(
        (one) => one === key || fallbacks.some((part) => one.startsWith(part)),
      );
      const [metadata] = kept.get(found ?? '') ?? [];
      if (metadata === undefined) return undefined;
      await writeDatabase(join(path, '..'), 0);
      await writeFile(join(path, 'metadata.json'), metadata);
      return found;
    },
    save: async (path, key) =>
      void kept.set(key, [await readFile(join(path, 'metadata.json'), 'utf8'), path]),
  };
  return { open: async () => service, keys: () => [...kept.keys()] };
}

test('a fresh database is not fetched again; it comes out of the job cache while it is fresh by its own date', async () => {
  const store = jobCache();
  const fake = trivy();
  const run = (now: number): Promise<unknown> =>
    ensureDatabase(download(), { ...context, exec: fake.exec, now: () => now }, true, store.open);
  const start = context.now();
  await run(start);
  await run(start + hour);
  expect(fake.downloads).toHaveLength(1);
  await rm(cache, { recursive: true });
  await run(start + 20 * hour);
  expect(fake.downloads).toHaveLength(1);
  await rm(cache, { recursive: true });
  await run(start + 30 * hour);
  expect(fake.downloads).toHaveLength(2);
  expect(store.keys().every((key) => key.startsWith('seatrial-trivy-db-2-'))).toBe(true);
});

test('what a fork fetched is not saved, and without a job cache it is fetched', async () => {
  const store = jobCache();
  const env = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_REPOSITORY: 'acme/app' };
  const fake = trivy();
  await ensureDatabase(download(), { ...context, env, exec: fake.exec }, true, store.open);
  expect(store.keys()).toEqual([]);
  await rm(cache, { recursive: true });
  const broken = async (): Promise<CacheService> => {
    throw new Error('the cache service can not be reached');
  };
  await ensureDatabase(download(), { ...context, exec: fake.exec }, true, broken);
  expect(fake.downloads).toHaveLength(2);
});

test('an old database serves when there is no new one, with a warning; none at all is no scan', async () => {
  const made = context.now() - 48 * hour;
  await writeDatabase(cache, made);
  const fake = trivy(() => denied);
  const effects = { ...context, exec: fake.exec };
  expect((await ensureDatabase(download(), effects, false)).updatedAt.getTime()).toBe(made);
  expect(context.report.annotations).toMatchObject([
    { level: 'warning', message: expect.stringContaining('DENIED') },
  ]);
  await rm(cache, { recursive: true });
  await expect(ensureDatabase(download(), effects, false)).rejects.toThrow(
    /no vulnerability database.*DENIED/,
  );
});

test('a database is fresh by its makers, or for the hour after it was fetched; half a one is none', async () => {
  await writeDatabase(cache, context.now() - 25 * hour);
  const old = await readDatabase(cache);
  if (old === undefined) throw new Error('none');
  expect(isFresh(old, context.now())).toBe(false);
  expect(isFresh({ ...old, downloadedAt: context.now() - hour / 2 }, context.now())).toBe(true);
  await rm(join(cache, 'db', 'trivy.db'));
  expect(await readDatabase(cache)).toBeUndefined();
});
