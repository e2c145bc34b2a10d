export const id = 165;
export const ids = [165,103];
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

/***/ 6178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ admission),
/* harmony export */   c: () => (/* binding */ judgeRefusal)
/* harmony export */ });
/* harmony import */ var _cause_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6432);

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

/***/ 6432:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cv: () => (/* binding */ about),
/* harmony export */   FD: () => (/* binding */ eachContainer),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   Xb: () => (/* binding */ aboutContainer),
/* harmony export */   w$: () => (/* binding */ lastLines)
/* harmony export */ });
/* harmony import */ var _kube_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9256);

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
/** The last lines of a container's log as evidence. */
function lastLines({ name, log }, count = 15) {
    const lines = (log ?? '')
        .trimEnd()
        .split('\n')
        .filter((line) => line.trim() !== '');
    return lines.slice(-count).map((line) => `log of ${name}: ${line}`);
}


/***/ }),

/***/ 4977:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sw: () => (/* binding */ removeJournal),
/* harmony export */   a0: () => (/* binding */ readJournal),
/* harmony export */   fY: () => (/* binding */ writeJournal),
/* harmony export */   fp: () => (/* binding */ journalRef)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8522);
/* harmony import */ var _kube_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(265);
/* harmony import */ var _kube_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9256);



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
        .filter(({ change, ref: own }) => change !== 'none' && !known.has((0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb)(own)))
        .map(({ ref: own, before, autoscaled }) => ({ ref: own, before, autoscaled, uid: undefined }));
    const entries = [...(left?.entries ?? []), ...added];
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

/***/ 3918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ watchedKinds)
/* harmony export */ });
/* harmony import */ var _kube_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9256);

/** What has to be watched to see workloads to their end: themselves, what makes their pods, the pods, and events. */
function watchedKinds(workloads) {
    if (workloads.length === 0)
        return [];
    const own = workloads.map(({ apiVersion, kind }) => ({ apiVersion, kind }));
    const sets = own.some(({ kind }) => kind === 'Deployment')
        ? [{ apiVersion: 'apps/v1', kind: 'ReplicaSet' }]
        : [];
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
    return ((0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .listAt */ .gT)(workload, 'spec', 'volumeClaimTemplates').length > 0 ||
        (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .listAt */ .gT)(workload, 'spec', 'template', 'spec', 'volumes').some((volume) => (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(volume, 'persistentVolumeClaim', 'claimName') !== ''));
}


/***/ }),

/***/ 398:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ observe)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/actions/shared/kube/values.js
var values = __webpack_require__(9256);
;// CONCATENATED MODULE: ./build/actions/shared/rollout/finding.js
/**
 * Everything that can be wrong with a rollout, most telling first: where several are true of one pod, the first of this
 * list is the cause and the others are its consequences. docs/rollout-causes.md explains each.
 */
const causeIds = [
    'unreachable',
    'unauthorized',
    'forbidden',
    'namespace-missing',
    'invalid-manifest',
    'selector-mismatch',
    'immutable-field',
    'field-conflict',
    'stuck-finalizer',
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
    'oom-killed',
    'evicted',
    'init-failed',
    'panic',
    'liveness-failing',
    'startup-failing',
    'crash-loop',
    'volume-pending',
    'unschedulable',
    'job-failed',
    'readiness-failing',
    'service-port-mismatch',
    'no-endpoints',
    'replica-conflict',
    'progress-deadline',
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
var admission = __webpack_require__(6178);
// EXTERNAL MODULE: ./build/actions/shared/rollout/causes/cause.js
var causes_cause = __webpack_require__(6432);
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
        const failed = pod.events.filter(({ reason }) => reason === 'FailedMount').at(-1);
        const missing = failed === undefined ? undefined : missingIn(failed.message);
        if (failed === undefined || missing === undefined || pod.containers.some(({ running }) => running))
            return [];
        return [
            (0,causes_cause/* about */.Cv)(facts, {
                cause: 'config-missing',
                certainty: patience,
                message: `${missing}, which the pods mount`,
                evidence: [`Pod ${pod.name}: ${(0,causes_cause/* quoted */.TL)(failed)}`],
                fix: fixFor(missing),
                path: volumePath(facts, failed),
            }),
        ];
    });
}
function volumePath(facts, { message }) {
    const name = /for volume "([^"]+)"/.exec(message)?.[1];
    const volumes = (0,values/* listAt */.gT)(facts.workload, 'spec', 'template', 'spec', 'volumes');
    const index = volumes.findIndex((volume) => (0,values/* textAt */.$6)(volume, 'name') === name);
    return ['spec', 'template', 'spec', 'volumes', ...(index < 0 ? [] : [index])];
}
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
var rollout_workload = __webpack_require__(7413);
;// CONCATENATED MODULE: ./build/actions/shared/rollout/causes/controller.js



/** A Job that has given up. */
const job = (facts) => {
    if (facts.workload.kind !== 'Job')
        return [];
    const failed = (0,rollout_workload/* conditionOf */.rI)(facts.workload, 'Failed');
    if (failed?.status !== 'True')
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
/** Memory: the kernel's kill is certain the first time. */
const outOfMemory = (facts) => (0,causes_cause/* eachContainer */.FD)(facts, (container, pod) => {
    if (container.ended?.reason !== 'OOMKilled')
        return undefined;
    const limit = (0,values/* textAt */.$6)(container.spec, 'resources', 'limits', 'memory');
    const soft = memoryLimitOf(container);
    return (0,causes_cause/* aboutContainer */.Xb)(facts, container, {
        cause: 'oom-killed',
        certainty: 'certain',
        message: `the kernel killed ${container.name}: it took more memory than its limit of ${limit || 'the node'} (${soft})`,
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
    return found === undefined
        ? 'GOMEMLIMIT is not set'
        : `GOMEMLIMIT is ${(0,values/* textAt */.$6)(found, 'value') || 'set by reference'}`;
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
    const told = container.init
        ? inInit(container)
        : (panicked(container) ?? ended0(container) ?? failed(container));
    return (0,causes_cause/* aboutContainer */.Xb)(facts, container, {
        ...told,
        certainty: certaintyOf(facts, container),
        evidence: [
            `Pod ${pod.name}: ${container.name} ended ${times(container.ends)}, last with exit code ${ended.exitCode}${ended.reason === '' ? '' : ` (${ended.reason})`}`,
            ...(ended.message === '' ? [] : [`termination message: ${ended.message.trim()}`]),
            ...(0,causes_cause/* lastLines */.w$)(container),
        ],
    });
});
/** What is running and well again is told, but did not fail. */
function certaintyOf(facts, container) {
    if (container.ends > endsAllowed(facts))
        return 'certain';
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
        message: `${name} ends with exit code ${ended?.exitCode ?? 0} soon after its start`,
        fix: 'Its last log lines tell why; often a setting or a dependency that is not there.',
    };
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
    const decided = waiting.reason === 'InvalidImageName'
        ? invalidName
        : pullReasons.has(waiting.reason)
            ? judgePull(container)
            : undefined;
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
        evidence: [`Pod ${pod.name}: ${waiting.reason}: ${waiting.message}`, ...telling.slice(-2).map(causes_cause/* quoted */.TL)],
        fix,
    });
});
const invalidName = {
    cause: 'image-name-invalid',
    certainty: 'certain',
    what: 'the image name is not valid',
    fix: 'Write it as `registry/repository@sha256:…` in lower case; was a placeholder left in it?',
};
function judgePull(container) {
    // ImagePullBackOff keeps the registry's answer in its own message or only in the event before it.
    const pulls = container.events.filter(({ message }) => /Failed to pull image/.test(message));
    const said = [container.waiting?.message ?? '', ...pulls.map(({ message }) => message)].join('\n');
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

;// CONCATENATED MODULE: ./build/actions/shared/rollout/causes/place.js

/** Autoscalers look every ten seconds; without one nothing changes by itself. */
const scalerPatience = 11_000;
/** A volume that is being made takes its time; one that nobody will make is known sooner. */
const volumePatience = 60_000;
const noProvisioner = 4000;
/** Pods that no node takes. */
const unschedulable = (facts) => facts.pods.flatMap((pod) => {
    const why = pod.unscheduled;
    if (why === undefined || waitsForVolume(why))
        return [];
    const scaling = pod.events.find(({ reason }) => reason === 'TriggeredScaleUp' || reason === 'Nominated');
    const patient = scaling !== undefined || facts.leaving > 0;
    return [
        (0,causes_cause/* about */.Cv)(facts, {
            cause: 'unschedulable',
            certainty: patient ? 'suspected' : scalerPatience,
            message: `no node takes the pod: ${why}`,
            evidence: [
                `Pod ${pod.name}: PodScheduled False: ${why}`,
                ...pod.events
                    .filter(({ reason }) => /ScaleUp|FailedScheduling/.test(reason))
                    .slice(-2)
                    .map(causes_cause/* quoted */.TL),
            ],
            fix: place_fixFor(why),
            path: /Insufficient/.test(why)
                ? ['spec', 'template', 'spec', 'containers', 0, 'resources']
                : pathFor(why),
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
    if (/taint/.test(why))
        return [...spec, 'tolerations'];
    if (/affinity|selector/.test(why))
        return [...spec, 'nodeSelector'];
    return spec;
}
const waitsForVolume = (why) => /PersistentVolumeClaim|persistentvolumeclaim|persistent volumes|volume node affinity/.test(why);
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
            certainty: volumePatience,
            message: `a volume can't be attached: ${mount.message}`,
            evidence: [`Pod ${pod.name}: ${(0,causes_cause/* quoted */.TL)(mount)}`],
            fix: 'The message names the volume; a disk that another node still holds comes free when the old pod is gone.',
            path: ['spec', 'template', 'spec', 'volumes'],
        }),
    ];
});
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

;// CONCATENATED MODULE: ./build/actions/shared/rollout/causes/probe.js



/** A readiness that is lost may come back; so long it may stay away, and less long with an answer that says no. */
const lostPatience = 10_000;
const lostWithWrongAnswer = 4000;
/** An answer that says no, other than 503, is certain when it lasts beyond the probe's own threshold, but this long. */
const wrongAnswerPatience = 6000;
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
            : `${container.name} does not become ready: its readiness probe ${describe(container, 'readiness')} ${gets(answers)}${elsewhere(container)}`,
        evidence: [
            ...answers.slice(-2).map((event) => `Pod ${pod.name}: ${(0,causes_cause/* quoted */.TL)(event)}`),
            ...(0,causes_cause/* lastLines */.w$)(container, 5),
        ],
        fix: probe_fixFor(answers.at(-1)),
        field: ['readinessProbe'],
    });
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
    if (/connection refused|timeout|deadline exceeded|no route to host|EOF|reset by peer/i.test(said))
        return 'suspected';
    const threshold = (0,values/* numberAt */.tk)(container.spec, 'readinessProbe', 'failureThreshold') ?? 3;
    return times >= threshold ? 'certain' : wrongAnswerPatience;
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
        return `(gRPC health on port ${portOf((0,values.at)(defined, 'grpc', 'port'))}, ${every})`;
    if ((0,values.at)(defined, 'tcpSocket') !== undefined)
        return `(TCP on port ${portOf((0,values.at)(defined, 'tcpSocket', 'port'))}, ${every})`;
    const command = (0,values.at)(defined, 'exec', 'command');
    return `(${Array.isArray(command) ? `\`${command.join(' ')}\`, ` : ''}${every})`;
}
const portOf = (port) => String(port ?? '?');
/** What it got, in a few words. */
function gets(answers) {
    const said = answers.at(-1)?.message ?? '';
    const code = /statuscode: (\d+)/.exec(said)?.[1];
    if (code !== undefined)
        return `gets ${code}`;
    if (/connection refused/.test(said))
        return 'gets no connection: nothing listens on that port';
    if (/NOT_SERVING/.test(said))
        return 'gets NOT_SERVING';
    if (/does not implement the grpc health protocol/.test(said))
        return 'finds no gRPC health service';
    if (/deadline exceeded|timeout|timed out/i.test(said))
        return 'gets no answer in time';
    return said === '' ? 'fails' : `fails: ${said.replace(/^\w+ probe \w+: /, '').slice(0, 200)}`;
}
function probe_fixFor(last) {
    const said = last?.message ?? '';
    if (/statuscode: 404/.test(said))
        return 'Correct the path of the probe, or serve it.';
    if (/connection refused/.test(said)) {
        return 'Correct the port of the probe or the address the program listens on (all interfaces, not 127.0.0.1).';
    }
    if (/statuscode: 503|NOT_SERVING/.test(said))
        return 'The program says that it is not ready yet: its log tells what it waits for.';
    return 'Look at what the program checks for its readiness; its log tells more.';
}

;// CONCATENATED MODULE: ./build/actions/shared/rollout/causes/start.js

/** Programs that can't be started at all: wrong processor, no interpreter, no such file. */
const start = (facts) => (0,causes_cause/* eachContainer */.FD)(facts, (container, pod) => {
    if (container.ended === undefined && container.waiting === undefined)
        return undefined;
    const decided = judge(container);
    if (decided === undefined)
        return undefined;
    const state = container.ended;
    const said = state?.message || container.waiting?.message || '';
    return (0,causes_cause/* aboutContainer */.Xb)(facts, container, {
        ...decided,
        certainty: 'certain',
        evidence: [
            `Pod ${pod.name}: ${state === undefined ? container.waiting?.reason : `exit code ${state.exitCode} (${state.reason})`}${said === '' ? '' : `: ${said.trim()}`}`,
            ...(0,causes_cause/* lastLines */.w$)(container, 3),
        ],
    });
});
function judge(container) {
    const { ended, waiting, log = '' } = container;
    const refused = `${ended?.reason === 'StartError' || ended?.reason === 'ContainerCannotRun' ? ended.message : ''}\n${waiting?.reason === 'CreateContainerError' || waiting?.reason === 'RunContainerError'
        ? waiting.message
        : ''}`;
    // The runtime's own last words, when it fails after the container counts as started, stand in the log alone.
    const words = /^exec (\S+): (exec format error|no such file or directory)\s*$/m.exec(log);
    const program = words?.[1] ?? /exec: "([^"]+)"/.exec(refused)?.[1] ?? 'the program';
    if (words?.[2] === 'exec format error' || /exec format error/.test(refused))
        return wrongPlatform(container, program);
    if (words?.[2] === 'no such file or directory')
        return noInterpreter(container, program);
    if (/no such file or directory|executable file not found/.test(refused))
        return noFile(container, program);
    if (/permission denied/.test(refused))
        return notExecutable(container, program);
    return undefined;
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
    kills,
    crash,
    volume,
    unschedulable,
    job,
    readiness,
    flapping,
    deadline,
];
/** Everything that is wrong with a workload, the most telling first. */
function diagnose(facts) {
    return ranked(withoutConsequences(causes.flatMap((cause) => cause(facts))));
}
/**
 * A program that never started has no crash of its own, and a container that ends is not ready: where the root is known
 * its consequences are not told. A deadline is told by what it waited for.
 */
function withoutConsequences(findings) {
    const unstarted = new Set(findings
        .filter(({ cause }) => ['missing-interpreter', 'missing-file', 'image-wrong-platform'].includes(cause))
        .map(({ container }) => container));
    const past = findings.some(({ cause }) => cause === 'progress-deadline');
    return findings
        .filter(({ cause, container }) => !(unstarted.has(container) && (cause === 'crash-loop' || cause === 'init-failed')))
        .map((finding) => past && finding.cause !== 'progress-deadline' && finding.certainty !== 'warning'
        ? { ...finding, certainty: 'certain' }
        : finding);
}

// EXTERNAL MODULE: ./build/actions/shared/manifests/pod-spec.js
var pod_spec = __webpack_require__(3900);
;// CONCATENATED MODULE: ./build/actions/shared/rollout/facts.js



/** Gathers what is known about one workload. */
function factsOf(world, workload, othersPending) {
    const set = workload.kind === 'Deployment' ? world.newReplicaSet(workload) : undefined;
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
    };
}
function podFacts(world, pod, workload) {
    const uid = pod.metadata.uid ?? '';
    const events = world.eventsOf(uid).map(eventFact);
    const scheduled = (0,rollout_workload/* conditionOf */.rI)(pod, 'PodScheduled');
    const history = world.historyOf(uid);
    const templates = (0,pod_spec/* containersOf */.Mz)(workload);
    return {
        name: pod.metadata.name ?? '',
        uid,
        phase: (0,values/* textAt */.$6)(pod, 'status', 'phase'),
        reason: (0,values/* textAt */.$6)(pod, 'status', 'reason'),
        message: (0,values/* textAt */.$6)(pod, 'status', 'message'),
        ready: (0,rollout_workload/* conditionOf */.rI)(pod, 'Ready')?.status === 'True',
        unscheduled: scheduled?.status === 'False' ? scheduled.message : undefined,
        claims: claimNames(pod),
        containers: (0,pod_spec/* containersOf */.Mz)(pod).map((container) => containerFacts(world, pod, container, templates.find(({ name }) => name === container.name)?.path ?? [], events)),
        events: events.filter(({ fieldPath }) => !fieldPath.includes('{')),
        wasReady: history.wasReady,
        lostReadiness: history.losses,
    };
}
function containerFacts(world, pod, { name, init, spec, image }, path, events) {
    const list = init ? 'initContainerStatuses' : 'containerStatuses';
    const status = (0,values/* listAt */.gT)(pod, 'status', list).find((candidate) => (0,values/* textAt */.$6)(candidate, 'name') === name);
    const waiting = (0,values.at)(status, 'state', 'waiting');
    const now = terminated((0,values.at)(status, 'state', 'terminated'));
    const restarts = (0,values/* numberAt */.tk)(status, 'restartCount') ?? 0;
    return {
        name,
        init,
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

const tailLines = 60;
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
function refusalsOf({ events, ready, running }) {
    if (ready || !running)
        return 0;
    return Math.max(0, ...events
        .filter(({ message }) => /^Readiness probe failed: .*connection refused/.test(message))
        .map(({ count }) => count));
}
/**
 * Ports other than the probe's: those that the container declares, and those that its log speaks of when it says that it
 * listens. That the probe's own port answers in the end proves nothing but a slow start.
 */
function otherPorts({ spec }, log) {
    const declared = (0,values/* listAt */.gT)(spec, 'ports').map((port) => (0,values/* numberAt */.tk)(port, 'containerPort') ?? 0);
    const said = log
        .split('\n')
        .filter((line) => /listen|serv|start|addr|port/i.test(line))
        .flatMap((line) => [...line.matchAll(/(?::|port\D{1,3})(\d{2,5})\b/gi)].map((match) => Number(match[1])));
    const probed = probePort(spec);
    return [...new Set([...declared, ...said])]
        .filter((port) => port > 0 && port < 65_536 && port !== probed)
        .slice(0, 5);
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
function line({ ref, wanted, updated, ready, old, complete }) {
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
        const broken = world
            .podsOf(workload)
            .filter((pod) => pod.metadata.deletionTimestamp === undefined &&
            pod.metadata.labels?.['controller-revision-hash'] !== (0,rollout_workload/* revisionOf */.DT)(workload) &&
            (0,rollout_workload/* conditionOf */.rI)(pod, 'Ready')?.status !== 'True');
        for (const pod of broken) {
            const { uid } = pod.metadata;
            log.info(`${(0,values/* nameOf */.Vb)((0,values/* refOf */.H8)(pod))} is of an older revision and not ready, which blocks ${(0,values/* nameOf */.Vb)((0,values/* refOf */.H8)(workload))}: deleted.`);
            await kube.remove((0,values/* refOf */.H8)(pod), uid === undefined ? {} : { uid });
        }
    }
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
    certainSince;
    calmSince;
    disturbances = 0;
    extra = [];
    extraAsked = false;
    constructor(targets, watching, setting, options) {
        this.targets = targets;
        this.watching = watching;
        this.setting = setting;
        this.options = options;
        this.logs = new LogReader(setting.kube, watching);
        this.progress = new Progress(setting.log);
        this.end = setting.now() + options.timeout;
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
        const statuses = live.map(({ target, object }) => object === undefined ? unseen(target.ref) : (0,rollout_workload/* statusOf */.c2)(object));
        const facts = live.flatMap(({ object }, index) => {
            if (object === undefined)
                return [];
            const othersPending = statuses.some((status, other) => other !== index && !status.complete);
            return [factsOf(this.watching.world, object, othersPending)];
        });
        for (const known of facts)
            this.logs.readFor(known);
        const all = ranked([...facts.flatMap(diagnose), ...this.extra]);
        return { statuses, facts, ...this.lasting.judge(all, now) };
    }
    /** The workload as the watch knows it; undefined while that is not yet what was written. */
    live({ ref, generation }) {
        const object = this.watching.world.find(ref);
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
    async isHealthy({ statuses, facts }, now) {
        const disturbances = facts.flatMap(({ pods }) => pods).reduce((sum, pod) => sum + disturbancesOf(pod), 0);
        const complete = statuses.every((status) => status.complete);
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
        return this.setting.now() - this.calmSince >= this.options.settle && this.certainSince === undefined;
    }
    waitingTime({ next }, now) {
        const times = [
            this.end,
            ...(next === undefined ? [] : [next]),
            ...(this.calmSince === undefined ? [] : [this.calmSince + this.options.settle]),
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
        const late = look.statuses.filter(({ complete }) => !complete);
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
function disturbancesOf({ lostReadiness, containers }) {
    return lostReadiness + containers.reduce((sum, { ends, init }) => sum + (init ? 0 : ends), 0);
}
function unseen(ref) {
    return { ref, complete: false, wanted: 0, updated: 0, ready: 0, old: 0, revision: undefined };
}
function timedOut({ ref, wanted, updated, ready, old }, timeout) {
    return {
        cause: 'progress-deadline',
        certainty: 'certain',
        ref,
        message: `not complete within ${timeout / 1000} s: ${updated} of ${wanted} pods are new, ${ready} of them ready, ${old} old ones are left`,
        evidence: [],
        fix: 'Give it longer (`timeout`), or find what the pods wait for.',
        path: ['spec'],
    };
}


/***/ }),

/***/ 5771:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ startWatching)
});

// EXTERNAL MODULE: ./build/actions/shared/rollout/observe/kinds.js
var observe_kinds = __webpack_require__(3918);
// EXTERNAL MODULE: ./build/actions/shared/kube/values.js
var values = __webpack_require__(9256);
// EXTERNAL MODULE: ./build/actions/shared/rollout/workload.js
var rollout_workload = __webpack_require__(7413);
;// CONCATENATED MODULE: ./build/actions/shared/rollout/observe/world.js


const never = { wasReady: false, losses: 0 };
/** What the watches have told so far. Holds no clock and makes no requests. */
class World {
    objects = new Map();
    events = new Map();
    histories = new Map();
    logs = new Map();
    ports = new Map();
    old = new Set();
    readyNow = new Set();
    ends = new Map();
    /** Takes a change in. `initial`: it was there before we began. */
    take({ type, object }, initial) {
        if (type === 'BOOKMARK')
            return;
        const { uid = '', managedFields: _owners, ...metadata } = object.metadata;
        const lean = { ...object, metadata: { ...metadata, uid } };
        if (object.kind === 'Event') {
            this.takeEvent(lean, type, initial);
            return;
        }
        const kind = this.kind(object.kind);
        if (type === 'DELETED')
            kind.delete(uid);
        else
            kind.set(uid, lean);
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
        if (workload.kind !== 'Deployment')
            return this.owned('Pod', workload.metadata.uid);
        return this.owned('ReplicaSet', workload.metadata.uid).flatMap(({ metadata }) => this.owned('Pod', metadata.uid));
    }
    /** The ReplicaSet of a Deployment's present revision. */
    newReplicaSet(deployment) {
        const revision = (0,rollout_workload/* revisionOf */.DT)(deployment);
        return this.owned('ReplicaSet', deployment.metadata.uid).find((set) => (0,values/* textAt */.$6)(set, 'metadata', 'annotations', 'deployment.kubernetes.io/revision') === revision);
    }
    /** Whether a pod is of its workload's present revision. */
    isNew(pod, workload, set) {
        const label = (name) => pod.metadata.labels?.[name] ?? '';
        switch (workload.kind) {
            case 'Deployment':
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
    const places = [...new Set(workloads.map(({ metadata }) => metadata.namespace ?? ''))];
    /** Resolves when the first list is complete; goes on behind it. */
    const follow = (kind, namespace) => new Promise((resolve, reject) => {
        let listed = false;
        const run = async () => {
            for await (const event of kube.watch(kind.apiVersion, kind.kind, { namespace }, controller.signal)) {
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
            bell.fail(error);
            reject(error);
        });
    });
    const kinds = (0,observe_kinds/* watchedKinds */._)(workloads);
    try {
        await Promise.all(places.flatMap((namespace) => kinds.map((kind) => follow(kind, namespace))));
    }
    catch (error) {
        controller.abort();
        throw error;
    }
    return { world, changed: bell.rung, wake: bell.ring, stop: () => controller.abort() };
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

/***/ 147:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C2: () => (/* binding */ changeOf),
/* harmony export */   tX: () => (/* binding */ differences)
/* harmony export */ });
/* unused harmony export notePrefix */
/* harmony import */ var _kube_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9256);

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

/***/ 7165:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ previousRevision),
  O: () => (/* binding */ rollOut)
});

// EXTERNAL MODULE: ./build/actions/shared/kube/errors.js
var errors = __webpack_require__(265);
// EXTERNAL MODULE: ./build/actions/shared/kube/values.js
var values = __webpack_require__(9256);
// EXTERNAL MODULE: ./build/actions/shared/manifests/order.js
var manifests_order = __webpack_require__(2873);
// EXTERNAL MODULE: ./build/actions/shared/rollout/causes/admission.js
var admission = __webpack_require__(6178);
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
    const { cause, message, fix } = judge(error);
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
    if (/failed calling webhook|denied the request/.test(message))
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
    return {
        cause: 'field-conflict',
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
    if (/field is immutable|updates to statefulset spec for fields other than|may not be changed|is immutable/.test(message)) {
        return {
            cause: 'immutable-field',
            message,
            fix: 'This field can only be set when the object is made: keep its value, give the object a new name, or delete it first (which stops what runs).',
        };
    }
    return { cause: 'invalid-manifest', message };
}

// EXTERNAL MODULE: ./build/actions/shared/rollout/workload.js
var workload = __webpack_require__(7413);
;// CONCATENATED MODULE: ./build/actions/shared/rollout/apply.js





/** How long a new definition may take to be served, in milliseconds. */
const establishing = 30_000;
/** Writes what changes, kind by kind in the order in which they need each other. Stops at a refusal or a cancel. */
async function applyPlan(plan, setting) {
    const written = [];
    const refusals = [];
    const steps = plan.steps.filter(({ change }) => change !== 'none');
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
async function write(step, setting) {
    const { kube, fieldManager, log } = setting;
    try {
        const object = await kube.apply(step.desired, { fieldManager, force: step.force });
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

// EXTERNAL MODULE: ./build/actions/shared/rollout/journal.js
var rollout_journal = __webpack_require__(4977);
// EXTERNAL MODULE: ./build/actions/shared/rollout/observe/watching.js + 1 modules
var observe_watching = __webpack_require__(5771);
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

// EXTERNAL MODULE: ./build/actions/shared/manifests/images.js
var manifests_images = __webpack_require__(9103);
// EXTERNAL MODULE: ./build/actions/shared/manifests/pod-spec.js
var pod_spec = __webpack_require__(3900);
// EXTERNAL MODULE: ./build/actions/shared/rollout/plan/compare.js
var compare = __webpack_require__(147);
// EXTERNAL MODULE: ./build/actions/shared/rollout/observe/kinds.js
var observe_kinds = __webpack_require__(3918);
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
    return [...new Map(all.map((permission) => [JSON.stringify(permission), permission])).values()];
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

;// CONCATENATED MODULE: ./build/actions/shared/rollout/plan/preflight.js



/** One refusal that lists every permission this account lacks, with the role that grants them. */
async function refusePermissions(known, setting) {
    const written = known.flatMap(({ resource, ref }) => resource === undefined ? [] : [{ resource, namespace: ref.namespace }]);
    const watched = await watchedBy(known, setting);
    const missing = await missingPermissions(setting, neededFor(written, watched));
    const [first] = known;
    if (missing.length === 0 || first === undefined)
        return undefined;
    const list = missing.map(({ verb, resource, namespace }) => `${verb} ${resource}${namespace === undefined ? '' : ` in ${namespace}`}`);
    return {
        cause: 'forbidden',
        certainty: 'certain',
        ref: first.ref,
        message: `this account may not: ${list.join(', ')}`,
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

;// CONCATENATED MODULE: ./build/actions/shared/rollout/plan/plan.js









/**
 * Asks the server about every object before the first one is written: kinds, namespaces, permissions, and a dry run of
 * the whole set. Every object of a namespaced kind has to name its namespace.
 */
async function makePlan(items, setting) {
    const known = await knownItems(items, setting);
    const refused = [...refuseUnknown(known), ...(await refuseNamespaces(known, setting))];
    if (refused.length > 0)
        return { refusals: refused };
    const forbidden = await refusePermissions(known, setting);
    if (forbidden !== undefined)
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
    return { plan: { steps, createdNamespaces: namespaces.created } };
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
async function check(item, scaled, setting) {
    const { ref, resource } = item;
    const desired = applicable(item.object);
    if (resource === undefined) {
        setting.log.info(`${(0,values/* nameOf */.Vb)(ref)} is checked when its definition is in the cluster.`);
        return {
            step: {
                item,
                ref,
                resource,
                before: undefined,
                desired,
                after: undefined,
                change: 'created',
                force: false,
                autoscaled: false,
            },
        };
    }
    try {
        const before = await setting.kube.get(ref);
        if (before?.metadata.deletionTimestamp !== undefined)
            return { refusal: deleted(item, before) };
        const isScaled = scaled.has(scaleKey(item.object));
        const own = withOwnAccount(desired, before);
        const applied = isScaled ? withLiveReplicas(own, before, setting.fieldManager) : own;
        const { after, force } = await dryRun(applied, setting);
        const change = (0,compare/* changeOf */.C2)(before, after);
        return {
            step: { item, ref, resource, before, desired: applied, after, change, force, autoscaled: isScaled },
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
        if (owners.length === 0 || !owners.every((owner) => predecessors.has(owner)))
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

// EXTERNAL MODULE: ./build/actions/shared/rollout/observe/observe.js + 15 modules
var observe = __webpack_require__(398);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./build/actions/shared/rollout/services.js




/** Endpoints follow readiness within moments; so often and so long it is asked again. */
const tries = 5;
const between = 700;
/**
 * Services never complain. So it is compared what they select with the pods that are there, and asked through the API
 * server's own proxy whether anybody answers on the target port.
 */
async function checkServices(kube, services, pods) {
    const results = await Promise.all(services.map((service) => checkService(kube, service, pods)));
    return results.flat();
}
async function checkService(kube, service, pods) {
    const found = services_compare(service, pods);
    if (found !== undefined)
        return found;
    const ports = (0,values/* listAt */.gT)(service, 'spec', 'ports').filter((port) => ((0,values/* textAt */.$6)(port, 'protocol') || 'TCP') === 'TCP');
    const asked = await Promise.all(ports.map((port) => ask(kube, service, port)));
    return asked.flat();
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
    if (ready.length === 0)
        return [];
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
            return [unasked(service)];
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
        message: 'the Service has no ready endpoint, although pods that it selects are ready',
        evidence: [textOf(body)],
        fix: 'Compare `spec.ports` of the Service with the ports of the pods.',
        path: ['spec', 'ports'],
    };
}
function unasked(service) {
    return {
        cause: 'service-port-mismatch',
        certainty: 'warning',
        ref: (0,values/* refOf */.H8)(service),
        message: 'whether the Service leads anywhere could not be asked: the account may not use its proxy',
        evidence: [],
        fix: 'Allow `get` on `services/proxy` in this namespace.',
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
    constructor({ plan, watching, setting, options, timings, left }) {
        this.plan = plan;
        this.watching = watching;
        this.setting = setting;
        this.options = options;
        this.timings = timings;
        this.left = left;
        this.journal = left;
    }
    async toItsEnd() {
        const result = await this.run();
        // While something is neither the new nor the old release, the way back has to stay known.
        if (result.verdict !== 'undo-failed')
            await (0,rollout_journal/* removeJournal */.Sw)(this.journal, this.setting);
        return result;
    }
    async run() {
        const { journal } = this.options;
        if (journal !== undefined)
            this.journal = await (0,rollout_journal/* writeJournal */.fY)(journal, this.plan, this.left, this.setting);
        const applied = await this.timed('apply', () => applyPlan(this.plan, this.setting));
        if (applied.refusals.length > 0)
            return this.back(applied, failedBy(applied.refusals));
        const outcome = await this.timed('watch', () => this.watch(applied));
        if (outcome.verdict === 'healthy')
            return this.result('healthy', outcome, undefined);
        return this.back(applied, outcome);
    }
    async watch(applied) {
        if (this.setting.signal.aborted)
            return cancelled;
        const services = this.plan.steps
            .filter(({ ref }) => ref.kind === 'Service')
            .map(({ after, desired }) => after ?? desired);
        return (0,observe/* observe */.l)(this.targets(applied.written), this.watching, this.setting, {
            ...this.options,
            whenReady: () => checkServices(this.setting.kube, services, this.watching.world.all('Pod')),
        });
    }
    /** Every workload of the release, also the ones that needed no change: they may have been on their way. */
    targets(written) {
        return this.plan.steps
            .filter(({ ref }) => (0,workload/* isWorkload */.gv)(ref))
            .map(({ ref, before }) => {
            const now = written.find(({ step }) => (0,values/* nameOf */.Vb)(step.ref) === (0,values/* nameOf */.Vb)(ref))?.object ?? before;
            return { ref, generation: now?.metadata.generation ?? 0 };
        });
    }
    /** After a failure or a cancel: everything as it was, or left as it is when that is wanted. */
    async back({ written }, outcome) {
        const wasCancelled = outcome.verdict === 'cancelled';
        const undoable = this.undoable(written);
        if (this.options.onFailure === 'keep' || undoable.length === 0) {
            return this.result(wasCancelled ? 'cancelled' : 'failed', outcome, undefined);
        }
        this.setting.log.info(wasCancelled ? 'Cancelled: back to what was before.' : 'Failed: back to what was before.');
        const begun = this.setting.now();
        const restored = await restore(undoable, this.setting);
        // Nobody waits for a cancelled job: what was before is written, the cluster goes there by itself.
        const end = wasCancelled || restored.failures.length > 0 ? undefined : await this.watchBack(restored);
        this.timings = { ...this.timings, undo: this.setting.now() - begun };
        const findings = [...outcome.findings, ...(end?.findings ?? [])];
        const told = { ...outcome, findings, workloads: end?.workloads ?? outcome.workloads };
        return this.result(verdictOfBack(restored, end), told, restored);
    }
    /** What this run has written, and what an earlier one that died has: to what was before both. */
    undoable(written) {
        const before = this.left?.entries ?? [];
        const known = new Set(before.map(({ ref }) => (0,values/* nameOf */.Vb)(ref)));
        const own = written.map(({ step: { ref, before: old, autoscaled }, object }) => ({
            ref,
            before: old,
            autoscaled,
            uid: object.metadata.uid,
        }));
        return [...before, ...own.filter(({ ref }) => !known.has((0,values/* nameOf */.Vb)(ref)))];
    }
    async watchBack(restored) {
        const targets = restored.objects.flatMap(({ ref, object }) => object !== undefined && (0,workload/* isWorkload */.gv)(ref) ? [{ ref, generation: object.metadata.generation ?? 0 }] : []);
        if (targets.length === 0)
            return { verdict: 'healthy', workloads: [], findings: [], warnings: [] };
        return (0,observe/* observe */.l)(targets, this.watching, this.setting, { timeout: this.options.timeout, settle: 0 });
    }
    result(verdict, outcome, restored) {
        const { findings, warnings, workloads } = outcome;
        return { verdict, plan: this.plan, findings, warnings, workloads, restored, timings: this.timings };
    }
    async timed(phase, work) {
        const begun = this.setting.now();
        try {
            return await work();
        }
        finally {
            this.timings = { ...this.timings, [phase]: this.setting.now() - begun };
        }
    }
}
/** `end` is undefined when nobody watched the way back to its end. */
function verdictOfBack(restored, end) {
    if (restored.failures.length > 0 || end?.verdict === 'failed')
        return 'undo-failed';
    return end?.verdict === 'healthy' ? 'undone' : 'cancelled';
}
const cancelled = { verdict: 'cancelled', workloads: [], findings: [], warnings: [] };
const failedBy = (findings) => ({
    verdict: 'failed',
    workloads: [],
    findings,
    warnings: [],
});

;// CONCATENATED MODULE: ./build/actions/shared/rollout/rollout.js







const noTime = { check: 0, apply: 0, watch: 0, undo: 0 };
/**
 * Brings objects into the cluster and sees them to their end: everything is checked by the server first, then written,
 * watched until it is proven healthy, and put back as it was when it fails.
 *
 * Throws only for a cluster that can't be reached at the beginning and for our own bugs.
 */
async function rollOut(items, setting, options) {
    const begun = setting.now();
    const { plan, refusals } = await makePlan(items, setting);
    const timings = { ...noTime, check: setting.now() - begun };
    const base = { findings: [], warnings: [], workloads: [], restored: undefined, timings };
    if (plan === undefined)
        return { ...base, verdict: 'refused', plan, findings: refusals };
    if (options.dryRun || setting.signal.aborted)
        await removeNamespaces(plan.createdNamespaces, setting);
    const changes = plan.steps.some(({ change }) => change === 'created' || change === 'changed');
    if (setting.signal.aborted)
        return { ...base, verdict: 'cancelled', plan };
    if (options.dryRun)
        return { ...base, verdict: changes ? 'healthy' : 'unchanged', plan };
    const workloads = plan.steps.filter(({ ref }) => (0,workload/* isWorkload */.gv)(ref));
    const left = options.journal === undefined ? undefined : await (0,rollout_journal/* readJournal */.a0)(options.journal, setting);
    const complete = workloads.every(({ before }) => before !== undefined && (0,workload/* statusOf */.c2)(before).complete);
    if (!changes && left === undefined && complete) {
        const applied = await applyPlan(plan, setting);
        const statuses = workloads.flatMap(({ before }) => (before === undefined ? [] : [(0,workload/* statusOf */.c2)(before)]));
        if (applied.refusals.length === 0)
            return { ...base, verdict: 'unchanged', plan, workloads: statuses };
        return { ...base, verdict: 'failed', plan, workloads: statuses, findings: applied.refusals };
    }
    const watching = await (0,observe_watching/* startWatching */.K)(setting.kube, workloads.map(({ desired }) => desired));
    try {
        return await new Run({ plan, watching, setting, options, timings, left }).toItsEnd();
    }
    finally {
        watching.stop();
    }
}
/** The revision that a workload had before; what an undo goes back to. */
function previousRevision(before) {
    return before === undefined ? undefined : (0,workload/* revisionOf */.DT)(before);
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
