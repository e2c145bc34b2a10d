/** The parts of Go's lexical grammar that can hold a quote (go.dev/ref/spec, "Comments", "String literals", "Rune literals"). */
const quoting = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|`[^`]*`|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g;

/** The values of the string literals of a Go file, as far as they have no escapes; comments are none. */
export function stringLiterals(source: string): string[] {
  return [...source.matchAll(quoting)].flatMap(([token]) => {
    const quote = token[0];
    if (quote !== '"' && quote !== '`') return [];
    return token.includes('\\') ? [] : [token.slice(1, -1)];
  });
}
