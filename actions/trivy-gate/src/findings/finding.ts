/** From the worst down; the order everything is shown in. */
export const severities = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'UNKNOWN'] as const;

export type Severity = (typeof severities)[number];

export const kinds = ['os-package', 'dependency', 'misconfiguration', 'secret', 'licence'] as const;

export type Kind = (typeof kinds)[number];

/** Whether the program can get to the vulnerable code; `unknown` unless somebody looked at the level of functions. */
export type Reach = 'called' | 'not-called' | 'unknown';

/** One finding of the scanner, whatever it is about. */
export interface Finding {
  readonly kind: Kind;
  /** `CVE-2022-32149`, `DS-0002`, `github-pat`, `GPL-3.0`. */
  readonly id: string;
  /** Other names of the same thing: `GHSA-69ch-w2m2-3vjp`, `GO-2022-1059`. */
  readonly aliases: readonly string[];
  readonly severity: Severity;
  readonly title: string;
  readonly description: string;
  readonly url: string;
  /** What it was found in: a package, or for the rest the file. */
  readonly subject: string;
  readonly installed: string;
  /** Versions that mend it, as the advisory writes them; empty when there is none yet. */
  readonly fixedIn: string;
  /** Package URL of the package, such as `pkg:golang/golang.org/x/text@v0.3.7`; empty for anything else. */
  readonly purl: string;
  /** `linux/arm64`, where the target has several platforms; else empty. */
  readonly platform: string;
  /** The part of the target: `app`, `go.mod`, `debian 12`. */
  readonly target: string;
  /** Kind of the part: `gobinary`, `gomod`, `debian`, `dockerfile`. */
  readonly targetType: string;
  /** Lines in the target, from 1, where the scanner knows them. */
  readonly lines: { readonly start: number; readonly end: number } | undefined;
  /** Base score by CVSS, 0–10, where an advisory gives one. */
  readonly score: number | undefined;
  readonly reach: Reach;
  /** Whether the base has it too; undefined when nothing was compared. */
  readonly known: boolean | undefined;
}

/** Worst first, code that runs before code that doesn't, what can be mended before what can't; then by name. */
export function ranked(findings: readonly Finding[]): Finding[] {
  const rank = ({ severity, reach, fixedIn }: Finding): number =>
    severities.indexOf(severity) * 4 + (reach === 'not-called' ? 2 : 0) + (fixedIn === '' ? 1 : 0);
  return [...findings].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      compare(a.id, b.id) ||
      compare(a.subject, b.subject) ||
      compare(partOf(a), partOf(b)),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/**
 * The findings a person would tell apart, worst first: what is in several platforms or programs of an image is mended
 * once.
 */
export function distinct(findings: readonly Finding[]): Finding[] {
  const keyOf = ({ kind, id, subject, installed, lines }: Finding): string =>
    JSON.stringify([kind, id, subject, installed, lines]);
  const once = new Map<string, Finding>();
  for (const finding of ranked(findings)) if (!once.has(keyOf(finding))) once.set(keyOf(finding), finding);
  return [...once.values()];
}

/** The part of the target a finding is in, with its platform where there are several. */
export function partOf({ platform, target }: Finding): string {
  return platform === '' ? target : `${platform}: ${target}`;
}

export type Counts = Readonly<Record<Lowercase<Severity>, number>>;

/** How many findings there are of each severity, in lower case as outputs are named. */
export function countsOf(findings: readonly Finding[]): Counts {
  const count = (severity: Severity): number => findings.filter((one) => one.severity === severity).length;
  return {
    critical: count('CRITICAL'),
    high: count('HIGH'),
    medium: count('MEDIUM'),
    low: count('LOW'),
    unknown: count('UNKNOWN'),
  };
}

/** The same, by kind. */
export function countsByKind(findings: readonly Finding[]): Readonly<Record<Kind, Counts>> {
  const of = (kind: Kind): Counts => countsOf(findings.filter((one) => one.kind === kind));
  return {
    'os-package': of('os-package'),
    dependency: of('dependency'),
    misconfiguration: of('misconfiguration'),
    secret: of('secret'),
    licence: of('licence'),
  };
}
