import type { KubeObject } from '../../kube/types.ts';
import { at } from '../../kube/values.ts';
import { containersIn, portIn } from './ports.ts';

/**
 * Whether the kubelet asks the target port of a Service of each of these pods by itself: one that is ready has answered there,
 * on its own address, since its container started. To ask one of them through the Service would tell less.
 */
export function isProbed(port: unknown, ready: readonly KubeObject[]): boolean {
  return ready.length > 0 && ready.every((pod) => hasProbe(pod, targetIn(pod, port)));
}

/** The number of a Service's target port in a pod; undefined: the pod has none of that name. */
function targetIn(pod: KubeObject, port: unknown): number | undefined {
  const target = at(port, 'targetPort') ?? at(port, 'port');
  if (typeof target === 'number') return target;
  return containersIn(pod)
    .flatMap((container) => portIn(container, target) ?? [])
    .at(0);
}

function hasProbe(pod: KubeObject, target: number | undefined): boolean {
  return target !== undefined && containersIn(pod).some((container) => probedPort(container) === target);
}

/** The port that a readiness probe asks; a probe that names a host asks somebody else. */
function probedPort(container: unknown): number | undefined {
  for (const kind of ['httpGet', 'tcpSocket', 'grpc']) {
    const port = at(container, 'readinessProbe', kind, 'port');
    if (port === undefined || at(container, 'readinessProbe', kind, 'host') !== undefined) continue;
    return typeof port === 'number' ? port : portIn(container, port);
  }
  return undefined;
}
