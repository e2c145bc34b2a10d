import { fieldsOf, parseJsonObjects, textOf, textsOf } from '../../../shared/go/decode.ts';
import { listOf } from '../../../shared/json/json.ts';

/** A known vulnerability of a module at the version that is used. */
export interface Vulnerability {
  /** In the Go vulnerability database, such as `GO-2022-1059`. */
  readonly id: string;
  /** CVE and GHSA numbers. */
  readonly aliases: readonly string[];
  readonly summary: string;
  readonly module: string;
  readonly version: string;
  readonly fixedIn?: string;
  /** Whether the program holds (binary) or calls (source) one of its functions. */
  readonly reachable: boolean;
  /** Those functions, such as `golang.org/x/text/language.ParseAcceptLanguage`. */
  readonly symbols: readonly string[];
  /** One way from the program's own code to it; only in source mode. */
  readonly trace?: readonly string[];
}

/** What a stream of govulncheck's says. */
export interface CheckedVulnerabilities {
  readonly scanner: string;
  readonly database: string;
  readonly databaseModified?: string;
  readonly vulnerabilities: readonly Vulnerability[];
}

interface Frame {
  readonly module: string;
  readonly version: string;
  readonly package: string;
  readonly symbol: string;
  readonly at: string;
}

interface Finding {
  readonly osv: string;
  readonly fixedIn: string;
  /** From the vulnerable symbol to the program's entry. */
  readonly trace: readonly Frame[];
}

/**
 * Reads the stream of `govulncheck -format json` (golang.org/x/vuln/internal/govulncheck, protocol v1.0.0): messages
 * with one field each. Findings come by module, by package and by symbol; only the last prove that code is reached.
 *
 * Throws an Error when it is no such stream: an empty one must not pass for "nothing found".
 */
export function readFindings(stream: string): CheckedVulnerabilities {
  const messages = parseJsonObjects(stream).map(fieldsOf);
  const config = fieldsOf(messages.find((message) => message.has('config'))?.get('config'));
  if (!textOf(config.get('protocol_version')).startsWith('v1.')) {
    throw new Error('it is no stream of govulncheck, protocol v1');
  }
  const entries = new Map(
    messages
      .filter((message) => message.has('osv'))
      .map((message) => fieldsOf(message.get('osv')))
      .map((entry) => [textOf(entry.get('id')), entry]),
  );
  const findings = messages
    .filter((message) => message.has('finding'))
    .map((one) => finding(one.get('finding')));
  const ids = [...new Set(findings.map(({ osv }) => osv))].sort();
  const modified = textOf(config.get('db_last_modified'));
  return {
    scanner: textOf(config.get('scanner_version')),
    database: textOf(config.get('db')),
    ...(modified === '' ? {} : { databaseModified: modified }),
    vulnerabilities: ids.flatMap((id) =>
      byModule(
        id,
        entries.get(id) ?? new Map(),
        findings.filter(({ osv }) => osv === id),
      ),
    ),
  };
}

function finding(value: unknown): Finding {
  const get = fieldsOf(value);
  return {
    osv: textOf(get.get('osv')),
    fixedIn: textOf(get.get('fixed_version')),
    trace: listOf(get.get('trace')).map(frame),
  };
}

function frame(value: unknown): Frame {
  const get = fieldsOf(value);
  const [inPackage, receiver, name] = ['package', 'receiver', 'function'].map((key) => textOf(get.get(key)));
  const position = fieldsOf(get.get('position'));
  const file = textOf(position.get('filename'));
  const method = receiver ? `${receiver.replace(/^\*/, '')}.${name}` : (name ?? '');
  return {
    module: textOf(get.get('module')),
    version: textOf(get.get('version')),
    package: inPackage ?? '',
    symbol: method === '' ? '' : `${inPackage}.${method}`,
    at: file === '' ? '' : `${file}:${Number(position.get('line') ?? 0)}`,
  };
}

/** One advisory can hit several modules; each has a version and a fix of its own. */
function byModule(
  id: string,
  entry: ReadonlyMap<string, unknown>,
  findings: readonly Finding[],
): Vulnerability[] {
  const modules = [...new Set(findings.map(({ trace }) => trace[0]?.module ?? ''))].sort();
  return modules.map((module) => {
    const own = findings.filter(({ trace }) => trace[0]?.module === module);
    const reached = own.filter(({ trace }) => (trace[0]?.symbol ?? '') !== '');
    const fixedIn = own.find((one) => one.fixedIn !== '')?.fixedIn;
    const way = reached.find(({ trace }) => trace.length > 1);
    return {
      id,
      aliases: textsOf(entry.get('aliases')),
      summary: textOf(entry.get('summary')),
      module,
      version: own[0]?.trace[0]?.version ?? '',
      ...(fixedIn === undefined ? {} : { fixedIn }),
      reachable: reached.length > 0,
      symbols: [...new Set(reached.map(({ trace }) => trace[0]?.symbol ?? ''))].sort(),
      ...(way === undefined ? {} : { trace: way.trace.toReversed().map(shownFrame) }),
    };
  });
}

function shownFrame({ symbol, at }: Frame): string {
  return at === '' ? symbol : `${symbol} (${at})`;
}
