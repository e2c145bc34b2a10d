export const id = 736;
export const ids = [736,1633];
export const modules = {

/***/ 69444:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ liveView)
/* harmony export */ });
/** Objects as they are in the cluster, read once. */
async function liveView(kube, refs) {
    const keyOf = ({ kind, name, namespace = '' }) => `${kind} ${namespace}/${name}`;
    const found = await Promise.all(refs.map(async (ref) => {
        const known = await kube.resource(ref.apiVersion, ref.kind);
        return [keyOf(ref), known === undefined ? undefined : await kube.get(ref)];
    }));
    const lives = new Map(found);
    return (ref) => lives.get(keyOf(ref));
}


/***/ }),

/***/ 42597:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ openEvidence),
/* harmony export */   x: () => (/* binding */ writeLines)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


async function openEvidence(path) {
    await writeLines(path, '');
    return { path, append: (scrape) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.appendFile)(path, `${JSON.stringify(scrape)}\n`) };
}
/** Writes a file with its folder. */
async function writeLines(path, lines) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, lines);
}


/***/ }),

/***/ 93418:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lf: () => (/* binding */ seriesOf),
/* harmony export */   Q1: () => (/* binding */ scrapeOf),
/* harmony export */   vA: () => (/* binding */ totalsOf),
/* harmony export */   vC: () => (/* binding */ spacingOf)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49256);

/** Reads the `data` of an answer to an instant query: a vector or, of a range selector, a matrix. */
function seriesOf(data) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .listAt */ .gT)(data, 'result').flatMap((entry) => {
        if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJson */ .Fh)(entry))
            return [];
        const raw = entry['values'] === undefined ? [entry['value']] : (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .listAt */ .gT)(entry, 'values');
        const samples = raw.flatMap(sampleOf);
        return samples.length === 0 ? [] : [{ labels: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textsAt */ .i1)(entry, 'metric'), samples }];
    });
}
/** Prometheus writes values as texts; NaN and infinities are no numbers to judge by. */
function sampleOf(raw) {
    if (!Array.isArray(raw))
        return [];
    const [t, text] = raw;
    const value = typeof text === 'string' ? Number(text) : Number.NaN;
    return typeof t === 'number' && Number.isFinite(value) ? [[t, value]] : [];
}
/** Seconds between samples, the median of the first series that has two; undefined where none has. */
function spacingOf(series) {
    const samples = series.find((one) => one.samples.length > 1)?.samples ?? [];
    const gaps = samples.slice(1).map(([t], i) => t - (samples[i]?.[0] ?? t));
    return gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)];
}
/**
 * The newest sample of every series as one scrape: counters per counting process, gauges as the mean of the group.
 *
 * Undefined when no series counts requests. `t` is the time of the newest sample, by Prometheus' clock.
 */
function scrapeOf(series, read, weight) {
    const groups = new Map();
    const counters = new Map();
    const gauges = new Map();
    let t = 0;
    for (const { labels, samples } of series) {
        const reading = read(labels);
        const last = samples.at(-1);
        if (reading === undefined || last === undefined)
            continue;
        if (reading.kind === 'gauge') {
            within(within(gauges, reading.track, new Map()), reading.name, []).push(last[1]);
            continue;
        }
        const of = reading.kind === 'counter' ? within(counters, reading.name, new Map()) : groups;
        // A counter of the service may be read at another time than the proxies: the scrape is of the requests.
        if (of === groups)
            t = Math.max(t, last[0]);
        const sources = within(of, reading.track, new Map());
        add(within(sources, reading.source, { requests: 0, failures: 0, latency: {} }), reading, last[1]);
    }
    if (t === 0)
        return undefined;
    const group = (track) => groupOf(groups.get(track), gauges.get(track));
    const [stable, canary] = [group('stable'), group('canary')];
    return {
        t,
        ...(stable === undefined ? {} : { stable }),
        ...(canary === undefined ? {} : { canary }),
        ...(counters.size === 0 ? {} : { counters: Object.fromEntries([...counters].map(pairOf)) }),
        weight,
    };
}
/** A business counter, by group. */
function pairOf([name, groups]) {
    const [stable, canary] = [groupOf(groups.get('stable')), groupOf(groups.get('canary'))];
    return [name, { ...(stable === undefined ? {} : { stable }), ...(canary === undefined ? {} : { canary }) }];
}
function within(map, key, empty) {
    const found = map.get(key) ?? empty;
    map.set(key, found);
    return found;
}
function add(building, reading, value) {
    if (reading.kind === 'latency') {
        building.latency[reading.le] = (building.latency[reading.le] ?? 0) + value;
        return;
    }
    if (reading.kind === 'failures' || (reading.kind === 'counter' && reading.failed)) {
        building.failures += value;
        return;
    }
    building.requests += value;
    if (reading.kind === 'requests' && reading.failed)
        building.failures += value;
}
function groupOf(sources, gauges) {
    if (sources === undefined)
        return undefined;
    const means = Object.fromEntries([...(gauges ?? [])].map(([name, values]) => [
        name,
        values.reduce((sum, value) => sum + value, 0) / values.length,
    ]));
    const pods = {};
    for (const [i, [source, { requests, failures, latency }]] of [...sources].sort().entries()) {
        pods[source] = {
            requests,
            failures,
            ...(Object.keys(latency).length === 0 ? {} : { latency }),
            ...(i === 0 && Object.keys(means).length > 0 ? { gauges: means } : {}),
        };
    }
    return { pods };
}
/** What a group has counted in all, for people; undefined where it has counted nothing. */
function totalsOf(scrape, track) {
    const group = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__.at)(scrape, track);
    const pods = Object.values(textless((0,_json_js__WEBPACK_IMPORTED_MODULE_0__.at)(group, 'pods') ?? { '': group }));
    const sum = (key) => pods.reduce((total, pod) => total + Number((0,_json_js__WEBPACK_IMPORTED_MODULE_0__.at)(pod, key) ?? 0), 0);
    return group === undefined ? undefined : { requests: sum('requests'), failures: sum('failures') };
}
function textless(value) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJson */ .Fh)(value) ? value : {};
}


/***/ }),

/***/ 31633:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RS: () => (/* binding */ checkPermissions),
/* harmony export */   S8: () => (/* binding */ verbsFor),
/* harmony export */   Vg: () => (/* binding */ verbsForRoute),
/* harmony export */   kH: () => (/* binding */ hasSecrets),
/* harmony export */   ke: () => (/* binding */ verbsForEngine)
/* harmony export */ });
/* unused harmony export roleRules */
/* harmony import */ var _shared_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30860);
/* harmony import */ var _cluster_kube_cluster_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53556);
/* harmony import */ var _select_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27993);



const object = ['get', 'create', 'update', 'patch', 'delete'];
/** Whether a release has Secrets of its own: only then is anything to be allowed about them. */
const hasSecrets = (objects) => (0,_select_js__WEBPACK_IMPORTED_MODULE_2__/* .ofKind */ .CZ)(objects, 'Secret').length > 0;
/** The verbs that every canary needs, by kind. */
function verbsFor(secrets) {
    return new Map([
        ['Service', ['list']],
        ['Pod', ['list']],
        ['Deployment', object],
        ['ConfigMap', object],
        ['Lease', ['get', 'list', 'watch', 'create', 'update', 'delete']],
        ...(secrets ? [['Secret', object]] : []),
    ]);
}
/** The verbs that a route needs beside those, when it is known which one it is. */
function verbsForRoute({ target, own, isolation }, also) {
    return new Map([
        ...(also.watchdog ? [['Job', ['create']]] : []),
        [target.kind, own ? ['list', ...object] : ['get', 'list', 'patch']],
        ...(isolation === 'service' ? [['Service', ['list', ...object]]] : []),
        ...(target.kind === 'VirtualService'
            ? [['DestinationRule', also.policy ? ['list', ...object] : ['list']]]
            : []),
    ]);
}
/** Where a controller leads the canary: what that needs, and where what was before is kept. */
function verbsForEngine(engine, secrets) {
    return new Map([
        ['ConfigMap', object],
        ...(secrets ? [['Secret', object]] : []),
        ...engine,
    ]);
}
/** Throws a UserError with the Role to apply when anything is missing that the canary would need later. */
async function checkPermissions(cluster, namespace, verbs) {
    const asked = [...verbs].flatMap(([kind, all]) => all.map((verb) => ({ kind, verb })));
    const answers = await Promise.all(asked.map(async ({ kind, verb }) => ({ kind, verb, allowed: await cluster.allowed(verb, kind) })));
    const missing = answers.filter(({ allowed }) => !allowed);
    if (missing.length === 0)
        return;
    const list = missing.map(({ kind, verb }) => `${verb} ${(0,_cluster_kube_cluster_js__WEBPACK_IMPORTED_MODULE_1__/* .resourceOf */ .KU)(kind).plural}`).join(', ');
    throw new _shared_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the account of the kubeconfig may not ${list} in namespace ${namespace}`, {
        fix: `Bind it to a Role with these rules:\n${roleRules(verbs)}`,
    });
}
/** The `rules` of a Role, as YAML. */
function roleRules(verbs) {
    return [...verbs]
        .map(([kind, wanted]) => {
        const { group, plural } = (0,_cluster_kube_cluster_js__WEBPACK_IMPORTED_MODULE_1__/* .resourceOf */ .KU)(kind);
        return `- {apiGroups: ['${group}'], resources: [${plural}], verbs: [${wanted.join(', ')}]}`;
    })
        .join('\n');
}


/***/ }),

/***/ 97273:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PV: () => (/* binding */ isPreHook),
/* harmony export */   VK: () => (/* binding */ runPreHooks)
/* harmony export */ });
/* unused harmony export preHooksOf */
/* harmony import */ var _shared_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30860);
/* harmony import */ var _shared_kube_values_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49256);
/* harmony import */ var _shared_manifests_hooks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87625);
/* harmony import */ var _shared_manifests_pod_spec_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93900);
/* harmony import */ var _cluster_live_view_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(69444);
/* harmony import */ var _flow_stop_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(27980);
/* harmony import */ var _select_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27993);








/** Whether an object is a Job that has to be done before the first request reaches the new version: a migration. */
const isPreHook = (object) => (0,_shared_kube_values_js__WEBPACK_IMPORTED_MODULE_3__/* .isKubeObject */ .$e)(object) && (0,_shared_manifests_hooks_js__WEBPACK_IMPORTED_MODULE_1__/* .hookOf */ .pd)(object)?.phase === 'pre';
/**
 * The pre hooks, with the account and the configuration that they use. What one of the workloads that run reads as well stays
 * as it is until the promotion: they see that. `running`: those workloads, as they are in the cluster.
 */
function preHooksOf(all, running) {
    const hooks = all.filter(isPreHook);
    const theirs = new Set(hooks.flatMap(usedBy));
    const others = new Set(running.flatMap(usedBy));
    const own = all.filter((object) => {
        const name = `${(0,_select_js__WEBPACK_IMPORTED_MODULE_2__/* .kindOf */ .I)(object)}/${(0,_select_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb)(object)}`;
        return theirs.has(name) && !others.has(name);
    });
    return [...own, ...hooks];
}
/** What pods need of a namespace, as `Kind/name`. */
function usedBy(object) {
    const path = (0,_shared_kube_values_js__WEBPACK_IMPORTED_MODULE_3__/* .isKubeObject */ .$e)(object) ? (0,_shared_manifests_pod_spec_js__WEBPACK_IMPORTED_MODULE_4__/* .templatePath */ .Y7)(object) : undefined;
    if (path === undefined || !(0,_shared_kube_values_js__WEBPACK_IMPORTED_MODULE_3__/* .isKubeObject */ .$e)(object))
        return [];
    const spec = (0,_shared_kube_values_js__WEBPACK_IMPORTED_MODULE_3__.at)(object, ...path, 'spec');
    const account = (0,_shared_kube_values_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(spec, 'serviceAccountName') || (0,_shared_kube_values_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(spec, 'serviceAccount');
    return [
        ...(0,_shared_manifests_pod_spec_js__WEBPACK_IMPORTED_MODULE_4__/* .configsOf */ .$d)(object).map(({ kind, name }) => `${kind}/${name}`),
        ...(0,_shared_kube_values_js__WEBPACK_IMPORTED_MODULE_3__/* .listAt */ .gT)(spec, 'imagePullSecrets').map((secret) => `Secret/${(0,_shared_kube_values_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(secret, 'name')}`),
        ...(account === '' ? [] : [`ServiceAccount/${account}`]),
    ];
}
/**
 * Runs the pre hooks of the manifests to their end. `live`: the workload that the canary is of, as it runs. Throws a
 * UserError when one fails: the release then never began.
 */
async function runPreHooks({ rollout, kube }, all, live, signal) {
    if (!all.some(isPreHook))
        return;
    const makers = all.filter(_shared_kube_values_js__WEBPACK_IMPORTED_MODULE_3__/* .isKubeObject */ .$e).filter((one) => (0,_shared_manifests_pod_spec_js__WEBPACK_IMPORTED_MODULE_4__/* .templatePath */ .Y7)(one) && (0,_shared_manifests_hooks_js__WEBPACK_IMPORTED_MODULE_1__/* .hookOf */ .pd)(one) === undefined);
    const view = await (0,_cluster_live_view_js__WEBPACK_IMPORTED_MODULE_5__/* .liveView */ .A)(kube, makers.map(_shared_kube_values_js__WEBPACK_IMPORTED_MODULE_3__/* .refOf */ .H8));
    const running = [live, ...makers.map((one) => view((0,_shared_kube_values_js__WEBPACK_IMPORTED_MODULE_3__/* .refOf */ .H8)(one)))].filter((one) => one !== undefined);
    const done = await rollout.deploy(preHooksOf(all, running), signal);
    if (done.healthy)
        return;
    const told = signal.aborted ? `${(0,_flow_stop_js__WEBPACK_IMPORTED_MODULE_6__/* .whyStopped */ .kE)(signal)} while the Jobs before the canary ran` : '';
    throw new _shared_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(told || `what has to be done before the canary failed: ${done.reason}`, {
        fix: told
            ? 'All users are on the running version. A Job that has begun goes on in the cluster; the next run waits for it.'
            : 'Mend the Job (the job log has its last lines) and run again. All users are on the running version.',
    });
}


/***/ }),

/***/ 13892:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  realDeps: () => (/* binding */ realDeps)
});

// EXTERNAL MODULE: ./build/actions/shared/kube/open.js + 9 modules
var kube_open = __webpack_require__(11095);
// EXTERNAL MODULE: ./build/actions/shared/kube/values.js
var values = __webpack_require__(49256);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/cluster/kube-cluster.js
var kube_cluster = __webpack_require__(53556);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/cluster/time.js + 1 modules
var time = __webpack_require__(72007);
// EXTERNAL MODULE: ./build/actions/shared/errors/user-error.js
var user_error = __webpack_require__(30860);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/metrics/series.js
var series = __webpack_require__(93418);
;// CONCATENATED MODULE: ./build/actions/canary-promote/src/metrics/prometheus.js



/** Milliseconds after which an answer would be of no use any more. */
const timeout = 5000;
/** The HTTP API of Prometheus (and of Thanos, Mimir, VictoriaMetrics, which speak it). */
function openPrometheus({ url, headers }) {
    const endpoint = `${url.replace(/\/+$/, '')}/api/v1/query`;
    return async (promql, signal) => {
        const answer = await fetch(endpoint, {
            method: 'POST',
            headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
            body: new URLSearchParams({ query: promql, timeout: '4s' }).toString(),
            redirect: 'error',
            signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]),
        }).catch((error) => {
            throw new Error(`no answer from Prometheus: ${reasonOf(error)}`, { cause: error });
        });
        const body = parsed(await answer.text());
        if (!answer.ok || body === undefined || (0,values/* textAt */.$6)(body, 'status') !== 'success') {
            throw new Error(`Prometheus answered ${answer.status}${(0,values/* textAt */.$6)(body, 'error') === '' ? '' : `: ${(0,values/* textAt */.$6)(body, 'error')}`}`);
        }
        return (0,series/* seriesOf */.Lf)(dataOf(body));
    };
}
function dataOf(body) {
    return typeof body === 'object' && body !== null && 'data' in body ? body.data : undefined;
}
/** `fetch failed` says nothing; its cause does. */
function reasonOf(error) {
    if (error instanceof Error && error.cause !== undefined)
        return (0,user_error/* messageOf */.bD)(error.cause) || error.message;
    return (0,user_error/* messageOf */.bD)(error);
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/real-deps.js





/** The action's real effects. */
const realDeps = { clock: time/* realClock */.d, load, open: real_deps_open, prometheus };
async function load(inputs, context) {
    const [{ readManifests }, { replaceImages }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(3655), __webpack_require__.e(3900)]).then(__webpack_require__.bind(__webpack_require__, 63655)),
        __webpack_require__.e(/* import() */ 9103).then(__webpack_require__.bind(__webpack_require__, 59103)),
    ]);
    const { workspace, exec } = context;
    const kubectl = inputs.kubectl === undefined ? {} : { kubectl: inputs.kubectl };
    const manifests = await readManifests(inputs.manifests, { workspace, exec, ...kubectl });
    for (const secret of secretsIn(manifests))
        await context.mask(secret);
    return replaceImages(manifests, inputs.images);
}
/** Shorter values stand in ordinary text all the time; hiding them would hide the text. */
const shortest = 6;
/** What the Secrets of the manifests hold. */
function secretsIn(manifests) {
    return manifests
        .filter(({ object }) => object.kind === 'Secret')
        .flatMap(({ object }) => [
        ...Object.values((0,values/* textsAt */.i1)(object, 'stringData')),
        ...Object.values((0,values/* textsAt */.i1)(object, 'data')).flatMap((value) => [
            value,
            Buffer.from(value, 'base64').toString(),
        ]),
    ])
        .filter((value) => value.length >= shortest);
}
async function real_deps_open(inputs, context, fallback) {
    const { kubeconfig, context: name, kubectl } = inputs;
    const access = {
        ...(kubeconfig === undefined ? {} : { kubeconfig }),
        ...(name === undefined ? {} : { context: name }),
        ...(kubectl === undefined ? {} : { kubectl }),
    };
    const namespace = inputs.namespace ?? fallback ?? (await (0,kube_open/* contextNamespace */.j)(access));
    const { temp, log, signal } = context;
    const kube = await (0,kube_open/* openKube */.K)({ ...access, temp, log, signal });
    const [{ rolloutOver }, { holdWorkloads }, { guarded }, { releaseObjects }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(1116), __webpack_require__.e(9856), __webpack_require__.e(5172), __webpack_require__.e(7363)]).then(__webpack_require__.bind(__webpack_require__, 87363)),
        __webpack_require__.e(/* import() */ 799).then(__webpack_require__.bind(__webpack_require__, 70799)),
        __webpack_require__.e(/* import() */ 7641).then(__webpack_require__.bind(__webpack_require__, 67641)),
        __webpack_require__.e(/* import() */ 4427).then(__webpack_require__.bind(__webpack_require__, 14427)),
    ]);
    const held = [];
    const base = { kube, log, now: context.now };
    return {
        namespace,
        kube,
        cluster: (0,kube_cluster/* clusterOver */.f4)(kube, namespace),
        rollout: rolloutOver({ ...base, kube: guarded(kube, held), manager: kube_cluster/* applyManager */.ir }, namespace, {
            // These two alone: a rollout has inputs of its own, some of the same name.
            timeout: inputs.timeout,
            settle: inputs.settle,
        }),
        prepare: async (manifests) => (await releaseObjects(manifests, { kube, namespace }, context.record)).map(({ object }) => object),
        hold: (workloads, { job, patience }) => holdWorkloads(workloads, held, { owner: job, onBusy: patience > 0 ? 'wait' : 'fail', patience }, { ...base, signal, fieldManager: kube_cluster/* applyManager */.ir, forceConflicts: false }),
        close: () => kube.close(),
    };
}
/** The secret is hidden before it is used for the first time. */
async function prometheus(inputs, { mask }) {
    const headers = {};
    const { prometheusToken: token, prometheusHeader: header } = inputs;
    if (token !== undefined) {
        await mask(token);
        headers['authorization'] = `Bearer ${token}`;
    }
    if (header !== undefined) {
        const [name = '', ...rest] = header.split(':');
        const value = rest.join(':').trim();
        await mask(value);
        headers[name.trim()] = value;
    }
    return openPrometheus({ url: inputs.prometheus ?? '', headers });
}


/***/ }),

/***/ 10586:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ remember)
/* harmony export */ });
/** Tells the post step, which has to find the canary also when nothing but this process knew of it. */
async function remember({ env }, state) {
    const file = env['GITHUB_STATE'];
    if (file === undefined || file === '')
        return;
    const { appendFile } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 51455, 19));
    const lines = Object.entries(state).map(([name, value]) => `${name}=${value}\n`);
    await appendFile(file, lines.join(''));
}


/***/ }),

/***/ 70736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./build/actions/shared/action/job.js
var action_job = __webpack_require__(64456);
// EXTERNAL MODULE: ./build/actions/shared/errors/user-error.js
var user_error = __webpack_require__(30860);
// EXTERNAL MODULE: ./build/actions/shared/github/announce.js + 1 modules
var announce = __webpack_require__(16304);
;// CONCATENATED MODULE: ./build/actions/canary-promote/src/deployment.js


/** Does the work, and tells GitHub of it as a deployment of the commit in the environment. */
async function asDeployment({ token, environment, environmentUrl, dryRun }, context, work, open) {
    const about = { title: 'canary-promote', description: 'canary', token, environment, environmentUrl };
    const announced = dryRun ? announce/* silent */.K : (0,announce/* announce */.i)(about, context, open);
    const { outputs } = context.report;
    let thrown = '';
    try {
        await work();
    }
    catch (error) {
        thrown = (0,user_error/* messageOf */.bD)(error);
        throw error;
    }
    finally {
        const state = thrown === '' ? deploymentState(outputs.get('verdict') ?? '') : 'failure';
        await announced.end(state, thrown || (outputs.get('reason') ?? ''));
    }
}
/** A verdict in GitHub's words: a canary that is held is still under way. */
function deploymentState(verdict) {
    if (verdict === 'promoted' || verdict === 'unchanged')
        return 'success';
    if (verdict === 'held')
        return 'in_progress';
    return verdict === 'restored' ? 'error' : 'failure';
}

// EXTERNAL MODULE: ./build/actions/canary-promote/src/real-deps.js + 1 modules
var real_deps = __webpack_require__(13892);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/run-back.js
var run_back = __webpack_require__(43486);
// EXTERNAL MODULE: ./build/actions/shared/release-order/older.js
var release_order_older = __webpack_require__(70437);
// EXTERNAL MODULE: ./build/actions/shared/kube/values.js
var values = __webpack_require__(49256);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/metrics/presets/index.js + 9 modules
var presets = __webpack_require__(90107);
// EXTERNAL MODULE: ./build/actions/shared/units/duration.js
var duration = __webpack_require__(39794);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/metrics/own-queries.js
var own_queries = __webpack_require__(2182);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/metrics/series.js
var metrics_series = __webpack_require__(93418);
;// CONCATENATED MODULE: ./build/actions/canary-promote/src/metrics/source.js





/** Series older than this are of the past; what Prometheus itself looks back by default. */
const longest = '5m';
/** The window in which a series must have a sample to count: four of Prometheus' own intervals, else it is gone. */
function windowFor(spacing) {
    const seconds = Math.min(300, Math.max(15, Math.ceil(4 * (spacing ?? 60))));
    return `${seconds}s`;
}
/**
 * Finds metrics of the stable version: of the preset asked for, or the first that has any, and the caller's own.
 *
 * Undefined when there are none yet. Throws an Error when Prometheus doesn't answer.
 */
async function findMetrics(query, subject, wanted, signal) {
    const own = ownParts(wanted.own ?? new Map(), subject);
    if (wanted.own !== undefined && (0,own_queries/* replacesPreset */.Nb)(wanted.own)) {
        const first = await ask(query, own, signal);
        return scraped(first, 0)?.stable === undefined ? undefined : source(query, 'queries', own, undefined);
    }
    for (const preset of presets/* presets */.v4.filter((one) => suits(one, wanted.preset, subject))) {
        const first = await ask(query, partsOf(preset, subject, longest), signal);
        if (scraped(first, 0)?.stable === undefined)
            continue;
        const spacing = (0,metrics_series/* spacingOf */.vC)(first.flatMap(({ series }) => series));
        const window = windowFor(spacing);
        const parts = [preset, presets/* runtime */.fA].flatMap((one) => partsOf(one, subject, window));
        return source(query, preset.name, [...parts, ...own], spacing);
    }
    return undefined;
}
/** The preset asked for; of `auto` only those that tell the versions apart on this route. */
function suits({ name, routes }, wanted, { route }) {
    return wanted === 'auto' ? (routes?.includes(route) ?? true) : name === wanted;
}
/** The raw samples of the last `window` of a preset's series. */
function partsOf({ selectors, read }, subject, window) {
    return selectors(subject).map((selector) => ({
        query: `${selector}[${window}]`,
        read: (labels) => read(labels, subject),
    }));
}
function ownParts(own, subject) {
    return ['stable', 'canary'].flatMap((track) => [...own].map(([name, promql]) => ({
        query: (0,own_queries/* resolved */.L$)(promql, subject, track),
        read: (labels) => (0,own_queries/* readOwn */.jU)(name, track, labels),
    })));
}
function source(query, name, parts, spacing) {
    return {
        name,
        queries: parts.map((part) => part.query),
        spacing: spacing === undefined ? undefined : spacing * 1000,
        scrape: async (weight, signal) => scraped(await ask(query, parts, signal), weight),
    };
}
/** All queries at once; if one fails, none counts: parts of different times would be compared with each other. */
async function ask(query, parts, signal) {
    return Promise.all(parts.map(async (part) => ({ part, series: await query(part.query, signal) })));
}
const partLabel = '__part__';
/** The answers as one scrape: each series is read as an answer to its own query. */
function scraped(answers, weight) {
    const series = answers.flatMap(({ series }, i) => series.map((one) => ({ ...one, labels: { ...one.labels, [partLabel]: String(i) } })));
    return (0,metrics_series/* scrapeOf */.Q1)(series, (labels) => answers[Number(labels[partLabel])]?.part.read(labels), weight);
}
/** Milliseconds that fresh metrics are waited for before the start: a service that was just deployed has none yet. */
const patience = 45_000;
/** Like `findMetrics`, with patience; throws a UserError when there are none. */
async function requireMetrics(find, about, time, log) {
    const until = time.now() + patience;
    for (;;) {
        const found = await find().catch((error) => {
            throw new user_error/* UserError */.yo(`Prometheus at ${about.url} can't be asked: ${(0,user_error/* messageOf */.bD)(error)}`, {
                fix: 'Check the input `prometheus` (and `prometheus-token` or `prometheus-header`), and that this runner may reach it.',
            });
        });
        if (found !== undefined)
            return found;
        if (time.now() >= until)
            throw noMetrics(about);
        log(`Prometheus has no metrics of ${about.subject.workload} yet; waiting up to ${(0,duration/* formatDuration */.a)(patience)}.`);
        await time.pause(5000);
    }
}
function noMetrics({ url, subject, wanted }) {
    return new user_error/* UserError */.yo(`Prometheus at ${url} has no request metrics of the running version of ${subject.workload} in ${subject.namespace} (metrics: ${wanted}), so nothing could be compared`, {
        fix: 'Check that Prometheus scrapes the mesh or the pods and that there is traffic, choose another preset with `metrics: …`, or give your own with `queries: …`.',
    });
}

// EXTERNAL MODULE: ./build/actions/canary-promote/src/plan/canary-objects.js
var canary_objects = __webpack_require__(58816);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/plan/select.js
var plan_select = __webpack_require__(27993);
;// CONCATENATED MODULE: ./build/actions/canary-promote/src/metrics-for.js





/**
 * The numbers that the canary is judged by; found with those of the running version, which has to have some. `found`: the
 * canary that the run goes on with, if any, whose baseline counts and not the input.
 */
async function metricsFor(inputs, context, deps, plan, { namespace, found }) {
    const { prometheus: url } = inputs;
    if (url === undefined)
        return undefined;
    const query = await deps.prometheus(inputs, context);
    const workload = (0,plan_select/* nameOf */.Vb)(plan.release.workload);
    const route = plan.route.target.kind;
    const subject = { route, namespace, service: plan.service.name, workload, canary: (0,canary_objects/* canaryName */.mh)(workload) };
    const wanted = { preset: inputs.metrics, own: inputs.queries };
    const source = await requireMetrics(() => findMetrics(query, subject, wanted, context.signal), { url, subject, wanted: inputs.queries === undefined ? inputs.metrics : 'queries' }, { now: deps.clock.now, pause: (ms) => deps.clock.pause(ms, context.signal) }, context.log.info);
    const baseline = found?.baseline ?? (inputs.freshBaseline ? (0,canary_objects/* baselineName */.Ri)(workload) : '');
    if (baseline === '')
        return source;
    refuseBlind(source.name, [...(inputs.queries?.values() ?? [])]);
    const fresh = { ...subject, workload: baseline };
    // What was found of the others: another preset's numbers would be of other requests, or of all pods alike.
    const same = { ...wanted, preset: presets/* presetNames */.gC.find((name) => name === source.name) ?? wanted.preset };
    return againstBaseline(source, () => findMetrics(query, fresh, same, context.signal));
}
/** Those that know which pod has counted. */
const byPod = ['istio', 'otel', 'http', 'queries'];
/** Throws a UserError where the numbers of fresh pods can't be told from those of the others. `own`: queries as written. */
function refuseBlind(name, own) {
    if (byPod.includes(name) && own.every((promql) => /\$workload\b/.test(promql)))
        return;
    throw new user_error/* UserError */.yo(`the metrics (${name}) don't tell fresh pods of the running version from the others`, {
        fix: 'Use `metrics: istio`, `otel` or `http`, queries with `$workload`, or leave out `fresh-baseline`.',
    });
}
/** The fresh pods in the place of stable's, from when there are numbers of them. */
function againstBaseline(stable, find) {
    let found;
    return {
        ...stable,
        name: `${stable.name}, against fresh pods of the running version`,
        scrape: async (weight, signal) => {
            found ??= await find();
            return found?.scrape(weight, signal);
        },
    };
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/plain-rollout.js

/** Nothing runs that a canary could be compared with, or that could be harmed. */
async function firstDeployment(inputs, context, { rollout }, all, outcome) {
    const reason = 'first deployment: nothing was running that a canary could be compared with';
    context.log.info(`${reason}; rolling out at once.`);
    if (inputs.mode !== 'run') {
        throw new user_error/* UserError */.yo(`there is no canary under way to ${inputs.mode}`, {
            fix: 'Start one with `mode: run`.',
        });
    }
    if (inputs.dryRun) {
        outcome.ofPlain('unchanged', `${reason} (dry run)`);
        return;
    }
    const done = await rollout.deploy(all, context.signal);
    if (done.healthy)
        outcome.ofPlain('promoted', reason);
    else
        outcome.ofPlain('failed', `${reason}, and it did not become healthy: ${done.reason}`);
}
/** The pods are the release's already; what else the manifests say (routes, autoscalers) is applied all the same. */
async function alreadyThere(inputs, context, { rollout }, all, outcome) {
    const reason = 'the pods of this release are running already';
    context.log.info(`${reason}.`);
    if (inputs.dryRun) {
        outcome.ofPlain('unchanged', reason);
        return;
    }
    const done = await rollout.deploy(all, context.signal);
    if (done.healthy)
        outcome.ofPlain('unchanged', reason);
    else
        outcome.ofPlain('failed', done.reason);
}

// EXTERNAL MODULE: ./build/actions/canary-promote/src/plan/permissions.js
var permissions = __webpack_require__(31633);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/plan/plan.js + 3 modules
var plan_plan = __webpack_require__(89245);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/route/types.js
var types = __webpack_require__(75642);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/plan/configs.js
var plan_configs = __webpack_require__(43114);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/plan/steps.js
var plan_steps = __webpack_require__(73950);
;// CONCATENATED MODULE: ./build/actions/canary-promote/src/plan/tell.js





/** What will be done, before it is. */
async function tellPlan(inputs, { log }, plan, source, { cluster, namespace }) {
    log.info(`Canary of Deployment ${namespace}/${(0,plan_select/* nameOf */.Vb)(plan.live)}: ${(0,plan_select/* shortImage */.Uq)((0,plan_select/* imageOf */.dT)(plan.live))} → ${(0,plan_select/* shortImage */.Uq)(plan.release.image)}`);
    const steps = [...inputs.steps.map(plan_steps/* stepText */.uw), '100'].join(', ');
    log.info(`Route: ${(0,types.told)(plan.route.target)}, steps ${steps}`);
    const changes = await (0,plan_configs/* changesOf */.fs)(cluster, plan.release.configs);
    if (changes.length > 0) {
        const names = changes.map(({ kind, name }) => `${kind} ${name}`).join(', ');
        log.info(`Configuration that changes, and that the canary gets copies of: ${names}`);
    }
    if (source === undefined)
        return;
    log.info(`Metrics: ${source.name}`);
    for (const query of source.queries)
        log.info(`  ${query}`);
    if (source.spacing !== undefined && source.spacing > inputs.interval) {
        log.info(`  Prometheus scrapes every ${(0,duration/* formatDuration */.a)(source.spacing)}: a verdict can't come faster than that.`);
    }
}

// EXTERNAL MODULE: ./build/actions/canary-promote/src/report/outcome.js + 5 modules
var report_outcome = __webpack_require__(85838);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/cluster/lease.js
var cluster_lease = __webpack_require__(82162);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/cluster/patient.js
var patient = __webpack_require__(9953);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/cluster/route-store.js
var route_store = __webpack_require__(23549);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/flow/session.js + 6 modules
var session = __webpack_require__(67606);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/flow/stop.js
var flow_stop = __webpack_require__(27980);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/job.js
var src_job = __webpack_require__(6242);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/route/carrier.js
var route_carrier = __webpack_require__(91739);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/route/nginx.js
var nginx = __webpack_require__(54891);
;// CONCATENATED MODULE: ./build/actions/canary-promote/src/plan/first-state.js




/** The state with which a canary begins, on its carrier as it is now. The order of the fields is that of the codec. */
function firstState(plan, carrier, run) {
    const workload = (0,plan_select/* nameOf */.Vb)(plan.release.workload);
    return {
        version: 1,
        owner: run.owner,
        job: run.job,
        release: plan.release.id,
        image: plan.release.image,
        phase: 'preparing',
        step: 0,
        steps: run.steps,
        passed: '',
        weight: 0,
        pods: 0,
        route: plan.route.target,
        isolation: plan.route.isolation,
        testers: run.testers,
        workload,
        service: plan.service.name,
        canary: (0,canary_objects/* canaryName */.mh)(workload),
        baseline: run.freshBaseline ? (0,canary_objects/* baselineName */.Ri)(workload) : '',
        before: (0,route_carrier/* beforeOf */.v8)(carrier, plan.route),
        configs: run.configs,
        reason: 'begun',
        since: new Date(run.now).toISOString(),
    };
}
/** The carrier as a canary begins on it, where it is our own. `configs`: what the release changes of the configuration. */
function ownCarrier({ release, route, routeObject, service }, configs) {
    if (route.target.kind === 'Ingress') {
        return (0,nginx/* canaryIngress */.oz)(routeObject, service, (0,plan_select/* nameOf */.Vb)(release.workload));
    }
    return route.target.kind === 'Deployment'
        ? (0,canary_objects/* canaryDeployment */.Yw)(release.workload, release.canaryLabels, { replicas: 0, configs })
        : undefined;
}

// EXTERNAL MODULE: ./build/actions/canary-promote/src/plan/pre-hooks.js
var pre_hooks = __webpack_require__(97273);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/cluster/knowledge.js
var knowledge = __webpack_require__(52600);
;// CONCATENATED MODULE: ./build/actions/canary-promote/src/judge/math.js
/** ln(Σ exp(values)), safe against overflow. */
function logSumExp(values) {
    let top = Number.NEGATIVE_INFINITY;
    for (const value of values)
        if (value > top)
            top = value;
    if (top === Number.NEGATIVE_INFINITY)
        return top;
    let sum = 0;
    for (const value of values)
        sum += Math.exp(value - top);
    return top + Math.log(sum);
}
/** Root of a rising function in [low, high] by bisection, to 2^-steps of the range; the end if there is none inside. */
function bisect(rising, low, high, steps = 24) {
    if (rising(low) >= 0)
        return low;
    if (rising(high) <= 0)
        return high;
    let [a, b] = [low, high];
    for (let i = 0; i < steps; i++) {
        const middle = (a + b) / 2;
        if (rising(middle) < 0)
            a = middle;
        else
            b = middle;
    }
    return (a + b) / 2;
}
/**
 * Upper bound of ln P(X ≥ k) for X ~ Binomial(n, p): Chernoff, −n·KL(k/n ‖ p) (Hoeffding 1963, theorem 1).
 * 0 where k is not above the mean.
 */
function logBinomialTail(k, n, p) {
    if (n <= 0 || k <= n * p)
        return 0;
    if (p <= 0)
        return Number.NEGATIVE_INFINITY;
    const f = Math.min(1, k / n);
    const right = f < 1 ? (1 - f) * Math.log((1 - f) / (1 - p)) : 0;
    return -n * (f * Math.log(f / p) + right);
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/judge/claim.js

/** Share of the canary's events that the bets say is missing; 0.95 serves services without failures. */
const deficits = [0.03, 0.1, 0.25, 0.5, 0.95];
const deficitWeights = [0.15, 0.15, 0.2, 0.2, 0.3];
/** Relative excess that the lower bound bets on. */
const excesses = [0.1, 0.4, 1.5, 5];
const excessWeights = [0.25, 0.25, 0.25, 0.25];
function emptyClaim() {
    const zeros = (length) => new Array(length).fill(0);
    return {
        upper: { gain: zeros(deficits.length), exposure: zeros(deficits.length) },
        lower: { gain: zeros(excesses.length), exposure: zeros(excesses.length) },
    };
}
/**
 * Adds one interval; `cap` bounds what it may add to the claim at `margin`, so that a burst in stable proves nothing.
 *
 * Upper: E = (1−u)^a (1 + un/m)^b e^{unδ}. Lower: E = (1+v)^a (1 − vn/m)^b e^{−vnδ}. Both have mean ≤ 1 under their null
 * for Poisson and binomial counts (same argument as in split.ts); the mixtures are confidence sequences for the increase
 * (Howard, Ramdas, McAuliffe & Sekhon 2021).
 */
function updateClaim(state, { a, n, b, m }, { margin, dispersion, cap }) {
    if (!(m > 0 && n > 0))
        return state;
    const upper = plus(state.upper, deficits, dispersion, (u) => [
        a * Math.log(1 - u) + b * Math.log(1 + (u * n) / m),
        u * n,
    ]);
    const lower = plus(state.lower, excesses, dispersion, (excess) => {
        const v = Math.min(excess, (0.9 * m) / n);
        return [a * Math.log(1 + v) + b * Math.log(1 - (v * n) / m), v * n];
    });
    const tooMuch = mixture(upper, deficitWeights, margin) - logClaim(state, margin) - cap;
    if (tooMuch > 0)
        upper.gain = upper.gain.map((gain) => gain - tooMuch);
    return { upper, lower };
}
/** New sums, one interval later; a state once given away never changes. */
function plus(sums, bets, dispersion, terms) {
    const next = { gain: [], exposure: [] };
    for (const [k, bet] of bets.entries()) {
        const [gain, exposure] = terms(bet);
        next.gain.push((sums.gain[k] ?? 0) + gain / dispersion);
        next.exposure.push((sums.exposure[k] ?? 0) + exposure / dispersion);
    }
    return next;
}
/** ln Σ w_k exp(gain_k + δ·exposure_k), written out because it runs some hundred times a scrape. */
function mixture({ gain, exposure }, weights, delta) {
    let top = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < gain.length; k++)
        top = Math.max(top, (gain[k] ?? 0) + delta * (exposure[k] ?? 0));
    let sum = 0;
    for (let k = 0; k < gain.length; k++) {
        sum += (weights[k] ?? 0) * Math.exp((gain[k] ?? 0) + delta * (exposure[k] ?? 0) - top);
    }
    return top + Math.log(sum);
}
/** Log e-value against "the increase is at least `delta`". */
function logClaim(state, delta) {
    return mixture(state.upper, deficitWeights, delta);
}
/** The interval of the increase at the level `e^-needed` on each side, valid at every moment; within [-1, 1]. */
function increaseBounds(state, needed) {
    const high = bisect((delta) => logClaim(state, delta) - needed, -1, 1);
    const low = bisect((delta) => needed - mixture(state.lower, excessWeights, -delta), -1, 1);
    return { low: Math.min(low, high), high };
}
/**
 * Log-evidence per canary request that a canary exactly as good as stable (rate, `ratio` = n/m) gives to the claim:
 * the best of the bets, whose value the mixture approaches.
 */
function claimSpeed(rate, ratio, margin) {
    const speeds = deficits.map((u) => rate * Math.log(1 - u) + (rate / ratio) * Math.log(1 + u * ratio) + u * margin);
    return Math.max(...speeds);
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/judge/interval.js
/** Two intervals as one. */
function sum(x, y) {
    return { a: x.a + y.a, n: x.n + y.n, b: x.b + y.b, m: x.m + y.m };
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/judge/dispersion.js

/** Intervals per block in which bursts are looked for: 5 s and 30 s with scrapes every 5 s. */
const burstBlocks = [1, 6];
/** The same for wandering: 30 s and 2 min. */
const wanderBlocks = [6, 24];
/** Pairs of blocks before wandering is believed. */
const wanderPairs = 4;
/** Blocks after which an old one counts e^-1: ten minutes of 5 s intervals. */
const memory = 120;
/** Blocks of φ = 1 that the estimate starts with, and the events that they hold at least. */
const priorBlocks = 4;
const priorEvents = 3;
const none = { a: 0, n: 0, b: 0, m: 0 };
function emptyDispersion() {
    const blocks = () => ({
        seen: 0,
        expected: 0,
        blocks: 0,
        current: { ...none },
        filled: 0,
        last: { ...none },
    });
    return { bursts: burstBlocks.map(blocks), wander: wanderBlocks.map(blocks) };
}
/** φ ≥ 1 from the intervals so far: how many events come together as one (quasi-Poisson; McCullagh & Nelder 1989, §6.2). */
function dispersion({ bursts, wander }) {
    const drifting = wander.map((wandering) => (wandering.blocks < wanderPairs ? 1 : estimate(wandering)));
    return Math.max(1, ...bursts.map(estimate), ...drifting);
}
/** The ratio, drawn to 1 by the prior and lowered by about one standard error: what chance explains costs no power. */
function estimate({ seen, expected, blocks }) {
    if (blocks === 0)
        return 1;
    const prior = priorEvents + (priorBlocks * expected) / blocks;
    return ((seen + prior) / (expected + prior)) * (1 - 1.2 / Math.sqrt(blocks + 2 * priorBlocks));
}
/** Takes an interval; `base` is stable's recent rate of events. */
function updateDispersion(state, interval, base) {
    const burst = (_last, now) => burstSquare(now, base);
    for (const [i, blocks] of state.bursts.entries())
        updateBlocks(blocks, burstBlocks[i] ?? 1, interval, burst);
    for (const [i, blocks] of state.wander.entries())
        updateBlocks(blocks, wanderBlocks[i] ?? 1, interval, wanderSquare);
}
/** So many events, and split like the traffic: an outage of both groups, not a cluster that fell on one. */
function shared({ a, n, b, m }) {
    const expected = ((a + b) * n) / (n + m);
    return expected >= 4 && Math.abs(a - expected) <= 3 * Math.sqrt(expected);
}
/** Squared deviation of stable's events from its recent rate, and what Poisson counts have in its place: the count. */
function burstSquare(now, base) {
    return shared(now) ? [0, 0] : [(now.b - base * now.m) ** 2, now.b];
}
/** Squared change of the two groups' difference between neighbours, in canary events, and its Poisson expectation. */
function wanderSquare(last, now) {
    const n = Math.min(last.n, now.n);
    const difference = (now.a / now.n - now.b / now.m - last.a / last.n + last.b / last.m) * n;
    const variance = ({ a, n, b, m }) => a / n ** 2 + b / m ** 2;
    const pooled = ({ a, n, b, m }) => ((a + b) / (n + m)) * (1 / n + 1 / m);
    const expected = Math.max(variance(last) + variance(now), pooled(last) + pooled(now));
    return [difference ** 2, expected * n ** 2];
}
function updateBlocks(blocks, size, interval, square) {
    blocks.current = sum(blocks.current, interval);
    blocks.filled += 1;
    if (blocks.filled < size)
        return;
    const { last, current } = blocks;
    if (last.n > 0 && last.m > 0 && current.n > 0 && current.m > 0)
        addBlock(blocks, ...square(last, current));
    blocks.last = current;
    blocks.current = { ...none };
    blocks.filled = 0;
}
function addBlock(ratio, seen, expected) {
    if (seen === 0 && expected === 0)
        return;
    const keep = 1 - 1 / memory;
    ratio.seen = ratio.seen * keep + seen;
    ratio.expected = ratio.expected * keep + expected;
    ratio.blocks = ratio.blocks * keep + 1;
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/judge/split.js

/**
 * The odds of a bet where stable's rate is about `base`.
 *
 * Against a null of "stable's rate + δ" the growth rate n·λ·ln x + m·base·ln y − (x−1)·n·δ of a bet on the canary's rate
 * λ is largest where λ/x = base/y + δ (Kelly). With r = n/m and y = 1 − r(x−1) that is a quadratic equation, whose smaller
 * root leaves y positive. With δ = 0 it is the likelihood ratio of the split, x = θ(n+m)/(θn+m) for θ = λ/base.
 */
function oddsOf({ ratio, increase }, base, { n, m }, delta) {
    const r = n / m;
    const rate = base + delta + (increase ?? 0);
    if (ratio !== undefined || delta === 0) {
        const theta = ratio ?? rate / base;
        const y = (n + m) / (theta * n + m);
        return { x: theta * y, y };
    }
    const half = (rate * r + base + delta * (1 + r)) / 2;
    const x = (rate * (1 + r)) / (half + Math.sqrt(half ** 2 - delta * r * rate * (1 + r)));
    return { x, y: 1 - r * (x - 1) };
}
/** Intervals in which half of the cash is bet: half an hour at 5 s each. */
const halfLife = 360;
/** Keeps the state finite (JSON has no infinity). */
const floor = -600;
function emptySplit(bets) {
    const parts = bets.map(({ part }) => part);
    return { logWealth: [...parts, parts.reduce((cash, part) => cash - part, 1)].map(Math.log), intervals: 0 };
}
/**
 * One interval of the sequential test of "canary's rate ≤ stable's rate + δ"; returns the log e-value.
 *
 * For a rate ratio θ the events split between the groups with odds θ·n : m instead of n : m. With x = θ(n+m)/(θn+m) and
 * y = (n+m)/(θn+m), the likelihood ratio of that split is x^a · y^b (conditional binomial; Lindon & Malek 2022). Times
 * e^−(x−1)nδ it is an e-value for every pair of Poisson or binomial rates with λc ≤ λs + δ, whatever λs does over time:
 * E[x^a] ≤ e^{nλc(x−1)}, E[y^b] ≤ e^{−mλs(1−y)} and m(1−y) = n(x−1). So an outage of both groups counts for nothing.
 * The mixture over θ is an e-process, by Ville's inequality ≥ 1/α with probability ≤ α, at any time.
 * Exponents are divided by the dispersion φ (events come φ at a time), and one interval adds at most `cap` (it may be a
 * single burst); both only lower evidence where the model is right.
 */
function updateSplit(state, bets, interval, { base, delta, dispersion, cap }) {
    const { a, n, b } = interval;
    const wealth = state.logWealth;
    const before = logSumExp(wealth);
    betCash(state, bets);
    for (const [k, bet] of bets.entries()) {
        const { x, y } = oddsOf(bet, base, interval, delta);
        const gain = a * Math.log(x) + b * Math.log(y) - (x - 1) * n * delta;
        wealth[k] = Math.max(floor, (wealth[k] ?? 0) + gain / dispersion);
    }
    giveBack(state, bets.length, before + cap);
    return logSumExp(wealth);
}
/** Lowers the bets so that all wealth together is at most e^most: what one interval gains beyond the cap counts for nothing. */
function giveBack({ logWealth }, bets, most) {
    if (logSumExp(logWealth) <= most)
        return;
    const cash = logWealth[bets] ?? floor;
    const allowed = most + Math.log(-Math.expm1(Math.min(-1e-12, cash - most)));
    const shift = allowed - logSumExp(logWealth.slice(0, bets));
    for (let k = 0; k < bets; k++)
        logWealth[k] = Math.max(floor, (logWealth[k] ?? floor) + shift);
}
/**
 * Part of the cash is bet anew: a fault may begin at any time. The part falls with time like 1/t, so that half of the cash
 * is left after `halfLife` intervals and some at any time.
 */
function betCash(state, bets) {
    const wealth = state.logWealth;
    const cash = wealth[bets.length] ?? floor;
    const spent = 1 / (halfLife + state.intervals + 1);
    const all = bets.reduce((sum, { part }) => sum + part, 0);
    for (const [k, { part }] of bets.entries()) {
        wealth[k] = logSumExp([wealth[k] ?? floor, cash + Math.log((spent * part) / all)]);
    }
    wealth[bets.length] = cash + Math.log(1 - spent);
    state.intervals += 1;
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/judge/steadiness.js

/** Intervals per block: 5 s and 30 s with scrapes every 5 s. */
const sizes = [1, 6];
/** Blocks of independent events that the estimate starts with, and the events that they hold at least. */
const steadiness_priorBlocks = 4;
const steadiness_priorEvents = 3;
const steadiness_none = { a: 0, n: 0, b: 0, m: 0 };
function emptySteadiness() {
    return sizes.map(() => ({
        squares: 0,
        excess: 0,
        requests: 0,
        variance: 0,
        blocks: 0,
        current: { ...steadiness_none },
        filled: 0,
    }));
}
function updateSteadiness(state, interval) {
    for (const [i, scatter] of state.entries()) {
        scatter.current = sum(scatter.current, interval);
        scatter.filled += 1;
        if (scatter.filled < (sizes[i] ?? 1))
            continue;
        steadiness_addBlock(scatter, scatter.current);
        scatter.current = { ...steadiness_none };
        scatter.filled = 0;
    }
}
function steadiness_addBlock(scatter, { a, n, b, m }) {
    if (!(n > 0 && m > 0))
        return;
    const excess = a - (n * b) / m;
    scatter.squares += excess ** 2 / n;
    scatter.excess += excess;
    scatter.requests += n;
    scatter.variance += (a + (n / m) ** 2 * b) / n;
    scatter.blocks += 1;
}
/**
 * How much more the canary's excess over stable scatters than that of a fault which is there all the time, 1 or more.
 *
 * The index of dispersion of a − n·b/m, in which what both groups share cancels; drawn to 1 by a prior and lowered by about
 * one standard error, so that chance costs little power. A burst of failures has about its size.
 */
function unsteadiness(state) {
    return Math.max(1, ...state.map(index));
}
function index({ squares, excess, requests, variance, blocks }) {
    if (blocks < 2)
        return 1;
    // Both as if each block had the mean number of requests, so that they are counted in events.
    const mean = requests / blocks;
    const seen = mean * Math.max(0, squares - excess ** 2 / requests);
    const expected = mean * variance * (1 - 1 / blocks);
    const prior = steadiness_priorEvents + (steadiness_priorBlocks * expected) / blocks;
    return ((seen + prior) / (expected + prior)) * (1 - 1.2 / Math.sqrt(blocks + 2 * steadiness_priorBlocks));
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/judge/comparison.js





/** Intervals over which stable's rate is remembered: five minutes at 5 s each. */
const comparison_memory = 60;
/** Half an event at one failure in 500 requests: what is assumed of a service before anything is seen. */
const comparison_priorEvents = 0.5;
const priorRate = 0.002;
/** An interval that can hardly be one client's burst: many requests, nothing but failures, or one or two of them. */
const manyRequests = 100;
const nearlyAll = 0.95;
const few = 2;
const isObvious = ({ a, n }) => n >= manyRequests || a >= nearlyAll * n || a <= few;
/** Part of `claimAt` that one interval may add to the claim. */
const claimCap = 0.35;
const zero = { a: 0, n: 0, b: 0, m: 0 };
function emptyComparison(bets) {
    return {
        split: emptySplit(bets),
        logEvidence: 0,
        lowest: 0,
        since: { ...zero },
        onset: 0,
        steadiness: emptySteadiness(),
        allowance: Number.MAX_VALUE,
        claim: emptyClaim(),
        recent: { events: 0, requests: 0 },
        step: { ...zero },
        dispersion: emptyDispersion(),
    };
}
/** A new step makes its claim anew; evidence of failure stays. */
function beginClaim(state) {
    state.claim = emptyClaim();
    state.step = { ...zero };
}
function updateComparison(state, interval, rules) {
    const phi = dispersion(state.dispersion);
    state.step = sum(state.step, interval);
    if (interval.n > 0 && interval.m > 0) {
        bet(state, interval, rules, phi);
        const terms = { margin: rules.claimMargin, dispersion: phi, cap: rules.claimAt * claimCap };
        state.claim = updateClaim(state.claim, interval, terms);
        updateDispersion(state.dispersion, interval, stableRate(state, interval));
        remember(state, interval);
    }
    followLowest(state, interval);
}
function bet(state, interval, { bets, failMargin, failAt, pace }, phi) {
    state.allowance = Math.min(state.allowance + pace.refill, pace.reserve);
    const usable = state.allowance + (isObvious(interval) ? pace.obvious : 0);
    const terms = {
        base: baseRate(state, interval),
        delta: failMargin,
        dispersion: phi,
        cap: failAt * Math.min(pace.reserve, usable),
    };
    const before = state.logEvidence;
    state.logEvidence = updateSplit(state.split, bets, interval, terms);
    state.allowance = Math.max(0, state.allowance - (state.logEvidence - before) / failAt);
}
/**
 * Stable's rate as known before the interval, by which bets on an increase are sized. In the first interval it is the rate
 * of both groups together: the split of the events is tested, given how many there are.
 */
function baseRate({ recent }, { a, n, b, m }) {
    const [events, requests] = recent.requests > 0 ? [recent.events, recent.requests] : [a + b, n + m];
    return (events + comparison_priorEvents) / (requests + comparison_priorEvents / priorRate);
}
/** Stable's recent rate, or that of the interval while there is no other. */
function stableRate({ recent }, { b, m }) {
    return recent.requests > 0 ? recent.events / recent.requests : b / m;
}
function remember({ recent }, { b, m }) {
    recent.events = recent.events * (1 - 1 / comparison_memory) + b;
    recent.requests = recent.requests * (1 - 1 / comparison_memory) + m;
}
function followLowest(state, interval) {
    if (state.logEvidence <= state.lowest + 0.3) {
        state.since = { ...zero };
        state.steadiness = emptySteadiness();
    }
    else {
        if (state.since.n === 0)
            state.onset = interval.a;
        state.since = sum(state.since, interval);
        updateSteadiness(state.steadiness, interval);
    }
    state.lowest = Math.min(state.lowest, state.logEvidence);
}
/**
 * How much more than one failure at a time the evidence counts, 1 or more: as far as the canary's excess is unsteady and
 * stable's failures come in clusters, too. Clusters that the canary alone has are its own fault.
 */
function bursty({ steadiness, dispersion: known }) {
    return Math.min(unsteadiness(steadiness), dispersion(known));
}
/**
 * Evidence as counts for a failure: none where the increase is too small to matter. E^(1/u) ≥ 1/α says E ≥ 1/α for any
 * u ≥ 1, whatever u is made of, so this costs none of the guarantee.
 */
function steadyEvidence(state, { leastIncrease }) {
    return increaseSince(state) > leastIncrease ? state.logEvidence / bursty(state) : 0;
}
/** The increase since the evidence began to rise. It rose with an event, so that one tells nothing of how often they come. */
function increaseSince({ since, onset }) {
    return increaseOf({ ...since, a: since.a - onset });
}
/** The log-evidence that would prove a failure. */
function neededEvidence(state, { failAt }) {
    return failAt * bursty(state);
}
const rate = (events, requests) => (requests > 0 ? events / requests : 0);
/** Canary's rate minus stable's. */
function increaseOf({ a, n, b, m }) {
    return rate(a, n) - rate(b, m);
}
/** Whether the promotion claim is proven, or needs no proof: at stable's rate plus the margin every request would be hit. */
function claimHolds(state, rules) {
    if (rate(state.step.b, state.step.m) + rules.claimMargin >= 1)
        return true;
    return logClaim(state.claim, rules.claimMargin) >= rules.claimAt;
}
function groupCounts(events, requests) {
    return { requests, events, rate: rate(events, requests) };
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/judge/errors.js
/** From half a percentage point to total failure, most wealth where speed matters most; the rest is cash for what begins later. */
const errorBets = [
    { increase: 0.005, part: 0.15 },
    { increase: 0.03, part: 0.65 },
    { increase: 0.3, part: 0.08 },
];
/**
 * Share of requests by which the test's null lies below the margin: up to this much is left to the estimate, which must
 * exceed the whole margin too. So the default margin is proven as "worse at all, and by more than the margin as measured".
 */
const slack = 0.002;
/** A burst, however large, is half a proof, and the more it takes the longer it must last. */
const [reserve, refill] = [0.65, 0.12];
/** What two obvious intervals lack then; allowed while a run is young. */
const missing = 0.3;
/** Seconds in which a release that is broken from its first request on shows it; a stray burst is as likely at any time. */
const young = 15;
/** Seconds of an interval that `refill` is for; a longer one has room for more than one burst. */
const usualInterval = 5;
/** Rules of the failure test. */
function errorRules(settings, failAt, claimAt, { seconds, scale, lasting }) {
    return {
        bets: errorBets,
        failMargin: Math.max(0, settings.maxErrorIncrease - slack),
        leastIncrease: settings.maxErrorIncrease,
        claimMargin: Math.min(1, settings.maxErrorIncrease * scale),
        failAt,
        claimAt,
        pace: {
            reserve,
            refill: (refill * lasting) / usualInterval,
            obvious: seconds < young ? missing : 0,
        },
    };
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/judge/histogram.js
/** At most this many bounds are compared; more cost time and power without telling more. */
const mostBounds = 24;
/** The finite bounds (s) of a histogram, ascending and thinned to at most `mostBounds`. */
function boundsOf(latency) {
    const bounds = Object.keys(latency)
        .map(Number)
        .filter((le) => Number.isFinite(le))
        .sort((a, b) => a - b);
    const every = Math.ceil(bounds.length / mostBounds);
    return bounds.filter((_, i) => i % every === every - 1 || i === bounds.length - 1);
}
/** How many requests of an increment were slower than each bound; undefined where the histogram contradicts itself. */
function slowerThan(increment, bounds) {
    const { latency } = increment;
    if (latency === undefined)
        return undefined;
    const byBound = new Map();
    for (const [le, count] of Object.entries(latency))
        byBound.set(Number(le.replace('Inf', 'Infinity')), count);
    const total = byBound.get(Number.POSITIVE_INFINITY) ?? increment.requests;
    const slower = [];
    let previous = 0;
    for (const bound of bounds) {
        const count = byBound.get(bound);
        if (count === undefined || !Number.isFinite(count) || count < previous || count > total)
            return undefined;
        previous = count;
        slower.push(total - count);
    }
    return { total, slower };
}
/**
 * Share of requests slower than `x` seconds, between the bounds where it is known.
 *
 * Interpolated with the log-odds linear in ln x (a log-logistic piece per bucket): exact at the bounds, smooth and
 * unimodal between them, and close to the log-normal shape that latencies usually have.
 */
function shareSlowerThan(x, bounds, shares) {
    if (!(x > 0))
        return 1;
    const j = bounds.findIndex((bound) => bound >= x);
    if (j < 0)
        return shares.at(-1) ?? 1;
    const high = bounds[j] ?? x;
    const low = bounds[j - 1] ?? high / 4;
    const right = logOdds(shares[j] ?? 0);
    const left = Math.max(right, logOdds(j === 0 ? 1 : (shares[j - 1] ?? 1)));
    const z = left + ((right - left) * Math.log(x / low)) / Math.log(high / low);
    return x <= low ? 1 / (1 + Math.exp(-left)) : 1 / (1 + Math.exp(-z));
}
/** Log-odds, kept finite: shares below 0.01 % cannot be told from none here. */
function logOdds(share) {
    const inside = Math.min(0.9999, Math.max(0.0001, share));
    return Math.log(inside / (1 - inside));
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/judge/latency.js



/** Regressions of a few percent move many requests a little, so small ratios matter here; a third is cash for later. */
const bets = [
    { ratio: 1.1, part: 0.14 },
    { ratio: 1.3, part: 0.14 },
    { ratio: 1.7, part: 0.14 },
    { ratio: 2.5, part: 0.1 },
    { ratio: 5, part: 0.07 },
    { ratio: 15, part: 0.07 },
];
/**
 * Part of the margin up to which the test's null reaches; that the whole of it is exceeded is left to the estimate, as with
 * failures: a fifth more is hardly to be told from a tenth more where latencies spread widely.
 */
const nullPart = 0.75;
/** Share of requests by which the canary may exceed a bound beyond the margin without being failed: tails differ by chance of placement. */
const failTolerance = 0.0025;
/** The same for the claim of a promotion: below a percent of the requests a tail takes very long to be proven. */
const claimTolerance = 0.01;
/** Bounds that more than this share of stable's requests exceed say little by being exceeded. */
const highestShare = 0.6;
/** Intervals over which stable's histogram is remembered: five minutes at 5 s each. */
const latency_memory = 60;
/** Slow spells last longer than bursts of failures: a proof takes 100 s. */
const [latency_reserve, latency_refill] = [1 / 6, 1 / 24];
function emptyLatency() {
    return {
        bounds: [],
        comparisons: [],
        reference: { total: 0, slower: [] },
        seen: { stable: false, canary: false },
    };
}
/** Share of stable's requests slower than each bound, recently. */
function shares({ reference }) {
    return reference.slower.map((slower) => (reference.total > 0 ? slower / reference.total : 0));
}
/** The rules of bound `j`; undefined while too many of stable's requests exceed it. */
function latencyRules(state, j, settings, levels) {
    const known = shares(state);
    const [bound, share] = [state.bounds[j], known[j]];
    if (bound === undefined || share === undefined || share > highestShare)
        return undefined;
    const shiftBy = (part) => {
        const { maxLatencyIncrease, latencyFloor } = settings;
        const quicker = Math.min(bound / (1 + part * maxLatencyIncrease), bound - part * latencyFloor);
        return Math.max(0, shareSlowerThan(quicker, state.bounds, known) - share);
    };
    const shift = shiftBy(1);
    return {
        bets,
        failMargin: shiftBy(nullPart) + failTolerance,
        leastIncrease: shift,
        claimMargin: Math.min(1, levels.scale * (shift + claimTolerance)),
        failAt: levels.failAt + Math.log(state.bounds.length),
        claimAt: levels.claimAt,
        pace: { reserve: latency_reserve, refill: (latency_refill * levels.lasting) / usualInterval, obvious: 0 },
    };
}
function updateLatency(state, stable, canary, settings, levels) {
    if (state.bounds.length === 0)
        start(state, stable, canary);
    if (state.bounds.length === 0)
        return;
    const [slow, canarySlow] = [slowerThan(stable, state.bounds), slowerThan(canary, state.bounds)];
    if (slow === undefined || canarySlow === undefined)
        return;
    if (state.reference.total === 0)
        latency_remember(state, slow);
    for (const [j, comparison] of state.comparisons.entries()) {
        const rules = latencyRules(state, j, settings, levels);
        if (rules === undefined)
            continue;
        const [a, b] = [canarySlow.slower[j] ?? 0, slow.slower[j] ?? 0];
        updateComparison(comparison, { a, n: canarySlow.total, b, m: slow.total }, rules);
    }
    latency_remember(state, slow);
}
function start(state, stable, canary) {
    const { latency } = stable;
    state.seen.stable ||= hasBounds(latency);
    state.seen.canary ||= hasBounds(canary.latency);
    if (latency === undefined || canary.latency === undefined)
        return;
    const common = Object.keys(latency).filter((le) => canary.latency?.[le] !== undefined);
    state.bounds = boundsOf(Object.fromEntries(common.map((le) => [le, 0])));
    state.comparisons = state.bounds.map(() => emptyComparison(bets));
    state.reference = { total: 0, slower: state.bounds.map(() => 0) };
}
const hasBounds = (latency) => Object.keys(latency ?? {}).length > 0;
/** Why latencies that are there can't be compared; undefined where they can, or where there are none. */
function incomparable({ bounds, seen }) {
    if (bounds.length > 0 || !(seen.stable || seen.canary))
        return undefined;
    if (seen.stable && seen.canary)
        return "latencies can't be compared: the two groups' histograms have no bound in common";
    return `latencies can't be compared: only ${seen.stable ? 'stable' : 'the canary'} has a histogram`;
}
function latency_remember({ reference }, { total, slower }) {
    const keep = 1 - 1 / latency_memory;
    reference.total = reference.total * keep + total;
    reference.slower = reference.slower.map((count, j) => count * keep + (slower[j] ?? 0));
}
function beginLatencyClaim(state) {
    for (const comparison of state.comparisons)
        beginClaim(comparison);
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/judge/evidence.js




const metric = (name, kind, comparison, rules) => ({
    name,
    kind,
    comparison,
    rules,
    phi: dispersion(comparison.dispersion),
});
/** All comparisons that are judged now, failures first. */
function metricsOf(state, settings, rules) {
    const metrics = [metric('failures', 'failures', state.errors, rules.errors)];
    for (const [j, comparison] of state.latency.comparisons.entries()) {
        const own = latencyRules(state.latency, j, settings, rules.latency);
        const name = `slower than ${state.latency.bounds[j] ?? 0} s`;
        if (own !== undefined)
            metrics.push(metric(name, 'latency', comparison, own));
    }
    for (const [i, [name, { comparison }]] of Object.entries(state.counters).entries()) {
        const own = rules.counters[i];
        if (own !== undefined)
            metrics.push(metric(name, 'failures', comparison, own));
    }
    for (const [name, { comparison }] of Object.entries(state.gauges)) {
        metrics.push(metric(`gauge ${name}`, 'gauge', comparison, rules.gauges));
    }
    return metrics;
}
/**
 * The numbers behind a verdict, computed when they are first read: intervals cost more than the verdict itself. They are
 * those of now, whatever the state becomes: counts and claims are replaced by each interval, never changed.
 */
function evidenceOf(state, metrics) {
    const { n, m } = state.errors.step;
    const { seconds } = state;
    const stepSeconds = state.step.seconds;
    const later = metrics.map(metricEvidence);
    let known;
    return () => {
        known ??= {
            seconds,
            stepSeconds,
            share: n + m > 0 ? n / (n + m) : 0,
            metrics: later.map((each) => each()),
        };
        return known;
    };
}
function metricEvidence({ name, kind, comparison, rules, phi }) {
    const { step, claim, logEvidence } = comparison;
    const failAt = neededEvidence(comparison, rules);
    return () => ({
        name,
        kind,
        stable: groupCounts(step.b, step.m),
        canary: groupCounts(step.a, step.n),
        increase: { estimate: increaseOf(step), ...increaseBounds(claim, rules.claimAt) },
        margin: rules.claimMargin,
        logEvidence,
        failAt,
        logClaim: logClaim(claim, rules.claimMargin),
        claimAt: rules.claimAt,
        dispersion: phi,
    });
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/judge/missing.js




/** Log cost of not knowing the best bet beforehand (see the weights in claim.ts and split.ts). */
const claimCost = Math.log(5);
const failCost = Math.log(5);
const seenOf = ({ comparison, rules, phi }) => ({
    step: comparison.step,
    claim: comparison.claim,
    rules,
    phi,
    base: baseRate(comparison, comparison.step),
});
/** Canary requests that the claim of one metric needs in this step if the canary is exactly as good as stable. */
function requestsNeeded({ step: { a, n, b, m }, claim, rules, phi }) {
    if (!(n > 0 && m > 0))
        return Number.POSITIVE_INFINITY;
    const speed = claimSpeed((a + b) / (n + m), n / m, rules.claimMargin) / phi;
    const behind = rules.claimAt - logClaim(claim, rules.claimMargin);
    return Math.max((rules.claimAt + claimCost) / speed, n + Math.max(0, behind) / speed);
}
/** Smallest increase whose expected evidence over the step's requests is a proof; null if even failing always is not. */
function smallestDetectable({ step, rules, phi, base }) {
    const { n, b, m } = step;
    if (!(n > 0 && m > 0))
        return null;
    const stable = b / m;
    const expected = (increase) => {
        const gains = rules.bets.map((bet) => {
            const { x, y } = oddsOf(bet, base, step, rules.failMargin);
            return n * (stable + increase) * Math.log(x) + b * Math.log(y) - (x - 1) * n * rules.failMargin;
        });
        return Math.max(...gains) / phi - failCost - rules.failAt;
    };
    return expected(1) < 0 ? null : bisect(expected, 0, 1);
}
/**
 * What a good release still lacks, worked out when it is first read because it costs more than the verdict itself;
 * `unproven` are the metrics whose claim does not hold yet.
 */
function missingOf(state, because, errors, unproven, least) {
    const step = { requests: state.errors.step.n, seconds: state.step.seconds };
    const failures = errors === undefined ? undefined : seenOf(errors);
    const claims = unproven.map(seenOf);
    return () => {
        const needed = Math.ceil(Math.max(least.requests, ...claims.map(requestsNeeded)));
        const known = Number.isFinite(needed);
        const perSecond = step.seconds > 0 ? step.requests / step.seconds : 0;
        const wait = perSecond > 0 && known ? Math.max(0, needed - step.requests) / perSecond : null;
        return {
            because,
            canaryRequests: step.requests,
            canaryRequestsNeeded: known ? needed : null,
            secondsNeeded: wait === null ? null : Math.ceil(Math.max(wait, least.seconds - step.seconds)),
            smallestDetectable: failures === undefined ? null : smallestDetectable(failures),
        };
    };
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/judge/intake.js
/** A pod not seen for this many seconds is forgotten, so that memory stays constant while pods come and go. */
const forgetAfter = 900;
function emptyIntake() {
    return { pods: {}, typical: 0 };
}
/** Beyond 2^53 a number no longer counts by one. */
const isCount = (value) => typeof value === 'number' && value >= 0 && value <= Number.MAX_SAFE_INTEGER;
/** The pods of a group whose counters are numbers; a sum is one pod named ''. */
function validPods(group) {
    const valid = new Map();
    if (group === undefined)
        return valid;
    const all = 'pods' in group ? group.pods : { '': group };
    for (const [name, counters] of Object.entries(all)) {
        if (isCount(counters.requests) && isCount(counters.failures))
            valid.set(name, counters);
    }
    return valid;
}
/**
 * The increment of a group since it was last taken, and the new state.
 *
 * A counter that fell means a restart. What the counter shows after it is taken as new only where it is no more than a
 * pod usually does between two scrapes: the sum over pods of which one restarted falls as well, and then the rest is old.
 */
function take(state, pods, t) {
    const total = { requests: 0, failures: 0, latency: {}, gauges: {}, pods: pods.size };
    const first = Object.keys(state.pods).length === 0;
    const plausible = state.typical === 0 ? 20 : 3 * state.typical + 20;
    let counted = 0;
    for (const [name, now] of pods) {
        const before = state.pods[name]?.counters;
        state.pods[name] = { counters: now, t };
        if (before !== undefined && !restarted(before, now)) {
            add(total, now, before);
            counted += 1;
        }
        else if (!first && now.requests <= plausible)
            add(total, now, undefined);
    }
    addGauges(total, pods);
    if (counted > 0)
        intake_remember(state, total.requests / counted);
    forget(state, t);
    if (total.failures > total.requests)
        total.failures = total.requests;
    return total;
}
function intake_remember(state, requests) {
    state.typical = state.typical === 0 ? requests : 0.8 * state.typical + 0.2 * requests;
}
function forget(state, t) {
    for (const [name, known] of Object.entries(state.pods)) {
        if (t - known.t > forgetAfter)
            delete state.pods[name];
    }
}
function restarted(before, now) {
    if (now.requests < before.requests || now.failures < before.failures)
        return true;
    const old = before.latency;
    if (old === undefined || now.latency === undefined)
        return false;
    for (const [le, count] of Object.entries(now.latency))
        if (count < (old[le] ?? 0))
            return true;
    return false;
}
function add(total, now, before) {
    total.requests += now.requests - (before?.requests ?? 0);
    total.failures += now.failures - (before?.failures ?? 0);
    if (total.latency === undefined)
        return;
    if (now.latency === undefined || (before !== undefined && before.latency === undefined)) {
        total.latency = undefined;
        return;
    }
    const own = {};
    for (const [le, count] of Object.entries(now.latency)) {
        // A bound that was not there before has counted for who knows how long.
        const start = before === undefined ? 0 : before.latency?.[le];
        if (start !== undefined)
            own[le] = count - start;
    }
    total.latency = together(total.latency, own);
}
/** Two histograms as one, over the bounds that both have; an empty one has counted nothing yet. */
function together(x, y) {
    const sums = {};
    const [none, all] = [Object.keys(x).length === 0, Object.entries(y)];
    if (all.length === 0)
        return x;
    for (const [le, count] of all) {
        const other = none ? 0 : x[le];
        if (other !== undefined)
            sums[le] = other + count;
    }
    return sums;
}
function addGauges(total, pods) {
    const counts = {};
    for (const { gauges } of pods.values()) {
        for (const [name, value] of Object.entries(gauges ?? {})) {
            if (!isCount(value))
                continue;
            total.gauges[name] = (total.gauges[name] ?? 0) + value;
            counts[name] = (counts[name] ?? 0) + 1;
        }
    }
    for (const [name, n] of Object.entries(counts))
        total.gauges[name] = (total.gauges[name] ?? 0) / n;
}
/** What the counters show since they began, as one increment. */
function totals(pods) {
    const total = { requests: 0, failures: 0, latency: {}, gauges: {}, pods: pods.size };
    for (const counters of pods.values())
        add(total, counters, undefined);
    return total;
}
/** Two increments that follow each other as one; gauges are those of the second. */
function merge(first, second) {
    const total = {
        ...second,
        requests: first.requests + second.requests,
        failures: first.failures + second.failures,
    };
    if (first.latency === undefined || second.latency === undefined)
        return { ...total, latency: undefined };
    return { ...total, latency: together(first.latency, second.latency) };
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/judge/counters.js



/** Counters watched at most; more would only dilute the false-rollback probability. */
const mostCounters = 8;
/** Takes the readings of one scrape; they wait for the end of the interval, or are dropped while nothing is `judged`. */
function takeCounters(states, pairs, t, judged) {
    for (const [name, pair] of Object.entries(pairs)) {
        const [stable, canary] = [validPods(pair.stable), validPods(pair.canary)];
        if (stable.size === 0 || canary.size === 0)
            continue;
        if (states[name] === undefined && Object.keys(states).length >= mostCounters)
            continue;
        const state = states[name] ?? emptyCounter();
        states[name] = state;
        const both = { stable: take(state.stable, stable, t), canary: take(state.canary, canary, t) };
        if (!judged || !state.known)
            state.pending = null;
        else
            state.pending = state.pending === null ? both : mergeBoth(state.pending, both);
        state.known = true;
    }
}
function mergeBoth(first, second) {
    return { stable: merge(first.stable, second.stable), canary: merge(first.canary, second.canary) };
}
function emptyCounter() {
    return {
        stable: emptyIntake(),
        canary: emptyIntake(),
        known: false,
        pending: null,
        comparison: emptyComparison(errorBets),
    };
}
/** The end of an interval: what has come since is judged as soon as both groups have some of it. */
function judgeCounters(states, rules) {
    for (const [i, state] of Object.values(states).entries()) {
        const [own, both] = [rules[i], state.pending];
        if (own === undefined || both === null)
            continue;
        const counts = {
            a: both.canary.failures,
            n: both.canary.requests,
            b: both.stable.failures,
            m: both.stable.requests,
        };
        if (counts.n === 0 || counts.m === 0)
            continue;
        updateComparison(state.comparison, counts, own);
        state.pending = null;
    }
}
/**
 * The rules of each counter, in the order in which they appeared: the first has half of their part of the false-rollback
 * probability, the next a quarter and so on, so that one that appears late takes nothing from the others. Nothing is
 * claimed of them for a promotion: most businesses are too slow for that.
 */
function counterRules(settings, failAt, claimAt, moment) {
    return Array.from({ length: mostCounters }, (_, i) => ({
        ...errorRules(settings, failAt + (i + 1) * Math.LN2, claimAt, moment),
        claimMargin: 1,
    }));
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/judge/gauges.js

const gauges_bets = [2, 4, 10].map((ratio) => ({ ratio, part: 0.3 }));
/** Readings that are judged as one, because neighbours say the same: 30 s at 5 s each. */
const blockReadings = 6;
/** Stable's maximum fades by this factor per reading, to half in about six minutes. */
const fade = 0.99;
/** Share of readings in which the canary may be too high: a small group reads more noisily than a large one. */
const tolerated = 0.15;
/** A block gives at most a tenth of a proof: five minutes of too high readings at least. */
const pace = { reserve: 0.1, refill: 0.1, obvious: 0 };
/** Gauges watched at most; more would only dilute the false-rollback probability. */
const mostGauges = 8;
/** Differences below these never count: bytes of heap, goroutines, restarts. */
const floors = { 'heap-bytes': 64 * 2 ** 20, goroutines: 100, restarts: 2 };
/** Highest reading of the canary that is still in order, given stable's recent maximum. */
function limit(name, reference, settings) {
    const isLatency = name.startsWith('latency');
    const increase = isLatency ? settings.maxLatencyIncrease : settings.maxSaturationIncrease;
    const floor = isLatency ? settings.latencyFloor : (floors[name] ?? 0);
    return Math.max(reference * (1 + increase), reference + floor);
}
function gaugeRules(failAt, claimAt) {
    return {
        bets: gauges_bets,
        failMargin: tolerated,
        leastIncrease: tolerated,
        claimMargin: 1,
        failAt: failAt + Math.log(mostGauges),
        claimAt,
        pace,
    };
}
function updateGauges(states, stable, canary, settings, rules) {
    for (const [name, reading] of Object.entries(canary)) {
        const normal = stable[name];
        if (normal === undefined)
            continue;
        const state = states[name];
        if (state !== undefined)
            updateGauge(state, limit(name, state.reference, settings), normal, reading, rules);
        else if (Object.keys(states).length < mostGauges)
            states[name] = emptyGauge(normal);
    }
}
function emptyGauge(reference) {
    return {
        reference,
        block: { readings: 0, canaryHigh: 0, stableHigh: 0 },
        comparison: emptyComparison(gauges_bets),
    };
}
function updateGauge(state, highest, normal, reading, rules) {
    const { block } = state;
    block.readings += 1;
    if (reading > highest)
        block.canaryHigh += 1;
    if (normal > highest)
        block.stableHigh += 1;
    state.reference = Math.max(normal, state.reference * fade);
    if (block.readings < blockReadings)
        return;
    const counts = { a: block.canaryHigh, n: block.readings, b: block.stableHigh, m: block.readings };
    updateComparison(state.comparison, counts, rules);
    state.block = { readings: 0, canaryHigh: 0, stableHigh: 0 };
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/judge/rules.js



/** How the false-rollback probability is split: failures are what a canary is for, gauges are a late hint. */
const alphaParts = { errors: 0.75, latency: 0.12, counters: 0.08, gauges: 0.05 };
/** The claim of an early step is at most this many times wider than the setting. */
const widest = 10;
/**
 * Part of the canary in the traffic, in percent: as told, or as seen.
 */
function currentWeight(state) {
    const { n, m } = state.errors.step;
    if (state.step.weight !== null)
        return state.step.weight;
    return n + m > 0 ? (100 * n) / (n + m) : undefined;
}
/**
 * How much wider than the setting this step's claim may be: 100 / the weight that passing opens the way to, so that at
 * most `max-error-increase` of all users' requests is at stake at the next step. 1 where no steps are known.
 */
function claimScale(state, settings) {
    const weight = currentWeight(state);
    const told = state.step.next;
    if (told === null && (settings.steps.length === 0 || weight === undefined))
        return 1;
    const slack = state.step.weight === null ? 1.3 : 1;
    const next = told ?? settings.steps.find((step) => step > (weight ?? 100) * slack) ?? 100;
    return Math.min(widest, 100 / next);
}
/** The rules of an interval of so many seconds. */
function allRules(state, settings, lasting = usualInterval) {
    const failAt = (part) => -Math.log(settings.falseRollbackProbability * part);
    const claimAt = -Math.log(1 - settings.promotionConfidence);
    const scale = claimScale(state, settings);
    const moment = { seconds: state.seconds, scale, lasting };
    return {
        errors: errorRules(settings, failAt(alphaParts.errors), claimAt, moment),
        gauges: gaugeRules(failAt(alphaParts.gauges), claimAt),
        counters: counterRules(settings, failAt(alphaParts.counters), claimAt, moment),
        latency: { failAt: failAt(alphaParts.latency), claimAt, scale, lasting },
    };
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/judge/slo.js


/** Intervals looked back: half a minute at 5 s each. */
const slo_window = 6;
/** ln of the probability that a canary exactly at its limit looks this bad: one in ten thousand looks. */
const level = Math.log(1e-4);
/** A 99th percentile allows this share of slower requests. */
const tail = 0.01;
function emptySlo() {
    return { recent: [] };
}
/** Takes the canary's increment; the reason to fail at once if an absolute limit is broken beyond chance. */
function checkSlo(state, canary, settings) {
    const { maxErrorRate, maxLatencyP99 } = settings;
    const slow = maxLatencyP99 === undefined ? { timed: 0, slow: 0 } : slowerThanLimit(canary, maxLatencyP99);
    state.recent.push({ requests: canary.requests, failures: canary.failures, ...slow });
    if (state.recent.length > slo_window)
        state.recent.shift();
    const sum = (key) => state.recent.reduce((total, interval) => total + interval[key], 0);
    if (maxErrorRate !== undefined && logBinomialTail(sum('failures'), sum('requests'), maxErrorRate) < level) {
        return `failures above the limit of ${percent(maxErrorRate)}: ${sum('failures')} of the canary's last ${sum('requests')} requests`;
    }
    if (maxLatencyP99 !== undefined && logBinomialTail(sum('slow'), sum('timed'), tail) < level) {
        return `99th percentile above the limit of ${maxLatencyP99} s: ${Math.round(sum('slow'))} of the canary's last ${sum('timed')} requests were slower`;
    }
    return undefined;
}
function slowerThanLimit(canary, limit) {
    const bounds = Object.keys(canary.latency ?? {})
        .map(Number)
        .filter(Number.isFinite)
        .sort((a, b) => a - b);
    const counted = slowerThan(canary, bounds);
    if (counted === undefined || counted.total === 0)
        return { timed: 0, slow: 0 };
    const shares = counted.slower.map((slower) => slower / counted.total);
    return { timed: counted.total, slow: counted.total * shareSlowerThan(limit, bounds, shares) };
}
/** A share as percentage points: `0.1 %`. */
function percent(share) {
    const points = share * 100;
    const digits = Math.abs(points) >= 10 ? 1 : Math.abs(points) >= 0.095 ? 2 : 3;
    return `${Number(points.toFixed(digits))} %`;
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/judge/decide.js







/** Without usable counters of both groups for this long (s), what was known before is no ground for a promotion. */
const stale = 30;
/** A metric with this part of a proof of failure against it holds a promotion back. */
const suspicion = 0.5;
/** Share of traffic at the canary, as a factor of what was meant, beyond which the split is not the one asked for. */
const splitFactor = 2;
/** The verdict at `t`; a failure is remembered in the state. */
function decide(state, t, settings) {
    const metrics = metricsOf(state, settings, allRules(state, settings));
    if (state.failed === null)
        state.failed = provenWorse(metrics) ?? null;
    const read = evidenceOf(state, metrics);
    if (state.failed !== null)
        return withEvidence({ verdict: 'fail', at: t, reason: state.failed }, read);
    const unproven = metrics.filter(({ kind, comparison, rules }) => kind !== 'gauge' && !claimHolds(comparison, rules));
    const because = [...obstacles(state, t, settings, metrics), ...unproven.map(claimMissing)];
    if (because.length === 0)
        return withEvidence({ verdict: 'pass', at: t, reason: success(metrics, settings) }, read);
    const least = { requests: settings.minRequests, seconds: settings.minStepDuration };
    const missing = missingOf(state, because, metrics[0], unproven, least);
    return unknown({ at: t, reason: because.join('; ') }, missing, read);
}
/** Not enough evidence, with what is missing; both are computed when they are read. */
function unknown({ at, reason }, missing, read) {
    return {
        verdict: 'not-enough-evidence',
        at,
        reason,
        get missing() {
            return missing();
        },
        get evidence() {
            return read();
        },
    };
}
/** The verdict with evidence that is computed when it is read (also by JSON.stringify). */
function withEvidence(verdict, read) {
    return {
        ...verdict,
        get evidence() {
            return read();
        },
    };
}
/** Why the canary is proven worse: by a metric alone, or by all latencies together; undefined if it is not. */
function provenWorse(metrics) {
    const alone = metrics.find(({ comparison, rules }) => steadyEvidence(comparison, rules) >= rules.failAt);
    if (alone !== undefined)
        return failure(alone, neededEvidence(alone.comparison, alone.rules));
    return slowTogether(metrics.filter(({ kind }) => kind === 'latency'));
}
/**
 * The mean of e-values is an e-value (Vovk & Wang 2021): bounds that all say a little say enough together. `failAt` of each
 * is that of all and ln of their number, so it is their sum that has to reach it; 1 more for what steadiness has lifted.
 */
function slowTogether(metrics) {
    const evidence = metrics.map(({ comparison, rules }) => steadyEvidence(comparison, rules));
    const worst = metrics[evidence.indexOf(Math.max(...evidence))];
    if (worst === undefined)
        return undefined;
    const { failAt } = worst.rules;
    if (logSumExp(evidence) < failAt + Math.log1p(metrics.length * Math.exp(-failAt)))
        return undefined;
    return `${failure(worst, failAt)} of this bound or of all together`;
}
function failure({ name, comparison: { since, step, logEvidence } }, needed) {
    const { a, n, b, m } = since.n > 0 ? since : step;
    const [odds, enough] = [logEvidence, needed].map((log) => Math.exp(log).toPrecision(3));
    return (`${name}: canary ${percent(a / n)} (${a} of ${n}), stable ${percent(m > 0 ? b / m : 0)} (${b} of ${m}); ` +
        `evidence ${odds} : 1 against "no worse", ${enough} needed`);
}
function success(metrics, settings) {
    const [failures] = metrics;
    const margin = failures === undefined ? 0 : failures.rules.claimMargin;
    const latency = metrics.some(({ kind }) => kind === 'latency')
        ? `, latency by less than ${percent(settings.maxLatencyIncrease)}`
        : '';
    return `failures increase by less than ${percent(margin)} of requests${latency}, with ${percent(settings.promotionConfidence)} confidence`;
}
function claimMissing({ name, rules }) {
    return `${name}: an increase of ${percent(rules.claimMargin)} of requests is not excluded yet`;
}
/** What keeps a release from passing apart from claims that are not proven yet. */
function obstacles(state, t, settings, metrics) {
    const { n, m } = state.errors.step;
    const list = [];
    if (state.lastBothT === null)
        list.push('no counters of both groups yet');
    else if (t - state.lastBothT > stale)
        list.push(`no counters of both groups for ${Math.round(t - state.lastBothT)} s`);
    else if (settings.warmUp > 0 && t < (state.warmUntil ?? Number.POSITIVE_INFINITY))
        list.push('warm-up');
    else if (n === 0 || m === 0)
        list.push(`no traffic at ${n === 0 ? 'the canary' : 'stable'}`);
    if (n < settings.minRequests)
        list.push(`${n} of at least ${settings.minRequests} canary requests`);
    if (state.step.seconds < settings.minStepDuration) {
        list.push(`${Math.round(state.step.seconds)} of at least ${settings.minStepDuration} s`);
    }
    const blind = incomparable(state.latency);
    if (blind !== undefined)
        list.push(blind);
    const split = wrongSplit(state);
    if (split !== undefined)
        list.push(split);
    for (const { name, comparison, rules } of metrics) {
        if (comparison.logEvidence > suspicion * rules.failAt)
            list.push(`${name}: suspicious, not proven worse yet`);
    }
    return list;
}
/** The traffic does not reach the canary in the share that was meant, beyond chance. */
function wrongSplit(state) {
    const { n, m } = state.errors.step;
    const { weight } = state.step;
    if (weight === null || weight <= 0 || weight >= 100 || n + m === 0)
        return undefined;
    const meant = (weight / 100) * (n + m);
    const off = n > splitFactor * meant || n < meant / splitFactor;
    if (!off || Math.abs(n - meant) < 5 * Math.sqrt(meant))
        return undefined;
    return `the canary gets ${percent(n / (n + m))} of the requests, not ${percent(weight / 100)}`;
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/judge/retries.js
/** Intervals over which the usual share is remembered: two minutes at 5 s each. */
const retries_memory = 24;
/** Standard deviations (Poisson) above the usual that are still usual. */
const usual = 3;
function emptyTraffic() {
    return { canary: 0, stable: 0 };
}
/**
 * The interval without the failures of requests beyond the canary's usual share of the traffic.
 *
 * A client that repeats a failing request at one group adds requests as well as failures. Where the canary gets more
 * requests than its share and Poisson noise explain, as many failures are taken as one client's, and counted as one.
 */
function withoutRetries(state, interval) {
    const { a, n, b, m } = interval;
    const expected = state.stable > 0 ? (m * state.canary) / state.stable : n;
    const most = expected + usual * Math.sqrt(expected);
    // More requests that went well than usual, too: then it is the share that has changed.
    const extra = n - a > most ? 0 : Math.floor(Math.min(a - 1, n - most - 1));
    state.canary = state.canary * (1 - 1 / retries_memory) + n;
    state.stable = state.stable * (1 - 1 / retries_memory) + m;
    return extra > 0 ? { a: a - extra, n: n - extra, b, m } : interval;
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/judge/observe.js








/** Scrapes closer than this are judged as one interval: what comes within seconds may be one burst. */
const shortest = 4;
/** So long (s) an interval waits for requests of the other group: proxies and pods may be read at different times. */
const observe_patience = 30;
/** So many scrapes in a row with an old time mean that the clock was set back. */
const clockSetBack = 3;
/** Takes one scrape into the state. */
function takeScrape(state, scrape, settings) {
    if (!inOrder(state, scrape.t))
        return;
    if (scrape.weight !== undefined && Number.isFinite(scrape.weight))
        state.step.weight = scrape.weight;
    const [stable, canary] = [validPods(scrape.stable), validPods(scrape.canary)];
    if (stable.size === 0 || canary.size === 0)
        return;
    const since = state.lastBothT;
    state.lastBothT = scrape.t;
    if (settings.warmUp === 0 || hasTraffic(canary))
        state.warmUntil ??= scrape.t + settings.warmUp;
    const both = takeBoth(state, stable, canary, scrape.t);
    const begun = since !== null && state.judgedT !== null;
    const warm = begun && state.warmUntil !== null && since >= state.warmUntil;
    takeCounters(state.counters, scrape.counters ?? {}, scrape.t, warm);
    if (!begun) {
        if (settings.warmUp === 0)
            state.first = { stable: totals(stable), canary: totals(canary) };
        state.judgedT = scrape.t;
    }
    else if (!warm) {
        state.judgedT = scrape.t;
        state.pending = null;
    }
    else
        judge(state, both, scrape.t, settings);
}
const hasTraffic = (pods) => [...pods.values()].some(({ requests }) => requests > 0);
/** Whether a scrape is newer than the last; a clock set back starts over from the counters of that scrape. */
function inOrder(state, t) {
    if (!Number.isFinite(t))
        return false;
    if (state.lastT !== null && t <= state.lastT) {
        state.behind += t < state.lastT ? 1 : 0;
        if (state.behind < clockSetBack)
            return false;
        state.lastBothT = null;
        state.judgedT = null;
        state.warmUntil = t;
        state.stable = emptyIntake();
        state.canary = emptyIntake();
        for (const counter of Object.values(state.counters)) {
            Object.assign(counter, { stable: emptyIntake(), canary: emptyIntake(), known: false, pending: null });
        }
    }
    state.behind = 0;
    state.lastT = t;
    return true;
}
function takeBoth(state, stable, canary, t) {
    return { stable: take(state.stable, stable, t), canary: take(state.canary, canary, t) };
}
function judge(state, both, t, settings) {
    const waiting = state.pending;
    const sum = waiting
        ? { stable: merge(waiting.stable, both.stable), canary: merge(waiting.canary, both.canary) }
        : both;
    const seconds = t - (state.judgedT ?? t);
    if (seconds < shortest || (seconds < observe_patience && isLopsided(sum))) {
        state.pending = sum;
        return;
    }
    state.pending = null;
    state.judgedT = t;
    if (state.first !== null) {
        const { first } = state;
        state.first = null;
        if (isNew(first.stable, sum.stable) && isNew(first.canary, sum.canary)) {
            judgeInterval(state, first, seconds, settings);
        }
    }
    judgeInterval(state, sum, seconds, settings);
}
/** Whether one group has requests and the other none. */
function isLopsided({ stable, canary }) {
    return stable.requests > 0 !== canary.requests > 0;
}
/** Whether the counters of the first scrape are no more than one interval's worth: they began just before it. */
function isNew(first, next) {
    return first.requests > 0 && first.requests <= 1.5 * next.requests + 3 * Math.sqrt(next.requests) + 5;
}
function judgeInterval(state, { stable, canary }, seconds, settings) {
    const rules = allRules(state, settings, seconds);
    state.seconds += seconds;
    state.step.seconds += seconds;
    const counts = { a: canary.failures, n: canary.requests, b: stable.failures, m: stable.requests };
    updateComparison(state.errors, withoutRetries(state.traffic, counts), rules.errors);
    updateLatency(state.latency, stable, canary, settings, rules.latency);
    judgeCounters(state.counters, rules.counters);
    updateGauges(state.gauges, stable.gauges, canary.gauges, settings, rules.gauges);
    state.failed ??= checkSlo(state.slo, canary, settings) ?? null;
}
/** A new step: its claim starts anew, after another warm-up, because its pods may be new. */
function startStep(state, weight, next, settings) {
    state.step = { weight, next: next ?? null, seconds: 0 };
    state.traffic = emptyTraffic();
    beginClaim(state.errors);
    beginLatencyClaim(state.latency);
    for (const { comparison } of Object.values(state.counters))
        beginClaim(comparison);
    if (settings.warmUp > 0 && state.lastBothT !== null)
        state.warmUntil = state.lastBothT + settings.warmUp;
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/judge/state.js






function emptyState() {
    return {
        version: 1,
        stable: emptyIntake(),
        canary: emptyIntake(),
        lastT: null,
        behind: 0,
        lastBothT: null,
        warmUntil: null,
        judgedT: null,
        pending: null,
        first: null,
        seconds: 0,
        step: { weight: null, next: null, seconds: 0 },
        traffic: emptyTraffic(),
        errors: emptyComparison(errorBets),
        latency: emptyLatency(),
        gauges: {},
        counters: {},
        slo: emptySlo(),
        failed: null,
    };
}
/** Whether `value` has every key of the template with the same kind of value; null and empty objects stand for anything. */
function sameShape(template, value) {
    if (template === null)
        return value !== undefined;
    if (typeof template !== 'object')
        return typeof value === typeof template;
    if (typeof value !== 'object' || value === null || Array.isArray(value) !== Array.isArray(template))
        return false;
    const found = new Map(Object.entries(value));
    return Object.entries(template).every(([key, part]) => sameShape(part, found.get(key)));
}
/** Whether a parsed JSON value is a state that this version wrote. */
function isState(value) {
    if (!sameShape(emptyState(), value))
        return false;
    return typeof value === 'object' && value !== null && 'version' in value && value.version === 1;
}

// EXTERNAL MODULE: ./build/actions/canary-promote/src/judge/settings.js
var judge_settings = __webpack_require__(5796);
;// CONCATENATED MODULE: ./build/actions/canary-promote/src/judge/index.js
/**
 * The judge of a canary: cumulative counters in, a three-valued verdict out, at every moment. Pure: no I/O, no clock, no
 * randomness. The statistics and their sources are in docs/judge.md.
 */




function createJudge(settings) {
    return judgeOn(emptyState(), settings);
}
/** Continues from what `toJSON` gave; throws an Error if it is something else. */
function judgeFromJSON(settings, saved) {
    if (!isState(saved))
        throw new Error('not a saved state of this judge (version 1)');
    return judgeOn(structuredClone(saved), settings);
}
function judgeOn(state, settings) {
    return {
        observe(scrape) {
            takeScrape(state, scrape, settings);
            return decide(state, scrape.t, settings);
        },
        beginStep(weight, next) {
            startStep(state, weight, next, settings);
        },
        toJSON() {
            return structuredClone(state);
        },
    };
}

// EXTERNAL MODULE: ./build/actions/canary-promote/src/metrics/evidence-file.js
var evidence_file = __webpack_require__(42597);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/flow/moves.js
var moves = __webpack_require__(15484);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/report/live.js
var live = __webpack_require__(91432);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/route/subsets.js
var subsets = __webpack_require__(40704);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/route/replicas.js
var replicas = __webpack_require__(72182);
;// CONCATENATED MODULE: ./build/actions/canary-promote/src/share.js


/**
 * Percent of the compared requests that the canary should get now: what the route says, or what the pods of both give.
 * With copies, those come beside the users' own; with a fresh baseline only its part of the stable requests is compared.
 */
async function meantShare(cluster, state) {
    const [canary, stable, baseline] = await Promise.all([
        state.isolation === 'none' ? cluster.get('Deployment', state.canary) : undefined,
        state.isolation === 'none' || state.baseline !== ''
            ? cluster.get('Deployment', state.workload)
            : undefined,
        state.baseline === '' ? undefined : cluster.get('Deployment', state.baseline),
    ]);
    if (state.isolation === 'none')
        return (0,replicas/* actualShare */.Ol)(canary, stable);
    const requests = routedShare(state);
    const part = state.baseline === '' ? 1 : partOf((0,subsets/* availableOf */.tm)(baseline), (0,subsets/* availableOf */.tm)(stable));
    const total = requests.canary + requests.stable * part;
    return total === 0 ? 0 : (100 * requests.canary) / total;
}
/** Requests of a hundred that each group gets; copies are more than the hundred. */
function routedShare({ weight, steps, step }) {
    const mirror = steps[step]?.mirror ?? 0;
    return mirror > 0 ? { canary: mirror, stable: 100 } : { canary: weight, stable: 100 - weight };
}
/** The part of the stable requests that reaches the baseline's pods, which are spread over like all others. */
function partOf(baseline, stable) {
    return baseline === 0 ? 0 : baseline / (baseline + stable);
}

// EXTERNAL MODULE: ./build/actions/canary-promote/src/state/state.js
var state_state = __webpack_require__(88106);
;// CONCATENATED MODULE: ./build/actions/canary-promote/src/watch-step.js








/** Looks in a row without a ready pod of the canary after which it has failed, whatever the numbers say. */
const looksWithoutPods = 2;
/** Watches each step by the judge's eyes. */
function stepJudge(watch) {
    return async (state) => {
        const began = watch.clock.now();
        const next = state.steps[state.step + 1]?.weight ?? 100;
        const { progress } = watch;
        // The pause after a step, and a step that an earlier job has begun, go on with what is known of it.
        if (progress.step !== state.step) {
            watch.judge.beginStep(await meantShare(watch.cluster, state), next);
            Object.assign(progress, { step: state.step, watched: 0 });
        }
        const before = progress.watched;
        const found = await decided(watch, state, began - before);
        progress.watched = before + watch.clock.now() - began;
        const result = {
            ...found,
            weight: state.weight,
            seconds: (watch.clock.now() - began) / 1000,
        };
        watch.onStep(result);
        return result;
    };
}
async function decided(watch, state, began) {
    const watched = { lastT: 0, verdict: undefined, podless: 0, line: '', trouble: undefined };
    for (;;) {
        const looked = watch.clock.now();
        if (watch.signal.aborted)
            return { verdict: 'cancelled', reason: 'the job was cancelled' };
        const found = await (0,moves/* unlessCancelled */.MS)(watch.signal, look(watch, state, watched));
        if (watch.signal.aborted)
            return { verdict: 'cancelled', reason: 'the job was cancelled' };
        const end = state.passed === '' ? found : pauseEnd(watch, state, found);
        if (end !== undefined)
            return end;
        const late = overdue(watch, state, began, watched);
        if (late !== undefined)
            return late;
        const rest = Math.max(0, watch.interval - (watch.clock.now() - looked));
        await watch.clock.pause(rest, watch.signal);
    }
}
/** A step that has passed can still fail; else it is over with its pause. */
function pauseEnd({ clock }, state, found) {
    if (found?.verdict === 'fail')
        return found;
    return (0,state_state/* pauseLeft */.S6)(state, clock.now()) > 0 ? undefined : { verdict: 'pass', reason: state.reason };
}
function overdue(watch, state, began, { verdict, trouble }) {
    const now = watch.clock.now();
    const reason = trouble ?? verdict?.reason ?? 'no numbers came';
    if (state.passed === '' && now - began >= watch.stepTimeout) {
        return {
            verdict: 'not-enough-evidence',
            reason: `${(0,duration/* formatDuration */.a)(watch.stepTimeout)} are over (step-timeout): ${reason}`,
        };
    }
    if (now >= watch.deadline)
        return { verdict: 'time-over', reason: `max-runtime is over: ${reason}` };
    return undefined;
}
/** One look: is the route still ours and as we set it, has the canary pods, and what do the numbers say? */
async function look(watch, state, watched) {
    const shares = await sharesOnRoute(watch, state);
    if (await isPodless(watch, state))
        watched.podless += 1;
    else
        watched.podless = 0;
    if (watched.podless >= looksWithoutPods)
        return { verdict: 'fail', reason: 'the canary has no ready pod' };
    const wrong = shares.find((share) => share !== state.weight);
    if (wrong !== undefined) {
        watched.trouble = `somebody set the route to ${wrong} % for the canary instead of ${state.weight} %`;
        watch.log(`not judged: ${watched.trouble}`);
        return undefined;
    }
    return observe(watch, state, watched);
}
async function sharesOnRoute(watch, state) {
    const carrier = await (0,moves/* assertMine */.C6)(state, watch);
    return watch.store.route.shares(carrier);
}
async function isPodless({ cluster }, { canary }) {
    const live = await cluster.get('Deployment', canary).catch(() => undefined);
    return live !== undefined && (0,subsets/* availableOf */.tm)(live) === 0;
}
/** No numbers and wrong numbers are neither good nor bad: the judge is told nothing. */
async function observe(watch, state, watched) {
    const share = await meantShare(watch.cluster, state);
    const scrape = await watch.source.scrape(share, watch.signal).catch((error) => {
        watched.trouble = (0,user_error/* messageOf */.bD)(error);
        if (!watch.signal.aborted)
            watch.log(`not judged: ${watched.trouble}`);
        return undefined;
    });
    if (scrape === undefined) {
        watched.trouble ??= 'Prometheus has no numbers of the two versions';
        return undefined;
    }
    if (scrape.t <= watched.lastT)
        return undefined;
    watched.lastT = scrape.t;
    watched.trouble = undefined;
    const verdict = watch.judge.observe(scrape);
    watched.verdict = verdict;
    await watch.evidence.append(scrape);
    watch.trace.add(state.weight, verdict, {
        stable: (0,metrics_series/* totalsOf */.vA)(scrape, 'stable'),
        canary: (0,metrics_series/* totalsOf */.vA)(scrape, 'canary'),
    });
    watch.onVerdict(verdict);
    const line = (0,live/* liveLine */.jD)(state.weight, verdict);
    // A proxy that adds its counters up every few seconds gives the same numbers twice.
    if (line !== watched.line)
        watch.log(line);
    watched.line = line;
    return verdict.verdict === 'not-enough-evidence'
        ? undefined
        : { verdict: verdict.verdict, reason: verdict.reason };
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/promotion.js







/** What a run goes forward with: the release, and a judge that knows what earlier jobs have seen of it. */
async function promotionFor(run, store, cluster, signal) {
    const { inputs, context, deps, plan, source, outcome } = run;
    const release = plan.release;
    const unjudged = inputs.mode === 'promote';
    const { onNotEnoughEvidence, onMaxRuntime } = inputs;
    const common = { release, onNotEnoughEvidence, onMaxRuntime, unjudged };
    if (source === undefined) {
        const judge = () => Promise.reject(new Error('a promotion by hand judges nothing'));
        return { ...common, judge, keep: () => Promise.resolve() };
    }
    const path = (0,external_node_path_.join)(context.temp, 'seatrial', `canary-${(0,plan_select/* nameOf */.Vb)(release.workload)}.jsonl`);
    const evidence = await (0,evidence_file/* openEvidence */.i)(path);
    context.report.output('evidence', path);
    outcome.source = source;
    outcome.title = `Canary of ${(0,plan_select/* nameOf */.Vb)(release.workload)}: ${(0,plan_select/* shortImage */.Uq)(release.image)}`;
    const weights = inputs.steps.map(({ weight }) => weight).filter((weight) => weight > 0);
    const settings = (0,judge_settings/* parseSettings */.P$)({
        ...inputs.judge,
        steps: weights.join(','),
    });
    const about = { workload: (0,plan_select/* nameOf */.Vb)(release.workload), release: release.id };
    const known = await (0,knowledge/* readKnowledge */.Dg)(cluster, about);
    if (known !== undefined)
        context.log.info('What earlier jobs have seen of this canary is carried on.');
    const mind = known === undefined ? createJudge(settings) : judgeFromJSON(settings, known.judge);
    const progress = { step: known?.step ?? -1, watched: known?.watched ?? 0 };
    const judge = stepJudge({
        cluster,
        store,
        clock: deps.clock,
        signal,
        log: context.log.info,
        judge: mind,
        progress,
        source,
        evidence,
        trace: outcome.trace,
        interval: inputs.interval,
        stepTimeout: inputs.stepTimeout,
        deadline: run.began + inputs.maxRuntime,
        onVerdict: (verdict) => outcome.verdicts(verdict),
        onStep: (result) => outcome.steps.push(result),
    });
    const keep = (state) => (0,knowledge/* writeKnowledge */.Ux)(cluster, state, { judge: mind.toJSON(), ...progress }).catch((error) => context.log.info(`A later job will judge afresh: ${(0,user_error/* messageOf */.bD)(error)}`));
    return { ...common, judge, keep };
}

// EXTERNAL MODULE: ./build/actions/canary-promote/src/remember.js
var src_remember = __webpack_require__(10586);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/route/under-way.js
var under_way = __webpack_require__(68751);
;// CONCATENATED MODULE: ./build/actions/canary-promote/src/turn.js




/** Milliseconds between two looks at the one that is at work. */
const lookEvery = 2000;
/**
 * Waits until no other run is at work on the route; with `replace` that one is asked to make room.
 *
 * Throws a UserError for a run that is older than the one at work, and when the time is over.
 */
async function myTurn(turn) {
    for (let told = '';;) {
        const other = await atWork(turn);
        if (other === undefined)
            return;
        const { job, phase, weight } = other.state;
        if ((0,src_job/* isLater */.d)(job, turn.job))
            throw outrun(job);
        if (turn.clock.now() >= turn.deadline || turn.signal.aborted)
            throw waitedInVain(turn, job);
        if (turn.onNewerCommit === 'replace')
            await leaseOf(turn, other).ask(turn.job);
        const line = `${turn.onNewerCommit === 'replace' ? 'Asking for the route' : 'Waiting'}: another run (${job}) is ${phase} at ${weight} %.`;
        if (line !== told)
            turn.log(line);
        told = line;
        await turn.clock.pause(lookEvery, turn.signal);
    }
}
/** Waits while another run has the route and no canary on it yet: what it does before that may take minutes. */
async function untilBegun({ clock, signal, log, deadline }, lease, store) {
    for (let told = false; !signal.aborted && clock.now() < deadline; told = true) {
        const { state } = await store.read();
        const { liveness } = await lease.look();
        if (state !== undefined || liveness !== 'live')
            return;
        if (!told)
            log('Waiting: another run is about to begin on this route.');
        await clock.pause(lookEvery, signal);
    }
}
async function atWork(turn) {
    const { cluster, namespace } = turn.opened;
    for (const one of await (0,under_way/* canariesUnderWay */.O)(cluster, namespace, turn.sought)) {
        const { liveness } = await leaseOf(turn, one).look();
        if (liveness === 'live' && one.state.job !== turn.job)
            return one;
    }
    return undefined;
}
function leaseOf({ opened, clock, job }, { route }) {
    const { cluster, namespace } = opened;
    const owner = (0,src_job/* ownerOf */.b)({ SEATRIAL_JOB: job });
    return new cluster_lease/* RouteLease */.Y7(cluster, { route: route.target, namespace, owner }, clock.now);
}
function outrun(job) {
    return new user_error/* UserError */.yo(`a newer commit is being rolled out already (${job}); this one is left out`, {
        fix: 'Nothing is to be done: the newer commit holds this one. To go back to this one on purpose, run it when that is over.',
    });
}
function waitedInVain({ signal }, job) {
    return new user_error/* UserError */.yo(signal.aborted
        ? `the job was cancelled while it waited for another run (${job})`
        : `another run (${job}) was at work on this route until max-runtime was over`, { fix: 'Nothing was changed. Run it again, or write `on-newer-commit: replace`.' });
}

// EXTERNAL MODULE: ./build/actions/canary-promote/src/watchdog/job.js
var job = __webpack_require__(18654);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/state/codec.js
var codec = __webpack_require__(15657);
;// CONCATENATED MODULE: ./build/actions/canary-promote/src/watchdog/patch.js




/**
 * The JSON patch that gives all traffic back from `state`, and that fits no other: it tests the state, and the weights as
 * they are on `carrier`, before it writes. Undefined where going back takes more than a patch.
 */
function restoringPatch(route, carrier, state) {
    if (!(0,state_state/* mayFollow */.LE)(state.phase, 'restoring') || state.phase === 'undoing')
        return undefined;
    const reason = `no sign of life from its run while it was ${state.phase}: the watchdog gave all traffic back`;
    const back = { ...(0,state_state/* moved */.aW)(state, 'restoring', { reason, since: state.since }), pods: 0 };
    const key = `/metadata/annotations/${escaped(route_carrier/* stateAnnotation */.pX)}`;
    return [
        { op: 'test', path: key, value: (0,codec/* encodeState */.M)(state) },
        { op: 'replace', path: key, value: (0,codec/* encodeState */.M)(back) },
        ...operationsOf(route.patch(carrier, (0,state_state/* trafficOf */.t7)(back)), carrier),
    ];
}
function operationsOf({ metadata, spec }, carrier) {
    const annotations = (0,values/* objectAt */.lJ)(carrier, 'metadata', 'annotations');
    const notes = Object.entries((0,values/* objectAt */.lJ)(metadata, 'annotations')).flatMap(([name, value]) => {
        const path = `/metadata/annotations/${escaped(name)}`;
        if (value !== null)
            return [{ op: 'add', path, value }];
        return name in annotations ? [{ op: 'remove', path }] : [];
    });
    const fields = Object.entries(spec ?? {}).flatMap(([name, value]) => {
        const path = `/spec/${escaped(name)}`;
        return [
            { op: 'test', path, value: (0,values/* objectAt */.lJ)(carrier, 'spec')[name] },
            { op: 'replace', path, value },
        ];
    });
    return [...notes, ...fields];
}
const escaped = (name) => name.replaceAll('~', '~0').replaceAll('/', '~1');

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/watchdog/watchdog.js


/**
 * Lets a Job in the cluster give all traffic back should this run die with its machine.
 *
 * Before every change of the state the patch back from the next one is laid down beside that of the present one; each
 * fits its own state only. So there is one that fits in every moment, whenever this process dies.
 */
class Watchdog {
    #cluster;
    #route;
    #dog;
    #now = '';
    #begun = false;
    constructor(cluster, route, dog) {
        this.#cluster = cluster;
        this.#route = route;
        this.#dog = dog;
    }
    /** `carrier`: as it will be when the state on it is `next`. */
    async before(carrier, next) {
        const patch = restoringPatch(this.#route, carrier, next);
        const text = patch === undefined ? '' : JSON.stringify(patch);
        await this.#cluster.apply({
            apiVersion: 'v1',
            kind: 'ConfigMap',
            metadata: { name: (0,job/* watchdogName */.w)(this.#dog.workload), namespace: this.#dog.namespace },
            data: { now: this.#now, next: text },
        });
        this.#now = text;
        if (this.#begun)
            return;
        this.#begun = true;
        await this.#cluster.create((0,job/* watchdogJob */.d)(this.#dog));
    }
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/run-canary.js
















/**
 * Leads a canary to its end and, when it is promoted, applies the rest of the manifests. `busy`: another run was faster,
 * and nothing was changed.
 */
async function leadCanary(run) {
    const { inputs, context, deps, job, opened, plan, outcome } = run;
    const { rollout, namespace } = opened;
    const owner = (0,src_job/* ownerOf */.b)(context.env);
    const stop = (0,flow_stop/* stoppable */.pZ)(context.signal);
    const log = context.log.info;
    const trouble = (error) => log(`The cluster: ${(0,user_error/* messageOf */.bD)(error)}`);
    const cluster = (0,patient/* patient */.I)(opened.cluster, deps.clock, trouble);
    const { before, make, begin } = beginningOf(run, cluster, owner, stop.signal);
    const store = new route_store/* RouteStore */.X(cluster, deps.clock, plan.route, trouble, {
        make,
        watchdog: watchdogFor(run, cluster, owner),
    });
    const promotion = await promotionFor(run, store, cluster, stop.signal);
    const work = {
        cluster,
        store,
        rollout,
        clock: deps.clock,
        log,
        signal: stop.signal,
        cancel: context.signal,
        drain: inputs.drain,
        promotion,
    };
    const lease = new cluster_lease/* RouteLease */.Y7(cluster, { route: plan.route.target, namespace, owner }, context.now);
    context.report.output('verdict', 'failed');
    await (0,src_remember/* remember */.k)(context, { route: (0,types.routeId)(plan.route.target), namespace });
    try {
        const result = await (0,session/* runSession */.I)({
            mode: inputs.mode,
            owner,
            job,
            lease,
            before,
            begin,
            work,
            replace: stop.replace,
        });
        if (result.kind === 'refused' && result.busy === true && inputs.mode === 'run') {
            const wait = {
                clock: deps.clock,
                signal: context.signal,
                log,
                deadline: run.began + inputs.maxRuntime,
            };
            await untilBegun(wait, lease, store);
            return 'busy';
        }
        await conclude(run, result);
    }
    catch (error) {
        if (!(error instanceof route_store/* Superseded */.b))
            throw error;
        outcome.superseded(error.message);
    }
    return 'done';
}
/** How a canary begins: with what has to be done before it, its carrier where that is our own, and its first state. */
function beginningOf({ inputs, context, job, opened, plan }, cluster, owner, signal) {
    let configs = [];
    const { steps, testers, freshBaseline } = inputs;
    return {
        before: async () => {
            // Looked at before: what the hooks bring is part of what the release changes.
            configs = await (0,plan_configs/* changesOf */.fs)(cluster, plan.release.configs);
            context.report.output('verdict', 'refused');
            await (0,pre_hooks/* runPreHooks */.VK)(opened, plan.release.all, plan.live, signal);
            context.report.output('verdict', 'failed');
        },
        make: () => ownCarrier(plan, configs),
        begin: (carrier) => firstState(plan, carrier, {
            owner,
            job,
            steps,
            testers,
            freshBaseline,
            configs,
            now: context.now(),
        }),
    };
}
/** A promotion is followed by the rest of the manifests. What came before the canary is done, and not to be done again. */
async function conclude({ context, opened, plan, outcome }, result) {
    if (result.kind === 'ended' && result.ending.verdict === 'promoted') {
        const after = plan.release.all.filter((object) => !(0,pre_hooks/* isPreHook */.PV)(object));
        const rest = await opened.rollout.deploy(after, context.signal);
        if (rest.healthy)
            outcome.ofForward(result);
        else
            outcome.restFailed(result.ending, rest.reason);
    }
    else {
        outcome.ofForward(result);
    }
    const whole = result.kind !== 'ended' || result.ending.left === undefined;
    if (whole)
        await (0,src_remember/* remember */.k)(context, { done: 'true' });
}
/** Where the caller has given an image for it. */
function watchdogFor({ inputs, opened, plan }, cluster, owner) {
    const { watchdogImage: image, watchdogServiceAccount: serviceAccount } = inputs;
    if (image === undefined)
        return undefined;
    const workload = (0,plan_select/* nameOf */.Vb)(plan.release.workload);
    const { target, carrier } = plan.route;
    const lease = (0,cluster_lease/* leaseName */.AI)(target);
    const { namespace } = opened;
    return new Watchdog(cluster, plan.route, {
        image,
        serviceAccount,
        namespace,
        workload,
        owner,
        lease,
        carrier,
    });
}

// EXTERNAL MODULE: ./build/actions/canary-promote/src/state/decide.js
var state_decide = __webpack_require__(64419);
;// CONCATENATED MODULE: ./build/actions/canary-promote/src/run-forward.js














/** Brings a release to all users, or back: checks first, then the canary, then the rest of the manifests. */
async function goForward(inputs, context, deps, job) {
    const began = deps.clock.now();
    const outcome = new report_outcome/* Outcome */.P(inputs, context);
    // Until there is a better one: the verdict of everything that is said before the first change.
    context.report.output('verdict', 'refused');
    const manifests = await deps.load(inputs, context);
    const objects = manifests.map(({ object }) => object);
    const { workload } = (0,plan_plan/* wantedFrom */.Qg)(objects, inputs.workload);
    context.report.output('digest', (0,plan_select/* digestOf */.ol)((0,plan_select/* imageOf */.dT)(workload)));
    const opened = await deps.open(inputs, context, (0,values/* textAt */.$6)(workload, 'metadata', 'namespace') || undefined);
    try {
        const all = await opened.prepare(manifests);
        const wanted = (0,plan_plan/* wantedFrom */.Qg)(all, inputs.workload);
        await (0,permissions/* checkPermissions */.RS)(opened.cluster, opened.namespace, (0,permissions/* verbsFor */.S8)((0,permissions/* hasSecrets */.kH)(all)));
        const ahead = { inputs, context, deps, job, began, opened, outcome };
        // Whoever had to wait, or was not the first of two, looks at everything anew.
        for (;;) {
            if (inputs.mode === 'run' && !inputs.dryRun)
                await waitForTurn(ahead, (0,plan_select/* nameOf */.Vb)(wanted.workload));
            const free = inputs.dryRun ? undefined : await holdAll(ahead, all);
            try {
                if ((await tryForward(ahead, all, wanted)) === 'done')
                    return;
            }
            finally {
                await free?.();
            }
            if (context.signal.aborted || deps.clock.now() >= began + inputs.maxRuntime)
                throw neverFirst();
            await deps.clock.pause(1000, context.signal);
        }
    }
    finally {
        await opened.close();
    }
}
function neverFirst() {
    return new user_error/* UserError */.yo('other runs were always faster to take the route', {
        fix: 'Nothing was changed. Run it again, or keep runs apart with `concurrency:` in the workflow.',
    });
}
/** No rollout may change the workloads of the manifests from here on; a run waits for one that is at work. */
function holdAll({ inputs, deps, job, began, opened }, all) {
    const left = Math.max(0, began + inputs.maxRuntime - deps.clock.now());
    return opened.hold(all, { job, patience: inputs.mode === 'run' ? left : 0 });
}
async function waitForTurn({ inputs, context, deps, job, began, opened }, workload) {
    await myTurn({
        opened,
        clock: deps.clock,
        signal: context.signal,
        log: context.log.info,
        sought: { route: inputs.route, workload },
        job,
        onNewerCommit: inputs.onNewerCommit,
        deadline: began + inputs.maxRuntime,
    });
}
async function tryForward(ahead, all, wanted) {
    const { inputs, context, deps, opened, outcome } = ahead;
    const { cluster, namespace } = opened;
    const plan = await (0,plan_plan/* planFor */.bJ)(cluster, namespace, wanted, inputs.route, inputs);
    if (plan === undefined) {
        await firstDeployment(inputs, context, opened, wanted.all, outcome);
        return 'done';
    }
    refuseOlder(plan, inputs, context);
    const also = {
        policy: plan.release.companions.some((one) => (0,plan_select/* kindOf */.I)(one) === 'DestinationRule'),
        watchdog: inputs.watchdogImage !== undefined,
    };
    await (0,permissions/* checkPermissions */.RS)(cluster, namespace, (0,permissions/* verbsForRoute */.Vg)(plan.route, also));
    const state = (0,codec/* stateOf */.L)(await cluster.get(plan.route.carrier.kind, plan.route.carrier.name));
    if (inputs.mode === 'run' && state === undefined && (await (0,plan_plan/* runsAlready */.l2)(cluster, plan))) {
        await alreadyThere(inputs, context, opened, wanted.all, outcome);
        return 'done';
    }
    const found = state !== undefined && (0,state_decide/* goesOn */.Eo)(state, plan.release.id) ? state : undefined;
    const source = await metricsFor(inputs, context, deps, plan, { namespace, found });
    await tellPlan(inputs, context, plan, source, opened);
    const steered = state !== undefined && !plan.route.own;
    await checkObjects(opened, steered ? withoutRoute(all, plan.route.target) : all);
    if (inputs.dryRun) {
        outcome.dry(plan);
        return 'done';
    }
    return leadCanary({ ...ahead, plan, source });
}
/** An approval given late, or an old run started again, must not undo what came after it. */
function refuseOlder({ live, release }, { allowOlder }, { log }) {
    const name = `Deployment ${(0,values/* textAt */.$6)(live, 'metadata', 'namespace')}/${(0,plan_select/* nameOf */.Vb)(live)}`;
    const older = (0,release_order_older/* olderThan */.W)(live, release.workload, name, { allowOlder, log: log.info });
    if (older !== undefined)
        throw new user_error/* UserError */.yo(older.message, { fix: older.fix });
}
/** While a canary is under way its weights are not those of the manifest: applying the route then would be refused. */
function withoutRoute(all, { kind, name }) {
    return all.filter((object) => (0,plan_select/* kindOf */.I)(object) !== kind || (0,plan_select/* nameOf */.Vb)(object) !== name);
}
/** What the server would refuse at the promotion, it has to refuse now. */
async function checkObjects({ rollout }, all) {
    const checked = await rollout.check(all);
    if (checked.healthy)
        return;
    throw new user_error/* UserError */.yo(`the server refuses the manifests: ${checked.reason}`, {
        fix: 'Correct what the message names; the job log says more. Nothing was changed.',
    });
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/run.js






/** A canary's whole way, or the end of one: which, `mode` says; who leads it, `engine`. */
async function run(inputs, context, deps = real_deps.realDeps) {
    const { engine, mode } = inputs;
    const way = () => engine === 'direct' ? ourselves(inputs, context, deps) : byController(engine, inputs, context, deps);
    return mode === 'run' || mode === 'resume' || mode === 'promote'
        ? asDeployment(inputs, context, () => recorded(inputs, context, way))
        : way();
}
/** Whoever reads the release record learns also why a canary never began. */
async function recorded({ environment }, { report, now }, way) {
    const began = now();
    try {
        await way();
    }
    catch (error) {
        if (error instanceof user_error/* UserError */.yo && report.sections.canary === undefined) {
            const verdict = report.outputs.get('verdict') === 'failed' ? 'failed' : 'refused';
            const seconds = Math.round((now() - began) / 100) / 10;
            report.section('canary', { environment, verdict, reason: error.message, steps: [], seconds });
        }
        throw error;
    }
}
async function ourselves(inputs, context, deps) {
    const job = (0,action_job.jobOf)(context.env);
    switch (inputs.mode) {
        case 'run':
        case 'resume':
        case 'promote':
            return goForward({ ...inputs, mode: inputs.mode }, context, deps, job);
        case 'abort':
        case 'reap':
        case 'status':
            return (0,run_back.goBack)(inputs, inputs.mode, context, deps, job);
    }
}
/** Loaded when it is asked for: the direct engine needs none of it. */
async function byController(engine, inputs, context, deps) {
    const { lead } = await Promise.all(/* import() */[__webpack_require__.e(1116), __webpack_require__.e(9856), __webpack_require__.e(7713), __webpack_require__.e(208)]).then(__webpack_require__.bind(__webpack_require__, 30208));
    await lead(engine, inputs, context, deps, (0,action_job.jobOf)(context.env));
}


/***/ }),

/***/ 16304:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ announce),
  K: () => (/* binding */ silent)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/actions/shared/errors/user-error.js
var user_error = __webpack_require__(30860);
;// CONCATENATED MODULE: ./build/actions/shared/github/deployments.js
/** Milliseconds for one call: no deployment is held up by what tells of it. */
const patience = 8000;
/** GitHub refuses longer descriptions. */
const longest = 140;
/** Opens the API for one repository (`owner/name`), at the server the runner names in GITHUB_API_URL. */
async function openDeployments(token, repository) {
    const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(2413)]).then(__webpack_require__.bind(__webpack_require__, 92413));
    const [owner = '', repo = ''] = repository.split('/', 2);
    const { repos } = getOctokit(token).rest;
    const common = () => ({ owner, repo, request: { signal: AbortSignal.timeout(patience) } });
    return {
        create: async ({ ref, environment, description, payload }) => {
            const { data } = await repos.createDeployment({
                ...common(),
                ref,
                environment,
                description: description.slice(0, longest),
                payload: { ...payload },
                // The workflow itself decides what has to be green before it deploys.
                auto_merge: false,
                required_contexts: [],
            });
            if (!('id' in data))
                throw new Error(data.message ?? 'GitHub has made no deployment');
            return data.id;
        },
        report: async (id, { state, description, environmentUrl, logUrl }) => {
            await repos.createDeploymentStatus({
                ...common(),
                deployment_id: id,
                state,
                description: description.slice(0, longest),
                ...(environmentUrl === undefined ? {} : { environment_url: environmentUrl }),
                ...(logUrl === undefined ? {} : { log_url: logUrl }),
            });
        },
    };
}

;// CONCATENATED MODULE: ./build/actions/shared/github/announce.js



/** Milliseconds that the end of the step may be held up; a cancelled job has 7.5 s for everything. */
const announce_patience = { ended: 8000, cancelled: 1500 };
const silent = { end: async () => undefined };
/** Begins a deployment of the commit in the environment, and goes on at once. */
function announce({ title, description, token, environment, environmentUrl }, context, open = openDeployments) {
    const { log, record, signal } = context;
    const { repository, commit, run, pullRequest } = record.source;
    if (token === undefined || repository === '' || commit === '') {
        log.info('GitHub is told of no deployment: there is no `token`, or no repository.');
        return silent;
    }
    const urls = {
        ...(environmentUrl === undefined ? {} : { environmentUrl }),
        ...(run === undefined ? {} : { logUrl: run.url }),
    };
    const begin = async () => {
        const api = await open(token, repository);
        const payload = { image: record.image, pullRequest, run };
        const id = await api.create({ ref: commit, environment, description: title, payload });
        await api.report(id, { state: 'in_progress', description, ...urls });
        return { api, id };
    };
    const begun = context.mask(token).then(begin);
    // Told at the end; until then nobody waits for it.
    begun.catch(() => undefined);
    return {
        end: async (state, told) => {
            const reported = begun.then(({ api, id }) => api.report(id, { state, description: told, ...urls }));
            const limit = signal.aborted ? announce_patience.cancelled : announce_patience.ended;
            await inTime(reported, limit).catch((error) => context.report.annotate({
                level: 'warning',
                title,
                message: `The deployment on GitHub was skipped: ${(0,user_error/* messageOf */.bD)(error)}. It needs \`permissions: deployments: write\`.`,
            }));
        },
    };
}
async function inTime(work, ms) {
    const late = new AbortController();
    const timeout = (0,promises_.setTimeout)(ms, undefined, { signal: late.signal }).then(() => {
        throw new Error(`no answer within ${ms / 1000} s`);
    });
    try {
        await Promise.race([work, timeout]);
    }
    finally {
        late.abort();
        timeout.catch(() => undefined);
    }
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


/***/ })

};
