import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { contract, type Output } from '../../../actions/go-static-build/src/contract.ts';
import { run } from '../../../actions/go-static-build/src/run.ts';
import { readFindings } from '../../../actions/go-static-build/src/vulnerabilities/findings.ts';
import { isFit } from '../../../actions/go-static-build/src/vulnerabilities/govulncheck.ts';
import { goContext, goMod, inputsOf, withFolder } from '../../support/go-module.ts';

jest.setTimeout(120_000);

const config = {
  config: {
    protocol_version: 'v1.0.0',
    scanner_version: 'v1.9.0',
    db: 'https://vuln.go.dev',
    db_last_modified: '2026-11-01T00:00:00Z',
  },
};
const osv = (id: string, aliases: string[]) => ({ osv: { id, aliases, summary: `about ${id}` } });
const frame = { module: 'example.com/a', version: 'v1.0.0' };
const stream = (messages: readonly unknown[]): string =>
  messages.map((message) => `${JSON.stringify(message, undefined, 2)}\n`).join('');

test('only findings by symbol are reachable; an advisory that hits nothing used is none', () => {
  const found = readFindings(
    stream([
      config,
      { progress: { message: 'Scanning' } },
      osv('GO-1', ['CVE-1']),
      osv('GO-2', ['CVE-2']),
      osv('GO-3', []),
      { finding: { osv: 'GO-2', fixed_version: 'v1.2.0', trace: [frame] } },
      {
        finding: { osv: 'GO-2', fixed_version: 'v1.2.0', trace: [{ ...frame, package: 'example.com/a/b' }] },
      },
      { finding: { osv: 'GO-1', trace: [{ ...frame, package: 'example.com/a' }] } },
      {
        finding: {
          osv: 'GO-1',
          trace: [
            { ...frame, package: 'example.com/a', receiver: '*Reader', function: 'Read' },
            {
              module: 'm',
              package: 'm/cmd',
              function: 'main',
              position: { filename: 'cmd/main.go', line: 7 },
            },
          ],
        },
      },
    ]),
  );
  expect(found).toMatchObject({ scanner: 'v1.9.0', databaseModified: '2026-11-01T00:00:00Z' });
  expect(found.vulnerabilities).toEqual([
    {
      id: 'GO-1',
      aliases: ['CVE-1'],
      summary: 'about GO-1',
      module: 'example.com/a',
      version: 'v1.0.0',
      reachable: true,
      symbols: ['example.com/a.Reader.Read'],
      trace: ['m/cmd.main (cmd/main.go:7)', 'example.com/a.Reader.Read'],
    },
    {
      id: 'GO-2',
      aliases: ['CVE-2'],
      summary: 'about GO-2',
      module: 'example.com/a',
      version: 'v1.0.0',
      fixedIn: 'v1.2.0',
      reachable: false,
      symbols: [],
    },
  ]);
});

test.each([
  ['nothing', ''],
  ['another program’s JSON', stream([{ Results: [] }])],
  ['a newer protocol', stream([{ config: { protocol_version: 'v2.0.0' } }])],
])('%s is no stream of govulncheck, and never "nothing found"', (_, text) => {
  expect(() => readFindings(text)).toThrow('no stream of govulncheck');
});

test('which govulncheck on PATH will do', () => {
  expect(['v1.1.0', 'v1.9.0', 'v2.0.0'].map(isFit)).toEqual([true, true, true]);
  expect(['v1.0.4', '(devel)', ''].map(isFit)).toEqual([false, false, false]);
});

test('one that can not be had is told, the binary is built, and nothing is handed on', async () => {
  const files = { ...goMod(), 'main.go': 'package main\n\nfunc main() {}\n' };
  await withFolder(files, async (folder) => {
    // No proxy to ask, and no module at hand: what a runner without network looks like to Go.
    const offline = {
      GOPROXY: 'off',
      GOMODCACHE: join(folder, '.mod'),
      RUNNER_TOOL_CACHE: join(folder, '.tools'),
    };
    const { context, report } = goContext<Output>(folder, offline);
    const path = process.env['PATH'];
    process.env['PATH'] = (path ?? '')
      .split(':')
      .filter((one) => !one.includes('go/bin') || one === '/usr/local/go/bin')
      .join(':');
    try {
      await run(inputsOf(contract, folder, { reachability: 'source' }), context, async () => undefined);
    } finally {
      process.env['PATH'] = path;
    }
    expect(report.annotations).toMatchObject([
      {
        level: 'warning',
        title: 'reachability could not be checked',
        message: expect.stringContaining('govulncheck could not be built: '),
      },
    ]);
    expect(report.sections.reachability).toMatchObject({ verdict: 'could-not-check', vulnerabilities: [] });
    expect(report.outputs.get('vulnerabilities')).toBeUndefined();
    await access(join(folder, report.outputs.get('path') ?? ''));
    await expect(
      run(
        inputsOf(contract, folder, { reachability: 'source', govulncheck: 'no' }),
        context,
        async () => undefined,
      ),
    ).rejects.toThrow('there is no govulncheck at');
  });
});
