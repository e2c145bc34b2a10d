/** A vulnerability as trivy 0.69.3 writes it. */
export function vulnerability(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    VulnerabilityID: 'CVE-2022-32149',
    PkgName: 'golang.org/x/text',
    InstalledVersion: 'v0.3.7',
    FixedVersion: '0.3.8',
    Severity: 'HIGH',
    Title: 'language: ParseAcceptLanguage takes a long time',
    Description: 'An attacker may cause a denial of service.',
    PrimaryURL: 'https://avd.aquasec.com/nvd/cve-2022-32149',
    CVSS: { nvd: { V3Score: 7.5 }, ghsa: { V3Score: 7.4 } },
    ...changes,
  };
}

/** A whole report, with one Go program in an image unless told otherwise. */
export function reportText(
  vulnerabilities: readonly object[],
  changes: Record<string, unknown> = {},
): string {
  return JSON.stringify({
    SchemaVersion: 2,
    Trivy: { Version: '0.69.3' },
    ArtifactName: 'image',
    ArtifactType: 'container_image',
    Metadata: {},
    Results: [
      {
        Target: 'app',
        Class: 'lang-pkgs',
        Type: 'gobinary',
        Packages: [{ Name: 'stdlib' }],
        Vulnerabilities: vulnerabilities,
      },
    ],
    ...changes,
  });
}
