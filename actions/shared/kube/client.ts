import type { Log } from '../action/log.ts';
import { collectionPath, Discovery, objectPath, query } from './discovery.ts';
import { errorOf, KubeError } from './errors.ts';
import type { Http } from './http.ts';
import { listAll } from './list.ts';
import { deleteOptions, removeAt } from './remove.ts';
import type { Kube, KubeObject, Ref, Resource } from './types.ts';
import { isKubeObject, nameOf, refOf } from './values.ts';
import { watchKind } from './watch.ts';

/** The cluster over an HTTP connection that is already authenticated. `stop` ends that connection. */
export function clientOver(
  http: Http,
  log: Log,
  stop: () => Promise<void>,
  /** Whether watches begin with what there is by then, where the server can; else with a list. */
  streaming: () => boolean = () => true,
): Kube {
  const discovery = new Discovery(http);
  const known = async (apiVersion: string, kind: string): Promise<Resource> => {
    const resource = await discovery.resource(apiVersion, kind);
    if (resource !== undefined) return resource;
    throw new KubeError(`the cluster knows no kind ${kind} in ${apiVersion}`, {
      status: 404,
      reason: 'UnknownKind',
    });
  };
  const pathOf = async (ref: Ref): Promise<string> => objectPath(await known(ref.apiVersion, ref.kind), ref);
  return {
    resource: (apiVersion, kind) => discovery.resource(apiVersion, kind),
    get: async (ref) => get(http, await pathOf(ref), ref),
    list: async (apiVersion, kind, options) =>
      (await listAll(http, await known(apiVersion, kind), options)).items,
    ...writes(http, known, pathOf),
    watch: (apiVersion, kind, options, signal) =>
      deferred(async () =>
        watchKind({
          http,
          resource: await known(apiVersion, kind),
          options,
          signal,
          log,
          streaming: streaming(),
        }),
      ),
    logs: (namespace, pod, container, options = {}) => {
      const path = `/api/v1/namespaces/${namespace}/pods/${pod}/log${query({ container, ...options })}`;
      return http.call(path, {
        idempotent: true,
        what: `read the log of ${container} in Pod ${namespace}/${pod}`,
      });
    },
    raw: (path, request) => http.raw(path, request),
    close: async () => {
      http.close();
      await stop();
    },
  };
}

/** The field manager that the server notes for what is not a server-side apply. */
const ourselves = 'seatrial';

type Writes = Pick<Kube, 'apply' | 'create' | 'replace' | 'mergePatch' | 'remove'>;

function writes(
  http: Http,
  known: (apiVersion: string, kind: string) => Promise<Resource>,
  pathOf: (ref: Ref) => Promise<string>,
): Writes {
  return {
    apply: async (object, { fieldManager, dryRun, force }) => {
      const ref = refOf(object);
      const path = `${await pathOf(ref)}${query({ fieldManager, force: force === true, ...checked(dryRun) })}`;
      const headers = { 'Content-Type': 'application/apply-patch+yaml' };
      return send(http, {
        path,
        method: 'PATCH',
        headers,
        content: object,
        idempotent: true,
        what: `apply ${nameOf(ref)}`,
      });
    },
    create: async (object, { dryRun, fieldManager = ourselves } = {}) => {
      const ref = refOf(object);
      const resource = await known(ref.apiVersion, ref.kind);
      const path = `${collectionPath(resource, ref.namespace)}${query({ fieldManager, ...checked(dryRun) })}`;
      return send(http, {
        path,
        method: 'POST',
        content: object,
        idempotent: dryRun === true,
        what: `create ${nameOf(ref)}`,
      });
    },
    replace: async (object, { fieldManager = ourselves } = {}) => {
      const ref = refOf(object);
      const path = `${await pathOf(ref)}${query({ fieldManager })}`;
      return send(http, {
        path,
        method: 'PUT',
        content: object,
        idempotent: false,
        what: `replace ${nameOf(ref)}`,
      });
    },
    mergePatch: async (ref, patch, options = {}) => {
      const { resourceVersion, fieldManager = ourselves, subresource, repeatable = false } = options;
      const headers = { 'Content-Type': 'application/merge-patch+json' };
      const content = resourceVersion === undefined ? patch : withVersion(patch, resourceVersion);
      const below = subresource === undefined ? '' : `/${subresource}`;
      const path = `${await pathOf(ref)}${below}${query({ fieldManager })}`;
      return send(http, {
        path,
        method: 'PATCH',
        headers,
        content,
        idempotent: repeatable,
        what: `patch ${nameOf(ref)}${below}`,
      });
    },
    remove: async (ref, options = {}) =>
      removeAt(http, await pathOf(ref), deleteOptions(options), `delete ${nameOf(ref)}`),
  };
}

function checked(dryRun: boolean | undefined): Record<string, string | undefined> {
  return { fieldValidation: 'Strict', dryRun: dryRun === true ? 'All' : undefined };
}

async function get(http: Http, path: string, ref: Ref): Promise<KubeObject | undefined> {
  const what = `get ${nameOf(ref)}`;
  try {
    return objectOf(await http.call(path, { idempotent: true, what }), what);
  } catch (error) {
    if (error instanceof KubeError && error.status === 404) return undefined;
    throw error;
  }
}

interface Write {
  readonly path: string;
  readonly method: string;
  readonly content: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly idempotent: boolean;
  readonly what: string;
}

async function send(http: Http, { path, content, ...rest }: Write): Promise<KubeObject> {
  const headers = rest.headers ?? { 'Content-Type': 'application/json' };
  return objectOf(await http.call(path, { ...rest, headers, body: JSON.stringify(content) }), rest.what);
}

function objectOf(body: string, what: string): KubeObject {
  const parsed: unknown = JSON.parse(body);
  if (isKubeObject(parsed)) return parsed;
  throw errorOf(200, body, what);
}

function withVersion(patch: unknown, resourceVersion: string): unknown {
  if (typeof patch !== 'object' || patch === null) return patch;
  const metadata = 'metadata' in patch && typeof patch.metadata === 'object' ? patch.metadata : {};
  return { ...patch, metadata: { ...metadata, resourceVersion } };
}

async function* deferred<T>(begin: () => Promise<AsyncIterable<T>>): AsyncGenerator<T> {
  yield* await begin();
}
