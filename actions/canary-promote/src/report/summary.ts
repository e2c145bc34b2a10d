import { code, details, fence, table } from '../../../shared/markdown/markdown.ts';
import { formatDuration } from '../../../shared/units/duration.ts';
import type { Inputs } from '../contract.ts';
import type { StepResult } from '../flow/work.ts';
import type { MetricEvidence, Verdict } from '../judge/types.ts';
import type { MetricsSource } from '../metrics/source.ts';
import { type Course, courseSummary } from './course.ts';
import { percent } from './live.ts';
import type { Point, Trace } from './trace.ts';

/** What a summary is made of. */
export interface Told {
  readonly verdict: string;
  readonly reason: string;
  readonly seconds: number;
  readonly steps: readonly StepResult[];
  readonly trace: Trace;
  readonly source: MetricsSource | undefined;
  readonly last: Verdict | undefined;
  /** Of a canary that a controller led. */
  readonly course?: Course | undefined;
  readonly inputs: Pick<Inputs, 'environment' | 'judge' | 'mode'>;
}

/** The job summary: how it ended, each step, the charts, the numbers of the last verdict, the queries. */
export function summaryOf(told: Told): string {
  const head = `### Canary: ${told.verdict}\n\n${told.reason}\n\n${told.inputs.environment}, ${formatDuration(told.seconds * 1000)}.`;
  const steps =
    told.steps.length === 0
      ? ''
      : table(
          ['share', 'verdict', 'time', 'why'],
          told.steps.map(({ weight, verdict, seconds, reason }) => [
            `${weight} %`,
            verdict,
            formatDuration(seconds * 1000),
            reason,
          ]),
        );
  const numbers =
    told.last === undefined || told.last.evidence.metrics.length === 0
      ? ''
      : `Numbers of the last step:\n\n${evidenceTable(told.last)}`;
  const queries = told.source === undefined ? '' : queryDetails(told.source, told.inputs.judge);
  const course = told.course === undefined ? '' : courseSummary(told.course);
  return [head, steps, charts(told.trace.points), numbers, queries, course]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Of many latency bounds, the ones closest to a verdict say enough. */
const latencyRows = 4;

/** Failures and gauges, and the latencies with the most evidence or, without any, the furthest from being claimed. */
export function telling(metrics: readonly MetricEvidence[]): MetricEvidence[] {
  const rank = ({ logEvidence, failAt, logClaim, claimAt }: MetricEvidence): number =>
    Math.max(0, logEvidence) / Math.max(failAt, 1e-9) - Math.min(1, logClaim / Math.max(claimAt, 1e-9)) / 10;
  const latency = metrics.filter(({ kind }) => kind === 'latency');
  const shown = new Set(latency.toSorted((a, b) => rank(b) - rank(a)).slice(0, latencyRows));
  return metrics.filter((metric) => metric.kind !== 'latency' || shown.has(metric));
}

function evidenceTable({ evidence }: Verdict): string {
  return table(
    ['metric', 'canary', 'stable', 'increase (interval)', 'proof of worse', 'proof of no worse'],
    telling(evidence.metrics).map((metric) => [
      metric.name,
      shareOf(metric, 'canary'),
      shareOf(metric, 'stable'),
      `${percent(metric.increase.estimate)} (${percent(metric.increase.low)} to ${percent(metric.increase.high)})`,
      proof(metric.logEvidence, metric.failAt),
      proof(metric.logClaim, metric.claimAt),
    ]),
  );
}

function shareOf({ kind, ...metric }: MetricEvidence, group: 'stable' | 'canary'): string {
  const { requests, events, rate } = metric[group];
  if (kind === 'gauge') return percent(rate);
  return `${Math.round(events)} of ${Math.round(requests)} (${percent(rate)})`;
}

/** How much of a proof there is, from 0 to 100 %. */
export function proof(value: number, needed: number): string {
  return needed > 0 ? `${Math.min(100, Math.max(0, Math.round((100 * value) / needed)))} %` : '';
}

/** Points in a chart; more don't fit into a summary's width. */
const chartPoints = 40;

/** Failure rates of both groups and the canary's share over time, as mermaid charts. */
export function charts(points: readonly Point[]): string {
  if (points.length < 3) return '';
  const picked = thinned(points);
  const axis = `x-axis "seconds" 0 --> ${Math.max(1, Math.round(picked.at(-1)?.t ?? 1))}`;
  const rates = (group: 'stable' | 'canary'): string =>
    picked.map((point) => Number((point[group] ?? 0).toFixed(3))).join(', ');
  const top = Math.max(1, ...picked.flatMap(({ stable = 0, canary = 0 }) => [stable, canary]));
  const failures = [
    palette('#c7501b', '#2463c4'),
    'xychart-beta',
    '  title "Failed requests in percent: canary (orange), stable (blue)"',
    `  ${axis}`,
    `  y-axis "%" 0 --> ${Math.ceil(top * 10) / 10}`,
    `  line [${rates('canary')}]`,
    `  line [${rates('stable')}]`,
  ];
  const share = [
    palette('#9aa7bd', '#c7501b'),
    'xychart-beta',
    '  title "Share of the canary (bars), and proof that it is worse (line), in percent"',
    `  ${axis}`,
    '  y-axis "%" 0 --> 100',
    `  bar [${picked.map(({ weight }) => weight).join(', ')}]`,
    `  line [${picked.map(({ evidence }) => Math.round(100 * Math.min(1, evidence))).join(', ')}]`,
  ];
  return [fence(failures.join('\n'), 'mermaid'), fence(share.join('\n'), 'mermaid')].join('\n\n');
}

/** Colours of the plots in their order: the first of mermaid's own can hardly be seen on white. */
const palette = (...colours: readonly string[]): string =>
  `%%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "${colours.join(', ')}"}}}}%%`;

/** The last point and others at equal distances before it. */
function thinned(points: readonly Point[]): Point[] {
  const every = Math.ceil(points.length / chartPoints);
  return points.filter((_, i) => (points.length - 1 - i) % every === 0);
}

function queryDetails(source: MetricsSource, judge: Inputs['judge']): string {
  const settings = Object.entries(judge)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}`);
  const body = `${fence(source.queries.join('\n'), 'promql')}\n\n${settings.map(code).join(', ')}`;
  return details(`Queries (${source.name}) and settings`, body);
}
