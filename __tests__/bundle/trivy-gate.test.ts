import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openLayout } from '../../actions/shared/oci/layout.ts';
import { writeLayout } from '../support/layout.ts';
import { runStub, type StubResult } from '../support/run-action.ts';
import { hostile } from '../support/scan-finding.ts';
import { reportText, vulnerability } from '../support/trivy-report.ts';
import { startWebhook } from '../support/webhook.ts';

let workspace: string;
beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'seatrial-scan-'));
  await mkdir(join(workspace, 'layout'));
  await writeLayout(join(workspace, 'layout'), [[{ name: 'app', content: 'program' }]]);
  const time = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();
  const metadata = { Version: 2, UpdatedAt: time(-1), NextUpdate: time(23), DownloadedAt: time(0) };
  await writeFile(join(workspace, 'metadata.json'), JSON.stringify(metadata));
});
afterEach(() => rm(workspace, { recursive: true, force: true }));

/** A program that stands in for trivy where trivy could only fail, or would need an advisory made for the test. */
async function program(scan: string, download = 'exit 0'): Promise<void> {
  const text = `#!/bin/sh
[ "$1" = --version ] && echo 'Version: 0.69.3' && exit 0
for a in "$@"; do case $a in --output=*) out="\${a#--output=}";; --cache-dir=*) cache="\${a#--cache-dir=}";; esac; done
case " $* " in *" --download-db-only "*)
  mkdir -p "$cache/db" && echo x > "$cache/db/trivy.db" && cp '${workspace}/metadata.json' "$cache/db"
  ${download};;
esac
${scan}
`;
  await writeFile(join(workspace, 'trivy'), text, { mode: 0o755 });
}

/** A trivy that finds this in the layout. */
async function finds(vulnerabilities: readonly object[]): Promise<void> {
  const layout = await openLayout(join(workspace, 'layout'));
  const ImageID = layout.images[0]?.manifest.config.digest;
  await writeFile(join(workspace, 'report.json'), reportText(vulnerabilities, { Metadata: { ImageID } }));
  await program(`cp '${workspace}/report.json' "$out"`);
}

const gate = (inputs: Record<string, string> = {}): Promise<StubResult> =>
  runStub(
    'trivy-gate',
    { target: 'layout', trivy: 'trivy', 'cache-directory': 'cache', ...inputs },
    {
      workspace,
      temp: join(workspace, 'temp'),
      env: { TRIVY_EXIT_CODE: '0', TRIVY_SEVERITY: 'LOW', GH_TOKEN: 't0ken' },
    },
  );

function failsClosed(result: StubResult, message: RegExp): void {
  expect(result.code).toBe(1);
  expect(result.stdout).toMatch(message);
  expect(result.stdout).not.toMatch(/^\s+at .*:\d+:\d+/m);
  expect(result.outputs).toMatchObject({
    verdict: 'could-not-scan',
    sarif: '',
    digest: '',
    vex: '',
    new: '',
  });
  expect(result.record).toMatchObject({ scan: { verdict: 'could-not-scan' } });
}

test('a scanner that fails, is killed, writes nothing or garbage never passes', async () => {
  await program('echo "2026 FATAL Fatal error run error: something" >&2; exit 1');
  failsClosed(await gate(), /trivy ended with 1: something/);
  await program('kill -9 $$');
  failsClosed(await gate(), /could not scan layout: trivy/);
  await program('exit 0');
  failsClosed(await gate(), /empty report/);
  await program('printf "{" > "$out"');
  failsClosed(await gate(), /is no JSON/);
});

test('no database from any mirror is no scan, and every reason is told', async () => {
  await program('exit 0', `rm -rf "$cache/db"; echo "FATAL init error: DB error: DENIED" >&2; exit 1`);
  const inputs = { 'db-repository': 'one.example/db:2\ntwo.example/db:2' };
  failsClosed(await gate(inputs), /no vulnerability database.*one\.example.*DENIED; two\.example.*DENIED/);
});

test('a mirror that limits requests is asked again, and the scan goes on', async () => {
  await finds([]);
  const limited = `[ -e '${workspace}/asked' ] && exit 0; touch '${workspace}/asked'; rm -rf "$cache/db"; echo "FATAL DB error: 429 TOOMANYREQUESTS" >&2; exit 1`;
  await program(`cp '${workspace}/report.json' "$out"`, limited);
  const result = await gate({ 'db-repository': 'one.example/db:2' });
  expect(result.stdout).toContain('asked for again in 2 s (attempt 2): one.example/db:2');
  expect([result.code, result.outputs['verdict']]).toEqual([0, 'clean']);
});

test('what the scanner says can give the runner no commands, and it sees no token', async () => {
  await program('echo "::set-env name=A::b"; echo "##[add-path]x"; env >&2; exit 1');
  const { stdout } = await gate();
  expect(stdout).not.toMatch(/^\s*::set-env/m);
  expect(stdout).not.toContain('##[');
  expect(stdout).not.toMatch(/t0ken|TRIVY_/);
  expect(stdout).toContain('PATH=');
});

test('hostile names come to life nowhere: not in the log, the annotations, the summary or the outputs', async () => {
  const one = (_: unknown, at: number): object =>
    vulnerability({
      VulnerabilityID: hostile.id,
      PkgName: `${hostile.subject}${at}`,
      FixedVersion: hostile.fixedIn,
      Title: hostile.title,
      PrimaryURL: hostile.url,
    });
  await finds(Array.from({ length: 12 }, one));
  const { stdout, summary, outputs, code } = await gate();
  expect([code, outputs['verdict'], outputs['high']]).toEqual([1, 'findings', '12']);
  for (const line of stdout.split('\n')) {
    if (line.includes('evil')) expect(line).toMatch(/^(?:│|::error)/);
    expect(line).not.toMatch(/^::(?:set-env|add-mask|stop-commands)/);
  }
  expect(stdout).not.toContain('##[');
  expect(stdout.match(/^::error /gm)).toHaveLength(10);
  expect(stdout).toMatch(/::error title=3 more::/);
  expect(stdout).not.toContain('Run `go get');
  for (const part of ['<script', '<img', '](http', 'javascript:', '##[', '\u202e'])
    expect(summary).not.toContain(part);
  expect(Object.keys(outputs).sort()).toEqual(
    [
      'counts',
      'critical',
      'digest',
      'high',
      'low',
      'medium',
      'new',
      'record',
      'report',
      'sarif',
      'unknown',
      'verdict',
      'vex',
    ].sort(),
  );
});

test('a gate that blocks tells the chat, and the URL stands nowhere', async () => {
  const hook = await startWebhook(200, '{"errcode":0}');
  try {
    await finds([vulnerability()]);
    const result = await gate({ notify: `dingtalk=${hook.url}`, 'notify-secrets': 'dingtalk=SEC-secret' });
    expect(hook.received[0]?.body).toMatchObject({
      msgtype: 'markdown',
      markdown: { text: expect.stringContaining('HIGH CVE-2022-32149 in golang.org/x/text v0.3.7') },
    });
    const said = result.stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
    expect([...said, result.summary, result.stderr, JSON.stringify(result.record)].join('\n')).not.toMatch(
      /s3cr3t|t0ken-value|SEC-secret/,
    );
    await finds([]);
    await gate({ notify: `dingtalk=${hook.url}` });
    expect(hook.received).toHaveLength(1);
    await program('exit 3');
    await gate({ notify: `json=${hook.url}` });
    expect(hook.received[1]?.body).toMatchObject({ scan: { verdict: 'could-not-scan' } });
  } finally {
    await hook.close();
  }
});

test('wrong values and targets that are none each end with one error', async () => {
  await program('exit 0');
  failsClosed(await gate({ target: 'nowhere' }), /there is nothing to scan/);
  failsClosed(await gate({ trivy: 'no-such' }), /was not found/);
  failsClosed(await gate({ vex: 'nowhere.json' }), /VEX document .* can't be read/);
  failsClosed(await gate({ vulnerabilities: 'nowhere.json' }), /result of govulncheck .* can't be read/);
  failsClosed(await gate({ notify: 'teams=https://example.com/t0ken' }), /none of slack/);
  const wrong = await gate({
    severities: 'WORST',
    'max-database-age': '3 days',
    trivy: 'latest',
    notify: 't0ken',
  });
  expect(wrong.code).toBe(1);
  expect(wrong.stdout).toMatch(
    /"severities" is "WORST".*"notify" is wrong.*"max-database-age" is "3 days".*no "latest"/,
  );
  expect(wrong.stdout).not.toContain('t0ken');
});
