import { messageOf, UserError } from '../../../shared/errors/user-error.ts';
import type { GoPackage } from '../../../shared/go/packages.ts';
import type { Go } from '../../../shared/go/tool.ts';
import { usualVariables } from './places.ts';
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
 * "dev". So each is looked up with `go doc` first: the usual ones are stamped only where they stand,
 * those asked for by name are reported when they don't.
 */
export async function stampFlags(
  go: Go,
  packages: readonly GoPackage[],
  wanted: ReadonlyMap<string, string> | undefined,
  stamp: Stamp,
): Promise<StampFlags> {
  const templates = wanted ?? usualVariables(packages);
  const mains = packages.filter(({ name, dependency }) => name === 'main' && !dependency);
  const checked = await Promise.all(
    [...templates].map(async ([variable, template]) => ({
      variable,
      value: fill(variable, template, stamp),
      stands: await stands(go, mains, variable),
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

/** Whether the linker can set a variable: in every main package that is built, or in the package that is named. */
async function stands(go: Go, mains: readonly GoPackage[], variable: string): Promise<boolean> {
  const dot = variable.lastIndexOf('.');
  const [importPath, name] = [variable.slice(0, dot), variable.slice(dot + 1)];
  if (dot < 1 || !/^\w+$/.test(name)) {
    throw new UserError(`input "version-variables": "${variable}" names no variable`, {
      fix: 'Write `import/path.variable={version}`; the main package is called `main`.',
    });
  }
  const paths = importPath === 'main' ? mains.map((main) => main.importPath) : [importPath];
  const found = await Promise.all(
    paths.map(async (path) => {
      const { code, stdout } = await go.run(['doc', '-cmd', '-u', path, name]);
      return code === 0 && declaresString(stdout, name);
    }),
  );
  return found.some((one) => one);
}

/**
 * Reads a declaration as `go doc` prints it (gofmt's own form): a string variable without a value or with a constant
 * one is what the linker's `-X` can set.
 */
export function declaresString(doc: string, name: string): boolean {
  let block = '';
  for (const line of doc.split('\n')) {
    const opening = /^(var|const) \($/.exec(line);
    if (opening !== null) block = opening[1] ?? '';
    const match = /^(?:(var|const) |\t)([\w, ]+?)(?: +(string))?(?: += (.+))?$/.exec(line);
    const names = match?.[2]?.split(/, */).map((one) => one.trim()) ?? [];
    if (match === null || !names.includes(name)) continue;
    const [, keyword = block, , type, value] = match;
    return keyword === 'var' && (value === undefined ? type === 'string' : /^["`]/.test(value));
  }
  return false;
}
