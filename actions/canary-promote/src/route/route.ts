import { httpRoute } from './http-route.ts';
import { nginx } from './nginx.ts';
import { byReplicas } from './replicas.ts';
import { traefik } from './traefik.ts';
import type { Isolation, Route, RouteTarget, ServiceRef } from './types.ts';
import { virtualService } from './virtual-service.ts';

/** The route of a kind. What tells the canary's pods apart matters to a VirtualService only. */
export function routeOf(target: RouteTarget, service: ServiceRef, isolation: Isolation): Route {
  switch (target.kind) {
    case 'VirtualService':
      return virtualService(target, service, isolation);
    case 'HTTPRoute':
      return httpRoute(target, service);
    case 'TraefikService':
    case 'IngressRoute':
      return traefik(target, service);
    case 'Ingress':
      return nginx(target, service);
    case 'Deployment':
      return byReplicas(target);
  }
}
