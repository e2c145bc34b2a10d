import { field, listOf, numberOf, parsed, textOf, textsOf } from '../../shared/json/json.ts';
import { type Finding, type Kind, type Severity, severities } from './finding.ts';
import { ScanError } from './scan-error.ts';

/** What trivy said, as far as a verdict needs it. */
export interface Report {
  readonly artifactType: string;
  readonly trivyVersion: string;
  /** Digest of the image's configuration, which names the image that was really looked at. */
  readonly imageId: string;
  readonly repoDigests: readonly string[];
  readonly findings: readonly Finding[];
  /** Packages that were looked up. None means that nothing was recognised, not that nothing is wrong. */
  readonly packages: number;
}

const garbled = 'Run the step again. If it stays, take another trivy (`trivy`), and report it with the file.';

/**
 * HEALTHCHECK is docker's own; Kubernetes ignores it and probes instead, so its absence is right and no finding.
 */
const notApplicable: ReadonlySet<string> = new Set(['DS-0026', 'DS026', 'AVD-DS-0026']);

/** Reads trivy's JSON (schema version 2). Throws a ScanError when it is anything else. */
export function parseReport(text: string): Report {
  if (text.trim() === '') throw new ScanError('trivy wrote an empty report', garbled);
  const value = parsed(text);
  if (value === undefined) throw new ScanError('trivy wrote a report that is no JSON', garbled);
  if (numberOf(field(value, 'SchemaVersion')) !== 2) {
    throw new ScanError('trivy wrote a report of an unknown schema version', garbled);
  }
  const artifactType = textOf(field(value, 'ArtifactType'));
  if (artifactType === undefined) throw new ScanError('the report does not say what was scanned', garbled);
  const results = field(value, 'Results') ?? [];
  if (!Array.isArray(results)) throw new ScanError('the results of the report are no list', garbled);
  const metadata = field(value, 'Metadata');
  return {
    artifactType,
    trivyVersion: textOf(field(field(value, 'Trivy'), 'Version')) ?? '',
    imageId: textOf(field(metadata, 'ImageID')) ?? '',
    repoDigests: textsOf(field(metadata, 'RepoDigests')),
    findings: results.flatMap(findingsOf),
    packages: results.reduce<number>((sum, result) => sum + listOf(field(result, 'Packages')).length, 0),
  };
}

function findingsOf(result: unknown): Finding[] {
  const target = textOf(field(result, 'Target')) ?? '';
  const targetType = textOf(field(result, 'Type')) ?? '';
  const kind: Kind = textOf(field(result, 'Class')) === 'os-pkgs' ? 'os-package' : 'dependency';
  const part = { target, targetType };
  return [
    ...listOf(field(result, 'Vulnerabilities')).map((one) => vulnerability(one, kind, part)),
    ...listOf(field(result, 'Misconfigurations'))
      .filter((one) => textOf(field(one, 'Status')) === 'FAIL')
      .map((one) => misconfiguration(one, part))
      .filter((finding) => !notApplicable.has(finding.id)),
    ...listOf(field(result, 'Secrets')).map((one) => secret(one, part)),
    ...listOf(field(result, 'Licenses')).map((one) => licence(one, part)),
  ];
}

type Part = Pick<Finding, 'target' | 'targetType'>;

function vulnerability(value: unknown, kind: Kind, part: Part): Finding {
  return {
    ...common(value, part),
    kind,
    id: needed(value, 'VulnerabilityID'),
    url: text(value, 'PrimaryURL'),
    subject: needed(value, 'PkgName'),
    installed: text(value, 'InstalledVersion'),
    fixedIn: text(value, 'FixedVersion'),
    lines: undefined,
    score: scoreOf(value),
  };
}

function misconfiguration(value: unknown, part: Part): Finding {
  const cause = field(value, 'CauseMetadata');
  return {
    ...common(value, part),
    kind: 'misconfiguration',
    id: needed(value, 'ID'),
    description: [text(value, 'Message'), text(value, 'Resolution')].filter((one) => one !== '').join(' — '),
    url: text(value, 'PrimaryURL'),
    subject: part.target,
    installed: '',
    fixedIn: '',
    lines: linesOf(cause),
    score: undefined,
  };
}

/** What was matched is the secret itself: it is left out everywhere. */
function secret(value: unknown, part: Part): Finding {
  return {
    ...common(value, part),
    kind: 'secret',
    id: needed(value, 'RuleID'),
    description: `A secret of the category ${text(value, 'Category')} stands in this file.`,
    url: '',
    subject: part.target,
    installed: '',
    fixedIn: '',
    lines: linesOf(value),
    score: undefined,
  };
}

function licence(value: unknown, part: Part): Finding {
  const subject = text(value, 'PkgName') || text(value, 'FilePath') || part.target;
  return {
    ...common(value, part),
    kind: 'licence',
    id: needed(value, 'Name'),
    title: `Licence of the category ${text(value, 'Category')}`,
    url: text(value, 'Link'),
    subject,
    installed: '',
    fixedIn: '',
    lines: undefined,
    score: undefined,
  };
}

function common(value: unknown, part: Part): Part & Pick<Finding, 'severity' | 'title' | 'description'> {
  const severity = textOf(field(value, 'Severity')) ?? '';
  return {
    ...part,
    severity: isSeverity(severity) ? severity : 'UNKNOWN',
    title: text(value, 'Title'),
    description: text(value, 'Description'),
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
  if (found === '') throw new ScanError(`a finding of the report lacks its ${key}`, garbled);
  return found;
}

function isSeverity(text: string): text is Severity {
  return severities.some((severity) => severity === text);
}
