import type { Context } from '../../../shared/action/context.ts';
import { messageOf } from '../../../shared/errors/user-error.ts';
import { inEvent, readEvent } from '../../../shared/github/event.ts';
import { textOf } from '../../../shared/json/json.ts';
import type { Platform } from '../../../shared/oci/descriptor.ts';
import type { Image } from '../../../shared/oci/layout.ts';
import { formatBytes } from '../../../shared/units/bytes.ts';
import type { Inputs, Output } from '../contract.ts';
import { openSession } from '../registry/session.ts';

/** What the registry has for the commit that this one stands on. */
export interface Earlier {
  readonly commit: string;
  /** Digest → compressed bytes, of each layer. */
  readonly layers: ReadonlyMap<string, number>;
}

/** A comparison that is nice to have may not hold a build up. */
const patienceMs = 10_000;

/**
 * Finds the image of the base branch's commit: every image has its commit as a tag. Undefined, with one line in the log,
 * where there is none or the registry does not show it to us.
 */
export async function earlierImage(
  platform: Platform,
  inputs: Inputs,
  context: Context<Output>,
): Promise<Earlier | undefined> {
  const commit = baseCommit(await readEvent(context.env));
  if (commit === undefined) return undefined;
  const signal = AbortSignal.any([context.signal, AbortSignal.timeout(patienceMs)]);
  try {
    const { pullManifest } = await import('../../../shared/registry/pull.ts');
    const session = await openSession(inputs.image, 'pull', inputs, { ...context, signal });
    try {
      const { layers } = await pullManifest(session.repository, commit, platform);
      return { commit, layers: new Map(layers.map(({ digest, size }) => [digest, size])) };
    } finally {
      session.close();
    }
  } catch (error) {
    if (context.signal.aborted) throw error;
    context.log.info(`Not compared with the image of ${commit.slice(0, 12)}: ${messageOf(error)}`);
    return undefined;
  }
}

/** The commit a pull request goes into, or the one a push came after. */
export function baseCommit(event: unknown): string | undefined {
  const found =
    textOf(inEvent(event, 'pull_request', 'base', 'sha')) ??
    textOf(inEvent(event, 'merge_group', 'base_sha')) ??
    textOf(inEvent(event, 'before'));
  return found === undefined || !/^[0-9a-f]{40}$/.test(found) || /^0+$/.test(found) ? undefined : found;
}

/** One sentence on how an image's layers differ from those of the earlier one. */
export function changeLine({ manifest }: Pick<Image, 'manifest'>, { commit, layers }: Earlier): string {
  const sum = (sizes: Iterable<number>): number => [...sizes].reduce((total, size) => total + size, 0);
  const [now, before] = [sum(manifest.layers.map(({ size }) => size)), sum(layers.values())];
  const fresh = manifest.layers.filter(({ digest }) => !layers.has(digest));
  const difference = now - before;
  const sign = difference < 0 ? '−' : '+';
  const share = before === 0 ? '' : `, ${sign}${Math.abs((100 * difference) / before).toFixed(1)} %`;
  return (
    `Against ${commit.slice(0, 12)}: ${sign}${formatBytes(Math.abs(difference))} compressed${share}; ` +
    `${fresh.length} of ${manifest.layers.length} layers are new, ${formatBytes(sum(fresh.map(({ size }) => size)))} to pull for a node that has it.`
  );
}
