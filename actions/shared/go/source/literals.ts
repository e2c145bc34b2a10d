import { tokensOf } from './tokens.ts';

/** The values of the string literals of a Go file, as far as they have no escapes; comments are none. */
export function stringLiterals(source: string): string[] {
  return [...tokensOf(source)].flatMap(({ kind, text }) =>
    kind === 'string' && !text.includes('\\') ? [text.slice(1, -1)] : [],
  );
}
