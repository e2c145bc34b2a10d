import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { prepare } from '../../../actions/multistage-dockerize/src/builders/prepare.ts';
import { replacementFor } from '../../../actions/multistage-dockerize/src/plan/compile-once.ts';
import { readDockerfile } from '../../../actions/shared/dockerfile/dockerfile.ts';

test('sockets and pipes in the build context are left out, as docker does, and links are kept', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'seatrial-context-'));
  const context = join(folder, 'sources');
  await mkdir(join(context, 'run'), { recursive: true });
  await writeFile(join(context, 'app'), 'program');
  await writeFile(join(context, 'main.go'), 'package main\n');
  await symlink('main.go', join(context, 'link.go'));
  await promisify(execFile)('mkfifo', [join(context, 'run', 'pipe')]);
  const server = createServer().listen(join(context, 'run', 'docker.sock'));
  try {
    const text = 'FROM golang AS builder\nFROM scratch\nCOPY --from=builder /out/app /app\n';
    const file = await readDockerfile(text, new Map());
    const replacement = replacementFor(file, 'builder', join(context, 'app'), 'Dockerfile');
    const request = {
      context,
      dockerfile: join(context, 'Dockerfile'),
      target: undefined,
      platforms: [],
      buildArgs: new Map(),
      labels: new Map(),
      secrets: new Map(),
      cacheFrom: [],
      cacheTo: [],
      contexts: new Map(),
      layout: join(folder, 'layout'),
    };
    const source = { path: request.dockerfile, file };
    const compiled = { binary: join(context, 'app'), replacement };
    const { prepared } = await prepare(
      'docker',
      request,
      source,
      compiled,
      new Date(0),
      join(folder, 'work'),
    );
    expect((await readdir(prepared.context, { recursive: true })).sort()).toEqual([
      '.dockerignore',
      '.seatrial-compiled',
      'app',
      'link.go',
      'main.go',
      'run',
    ]);
    expect(await readFile(join(prepared.context, 'link.go'), 'utf8')).toBe('package main\n');
  } finally {
    server.close();
    await rm(folder, { recursive: true, force: true });
  }
});
