import { isDeepStrictEqual } from 'node:util';
import { type ArchiveFile, openFile, packFile } from '../../../shared/oci/archive-file.ts';
import type { TestedBinary } from '../tell/content.ts';
import { beginDraft, type Draft, discardDraft, type Entries, finishDraft, type Layer } from './draft.ts';

/** What a layer will hold, going by the size of its binary. */
export type Expected = (size: number) => Entries;

/** The layers with a binary. What can be done of one before its image is planned, is done. */
export class Layers {
  private readonly layout: () => Promise<string>;
  private readonly drafts = new Map<string, Promise<Draft>>();
  private readonly packs = new Map<string, Promise<ArchiveFile>>();
  private expected: Expected | undefined;
  private show: ((chunk: Uint8Array) => void) | undefined;

  /** Layers for the image in a layout; `show` is shown the first one while it is made. */
  constructor(layout: () => Promise<string>, show?: (chunk: Uint8Array) => void) {
    this.layout = layout;
    this.show = show;
  }

  /** Tells what the layer of the next binary will hold, whatever becomes of that one. */
  expect(entries: Expected): void {
    this.expected = entries;
  }

  /**
   * Begins with the binary that will be at `path`, and is in `file` by now: writes the layer that is expected, or compresses
   * what is the largest part of any. Gives the sha256 in hexadecimal of what it reads for that; rejects where that comes to
   * nothing.
   */
  begin(file: string, path: string): Promise<string> {
    if (this.drafts.has(path) || this.packs.has(path))
      return heard(Promise.reject(new Error(`${path} was begun before`)));
    const { expected } = this;
    this.expected = undefined;
    return heard(expected === undefined ? this.packAhead(file, path) : this.writeAhead(file, path, expected));
  }

  /** The layer of these entries. Throws a UserError where something else than the tested binary went into it. */
  async write(entries: Entries, binary: TestedBinary, name: string): Promise<Layer> {
    const begun = await this.begun(binary.path, entries);
    const take = (): Promise<ArchiveFile> => {
      const packed = this.packs.get(binary.path) ?? packFile(binary.path);
      this.packs.delete(binary.path);
      return packed;
    };
    return finishDraft(begun ?? (await this.draft(entries, take, name)), binary);
  }

  /** Lets go of what nobody took. */
  async close(): Promise<void> {
    for (const pack of this.packs.values()) await (await pack.catch(() => undefined))?.close();
    for (const begun of this.drafts.values()) {
      const draft = await begun.catch(() => undefined);
      if (draft !== undefined) await discardDraft(draft);
    }
  }

  private async packAhead(file: string, path: string): Promise<string> {
    const pack = heard(packFile(file));
    this.packs.set(path, pack);
    return (await pack).sha256;
  }

  private async writeAhead(file: string, path: string, expected: Expected): Promise<string> {
    // At once: the file goes elsewhere a moment later.
    const opened = openFile(file);
    const draft = heard(opened.then((one) => this.draftOf(one, expected)));
    this.drafts.set(path, draft);
    const [{ sha256 }, { written }] = await Promise.all([opened, draft]);
    // Where the layer can't be written, nobody reads on.
    return Promise.race([sha256, written.then(() => sha256)]);
  }

  private async draftOf(file: ArchiveFile, expected: Expected): Promise<Draft> {
    try {
      const entries = expected(file.size);
      // An open file is read and hashed once.
      if (entries.filter(({ type }) => type === 'file').length !== 1)
        throw new Error('the binary stands in the layer more than once');
      const draft = await this.draft(entries, async () => file, `ahead-${this.drafts.size}`);
      // It is never taken where the layer ends before.
      draft.written.catch(() => file.close());
      return draft;
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  private async draft(entries: Entries, take: () => Promise<ArchiveFile>, name: string): Promise<Draft> {
    const place = { layout: await this.layout(), name, show: this.show };
    this.show = undefined;
    return beginDraft(entries, take, place);
  }

  /** The layer that was begun with a binary, if it is the one that is wanted. */
  private async begun(path: string, entries: Entries): Promise<Draft | undefined> {
    const draft = await this.drafts.get(path)?.catch(() => undefined);
    this.drafts.delete(path);
    if (draft !== undefined && isDeepStrictEqual(draft.entries, entries)) return draft;
    if (draft !== undefined) await discardDraft(draft);
    return undefined;
  }
}

/** What goes wrong with it is told to whoever needs it; there may be nobody. */
function heard<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}
