import { applyAt, type Play, playOn } from './play.ts';

/**
 * Plays Argo CD for one Application: when its branch has moved it applies the file with the tracking mark and moves
 * `status` the way Argo CD's documentation tells (OutOfSync, an operation that runs and succeeds, Synced with the
 * revision, health Progressing, then Healthy or Degraded by the Deployment's own conditions). Ends with `signal`.
 */
export function playArgo(play: Play, signal: AbortSignal): Promise<void> {
  const player = {
    bringIn: (revision: string) => bringIn(play, revision),
    tell: (revision: string) => tellHealth(play, revision),
  };
  return playOn(play, player, signal);
}

async function bringIn(play: Play, revision: string): Promise<void> {
  const { kubectl, owner, deployment, namespace } = play;
  await patch(play, {
    sync: { status: 'OutOfSync', revision },
    operationState: operation('Running', revision),
  });
  await applyAt(play, revision, 'argocd-controller');
  const mark = `argocd.argoproj.io/tracking-id=${owner}:apps/Deployment:${namespace}/${deployment}`;
  await kubectl('annotate', 'deployment', deployment, '--overwrite', mark);
  await patch(play, {
    sync: { status: 'Synced', revision },
    operationState: operation('Succeeded', revision),
  });
}

function operation(phase: string, revision: string): object {
  const now = new Date().toISOString();
  return { phase, startedAt: now, operation: { sync: { revision } }, syncResult: { revision } };
}

async function tellHealth(play: Play, revision: string): Promise<void> {
  const path =
    '{.status.conditions[?(@.type=="Progressing")].reason} {.status.availableReplicas}/{.status.updatedReplicas}/{.spec.replicas} {.metadata.generation}/{.status.observedGeneration} {.status.replicas}';
  const told = await play.kubectl('get', 'deployment', play.deployment, `--output=jsonpath=${path}`);
  const [reason, counts = '', generations = '', all] = told.split(' ');
  const [available, updated, wanted] = counts.split('/');
  const [generation, observed] = generations.split('/');
  const done = generation === observed && available === wanted && updated === wanted && all === wanted;
  const status = reason === 'ProgressDeadlineExceeded' ? 'Degraded' : done ? 'Healthy' : 'Progressing';
  const resource = {
    group: 'apps',
    version: 'v1',
    kind: 'Deployment',
    namespace: play.namespace,
    name: play.deployment,
  };
  await patch(play, { sync: { status: 'Synced', revision }, health: { status }, resources: [resource] });
}

async function patch({ kubectl, owner }: Play, status: object): Promise<void> {
  const text = JSON.stringify({ status: { ...status, ...compared(status) } });
  await kubectl('patch', 'application', owner, '--type=merge', `--patch=${text}`);
}

/** The definition wants to know what was compared wherever `sync` stands. */
function compared(status: object): object {
  const source = { repoURL: 'file:///deploy', path: '.' };
  const destination = { server: 'https://kubernetes.default.svc' };
  const sync = 'sync' in status && typeof status.sync === 'object' ? status.sync : {};
  return { sync: { ...sync, comparedTo: { source, destination } } };
}
