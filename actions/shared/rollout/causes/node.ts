import type { EventFact, Facts, PodFacts } from '../facts/types.ts';
import type { Finding } from '../finding.ts';
import { statusOf } from '../workload.ts';
import { about, type Cause, inTemplate, isAlone, quoted } from './cause.ts';

/** A node that does not answer may come back; pods are replaced after five minutes only. */
const nodePatience = 10_000;
/** A pod the node rejects is made anew at once, and rejected again. */
const rejections = 5000;
/** What is true of one node at one moment (kubernetes/kubernetes, pkg/kubelet/lifecycle/predicate.go): the next pod goes elsewhere. */
const passing = /^(?:OutOf|NodeAffinity$|UnexpectedAdmissionError$|VolumeAttachmentLimitExceeded$)/;

/**
 * Thrown off the node. The pod's status may say Succeeded and exit 0; the event tells, unless the kubelet has dropped it
 * because the pod had too many others.
 */
export const evicted: Cause = (facts) => {
  const all = facts.pods.filter(isEvicted);
  const twice = all.length > 1 && !statusOf(facts.workload).complete;
  return all.map((pod) => {
    const event = evictionOf(pod);
    const said = event?.message ?? pod.message;
    // What the pod itself took too much of, it will take again; a node in need may be another one next time.
    const own = /exceeds the (local )?(limit|ephemeral)|exceed(s|ed)? .*limit|local ephemeral/i.test(said);
    return about(facts, {
      cause: 'evicted',
      certainty: own || isAlone(facts) || twice ? 'certain' : 'suspected',
      message: `the node has evicted ${pod.name}`,
      evidence: event === undefined ? unexplained(pod) : [`Pod ${pod.name}: ${quoted(event)}`],
      fix: 'Raise what the message names (`ephemeral-storage`, `sizeLimit` of an emptyDir, memory request), or write less to the local disk.',
    });
  });
};

const evictionOf = (pod: PodFacts): EventFact | undefined =>
  pod.events.find(({ reason }) => reason === 'Evicted');

/** Other reasons for the end of a pod that the node gives in its status. */
const otherEnds = ['DeadlineExceeded', 'Preempting', 'Terminated', 'NodeShutdown'];

const isEvicted = (pod: PodFacts): boolean =>
  evictionOf(pod) !== undefined ||
  pod.reason === 'Evicted' ||
  (pod.thrownOff && !otherEnds.includes(pod.reason));

/** What is left of an eviction without its event. */
function unexplained(pod: PodFacts): string[] {
  if (pod.message !== '') return [`Pod ${pod.name}: ${pod.message}`];
  const killing = pod.containers.flatMap(({ events }) => events.filter(({ reason }) => reason === 'Killing'));
  return [
    `Pod ${pod.name}: phase ${pod.phase}, with restartPolicy Always and nobody having deleted it; the event that says why was dropped (\`kubectl describe node\`: what it is short of)`,
    ...killing.slice(-1).map((event) => `Pod ${pod.name}: ${quoted(event)}`),
  ];
}

/** The node no longer tells how its pods are: they are not ready, and nothing is wrong with them. */
export const nodeLost: Cause = (facts) =>
  facts.pods.flatMap((pod) => {
    const event = pod.events.findLast(({ reason }) => reason === 'NodeNotReady');
    if (event === undefined || pod.ready) return [];
    return [
      about(facts, {
        cause: 'node-lost',
        certainty: nodePatience,
        message: `the node under ${pod.name} does not answer any more`,
        evidence: [`Pod ${pod.name}: ${quoted(event)}`],
        fix: 'Look at the node (`kubectl describe node`): its kubelet, its network, its room. Pods are moved after five minutes, or when the node is deleted.',
      }),
    ];
  });

/** The node itself refuses a pod that was given to it: a sysctl, a device, room that is gone. */
export const rejected: Cause = (facts) => {
  // Others have taken their place; the rejected ones lie about until somebody cleans up.
  if (statusOf(facts.workload).complete) return [];
  const all = facts.pods.filter(isRejected);
  return all.map((pod) =>
    about(facts, {
      cause: 'admission-denied',
      certainty: rejection(pod, all, facts),
      message: `the node refuses the pod: ${pod.reason}: ${pod.message}`,
      evidence: [`Pod ${pod.name}: ${pod.reason}: ${pod.message}`],
      fix: 'Change what the message names in the pod, or allow it on the nodes (kubelet configuration).',
      path: inTemplate(facts, 'spec'),
    }),
  );
};

function isRejected({ phase, reason, containers }: PodFacts): boolean {
  const ran = containers.some(({ ended, running }) => running || ended !== undefined);
  return phase === 'Failed' && !['Evicted', ...otherEnds, ''].includes(reason) && !ran;
}

function rejection(pod: PodFacts, all: readonly PodFacts[], facts: Facts): Finding['certainty'] {
  if (isAlone(facts)) return 'certain';
  if (passing.test(pod.reason) && all.length < facts.pods.length) return 'suspected';
  return all.length > 1 && !passing.test(pod.reason) ? 'certain' : rejections;
}
