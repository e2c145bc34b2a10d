/**
 * Renders templates. Runs unbuilt on Node 24:
 *
 *   node action-templates/render.ts [--set NAME=VALUE]… [--set-env NAME=VARIABLE]… [--only FILE]… TEMPLATE OUT_DIR
 *   node action-templates/render.ts --values FILE [--set …]… [--out DIR] [--check]
 *
 * --set-env takes a value from the environment: a secret belongs in no command line. --values renders all that a
 * service's values file asks for, beside that file or into --out; --check writes nothing and fails where a file differs.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readVariables } from './catalogue.ts';
import { renderFolder } from './folder.ts';
import { renderProject } from './project.ts';
import { TemplateError, type Values } from './template.ts';

const USAGE =
  'usage: render.ts [--set NAME=VALUE] [--set-env NAME=VARIABLE] [--only FILE] TEMPLATE OUT_DIR | --values FILE';

function pairs(option: string, entries: readonly string[]): [string, string][] {
  return entries.map((entry) => {
    const at = entry.indexOf('=');
    if (at < 1) throw new TemplateError(`--${option} ${entry}: want NAME=VALUE`);
    return [entry.slice(0, at), entry.slice(at + 1)];
  });
}

function fromEnvironment([name, variable]: [string, string]): [string, string] {
  const value = process.env[variable];
  if (value === undefined) throw new TemplateError(`--set-env ${name}: the environment has no ${variable}`);
  return [name, value];
}

function write(folder: string, files: ReadonlyMap<string, string>): void {
  for (const [name, text] of files) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(path);
  }
}

function compare(folder: string, files: ReadonlyMap<string, string>): void {
  const differing = [...files].filter(([name, text]) => {
    const path = join(folder, name);
    return !existsSync(path) || readFileSync(path, 'utf8') !== text;
  });
  if (differing.length === 0) return;
  throw new TemplateError(`not as rendered: ${differing.map(([name]) => join(folder, name)).join(', ')}`);
}

function run(argv: string[]): void {
  const { values: options, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      set: { type: 'string', multiple: true, default: [] },
      'set-env': { type: 'string', multiple: true, default: [] },
      only: { type: 'string', multiple: true, default: [] },
      values: { type: 'string' },
      out: { type: 'string' },
      check: { type: 'boolean', default: false },
    },
  });
  const fromEnv = pairs('set-env', options['set-env']).map(fromEnvironment);
  const given: Values = new Map([...pairs('set', options.set), ...fromEnv]);
  const [template, target] = positionals;
  if (options.values !== undefined && positionals.length === 0) {
    const files = renderProject(options.values, given);
    const folder = resolve(options.out ?? dirname(options.values));
    if (options.check) compare(folder, files);
    else write(folder, files);
  } else if (
    options.values === undefined &&
    template !== undefined &&
    target !== undefined &&
    positionals.length === 2
  ) {
    write(target, renderFolder(template, readVariables(), given, options.only));
  } else {
    throw new TemplateError(USAGE);
  }
}

try {
  run(process.argv.slice(2));
} catch (error) {
  // parseArgs' own complaints are as much the caller's to mend as ours are.
  const mendable = error instanceof TemplateError || (error instanceof Error && 'code' in error);
  console.error(mendable ? `render: ${error.message}` : error);
  process.exitCode = 1;
}
