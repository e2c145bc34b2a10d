import { setTimeout as pause } from 'node:timers/promises';
import { KubeError } from '../../kube/errors.ts';
import type { Kube, KubeObject } from '../../kube/types.ts';
import { at, listAt, numberAt, textAt, textsAt } from '../../kube/values.ts';
import type { Finding } from '../finding.ts';
import { conditionOf } from '../workload.ts';
import { noEndpoints, noneReady, unanswered, unasked, unnamed } from './findings.ts';
import { portNames } from './ports.ts';
import { isProbed } from './probed.ts';

/** Endpoints follow readiness within moments; so often and so long it is asked again. */
const tries = 5;
const between = 700;

/** What there is behind Services, as far as it is known already. */
export interface Behind {
  /** Pods of these namespaces are known by a watch; of others they are asked for. */
  readonly namespaces: readonly string[];
  readonly pods: readonly KubeObject[];
  /** The workloads of the release: one that wants no pods leaves its Service empty by intention. */
  readonly workloads: readonly KubeObject[];
}

/**
 * Services never complain. So it is compared what they select with the pods that are there, and asked through the API
 * server's own proxy whether anybody answers on the target port, unless the kubelet asks that already.
 */
export async function checkServices(
  kube: Kube,
  services: readonly KubeObject[],
  behind: Behind,
): Promise<Finding[]> {
  const results = await Promise.all(services.map((service) => checkService(kube, service, behind)));
  return results.flat();
}

async function checkService(kube: Kube, service: KubeObject, behind: Behind): Promise<Finding[]> {
  const { namespace = '' } = service.metadata;
  const pods = behind.namespaces.includes(namespace) ? behind.pods : await podsIn(kube, namespace);
  if (pods === undefined) return [unasked(service, 'it may not list pods', '`list` on `pods`')];
  if (behind.workloads.some((workload) => isAtRest(workload, service))) return [];
  const found = compare(service, pods);
  if (found !== undefined) return found;
  const ready = chosenBy(service, pods).filter(isReady);
  const ports = listAt(service, 'spec', 'ports').filter(
    (port) => (textAt(port, 'protocol') || 'TCP') === 'TCP' && !isProbed(port, ready),
  );
  const asked = await Promise.all(ports.map((port) => ask(kube, service, port)));
  return asked.flat();
}

async function podsIn(kube: Kube, namespace: string): Promise<KubeObject[] | undefined> {
  try {
    return await kube.list('v1', 'Pod', { namespace });
  } catch (error) {
    if (error instanceof KubeError && error.status === 403) return undefined;
    throw error;
  }
}

/** Whether a workload is meant to stand behind a Service and wants no pods now (`replicas: 0`). */
function isAtRest(workload: KubeObject, service: KubeObject): boolean {
  const labels = textsAt(workload, 'spec', 'template', 'metadata', 'labels');
  const pairs = Object.entries(textsAt(service, 'spec', 'selector'));
  return (
    numberAt(workload, 'spec', 'replicas') === 0 &&
    workload.metadata.namespace === service.metadata.namespace &&
    pairs.every(([key, value]) => labels[key] === value)
  );
}

/** What the definitions alone tell; undefined: nothing is wrong with them and there is somebody to ask. */
export function compare(service: KubeObject, pods: readonly KubeObject[]): Finding[] | undefined {
  const selector = textsAt(service, 'spec', 'selector');
  if (Object.keys(selector).length === 0 || textAt(service, 'spec', 'type') === 'ExternalName') return [];
  const chosen = chosenBy(service, pods);
  if (chosen.length === 0) return [noEndpoints(service, selector)];
  const ready = chosen.filter(isReady);
  // Pods of the release are ready by now: these are somebody else's, and the Service itself is asked.
  if (ready.length === 0) return undefined;
  const unresolved = listAt(service, 'spec', 'ports').flatMap((port, index) => {
    const target = at(port, 'targetPort');
    if (typeof target !== 'string' || ready.some((pod) => portNames(pod).includes(target))) return [];
    return [unnamed(service, target, index, ready)];
  });
  return unresolved.length > 0 ? unresolved : undefined;
}

/** The pods that a Service selects and that stay. */
function chosenBy(
  { metadata: { namespace }, ...service }: KubeObject,
  pods: readonly KubeObject[],
): KubeObject[] {
  const selector = Object.entries(textsAt(service, 'spec', 'selector'));
  return pods.filter(
    ({ metadata }) =>
      metadata.namespace === namespace &&
      metadata.deletionTimestamp === undefined &&
      selector.every(([key, value]) => metadata.labels?.[key] === value),
  );
}

const isReady = (pod: KubeObject): boolean => conditionOf(pod, 'Ready')?.status === 'True';

/** Asks the Service itself. Any answer will do; only a refused connection says that nobody listens. */
async function ask(kube: Kube, service: KubeObject, port: unknown): Promise<Finding[]> {
  const { namespace, name } = service.metadata;
  const number = numberAt(port, 'port') ?? 0;
  const path = `/api/v1/namespaces/${namespace}/services/${name}:${textAt(port, 'name') || number}/proxy/`;
  for (let attempt = 1; ; attempt += 1) {
    const { status, body } = await answer(kube, path);
    if (status === 403) return [unasked(service, 'it may not use its proxy', '`get` on `services/proxy`')];
    const refused = status >= 500 && /connection refused/.test(body);
    const none = status === 503 && /no endpoints available/.test(body);
    if (!refused && !none) return [];
    if (attempt === tries) return [refused ? unanswered(service, port, body) : noneReady(service, body)];
    await pause(between);
  }
}

async function answer(kube: Kube, path: string): Promise<{ status: number; body: string }> {
  try {
    return await kube.raw(path, { timeout: 3000 });
  } catch (error) {
    // No answer in time is no proof: the API server may not be able to reach pods at all.
    if (error instanceof KubeError) return { status: 0, body: error.message };
    throw error;
  }
}
