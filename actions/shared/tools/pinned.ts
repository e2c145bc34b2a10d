import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { access, chmod, mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Context } from '../action/context.ts';
import { messageOf, UserError } from '../errors/user-error.ts';
import { tarEntries } from '../oci/tar.ts';

/** A published program that is downloaded where the runner has none. */
export interface PinnedTool {
  /** Also the name of the input that takes a path instead. */
  readonly name: string;
  readonly version: string;
  readonly url: string;
  /** Of what the URL gives, in hexadecimal. */
  readonly sha256: string;
  /** Whether the URL gives a `.tar.gz` that holds the program under its name, or the program itself. */
  readonly packed: boolean;
}

/** Fetches a file whole. */
export type Download = (url: string, signal: AbortSignal) => Promise<Buffer>;

type Place = Pick<Context<never>, 'env' | 'temp' | 'signal' | 'log'>;

/** The program of that name on PATH; undefined when there is none that may be run. */
export async function programOnPath(name: string, path: string): Promise<string | undefined> {
  for (const folder of path.split(delimiter).filter(isAbsolute)) {
    const candidate = join(folder, name);
    const runs = await access(candidate, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (runs) return candidate;
  }
  return undefined;
}

/**
 * Gives the path of a pinned program, downloading it when no earlier step has. Nothing that has another sha256 is ever
 * written to disk as a program.
 *
 * Throws a UserError when it can't be fetched or is something else.
 */
export async function installPinned(
  tool: PinnedTool,
  { env, temp, signal, log }: Place,
  download: Download = fetched,
): Promise<string> {
  const { name, version, url } = tool;
  const folder = join(env['RUNNER_TOOL_CACHE'] || temp, `seatrial-${name}`, tool.sha256);
  const path = join(folder, name);
  // The folder is named by the checksum and the program is moved in last: what stands there was checked.
  if ((await stat(path).catch(() => undefined))?.isFile() === true) return path;
  log.info(`There is no ${name} on PATH: ${version} is fetched from ${url}`);
  const bytes = await download(url, signal).catch((error: unknown) => {
    throw new UserError(`${name} ${version} can't be fetched: ${messageOf(error)}`, {
      fix: `Let the runner reach ${new URL(url).host}, or install ${name} in a step before and give its path as \`${name}\`.`,
    });
  });
  mustBe(tool, bytes);
  await mkdir(folder, { recursive: true });
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, tool.packed ? await unpacked(bytes, name) : bytes);
  await chmod(draft, 0o755);
  await rename(draft, path);
  return path;
}

function mustBe({ name, version, url, sha256 }: PinnedTool, bytes: Buffer): void {
  const actual = createHash('sha256').update(bytes).digest('hex');
  if (actual === sha256) return;
  throw new UserError(`what ${url} gave is not ${name} ${version}: its sha256 is ${actual}, not ${sha256}`, {
    fix: 'Do not run it. Look at what stands between the runner and GitHub, and report it.',
  });
}

async function unpacked(archive: Buffer, name: string): Promise<Buffer> {
  for await (const entry of tarEntries(Readable.from([archive]).pipe(createGunzip()))) {
    if (entry.name !== name || entry.type !== 'file') continue;
    const parts: Buffer[] = [];
    for await (const part of entry.body()) parts.push(part);
    return Buffer.concat(parts);
  }
  throw new Error(`the archive holds no ${name}`);
}

const patienceMs = 300_000;

async function fetched(url: string, signal: AbortSignal): Promise<Buffer> {
  const answer = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]) });
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return Buffer.from(await answer.arrayBuffer());
}
