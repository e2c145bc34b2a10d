import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf, messageOf, UserError } from '../errors/user-error.ts';
import { field, parsed, textOf } from '../json/json.ts';
import {
  type Descriptor,
  type ImageConfig,
  isIndex,
  type Manifest,
  parseConfig,
  parseIndex,
  parseManifest,
} from './descriptor.ts';
import { digestOf, sha256OfFile } from './digest.ts';

/** One image of a layout: that of one platform. */
export interface Image {
  readonly descriptor: Descriptor;
  readonly manifest: Manifest;
  readonly config: ImageConfig;
}

/** An OCI image layout on disk that holds exactly one image, for one platform or several. */
export interface Layout {
  readonly path: string;
  /** The manifest, or the index of a multi-platform image. Its digest is the image's. */
  readonly root: Descriptor;
  readonly images: readonly Image[];
  /** Manifests and indexes with what they refer to first and the root last. */
  readonly manifests: readonly Descriptor[];
  /** Layers and configurations, each once. */
  readonly blobs: readonly Descriptor[];
  /** Bytes of all layers and configurations. */
  readonly size: number;
}

/** Path of a blob in a layout. */
export function blobPath(layout: string, digest: string): string {
  return join(layout, 'blobs', ...digest.split(':', 2));
}

/**
 * Opens a layout and follows it from index.json to every blob.
 *
 * Throws a UserError when it is no layout, holds several images, or lacks a blob.
 */
export async function openLayout(path: string): Promise<Layout> {
  const index = await readIndex(path);
  const [root, ...others] = index;
  if (root === undefined || others.length > 0) {
    throw broken(path, root === undefined ? 'it holds no image' : `it holds ${index.length} images, not one`);
  }
  try {
    return await followed(path, root);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw broken(path, messageOf(error));
  }
}

async function followed(path: string, root: Descriptor): Promise<Layout> {
  const manifests: Descriptor[] = [];
  const images: Image[] = [];
  const blobs = new Map<string, Descriptor>();
  const visit = async (descriptor: Descriptor): Promise<void> => {
    const value = parsed((await readBlob(path, descriptor)).toString());
    if (isIndex(descriptor)) {
      for (const child of parseIndex(value)) await visit(child);
    } else {
      const manifest = parseManifest(value);
      for (const blob of [...manifest.layers, manifest.config]) blobs.set(blob.digest, blob);
      const config = parseConfig(parsed((await readBlob(path, manifest.config)).toString()));
      // BuildKit keeps attestations beside the images, as manifests of no platform.
      const isImage = descriptor.annotations['vnd.docker.reference.type'] === undefined;
      if (isImage) images.push({ descriptor, manifest, config });
    }
    manifests.push(descriptor);
  };
  await visit(root);
  if (images.length === 0) throw new Error('it holds no image');
  for (const blob of blobs.values()) await hasSize(path, blob);
  const size = [...blobs.values()].reduce((sum, blob) => sum + blob.size, 0);
  return { path, root, images, manifests, blobs: [...blobs.values()], size };
}

/** Compares every layer with its digest. Manifests and configurations were compared when the layout was opened. */
export async function verifyBlobs(layout: Layout): Promise<void> {
  for (const blob of layout.blobs) {
    const actual = `sha256:${await sha256OfFile(blobPath(layout.path, blob.digest))}`;
    if (actual !== blob.digest)
      throw broken(layout.path, `the blob ${blob.digest} holds the bytes of ${actual}`);
  }
}

/**
 * The bytes of a blob, compared with its digest on the way: the last of them come only when all are right. Throws a
 * UserError when they are not.
 */
export async function* verifiedBlob(layout: string, { digest }: Descriptor): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let last: Buffer | undefined;
  for await (const chunk of createReadStream(blobPath(layout, digest), { highWaterMark: 1 << 20 })) {
    if (last !== undefined) yield last;
    last = Buffer.from(chunk);
    hash.update(last);
  }
  const actual = `sha256:${hash.digest('hex')}`;
  if (actual !== digest) throw broken(layout, `the blob ${digest} holds the bytes of ${actual}`);
  if (last !== undefined) yield last;
}

/** The base image as the manifest's annotations name it (OCI, "Pre-Defined Annotation Keys"); undefined where they don't. */
export async function baseOf({
  path,
  images: [first],
}: Pick<Layout, 'path' | 'images'>): Promise<{ name: string; digest: string } | undefined> {
  if (first === undefined) return undefined;
  const annotations = field(parsed((await readBlob(path, first.descriptor)).toString()), 'annotations');
  const name = textOf(field(annotations, 'org.opencontainers.image.base.name'));
  const digest = textOf(field(annotations, 'org.opencontainers.image.base.digest'));
  return name === undefined || digest === undefined ? undefined : { name, digest };
}

/** Reads a small blob (manifest, index, configuration) and compares it with its digest. */
export async function readBlob(layout: string, descriptor: Descriptor): Promise<Buffer> {
  const bytes = await readFile(blobPath(layout, descriptor.digest));
  const actual = digestOf(bytes);
  if (actual !== descriptor.digest)
    throw new Error(`the blob ${descriptor.digest} holds the bytes of ${actual}`);
  return bytes;
}

/** Whether a folder calls itself an OCI layout. */
export async function isLayout(path: string): Promise<boolean> {
  const text = await readFile(join(path, 'oci-layout'), 'utf8').catch(() => '');
  return textOf(field(parsed(text), 'imageLayoutVersion')) !== undefined;
}

async function readIndex(path: string): Promise<readonly Descriptor[]> {
  if (!(await isLayout(path))) throw broken(path, 'its file oci-layout is missing or damaged');
  try {
    return parseIndex(parsed(await readFile(join(path, 'index.json'), 'utf8')));
  } catch (error) {
    throw broken(path, `its index.json: ${messageOf(error)}`);
  }
}

async function hasSize(layout: string, blob: Descriptor): Promise<void> {
  const found = await stat(blobPath(layout, blob.digest)).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') throw new Error(`the blob ${blob.digest} is missing`);
    throw error;
  });
  if (found.size !== blob.size)
    throw new Error(`the blob ${blob.digest} has ${found.size} bytes, not ${blob.size}`);
}

function broken(path: string, why: string): UserError {
  return new UserError(`${path} is no whole OCI layout of one image: ${why}`, {
    fix: 'Hand on the `layout` output of multistage-dockerize in the same job, or build the image again.',
  });
}
