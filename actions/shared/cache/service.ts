import { inEvent, readEvent } from '../github/event.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** The job's cache service. */
export interface CacheService {
  /** Gives the key of what was restored; undefined when there was nothing. */
  restore(path: string, key: string, fallbacks: readonly string[]): Promise<string | undefined>;
  save(path: string, key: string): Promise<void>;
}

/** How long a cache service may take to say anything at all. */
const patienceMs = 5000;

/**
 * Opens the cache service; undefined where the runner has none. Loading the client is slow, so that is asked first.
 *
 * Throws when the service can't be reached: the client would find that out by trying for half a minute, every time.
 */
export async function openCacheService(env: Env): Promise<CacheService | undefined> {
  const url = env['ACTIONS_RESULTS_URL'] || env['ACTIONS_CACHE_URL'];
  if (url === undefined || url === '') return undefined;
  // Any answer will do, a refusal too: it only has to be there.
  await fetch(url, { signal: AbortSignal.timeout(patienceMs) }).catch((error: unknown) => {
    throw new Error('the cache service can not be reached', { cause: error });
  });
  const cache = await import('@actions/cache');
  if (!cache.isFeatureAvailable()) return undefined;
  return {
    restore: (path, key, fallbacks) => cache.restoreCache([path], key, [...fallbacks]),
    save: async (path, key) => {
      await cache.saveCache([path], key);
    },
  };
}

/**
 * Why this event must not write the cache; undefined when it may.
 *
 * What a pull request from a fork leaves in a cache would become part of other people's releases. GitHub scopes the
 * caches of `pull_request` runs; the other events below run with the base branch's scope on strangers' input.
 */
export async function readOnlyReason(env: Env): Promise<string | undefined> {
  const event = env['GITHUB_EVENT_NAME'] ?? '';
  if (['pull_request_target', 'workflow_run', 'issue_comment', 'issues'].includes(event)) {
    return `the event ${event} may carry a stranger's code`;
  }
  if (event !== 'pull_request') return undefined;
  // An event that can't be read proves no origin: treated as a fork.
  const head = inEvent(await readEvent(env), 'pull_request', 'head', 'repo', 'full_name');
  return head !== undefined && head === env['GITHUB_REPOSITORY']
    ? undefined
    : 'the pull request comes from a fork';
}
