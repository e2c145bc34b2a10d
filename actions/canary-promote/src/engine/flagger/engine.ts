import type { KubeObject, Ref } from '../../../../shared/kube/types.ts';
import { at, textAt } from '../../../../shared/kube/values.ts';
import { withField } from '../../../../shared/manifests/images.ts';
import type { View } from '../../cluster/live-view.ts';
import type { Command, Engine, Patch } from '../engine.ts';
import { becauseOf } from './events.ts';
import { rulesOf, shownBy } from './measured.ts';
import { intervalOf, isActive, standingOf, thresholdOf } from './standing.ts';

export const flaggerApi = 'flagger.app/v1beta1';

/** What `spec.skipAnalysis` was before a promotion by hand. */
const skipNote = 'seatrial.dev/skip-analysis';

/** Flagger. `canary`: as it is, or as it is to become where it is not there yet. */
export function flagger(canary: KubeObject, namespace: string): Engine {
  const name = textAt(canary, 'spec', 'targetRef', 'name');
  const lead: Ref = { apiVersion: flaggerApi, kind: 'Canary', namespace, name: canary.metadata.name ?? '' };
  const workload: Ref = { apiVersion: 'apps/v1', kind: 'Deployment', namespace, name };
  const primary: Ref = { ...workload, name: `${name}-primary` };
  return {
    name: 'flagger',
    title: 'Flagger',
    lead,
    workload,
    pods: { canary: workload, promoted: primary },
    permissions: new Map([
      ['Canary', ['get', 'list', 'watch', 'patch', 'update']],
      ['Deployment', ['get', 'list', 'watch', 'patch', 'update']],
      ['Canary/status', ['patch']],
    ]),
    standing: (view, takenUp) =>
      standingOf({ canary: view(lead), target: view(workload), primary: view(primary) }, takenUp),
    stable: (live) => textAt(live, 'status', 'lastPromotedSpec'),
    refusal,
    patches,
    gatePatience: (live) => intervalOf(live) + 5000,
    attention: (live) => 2 * intervalOf(live) + 10_000,
    desired: (objects, view) => withoutReplicas(objects, view, { lead, workload }),
    witnesses: () => [],
    shown: shownBy,
    recorded: () => [],
    rules: rulesOf,
    because: (_, events) => becauseOf(events),
  };
}

function refusal(canary: KubeObject): { message: string; fix: string } | undefined {
  const where = `Canary ${canary.metadata.namespace}/${canary.metadata.name}`;
  const kind = textAt(canary, 'spec', 'targetRef', 'kind');
  if (kind !== 'Deployment') {
    return {
      message: `${where} is of a ${kind}, and canary-promote brings Deployments`,
      fix: 'Roll it out with k8s-rollout; Flagger analyses it all the same.',
    };
  }
  if (at(canary, 'spec', 'suspend') === true) {
    return {
      message: `${where} is suspended: Flagger would do nothing`,
      fix: 'Set `spec.suspend: false` in it.',
    };
  }
  const phase = textAt(canary, 'status', 'phase');
  if (!phase.startsWith('Terminat')) return undefined;
  return { message: `${where} is being removed`, fix: 'Wait until it is gone, then create it anew.' };
}

/** Flagger decides how many pods its target has from the time on at which it has a copy of it. */
function withoutReplicas(
  objects: readonly KubeObject[],
  view: View,
  { lead, workload }: { lead: Ref; workload: Ref },
): KubeObject[] {
  const phase = textAt(view(lead), 'status', 'phase');
  if (phase === '' || phase === 'Initializing') return [...objects];
  return objects.map((object) =>
    object.kind === 'Deployment' && object.metadata.name === workload.name
      ? withField(object, ['spec', 'replicas'], undefined)
      : object,
  );
}

function patches(command: Command, canary: KubeObject): readonly Patch[] {
  const skips = at(canary, 'spec', 'skipAnalysis') === true;
  const before = textAt(canary, 'metadata', 'annotations', skipNote);
  switch (command) {
    case 'abort':
      // As if its own checks had failed: it then goes back in its own way.
      return isActive(canary)
        ? [{ status: true, patch: { status: { failedChecks: thresholdOf(canary) } } }]
        : [];
    case 'promote':
      return [skipping(true, { [skipNote]: before || String(skips) })];
    case 'mend':
      return before === '' ? [] : [skipping(before === 'true', { [skipNote]: null })];
    default:
      return [];
  }
}

function skipping(skipAnalysis: boolean, annotations: Readonly<Record<string, string | null>>): Patch {
  return { status: false, patch: { metadata: { annotations }, spec: { skipAnalysis } } };
}
