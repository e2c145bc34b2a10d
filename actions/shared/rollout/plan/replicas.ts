import { KubeError } from '../../kube/errors.ts';
import type { KubeObject } from '../../kube/types.ts';
import { at, numberAt, textAt } from '../../kube/values.ts';
import { withField } from '../../manifests/images.ts';
import type { Item, Setting } from '../types.ts';

/** Workloads whose replicas an autoscaler owns, as `namespace/kind/name`. */
export async function autoscaled(setting: Setting, items: readonly Item[]): Promise<ReadonlySet<string>> {
  const scaled = items.filter(({ object }) => numberAt(object, 'spec', 'replicas') !== undefined);
  const namespaces = [...new Set(scaled.map(({ object }) => object.metadata.namespace ?? ''))];
  const lists = await Promise.all(namespaces.map((namespace) => autoscalersIn(setting, namespace)));
  const given = items.map(({ object }) => object).filter(({ kind }) => kind === 'HorizontalPodAutoscaler');
  return new Set([...given, ...lists.flat()].map(targetOf));
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

export const scaleKey = ({ kind, metadata }: KubeObject): string =>
  `${metadata.namespace}/${kind}/${metadata.name}`;

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
