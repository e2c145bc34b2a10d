import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chunksOf } from '../../actions/shared/files/chunks.ts';
import { digestOf } from '../../actions/shared/oci/digest.ts';
import { gzipMembers } from '../../actions/shared/oci/gzip.ts';
import { must } from '../../scripts/run.ts';
import type { Dockerd } from '../../testbed/dockerd.ts';
import { type Field, goCaches, type Peer } from './field.ts';

const buildArgs = (binary: string): string[] => ['build', '-trimpath', '-ldflags=-s -w', '-o', binary, '.'];

/** The compiler alone, with the flags of all the others: what is below their times for every one of them. */
export function goBuild(field: Field): Peer {
  const { module, work } = field;
  const { env: caches, forget } = goCaches(field, 'go');
  const args = buildArgs(join(work, 'go', 'checkout'));
  return {
    name: '`go build` alone, no image',
    image: undefined,
    forget,
    ship: async () => {
      await must('go', args, { cwd: module.folder, env: { ...process.env, ...caches, CGO_ENABLED: '0' } });
    },
  };
}

/**
 * The least that anybody has to do who lets Go compile and sends gzip: no process but Go is started, nothing is looked at,
 * and what comes about is a layer and no image.
 */
export function leastOfAll(field: Field): Peer {
  const { bed, module, work } = field;
  const { env: caches, forget } = goCaches(field, 'least');
  const binary = join(work, 'least', 'checkout');
  const args = buildArgs(binary);
  return {
    name: '`go build`, gzip, upload: no image',
    image: undefined,
    forget,
    ship: async () => {
      await must('go', args, { cwd: module.folder, env: { ...process.env, ...caches, CGO_ENABLED: '0' } });
      const members: Buffer[] = [];
      for await (const member of gzipMembers(chunksOf(binary))) members.push(member);
      const layer = Buffer.concat(members);
      const uploads = `http://${bed.registry}/v2/bench/least/blobs/uploads/`;
      const begun = await fetch(uploads, { method: 'POST' });
      const place = new URL(begun.headers.get('location') ?? '', uploads);
      place.searchParams.set('digest', digestOf(layer));
      const done = await fetch(place, { method: 'PUT', body: layer });
      if (done.status !== 201) throw new Error(`the registry did not take the layer: HTTP ${done.status}`);
    },
  };
}

/** ko, without an SBOM: it shall lose no time by what the others don't do. */
export function ko(field: Field, program: string): Peer {
  const { bed, module } = field;
  const { env: caches, forget } = goCaches(field, 'ko');
  const image = `${bed.registry}/bench/ko`;
  const env = { ...process.env, ...caches, KO_DOCKER_REPO: image, CGO_ENABLED: '0' };
  return {
    name: 'ko',
    image: `${image}:bench`,
    forget,
    ship: async () => {
      await must(program, ['build', '--bare', '--tags=bench', '--sbom=none', '.'], {
        cwd: module.folder,
        env,
      });
    },
  };
}

/** `docker build` with a Dockerfile without cache mounts, by a real docker daemon. */
export function docker({ bed, module }: Field, daemon: Dockerd): Peer {
  const image = `${bed.registry}/bench/docker:bench`;
  return {
    name: 'docker build, no cache mounts',
    image,
    forget: () => daemon.forget(),
    ship: async () => {
      const file = ['--file', 'Dockerfile.plain', '--network=host', '--tag', image];
      await withPlainIgnore(module.folder, () =>
        daemon.docker(['build', '--quiet', ...file, '.'], module.folder),
      );
      await daemon.docker(['push', '--quiet', image], module.folder);
    },
  };
}

/** Docker's classic builder never looks into a folder for what `!**` lets in again: it gets a list of what stays out. */
async function withPlainIgnore(folder: string, work: () => Promise<unknown>): Promise<void> {
  const path = join(folder, '.dockerignore');
  const before = await readFile(path, 'utf8');
  await writeFile(path, 'deploy\nintegration\ntools\n');
  try {
    await work();
  } finally {
    await writeFile(path, before);
  }
}

/** BuildKit with the cache mounts of the example's own Dockerfile. */
export function buildkit({ bed, module, work }: Field): Peer {
  const image = `${bed.registry}/bench/buildkit:bench`;
  const env = { ...process.env, BUILDKIT_HOST: bed.buildkitHost };
  const buildctl = (args: readonly string[]): Promise<string> =>
    must(bed.buildctl, args, { cwd: module.folder, env });
  return {
    name: 'BuildKit, cache mounts',
    image,
    forget: async () => {
      await mkdir(work, { recursive: true });
      await buildctl(['prune', '--all']);
    },
    ship: async () => {
      const sources = ['--local=context=.', '--local=dockerfile=.', '--frontend=dockerfile.v0'];
      await buildctl([
        'build',
        '--progress=plain',
        ...sources,
        `--output=type=image,name=${image},push=true`,
      ]);
    },
  };
}
