import type { KubeObject } from '../../kube/types.ts';
import { at, listAt, refOf, textAt } from '../../kube/values.ts';
import type { Finding } from '../finding.ts';
import { portNames } from './ports.ts';

export function noEndpoints(service: KubeObject, selector: Readonly<Record<string, string>>): Finding {
  const pairs = Object.entries(selector).map(([key, value]) => `${key}=${value}`);
  return {
    cause: 'no-endpoints',
    certainty: 'certain',
    ref: refOf(service),
    message: `no pod has the labels that the Service selects: ${pairs.join(', ')}`,
    evidence: [`spec.selector: ${pairs.join(', ')}`, `no Pod in ${service.metadata.namespace} matches it`],
    fix: 'Give the pod template these labels, or correct the selector of the Service.',
    path: ['spec', 'selector'],
  };
}

export function unnamed(
  service: KubeObject,
  target: string,
  index: number,
  ready: readonly KubeObject[],
): Finding {
  const names = [...new Set(ready.flatMap(portNames))].filter((name) => name !== '');
  return {
    cause: 'service-port-mismatch',
    certainty: 'certain',
    ref: refOf(service),
    message: `the target port ${target} of the Service is a name that no container port has`,
    evidence: [
      `spec.ports[${index}].targetPort: ${target}`,
      `names of the pods' ports: ${names.join(', ') || 'none'}`,
    ],
    fix: 'Name the container port so, or correct `targetPort`.',
    path: ['spec', 'ports', index, 'targetPort'],
  };
}

export function unanswered(service: KubeObject, port: unknown, body: string): Finding {
  const index = listAt(service, 'spec', 'ports').indexOf(port);
  const target = at(port, 'targetPort') ?? at(port, 'port');
  return {
    cause: 'service-port-mismatch',
    certainty: 'certain',
    ref: refOf(service),
    message: `nothing answers on the target port ${String(target)} of the Service, although its pods are ready`,
    evidence: [textOf(body)],
    fix: 'Correct `targetPort`, or the port that the program listens on.',
    path: ['spec', 'ports', index, 'targetPort'],
  };
}

export function noneReady(service: KubeObject, body: string): Finding {
  return {
    cause: 'no-endpoints',
    certainty: 'certain',
    ref: refOf(service),
    message: 'the Service has no ready endpoint, although there are pods that it selects',
    evidence: [textOf(body)],
    fix: 'Look at the pods that it selects; if they are ready, compare `spec.ports` of the Service with their ports.',
    path: ['spec', 'ports'],
  };
}

export function unasked(service: KubeObject, why: string, right: string): Finding {
  return {
    cause: 'service-port-mismatch',
    certainty: 'warning',
    ref: refOf(service),
    message: `whether the Service leads anywhere could not be asked by this account: ${why}`,
    evidence: [],
    fix: `Allow ${right} in this namespace.`,
    path: ['spec', 'ports'],
  };
}

function textOf(body: string): string {
  try {
    return textAt(JSON.parse(body), 'message') || body;
  } catch {
    return body.trim();
  }
}
