import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { readSbom } from '../../../actions/multistage-dockerize/src/after-push/sbom.ts';
import { contract, type Output } from '../../../actions/multistage-dockerize/src/contract.ts';
import { run } from '../../../actions/multistage-dockerize/src/run.ts';
import type { Context } from '../../../actions/shared/action/context.ts';
import { sha256OfFile } from '../../../actions/shared/oci/digest.ts';
import { inputsOf, testContext } from '../../support/context.ts';
import { addBlob, addImage, finishLayout } from '../../support/layout.ts';
import { startRegistry, type TestRegistry } from '../../support/registry.ts';
import { wholeRecord } from '../../support/whole-record.ts';

let folder: string;
let registry: TestRegistry;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seatrial-sbom-'));
  registry = await startRegistry();
});
afterEach(async () => {
  await registry.close();
  await rm(folder, { recursive: true, force: true });
});

test('only a bill of materials of a binary in the image is attested, the one that the record knows', async () => {
  const path = join(folder, 'app.cdx.json');
  await writeFile(path, '{"bomFormat":"CycloneDX"}');
  const [known] = wholeRecord.sboms;
  if (known === undefined) throw new Error('the whole record has a bill of materials');
  const sboms = [
    { ...known, path: join(folder, 'other.cdx.json'), sha256: 'b'.repeat(64), binarySha256: 'b'.repeat(64) },
    { ...known, path, sha256: await sha256OfFile(path), binarySha256: 'c'.repeat(64) },
  ];
  const inImage = ['c'.repeat(64)];
  const unnamed = { attest: ['sbom' as const], sbom: undefined };
  const named = { ...unnamed, sbom: path };
  expect(await readSbom(unnamed, sboms, inImage)).toContain('CycloneDX');
  expect(await readSbom({ ...named, attest: ['record'] }, sboms, inImage)).toBeUndefined();
  await expect(readSbom(unnamed, sboms.slice(1), [])).rejects.toThrow(/none of a binary that is known/);
  await expect(readSbom(named, sboms, ['d'.repeat(64)])).rejects.toThrow(
    /binary c{64}, and the image holds d/,
  );
  await writeFile(path, '{"bomFormat":"CycloneDX","version":2}');
  await expect(readSbom(named, sboms, inImage)).rejects.toThrow(/release record does not know/);
  await writeFile(path, '{"spdxVersion":"SPDX-2.3"}');
  await expect(readSbom(named, sboms, inImage)).rejects.toThrow(/no bill of materials in CycloneDX/);
  await rm(path);
  await expect(readSbom(named, sboms, inImage)).rejects.toThrow(/can't be read/);
  await expect(readSbom(unnamed, undefined, inImage)).rejects.toThrow(/release record knows none$/);
});

test('a bill of materials that no record knows counts by what it says itself', async () => {
  const sbom = join(folder, 'app.cdx.json');
  const hashes = [{ alg: 'SHA-256', content: 'C'.repeat(64) }];
  await writeFile(sbom, JSON.stringify({ bomFormat: 'CycloneDX', metadata: { component: { hashes } } }));
  const read = (inImage: readonly string[]) => readSbom({ attest: ['sbom'], sbom }, undefined, inImage);
  expect(await read(['c'.repeat(64)])).toContain('CycloneDX');
  await expect(read(['d'.repeat(64)])).rejects.toThrow(/the image holds d/);
  await expect(read([])).rejects.toThrow(/no tested binary is known to be in the image/);
  await writeFile(sbom, '{"bomFormat":"CycloneDX"}');
  expect(await read([])).toContain('CycloneDX');
});

test('the bill of materials of any binary in a layout may be signed for it, and of no other', async () => {
  const context = await testContext<Output>({ temp: folder });
  const layout = join(folder, 'layout');
  const platforms = ['amd64', 'arm64'];
  const images = [];
  for (const one of platforms)
    images.push(await addImage(layout, [[{ name: 'app', content: `program ${one}` }]], one));
  const index = Buffer.from(JSON.stringify({ schemaVersion: 2, manifests: images }));
  await finishLayout(layout, [await addBlob(layout, index, 'application/vnd.oci.image.index.v1+json')]);
  const hex = (text: string): string => createHash('sha256').update(text).digest('hex');
  const sbom = join(folder, 'app.cdx.json');
  await writeFile(sbom, '{"bomFormat":"CycloneDX"}');
  const signed = async (binary: string): Promise<unknown> => {
    const sha256 = hex(binary);
    const binaries = wholeRecord.binaries.map((one) => ({ ...one, sha256, size: binary.length }));
    const known = { path: sbom, format: '', sha256: hex('{"bomFormat":"CycloneDX"}'), binarySha256: sha256 };
    const record = { ...context.record, binaries, sboms: [{ ...known, components: 1 }] };
    const exec: Context<Output>['exec'] = async () => ({
      code: 0,
      stdout: '{"gitVersion":"v3.0.6"}',
      stderr: '',
    });
    const inputs = { layout, push: 'true', sign: 'key', attest: 'sbom', sbom, cosign: '/c/cosign' };
    const given = inputsOf(contract, { image: `${registry.host}/acme/app`, ...inputs }, folder);
    return run(given, { ...context, record, exec, env: { COSIGN_PRIVATE_KEY: 'key' } }).catch(String);
  };
  expect(await signed('program arm64')).toMatch(/cosign says it signed/);
  registry.manifests.clear();
  expect(await signed('program riscv64')).toMatch(
    /is the bill of materials of the binary [0-9a-f]{64}, and no tested/,
  );
  expect(registry.manifests.size).toBe(0);
}, 60_000);
