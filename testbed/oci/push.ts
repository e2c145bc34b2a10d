import { createHash } from 'node:crypto';
import { parseJson } from '../json.ts';

/** A piece of an image or artifact. */
export interface Blob {
  readonly mediaType: string;
  readonly content: Uint8Array;
  readonly annotations?: Readonly<Record<string, string>>;
}

export interface Artifact {
  readonly config: Blob;
  readonly layers: readonly Blob[];
  /** Of the manifest. */
  readonly annotations?: Readonly<Record<string, string>>;
}

export const MANIFEST_TYPE = 'application/vnd.oci.image.manifest.v1+json';

export const digestOf = (content: Uint8Array): string =>
  `sha256:${createHash('sha256').update(content).digest('hex')}`;

const descriptor = ({ mediaType, content, annotations }: Blob): object => ({
  mediaType,
  digest: digestOf(content),
  size: content.length,
  ...(annotations === undefined ? {} : { annotations }),
});

/** The manifest's bytes: its digest is the image's digest. */
export function manifestOf({ config, layers, annotations }: Artifact): Buffer {
  return Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: MANIFEST_TYPE,
      config: descriptor(config),
      layers: layers.map(descriptor),
      ...(annotations === undefined ? {} : { annotations }),
    }),
  );
}

async function call(url: URL | string, method: string, body?: Uint8Array, type?: string): Promise<Response> {
  const response = await fetch(url, {
    method,
    ...(body === undefined ? {} : { body: Buffer.from(body) }),
    ...(type === undefined ? {} : { headers: { 'Content-Type': type } }),
  });
  if (!response.ok && method !== 'HEAD')
    throw new Error(
      `${method} ${String(url)} answered ${response.status}: ${(await response.text()).slice(0, 300)}`,
    );
  return response;
}

async function pushBlob(base: string, blob: Blob): Promise<void> {
  const digest = digestOf(blob.content);
  if ((await call(`${base}/blobs/${digest}`, 'HEAD')).ok) return;
  const begun = await call(`${base}/blobs/uploads/`, 'POST');
  const place = new URL(begun.headers.get('Location') ?? '', base);
  place.searchParams.set('digest', digest);
  await call(place, 'PUT', blob.content, 'application/octet-stream');
}

/** Pushes to a plain-http registry; what it has already is not sent again. Returns the digest. */
export async function push(
  artifact: Artifact,
  registry: string,
  repository: string,
  tag: string,
): Promise<string> {
  const base = `http://${registry}/v2/${repository}`;
  for (const blob of [artifact.config, ...artifact.layers]) await pushBlob(base, blob);
  const manifest = manifestOf(artifact);
  await call(`${base}/manifests/${tag}`, 'PUT', manifest, MANIFEST_TYPE);
  return digestOf(manifest);
}

/** The manifest under a tag; undefined when the registry doesn't have it. */
export async function readManifest(registry: string, repository: string, tag: string): Promise<unknown> {
  const url = `http://${registry}/v2/${repository}/manifests/${tag}`;
  const response = await fetch(url, { headers: { Accept: MANIFEST_TYPE } });
  return response.ok ? parseJson(await response.text(), url) : undefined;
}
