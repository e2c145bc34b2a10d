import { readFile } from 'node:fs/promises';
import { UserError } from '../../../shared/errors/user-error.ts';
import { parseJsonObjects } from '../../../shared/go/decode.ts';
import { field, listOf, textOf, textsOf } from '../../../shared/json/json.ts';
import type { Finding, Reach } from '../findings/finding.ts';

/** What one run of govulncheck found out about one program. */
export interface Evidence {
  /** Whether it looked at functions; a scan of packages or modules says nothing of calls. */
  readonly bySymbol: boolean;
  /** The names of each vulnerability by its id in Go's database. */
  readonly names: ReadonlyMap<string, ReadonlySet<string>>;
  readonly hits: readonly {
    readonly osv: string;
    readonly module: string;
    readonly version: string;
    /** Whether a vulnerable function is called, or in a binary: linked in. */
    readonly called: boolean;
  }[];
}

/** Reads files with what `govulncheck -format json` wrote. Throws a UserError for one that is not whole. */
export async function readEvidence(paths: readonly string[]): Promise<readonly Evidence[]> {
  const read = paths.map(async (path) => {
    const text = await readFile(path, 'utf8').catch(() => undefined);
    if (text === undefined) throw refused(path, "can't be read");
    return parseEvidence(text, path);
  });
  return (await Promise.all(read)).flat();
}

/**
 * Parses the streams of a file, one for each program (protocol v1: config first, then progress, osv and finding
 * messages in any order).
 */
export function parseEvidence(text: string, path: string): readonly Evidence[] {
  const streams: unknown[][] = [];
  for (const message of messagesOf(text, path)) {
    if (field(message, 'config') !== undefined) streams.push([]);
    const stream = streams.at(-1);
    if (stream === undefined) throw refused(path, 'does not begin with a `config` message');
    stream.push(message);
  }
  if (streams.length === 0) throw refused(path, 'has no `config` message');
  return streams.map(evidenceOf);
}

function evidenceOf(messages: readonly unknown[]): Evidence {
  const of = (key: string): unknown[] => messages.flatMap((message) => field(message, key) ?? []);
  return {
    bySymbol: of('config').every((config) => textOf(field(config, 'scan_level')) === 'symbol'),
    names: new Map(
      of('osv').map((osv) => {
        const id = textOf(field(osv, 'id')) ?? '';
        return [id, new Set([id, ...textsOf(field(osv, 'aliases'))])];
      }),
    ),
    hits: of('finding').map((finding) => {
      // The first frame is the vulnerable symbol itself, or the package or module that holds it.
      const [frame] = listOf(field(finding, 'trace'));
      return {
        osv: textOf(field(finding, 'osv')) ?? '',
        module: textOf(field(frame, 'module')) ?? '',
        version: textOf(field(frame, 'version')) ?? '',
        called: textOf(field(frame, 'function')) !== undefined,
      };
    }),
  };
}

function messagesOf(text: string, path: string): unknown[] {
  try {
    return parseJsonObjects(text);
  } catch {
    throw refused(path, 'is cut off or no JSON');
  }
}

function refused(path: string, what: string): UserError {
  return new UserError(`the result of govulncheck in ${path} ${what}`, {
    fix: 'Give the output `vulnerabilities` of go-static-build, or what `govulncheck -format json` wrote when it ended well.',
  });
}

/** The findings with what is known of their reach. */
export function withReach(findings: readonly Finding[], evidence: readonly Evidence[]): Finding[] {
  return findings.map((finding) => ({ ...finding, reach: reachOf(finding, evidence) }));
}

/**
 * Whether the vulnerable code is called. Only a scan of functions, of the very version that was found, that knows the
 * vulnerability and met no call of it, says no; one program that calls it outweighs all that don't.
 */
export function reachOf(finding: Finding, evidence: readonly Evidence[]): Reach {
  if (finding.kind !== 'dependency' || !/^go/.test(finding.targetType)) return 'unknown';
  const names = [finding.id, ...finding.aliases];
  const about = evidence.flatMap(({ bySymbol, names: known, hits }) =>
    hits
      .filter(
        ({ osv, module }) => module === finding.subject && names.some((name) => known.get(osv)?.has(name)),
      )
      .map((hit) => ({ ...hit, bySymbol })),
  );
  if (about.some(({ called }) => called)) return 'called';
  const tells =
    about.length > 0 && about.every((hit) => hit.bySymbol && isVersion(hit.version, finding.installed));
  return tells ? 'not-called' : 'unknown';
}

/** Go's standard library has the versions `v1.26.1`, `go1.26.1` or `1.26.1`, depending on who writes. */
function isVersion(a: string, b: string): boolean {
  const bare = (version: string): string => version.replace(/^(?:v|go)/, '');
  return bare(a) !== '' && bare(a) === bare(b);
}
