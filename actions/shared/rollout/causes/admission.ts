import type { Facts } from '../facts/types.ts';
import type { CauseId, Finding } from '../finding.ts';
import { statusOf } from '../workload.ts';
import { about, type Cause } from './cause.ts';

/** Room may come free while old pods go. */
const quotaPatience = 5000;
/** A webhook that does not answer may be restarting. */
const webhookPatience = 10_000;

/**
 * Pods that can't even be made. A Deployment says so in its condition ReplicaFailure, which stays; the others only by
 * events.
 */
export const admission: Cause = (facts) => {
  const said = facts.replicaFailure ?? lastRefusal(facts);
  if (said === undefined) return [];
  const { cause, what, fix, certainty } = judgeRefusal(said, facts);
  return [
    about(facts, {
      cause,
      certainty,
      message: `${what}: ${core(said)}`,
      evidence: [`${facts.workload.kind}: FailedCreate: ${said}`],
      fix,
    }),
  ];
};

/** What the controller said, unless it could make a pod since then or has all of them. */
function lastRefusal({ events, workload }: Facts): string | undefined {
  const last = events.findLast(({ reason }) => reason === 'FailedCreate' || reason === 'SuccessfulCreate');
  if (last?.reason !== 'FailedCreate' || statusOf(workload).complete) return undefined;
  return last.message;
}

/** The cluster's words without the name of the pod that was never made. */
function core(said: string): string {
  return said.replace(/^Error creating: /, '').replace(/^pods "[^"]*" is forbidden: /, '');
}

interface Refusal {
  readonly cause: CauseId;
  readonly what: string;
  readonly fix: string;
  readonly certainty: Finding['certainty'];
}

/** What a refusal by admission means, whether of a pod or of an object of the manifests. */
export function judgeRefusal(said: string, facts?: Facts): Refusal {
  if (/error looking up service account|serviceaccount "[^"]*" not found/i.test(said)) {
    return {
      cause: 'service-account-missing',
      certainty: 2000,
      what: 'the ServiceAccount of the pods is not there',
      fix: 'Add the ServiceAccount to the manifests, or correct `serviceAccountName`.',
    };
  }
  // The last comes as long as nobody has counted what the namespace has.
  if (/exceeded quota|failed quota|status unknown for quota/.test(said)) {
    return {
      cause: 'quota-exceeded',
      certainty: facts !== undefined && facts.leaving > 0 ? 'suspected' : quotaPatience,
      what: "the namespace's quota does not allow the pods",
      fix: 'Ask for less, set the requests and limits that the quota counts, or have it raised. A rolling update needs room for its surge.',
    };
  }
  if (/failed calling webhook|failed to call webhook|no endpoints available for service/.test(said)) {
    return {
      cause: 'webhook-failed',
      certainty: webhookPatience,
      what: 'an admission webhook does not answer',
      fix: 'Look at the webhook that the message names: its Service, its certificate, its pods.',
    };
  }
  return {
    cause: 'admission-denied',
    certainty: 'certain',
    what: 'the cluster refuses the pods',
    fix: /PodSecurity/.test(said)
      ? 'Set what the message lists in the `securityContext`, or change the `pod-security.kubernetes.io/enforce` label of the namespace.'
      : 'Change what the policy, LimitRange or webhook named in the message refuses.',
  };
}
