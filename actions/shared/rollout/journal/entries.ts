import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { KubeObject } from '../../kube/types.ts';
import {
  at,
  canonical,
  isJson,
  isKubeObject,
  listAt,
  nameOf,
  refOf,
  textAt,
  textsAt,
} from '../../kube/values.ts';
import { templatePath } from '../../manifests/pod-spec.ts';
import type { Plan } from '../types.ts';
import type { Undoable } from '../undo.ts';

/** What objects were before a rollout, and what their pod templates became by it. */
export interface Notes {
  readonly entries: readonly Undoable[];
  /** Hashes of the templates that the rollout wrote, by name of the workload; only known at its end. */
  readonly templates: Readonly<Record<string, string>>;
}

/** What a plan will change, as it is now. Hooks are never undone. */
export function entriesOf({ steps, pruned }: Plan): Undoable[] {
  const changed = steps.filter(({ change, hook }) => change !== 'none' && hook === undefined);
  return [
    ...changed.map(({ ref, before, autoscaled }) => ({ ref, before, autoscaled, uid: undefined })),
    ...pruned.map((object) => ({ ref: refOf(object), before: object, autoscaled: false, uid: undefined })),
  ];
}

/** Both, what is only in one and the first's where both have it: that knew the state before the second. */
export function merged(first: readonly Undoable[], second: readonly Undoable[]): Undoable[] {
  const known = new Set(first.map(({ ref }) => nameOf(ref)));
  return [...first, ...second.filter(({ ref }) => !known.has(nameOf(ref)))];
}

/** On the pod template: when its pods were started anew without another change. */
export const restartAnnotation = 'seatrial.dev/restarted-at';

/** Set by whoever starts pods anew: the release stays the same. */
const restarts = new Set([restartAnnotation, 'kubectl.kubernetes.io/restartedAt']);

/**
 * Without what says nothing, which some controllers write into templates: `resources: {}`, `creationTimestamp: null`. Items of
 * lists stay, for their place.
 */
function significant(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(significant);
  if (!isJson(value)) return value;
  const fields = Object.entries(value).map(([key, inner]) => [key, significant(inner)] as const);
  return Object.fromEntries(fields.filter(([, inner]) => !isNothing(inner)));
}

const isNothing = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (Array.isArray(value) ? value.length === 0 : isJson(value) && Object.keys(value).length === 0);

/** Tells whether a workload's pods are still those that a rollout has written. */
export function templateHash(object: KubeObject): string {
  const path = templatePath(object) ?? [];
  const notes = Object.entries(textsAt(object, ...path, 'metadata', 'annotations'));
  const own = Object.fromEntries(notes.filter(([name]) => !restarts.has(name)));
  const content = canonical([
    textsAt(object, ...path, 'metadata', 'labels'),
    own,
    significant(at(object, ...path, 'spec')),
  ]);
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}

export function packed({ entries, templates }: Notes): string {
  return gzipSync(JSON.stringify({ entries: entries.map(serial), templates })).toString('base64');
}

export function unpacked(content: string): Notes {
  const parsed: unknown = JSON.parse(gunzipSync(Buffer.from(content, 'base64')).toString());
  return { entries: listAt(parsed, 'entries').flatMap(entryOf), templates: textsAt(parsed, 'templates') };
}

function serial({ ref, before, autoscaled }: Undoable): unknown {
  const { apiVersion, kind, name, namespace } = ref;
  return { object: { apiVersion, kind, metadata: { name, namespace } }, before, autoscaled };
}

function entryOf(value: unknown): Undoable[] {
  const [apiVersion, kind] = [textAt(value, 'object', 'apiVersion'), textAt(value, 'object', 'kind')];
  const metadata = textsAt(value, 'object', 'metadata');
  const [name = '', namespace] = [metadata['name'], metadata['namespace']];
  const before = at(value, 'before');
  if (name === '') return [];
  const ref = { apiVersion, kind, name, ...(namespace === undefined ? {} : { namespace }) };
  const autoscaled = at(value, 'autoscaled') === true;
  return [{ ref, before: isKubeObject(before) ? before : undefined, autoscaled, uid: undefined }];
}
