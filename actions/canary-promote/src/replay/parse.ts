import { messageOf } from '../../../shared/errors/user-error.ts';
import type { Counters, Group, Scrape } from '../judge/index.ts';

type Fields = Map<string, unknown>;

/** The fields of a JSON object; throws an Error that names `where` for anything else. */
function fieldsOf(value: unknown, where: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`${where} must be an object, not ${JSON.stringify(value)}`);
  }
  return new Map<string, unknown>(Object.entries(value));
}

/** What JSON writers put where there is no number. */
const none: ReadonlySet<unknown> = new Set([
  undefined,
  null,
  '',
  'NaN',
  '+Inf',
  '-Inf',
  'Infinity',
  '-Infinity',
]);

/** A number, also as a text as Prometheus' API has it; a field that is missing or null, and "NaN", are no value. */
function reading(value: unknown, where: string): number {
  if (typeof value === 'number') return value;
  if (none.has(value)) return Number.NaN;
  if (typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)))
    return Number(value);
  throw new Error(`${where} must be a number, not ${JSON.stringify(value)}`);
}

function readings(value: unknown, where: string): Record<string, number> {
  const result: Record<string, number> = {};
  for (const [key, item] of fieldsOf(value, where)) result[key] = reading(item, `${where}["${key}"]`);
  return result;
}

function bucketsOf(value: unknown, where: string): Record<string, number> {
  const buckets = readings(value, where);
  for (const le of Object.keys(buckets)) {
    if (le !== '+Inf' && !(le.trim() !== '' && Number.isFinite(Number(le)))) {
      throw new Error(`${where} has "${le}", which is neither a number of seconds nor "+Inf"`);
    }
  }
  return buckets;
}

function parseCounters(fields: Fields, where: string): Counters {
  const counters: Counters = {
    requests: reading(fields.get('requests'), `${where}.requests`),
    failures: reading(fields.get('failures'), `${where}.failures`),
  };
  const [latency, gauges] = [fields.get('latency') ?? undefined, fields.get('gauges') ?? undefined];
  if (latency !== undefined) counters.latency = bucketsOf(latency, `${where}.latency`);
  if (gauges !== undefined) counters.gauges = readings(gauges, `${where}.gauges`);
  return counters;
}

function parseGroup(value: unknown, where: string): Group {
  const fields = fieldsOf(value, where);
  if (!fields.has('pods')) return parseCounters(fields, where);
  const pods: Record<string, Counters> = {};
  for (const [name, pod] of fieldsOf(fields.get('pods'), `${where}.pods`)) {
    pods[name] = parseCounters(fieldsOf(pod, `${where}.pods["${name}"]`), `${where}.pods["${name}"]`);
  }
  return { pods };
}

/** `{"payments":{"stable":{"requests":n,"failures":n},"canary":{…}}}`. */
function parseCountersOf(value: unknown): NonNullable<Scrape['counters']> {
  const counters: NonNullable<Scrape['counters']> = {};
  for (const [name, pair] of fieldsOf(value, 'counters')) {
    const where = `counters["${name}"]`;
    counters[name] = pairOf(fieldsOf(pair, where), `${where}.`);
  }
  return counters;
}

function pairOf(fields: Fields, where: string): { stable?: Group; canary?: Group } {
  const [stable, canary] = [fields.get('stable') ?? undefined, fields.get('canary') ?? undefined];
  return {
    ...(stable === undefined ? {} : { stable: parseGroup(stable, `${where}stable`) }),
    ...(canary === undefined ? {} : { canary: parseGroup(canary, `${where}canary`) }),
  };
}

/** Seconds since 1970 in the year 5138; what is later is in milliseconds. */
const latest = 1e11;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${messageOf(error)}: every line is one scrape, a JSON object`);
  }
}

/** A scrape from one line of JSON (bare NaN, as Python writes it, is no value); throws an Error that says what is wrong. */
export function parseScrape(line: string): Scrape {
  const text = line.replaceAll(/([:,[]\s*)(?:NaN|-?Infinity)(?=\s*[,}\]])/g, '$1null');
  const fields = fieldsOf(parsed(text), 'a scrape');
  const t = reading(fields.get('t'), 't');
  if (!Number.isFinite(t) || t > latest) {
    throw new Error(`t must be a time in seconds, not ${JSON.stringify(fields.get('t'))}`);
  }
  const scrape: Scrape = { t, ...pairOf(fields, '') };
  const [counters, weight] = [fields.get('counters') ?? undefined, fields.get('weight')];
  if (counters !== undefined) scrape.counters = parseCountersOf(counters);
  if (weight !== undefined && weight !== null) scrape.weight = reading(weight, 'weight');
  return scrape;
}

/** Raw settings, input name → text, from a JSON object whose values are texts or numbers. */
export function parseRawSettings(text: string): Record<string, string> {
  const raw: Record<string, string> = {};
  for (const [name, value] of fieldsOf(JSON.parse(text), 'the settings')) {
    const texts = Array.isArray(value) ? value : [value];
    if (!texts.every((text) => typeof text === 'string' || typeof text === 'number')) {
      throw new Error(`${name}: ${JSON.stringify(value)} is not a text such as "45s" or "0.5%"`);
    }
    raw[name] = texts.join(', ');
  }
  return raw;
}
