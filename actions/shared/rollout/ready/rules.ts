import type { KubeObject } from '../../kube/types.ts';
import { at } from '../../kube/values.ts';
import { conditionOf } from '../workload.ts';

/** One comparison with an object's status. */
export type Test =
  | { readonly condition: string; readonly status: string }
  | { readonly path: readonly (string | number)[]; readonly operator: Operator; readonly value: string };

type Operator = '=' | '!=' | '>=' | '<=';

/** When objects of a kind count as ready, or as failed. */
export interface Rule {
  /** `Kind.group`, as `kubectl` writes it: `Kafka.kafka.strimzi.io`. */
  readonly kind: string;
  readonly test: Test;
}

export interface Rules {
  readonly ready: readonly Rule[];
  readonly failed: readonly Rule[];
}

/**
 * Reads a rule: `Kind.group: condition=Ready`, `Kind.group: condition=Ready:False`, or a field and what it has to be,
 * `Kind.group: .status.phase=Running` (also `!=`, and `>=`, `<=` for numbers). Throws an Error that completes "expected …".
 */
export function parseRule(raw: string): Rule {
  const expected = 'Kind.group: condition=Ready, or Kind.group: .status.phase=Running';
  const [, kind = '', text = ''] = /^([A-Z][A-Za-z0-9]*(?:\.[a-z0-9][a-z0-9.-]*)?):\s+(.+)$/.exec(raw) ?? [];
  const condition = /^condition=([A-Za-z0-9./-]+)(?::(True|False|Unknown))?$/.exec(text);
  if (condition !== null) {
    return { kind, test: { condition: condition[1] ?? '', status: condition[2] ?? 'True' } };
  }
  const field = /^((?:\.[\w-]+|\[\d+\])+)\s*(!=|>=|<=|=)\s*(.+)$/.exec(text);
  if (kind === '' || field === null) throw new Error(expected);
  const path = [...(field[1] ?? '').matchAll(/\.([\w-]+)|\[(\d+)\]/g)].map(([, name, index]) =>
    index === undefined ? (name ?? '') : Number(index),
  );
  return { kind, test: { path, operator: operatorOf(field[2]), value: field[3] ?? '' } };
}

function operatorOf(text: string | undefined): Operator {
  return text === '!=' || text === '>=' || text === '<=' ? text : '=';
}

/** Whether a rule is about objects of this kind. */
export function isAbout(rule: Rule, { apiVersion, kind }: { apiVersion: string; kind: string }): boolean {
  const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
  return rule.kind === (group === '' ? kind : `${kind}.${group}`);
}

/** Whether an object's status is as the test wants it. A field that is not there is equal to nothing. */
export function meets(object: KubeObject, test: Test): boolean {
  if ('condition' in test) return conditionOf(object, test.condition)?.status === test.status;
  const found = at(object, ...test.path);
  if (found === undefined || found === null) return false;
  switch (test.operator) {
    case '=':
      return String(found) === test.value;
    case '!=':
      return String(found) !== test.value;
    case '>=':
      return Number(found) >= Number(test.value);
    default:
      return Number(found) <= Number(test.value);
  }
}
