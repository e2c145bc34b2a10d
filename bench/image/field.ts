import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { must } from '../../scripts/run.ts';
import type { Bed } from '../../testbed/bed.ts';
import type { Module } from './module.ts';

/** Something that takes a commit to an image in the registry. */
export interface Peer {
  readonly name: string;
  /** Builds and pushes; resolves when the registry has the image. */
  readonly ship: (commit: string) => Promise<void>;
  /** Forgets every cache but base images and toolchain. */
  readonly forget: () => Promise<void>;
  /** The image in the registry, such as `127.0.0.1:5000/bench/ko:bench`; undefined for who makes none. */
  readonly image: string | undefined;
}

export interface Field {
  readonly bed: Bed;
  readonly module: Module;
  /** A folder for caches and temporary files. */
  readonly work: string;
  /** Whether everybody begins with this machine's own caches of Go: enough for warm rounds, which never share a change. */
  readonly machineCaches: boolean;
}

/** Caches of Go of its own for each who compiles on this machine. */
export function goCaches(
  { work, machineCaches }: Field,
  name: string,
): { env: Record<string, string>; forget: () => Promise<void> } {
  const [cache, modules] = [join(work, name, 'build'), join(work, name, 'modules')];
  const own = { GOCACHE: cache, GOMODCACHE: modules };
  const env = { ...(machineCaches ? {} : own), GOFLAGS: '-buildvcs=false' };
  return {
    env,
    forget: async () => {
      // Go keeps modules read-only; it knows how to remove them.
      await must('go', ['clean', '-modcache'], { cwd: work, env: { ...process.env, ...env } });
      await rm(cache, { recursive: true, force: true });
    },
  };
}
