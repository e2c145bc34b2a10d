import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { toolPath } from '../../testbed/tools/ensure.ts';
import { runStub, type StubResult } from '../support/run-action.ts';

/** Programs with C, linked by the real musl and glibc: what their files prove, and the base that follows from it. */

let workspace: string;
beforeAll(async () => {
  await toolPath('musl-gcc');
  workspace = await mkdtemp(join(tmpdir(), 'seatrial-musl-'));
  await writeFile(join(workspace, 'go.mod'), 'module example.com/c\n\ngo 1.26\n');
  await writeFile(
    join(workspace, 'main.go'),
    'package main\n\n// #include <stdio.h>\n// static void hello(void) { puts("from C"); fflush(stdout); }\nimport "C"\n\nfunc main() { C.hello() }\n',
  );
}, 300_000);
afterAll(() => rm(workspace, { recursive: true, force: true }));

async function built(inputs: Record<string, string>): Promise<{ result: StubResult; said: string }> {
  const result = await runStub(
    'go-static-build',
    { cgo: 'auto', cache: 'false', ...inputs },
    { workspace, temp: join(workspace, 'temp'), env: { GOFLAGS: '-buildvcs=false' } },
  );
  expect([result.code, result.stdout]).toEqual([0, expect.not.stringContaining('::error')]);
  const { stdout } = await promisify(execFile)(join(workspace, result.outputs['path'] ?? ''));
  return { result, said: stdout };
}

const scaffolded = (binary: string): Promise<StubResult> =>
  runStub(
    'multistage-dockerize',
    { image: 'registry.example/acme/app', binary, builder: 'kaniko', 'dry-run': 'true' },
    { workspace, temp: join(workspace, 'temp') },
  );

test('linked by musl: Alpine is where it runs, and the Dockerfile that is written stands on it', async () => {
  const { result, said } = await built({ 'require-static': 'false', env: 'CC=musl-gcc' });
  expect(said).toBe('from C\n');
  expect(result.outputs).toMatchObject({ linkage: 'musl', 'runtime-bases': '["alpine"]' });
  const { stdout } = await scaffolded(result.outputs['path'] ?? '');
  expect(stdout).toMatch(/written on alpine:\d.*because it needs musl \(PT_INTERP \/lib\/ld-musl-/);
}, 240_000);

test('linked by musl and statically: it runs anywhere', async () => {
  const { result, said } = await built({
    env: 'CC=musl-gcc',
    ldflags: '-s -w -linkmode=external "-extldflags=-static"',
  });
  expect(said).toBe('from C\n');
  expect(result.outputs['linkage']).toBe('static');
}, 240_000);

test('linked by glibc: a Debian that is new enough', async () => {
  const { result } = await built({ 'require-static': 'false', env: 'CC=gcc' });
  expect(result.outputs['linkage']).toBe('glibc');
  const { stdout } = await scaffolded(result.outputs['path'] ?? '');
  expect(stdout).toMatch(/written on gcr\.io\/distroless\/base-debian\d+.*because it needs glibc 2\.\d+/);
}, 240_000);
