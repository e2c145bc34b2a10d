import { messageOf, UserError } from '../../../shared/errors/user-error.ts';
import { formatDuration } from '../../../shared/units/duration.ts';
import type { Scrape } from '../judge/types.ts';
import { type OwnQueries, readOwn, replacesPreset, resolved } from './own-queries.ts';
import { type Preset, presets, runtime, type Subject } from './presets/index.ts';
import type { Query } from './prometheus.ts';
import { type Reading, type Series, scrapeOf, spacingOf } from './series.ts';

/** Where the numbers come from, found out before the start. */
export interface MetricsSource {
  /** For log and summary: the preset's name, or `queries`. */
  readonly name: string;
  /** The queries as they are sent. */
  readonly queries: readonly string[];
  /** Milliseconds between two samples of Prometheus, where it can be told. */
  readonly spacing: number | undefined;
  /** The newest numbers of both groups; undefined where there are none. Throws when Prometheus doesn't answer. */
  readonly scrape: (weight: number, signal: AbortSignal) => Promise<Scrape | undefined>;
}

export type PresetName = Preset['name'] | 'auto';

/** One query as it is sent, and what its series tell. */
interface Part {
  readonly query: string;
  readonly read: (labels: Series['labels']) => Reading | undefined;
}

/** Series older than this are of the past; what Prometheus itself looks back by default. */
const longest = '5m';

/** The window in which a series must have a sample to count: four of Prometheus' own intervals, else it is gone. */
export function windowFor(spacing: number | undefined): string {
  const seconds = Math.min(300, Math.max(15, Math.ceil(4 * (spacing ?? 60))));
  return `${seconds}s`;
}

/**
 * Finds metrics of the stable version: of the preset asked for, or the first that has any, and the caller's own.
 *
 * Undefined when there are none yet. Throws an Error when Prometheus doesn't answer.
 */
export async function findMetrics(
  query: Query,
  subject: Subject,
  wanted: { readonly preset: PresetName; readonly own: OwnQueries | undefined },
  signal: AbortSignal,
): Promise<MetricsSource | undefined> {
  const own = ownParts(wanted.own ?? new Map(), subject);
  if (wanted.own !== undefined && replacesPreset(wanted.own)) {
    const first = await ask(query, own, signal);
    return scraped(first, 0)?.stable === undefined ? undefined : source(query, 'queries', own, undefined);
  }
  for (const preset of presets.filter((one) => suits(one, wanted.preset, subject))) {
    const first = await ask(query, partsOf(preset, subject, longest), signal);
    if (scraped(first, 0)?.stable === undefined) continue;
    const spacing = spacingOf(first.flatMap(({ series }) => series));
    const window = windowFor(spacing);
    const parts = [preset, runtime].flatMap((one) => partsOf(one, subject, window));
    return source(query, preset.name, [...parts, ...own], spacing);
  }
  return undefined;
}

/** The preset asked for; of `auto` only those that tell the versions apart on this route. */
function suits({ name, routes }: Preset, wanted: PresetName, { route }: Subject): boolean {
  return wanted === 'auto' ? (routes?.includes(route) ?? true) : name === wanted;
}

/** The raw samples of the last `window` of a preset's series. */
function partsOf(
  { selectors, read }: Pick<Preset, 'selectors' | 'read'>,
  subject: Subject,
  window: string,
): Part[] {
  return selectors(subject).map((selector) => ({
    query: `${selector}[${window}]`,
    read: (labels) => read(labels, subject),
  }));
}

function ownParts(own: OwnQueries, subject: Subject): Part[] {
  return (['stable', 'canary'] as const).flatMap((track) =>
    [...own].map(([name, promql]) => ({
      query: resolved(promql, subject, track),
      read: (labels: Series['labels']) => readOwn(name, track, labels),
    })),
  );
}

function source(
  query: Query,
  name: string,
  parts: readonly Part[],
  spacing: number | undefined,
): MetricsSource {
  return {
    name,
    queries: parts.map((part) => part.query),
    spacing: spacing === undefined ? undefined : spacing * 1000,
    scrape: async (weight, signal) => scraped(await ask(query, parts, signal), weight),
  };
}

interface Answer {
  readonly part: Part;
  readonly series: readonly Series[];
}

/** All queries at once; if one fails, none counts: parts of different times would be compared with each other. */
async function ask(query: Query, parts: readonly Part[], signal: AbortSignal): Promise<Answer[]> {
  return Promise.all(parts.map(async (part) => ({ part, series: await query(part.query, signal) })));
}

const partLabel = '__part__';

/** The answers as one scrape: each series is read as an answer to its own query. */
function scraped(answers: readonly Answer[], weight: number): Scrape | undefined {
  const series = answers.flatMap(({ series }, i) =>
    series.map((one) => ({ ...one, labels: { ...one.labels, [partLabel]: String(i) } })),
  );
  return scrapeOf(series, (labels) => answers[Number(labels[partLabel])]?.part.read(labels), weight);
}

/** Milliseconds that fresh metrics are waited for before the start: a service that was just deployed has none yet. */
const patience = 45_000;

/** Like `findMetrics`, with patience; throws a UserError when there are none. */
export async function requireMetrics(
  find: () => Promise<MetricsSource | undefined>,
  about: { readonly url: string; readonly subject: Subject; readonly wanted: string },
  time: { readonly now: () => number; readonly pause: (ms: number) => Promise<void> },
  log: (line: string) => void,
): Promise<MetricsSource> {
  const until = time.now() + patience;
  for (;;) {
    const found = await find().catch((error: unknown) => {
      throw new UserError(`Prometheus at ${about.url} can't be asked: ${messageOf(error)}`, {
        fix: 'Check the input `prometheus` (and `prometheus-token` or `prometheus-header`), and that this runner may reach it.',
      });
    });
    if (found !== undefined) return found;
    if (time.now() >= until) throw noMetrics(about);
    log(
      `Prometheus has no metrics of ${about.subject.workload} yet; waiting up to ${formatDuration(patience)}.`,
    );
    await time.pause(5000);
  }
}

function noMetrics({ url, subject, wanted }: Parameters<typeof requireMetrics>[1]): UserError {
  return new UserError(
    `Prometheus at ${url} has no request metrics of the running version of ${subject.workload} in ${subject.namespace} (metrics: ${wanted}), so nothing could be compared`,
    {
      fix: 'Check that Prometheus scrapes the mesh or the pods and that there is traffic, choose another preset with `metrics: …`, or give your own with `queries: …`.',
    },
  );
}
