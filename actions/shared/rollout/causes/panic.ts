import type { ContainerFacts } from '../facts/types.ts';

export interface Frame {
  readonly function: string;
  readonly file: string;
  readonly line: number;
}

export interface Panic {
  readonly message: string;
  /** The first frame of the user's own code; undefined when the stack shows none. */
  readonly frame: Frame | undefined;
}

/**
 * The last panic or fatal error of the Go runtime in a log.
 *
 * The stack format is that of runtime.Stack: the function on one line, `\tfile:line +0x…` on the next.
 */
export function panicIn(log: string): Panic | undefined {
  const lines = log.split('\n');
  const at = lines.findLastIndex((line) => /^(panic: |fatal error: )/.test(line));
  const first = lines[at];
  if (first === undefined || !lines.slice(at).some((line) => /^goroutine \d+/.test(line))) return undefined;
  return { message: first.trim(), frame: framesOf(lines.slice(at)).find(isOwn) };
}

/** The panic itself and the stack below it as evidence: the end of a long stack says nothing. */
export function panicLines({ name, log = '' }: ContainerFacts, count = 20): string[] {
  const lines = log.split('\n').filter((line) => line.trim() !== '');
  const at = lines.findLastIndex((line) => /^(panic: |fatal error: )/.test(line));
  return lines.slice(Math.max(0, at), Math.max(0, at) + count).map((line) => `log of ${name}: ${line}`);
}

function framesOf(lines: readonly string[]): Frame[] {
  return lines.flatMap((line, index) => {
    const place = /^\t(.+\.go):(\d+)(?: \+0x[0-9a-f]+)?$/.exec(line.trimEnd());
    if (place?.[1] === undefined) return [];
    const name = (lines[index - 1] ?? '').replace(/\([^()]*\)$/, '').replace(/^created by (\S+).*$/, '$1');
    return [{ function: name.trim(), file: place[1], line: Number(place[2]) }];
  });
}

/** Not of Go's own library and not of a module in the cache or the vendor folder. */
function isOwn({ function: name, file }: Frame): boolean {
  if (/^(panic|runtime|testing|internal)\b/.test(name)) return false;
  if (/\/go\/src\/|@v\d|\/vendor\/|\/pkg\/mod\//.test(file)) return false;
  // With -trimpath, files of Go's own library begin with the package's name, which holds no dot.
  return (
    file.startsWith('/') ||
    file.startsWith('./') ||
    (file.split('/', 1)[0] ?? '').includes('.') ||
    name.startsWith('main.')
  );
}
