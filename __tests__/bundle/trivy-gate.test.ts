import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { writeLayout } from '../support/layout.ts';
import { runStub, type StubResult } from '../support/run-action.ts';

let workspace: string;
beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'seatrial-scan-'));
  await mkdir(join(workspace, 'layout'));
  await writeLayout(join(workspace, 'layout'), [[{ name: 'app', content: 'program' }]]);
});
afterEach(() => rm(workspace, { recursive: true, force: true }));

/** A program that stands in for trivy where trivy could only fail. */
async function program(body: string): Promise<void> {
  await writeFile(
    join(workspace, 'trivy'),
    `#!/bin/sh\n[ "$1" = --version ] && echo 'Version: 0.69.3' && exit 0\n${body}\n`,
    {
      mode: 0o755,
    },
  );
}

const gate = (inputs: Record<string, string> = {}): Promise<StubResult> =>
  runStub(
    'trivy-gate',
    { target: 'layout', trivy: 'trivy', ...inputs },
    {
      workspace,
      temp: join(workspace, 'temp'),
      env: { TRIVY_EXIT_CODE: '0', GH_TOKEN: 't0ken' },
    },
  );

function failsClosed(result: StubResult, message: RegExp): void {
  expect(result.code).toBe(1);
  expect(result.stdout).toMatch(message);
  expect(result.stdout).not.toMatch(/^\s+at .*:\d+:\d+/m);
  expect(result.outputs).toMatchObject({ verdict: 'could-not-scan', sarif: '', digest: '' });
  expect(result.record).toMatchObject({ scan: { verdict: 'could-not-scan' } });
}

test('a scanner that fails, is killed, writes nothing or garbage never passes', async () => {
  await program('echo "2026 FATAL Fatal error run error: something" >&2; exit 1');
  failsClosed(await gate(), /trivy ended with 1: something/);
  await program('kill -9 $$');
  failsClosed(await gate(), /could not scan layout: trivy/);
  await program('exit 0');
  failsClosed(await gate(), /empty report/);
  await program('for a in "$@"; do case $a in --output=*) printf "{" > "${a#--output=}";; esac; done');
  failsClosed(await gate(), /is no JSON/);
});

test('what the scanner says can give the runner no commands, and it sees no token', async () => {
  await program('echo "::set-env name=A::b"; echo "##[add-path]x"; env >&2; exit 1');
  const { stdout } = await gate();
  expect(stdout).not.toMatch(/^\s*::set-env/m);
  expect(stdout).not.toContain('##[');
  expect(stdout).not.toContain('t0ken');
  expect(stdout).not.toContain('TRIVY_EXIT_CODE');
  expect(stdout).toContain('PATH=');
});

test('wrong values and targets that are none each end with one error', async () => {
  await program('exit 0');
  failsClosed(await gate({ target: 'nowhere' }), /there is nothing to scan/);
  failsClosed(await gate({ trivy: 'no-such' }), /was not found/);
  const wrong = await gate({ severities: 'WORST', 'max-database-age': '3 days' });
  expect(wrong.code).toBe(1);
  expect(wrong.stdout).toMatch(/"severities" is "WORST".*"max-database-age" is "3 days"/);
});
