import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { runStub } from '../../testbed/stub.ts';
import { type Field, goCaches, type Peer } from './field.ts';

type Step = (
  name: string,
  commit: string,
  temp: string,
  inputs: Record<string, string>,
) => Promise<Readonly<Record<string, string>>>;

/** Runs one of our actions as the runner starts it. */
function stepOf({ module }: Field, caches: Readonly<Record<string, string>>): Step {
  return async (name, commit, temp, inputs) => {
    const [PATH, HOME] = [process.env['PATH'] ?? '', process.env['HOME'] ?? ''];
    const env = { PATH, HOME, ...caches, GITHUB_SHA: commit };
    const result = await runStub(name, inputs, { workspace: module.folder, temp, env });
    if (result.code !== 0) throw new Error(`${name} failed:\n${result.stdout}${result.stderr}`);
    return result.outputs;
  };
}

/** From source to image in one step. */
export function ours(field: Field): Peer {
  const { env, forget } = goCaches(field, 'seatrial');
  const image = `${field.bed.registry}/bench/seatrial`;
  const step = stepOf(field, env);
  return {
    name: 'seatrial',
    image: `${image}:bench`,
    forget,
    ship: async (commit) => {
      // It goes with all of the work: the others are not timed clearing up either.
      const temp = await mkdtemp(join(field.work, 'step-'));
      const compile = `packages=.\noutput-directory=${join(temp, 'binary')}\ncache=false`;
      await step('multistage-dockerize', commit, temp, { image, compile, push: 'true', tags: 'bench' });
    },
  };
}

/** The binary in a step of its own, for tests to come between. */
export function oursInTwo(field: Field): Peer {
  const { env, forget } = goCaches(field, 'seatrial-two');
  const image = `${field.bed.registry}/bench/seatrial-two`;
  const step = stepOf(field, env);
  return {
    name: 'seatrial, in two steps',
    image: `${image}:bench`,
    forget,
    ship: async (commit) => {
      const temp = await mkdtemp(join(field.work, 'step-'));
      const folder = join(temp, 'binary');
      const built = await step('go-static-build', commit, temp, {
        packages: '.',
        'output-directory': folder,
        cache: 'false',
      });
      const binary = built['path'] ?? '';
      await step('multistage-dockerize', commit, temp, { image, binary, push: 'true', tags: 'bench' });
    },
  };
}
