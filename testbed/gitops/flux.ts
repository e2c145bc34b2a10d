import { applyAt, type Play, playOn } from './play.ts';

/**
 * Plays Flux for one Kustomization: when its branch has moved it applies the file with the marks of its owner and moves `status`
 * the way Flux's documentation tells (Ready Unknown while it is at it, then the applied revision, the inventory and Ready
 * True; it does not wait for health unless told to, https://fluxcd.io/flux/components/kustomize/kustomizations/). A file that
 * the server refuses is Ready False with the server's words. Ends with `signal`.
 */
export function playFlux(play: Play, signal: AbortSignal): Promise<void> {
  const player = { bringIn: (revision: string) => bringIn(play, revision), tell: async () => undefined };
  return playOn(play, player, signal);
}

async function bringIn(play: Play, head: string): Promise<void> {
  const { kubectl, owner, deployment, namespace, branch } = play;
  const revision = `${branch}@sha1:${head}`;
  const attempted = { lastAttemptedRevision: revision };
  await patch(play, {
    ...attempted,
    conditions: [ready('Unknown', 'Progressing', 'Reconciliation in progress')],
  });
  try {
    await applyAt(play, head, 'kustomize-controller');
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    await patch(play, { ...attempted, conditions: [ready('False', 'ReconciliationFailed', said)] });
    return;
  }
  const marks = ['name', 'namespace'].map(
    (mark) => `kustomize.toolkit.fluxcd.io/${mark}=${mark === 'name' ? owner : namespace}`,
  );
  await kubectl('label', 'deployment', deployment, '--overwrite', ...marks);
  await patch(play, {
    ...attempted,
    lastAppliedRevision: revision,
    inventory: { entries: [{ id: `${namespace}_${deployment}_apps_Deployment`, v: 'v1' }] },
    conditions: [ready('True', 'ReconciliationSucceeded', `Applied revision: ${revision}`)],
  });
}

const ready = (status: string, reason: string, message: string): object => ({
  type: 'Ready',
  status,
  reason,
  message,
  lastTransitionTime: `${new Date().toISOString().slice(0, 19)}Z`,
});

async function patch({ kubectl, owner }: Play, status: object): Promise<void> {
  const path = '--output=jsonpath={.metadata.generation}';
  const generation = Number(await kubectl('get', 'kustomizations.kustomize.toolkit.fluxcd.io', owner, path));
  const text = JSON.stringify({ status: { observedGeneration: generation, ...status } });
  await kubectl(
    'patch',
    'kustomizations.kustomize.toolkit.fluxcd.io',
    owner,
    '--subresource=status',
    '--type=merge',
    `--patch=${text}`,
  );
}
