import type { KubeObject } from '../../../../shared/kube/types.ts';
import { at, listAt, numberAt, textAt } from '../../../../shared/kube/values.ts';
import type { Engine } from '../engine.ts';
import { analysisOf, thresholdOf } from './standing.ts';

/** Flagger keeps no value that it has measured, but how many checks have failed by now. */
export const shownBy: Engine['shown'] = (canary) => [
  {
    metric: 'failed checks',
    value: String(numberAt(canary, 'status', 'failedChecks') ?? 0),
    verdict: '',
    source: `Canary ${canary.metadata.name}`,
  },
];

const fields = [
  'interval',
  'maxWeight',
  'stepWeight',
  'stepWeights',
  'stepWeightPromotion',
  'iterations',
] as const;

/** The analysis: its pace, its limit of failed checks, and its metrics with their ranges. */
export function rulesOf(canary: KubeObject): string[] {
  const analysis = analysisOf(canary);
  const pace = fields.flatMap((name) => {
    const value = analysis[name];
    return value === undefined ? [] : [`${name}: ${JSON.stringify(value)}`];
  });
  const metrics = listAt(analysis, 'metrics').map((metric) => {
    const range = at(metric, 'thresholdRange') ?? at(metric, 'threshold');
    const given = [
      ...(range === undefined ? [] : [`allowed: ${JSON.stringify(range)}`]),
      ...(textAt(metric, 'interval') === '' ? [] : [`interval: ${textAt(metric, 'interval')}`]),
      ...(textAt(metric, 'query') === '' ? [] : [`query: ${textAt(metric, 'query').trim()}`]),
      ...(textAt(metric, 'templateRef', 'name') === ''
        ? []
        : [`MetricTemplate: ${textAt(metric, 'templateRef', 'name')}`]),
    ];
    return [`${textAt(metric, 'name')}:`, ...given].join('\n  ');
  });
  return [[`goes back at ${thresholdOf(canary)} failed checks`, ...pace].join('\n  '), ...metrics];
}
