/** What stands between two offsets of a text becomes something else. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A text with all splices applied, whatever their order; of equal ones (reached through an alias) one counts. */
export function applied(text: string, splices: readonly Splice[]): string {
  const once = new Map(splices.map((splice) => [`${splice.from} ${splice.to} ${splice.text}`, splice]));
  return [...once.values()]
    .sort((a, b) => b.from - a.from)
    .reduce((whole, { from, to, text: own }) => whole.slice(0, from) + own + whole.slice(to), text);
}
