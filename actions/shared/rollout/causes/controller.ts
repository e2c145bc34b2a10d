import { numberAt } from '../../kube/values.ts';
import { conditionOf } from '../workload.ts';
import { about, type Cause, lastLines } from './cause.ts';

/** A Job that has given up. */
export const job: Cause = (facts) => {
  if (facts.workload.kind !== 'Job') return [];
  const failed = conditionOf(facts.workload, 'Failed');
  if (failed?.status !== 'True') return [];
  const ends = facts.pods.flatMap((pod) =>
    pod.containers.flatMap((container) =>
      container.ended === undefined || container.ended.exitCode === 0
        ? []
        : [
            `Pod ${pod.name}: ${container.name} ended with exit code ${container.ended.exitCode} (${container.ended.reason})`,
            ...lastLines(container),
          ],
    ),
  );
  return [
    about(facts, {
      cause: 'job-failed',
      certainty: 'certain',
      message: `the Job has failed: ${failed.reason}: ${failed.message}`,
      evidence: ends,
      fix:
        failed.reason === 'DeadlineExceeded'
          ? 'Raise `activeDeadlineSeconds`, or find what takes so long.'
          : 'Its last log lines tell why; a Job can be changed only by a new one, so give it a new name or delete it first.',
      path: ['spec'],
    }),
  ];
};

/** The controller has given up waiting; whatever else is suspected is the reason. */
export const deadline: Cause = (facts) => {
  if (!facts.deadlineExceeded) return [];
  const seconds = numberAt(facts.workload, 'spec', 'progressDeadlineSeconds') ?? 600;
  return [
    about(facts, {
      cause: 'progress-deadline',
      certainty: 'certain',
      message: `no progress within progressDeadlineSeconds (${seconds} s)`,
      evidence: [`${facts.workload.kind}: ${conditionOf(facts.workload, 'Progressing')?.message ?? ''}`],
      fix: 'Look at the pods; a slow start needs a longer `progressDeadlineSeconds`.',
      path: ['spec', 'progressDeadlineSeconds'],
    }),
  ];
};
