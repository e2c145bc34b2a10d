import { createHash } from 'node:crypto';
import { canonical, type JsonObject, objectAt, textAt, textsAt } from '../json.ts';
import type { ConfigChange } from '../state/state.ts';
import { contentOf, withReferences } from './configs.ts';

/** Says whose canary an object is, so that a later run finds what a dead one left. */
export const canaryOfLabel = 'seatrial.dev/canary-of';

export const canaryName = (name: string): string => `${name}-canary`;

/** The canary's Deployment: the release's own, under another name, with the labels of the canary's subset. */
export function canaryDeployment(
  workload: JsonObject,
  labels: Readonly<Record<string, string>>,
  options: { readonly replicas: number; readonly configs: readonly ConfigChange[] },
): JsonObject {
  const name = textAt(workload, 'metadata', 'name');
  const changed = new Set(options.configs.map(({ kind, name: config }) => `${kind}/${config}`));
  const template = objectAt(workload, 'spec', 'template');
  const renamed = withReferences(objectAt(template, 'spec'), (kind, config) =>
    changed.has(`${kind}/${config}`) ? canaryName(config) : config,
  );
  const selector = objectAt(workload, 'spec', 'selector');
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: canaryName(name),
      namespace: textAt(workload, 'metadata', 'namespace'),
      labels: { ...textsAt(workload, 'metadata', 'labels'), ...labels, [canaryOfLabel]: name },
      annotations: textsAt(workload, 'metadata', 'annotations'),
    },
    spec: {
      ...objectAt(workload, 'spec'),
      replicas: options.replicas,
      selector: { ...selector, matchLabels: { ...textsAt(selector, 'matchLabels'), ...labels } },
      template: {
        ...template,
        metadata: {
          ...objectAt(template, 'metadata'),
          labels: { ...textsAt(template, 'metadata', 'labels'), ...labels, [canaryOfLabel]: name },
        },
        spec: renamed,
      },
    },
  };
}

/** Says whose baseline a pod is of. */
export const baselineOfLabel = 'seatrial.dev/baseline-of';

export const baselineName = (name: string): string => `${name}-baseline`;

/**
 * Fresh pods of the running version, to compare the canary with: as old as its own. They have every label of the stable
 * pods and so their share of the stable traffic, whatever the route is; one label more tells them apart.
 */
export function baselineDeployment(live: JsonObject, replicas: number): JsonObject {
  const name = textAt(live, 'metadata', 'name');
  const mark = { [baselineOfLabel]: name };
  const selector = objectAt(live, 'spec', 'selector');
  const template = objectAt(live, 'spec', 'template');
  const labels = { ...textsAt(template, 'metadata', 'labels'), ...mark };
  const annotations = textsAt(template, 'metadata', 'annotations');
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: baselineName(name),
      namespace: textAt(live, 'metadata', 'namespace'),
      labels: { ...textsAt(live, 'metadata', 'labels'), ...mark },
    },
    spec: {
      ...objectAt(live, 'spec'),
      replicas,
      selector: { ...selector, matchLabels: { ...textsAt(selector, 'matchLabels'), ...mark } },
      template: { ...template, metadata: { labels, annotations } },
    },
  };
}

/** The canary's copy of a ConfigMap or Secret that the release changes. */
export function canaryConfig(config: JsonObject, workload: string): JsonObject {
  const { metadata: _, ...content } = config;
  return {
    ...content,
    metadata: {
      name: canaryName(textAt(config, 'metadata', 'name')),
      namespace: textAt(config, 'metadata', 'namespace'),
      labels: { [canaryOfLabel]: workload },
    },
  };
}

/** Names a release by what its pods will be: the template and the content of the configuration it changes. */
export function releaseOf(template: unknown, configs: readonly JsonObject[]): string {
  const contents = configs.map((config) => [
    textAt(config, 'kind'),
    textAt(config, 'metadata', 'name'),
    contentOf(config),
  ]);
  return createHash('sha256')
    .update(canonical([template, contents]))
    .digest('hex')
    .slice(0, 16);
}

/** Pods the canary needs for its share of the traffic: as many as stable has for the same, and never none. */
export function replicasFor(share: number, stable: number): number {
  return Math.max(1, Math.ceil((stable * share) / 100));
}
