import { at, includes, type JsonObject, listAt, numberAt, textAt, textsAt } from '../json.ts';
import type { Problem, ServiceRef } from './types.ts';
import { isHostOf, subsets } from './virtual-service.ts';

/** The DestinationRule that defines the subsets of the service. */
export function ruleOfService(rules: readonly JsonObject[], service: ServiceRef): JsonObject | undefined {
  return rules.find((rule) =>
    isHostOf(textAt(rule, 'spec', 'host'), service, textAt(rule, 'metadata', 'namespace')),
  );
}

/** The labels that make a pod one of a subset; undefined where the DestinationRule has no such subset. */
export function subsetLabels(
  rule: JsonObject | undefined,
  subset: string,
): Readonly<Record<string, string>> | undefined {
  const found = listAt(rule, 'spec', 'subsets').find((entry) => textAt(entry, 'name') === subset);
  return found === undefined ? undefined : textsAt(found, 'labels');
}

/** What is wrong between the DestinationRule, the Service and the pods of the stable workload. */
export function subsetProblems(
  rule: JsonObject | undefined,
  service: JsonObject,
  workload: JsonObject,
): Problem[] {
  const name = textAt(service, 'metadata', 'name');
  const stable = subsetLabels(rule, subsets.stable);
  const canary = subsetLabels(rule, subsets.canary);
  if (rule === undefined || stable === undefined || canary === undefined) {
    return [missingSubsets(rule, name)];
  }
  const pod = textsAt(workload, 'spec', 'template', 'metadata', 'labels');
  const what = `Deployment ${textAt(workload, 'metadata', 'name')}`;
  const problems: Problem[] = [];
  if (!includes(pod, stable)) {
    problems.push({
      message: `the pods of ${what} don't have the labels of the subset ${subsets.stable} (${pairs(stable)})`,
      fix: `Add ${pairs(stable)} to the labels of its pod template and to its selector.`,
    });
  }
  const canaryPod = { ...pod, ...canary };
  const selector = textsAt(workload, 'spec', 'selector', 'matchLabels');
  if (includes(canaryPod, selector)) {
    problems.push({
      message: `the selector of ${what} (${pairs(selector)}) would select the canary's pods as well`,
      fix: `Add ${pairs(stable)} to its selector and its pod template; a selector can't be changed, so the Deployment has to be made anew.`,
    });
  }
  const selects = textsAt(service, 'spec', 'selector');
  if (Object.keys(selects).length === 0 || !includes(canaryPod, selects)) {
    problems.push({
      message: `Service ${name} (${pairs(selects)}) would not select the canary's pods`,
      fix: `Leave ${Object.keys(canary).join(', ')} out of the selector of the Service: it has to select both groups.`,
    });
  }
  return problems;
}

function missingSubsets(rule: JsonObject | undefined, service: string): Problem {
  const form = `subsets: [{name: ${subsets.stable}, labels: {seatrial.dev/track: stable}}, {name: ${subsets.canary}, labels: {seatrial.dev/track: canary}}]`;
  return rule === undefined
    ? {
        message: `there is no DestinationRule for the service ${service}: a route to its subsets would answer 503`,
        fix: `Apply a DestinationRule with \`host: ${service}\` and \`${form}\`.`,
      }
    : {
        message: `DestinationRule ${textAt(rule, 'metadata', 'name')} has not both subsets ${subsets.stable} and ${subsets.canary}`,
        fix: `Give it \`${form}\`.`,
      };
}

function pairs(labels: Readonly<Record<string, string>>): string {
  const texts = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
  return texts.length === 0 ? 'none' : texts.join(', ');
}

/** Pods that a Deployment wants; the API server's default is one. */
export function replicasOf(workload: unknown): number {
  const replicas = at(workload, 'spec', 'replicas');
  return typeof replicas === 'number' ? replicas : 1;
}

/** Pods of a Deployment that can answer. */
export const availableOf = (workload: unknown): number =>
  numberAt(workload, 'status', 'availableReplicas') ?? 0;
