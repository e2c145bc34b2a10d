import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { access, chmod, mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Context } from '../../../shared/action/context.ts';
import { mainModuleOf } from '../../../shared/elf/go-module.ts';
import { messageOf, UserError } from '../../../shared/errors/user-error.ts';
import { tarEntries } from '../../../shared/oci/tar.ts';
import type { Inputs, Output } from '../contract.ts';
import { type PinnedArchive, pinnedArchive, pinnedVersion, refusalOf } from './pinned.ts';
import { cleanEnvironment } from './process.ts';

type Gate = Context<Output>;

/** Fetches a file whole. */
export type Download = (url: string, signal: AbortSignal) => Promise<Buffer>;

/** A trivy that may be run. */
export interface Trivy {
  readonly path: string;
  readonly version: string;
}

/** The trivy that is named, else the one on PATH, else the pinned release, checked by its sha256. */
export async function findTrivy(inputs: Inputs, context: Gate, download: Download = fetched): Promise<Trivy> {
  const path = inputs.trivy ?? (await onPath(context.env['PATH'] ?? ''));
  if (path !== undefined) return usable(path, context);
  const archive = pinnedArchive(process.platform, process.arch);
  if (archive === undefined) {
    throw new UserError(
      `there is no trivy on PATH, and none is pinned for ${process.platform} ${process.arch}`,
      {
        fix: 'Install trivy in a step before and give its path as `trivy`.',
      },
    );
  }
  return { path: await installed(archive, context, download), version: pinnedVersion };
}

async function onPath(path: string): Promise<string | undefined> {
  const candidates = path
    .split(delimiter)
    .filter(isAbsolute)
    .map((folder) => join(folder, 'trivy'));
  for (const candidate of candidates) {
    const runs = await access(candidate, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (runs) return candidate;
  }
  return undefined;
}

async function usable(path: string, context: Gate): Promise<Trivy> {
  const version = (await builtVersion(path)) ?? (await toldVersion(path, context));
  const refusal = version === undefined ? `${path} does not tell its version` : refusalOf(version);
  if (refusal === undefined) return { path, version: version ?? '' };
  throw new UserError(refusal, {
    fix: `Use trivy ${pinnedVersion}: leave \`trivy\` out and it is downloaded, checked by its sha256.`,
  });
}

/** The release as the linker noted it. Asking the program takes a tenth of a second, and would run what is to be refused. */
async function builtVersion(path: string): Promise<string | undefined> {
  const module = await mainModuleOf(path);
  if (module?.path !== 'github.com/aquasecurity/trivy') return undefined;
  return /^v(\d+\.\d+\.\d+)(?:\+dirty)?$/.exec(module.version)?.[1];
}

async function toldVersion(path: string, { exec, env }: Gate): Promise<string | undefined> {
  const { code, stdout } = await exec(path, ['--version'], { env: cleanEnvironment(env) });
  return code === 0 ? /^Version: v?(\S+)/m.exec(stdout)?.[1] : undefined;
}

async function installed(archive: PinnedArchive, context: Gate, download: Download): Promise<string> {
  const folder = join(context.env['RUNNER_TOOL_CACHE'] ?? context.temp, 'seatrial-trivy', archive.sha256);
  const path = join(folder, 'trivy');
  // The folder is named by the checksum and the program is moved in last: what stands there was checked.
  if ((await stat(path).catch(() => undefined))?.isFile() === true) return path;
  context.log.info(`There is no trivy on PATH: ${pinnedVersion} is fetched from ${archive.url}`);
  const bytes = await download(archive.url, context.signal).catch((error: unknown) => {
    throw new UserError(`trivy ${pinnedVersion} can't be fetched: ${messageOf(error)}`, {
      fix: `Let the runner reach ${new URL(archive.url).host}, or install trivy in a step before and give its path as \`trivy\`.`,
    });
  });
  const actual = createHash('sha256').update(bytes).digest('hex');
  if (actual !== archive.sha256) {
    throw new UserError(
      `what ${archive.url} gave is not trivy ${pinnedVersion}: its sha256 is ${actual}, not ${archive.sha256}`,
      {
        fix: 'Do not run it. Look at what stands between the runner and GitHub, and report it.',
      },
    );
  }
  await mkdir(folder, { recursive: true });
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, await programIn(bytes));
  await chmod(draft, 0o755);
  await rename(draft, path);
  return path;
}

async function programIn(archive: Buffer): Promise<Buffer> {
  for await (const entry of tarEntries(Readable.from([archive]).pipe(createGunzip()))) {
    if (entry.name !== 'trivy' || entry.type !== 'file') continue;
    const parts: Buffer[] = [];
    for await (const part of entry.body()) parts.push(part);
    return Buffer.concat(parts);
  }
  throw new Error('the archive holds no trivy');
}

async function fetched(url: string, signal: AbortSignal): Promise<Buffer> {
  const patience = AbortSignal.any([signal, AbortSignal.timeout(300_000)]);
  const answer = await fetch(url, { signal: patience });
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return Buffer.from(await answer.arrayBuffer());
}
