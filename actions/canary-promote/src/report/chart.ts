/** One line of a chart; a point without a value is a gap. */
export interface Line {
  readonly name: string;
  readonly className: string;
  readonly values: readonly (number | undefined)[];
}

const width = 860;
const height = 220;
const margin = { left: 56, right: 28, top: 12, bottom: 28 };
const inner = { width: width - margin.left - margin.right, height: height - margin.top - margin.bottom };

/** An SVG line chart over time; `area` is drawn behind the lines, as a share of the full height. */
export function lineChart(
  times: readonly number[],
  lines: readonly Line[],
  options: { readonly unit: string; readonly area?: readonly number[]; readonly limit?: number },
): string {
  const last = Math.max(1, times.at(-1) ?? 1);
  const values = lines.flatMap((line) => line.values.filter((value) => value !== undefined));
  const top = niceTop(Math.max(0, options.limit ?? 0, ...values));
  const x = (t: number): number => margin.left + (inner.width * t) / last;
  const y = (value: number): number => margin.top + inner.height * (1 - Math.min(value, top) / top);
  const parts = [
    options.area === undefined ? '' : areaPath(times, options.area, x),
    ...[0, 0.25, 0.5, 0.75, 1].map((share) => gridLine(share * top, y(share * top), options.unit)),
    ...timeTicks(last).map((t) => timeTick(t, x(t))),
    options.limit === undefined ? '' : limitLine(y(options.limit)),
    ...lines.map((line) => `<path class="${line.className}" d="${pathOf(times, line.values, x, y)}"/>`),
  ];
  const legend = lines
    .map(({ name, className }) => `<span class="key ${className}">${name}</span>`)
    .join(' ');
  const label = lines.map(({ name }) => name).join(', ');
  return `<p class="legend">${legend}</p><svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">${parts.join('')}</svg>`;
}

const fixed = (value: number): string => value.toFixed(1);

function pathOf(
  times: readonly number[],
  values: readonly (number | undefined)[],
  x: (t: number) => number,
  y: (value: number) => number,
): string {
  let pen = 'M';
  return values
    .map((value, i) => {
      if (value === undefined) {
        pen = 'M';
        return '';
      }
      const point = `${pen}${fixed(x(times[i] ?? 0))} ${fixed(y(value))}`;
      pen = 'L';
      return point;
    })
    .join('');
}

/** Steps: a share lasts until the next one. `shares` from 0 to 1. */
function areaPath(times: readonly number[], shares: readonly number[], x: (t: number) => number): string {
  const bottom = margin.top + inner.height;
  const steps = shares.map((share, i) => {
    const top = fixed(bottom - inner.height * share);
    return `L${fixed(x(times[i] ?? 0))} ${top}L${fixed(x(times[i + 1] ?? times[i] ?? 0))} ${top}`;
  });
  return `<path class="area" d="M${fixed(x(0))} ${bottom}${steps.join('')}L${fixed(x(times.at(-1) ?? 0))} ${bottom}Z"/>`;
}

function gridLine(value: number, at: number, unit: string): string {
  const text = `${Number(value.toPrecision(3))} ${unit}`;
  return `<line class="grid" x1="${margin.left}" x2="${width - margin.right}" y1="${fixed(at)}" y2="${fixed(at)}"/><text class="tick end" x="${margin.left - 6}" y="${fixed(at + 4)}">${text}</text>`;
}

function timeTick(t: number, at: number): string {
  return `<text class="tick middle" x="${fixed(at)}" y="${height - 8}">${t >= 120 ? `${Number((t / 60).toFixed(1))} min` : `${t} s`}</text>`;
}

function limitLine(at: number): string {
  return `<line class="limit" x1="${margin.left}" x2="${width - margin.right}" y1="${fixed(at)}" y2="${fixed(at)}"/>`;
}

/** About six round times. */
function timeTicks(last: number): number[] {
  const steps = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 14_400];
  const step = steps.find((candidate) => last / candidate <= 7) ?? 28_800;
  return Array.from({ length: Math.floor(last / step) + 1 }, (_, i) => i * step);
}

/** The next of 1, 2, 5, 10 … above a value. */
function niceTop(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map((factor) => factor * power).find((top) => top >= value) ?? value;
}
