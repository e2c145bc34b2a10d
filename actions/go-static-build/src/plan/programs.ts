import { join } from 'node:path';
import { UserError } from '../../../shared/errors/user-error.ts';
import type { GoPackage } from '../../../shared/go/packages.ts';
import type { Platform } from './platform.ts';

/** One binary to be built. */
export interface Target {
  readonly importPath: string;
  readonly name: string;
  readonly platform: Platform;
  /** Where it goes. */
  readonly path: string;
}

/**
 * The name `go build` gives a program: the last element of its import path, without a major version (`/v2`).
 *
 * Source: `DefaultExecName` in cmd/go/internal/load.
 */
export function programName(importPath: string): string {
  const elements = importPath.split('/');
  const last = elements.at(-1) ?? '';
  return /^v[2-9]\d*$|^v1\d+$/.test(last) ? (elements.at(-2) ?? last) : last;
}

/**
 * The main packages among those that were asked for.
 *
 * Throws a UserError when there is none, or when two would get the same name.
 */
export function mainPackages(packages: readonly GoPackage[], asked: readonly string[]): GoPackage[] {
  const mains = packages.filter(({ name, dependency }) => name === 'main' && !dependency);
  if (mains.length === 0) throw nothingToBuild(packages, asked);
  if (asked.length === 0 && mains.length > 1) throw severalPrograms(mains);
  for (const name of new Set(mains.map(({ importPath }) => programName(importPath)))) {
    const same = mains.filter(({ importPath }) => programName(importPath) === name);
    if (same.length === 1) continue;
    throw new UserError(
      `${same.length} programs are called ${name}: ${same.map(({ importPath }) => importPath).join(', ')}`,
      {
        fix: 'Choose one with `packages`, and build the other in a step of its own with another `output-directory`.',
      },
    );
  }
  return mains;
}

/** Which one ships is nobody's guess: a wrong one would go to production under the right one's name. */
function severalPrograms(mains: readonly GoPackage[]): UserError {
  const shown = mains.slice(0, 5).map(({ importPath }) => importPath);
  const more = mains.length > shown.length ? ` and ${mains.length - shown.length} more` : '';
  return new UserError(`the module has ${mains.length} programs: ${shown.join(', ')}${more}`, {
    fix: `Choose with \`packages\`: one, such as \`packages: ${shown[0]}\`, or all of them with \`packages: ./...\`.`,
  });
}

function nothingToBuild(packages: readonly GoPackage[], asked: readonly string[]): UserError {
  const libraries = packages.filter(({ dependency }) => !dependency).map(({ importPath }) => importPath);
  if (asked.length === 0) {
    return new UserError('the module has no main package, so there is nothing to build', {
      fix: 'Point `working-directory` at the module of the program, or use quality-gate alone for a library.',
    });
  }
  const found = libraries.length > 0 ? `only ${libraries.slice(0, 3).join(', ')}` : 'and nothing else either';
  return new UserError(`\`packages\` names no main package, ${found}`, {
    fix: 'Name the folder that holds `func main`, such as `./cmd/server`, or leave `packages` out to build them all.',
  });
}

/** What is built for one platform into a folder. */
export function targetsOf(mains: readonly GoPackage[], platform: Platform, folder: string): Target[] {
  return mains.map(({ importPath }) => {
    const name = programName(importPath);
    return { importPath, name, platform, path: join(folder, name) };
  });
}
