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

/** Splits Go source into what a parser sees: without comments and blanks, and without line ends that end nothing. */
export function* tokensOf(source: string): Generator<Token> {
  let ends = false;
  for (let at = 0; at < source.length; ) {
    const { kind, end } = partAt(source, at);
    const text = source.slice(at, end);
    at = end;
    if (kind === 'blank') continue;
    if (kind === 'line' || text === ';') {
      if (ends) yield { kind: 'end', text: ';' };
      ends = false;
      continue;
    }
    ends = kind !== 'sign' || ')]}'.includes(text);
    yield { kind, text };
  }
}

interface Part {
  /** A comment is blank, and a line end where it goes over several. */
  readonly kind: 'blank' | 'line' | 'string' | 'word' | 'sign';
  /** Position behind it. */
  readonly end: number;
}

/**
 * What begins at a position. Each character is looked at once: a literal may hold a file of megabytes, and source that is
 * no Go must not keep us. A literal that is never closed goes to the end of its line, or of the source.
 */
function partAt(source: string, at: number): Part {
  const [first = '', second] = [source[at], source[at + 1]];
  if (first === '\n') return { kind: 'line', end: at + 1 };
  if (first === '/' && second === '/') return { kind: 'blank', end: behind(source, '\n', at) - 1 };
  if (first === '/' && second === '*') {
    const end = Math.min(behind(source, '*/', at + 2), source.length);
    return { kind: source.slice(at, end).includes('\n') ? 'line' : 'blank', end };
  }
  if (first === '`') return { kind: 'string', end: Math.min(behind(source, '`', at + 1), source.length) };
  if (first === '"' || first === "'")
    return { kind: first === '"' ? 'string' : 'word', end: behindQuote(source, at, first) };
  const blank = matchEnd(/[^\S\n]+/y, source, at);
  if (blank !== undefined) return { kind: 'blank', end: blank };
  const word = matchEnd(/[\p{L}\p{N}_]+/uy, source, at);
  if (word !== undefined) return { kind: 'word', end: word };
  return { kind: 'sign', end: at + ((source.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) };
}

/** The position behind the next mark; one behind the end of the source where there is none. */
function behind(source: string, mark: string, from: number): number {
  const found = source.indexOf(mark, from);
  return found === -1 ? source.length + 1 : found + mark.length;
}

function behindQuote(source: string, at: number, quote: string): number {
  for (let next = at + 1; next < source.length; next += 1) {
    const sign = source[next];
    if (sign === quote) return next + 1;
    if (sign === '\n') return next;
    if (sign === '\\' && source[next + 1] !== '\n') next += 1;
  }
  return source.length;
}

function matchEnd(pattern: RegExp, source: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(source) ? pattern.lastIndex : undefined;
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
