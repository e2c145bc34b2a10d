import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../../../shared/action/context.ts';
import { type openCacheService, readOnlyReason } from '../../../shared/cache/service.ts';
import { messageOf } from '../../../shared/errors/user-error.ts';
import type { Output } from '../contract.ts';
import type { BinarySize } from './size.ts';

type Build = Context<Output>;
type Named = Pick<BinarySize, 'name' | 'platform'>;

/** The folder that is cached; it has to be called the same where it is saved and where it is restored. */
function cached(context: Build): string {
  return join(context.temp, 'seatrial', 'size-base');
}

/** Reports of the same binaries of a branch, newest first: caches of the base branch can be seen by pull requests. */
function keyPrefix({ env }: Build, binaries: readonly Named[], branch: string): string {
  const what = [env['GITHUB_JOB'] ?? '', ...binaries.map(({ name, platform }) => `${name} ${platform}`)];
  const digest = createHash('sha256').update(what.join('\0')).digest('hex').slice(0, 12);
  return `seatrial-size1-${digest}-${branch}-`;
}

/** What the last build of the base branch, or of this branch before, left in the cache. Never throws. */
export async function baseSize(
  context: Build,
  binaries: readonly Named[],
  open: typeof openCacheService,
): Promise<{ text: string | undefined; from: string }> {
  const { env } = context;
  const branch = env['GITHUB_BASE_REF'] || env['GITHUB_REF_NAME'] || '';
  const none = (from: string) => ({ text: undefined, from });
  try {
    const service = branch === '' ? undefined : await open(env);
    if (service === undefined) return none('this runner has no cache service');
    const prefix = keyPrefix(context, binaries, branch);
    const found = await service.restore(cached(context), `${prefix}none`, [prefix]);
    if (found === undefined) return none(`no build of ${branch} has left a size report in the cache yet`);
    const text = await readFile(join(cached(context), 'size.json'), 'utf8');
    return { text, from: `the last build of ${branch}` };
  } catch (error) {
    return none(`the report of ${branch} could not be restored (${messageOf(error)})`);
  }
}

/** Keeps the report for the builds that come, when a branch was pushed. Never throws. */
export async function keepSize(
  context: Build,
  binaries: readonly Named[],
  path: string,
  open: typeof openCacheService,
): Promise<void> {
  const { env, log } = context;
  const pushed = env['GITHUB_EVENT_NAME'] === 'push' && env['GITHUB_REF_TYPE'] === 'branch';
  if (!pushed || (await readOnlyReason(env)) !== undefined) return;
  try {
    const service = await open(env);
    if (service === undefined) return;
    await mkdir(cached(context), { recursive: true });
    await copyFile(path, join(cached(context), 'size.json'));
    const key = `${keyPrefix(context, binaries, env['GITHUB_REF_NAME'] ?? '')}${env['GITHUB_SHA'] ?? ''}`;
    await service.save(cached(context), key);
  } catch (error) {
    log.info(`size: the report was not kept for later builds (${messageOf(error)})`);
  }
}
