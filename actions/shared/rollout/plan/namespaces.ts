import { KubeError } from '../../kube/errors.ts';
import type { Finding } from '../finding.ts';
import type { Setting } from '../types.ts';
import type { Known } from './plan.ts';
import { missingNamespace, refusalOf } from './refusal.ts';

const refOfNamespace = (name: string) => ({ apiVersion: 'v1', kind: 'Namespace', name });

/**
 * Refusals for namespaces that neither exist nor come with the release. `which`: what says whether one is asked about; for
 * most the dry run tells it anyway.
 */
export async function refuseNamespaces(
  known: readonly Known[],
  setting: Setting,
  which: 'all' | 'unchecked',
): Promise<Finding[]> {
  const own = new Set(known.filter(({ ref }) => ref.kind === 'Namespace').map(({ ref }) => ref.name));
  const checked = known.filter(({ resource }) => resource !== undefined && which === 'unchecked');
  for (const { ref } of checked) own.add(ref.namespace ?? '');
  const used = new Map(known.map((item) => [item.ref.namespace ?? '', item]));
  const found = await Promise.all(
    [...used].map(async ([name, item]): Promise<Finding[]> => {
      if (name === '' || own.has(name) || (await exists(name, setting))) return [];
      const { cause, message, fix } = missingNamespace(name);
      const first = known.find(({ ref }) => ref.namespace === name) ?? item;
      return [
        {
          cause,
          certainty: 'certain',
          ref: first.ref,
          message,
          evidence: [],
          fix,
          path: ['metadata', 'namespace'],
        },
      ];
    }),
  );
  return found.flat();
}

/** Whether a namespace is there. Who may not ask learns it from the dry run. */
async function exists(name: string, { kube }: Setting): Promise<boolean> {
  try {
    return (await kube.get(refOfNamespace(name))) !== undefined;
  } catch (error) {
    if (error instanceof KubeError && error.status === 403) return true;
    throw error;
  }
}

/**
 * Creates the namespaces of the release that are not there yet: nothing can be checked in a namespace that is not. They
 * are removed again when the check refuses, so that a refusal leaves nothing behind.
 */
export async function createNamespaces(
  known: readonly Known[],
  setting: Setting,
): Promise<{ created: string[]; refusals: Finding[] }> {
  const created: string[] = [];
  const refusals: Finding[] = [];
  for (const item of known.filter(({ ref }) => ref.kind === 'Namespace')) {
    if (await exists(item.ref.name, setting)) continue;
    try {
      await setting.kube.apply(item.object, { fieldManager: setting.fieldManager });
      created.push(item.ref.name);
    } catch (error) {
      if (!(error instanceof KubeError)) throw error;
      refusals.push(refusalOf(error, item, item.ref));
    }
  }
  return { created, refusals };
}

/** Takes back what `createNamespaces` made. */
export async function removeNamespaces(names: readonly string[], { kube }: Setting): Promise<void> {
  for (const name of names) await kube.remove(refOfNamespace(name));
}
