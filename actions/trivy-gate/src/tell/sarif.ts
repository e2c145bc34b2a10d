import { createHash } from 'node:crypto';
import { relative } from 'node:path';
import { oneLine, plainMarkdown } from '../../../shared/markdown/untrusted.ts';
import { adviceFor, subjectOf } from '../findings/advice.ts';
import { type Finding, partOf, type Severity } from '../findings/finding.ts';
import { placeOf } from '../findings/places.ts';
import type { Result } from '../result.ts';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  CRITICAL: 'error',
  HIGH: 'error',
  MEDIUM: 'warning',
  LOW: 'note',
  UNKNOWN: 'note',
};

/** GitHub shows `critical` from 9.0, `high` from 7.0, `medium` from 4.0; these stand in where no score is known. */
const standIns: Readonly<Record<Severity, number>> = {
  CRITICAL: 9.5,
  HIGH: 8,
  MEDIUM: 5.5,
  LOW: 2,
  UNKNOWN: 0,
};

export interface SarifFacts {
  readonly trivyVersion: string;
  readonly target: string;
  readonly workspace: string;
  /** Which of the repository's scans this is: GitHub keeps the alerts of each apart. */
  readonly name: string;
}

/** A finding that counts no more, and why. */
interface Suppressed {
  readonly finding: Finding;
  readonly justification: string;
}

/**
 * All findings as SARIF 2.1.0, whatever blocks: one rule for each id; ignored ones, and those that VEX declares
 * harmless, as suppressed results. Made only of a scan that happened: an empty file would close every alert.
 */
export function toSarif(
  { applied, scanned, sources }: Pick<Result, 'applied' | 'scanned' | 'sources'>,
  facts: SarifFacts,
): unknown {
  const suppressed: Suppressed[] = [
    ...applied.ignored.map(({ finding, ignore }) => ({
      finding,
      justification: `${ignore.reason} (${ignore.owner})`,
    })),
    ...scanned.suppressed.map(({ finding, status, justification }) => ({
      finding,
      justification: `VEX: ${[status, justification].filter((word) => word !== '').join(', ')}`,
    })),
  ];
  const all = [...applied.left, ...suppressed.map(({ finding }) => finding)];
  const rules = new Map<string, { finding: Finding; index: number }>();
  for (const finding of all) {
    if (!rules.has(finding.id)) rules.set(finding.id, { finding, index: rules.size });
  }
  const result = (finding: Finding): object => ({
    ruleId: finding.id,
    ruleIndex: rules.get(finding.id)?.index ?? 0,
    ...resultOf(finding, sources, facts),
  });
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Trivy',
            version: facts.trivyVersion === '' ? 'unknown' : facts.trivyVersion,
            informationUri: 'https://trivy.dev',
            rules: [...rules.values()].map(({ finding }) => rule(finding)),
          },
        },
        automationDetails: { id: `seatrial-trivy-gate/${facts.name}/` },
        columnKind: 'utf16CodeUnits',
        results: [
          ...applied.left.map(result),
          ...suppressed.map(({ finding, justification }) => ({
            ...result(finding),
            suppressions: [{ kind: 'external', status: 'accepted', justification }],
          })),
        ],
      },
    ],
  };
}

function resultOf(finding: Finding, sources: Result['sources'], facts: SarifFacts): object {
  return {
    level: levels[finding.severity],
    message: { text: messageFor(finding) },
    locations: [location(finding, sources, facts)],
    partialFingerprints: { 'seatrial/v1': fingerprint(finding) },
    ...(finding.known === undefined ? {} : { baselineState: finding.known ? 'unchanged' : 'new' }),
    properties: {
      severity: finding.severity,
      kind: finding.kind,
      installed: finding.installed,
      fixedIn: finding.fixedIn,
      purl: finding.purl,
      reach: finding.reach,
    },
  };
}

function rule(finding: Finding): object {
  const score = finding.score ?? standIns[finding.severity];
  const title = oneLine(finding.title) || finding.id;
  const uri = /^https?:\/\/\S+$/.test(finding.url) ? { helpUri: finding.url } : {};
  return {
    id: finding.id,
    name: names[finding.kind],
    shortDescription: { text: title },
    fullDescription: { text: oneLine(finding.description) || title },
    help: {
      text: `${finding.id}: ${title}. ${adviceFor(finding)}`,
      markdown: `**${plainMarkdown(finding.id)}** ${plainMarkdown(title)}\n\n${plainMarkdown(adviceFor(finding))}`,
    },
    ...uri,
    defaultConfiguration: { level: levels[finding.severity] },
    properties: {
      precision: 'very-high',
      'security-severity': score.toFixed(1),
      tags: ['security', finding.kind, finding.severity],
    },
  };
}

const names: Readonly<Record<Finding['kind'], string>> = {
  'os-package': 'OsPackageVulnerability',
  dependency: 'LanguageSpecificPackageVulnerability',
  misconfiguration: 'Misconfiguration',
  secret: 'Secret',
  licence: 'License',
};

function messageFor(finding: Finding): string {
  return `${oneLine(finding.title) || finding.id} in ${subjectOf(finding)} (${finding.severity}). ${adviceFor(finding)}`;
}

/** A line of the repository where one is known, so that GitHub shows it there; else the part of the target. */
function location(finding: Finding, sources: Result['sources'], { workspace, target }: SarifFacts): object {
  const place = placeOf(finding, sources);
  const inRepository = place === undefined ? undefined : relative(workspace, place.file);
  const uri =
    inRepository === undefined || inRepository.startsWith('..') ? finding.target || target : inRepository;
  const line = place?.line ?? finding.lines?.start ?? 1;
  const end = finding.lines !== undefined && place?.line === finding.lines.start ? finding.lines.end : line;
  return {
    physicalLocation: {
      artifactLocation: { uri: encodeURI(oneLine(uri).replace(/^\/+/, '')) },
      region: { startLine: line, endLine: end },
    },
    message: { text: oneLine(`${partOf(finding) || target}: ${subjectOf(finding)}`) },
  };
}

/** The same finding keeps its fingerprint when lines move or the version of another package changes. */
function fingerprint({ id, subject, target, kind, platform }: Finding): string {
  return createHash('sha256')
    .update(JSON.stringify([kind, id, subject, target, platform]))
    .digest('hex')
    .slice(0, 32);
}
