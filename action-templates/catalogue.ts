import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TemplateError, type Values, type Variables } from './template.ts';
import { isType, objection, type Variable } from './types.ts';

export const TEMPLATES = import.meta.dirname;

export type JsonObject = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function objectIn(value: unknown, where: string): JsonObject {
  if (!isObject(value)) throw new TemplateError(`${where}: want an object`);
  return value;
}

export function textIn(value: unknown, where: string): string {
  if (typeof value !== 'string') throw new TemplateError(`${where}: want a string`);
  return value;
}

export function listIn(value: unknown, where: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new TemplateError(`${where}: want a list`);
  return value;
}

export function readJson(file: string): JsonObject {
  try {
    return objectIn(JSON.parse(readFileSync(file, 'utf8')), file);
  } catch (cause) {
    throw cause instanceof TemplateError ? cause : new TemplateError(`${file}: ${String(cause)}`, { cause });
  }
}

function variableIn(value: unknown, where: string): Variable {
  const fields = objectIn(value, where);
  const variable: Variable = {
    type: textIn(fields['type'], `${where}.type`),
    description: textIn(fields['description'], `${where}.description`),
    example: textIn(fields['example'], `${where}.example`),
    default: fields['default'] === undefined ? undefined : textIn(fields['default'], `${where}.default`),
    optional: fields['optional'] === true,
  };
  if (!isType(variable.type)) throw new TemplateError(`${where}: unknown type ${variable.type}`);
  return variable;
}

/** Every variable a template may use, declared once for all of them. */
export function readVariables(file = join(TEMPLATES, 'variables.json')): Variables {
  return new Map(
    Object.entries(readJson(file)).map(([name, value]) => [name, variableIn(value, `${file}: ${name}`)]),
  );
}

/** The given values over the defaults; an unknown name or an unfit value is refused. */
export function settle(known: Variables, given: Values): Values {
  const settled = new Map<string, string>();
  for (const [name, variable] of known) {
    if (variable.default !== undefined) settled.set(name, variable.default);
  }
  for (const [name, value] of given) {
    const variable = known.get(name);
    if (variable === undefined)
      throw new TemplateError(`unknown variable ${name}; variables.json lists them all`);
    const problem = objection(variable, value);
    if (problem !== undefined) throw new TemplateError(`${name}: ${problem}`);
    settled.set(name, value);
  }
  return settled;
}
