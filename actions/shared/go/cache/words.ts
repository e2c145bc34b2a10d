import { formatDuration } from '../../units/duration.ts';
import type { CacheUse } from '../meter.ts';
import type { CacheReport } from './cache.ts';

/** One line about what the cache did, for log and summary. */
export function cacheWords({ status, note }: CacheReport, use: CacheUse): string {
  const began = `cache: ${status} (${note})`;
  if (use.packages === 0) return began;
  const percent = Math.floor((use.reused * 100) / use.packages);
  const rate = `${use.reused} of ${use.packages} packages (${percent} %) did not have to be compiled`;
  if (use.timed === 0) return `${began}; ${rate}`;
  const about = use.timed < use.reused ? 'at least ' : '';
  return `${began}; ${rate}, which saved ${about}${formatDuration(use.secondsSaved * 1000)} of compiling`;
}
