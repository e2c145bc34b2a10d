import type { KubeObject } from '../../kube/types.ts';
import { canonical, isJson } from '../../kube/values.ts';

/** Annotations that begin so are our notes: they change nothing that runs. */
export const notePrefix = 'seatrial.dev/';

const volatile = new Set([
  'managedFields',
  'resourceVersion',
  'generation',
  'uid',
  'creationTimestamp',
  'selfLink',
]);

/** What applying would change. */
export function changeOf(
  before: KubeObject | undefined,
  after: KubeObject,
): 'created' | 'changed' | 'noted' | 'none' {
  if (before === undefined) return 'created';
  if (canonical(essence(before, true)) !== canonical(essence(after, true))) return 'changed';
  if (canonical(essence(before, false)) !== canonical(essence(after, false))) return 'noted';
  return 'none';
}

function essence({ metadata, status: _status, ...rest }: KubeObject, withoutNotes: boolean): unknown {
  const kept = Object.entries(metadata).filter(([key]) => !volatile.has(key));
  const annotations = Object.entries(metadata.annotations ?? {}).filter(
    ([key]) => !withoutNotes || !key.startsWith(notePrefix),
  );
  return { ...rest, metadata: { ...Object.fromEntries(kept), annotations: Object.fromEntries(annotations) } };
}

export interface Difference {
  /** Such as `spec.template.spec.containers[app].image`. */
  readonly field: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** The fields that differ, readable; what Secrets hold is never shown. */
export function differences(before: KubeObject | undefined, after: KubeObject): Difference[] {
  const secret = after.kind === 'Secret';
  const found: Difference[] = [];
  walk('', before === undefined ? undefined : essence(before, false), essence(after, false), found);
  return found
    .filter(({ field }) => field !== 'apiVersion' && field !== 'kind')
    .map((difference) =>
      secret && /^(data|stringData)\b/.test(difference.field)
        ? { ...difference, before: hidden(difference.before), after: hidden(difference.after) }
        : difference,
    );
}

const hidden = (value: string | undefined): string | undefined =>
  value === undefined ? undefined : '(hidden)';

function walk(field: string, before: unknown, after: unknown, found: Difference[]): void {
  if (canonical(before) === canonical(after)) return;
  if (isJson(before) && isJson(after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      walk(field === '' ? key : `${field}.${key}`, before[key], after[key], found);
    }
    return;
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    const [old, now] = [keyed(before), keyed(after)];
    for (const key of new Set([...old.keys(), ...now.keys()])) {
      walk(`${field}[${key}]`, old.get(key), now.get(key), found);
    }
    return;
  }
  found.push({ field, before: shown(before), after: shown(after) });
}

/** List items by their name where they have one, else by position. */
function keyed(list: readonly unknown[]): Map<string, unknown> {
  return new Map(
    list.map((item, index) => [
      isJson(item) && typeof item['name'] === 'string' ? item['name'] : String(index),
      item,
    ]),
  );
}

function shown(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
