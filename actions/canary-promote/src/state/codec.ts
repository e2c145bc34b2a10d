import { UserError } from '../../../shared/errors/user-error.ts';
import { at, isObject, listAt, numberAt, textAt } from '../json.ts';
import { type RuleBefore, stateAnnotation } from '../route/virtual-service.ts';
import { type CanaryState, type ConfigChange, phases } from './state.ts';

export function encodeState(state: CanaryState): string {
  return JSON.stringify(state);
}

/**
 * The state on a route object; undefined if there is none.
 *
 * Throws a UserError when the annotation is not one of ours: nothing may be changed on a guess.
 */
export function stateOf(route: unknown): CanaryState | undefined {
  const text = textAt(route, 'metadata', 'annotations', stateAnnotation);
  if (text === '') return undefined;
  const state = decode(text);
  if (state !== undefined) return state;
  const name = textAt(route, 'metadata', 'name');
  throw new UserError(
    `the annotation ${stateAnnotation} of VirtualService ${name} is no state of a canary this version can read`,
    {
      fix: `Finish that canary with the version that began it, or give all traffic to the stable version by hand, remove the canary's Deployment and then the annotation.`,
    },
  );
}

function decode(text: string): CanaryState | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const phase = phases.find((name) => name === at(value, 'phase'));
  const step = numberAt(value, 'step');
  const weight = numberAt(value, 'weight');
  if (at(value, 'version') !== 1 || phase === undefined || step === undefined || weight === undefined) {
    return undefined;
  }
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
    steps: listAt(value, 'steps').filter((entry) => typeof entry === 'number'),
    weight,
    workload: textAt(value, 'workload'),
    service: textAt(value, 'service'),
    canary: textAt(value, 'canary'),
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
