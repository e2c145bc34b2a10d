/** A piece of Go source. `end` stands where a line end or a semicolon ends a statement (go.dev/ref/spec, "Semicolons"). */
export interface Token {
  readonly kind: 'word' | 'string' | 'sign' | 'end';
  readonly text: string;
}

/** Brackets with what stands between them. */
export interface Group {
  readonly kind: 'group';
  /** The opening bracket. */
  readonly text: string;
  readonly inner: readonly Piece[];
}

export type Piece = Token | Group;

/** Comments, strings, runes, words and numbers, line ends, and every other sign by itself. */
const grammar =
  /(\/\/[^\n]*|\/\*[\s\S]*?\*\/)|(`[^`]*`|"(?:\\.|[^"\\\n])*")|('(?:\\.|[^'\\\n])*'|[\p{L}\p{N}_]+)|(\n)|([^\s])/gu;

/** Splits Go source into what a parser sees: without comments and blanks, and without line ends that end nothing. */
export function* tokensOf(source: string): Generator<Token> {
  let ends = false;
  for (const [text, comment, quoted, word, line] of source.matchAll(grammar)) {
    if (comment !== undefined && !comment.includes('\n')) continue;
    if (line !== undefined || comment !== undefined || text === ';') {
      if (ends) yield { kind: 'end', text: ';' };
      ends = false;
      continue;
    }
    const kind = quoted !== undefined ? 'string' : word !== undefined ? 'word' : 'sign';
    ends = kind !== 'sign' || ')]}'.includes(text);
    yield { kind, text };
  }
}

/** The source with everything in brackets as one piece. */
export function piecesOf(source: string): Piece[] {
  const open: { text: string; inner: Piece[] }[] = [{ text: '', inner: [] }];
  for (const token of tokensOf(source)) {
    const around = open.at(-1);
    if (token.kind === 'sign' && '([{'.includes(token.text)) open.push({ text: token.text, inner: [] });
    else if (token.kind === 'sign' && ')]}'.includes(token.text) && open.length > 1) {
      const { text, inner } = open.pop() ?? { text: '', inner: [] };
      open.at(-1)?.inner.push({ kind: 'group', text, inner });
    } else around?.inner.push(token);
  }
  return open[0]?.inner ?? [];
}

/** Splits at every piece that says so. */
export function splitAt(pieces: readonly Piece[], separates: (piece: Piece) => boolean): Piece[][] {
  const parts: Piece[][] = [[]];
  for (const piece of pieces) {
    if (separates(piece)) parts.push([]);
    else parts.at(-1)?.push(piece);
  }
  return parts;
}
