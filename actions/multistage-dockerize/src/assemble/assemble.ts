import { messageOf, UserError } from '../../../shared/errors/user-error.ts';
import { field, textsOf } from '../../../shared/json/json.ts';
import { mediaTypes } from '../../../shared/oci/descriptor.ts';
import { filesIn, type ImageFiles } from '../../../shared/oci/files.ts';
import { type TarHead, tarEnd, tarHeader, tarPadding } from '../../../shared/oci/tar-write.ts';
import { PathError, type Tree } from '../../../shared/oci/tree.ts';
import {
  type ArchivePart,
  addBytes,
  addLayer,
  addManifest,
  beginLayout,
  finishLayout,
} from '../../../shared/oci/write.ts';
import type { TestedBinary } from '../tell/content.ts';
import { type Applied, applySteps } from './apply.ts';
import type { Assembly, Part } from './assembly.ts';
import type { Supplies } from './supplies.ts';

interface Settings {
  readonly layout: string;
  readonly created: Date;
  readonly labels: ReadonlyMap<string, string>;
  /** The Dockerfile, for errors. */
  readonly path: string;
}

/** What is in an image that was written, known from writing it. */
export interface Written {
  readonly files: ImageFiles;
  readonly binaryAt: string;
  /** Digest of the layer with the binary. */
  readonly layer: string;
}

/**
 * Writes the planned image as an OCI layout: one layer with the binary on the layers of the base. Gives what is in the
 * image of each platform; the binary's bytes were hashed on their way into the layer. `see` is shown the first platform's
 * layer while it is made.
 */
export async function assemble(
  assembly: Assembly,
  settings: Settings,
  see?: (chunk: Uint8Array) => void,
): Promise<readonly Written[]> {
  const { layout } = settings;
  await beginLayout(layout);
  const writing = assembly.parts.map((part, at) =>
    writePart(part, at, assembly.supplies, settings, at === 0 ? see : undefined),
  );
  // Nothing is written any more when the first failure is told.
  await Promise.allSettled(writing);
  const parts = await Promise.all(writing);
  const [only, ...others] = parts.map(({ manifest }) => manifest);
  if (only !== undefined && others.length === 0) await finishLayout(layout, only);
  else {
    const manifests = parts.map(({ manifest }) => manifest);
    const index = JSON.stringify({ schemaVersion: 2, mediaType: mediaTypes.index, manifests });
    await finishLayout(layout, await addBytes(layout, Buffer.from(index), mediaTypes.index));
  }
  return parts.map(({ written }) => written);
}

async function writePart(
  part: Part,
  at: number,
  supplies: Supplies,
  settings: Settings,
  see: ((chunk: Uint8Array) => void) | undefined,
): Promise<{ manifest: object; written: Written }> {
  const { layout } = settings;
  const { binary, base, platform, recipe } = part;
  const baseLayers = base?.image.layers ?? [];
  const tree: Tree = base === undefined ? new Map() : await base.tree();
  const applied = applyPart(part, tree, settings);
  const layer = await addLayer(layout, archive(applied.entries, binary, supplies), `layer-${at}`, see);
  const config = await addBytes(
    layout,
    Buffer.from(JSON.stringify(applied.config(layer.diffId))),
    mediaTypes.config,
  );
  const annotations =
    base === undefined
      ? {}
      : {
          'org.opencontainers.image.base.name': recipe.base,
          'org.opencontainers.image.base.digest': base.image.digest,
        };
  const manifest = await addManifest(layout, config, [...baseLayers, layer], annotations);
  return { manifest: { ...manifest, platform }, written: writtenOf(part, tree, applied, layer.digest) };
}

/** The same bytes that were tested went in, or nothing comes out. */
function mustBeTested({ path, sha256 }: TestedBinary, packed: string, unchanged: boolean): void {
  if (packed === sha256 && unchanged) return;
  throw new UserError(
    `${path} was changed while it was put into the image${packed === sha256 ? '' : `: its sha256 was ${sha256}, and ${packed} was read`}`,
    { fix: 'Let nothing write to the binary while this step runs, and build and test it again.' },
  );
}

function writtenOf(
  { base, binary: { sha256 } }: Part,
  tree: Tree,
  { entries }: Applied,
  digest: string,
): Written {
  const layer = base?.image.layers.length ?? 0;
  const all = new Map(tree);
  let binaryAt = '';
  for (const entry of entries) {
    const path = `/${entry.name}`;
    const isBinary = entry.type === 'file';
    if (isBinary) binaryAt = path;
    all.set(path, { ...entry, linkName: '', layer, ...(isBinary ? { sha256 } : {}) });
  }
  return { files: filesIn(all, layer + 1), binaryAt, layer: digest };
}

function applyPart({ recipe, base, platform, binary }: Part, tree: Tree, settings: Settings): Applied {
  const config = base?.image.config;
  const diffIds = textsOf(field(field(config, 'rootfs'), 'diff_ids'));
  const { created, labels, path } = settings;
  try {
    const given = { platform, created, labels, binarySize: binary.size };
    return applySteps(recipe.steps, { config, tree, diffIds }, given);
  } catch (error) {
    if (!(error instanceof PathError)) throw error;
    throw new UserError(`the binary can't be put onto ${recipe.base}: ${messageOf(error)}`, {
      fix: 'Copy it to a path that is free in the base image, or write `builder: buildx`.',
      place: { file: path, line: recipe.baseLine },
    });
  }
}

/** The layer's archive: folders, and the binary as it was compressed, wherever it is copied to. */
async function* archive(
  entries: readonly TarHead[],
  binary: TestedBinary,
  supplies: Supplies,
): AsyncGenerator<ArchivePart> {
  for (const entry of entries) {
    yield tarHeader(entry);
    if (entry.type === 'folder') continue;
    const packed = await supplies.packed(binary.path);
    try {
      yield packed;
      mustBeTested(binary, packed.sha256(), await packed.unchanged());
    } finally {
      await packed.close();
    }
    yield tarPadding(entry.size);
  }
  yield tarEnd;
}
