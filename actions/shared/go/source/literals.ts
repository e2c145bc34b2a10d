import { tokensOf } from './tokens.ts';

/** The values of the string literals of a Go file, as far as they have no escapes; comments are none. */
export function stringLiterals(source: string): string[] {
  const found: string[] = [];
  for (const { kind, text } of tokensOf(source))
    if (kind === 'string' && !text.includes('\\')) found.push(text.slice(1, -1));
  return found;
}
