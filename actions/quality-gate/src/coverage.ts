/** One stretch of code in a coverage profile. */
export interface Block {
  /** Import path of the package and file name, `example.com/shop/cart.go`. */
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
  readonly statements: number;
  readonly covered: boolean;
}

/** Statements that ran, and all there are. */
export interface Coverage {
  readonly covered: number;
  readonly total: number;
}

/**
 * Reads a profile of `go test -coverprofile`.
 *
 * With `-coverpkg` a block stands in it once per test binary; it is covered when any of them ran it, as
 * golang.org/x/tools/cover merges them.
 */
export function parseProfile(profile: string): Block[] {
  const blocks = new Map<string, Block>();
  for (const line of profile.split('\n')) {
    const match = /^(.+):(\d+)\.\d+,(\d+)\.\d+ (\d+) (\d+)$/.exec(line.trim());
    if (match === null) continue;
    const [, file = '', start, end, statements, count] = match;
    const place = line.slice(0, line.indexOf(' '));
    blocks.set(place, {
      file,
      line: Number(start),
      endLine: Number(end),
      statements: Number(statements),
      covered: Number(count) > 0 || blocks.get(place)?.covered === true,
    });
  }
  return [...blocks.values()];
}

/** Sums statements up, the way `go tool cover -func` makes its total. */
export function coverageOf(blocks: readonly Block[]): Coverage {
  const sum = (all: readonly Block[]): number => all.reduce((total, { statements }) => total + statements, 0);
  return { covered: sum(blocks.filter(({ covered }) => covered)), total: sum(blocks) };
}

/** Coverage by package, the least covered first. */
export function byPackage(blocks: readonly Block[]): (Coverage & { importPath: string })[] {
  const home = ({ file }: Block): string => file.slice(0, file.lastIndexOf('/'));
  return [...new Set(blocks.map(home))]
    .map((importPath) => ({
      importPath,
      ...coverageOf(blocks.filter((block) => home(block) === importPath)),
    }))
    .sort((a, b) => percentOf(a) - percentOf(b) || a.importPath.localeCompare(b.importPath));
}

/**
 * Percentage points, cut after two decimals, so that 79.996 is never shown as the 80 it did not reach. Code without a
 * single statement counts as 0, as it does for `go tool cover`.
 */
export function percentOf({ covered, total }: Coverage): number {
  return total === 0 ? 0 : Math.floor((covered * 10_000) / total) / 100;
}

/** A function with statements no test ran. */
export interface Uncovered {
  readonly file: string;
  readonly line: number;
  readonly name: string;
  readonly missing: number;
  readonly total: number;
}

/**
 * Functions with the most statements that no test ran, the largest first.
 *
 * `functions` is what `go tool cover -func` prints (`file:line:<tab>name<tab>percent`); it knows where functions begin.
 */
export function uncovered(blocks: readonly Block[], functions: string): Uncovered[] {
  const starts = functions.split('\n').flatMap((line) => {
    const [, file = '', start, name = ''] = /^(\S.*?):(\d+):\s+(\S+)\s+[\d.]+%$/.exec(line) ?? [];
    return file === '' ? [] : [{ file, line: Number(start), name }];
  });
  return starts
    .map((one) => {
      const next = starts
        .filter(({ file, line }) => file === one.file && line > one.line)
        .reduce((nearest, { line }) => Math.min(nearest, line), Number.POSITIVE_INFINITY);
      const own = blocks.filter(({ file, line }) => file === one.file && line >= one.line && line < next);
      const { covered, total } = coverageOf(own);
      return { ...one, missing: total - covered, total };
    })
    .filter(({ missing }) => missing > 0)
    .sort((a, b) => b.missing - a.missing || a.file.localeCompare(b.file) || a.line - b.line);
}
