import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf, UserError } from '../../../shared/errors/user-error.ts';
import type { GoPackage } from '../../../shared/go/packages.ts';
import { stringVariables } from '../../../shared/go/source/variables.ts';
import type { Prepared } from '../plan/prepare.ts';
import { type Home, usualVariables, versionHomes } from './places.ts';
import { fillPlaceholders, type Stamp } from './version.ts';

/** The `-X` flags of one build and what they can't do. */
export interface StampFlags {
  readonly flags: readonly string[];
  /** Variables asked for that the linker would pass over without a word. */
  readonly missing: readonly string[];
}

/**
 * Turns `version-variables` into `-X` flags.
 *
 * The linker ignores a variable that does not exist, is a constant or is set by a call, and the release goes out as
 * "dev". So each is looked up in the sources first: the usual ones are stamped only where they stand, those asked for by
 * name are reported when they don't.
 */
export async function stampFlags(
  { mains, imports }: Pick<Prepared, 'mains' | 'imports'>,
  wanted: ReadonlyMap<string, string> | undefined,
  stamp: Stamp,
): Promise<StampFlags> {
  const [first] = mains;
  const homes = wanted === undefined && first !== undefined ? await versionHomes(first) : [];
  const templates = wanted ?? usualVariables(homes);
  const programs = { importPath: 'main', files: mains.flatMap(filesOf) };
  const declared = declarations([programs, ...homes], imports);
  const checked = await Promise.all(
    [...templates].map(async ([variable, template]) => ({
      variable,
      value: fill(variable, template, stamp),
      stands: await stands(variable, declared),
    })),
  );
  const used = checked.filter(({ stands }) => stands);
  return {
    flags: used.flatMap(({ variable, value }) => ['-X', `${variable}=${value}`]),
    missing:
      wanted === undefined ? [] : checked.filter(({ stands }) => !stands).map(({ variable }) => variable),
  };
}

function fill(variable: string, template: string, stamp: Stamp): string {
  try {
    return fillPlaceholders(template, stamp);
  } catch (error) {
    throw new UserError(`input "version-variables": ${variable}=${template}: ${messageOf(error)}`, {
      fix: 'Correct the placeholder.',
    });
  }
}

function filesOf({ directory, goFiles, cgoFiles }: GoPackage): string[] {
  return [...goFiles, ...cgoFiles].map((name) => join(directory, name));
}

/** Finds the variables of a package that can be set; each package is read once, for all who ask. */
function declarations(
  homes: readonly Home[],
  imports: Prepared['imports'],
): (home: string) => Promise<ReadonlySet<string>> {
  const own = new Map(homes.map(({ importPath, files }) => [importPath, files]));
  const known = new Map<string, Promise<ReadonlySet<string>>>();
  const imported = async (home: string): Promise<ReadonlySet<string>> => {
    const { packages } = await imports();
    return read(packages.filter(({ importPath }) => importPath === home).flatMap(filesOf));
  };
  const readHome = (home: string): Promise<ReadonlySet<string>> => {
    const files = own.get(home);
    return files === undefined ? imported(home) : read(files);
  };
  return (home) => {
    const found = known.get(home) ?? readHome(home);
    known.set(home, found);
    return found;
  };
}

async function read(files: readonly string[]): Promise<ReadonlySet<string>> {
  const texts = await Promise.all(files.map((path) => readFile(path, 'utf8')));
  return stringVariables(texts);
}

/** Whether the linker can set a variable: in a main package that is built, or in the package that is named. */
async function stands(
  variable: string,
  declared: (home: string) => Promise<ReadonlySet<string>>,
): Promise<boolean> {
  const dot = variable.lastIndexOf('.');
  const [home, name] = [variable.slice(0, dot), variable.slice(dot + 1)];
  if (dot < 1 || !/^\w+$/.test(name)) {
    throw new UserError(`input "version-variables": "${variable}" names no variable`, {
      fix: 'Write `import/path.variable={version}`; the main package is called `main`.',
    });
  }
  return (await declared(home)).has(name);
}
