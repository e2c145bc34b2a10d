/** What our workflows hand to our own actions must be what those take: `$/` is resolved by GitHub at run time only. */
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { isMap, isScalar, parse, parseDocument, visit, type YAMLMap } from 'yaml';
import { field } from '../../actions/shared/json/json.ts';
import { root } from '../run.ts';
import { entriesOf } from './values.ts';

/** Problems, one line each. */
export async function checkCalls(files: readonly string[]): Promise<string[]> {
  const problems = await Promise.all(
    files.map(async (file) => {
      const calls = callsIn(await readFile(file, 'utf8'));
      const found = await Promise.all(
        calls.map(async (call) => problemsOf(call, await manifestOf(call.action))),
      );
      return found.flat().map((problem) => `${relative(root, file)}: ${problem}`);
    }),
  );
  return problems.flat();
}

interface Call {
  readonly action: string;
  readonly given: readonly string[];
}

/** The steps of a workflow that use an action of its own repository. */
export function callsIn(workflow: string): Call[] {
  const calls: Call[] = [];
  visit(parseDocument(workflow), {
    Map: (_, step) => {
      const uses = step.get('uses');
      const action = typeof uses === 'string' ? /^\$\/actions\/(.+)$/.exec(uses)?.[1] : undefined;
      if (action !== undefined) calls.push({ action, given: keysOf(step) });
    },
  });
  return calls;
}

/** What is wrong between a call and the action's manifest. */
export function problemsOf({ action, given }: Call, manifest: unknown): string[] {
  const inputs = entriesOf(field(manifest, 'inputs'));
  if (inputs.length === 0) return [`there is no action ${action}`];
  const required = inputs.filter(([, input]) => field(input, 'required') === true).map(([name]) => name);
  return [
    ...given
      .filter((name) => !inputs.some(([known]) => known === name))
      .map((name) => `${action} has no input ${name}`),
    ...required.filter((name) => !given.includes(name)).map((name) => `${action} requires the input ${name}`),
  ];
}

function keysOf(step: YAMLMap): string[] {
  const given = step.get('with');
  if (!isMap(given)) return [];
  return given.items.map(({ key }) => (isScalar(key) ? String(key.value) : String(key)));
}

async function manifestOf(action: string): Promise<unknown> {
  const text = await readFile(join(root, 'actions', action, 'action.yml'), 'utf8').catch(() => '');
  const manifest: unknown = parse(text);
  return manifest;
}
