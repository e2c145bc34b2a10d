export const id = 4427;
export const ids = [4427,3900,9103];
export const modules = {

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

/***/ 14427:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  refuseDuplicates: () => (/* binding */ refuseDuplicates),
  releaseObjects: () => (/* binding */ releaseObjects)
});

// EXTERNAL MODULE: ./build/actions/shared/errors/user-error.js
var user_error = __webpack_require__(30860);
// EXTERNAL MODULE: ./build/actions/shared/kube/values.js
var values = __webpack_require__(49256);
// EXTERNAL MODULE: ./build/actions/shared/release-order/order.js
var order = __webpack_require__(65915);
// EXTERNAL MODULE: ./build/actions/shared/rollout/workload.js
var workload = __webpack_require__(57413);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/actions/shared/manifests/images.js
var manifests_images = __webpack_require__(59103);
// EXTERNAL MODULE: ./build/actions/shared/manifests/pod-spec.js
var pod_spec = __webpack_require__(93900);
;// CONCATENATED MODULE: ./build/actions/shared/manifests/checksum.js




/** On the pod template: changes when the configuration that the pods read does. */
const checksumAnnotation = 'seatrial.dev/config-checksum';
/**
 * Notes in each pod template what the ConfigMaps and Secrets of this set hold that its pods read, so that a change of
 * them is a new revision: pods take up neither variables nor `subPath` files while they run.
 */
function withConfigChecksums(manifests) {
    const configs = new Map(manifests
        .filter(({ object }) => object.kind === 'ConfigMap' || object.kind === 'Secret')
        .map(({ object }) => [(0,values/* nameOf */.Vb)((0,values/* refOf */.H8)(object)), contentOf(object)]));
    return manifests.map((manifest) => {
        const { object } = manifest;
        const template = (0,pod_spec/* templatePath */.Y7)(object);
        // A Pod or Job can't change once it is there; their configuration is what it was when they began.
        if (template === undefined || object.kind === 'Pod' || object.kind === 'Job')
            return manifest;
        const used = (0,pod_spec/* configsOf */.$d)(object)
            .map(({ kind, name }) => (0,values/* nameOf */.Vb)((0,values/* refOf */.H8)({ ...object, kind, metadata: { ...object.metadata, name } })))
            .filter((name) => configs.has(name))
            .sort();
        if (used.length === 0)
            return manifest;
        const checksum = hash(used.map((name) => `${name}\n${configs.get(name)}`).join('\n'));
        const path = [...template, 'metadata', 'annotations', checksumAnnotation];
        return { ...manifest, object: (0,manifests_images.withField)(object, path, checksum) };
    });
}
function contentOf({ data, stringData, binaryData }) {
    return (0,values/* canonical */.$N)({ data, stringData, binaryData });
}
/** 64 bits: enough to tell two configurations apart. */
function hash(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 16);
}

// EXTERNAL MODULE: ./build/actions/shared/manifests/hooks.js
var hooks = __webpack_require__(87625);
// EXTERNAL MODULE: ./build/actions/shared/manifests/order.js
var manifests_order = __webpack_require__(42873);
;// CONCATENATED MODULE: ./build/actions/shared/manifests/release.js









/**
 * The objects as they are applied, in the order in which they are: each in its namespace, with checksums of the
 * configuration in the pod templates and where the release comes from on the workloads, with what the caller adds to that.
 */
async function releaseObjects(manifests, cluster, record, annotations = new Map()) {
    const own = (0,hooks/* ofTheRollout */._Q)(manifests);
    const coming = own.flatMap(({ object }) => namespacedKindOf(object));
    const placed = await Promise.all(own.map((manifest) => inNamespace(manifest, cluster, coming)));
    refuseDuplicates(placed);
    return (0,manifests_order/* ordered */.S)(withConfigChecksums(placed)).map((manifest) => annotated(manifest, { ...notesOf(manifest, record), ...Object.fromEntries(annotations) }));
}
async function inNamespace(manifest, { kube, namespace }, coming) {
    const { object } = manifest;
    if (object.metadata.namespace !== undefined)
        return manifest;
    const resource = await kube.resource(object.apiVersion, object.kind);
    const namespaced = resource?.namespaced ?? coming.includes(`${groupOf(object.apiVersion)} ${object.kind}`);
    if (!namespaced)
        return manifest;
    return { ...manifest, object: (0,manifests_images.withField)(object, ['metadata', 'namespace'], namespace) };
}
const groupOf = (apiVersion) => apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';
/** The kind that a definition of this release brings, where its objects live in namespaces. */
function namespacedKindOf(object) {
    if (object.kind !== 'CustomResourceDefinition' || (0,values/* textAt */.$6)(object, 'spec', 'scope') !== 'Namespaced')
        return [];
    return [`${(0,values/* textAt */.$6)(object, 'spec', 'group')} ${(0,values/* textAt */.$6)(object, 'spec', 'names', 'kind')}`];
}
/** kubectl lets the last one win without a word. */
function refuseDuplicates(manifests) {
    const seen = new Map();
    for (const manifest of manifests) {
        const group = groupOf(manifest.object.apiVersion);
        const name = (0,values/* nameOf */.Vb)((0,values/* refOf */.H8)(manifest.object));
        const first = seen.get(`${group} ${name}`);
        seen.set(`${group} ${name}`, manifest);
        if (first === undefined)
            continue;
        const [one, other] = [first.placeOf(['metadata', 'name']), manifest.placeOf(['metadata', 'name'])];
        throw new user_error/* UserError */.yo(`${name} stands twice: ${one.file}:${one.line ?? 1} and ${other.file}:${other.line ?? 1}`, { fix: 'Remove one of them, or give it another name.', place: other });
    }
}
/** Where a workload comes from, so that one can walk from a pod back to the pull request. */
function notesOf({ object }, { source }) {
    const digests = (0,pod_spec/* containersOf */.Mz)(object).flatMap(({ image }) => /@(sha256:[0-9a-f]{64})$/.exec(image)?.[1] ?? []);
    const notes = [
        ...Object.entries((0,order/* originNotes */.UL)(source)),
        ['seatrial.dev/pull-request', source.pullRequest?.url],
        ['seatrial.dev/run', source.run?.url],
        ['seatrial.dev/image', [...new Set(digests)].join(',')],
    ];
    return Object.fromEntries(notes.filter((note) => note[1] !== undefined && note[1] !== ''));
}
function annotated(manifest, notes) {
    if (!(0,workload/* isWorkload */.gv)(manifest.object))
        return manifest;
    const merged = { ...(0,values/* textsAt */.i1)(manifest.object, 'metadata', 'annotations'), ...notes };
    return { ...manifest, object: (0,manifests_images.withField)(manifest.object, ['metadata', 'annotations'], merged) };
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
