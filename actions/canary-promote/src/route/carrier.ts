import { createHash } from 'node:crypto';
import { canonical, type JsonObject, listAt, objectAt, textsAt } from '../json.ts';
import type { Route, RouteBefore } from './types.ts';

/** Where the state of a canary stands on its carrier. */
export const stateAnnotation = 'seatrial.dev/canary';

/** Names the spec, labels and annotations of a carrier, our own annotation left out. */
export function digestOf(carrier: JsonObject): string {
  const { [stateAnnotation]: _, ...annotations } = textsAt(carrier, 'metadata', 'annotations');
  const parts = [annotations, textsAt(carrier, 'metadata', 'labels'), objectAt(carrier, 'spec')];
  return createHash('sha256').update(canonical(parts)).digest('hex').slice(0, 16);
}

/** What a later restore needs to know. A carrier of our own has nothing to go back to. */
export function beforeOf(carrier: JsonObject | undefined, route: Route): RouteBefore {
  if (route.own || carrier === undefined) return { rules: [], digest: '', managedFields: [] };
  return {
    rules: route.before(carrier),
    digest: digestOf(carrier),
    managedFields: listAt(carrier, 'metadata', 'managedFields'),
  };
}
