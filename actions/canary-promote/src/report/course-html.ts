import { lineChart } from './chart.ts';
import { type Course, measuredHead, measuredOf, measuredRow, numberIn, type Stage } from './course.ts';
import { escaped, htmlTable } from './html-parts.ts';

/** For the HTML report: the share over time, each metric over time, what the controller said, what it judges by. */
export function courseHtml(course: Course): string {
  const { stages, controller, rules } = course;
  const begun = Math.min(...[...stages, ...course.measurements].map(({ t }) => t));
  const words = stages.map(({ t, weight, phase, said }) => [
    `${Math.round(t - begun)} s`,
    `${weight} %`,
    phase,
    said,
  ]);
  const measured = measuredOf(course);
  return [
    `<h2>Share of the canary</h2>${shareChart(stages, begun)}`,
    ...metricCharts(course, begun),
    measured.length === 0
      ? `<p>${escaped(controller)} has recorded no measurement.</p>`
      : `<h2>Measured by ${escaped(controller)}</h2>${htmlTable(measuredHead, measured.map(measuredRow))}`,
    `<h2>What ${escaped(controller)} said</h2>${htmlTable(['at', 'share', 'phase', 'words'], words)}`,
    rules.length === 0 ? '' : `<h2>What it judges by</h2><pre>${escaped(rules.join('\n'))}</pre>`,
  ].join('\n');
}

/** A share holds until the next one is there. */
function shareChart(stages: readonly Stage[], begun: number): string {
  const corners = stages.flatMap(({ t, weight }, i) => [
    { t: t - begun, weight: stages[i - 1]?.weight ?? weight },
    { t: t - begun, weight },
  ]);
  const values = corners.map(({ weight }) => weight);
  const lines = [{ name: 'share of the traffic', className: 'canary', values }];
  return lineChart(
    corners.map(({ t }) => t),
    lines,
    { unit: '%', limit: 100 },
  );
}

/** Metrics whose values are numbers, up to this many. */
const mostCharts = 8;

function metricCharts({ stages, measurements }: Course, begun: number): string[] {
  const weightAt = (t: number): number => stages.findLast((stage) => stage.t <= t)?.weight ?? 0;
  const numbers = measurements.filter(({ value }) => Number.isFinite(numberIn(value)));
  const metrics = [...Map.groupBy(numbers, ({ metric }) => metric)].filter(([, all]) => all.length > 1);
  return metrics.slice(0, mostCharts).map(([metric, all]) => {
    const sorted = all.toSorted((a, b) => a.t - b.t);
    const values = sorted.map(({ value }) => numberIn(value));
    const chart = lineChart(
      sorted.map(({ t }) => t - begun),
      [{ name: escaped(metric), className: 'canary', values }],
      { unit: '', area: sorted.map(({ t }) => weightAt(t) / 100) },
    );
    return `<h2>${escaped(metric)}</h2><p class="note">As measured. Behind it: the canary's share of the traffic, full height is 100 %.</p>${chart}`;
  });
}
