import { contextNamespace, openKube } from '../../shared/kube/open.ts';
import { textsAt } from '../../shared/kube/values.ts';
import type { Manifest } from '../../shared/manifests/types.ts';
import type { Claim } from '../../shared/rollout/claim/claim.ts';
import { applyManager, clusterOver } from './cluster/kube-cluster.ts';
import { realClock } from './cluster/time.ts';
import type { Inputs } from './contract.ts';
import type { CanaryContext, Deps, Opened } from './deps.ts';
import { openPrometheus, type Query } from './metrics/prometheus.ts';

/** The action's real effects. */
export const realDeps: Deps = { clock: realClock, load, open, prometheus };

async function load(inputs: Inputs, context: CanaryContext): Promise<readonly Manifest[]> {
  const [{ readManifests }, { replaceImages }] = await Promise.all([
    import('../../shared/manifests/read.ts'),
    import('../../shared/manifests/images.ts'),
  ]);
  const { workspace, exec } = context;
  const kubectl = inputs.kubectl === undefined ? {} : { kubectl: inputs.kubectl };
  const manifests = await readManifests(inputs.manifests, { workspace, exec, ...kubectl });
  for (const secret of secretsIn(manifests)) await context.mask(secret);
  return replaceImages(manifests, inputs.images);
}

/** Shorter values stand in ordinary text all the time; hiding them would hide the text. */
const shortest = 6;

/** What the Secrets of the manifests hold. */
function secretsIn(manifests: readonly Manifest[]): string[] {
  return manifests
    .filter(({ object }) => object.kind === 'Secret')
    .flatMap(({ object }) => [
      ...Object.values(textsAt(object, 'stringData')),
      ...Object.values(textsAt(object, 'data')).flatMap((value) => [
        value,
        Buffer.from(value, 'base64').toString(),
      ]),
    ])
    .filter((value) => value.length >= shortest);
}

async function open(inputs: Inputs, context: CanaryContext, fallback: string | undefined): Promise<Opened> {
  const { kubeconfig, context: name, kubectl } = inputs;
  const access = {
    ...(kubeconfig === undefined ? {} : { kubeconfig }),
    ...(name === undefined ? {} : { context: name }),
    ...(kubectl === undefined ? {} : { kubectl }),
  };
  const namespace = inputs.namespace ?? fallback ?? (await contextNamespace(access));
  const { temp, log, signal } = context;
  const kube = await openKube({ ...access, temp, log, signal });
  const [{ rolloutOver }, { holdWorkloads }, { guarded }, { releaseObjects }] = await Promise.all([
    import('./cluster/kube-rollout.ts'),
    import('./cluster/hold.ts'),
    import('../../shared/rollout/claim/claim.ts'),
    import('../../shared/manifests/release.ts'),
  ]);
  const held: Claim[] = [];
  const base = { kube, log, now: context.now };
  return {
    namespace,
    kube,
    cluster: clusterOver(kube, namespace),
    rollout: rolloutOver({ ...base, kube: guarded(kube, held), manager: applyManager }, namespace, {
      // These two alone: a rollout has inputs of its own, some of the same name.
      timeout: inputs.timeout,
      settle: inputs.settle,
    }),
    prepare: async (manifests) =>
      (await releaseObjects(manifests, { kube, namespace }, context.record)).map(({ object }) => object),
    hold: (workloads, { job, patience }) =>
      holdWorkloads(
        workloads,
        held,
        { owner: job, onBusy: patience > 0 ? 'wait' : 'fail', patience },
        { ...base, signal, fieldManager: applyManager, forceConflicts: false },
      ),
    close: () => kube.close(),
  };
}

/** The secret is hidden before it is used for the first time. */
async function prometheus(inputs: Inputs, { mask }: CanaryContext): Promise<Query> {
  const headers: Record<string, string> = {};
  const { prometheusToken: token, prometheusHeader: header } = inputs;
  if (token !== undefined) {
    await mask(token);
    headers['authorization'] = `Bearer ${token}`;
  }
  if (header !== undefined) {
    const [name = '', ...rest] = header.split(':');
    const value = rest.join(':').trim();
    await mask(value);
    headers[name.trim()] = value;
  }
  return openPrometheus({ url: inputs.prometheus ?? '', headers });
}
