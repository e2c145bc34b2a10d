import type { EventFact, PodFacts } from '../facts/types.ts';
import { about, type Cause, inTemplate, isAlone, quoted } from './cause.ts';

/** A node that does not answer may come back; pods are replaced after five minutes only. */
const nodePatience = 10_000;
/** A pod the node rejects is made anew at once, and rejected again. */
const rejections = 5000;

/**
 * Thrown off the node. The pod's status may say Succeeded and exit 0; the event tells, unless the kubelet has dropped it
 * because the pod had too many others.
 */
export const evicted: Cause = (facts) =>
  facts.pods.filter(isEvicted).map((pod) => {
    const event = evictionOf(pod);
    const said = event?.message ?? pod.message;
    // What the pod itself took too much of, it will take again; a node in need may be another one next time.
    const own = /exceeds the (local )?(limit|ephemeral)|exceed(s|ed)? .*limit|local ephemeral/i.test(said);
    return about(facts, {
      cause: 'evicted',
      certainty: own || isAlone(facts) || facts.pods.filter(isEvicted).length > 1 ? 'certain' : 'suspected',
      message: `the node has evicted ${pod.name}`,
      evidence: event === undefined ? unexplained(pod) : [`Pod ${pod.name}: ${quoted(event)}`],
      fix: 'Raise what the message names (`ephemeral-storage`, `sizeLimit` of an emptyDir, memory request), or write less to the local disk.',
    });
  });

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
export const rejected: Cause = (facts) =>
  facts.pods.flatMap((pod) => {
    const own = ['Evicted', ...otherEnds, ''];
    const again = facts.pods.filter(({ phase }) => phase === 'Failed').length > 1;
    const ran = pod.containers.some(({ ended, running }) => running || ended !== undefined);
    if (pod.phase !== 'Failed' || own.includes(pod.reason) || ran) return [];
    return [
      about(facts, {
        cause: 'admission-denied',
        certainty: again || isAlone(facts) ? 'certain' : rejections,
        message: `the node refuses the pod: ${pod.reason}: ${pod.message}`,
        evidence: [`Pod ${pod.name}: ${pod.reason}: ${pod.message}`],
        fix: 'Change what the message names in the pod, or allow it on the nodes (kubelet configuration).',
        path: inTemplate(facts, 'spec'),
      }),
    ];
  });
