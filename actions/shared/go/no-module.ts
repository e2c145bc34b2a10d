import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { UserError } from '../errors/user-error.ts';

/** The error for a folder outside any module; it names the modules that are further down. */
export async function noModule(directory: string, workspace: string): Promise<UserError> {
  const below = (await modulesBelow(directory)).map((folder) => relative(workspace, folder));
  const fix =
    below.length > 0
      ? `Point \`working-directory\` at the module; there is a go.mod in ${below.join(', ')}.`
      : 'Check the repository out before this step, or create the module with `go mod init`.';
  return new UserError(
    `there is no Go module at ${relative(workspace, directory) || '.'}: no go.mod there or above`,
    {
      fix,
    },
  );
}

/** Folders with a go.mod, at most four levels down. */
async function modulesBelow(folder: string, depth = 4): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  if (entries.some((entry) => entry.name === 'go.mod')) return [folder];
  if (depth === 0) return [];
  const inner = entries.filter(
    (entry) => entry.isDirectory() && !/^(?:[._]|node_modules$|vendor$|testdata$)/.test(entry.name),
  );
  const found = await Promise.all(inner.map((entry) => modulesBelow(join(folder, entry.name), depth - 1)));
  return found.flat().sort();
}
