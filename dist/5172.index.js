export const id = 5172;
export const ids = [5172,3900,9103,7641];
export const modules = {

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

/***/ 87625:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _Q: () => (/* binding */ ofTheRollout),
/* harmony export */   pd: () => (/* binding */ hookOf)
/* harmony export */ });
/* unused harmony export hookAnnotation */
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30860);
/* harmony import */ var _kube_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49256);


const hookAnnotation = 'seatrial.dev/hook';
const weightAnnotation = 'seatrial.dev/hook-weight';
/** Words of Helm and Argo CD for the same; '' says that the object is no part of a rollout. */
const foreign = {
    'pre-install': 'pre',
    'pre-upgrade': 'pre',
    'post-install': 'post',
    'post-upgrade': 'post',
    'pre-delete': '',
    'post-delete': '',
    'pre-rollback': '',
    'post-rollback': '',
    test: '',
    'test-success': '',
    PreSync: 'pre',
    PostSync: 'post',
    SyncFail: '',
    Skip: '',
    PostDelete: '',
};
const note = (object, name) => (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(object, 'metadata', 'annotations', name);
/** The hook that a Job is; undefined for everything else. */
function hookOf(object) {
    if (object.kind !== 'Job')
        return undefined;
    const own = note(object, hookAnnotation);
    const phase = own === 'pre' || own === 'post' ? own : foreignPhases(object).find((found) => found !== '');
    if (phase === undefined)
        return undefined;
    const weight = note(object, weightAnnotation) ||
        note(object, 'helm.sh/hook-weight') ||
        note(object, 'argocd.argoproj.io/sync-wave');
    return { phase, weight: Number.parseInt(weight, 10) || 0 };
}
function foreignPhases(object) {
    const words = `${note(object, 'helm.sh/hook')},${note(object, 'argocd.argoproj.io/hook')}`.split(',');
    return words.flatMap((word) => foreign[word.trim()] ?? []);
}
/**
 * The manifests without what Helm and Argo CD keep for other occasions (tests, deletion). Throws a UserError for a hook of ours
 * that can't be one.
 */
function ofTheRollout(manifests) {
    for (const manifest of manifests)
        refuseWrongHook(manifest);
    return manifests.filter(({ object }) => {
        const phases = foreignPhases(object);
        return phases.length === 0 || phases.some((phase) => phase !== '');
    });
}
function refuseWrongHook({ object, file, placeOf }) {
    const own = note(object, hookAnnotation);
    if (own === '')
        return;
    const place = placeOf(['metadata', 'annotations', hookAnnotation]);
    if (object.kind !== 'Job') {
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${file}: the ${object.kind} ${object.metadata.name} can't be a hook; only a Job ends`, {
            fix: `Remove the annotation ${hookAnnotation}, or make it a Job.`,
            place,
        });
    }
    if (own === 'pre' || own === 'post')
        return;
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${file}: ${hookAnnotation} is "${own}"`, { fix: 'Write `pre` or `post`.', place });
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

/***/ 70437:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ olderThan)
/* harmony export */ });
/* unused harmony export olderFix */
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65915);

const olderFix = 'The newer release stays. To go back by hand, start a new run of the workflow on the older commit (`workflow_dispatch` on its branch or tag), or set `allow-older: true` on this step.';
/**
 * Compares a release with the workload that runs. `name`: how the workload is called to people.
 *
 * Undefined when nothing speaks against it; `log` is told when the order could not be known, or does not matter.
 */
function olderThan(running, release, name, options) {
    const [was, is] = [(0,_order_js__WEBPACK_IMPORTED_MODULE_0__/* .originOf */ .yv)(running), (0,_order_js__WEBPACK_IMPORTED_MODULE_0__/* .originOf */ .yv)(release)];
    if (was === undefined || is === undefined)
        return undefined;
    const order = (0,_order_js__WEBPACK_IMPORTED_MODULE_0__/* .orderOf */ .mJ)(is, was);
    if (order === 'unknown') {
        options.log(`${name} runs ${told(was)}: whether it is older than ${told(is)} can't be told.`);
    }
    if (order !== 'older')
        return undefined;
    const message = `${name} runs a newer release, ${told(was)}; this one is ${told(is)}`;
    if (!options.allowOlder)
        return { message, fix: olderFix };
    options.log(`${message}; it takes its place because of \`allow-older\`.`);
    return undefined;
}
function told({ commit, run, workflow }) {
    const ofRun = run === undefined ? '' : ` of run ${run}${workflow === '' ? '' : ` of ${workflow}`}`;
    return `commit ${commit.slice(0, 7)}${ofRun}`;
}


/***/ }),

/***/ 65915:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UL: () => (/* binding */ originNotes),
/* harmony export */   mJ: () => (/* binding */ orderOf),
/* harmony export */   yv: () => (/* binding */ originOf)
/* harmony export */ });
/* harmony import */ var _kube_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49256);

const key = {
    repository: 'seatrial.dev/repository',
    commit: 'seatrial.dev/commit',
    workflow: 'seatrial.dev/workflow',
    run: 'seatrial.dev/run-number',
};
/** The annotations from which a later release reads the order. */
function originNotes(source) {
    return {
        [key.repository]: source.repository,
        [key.commit]: source.commit,
        [key.workflow]: source.run?.workflow ?? '',
        [key.run]: String(source.run?.number ?? ''),
    };
}
/** What a workload says of its release; undefined: it was not brought by Seatrial. */
function originOf(workload) {
    const notes = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textsAt */ .i1)(workload, 'metadata', 'annotations');
    const run = Number(notes[key.run] || Number.NaN);
    const commit = notes[key.commit] ?? '';
    if (commit === '')
        return undefined;
    return {
        repository: notes[key.repository] ?? '',
        commit,
        workflow: notes[key.workflow] ?? '',
        run: Number.isInteger(run) && run > 0 ? run : undefined,
    };
}
/**
 * How a release stands to the one that runs: the one whose workflow run was started later is the newer one, on whatever
 * branch or tag. A run that is started again keeps its number, so an approval given late, or an old run started again,
 * is older; a new run on an old commit is a decision made now, and newer.
 *
 * Only runs of one workflow are counted together; for others the order is unknown.
 */
function orderOf(release, running) {
    if (release.repository !== running.repository)
        return 'unknown';
    if (release.commit === running.commit)
        return 'same';
    if (release.workflow === '' || release.workflow !== running.workflow)
        return 'unknown';
    if (release.run === undefined || running.run === undefined)
        return 'unknown';
    if (release.run === running.run)
        return 'same';
    return release.run < running.run ? 'older' : 'newer';
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

/***/ 61354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KZ: () => (/* binding */ unpacked),
/* harmony export */   Mc: () => (/* binding */ entriesOf),
/* harmony export */   XV: () => (/* binding */ restartAnnotation),
/* harmony export */   Zu: () => (/* binding */ merged),
/* harmony export */   tv: () => (/* binding */ templateHash),
/* harmony export */   xc: () => (/* binding */ packed)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38522);
/* harmony import */ var _kube_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49256);
/* harmony import */ var _manifests_pod_spec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93900);




/** What a plan will change, as it is now. Hooks are never undone. */
function entriesOf({ steps, pruned }) {
    const changed = steps.filter(({ change, hook }) => change !== 'none' && hook === undefined);
    return [
        ...changed.map(({ ref, before, autoscaled }) => ({ ref, before, autoscaled, uid: undefined })),
        ...pruned.map((object) => ({ ref: (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__/* .refOf */ .H8)(object), before: object, autoscaled: false, uid: undefined })),
    ];
}
/** Both, what is only in one and the first's where both have it: that knew the state before the second. */
function merged(first, second) {
    const known = new Set(first.map(({ ref }) => (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb)(ref)));
    return [...first, ...second.filter(({ ref }) => !known.has((0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb)(ref)))];
}
/** On the pod template: when its pods were started anew without another change. */
const restartAnnotation = 'seatrial.dev/restarted-at';
/** Set by whoever starts pods anew: the release stays the same. */
const restarts = new Set([restartAnnotation, 'kubectl.kubernetes.io/restartedAt']);
/**
 * Without what says nothing, which some controllers write into templates: `resources: {}`, `creationTimestamp: null`. Items of
 * lists stay, for their place.
 */
function significant(value) {
    if (Array.isArray(value))
        return value.map(significant);
    if (!(0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__/* .isJson */ .Fh)(value))
        return value;
    const fields = Object.entries(value).map(([key, inner]) => [key, significant(inner)]);
    return Object.fromEntries(fields.filter(([, inner]) => !isNothing(inner)));
}
const isNothing = (value) => value === null ||
    value === undefined ||
    (Array.isArray(value) ? value.length === 0 : (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__/* .isJson */ .Fh)(value) && Object.keys(value).length === 0);
/** Tells whether a workload's pods are still those that a rollout has written. */
function templateHash(object) {
    const path = (0,_manifests_pod_spec_js__WEBPACK_IMPORTED_MODULE_3__/* .templatePath */ .Y7)(object) ?? [];
    const notes = Object.entries((0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__/* .textsAt */ .i1)(object, ...path, 'metadata', 'annotations'));
    const own = Object.fromEntries(notes.filter(([name]) => !restarts.has(name)));
    const content = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__/* .canonical */ .$N)([
        (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__/* .textsAt */ .i1)(object, ...path, 'metadata', 'labels'),
        own,
        significant((0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__.at)(object, ...path, 'spec')),
    ]);
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('hex').slice(0, 16);
}
function packed({ entries, templates }) {
    return (0,node_zlib__WEBPACK_IMPORTED_MODULE_1__.gzipSync)(JSON.stringify({ entries: entries.map(serial), templates })).toString('base64');
}
function unpacked(content) {
    const parsed = JSON.parse((0,node_zlib__WEBPACK_IMPORTED_MODULE_1__.gunzipSync)(Buffer.from(content, 'base64')).toString());
    return { entries: (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__/* .listAt */ .gT)(parsed, 'entries').flatMap(entryOf), templates: (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__/* .textsAt */ .i1)(parsed, 'templates') };
}
function serial({ ref, before, autoscaled }) {
    const { apiVersion, kind, name, namespace } = ref;
    return { object: { apiVersion, kind, metadata: { name, namespace } }, before, autoscaled };
}
function entryOf(value) {
    const [apiVersion, kind] = [(0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(value, 'object', 'apiVersion'), (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(value, 'object', 'kind')];
    const metadata = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__/* .textsAt */ .i1)(value, 'object', 'metadata');
    const [name = '', namespace] = [metadata['name'], metadata['namespace']];
    const before = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__.at)(value, 'before');
    if (name === '')
        return [];
    const ref = { apiVersion, kind, name, ...(namespace === undefined ? {} : { namespace }) };
    const autoscaled = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__.at)(value, 'autoscaled') === true;
    return [{ ref, before: (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__/* .isKubeObject */ .$e)(before) ? before : undefined, autoscaled, uid: undefined }];
}


/***/ }),

/***/ 23461:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fi: () => (/* binding */ previousRelease),
/* harmony export */   R3: () => (/* binding */ previousKey),
/* harmony export */   Uh: () => (/* binding */ isLeftOpen),
/* harmony export */   _0: () => (/* binding */ openJournal),
/* harmony export */   fp: () => (/* binding */ journalRef)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _kube_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80265);
/* harmony import */ var _kube_values_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49256);
/* harmony import */ var _entries_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61354);




/** etcd takes 1 MiB for an object; a release whose past is larger goes without. */
const largest = 1_000_000;
const runKey = 'run-';
/** Of what was before the release that runs now. */
const previousKey = 'previous';
/** Where the journal of a run is kept. `name` tells runs of different releases in one namespace apart. */
function journalRef(namespace, name) {
    return { apiVersion: 'v1', kind: 'Secret', namespace, name: `seatrial-rollout-${name}` };
}
/**
 * Writes down what the plan will change, before its first write. What an earlier run has noted stays: it knew the state
 * before both. Without the permission, or when it is too large, the rollout goes on without and says so.
 */
async function openJournal(ref, plan, setting) {
    const own = (0,_entries_js__WEBPACK_IMPORTED_MODULE_2__/* .entriesOf */ .Mc)(plan);
    const key = `${runKey}${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)().slice(0, 8)}`;
    const content = (0,_entries_js__WEBPACK_IMPORTED_MODULE_2__/* .packed */ .xc)({ entries: own, templates: {} });
    const fits = content.length < largest / 2;
    if (!fits)
        tellWithout('what was before is larger than an object may be', setting);
    // One question for both: under a manager of its own, to write the own key leaves the others, and tells them.
    const secret = own.length === 0 || !fits
        ? await readSecret(ref, setting)
        : await applied(secretOf(ref, { [key]: content }), key, setting);
    const others = leftIn(secret, key);
    const left = others.length === 0
        ? undefined
        : others.reduce((all, { entries }) => (0,_entries_js__WEBPACK_IMPORTED_MODULE_2__/* .merged */ .Zu)(all, entries), []);
    if (left !== undefined)
        setting.log.info(`An earlier rollout did not come to its end: ${(0,_kube_values_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb)(ref)} knows what was before it.`);
    if (secret === undefined || (own.length === 0 && left === undefined))
        return { journal: undefined, left };
    const entries = (0,_entries_js__WEBPACK_IMPORTED_MODULE_2__/* .merged */ .Zu)(left ?? [], own);
    const journal = { ref, key, entries, keepsPrevious: (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(secret, 'data', previousKey) !== '' };
    if (left !== undefined)
        await takeOver(journal, others, setting);
    return { journal, left };
}
/** Makes what was left part of the own notes, in one write. */
async function takeOver({ ref, key, entries }, others, setting) {
    const gone = Object.fromEntries(others.map((other) => [other.key, null]));
    const data = { ...gone, [key]: (0,_entries_js__WEBPACK_IMPORTED_MODULE_2__/* .packed */ .xc)({ entries, templates: {} }) };
    await setting.kube.mergePatch(ref, { data }, { fieldManager: managerOf(key, setting), repeatable: true });
}
/** Whether an earlier run did not come to its end. */
async function isLeftOpen(ref, setting) {
    return leftIn(await readSecret(ref, setting), '').length > 0;
}
/** What the release before this one was; undefined: nobody has noted it. */
async function previousRelease(ref, setting) {
    const content = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(await readSecret(ref, setting), 'data', previousKey);
    return content === '' ? undefined : (0,_entries_js__WEBPACK_IMPORTED_MODULE_2__/* .unpacked */ .KZ)(content);
}
/** What dead runs have left, the oldest first by the server's stamps. */
function leftIn(secret, own) {
    const owners = secret?.metadata.managedFields ?? [];
    const written = (key) => owners.find(({ manager = '' }) => manager.endsWith(key))?.time ?? '';
    return Object.entries((0,_kube_values_js__WEBPACK_IMPORTED_MODULE_3__/* .textsAt */ .i1)(secret, 'data'))
        .filter(([key]) => key.startsWith(runKey) && key !== own)
        .sort(([one], [other]) => written(one).localeCompare(written(other)))
        .map(([key, content]) => ({ key, entries: (0,_entries_js__WEBPACK_IMPORTED_MODULE_2__/* .unpacked */ .KZ)(content).entries }));
}
async function readSecret(ref, { kube }) {
    try {
        return await kube.get(ref);
    }
    catch (error) {
        if (error instanceof _kube_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .KubeError */ .a3 && error.status === 403)
            return undefined;
        throw error;
    }
}
async function applied(secret, key, setting) {
    try {
        return await setting.kube.apply(secret, { fieldManager: managerOf(key, setting), force: true });
    }
    catch (error) {
        if (!(error instanceof _kube_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .KubeError */ .a3) || error.status === 0)
            throw error;
        tellWithout(error.message, setting);
        return undefined;
    }
}
const managerOf = (key, { fieldManager }) => `${fieldManager}-${key}`;
function secretOf({ name, namespace = '' }, data) {
    const labels = { 'app.kubernetes.io/managed-by': 'seatrial' };
    return {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name, namespace, labels },
        type: 'seatrial.dev/rollout',
        data,
    };
}
function tellWithout(why, { log }) {
    log.info(`If this runner dies, the next run can't go back by itself: ${why}`);
}


/***/ }),

/***/ 14391:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ observe)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/actions/shared/kube/values.js
var values = __webpack_require__(49256);
// EXTERNAL MODULE: ./build/actions/shared/rollout/finding.js
var rollout_finding = __webpack_require__(4275);
;// CONCATENATED MODULE: ./build/actions/shared/rollout/observe/arrivals.js

/**
 * What ends a rollout unless something is there, such as the Secret that was called absent. The kubelet says what it saw until it
 * looks again, which takes it 10 to 15 s (kubernetes/kubernetes, pkg/kubelet/pod_workers.go, `backOffPeriod`): longer than an
 * operator needs to make a Secret.
 */
class Arrivals {
    kube;
    there = new Set();
    constructor(kube) {
        this.kube = kube;
    }
    /** Findings as they are to be judged: where all is there, time will tell. */
    soften(findings) {
        return findings.map((finding) => this.isOver(finding) ? { ...finding, certainty: 'suspected' } : finding);
    }
    /** Asks for what would speak against certain findings. Gives whether it does against one of them. */
    async mend(findings) {
        const certain = findings.filter(({ certainty, unless }) => certainty === 'certain' && unless !== undefined);
        await Promise.all(certain.flatMap((finding) => placesOf(finding).map((one) => this.ask(one))));
        return certain.some((finding) => this.isOver(finding));
    }
    isOver(finding) {
        return finding.unless !== undefined && placesOf(finding).every((one) => this.there.has(nameOf(one)));
    }
    async ask(asked) {
        const { key, ...ref } = asked;
        // Who may not ask believes what was said.
        const found = await this.kube.get({ apiVersion: 'v1', ...ref }).catch(() => undefined);
        const has = (field) => key === undefined || (0,values.at)(found, field, key) !== undefined;
        if (found !== undefined && (has('data') || has('binaryData')))
            this.there.add(nameOf(asked));
    }
}
const placesOf = ({ ref, unless = [] }) => unless.map((one) => ({ ...one, namespace: one.namespace ?? ref.namespace ?? '' }));
const nameOf = ({ namespace, kind, name, key = '' }) => [namespace, kind, name, key].join(' ');

;// CONCATENATED MODULE: ./build/actions/shared/rollout/observe/lasting.js

/** Turns findings that have lasted as long as they have to into certain ones. Clocks of the cluster play no part. */
class Lasting {
    since = new Map();
    /** The same findings with their certainty at `now`, and when the next one would become certain. */
    judge(findings, now) {
        const waiting = new Set(findings.filter(({ certainty }) => typeof certainty === 'number').map(rollout_finding/* keyOf */.TN));
        for (const key of this.since.keys())
            if (!waiting.has(key))
                this.since.delete(key);
        let next;
        const judged = findings.map((finding) => {
            if (typeof finding.certainty !== 'number')
                return finding;
            const key = (0,rollout_finding/* keyOf */.TN)(finding);
            const begun = this.since.get(key) ?? now;
            this.since.set(key, begun);
            const end = begun + finding.certainty;
            if (now >= end)
                return { ...finding, certainty: 'certain' };
            next = Math.min(next ?? end, end);
            return finding;
        });
        return { findings: judged, next };
    }
}

// EXTERNAL MODULE: ./build/actions/shared/rollout/observe/logs.js + 1 modules
var logs = __webpack_require__(41116);
;// CONCATENATED MODULE: ./build/actions/shared/rollout/observe/progress.js


/** Says each change once, in lines that make sense without a terminal. */
class Progress {
    log;
    said = new Map();
    told = new WeakSet();
    constructor(log) {
        this.log = log;
    }
    tell(statuses, findings) {
        for (const status of statuses) {
            if (this.told.has(status))
                continue;
            this.told.add(status);
            this.once((0,values/* nameOf */.Vb)(status.ref), line(status));
        }
        for (const finding of findings) {
            const about = finding.container === undefined ? '' : `, container ${finding.container}`;
            // Counters within messages change all the time; the cause is what is new.
            const key = (0,rollout_finding/* keyOf */.TN)(finding);
            if (this.said.has(key))
                continue;
            this.said.set(key, '');
            this.log.info(`${(0,values/* nameOf */.Vb)(finding.ref)}${about}: ${finding.message}`);
        }
    }
    once(key, text) {
        if (this.said.get(key) === text)
            return;
        this.said.set(key, text);
        this.log.info(text);
    }
}
function line({ ref, wanted, updated, ready, old, complete, said }) {
    if (said !== undefined)
        return `${(0,values/* nameOf */.Vb)(ref)}: ${complete ? 'ready' : 'not ready'}: ${said}`;
    if (ref.kind === 'CronJob')
        return `${(0,values/* nameOf */.Vb)(ref)}: runs at its times`;
    if (ref.kind === 'Job')
        return `${(0,values/* nameOf */.Vb)(ref)}: ${ready} of ${wanted} done${complete ? ', complete' : ''}`;
    const rest = old > 0 ? `, ${old} old` : '';
    return `${(0,values/* nameOf */.Vb)(ref)}: ${updated} of ${wanted} new, ${ready} ready${rest}${complete ? ', complete' : ''}`;
}

// EXTERNAL MODULE: ./build/actions/shared/kube/errors.js
var errors = __webpack_require__(80265);
// EXTERNAL MODULE: ./build/actions/shared/rollout/workload.js
var rollout_workload = __webpack_require__(57413);
;// CONCATENATED MODULE: ./build/actions/shared/rollout/observe/unblock.js



/**
 * A StatefulSet replaces its pods in order and waits for each to be ready, also for a broken one of an older revision:
 * it would wait for ever for the pod that the new revision is to mend. Such a pod is deleted; the controller makes it
 * anew in the new revision (https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#forced-rollback).
 * Gives a finding for each that could not be deleted.
 */
async function deleteBlockingPods(facts, world, setting) {
    const findings = [];
    for (const { workload } of facts) {
        if (workload.kind !== 'StatefulSet' || !(0,rollout_workload/* isObserved */.XJ)(workload))
            continue;
        for (const pod of world.podsOf(workload).filter((one) => blocks(one, workload, world)))
            findings.push(...(await deleteOne(pod, workload, setting)));
    }
    return findings;
}
/** The finding, where the pod has to stay: the rollout is under way, and a throw would leave it half done. */
async function deleteOne(pod, workload, { kube, log }) {
    const { uid } = pod.metadata;
    try {
        const gone = await kube.remove((0,values/* refOf */.H8)(pod), uid === undefined ? {} : { uid });
        if (gone)
            log.info(`${(0,values/* nameOf */.Vb)((0,values/* refOf */.H8)(pod))} is of an older revision and not ready, which blocks ${(0,values/* nameOf */.Vb)((0,values/* refOf */.H8)(workload))}: deleted.`);
        return [];
    }
    catch (error) {
        if (!(error instanceof errors/* KubeError */.a3))
            throw error;
        // Another pod stands under its name by now: what blocked is gone.
        return (0,errors/* isConflict */.dh)(error) ? [] : [stays(pod, workload, error)];
    }
}
/** Told when time runs out: until then the pod may get ready by itself, or go by another hand. */
function stays(pod, workload, error) {
    return {
        cause: error.status === 403 ? 'forbidden' : 'progress-deadline',
        certainty: 'suspected',
        ref: (0,values/* refOf */.H8)(workload),
        message: `${(0,values/* nameOf */.Vb)((0,values/* refOf */.H8)(pod))} is of an older revision and not ready, which blocks the new one; it could not be deleted`,
        evidence: [error.message],
        fix: `Delete it: kubectl delete pod --namespace ${pod.metadata.namespace} ${pod.metadata.name}. Allow \`delete\` on \`pods\` in this namespace and it is done for you.`,
        path: ['spec', 'template'],
    };
}
/**
 * Whether a pod of an older revision keeps its StatefulSet from going on: one that is to be replaced and has not been ready
 * since we look. One that was ready may be so again: to delete it beside another that is being replaced could cost a quorum.
 */
function blocks(pod, workload, world) {
    const { deletionTimestamp, labels, name = '', uid = '' } = pod.metadata;
    const strategy = ['spec', 'updateStrategy'];
    if ((0,values/* textAt */.$6)(workload, ...strategy, 'type') === 'OnDelete')
        return false;
    const partition = (0,values/* numberAt */.tk)(workload, ...strategy, 'rollingUpdate', 'partition') ?? 0;
    const ordinal = Number(/-(\d+)$/.exec(name)?.[1] ?? 0);
    return (ordinal >= partition &&
        deletionTimestamp === undefined &&
        labels?.['controller-revision-hash'] !== (0,rollout_workload/* revisionOf */.DT)(workload) &&
        (0,rollout_workload/* conditionOf */.rI)(pod, 'Ready')?.status !== 'True' &&
        !world.historyOf(uid).wasReady);
}

// EXTERNAL MODULE: ./build/actions/shared/rollout/causes/all.js + 13 modules
var causes_all = __webpack_require__(74323);
// EXTERNAL MODULE: ./build/actions/shared/rollout/facts/facts.js + 3 modules
var facts_facts = __webpack_require__(46115);
// EXTERNAL MODULE: ./build/actions/shared/rollout/ready/custom.js
var custom = __webpack_require__(36591);
;// CONCATENATED MODULE: ./build/actions/shared/rollout/observe/calm.js

/** How often the pods of a workload were disturbed so far: ends, lost readiness, liveness probes that failed. */
function disturbancesOf({ pods }) {
    return pods.reduce((sum, pod) => sum + ofPod(pod), 0);
}
function ofPod({ lostReadiness, containers }) {
    const ends = containers.reduce((sum, { ends: count, init }) => sum + (init ? 0 : count), 0);
    return lostReadiness + ends + containers.reduce((sum, container) => sum + livenessFailures(container), 0);
}
/** How often the liveness probe has failed: the kubelet still counts, and kills at the end of its patience. */
function livenessFailures({ events }) {
    return events
        .filter(({ reason, message }) => reason === 'Unhealthy' && message.startsWith('Liveness probe'))
        .reduce((sum, { count }) => sum + count, 0);
}
/**
 * Milliseconds that a workload has to stay undisturbed at least: a liveness probe that has failed may fail again with its next
 * period, so calm is known only after that.
 */
function calmNeeded({ pods }) {
    const periods = pods
        .flatMap(({ containers }) => containers.filter((container) => livenessFailures(container) > 0))
        .map(({ spec }) => ((0,values/* numberAt */.tk)(spec, 'livenessProbe', 'periodSeconds') ?? 10) * 1000 + 2000);
    return Math.max(0, ...periods);
}

// EXTERNAL MODULE: ./build/actions/shared/manifests/pod-spec.js
var pod_spec = __webpack_require__(93900);
;// CONCATENATED MODULE: ./build/actions/shared/rollout/observe/foreign.js


/**
 * What another hand has done to a workload since we wrote it: another image, or a deletion. Other changes are left to
 * others: controllers add annotations and variables to templates all the time, and autoscalers own replicas.
 */
function foreignHand({ ref, written }, world) {
    if (written === undefined)
        return undefined;
    const told = { cause: 'field-conflict', certainty: 'certain', ref, foreign: true };
    const live = world.find(ref);
    if (live === undefined) {
        if (!world.isDeleted(written.metadata.uid))
            return undefined;
        return {
            ...told,
            message: `${(0,values/* nameOf */.Vb)(ref)} was deleted by somebody else during this rollout`,
            evidence: [`DELETED, uid ${written.metadata.uid}`],
            fix: 'Find out who deletes it (an operator, a second pipeline, a person), and let only one of the two deploy it.',
            path: ['metadata', 'name'],
        };
    }
    const [ours, theirs] = [imagesOf(written), imagesOf(live)];
    const later = (live.metadata.generation ?? 0) > (written.metadata.generation ?? 0);
    if (!later || ours === theirs)
        return undefined;
    const manager = world.writerOf(live.metadata.uid) ?? 'somebody else';
    return {
        ...told,
        message: `${manager} has put another image into ${(0,values/* nameOf */.Vb)(ref)} during this rollout`,
        evidence: [`written: ${ours}`, `found: ${theirs}, field manager ${manager}`],
        fix: 'Let only one of the two deploy this workload; run this job again when its release is the one that is wanted.',
        path: [...((0,pod_spec/* templatePath */.Y7)(ref) ?? []), 'spec', 'containers'],
    };
}
function imagesOf(object) {
    return (0,values/* listAt */.gT)(object, ...((0,pod_spec/* templatePath */.Y7)(object) ?? []), 'spec', 'containers')
        .map((container) => `${(0,values/* textAt */.$6)(container, 'name')}=${(0,values/* textAt */.$6)(container, 'image')}`)
        .join(', ');
}

;// CONCATENATED MODULE: ./build/actions/shared/rollout/observe/view.js






/**
 * What the world says about the targets. A target is looked at anew only when something that concerns it has changed, so that
 * a look at five hundred workloads costs no more than what happened to a few of them.
 */
class View {
    targets;
    world;
    rules;
    known = new Map();
    /** Jobs that were complete; with `ttlSecondsAfterFinished` they may be gone before the others are. */
    ended = new Map();
    constructor(targets, world, rules) {
        this.targets = targets;
        this.world = world;
        this.rules = rules;
    }
    /** All targets. `onChange` is told the facts of those that were looked at anew. */
    look(onChange) {
        const now = this.targets.map((target) => ({ target, ...this.stateOf(target) }));
        const pending = now.filter(({ status }) => !status.complete).length;
        return now.map(({ target, object, version, status }) => {
            const othersPending = pending > (status.complete ? 0 : 1);
            const known = this.known.get(target);
            if (known?.version === version && known.object === object && known.othersPending === othersPending)
                return known.seen;
            const { facts, ...rest } = this.seen(target, object, status, othersPending);
            if (facts !== undefined)
                onChange(facts);
            // Of thousands of pods they are what takes the most room.
            const done = status.complete && rest.findings.length === 0;
            const seen = { ...rest, facts: done ? undefined : facts };
            this.known.set(target, { object, version, status, othersPending, seen });
            return seen;
        });
    }
    stateOf(target) {
        const object = this.live(target);
        const version = this.world.versionOf(object?.metadata.uid ?? target.written?.metadata.uid);
        const known = this.known.get(target);
        if (known?.object === object && known?.version === version)
            return known;
        if (object === undefined)
            return { object, version, status: this.ended.get(target) ?? unseen(target.ref) };
        const status = (0,rollout_workload/* isWorkload */.gv)(object) ? (0,rollout_workload/* statusOf */.c2)(object) : (0,custom/* customStatus */.WO)(object, this.rules);
        if (object.kind === 'Job' && status.complete)
            this.ended.set(target, status);
        return { object, version, status };
    }
    /** The workload as the watch knows it; undefined while that is not yet what was written. */
    live({ ref, generation, uid }) {
        const object = this.world.find(ref);
        if (uid !== undefined && object?.metadata.uid !== uid)
            return undefined;
        return (object?.metadata.generation ?? 0) < generation ? undefined : object;
    }
    seen(target, object, status, othersPending) {
        // A Job that was complete may be gone by its own `ttlSecondsAfterFinished`.
        const foreign = this.ended.has(target) ? undefined : foreignHand(target, this.world);
        const theirs = foreign === undefined ? [] : [foreign];
        if (object === undefined || !(0,rollout_workload/* isWorkload */.gv)(object)) {
            const own = object === undefined ? [] : (0,custom/* customFindings */.oz)(object, this.rules);
            return { target, status, facts: undefined, findings: [...theirs, ...own], disturbances: 0, calm: 0 };
        }
        const facts = (0,facts_facts/* factsOf */.x)(this.world, object, othersPending);
        const wrong = [...(0,causes_all/* diagnose */.h)(facts), ...(0,custom/* degraded */.$o)(object)];
        const found = target.brokenBefore === true ? wrong.map(asBefore) : wrong;
        const findings = [...theirs, ...found, ...(status.complete ? (0,custom/* oldPodsLeft */.xF)(object, status) : [])];
        return { target, status, facts, findings, disturbances: disturbancesOf(facts), calm: calmNeeded(facts) };
    }
}
function asBefore(finding) {
    return {
        ...finding,
        certainty: 'warning',
        message: `was broken before this release, which leaves it as it is: ${finding.message}`,
    };
}
function unseen(ref) {
    return { ref, complete: false, wanted: 0, updated: 0, ready: 0, old: 0, revision: undefined };
}
/** What is told of a target that did not come to its end. */
function timedOut({ ref, wanted, updated, ready, old, said }, timeout) {
    const where = said ?? `${updated} of ${wanted} pods are new, ${ready} of them ready, ${old} old ones are left`;
    return {
        cause: 'progress-deadline',
        certainty: 'certain',
        ref,
        message: `not complete within ${timeout / 1000} s: ${where}`,
        evidence: [],
        fix: 'Give it longer (`timeout`), or find what the pods wait for.',
        path: ['spec'],
    };
}

;// CONCATENATED MODULE: ./build/actions/shared/rollout/observe/observe.js









/** Events come a little later than the states they explain. */
const grace = 800;
const longestWait = 5000;
const longestRest = 250;
/** A verdict does not wait longer for a log. */
const logPatience = 2000;
/** Watches workloads to their end: healthy for the settle time, or failed as early as that is certain. */
async function observe(targets, watching, setting, options) {
    const observer = new Observer(targets, watching, setting, options);
    const wake = () => watching.wake();
    setting.signal.addEventListener('abort', wake, { once: true });
    try {
        return await observer.run();
    }
    finally {
        setting.signal.removeEventListener('abort', wake);
    }
}
class Observer {
    watching;
    setting;
    options;
    view;
    lasting = new Lasting();
    logs;
    arrivals;
    progress;
    end;
    /** How long it has to stay healthy, by what is known now. */
    calm;
    certainSince;
    calmSince;
    disturbances = 0;
    extra = [];
    /** Workloads that wait for a pod which could not be deleted. */
    blocked = [];
    extraAsked = false;
    constructor(targets, watching, setting, options) {
        this.watching = watching;
        this.setting = setting;
        this.options = options;
        this.view = new View(targets, watching.world, options.rules ?? { ready: [], failed: [] });
        this.logs = new logs/* LogReader */.w(setting.kube, watching);
        this.arrivals = new Arrivals(setting.kube);
        this.progress = new Progress(setting.log);
        this.end = setting.now() + options.timeout;
        this.calm = options.settle;
    }
    async run() {
        for (;;) {
            const now = this.setting.now();
            const begun = performance.now();
            const look = this.look(now);
            const cost = performance.now() - begun;
            this.progress.tell(look.statuses, look.findings);
            if (this.setting.signal.aborted)
                return this.outcome('cancelled', look);
            if (this.isFailed(look, now)) {
                if (!(await this.arrivals.mend(look.findings)))
                    return await this.failed();
                continue;
            }
            if (now >= this.end)
                return await this.outOfTime();
            if (await this.isHealthy(look, now))
                return this.outcome('healthy', look);
            this.blocked = await deleteBlockingPods(factsIn(look), this.watching.world, this.setting);
            await this.watching.changed(this.waitingTime(look, now));
            await this.rest(cost);
        }
    }
    /** What happens to hundreds of workloads at once is looked at together: a fifth of the time goes into looking at most. */
    async rest(cost) {
        const { signal } = this.setting;
        await (0,promises_.setTimeout)(Math.min(4 * cost, longestRest), undefined, { signal }).catch(() => undefined);
    }
    /** One look at everything that is known. */
    look(now) {
        const seen = this.view.look((facts) => this.logs.readFor(facts));
        const all = (0,rollout_finding/* ranked */.ad)([...seen.flatMap(({ findings }) => findings), ...this.extra, ...this.blocked]);
        return {
            statuses: seen.map(({ status }) => status),
            waited: seen.filter(({ target }) => target.brokenBefore !== true),
            ...this.lasting.judge(this.arrivals.soften(all), now),
        };
    }
    isFailed({ findings }, now) {
        if (!findings.some(({ certainty }) => certainty === 'certain')) {
            this.certainSince = undefined;
            return false;
        }
        this.certainSince ??= now;
        return now - this.certainSince >= grace && !this.logs.busy;
    }
    /** Healthy: complete, undisturbed for the settle time, and nothing else wrong. */
    async isHealthy({ waited }, now) {
        const disturbances = waited.reduce((sum, seen) => sum + seen.disturbances, 0);
        const complete = waited.every(({ status }) => status.complete);
        if (!complete || disturbances !== this.disturbances)
            this.calmSince = undefined;
        this.disturbances = disturbances;
        if (!complete)
            return false;
        this.calmSince ??= now;
        if (!this.extraAsked) {
            this.extraAsked = true;
            this.extra = (await this.options.whenReady?.()) ?? [];
            if (this.extra.some(({ certainty }) => certainty !== 'warning'))
                return false;
        }
        this.calm = Math.max(this.options.settle, ...waited.map(({ calm }) => calm));
        return this.setting.now() - this.calmSince >= this.calm && this.certainSince === undefined;
    }
    waitingTime({ next }, now) {
        const times = [
            this.end,
            ...(next === undefined ? [] : [next]),
            ...(this.calmSince === undefined ? [] : [this.calmSince + this.calm]),
            ...(this.certainSince === undefined ? [] : [this.certainSince + grace]),
        ];
        return Math.max(10, Math.min(longestWait, Math.min(...times) - now));
    }
    /** A last look with the logs of what runs and is not ready. */
    async failed() {
        await this.readRunningLogs();
        return this.outcome('failed', this.look(this.setting.now()));
    }
    async outOfTime() {
        await this.readRunningLogs();
        const { waited, findings: found, statuses } = this.look(this.setting.now());
        const known = found.filter(({ certainty }) => certainty !== 'warning');
        const told = waited
            .filter(({ status }) => !status.complete)
            .filter(({ status: { ref } }) => !known.some((finding) => (0,values/* nameOf */.Vb)(finding.ref) === (0,values/* nameOf */.Vb)(ref)))
            .map(({ status }) => timedOut(status, this.options.timeout));
        const findings = (0,rollout_finding/* ranked */.ad)([...known, ...told]).map((finding) => ({ ...finding, certainty: 'certain' }));
        const warnings = found.filter(({ certainty }) => certainty === 'warning');
        return { verdict: 'failed', workloads: statuses, findings, warnings };
    }
    async readRunningLogs() {
        const late = new AbortController();
        const facts = factsIn(this.look(this.setting.now()));
        await Promise.race([
            Promise.all(facts.map((known) => this.logs.readRunning(known))),
            (0,promises_.setTimeout)(logPatience, undefined, { signal: late.signal }).catch(() => undefined),
        ]);
        late.abort();
    }
    outcome(verdict, { statuses, findings }) {
        const decisive = findings.filter(({ certainty }) => certainty === 'certain');
        const rest = findings.filter(({ certainty }) => certainty !== 'certain');
        return { verdict, workloads: statuses, findings: verdict === 'failed' ? decisive : [], warnings: rest };
    }
}
const factsIn = ({ waited }) => waited.flatMap(({ facts }) => facts ?? []);


/***/ }),

/***/ 99325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ diffOf)
/* harmony export */ });
/* harmony import */ var _kube_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49256);
/* harmony import */ var _compare_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80147);


/** Fields shown of one object at most. */
const shownFields = 40;
/** What a plan changes, object by object, as lines of a diff; what Secrets hold is never shown. */
function diffOf({ steps, pruned }) {
    const changed = steps.filter(({ change }) => change === 'created' || change === 'changed');
    return [
        ...changed.flatMap(({ ref, before, after, change, replaces }) => {
            if (after === undefined || change === 'created')
                return [`+ ${(0,_kube_values_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb)(ref)}`];
            const all = (0,_compare_js__WEBPACK_IMPORTED_MODULE_0__/* .differences */ .tX)(before, after);
            const fields = all
                .slice(0, shownFields)
                .flatMap(({ field, before: old, after: now }) => [
                `  ${field}`,
                ...(old === undefined ? [] : [`-   ${old}`]),
                ...(now === undefined ? [] : [`+   ${now}`]),
            ]);
            const rest = all.length - shownFields;
            const more = rest > 0 ? [`  … and ${rest} fields more`] : [];
            return [`  ${(0,_kube_values_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb)(ref)}${replaces ? ' (replaced)' : ''}`, ...fields, ...more];
        }),
        ...pruned.map((object) => `- ${(0,_kube_values_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb)((0,_kube_values_js__WEBPACK_IMPORTED_MODULE_1__/* .refOf */ .H8)(object))}`),
    ];
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


/***/ }),

/***/ 36591:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $o: () => (/* binding */ degraded),
/* harmony export */   AJ: () => (/* binding */ isAwaited),
/* harmony export */   WO: () => (/* binding */ customStatus),
/* harmony export */   "do": () => (/* binding */ hasRule),
/* harmony export */   oz: () => (/* binding */ customFindings),
/* harmony export */   xF: () => (/* binding */ oldPodsLeft)
/* harmony export */ });
/* harmony import */ var _kube_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49256);
/* harmony import */ var _workload_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57413);
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24061);



/** Groups of Kubernetes itself have no dot or end so. */
const ownGroup = /^(?:[a-z]+|(?:[a-z0-9-]+\.)*k8s\.io)$/;
/** Whether objects of a kind are awaited by what their status says: custom kinds, and those with a rule. */
function isAwaited(of, rules) {
    if ((0,_workload_js__WEBPACK_IMPORTED_MODULE_0__/* .isWorkload */ .gv)(of))
        return false;
    if (hasRule(of, rules))
        return true;
    const [group = ''] = of.apiVersion.includes('/') ? of.apiVersion.split('/') : ['core'];
    return !ownGroup.test(group);
}
/** Whether the caller has said when objects of this kind are ready. */
const hasRule = (of, rules) => [...rules.ready, ...rules.failed].some((rule) => (0,_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .isAbout */ .KH)(rule, of));
/**
 * How a custom resource stands. Without a rule by the conventions that most controllers follow: `observedGeneration` has to be
 * the written one, `Reconciling` must not be true, and `Ready`, where there is one, has to be
 * (https://github.com/kubernetes-sigs/cli-utils/blob/master/pkg/kstatus/README.md). One without status is ready: nobody
 * reports on it.
 */
function customStatus(object, rules) {
    const own = rules.ready.filter((rule) => (0,_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .isAbout */ .KH)(rule, object));
    const complete = own.length > 0 ? own.every(({ test }) => (0,_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .meets */ .D)(object, test)) : byConvention(object);
    const counts = { wanted: 1, updated: 1, ready: complete ? 1 : 0, old: 0, revision: undefined };
    return { ref: (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__/* .refOf */ .H8)(object), ...counts, complete, said: saidBy(object) };
}
function byConvention(object) {
    const observed = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__/* .numberAt */ .tk)(object, 'status', 'observedGeneration');
    if (observed !== undefined && !(0,_workload_js__WEBPACK_IMPORTED_MODULE_0__/* .isObserved */ .XJ)(object))
        return false;
    if ((0,_workload_js__WEBPACK_IMPORTED_MODULE_0__/* .conditionOf */ .rI)(object, 'Reconciling')?.status === 'True')
        return false;
    const ready = (0,_workload_js__WEBPACK_IMPORTED_MODULE_0__/* .conditionOf */ .rI)(object, 'Ready') ?? (0,_workload_js__WEBPACK_IMPORTED_MODULE_0__/* .conditionOf */ .rI)(object, 'Available');
    return ready === undefined || ready.status === 'True';
}
/** Its conditions and phase, for people. */
function saidBy(object) {
    const phase = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(object, 'status', 'phase');
    const conditions = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__/* .listAt */ .gT)(object, 'status', 'conditions').map((condition) => ['type', 'status', 'reason', 'message']
        .map((field) => (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(condition, field))
        .filter(Boolean)
        .join(' '));
    return [...(phase === '' ? [] : [`phase ${phase}`]), ...conditions].join('; ') || 'no status';
}
/** A controller that has given up. */
function customFindings(object, rules) {
    const rule = rules.failed.find((one) => (0,_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .isAbout */ .KH)(one, object) && (0,_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .meets */ .D)(object, one.test));
    const stalled = (0,_workload_js__WEBPACK_IMPORTED_MODULE_0__/* .conditionOf */ .rI)(object, 'Stalled')?.status === 'True' && (0,_workload_js__WEBPACK_IMPORTED_MODULE_0__/* .isObserved */ .XJ)(object);
    if (rule === undefined && !stalled)
        return [];
    return [
        {
            cause: 'resource-failed',
            certainty: 'certain',
            ref: (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__/* .refOf */ .H8)(object),
            message: `its controller has given up: ${saidBy(object)}`,
            evidence: [`status: ${saidBy(object)}`],
            fix: 'The conditions are its controller’s own words; the controller’s log tells more.',
            path: ['spec'],
        },
    ];
}
/** An Argo Rollout that its controller calls degraded; a deadline is told as one. */
function degraded(object) {
    if (object.kind !== 'Rollout' || (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(object, 'status', 'phase') !== 'Degraded' || !(0,_workload_js__WEBPACK_IMPORTED_MODULE_0__/* .isObserved */ .XJ)(object))
        return [];
    const said = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(object, 'status', 'message');
    if (/ProgressDeadlineExceeded/.test(said))
        return [];
    return [
        {
            cause: 'resource-failed',
            certainty: 'certain',
            ref: (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__/* .refOf */ .H8)(object),
            message: `the Rollout is degraded: ${said}`,
            evidence: [`status.phase: Degraded: ${said}`],
            fix: 'An aborted Rollout names the analysis or the step; `kubectl argo rollouts get rollout NAME` shows it.',
            path: ['spec'],
        },
    ];
}
/** Workloads whose old pods stay until somebody deletes them. */
function oldPodsLeft(object, { old, updated, wanted }) {
    const strategy = ['spec', 'updateStrategy'];
    const manual = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(object, ...strategy, 'type') === 'OnDelete';
    const partition = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__/* .numberAt */ .tk)(object, ...strategy, 'rollingUpdate', 'partition') ?? 0;
    const left = manual ? Math.max(old, wanted - updated) : partition > 0 ? old : 0;
    if (left <= 0)
        return [];
    return [
        {
            cause: 'old-pods-left',
            certainty: 'warning',
            ref: (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__/* .refOf */ .H8)(object),
            message: manual
                ? `${left} pods stay as they are until they are deleted (updateStrategy OnDelete)`
                : `${left} pods keep the old revision (updateStrategy partition ${partition})`,
            evidence: [`status: ${updated} updated, ${old} old`],
            fix: manual ? 'Delete the old pods one by one when it suits.' : 'Lower `partition` to go on.',
            path: strategy,
        },
    ];
}


/***/ }),

/***/ 24061:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ meets),
/* harmony export */   KH: () => (/* binding */ isAbout),
/* harmony export */   iT: () => (/* binding */ parseRule)
/* harmony export */ });
/* harmony import */ var _kube_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49256);
/* harmony import */ var _workload_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57413);


/**
 * Reads a rule: `Kind.group: condition=Ready`, `Kind.group: condition=Ready:False`, or a field and what it has to be,
 * `Kind.group: .status.phase=Running` (also `!=`, and `>=`, `<=` for numbers). Throws an Error that completes "expected …".
 */
function parseRule(raw) {
    const expected = 'Kind.group: condition=Ready, or Kind.group: .status.phase=Running';
    const [, kind = '', text = ''] = /^([A-Z][A-Za-z0-9]*(?:\.[a-z0-9][a-z0-9.-]*)?):\s+(.+)$/.exec(raw) ?? [];
    const condition = /^condition=([A-Za-z0-9./-]+)(?::(True|False|Unknown))?$/.exec(text);
    if (condition !== null) {
        return { kind, test: { condition: condition[1] ?? '', status: condition[2] ?? 'True' } };
    }
    const field = /^((?:\.[\w-]+|\[\d+\])+)\s*(!=|>=|<=|=)\s*(.+)$/.exec(text);
    if (kind === '' || field === null)
        throw new Error(expected);
    const path = [...(field[1] ?? '').matchAll(/\.([\w-]+)|\[(\d+)\]/g)].map(([, name, index]) => index === undefined ? (name ?? '') : Number(index));
    return { kind, test: { path, operator: operatorOf(field[2]), value: field[3] ?? '' } };
}
function operatorOf(text) {
    return text === '!=' || text === '>=' || text === '<=' ? text : '=';
}
/** Whether a rule is about objects of this kind. */
function isAbout(rule, { apiVersion, kind }) {
    const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
    return rule.kind === (group === '' ? kind : `${kind}.${group}`);
}
/** Whether an object's status is as the test wants it. A field that is not there is equal to nothing. */
function meets(object, test) {
    if ('condition' in test)
        return (0,_workload_js__WEBPACK_IMPORTED_MODULE_0__/* .conditionOf */ .rI)(object, test.condition)?.status === test.status;
    const found = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_1__.at)(object, ...test.path);
    if (found === undefined || found === null)
        return false;
    switch (test.operator) {
        case '=':
            return String(found) === test.value;
        case '!=':
            return String(found) !== test.value;
        case '>=':
            return Number(found) >= Number(test.value);
        default:
            return Number(found) <= Number(test.value);
    }
}


/***/ }),

/***/ 96994:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ previousRevision),
  O: () => (/* binding */ rollOut)
});

// EXTERNAL MODULE: ./build/actions/shared/rollout/apply.js
var apply = __webpack_require__(31762);
// EXTERNAL MODULE: ./build/actions/shared/rollout/claim/claim.js
var claim = __webpack_require__(67641);
// EXTERNAL MODULE: ./build/actions/shared/rollout/claim/take.js + 1 modules
var take = __webpack_require__(50786);
// EXTERNAL MODULE: ./build/actions/shared/rollout/journal/journal.js
var journal_journal = __webpack_require__(23461);
// EXTERNAL MODULE: ./build/actions/shared/rollout/observe/watching.js + 7 modules
var watching = __webpack_require__(18873);
;// CONCATENATED MODULE: ./build/actions/shared/rollout/observe/lookout.js

/**
 * The watches of one rollout. They are opened once, before the first question about a workload, because they begin with what
 * there is: so one answer serves all workloads of a namespace.
 */
class Lookout {
    kube;
    opened;
    constructor(kube) {
        this.kube = kube;
    }
    /** The watches about these workloads; those of the first call, when they are open already. */
    open(workloads) {
        this.opened ??= (0,watching/* startWatching */.K)(this.kube, workloads);
        return this.opened;
    }
    /** An object as it was when we began to look. */
    async lookUp(ref) {
        const watching = await this.opened;
        return watching?.covers(ref) === true ? watching.found(ref) : this.kube.get(ref);
    }
    async close() {
        const watching = await this.opened?.catch(() => undefined);
        watching?.stop();
    }
}

// EXTERNAL MODULE: ./build/actions/shared/rollout/plan/diff.js
var diff = __webpack_require__(99325);
// EXTERNAL MODULE: ./build/actions/shared/rollout/plan/namespaces.js
var namespaces = __webpack_require__(29738);
// EXTERNAL MODULE: ./build/actions/shared/kube/values.js
var values = __webpack_require__(49256);
// EXTERNAL MODULE: ./build/actions/shared/release-order/older.js
var release_order_older = __webpack_require__(70437);
// EXTERNAL MODULE: ./build/actions/shared/rollout/workload.js
var workload = __webpack_require__(57413);
;// CONCATENATED MODULE: ./build/actions/shared/rollout/plan/older.js



/** The workloads that run a newer release than the one that is planned. */
function olderRelease({ steps }, { log }, { allowOlder, mode }) {
    if (allowOlder === undefined || mode === 'undo')
        return [];
    return steps.flatMap(({ ref, before, desired }) => {
        if (before === undefined || !(0,workload/* isWorkload */.gv)(ref))
            return [];
        const older = (0,release_order_older/* olderThan */.W)(before, desired, (0,values/* nameOf */.Vb)(ref), { allowOlder, log: log.info });
        if (older === undefined)
            return [];
        const { message, fix } = older;
        const path = ['metadata', 'name'];
        return [{ cause: 'older-release', certainty: 'certain', ref, message, fix, evidence: [], path }];
    });
}

// EXTERNAL MODULE: ./build/actions/shared/rollout/plan/permissions.js
var permissions = __webpack_require__(99592);
// EXTERNAL MODULE: ./build/actions/shared/rollout/plan/plan.js + 3 modules
var plan_plan = __webpack_require__(92469);
// EXTERNAL MODULE: ./build/actions/shared/rollout/prune/apply-set.js
var apply_set = __webpack_require__(61764);
// EXTERNAL MODULE: ./build/actions/shared/kube/errors.js
var errors = __webpack_require__(80265);
// EXTERNAL MODULE: ./build/actions/shared/rollout/undo.js
var undo = __webpack_require__(19162);
;// CONCATENATED MODULE: ./build/actions/shared/rollout/prune/find.js




/** Versions in which a group may be served, the likeliest first; the parent names groups only. */
const versions = ['v1', 'v2', 'v1beta1', 'v1beta2', 'v1beta3', 'v1alpha1', 'v1alpha2', 'v2beta1'];
async function readSet(kube, set) {
    try {
        const parent = await kube.get((0,apply_set/* parentRef */.O5)(set));
        const contents = (0,apply_set/* contentsIn */.eQ)(parent, set);
        const isNone = parent !== undefined && parent.metadata.labels?.[apply_set/* idLabel */.I8] !== (0,apply_set/* idOf */.TH)(set);
        return isNone ? { set, contents, refusal: isNoParent(parent, set) } : { set, contents };
    }
    catch (error) {
        if (!(error instanceof errors/* KubeError */.a3) || error.status !== 403)
            throw error;
        return { set, contents: (0,apply_set/* contentsIn */.eQ)(undefined, set), unread: true };
    }
}
/** Members of the set in the cluster that are not among `objects`. */
async function findPrunable(kube, { set, contents: known, unread }, objects) {
    // Throws the refusal, where no permission check has told it: without the parent nothing would ever be removed.
    const contents = unread === true ? (0,apply_set/* contentsIn */.eQ)(await kube.get((0,apply_set/* parentRef */.O5)(set)), set) : known;
    const lists = await Promise.all(contents.kinds.map((kind) => membersOf(kube, set, kind, contents.namespaces)));
    const wanted = new Set(objects.map(keyOf));
    const gone = lists.flat().filter((live) => !wanted.has(keyOf(live)) && !isMadeByAnother(live));
    return {
        pruned: gone.filter(({ kind }) => !undo/* kept */.LP.has(kind)),
        warnings: gone.filter(({ kind }) => undo/* kept */.LP.has(kind)).map(stays),
    };
}
async function membersOf(kube, set, groupKind, namespaces) {
    const resource = await served(kube, groupKind);
    if (resource === undefined)
        return [];
    const { apiVersion, kind, namespaced } = resource;
    const labelSelector = `${apply_set/* partOf */.BU}=${(0,apply_set/* idOf */.TH)(set)}`;
    if (!namespaced)
        return kube.list(apiVersion, kind, { labelSelector });
    const lists = await Promise.all(namespaces.map((namespace) => kube.list(apiVersion, kind, { namespace, labelSelector })));
    return lists.flat();
}
/** The kind as it is served; undefined: it is not. */
async function served(kube, groupKind) {
    const dot = groupKind.indexOf('.');
    if (dot < 0)
        return kube.resource('v1', groupKind);
    for (const version of versions) {
        const found = await kube.resource(`${groupKind.slice(dot + 1)}/${version}`, groupKind.slice(0, dot));
        if (found !== undefined)
            return found;
    }
    return undefined;
}
const keyOf = (object) => `${(0,apply_set/* groupKindOf */.zo)(object)} ${(0,values/* nameOf */.Vb)((0,values/* refOf */.H8)(object))}`;
/** A controller copies labels onto what it makes; that goes with its owner. */
const isMadeByAnother = ({ metadata }) => metadata.ownerReferences?.some(({ controller }) => controller === true) === true;
function isNoParent(parent, { name }) {
    const ref = (0,values/* refOf */.H8)(parent);
    return {
        cause: 'managed-elsewhere',
        certainty: 'certain',
        ref,
        message: `the ConfigMap ${name} is there already and is no apply set: what it holds would be mixed with the set's own notes`,
        evidence: [`${(0,values/* nameOf */.Vb)(ref)}: label ${apply_set/* idLabel */.I8}: ${parent.metadata.labels?.[apply_set/* idLabel */.I8] ?? 'none'}`],
        fix: 'Write another name in `apply-set`, one that no ConfigMap of this namespace has.',
        path: ['metadata', 'name'],
    };
}
function stays(live) {
    return {
        cause: 'not-pruned',
        certainty: 'warning',
        ref: (0,values/* refOf */.H8)(live),
        message: 'the manifests no longer hold it; it stays for what it may hold',
        evidence: [],
        fix: 'Delete it by hand when nobody needs it, or remove its label applyset.kubernetes.io/part-of.',
        path: ['metadata', 'name'],
    };
}

;// CONCATENATED MODULE: ./build/actions/shared/rollout/prune/permissions.js




/**
 * What an apply set needs beside the objects themselves: its parent is written, the kinds that it holds are listed (those of the
 * manifests by the next run, which has to find them), and what is no longer wanted is deleted.
 */
async function setPermissions(kube, { set, contents }, objects) {
    const parent = ['get', 'create', 'patch'].map((verb) => ({
        verb,
        group: '',
        resource: 'configmaps',
        namespace: set.namespace,
    }));
    const [held, own] = await Promise.all([
        Promise.all(contents.kinds.map((kind) => served(kube, kind))),
        Promise.all(objects.map(({ apiVersion, kind }) => kube.resource(apiVersion, kind))),
    ]);
    const next = [set.namespace, ...(0,apply_set/* contentsOf */.KD)(objects).namespaces];
    return [
        ...parent,
        ...held.flatMap((one) => one === undefined
            ? []
            : ofKind(one, undo/* kept */.LP.has(one.kind) ? ['list'] : ['list', 'delete'], contents.namespaces)),
        ...own.flatMap((one) => (one === undefined ? [] : ofKind(one, ['list'], next))),
    ];
}
function ofKind(resource, verbs, namespaces) {
    const one = { group: (0,permissions/* groupOf */.F8)(resource), resource: resource.plural };
    return verbs.flatMap((verb) => resource.namespaced ? namespaces.map((namespace) => ({ verb, ...one, namespace })) : [{ verb, ...one }]);
}

// EXTERNAL MODULE: ./build/actions/shared/rollout/ready/custom.js
var custom = __webpack_require__(36591);
// EXTERNAL MODULE: ./build/actions/shared/rollout/observe/observe.js + 7 modules
var observe = __webpack_require__(14391);
;// CONCATENATED MODULE: ./build/actions/shared/rollout/back.js




/** What this run has written and removed, and what an earlier one that died has: to what was before both. */
function undoableOf(written, removed, left) {
    const before = left ?? [];
    const known = new Set(before.map(({ ref }) => (0,values/* nameOf */.Vb)(ref)));
    const own = written.map(({ step: { ref, before: old, autoscaled }, object }) => ({
        ref,
        before: old,
        autoscaled,
        uid: object.metadata.uid,
    }));
    const gone = removed.map((object) => ({
        ref: (0,values/* refOf */.H8)(object),
        before: object,
        autoscaled: false,
        uid: undefined,
    }));
    return [...before, ...[...own, ...gone].filter(({ ref }) => !known.has((0,values/* nameOf */.Vb)(ref)))];
}
/** After a failure or a cancel: everything as it was, or left as it is when that is wanted. */
async function goBack(outcome, way) {
    const { setting, options, written, removed, left } = way;
    const wasCancelled = outcome.verdict === 'cancelled';
    const foreign = outcome.findings.filter((finding) => finding.foreign);
    const theirs = new Set(foreign.map(({ ref }) => (0,values/* nameOf */.Vb)(ref)));
    const undoable = undoableOf(written, removed, left).filter(({ ref }) => !theirs.has((0,values/* nameOf */.Vb)(ref)));
    if (options.onFailure === 'keep' || undoable.length === 0)
        return { verdict: wasCancelled ? 'cancelled' : 'failed', outcome, restored: undefined, undo: 0 };
    setting.log.info(wasCancelled ? 'Cancelled: back to what was before.' : 'Failed: back to what was before.');
    const begun = setting.now();
    const own = await (0,undo/* restore */.PF)(undoable, setting);
    const kept = foreign.map(({ ref, message }) => ({ ref, message: `left as it is: ${message}` }));
    const restored = { ...own, failures: [...own.failures, ...kept] };
    // Nobody waits for a cancelled job: what was before is written, the cluster goes there by itself.
    const end = wasCancelled || restored.failures.length > 0 ? undefined : await watchBack(restored, way);
    const findings = [...outcome.findings, ...(end?.findings ?? [])];
    return {
        verdict: verdictOfBack(restored, end),
        outcome: { ...outcome, findings, workloads: end?.workloads ?? outcome.workloads },
        restored,
        undo: setting.now() - begun,
    };
}
/**
 * Watches what was put back until it is healthy. What was not healthy before either need not become so: there it was, and
 * there it is again.
 */
async function watchBack(restored, way) {
    const { plan, left, watching, setting, options } = way;
    const broken = plan.steps
        .filter(({ ref, before }) => (0,workload/* isWorkload */.gv)(ref) && before !== undefined && !(0,workload/* statusOf */.c2)(before).complete)
        .map(({ ref }) => (0,values/* nameOf */.Vb)(ref));
    const known = left === undefined ? broken : [];
    for (const name of known)
        setting.log.info(`${name}: was not healthy before this release either.`);
    const targets = restored.objects.flatMap(({ ref, object }) => object !== undefined && (0,workload/* isWorkload */.gv)(ref) && !known.includes((0,values/* nameOf */.Vb)(ref))
        ? [{ ref, generation: object.metadata.generation ?? 0 }]
        : []);
    if (targets.length === 0)
        return { verdict: 'healthy', workloads: [], findings: [], warnings: [] };
    return (0,observe/* observe */.l)(targets, watching, setting, { timeout: options.timeout, settle: 0 });
}
/** `end` is undefined when nobody watched the way back to its end. */
function verdictOfBack(restored, end) {
    if (restored.failures.length > 0 || end?.verdict === 'failed')
        return 'undo-failed';
    return end?.verdict === 'healthy' ? 'undone' : 'cancelled';
}

;// CONCATENATED MODULE: ./build/actions/shared/rollout/hooks.js



/** How long the pods of a Job that is replaced may take to end, in milliseconds; their own grace period counts in. */
const goingPatience = 120_000;
const done = { verdict: 'healthy', workloads: [], findings: [], warnings: [] };
/**
 * Runs Jobs and awaits their end, those of one weight together. Stops at the first that fails. `timeout`: milliseconds that are
 * left, asked anew for each.
 */
async function runHooks(groups, watching, setting, timeout) {
    let last = done;
    for (const group of groups) {
        if (setting.signal.aborted)
            return { ...done, verdict: 'cancelled' };
        const started = await Promise.all(group.map((step) => start(step, watching, setting)));
        const refusals = started.flatMap((result) => ('cause' in result ? [result] : []));
        if (refusals.length > 0)
            return { ...done, verdict: 'failed', findings: refusals };
        const targets = started.flatMap((result) => ('cause' in result ? [] : [result]));
        last = await (0,observe/* observe */.l)(targets, watching, setting, { timeout: timeout(), settle: 0 });
        if (last.verdict !== 'healthy')
            return last;
    }
    return last;
}
async function start(step, watching, setting) {
    if (step.change === 'none' && step.before !== undefined)
        return targetOf(step, step.before);
    if (step.replaces)
        await removeOld(step, watching, setting);
    const result = await (0,apply/* write */.M)(step, setting);
    return 'object' in result ? targetOf(step, result.object) : result;
}
function targetOf({ ref }, { metadata }) {
    const { generation = 0, uid } = metadata;
    return { ref, generation, ...(uid === undefined ? {} : { uid }) };
}
/** Two runs of a migration must not meet: the old Job has to be gone, with its pods. */
async function removeOld({ ref, before }, watching, setting) {
    const uid = before?.metadata.uid;
    setting.log.info(`${(0,values/* nameOf */.Vb)(ref)}: the Job of an earlier release is replaced`);
    const found = await setting.kube.remove(ref, {
        propagation: 'Foreground',
        ...(uid === undefined ? {} : { uid }),
    });
    const end = setting.now() + goingPatience;
    while (found && watching.world.find(ref)?.metadata.uid === uid) {
        const left = end - setting.now();
        if (left <= 0 || setting.signal.aborted)
            return;
        await watching.changed(Math.min(left, 2000));
    }
}

// EXTERNAL MODULE: ./build/actions/shared/rollout/plan/compare.js
var compare = __webpack_require__(80147);
// EXTERNAL MODULE: ./build/actions/shared/rollout/journal/entries.js
var journal_entries = __webpack_require__(61354);
;// CONCATENATED MODULE: ./build/actions/shared/rollout/journal/close.js






/**
 * The run has come to an end that needs no way back. `workloads`: as they are now, when what was noted as before is the
 * previous release from here on. Gives a warning when the notes stay open.
 */
async function closeJournal(journal, workloads, { kube, fieldManager }) {
    if (journal === undefined)
        return undefined;
    const { ref, key, entries, keepsPrevious } = journal;
    try {
        if (workloads === undefined && !keepsPrevious)
            await kube.remove(ref);
        else {
            // A Pod is changed by its scheduler as well.
            const lasting = (workloads ?? []).filter(({ kind }) => kind !== 'Pod');
            const templates = Object.fromEntries(lasting.map((one) => [(0,values/* nameOf */.Vb)((0,values/* refOf */.H8)(one)), (0,journal_entries/* templateHash */.tv)(one)]));
            const previous = workloads === undefined ? {} : { [journal_journal/* previousKey */.R3]: (0,journal_entries/* packed */.xc)({ entries, templates }) };
            // Else every run would leave its name among the owners for good.
            const metadata = { managedFields: [{}] };
            const patch = { metadata, data: { [key]: null, ...previous } };
            await kube.mergePatch(ref, patch, { fieldManager, repeatable: true });
        }
        return undefined;
    }
    catch (error) {
        if (!(error instanceof errors/* KubeError */.a3))
            throw error;
        return stayedOpen(journal, error);
    }
}
function stayedOpen({ ref, key }, error) {
    const patch = JSON.stringify({ data: { [key]: null } });
    return {
        cause: 'notes-open',
        certainty: 'warning',
        ref,
        message: 'the notes of this rollout could not be closed: the next one takes it for dead, and would go back to what was before both if it failed',
        evidence: [error.message],
        fix: `Close them: kubectl patch secret ${ref.name} --namespace ${ref.namespace} --type merge --patch '${patch}'`,
        path: [],
    };
}
/** Whether a run that died has changed anything before it did, as far as its notes are about objects of these steps. */
function hasWritten(left, steps) {
    const now = new Map(steps.map(({ ref, before }) => [(0,values/* nameOf */.Vb)(ref), before]));
    return left.some(({ ref, before }) => now.has((0,values/* nameOf */.Vb)(ref)) && differs(before, now.get((0,values/* nameOf */.Vb)(ref))));
}
function differs(before, now) {
    if (before === undefined || now === undefined)
        return before !== now;
    // What controllers and autoscalers do to a workload beside its template is no release.
    return (0,workload/* isWorkload */.gv)(now) ? (0,journal_entries/* templateHash */.tv)(before) !== (0,journal_entries/* templateHash */.tv)(now) : (0,compare/* changeOf */.C2)(before, now) === 'changed';
}
/** The workloads of a release as a run has written them, or as it has found them. */
function workloadsNow({ steps }, written) {
    const own = new Map(written.map(({ step, object }) => [step, object]));
    return steps
        .filter(({ ref, hook }) => hook === undefined && (0,workload/* isWorkload */.gv)(ref))
        .flatMap((step) => own.get(step) ?? step.before ?? []);
}

;// CONCATENATED MODULE: ./build/actions/shared/rollout/outcome.js
const cancelled = { verdict: 'cancelled', workloads: [], findings: [], warnings: [] };
/** Failed before there was anything to watch. */
const failedBy = (findings) => ({
    verdict: 'failed',
    workloads: [],
    findings,
    warnings: [],
});

// EXTERNAL MODULE: ./build/actions/shared/manifests/order.js
var order = __webpack_require__(42873);
;// CONCATENATED MODULE: ./build/actions/shared/rollout/plan/phases.js


function phasesOf({ steps }) {
    const plain = steps.filter(({ hook }) => hook === undefined);
    const workloads = (0,order/* stageOf */.g)('Deployment');
    return {
        base: plain.filter(({ ref }) => (0,order/* stageOf */.g)(ref.kind) < workloads),
        pre: hooksOf(steps, 'pre'),
        main: plain.filter(({ ref }) => (0,order/* stageOf */.g)(ref.kind) >= workloads),
        post: hooksOf(steps, 'post'),
    };
}
/** Hooks that have work to do: new ones, and ones that are still running. */
function hooksOf(steps, phase) {
    const due = steps.filter(({ hook, change, before }) => {
        const complete = before !== undefined && (0,workload/* conditionOf */.rI)(before, 'Complete')?.status === 'True';
        return hook?.phase === phase && (change === 'created' || change === 'changed' || !complete);
    });
    const weights = [...new Set(due.map(({ hook }) => hook?.weight ?? 0))].sort((a, b) => a - b);
    return weights.map((weight) => due.filter(({ hook }) => hook?.weight === weight));
}

// EXTERNAL MODULE: ./build/actions/shared/rollout/plan/refusal.js + 1 modules
var refusal = __webpack_require__(42345);
;// CONCATENATED MODULE: ./build/actions/shared/rollout/prune/prune.js





/**
 * Notes what the set will hold beside what it holds, before the first write: nothing of it may ever be forgotten. `objects` that
 * are none of its members don't count.
 */
async function widenSet(set, objects, { kube, fieldManager }) {
    const own = objects.filter(({ metadata }) => metadata.labels?.[apply_set/* partOf */.BU] === (0,apply_set/* idOf */.TH)(set));
    if (own.length === 0)
        return;
    const before = (0,apply_set/* contentsIn */.eQ)(await kube.get((0,apply_set/* parentRef */.O5)(set)), set);
    await kube.apply((0,apply_set/* parentObject */.cM)(set, (0,apply_set/* union */.KC)(before, (0,apply_set/* contentsOf */.KD)(own))), { fieldManager, force: true });
}
/** Notes what the set holds now that nothing else is left of it. That it names too much costs only questions. */
async function narrowSet(set, plan, { kube, fieldManager, log }) {
    const stay = plan.warnings.filter(({ cause }) => cause === 'not-pruned').map(({ ref }) => ref);
    const kept = stay.map(({ apiVersion, kind, name, namespace }) => ({
        apiVersion,
        kind,
        metadata: { name, ...(namespace === undefined ? {} : { namespace }) },
    }));
    const contents = (0,apply_set/* contentsOf */.KD)([...plan.steps.map(({ desired }) => desired), ...kept]);
    try {
        await kube.apply((0,apply_set/* parentObject */.cM)(set, contents), { fieldManager, force: true });
    }
    catch (error) {
        if (!(error instanceof errors/* KubeError */.a3))
            throw error;
        log.info(`The apply set ${set.name} still names what is gone: ${error.message}`);
    }
}
/** Removes what the manifests no longer hold: routes first, what others need last. Stops at a refusal. */
async function prune(objects, { kube, log }) {
    const removed = [];
    for (const object of objects.toSorted((a, b) => (0,order/* stageOf */.g)(b.kind) - (0,order/* stageOf */.g)(a.kind))) {
        const { uid } = object.metadata;
        try {
            await kube.remove((0,values/* refOf */.H8)(object), uid === undefined ? {} : { uid });
            removed.push(object);
            log.info(`${(0,values/* nameOf */.Vb)((0,values/* refOf */.H8)(object))}: removed, the manifests no longer hold it`);
        }
        catch (error) {
            // Another one stands under its name by now: that is not ours to remove.
            if (error instanceof errors/* KubeError */.a3 && error.status === 409)
                continue;
            if (!(error instanceof errors/* KubeError */.a3))
                throw error;
            return { removed, refusal: (0,refusal/* refusalOf */.O)(error, { object }, (0,values/* refOf */.H8)(object)) };
        }
    }
    return { removed, refusal: undefined };
}

;// CONCATENATED MODULE: ./build/actions/shared/rollout/targets.js


/**
 * What is watched: every workload of the release, also the ones that needed no change, since they may have been on their way.
 * One that was broken before us and that this release leaves as it is can't be what this release has broken.
 */
function targetsOf(steps, written, left) {
    const isOurs = ({ change }) => change === 'created' || change === 'changed';
    const some = steps.some(isOurs) && left === undefined;
    const own = new Map(written.map(({ step, object }) => [(0,values/* nameOf */.Vb)(step.ref), object]));
    return steps.map((step) => {
        const { ref, before } = step;
        const mine = own.get((0,values/* nameOf */.Vb)(ref));
        const old = before !== undefined && (0,workload/* isWorkload */.gv)(ref) && !(0,workload/* statusOf */.c2)(before).complete;
        const generation = (mine ?? before)?.metadata.generation ?? 0;
        return { ref, generation, written: mine, brokenBefore: some && old && !isOurs(step) };
    });
}
/** What may stand behind the Services of a release. */
function behindServices({ steps }, world) {
    const workloads = steps.filter(({ ref }) => (0,workload/* isWorkload */.gv)(ref));
    return {
        namespaces: workloads.map(({ ref }) => ref.namespace ?? ''),
        pods: world.all('Pod'),
        workloads: workloads.map(({ ref, desired }) => world.find(ref) ?? desired),
    };
}
/** What has to be known and can't be. */
function mayNotWatch(ref, why) {
    return {
        cause: 'forbidden',
        certainty: 'certain',
        ref,
        message: `${(0,values/* nameOf */.Vb)(ref)}: ${why}, and this account may not list and watch its kind`,
        evidence: [],
        fix: 'Allow `list` and `watch` on it in this namespace; where only a rule asks for it, the rule can go instead.',
        path: ['metadata', 'name'],
    };
}

;// CONCATENATED MODULE: ./build/actions/shared/rollout/ready/late.js



const none = new Set();
/** Whether an object is a custom resource that is awaited and may be watched. */
function isWatched(ref, rules, unwatched = none) {
    return rules !== undefined && (0,custom/* isAwaited */.AJ)(ref, rules) && !unwatched.has(ref.kind);
}
/**
 * Watches what could not be watched from the beginning, because its definition came with this release: custom resources, and
 * workloads of such kinds; their pods and events are watched since then. Gives the kinds that may not be watched, with a finding
 * for each object that has to be: workloads, and what a rule is about.
 */
async function watchLate({ steps }, watching, rules, { log }) {
    const customs = steps.filter(({ ref }) => isWatched(ref, rules));
    const late = steps.filter(({ ref, resource }) => (0,workload/* isWorkload */.gv)(ref) && resource === undefined);
    const unwatched = await watching.also([...customs, ...late].map(({ desired }) => desired));
    for (const kind of unwatched)
        log.info(`${kind} may not be watched: whether it gets ready is not known.`);
    const needed = [
        ...late.map(({ ref }) => ({ ref, why: 'a rollout is watched to its end' })),
        ...customs
            .filter(({ ref }) => rules !== undefined && (0,custom/* hasRule */["do"])(ref, rules))
            .map(({ ref }) => ({ ref, why: 'a rule says when it is ready' })),
    ];
    const blind = needed.filter(({ ref }) => unwatched.has(ref.kind));
    return { findings: blind.map(({ ref, why }) => mayNotWatch(ref, why)), unwatched };
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./build/actions/shared/rollout/services/ports.js

/** Of the ports that a pod's containers name. */
function portNames(pod) {
    return (0,values/* listAt */.gT)(pod, 'spec', 'containers').flatMap((container) => (0,values/* listAt */.gT)(container, 'ports').map((port) => (0,values/* textAt */.$6)(port, 'name')));
}
/** Side-cars that are init containers serve as well. */
const containersIn = (pod) => [
    ...(0,values/* listAt */.gT)(pod, 'spec', 'containers'),
    ...(0,values/* listAt */.gT)(pod, 'spec', 'initContainers').filter((one) => (0,values/* textAt */.$6)(one, 'restartPolicy') === 'Always'),
];
/** The TCP port of that name; undefined: the container has none. */
const portIn = (container, name) => (0,values/* numberAt */.tk)((0,values/* listAt */.gT)(container, 'ports').find((one) => (0,values/* textAt */.$6)(one, 'name') === name && ((0,values/* textAt */.$6)(one, 'protocol') || 'TCP') === 'TCP'), 'containerPort');

;// CONCATENATED MODULE: ./build/actions/shared/rollout/services/findings.js


function noEndpoints(service, selector) {
    const pairs = Object.entries(selector).map(([key, value]) => `${key}=${value}`);
    return {
        cause: 'no-endpoints',
        certainty: 'certain',
        ref: (0,values/* refOf */.H8)(service),
        message: `no pod has the labels that the Service selects: ${pairs.join(', ')}`,
        evidence: [`spec.selector: ${pairs.join(', ')}`, `no Pod in ${service.metadata.namespace} matches it`],
        fix: 'Give the pod template these labels, or correct the selector of the Service.',
        path: ['spec', 'selector'],
    };
}
function unnamed(service, target, index, ready) {
    const names = [...new Set(ready.flatMap(portNames))].filter((name) => name !== '');
    return {
        cause: 'service-port-mismatch',
        certainty: 'certain',
        ref: (0,values/* refOf */.H8)(service),
        message: `the target port ${target} of the Service is a name that no container port has`,
        evidence: [
            `spec.ports[${index}].targetPort: ${target}`,
            `names of the pods' ports: ${names.join(', ') || 'none'}`,
        ],
        fix: 'Name the container port so, or correct `targetPort`.',
        path: ['spec', 'ports', index, 'targetPort'],
    };
}
function unanswered(service, port, body) {
    const index = (0,values/* listAt */.gT)(service, 'spec', 'ports').indexOf(port);
    const target = (0,values.at)(port, 'targetPort') ?? (0,values.at)(port, 'port');
    return {
        cause: 'service-port-mismatch',
        certainty: 'certain',
        ref: (0,values/* refOf */.H8)(service),
        message: `nothing answers on the target port ${String(target)} of the Service, although its pods are ready`,
        evidence: [textOf(body)],
        fix: 'Correct `targetPort`, or the port that the program listens on.',
        path: ['spec', 'ports', index, 'targetPort'],
    };
}
function noneReady(service, body) {
    return {
        cause: 'no-endpoints',
        certainty: 'certain',
        ref: (0,values/* refOf */.H8)(service),
        message: 'the Service has no ready endpoint, although there are pods that it selects',
        evidence: [textOf(body)],
        fix: 'Look at the pods that it selects; if they are ready, compare `spec.ports` of the Service with their ports.',
        path: ['spec', 'ports'],
    };
}
function unasked(service, why, right) {
    return {
        cause: 'service-port-mismatch',
        certainty: 'warning',
        ref: (0,values/* refOf */.H8)(service),
        message: `whether the Service leads anywhere could not be asked by this account: ${why}`,
        evidence: [],
        fix: `Allow ${right} in this namespace.`,
        path: ['spec', 'ports'],
    };
}
function textOf(body) {
    try {
        return (0,values/* textAt */.$6)(JSON.parse(body), 'message') || body;
    }
    catch {
        return body.trim();
    }
}

;// CONCATENATED MODULE: ./build/actions/shared/rollout/services/probed.js


/**
 * Whether the kubelet asks the target port of a Service of each of these pods by itself: one that is ready has answered there,
 * on its own address, since its container started. To ask one of them through the Service would tell less.
 */
function isProbed(port, ready) {
    return ready.length > 0 && ready.every((pod) => hasProbe(pod, targetIn(pod, port)));
}
/** The number of a Service's target port in a pod; undefined: the pod has none of that name. */
function targetIn(pod, port) {
    const target = (0,values.at)(port, 'targetPort') ?? (0,values.at)(port, 'port');
    if (typeof target === 'number')
        return target;
    return containersIn(pod)
        .flatMap((container) => portIn(container, target) ?? [])
        .at(0);
}
function hasProbe(pod, target) {
    return target !== undefined && containersIn(pod).some((container) => probedPort(container) === target);
}
/** The port that a readiness probe asks; a probe that names a host asks somebody else. */
function probedPort(container) {
    for (const kind of ['httpGet', 'tcpSocket', 'grpc']) {
        const port = (0,values.at)(container, 'readinessProbe', kind, 'port');
        if (port === undefined || (0,values.at)(container, 'readinessProbe', kind, 'host') !== undefined)
            continue;
        return typeof port === 'number' ? port : portIn(container, port);
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/actions/shared/rollout/services/check.js







/** Endpoints follow readiness within moments; so often and so long it is asked again. */
const tries = 5;
const between = 700;
/**
 * Services never complain. So it is compared what they select with the pods that are there, and asked through the API
 * server's own proxy whether anybody answers on the target port, unless the kubelet asks that already.
 */
async function checkServices(kube, services, behind) {
    const results = await Promise.all(services.map((service) => checkService(kube, service, behind)));
    return results.flat();
}
async function checkService(kube, service, behind) {
    const { namespace = '' } = service.metadata;
    const pods = behind.namespaces.includes(namespace) ? behind.pods : await podsIn(kube, namespace);
    if (pods === undefined)
        return [unasked(service, 'it may not list pods', '`list` on `pods`')];
    if (behind.workloads.some((workload) => isAtRest(workload, service)))
        return [];
    const found = check_compare(service, pods);
    if (found !== undefined)
        return found;
    const ready = chosenBy(service, pods).filter(isReady);
    const ports = (0,values/* listAt */.gT)(service, 'spec', 'ports').filter((port) => ((0,values/* textAt */.$6)(port, 'protocol') || 'TCP') === 'TCP' && !isProbed(port, ready));
    const asked = await Promise.all(ports.map((port) => ask(kube, service, port)));
    return asked.flat();
}
async function podsIn(kube, namespace) {
    try {
        return await kube.list('v1', 'Pod', { namespace });
    }
    catch (error) {
        if (error instanceof errors/* KubeError */.a3 && error.status === 403)
            return undefined;
        throw error;
    }
}
/** Whether a workload is meant to stand behind a Service and wants no pods now (`replicas: 0`). */
function isAtRest(workload, service) {
    const labels = (0,values/* textsAt */.i1)(workload, 'spec', 'template', 'metadata', 'labels');
    const pairs = Object.entries((0,values/* textsAt */.i1)(service, 'spec', 'selector'));
    return ((0,values/* numberAt */.tk)(workload, 'spec', 'replicas') === 0 &&
        workload.metadata.namespace === service.metadata.namespace &&
        pairs.every(([key, value]) => labels[key] === value));
}
/** What the definitions alone tell; undefined: nothing is wrong with them and there is somebody to ask. */
function check_compare(service, pods) {
    const selector = (0,values/* textsAt */.i1)(service, 'spec', 'selector');
    if (Object.keys(selector).length === 0 || (0,values/* textAt */.$6)(service, 'spec', 'type') === 'ExternalName')
        return [];
    const chosen = chosenBy(service, pods);
    if (chosen.length === 0)
        return [noEndpoints(service, selector)];
    const ready = chosen.filter(isReady);
    // Pods of the release are ready by now: these are somebody else's, and the Service itself is asked.
    if (ready.length === 0)
        return undefined;
    const unresolved = (0,values/* listAt */.gT)(service, 'spec', 'ports').flatMap((port, index) => {
        const target = (0,values.at)(port, 'targetPort');
        if (typeof target !== 'string' || ready.some((pod) => portNames(pod).includes(target)))
            return [];
        return [unnamed(service, target, index, ready)];
    });
    return unresolved.length > 0 ? unresolved : undefined;
}
/** The pods that a Service selects and that stay. */
function chosenBy({ metadata: { namespace }, ...service }, pods) {
    const selector = Object.entries((0,values/* textsAt */.i1)(service, 'spec', 'selector'));
    return pods.filter(({ metadata }) => metadata.namespace === namespace &&
        metadata.deletionTimestamp === undefined &&
        selector.every(([key, value]) => metadata.labels?.[key] === value));
}
const isReady = (pod) => (0,workload/* conditionOf */.rI)(pod, 'Ready')?.status === 'True';
/** Asks the Service itself. Any answer will do; only a refused connection says that nobody listens. */
async function ask(kube, service, port) {
    const { namespace, name } = service.metadata;
    const number = (0,values/* numberAt */.tk)(port, 'port') ?? 0;
    const path = `/api/v1/namespaces/${namespace}/services/${name}:${(0,values/* textAt */.$6)(port, 'name') || number}/proxy/`;
    for (let attempt = 1;; attempt += 1) {
        const { status, body } = await answer(kube, path);
        if (status === 403)
            return [unasked(service, 'it may not use its proxy', '`get` on `services/proxy`')];
        const refused = status >= 500 && /connection refused/.test(body);
        const none = status === 503 && /no endpoints available/.test(body);
        if (!refused && !none)
            return [];
        if (attempt === tries)
            return [refused ? unanswered(service, port, body) : noneReady(service, body)];
        await (0,promises_.setTimeout)(between);
    }
}
async function answer(kube, path) {
    try {
        return await kube.raw(path, { timeout: 3000 });
    }
    catch (error) {
        // No answer in time is no proof: the API server may not be able to reach pods at all.
        if (error instanceof errors/* KubeError */.a3)
            return { status: 0, body: error.message };
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/actions/shared/rollout/run.js













/** One rollout from its first write to its end. */
class Run {
    plan;
    watching;
    setting;
    options;
    journal;
    /** What a run before this one has left, when that died. */
    left;
    timings;
    written = [];
    removed = [];
    begun;
    unwatched = new Set();
    constructor({ plan, watching, setting, options, timings }) {
        this.plan = plan;
        this.watching = watching;
        this.setting = setting;
        this.options = options;
        this.timings = timings;
        this.begun = setting.now();
    }
    async toItsEnd() {
        const result = await this.run();
        // While something is neither the new nor the old release, the way back has to stay known.
        if (result.verdict === 'undo-failed')
            return result;
        const now = this.isRelease(result) ? workloadsNow(this.plan, this.written) : undefined;
        const open = await closeJournal(this.journal, now, this.setting);
        return open === undefined ? result : { ...result, warnings: [...result.warnings, open] };
    }
    /**
     * Whether there is another release now than before: what this run has written or a run that died before it, and what was not
     * put back; also a broken one that was to be kept.
     */
    isRelease({ restored }) {
        if (restored !== undefined)
            return false;
        const wrote = this.options.mode !== 'restart' && this.written.some(({ step }) => isReal(step));
        return wrote || hasWritten(this.left ?? [], this.plan.steps);
    }
    async run() {
        const { journal } = this.options;
        if (journal !== undefined)
            await this.openJournal(journal);
        await this.widenSet();
        const { base, pre, main, post } = phasesOf(this.plan);
        const outcome = (await this.apply(base)) ??
            (await this.hooks(pre)) ??
            (await this.apply(main)) ??
            (await this.watchCustoms()) ??
            (await this.timed('watch', () => this.watch()));
        if (outcome.verdict !== 'healthy')
            return this.back(outcome);
        const late = (await this.hooks(post)) ?? (await this.prune());
        return late === undefined ? this.result('healthy', outcome, undefined) : this.back(late);
    }
    async openJournal(ref) {
        const { journal, left } = await (0,journal_journal/* openJournal */._0)(ref, this.plan, this.setting);
        this.journal = journal;
        this.left = left;
    }
    /** Of what this run brings, or a way back may bring again, the set forgets nothing. */
    async widenSet() {
        const { applySet, mode = 'rollout' } = this.options;
        if (applySet === undefined || (mode !== 'rollout' && mode !== 'undo'))
            return;
        const again = (this.left ?? []).flatMap(({ before }) => before ?? []);
        await widenSet(applySet, [...this.plan.steps.map(({ desired }) => desired), ...again], this.setting);
    }
    /** Undefined when all went well, as below. */
    async apply(steps) {
        const { written, refusals } = await this.timed('apply', () => (0,apply/* applySteps */.G)(steps, this.setting));
        this.written.push(...written);
        if (refusals.length > 0)
            return failedBy(refusals);
        return this.setting.signal.aborted ? cancelled : undefined;
    }
    async hooks(groups) {
        if (groups.length === 0)
            return undefined;
        const outcome = await this.timed('hooks', () => runHooks(groups, this.watching, this.setting, () => this.timeLeft()));
        return outcome.verdict === 'healthy' ? undefined : outcome;
    }
    async prune() {
        const { removed, refusal } = await prune(this.plan.pruned, this.setting);
        this.removed.push(...removed);
        if (refusal !== undefined)
            return failedBy([refusal]);
        const { applySet, mode = 'rollout' } = this.options;
        // In other modes the plan is not all that the set holds.
        if (applySet !== undefined && mode === 'rollout')
            await narrowSet(applySet, this.plan, this.setting);
        return undefined;
    }
    timeLeft() {
        return Math.max(1000, this.begun + this.options.timeout - this.setting.now());
    }
    async watch() {
        const services = this.plan.steps
            .filter(({ ref }) => ref.kind === 'Service')
            .map(({ after, desired }) => after ?? desired);
        const steps = this.plan.steps.filter(({ ref, hook }) => hook === undefined && ((0,workload/* isWorkload */.gv)(ref) || isWatched(ref, this.options.rules, this.unwatched)));
        const targets = targetsOf(steps, this.written, this.left);
        return (0,observe/* observe */.l)(targets, this.watching, this.setting, {
            timeout: this.timeLeft(),
            settle: this.options.settle,
            ...this.rules(),
            whenReady: () => checkServices(this.setting.kube, services, behindServices(this.plan, this.watching.world)),
        });
    }
    /** Custom resources are watched from when their definitions are there; the one that has to be and may not is a failure. */
    async watchCustoms() {
        const { findings, unwatched } = await watchLate(this.plan, this.watching, this.options.rules, this.setting);
        this.unwatched = unwatched;
        return findings.length === 0 ? undefined : failedBy(findings);
    }
    rules() {
        const { rules } = this.options;
        return rules === undefined ? {} : { rules };
    }
    /** After a failure or a cancel: everything as it was, or left as it is when that is wanted. */
    async back(outcome) {
        const { plan, watching, setting, options, written, removed, left } = this;
        const end = await goBack(outcome, { plan, watching, setting, options, written, removed, left });
        this.timings = { ...this.timings, undo: end.undo };
        return this.result(end.verdict, end.outcome, end.restored);
    }
    result(verdict, outcome, restored) {
        const { findings, workloads } = outcome;
        const warnings = [...outcome.warnings, ...this.plan.warnings];
        return { verdict, plan: this.plan, findings, warnings, workloads, restored, timings: this.timings };
    }
    async timed(phase, work) {
        const begun = this.setting.now();
        try {
            return await work();
        }
        finally {
            const spent = this.timings[phase] + this.setting.now() - begun;
            this.timings = { ...this.timings, [phase]: spent };
        }
    }
}
/** More than our own notes. */
const isReal = ({ change }) => change === 'created' || change === 'changed';

// EXTERNAL MODULE: ./build/actions/shared/manifests/images.js
var manifests_images = __webpack_require__(59103);
// EXTERNAL MODULE: ./build/actions/shared/rollout/plan/replicas.js
var replicas = __webpack_require__(42107);
;// CONCATENATED MODULE: ./build/actions/shared/rollout/touch/previous.js


/** Labels that a controller adds to the templates it keeps. */
const added = ['pod-template-hash', 'rollouts-pod-template-hash'];
/** The pod template of a workload's previous revision; undefined when none is kept. */
async function previousTemplate(kube, live) {
    const { namespace = '' } = live.metadata;
    const kept = (0,workload/* hasSets */.WZ)(live)
        ? await kube.list('apps/v1', 'ReplicaSet', { namespace })
        : await kube.list('apps/v1', 'ControllerRevision', { namespace });
    return previousOf(live, kept);
}
/** The same, from the revisions that are kept. */
function previousOf(live, kept) {
    const own = kept
        .filter(({ metadata }) => metadata.ownerReferences?.some(({ uid }) => uid === live.metadata.uid))
        .map((revision) => ({ revision, number: numberOf(revision, live) }))
        .sort((a, b) => b.number - a.number);
    // A ReplicaSet that is taken up again gets the newest number: the second is always what was before.
    const previous = own[1]?.revision;
    if (previous === undefined)
        return undefined;
    return (0,workload/* hasSets */.WZ)(live) ? withoutHash((0,values/* objectAt */.lJ)(previous, 'spec', 'template')) : templateIn(previous);
}
function numberOf(revision, live) {
    const note = workload/* revisionNotes */.xu[live.kind];
    const noted = note === undefined ? '' : (0,values/* textAt */.$6)(revision, 'metadata', 'annotations', note);
    return (0,workload/* hasSets */.WZ)(live) ? Number(noted || 0) : ((0,values/* numberAt */.tk)(revision, 'revision') ?? 0);
}
function withoutHash(template) {
    const metadata = (0,values/* objectAt */.lJ)(template, 'metadata');
    const labels = Object.entries((0,values/* objectAt */.lJ)(metadata, 'labels')).filter(([label]) => !added.includes(label));
    return { ...template, metadata: { ...metadata, labels: Object.fromEntries(labels) } };
}
/** A ControllerRevision keeps a strategic merge patch. */
function templateIn(revision) {
    const { $patch: _, ...template } = (0,values/* objectAt */.lJ)(revision, 'data', 'spec', 'template');
    return (0,values/* isJson */.Fh)(template['spec']) ? template : undefined;
}

;// CONCATENATED MODULE: ./build/actions/shared/rollout/touch/recorded.js






/**
 * The way to the release before this one, as the last rollout has noted it: every object that it changed gets its former
 * content, what it created goes, what it removed comes again. Undefined where nothing is noted, or where somebody has changed a
 * workload since: then only the workloads' own revisions tell what was before.
 */
async function recordedPlan(items, journal, setting) {
    const notes = await (0,journal_journal/* previousRelease */.Fi)(journal, setting);
    if (notes === undefined || isFirst(notes.entries))
        return undefined;
    const live = await Promise.all(notes.entries.map(async (entry) => ({ entry, now: await setting.kube.get(entry.ref) })));
    const other = live.find(({ entry: { ref }, now }) => {
        const hash = notes.templates[(0,values/* nameOf */.Vb)(ref)];
        // A Job that is done may be gone by its own `ttlSecondsAfterFinished`.
        if (hash === undefined || (now === undefined && ref.kind === 'Job'))
            return false;
        return now === undefined || (0,journal_entries/* templateHash */.tv)(now) !== hash;
    });
    if (other !== undefined) {
        setting.log.info(`${(0,values/* nameOf */.Vb)(other.entry.ref)} was changed since by another hand: what was noted before that is too old.`);
        return undefined;
    }
    const known = new Map(items.map((item) => [(0,values/* nameOf */.Vb)((0,values/* refOf */.H8)(item.object)), item]));
    const autoscaled = (0,replicas/* autoscaledBy */.X5)(items, setting);
    const scaled = async ({ before }, now) => before !== undefined && (await autoscaled(now, before));
    const steps = await Promise.all(live.map(async ({ entry, now }) => stepBack(entry, now, known, await scaled(entry, now), setting)));
    const named = new Set(notes.entries.map(({ ref }) => (0,values/* nameOf */.Vb)(ref)));
    const rest = items
        .map(({ object }) => (0,values/* refOf */.H8)(object))
        .filter((ref) => (0,workload/* isWorkload */.gv)(ref) && !named.has((0,values/* nameOf */.Vb)(ref)));
    const untouched = await Promise.all(rest.map((ref) => untouchedStep(ref, known, setting)));
    const pruned = live.flatMap(({ entry, now }) => entry.before === undefined && now !== undefined && !undo/* kept */.LP.has(entry.ref.kind) ? [now] : []);
    return { steps: [...steps.flat(), ...untouched.flat()], createdNamespaces: [], pruned, warnings: [] };
}
/** Before the first release there was nothing: nobody who says undo wants his service removed. */
function isFirst(entries) {
    const workloads = entries.filter(({ ref }) => (0,workload/* isWorkload */.gv)(ref));
    return workloads.length > 0 && workloads.every(({ before }) => before === undefined);
}
const plain = { force: false, replaces: false, hook: undefined, overwrites: true };
async function stepBack({ ref, before }, now, known, autoscaled, { kube }) {
    if (before === undefined || (now === undefined && (0,undo/* isSpent */.Fh)(before)))
        return [];
    const resource = await kube.resource(ref.apiVersion, ref.kind);
    const item = known.get((0,values/* nameOf */.Vb)(ref)) ?? { object: before };
    const change = now === undefined ? 'created' : 'changed';
    return [{ ...plain, item, ref, resource, before: now, desired: before, after: before, change, autoscaled }];
}
/** A workload that the last rollout has not changed is watched with the others. */
async function untouchedStep(ref, known, { kube }) {
    const [now, resource] = [await kube.get(ref), await kube.resource(ref.apiVersion, ref.kind)];
    const item = known.get((0,values/* nameOf */.Vb)(ref));
    if (now === undefined || item === undefined)
        return [];
    const as = { before: now, desired: now, after: now, change: 'none', autoscaled: false };
    return [{ ...plain, item, ref, resource, ...as }];
}

;// CONCATENATED MODULE: ./build/actions/shared/rollout/touch/touch.js







/** Kinds whose pods can be started anew. */
const lasting = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'Rollout']);
/** The plan of a mode that works on the workloads as they are in the cluster; of the manifests only the names count. */
async function touchPlan(items, mode, setting, journal) {
    const recorded = mode === 'undo' && journal !== undefined ? await recordedPlan(items, journal, setting) : undefined;
    if (recorded !== undefined)
        return { plan: recorded };
    if (mode === 'undo')
        setting.log.info('No release before this one is noted: pods go back to their last revision, and nothing else.');
    const workloads = items.filter(({ object }) => (0,workload/* isWorkload */.gv)(object));
    const autoscaled = (0,replicas/* autoscaledBy */.X5)(workloads, setting);
    const touched = await Promise.all(workloads.map((item) => touch(item, mode, autoscaled, setting)));
    const results = touched.filter((result) => result !== undefined);
    const refusals = results.flatMap((result) => ('cause' in result ? [result] : []));
    if (refusals.length > 0)
        return { refusals };
    const steps = results.flatMap((result) => ('cause' in result ? [] : [result]));
    return { plan: { steps, createdNamespaces: [], pruned: [], warnings: [] } };
}
/** Undefined: there is nothing to touch. */
async function touch(item, mode, autoscaled, setting) {
    const { kube } = setting;
    const ref = (0,values/* refOf */.H8)(item.object);
    const before = await kube.get(ref);
    if (before === undefined && goesByItself(item.object)) {
        setting.log.info(`${(0,values/* nameOf */.Vb)(ref)}: is not there; done Jobs of this kind go by themselves.`);
        return undefined;
    }
    if (before === undefined) {
        return refused(ref, 'not-there', `there is no ${(0,values/* nameOf */.Vb)(ref)}`, 'Roll it out first, or correct `namespace`.');
    }
    const resource = await kube.resource(ref.apiVersion, ref.kind);
    const base = {
        item,
        ref,
        resource,
        before,
        force: false,
        replaces: false,
        hook: undefined,
        overwrites: true,
    };
    const kept = { ...base, desired: before, after: before, change: 'none', autoscaled: false };
    if (mode === 'status' || !lasting.has(ref.kind))
        return kept;
    const desired = mode === 'restart' ? restarted(before, setting.now()) : await undone(before, setting);
    if (desired === undefined) {
        return refused(ref, 'no-previous-revision', `the cluster keeps no previous revision of ${(0,values/* nameOf */.Vb)(ref)}`, 'Roll out the earlier commit; `revisionHistoryLimit` says how many revisions are kept.');
    }
    return {
        ...base,
        desired,
        after: desired,
        change: 'changed',
        autoscaled: await autoscaled(before, desired),
    };
}
const goesByItself = (object) => object.kind === 'Job' && (0,values/* numberAt */.tk)(object, 'spec', 'ttlSecondsAfterFinished') !== undefined;
function restarted(live, now) {
    const path = ['spec', 'template', 'metadata', 'annotations', journal_entries/* restartAnnotation */.XV];
    return (0,manifests_images.withField)(live, path, new Date(now).toISOString());
}
async function undone(live, { kube }) {
    const template = await previousTemplate(kube, live);
    return (0,values/* isJson */.Fh)(template) ? (0,manifests_images.withField)(live, ['spec', 'template'], template) : undefined;
}
function refused(ref, cause, message, fix) {
    return { cause, certainty: 'certain', ref, message, evidence: [], fix, path: ['metadata', 'name'] };
}

;// CONCATENATED MODULE: ./build/actions/shared/rollout/rollout.js

















const noRules = { ready: [], failed: [] };
const noTime = { check: 0, apply: 0, hooks: 0, watch: 0, undo: 0 };
/**
 * Brings objects into the cluster and sees them to their end: everything is checked by the server first, then written,
 * watched until it is proven healthy, and put back as it was when it fails.
 *
 * Throws only for a cluster that can't be reached at the beginning, for workloads that another run took over in the middle
 * (ClaimLost), and for our own bugs.
 */
async function rollOut(items, setting, options) {
    if (options.claim === undefined || options.dryRun)
        return withClaims(items, setting, options, { held: [], unguarded: setting });
    const { claims = [], busy } = await (0,take/* claimWorkloads */.T)(items, options.claim, setting);
    if (busy !== undefined)
        return refusedBy([busy], noTime);
    const held = [...claims];
    const safe = { ...setting, kube: (0,claim.guarded)(setting.kube, held) };
    try {
        return await withClaims(items, safe, options, { held, unguarded: setting });
    }
    finally {
        await Promise.all(held.map((claim) => claim.release()));
    }
}
async function withClaims(items, setting, options, claims) {
    const lookout = new Lookout(setting.kube);
    try {
        return await checkedAndCarriedOut(items, setting, options, { ...claims, lookout });
    }
    finally {
        await lookout.close();
    }
}
async function checkedAndCarriedOut(items, setting, options, { held, unguarded, lookout }) {
    const begun = setting.now();
    const { plan, refusals } = await planFor(items, setting, options, lookout);
    const timings = { ...noTime, check: setting.now() - begun };
    if (plan === undefined)
        return refusedBy(refusals, timings);
    const older = olderRelease(plan, setting, options);
    if (older.length > 0) {
        await (0,namespaces/* removeNamespaces */.d)(plan.createdNamespaces, setting);
        return refusedBy(older, timings);
    }
    if (options.dryRun || setting.signal.aborted)
        await (0,namespaces/* removeNamespaces */.d)(plan.createdNamespaces, setting);
    else if (options.claim !== undefined && plan.createdNamespaces.length > 0) {
        const fresh = items.filter(({ object }) => plan.createdNamespaces.includes(object.metadata.namespace ?? ''));
        const { claims = [], busy } = await (0,take/* claimWorkloads */.T)(fresh, options.claim, unguarded);
        if (busy !== undefined)
            return refusedBy([busy], timings);
        held.push(...claims);
    }
    return carryOut(plan, timings, setting, options, lookout);
}
async function planFor(items, setting, options, lookout) {
    const { mode = 'rollout', applySet: set } = options;
    if (mode !== 'rollout')
        return touchPlan(items, mode, setting, options.journal);
    const own = set === undefined ? items : (0,apply_set/* members */.ol)(items, set);
    const objects = own.map(({ object }) => object);
    const known = set === undefined ? undefined : await readSet(setting.kube, set);
    if (known?.refusal !== undefined)
        return { refusals: [known.refusal] };
    let prunable = { pruned: [], warnings: [] };
    const planning = await (0,plan_plan/* makePlan */.C)(own, setting, {
        more: known === undefined ? [] : await setPermissions(setting.kube, known, objects),
        wanted: wantedBy(items, options),
        open: async () => {
            // Asked before anything is made for the check: what may not be listed is a refusal that leaves nothing behind.
            if (known !== undefined)
                prunable = await findPrunable(setting.kube, known, objects);
            await lookout.open(objects.filter(workload/* isWorkload */.gv));
            return (ref) => lookout.lookUp(ref);
        },
    });
    if (planning.plan === undefined)
        return planning;
    const { plan } = planning;
    const { pruned, warnings } = prunable;
    return { plan: { ...plan, pruned, warnings: [...plan.warnings, ...warnings] } };
}
/** What will change, before it does. */
async function tell(plan, { log }) {
    const lines = (0,diff/* diffOf */.n)(plan);
    if (lines.length === 0)
        return;
    await log.group('What changes', async () => log.info(lines.join('\n')));
}
async function carryOut(plan, timings, setting, options, lookout) {
    const { warnings } = plan;
    const base = { findings: [], warnings, workloads: [], restored: undefined, timings, plan };
    const changes = plan.pruned.length > 0 || plan.steps.some(({ change }) => change === 'created' || change === 'changed');
    if (setting.signal.aborted)
        return { ...base, verdict: 'cancelled' };
    await tell(plan, setting);
    if (options.dryRun)
        return { ...base, verdict: changes ? 'healthy' : 'unchanged' };
    const workloads = plan.steps.filter(({ ref }) => (0,workload/* isWorkload */.gv)(ref));
    const { rules = noRules } = options;
    const customs = options.rules === undefined ? [] : plan.steps.filter(({ ref }) => (0,custom/* isAwaited */.AJ)(ref, rules));
    const complete = workloads.every(({ before }) => before !== undefined && (0,workload/* statusOf */.c2)(before).complete) &&
        customs.every(({ before }) => before !== undefined && (0,custom/* customStatus */.WO)(before, rules).complete);
    const open = options.journal !== undefined && complete && !changes && (await (0,journal_journal/* isLeftOpen */.Uh)(options.journal, setting));
    if (!changes && complete && !open) {
        const applied = await (0,apply/* applySteps */.G)(plan.steps, setting);
        const statuses = workloads.flatMap(({ before }) => (before === undefined ? [] : [(0,workload/* statusOf */.c2)(before)]));
        if (applied.refusals.length === 0)
            return { ...base, verdict: 'unchanged', workloads: statuses };
        return { ...base, verdict: 'failed', workloads: statuses, findings: applied.refusals };
    }
    const watching = await lookout.open(workloads.map(({ desired }) => desired));
    return new Run({ plan, watching, setting, options, timings }).toItsEnd();
}
function refusedBy(findings, timings) {
    const nothing = { plan: undefined, warnings: [], workloads: [], restored: undefined };
    return { ...nothing, verdict: 'refused', findings, timings };
}
/** Permissions that make a rollout safe beside others and against its own death, and let it mend what blocks it. */
function wantedBy(items, { claim, journal }) {
    const workloads = items.map(({ object }) => object).filter(workload/* isWorkload */.gv);
    const namespaces = new Set(workloads.map(({ metadata }) => metadata.namespace ?? ''));
    return [
        ...(0,permissions/* safetyPermissions */.jp)(claim === undefined ? [] : [...namespaces], journal?.namespace),
        ...(0,permissions/* mendingPermissions */.jH)(workloads),
    ];
}
/** The revision that a workload had before; what an undo goes back to. */
function previousRevision(before) {
    return before === undefined ? undefined : (0,workload/* revisionOf */.DT)(before);
}


/***/ })

};
