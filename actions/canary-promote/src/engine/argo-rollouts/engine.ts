import type { KubeObject, Ref } from '../../../../shared/kube/types.ts';
import { at, listAt, textAt } from '../../../../shared/kube/values.ts';
import type { Command, Engine, Patch } from '../engine.ts';
import { recordedIn, rulesOf } from './measured.ts';
import { withTheirSelectors } from './services.ts';
import { indexOf, pauseOf, standingOf } from './standing.ts';
import { analysisRunsOf, becauseOf } from './witnesses.ts';

export const rolloutApi = 'argoproj.io/v1alpha1';

/** Argo Rollouts. `rollout`: as it is, or as it is to become where it is not there yet. */
export function argoRollouts(rollout: KubeObject, namespace: string): Engine {
  const lead: Ref = { apiVersion: rolloutApi, kind: 'Rollout', namespace, name: rollout.metadata.name ?? '' };
  const referred = textAt(rollout, 'spec', 'workloadRef', 'name');
  const workload: Ref =
    referred === '' ? lead : { apiVersion: 'apps/v1', kind: 'Deployment', namespace, name: referred };
  return {
    name: 'argo-rollouts',
    title: 'Argo Rollouts',
    lead,
    workload,
    pods: { canary: lead, promoted: lead },
    permissions: new Map([
      ['Rollout', ['get', 'list', 'watch', 'patch', 'update']],
      ['Rollout/status', ['patch']],
      ['AnalysisRun', ['get']],
    ]),
    standing: (view) => standingOf(view(lead), referred === '' ? undefined : view(workload)),
    stable: (live) => textAt(live, 'status', 'stableRS'),
    refusal: () => undefined,
    patches,
    // It says itself what a pause waits for.
    gatePatience: () => 0,
    attention: () => 30_000,
    desired: withTheirSelectors,
    witnesses: analysisRunsOf,
    shown: () => [],
    recorded: recordedIn,
    rules: (_, runs) => rulesOf(runs),
    because: becauseOf,
  };
}

const status = (fields: Readonly<Record<string, unknown>>): Patch => ({
  status: true,
  patch: { status: fields },
});

/** As the controller's own command line does it. */
function patches(command: Command, rollout: KubeObject): readonly Patch[] {
  switch (command) {
    case 'abort':
      return [status({ abort: true })];
    case 'retry':
      return [status({ abort: false })];
    case 'promote':
      return [...unpaused(rollout), status({ promoteFull: true })];
    case 'skip':
      return skipped(rollout);
    case 'resume': {
      if (pauseOf(rollout) === 'undecided') return [...unpaused(rollout), ...skipped(rollout)];
      const held = listAt(rollout, 'status', 'pauseConditions').length > 0;
      return [...unpaused(rollout), ...(held ? [status({ pauseConditions: null })] : [])];
    }
    case 'mend':
      return [];
  }
}

/** The next step. With its pause alone gone an inconclusive analysis would only begin again. */
function skipped(rollout: KubeObject): Patch[] {
  return [status({ pauseConditions: null, controllerPause: false, currentStepIndex: indexOf(rollout) + 1 })];
}

function unpaused(rollout: KubeObject): Patch[] {
  return at(rollout, 'spec', 'paused') === true
    ? [{ status: false, patch: { spec: { paused: false } } }]
    : [];
}
