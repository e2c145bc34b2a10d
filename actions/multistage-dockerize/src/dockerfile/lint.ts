import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Context } from '../../../shared/action/context.ts';
import { UserError } from '../../../shared/errors/user-error.ts';
import { code, details, fence, table } from '../../../shared/markdown/markdown.ts';
import { plainMarkdown } from '../../../shared/markdown/untrusted.ts';
import { dockerfileFindings } from '../../../shared/pitfalls/dockerfile/all.ts';
import type { DockerfileFacts } from '../../../shared/pitfalls/dockerfile/rule.ts';
import type { Finding } from '../../../shared/pitfalls/finding.ts';
import { newFile, patchOf } from '../../../shared/pitfalls/patch.ts';
import type { Source } from '../builders/prepare.ts';
import type { Inputs, Output } from '../contract.ts';
import type { Program } from '../plan/program.ts';
import { scaffoldIgnore } from './scaffold.ts';

/**
 * Looks for pitfalls in the caller's Dockerfile: each that bites in production is a warning at its line, hygiene is one
 * notice, and what can be mended mechanically is a patch for `git apply`.
 *
 * Throws a UserError with `lint: fail` when something that bites in production was found.
 */
export async function lint(
  source: Source,
  program: Program | undefined,
  inputs: Inputs,
  context: Context<Output>,
): Promise<void> {
  if (inputs.lint === 'off') return;
  const findings = await findingsOf(source, program, inputs, context);
  const grave = findings.filter(({ kind }) => kind === 'production');
  context.report.output('findings', grave.length);
  if (findings.length === 0) return;
  tell(findings, source.path, context);
  const text = await readFile(source.path, 'utf8');
  const patch = patchFor(findings, { path: source.path, text }, inputs, context.workspace);
  if (patch !== '') await keepPatch(patch, context);
  context.report.summary(summaryOf(findings, relative(context.workspace, source.path), patch));
  const [first] = grave;
  if (inputs.lint !== 'fail' || first === undefined) return;
  throw new UserError(
    `the Dockerfile has ${grave.length} pitfalls; the first: ${first.message} (${first.id})`,
    {
      fix: first.fix,
      place: { file: source.path, line: first.line },
    },
  );
}

async function findingsOf(
  { path, file }: Source,
  program: Program | undefined,
  { workingDirectory }: Inputs,
  { now }: Context<Output>,
): Promise<readonly Finding[]> {
  const has = (name: string): Promise<boolean> =>
    access(name).then(
      () => true,
      () => false,
    );
  const [goMod, own, shared, vendored] = await Promise.all([
    readFile(join(workingDirectory, 'go.mod'), 'utf8').catch(() => undefined),
    has(`${path}.dockerignore`),
    has(join(workingDirectory, '.dockerignore')),
    has(join(workingDirectory, 'vendor', 'modules.txt')),
  ]);
  const facts = { file, goMod, ignored: own || shared, vendored, ...factsOf(program) };
  return dockerfileFindings(facts, new Date(now()).toISOString().slice(0, 10));
}

function factsOf(program: Program | undefined): Pick<DockerfileFacts, 'linkage' | 'needs'> {
  return { linkage: program?.linkage, needs: program?.needs };
}

function tell(findings: readonly Finding[], path: string, { report }: Context<Output>): void {
  for (const { id, kind, line, message, fix } of findings) {
    if (kind !== 'production') continue;
    report.annotate({
      level: 'warning',
      title: id,
      message: `${message}. ${fix}`,
      place: { file: path, line },
    });
  }
  const hygiene = findings.filter(({ kind }) => kind === 'hygiene');
  const [first] = hygiene;
  if (first === undefined) return;
  const ids = hygiene.map(({ id, line }) => `${id} (line ${line})`).join(', ');
  report.annotate({
    level: 'notice',
    title: 'build hygiene',
    message: `${ids}. The job summary tells what each costs.`,
    place: { file: path, line: first.line },
  });
}

function patchFor(
  findings: readonly Finding[],
  { path, text }: { readonly path: string; readonly text: string },
  inputs: Inputs,
  workspace: string,
): string {
  const inRepository = relative(workspace, path);
  if (inRepository.startsWith('..')) return '';
  const edits = findings.flatMap((one) => one.edits);
  const ignore = findings.some(({ id }) => id === 'dockerignore-missing')
    ? newFile(relative(workspace, join(inputs.workingDirectory, '.dockerignore')), scaffoldIgnore)
    : '';
  return `${patchOf(inRepository, text, edits)}${ignore}`;
}

async function keepPatch(patch: string, { temp, report, log }: Context<Output>): Promise<void> {
  const path = join(temp, 'seatrial', 'dockerfile.patch');
  await mkdir(join(temp, 'seatrial'), { recursive: true });
  await writeFile(path, patch);
  report.output('patch', path);
  log.info(`A patch for what can be mended mechanically: git apply ${path}`);
}

function summaryOf(findings: readonly Finding[], path: string, patch: string): string {
  const rows = findings.map(({ id, line, message, fix }) => [
    code(id),
    String(line),
    plainMarkdown(message),
    plainMarkdown(fix),
  ]);
  const shown =
    patch === '' ? '' : `\n\n${details('Patch for <code>git apply</code>', fence(patch, 'diff'))}`;
  return `### ${code(path)}\n\n${table(['pitfall', 'line', 'what happens', 'instead'], rows)}${shown}`;
}
