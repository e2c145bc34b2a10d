import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type CacheService, openCacheService, readOnlyReason } from '../../cache/service.ts';
import { messageOf } from '../../errors/user-error.ts';
import { formatBytes } from '../../units/bytes.ts';
import type { Go, GoContext } from '../tool.ts';
import { dateBack, dropUnused, listEntries } from './entries.ts';
import { buildKey, hashTree, moduleKey } from './key.ts';
import { type CacheState, type CacheStatus, readState, writeState } from './state.ts';
import { countModules, trimBuildCache, trimModuleCache } from './trim.ts';

/** What the cache did for this job, for people to read. */
export interface CacheReport {
  readonly status: CacheStatus;
  readonly note: string;
}

/** What a step wants of the cache. */
export interface CacheWish {
  /** What makes Go compile differently, in tests and build alike (`axisKey`). */
  readonly axes: readonly string[];
  /** What only this action compiles for. */
  readonly own: readonly string[];
  /** Bytes that compiled packages, and modules, may each take. */
  readonly budget: number;
}

type CacheContext = GoContext & { readonly temp: string; readonly now: () => number };

/** A build cache with more than this in it lives on the runner itself; ours would only be in its way. */
const warm = 2000;

/** A cache service that is alive says within a second that it has nothing. */
const deadAfterMs = 10_000;

/**
 * Restores the build and the module cache, once per job, whichever action comes first. Never throws: without a cache
 * a build is slow, not wrong.
 */
export async function restoreGoCache(
  context: CacheContext,
  go: Go,
  wish: CacheWish,
  warn: (message: string) => void,
  open: typeof openCacheService = openCacheService,
): Promise<CacheReport> {
  try {
    return await restore(context, go, wish, open);
  } catch (error) {
    warn(`The Go cache could not be restored: ${messageOf(error)}`);
    return { status: 'off', note: 'the cache could not be restored' };
  }
}

async function restore(
  context: CacheContext,
  go: Go,
  wish: CacheWish,
  open: typeof openCacheService,
): Promise<CacheReport> {
  const earlier = await readState(context.temp);
  if (earlier?.buildCache === go.settings.buildCache) {
    return { status: earlier.status, note: 'restored by an earlier step of the job' };
  }
  const service = await open(context.env);
  if (service === undefined) return { status: 'off', note: 'this runner has no cache service' };
  const { settings } = go;
  const before = await listEntries(settings.buildCache);
  if (before.length > warm) {
    return { status: 'off', note: `the runner's own build cache is warm (${before.length} entries)` };
  }
  const root = dirname(settings.workspace || settings.module);
  const tree = await hashTree(root);
  const job = context.env['GITHUB_JOB'] ?? '';
  const build = buildKey({ settings, job, ...wish, ...tree });
  const modules = moduleKey({ settings, requirements: tree.requirements });
  const began = context.now();
  const ownModules = !(await isEmpty(settings.moduleCache));
  const [foundModules, foundBuild] = await Promise.all([
    ownModules ? undefined : service.restore(settings.moduleCache, modules.key, modules.fallbacks),
    service.restore(settings.buildCache, build.key, build.fallbacks),
  ]);
  // The client swallows errors after its retries; a long wait for nothing is how a dead service looks.
  const dead = foundModules === undefined && foundBuild === undefined && context.now() - began > deadAfterMs;
  const known = new Set(before);
  const entries = await listEntries(settings.buildCache);
  const restored = entries.filter((entry) => !known.has(entry));
  const mark = restored.length === 0 ? 0 : await dateBack(settings.buildCache, restored, context.now());
  const reason = dead ? 'the cache service does not answer' : await readOnlyReason(context.env);
  const status = foundBuild === build.key ? 'exact' : foundBuild === undefined ? 'miss' : 'older';
  const save = (found: string | undefined, key: string): string =>
    reason === undefined && found !== key ? key : '';
  await writeState(context.temp, {
    status,
    buildCache: settings.buildCache,
    moduleCache: settings.moduleCache,
    buildKey: save(foundBuild, build.key),
    moduleKey: ownModules ? '' : save(foundModules, modules.key),
    entries: entries.length,
    modules: await countModules(settings.moduleCache),
    mark,
    budget: wish.budget,
    goSums: tree.goSums.map((file) => join(root, file)),
  });
  const origin = { exact: 'of these very sources', older: 'of older sources', miss: 'nothing found' }[status];
  return { status, note: `${origin}${reason === undefined ? '' : `; not saved, ${reason}`}` };
}

/** Saves what a job added, once, in the post step of whichever action comes first. */
export async function saveGoCache(
  temp: string,
  env: Readonly<Record<string, string | undefined>>,
  log: (line: string) => void,
  open: typeof openCacheService = openCacheService,
): Promise<void> {
  const state = await readState(temp);
  if (state === undefined || (state.buildKey === '' && state.moduleKey === '')) {
    log('Go cache: nothing to save.');
    return;
  }
  await writeState(temp, { ...state, buildKey: '', moduleKey: '' });
  const service = await open(env);
  if (service === undefined) return;
  if (state.moduleKey !== '') await saveModules(state, service, log);
  if (state.buildKey === '') return;
  const added = (await listEntries(state.buildCache)).length - state.entries;
  if (added <= 0) {
    log('Go cache: nothing was compiled that it did not hold, so it is not saved again.');
    return;
  }
  const dropped = state.mark === 0 ? 0 : await dropUnused(state.buildCache, state.mark);
  const trimmed = await trimBuildCache(state.buildCache, state.budget);
  log(
    `Go cache: ${added} entries added, ${dropped} unused ones dropped${overBudget(trimmed.dropped)}; saving ${formatBytes(trimmed.bytes)} as ${state.buildKey}`,
  );
  await service.save(state.buildCache, state.buildKey);
}

async function saveModules(
  state: CacheState,
  service: CacheService,
  log: (line: string) => void,
): Promise<void> {
  if ((await countModules(state.moduleCache)) <= state.modules) {
    log('Go modules: none was downloaded, so they are not saved again.');
    return;
  }
  const { dropped, bytes } = await trimModuleCache(state.moduleCache, state.budget, state.goSums);
  log(`Go modules: saving ${formatBytes(bytes)}${overBudget(dropped)} as ${state.moduleKey}`);
  await service.save(state.moduleCache, state.moduleKey);
}

function overBudget(dropped: number): string {
  return dropped === 0 ? '' : `, ${dropped} more dropped to keep to \`cache-budget\``;
}

/** Modules that were there before belong to the runner, every project's of it; they are not ours to carry around. */
async function isEmpty(folder: string): Promise<boolean> {
  return (await readdir(folder).catch(() => [])).length === 0;
}
