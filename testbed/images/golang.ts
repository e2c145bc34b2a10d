import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { exec } from '../exec.ts';
import type { Home } from '../home.ts';
import { image } from '../oci/image.ts';
import type { Artifact } from '../oci/push.ts';
import { type TarEntry, tar } from '../oci/tar.ts';
import { commonFiles, withParents } from './files.ts';

/** What builds don't read: two fifths of a Go installation. */
const LEFT_OUT = ['*/testdata', '*_test.go', 'go/test', 'go/api', 'go/doc', 'go/misc', 'go/pkg/mod'];

export interface GoInstallation {
  readonly root: string;
  readonly version: string;
}

/** The Go this machine builds with. */
export async function goInstallation(): Promise<GoInstallation> {
  const said = (await exec(['go', 'env', 'GOROOT', 'GOVERSION'])).trim().split('\n');
  return { root: said[0] ?? '', version: (said[1] ?? '').replace(/^go/, '') };
}

/** Go as a layer: Debian's tar is asked for an archive without times and names, so that it is the same every time. */
async function goLayer({ root }: GoInstallation, home: Home): Promise<Buffer> {
  mkdirSync(home.cache, { recursive: true });
  const file = join(home.cache, `go-layer-${process.pid}.tar`);
  const name = basename(root);
  const fixed = ['--sort=name', '--mtime=@0', '--owner=0', '--group=0', '--numeric-owner', '--format=gnu'];
  const without = LEFT_OUT.map((pattern) => `--exclude=${pattern.replace(/^go\//, `${name}/`)}`);
  try {
    const place = [`--transform=s,^${name},usr/local/go,S`, '-C', dirname(root), name];
    await exec(['tar', '--create', `--file=${file}`, ...fixed, ...without, ...place]);
    return readFileSync(file);
  } finally {
    rmSync(file, { force: true });
  }
}

/** A small userland from the static busybox: enough for RUN steps of a Dockerfile. */
async function userland(busybox: string): Promise<readonly TarEntry[]> {
  const applets = (await exec([busybox, '--list'])).trim().split('\n');
  const links = applets
    .filter((name) => name !== 'busybox')
    .map((name): TarEntry => ({ kind: 'link', path: `bin/${name}`, to: 'busybox' }));
  const binary: TarEntry = { kind: 'file', path: 'bin/busybox', content: readFileSync(busybox), mode: 0o755 };
  const env: TarEntry = { kind: 'link', path: 'usr/bin/env', to: '/bin/busybox' };
  return [{ kind: 'folder', path: 'go', mode: 0o1777 }, binary, ...links, env];
}

/** Stands in for `golang`: Go and a shell. There is neither a C compiler nor git. */
export async function golangImage(go: GoInstallation, busybox: string, home: Home): Promise<Artifact> {
  const base = tar(withParents([...commonFiles(), ...(await userland(busybox))]));
  return image([base, await goLayer(go, home)], {
    Env: [
      'PATH=/go/bin:/usr/local/go/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      `GOLANG_VERSION=${go.version}`,
      'GOTOOLCHAIN=local',
      'GOPATH=/go',
    ],
    Cmd: ['sh'],
    WorkingDir: '/go',
  });
}
