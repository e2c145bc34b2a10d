import { UserError } from '../../../shared/errors/user-error.ts';
import type { ArchiveFile } from '../../../shared/oci/archive-file.ts';
import { type TarHead, tarEnd, tarHeader, tarPadding } from '../../../shared/oci/tar-write.ts';
import {
  type ArchivePart,
  dropLayer,
  keepLayer,
  type LayerFact,
  writeLayer,
} from '../../../shared/oci/write.ts';
import type { TestedBinary } from '../tell/content.ts';

/** Folders and files of a layer, in order; each file is the binary. */
export type Entries = readonly TarHead[];

/** A layer that was written, and whether it was shown to somebody meanwhile. */
export interface Layer extends LayerFact {
  readonly shown: boolean;
}

/** A layer that is being written, and is none of the layout's blobs before it is finished. */
export interface Draft {
  readonly entries: Entries;
  readonly written: Promise<LayerFact>;
  /** What went into it so far. */
  readonly files: ReadonlySet<ArchiveFile>;
  /** Lets its files go, those that are still being opened as well. */
  readonly close: () => Promise<void>;
  readonly place: Place;
}

/** Where a layer is written to, and who is shown it meanwhile. */
export interface Place {
  readonly layout: string;
  /** Tells the layer's file from others that are written at the same time. */
  readonly name: string;
  readonly show: ((chunk: Uint8Array) => void) | undefined;
}

/** Begins to write a layer; `take` gives the binary, once for each file of it. The caller finishes or discards it. */
export function beginDraft(entries: Entries, take: () => Promise<ArchiveFile>, place: Place): Draft {
  const files = new Set<ArchiveFile>();
  let closed = false;
  const tar = archiveOf(entries, async () => {
    const file = await take();
    files.add(file);
    if (closed) await file.close();
    return file;
  });
  const written = writeLayer(place.layout, tar, place.name, place.show);
  // Told to whoever finishes it; there may be nobody.
  written.catch(() => undefined);
  const close = async (): Promise<void> => {
    closed = true;
    for (const file of files) await file.close();
  };
  return { entries, written, files, close, place };
}

/** The layer, once it is written. Throws a UserError where something else than the tested binary went into it. */
export async function finishDraft(draft: Draft, tested: TestedBinary): Promise<Layer> {
  const { layout, name, show } = draft.place;
  try {
    const layer = await draft.written;
    for (const file of draft.files) mustBeTested(tested, await file.sha256, await file.unchanged());
    await keepLayer(layout, name, layer);
    return { ...layer, shown: show !== undefined };
  } finally {
    await draft.close();
  }
}

/** Stops where it is, and leaves nothing of it in the layout. */
export async function discardDraft({ written, close, place }: Draft): Promise<void> {
  await close();
  await written.catch(() => undefined);
  await dropLayer(place.layout, place.name);
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
