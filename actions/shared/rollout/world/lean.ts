import type { KubeObject } from '../../kube/types.ts';
import { at, isJson, type Json, listAt } from '../../kube/values.ts';

/**
 * What is kept of an object: not who wrote which field. Of a workload's pods, which come by the thousand and change five times
 * until they are ready, only what a cause may look at, and their spec once as long as it is the same.
 */
export function leanOf(object: KubeObject, before: KubeObject | undefined): KubeObject {
  const { managedFields: _, uid = '', ...metadata } = object.metadata;
  const lean: KubeObject = { ...object, metadata: { ...metadata, uid } };
  const owned = (metadata.ownerReferences ?? []).length > 0;
  if (object.kind !== 'Pod' || !owned) return lean;
  const spec = isSameSpec(lean, before) ? before?.['spec'] : leanSpec(object);
  return { ...lean, spec, status: leanStatus(at(object, 'status')) };
}

/** The generation of a pod counts the changes of its spec since Kubernetes 1.33; being given to a node is none. */
function isSameSpec(pod: KubeObject, before: KubeObject | undefined): boolean {
  const { generation } = pod.metadata;
  return (
    generation !== undefined &&
    generation === before?.metadata.generation &&
    at(pod, 'spec', 'nodeName') === at(before, 'spec', 'nodeName')
  );
}

function leanSpec(pod: KubeObject): unknown {
  const spec = at(pod, 'spec');
  if (!isJson(spec)) return spec;
  const { tolerations: _, ...rest } = spec;
  const volumes = listAt(spec, 'volumes').filter((volume) => !isJson(at(volume, 'projected')));
  return { ...rest, volumes };
}

const wordy = ['phase', 'reason', 'message', 'nominatedNodeName', 'observedGeneration'];
const ofCondition = ['type', 'status', 'reason', 'message'];
const ofContainer = ['name', 'state', 'lastState', 'ready', 'started', 'restartCount'];

function leanStatus(status: unknown): unknown {
  const picked = (list: string, names: readonly string[]): unknown[] =>
    listAt(status, list).map((one) => pick(one, names));
  return {
    ...pick(status, wordy),
    conditions: picked('conditions', ofCondition),
    containerStatuses: picked('containerStatuses', ofContainer),
    initContainerStatuses: picked('initContainerStatuses', ofContainer),
  };
}

function pick(from: unknown, names: readonly string[]): Json {
  const values = names.map((name) => [name, at(from, name)] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}
