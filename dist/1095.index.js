export const id = 1095;
export const ids = [1095];
export const modules = {

/***/ 11095:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ contextNamespace),
  K: () => (/* binding */ openKube)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: ./build/actions/shared/errors/user-error.js
var user_error = __webpack_require__(30860);
// EXTERNAL MODULE: ./build/actions/shared/kube/values.js
var values = __webpack_require__(49256);
;// CONCATENATED MODULE: ./build/actions/shared/kube/well-known.js
/** Versions of Kubernetes' own kinds that every server since 1.25 has, by `apiVersion`, as `Kind/plural`. */
const namespaced = {
    v1: 'ConfigMap/configmaps Event/events LimitRange/limitranges PersistentVolumeClaim/persistentvolumeclaims Pod/pods ResourceQuota/resourcequotas Secret/secrets Service/services ServiceAccount/serviceaccounts',
    'apps/v1': 'ControllerRevision/controllerrevisions DaemonSet/daemonsets Deployment/deployments ReplicaSet/replicasets StatefulSet/statefulsets',
    'autoscaling/v2': 'HorizontalPodAutoscaler/horizontalpodautoscalers',
    'batch/v1': 'CronJob/cronjobs Job/jobs',
    'coordination.k8s.io/v1': 'Lease/leases',
    'networking.k8s.io/v1': 'Ingress/ingresses NetworkPolicy/networkpolicies',
    'policy/v1': 'PodDisruptionBudget/poddisruptionbudgets',
    'rbac.authorization.k8s.io/v1': 'Role/roles RoleBinding/rolebindings',
};
const clusterWide = {
    v1: 'Namespace/namespaces Node/nodes PersistentVolume/persistentvolumes',
    'apiextensions.k8s.io/v1': 'CustomResourceDefinition/customresourcedefinitions',
    'authorization.k8s.io/v1': 'SelfSubjectAccessReview/selfsubjectaccessreviews',
    'rbac.authorization.k8s.io/v1': 'ClusterRole/clusterroles ClusterRoleBinding/clusterrolebindings',
    'scheduling.k8s.io/v1': 'PriorityClass/priorityclasses',
    'storage.k8s.io/v1': 'StorageClass/storageclasses',
};
/** What is known of a kind without asking the cluster (https://kubernetes.io/docs/reference/using-api/deprecation-guide/). */
const wellKnown = new Map([...resources(namespaced, true), ...resources(clusterWide, false)].map((resource) => [
    `${resource.apiVersion} ${resource.kind}`,
    resource,
]));
function resources(table, isNamespaced) {
    return Object.entries(table).flatMap(([apiVersion, kinds]) => kinds.split(' ').map((entry) => {
        const [kind = '', plural = ''] = entry.split('/');
        return { apiVersion, kind, plural, namespaced: isNamespaced };
    }));
}

;// CONCATENATED MODULE: ./build/actions/shared/kube/discovery.js


const aggregated = [
    'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList',
    'application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList',
    'application/json',
].join(',');
/**
 * Which kinds the cluster knows. Of Kubernetes' own that is known without a question; for others it is asked once (two
 * requests), and again only for a kind that was not there.
 */
class Discovery {
    http;
    known;
    constructor(http) {
        this.http = http;
    }
    async resource(apiVersion, kind) {
        const key = `${apiVersion} ${kind}`;
        const own = wellKnown.get(key);
        if (own !== undefined)
            return own;
        const fresh = this.known === undefined;
        const found = (await this.all()).get(key);
        if (found !== undefined || fresh)
            return found;
        // A CustomResourceDefinition may have come since.
        this.known = undefined;
        return (await this.all()).get(key);
    }
    all() {
        this.known ??= this.read().catch((error) => {
            this.known = undefined;
            throw error;
        });
        return this.known;
    }
    async read() {
        const lists = await Promise.all(['/api', '/apis'].map(async (path) => {
            const answer = await this.ask(path);
            return (0,values.at)(answer, 'kind') === 'APIGroupDiscoveryList'
                ? resourcesOf(answer)
                : this.oneByOne(path, answer);
        }));
        return new Map(lists.flat().map((resource) => [`${resource.apiVersion} ${resource.kind}`, resource]));
    }
    /** Servers before 1.26 list the versions first and then the kinds of each. */
    async oneByOne(path, answer) {
        const versions = path === '/api'
            ? (0,values/* listAt */.gT)(answer, 'versions').filter((version) => typeof version === 'string')
            : (0,values/* listAt */.gT)(answer, 'groups').flatMap((group) => (0,values/* listAt */.gT)(group, 'versions').map((version) => (0,values/* textAt */.$6)(version, 'groupVersion')));
        const lists = await Promise.all(versions.map(async (version) => {
            const list = await this.ask(`${path}/${version}`);
            return (0,values/* listAt */.gT)(list, 'resources')
                .filter((item) => !(0,values/* textAt */.$6)(item, 'name').includes('/'))
                .map((item) => resource(version, (0,values/* textAt */.$6)(item, 'kind'), (0,values/* textAt */.$6)(item, 'name'), (0,values.at)(item, 'namespaced') === true));
        }));
        return lists.flat();
    }
    async ask(path) {
        const what = 'ask which kinds the cluster knows';
        return JSON.parse(await this.http.call(path, { idempotent: true, what, headers: { Accept: aggregated } }));
    }
}
function resourcesOf(answer) {
    return (0,values/* listAt */.gT)(answer, 'items').flatMap((group) => {
        const name = (0,values/* textAt */.$6)(group, 'metadata', 'name');
        return (0,values/* listAt */.gT)(group, 'versions').flatMap((version) => {
            const apiVersion = name === '' ? (0,values/* textAt */.$6)(version, 'version') : `${name}/${(0,values/* textAt */.$6)(version, 'version')}`;
            return (0,values/* listAt */.gT)(version, 'resources').map((item) => resource(apiVersion, (0,values/* textAt */.$6)(item, 'responseKind', 'kind'), (0,values/* textAt */.$6)(item, 'resource'), (0,values/* textAt */.$6)(item, 'scope') === 'Namespaced'));
        });
    });
}
function resource(apiVersion, kind, plural, namespaced) {
    return { apiVersion, kind, plural, namespaced };
}
/** The path of all objects of a kind, in one namespace or everywhere. */
function collectionPath(resource, namespace) {
    const { apiVersion, plural, namespaced } = resource;
    const root = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
    const within = namespaced && namespace !== undefined ? `/namespaces/${encodeURIComponent(namespace)}` : '';
    return `${root}${within}/${plural}`;
}
/** The path of one object. */
function objectPath(resource, { namespace, name }) {
    if (resource.namespaced && namespace === undefined) {
        throw new Error(`${resource.kind} ${name} needs a namespace to be addressed`);
    }
    return `${collectionPath(resource, namespace)}/${encodeURIComponent(name)}`;
}
/** Query parameters; unset ones stay out. */
function query(parameters) {
    const set = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== '');
    if (set.length === 0)
        return '';
    return `?${set.map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`).join('&')}`;
}
/** The selectors of a list or watch as query parameters. */
function selectors({ labelSelector, fieldSelector }) {
    return { labelSelector, fieldSelector };
}

// EXTERNAL MODULE: ./build/actions/shared/kube/errors.js
var errors = __webpack_require__(80265);
;// CONCATENATED MODULE: ./build/actions/shared/kube/list.js



const pageSize = 500;
/** All objects of a kind, page by page, and the version of the list, from which a watch goes on. */
async function listAll(http, resource, options) {
    const items = [];
    let next = '';
    for (;;) {
        const page = await onePage(http, resource, options, next);
        items.push(...page.items);
        if (page.next === '')
            return { items, resourceVersion: page.resourceVersion };
        next = page.next;
    }
}
async function onePage(http, resource, options, next) {
    const path = `${collectionPath(resource, options.namespace)}${query({ ...selectors(options), limit: pageSize, continue: next })}`;
    const where = options.namespace === undefined ? '' : ` in ${options.namespace}`;
    const answer = JSON.parse(await http.call(path, { idempotent: true, what: `list ${resource.plural}${where}` }));
    return {
        items: (0,values/* listAt */.gT)(answer, 'items').map((item) => typed(item, resource)),
        resourceVersion: (0,values/* textAt */.$6)(answer, 'metadata', 'resourceVersion'),
        next: (0,values/* textAt */.$6)(answer, 'metadata', 'continue'),
    };
}
/** The items of a list come without the kind that the list itself names. */
function typed(item, { apiVersion, kind }) {
    const whole = (0,values/* isJson */.Fh)(item) ? { ...item, apiVersion, kind } : item;
    if ((0,values/* isKubeObject */.$e)(whole))
        return whole;
    throw new errors/* KubeError */.a3(`the list of ${kind} holds something that is no object`, {
        status: 200,
        reason: 'Malformed',
    });
}

;// CONCATENATED MODULE: ./build/actions/shared/kube/remove.js

/** How something is deleted, as the API has it. */
function deleteOptions(options) {
    const { propagation = 'Background', uid, resourceVersion, gracePeriodSeconds } = options;
    const preconditions = {
        ...(uid === undefined ? {} : { uid }),
        ...(resourceVersion === undefined ? {} : { resourceVersion }),
    };
    return {
        kind: 'DeleteOptions',
        apiVersion: 'v1',
        propagationPolicy: propagation,
        ...(gracePeriodSeconds === undefined ? {} : { gracePeriodSeconds }),
        ...(Object.keys(preconditions).length === 0 ? {} : { preconditions }),
    };
}
/** Deletes what is at a path; false when there was nothing. */
async function removeAt(http, path, content, what) {
    const headers = { 'Content-Type': 'application/json' };
    try {
        await http.call(path, {
            method: 'DELETE',
            headers,
            body: JSON.stringify(content),
            idempotent: true,
            what,
        });
        return true;
    }
    catch (error) {
        if (error instanceof errors/* KubeError */.a3 && error.status === 404)
            return false;
        throw error;
    }
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(80481);
;// CONCATENATED MODULE: ./build/actions/shared/kube/watch-stream.js





/** One watch until its connection ends. Without a version it begins with what there is. */
async function* follow(watching, resourceVersion) {
    const { http, resource, options, signal } = watching;
    const path = `${collectionPath(resource, options.namespace)}${query({
        ...selectors(options),
        watch: true,
        allowWatchBookmarks: true,
        resourceVersion,
        ...(resourceVersion === undefined
            ? { sendInitialEvents: true, resourceVersionMatch: 'NotOlderThan' }
            : {}),
    })}`;
    const answer = await http.stream(path, signal);
    if (answer.statusCode !== 200) {
        throw (0,errors/* errorOf */.Mz)(answer.statusCode ?? 0, await bodyOf(answer), `watch ${resource.plural}`);
    }
    for await (const line of linesOf(answer, signal)) {
        yield eventOf(line, resource);
    }
}
/** Lines until the connection ends, for whatever reason: a cut is no error, the caller goes on from where it was. */
async function* linesOf(answer, signal) {
    const lines = (0,external_node_readline_.createInterface)({ input: answer, crlfDelay: Number.POSITIVE_INFINITY });
    answer.on('error', () => lines.close());
    const stop = () => {
        lines.close();
        answer.destroy();
    };
    signal.addEventListener('abort', stop, { once: true });
    try {
        for await (const line of lines) {
            if (signal.aborted)
                return;
            if (line !== '')
                yield line;
        }
    }
    catch {
        // Some releases of Node hand a cut connection to whoever reads its lines as an error as well.
    }
    finally {
        signal.removeEventListener('abort', stop);
        answer.destroy();
    }
}
function eventOf(line, resource) {
    let parsed;
    try {
        parsed = JSON.parse(line);
    }
    catch {
        // The connection was cut within a line.
        throw new errors/* KubeError */.a3('the watch was cut off', { status: 0, reason: 'Cut' });
    }
    const type = (0,values/* textAt */.$6)(parsed, 'type');
    const object = (0,values.at)(parsed, 'object');
    if (type === 'ERROR') {
        throw (0,errors/* errorOf */.Mz)((0,values/* numberAt */.tk)(object, 'code') ?? 500, JSON.stringify(object), `watch ${resource.plural}`);
    }
    if ((type === 'ADDED' || type === 'MODIFIED' || type === 'DELETED' || type === 'BOOKMARK') &&
        (0,values/* isKubeObject */.$e)(object)) {
        return { type, object };
    }
    throw new errors/* KubeError */.a3(`the watch of ${resource.plural} sent what it should not`, {
        status: 0,
        reason: 'Malformed',
    });
}
async function bodyOf(answer) {
    const chunks = [];
    try {
        for await (const chunk of answer)
            chunks.push(Buffer.from(chunk));
    }
    catch (error) {
        throw (0,errors/* unreachable */.HB)((0,user_error/* messageOf */.bD)(error));
    }
    return Buffer.concat(chunks).toString();
}

;// CONCATENATED MODULE: ./build/actions/shared/kube/watch.js




/** Statuses that no waiting mends. */
const watch_final = new Set([400, 401, 403, 404, 405]);
/** List and watch for as long as `signal` lives; see `Kube.watch`. */
async function* watchKind(watching) {
    const { options, signal } = watching;
    const known = new Map();
    let version = options.resourceVersion;
    let failures = 0;
    while (!signal.aborted) {
        try {
            if (version === undefined && !streams(watching)) {
                const listed = await listAll(watching.http, watching.resource, options);
                yield* differences(known, listed.items);
                version = listed.resourceVersion;
                yield bookmark(watching.resource, version);
            }
            // Undefined when all there was is known; else what the stream has told of it so far.
            let initial = version === undefined ? [] : undefined;
            for await (const event of follow(watching, version)) {
                failures = 0;
                if (initial !== undefined && !endsInitial(event)) {
                    initial = taken(initial, event);
                    continue;
                }
                version = event.object.metadata.resourceVersion ?? version;
                if (initial !== undefined) {
                    yield* differences(known, initial);
                    initial = undefined;
                    yield bookmark(watching.resource, version ?? '');
                }
                if (event.type === 'BOOKMARK')
                    continue;
                remember(known, event);
                yield event;
            }
        }
        catch (error) {
            if (signal.aborted)
                return;
            if (version === undefined && refusesStream(error)) {
                lists.add(watching.http);
                continue;
            }
            if (!(error instanceof errors/* KubeError */.a3) || watch_final.has(error.status))
                throw error;
            // Gone: the server has forgotten that version, so what happened since is read from a new list.
            if (error.status === 410)
                version = undefined;
            if (failures === 2)
                watching.log.info(`Watching ${watching.resource.plural}: ${error.message}; trying on.`);
            failures += 1;
        }
        if (failures > 0)
            await (0,promises_.setTimeout)(Math.min(3000, 100 * 2 ** failures), undefined, { signal }).catch(() => undefined);
    }
}
/** Servers that are known to want a list first. */
const lists = new WeakSet();
/**
 * Whether the server tells what there is in the watch itself, in one request instead of two and without a page of
 * everything in its memory (https://kubernetes.io/docs/reference/using-api/api-concepts/#streaming-lists). One that can't
 * refuses the wish: newer ones `sendInitialEvents`, those before 1.27 `resourceVersionMatch`.
 */
function streams({ http, streaming }) {
    return streaming && !lists.has(http);
}
function refusesStream(error) {
    return error instanceof errors/* KubeError */.a3 && /sendInitialEvents|resourceVersionMatch/.test(error.message);
}
function taken(initial, { type, object }) {
    if (type === 'BOOKMARK')
        return initial;
    if (type === 'DELETED')
        return initial.filter((one) => keyOf(one) !== keyOf(object));
    initial.push(object);
    return initial;
}
const endMark = 'k8s.io/initial-events-end';
function endsInitial({ type, object }) {
    return type === 'BOOKMARK' && object.metadata.annotations?.[endMark] === 'true';
}
const keyOf = ({ metadata }) => `${metadata.namespace ?? ''}/${metadata.name ?? ''}`;
function remember(known, { type, object }) {
    if (type === 'DELETED')
        known.delete(keyOf(object));
    else
        known.set(keyOf(object), identityOf(object));
}
/** What is kept of an object to tell later that it has changed or gone: of thousands it would be a lot. */
function identityOf({ apiVersion, kind, metadata }) {
    const { name, namespace, uid, resourceVersion, ownerReferences } = metadata;
    return {
        apiVersion,
        kind,
        metadata: {
            ...(name === undefined ? {} : { name }),
            ...(namespace === undefined ? {} : { namespace }),
            ...(uid === undefined ? {} : { uid }),
            ...(resourceVersion === undefined ? {} : { resourceVersion }),
            ...(ownerReferences === undefined ? {} : { ownerReferences }),
        },
    };
}
/** What a new list changes against what was known: everything at first, only the differences after a gap. */
function* differences(known, items) {
    const now = new Map(items.map((item) => [keyOf(item), item]));
    for (const [key, object] of [...known]) {
        const next = now.get(key);
        if (next !== undefined && next.metadata.uid === object.metadata.uid)
            continue;
        known.delete(key);
        yield { type: 'DELETED', object };
    }
    for (const [key, object] of now) {
        const before = known.get(key);
        if (before?.metadata.resourceVersion === object.metadata.resourceVersion && before !== undefined)
            continue;
        known.set(key, identityOf(object));
        yield { type: before === undefined ? 'ADDED' : 'MODIFIED', object };
    }
}
function bookmark({ apiVersion, kind }, resourceVersion) {
    return { type: 'BOOKMARK', object: { apiVersion, kind, metadata: { resourceVersion } } };
}

;// CONCATENATED MODULE: ./build/actions/shared/kube/client.js






/** The cluster over an HTTP connection that is already authenticated. `stop` ends that connection. */
function clientOver(http, log, stop, 
/** Whether watches begin with what there is by then, where the server can; else with a list. */
streaming = () => true) {
    const discovery = new Discovery(http);
    const known = async (apiVersion, kind) => {
        const resource = await discovery.resource(apiVersion, kind);
        if (resource !== undefined)
            return resource;
        throw new errors/* KubeError */.a3(`the cluster knows no kind ${kind} in ${apiVersion}`, {
            status: 404,
            reason: 'UnknownKind',
        });
    };
    const pathOf = async (ref) => objectPath(await known(ref.apiVersion, ref.kind), ref);
    return {
        resource: (apiVersion, kind) => discovery.resource(apiVersion, kind),
        get: async (ref) => get(http, await pathOf(ref), ref),
        list: async (apiVersion, kind, options) => (await listAll(http, await known(apiVersion, kind), options)).items,
        ...writes(http, known, pathOf),
        watch: (apiVersion, kind, options, signal) => deferred(async () => watchKind({
            http,
            resource: await known(apiVersion, kind),
            options,
            signal,
            log,
            streaming: streaming(),
        })),
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
function writes(http, known, pathOf) {
    return {
        apply: async (object, { fieldManager, dryRun, force }) => {
            const ref = (0,values/* refOf */.H8)(object);
            const path = `${await pathOf(ref)}${query({ fieldManager, force: force === true, ...checked(dryRun) })}`;
            const headers = { 'Content-Type': 'application/apply-patch+yaml' };
            return send(http, {
                path,
                method: 'PATCH',
                headers,
                content: object,
                idempotent: true,
                what: `apply ${(0,values/* nameOf */.Vb)(ref)}`,
            });
        },
        create: async (object, { dryRun, fieldManager = ourselves } = {}) => {
            const ref = (0,values/* refOf */.H8)(object);
            const resource = await known(ref.apiVersion, ref.kind);
            const path = `${collectionPath(resource, ref.namespace)}${query({ fieldManager, ...checked(dryRun) })}`;
            return send(http, {
                path,
                method: 'POST',
                content: object,
                idempotent: dryRun === true,
                what: `create ${(0,values/* nameOf */.Vb)(ref)}`,
            });
        },
        replace: async (object, { fieldManager = ourselves } = {}) => {
            const ref = (0,values/* refOf */.H8)(object);
            const path = `${await pathOf(ref)}${query({ fieldManager })}`;
            return send(http, {
                path,
                method: 'PUT',
                content: object,
                idempotent: false,
                what: `replace ${(0,values/* nameOf */.Vb)(ref)}`,
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
                what: `patch ${(0,values/* nameOf */.Vb)(ref)}${below}`,
            });
        },
        remove: async (ref, options = {}) => removeAt(http, await pathOf(ref), deleteOptions(options), `delete ${(0,values/* nameOf */.Vb)(ref)}`),
    };
}
function checked(dryRun) {
    return { fieldValidation: 'Strict', dryRun: dryRun === true ? 'All' : undefined };
}
async function get(http, path, ref) {
    const what = `get ${(0,values/* nameOf */.Vb)(ref)}`;
    try {
        return objectOf(await http.call(path, { idempotent: true, what }), what);
    }
    catch (error) {
        if (error instanceof errors/* KubeError */.a3 && error.status === 404)
            return undefined;
        throw error;
    }
}
async function send(http, { path, content, ...rest }) {
    const headers = rest.headers ?? { 'Content-Type': 'application/json' };
    return objectOf(await http.call(path, { ...rest, headers, body: JSON.stringify(content) }), rest.what);
}
function objectOf(body, what) {
    const parsed = JSON.parse(body);
    if ((0,values/* isKubeObject */.$e)(parsed))
        return parsed;
    throw (0,errors/* errorOf */.Mz)(200, body, what);
}
function withVersion(patch, resourceVersion) {
    if (typeof patch !== 'object' || patch === null)
        return patch;
    const metadata = 'metadata' in patch && typeof patch.metadata === 'object' ? patch.metadata : {};
    return { ...patch, metadata: { ...metadata, resourceVersion } };
}
async function* deferred(begin) {
    yield* await begin();
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
;// CONCATENATED MODULE: ./build/actions/shared/kube/http.js



const answerTimeout = 65_000;
/** Plain HTTP over the proxy's socket. `patience` bounds the repeats of one call, in milliseconds. */
function openHttp(socketPath, patience = 30_000) {
    const agent = new external_node_http_.Agent({ keepAlive: true, maxSockets: 12 });
    const streams = new external_node_http_.Agent({ keepAlive: false });
    const raw = (path, init = {}) => http_send({ socketPath, agent, path, init });
    return {
        raw,
        call: (path, init) => repeated(() => raw(path, init), init, patience),
        stream: (path, signal) => http_open(socketPath, streams, path, signal),
        close: () => {
            agent.destroy();
            streams.destroy();
        },
    };
}
function http_send({ socketPath, agent, path, init }) {
    return new Promise((resolve, reject) => {
        const { method = 'GET', body, headers = {}, timeout = answerTimeout } = init;
        const signal = AbortSignal.timeout(timeout);
        const fail = (error) => reject(signal.aborted
            ? (0,errors/* unreachable */.HB)(`no answer within ${timeout / 1000} s`)
            : (0,errors/* unreachable */.HB)(error.message, error));
        const outgoing = (0,external_node_http_.request)({
            socketPath,
            agent,
            path,
            method,
            signal,
            headers: {
                Host: 'localhost',
                ...headers,
                ...(body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) }),
            },
        }, (incoming) => {
            const chunks = [];
            incoming.on('data', (chunk) => chunks.push(chunk));
            incoming.on('error', fail);
            incoming.on('end', () => resolve({
                status: incoming.statusCode ?? 0,
                body: Buffer.concat(chunks).toString(),
                retryAfter: incoming.headers['retry-after'],
            }));
        });
        outgoing.on('error', fail);
        outgoing.end(body);
    });
}
function http_open(socketPath, agent, path, signal) {
    return new Promise((resolve, reject) => {
        const outgoing = (0,external_node_http_.request)({ socketPath, agent, path, signal, headers: { Host: 'localhost' } }, (incoming) => resolve(incoming));
        outgoing.on('error', (error) => reject((0,errors/* unreachable */.HB)(error.message, error)));
        outgoing.end();
    });
}
async function repeated(once, init, patience) {
    const end = Date.now() + patience;
    let renewed = false;
    for (let attempt = 0;; attempt += 1) {
        const result = await attempted(once, init, attempt);
        if ('body' in result)
            return result.body;
        // kubectl asks its credential plugin for a new token after a 401, so the next request may pass.
        const renew = result.error.status === 401 && !renewed;
        renewed = renewed || renew;
        if ((!result.again && !renew) || Date.now() + result.wait > end)
            throw result.error;
        await (0,promises_.setTimeout)(result.wait);
    }
}
async function attempted(once, { idempotent, what }, attempt) {
    const wait = Math.min(4000, 100 * 2 ** attempt);
    try {
        const { status, body, retryAfter } = await once();
        if (status >= 200 && status < 300)
            return { body };
        const error = (0,errors/* errorOf */.Mz)(status, body, what);
        return {
            error,
            again: mayRepeat(status, body, idempotent),
            wait: Math.max(wait, secondsToWait(body, retryAfter) * 1000),
        };
    }
    catch (error) {
        if (!(error instanceof errors/* KubeError */.a3))
            throw error;
        return { error, again: idempotent, wait };
    }
}
/**
 * Whether a refused call may be sent once more. 429 says that nothing was done, and so does a connection that never
 * came to be; the other server failures leave that open, so only calls that may happen twice are repeated.
 */
function mayRepeat(status, body, idempotent) {
    if (status === 429)
        return true;
    if (/dial tcp .*connection refused/.test(body))
        return true;
    if (status === 500)
        return idempotent && ((0,errors/* notReached */.eo)(body) || /etcdserver|leader changed/.test(body));
    return idempotent && (status === 502 || status === 503 || status === 504);
}
/**
 * Seconds the server asks us to stay away: the header Retry-After, or the same in the body of its Status. An API server
 * that is full says it in the header alone.
 */
function secondsToWait(body, header = '') {
    const said = /^\d+$/.exec(header)?.[0] ?? /"retryAfterSeconds":\s*(\d+)/.exec(body)?.[1];
    return Number(said ?? 0);
}

// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/actions/shared/kube/proxy.js






/** Linux takes 107 bytes for the path of a socket. */
const longestSocket = 100;
/**
 * Runs a program until our end of its standard input closes. That happens also when we are killed, so that no proxy with
 * somebody's credentials outlives the job.
 */
const guard = `exec 3<&0
"$@" </dev/null 3<&- &
program=$!
{ read -r _; kill "$program"; } <&3 2>/dev/null >&2 &
reader=$!
exec 3<&-
wait "$program"
code=$?
kill "$reader" 2>/dev/null
exit "$code"`;
/** Starts the proxy and resolves when it serves. Throws a KubeError with kubectl's own words when it does not. */
async function startProxy(options) {
    const base = options.temp.length + 24 > longestSocket ? (0,external_node_os_.tmpdir)() : options.temp;
    const folder = await (0,external_node_fs_promises_.mkdtemp)((0,external_node_path_.join)(base, 'seatrial-kube-'));
    await (0,external_node_fs_promises_.chmod)(folder, 0o700);
    const socket = (0,external_node_path_.join)(folder, 'api');
    // A process group of its own: a signal meant for the action must not take away its way to the cluster.
    const child = (0,external_node_child_process_.spawn)('/bin/sh', ['-c', guard, 'sh', options.kubectl, ...argsFor(options, socket)], {
        stdio: ['pipe', 'pipe', 'pipe'],
        detached: true,
    });
    child.stdin.on('error', () => undefined);
    const last = () => killGroup(child);
    process.once('exit', last);
    const stop = async () => {
        await ended(child);
        process.removeListener('exit', last);
        await (0,external_node_fs_promises_.rm)(folder, { recursive: true, force: true });
    };
    try {
        await serving(child, options);
    }
    catch (error) {
        await stop();
        throw error;
    }
    return { socket, stop };
}
function argsFor(options, socket) {
    return [
        'proxy',
        `--unix-socket=${socket}`,
        '--accept-hosts=^localhost$',
        ...(options.kubeconfig === undefined ? [] : [`--kubeconfig=${options.kubeconfig}`]),
        ...(options.context === undefined ? [] : [`--context=${options.context}`]),
    ];
}
function serving(child, options) {
    return new Promise((resolve, reject) => {
        let said = '';
        let ready = false;
        // Read to the end of its life: a full pipe would block kubectl.
        child.stderr?.on('data', (chunk) => {
            if (!ready)
                said += chunk.toString();
        });
        child.stdout?.on('data', (chunk) => {
            if (!chunk.toString().includes('Starting to serve'))
                return;
            ready = true;
            resolve();
        });
        child.on('error', reject);
        child.on('close', (code) => {
            const notThere = code === 126 || code === 127;
            reject(notThere ? notStarted(options.kubectl, said.trim()) : refused(said.trim(), code, options));
        });
    });
}
function notStarted(kubectl, said) {
    const why = said.includes('ermission denied') ? 'may not be executed' : 'was not found';
    return new errors/* KubeError */.a3(`the program "${kubectl}" ${why}`, {
        status: 0,
        reason: 'NoKubectl',
        fix: 'Install kubectl in an earlier step of the job, or name its path in the input `kubectl`.',
    });
}
function refused(said, code, options) {
    const what = said.replace(/^error: /, '') || `it ended with exit code ${code}`;
    return new errors/* KubeError */.a3(`kubectl does not accept the access to the cluster: ${what}`, {
        status: 401,
        reason: 'NoAccess',
        fix: fixFor(said, options),
    });
}
function fixFor(said, options) {
    if (/context .* does not exist/.test(said)) {
        return 'Write a `context` that `kubectl config get-contexts` lists for this kubeconfig.';
    }
    if (/no such file/.test(said)) {
        return `There is no file ${options.kubeconfig ?? ''}: write the kubeconfig in an earlier step and give its path as \`kubeconfig\`.`;
    }
    return 'Check the kubeconfig: `kubectl config view` has to read it, and it has to name a cluster, a user and a current context.';
}
function ended(child) {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null)
        return Promise.resolve();
    return new Promise((resolve) => {
        const late = setTimeout(() => killGroup(child), 1000);
        child.once('exit', () => {
            clearTimeout(late);
            resolve();
        });
        child.stdin?.end();
    });
}
function killGroup({ pid, exitCode, signalCode }) {
    if (pid === undefined || exitCode !== null || signalCode !== null)
        return;
    try {
        process.kill(-pid, 'SIGKILL');
    }
    catch (error) {
        if ((0,user_error/* codeOf */.$N)(error) !== 'ESRCH')
            throw error;
    }
}

;// CONCATENATED MODULE: ./build/actions/shared/kube/open.js






/** How long the first answer of the cluster may take, in milliseconds. */
const firstAnswer = 6000;
/**
 * Opens the cluster through kubectl, which owns all of authentication, and proves that it answers.
 *
 * Throws one UserError within seconds for a missing kubectl, a wrong kubeconfig, a cluster that is not there, a
 * certificate nobody trusts and credentials that are refused.
 */
async function openKube(options) {
    options.signal?.throwIfAborted();
    const { kubectl = 'kubectl' } = options;
    const proxy = await startProxy({ ...options, kubectl });
    const http = openHttp(proxy.socket);
    const kube = clientOver(http, options.log, proxy.stop);
    try {
        await greet(http, options);
    }
    catch (error) {
        await kube.close();
        throw error;
    }
    return kube;
}
/** A question about our own rights: nobody may be asked it without credentials, and everybody with them. */
const question = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';
const greeting = {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
        apiVersion: 'authorization.k8s.io/v1',
        kind: 'SelfSubjectAccessReview',
        spec: { resourceAttributes: { verb: '*', group: '*', resource: '*' } },
    }),
    timeout: firstAnswer,
};
/** Throws when there is no answer, or none for us. Asked once more after a 401, when kubectl has asked its credential plugin anew. */
async function greet(http, options) {
    const first = await http.raw(question, greeting);
    if (first.status === 401) {
        const second = await http.raw(question, greeting);
        if (second.status === 401)
            throw (0,errors/* errorOf */.Mz)(401, second.body, 'sign in to the cluster');
        return;
    }
    // 403 means that we are known: what is allowed is asked where it matters.
    if (first.status >= 500)
        throw described((0,errors/* errorOf */.Mz)(first.status, first.body, 'reach the cluster'), options);
}
/** Without any kubeconfig kubectl asks localhost:8080, where nobody listens: that says nothing to the reader. */
function described(error, options) {
    if (options.kubeconfig !== undefined || !error.message.includes(':8080'))
        return error;
    return new errors/* KubeError */.a3('kubectl found no kubeconfig, and this job does not run inside a cluster', {
        status: 0,
        reason: 'NoKubeconfig',
        fix: 'Give the path of a kubeconfig as `kubeconfig`, written by an earlier step from a secret of the environment.',
        cause: error,
    });
}
/** The namespace that the kubeconfig's context names; `default` where it names none. Needs no cluster. */
function contextNamespace(options) {
    const args = [
        'config',
        'view',
        '--minify',
        '--output=jsonpath={..namespace}',
        ...(options.kubeconfig === undefined ? [] : [`--kubeconfig=${options.kubeconfig}`]),
        ...(options.context === undefined ? [] : [`--context=${options.context}`]),
    ];
    const { kubectl = 'kubectl' } = options;
    return new Promise((resolve, reject) => {
        // A starved runner takes more than ten seconds to start a program.
        (0,external_node_child_process_.execFile)(kubectl, args, { timeout: 60_000 }, (error, stdout, stderr) => {
            if (error === null)
                return resolve(stdout.trim() || 'default');
            reject(new user_error/* UserError */.yo(`kubectl can't tell the namespace of the context: ${stderr.trim() || error.message}`, {
                fix: 'Give the input `namespace`, or check the kubeconfig.',
            }));
        });
    });
}


/***/ })

};
