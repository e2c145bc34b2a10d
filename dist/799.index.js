export const id = 799;
export const ids = [799,7641];
export const modules = {

/***/ 70799:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   holdWorkloads: () => (/* binding */ holdWorkloads)
/* harmony export */ });
/* harmony import */ var _shared_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30860);
/* harmony import */ var _shared_kube_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49256);
/* harmony import */ var _shared_rollout_claim_take_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50786);



/**
 * Claims workloads for a canary, so that no rollout changes one while the canary is at work on it, and the other way round.
 * The claims stand in `held` until they are freed. Throws a UserError that names the rollout that is in the way.
 */
async function holdWorkloads(objects, held, options, setting) {
    const items = objects.filter(_shared_kube_values_js__WEBPACK_IMPORTED_MODULE_2__/* .isKubeObject */ .$e).map((object) => ({ object }));
    const { claims = [], busy } = await (0,_shared_rollout_claim_take_js__WEBPACK_IMPORTED_MODULE_1__/* .claimWorkloads */ .T)(items, { ...options, claimant: 'canary' }, setting);
    if (busy !== undefined)
        throw new _shared_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(busy.message, { fix: busy.fix });
    if (setting.signal.aborted && options.onBusy === 'wait') {
        await Promise.all(claims.map((claim) => claim.release()));
        throw new _shared_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the job was cancelled before it began', {
            fix: 'Nothing was changed. Run it again when you want this release.',
        });
    }
    held.push(...claims);
    return async () => {
        held.length = 0;
        await Promise.all(claims.map((claim) => claim.release()));
    };
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

/***/ 67641:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Claim: () => (/* binding */ Claim),
/* harmony export */   ClaimLost: () => (/* binding */ ClaimLost),
/* harmony export */   guarded: () => (/* binding */ guarded)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30860);
/* harmony import */ var _kube_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80265);
/* harmony import */ var _kube_values_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49256);
/* harmony import */ var _lease_lease_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23303);
/* harmony import */ var _others_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60114);





/** Milliseconds between two signs of life. */
const renewEvery = 5000;
/** Another run has taken the workloads over, because this one gave no sign of life: nothing may be written any more. */
class ClaimLost extends _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo {
    constructor(lease) {
        super(`another rollout took over: the Lease ${lease.namespace}/${lease.name} of this run was removed after ${_others_js__WEBPACK_IMPORTED_MODULE_2__/* .claimSeconds */ .is} s without a sign of life`, {
            fix: 'Look at the other run; it decides what runs now. If this runner was frozen, run the job again.',
        });
        this.name = 'ClaimLost';
    }
}
/** One run's Lease on workloads of one namespace, from its creation to its release. */
class Claim {
    lease;
    setting;
    terms;
    version;
    renewed;
    lost = false;
    timer;
    constructor(lease, terms, setting) {
        this.lease = lease;
        this.terms = terms;
        this.setting = setting;
        this.version = lease.metadata.resourceVersion ?? '';
        this.renewed = setting.now();
    }
    /** Creates the Lease. Whether another run has one on the same workloads the caller looks up next. */
    static async create(name, terms, setting) {
        const lease = await setting.kube.create(bodyOf(name, terms, setting.now()));
        return new Claim(lease, terms, setting);
    }
    /** Gives signs of life until `release`. */
    keep() {
        this.timer = setInterval(() => {
            // What can't be reached now is asked again by the next sign, or before the next write.
            this.renew().catch(() => undefined);
        }, renewEvery);
        this.timer.unref();
    }
    async release() {
        clearInterval(this.timer);
        const { uid } = this.lease.metadata;
        try {
            await this.setting.kube.remove((0,_kube_values_js__WEBPACK_IMPORTED_MODULE_3__/* .refOf */ .H8)(this.lease), uid === undefined ? {} : { uid });
        }
        catch (error) {
            if (!(error instanceof _kube_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .KubeError */ .a3))
                throw error;
            this.setting.log.info(`The Lease of this rollout ends by itself: ${error.message}`);
        }
    }
    /** Throws a ClaimLost unless the workloads are still ours. Asks the server only after a silence. */
    async assertHeld() {
        if (!this.lost && this.setting.now() - this.renewed > (_others_js__WEBPACK_IMPORTED_MODULE_2__/* .claimSeconds */ .is - 3) * 1000)
            await this.renew();
        if (this.lost)
            throw new ClaimLost((0,_kube_values_js__WEBPACK_IMPORTED_MODULE_3__/* .refOf */ .H8)(this.lease));
    }
    async renew() {
        const asked = this.setting.now();
        const { name = '', uid = '' } = this.lease.metadata;
        const body = bodyOf(name, this.terms, asked, { uid, resourceVersion: this.version });
        try {
            const written = await this.setting.kube.replace(body);
            this.version = written.metadata.resourceVersion ?? '';
            this.renewed = asked;
        }
        catch (error) {
            if (!(error instanceof _kube_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .KubeError */ .a3) || (error.status !== 409 && error.status !== 404))
                throw error;
            await this.lookAgain();
        }
    }
    /** After a conflict: an answer of ours that was lost on its way, or the Lease is gone. */
    async lookAgain() {
        const live = await this.setting.kube.get((0,_kube_values_js__WEBPACK_IMPORTED_MODULE_3__/* .refOf */ .H8)(this.lease));
        if (live?.metadata.uid === this.lease.metadata.uid)
            this.version = live?.metadata.resourceVersion ?? '';
        else
            this.lost = true;
    }
}
function bodyOf(name, { namespace, owner, claimant, workloads, process }, now, version = {}) {
    return (0,_lease_lease_js__WEBPACK_IMPORTED_MODULE_4__/* .leaseObject */ ._D)({
        name,
        namespace,
        owner,
        now,
        seconds: _others_js__WEBPACK_IMPORTED_MODULE_2__/* .claimSeconds */ .is,
        labels: { [_others_js__WEBPACK_IMPORTED_MODULE_2__/* .claimLabel */ .Z7]: claimant, 'app.kubernetes.io/managed-by': 'seatrial' },
        annotations: (0,_others_js__WEBPACK_IMPORTED_MODULE_2__/* .notesOfClaim */ .B2)(workloads, process),
        ...version,
    });
}
/** The cluster as one that writes only while the claims are held. */
function guarded(kube, claims) {
    const held = async () => {
        for (const claim of claims)
            await claim.assertHeld();
    };
    return {
        ...kube,
        apply: async (object, options) => {
            if (options.dryRun !== true)
                await held();
            return kube.apply(object, options);
        },
        create: async (object, options) => {
            if (options?.dryRun !== true)
                await held();
            return kube.create(object, options);
        },
        replace: async (object, options) => {
            await held();
            return kube.replace(object, options);
        },
        mergePatch: async (ref, patch, options) => {
            await held();
            return kube.mergePatch(ref, patch, options);
        },
        remove: async (ref, options) => {
            await held();
            return kube.remove(ref, options);
        },
    };
}


/***/ }),

/***/ 60114:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B2: () => (/* binding */ notesOfClaim),
/* harmony export */   Tv: () => (/* binding */ othersThan),
/* harmony export */   Z7: () => (/* binding */ claimLabel),
/* harmony export */   is: () => (/* binding */ claimSeconds)
/* harmony export */ });
/* harmony import */ var _kube_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49256);
/* harmony import */ var _lease_lease_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23303);


/** Marks the Leases of claims, and tells whose it is. */
const claimLabel = 'seatrial.dev/claim';
/** What a Lease claims, one `Kind/name` after another. */
const workloadsAnnotation = 'seatrial.dev/workloads';
/** The process that holds it; see `processMark`. */
const processAnnotation = 'seatrial.dev/process';
/** Seconds without a sign of life after which a rollout counts as dead. */
const claimSeconds = 15;
function notesOfClaim(workloads, mark) {
    return { [workloadsAnnotation]: workloads.join(' '), [processAnnotation]: mark };
}
/** The claims of other runs, as seen at the moment in which `mine` was created. */
function othersThan(mine, leases, workloads) {
    const serverNow = Date.parse(mine.metadata.creationTimestamp ?? '');
    return leases
        .filter(({ metadata }) => metadata.uid !== mine.metadata.uid)
        .map((lease) => {
        const claimed = new Set((0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(lease, 'metadata', 'annotations', workloadsAnnotation).split(' '));
        return {
            lease,
            owner: (0,_lease_lease_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerOfLease */ .Pd)(lease),
            claimant: lease.metadata.labels?.[claimLabel] === 'canary' ? 'canary' : 'rollout',
            process: (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(lease, 'metadata', 'annotations', processAnnotation),
            expired: (0,_lease_lease_js__WEBPACK_IMPORTED_MODULE_1__/* .isExpired */ ._d)(lease, serverNow, claimSeconds),
            shared: workloads.filter((name) => claimed.has(name)),
        };
    });
}


/***/ }),

/***/ 50786:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ claimWorkloads)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/actions/shared/kube/errors.js
var errors = __webpack_require__(80265);
// EXTERNAL MODULE: ./build/actions/shared/kube/values.js
var values = __webpack_require__(49256);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/actions/shared/errors/user-error.js
var user_error = __webpack_require__(30860);
;// CONCATENATED MODULE: ./build/actions/shared/lease/process.js



/**
 * Names this process within the world, so that another one on the same machine can tell that it has ended. Empty where the
 * system can't say (no /proc): then only the Lease's own expiry tells.
 */
async function processMark() {
    try {
        return `${await machine()}.${process.pid}.${await startOf(process.pid)}`;
    }
    catch {
        return '';
    }
}
/** Whether the process behind a mark has ended. False where that can't be known from here. */
async function hasEnded(mark) {
    const [where = '', pid = '', started = ''] = mark.split('.');
    if (where === '' || !/^\d+$/.test(pid))
        return false;
    try {
        if (where !== (await machine()))
            return false;
    }
    catch {
        return false;
    }
    try {
        return (await startOf(Number(pid))) !== started;
    }
    catch (error) {
        return /ENOENT|ESRCH|ended/.test((0,user_error/* messageOf */.bD)(error));
    }
}
/** One boot of one kernel, and the process numbers' own namespace: within it a process number means one process. */
async function machine() {
    const boot = await (0,external_node_fs_promises_.readFile)('/proc/sys/kernel/random/boot_id', 'utf8');
    const space = await (0,external_node_fs_promises_.readlink)('/proc/self/ns/pid');
    return (0,external_node_crypto_.createHash)('sha256').update(`${boot}${space}`).digest('hex').slice(0, 12);
}
/** When a process started, in ticks since the boot: a number that is given out again gets another. See proc(5), field 22. */
async function startOf(pid) {
    const stat = await (0,external_node_fs_promises_.readFile)(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A zombie has ended; only nobody has asked how.
    if (fields[0] === 'Z' || fields[0] === 'X')
        throw new Error('ended');
    return fields[19] ?? '';
}

// EXTERNAL MODULE: ./build/actions/shared/rollout/workload.js
var workload = __webpack_require__(57413);
// EXTERNAL MODULE: ./build/actions/shared/rollout/claim/claim.js
var claim_claim = __webpack_require__(67641);
// EXTERNAL MODULE: ./build/actions/shared/rollout/claim/others.js
var claim_others = __webpack_require__(60114);
;// CONCATENATED MODULE: ./build/actions/shared/rollout/claim/take.js








/**
 * Claims the workloads of a release, in each namespace by one Lease, so that no two rollouts change one of them at the same
 * time. See docs/rollout.md. Without the permission, and in namespaces that are not there yet, there is no claim.
 */
async function claimWorkloads(items, options, setting) {
    const refs = items.map(({ object }) => (0,values/* refOf */.H8)(object)).filter(workload/* isWorkload */.gv);
    // In one order for everybody, so that no two runs wait for each other.
    const namespaces = [...new Set(refs.map(({ namespace = '' }) => namespace))].sort();
    const claims = [];
    const mark = await processMark();
    for (const namespace of namespaces) {
        const own = refs.filter((ref) => ref.namespace === namespace);
        const workloads = own.map(({ kind, name }) => `${kind}/${name}`);
        const { owner, claimant = 'rollout' } = options;
        const terms = { namespace, owner, claimant, process: mark, workloads };
        const taken = await claimOrNot(terms, options, setting);
        if (taken === undefined)
            continue;
        if (taken instanceof claim_claim.Claim)
            claims.push(taken);
        else {
            await Promise.all(claims.map((claim) => claim.release()));
            return { busy: busy(taken, own) };
        }
    }
    for (const claim of claims)
        claim.keep();
    return { claims };
}
async function claimOrNot(terms, options, setting) {
    try {
        return await claimIn(terms, options, setting);
    }
    catch (error) {
        if (!(error instanceof errors/* KubeError */.a3) || (error.status !== 403 && error.status !== 404))
            throw error;
        // A namespace that is not there yet is nobody's; what is forbidden the plan tells with the role that grants it.
        if (error.status === 403)
            setting.log.info(`Nothing keeps another rollout away from this one: ${error.message}`);
        return undefined;
    }
}
/** The claim; or who is in the way, when that one did not end in time. */
async function claimIn(terms, options, setting) {
    const end = setting.now() + options.patience;
    let told = '';
    for (;;) {
        if (setting.signal.aborted)
            return undefined;
        const claim = await claim_claim.Claim.create(`seatrial-rollout-${(0,external_node_crypto_.randomUUID)().slice(0, 8)}`, terms, setting);
        const others = await othersOf(claim, terms, setting).catch(async (error) => {
            await claim.release();
            throw error;
        });
        const [blocker] = others;
        if (blocker === undefined)
            return claim;
        await claim.release();
        const left = end - setting.now();
        if (options.onBusy === 'fail' || left <= 0)
            return blocker;
        if (told !== blocker.owner)
            setting.log.info(`${blocker.shared.join(', ')}: ${blocker.owner} is at work on it; waiting for its end.`);
        told = blocker.owner;
        await untilGone(others, left, setting);
    }
}
/** Live claims on the same workloads. Those of the dead are cleared away. */
async function othersOf(claim, { namespace, workloads, claimant }, setting) {
    const { apiVersion, kind } = claim.lease;
    const leases = await setting.kube.list(apiVersion, kind, { namespace, labelSelector: claim_others/* claimLabel */.Z7 });
    const living = [];
    for (const other of (0,claim_others/* othersThan */.Tv)(claim.lease, leases, workloads)) {
        const dead = other.expired || (await hasEnded(other.process));
        const cleared = dead && (await clearAway(other.lease, setting));
        if (cleared && other.shared.length > 0)
            setting.log.info(`${other.owner} was at work on ${other.shared.join(', ')} and has died.`);
        const beside = claimant === 'canary' && other.claimant === 'canary';
        if (!cleared && !beside && other.shared.length > 0)
            living.push(other);
    }
    return living;
}
/** Removes a dead run's Lease; false when it gave a sign of life after all. */
async function clearAway(lease, { kube }) {
    const { uid = '', resourceVersion = '' } = lease.metadata;
    try {
        await kube.remove((0,values/* refOf */.H8)(lease), { uid, resourceVersion });
        return true;
    }
    catch (error) {
        if ((0,errors/* isConflict */.dh)(error))
            return false;
        throw error;
    }
}
/** Resolves when one of the Leases goes, or when one of them may have expired. */
async function untilGone(others, left, setting) {
    const [first] = others;
    if (first === undefined)
        return;
    const { apiVersion, kind, metadata } = first.lease;
    const longest = Math.min(left, (claim_others/* claimSeconds */.is + 1) * 1000);
    const signal = AbortSignal.any([setting.signal, AbortSignal.timeout(Math.max(1, longest))]);
    const missing = new Set(others.map(({ lease }) => lease.metadata.uid));
    const options = { namespace: metadata.namespace ?? '', labelSelector: claim_others/* claimLabel */.Z7 };
    for await (const { type, object } of setting.kube.watch(apiVersion, kind, options, signal)) {
        if (type === 'DELETED' && others.some(({ lease }) => lease.metadata.uid === object.metadata.uid))
            break;
        if (type === 'ADDED')
            missing.delete(object.metadata.uid);
        if (type === 'BOOKMARK' && missing.size > 0)
            break;
    }
    // Several may have waited for this: not all of them at the same moment again.
    await (0,promises_.setTimeout)(50 + Math.random() * 400, undefined, { signal: setting.signal }).catch(() => undefined);
}
function busy({ owner, shared, claimant }, refs) {
    const ref = refs.find(({ kind, name }) => shared.includes(`${kind}/${name}`)) ?? refs[0];
    if (ref === undefined)
        throw new Error('a claim without workloads is in nobody’s way');
    return {
        cause: 'busy',
        certainty: 'certain',
        ref,
        message: `${claimant === 'canary' ? 'a canary' : 'another rollout'} is at work on ${shared.join(', ')}: ${owner}`,
        evidence: [`Lease: holderIdentity: ${owner}`],
        fix: 'Let it end and run this job again; `concurrency:` in the workflow keeps runs of one repository apart beforehand.',
        path: ['metadata', 'name'],
    };
}


/***/ }),

/***/ 57413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DT: () => (/* binding */ revisionOf),
/* harmony export */   U4: () => (/* binding */ isSeen),
/* harmony export */   WZ: () => (/* binding */ hasSets),
/* harmony export */   XJ: () => (/* binding */ isObserved),
/* harmony export */   c2: () => (/* binding */ statusOf),
/* harmony export */   gv: () => (/* binding */ isWorkload),
/* harmony export */   ko: () => (/* binding */ selects),
/* harmony export */   rI: () => (/* binding */ conditionOf),
/* harmony export */   xu: () => (/* binding */ revisionNotes)
/* harmony export */ });
/* harmony import */ var _kube_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49256);

const workloadKinds = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob', 'Rollout']);
/** Whether a rollout of this kind is watched to its end. */
function isWorkload({ kind, apiVersion }) {
    if (kind === 'Pod')
        return apiVersion === 'v1';
    return workloadKinds.has(kind) && /^(apps|batch|argoproj\.io)\//.test(apiVersion);
}
/** Whether a workload makes its pods by ReplicaSets. */
const hasSets = ({ kind }) => kind === 'Deployment' || kind === 'Rollout';
/** How a workload stands, by what its controller says; every number is that of the controller's status. */
function statusOf(object) {
    const { done, ...numbers } = countsOf(object);
    return {
        ref: (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .refOf */ .H8)(object),
        ...numbers,
        revision: revisionOf(object),
        complete: isSeen(object) && done,
        ...(object.kind === 'Pod' ? { said: (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(object, 'status', 'phase') || 'no status' } : {}),
    };
}
/** Whether what the status says is about the present definition. Of kinds that don't tell, it is taken to be. */
function isSeen(object) {
    if (object.kind === 'Job' || object.kind === 'CronJob')
        return true;
    // The kubelet tells it since Kubernetes 1.34.
    if (object.kind === 'Pod' && (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(object, 'status', 'observedGeneration') === undefined)
        return true;
    return isObserved(object);
}
function countsOf(object) {
    switch (object.kind) {
        case 'DaemonSet':
            return ofDaemonSet(object);
        case 'StatefulSet':
            return ofStatefulSet(object);
        case 'Job':
            return ofJob(object);
        case 'CronJob':
            // It runs at its times; written is all that it can be.
            return { wanted: 0, updated: 0, ready: 0, old: 0, done: true };
        case 'Rollout':
            return ofArgoRollout(object);
        case 'Pod':
            return ofPod(object);
        default:
            return ofDeployment(object);
    }
}
/** Controllers count ready pods of all revisions together; the old ones are taken to be ready first. */
function readyOfNew(available, old, updated) {
    return Math.max(0, Math.min(updated, available - Math.max(0, old)));
}
const status = (object, field) => (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .numberAt */ .tk)(object, 'status', field) ?? 0;
function ofDeployment(object) {
    const wanted = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .numberAt */ .tk)(object, 'spec', 'replicas') ?? 1;
    const updated = status(object, 'updatedReplicas');
    const old = status(object, 'replicas') - updated;
    const ready = readyOfNew(status(object, 'availableReplicas'), old, updated);
    const done = updated >= wanted && old <= 0 && status(object, 'availableReplicas') >= updated;
    return { wanted, updated, ready, old, done };
}
function ofStatefulSet(object) {
    const all = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .numberAt */ .tk)(object, 'spec', 'replicas') ?? 1;
    const partition = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .numberAt */ .tk)(object, 'spec', 'updateStrategy', 'rollingUpdate', 'partition') ?? 0;
    const wanted = Math.max(0, all - partition);
    const manual = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(object, 'spec', 'updateStrategy', 'type') === 'OnDelete';
    const same = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(object, 'status', 'currentRevision') === (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(object, 'status', 'updateRevision');
    const updated = status(object, 'updatedReplicas');
    const ready = status(object, 'availableReplicas');
    const old = status(object, 'replicas') - updated;
    const done = manual || (updated >= wanted && ready >= all && (partition > 0 || same));
    return {
        wanted,
        updated,
        ready: readyOfNew(ready, old, updated),
        old,
        done,
    };
}
function ofDaemonSet(object) {
    const wanted = status(object, 'desiredNumberScheduled');
    const manual = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(object, 'spec', 'updateStrategy', 'type') === 'OnDelete';
    const updated = status(object, 'updatedNumberScheduled');
    const available = status(object, 'numberAvailable');
    const old = Math.max(0, wanted - updated);
    const done = manual || (updated >= wanted && available >= wanted);
    return { wanted, updated, ready: readyOfNew(available, old, updated), old, done };
}
function ofJob(object) {
    const wanted = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .numberAt */ .tk)(object, 'spec', 'completions') ?? 1;
    const done = conditionOf(object, 'Complete')?.status === 'True';
    return { wanted, updated: status(object, 'active'), ready: status(object, 'succeeded'), old: 0, done };
}
/** A pod of its own: one that serves is done when it is ready, one with a task when it has ended well. */
function ofPod(object) {
    const ended = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(object, 'status', 'phase') === 'Succeeded';
    const done = ended || conditionOf(object, 'Ready')?.status === 'True';
    return { wanted: 1, updated: 1, ready: done ? 1 : 0, old: 0, done };
}
/** https://argo-rollouts.readthedocs.io/en/stable/features/specification/: the controller names the phase itself. */
function ofArgoRollout(object) {
    const wanted = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .numberAt */ .tk)(object, 'spec', 'replicas') ?? 1;
    const updated = status(object, 'updatedReplicas');
    const old = status(object, 'replicas') - updated;
    const ready = readyOfNew(status(object, 'availableReplicas'), old, updated);
    const done = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(object, 'status', 'phase') === 'Healthy' && updated >= wanted;
    return { wanted, updated, ready, old, done };
}
/** One of an object's `status.conditions`. */
function conditionOf(object, type) {
    const found = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .listAt */ .gT)(object, 'status', 'conditions').find((condition) => (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(condition, 'type') === type);
    if (found === undefined)
        return undefined;
    return {
        status: (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(found, 'status'),
        reason: (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(found, 'reason'),
        message: (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(found, 'message'),
    };
}
/** Annotations in which a controller counts revisions. */
const revisionNotes = {
    Deployment: 'deployment.kubernetes.io/revision',
    DaemonSet: 'deprecated.daemonset.template.generation',
    Rollout: 'rollout.argoproj.io/revision',
};
/** The revision as the controller names it: a number for Deployments, a hash for StatefulSets. */
function revisionOf(object) {
    const note = revisionNotes[object.kind];
    const name = note === undefined
        ? object.kind === 'StatefulSet'
            ? (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(object, 'status', 'updateRevision')
            : ''
        : (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(object, 'metadata', 'annotations', note);
    return name === '' ? undefined : name;
}
/** Whether the controller has seen the last change of the object. Argo Rollouts writes the generation as a text. */
function isObserved(object) {
    return Number((0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(object, 'status', 'observedGeneration') ?? 0) >= (object.metadata.generation ?? 0);
}
/** Whether a label selector (`matchLabels`, `matchExpressions`) chooses an object with these labels. */
function selects(selector, labels) {
    const exact = Object.entries((0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(selector, 'matchLabels') ?? {}).every(([key, value]) => labels[key] === value);
    return exact && (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .listAt */ .gT)(selector, 'matchExpressions').every((expression) => meets(expression, labels));
}
function meets(expression, labels) {
    const value = labels[(0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(expression, 'key')];
    const values = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .listAt */ .gT)(expression, 'values');
    switch ((0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(expression, 'operator')) {
        case 'In':
            return value !== undefined && values.includes(value);
        case 'NotIn':
            return value === undefined || !values.includes(value);
        case 'Exists':
            return value !== undefined;
        default:
            return value === undefined;
    }
}


/***/ })

};
