/** From the worst down; the order everything is shown in. */
export const severities = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'UNKNOWN'] as const;

export type Severity = (typeof severities)[number];

export type Kind = 'os-package' | 'dependency' | 'misconfiguration' | 'secret' | 'licence';

/** One finding of the scanner, whatever it is about. */
export interface Finding {
  readonly kind: Kind;
  /** `CVE-2022-32149`, `DS-0002`, `github-pat`, `GPL-3.0`. */
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  readonly description: string;
  readonly url: string;
  /** What it was found in: a package, or for the rest the file. */
  readonly subject: string;
  readonly installed: string;
  /** Versions that mend it, as the advisory writes them; empty when there is none yet. */
  readonly fixedIn: string;
  /** The part of the target: `app`, `go.mod`, `debian 12`. */
  readonly target: string;
  /** Kind of the part: `gobinary`, `gomod`, `debian`, `dockerfile`. */
  readonly targetType: string;
  /** Lines in the target, from 1, where the scanner knows them. */
  readonly lines: { readonly start: number; readonly end: number } | undefined;
  /** Base score by CVSS, 0–10, where an advisory gives one. */
  readonly score: number | undefined;
}

/** Worst first, and what can be mended before what can't; then by name, so that two runs read alike. */
export function ranked(findings: readonly Finding[]): Finding[] {
  const rank = (finding: Finding): number =>
    severities.indexOf(finding.severity) * 2 + (finding.fixedIn === '' ? 1 : 0);
  return [...findings].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      compare(a.id, b.id) ||
      compare(a.subject, b.subject) ||
      compare(a.target, b.target),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** How many findings there are of each severity, in lower case as outputs are named. */
export function countsOf(findings: readonly Finding[]): Readonly<Record<Lowercase<Severity>, number>> {
  const count = (severity: Severity): number => findings.filter((one) => one.severity === severity).length;
  return {
    critical: count('CRITICAL'),
    high: count('HIGH'),
    medium: count('MEDIUM'),
    low: count('LOW'),
    unknown: count('UNKNOWN'),
  };
}
