import { type Piece, piecesOf, splitAt } from './tokens.ts';

const isEnd = ({ kind }: Piece): boolean => kind === 'end';
const isSign = (sign: string) => (piece: Piece) => piece.kind === 'sign' && piece.text === sign;

/** One name of a declaration, such as `b` of `var a, b string = "x", "y"`. */
interface Declared {
  readonly name: string;
  readonly type: readonly Piece[];
  /** Undefined where none is given. */
  readonly value: readonly Piece[] | undefined;
}

/** String constants of a package by their names. */
type Constants = ReadonlyMap<string, readonly Piece[]>;

/**
 * The package variables that the linker's `-X` can set: of type string, without a value or with one that is a constant
 * expression (cmd/link, `-X`). Anything else it passes over without a word, or is set anew when the program starts.
 *
 * `sources`: the files of one package. Constants of other packages are not known, and a value with one counts as none.
 */
export function stringVariables(sources: readonly string[]): ReadonlySet<string> {
  const files = sources.map((source) => splitAt(piecesOf(source), isEnd));
  const all = (keyword: 'var' | 'const'): Declared[] => files.flatMap((file) => declaredBy(file, keyword));
  const texts = all('const').filter(({ type }) => type.length === 0 || isString(type));
  const constants: Constants = new Map(texts.map(({ name, value = [] }) => [name, value]));
  const settable = ({ type, value }: Declared): boolean => {
    if (type.length > 0 && !isString(type)) return false;
    return value === undefined ? isString(type) : isText(value, constants);
  };
  return new Set(all('var').flatMap((one) => (settable(one) ? [one.name] : [])));
}

/** What the top of a file declares with a keyword, alone or in a group. */
function declaredBy(statements: readonly Piece[][], keyword: 'var' | 'const'): Declared[] {
  return statements.flatMap(([first, ...rest]) => {
    if (first?.kind !== 'word' || first.text !== keyword) return [];
    const [group] = rest;
    const specs = group?.kind === 'group' ? splitAt(group.inner, isEnd) : [rest];
    let before: Pick<Declared, 'type' | 'value'>[] = [];
    return specs.flatMap((spec) => {
      const found = namesOf(spec);
      // A constant without a value repeats the one above (go.dev/ref/spec, "Constant declarations").
      const repeats = keyword === 'const' && found.every(({ value }) => value === undefined);
      if (!repeats) before = found;
      return repeats ? found.map((one, at) => ({ ...one, ...before[at], name: one.name })) : found;
    });
  });
}

function namesOf(spec: readonly Piece[]): Declared[] {
  const [head = [], values] = splitAt(spec, isSign('='));
  const parts = splitAt(head, isSign(','));
  const type = parts.at(-1)?.slice(1) ?? [];
  const given = values === undefined ? undefined : splitAt(values, isSign(','));
  return parts.flatMap(([name], at) =>
    name?.kind === 'word'
      ? [{ name: name.text, type, value: given === undefined ? undefined : (given[at] ?? []) }]
      : [],
  );
}

function isString(type: readonly Piece[]): boolean {
  return type.length === 1 && type[0]?.kind === 'word' && type[0].text === 'string';
}

/** Whether an expression is a constant string: literals and string constants, added up, in brackets or converted. */
function isText(expression: readonly Piece[], constants: Constants): boolean {
  return splitAt(expression, isSign('+')).every((part) => {
    const [first, second, ...more] = part[0]?.text === 'string' ? part.slice(1) : part;
    if (first === undefined || second !== undefined || more.length > 0) return false;
    if (first.kind === 'group') return first.text === '(' && isText(first.inner, constants);
    if (first.kind !== 'word') return first.kind === 'string';
    const value = constants.get(first.text);
    // A constant can't lead to itself; source that is wrong may say so.
    return (
      value !== undefined && isText(value, new Map([...constants].filter(([name]) => name !== first.text)))
    );
  });
}
