export const id = 7998;
export const ids = [7998,4456,3900,9103];
export const modules = {

/***/ 80020:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Az: () => (/* binding */ beforeOfState),
/* harmony export */   TC: () => (/* binding */ removeBackup),
/* harmony export */   TS: () => (/* binding */ addToBackup),
/* harmony export */   XU: () => (/* binding */ writeBack),
/* harmony export */   aw: () => (/* binding */ backupName),
/* harmony export */   o8: () => (/* binding */ writeBackup)
/* harmony export */ });
/* harmony import */ var _shared_kube_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80265);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49256);


/** What the direct engine keeps: the stable workload, before it becomes the new version. */
const beforeOfState = ({ workload, release, configs }) => ({
    workload,
    notes: { 'seatrial.dev/release': release },
    objects: [{ kind: 'Deployment', name: workload }],
    configs,
    liveReplicas: false,
});
const backupName = (workload) => `seatrial-before-${workload}`;
/** Where an object was kept: the plain ones in a ConfigMap, Secrets in a Secret. */
function holderOf(kind) {
    return kind === 'Secret' ? 'Secret' : 'ConfigMap';
}
const key = (kind, name) => `${kind}.${name}`;
/** What the server sets itself is not kept. */
function essence(object) {
    const { status: _, metadata, ...rest } = object;
    return {
        ...rest,
        metadata: {
            name: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(metadata, 'name'),
            namespace: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(metadata, 'namespace'),
            labels: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textsAt */ .i1)(metadata, 'labels'),
            annotations: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textsAt */ .i1)(metadata, 'annotations'),
            managedFields: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .listAt */ .gT)(metadata, 'managedFields'),
        },
    };
}
/** Keeps the workload and the configuration that the release changes, as they are now. Safe to repeat. */
async function writeBackup(cluster, state) {
    const wanted = [...state.objects, ...state.configs.filter(({ existed }) => existed)];
    const name = backupName(state.workload);
    for (const [kind, data] of await asTheyAre(cluster, wanted)) {
        await cluster.remove(kind, name);
        await cluster.create(holder(kind, name, state.notes, data));
    }
}
/** Keeps further configuration, as it is now, beside what a backup holds already. */
async function addToBackup(cluster, state, more) {
    const name = backupName(state.workload);
    const wanted = more.filter(({ existed }) => existed);
    for (const [kind, data] of await asTheyAre(cluster, wanted)) {
        if ((await cluster.get(kind, name)) === undefined) {
            await cluster.create(holder(kind, name, state.notes, data));
        }
        else
            await cluster.patch(kind, name, { data });
    }
}
/** Objects as a backup holds them, by what it holds them in. */
async function asTheyAre(cluster, wanted) {
    const found = new Map();
    for (const { kind, name } of wanted) {
        const live = await cluster.get(kind, name);
        if (live === undefined)
            continue;
        const into = holderOf(kind);
        const text = JSON.stringify(essence(live));
        const entry = into === 'Secret' ? Buffer.from(text).toString('base64') : text;
        found.set(into, { ...found.get(into), [key(kind, name)]: entry });
    }
    return found;
}
const holder = (kind, name, annotations, data) => ({
    apiVersion: 'v1',
    kind,
    metadata: { name, annotations },
    data,
});
/** Writes everything back that the backup holds, and removes configuration that the release had brought. */
async function writeBack(cluster, state) {
    for (const config of state.configs)
        await writeBackConfig(cluster, state, config);
    for (const { kind, name } of state.objects) {
        const object = await kept(cluster, state, kind, name);
        if (object !== undefined)
            await putBack(cluster, kind, object, state.liveReplicas);
    }
}
async function writeBackConfig(cluster, state, config) {
    if (!config.existed)
        return cluster.remove(config.kind, config.name);
    const before = await kept(cluster, state, config.kind, config.name);
    if (before !== undefined)
        await putBack(cluster, config.kind, before, false);
}
/** Removes the backup; the last thing that is done before the state goes. */
async function removeBackup(cluster, state) {
    const kinds = new Set([
        'ConfigMap',
        ...state.configs.map(({ kind }) => kind).filter((k) => k === 'Secret'),
    ]);
    for (const kind of kinds)
        await cluster.remove(kind, backupName(state.workload));
}
async function kept(cluster, state, kind, name) {
    const holder = holderOf(kind);
    const backup = await cluster.get(holder, backupName(state.workload));
    const text = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(backup, 'data', key(kind, name));
    if (text === '')
        return undefined;
    const value = JSON.parse(holder === 'Secret' ? Buffer.from(text, 'base64').toString() : text);
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectAt */ .lJ)({ value }, 'value');
}
/** What controllers note on the object themselves; it is not ours to turn back. */
const controllers = [
    'deployment.kubernetes.io/revision',
    'rollout.argoproj.io/revision',
    'rollout.argoproj.io/workload-generation',
];
/** Its controller writes into the object as well. */
const attempts = 8;
/** Replaces the live object by what was kept, whatever version there is by now, and gives its fields back to their owners. */
async function putBack(cluster, kind, before, liveReplicas) {
    for (let attempt = 1;; attempt += 1) {
        try {
            return await putBackOver(cluster, kind, before, liveReplicas);
        }
        catch (error) {
            if (!(0,_shared_kube_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isConflict */ .dh)(error) || attempt === attempts)
                throw error;
        }
    }
}
/** How many pods there are an autoscaler, if there is one, decides anew. */
async function putBackOver(cluster, kind, before, liveReplicas) {
    const name = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(before, 'metadata', 'name');
    const live = await cluster.get(kind, name);
    if (live === undefined) {
        const { managedFields: _, ...metadata } = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectAt */ .lJ)(before, 'metadata');
        await cluster.create({ ...before, metadata });
        return;
    }
    const written = await cluster.replace(restored(before, live, liveReplicas));
    const resourceVersion = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(written, 'metadata', 'resourceVersion');
    const managedFields = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .listAt */ .gT)(before, 'metadata', 'managedFields');
    if (managedFields.length === 0)
        return;
    await cluster
        .patch(kind, name, { metadata: { managedFields, resourceVersion } })
        .catch(() => 'the controller wrote in between: an apply will take the fields over by force');
}
/** The content of `before` with the identity of `live`. */
function restored(before, live, liveReplicas) {
    const notes = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textsAt */ .i1)(live, 'metadata', 'annotations');
    const theirs = Object.entries(notes).filter(([note]) => controllers.includes(note));
    const annotations = { ...(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textsAt */ .i1)(before, 'metadata', 'annotations'), ...Object.fromEntries(theirs) };
    const { managedFields: _, ...metadata } = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectAt */ .lJ)(live, 'metadata');
    const labels = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textsAt */ .i1)(before, 'metadata', 'labels');
    const replicas = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .numberAt */ .tk)(live, 'spec', 'replicas');
    const spec = liveReplicas && replicas !== undefined ? { spec: { ...(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectAt */ .lJ)(before, 'spec'), replicas } } : {};
    return { ...before, ...spec, metadata: { ...metadata, labels, annotations } };
}


/***/ }),

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

/***/ 9953:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ patient)
/* harmony export */ });
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72007);

/**
 * The cluster through an outage of its API server: what may be repeated is, until it is answered.
 *
 * Creating, patching and replacing are left alone: whether a lost one took effect only the caller can tell.
 */
function patient(cluster, clock, onTrouble) {
    const patiently = (work) => (0,_time_js__WEBPACK_IMPORTED_MODULE_0__/* .persistently */ .p)(clock, work, onTrouble);
    return {
        get: (kind, name) => patiently(() => cluster.get(kind, name)),
        list: (kind, labels) => patiently(() => cluster.list(kind, labels)),
        remove: (kind, name, only) => patiently(() => cluster.remove(kind, name, only)),
        apply: (object, options) => patiently(() => cluster.apply(object, options)),
        allowed: (verb, what) => patiently(() => cluster.allowed(verb, what)),
        create: (object, options) => cluster.create(object, options),
        patch: (kind, name, patch) => cluster.patch(kind, name, patch),
        replace: (object) => cluster.replace(object),
    };
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

/***/ 6242:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ ownerOf),
/* harmony export */   d: () => (/* binding */ isLater)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _shared_action_job_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64456);


/** Names this process; written into the state, it says who may change the route. */
function ownerOf(env) {
    return `${(0,_shared_action_job_js__WEBPACK_IMPORTED_MODULE_1__.jobOf)(env)}#${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)().slice(0, 8)}`;
}
/** Whether one job is of a later run than another: GitHub numbers runs upwards. False where it can't be told. */
function isLater(one, other) {
    const [a, b] = [one, other].map((job) => /\/actions\/runs\/(\d+)\//.exec(job)?.[1]);
    return a !== undefined && b !== undefined && BigInt(a) > BigInt(b);
}


/***/ }),

/***/ 43114:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $E: () => (/* binding */ contentOf),
/* harmony export */   CL: () => (/* binding */ referencesOf),
/* harmony export */   fs: () => (/* binding */ changesOf),
/* harmony export */   nW: () => (/* binding */ withReferences)
/* harmony export */ });
/* unused harmony export changeOf */
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49256);
/* harmony import */ var _select_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27993);


/** How a pod template names configuration: the key that holds the name, by the key of the object around it. */
const references = {
    configMap: { kind: 'ConfigMap', name: 'name' },
    configMapRef: { kind: 'ConfigMap', name: 'name' },
    configMapKeyRef: { kind: 'ConfigMap', name: 'name' },
    secret: { kind: 'Secret', name: 'secretName' },
    secretRef: { kind: 'Secret', name: 'name' },
    secretKeyRef: { kind: 'Secret', name: 'name' },
};
/** The key of a reference's name; a projected volume writes `name` where a plain secret volume writes `secretName`. */
function nameKey(value, fallback) {
    return fallback in value ? fallback : 'name';
}
/** The same tree with every reference to a ConfigMap or Secret named anew by `rename`. */
function withReferences(value, rename) {
    if (Array.isArray(value))
        return value.map((entry) => withReferences(entry, rename));
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJson */ .Fh)(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => {
        const reference = references[key];
        if (reference === undefined || !(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJson */ .Fh)(inner))
            return [key, withReferences(inner, rename)];
        const field = nameKey(inner, reference.name);
        const name = inner[field];
        return typeof name === 'string'
            ? [key, { ...inner, [field]: rename(reference.kind, name) }]
            : [key, inner];
    }));
}
/** The ConfigMaps and Secrets that a pod template reads, as `ConfigMap/name`. */
function referencesOf(template) {
    const found = new Set();
    withReferences((0,_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(template, 'spec'), (kind, name) => {
        found.add(`${kind}/${name}`);
        return name;
    });
    return found;
}
/** What a ConfigMap or Secret gives to its readers; `stringData` is what the API server turns into `data`. */
function contentOf(config) {
    const plain = Object.entries((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textsAt */ .i1)(config, 'stringData')).map(([key, value]) => [
        key,
        Buffer.from(value).toString('base64'),
    ]);
    const data = { ...(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textsAt */ .i1)(config, 'data'), ...Object.fromEntries(plain) };
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$N)({ data, binaryData: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textsAt */ .i1)(config, 'binaryData') });
}
/** Whether a release changes a ConfigMap or Secret, and whether it was there before; undefined: no change. */
function changeOf(config, live) {
    const change = { kind: configKind(config), name: (0,_select_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(config), existed: live !== undefined };
    return live !== undefined && contentOf(live) === contentOf(config) ? undefined : change;
}
const configKind = (config) => (0,_select_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOf */ .I)(config) === 'Secret' ? 'Secret' : 'ConfigMap';
/** Which of some ConfigMaps and Secrets change, compared with the cluster as it is now. */
async function changesOf(cluster, configs) {
    const changes = [];
    for (const config of configs) {
        const change = changeOf(config, await cluster.get(configKind(config), (0,_select_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(config)));
        if (change !== undefined)
            changes.push(change);
    }
    return changes;
}


/***/ }),

/***/ 80355:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ED: () => (/* binding */ measuredOf),
/* harmony export */   Jj: () => (/* binding */ courseLines),
/* harmony export */   NH: () => (/* binding */ measuredRow),
/* harmony export */   Po: () => (/* binding */ numberIn),
/* harmony export */   lZ: () => (/* binding */ measuredHead),
/* harmony export */   uI: () => (/* binding */ courseSummary)
/* harmony export */ });
/* harmony import */ var _shared_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37727);

/** A measurement that is one number, `0.02` or `[0.02]`; NaN for everything else. */
function numberIn(value) {
    const text = value.replace(/^\[([^,[\]]*)\]$/, '$1').trim();
    return text === '' ? Number.NaN : Number(text);
}
/** Values shown of a metric. */
const shown = 5;
/** A value may be anything that its provider answers. */
const short = (value) => (value.length > 80 ? `${value.slice(0, 80)}…` : value);
/** The measurements by metric and source. */
function measuredOf({ measurements }) {
    const groups = Map.groupBy(measurements, ({ metric, source }) => JSON.stringify([metric, source]));
    return [...groups.values()].map((all) => {
        const verdicts = Map.groupBy(all, ({ verdict }) => verdict);
        const counts = [...verdicts].filter(([verdict]) => verdict !== '');
        return {
            metric: all[0]?.metric ?? '',
            source: all[0]?.source ?? '',
            kept: all.length,
            verdicts: counts.map(([verdict, ones]) => `${ones.length} ${verdict}`).join(', '),
            last: all.slice(-shown).map(({ value }) => short(value)),
        };
    });
}
/** Columns of a table of what was measured, and a row of it. */
const measuredHead = ['metric', 'recorded in', 'measurements kept', 'of these', 'last values'];
const measuredRow = ({ metric, source, kept, verdicts, last }) => [
    metric,
    source,
    String(kept),
    verdicts,
    last.join(', '),
];
/** For the job summary: the measurements, and by what they were judged. */
function courseSummary(course) {
    const measured = measuredOf(course);
    const rules = (0,_shared_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .details */ .zH)(`What ${course.controller} judges by`, (0,_shared_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .fence */ .EU)(course.rules.join('\n'), 'text'));
    return [
        measured.length === 0
            ? `${course.controller} has recorded no measurement.`
            : `Measured by ${(0,_shared_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(course.controller)}:\n\n${(0,_shared_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(measuredHead, measured.map(measuredRow))}`,
        ...(course.rules.length === 0 ? [] : [rules]),
    ].join('\n\n');
}
/** One JSON object a line, by time: a stage, or a measurement. */
function courseLines({ stages, measurements }) {
    const all = [...stages, ...measurements].toSorted((a, b) => a.t - b.t);
    return all.map((one) => `${JSON.stringify(one)}\n`).join('');
}


/***/ }),

/***/ 91432:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KN: () => (/* binding */ percent),
/* harmony export */   jD: () => (/* binding */ liveLine)
/* harmony export */ });
/* unused harmony export counts */
/* harmony import */ var _trace_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28405);

/** One line of the job log: share, both groups' failures since the step began, the evidence, what is missing. */
function liveLine(weight, verdict) {
    const failures = verdict.evidence.metrics.find(({ kind }) => kind === 'failures');
    const groups = failures === undefined
        ? 'no requests compared yet'
        : `canary ${counts(failures.canary)}, stable ${counts(failures.stable)}`;
    const proof = `proof of worse ${Math.round(100 * Math.min(1, (0,_trace_js__WEBPACK_IMPORTED_MODULE_0__/* .evidenceOf */ .X)(verdict)))} %`;
    const rest = verdict.verdict === 'not-enough-evidence' ? missing(verdict) : `${verdict.verdict}: ${verdict.reason}`;
    return [`${String(weight).padStart(3)} %`, groups, proof, rest].join(' · ');
}
/** Such as `3 of 412 failed (0.73 %)`. */
function counts({ requests, events, rate }) {
    return `${Math.round(events)} of ${Math.round(requests)} failed (${percent(rate)})`;
}
/** A share of requests in percent, with as many digits as tell something. */
function percent(share) {
    return `${Number((100 * share).toPrecision(2))} %`;
}
function missing(verdict) {
    const { canaryRequests, canaryRequestsNeeded, secondsNeeded } = verdict.missing;
    const needed = canaryRequestsNeeded === null
        ? ''
        : ` (${Math.round(canaryRequests)} of about ${Math.round(canaryRequestsNeeded)} requests`;
    const time = needed === '' ? '' : secondsNeeded === null ? ')' : `, about ${Math.ceil(secondsNeeded)} s more)`;
    return `not enough evidence${needed}${time}`;
}


/***/ }),

/***/ 85838:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ Outcome)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/report/course.js
var report_course = __webpack_require__(80355);
// EXTERNAL MODULE: ./build/actions/shared/units/duration.js
var duration = __webpack_require__(39794);
;// CONCATENATED MODULE: ./build/actions/canary-promote/src/report/chart.js
const width = 860;
const height = 220;
const margin = { left: 56, right: 28, top: 12, bottom: 28 };
const inner = { width: width - margin.left - margin.right, height: height - margin.top - margin.bottom };
/** An SVG line chart over time; `area` is drawn behind the lines, as a share of the full height. */
function lineChart(times, lines, options) {
    const last = Math.max(1, times.at(-1) ?? 1);
    const values = lines.flatMap((line) => line.values.filter((value) => value !== undefined));
    const top = niceTop(Math.max(0, options.limit ?? 0, ...values));
    const x = (t) => margin.left + (inner.width * t) / last;
    const y = (value) => margin.top + inner.height * (1 - Math.min(value, top) / top);
    const parts = [
        options.area === undefined ? '' : areaPath(times, options.area, x),
        ...[0, 0.25, 0.5, 0.75, 1].map((share) => gridLine(share * top, y(share * top), options.unit)),
        ...timeTicks(last).map((t) => timeTick(t, x(t))),
        options.limit === undefined ? '' : limitLine(y(options.limit)),
        ...lines.map((line) => `<path class="${line.className}" d="${pathOf(times, line.values, x, y)}"/>`),
    ];
    const legend = lines
        .map(({ name, className }) => `<span class="key ${className}">${name}</span>`)
        .join(' ');
    const label = lines.map(({ name }) => name).join(', ');
    return `<p class="legend">${legend}</p><svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">${parts.join('')}</svg>`;
}
const fixed = (value) => value.toFixed(1);
function pathOf(times, values, x, y) {
    let pen = 'M';
    return values
        .map((value, i) => {
        if (value === undefined) {
            pen = 'M';
            return '';
        }
        const point = `${pen}${fixed(x(times[i] ?? 0))} ${fixed(y(value))}`;
        pen = 'L';
        return point;
    })
        .join('');
}
/** Steps: a share lasts until the next one. `shares` from 0 to 1. */
function areaPath(times, shares, x) {
    const bottom = margin.top + inner.height;
    const steps = shares.map((share, i) => {
        const top = fixed(bottom - inner.height * share);
        return `L${fixed(x(times[i] ?? 0))} ${top}L${fixed(x(times[i + 1] ?? times[i] ?? 0))} ${top}`;
    });
    return `<path class="area" d="M${fixed(x(0))} ${bottom}${steps.join('')}L${fixed(x(times.at(-1) ?? 0))} ${bottom}Z"/>`;
}
function gridLine(value, at, unit) {
    const text = `${Number(value.toPrecision(3))} ${unit}`;
    return `<line class="grid" x1="${margin.left}" x2="${width - margin.right}" y1="${fixed(at)}" y2="${fixed(at)}"/><text class="tick end" x="${margin.left - 6}" y="${fixed(at + 4)}">${text}</text>`;
}
function timeTick(t, at) {
    return `<text class="tick middle" x="${fixed(at)}" y="${height - 8}">${t >= 120 ? `${Number((t / 60).toFixed(1))} min` : `${t} s`}</text>`;
}
function limitLine(at) {
    return `<line class="limit" x1="${margin.left}" x2="${width - margin.right}" y1="${fixed(at)}" y2="${fixed(at)}"/>`;
}
/** About six round times. */
function timeTicks(last) {
    const steps = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 14_400];
    const step = steps.find((candidate) => last / candidate <= 7) ?? 28_800;
    return Array.from({ length: Math.floor(last / step) + 1 }, (_, i) => i * step);
}
/** The next of 1, 2, 5, 10 … above a value. */
function niceTop(value) {
    if (value <= 0)
        return 1;
    const power = 10 ** Math.floor(Math.log10(value));
    return [1, 2, 5, 10].map((factor) => factor * power).find((top) => top >= value) ?? value;
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/report/html-parts.js
/** A table that can be scrolled sideways. */
function htmlTable(head, rows) {
    const cells = (tag, row) => `<tr>${row.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`;
    return `<div class="wide"><table>${cells('th', head)}${rows.map((row) => cells('td', row)).join('')}</table></div>`;
}
const entities = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
};
/** Text that can't become markup. */
function escaped(text) {
    return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/report/course-html.js



/** For the HTML report: the share over time, each metric over time, what the controller said, what it judges by. */
function courseHtml(course) {
    const { stages, controller, rules } = course;
    const begun = Math.min(...[...stages, ...course.measurements].map(({ t }) => t));
    const words = stages.map(({ t, weight, phase, said }) => [
        `${Math.round(t - begun)} s`,
        `${weight} %`,
        phase,
        said,
    ]);
    const measured = (0,report_course/* measuredOf */.ED)(course);
    return [
        `<h2>Share of the canary</h2>${shareChart(stages, begun)}`,
        ...metricCharts(course, begun),
        measured.length === 0
            ? `<p>${escaped(controller)} has recorded no measurement.</p>`
            : `<h2>Measured by ${escaped(controller)}</h2>${htmlTable(report_course/* measuredHead */.lZ, measured.map(report_course/* measuredRow */.NH))}`,
        `<h2>What ${escaped(controller)} said</h2>${htmlTable(['at', 'share', 'phase', 'words'], words)}`,
        rules.length === 0 ? '' : `<h2>What it judges by</h2><pre>${escaped(rules.join('\n'))}</pre>`,
    ].join('\n');
}
/** A share holds until the next one is there. */
function shareChart(stages, begun) {
    const corners = stages.flatMap(({ t, weight }, i) => [
        { t: t - begun, weight: stages[i - 1]?.weight ?? weight },
        { t: t - begun, weight },
    ]);
    const values = corners.map(({ weight }) => weight);
    const lines = [{ name: 'share of the traffic', className: 'canary', values }];
    return lineChart(corners.map(({ t }) => t), lines, { unit: '%', limit: 100 });
}
/** Metrics whose values are numbers, up to this many. */
const mostCharts = 8;
function metricCharts({ stages, measurements }, begun) {
    const weightAt = (t) => stages.findLast((stage) => stage.t <= t)?.weight ?? 0;
    const numbers = measurements.filter(({ value }) => Number.isFinite((0,report_course/* numberIn */.Po)(value)));
    const metrics = [...Map.groupBy(numbers, ({ metric }) => metric)].filter(([, all]) => all.length > 1);
    return metrics.slice(0, mostCharts).map(([metric, all]) => {
        const sorted = all.toSorted((a, b) => a.t - b.t);
        const values = sorted.map(({ value }) => (0,report_course/* numberIn */.Po)(value));
        const chart = lineChart(sorted.map(({ t }) => t - begun), [{ name: escaped(metric), className: 'canary', values }], { unit: '', area: sorted.map(({ t }) => weightAt(t) / 100) });
        return `<h2>${escaped(metric)}</h2><p class="note">As measured. Behind it: the canary's share of the traffic, full height is 100 %.</p>${chart}`;
    });
}

// EXTERNAL MODULE: ./build/actions/canary-promote/src/report/live.js
var live = __webpack_require__(91432);
// EXTERNAL MODULE: ./build/actions/shared/markdown/markdown.js
var markdown = __webpack_require__(37727);
;// CONCATENATED MODULE: ./build/actions/canary-promote/src/report/summary.js




/** The job summary: how it ended, each step, the charts, the numbers of the last verdict, the queries. */
function summaryOf(told) {
    const head = `### Canary: ${told.verdict}\n\n${told.reason}\n\n${told.inputs.environment}, ${(0,duration/* formatDuration */.a)(told.seconds * 1000)}.`;
    const steps = told.steps.length === 0
        ? ''
        : (0,markdown/* table */.tp)(['share', 'verdict', 'time', 'why'], told.steps.map(({ weight, verdict, seconds, reason }) => [
            `${weight} %`,
            verdict,
            (0,duration/* formatDuration */.a)(seconds * 1000),
            reason,
        ]));
    const numbers = told.last === undefined || told.last.evidence.metrics.length === 0
        ? ''
        : `Numbers of the last step:\n\n${evidenceTable(told.last)}`;
    const queries = told.source === undefined ? '' : queryDetails(told.source, told.inputs.judge);
    const course = told.course === undefined ? '' : (0,report_course/* courseSummary */.uI)(told.course);
    return [head, steps, charts(told.trace.points), numbers, queries, course]
        .filter((part) => part !== '')
        .join('\n\n');
}
/** Of many latency bounds, the ones closest to a verdict say enough. */
const latencyRows = 4;
/** Failures and gauges, and the latencies with the most evidence or, without any, the furthest from being claimed. */
function telling(metrics) {
    const rank = ({ logEvidence, failAt, logClaim, claimAt }) => Math.max(0, logEvidence) / Math.max(failAt, 1e-9) - Math.min(1, logClaim / Math.max(claimAt, 1e-9)) / 10;
    const latency = metrics.filter(({ kind }) => kind === 'latency');
    const shown = new Set(latency.toSorted((a, b) => rank(b) - rank(a)).slice(0, latencyRows));
    return metrics.filter((metric) => metric.kind !== 'latency' || shown.has(metric));
}
function evidenceTable({ evidence }) {
    return (0,markdown/* table */.tp)(['metric', 'canary', 'stable', 'increase (interval)', 'proof of worse', 'proof of no worse'], telling(evidence.metrics).map((metric) => [
        metric.name,
        shareOf(metric, 'canary'),
        shareOf(metric, 'stable'),
        `${(0,live/* percent */.KN)(metric.increase.estimate)} (${(0,live/* percent */.KN)(metric.increase.low)} to ${(0,live/* percent */.KN)(metric.increase.high)})`,
        proof(metric.logEvidence, metric.failAt),
        proof(metric.logClaim, metric.claimAt),
    ]));
}
function shareOf({ kind, ...metric }, group) {
    const { requests, events, rate } = metric[group];
    if (kind === 'gauge')
        return (0,live/* percent */.KN)(rate);
    return `${Math.round(events)} of ${Math.round(requests)} (${(0,live/* percent */.KN)(rate)})`;
}
/** How much of a proof there is, from 0 to 100 %. */
function proof(value, needed) {
    return needed > 0 ? `${Math.min(100, Math.max(0, Math.round((100 * value) / needed)))} %` : '';
}
/** Points in a chart; more don't fit into a summary's width. */
const chartPoints = 40;
/** Failure rates of both groups and the canary's share over time, as mermaid charts. */
function charts(points) {
    if (points.length < 3)
        return '';
    const picked = thinned(points);
    const axis = `x-axis "seconds" 0 --> ${Math.max(1, Math.round(picked.at(-1)?.t ?? 1))}`;
    const rates = (group) => picked.map((point) => Number((point[group] ?? 0).toFixed(3))).join(', ');
    const top = Math.max(1, ...picked.flatMap(({ stable = 0, canary = 0 }) => [stable, canary]));
    const failures = [
        palette('#c7501b', '#2463c4'),
        'xychart-beta',
        '  title "Failed requests in percent: canary (orange), stable (blue)"',
        `  ${axis}`,
        `  y-axis "%" 0 --> ${Math.ceil(top * 10) / 10}`,
        `  line [${rates('canary')}]`,
        `  line [${rates('stable')}]`,
    ];
    const share = [
        palette('#9aa7bd', '#c7501b'),
        'xychart-beta',
        '  title "Share of the canary (bars), and proof that it is worse (line), in percent"',
        `  ${axis}`,
        '  y-axis "%" 0 --> 100',
        `  bar [${picked.map(({ weight }) => weight).join(', ')}]`,
        `  line [${picked.map(({ evidence }) => Math.round(100 * Math.min(1, evidence))).join(', ')}]`,
    ];
    return [(0,markdown/* fence */.EU)(failures.join('\n'), 'mermaid'), (0,markdown/* fence */.EU)(share.join('\n'), 'mermaid')].join('\n\n');
}
/** Colours of the plots in their order: the first of mermaid's own can hardly be seen on white. */
const palette = (...colours) => `%%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "${colours.join(', ')}"}}}}%%`;
/** The last point and others at equal distances before it. */
function thinned(points) {
    const every = Math.ceil(points.length / chartPoints);
    return points.filter((_, i) => (points.length - 1 - i) % every === 0);
}
function queryDetails(source, judge) {
    const settings = Object.entries(judge)
        .filter(([, value]) => value !== '')
        .map(([name, value]) => `${name}: ${value}`);
    const body = `${(0,markdown/* fence */.EU)(source.queries.join('\n'), 'promql')}\n\n${settings.map(markdown/* code */.aY).join(', ')}`;
    return (0,markdown/* details */.zH)(`Queries (${source.name}) and settings`, body);
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/report/html.js






/** The whole report as one HTML file that needs nothing else: no script, no font, no picture from elsewhere. */
function htmlReport(told) {
    const parts = [
        `<h1>${escaped(told.title)}</h1>`,
        `<p class="verdict ${escaped(told.verdict)}"><strong>${escaped(told.verdict)}</strong> ${escaped(told.reason)}</p>`,
        `<p>${escaped(told.inputs.environment)}, ${(0,duration/* formatDuration */.a)(told.seconds * 1000)}</p>`,
        ...(told.course === undefined ? ownJudge(told) : [courseHtml(told.course), stepsTable(told)]),
    ];
    return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(told.title)}: ${escaped(told.verdict)}</title><style>${style}</style></head>
<body><main>${parts.join('\n')}</main></body></html>
`;
}
function ownJudge(told) {
    const { points } = told.trace;
    return [
        points.length < 2 ? '<p>No numbers were compared.</p>' : html_charts(points),
        stepsTable(told),
        told.last === undefined ? '' : metricsTable(told.last.evidence.metrics),
        settings(told),
    ];
}
function html_charts(points) {
    const times = points.map(({ t }) => t);
    const failures = lineChart(times, [
        { name: 'stable', className: 'stable', values: points.map(({ stable }) => stable) },
        { name: 'canary', className: 'canary', values: points.map(({ canary }) => canary) },
    ], { unit: '%', area: points.map(({ weight }) => weight / 100) });
    const evidence = lineChart(times, [
        {
            name: 'proof that the canary is worse; it fails at 100 %',
            className: 'canary',
            values: points.map((point) => 100 * point.evidence),
        },
    ], { unit: '%', limit: 100 });
    return `<h2>Failed requests</h2><p class="note">Behind the lines: the canary's share of the traffic, full height is 100 %.</p>${failures}<h2>Evidence</h2>${evidence}`;
}
function stepsTable({ steps }) {
    if (steps.length === 0)
        return '';
    const rows = steps.map(({ weight, verdict, seconds, reason }) => [
        `${weight} %`,
        verdict,
        (0,duration/* formatDuration */.a)(seconds * 1000),
        reason,
    ]);
    return `<h2>Steps</h2>${htmlTable(['share', 'verdict', 'time', 'why'], rows)}`;
}
function metricsTable(metrics) {
    const group = ({ requests, events, rate }) => `${Math.round(events)} of ${Math.round(requests)} (${(0,live/* percent */.KN)(rate)})`;
    const rows = metrics.map((metric) => [
        metric.name,
        group(metric.canary),
        group(metric.stable),
        `${(0,live/* percent */.KN)(metric.increase.estimate)} (${(0,live/* percent */.KN)(metric.increase.low)} to ${(0,live/* percent */.KN)(metric.increase.high)})`,
        (0,live/* percent */.KN)(metric.margin),
        proof(metric.logEvidence, metric.failAt),
        proof(metric.logClaim, metric.claimAt),
    ]);
    const head = ['metric', 'canary', 'stable', 'increase (interval)', 'allowed', 'worse', 'no worse'];
    return `<h2>Numbers of the last step</h2>${htmlTable(head, rows)}`;
}
function settings({ source, inputs }) {
    const given = Object.entries(inputs.judge).filter(([, value]) => value !== '');
    const list = given.map(([name, value]) => `${name}: ${value}`).join('\n');
    const queries = source === undefined ? '' : `\n\n${source.name}\n${source.queries.join('\n')}`;
    return `<h2>Settings and queries</h2><pre>${escaped(list + queries)}</pre>`;
}
const style = `
:root{color-scheme:light dark;--fg:#1c2330;--bg:#fff;--soft:#e6e9ef;--stable:#2463c4;--canary:#c7501b;--good:#1d7d46;--bad:#b3261e}
@media(prefers-color-scheme:dark){:root{--fg:#e6e9ef;--bg:#12161d;--soft:#2b3240;--stable:#7fb0ff;--canary:#ff9d6b;--good:#63cf91;--bad:#ff8a80}}
body{margin:0;background:var(--bg);color:var(--fg);font:15px/1.5 system-ui,sans-serif}
main{max-width:60rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.5rem;margin:0}h2{font-size:1.1rem;margin:1.8rem 0 .4rem}
.verdict strong{padding:.1rem .5rem;border-radius:.3rem;background:var(--bad);color:var(--bg)}
.verdict.promoted strong,.verdict.unchanged strong{background:var(--good)}
.note,.legend{margin:.2rem 0;font-size:.85rem}
.key::before{content:"";display:inline-block;width:1.2rem;height:.2rem;margin:0 .35rem .25rem 0;background:currentColor}
.key.stable{color:var(--stable)}.key.canary{color:var(--canary)}
svg{width:100%;height:auto}path.stable,path.canary{fill:none;stroke-width:2;stroke:var(--stable)}path.canary{stroke:var(--canary)}
.area{fill:var(--soft);opacity:.7}.grid{stroke:var(--soft)}.limit{stroke:var(--bad);stroke-dasharray:5 4}
.tick{fill:var(--fg);font-size:11px}.end{text-anchor:end}.middle{text-anchor:middle}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.85rem}
th,td{text-align:left;padding:.3rem .5rem;border-bottom:1px solid var(--soft);vertical-align:top}
pre{overflow-x:auto;padding:.8rem;background:var(--soft);border-radius:.4rem;font-size:.8rem}
`;

// EXTERNAL MODULE: ./build/actions/canary-promote/src/report/trace.js
var trace = __webpack_require__(28405);
;// CONCATENATED MODULE: ./build/actions/canary-promote/src/report/outcome.js






const fixes = {
    'rolled-back': 'All users are on the previous version. Look at the summary for the numbers, mend the release and run again.',
    restored: 'All users are on the previous version. Run again when it suits.',
    failed: 'Run the step again, or end the canary with `mode: abort`.',
};
/** Nothing to do, given back, refused, left undone: the later is told last, and so by the outputs. */
function gravity(result) {
    if (result.kind === 'nothing')
        return 0;
    if (result.kind === 'refused')
        return 2;
    return result.ending.verdict === 'restored' ? 1 : 3;
}
/** Gathers what a run found, and turns its end into outputs, annotations, summary and record. */
class Outcome {
    trace = new trace/* Trace */.C();
    steps = [];
    source;
    /** Of a canary that a controller led. */
    course;
    /** Of the HTML report. */
    title = 'Canary';
    #last;
    #inputs;
    #context;
    #began;
    constructor(inputs, context) {
        this.#inputs = inputs;
        this.#context = context;
        this.#began = context.now();
    }
    get seconds() {
        return Math.round((this.#context.now() - this.#began) / 100) / 10;
    }
    verdicts(verdict) {
        this.#last = verdict;
    }
    ofForward(result) {
        if (result.kind === 'ended')
            this.#ended(result.ending, result.found);
        else if (result.kind === 'refused')
            this.#close('refused', result.reason, undefined, result.fix);
        else if (result.state?.phase === 'holding')
            this.#held(result.reason, result.state);
        else
            this.#close('unchanged', result.reason, undefined);
    }
    /** The canary waits for a person, and a run is none. */
    #held(reason, { weight, phase }) {
        this.#close('held', reason, { verdict: 'held', reason, weight, left: phase });
    }
    /** Of every canary that was found; the outputs tell the gravest. */
    ofBack(mode, results) {
        const nothing = { kind: 'nothing', reason: 'no canary is under way', state: undefined };
        const rising = [...results].sort((a, b) => gravity(a) - gravity(b));
        for (const result of rising.length === 0 ? [nothing] : rising)
            this.#ofBack(mode, result);
    }
    /** Nothing under way, or all given back, is what was asked for; only what is left undone is a failure. */
    #ofBack(mode, result) {
        if (result.kind === 'refused')
            this.#close('refused', result.reason, undefined, result.fix);
        else if (result.kind === 'nothing')
            this.#tell(result.reason, result.state);
        else if (result.ending.verdict === 'promoted')
            this.restFailed(result.ending, 'the run that led it has died before');
        else if (result.ending.verdict !== 'restored')
            this.#ended(result.ending, result.found);
        else {
            const reason = `${result.found ?? mode}: ${result.ending.reason}`;
            this.#close('restored', reason, result.ending, 'asked');
        }
    }
    /** How things stand, without a word in summary and record: those belong to the run whose canary it is. */
    #tell(reason, state) {
        const { log, report } = this.#context;
        log.info(`${reason}.`);
        report.output('verdict', state?.phase === 'holding' ? 'held' : 'unchanged');
        report.output('reason', reason);
        report.output('weight', state?.weight ?? 0);
        report.output('phase', state?.phase ?? '');
    }
    ofPlain(verdict, reason) {
        this.#close(verdict, reason, undefined);
    }
    restFailed(ending, reason) {
        const what = `the release is promoted, but the rest of the manifests could not be applied: ${reason}`;
        this.#close('failed', what, ending, 'Correct what the message says and run the step again.');
    }
    superseded(reason) {
        this.#close('failed', `this run has stopped without touching anything: ${reason}`, undefined);
    }
    dry(plan) {
        this.#close('unchanged', `dry run: everything is ready for a canary of ${plan.release.image}`, undefined);
    }
    #ended(ending, found) {
        const before = found === undefined ? '' : ` (found before: ${found})`;
        this.#close(ending.verdict, `${ending.reason}${before}`, ending);
    }
    /** `fix`: what to do; `asked` where the verdict is what was asked for and no failure. */
    #close(verdict, reason, ending, fix) {
        const { report, log } = this.#context;
        log.info(`${verdict}: ${reason}`);
        report.output('verdict', verdict);
        report.output('reason', reason);
        report.output('weight', ending?.weight ?? 0);
        report.output('phase', ending?.left ?? '');
        this.#record(verdict, reason);
        const told = { verdict, reason, seconds: this.seconds, steps: this.steps, trace: this.trace };
        const { source, course } = this;
        const whole = { ...told, source, course, last: this.#last, inputs: this.#inputs };
        report.summary(summaryOf(whole));
        if (this.trace.points.length > 0 || course !== undefined)
            this.#write(htmlReport({ ...whole, title: this.title }));
        if (verdict === 'held') {
            report.annotate({ level: 'warning', title: 'canary-promote', message: `Held: ${reason}` });
        }
        if (fix === 'asked' || ['promoted', 'unchanged', 'held'].includes(verdict))
            return;
        report.fail(`${verdict}: ${reason}`, fix ?? fixes[verdict] ?? 'See the job log.');
    }
    /** Written at once: the file is small, and a cancelled job has no time to lose. */
    #write(html) {
        const folder = (0,external_node_path_.join)(this.#context.temp, 'seatrial');
        const path = (0,external_node_path_.join)(folder, `canary-${this.#inputs.environment.replaceAll(/[^\w.-]/g, '-')}.html`);
        (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
        (0,external_node_fs_.writeFileSync)(path, html);
        this.#context.report.output('report', path);
    }
    #record(verdict, reason) {
        this.#context.report.section('canary', {
            environment: this.#inputs.environment,
            verdict,
            reason,
            steps: this.steps.map(({ weight, verdict: step, seconds, reason: why }) => ({
                weight,
                verdict: step,
                seconds,
                reason: why,
            })),
            ...this.#evidence(),
            seconds: this.seconds,
        });
    }
    /** What decided, as far as there are numbers: of our own judge, or as the controller has recorded them. */
    #evidence() {
        if (this.#last !== undefined)
            return { evidence: this.#last.evidence };
        if (this.course === undefined)
            return {};
        return { evidence: { controller: this.course.controller, metrics: (0,report_course/* measuredOf */.ED)(this.course) } };
    }
}


/***/ }),

/***/ 28405:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ Trace),
/* harmony export */   X: () => (/* binding */ evidenceOf)
/* harmony export */ });
/** Points that are kept; a canary of a day is thinned out, so that memory stays constant. */
const most = 480;
/** What happened over time, thinned to a constant number of points. */
class Trace {
    points = [];
    #start;
    #last = {
        stable: undefined,
        canary: undefined,
    };
    #every = 1;
    #seen = 0;
    /** `totals` are cumulative, as scraped. */
    add(weight, verdict, totals) {
        this.#seen += 1;
        if (this.#seen % this.#every !== 0)
            return;
        this.#start ??= verdict.at;
        this.points.push({
            t: verdict.at - this.#start,
            weight,
            stable: rate(this.#last.stable, totals.stable),
            canary: rate(this.#last.canary, totals.canary),
            evidence: evidenceOf(verdict),
        });
        this.#last = totals;
        if (this.points.length < most)
            return;
        this.points.splice(0, this.points.length, ...this.points.filter((_, i) => i % 2 === 1));
        this.#every *= 2;
    }
}
/** Percent that failed between two readings; undefined without requests, or when a counter began anew. */
function rate(before, now) {
    if (before === undefined || now === undefined)
        return undefined;
    const requests = now.requests - before.requests;
    const failures = now.failures - before.failures;
    return requests > 0 && failures >= 0 ? Math.min(100, (100 * failures) / requests) : undefined;
}
/** The metric that is closest to proof. */
function evidenceOf(verdict) {
    const shares = verdict.evidence.metrics.map(({ logEvidence, failAt }) => failAt > 0 ? logEvidence / failAt : 0);
    return Math.max(0, ...shares);
}


/***/ }),

/***/ 64456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jobOf: () => (/* binding */ jobOf)
/* harmony export */ });
/**
 * Names the job: all steps of one job, its post steps included, share it. On GitHub that is a link into the run; elsewhere
 * `SEATRIAL_JOB`, or nothing that a later process could share.
 */
function jobOf(env) {
    const { GITHUB_RUN_ID: run, GITHUB_RUN_ATTEMPT: attempt = '1', GITHUB_JOB: job = '' } = env;
    if (run === undefined || run === '')
        return env['SEATRIAL_JOB'] ?? `local-${process.pid}`;
    const { GITHUB_SERVER_URL: server = 'https://github.com', GITHUB_REPOSITORY: repository = '' } = env;
    return `${server}/${repository}/actions/runs/${run}/attempts/${attempt}${job === '' ? '' : `#${job}`}`;
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


/***/ }),

/***/ 59103:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   replaceImages: () => (/* binding */ replaceImages),
/* harmony export */   repositoryOf: () => (/* binding */ repositoryOf),
/* harmony export */   withField: () => (/* binding */ withField)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30860);
/* harmony import */ var _pod_spec_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93900);


const byDigest = /^[^\s@]+@sha256:[0-9a-f]{64}$/;
/**
 * Puts the given references in the place of image names. A name matches an image of that repository, whatever its tag
 * or digest.
 *
 * Throws a UserError for a reference without a digest (what was tested must be what runs) and for a name that no
 * container uses.
 */
function replaceImages(manifests, images) {
    for (const [name, reference] of images)
        refuseUnpinned(name, reference);
    const used = new Set();
    const replaced = manifests.map((manifest) => ({
        ...manifest,
        object: (0,_pod_spec_js__WEBPACK_IMPORTED_MODULE_1__/* .containersOf */ .Mz)(manifest.object).reduce((object, { image, path }) => {
            const name = [...images.keys()].find((candidate) => candidate === image || candidate === repositoryOf(image));
            const reference = name === undefined ? undefined : images.get(name);
            if (name === undefined || reference === undefined)
                return object;
            used.add(name);
            return withField(object, [...path, 'image'], reference);
        }, manifest.object),
    }));
    for (const name of images.keys())
        if (!used.has(name))
            refuseUnused(name, manifests);
    return replaced;
}
/** An image reference without its tag and digest. */
function repositoryOf(image) {
    const name = image.split('@', 1)[0] ?? image;
    return name.replace(/:[^/:]*$/, '');
}
/** A copy of an object with one field set; what is not on the way to it is shared. */
function withField(object, path, value) {
    const changed = set(object, path, value);
    return { ...object, ...(typeof changed === 'object' ? changed : {}) };
}
function set(inner, path, value) {
    const [key, ...rest] = path;
    if (key === undefined)
        return value;
    if (Array.isArray(inner))
        return inner.map((item, index) => (index === key ? set(item, rest, value) : item));
    const fields = typeof inner === 'object' && inner !== null ? inner : {};
    return { ...fields, [key]: set(Reflect.get(fields, key), rest, value) };
}
function refuseUnpinned(name, reference) {
    if (byDigest.test(reference))
        return;
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the image for ${name} is not given by digest: ${reference}`, {
        fix: `Write \`${name}=${repositoryOf(reference)}@sha256:…\` in the input \`images\`; multistage-dockerize gives it as its output \`image\`.`,
    });
}
function refuseUnused(name, manifests) {
    const there = [
        ...new Set(manifests.flatMap(({ object }) => (0,_pod_spec_js__WEBPACK_IMPORTED_MODULE_1__/* .containersOf */ .Mz)(object).map(({ image }) => image))),
    ];
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`no container of the manifests uses the image ${name}`, {
        fix: `Name in \`images\` one that stands there: ${there.length === 0 ? 'there is none' : there.join(', ')}.`,
    });
}


/***/ }),

/***/ 93900:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ configsOf),
/* harmony export */   Mz: () => (/* binding */ containersOf),
/* harmony export */   Y7: () => (/* binding */ templatePath)
/* harmony export */ });
/* harmony import */ var _kube_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49256);

/** Where the pod template of a kind stands; undefined for kinds that make no pods. */
function templatePath({ apiVersion, kind, }) {
    if (kind === 'CronJob')
        return ['spec', 'jobTemplate', 'spec', 'template'];
    if (kind === 'Pod')
        return apiVersion === 'v1' ? [] : undefined;
    const template = [
        'Deployment',
        'StatefulSet',
        'DaemonSet',
        'ReplicaSet',
        'Job',
        'ReplicationController',
        'Rollout',
    ];
    return template.includes(kind) ? ['spec', 'template'] : undefined;
}
/** All containers an object's pods will have. */
function containersOf(object) {
    const template = templatePath(object);
    if (template === undefined)
        return [];
    return ['initContainers', 'containers'].flatMap((list) => {
        const path = [...template, 'spec', list];
        return (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .listAt */ .gT)(object, ...path).map((spec, index) => ({
            name: (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(spec, 'name'),
            image: (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(spec, 'image'),
            init: list === 'initContainers',
            path: [...path, index],
            spec,
        }));
    });
}
/** ConfigMaps and Secrets an object's pods read: by environment, volume or projection. */
function configsOf(object) {
    const template = templatePath(object);
    if (template === undefined)
        return [];
    const spec = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(object, ...template, 'spec');
    const fromContainers = containersOf(object).flatMap(({ spec: container }) => [
        ...(0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .listAt */ .gT)(container, 'envFrom').flatMap((source) => refs(source, 'configMapRef', 'secretRef', 'name')),
        ...(0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .listAt */ .gT)(container, 'env').flatMap((env) => refs((0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(env, 'valueFrom'), 'configMapKeyRef', 'secretKeyRef', 'name')),
    ]);
    const fromVolumes = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .listAt */ .gT)(spec, 'volumes').flatMap((volume) => [
        ...refs(volume, 'configMap', '', 'name'),
        ...refs(volume, '', 'secret', 'secretName'),
        ...(0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .listAt */ .gT)(volume, 'projected', 'sources').flatMap((source) => refs(source, 'configMap', 'secret', 'name')),
    ]);
    const unique = new Map([...fromContainers, ...fromVolumes].map((config) => [`${config.kind}/${config.name}`, config]));
    return [...unique.values()];
}
function refs(source, configMap, secret, key) {
    return [
        { kind: 'ConfigMap', name: (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(source, configMap, key) },
        { kind: 'Secret', name: (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(source, secret, key) },
    ].filter(({ name }) => name !== '');
}


/***/ }),

/***/ 37727:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EU: () => (/* binding */ fence),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
/** A Markdown table; cells are escaped so that a value can't break out of it. */
function table(head, rows) {
    const line = (cells) => `| ${cells.map(cell).join(' | ')} |`;
    return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}
function cell(value) {
    return value.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll(/\r?\n/g, '<br>');
}
/** Inline code that survives backticks in the value. */
function code(value) {
    if (!value.includes('`'))
        return `\`${value}\``;
    return `\`\` ${value} \`\``;
}
/** A folded part of a summary. */
function details(title, body) {
    return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}
/** A fenced block, with a fence longer than any in the text. */
function fence(body, language = '') {
    const longest = Math.max(2, ...[...body.matchAll(/`+/g)].map((run) => run[0].length));
    const ticks = '`'.repeat(longest + 1);
    return `${ticks}${language}\n${body}\n${ticks}`;
}


/***/ })

};
