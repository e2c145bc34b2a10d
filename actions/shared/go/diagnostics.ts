import { isAbsolute, resolve } from 'node:path';

/** One message of the compiler, vet or the module loader. */
export interface Diagnostic {
  /** Absolute. */
  readonly file: string;
  readonly line: number;
  readonly column: number | undefined;
  readonly message: string;
}

/**
 * Finds `file:line:col: message` in what Go printed; lines that follow with a tab belong to the message above.
 *
 * Go names files relative to the folder it ran in.
 */
export function parseDiagnostics(printed: string, directory: string): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const line of printed.split(/\r?\n/)) {
    const last = found.at(-1);
    if (line.startsWith('\t') && last !== undefined) {
      found[found.length - 1] = { ...last, message: `${last.message}\n${line.trim()}` };
      continue;
    }
    const match =
      /^(?:vet: |package \S+\n)?(\S.*?\.(?:go|mod|work|s|c|h|cc|cpp)):(\d+)(?::(\d+))?: (.+)$/.exec(line);
    const [, file, row, column, message] = match ?? [];
    if (file === undefined || message === undefined) continue;
    found.push({
      file: isAbsolute(file) ? file : resolve(directory, file),
      line: Number(row),
      column: column === undefined ? undefined : Number(column),
      message: message.replace(/^vet: /, ''),
    });
  }
  return unique(found);
}

/** A file compiled both for a package and for its tests is complained about twice. */
function unique(all: readonly Diagnostic[]): Diagnostic[] {
  const byText = new Map(all.map((one) => [`${one.file}:${one.line}:${one.column}:${one.message}`, one]));
  return [...byText.values()];
}

/** `main.go:3:5`, relative to `directory` where it lies below. */
export function placeOf({ file, line, column }: Diagnostic, directory: string): string {
  const shown = file.startsWith(`${directory}/`) ? file.slice(directory.length + 1) : file;
  return column === undefined ? `${shown}:${line}` : `${shown}:${line}:${column}`;
}
