import type { Edit } from './finding.ts';

const context = 3;

/**
 * A unified diff of a file's edits that `git apply` takes. Of edits that touch the same lines the first is kept; the
 * next run finds the other again. Empty when there is nothing to change.
 */
export function patchOf(path: string, text: string, edits: readonly Edit[]): string {
  const kept = withoutOverlap(edits);
  if (kept.length === 0) return '';
  const lines = text.split('\n');
  const carriage = text.includes('\r\n') ? '\r' : '';
  const ended = lines.at(-1) === '';
  if (ended) lines.pop();
  let shift = 0;
  const hunks = hunksOf(kept).map((hunk) => {
    const { text: body, grows } = render(withCarriage(hunk, carriage), lines, ended, shift);
    shift += grows;
    return body;
  });
  return `--- a/${path}\n+++ b/${path}\n${hunks.join('')}`;
}

function withCarriage(hunk: readonly Edit[], carriage: string): readonly Edit[] {
  return hunk.map((edit) => ({ ...edit, put: edit.put.map((line) => `${line}${carriage}`) }));
}

/** A diff that makes a new file. */
export function newFile(path: string, text: string): string {
  const lines = text.replace(/\n$/, '').split('\n');
  const body = lines.map((line) => `+${line}\n`).join('');
  return `--- /dev/null\n+++ b/${path}\n@@ -0,0 +1,${lines.length} @@\n${body}`;
}

function withoutOverlap(edits: readonly Edit[]): Edit[] {
  const kept: Edit[] = [];
  for (const edit of edits) {
    const clear = kept.every((other) => end(edit) <= other.line - 1 || end(other) <= edit.line - 1);
    const twice = kept.some((other) => other.line === edit.line);
    if (clear && !twice) kept.push(edit);
  }
  return kept.sort((a, b) => a.line - b.line);
}

/** The last line an edit takes; the one before it where it only inserts. */
function end({ line, take }: Edit): number {
  return line + take - 1;
}

/** Edits whose surroundings touch are told together. */
function hunksOf(edits: readonly Edit[]): Edit[][] {
  const hunks: Edit[][] = [];
  for (const edit of edits) {
    const last = hunks.at(-1);
    const before = last?.at(-1);
    if (last !== undefined && before !== undefined && edit.line - end(before) <= 2 * context + 1)
      last.push(edit);
    else hunks.push([edit]);
  }
  return hunks;
}

function render(
  hunk: readonly Edit[],
  lines: readonly string[],
  ended: boolean,
  shift: number,
): { text: string; grows: number } {
  const [first, last] = [hunk[0], hunk.at(-1)];
  if (first === undefined || last === undefined) return { text: '', grows: 0 };
  const from = Math.max(1, first.line - context);
  const to = Math.min(lines.length, end(last) + context);
  const shown: string[] = [];
  const old = (sign: string, at: number): void => {
    shown.push(`${sign}${lines[at - 1] ?? ''}`);
    if (at === lines.length && !ended) shown.push('\\ No newline at end of file');
  };
  let at = from;
  for (const { line, take, put } of hunk) {
    while (at < line) old(' ', at++);
    while (at < line + take) old('-', at++);
    shown.push(...put.map((one) => `+${one}`));
  }
  while (at <= to) old(' ', at++);
  const grows = hunk.reduce((sum, { take, put }) => sum + put.length - take, 0);
  const count = to - from + 1;
  return { text: `@@ -${from},${count} +${from + shift},${count + grows} @@\n${shown.join('\n')}\n`, grows };
}
