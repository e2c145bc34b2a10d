import { UserError } from '../../../shared/errors/user-error.ts';
import type { CgoUse } from '../../../shared/go/cgo/uses.ts';

/** Ways out of cgo that are known for widely used packages. */
const pureGo: Readonly<Record<string, string>> = {
  'github.com/mattn/go-sqlite3': '`modernc.org/sqlite` is the same database in pure Go',
  'github.com/confluentinc/confluent-kafka-go': '`github.com/twmb/franz-go` speaks Kafka in pure Go',
  'github.com/DataDog/zstd': '`github.com/klauspost/compress/zstd` is pure Go',
  'github.com/valyala/gozstd': '`github.com/klauspost/compress/zstd` is pure Go',
};

/** The error for a program that can't be static because of the packages that need C. */
export function notStatic(uses: readonly CgoUse[], because: string): UserError {
  const [first] = uses;
  if (first === undefined) {
    return new UserError(`the binary is not static: ${because}`, {
      fix: 'Look for `-linkmode`, `-linkshared` or `-buildmode` among `ldflags` and GOFLAGS, or set `require-static: false` and choose a base image that has the loader.',
    });
  }
  const chain = first.chain.join(' → ');
  const others = uses.length > 1 ? ` (and ${uses.length - 1} more)` : '';
  return new UserError(
    `the binary is not static: ${first.importPath} brings cgo in${others}; ${chain} (${because})`,
    { fix: waysOut(uses).join('\n') },
  );
}

/** What can be done, the best first. */
export function waysOut(uses: readonly CgoUse[]): string[] {
  const needed = uses.filter(({ standard }) => !standard);
  const replacements = needed.flatMap(({ importPath }) =>
    Object.entries(pureGo).flatMap(([prefix, advice]) => (importPath.startsWith(prefix) ? [advice] : [])),
  );
  const pure =
    needed.length === 0
      ? [
          'Set `cgo: false`: only the standard library uses cgo here, and it has pure Go ways (what the tags netgo and osusergo choose).',
        ]
      : [
          ...replacements.map((advice) => `Replace the package: ${advice}.`),
          'Look for a build tag of the package that switches to pure Go, and set it with `tags`.',
        ];
  return [
    ...pure,
    'Or link C statically: `cgo: true` with `ldflags: -s -w -linkmode=external "-extldflags=-static"` and `tags: netgo,osusergo`, with static C libraries installed (best with a musl compiler, `env: CC=musl-gcc`).',
    'Or accept it: `require-static: false`, and a Debian or distroless/base image whose glibc is new enough.',
  ];
}
