import { code, details, fence, table } from '../../../shared/markdown/markdown.ts';

/** What was to be seen of a canary that a controller led, at the moment in which it changed. Times in seconds since the epoch. */
export interface Stage {
  readonly t: number;
  readonly weight: number;
  readonly phase: string;
  /** The controller's own words. */
  readonly said: string;
}

/** One measurement, as the controller has recorded it. */
export interface Measurement {
  readonly t: number;
  readonly metric: string;
  /** As it is recorded. */
  readonly value: string;
  /** What the controller made of it, in its own word; empty where it says nothing of a single one. */
  readonly verdict: string;
  /** Where it is recorded, such as `AnalysisRun shop-7d9`. */
  readonly source: string;
}

/** A canary's way as its controller has recorded it. */
export interface Course {
  readonly controller: string;
  readonly stages: readonly Stage[];
  readonly measurements: readonly Measurement[];
  /** By what it judges, one line for each metric. */
  readonly rules: readonly string[];
}

/** A measurement that is one number, `0.02` or `[0.02]`; NaN for everything else. */
export function numberIn(value: string): number {
  const text = value.replace(/^\[([^,[\]]*)\]$/, '$1').trim();
  return text === '' ? Number.NaN : Number(text);
}

/** One metric in a row. */
export interface Measured {
  readonly metric: string;
  readonly source: string;
  /** How many of them the controller has kept. */
  readonly kept: number;
  /** Such as `5 Successful, 2 Failed`. */
  readonly verdicts: string;
  /** The last values, oldest first. */
  readonly last: readonly string[];
}

/** Values shown of a metric. */
const shown = 5;

/** A value may be anything that its provider answers. */
const short = (value: string): string => (value.length > 80 ? `${value.slice(0, 80)}…` : value);

/** The measurements by metric and source. */
export function measuredOf({ measurements }: Course): Measured[] {
  const groups = Map.groupBy(measurements, ({ metric, source }) => JSON.stringify([metric, source]));
  return [...groups.values()].map((all) => {
    const verdicts = Map.groupBy(all, ({ verdict }) => verdict);
    const counts = [...verdicts].filter(([verdict]) => verdict !== '');
    return {
      metric: all[0]?.metric ?? '',
      source: all[0]?.source ?? '',
      kept: all.length,
      verdicts: counts.map(([verdict, ones]) => `${ones.length} ${verdict}`).join(', '),
      last: all.slice(-shown).map(({ value }) => short(value)),
    };
  });
}

/** Columns of a table of what was measured, and a row of it. */
export const measuredHead = ['metric', 'recorded in', 'measurements kept', 'of these', 'last values'];
export const measuredRow = ({ metric, source, kept, verdicts, last }: Measured): string[] => [
  metric,
  source,
  String(kept),
  verdicts,
  last.join(', '),
];

/** For the job summary: the measurements, and by what they were judged. */
export function courseSummary(course: Course): string {
  const measured = measuredOf(course);
  const rules = details(`What ${course.controller} judges by`, fence(course.rules.join('\n'), 'text'));
  return [
    measured.length === 0
      ? `${course.controller} has recorded no measurement.`
      : `Measured by ${code(course.controller)}:\n\n${table(measuredHead, measured.map(measuredRow))}`,
    ...(course.rules.length === 0 ? [] : [rules]),
  ].join('\n\n');
}

/** One JSON object a line, by time: a stage, or a measurement. */
export function courseLines({ stages, measurements }: Course): string {
  const all = [...stages, ...measurements].toSorted((a, b) => a.t - b.t);
  return all.map((one) => `${JSON.stringify(one)}\n`).join('');
}
