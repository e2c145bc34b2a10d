import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { CacheService } from '../../../actions/shared/cache/service.ts';
import { findBase, keepBase } from '../../../actions/trivy-gate/src/base/base.ts';
import { baseBranch, comparedBranch } from '../../../actions/trivy-gate/src/base/branch.ts';
import { withKnown } from '../../../actions/trivy-gate/src/base/compare.ts';
import type { Output } from '../../../actions/trivy-gate/src/contract.ts';
import { testContext } from '../../support/context.ts';
import { fakeTrivy } from '../../support/fake-trivy.ts';
import { finding } from '../../support/scan-finding.ts';
import { vulnerability } from '../../support/trivy-report.ts';

let context: Awaited<ReturnType<typeof testContext<Output>>>;
beforeEach(async () => {
  context = await testContext<Output>();
});
afterEach(() => rm(context.temp, { recursive: true, force: true }));

async function event(value: object): Promise<Record<string, string>> {
  const path = join(context.temp, 'event.json');
  await writeFile(path, JSON.stringify(value));
  return { GITHUB_EVENT_PATH: path };
}

test('a pull request and a merge queue have a base; the default branch and protected ones are one', async () => {
  expect(await baseBranch({ GITHUB_BASE_REF: 'main' })).toBe('main');
  expect(await baseBranch(await event({ merge_group: { base_ref: 'refs/heads/main' } }))).toBe('main');
  expect(await baseBranch({})).toBeUndefined();
  const env = {
    ...(await event({ repository: { default_branch: 'trunk' } })),
    GITHUB_REF: 'refs/heads/trunk',
  };
  expect(await comparedBranch(env)).toBe('trunk');
  expect(await comparedBranch({ ...env, GITHUB_BASE_REF: 'trunk' })).toBeUndefined();
  expect(await comparedBranch({ ...env, GITHUB_REF: 'refs/heads/feature' })).toBeUndefined();
  expect(await comparedBranch({ ...env, GITHUB_REF: 'refs/heads/v1', GITHUB_REF_PROTECTED: 'true' })).toBe(
    'v1',
  );
  expect(
    await comparedBranch({ ...env, GITHUB_REF: 'refs/tags/v1', GITHUB_REF_PROTECTED: 'true' }),
  ).toBeUndefined();
});

test('a vulnerability is known by its package whatever its version; a second secret in a file is new', () => {
  const secret = { ...finding, kind: 'secret', id: 'github-pat', subject: 'a.env' } as const;
  const traits = [finding, secret];
  const upgraded = { ...finding, installed: 'v0.3.6', target: 'other' };
  const known = withKnown([upgraded, finding, secret, secret, { ...finding, id: 'CVE-2' }], {
    origin: 'main',
    traits,
  });
  expect(known.map((one) => one.known)).toEqual([true, true, true, false, false]);
  expect(withKnown([finding], undefined)).toEqual([finding]);
});

/** A job cache in a folder that outlives the runs of a test. */
function jobCache(): CacheService {
  const place = join(context.temp, 'job-cache');
  return {
    restore: async (path, key, fallbacks) => {
      const names = await readdir(place).catch(() => []);
      const found = names.findLast((name) => name === key || fallbacks.some((part) => name.startsWith(part)));
      if (found !== undefined) await cp(join(place, found), path, { recursive: true });
      return found;
    },
    save: async (path, key) => {
      await mkdir(place, { recursive: true });
      await cp(path, join(place, key), { recursive: true });
    },
  };
}

const settings = () => ({
  trivy: 'trivy',
  scanners: ['vuln', 'misconfig', 'secret'] as const,
  cache: join(context.temp, 'cache'),
  folder: context.temp,
  name: 'trivy',
  vex: [],
  timeout: 1000,
});

test('what the default branch stores is what a pull request is compared with, looked up anew', async () => {
  const open = async (): Promise<CacheService> => jobCache();
  const scanned = {
    findings: [finding, { ...finding, kind: 'misconfiguration', id: 'DS-0002', subject: 'image' } as const],
    suppressed: [],
    digest: undefined,
    reports: ['a.json', 'b.json'],
  };
  const later = vulnerability({ VulnerabilityID: 'CVE-2026-1' });
  const { exec } = fakeTrivy({ report: () => '', base: [later], now: context.now });
  const main = {
    ...(await event({ repository: { default_branch: 'main' } })),
    GITHUB_REF: 'refs/heads/main',
    GITHUB_SHA: 'abcdef0123',
  };
  await keepBase(scanned, 'svc', 'trivy', { ...context, exec, env: main }, open);

  const pull = { ...context, exec, env: { GITHUB_BASE_REF: 'main' } };
  const compared = await findBase({ baseSbom: [], name: 'svc' }, settings(), pull, open);
  expect(compared.base?.origin).toBe('main at abcdef0');
  const traits = compared.base?.traits.map(({ id }) => id) ?? [];
  expect(new Set(traits)).toEqual(new Set(['DS-0002', 'CVE-2026-1']));

  const other = await findBase({ baseSbom: [], name: 'other' }, settings(), pull, open);
  expect(other).toMatchObject({ base: undefined, why: expect.stringContaining('no SBOM of main is stored') });
});

test('whatever is in the way of the base makes the gate stricter and never throws', async () => {
  const failing = { ...context, env: { GITHUB_BASE_REF: 'main' } };
  const broken = async (): Promise<CacheService> => {
    throw new Error('the cache service can not be reached');
  };
  expect(await findBase({ baseSbom: [], name: 'x' }, settings(), failing, broken)).toMatchObject({
    base: undefined,
    why: expect.stringContaining('can not be reached'),
  });
  const none = { findings: [], suppressed: [], digest: undefined, reports: ['a'] };
  const env = { ...(await event({ repository: { default_branch: 'main' } })), GITHUB_REF: 'refs/heads/main' };
  await keepBase(none, 'x', 'trivy', { ...context, env }, broken);
  expect(context.lines.join()).toContain('could not be stored for comparison');
});
