import { field, listOf, numberOf, textOf, textsOf } from '../../../shared/json/json.ts';
import { type Finding, type Kind, type Severity, severities } from '../findings/finding.ts';
import { garbledReport, ScanError } from './scan-error.ts';

/** A finding that a VEX document declares harmless. */
export interface Suppressed {
  readonly finding: Finding;
  /** `not_affected` or `fixed`. */
  readonly status: string;
  readonly justification: string;
  /** Path of the document. */
  readonly source: string;
}

/**
 * HEALTHCHECK is docker's own; Kubernetes ignores it and probes instead, so its absence is right and no finding.
 */
const notApplicable: ReadonlySet<string> = new Set(['DS-0026', 'DS026', 'AVD-DS-0026']);

/** Licences that ask for no more than a notice; the rest is `forbidden`, `restricted`, `reciprocal` or `unknown`. */
const harmlessLicences: ReadonlySet<string> = new Set(['notice', 'permissive', 'unencumbered']);

type Part = Pick<Finding, 'target' | 'targetType'> & { readonly package: Kind };

function partOf(result: unknown): Part {
  return {
    target: text(result, 'Target'),
    targetType: text(result, 'Type'),
    package: text(result, 'Class') === 'os-pkgs' ? 'os-package' : 'dependency',
  };
}

/** The findings of one part of a report (`Results`). */
export function findingsOf(result: unknown): Finding[] {
  const part = partOf(result);
  return [
    ...listOf(field(result, 'Vulnerabilities')).map((one) => vulnerability(one, part)),
    ...listOf(field(result, 'Misconfigurations'))
      .filter((one) => text(one, 'Status') === 'FAIL')
      .map((one) => misconfiguration(one, part))
      .filter((finding) => !notApplicable.has(finding.id)),
    ...listOf(field(result, 'Secrets')).map((one) => secret(one, part)),
    ...listOf(field(result, 'Licenses'))
      .filter((one) => !harmlessLicences.has(text(one, 'Category')))
      .map((one) => licence(one, part)),
  ];
}

/**
 * What a VEX document took away of one part. trivy calls this experimental: what is not as expected there is no
 * reason to let anything pass.
 */
export function suppressedOf(result: unknown): Suppressed[] {
  const part = partOf(result);
  return listOf(field(result, 'ExperimentalModifiedFindings'))
    .filter((one) => text(one, 'Type') === 'vulnerability')
    .map((one) => ({
      finding: vulnerability(field(one, 'Finding'), part),
      status: text(one, 'Status'),
      justification: text(one, 'Statement'),
      source: text(one, 'Source'),
    }));
}

function vulnerability(value: unknown, part: Part): Finding {
  return {
    ...common(value, part),
    kind: part.package,
    id: needed(value, 'VulnerabilityID'),
    aliases: textsOf(field(value, 'VendorIDs')),
    url: text(value, 'PrimaryURL'),
    subject: needed(value, 'PkgName'),
    installed: text(value, 'InstalledVersion'),
    fixedIn: text(value, 'FixedVersion'),
    purl: text(field(value, 'PkgIdentifier'), 'PURL'),
    score: scoreOf(value),
  };
}

function misconfiguration(value: unknown, part: Part): Finding {
  return {
    ...common(value, part),
    kind: 'misconfiguration',
    id: needed(value, 'ID'),
    aliases: [text(value, 'AVDID')].filter((one) => one !== ''),
    description: [text(value, 'Message'), text(value, 'Resolution')].filter((one) => one !== '').join(' — '),
    url: text(value, 'PrimaryURL'),
    lines: linesOf(field(value, 'CauseMetadata')),
  };
}

/** What was matched is the secret itself: it is left out everywhere. */
function secret(value: unknown, part: Part): Finding {
  return {
    ...common(value, part),
    kind: 'secret',
    id: needed(value, 'RuleID'),
    description: `A secret of the category ${text(value, 'Category')} stands in this file.`,
    lines: linesOf(value),
  };
}

function licence(value: unknown, part: Part): Finding {
  return {
    ...common(value, part),
    kind: 'licence',
    id: needed(value, 'Name'),
    title: `Licence of the category ${text(value, 'Category')}`,
    description: '',
    url: text(value, 'Link'),
    subject: text(value, 'PkgName') || text(value, 'FilePath') || part.target,
  };
}

/** What most kinds share; each adds what it knows more of. */
function common(value: unknown, { target, targetType }: Part): Omit<Finding, 'kind' | 'id'> {
  const severity = text(value, 'Severity');
  return {
    aliases: [],
    severity: isSeverity(severity) ? severity : 'UNKNOWN',
    title: text(value, 'Title'),
    description: text(value, 'Description'),
    url: '',
    subject: target,
    installed: '',
    fixedIn: '',
    purl: '',
    platform: '',
    target,
    targetType,
    lines: undefined,
    score: undefined,
    reach: 'unknown',
    known: undefined,
  };
}

/** The highest base score any source gives, version 3 before 2. */
function scoreOf(value: unknown): number | undefined {
  const sources = field(value, 'CVSS');
  if (typeof sources !== 'object' || sources === null) return undefined;
  const scores = Object.values(sources).flatMap((source: unknown) => {
    const score = numberOf(field(source, 'V3Score')) ?? numberOf(field(source, 'V2Score'));
    return score === undefined ? [] : [score];
  });
  return scores.length === 0 ? undefined : Math.max(...scores);
}

function linesOf(value: unknown): Finding['lines'] {
  const start = numberOf(field(value, 'StartLine')) ?? 0;
  const end = numberOf(field(value, 'EndLine')) ?? start;
  return start > 0 ? { start, end: Math.max(start, end) } : undefined;
}

function text(value: unknown, key: string): string {
  return textOf(field(value, key)) ?? '';
}

/** A finding that can't be named can't be judged: then the whole report is not to be trusted. */
function needed(value: unknown, key: string): string {
  const found = text(value, key);
  if (found === '') throw new ScanError(`a finding of the report lacks its ${key}`, garbledReport);
  return found;
}

function isSeverity(word: string): word is Severity {
  return severities.some((severity) => severity === word);
}
