import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { field } from '../../actions/shared/json/json.ts';
import { openLayout } from '../../actions/shared/oci/layout.ts';
import { must } from '../../scripts/run.ts';
import { type Bed, up } from '../../testbed/bed.ts';
import { addBlob, addImage, finishLayout } from '../support/layout.ts';
import { runStub, type StubResult } from '../support/run-action.ts';

/** From a binary to a scanned image in a registry, with the real BuildKit, trivy and registry. */

let bed: Bed;
let workspace: string;
const pushedDigests: string[] = [];
const manifestUrl = (reference: string): string =>
  `http://${bed.registry}/v2/${repository().split('/').slice(1).join('/')}/manifests/${reference}`;
const repository = (): string => `${bed.registry}/t-image/app-${process.pid}`;

beforeAll(async () => {
  bed = await up();
  workspace = await mkdtemp(join(tmpdir(), 'seatrial-image-'));
}, 600_000);
afterAll(async () => {
  await rm(workspace, { recursive: true, force: true });
  for (const digest of pushedDigests) await fetch(manifestUrl(digest), { method: 'DELETE' });
});

const source = `package main

import (
	"fmt"

	"golang.org/x/text/language"
)

func main() { fmt.Println(language.ParseAcceptLanguage("de")) }
`;

/** Builds the program with a version of x/text: below 0.3.8 it has CVE-2022-32149. */
async function program(version: string): Promise<void> {
  await writeFile(join(workspace, 'main.go'), source);
  await writeFile(
    join(workspace, 'go.mod'),
    `module example.com/app\n\ngo 1.26\n\nrequire golang.org/x/text ${version}\n`,
  );
  await must('go', ['mod', 'tidy'], { cwd: workspace });
  await must('go', ['build', '-trimpath', '-ldflags=-s -w', '-o', 'bin/app', '.'], {
    cwd: workspace,
    env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-buildvcs=false' },
  });
  // Artifacts lose the mode on their way from job to job.
  await chmod(join(workspace, 'bin/app'), 0o644);
}

const dockerfile = (): string => `FROM ${bed.baseImages.golang} AS builder
COPY . .
RUN exit 1
FROM ${bed.baseImages.static}
COPY --from=builder /out/app /app
USER 65532
ENTRYPOINT ["/app"]
`;

function step(action: string, inputs: Record<string, string>): Promise<StubResult> {
  return runStub(action, inputs, {
    workspace,
    temp: join(workspace, 'temp'),
    env: {
      PATH: `${dirname(bed.buildctl)}:${process.env['PATH']}`,
      BUILDKIT_HOST: bed.buildkitHost,
      SOURCE_DATE_EPOCH: '1700000000',
    },
  });
}

const build = (inputs: Record<string, string> = {}): Promise<StubResult> =>
  step('multistage-dockerize', { image: repository(), binary: 'bin/app', ...inputs });
const scan = (target: string, inputs: Record<string, string> = {}): Promise<StubResult> =>
  step('trivy-gate', {
    target,
    trivy: bed.trivy.bin,
    'db-repository': bed.trivy.dbRepository,
    'cache-directory': 'cache',
    ...inputs,
  });
const push = (layout: string): Promise<StubResult> =>
  step('multistage-dockerize', { image: repository(), layout, push: 'true' });

async function tagsInRegistry(): Promise<unknown> {
  const answer = await fetch(
    `http://${bed.registry}/v2/${repository().split('/').slice(1).join('/')}/tags/list`,
  );
  return answer.ok ? field(await answer.json(), 'tags') : [];
}

test('a vulnerable dependency is found in the image and the image is not pushed; mended, the same bytes arrive', async () => {
  await program('v0.3.7');
  await writeFile(join(workspace, 'Dockerfile'), dockerfile());
  const built = await build();
  expect(built.stdout).toContain('/app in the image has the sha256 of the tested binary');
  const found = await scan(built.outputs['layout'] ?? '');
  expect(found.outputs).toMatchObject({ verdict: 'findings', high: '1', digest: built.outputs['digest'] });
  expect(found.stdout).toMatch(/::error title=HIGH CVE-2022-32149,file=go.mod,line=5::/);
  expect((await push(built.outputs['layout'] ?? '')).stdout).toContain('it is not pushed');
  expect(await tagsInRegistry()).toEqual([]);

  await program('v0.3.8');
  const mended = await build();
  const clean = await scan(mended.outputs['layout'] ?? '');
  expect([clean.code, clean.outputs['verdict']]).toEqual([0, 'clean']);
  const pushed = await push(mended.outputs['layout'] ?? '');
  expect(pushed.outputs).toMatchObject({ pushed: 'true', digest: mended.outputs['digest'] });
  pushedDigests.push(pushed.outputs['digest'] ?? '');
  const served = await fetch(manifestUrl(pushed.outputs['digest'] ?? ''), {
    headers: { accept: 'application/vnd.oci.image.manifest.v1+json' },
  });
  const bytes = Buffer.from(await served.arrayBuffer());
  expect(`sha256:${createHash('sha256').update(bytes).digest('hex')}`).toBe(mended.outputs['digest']);
  expect((await build()).outputs['digest']).toBe(mended.outputs['digest']);
}, 180_000);

test('compiled in the same step, the image of two steps stands in the registry', async () => {
  await program('v0.3.8');
  await writeFile(join(workspace, 'Dockerfile'), dockerfile());
  const own = { image: repository(), record: 'one-step.json' };
  const compile = 'packages=.\ncache=false';
  const one = await step('multistage-dockerize', { ...own, compile, push: 'true', tags: 'one-step' });
  expect(one.outputs).toMatchObject({ pushed: 'true' });
  pushedDigests.push(one.outputs['digest'] ?? '');
  // The layer of the base may be there before; that of the program was sent while it was written.
  expect(one.stdout).toMatch(/Uploaded [1-9][\d.]* [kM]B;/);
  expect(await tagsInRegistry()).toContain('one-step');
  const served = await fetch(manifestUrl('one-step'), {
    headers: { accept: 'application/vnd.oci.image.manifest.v1+json' },
  });
  const bytes = Buffer.from(await served.arrayBuffer());
  expect(`sha256:${createHash('sha256').update(bytes).digest('hex')}`).toBe(one.outputs['digest']);
  const two = await build({ record: 'one-step.json' });
  expect(two.outputs['digest']).toBe(one.outputs['digest']);
}, 180_000);

test('an error in the Dockerfile is one error at its line, and nothing stays behind', async () => {
  await program('v0.3.8');
  const broken: readonly [string, RegExp][] = [
    [
      dockerfile().replace('ENTRYPOINT', 'ENTRYPONT'),
      /file=Dockerfile,line=7::.*unknown instruction: ENTRYPONT/,
    ],
    [
      dockerfile().replace(bed.baseImages.static, `${bed.registry}/base/none:1`),
      /file=Dockerfile,line=4::.*none:1/,
    ],
    [dockerfile().replace('USER', 'COPY nowhere /x\nUSER'), /file=Dockerfile,line=6::.*nowhere/],
    [dockerfile().replace('AS builder', 'AS compile'), /no stage "builder"/],
  ];
  for (const [text, message] of broken) {
    await writeFile(join(workspace, 'Dockerfile'), text);
    const result = await build();
    expect(result.code).toBe(1);
    expect(result.stdout).toMatch(message);
    expect(result.stdout).not.toMatch(/^\s+at .*:\d+:\d+/m);
    expect(result.outputs).toMatchObject({ digest: '', layout: '' });
  }
}, 120_000);

test('every platform of a layout is scanned, not only the first', async () => {
  await program('v0.3.7');
  const bad = await readFile(join(workspace, 'bin/app'));
  await program('v0.3.8');
  const good = await readFile(join(workspace, 'bin/app'));
  const layout = join(workspace, 'two:platforms');
  await mkdir(layout, { recursive: true });
  const images = [
    await addImage(layout, [[{ name: 'app', content: good }]]),
    await addImage(layout, [[{ name: 'app', content: bad }]], 'arm64'),
  ];
  const index = Buffer.from(JSON.stringify({ schemaVersion: 2, manifests: images }));
  await finishLayout(layout, [await addBlob(layout, index, 'application/vnd.oci.image.index.v1+json')]);
  const result = await scan('two:platforms', { scanners: 'vuln' });
  expect(result.outputs).toMatchObject({
    verdict: 'findings',
    high: '1',
    digest: (await openLayout(layout)).root.digest,
  });
  expect(result.summary).toContain('CVE-2022-32149');
}, 120_000);

test('no database, a damaged one or an old one is no pass', async () => {
  await program('v0.3.8');
  const vuln = { scanners: 'vuln' };
  const none = await scan('.', {
    ...vuln,
    'cache-directory': 'empty',
    'db-repository': `${bed.registry}/no/such-db:2`,
  });
  expect([none.code, none.outputs['verdict']]).toEqual([1, 'could-not-scan']);
  expect(none.stdout).toMatch(/db-repository/);

  const old = await scan('.', { ...vuln, 'max-database-age': '1s' });
  expect([old.code, old.outputs['verdict']]).toEqual([1, 'database-too-old']);

  await writeFile(join(workspace, 'cache/db/trivy.db'), 'damaged');
  const damaged = await scan('.', vuln);
  expect([damaged.code, damaged.outputs['verdict']]).toEqual([1, 'could-not-scan']);
  await rm(join(workspace, 'cache'), { recursive: true });
}, 120_000);

test('manifests, an SBOM and an image in the registry are scanned by their own commands', async () => {
  await program('v0.3.7');
  await writeFile(
    join(workspace, 'pod.yaml'),
    'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n  containers:\n    - name: a\n      image: a:1\n      securityContext: { privileged: true }\n',
  );
  const manifest = await scan('pod.yaml');
  expect(manifest.outputs).toMatchObject({ verdict: 'findings', digest: '' });
  expect(manifest.stdout).toMatch(/::error title=HIGH KSV-0017,file=pod.yaml,line=\d+::/);

  const bom = { bomFormat: 'CycloneDX', specVersion: '1.5', version: 1, components: [library('v0.3.7')] };
  await writeFile(join(workspace, 'bom.json'), JSON.stringify(bom));
  expect((await scan('bom.json')).outputs).toMatchObject({ verdict: 'findings', high: '1' });

  const image = await scan(bed.baseImages.static, { scanners: 'misconfig,secret' });
  expect(image.outputs).toMatchObject({
    verdict: 'clean',
    digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
  });
}, 120_000);

function library(version: string): object {
  return {
    type: 'library',
    'bom-ref': 'text',
    name: 'golang.org/x/text',
    version,
    purl: `pkg:golang/golang.org/x/text@${version}`,
  };
}
