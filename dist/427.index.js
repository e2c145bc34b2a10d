export const id = 427;
export const ids = [427,103];
export const modules = {

/***/ 9103:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   replaceImages: () => (/* binding */ replaceImages),
/* harmony export */   repositoryOf: () => (/* binding */ repositoryOf),
/* harmony export */   withField: () => (/* binding */ withField)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(860);
/* harmony import */ var _pod_spec_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3900);


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

/***/ 2873:
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

/***/ 3900:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ configsOf),
/* harmony export */   Mz: () => (/* binding */ containersOf),
/* harmony export */   Y7: () => (/* binding */ templatePath)
/* harmony export */ });
/* harmony import */ var _kube_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9256);

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

/***/ 4427:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  refuseDuplicates: () => (/* binding */ refuseDuplicates),
  releaseObjects: () => (/* binding */ releaseObjects)
});

// EXTERNAL MODULE: ./build/actions/shared/errors/user-error.js
var user_error = __webpack_require__(860);
// EXTERNAL MODULE: ./build/actions/shared/kube/values.js
var values = __webpack_require__(9256);
// EXTERNAL MODULE: ./build/actions/shared/rollout/workload.js
var workload = __webpack_require__(7413);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/actions/shared/manifests/images.js
var manifests_images = __webpack_require__(9103);
// EXTERNAL MODULE: ./build/actions/shared/manifests/pod-spec.js
var pod_spec = __webpack_require__(3900);
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

// EXTERNAL MODULE: ./build/actions/shared/manifests/order.js
var order = __webpack_require__(2873);
;// CONCATENATED MODULE: ./build/actions/shared/manifests/release.js







/**
 * The objects as they are applied, in the order in which they are: each in its namespace, with checksums of the
 * configuration in the pod templates and where the release comes from on the workloads, with what the caller adds to that.
 */
async function releaseObjects(manifests, cluster, record, annotations = new Map()) {
    const placed = await Promise.all(manifests.map((manifest) => inNamespace(manifest, cluster)));
    refuseDuplicates(placed);
    return (0,order/* ordered */.S)(withConfigChecksums(placed)).map((manifest) => annotated(manifest, { ...notesOf(manifest, record), ...Object.fromEntries(annotations) }));
}
async function inNamespace(manifest, { kube, namespace }) {
    const { object } = manifest;
    if (object.metadata.namespace !== undefined)
        return manifest;
    const resource = await kube.resource(object.apiVersion, object.kind);
    if (resource?.namespaced !== true)
        return manifest;
    return { ...manifest, object: (0,manifests_images.withField)(object, ['metadata', 'namespace'], namespace) };
}
/** kubectl lets the last one win without a word. */
function refuseDuplicates(manifests) {
    const seen = new Map();
    for (const manifest of manifests) {
        const { apiVersion } = manifest.object;
        const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
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
        ['seatrial.dev/repository', source.repository],
        ['seatrial.dev/commit', source.commit],
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

/***/ 7413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DT: () => (/* binding */ revisionOf),
/* harmony export */   XJ: () => (/* binding */ isObserved),
/* harmony export */   c2: () => (/* binding */ statusOf),
/* harmony export */   gv: () => (/* binding */ isWorkload),
/* harmony export */   rI: () => (/* binding */ conditionOf)
/* harmony export */ });
/* unused harmony export selects */
/* harmony import */ var _kube_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9256);

const workloadKinds = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'Job']);
/** Whether a rollout of this kind is watched to its end. */
function isWorkload({ kind, apiVersion }) {
    return workloadKinds.has(kind) && /^(apps|batch)\//.test(apiVersion);
}
/** How a workload stands, by what its controller says; every number is that of the controller's status. */
function statusOf(object) {
    const seen = ((0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .numberAt */ .tk)(object, 'status', 'observedGeneration') ?? 0) >= (object.metadata.generation ?? 0);
    const counts = countsOf(object);
    const { done, ...numbers } = counts;
    return {
        ref: (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .refOf */ .H8)(object),
        ...numbers,
        revision: revisionOf(object),
        complete: (seen || isJob(object)) && done,
    };
}
const isJob = ({ kind }) => kind === 'Job';
function countsOf(object) {
    switch (object.kind) {
        case 'DaemonSet':
            return ofDaemonSet(object);
        case 'StatefulSet':
            return ofStatefulSet(object);
        case 'Job':
            return ofJob(object);
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
/** The revision as the controller names it: a number for Deployments, a hash for StatefulSets. */
function revisionOf(object) {
    const name = object.kind === 'Deployment'
        ? (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(object, 'metadata', 'annotations', 'deployment.kubernetes.io/revision')
        : object.kind === 'StatefulSet'
            ? (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(object, 'status', 'updateRevision')
            : object.kind === 'DaemonSet'
                ? (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(object, 'metadata', 'annotations', 'deprecated.daemonset.template.generation')
                : '';
    return name === '' ? undefined : name;
}
/** Whether the controller has seen the last change of the object. */
function isObserved(object) {
    return ((0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .numberAt */ .tk)(object, 'status', 'observedGeneration') ?? 0) >= (object.metadata.generation ?? 0);
}
/** Whether a label selector (`matchLabels`, `matchExpressions`) chooses an object with these labels. */
function selects(selector, labels) {
    const exact = Object.entries(at(selector, 'matchLabels') ?? {}).every(([key, value]) => labels[key] === value);
    return exact && listAt(selector, 'matchExpressions').every((expression) => meets(expression, labels));
}
function meets(expression, labels) {
    const value = labels[textAt(expression, 'key')];
    const values = listAt(expression, 'values');
    switch (textAt(expression, 'operator')) {
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
