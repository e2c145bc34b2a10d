/** Who owns which fields of an object, as the server keeps it. */
export interface ManagedFields {
  readonly manager?: string;
  readonly operation?: string;
  readonly subresource?: string;
  readonly time?: string;
  readonly fieldsV1?: unknown;
}

export interface OwnerReference {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly uid: string;
  readonly controller?: boolean;
}

export interface ObjectMeta {
  name?: string;
  namespace?: string;
  uid?: string;
  resourceVersion?: string;
  generation?: number;
  creationTimestamp?: string;
  deletionTimestamp?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  finalizers?: string[];
  ownerReferences?: OwnerReference[];
  managedFields?: ManagedFields[];
}

/** Any object of the API: what is common to all is typed, the rest is read with care. */
export interface KubeObject {
  apiVersion: string;
  kind: string;
  metadata: ObjectMeta;
  [field: string]: unknown;
}

/** One object by name. `namespace` stays out for kinds that live outside namespaces. */
export interface Ref {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

/** What discovery says about a kind. */
export interface Resource {
  readonly apiVersion: string;
  readonly kind: string;
  /** Name in paths and in RBAC rules, such as `deployments`. */
  readonly plural: string;
  readonly namespaced: boolean;
}

export interface Selection {
  /** Unset: all namespaces. */
  readonly namespace?: string;
  readonly labelSelector?: string;
  readonly fieldSelector?: string;
}

export interface WatchEvent {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK';
  readonly object: KubeObject;
}

export interface RawRequest {
  readonly method?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds for the whole answer; default 65 s, five more than the API server gives itself. */
  readonly timeout?: number;
}

export interface RawResponse {
  readonly status: number;
  readonly body: string;
  /** The header Retry-After. */
  readonly retryAfter?: string | undefined;
}

/** The cluster. Every method throws a KubeError for what the server refuses and for a server that is not there. */
export interface Kube {
  /** What discovery says about a kind; undefined when the cluster does not know it. */
  resource(apiVersion: string, kind: string): Promise<Resource | undefined>;
  /** One object; undefined when there is none. */
  get(ref: Ref): Promise<KubeObject | undefined>;
  list(apiVersion: string, kind: string, options: Selection): Promise<KubeObject[]>;
  /** Server-side apply. A field that another manager owns is a ConflictError unless `force`. */
  apply(
    object: KubeObject,
    options: { fieldManager: string; dryRun?: boolean; force?: boolean },
  ): Promise<KubeObject>;
  /** `fieldManager` is `seatrial` here and below unless given. */
  create(object: KubeObject, options?: { dryRun?: boolean; fieldManager?: string }): Promise<KubeObject>;
  /** Writes the whole object; with `metadata.resourceVersion` only over that version, else a ConflictError. */
  replace(object: KubeObject, options?: { fieldManager?: string }): Promise<KubeObject>;
  /**
   * JSON merge patch; with `resourceVersion` only over that version, else a ConflictError. `subresource`: what is patched
   * instead of the object itself, where the kind keeps its status apart. `repeatable`: to patch twice is to patch once, so that
   * it may be sent again after a failure that leaves open whether it was done.
   */
  mergePatch(
    ref: Ref,
    patch: unknown,
    options?: {
      resourceVersion?: string;
      fieldManager?: string;
      subresource?: 'status';
      repeatable?: boolean;
    },
  ): Promise<KubeObject>;
  /** Deletes; false when there was nothing. With `uid` or `resourceVersion` only that object or version, else a ConflictError. */
  remove(
    ref: Ref,
    options?: {
      propagation?: 'Foreground' | 'Background' | 'Orphan';
      uid?: string;
      resourceVersion?: string;
      gracePeriodSeconds?: number;
    },
  ): Promise<boolean>;
  /**
   * What there is (ADDED), one BOOKMARK when that is complete, then every change, until `signal` is aborted. Without
   * `resourceVersion` it begins with a list. Goes on after disconnects; after 410 Gone it lists again and tells the
   * differences. Ends with a KubeError only for what waiting can't mend (401, 403, 404).
   */
  watch(
    apiVersion: string,
    kind: string,
    options: Selection & { resourceVersion?: string },
    signal: AbortSignal,
  ): AsyncIterable<WatchEvent>;
  /** A container's log; `previous` is the run before the last restart. */
  logs(
    namespace: string,
    pod: string,
    container: string,
    options?: { previous?: boolean; tailLines?: number },
  ): Promise<string>;
  /** Any path of the API server, such as the proxy of a Service. Whatever the status, it is returned. No retries. */
  raw(path: string, request?: RawRequest): Promise<RawResponse>;
  /** Stops the connection. Safe to call twice. */
  close(): Promise<void>;
}
