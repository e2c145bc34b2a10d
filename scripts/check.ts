/**
 * `npm run check`: everything that can be known without running the project.
 *
 *   --write   mends what is mechanical: formatting and the tables of the READMEs
 */
import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { toolPath as tool } from '../testbed/tools/ensure.ts';
import { checkCalls } from './check/calls.ts';
import { checkContracts } from './check/contracts.ts';
import { checkImports } from './check/imports.ts';
import { checkLicences } from './check/licences.ts';
import { checkPins } from './check/pins.ts';
import { checkWithGitHubsParser } from './check/workflow-parser.ts';
import { npmBin, root, run } from './run.ts';

interface Check {
  readonly name: string;
  /** Problems, one line each; none means that it holds. */
  readonly find: (write: boolean) => Promise<string[]>;
}

const workflows = ['.github/workflows/*.yml', 'action-templates/workflows/*.yml'];
const manifests = ['actions/*/action.yml', 'testbed/act/*/action.yml'];

const checks: readonly Check[] = [
  { name: 'types', find: () => program(npmBin('tsc'), ['-p', '.']) },
  {
    name: 'format and lint',
    find: (write) =>
      program(npmBin('biome'), ['check', '--error-on-warnings', ...(write ? ['--write'] : [])]),
  },
  { name: 'imports keep their direction', find: () => checkImports() },
  { name: 'action.yml, contract and README agree', find: checkContracts },
  {
    name: 'dist is what the sources build',
    find: () => program(process.execPath, [join(root, 'scripts', 'build.ts'), '--check']),
  },
  {
    name: "GitHub's own workflow parser",
    find: async () => checkWithGitHubsParser(await files([...workflows, ...manifests])),
  },
  { name: 'workflows hand over what actions take', find: async () => checkCalls(await files(workflows)) },
  { name: 'every uses: is pinned', find: async () => checkPins(await files([...workflows, ...manifests])) },
  {
    name: 'actionlint',
    find: async () =>
      program(await tool('actionlint'), [
        '-shellcheck',
        await tool('shellcheck'),
        ...(await files(workflows)),
      ]),
  },
  {
    name: 'zizmor, pedantic',
    find: async () =>
      program(await tool('zizmor'), [
        '--offline',
        '--persona=pedantic',
        '--no-progress',
        '-q',
        ...(await files([...workflows, ...manifests])),
      ]),
  },
  {
    name: 'shellcheck',
    find: async () => program(await tool('shellcheck'), await files(['.ci/run', 'testbed/**/*.sh'])),
  },
  { name: 'licences of what dist holds', find: () => checkLicences() },
];

/** Runs all checks one after the other and tells what each found. */
export async function runChecks(write = false): Promise<{ passed: number; failed: number }> {
  let failed = 0;
  for (const check of checks) {
    const problems = await check.find(write).catch((error: unknown) => [String(error)]);
    console.log(`${problems.length === 0 ? '✓' : '✗'} ${check.name}`);
    for (const problem of problems) console.log(`    ${problem}`);
    if (problems.length > 0) failed += 1;
  }
  return { passed: checks.length - failed, failed };
}

async function program(file: string, args: readonly string[]): Promise<string[]> {
  const { code, output } = await run(file, args);
  return code === 0 ? [] : output.trim().split('\n');
}

async function files(patterns: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for await (const file of glob(patterns, { cwd: root })) found.push(join(root, file));
  return found.sort();
}

if (import.meta.filename === process.argv[1]) {
  const { failed } = await runChecks(process.argv.includes('--write'));
  process.exitCode = failed === 0 ? 0 : 1;
}
