import type { JsonObject } from '../json.ts';
import type { Problem } from './types.ts';
import { type Shape, shareOfRule } from './weighted.ts';

export function noRule(route: string, service: string): Problem {
  return {
    message: `${route} has no http rule that sends to the service ${service}`,
    fix: `Add a rule with the destination ${service}, or name another route with \`route: …\`.`,
  };
}

export function foreignDestination(where: string, other: string): Problem {
  return {
    message: `${where} shares its traffic with another host (${other})`,
    fix: 'Give the service a rule of its own, so that the canary can set its weights.',
  };
}

export function thirdDestination(where: string): Problem {
  return {
    message: `${where} has destinations beside stable and canary`,
    fix: 'Keep one destination for each of the two, or only the one for stable.',
  };
}

/** A rule whose weights don't add up, or that has a canary nobody knows of. */
export function shareProblem(shape: Shape, rule: JsonObject, where: string): Problem[] {
  const share = shareOfRule(shape, rule);
  if (share === 0) return [];
  return [
    {
      message:
        share === undefined
          ? `the weights of ${where} don't make 100`
          : `${where} already gives ${share} % to the canary, and no state says why`,
      fix: 'Set the weights to 100 for stable and 0 for the canary.',
    },
  ];
}
