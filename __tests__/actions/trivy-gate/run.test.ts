import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { ExecOptions } from '../../../actions/shared/exec/exec.ts';
import { openLayout } from '../../../actions/shared/oci/layout.ts';
import { contract, type Output } from '../../../actions/trivy-gate/src/contract.ts';
import { run } from '../../../actions/trivy-gate/src/run.ts';
import { findTrivy } from '../../../actions/trivy-gate/src/trivy-binary.ts';
import { inputsOf, testContext } from '../../support/context.ts';
import { addBlob, addImage, finishLayout, tarOf, writeLayout } from '../../support/layout.ts';
import { reportText, vulnerability } from '../../support/trivy-report.ts';

let context: Awaited<ReturnType<typeof testContext<Output>>>;
beforeEach(async () => {
  context = await testContext<Output>();
});
afterEach(() => rm(context.temp, { recursive: true, force: true }));

interface Call {
  readonly args: readonly string[];
  readonly options: ExecOptions | undefined;
}

/** A trivy that writes what a test wants, having looked at the layout as the real one does. */
function fakeTrivy(
  report: (imageId: string) => string,
  code = 0,
): { calls: Call[]; exec: typeof context.exec } {
  const calls: Call[] = [];
  const exec: typeof context.exec = async (_, args, options) => {
    if (args[0] === '--version') return { code: 0, stdout: 'Version: 0.69.3\n', stderr: '' };
    calls.push({ args, options });
    const value = (name: string): string =>
      args.find((arg) => arg.startsWith(name))?.slice(name.length) ?? '';
    const input = value('--input=');
    const imageId = input === '' ? '' : ((await openLayout(input)).images[0]?.manifest.config.digest ?? '');
    await writeFile(value('--output='), report(imageId));
    const database = join(value('--cache-dir='), 'db');
    await mkdir(database, { recursive: true });
    await writeFile(
      join(database, 'metadata.json'),
      JSON.stringify({ UpdatedAt: new Date(context.now()).toISOString() }),
    );
    return { code, stdout: '', stderr: '' };
  };
  return { calls, exec };
}

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
  const report = await gate(fakeTrivy(about([])).exec);
  expect(report.failure).toBeUndefined();
  expect(report.outputs.get('verdict')).toBe('clean');
  expect(report.outputs.get('digest')).toBe(digest);
  expect(report.sections.scan).toMatchObject({ verdict: 'clean', digest, scanner: { version: '0.69.3' } });
});

test('findings fail the step, at the line of go.mod, with SARIF and counts', async () => {
  await layout();
  await writeFile(join(context.temp, 'go.mod'), 'module m\n\nrequire golang.org/x/text v0.3.7\n');
  const report = await gate(fakeTrivy(about([vulnerability()])).exec);
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
    (await gate(fakeTrivy(about([vulnerability()])).exec, { 'ignore-file': 'i.yaml' })).outputs.get(
      'verdict',
    ),
  ).toBe('clean');
  await ignore('2026-11-01');
  const report = await gate(fakeTrivy(about([vulnerability()])).exec, { 'ignore-file': 'i.yaml' });
  expect(report.outputs.get('verdict')).toBe('findings');
  expect(report.annotations.find(({ level }) => level === 'warning')?.place?.line).toBe(1);
});

test.each([
  ['trivy failed', () => fakeTrivy(about([]), 1)],
  [
    'the report is about another image',
    () => fakeTrivy(() => reportText([], { Metadata: { ImageID: 'sha256:x' } })),
  ],
  ['the report is empty', () => fakeTrivy(() => '')],
  [
    'the report is about a folder',
    () => fakeTrivy((id) => reportText([], { ArtifactType: 'filesystem', Metadata: { ImageID: id } })),
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
  const { calls, exec } = fakeTrivy(about([vulnerability()]));
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
  const { exec } = fakeTrivy(about([]));
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
