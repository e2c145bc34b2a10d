import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '../../../shared/action/context.ts';
import { type Patience, pauseBefore } from '../../../shared/registry/retry.ts';
import { downloadArgs } from '../trivy/command.ts';
import { causeOf, type Ended, runTrivy } from '../trivy/process.ts';

/** Registries limit requests by the minute: the pauses add up to half a minute. */
export const downloadPatience: Patience = { attempts: 5, firstPause: 2000, longestPause: 30_000 };

export interface Download {
  /** Path of trivy. */
  readonly trivy: string;
  /** Mirrors, in order. */
  readonly repositories: readonly string[];
  readonly cache: string;
  /** Milliseconds for one attempt. */
  readonly timeout: number;
}

type Effects = Pick<Context<string>, 'exec' | 'env' | 'log' | 'signal'>;

/**
 * Fetches the database from the first mirror that gives it. What limits requests or is in trouble is asked again after
 * a pause; what refuses for good is not.
 *
 * The database in the cache stays whole until the new one is there. Gives the reason when no mirror has it.
 */
export async function downloadDatabase(
  download: Download,
  effects: Effects,
  patience: Patience = downloadPatience,
): Promise<string | undefined> {
  await mkdir(download.cache, { recursive: true });
  // Beside the database, so that moving it is one step, and in which trivy finds nothing it could take for fresh.
  const draft = await mkdtemp(join(download.cache, 'seatrial-'));
  try {
    const reason = await fromAnyMirror(download, draft, effects, patience);
    if (reason === undefined) await replace(join(download.cache, 'db'), join(draft, 'db'), draft);
    return reason;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function fromAnyMirror(
  { trivy, repositories, timeout }: Download,
  draft: string,
  effects: Effects,
  patience: Patience,
): Promise<string | undefined> {
  const reasons = new Map<string, string>();
  let waiting = repositories;
  for (let tried = 1; ; tried += 1) {
    const again: string[] = [];
    for (const repository of waiting) {
      const ended = await runTrivy(trivy, downloadArgs(repository, draft, timeout), draft, effects);
      if (ended.code === 0) return undefined;
      reasons.set(repository, causeOf(ended.said));
      if (isTransient(ended)) again.push(repository);
    }
    waiting = again;
    if (waiting.length === 0 || tried >= patience.attempts) {
      return [...reasons].map(([repository, reason]) => `${repository}: ${reason}`).join('; ');
    }
    const pause = pauseBefore(tried, patience, undefined);
    effects.log.info(
      `The database is asked for again in ${pause / 1000} s (attempt ${tried + 1}): ${waiting.join(', ')} limit requests or are in trouble.`,
    );
    await sleep(pause, undefined, { signal: effects.signal });
  }
}

/** Too many requests, a server error, a broken connection: the same question may be answered better a little later. */
export function isTransient({ said }: Ended): boolean {
  return /TOOMANYREQUESTS|\b429\b|too many requests|\b50[0234]\b|UNAVAILABLE|connection reset|unexpected EOF|i\/o timeout|TLS handshake timeout/i.test(
    said.join('\n'),
  );
}

/** A scan of another job on this machine may have the old one open: it keeps reading what it opened. */
async function replace(place: string, made: string, trash: string): Promise<void> {
  await rename(place, join(trash, 'old')).catch(() => undefined);
  await rename(made, place);
}
