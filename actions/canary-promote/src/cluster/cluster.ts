import { KubeError } from '../../../shared/kube/errors.ts';
import type { JsonObject } from '../json.ts';

/** The kinds a canary reads or changes, all in one namespace. */
export type Kind =
  | 'AnalysisRun'
  | 'Canary'
  | 'ConfigMap'
  | 'Deployment'
  | 'DestinationRule'
  | 'HTTPRoute'
  | 'Ingress'
  | 'IngressRoute'
  | 'Job'
  | 'Lease'
  | 'Pod'
  | 'Rollout'
  | 'Secret'
  | 'Service'
  | 'TraefikService'
  | 'VirtualService';

/** What permissions are about: objects of a kind, or the status that a kind keeps apart. */
export type Permitted = Kind | 'Canary/status' | 'Rollout/status';

/** The cluster as a canary sees it: one namespace, few verbs. Throws KubeErrors. */
export interface Cluster {
  /** Undefined when there is no such object, or the cluster does not know the kind. */
  get(kind: Kind, name: string): Promise<JsonObject | undefined>;
  list(kind: Kind, labels?: Readonly<Record<string, string>>): Promise<readonly JsonObject[]>;
  /** With `dryRun` the server says what it would have stored. */
  create(object: JsonObject, options?: { readonly dryRun: boolean }): Promise<JsonObject>;
  /** A JSON merge patch; with `metadata.resourceVersion` in it, a compare-and-swap. */
  patch(kind: Kind, name: string, patch: JsonObject): Promise<JsonObject>;
  /** Puts an object in the place of the one with its resourceVersion. */
  replace(object: JsonObject): Promise<JsonObject>;
  /** An object that is gone already is no error. With a version, only over that one, else a ConflictError. */
  remove(kind: Kind, name: string, only?: { readonly resourceVersion: string }): Promise<void>;
  /** Server-side apply as the rollout does it. */
  apply(object: JsonObject, options?: { readonly dryRun: boolean }): Promise<JsonObject>;
  /** Whether we may, by the API server's own answer. */
  allowed(verb: string, what: Permitted): Promise<boolean>;
}

/** Worth another try: no answer, too many requests, or a server in trouble. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof KubeError)) return false;
  return error.reason === 'Unreachable' || error.status === 429 || error.status >= 500;
}
