import type { GroupCounts, Verdict } from '../judge/types.ts';
import { evidenceOf } from './trace.ts';

/** One line of the job log: share, both groups' failures since the step began, the evidence, what is missing. */
export function liveLine(weight: number, verdict: Verdict): string {
  const failures = verdict.evidence.metrics.find(({ kind }) => kind === 'failures');
  const groups =
    failures === undefined
      ? 'no requests compared yet'
      : `canary ${counts(failures.canary)}, stable ${counts(failures.stable)}`;
  const proof = `proof of worse ${Math.round(100 * Math.min(1, evidenceOf(verdict)))} %`;
  const rest =
    verdict.verdict === 'not-enough-evidence' ? missing(verdict) : `${verdict.verdict}: ${verdict.reason}`;
  return [`${String(weight).padStart(3)} %`, groups, proof, rest].join(' · ');
}

/** Such as `3 of 412 failed (0.73 %)`. */
export function counts({ requests, events, rate }: GroupCounts): string {
  return `${Math.round(events)} of ${Math.round(requests)} failed (${percent(rate)})`;
}

/** A share of requests in percent, with as many digits as tell something. */
export function percent(share: number): string {
  return `${Number((100 * share).toPrecision(2))} %`;
}

function missing(verdict: Extract<Verdict, { verdict: 'not-enough-evidence' }>): string {
  const { canaryRequests, canaryRequestsNeeded, secondsNeeded } = verdict.missing;
  const needed =
    canaryRequestsNeeded === null
      ? ''
      : ` (${Math.round(canaryRequests)} of about ${Math.round(canaryRequestsNeeded)} requests`;
  const time =
    needed === '' ? '' : secondsNeeded === null ? ')' : `, about ${Math.ceil(secondsNeeded)} s more)`;
  return `not enough evidence${needed}${time}`;
}
