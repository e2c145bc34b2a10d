import type { KubeObject } from '../../kube/types.ts';
import { listAt, numberAt, textAt } from '../../kube/values.ts';

/** Of the ports that a pod's containers name. */
export function portNames(pod: KubeObject): string[] {
  return listAt(pod, 'spec', 'containers').flatMap((container) =>
    listAt(container, 'ports').map((port) => textAt(port, 'name')),
  );
}

/** Side-cars that are init containers serve as well. */
export const containersIn = (pod: KubeObject): readonly unknown[] => [
  ...listAt(pod, 'spec', 'containers'),
  ...listAt(pod, 'spec', 'initContainers').filter((one) => textAt(one, 'restartPolicy') === 'Always'),
];

/** The TCP port of that name; undefined: the container has none. */
export const portIn = (container: unknown, name: unknown): number | undefined =>
  numberAt(
    listAt(container, 'ports').find(
      (one) => textAt(one, 'name') === name && (textAt(one, 'protocol') || 'TCP') === 'TCP',
    ),
    'containerPort',
  );
