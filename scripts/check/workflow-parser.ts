/**
 * Runs GitHub's own parser over workflows and action manifests. Bundled first: its packages import JSON in a way that
 * Node refuses.
 */
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from '../run.ts';

interface Diagnostic {
  readonly message: string;
  readonly severity?: number;
  readonly range: { readonly start: { readonly line: number } };
}

interface LanguageService {
  validate(document: unknown): Promise<Diagnostic[]>;
  document(uri: string, text: string): unknown;
}

/** Problems that GitHub would find when it reads the files, one line each. */
export async function checkWithGitHubsParser(files: readonly string[]): Promise<string[]> {
  const service = await languageService();
  const problems = await Promise.all(
    files.map(async (file) => {
      const document = service.document(pathToFileURL(file).href, await readFile(file, 'utf8'));
      const found = await service.validate(document);
      return found
        .filter((diagnostic) => (diagnostic.severity ?? 1) <= 2)
        .map(
          (diagnostic) => `${relative(root, file)}:${diagnostic.range.start.line + 1}: ${diagnostic.message}`,
        );
    }),
  );
  return problems.flat();
}

async function languageService(): Promise<LanguageService> {
  const outfile = join(root, 'node_modules', '.cache', 'seatrial', 'languageservice.mjs');
  await build({
    stdin: {
      contents: `
        import { validate as check } from '@actions/languageservice';
        import { TextDocument } from 'vscode-languageserver-textdocument';
        export const document = (uri, text) => TextDocument.create(uri, 'yaml', 0, text);
        export const validate = (document) => check(document, {});
      `,
      resolveDir: root,
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    logLevel: 'error',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  return import(pathToFileURL(outfile).href);
}
