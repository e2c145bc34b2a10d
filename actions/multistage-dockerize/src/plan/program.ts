import { ElfError, readElfFile } from '../../../shared/elf/elf.ts';
import { programOf } from '../../../shared/elf/go-module.ts';
import { type Linkage, linkageOf } from '../../../shared/elf/linkage.ts';
import { type RuntimeNeeds, runtimeNeeds } from '../../../shared/elf/needs.ts';
import { codeOf, messageOf, UserError } from '../../../shared/errors/user-error.ts';

/** What a built program says about where it can run. */
export interface Program {
  /** Such as `linux/arm64`. */
  readonly platform: string;
  readonly linkage: Linkage;
  /** The loader the kernel starts in the program's place; without it in the image the program is "not found". */
  readonly interpreter: string | undefined;
  /** What it looks for in its image; undefined where its file does not tell. */
  readonly needs: RuntimeNeeds | undefined;
  /** Folder of its main package within its module, such as `./cmd/checkout`; undefined where its file does not tell. */
  readonly folder: string | undefined;
}

/** Reads a program's ELF headers. Throws a UserError when there is none or it is for no Linux we know. */
export async function readProgram(path: string): Promise<Program> {
  try {
    const facts = await readElfFile(path);
    if (facts.machine.startsWith('machine ')) throw new ElfError(`it is for ${facts.machine}`);
    const [needs, folder] = await Promise.all([runtimeNeeds(path), folderOf(path)]);
    const { interpreter } = facts;
    return { platform: `linux/${facts.machine}`, linkage: linkageOf(facts), interpreter, needs, folder };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') {
      throw new UserError(`the binary ${path} does not exist`, {
        fix: 'Build it in a step before, or download its artifact; `binary` is a path from the workspace.',
        cause: error,
      });
    }
    if (!(error instanceof ElfError) && codeOf(error) === undefined) throw error;
    throw new UserError(`${path} is no Linux program: ${messageOf(error)}`, {
      fix: 'Build it with GOOS=linux; go-static-build does, and its output `path` belongs here.',
      cause: error,
    });
  }
}

async function folderOf(path: string): Promise<string | undefined> {
  const { program, module } = (await programOf(path)) ?? {};
  if (program === undefined || module === undefined || !`${program}/`.startsWith(`${module}/`))
    return undefined;
  return `.${program.slice(module.length)}`;
}
