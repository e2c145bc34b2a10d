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
import { parseRule, type Rule } from '../../shared/rollout/ready/rules.ts';

const rule: InputType<Rule> = {
  name: '`Kind.group: condition=Ready` or `Kind.group: .status.phase=Running`',
  sample: { kind: '', test: { condition: '', status: '' } },
  parse: parseRule,
};

export function parse(read: InputReader) {
  return {
    manifests: read.required('manifests', lines(text)),
    images: read.optional('images', pairs) ?? new Map<string, string>(),
    namespace: read.optional('namespace', text),
    environment: read.withDefault('environment', text, 'production'),
    kubeconfig: read.optional('kubeconfig', path(read.workspace)),
    context: read.optional('context', text),
    kubectl: read.optional('kubectl', text),
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
  ] as const,
};

export type Output = (typeof contract.outputs)[number];
