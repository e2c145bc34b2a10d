export const id = 3892;
export const ids = [3892];
export const modules = {

/***/ 53556:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KU: () => (/* binding */ resourceOf),
/* harmony export */   f4: () => (/* binding */ clusterOver),
/* harmony export */   ir: () => (/* binding */ applyManager)
/* harmony export */ });
/* harmony import */ var _shared_kube_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49256);


const mesh = {
    apiVersion: 'networking.istio.io/v1',
    older: ['networking.istio.io/v1beta1', 'networking.istio.io/v1alpha3'],
};
const traefik = { apiVersion: 'traefik.io/v1alpha1', older: ['traefik.containo.us/v1alpha1'] };
const gateway = {
    apiVersion: 'gateway.networking.k8s.io/v1',
    older: ['gateway.networking.k8s.io/v1beta1'],
};
const argo = 'argoproj.io/v1alpha1';
const flagger = 'flagger.app/v1beta1';
const kinds = {
    AnalysisRun: { apiVersion: argo, plural: 'analysisruns' },
    Canary: { apiVersion: flagger, plural: 'canaries' },
    'Canary/status': { apiVersion: flagger, plural: 'canaries/status' },
    ConfigMap: { apiVersion: 'v1', plural: 'configmaps' },
    Deployment: { apiVersion: 'apps/v1', plural: 'deployments' },
    DestinationRule: { ...mesh, plural: 'destinationrules' },
    HTTPRoute: { ...gateway, plural: 'httproutes' },
    Ingress: { apiVersion: 'networking.k8s.io/v1', plural: 'ingresses' },
    IngressRoute: { ...traefik, plural: 'ingressroutes' },
    Job: { apiVersion: 'batch/v1', plural: 'jobs' },
    Lease: { apiVersion: 'coordination.k8s.io/v1', plural: 'leases' },
    Pod: { apiVersion: 'v1', plural: 'pods' },
    Rollout: { apiVersion: argo, plural: 'rollouts' },
    'Rollout/status': { apiVersion: argo, plural: 'rollouts/status' },
    Secret: { apiVersion: 'v1', plural: 'secrets' },
    Service: { apiVersion: 'v1', plural: 'services' },
    TraefikService: { ...traefik, plural: 'traefikservices' },
    VirtualService: { ...mesh, plural: 'virtualservices' },
};
/** Name under which the API server notes what the rollout applies. */
const applyManager = 'seatrial';
/** RBAC's name of a kind: API group and plural, with its subresource. */
function resourceOf(kind) {
    const { apiVersion, plural } = kinds[kind];
    return { group: apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '', plural };
}
/** One namespace of a cluster, through the shared client. */
function clusterOver(kube, namespace) {
    const versions = new Map();
    const versionOf = (kind) => {
        const known = versions.get(kind) ?? knownVersion(kube, kind);
        versions.set(kind, known);
        // An outage is no answer: the next one who asks tries again.
        known.catch(() => versions.delete(kind));
        return known;
    };
    const ref = async (kind, name) => ({
        apiVersion: (await versionOf(kind)) ?? kinds[kind].apiVersion,
        kind,
        namespace,
        name,
    });
    return {
        get: async (kind, name) => (await versionOf(kind)) === undefined ? undefined : kube.get(await ref(kind, name)),
        list: async (kind, labels = {}) => {
            const version = await versionOf(kind);
            if (version === undefined)
                return [];
            const labelSelector = Object.entries(labels)
                .map(([key, value]) => `${key}=${value}`)
                .join(',');
            return kube.list(version, kind, {
                namespace,
                ...(labelSelector === '' ? {} : { labelSelector }),
            });
        },
        create: async (object, options) => kube.create(placed(object, namespace), options),
        patch: async (kind, name, patch) => kube.mergePatch(await ref(kind, name), patch),
        replace: async (object) => kube.replace(placed(object, namespace)),
        remove: async (kind, name, only) => {
            await kube.remove(await ref(kind, name), only);
        },
        apply: (object, options) => kube.apply(placed(object, namespace), { fieldManager: applyManager, force: true, ...options }),
        allowed: (verb, what) => allowed(kube, namespace, verb, what),
    };
}
/** The newest version of a kind that the cluster knows; undefined where it knows none. */
async function knownVersion(kube, kind) {
    const { apiVersion, older } = kinds[kind];
    if (older === undefined)
        return apiVersion;
    for (const version of [apiVersion, ...older]) {
        if ((await kube.resource(version, kind)) !== undefined)
            return version;
    }
    return undefined;
}
async function allowed(kube, namespace, verb, what) {
    const { group, plural } = resourceOf(what);
    const [resource = '', subresource] = plural.split('/');
    const review = await kube.create({
        apiVersion: 'authorization.k8s.io/v1',
        kind: 'SelfSubjectAccessReview',
        metadata: {},
        spec: {
            resourceAttributes: {
                namespace,
                verb,
                group,
                resource,
                ...(subresource === undefined ? {} : { subresource }),
            },
        },
    });
    const status = review['status'];
    return typeof status === 'object' && status !== null && 'allowed' in status && status.allowed === true;
}
function placed(object, namespace) {
    const metadata = { ...((0,_shared_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .isKubeObject */ .$e)(object) ? object.metadata : {}), namespace };
    const whole = { ...object, metadata };
    if ((0,_shared_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .isKubeObject */ .$e)(whole))
        return whole;
    throw new Error(`no object of Kubernetes: ${(0,_shared_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(object, 'kind')}`);
}


/***/ }),

/***/ 72007:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ persistently),
  d: () => (/* binding */ realClock)
});

// EXTERNAL MODULE: ./build/actions/shared/kube/errors.js
var errors = __webpack_require__(80265);
;// CONCATENATED MODULE: ./build/actions/canary-promote/src/cluster/cluster.js

/** Worth another try: no answer, too many requests, or a server in trouble. */
function isTransient(error) {
    if (!(error instanceof errors/* KubeError */.a3))
        return false;
    return error.reason === 'Unreachable' || error.status === 429 || error.status >= 500;
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/cluster/time.js

const realClock = {
    now: Date.now,
    pause: (ms, signal) => new Promise((resolve) => {
        if (signal?.aborted === true)
            return resolve();
        const done = () => {
            clearTimeout(timer);
            signal?.removeEventListener('abort', done);
            resolve();
        };
        const timer = setTimeout(done, ms);
        signal?.addEventListener('abort', done);
    }),
};
/** Milliseconds that an API server may be away before a change is given up; the state stays as it was. */
const longest = 5 * 60_000;
/** Tries until it works, is refused for good, or `longest` has passed. `work` must be safe to repeat. */
async function persistently(clock, work, onTrouble = () => undefined) {
    const until = clock.now() + longest;
    for (let wait = 250;; wait = Math.min(wait * 2, 4000)) {
        try {
            return await work();
        }
        catch (error) {
            if (!isTransient(error) || clock.now() >= until)
                throw error;
            onTrouble(error);
        }
        await clock.pause(wait);
    }
}


/***/ }),

/***/ 93418:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lf: () => (/* binding */ seriesOf),
/* harmony export */   Q1: () => (/* binding */ scrapeOf),
/* harmony export */   vA: () => (/* binding */ totalsOf),
/* harmony export */   vC: () => (/* binding */ spacingOf)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49256);

/** Reads the `data` of an answer to an instant query: a vector or, of a range selector, a matrix. */
function seriesOf(data) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .listAt */ .gT)(data, 'result').flatMap((entry) => {
        if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJson */ .Fh)(entry))
            return [];
        const raw = entry['values'] === undefined ? [entry['value']] : (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .listAt */ .gT)(entry, 'values');
        const samples = raw.flatMap(sampleOf);
        return samples.length === 0 ? [] : [{ labels: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textsAt */ .i1)(entry, 'metric'), samples }];
    });
}
/** Prometheus writes values as texts; NaN and infinities are no numbers to judge by. */
function sampleOf(raw) {
    if (!Array.isArray(raw))
        return [];
    const [t, text] = raw;
    const value = typeof text === 'string' ? Number(text) : Number.NaN;
    return typeof t === 'number' && Number.isFinite(value) ? [[t, value]] : [];
}
/** Seconds between samples, the median of the first series that has two; undefined where none has. */
function spacingOf(series) {
    const samples = series.find((one) => one.samples.length > 1)?.samples ?? [];
    const gaps = samples.slice(1).map(([t], i) => t - (samples[i]?.[0] ?? t));
    return gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)];
}
/**
 * The newest sample of every series as one scrape: counters per counting process, gauges as the mean of the group.
 *
 * Undefined when no series counts requests. `t` is the time of the newest sample, by Prometheus' clock.
 */
function scrapeOf(series, read, weight) {
    const groups = new Map();
    const counters = new Map();
    const gauges = new Map();
    let t = 0;
    for (const { labels, samples } of series) {
        const reading = read(labels);
        const last = samples.at(-1);
        if (reading === undefined || last === undefined)
            continue;
        if (reading.kind === 'gauge') {
            within(within(gauges, reading.track, new Map()), reading.name, []).push(last[1]);
            continue;
        }
        const of = reading.kind === 'counter' ? within(counters, reading.name, new Map()) : groups;
        // A counter of the service may be read at another time than the proxies: the scrape is of the requests.
        if (of === groups)
            t = Math.max(t, last[0]);
        const sources = within(of, reading.track, new Map());
        add(within(sources, reading.source, { requests: 0, failures: 0, latency: {} }), reading, last[1]);
    }
    if (t === 0)
        return undefined;
    const group = (track) => groupOf(groups.get(track), gauges.get(track));
    const [stable, canary] = [group('stable'), group('canary')];
    return {
        t,
        ...(stable === undefined ? {} : { stable }),
        ...(canary === undefined ? {} : { canary }),
        ...(counters.size === 0 ? {} : { counters: Object.fromEntries([...counters].map(pairOf)) }),
        weight,
    };
}
/** A business counter, by group. */
function pairOf([name, groups]) {
    const [stable, canary] = [groupOf(groups.get('stable')), groupOf(groups.get('canary'))];
    return [name, { ...(stable === undefined ? {} : { stable }), ...(canary === undefined ? {} : { canary }) }];
}
function within(map, key, empty) {
    const found = map.get(key) ?? empty;
    map.set(key, found);
    return found;
}
function add(building, reading, value) {
    if (reading.kind === 'latency') {
        building.latency[reading.le] = (building.latency[reading.le] ?? 0) + value;
        return;
    }
    if (reading.kind === 'failures' || (reading.kind === 'counter' && reading.failed)) {
        building.failures += value;
        return;
    }
    building.requests += value;
    if (reading.kind === 'requests' && reading.failed)
        building.failures += value;
}
function groupOf(sources, gauges) {
    if (sources === undefined)
        return undefined;
    const means = Object.fromEntries([...(gauges ?? [])].map(([name, values]) => [
        name,
        values.reduce((sum, value) => sum + value, 0) / values.length,
    ]));
    const pods = {};
    for (const [i, [source, { requests, failures, latency }]] of [...sources].sort().entries()) {
        pods[source] = {
            requests,
            failures,
            ...(Object.keys(latency).length === 0 ? {} : { latency }),
            ...(i === 0 && Object.keys(means).length > 0 ? { gauges: means } : {}),
        };
    }
    return { pods };
}
/** What a group has counted in all, for people; undefined where it has counted nothing. */
function totalsOf(scrape, track) {
    const group = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__.at)(scrape, track);
    const pods = Object.values(textless((0,_json_js__WEBPACK_IMPORTED_MODULE_0__.at)(group, 'pods') ?? { '': group }));
    const sum = (key) => pods.reduce((total, pod) => total + Number((0,_json_js__WEBPACK_IMPORTED_MODULE_0__.at)(pod, key) ?? 0), 0);
    return group === undefined ? undefined : { requests: sum('requests'), failures: sum('failures') };
}
function textless(value) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJson */ .Fh)(value) ? value : {};
}


/***/ }),

/***/ 13892:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  realDeps: () => (/* binding */ realDeps)
});

// EXTERNAL MODULE: ./build/actions/shared/kube/open.js + 9 modules
var kube_open = __webpack_require__(11095);
// EXTERNAL MODULE: ./build/actions/shared/kube/values.js
var values = __webpack_require__(49256);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/cluster/kube-cluster.js
var kube_cluster = __webpack_require__(53556);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/cluster/time.js + 1 modules
var time = __webpack_require__(72007);
// EXTERNAL MODULE: ./build/actions/shared/errors/user-error.js
var user_error = __webpack_require__(30860);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/metrics/series.js
var series = __webpack_require__(93418);
;// CONCATENATED MODULE: ./build/actions/canary-promote/src/metrics/prometheus.js



/** Milliseconds after which an answer would be of no use any more. */
const timeout = 5000;
/** The HTTP API of Prometheus (and of Thanos, Mimir, VictoriaMetrics, which speak it). */
function openPrometheus({ url, headers }) {
    const endpoint = `${url.replace(/\/+$/, '')}/api/v1/query`;
    return async (promql, signal) => {
        const answer = await fetch(endpoint, {
            method: 'POST',
            headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
            body: new URLSearchParams({ query: promql, timeout: '4s' }).toString(),
            redirect: 'error',
            signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]),
        }).catch((error) => {
            throw new Error(`no answer from Prometheus: ${reasonOf(error)}`, { cause: error });
        });
        const body = parsed(await answer.text());
        if (!answer.ok || body === undefined || (0,values/* textAt */.$6)(body, 'status') !== 'success') {
            throw new Error(`Prometheus answered ${answer.status}${(0,values/* textAt */.$6)(body, 'error') === '' ? '' : `: ${(0,values/* textAt */.$6)(body, 'error')}`}`);
        }
        return (0,series/* seriesOf */.Lf)(dataOf(body));
    };
}
function dataOf(body) {
    return typeof body === 'object' && body !== null && 'data' in body ? body.data : undefined;
}
/** `fetch failed` says nothing; its cause does. */
function reasonOf(error) {
    if (error instanceof Error && error.cause !== undefined)
        return (0,user_error/* messageOf */.bD)(error.cause) || error.message;
    return (0,user_error/* messageOf */.bD)(error);
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/real-deps.js





/** The action's real effects. */
const realDeps = { clock: time/* realClock */.d, load, open: real_deps_open, prometheus };
async function load(inputs, context) {
    const [{ readManifests }, { replaceImages }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(3655), __webpack_require__.e(3900)]).then(__webpack_require__.bind(__webpack_require__, 63655)),
        __webpack_require__.e(/* import() */ 9103).then(__webpack_require__.bind(__webpack_require__, 59103)),
    ]);
    const { workspace, exec } = context;
    const kubectl = inputs.kubectl === undefined ? {} : { kubectl: inputs.kubectl };
    const manifests = await readManifests(inputs.manifests, { workspace, exec, ...kubectl });
    for (const secret of secretsIn(manifests))
        await context.mask(secret);
    return replaceImages(manifests, inputs.images);
}
/** Shorter values stand in ordinary text all the time; hiding them would hide the text. */
const shortest = 6;
/** What the Secrets of the manifests hold. */
function secretsIn(manifests) {
    return manifests
        .filter(({ object }) => object.kind === 'Secret')
        .flatMap(({ object }) => [
        ...Object.values((0,values/* textsAt */.i1)(object, 'stringData')),
        ...Object.values((0,values/* textsAt */.i1)(object, 'data')).flatMap((value) => [
            value,
            Buffer.from(value, 'base64').toString(),
        ]),
    ])
        .filter((value) => value.length >= shortest);
}
async function real_deps_open(inputs, context, fallback) {
    const { kubeconfig, context: name, kubectl } = inputs;
    const access = {
        ...(kubeconfig === undefined ? {} : { kubeconfig }),
        ...(name === undefined ? {} : { context: name }),
        ...(kubectl === undefined ? {} : { kubectl }),
    };
    const namespace = inputs.namespace ?? fallback ?? (await (0,kube_open/* contextNamespace */.j)(access));
    const { temp, log, signal } = context;
    const kube = await (0,kube_open/* openKube */.K)({ ...access, temp, log, signal });
    const [{ rolloutOver }, { holdWorkloads }, { guarded }, { releaseObjects }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(1116), __webpack_require__.e(9856), __webpack_require__.e(5172), __webpack_require__.e(7363)]).then(__webpack_require__.bind(__webpack_require__, 87363)),
        __webpack_require__.e(/* import() */ 799).then(__webpack_require__.bind(__webpack_require__, 70799)),
        __webpack_require__.e(/* import() */ 7641).then(__webpack_require__.bind(__webpack_require__, 67641)),
        __webpack_require__.e(/* import() */ 4427).then(__webpack_require__.bind(__webpack_require__, 14427)),
    ]);
    const held = [];
    const base = { kube, log, now: context.now };
    return {
        namespace,
        kube,
        cluster: (0,kube_cluster/* clusterOver */.f4)(kube, namespace),
        rollout: rolloutOver({ ...base, kube: guarded(kube, held), manager: kube_cluster/* applyManager */.ir }, namespace, {
            // These two alone: a rollout has inputs of its own, some of the same name.
            timeout: inputs.timeout,
            settle: inputs.settle,
        }),
        prepare: async (manifests) => (await releaseObjects(manifests, { kube, namespace }, context.record)).map(({ object }) => object),
        hold: (workloads, { job, patience }) => holdWorkloads(workloads, held, { owner: job, onBusy: patience > 0 ? 'wait' : 'fail', patience }, { ...base, signal, fieldManager: kube_cluster/* applyManager */.ir, forceConflicts: false }),
        close: () => kube.close(),
    };
}
/** The secret is hidden before it is used for the first time. */
async function prometheus(inputs, { mask }) {
    const headers = {};
    const { prometheusToken: token, prometheusHeader: header } = inputs;
    if (token !== undefined) {
        await mask(token);
        headers['authorization'] = `Bearer ${token}`;
    }
    if (header !== undefined) {
        const [name = '', ...rest] = header.split(':');
        const value = rest.join(':').trim();
        await mask(value);
        headers[name.trim()] = value;
    }
    return openPrometheus({ url: inputs.prometheus ?? '', headers });
}


/***/ }),

/***/ 80265:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HB: () => (/* binding */ unreachable),
/* harmony export */   Mz: () => (/* binding */ errorOf),
/* harmony export */   a3: () => (/* binding */ KubeError),
/* harmony export */   dh: () => (/* binding */ isConflict),
/* harmony export */   eo: () => (/* binding */ notReached)
/* harmony export */ });
/* unused harmony export ConflictError */
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30860);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49256);


/**
 * What the API server refused, or that it could not be reached (status 0).
 *
 * It is a UserError: nearly all of it is mended in a manifest, a role or a kubeconfig. Callers that can go on look at
 * `status` and `reason`.
 */
class KubeError extends _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo {
    /** The HTTP status; 0 when there was no answer. */
    status;
    /** The server's word, such as `Forbidden`, `NotFound`, `Invalid`. */
    reason;
    details;
    constructor(message, options) {
        super(message, { fix: options.fix ?? fixFor(options.status), cause: options.cause });
        this.name = 'KubeError';
        this.status = options.status;
        this.reason = options.reason;
        this.details = options.details ?? [];
    }
}
/** Somebody else wrote in between, or owns a field that is to be applied (status 409). */
class ConflictError extends KubeError {
    constructor(message, options) {
        super(message, { ...options, status: 409 });
        this.name = 'ConflictError';
    }
}
/** Whether an error is the server's 409. */
function isConflict(error) {
    return error instanceof ConflictError;
}
/** The error behind an answer that is no success. `what` names the call: `get Deployment shop/checkout`. */
function errorOf(status, body, what) {
    const parsed = parse(body);
    const said = (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(parsed, 'message') || body.trim().slice(0, 500) || `HTTP status ${status}`;
    const reason = (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(parsed, 'reason') || String(status);
    const details = (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .listAt */ .gT)(parsed, 'details', 'causes').map((cause) => ({
        reason: (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(cause, 'reason'),
        message: (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(cause, 'message'),
        field: (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(cause, 'field'),
    }));
    const message = `${what}: ${said}`;
    if (status === 409)
        return new ConflictError(message, { reason, details });
    if ((0,_values_js__WEBPACK_IMPORTED_MODULE_1__.at)(parsed, 'kind') !== 'Status' && notReached(said))
        return unreachable(said);
    return new KubeError(message, { status, reason, details });
}
/** What kubectl's proxy says when the API server itself gave no answer. */
function notReached(said) {
    return /dial tcp|connection refused|no such host|i\/o timeout|x509:|tls:|EOF|connection reset|no route to host|network is unreachable|context deadline exceeded|getting credentials|http2:|Client\.Timeout|TLS handshake/i.test(said);
}
/** The error for an API server that gives no answer. */
function unreachable(said, cause) {
    const clean = said.replace(/^.*?: (?=Get |Post |Patch )/, '').trim();
    if (/getting credentials|exec: /.test(said)) {
        return new KubeError(`kubectl could not get credentials for the cluster: ${clean}`, {
            status: 401,
            reason: 'Unauthorized',
            fix: 'Install the credential plugin that the kubeconfig names in an earlier step, and sign in before this step.',
            cause,
        });
    }
    if (/x509:|tls: failed to verify/.test(said)) {
        return new KubeError(`the cluster's certificate is not trusted: ${clean}`, {
            status: 0,
            reason: 'Untrusted',
            fix: 'Put the certificate authority of this cluster into the kubeconfig (`certificate-authority-data`), and check that `server` names the right cluster.',
            cause,
        });
    }
    return new KubeError(`the cluster gives no answer: ${clean}`, {
        status: 0,
        reason: 'Unreachable',
        fix: 'Check `server` in the kubeconfig and that this runner may reach it (firewall, VPN, private endpoint), and that the API server runs.',
        cause,
    });
}
function fixFor(status) {
    switch (status) {
        case 401:
            return 'Renew the credentials in the kubeconfig: they are missing, wrong or expired. A short-lived token has to be fetched in the same job.';
        case 403:
            return 'Grant the account of this kubeconfig the permission named in the message (Role and RoleBinding, or the policy that refused it).';
        case 404:
            return 'Check name, namespace and apiVersion; a custom kind needs its CustomResourceDefinition in the cluster first.';
        case 409:
            return 'Another writer owns or has just changed this object: find it by the manager that the message names, and let only one of the two set the field.';
        case 422:
        case 400:
            return 'Correct the field that the message names in the manifest.';
        default:
            return 'Look at the API server and try again; the answer above is its own.';
    }
}
function parse(body) {
    try {
        return JSON.parse(body);
    }
    catch {
        return undefined;
    }
}


/***/ })

};
