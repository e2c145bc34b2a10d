import { existsSync } from 'node:fs';
import { exec, tryExec } from '../exec.ts';
import type { DebianSource } from './types.ts';

let updated = false;

async function apt(...args: readonly string[]): Promise<void> {
  await exec(['apt-get', '--quiet', '--yes', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

/** Installs packages; a service one of them would start is stopped, since the bed starts its own. */
export async function installDebian(sources: readonly DebianSource[]): Promise<void> {
  const names = sources.map((source) => source.package);
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    throw new Error(
      `these packages are missing: ${names.join(' ')}. Install them (Debian's names), then run this again.`,
    );
  if (!updated) await apt('update');
  updated = true;
  await apt('install', '--no-install-recommends', ...names);
  if (!existsSync('/run/systemd/system')) return;
  for (const { service } of sources)
    if (service !== undefined) await tryExec(['systemctl', 'disable', '--now', service]);
}
