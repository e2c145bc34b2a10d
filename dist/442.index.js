export const id = 442;
export const ids = [442];
export const modules = {

/***/ 8442:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ contract_contract)
});

// UNUSED EXPORTS: parse

// EXTERNAL MODULE: ./build/actions/shared/contract/contract.js
var contract = __webpack_require__(6777);
// EXTERNAL MODULE: ./build/actions/shared/contract/types.js
var types = __webpack_require__(6030);
// EXTERNAL MODULE: ./build/actions/shared/errors/user-error.js
var user_error = __webpack_require__(860);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/judge/settings.js
var settings = __webpack_require__(5796);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/metrics/own-queries.js
var own_queries = __webpack_require__(2182);
;// CONCATENATED MODULE: ./build/actions/canary-promote/src/plan/steps.js
/** Weights below 100 that the canary takes one after the other; 100 is the promotion itself and may be left out. */
const stepList = {
    name: 'list of percentages, rising',
    sample: [5],
    parse: (raw) => {
        const weights = raw
            .split(/[\s,]+/)
            .filter((part) => part !== '')
            .map((part) => (/^\d{1,3}%?$/.test(part) ? Number.parseInt(part, 10) : Number.NaN));
        const rising = weights.every((weight, i) => weight > (weights[i - 1] ?? 0) && weight <= 100);
        const steps = weights.filter((weight) => weight < 100);
        if (!rising || steps.length === 0) {
            throw new Error('whole percentages that rise, such as `5, 25, 50, 100`, one at least below 100');
        }
        return steps;
    },
};

// EXTERNAL MODULE: ./build/actions/canary-promote/src/state/decide.js
var decide = __webpack_require__(4419);
;// CONCATENATED MODULE: ./build/actions/canary-promote/src/contract.js







/** A setting of the judge: checked by the judge itself, handed on as written. */
function setting(name, kind) {
    return {
        name: kind,
        sample: '',
        parse: (raw) => {
            try {
                (0,settings/* parseSettings */.P$)({ [name]: raw });
            }
            catch (error) {
                throw new Error((0,user_error/* messageOf */.bD)(error).replace(/^.* is not /, ''));
            }
            return raw;
        },
    };
}
/** Those without a default are limits that are off unless given. Defaults are the judge's own. */
function judgeSettings(read) {
    const given = (name, kind, fallback) => [
        name,
        read.withDefault(name, setting(name, kind), fallback),
    ];
    const limit = (name, kind) => [
        name,
        read.optional(name, setting(name, kind)) ?? '',
    ];
    return Object.fromEntries([
        given('warm-up', 'duration', '0s'),
        given('max-error-increase', 'percentage', '0.2%'),
        given('max-latency-increase', 'percentage', '10%'),
        given('latency-floor', 'duration', '3ms'),
        given('max-saturation-increase', 'percentage', '100%'),
        given('false-rollback-probability', 'percentage', '1%'),
        given('promotion-confidence', 'percentage', '95%'),
        given('min-requests', 'whole number', '50'),
        given('min-step-duration', 'duration', '30s'),
        limit('max-error-rate', 'percentage'),
        limit('max-latency-p99', 'duration'),
    ]);
}
function clusterInputs(read) {
    return {
        manifests: read.optional('manifests', (0,types/* lines */.Mn)(types/* text */.Qq)) ?? [],
        images: read.optional('images', types/* pairs */.AS) ?? new Map(),
        namespace: read.optional('namespace', types/* text */.Qq),
        kubeconfig: read.optional('kubeconfig', (0,types/* path */.Ae)(read.workspace)),
        context: read.optional('context', types/* text */.Qq),
        kubectl: read.optional('kubectl', types/* text */.Qq),
        environment: read.withDefault('environment', types/* text */.Qq, 'production'),
        workload: read.optional('workload', types/* text */.Qq),
        route: read.optional('route', types/* text */.Qq),
    };
}
function metricsInputs(read) {
    return {
        prometheus: read.optional('prometheus', types/* text */.Qq),
        prometheusToken: read.optional('prometheus-token', types/* text */.Qq),
        prometheusHeader: read.optional('prometheus-header', types/* text */.Qq),
        metrics: read.withDefault('metrics', (0,types/* choice */.Yq)('auto', 'istio', 'envoy', 'http'), 'auto'),
        queries: read.optional('queries', own_queries/* ownQueries */.L5),
        interval: read.withDefault('interval', types/* duration */.p0, '5s'),
    };
}
function parse(read) {
    const inputs = {
        mode: read.withDefault('mode', (0,types/* choice */.Yq)(...decide/* modes */.n), 'run'),
        ...clusterInputs(read),
        ...metricsInputs(read),
        steps: read.withDefault('steps', stepList, '5, 25, 50, 100'),
        stepTimeout: read.withDefault('step-timeout', types/* duration */.p0, '10m'),
        maxRuntime: read.withDefault('max-runtime', types/* duration */.p0, '2h'),
        onNotEnoughEvidence: read.withDefault('on-not-enough-evidence', (0,types/* choice */.Yq)('rollback', 'hold', 'promote'), 'rollback'),
        judge: judgeSettings(read),
        timeout: read.withDefault('timeout', types/* duration */.p0, '5m'),
        settle: read.withDefault('settle', types/* duration */.p0, '5s'),
        drain: read.withDefault('drain', types/* duration */.p0, '10s'),
        dryRun: read.withDefault('dry-run', types/* flag */.Jt, 'false'),
        ...(0,contract/* commonInputs */.j)(read),
    };
    refuseGaps(read, inputs);
    return inputs;
}
function refuseGaps(read, inputs) {
    const forward = inputs.mode === 'run' || inputs.mode === 'resume' || inputs.mode === 'promote';
    if (forward && inputs.manifests.length === 0) {
        read.refuse(`mode ${inputs.mode} needs manifests: write \`manifests: …\` (files, folders or globs)`);
    }
    if (!forward && inputs.manifests.length === 0 && inputs.route === undefined) {
        read.refuse(`mode ${inputs.mode} needs \`route: …\` (the VirtualService) or \`manifests: …\` to find it`);
    }
    if ((inputs.mode === 'run' || inputs.mode === 'resume') && inputs.prometheus === undefined) {
        read.refuse('input "prometheus" is required to judge a canary: write its URL under `with:`');
    }
    if (inputs.prometheus !== undefined && !/^https?:\/\/[^\s/]/.test(inputs.prometheus)) {
        read.refuse(`input "prometheus" is "${inputs.prometheus}", expected a URL such as http://prometheus.monitoring:9090`);
    }
    if (inputs.prometheus !== undefined && /^https?:\/\/[^/]*@/.test(inputs.prometheus)) {
        read.refuse('input "prometheus" holds credentials, which would stand in logs: give them as `prometheus-token` or `prometheus-header`');
    }
    if (inputs.prometheusHeader !== undefined && !/^[\w-]+:\s*\S/.test(inputs.prometheusHeader)) {
        read.refuse('input "prometheus-header" is not of the form `Name: value`');
    }
    if (inputs.interval < 1000)
        read.refuse('input "interval" is shorter than a second');
}
const contract_contract = {
    name: 'canary-promote',
    parse,
    outputs: ['verdict', 'reason', 'weight', 'phase', 'evidence', 'report', 'digest'],
};


/***/ }),

/***/ 7551:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mK: () => (/* binding */ includes)
/* harmony export */ });

/** Whether every pair of `part` stands in `whole`. */
function includes(whole, part) {
    return Object.entries(part).every(([key, value]) => whole[key] === value);
}


/***/ }),

/***/ 5796:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P$: () => (/* binding */ parseSettings)
/* harmony export */ });
/* unused harmony exports defaultSettings, settingNames */
/* harmony import */ var _shared_units_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9794);

const defaultSettings = {
    warmUp: 0,
    maxErrorIncrease: 0.002,
    maxLatencyIncrease: 0.1,
    latencyFloor: 0.003,
    maxSaturationIncrease: 1,
    falseRollbackProbability: 0.01,
    promotionConfidence: 0.95,
    minRequests: 50,
    minStepDuration: 30,
    steps: [],
};
/** Seconds of a Go duration; undefined if it is none. */
function seconds(text) {
    try {
        return (0,_shared_units_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E)(text) / 1000;
    }
    catch {
        return undefined;
    }
}
/** Share of `0.5%` or `0.5` (percentage points) if it lies in [low, high]. */
function share(text, low, high) {
    const match = /^(\d+(?:\.\d+)?)\s*%?$/.exec(text);
    const value = match ? Number(match[1]) / 100 : Number.NaN;
    return value >= low && value <= high ? value : undefined;
}
const duration = { form: 'a duration such as 45s, 1m30s or 500ms', parse: seconds };
const points = {
    form: 'a percentage from 0 to 100, such as 0.5%',
    parse: (text) => share(text, 0, 1),
};
const probability = {
    form: 'a percentage above 0 and below 100, such as 1%',
    parse: (text) => share(text, 1e-6, 1 - 1e-6),
};
const increase = {
    form: 'a percentage such as 10%',
    parse: (text) => share(text, 0, 1000),
};
const count = {
    form: 'a whole number such as 100',
    parse: (text) => (/^\d{1,12}$/.test(text) ? Number(text) : undefined),
};
/** The action's inputs that the judge reads → the setting and its form. */
const inputs = {
    'warm-up': ['warmUp', duration],
    'max-error-increase': ['maxErrorIncrease', points],
    'max-latency-increase': ['maxLatencyIncrease', increase],
    'latency-floor': ['latencyFloor', duration],
    'max-saturation-increase': ['maxSaturationIncrease', increase],
    'false-rollback-probability': ['falseRollbackProbability', probability],
    'promotion-confidence': ['promotionConfidence', probability],
    'min-requests': ['minRequests', count],
    'min-step-duration': ['minStepDuration', duration],
    'max-error-rate': ['maxErrorRate', points],
    'max-latency-p99': ['maxLatencyP99', duration],
};
/** Names of all inputs that `parseSettings` takes. */
const settingNames = [...Object.keys(inputs), 'steps'];
function parseSteps(text) {
    const weights = text
        .split(/[\s,]+/)
        .filter((part) => part !== '')
        .map((part) => (/^\d+(\.\d+)?%?$/.test(part) ? Number.parseFloat(part) : Number.NaN));
    const rising = weights.every((weight, i) => weight > (weights[i - 1] ?? 0) && weight <= 100);
    return rising && weights.length > 0 ? weights : undefined;
}
/**
 * Settings from the action's own input names and texts; an empty text is unset.
 * Throws an Error that names key, value and allowed form.
 */
function parseSettings(raw) {
    const settings = { ...defaultSettings };
    for (const [name, value] of Object.entries(raw)) {
        const text = value.trim();
        const input = Object.hasOwn(inputs, name) ? inputs[name] : undefined;
        if (input === undefined && name !== 'steps') {
            throw new Error(`unknown setting "${name}" (value "${text}"): allowed are ${settingNames.join(', ')}`);
        }
        if (text === '')
            continue;
        if (input === undefined)
            settings.steps = demand(name, text, 'rising weights such as 5, 25, 50, 100', parseSteps);
        else
            settings[input[0]] = demand(name, text, input[1].form, input[1].parse);
    }
    return settings;
}
function demand(name, text, form, parse) {
    const value = parse(text);
    if (value === undefined)
        throw new Error(`${name}: "${text}" is not ${form}`);
    return value;
}


/***/ }),

/***/ 2182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L$: () => (/* binding */ resolved),
/* harmony export */   L5: () => (/* binding */ ownQueries),
/* harmony export */   jU: () => (/* binding */ readOwn)
/* harmony export */ });
/* harmony import */ var _shared_contract_types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6030);

const ownQueries = {
    name: 'list of NAME=PROMQL, one per line',
    sample: undefined,
    parse: (raw) => {
        const queries = _shared_contract_types_js__WEBPACK_IMPORTED_MODULE_0__/* .pairs */ .AS.parse(raw);
        if (!queries.has('requests') || !queries.has('failures')) {
            throw new Error('a line `requests=…` and a line `failures=…`, both cumulative counters');
        }
        const fixed = [...queries].find(([, query]) => !/\$(track|workload)\b/.test(query));
        if (fixed !== undefined) {
            throw new Error(`$track (stable or canary) or $workload (its Deployment) in every query, which "${fixed[0]}" lacks`);
        }
        return queries;
    },
};
/** A query for one group, its placeholders filled in. */
function resolved(query, subject, track) {
    const values = {
        track,
        workload: track === 'canary' ? subject.canary : subject.workload,
        namespace: subject.namespace,
        service: subject.service,
    };
    return query.replaceAll(/\$(track|workload|namespace|service)\b/g, (whole, name) => values[name] ?? whole);
}
/** What a series of an own query tells; series without a `pod` or `instance` label count as one process. */
function readOwn(name, track, labels) {
    const source = labels['pod'] ?? labels['instance'] ?? 'all';
    if (name === 'requests')
        return { track, source, kind: 'requests', failed: false };
    if (name === 'failures')
        return { track, source, kind: 'failures' };
    if (name === 'latency')
        return { track, source, kind: 'latency', le: labels['le'] ?? '+Inf' };
    return { track, source, kind: 'gauge', name };
}


/***/ }),

/***/ 7993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CZ: () => (/* binding */ ofKind),
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   S4: () => (/* binding */ selectWorkload),
/* harmony export */   Uq: () => (/* binding */ shortImage),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   W7: () => (/* binding */ selectRoute),
/* harmony export */   dT: () => (/* binding */ imageOf),
/* harmony export */   oP: () => (/* binding */ selectService),
/* harmony export */   ol: () => (/* binding */ digestOf)
/* harmony export */ });
/* harmony import */ var _shared_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(860);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9256);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7551);
/* harmony import */ var _route_virtual_service_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3858);



const nameOf = (object) => (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(object, 'metadata', 'name');
const kindOf = (object) => (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(object, 'kind');
function ofKind(objects, kind) {
    return objects.filter((object) => kindOf(object) === kind);
}
const listed = (objects) => objects.map(nameOf).join(', ') || 'none';
/** The Deployment that the canary is of: the one named, or the only one. */
function selectWorkload(objects, wanted) {
    const all = ofKind(objects, 'Deployment');
    const fitting = wanted === undefined ? all : all.filter((object) => nameOf(object) === wanted);
    const [found, ...more] = fitting;
    if (found !== undefined && more.length === 0)
        return found;
    throw new _shared_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(wanted === undefined
        ? `the manifests have ${all.length} Deployments (${listed(all)}), and it must be clear which one the canary is of`
        : `the manifests have no Deployment ${wanted} (they have: ${listed(all)})`, { fix: 'Name it with `workload: …`, as it is called in `metadata.name`.' });
}
/** The Service whose selector matches the pods of the workload. */
function selectService(candidates, workload) {
    const pod = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textsAt */ .i1)(workload, 'spec', 'template', 'metadata', 'labels');
    const found = candidates.filter((service) => {
        const selector = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textsAt */ .i1)(service, 'spec', 'selector');
        return Object.keys(selector).length > 0 && (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .includes */ .mK)(pod, selector);
    });
    const [first, second] = found;
    if (first !== undefined && second === undefined)
        return first;
    const what = `Deployment ${nameOf(workload)}`;
    if (first === undefined) {
        throw new _shared_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`no Service selects the pods of ${what}, so no route can lead to them`, {
            fix: 'Add a Service whose selector is part of the labels of the pod template.',
        });
    }
    return first;
}
/** The VirtualService that is named, or the one that sends to the service. */
function selectRoute(candidates, service, wanted) {
    const fitting = candidates.filter((route) => wanted === undefined ? (0,_route_virtual_service_js__WEBPACK_IMPORTED_MODULE_1__/* .rulesTo */ .nv)(route, service).length > 0 : nameOf(route) === wanted);
    const [found, ...more] = fitting;
    if (found !== undefined && more.length === 0)
        return found;
    if (found !== undefined) {
        throw new _shared_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`several VirtualServices send to the service ${service.name} (${listed(fitting)}); weights on one would not bind the others`, { fix: 'Join them to one, or name the one that the canary may steer with `route: …`.' });
    }
    throw new _shared_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(wanted === undefined
        ? `no VirtualService in namespace ${service.namespace} sends to the service ${service.name}`
        : `there is no VirtualService ${wanted} in namespace ${service.namespace}`, {
        fix: 'Apply one with k8s-rollout first, with http destinations for the subsets stable (weight 100) and canary (weight 0).',
    });
}
/** The first container's image: what is shown as the release. */
function imageOf(workload) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .listAt */ .gT)(workload, 'spec', 'template', 'spec', 'containers')[0], 'image');
}
/** The digest of an image reference; `''` where it names none. */
function digestOf(image) {
    return /@(sha256:[0-9a-f]{64})$/.exec(image)?.[1] ?? '';
}
/** An image reference for people: a digest in twelve digits. */
function shortImage(image) {
    return image.replace(/@sha256:([0-9a-f]{12})[0-9a-f]{52}$/, '@$1');
}


/***/ }),

/***/ 3858:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nu: () => (/* binding */ destinationsOf),
/* harmony export */   Tq: () => (/* binding */ shareOfRule),
/* harmony export */   UC: () => (/* binding */ isHostOf),
/* harmony export */   Wq: () => (/* binding */ subsets),
/* harmony export */   ZD: () => (/* binding */ sameHttp),
/* harmony export */   kp: () => (/* binding */ withShare),
/* harmony export */   nv: () => (/* binding */ rulesTo),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   pX: () => (/* binding */ stateAnnotation),
/* harmony export */   v0: () => (/* binding */ restored),
/* harmony export */   v8: () => (/* binding */ beforeOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9256);


/** Where the state of a canary stands on the route object. */
const stateAnnotation = 'seatrial.dev/canary';
/** The subsets of the DestinationRule that a canary works with. */
const subsets = { stable: 'stable', canary: 'canary' };
/** Whether a host in a rule of `namespace` means the service: short, with namespace, `.svc`, or fully qualified. */
function isHostOf(host, service, namespace) {
    const short = namespace === service.namespace ? [service.name] : [];
    const full = `${service.name}.${service.namespace}`;
    return [...short, full, `${full}.svc`, `${full}.svc.cluster.local`].includes(host);
}
/** Destinations of a rule. */
function destinationsOf(rule) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .listAt */ .gT)(rule, 'route').filter(_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJson */ .Fh);
}
const hostOf = (entry) => (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(entry, 'destination', 'host');
const subsetOf = (entry) => (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(entry, 'destination', 'subset');
/** The http rules of a VirtualService that send to the service, with their place. */
function rulesTo(route, service) {
    const namespace = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(route, 'metadata', 'namespace');
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .listAt */ .gT)(route, 'spec', 'http').flatMap((rule, index) => (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJson */ .Fh)(rule) && destinationsOf(rule).some((entry) => isHostOf(hostOf(entry), service, namespace))
        ? [{ index, rule }]
        : []);
}
/** What a later restore needs to know. */
function beforeOf(route, service) {
    return {
        rules: rulesTo(route, service).map(({ index, rule }) => ({
            index,
            name: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(rule, 'name'),
            route: destinationsOf(rule),
        })),
        digest: digestOf(route),
        managedFields: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .listAt */ .gT)(route, 'metadata', 'managedFields'),
    };
}
/** Names the spec, labels and annotations of a route, our own annotation left out. */
function digestOf(route) {
    const { [stateAnnotation]: _, ...annotations } = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textsAt */ .i1)(route, 'metadata', 'annotations');
    const parts = [annotations, (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textsAt */ .i1)(route, 'metadata', 'labels'), (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectAt */ .lJ)(route, 'spec')];
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$N)(parts)).digest('hex').slice(0, 16);
}
/** The canary's share in percent that a rule gives; undefined where its weights can't be read. */
function shareOfRule(rule) {
    const entries = destinationsOf(rule);
    const weights = entries.map((entry) => (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .numberAt */ .tk)(entry, 'weight') ?? (entries.length === 1 ? 100 : 0));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const canary = entries.reduce((sum, entry, i) => sum + (subsetOf(entry) === subsets.canary ? (weights[i] ?? 0) : 0), 0);
    return total === 100 ? canary : undefined;
}
/** `spec.http` in which every rule that sends to the service gives `share` percent to the canary, the rest to stable. */
function withShare(route, service, share) {
    const touched = new Set(rulesTo(route, service).map(({ index }) => index));
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .listAt */ .gT)(route, 'spec', 'http').map((rule, index) => touched.has(index) && (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJson */ .Fh)(rule) ? { ...rule, route: shared(destinationsOf(rule), share) } : rule);
}
/** Keeps order, headers and ports of the destinations; one that is missing is made after the other. */
function shared(entries, share) {
    const weightOf = (entry) => (subsetOf(entry) === subsets.canary ? share : 100 - share);
    const canary = entries.find((entry) => subsetOf(entry) === subsets.canary);
    const stable = entries.find((entry) => entry !== canary);
    const pair = canary !== undefined && stable !== undefined
        ? entries.map((entry) => (entry === stable ? withSubset(entry, subsets.stable) : entry))
        : [
            withSubset(stable ?? canary ?? {}, subsets.stable),
            withSubset(canary ?? stable ?? {}, subsets.canary),
        ];
    return pair.map((entry) => ({ ...entry, weight: weightOf(entry) }));
}
function withSubset(entry, subset) {
    return { ...entry, destination: { ...(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectAt */ .lJ)(entry, 'destination'), subset } };
}
/**
 * `spec.http` as it was before the canary, with every change that somebody else made meanwhile.
 *
 * A rule is found by its name, or by its place if it has none; a rule that sends to the service and was not there
 * before gives everything to stable.
 */
function restored(route, service, before) {
    const pinned = withShare(route, service, 0);
    const touched = new Set(rulesTo(route, service).map(({ index }) => index));
    return pinned.map((rule, index) => {
        if (!touched.has(index) || !(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJson */ .Fh)(rule))
            return rule;
        const name = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(rule, 'name');
        const was = before.rules.find((old) => (name === '' ? old.index === index : old.name === name));
        return was === undefined ? rule : { ...rule, route: was.route };
    });
}
/** Whether two `spec.http` are the same. */
function sameHttp(a, b) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$N)(a) === (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$N)(b);
}


/***/ }),

/***/ 4419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ decide),
/* harmony export */   n: () => (/* binding */ modes)
/* harmony export */ });
/* harmony import */ var _plan_select_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7993);

const modes = ['run', 'abort', 'status', 'resume', 'promote', 'reap'];
/** Decides what a run does about the canary it finds on the route. */
function decide(mode, finding) {
    const { state, liveness, job } = finding;
    if (state === undefined)
        return withoutCanary(mode, finding);
    if (liveness === 'live' && state.job !== job)
        return busy(mode, state);
    if (mode === 'run')
        return onRun(state, finding);
    if (mode === 'resume' || mode === 'promote')
        return onGoOn(mode, state, finding);
    return onEnd(mode, state, finding);
}
function withoutCanary(mode, { liveness }) {
    if (mode === 'resume' || mode === 'promote') {
        return {
            do: 'refuse',
            reason: `there is no canary under way to ${mode}`,
            fix: 'Start one with `mode: run`.',
        };
    }
    if (mode !== 'run')
        return { do: 'nothing', reason: 'no canary is under way' };
    if (liveness === 'live')
        return { do: 'refuse', reason: 'another run is just starting on this route', fix: waitFor };
    return { do: 'start' };
}
const waitFor = 'Wait for it, or cancel it: its post step gives all traffic back. `concurrency:` in the workflow keeps runs apart.';
function busy(mode, state) {
    const reason = `another run (${state.job}) is at work on this route: ${state.phase}, ${state.weight} % on the canary`;
    if (mode === 'reap' || mode === 'post' || mode === 'status')
        return { do: 'nothing', reason };
    return { do: 'refuse', reason, fix: waitFor };
}
function onRun(state, { release }) {
    if (release === state.release && !['undoing', 'restoring'].includes(state.phase)) {
        return {
            do: 'forward',
            unjudged: false,
            reason: `a run of this release ended while it was ${state.phase}`,
        };
    }
    return {
        do: 'back',
        next: 'start',
        reason: `the canary of ${(0,_plan_select_js__WEBPACK_IMPORTED_MODULE_0__/* .shortImage */ .Uq)(state.image)} was left ${state.phase} at ${state.weight} %`,
    };
}
function onGoOn(mode, state, { release }) {
    if (release !== state.release) {
        return {
            do: 'refuse',
            reason: `the canary under way is of another release (${(0,_plan_select_js__WEBPACK_IMPORTED_MODULE_0__/* .shortImage */ .Uq)(state.image)}) than the manifests`,
            fix: 'Give the `manifests` and `images` that it was started with, or end it with `mode: abort`.',
        };
    }
    if (state.phase === 'undoing' || state.phase === 'restoring') {
        return {
            do: 'refuse',
            reason: `the canary is being taken back (${state.reason})`,
            fix: 'Let `mode: abort` finish that, then start anew.',
        };
    }
    return { do: 'forward', unjudged: mode === 'promote', reason: `told to ${mode}` };
}
/** abort, reap, status and the post step. */
function onEnd(mode, state, { job }) {
    const where = `the canary of ${(0,_plan_select_js__WEBPACK_IMPORTED_MODULE_0__/* .shortImage */ .Uq)(state.image)} is ${state.phase} at ${state.weight} %`;
    if (mode === 'status')
        return { do: 'nothing', reason: where };
    if (mode === 'post' && state.job !== job)
        return { do: 'nothing', reason: `${where}, which is another run's` };
    const onPurpose = mode === 'reap' || mode === 'post' || state.job === job;
    if (state.phase === 'holding' && onPurpose)
        return { do: 'nothing', reason: `${where}, held on purpose` };
    return { do: 'back', next: 'end', reason: where };
}


/***/ }),

/***/ 9256:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ textAt),
/* harmony export */   $N: () => (/* binding */ canonical),
/* harmony export */   $e: () => (/* binding */ isKubeObject),
/* harmony export */   Fh: () => (/* binding */ isJson),
/* harmony export */   H8: () => (/* binding */ refOf),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   at: () => (/* binding */ at),
/* harmony export */   gT: () => (/* binding */ listAt),
/* harmony export */   i1: () => (/* binding */ textsAt),
/* harmony export */   lJ: () => (/* binding */ objectAt),
/* harmony export */   tk: () => (/* binding */ numberAt)
/* harmony export */ });
function isJson(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** Whether a value has the shape that all objects of the API share. */
function isKubeObject(value) {
    return (isJson(value) &&
        typeof value['apiVersion'] === 'string' &&
        typeof value['kind'] === 'string' &&
        isJson(value['metadata']));
}
/** The value at a path of keys and list positions; undefined where the path ends early. */
function at(value, ...path) {
    return path.reduce((inner, key) => {
        if (typeof key === 'number')
            return Array.isArray(inner) ? inner[key] : undefined;
        return isJson(inner) ? inner[key] : undefined;
    }, value);
}
/** The text at a path; `''` where there is none. */
function textAt(value, ...path) {
    const found = at(value, ...path);
    return typeof found === 'string' ? found : '';
}
/** The number at a path; undefined where there is none. */
function numberAt(value, ...path) {
    const found = at(value, ...path);
    return typeof found === 'number' ? found : undefined;
}
/** The list at a path; empty where there is none. */
function listAt(value, ...path) {
    const found = at(value, ...path);
    return Array.isArray(found) ? found : [];
}
/** The object at a path; empty where there is none. */
function objectAt(value, ...path) {
    const found = at(value, ...path);
    return isJson(found) ? found : {};
}
/** The entries at a path whose values are texts, such as labels. */
function textsAt(value, ...path) {
    return Object.fromEntries(Object.entries(objectAt(value, ...path)).filter((entry) => typeof entry[1] === 'string'));
}
/** JSON with sorted keys: equal values give equal text. */
function canonical(value) {
    if (Array.isArray(value))
        return `[${value.map(canonical).join(',')}]`;
    if (!isJson(value))
        return JSON.stringify(value) ?? 'null';
    const fields = Object.keys(value)
        .filter((key) => value[key] !== undefined)
        .sort()
        .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
    return `{${fields.join(',')}}`;
}
/** How an object is addressed. */
function refOf(object) {
    const { namespace, name } = object.metadata;
    return {
        apiVersion: object.apiVersion,
        kind: object.kind,
        ...(namespace === undefined ? {} : { namespace }),
        name: name ?? '',
    };
}
/** How an object is named to people: `Deployment shop/checkout`. */
function nameOf({ kind, namespace, name }) {
    return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}


/***/ })

};
