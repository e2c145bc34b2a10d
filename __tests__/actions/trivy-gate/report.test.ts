import { expect, test } from '@jest/globals';
import { countsByKind, countsOf, ranked } from '../../../actions/trivy-gate/src/findings/finding.ts';
import { failure } from '../../../actions/trivy-gate/src/trivy/process.ts';
import { parseReport } from '../../../actions/trivy-gate/src/trivy/report.ts';
import { checkReport } from '../../../actions/trivy-gate/src/trivy/scan.ts';
import { reportText, vulnerability } from '../../support/trivy-report.ts';

test('findings of every kind are told apart', () => {
  const cause = { StartLine: 3, EndLine: 4 };
  const report = parseReport(
    reportText([], {
      Results: [
        {
          Target: 'debian',
          Class: 'os-pkgs',
          Type: 'debian',
          Packages: [{}],
          Vulnerabilities: [vulnerability()],
        },
        {
          Target: 'app',
          Class: 'lang-pkgs',
          Type: 'gobinary',
          Vulnerabilities: [vulnerability({ FixedVersion: undefined })],
        },
        {
          Target: 'Dockerfile',
          Class: 'config',
          Misconfigurations: [
            { ID: 'DS-0002', Severity: 'HIGH', Status: 'FAIL', Message: 'root', CauseMetadata: cause },
            { ID: 'DS-0001', Severity: 'HIGH', Status: 'PASS' },
            { ID: 'DS-0026', Severity: 'LOW', Status: 'FAIL' },
          ],
        },
        {
          Target: 'env',
          Class: 'secret',
          Secrets: [{ RuleID: 'aws', Severity: 'CRITICAL', Match: 'AKIA123', StartLine: 1 }],
        },
        {
          Target: 'app',
          Class: 'license',
          Licenses: [
            { Name: 'AGPL', Severity: 'ODD', Category: 'forbidden', PkgName: 'x' },
            { Name: 'MIT', Severity: 'LOW', Category: 'notice', PkgName: 'y' },
          ],
        },
      ],
    }),
  );
  expect(report.findings.map(({ kind, id, lines, score }) => [kind, id, lines, score])).toEqual([
    ['os-package', 'CVE-2022-32149', undefined, 7.5],
    ['dependency', 'CVE-2022-32149', undefined, 7.5],
    ['misconfiguration', 'DS-0002', { start: 3, end: 4 }, undefined],
    ['secret', 'aws', { start: 1, end: 1 }, undefined],
    ['licence', 'AGPL', undefined, undefined],
  ]);
  expect(JSON.stringify(report)).not.toContain('AKIA123');
  expect(countsOf(report.findings)).toEqual({ critical: 1, high: 3, medium: 0, low: 0, unknown: 1 });
  expect(countsByKind(report.findings)).toMatchObject({ secret: { critical: 1 }, licence: { unknown: 1 } });
  expect(ranked(report.findings).map(({ kind }) => kind)).toEqual([
    'secret',
    'os-package',
    'dependency',
    'misconfiguration',
    'licence',
  ]);
});

test.each([
  ['', 'empty report'],
  ['{"SchemaVersion": 2, "Res', 'is no JSON'],
  ['[]', 'unknown schema version'],
  ['{"SchemaVersion":2}', 'does not say what was scanned'],
  [reportText([], { Results: 'none' }), 'are no list'],
  [reportText([vulnerability({ VulnerabilityID: '' })]), 'lacks its VulnerabilityID'],
])('a report that is not whole is no scan (%#)', (text, message) => {
  expect(() => parseReport(text)).toThrow(message);
});

test('a report about something else, or about nothing, is no scan', () => {
  const target = { type: 'oci-layout', path: '/x' } as const;
  const other = parseReport(reportText([], { ArtifactType: 'filesystem' }));
  expect(() => checkReport(other, target, ['vuln'])).toThrow('scanned a filesystem, not a oci-layout');
  const nothing = parseReport(reportText([], { Results: undefined }));
  expect(() => checkReport(nothing, target, ['vuln'])).toThrow('recognised no package');
  expect(() => checkReport(nothing, target, ['secret'])).not.toThrow();
});

test.each([
  [137, [], /killed/],
  [1, ['2026 FATAL Fatal error run error: image scan error: context deadline exceeded'], /timeout/],
  [
    1,
    ['x FATAL Fatal error run error: init error: DB error: failed to download vulnerability DB'],
    /remove the folder `db`/,
  ],
  [1, [], /Nothing counts as scanned/],
])('a failed trivy is told with its way out (%#)', (code, said, fix) => {
  expect(failure({ code, said }).fix).toMatch(fix);
});

test('what a VEX document took away is kept apart, with what it says', () => {
  const finding = vulnerability({
    VendorIDs: ['GHSA-69ch-w2m2-3vjp'],
    PkgIdentifier: { PURL: 'pkg:golang/a@v1' },
  });
  const modified = {
    Type: 'vulnerability',
    Status: 'not_affected',
    Statement: 'component_not_present',
    Source: '/v.json',
    Finding: finding,
  };
  const report = parseReport(
    reportText([], {
      Results: [
        { Target: 'app', Class: 'lang-pkgs', Type: 'gobinary', ExperimentalModifiedFindings: [modified] },
      ],
    }),
  );
  expect(report).toMatchObject({
    findings: [],
    suppressed: [
      {
        status: 'not_affected',
        justification: 'component_not_present',
        finding: { aliases: ['GHSA-69ch-w2m2-3vjp'], purl: 'pkg:golang/a@v1' },
      },
    ],
  });
});
