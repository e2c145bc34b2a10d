import type { KubeObject } from '../kube/types.ts';
import { at, listAt, textAt } from '../kube/values.ts';
import type { FieldPath } from './types.ts';

/** A container of a pod template. */
export interface Container {
  readonly name: string;
  readonly image: string;
  readonly init: boolean;
  /** From the object's root to the container. */
  readonly path: FieldPath;
  readonly spec: unknown;
}

/** Where the pod template of a kind stands; undefined for kinds that make no pods. */
export function templatePath({
  apiVersion,
  kind,
}: {
  apiVersion: string;
  kind: string;
}): FieldPath | undefined {
  if (kind === 'CronJob') return ['spec', 'jobTemplate', 'spec', 'template'];
  if (kind === 'Pod') return apiVersion === 'v1' ? [] : undefined;
  const template = [
    'Deployment',
    'StatefulSet',
    'DaemonSet',
    'ReplicaSet',
    'Job',
    'ReplicationController',
    'Rollout',
  ];
  return template.includes(kind) ? ['spec', 'template'] : undefined;
}

/** All containers an object's pods will have. */
export function containersOf(object: KubeObject): Container[] {
  const template = templatePath(object);
  if (template === undefined) return [];
  return (['initContainers', 'containers'] as const).flatMap((list) => {
    const path = [...template, 'spec', list];
    return listAt(object, ...path).map((spec, index) => ({
      name: textAt(spec, 'name'),
      image: textAt(spec, 'image'),
      init: list === 'initContainers',
      path: [...path, index],
      spec,
    }));
  });
}

/** ConfigMaps and Secrets an object's pods read: by environment, volume or projection. */
export function configsOf(object: KubeObject): { kind: 'ConfigMap' | 'Secret'; name: string }[] {
  const template = templatePath(object);
  if (template === undefined) return [];
  const spec = at(object, ...template, 'spec');
  const fromContainers = containersOf(object).flatMap(({ spec: container }) => [
    ...listAt(container, 'envFrom').flatMap((source) => refs(source, 'configMapRef', 'secretRef', 'name')),
    ...listAt(container, 'env').flatMap((env) =>
      refs(at(env, 'valueFrom'), 'configMapKeyRef', 'secretKeyRef', 'name'),
    ),
  ]);
  const fromVolumes = listAt(spec, 'volumes').flatMap((volume) => [
    ...refs(volume, 'configMap', '', 'name'),
    ...refs(volume, '', 'secret', 'secretName'),
    ...listAt(volume, 'projected', 'sources').flatMap((source) =>
      refs(source, 'configMap', 'secret', 'name'),
    ),
  ]);
  const unique = new Map(
    [...fromContainers, ...fromVolumes].map((config) => [`${config.kind}/${config.name}`, config]),
  );
  return [...unique.values()];
}

function refs(
  source: unknown,
  configMap: string,
  secret: string,
  key: string,
): { kind: 'ConfigMap' | 'Secret'; name: string }[] {
  return [
    { kind: 'ConfigMap' as const, name: textAt(source, configMap, key) },
    { kind: 'Secret' as const, name: textAt(source, secret, key) },
  ].filter(({ name }) => name !== '');
}
