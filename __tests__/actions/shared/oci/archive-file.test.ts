import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type PackedFile, packFile } from '../../../../actions/shared/oci/archive-file.ts';
import { blobPath } from '../../../../actions/shared/oci/layout.ts';
import { beginLayout, keepLayer, writeLayer } from '../../../../actions/shared/oci/write.ts';

let folder: string;
let path: string;
// Several members, the last one not full.
const bytes = Buffer.concat([randomBytes(3 << 20), Buffer.alloc(3 << 20, 'text '), Buffer.from('end')]);
/** jest compares buffers of this size byte by byte, which takes it many seconds. */
const hashOf = (one: Uint8Array): string => createHash('sha256').update(one).digest('hex');
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seatrial-packed-'));
  path = join(folder, 'app');
  await writeFile(path, bytes);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const chunk of chunks) parts.push(Buffer.from(chunk));
  return Buffer.concat(parts);
}

test('what was compressed is the file as it was opened, whatever stands at its path by then', async () => {
  const packed = await packFile(path);
  await writeFile(join(folder, 'other'), 'another program');
  await rename(join(folder, 'other'), path);
  expect(hashOf(await collect(packed.plain()))).toBe(hashOf(bytes));
  expect(hashOf(gunzipSync(await collect(packed.members)))).toBe(hashOf(bytes));
  expect(await packed.sha256).toBe(hashOf(bytes));
  await packed.close();
});

test('a layer has the same bytes whenever its file was compressed', async () => {
  const layer = async (name: string, wait: (packed: PackedFile) => Promise<unknown>) => {
    const layout = join(folder, name);
    await beginLayout(layout);
    const packed = await packFile(path);
    await wait(packed);
    async function* archive() {
      yield Buffer.from('head');
      yield packed;
      yield Buffer.from('tail');
    }
    const seen: Buffer[] = [];
    const fact = await writeLayer(layout, archive(), 'draft', (chunk) => seen.push(Buffer.from(chunk)));
    await keepLayer(layout, 'draft', fact);
    await packed.close();
    const written = await readFile(blobPath(layout, fact.digest));
    expect(hashOf(Buffer.concat(seen))).toBe(hashOf(written));
    return { fact, plain: hashOf(gunzipSync(written)) };
  };
  const late = await layer('late', async () => undefined);
  const early = await layer('early', (packed) => collect(packed.plain()));
  expect(early.fact).toEqual(late.fact);
  const whole = Buffer.concat([Buffer.from('head'), bytes, Buffer.from('tail')]);
  expect(early.plain).toBe(hashOf(whole));
  expect(early.fact.diffId).toBe(`sha256:${hashOf(whole)}`);
});

test('one that nobody takes is let go in the middle', async () => {
  const packed = await packFile(path);
  await packed.close();
  await expect(packFile(join(folder, 'absent'))).rejects.toThrow('ENOENT');
});

test('who can no longer write the layer lets its parts go', async () => {
  const layout = join(folder, 'layout');
  await beginLayout(layout);
  let released = false;
  async function* archive() {
    const packed = await packFile(path);
    try {
      yield Buffer.from('head');
      yield packed;
    } finally {
      released = true;
      await packed.close();
    }
  }
  const full = (): never => {
    throw new Error('no space left');
  };
  await expect(writeLayer(layout, archive(), 'draft', full)).rejects.toThrow('no space left');
  expect(released).toBe(true);
});

test('what is written to meanwhile is told; another name is no change', async () => {
  const packed = await packFile(path);
  await rename(path, join(folder, 'moved'));
  expect(await packed.unchanged()).toBe(true);
  await writeFile(join(folder, 'moved'), 'x', { flag: 'a' });
  expect(await packed.unchanged()).toBe(false);
  await packed.close();
});
