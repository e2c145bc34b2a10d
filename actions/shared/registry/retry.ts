import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf } from '../errors/user-error.ts';
import type { HttpResponse } from './http.ts';

/** How often and how patiently a request is tried. Times in milliseconds. */
export interface Patience {
  readonly attempts: number;
  /** Pause before the second attempt; it doubles from there. */
  readonly firstPause: number;
  /** The longest pause, whatever the registry asks for. */
  readonly longestPause: number;
}

export const defaultPatience: Patience = { attempts: 5, firstPause: 500, longestPause: 30_000 };

const transientStatuses: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

const transientCodes: ReadonlySet<string> = new Set([
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'HPE_INVALID_CONSTANT',
]);

/**
 * Sends until there is an answer that is final: trying again helps against an overloaded or restarting registry, never
 * against a refused password, a wrong name or nobody listening.
 *
 * Gives the last answer, whatever its status, or throws the last system error.
 */
export async function withRetries(
  patience: Patience,
  signal: AbortSignal,
  tell: (line: string) => void,
  attempt: () => Promise<HttpResponse>,
): Promise<HttpResponse> {
  for (let tried = 1; ; tried += 1) {
    const last = tried >= patience.attempts;
    let answer: HttpResponse | undefined;
    let reason: string;
    try {
      answer = await attempt();
      if (last || !isTransientStatus(answer.status)) return answer;
      reason = `it answered ${answer.status}`;
    } catch (error) {
      if (last || signal.aborted || !isTransient(error)) throw error;
      reason = codeOf(error) ?? 'the connection broke';
    }
    const pause = pauseBefore(tried, patience, answer);
    tell(`The registry is asked again in ${(pause / 1000).toFixed(1)} s (attempt ${tried + 1}): ${reason}.`);
    await sleep(pause, undefined, { signal });
  }
}

/** Whether the same request may be answered better a little later. */
export function isTransientStatus(status: number): boolean {
  return transientStatuses.has(status);
}

/** Exponential, or as long as the registry asks for (Retry-After in seconds), up to the longest pause. */
export function pauseBefore(tried: number, patience: Patience, answer: HttpResponse | undefined): number {
  const asked = Number(answer?.headers['retry-after'] ?? Number.NaN) * 1000;
  const own = patience.firstPause * 2 ** (tried - 1);
  return Math.min(patience.longestPause, Number.isFinite(asked) ? Math.max(asked, own) : own);
}

function isTransient(error: unknown): boolean {
  const code = codeOf(error);
  if (code !== undefined) return transientCodes.has(code);
  return error instanceof Error && /socket hang up|aborted|no answer/.test(error.message);
}
