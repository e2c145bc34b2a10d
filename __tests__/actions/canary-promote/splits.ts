import {
  isObject,
  type JsonObject,
  listAt,
  numberAt,
  textAt,
} from '../../../actions/canary-promote/src/json.ts';

/** Where a part of the traffic goes. `service`: to every pod that the Service selects. */
export interface Part {
  readonly to: 'stable' | 'canary' | 'service' | 'canary service';
  readonly weight: number;
}

type Objects = ReadonlyMap<string, JsonObject>;

/** Whether the Service of the shop would send to a Deployment's pods. */
export function isInService(deployment: unknown): boolean {
  return textAt(deployment, 'spec', 'template', 'metadata', 'labels', 'app') === 'shop';
}

/** How each rule of whatever routes there are splits the traffic. By the number of pods there is nothing to read. */
export function splitsOf(objects: Objects): Part[][] {
  const rules = (key: string, list: string, entries: string): Part[][] =>
    listAt(objects.get(key), 'spec', list).map((rule) => partsOf(listAt(rule, entries)));
  return [
    ...rules('VirtualService/shop', 'http', 'route'),
    ...rules('HTTPRoute/shop', 'rules', 'backendRefs'),
    ...rules('IngressRoute/shop', 'routes', 'services'),
    partsOf(listAt(objects.get('TraefikService/shop'), 'spec', 'weighted', 'services')),
    ...ofNginx(objects),
  ];
}

function partsOf(entries: readonly unknown[]): Part[] {
  return entries.filter(isObject).map((entry) => {
    const alone = entries.length === 1 ? 100 : 0;
    const subset = textAt(entry, 'destination', 'subset');
    const name = textAt(entry, 'name') || textAt(entry, 'destination', 'host').replace(/\..*/, '');
    return { to: targetOf(subset, name), weight: numberAt(entry, 'weight') ?? alone };
  });
}

function targetOf(subset: string, name: string): Part['to'] {
  if (subset === 'stable' || subset === 'canary') return subset;
  return name === 'shop-canary' ? 'canary service' : 'service';
}

function ofNginx(objects: Objects): Part[][] {
  if (!objects.has('Ingress/shop')) return [];
  const annotation = 'nginx.ingress.kubernetes.io/canary-weight';
  const weight = Number(
    textAt(objects.get('Ingress/shop-canary'), 'metadata', 'annotations', annotation) || '0',
  );
  return [
    [
      { to: 'service', weight: 100 - weight },
      ...(weight === 0 ? [] : [{ to: 'canary service' as const, weight }]),
    ],
  ];
}
