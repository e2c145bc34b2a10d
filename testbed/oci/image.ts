import { type Artifact, type Blob, digestOf } from './push.ts';

/** The part of an image's configuration that says how it runs (OCI image specification, `config`). */
export interface RunSettings {
  readonly Entrypoint?: readonly string[];
  readonly Cmd?: readonly string[];
  readonly Env?: readonly string[];
  readonly User?: string;
  readonly WorkingDir?: string;
  readonly Labels?: Readonly<Record<string, string>>;
}

const LAYER_TYPE = 'application/vnd.oci.image.layer.v1.tar';
const CONFIG_TYPE = 'application/vnd.oci.image.config.v1+json';
const ARCHITECTURE: Partial<Record<string, string>> = { x64: 'amd64', arm64: 'arm64' };

/** Node's name of this machine's architecture as images spell it. */
export function architecture(name: string = process.arch): string {
  const known = ARCHITECTURE[name];
  if (known === undefined) throw new Error(`images for ${name} are not made here`);
  return known;
}

/** An image of uncompressed layers for this machine, without any time in it: the same content is the same digest. */
export function image(layers: readonly Uint8Array[], settings: RunSettings): Artifact {
  const config = {
    architecture: architecture(),
    os: 'linux',
    config: settings,
    rootfs: { type: 'layers', diff_ids: layers.map(digestOf) },
  };
  const blobs: Blob[] = layers.map((content) => ({ mediaType: LAYER_TYPE, content }));
  return { config: { mediaType: CONFIG_TYPE, content: Buffer.from(JSON.stringify(config)) }, layers: blobs };
}
