import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../../../shared/action/context.ts';
import { type Platform, platformName } from '../../../shared/oci/descriptor.ts';
import { parseReference } from '../../../shared/oci/reference.ts';
import { readTree, type Tree } from '../../../shared/oci/tree.ts';
import { beginLayout } from '../../../shared/oci/write.ts';
import { once } from '../../../shared/promises/once.ts';
import { type Relay, relay } from '../../../shared/promises/relay.ts';
import { type Pulled, pullLayers, pullManifest } from '../../../shared/registry/pull.ts';
import type { Inputs, Output } from '../contract.ts';
import { openSession, type Session } from '../registry/session.ts';
import { Layers } from './layers.ts';

/** The base image of one platform. */
export interface Base {
  readonly image: Pulled;
  /** What stands in it; its layers are in the image's layout by then. */
  readonly tree: () => Promise<Tree>;
}

/** What an image is made of, each got once, and some of it before the image is planned. */
export interface Supplies {
  /** The folder that the image is made in, as an OCI layout that is still empty. */
  readonly layout: () => Promise<string>;
  /** The image's time. */
  readonly created: () => Promise<Date>;
  /** A base image. Throws what the registry says where it can't be had. */
  readonly base: (reference: string, platform: Platform) => Promise<Base>;
  readonly layers: Layers;
  /** What is written of the first layer while it is made, where the image will be pushed. */
  readonly firstLayer: Relay<Uint8Array> | undefined;
  /** Work that is done for them ahead; what goes wrong with it goes wrong once more when it counts. */
  readonly ahead: (work: Promise<unknown>) => void;
  /** Ends all connections, what is done ahead, and whatever nobody took. */
  readonly close: () => Promise<void>;
  /** The same, and the layout is gone as well. */
  readonly discard: () => Promise<void>;
}

export function openSupplies(inputs: Inputs, context: Context<Output>): Supplies {
  let begun = false;
  let ahead: Promise<unknown> = Promise.resolve();
  const layout = once(() => {
    begun = true;
    return newLayoutFolder(context);
  });
  const bases = openBases(inputs, context, layout);
  const firstLayer = inputs.push ? relay<Uint8Array>() : undefined;
  const layers = new Layers(layout, firstLayer?.write);
  const close = async (): Promise<void> => {
    bases.close();
    await ahead;
    await layers.close();
  };
  return {
    layout,
    created: once(() => creationTime(inputs.workingDirectory, context)),
    base: bases.find,
    ahead: (work) => {
      ahead = work.catch(() => undefined);
    },
    layers,
    firstLayer,
    close,
    discard: async () => {
      await close();
      const folder = begun ? await layout().catch(() => undefined) : undefined;
      if (folder !== undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Base images, each asked for once; `close` ends whatever is still being fetched. */
function openBases(
  inputs: Inputs,
  context: Context<Output>,
  layout: () => Promise<string>,
): { find: Supplies['base']; close: () => void } {
  const found = new Map<string, Promise<Base>>();
  const sessions: Session[] = [];
  const ended = new AbortController();
  const own = { ...context, signal: AbortSignal.any([context.signal, ended.signal]) };
  const ask = async (name: string, platform: Platform): Promise<Base> => {
    const reference = parseReference(name);
    const session = await openSession(reference, 'pull', inputs, own);
    const draft = `base-${sessions.push(session)}`;
    const { repository } = session;
    const image = await pullManifest(repository, reference.digest ?? reference.tag ?? 'latest', platform);
    const tree = async (): Promise<Tree> => {
      const into = await layout();
      await pullLayers(repository, image.layers, into, draft);
      return readTree(into, image.layers);
    };
    return { image, tree: once(tree) };
  };
  return {
    find: (name, platform) => {
      const key = `${name} ${platformName(platform)}`;
      const known = found.get(key) ?? ask(name, platform);
      found.set(key, known);
      return known;
    },
    close: () => {
      ended.abort();
      for (const session of sessions) session.close();
    },
  };
}

/** The time of the commit, so that the same commit gives the same image; now, where git does not know. */
async function creationTime(folder: string, { exec, env, now }: Context<Output>): Promise<Date> {
  const given = Number(env['SOURCE_DATE_EPOCH'] ?? Number.NaN);
  if (Number.isFinite(given)) return new Date(given * 1000);
  const asked = await exec('git', ['-C', folder, 'log', '-1', '--format=%ct']).catch(() => undefined);
  const seconds = asked?.code === 0 ? Number(asked.stdout.trim() || Number.NaN) : Number.NaN;
  return new Date(Number.isFinite(seconds) ? seconds * 1000 : now());
}

async function newLayoutFolder({ temp }: Context<Output>): Promise<string> {
  const parent = join(temp, 'seatrial');
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(join(parent, 'image-'));
  await beginLayout(folder);
  return folder;
}
