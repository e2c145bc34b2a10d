import type { InputReader } from '../../../shared/contract/input-reader.ts';
import type { EngineName } from './engine.ts';

/** Where a controller's own object says what an input of the direct engine would: Argo Rollouts, Flagger. */
const elsewhere: Readonly<Record<string, readonly [argo: string, flagger: string]>> = {
  route: ['spec.strategy.canary.trafficRouting', 'spec.service, spec.provider'],
  steps: ['spec.strategy.canary.steps', 'spec.analysis.stepWeights'],
  'fresh-baseline': ['an Experiment in spec.strategy.canary.steps', 'nothing: Flagger compares with no pods'],
  'canary-by-header': ['setHeaderRoute in spec.strategy.canary.steps', 'spec.analysis.match'],
  'canary-by-cookie': ['setHeaderRoute in spec.strategy.canary.steps', 'spec.analysis.match'],
  'step-timeout': ['spec.progressDeadlineSeconds', 'spec.progressDeadlineSeconds'],
  interval: ['interval of the AnalysisTemplate', 'spec.analysis.interval'],
  'warm-up': ['initialDelay of the AnalysisTemplate', 'a webhook of type pre-rollout'],
  drain: ['spec.strategy.canary.scaleDownDelaySeconds', 'terminationGracePeriodSeconds of the pods'],
  'watchdog-image': [
    'nothing: the controller leads on when a run dies',
    'nothing: the controller leads on when a run dies',
  ],
};

const judging = [
  'prometheus',
  'prometheus-token',
  'prometheus-header',
  'metrics',
  'queries',
  'max-error-increase',
  'max-latency-increase',
  'latency-floor',
  'max-saturation-increase',
  'false-rollback-probability',
  'promotion-confidence',
  'min-requests',
  'min-step-duration',
  'max-error-rate',
  'max-latency-p99',
];

/** Notes every input that only the direct engine obeys: believing in it would be worse than leaving it out. */
export function refuseForeign(read: InputReader, engine: EngineName): void {
  const which = engine === 'argo-rollouts' ? 0 : 1;
  for (const [name, places] of Object.entries(elsewhere)) {
    if (read.given(name))
      read.refuse(
        `input "${name}" means nothing with engine ${engine}; what says it there: ${places[which]}`,
      );
  }
  const judged = judging.filter((name) => read.given(name));
  if (judged.length === 0) return;
  const analysis = ['the AnalysisTemplates of the Rollout', 'spec.analysis of the Canary'][which];
  read.refuse(
    `${judged.map((name) => `"${name}"`).join(', ')} mean nothing with engine ${engine}, which judges by ${analysis}`,
  );
}
