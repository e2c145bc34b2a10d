export const id = 9856;
export const ids = [9856];
export const modules = {

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

/***/ 31762:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ applySteps),
/* harmony export */   M: () => (/* binding */ write)
/* harmony export */ });
/* harmony import */ var _kube_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80265);
/* harmony import */ var _kube_values_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(49256);
/* harmony import */ var _manifests_order_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(42873);
/* harmony import */ var _plan_refusal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42345);
/* harmony import */ var _undo_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19162);
/* harmony import */ var _workload_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57413);






/** How long a new definition may take to be served, in milliseconds. */
const establishing = 30_000;
/** Writes what changes, kind by kind in the order in which they need each other. Stops at a refusal or a cancel. */
async function applySteps(all, setting) {
    const written = [];
    const refusals = [];
    const steps = all.filter(({ change }) => change !== 'none');
    const stages = [...new Set(steps.map(({ ref }) => (0,_manifests_order_js__WEBPACK_IMPORTED_MODULE_4__/* .stageOf */ .g)(ref.kind)))].sort((a, b) => a - b);
    for (const stage of stages) {
        if (setting.signal.aborted || refusals.length > 0)
            break;
        const now = steps.filter(({ ref }) => (0,_manifests_order_js__WEBPACK_IMPORTED_MODULE_4__/* .stageOf */ .g)(ref.kind) === stage);
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
            ? await (0,_undo_js__WEBPACK_IMPORTED_MODULE_2__/* .putBack */ .pK)(step.desired, step.autoscaled, setting)
            : await kube.apply(step.desired, { fieldManager, force: step.force });
        const words = {
            created: 'created',
            changed: 'changed',
            noted: 'unchanged but for the release notes',
            none: '',
        };
        log.info(`${(0,_kube_values_js__WEBPACK_IMPORTED_MODULE_5__/* .nameOf */ .Vb)(step.ref)}: ${words[step.change]}`);
        return { step, object };
    }
    catch (error) {
        if (error instanceof _kube_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KubeError */ .a3)
            return (0,_plan_refusal_js__WEBPACK_IMPORTED_MODULE_1__/* .refusalOf */ .O)(error, step.item, step.ref);
        throw error;
    }
}
/** Waits until the server serves a new definition; objects of its kind come after it. */
async function established(ref, { kube, signal }) {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(establishing)]);
    const only = { fieldSelector: `metadata.name=${ref.name}` };
    for await (const { type, object } of kube.watch(ref.apiVersion, ref.kind, only, limit)) {
        if (type !== 'BOOKMARK' && (0,_workload_js__WEBPACK_IMPORTED_MODULE_3__/* .conditionOf */ .rI)(object, 'Established')?.status === 'True')
            return;
    }
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

/***/ 29738:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TH: () => (/* binding */ createNamespaces),
/* harmony export */   d: () => (/* binding */ removeNamespaces),
/* harmony export */   fP: () => (/* binding */ refuseNamespaces)
/* harmony export */ });
/* harmony import */ var _kube_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80265);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42345);


const refOfNamespace = (name) => ({ apiVersion: 'v1', kind: 'Namespace', name });
/**
 * Refusals for namespaces that neither exist nor come with the release. `which`: what says whether one is asked about; for
 * most the dry run tells it anyway.
 */
async function refuseNamespaces(known, setting, which) {
    const own = new Set(known.filter(({ ref }) => ref.kind === 'Namespace').map(({ ref }) => ref.name));
    const checked = known.filter(({ resource }) => resource !== undefined && which === 'unchecked');
    for (const { ref } of checked)
        own.add(ref.namespace ?? '');
    const used = new Map(known.map((item) => [item.ref.namespace ?? '', item]));
    const found = await Promise.all([...used].map(async ([name, item]) => {
        if (name === '' || own.has(name) || (await exists(name, setting)))
            return [];
        const { cause, message, fix } = (0,_refusal_js__WEBPACK_IMPORTED_MODULE_1__/* .missingNamespace */ .a)(name);
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
        if (error instanceof _kube_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KubeError */ .a3 && error.status === 403)
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
            if (!(error instanceof _kube_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KubeError */ .a3))
                throw error;
            refusals.push((0,_refusal_js__WEBPACK_IMPORTED_MODULE_1__/* .refusalOf */ .O)(error, item, item.ref));
        }
    }
    return { created, refusals };
}
/** Takes back what `createNamespaces` made. */
async function removeNamespaces(names, { kube }) {
    for (const name of names)
        await kube.remove(refOfNamespace(name));
}


/***/ }),

/***/ 99592:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Am: () => (/* binding */ unique),
/* harmony export */   F8: () => (/* binding */ groupOf),
/* harmony export */   HR: () => (/* binding */ missingPermissions),
/* harmony export */   IJ: () => (/* binding */ roleFor),
/* harmony export */   bi: () => (/* binding */ riskOf),
/* harmony export */   jH: () => (/* binding */ mendingPermissions),
/* harmony export */   jp: () => (/* binding */ safetyPermissions),
/* harmony export */   r4: () => (/* binding */ neededFor)
/* harmony export */ });
/* harmony import */ var _kube_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80265);
/* harmony import */ var _kube_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49256);


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
/** What mends a StatefulSet that a broken pod of an older revision blocks; see observe/unblock.ts. */
function mendingPermissions(workloads) {
    const namespaces = workloads
        .filter(({ kind }) => kind === 'StatefulSet')
        .map(({ metadata }) => metadata.namespace ?? '');
    return [...new Set(namespaces)].map((namespace) => ({
        verb: 'delete',
        group: '',
        resource: 'pods',
        namespace,
    }));
}
/** What it costs to go on without a permission that is only wanted. */
const risks = {
    leases: 'another one at the same time may leave a mix',
    secrets: 'a runner that dies may leave a mix',
    pods: 'a StatefulSet that a broken pod of an older revision blocks stays so',
};
/** The same in words, for those that are missing. */
function riskOf(missing) {
    const found = missing.map(({ resource }) => risks[resource]).filter((risk) => risk !== undefined);
    return [...new Set(found)].join('; ');
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
        if (!(error instanceof _kube_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KubeError */ .a3) || error.status !== 403)
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
    return (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_1__.at)(answer, 'status', 'allowed') === true;
}
/** The Role (or ClusterRole, where a permission is not of a namespace) that grants what is missing. */
function roleFor(missing) {
    const scopes = Map.groupBy(missing, ({ namespace }) => namespace ?? '');
    return [...scopes]
        .map(([namespace, permissions]) => {
        const rules = Map.groupBy(permissions, ({ group, resource }) => `${group} ${resource}`);
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


/***/ }),

/***/ 92469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ makePlan)
});

// EXTERNAL MODULE: ./build/actions/shared/kube/errors.js
var errors = __webpack_require__(80265);
// EXTERNAL MODULE: ./build/actions/shared/kube/values.js
var values = __webpack_require__(49256);
// EXTERNAL MODULE: ./build/actions/shared/manifests/hooks.js
var hooks = __webpack_require__(87625);
// EXTERNAL MODULE: ./build/actions/shared/manifests/images.js
var manifests_images = __webpack_require__(59103);
// EXTERNAL MODULE: ./build/actions/shared/manifests/pod-spec.js
var pod_spec = __webpack_require__(93900);
// EXTERNAL MODULE: ./build/actions/shared/rollout/workload.js
var workload = __webpack_require__(57413);
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
// EXTERNAL MODULE: ./build/actions/shared/rollout/plan/refusal.js + 1 modules
var refusal = __webpack_require__(42345);
// EXTERNAL MODULE: ./build/actions/shared/rollout/plan/replicas.js
var replicas = __webpack_require__(42107);
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
async function check(item, now, setting) {
    const { ref, resource } = item;
    const desired = applicable(item.object);
    if (resource === undefined) {
        setting.log.info(`${(0,values/* nameOf */.Vb)(ref)} is checked when its definition is in the cluster.`);
        return { step: { ...notYetKnown, item, ref, desired } };
    }
    try {
        const before = await now.lookUp(ref);
        if (before?.metadata.deletionTimestamp !== undefined)
            return { refusal: deleted(item, before) };
        const kept = (0,workload/* isWorkload */.gv)(item.object) ? (0,owner/* refuseKept */.zd)(before) : undefined;
        const elsewhere = kept ?? (setting.forceConflicts ? undefined : (0,owner/* refuseOtherSet */.dP)(before, desired));
        if (elsewhere !== undefined)
            return { refusal: elsewhere };
        const hook = (0,hooks/* hookOf */.pd)(item.object);
        if (hook !== undefined)
            return await checkHook({ ...item, resource }, desired, before, hook, setting);
        const isScaled = await now.autoscaled(before, desired);
        const own = withOwnAccount(desired, before);
        const applied = isScaled ? (0,replicas/* withLiveReplicas */.wk)(own, before, setting.fieldManager) : own;
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
            return { refusal: (0,refusal/* refusalOf */.O)(error, item, ref) };
        throw error;
    }
}
/** What `kubectl apply` owned without the server's help is taken over, as kubectl itself does when it changes over. */
const predecessors = new Set(['kubectl-client-side-apply']);
/**
 * A controller that writes an object back whole owns what it has only filled in (`resources: {}`), in lists that the
 * definition keeps as one even all of it. It has set no other value, and would let nobody apply a second time.
 */
const writesBack = (kind, owner) => kind === 'Rollout' && owner === 'rollouts-controller';
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
        const formal = (owner) => writesBack(object.kind, owner);
        const ours = (owner) => owner === fieldManager || predecessors.has(owner) || formal(owner);
        if (owners.length === 0 || !owners.every(ours))
            throw error;
        const taken = [...new Set(owners)].filter((owner) => !formal(owner));
        if (taken.length > 0)
            setting.log.info(`${(0,values/* nameOf */.Vb)((0,values/* refOf */.H8)(object))}: fields are taken over from ${taken.join(', ')}.`);
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

// EXTERNAL MODULE: ./build/actions/shared/rollout/plan/namespaces.js
var plan_namespaces = __webpack_require__(29738);
// EXTERNAL MODULE: ./build/actions/shared/rollout/observe/kinds.js
var observe_kinds = __webpack_require__(33918);
// EXTERNAL MODULE: ./build/actions/shared/rollout/plan/permissions.js
var permissions = __webpack_require__(99592);
;// CONCATENATED MODULE: ./build/actions/shared/rollout/plan/preflight.js



/**
 * One refusal that lists every permission this account lacks, with the role that grants them. Where only `wanted` ones are
 * missing it is a warning. `more`: what is needed beside writing and watching the objects.
 */
async function checkPermissions(known, setting, { more, wanted }) {
    const written = known.flatMap(({ resource, ref }) => resource === undefined ? [] : [{ resource, namespace: ref.namespace }]);
    const needed = [...(0,permissions/* neededFor */.r4)(written, await watchedBy(known, setting)), ...more];
    const missing = await (0,permissions/* missingPermissions */.HR)(setting, (0,permissions/* unique */.Am)([...needed, ...wanted]));
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
        message: `this account may not: ${list.join(', ')}${required ? '' : `. The rollout goes on with less safety: ${(0,permissions/* riskOf */.bi)(missing)}`}`,
        evidence: list.map((line) => `SelfSubjectAccessReview: ${line}: not allowed`),
        fix: `Apply this and bind it to the account:\n${(0,permissions/* roleFor */.IJ)(missing)}`,
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
 * the whole set. Every object of a namespaced kind has to name its namespace.
 */
async function makePlan(items, setting, { more = [], wanted = [], open = async () => setting.kube.get } = {}) {
    const known = await knownItems(items, setting);
    const refused = [...refuseUnknown(known), ...(await (0,plan_namespaces/* refuseNamespaces */.fP)(known, setting, 'unchecked'))];
    if (refused.length > 0)
        return { refusals: refused };
    const forbidden = await checkPermissions(known, setting, { more, wanted });
    if (forbidden?.certainty === 'certain') {
        // Nobody is allowed anything in a namespace that is not there.
        const missing = await (0,plan_namespaces/* refuseNamespaces */.fP)(known, setting, 'all');
        return { refusals: missing.length > 0 ? missing : [forbidden] };
    }
    const now = { lookUp: await open(known), autoscaled: (0,replicas/* autoscaledBy */.X5)(items, setting) };
    const namespaces = await (0,plan_namespaces/* createNamespaces */.TH)(known, setting);
    const checked = await Promise.all(known.map((item) => check(item, now, setting)));
    const refusals = oncePerNamespace(checked.flatMap((result) => ('refusal' in result ? [result.refusal] : [])));
    if (refusals.length > 0 || namespaces.refusals.length > 0) {
        await (0,plan_namespaces/* removeNamespaces */.d)(namespaces.created, setting);
        return { refusals: [...namespaces.refusals, ...refusals] };
    }
    const steps = checked.flatMap((result) => ('step' in result ? [result.step] : []));
    const warnings = forbidden === undefined ? [] : [forbidden];
    return { plan: { steps, createdNamespaces: namespaces.created, pruned: [], warnings } };
}
/** A namespace that is not there is told once, not for every object in it. */
function oncePerNamespace(refusals) {
    const missing = new Set();
    return refusals.filter(({ cause, message }) => {
        if (cause !== 'namespace-missing')
            return true;
        const known = missing.has(message);
        missing.add(message);
        return !known;
    });
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
        return (0,refusal/* refusalOf */.O)(new errors/* KubeError */.a3(message, { status: 404, reason: 'UnknownKind' }), item, item.ref);
    });
}


/***/ }),

/***/ 42345:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ missingNamespace),
  O: () => (/* binding */ refusalOf)
});

// EXTERNAL MODULE: ./build/actions/shared/rollout/causes/admission.js
var admission = __webpack_require__(36178);
// EXTERNAL MODULE: ./build/actions/shared/kube/values.js
var values = __webpack_require__(49256);
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
        path: cause === 'namespace-missing' ? ['metadata', 'namespace'] : fieldPath(item.object, field),
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


/***/ }),

/***/ 42107:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X5: () => (/* binding */ autoscaledBy),
/* harmony export */   _8: () => (/* binding */ wasScaled),
/* harmony export */   wk: () => (/* binding */ withLiveReplicas)
/* harmony export */ });
/* harmony import */ var _kube_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80265);
/* harmony import */ var _kube_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49256);
/* harmony import */ var _manifests_images_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59103);



/**
 * Asks for the autoscalers of a namespace once, and only when the answer can matter: for a workload whose number was scaled
 * before or is to change now.
 */
function autoscaledBy(items, setting) {
    const given = items.map(({ object }) => object).filter(({ kind }) => kind === 'HorizontalPodAutoscaler');
    const lists = new Map();
    const targetsIn = async (namespace) => new Set([...given, ...(await autoscalersIn(setting, namespace))].map(targetOf));
    return async (before, desired) => {
        const [now, wanted] = [(0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__/* .numberAt */ .tk)(before, 'spec', 'replicas'), (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__/* .numberAt */ .tk)(desired, 'spec', 'replicas')];
        if (before === undefined || now === undefined || (now === wanted && !wasScaled(before)))
            return false;
        const { namespace = '' } = before.metadata;
        const list = lists.get(namespace) ?? targetsIn(namespace);
        lists.set(namespace, list);
        return (await list).has(scaleKey(before));
    };
}
async function autoscalersIn({ kube, log }, namespace) {
    try {
        return await kube.list('autoscaling/v2', 'HorizontalPodAutoscaler', { namespace });
    }
    catch (error) {
        if (!(error instanceof _kube_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KubeError */ .a3) || (error.status !== 403 && error.status !== 404))
            throw error;
        log.info(`Autoscalers in ${namespace} can't be read: replicas are applied as the manifests say.`);
        return [];
    }
}
/** Whether somebody has changed the number of replicas as autoscalers do, beside the definition. */
const wasScaled = ({ metadata }) => metadata.managedFields?.some(({ subresource, fieldsV1 }) => subresource === 'scale' && (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__.at)(fieldsV1, 'f:spec', 'f:replicas') !== undefined) === true;
const scaleKey = ({ kind, metadata }) => `${metadata.namespace}/${kind}/${metadata.name}`;
function targetOf(autoscaler) {
    const target = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__.at)(autoscaler, 'spec', 'scaleTargetRef');
    return `${autoscaler.metadata.namespace}/${(0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(target, 'kind')}/${(0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(target, 'name')}`;
}
/**
 * What is applied where an autoscaler owns the replicas: none of our number. If an earlier apply of ours owns the
 * field, leaving it out would reset it to 1, so the number that runs now is stated instead.
 */
function withLiveReplicas(desired, live, manager) {
    const now = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__/* .numberAt */ .tk)(live, 'spec', 'replicas');
    if (live === undefined || now === undefined)
        return desired;
    const ours = live.metadata.managedFields?.some((entry) => entry.manager === manager &&
        entry.operation === 'Apply' &&
        (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_2__.at)(entry.fieldsV1, 'f:spec', 'f:replicas') !== undefined);
    return (0,_manifests_images_js__WEBPACK_IMPORTED_MODULE_1__.withField)(desired, ['spec', 'replicas'], ours === true ? now : undefined);
}


/***/ }),

/***/ 19162:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fh: () => (/* binding */ isSpent),
/* harmony export */   LP: () => (/* binding */ kept),
/* harmony export */   PF: () => (/* binding */ restore),
/* harmony export */   pK: () => (/* binding */ putBack)
/* harmony export */ });
/* harmony import */ var _kube_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80265);
/* harmony import */ var _kube_values_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(49256);
/* harmony import */ var _manifests_images_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59103);
/* harmony import */ var _manifests_order_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(42873);
/* harmony import */ var _plan_replicas_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42107);
/* harmony import */ var _workload_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57413);






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
    const stages = [...new Set(written.map(({ ref }) => (0,_manifests_order_js__WEBPACK_IMPORTED_MODULE_4__/* .stageOf */ .g)(ref.kind)))].sort((a, b) => b - a);
    // Configuration has to be back before the workloads that read it start anew.
    const order = [...stages.filter((stage) => !isWorkloadStage(stage)), ...stages.filter(isWorkloadStage)];
    for (const stage of order) {
        const now = written.filter(({ ref, before }) => (0,_manifests_order_js__WEBPACK_IMPORTED_MODULE_4__/* .stageOf */ .g)(ref.kind) === stage && before !== undefined);
        await Promise.all(now.map((one) => attempt(one, setting, objects, failures)));
    }
    for (const stage of stages) {
        const now = written.filter(({ ref, before }) => (0,_manifests_order_js__WEBPACK_IMPORTED_MODULE_4__/* .stageOf */ .g)(ref.kind) === stage && before === undefined);
        await Promise.all(now.map((one) => attempt(one, setting, objects, failures)));
    }
    return { objects, failures };
}
const isWorkloadStage = (stage) => stage === (0,_manifests_order_js__WEBPACK_IMPORTED_MODULE_4__/* .stageOf */ .g)('Deployment');
async function attempt({ ref, before, autoscaled, uid }, setting, objects, failures) {
    try {
        if (before !== undefined && isSpent(before) && (await setting.kube.get(ref)) === undefined) {
            setting.log.info(`${(0,_kube_values_js__WEBPACK_IMPORTED_MODULE_5__/* .nameOf */ .Vb)(ref)}: was done before this release and is gone; to bring it back would run it again`);
        }
        else if (before !== undefined) {
            objects.push({ ref, object: await putBack(before, autoscaled, setting) });
            setting.log.info(`${(0,_kube_values_js__WEBPACK_IMPORTED_MODULE_5__/* .nameOf */ .Vb)(ref)}: back to what it was`);
        }
        else if (kept.has(ref.kind)) {
            setting.log.info(`${(0,_kube_values_js__WEBPACK_IMPORTED_MODULE_5__/* .nameOf */ .Vb)(ref)}: was created by this release and stays, for what it may hold`);
        }
        else {
            await setting.kube.remove(ref, uid === undefined ? {} : { uid });
            objects.push({ ref, object: undefined });
            setting.log.info(`${(0,_kube_values_js__WEBPACK_IMPORTED_MODULE_5__/* .nameOf */ .Vb)(ref)}: removed, this release had created it`);
        }
    }
    catch (error) {
        if (!(error instanceof _kube_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KubeError */ .a3))
            throw error;
        failures.push({ ref, message: error.message });
    }
}
/** Whether a Job has come to its end, in which only a record of it is left. */
const isSpent = (object) => object.kind === 'Job' &&
    ['Complete', 'Failed'].some((type) => (0,_workload_js__WEBPACK_IMPORTED_MODULE_3__/* .conditionOf */ .rI)(object, type)?.status === 'True');
const attempts = 6;
/**
 * Writes an object as it was, over whatever version there is by now. The second write gives the fields back to those
 * who owned them: a plain update would make us the owner of each, and the next apply would find a conflict with itself.
 */
async function putBack(before, autoscaled, { kube, fieldManager }) {
    for (let attempt = 1;; attempt += 1) {
        const current = await kube.get((0,_kube_values_js__WEBPACK_IMPORTED_MODULE_5__/* .refOf */ .H8)(before));
        try {
            if (current === undefined)
                return await kube.create(fresh(before), { fieldManager });
            const content = await kube.replace(merged(before, current, autoscaled), { fieldManager });
            return await kube.replace(withOwners(content, before), { fieldManager });
        }
        catch (error) {
            if (!(0,_kube_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isConflict */ .dh)(error) || attempt === attempts)
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
    // Also by one that has begun with it since we looked.
    const scaled = autoscaled || ((0,_plan_replicas_js__WEBPACK_IMPORTED_MODULE_2__/* .wasScaled */ ._8)(current) && !(0,_plan_replicas_js__WEBPACK_IMPORTED_MODULE_2__/* .wasScaled */ ._8)(before));
    const spec = scaled && before['spec'] !== undefined
        ? { ...(0,_kube_values_js__WEBPACK_IMPORTED_MODULE_5__/* .objectAt */ .lJ)(before, 'spec'), replicas: (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_5__/* .objectAt */ .lJ)(current, 'spec')['replicas'] }
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
/** Labels by which a Job knows its pods; the server gives them to each anew, and refuses those of another one. */
const jobLabels = [
    'controller-uid',
    'job-name',
    'batch.kubernetes.io/controller-uid',
    'batch.kubernetes.io/job-name',
];
/** As it can be created again: without what the server gives by itself. */
function fresh({ metadata, status: _status, ...rest }) {
    const { uid: _uid, resourceVersion: _version, creationTimestamp: _created, generation: _generation, managedFields: _owners, ...kept } = metadata;
    const object = { ...rest, apiVersion: rest.apiVersion, kind: rest.kind, metadata: kept };
    if (object.kind !== 'Job' || (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_5__.at)(object, 'spec', 'manualSelector') === true)
        return object;
    return [
        ['spec', 'selector'],
        ...jobLabels.flatMap((label) => [
            ['metadata', 'labels', label],
            ['spec', 'template', 'metadata', 'labels', label],
        ]),
    ].reduce((left, path) => ((0,_kube_values_js__WEBPACK_IMPORTED_MODULE_5__.at)(left, ...path) === undefined ? left : (0,_manifests_images_js__WEBPACK_IMPORTED_MODULE_1__.withField)(left, path, undefined)), object);
}


/***/ })

};
