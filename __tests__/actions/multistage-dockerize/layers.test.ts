import { createHash, randomBytes } from 'node:crypto';
import { appendFile, mkdtemp, readdir, readlink, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Entries, Layer } from '../../../actions/multistage-dockerize/src/assemble/draft.ts';
import { Layers } from '../../../actions/multistage-dockerize/src/assemble/layers.ts';
import { beginLayout } from '../../../actions/shared/oci/write.ts';

let folder: string;
let staged: string;
let path: string;
let shown: number;
// More than one piece of what is compressed at once.
const bytes = Buffer.concat([randomBytes(1 << 20), Buffer.alloc(5 << 20, 'text ')]);
const sha256 = createHash('sha256').update(bytes).digest('hex');

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seatrial-layers-'));
  [staged, path] = [join(folder, 'staged'), join(folder, 'app')];
  await writeFile(staged, bytes);
  shown = 0;
});
afterEach(async () => {
  expect(await openBelow(folder)).toEqual([]);
  await rm(folder, { recursive: true, force: true });
});

/** Files that this process holds open. */
async function openBelow(path: string): Promise<string[]> {
  const handles = await readdir('/proc/self/fd');
  const files = await Promise.all(handles.map((one) => readlink(`/proc/self/fd/${one}`).catch(() => '')));
  return files.filter((file) => file.startsWith(path));
}

const at = (name: string): ((size: number) => Entries) => {
  const entry = { mode: 0o755, uid: 0, gid: 0, mtime: 1_700_000_000 };
  return (size) => [
    { ...entry, name: 'opt', type: 'folder', size: 0 },
    { ...entry, name: `opt/${name}`, type: 'file', size },
  ];
};
const tested = () => ({
  path,
  size: bytes.length,
  sha256,
  platform: { os: 'linux', architecture: 'amd64' },
  interpreter: undefined,
});

async function open(name: string): Promise<{ layers: Layers; blobs: () => Promise<string[]> }> {
  const layout = join(folder, name);
  await beginLayout(layout);
  const show = (chunk: Uint8Array): void => {
    shown += chunk.length;
  };
  const layers = new Layers(async () => layout, show);
  return { layers, blobs: () => readdir(join(layout, 'blobs', 'sha256')) };
}

/** The layer as it is when nothing was begun before. */
async function plain(): Promise<Layer> {
  const { layers } = await open('plain');
  const layer = await layers.write(at('app')(bytes.length), { ...tested(), path: staged }, 'layer-0');
  shown = 0;
  return layer;
}

test('a layer that is expected is written from when its binary is there, and is the same', async () => {
  const usual = await plain();
  const { layers, blobs } = await open('ahead');
  layers.expect(at('app'));
  const read = layers.begin(staged, path);
  expect(await read).toBe(sha256);
  await rename(staged, path);
  const layer = await layers.write(at('app')(bytes.length), tested(), 'layer-0');
  expect(layer).toEqual(usual);
  expect([layer.shown, shown]).toEqual([true, layer.size]);
  expect(await blobs()).toEqual([layer.digest.replace('sha256:', '')]);
});

test('where another layer is wanted, that one is written, and nothing of the first stays', async () => {
  const usual = await plain();
  const { layers, blobs } = await open('other');
  layers.expect(at('elsewhere'));
  await layers.begin(staged, path);
  await rename(staged, path);
  const layer = await layers.write(at('app')(bytes.length), tested(), 'layer-0');
  // What was shown before was another layer.
  expect(layer).toEqual({ ...usual, shown: false });
  expect(await blobs()).toEqual([layer.digest.replace('sha256:', '')]);
});

test.each<[string, ((size: number) => Entries) | undefined, string | undefined]>([
  ['nobody expects', undefined, undefined],
  [
    'can’t be told',
    () => {
      throw new Error('no place for it');
    },
    'no place for it',
  ],
  ['has a path too long', at('x'.repeat(300)), 'too long'],
  ['holds the binary twice', (size) => [...at('a')(size), ...at('b')(size)], 'more than once'],
])('a layer that %s ahead is the usual one', async (_, entries, why) => {
  const usual = await plain();
  const { layers } = await open('late');
  if (entries !== undefined) layers.expect(entries);
  const read = layers.begin(staged, path);
  if (why === undefined) expect(await read).toBe(sha256);
  else await expect(read).rejects.toThrow(why);
  await expect(layers.begin(staged, path)).rejects.toThrow('was begun before');
  await rename(staged, path);
  expect(await layers.write(at('app')(bytes.length), tested(), 'layer-0')).toMatchObject({
    digest: usual.digest,
    diffId: usual.diffId,
  });
});

test('a binary that stands in its layer twice is read and compared twice', async () => {
  const { layers } = await open('twice');
  await rename(staged, path);
  const entries: Entries = [...at('a')(bytes.length), ...at('b')(bytes.length)];
  expect((await layers.write(entries, tested(), 'layer-0')).size).toBeGreaterThan(2 << 20);
});

test('a binary that is written to after it was read is told', async () => {
  const { layers } = await open('changed');
  layers.expect(at('app'));
  await layers.begin(staged, path);
  await rename(staged, path);
  await appendFile(path, 'x');
  await expect(layers.write(at('app')(bytes.length), tested(), 'layer-0')).rejects.toThrow(
    `${path} was changed while it was put into the image`,
  );
});

test('what nobody takes is let go, whatever it is at', async () => {
  const { layers, blobs } = await open('closed');
  layers.expect(at('app'));
  const [written, packed] = [layers.begin(staged, path), layers.begin(staged, `${path}-2`)];
  await layers.close();
  expect(await blobs()).toEqual([]);
  for (const read of await Promise.allSettled([written, packed]))
    expect(read.status === 'rejected' || read.value === sha256).toBe(true);
});

test('a layer that nobody takes is no blob, and takes none with it', async () => {
  const { layers, blobs } = await open('alias');
  layers.expect(at('app'));
  await layers.begin(staged, join(folder, 'elsewhere'));
  const layer = await layers.write(at('app')(bytes.length), { ...tested(), path: staged }, 'layer-0');
  await layers.close();
  expect(await blobs()).toEqual([layer.digest.replace('sha256:', '')]);
});

test('a layer that can’t be written keeps nobody waiting for its sha256', async () => {
  const layers = new Layers(async () => join(folder, 'absent'));
  layers.expect(at('app'));
  await expect(layers.begin(staged, path)).rejects.toThrow('ENOENT');
});
