import { type JsonObject, listAt, textAt } from '../json.ts';
import type { Step } from '../state/state.ts';
import { type Problem, type RouteKind, type RouteTarget, type Testers, told } from './types.ts';

/** What beside weights a canary asks of its route. */
export interface Asked {
  readonly testers: Testers | undefined;
  readonly steps: readonly Step[];
}

const withTesters: readonly RouteKind[] = ['VirtualService', 'HTTPRoute', 'Ingress'];
const withMirror: readonly RouteKind[] = ['VirtualService', 'HTTPRoute'];

/** What is asked of a route that its kind can't do, or that it does already for something else. */
export function abilityProblems(
  target: RouteTarget,
  object: JsonObject,
  { testers, steps }: Asked,
): Problem[] {
  const mirror = steps.some((step) => step.mirror !== undefined);
  const problems: Problem[] = [];
  if (testers !== undefined && !withTesters.includes(target.kind)) {
    problems.push({
      message: `${told(target)} can't send testers to the canary`,
      fix: `Leave out \`canary-by-header\` and \`canary-by-cookie\`: they need a ${withTesters.join(', ')}.`,
    });
  }
  if (target.kind === 'Ingress' && testers?.cookie !== undefined && testers.cookie.value !== 'always') {
    problems.push({
      message: 'NGINX sends a cookie to the canary by the value `always` alone',
      fix: `Write \`canary-by-cookie: ${testers.cookie.name}=always\`.`,
    });
  }
  if (mirror && !withMirror.includes(target.kind)) {
    problems.push({
      message: `${told(target)} can't copy requests to the canary`,
      fix: `Leave \`mirror\` out of \`steps\`: it needs a ${withMirror.join(' or ')}.`,
    });
  }
  return [...problems, ...mirrorProblems(target, object, mirror)];
}

/** A rule has one mirror, and the caller's has to be there again afterwards. */
function mirrorProblems(target: RouteTarget, object: JsonObject, mirror: boolean): Problem[] {
  const taken = listAt(object, 'spec', 'http').some((rule) =>
    mirror ? textAt(rule, 'mirror', 'host') !== '' : textAt(rule, 'mirror', 'subset') === 'canary',
  );
  if (!taken) return [];
  return [
    {
      message: `${told(target)} copies requests already (mirror)`,
      fix: 'Take that mirror out, or leave `mirror` out of `steps`.',
    },
  ];
}
