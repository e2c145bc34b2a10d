import { UserError } from '../../../shared/errors/user-error.ts';
import { splitFlags } from '../../../shared/go/flags.ts';

/** Linker flags after wrong ones were put right, and what was done, for people to read. */
export interface CheckedFlags {
  readonly ldflags: readonly string[];
  readonly trimpath: boolean;
  readonly mended: readonly string[];
}

/** No symbol table and no debug information: about a third less, and stack traces stay as they are. */
export const defaultLdflags: readonly string[] = ['-s', '-w'];

/** Linker flags whose value may stand in a word of its own. */
const takesValue = new Set(['-X', '-extldflags', '-linkmode', '-extld', '-buildid', '-r']);

/**
 * Reads the `ldflags` input. What can only have meant one thing is mended, and said; the rest is refused.
 *
 * Throws a UserError for flags that can't work.
 */
export function checkLdflags(given: readonly string[] | undefined, trimpath: boolean): CheckedFlags {
  if (given === undefined) return { ldflags: defaultLdflags, trimpath, mended: [] };
  const kept: string[] = [];
  const mended: string[] = [];
  let trim = trimpath;
  const words = split(given);
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const name = word.replace(/^--/, '-');
    if (/^-trimpath(?:=|$)/.test(name)) {
      trim = true;
      mended.push(
        '`-trimpath` was moved out of `ldflags`: it is a flag of `go build`, and the linker fails on it. Write `trimpath: true`.',
      );
    } else if (name === '-a') {
      mended.push(
        '`-a` was taken out of `ldflags`: it compiles everything anew on every run, for the same bytes.',
      );
    } else {
      refuseWrong(name, words[at + 1]);
      kept.push(word);
      if (!takesValue.has(name)) continue;
      at += 1;
      kept.push(words[at] ?? '');
    }
  }
  return { ldflags: kept, trimpath: trim, mended };
}

function split(given: readonly string[]): string[] {
  try {
    return splitFlags(given.join(' '));
  } catch (error) {
    throw new UserError(`input "ldflags": ${error instanceof Error ? error.message : String(error)}`, {
      fix: 'Close the quote; Go takes single or double quotes around a whole flag and knows no escapes.',
    });
  }
}

function refuseWrong(name: string, next: string | undefined): void {
  if (/^-ldflags(?:=|$)/.test(name)) {
    throw new UserError('input "ldflags" holds `-ldflags` itself', {
      fix: 'Write only what stands inside the quotes: `ldflags: -s -w`.',
    });
  }
  if (name === '-static') {
    throw new UserError('input "ldflags" holds `-static`, which is a flag of the C linker, not of Go’s', {
      fix: 'With `cgo: false` leave it out: Go links statically by itself. With cgo write `-linkmode=external` and `"-extldflags=-static"`.',
    });
  }
  const stamp = /^-X(?:=(.*))?$/s.exec(name);
  if (stamp !== null && !/^[^=\s]+\.[^=.\s]+=/.test(stamp[1] ?? next ?? '')) {
    throw new UserError(`input "ldflags": \`-X ${stamp[1] ?? next ?? ''}\` stamps nothing`, {
      fix: 'Write `-X import/path.variable=value`, or use the input `version-variables`.',
    });
  }
}

/** The same flags for a program that keeps its symbol table; debug information (`-w`) stays out, it costs the most time. */
export function withSymbols(ldflags: readonly string[]): string[] {
  const strips = (word: string, before: string): boolean =>
    /^--?[sw](?:=true)?$/.test(word) && !takesValue.has(before.replace(/^--/, '-'));
  return ['-w', ...ldflags.filter((word, at) => !strips(word, ldflags[at - 1] ?? ''))];
}

/** What `-extldflags` asks the C linker for; undefined when it is not there. */
export function extldflags(ldflags: readonly string[]): string | undefined {
  return flagValue(ldflags, '-extldflags');
}

/** Whether the C linker was told to link statically. */
export function asksForStatic(ldflags: readonly string[]): boolean {
  return /(?:^|\s)-{1,2}static(?:-pie)?(?=\s|$)/.test(extldflags(ldflags) ?? '');
}

/**
 * Takes out what only makes sense with cgo.
 *
 * Throws a UserError when external linking is asked for without cgo.
 */
export function withoutCgoFlags(checked: CheckedFlags): CheckedFlags {
  const { ldflags } = checked;
  if (flagValue(ldflags, '-linkmode') === 'external') {
    throw new UserError('`-linkmode=external` needs cgo, and cgo is off', {
      fix: 'Leave it out of `ldflags` (Go links statically by itself), or set `cgo: true`.',
    });
  }
  if (extldflags(ldflags) === undefined) return checked;
  const at = ldflags.findIndex((word) => /^--?extldflags(?:=|$)/.test(word));
  const width = (ldflags[at] ?? '').includes('=') ? 1 : 2;
  return {
    ...checked,
    ldflags: ldflags.toSpliced(at, width),
    mended: [
      ...checked.mended,
      '`-extldflags` was taken out of `ldflags`: cgo is off, no C linker runs, and Go links statically by itself.',
    ],
  };
}

function flagValue(words: readonly string[], name: string): string | undefined {
  for (const [at, word] of words.entries()) {
    const plain = word.replace(/^--/, '-');
    if (plain === name) return words[at + 1];
    if (plain.startsWith(`${name}=`)) return plain.slice(name.length + 1);
  }
  return undefined;
}
