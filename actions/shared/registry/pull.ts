import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { UserError } from '../errors/user-error.ts';
import { field, parsed, textOf } from '../json/json.ts';
import {
  type Descriptor,
  isIndex,
  manifestTypes,
  mediaTypes,
  type Platform,
  parseDescriptor,
  parseIndex,
  parseManifest,
  platformName,
} from '../oci/descriptor.ts';
import { digestOf } from '../oci/digest.ts';
import { blobPath } from '../oci/layout.ts';
import type { BlobFact } from '../oci/write.ts';
import type { HttpResponse } from './http.ts';
import { isLoopback } from './loopback.ts';
import { errorOf, type Repository, TransientError } from './registry.ts';

/** An image of a registry for one platform: every byte compared with its digest. */
export interface Pulled {
  /** The digest the tag led to: that of the index, where there is one. */
  readonly digest: string;
  readonly config: unknown;
  /** In the media types of OCI, whatever the registry calls them. */
  readonly layers: readonly BlobFact[];
}

/** Reads what an image is made of, without its layers. Throws a UserError when it is not there for this platform. */
export async function pullManifest(
  repository: Repository,
  reference: string,
  platform: Platform,
): Promise<Pulled> {
  const root = await manifestAt(repository, reference);
  const chosen = isIndex(root.descriptor) ? await ofPlatform(repository, root, platform) : root;
  const manifest = parseManifest(chosen.value);
  const config = await blobBytes(repository, manifest.config);
  return {
    digest: root.descriptor.digest,
    config: parsed(config.toString()),
    layers: manifest.layers.map((layer) => ociLayer(repository, layer)),
  };
}

/** Fetches layers into a layout whose folders exist. `name` tells its drafts from others written at the same time. */
export async function pullLayers(
  repository: Repository,
  layers: readonly BlobFact[],
  layout: string,
  name: string,
): Promise<void> {
  await Promise.all(layers.map((layer, at) => pullLayer(repository, layer, layout, `${name}-${at}`)));
}

interface Found {
  readonly descriptor: Descriptor;
  readonly value: unknown;
}

async function manifestAt(repository: Repository, reference: string): Promise<Found> {
  const answer = await repository.call({
    method: 'GET',
    path: `manifests/${reference}`,
    headers: { accept: manifestTypes },
  });
  if (answer.status !== 200) throw notThere(repository, reference, answer);
  const digest = digestOf(answer.body);
  if (reference.startsWith('sha256:') && digest !== reference)
    throw otherBytes(repository, reference, digest);
  const value = parsed(answer.body.toString());
  const header = answer.headers['content-type']?.split(';', 1)[0]?.trim();
  const mediaType = textOf(field(value, 'mediaType')) ?? header;
  return { descriptor: parseDescriptor({ mediaType, digest, size: answer.body.length }), value };
}

async function ofPlatform(repository: Repository, root: Found, wanted: Platform): Promise<Found> {
  const all = parseIndex(root.value);
  const fits = (one: Descriptor): boolean =>
    one.platform?.os === wanted.os &&
    one.platform.architecture === wanted.architecture &&
    (wanted.variant === undefined || one.platform.variant === wanted.variant);
  const found = all.find(fits);
  if (found !== undefined) return manifestAt(repository, found.digest);
  const known = all.flatMap((one) => (one.platform === undefined ? [] : [platformName(one.platform)]));
  throw new UserError(
    `the image ${repository.name} is not made for ${platformName(wanted)}, only for ${known.join(', ')}`,
    { fix: 'Take a base image for this platform, or leave the platform out of `platforms`.' },
  );
}

async function blobBytes(repository: Repository, blob: Descriptor): Promise<Buffer> {
  const answer = await getBlob(repository, blob.digest);
  const digest = digestOf(answer.body);
  if (digest !== blob.digest) throw otherBytes(repository, blob.digest, digest);
  return answer.body;
}

async function pullLayer(
  repository: Repository,
  layer: BlobFact,
  layout: string,
  name: string,
): Promise<void> {
  const target = blobPath(layout, layer.digest);
  const draft = blobPath(layout, `sha256:${name}`);
  let digest = '';
  await getBlob(repository, layer.digest, async (body) => {
    const hash = createHash('sha256');
    body.on('data', (chunk: Buffer) => hash.update(chunk));
    await pipeline(body, createWriteStream(draft));
    digest = `sha256:${hash.digest('hex')}`;
  });
  if (digest !== layer.digest) throw otherBytes(repository, layer.digest, digest);
  await rename(draft, target);
}

const mostRedirects = 5;

/** Registries send on to their storage, which gets no token of ours. */
async function getBlob(
  repository: Repository,
  digest: string,
  sink?: (body: Readable) => Promise<void>,
): Promise<HttpResponse> {
  let path: string | URL = `blobs/${digest}`;
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    const answer: HttpResponse = await repository.call({
      method: 'GET',
      path,
      ...(sink === undefined ? {} : { sink }),
    });
    if (answer.status === 200) return answer;
    const next = URL.parse(answer.headers.location ?? '', repository.url('').href);
    if (![301, 302, 303, 307, 308].includes(answer.status) || next === null || !isSafe(next))
      throw notThere(repository, digest, answer);
    path = next;
  }
  throw new TransientError(`${repository.name}: the registry sends on and on for ${digest}`, {
    fix: 'Run the step again; if it stays so, the registry is broken.',
  });
}

function isSafe(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
}

/** A layer by its OCI media type; one that is to be fetched from elsewhere is none we could keep. */
function ociLayer(repository: Repository, { mediaType, digest, size }: Descriptor): BlobFact {
  const compressed = /[+.](gzip|zstd)$/.exec(mediaType)?.[1];
  if (mediaType.includes('foreign') || mediaType.includes('nondistributable')) {
    throw new UserError(`the image ${repository.name} has a layer that no registry may keep (${mediaType})`, {
      fix: 'Take another base image: such layers are those of Windows.',
    });
  }
  return {
    mediaType: compressed === undefined ? mediaTypes.layer : `${mediaTypes.layer}+${compressed}`,
    digest,
    size,
  };
}

function notThere(repository: Repository, what: string, answer: HttpResponse): UserError {
  return new UserError(`${repository.name}: the registry does not give ${what} (${errorOf(answer)})`, {
    fix: 'Check name and tag of the image, and that this runner may pull it.',
  });
}

function otherBytes(repository: Repository, wanted: string, got: string): UserError {
  return new UserError(`${repository.name}: the registry gave ${got} when asked for ${wanted}`, {
    fix: 'Something between here and the registry changes what it sends; use nothing from it until that is found.',
  });
}
