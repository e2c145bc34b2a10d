import { messageOf, UserError } from '../../../shared/errors/user-error.ts';
import { field, textsOf } from '../../../shared/json/json.ts';
import { mediaTypes } from '../../../shared/oci/descriptor.ts';
import { filesIn, type ImageFiles } from '../../../shared/oci/files.ts';
import { PathError, type Tree } from '../../../shared/oci/tree.ts';
import { addBytes, addManifest, finishLayout } from '../../../shared/oci/write.ts';
import { type Applied, applySteps } from './apply.ts';
import type { Assembly, Part } from './assembly.ts';
import type { Layer } from './draft.ts';
import type { FileFacts } from './files.ts';
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
  /** The layer with the binary. */
  readonly layer: Layer;
}

/**
 * Writes the planned image as an OCI layout: one layer with the binary on the layers of the base. Gives what is in the
 * image of each platform; the binary's bytes were hashed on their way into the layer.
 */
export async function assemble(assembly: Assembly, settings: Settings): Promise<readonly Written[]> {
  const { layout } = settings;
  const writing = assembly.parts.map((part, at) => writePart(part, at, assembly.supplies, settings));
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
): Promise<{ manifest: object; written: Written }> {
  const { layout } = settings;
  const { binary, base, platform, recipe } = part;
  const baseLayers = base?.image.layers ?? [];
  const tree = await treeOf(part);
  const applied = applyPart(part, tree, { ...settings, binarySize: binary.size });
  const layer = await supplies.layers.write(applied.entries, binary, `layer-${at}`);
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
  return { manifest: { ...manifest, platform }, written: writtenOf(part, tree, applied, layer) };
}

function writtenOf(
  { base, binary: { sha256 } }: Part,
  tree: Tree,
  { entries }: Applied,
  own: Layer,
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
  return { files: filesIn(all, layer + 1), binaryAt, layer: own };
}

/** What stands in the base image of a part, once its layers are in the layout. */
export async function treeOf({ base }: Pick<Part, 'base'>): Promise<Tree> {
  return base === undefined ? new Map() : base.tree();
}

/** Carries a part's recipe out on its base. Throws a UserError at the line of FROM where that has no place for the binary. */
export function applyPart(
  { recipe, base, platform }: Omit<Part, 'binary'>,
  tree: Tree,
  { created, labels, path, binarySize }: Pick<Settings, 'created' | 'labels' | 'path'> & FileFacts,
): Applied {
  const config = base?.image.config;
  const diffIds = textsOf(field(field(config, 'rootfs'), 'diff_ids'));
  try {
    return applySteps(recipe.steps, { config, tree, diffIds }, { platform, created, labels, binarySize });
  } catch (error) {
    if (!(error instanceof PathError)) throw error;
    throw new UserError(`the binary can't be put onto ${recipe.base}: ${messageOf(error)}`, {
      fix: 'Copy it to a path that is free in the base image, or write `builder: buildx`.',
      place: { file: path, line: recipe.baseLine },
    });
  }
}
