import { rm } from 'node:fs/promises';
import { UserError } from '../../../shared/errors/user-error.ts';
import type { ArchiveFile } from '../../../shared/oci/archive-file.ts';
import { blobPath } from '../../../shared/oci/layout.ts';
import { type TarHead, tarEnd, tarHeader, tarPadding } from '../../../shared/oci/tar-write.ts';
import { type ArchivePart, addLayer, type LayerFact } from '../../../shared/oci/write.ts';
import type { TestedBinary } from '../tell/content.ts';

/** Folders and files of a layer, in order; each file is the binary. */
export type Entries = readonly TarHead[];

/** A layer that was written, and whether it was shown to somebody meanwhile. */
export interface Layer extends LayerFact {
  readonly shown: boolean;
}

/** A layer that is being written. */
export interface Draft {
  readonly entries: Entries;
  readonly layer: Promise<Layer>;
  /** What went into it so far; open until it is finished or discarded. */
  readonly files: ReadonlySet<ArchiveFile>;
}

/** Where a layer is written to, and who is shown it meanwhile. */
export interface Place {
  readonly layout: string;
  /** Tells the layer's file from others that are written at the same time. */
  readonly name: string;
  readonly show: ((chunk: Uint8Array) => void) | undefined;
}

/** Begins to write a layer; `take` gives the binary, once for each file of it. */
export function beginDraft(entries: Entries, take: () => Promise<ArchiveFile>, place: Place): Draft {
  const files = new Set<ArchiveFile>();
  const tar = archiveOf(entries, async () => {
    const file = await take();
    files.add(file);
    return file;
  });
  const { layout, name, show } = place;
  const layer = addLayer(layout, tar, name, show).then((fact) => ({ ...fact, shown: show !== undefined }));
  // Told to whoever finishes it; there may be nobody.
  layer.catch(() => undefined);
  return { entries, layer, files };
}

/** The layer, once it is written. Throws a UserError where something else than the tested binary went into it. */
export async function finishDraft({ layer, files }: Draft, tested: TestedBinary): Promise<Layer> {
  try {
    const written = await layer;
    for (const file of files) mustBeTested(tested, await file.sha256, await file.unchanged());
    return written;
  } finally {
    for (const file of files) await file.close();
  }
}

/** Stops where it is, and leaves nothing of it in the layout. */
export async function discardDraft({ layer, files }: Draft, layout: string): Promise<void> {
  const letGo = async (): Promise<void> => {
    for (const file of files) await file.close();
  };
  await letGo();
  const written = await layer.catch(() => undefined);
  // It may have taken one just then.
  await letGo();
  if (written !== undefined) await rm(blobPath(layout, written.digest), { force: true });
}

/** The same bytes that were tested went in, or nothing comes out. */
function mustBeTested({ path, sha256 }: TestedBinary, read: string, unchanged: boolean): void {
  if (read === sha256 && unchanged) return;
  throw new UserError(
    `${path} was changed while it was put into the image${read === sha256 ? '' : `: its sha256 was ${sha256}, and ${read} was read`}`,
    { fix: 'Let nothing write to the binary while this step runs, and build and test it again.' },
  );
}

async function* archiveOf(entries: Entries, take: () => Promise<ArchiveFile>): AsyncGenerator<ArchivePart> {
  for (const entry of entries) {
    yield tarHeader(entry);
    if (entry.type === 'folder') continue;
    yield await take();
    yield tarPadding(entry.size);
  }
  yield tarEnd;
}
