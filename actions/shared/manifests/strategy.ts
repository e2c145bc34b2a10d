import { withField } from './images.ts';
import type { Manifest } from './types.ts';

/** How Deployments replace their pods; what is unset stays as the manifests say. */
export interface Strategy {
  readonly type: 'RollingUpdate' | 'Recreate' | undefined;
  /** A number of pods, or a percentage of the replicas. */
  readonly maxSurge: number | string | undefined;
  readonly maxUnavailable: number | string | undefined;
}

/** The manifests with this strategy in every Deployment. */
export function withStrategy(manifests: readonly Manifest[], strategy: Strategy): Manifest[] {
  const { type, maxSurge, maxUnavailable } = strategy;
  if (type === undefined && maxSurge === undefined && maxUnavailable === undefined) return [...manifests];
  return manifests.map((manifest) => {
    if (manifest.object.kind !== 'Deployment') return manifest;
    const given: [string, unknown][] = [
      ['maxSurge', maxSurge],
      ['maxUnavailable', maxUnavailable],
    ];
    const start =
      type === undefined ? manifest.object : withField(manifest.object, ['spec', 'strategy'], { type });
    const object = given.reduce(
      (changed, [field, value]) =>
        value === undefined
          ? changed
          : withField(changed, ['spec', 'strategy', 'rollingUpdate', field], value),
      start,
    );
    return { ...manifest, object };
  });
}
