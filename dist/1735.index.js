export const id = 1735;
export const ids = [1735];
export const modules = {

/***/ 11735:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ contract_contract)
});

// UNUSED EXPORTS: parse

// EXTERNAL MODULE: ./build/actions/shared/contract/contract.js
var contract = __webpack_require__(86777);
// EXTERNAL MODULE: ./build/actions/shared/contract/types.js
var types = __webpack_require__(56030);
;// CONCATENATED MODULE: ./build/actions/canary-promote/src/engine/engine.js
/** Who leads the canary: this run itself, or a controller in the cluster. */
const engines = ['direct', 'argo-rollouts', 'flagger'];

// EXTERNAL MODULE: ./build/actions/shared/errors/user-error.js
var user_error = __webpack_require__(30860);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/judge/settings.js
var settings = __webpack_require__(5796);
;// CONCATENATED MODULE: ./build/actions/canary-promote/src/inputs/judge.js


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

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/engine/inputs.js
/** Where a controller's own object says what an input of the direct engine would: Argo Rollouts, Flagger. */
const elsewhere = {
    route: ['spec.strategy.canary.trafficRouting', 'spec.service, spec.provider'],
    steps: ['spec.strategy.canary.steps', 'spec.analysis.stepWeights'],
    'fresh-baseline': ['an Experiment in spec.strategy.canary.steps', 'nothing: Flagger compares with no pods'],
    'canary-by-header': ['setHeaderRoute in spec.strategy.canary.steps', 'spec.analysis.match'],
    'canary-by-cookie': ['setHeaderRoute in spec.strategy.canary.steps', 'spec.analysis.match'],
    'step-timeout': ['spec.progressDeadlineSeconds', 'spec.progressDeadlineSeconds'],
    interval: ['interval of the AnalysisTemplate', 'spec.analysis.interval'],
    'warm-up': ['initialDelay of the AnalysisTemplate', 'a webhook of type pre-rollout'],
    drain: ['spec.strategy.canary.scaleDownDelaySeconds', 'terminationGracePeriodSeconds of the pods'],
    'watchdog-image': [
        'nothing: the controller leads on when a run dies',
        'nothing: the controller leads on when a run dies',
    ],
};
const judging = [
    'prometheus',
    'prometheus-token',
    'prometheus-header',
    'metrics',
    'queries',
    'max-error-increase',
    'max-latency-increase',
    'latency-floor',
    'max-saturation-increase',
    'false-rollback-probability',
    'promotion-confidence',
    'min-requests',
    'min-step-duration',
    'max-error-rate',
    'max-latency-p99',
];
/** Notes every input that only the direct engine obeys: believing in it would be worse than leaving it out. */
function refuseForeign(read, engine) {
    const which = engine === 'argo-rollouts' ? 0 : 1;
    for (const [name, places] of Object.entries(elsewhere)) {
        if (read.given(name))
            read.refuse(`input "${name}" means nothing with engine ${engine}; what says it there: ${places[which]}`);
    }
    const judged = judging.filter((name) => read.given(name));
    if (judged.length === 0)
        return;
    const analysis = ['the AnalysisTemplates of the Rollout', 'spec.analysis of the Canary'][which];
    read.refuse(`${judged.map((name) => `"${name}"`).join(', ')} mean nothing with engine ${engine}, which judges by ${analysis}`);
}

// EXTERNAL MODULE: ./build/actions/canary-promote/src/plan/steps.js
var steps = __webpack_require__(73950);
;// CONCATENATED MODULE: ./build/actions/canary-promote/src/inputs/refusals.js


/** Notes what does not fit together, or is missing for what is asked. */
function refuseGaps(read, inputs) {
    if (inputs.testers === undefined && inputs.steps.some(steps/* isForTesters */.mg)) {
        read.refuse('a step of 0 % is for testers: say who they are with `canary-by-header: …` or `canary-by-cookie: …`');
    }
    if (inputs.freshBaseline && inputs.route?.kind === 'Deployment') {
        read.refuse('fresh-baseline needs a route that weighs requests: by the number of pods, more pods are another share');
    }
    const forward = inputs.mode === 'run' || inputs.mode === 'resume' || inputs.mode === 'promote';
    if (forward && inputs.manifests.length === 0) {
        read.refuse(`mode ${inputs.mode} needs manifests: write \`manifests: …\` (files, folders or globs)`);
    }
    const named = inputs.route !== undefined || inputs.workload !== undefined || inputs.manifests.length > 0;
    if (inputs.mode === 'abort' && !named) {
        read.refuse('mode abort needs `route: KIND/NAME`, `workload: …` or `manifests: …` to know which canary to end');
    }
    if (inputs.engine !== 'direct')
        refuseForeign(read, inputs.engine);
    const judged = inputs.mode === 'run' || inputs.mode === 'resume';
    if (inputs.engine === 'direct' && judged && inputs.prometheus === undefined) {
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

// EXTERNAL MODULE: ./build/actions/canary-promote/src/route/types.js
var route_types = __webpack_require__(75642);
;// CONCATENATED MODULE: ./build/actions/canary-promote/src/inputs/route.js

const routeInput = {
    name: 'KIND/NAME',
    sample: { kind: 'VirtualService', name: 'sample' },
    parse: (raw) => {
        const route = (0,route_types.parseRoute)(raw);
        if (route !== undefined)
            return route;
        throw new Error(`KIND/NAME with a kind out of ${route_types.routeKinds.join(', ')}`);
    },
};
/** `NAME=VALUE` of a header or a cookie. */
const nameAndValue = {
    name: 'NAME=VALUE',
    sample: { name: 'x', value: 'y' },
    parse: (raw) => {
        const [, name, value] = /^([\w-]+)=(\S+)$/.exec(raw) ?? [];
        if (name === undefined || value === undefined)
            throw new Error('NAME=VALUE, such as `x-canary=always`');
        return { name, value };
    },
};
function testersFrom(read) {
    const header = read.optional('canary-by-header', nameAndValue);
    const cookie = read.optional('canary-by-cookie', nameAndValue);
    if (header === undefined && cookie === undefined)
        return undefined;
    return { ...(header === undefined ? {} : { header }), ...(cookie === undefined ? {} : { cookie }) };
}

// EXTERNAL MODULE: ./build/actions/canary-promote/src/metrics/own-queries.js
var own_queries = __webpack_require__(2182);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/metrics/presets/index.js + 9 modules
var presets = __webpack_require__(90107);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/state/decide.js
var decide = __webpack_require__(64419);
;// CONCATENATED MODULE: ./build/actions/canary-promote/src/contract.js










function clusterInputs(read) {
    return {
        manifests: read.optional('manifests', (0,types/* lines */.Mn)(types/* text */.Qq)) ?? [],
        images: read.optional('images', types/* pairs */.AS) ?? new Map(),
        namespace: read.optional('namespace', types/* text */.Qq),
        kubeconfig: read.optional('kubeconfig', (0,types/* path */.Ae)(read.workspace)),
        context: read.optional('context', types/* text */.Qq),
        kubectl: read.optional('kubectl', types/* text */.Qq),
        environment: read.withDefault('environment', types/* text */.Qq, 'production'),
        environmentUrl: read.optional('environment-url', types/* text */.Qq),
        token: read.optional('token', types/* text */.Qq),
        workload: read.optional('workload', types/* text */.Qq),
        route: read.optional('route', routeInput),
    };
}
function metricsInputs(read) {
    return {
        prometheus: read.optional('prometheus', types/* text */.Qq),
        prometheusToken: read.optional('prometheus-token', types/* text */.Qq),
        prometheusHeader: read.optional('prometheus-header', types/* text */.Qq),
        metrics: read.withDefault('metrics', (0,types/* choice */.Yq)('auto', ...presets/* presetNames */.gC), 'auto'),
        queries: read.optional('queries', own_queries/* ownQueries */.L5),
        interval: read.withDefault('interval', types/* duration */.p0, '5s'),
    };
}
function parse(read) {
    const inputs = {
        mode: read.withDefault('mode', (0,types/* choice */.Yq)(...decide/* modes */.nI), 'run'),
        engine: read.withDefault('engine', (0,types/* choice */.Yq)(...engines), 'direct'),
        ...clusterInputs(read),
        ...metricsInputs(read),
        steps: read.withDefault('steps', steps/* stepList */.zI, '5, 25, 50, 100'),
        freshBaseline: read.withDefault('fresh-baseline', types/* flag */.Jt, 'false'),
        stepTimeout: read.withDefault('step-timeout', types/* duration */.p0, '10m'),
        maxRuntime: read.withDefault('max-runtime', types/* duration */.p0, '2h'),
        watchdogImage: read.optional('watchdog-image', types/* text */.Qq),
        watchdogServiceAccount: read.withDefault('watchdog-service-account', types/* text */.Qq, 'default'),
        testers: testersFrom(read),
        onMaxRuntime: read.withDefault('on-max-runtime', (0,types/* choice */.Yq)('not-enough-evidence', 'hold'), 'not-enough-evidence'),
        onNewerCommit: read.withDefault('on-newer-commit', (0,types/* choice */.Yq)('queue', 'replace'), 'queue'),
        onNotEnoughEvidence: read.withDefault('on-not-enough-evidence', (0,types/* choice */.Yq)('rollback', 'hold', 'promote'), 'rollback'),
        judge: judgeSettings(read),
        timeout: read.withDefault('timeout', types/* duration */.p0, '5m'),
        settle: read.withDefault('settle', types/* duration */.p0, '5s'),
        drain: read.withDefault('drain', types/* duration */.p0, '10s'),
        allowOlder: read.withDefault('allow-older', types/* flag */.Jt, 'false'),
        dryRun: read.withDefault('dry-run', types/* flag */.Jt, 'false'),
        ...(0,contract/* commonInputs */.j)(read),
    };
    refuseGaps(read, inputs);
    return inputs;
}
const contract_contract = {
    name: 'canary-promote',
    parse,
    outputs: ['verdict', 'reason', 'weight', 'phase', 'evidence', 'report', 'digest'],
};


/***/ }),

/***/ 57551:
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
/* harmony import */ var _shared_units_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39794);

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
/* harmony export */   Nb: () => (/* binding */ replacesPreset),
/* harmony export */   jU: () => (/* binding */ readOwn)
/* harmony export */ });
/* harmony import */ var _shared_contract_types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56030);

/** `payments.failures` → the business counter and which of its two numbers. */
const counterName = /^([\w-]+)\.(requests|failures)$/;
const ownQueries = {
    name: 'list of NAME=PROMQL, one per line',
    sample: undefined,
    parse: (raw) => {
        const queries = _shared_contract_types_js__WEBPACK_IMPORTED_MODULE_0__/* .pairs */ .AS.parse(raw);
        const lacks = lackingOf(queries);
        if (lacks !== undefined)
            throw new Error(lacks);
        const fixed = [...queries].find(([, query]) => !/\$(track|workload)\b/.test(query));
        if (fixed !== undefined) {
            throw new Error(`$track (stable or canary) or $workload (its Deployment) in every query, which "${fixed[0]}" lacks`);
        }
        return queries;
    },
};
/** What has to be written beside the queries that are there. */
function lackingOf(queries) {
    const whole = ['requests', 'failures'].filter((name) => queries.has(name));
    if (whole.length === 1 || (whole.length === 0 && queries.has('latency')))
        return 'a line `requests=…` and a line `failures=…`, both cumulative counters';
    for (const name of queries.keys()) {
        const [, counter, part] = counterName.exec(name) ?? [];
        const other = part === 'requests' ? 'failures' : 'requests';
        if (counter !== undefined && !queries.has(`${counter}.${other}`))
            return `a line \`${counter}.${other}=…\` beside \`${name}\`, both cumulative counters`;
    }
    return undefined;
}
/** Whether they count the requests themselves, or are beside a preset. */
const replacesPreset = (own) => own.has('requests');
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
    const [, counter, part] = counterName.exec(name) ?? [];
    if (counter !== undefined)
        return { track, source, kind: 'counter', name: counter, failed: part === 'failures' };
    if (name === 'requests')
        return { track, source, kind: 'requests', failed: false };
    if (name === 'failures')
        return { track, source, kind: 'failures' };
    if (name === 'latency')
        return { track, source, kind: 'latency', le: labels['le'] ?? '+Inf' };
    return { track, source, kind: 'gauge', name };
}


/***/ }),

/***/ 90107:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gC: () => (/* reexport */ presetNames),
  v4: () => (/* binding */ presets),
  fA: () => (/* reexport */ runtime)
});

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/metrics/presets/preset.js
const presetNames = ['istio', 'envoy', 'nginx', 'traefik', 'otel', 'http'];
/** Text in a PromQL regular expression, inside double quotes. */
const exact = (text) => text.replaceAll(/[.+*?()|[\]{}^$\\]/g, '\\\\$&');
/** A bucket's bound in seconds, given in milliseconds. */
const inSeconds = (milliseconds) => milliseconds === '+Inf' ? '+Inf' : String(Number(milliseconds) / 1000);
/** Who counted: a pod where it is known, else the scraped address. */
const sourceOf = (labels) => labels['pod'] ?? labels['instance'] ?? '';
/** Pods of both Deployments by their generated names: DEPLOYMENT-REPLICASET-POD. */
function podSelector({ namespace, workload, canary }, label = { namespace: 'namespace', pod: 'pod' }) {
    const generated = '-[0-9a-z]+-[0-9a-z]{5}';
    return `${label.namespace}="${namespace}",${label.pod}=~"${exact(workload)}${generated}|${exact(canary)}${generated}"`;
}
const trackOf = (pod, { canary }) => pod.startsWith(`${canary}-`) ? 'canary' : 'stable';
/** Routes that nobody but the platform asks for: they would water down a small share of real traffic. */
const ownRoute = /^\/?(healthz?|livez?|liveness|readyz?|readiness|startupz?|metrics|ping)$/;
/** Whether a route such as `/healthz` or `GET /metrics` is the platform's own. */
const isOwnRoute = (route) => ownRoute.test(route.replace(/^[A-Z]+ /, ''));
/** Server errors of HTTP. */
const isServerError = (code) => code.startsWith('5');

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/metrics/presets/envoy.js

/**
 * The gateway's (or any proxy's) own counters per subset cluster. Envoy's default tags call the labels
 * `envoy_cluster_name` and `envoy_response_code_class` (5), Istio's bootstrap `cluster_name` and `response_code_class` (5xx).
 */
function envoy(prefix) {
    const names = 'envoy_cluster_upstream_rq|envoy_cluster_upstream_rq_xx|envoy_cluster_upstream_rq_time_bucket';
    return {
        name: 'envoy',
        routes: ['VirtualService', 'HTTPRoute'],
        selectors: ({ namespace, service }) => [
            `{__name__=~"${names}",${prefix}cluster_name=~"outbound\\\\|[0-9]+\\\\|(stable|canary|)\\\\|${exact(service)}(-canary)?${exact(`.${namespace}.svc.`)}.+"}`,
        ],
        read: (labels, { service }) => {
            const [, port, subset, host = ''] = (labels[`${prefix}cluster_name`] ?? '').split('|');
            const ofCanary = subset === 'canary' || host.startsWith(`${service}-canary.`);
            const track = ofCanary ? 'canary' : 'stable';
            const source = `${sourceOf(labels)}:${port ?? ''}${subset === '' ? ':all' : ''}`;
            if (labels['__name__'] === 'envoy_cluster_upstream_rq_time_bucket') {
                return { track, source, kind: 'latency', le: inSeconds(labels['le'] ?? '') };
            }
            const kind = labels[`${prefix}response_code_class`];
            return kind === undefined
                ? undefined
                : { track, source, kind: 'requests', failed: isServerError(kind) };
        },
    };
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/metrics/presets/grpc-status.js
/**
 * Statuses of gRPC that are the server's fault, by number and name. OpenTelemetry's conventions for RPC spans call the same
 * six errors of a server; the others (NOT_FOUND, INVALID_ARGUMENT …) answer what the client asked.
 */
const serverFaults = {
    '2': 'UNKNOWN',
    '4': 'DEADLINE_EXCEEDED',
    '12': 'UNIMPLEMENTED',
    '13': 'INTERNAL',
    '14': 'UNAVAILABLE',
    '15': 'DATA_LOSS',
};
const names = new Set(Object.values(serverFaults).map(plain));
/** `DeadlineExceeded`, `DEADLINE_EXCEEDED` and `deadline_exceeded` are one name. */
function plain(name) {
    return name.replaceAll('_', '').toLowerCase();
}
/** Whether a status, as number or in any of its spellings, says that the server failed. */
function isGrpcFailure(status) {
    return Object.hasOwn(serverFaults, status) || names.has(plain(status));
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/metrics/presets/http.js


const routeLabels = ['route', 'handler', 'path', 'uri', 'http_route'];
const codeLabels = ['code', 'status', 'status_code', 'response_code', 'http_response_status_code'];
const http_names = [
    'http_requests_total',
    'http_request_duration_seconds_bucket',
    'grpc_server_handled_total',
    'grpc_server_handling_seconds_bucket',
];
/** What the service says of itself: the names that client_golang's examples and most middleware use, and go-grpc's. */
const http = {
    name: 'http',
    selectors: (subject) => [`{__name__=~"${http_names.join('|')}",${podSelector(subject)}}`],
    read: (labels, subject) => {
        if (routeLabels.some((label) => isOwnRoute(labels[label] ?? '')))
            return undefined;
        const name = labels['__name__'] ?? '';
        const grpc = name.startsWith('grpc_');
        // Of a pod that serves both, each protocol counts for itself: their buckets may differ.
        const source = `${sourceOf(labels)}${grpc ? ':grpc' : ''}`;
        const place = { track: trackOf(labels['pod'] ?? '', subject), source };
        if (name.endsWith('_bucket'))
            return { ...place, kind: 'latency', le: labels['le'] ?? '' };
        if (grpc)
            return { ...place, kind: 'requests', failed: isGrpcFailure(labels['grpc_code'] ?? '') };
        const code = codeLabels.map((label) => labels[label]).find((value) => value !== undefined) ?? '';
        return { ...place, kind: 'requests', failed: isServerError(code) };
    },
};

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/metrics/presets/istio.js


/** Istio's standard metrics, from the proxies that send (`source`), else those that receive. */
function istio(reporter) {
    return {
        name: 'istio',
        selectors: ({ namespace, workload, canary }) => [
            `{__name__=~"istio_requests_total|istio_request_duration_milliseconds_bucket",reporter="${reporter}",destination_workload_namespace="${namespace}",destination_workload=~"${exact(workload)}|${exact(canary)}"}`,
        ],
        read: (labels, subject) => {
            const track = labels['destination_workload'] === subject.canary ? 'canary' : 'stable';
            const source = sourceOf(labels);
            if (labels['__name__'] === 'istio_requests_total') {
                const failed = isServerError(labels['response_code'] ?? '') || isGrpcFailure(labels['grpc_response_status'] ?? '');
                return { track, source, kind: 'requests', failed };
            }
            return { track, source, kind: 'latency', le: inSeconds(labels['le'] ?? '') };
        },
    };
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/metrics/presets/nginx.js

/**
 * The counters of ingress-nginx. Requests that its canary Ingress took have the upstream they were given to in `canary`
 * (`prod-shop-canary-80`), all others nothing or `-`; `ingress` and `service` are those of the main Ingress for both. A
 * Prometheus that puts the target's own labels first calls the controller's `exported_…`.
 */
function nginx(prefix) {
    const names = 'nginx_ingress_controller_requests|nginx_ingress_controller_request_duration_seconds_bucket';
    return {
        name: 'nginx',
        routes: ['Ingress'],
        selectors: ({ namespace, service }) => [
            `{__name__=~"${names}",${prefix}namespace="${namespace}",${prefix}service="${service}"}`,
        ],
        read: (labels) => {
            const upstream = labels['canary'] ?? '';
            const track = upstream === '' || upstream === '-' ? 'stable' : 'canary';
            const source = labels['controller_pod'] ?? sourceOf(labels);
            return labels['__name__'] === 'nginx_ingress_controller_requests'
                ? { track, source, kind: 'requests', failed: isServerError(labels['status'] ?? '') }
                : { track, source, kind: 'latency', le: labels['le'] ?? '' };
        },
    };
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/metrics/presets/otel.js


const otel_http = (label) => (labels) => isServerError(labels[label] ?? '');
const grpc = (label) => (labels) => isGrpcFailure(labels[label] ?? '');
const asIs = (le) => le;
/** HTTP and RPC servers by the stable conventions, and by those before, which many libraries still follow. */
const instruments = [
    { name: 'http_server_request_duration_seconds', bound: asIs, failed: otel_http('http_response_status_code') },
    { name: 'http_server_duration_milliseconds', bound: inSeconds, failed: otel_http('http_status_code') },
    { name: 'rpc_server_call_duration_seconds', bound: asIs, failed: grpc('rpc_response_status_code') },
    { name: 'rpc_server_duration_milliseconds', bound: inSeconds, failed: grpc('rpc_grpc_status_code') },
];
/**
 * OpenTelemetry's metrics of the service itself. Scraped from the pod they have Prometheus' own labels, out of a collector
 * those of the resource (`resource_to_telemetry_conversion`).
 */
function otel(label) {
    const names = instruments.flatMap(({ name }) => [`${name}_count`, `${name}_bucket`]).join('|');
    return {
        name: 'otel',
        selectors: (subject) => [`{__name__=~"${names}",${podSelector(subject, label)}}`],
        read: (labels, subject) => {
            const metric = labels['__name__'] ?? '';
            const found = instruments.find(({ name }) => metric.startsWith(name));
            if (found === undefined || isOwnRoute(labels['http_route'] ?? ''))
                return undefined;
            const pod = labels[label.pod] ?? '';
            const place = { track: trackOf(pod, subject), source: `${pod || sourceOf(labels)}:${found.name}` };
            return metric.endsWith('_bucket')
                ? { ...place, kind: 'latency', le: found.bound(labels['le'] ?? '') }
                : { ...place, kind: 'requests', failed: found.failed(labels) };
        },
    };
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/metrics/presets/traefik.js

/**
 * Traefik's counters per service, `NAMESPACE-SERVICE-PORT@kubernetescrd`; a weighted route counts at the services it leads
 * to. A port's name with a dash could be another service's, so it is not read.
 */
function traefik(label) {
    const names = 'traefik_service_requests_total|traefik_service_request_duration_seconds_bucket';
    return {
        name: 'traefik',
        routes: ['IngressRoute', 'TraefikService'],
        selectors: ({ namespace, service }) => [
            `{__name__=~"${names}",${label}=~"${exact(namespace)}-${exact(service)}(-canary)?-[^-@]+@kubernetes.*"}`,
        ],
        read: (labels, { namespace, service }) => {
            const ofCanary = (labels[label] ?? '').startsWith(`${namespace}-${service}-canary-`);
            const track = ofCanary ? 'canary' : 'stable';
            const source = sourceOf(labels);
            return labels['__name__'] === 'traefik_service_requests_total'
                ? { track, source, kind: 'requests', failed: isServerError(labels['code'] ?? '') }
                : { track, source, kind: 'latency', le: labels['le'] ?? '' };
        },
    };
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/metrics/presets/runtime.js

/** Go's runtime, beside every preset where the pods are scraped: a leak shows here before it fails requests. */
const runtime = {
    selectors: (subject) => [
        `{__name__=~"go_goroutines|go_memstats_heap_inuse_bytes",${podSelector(subject)}}`,
    ],
    read: (labels, subject) => ({
        track: trackOf(labels['pod'] ?? '', subject),
        source: sourceOf(labels),
        kind: 'gauge',
        name: labels['__name__'] === 'go_goroutines' ? 'goroutines' : 'heap-bytes',
    }),
};

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/metrics/presets/index.js








/**
 * In the order in which `auto` asks. The mesh and the gateway first: they see what the service can't count itself (refused
 * connections, time-outs, a pod that dies), and they see it as the callers do.
 */
const presets = [
    istio('source'),
    istio('waypoint'),
    istio('destination'),
    envoy('envoy_'),
    envoy(''),
    nginx('exported_'),
    nginx(''),
    traefik('exported_service'),
    traefik('service'),
    otel({ namespace: 'namespace', pod: 'pod' }),
    otel({ namespace: 'k8s_namespace_name', pod: 'k8s_pod_name' }),
    http,
];


/***/ }),

/***/ 27993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CZ: () => (/* binding */ ofKind),
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   S4: () => (/* binding */ selectWorkload),
/* harmony export */   Uq: () => (/* binding */ shortImage),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   dT: () => (/* binding */ imageOf),
/* harmony export */   oP: () => (/* binding */ selectService),
/* harmony export */   ol: () => (/* binding */ digestOf)
/* harmony export */ });
/* harmony import */ var _shared_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30860);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49256);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57551);


const nameOf = (object) => (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(object, 'metadata', 'name');
const kindOf = (object) => (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(object, 'kind');
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
    const pod = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textsAt */ .i1)(workload, 'spec', 'template', 'metadata', 'labels');
    const found = candidates.filter((service) => {
        const selector = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textsAt */ .i1)(service, 'spec', 'selector');
        return Object.keys(selector).length > 0 && (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .includes */ .mK)(pod, selector);
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
/** The first container's image: what is shown as the release. */
function imageOf(workload) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .listAt */ .gT)(workload, 'spec', 'template', 'spec', 'containers')[0], 'image');
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

/***/ 73950:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M9: () => (/* binding */ loadOf),
/* harmony export */   mg: () => (/* binding */ isForTesters),
/* harmony export */   uw: () => (/* binding */ stepText),
/* harmony export */   zI: () => (/* binding */ stepList)
/* harmony export */ });
/* harmony import */ var _shared_units_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39794);

const expected = 'whole percentages that rise, such as `5, 25, 50, 100`, one at least below 100; after any of them `pause 10m` or `approve`';
/**
 * What the canary takes one after the other, below 100, which is the promotion itself and may be left out. `pause` and
 * `approve` belong to the weight before them; `mirror 10%` is a step in which the canary gets copies and no users.
 */
const stepList = {
    name: 'list of percentages, rising, with `pause` and `approve` between',
    sample: [{ weight: 5 }],
    parse: (raw) => {
        const words = raw.match(/(pause|mirror)\s+[^\s,]+|[^\s,]+/g) ?? [];
        const steps = words.reduce((found, word) => withWord(found, word), []);
        const rising = steps.every(({ weight }, i) => weight === 0 || i === 0 || weight > (steps[i - 1]?.weight ?? 0));
        const zeros = steps.findLastIndex(({ weight }) => weight === 0);
        const below = steps.filter(({ weight }) => weight < 100);
        if (!rising || !below.some(({ weight }) => weight > 0))
            throw new Error(expected);
        if (steps.slice(0, zeros + 1).some(({ weight }) => weight > 0))
            throw new Error(expected);
        if (below.some((step) => isForTesters(step) && (step.pause ?? step.approve) === undefined)) {
            throw new Error('`pause …` or `approve` after `0`, at which only testers reach the canary');
        }
        if (steps.some(({ weight, pause, approve }) => weight === 100 && (pause ?? approve) !== undefined)) {
            throw new Error('nothing after `100`, which is the promotion');
        }
        return below;
    },
};
/** A step without users and without copies: nothing to compare, only testers reach the canary. */
function isForTesters({ weight, mirror }) {
    return weight === 0 && mirror === undefined;
}
/** Percent of the traffic that the canary's pods have to bear in a step. */
function loadOf({ weight, mirror = 0 }) {
    return Math.max(weight, mirror);
}
function withWord(steps, word) {
    const [kind = '', value = ''] = word.split(/\s+/);
    if (/^\d{1,3}%?$/.test(word))
        return [...steps, { weight: percentOf(word) }];
    if (kind === 'mirror')
        return [...steps, { weight: 0, mirror: percentOf(value) }];
    const before = steps.at(-1);
    if (before === undefined)
        throw new Error(expected);
    const rest = steps.slice(0, -1);
    if (kind === 'pause' && value !== '')
        return [...rest, { ...before, pause: (0,_shared_units_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E)(value) }];
    if (kind === 'approve')
        return [...rest, { ...before, approve: true }];
    throw new Error(expected);
}
function percentOf(text) {
    const percent = /^\d{1,3}%?$/.test(text) ? Number.parseInt(text, 10) : Number.NaN;
    if (!(percent <= 100))
        throw new Error(expected);
    return percent;
}
/** Such as `5, pause 10m, 25`: as the input has it. */
function stepText({ weight, mirror, pause, approve }) {
    return [
        mirror === undefined ? String(weight) : `mirror ${mirror}`,
        ...(pause === undefined ? [] : [`pause ${Math.round(pause / 1000)}s`]),
        ...(approve === undefined ? [] : ['approve']),
    ].join(', ');
}


/***/ }),

/***/ 75642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseRoute: () => (/* binding */ parseRoute),
/* harmony export */   routeId: () => (/* binding */ routeId),
/* harmony export */   routeKinds: () => (/* binding */ routeKinds),
/* harmony export */   told: () => (/* binding */ told)
/* harmony export */ });
/** The kinds that can split traffic. A Deployment stands for "by the number of pods". */
const routeKinds = [
    'VirtualService',
    'HTTPRoute',
    'TraefikService',
    'IngressRoute',
    'Ingress',
    'Deployment',
];
/** How a route is written in the input `route` and told to people. */
const told = ({ kind, name }) => `${kind} ${name}`;
const routeId = ({ kind, name }) => `${kind}/${name}`;
/** Reads `KIND/NAME`; a name alone is a VirtualService. Undefined for a kind that can't split traffic. */
function parseRoute(text) {
    const [first = '', ...rest] = text.split('/');
    if (rest.length === 0)
        return { kind: 'VirtualService', name: first };
    const kind = routeKinds.find((name) => name.toLowerCase() === first.toLowerCase());
    const name = rest.join('/');
    return kind === undefined || name === '' || name.includes('/') ? undefined : { kind, name };
}


/***/ }),

/***/ 64419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eo: () => (/* binding */ goesOn),
/* harmony export */   LD: () => (/* binding */ decide),
/* harmony export */   nI: () => (/* binding */ modes)
/* harmony export */ });
/* harmony import */ var _plan_select_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27993);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88106);


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
        return { do: 'refuse', reason: 'another run is just starting on this route', fix: waitFor, busy: true };
    return { do: 'start' };
}
const waitFor = 'Wait for it, or cancel it: its post step gives all traffic back. `concurrency:` in the workflow keeps runs apart.';
function busy(mode, state) {
    const reason = `another run (${state.job}) is at work on this route: ${state.phase}, ${state.weight} % on the canary`;
    if (mode === 'reap' || mode === 'post' || mode === 'status')
        return { do: 'nothing', reason };
    return { do: 'refuse', reason, fix: waitFor, busy: true };
}
/** Whether a canary that is found can go on as one of this release, with all that it has begun with. */
const goesOn = ({ phase, release: begun }, release) => release === begun && phase !== 'undoing' && phase !== 'restoring';
function onRun(state, { release, now }) {
    if (release === state.release && (0,_state_js__WEBPACK_IMPORTED_MODULE_1__/* .awaitsApproval */ .vr)(state, now)) {
        return { do: 'nothing', reason: `held at ${state.weight} %: ${state.reason}` };
    }
    if (goesOn(state, release)) {
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

/***/ 88106:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LE: () => (/* binding */ mayFollow),
/* harmony export */   S6: () => (/* binding */ pauseLeft),
/* harmony export */   aW: () => (/* binding */ moved),
/* harmony export */   t7: () => (/* binding */ trafficOf),
/* harmony export */   tW: () => (/* binding */ phases),
/* harmony export */   vr: () => (/* binding */ awaitsApproval)
/* harmony export */ });
/** See docs/canary-state-machine.md. */
const phases = [
    'preparing',
    'shifting',
    'holding',
    'full',
    'replacing',
    'undoing',
    'returning',
    'restoring',
];
const next = {
    preparing: ['shifting', 'full', 'restoring'],
    shifting: ['shifting', 'holding', 'full', 'restoring'],
    holding: ['shifting', 'full', 'restoring'],
    full: ['replacing', 'restoring'],
    replacing: ['returning', 'undoing'],
    undoing: ['restoring'],
    returning: [],
    restoring: [],
};
/** Whether the state machine has an arrow from one phase to the other; staying in a phase is no transition. */
function mayFollow(from, to) {
    return next[from].includes(to);
}
/**
 * The canary's share in a phase that follows `state`. By the number of pods there is no 100 %: the canary keeps what it
 * has until the stable workload is whole again.
 */
function shareIn(phase, step, state) {
    if (phase === 'preparing' || phase === 'returning' || phase === 'restoring')
        return 0;
    if (phase === 'shifting' || phase === 'holding')
        return state.steps[step]?.weight;
    return state.isolation === 'none' ? state.weight : 100;
}
/** What the carrier has to say while a canary is in this state. */
function trafficOf(state) {
    const open = state.phase === 'shifting' || state.phase === 'holding';
    return {
        share: state.weight,
        mirror: open ? (state.steps[state.step]?.mirror ?? 0) : 0,
        testers: open ? state.testers : undefined,
        pods: state.pods,
    };
}
/** The state after a transition. Throws an Error where the machine has no such arrow: that would be our bug. */
function moved(state, to, changes) {
    if (!mayFollow(state.phase, to))
        throw new Error(`a canary can't go from ${state.phase} to ${to}`);
    const { reason, since, step = state.step, passed = '' } = changes;
    const weight = shareIn(to, step, state);
    if (weight === undefined)
        throw new Error(`a canary of ${state.steps.length} steps has no step ${step}`);
    return { ...state, phase: to, step, weight, passed, reason, since };
}
/** Milliseconds that are left of the pause of a step that has passed. */
function pauseLeft({ passed, steps, step }, now) {
    if (passed === '')
        return 0;
    return Math.max(0, Date.parse(passed) + (steps[step]?.pause ?? 0) - now);
}
/** Whether nobody but a person can let the canary go on. */
function awaitsApproval(state, now) {
    const approve = state.steps[state.step]?.approve === true;
    return state.phase === 'holding' && approve && state.passed !== '' && pauseLeft(state, now) === 0;
}


/***/ })

};
