import { expect, test } from '@jest/globals';
import { field, listOf } from '../../../actions/shared/json/json.ts';
import type { Ignore } from '../../../actions/trivy-gate/src/decisions/ignore.ts';
import { annotationsOf } from '../../../actions/trivy-gate/src/tell/annotations.ts';
import { toOpenVex } from '../../../actions/trivy-gate/src/tell/openvex.ts';
import { toSarif } from '../../../actions/trivy-gate/src/tell/sarif.ts';
import { summaryOf } from '../../../actions/trivy-gate/src/tell/summary.ts';
import { textTable } from '../../../actions/trivy-gate/src/tell/text.ts';
import { finding, hostile, resultOf } from '../../support/scan-finding.ts';

const ignore: Ignore = {
  id: 'CVE-9',
  kinds: undefined,
  subject: undefined,
  paths: [],
  purls: [],
  reason: 'not reachable',
  owner: 'team-a',
  expires: Date.UTC(2026, 11, 31),
  justification: undefined,
  lacks: [],
  place: { file: 'i.yaml', line: 1 },
};
const facts = { trivyVersion: '0.69.3', target: '/w/layout', workspace: '/w', name: 'svc' };

test('hostile text stays text in summary, log, annotations and SARIF', () => {
  const result = resultOf([hostile]);
  const summary = summaryOf(result);
  for (const part of ['<img', '<script', '](http', 'javascript:', '@all', '##[', '<!--', '\u001b', '\u202e'])
    expect(summary).not.toContain(part);
  const rows = summary.split('\n').filter((line) => line.includes('evil'));
  expect(rows).toHaveLength(1);
  expect(rows[0]?.match(/ \| /g)).toHaveLength(5);
  expect(textTable([hostile])).toHaveLength(2);
  const shown = [
    ...textTable([hostile]),
    ...annotationsOf(result).map(({ title, message }) => `${title}${message}`),
  ];
  for (const text of shown) expect(text).not.toMatch(/##\[|[\p{Cc}\p{Cf}\p{Cs}]/u);
  const [first] = annotationsOf(result);
  expect(first?.place).toBeUndefined();
  const sarif = JSON.stringify(toSarif(result, facts));
  expect(sarif).not.toContain('"helpUri"');
  expect(JSON.parse(sarif)).toMatchObject({ runs: [{ results: [{ ruleId: hostile.id }] }] });
});

test('SARIF holds every finding once, its rule, its line, and what is ignored as suppressed', () => {
  const second = { ...finding, subject: 'a.b/c', known: false };
  const ignored = { ...finding, id: 'CVE-9', kind: 'secret', url: 'no url' } as const;
  const lines = ['module m', '', 'require (', '\tgolang.org/x/text v0.3.7', ')', 'require a.b/c v1.0.0'];
  const result = resultOf([finding, second], {
    sources: { goMod: { path: '/w/svc/go.mod', lines }, dockerfile: undefined, folder: undefined },
    applied: {
      left: [finding, second],
      ignored: [{ finding: ignored, ignore }],
      expired: [],
      stale: [],
      lacking: [],
    },
    scanned: {
      findings: [],
      suppressed: [
        {
          finding: { ...finding, id: 'CVE-8' },
          status: 'not_affected',
          justification: 'component_not_present',
          source: 'v',
        },
      ],
      digest: undefined,
      reports: [],
    },
  });
  const sarif = toSarif(result, facts);
  expect(sarif).toMatchObject({
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Trivy',
            rules: [
              { id: 'CVE-1', properties: { 'security-severity': '7.5' } },
              { id: 'CVE-9' },
              { id: 'CVE-8' },
            ],
          },
        },
        automationDetails: { id: 'seatrial-trivy-gate/svc/' },
        results: [
          {
            ruleIndex: 0,
            level: 'error',
            locations: [
              { physicalLocation: { artifactLocation: { uri: 'svc/go.mod' }, region: { startLine: 4 } } },
            ],
          },
          {
            ruleIndex: 0,
            baselineState: 'new',
            locations: [{ physicalLocation: { region: { startLine: 6 } } }],
          },
          { ruleIndex: 1, suppressions: [{ status: 'accepted', justification: 'not reachable (team-a)' }] },
          { ruleIndex: 2, suppressions: [{ justification: 'VEX: not_affected, component_not_present' }] },
        ],
      },
    ],
  });
  expect(JSON.stringify(sarif)).not.toContain('no url');
});

test('what is in every platform is annotated and listed once', () => {
  const result = resultOf([
    { ...finding, platform: 'linux/amd64' },
    { ...finding, platform: 'linux/arm64' },
    { ...finding, installed: 'v0.3.6' },
  ]);
  expect(annotationsOf(result)).toHaveLength(2);
  expect(summaryOf(result).match(/CVE-1]/g)).toHaveLength(2);
  expect(textTable(result.applied.left)).toHaveLength(4);
});

test('decisions that need someone are warnings on their line', () => {
  const result = resultOf([finding], {
    documents: [{ path: '/w/vex.json', harmless: ['GHSA-1'] }],
    applied: {
      left: [finding],
      ignored: [],
      expired: [ignore],
      stale: [ignore],
      lacking: [
        { ...ignore, lacks: ['owner'] },
        { ...ignore, lacks: ['owner', 'expired_at'] },
      ],
    },
  });
  const warnings = annotationsOf(result).filter(({ level }) => level === 'warning');
  expect(warnings.map(({ title }) => title)).toEqual([
    'an ignore has expired',
    'an ignore matches nothing',
    'an ignore is no decision',
    'a VEX statement does not apply',
  ]);
  expect(warnings[2]?.message).toContain('CVE-9 and 1 more: an ignore without `owner`, `expired_at`');
  expect(warnings[3]?.message).toContain('pkg:golang/golang.org/x/text@v0.3.7');
});

const source = { repository: 'acme/Checkout', commit: 'a'.repeat(40), ref: 'refs/heads/main' };
const vexFacts = { record: { version: 1, source }, now: Date.UTC(2026, 10, 24), name: 'svc' } as const;

test('only what does not affect the product is declared, and for this product only', () => {
  expect(toOpenVex(resultOf([finding, { ...finding, reach: 'called' }]), vexFacts)).toBeUndefined();
  const uncalled = { ...finding, reach: 'not-called' } as const;
  const said = { ...ignore, justification: 'inline_mitigations_already_exist' };
  const result = resultOf([uncalled, { ...uncalled, platform: 'linux/arm64' }], {
    applied: {
      left: [uncalled, { ...uncalled, platform: 'linux/arm64' }],
      ignored: [
        { finding: { ...finding, id: 'CVE-7' }, ignore },
        { finding: { ...finding, id: 'CVE-8' }, ignore: said },
      ],
      expired: [],
      stale: [],
      lacking: [],
    },
  });
  expect(toOpenVex(result, vexFacts)).toMatchObject({
    '@context': 'https://openvex.dev/ns/v0.2.0',
    author: 'acme/Checkout',
    version: 1,
    statements: [
      {
        vulnerability: { name: 'CVE-1', aliases: ['GHSA-1'] },
        products: [
          {
            '@id': `pkg:github/acme/checkout@${'a'.repeat(40)}`,
            subcomponents: [{ '@id': 'pkg:golang/golang.org/x/text@v0.3.7' }],
          },
        ],
        status: 'not_affected',
        justification: 'vulnerable_code_not_in_execute_path',
      },
      { vulnerability: { name: 'CVE-8' }, justification: 'inline_mitigations_already_exist' },
    ],
  });
  // The published schema takes a justification or an impact statement, never both, and no property it does not know.
  const keys = ['justification', 'products', 'status', 'status_notes', 'vulnerability'];
  for (const statement of listOf(field(toOpenVex(result, vexFacts), 'statements')))
    expect(Object.keys(Object(statement)).sort()).toEqual(keys);
});

test('an image is the product by its digest', () => {
  const digest = `sha256:${'b'.repeat(64)}`;
  const uncalled = { ...finding, reach: 'not-called' } as const;
  const scanned = { findings: [], suppressed: [], digest, reports: [] };
  const target = { type: 'image', path: 'ghcr.io/acme/checkout:v1' } as const;
  const vex = JSON.stringify(toOpenVex(resultOf([uncalled], { target, scanned }), vexFacts));
  expect(vex).toContain(
    `"pkg:oci/checkout@sha256%3A${'b'.repeat(64)}?repository_url=ghcr.io%2Facme%2Fcheckout"`,
  );
});
