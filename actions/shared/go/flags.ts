/**
 * Splits flags the way cmd/go does (`cmd/internal/quoted`): blanks separate, a word may stand in single or double
 * quotes, and there is no escaping.
 *
 * Throws an Error when a quote is not closed.
 */
export function splitFlags(text: string): string[] {
  const words: string[] = [];
  let rest = text.trimStart();
  while (rest !== '') {
    const quote = rest[0] === '"' || rest[0] === "'" ? rest[0] : undefined;
    const end = quote === undefined ? rest.search(/\s/) : rest.indexOf(quote, 1);
    if (quote !== undefined && end < 0) throw new Error(`the quote ${quote} in \`${text}\` is not closed`);
    words.push(rest.slice(quote === undefined ? 0 : 1, end < 0 ? undefined : end));
    rest = end < 0 ? '' : rest.slice(end + (quote === undefined ? 0 : 1)).trimStart();
  }
  return words;
}

/**
 * The inverse of `splitFlags`.
 *
 * Throws an Error for a word that holds both kinds of quotes, which Go can't be told.
 */
export function joinFlags(words: readonly string[]): string {
  return words.map(quoteFlag).join(' ');
}

function quoteFlag(word: string): string {
  if (word !== '' && !/[\s'"]/.test(word)) return word;
  if (!word.includes("'")) return `'${word}'`;
  if (!word.includes('"')) return `"${word}"`;
  throw new Error(`\`${word}\` holds both kinds of quotes, and Go takes only one`);
}
