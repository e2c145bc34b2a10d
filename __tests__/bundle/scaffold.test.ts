import { execFile } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { withFolder } from '../support/go-module.ts';
import { startRegistry } from '../support/registry.ts';
import { runStub } from '../support/run-action.ts';

const run = promisify(execFile);

const source = `package main

import "net"

const address = ":7070"

func main() {
	listener, err := net.Listen("tcp", address)
	println(listener, err)
}
`;

test('a module without a Dockerfile: what its program needs decides, and the patch puts it into the repository', async () => {
  await withFolder(
    { 'go.mod': 'module example.com/listener\n\ngo 1.26\n', 'cmd/listener/main.go': source },
    async (workspace) => {
      const env = { ...process.env, CGO_ENABLED: '0', GOOS: 'linux', GOFLAGS: '-buildvcs=false' };
      const args = ['build', '-trimpath', '-ldflags=-s -w', '-o', 'bin/listener', './cmd/listener'];
      await run('go', args, { cwd: workspace, env });
      await run('git', ['init', '-q'], { cwd: workspace });
      const temp = join(workspace, '..', `temp-${process.pid}`);
      await mkdir(temp, { recursive: true });
      const registry = await startRegistry();
      try {
        const inputs = { image: `${registry.host}/acme/listener`, binary: 'bin/listener', push: 'true' };
        const result = await runStub('multistage-dockerize', inputs, {
          workspace,
          temp,
          env: { SOURCE_DATE_EPOCH: '1700000000' },
        });
        expect([result.code, result.outputs['pushed']]).toEqual([0, 'true']);
        expect(result.stdout).toMatch(
          /written on scratch, because it is static .* calls nobody by TLS, asks for no time zone and makes no temporary files/,
        );
        await run('git', ['apply', result.outputs['patch'] ?? ''], { cwd: workspace });
        const dockerfile = await readFile(join(workspace, 'Dockerfile'), 'utf8');
        expect(dockerfile).toContain('-o /out/app ./cmd/listener\n');
        expect(dockerfile).toMatch(/^USER 65532:65532\nEXPOSE 7070\nENTRYPOINT \["\/app"\]$/m);
        expect(await readFile(join(workspace, '.dockerignore'), 'utf8')).toContain('.git\n');
        // Committed, it is a Dockerfile like any other, and a good one.
        const again = await runStub('multistage-dockerize', inputs, {
          workspace,
          temp,
          env: { SOURCE_DATE_EPOCH: '1700000000' },
        });
        expect([again.code, again.outputs['findings'], again.outputs['digest']]).toEqual([
          0,
          '0',
          result.outputs['digest'],
        ]);
      } finally {
        await registry.close();
        await rm(temp, { recursive: true, force: true });
      }
    },
  );
}, 120_000);
