import { commonInputs } from '../../shared/contract/contract.ts';
import type { InputReader } from '../../shared/contract/input-reader.ts';
import {
  choice,
  duration,
  flag,
  type InputType,
  lines,
  pairs,
  path,
  text,
} from '../../shared/contract/types.ts';
import { type Freeze, parseFreeze } from '../../shared/freeze/freeze.ts';
import type { Strategy } from '../../shared/manifests/strategy.ts';
import { parseRule, type Rule } from '../../shared/rollout/ready/rules.ts';
import { target } from './target.ts';

const rule: InputType<Rule> = {
  name: '`Kind.group: condition=Ready` or `Kind.group: .status.phase=Running`',
  sample: { kind: '', test: { condition: '', status: '' } },
  parse: parseRule,
};

const freeze: InputType<Freeze> = {
  name: 'windows such as `Fri 16:00-Mon 08:00 Europe/Berlin`',
  sample: { text: '', from: 0, to: 0 },
  parse: parseFreeze,
};

/** A number of pods, or a percentage of them. */
const pods: InputType<number | string> = {
  name: 'number of pods or percentage',
  sample: 0,
  parse: (raw) => {
    if (/^\d+%$/.test(raw)) return raw;
    if (/^\d+$/.test(raw)) return Number(raw);
    throw new Error('a number of pods or a percentage, such as 1 or 25%');
  },
};

function strategyOf(read: InputReader): Strategy {
  const type = read.optional('strategy', choice('RollingUpdate', 'Recreate'));
  const maxSurge = read.optional('max-surge', pods);
  const maxUnavailable = read.optional('max-unavailable', pods);
  if (type === 'Recreate' && (maxSurge !== undefined || maxUnavailable !== undefined))
    read.refuse(
      '`strategy: Recreate` ends all pods first: `max-surge` and `max-unavailable` say nothing there',
    );
  if (/^0%?$/.test(String(maxSurge)) && /^0%?$/.test(String(maxUnavailable)))
    read.refuse('`max-surge` and `max-unavailable` are both 0: no pod could ever be replaced');
  return { type, maxSurge, maxUnavailable };
}

export function parse(read: InputReader) {
  return {
    mode: read.withDefault('mode', choice('rollout', 'restart', 'undo', 'status', 'gitops'), 'rollout'),
    manifests: read.required('manifests', lines(text)),
    images: read.optional('images', pairs) ?? new Map<string, string>(),
    variablesFile: read.optional('variables-file', path(read.workspace)),
    allowUrls: read.withDefault('allow-urls', flag, 'false'),
    helm: read.optional('helm', text),
    helmValues: read.optional('helm-values', lines(path(read.workspace))) ?? [],
    helmRelease: read.optional('helm-release', text),
    strategy: strategyOf(read),
    namespace: read.optional('namespace', text),
    environment: read.withDefault('environment', text, 'production'),
    environmentUrl: read.optional('environment-url', text),
    targets: read.optional('targets', lines(target(read.workspace))) ?? [],
    parallel: read.withDefault('parallel', flag, 'false'),
    freeze: read.optional('freeze', lines(freeze)) ?? [],
    ignoreFreeze: read.withDefault('ignore-freeze', flag, 'false'),
    kubeconfig: read.optional('kubeconfig', path(read.workspace)),
    context: read.optional('context', text),
    kubectl: read.optional('kubectl', text),
    gitopsRepository: read.optional('gitops-repository', text),
    gitopsBranch: read.withDefault('gitops-branch', text, 'main'),
    gitopsApplication: read.optional('gitops-application', text),
    gitopsPullRequest: read.withDefault('gitops-pull-request', flag, 'false'),
    token: read.optional('token', text),
    timeout: read.withDefault('timeout', duration, '10m'),
    settle: read.withDefault('settle', duration, '10s'),
    onFailure: read.withDefault('on-failure', choice('undo', 'keep'), 'undo'),
    onBusy: read.withDefault('on-busy', choice('wait', 'fail'), 'wait'),
    rules: {
      ready: read.optional('ready-when', lines(rule)) ?? [],
      failed: read.optional('failed-when', lines(rule)) ?? [],
    },
    fieldManager: read.withDefault('field-manager', text, 'seatrial'),
    forceConflicts: read.withDefault('force-conflicts', flag, 'false'),
    allowOlder: read.withDefault('allow-older', flag, 'false'),
    applySet: read.optional('apply-set', text),
    annotations: read.optional('annotations', pairs) ?? new Map<string, string>(),
    dryRun: read.withDefault('dry-run', flag, 'false'),
    ...commonInputs(read),
  };
}

export type Inputs = ReturnType<typeof parse>;

export const contract = {
  name: 'k8s-rollout',
  parse,
  outputs: [
    'status',
    'verdict',
    'cause',
    'diagnosis',
    'causes',
    'workloads',
    'revision',
    'previous-revision',
    'changed',
    'seconds',
    'seconds-to-verdict',
    'commit',
    'pull-request',
  ] as const,
};

export type Output = (typeof contract.outputs)[number];
