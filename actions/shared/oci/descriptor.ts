import { field, listOf, numberOf, pairsOf, textOf, textsOf } from '../json/json.ts';
import { isDigest } from './digest.ts';

export const mediaTypes = {
  index: 'application/vnd.oci.image.index.v1+json',
  manifest: 'application/vnd.oci.image.manifest.v1+json',
  config: 'application/vnd.oci.image.config.v1+json',
  layer: 'application/vnd.oci.image.layer.v1.tar',
  dockerIndex: 'application/vnd.docker.distribution.manifest.list.v2+json',
  dockerManifest: 'application/vnd.docker.distribution.manifest.v2+json',
} as const;

/** What may stand behind a tag, as a registry is asked for it. */
export const manifestTypes = [
  mediaTypes.index,
  mediaTypes.manifest,
  mediaTypes.dockerIndex,
  mediaTypes.dockerManifest,
].join(', ');

export interface Platform {
  readonly os: string;
  readonly architecture: string;
  readonly variant?: string;
}

export interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
  readonly platform?: Platform;
  readonly annotations: Readonly<Record<string, string>>;
}

export interface Manifest {
  readonly config: Descriptor;
  readonly layers: readonly Descriptor[];
}

/** The parts of an image's configuration that are looked at here. */
export interface ImageConfig {
  readonly platform: Platform;
  readonly user: string;
  readonly entrypoint: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly diffIds: readonly string[];
  /** What made each layer, in order; steps that made none are left out. */
  readonly steps: readonly string[];
}

/** Reads a descriptor. Throws an Error when a part is missing: nothing is ever guessed about what is pushed. */
export function parseDescriptor(value: unknown): Descriptor {
  const mediaType = textOf(field(value, 'mediaType'));
  const digest = textOf(field(value, 'digest'));
  const size = numberOf(field(value, 'size'));
  if (mediaType === undefined || digest === undefined || size === undefined || !isDigest(digest)) {
    throw new Error('a descriptor lacks its media type, digest or size');
  }
  const platform = parsePlatform(field(value, 'platform'));
  return {
    mediaType,
    digest,
    size,
    annotations: pairsOf(field(value, 'annotations')),
    ...(platform === undefined ? {} : { platform }),
  };
}

export function parseManifest(value: unknown): Manifest {
  return {
    config: parseDescriptor(field(value, 'config')),
    layers: listOf(field(value, 'layers')).map(parseDescriptor),
  };
}

/** The manifests an index lists. */
export function parseIndex(value: unknown): readonly Descriptor[] {
  const manifests = field(value, 'manifests');
  if (!Array.isArray(manifests)) throw new Error('an index lists no manifests');
  return manifests.map(parseDescriptor);
}

export function parseConfig(value: unknown): ImageConfig {
  const config = field(value, 'config');
  const history = listOf(field(value, 'history'));
  return {
    platform: parsePlatform(value) ?? { os: '', architecture: '' },
    user: textOf(field(config, 'User')) ?? '',
    entrypoint: [...textsOf(field(config, 'Entrypoint')), ...textsOf(field(config, 'Cmd'))],
    labels: pairsOf(field(config, 'Labels')),
    diffIds: textsOf(field(field(value, 'rootfs'), 'diff_ids')),
    steps: history
      .filter((step) => field(step, 'empty_layer') !== true)
      .map((step) => textOf(field(step, 'created_by')) ?? ''),
  };
}

export function isIndex(descriptor: Descriptor): boolean {
  return descriptor.mediaType === mediaTypes.index || descriptor.mediaType === mediaTypes.dockerIndex;
}

/** Reads `linux/arm64` or `linux/arm/v7`. */
export function platformOf(name: string): Platform {
  const [os = '', architecture = '', variant] = name.split('/');
  return { os, architecture, ...(variant === undefined ? {} : { variant }) };
}

/** `linux/arm64/v8` */
export function platformName({ os, architecture, variant }: Platform): string {
  return [os, architecture, ...(variant === undefined || variant === '' ? [] : [variant])].join('/');
}

function parsePlatform(value: unknown): Platform | undefined {
  const os = textOf(field(value, 'os'));
  const architecture = textOf(field(value, 'architecture'));
  const variant = textOf(field(value, 'variant'));
  if (os === undefined || architecture === undefined) return undefined;
  return { os, architecture, ...(variant === undefined ? {} : { variant }) };
}
