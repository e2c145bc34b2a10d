import { includes, type JsonObject, textAt, textsAt } from '../json.ts';
import { canaryName } from '../plan/canary-objects.ts';
import { availableOf } from './subsets.ts';
import type { Problem, Route, RouteTarget } from './types.ts';

/** Marks the canary's pods where nothing else tells them from stable's. */
export const trackLabels = { 'seatrial.dev/track': 'canary' } as const;

/** Pods of the canary that come nearest to a share beside `stable` pods; at least one. */
export function podsFor(share: number, stable: number): number {
  if (share <= 0) return 0;
  return Math.max(1, Math.round((stable * share) / (100 - Math.min(share, 99))));
}

/** The share that a number of pods gives, in percent. */
export function shareOfPods(canary: number, stable: number): number {
  return canary === 0 ? 0 : (100 * canary) / (canary + stable);
}

/** No mesh and no ingress: one Service sends to the pods of both, and their number is the weight. */
export function byReplicas(target: RouteTarget): Route {
  return {
    target,
    carrier: { kind: 'Deployment', name: canaryName(target.name) },
    isolation: 'none',
    own: true,
    shares: () => [],
    patch: (_, { pods }) => ({ spec: { replicas: pods } }),
    before: () => [],
    restore: () => undefined,
    problems: () => [],
  };
}

/** What keeps the Service from sending to the canary's pods as well. */
export function serviceProblems(service: JsonObject, workload: JsonObject): Problem[] {
  const pod = { ...textsAt(workload, 'spec', 'template', 'metadata', 'labels'), ...trackLabels };
  const selector = textsAt(service, 'spec', 'selector');
  if (Object.keys(selector).length > 0 && includes(pod, selector)) return [];
  return [
    {
      message: `Service ${textAt(service, 'metadata', 'name')} would not select the canary's pods`,
      fix: `Leave ${Object.keys(trackLabels).join()} out of its selector: it has to select both groups.`,
    },
  ];
}

/** What the two Deployments give the canary at this moment, in percent, by the pods that are available. */
export function actualShare(canary: unknown, stable: unknown): number {
  return shareOfPods(availableOf(canary), availableOf(stable));
}
