import { resolve } from 'node:path';
import { Report } from '../../shared/action/report.ts';
import type { Compile } from '../../shared/compile/compile.ts';
import { InputReader } from '../../shared/contract/input-reader.ts';
import type { Exec } from '../../shared/exec/exec.ts';
import { parsed, textsOf } from '../../shared/json/json.ts';
import { contract, type Inputs, type Output } from './contract.ts';
import { run } from './run.ts';

/** What belongs to the step as a whole, and is said there. */
const ofTheStep = new Set(['working-directory', 'dry-run', 'record', 'summary']);

/** This action in the step of another one: the same work, told in that step's report. */
export const compile: Compile = async ({ given, step, linked }, context) => {
  const inputs = inputsOf(given, step, context.workspace);
  const report = new Report<Output>();
  const { promise: started, resolve: start } = Promise.withResolvers<void>();
  const exec: Exec = (file, args, options) =>
    context.exec(file, args, args[0] === 'build' ? { ...options, onStart: start } : options);
  const work = async (): Promise<readonly string[]> => {
    try {
      await run(inputs, { ...context, exec, report }, undefined, linked);
    } finally {
      start();
      context.report.annotations.push(...report.annotations);
      context.report.summaries.push(...report.summaries);
      Object.assign(context.report.sections, report.sections);
    }
    const paths = textsOf(parsed(report.outputs.get('paths') ?? ''));
    return paths.map((path) => resolve(context.workspace, path));
  };
  return { started, binaries: work() };
};

function inputsOf(
  given: ReadonlyMap<string, string>,
  step: ReadonlyMap<string, string>,
  workspace: string,
): Inputs {
  const reader = new InputReader((name) => given.get(name) ?? step.get(name) ?? '', workspace);
  const inputs = contract.parse(reader);
  const known = new Set(reader.declared.map(({ name }) => name));
  for (const name of given.keys()) {
    if (ofTheStep.has(name)) reader.refuse(`"${name}" is an input of the whole step, not of \`compile\``);
    else if (!known.has(name)) reader.refuse(`go-static-build has no input "${name}" for \`compile\``);
  }
  reader.finish();
  return inputs;
}
