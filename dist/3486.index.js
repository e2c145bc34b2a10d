export const id = 3486;
export const ids = [3486];
export const modules = {

/***/ 52600:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cw: () => (/* binding */ knowledgeName),
/* harmony export */   Dg: () => (/* binding */ readKnowledge),
/* harmony export */   Ux: () => (/* binding */ writeKnowledge)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49256);

const knowledgeName = ({ workload }) => `seatrial-judge-${workload}`;
/** Keeps it in a ConfigMap. Losing it costs time, not safety: a later job judges afresh. */
async function writeKnowledge(cluster, state, known) {
    const name = knowledgeName(state);
    const data = { release: state.release, knowledge: JSON.stringify(known) };
    await cluster.remove('ConfigMap', name);
    await cluster.create({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data });
}
/** What an earlier job has kept of this release; undefined where there is nothing, or of another one. */
async function readKnowledge(cluster, about) {
    const kept = await cluster.get('ConfigMap', knowledgeName(about));
    if (kept === undefined || (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(kept, 'data', 'release') !== about.release)
        return undefined;
    return parsed((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(kept, 'data', 'knowledge'));
}
function parsed(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return undefined;
    }
    const [step, watched] = [(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .numberAt */ .tk)(value, 'step'), (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .numberAt */ .tk)(value, 'watched')];
    const judge = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .objectAt */ .lJ)(value, 'judge');
    return step === undefined || watched === undefined ? undefined : { judge, step, watched };
}


/***/ }),

/***/ 82162:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AI: () => (/* binding */ leaseName),
/* harmony export */   Y7: () => (/* binding */ RouteLease)
/* harmony export */ });
/* unused harmony exports leaseSeconds, renewEvery */
/* harmony import */ var _shared_kube_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80265);
/* harmony import */ var _shared_lease_lease_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23303);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49256);



/** Seconds after which a run that was not heard of counts as dead. */
const leaseSeconds = 40;
/** Milliseconds between two signs of life. */
const renewEvery = 10_000;
/** Milliseconds between two looks whether somebody asks for the route. */
const lookEvery = 2000;
/** On the Lease: the job of a newer commit that asks its holder to make room. */
const askedBy = 'seatrial.dev/asked-by';
const leaseName = ({ kind, name }) => `seatrial-canary-${kind.toLowerCase()}-${name}`;
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
        const owner = (0,_shared_lease_lease_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerOfLease */ .Pd)(lease);
        if (lease === undefined || owner === '')
            return { liveness: 'free', owner: '' };
        const expired = (0,_shared_lease_lease_js__WEBPACK_IMPORTED_MODULE_1__/* .isExpired */ ._d)(lease, await this.#serverTime(), leaseSeconds);
        return { liveness: expired ? 'expired' : 'live', owner };
    }
    /** Takes the Lease from whoever had it. False when somebody else took it in the same moment. */
    async take() {
        const lease = await this.#cluster.get('Lease', this.#name);
        try {
            if (lease === undefined)
                await this.#cluster.create(this.#body());
            else
                await this.#cluster.replace(this.#body(lease));
            return true;
        }
        catch (error) {
            if ((0,_shared_kube_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isConflict */ .dh)(error))
                return false;
            throw error;
        }
    }
    /**
     * Signs of life until `release`, and a look whether somebody asks for the route. One that fails is made up by the next;
     * losing the Lease costs no safety.
     */
    keep(on) {
        let renewed = this.#now();
        const beat = async () => {
            const lease = await this.#cluster.get('Lease', this.#name);
            if ((0,_shared_lease_lease_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerOfLease */ .Pd)(lease) !== this.#owner)
                return;
            if (this.#now() - renewed >= renewEvery) {
                await this.#cluster.replace(this.#body(lease));
                renewed = this.#now();
            }
            const by = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(lease, 'metadata', 'annotations', askedBy);
            if (by !== '')
                await on.onAsked(by);
        };
        this.#timer = setInterval(() => {
            beat().catch(on.onTrouble);
        }, lookEvery);
        this.#timer.unref();
    }
    /** Asks whoever holds the Lease to make room for `job`. */
    async ask(job) {
        const lease = await this.#cluster.get('Lease', this.#name);
        if (lease === undefined || (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(lease, 'metadata', 'annotations', askedBy) === job)
            return;
        const { annotations, ...metadata } = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .objectAt */ .lJ)(lease, 'metadata');
        const asked = { ...(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .objectAt */ .lJ)({ annotations }, 'annotations'), [askedBy]: job };
        await this.#cluster
            .replace({ ...lease, metadata: { ...metadata, annotations: asked } })
            .catch((error) => {
            // Its holder has just given a sign of life: the next look asks again.
            if (!(0,_shared_kube_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isConflict */ .dh)(error))
                throw error;
        });
    }
    /** Removes the Lease if it is ours. */
    async release() {
        clearInterval(this.#timer);
        const lease = await this.#cluster.get('Lease', this.#name);
        if ((0,_shared_lease_lease_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerOfLease */ .Pd)(lease) === this.#owner)
            await this.#cluster.remove('Lease', this.#name);
    }
    /** A new Lease, or the next sign of life on the one given, whose annotations stay while it has the same holder. */
    #body(over) {
        const resourceVersion = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(over, 'metadata', 'resourceVersion');
        const same = (0,_shared_lease_lease_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerOfLease */ .Pd)(over) === this.#owner;
        return (0,_shared_lease_lease_js__WEBPACK_IMPORTED_MODULE_1__/* .leaseObject */ ._D)({
            name: this.#name,
            namespace: this.#namespace,
            owner: this.#owner,
            seconds: leaseSeconds,
            now: this.#now(),
            ...(resourceVersion === '' ? {} : { resourceVersion }),
            ...(same ? { annotations: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textsAt */ .i1)(over, 'metadata', 'annotations') } : {}),
        });
    }
    /** The API server's time: what it would stamp on an object made now. */
    async #serverTime() {
        const body = this.#body();
        const name = `${this.#name}-clock`;
        const stamped = await this.#cluster.create({ ...body, metadata: { name, namespace: this.#namespace } }, { dryRun: true });
        const time = Date.parse((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(stamped, 'metadata', 'creationTimestamp'));
        return Number.isNaN(time) ? this.#now() : time;
    }
}


/***/ }),

/***/ 23549:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ RouteStore),
/* harmony export */   b: () => (/* binding */ Superseded)
/* harmony export */ });
/* harmony import */ var _shared_kube_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80265);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(49256);
/* harmony import */ var _route_carrier_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91739);
/* harmony import */ var _route_types_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(75642);
/* harmony import */ var _state_codec_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15657);
/* harmony import */ var _state_state_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88106);
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(72007);







/** Another run has taken the canary over, or somebody has removed the state: this run must not write any more. */
class Superseded extends Error {
    constructor(by) {
        super(by);
        this.name = 'Superseded';
    }
}
/** The carrier and the state on it, which change together, each time in one compare-and-swap. */
class RouteStore {
    route;
    #cluster;
    #clock;
    #trouble;
    #make;
    #watchdog;
    /** `make`: the carrier as it begins, where it is our own; needed by a run that starts a canary. `watchdog`: told of every move. */
    constructor(cluster, clock, route, trouble, own = {}) {
        this.#cluster = cluster;
        this.#clock = clock;
        this.#trouble = trouble;
        this.#make = own.make;
        this.#watchdog = own.watchdog;
        this.route = route;
    }
    /** The carrier now; undefined where it is our own and there is no canary. Throws a Superseded when it is gone. */
    async read() {
        const { own, carrier: at } = this.route;
        const carrier = await (0,_time_js__WEBPACK_IMPORTED_MODULE_4__/* .persistently */ .p)(this.#clock, () => this.#cluster.get(at.kind, at.name), this.#trouble);
        if (carrier === undefined && !own)
            throw new Superseded(`${(0,_route_types_js__WEBPACK_IMPORTED_MODULE_5__.told)(at)} is gone`);
        return { carrier, state: (0,_state_codec_js__WEBPACK_IMPORTED_MODULE_2__/* .stateOf */ .L)(carrier) };
    }
    /** Writes `next` and its weight if the state is still `from` (undefined: none); returns `next`. */
    async move(from, next) {
        const target = (0,_state_codec_js__WEBPACK_IMPORTED_MODULE_2__/* .encodeState */ .M)(next);
        const patchOf = (carrier) => withState(this.route.patch(carrier, (0,_state_state_js__WEBPACK_IMPORTED_MODULE_3__/* .trafficOf */ .t7)(next)), target);
        await this.#swap(from, target, (carrier) => {
            const begun = carrier ?? this.#make?.() ?? {};
            const patch = patchOf(begun);
            return async () => {
                await this.#watchdog?.before(merged(begun, patch), next);
                await (carrier === undefined
                    ? this.#cluster.create(merged(begun, patch))
                    : this.#patch(carrier, patch));
            };
        });
        return next;
    }
    /** Puts the rules back as they were; the state stays. */
    async giveBack(from) {
        if (this.route.own)
            return;
        await this.#swap(from, (0,_state_codec_js__WEBPACK_IMPORTED_MODULE_2__/* .encodeState */ .M)(from), (carrier = {}) => {
            const patch = this.route.restore(carrier, from.before);
            return patch === undefined ? undefined : () => this.#patch(carrier, patch);
        });
    }
    /** Takes the state away, after the rules are as they were before; a carrier of our own goes with it. */
    async finish(from) {
        if (this.route.own)
            await this.#remove(from);
        else
            await this.#leave(from);
    }
    async #remove(from) {
        const { kind, name } = this.route.carrier;
        await this.#swap(from, undefined, (carrier) => {
            const resourceVersion = (0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .textAt */ .$6)(carrier, 'metadata', 'resourceVersion');
            return () => this.#cluster.remove(kind, name, { resourceVersion });
        });
    }
    /**
     * Our patches made us the owner of fields that somebody else's apply had set; the next apply would report a conflict.
     * The server takes a list of owners as it is given when the same request changes none of the fields in it, hence two
     * patches; and only if nobody else has changed the object meanwhile is the old list still true.
     */
    async #leave(from) {
        const { managedFields, digest } = from.before;
        await this.giveBack(from);
        await this.#swap(from, undefined, (carrier = {}) => {
            const owners = (0,_route_carrier_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(carrier) === digest && managedFields.length > 0 ? { managedFields } : {};
            const metadata = { annotations: { [_route_carrier_js__WEBPACK_IMPORTED_MODULE_1__/* .stateAnnotation */ .pX]: null }, ...owners };
            return () => this.#patch(carrier, { metadata });
        });
    }
    #patch(carrier, patch) {
        const { kind, name } = this.route.carrier;
        const resourceVersion = (0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .textAt */ .$6)(carrier, 'metadata', 'resourceVersion');
        return this.#cluster.patch(kind, name, { ...patch, metadata: { ...patch.metadata, resourceVersion } });
    }
    /** Does the change if the state is `from`, over the very version that was read. */
    async #swap(from, target, change) {
        const expected = from === undefined ? undefined : (0,_state_codec_js__WEBPACK_IMPORTED_MODULE_2__/* .encodeState */ .M)(from);
        const attempt = async () => {
            const { carrier, state } = await this.read();
            // Encoded anew: an older version may have written the same state in other words.
            const present = state === undefined ? undefined : (0,_state_codec_js__WEBPACK_IMPORTED_MODULE_2__/* .encodeState */ .M)(state);
            // An answer that was lost: what we meant to write stands there already.
            if (present === target && target !== expected)
                return true;
            if (present !== expected)
                throw new Superseded(this.#whoHolds(carrier));
            const write = change(carrier);
            if (write === undefined)
                return true;
            return write().then(() => true, (error) => {
                if ((0,_shared_kube_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isConflict */ .dh)(error))
                    return false;
                throw error;
            });
        };
        await (0,_time_js__WEBPACK_IMPORTED_MODULE_4__/* .persistently */ .p)(this.#clock, async () => {
            while (!(await attempt()))
                await this.#clock.pause(20);
        }, this.#trouble);
    }
    #whoHolds(carrier) {
        const state = (0,_state_codec_js__WEBPACK_IMPORTED_MODULE_2__/* .stateOf */ .L)(carrier);
        const name = (0,_route_types_js__WEBPACK_IMPORTED_MODULE_5__.told)(this.route.carrier);
        return state === undefined
            ? `the state on ${name} was removed by somebody else`
            : `another run (${state.job}) has taken over the canary on ${name}, which is ${state.phase} now`;
    }
}
function withState(patch, state) {
    const annotations = { ...(0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .objectAt */ .lJ)(patch.metadata, 'annotations'), [_route_carrier_js__WEBPACK_IMPORTED_MODULE_1__/* .stateAnnotation */ .pX]: state };
    return { ...patch, metadata: { ...patch.metadata, annotations } };
}
/** The object with a patch of annotations and of fields of its spec put in; null leaves one out. */
function merged(object, { metadata, spec }) {
    const annotations = {
        ...(0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .objectAt */ .lJ)(object, 'metadata', 'annotations'),
        ...(0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .objectAt */ .lJ)(metadata, 'annotations'),
    };
    const set = Object.entries(annotations).filter(([, value]) => value !== null);
    return {
        ...object,
        metadata: { ...(0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .objectAt */ .lJ)(object, 'metadata'), annotations: Object.fromEntries(set) },
        spec: { ...(0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .objectAt */ .lJ)(object, 'spec'), ...spec },
    };
}


/***/ }),

/***/ 15484:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C6: () => (/* binding */ assertMine),
/* harmony export */   Ec: () => (/* binding */ isoNow),
/* harmony export */   MS: () => (/* binding */ unlessCancelled),
/* harmony export */   go: () => (/* binding */ go),
/* harmony export */   mA: () => (/* binding */ keptBy),
/* harmony export */   zd: () => (/* binding */ turnBack)
/* harmony export */ });
/* harmony import */ var _cluster_route_store_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23549);
/* harmony import */ var _route_replicas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72182);
/* harmony import */ var _route_subsets_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40704);
/* harmony import */ var _state_codec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15657);
/* harmony import */ var _state_state_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(88106);





/** Goes to another phase: state and weight in one patch. */
async function go(state, work, to, reason, more = {}) {
    const since = isoNow(work);
    const next = (0,_state_state_js__WEBPACK_IMPORTED_MODULE_4__/* .moved */ .aW)(state, to, { reason, since, ...more });
    const written = await work.store.move(state, { ...next, pods: await podsIn(next, work) });
    work.log(`${to}: ${next.weight} % to the canary (${reason})`);
    return written;
}
const isoNow = ({ clock }) => new Date(clock.now()).toISOString();
/** Pods that give the share, where they are the weight; going on with the same share leaves them alone. */
async function podsIn(next, { cluster }) {
    if (next.isolation !== 'none' || next.weight === 0)
        return 0;
    if (next.phase !== 'shifting')
        return next.pods;
    return (0,_route_replicas_js__WEBPACK_IMPORTED_MODULE_1__/* .podsFor */ .uM)(next.weight, (0,_route_subsets_js__WEBPACK_IMPORTED_MODULE_2__/* .replicasOf */ .N4)(await cluster.get('Deployment', next.workload)));
}
/** Turns back: while the stable workload is untouched, that is this one patch. */
async function turnBack(state, work, because, reason) {
    return { state: await go(state, work, 'restoring', reason), because };
}
/** Who answers while the stable workload is between two versions. */
function keptBy({ isolation }) {
    return isolation === 'none'
        ? 'the canary and the pods of stable that are ready go on answering'
        : 'all traffic stays on the canary';
}
/** The carrier, if the state on it is still the one given, else a Superseded. Asked before anything else is changed. */
async function assertMine(state, { store }) {
    const { carrier, state: present } = await store.read();
    const mine = present !== undefined && (0,_state_codec_js__WEBPACK_IMPORTED_MODULE_3__/* .encodeState */ .M)(present) === (0,_state_codec_js__WEBPACK_IMPORTED_MODULE_3__/* .encodeState */ .M)(state);
    if (mine && carrier !== undefined)
        return carrier;
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

/***/ 67606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ runSession)
});

// EXTERNAL MODULE: ./build/actions/canary-promote/src/cluster/route-store.js
var route_store = __webpack_require__(23549);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/cluster/time.js + 1 modules
var time = __webpack_require__(72007);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/state/decide.js
var decide = __webpack_require__(64419);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/cluster/backup.js
var backup = __webpack_require__(80020);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/cluster/knowledge.js
var knowledge = __webpack_require__(52600);
;// CONCATENATED MODULE: ./build/actions/canary-promote/src/cluster/rollout.js
const deploymentRef = (name) => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    name,
});

// EXTERNAL MODULE: ./build/actions/shared/kube/values.js
var values = __webpack_require__(49256);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/plan/canary-objects.js
var canary_objects = __webpack_require__(58816);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/watchdog/job.js
var job = __webpack_require__(18654);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/plan/steps.js
var steps = __webpack_require__(73950);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/route/subsets.js
var subsets = __webpack_require__(40704);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/flow/moves.js
var moves = __webpack_require__(15484);
;// CONCATENATED MODULE: ./build/actions/canary-promote/src/flow/canary-pods.js





/** Configuration that the release changes, as it is to become. */
function changedConfigs(state, { release }) {
    const changed = new Set(state.configs.map(({ kind, name }) => `${kind}/${name}`));
    return release.configs.filter((config) => changed.has(`${(0,values/* textAt */.$6)(config, 'kind')}/${(0,values/* textAt */.$6)(config, 'metadata', 'name')}`));
}
/**
 * The canary with the pods it needs for a step, and new copies of configuration; undefined when cancelled. `step`: undefined
 * for the promotion, at which everything comes to it and nothing is compared any more.
 */
async function deployCanary(state, work, { release }, step, copies) {
    await (0,moves/* assertMine */.C6)(state, work);
    const deploy = (objects) => (0,moves/* unlessCancelled */.MS)(work.signal, work.rollout.deploy(objects, work.signal));
    // There, the Deployment carries the state and its pods come with the weight.
    if (state.isolation === 'none') {
        return copies.length === 0 ? { healthy: true, reason: 'nothing to make' } : deploy(copies);
    }
    const share = step === undefined ? 100 : (0,steps/* loadOf */.M9)(step);
    const stable = await work.cluster.get('Deployment', state.workload);
    const replicas = (0,canary_objects/* replicasFor */.tz)(share, (0,subsets/* replicasOf */.N4)(stable));
    work.log(`canary: ${replicas} ${replicas === 1 ? 'pod' : 'pods'} for ${share} %`);
    const canary = (0,canary_objects/* canaryDeployment */.Yw)(release.workload, release.canaryLabels, {
        replicas,
        configs: state.configs,
    });
    const baseline = state.baseline === '' || stable === undefined || step === undefined
        ? []
        : [(0,canary_objects/* baselineDeployment */.Z0)(stable, replicas)];
    return deploy([...copies, ...release.companions, canary, ...baseline]);
}
/** Removes the fresh pods of the running version; resolves when none is left, or never was. */
async function removeBaseline(state, { cluster, clock }) {
    if (state.baseline === '')
        return;
    await cluster.remove('Deployment', state.baseline);
    const mark = { [canary_objects/* baselineOfLabel */.Zv]: state.workload };
    const until = clock.now() + endPatience;
    while ((await cluster.list('Pod', mark)).length > 0 && clock.now() < until)
        await clock.pause(250);
}
/** Milliseconds that pods get to end; their own grace period ends them before. */
const endPatience = 120_000;

// EXTERNAL MODULE: ./build/actions/canary-promote/src/flow/stop.js
var stop = __webpack_require__(27980);
;// CONCATENATED MODULE: ./build/actions/canary-promote/src/flow/back.js










/** The stable workload goes back to what was kept; only when it is healthy again does it get traffic. */
const undo = async (state, work) => {
    await (0,moves/* assertMine */.C6)(state, work);
    await (0,backup/* writeBack */.XU)(work.cluster, (0,backup/* beforeOfState */.Az)(state));
    const stable = deploymentRef(state.workload);
    const healthy = await (0,moves/* unlessCancelled */.MS)(work.cancel, work.rollout.settled(stable, work.cancel));
    if (healthy?.healthy !== true || work.cancel.aborted) {
        const why = healthy === undefined
            ? 'the job was cancelled'
            : `the previous version does not become healthy: ${healthy.reason}`;
        return {
            ending: {
                verdict: 'failed',
                reason: `${why}; ${(0,moves/* keptBy */.mA)(state)}`,
                weight: state.weight,
                left: state.phase,
            },
        };
    }
    return { state: await (0,moves.go)(state, work, 'restoring', state.reason) };
};
/** Milliseconds of drain that a cancelled job can afford: the mesh takes a new weight up in less than half of it. */
const hurriedDrain = 2000;
/** The same for a cancelled job; what is left the post step clears up. */
const hurriedPatience = 1000;
/** Removes the canary after the route has stopped sending to it, and last of all the state. */
const clean = async (state, work) => {
    const hurry = (0,stop/* inHurry */.QB)(work.signal);
    await work.clock.pause(hurry ? Math.min(work.drain, hurriedDrain) : work.drain, hurry ? undefined : work.cancel);
    await (0,moves/* assertMine */.C6)(state, work);
    // Stable's Service has no pod of the canary: the rules need not wait for their end, and must not name what is removed.
    if (state.isolation === 'service')
        await work.store.giveBack(state);
    await (0,time/* persistently */.p)(work.clock, () => removeCanary(state, work));
    const gone = await podsGone(state, work, hurry ? hurriedPatience : endPatience);
    if (!gone && namesNoSubset(state)) {
        const reason = `${state.reason}; pods of the canary are still ending, so the route stays pinned to stable`;
        // On the way back from a promotion, stable is the new version: that is no restoration, and not yet an end.
        const verdict = state.phase === 'returning' ? 'failed' : 'restored';
        return { ending: { verdict, reason, weight: 0, left: state.phase } };
    }
    await (0,time/* persistently */.p)(work.clock, () => (0,backup/* removeBackup */.TC)(work.cluster, (0,backup/* beforeOfState */.Az)(state)));
    for (const name of [(0,knowledge/* knowledgeName */.Cw)(state), (0,job/* watchdogName */.w)(state.workload)]) {
        await work.cluster.remove('ConfigMap', name);
    }
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
/** A carrier of our own is not removed here: the state that stands on it goes last. */
async function removeCanary(state, { cluster }) {
    if (state.baseline !== '')
        await cluster.remove('Deployment', state.baseline);
    if (state.isolation !== 'none')
        await cluster.remove('Deployment', state.canary);
    if (state.isolation === 'service') {
        await cluster.remove('Service', (0,canary_objects/* canaryName */.mh)(state.service));
        if (state.route.kind === 'VirtualService')
            await removePolicy(state, cluster);
    }
    for (const { kind, name } of state.configs)
        await cluster.remove(kind, (0,canary_objects/* canaryName */.mh)(name));
}
/** The account may only be allowed to remove DestinationRules where one was made. */
async function removePolicy({ service }, cluster) {
    const policies = await cluster.list('DestinationRule');
    const name = (0,canary_objects/* canaryName */.mh)(service);
    if (policies.some((policy) => (0,values/* textAt */.$6)(policy, 'metadata', 'name') === name)) {
        await cluster.remove('DestinationRule', name);
    }
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
/** With subsets, such a route sends to every pod of the service as soon as it is put back: none of the canary may be left then. */
function namesNoSubset({ before, isolation }) {
    if (isolation !== 'subset')
        return false;
    return before.rules.some(({ route }) => route.some((entry) => (0,values/* textAt */.$6)(entry, 'destination', 'subset') === ''));
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/flow/forward.js





/** Makes the canary, and gives it its first share when it is healthy. */
const prepare = async (state, work) => {
    const { promotion } = work;
    if (promotion === undefined)
        return (0,moves/* turnBack */.zd)(state, work, 'restored', 'its run died while it was prepared');
    const first = promotion.unjudged ? undefined : state.steps[0];
    const copies = changedConfigs(state, promotion).map((config) => (0,canary_objects/* canaryConfig */.ZL)(config, state.workload));
    const made = await deployCanary(state, work, promotion, first, copies);
    if (made === undefined)
        return (0,moves/* turnBack */.zd)(state, work, 'restored', (0,stop/* whyStopped */.kE)(work.signal));
    if (!made.healthy)
        return (0,moves/* turnBack */.zd)(state, work, 'rolled-back', `the canary did not become healthy: ${made.reason}`);
    return promotion.unjudged
        ? { state: await (0,moves.go)(state, work, 'full', 'promoted by hand') }
        : { state: await (0,moves.go)(state, work, 'shifting', 'the canary is healthy', { step: 0 }) };
};
/** All traffic is on the canary; the stable workload is kept as it is before it is touched. */
const backUp = async (state, work) => {
    if (work.promotion === undefined)
        return (0,moves/* turnBack */.zd)(state, work, 'restored', 'its run died before the promotion');
    if (work.signal.aborted)
        return (0,moves/* turnBack */.zd)(state, work, 'restored', (0,stop/* whyStopped */.kE)(work.signal));
    await (0,moves/* assertMine */.C6)(state, work);
    // With the old version's last fresh pods gone, all that stable gets back later goes to the new one.
    await removeBaseline(state, work);
    await (0,backup/* writeBackup */.o8)(work.cluster, (0,backup/* beforeOfState */.Az)(state));
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
    // A newer commit waits for this: stopping here would only mean more changes.
    const done = await (0,moves/* unlessCancelled */.MS)(work.cancel, work.rollout.deploy([...configs, workload], work.cancel));
    if (done === undefined || work.cancel.aborted)
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
        reason: `the job was cancelled while the stable workload was replaced: ${(0,moves/* keptBy */.mA)(state)} until stable is whole again`,
        weight: state.weight,
        left: state.phase,
    };
}

// EXTERNAL MODULE: ./build/actions/shared/units/duration.js
var duration = __webpack_require__(39794);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/state/state.js
var state_state = __webpack_require__(88106);
;// CONCATENATED MODULE: ./build/actions/canary-promote/src/flow/shift.js







/** Watches the canary at its share until the step is decided. */
const shift = async (state, work) => {
    const { promotion } = work;
    if (promotion === undefined)
        return (0,moves/* turnBack */.zd)(state, work, 'restored', `its run died at ${state.weight} %`);
    if (promotion.unjudged)
        return grow(state, work, promotion, 'promoted by hand', true);
    const sick = await sickPods(state, work);
    if (sick !== undefined)
        return sick;
    const step = state.steps[state.step];
    if (step !== undefined && (0,steps/* isForTesters */.mg)(step) && state.passed === '') {
        return passed(state, work, promotion, 'only testers reach the canary');
    }
    const result = await promotion.judge(state);
    switch (result.verdict) {
        case 'pass':
            return passed(state, work, promotion, result.reason);
        case 'fail':
            return (0,moves/* turnBack */.zd)(state, work, 'rolled-back', result.reason);
        case 'cancelled':
            return (0,moves/* turnBack */.zd)(state, work, 'restored', (0,stop/* whyStopped */.kE)(work.signal));
        case 'time-over':
            return timeOver(state, work, promotion, result.reason);
        case 'not-enough-evidence':
            return undecided(state, work, promotion, result.reason);
    }
};
/** A step that has passed: its pause, in which the canary is watched on, then its approval, then the next. */
async function passed(state, work, promotion, reason) {
    const step = state.steps[state.step];
    if (state.passed === '' && step?.pause !== undefined) {
        const paused = { ...state, passed: (0,moves/* isoNow */.Ec)(work), reason };
        work.log(`passed at ${state.weight} % (${reason}); watched on for ${(0,duration/* formatDuration */.a)(step.pause)}`);
        return { state: await work.store.move(state, paused) };
    }
    if (step?.approve !== true)
        return grow(state, work, promotion, reason, false);
    await promotion.keep(state);
    const told = `${reason}; waits for approval`;
    return { state: await (0,moves.go)(state, work, 'holding', told, { passed: state.passed || (0,moves/* isoNow */.Ec)(work) }) };
}
/** The run has to end; the canary need not. */
async function timeOver(state, work, promotion, reason) {
    if (promotion.onMaxRuntime !== 'hold')
        return undecided(state, work, promotion, reason);
    await promotion.keep(state);
    return { state: await (0,moves.go)(state, work, 'holding', reason, { passed: state.passed }) };
}
/** Where pods are the weight, they are only there now: a step is judged when they are healthy. */
async function sickPods(state, work) {
    if (state.isolation !== 'none')
        return undefined;
    const canary = deploymentRef(state.canary);
    const settled = await (0,moves/* unlessCancelled */.MS)(work.signal, work.rollout.settled(canary, work.signal));
    if (settled === undefined)
        return (0,moves/* turnBack */.zd)(state, work, 'restored', (0,stop/* whyStopped */.kE)(work.signal));
    if (settled.healthy)
        return undefined;
    return (0,moves/* turnBack */.zd)(state, work, 'rolled-back', `the canary did not become healthy: ${settled.reason}`);
}
async function undecided(state, work, promotion, reason) {
    const told = `not enough evidence at ${state.weight} %: ${reason}`;
    switch (promotion.onNotEnoughEvidence) {
        case 'rollback':
            return (0,moves/* turnBack */.zd)(state, work, 'rolled-back', told);
        case 'hold':
            await promotion.keep(state);
            return { state: await (0,moves.go)(state, work, 'holding', told) };
        case 'promote':
            return grow(state, work, promotion, `${told}; told to promote nevertheless`, false);
    }
}
/** The next share, when there are pods for it. After the last step, or `atOnce`, that is everything. */
async function grow(state, work, promotion, reason, atOnce) {
    const following = atOnce ? undefined : state.steps[state.step + 1];
    const scaled = await deployCanary(state, work, promotion, following, []);
    if (scaled === undefined)
        return (0,moves/* turnBack */.zd)(state, work, 'restored', (0,stop/* whyStopped */.kE)(work.signal));
    if (!scaled.healthy) {
        return (0,moves/* turnBack */.zd)(state, work, 'rolled-back', `the canary's further pods did not become healthy: ${scaled.reason}`);
    }
    return following === undefined
        ? { state: await (0,moves.go)(state, work, 'full', reason) }
        : { state: await (0,moves.go)(state, work, 'shifting', reason, { step: state.step + 1 }) };
}
/** A canary on hold waits for a person; a run that was told to go on does. */
const hold = async (state, work) => {
    const { promotion } = work;
    if (promotion === undefined)
        return (0,moves/* turnBack */.zd)(state, work, 'restored', 'told to abort');
    if (promotion.unjudged)
        return grow(state, work, promotion, 'promoted by hand', true);
    const now = work.clock.now();
    if ((0,state_state/* awaitsApproval */.vr)(state, now))
        return grow(state, work, promotion, 'approved', false);
    const passed = (0,state_state/* pauseLeft */.S6)(state, now) > 0 ? { passed: state.passed } : {};
    return { state: await (0,moves.go)(state, work, 'shifting', 'told to go on', passed) };
};

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
    const decision = (0,decide/* decide */.LD)(session.mode, {
        state,
        liveness,
        job: session.job,
        release: work.promotion?.release.id,
        now: work.clock.now(),
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
            busy: true,
        };
    }
    lease.keep({
        onTrouble: (error) => work.log(`The sign of life could not be given: ${String(error)}`),
        onAsked: (by) => makeRoom(session, by),
    });
    try {
        return await carryOut(session, state, decision);
    }
    finally {
        await lease
            .release()
            .catch((error) => work.log(`The Lease expires by itself: ${String(error)}`));
    }
}
/** While a canary is judged, a newer commit takes its place at once; a promotion is finished first. */
async function makeRoom({ work, replace }, by) {
    const { state } = await work.store.read();
    if (replace === undefined || work.signal.aborted)
        return;
    if (state !== undefined && !['preparing', 'shifting', 'holding'].includes(state.phase))
        return;
    work.log(`A newer commit asks for this route (${by}): giving all traffic back.`);
    replace(by);
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
    await session.before?.();
    const { carrier } = await work.store.read();
    const state = await work.store.move(undefined, session.begin(carrier));
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

/***/ 27980:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QB: () => (/* binding */ inHurry),
/* harmony export */   kE: () => (/* binding */ whyStopped),
/* harmony export */   pZ: () => (/* binding */ stoppable)
/* harmony export */ });
/* unused harmony export Replaced */
/** Why a run stops before its end, as the `reason` of an aborted signal. */
class Replaced {
    by;
    constructor(by) {
        this.by = by;
    }
}
/** In a sentence. */
function whyStopped(signal) {
    const reason = signal.reason;
    return reason instanceof Replaced
        ? `a newer commit takes its place (${reason.by})`
        : 'the job was cancelled';
}
/** A cancelled job has seconds; one that makes room has the time it needs. */
function inHurry(signal) {
    return signal.aborted && !(signal.reason instanceof Replaced);
}
/** A signal that follows `signal`, and that a newer commit can abort as well. */
function stoppable(signal) {
    const controller = new AbortController();
    const follow = () => controller.abort(signal.reason);
    if (signal.aborted)
        follow();
    else
        signal.addEventListener('abort', follow, { once: true });
    return { signal: controller.signal, replace: (by) => controller.abort(new Replaced(by)) };
}


/***/ }),

/***/ 58816:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ri: () => (/* binding */ baselineName),
/* harmony export */   UO: () => (/* binding */ canaryOfLabel),
/* harmony export */   Yw: () => (/* binding */ canaryDeployment),
/* harmony export */   Z0: () => (/* binding */ baselineDeployment),
/* harmony export */   ZL: () => (/* binding */ canaryConfig),
/* harmony export */   Zv: () => (/* binding */ baselineOfLabel),
/* harmony export */   l7: () => (/* binding */ releaseOf),
/* harmony export */   mh: () => (/* binding */ canaryName),
/* harmony export */   tz: () => (/* binding */ replicasFor)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49256);
/* harmony import */ var _configs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43114);



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
/** Says whose baseline a pod is of. */
const baselineOfLabel = 'seatrial.dev/baseline-of';
const baselineName = (name) => `${name}-baseline`;
/**
 * Fresh pods of the running version, to compare the canary with: as old as its own. They have every label of the stable
 * pods and so their share of the stable traffic, whatever the route is; one label more tells them apart.
 */
function baselineDeployment(live, replicas) {
    const name = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(live, 'metadata', 'name');
    const mark = { [baselineOfLabel]: name };
    const selector = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .objectAt */ .lJ)(live, 'spec', 'selector');
    const template = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .objectAt */ .lJ)(live, 'spec', 'template');
    const labels = { ...(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textsAt */ .i1)(template, 'metadata', 'labels'), ...mark };
    const annotations = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textsAt */ .i1)(template, 'metadata', 'annotations');
    return {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: {
            name: baselineName(name),
            namespace: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(live, 'metadata', 'namespace'),
            labels: { ...(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textsAt */ .i1)(live, 'metadata', 'labels'), ...mark },
        },
        spec: {
            ...(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .objectAt */ .lJ)(live, 'spec'),
            replicas,
            selector: { ...selector, matchLabels: { ...(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textsAt */ .i1)(selector, 'matchLabels'), ...mark } },
            template: { ...template, metadata: { labels, annotations } },
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

/***/ 89245:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bJ: () => (/* binding */ planFor),
  l2: () => (/* binding */ runsAlready),
  Qg: () => (/* binding */ wantedFrom)
});

// EXTERNAL MODULE: ./build/actions/shared/errors/user-error.js
var user_error = __webpack_require__(30860);
// EXTERNAL MODULE: ./build/actions/shared/kube/values.js
var values = __webpack_require__(49256);
// EXTERNAL MODULE: ./build/actions/shared/rollout/plan/owner.js
var owner = __webpack_require__(8011);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/route/types.js
var types = __webpack_require__(75642);
;// CONCATENATED MODULE: ./build/actions/canary-promote/src/route/abilities.js


const withTesters = ['VirtualService', 'HTTPRoute', 'Ingress'];
const withMirror = ['VirtualService', 'HTTPRoute'];
/** What is asked of a route that its kind can't do, or that it does already for something else. */
function abilityProblems(target, object, { testers, steps }) {
    const mirror = steps.some((step) => step.mirror !== undefined);
    const problems = [];
    if (testers !== undefined && !withTesters.includes(target.kind)) {
        problems.push({
            message: `${(0,types.told)(target)} can't send testers to the canary`,
            fix: `Leave out \`canary-by-header\` and \`canary-by-cookie\`: they need a ${withTesters.join(', ')}.`,
        });
    }
    if (target.kind === 'Ingress' && testers?.cookie !== undefined && testers.cookie.value !== 'always') {
        problems.push({
            message: 'NGINX sends a cookie to the canary by the value `always` alone',
            fix: `Write \`canary-by-cookie: ${testers.cookie.name}=always\`.`,
        });
    }
    if (mirror && !withMirror.includes(target.kind)) {
        problems.push({
            message: `${(0,types.told)(target)} can't copy requests to the canary`,
            fix: `Leave \`mirror\` out of \`steps\`: it needs a ${withMirror.join(' or ')}.`,
        });
    }
    return [...problems, ...mirrorProblems(target, object, mirror)];
}
/** A rule has one mirror, and the caller's has to be there again afterwards. */
function mirrorProblems(target, object, mirror) {
    const taken = (0,values/* listAt */.gT)(object, 'spec', 'http').some((rule) => mirror ? (0,values/* textAt */.$6)(rule, 'mirror', 'host') !== '' : (0,values/* textAt */.$6)(rule, 'mirror', 'subset') === 'canary');
    if (!taken)
        return [];
    return [
        {
            message: `${(0,types.told)(target)} copies requests already (mirror)`,
            fix: 'Take that mirror out, or leave `mirror` out of `steps`.',
        },
    ];
}

// EXTERNAL MODULE: ./build/actions/shared/kube/errors.js
var errors = __webpack_require__(80265);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/plan/select.js
var plan_select = __webpack_require__(27993);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/route/http-route.js
var http_route = __webpack_require__(3075);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/route/nginx.js
var nginx = __webpack_require__(54891);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/route/traefik.js
var traefik = __webpack_require__(66165);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/route/virtual-service.js
var virtual_service = __webpack_require__(93858);
;// CONCATENATED MODULE: ./build/actions/canary-promote/src/route/find.js








/** The kinds that are looked through, in this order, and when one of them leads to a service. */
const searched = [
    ['VirtualService', virtual_service/* sendsTo */.bH],
    ['HTTPRoute', http_route/* sendsTo */.b],
    ['TraefikService', (object, service) => traefik/* sendsTo */.b('TraefikService', object, service)],
    ['IngressRoute', (object, service) => traefik/* sendsTo */.b('IngressRoute', object, service)],
    ['Ingress', (object, service) => nginx/* isNginx */.Ti(object) && nginx/* sendsTo */.bH(object, service)],
];
const apply = 'Apply one with k8s-rollout first, or write `route: Deployment/NAME` to shift traffic by the number of pods.';
/** The route that is named, or the one that sends to the service. */
async function findRoute(cluster, service, wanted) {
    if (wanted !== undefined) {
        const object = await cluster.get(wanted.kind, wanted.name);
        if (object !== undefined)
            return { target: wanted, object };
        throw new user_error/* UserError */.yo(`there is no ${(0,types.told)(wanted)} in namespace ${service.namespace}`, { fix: apply });
    }
    const forbidden = [];
    for (const [kind, leads] of searched) {
        const objects = await listIfAllowed(cluster, kind, forbidden);
        const fitting = objects.filter((object) => leads(object, service));
        const [object] = fitting;
        if (object === undefined)
            continue;
        if (fitting.length === 1)
            return { target: { kind, name: (0,plan_select/* nameOf */.Vb)(object) }, object };
        throw new user_error/* UserError */.yo(`several ${kind}s send to the service ${service.name} (${(0,plan_select/* listed */.KE)(fitting)}); weights on one would not bind the others`, { fix: `Join them to one, or name the one that the canary may steer with \`route: ${kind}/NAME\`.` });
    }
    throw new user_error/* UserError */.yo(`no route in namespace ${service.namespace} sends to the service ${service.name}`, {
        fix: forbidden.length === 0
            ? apply
            : `Name it with \`route: KIND/NAME\`, and let the account read it: it may not list ${forbidden.join(', ')}.`,
    });
}
/** A kind that the account may not see can't be the route it steers. */
async function listIfAllowed(cluster, kind, forbidden) {
    try {
        return await cluster.list(kind);
    }
    catch (error) {
        if (!(error instanceof errors/* KubeError */.a3) || error.status !== 403)
            throw error;
        forbidden.push(kind);
        return [];
    }
}

// EXTERNAL MODULE: ./build/actions/canary-promote/src/route/route.js
var route_route = __webpack_require__(59278);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/route/subsets.js
var subsets = __webpack_require__(40704);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/state/codec.js
var codec = __webpack_require__(15657);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/plan/canary-objects.js
var canary_objects = __webpack_require__(58816);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/plan/configs.js
var plan_configs = __webpack_require__(43114);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/route/replicas.js
var replicas = __webpack_require__(72182);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/route/service.js
var route_service = __webpack_require__(20832);
;// CONCATENATED MODULE: ./build/actions/canary-promote/src/plan/isolation.js





/**
 * Subsets where the mesh has them and the labels fit; a Service of the canary's own for every other route that weighs
 * requests; nothing where pods are the weight. `before`: how a canary under way was begun, which is not changed.
 */
async function apart(given, before) {
    const { cluster, service, target, object } = given;
    if (target.kind === 'Deployment')
        return together(given);
    if (target.kind !== 'VirtualService')
        return byService(given, undefined);
    const rule = (0,subsets/* ruleOfService */.HP)(await cluster.list('DestinationRule'), service);
    const subset = bySubset(given, rule);
    if (before !== undefined)
        return before === 'subset' ? subset : byService(given, rule);
    return subset.problems.length === 0 || (0,virtual_service/* namesSubsets */.EE)(object, service) ? subset : byService(given, rule);
}
function together({ serviceObject, live, workload }) {
    const problems = [...(0,replicas/* serviceProblems */.gx)(serviceObject, live), ...(0,replicas/* serviceProblems */.gx)(serviceObject, workload)];
    return { isolation: 'none', labels: replicas/* trackLabels */.Hy, companions: [], problems };
}
function bySubset({ serviceObject, live, workload }, rule) {
    return {
        isolation: 'subset',
        labels: (0,subsets/* subsetLabels */.MB)(rule, virtual_service/* subsets */.Wq.canary) ?? {},
        companions: [],
        problems: [
            ...(0,subsets/* subsetProblems */.R1)(rule, serviceObject, live),
            ...(0,subsets/* subsetProblems */.R1)(rule, serviceObject, workload),
        ],
    };
}
function byService({ service, serviceObject, services, live, workload }, rule) {
    const selectors = [...(0,route_service/* selectorsOf */.Yv)(live, services), ...(0,route_service/* selectorsOf */.Yv)(workload, services)];
    const policy = (0,route_service/* canaryPolicy */.db)(rule, service, (0,plan_select/* nameOf */.Vb)(workload));
    return {
        isolation: 'service',
        labels: (0,route_service/* canaryLabelsBeside */.eA)(selectors),
        companions: [(0,route_service/* canaryService */.YH)(serviceObject, (0,plan_select/* nameOf */.Vb)(workload)), ...(policy === undefined ? [] : [policy])],
        problems: [],
    };
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/plan/plan.js














function wantedFrom(all, workload) {
    return { all, workload: (0,plan_select/* selectWorkload */.S4)(all, workload) };
}
/**
 * Looks at everything that has to fit before the start, and throws one UserError that lists all that doesn't.
 *
 * Undefined when the workload does not run yet.
 */
async function planFor(cluster, namespace, wanted, routeWanted, asked) {
    const { workload } = wanted;
    const live = await cluster.get('Deployment', (0,plan_select/* nameOf */.Vb)(workload));
    if (live === undefined)
        return undefined;
    const services = await cluster.list('Service');
    const serviceObject = (0,plan_select/* selectService */.oP)(services, workload);
    const service = { name: (0,plan_select/* nameOf */.Vb)(serviceObject), namespace };
    const { target, object } = await findRoute(cluster, service, routeWanted);
    const left = (0,codec/* stateOf */.L)(await cluster.get(...carrierOf(target, service)));
    const given = { cluster, service, serviceObject, services, live, workload, target, object };
    const found = await apart(given, left?.isolation);
    const route = (0,route_route/* routeOf */.L)(target, service, found.isolation);
    refuse([
        // What a dead run left between two states is to be mended, not refused.
        ...(left === undefined ? startProblems(route, object, live, asked) : []),
        ...found.problems,
    ]);
    return { release: releaseFrom(wanted, found), service, route, routeObject: object, live };
}
function startProblems(route, object, live, asked) {
    return [
        ...route.problems(object),
        ...healthProblems(live),
        ...selfProblems(route.target, live),
        ...keptProblems(live),
        ...abilityProblems(route.target, object, asked),
    ];
}
function carrierOf(target, service) {
    const { kind, name } = (0,route_route/* routeOf */.L)(target, service, 'service').carrier;
    return [kind, name];
}
function releaseFrom({ all, workload }, { labels, companions }) {
    const template = (0,values/* objectAt */.lJ)(workload, 'spec', 'template');
    const read = (0,plan_configs/* referencesOf */.CL)(template);
    const configs = [...(0,plan_select/* ofKind */.CZ)(all, 'ConfigMap'), ...(0,plan_select/* ofKind */.CZ)(all, 'Secret')].filter((config) => read.has(`${(0,plan_select/* kindOf */.I)(config)}/${(0,plan_select/* nameOf */.Vb)(config)}`));
    return {
        id: (0,canary_objects/* releaseOf */.l7)(template, configs),
        image: (0,plan_select/* imageOf */.dT)(workload),
        workload,
        configs,
        all,
        canaryLabels: labels,
        companions,
    };
}
/** A canary is compared with the running version: that one has to be well. */
function healthProblems(live) {
    const wanted = (0,subsets/* replicasOf */.N4)(live);
    const ready = (0,subsets/* availableOf */.tm)(live);
    if (wanted > 0 && ready >= wanted)
        return [];
    return [
        {
            message: wanted === 0
                ? `Deployment ${(0,plan_select/* nameOf */.Vb)(live)} is scaled to 0`
                : `the running version of Deployment ${(0,plan_select/* nameOf */.Vb)(live)} is not healthy: ${ready} of ${wanted} pods are available`,
            fix: 'There is nothing sound to compare a canary with. Mend it, or replace it at once with k8s-rollout.',
        },
    ];
}
/** A controller that keeps the workload as a repository says would take the promotion back. */
function keptProblems(live) {
    const kept = (0,values/* isKubeObject */.$e)(live) ? (0,owner/* refuseKept */.zd)(live) : undefined;
    if (kept === undefined)
        return [];
    const fix = `Commit the release where it is kept (k8s-rollout, \`mode: gitops\`), or take Deployment ${(0,plan_select/* nameOf */.Vb)(live)} out of that repository first.`;
    return [{ message: `${kept.message} (${kept.evidence.join()})`, fix }];
}
/** The number of pods that is shifted is that of the workload itself. */
function selfProblems(target, live) {
    if (target.kind !== 'Deployment' || target.name === (0,plan_select/* nameOf */.Vb)(live))
        return [];
    const self = `Deployment/${(0,plan_select/* nameOf */.Vb)(live)}`;
    return [
        { message: `${(0,types.told)(target)} is not the workload ${(0,plan_select/* nameOf */.Vb)(live)}`, fix: `Write \`route: ${self}\`.` },
    ];
}
function refuse(problems) {
    const distinct = [...new Map(problems.map((problem) => [problem.message, problem])).values()];
    if (distinct.length === 0)
        return;
    throw new user_error/* UserError */.yo(distinct.map(({ message }) => message).join('; '), {
        fix: [...new Set(distinct.map(({ fix }) => fix))].join(' '),
    });
}
/** Whether the pods that run are already those of the release, by the server's own reading of the manifest. */
async function runsAlready(cluster, { release, live }) {
    if ((await (0,plan_configs/* changesOf */.fs)(cluster, release.configs)).length > 0)
        return false;
    const { replicas: _, ...spec } = (0,values/* objectAt */.lJ)(release.workload, 'spec');
    const would = await cluster.apply({ ...release.workload, spec }, { dryRun: true });
    return (0,values/* canonical */.$N)((0,values/* objectAt */.lJ)(would, 'spec', 'template')) === (0,values/* canonical */.$N)((0,values/* objectAt */.lJ)(live, 'spec', 'template'));
}


/***/ }),

/***/ 91739:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   pX: () => (/* binding */ stateAnnotation),
/* harmony export */   v8: () => (/* binding */ beforeOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49256);


/** Where the state of a canary stands on its carrier. */
const stateAnnotation = 'seatrial.dev/canary';
/** Names the spec, labels and annotations of a carrier, our own annotation left out. */
function digestOf(carrier) {
    const { [stateAnnotation]: _, ...annotations } = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textsAt */ .i1)(carrier, 'metadata', 'annotations');
    const parts = [annotations, (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textsAt */ .i1)(carrier, 'metadata', 'labels'), (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectAt */ .lJ)(carrier, 'spec')];
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$N)(parts)).digest('hex').slice(0, 16);
}
/** What a later restore needs to know. A carrier of our own has nothing to go back to. */
function beforeOf(carrier, route) {
    if (route.own || carrier === undefined)
        return { rules: [], digest: '', managedFields: [] };
    return {
        rules: route.before(carrier),
        digest: digestOf(carrier),
        managedFields: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .listAt */ .gT)(carrier, 'metadata', 'managedFields'),
    };
}


/***/ }),

/***/ 3075:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ sendsTo),
/* harmony export */   i: () => (/* binding */ httpRoute)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(49256);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82571);
/* harmony import */ var _rules_route_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23156);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20832);
/* harmony import */ var _virtual_service_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93858);
/* harmony import */ var _weighted_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(85362);






/** Whether a backendRef of a route in the service's namespace means the service. */
function isRefOf(entry, service) {
    const kind = (0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .textAt */ .$6)(entry, 'kind') || 'Service';
    const namespace = (0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .textAt */ .$6)(entry, 'namespace') || service.namespace;
    const plain = (0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .textAt */ .$6)(entry, 'group') === '' && kind === 'Service';
    return plain && namespace === service.namespace && (0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .textAt */ .$6)(entry, 'name') === service.name;
}
function shapeOf(service) {
    const canary = (0,_service_js__WEBPACK_IMPORTED_MODULE_2__/* .canaryServiceOf */ .bF)(service);
    return {
        rules: (carrier) => (0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .listAt */ .gT)(carrier, 'spec', 'rules'),
        spec: (rules) => ({ rules }),
        entries: 'backendRefs',
        nameOf: (rule) => (0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .textAt */ .$6)(rule, 'name'),
        isTo: (entry) => isRefOf(entry, service) || isRefOf(entry, canary),
        isCanary: (entry) => isRefOf(entry, canary),
        toStable: (entry) => entry,
        toCanary: (entry) => ({ ...entry, name: canary.name }),
        unset: () => 1,
        apart: true,
        percent: false,
        forTesters,
        // The canary's Service is ours: nobody else has a rule for it alone.
        isOwn: (rule) => {
            const entries = (0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .listAt */ .gT)(rule, 'backendRefs').filter(_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isJson */ .Fh);
            return entries.length > 0 && entries.every((entry) => isRefOf(entry, canary));
        },
        mirrored: (rule, entry, percent) => mirrored(rule, entry, percent, canary),
    };
}
/** Testers' requests: each match of the rule, narrowed by the header. The more precise match wins, whatever the order. */
function forTesters(rule, canary, { header, cookie }) {
    const headers = [
        ...(header === undefined ? [] : [{ name: header.name, value: header.value }]),
        ...(cookie === undefined
            ? []
            : [{ type: 'RegularExpression', name: 'cookie', value: (0,_virtual_service_js__WEBPACK_IMPORTED_MODULE_3__/* .cookiePattern */ .V1)(cookie) }]),
    ];
    const matches = (0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .listAt */ .gT)(rule, 'matches');
    const narrowed = (matches.length === 0 ? [{}] : matches).flatMap((one) => headers.map((wanted) => ({ ...(0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .objectAt */ .lJ)({ one }, 'one'), headers: [...(0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .listAt */ .gT)(one, 'headers'), wanted] })));
    const { name: _, ...rest } = rule;
    return { ...rest, matches: narrowed, backendRefs: [canary] };
}
function mirrored(rule, canary, percent, service) {
    const all = (0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .listAt */ .gT)(rule, 'filters').filter(_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isJson */ .Fh);
    const others = all.filter((filter) => !isRefOf((0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .objectAt */ .lJ)(filter, 'requestMirror', 'backendRef'), service));
    const { weight: _, ...backendRef } = canary;
    const ours = { type: 'RequestMirror', requestMirror: { backendRef, percent } };
    const filters = percent > 0 ? [...others, ours] : others;
    if (filters.length === all.length && percent === 0)
        return rule;
    const { filters: __, ...rest } = rule;
    return filters.length === 0 ? rest : { ...rest, filters };
}
/** Whether an HTTPRoute sends to the service. */
function sendsTo(carrier, service) {
    return (0,_weighted_js__WEBPACK_IMPORTED_MODULE_4__/* .rulesTo */ .nv)(shapeOf(service), carrier).length > 0;
}
function httpRoute(target, service) {
    const shape = shapeOf(service);
    return (0,_rules_route_js__WEBPACK_IMPORTED_MODULE_1__/* .rulesRoute */ .D)(target, 'service', shape, (object) => problemsOf(object, service, shape));
}
function problemsOf(object, service, shape) {
    const name = `HTTPRoute ${(0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .textAt */ .$6)(object, 'metadata', 'name')}`;
    const rules = (0,_weighted_js__WEBPACK_IMPORTED_MODULE_4__/* .rulesTo */ .nv)(shape, object);
    if (rules.length === 0)
        return [(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .noRule */ .cl)(name, service.name)];
    const found = rules.flatMap(({ index, rule }) => {
        const where = `${name}, rule ${shape.nameOf(rule) || index + 1}`;
        const entries = (0,_weighted_js__WEBPACK_IMPORTED_MODULE_4__/* .entriesOf */ .Mc)(shape, rule);
        const foreign = entries.find((entry) => !shape.isTo(entry));
        if (foreign !== undefined)
            return [(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .foreignDestination */ .zJ)(where, (0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .textAt */ .$6)(foreign, 'name'))];
        return entries.length > 2 ? [(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .thirdDestination */ .gO)(where)] : (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .shareProblem */ .Lm)(shape, rule, where);
    });
    return [...found, ...statusProblems(object, name)];
}
/** A route that its gateway has refused, or that nobody has taken up, splits nothing. */
function statusProblems(object, name) {
    const generation = (0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .numberAt */ .tk)(object, 'metadata', 'generation') ?? 0;
    const conditions = (0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .listAt */ .gT)(object, 'status', 'parents').flatMap((parent) => (0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .listAt */ .gT)(parent, 'conditions'));
    const refused = conditions.find((condition) => ['Accepted', 'ResolvedRefs'].includes((0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .textAt */ .$6)(condition, 'type')) &&
        (0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .textAt */ .$6)(condition, 'status') === 'False' &&
        ((0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .numberAt */ .tk)(condition, 'observedGeneration') ?? generation) >= generation);
    if (refused !== undefined) {
        return [
            {
                message: `${name} is not in force: ${(0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .textAt */ .$6)(refused, 'reason')}: ${(0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .textAt */ .$6)(refused, 'message')}`,
                fix: 'Mend what its gateway says first.',
            },
        ];
    }
    if (conditions.some((condition) => (0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .textAt */ .$6)(condition, 'type') === 'Accepted'))
        return [];
    return [
        {
            message: `no gateway has taken up ${name} yet`,
            fix: 'Check its `parentRefs`, and that the controller of that Gateway runs.',
        },
    ];
}


/***/ }),

/***/ 54891:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ti: () => (/* binding */ isNginx),
/* harmony export */   bH: () => (/* binding */ sendsTo),
/* harmony export */   oz: () => (/* binding */ canaryIngress),
/* harmony export */   rQ: () => (/* binding */ nginx)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49256);
/* harmony import */ var _plan_canary_objects_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58816);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82571);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20832);




/** The annotations of ingress-nginx; `canary: "true"` makes an Ingress the canary of the one with the same hosts and paths. */
const prefix = 'nginx.ingress.kubernetes.io/';
const canaryKey = `${prefix}canary`;
const weightKey = `${prefix}canary-weight`;
const backendOf = (path) => (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(path, 'backend', 'service', 'name');
function pathsOf(ingress) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .listAt */ .gT)(ingress, 'spec', 'rules').flatMap((rule) => (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .listAt */ .gT)(rule, 'http', 'paths'));
}
/** Whether an Ingress that is itself no canary sends to the service. */
function sendsTo(ingress, service) {
    const canary = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(ingress, 'metadata', 'annotations', canaryKey) === 'true';
    return !canary && pathsOf(ingress).some((path) => backendOf(path) === service.name);
}
/** Whether an Ingress belongs to ingress-nginx, by the name of its class. */
function isNginx(ingress) {
    const named = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(ingress, 'spec', 'ingressClassName');
    return (named || (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(ingress, 'metadata', 'annotations', 'kubernetes.io/ingress.class')).includes('nginx');
}
/** The canary's Ingress: hosts and paths of the given one that lead to the service, to the canary's Service instead. */
function canaryIngress(ingress, service, workload) {
    const { name: backend } = (0,_service_js__WEBPACK_IMPORTED_MODULE_2__/* .canaryServiceOf */ .bF)(service);
    const rules = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .listAt */ .gT)(ingress, 'spec', 'rules').flatMap((rule) => {
        const paths = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .listAt */ .gT)(rule, 'http', 'paths').filter((path) => backendOf(path) === service.name);
        const turned = paths.filter(_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isJson */ .Fh).map((path) => ({
            ...path,
            backend: { service: { ...(0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .objectAt */ .lJ)(path, 'backend', 'service'), name: backend } },
        }));
        return turned.length === 0 ? [] : [{ ...(0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .objectAt */ .lJ)({ rule }, 'rule'), http: { paths: turned } }];
    });
    const { ingressClassName } = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .objectAt */ .lJ)(ingress, 'spec');
    return {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'Ingress',
        metadata: {
            name: (0,_plan_canary_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .canaryName */ .mh)((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(ingress, 'metadata', 'name')),
            namespace: service.namespace,
            labels: { [_plan_canary_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .canaryOfLabel */ .UO]: workload },
            annotations: { ...carriedOver(ingress), [canaryKey]: 'true', [weightKey]: '0' },
        },
        spec: { ...(ingressClassName === undefined ? {} : { ingressClassName }), rules },
    };
}
/** How NGINX talks to the pods has to be the same for both; what is of the server as a whole stays with the main Ingress. */
function carriedOver(ingress) {
    const annotations = Object.entries((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textsAt */ .i1)(ingress, 'metadata', 'annotations'));
    const ours = (key) => key === 'kubernetes.io/ingress.class' || (key.startsWith(prefix) && !key.startsWith(canaryKey));
    return Object.fromEntries(annotations.filter(([key]) => ours(key)));
}
/** Annotations for testers; null takes one away. */
function forTesters(testers) {
    return {
        [`${prefix}canary-by-header`]: testers?.header?.name ?? null,
        [`${prefix}canary-by-header-value`]: testers?.header?.value ?? null,
        [`${prefix}canary-by-cookie`]: testers?.cookie?.name ?? null,
    };
}
function nginx(target, service) {
    return {
        target,
        carrier: { kind: 'Ingress', name: (0,_plan_canary_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .canaryName */ .mh)(target.name) },
        isolation: 'service',
        own: true,
        shares: (carrier) => {
            const annotations = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textsAt */ .i1)(carrier, 'metadata', 'annotations');
            const weight = Number(annotations[weightKey] ?? '0');
            return [annotations[canaryKey] === 'true' && Number.isFinite(weight) ? weight : undefined];
        },
        patch: (_, { share, testers }) => ({
            metadata: { annotations: { [weightKey]: String(share), ...forTesters(testers) } },
        }),
        before: () => [],
        restore: () => undefined,
        problems: (ingress) => problemsOf(ingress, service),
    };
}
function problemsOf(ingress, service) {
    const name = `Ingress ${(0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(ingress, 'metadata', 'name')}`;
    if (!sendsTo(ingress, service))
        return [(0,_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .noRule */ .cl)(name, service.name)];
    if (isNginx(ingress))
        return [];
    return [
        {
            message: `the class of ${name} does not name NGINX, and no other controller reads its canary annotations`,
            fix: 'Give it an `ingressClassName` of ingress-nginx, or name another route with `route: …`.',
        },
    ];
}


/***/ }),

/***/ 82571:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lm: () => (/* binding */ shareProblem),
/* harmony export */   cl: () => (/* binding */ noRule),
/* harmony export */   gO: () => (/* binding */ thirdDestination),
/* harmony export */   zJ: () => (/* binding */ foreignDestination)
/* harmony export */ });
/* harmony import */ var _weighted_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85362);

function noRule(route, service) {
    return {
        message: `${route} has no http rule that sends to the service ${service}`,
        fix: `Add a rule with the destination ${service}, or name another route with \`route: …\`.`,
    };
}
function foreignDestination(where, other) {
    return {
        message: `${where} shares its traffic with another host (${other})`,
        fix: 'Give the service a rule of its own, so that the canary can set its weights.',
    };
}
function thirdDestination(where) {
    return {
        message: `${where} has destinations beside stable and canary`,
        fix: 'Keep one destination for each of the two, or only the one for stable.',
    };
}
/** A rule whose weights don't add up, or that has a canary nobody knows of. */
function shareProblem(shape, rule, where) {
    const share = (0,_weighted_js__WEBPACK_IMPORTED_MODULE_0__/* .shareOfRule */ .Tq)(shape, rule);
    if (share === 0)
        return [];
    return [
        {
            message: share === undefined
                ? `the weights of ${where} don't make 100`
                : `${where} already gives ${share} % to the canary, and no state says why`,
            fix: 'Set the weights to 100 for stable and 0 for the canary.',
        },
    ];
}


/***/ }),

/***/ 72182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hy: () => (/* binding */ trackLabels),
/* harmony export */   LD: () => (/* binding */ byReplicas),
/* harmony export */   Ol: () => (/* binding */ actualShare),
/* harmony export */   gx: () => (/* binding */ serviceProblems),
/* harmony export */   uM: () => (/* binding */ podsFor)
/* harmony export */ });
/* unused harmony export shareOfPods */
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49256);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57551);
/* harmony import */ var _plan_canary_objects_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58816);
/* harmony import */ var _subsets_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40704);



/** Marks the canary's pods where nothing else tells them from stable's. */
const trackLabels = { 'seatrial.dev/track': 'canary' };
/** Pods of the canary that come nearest to a share beside `stable` pods; at least one. */
function podsFor(share, stable) {
    if (share <= 0)
        return 0;
    return Math.max(1, Math.round((stable * share) / (100 - Math.min(share, 99))));
}
/** The share that a number of pods gives, in percent. */
function shareOfPods(canary, stable) {
    return canary === 0 ? 0 : (100 * canary) / (canary + stable);
}
/** No mesh and no ingress: one Service sends to the pods of both, and their number is the weight. */
function byReplicas(target) {
    return {
        target,
        carrier: { kind: 'Deployment', name: (0,_plan_canary_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .canaryName */ .mh)(target.name) },
        isolation: 'none',
        own: true,
        shares: () => [],
        patch: (_, { pods }) => ({ spec: { replicas: pods } }),
        before: () => [],
        restore: () => undefined,
        problems: () => [],
    };
}
/** What keeps the Service from sending to the canary's pods as well. */
function serviceProblems(service, workload) {
    const pod = { ...(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textsAt */ .i1)(workload, 'spec', 'template', 'metadata', 'labels'), ...trackLabels };
    const selector = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textsAt */ .i1)(service, 'spec', 'selector');
    if (Object.keys(selector).length > 0 && (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .includes */ .mK)(pod, selector))
        return [];
    return [
        {
            message: `Service ${(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(service, 'metadata', 'name')} would not select the canary's pods`,
            fix: `Leave ${Object.keys(trackLabels).join()} out of its selector: it has to select both groups.`,
        },
    ];
}
/** What the two Deployments give the canary at this moment, in percent, by the pods that are available. */
function actualShare(canary, stable) {
    return shareOfPods((0,_subsets_js__WEBPACK_IMPORTED_MODULE_1__/* .availableOf */ .tm)(canary), (0,_subsets_js__WEBPACK_IMPORTED_MODULE_1__/* .availableOf */ .tm)(stable));
}


/***/ }),

/***/ 59278:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ routeOf)
/* harmony export */ });
/* harmony import */ var _http_route_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3075);
/* harmony import */ var _nginx_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54891);
/* harmony import */ var _replicas_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72182);
/* harmony import */ var _traefik_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(66165);
/* harmony import */ var _virtual_service_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93858);





/** The route of a kind. What tells the canary's pods apart matters to a VirtualService only. */
function routeOf(target, service, isolation) {
    switch (target.kind) {
        case 'VirtualService':
            return (0,_virtual_service_js__WEBPACK_IMPORTED_MODULE_4__/* .virtualService */ .pT)(target, service, isolation);
        case 'HTTPRoute':
            return (0,_http_route_js__WEBPACK_IMPORTED_MODULE_0__/* .httpRoute */ .i)(target, service);
        case 'TraefikService':
        case 'IngressRoute':
            return (0,_traefik_js__WEBPACK_IMPORTED_MODULE_3__/* .traefik */ .t)(target, service);
        case 'Ingress':
            return (0,_nginx_js__WEBPACK_IMPORTED_MODULE_1__/* .nginx */ .rQ)(target, service);
        case 'Deployment':
            return (0,_replicas_js__WEBPACK_IMPORTED_MODULE_2__/* .byReplicas */ .LD)(target);
    }
}


/***/ }),

/***/ 23156:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ rulesRoute)
/* harmony export */ });
/* harmony import */ var _weighted_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85362);

/** A route whose carrier is the caller's own object with weighted rules. */
function rulesRoute(target, isolation, shape, problems) {
    return {
        target,
        carrier: target,
        isolation,
        own: false,
        shares: (carrier) => (0,_weighted_js__WEBPACK_IMPORTED_MODULE_0__/* .rulesTo */ .nv)(shape, carrier).map(({ rule }) => (0,_weighted_js__WEBPACK_IMPORTED_MODULE_0__/* .shareOfRule */ .Tq)(shape, rule)),
        patch: (carrier, traffic) => ({ spec: shape.spec((0,_weighted_js__WEBPACK_IMPORTED_MODULE_0__/* .withTraffic */ .oO)(shape, carrier, traffic)) }),
        before: (carrier) => (0,_weighted_js__WEBPACK_IMPORTED_MODULE_0__/* .rulesBefore */ .jC)(shape, carrier),
        restore: (carrier, before) => {
            const rules = (0,_weighted_js__WEBPACK_IMPORTED_MODULE_0__/* .restoredRules */ .SX)(shape, carrier, before);
            return (0,_weighted_js__WEBPACK_IMPORTED_MODULE_0__/* .sameRules */ .Gb)(rules, shape.rules(carrier)) ? undefined : { spec: shape.spec(rules) };
        },
        problems,
    };
}


/***/ }),

/***/ 20832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YH: () => (/* binding */ canaryService),
/* harmony export */   Yv: () => (/* binding */ selectorsOf),
/* harmony export */   bF: () => (/* binding */ canaryServiceOf),
/* harmony export */   db: () => (/* binding */ canaryPolicy),
/* harmony export */   eA: () => (/* binding */ canaryLabelsBeside)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49256);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57551);
/* harmony import */ var _plan_canary_objects_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58816);


/** The Service that selects the canary's pods, where routes name Services. */
function canaryServiceOf({ name, namespace }) {
    return { name: (0,_plan_canary_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .canaryName */ .mh)(name), namespace };
}
/** A value with `-canary` at its end, within the 63 characters that a label may have. */
const renamed = (value) => `${value.slice(0, 56)}-canary`;
/**
 * The labels that take the canary's pods out of every selector given: of each one label changes its value, the same one
 * for as many as possible. A label of the instance goes before one of the application: rules for a network name the latter.
 */
function canaryLabelsBeside(selectors) {
    const changed = {};
    const times = (key) => selectors.filter((selector) => key in selector).length;
    const rank = (key) => 2 * times(key) + (key.endsWith('/instance') ? 1 : 0);
    for (const selector of selectors) {
        if (Object.keys(selector).some((key) => key in changed))
            continue;
        const [key] = Object.keys(selector).sort((a, b) => rank(b) - rank(a) || a.localeCompare(b));
        if (key !== undefined)
            changed[key] = renamed(selector[key] ?? '');
    }
    return changed;
}
/** Selectors that would take a pod with the labels of the stable ones: the Deployment's and those of Services. */
function selectorsOf(workload, services) {
    const pod = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textsAt */ .i1)(workload, 'spec', 'template', 'metadata', 'labels');
    const ofServices = services
        .map((service) => (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textsAt */ .i1)(service, 'spec', 'selector'))
        .filter((selector) => Object.keys(selector).length > 0 && (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .includes */ .mK)(pod, selector));
    return [(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textsAt */ .i1)(workload, 'spec', 'selector', 'matchLabels'), ...ofServices];
}
/** The canary's Service: the ports of the service, the pods of the canary. */
function canaryService(service, workload) {
    const name = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(service, 'metadata', 'name');
    const headless = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(service, 'spec', 'clusterIP') === 'None';
    return {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: {
            name: (0,_plan_canary_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .canaryName */ .mh)(name),
            namespace: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(service, 'metadata', 'namespace'),
            labels: { [_plan_canary_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .canaryOfLabel */ .UO]: workload },
        },
        spec: {
            ...(headless ? { clusterIP: 'None' } : {}),
            selector: { [_plan_canary_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .canaryOfLabel */ .UO]: workload },
            ports: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .listAt */ .gT)(service, 'spec', 'ports').map((port) => {
                const { nodePort: _, ...rest } = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectAt */ .lJ)({ port }, 'port');
                return rest;
            }),
        },
    };
}
/** The traffic policy of the service's DestinationRule, for the canary's Service; undefined where there is none. */
function canaryPolicy(rule, service, workload) {
    const trafficPolicy = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectAt */ .lJ)(rule, 'spec', 'trafficPolicy');
    if (Object.keys(trafficPolicy).length === 0)
        return undefined;
    const { name, namespace } = canaryServiceOf(service);
    return {
        apiVersion: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(rule, 'apiVersion'),
        kind: 'DestinationRule',
        metadata: { name, namespace, labels: { [_plan_canary_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .canaryOfLabel */ .UO]: workload } },
        spec: { host: `${name}.${namespace}.svc.cluster.local`, trafficPolicy },
    };
}


/***/ }),

/***/ 40704:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HP: () => (/* binding */ ruleOfService),
/* harmony export */   MB: () => (/* binding */ subsetLabels),
/* harmony export */   N4: () => (/* binding */ replicasOf),
/* harmony export */   R1: () => (/* binding */ subsetProblems),
/* harmony export */   tm: () => (/* binding */ availableOf)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49256);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57551);
/* harmony import */ var _virtual_service_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93858);


/** The DestinationRule that defines the subsets of the service. */
function ruleOfService(rules, service) {
    return rules.find((rule) => (0,_virtual_service_js__WEBPACK_IMPORTED_MODULE_0__/* .isHostOf */ .UC)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(rule, 'spec', 'host'), service, (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(rule, 'metadata', 'namespace')));
}
/** The labels that make a pod one of a subset; undefined where the DestinationRule has no such subset. */
function subsetLabels(rule, subset) {
    const found = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .listAt */ .gT)(rule, 'spec', 'subsets').find((entry) => (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(entry, 'name') === subset);
    return found === undefined ? undefined : (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textsAt */ .i1)(found, 'labels');
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
/** Pods of a Deployment that can answer. */
const availableOf = (workload) => (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .numberAt */ .tk)(workload, 'status', 'availableReplicas') ?? 0;


/***/ }),

/***/ 66165:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ sendsTo),
/* harmony export */   t: () => (/* binding */ traefik)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(49256);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82571);
/* harmony import */ var _rules_route_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23156);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20832);
/* harmony import */ var _weighted_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(85362);





function isRefOf(entry, service) {
    const kind = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(entry, 'kind') || 'Service';
    const namespace = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(entry, 'namespace') || service.namespace;
    return kind === 'Service' && namespace === service.namespace && (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(entry, 'name') === service.name;
}
/** Both kinds list `services` with weights: an IngressRoute in each of its routes, a TraefikService once. */
function shapeOf(kind, service) {
    const canary = (0,_service_js__WEBPACK_IMPORTED_MODULE_2__/* .canaryServiceOf */ .bF)(service);
    const places = kind === 'IngressRoute'
        ? {
            rules: (carrier) => (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .listAt */ .gT)(carrier, 'spec', 'routes'),
            spec: (routes) => ({ routes }),
        }
        : {
            rules: (carrier) => [(0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .objectAt */ .lJ)(carrier, 'spec', 'weighted')],
            spec: ([weighted]) => ({ weighted }),
        };
    return {
        ...places,
        entries: 'services',
        nameOf: () => '',
        isTo: (entry) => isRefOf(entry, service) || isRefOf(entry, canary),
        isCanary: (entry) => isRefOf(entry, canary),
        toStable: (entry) => entry,
        toCanary: (entry) => ({ ...entry, name: canary.name }),
        unset: () => 1,
        apart: true,
        percent: false,
    };
}
/** Whether an IngressRoute or a TraefikService sends to the service. */
function sendsTo(kind, carrier, service) {
    return (0,_weighted_js__WEBPACK_IMPORTED_MODULE_3__/* .rulesTo */ .nv)(shapeOf(kind, service), carrier).length > 0;
}
function traefik(target, service) {
    const shape = shapeOf(target.kind, service);
    return (0,_rules_route_js__WEBPACK_IMPORTED_MODULE_1__/* .rulesRoute */ .D)(target, 'service', shape, (object) => problemsOf(target, object, service, shape));
}
function problemsOf(target, object, service, shape) {
    const name = `${target.kind} ${(0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(object, 'metadata', 'name')}`;
    const rules = (0,_weighted_js__WEBPACK_IMPORTED_MODULE_3__/* .rulesTo */ .nv)(shape, object);
    if (rules.length === 0)
        return [(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .noRule */ .cl)(name, service.name)];
    return rules.flatMap(({ index, rule }) => {
        const where = target.kind === 'IngressRoute' ? `${name}, route ${index + 1}` : name;
        const entries = (0,_weighted_js__WEBPACK_IMPORTED_MODULE_3__/* .entriesOf */ .Mc)(shape, rule).filter(_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isJson */ .Fh);
        const foreign = entries.find((entry) => !shape.isTo(entry));
        if (foreign !== undefined)
            return [(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .foreignDestination */ .zJ)(where, (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(foreign, 'name'))];
        return entries.length > 2 ? [(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .thirdDestination */ .gO)(where)] : (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .shareProblem */ .Lm)(shape, rule, where);
    });
}


/***/ }),

/***/ 68751:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ canariesUnderWay)
/* harmony export */ });
/* harmony import */ var _shared_kube_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80265);
/* harmony import */ var _state_codec_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15657);
/* harmony import */ var _route_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59278);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75642);




/** The canaries under way, by the states that stand on their carriers. */
async function canariesUnderWay(cluster, namespace, { route, workload }) {
    const carriers = route === undefined ? await allCarriers(cluster) : await carrierOf(cluster, namespace, route);
    return carriers.flatMap((carrier) => {
        const state = (0,_state_codec_js__WEBPACK_IMPORTED_MODULE_1__/* .stateOf */ .L)(carrier);
        if (state === undefined || (workload !== undefined && state.workload !== workload))
            return [];
        const service = { name: state.service, namespace };
        return [{ route: (0,_route_js__WEBPACK_IMPORTED_MODULE_2__/* .routeOf */ .L)(state.route, service, state.isolation), state }];
    });
}
async function carrierOf(cluster, namespace, target) {
    const { kind, name } = (0,_route_js__WEBPACK_IMPORTED_MODULE_2__/* .routeOf */ .L)(target, { name: '', namespace }, 'service').carrier;
    const carrier = await cluster.get(kind, name);
    return carrier === undefined ? [] : [carrier];
}
/** A kind that this account may not read can't carry a canary that it has begun. */
async function allCarriers(cluster) {
    const lists = await Promise.all(_types_js__WEBPACK_IMPORTED_MODULE_3__.routeKinds.map((kind) => cluster.list(kind).catch((error) => {
        if (error instanceof _shared_kube_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KubeError */ .a3 && error.status === 403)
            return [];
        throw error;
    })));
    // Items of a list don't name their kind in every version of the API.
    return lists.flatMap((objects, i) => objects.map((object) => ({ kind: _types_js__WEBPACK_IMPORTED_MODULE_3__.routeKinds[i], ...object })));
}


/***/ }),

/***/ 93858:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EE: () => (/* binding */ namesSubsets),
/* harmony export */   UC: () => (/* binding */ isHostOf),
/* harmony export */   V1: () => (/* binding */ cookiePattern),
/* harmony export */   Wq: () => (/* binding */ subsets),
/* harmony export */   bH: () => (/* binding */ sendsTo),
/* harmony export */   pT: () => (/* binding */ virtualService)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(49256);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82571);
/* harmony import */ var _rules_route_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23156);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20832);
/* harmony import */ var _weighted_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(85362);





/** The subsets of the DestinationRule that a canary works with. */
const subsets = { stable: 'stable', canary: 'canary' };
/** Whether a host in a rule of `namespace` means the service: short, with namespace, `.svc`, or fully qualified. */
function isHostOf(host, service, namespace) {
    const short = namespace === service.namespace ? [service.name] : [];
    const full = `${service.name}.${service.namespace}`;
    return [...short, full, `${full}.svc`, `${full}.svc.cluster.local`].includes(host);
}
const hostOf = (entry) => (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(entry, 'destination', 'host');
const subsetOf = (entry) => (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(entry, 'destination', 'subset');
/** Routes live in the namespace of their service. */
const isOf = (entry, service) => isHostOf(hostOf(entry), service, service.namespace);
function withDestination(entry, changes) {
    return { ...entry, destination: { ...(0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .objectAt */ .lJ)(entry, 'destination'), ...changes } };
}
/** Begins the names of the rules that are put in for testers; they are found by it. */
const testersPrefix = 'seatrial-testers';
const common = {
    rules: (carrier) => (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .listAt */ .gT)(carrier, 'spec', 'http'),
    spec: (http) => ({ http }),
    entries: 'route',
    nameOf: (rule) => (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(rule, 'name'),
    unset: (entries) => (entries.length === 1 ? 100 : 0),
    percent: true,
    forTesters,
    isOwn: (rule) => (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(rule, 'name').startsWith(testersPrefix),
    mirrored,
};
function bySubset(service) {
    return {
        ...common,
        isTo: (entry) => isOf(entry, service),
        isCanary: (entry) => subsetOf(entry) === subsets.canary,
        toStable: (entry) => withDestination(entry, { subset: subsets.stable }),
        toCanary: (entry) => withDestination(entry, { subset: subsets.canary }),
        apart: false,
    };
}
function byService(service) {
    const canary = (0,_service_js__WEBPACK_IMPORTED_MODULE_2__/* .canaryServiceOf */ .bF)(service);
    return {
        ...common,
        isTo: (entry) => isOf(entry, service) || isOf(entry, canary),
        isCanary: (entry) => isOf(entry, canary),
        apart: true,
        toStable: (entry) => entry,
        toCanary: (entry) => withDestination(entry, { host: hostOf(entry).replace(/^[^.]+/, canary.name) }),
    };
}
/** Testers' requests, ahead of the rule that is for all: each of its matches, narrowed by the header. */
function forTesters(rule, canary, { header, cookie }) {
    const headers = [
        ...(header === undefined ? [] : [{ [header.name]: { exact: header.value } }]),
        ...(cookie === undefined ? [] : [{ cookie: { regex: cookiePattern(cookie) } }]),
    ];
    const matches = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .listAt */ .gT)(rule, 'match');
    const match = (matches.length === 0 ? [{}] : matches).flatMap((one) => headers.map((wanted) => ({
        ...(0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .objectAt */ .lJ)({ one }, 'one'),
        headers: { ...(0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .objectAt */ .lJ)(one, 'headers'), ...wanted },
    })));
    const name = [testersPrefix, (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(rule, 'name')].filter((part) => part !== '').join('-');
    return { ...rule, name, match, route: [canary] };
}
/** A regular expression for the whole `Cookie` header that finds one cookie of it. */
function cookiePattern({ name, value }) {
    const exact = (text) => text.replaceAll(/[.+*?()|[\]{}^$\\]/g, '\\$&');
    return `(^|.*;\\s*)${exact(name)}=${exact(value)}(;.*|$)`;
}
function mirrored(rule, canary, percent) {
    const { mirror, mirrorPercentage, ...rest } = rule;
    const destination = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .objectAt */ .lJ)(canary, 'destination');
    if (percent > 0)
        return { ...rest, mirror: destination, mirrorPercentage: { value: percent } };
    const ours = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(mirror, 'host') === (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(destination, 'host') &&
        (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(mirror, 'subset') === (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(destination, 'subset');
    return ours ? rest : rule;
}
/** Whether any rule to the service names a subset. */
function namesSubsets(carrier, service) {
    const shape = bySubset(service);
    return (0,_weighted_js__WEBPACK_IMPORTED_MODULE_3__/* .rulesTo */ .nv)(shape, carrier).some(({ rule }) => (0,_weighted_js__WEBPACK_IMPORTED_MODULE_3__/* .entriesOf */ .Mc)(shape, rule).some((entry) => subsetOf(entry) !== ''));
}
/** Whether a VirtualService sends to the service. */
function sendsTo(carrier, service) {
    return (0,_weighted_js__WEBPACK_IMPORTED_MODULE_3__/* .rulesTo */ .nv)(bySubset(service), carrier).length > 0;
}
function virtualService(target, service, isolation) {
    const shape = isolation === 'subset' ? bySubset(service) : byService(service);
    return (0,_rules_route_js__WEBPACK_IMPORTED_MODULE_1__/* .rulesRoute */ .D)(target, isolation, shape, (object) => problemsOf(object, service, shape));
}
function problemsOf(object, service, shape) {
    const name = `VirtualService ${(0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(object, 'metadata', 'name')}`;
    const rules = (0,_weighted_js__WEBPACK_IMPORTED_MODULE_3__/* .rulesTo */ .nv)(shape, object);
    if (rules.length === 0)
        return [(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .noRule */ .cl)(name, service.name)];
    const found = rules.flatMap(({ index, rule }) => {
        const where = `${name}, http rule ${shape.nameOf(rule) || index + 1}`;
        return ruleProblems(shape, rule, where);
    });
    return [...found, ...bypassProblems(object, service, shape, name)];
}
function ruleProblems(shape, rule, where) {
    const entries = (0,_weighted_js__WEBPACK_IMPORTED_MODULE_3__/* .entriesOf */ .Mc)(shape, rule);
    const foreign = entries.find((entry) => !shape.isTo(entry));
    if (foreign !== undefined)
        return [(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .foreignDestination */ .zJ)(where, hostOf(foreign))];
    const known = ['', subsets.stable, subsets.canary];
    if (entries.length > 2 || entries.some((entry) => !known.includes(subsetOf(entry)))) {
        return [(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .thirdDestination */ .gO)(where)];
    }
    return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .shareProblem */ .Lm)(shape, rule, where);
}
/** With subsets, raw rules to the whole service would reach canary pods whatever the weights are. */
function bypassProblems(object, service, shape, name) {
    const raw = [...(0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .listAt */ .gT)(object, 'spec', 'tcp'), ...(0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .listAt */ .gT)(object, 'spec', 'tls')];
    const bypass = raw.some((rule) => (0,_weighted_js__WEBPACK_IMPORTED_MODULE_3__/* .entriesOf */ .Mc)(shape, rule).some((entry) => isOf(entry, service) && subsetOf(entry) !== subsets.stable));
    const pinned = shape.toStable({ destination: { host: service.name } });
    if (!bypass || subsetOf(pinned) === '')
        return [];
    return [
        {
            message: `${name} has a tcp or tls rule that sends to all pods of ${service.name}, which no weight would keep from the canary`,
            fix: `Give that destination \`subset: ${subsets.stable}\`.`,
        },
    ];
}


/***/ }),

/***/ 85362:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gb: () => (/* binding */ sameRules),
/* harmony export */   Mc: () => (/* binding */ entriesOf),
/* harmony export */   SX: () => (/* binding */ restoredRules),
/* harmony export */   Tq: () => (/* binding */ shareOfRule),
/* harmony export */   jC: () => (/* binding */ rulesBefore),
/* harmony export */   nv: () => (/* binding */ rulesTo),
/* harmony export */   oO: () => (/* binding */ withTraffic)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49256);

/** Destinations of a rule. */
function entriesOf(shape, rule) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .listAt */ .gT)(rule, shape.entries).filter(_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJson */ .Fh);
}
/** Without the rules that we have put in for testers. */
function ownLeftOut(shape, carrier) {
    return shape.rules(carrier).filter((rule) => !(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJson */ .Fh)(rule) || shape.isOwn?.(rule) !== true);
}
/** The rules that send to the service, with their place among those that are not our own. */
function rulesTo(shape, carrier) {
    return ownLeftOut(shape, carrier).flatMap((rule, index) => (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJson */ .Fh)(rule) && entriesOf(shape, rule).some(shape.isTo) ? [{ index, rule }] : []);
}
function rulesBefore(shape, carrier) {
    return rulesTo(shape, carrier).map(({ index, rule }) => ({
        index,
        name: shape.nameOf(rule),
        route: entriesOf(shape, rule),
    }));
}
/** The canary's share in percent that a rule gives; undefined where its weights can't be read. */
function shareOfRule(shape, rule) {
    const entries = entriesOf(shape, rule);
    const weights = entries.map((entry) => (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .numberAt */ .tk)(entry, 'weight') ?? shape.unset(entries));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    if (shape.percent ? total !== 100 : total === 0)
        return undefined;
    const canary = entries.reduce((sum, entry, i) => sum + (shape.isCanary(entry) ? (weights[i] ?? 0) : 0), 0);
    return (100 * canary) / total;
}
/** All rules; each that sends to the service gives the canary what `traffic` says and the rest to stable. */
function withTraffic(shape, carrier, traffic) {
    const touched = new Set(rulesTo(shape, carrier).map(({ index }) => index));
    return ownLeftOut(shape, carrier).flatMap((rule, index) => touched.has(index) && (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJson */ .Fh)(rule) ? weighed(shape, rule, traffic) : [rule]);
}
function weighed(shape, rule, { share, mirror, testers }) {
    const unused = share === 0 && mirror === 0 && testers === undefined;
    // A destination that is not there yet, or not any more, makes some gateways refuse the whole rule.
    if (shape.apart && unused && !entriesOf(shape, rule).some(shape.isCanary))
        return [rule];
    const pair = shared(shape, entriesOf(shape, rule), share);
    const canary = pair.find(shape.isCanary) ?? {};
    const copied = (percent) => shape.mirrored?.(rule, canary, percent) ?? rule;
    const whole = { ...copied(mirror), [shape.entries]: pair };
    if (testers === undefined || shape.forTesters === undefined)
        return [whole];
    return [shape.forTesters(copied(0), { ...canary, weight: 100 }, testers), whole];
}
/** Keeps order, headers and ports of the destinations; one that is missing is made after the other. */
function shared(shape, entries, share) {
    const canary = entries.find(shape.isCanary);
    const stable = entries.find((entry) => entry !== canary);
    const pair = canary !== undefined && stable !== undefined
        ? entries.map((entry) => (entry === stable ? shape.toStable(entry) : entry))
        : [shape.toStable(stable ?? canary ?? {}), shape.toCanary(canary ?? stable ?? {})];
    return pair.map((entry) => ({ ...entry, weight: shape.isCanary(entry) ? share : 100 - share }));
}
const nobody = { share: 0, mirror: 0, testers: undefined, pods: 0 };
/**
 * The rules as they were before the canary, with every change that somebody else made meanwhile.
 *
 * A rule is found by its name, or by its place if it has none; a rule that sends to the service and was not there
 * before gives everything to stable.
 */
function restoredRules(shape, carrier, before) {
    const pinned = withTraffic(shape, carrier, nobody);
    const touched = new Set(rulesTo(shape, carrier).map(({ index }) => index));
    return pinned.map((rule, index) => {
        if (!touched.has(index) || !(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJson */ .Fh)(rule))
            return rule;
        const name = shape.nameOf(rule);
        const was = before.rules.find((old) => (name === '' ? old.index === index : old.name === name));
        return was === undefined ? rule : { ...rule, [shape.entries]: was.route };
    });
}
/** Whether two lists of rules are the same. */
function sameRules(a, b) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(a) === (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(b);
}


/***/ }),

/***/ 43486:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   goBack: () => (/* binding */ goBack)
/* harmony export */ });
/* harmony import */ var _shared_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30860);
/* harmony import */ var _cluster_lease_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82162);
/* harmony import */ var _cluster_patient_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9953);
/* harmony import */ var _cluster_route_store_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23549);
/* harmony import */ var _flow_session_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(67606);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6242);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(49256);
/* harmony import */ var _plan_plan_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(89245);
/* harmony import */ var _plan_select_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(27993);
/* harmony import */ var _report_outcome_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(85838);
/* harmony import */ var _route_under_way_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(68751);











/** Ends canaries, or tells how they stand. Nothing under way is a good end too. */
async function goBack(inputs, mode, context, deps, job) {
    const manifests = inputs.manifests.length === 0 ? [] : await deps.load({ ...inputs, images: new Map() }, context);
    const objects = manifests.map(({ object }) => object);
    const namespace = objects
        .map((object) => (0,_json_js__WEBPACK_IMPORTED_MODULE_10__/* .textAt */ .$6)(object, 'metadata', 'namespace'))
        .find((name) => name !== '');
    // Of the one that the manifests are of; without manifests and route, all of the namespace.
    const workload = objects.length === 0 ? inputs.workload : (0,_plan_select_js__WEBPACK_IMPORTED_MODULE_7__/* .nameOf */ .Vb)((0,_plan_plan_js__WEBPACK_IMPORTED_MODULE_6__/* .wantedFrom */ .Qg)(objects, inputs.workload).workload);
    context.report.output('verdict', 'failed');
    const opened = await deps.open(inputs, context, namespace);
    const outcome = new _report_outcome_js__WEBPACK_IMPORTED_MODULE_8__/* .Outcome */ .P(inputs, context);
    try {
        const found = await (0,_route_under_way_js__WEBPACK_IMPORTED_MODULE_9__/* .canariesUnderWay */ .O)(opened.cluster, opened.namespace, { route: inputs.route, workload });
        const results = [];
        for (const one of found)
            results.push(await endAlone(inputs, mode, context, deps, job, opened, one));
        outcome.ofBack(mode, results);
    }
    finally {
        await opened.close();
    }
}
/** Ends a canary while no rollout changes its workload. Where only traffic has to go back, that waits for nobody. */
async function endAlone(...given) {
    const [inputs, mode, { log }, , job, opened, one] = given;
    if (inputs.dryRun || mode === 'status')
        return endCanary(...given);
    const { workload, phase } = one.state;
    let free;
    try {
        free = await opened.hold([deployment(workload, opened.namespace)], { job, patience: 0 });
    }
    catch (error) {
        if (!(error instanceof _shared_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo))
            throw error;
        if (changesStable.has(phase))
            return { kind: 'refused', reason: error.message, fix: error.fix };
        log.info(`${error.message}. Traffic goes back to it all the same.`);
    }
    try {
        return await endCanary(...given);
    }
    finally {
        await free?.();
    }
}
/** Phases in which the way back writes into the stable workload. */
const changesStable = new Set(['replacing', 'undoing']);
const deployment = (name, namespace) => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace },
});
async function endCanary(inputs, mode, context, { clock }, job, opened, { route }) {
    const log = context.log.info;
    const { rollout, namespace } = opened;
    const trouble = (error) => log(`The cluster: ${(0,_shared_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`);
    const cluster = (0,_cluster_patient_js__WEBPACK_IMPORTED_MODULE_2__/* .patient */ .I)(opened.cluster, clock, trouble);
    const owner = (0,_job_js__WEBPACK_IMPORTED_MODULE_5__/* .ownerOf */ .b)(context.env);
    return (0,_flow_session_js__WEBPACK_IMPORTED_MODULE_4__/* .runSession */ .I)({
        mode: inputs.dryRun ? 'status' : mode,
        owner,
        job,
        lease: new _cluster_lease_js__WEBPACK_IMPORTED_MODULE_1__/* .RouteLease */ .Y7(cluster, { route: route.target, namespace, owner }, context.now),
        begin: () => {
            throw new Error('nothing begins when a canary is ended');
        },
        work: {
            cluster,
            rollout,
            clock,
            log,
            store: new _cluster_route_store_js__WEBPACK_IMPORTED_MODULE_3__/* .RouteStore */ .X(cluster, clock, route, trouble),
            signal: context.signal,
            cancel: context.signal,
            drain: inputs.drain,
            promotion: undefined,
        },
    });
}


/***/ }),

/***/ 15657:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ stateOf),
/* harmony export */   M: () => (/* binding */ encodeState)
/* harmony export */ });
/* harmony import */ var _shared_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30860);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(49256);
/* harmony import */ var _route_carrier_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91739);
/* harmony import */ var _route_types_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75642);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88106);





function encodeState(state) {
    return JSON.stringify({ ...state, route: (0,_route_types_js__WEBPACK_IMPORTED_MODULE_3__.routeId)(state.route) });
}
/**
 * The state on a carrier; undefined if there is none.
 *
 * Throws a UserError when the annotation is not one of ours: nothing may be changed on a guess.
 */
function stateOf(route) {
    const text = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(route, 'metadata', 'annotations', _route_carrier_js__WEBPACK_IMPORTED_MODULE_1__/* .stateAnnotation */ .pX);
    if (text === '')
        return undefined;
    const carrier = `${(0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(route, 'kind')} ${(0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(route, 'metadata', 'name')}`;
    const state = decode(text, (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(route, 'metadata', 'name'));
    if (state !== undefined)
        return state;
    throw new _shared_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the annotation ${_route_carrier_js__WEBPACK_IMPORTED_MODULE_1__/* .stateAnnotation */ .pX} of ${carrier} is no state of a canary this version can read`, {
        fix: `Finish that canary with the version that began it, or give all traffic to the stable version by hand, remove the canary's Deployment and then the annotation.`,
    });
}
/** `carrier`: its name, which was the route's before there were other kinds of route. */
function decode(text, carrier) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return undefined;
    }
    const route = routeIn(value, carrier);
    const phase = _state_js__WEBPACK_IMPORTED_MODULE_2__/* .phases */ .tW.find((name) => name === (0,_json_js__WEBPACK_IMPORTED_MODULE_4__.at)(value, 'phase'));
    const step = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .numberAt */ .tk)(value, 'step');
    const weight = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .numberAt */ .tk)(value, 'weight');
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_4__.at)(value, 'version') !== 1 || phase === undefined || route === undefined)
        return undefined;
    if (step === undefined || weight === undefined)
        return undefined;
    const texts = ['owner', 'job', 'release', 'image', 'workload', 'service', 'canary', 'reason', 'since'];
    if (texts.some((key) => typeof (0,_json_js__WEBPACK_IMPORTED_MODULE_4__.at)(value, key) !== 'string'))
        return undefined;
    return {
        version: 1,
        owner: (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(value, 'owner'),
        job: (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(value, 'job'),
        release: (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(value, 'release'),
        image: (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(value, 'image'),
        phase,
        step,
        steps: (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .listAt */ .gT)(value, 'steps').flatMap(stepOf),
        passed: (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(value, 'passed'),
        weight,
        pods: (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .numberAt */ .tk)(value, 'pods') ?? 0,
        route,
        isolation: isolations.find((name) => name === (0,_json_js__WEBPACK_IMPORTED_MODULE_4__.at)(value, 'isolation')) ?? 'subset',
        testers: testersIn(value),
        workload: (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(value, 'workload'),
        service: (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(value, 'service'),
        canary: (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(value, 'canary'),
        baseline: (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(value, 'baseline'),
        before: {
            rules: rulesOf(value),
            digest: (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(value, 'before', 'digest'),
            managedFields: (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .listAt */ .gT)(value, 'before', 'managedFields'),
        },
        configs: configsOf(value),
        reason: (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(value, 'reason'),
        since: (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(value, 'since'),
    };
}
const isolations = ['subset', 'service', 'none'];
function routeIn(value, carrier) {
    return (0,_route_types_js__WEBPACK_IMPORTED_MODULE_3__.parseRoute)((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(value, 'route') || carrier);
}
function stepOf(value) {
    if (typeof value === 'number')
        return [{ weight: value }];
    const weight = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .numberAt */ .tk)(value, 'weight');
    if (weight === undefined)
        return [];
    const [mirror, pause] = [(0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .numberAt */ .tk)(value, 'mirror'), (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .numberAt */ .tk)(value, 'pause')];
    return [
        {
            weight,
            ...(mirror === undefined ? {} : { mirror }),
            ...(pause === undefined ? {} : { pause }),
            ...((0,_json_js__WEBPACK_IMPORTED_MODULE_4__.at)(value, 'approve') === true ? { approve: true } : {}),
        },
    ];
}
function testersIn(value) {
    const pair = (key) => {
        const name = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(value, 'testers', key, 'name');
        return name === '' ? {} : { [key]: { name, value: (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(value, 'testers', key, 'value') } };
    };
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isJson */ .Fh)((0,_json_js__WEBPACK_IMPORTED_MODULE_4__.at)(value, 'testers')) ? { ...pair('header'), ...pair('cookie') } : undefined;
}
function rulesOf(value) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .listAt */ .gT)(value, 'before', 'rules').flatMap((rule) => {
        const index = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .numberAt */ .tk)(rule, 'index');
        return index === undefined
            ? []
            : [{ index, name: (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(rule, 'name'), route: (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .listAt */ .gT)(rule, 'route').filter(_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isJson */ .Fh) }];
    });
}
function configsOf(value) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .listAt */ .gT)(value, 'configs').map((change) => ({
        kind: (0,_json_js__WEBPACK_IMPORTED_MODULE_4__.at)(change, 'kind') === 'Secret' ? 'Secret' : 'ConfigMap',
        name: (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(change, 'name'),
        existed: (0,_json_js__WEBPACK_IMPORTED_MODULE_4__.at)(change, 'existed') === true,
    }));
}


/***/ }),

/***/ 18654:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ watchdogJob),
/* harmony export */   w: () => (/* binding */ watchdogName)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _cluster_kube_cluster_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53556);


/** Seconds without a new sign of life after which the watchdog acts: longer than the Lease is valid. */
const patience = 50;
/** Runs in any image with kubectl and a POSIX shell. A Lease that is gone means that its run has ended on purpose. */
const script = `seen=
since=$(date +%s)
while :; do
  if now=$(kubectl -n "$NAMESPACE" get lease "$LEASE" --ignore-not-found -o 'jsonpath={.spec.holderIdentity} {.spec.renewTime}'); then
    [ -n "$now" ] || { echo "the run has ended"; exit 0; }
    if [ "$now" != "$seen" ]; then seen=$now; since=$(date +%s); fi
    if [ $(($(date +%s) - since)) -ge ${patience} ]; then
      echo "no sign of life for ${patience} s"
      for which in next now; do
        patch=$(kubectl -n "$NAMESPACE" get configmap "$PATCHES" -o "jsonpath={.data.$which}") || continue
        [ -n "$patch" ] || continue
        if kubectl -n "$NAMESPACE" patch "$RESOURCE" "$NAME" --type=json -p "$patch"; then exit 0; fi
      done
    fi
  fi
  sleep 5
done
`;
const watchdogName = (workload) => `seatrial-watchdog-${workload}`;
/** The Job that watches one run. It ends with that, and the cluster removes it a minute later. */
function watchdogJob(dog) {
    const suffix = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(dog.owner).digest('hex').slice(0, 8);
    const labels = { 'seatrial.dev/watchdog-of': dog.workload };
    const env = {
        NAMESPACE: dog.namespace,
        LEASE: dog.lease,
        PATCHES: watchdogName(dog.workload),
        RESOURCE: resourceName(dog.carrier.kind),
        NAME: dog.carrier.name,
        HOME: '/tmp',
    };
    return {
        apiVersion: 'batch/v1',
        kind: 'Job',
        metadata: {
            name: `${watchdogName(dog.workload).slice(0, 50)}-${suffix}`,
            namespace: dog.namespace,
            labels,
        },
        spec: {
            ttlSecondsAfterFinished: 60,
            backoffLimit: 10,
            template: {
                metadata: { labels },
                spec: {
                    restartPolicy: 'OnFailure',
                    serviceAccountName: dog.serviceAccount,
                    securityContext: {
                        runAsNonRoot: true,
                        runAsUser: 65532,
                        seccompProfile: { type: 'RuntimeDefault' },
                    },
                    containers: [
                        {
                            name: 'watchdog',
                            image: dog.image,
                            command: ['/bin/sh', '-c', script],
                            env: Object.entries(env).map(([name, value]) => ({ name, value })),
                            resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '128Mi' } },
                            securityContext: {
                                allowPrivilegeEscalation: false,
                                readOnlyRootFilesystem: true,
                                capabilities: { drop: ['ALL'] },
                            },
                        },
                    ],
                },
            },
        },
    };
}
function resourceName(kind) {
    const { group, plural } = (0,_cluster_kube_cluster_js__WEBPACK_IMPORTED_MODULE_1__/* .resourceOf */ .KU)(kind);
    return group === '' ? plural : `${plural}.${group}`;
}


/***/ }),

/***/ 23303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pd: () => (/* binding */ ownerOfLease),
/* harmony export */   _D: () => (/* binding */ leaseObject),
/* harmony export */   _d: () => (/* binding */ isExpired)
/* harmony export */ });
/* harmony import */ var _kube_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49256);

/** A Lease (coordination.k8s.io/v1) as it is written. */
function leaseObject(terms) {
    const { name, namespace, owner, seconds, now, labels, annotations, resourceVersion, uid } = terms;
    return {
        apiVersion: 'coordination.k8s.io/v1',
        kind: 'Lease',
        metadata: {
            name,
            namespace,
            ...(labels === undefined ? {} : { labels }),
            ...(annotations === undefined ? {} : { annotations }),
            ...(resourceVersion === undefined ? {} : { resourceVersion }),
            ...(uid === undefined ? {} : { uid }),
        },
        spec: {
            holderIdentity: owner,
            leaseDurationSeconds: seconds,
            // MicroTime: six digits behind the second.
            renewTime: new Date(now).toISOString().replace('Z', '000Z'),
        },
    };
}
/** Who holds a Lease; `''` when nobody does. */
const ownerOfLease = (lease) => (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(lease, 'spec', 'holderIdentity');
/**
 * Whether a Lease has not been renewed in time. `serverNow`: milliseconds, by the API server's clock, which is the only one that
 * its stamps can be compared with.
 */
function isExpired(lease, serverNow, fallbackSeconds) {
    const seconds = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .numberAt */ .tk)(lease, 'spec', 'leaseDurationSeconds') ?? fallbackSeconds;
    return serverNow - lastWrite(lease) > seconds * 1000;
}
/** When a Lease was last written: the server's own stamp, else what the holder claims. */
function lastWrite(lease) {
    const stamps = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .listAt */ .gT)(lease, 'metadata', 'managedFields').map((entry) => Date.parse((0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(entry, 'time')));
    const known = stamps.filter((stamp) => !Number.isNaN(stamp));
    return known.length > 0 ? Math.max(...known) : Date.parse((0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(lease, 'spec', 'renewTime'));
}


/***/ }),

/***/ 8011:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dP: () => (/* binding */ refuseOtherSet),
/* harmony export */   zd: () => (/* binding */ refuseKept)
/* harmony export */ });
/* unused harmony export keeperOf */
/* harmony import */ var _kube_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49256);
/* harmony import */ var _prune_apply_set_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61764);


const argo = 'argocd.argoproj.io/tracking-id';
const flux = ['kustomize.toolkit.fluxcd.io', 'helm.toolkit.fluxcd.io'];
/** Who keeps an object as a repository says; undefined: nobody. By its marks, as both document them. */
function keeperOf({ metadata, }) {
    const tracking = metadata.annotations?.[argo];
    if (tracking !== undefined)
        return { name: `Argo CD, Application ${tracking.split(':', 1)[0]}`, mark: `${argo}: ${tracking}` };
    for (const prefix of flux) {
        const name = metadata.labels?.[`${prefix}/name`];
        if (name === undefined)
            continue;
        const kind = prefix.startsWith('helm') ? 'HelmRelease' : 'Kustomization';
        return {
            name: `Flux, ${kind} ${metadata.labels?.[`${prefix}/namespace`]}/${name}`,
            mark: `${prefix}/name: ${name}`,
        };
    }
    return undefined;
}
/** The refusal of a change behind the back of a GitOps controller: it would take the change back. */
function refuseKept(before) {
    const keeper = before === undefined ? undefined : keeperOf(before);
    if (before === undefined || keeper === undefined)
        return undefined;
    const ref = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_1__/* .refOf */ .H8)(before);
    return {
        cause: 'managed-elsewhere',
        certainty: 'certain',
        ref,
        message: `${(0,_kube_values_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb)(ref)} is kept by ${keeper.name}, which would take every other change of it back`,
        evidence: [keeper.mark],
        fix: 'Change it where it is kept: `mode: gitops` commits the images there and waits. Or take it out of that repository first.',
        path: ['metadata', 'name'],
    };
}
/** The refusal of an object that another apply set has: whichever of the two was pruned next would remove it. */
function refuseOtherSet(before, desired) {
    const [theirs, ours] = [before?.metadata.labels?.[_prune_apply_set_js__WEBPACK_IMPORTED_MODULE_0__/* .partOf */ .BU], desired.metadata.labels?.[_prune_apply_set_js__WEBPACK_IMPORTED_MODULE_0__/* .partOf */ .BU]];
    if (theirs === undefined || ours === undefined || theirs === ours)
        return undefined;
    const ref = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_1__/* .refOf */ .H8)(desired);
    return {
        cause: 'managed-elsewhere',
        certainty: 'certain',
        ref,
        message: `${(0,_kube_values_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb)(ref)} belongs to another apply set, which would remove it when its own manifests do not hold it`,
        evidence: [`metadata.labels: ${_prune_apply_set_js__WEBPACK_IMPORTED_MODULE_0__/* .partOf */ .BU}: ${theirs}`, `the set of this release: ${ours}`],
        fix: 'Take it out of the manifests of one of the two; then remove the label from it, or write `force-conflicts: true` once to take it over.',
        path: ['metadata', 'name'],
    };
}


/***/ }),

/***/ 61764:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BU: () => (/* binding */ partOf),
/* harmony export */   I8: () => (/* binding */ idLabel),
/* harmony export */   KC: () => (/* binding */ union),
/* harmony export */   KD: () => (/* binding */ contentsOf),
/* harmony export */   O5: () => (/* binding */ parentRef),
/* harmony export */   TH: () => (/* binding */ idOf),
/* harmony export */   cM: () => (/* binding */ parentObject),
/* harmony export */   eQ: () => (/* binding */ contentsIn),
/* harmony export */   ol: () => (/* binding */ members),
/* harmony export */   zo: () => (/* binding */ groupKindOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _kube_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49256);
/* harmony import */ var _manifests_images_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59103);



/** https://github.com/kubernetes/enhancements/tree/master/keps/sig-cli/3659-kubectl-apply-prune names these. */
const partOf = 'applyset.kubernetes.io/part-of';
const idLabel = 'applyset.kubernetes.io/id';
const tooling = 'applyset.kubernetes.io/tooling';
const groupKinds = 'applyset.kubernetes.io/contains-group-kinds';
const moreNamespaces = 'applyset.kubernetes.io/additional-namespaces';
const parentRef = ({ name, namespace }) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    namespace,
    name,
});
/** The id that members carry: the hash of the parent's name, namespace, kind and group. */
function idOf({ name, namespace }) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(`${name}.${namespace}.ConfigMap.`).digest('base64url');
    return `applyset-${hash}-v1`;
}
function groupKindOf({ apiVersion, kind }) {
    return apiVersion.includes('/') ? `${kind}.${apiVersion.split('/')[0]}` : kind;
}
/** The objects with the label of their set, which stands on themselves and not on their pods. */
function members(items, set) {
    return items.map((item) => ({
        ...item,
        object: (0,_manifests_images_js__WEBPACK_IMPORTED_MODULE_1__.withField)(item.object, ['metadata', 'labels', partOf], idOf(set)),
    }));
}
/** What these objects make up. */
function contentsOf(objects) {
    const namespaces = objects.map(({ metadata }) => metadata.namespace).filter((name) => name !== undefined);
    return { kinds: sorted(objects.map(groupKindOf)), namespaces: sorted(namespaces) };
}
/** What the parent in the cluster says; empty where there is none yet. */
function contentsIn(parent, { namespace }) {
    const list = (name) => (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(parent, 'metadata', 'annotations', name)
        .split(',')
        .filter((entry) => entry !== '');
    return { kinds: list(groupKinds), namespaces: sorted([namespace, ...list(moreNamespaces)]) };
}
function union(one, other) {
    return {
        kinds: sorted([...one.kinds, ...other.kinds]),
        namespaces: sorted([...one.namespaces, ...other.namespaces]),
    };
}
/** The parent as it is written. */
function parentObject(set, { kinds, namespaces }) {
    const others = namespaces.filter((name) => name !== set.namespace);
    return {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: {
            name: set.name,
            namespace: set.namespace,
            labels: { [idLabel]: idOf(set), 'app.kubernetes.io/managed-by': 'seatrial' },
            annotations: {
                [tooling]: 'seatrial/v1',
                [groupKinds]: kinds.join(','),
                [moreNamespaces]: others.join(','),
            },
        },
    };
}
const sorted = (list) => [...new Set(list)].sort();


/***/ })

};
