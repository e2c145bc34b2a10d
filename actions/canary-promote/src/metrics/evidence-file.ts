import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Scrape } from '../judge/types.ts';

/** Every scrape as the judge got it, one JSON object per line: a verdict can be judged again with other settings. */
export interface EvidenceFile {
  readonly path: string;
  append(scrape: Scrape): Promise<void>;
}

export async function openEvidence(path: string): Promise<EvidenceFile> {
  await writeLines(path, '');
  return { path, append: (scrape) => appendFile(path, `${JSON.stringify(scrape)}\n`) };
}

/** Writes a file with its folder. */
export async function writeLines(path: string, lines: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, lines);
}
