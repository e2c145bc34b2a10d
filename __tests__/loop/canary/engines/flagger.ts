import { stringify } from 'yaml';
import { type Given, podSpec, service, type Version } from '../manifests.ts';
import { gateway } from './argo-rollouts.ts';

const api = 'flagger.app/v1beta1';

/** A Deployment under a Canary of Flagger, which makes the Services and the VirtualService itself. */
export function underFlagger(given: Given, release: Version): string {
  const { namespace } = given;
  const metadata = (name: string): object => ({ name, namespace, labels: { app: service } });
  // Configuration of another name for each version, as Kustomize makes it.
  const config = `shop-config-${release.version}`;
  const pods = podSpec(given.image, release, config);
  const template = { metadata: { labels: { app: service } }, spec: pods };
  const objects = [
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: metadata(config), data: { VERSION: release.version } },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: metadata(service),
      spec: {
        replicas: 2,
        progressDeadlineSeconds: 20,
        selector: { matchLabels: { app: service } },
        template,
      },
    },
    { apiVersion: api, kind: 'MetricTemplate', metadata: metadata('failures'), spec: failures(given) },
    { apiVersion: api, kind: 'Canary', metadata: metadata(service), spec: canary(given, release) },
    gateway(given, metadata(service)),
  ];
  return objects.map((object) => stringify(object)).join('---\n');
}

function canary({ host }: Given, { approve }: Version): object {
  // Nobody listens there: a gate that stays shut.
  const gate = { type: 'confirm-promotion', name: 'gate', url: 'http://127.0.0.1:9/' };
  return {
    targetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: service },
    progressDeadlineSeconds: 20,
    service: { port: 80, targetPort: 8080, hosts: [host], gateways: [service] },
    analysis: {
      // As fast as Flagger looks.
      interval: '10s',
      threshold: 2,
      stepWeights: [30, 60],
      ...(approve === true ? { webhooks: [gate] } : {}),
      metrics: [
        { name: 'failures', templateRef: { name: 'failures' }, thresholdRange: { max: 10 }, interval: '10s' },
      ],
    },
  };
}

/** Percent of the canary's requests that failed. */
function failures({ namespace, prometheus = '' }: Given): object {
  const canary = `envoy_cluster_name=~"outbound.*${service}-canary.${namespace}.svc.+"`;
  const rate = (more: string): string => `sum(rate(envoy_cluster_upstream_rq_xx{${canary}${more}}[10s]))`;
  const query = `100 * (${rate(',envoy_response_code_class="5"')} or vector(0)) / (${rate('')} > 0) or vector(0)`;
  return { provider: { type: 'prometheus', address: prometheus }, query };
}
