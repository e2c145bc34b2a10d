import type { Variable } from './types.ts';

/** Something the caller can mend: it says where. */
export class TemplateError extends Error {}

export type Variables = ReadonlyMap<string, Variable>;
export type Values = ReadonlyMap<string, string>;

/**
 * A placeholder is `${name}`, in small letters. So a template is valid YAML or JSON before it is rendered, and `${NAME}`
 * (shell, Dockerfile), `${{ … }}` (GitHub), `$(NAME)` (Kubernetes) and `{{ … }}` (Prometheus, Grafana) are left alone.
 */
const PLACEHOLDER = /\$\{([a-z][a-z0-9-]*)\}/g;

function namesIn(line: string): readonly string[] {
  return [...line.matchAll(PLACEHOLDER)].map(([, name = '']) => name);
}

/** The names of the variables a template asks for, sorted. */
export function variablesOf(text: string): readonly string[] {
  return [...new Set(namesIn(text))].sort();
}

function substituteLine(line: string, where: string, known: Variables, values: Values): string | undefined {
  let empty = false;
  const result = line.replaceAll(PLACEHOLDER, (_, name: string) => {
    if (!known.has(name)) throw new TemplateError(`${where}: unknown variable ${name}`);
    const value = values.get(name);
    if (value === undefined) throw new TemplateError(`${where}: no value for ${name}, and it has no default`);
    empty ||= value === '';
    return value;
  });
  return empty ? undefined : result;
}

/** Replaces every placeholder; nothing else of the text changes, but that lines with an empty value are left out. */
export function substitute(file: string, text: string, known: Variables, values: Values): string {
  return text
    .split('\n')
    .map((line, index) => substituteLine(line, `${file}:${index + 1}`, known, values))
    .filter((line) => line !== undefined)
    .join('\n');
}
