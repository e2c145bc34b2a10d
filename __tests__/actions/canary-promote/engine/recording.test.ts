import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { argoRollouts } from '../../../../actions/canary-promote/src/engine/argo-rollouts/engine.ts';
import { flagger } from '../../../../actions/canary-promote/src/engine/flagger/engine.ts';
import { Recording } from '../../../../actions/canary-promote/src/engine/recording.ts';
import {
  type Course,
  courseLines,
  courseSummary,
  numberIn,
} from '../../../../actions/canary-promote/src/report/course.ts';
import { courseHtml } from '../../../../actions/canary-promote/src/report/course-html.ts';
import type { KubeObject } from '../../../../actions/shared/kube/types.ts';
import { canary, running } from './argo-shop.ts';

const metadata = (name: string): KubeObject['metadata'] => ({ name, namespace: 'prod' });

/** As the controller 1.8 writes one: it keeps the last measurements of each metric. */
const run: KubeObject = {
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'AnalysisRun',
  metadata: metadata('shop-failures'),
  spec: {
    args: [{ name: 'token', value: 's3cret' }],
    metrics: [
      {
        name: 'failures',
        interval: '2s',
        failureLimit: 1,
        successCondition: 'result[0] < 0.1',
        provider: {
          prometheus: {
            address: 'http://me:s3cret@prometheus:9090',
            headers: [{ key: 'Authorization', value: 's3cret' }],
            query: 'sum(rate(failed[10s]))\n',
          },
        },
      },
      { name: 'smoke', provider: { job: { spec: {} } } },
    ],
  },
  status: {
    phase: 'Failed',
    metricResults: [
      {
        name: 'failures',
        phase: 'Failed',
        failed: 2,
        measurements: [
          { phase: 'Successful', value: '[0.02]', finishedAt: '2026-11-26T00:00:10Z' },
          { phase: 'Failed', value: '[0.31]', finishedAt: '2026-11-26T00:00:12Z' },
          { phase: 'Failed', value: '[<b>]', finishedAt: '2026-11-26T00:00:14Z' },
          { phase: 'Running', startedAt: '2026-11-26T00:00:16Z' },
        ],
      },
    ],
  },
};
const at = (seconds: number): number => Date.parse('2026-11-26T00:00:00Z') + 1000 * seconds;

const rollout: KubeObject = {
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Rollout',
  metadata: metadata('shop'),
  status: { canary: { currentBackgroundAnalysisRunStatus: { name: 'shop-failures' } } },
};

async function ofArgo(): Promise<Course> {
  const recording = new Recording(argoRollouts(rollout, 'prod'));
  recording.look({ phase: 'shifting', weight: 0, said: 'step 1' }, rollout, at(0));
  recording.look({ phase: 'shifting', weight: 20, said: 'step <2>' }, rollout, at(5));
  recording.look({ phase: 'shifting', weight: 20, said: 'step <2>' }, rollout, at(6));
  // By the end the controller names it no longer.
  const after = { ...rollout, status: {} };
  recording.look({ phase: 'failed', weight: 0, said: 'RolloutAborted' }, after, at(15));
  const course = await recording.told(after, async (ref) => (ref.name === 'shop-failures' ? run : undefined));
  if (course === undefined) throw new Error('nothing was recorded');
  return course;
}

test('what an AnalysisRun holds is told: each value, what was made of it, the conditions; and nothing that may be secret', async () => {
  const course = await ofArgo();
  expect(course.stages.map(({ t, weight }) => [t - at(0) / 1000, weight])).toEqual([
    [0, 0],
    [5, 20],
    [15, 0],
  ]);
  expect(course.measurements.map(({ value, verdict }) => [value, verdict])).toEqual([
    ['[0.02]', 'Successful'],
    ['[0.31]', 'Failed'],
    ['[<b>]', 'Failed'],
  ]);
  expect(course.rules).toEqual([
    'failures:\n  interval: 2s\n  successCondition: result[0] < 0.1\n  failureLimit: 1\n  prometheus: sum(rate(failed[10s]))',
    'smoke:\n  job',
  ]);
  const all = [courseSummary(course), courseHtml(course), courseLines(course)].join('\n');
  expect(all).not.toContain('s3cret');
});

test('its summary, its page and its file', async () => {
  const course = await ofArgo();
  expect(courseSummary(course)).toContain(
    '| failures | AnalysisRun shop-failures | 3 | 1 Successful, 2 Failed | [0.02], [0.31], [<b>] |',
  );
  const html = courseHtml(course);
  expect(html).toContain('step &lt;2&gt;');
  expect(html).not.toContain('<b>');
  const svgs = [...html.matchAll(/<svg.*?<\/svg>/gs)].map(([svg]) => svg);
  expect(svgs).toHaveLength(2);
  for (const svg of svgs) expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  const lines = courseLines(course).trim().split('\n');
  expect(lines.map((line): unknown => JSON.parse(line))).toHaveLength(6);
  expect(lines[2]).toContain('"metric":"failures"');
});

test.each([
  ['0.02', 0.02],
  ['[0.02]', 0.02],
  ['[1e-3]', 0.001],
  ['[0.1,0.2]', Number.NaN],
  ['', Number.NaN],
  ['[]', Number.NaN],
  ['true', Number.NaN],
])('the number in %p', (text, value) => {
  expect(numberIn(text)).toBe(value);
});

test('Flagger keeps no value: how many checks have failed is told, as it changes, and its ranges', async () => {
  const canaryOf = (failedChecks: number): KubeObject => ({
    apiVersion: 'flagger.app/v1beta1',
    kind: 'Canary',
    metadata: metadata('shop'),
    spec: {
      targetRef: { name: 'shop' },
      analysis: {
        interval: '10s',
        threshold: 3,
        stepWeight: 10,
        metrics: [
          { name: 'failures', templateRef: { name: 'failures' }, thresholdRange: { max: 1 } },
          { name: 'request-duration', thresholdRange: { max: 500 }, interval: '1m' },
        ],
        webhooks: [{ name: 'gate', url: 'http://gate/?token=s3cret' }],
      },
    },
    status: { phase: 'Progressing', canaryWeight: 30, failedChecks },
  });
  const engine = flagger(canaryOf(0), 'prod');
  const recording = new Recording(engine);
  for (const [i, failed] of [0, 0, 1, 1, 2].entries()) {
    recording.look({ phase: 'shifting', weight: 30, said: '' }, canaryOf(failed), at(10 * i));
  }
  const course = await recording.told(canaryOf(2), async () => undefined);
  expect(course?.measurements.map(({ t, value }) => [t - at(0) / 1000, value])).toEqual([
    [0, '0'],
    [20, '1'],
    [40, '2'],
  ]);
  expect(course?.rules).toEqual([
    'goes back at 3 failed checks\n  interval: "10s"\n  stepWeight: 10',
    'failures:\n  allowed: {"max":1}\n  MetricTemplate: failures',
    'request-duration:\n  allowed: {"max":500}\n  interval: 1m',
  ]);
});

test('without a watch there is nothing to tell', async () => {
  const recording = new Recording(argoRollouts(rollout, 'prod'));
  expect(await recording.told(rollout, async () => undefined)).toBeUndefined();
});

test('a run by a controller has a report, a file of what was recorded, and its numbers in the record', async () => {
  const shop = await running();
  shop.kube.put(run);
  shop.script = 'bad';
  const { outputs, sections } = await canary(shop, 'v2');
  expect(outputs).toMatchObject({ verdict: 'rolled-back' });
  const html = await readFile(outputs['report'] ?? '', 'utf8');
  expect(html).toContain('<h2>Measured by Argo Rollouts</h2>');
  expect(html).not.toMatch(/(src|href)=/);
  const lines = (await readFile(outputs['evidence'] ?? '', 'utf8')).trim().split('\n');
  expect(lines.join()).toContain('"value":"[0.31]"');
  expect(sections.canary?.evidence).toMatchObject({
    controller: 'Argo Rollouts',
    metrics: [{ metric: 'failures', kept: 3, verdicts: '1 Successful, 2 Failed' }],
  });
});
