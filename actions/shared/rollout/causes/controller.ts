import type { KubeObject } from '../../kube/types.ts';
import { at, numberAt, refOf } from '../../kube/values.ts';
import type { TakenPod } from '../facts/types.ts';
import { conditionOf, statusOf } from '../workload.ts';
import { about, type Cause, isAlone, lastLines } from './cause.ts';

/** Controllers take their finalizers away within moments, once they run. */
const finalizerPatience = 10_000;

/** A Job that has given up. */
export const job: Cause = (facts) => {
  if (facts.workload.kind !== 'Job') return [];
  // FailureTarget comes first; Failed follows when the last pod is gone.
  const failed = [conditionOf(facts.workload, 'Failed'), conditionOf(facts.workload, 'FailureTarget')].find(
    (condition) => condition?.status === 'True',
  );
  if (failed === undefined) return [];
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
      evidence: [...ends, ...facts.taken.flatMap(lastWords)],
      fix:
        failed.reason === 'DeadlineExceeded'
          ? 'Raise `activeDeadlineSeconds`, or find what takes so long.'
          : 'Its last log lines tell why; a Job can be changed only by a new one, so give it a new name or delete it first.',
      path: ['spec'],
    }),
  ];
};

/** What a pod that was taken away has said until then. */
function lastWords({ name, containers }: TakenPod): string[] {
  return containers.flatMap((container) =>
    container.log === undefined
      ? []
      : [`Pod ${name}: ${container.name} ran when it was taken away`, ...lastLines(container)],
  );
}

/** A Pod of its own past its `activeDeadlineSeconds`. */
export const expired: Cause = (facts) =>
  facts.pods.flatMap((pod) => {
    if (!isAlone(facts) || pod.reason !== 'DeadlineExceeded') return [];
    return [
      about(facts, {
        cause: 'job-failed',
        certainty: 'certain',
        message: `the Pod has failed: ${pod.reason}: ${pod.message}`,
        evidence: [
          `Pod ${pod.name}: ${pod.reason}: ${pod.message}`,
          ...pod.containers.flatMap((container) => lastLines(container)),
        ],
        fix: 'Raise `activeDeadlineSeconds`, or find what takes so long.',
        path: ['spec', 'activeDeadlineSeconds'],
      }),
    ];
  });

/** A StatefulSet waits for a pod that is not allowed to go. */
export const held: Cause = (facts) => {
  const [pod] = facts.held;
  if (pod === undefined || facts.workload.kind !== 'StatefulSet') return [];
  return [
    about(facts, {
      cause: 'stuck-finalizer',
      certainty: finalizerPatience,
      message: `Pod ${pod.name} has ended and can't go: the finalizer ${pod.finalizers.join(', ')} holds it`,
      evidence: [`Pod ${pod.name}: metadata.finalizers: ${pod.finalizers.join(', ')}`],
      fix: 'Whoever owns the finalizer has to do its work; take it away by hand only when that controller is gone.',
    }),
  ];
};

/** The number of replicas goes up and down by other hands: the rollout never comes to rest. */
export const replicas: Cause = (facts) => {
  const { scalings } = facts;
  const turns = scalings.filter(({ from, to }, index) => {
    const before = scalings[index - 1];
    return before !== undefined && Math.sign(to - from) !== Math.sign(before.to - before.from);
  });
  if (turns.length === 0) return [];
  const managers = [...new Set(scalings.map(({ manager }) => manager))].join(', ');
  return [
    about(facts, {
      cause: 'replica-conflict',
      certainty: turns.length > 1 ? 'certain' : 'warning',
      message: `the number of replicas is fought over: ${managers} changed it ${scalings.length} times during this rollout`,
      evidence: scalings
        .slice(-5)
        .map(({ from, to, manager }) => `spec.replicas: ${from} → ${to} by ${manager}`),
      fix: 'Let one only own the number: one HorizontalPodAutoscaler per workload, and `replicas` in no other place.',
      path: ['spec', 'replicas'],
    }),
  ];
};

/** Told to wait: nothing goes on before somebody resumes it. */
export const paused: Cause = ({ workload }) => {
  if (workload.kind !== 'Deployment' || at(workload, 'spec', 'paused') !== true) return [];
  return [
    {
      cause: 'progress-deadline',
      certainty: statusOf(workload).complete ? 'warning' : 'certain',
      ref: refOf(workload),
      message: 'the Deployment is paused, so that its controller makes no pods of the new revision',
      evidence: [`spec.paused: true${reasonOf(workload)}`],
      fix: `Take \`paused: true\` out, or resume it: \`kubectl rollout resume deployment/${workload.metadata.name}\`.`,
      path: ['spec', 'paused'],
    },
  ];
};

function reasonOf(workload: KubeObject): string {
  const condition = conditionOf(workload, 'Progressing');
  return condition === undefined ? '' : `, condition Progressing: ${condition.reason}: ${condition.message}`;
}

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
