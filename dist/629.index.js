export const id = 629;
export const ids = [629,900,103];
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

/***/ 42873:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ ordered),
/* harmony export */   g: () => (/* binding */ stageOf)
/* harmony export */ });
/** What others need comes first; what sends traffic comes last. Kinds not named here come before the workloads. */
const kinds = [
    ['CustomResourceDefinition'],
    ['Namespace'],
    ['PriorityClass', 'StorageClass', 'RuntimeClass', 'PersistentVolume'],
    ['ResourceQuota', 'LimitRange', 'NetworkPolicy'],
    ['ServiceAccount', 'ClusterRole', 'Role', 'ClusterRoleBinding', 'RoleBinding'],
    ['ConfigMap', 'Secret'],
    ['PersistentVolumeClaim'],
    ['Service'],
];
const late = [
    ['DaemonSet', 'StatefulSet', 'Deployment', 'ReplicaSet', 'Pod', 'Job', 'CronJob', 'Rollout'],
    ['PodDisruptionBudget', 'HorizontalPodAutoscaler'],
    ['DestinationRule', 'Gateway', 'VirtualService', 'Ingress', 'HTTPRoute', 'GRPCRoute'],
];
/** Where a kind stands in the order of an apply. */
function stageOf(kind) {
    const early = kinds.findIndex((stage) => stage.includes(kind));
    if (early >= 0)
        return early;
    const after = late.findIndex((stage) => stage.includes(kind));
    return after < 0 ? kinds.length : kinds.length + 1 + after;
}
/** The manifests by kind, the caller's order within a kind. */
function ordered(manifests) {
    return manifests.toSorted((a, b) => stageOf(a.object.kind) - stageOf(b.object.kind));
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

/***/ 36178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ admission),
/* harmony export */   c: () => (/* binding */ judgeRefusal)
/* harmony export */ });
/* harmony import */ var _cause_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66432);

/** Room may come free while old pods go. */
const quotaPatience = 5000;
/** A webhook that does not answer may be restarting. */
const webhookPatience = 10_000;
/**
 * Pods that can't even be made. A Deployment says so in its condition ReplicaFailure, which stays; the others only by
 * events.
 */
const admission = (facts) => {
    const event = facts.events.findLast(({ reason }) => reason === 'FailedCreate');
    const said = facts.replicaFailure ?? (facts.pods.length === 0 ? event?.message : undefined);
    if (said === undefined)
        return [];
    const { cause, what, fix, certainty } = judgeRefusal(said, facts);
    return [
        (0,_cause_js__WEBPACK_IMPORTED_MODULE_0__/* .about */ .Cv)(facts, {
            cause,
            certainty,
            message: `${what}: ${core(said)}`,
            evidence: [`${facts.workload.kind}: FailedCreate: ${said}`],
            fix,
        }),
    ];
};
/** The cluster's words without the name of the pod that was never made. */
function core(said) {
    return said.replace(/^Error creating: /, '').replace(/^pods "[^"]*" is forbidden: /, '');
}
/** What a refusal by admission means, whether of a pod or of an object of the manifests. */
function judgeRefusal(said, facts) {
    if (/error looking up service account|serviceaccount "[^"]*" not found/i.test(said)) {
        return {
            cause: 'service-account-missing',
            certainty: 2000,
            what: 'the ServiceAccount of the pods is not there',
            fix: 'Add the ServiceAccount to the manifests, or correct `serviceAccountName`.',
        };
    }
    if (/exceeded quota|failed quota/.test(said)) {
        return {
            cause: 'quota-exceeded',
            certainty: facts !== undefined && facts.leaving > 0 ? 'suspected' : quotaPatience,
            what: "the namespace's quota does not allow the pods",
            fix: 'Ask for less, set the requests and limits that the quota counts, or have it raised. A rolling update needs room for its surge.',
        };
    }
    if (/failed calling webhook|failed to call webhook|no endpoints available for service/.test(said)) {
        return {
            cause: 'webhook-failed',
            certainty: webhookPatience,
            what: 'an admission webhook does not answer',
            fix: 'Look at the webhook that the message names: its Service, its certificate, its pods.',
        };
    }
    return {
        cause: 'admission-denied',
        certainty: 'certain',
        what: 'the cluster refuses the pods',
        fix: /PodSecurity/.test(said)
            ? 'Set what the message lists in the `securityContext`, or change the `pod-security.kubernetes.io/enforce` label of the namespace.'
            : 'Change what the policy, LimitRange or webhook named in the message refuses.',
    };
}


/***/ }),

/***/ 66432:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cv: () => (/* binding */ about),
/* harmony export */   FD: () => (/* binding */ eachContainer),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   Xb: () => (/* binding */ aboutContainer),
/* harmony export */   vu: () => (/* binding */ isRefusal),
/* harmony export */   w$: () => (/* binding */ lastLines)
/* harmony export */ });
/* harmony import */ var _kube_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49256);

/** A finding about a workload; `path` is its pod template unless told. */
function about(facts, told) {
    return { ref: (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .refOf */ .H8)(facts.workload), path: ['spec', 'template'], ...told };
}
/** A finding about one container of a workload, at `field` of its definition. */
function aboutContainer(facts, container, told) {
    const { field = [], ...rest } = told;
    return about(facts, { container: container.name, path: [...container.path, ...field], ...rest });
}
/** What `decide` finds on each container of the new pods. */
function eachContainer(facts, decide) {
    return facts.pods.flatMap((pod) => pod.containers.flatMap((container) => {
        const found = decide(container, pod);
        return found === undefined ? [] : [found];
    }));
}
/** An event as evidence. */
function quoted({ reason, message, count }) {
    return `event ${reason}${count > 1 ? ` (${count} times)` : ''}: ${message.trim()}`;
}
/** Whether a probe found nobody listening. A gRPC probe reports that as a connection that did not come in time. */
function isRefusal(said) {
    return /connection refused|timeout: failed to connect service/.test(said);
}
/** The last lines of a container's log as evidence. */
function lastLines({ name, log }, count = 15) {
    const lines = (log ?? '')
        .trimEnd()
        .split('\n')
        .filter((line) => line.trim() !== '');
    return lines.slice(-count).map((line) => `log of ${name}: ${line}`);
}


/***/ }),

/***/ 67641:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JF: () => (/* binding */ Claim),
/* harmony export */   Nj: () => (/* binding */ guarded),
/* harmony export */   lo: () => (/* binding */ ClaimLost)
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
function bodyOf(name, { namespace, owner, workloads, process }, now, version = {}) {
    return (0,_lease_lease_js__WEBPACK_IMPORTED_MODULE_4__/* .leaseObject */ ._D)({
        name,
        namespace,
        owner,
        now,
        seconds: _others_js__WEBPACK_IMPORTED_MODULE_2__/* .claimSeconds */ .is,
        labels: { [_others_js__WEBPACK_IMPORTED_MODULE_2__/* .claimLabel */ .Z7]: 'rollout', 'app.kubernetes.io/managed-by': 'seatrial' },
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


/** Marks the Leases of rollouts. */
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
            process: (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(lease, 'metadata', 'annotations', processAnnotation),
            expired: (0,_lease_lease_js__WEBPACK_IMPORTED_MODULE_1__/* .isExpired */ ._d)(lease, serverNow, claimSeconds),
            shared: workloads.filter((name) => claimed.has(name)),
        };
    });
}


/***/ }),

/***/ 14977:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sw: () => (/* binding */ removeJournal),
/* harmony export */   a0: () => (/* binding */ readJournal),
/* harmony export */   fY: () => (/* binding */ writeJournal),
/* harmony export */   fp: () => (/* binding */ journalRef)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);
/* harmony import */ var _kube_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80265);
/* harmony import */ var _kube_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49256);



/** etcd takes 1 MiB for an object; a release whose past is larger goes without. */
const largest = 1_000_000;
/** Where the journal of a run is kept. `name` tells runs of different releases in one namespace apart. */
function journalRef(namespace, name) {
    return { apiVersion: 'v1', kind: 'Secret', namespace, name: `seatrial-rollout-${name}` };
}
/** What an earlier run has left that did not come to its end; undefined: nothing. */
async function readJournal(ref, { kube, log }) {
    try {
        const secret = await kube.get(ref);
        const content = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(secret, 'data', 'before');
        if (content === '')
            return undefined;
        log.info(`An earlier rollout did not come to its end: ${(0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb)(ref)} knows what was before it.`);
        const parsed = JSON.parse((0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.gunzipSync)(Buffer.from(content, 'base64')).toString());
        return { ref, entries: (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__/* .listAt */ .gT)(parsed, 'entries').flatMap(entryOf) };
    }
    catch (error) {
        if (error instanceof _kube_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .KubeError */ .a3 && error.status === 403)
            return undefined;
        throw error;
    }
}
function entryOf(value) {
    const reference = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__.at)(value, 'object');
    const before = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__.at)(value, 'before');
    if (!(0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__/* .isKubeObject */ .$e)(reference))
        return [];
    const { apiVersion, kind, metadata } = reference;
    const { name = '', namespace } = metadata;
    const ref = { apiVersion, kind, name, ...(namespace === undefined ? {} : { namespace }) };
    const autoscaled = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__.at)(value, 'autoscaled') === true;
    return [{ ref, before: (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__/* .isKubeObject */ .$e)(before) ? before : undefined, autoscaled, uid: undefined }];
}
/**
 * Writes down what the plan will change, before its first write. What an earlier run has noted stays: it knew the state
 * before both. Without the permission, or when it is too large, the rollout goes on without and says so.
 */
async function writeJournal(ref, plan, left, setting) {
    const known = new Set(left?.entries.map((entry) => (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb)(entry.ref)));
    const added = plan.steps
        .filter(({ change, hook, ref: own }) => change !== 'none' && hook === undefined && !known.has((0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb)(own)))
        .map(({ ref: own, before, autoscaled }) => ({ ref: own, before, autoscaled, uid: undefined }));
    const pruned = plan.pruned
        .map((object) => ({ ref: (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__/* .refOf */ .H8)(object), before: object, autoscaled: false, uid: undefined }))
        .filter((entry) => !known.has((0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb)(entry.ref)));
    const entries = [...(left?.entries ?? []), ...added, ...pruned];
    if (entries.length === 0)
        return undefined;
    const data = { before: (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.gzipSync)(JSON.stringify({ entries: entries.map(serial) })).toString('base64') };
    if (data.before.length > largest)
        return without('what was before is larger than an object may be', setting);
    try {
        const { kube, fieldManager } = setting;
        await kube.apply(secretOf(ref, data), { fieldManager, force: true });
        return { ref, entries };
    }
    catch (error) {
        if (!(error instanceof _kube_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .KubeError */ .a3) || error.status === 0)
            throw error;
        return without(error.message, setting);
    }
}
function serial({ ref, before, autoscaled }) {
    const { apiVersion, kind, name, namespace } = ref;
    return { object: { apiVersion, kind, metadata: { name, namespace } }, before, autoscaled };
}
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
function without(why, { log }) {
    log.info(`If this runner dies, the next run can't go back by itself: ${why}`);
    return undefined;
}
/** The run has come to an end that needs no way back. */
async function removeJournal(journal, { kube, log }) {
    if (journal === undefined)
        return;
    try {
        await kube.remove(journal.ref);
    }
    catch (error) {
        if (!(error instanceof _kube_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .KubeError */ .a3))
            throw error;
        log.info(`${(0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb)(journal.ref)} could not be removed: ${error.message}`);
    }
}


/***/ }),

/***/ 33918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ watchedKinds)
/* harmony export */ });
/* harmony import */ var _kube_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49256);
/* harmony import */ var _workload_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57413);


/** What has to be watched to see workloads to their end: themselves, what makes their pods, the pods, and events. */
function watchedKinds(workloads) {
    if (workloads.length === 0)
        return [];
    const own = workloads.map(({ apiVersion, kind }) => ({ apiVersion, kind }));
    const sets = own.some(_workload_js__WEBPACK_IMPORTED_MODULE_0__/* .hasSets */ .WZ) ? [{ apiVersion: 'apps/v1', kind: 'ReplicaSet' }] : [];
    const claims = workloads.some(usesClaims) ? [{ apiVersion: 'v1', kind: 'PersistentVolumeClaim' }] : [];
    const all = [
        ...own,
        ...sets,
        ...claims,
        { apiVersion: 'v1', kind: 'Pod' },
        { apiVersion: 'v1', kind: 'Event' },
    ];
    return [...new Map(all.map((kind) => [`${kind.apiVersion} ${kind.kind}`, kind])).values()];
}
function usesClaims(workload) {
    return ((0,_kube_values_js__WEBPACK_IMPORTED_MODULE_1__/* .listAt */ .gT)(workload, 'spec', 'volumeClaimTemplates').length > 0 ||
        (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_1__/* .listAt */ .gT)(workload, 'spec', 'template', 'spec', 'volumes').some((volume) => (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(volume, 'persistentVolumeClaim', 'claimName') !== ''));
}


/***/ }),

/***/ 61396:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ observe)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/actions/shared/kube/values.js
var values = __webpack_require__(49256);
;// CONCATENATED MODULE: ./build/actions/shared/rollout/finding.js
/**
 * Everything that can be wrong with a rollout, most telling first: where several are true of one pod, the first of this
 * list is the cause and the others are its consequences. docs/rollout-causes.md explains each.
 */
const causeIds = [
    'unreachable',
    'unauthorized',
    'forbidden',
    'frozen',
    'busy',
    'older-release',
    'namespace-missing',
    'invalid-manifest',
    'selector-mismatch',
    'immutable-field',
    'field-conflict',
    'managed-elsewhere',
    'sync-failed',
    'stuck-finalizer',
    'not-there',
    'no-previous-revision',
    'webhook-failed',
    'service-account-missing',
    'quota-exceeded',
    'admission-denied',
    'image-name-invalid',
    'image-wrong-platform',
    'image-not-found',
    'image-pull-denied',
    'image-pull-failed',
    'config-missing',
    'runs-as-root',
    'missing-interpreter',
    'missing-file',
    'start-failed',
    'oom-killed',
    'evicted',
    'node-lost',
    'init-failed',
    'panic',
    'liveness-failing',
    'startup-failing',
    'crash-loop',
    'volume-pending',
    'unschedulable',
    'job-failed',
    'resource-failed',
    'readiness-failing',
    'service-port-mismatch',
    'no-endpoints',
    'replica-conflict',
    'progress-deadline',
    'old-pods-left',
    'not-pruned',
];
/** Two findings of one cause on one container are one, on however many pods it is seen. */
function keyOf({ cause, ref, container = '' }) {
    return [cause, ref.kind, ref.namespace ?? '', ref.name, container].join(' ');
}
/** The most telling first; of one cause the surest first. */
function ranked(findings) {
    const order = findings.toSorted((a, b) => causeIds.indexOf(a.cause) - causeIds.indexOf(b.cause) || sureness(b.certainty) - sureness(a.certainty));
    return [...new Map(order.toReversed().map((finding) => [keyOf(finding), finding])).values()].toReversed();
}
function sureness(certainty) {
    if (certainty === 'certain')
        return 3;
    if (typeof certainty === 'number')
        return 2;
    return certainty === 'suspected' ? 1 : 0;
}

// EXTERNAL MODULE: ./build/actions/shared/rollout/causes/admission.js
var admission = __webpack_require__(36178);
// EXTERNAL MODULE: ./build/actions/shared/rollout/causes/cause.js
var causes_cause = __webpack_require__(66432);
;// CONCATENATED MODULE: ./build/actions/shared/rollout/causes/config.js


/** An operator may still be making the Secret; the kubelet asks again every few seconds. */
const patience = 4000;
/** ConfigMaps, Secrets and keys that pods ask for and that are not there. */
const config = (facts) => [...fromContainers(facts), ...fromVolumes(facts)];
function fromContainers(facts) {
    return (0,causes_cause/* eachContainer */.FD)(facts, (container, pod) => {
        const { waiting } = container;
        if (waiting?.reason !== 'CreateContainerConfigError')
            return undefined;
        const evidence = [`Pod ${pod.name}: ${waiting.reason}: ${waiting.message}`];
        if (/runAsNonRoot|non-root|non-numeric user/.test(waiting.message))
            return asRoot(facts, container, evidence);
        const missing = missingIn(waiting.message);
        return (0,causes_cause/* aboutContainer */.Xb)(facts, container, {
            cause: 'config-missing',
            certainty: patience,
            message: missing ?? `the container's configuration is not there: ${waiting.message}`,
            evidence,
            fix: fixFor(missing),
        });
    });
}
function asRoot(facts, container, evidence) {
    return (0,causes_cause/* aboutContainer */.Xb)(facts, container, {
        cause: 'runs-as-root',
        certainty: 'certain',
        message: '`runAsNonRoot` forbids root, and the image runs as root or as a user known by name only',
        evidence,
        fix: 'Set a number as user: `USER 65532` in the Dockerfile or `runAsUser: 65532` in the security context.',
        field: ['securityContext'],
    });
}
function fromVolumes(facts) {
    return facts.pods.flatMap((pod) => {
        // Nothing in the pod's status tells of it.
        const failed = pod.events.filter(({ reason, message }) => reason === 'FailedMount' && missingIn(message) !== undefined);
        if (failed.length === 0 || pod.containers.some(({ running }) => running))
            return [];
        const volumes = failed.map((event) => ({ event, ...volumeOf(facts, event) }));
        const all = [...new Map(volumes.map((one) => [one.missing, one])).values()];
        return [
            (0,causes_cause/* about */.Cv)(facts, {
                cause: 'config-missing',
                certainty: patience,
                message: `${all.map(({ missing }) => missing).join(', and ')}, which the pods mount`,
                evidence: all.map(({ event }) => `Pod ${pod.name}: ${(0,causes_cause/* quoted */.TL)(event)}`),
                fix: fixFor(all[0]?.missing),
                path: all[0]?.path ?? volumesPath,
            }),
        ];
    });
}
const volumesPath = ['spec', 'template', 'spec', 'volumes'];
/** What a mount misses and where the volume stands; the kubelet names a missing key without its object. */
function volumeOf(facts, { message }) {
    const name = /for volume "([^"]+)"/.exec(message)?.[1];
    const volumes = (0,values/* listAt */.gT)(facts.workload, ...volumesPath);
    const index = volumes.findIndex((volume) => (0,values/* textAt */.$6)(volume, 'name') === name);
    const path = [...volumesPath, ...(index < 0 ? [] : [index])];
    const missing = missingIn(message) ?? '';
    const key = /references non-existent (?:config|secret) key: (\S+)/.exec(message)?.[1];
    const holder = key === undefined ? undefined : sourcesOf(volumes[index]).find((one) => asksFor(one, key));
    return {
        missing: holder === undefined ? missing : `${holder.kind} ${holder.name} has no key ${key}`,
        path,
    };
}
/** The ConfigMaps and Secrets behind a volume, a projected one included. */
function sourcesOf(volume) {
    return [volume, ...(0,values/* listAt */.gT)(volume, 'projected', 'sources')].flatMap((source) => {
        const [config, secret] = [(0,values.at)(source, 'configMap'), (0,values.at)(source, 'secret')];
        if (config !== undefined)
            return [{ kind: 'ConfigMap', name: (0,values/* textAt */.$6)(config, 'name'), items: (0,values/* listAt */.gT)(config, 'items') }];
        if (secret === undefined)
            return [];
        const name = (0,values/* textAt */.$6)(secret, 'secretName') || (0,values/* textAt */.$6)(secret, 'name');
        return [{ kind: 'Secret', name, items: (0,values/* listAt */.gT)(secret, 'items') }];
    });
}
const asksFor = ({ items }, key) => items.some((item) => (0,values/* textAt */.$6)(item, 'key') === key);
/** What is missing, from the kubelet's words. */
function missingIn(message) {
    const object = /(configmap|secret) "([^"]+)" not found/i.exec(message);
    if (object !== null)
        return `there is no ${kindOf(object[1])} ${object[2]}`;
    const key = /couldn't find key (\S+) in (ConfigMap|Secret) ([\w.-]+\/)?([\w.-]+)/.exec(message);
    if (key !== null)
        return `${key[2]} ${key[4]} has no key ${key[1]}`;
    const volumeKey = /references non-existent (config|secret) key: (\S+)/.exec(message);
    if (volumeKey !== null)
        return `the ${volumeKey[1] === 'config' ? 'ConfigMap' : 'Secret'} has no key ${volumeKey[2]}`;
    return undefined;
}
const kindOf = (word) => word?.toLowerCase() === 'secret' ? 'Secret' : 'ConfigMap';
function fixFor(missing) {
    if (missing?.includes('has no key') === true)
        return 'Add the key there, or correct its name in the manifest.';
    return 'Add the object to the manifests of this release, correct its name, or let whoever makes it run before.';
}

// EXTERNAL MODULE: ./build/actions/shared/rollout/workload.js
var rollout_workload = __webpack_require__(57413);
;// CONCATENATED MODULE: ./build/actions/shared/rollout/causes/controller.js



/** Controllers take their finalizers away within moments, once they run. */
const finalizerPatience = 10_000;
/** A Job that has given up. */
const job = (facts) => {
    if (facts.workload.kind !== 'Job')
        return [];
    // FailureTarget comes first; Failed follows when the last pod is gone.
    const failed = [(0,rollout_workload/* conditionOf */.rI)(facts.workload, 'Failed'), (0,rollout_workload/* conditionOf */.rI)(facts.workload, 'FailureTarget')].find((condition) => condition?.status === 'True');
    if (failed === undefined)
        return [];
    const ends = facts.pods.flatMap((pod) => pod.containers.flatMap((container) => container.ended === undefined || container.ended.exitCode === 0
        ? []
        : [
            `Pod ${pod.name}: ${container.name} ended with exit code ${container.ended.exitCode} (${container.ended.reason})`,
            ...(0,causes_cause/* lastLines */.w$)(container),
        ]));
    return [
        (0,causes_cause/* about */.Cv)(facts, {
            cause: 'job-failed',
            certainty: 'certain',
            message: `the Job has failed: ${failed.reason}: ${failed.message}`,
            evidence: ends,
            fix: failed.reason === 'DeadlineExceeded'
                ? 'Raise `activeDeadlineSeconds`, or find what takes so long.'
                : 'Its last log lines tell why; a Job can be changed only by a new one, so give it a new name or delete it first.',
            path: ['spec'],
        }),
    ];
};
/** A StatefulSet waits for a pod that is not allowed to go. */
const held = (facts) => {
    const [pod] = facts.held;
    if (pod === undefined || facts.workload.kind !== 'StatefulSet')
        return [];
    return [
        (0,causes_cause/* about */.Cv)(facts, {
            cause: 'stuck-finalizer',
            certainty: finalizerPatience,
            message: `Pod ${pod.name} has ended and can't go: the finalizer ${pod.finalizers.join(', ')} holds it`,
            evidence: [`Pod ${pod.name}: metadata.finalizers: ${pod.finalizers.join(', ')}`],
            fix: 'Whoever owns the finalizer has to do its work; take it away by hand only when that controller is gone.',
        }),
    ];
};
/** The number of replicas goes up and down by other hands: the rollout never comes to rest. */
const replicas = (facts) => {
    const { scalings } = facts;
    const turns = scalings.filter(({ from, to }, index) => {
        const before = scalings[index - 1];
        return before !== undefined && Math.sign(to - from) !== Math.sign(before.to - before.from);
    });
    if (turns.length === 0)
        return [];
    const managers = [...new Set(scalings.map(({ manager }) => manager))].join(', ');
    return [
        (0,causes_cause/* about */.Cv)(facts, {
            cause: 'replica-conflict',
            certainty: turns.length > 1 ? 'certain' : 'warning',
            message: `the number of replicas is fought over: ${managers} changed it ${scalings.length} times during this rollout`,
            evidence: scalings
                .slice(-5)
                .map(({ from, to, manager }) => `spec.replicas: ${from} → ${to} by ${manager}`),
            fix: 'Let one only own the number: one HorizontalPodAutoscaler per workload, and `replicas` in no other place.',
            path: ['spec', 'replicas'],
        }),
    ];
};
/** Told to wait: nothing goes on before somebody resumes it. */
const paused = ({ workload }) => {
    if (workload.kind !== 'Deployment' || (0,values.at)(workload, 'spec', 'paused') !== true)
        return [];
    return [
        {
            cause: 'progress-deadline',
            certainty: (0,rollout_workload/* statusOf */.c2)(workload).complete ? 'warning' : 'certain',
            ref: (0,values/* refOf */.H8)(workload),
            message: 'the Deployment is paused, so that its controller makes no pods of the new revision',
            evidence: [`spec.paused: true${reasonOf(workload)}`],
            fix: `Take \`paused: true\` out, or resume it: \`kubectl rollout resume deployment/${workload.metadata.name}\`.`,
            path: ['spec', 'paused'],
        },
    ];
};
function reasonOf(workload) {
    const condition = (0,rollout_workload/* conditionOf */.rI)(workload, 'Progressing');
    return condition === undefined ? '' : `, condition Progressing: ${condition.reason}: ${condition.message}`;
}
/** The controller has given up waiting; whatever else is suspected is the reason. */
const deadline = (facts) => {
    if (!facts.deadlineExceeded)
        return [];
    const seconds = (0,values/* numberAt */.tk)(facts.workload, 'spec', 'progressDeadlineSeconds') ?? 600;
    return [
        (0,causes_cause/* about */.Cv)(facts, {
            cause: 'progress-deadline',
            certainty: 'certain',
            message: `no progress within progressDeadlineSeconds (${seconds} s)`,
            evidence: [`${facts.workload.kind}: ${(0,rollout_workload/* conditionOf */.rI)(facts.workload, 'Progressing')?.message ?? ''}`],
            fix: 'Look at the pods; a slow start needs a longer `progressDeadlineSeconds`.',
            path: ['spec', 'progressDeadlineSeconds'],
        }),
    ];
};

;// CONCATENATED MODULE: ./build/actions/shared/rollout/causes/absent-file.js
/** A program tells of it at its end; further up it may have been something that it got over. */
const lastWords = 25;
/**
 * Files that a small base image lacks and that a Go program finds out about only by their effect: the bundle of
 * certificate authorities (crypto/x509 trusts nobody then) and the time zones (time.LoadLocation).
 */
function absentFile({ name, image, log = '', ended }) {
    if (ended?.exitCode === 0)
        return undefined;
    const words = log.trimEnd().split('\n').slice(-lastWords).join('\n');
    const untrusted = /x509: (?:certificate signed by unknown authority|failed to load system roots[^\n]*)/.exec(words);
    if (untrusted !== null) {
        return {
            cause: 'missing-file',
            message: `${name} ends since it trusts no authority behind a certificate (${untrusted[0]}): ${image} has no CA certificates, or not those of this peer`,
            fix: 'Add the authorities: a base image with ca-certificates, `COPY --from=builder /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/`, or the CA of a private peer as a mounted file (`SSL_CERT_FILE`).',
        };
    }
    const zone = /unknown time zone (\S+)|open (\S*zoneinfo\S*): no such file/.exec(words);
    if (zone === null)
        return undefined;
    return {
        cause: 'missing-file',
        message: `${name} ends since it finds no time zone data (${zone[0]}): ${image} has no zoneinfo, or no zone of that name`,
        fix: 'Add `import _ "time/tzdata"` to the program (450 KB), or use a base image with tzdata; check the zone\'s name.',
    };
}

;// CONCATENATED MODULE: ./build/actions/shared/rollout/causes/panic.js
/**
 * The last panic or fatal error of the Go runtime in a log.
 *
 * The stack format is that of runtime.Stack: the function on one line, `\tfile:line +0x…` on the next.
 */
function panicIn(log) {
    const lines = log.split('\n');
    const at = lines.findLastIndex((line) => /^(panic: |fatal error: )/.test(line));
    const first = lines[at];
    if (first === undefined || !lines.slice(at).some((line) => /^goroutine \d+/.test(line)))
        return undefined;
    return { message: first.trim(), frame: framesOf(lines.slice(at)).find(isOwn) };
}
/** The panic itself and the stack below it as evidence: the end of a long stack says nothing. */
function panicLines({ name, log = '' }, count = 20) {
    const lines = log.split('\n').filter((line) => line.trim() !== '');
    const at = lines.findLastIndex((line) => /^(panic: |fatal error: )/.test(line));
    return lines.slice(Math.max(0, at), Math.max(0, at) + count).map((line) => `log of ${name}: ${line}`);
}
function framesOf(lines) {
    return lines.flatMap((line, index) => {
        const place = /^\t(.+\.go):(\d+)(?: \+0x[0-9a-f]+)?$/.exec(line.trimEnd());
        if (place?.[1] === undefined)
            return [];
        const name = (lines[index - 1] ?? '').replace(/\([^()]*\)$/, '').replace(/^created by (\S+).*$/, '$1');
        return [{ function: name.trim(), file: place[1], line: Number(place[2]) }];
    });
}
/** Not of Go's own library and not of a module in the cache or the vendor folder. */
function isOwn({ function: name, file }) {
    if (/^(panic|runtime|testing|internal)\b/.test(name))
        return false;
    if (/\/go\/src\/|@v\d|\/vendor\/|\/pkg\/mod\//.test(file))
        return false;
    // With -trimpath, files of Go's own library begin with the package's name, which holds no dot.
    return (file.startsWith('/') ||
        file.startsWith('./') ||
        (file.split('/', 1)[0] ?? '').includes('.') ||
        name.startsWith('main.'));
}

;// CONCATENATED MODULE: ./build/actions/shared/rollout/causes/crash.js




/** A program may end once and then be well; one that may be waiting for another of the release gets a third try. */
const endsAllowed = (facts) => (facts.othersPending ? 2 : 1);
/** A hook that fails because something else is not there yet may pass the next time; the kubelet takes ten seconds. */
const hookPatience = 6000;
/** Memory: the kernel's kill is certain the first time. */
const outOfMemory = (facts) => (0,causes_cause/* eachContainer */.FD)(facts, (container, pod) => {
    if (container.ended?.reason !== 'OOMKilled')
        return undefined;
    const limit = (0,values/* textAt */.$6)(container.spec, 'resources', 'limits', 'memory');
    const soft = memoryLimitOf(container);
    return (0,causes_cause/* aboutContainer */.Xb)(facts, container, {
        cause: 'oom-killed',
        certainty: 'certain',
        message: `the kernel killed ${container.name}: it took more memory than ${limit === '' ? 'the node has (it has no limit)' : `its limit of ${limit}`} (peak: ${limit === '' ? 'unknown' : `the whole ${limit}`}; ${soft})`,
        evidence: [
            `Pod ${pod.name}: OOMKilled, exit code ${container.ended.exitCode}`,
            ...(0,causes_cause/* lastLines */.w$)(container, 5),
        ],
        fix: 'Find what grows (heap profile), or raise `resources.limits.memory`; for Go set GOMEMLIMIT to 80–90 % of the limit, so that the collector works before the kernel kills.',
        field: ['resources'],
    });
});
function memoryLimitOf({ spec }) {
    const env = (0,values.at)(spec, 'env');
    const found = Array.isArray(env) ? env.find((entry) => (0,values/* textAt */.$6)(entry, 'name') === 'GOMEMLIMIT') : undefined;
    if (found === undefined)
        return 'GOMEMLIMIT is not set';
    const field = (0,values/* textAt */.$6)(found, 'valueFrom', 'resourceFieldRef', 'resource');
    return `GOMEMLIMIT is ${(0,values/* textAt */.$6)(found, 'value') || (field === '' ? 'set by reference' : `${field}, without headroom`)}`;
}
/** Programs that end by themselves: by a panic, with an error, or without one where they should go on. */
const crash = (facts) => (0,causes_cause/* eachContainer */.FD)(facts, (container, pod) => {
    const { ended } = container;
    const ofJob = facts.workload.kind === 'Job';
    if (ended === undefined || killedByProbe(container) !== undefined || ended.reason === 'OOMKilled')
        return undefined;
    // A Job tries again by itself and says when it gives up; an init container has to end.
    if (ofJob || (ended.exitCode === 0 && container.init))
        return undefined;
    const told = absentFile(container) ??
        (container.init
            ? inInit(container)
            : (hooked(container) ?? panicked(container) ?? ended0(container) ?? failed(container)));
    return (0,causes_cause/* aboutContainer */.Xb)(facts, container, {
        ...told,
        certainty: certaintyOf(facts, container),
        evidence: [
            `Pod ${pod.name}: ${container.name} ended ${times(container.ends)}, last with exit code ${ended.exitCode}${ended.reason === '' ? '' : ` (${ended.reason})`}`,
            ...(ended.message === '' ? [] : [`termination message: ${ended.message.trim()}`]),
            ...container.events.filter(isHookFailure).slice(-1).map(causes_cause/* quoted */.TL),
            ...(told.cause === 'panic' ? panicLines(container) : (0,causes_cause/* lastLines */.w$)(container)),
        ],
    });
});
/** What is running and well again is told, but did not fail. */
function certaintyOf(facts, container) {
    if (container.ends > endsAllowed(facts))
        return 'certain';
    if (container.events.some(isHookFailure) && !container.ready)
        return hookPatience;
    return container.running && (container.ready || container.init) ? 'warning' : 'suspected';
}
const times = (count) => (count === 1 ? 'once' : `${count} times`);
function panicked(container) {
    const panic = panicIn(container.log ?? '');
    if (panic === undefined)
        return undefined;
    const where = panic.frame === undefined ? '' : ` in ${panic.frame.function} at ${panic.frame.file}:${panic.frame.line}`;
    return {
        cause: 'panic',
        message: `${container.name} panics${where}: ${panic.message}`,
        fix: 'Mend the code at that line; the whole stack is in the evidence.',
        ...(panic.frame === undefined ? {} : { source: panic.frame }),
    };
}
const isHookFailure = ({ reason }) => reason === 'FailedPostStartHook';
/** The kubelet kills a container whose postStart hook fails; what the program says of its end is of no use then. */
function hooked({ events, name }) {
    if (!events.some(isHookFailure))
        return undefined;
    return {
        cause: 'crash-loop',
        message: `the postStart hook of ${name} fails, so that the kubelet kills the container`,
        fix: 'Correct the command of `lifecycle.postStart`: it has to be in the image and to end with 0.',
        field: ['lifecycle', 'postStart'],
    };
}
function ended0({ ended, name }) {
    if (ended?.exitCode !== 0)
        return undefined;
    return {
        cause: 'crash-loop',
        message: `${name} ends by itself with exit code 0; the container of a service has to keep running`,
        fix: 'Look at what the program is told to do (`args`), and that its main function waits for the server.',
    };
}
function failed({ ended, name }) {
    return {
        cause: 'crash-loop',
        message: `${name} ends with exit code ${ended?.exitCode ?? 0}${signalOf(ended?.exitCode)} soon after its start`,
        fix: 'Its last log lines tell why; often a setting or a dependency that is not there.',
    };
}
/** Above 128 an exit code names the signal that ended the program. */
function signalOf(code = 0) {
    const names = {
        134: 'SIGABRT',
        137: 'SIGKILL',
        139: 'SIGSEGV',
        143: 'SIGTERM',
    };
    const name = names[code];
    return name === undefined ? '' : ` (${name})`;
}
function inInit({ ended, name }) {
    return {
        cause: 'init-failed',
        message: `the init container ${name} ends with exit code ${ended?.exitCode ?? 0}`,
        fix: 'Its last log lines tell why; the pod starts when every init container has ended with 0.',
    };
}
/** The event of a kill by a probe: nothing else tells it from a program that ends by itself. Its type is Normal. */
function killedByProbe({ events, }) {
    const found = events.findLast(({ reason, message }) => reason === 'Killing' && / failed (liveness|startup) probe/.test(message));
    if (found === undefined)
        return undefined;
    return { ...found, probe: found.message.includes('failed startup probe') ? 'startup' : 'liveness' };
}

;// CONCATENATED MODULE: ./build/actions/shared/rollout/causes/image.js


const pullReasons = new Set(['ErrImagePull', 'ImagePullBackOff', 'RegistryUnavailable', 'ErrImageNeverPull']);
/** An answer that won't change by itself is certain at once; the others after three attempts or half a minute. */
const image_patience = 30_000;
const attempts = 3;
/** Why an image does not come. */
const image_image = (facts) => (0,causes_cause/* eachContainer */.FD)(facts, (container, pod) => {
    const { waiting } = container;
    if (waiting === undefined)
        return undefined;
    const decided = judge(container, waiting.reason);
    if (decided === undefined)
        return undefined;
    const { cause, certainty, what, fix } = decided;
    const events = container.events.filter(({ reason }) => reason === 'Failed' || reason === 'InspectFailed');
    const telling = events.filter(({ message }) => message.includes('pull'));
    return (0,causes_cause/* aboutContainer */.Xb)(facts, container, {
        cause,
        certainty,
        field: ['image'],
        message: `${what}: ${container.image}`,
        evidence: [
            `Pod ${pod.name}: ${waiting.reason}${waiting.message === '' ? '' : `: ${waiting.message}`}`,
            ...telling.slice(-2).map(causes_cause/* quoted */.TL),
            ...pod.events
                .filter(({ reason }) => reason === 'FailedToRetrieveImagePullSecret')
                .slice(-1)
                .map(causes_cause/* quoted */.TL),
        ],
        fix,
    });
});
function judge(container, reason) {
    if (reason === 'InvalidImageName')
        return invalidName;
    if (pullReasons.has(reason))
        return judgePull(container);
    return reason === 'ContainerCreating' ? unfinished(container) : undefined;
}
/** A registry that accepts the question and does not answer looks like a large image: told when time runs out. */
function unfinished({ events }) {
    const last = events.findLast(({ reason }) => reason === 'Pulling' || reason === 'Pulled');
    if (last?.reason !== 'Pulling')
        return undefined;
    return {
        cause: 'image-pull-failed',
        certainty: 'suspected',
        what: 'the image is still being fetched',
        fix: 'Is it very large, or does its registry not answer the node? A longer `timeout` waits for it.',
    };
}
const invalidName = {
    cause: 'image-name-invalid',
    certainty: 'certain',
    what: 'the image name is not valid',
    fix: 'Write it as `registry/repository@sha256:…` in lower case; was a placeholder left in it?',
};
function judgePull(container) {
    // ImagePullBackOff keeps the registry's answer in its own message or only in the event before it.
    const pulls = container.events.filter(({ message }) => /Failed to pull image/.test(message));
    // The reference is no part of the answer: it may be called `app:401`.
    const said = [container.waiting?.message ?? '', ...pulls.map(({ message }) => message)]
        .join('\n')
        .replaceAll(container.image, 'the image');
    return never(container, said) ?? platform(said) ?? denied(said) ?? notFound(said) ?? image_transient(container);
}
function never({ waiting }, _said) {
    if (waiting?.reason !== 'ErrImageNeverPull')
        return undefined;
    return {
        cause: 'image-not-found',
        certainty: 'certain',
        what: 'the image is not on the node and `imagePullPolicy: Never` forbids to fetch it',
        fix: 'Write `imagePullPolicy: IfNotPresent`.',
    };
}
function platform(said) {
    // It ends with "not found", so it has to be asked first.
    if (!/no match for platform in manifest|no matching manifest for/.test(said))
        return undefined;
    return {
        cause: 'image-wrong-platform',
        certainty: 'certain',
        what: "the image has no variant for the node's platform",
        fix: "Build the image for the nodes' platform too (`kubectl get nodes -o wide`), such as `platforms: linux/amd64, linux/arm64`.",
    };
}
function denied(said) {
    // Registries hide private repositories: "does not exist or may require authorization".
    const pattern = /pull access denied|may require authorization|\b401\b|\b403\b|Unauthorized|Forbidden|unauthorized|authorization failed|insufficient_scope|no basic auth credentials|authentication required|access denied/i;
    if (!pattern.test(said))
        return undefined;
    return {
        cause: 'image-pull-denied',
        certainty: 'certain',
        what: 'the registry refuses the image to the node',
        fix: 'Give the pods access: `imagePullSecrets` with a Secret of type kubernetes.io/dockerconfigjson in this namespace, or the rights of the nodes. A private repository that does not exist is answered the same way.',
    };
}
function notFound(said) {
    if (!/not found|manifest unknown|name unknown|MANIFEST_UNKNOWN|NAME_UNKNOWN/i.test(said))
        return undefined;
    return {
        cause: 'image-not-found',
        certainty: 'certain',
        what: 'the registry has no such image',
        fix: 'Was it pushed, to this registry, under this name? `images` takes the reference that multistage-dockerize gives after its push.',
    };
}
function image_transient(container) {
    const tried = Math.max(0, ...container.events
        .filter(({ message }) => /Failed to pull image/.test(message))
        .map(({ count }) => count));
    const policy = (0,values/* textAt */.$6)(container.spec, 'imagePullPolicy');
    return {
        cause: 'image-pull-failed',
        certainty: tried >= attempts ? 'certain' : image_patience,
        what: "the image can't be fetched",
        fix: `The registry can't be reached from the node, or does not answer well: look at its address, its certificate and its limits${policy === 'Always' ? '; `imagePullPolicy: IfNotPresent` asks it less often' : ''}.`,
    };
}

;// CONCATENATED MODULE: ./build/actions/shared/rollout/causes/node.js

/** A node that does not answer may come back; pods are replaced after five minutes only. */
const nodePatience = 10_000;
/** A pod the node rejects is made anew at once, and rejected again. */
const rejections = 5000;
/** Thrown off the node. The pod's status may say Succeeded and exit 0; only the event tells. */
const evicted = (facts) => facts.pods.flatMap((pod) => {
    const event = pod.events.find(({ reason }) => reason === 'Evicted');
    if (event === undefined && pod.reason !== 'Evicted')
        return [];
    const said = event?.message ?? pod.message;
    // What the pod itself took too much of, it will take again; a node in need may be another one next time.
    const own = /exceeds the (local )?(limit|ephemeral)|exceed(s|ed)? .*limit|local ephemeral/i.test(said);
    return [
        (0,causes_cause/* about */.Cv)(facts, {
            cause: 'evicted',
            certainty: own || evictions(facts.pods) > 1 ? 'certain' : 'suspected',
            message: `the node has evicted ${pod.name}`,
            evidence: [`Pod ${pod.name}: ${event === undefined ? said : (0,causes_cause/* quoted */.TL)(event)}`],
            fix: 'Raise what the message names (`ephemeral-storage`, memory request), or write less to the local disk.',
        }),
    ];
});
function evictions(pods) {
    return pods.filter((pod) => pod.reason === 'Evicted' || pod.events.some(({ reason }) => reason === 'Evicted')).length;
}
/** The node no longer tells how its pods are: they are not ready, and nothing is wrong with them. */
const nodeLost = (facts) => facts.pods.flatMap((pod) => {
    const event = pod.events.findLast(({ reason }) => reason === 'NodeNotReady');
    if (event === undefined || pod.ready)
        return [];
    return [
        (0,causes_cause/* about */.Cv)(facts, {
            cause: 'node-lost',
            certainty: nodePatience,
            message: `the node under ${pod.name} does not answer any more`,
            evidence: [`Pod ${pod.name}: ${(0,causes_cause/* quoted */.TL)(event)}`],
            fix: 'Look at the node (`kubectl describe node`): its kubelet, its network, its room. Pods are moved after five minutes, or when the node is deleted.',
        }),
    ];
});
/** The node itself refuses a pod that was given to it: a sysctl, a device, room that is gone. */
const rejected = (facts) => facts.pods.flatMap((pod) => {
    const own = ['Evicted', 'DeadlineExceeded', 'Preempting', 'Terminated', ''];
    const ran = pod.containers.some(({ ended, running }) => running || ended !== undefined);
    if (pod.phase !== 'Failed' || own.includes(pod.reason) || ran)
        return [];
    return [
        (0,causes_cause/* about */.Cv)(facts, {
            cause: 'admission-denied',
            certainty: facts.pods.filter(({ phase }) => phase === 'Failed').length > 1 ? 'certain' : rejections,
            message: `the node refuses the pod: ${pod.reason}: ${pod.message}`,
            evidence: [`Pod ${pod.name}: ${pod.reason}: ${pod.message}`],
            fix: 'Change what the message names in the pod, or allow it on the nodes (kubelet configuration).',
            path: ['spec', 'template', 'spec'],
        }),
    ];
});

;// CONCATENATED MODULE: ./build/actions/shared/rollout/causes/volume.js


/** A volume that is being made takes its time; one that nobody will make is known sooner. */
const volumePatience = 60_000;
const noProvisioner = 4000;
const waitsForVolume = (why) => /PersistentVolumeClaim|persistentvolumeclaim|persistent volumes|volume node affinity/.test(why);
/** Mounts that no waiting mends. */
const hopelessMount = /hostPath type check failed|is not a directory|is not a file|not found in the list of registered CSI drivers/;
/** Volumes that do not come. The scheduler calls the pod unschedulable; the claim's own events tell why. */
const volume = (facts) => facts.pods.flatMap((pod) => {
    const why = pod.unscheduled;
    const pending = facts.claims.filter(({ name, phase }) => pod.claims.includes(name) && phase === 'Pending');
    const missing = /persistentvolumeclaim "([^"]+)" not found/.exec(why ?? '')?.[1];
    const mount = pod.events.findLast(({ reason, message }) => reason === 'FailedAttachVolume' || (reason === 'FailedMount' && !/configmap|secret/i.test(message)));
    if (why !== undefined && waitsForVolume(why))
        return [claimed(facts, pod.name, why, pending, missing)];
    const running = pod.containers.some((container) => container.running);
    if (mount === undefined || running)
        return [];
    return [
        (0,causes_cause/* about */.Cv)(facts, {
            cause: 'volume-pending',
            certainty: hopelessMount.test(mount.message) ? noProvisioner : volumePatience,
            message: `a volume can't be mounted: ${mount.message}`,
            evidence: [`Pod ${pod.name}: ${(0,causes_cause/* quoted */.TL)(mount)}`],
            fix: 'The message names the volume; a disk that another node still holds comes free when the old pod is gone.',
            path: volumePath(facts, mount),
        }),
    ];
});
function volumePath(facts, { message }) {
    const path = ['spec', 'template', 'spec', 'volumes'];
    const name = /for volume "([^"]+)"/.exec(message)?.[1];
    const index = (0,values/* listAt */.gT)(facts.workload, ...path).findIndex((volume) => (0,values/* textAt */.$6)(volume, 'name') === name);
    return [...path, ...(index < 0 ? [] : [index])];
}
function claimed(facts, pod, why, pending, missing) {
    // FailedBinding is a Normal event.
    const events = pending.flatMap(({ name, events: all }) => all.map((event) => `PersistentVolumeClaim ${name}: ${(0,causes_cause/* quoted */.TL)(event)}`));
    const hopeless = missing !== undefined ||
        events.some((event) => /no storage class is set|storageclass.* not found/i.test(event));
    const names = missing === undefined ? pending.map(({ name }) => name).join(', ') : missing;
    return (0,causes_cause/* about */.Cv)(facts, {
        cause: 'volume-pending',
        certainty: hopeless ? noProvisioner : volumePatience,
        message: missing === undefined
            ? `the PersistentVolumeClaim ${names || 'of the pod'} gets no volume`
            : `there is no PersistentVolumeClaim ${missing}`,
        evidence: [...events.slice(-3), `Pod ${pod}: ${why}`],
        fix: missing === undefined
            ? 'Name a `storageClassName` that the cluster has (`kubectl get storageclass`), or make a default one.'
            : 'Add the claim to the manifests, or correct its name.',
        path: facts.workload.kind === 'StatefulSet'
            ? ['spec', 'volumeClaimTemplates']
            : ['spec', 'template', 'spec', 'volumes'],
    });
}

;// CONCATENATED MODULE: ./build/actions/shared/rollout/causes/place.js




/** Autoscalers look every ten seconds; without one nothing changes by itself. */
const scalerPatience = 11_000;
/** Whoever sets a gate takes it away again, or has forgotten it. */
const gatePatience = 30_000;
/** Pods that no node takes. */
const unschedulable = (facts) => facts.pods.flatMap((pod) => {
    const why = pod.unscheduled;
    if (why === undefined || waitsForVolume(why))
        return [];
    const scaling = pod.events.some(({ reason }) => reason === 'TriggeredScaleUp' || reason === 'Nominated');
    const patient = scaling || pod.nominated || facts.leaving > 0;
    return [
        (0,causes_cause/* about */.Cv)(facts, {
            cause: 'unschedulable',
            certainty: place_certaintyOf(pod.gated, patient),
            message: `no node takes the pod: ${why}`,
            evidence: [
                `Pod ${pod.name}: PodScheduled False: ${why}`,
                ...pod.events
                    .filter(({ reason }) => /ScaleUp|FailedScheduling/.test(reason))
                    .slice(-2)
                    .map(causes_cause/* quoted */.TL),
            ],
            fix: place_fixFor(why),
            path: pathFor(why),
        }),
    ];
});
function place_certaintyOf(gated, patient) {
    if (patient)
        return 'suspected';
    return gated ? gatePatience : scalerPatience;
}
/** A DaemonSet that no node is for is complete at once, and runs nowhere. */
const nowhere = (facts) => {
    const { workload } = facts;
    const wanted = (0,values/* numberAt */.tk)(workload, 'status', 'desiredNumberScheduled');
    if (workload.kind !== 'DaemonSet' || wanted !== 0 || !(0,rollout_workload/* isObserved */.XJ)(workload))
        return [];
    return [
        (0,causes_cause/* about */.Cv)(facts, {
            cause: 'unschedulable',
            certainty: 'warning',
            message: 'no node is chosen, so that no pod runs',
            evidence: ['status.desiredNumberScheduled: 0'],
            fix: 'Compare `nodeSelector`, `affinity` and `tolerations` with the labels and taints of the nodes.',
            path: ['spec', 'template', 'spec', 'nodeSelector'],
        }),
    ];
};
/** Pods nobody takes up: a scheduler or a node that is not there says nothing. */
const untaken = (facts) => facts.pods.flatMap(({ name, ignoredBy }) => {
    if (ignoredBy === undefined)
        return [];
    const field = ignoredBy.startsWith('node') ? 'nodeName' : 'schedulerName';
    return [
        (0,causes_cause/* about */.Cv)(facts, {
            cause: 'unschedulable',
            certainty: scalerPatience,
            message: `nobody takes up the pod: the ${ignoredBy} has not said anything about it`,
            evidence: [`Pod ${name}: phase Pending, no condition and no event`],
            fix: `Is there a ${ignoredBy}? Correct \`${field}\`, or leave it out.`,
            path: ['spec', 'template', 'spec', field],
        }),
    ];
});
function place_fixFor(why) {
    if (/Insufficient/.test(why))
        return 'Ask for less (`resources.requests`), free room, or add nodes. A surge needs room for one pod more.';
    if (/taint/.test(why))
        return 'Add a toleration for the taint that the message names, or take the taint away.';
    if (/node affinity|node selector|nodeSelector/.test(why))
        return 'No node has the labels asked for: correct `nodeSelector` or `affinity`.';
    if (/scheduling gates/.test(why))
        return 'Take `schedulingGates` out, or look at the controller that should take the gate away.';
    if (/topology spread/.test(why))
        return 'Write `whenUnsatisfiable: ScheduleAnyway`, or add nodes in the missing zones.';
    if (/anti-affinity/.test(why))
        return 'Use preferred instead of required anti-affinity, or add nodes.';
    if (/free ports/.test(why))
        return 'Two pods want one host port: leave `hostPort` out.';
    return 'The message names what no node offers.';
}
function pathFor(why) {
    const spec = ['spec', 'template', 'spec'];
    if (/Insufficient/.test(why))
        return [...spec, 'containers', 0, 'resources'];
    if (/scheduling gates/.test(why))
        return [...spec, 'schedulingGates'];
    if (/topology spread/.test(why))
        return [...spec, 'topologySpreadConstraints'];
    if (/free ports/.test(why))
        return [...spec, 'containers', 0, 'ports'];
    if (/taint/.test(why))
        return [...spec, 'tolerations'];
    if (/anti-affinity|pod affinity/.test(why))
        return [...spec, 'affinity'];
    if (/affinity|selector/.test(why))
        return [...spec, 'nodeSelector'];
    return spec;
}

;// CONCATENATED MODULE: ./build/actions/shared/rollout/causes/probe.js



/** A readiness that is lost may come back; so long it may stay away, and less long with an answer that says no. */
const lostPatience = 10_000;
const lostWithWrongAnswer = 3000;
/** An answer that says no, other than 503, is certain when it lasts beyond the probe's own threshold, but this long. */
const wrongAnswerPatience = 6000;
/** A program that accepts connections and answers nobody, after we have waited as well. */
const hangs = 4000;
/** Kills by liveness or startup probes: certain the first time, the kubelet has already been patient. */
const kills = (facts) => (0,causes_cause/* eachContainer */.FD)(facts, (container, pod) => {
    const kill = killedByProbe(container);
    if (kill === undefined)
        return undefined;
    const answers = answersTo(container, kill.probe);
    return (0,causes_cause/* aboutContainer */.Xb)(facts, container, {
        cause: kill.probe === 'startup' ? 'startup-failing' : 'liveness-failing',
        certainty: 'certain',
        message: `the kubelet restarts ${container.name}: its ${kill.probe} probe ${describe(container, kill.probe)} ${gets(answers)}`,
        evidence: [
            `Pod ${pod.name}: ${(0,causes_cause/* quoted */.TL)(kill)}`,
            ...answers.slice(-2).map(causes_cause/* quoted */.TL),
            ...(0,causes_cause/* lastLines */.w$)(container, 5),
        ],
        fix: kill.probe === 'startup'
            ? 'Start faster, or give it longer: `failureThreshold` × `periodSeconds` of the startup probe has to cover the slowest start.'
            : 'Answer the probe from the process alone (no dependencies), correct its path and port, or give it more time (`timeoutSeconds`, a startupProbe for a slow start).',
        field: [`${kill.probe}Probe`],
    });
});
/** Containers that run and are not ready. */
const readiness = (facts) => (0,causes_cause/* eachContainer */.FD)(facts, (container, pod) => {
    if (container.init || !container.running || container.ready || killedByProbe(container) !== undefined)
        return undefined;
    const answers = answersTo(container, 'readiness');
    const lost = pod.lostReadiness > 0;
    if (answers.length === 0 && !lost)
        return undefined;
    return (0,causes_cause/* aboutContainer */.Xb)(facts, container, {
        cause: 'readiness-failing',
        certainty: probe_certaintyOf(container, answers.at(-1), pod.lostReadiness),
        message: lost
            ? `${container.name} was ready and is no longer: its readiness probe ${describe(container, 'readiness')} ${gets(answers)}`
            : `${container.name} does not become ready: its readiness probe ${describe(container, 'readiness')} ${gets(answers)}${elsewhere(container)}${slowly(container, answers.at(-1)?.message ?? '')}`,
        evidence: [
            ...answers.slice(-2).map((event) => `Pod ${pod.name}: ${(0,causes_cause/* quoted */.TL)(event)}`),
            ...(0,causes_cause/* lastLines */.w$)(container, 5),
        ],
        fix: probe_fixFor(answers.at(-1)),
        field: ['readinessProbe'],
    });
});
/** Every container is ready and the pod is not: it waits for a condition that somebody else has to set. */
const gates = (facts) => facts.pods.flatMap((pod) => {
    if (pod.gates === undefined || pod.containers.some(({ ready, init }) => !ready && !init))
        return [];
    return [
        (0,causes_cause/* about */.Cv)(facts, {
            cause: 'readiness-failing',
            certainty: 'suspected',
            message: `the containers of ${pod.name} are ready, but nobody sets its readiness gate`,
            evidence: [`Pod ${pod.name}: condition Ready: ReadinessGatesNotReady: ${pod.gates}`],
            fix: 'Look at the controller that sets this condition (a load balancer or a mesh, as a rule), or leave `readinessGates` out.',
            path: ['spec', 'template', 'spec', 'readinessGates'],
        }),
    ];
});
/** Ready, then not, then ready again: that is no success, and the controller's deadline begins anew each time. */
const flapping = (facts) => (0,causes_cause/* eachContainer */.FD)(facts, (container, pod) => {
    const probe = (0,values.at)(container.spec, 'readinessProbe');
    if (container.init || probe === undefined || pod.lostReadiness < 2)
        return undefined;
    const answers = answersTo(container, 'readiness');
    return (0,causes_cause/* aboutContainer */.Xb)(facts, container, {
        cause: 'readiness-failing',
        certainty: 'certain',
        message: `the readiness of ${pod.name} flaps: it was lost ${pod.lostReadiness} times, its probe ${describe(container, 'readiness')} ${gets(answers)}`,
        evidence: [
            ...answers.slice(-2).map((event) => `Pod ${pod.name}: ${(0,causes_cause/* quoted */.TL)(event)}`),
            ...(0,causes_cause/* lastLines */.w$)(container, 5),
        ],
        fix: 'Find what comes and goes in the readiness check (a dependency, a timeout too short, load).',
        field: ['readinessProbe'],
    });
});
function probe_certaintyOf(container, last, losses) {
    const said = last?.message ?? '';
    if (losses > 0)
        return /statuscode: (?!503)/.test(said) ? lostWithWrongAnswer : lostPatience;
    if (listensElsewhere(container) !== undefined)
        return 'certain';
    const times = last?.count ?? 0;
    // A program says 503 while it warms up, and refuses connections before it listens: both may end well.
    if (/statuscode: 503|NOT_SERVING/.test(said) || last === undefined)
        return 'suspected';
    const slow = slowness(container, said);
    if (slow !== undefined)
        return Number.isFinite(slow) ? 'certain' : hangs;
    if ((0,causes_cause/* isRefusal */.vu)(said) || /timeout|deadline exceeded|no route to host|EOF|reset by peer/i.test(said))
        return 'suspected';
    const threshold = (0,values/* numberAt */.tk)(container.spec, 'readinessProbe', 'failureThreshold') ?? 3;
    return times >= threshold ? 'certain' : wrongAnswerPatience;
}
/** Milliseconds that it needs for an answer the probe gives up on; Infinity when we got none either. */
function slowness({ answersIn, spec }, said) {
    const allowed = ((0,values/* numberAt */.tk)(spec, 'readinessProbe', 'timeoutSeconds') ?? 1) * 1000;
    const late = /deadline exceeded|timeout/i.test(said) && !(0,causes_cause/* isRefusal */.vu)(said);
    return late && answersIn !== undefined && answersIn > allowed ? answersIn : undefined;
}
function slowly(container, said) {
    const ms = slowness(container, said);
    if (ms === undefined)
        return '';
    return Number.isFinite(ms)
        ? `; it answers after ${(ms / 1000).toFixed(1)} s, and \`timeoutSeconds\` is ${(0,values/* numberAt */.tk)(container.spec, 'readinessProbe', 'timeoutSeconds') ?? 1}`
        : '; the program accepts the connection and does not answer within 5 s either';
}
/** Where the program listens, when it is proven to listen, but not where the probe asks. */
function listensElsewhere({ answersOn, log = '' }) {
    if (answersOn === undefined)
        return undefined;
    if (answersOn.length > 0)
        return `port ${answersOn.join(', ')}`;
    const local = /(?:listen|serv|start|addr)\S*.*?((?:127\.0\.0\.1|localhost|\[::1\]):\d+)/i.exec(log)?.[1];
    return local === undefined ? undefined : `${local}, which nobody outside of it reaches`;
}
function elsewhere(container) {
    const found = listensElsewhere(container);
    return found === undefined ? '' : `; the program listens on ${found}`;
}
function answersTo({ events }, probe) {
    const name = `${probe[0]?.toUpperCase()}${probe.slice(1)} probe`;
    return events.filter(({ reason, message }) => reason === 'Unhealthy' && message.startsWith(name));
}
/** What a probe asks, from its definition: events may be merged or suppressed. */
function describe({ spec }, probe) {
    const defined = (0,values.at)(spec, `${probe}Probe`);
    const every = `every ${(0,values/* numberAt */.tk)(defined, 'periodSeconds') ?? 10}s, ${(0,values/* numberAt */.tk)(defined, 'failureThreshold') ?? 3} failures allowed`;
    if ((0,values.at)(defined, 'httpGet') !== undefined) {
        return `(GET ${(0,values/* textAt */.$6)(defined, 'httpGet', 'path') || '/'} on port ${portOf((0,values.at)(defined, 'httpGet', 'port'))}, ${every})`;
    }
    if ((0,values.at)(defined, 'grpc') !== undefined)
        return `(gRPC health${named((0,values/* textAt */.$6)(defined, 'grpc', 'service'))} on port ${portOf((0,values.at)(defined, 'grpc', 'port'))}, ${every})`;
    if ((0,values.at)(defined, 'tcpSocket') !== undefined)
        return `(TCP on port ${portOf((0,values.at)(defined, 'tcpSocket', 'port'))}, ${every})`;
    const command = (0,values.at)(defined, 'exec', 'command');
    return `(${Array.isArray(command) ? `\`${command.join(' ')}\`, ` : ''}${every})`;
}
const named = (service) => (service === '' ? '' : ` of ${service}`);
const portOf = (port) => String(port ?? '?');
/** What it got, in a few words. */
function gets(answers) {
    const said = answers.at(-1)?.message ?? '';
    const code = /statuscode: (\d+)/.exec(said)?.[1];
    if (code !== undefined)
        return `gets ${code}`;
    if ((0,causes_cause/* isRefusal */.vu)(said))
        return 'gets no connection: nothing listens on that port';
    if (/NOT_SERVING/.test(said))
        return 'gets NOT_SERVING';
    if (/does not implement the grpc health protocol/.test(said))
        return 'finds no gRPC health service';
    if (/deadline exceeded|timeout|timed out/i.test(said))
        return 'gets no answer in time';
    return said === '' ? 'fails' : `fails: ${said.replace(/^\w+ probe [\w ]+: /, '').slice(0, 200)}`;
}
function probe_fixFor(last) {
    const said = last?.message ?? '';
    if (/statuscode: 404/.test(said))
        return 'Correct the path of the probe, or serve it.';
    if (/deadline exceeded|timeout/i.test(said) && !(0,causes_cause/* isRefusal */.vu)(said))
        return 'Raise `timeoutSeconds`, or find what the handler waits for: readiness has to answer from what is known already.';
    if ((0,causes_cause/* isRefusal */.vu)(said)) {
        return 'Correct the port of the probe or the address the program listens on (all interfaces, not 127.0.0.1).';
    }
    if (/does not implement the grpc health protocol|unknown service/.test(said))
        return 'Register grpc.health.v1.Health in the server (and the `service` that the probe names), or ask by HTTP.';
    if (/HTTP response to HTTPS client|malformed HTTP|statuscode: 400/.test(said))
        return 'Compare `scheme` of the probe with what the program speaks on that port.';
    if (/statuscode: 503|NOT_SERVING/.test(said))
        return 'The program says that it is not ready yet: its log tells what it waits for.';
    return 'Look at what the program checks for its readiness; its log tells more.';
}

;// CONCATENATED MODULE: ./build/actions/shared/rollout/causes/sandbox.js

/** Networks come up late on a new node. */
const sandbox_patience = 20_000;
const hopeless = 4000;
/** The node can't make the surroundings of the pod: its network, or the runtime of its RuntimeClass. */
const sandbox = (facts) => facts.pods.flatMap((pod) => {
    const event = pod.events.findLast(({ reason }) => reason === 'FailedCreatePodSandBox');
    const begun = pod.containers.some(({ running, ended }) => running || ended !== undefined);
    if (event === undefined || begun)
        return [];
    const runtime = /no runtime for "([^"]+)" is configured|RuntimeHandler "([^"]+)" not supported/.exec(event.message);
    return [
        (0,causes_cause/* about */.Cv)(facts, {
            cause: 'start-failed',
            certainty: runtime === null ? sandbox_patience : hopeless,
            message: runtime === null
                ? `the node can't make the sandbox of ${pod.name}: ${event.message}`
                : `no node has the runtime ${runtime[1] ?? runtime[2]} that the RuntimeClass asks for`,
            evidence: [`Pod ${pod.name}: ${(0,causes_cause/* quoted */.TL)(event)}`],
            fix: runtime === null
                ? "Look at the node's network plugin and container runtime."
                : 'Correct `runtimeClassName`, or leave it out.',
            path: ['spec', 'template', 'spec', ...(runtime === null ? [] : ['runtimeClassName'])],
        }),
    ];
});

;// CONCATENATED MODULE: ./build/actions/shared/rollout/causes/start.js

/** Programs that can't be started at all: wrong processor, no interpreter, no such file. */
const start = (facts) => (0,causes_cause/* eachContainer */.FD)(facts, (container, pod) => {
    if (container.ended === undefined && container.waiting === undefined)
        return undefined;
    const decided = start_judge(container) ?? refusedByRuntime(container);
    if (decided === undefined)
        return undefined;
    const state = container.ended;
    const said = state?.message || container.waiting?.message || '';
    return (0,causes_cause/* aboutContainer */.Xb)(facts, container, {
        certainty: 'certain',
        ...decided,
        evidence: [
            `Pod ${pod.name}: ${state === undefined ? container.waiting?.reason : `exit code ${state.exitCode} (${state.reason})`}${said === '' ? '' : `: ${said.trim()}`}`,
            ...(0,causes_cause/* lastLines */.w$)(container, 3),
        ],
    });
});
/** What the container runtime says instead of starting it; empty when it started. */
function refusal({ ended, waiting }) {
    const atStart = ended?.reason === 'StartError' || ended?.reason === 'ContainerCannotRun';
    const before = waiting?.reason === 'CreateContainerError' || waiting?.reason === 'RunContainerError';
    return [atStart ? ended.message : '', before ? waiting.message : ''].join('\n').trim();
}
function start_judge(container) {
    const { log = '' } = container;
    const refused = refusal(container);
    // The runtime's own last words, when it fails after the container counts as started, stand in the log alone.
    const words = /^exec (\S+): (exec format error|no such file or directory)\s*$/m.exec(log);
    const program = words?.[1] ?? /exec: "([^"]+)"/.exec(refused)?.[1] ?? 'the program';
    if (words?.[2] === 'exec format error' || /exec format error/.test(refused))
        return wrongPlatform(container, program);
    if (words?.[2] === 'no such file or directory')
        return noInterpreter(container, program);
    if (/error mounting|failed to mount/.test(refused))
        return undefined;
    if (/no such file or directory|executable file not found/.test(refused))
        return noFile(container, program);
    if (/permission denied/.test(refused))
        return notExecutable(container, program);
    return undefined;
}
/** The runtime may be busy once; what it refuses for good it refuses again. */
const start_patience = 6000;
function refusedByRuntime(container) {
    const refused = refusal(container);
    if (refused === '')
        return undefined;
    const mount = /error mounting|failed to mount|not a directory/.test(refused);
    return {
        cause: 'start-failed',
        certainty: container.ends > 1 ? 'certain' : start_patience,
        message: `the container runtime does not start ${container.name}: ${refused.split('\n', 1)[0]}`,
        fix: mount
            ? 'Correct `volumeMounts`: a file can be mounted on a file (`subPath`) and a directory on a directory only.'
            : "Correct what the runtime's words name: `command`, `workingDir`, the security context, or the devices.",
        ...(mount ? { field: ['volumeMounts'] } : {}),
    };
}
function wrongPlatform({ image }, program) {
    return {
        cause: 'image-wrong-platform',
        message: `${program} in ${image} is made for another processor than the node's (exec format error)`,
        fix: "Build for the nodes' platform (GOOS/GOARCH, `platform`); a script needs `#!` in its first line.",
    };
}
function noInterpreter({ image }, program) {
    return {
        cause: 'missing-interpreter',
        message: `${program} is in ${image}, but what it needs to run is not: its dynamic linker (a glibc program on musl or scratch) or its script interpreter`,
        fix: 'Build static (`CGO_ENABLED=0`; go-static-build proves it), or use a base image that has the linker.',
    };
}
function noFile({ image }, program) {
    return {
        cause: 'missing-file',
        message: `there is no ${program} in ${image}`,
        fix: 'Correct `command` in the manifest or ENTRYPOINT and COPY in the Dockerfile.',
    };
}
function notExecutable({ image }, program) {
    return {
        cause: 'missing-file',
        message: `${program} in ${image} may not be executed by the container's user (permission denied)`,
        fix: 'Set the execute bit (`COPY --chmod=0755`), and let the user read the folders above.',
    };
}

;// CONCATENATED MODULE: ./build/actions/shared/rollout/causes/all.js












const causes = [
    admission/* admission */.a,
    image_image,
    config,
    start,
    outOfMemory,
    evicted,
    nodeLost,
    rejected,
    kills,
    crash,
    volume,
    sandbox,
    unschedulable,
    untaken,
    nowhere,
    job,
    readiness,
    flapping,
    gates,
    held,
    replicas,
    paused,
    deadline,
];
/** Everything that is wrong with a workload, the most telling first. */
function diagnose(facts) {
    return ranked(withoutConsequences(causes.flatMap((cause) => cause(facts))));
}
const unstartedBy = new Set([
    'missing-interpreter',
    'missing-file',
    'start-failed',
    'image-wrong-platform',
]);
/**
 * A program that never started has no crash of its own, and a container that ends is not ready: where the root is known
 * its consequences are not told. A deadline is told by what it waited for.
 */
function withoutConsequences(findings) {
    const unstarted = new Set(findings.filter(({ cause }) => unstartedBy.has(cause)).map(({ container }) => container));
    const past = findings.some(({ cause }) => cause === 'progress-deadline');
    return findings
        .filter(({ cause, container }) => !(unstarted.has(container) && (cause === 'crash-loop' || cause === 'init-failed')))
        .map((finding) => past && finding.cause !== 'progress-deadline' && finding.certainty !== 'warning'
        ? { ...finding, certainty: 'certain' }
        : finding);
}

// EXTERNAL MODULE: ./build/actions/shared/manifests/pod-spec.js
var pod_spec = __webpack_require__(93900);
;// CONCATENATED MODULE: ./build/actions/shared/rollout/facts.js



/** Gathers what is known about one workload. */
function factsOf(world, workload, othersPending) {
    const set = world.newReplicaSet(workload);
    const owned = world.podsOf(workload);
    const current = (0,rollout_workload/* isObserved */.XJ)(workload) || workload.kind === 'Job';
    const pods = current ? owned.filter((pod) => world.isNew(pod, workload, set)) : [];
    const alive = pods.filter(({ metadata }) => metadata.deletionTimestamp === undefined);
    const failure = current ? (0,rollout_workload/* conditionOf */.rI)(workload, 'ReplicaFailure') : undefined;
    return {
        workload,
        pods: alive.map((pod) => podFacts(world, pod, workload)),
        claims: alive.flatMap((pod) => claimsOf(world, pod)),
        events: [...world.eventsOf(workload.metadata.uid), ...world.eventsOf(set?.metadata.uid)].map(eventFact),
        replicaFailure: failure?.status === 'True' ? failure.message : undefined,
        deadlineExceeded: current && (0,rollout_workload/* conditionOf */.rI)(workload, 'Progressing')?.reason === 'ProgressDeadlineExceeded',
        othersPending,
        leaving: owned.filter(({ metadata }) => metadata.deletionTimestamp !== undefined).length,
        held: owned.filter(isHeld).map(({ metadata: { name = '', finalizers = [] } }) => ({ name, finalizers })),
        scalings: world.scalingsOf(workload.metadata.uid),
    };
}
/** Being deleted, all its containers ended, and still there. */
function isHeld(pod) {
    const { deletionTimestamp, finalizers = [] } = pod.metadata;
    if (deletionTimestamp === undefined || finalizers.length === 0)
        return false;
    return (0,values/* listAt */.gT)(pod, 'status', 'containerStatuses').every((status) => (0,values/* isJson */.Fh)((0,values.at)(status, 'state', 'terminated')));
}
function podFacts(world, pod, workload) {
    const uid = pod.metadata.uid ?? '';
    const events = world.eventsOf(uid).map(eventFact);
    const scheduled = (0,rollout_workload/* conditionOf */.rI)(pod, 'PodScheduled');
    const ready = (0,rollout_workload/* conditionOf */.rI)(pod, 'Ready');
    const history = world.historyOf(uid);
    const templates = (0,pod_spec/* containersOf */.Mz)(workload);
    return {
        name: pod.metadata.name ?? '',
        uid,
        phase: (0,values/* textAt */.$6)(pod, 'status', 'phase'),
        reason: (0,values/* textAt */.$6)(pod, 'status', 'reason'),
        message: (0,values/* textAt */.$6)(pod, 'status', 'message'),
        ready: ready?.status === 'True',
        unscheduled: scheduled?.status === 'False' ? scheduled.message : undefined,
        gated: scheduled?.reason === 'SchedulingGated',
        nominated: (0,values/* textAt */.$6)(pod, 'status', 'nominatedNodeName') !== '',
        ignoredBy: ignoredBy(pod, events.length),
        gates: ready?.reason === 'ReadinessGatesNotReady' ? ready.message : undefined,
        claims: claimNames(pod),
        containers: (0,pod_spec/* containersOf */.Mz)(pod).map((container) => containerFacts(world, pod, container, templates.find(({ name }) => name === container.name)?.path ?? [], events)),
        events: events.filter(({ fieldPath }) => !fieldPath.includes('{')),
        wasReady: history.wasReady,
        lostReadiness: history.losses,
    };
}
/** A pod nobody says anything about: its scheduler has not looked at it, or its node has not taken it up. */
function ignoredBy(pod, events) {
    const silent = (0,values/* textAt */.$6)(pod, 'status', 'phase') === 'Pending' && events === 0;
    if (!silent || (0,values/* listAt */.gT)(pod, 'status', 'containerStatuses').length > 0)
        return undefined;
    const node = (0,values/* textAt */.$6)(pod, 'spec', 'nodeName');
    if (node !== '')
        return `node ${node}`;
    return (0,rollout_workload/* conditionOf */.rI)(pod, 'PodScheduled') === undefined
        ? `scheduler ${(0,values/* textAt */.$6)(pod, 'spec', 'schedulerName') || 'default-scheduler'}`
        : undefined;
}
function containerFacts(world, pod, { name, init, spec, image }, path, events) {
    const list = init ? 'initContainerStatuses' : 'containerStatuses';
    const status = (0,values/* listAt */.gT)(pod, 'status', list).find((candidate) => (0,values/* textAt */.$6)(candidate, 'name') === name);
    const waiting = (0,values.at)(status, 'state', 'waiting');
    const now = terminated((0,values.at)(status, 'state', 'terminated'));
    const restarts = (0,values/* numberAt */.tk)(status, 'restartCount') ?? 0;
    return {
        name,
        init: init && (0,values/* textAt */.$6)(spec, 'restartPolicy') !== 'Always',
        path,
        spec,
        image,
        waiting: (0,values/* isJson */.Fh)(waiting)
            ? { reason: (0,values/* textAt */.$6)(waiting, 'reason'), message: (0,values/* textAt */.$6)(waiting, 'message') }
            : undefined,
        running: (0,values/* isJson */.Fh)((0,values.at)(status, 'state', 'running')),
        ended: terminated(world.endOf(pod.metadata.uid ?? '', name)),
        restarts,
        ends: restarts + (now === undefined ? 0 : 1),
        ready: (0,values.at)(status, 'ready') === true,
        started: (0,values.at)(status, 'started') === true,
        events: events.filter(({ fieldPath }) => fieldPath.endsWith(`{${name}}`)),
        log: world.logOf(pod.metadata.uid ?? '', name),
        answersOn: world.portsOf(pod.metadata.uid ?? '', name),
        answersIn: world.slownessOf(pod.metadata.uid ?? '', name),
    };
}
function terminated(state) {
    if (!(0,values/* isJson */.Fh)(state))
        return undefined;
    return {
        exitCode: (0,values/* numberAt */.tk)(state, 'exitCode') ?? 0,
        signal: (0,values/* numberAt */.tk)(state, 'signal'),
        reason: (0,values/* textAt */.$6)(state, 'reason'),
        message: (0,values/* textAt */.$6)(state, 'message'),
    };
}
function eventFact(event) {
    return {
        reason: (0,values/* textAt */.$6)(event, 'reason'),
        message: (0,values/* textAt */.$6)(event, 'message'),
        count: (0,values/* numberAt */.tk)(event, 'series', 'count') ?? (0,values/* numberAt */.tk)(event, 'count') ?? 1,
        fieldPath: (0,values/* textAt */.$6)(event, 'involvedObject', 'fieldPath'),
    };
}
function claimNames(pod) {
    return (0,values/* listAt */.gT)(pod, 'spec', 'volumes')
        .map((volume) => (0,values/* textAt */.$6)(volume, 'persistentVolumeClaim', 'claimName'))
        .filter((name) => name !== '');
}
function claimsOf(world, pod) {
    return claimNames(pod).flatMap((name) => {
        const claim = world.find({ ...(0,values/* refOf */.H8)(pod), kind: 'PersistentVolumeClaim', name });
        if (claim === undefined)
            return [];
        const storageClass = (0,values.at)(claim, 'spec', 'storageClassName');
        return [
            {
                name,
                phase: (0,values/* textAt */.$6)(claim, 'status', 'phase'),
                storageClass: typeof storageClass === 'string' ? storageClass : undefined,
                events: world.eventsOf(claim.metadata.uid).map(eventFact),
            },
        ];
    });
}

// EXTERNAL MODULE: ./build/actions/shared/rollout/ready/custom.js
var custom = __webpack_require__(36591);
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
    return (0,values/* listAt */.gT)(object, 'spec', 'template', 'spec', 'containers')
        .map((container) => `${(0,values/* textAt */.$6)(container, 'name')}=${(0,values/* textAt */.$6)(container, 'image')}`)
        .join(', ');
}

;// CONCATENATED MODULE: ./build/actions/shared/rollout/observe/lasting.js

/** Turns findings that have lasted as long as they have to into certain ones. Clocks of the cluster play no part. */
class Lasting {
    since = new Map();
    /** The same findings with their certainty at `now`, and when the next one would become certain. */
    judge(findings, now) {
        const waiting = new Set(findings.filter(({ certainty }) => typeof certainty === 'number').map(keyOf));
        for (const key of this.since.keys())
            if (!waiting.has(key))
                this.since.delete(key);
        let next;
        const judged = findings.map((finding) => {
            if (typeof finding.certainty !== 'number')
                return finding;
            const key = keyOf(finding);
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

;// CONCATENATED MODULE: ./build/actions/shared/rollout/observe/logs.js


/** Long enough for a panic with its stack. */
const tailLines = 200;
/** Reads the logs of containers that ended, once per end, while they still exist. */
class LogReader {
    kube;
    watching;
    read = new Map();
    open = 0;
    constructor(kube, watching) {
        this.kube = kube;
        this.watching = watching;
    }
    /** Whether a log is being read right now. */
    get busy() {
        return this.open > 0;
    }
    /** Begins to read what is new: logs of ends, and where a program that refuses its probe listens instead. */
    readFor(facts) {
        this.readEnded(facts);
        for (const pod of facts.pods) {
            for (const container of pod.containers) {
                if (isSlow(container)) {
                    void this.once(`${pod.uid}/${container.name}/slow`, () => this.askSlowly(facts, pod, container));
                }
                const refusals = refusalsOf(container);
                if (refusals < 2 || (container.answersOn?.length ?? 0) > 0)
                    continue;
                void this.once(`${pod.uid}/${container.name}/refused ${refusals}`, () => this.lookForPorts(facts, pod, container));
            }
        }
    }
    readEnded({ workload, pods }) {
        const namespace = workload.metadata.namespace ?? '';
        for (const pod of pods) {
            for (const container of pod.containers) {
                if (container.ended === undefined)
                    continue;
                const previous = container.running || container.waiting !== undefined;
                void this.log(namespace, pod, container, `ended ${container.ends}`, previous);
            }
        }
    }
    /** Reads what running containers that are not ready say. */
    async readRunning({ workload, pods }) {
        const wanted = pods.flatMap((pod) => pod.containers
            .filter(({ running, ready, log }) => running && !ready && log === undefined)
            .map((container) => ({ pod, container })));
        const namespace = workload.metadata.namespace ?? '';
        await Promise.all(wanted.slice(0, 5).map(({ pod, container }) => this.log(namespace, pod, container, 'running', false)));
    }
    log(namespace, pod, { name }, which, previous) {
        return this.once(`${pod.uid}/${name}/${which}`, async () => {
            const log = await this.kube.logs(namespace, pod.name, name, { previous, tailLines });
            this.watching.world.setLog(pod.uid, name, log);
        });
    }
    /** Asks, through the API server, on which other port the program answers. */
    async lookForPorts({ workload }, pod, container) {
        const namespace = workload.metadata.namespace ?? '';
        const log = await this.kube.logs(namespace, pod.name, container.name, { tailLines });
        this.watching.world.setLog(pod.uid, container.name, log);
        const answers = await Promise.all(otherPorts(container, log).map(async (port) => {
            const path = `/api/v1/namespaces/${namespace}/pods/${pod.name}:${port}/proxy/`;
            const { status, body } = await this.kube.raw(path, { timeout: 2000 });
            return status === 403 || /dial tcp|error trying to reach/.test(body) ? [] : [port];
        }));
        this.watching.world.setPorts(pod.uid, container.name, answers.flat());
    }
    /** Asks what the probe asks, and waits longer than it does. */
    async askSlowly({ workload }, pod, { name, spec }) {
        const probe = (0,values.at)(spec, 'readinessProbe', 'httpGet');
        const scheme = (0,values/* textAt */.$6)(probe, 'scheme') === 'HTTPS' ? 'https:' : '';
        const where = `/api/v1/namespaces/${workload.metadata.namespace}/pods/${scheme}${pod.name}:${probePort(spec)}/proxy`;
        const begun = performance.now();
        const question = `${where}/${(0,values/* textAt */.$6)(probe, 'path').replace(/^\//, '')}`;
        const answer = await this.kube.raw(question, { timeout: patientMs }).catch(() => undefined);
        if (answer?.status === 403)
            return;
        const ms = answer === undefined ? Number.POSITIVE_INFINITY : performance.now() - begun;
        this.watching.world.setSlowness(pod.uid, name, ms);
    }
    /** Does what has not been done yet under this key. */
    once(key, work) {
        const known = this.read.get(key) ?? this.tried(work);
        this.read.set(key, known);
        return known;
    }
    async tried(work) {
        this.open += 1;
        try {
            await work();
        }
        catch {
            // The container may be gone, or we may not ask; then the diagnosis does without.
        }
        finally {
            this.open -= 1;
            this.watching.wake();
        }
    }
}
/** How long we wait for an answer that the probe did not wait for. */
const patientMs = 5000;
/** Whether its readiness probe over HTTP got no answer in time, more than once. */
function isSlow({ events, ready, running, spec }) {
    if (ready || !running || (0,values.at)(spec, 'readinessProbe', 'httpGet') === undefined)
        return false;
    return events.some(({ message, count }) => count > 1 && /^Readiness probe failed: .*(deadline exceeded|Timeout)/.test(message));
}
function refusalsOf({ events, ready, running }) {
    if (ready || !running)
        return 0;
    return Math.max(0, ...events
        .filter(({ message }) => message.startsWith('Readiness probe failed: ') && (0,causes_cause/* isRefusal */.vu)(message))
        .map(({ count }) => count));
}
/**
 * Ports other than the probe's: those that the container declares, those that its variables and arguments set, and those
 * that its log speaks of when it says that it listens. That the probe's own port answers in the end proves nothing but a slow start.
 */
function otherPorts({ spec }, log) {
    const declared = (0,values/* listAt */.gT)(spec, 'ports').map((port) => (0,values/* numberAt */.tk)(port, 'containerPort') ?? 0);
    const said = log
        .split('\n')
        .filter((line) => /listen|serv|start|addr|port/i.test(line))
        .flatMap((line) => [...line.matchAll(/(?::|port\D{1,3})(\d{2,5})\b/gi)].map((match) => Number(match[1])));
    const probed = probePort(spec);
    return [...new Set([...declared, ...toldPorts(spec), ...said])]
        .filter((port) => port > 0 && port < 65_536 && port !== probed)
        .slice(0, 5);
}
/** Ports in `PORT: "9000"`, `ADDR: ":9000"`, `--port=9000`, `-listen :9000`. */
function toldPorts(spec) {
    const variables = (0,values/* listAt */.gT)(spec, 'env')
        .filter((variable) => /PORT|ADDR|LISTEN|BIND/i.test((0,values/* textAt */.$6)(variable, 'name')))
        .map((variable) => (0,values/* textAt */.$6)(variable, 'value'));
    const words = [...(0,values/* listAt */.gT)(spec, 'command'), ...(0,values/* listAt */.gT)(spec, 'args')].filter((word) => typeof word === 'string');
    const numbers = [...variables, ...words].flatMap((text) => /(?:^|[:=])(\d{2,5})$/.exec(text.trim())?.slice(1) ?? []);
    return numbers.map(Number);
}
/** The readiness probe's own port; a name stands for the container port of that name. */
function probePort(spec) {
    const probe = (0,values.at)(spec, 'readinessProbe');
    const port = (0,values.at)(probe, 'httpGet', 'port') ?? (0,values.at)(probe, 'tcpSocket', 'port') ?? (0,values.at)(probe, 'grpc', 'port');
    if (typeof port === 'number')
        return port;
    const named = (0,values/* listAt */.gT)(spec, 'ports').find((candidate) => (0,values/* textAt */.$6)(candidate, 'name') === port);
    return (0,values/* numberAt */.tk)(named, 'containerPort');
}

;// CONCATENATED MODULE: ./build/actions/shared/rollout/observe/progress.js


/** Says each change once, in lines that make sense without a terminal. */
class Progress {
    log;
    said = new Map();
    constructor(log) {
        this.log = log;
    }
    tell(statuses, findings) {
        for (const status of statuses)
            this.once((0,values/* nameOf */.Vb)(status.ref), line(status));
        for (const finding of findings) {
            const about = finding.container === undefined ? '' : `, container ${finding.container}`;
            // Counters within messages change all the time; the cause is what is new.
            const key = keyOf(finding);
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

;// CONCATENATED MODULE: ./build/actions/shared/rollout/observe/unblock.js


/**
 * A StatefulSet replaces its pods in order and waits for each to be ready, also for a broken one of an older revision:
 * it would wait for ever for the pod that the new revision is to mend. Such a pod is deleted; the controller makes it
 * anew in the new revision (https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#forced-rollback).
 */
async function deleteBlockingPods(facts, world, { kube, log }) {
    for (const { workload } of facts) {
        if (workload.kind !== 'StatefulSet' || !(0,rollout_workload/* isObserved */.XJ)(workload))
            continue;
        for (const pod of world.podsOf(workload).filter((one) => blocks(one, workload, world))) {
            const { uid } = pod.metadata;
            log.info(`${(0,values/* nameOf */.Vb)((0,values/* refOf */.H8)(pod))} is of an older revision and not ready, which blocks ${(0,values/* nameOf */.Vb)((0,values/* refOf */.H8)(workload))}: deleted.`);
            await kube.remove((0,values/* refOf */.H8)(pod), uid === undefined ? {} : { uid });
        }
    }
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

;// CONCATENATED MODULE: ./build/actions/shared/rollout/observe/observe.js












/** Events come a little later than the states they explain. */
const grace = 800;
const longestWait = 5000;
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
    targets;
    watching;
    setting;
    options;
    lasting = new Lasting();
    logs;
    progress;
    end;
    /** How long it has to stay healthy, by what is known now. */
    calm;
    rules;
    certainSince;
    calmSince;
    disturbances = 0;
    extra = [];
    extraAsked = false;
    /** Jobs that were complete; with `ttlSecondsAfterFinished` they may be gone before the others are. */
    ended = new Map();
    constructor(targets, watching, setting, options) {
        this.targets = targets;
        this.watching = watching;
        this.setting = setting;
        this.options = options;
        this.logs = new LogReader(setting.kube, watching);
        this.progress = new Progress(setting.log);
        this.end = setting.now() + options.timeout;
        this.calm = options.settle;
        this.rules = options.rules ?? { ready: [], failed: [] };
    }
    async run() {
        for (;;) {
            const now = this.setting.now();
            const look = this.look(now);
            this.progress.tell(look.statuses, look.findings);
            if (this.setting.signal.aborted)
                return this.outcome('cancelled', look);
            if (this.isFailed(look, now))
                return await this.failed();
            if (now >= this.end)
                return await this.outOfTime();
            if (await this.isHealthy(look, now))
                return this.outcome('healthy', look);
            await deleteBlockingPods(look.facts, this.watching.world, this.setting);
            await this.watching.changed(this.waitingTime(look, now));
        }
    }
    /** One look at everything that is known. */
    look(now) {
        const live = this.targets.map((target) => ({ target, object: this.live(target) }));
        const statuses = live.map(({ target, object }) => object === undefined
            ? (this.ended.get((0,values/* nameOf */.Vb)(target.ref)) ?? unseen(target.ref))
            : this.statusOf(object));
        for (const status of statuses)
            if (status.ref.kind === 'Job' && status.complete)
                this.ended.set((0,values/* nameOf */.Vb)(status.ref), status);
        const known = live.flatMap(({ target, object }, index) => {
            if (object === undefined || !(0,rollout_workload/* isWorkload */.gv)(object))
                return [];
            const othersPending = statuses.some((status, other) => other !== index && !status.complete);
            return [{ target, facts: factsOf(this.watching.world, object, othersPending) }];
        });
        for (const { facts } of known)
            this.logs.readFor(facts);
        const found = known.flatMap(({ target, facts }) => target.brokenBefore === true ? diagnose(facts).map(asBefore) : diagnose(facts));
        // A Job that was complete may be gone by its own `ttlSecondsAfterFinished`.
        const present = this.targets.filter(({ ref }) => !this.ended.has((0,values/* nameOf */.Vb)(ref)));
        const foreign = present.flatMap((target) => foreignHand(target, this.watching.world) ?? []);
        const customs = live.flatMap(({ object }, index) => this.findingsOf(object, statuses[index]));
        const waited = statuses.filter((_, index) => this.targets[index]?.brokenBefore !== true);
        const facts = known.filter(({ target }) => target.brokenBefore !== true).map((one) => one.facts);
        const all = ranked([...foreign, ...found, ...customs, ...this.extra]);
        return { statuses, waited, facts, ...this.lasting.judge(all, now) };
    }
    statusOf(object) {
        return (0,rollout_workload/* isWorkload */.gv)(object) ? (0,rollout_workload/* statusOf */.c2)(object) : (0,custom/* customStatus */.WO)(object, this.rules);
    }
    findingsOf(object, status) {
        if (object === undefined || status === undefined)
            return [];
        if (!(0,rollout_workload/* isWorkload */.gv)(object))
            return (0,custom/* customFindings */.oz)(object, this.rules);
        return [...(0,custom/* degraded */.$o)(object), ...(status.complete ? (0,custom/* oldPodsLeft */.xF)(object, status) : [])];
    }
    /** The workload as the watch knows it; undefined while that is not yet what was written. */
    live({ ref, generation, uid }) {
        const object = this.watching.world.find(ref);
        if (uid !== undefined && object?.metadata.uid !== uid)
            return undefined;
        return (object?.metadata.generation ?? 0) < generation ? undefined : object;
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
    async isHealthy({ waited, facts }, now) {
        const disturbances = facts.flatMap(({ pods }) => pods).reduce((sum, pod) => sum + disturbancesOf(pod), 0);
        const complete = waited.every((status) => status.complete);
        if (!complete || disturbances !== this.disturbances)
            this.calmSince = undefined;
        this.disturbances = disturbances;
        if (!complete)
            return false;
        this.calmSince ??= now;
        if (!this.extraAsked) {
            this.extraAsked = true;
            this.extra = (await this.options.whenReady?.(facts)) ?? [];
            if (this.extra.some(({ certainty }) => certainty !== 'warning'))
                return false;
        }
        this.calm = calmNeeded(this.options.settle, facts);
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
        const look = this.look(this.setting.now());
        const late = look.waited.filter(({ complete }) => !complete);
        const known = look.findings.filter(({ certainty }) => certainty !== 'warning');
        const told = late
            .filter(({ ref }) => !known.some((finding) => (0,values/* nameOf */.Vb)(finding.ref) === (0,values/* nameOf */.Vb)(ref)))
            .map((status) => timedOut(status, this.options.timeout));
        const findings = ranked([...known, ...told]).map((finding) => ({ ...finding, certainty: 'certain' }));
        const warnings = look.findings.filter(({ certainty }) => certainty === 'warning');
        return { verdict: 'failed', workloads: look.statuses, findings, warnings };
    }
    async readRunningLogs() {
        const { facts } = this.look(this.setting.now());
        const late = new AbortController();
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
function asBefore(finding) {
    return {
        ...finding,
        certainty: 'warning',
        message: `was broken before this release, which leaves it as it is: ${finding.message}`,
    };
}
function disturbancesOf({ lostReadiness, containers }) {
    const ends = containers.reduce((sum, { ends: count, init }) => sum + (init ? 0 : count), 0);
    return lostReadiness + ends + containers.reduce((sum, container) => sum + livenessFailures(container), 0);
}
/** How often the liveness probe has failed: the kubelet still counts, and kills at the end of its patience. */
function livenessFailures({ events }) {
    return events
        .filter(({ reason, message }) => reason === 'Unhealthy' && message.startsWith('Liveness probe'))
        .reduce((sum, { count }) => sum + count, 0);
}
/** A liveness probe that has failed may fail again with its next period, so calm is known only after that. */
function calmNeeded(settle, facts) {
    const periods = facts
        .flatMap(({ pods }) => pods)
        .flatMap(({ containers }) => containers.filter((container) => livenessFailures(container) > 0))
        .map(({ spec }) => ((0,values/* numberAt */.tk)(spec, 'livenessProbe', 'periodSeconds') ?? 10) * 1000 + 2000);
    return Math.max(settle, ...periods);
}
function unseen(ref) {
    return { ref, complete: false, wanted: 0, updated: 0, ready: 0, old: 0, revision: undefined };
}
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


/***/ }),

/***/ 25771:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ startWatching)
});

// EXTERNAL MODULE: ./build/actions/shared/kube/errors.js
var errors = __webpack_require__(80265);
// EXTERNAL MODULE: ./build/actions/shared/rollout/observe/kinds.js
var observe_kinds = __webpack_require__(33918);
// EXTERNAL MODULE: ./build/actions/shared/kube/values.js
var values = __webpack_require__(49256);
// EXTERNAL MODULE: ./build/actions/shared/rollout/workload.js
var rollout_workload = __webpack_require__(57413);
;// CONCATENATED MODULE: ./build/actions/shared/rollout/observe/world.js


const never = { wasReady: false, losses: 0 };
/** What the watches have told so far. Holds no clock and makes no requests. */
class World {
    objects = new Map();
    events = new Map();
    histories = new Map();
    logs = new Map();
    ports = new Map();
    slowness = new Map();
    old = new Set();
    readyNow = new Set();
    ends = new Map();
    deleted = new Set();
    writers = new Map();
    scalings = new Map();
    /** Takes a change in. `initial`: it was there before we began. */
    take({ type, object }, initial) {
        if (type === 'BOOKMARK')
            return;
        const { uid = '', managedFields: owners = [], ...metadata } = object.metadata;
        const lean = { ...object, metadata: { ...metadata, uid } };
        if (object.kind === 'Event') {
            this.takeEvent(lean, type, initial);
            return;
        }
        const kind = this.kind(object.kind);
        this.rememberScaling(kind.get(uid), lean, owners);
        if (type === 'DELETED')
            kind.delete(uid);
        else
            kind.set(uid, lean);
        if (type === 'DELETED')
            this.deleted.add(uid);
        this.rememberWriter(uid, owners);
        if (object.kind === 'Pod' && type !== 'DELETED')
            this.remember(lean);
    }
    takeEvent(event, type, initial) {
        // An event about a lasting object may be of an earlier rollout, unless it comes again.
        const key = `${event.metadata.uid}`;
        if (initial)
            this.old.add(key);
        else
            this.old.delete(key);
        if (type === 'DELETED')
            return;
        const about = (0,values/* textAt */.$6)(event, 'involvedObject', 'uid');
        const known = this.events.get(about) ?? new Map();
        // What came last stands last, also when it came before.
        known.delete(key);
        known.set(key, event);
        this.events.set(about, known);
    }
    rememberScaling(before, now, owners) {
        const [from, to] = [(0,values/* numberAt */.tk)(before, 'spec', 'replicas'), (0,values/* numberAt */.tk)(now, 'spec', 'replicas')];
        if (from === undefined || to === undefined || from === to)
            return;
        // An apply is ours or of another rollout; whoever scales beside it makes an update.
        const owner = owners.find(({ operation, fieldsV1 }) => operation === 'Update' && (0,values.at)(fieldsV1, 'f:spec', 'f:replicas') !== undefined);
        if (owner === undefined)
            return;
        const uid = now.metadata.uid ?? '';
        const scaling = { from, to, manager: owner.manager ?? 'unknown' };
        this.scalings.set(uid, [...(this.scalings.get(uid) ?? []), scaling]);
    }
    rememberWriter(uid, owners) {
        const last = owners
            .filter(({ fieldsV1 }) => (0,values.at)(fieldsV1, 'f:spec', 'f:template') !== undefined)
            .reduce((a, b) => ((b.time ?? '') >= (a.time ?? '') ? b : a), {});
        if (last.manager !== undefined)
            this.writers.set(uid, last.manager);
    }
    /** The field manager that wrote last into the pod template of a workload. */
    writerOf(uid) {
        return this.writers.get(uid ?? '');
    }
    isDeleted(uid) {
        return this.deleted.has(uid ?? '');
    }
    scalingsOf(uid) {
        return this.scalings.get(uid ?? '') ?? [];
    }
    remember(pod) {
        const { uid = '', deletionTimestamp } = pod.metadata;
        this.rememberEnds(uid, pod);
        const before = this.histories.get(uid) ?? never;
        const ready = (0,rollout_workload/* conditionOf */.rI)(pod, 'Ready')?.status === 'True';
        const wasReadyNow = this.readyNow.has(uid);
        if (ready)
            this.readyNow.add(uid);
        else
            this.readyNow.delete(uid);
        // A container that ended takes readiness with it: that is told as what it is.
        const lost = wasReadyNow && !ready && deletionTimestamp === undefined && allRun(pod);
        this.histories.set(uid, {
            wasReady: before.wasReady || ready,
            losses: before.losses + (lost ? 1 : 0),
        });
    }
    /** The node may forget how a container ended, when it is short of room or the next one starts at once. */
    rememberEnds(uid, pod) {
        for (const list of ['initContainerStatuses', 'containerStatuses']) {
            for (const status of (0,values/* listAt */.gT)(pod, 'status', list)) {
                const ended = (0,values.at)(status, 'state', 'terminated') ?? (0,values.at)(status, 'lastState', 'terminated');
                if (ended !== undefined)
                    this.ends.set(`${uid}/${(0,values/* textAt */.$6)(status, 'name')}`, ended);
            }
        }
    }
    /** How a container ended last, as far as it was seen. */
    endOf(uid, container) {
        return this.ends.get(`${uid}/${container}`);
    }
    kind(kind) {
        const found = this.objects.get(kind) ?? new Map();
        this.objects.set(kind, found);
        return found;
    }
    all(kind) {
        return [...this.kind(kind).values()];
    }
    find({ kind, namespace, name }) {
        return this.all(kind).find(({ metadata }) => metadata.name === name && (namespace === undefined || metadata.namespace === namespace));
    }
    owned(kind, uid) {
        return this.all(kind).filter(({ metadata }) => metadata.ownerReferences?.some((owner) => owner.uid === uid && owner.controller === true));
    }
    /** All pods of a workload, whatever their revision. */
    podsOf(workload) {
        if (!(0,rollout_workload/* hasSets */.WZ)(workload))
            return this.owned('Pod', workload.metadata.uid);
        return this.owned('ReplicaSet', workload.metadata.uid).flatMap(({ metadata }) => this.owned('Pod', metadata.uid));
    }
    /** The ReplicaSet of a Deployment's or Rollout's present revision. */
    newReplicaSet(workload) {
        const note = rollout_workload/* revisionNotes */.xu[workload.kind];
        if (note === undefined || !(0,rollout_workload/* hasSets */.WZ)(workload))
            return undefined;
        const revision = (0,rollout_workload/* revisionOf */.DT)(workload);
        return this.owned('ReplicaSet', workload.metadata.uid).find((set) => (0,values/* textAt */.$6)(set, 'metadata', 'annotations', note) === revision);
    }
    /** Whether a pod is of its workload's present revision. */
    isNew(pod, workload, set) {
        const label = (name) => pod.metadata.labels?.[name] ?? '';
        switch (workload.kind) {
            case 'Deployment':
            case 'Rollout':
                return (set !== undefined &&
                    pod.metadata.ownerReferences?.some(({ uid }) => uid === set.metadata.uid) === true);
            case 'StatefulSet':
                return label('controller-revision-hash') === (0,rollout_workload/* revisionOf */.DT)(workload);
            case 'DaemonSet':
                return label('pod-template-generation') === (0,rollout_workload/* revisionOf */.DT)(workload);
            default:
                return true;
        }
    }
    /**
     * Events about an object that came or came again since we began. All of them for pods, whose life is short, and for
     * claims, which are only asked while they are pending.
     */
    eventsOf(uid) {
        const found = [...(this.events.get(uid ?? '')?.values() ?? [])];
        return found.filter((event) => ['Pod', 'PersistentVolumeClaim'].includes((0,values/* textAt */.$6)(event, 'involvedObject', 'kind')) ||
            !this.old.has(event.metadata.uid ?? ''));
    }
    historyOf(uid) {
        return this.histories.get(uid) ?? never;
    }
    logOf(uid, container) {
        return this.logs.get(`${uid}/${container}`);
    }
    /** Ports on which a container answered when asked; undefined: not asked. */
    portsOf(uid, container) {
        return this.ports.get(`${uid}/${container}`);
    }
    slownessOf(uid, container) {
        return this.slowness.get(`${uid}/${container}`);
    }
    setSlowness(uid, container, ms) {
        this.slowness.set(`${uid}/${container}`, ms);
    }
    setPorts(uid, container, ports) {
        this.ports.set(`${uid}/${container}`, ports);
    }
    setLog(uid, container, text) {
        this.logs.set(`${uid}/${container}`, text);
    }
}
function allRun(pod) {
    return (0,values/* listAt */.gT)(pod, 'status', 'containerStatuses').every((status) => (0,values/* isJson */.Fh)((0,values.at)(status, 'state', 'running')));
}

;// CONCATENATED MODULE: ./build/actions/shared/rollout/observe/watching.js



/** Watches everything about these workloads at once. Resolves when what there is by now is known. */
async function startWatching(kube, workloads) {
    const controller = new AbortController();
    const world = new World();
    const bell = makeBell();
    /** Resolves when the first list is complete; goes on behind it. */
    const follow = ({ kind, namespace }) => new Promise((resolve, reject) => {
        let listed = false;
        const run = async () => {
            for await (const event of kube.watch(kind.apiVersion, kind.kind, within(namespace), controller.signal)) {
                world.take(event, !listed);
                if (event.type === 'BOOKMARK') {
                    listed = true;
                    resolve();
                }
                else
                    bell.ring();
            }
            resolve();
        };
        run().catch((error) => {
            if (listed || !refused(error))
                bell.fail(error);
            reject(error);
        });
    });
    try {
        await Promise.all(placesOf(workloads).map(follow));
    }
    catch (error) {
        controller.abort();
        throw error;
    }
    const also = async (objects) => {
        const unwatched = new Set();
        const places = unique(objects.map(({ apiVersion, kind, metadata: { namespace } }) => ({
            kind: { apiVersion, kind },
            namespace,
        })));
        await Promise.all(places.map((place) => follow(place).catch((error) => {
            if (!refused(error))
                throw error;
            unwatched.add(place.kind.kind);
        })));
        return unwatched;
    };
    return { world, also, changed: bell.rung, wake: bell.ring, stop: () => controller.abort() };
}
const within = (namespace) => namespace === undefined ? {} : { namespace };
/** No waiting mends these. */
const refused = (error) => error instanceof errors/* KubeError */.a3 && (error.status === 403 || error.status === 404);
/** Every kind in every namespace where it has to be watched, once. */
function placesOf(workloads) {
    const namespaces = [...new Set(workloads.map(({ metadata }) => metadata.namespace))];
    const kinds = (0,observe_kinds/* watchedKinds */._)(workloads);
    return unique(namespaces.flatMap((namespace) => kinds.map((kind) => ({ kind, namespace }))));
}
function unique(all) {
    const keyOf = ({ kind, namespace }) => `${kind.apiVersion} ${kind.kind} ${namespace}`;
    return [...new Map(all.map((place) => [keyOf(place), place])).values()];
}
/** Changes come in bursts: one look after a burst is enough. */
const burst = 40;
function makeBell() {
    let failure;
    let failed = false;
    let rang = false;
    let waiting;
    const ring = () => {
        rang = true;
        waiting?.();
    };
    const rung = async (ms) => {
        if (!rang && !failed) {
            await untilRung(ms, (wake) => {
                waiting = wake;
            });
        }
        if (rang)
            await new Promise((resolve) => setTimeout(resolve, burst));
        rang = false;
        if (failed)
            throw failure;
    };
    const fail = (error) => {
        failed = true;
        failure = error;
        ring();
    };
    return { ring, rung, fail };
}
function untilRung(ms, onWake) {
    return new Promise((resolve) => {
        const timer = setTimeout(resolve, ms);
        onWake(() => {
            clearTimeout(timer);
            resolve();
        });
    });
}


/***/ }),

/***/ 80147:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C2: () => (/* binding */ changeOf),
/* harmony export */   tX: () => (/* binding */ differences)
/* harmony export */ });
/* unused harmony export notePrefix */
/* harmony import */ var _kube_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49256);

/** Annotations that begin so are our notes: they change nothing that runs. */
const notePrefix = 'seatrial.dev/';
const volatile = new Set([
    'managedFields',
    'resourceVersion',
    'generation',
    'uid',
    'creationTimestamp',
    'selfLink',
]);
/** What applying would change. */
function changeOf(before, after) {
    if (before === undefined)
        return 'created';
    if ((0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(essence(before, true)) !== (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(essence(after, true)))
        return 'changed';
    if ((0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(essence(before, false)) !== (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(essence(after, false)))
        return 'noted';
    return 'none';
}
function essence({ metadata, status: _status, ...rest }, withoutNotes) {
    const kept = Object.entries(metadata).filter(([key]) => !volatile.has(key));
    const annotations = Object.entries(metadata.annotations ?? {}).filter(([key]) => !withoutNotes || !key.startsWith(notePrefix));
    return { ...rest, metadata: { ...Object.fromEntries(kept), annotations: Object.fromEntries(annotations) } };
}
/** The fields that differ, readable; what Secrets hold is never shown. */
function differences(before, after) {
    const secret = after.kind === 'Secret';
    const found = [];
    walk('', before === undefined ? undefined : essence(before, false), essence(after, false), found);
    return found
        .filter(({ field }) => field !== 'apiVersion' && field !== 'kind')
        .map((difference) => secret && /^(data|stringData)\b/.test(difference.field)
        ? { ...difference, before: hidden(difference.before), after: hidden(difference.after) }
        : difference);
}
const hidden = (value) => value === undefined ? undefined : '(hidden)';
function walk(field, before, after, found) {
    if ((0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(before) === (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(after))
        return;
    if ((0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .isJson */ .Fh)(before) && (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .isJson */ .Fh)(after)) {
        for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
            walk(field === '' ? key : `${field}.${key}`, before[key], after[key], found);
        }
        return;
    }
    if (Array.isArray(before) && Array.isArray(after)) {
        const [old, now] = [keyed(before), keyed(after)];
        for (const key of new Set([...old.keys(), ...now.keys()])) {
            walk(`${field}[${key}]`, old.get(key), now.get(key), found);
        }
        return;
    }
    found.push({ field, before: shown(before), after: shown(after) });
}
/** List items by their name where they have one, else by position. */
function keyed(list) {
    return new Map(list.map((item, index) => [
        (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .isJson */ .Fh)(item) && typeof item['name'] === 'string' ? item['name'] : String(index),
        item,
    ]));
}
function shown(value) {
    if (value === undefined)
        return undefined;
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}


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
/* harmony export */   z: () => (/* binding */ refuseKept)
/* harmony export */ });
/* unused harmony export keeperOf */
/* harmony import */ var _kube_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49256);

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
    const ref = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .refOf */ .H8)(before);
    return {
        cause: 'managed-elsewhere',
        certainty: 'certain',
        ref,
        message: `${(0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(ref)} is kept by ${keeper.name}, which would take every other change of it back`,
        evidence: [keeper.mark],
        fix: 'Change it where it is kept: `mode: gitops` commits the images there and waits. Or take it out of that repository first.',
        path: ['metadata', 'name'],
    };
}


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

/***/ 48629:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ previousRevision),
  O: () => (/* binding */ rollOut)
});

// EXTERNAL MODULE: ./build/actions/shared/kube/errors.js
var errors = __webpack_require__(80265);
// EXTERNAL MODULE: ./build/actions/shared/kube/values.js
var values = __webpack_require__(49256);
// EXTERNAL MODULE: ./build/actions/shared/manifests/order.js
var manifests_order = __webpack_require__(42873);
// EXTERNAL MODULE: ./build/actions/shared/rollout/causes/admission.js
var admission = __webpack_require__(36178);
;// CONCATENATED MODULE: ./build/actions/shared/rollout/plan/field-path.js

/**
 * A field as the API server writes it (`spec.template.spec.containers[0].image`,
 * `.spec.template.spec.containers[name="app"].ports`) as a path into the object.
 */
function fieldPath(object, written) {
    const path = [];
    const parts = written.matchAll(/\[(\d+)\]|\[([^=\]]+)="([^"]*)"[^\]]*\]|\["?([^"\]]+)"?\]|([^.[\]]+)/g);
    for (const [, index, key, value, quoted, name] of parts) {
        if (index !== undefined)
            path.push(Number(index));
        else if (key !== undefined) {
            const found = (0,values/* listAt */.gT)(object, ...path).findIndex((item) => String((0,values.at)(item, key)) === value);
            if (found < 0)
                break;
            path.push(found);
        }
        else
            path.push(quoted ?? name ?? '');
    }
    return path;
}
/** The first field that an error message names. */
function fieldIn(message) {
    const typed = /(?:^|[\s(])(\.(?:[A-Za-z][\w-]*|\[[^\]]*\]|\.)+)(?=[:,\s]|$)/.exec(message)?.[1];
    const invalid = /(?:^|[\s[])((?:spec|metadata|data|rules|subjects|webhooks)(?:\.[A-Za-z][\w-]*|\[[^\]]*\])*)(?=: )/.exec(message)?.[1];
    return typed ?? invalid ?? '';
}

;// CONCATENATED MODULE: ./build/actions/shared/rollout/plan/refusal.js


/** What the server's refusal of an object means. */
function refusalOf(error, item, ref) {
    const field = error.details.find((detail) => detail.field !== '')?.field ?? fieldIn(error.message);
    const { cause, message, fix: general } = judge(error);
    const fix = ref.kind === 'Job' && cause === 'immutable-field' ? fixOfJob : general;
    return {
        cause,
        certainty: 'certain',
        ref,
        message,
        evidence: [error.message],
        fix: fix ?? error.fix,
        path: fieldPath(item.object, field),
    };
}
const fixOfJob = "A Job can't be changed. Annotate it `seatrial.dev/hook: pre` (or `post`), and each release replaces and awaits it; or give it a new name.";
function judge(error) {
    const { status, message } = error;
    if (status === 0)
        return { cause: 'unreachable', message };
    if (status === 401)
        return { cause: 'unauthorized', message };
    if (status === 404)
        return ofMissing(error);
    if (status === 409)
        return ofConflict(error);
    if (status === 403)
        return ofForbidden(error);
    // A ValidatingAdmissionPolicy says no with the status of an invalid object.
    if (/failed calling webhook|denied (the )?request/.test(message))
        return ofAdmission(message);
    if (status === 422)
        return ofInvalid(error);
    return {
        cause: 'invalid-manifest',
        message,
        fix: 'Correct the field that the message names; `kubectl explain` tells what it takes.',
    };
}
function ofMissing({ message, reason }) {
    const namespace = /namespaces "([^"]+)" not found/.exec(message)?.[1];
    if (namespace !== undefined)
        return missingNamespace(namespace);
    if (reason === 'UnknownKind') {
        return {
            cause: 'invalid-manifest',
            message,
            fix: 'Correct apiVersion and kind, or install the CustomResourceDefinition first (or with this release).',
        };
    }
    return { cause: 'invalid-manifest', message };
}
/** A namespace that neither exists nor comes with the release: to make it by itself would hide a wrong name. */
function missingNamespace(namespace) {
    return {
        cause: 'namespace-missing',
        message: `there is no namespace ${namespace}, and the manifests don't bring it`,
        fix: `Correct the name, or create it: \`kubectl create namespace ${namespace}\`, or a Namespace object in the manifests.`,
    };
}
function ofConflict({ message, details }) {
    const owners = [
        ...new Set(details.map((detail) => /"([^"]+)"/.exec(detail.message)?.[1] ?? detail.message)),
    ];
    const fields = details.map((detail) => detail.field).filter((field) => field !== '');
    if (fields.length === 0)
        return { cause: 'field-conflict', message };
    // People scale by kubectl once; a controller does it again after every apply.
    const fought = fields.every((field) => field === '.spec.replicas') && !owners.some((one) => /^kubectl/.test(one));
    return {
        cause: fought ? 'replica-conflict' : 'field-conflict',
        message: `${fields.join(', ')} ${fields.length === 1 ? 'is' : 'are'} owned by ${owners.join(', ')}, which has set another value`,
        fix: 'Take the field out of the manifest when the other one has to own it, or write `force-conflicts: true` once to take it over.',
    };
}
function ofForbidden({ message }) {
    if (/is being terminated/.test(message)) {
        return {
            cause: 'stuck-finalizer',
            message: `the namespace is being deleted: ${message}`,
            fix: 'Wait until it is gone and start again. If it does not go, a finalizer holds it: `kubectl get namespace NAME -o yaml` names it.',
        };
    }
    if (/cannot (get|list|watch|create|patch|update|delete) resource/.test(message))
        return { cause: 'forbidden', message };
    return ofAdmission(message);
}
function ofAdmission(message) {
    const { cause, what, fix } = (0,admission/* judgeRefusal */.c)(message);
    return { cause, message: `${what.replace(' the pods', ' it')}: ${message}`, fix };
}
function ofInvalid({ message }) {
    if (/`?selector`? does not match template `?labels`?/.test(message)) {
        return {
            cause: 'selector-mismatch',
            message: 'the selector does not match the labels of the pod template',
            fix: 'Give `spec.template.metadata.labels` every pair of `spec.selector.matchLabels`.',
        };
    }
    if (/is immutable|spec for fields other than|may not change fields other than|may not be changed|may not change once set|cannot change roleRef/.test(message)) {
        return {
            cause: 'immutable-field',
            message,
            fix: 'This field can only be set when the object is made: keep its value, give the object a new name, or delete it first (which stops what runs).',
        };
    }
    return { cause: 'invalid-manifest', message };
}

;// CONCATENATED MODULE: ./build/actions/shared/rollout/undo.js



/** Kinds that hold data or other people's objects are never removed. */
const kept = new Set([
    'Namespace',
    'PersistentVolumeClaim',
    'PersistentVolume',
    'CustomResourceDefinition',
    'StorageClass',
]);
const revisionAnnotation = 'deployment.kubernetes.io/revision';
/**
 * Puts every object of a release back to what it was before: all of them, or none counts. What the release created is
 * removed. Routes go first, then workloads, then what these need.
 */
async function restore(written, setting) {
    const objects = [];
    const failures = [];
    const stages = [...new Set(written.map(({ ref }) => (0,manifests_order/* stageOf */.g)(ref.kind)))].sort((a, b) => b - a);
    // Configuration has to be back before the workloads that read it start anew.
    const order = [...stages.filter((stage) => !isWorkloadStage(stage)), ...stages.filter(isWorkloadStage)];
    for (const stage of order) {
        const now = written.filter(({ ref, before }) => (0,manifests_order/* stageOf */.g)(ref.kind) === stage && before !== undefined);
        await Promise.all(now.map((one) => attempt(one, setting, objects, failures)));
    }
    for (const stage of stages) {
        const now = written.filter(({ ref, before }) => (0,manifests_order/* stageOf */.g)(ref.kind) === stage && before === undefined);
        await Promise.all(now.map((one) => attempt(one, setting, objects, failures)));
    }
    return { objects, failures };
}
const isWorkloadStage = (stage) => stage === (0,manifests_order/* stageOf */.g)('Deployment');
async function attempt({ ref, before, autoscaled, uid }, setting, objects, failures) {
    try {
        if (before !== undefined) {
            objects.push({ ref, object: await putBack(before, autoscaled, setting) });
            setting.log.info(`${(0,values/* nameOf */.Vb)(ref)}: back to what it was`);
        }
        else if (kept.has(ref.kind)) {
            setting.log.info(`${(0,values/* nameOf */.Vb)(ref)}: was created by this release and stays, for what it may hold`);
        }
        else {
            await setting.kube.remove(ref, uid === undefined ? {} : { uid });
            objects.push({ ref, object: undefined });
            setting.log.info(`${(0,values/* nameOf */.Vb)(ref)}: removed, this release had created it`);
        }
    }
    catch (error) {
        if (!(error instanceof errors/* KubeError */.a3))
            throw error;
        failures.push({ ref, message: error.message });
    }
}
const attempts = 6;
/**
 * Writes an object as it was, over whatever version there is by now. The second write gives the fields back to those
 * who owned them: a plain update would make us the owner of each, and the next apply would find a conflict with itself.
 */
async function putBack(before, autoscaled, { kube, fieldManager }) {
    for (let attempt = 1;; attempt += 1) {
        const current = await kube.get((0,values/* refOf */.H8)(before));
        try {
            if (current === undefined)
                return await kube.create(fresh(before), { fieldManager });
            const content = await kube.replace(merged(before, current, autoscaled), { fieldManager });
            return await kube.replace(withOwners(content, before), { fieldManager });
        }
        catch (error) {
            if (!(0,errors/* isConflict */.dh)(error) || attempt === attempts)
                throw error;
        }
    }
}
/** The content of `before` with the identity of `current`. What controllers own stays as it is now. */
function merged(before, current, autoscaled) {
    const { uid: _uid, generation: _generation, managedFields: _owners, ...metadata } = before.metadata;
    const annotations = { ...before.metadata.annotations };
    const revision = current.metadata.annotations?.[revisionAnnotation];
    if (revision !== undefined)
        annotations[revisionAnnotation] = revision;
    const { resourceVersion } = current.metadata;
    const spec = autoscaled && before['spec'] !== undefined
        ? { ...(0,values/* objectAt */.lJ)(before, 'spec'), replicas: (0,values/* objectAt */.lJ)(current, 'spec')['replicas'] }
        : before['spec'];
    return {
        ...before,
        ...(spec === undefined ? {} : { spec }),
        metadata: { ...metadata, annotations, ...(resourceVersion === undefined ? {} : { resourceVersion }) },
    };
}
function withOwners(current, before) {
    const ofStatus = ({ subresource }) => subresource !== undefined && subresource !== '';
    const managedFields = [
        ...(before.metadata.managedFields ?? []).filter((entry) => !ofStatus(entry)),
        ...(current.metadata.managedFields ?? []).filter(ofStatus),
    ];
    return { ...current, metadata: { ...current.metadata, managedFields } };
}
function fresh({ metadata, status: _status, ...rest }) {
    const { uid: _uid, resourceVersion: _version, creationTimestamp: _created, generation: _generation, managedFields: _owners, ...kept } = metadata;
    return { ...rest, apiVersion: rest.apiVersion, kind: rest.kind, metadata: kept };
}

// EXTERNAL MODULE: ./build/actions/shared/rollout/workload.js
var workload = __webpack_require__(57413);
;// CONCATENATED MODULE: ./build/actions/shared/rollout/apply.js






/** How long a new definition may take to be served, in milliseconds. */
const establishing = 30_000;
/** Writes what changes, kind by kind in the order in which they need each other. Stops at a refusal or a cancel. */
async function applySteps(all, setting) {
    const written = [];
    const refusals = [];
    const steps = all.filter(({ change }) => change !== 'none');
    const stages = [...new Set(steps.map(({ ref }) => (0,manifests_order/* stageOf */.g)(ref.kind)))].sort((a, b) => a - b);
    for (const stage of stages) {
        if (setting.signal.aborted || refusals.length > 0)
            break;
        const now = steps.filter(({ ref }) => (0,manifests_order/* stageOf */.g)(ref.kind) === stage);
        const results = await Promise.all(now.map((step) => write(step, setting)));
        for (const result of results) {
            if ('object' in result)
                written.push(result);
            else
                refusals.push(result);
        }
        await Promise.all(now
            .filter(({ ref }) => ref.kind === 'CustomResourceDefinition')
            .map(({ ref }) => established(ref, setting)));
    }
    return { written, refusals };
}
/** Writes one object; gives the refusal where the server has changed its mind since the dry run. */
async function write(step, setting) {
    const { kube, fieldManager, log } = setting;
    try {
        const object = step.overwrites === true
            ? await putBack(step.desired, step.autoscaled, setting)
            : await kube.apply(step.desired, { fieldManager, force: step.force });
        const words = {
            created: 'created',
            changed: 'changed',
            noted: 'unchanged but for the release notes',
            none: '',
        };
        log.info(`${(0,values/* nameOf */.Vb)(step.ref)}: ${words[step.change]}`);
        return { step, object };
    }
    catch (error) {
        if (error instanceof errors/* KubeError */.a3)
            return refusalOf(error, step.item, step.ref);
        throw error;
    }
}
/** Waits until the server serves a new definition; objects of its kind come after it. */
async function established(ref, { kube, signal }) {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(establishing)]);
    const only = { fieldSelector: `metadata.name=${ref.name}` };
    for await (const { type, object } of kube.watch(ref.apiVersion, ref.kind, only, limit)) {
        if (type !== 'BOOKMARK' && (0,workload/* conditionOf */.rI)(object, 'Established')?.status === 'True')
            return;
    }
}

// EXTERNAL MODULE: ./build/actions/shared/rollout/claim/claim.js
var claim_claim = __webpack_require__(67641);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
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
        const terms = { namespace, owner: options.owner, process: mark, workloads };
        const taken = await claimOrNot(terms, options, setting);
        if (taken === undefined)
            continue;
        if (taken instanceof claim_claim/* Claim */.JF)
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
        const claim = await claim_claim/* Claim */.JF.create(`seatrial-rollout-${(0,external_node_crypto_.randomUUID)().slice(0, 8)}`, terms, setting);
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
async function othersOf(claim, { namespace, workloads }, setting) {
    const { apiVersion, kind } = claim.lease;
    const leases = await setting.kube.list(apiVersion, kind, { namespace, labelSelector: claim_others/* claimLabel */.Z7 });
    const living = [];
    for (const other of (0,claim_others/* othersThan */.Tv)(claim.lease, leases, workloads)) {
        const dead = other.expired || (await hasEnded(other.process));
        const cleared = dead && (await clearAway(other.lease, setting));
        if (cleared && other.shared.length > 0)
            setting.log.info(`${other.owner} was at work on ${other.shared.join(', ')} and has died.`);
        if (!cleared && other.shared.length > 0)
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
function busy({ owner, shared }, refs) {
    const ref = refs.find(({ kind, name }) => shared.includes(`${kind}/${name}`)) ?? refs[0];
    if (ref === undefined)
        throw new Error('a claim without workloads is in nobody’s way');
    return {
        cause: 'busy',
        certainty: 'certain',
        ref,
        message: `another rollout is at work on ${shared.join(', ')}: ${owner}`,
        evidence: [`Lease: holderIdentity: ${owner}`],
        fix: 'Let it end and run this job again; `concurrency:` in the workflow keeps runs of one repository apart beforehand.',
        path: ['metadata', 'name'],
    };
}

// EXTERNAL MODULE: ./build/actions/shared/rollout/journal.js
var rollout_journal = __webpack_require__(14977);
// EXTERNAL MODULE: ./build/actions/shared/rollout/observe/watching.js + 1 modules
var observe_watching = __webpack_require__(25771);
// EXTERNAL MODULE: ./build/actions/shared/rollout/plan/diff.js
var diff = __webpack_require__(99325);
;// CONCATENATED MODULE: ./build/actions/shared/rollout/plan/namespaces.js


const refOfNamespace = (name) => ({ apiVersion: 'v1', kind: 'Namespace', name });
/** Refusals for namespaces that neither exist nor come with the release, and for ones that are being deleted. */
async function refuseNamespaces(known, setting) {
    const own = new Set(known.filter(({ ref }) => ref.kind === 'Namespace').map(({ ref }) => ref.name));
    const used = new Map(known.map((item) => [item.ref.namespace ?? '', item]));
    const found = await Promise.all([...used].map(async ([name, item]) => {
        if (name === '' || own.has(name) || (await exists(name, setting)))
            return [];
        const { cause, message, fix } = missingNamespace(name);
        const first = known.find(({ ref }) => ref.namespace === name) ?? item;
        return [
            {
                cause,
                certainty: 'certain',
                ref: first.ref,
                message,
                evidence: [],
                fix,
                path: ['metadata', 'namespace'],
            },
        ];
    }));
    return found.flat();
}
/** Whether a namespace is there. Who may not ask learns it from the dry run. */
async function exists(name, { kube }) {
    try {
        return (await kube.get(refOfNamespace(name))) !== undefined;
    }
    catch (error) {
        if (error instanceof errors/* KubeError */.a3 && error.status === 403)
            return true;
        throw error;
    }
}
/**
 * Creates the namespaces of the release that are not there yet: nothing can be checked in a namespace that is not. They
 * are removed again when the check refuses, so that a refusal leaves nothing behind.
 */
async function createNamespaces(known, setting) {
    const created = [];
    const refusals = [];
    for (const item of known.filter(({ ref }) => ref.kind === 'Namespace')) {
        if (await exists(item.ref.name, setting))
            continue;
        try {
            await setting.kube.apply(item.object, { fieldManager: setting.fieldManager });
            created.push(item.ref.name);
        }
        catch (error) {
            if (!(error instanceof errors/* KubeError */.a3))
                throw error;
            refusals.push(refusalOf(error, item, item.ref));
        }
    }
    return { created, refusals };
}
/** Takes back what `createNamespaces` made. */
async function removeNamespaces(names, { kube }) {
    for (const name of names)
        await kube.remove(refOfNamespace(name));
}

// EXTERNAL MODULE: ./build/actions/shared/release-order/older.js
var release_order_older = __webpack_require__(70437);
;// CONCATENATED MODULE: ./build/actions/shared/rollout/plan/older.js



/** The workloads that run a newer release than the one that is planned. */
function olderRelease({ steps }, { log }, { allowOlder }) {
    if (allowOlder === undefined)
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

;// CONCATENATED MODULE: ./build/actions/shared/rollout/plan/permissions.js


/** What a rollout needs for the objects it writes and the ones it watches. */
function neededFor(written, watched) {
    const of = (resource, namespace, verb) => ({
        verb,
        group: groupOf(resource),
        resource: resource.plural,
        ...(namespace === undefined ? {} : { namespace }),
    });
    const all = [
        ...written.flatMap(({ resource, namespace }) => ['get', 'create', 'patch', 'update', 'delete'].map((verb) => of(resource, namespace, verb))),
        ...watched.flatMap(({ resource, namespace }) => ['list', 'watch'].map((verb) => of(resource, namespace, verb))),
        ...[...new Set(watched.map(({ namespace }) => namespace))].map((namespace) => ({
            verb: 'get',
            group: '',
            resource: 'pods/log',
            namespace,
        })),
    ];
    return unique(all);
}
/** Each permission once. */
function unique(permissions) {
    return [...new Map(permissions.map((permission) => [JSON.stringify(permission), permission])).values()];
}
/** What keeps other rollouts away, and the way back should the runner die. */
function safetyPermissions(namespaces, journal) {
    const leases = namespaces.flatMap((namespace) => ['get', 'list', 'watch', 'create', 'update', 'delete'].map((verb) => ({
        verb,
        group: 'coordination.k8s.io',
        resource: 'leases',
        namespace,
    })));
    if (journal === undefined)
        return leases;
    const verbs = ['get', 'create', 'patch', 'delete'];
    return [...leases, ...verbs.map((verb) => ({ verb, group: '', resource: 'secrets', namespace: journal }))];
}
const groupOf = ({ apiVersion }) => apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';
/** Those of the permissions that this account does not have. One question suffices for an administrator. */
async function missingPermissions(setting, needed) {
    try {
        if (await allowed(setting, { verb: '*', group: '*', resource: '*' }))
            return [];
        const answers = await Promise.all(needed.map((permission) => allowed(setting, permission)));
        return needed.filter((_, index) => answers[index] === false);
    }
    catch (error) {
        if (!(error instanceof errors/* KubeError */.a3) || error.status !== 403)
            throw error;
        setting.log.info('The account may not ask what it may do; a missing permission shows when it is needed.');
        return [];
    }
}
async function allowed({ kube }, { verb, group, resource, namespace }) {
    const [name, subresource] = resource.split('/');
    const answer = await kube.create({
        apiVersion: 'authorization.k8s.io/v1',
        kind: 'SelfSubjectAccessReview',
        metadata: {},
        spec: {
            resourceAttributes: {
                verb,
                group,
                resource: name,
                ...(subresource === undefined ? {} : { subresource }),
                ...(namespace === undefined ? {} : { namespace }),
            },
        },
    });
    return (0,values.at)(answer, 'status', 'allowed') === true;
}
/** The Role (or ClusterRole, where a permission is not of a namespace) that grants what is missing. */
function roleFor(missing) {
    const scopes = groupedBy(missing, ({ namespace }) => namespace ?? '');
    return [...scopes]
        .map(([namespace, permissions]) => {
        const rules = groupedBy(permissions, ({ group, resource }) => `${group} ${resource}`);
        const lines = [...rules.values()].map((rule) => {
            const verbs = rule.map(({ verb }) => verb).join(', ');
            return `  - apiGroups: ["${rule[0]?.group ?? ''}"]\n    resources: ["${rule[0]?.resource ?? ''}"]\n    verbs: [${verbs}]`;
        });
        const head = `apiVersion: rbac.authorization.k8s.io/v1\nkind: ${namespace === '' ? 'ClusterRole' : 'Role'}`;
        const where = namespace === '' ? '' : `, namespace: ${namespace}`;
        return `${head}\nmetadata: { name: seatrial${where} }\nrules:\n${lines.join('\n')}`;
    })
        .join('\n---\n');
}
function groupedBy(items, key) {
    const groups = new Map();
    for (const item of items)
        groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
    return groups;
}

// EXTERNAL MODULE: ./build/actions/shared/manifests/hooks.js
var hooks = __webpack_require__(87625);
// EXTERNAL MODULE: ./build/actions/shared/manifests/images.js
var manifests_images = __webpack_require__(59103);
// EXTERNAL MODULE: ./build/actions/shared/manifests/pod-spec.js
var pod_spec = __webpack_require__(93900);
// EXTERNAL MODULE: ./build/actions/shared/rollout/plan/compare.js
var compare = __webpack_require__(80147);
;// CONCATENATED MODULE: ./build/actions/shared/rollout/plan/hook.js



/**
 * What becomes of a hook: a new Job; the present one, which is running or has succeeded; or a new one in the place of one that
 * differs or has failed.
 */
async function checkHook(item, desired, before, hook, setting) {
    const { ref, resource } = item;
    const { kube, fieldManager } = setting;
    const base = { item, ref, resource, before, desired, hook, autoscaled: false, force: true };
    const failed = before !== undefined && (0,workload/* conditionOf */.rI)(before, 'Failed')?.status === 'True';
    if (!failed) {
        try {
            const after = await kube.apply(desired, { fieldManager, dryRun: true, force: true });
            return { step: { ...base, after, change: (0,compare/* changeOf */.C2)(before, after), replaces: false } };
        }
        catch (error) {
            if (before === undefined || !isImmutable(error))
                throw error;
        }
    }
    const after = await kube.create(elsewhere(desired), { fieldManager, dryRun: true });
    const named = { ...after, metadata: { ...after.metadata, name: ref.name } };
    return { step: { ...base, after: named, change: 'changed', replaces: true } };
}
const isImmutable = (error) => error instanceof errors/* KubeError */.a3 && error.status === 422 && /immutable/.test(error.message);
/** Under a name that is free: the dry run asks about the content only. */
function elsewhere(job) {
    const name = `${(job.metadata.name ?? '').slice(0, 50)}-check`;
    return { ...job, metadata: { ...job.metadata, name } };
}

// EXTERNAL MODULE: ./build/actions/shared/rollout/plan/owner.js
var owner = __webpack_require__(8011);
;// CONCATENATED MODULE: ./build/actions/shared/rollout/plan/replicas.js



/** Workloads whose replicas an autoscaler owns, as `namespace/kind/name`. */
async function autoscaled(setting, items) {
    const scaled = items.filter(({ object }) => (0,values/* numberAt */.tk)(object, 'spec', 'replicas') !== undefined);
    const namespaces = [...new Set(scaled.map(({ object }) => object.metadata.namespace ?? ''))];
    const lists = await Promise.all(namespaces.map((namespace) => autoscalersIn(setting, namespace)));
    const given = items.map(({ object }) => object).filter(({ kind }) => kind === 'HorizontalPodAutoscaler');
    return new Set([...given, ...lists.flat()].map(targetOf));
}
async function autoscalersIn({ kube, log }, namespace) {
    try {
        return await kube.list('autoscaling/v2', 'HorizontalPodAutoscaler', { namespace });
    }
    catch (error) {
        if (!(error instanceof errors/* KubeError */.a3) || (error.status !== 403 && error.status !== 404))
            throw error;
        log.info(`Autoscalers in ${namespace} can't be read: replicas are applied as the manifests say.`);
        return [];
    }
}
const scaleKey = ({ kind, metadata }) => `${metadata.namespace}/${kind}/${metadata.name}`;
function targetOf(autoscaler) {
    const target = (0,values.at)(autoscaler, 'spec', 'scaleTargetRef');
    return `${autoscaler.metadata.namespace}/${(0,values/* textAt */.$6)(target, 'kind')}/${(0,values/* textAt */.$6)(target, 'name')}`;
}
/**
 * What is applied where an autoscaler owns the replicas: none of our number. If an earlier apply of ours owns the
 * field, leaving it out would reset it to 1, so the number that runs now is stated instead.
 */
function withLiveReplicas(desired, live, manager) {
    const now = (0,values/* numberAt */.tk)(live, 'spec', 'replicas');
    if (live === undefined || now === undefined)
        return desired;
    const ours = live.metadata.managedFields?.some((entry) => entry.manager === manager &&
        entry.operation === 'Apply' &&
        (0,values.at)(entry.fieldsV1, 'f:spec', 'f:replicas') !== undefined);
    return (0,manifests_images.withField)(desired, ['spec', 'replicas'], ours === true ? now : undefined);
}

;// CONCATENATED MODULE: ./build/actions/shared/rollout/plan/check.js











const plain = { hook: undefined, replaces: false };
const notYetKnown = {
    ...plain,
    resource: undefined,
    before: undefined,
    after: undefined,
    change: 'created',
    force: false,
    autoscaled: false,
};
/** Asks the server what applying one object would make of it. */
async function check(item, scaled, setting) {
    const { ref, resource } = item;
    const desired = applicable(item.object);
    if (resource === undefined) {
        setting.log.info(`${(0,values/* nameOf */.Vb)(ref)} is checked when its definition is in the cluster.`);
        return { step: { ...notYetKnown, item, ref, desired } };
    }
    try {
        const before = await setting.kube.get(ref);
        if (before?.metadata.deletionTimestamp !== undefined)
            return { refusal: deleted(item, before) };
        const kept = (0,workload/* isWorkload */.gv)(item.object) ? (0,owner/* refuseKept */.z)(before) : undefined;
        if (kept !== undefined)
            return { refusal: kept };
        const isScaled = scaled.has(scaleKey(item.object));
        const hook = (0,hooks/* hookOf */.pd)(item.object);
        if (hook !== undefined)
            return await checkHook({ ...item, resource }, desired, before, hook, setting);
        const own = withOwnAccount(desired, before);
        const applied = isScaled ? withLiveReplicas(own, before, setting.fieldManager) : own;
        const { after, force } = await dryRun(applied, setting);
        const change = (0,compare/* changeOf */.C2)(before, after);
        return {
            step: {
                ...plain,
                item,
                ref,
                resource,
                before,
                desired: applied,
                after,
                change,
                force,
                autoscaled: isScaled,
            },
        };
    }
    catch (error) {
        if (error instanceof errors/* KubeError */.a3)
            return { refusal: refusalOf(error, item, ref) };
        throw error;
    }
}
/** What `kubectl apply` owned without the server's help is taken over, as kubectl itself does when it changes over. */
const predecessors = new Set(['kubectl-client-side-apply']);
/** The object as the server would store it. */
async function dryRun(object, setting) {
    const { kube, fieldManager, forceConflicts } = setting;
    try {
        const after = await kube.apply(object, { fieldManager, dryRun: true, force: forceConflicts });
        return { after, force: forceConflicts };
    }
    catch (error) {
        const owners = (0,errors/* isConflict */.dh)(error)
            ? error.details.map((detail) => /"([^"]+)"/.exec(detail.message)?.[1] ?? '')
            : [];
        // Our own name means a way back that died between its two writes (see `putBack`): nobody else has set these values.
        const ours = (owner) => owner === fieldManager || predecessors.has(owner);
        if (owners.length === 0 || !owners.every(ours))
            throw error;
        setting.log.info(`${(0,values/* nameOf */.Vb)((0,values/* refOf */.H8)(object))}: fields are taken over from ${[...new Set(owners)].join(', ')}.`);
        return { after: await kube.apply(object, { fieldManager, dryRun: true, force: true }), force: true };
    }
}
/**
 * A service account that is no longer named has to be replaced by name: the server keeps a second, deprecated field
 * with the old one (`serviceAccount`), and fills the name in from there again.
 */
function withOwnAccount(desired, before) {
    const template = (0,pod_spec/* templatePath */.Y7)(desired);
    if (template === undefined || desired.kind === 'Pod' || desired.kind === 'Job')
        return desired;
    const path = [...template, 'spec', 'serviceAccountName'];
    const had = (0,values/* textAt */.$6)(before, ...path);
    if (had === '' || had === 'default' || (0,values/* textAt */.$6)(desired, ...path) !== '')
        return desired;
    if ((0,values/* textAt */.$6)(desired, ...template, 'spec', 'serviceAccount') !== '')
        return desired;
    return (0,manifests_images.withField)(desired, path, 'default');
}
/** What the server fills in can't be applied; exported manifests often hold it. */
function applicable(object) {
    const { status: _status, metadata, ...rest } = object;
    const { uid: _uid, resourceVersion: _version, generation: _generation, creationTimestamp: _created, managedFields: _owners, ...kept } = metadata;
    return { ...rest, apiVersion: object.apiVersion, kind: object.kind, metadata: kept };
}
function deleted(item, before) {
    const { finalizers = [], deletionTimestamp } = before.metadata;
    const held = finalizers.length === 0 ? '' : `, held by the finalizer ${finalizers.join(', ')}`;
    return {
        cause: 'stuck-finalizer',
        certainty: 'certain',
        ref: item.ref,
        message: `${(0,values/* nameOf */.Vb)(item.ref)} is being deleted since ${deletionTimestamp}${held}`,
        evidence: [
            `metadata.deletionTimestamp: ${deletionTimestamp}`,
            `metadata.finalizers: ${finalizers.join(', ')}`,
        ],
        fix: 'Wait until it is gone and start again. If it does not go, whoever owns the finalizer has to do its work.',
        path: ['metadata', 'name'],
    };
}

// EXTERNAL MODULE: ./build/actions/shared/rollout/observe/kinds.js
var observe_kinds = __webpack_require__(33918);
;// CONCATENATED MODULE: ./build/actions/shared/rollout/plan/preflight.js



/**
 * One refusal that lists every permission this account lacks, with the role that grants them. Where only `wanted` ones are
 * missing it is a warning.
 */
async function checkPermissions(known, setting, wanted) {
    const written = known.flatMap(({ resource, ref }) => resource === undefined ? [] : [{ resource, namespace: ref.namespace }]);
    const needed = neededFor(written, await watchedBy(known, setting));
    const missing = await missingPermissions(setting, unique([...needed, ...wanted]));
    const [first] = known;
    if (missing.length === 0 || first === undefined)
        return undefined;
    const list = missing.map(({ verb, resource, namespace }) => `${verb} ${resource}${namespace === undefined ? '' : ` in ${namespace}`}`);
    const keys = new Set(needed.map((permission) => JSON.stringify(permission)));
    const required = missing.some((permission) => keys.has(JSON.stringify(permission)));
    return {
        cause: 'forbidden',
        certainty: required ? 'certain' : 'warning',
        ref: first.ref,
        message: `this account may not: ${list.join(', ')}${required ? '' : '. The rollout goes on with less safety: another one at the same time, or a runner that dies, may leave a mix'}`,
        evidence: list.map((line) => `SelfSubjectAccessReview: ${line}: not allowed`),
        fix: `Apply this and bind it to the account:\n${roleFor(missing)}`,
        path: [],
    };
}
async function watchedBy(known, { kube }) {
    const workloads = known.filter(({ object }) => (0,workload/* isWorkload */.gv)(object));
    const namespaces = [...new Set(workloads.map(({ ref }) => ref.namespace ?? ''))];
    const kinds = (0,observe_kinds/* watchedKinds */._)(workloads.map(({ object }) => object));
    const resources = await Promise.all(kinds.map(({ apiVersion, kind }) => kube.resource(apiVersion, kind)));
    return namespaces.flatMap((namespace) => resources.flatMap((resource) => (resource === undefined ? [] : [{ resource, namespace }])));
}

;// CONCATENATED MODULE: ./build/actions/shared/rollout/plan/plan.js







/**
 * Asks the server about every object before the first one is written: kinds, namespaces, permissions, and a dry run of
 * the whole set. Every object of a namespaced kind has to name its namespace. `wanted`: permissions without which it goes on
 * with less safety.
 */
async function makePlan(items, setting, wanted = []) {
    const known = await knownItems(items, setting);
    const refused = [...refuseUnknown(known), ...(await refuseNamespaces(known, setting))];
    if (refused.length > 0)
        return { refusals: refused };
    const forbidden = await checkPermissions(known, setting, wanted);
    if (forbidden?.certainty === 'certain')
        return { refusals: [forbidden] };
    const scaled = await autoscaled(setting, items);
    const namespaces = await createNamespaces(known, setting);
    const checked = await Promise.all(known.map((item) => check(item, scaled, setting)));
    const refusals = checked.flatMap((result) => ('refusal' in result ? [result.refusal] : []));
    if (refusals.length > 0 || namespaces.refusals.length > 0) {
        await removeNamespaces(namespaces.created, setting);
        return { refusals: [...namespaces.refusals, ...refusals] };
    }
    const steps = checked.flatMap((result) => ('step' in result ? [result.step] : []));
    const warnings = forbidden === undefined ? [] : [forbidden];
    return { plan: { steps, createdNamespaces: namespaces.created, pruned: [], warnings } };
}
async function knownItems(items, { kube }) {
    return Promise.all(items.map(async (item) => ({
        ...item,
        ref: (0,values/* refOf */.H8)(item.object),
        resource: await kube.resource(item.object.apiVersion, item.object.kind),
    })));
}
function refuseUnknown(known) {
    const coming = known
        .filter(({ ref }) => ref.kind === 'CustomResourceDefinition')
        .flatMap(({ object }) => (0,values/* listAt */.gT)(object, 'spec', 'versions').map((version) => `${(0,values/* textAt */.$6)(object, 'spec', 'group')}/${(0,values/* textAt */.$6)(version, 'name')} ${(0,values/* textAt */.$6)(object, 'spec', 'names', 'kind')}`));
    return known
        .filter(({ resource, ref }) => resource === undefined && !coming.includes(`${ref.apiVersion} ${ref.kind}`))
        .map((item) => {
        const { apiVersion, kind } = item.ref;
        const message = `the cluster knows no kind ${kind} in ${apiVersion}`;
        return refusalOf(new errors/* KubeError */.a3(message, { status: 404, reason: 'UnknownKind' }), item, item.ref);
    });
}

;// CONCATENATED MODULE: ./build/actions/shared/rollout/prune/apply-set.js



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
    const hash = (0,external_node_crypto_.createHash)('sha256').update(`${name}.${namespace}.ConfigMap.`).digest('base64url');
    return `applyset-${hash}-v1`;
}
function groupKindOf({ apiVersion, kind }) {
    return apiVersion.includes('/') ? `${kind}.${apiVersion.split('/')[0]}` : kind;
}
/** The objects with the label of their set, which stands on themselves and not on their pods. */
function members(items, set) {
    return items.map((item) => ({
        ...item,
        object: (0,manifests_images.withField)(item.object, ['metadata', 'labels', partOf], idOf(set)),
    }));
}
/** What these objects make up. */
function contentsOf(objects) {
    const namespaces = objects.map(({ metadata }) => metadata.namespace).filter((name) => name !== undefined);
    return { kinds: sorted(objects.map(groupKindOf)), namespaces: sorted(namespaces) };
}
/** What the parent in the cluster says; empty where there is none yet. */
function contentsIn(parent, { namespace }) {
    const list = (name) => (0,values/* textAt */.$6)(parent, 'metadata', 'annotations', name)
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

;// CONCATENATED MODULE: ./build/actions/shared/rollout/prune/find.js


/** Versions in which a group may be served, the likeliest first; the parent names groups only. */
const versions = ['v1', 'v2', 'v1beta1', 'v1beta2', 'v1beta3', 'v1alpha1', 'v1alpha2', 'v2beta1'];
/** Kinds that hold data or other people's objects are never pruned. */
const find_kept = new Set([
    'Namespace',
    'PersistentVolumeClaim',
    'PersistentVolume',
    'CustomResourceDefinition',
    'StorageClass',
]);
/** Members of the set in the cluster that are not among `objects`. */
async function findPrunable(kube, set, objects) {
    const known = contentsIn(await kube.get(parentRef(set)), set);
    const lists = await Promise.all(known.kinds.map((kind) => membersOf(kube, set, kind, known.namespaces)));
    const wanted = new Set(objects.map(keyOf));
    const gone = lists.flat().filter((live) => !wanted.has(keyOf(live)) && !isMadeByAnother(live));
    return {
        pruned: gone.filter(({ kind }) => !find_kept.has(kind)),
        warnings: gone.filter(({ kind }) => find_kept.has(kind)).map(stays),
    };
}
async function membersOf(kube, set, groupKind, namespaces) {
    const resource = await served(kube, groupKind);
    if (resource === undefined)
        return [];
    const { apiVersion, kind, namespaced } = resource;
    const labelSelector = `${partOf}=${idOf(set)}`;
    if (!namespaced)
        return kube.list(apiVersion, kind, { labelSelector });
    const lists = await Promise.all(namespaces.map((namespace) => kube.list(apiVersion, kind, { namespace, labelSelector })));
    return lists.flat();
}
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
const keyOf = (object) => `${groupKindOf(object)} ${(0,values/* nameOf */.Vb)((0,values/* refOf */.H8)(object))}`;
/** A controller copies labels onto what it makes; that goes with its owner. */
const isMadeByAnother = ({ metadata }) => metadata.ownerReferences?.some(({ controller }) => controller === true) === true;
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

// EXTERNAL MODULE: ./build/actions/shared/rollout/ready/custom.js
var custom = __webpack_require__(36591);
// EXTERNAL MODULE: ./build/actions/shared/rollout/observe/observe.js + 20 modules
var observe = __webpack_require__(61396);
;// CONCATENATED MODULE: ./build/actions/shared/rollout/back.js



/** What this run has written and removed, and what an earlier one that died has: to what was before both. */
function undoableOf(written, removed, left) {
    const before = left?.entries ?? [];
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
/**
 * Watches what was put back until it is healthy. What was not healthy before either need not become so: there it was, and
 * there it is again.
 */
async function watchBack(restored, way) {
    const { plan, left, watching, setting, timeout } = way;
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
    return (0,observe/* observe */.l)(targets, watching, setting, { timeout, settle: 0 });
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
        return hooks_targetOf(step, step.before);
    if (step.replaces)
        await removeOld(step, watching, setting);
    const result = await write(step, setting);
    return 'object' in result ? hooks_targetOf(step, result.object) : result;
}
function hooks_targetOf({ ref }, { metadata }) {
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

;// CONCATENATED MODULE: ./build/actions/shared/rollout/plan/phases.js


function phasesOf({ steps }) {
    const plain = steps.filter(({ hook }) => hook === undefined);
    const workloads = (0,manifests_order/* stageOf */.g)('Deployment');
    return {
        base: plain.filter(({ ref }) => (0,manifests_order/* stageOf */.g)(ref.kind) < workloads),
        pre: hooksOf(steps, 'pre'),
        main: plain.filter(({ ref }) => (0,manifests_order/* stageOf */.g)(ref.kind) >= workloads),
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

;// CONCATENATED MODULE: ./build/actions/shared/rollout/prune/prune.js





/** Notes what the set will hold beside what it holds, before the first write: nothing of it may ever be forgotten. */
async function widenSet(set, plan, { kube, fieldManager }) {
    const before = contentsIn(await kube.get(parentRef(set)), set);
    const now = contentsOf(plan.steps.map(({ desired }) => desired));
    await kube.apply(parentObject(set, union(before, now)), { fieldManager, force: true });
}
/** Notes what the set holds now that nothing else is left of it. That it names too much costs only questions. */
async function narrowSet(set, plan, { kube, fieldManager, log }) {
    const stay = plan.warnings.filter(({ cause }) => cause === 'not-pruned').map(({ ref }) => ref);
    const kept = stay.map(({ apiVersion, kind, name, namespace }) => ({
        apiVersion,
        kind,
        metadata: { name, ...(namespace === undefined ? {} : { namespace }) },
    }));
    const contents = contentsOf([...plan.steps.map(({ desired }) => desired), ...kept]);
    try {
        await kube.apply(parentObject(set, contents), { fieldManager, force: true });
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
    for (const object of objects.toSorted((a, b) => (0,manifests_order/* stageOf */.g)(b.kind) - (0,manifests_order/* stageOf */.g)(a.kind))) {
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
            return { removed, refusal: refusalOf(error, { object }, (0,values/* refOf */.H8)(object)) };
        }
    }
    return { removed, refusal: undefined };
}

;// CONCATENATED MODULE: ./build/actions/shared/rollout/services.js




/** Endpoints follow readiness within moments; so often and so long it is asked again. */
const tries = 5;
const between = 700;
/**
 * Services never complain. So it is compared what they select with the pods that are there, and asked through the API
 * server's own proxy whether anybody answers on the target port.
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
    const found = services_compare(service, pods);
    if (found !== undefined)
        return found;
    const ports = (0,values/* listAt */.gT)(service, 'spec', 'ports').filter((port) => ((0,values/* textAt */.$6)(port, 'protocol') || 'TCP') === 'TCP');
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
function services_compare(service, pods) {
    const selector = (0,values/* textsAt */.i1)(service, 'spec', 'selector');
    if (Object.keys(selector).length === 0 || (0,values/* textAt */.$6)(service, 'spec', 'type') === 'ExternalName')
        return [];
    const namespace = service.metadata.namespace;
    const chosen = pods.filter(({ metadata }) => metadata.namespace === namespace &&
        metadata.deletionTimestamp === undefined &&
        Object.entries(selector).every(([key, value]) => metadata.labels?.[key] === value));
    if (chosen.length === 0)
        return [noEndpoints(service, selector)];
    const ready = chosen.filter((pod) => (0,workload/* conditionOf */.rI)(pod, 'Ready')?.status === 'True');
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
function portNames(pod) {
    return (0,values/* listAt */.gT)(pod, 'spec', 'containers').flatMap((container) => (0,values/* listAt */.gT)(container, 'ports').map((port) => (0,values/* textAt */.$6)(port, 'name')));
}
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

;// CONCATENATED MODULE: ./build/actions/shared/rollout/targets.js


/**
 * What is watched: every workload of the release, also the ones that needed no change, since they may have been on their way.
 * One that was broken before us and that this release leaves as it is can't be what this release has broken.
 */
function targetsOf(steps, written, left) {
    const isOurs = ({ change }) => change === 'created' || change === 'changed';
    const some = steps.some(isOurs) && left === undefined;
    return steps.map((step) => {
        const { ref, before } = step;
        const own = written.find((one) => (0,values/* nameOf */.Vb)(one.step.ref) === (0,values/* nameOf */.Vb)(ref))?.object;
        const old = before !== undefined && (0,workload/* isWorkload */.gv)(ref) && !(0,workload/* statusOf */.c2)(before).complete;
        const generation = (own ?? before)?.metadata.generation ?? 0;
        return { ref, generation, written: own, brokenBefore: some && old && !isOurs(step) };
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
/** A rule that can't be asked. */
function mayNotWatch(ref) {
    return {
        cause: 'forbidden',
        certainty: 'certain',
        ref,
        message: `a rule says when ${(0,values/* nameOf */.Vb)(ref)} is ready, and this account may not list and watch its kind`,
        evidence: [],
        fix: 'Allow `list` and `watch` on it in this namespace, or take the rule away.',
        path: ['metadata', 'name'],
    };
}

;// CONCATENATED MODULE: ./build/actions/shared/rollout/run.js













/** One rollout from its first write to its end. */
class Run {
    plan;
    watching;
    setting;
    options;
    left;
    journal;
    timings;
    written = [];
    removed = [];
    begun;
    unwatched = new Set();
    constructor({ plan, watching, setting, options, timings, left }) {
        this.plan = plan;
        this.watching = watching;
        this.setting = setting;
        this.options = options;
        this.timings = timings;
        this.left = left;
        this.journal = left;
        this.begun = setting.now();
    }
    async toItsEnd() {
        const result = await this.run();
        // While something is neither the new nor the old release, the way back has to stay known.
        if (result.verdict !== 'undo-failed')
            await (0,rollout_journal/* removeJournal */.Sw)(this.journal, this.setting);
        return result;
    }
    async run() {
        const { journal, applySet } = this.options;
        if (applySet !== undefined)
            await widenSet(applySet, this.plan, this.setting);
        if (journal !== undefined)
            this.journal = await (0,rollout_journal/* writeJournal */.fY)(journal, this.plan, this.left, this.setting);
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
    /** Undefined when all went well, as below. */
    async apply(steps) {
        const { written, refusals } = await this.timed('apply', () => applySteps(steps, this.setting));
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
        const { applySet } = this.options;
        if (applySet === undefined)
            return undefined;
        const { removed, refusal } = await prune(this.plan.pruned, this.setting);
        this.removed.push(...removed);
        if (refusal !== undefined)
            return failedBy([refusal]);
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
        const steps = this.plan.steps.filter(({ ref, hook }) => hook === undefined && ((0,workload/* isWorkload */.gv)(ref) || this.isWatchedCustom(ref)));
        const targets = targetsOf(steps, this.written, this.left);
        return (0,observe/* observe */.l)(targets, this.watching, this.setting, {
            timeout: this.timeLeft(),
            settle: this.options.settle,
            ...this.rules(),
            whenReady: () => checkServices(this.setting.kube, services, behindServices(this.plan, this.watching.world)),
        });
    }
    isWatchedCustom(ref) {
        const { rules } = this.options;
        return rules !== undefined && (0,custom/* isAwaited */.AJ)(ref, rules) && !this.unwatched.has(ref.kind);
    }
    /** Custom resources are watched from when their definitions are there; the one that has to be and may not is a failure. */
    async watchCustoms() {
        const customs = this.plan.steps.filter(({ ref }) => this.isWatchedCustom(ref));
        this.unwatched = await this.watching.also(customs.map(({ desired }) => desired));
        const { rules = { ready: [], failed: [] } } = this.options;
        const blind = customs.filter(({ ref }) => this.unwatched.has(ref.kind) && (0,custom/* hasRule */["do"])(ref, rules));
        for (const kind of this.unwatched)
            this.setting.log.info(`${kind} may not be watched: whether it gets ready is not known.`);
        return blind.length === 0 ? undefined : failedBy(blind.map(({ ref }) => mayNotWatch(ref)));
    }
    rules() {
        const { rules } = this.options;
        return rules === undefined ? {} : { rules };
    }
    /** After a failure or a cancel: everything as it was, or left as it is when that is wanted. */
    async back(outcome) {
        const wasCancelled = outcome.verdict === 'cancelled';
        const foreign = outcome.findings.filter((finding) => finding.foreign);
        const theirs = new Set(foreign.map(({ ref }) => (0,values/* nameOf */.Vb)(ref)));
        const undoable = undoableOf(this.written, this.removed, this.left).filter(({ ref }) => !theirs.has((0,values/* nameOf */.Vb)(ref)));
        if (this.options.onFailure === 'keep' || undoable.length === 0) {
            return this.result(wasCancelled ? 'cancelled' : 'failed', outcome, undefined);
        }
        this.setting.log.info(wasCancelled ? 'Cancelled: back to what was before.' : 'Failed: back to what was before.');
        const begun = this.setting.now();
        const own = await restore(undoable, this.setting);
        const left = foreign.map(({ ref, message }) => ({ ref, message: `left as it is: ${message}` }));
        const restored = { ...own, failures: [...own.failures, ...left] };
        // Nobody waits for a cancelled job: what was before is written, the cluster goes there by itself.
        const end = wasCancelled || restored.failures.length > 0 ? undefined : await watchBack(restored, this.way());
        this.timings = { ...this.timings, undo: this.setting.now() - begun };
        const findings = [...outcome.findings, ...(end?.findings ?? [])];
        const told = { ...outcome, findings, workloads: end?.workloads ?? outcome.workloads };
        return this.result(verdictOfBack(restored, end), told, restored);
    }
    way() {
        const { plan, left, watching, setting, options } = this;
        return { plan, left, watching, setting, timeout: options.timeout };
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
const cancelled = { verdict: 'cancelled', workloads: [], findings: [], warnings: [] };
const failedBy = (findings) => ({
    verdict: 'failed',
    workloads: [],
    findings,
    warnings: [],
});

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

;// CONCATENATED MODULE: ./build/actions/shared/rollout/touch/touch.js





/** On the pod template: when its pods were started anew without another change. */
const restartAnnotation = 'seatrial.dev/restarted-at';
/** Kinds whose pods can be started anew. */
const lasting = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'Rollout']);
/** The plan of a mode that works on the workloads as they are in the cluster; of the manifests only the names count. */
async function touchPlan(items, mode, setting) {
    const workloads = items.filter(({ object }) => (0,workload/* isWorkload */.gv)(object));
    const scaled = await autoscaled(setting, workloads);
    const results = await Promise.all(workloads.map((item) => touch(item, mode, scaled, setting)));
    const refusals = results.flatMap((result) => ('cause' in result ? [result] : []));
    if (refusals.length > 0)
        return { refusals };
    const steps = results.flatMap((result) => ('cause' in result ? [] : [result]));
    return { plan: { steps, createdNamespaces: [], pruned: [], warnings: [] } };
}
async function touch(item, mode, scaled, setting) {
    const { kube } = setting;
    const ref = (0,values/* refOf */.H8)(item.object);
    const before = await kube.get(ref);
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
    return { ...base, desired, after: desired, change: 'changed', autoscaled: scaled.has(scaleKey(before)) };
}
function restarted(live, now) {
    const path = ['spec', 'template', 'metadata', 'annotations', restartAnnotation];
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
        return withClaims(items, setting, options, []);
    const { claims = [], busy } = await claimWorkloads(items, options.claim, setting);
    if (busy !== undefined)
        return refusedBy([busy], noTime);
    const held = [...claims];
    try {
        return await withClaims(items, { ...setting, kube: (0,claim_claim/* guarded */.Nj)(setting.kube, held) }, options, held);
    }
    finally {
        await Promise.all(held.map((claim) => claim.release()));
    }
}
async function withClaims(items, setting, options, held) {
    const begun = setting.now();
    const { plan, refusals } = await planFor(items, setting, options);
    const timings = { ...noTime, check: setting.now() - begun };
    if (plan === undefined)
        return refusedBy(refusals, timings);
    const older = olderRelease(plan, setting, options);
    if (older.length > 0) {
        await removeNamespaces(plan.createdNamespaces, setting);
        return refusedBy(older, timings);
    }
    if (options.dryRun || setting.signal.aborted)
        await removeNamespaces(plan.createdNamespaces, setting);
    else if (options.claim !== undefined && plan.createdNamespaces.length > 0) {
        const fresh = items.filter(({ object }) => plan.createdNamespaces.includes(object.metadata.namespace ?? ''));
        const { claims = [], busy } = await claimWorkloads(fresh, options.claim, setting);
        if (busy !== undefined)
            return refusedBy([busy], timings);
        held.push(...claims);
    }
    return carryOut(plan, timings, setting, options);
}
async function planFor(items, setting, options) {
    const { mode = 'rollout', applySet: set } = options;
    if (mode !== 'rollout')
        return touchPlan(items, mode, setting);
    const own = set === undefined ? items : members(items, set);
    const objects = own.map(({ object }) => object);
    // Asked before anything is made for the check: what may not be listed is a refusal that leaves nothing behind.
    const prunable = set === undefined ? undefined : await findPrunable(setting.kube, set, objects);
    const planning = await makePlan(own, setting, wantedBy(items, options));
    if (prunable === undefined || planning.plan === undefined)
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
async function carryOut(plan, timings, setting, options) {
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
    const left = options.journal === undefined ? undefined : await (0,rollout_journal/* readJournal */.a0)(options.journal, setting);
    const complete = workloads.every(({ before }) => before !== undefined && (0,workload/* statusOf */.c2)(before).complete) &&
        customs.every(({ before }) => before !== undefined && (0,custom/* customStatus */.WO)(before, rules).complete);
    if (!changes && left === undefined && complete) {
        const applied = await applySteps(plan.steps, setting);
        const statuses = workloads.flatMap(({ before }) => (before === undefined ? [] : [(0,workload/* statusOf */.c2)(before)]));
        if (applied.refusals.length === 0)
            return { ...base, verdict: 'unchanged', workloads: statuses };
        return { ...base, verdict: 'failed', workloads: statuses, findings: applied.refusals };
    }
    const watching = await (0,observe_watching/* startWatching */.K)(setting.kube, workloads.map(({ desired }) => desired));
    try {
        return await new Run({ plan, watching, setting, options, timings, left }).toItsEnd();
    }
    finally {
        watching.stop();
    }
}
function refusedBy(findings, timings) {
    const nothing = { plan: undefined, warnings: [], workloads: [], restored: undefined };
    return { ...nothing, verdict: 'refused', findings, timings };
}
/** Permissions that make a rollout safe beside others and against its own death. */
function wantedBy(items, { claim, journal }) {
    const workloads = items.map(({ object }) => object).filter(workload/* isWorkload */.gv);
    const namespaces = new Set(workloads.map(({ metadata }) => metadata.namespace ?? ''));
    return safetyPermissions(claim === undefined ? [] : [...namespaces], journal?.namespace);
}
/** The revision that a workload had before; what an undo goes back to. */
function previousRevision(before) {
    return before === undefined ? undefined : (0,workload/* revisionOf */.DT)(before);
}


/***/ }),

/***/ 57413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DT: () => (/* binding */ revisionOf),
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
        complete: (isObserved(object) || isOfBatch(object)) && done,
    };
}
/** Jobs and CronJobs don't tell which generation they have seen. */
const isOfBatch = ({ kind }) => kind === 'Job' || kind === 'CronJob';
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
    // Once all pods are of one revision, the controller no longer counts them as updated.
    const updated = same ? status(object, 'replicas') : status(object, 'updatedReplicas');
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
