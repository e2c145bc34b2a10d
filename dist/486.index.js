export const id = 486;
export const ids = [486,242];
export const modules = {

/***/ 2162:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y7: () => (/* binding */ RouteLease)
/* harmony export */ });
/* unused harmony exports leaseSeconds, renewEvery, leaseName */
/* harmony import */ var _shared_kube_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(265);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9256);


/** Seconds after which a run that was not heard of counts as dead. */
const leaseSeconds = 40;
/** Milliseconds between two signs of life. */
const renewEvery = 10_000;
const leaseName = (route) => `seatrial-canary-${route}`;
/** One run's claim to work on a route. It tells whether somebody is alive; what may be written the route's state decides. */
class RouteLease {
    #cluster;
    #name;
    #namespace;
    #owner;
    #now;
    #timer;
    constructor(cluster, lease, now) {
        this.#cluster = cluster;
        this.#name = leaseName(lease.route);
        this.#namespace = lease.namespace;
        this.#owner = lease.owner;
        this.#now = now;
    }
    /** Whether somebody is at work, by the API server's clock alone. */
    async look() {
        const lease = await this.#cluster.get('Lease', this.#name);
        const owner = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(lease, 'spec', 'holderIdentity');
        if (lease === undefined || owner === '')
            return { liveness: 'free', owner: '' };
        const seconds = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .numberAt */ .tk)(lease, 'spec', 'leaseDurationSeconds') ?? leaseSeconds;
        const age = (await this.#serverTime()) - lastWrite(lease);
        return { liveness: age > seconds * 1000 ? 'expired' : 'live', owner };
    }
    /** Takes the Lease from whoever had it. False when somebody else took it in the same moment. */
    async take() {
        const lease = await this.#cluster.get('Lease', this.#name);
        try {
            if (lease === undefined)
                await this.#cluster.create(this.#body());
            else
                await this.#cluster.replace(this.#body((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(lease, 'metadata', 'resourceVersion')));
            return true;
        }
        catch (error) {
            if ((0,_shared_kube_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isConflict */ .dh)(error))
                return false;
            throw error;
        }
    }
    /** Signs of life until `release`. One that fails is made up by the next; losing the Lease costs no safety. */
    keep(onTrouble) {
        this.#timer = setInterval(() => {
            this.#renew().catch(onTrouble);
        }, renewEvery);
        this.#timer.unref();
    }
    /** Removes the Lease if it is ours. */
    async release() {
        clearInterval(this.#timer);
        const lease = await this.#cluster.get('Lease', this.#name);
        if ((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(lease, 'spec', 'holderIdentity') === this.#owner)
            await this.#cluster.remove('Lease', this.#name);
    }
    async #renew() {
        const lease = await this.#cluster.get('Lease', this.#name);
        if ((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(lease, 'spec', 'holderIdentity') !== this.#owner)
            return;
        await this.#cluster.replace(this.#body((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(lease, 'metadata', 'resourceVersion')));
    }
    #body(resourceVersion = '') {
        return {
            apiVersion: 'coordination.k8s.io/v1',
            kind: 'Lease',
            metadata: {
                name: this.#name,
                namespace: this.#namespace,
                ...(resourceVersion === '' ? {} : { resourceVersion }),
            },
            spec: {
                holderIdentity: this.#owner,
                leaseDurationSeconds: leaseSeconds,
                renewTime: new Date(this.#now()).toISOString().replace('Z', '000Z'),
            },
        };
    }
    /** The API server's time: what it would stamp on an object made now. */
    async #serverTime() {
        const body = this.#body();
        const name = `${this.#name}-clock`;
        const stamped = await this.#cluster.create({ ...body, metadata: { name, namespace: this.#namespace } }, { dryRun: true });
        const time = Date.parse((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(stamped, 'metadata', 'creationTimestamp'));
        return Number.isNaN(time) ? this.#now() : time;
    }
}
/** When a Lease was last written: the server's own stamp, else what the holder claims. */
function lastWrite(lease) {
    const stamps = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .listAt */ .gT)(lease, 'metadata', 'managedFields').map((entry) => Date.parse((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(entry, 'time')));
    const known = stamps.filter((stamp) => !Number.isNaN(stamp));
    return known.length > 0 ? Math.max(...known) : Date.parse((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(lease, 'spec', 'renewTime'));
}


/***/ }),

/***/ 9953:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ patient)
/* harmony export */ });
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2007);

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
        remove: (kind, name) => patiently(() => cluster.remove(kind, name)),
        apply: (object, options) => patiently(() => cluster.apply(object, options)),
        allowed: (verb, kind) => patiently(() => cluster.allowed(verb, kind)),
        create: (object, options) => cluster.create(object, options),
        patch: (kind, name, patch) => cluster.patch(kind, name, patch),
        replace: (object) => cluster.replace(object),
    };
}


/***/ }),

/***/ 3549:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ RouteStore),
/* harmony export */   b: () => (/* binding */ Superseded)
/* harmony export */ });
/* harmony import */ var _shared_kube_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(265);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9256);
/* harmony import */ var _route_virtual_service_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3858);
/* harmony import */ var _state_codec_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5657);
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2007);





/** Another run has taken the canary over, or somebody has removed the state: this run must not write any more. */
class Superseded extends Error {
    constructor(by) {
        super(by);
        this.name = 'Superseded';
    }
}
/** The route object and the state on it, which change together, each time in one compare-and-swap patch. */
class RouteStore {
    name;
    service;
    #cluster;
    #clock;
    #trouble;
    constructor(cluster, clock, route, trouble) {
        this.#cluster = cluster;
        this.#clock = clock;
        this.#trouble = trouble;
        this.name = route.name;
        this.service = route.service;
    }
    /** The route now. Throws an Error when it is gone. */
    async read() {
        const route = await (0,_time_js__WEBPACK_IMPORTED_MODULE_3__/* .persistently */ .p)(this.#clock, () => this.#cluster.get('VirtualService', this.name), this.#trouble);
        if (route === undefined)
            throw new Superseded(`VirtualService ${this.name} is gone`);
        return { route, state: (0,_state_codec_js__WEBPACK_IMPORTED_MODULE_2__/* .stateOf */ .L)(route) };
    }
    /** Writes `next` and its weight if the state is still `from` (undefined: none); returns `next`. */
    async move(from, next) {
        const target = (0,_state_codec_js__WEBPACK_IMPORTED_MODULE_2__/* .encodeState */ .M)(next);
        await this.#swap(from, target, (route) => ({
            metadata: { annotations: { [_route_virtual_service_js__WEBPACK_IMPORTED_MODULE_1__/* .stateAnnotation */ .pX]: target } },
            spec: { http: (0,_route_virtual_service_js__WEBPACK_IMPORTED_MODULE_1__/* .withShare */ .kp)(route, this.service, next.weight) },
        }));
        return next;
    }
    /**
     * Puts the rules back as they were, then takes the state away and gives the fields back to their owners.
     *
     * Our patches made us the owner of fields that somebody else's apply had set; the next apply would report a conflict.
     * The server takes a list of owners as it is given when the same request changes none of the fields in it, hence two
     * patches; and only if nobody else has changed the object meanwhile is the old list still true.
     */
    async finish(from) {
        const { managedFields, digest } = from.before;
        await this.#swap(from, (0,_state_codec_js__WEBPACK_IMPORTED_MODULE_2__/* .encodeState */ .M)(from), (route) => {
            const http = (0,_route_virtual_service_js__WEBPACK_IMPORTED_MODULE_1__/* .restored */ .v0)(route, this.service, from.before);
            return (0,_route_virtual_service_js__WEBPACK_IMPORTED_MODULE_1__/* .sameHttp */ .ZD)(http, (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .listAt */ .gT)(route, 'spec', 'http')) ? undefined : { spec: { http } };
        });
        await this.#swap(from, undefined, (route) => ({
            metadata: {
                annotations: { [_route_virtual_service_js__WEBPACK_IMPORTED_MODULE_1__/* .stateAnnotation */ .pX]: null },
                ...((0,_route_virtual_service_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(route) === digest && managedFields.length > 0 ? { managedFields } : {}),
            },
        }));
    }
    /** Patches the route if the state on it is `from`; `patch` gives nothing when there is nothing to write. */
    async #swap(from, target, patch) {
        const expected = from === undefined ? undefined : (0,_state_codec_js__WEBPACK_IMPORTED_MODULE_2__/* .encodeState */ .M)(from);
        const attempt = async () => {
            const { route } = await this.read();
            const present = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(route, 'metadata', 'annotations', _route_virtual_service_js__WEBPACK_IMPORTED_MODULE_1__/* .stateAnnotation */ .pX) || undefined;
            // An answer that was lost: what we meant to write stands there already.
            if (present === target && target !== expected)
                return true;
            if (present !== expected)
                throw new Superseded(whoHolds(route));
            const change = patch(route);
            if (change === undefined)
                return true;
            const resourceVersion = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(route, 'metadata', 'resourceVersion');
            return this.#cluster
                .patch('VirtualService', this.name, { ...change, metadata: { ...change.metadata, resourceVersion } })
                .then(() => true, (error) => {
                if ((0,_shared_kube_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isConflict */ .dh)(error))
                    return false;
                throw error;
            });
        };
        await (0,_time_js__WEBPACK_IMPORTED_MODULE_3__/* .persistently */ .p)(this.#clock, async () => {
            while (!(await attempt()))
                await this.#clock.pause(20);
        }, this.#trouble);
    }
}
function whoHolds(route) {
    const state = (0,_state_codec_js__WEBPACK_IMPORTED_MODULE_2__/* .stateOf */ .L)(route);
    const name = `VirtualService ${(0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(route, 'metadata', 'name')}`;
    return state === undefined
        ? `the state on ${name} was removed by somebody else`
        : `another run (${state.job}) has taken over the canary on ${name}, which is ${state.phase} now`;
}


/***/ }),

/***/ 2007:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ persistently),
  d: () => (/* binding */ realClock)
});

// EXTERNAL MODULE: ./build/actions/shared/kube/errors.js
var errors = __webpack_require__(265);
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

/***/ 5484:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C6: () => (/* binding */ assertMine),
/* harmony export */   KW: () => (/* binding */ cancelled),
/* harmony export */   MS: () => (/* binding */ unlessCancelled),
/* harmony export */   go: () => (/* binding */ go),
/* harmony export */   zd: () => (/* binding */ turnBack)
/* harmony export */ });
/* harmony import */ var _cluster_route_store_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3549);
/* harmony import */ var _state_codec_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5657);
/* harmony import */ var _state_state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8106);



/** Goes to another phase: state and weight in one patch. */
async function go(state, work, to, reason, step) {
    const since = new Date(work.clock.now()).toISOString();
    const next = (0,_state_state_js__WEBPACK_IMPORTED_MODULE_2__/* .moved */ .aW)(state, to, { reason, since, ...(step === undefined ? {} : { step }) });
    const written = await work.store.move(state, next);
    work.log(`${to}: ${next.weight} % to the canary (${reason})`);
    return written;
}
/** Turns back: while the stable workload is untouched, that is this one patch. */
async function turnBack(state, work, because, reason) {
    return { state: await go(state, work, 'restoring', reason), because };
}
const cancelled = 'the job was cancelled';
/** The route, if the state on it is still the one given, else a Superseded. Asked before anything else is changed. */
async function assertMine(state, { store }) {
    const { route, state: present } = await store.read();
    if (present !== undefined && (0,_state_codec_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeState */ .M)(present) === (0,_state_codec_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeState */ .M)(state))
        return route;
    throw new _cluster_route_store_js__WEBPACK_IMPORTED_MODULE_0__/* .Superseded */ .b(present === undefined
        ? 'the state on the route was removed by somebody else'
        : `another run (${present.job}) has taken over the canary, which is ${present.phase} now`);
}
/** The result, or undefined as soon as the job is cancelled; what is under way then ends unheard. */
async function unlessCancelled(signal, work) {
    if (signal.aborted)
        return undefined;
    return new Promise((resolve, reject) => {
        const stop = () => resolve(undefined);
        signal.addEventListener('abort', stop);
        work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
    });
}


/***/ }),

/***/ 6904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ runSession)
});

// EXTERNAL MODULE: ./build/actions/canary-promote/src/cluster/route-store.js
var route_store = __webpack_require__(3549);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/cluster/time.js + 1 modules
var time = __webpack_require__(2007);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/state/decide.js
var decide = __webpack_require__(4419);
// EXTERNAL MODULE: ./build/actions/shared/kube/values.js
var values = __webpack_require__(9256);
;// CONCATENATED MODULE: ./build/actions/canary-promote/src/cluster/backup.js

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
            name: (0,values/* textAt */.$6)(metadata, 'name'),
            namespace: (0,values/* textAt */.$6)(metadata, 'namespace'),
            labels: (0,values/* textsAt */.i1)(metadata, 'labels'),
            annotations: (0,values/* textsAt */.i1)(metadata, 'annotations'),
            managedFields: (0,values/* listAt */.gT)(metadata, 'managedFields'),
        },
    };
}
/** Keeps the workload and the configuration that the release changes, as they are now. Safe to repeat. */
async function writeBackup(cluster, state) {
    const wanted = [
        { kind: 'Deployment', name: state.workload },
        ...state.configs.filter(({ existed }) => existed),
    ];
    const kept = { ConfigMap: new Map(), Secret: new Map() };
    for (const { kind, name } of wanted) {
        const live = await cluster.get(kind, name);
        if (live !== undefined)
            kept[holderOf(kind)].set(key(kind, name), JSON.stringify(essence(live)));
    }
    for (const kind of ['ConfigMap', 'Secret']) {
        if (kept[kind].size > 0)
            await store(cluster, state, kind, kept[kind]);
    }
}
async function store(cluster, state, kind, texts) {
    const name = backupName(state.workload);
    const encode = (text) => (kind === 'Secret' ? Buffer.from(text).toString('base64') : text);
    await cluster.remove(kind, name);
    await cluster.create({
        apiVersion: 'v1',
        kind,
        metadata: { name, annotations: { 'seatrial.dev/release': state.release } },
        data: Object.fromEntries([...texts].map(([entry, text]) => [entry, encode(text)])),
    });
}
/** Writes everything back that the backup holds, and removes configuration that the release had brought. */
async function writeBack(cluster, state) {
    for (const config of state.configs)
        await writeBackConfig(cluster, state, config);
    const workload = await kept(cluster, state, 'Deployment', state.workload);
    if (workload !== undefined)
        await putBack(cluster, 'Deployment', workload);
}
async function writeBackConfig(cluster, state, config) {
    if (!config.existed)
        return cluster.remove(config.kind, config.name);
    const before = await kept(cluster, state, config.kind, config.name);
    if (before !== undefined)
        await putBack(cluster, config.kind, before);
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
    const text = (0,values/* textAt */.$6)(backup, 'data', key(kind, name));
    if (text === '')
        return undefined;
    const value = JSON.parse(holder === 'Secret' ? Buffer.from(text, 'base64').toString() : text);
    return (0,values/* objectAt */.lJ)({ value }, 'value');
}
/** The revision counts the controller's own changes; it is not ours to turn back. */
const revision = 'deployment.kubernetes.io/revision';
/**
 * Replaces the live object by what was kept, over its present version; then gives its fields back to their owners.
 * How many pods there are an autoscaler, if there is one, decides anew.
 */
async function putBack(cluster, kind, before) {
    const name = (0,values/* textAt */.$6)(before, 'metadata', 'name');
    const live = await cluster.get(kind, name);
    if (live === undefined) {
        const { managedFields: _, ...metadata } = (0,values/* objectAt */.lJ)(before, 'metadata');
        await cluster.create({ ...before, metadata });
        return;
    }
    const liveRevision = (0,values/* textAt */.$6)(live, 'metadata', 'annotations', revision);
    const annotations = {
        ...(0,values/* textsAt */.i1)(before, 'metadata', 'annotations'),
        ...(liveRevision === '' ? {} : { [revision]: liveRevision }),
    };
    const { managedFields: _, ...metadata } = (0,values/* objectAt */.lJ)(live, 'metadata');
    const labels = (0,values/* textsAt */.i1)(before, 'metadata', 'labels');
    const written = await cluster.replace({ ...before, metadata: { ...metadata, labels, annotations } });
    const resourceVersion = (0,values/* textAt */.$6)(written, 'metadata', 'resourceVersion');
    const managedFields = (0,values/* listAt */.gT)(before, 'metadata', 'managedFields');
    if (managedFields.length === 0)
        return;
    await cluster
        .patch(kind, name, { metadata: { managedFields, resourceVersion } })
        .catch(() => 'the controller wrote in between: an apply will take the fields over by force');
}

// EXTERNAL MODULE: ./build/actions/canary-promote/src/plan/canary-objects.js
var canary_objects = __webpack_require__(8816);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/flow/moves.js
var moves = __webpack_require__(5484);
;// CONCATENATED MODULE: ./build/actions/canary-promote/src/flow/back.js





/** The stable workload goes back to what was kept; only when it is healthy again does it get traffic. */
const undo = async (state, work) => {
    await (0,moves/* assertMine */.C6)(state, work);
    await writeBack(work.cluster, state);
    const healthy = await (0,moves/* unlessCancelled */.MS)(work.signal, work.rollout.settled(state.workload, work.signal));
    if (healthy?.healthy !== true || work.signal.aborted) {
        const why = healthy === undefined ? moves/* cancelled */.KW : `the previous version does not become healthy: ${healthy.reason}`;
        return {
            ending: {
                verdict: 'failed',
                reason: `${why}; all traffic stays on the canary`,
                weight: state.weight,
                left: state.phase,
            },
        };
    }
    return { state: await (0,moves.go)(state, work, 'restoring', state.reason) };
};
/** Milliseconds of drain that a cancelled job can afford: the mesh takes a new weight up in less than half of it. */
const hurriedDrain = 2000;
/** Milliseconds that pods get to end; their own grace period ends them before. */
const patience = 120_000;
/** The same for a cancelled job; what is left the post step clears up. */
const hurriedPatience = 1000;
/** Removes the canary after the route has stopped sending to it, and last of all the state. */
const clean = async (state, work) => {
    const hurry = work.signal.aborted;
    await work.clock.pause(hurry ? Math.min(work.drain, hurriedDrain) : work.drain, hurry ? undefined : work.signal);
    await (0,moves/* assertMine */.C6)(state, work);
    await (0,time/* persistently */.p)(work.clock, () => removeCanary(state, work));
    const gone = await podsGone(state, work, hurry ? hurriedPatience : patience);
    if (!gone && namesNoSubset(state)) {
        const reason = `${state.reason}; pods of the canary are still ending, so the route stays pinned to stable`;
        // On the way back from a promotion, stable is the new version: that is no restoration, and not yet an end.
        const verdict = state.phase === 'returning' ? 'failed' : 'restored';
        return { ending: { verdict, reason, weight: 0, left: state.phase } };
    }
    await (0,time/* persistently */.p)(work.clock, () => removeBackup(work.cluster, state));
    await work.store.finish(state);
    const promoted = state.phase === 'returning';
    return {
        ending: {
            verdict: promoted ? 'promoted' : 'restored',
            reason: state.reason,
            weight: 0,
            left: undefined,
        },
    };
};
async function removeCanary(state, { cluster }) {
    await cluster.remove('Deployment', state.canary);
    for (const { kind, name } of state.configs)
        await cluster.remove(kind, (0,canary_objects/* canaryName */.mh)(name));
}
/** Waits until no pod of the canary is left; false when `within` milliseconds are over before. */
async function podsGone(state, { cluster, clock }, within) {
    const until = clock.now() + within;
    for (;;) {
        const left = await (0,time/* persistently */.p)(clock, () => cluster.list('Pod', { [canary_objects/* canaryOfLabel */.UO]: state.workload }));
        if (left.length === 0)
            return true;
        if (clock.now() >= until)
            return false;
        await clock.pause(250);
    }
}
/** Such a route sends to every pod of the service as soon as it is put back: none of the canary may be left then. */
function namesNoSubset({ before }) {
    return before.rules.some(({ route }) => route.some((entry) => (0,values/* textAt */.$6)(entry, 'destination', 'subset') === ''));
}

// EXTERNAL MODULE: ./build/actions/canary-promote/src/route/checks.js
var checks = __webpack_require__(8730);
;// CONCATENATED MODULE: ./build/actions/canary-promote/src/flow/forward.js





/** Makes the canary, and gives it its first share when it is healthy. */
const prepare = async (state, work) => {
    const { promotion } = work;
    if (promotion === undefined)
        return (0,moves/* turnBack */.zd)(state, work, 'restored', 'its run died while it was prepared');
    const share = promotion.unjudged ? 100 : (state.steps[0] ?? 100);
    const copies = changedConfigs(state, promotion).map((config) => (0,canary_objects/* canaryConfig */.ZL)(config, state.workload));
    const made = await deployCanary(state, work, promotion, share, copies);
    if (made === undefined)
        return (0,moves/* turnBack */.zd)(state, work, 'restored', moves/* cancelled */.KW);
    if (!made.healthy)
        return (0,moves/* turnBack */.zd)(state, work, 'rolled-back', `the canary did not become healthy: ${made.reason}`);
    return promotion.unjudged
        ? { state: await (0,moves.go)(state, work, 'full', 'promoted by hand') }
        : { state: await (0,moves.go)(state, work, 'shifting', 'the canary is healthy', 0) };
};
/** Watches the canary at its share until the step is decided. */
const shift = async (state, work) => {
    const { promotion } = work;
    if (promotion === undefined)
        return (0,moves/* turnBack */.zd)(state, work, 'restored', `its run died at ${state.weight} %`);
    if (promotion.unjudged)
        return grow(state, work, promotion, 'promoted by hand', true);
    const result = await promotion.judge(state);
    switch (result.verdict) {
        case 'pass':
            return grow(state, work, promotion, result.reason, false);
        case 'fail':
            return (0,moves/* turnBack */.zd)(state, work, 'rolled-back', result.reason);
        case 'cancelled':
            return (0,moves/* turnBack */.zd)(state, work, 'restored', moves/* cancelled */.KW);
        case 'not-enough-evidence':
            return undecided(state, work, promotion, result.reason);
    }
};
async function undecided(state, work, promotion, reason) {
    const told = `not enough evidence at ${state.weight} %: ${reason}`;
    switch (promotion.onNotEnoughEvidence) {
        case 'rollback':
            return (0,moves/* turnBack */.zd)(state, work, 'rolled-back', told);
        case 'hold':
            return { state: await (0,moves.go)(state, work, 'holding', told) };
        case 'promote':
            return grow(state, work, promotion, `${told}; told to promote nevertheless`, false);
    }
}
/** The next share, when there are pods for it. After the last step, or `atOnce`, that is everything. */
async function grow(state, work, promotion, reason, atOnce) {
    const following = atOnce ? undefined : state.steps[state.step + 1];
    const scaled = await deployCanary(state, work, promotion, following ?? 100, []);
    if (scaled === undefined)
        return (0,moves/* turnBack */.zd)(state, work, 'restored', moves/* cancelled */.KW);
    if (!scaled.healthy) {
        return (0,moves/* turnBack */.zd)(state, work, 'rolled-back', `the canary's further pods did not become healthy: ${scaled.reason}`);
    }
    return following === undefined
        ? { state: await (0,moves.go)(state, work, 'full', reason) }
        : { state: await (0,moves.go)(state, work, 'shifting', reason, state.step + 1) };
}
/** A canary on hold waits for a person; a run that was told to go on does. */
const hold = async (state, work) => {
    const { promotion } = work;
    if (promotion === undefined)
        return (0,moves/* turnBack */.zd)(state, work, 'restored', 'told to abort');
    if (promotion.unjudged)
        return grow(state, work, promotion, 'promoted by hand', true);
    return { state: await (0,moves.go)(state, work, 'shifting', 'told to go on', state.step) };
};
/** All traffic is on the canary; the stable workload is kept as it is before it is touched. */
const backUp = async (state, work) => {
    if (work.promotion === undefined)
        return (0,moves/* turnBack */.zd)(state, work, 'restored', 'its run died before the promotion');
    if (work.signal.aborted)
        return (0,moves/* turnBack */.zd)(state, work, 'restored', moves/* cancelled */.KW);
    await (0,moves/* assertMine */.C6)(state, work);
    await writeBackup(work.cluster, state);
    return { state: await (0,moves.go)(state, work, 'replacing', state.reason) };
};
/** The stable workload becomes the new version while the canary carries the traffic. */
const replace = async (state, work) => {
    const { promotion } = work;
    if (promotion === undefined) {
        return { state: await (0,moves.go)(state, work, 'undoing', 'its run died while stable was replaced') };
    }
    await (0,moves/* assertMine */.C6)(state, work);
    const configs = changedConfigs(state, promotion);
    const { workload } = promotion.release;
    const done = await (0,moves/* unlessCancelled */.MS)(work.signal, work.rollout.deploy([...configs, workload], work.signal));
    if (done === undefined || work.signal.aborted)
        return { ending: interrupted(state) };
    if (!done.healthy) {
        const reason = `the new version did not become healthy as stable: ${done.reason}`;
        return { state: await (0,moves.go)(state, work, 'undoing', reason), because: 'rolled-back' };
    }
    return { state: await (0,moves.go)(state, work, 'returning', state.reason) };
};
/** Between two versions there is nothing to give all traffic to but the canary, which is proven: it keeps it. */
function interrupted(state) {
    return {
        verdict: 'failed',
        reason: `${moves/* cancelled */.KW} while the stable workload was replaced: all traffic stays on the canary until stable is whole again`,
        weight: state.weight,
        left: state.phase,
    };
}
function changedConfigs(state, { release }) {
    const changed = new Set(state.configs.map(({ kind, name }) => `${kind}/${name}`));
    return release.configs.filter((config) => changed.has(`${(0,values/* textAt */.$6)(config, 'kind')}/${(0,values/* textAt */.$6)(config, 'metadata', 'name')}`));
}
/** The canary with the pods it needs for a share, and new copies of configuration; undefined when cancelled. */
async function deployCanary(state, work, { release }, share, copies) {
    await (0,moves/* assertMine */.C6)(state, work);
    const stable = await work.cluster.get('Deployment', state.workload);
    const replicas = (0,canary_objects/* replicasFor */.tz)(share, (0,checks/* replicasOf */.N4)(stable));
    work.log(`canary: ${replicas} ${replicas === 1 ? 'pod' : 'pods'} for ${share} %`);
    const canary = (0,canary_objects/* canaryDeployment */.Yw)(release.workload, release.canaryLabels, {
        replicas,
        configs: state.configs,
    });
    return (0,moves/* unlessCancelled */.MS)(work.signal, work.rollout.deploy([...copies, canary], work.signal));
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/flow/drive.js


const handlers = {
    preparing: prepare,
    shifting: shift,
    holding: hold,
    full: backUp,
    replacing: replace,
    undoing: undo,
    returning: clean,
    restoring: clean,
};
/**
 * Takes a canary from the state it is in to an end: forward with a promotion, else back.
 *
 * A run that goes on after another's death takes the same way as the one that began it. A canary that comes to `holding`
 * ends there; one that begins there goes on.
 */
async function drive(begun, work) {
    let state = begun;
    let because = 'restored';
    for (let first = true;; first = false) {
        if (state.phase === 'holding' && !first) {
            return { verdict: 'held', reason: state.reason, weight: state.weight, left: 'holding' };
        }
        const outcome = await handlers[state.phase](state, work);
        if ('ending' in outcome) {
            const { ending } = outcome;
            return ending.verdict === 'restored' ? { ...ending, verdict: because } : ending;
        }
        state = outcome.state;
        because = outcome.because ?? because;
    }
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/flow/session.js




/** Looks at what is there, takes the route if it is free, and leads the canary on it to an end. */
async function runSession(session) {
    const { work, lease } = session;
    const { state } = await work.store.read();
    const { liveness } = await (0,time/* persistently */.p)(work.clock, () => lease.look());
    const decision = (0,decide/* decide */.L)(session.mode, {
        state,
        liveness,
        job: session.job,
        release: work.promotion?.release.id,
    });
    if (decision.do === 'nothing')
        return { kind: 'nothing', reason: decision.reason, state };
    if (decision.do === 'refuse')
        return { kind: 'refused', ...decision };
    if (!(await (0,time/* persistently */.p)(work.clock, () => lease.take()))) {
        return {
            kind: 'refused',
            reason: 'another run took the route in this moment',
            fix: 'Run the step again.',
        };
    }
    lease.keep((error) => work.log(`The sign of life could not be given: ${String(error)}`));
    try {
        return await carryOut(session, state, decision);
    }
    finally {
        await lease
            .release()
            .catch((error) => work.log(`The Lease expires by itself: ${String(error)}`));
    }
}
async function carryOut(session, state, decision) {
    const { work } = session;
    if (decision.do === 'start' || state === undefined)
        return start(session, undefined);
    work.log(`Found: ${decision.reason}.`);
    const mine = await work.store.move(state, { ...state, owner: session.owner, job: session.job });
    if (decision.do === 'forward') {
        return { kind: 'ended', ending: await guarded(mine, work), found: decision.reason };
    }
    const ending = await drive(mine, { ...work, promotion: undefined });
    if (decision.next === 'end' || ending.left !== undefined) {
        return { kind: 'ended', ending, found: decision.reason };
    }
    work.log(`Cleared up: ${ending.verdict}. Now the release of this run.`);
    return start(session, decision.reason);
}
async function start(session, found) {
    const { work } = session;
    const { route } = await work.store.read();
    const state = await work.store.move(undefined, await session.begin(route));
    work.log(`preparing: 0 % to the canary ${state.canary}`);
    return { kind: 'ended', ending: await guarded(state, work), found };
}
/** Drives forward; if that throws, back as far as can be, and then tells the error. */
async function guarded(state, work) {
    try {
        return await drive(state, work);
    }
    catch (error) {
        if (error instanceof route_store/* Superseded */.b)
            throw error;
        const { state: left } = await work.store.read();
        if (left !== undefined && left.owner === state.owner) {
            work.log(`Going back, because of an error: ${String(error)}`);
            await drive(left, { ...work, promotion: undefined });
        }
        throw error;
    }
}


/***/ }),

/***/ 6242:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jobOf: () => (/* binding */ jobOf),
/* harmony export */   ownerOf: () => (/* binding */ ownerOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/** Names this process; written into the state, it says who may change the route. */
function ownerOf(env) {
    return `${jobOf(env)}#${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)().slice(0, 8)}`;
}
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

/***/ 8816:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UO: () => (/* binding */ canaryOfLabel),
/* harmony export */   Yw: () => (/* binding */ canaryDeployment),
/* harmony export */   ZL: () => (/* binding */ canaryConfig),
/* harmony export */   l7: () => (/* binding */ releaseOf),
/* harmony export */   mh: () => (/* binding */ canaryName),
/* harmony export */   tz: () => (/* binding */ replicasFor)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9256);
/* harmony import */ var _configs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3114);



/** Says whose canary an object is, so that a later run finds what a dead one left. */
const canaryOfLabel = 'seatrial.dev/canary-of';
const canaryName = (name) => `${name}-canary`;
/** The canary's Deployment: the release's own, under another name, with the labels of the canary's subset. */
function canaryDeployment(workload, labels, options) {
    const name = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(workload, 'metadata', 'name');
    const changed = new Set(options.configs.map(({ kind, name: config }) => `${kind}/${config}`));
    const template = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .objectAt */ .lJ)(workload, 'spec', 'template');
    const renamed = (0,_configs_js__WEBPACK_IMPORTED_MODULE_1__/* .withReferences */ .nW)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .objectAt */ .lJ)(template, 'spec'), (kind, config) => changed.has(`${kind}/${config}`) ? canaryName(config) : config);
    const selector = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .objectAt */ .lJ)(workload, 'spec', 'selector');
    return {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: {
            name: canaryName(name),
            namespace: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(workload, 'metadata', 'namespace'),
            labels: { ...(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textsAt */ .i1)(workload, 'metadata', 'labels'), ...labels, [canaryOfLabel]: name },
            annotations: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textsAt */ .i1)(workload, 'metadata', 'annotations'),
        },
        spec: {
            ...(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .objectAt */ .lJ)(workload, 'spec'),
            replicas: options.replicas,
            selector: { ...selector, matchLabels: { ...(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textsAt */ .i1)(selector, 'matchLabels'), ...labels } },
            template: {
                ...template,
                metadata: {
                    ...(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .objectAt */ .lJ)(template, 'metadata'),
                    labels: { ...(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textsAt */ .i1)(template, 'metadata', 'labels'), ...labels, [canaryOfLabel]: name },
                },
                spec: renamed,
            },
        },
    };
}
/** The canary's copy of a ConfigMap or Secret that the release changes. */
function canaryConfig(config, workload) {
    const { metadata: _, ...content } = config;
    return {
        ...content,
        metadata: {
            name: canaryName((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(config, 'metadata', 'name')),
            namespace: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(config, 'metadata', 'namespace'),
            labels: { [canaryOfLabel]: workload },
        },
    };
}
/** Names a release by what its pods will be: the template and the content of the configuration it changes. */
function releaseOf(template, configs) {
    const contents = configs.map((config) => [
        (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(config, 'kind'),
        (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(config, 'metadata', 'name'),
        (0,_configs_js__WEBPACK_IMPORTED_MODULE_1__/* .contentOf */ .$E)(config),
    ]);
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
        .update((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .canonical */ .$N)([template, contents]))
        .digest('hex')
        .slice(0, 16);
}
/** Pods the canary needs for its share of the traffic: as many as stable has for the same, and never none. */
function replicasFor(share, stable) {
    return Math.max(1, Math.ceil((stable * share) / 100));
}


/***/ }),

/***/ 3114:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $E: () => (/* binding */ contentOf),
/* harmony export */   C2: () => (/* binding */ changeOf),
/* harmony export */   CL: () => (/* binding */ referencesOf),
/* harmony export */   nW: () => (/* binding */ withReferences)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9256);

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
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJson */ .Fh)(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => {
        const reference = references[key];
        if (reference === undefined || !(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJson */ .Fh)(inner))
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
    withReferences((0,_json_js__WEBPACK_IMPORTED_MODULE_0__.at)(template, 'spec'), (kind, name) => {
        found.add(`${kind}/${name}`);
        return name;
    });
    return found;
}
/** What a ConfigMap or Secret gives to its readers; `stringData` is what the API server turns into `data`. */
function contentOf(config) {
    const plain = Object.entries((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textsAt */ .i1)(config, 'stringData')).map(([key, value]) => [
        key,
        Buffer.from(value).toString('base64'),
    ]);
    const data = { ...(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textsAt */ .i1)(config, 'data'), ...Object.fromEntries(plain) };
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)({ data, binaryData: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textsAt */ .i1)(config, 'binaryData') });
}
/** Whether a release changes a ConfigMap or Secret, and whether it was there before; undefined: no change. */
function changeOf(config, live) {
    const kind = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(config, 'kind') === 'Secret' ? 'Secret' : 'ConfigMap';
    const change = { kind, name: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(config, 'metadata', 'name'), existed: live !== undefined };
    return live !== undefined && contentOf(live) === contentOf(config) ? undefined : change;
}


/***/ }),

/***/ 7422:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qg: () => (/* binding */ wantedFrom),
/* harmony export */   bJ: () => (/* binding */ planFor),
/* harmony export */   l2: () => (/* binding */ runsAlready),
/* harmony export */   o0: () => (/* binding */ firstState),
/* harmony export */   oR: () => (/* binding */ configChanges)
/* harmony export */ });
/* harmony import */ var _shared_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(860);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9256);
/* harmony import */ var _route_checks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8730);
/* harmony import */ var _route_virtual_service_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3858);
/* harmony import */ var _state_codec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5657);
/* harmony import */ var _canary_objects_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8816);
/* harmony import */ var _configs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3114);
/* harmony import */ var _select_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7993);








function wantedFrom(all, workload) {
    return { all, workload: (0,_select_js__WEBPACK_IMPORTED_MODULE_6__/* .selectWorkload */ .S4)(all, workload) };
}
/**
 * Looks at everything that has to fit before the start, and throws one UserError that lists all that doesn't.
 *
 * Undefined when the workload does not run yet.
 */
async function planFor(cluster, namespace, wanted, routeName) {
    const { all, workload } = wanted;
    const live = await cluster.get('Deployment', (0,_select_js__WEBPACK_IMPORTED_MODULE_6__/* .nameOf */ .Vb)(workload));
    if (live === undefined)
        return undefined;
    const serviceObject = (0,_select_js__WEBPACK_IMPORTED_MODULE_6__/* .selectService */ .oP)(await cluster.list('Service'), workload);
    const service = { name: (0,_select_js__WEBPACK_IMPORTED_MODULE_6__/* .nameOf */ .Vb)(serviceObject), namespace };
    const route = (0,_select_js__WEBPACK_IMPORTED_MODULE_6__/* .selectRoute */ .W7)(await cluster.list('VirtualService'), service, routeName);
    const rule = (0,_route_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .ruleOfService */ .HP)(await cluster.list('DestinationRule'), service);
    refuse([
        // What a dead run left between two states is to be mended, not refused.
        ...((0,_state_codec_js__WEBPACK_IMPORTED_MODULE_3__/* .stateOf */ .L)(route) === undefined ? [...(0,_route_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .routeProblems */ ._d)(route, service), ...healthProblems(live)] : []),
        ...(0,_route_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .subsetProblems */ .R1)(rule, serviceObject, live),
        ...(0,_route_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .subsetProblems */ .R1)(rule, serviceObject, workload),
    ]);
    const read = (0,_configs_js__WEBPACK_IMPORTED_MODULE_5__/* .referencesOf */ .CL)((0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .objectAt */ .lJ)(workload, 'spec', 'template'));
    const configs = [...(0,_select_js__WEBPACK_IMPORTED_MODULE_6__/* .ofKind */ .CZ)(all, 'ConfigMap'), ...(0,_select_js__WEBPACK_IMPORTED_MODULE_6__/* .ofKind */ .CZ)(all, 'Secret')].filter((config) => read.has(`${(0,_select_js__WEBPACK_IMPORTED_MODULE_6__/* .kindOf */ .I)(config)}/${(0,_select_js__WEBPACK_IMPORTED_MODULE_6__/* .nameOf */ .Vb)(config)}`));
    const release = {
        id: (0,_canary_objects_js__WEBPACK_IMPORTED_MODULE_4__/* .releaseOf */ .l7)((0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .objectAt */ .lJ)(workload, 'spec', 'template'), configs),
        image: (0,_select_js__WEBPACK_IMPORTED_MODULE_6__/* .imageOf */ .dT)(workload),
        workload,
        configs,
        all,
        canaryLabels: (0,_route_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .subsetLabels */ .MB)(rule, _route_virtual_service_js__WEBPACK_IMPORTED_MODULE_2__/* .subsets */ .Wq.canary) ?? {},
    };
    return { release, service, route: (0,_select_js__WEBPACK_IMPORTED_MODULE_6__/* .nameOf */ .Vb)(route), live };
}
/** A canary is compared with the running version: that one has to be well. */
function healthProblems(live) {
    const wanted = (0,_route_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .replicasOf */ .N4)(live);
    const ready = (0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .numberAt */ .tk)(live, 'status', 'availableReplicas') ?? 0;
    if (wanted > 0 && ready >= wanted)
        return [];
    return [
        {
            message: wanted === 0
                ? `Deployment ${(0,_select_js__WEBPACK_IMPORTED_MODULE_6__/* .nameOf */ .Vb)(live)} is scaled to 0`
                : `the running version of Deployment ${(0,_select_js__WEBPACK_IMPORTED_MODULE_6__/* .nameOf */ .Vb)(live)} is not healthy: ${ready} of ${wanted} pods are available`,
            fix: 'There is nothing sound to compare a canary with. Mend it, or replace it at once with k8s-rollout.',
        },
    ];
}
function refuse(problems) {
    const distinct = [...new Map(problems.map((problem) => [problem.message, problem])).values()];
    if (distinct.length === 0)
        return;
    throw new _shared_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(distinct.map(({ message }) => message).join('; '), {
        fix: [...new Set(distinct.map(({ fix }) => fix))].join(' '),
    });
}
/** Which of the configuration that the pods read changes with the release. */
async function configChanges(cluster, release) {
    const changes = [];
    for (const config of release.configs) {
        const kind = (0,_select_js__WEBPACK_IMPORTED_MODULE_6__/* .kindOf */ .I)(config) === 'Secret' ? 'Secret' : 'ConfigMap';
        const change = (0,_configs_js__WEBPACK_IMPORTED_MODULE_5__/* .changeOf */ .C2)(config, await cluster.get(kind, (0,_select_js__WEBPACK_IMPORTED_MODULE_6__/* .nameOf */ .Vb)(config)));
        if (change !== undefined)
            changes.push(change);
    }
    return changes;
}
/** Whether the pods that run are already those of the release, by the server's own reading of the manifest. */
async function runsAlready(cluster, { release, live }) {
    if ((await configChanges(cluster, release)).length > 0)
        return false;
    const { replicas: _, ...spec } = (0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .objectAt */ .lJ)(release.workload, 'spec');
    const would = await cluster.apply({ ...release.workload, spec }, { dryRun: true });
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .canonical */ .$N)((0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .objectAt */ .lJ)(would, 'spec', 'template')) === (0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .canonical */ .$N)((0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .objectAt */ .lJ)(live, 'spec', 'template'));
}
/** The state with which a canary begins, on the route as it is now. */
async function firstState(cluster, plan, route, run) {
    const workload = (0,_select_js__WEBPACK_IMPORTED_MODULE_6__/* .nameOf */ .Vb)(plan.release.workload);
    return {
        version: 1,
        owner: run.owner,
        job: run.job,
        release: plan.release.id,
        image: plan.release.image,
        phase: 'preparing',
        step: 0,
        steps: run.steps,
        weight: 0,
        workload,
        service: plan.service.name,
        canary: (0,_canary_objects_js__WEBPACK_IMPORTED_MODULE_4__/* .canaryName */ .mh)(workload),
        before: (0,_route_virtual_service_js__WEBPACK_IMPORTED_MODULE_2__/* .beforeOf */ .v8)(route, plan.service),
        configs: await configChanges(cluster, plan.release),
        reason: 'begun',
        since: new Date(run.now).toISOString(),
    };
}


/***/ }),

/***/ 1432:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KN: () => (/* binding */ percent),
/* harmony export */   jD: () => (/* binding */ liveLine)
/* harmony export */ });
/* unused harmony export counts */
/* harmony import */ var _trace_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(786);

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

/***/ 7264:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ Outcome)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/actions/shared/units/duration.js
var duration = __webpack_require__(9794);
;// CONCATENATED MODULE: ./build/actions/canary-promote/src/report/chart.js
const width = 860;
const height = 220;
const margin = { left: 56, right: 12, top: 12, bottom: 28 };
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
    const text = `${Number(value.toPrecision(2))} ${unit}`;
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

// EXTERNAL MODULE: ./build/actions/canary-promote/src/report/live.js
var live = __webpack_require__(1432);
;// CONCATENATED MODULE: ./build/actions/canary-promote/src/report/html.js



/** The whole report as one HTML file that needs nothing else: no script, no font, no picture from elsewhere. */
function htmlReport(told) {
    const { points } = told.trace;
    const parts = [
        `<h1>${escaped(told.title)}</h1>`,
        `<p class="verdict ${escaped(told.verdict)}"><strong>${escaped(told.verdict)}</strong> ${escaped(told.reason)}</p>`,
        `<p>${escaped(told.inputs.environment)}, ${(0,duration/* formatDuration */.a)(told.seconds * 1000)}</p>`,
        points.length < 2 ? '<p>No numbers were compared.</p>' : charts(points),
        stepsTable(told),
        told.last === undefined ? '' : metricsTable(told.last.evidence.metrics),
        settings(told),
    ];
    return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(told.title)}: ${escaped(told.verdict)}</title><style>${style}</style></head>
<body><main>${parts.join('\n')}</main></body></html>
`;
}
function charts(points) {
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
    return `<h2>Steps</h2>${table(['share', 'verdict', 'time', 'why'], rows)}`;
}
function metricsTable(metrics) {
    const group = ({ requests, events, rate }) => `${Math.round(events)} of ${Math.round(requests)} (${(0,live/* percent */.KN)(rate)})`;
    const share = (value, needed) => needed > 0 ? `${Math.max(0, Math.round((100 * value) / needed))} %` : '';
    const rows = metrics.map((metric) => [
        metric.name,
        group(metric.canary),
        group(metric.stable),
        `${(0,live/* percent */.KN)(metric.increase.estimate)} (${(0,live/* percent */.KN)(metric.increase.low)} to ${(0,live/* percent */.KN)(metric.increase.high)})`,
        (0,live/* percent */.KN)(metric.margin),
        share(metric.logEvidence, metric.failAt),
        share(metric.logClaim, metric.claimAt),
    ]);
    const head = ['metric', 'canary', 'stable', 'increase (interval)', 'allowed', 'worse', 'no worse'];
    return `<h2>Numbers of the last step</h2>${table(head, rows)}`;
}
function settings({ source, inputs }) {
    const given = Object.entries(inputs.judge).filter(([, value]) => value !== '');
    const list = given.map(([name, value]) => `${name}: ${value}`).join('\n');
    const queries = source === undefined ? '' : `\n\n${source.name}\n${source.queries.join('\n')}`;
    return `<h2>Settings and queries</h2><pre>${escaped(list + queries)}</pre>`;
}
function table(head, rows) {
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

// EXTERNAL MODULE: ./build/actions/shared/markdown/markdown.js
var markdown = __webpack_require__(7727);
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
    return [head, steps, summary_charts(told.trace.points), numbers, queries]
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
function proof(value, needed) {
    return needed > 0 ? `${Math.max(0, Math.round((100 * value) / needed))} %` : '';
}
/** Points in a chart; more don't fit into a summary's width. */
const chartPoints = 40;
/** Failure rates of both groups and the canary's share over time, as mermaid charts. */
function summary_charts(points) {
    if (points.length < 3)
        return '';
    const picked = thinned(points);
    const axis = `x-axis "seconds" 0 --> ${Math.max(1, Math.round(picked.at(-1)?.t ?? 1))}`;
    const rates = (group) => picked.map((point) => Number((point[group] ?? 0).toFixed(3))).join(', ');
    const top = Math.max(1, ...picked.flatMap(({ stable = 0, canary = 0 }) => [stable, canary]));
    const failures = [
        'xychart-beta',
        '  title "Failed requests in percent: canary (first line), stable (second)"',
        `  ${axis}`,
        `  y-axis "%" 0 --> ${Math.ceil(top * 10) / 10}`,
        `  line [${rates('canary')}]`,
        `  line [${rates('stable')}]`,
    ];
    const share = [
        'xychart-beta',
        '  title "Share of the canary, and proof that it is worse (line), in percent"',
        `  ${axis}`,
        '  y-axis "%" 0 --> 100',
        `  bar [${picked.map(({ weight }) => weight).join(', ')}]`,
        `  line [${picked.map(({ evidence }) => Math.round(100 * Math.min(1, evidence))).join(', ')}]`,
    ];
    return [(0,markdown/* fence */.EU)(failures.join('\n'), 'mermaid'), (0,markdown/* fence */.EU)(share.join('\n'), 'mermaid')].join('\n\n');
}
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

// EXTERNAL MODULE: ./build/actions/canary-promote/src/report/trace.js
var trace = __webpack_require__(786);
;// CONCATENATED MODULE: ./build/actions/canary-promote/src/report/outcome.js





const fixes = {
    'rolled-back': 'All users are on the previous version. Look at the summary for the numbers, mend the release and run again.',
    restored: 'All users are on the previous version. Run again when it suits.',
    failed: 'Run the step again, or end the canary with `mode: abort`.',
};
/** Gathers what a run found, and turns its end into outputs, annotations, summary and record. */
class Outcome {
    trace = new trace/* Trace */.C();
    steps = [];
    source;
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
        else
            this.#close('unchanged', result.reason, undefined);
    }
    /** Nothing under way, or all given back, is what was asked for; only what is left undone is a failure. */
    ofBack(mode, result) {
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
        const whole = { ...told, source: this.source, last: this.#last, inputs: this.#inputs };
        report.summary(summaryOf(whole));
        if (this.trace.points.length > 0)
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
            ...(this.#last === undefined ? {} : { evidence: this.#last.evidence }),
            seconds: this.seconds,
        });
    }
}


/***/ }),

/***/ 786:
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

/***/ 8730:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HP: () => (/* binding */ ruleOfService),
/* harmony export */   MB: () => (/* binding */ subsetLabels),
/* harmony export */   N4: () => (/* binding */ replicasOf),
/* harmony export */   R1: () => (/* binding */ subsetProblems),
/* harmony export */   _d: () => (/* binding */ routeProblems)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9256);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7551);
/* harmony import */ var _virtual_service_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3858);


/** The DestinationRule that defines the subsets of the service. */
function ruleOfService(rules, service) {
    return rules.find((rule) => (0,_virtual_service_js__WEBPACK_IMPORTED_MODULE_0__/* .isHostOf */ .UC)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(rule, 'spec', 'host'), service, (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(rule, 'metadata', 'namespace')));
}
/** The labels that make a pod one of a subset; undefined where the DestinationRule has no such subset. */
function subsetLabels(rule, subset) {
    const found = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .listAt */ .gT)(rule, 'spec', 'subsets').find((entry) => (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(entry, 'name') === subset);
    return found === undefined ? undefined : (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textsAt */ .i1)(found, 'labels');
}
/** What is wrong with the route, before anything is changed. */
function routeProblems(route, service) {
    const name = `VirtualService ${(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(route, 'metadata', 'name')}`;
    const rules = (0,_virtual_service_js__WEBPACK_IMPORTED_MODULE_0__/* .rulesTo */ .nv)(route, service);
    if (rules.length === 0) {
        return [
            {
                message: `${name} has no http rule that sends to the service ${service.name}`,
                fix: `Add a rule with the destination \`host: ${service.name}\`, or name another route with \`route: …\`.`,
            },
        ];
    }
    const found = rules.flatMap(({ index, rule }) => ruleProblems(route, service, index, rule, name));
    const raw = [...(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .listAt */ .gT)(route, 'spec', 'tcp'), ...(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .listAt */ .gT)(route, 'spec', 'tls')];
    const namespace = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(route, 'metadata', 'namespace');
    const bypass = raw.some((rule) => (0,_virtual_service_js__WEBPACK_IMPORTED_MODULE_0__/* .destinationsOf */ .Nu)(rule).some((entry) => (0,_virtual_service_js__WEBPACK_IMPORTED_MODULE_0__/* .isHostOf */ .UC)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(entry, 'destination', 'host'), service, namespace) &&
        (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(entry, 'destination', 'subset') !== _virtual_service_js__WEBPACK_IMPORTED_MODULE_0__/* .subsets */ .Wq.stable));
    if (!bypass)
        return found;
    return [
        ...found,
        {
            message: `${name} has a tcp or tls rule that sends to all pods of ${service.name}, which no weight would keep from the canary`,
            fix: `Give that destination \`subset: ${_virtual_service_js__WEBPACK_IMPORTED_MODULE_0__/* .subsets */ .Wq.stable}\`.`,
        },
    ];
}
function ruleProblems(route, service, index, rule, name) {
    const namespace = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(route, 'metadata', 'namespace');
    const where = `${name}, http rule ${(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(rule, 'name') || index + 1}`;
    const entries = (0,_virtual_service_js__WEBPACK_IMPORTED_MODULE_0__/* .destinationsOf */ .Nu)(rule);
    const foreign = entries.find((entry) => !(0,_virtual_service_js__WEBPACK_IMPORTED_MODULE_0__/* .isHostOf */ .UC)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(entry, 'destination', 'host'), service, namespace));
    if (foreign !== undefined) {
        return [
            {
                message: `${where} shares its traffic with another host (${(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(foreign, 'destination', 'host')})`,
                fix: 'Give the service a rule of its own, so that the canary can set its weights.',
            },
        ];
    }
    const third = entries.find((entry) => !['', _virtual_service_js__WEBPACK_IMPORTED_MODULE_0__/* .subsets */ .Wq.stable, _virtual_service_js__WEBPACK_IMPORTED_MODULE_0__/* .subsets */ .Wq.canary].includes((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(entry, 'destination', 'subset')));
    if (third !== undefined || entries.length > 2) {
        return [
            {
                message: `${where} has destinations beside the subsets ${_virtual_service_js__WEBPACK_IMPORTED_MODULE_0__/* .subsets */ .Wq.stable} and ${_virtual_service_js__WEBPACK_IMPORTED_MODULE_0__/* .subsets */ .Wq.canary}`,
                fix: `Keep one destination for each of the two, or only \`subset: ${_virtual_service_js__WEBPACK_IMPORTED_MODULE_0__/* .subsets */ .Wq.stable}\`.`,
            },
        ];
    }
    const share = (0,_virtual_service_js__WEBPACK_IMPORTED_MODULE_0__/* .shareOfRule */ .Tq)(rule);
    if (share === 0)
        return [];
    return [
        {
            message: share === undefined
                ? `the weights of ${where} don't make 100`
                : `${where} already gives ${share} % to the canary, and no state says why`,
            fix: `Set the weights to 100 for ${_virtual_service_js__WEBPACK_IMPORTED_MODULE_0__/* .subsets */ .Wq.stable} and 0 for ${_virtual_service_js__WEBPACK_IMPORTED_MODULE_0__/* .subsets */ .Wq.canary}.`,
        },
    ];
}
/** What is wrong between the DestinationRule, the Service and the pods of the stable workload. */
function subsetProblems(rule, service, workload) {
    const name = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(service, 'metadata', 'name');
    const stable = subsetLabels(rule, _virtual_service_js__WEBPACK_IMPORTED_MODULE_0__/* .subsets */ .Wq.stable);
    const canary = subsetLabels(rule, _virtual_service_js__WEBPACK_IMPORTED_MODULE_0__/* .subsets */ .Wq.canary);
    if (rule === undefined || stable === undefined || canary === undefined) {
        return [missingSubsets(rule, name)];
    }
    const pod = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textsAt */ .i1)(workload, 'spec', 'template', 'metadata', 'labels');
    const what = `Deployment ${(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(workload, 'metadata', 'name')}`;
    const problems = [];
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .includes */ .mK)(pod, stable)) {
        problems.push({
            message: `the pods of ${what} don't have the labels of the subset ${_virtual_service_js__WEBPACK_IMPORTED_MODULE_0__/* .subsets */ .Wq.stable} (${pairs(stable)})`,
            fix: `Add ${pairs(stable)} to the labels of its pod template and to its selector.`,
        });
    }
    const canaryPod = { ...pod, ...canary };
    const selector = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textsAt */ .i1)(workload, 'spec', 'selector', 'matchLabels');
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .includes */ .mK)(canaryPod, selector)) {
        problems.push({
            message: `the selector of ${what} (${pairs(selector)}) would select the canary's pods as well`,
            fix: `Add ${pairs(stable)} to its selector and its pod template; a selector can't be changed, so the Deployment has to be made anew.`,
        });
    }
    const selects = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textsAt */ .i1)(service, 'spec', 'selector');
    if (Object.keys(selects).length === 0 || !(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .includes */ .mK)(canaryPod, selects)) {
        problems.push({
            message: `Service ${name} (${pairs(selects)}) would not select the canary's pods`,
            fix: `Leave ${Object.keys(canary).join(', ')} out of the selector of the Service: it has to select both groups.`,
        });
    }
    return problems;
}
function missingSubsets(rule, service) {
    const form = `subsets: [{name: ${_virtual_service_js__WEBPACK_IMPORTED_MODULE_0__/* .subsets */ .Wq.stable}, labels: {seatrial.dev/track: stable}}, {name: ${_virtual_service_js__WEBPACK_IMPORTED_MODULE_0__/* .subsets */ .Wq.canary}, labels: {seatrial.dev/track: canary}}]`;
    return rule === undefined
        ? {
            message: `there is no DestinationRule for the service ${service}: a route to its subsets would answer 503`,
            fix: `Apply a DestinationRule with \`host: ${service}\` and \`${form}\`.`,
        }
        : {
            message: `DestinationRule ${(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(rule, 'metadata', 'name')} has not both subsets ${_virtual_service_js__WEBPACK_IMPORTED_MODULE_0__/* .subsets */ .Wq.stable} and ${_virtual_service_js__WEBPACK_IMPORTED_MODULE_0__/* .subsets */ .Wq.canary}`,
            fix: `Give it \`${form}\`.`,
        };
}
function pairs(labels) {
    const texts = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
    return texts.length === 0 ? 'none' : texts.join(', ');
}
/** Pods that a Deployment wants; the API server's default is one. */
function replicasOf(workload) {
    const replicas = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(workload, 'spec', 'replicas');
    return typeof replicas === 'number' ? replicas : 1;
}


/***/ }),

/***/ 3486:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   goBack: () => (/* binding */ goBack)
/* harmony export */ });
/* harmony import */ var _shared_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(860);
/* harmony import */ var _cluster_lease_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2162);
/* harmony import */ var _cluster_patient_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9953);
/* harmony import */ var _cluster_route_store_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3549);
/* harmony import */ var _flow_session_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6904);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6242);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(9256);
/* harmony import */ var _plan_plan_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7422);
/* harmony import */ var _plan_select_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7993);
/* harmony import */ var _report_outcome_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7264);
/* harmony import */ var _state_codec_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5657);











/** Ends a canary, or tells how it stands. Nothing under way is a good end too. */
async function goBack(inputs, mode, context, deps, job) {
    const manifests = inputs.manifests.length === 0 ? [] : await deps.load({ ...inputs, images: new Map() }, context);
    const objects = manifests.map(({ object }) => object);
    const namespace = objects
        .map((object) => (0,_json_js__WEBPACK_IMPORTED_MODULE_10__/* .textAt */ .$6)(object, 'metadata', 'namespace'))
        .find((name) => name !== '');
    context.report.output('verdict', 'failed');
    const opened = await deps.open(inputs, context, namespace);
    const outcome = new _report_outcome_js__WEBPACK_IMPORTED_MODULE_8__/* .Outcome */ .P(inputs, context);
    try {
        const routeName = await routeFor(inputs, opened, objects);
        const result = await endCanary(inputs, mode, context, deps, job, opened, routeName);
        outcome.ofBack(mode, result);
    }
    finally {
        await opened.close();
    }
}
async function routeFor(inputs, { cluster, namespace }, objects) {
    if (inputs.route !== undefined)
        return inputs.route;
    const { workload } = (0,_plan_plan_js__WEBPACK_IMPORTED_MODULE_6__/* .wantedFrom */ .Qg)(objects, inputs.workload);
    // Nothing deployed yet: there can't be a canary either.
    if ((await cluster.get('Deployment', (0,_plan_select_js__WEBPACK_IMPORTED_MODULE_7__/* .nameOf */ .Vb)(workload))) === undefined)
        return undefined;
    const service = (0,_plan_select_js__WEBPACK_IMPORTED_MODULE_7__/* .selectService */ .oP)(await cluster.list('Service'), workload);
    return (0,_plan_select_js__WEBPACK_IMPORTED_MODULE_7__/* .nameOf */ .Vb)((0,_plan_select_js__WEBPACK_IMPORTED_MODULE_7__/* .selectRoute */ .W7)(await cluster.list('VirtualService'), { name: (0,_plan_select_js__WEBPACK_IMPORTED_MODULE_7__/* .nameOf */ .Vb)(service), namespace }, undefined));
}
async function endCanary(inputs, mode, context, { clock }, job, opened, routeName) {
    const log = context.log.info;
    const { rollout, namespace } = opened;
    const trouble = (error) => log(`The cluster: ${(0,_shared_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`);
    const cluster = (0,_cluster_patient_js__WEBPACK_IMPORTED_MODULE_2__/* .patient */ .I)(opened.cluster, clock, trouble);
    const route = routeName === undefined ? undefined : await cluster.get('VirtualService', routeName);
    const state = route === undefined ? undefined : (0,_state_codec_js__WEBPACK_IMPORTED_MODULE_9__/* .stateOf */ .L)(route);
    if (routeName === undefined || state === undefined) {
        return { kind: 'nothing', reason: 'no canary is under way', state: undefined };
    }
    const owner = (0,_job_js__WEBPACK_IMPORTED_MODULE_5__.ownerOf)(context.env);
    const service = { name: state.service, namespace };
    return (0,_flow_session_js__WEBPACK_IMPORTED_MODULE_4__/* .runSession */ .I)({
        mode: inputs.dryRun ? 'status' : mode,
        owner,
        job,
        lease: new _cluster_lease_js__WEBPACK_IMPORTED_MODULE_1__/* .RouteLease */ .Y7(cluster, { route: routeName, namespace, owner }, context.now),
        begin: () => Promise.reject(new Error('nothing begins when a canary is ended')),
        work: {
            cluster,
            rollout,
            clock,
            log,
            store: new _cluster_route_store_js__WEBPACK_IMPORTED_MODULE_3__/* .RouteStore */ .X(cluster, clock, { name: routeName, service }, trouble),
            signal: context.signal,
            drain: inputs.drain,
            promotion: undefined,
        },
    });
}


/***/ }),

/***/ 5657:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ stateOf),
/* harmony export */   M: () => (/* binding */ encodeState)
/* harmony export */ });
/* harmony import */ var _shared_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(860);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9256);
/* harmony import */ var _route_virtual_service_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3858);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8106);




function encodeState(state) {
    return JSON.stringify(state);
}
/**
 * The state on a route object; undefined if there is none.
 *
 * Throws a UserError when the annotation is not one of ours: nothing may be changed on a guess.
 */
function stateOf(route) {
    const text = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(route, 'metadata', 'annotations', _route_virtual_service_js__WEBPACK_IMPORTED_MODULE_1__/* .stateAnnotation */ .pX);
    if (text === '')
        return undefined;
    const state = decode(text);
    if (state !== undefined)
        return state;
    const name = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(route, 'metadata', 'name');
    throw new _shared_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the annotation ${_route_virtual_service_js__WEBPACK_IMPORTED_MODULE_1__/* .stateAnnotation */ .pX} of VirtualService ${name} is no state of a canary this version can read`, {
        fix: `Finish that canary with the version that began it, or give all traffic to the stable version by hand, remove the canary's Deployment and then the annotation.`,
    });
}
function decode(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return undefined;
    }
    const phase = _state_js__WEBPACK_IMPORTED_MODULE_2__/* .phases */ .tW.find((name) => name === (0,_json_js__WEBPACK_IMPORTED_MODULE_3__.at)(value, 'phase'));
    const step = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .numberAt */ .tk)(value, 'step');
    const weight = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .numberAt */ .tk)(value, 'weight');
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_3__.at)(value, 'version') !== 1 || phase === undefined || step === undefined || weight === undefined) {
        return undefined;
    }
    const texts = ['owner', 'job', 'release', 'image', 'workload', 'service', 'canary', 'reason', 'since'];
    if (texts.some((key) => typeof (0,_json_js__WEBPACK_IMPORTED_MODULE_3__.at)(value, key) !== 'string'))
        return undefined;
    return {
        version: 1,
        owner: (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(value, 'owner'),
        job: (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(value, 'job'),
        release: (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(value, 'release'),
        image: (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(value, 'image'),
        phase,
        step,
        steps: (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .listAt */ .gT)(value, 'steps').filter((entry) => typeof entry === 'number'),
        weight,
        workload: (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(value, 'workload'),
        service: (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(value, 'service'),
        canary: (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(value, 'canary'),
        before: {
            rules: rulesOf(value),
            digest: (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(value, 'before', 'digest'),
            managedFields: (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .listAt */ .gT)(value, 'before', 'managedFields'),
        },
        configs: configsOf(value),
        reason: (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(value, 'reason'),
        since: (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(value, 'since'),
    };
}
function rulesOf(value) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .listAt */ .gT)(value, 'before', 'rules').flatMap((rule) => {
        const index = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .numberAt */ .tk)(rule, 'index');
        return index === undefined
            ? []
            : [{ index, name: (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(rule, 'name'), route: (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .listAt */ .gT)(rule, 'route').filter(_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isJson */ .Fh) }];
    });
}
function configsOf(value) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .listAt */ .gT)(value, 'configs').map((change) => ({
        kind: (0,_json_js__WEBPACK_IMPORTED_MODULE_3__.at)(change, 'kind') === 'Secret' ? 'Secret' : 'ConfigMap',
        name: (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(change, 'name'),
        existed: (0,_json_js__WEBPACK_IMPORTED_MODULE_3__.at)(change, 'existed') === true,
    }));
}


/***/ }),

/***/ 8106:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aW: () => (/* binding */ moved),
/* harmony export */   tW: () => (/* binding */ phases)
/* harmony export */ });
/* unused harmony exports mayFollow, shareOf */
/** See docs/canary-state-machine.md. */
const phases = [
    'preparing',
    'shifting',
    'holding',
    'full',
    'replacing',
    'undoing',
    'returning',
    'restoring',
];
const next = {
    preparing: ['shifting', 'full', 'restoring'],
    shifting: ['shifting', 'holding', 'full', 'restoring'],
    holding: ['shifting', 'full', 'restoring'],
    full: ['replacing', 'restoring'],
    replacing: ['returning', 'undoing'],
    undoing: ['restoring'],
    returning: [],
    restoring: [],
};
/** Whether the state machine has an arrow from one phase to the other; staying in a phase is no transition. */
function mayFollow(from, to) {
    return next[from].includes(to);
}
/** The canary's share that a phase demands; undefined where it is the step's. */
function shareOf(phase) {
    if (phase === 'preparing' || phase === 'returning' || phase === 'restoring')
        return 0;
    if (phase === 'full' || phase === 'replacing' || phase === 'undoing')
        return 100;
    return undefined;
}
/** The state after a transition. Throws an Error where the machine has no such arrow: that would be our bug. */
function moved(state, to, changes) {
    if (!mayFollow(state.phase, to))
        throw new Error(`a canary can't go from ${state.phase} to ${to}`);
    const step = changes.step ?? state.step;
    const weight = shareOf(to) ?? state.steps[step];
    if (weight === undefined)
        throw new Error(`a canary of ${state.steps.length} steps has no step ${step}`);
    return { ...state, phase: to, step, weight, reason: changes.reason, since: changes.since };
}


/***/ }),

/***/ 7727:
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
