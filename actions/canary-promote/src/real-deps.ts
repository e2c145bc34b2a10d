import { contextNamespace, openKube } from '../../shared/kube/open.ts';
import { clusterOver } from './cluster/kube-cluster.ts';
import { realClock } from './cluster/time.ts';
import type { Inputs } from './contract.ts';
import type { CanaryContext, Deps, Opened } from './deps.ts';
import type { JsonObject } from './json.ts';
import { openPrometheus, type Query } from './metrics/prometheus.ts';

/** The action's real effects. */
export const realDeps: Deps = { clock: realClock, load, open, prometheus };

async function load(inputs: Inputs, context: CanaryContext): Promise<readonly JsonObject[]> {
  const [{ readManifests }, { replaceImages }, { withConfigChecksums }] = await Promise.all([
    import('../../shared/manifests/read.ts'),
    import('../../shared/manifests/images.ts'),
    import('../../shared/manifests/checksum.ts'),
  ]);
  const { workspace, exec } = context;
  const kubectl = inputs.kubectl === undefined ? {} : { kubectl: inputs.kubectl };
  const manifests = await readManifests(inputs.manifests, { workspace, exec, ...kubectl });
  return withConfigChecksums(replaceImages(manifests, inputs.images)).map(({ object }) => object);
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
  const { rolloutOver } = await import('./cluster/kube-rollout.ts');
  return {
    namespace,
    cluster: clusterOver(kube, namespace),
    rollout: rolloutOver(kube, namespace, inputs, log),
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
