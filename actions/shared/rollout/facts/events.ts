import type { KubeObject } from '../../kube/types.ts';
import { numberAt, textAt } from '../../kube/values.ts';
import type { EventFact } from './types.ts';

export function eventFact(event: KubeObject): EventFact {
  return {
    reason: textAt(event, 'reason'),
    message: textAt(event, 'message'),
    count: numberAt(event, 'series', 'count') ?? numberAt(event, 'count') ?? 1,
    fieldPath: textAt(event, 'involvedObject', 'fieldPath'),
  };
}
