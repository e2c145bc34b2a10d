import { join } from 'node:path';
import type { Context } from '../../../shared/action/context.ts';
import { messageOf, UserError } from '../../../shared/errors/user-error.ts';
import type { Go } from '../../../shared/go/tool.ts';
import { buildArguments } from '../build/build.ts';
import type { Inputs, Output } from '../contract.ts';
import { stampFlags } from '../stamp/stamp.ts';
import { type CommitFacts, moduleFolder, type Stamp, stampOf } from '../stamp/version.ts';
import { shown } from './paths.ts';
import { platformName } from './platform.ts';
import type { Imports, Prepared } from './prepare.ts';
import { type Target, targetsOf } from './programs.ts';

type Build = Context<Output>;

/** Everything that was decided before anything is compiled. */
export interface Plan {
  readonly prepared: readonly Prepared[];
  readonly targets: readonly Target[];
  readonly stamp: Stamp;
  readonly stampFlags: readonly string[];
  readonly notes: readonly string[];
}

/** Decides what is built, where it goes and what it is stamped with. */
export async function planOf(
  inputs: Inputs,
  context: Build,
  go: Go,
  prepared: readonly Prepared[],
  facts: CommitFacts,
): Promise<Plan> {
  const folder = inputs.outputDirectory ?? join(inputs.workingDirectory, 'bin');
  const targets = prepared.flatMap(({ mains, platform }) =>
    targetsOf(mains, platform, prepared.length === 1 ? folder : join(folder, platformName(platform))),
  );
  const stamp = stampOf(facts, inputs.version, moduleFolder(go.settings.module, context.workspace));
  const [first] = prepared;
  const stamps =
    first === undefined
      ? { flags: [], missing: [] }
      : await stampFlags(first, inputs.versionVariables, stamp);
  const missing = stamps.missing.map(notStamped);
  for (const message of missing) context.report.annotate({ level: 'warning', title: 'not stamped', message });
  const mended = new Set([...go.mended, ...prepared.flatMap(({ flags }) => flags.mended)]);
  return { prepared, targets, stamp, stampFlags: stamps.flags, notes: [...mended, ...missing] };
}

/** What there is to say once it is known what the programs import. */
export function leftOutNotes(imports: readonly Pick<Imports, 'leftOut'>[]): string[] {
  return [...new Set(imports.flatMap(({ leftOut }) => leftOut).map(leftOutNote))];
}

function notStamped(variable: string): string {
  return `\`version-variables\` names ${variable}, which is no string variable the linker can set; it was left out. Declare it as \`var … string\`.`;
}

function leftOutNote(importPath: string): string {
  return `${importPath} has C code that is left out with \`cgo: false\`; make sure it works without (some, like go-sqlite3, compile and then fail when used).`;
}

/** Says what would be run. */
export function dryRun(inputs: Inputs, context: Build, plan: Plan): void {
  const lines = plan.prepared.map(
    (one) =>
      `${Object.entries(one.env)
        .map(([name, value]) => `${name}=${value}`)
        .join(' ')} go ${argumentsOf(one, inputs, plan, '…').join(' ')}`,
  );
  for (const line of [...lines, ...plan.notes.map((note) => `note: ${note}`)]) context.log.info(line);
  const paths = plan.targets.map(({ path }) => shown(context, path));
  context.report.summary(
    `### Would build ${paths.join(', ')}\n\n${lines.map((line) => `    ${line}`).join('\n')}`,
  );
}

/** The `go build` of one platform. */
export function argumentsOf(one: Prepared, inputs: Inputs, plan: Plan, folder: string): string[] {
  try {
    return buildArguments(one, inputs.tags, plan.stampFlags, folder);
  } catch (error) {
    throw new UserError(`a linker flag can't be handed to Go: ${messageOf(error)}`, {
      fix: 'Take one kind of quotes out of `ldflags`, `version` or `version-variables`.',
    });
  }
}
