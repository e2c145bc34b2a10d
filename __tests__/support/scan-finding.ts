import type { Finding } from '../../actions/trivy-gate/src/findings/finding.ts';
import type { Result } from '../../actions/trivy-gate/src/result.ts';
import { judge } from '../../actions/trivy-gate/src/verdict.ts';

export const hour = 3_600_000;

/** What blocks unless a test says otherwise. */
export const rules = {
  severities: ['HIGH', 'CRITICAL'],
  kinds: ['os-package', 'dependency', 'misconfiguration', 'secret', 'licence'],
  ignoreUnfixed: false,
  unreachable: 'block',
  maxDatabaseAge: 72 * hour,
} as const;

export const finding: Finding = {
  kind: 'dependency',
  id: 'CVE-1',
  aliases: ['GHSA-1'],
  severity: 'HIGH',
  title: 'slow',
  description: 'it is slow',
  url: 'https://example.com/CVE-1',
  subject: 'golang.org/x/text',
  installed: 'v0.3.7',
  fixedIn: '0.3.8',
  purl: 'pkg:golang/golang.org/x/text@v0.3.7',
  platform: '',
  target: 'app',
  targetType: 'gobinary',
  lines: undefined,
  score: 7.5,
  reach: 'unknown',
  known: undefined,
};

/** A finding that tries everything text can do to a log, a summary or a page. */
export const hostile: Finding = {
  ...finding,
  subject:
    'evil\r\n::set-env name=A::b ##[add-path]x <img src=x onerror=y> [a](http://e) | `c` @all \u202egnp \u001b[2J \ud800',
  id: 'CVE-2](http://e)',
  title: '</details><script>alert(1)</script>\n::error::x',
  description: '<!-- \u0000 -->',
  fixedIn: '1.0\n::add-mask::a',
  target: '../../etc/\ud800passwd\n::stop-commands::x',
  url: 'javascript:alert(1)',
};

/** A result of a scan with these findings. */
export function resultOf(findings: readonly Finding[], changes: Partial<Result> = {}): Result {
  return {
    target: { type: 'oci-layout', path: '/w/layout' },
    trivy: { path: 'trivy', version: '0.69.3' },
    database: undefined,
    age: undefined,
    scanned: { findings, suppressed: [], digest: undefined, reports: [] },
    documents: [],
    compared: undefined,
    applied: { left: findings, ignored: [], expired: [], stale: [], lacking: [] },
    judged: judge(findings, undefined, rules),
    sources: { goMod: undefined, dockerfile: undefined, folder: undefined },
    ...changes,
  };
}
