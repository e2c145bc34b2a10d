import { readFile } from 'node:fs/promises';
import { messageOf, UserError } from '../../errors/user-error.ts';

/** What takes the place of `${NAME}` in manifests, and the file it comes from. */
export interface Variables {
  readonly file: string;
  readonly values: ReadonlyMap<string, string>;
}

const sensitive = /pass(word|wd)|secret|token|private.?key|credential/i;

/**
 * Reads a file of `NAME=value` lines; blank lines and lines that start with `#` don't count. Throws a UserError with the line
 * for what is neither, for a name that stands twice, and for one that sounds like a secret: those belong in Secrets, which no
 * template fills.
 */
export async function readVariables(path: string, shown: string): Promise<Variables> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new UserError(`the file of the input "variables-file" can't be read: ${messageOf(error)}`, {
      fix: 'Correct the path; a relative one starts at the workspace.',
      place: { file: shown },
    });
  });
  const values = new Map<string, string>();
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    if (raw.trim() === '' || raw.trimStart().startsWith('#')) continue;
    const refuse = (what: string, fix: string): never => {
      throw new UserError(`${shown}: ${what}`, { fix, place: { file: shown, line: index + 1 } });
    };
    const [, name = '', value = ''] = /^\s*([A-Za-z_][\w.-]*)=(.*)$/.exec(raw) ?? [];
    if (name === '') refuse('a line that is no `NAME=value`', 'Write one variable a line.');
    if (values.has(name)) refuse(`${name} stands twice`, 'Remove one of them.');
    if (sensitive.test(name))
      refuse(
        `${name} sounds like a secret`,
        'Keep secrets in a Secret of the cluster; manifests only name it.',
      );
    values.set(name, value.trim().replace(/^(["'])(.*)\1$/, '$2'));
  }
  return { file: shown, values };
}

interface Scalar {
  readonly text: string;
  /** Without quotes: a number or a boolean may come out of it. */
  readonly plain: boolean;
  readonly line: number;
}

const placeholder = /(\$?)\$\{([^}\n]*)\}/g;

/**
 * A value with its placeholders filled in; `$${NAME}` is left as `${NAME}`. Throws a UserError with the line for a placeholder that
 * no variable fills, and for one within a Secret.
 */
export function filledIn(
  { text, plain, line }: Scalar,
  { values, file: from }: Variables,
  { file, secret }: { readonly file: string; readonly secret: boolean },
): unknown {
  const filled = text.replace(placeholder, (whole, escaped: string, name: string, offset: number) => {
    if (escaped !== '') return whole.slice(1);
    const place = { file, line: line + text.slice(0, offset).split('\n').length - 1 };
    if (secret) {
      throw new UserError(`${file}: a Secret is not filled in from variables: \${${name}}`, {
        fix: 'Write the Secret by an earlier step or an operator; the manifests only name it.',
        place,
      });
    }
    const value = values.get(name);
    if (value === undefined) {
      throw new UserError(`${file}: the placeholder \${${name}} is not filled in`, {
        fix: `Add \`${name}=…\` to ${from}, or write \`$\${${name}}\` where it is meant as it stands.`,
        place,
      });
    }
    return value;
  });
  return plain && /^\$\{[^}]*\}$/.test(text) ? typed(filled) : filled;
}

/** A whole value without quotes is what YAML would read in its place. */
function typed(text: string): unknown {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}
