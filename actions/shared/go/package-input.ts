import { UserError } from '../errors/user-error.ts';

/** Throws a UserError for anything in `packages` that is a file or a flag. */
export function checkPackages(packages: readonly string[]): void {
  for (const one of packages) {
    if (one.startsWith('-')) {
      throw new UserError(`input "packages" holds the flag \`${one}\``, {
        fix: 'Name packages only; flags have inputs of their own (`ldflags`, `tags`, `trimpath`, `env`).',
      });
    }
    if (!one.endsWith('.go')) continue;
    const folder = one.includes('/') ? one.slice(0, one.lastIndexOf('/')) : '.';
    const wanted = folder.startsWith('.') || folder.startsWith('/') ? folder : `./${folder}`;
    throw new UserError(`input "packages" names the file ${one}`, {
      fix: `Name the package: \`packages: ${wanted}\`. Built from files, a binary loses its module and its version, and other files of the package are left out.`,
    });
  }
}
