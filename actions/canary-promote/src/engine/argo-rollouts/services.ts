import type { KubeObject } from '../../../../shared/kube/types.ts';
import { textAt, textsAt } from '../../../../shared/kube/values.ts';
import { withField } from '../../../../shared/manifests/images.ts';
import type { View } from '../../cluster/live-view.ts';

/** The controller leads a Service to one version's pods by this label in its selector. */
const hashLabel = 'rollouts-pod-template-hash';

/**
 * A selector is applied as a whole. One to which the controller has added its label is applied with it: without, the
 * server would refuse the apply as a conflict, or the Service would lead to the pods of both versions.
 */
export function withTheirSelectors(objects: readonly KubeObject[], view: View): KubeObject[] {
  return objects.map((object) => {
    if (object.kind !== 'Service' || object.apiVersion !== 'v1') return object;
    const { namespace = '', name = '' } = object.metadata;
    const live = view({ apiVersion: 'v1', kind: 'Service', namespace, name });
    const hash = textAt(live, 'spec', 'selector', hashLabel);
    if (hash === '') return object;
    const selector = { ...textsAt(object, 'spec', 'selector'), [hashLabel]: hash };
    return withField(object, ['spec', 'selector'], selector);
  });
}
