import { at, includes, type JsonObject, listAt, textAt, textsAt } from '../json.ts';
import {
  destinationsOf,
  isHostOf,
  rulesTo,
  type ServiceRef,
  shareOfRule,
  subsets,
} from './virtual-service.ts';

/** Something that would make a canary on this route send traffic astray. */
export interface Problem {
  readonly message: string;
  readonly fix: string;
}

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

/** What is wrong with the route, before anything is changed. */
export function routeProblems(route: JsonObject, service: ServiceRef): Problem[] {
  const name = `VirtualService ${textAt(route, 'metadata', 'name')}`;
  const rules = rulesTo(route, service);
  if (rules.length === 0) {
    return [
      {
        message: `${name} has no http rule that sends to the service ${service.name}`,
        fix: `Add a rule with the destination \`host: ${service.name}\`, or name another route with \`route: …\`.`,
      },
    ];
  }
  const found = rules.flatMap(({ index, rule }) => ruleProblems(route, service, index, rule, name));
  const raw = [...listAt(route, 'spec', 'tcp'), ...listAt(route, 'spec', 'tls')];
  const namespace = textAt(route, 'metadata', 'namespace');
  const bypass = raw.some((rule) =>
    destinationsOf(rule).some(
      (entry) =>
        isHostOf(textAt(entry, 'destination', 'host'), service, namespace) &&
        textAt(entry, 'destination', 'subset') !== subsets.stable,
    ),
  );
  if (!bypass) return found;
  return [
    ...found,
    {
      message: `${name} has a tcp or tls rule that sends to all pods of ${service.name}, which no weight would keep from the canary`,
      fix: `Give that destination \`subset: ${subsets.stable}\`.`,
    },
  ];
}

function ruleProblems(
  route: JsonObject,
  service: ServiceRef,
  index: number,
  rule: JsonObject,
  name: string,
): Problem[] {
  const namespace = textAt(route, 'metadata', 'namespace');
  const where = `${name}, http rule ${textAt(rule, 'name') || index + 1}`;
  const entries = destinationsOf(rule);
  const foreign = entries.find(
    (entry) => !isHostOf(textAt(entry, 'destination', 'host'), service, namespace),
  );
  if (foreign !== undefined) {
    return [
      {
        message: `${where} shares its traffic with another host (${textAt(foreign, 'destination', 'host')})`,
        fix: 'Give the service a rule of its own, so that the canary can set its weights.',
      },
    ];
  }
  const third = entries.find(
    (entry) => !['', subsets.stable, subsets.canary].includes(textAt(entry, 'destination', 'subset')),
  );
  if (third !== undefined || entries.length > 2) {
    return [
      {
        message: `${where} has destinations beside the subsets ${subsets.stable} and ${subsets.canary}`,
        fix: `Keep one destination for each of the two, or only \`subset: ${subsets.stable}\`.`,
      },
    ];
  }
  const share = shareOfRule(rule);
  if (share === 0) return [];
  return [
    {
      message:
        share === undefined
          ? `the weights of ${where} don't make 100`
          : `${where} already gives ${share} % to the canary, and no state says why`,
      fix: `Set the weights to 100 for ${subsets.stable} and 0 for ${subsets.canary}.`,
    },
  ];
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
