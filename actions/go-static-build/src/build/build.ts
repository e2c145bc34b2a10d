import { access, chmod, constants, copyFile, mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runtimeBases } from '../../../shared/elf/bases.ts';
import { ElfError, readElfFile } from '../../../shared/elf/elf.ts';
import { buildInfoOf } from '../../../shared/elf/go-module.ts';
import { type Linkage, linkageOf } from '../../../shared/elf/linkage.ts';
import { codeOf, messageOf, UserError } from '../../../shared/errors/user-error.ts';
import { axisFlags } from '../../../shared/go/axes.ts';
import { CompileError } from '../../../shared/go/explain.ts';
import { joinFlags } from '../../../shared/go/flags.ts';
import type { Go } from '../../../shared/go/tool.ts';
import { sha256OfFile } from '../../../shared/oci/digest.ts';
import { platformName } from '../plan/platform.ts';
import type { Imports, Prepared } from '../plan/prepare.ts';
import type { Target } from '../plan/programs.ts';
import { type BuildInfo, parseBuildInfo } from './build-info.ts';

/** A binary with what was read from it. */
export interface Built {
  readonly target: Target;
  readonly prepared: Prepared;
  /** Where it stands until everything is proven. */
  readonly staged: string;
  readonly sha256: string;
  readonly size: number;
  readonly linkage: Linkage;
  readonly bases: readonly string[];
  readonly stripped: boolean;
  readonly info: BuildInfo;
  /** What the programs of its platform import. */
  readonly imports: Imports;
}

/** Arguments of the one `go build` that makes all programs of a platform. */
export function buildArguments(
  prepared: Prepared,
  tags: readonly string[],
  stamps: readonly string[],
  folder: string,
): string[] {
  const ldflags = joinFlags([...prepared.flags.ldflags, ...stamps]);
  return [
    'build',
    ...axisFlags({ trimpath: prepared.flags.trimpath, tags }),
    ...prepared.profile.flags,
    ...(ldflags === '' ? [] : [`-ldflags=${ldflags}`]),
    '-o',
    `${folder}/`,
    '--',
    ...prepared.mains.map(({ importPath }) => importPath),
  ];
}

/** Compiles into a folder outside the workspace, so that Go does not stamp a commit as modified because of us. */
export async function build(
  go: Go,
  prepared: Prepared,
  args: readonly string[],
  folder: string,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  try {
    await go.must(args, { env: prepared.env });
  } catch (error) {
    if (!(error instanceof CompileError)) throw error;
    const [lost] = (await prepared.imports().catch(() => undefined))?.leftOut ?? [];
    if (lost === undefined) throw error;
    throw new CompileError(error.message, {
      fix: `${lost} has C code that is left out with \`cgo: false\`; if that is what is missing, set \`cgo: auto\`. ${error.fix}`,
      diagnostics: error.diagnostics,
    });
  }
}

/**
 * Reads a binary: what it is (checksum, size), how it was made (build info) and what it needs (ELF). `hash` is its sha256 where
 * somebody reads all of it anyway.
 */
export async function examine(
  go: Go,
  prepared: Prepared,
  target: Target,
  folder: string,
  hash: Promise<string> | undefined,
): Promise<Omit<Built, 'imports'>> {
  const staged = join(folder, target.name);
  const [{ size }, sha256, elf, info] = await Promise.all([
    stat(staged),
    sha256Of(staged, hash),
    readElfFile(staged).catch((error: unknown) => {
      if (!(error instanceof ElfError)) throw error;
      throw new UserError(
        `${target.name} for ${platformName(target.platform)} is no sound ELF file: ${error.message}`,
        {
          fix: 'Look for `-buildmode` among `ldflags` and GOFLAGS: only programs can be proven static.',
        },
      );
    }),
    buildInfo(go, staged),
  ]);
  const linkage = linkageOf(elf);
  return {
    target,
    prepared,
    staged,
    sha256,
    size,
    linkage,
    bases: runtimeBases(linkage),
    stripped: elf.stripped,
    info: parseBuildInfo(info),
  };
}

/** Whoever reads the file for something else may fail at that, which is told there. */
async function sha256Of(path: string, hash: Promise<string> | undefined): Promise<string> {
  return (await hash?.catch(() => undefined)) ?? sha256OfFile(path);
}

/** What Go wrote into the binary. Go itself is asked where we can't read it: a Go to come may write it elsewhere. */
async function buildInfo(go: Go, path: string): Promise<string> {
  return (await buildInfoOf(path)) ?? go.must(['version', '-m', path]);
}

/** Puts a proven binary where it was asked for, in one step. */
export async function place(built: Built): Promise<void> {
  const { path } = built.target;
  const draft = `${path}.${process.pid}.tmp`;
  await mkdir(dirname(path), { recursive: true });
  await rename(built.staged, draft).catch(async (error: unknown) => {
    // The job's temporary folder may lie on another disk than the workspace.
    if (codeOf(error) !== 'EXDEV') throw error;
    await copyFile(built.staged, draft);
  });
  await chmod(draft, 0o755);
  await rename(draft, path).catch(async (error: unknown) => {
    await rm(draft, { force: true });
    throw error;
  });
}

/** Throws a UserError unless every output can be written; run before anything is compiled, and changes nothing. */
export async function mustBeWritable(targets: readonly Target[]): Promise<void> {
  for (const { path } of targets) {
    const found = await stat(path).catch(() => undefined);
    if (found?.isDirectory() === true) {
      throw new UserError(`${path} is a folder, and the binary is to be written there`, {
        fix: 'Choose another `output-directory`, or remove the folder.',
      });
    }
    await mustTakeFiles(dirname(path));
  }
}

/** Looks at the folder, or at the nearest one above that is there already. */
async function mustTakeFiles(folder: string): Promise<void> {
  try {
    if (!(await stat(folder)).isDirectory()) throw new Error('it is a file');
    await access(folder, constants.W_OK);
  } catch (error) {
    if (codeOf(error) === 'ENOENT' && dirname(folder) !== folder) return mustTakeFiles(dirname(folder));
    throw new UserError(`${folder} can't be written: ${codeOf(error) ?? messageOf(error)}`, {
      fix: 'Choose an `output-directory` the job may write to.',
    });
  }
}
