import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../../../shared/action/context.ts';
import type { openCacheService } from '../../../shared/cache/service.ts';
import { readElfTables } from '../../../shared/elf/sections.ts';
import { messageOf, UserError } from '../../../shared/errors/user-error.ts';
import { field, listOf, numbersOf, parsed, textOf } from '../../../shared/json/json.ts';
import type { Built } from '../build/build.ts';
import type { Twins } from '../build/twin.ts';
import type { Inputs, Output } from '../contract.ts';
import { platformName } from '../plan/platform.ts';
import { baseSize, keepSize } from './base.ts';
import { type BinarySize, changeOf, type SizeChange, type SizeReport, sizeOf } from './size.ts';

type Build = Context<Output>;

/** What there is to say about the sizes. */
export interface Sizes {
  readonly path: string;
  readonly binaries: readonly (BinarySize & { readonly change: SizeChange | undefined })[];
  /** What it was compared with, such as `the last build of main`; undefined when there was nothing. */
  readonly base: string | undefined;
}

/** Splits every binary up by package, compares with the base branch and writes the report. */
export async function reportSizes(
  inputs: Inputs,
  context: Build,
  twins: Twins,
  folder: string,
  commit: string,
  open: typeof openCacheService,
): Promise<Sizes> {
  const binaries = await Promise.all([...twins].map(([built, twin]) => split(built, twin)));
  const report: SizeReport = { version: 1, commit, binaries };
  const path = join(folder, 'size.json');
  await writeFile(path, `${JSON.stringify(report, undefined, 2)}\n`);
  const base = await findBase(inputs, context, binaries, open);
  if (base.report === undefined) context.log.info(`size: compared with nothing, ${base.from}`);
  await keepSize(context, binaries, path, open);
  return {
    path,
    binaries: binaries.map((one) => ({ ...one, change: changeOf(one, base.report) })),
    base: base.report === undefined ? undefined : base.from,
  };
}

async function split({ staged, target }: Built, twin: string): Promise<BinarySize> {
  const [{ size: total }, shipped, tables] = await Promise.all([
    stat(staged),
    readElfTables(staged),
    readElfTables(twin),
  ]);
  const { name, platform, importPath } = target;
  return {
    name,
    platform: platformName(platform),
    ...sizeOf({ total, sections: shipped.sections }, tables, importPath),
  };
}

/** The report to compare with: the file that was named, else what the base branch's last build left in the cache. */
async function findBase(
  { sizeBase }: Inputs,
  context: Build,
  binaries: readonly BinarySize[],
  open: typeof openCacheService,
): Promise<{ report: SizeReport | undefined; from: string }> {
  if (sizeBase === undefined) {
    const found = await baseSize(context, binaries, open);
    return { report: found.text === undefined ? undefined : readReport(found.text), from: found.from };
  }
  const text = await readFile(sizeBase, 'utf8').catch((error: unknown) => {
    throw unusable(sizeBase, messageOf(error));
  });
  const report = readReport(text);
  if (report === undefined) throw unusable(sizeBase, 'it is no size report of version 1');
  return { report, from: `the report of commit ${report.commit.slice(0, 12)}` };
}

function unusable(path: string, why: string): UserError {
  return new UserError(`the size report ${path} can't be read: ${why}`, {
    fix: 'Name the file that the output `size-report` of another build led to, or leave `size-base` out.',
  });
}

/** A report as it was written; undefined when it is something else. */
export function readReport(text: string): SizeReport | undefined {
  const value = parsed(text);
  if (field(value, 'version') !== 1) return undefined;
  const binaries = listOf(field(value, 'binaries')).map((one) => ({
    name: textOf(field(one, 'name')) ?? '',
    platform: textOf(field(one, 'platform')) ?? '',
    total: Number(field(one, 'total') ?? Number.NaN),
    packages: numbersOf(field(one, 'packages')),
    rest: numbersOf(field(one, 'rest')),
  }));
  if (binaries.some(({ total }) => !Number.isFinite(total))) return undefined;
  return { version: 1, commit: textOf(field(value, 'commit')) ?? '', binaries };
}
