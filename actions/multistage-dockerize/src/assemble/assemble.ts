import { createReadStream } from 'node:fs';
import { messageOf, UserError } from '../../../shared/errors/user-error.ts';
import { field, textsOf } from '../../../shared/json/json.ts';
import { mediaTypes } from '../../../shared/oci/descriptor.ts';
import { type TarHead, tarEnd, tarHeader, tarPadding } from '../../../shared/oci/tar-write.ts';
import { PathError, readTree, type Tree } from '../../../shared/oci/tree.ts';
import { addBytes, addLayer, addManifest, beginLayout, finishLayout } from '../../../shared/oci/write.ts';
import { pullLayers } from '../../../shared/registry/pull.ts';
import { type Applied, applySteps } from './apply.ts';
import type { Assembly, Part } from './assembly.ts';

interface Settings {
  readonly layout: string;
  readonly created: Date;
  readonly labels: ReadonlyMap<string, string>;
  /** The Dockerfile, for errors. */
  readonly path: string;
}

/** Writes the planned image as an OCI layout: one layer with the binary on the layers of the base. */
export async function assemble(assembly: Assembly, settings: Settings): Promise<void> {
  const { layout } = settings;
  await beginLayout(layout);
  const images = await Promise.all(assembly.parts.map((part, at) => writePart(part, at, settings)));
  const [only, ...others] = images;
  if (only !== undefined && others.length === 0) return finishLayout(layout, only);
  const index = { schemaVersion: 2, mediaType: mediaTypes.index, manifests: images };
  return finishLayout(layout, await addBytes(layout, Buffer.from(JSON.stringify(index)), mediaTypes.index));
}

async function writePart(part: Part, at: number, settings: Settings): Promise<object> {
  const { layout } = settings;
  const { binary, base, platform, recipe } = part;
  const baseLayers = base?.image.layers ?? [];
  if (base !== undefined) await pullLayers(base.session.repository, baseLayers, layout, `base-${at}`);
  const tree = await readTree(layout, baseLayers);
  const applied = applyPart(part, tree, settings);
  const layer = await addLayer(layout, archive(applied.entries, binary.path), `layer-${at}`);
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
  return { ...manifest, platform };
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

/** The layer's archive: folders, then the binary read from its file. */
async function* archive(entries: readonly TarHead[], binary: string): AsyncGenerator<Uint8Array> {
  for (const entry of entries) {
    yield tarHeader(entry);
    if (entry.type === 'folder') continue;
    yield* createReadStream(binary, { highWaterMark: 1 << 20 });
    yield tarPadding(entry.size);
  }
  yield tarEnd;
}
