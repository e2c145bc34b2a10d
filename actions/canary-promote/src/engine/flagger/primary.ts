import type { KubeObject } from '../../../../shared/kube/types.ts';
import { canonical, objectAt, textsAt } from '../../../../shared/kube/values.ts';
import { withReferences } from '../../plan/configs.ts';

/** What Flagger adds to names of the promoted version's objects. */
const suffix = '-primary';
/** Flagger's own mark on the promoted pods, new with every promotion. */
const ownNote = 'flagger-id';
/** Notes of GitOps tools, which Flagger does not copy. */
const toolkit = 'toolkit.fluxcd.io';

/**
 * Whether two Deployments have pods of one version: the same template, but for what Flagger changes in its copy (its mark,
 * labels, names of the configuration that it has copied, values of selectors).
 */
export function isSameVersion(target: KubeObject, primary: KubeObject): boolean {
  return versionOf(target) === versionOf(primary);
}

function versionOf(deployment: KubeObject): string {
  const template = objectAt(deployment, 'spec', 'template');
  const { affinity: _a, topologySpreadConstraints: _t, ...spec } = objectAt(template, 'spec');
  const notes = Object.entries(textsAt(template, 'metadata', 'annotations')).filter(
    ([name]) => name !== ownNote && !name.includes(toolkit),
  );
  const plain = withReferences(spec, (_, name) =>
    name.endsWith(suffix) ? name.slice(0, -suffix.length) : name,
  );
  return canonical([plain, Object.fromEntries(notes)]);
}
