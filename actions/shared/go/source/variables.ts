import { type Piece, piecesOf, splitAt } from './tokens.ts';

const isEnd = ({ kind }: Piece): boolean => kind === 'end';
const isComma = ({ kind, text }: Piece): boolean => kind === 'sign' && text === ',';

/**
 * The package variables of a Go file that the linker's `-X` can set: of type string, without a value or with one that is
 * a string literal. Anything else it passes over without a word, or is set anew when the program starts.
 */
export function stringVariables(source: string): ReadonlySet<string> {
  const declared = splitAt(piecesOf(source), isEnd).flatMap(([keyword, ...rest]) => {
    if (keyword?.kind !== 'word' || keyword.text !== 'var') return [];
    const [first] = rest;
    return first?.kind === 'group' ? splitAt(first.inner, isEnd) : [rest];
  });
  return new Set(declared.flatMap(settable));
}

/** The names of `a, b string = "x", "y"` that the linker can set. */
function settable(spec: readonly Piece[]): string[] {
  const [head = [], values] = splitAt(spec, ({ kind, text }) => kind === 'sign' && text === '=');
  const parts = splitAt(head, isComma);
  const names = parts.map(([name]) => name?.text ?? '');
  const type = parts.at(-1)?.slice(1) ?? [];
  const isText = type.length === 1 && type[0]?.kind === 'word' && type[0].text === 'string';
  if (type.length > 0 && !isText) return [];
  if (values === undefined) return isText ? names : [];
  const given = splitAt(values, isComma);
  return names.filter((_, at) => given[at]?.length === 1 && given[at]?.[0]?.kind === 'string');
}
