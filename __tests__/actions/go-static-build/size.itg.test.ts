import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { contract, type Output } from '../../../actions/go-static-build/src/contract.ts';
import { run } from '../../../actions/go-static-build/src/run.ts';
import { readReport } from '../../../actions/go-static-build/src/size/report.ts';
import { type BinarySize, changeOf, packageOf } from '../../../actions/go-static-build/src/size/size.ts';
import type { CacheService } from '../../../actions/shared/cache/service.ts';
import { type Files, goContext, goMod, inputsOf, withFolder } from '../../support/go-module.ts';

jest.setTimeout(180_000);

test.each([
  ['net/http.(*Server).Serve', 'net/http'],
  ['main.main.func1', 'main'],
  ['gopkg.in/yaml%2ev3.Unmarshal', 'gopkg.in/yaml.v3'],
  ['slices.SortFunc[go.shape.[]net/http.x,go.shape.int]', 'slices'],
  ['example.com/a/v2.(*T[go.shape.struct { a/b.C }]).M', 'example.com/a/v2'],
  ['type:.eq.net/http.http2Frame', 'net/http'],
  ['vendor/golang.org/x/net/idna.init', 'vendor/golang.org/x/net/idna'],
  ['runtime.pclntab', 'runtime'],
  ['type:*net/http.Server', undefined],
  ['go:string.*', undefined],
  ['$f64.3ff0000000000000', undefined],
  ['memeqbody', undefined],
  ['', undefined],
])('the symbol %s belongs to %s', (symbol, expected) => {
  expect(packageOf(symbol)).toBe(expected);
});

const size = (packages: Record<string, number>, name = 'm'): BinarySize => ({
  name,
  platform: 'linux/amd64',
  total: Object.values(packages).reduce((sum, bytes) => sum + bytes, 0),
  packages,
  rest: {},
});

test('a change is told with what made it, the most first', () => {
  const base = { version: 1, commit: 'abc', binaries: [size({ a: 100, b: 50, gone: 10 })] } as const;
  expect(changeOf(size({ a: 100, b: 80, fresh: 5 }), base)).toEqual({
    before: 160,
    by: 25,
    contributors: [
      { what: 'b', by: 30 },
      { what: 'gone', by: -10 },
      { what: 'fresh', by: 5 },
    ],
  });
  expect(changeOf(size({ a: 1 }, 'other'), base)).toBeUndefined();
  expect(changeOf(size({ a: 1 }), undefined)).toBeUndefined();
  expect(readReport(JSON.stringify(base))).toEqual(base);
  for (const bad of ['', '{}', '{"version":2}', '{"version":1,"binaries":[{}]}']) {
    expect([bad, readReport(bad)]).toEqual([bad, undefined]);
  }
});

const program = (extra: string): Files => ({
  ...goMod(),
  'main.go': `package main\n\nimport "example.com/m/table"\n\nfunc main() { println(table.At(1)) }\n`,
  'table/table.go': `package table\n\nvar rows = [...]int64{1, 2, 3${extra}}\n\nfunc At(i int) int64 { rows[0]++; return rows[i] }\n`,
});

/** One push or pull request on a runner whose cache is `kept`. */
async function sized(files: Files, kept: Map<string, string>, env: Files, inputs: Files = {}) {
  return withFolder(files, async (folder) => {
    const { context, report, lines } = goContext<Output>(folder, env);
    const service: CacheService = {
      restore: async (path, _, fallbacks) => {
        const found = [...kept.keys()].findLast((key) => fallbacks.some((prefix) => key.startsWith(prefix)));
        if (found === undefined) return undefined;
        const { mkdir, writeFile } = await import('node:fs/promises');
        await mkdir(path, { recursive: true });
        await writeFile(join(path, 'size.json'), kept.get(found) ?? '');
        return found;
      },
      save: async (path, key) => {
        kept.set(key, await readFile(join(path, 'size.json'), 'utf8'));
      },
    };
    await run(
      inputsOf(contract, folder, { cache: 'false', 'size-report': 'true', ...inputs }),
      context,
      async () => service,
    );
    const bytes = await stat(join(folder, report.outputs.get('path') ?? ''));
    const text = await readFile(report.outputs.get('size-report') ?? '', 'utf8');
    return { report, lines, bytes: bytes.size, sizes: readReport(text)?.binaries[0] };
  });
}

test('every byte of a real binary is accounted for, and a pull request is compared with its base branch', async () => {
  const kept = new Map<string, string>();
  const push = {
    GITHUB_EVENT_NAME: 'push',
    GITHUB_REF_TYPE: 'branch',
    GITHUB_REF_NAME: 'main',
    GITHUB_JOB: 'j',
  };
  const first = await sized(program(''), kept, push);
  expect(first.lines).toContain(
    'size: compared with nothing, no build of main has left a size report in the cache yet',
  );
  const all = { ...first.sizes?.packages, ...first.sizes?.rest };
  expect(Object.values(all).reduce((sum, bytes) => sum + bytes, 0)).toBe(first.bytes);
  expect(first.sizes?.packages['runtime']).toBeGreaterThan(100_000);
  expect(first.sizes?.packages['example.com/m/table']).toBeGreaterThan(0);
  expect([...kept.keys()]).toEqual([expect.stringMatching(/^seatrial-size1-[0-9a-f]{12}-main-f{40}$/)]);

  const pull = {
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_BASE_REF: 'main',
    GITHUB_REF_NAME: '7/merge',
    GITHUB_JOB: 'j',
  };
  const second = await sized(program(`, 4${', 5'.repeat(20_000)}`), kept, pull);
  const by = Number(second.report.outputs.get('size-change'));
  expect(by).toBe(second.bytes - first.bytes);
  expect(second.report.summaries.join()).toMatch(
    /#### Size of `m` for linux\/amd64: [\d.]+ MB, \+1\d\d\.\d kB against the last build of main/,
  );
  expect(second.report.summaries.join()).toMatch(/\| example\.com\/m\/table \| \+1\d\d\.\d kB \|/);
  // A pull request leaves nothing behind that the base branch would be compared with.
  expect(kept.size).toBe(1);
});

test('a report that is named has to be one', async () => {
  const files = {
    ...program(''),
    'other.json': '{"version":1,"commit":"abc","binaries":[]}',
    'bad.json': '{}',
  };
  const named = await sized(files, new Map(), {}, { 'size-report': 'false', 'size-base': 'other.json' });
  expect(named.report.outputs.get('size-change')).toBe('');
  await expect(sized(files, new Map(), {}, { 'size-base': 'bad.json' })).rejects.toThrow(
    'no size report of version 1',
  );
  await expect(sized(files, new Map(), {}, { 'size-base': 'none.json' })).rejects.toThrow("can't be read");
});
