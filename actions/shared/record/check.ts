import schema from '../../../schema/release-record.v1.json' with { type: 'json' };
import { isJson, type Json } from '../kube/values.ts';

/** One place of a record that does not fit the published schema. */
export interface Misfit {
  /** Keys and list positions from the record's root. */
  readonly path: readonly (string | number)[];
  /** Completes a sentence that begins with the place: `is "ok", expected …`. */
  readonly problem: string;
}

type Path = Misfit['path'];

/**
 * Where a value does not fit the record's published schema. Knows the keywords of JSON Schema that this schema uses, and
 * no others (a test holds the two together): a whole validator would be larger than all that reads records.
 */
export function misfits(record: unknown, rules: Json = schema, path: Path = []): Misfit[] {
  const own = resolved(rules);
  const problem = problemOf(record, own);
  if (problem !== undefined) return [{ path, problem }];
  if (Array.isArray(record)) {
    const items = own['items'];
    return isJson(items) ? record.flatMap((item, at) => misfits(item, items, [...path, at])) : [];
  }
  return isJson(record) ? misfitsOfObject(record, own, path) : [];
}

function misfitsOfObject(value: Json, rules: Json, path: Path): Misfit[] {
  const known = isJson(rules['properties']) ? rules['properties'] : {};
  const required = Array.isArray(rules['required']) ? rules['required'] : [];
  const missing = required
    .filter((key) => !Object.hasOwn(value, key))
    .map((key) => ({ path: [...path, key], problem: 'is missing' }));
  const wrong = Object.entries(value).flatMap(([key, inner]) => {
    const ofKey = Object.hasOwn(known, key) ? known[key] : rules['additionalProperties'];
    if (ofKey === false) return [{ path: [...path, key], problem: 'is no field of a release record' }];
    return isJson(ofKey) ? misfits(inner, ofKey, [...path, key]) : [];
  });
  return [...missing, ...wrong];
}

function resolved(rules: Json): Json {
  const reference = rules['$ref'];
  if (typeof reference !== 'string') return rules;
  const found = Object.entries(schema.$defs).find(([name]) => reference === `#/$defs/${name}`);
  if (found === undefined) throw new Error(`the record's schema has no ${reference}`);
  return found[1];
}

/** What is wrong with a value itself, whatever it holds. */
function problemOf(value: unknown, rules: Json): string | undefined {
  const is = `is ${shown(value)}, expected`;
  const { type, const: only, enum: words, pattern, minimum, maximum } = rules;
  if (typeof type === 'string' && !hasType(value, type)) return `${is} ${typeNames[type] ?? type}`;
  if (only !== undefined && value !== only) return `${is} ${shown(only)}`;
  if (Array.isArray(words) && !words.includes(value)) return `${is} one of ${words.join(', ')}`;
  if (typeof value === 'string' && typeof pattern === 'string' && !new RegExp(pattern, 'u').test(value))
    return `${is} the form ${pattern}`;
  if (typeof value !== 'number') return undefined;
  if (typeof minimum === 'number' && value < minimum) return `${is} at least ${minimum}`;
  if (typeof maximum === 'number' && value > maximum) return `${is} at most ${maximum}`;
  return undefined;
}

const typeNames: Readonly<Record<string, string>> = {
  object: 'an object',
  array: 'a list',
  string: 'a text',
  boolean: 'true or false',
  number: 'a number',
  integer: 'a whole number',
};

function hasType(value: unknown, type: string): boolean {
  switch (type) {
    case 'object':
      return isJson(value);
    case 'array':
      return Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
