import { KubeError } from '../../kube/errors.ts';
import type { KubeObject } from '../../kube/types.ts';
import { at, numberAt, textAt } from '../../kube/values.ts';
import { withField } from '../../manifests/images.ts';
import type { Item, Setting } from '../types.ts';

/** Whether an autoscaler owns the number of replicas of a workload: as it is in the cluster, and as it is wanted. */
export type Autoscaled = (before: KubeObject | undefined, desired: KubeObject) => Promise<boolean>;

/**
 * Asks for the autoscalers of a namespace once, and only when the answer can matter: for a workload whose number was scaled
 * before or is to change now.
 */
export function autoscaledBy(items: readonly Item[], setting: Setting): Autoscaled {
  const given = items.map(({ object }) => object).filter(({ kind }) => kind === 'HorizontalPodAutoscaler');
  const lists = new Map<string, Promise<ReadonlySet<string>>>();
  const targetsIn = async (namespace: string): Promise<ReadonlySet<string>> =>
    new Set([...given, ...(await autoscalersIn(setting, namespace))].map(targetOf));
  return async (before, desired) => {
    const [now, wanted] = [numberAt(before, 'spec', 'replicas'), numberAt(desired, 'spec', 'replicas')];
    if (before === undefined || now === undefined || (now === wanted && !wasScaled(before))) return false;
    const { namespace = '' } = before.metadata;
    const list = lists.get(namespace) ?? targetsIn(namespace);
    lists.set(namespace, list);
    return (await list).has(scaleKey(before));
  };
}

async function autoscalersIn({ kube, log }: Setting, namespace: string): Promise<KubeObject[]> {
  try {
    return await kube.list('autoscaling/v2', 'HorizontalPodAutoscaler', { namespace });
  } catch (error) {
    if (!(error instanceof KubeError) || (error.status !== 403 && error.status !== 404)) throw error;
    log.info(`Autoscalers in ${namespace} can't be read: replicas are applied as the manifests say.`);
    return [];
  }
}

/** Whether somebody has changed the number of replicas as autoscalers do, beside the definition. */
export const wasScaled = ({ metadata }: KubeObject): boolean =>
  metadata.managedFields?.some(
    ({ subresource, fieldsV1 }) =>
      subresource === 'scale' && at(fieldsV1, 'f:spec', 'f:replicas') !== undefined,
  ) === true;

const scaleKey = ({ kind, metadata }: KubeObject): string => `${metadata.namespace}/${kind}/${metadata.name}`;

function targetOf(autoscaler: KubeObject): string {
  const target = at(autoscaler, 'spec', 'scaleTargetRef');
  return `${autoscaler.metadata.namespace}/${textAt(target, 'kind')}/${textAt(target, 'name')}`;
}

/**
 * What is applied where an autoscaler owns the replicas: none of our number. If an earlier apply of ours owns the
 * field, leaving it out would reset it to 1, so the number that runs now is stated instead.
 */
export function withLiveReplicas(
  desired: KubeObject,
  live: KubeObject | undefined,
  manager: string,
): KubeObject {
  const now = numberAt(live, 'spec', 'replicas');
  if (live === undefined || now === undefined) return desired;
  const ours = live.metadata.managedFields?.some(
    (entry) =>
      entry.manager === manager &&
      entry.operation === 'Apply' &&
      at(entry.fieldsV1, 'f:spec', 'f:replicas') !== undefined,
  );
  return withField(desired, ['spec', 'replicas'], ours === true ? now : undefined);
}
