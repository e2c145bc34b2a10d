/**
 * Holds action.yml, contract.ts and README.md of every action together: the same inputs, defaults and outputs in all
 * three. The tables of the README are written from action.yml (`npm run check -- --write`).
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type DeclaredInput, InputReader } from '../../actions/shared/contract/input-reader.ts';
import { field } from '../../actions/shared/json/json.ts';
import { table } from '../../actions/shared/markdown/markdown.ts';
import { root } from '../run.ts';
import { entriesOf, textOf } from './values.ts';

interface Described {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  readonly default: string | undefined;
}

/** Problems of all actions, one line each. */
export async function checkContracts(write: boolean): Promise<string[]> {
  const names = (await readdir(join(root, 'actions'), { withFileTypes: true }))
    .filter((entry) => entry.isDirectory() && entry.name !== 'shared')
    .map((entry) => entry.name);
  const problems = await Promise.all(names.map((name) => checkAction(name, write)));
  return problems.flat();
}

async function checkAction(name: string, write: boolean): Promise<string[]> {
  const folder = join(root, 'actions', name);
  const yaml: unknown = parse(await readFile(join(folder, 'action.yml'), 'utf8'));
  const { contract }: { contract: { parse: (read: InputReader) => unknown; outputs: readonly string[] } } =
    await import(join(folder, 'src', 'contract.ts'));
  const reader = new InputReader(() => '', root);
  contract.parse(reader);
  const inputs = described(field(yaml, 'inputs'));
  const outputs = described(field(yaml, 'outputs'));
  return [
    ...compareInputs(inputs, reader.declared),
    ...compareNames(
      'output',
      outputs.map((output) => output.name),
      [...contract.outputs, 'record'],
    ),
    ...[...inputs, ...outputs]
      .filter(({ description }) => description === '')
      .map((item) => `${item.name} has no description`),
    ...(await checkReadme(folder, reader.declared, inputs, outputs, write)),
  ].map((problem) => `actions/${name}: ${problem}`);
}

function described(section: unknown): Described[] {
  return entriesOf(section).map(([name, value]) => ({
    name,
    description: (textOf(field(value, 'description')) ?? '').trim().replaceAll(/\s*\n\s*/g, ' '),
    required: field(value, 'required') === true,
    default: textOf(field(value, 'default')),
  }));
}

function compareInputs(yaml: readonly Described[], declared: readonly DeclaredInput[]): string[] {
  const differing = declared.flatMap((input) => {
    const other = yaml.find(({ name }) => name === input.name);
    if (other === undefined) return [];
    return [
      ...(other.required === input.required
        ? []
        : [`input ${input.name}: required differs between action.yml and contract.ts`]),
      ...(isDefault(other.default, input.default)
        ? []
        : [
            `input ${input.name}: default is "${other.default}" in action.yml and "${input.default}" in contract.ts`,
          ]),
    ];
  });
  return [
    ...compareNames(
      'input',
      yaml.map(({ name }) => name),
      declared.map(({ name }) => name),
    ),
    ...differing,
  ];
}

/** An expression such as a token is no default of the contract: it reaches the action as a value. */
function isDefault(yaml: string | undefined, declared: string | undefined): boolean {
  return yaml === declared || (declared === undefined && yaml?.startsWith('${{') === true);
}

function compareNames(what: string, yaml: readonly string[], declared: readonly string[]): string[] {
  return [
    ...yaml
      .filter((name) => !declared.includes(name))
      .map((name) => `${what} ${name} stands in action.yml only`),
    ...declared
      .filter((name) => !yaml.includes(name))
      .map((name) => `${what} ${name} stands in contract.ts only`),
  ];
}

async function checkReadme(
  folder: string,
  declared: readonly DeclaredInput[],
  inputs: readonly Described[],
  outputs: readonly Described[],
  write: boolean,
): Promise<string[]> {
  const path = join(folder, 'README.md');
  const readme = await readFile(path, 'utf8');
  const typeOf = (name: string): string => declared.find((input) => input.name === name)?.type ?? '';
  const inputRows = inputs.map((input) => [
    `\`${input.name}\`${input.required ? ' (required)' : ''}`,
    typeOf(input.name),
    input.default === undefined || input.default === '' ? '' : `\`${input.default}\``,
    input.description,
  ]);
  const withInputs = fill(readme, 'inputs', table(['Input', 'Type', 'Default', 'What'], inputRows));
  const outputRows = outputs.map((output) => [`\`${output.name}\``, output.description]);
  const wanted = withInputs && fill(withInputs, 'outputs', table(['Output', 'What'], outputRows));
  if (wanted === undefined) return ['README.md lacks the markers <!-- inputs --> or <!-- outputs -->'];
  if (wanted === readme) return [];
  if (!write) return ['README.md is not what action.yml says: run `npm run check -- --write`'];
  await writeFile(path, wanted);
  return [];
}

/** Puts a table between `<!-- name -->` and `<!-- /name -->`; undefined when the markers are missing. */
function fill(markdown: string, name: string, body: string): string | undefined {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [markdown.indexOf(open), markdown.indexOf(close)];
  if (from < 0 || to < from) return undefined;
  return `${markdown.slice(0, from + open.length)}\n${body}\n${markdown.slice(to)}`;
}
