import { isAbsolute, resolve } from 'node:path';
import { parseBytes } from '../units/bytes.ts';
import { parseDuration } from '../units/duration.ts';
import { parsePercent } from '../units/percent.ts';

/**
 * How one kind of input is read.
 *
 * `parse` gets a non-empty string and throws an Error whose message completes the sentence "expected …".
 * `sample` stands in while further inputs are read after one was found wrong; nothing ever runs with it.
 */
export interface InputType<T> {
  readonly name: string;
  readonly sample: T;
  readonly parse: (raw: string) => T;
  /** Whether a wrong value must not be repeated. */
  readonly hidden?: boolean;
}

export const text: InputType<string> = { name: 'text', sample: '', parse: (raw) => raw };

export const flag: InputType<boolean> = {
  name: 'true or false',
  sample: false,
  parse: (raw) => {
    if (raw === 'true') return true;
    if (raw === 'false') return false;
    throw new Error('true or false');
  },
};

export const duration: InputType<number> = { name: 'duration', sample: 0, parse: parseDuration };

/** An amount of bytes, such as `2GB`. */
export const bytes: InputType<number> = { name: 'size', sample: 0, parse: parseBytes };

export const percent: InputType<number> = { name: 'percentage', sample: 0, parse: parsePercent };

/** Whole numbers from `min` to `max`. */
export function integer(min: number, max: number): InputType<number> {
  return {
    name: 'whole number',
    sample: min,
    parse: (raw) => {
      const value = /^\d+$/.test(raw) ? Number(raw) : Number.NaN;
      if (!(value >= min && value <= max)) throw new Error(`a whole number from ${min} to ${max}`);
      return value;
    },
  };
}

/** One of some words. */
export function choice<const T extends string>(...words: readonly [T, ...T[]]): InputType<T> {
  return {
    name: words.map((word) => `\`${word}\``).join(', '),
    sample: words[0],
    parse: (raw) => {
      const found = words.find((word) => word === raw);
      if (found === undefined) throw new Error(`one of ${words.join(', ')}`);
      return found;
    },
  };
}

/** One item per line; blank lines and lines that start with `#` don't count. */
export function lines<T>(item: InputType<T>): InputType<readonly T[]> {
  return {
    name: `list of ${item.name}, one per line`,
    sample: [],
    parse: (raw) => split(raw, /\r?\n/).map((entry) => item.parse(entry)),
  };
}

/** Like `lines`, and a comma separates too: for items that never hold one. */
export function commaLines<T>(item: InputType<T>): InputType<readonly T[]> {
  return {
    name: `list of ${item.name}, by line or comma`,
    sample: [],
    parse: (raw) => split(raw, /\r?\n|,/).map((entry) => item.parse(entry)),
  };
}

/** `key=value` pairs, one per line. A key that stands twice is refused. */
export const pairs: InputType<ReadonlyMap<string, string>> = {
  name: 'list of key=value, one per line',
  sample: new Map(),
  parse: (raw) => {
    const found = new Map<string, string>();
    for (const entry of split(raw, /\r?\n/)) {
      const at = entry.indexOf('=');
      if (at < 1) throw new Error(`key=value on every line, not "${entry}"`);
      const key = entry.slice(0, at).trim();
      if (found.has(key)) throw new Error(`every key once, "${key}" stands twice`);
      found.set(key, entry.slice(at + 1).trim());
    }
    return found;
  },
};

/** The same, for values that hold a secret: a mistake is told without them. */
export function hidden<T>(type: InputType<T>): InputType<T> {
  return { ...type, hidden: true };
}

/** A path; a relative one starts at the workspace. */
export function path(workspace: string): InputType<string> {
  return {
    name: 'path',
    sample: workspace,
    parse: (raw) => (isAbsolute(raw) ? raw : resolve(workspace, raw)),
  };
}

function split(raw: string, separator: RegExp): string[] {
  return raw
    .split(separator)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '' && !entry.startsWith('#'));
}
