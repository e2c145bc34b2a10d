import { readFile } from 'node:fs/promises';
import type { Context } from '../../../shared/action/context.ts';
import { readElfTables } from '../../../shared/elf/sections.ts';
import { UserError } from '../../../shared/errors/user-error.ts';
import type { Go } from '../../../shared/go/tool.ts';
import { formatDuration } from '../../../shared/units/duration.ts';
import type { Built } from '../build/build.ts';
import { parseBuildInfo } from '../build/build-info.ts';
import type { Inputs, Output } from '../contract.ts';
import type { Plan } from '../plan/plan.ts';
import { platformName } from '../plan/platform.ts';
import { type Cause, causesOf, type Side } from './difference.ts';
import { laterCauses } from './later.ts';
import { type SecondBuild, secondBuild } from './second-build.ts';

type Build = Context<Output>;

/**
 * Builds everything a second time in another folder and compares byte by byte.
 *
 * Throws a UserError that names what the first program which differs differs by.
 */
export async function mustBeReproducible(
  inputs: Inputs,
  context: Build,
  go: Go,
  plan: Plan,
  built: readonly Built[],
  staging: string,
): Promise<void> {
  const began = context.now();
  const second = await context.log.group('go build once more, in another folder', () =>
    secondBuild(inputs, context, go, plan, staging),
  );
  for (const one of built) {
    const causes = await compare(inputs, context, go, plan, one, second);
    if (causes.length > 0) throw notReproducible(one, causes);
  }
  context.log.info(`built twice, the same bytes: ${formatDuration(context.now() - began)}`);
}

async function compare(
  inputs: Inputs,
  context: Build,
  go: Go,
  plan: Plan,
  one: Built,
  second: SecondBuild,
): Promise<Cause[]> {
  const again = second.find(platformName(one.target.platform), one.target.name);
  const cPackages = one.prepared.uses.map(({ importPath }) => importPath);
  const causes = causesOf(
    await side(go, one.staged, inputs.workingDirectory),
    await side(go, again, second.directory),
    cPackages,
  );
  const stamps = [...one.prepared.flags.ldflags, ...plan.stampFlags];
  return [...causes, ...laterCauses(one.info, stamps, plan.stamp.date, context.now())];
}

async function side(go: Go, path: string, directory: string): Promise<Side> {
  const [bytes, { sections }, info] = await Promise.all([
    readFile(path),
    readElfTables(path),
    go.must(['version', '-m', path]),
  ]);
  return { bytes, sections, info: parseBuildInfo(info), directory };
}

function notReproducible({ target }: Built, causes: readonly Cause[]): UserError {
  const what = causes.map(({ text }) => text).join('; ');
  return new UserError(`${target.name} for ${platformName(target.platform)} is not reproducible: ${what}`, {
    fix: [...new Set(causes.map(({ fix }) => fix))].join('\n'),
  });
}
