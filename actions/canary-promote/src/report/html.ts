import { formatDuration } from '../../../shared/units/duration.ts';
import type { MetricEvidence } from '../judge/types.ts';
import { lineChart } from './chart.ts';
import { courseHtml } from './course-html.ts';
import { escaped, htmlTable } from './html-parts.ts';
import { percent } from './live.ts';
import { proof, type Told } from './summary.ts';
import type { Point } from './trace.ts';

/** The whole report as one HTML file that needs nothing else: no script, no font, no picture from elsewhere. */
export function htmlReport(told: Told & { readonly title: string }): string {
  const parts = [
    `<h1>${escaped(told.title)}</h1>`,
    `<p class="verdict ${escaped(told.verdict)}"><strong>${escaped(told.verdict)}</strong> ${escaped(told.reason)}</p>`,
    `<p>${escaped(told.inputs.environment)}, ${formatDuration(told.seconds * 1000)}</p>`,
    ...(told.course === undefined ? ownJudge(told) : [courseHtml(told.course), stepsTable(told)]),
  ];
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(told.title)}: ${escaped(told.verdict)}</title><style>${style}</style></head>
<body><main>${parts.join('\n')}</main></body></html>
`;
}

function ownJudge(told: Told): string[] {
  const { points } = told.trace;
  return [
    points.length < 2 ? '<p>No numbers were compared.</p>' : charts(points),
    stepsTable(told),
    told.last === undefined ? '' : metricsTable(told.last.evidence.metrics),
    settings(told),
  ];
}

function charts(points: readonly Point[]): string {
  const times = points.map(({ t }) => t);
  const failures = lineChart(
    times,
    [
      { name: 'stable', className: 'stable', values: points.map(({ stable }) => stable) },
      { name: 'canary', className: 'canary', values: points.map(({ canary }) => canary) },
    ],
    { unit: '%', area: points.map(({ weight }) => weight / 100) },
  );
  const evidence = lineChart(
    times,
    [
      {
        name: 'proof that the canary is worse; it fails at 100 %',
        className: 'canary',
        values: points.map((point) => 100 * point.evidence),
      },
    ],
    { unit: '%', limit: 100 },
  );
  return `<h2>Failed requests</h2><p class="note">Behind the lines: the canary's share of the traffic, full height is 100 %.</p>${failures}<h2>Evidence</h2>${evidence}`;
}

function stepsTable({ steps }: Told): string {
  if (steps.length === 0) return '';
  const rows = steps.map(({ weight, verdict, seconds, reason }) => [
    `${weight} %`,
    verdict,
    formatDuration(seconds * 1000),
    reason,
  ]);
  return `<h2>Steps</h2>${htmlTable(['share', 'verdict', 'time', 'why'], rows)}`;
}

function metricsTable(metrics: readonly MetricEvidence[]): string {
  const group = ({ requests, events, rate }: MetricEvidence['stable']): string =>
    `${Math.round(events)} of ${Math.round(requests)} (${percent(rate)})`;
  const rows = metrics.map((metric) => [
    metric.name,
    group(metric.canary),
    group(metric.stable),
    `${percent(metric.increase.estimate)} (${percent(metric.increase.low)} to ${percent(metric.increase.high)})`,
    percent(metric.margin),
    proof(metric.logEvidence, metric.failAt),
    proof(metric.logClaim, metric.claimAt),
  ]);
  const head = ['metric', 'canary', 'stable', 'increase (interval)', 'allowed', 'worse', 'no worse'];
  return `<h2>Numbers of the last step</h2>${htmlTable(head, rows)}`;
}

function settings({ source, inputs }: Told): string {
  const given = Object.entries(inputs.judge).filter(([, value]) => value !== '');
  const list = given.map(([name, value]) => `${name}: ${value}`).join('\n');
  const queries = source === undefined ? '' : `\n\n${source.name}\n${source.queries.join('\n')}`;
  return `<h2>Settings and queries</h2><pre>${escaped(list + queries)}</pre>`;
}

const style = `
:root{color-scheme:light dark;--fg:#1c2330;--bg:#fff;--soft:#e6e9ef;--stable:#2463c4;--canary:#c7501b;--good:#1d7d46;--bad:#b3261e}
@media(prefers-color-scheme:dark){:root{--fg:#e6e9ef;--bg:#12161d;--soft:#2b3240;--stable:#7fb0ff;--canary:#ff9d6b;--good:#63cf91;--bad:#ff8a80}}
body{margin:0;background:var(--bg);color:var(--fg);font:15px/1.5 system-ui,sans-serif}
main{max-width:60rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.5rem;margin:0}h2{font-size:1.1rem;margin:1.8rem 0 .4rem}
.verdict strong{padding:.1rem .5rem;border-radius:.3rem;background:var(--bad);color:var(--bg)}
.verdict.promoted strong,.verdict.unchanged strong{background:var(--good)}
.note,.legend{margin:.2rem 0;font-size:.85rem}
.key::before{content:"";display:inline-block;width:1.2rem;height:.2rem;margin:0 .35rem .25rem 0;background:currentColor}
.key.stable{color:var(--stable)}.key.canary{color:var(--canary)}
svg{width:100%;height:auto}path.stable,path.canary{fill:none;stroke-width:2;stroke:var(--stable)}path.canary{stroke:var(--canary)}
.area{fill:var(--soft);opacity:.7}.grid{stroke:var(--soft)}.limit{stroke:var(--bad);stroke-dasharray:5 4}
.tick{fill:var(--fg);font-size:11px}.end{text-anchor:end}.middle{text-anchor:middle}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.85rem}
th,td{text-align:left;padding:.3rem .5rem;border-bottom:1px solid var(--soft);vertical-align:top}
pre{overflow-x:auto;padding:.8rem;background:var(--soft);border-radius:.4rem;font-size:.8rem}
`;
