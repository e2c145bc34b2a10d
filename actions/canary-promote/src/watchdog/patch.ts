import { type JsonObject, objectAt } from '../json.ts';
import { stateAnnotation } from '../route/carrier.ts';
import type { CarrierPatch, Route } from '../route/types.ts';
import { encodeState } from '../state/codec.ts';
import { type CanaryState, mayFollow, moved, trafficOf } from '../state/state.ts';

/** One operation of a JSON patch (RFC 6902). */
export interface Operation {
  readonly op: 'test' | 'add' | 'remove' | 'replace';
  readonly path: string;
  readonly value?: unknown;
}

/**
 * The JSON patch that gives all traffic back from `state`, and that fits no other: it tests the state, and the weights as
 * they are on `carrier`, before it writes. Undefined where going back takes more than a patch.
 */
export function restoringPatch(
  route: Route,
  carrier: JsonObject,
  state: CanaryState,
): readonly Operation[] | undefined {
  if (!mayFollow(state.phase, 'restoring') || state.phase === 'undoing') return undefined;
  const reason = `no sign of life from its run while it was ${state.phase}: the watchdog gave all traffic back`;
  const back = { ...moved(state, 'restoring', { reason, since: state.since }), pods: 0 };
  const key = `/metadata/annotations/${escaped(stateAnnotation)}`;
  return [
    { op: 'test', path: key, value: encodeState(state) },
    { op: 'replace', path: key, value: encodeState(back) },
    ...operationsOf(route.patch(carrier, trafficOf(back)), carrier),
  ];
}

function operationsOf({ metadata, spec }: CarrierPatch, carrier: JsonObject): Operation[] {
  const annotations = objectAt(carrier, 'metadata', 'annotations');
  const notes = Object.entries(objectAt(metadata, 'annotations')).flatMap(([name, value]): Operation[] => {
    const path = `/metadata/annotations/${escaped(name)}`;
    if (value !== null) return [{ op: 'add', path, value }];
    return name in annotations ? [{ op: 'remove', path }] : [];
  });
  const fields = Object.entries(spec ?? {}).flatMap(([name, value]): Operation[] => {
    const path = `/spec/${escaped(name)}`;
    return [
      { op: 'test', path, value: objectAt(carrier, 'spec')[name] },
      { op: 'replace', path, value },
    ];
  });
  return [...notes, ...fields];
}

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');
