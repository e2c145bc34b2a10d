import { expect, test } from '@jest/globals';
import { adviceFor } from '../../../actions/trivy-gate/src/advice.ts';
import { cleanEnvironment, scannersFor, trivyArgs } from '../../../actions/trivy-gate/src/command.ts';
import type { Finding } from '../../../actions/trivy-gate/src/finding.ts';
import { applyIgnores, parseIgnores } from '../../../actions/trivy-gate/src/ignores.ts';
import { pinnedArchive, refusalOf } from '../../../actions/trivy-gate/src/pinned.ts';
import { placeOf, requirementLine } from '../../../actions/trivy-gate/src/places.ts';
import { toSarif } from '../../../actions/trivy-gate/src/sarif.ts';
import { summaryOf, textTable } from '../../../actions/trivy-gate/src/tell.ts';
import { judge } from '../../../actions/trivy-gate/src/verdict.ts';

const finding: Finding = {
  kind: 'dependency',
  id: 'CVE-1',
  severity: 'HIGH',
  title: 'slow',
  description: 'it is slow',
  url: 'https://example.com/CVE-1',
  subject: 'golang.org/x/text',
  installed: 'v0.3.7',
  fixedIn: '0.3.8',
  target: 'app',
  targetType: 'gobinary',
  lines: undefined,
  score: 7.5,
};
const hour = 3_600_000;
const gate = { severities: ['HIGH', 'CRITICAL'], ignoreUnfixed: false, maxDatabaseAge: 72 * hour } as const;

test('only nothing found by a fresh database is clean', () => {
  expect(judge([], hour, gate).verdict).toBe('clean');
  expect(judge([], 73 * hour, gate).verdict).toBe('database-too-old');
  expect(judge([], undefined, gate).verdict).toBe('clean');
  expect(judge([finding], hour, gate).verdict).toBe('findings');
  expect(judge([finding], 73 * hour, gate).verdict).toBe('findings');
  expect(judge([{ ...finding, severity: 'MEDIUM' }], hour, gate)).toMatchObject({
    verdict: 'clean',
    passing: [{ id: 'CVE-1' }],
  });
});

test('ignore-unfixed lets packages without a fix pass, never secrets', () => {
  const lenient = { ...gate, ignoreUnfixed: true };
  expect(judge([{ ...finding, fixedIn: '' }], hour, lenient).verdict).toBe('clean');
  expect(judge([{ ...finding, fixedIn: '', kind: 'secret' }], hour, lenient).verdict).toBe('findings');
});

const entry = (changes: Record<string, string> = {}): string => {
  const fields = { id: 'CVE-1', reason: 'not reachable', owner: 'team-a', expires: '2026-12-31', ...changes };
  return `- ${Object.entries(fields)
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n  ')}\n`;
};
const now = Date.UTC(2026, 10, 24);

test('an ignore holds to the end of its day, for its package, and is told when it is of no use', async () => {
  const of = async (text: string) => applyIgnores([finding], await parseIgnores(text, 'i.yaml'), now);
  expect((await of(entry({ expires: '2026-11-24' }))).left).toEqual([]);
  expect(await of(entry({ expires: '2026-11-23' }))).toMatchObject({
    left: [finding],
    expired: [{ id: 'CVE-1' }],
  });
  expect(await of(entry({ package: 'golang.org/x/net' }))).toMatchObject({
    left: [finding],
    stale: [{ id: 'CVE-1' }],
  });
  expect((await of(entry({ package: 'golang.org/x/text' }))).ignored).toHaveLength(1);
  expect(await of('')).toMatchObject({ left: [finding] });
});

test.each([
  [`${entry()}- id: CVE-2\n  reason: x\n`, 5, 'lacks `expires`'],
  [entry({ expires: '31.12.2026' }), 1, 'is no day'],
  ['a: b\n', 1, 'a list is expected'],
  [`${entry()}- [unclosed\n`, 6, ''],
])('a mistake in the ignore file is told with its line (%#)', async (text, line, message) => {
  try {
    await parseIgnores(text, 'i.yaml');
  } catch (error) {
    expect(error).toMatchObject({ message: expect.stringContaining(message), place: { line } });
    return;
  }
  throw new Error('it was accepted');
});

test('trivy sees no token, no input and none of its own variables', () => {
  const env = {
    PATH: '/bin',
    HOME: '/h',
    GITHUB_TOKEN: 'x',
    INPUT_TARGET: 'x',
    AWS_SECRET_ACCESS_KEY: 'x',
    TRIVY_EXIT_CODE: '0',
    HTTPS_PROXY: 'p',
  };
  expect(cleanEnvironment(env)).toEqual({ PATH: '/bin', HOME: '/h', HTTPS_PROXY: 'p' });
});

test('scanners are those that make sense, and an image is never scanned for nothing', () => {
  expect(scannersFor('config', ['vuln', 'misconfig'])).toEqual(['misconfig']);
  expect(scannersFor('sbom', ['misconfig', 'secret'])).toEqual([]);
  const args = trivyArgs({ type: 'oci-layout', path: '/l' }, ['vuln', 'misconfig', 'secret'], '/o', '/c', {
    timeout: 90_000,
    databaseRepository: ['a', 'b'],
  });
  expect(args).toEqual(
    expect.arrayContaining([
      '--input=/l',
      '--timeout=90s',
      '--scanners=vuln,secret',
      '--image-config-scanners=misconfig,secret',
      '--db-repository=a',
      '--db-repository=b',
    ]),
  );
});

test.each([
  ['0.69.3', undefined],
  ['0.70.0', undefined],
  ['dev', undefined],
  ['0.69.4', /poisoned/],
  ['0.69.6', /poisoned/],
  ['0.64.9', /older/],
])('trivy %s', (version, refusal) => {
  const found = refusalOf(version);
  if (refusal === undefined) expect(found).toBeUndefined();
  else expect(found).toMatch(refusal);
});

test('every pinned archive has a whole checksum; an unknown machine has none', () => {
  for (const arch of ['x64', 'arm64']) {
    for (const platform of ['linux', 'darwin'])
      expect(pinnedArchive(platform, arch)?.sha256).toMatch(/^[0-9a-f]{64}$/);
  }
  expect(pinnedArchive('win32', 'x64')).toBeUndefined();
});

const goMod = [
  'module m',
  '',
  'go 1.26',
  'toolchain go1.26.1',
  'require (',
  '\tgolang.org/x/text v0.3.7 // indirect',
  ')',
  'require a.b/c v1.0.0',
];

test('a dependency is mended at its line of go.mod, the standard library at the toolchain', () => {
  expect(requirementLine(goMod, 'golang.org/x/text')).toBe(6);
  expect(requirementLine(goMod, 'a.b/c')).toBe(8);
  expect(requirementLine(goMod, 'aXb/c')).toBeUndefined();
  expect(requirementLine(goMod, 'stdlib')).toBe(4);
  expect(requirementLine(goMod.slice(0, 3), 'stdlib')).toBe(3);
});

test('an OS package is mended at the base image, a misconfiguration where the scanner says', () => {
  const dockerfile = { path: '/w/Dockerfile', lines: ['FROM a AS b', 'RUN x', 'FROM debian'] };
  const sources = { goMod: undefined, dockerfile, folder: undefined };
  expect(placeOf({ ...finding, kind: 'os-package' }, sources)).toEqual({ file: '/w/Dockerfile', line: 3 });
  const scanned = { ...sources, folder: '/w' };
  const manifest = {
    ...finding,
    kind: 'misconfiguration',
    target: 'k8s/a.yml',
    lines: { start: 7, end: 9 },
  } as const;
  expect(placeOf(manifest, scanned)).toEqual({ file: '/w/k8s/a.yml', line: 7 });
  expect(placeOf({ ...manifest, target: '../../etc/passwd' }, scanned)).toBeUndefined();
});

test('advice names the command', () => {
  expect(adviceFor(finding)).toBe('Run `go get golang.org/x/text@v0.3.8` and `go mod tidy`.');
  expect(adviceFor({ ...finding, fixedIn: 'v1.2.3, 2.0.0' })).toContain('@v1.2.3`');
  expect(adviceFor({ ...finding, subject: 'stdlib', fixedIn: '1.26.9' })).toBe(
    'Build with Go 1.26.9 or newer.',
  );
});

const hostile: Finding = {
  ...finding,
  subject: 'evil\n::set-env name=A::b ##[add-path]x <img src=x onerror=y> [a](http://e) | `c` @all',
  id: 'CVE-2](http://e)',
  title: '</details><script>',
  url: 'javascript:alert(1)',
};

test('hostile text stays text in summary and log', () => {
  const applied = { left: [hostile], ignored: [], expired: [], stale: [] };
  const facts = { target: 'x', digest: undefined, scanner: 's', database: 'd' };
  const summary = summaryOf(judge([hostile], 0, gate), applied, facts);
  for (const part of ['<img', '<script', '](http', 'javascript:', '@all', '##['])
    expect(summary).not.toContain(part);
  const rows = summary.split('\n').filter((line) => line.includes('evil'));
  expect(rows).toHaveLength(1);
  expect(rows[0]?.match(/ \| /g)).toHaveLength(5);
  expect(textTable([hostile]).join('').includes('##[')).toBe(false);
  expect(textTable([hostile])).toHaveLength(2);
});

test('SARIF holds every finding once, its rule, its line, and what is ignored as suppressed', async () => {
  const [ignore] = await parseIgnores(entry(), 'i.yaml');
  if (ignore === undefined) throw new Error('no ignore');
  const second = { ...finding, subject: 'a.b/c' };
  const ignored = { ...finding, id: 'CVE-9', kind: 'secret', url: 'no url' } as const;
  const sources = {
    goMod: { path: '/w/svc/go.mod', lines: goMod },
    dockerfile: undefined,
    folder: undefined,
  };
  const sarif = toSarif({ left: [finding, second], ignored: [{ finding: ignored, ignore }] }, sources, {
    trivyVersion: '0.69.3',
    target: '/w/layout',
    workspace: '/w',
  });
  expect(sarif).toMatchObject({
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Trivy',
            rules: [{ id: 'CVE-1', properties: { 'security-severity': '7.5' } }, { id: 'CVE-9' }],
          },
        },
        results: [
          {
            ruleIndex: 0,
            level: 'error',
            locations: [
              { physicalLocation: { artifactLocation: { uri: 'svc/go.mod' }, region: { startLine: 6 } } },
            ],
          },
          { ruleIndex: 0, locations: [{ physicalLocation: { region: { startLine: 8 } } }] },
          { ruleIndex: 1, suppressions: [{ status: 'accepted', justification: 'not reachable (team-a)' }] },
        ],
      },
    ],
  });
  expect(JSON.stringify(sarif)).not.toContain('no url');
});
