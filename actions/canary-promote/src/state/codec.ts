import { UserError } from '../../../shared/errors/user-error.ts';
import { at, isObject, listAt, numberAt, textAt } from '../json.ts';
import { stateAnnotation } from '../route/carrier.ts';
import { parseRoute, type RouteTarget, type RuleBefore, routeId, type Testers } from '../route/types.ts';
import { type CanaryState, type ConfigChange, phases, type Step } from './state.ts';

export function encodeState(state: CanaryState): string {
  return JSON.stringify({ ...state, route: routeId(state.route) });
}

/**
 * The state on a carrier; undefined if there is none.
 *
 * Throws a UserError when the annotation is not one of ours: nothing may be changed on a guess.
 */
export function stateOf(route: unknown): CanaryState | undefined {
  const text = textAt(route, 'metadata', 'annotations', stateAnnotation);
  if (text === '') return undefined;
  const carrier = `${textAt(route, 'kind')} ${textAt(route, 'metadata', 'name')}`;
  const state = decode(text, textAt(route, 'metadata', 'name'));
  if (state !== undefined) return state;
  throw new UserError(
    `the annotation ${stateAnnotation} of ${carrier} is no state of a canary this version can read`,
    {
      fix: `Finish that canary with the version that began it, or give all traffic to the stable version by hand, remove the canary's Deployment and then the annotation.`,
    },
  );
}

/** `carrier`: its name, which was the route's before there were other kinds of route. */
function decode(text: string, carrier: string): CanaryState | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const route = routeIn(value, carrier);
  const phase = phases.find((name) => name === at(value, 'phase'));
  const step = numberAt(value, 'step');
  const weight = numberAt(value, 'weight');
  if (at(value, 'version') !== 1 || phase === undefined || route === undefined) return undefined;
  if (step === undefined || weight === undefined) return undefined;
  const texts = ['owner', 'job', 'release', 'image', 'workload', 'service', 'canary', 'reason', 'since'];
  if (texts.some((key) => typeof at(value, key) !== 'string')) return undefined;
  return {
    version: 1,
    owner: textAt(value, 'owner'),
    job: textAt(value, 'job'),
    release: textAt(value, 'release'),
    image: textAt(value, 'image'),
    phase,
    step,
    steps: listAt(value, 'steps').flatMap(stepOf),
    passed: textAt(value, 'passed'),
    weight,
    pods: numberAt(value, 'pods') ?? 0,
    route,
    isolation: isolations.find((name) => name === at(value, 'isolation')) ?? 'subset',
    testers: testersIn(value),
    workload: textAt(value, 'workload'),
    service: textAt(value, 'service'),
    canary: textAt(value, 'canary'),
    baseline: textAt(value, 'baseline'),
    before: {
      rules: rulesOf(value),
      digest: textAt(value, 'before', 'digest'),
      managedFields: listAt(value, 'before', 'managedFields'),
    },
    configs: configsOf(value),
    reason: textAt(value, 'reason'),
    since: textAt(value, 'since'),
  };
}

const isolations = ['subset', 'service', 'none'] as const;

function routeIn(value: unknown, carrier: string): RouteTarget | undefined {
  return parseRoute(textAt(value, 'route') || carrier);
}

function stepOf(value: unknown): Step[] {
  if (typeof value === 'number') return [{ weight: value }];
  const weight = numberAt(value, 'weight');
  if (weight === undefined) return [];
  const [mirror, pause] = [numberAt(value, 'mirror'), numberAt(value, 'pause')];
  return [
    {
      weight,
      ...(mirror === undefined ? {} : { mirror }),
      ...(pause === undefined ? {} : { pause }),
      ...(at(value, 'approve') === true ? { approve: true } : {}),
    },
  ];
}

function testersIn(value: unknown): Testers | undefined {
  const pair = (key: 'header' | 'cookie'): object => {
    const name = textAt(value, 'testers', key, 'name');
    return name === '' ? {} : { [key]: { name, value: textAt(value, 'testers', key, 'value') } };
  };
  return isObject(at(value, 'testers')) ? { ...pair('header'), ...pair('cookie') } : undefined;
}

function rulesOf(value: unknown): RuleBefore[] {
  return listAt(value, 'before', 'rules').flatMap((rule) => {
    const index = numberAt(rule, 'index');
    return index === undefined
      ? []
      : [{ index, name: textAt(rule, 'name'), route: listAt(rule, 'route').filter(isObject) }];
  });
}

function configsOf(value: unknown): ConfigChange[] {
  return listAt(value, 'configs').map((change) => ({
    kind: at(change, 'kind') === 'Secret' ? 'Secret' : 'ConfigMap',
    name: textAt(change, 'name'),
    existed: at(change, 'existed') === true,
  }));
}
