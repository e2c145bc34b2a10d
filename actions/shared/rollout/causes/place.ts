import { numberAt } from '../../kube/values.ts';
import type { FieldPath } from '../../manifests/types.ts';
import type { Facts } from '../facts/types.ts';
import type { Asked, Finding } from '../finding.ts';
import { isObserved } from '../workload.ts';
import { about, type Cause, inTemplate, quoted } from './cause.ts';
import { waitsForVolume } from './volume.ts';

/** Without an autoscaler nothing changes by itself; with one that has refused neither. */
const scalerPatience = 11_000;
/**
 * Written by the Cluster Autoscaler, which looks every ten seconds and may need 30 to 60 for its answer (its FAQ, "What are the
 * Service Level Objectives for Cluster Autoscaler?").
 */
const scaler: Asked = { kind: 'ConfigMap', namespace: 'kube-system', name: 'cluster-autoscaler-status' };
/** Whoever sets a gate takes it away again, or has forgotten it. */
const gatePatience = 30_000;

/** Pods that no node takes. */
export const unschedulable: Cause = (facts) =>
  facts.pods.flatMap((pod) => {
    const why = pod.unscheduled;
    if (why === undefined || waitsForVolume(why)) return [];
    const scaling = pod.events.some(({ reason }) => reason === 'TriggeredScaleUp' || reason === 'Nominated');
    const refused = pod.events.some(({ reason }) => reason === 'NotTriggerScaleUp');
    const patient = scaling || pod.nominated || facts.leaving > 0;
    return [
      about(facts, {
        cause: 'unschedulable',
        certainty: certaintyOf(pod.gated, patient),
        message: `no node takes the pod: ${why}`,
        evidence: [
          `Pod ${pod.name}: PodScheduled False: ${why}`,
          ...pod.events
            .filter(({ reason }) => /ScaleUp|FailedScheduling/.test(reason))
            .slice(-2)
            .map(quoted),
        ],
        fix: fixFor(why),
        path: pathFor(why, facts),
        ...(pod.gated || refused ? {} : { unless: [scaler] }),
      }),
    ];
  });

function certaintyOf(gated: boolean, patient: boolean): Finding['certainty'] {
  if (patient) return 'suspected';
  return gated ? gatePatience : scalerPatience;
}

/** A DaemonSet that no node is for is complete at once, and runs nowhere. */
export const nowhere: Cause = (facts) => {
  const { workload } = facts;
  const wanted = numberAt(workload, 'status', 'desiredNumberScheduled');
  if (workload.kind !== 'DaemonSet' || wanted !== 0 || !isObserved(workload)) return [];
  return [
    about(facts, {
      cause: 'unschedulable',
      certainty: 'warning',
      message: 'no node is chosen, so that no pod runs',
      evidence: ['status.desiredNumberScheduled: 0'],
      fix: 'Compare `nodeSelector`, `affinity` and `tolerations` with the labels and taints of the nodes.',
      path: inTemplate(facts, 'spec', 'nodeSelector'),
    }),
  ];
};

/** Pods nobody takes up: a scheduler or a node that is not there says nothing. */
export const untaken: Cause = (facts) =>
  facts.pods.flatMap(({ name, ignoredBy }) => {
    if (ignoredBy === undefined) return [];
    const { who, exists } = ignoredBy;
    const field = who.startsWith('node') ? 'nodeName' : 'schedulerName';
    return [
      about(facts, {
        cause: 'unschedulable',
        certainty: exists ? 'suspected' : scalerPatience,
        message: `nobody takes up the pod: the ${who} has not said anything about it`,
        evidence: [`Pod ${name}: phase Pending, no condition and no event`],
        fix: exists
          ? `The ${who} is there and slow, or has died just now: look at its load and its log, or give \`timeout\` more.`
          : `Is there a ${who}? Correct \`${field}\`, or leave it out.`,
        path: inTemplate(facts, 'spec', field),
      }),
    ];
  });

function fixFor(why: string): string {
  if (/Insufficient/.test(why))
    return 'Ask for less (`resources.requests`), free room, or add nodes. A surge needs room for one pod more.';
  if (/taint/.test(why))
    return 'Add a toleration for the taint that the message names, or take the taint away.';
  if (/node affinity|node selector|nodeSelector/.test(why))
    return 'No node has the labels asked for: correct `nodeSelector` or `affinity`.';
  if (/scheduling gates/.test(why))
    return 'Take `schedulingGates` out, or look at the controller that should take the gate away.';
  if (/topology spread/.test(why))
    return 'Write `whenUnsatisfiable: ScheduleAnyway`, or add nodes in the missing zones.';
  if (/anti-affinity/.test(why)) return 'Use preferred instead of required anti-affinity, or add nodes.';
  if (/free ports/.test(why)) return 'Two pods want one host port: leave `hostPort` out.';
  return 'The message names what no node offers.';
}

function pathFor(why: string, facts: Facts): FieldPath {
  const spec = inTemplate(facts, 'spec');
  if (/Insufficient/.test(why)) return [...spec, 'containers', 0, 'resources'];
  if (/scheduling gates/.test(why)) return [...spec, 'schedulingGates'];
  if (/topology spread/.test(why)) return [...spec, 'topologySpreadConstraints'];
  if (/free ports/.test(why)) return [...spec, 'containers', 0, 'ports'];
  if (/taint/.test(why)) return [...spec, 'tolerations'];
  if (/anti-affinity|pod affinity/.test(why)) return [...spec, 'affinity'];
  if (/affinity|selector/.test(why)) return [...spec, 'nodeSelector'];
  return spec;
}
