import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { type Applied, applyIgnores } from '../../../actions/trivy-gate/src/decisions/ignore.ts';
import { ignoreFiles, parseIgnores } from '../../../actions/trivy-gate/src/decisions/ignore-file.ts';
import { finding } from '../../support/scan-finding.ts';

const now = Date.UTC(2026, 10, 24);
const every = ['vuln', 'misconfig', 'secret', 'license'] as const;
const of = async (
  text: string,
  found = [finding],
  scanners: readonly (typeof every)[number][] = every,
): Promise<Applied> => applyIgnores(found, await parseIgnores(text, 'i.yaml'), now, scanners);

const entry = (changes: Record<string, string> = {}): string => {
  const fields = { id: 'CVE-1', reason: 'not reachable', owner: 'team-a', expires: '2026-12-31', ...changes };
  return `- ${Object.entries(fields)
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n  ')}\n`;
};

test('an ignore holds to the end of its day, for its package, and is told when it is of no use', async () => {
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
  expect((await of(entry({ id: 'GHSA-1' }))).ignored).toHaveLength(1);
  expect(await of('')).toMatchObject({ left: [finding] });
});

test('an ignore of what was not looked for is not stale', async () => {
  expect((await of(entry({ id: 'CVE-9' }), [], ['misconfig'])).stale).toEqual([]);
  expect((await of(entry({ id: 'DS-0002' }), [], ['vuln'])).stale).toEqual([]);
  expect((await of(entry({ id: 'github-pat' }), [], ['vuln', 'secret'])).stale).toEqual([]);
  expect((await of(entry({ id: 'CVE-9' }), [], ['vuln'])).stale).toHaveLength(1);
});

test.each([
  [`${entry()}- id: CVE-2\n  reason: x\n`, 5, 'lacks `expires`'],
  [entry({ expires: '31.12.2026' }), 1, 'is no day'],
  [entry({ justification: 'because' }), 1, 'is none of component_not_present'],
  ['CVE-1\n', 1, 'a list is expected'],
  ['a: b\n', 1, '"a" is none of vulnerabilities'],
  ['vulnerabilities: CVE-1\n', 1, 'a list is expected'],
  ['secrets:\n  - paths: [a]\n', 2, 'lacks `id`'],
  ['secrets:\n  - id: a\n    expired_at: soon\n', 2, 'is no date'],
  [`${entry()}- [unclosed\n`, 6, ''],
])('a mistake in the ignore file is told with its line (%#)', async (text, line, message) => {
  await expect(parseIgnores(text, 'i.yaml')).rejects.toMatchObject({
    message: expect.stringContaining(message),
    place: { line },
  });
});

const trivys = `vulnerabilities:
  - id: CVE-1
    purls: [pkg:golang/golang.org/x/text]
    statement: not reachable
    owner: team-a
    expired_at: 2026-12-31
misconfigurations:
  - id: CVE-1
    paths: ["deploy/**/*.yaml"]
secrets:
`;

test("trivy's own file holds as in trivy: by section, package, path and date; what it lacks is told", async () => {
  const applied = await of(trivys);
  expect(applied.ignored).toMatchObject([{ ignore: { reason: 'not reachable', owner: 'team-a' } }]);
  expect(applied.stale).toMatchObject([{ place: { line: 8 } }]);
  expect(applied.lacking).toMatchObject([{ lacks: ['statement', 'owner', 'expired_at'] }]);
  const bad = { ...finding, kind: 'misconfiguration', target: 'deploy/a/b.yaml', purl: '' } as const;
  expect((await of(trivys, [bad])).left).toEqual([]);
  expect((await of(trivys, [{ ...bad, target: 'other/b.yaml' }])).left).toHaveLength(1);
  const versioned = trivys.replace('x/text]', 'x/text@v0.3.6]');
  expect((await of(versioned)).left).toEqual([finding]);
  expect((await of(trivys.replace('2026-12-31', '2026-11-01'))).expired).toHaveLength(1);
});

test('without a name, the usual files are taken that are there', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'seatrial-ignores-'));
  try {
    expect(await ignoreFiles([], folder)).toEqual([]);
    await mkdir(join(folder, '.seatrial'));
    await writeFile(join(folder, '.seatrial/ignores.yaml'), '');
    await writeFile(join(folder, '.trivyignore.yaml'), '');
    expect(await ignoreFiles([], folder)).toHaveLength(2);
    expect(await ignoreFiles(['/x'], folder)).toEqual(['/x']);
  } finally {
    await rm(folder, { recursive: true });
  }
});
