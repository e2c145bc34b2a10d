import { join } from 'node:path';
import {
  type JsonObject,
  listIn,
  objectIn,
  readJson,
  readVariables,
  TEMPLATES,
  textIn,
} from './catalogue.ts';
import { renderFolder } from './folder.ts';
import type { Values } from './template.ts';

function valuesIn(value: unknown, where: string): Values {
  const entries = Object.entries(value === undefined ? {} : objectIn(value, where));
  return new Map(entries.map(([name, text]) => [name, textIn(text, `${where}.${name}`)]));
}

function namesIn(value: unknown, where: string): readonly string[] {
  return value === undefined ? [] : listIn(value, where).map((name) => textIn(name, where));
}

/** One entry of `renders`: a template or folder, where it goes, and its values over those of all. */
function renderEntry(
  entry: JsonObject,
  where: string,
  shared: Values,
  overrides: Values,
): readonly [string, string][] {
  const template = join(TEMPLATES, textIn(entry['template'], `${where}.template`));
  const values = new Map([...shared, ...valuesIn(entry['values'], `${where}.values`), ...overrides]);
  const to = textIn(entry['to'], `${where}.to`);
  const files = renderFolder(template, readVariables(), values, namesIn(entry['only'], `${where}.only`));
  return [...files].map(([name, text]) => [to.endsWith('/') ? join(to, name) : to, text]);
}

/**
 * Renders what a service's values file (see examples/checkout/seatrial.values.json) asks for: path from that file's
 * folder → text. A `to` that ends in a slash is a folder.
 */
export function renderProject(
  valuesFile: string,
  overrides: Values = new Map(),
): ReadonlyMap<string, string> {
  const project = readJson(valuesFile);
  const shared = valuesIn(project['values'], `${valuesFile}: values`);
  return new Map(
    listIn(project['renders'], `${valuesFile}: renders`).flatMap((entry, index) => {
      const where = `${valuesFile}: renders[${index}]`;
      return renderEntry(objectIn(entry, where), where, shared, overrides);
    }),
  );
}
