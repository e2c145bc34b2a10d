import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { contract, type Output } from '../../../actions/trivy-gate/src/contract.ts';
import { run } from '../../../actions/trivy-gate/src/run.ts';
import { findTrivy } from '../../../actions/trivy-gate/src/trivy/binary.ts';
import { inputsOf, testContext } from '../../support/context.ts';
import { type Behaviour, type FakeTrivy, fakeTrivy, writeDatabase } from '../../support/fake-trivy.ts';
import { addBlob, addImage, finishLayout, tarOf, writeLayout } from '../../support/layout.ts';
import { reportText, vulnerability } from '../../support/trivy-report.ts';

let context: Awaited<ReturnType<typeof testContext<Output>>>;
beforeEach(async () => {
  context = await testContext<Output>();
});
afterEach(() => rm(context.temp, { recursive: true, force: true }));

const fake = (report: (imageId: string) => string, changes: Partial<Behaviour> = {}): FakeTrivy =>
  fakeTrivy({ report, now: context.now, ...changes });

async function gate(
  exec: typeof context.exec,
  given: Record<string, string> = {},
): Promise<typeof context.report> {
  const inputs = inputsOf(
    contract,
    { target: 'layout', trivy: 'trivy', 'cache-directory': 'cache', ...given },
    context.temp,
  );
  await run(inputs, { ...context, exec });
  return context.report;
}

const layout = async (): Promise<string> => {
  await mkdir(join(context.temp, 'layout'), { recursive: true });
  return writeLayout(join(context.temp, 'layout'), [[{ name: 'app', content: 'x' }]]);
};
const about = (findings: readonly object[]) => (imageId: string) =>
  reportText(findings, { Metadata: { ImageID: imageId } });

test('a clean layout passes, with its digest in outputs and record', async () => {
  const digest = await layout();
  const report = await gate(fake(about([])).exec);
  expect(report.failure).toBeUndefined();
  expect(report.outputs.get('verdict')).toBe('clean');
  expect(report.outputs.get('digest')).toBe(digest);
  expect(report.sections.scan).toMatchObject({ verdict: 'clean', digest, scanner: { version: '0.69.3' } });
});

test('findings fail the step, at the line of go.mod, with SARIF and counts', async () => {
  await layout();
  await writeFile(join(context.temp, 'go.mod'), 'module m\n\nrequire golang.org/x/text v0.3.7\n');
  const report = await gate(fake(about([vulnerability()])).exec);
  expect(report.failure?.message).toMatch(/says findings/);
  expect(report.outputs.get('high')).toBe('1');
  expect(report.annotations[0]?.place).toEqual({ file: join(context.temp, 'go.mod'), line: 3 });
  const sarif: unknown = JSON.parse(await readFile(report.outputs.get('sarif') ?? '', 'utf8'));
  expect(sarif).toMatchObject({ runs: [{ results: [{ ruleId: 'CVE-2022-32149' }] }] });
});

test('an ignored finding passes, and an expired ignore is told on its line', async () => {
  await layout();
  const ignore = (expires: string): Promise<void> =>
    writeFile(
      join(context.temp, 'i.yaml'),
      `- id: CVE-2022-32149\n  reason: r\n  owner: o\n  expires: ${expires}\n`,
    );
  await ignore('2026-12-01');
  expect(
    (await gate(fake(about([vulnerability()])).exec, { 'ignore-file': 'i.yaml' })).outputs.get('verdict'),
  ).toBe('clean');
  await ignore('2026-11-01');
  const report = await gate(fake(about([vulnerability()])).exec, { 'ignore-file': 'i.yaml' });
  expect(report.outputs.get('verdict')).toBe('findings');
  expect(report.annotations.find(({ level }) => level === 'warning')?.place?.line).toBe(1);
});

test.each([
  ['trivy failed', () => fake(about([]), { code: 1 })],
  [
    'the report is about another image',
    () => fake(() => reportText([], { Metadata: { ImageID: 'sha256:x' } })),
  ],
  ['the report is empty', () => fake(() => '')],
  [
    'the report is about a folder',
    () => fake((id) => reportText([], { ArtifactType: 'filesystem', Metadata: { ImageID: id } })),
  ],
])('%s: no pass, no SARIF, and the record says so', async (_, trivy) => {
  await layout();
  await expect(gate(trivy().exec)).rejects.toThrow(/could not scan/);
  expect(context.report.outputs.get('verdict')).toBe('could-not-scan');
  expect(context.report.outputs.has('sarif')).toBe(false);
  expect(context.report.sections.scan?.verdict).toBe('could-not-scan');
});

test('an old report lying in the folder is never taken for the new one', async () => {
  await layout();
  const reports = join(context.temp, 'seatrial', 'scan');
  await mkdir(reports, { recursive: true });
  await writeFile(join(reports, 'trivy.json'), reportText([]));
  await writeDatabase(join(context.temp, 'cache'), context.now());
  await expect(
    gate(async (_, args) => ({
      code: 0,
      stdout: args[0] === '--version' ? 'Version: 0.69.3' : '',
      stderr: '',
    })),
  ).rejects.toThrow('empty report');
});

test('every platform of a layout is scanned, in an empty folder and a clean environment', async () => {
  const folder = join(context.temp, 'layout');
  const images = [
    await addImage(folder, [[{ name: 'app', content: 'a' }]]),
    await addImage(folder, [[{ name: 'app', content: 'b' }]], 'arm64'),
  ];
  const index = await addBlob(
    folder,
    Buffer.from(JSON.stringify({ schemaVersion: 2, manifests: images })),
    'application/vnd.oci.image.index.v1+json',
  );
  await finishLayout(folder, [index]);
  const { calls, exec } = fake(about([vulnerability()]));
  const report = await gate(exec);
  expect(calls).toHaveLength(2);
  expect(report.outputs.get('digest')).toBe(index.digest);
  expect(report.outputs.get('high')).toBe('2');
  expect(report.outputs.get('report')?.split('\n')).toHaveLength(2);
  expect(calls[0]?.options?.env).toEqual({});
  expect(calls[0]?.options?.cwd).not.toBe(context.workspace);
  expect((await readdir(context.temp)).filter((name) => name.startsWith('seatrial-scan-'))).toEqual([]);
});

test('what is no target is told with what would be one', async () => {
  const { exec } = fake(about([]));
  await expect(gate(exec, { target: 'nowhere' })).rejects.toThrow('there is nothing to scan');
  await expect(gate(exec, { target: 'ghcr.io/Acme/x', 'target-type': 'image' })).rejects.toThrow(
    'is no image reference',
  );
  await writeFile(join(context.temp, 'oci.tar'), tarOf([{ name: 'oci-layout', content: '{}' }]));
  await expect(gate(exec, { target: 'oci.tar' })).rejects.toThrow("which trivy can't read");
  await writeFile(join(context.temp, 'bom.json'), '{"bomFormat":"CycloneDX"}');
  await expect(gate(exec, { target: 'bom.json', scanners: 'secret' })).rejects.toThrow(
    'none of the scanners',
  );
});

test('a poisoned trivy is refused before it scans anything', async () => {
  await layout();
  const exec: typeof context.exec = async () => ({ code: 0, stdout: 'Version: 0.69.5\n', stderr: '' });
  await expect(gate(exec)).rejects.toThrow('poisoned');
});

test('a download that is not the pinned one is refused and never run', async () => {
  const inputs = inputsOf(contract, { target: 'x' }, context.temp);
  const evil = gzipSync(tarOf([{ name: 'trivy', content: 'evil' }]));
  const none: typeof context.exec = async () => ({ code: 1, stdout: '', stderr: '' });
  await expect(findTrivy(inputs, { ...context, exec: none }, async () => evil)).rejects.toThrow(
    createHash('sha256').update(evil).digest('hex'),
  );
  expect(await readdir(context.temp)).toEqual([]);
  await expect(
    findTrivy(inputs, { ...context, exec: none }, async () => {
      throw new Error('no route');
    }),
  ).rejects.toThrow("can't be fetched: no route");
});

const newHere = vulnerability({ VulnerabilityID: 'CVE-2024-45337', PkgName: 'golang.org/x/crypto' });

test('gate: new lets pass what the given base has too, and blocks what it has not', async () => {
  await layout();
  await writeFile(join(context.temp, 'base.json'), '{"bomFormat":"CycloneDX"}');
  const given = { gate: 'new', 'base-sbom': 'base.json' };
  const known = await gate(fake(about([vulnerability()]), { base: [vulnerability()] }).exec, given);
  expect(known.outputs.get('verdict')).toBe('clean');
  expect(known.outputs.get('new')).toBe('0');
  expect(known.summaries.join()).toContain('the base has it too');
  const both = fake(about([vulnerability(), newHere]), { base: [vulnerability()] });
  const report = await gate(both.exec, given);
  expect(report.outputs.get('verdict')).toBe('findings');
  expect(report.outputs.get('new')).toBe('1');
  expect(report.sections.scan?.blocking).toMatchObject([{ id: 'CVE-2024-45337' }]);
});

test('without a stored base gate: new counts everything, and says so in one line', async () => {
  await layout();
  const report = await gate(fake(about([vulnerability()])).exec, { gate: 'new' });
  expect(report.outputs.get('verdict')).toBe('findings');
  expect(report.outputs.has('new')).toBe(false);
  expect(context.lines.filter((line) => line.startsWith('gate: new counts everything'))).toHaveLength(1);
  await expect(gate(fake(about([])).exec, { gate: 'new', 'base-sbom': 'nowhere.json' })).rejects.toThrow(
    "can't be read",
  );
});

test('code that is not called passes only when that was asked for, and is declared in the VEX', async () => {
  await layout();
  const frame = { module: 'golang.org/x/text', version: 'v0.3.7' };
  const messages = [
    { config: { scan_level: 'symbol' } },
    { osv: { id: 'GO-2022-1059', aliases: ['CVE-2022-32149'] } },
    { finding: { osv: 'GO-2022-1059', trace: [frame] } },
  ];
  await writeFile(join(context.temp, 'v.json'), messages.map((one) => JSON.stringify(one)).join('\n'));
  const purl = 'pkg:golang/golang.org/x/text@v0.3.7';
  const exec = fake(about([vulnerability({ PkgIdentifier: { PURL: purl } })])).exec;
  const blocked = await gate(exec, { vulnerabilities: 'v.json' });
  expect(blocked.outputs.get('verdict')).toBe('findings');
  const report = await gate(exec, { vulnerabilities: 'v.json', unreachable: 'report' });
  expect(report.outputs.get('verdict')).toBe('clean');
  const vex: unknown = JSON.parse(await readFile(report.outputs.get('vex') ?? '', 'utf8'));
  expect(vex).toMatchObject({ statements: [{ vulnerability: { name: 'CVE-2022-32149' } }] });
});
