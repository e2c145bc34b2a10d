import type { QualitySection, ReleaseRecord } from '../../shared/record/types.ts';

/** How GitHub says that the releasing job ended. */
export type JobResult = 'success' | 'failure' | 'cancelled' | 'skipped';

export type Stage = 'verify' | 'scan' | 'staging' | 'canary' | 'production';

/** How a release ended, as its record tells it. */
export interface Outcome {
  readonly verdict: 'released' | 'rolled-back' | 'stopped';
  /** The last stage it reached. */
  readonly stage: Stage;
  readonly reason: string;
}

/**
 * Reads the end of a release from its record: the first gate that did not let it through decides, and a release whose
 * record has no verdict of production was stopped before it, whatever else it says.
 */
export function outcomeOf(whole: ReleaseRecord, environment: string, result?: JobResult): Outcome {
  const record = result === 'skipped' ? beforeProduction(whole, environment) : whole;
  const outcome = recordedOutcome(record, environment);
  if (outcome.verdict !== 'released' || result === undefined || result === 'success') return outcome;
  return {
    verdict: 'stopped',
    stage: 'production',
    reason: `the job ended with ${result} after: ${outcome.reason}`,
  };
}

/** What an earlier attempt of a job that did not run this time has left in the record is no part of this one. */
function beforeProduction({ canary: _, ...record }: ReleaseRecord, environment: string): ReleaseRecord {
  const rollouts = (record.rollouts ?? []).filter((rollout) => rollout.environment !== environment);
  return { ...record, rollouts };
}

function recordedOutcome(record: ReleaseRecord, environment: string): Outcome {
  return (
    stoppedByQuality(record) ??
    stoppedByScan(record) ??
    stoppedByRollout(record, environment) ??
    outcomeOfCanary(record, environment) ?? {
      verdict: 'stopped',
      stage: lastStage(record),
      reason: 'the workflow ended here',
    }
  );
}

function stoppedByQuality({ quality }: ReleaseRecord): Outcome | undefined {
  if (quality === undefined || quality.verdict === 'pass') return undefined;
  return { verdict: 'stopped', stage: 'verify', reason: reasonOf(quality) };
}

/** A record from before the gate gave its reasons has only its numbers. */
function reasonOf({ reasons = [], tests, coverage, minimumCoverage }: QualitySection): string {
  if (reasons.length > 0) return reasons.join('; ');
  return tests.failed > 0
    ? `${tests.failed} tests failed`
    : `coverage is ${coverage} %, the gate asks for ${minimumCoverage} %`;
}

function stoppedByScan({ scan }: ReleaseRecord): Outcome | undefined {
  if (scan === undefined || scan.verdict === 'clean') return undefined;
  const ids = scan.blocking.map((finding) => finding.id);
  const reason = ids.length > 0 ? `the scan found ${ids.join(', ')}` : `the scan says ${scan.verdict}`;
  return { verdict: 'stopped', stage: 'scan', reason };
}

function stoppedByRollout({ rollouts = [] }: ReleaseRecord, environment: string): Outcome | undefined {
  const broken = rollouts.find(({ verdict }) => verdict !== 'healthy' && verdict !== 'unchanged');
  if (broken === undefined) return undefined;
  const reason = broken.causes[0]?.message ?? `the rollout is ${broken.verdict}`;
  const inProduction = broken.environment === environment;
  const undone = inProduction && broken.verdict === 'undone';
  return {
    verdict: undone ? 'rolled-back' : 'stopped',
    stage: inProduction ? 'production' : 'staging',
    reason,
  };
}

function outcomeOfCanary({ canary, rollouts = [] }: ReleaseRecord, environment: string): Outcome | undefined {
  if (canary?.verdict === 'promoted' || canary?.verdict === 'unchanged')
    return { verdict: 'released', stage: 'production', reason: canary.reason };
  if (canary?.verdict === 'rolled-back' || canary?.verdict === 'restored') {
    return { verdict: 'rolled-back', stage: 'canary', reason: canary.reason };
  }
  if (canary !== undefined) return { verdict: 'stopped', stage: 'canary', reason: canary.reason };
  const rolledOut = rollouts.find((rollout) => rollout.environment === environment);
  if (rolledOut === undefined) return undefined;
  return { verdict: 'released', stage: 'production', reason: `the rollout is ${rolledOut.verdict}` };
}

function lastStage({ rollouts = [], scan }: ReleaseRecord): Stage {
  if (rollouts.length > 0) return 'staging';
  return scan === undefined ? 'verify' : 'scan';
}
