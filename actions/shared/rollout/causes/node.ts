import type { PodFacts } from '../facts.ts';
import { about, type Cause, quoted } from './cause.ts';

/** A node that does not answer may come back; pods are replaced after five minutes only. */
const nodePatience = 10_000;
/** A pod the node rejects is made anew at once, and rejected again. */
const rejections = 5000;

/** Thrown off the node. The pod's status may say Succeeded and exit 0; only the event tells. */
export const evicted: Cause = (facts) =>
  facts.pods.flatMap((pod) => {
    const event = pod.events.find(({ reason }) => reason === 'Evicted');
    if (event === undefined && pod.reason !== 'Evicted') return [];
    const said = event?.message ?? pod.message;
    // What the pod itself took too much of, it will take again; a node in need may be another one next time.
    const own = /exceeds the (local )?(limit|ephemeral)|exceed(s|ed)? .*limit|local ephemeral/i.test(said);
    return [
      about(facts, {
        cause: 'evicted',
        certainty: own || evictions(facts.pods) > 1 ? 'certain' : 'suspected',
        message: `the node has evicted ${pod.name}`,
        evidence: [`Pod ${pod.name}: ${event === undefined ? said : quoted(event)}`],
        fix: 'Raise what the message names (`ephemeral-storage`, memory request), or write less to the local disk.',
      }),
    ];
  });

function evictions(pods: readonly PodFacts[]): number {
  return pods.filter(
    (pod) => pod.reason === 'Evicted' || pod.events.some(({ reason }) => reason === 'Evicted'),
  ).length;
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
    const own = ['Evicted', 'DeadlineExceeded', 'Preempting', 'Terminated', ''];
    const ran = pod.containers.some(({ ended, running }) => running || ended !== undefined);
    if (pod.phase !== 'Failed' || own.includes(pod.reason) || ran) return [];
    return [
      about(facts, {
        cause: 'admission-denied',
        certainty: facts.pods.filter(({ phase }) => phase === 'Failed').length > 1 ? 'certain' : rejections,
        message: `the node refuses the pod: ${pod.reason}: ${pod.message}`,
        evidence: [`Pod ${pod.name}: ${pod.reason}: ${pod.message}`],
        fix: 'Change what the message names in the pod, or allow it on the nodes (kubelet configuration).',
        path: ['spec', 'template', 'spec'],
      }),
    ];
  });
