import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { messageOf, UserError } from '../../shared/errors/user-error.ts';
import { isLayout } from '../../shared/oci/layout.ts';
import { parseReference } from '../../shared/oci/reference.ts';
import { tarEntries } from '../../shared/oci/tar.ts';
import type { Inputs } from './contract.ts';

export type TargetType = Exclude<Inputs['targetType'], 'auto'>;

/** What is scanned. `path` is absolute, or the reference of an image. */
export interface Target {
  readonly type: TargetType;
  readonly path: string;
}

/**
 * Finds out what a target is. A path that exists is looked into; anything else has to be an image reference.
 *
 * Throws a UserError when it is neither, or not what the caller says it is.
 */
export async function resolveTarget(
  target: string,
  wanted: Inputs['targetType'],
  workspace: string,
): Promise<Target> {
  const path = resolve(workspace, target);
  const found = await stat(path).catch(() => undefined);
  if (wanted === 'image' || (wanted === 'auto' && found === undefined))
    return imageTarget(target, wanted, path);
  if (found === undefined) throw missing(path);
  if (wanted !== 'auto') return { type: wanted, path };
  if (found.isDirectory()) return { type: (await isLayout(path)) ? 'oci-layout' : 'filesystem', path };
  return { type: await fileType(path), path };
}

/** The folder that the targets of a report are files in; undefined when what was scanned is no source. */
export async function scannedFolder({ type, path }: Target): Promise<string | undefined> {
  if (type !== 'filesystem' && type !== 'config') return undefined;
  return (await stat(path)).isDirectory() ? path : dirname(path);
}

function imageTarget(target: string, wanted: Inputs['targetType'], path: string): Target {
  try {
    const { registry, tag, digest } = parseReference(target);
    const named = registry !== 'docker.io' || tag !== undefined || digest !== undefined;
    if (wanted === 'image' || named) return { type: 'image', path: target };
  } catch (error) {
    if (wanted === 'image') {
      throw new UserError(`"${target}" is no image reference, expected ${messageOf(error)}`, {
        fix: 'Write `target: ghcr.io/acme/checkout@sha256:…`, or the path of an OCI layout.',
      });
    }
  }
  throw missing(path);
}

function missing(path: string): UserError {
  return new UserError(`there is nothing to scan at ${path}`, {
    fix: 'Give the `layout` output of multistage-dockerize, an image with its tag or digest, or a path that an earlier step made.',
  });
}

async function fileType(path: string): Promise<TargetType> {
  if (await isTar(path)) {
    if (await holdsDockerImage(path)) return 'docker-archive';
    throw new UserError(`${path} is an archive of an OCI layout, which trivy can't read`, {
      fix: `Unpack it first (\`mkdir layout && tar -xf ${basename(path)} -C layout\`) and give the folder as \`target\`.`,
    });
  }
  if (/\.(?:cdx|spdx|sbom|bom)\.json$|(?:^|\/)s?bom\.json$/i.test(path) || (await isSbom(path)))
    return 'sbom';
  if (/\.(?:ya?ml|json|tf)$|dockerfile/i.test(basename(path))) return 'config';
  return 'filesystem';
}

async function isTar(path: string): Promise<boolean> {
  const head = await headOf(path, 512);
  return head.toString('latin1', 257, 262) === 'ustar';
}

async function isSbom(path: string): Promise<boolean> {
  return /"bomFormat"|"spdxVersion"/.test((await headOf(path, 4096)).toString());
}

async function headOf(path: string, length: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** docker save writes a manifest.json, at the end; an OCI layout in a tar has none. */
async function holdsDockerImage(path: string): Promise<boolean> {
  try {
    for await (const entry of tarEntries(createReadStream(path))) {
      if (join('/', entry.name) === '/manifest.json') return true;
    }
  } catch {
    // A damaged archive is trivy's to refuse.
    return true;
  }
  return false;
}
