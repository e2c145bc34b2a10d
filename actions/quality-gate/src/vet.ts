import { basename, join } from 'node:path';
import type { Context } from '../../shared/action/context.ts';
import type { CompileSettings } from '../../shared/go/axes.ts';
import { fieldsOf, parseJsonObjects, textOf } from '../../shared/go/decode.ts';
import type { Diagnostic } from '../../shared/go/diagnostics.ts';
import type { GoPackage } from '../../shared/go/packages.ts';
import type { Go } from '../../shared/go/tool.ts';
import type { Output } from './contract.ts';

/** Runs vet, in full. Code that does not compile is not vet's to tell: the tests do. */
export async function runVet(
  { log }: Pick<Context<Output>, 'log'>,
  go: Go,
  patterns: readonly string[],
  { flags, env }: CompileSettings,
  own: readonly GoPackage[],
): Promise<Diagnostic[]> {
  const args = ['vet', '-json', ...flags, ...patterns];
  log.info(`go ${args.join(' ')}`);
  const { stdout, stderr } = await go.run(args, { env });
  // Go before 1.25 writes the findings to stderr, between comment lines.
  return vetFindings(`${stdout}\n${stderr}`, own);
}

/**
 * Reads `go vet -json`: by package and analyzer, a list of `{posn, message}`.
 *
 * Of the position only the file's name counts: with `-trimpath` Go keeps vet's output in its cache, and with it the
 * folder that another checkout was in.
 */
export function vetFindings(printed: string, own: readonly GoPackage[]): Diagnostic[] {
  const json = printed
    .split('\n')
    .filter((line) => /^[{}\t ]/.test(line))
    .join('\n');
  const found = parseJsonObjects(json).flatMap((object) =>
    [...fieldsOf(object)].flatMap(([name, analyzers]) => {
      const home = homeOf(name, own);
      return [...fieldsOf(analyzers).values()].flatMap((list) =>
        Array.isArray(list) ? list.map((one: unknown) => diagnostic(fieldsOf(one), home)) : [],
      );
    }),
  );
  // A file is looked at once for the package and once for its tests.
  return [
    ...new Map(found.map((one) => [`${one.file}:${one.line}:${one.column}:${one.message}`, one])).values(),
  ];
}

/** `example.com/m [example.com/m.test]` and `example.com/m_test` stand in the folder of example.com/m. */
function homeOf(name: string, own: readonly GoPackage[]): string {
  const [importPath = ''] = name.split(' ');
  const home =
    own.find((one) => one.importPath === importPath) ??
    own.find((one) => `${one.importPath}_test` === importPath);
  return home?.directory ?? '';
}

function diagnostic(get: ReadonlyMap<string, unknown>, home: string): Diagnostic {
  const [, file = '', line, column] = /^(.*):(\d+):(\d+)$/.exec(textOf(get.get('posn'))) ?? [];
  return {
    file: home === '' ? file : join(home, basename(file)),
    line: Number(line ?? 1),
    column: column === undefined ? undefined : Number(column),
    message: textOf(get.get('message')),
  };
}
