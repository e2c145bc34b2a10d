import { join } from 'node:path';
import type { Home } from './home.ts';
import { GOLANG_REPOSITORY, STATIC_IMAGE } from './images/base.ts';
import { TRIVY_DB } from './images/trivy-db.ts';
import type { Ports } from './machine/ports.ts';
import { buildkitSocket, kubeconfigOf, registryOf } from './plan.ts';
import { readRecords } from './process.ts';
import type { Binaries } from './tools/ensure.ts';

/** A running test bed, as those who use it need it. Any other source (a given cluster, kind) can fill it as well. */
export interface Bed {
  /** The bed's folder. */
  readonly home: string;
  /** The administrator's kubeconfig, with one context. */
  readonly kubeconfig: string;
  readonly kubectl: string;
  /** `127.0.0.1:PORT`, plain http. */
  readonly registry: string;
  readonly buildkitHost: string;
  readonly buildctl: string;
  /** Stand-ins in the registry for `golang` (Go toolchain and busybox) and `distroless/static` (nonroot). */
  readonly baseImages: { readonly golang: string; readonly static: string };
  readonly trivy: { readonly bin: string; readonly dbRepository: string };
  /** Where the ingress gateway (label `istio: ingressgateway`) answers once a Gateway object names `gatewayPort`. */
  readonly gatewayUrl: string;
  readonly gatewayPort: number;
  readonly prometheusUrl: string;
  readonly act: string;
  readonly node: string;
  readonly components: Readonly<Record<string, BedComponent>>;
}

export interface BedComponent {
  readonly pid: number;
  readonly startedAt: string;
  readonly log: string;
}

/** Puts the bed's description together from what runs. A part that wasn't asked for has the path `''`. */
export function describeBed(home: Home, ports: Ports, binaries: Binaries, goVersion: string): Bed {
  const registry = registryOf(ports);
  const bin = (name: string): string => binaries.get(name) ?? '';
  const ref = (image: { repository: string; tag: string }): string =>
    `${registry}/${image.repository}:${image.tag}`;
  const records = readRecords(home).map(
    ({ name, pid, startedAt, log }) => [name, { pid, startedAt, log }] as const,
  );
  return {
    home: home.bed,
    kubeconfig: kubeconfigOf(home, 'admin'),
    kubectl: bin('kubectl'),
    registry,
    buildkitHost: `unix://${buildkitSocket(home)}`,
    buildctl: bin('buildctl'),
    baseImages: { golang: ref({ repository: GOLANG_REPOSITORY, tag: goVersion }), static: ref(STATIC_IMAGE) },
    trivy: { bin: bin('trivy'), dbRepository: ref(TRIVY_DB) },
    gatewayUrl: `http://127.0.0.1:${ports.gateway}`,
    gatewayPort: ports.gateway,
    prometheusUrl: `http://127.0.0.1:${ports.prometheus}`,
    act: bin('act'),
    node: process.execPath,
    components: Object.fromEntries(records),
  };
}

/** Where the description of the running bed lies. */
export const bedFile = (home: Home): string => join(home.bed, 'bed.json');

export { down } from './down.ts';
export { type BedStatus, status } from './status.ts';
export { up } from './up.ts';
export { watch } from './watch.ts';
