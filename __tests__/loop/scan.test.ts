import { mkdir, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openLayout } from '../../actions/shared/oci/layout.ts';
import { must } from '../../scripts/run.ts';
import { type Bed, up } from '../../testbed/bed.ts';
import { dockerArchive, writeLayout } from '../support/layout.ts';
import { runStub, type StubResult } from '../support/run-action.ts';

/** trivy-gate with the real trivy, its real download and a real registry. */

let bed: Bed;
let workspace: string;
beforeAll(async () => {
  bed = await up();
  workspace = await mkdtemp(join(tmpdir(), 'seatrial-gate-'));
  await program('v0.3.7', 'old');
  await program('v0.3.8', 'new');
}, 600_000);
afterAll(() => rm(workspace, { recursive: true, force: true }));

/** A program with a version of x/text, below 0.3.8 with CVE-2022-32149, as a file and in a layout. */
async function program(version: string, name: string): Promise<void> {
  const folder = join(workspace, name);
  await mkdir(join(folder, 'layout'), { recursive: true });
  await writeFile(
    join(folder, 'main.go'),
    'package main\n\nimport "golang.org/x/text/language"\n\nfunc main() { println(language.English.String()) }\n',
  );
  await writeFile(
    join(folder, 'go.mod'),
    `module example.com/app\n\ngo 1.26\n\nrequire golang.org/x/text ${version}\n`,
  );
  await must('go', ['mod', 'tidy'], { cwd: folder });
  await must('go', ['build', '-trimpath', '-ldflags=-s -w', '-o', 'app', '.'], {
    cwd: folder,
    env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-buildvcs=false' },
  });
  await writeLayout(join(folder, 'layout'), layersOf(await readFile(join(folder, 'app'))));
}

const layersOf = (binary: Buffer) => [[{ name: 'app', content: binary }]];

const scan = (target: string, inputs: Record<string, string> = {}): Promise<StubResult> =>
  runStub(
    'trivy-gate',
    {
      target,
      trivy: bed.trivy.bin,
      'db-repository': bed.trivy.dbRepository,
      'cache-directory': 'cache',
      scanners: 'vuln',
      ...inputs,
    },
    { workspace, temp: join(workspace, 'temp') },
  );

function verdict({ outputs, code }: StubResult): readonly unknown[] {
  return [code, outputs['verdict']];
}

/** A mirror in front of the bed's registry that answers the first requests with 429. */
async function limited(refusals: number): Promise<{ repository: string; server: Server }> {
  let left = refusals;
  const [host = '', ...path] = bed.trivy.dbRepository.split('/');
  const server = createServer((request, response) => {
    if (left > 0) {
      left -= 1;
      response.writeHead(429).end('{"errors":[{"code":"TOOMANYREQUESTS","message":"slow down"}]}');
      return;
    }
    const headers = { accept: request.headers.accept ?? '*/*' };
    fetch(`http://${host}${request.url}`, { method: request.method ?? 'GET', headers }).then(
      async (answer) => {
        const body = Buffer.from(await answer.arrayBuffer());
        const type = answer.headers.get('content-type') ?? 'application/octet-stream';
        response.writeHead(answer.status, { 'content-type': type, 'content-length': body.length }).end(body);
      },
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address === null || typeof address === 'string' ? 0 : address.port;
  return { repository: [`127.0.0.1:${port}`, ...path].join('/'), server };
}

test('a mirror that answers 429 is asked again after a pause; one that is not there gives way to the next', async () => {
  const { repository, server } = await limited(1);
  try {
    const again = await scan('new/layout', { 'cache-directory': 'c1', 'db-repository': repository });
    expect(again.stdout).toMatch(/asked for again in 2 s \(attempt 2\)/);
    expect(verdict(again)).toEqual([0, 'clean']);
    const next = await scan('new/layout', {
      'cache-directory': 'c2',
      'db-repository': `${bed.registry}/no/such-db:2\n${bed.trivy.dbRepository}`,
    });
    expect(verdict(next)).toEqual([0, 'clean']);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}, 120_000);

test("gate: new goes by the base's SBOM, looked up in the same database", async () => {
  const sbomOf = async (name: string): Promise<string> => {
    const { outputs } = await scan(`${name}/layout`);
    const sbom = join(workspace, `${name}.cdx.json`);
    await must(bed.trivy.bin, ['convert', '--format=cyclonedx', `--output=${sbom}`, outputs['report'] ?? '']);
    return sbom;
  };
  const [old, clean] = [await sbomOf('old'), await sbomOf('new')];
  const known = await scan('old/layout', { gate: 'new', 'base-sbom': old });
  expect(verdict(known)).toEqual([0, 'clean']);
  expect(known.outputs).toMatchObject({ high: '1', new: '0' });
  const blamed = await scan('old/layout', { gate: 'new', 'base-sbom': clean, 'working-directory': 'old' });
  expect(verdict(blamed)).toEqual([1, 'findings']);
  expect(blamed.stdout).toMatch(/1 new finding of HIGH/);
  expect(blamed.stdout).toMatch(/::error title=HIGH CVE-2022-32149,file=old\/go.mod,line=5::/);
}, 120_000);

test('VEX goes in and out: what one run declares of an image, the next one takes from it', async () => {
  const repository = `${bed.registry}/t-scan/app-${process.pid}`;
  const pushed = await runStub(
    'multistage-dockerize',
    { image: repository, layout: 'old/layout', push: 'true' },
    { workspace, temp: join(workspace, 'push') },
  );
  const image = `${repository}@${pushed.outputs['digest']}`;
  const frame = { module: 'golang.org/x/text', version: 'v0.3.7' };
  const stream = [
    { config: { protocol_version: 'v1.0.0', scan_level: 'symbol', scan_mode: 'binary' } },
    { osv: { id: 'GO-2022-1059', aliases: ['CVE-2022-32149'] } },
    { finding: { osv: 'GO-2022-1059', trace: [frame] } },
  ];
  await writeFile(
    join(workspace, 'v.json'),
    stream.map((one) => JSON.stringify(one, undefined, 2)).join('\n'),
  );
  const declared = await scan(image, { vulnerabilities: 'v.json', unreachable: 'report' });
  expect(verdict(declared)).toEqual([0, 'clean']);
  const taken = await scan(image, { vex: declared.outputs['vex'] ?? '', 'report-directory': 'second' });
  expect(verdict(taken)).toEqual([0, 'clean']);
  expect(taken.outputs).toMatchObject({ high: '0' });
  expect(taken.summary).toContain('1 declared harmless by VEX');
  const other = await scan('old/layout', { vex: declared.outputs['vex'] ?? '' });
  expect(verdict(other)).toEqual([1, 'findings']);
  expect(other.stdout).toMatch(
    /::warning title=a VEX statement does not apply.*pkg:golang\/golang.org\/x\/text@v0.3.7/,
  );
}, 120_000);

test('a docker archive and a folder are scanned; a damaged archive and a killed scanner are no pass', async () => {
  const archive = join(workspace, 'image.tar');
  const layout = await openLayout(join(workspace, 'old', 'layout'));
  await writeFile(archive, dockerArchive(layersOf(await readFile(join(workspace, 'old', 'app')))));
  expect(layout.images).toHaveLength(1);
  expect((await scan('image.tar')).outputs).toMatchObject({ verdict: 'findings', high: '1' });
  const folder = await scan('old', { 'working-directory': 'old' });
  expect(folder.outputs).toMatchObject({ verdict: 'findings', digest: '' });

  await truncate(archive, 100_000);
  const damaged = await scan('image.tar');
  expect(verdict(damaged)).toEqual([1, 'could-not-scan']);
  expect(damaged.stdout).not.toMatch(/^\s+at .*:\d+:\d+/m);

  const wrapper = `#!/bin/sh\n[ "$1" = --version ] && exec '${bed.trivy.bin}' "$@"\n'${bed.trivy.bin}' "$@" &\nkill -9 $!\nwait $!\n`;
  await writeFile(join(workspace, 'killed'), wrapper, { mode: 0o755 });
  const killed = await scan('old/layout', { trivy: 'killed' });
  expect(verdict(killed)).toEqual([1, 'could-not-scan']);
  expect(killed.stdout).toMatch(/trivy ended with 137.*It was killed/s);
}, 120_000);

test('licences are a kind of their own, and a hostile package name comes to life nowhere', async () => {
  const component = (name: string, id: string): object => ({
    type: 'library',
    'bom-ref': name,
    name,
    version: 'v1.0.0',
    purl: `pkg:npm/${encodeURIComponent(name)}@1.0.0`,
    licenses: [{ license: { id } }],
  });
  const evil = 'evil\n::set-env name=A::b ##[add-path]x <img src=x> [a](http://e) @all';
  const components = [component(evil, 'AGPL-3.0-only'), component('good', 'MIT')];
  const bom = { bomFormat: 'CycloneDX', specVersion: '1.5', version: 1, components };
  await writeFile(join(workspace, 'bom.json'), JSON.stringify(bom));
  const found = await scan('bom.json', { scanners: 'license' });
  expect(verdict(found)).toEqual([1, 'findings']);
  const counts: unknown = JSON.parse(found.outputs['counts'] ?? '');
  expect(counts).toMatchObject({ licence: { low: 0 }, dependency: { high: 0 } });
  expect(found.stdout).not.toMatch(/^::set-env|##\[/m);
  expect(found.summary).not.toMatch(/<img|\]\(http|@all/);
  const reported = await scan('bom.json', { scanners: 'license', kinds: 'secret' });
  expect(verdict(reported)).toEqual([0, 'clean']);
}, 60_000);
