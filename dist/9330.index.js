export const id = 9330;
export const ids = [9330,4456];
export const modules = {

/***/ 88547:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Y: () => (/* binding */ sourcePlace),
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   SP: () => (/* binding */ shown),
/* harmony export */   e1: () => (/* binding */ asText),
/* harmony export */   et: () => (/* binding */ subjectOf),
/* harmony export */   vI: () => (/* binding */ shortened)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _shared_kube_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49256);



const longest = 6000;
const longestLine = 700;
/** The manifest line that a finding is about. */
function placeOf(finding, manifests) {
    const manifest = manifests.find(({ object }) => object.kind === finding.ref.kind &&
        object.metadata.name === finding.ref.name &&
        object.metadata.namespace === finding.ref.namespace);
    return manifest?.placeOf(finding.path);
}
/**
 * The source line of a panic as a file of the repository: compilers know other folders than the checkout, so the
 * longest end of the path that is there counts.
 */
function sourcePlace(finding, workspace) {
    if (finding.source === undefined)
        return undefined;
    const parts = finding.source.file.split('/').filter((part) => part !== '' && part !== '.');
    for (let from = 0; from < parts.length; from += 1) {
        const file = parts.slice(from).join('/');
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace, file)))
            return { file, line: finding.source.line };
    }
    return undefined;
}
/** Findings as text: what, where, what proves it, what to do. */
function asText(findings, manifests) {
    const parts = findings.map((finding) => {
        const place = placeOf(finding, manifests);
        return [
            `${finding.cause}: ${subjectOf(finding)}`,
            finding.message,
            ...(place === undefined ? [] : [`manifest: ${shown(place)}`]),
            ...finding.evidence.map(cut),
            `what to do: ${finding.fix}`,
        ].join('\n');
    });
    return shortened(parts.join('\n\n'));
}
/** At most as long as the output `diagnosis` may be. */
function shortened(text) {
    return text.length <= longest ? text : `${text.slice(0, longest - 2)}\n…`;
}
/** A line of evidence may be a whole document of JSON; its beginning has to leave room for the others. */
function cut(line) {
    return line.length <= longestLine ? line : `${line.slice(0, longestLine)}…`;
}
function subjectOf({ ref, container }) {
    return `${(0,_shared_kube_values_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb)(ref)}${container === undefined ? '' : `, container ${container}`}`;
}
function shown({ file, line }) {
    return line === undefined ? file : `${file}:${line}`;
}


/***/ }),

/***/ 99330:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  start: () => (/* binding */ start)
});

// EXTERNAL MODULE: ./build/actions/shared/action/run-action.js + 8 modules
var run_action = __webpack_require__(94344);
// EXTERNAL MODULE: ./build/actions/shared/contract/contract.js
var contract = __webpack_require__(86777);
// EXTERNAL MODULE: ./build/actions/shared/contract/types.js
var types = __webpack_require__(56030);
// EXTERNAL MODULE: ./build/actions/shared/freeze/freeze.js
var freeze_freeze = __webpack_require__(5791);
// EXTERNAL MODULE: ./build/actions/shared/rollout/ready/rules.js
var rules = __webpack_require__(24061);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/actions/k8s-rollout/src/target.js

const keys = ['namespace', 'environment', 'context', 'kubeconfig'];
/** `namespace=shop-eu, context=eu`: what differs from the step's own inputs. */
function target(workspace) {
    return {
        name: 'places such as `namespace=shop-eu, context=eu`',
        sample: {},
        parse: (raw) => {
            const found = {};
            for (const part of raw.split(',')) {
                const [, name = '', value = ''] = /^\s*([a-z]+)\s*=\s*(\S.*?)\s*$/.exec(part) ?? [];
                const key = keys.find((known) => known === name);
                if (key === undefined || found[key] !== undefined)
                    throw new Error(`each of ${keys.join(', ')} at most once, such as namespace=shop-eu, context=eu`);
                found[key] = key === 'kubeconfig' && !(0,external_node_path_.isAbsolute)(value) ? (0,external_node_path_.resolve)(workspace, value) : value;
            }
            return found;
        },
    };
}
/** For people. */
function formatTarget({ namespace, environment, context, kubeconfig }) {
    return [context ?? kubeconfig, environment, namespace].filter((part) => part !== undefined).join(' ');
}

;// CONCATENATED MODULE: ./build/actions/k8s-rollout/src/contract.js





const rule = {
    name: '`Kind.group: condition=Ready` or `Kind.group: .status.phase=Running`',
    sample: { kind: '', test: { condition: '', status: '' } },
    parse: rules/* parseRule */.iT,
};
const freeze = {
    name: 'windows such as `Fri 16:00-Mon 08:00 Europe/Berlin`',
    sample: { text: '', from: 0, to: 0 },
    parse: freeze_freeze/* parseFreeze */.Rh,
};
/** A number of pods, or a percentage of them. */
const pods = {
    name: 'number of pods or percentage',
    sample: 0,
    parse: (raw) => {
        if (/^\d+%$/.test(raw))
            return raw;
        if (/^\d+$/.test(raw))
            return Number(raw);
        throw new Error('a number of pods or a percentage, such as 1 or 25%');
    },
};
function strategyOf(read) {
    const type = read.optional('strategy', (0,types/* choice */.Yq)('RollingUpdate', 'Recreate'));
    const maxSurge = read.optional('max-surge', pods);
    const maxUnavailable = read.optional('max-unavailable', pods);
    if (type === 'Recreate' && (maxSurge !== undefined || maxUnavailable !== undefined))
        read.refuse('`strategy: Recreate` ends all pods first: `max-surge` and `max-unavailable` say nothing there');
    if (/^0%?$/.test(String(maxSurge)) && /^0%?$/.test(String(maxUnavailable)))
        read.refuse('`max-surge` and `max-unavailable` are both 0: no pod could ever be replaced');
    return { type, maxSurge, maxUnavailable };
}
function parse(read) {
    return {
        mode: read.withDefault('mode', (0,types/* choice */.Yq)('rollout', 'restart', 'undo', 'status', 'gitops'), 'rollout'),
        manifests: read.required('manifests', (0,types/* lines */.Mn)(types/* text */.Qq)),
        images: read.optional('images', types/* pairs */.AS) ?? new Map(),
        variablesFile: read.optional('variables-file', (0,types/* path */.Ae)(read.workspace)),
        allowUrls: read.withDefault('allow-urls', types/* flag */.Jt, 'false'),
        helm: read.optional('helm', types/* text */.Qq),
        helmValues: read.optional('helm-values', (0,types/* lines */.Mn)((0,types/* path */.Ae)(read.workspace))) ?? [],
        helmRelease: read.optional('helm-release', types/* text */.Qq),
        strategy: strategyOf(read),
        namespace: read.optional('namespace', types/* text */.Qq),
        environment: read.withDefault('environment', types/* text */.Qq, 'production'),
        environmentUrl: read.optional('environment-url', types/* text */.Qq),
        targets: read.optional('targets', (0,types/* lines */.Mn)(target(read.workspace))) ?? [],
        parallel: read.withDefault('parallel', types/* flag */.Jt, 'false'),
        freeze: read.optional('freeze', (0,types/* lines */.Mn)(freeze)) ?? [],
        ignoreFreeze: read.withDefault('ignore-freeze', types/* flag */.Jt, 'false'),
        kubeconfig: read.optional('kubeconfig', (0,types/* path */.Ae)(read.workspace)),
        context: read.optional('context', types/* text */.Qq),
        kubectl: read.optional('kubectl', types/* text */.Qq),
        gitopsRepository: read.optional('gitops-repository', types/* text */.Qq),
        gitopsBranch: read.withDefault('gitops-branch', types/* text */.Qq, 'main'),
        gitopsApplication: read.optional('gitops-application', types/* text */.Qq),
        gitopsPullRequest: read.withDefault('gitops-pull-request', types/* flag */.Jt, 'false'),
        token: read.optional('token', types/* text */.Qq),
        timeout: read.withDefault('timeout', types/* duration */.p0, '10m'),
        settle: read.withDefault('settle', types/* duration */.p0, '10s'),
        onFailure: read.withDefault('on-failure', (0,types/* choice */.Yq)('undo', 'keep'), 'undo'),
        onBusy: read.withDefault('on-busy', (0,types/* choice */.Yq)('wait', 'fail'), 'wait'),
        rules: {
            ready: read.optional('ready-when', (0,types/* lines */.Mn)(rule)) ?? [],
            failed: read.optional('failed-when', (0,types/* lines */.Mn)(rule)) ?? [],
        },
        fieldManager: read.withDefault('field-manager', types/* text */.Qq, 'seatrial'),
        forceConflicts: read.withDefault('force-conflicts', types/* flag */.Jt, 'false'),
        allowOlder: read.withDefault('allow-older', types/* flag */.Jt, 'false'),
        applySet: read.optional('apply-set', types/* text */.Qq),
        annotations: read.optional('annotations', types/* pairs */.AS) ?? new Map(),
        dryRun: read.withDefault('dry-run', types/* flag */.Jt, 'false'),
        ...(0,contract/* commonInputs */.j)(read),
    };
}
const contract_contract = {
    name: 'k8s-rollout',
    parse,
    outputs: [
        'status',
        'verdict',
        'cause',
        'diagnosis',
        'causes',
        'workloads',
        'revision',
        'previous-revision',
        'changed',
        'seconds',
        'seconds-to-verdict',
        'commit',
        'pull-request',
    ],
};

// EXTERNAL MODULE: ./build/actions/shared/action/job.js
var job = __webpack_require__(64456);
// EXTERNAL MODULE: ./build/actions/shared/errors/user-error.js
var user_error = __webpack_require__(30860);
// EXTERNAL MODULE: ./build/actions/shared/kube/open.js + 9 modules
var kube_open = __webpack_require__(11095);
// EXTERNAL MODULE: ./build/actions/shared/kube/values.js
var values = __webpack_require__(49256);
// EXTERNAL MODULE: ./build/actions/shared/manifests/pod-spec.js
var pod_spec = __webpack_require__(93900);
;// CONCATENATED MODULE: ./build/actions/shared/manifests/advice.js


const served = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'Rollout']);
/** What keeps a rollout from being gentle: probes that mean something else, and pods that all go at once. */
function adviceOn(manifests) {
    return manifests
        .filter(({ object }) => served.has(object.kind))
        .flatMap((manifest) => [
        ...(0,pod_spec/* containersOf */.Mz)(manifest.object)
            .filter(({ init }) => !init)
            .flatMap((container) => onProbes(manifest, container)),
        ...onStrategy(manifest),
        ...onEnding(manifest),
    ]);
}
function advice(manifest, path, message, fix) {
    return { subject: (0,values/* nameOf */.Vb)((0,values/* refOf */.H8)(manifest.object)), message, fix, place: manifest.placeOf(path) };
}
function onProbes(manifest, { name, path, spec }) {
    const readiness = (0,values.at)(spec, 'readinessProbe');
    const liveness = (0,values.at)(spec, 'livenessProbe');
    if (!(0,values/* isJson */.Fh)(readiness)) {
        if ((0,values/* listAt */.gT)(spec, 'ports').length === 0)
            return [];
        return [
            advice(manifest, path, `container ${name} serves on a port and has no readiness probe: it gets requests before it can answer them`, 'Add a `readinessProbe` that asks whether it can serve.'),
        ];
    }
    const question = (probe) => (0,values/* canonical */.$N)([(0,values.at)(probe, 'httpGet'), (0,values.at)(probe, 'tcpSocket'), (0,values.at)(probe, 'grpc'), (0,values.at)(probe, 'exec')]);
    if (!(0,values/* isJson */.Fh)(liveness) || !(0,values/* isJson */.Fh)((0,values.at)(liveness, 'httpGet')) || question(liveness) !== question(readiness))
        return [];
    return [
        advice(manifest, [...path, 'livenessProbe'], `container ${name} is asked the same for liveness as for readiness: when what it depends on fails, all its pods are killed`, 'Let the liveness probe ask only whether the process is stuck (`/healthz`), never its dependencies.'),
    ];
}
function onStrategy(manifest) {
    const path = ['spec', 'strategy', 'rollingUpdate', 'maxUnavailable'];
    if (manifest.object.kind !== 'Deployment' || (0,values.at)(manifest.object, ...path) !== '100%')
        return [];
    return [
        advice(manifest, path, 'maxUnavailable is 100%: every rollout is an outage', 'Write 25% or less, or 0 with a surge.'),
    ];
}
/** A pod that is killed while its preStop hook still waits drops the requests it has. */
function onEnding(manifest) {
    const template = (0,pod_spec/* templatePath */.Y7)(manifest.object) ?? [];
    const grace = (0,values/* numberAt */.tk)(manifest.object, ...template, 'spec', 'terminationGracePeriodSeconds') ?? 30;
    return (0,pod_spec/* containersOf */.Mz)(manifest.object).flatMap(({ name, path, spec }) => {
        const sleep = (0,values/* numberAt */.tk)(spec, 'lifecycle', 'preStop', 'sleep', 'seconds') ?? 0;
        if (sleep < grace)
            return [];
        return [
            advice(manifest, [...path, 'lifecycle'], `container ${name} sleeps ${sleep} s before it is told to stop, and is killed after ${grace} s: it never ends by itself`, 'Raise `terminationGracePeriodSeconds` above the sleep and what the program needs to drain.'),
        ];
    });
}
/** For the log. */
const adviceLine = ({ subject, message, place }) => `${subject}: ${message} (${place.file}${place.line === undefined ? '' : `:${place.line}`})`;

// EXTERNAL MODULE: ./build/actions/shared/rollout/workload.js
var rollout_workload = __webpack_require__(57413);
;// CONCATENATED MODULE: ./build/actions/shared/manifests/budgets.js



const scaled = new Set(['Deployment', 'StatefulSet', 'Rollout']);
/**
 * Disruption budgets that no node can ever be drained against. They don't stop a rollout, which deletes pods without asking
 * them; they stop whoever maintains the nodes, and two on one pod stop him with an error.
 */
function adviceOnBudgets(manifests) {
    const budgets = manifests.filter(({ object }) => object.kind === 'PodDisruptionBudget');
    const workloads = manifests.filter(({ object }) => scaled.has(object.kind)).map(({ object }) => object);
    return workloads.flatMap((workload) => {
        const own = budgets.filter(({ object }) => covers(object, workload));
        const blocking = own.flatMap((budget) => blockedBy(budget, workload));
        const [first, second] = own;
        if (first === undefined || second === undefined)
            return blocking;
        const both = `${(0,values/* nameOf */.Vb)((0,values/* refOf */.H8)(first.object))} and ${(0,values/* nameOf */.Vb)((0,values/* refOf */.H8)(second.object))}`;
        return [
            ...blocking,
            {
                subject: (0,values/* nameOf */.Vb)((0,values/* refOf */.H8)(workload)),
                message: `its pods are covered by ${both}: no pod with two budgets can be evicted`,
                fix: 'Let one budget select these pods.',
                place: second.placeOf(['spec', 'selector']),
            },
        ];
    });
}
function covers(budget, workload) {
    if (budget.metadata.namespace !== workload.metadata.namespace)
        return false;
    const labels = (0,values/* textsAt */.i1)(workload, ...((0,pod_spec/* templatePath */.Y7)(workload) ?? []), 'metadata', 'labels');
    return (0,rollout_workload/* selects */.ko)((0,values/* objectAt */.lJ)(budget, 'spec', 'selector'), labels);
}
function blockedBy(budget, workload) {
    const replicas = (0,values/* numberAt */.tk)(workload, 'spec', 'replicas') ?? 1;
    const min = (0,values.at)(budget.object, 'spec', 'minAvailable');
    const max = (0,values.at)(budget.object, 'spec', 'maxUnavailable');
    // Percentages are rounded up: of few pods a small one is all of them.
    const needed = amount(min, replicas);
    const field = needed >= replicas && min !== undefined ? 'minAvailable' : 'maxUnavailable';
    const blocks = field === 'minAvailable' ? replicas > 0 : max !== undefined && amount(max, replicas) === 0;
    if (!blocks)
        return [];
    return [
        {
            subject: (0,values/* nameOf */.Vb)((0,values/* refOf */.H8)(budget.object)),
            message: `${field} ${String(field === 'minAvailable' ? min : max)} of ${replicas} replicas of ${(0,values/* nameOf */.Vb)((0,values/* refOf */.H8)(workload))} lets no pod go: its nodes can never be drained`,
            fix: 'Write `maxUnavailable: 1`, and have at least two replicas.',
            place: budget.placeOf(['spec', field]),
        },
    ];
}
function amount(value, of) {
    if (typeof value === 'number')
        return value;
    const percent = /^(\d+)%$/.exec(String(value))?.[1];
    return percent === undefined ? 0 : Math.ceil((Number(percent) * of) / 100);
}

// EXTERNAL MODULE: ./build/actions/shared/manifests/release.js + 1 modules
var release = __webpack_require__(14427);
// EXTERNAL MODULE: ./build/actions/shared/rollout/rollout.js + 20 modules
var rollout = __webpack_require__(96994);
// EXTERNAL MODULE: ./build/actions/shared/units/duration.js
var units_duration = __webpack_require__(39794);
// EXTERNAL MODULE: ./build/actions/shared/github/announce.js + 1 modules
var announce = __webpack_require__(16304);
;// CONCATENATED MODULE: ./build/actions/k8s-rollout/src/deployment.js

/** Tells GitHub of this rollout as a deployment, unless nothing is deployed by it. */
function announceRollout(inputs, context, open) {
    const { token, environment, environmentUrl } = inputs;
    // In the mode `gitops` the token is another repository's.
    if (inputs.dryRun || inputs.mode === 'status' || inputs.mode === 'gitops')
        return announce/* silent */.K;
    const about = { title: 'k8s-rollout', description: 'rolling out', token, environment, environmentUrl };
    return (0,announce/* announce */.i)(about, context, open);
}
/** The status of a rollout in GitHub's words. */
function deploymentState(status) {
    if (status === 'succeeded' || status === 'unchanged')
        return 'success';
    return status === 'cancelled' ? 'error' : 'failure';
}

// EXTERNAL MODULE: ./build/actions/k8s-rollout/src/diagnosis.js
var diagnosis = __webpack_require__(88547);
;// CONCATENATED MODULE: ./build/actions/k8s-rollout/src/given.js
/** Only what is set: an absent option and one that is undefined are not the same. */
function given(options) {
    const set = {};
    for (const key in options) {
        const value = options[key];
        if (value !== undefined)
            set[key] = value;
    }
    return set;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/actions/shared/rollout/journal/journal.js
var journal = __webpack_require__(23461);
;// CONCATENATED MODULE: ./build/actions/k8s-rollout/src/journal.js




/**
 * Where the notes of a release are kept; undefined: it has no workloads, and none. Runs of one release are known by its
 * workloads, in whatever order they stand in the files: what they are called stays when all else changes.
 */
function journalOf(objects) {
    const workloads = new Map(objects.filter(rollout_workload/* isWorkload */.gv).map((workload) => [(0,values/* nameOf */.Vb)((0,values/* refOf */.H8)(workload)), workload]));
    const names = [...workloads.keys()].sort();
    const namespace = workloads.get(names[0] ?? '')?.metadata.namespace;
    if (namespace === undefined)
        return undefined;
    return (0,journal/* journalRef */.fp)(namespace, (0,external_node_crypto_.createHash)('sha256').update(names.join('\n')).digest('hex').slice(0, 12));
}

// EXTERNAL MODULE: ./build/actions/shared/manifests/images.js
var manifests_images = __webpack_require__(59103);
// EXTERNAL MODULE: ./build/actions/shared/manifests/read.js + 6 modules
var manifests_read = __webpack_require__(63655);
// EXTERNAL MODULE: ./build/actions/shared/manifests/sources/find.js
var find = __webpack_require__(39013);
// EXTERNAL MODULE: ./build/actions/shared/manifests/sources/variables.js
var sources_variables = __webpack_require__(4357);
;// CONCATENATED MODULE: ./build/actions/shared/manifests/strategy.js

/** The manifests with this strategy in every Deployment. */
function withStrategy(manifests, strategy) {
    const { type, maxSurge, maxUnavailable } = strategy;
    if (type === undefined && maxSurge === undefined && maxUnavailable === undefined)
        return [...manifests];
    return manifests.map((manifest) => {
        if (manifest.object.kind !== 'Deployment')
            return manifest;
        const given = [
            ['maxSurge', maxSurge],
            ['maxUnavailable', maxUnavailable],
        ];
        const start = type === undefined ? manifest.object : (0,manifests_images.withField)(manifest.object, ['spec', 'strategy'], { type });
        const object = given.reduce((changed, [field, value]) => value === undefined
            ? changed
            : (0,manifests_images.withField)(changed, ['spec', 'strategy', 'rollingUpdate', field], value), start);
        return { ...manifest, object };
    });
}

// EXTERNAL MODULE: ./build/actions/k8s-rollout/src/secrets.js
var src_secrets = __webpack_require__(93983);
;// CONCATENATED MODULE: ./build/actions/k8s-rollout/src/manifests.js







/** What the caller wants to be in the cluster, as the inputs make it of the files. */
async function wantedObjects(inputs, { workspace, exec, mask, log }) {
    const { variablesFile, helm, kubectl, namespace, helmRelease: release } = inputs;
    const variables = variablesFile === undefined
        ? undefined
        : await (0,sources_variables/* readVariables */.C)(variablesFile, (0,find/* shownPath */.pS)(variablesFile, workspace));
    const read = await (0,manifests_read.readManifests)(inputs.manifests, {
        workspace,
        exec,
        allowUrls: inputs.allowUrls,
        helm: { values: inputs.helmValues, ...given({ helm, release, namespace }) },
        ...given({ kubectl }),
        ...(variables === undefined ? {} : { variables }),
    });
    const secrets = (0,src_secrets/* secretsIn */.V)(read);
    for (const secret of secrets)
        await mask(secret);
    log.info(`${read.length} objects in ${new Set(read.map(({ file }) => file)).size} files.`);
    const pinned = inputs.mode === 'rollout' ? (0,manifests_images.replaceImages)(read, inputs.images) : read;
    return { manifests: withStrategy(pinned, inputs.strategy), secrets };
}

// EXTERNAL MODULE: ./build/actions/k8s-rollout/src/report.js + 1 modules
var report = __webpack_require__(50466);
// EXTERNAL MODULE: ./build/actions/shared/action/report.js
var action_report = __webpack_require__(68565);
;// CONCATENATED MODULE: ./build/actions/k8s-rollout/src/targets.js


/**
 * Rolls out to every target, one after the other or all at once. The first that fails is the last that begins: those behind it are
 * left as they are, and those beside it are cancelled, which takes them back. What has succeeded before stays.
 */
async function overTargets(inputs, context, one) {
    const { targets } = inputs;
    if (targets.length === 0)
        return one(inputs, context);
    const ended = inputs.parallel ? await atOnce(inputs, context, one) : await inTurn(inputs, context, one);
    merge(ended, targets, context);
}
async function inTurn(inputs, context, one) {
    const ended = [];
    for (const target of inputs.targets) {
        if (ended.some(({ failed }) => failed))
            break;
        ended.push(await toOne(target, inputs, context, one));
    }
    return ended;
}
async function atOnce(inputs, context, one) {
    const stop = new AbortController();
    const signal = AbortSignal.any([context.signal, stop.signal]);
    const ended = [];
    await Promise.all(inputs.targets.map(async (target) => {
        const end = await toOne(target, inputs, { ...context, signal }, one);
        // In the order in which they end: the first failure is the one that counts.
        ended.push(end);
        if (end.failed)
            stop.abort(new Error(`${formatTarget(target)} has failed`));
    }));
    return ended;
}
async function toOne(target, inputs, context, one) {
    const report = new action_report/* Report */.pl();
    const name = formatTarget(target);
    const log = { ...context.log, info: (line) => context.log.info(`[${name}] ${line}`) };
    try {
        await one({ ...inputs, ...target }, { ...context, report, log });
        return { target, report, thrown: undefined, failed: report.failure !== undefined };
    }
    catch (error) {
        return { target, report, thrown: error, failed: true };
    }
}
/** Tells all of them as one step: outputs of the first that failed, else of the last that changed anything. */
function merge(ended, targets, { report, record }) {
    const failed = ended.find((end) => end.failed);
    const changed = ended.findLast(({ report: { outputs } }) => outputs.get('changed') === 'true');
    const decisive = failed ?? changed ?? ended.at(-1);
    for (const [name, value] of decisive?.report.outputs ?? [])
        report.output(name, value);
    const workloads = ended.flatMap(({ report: { outputs } }) => listIn(outputs.get('workloads')));
    report.output('workloads', JSON.stringify(workloads));
    for (const end of ended) {
        for (const annotation of end.report.annotations)
            report.annotate(annotation);
        for (const summary of end.report.summaries)
            report.summary(summary);
    }
    const own = ended.flatMap(({ report: { sections } }) => sections.rollouts?.slice(-1) ?? []);
    const others = (record.rollouts ?? []).filter((old) => !own.some((now) => now.environment === old.environment && now.namespace === old.namespace));
    if (own.length > 0)
        report.section('rollouts', [...others, ...own]);
    if (failed === undefined)
        return;
    const begun = new Set(ended.map(({ target }) => formatTarget(target)));
    const rest = targets.map(formatTarget).filter((name) => !begun.has(name));
    const left = rest.length === 0 ? '' : ` Left as they were: ${rest.join('; ')}.`;
    const { failure } = failed.report;
    if (failure !== undefined)
        report.fail(`${formatTarget(failed.target)}: ${failure.message}.${left}`, failure.fix);
    if (failed.thrown !== undefined)
        throw failed.thrown;
}
function listIn(json) {
    const value = json === undefined || json === '' ? [] : JSON.parse(json);
    return Array.isArray(value) ? value : [];
}

;// CONCATENATED MODULE: ./build/actions/k8s-rollout/src/run.js

















/** Rolls the caller's manifests out, and back when they fail. */
async function run(inputs, context, access = { open: kube_open/* openKube */.K, namespace: kube_open/* contextNamespace */.j }) {
    const { report: told } = context;
    const one = (own, place) => attempt(own, place, access);
    refuseFrozen(inputs, context);
    const announced = announceRollout(inputs, context);
    try {
        await overTargets(inputs, context, one);
    }
    finally {
        await announced.end(deploymentState(told.outputs.get('status') ?? 'failed'), told.failure?.message ?? told.outputs.get('verdict') ?? '');
    }
}
async function attempt(inputs, context, access) {
    try {
        await story(inputs, context, access);
    }
    catch (error) {
        if (error instanceof user_error/* UserError */.yo)
            (0,report/* reportRefusal */.Ld)(context, error);
        throw error;
    }
}
/** Until there is a better one: the verdict of everything that throws before the first write. */
function expectRefusal({ report: told }) {
    told.output('status', 'failed');
    told.output('verdict', 'refused');
    told.output('changed', false);
}
/** Going back and looking stay allowed. */
function refuseFrozen(inputs, context) {
    if (inputs.ignoreFreeze || inputs.dryRun || inputs.mode === 'undo' || inputs.mode === 'status')
        return;
    const freeze = (0,freeze_freeze/* frozenBy */.iJ)(inputs.freeze, context.now());
    if (freeze === undefined)
        return;
    expectRefusal(context);
    const error = new freeze_freeze/* Frozen */.jq(freeze);
    (0,report/* reportRefusal */.Ld)(context, error);
    throw error;
}
async function story(inputs, context, access) {
    const begun = context.now();
    expectRefusal(context);
    if (inputs.mode === 'gitops') {
        const { rollOutByGit } = await __webpack_require__.e(/* import() */ 2589).then(__webpack_require__.bind(__webpack_require__, 2589));
        return rollOutByGit(inputs, context, access);
    }
    const { temp, log, signal } = context;
    const { manifests, secrets } = await wantedObjects(inputs, context);
    const target = given({ kubeconfig: inputs.kubeconfig, context: inputs.context, kubectl: inputs.kubectl });
    const asked = inputs.namespace === undefined ? access.namespace(target) : Promise.resolve(inputs.namespace);
    // What is wrong with the access itself is told first.
    asked.catch(() => undefined);
    const kube = await access.open({ ...target, temp, signal, log });
    try {
        const namespace = await asked;
        const cluster = { kube, namespace };
        advise(manifests, context);
        const objects = await (0,release.releaseObjects)(manifests, cluster, context.record, inputs.annotations);
        await rollOutWith({ kube, namespace }, objects, secrets, begun, inputs, context);
    }
    finally {
        await kube.close();
    }
}
async function rollOutWith({ kube, namespace }, manifests, secrets, begun, inputs, context) {
    const log = { ...context.log, info: (line) => context.log.info((0,src_secrets/* hideIn */.c)(line, secrets)) };
    const setting = {
        kube,
        log,
        now: context.now,
        signal: context.signal,
        fieldManager: inputs.fieldManager,
        forceConflicts: inputs.forceConflicts,
    };
    const claiming = { owner: (0,job.jobOf)(context.env), onBusy: inputs.onBusy, patience: inputs.timeout };
    const { applySet: name, mode, ...options } = inputs;
    const set = name === undefined ? {} : { applySet: { name, namespace } };
    const journal = journalOf(manifests.map(({ object }) => object));
    const claim = inputs.mode === 'status' ? {} : { claim: claiming };
    const result = await (0,rollout/* rollOut */.O)(manifests, setting, {
        ...options,
        ...(mode === 'gitops' ? {} : { mode }),
        ...claim,
        ...set,
        ...(journal === undefined || mode === 'status' ? {} : { journal }),
    });
    const duration = context.now() - begun;
    log.info(`${result.verdict} after ${(0,units_duration/* formatDuration */.a)(duration)}`);
    if (result.findings.length > 0)
        log.info(`\n${(0,diagnosis/* asText */.e1)(result.findings, manifests)}`);
    (0,report/* report */.z8)(inputs, context, { result, manifests, secrets, duration });
}
/** What makes rollouts of these manifests unsafe is told before one begins, and refuses nothing. */
function advise(manifests, { log, report: told }) {
    for (const advice of [...adviceOn(manifests), ...adviceOnBudgets(manifests)]) {
        log.info(adviceLine(advice));
        const { subject, message, fix, place } = advice;
        told.annotate({
            level: 'warning',
            title: 'k8s-rollout',
            message: `${subject}: ${message}. ${fix}`,
            place,
        });
    }
}

;// CONCATENATED MODULE: ./build/actions/k8s-rollout/src/index.js



const start = () => (0,run_action/* runAction */.C)(contract_contract, run);


/***/ }),

/***/ 50466:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z8: () => (/* binding */ report),
  Ld: () => (/* binding */ reportRefusal)
});

// UNUSED EXPORTS: statusOf

// EXTERNAL MODULE: ./build/actions/shared/freeze/freeze.js
var freeze = __webpack_require__(5791);
// EXTERNAL MODULE: ./build/actions/shared/kube/errors.js
var errors = __webpack_require__(80265);
// EXTERNAL MODULE: ./build/actions/shared/kube/values.js
var values = __webpack_require__(49256);
// EXTERNAL MODULE: ./build/actions/shared/manifests/pod-spec.js
var pod_spec = __webpack_require__(93900);
// EXTERNAL MODULE: ./build/actions/shared/rollout/claim/claim.js
var claim = __webpack_require__(67641);
// EXTERNAL MODULE: ./build/actions/shared/rollout/rollout.js + 20 modules
var rollout = __webpack_require__(96994);
// EXTERNAL MODULE: ./build/actions/shared/rollout/workload.js
var workload = __webpack_require__(57413);
// EXTERNAL MODULE: ./build/actions/k8s-rollout/src/diagnosis.js
var diagnosis = __webpack_require__(88547);
// EXTERNAL MODULE: ./build/actions/k8s-rollout/src/secrets.js
var src_secrets = __webpack_require__(93983);
// EXTERNAL MODULE: ./build/actions/shared/markdown/markdown.js
var markdown = __webpack_require__(37727);
// EXTERNAL MODULE: ./build/actions/shared/rollout/plan/diff.js
var diff = __webpack_require__(99325);
// EXTERNAL MODULE: ./build/actions/shared/units/duration.js
var duration = __webpack_require__(39794);
;// CONCATENATED MODULE: ./build/actions/k8s-rollout/src/summary.js





const titles = {
    healthy: 'healthy',
    unchanged: 'nothing to change',
    refused: 'refused before anything was changed',
    failed: 'failed',
    undone: 'failed and undone',
    'undo-failed': 'failed, and going back failed too',
    cancelled: 'cancelled',
};
/** The job summary: how it ended, why, what changed, how long each part took. */
function summaryOf(result, environment, manifests, dryRun) {
    const title = dryRun && result.verdict === 'healthy' ? 'checked, nothing written' : titles[result.verdict];
    return [
        `### Rollout ${environment}: ${title}`,
        ...result.findings.slice(0, 5).map((finding) => section(finding, manifests)),
        ...(result.findings.length > 5 ? [`… and ${result.findings.length - 5} more in the log.`] : []),
        ...(result.restored?.failures ?? []).map(({ ref, message }) => `**Not put back:** ${(0,values/* nameOf */.Vb)(ref)}: ${message}`),
        workloads(result),
        changes(result.plan),
        ...(result.warnings.length === 0 ? [] : [warnings(result.warnings)]),
        timings(result),
    ]
        .filter((part) => part !== '')
        .join('\n\n');
}
function section(finding, manifests) {
    const place = (0,diagnosis/* placeOf */.$t)(finding, manifests);
    return [
        `#### ${(0,markdown/* code */.aY)(finding.cause)} ${(0,diagnosis/* subjectOf */.et)(finding)}`,
        finding.message,
        ...(place === undefined ? [] : [`Manifest: ${(0,markdown/* code */.aY)((0,diagnosis/* shown */.SP)(place))}`]),
        ...(finding.evidence.length === 0 ? [] : [(0,markdown/* fence */.EU)(finding.evidence.join('\n'))]),
        `**What to do:** ${finding.fix.includes('\n') ? (0,markdown/* fence */.EU)(finding.fix, 'yaml') : finding.fix}`,
    ].join('\n\n');
}
function workloads({ workloads: statuses }) {
    if (statuses.length === 0)
        return '';
    const rows = statuses.map(({ ref, wanted, updated, ready, old, revision }) => [
        (0,values/* nameOf */.Vb)(ref),
        `${ready} of ${wanted}`,
        `${updated} new, ${old} old`,
        revision ?? '',
    ]);
    return (0,markdown/* table */.tp)(['workload', 'ready', 'pods', 'revision'], rows);
}
function changes(plan) {
    if (plan === undefined)
        return '';
    const lines = (0,diff/* diffOf */.n)(plan);
    const changed = plan.steps.filter(({ change }) => change === 'created' || change === 'changed');
    if (lines.length === 0)
        return '';
    const removed = plan.pruned.length === 0 ? '' : `, ${plan.pruned.length} removed`;
    return (0,markdown/* details */.zH)(`What changes: ${changed.length} of ${plan.steps.length} objects${removed}`, (0,markdown/* fence */.EU)(lines.join('\n'), 'diff'));
}
function warnings(findings) {
    const lines = findings.map((finding) => `- ${(0,markdown/* code */.aY)(finding.cause)} ${(0,diagnosis/* subjectOf */.et)(finding)}: ${finding.message}`);
    return `Noticed on the way:\n\n${lines.join('\n')}`;
}
function timings({ timings: { check, apply, hooks, watch, undo } }) {
    const parts = [
        ['check', check],
        ['apply', apply],
        ['hooks', hooks],
        ['watch', watch],
        ['undo', undo],
    ];
    return parts
        .filter(([, ms]) => ms > 0)
        .map(([name, ms]) => `${name} ${(0,duration/* formatDuration */.a)(ms)}`)
        .join(', ');
}

;// CONCATENATED MODULE: ./build/actions/k8s-rollout/src/report.js










/** Outputs, annotations, summary and record section. */
function report(inputs, context, told) {
    const { manifests, secrets } = told;
    const result = withoutSecrets(told.result, secrets);
    const sectionOf = recordSection(inputs, { ...told, result });
    const { findings } = result;
    const [first] = sectionOf.workloads;
    const outputs = [
        ['status', statusOf(result.verdict)],
        ['verdict', result.verdict],
        ['cause', findings[0]?.cause ?? ''],
        ['diagnosis', (0,src_secrets/* hideIn */.c)((0,diagnosis/* asText */.e1)([...findings, ...result.warnings], manifests), secrets)],
        [
            'causes',
            JSON.stringify(findings.map(({ cause, message, fix, ref, evidence }) => ({
                cause,
                object: (0,values/* nameOf */.Vb)(ref),
                message,
                evidence,
                fix,
            }))),
        ],
        ['workloads', JSON.stringify(sectionOf.workloads)],
        ['revision', first?.revision ?? ''],
        ['previous-revision', first?.previousRevision ?? ''],
        ['changed', isChanged(inputs, result)],
        ['seconds', sectionOf.seconds],
        ['seconds-to-verdict', verdictSeconds(result)],
    ];
    for (const [name, value] of outputs)
        context.report.output(name, value);
    context.report.section('rollouts', [...othersThan(sectionOf, context.record.rollouts ?? []), sectionOf]);
    context.report.summary((0,src_secrets/* hideIn */.c)(summaryOf(result, inputs.environment, manifests, inputs.dryRun), secrets));
    annotate(context, result, manifests);
    if (result.verdict === 'healthy' || result.verdict === 'unchanged')
        return;
    context.report.fail(failureOf(result, inputs), findings[0]?.fix ?? fixWithoutCause(result));
}
/** A job that runs again tells its rollout anew: the earlier attempt is no part of the release's end. */
function othersThan(one, all) {
    return all.filter(({ environment, namespace }) => environment !== one.environment || namespace !== one.namespace);
}
function withoutSecrets(result, secrets) {
    const clean = (finding) => ({
        ...finding,
        message: (0,src_secrets/* hideIn */.c)(finding.message, secrets),
        evidence: finding.evidence.map((line) => (0,src_secrets/* hideIn */.c)(line, secrets)),
    });
    return { ...result, findings: result.findings.map(clean), warnings: result.warnings.map(clean) };
}
/** The verdict in the words of the output `status`. */
function statusOf(verdict) {
    if (verdict === 'healthy')
        return 'succeeded';
    if (verdict === 'refused' || verdict === 'undo-failed')
        return 'failed';
    return verdict;
}
function isChanged({ dryRun }, { plan, verdict, restored }) {
    if (dryRun || plan === undefined || restored !== undefined || verdict === 'refused')
        return false;
    return (plan.pruned.length > 0 || plan.steps.some(({ change }) => change === 'created' || change === 'changed'));
}
const seconds = (ms) => Math.round(ms / 100) / 10;
/** From the start of the process to the verdict, without the way back. */
function verdictSeconds({ timings }) {
    return seconds(process.uptime() * 1000 - timings.undo);
}
function recordSection(inputs, { result, manifests, duration }) {
    const steps = new Map(result.plan?.steps.map((step) => [(0,values/* nameOf */.Vb)(step.ref), step]));
    const statuses = new Map(result.workloads.map((status) => [(0,values/* nameOf */.Vb)(status.ref), status]));
    const workloads = manifests
        .filter(({ object }) => (0,workload/* isWorkload */.gv)(object))
        .map(({ object }) => {
        const name = (0,values/* nameOf */.Vb)((0,values/* refOf */.H8)(object));
        const before = (0,rollout/* previousRevision */.R)(steps.get(name)?.before);
        const revision = statuses.get(name)?.revision;
        return {
            kind: object.kind,
            name: object.metadata.name ?? '',
            ...(revision === undefined ? {} : { revision }),
            ...(before === undefined ? {} : { previousRevision: before }),
            images: (0,pod_spec/* containersOf */.Mz)(object).map(({ image }) => image),
        };
    });
    const namespaces = new Set(manifests.map(({ object }) => object.metadata.namespace).filter((name) => name !== undefined));
    return {
        environment: inputs.environment,
        namespace: [...namespaces].join(','),
        verdict: result.verdict,
        workloads,
        causes: result.findings.map(({ cause, message }) => ({ cause, message })),
        seconds: seconds(duration),
    };
}
function annotate(context, { findings, warnings }, manifests) {
    for (const [level, list] of [
        ['error', findings],
        ['warning', warnings],
    ]) {
        for (const finding of list) {
            const place = (0,diagnosis/* sourcePlace */.$Y)(finding, context.workspace) ?? (0,diagnosis/* placeOf */.$t)(finding, manifests);
            context.report.annotate({
                level,
                title: `k8s-rollout: ${finding.cause}`,
                message: `${(0,diagnosis/* subjectOf */.et)(finding)}: ${finding.message}\n${finding.fix}`,
                ...(place === undefined ? {} : { place }),
            });
        }
    }
}
function failureOf({ verdict, findings, restored }, { environment }) {
    const [first] = findings;
    const why = first === undefined ? '' : ` (${first.cause}) ${(0,diagnosis/* subjectOf */.et)(first)}: ${first.message}`;
    const back = verdict === 'undone'
        ? '. Everything is back to what it was before, and healthy.'
        : verdict === 'undo-failed'
            ? `. Going back failed: ${restored?.failures.map(({ ref, message }) => `${(0,values/* nameOf */.Vb)(ref)}: ${message}`).join('; ') || 'what was before is written, but not healthy'}.`
            : verdict === 'cancelled' && restored !== undefined
                ? '. What was before is written again; the cluster goes there by itself.'
                : '';
    const how = { refused: 'was refused before anything was changed', cancelled: 'was cancelled' };
    return `the rollout to ${environment} ${verdict === 'refused' || verdict === 'cancelled' ? how[verdict] : 'failed'}${why}${back}`;
}
function fixWithoutCause({ verdict }) {
    return verdict === 'cancelled'
        ? 'Run the job again when you want this release.'
        : 'Look at the log of this step.';
}
/**
 * What is told when nothing could begin (a manifest that can't be read, a cluster that can't be reached), and when another
 * run has taken the release over.
 */
function reportRefusal({ report: out }, error) {
    if (error instanceof claim.ClaimLost) {
        out.output('verdict', 'failed');
        out.output('changed', true);
    }
    out.output('cause', causeOf(error));
    const place = error.place === undefined ? '' : `\nmanifest: ${(0,diagnosis/* shown */.SP)(error.place)}`;
    out.output('diagnosis', (0,diagnosis/* shortened */.vI)(`${error.message}${place}\nwhat to do: ${error.fix}`));
    out.output('causes', JSON.stringify([{ cause: causeOf(error), message: error.message, fix: error.fix }]));
    out.output('seconds', seconds(process.uptime() * 1000));
    out.output('seconds-to-verdict', seconds(process.uptime() * 1000));
}
function causeOf(error) {
    if (error instanceof claim.ClaimLost)
        return 'busy';
    if (error instanceof freeze/* Frozen */.jq)
        return 'frozen';
    if (!(error instanceof errors/* KubeError */.a3))
        return 'invalid-manifest';
    if (error.status === 0 || error.status >= 500)
        return 'unreachable';
    if (error.status === 403)
        return 'forbidden';
    return error.status === 401 ? 'unauthorized' : 'invalid-manifest';
}


/***/ }),

/***/ 93983:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ secretsIn),
/* harmony export */   c: () => (/* binding */ hideIn)
/* harmony export */ });
/* harmony import */ var _shared_kube_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49256);

/** Shorter values stand in ordinary text all the time; hiding them would hide the text. */
const shortest = 6;
/** What the Secrets of the manifests hold, in every form in which it may turn up in a log. */
function secretsIn(manifests) {
    const values = manifests
        .filter(({ object }) => object.kind === 'Secret')
        .flatMap(({ object }) => [
        ...Object.values((0,_shared_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textsAt */ .i1)(object, 'stringData')),
        ...Object.values((0,_shared_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textsAt */ .i1)(object, 'data')).flatMap((value) => [
            value,
            Buffer.from(value, 'base64').toString(),
        ]),
    ]);
    const lines = values.flatMap((value) => [value, ...value.split('\n')]).map((value) => value.trim());
    return [...new Set(lines)].filter((value) => value.length >= shortest).sort((a, b) => b.length - a.length);
}
/** A text without the secrets. */
function hideIn(text, secrets) {
    return secrets.reduce((hidden, secret) => hidden.replaceAll(secret, '***'), text);
}


/***/ }),

/***/ 64456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jobOf: () => (/* binding */ jobOf)
/* harmony export */ });
/**
 * Names the job: all steps of one job, its post steps included, share it. On GitHub that is a link into the run; elsewhere
 * `SEATRIAL_JOB`, or nothing that a later process could share.
 */
function jobOf(env) {
    const { GITHUB_RUN_ID: run, GITHUB_RUN_ATTEMPT: attempt = '1', GITHUB_JOB: job = '' } = env;
    if (run === undefined || run === '')
        return env['SEATRIAL_JOB'] ?? `local-${process.pid}`;
    const { GITHUB_SERVER_URL: server = 'https://github.com', GITHUB_REPOSITORY: repository = '' } = env;
    return `${server}/${repository}/actions/runs/${run}/attempts/${attempt}${job === '' ? '' : `#${job}`}`;
}


/***/ }),

/***/ 5791:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rh: () => (/* binding */ parseFreeze),
/* harmony export */   iJ: () => (/* binding */ frozenBy),
/* harmony export */   jq: () => (/* binding */ Frozen)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30860);

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const minutesOfDay = 24 * 60;
/**
 * Reads one window: `2026-12-20T00:00+01:00/2026-12-27T00:00+01:00`, `Fri 16:00-Mon 08:00 Europe/Berlin` each week, or
 * `22:00-06:00 Europe/Berlin` each day. The zone is UTC unless named. Throws an Error that completes "expected …".
 */
function parseFreeze(raw) {
    const text = raw.replace(/\s+/g, ' ');
    return interval(text) ?? weekly(text) ?? daily(text) ?? fail();
}
function fail() {
    throw new Error('an interval such as 2026-12-20T00:00Z/2026-12-27T00:00Z, Fri 16:00-Mon 08:00 Europe/Berlin, or 22:00-06:00 Europe/Berlin');
}
function interval(text) {
    const [begin = '', end = '', ...rest] = text.split('/');
    if (rest.length > 0 || !/^\d{4}-\d{2}-\d{2}/.test(begin))
        return undefined;
    // Without a zone a time means another moment on each runner.
    const moment = (iso) => /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2}))?$/.test(iso) ? Date.parse(iso) : Number.NaN;
    const [from, to] = [moment(begin), moment(end)];
    return from < to ? { text, from, to } : fail();
}
const clock = '([01]?\\d|2[0-3]|24):([0-5]\\d)';
const zoned = '(?: ([A-Za-z][\\w+/-]*))?$';
const weekPattern = new RegExp(`^(${days.join('|')}) ${clock} ?- ?(${days.join('|')}) ${clock}${zoned}`);
const dayPattern = new RegExp(`^${clock} ?- ?${clock}${zoned}`);
function weekly(text) {
    const found = weekPattern.exec(text);
    if (found === null)
        return undefined;
    const [, day = '', hour, minute, endDay = '', endHour, endMinute, zone = 'UTC'] = found;
    const from = days.indexOf(day) * minutesOfDay + Number(hour) * 60 + Number(minute);
    const to = days.indexOf(endDay) * minutesOfDay + Number(endHour) * 60 + Number(endMinute);
    return { text, from, to, every: 'week', zone: knownZone(zone) };
}
function daily(text) {
    const found = dayPattern.exec(text);
    if (found === null)
        return undefined;
    const [, hour, minute, endHour, endMinute, zone = 'UTC'] = found;
    const from = Number(hour) * 60 + Number(minute);
    return { text, from, to: Number(endHour) * 60 + Number(endMinute), every: 'day', zone: knownZone(zone) };
}
function knownZone(zone) {
    try {
        new Intl.DateTimeFormat('en', { timeZone: zone });
        return zone;
    }
    catch {
        return fail();
    }
}
/** The first of the windows that `now` (milliseconds since the epoch) lies in. */
function frozenBy(freezes, now) {
    return freezes.find((freeze) => {
        if (!('every' in freeze))
            return now >= freeze.from && now < freeze.to;
        const at = minuteIn(freeze.zone, freeze.every, now);
        return freeze.from < freeze.to
            ? at >= freeze.from && at < freeze.to
            : at >= freeze.from || at < freeze.to;
    });
}
function minuteIn(timeZone, every, now) {
    const format = new Intl.DateTimeFormat('en-GB', {
        timeZone,
        weekday: 'short',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
    });
    const parts = new Map(format.formatToParts(now).map(({ type, value }) => [type, value]));
    const minute = Number(parts.get('hour')) * 60 + Number(parts.get('minute'));
    return every === 'day' ? minute : days.indexOf(parts.get('weekday') ?? '') * minutesOfDay + minute;
}
/** Nothing is rolled out now. */
class Frozen extends _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo {
    constructor({ text }) {
        super(`nothing is rolled out in the freeze ${text}`, {
            fix: 'Run the job again when it is over; for what can’t wait write `ignore-freeze: true`.',
        });
        this.name = 'Frozen';
    }
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

/***/ 80265:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HB: () => (/* binding */ unreachable),
/* harmony export */   Mz: () => (/* binding */ errorOf),
/* harmony export */   a3: () => (/* binding */ KubeError),
/* harmony export */   dh: () => (/* binding */ isConflict),
/* harmony export */   eo: () => (/* binding */ notReached)
/* harmony export */ });
/* unused harmony export ConflictError */
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30860);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49256);


/**
 * What the API server refused, or that it could not be reached (status 0).
 *
 * It is a UserError: nearly all of it is mended in a manifest, a role or a kubeconfig. Callers that can go on look at
 * `status` and `reason`.
 */
class KubeError extends _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo {
    /** The HTTP status; 0 when there was no answer. */
    status;
    /** The server's word, such as `Forbidden`, `NotFound`, `Invalid`. */
    reason;
    details;
    constructor(message, options) {
        super(message, { fix: options.fix ?? fixFor(options.status), cause: options.cause });
        this.name = 'KubeError';
        this.status = options.status;
        this.reason = options.reason;
        this.details = options.details ?? [];
    }
}
/** Somebody else wrote in between, or owns a field that is to be applied (status 409). */
class ConflictError extends KubeError {
    constructor(message, options) {
        super(message, { ...options, status: 409 });
        this.name = 'ConflictError';
    }
}
/** Whether an error is the server's 409. */
function isConflict(error) {
    return error instanceof ConflictError;
}
/** The error behind an answer that is no success. `what` names the call: `get Deployment shop/checkout`. */
function errorOf(status, body, what) {
    const parsed = parse(body);
    const said = (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(parsed, 'message') || body.trim().slice(0, 500) || `HTTP status ${status}`;
    const reason = (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(parsed, 'reason') || String(status);
    const details = (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .listAt */ .gT)(parsed, 'details', 'causes').map((cause) => ({
        reason: (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(cause, 'reason'),
        message: (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(cause, 'message'),
        field: (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(cause, 'field'),
    }));
    const message = `${what}: ${said}`;
    if (status === 409)
        return new ConflictError(message, { reason, details });
    if ((0,_values_js__WEBPACK_IMPORTED_MODULE_1__.at)(parsed, 'kind') !== 'Status' && notReached(said))
        return unreachable(said);
    return new KubeError(message, { status, reason, details });
}
/** What kubectl's proxy says when the API server itself gave no answer. */
function notReached(said) {
    return /dial tcp|connection refused|no such host|i\/o timeout|x509:|tls:|EOF|connection reset|no route to host|network is unreachable|context deadline exceeded|getting credentials|http2:|Client\.Timeout|TLS handshake/i.test(said);
}
/** The error for an API server that gives no answer. */
function unreachable(said, cause) {
    const clean = said.replace(/^.*?: (?=Get |Post |Patch )/, '').trim();
    if (/getting credentials|exec: /.test(said)) {
        return new KubeError(`kubectl could not get credentials for the cluster: ${clean}`, {
            status: 401,
            reason: 'Unauthorized',
            fix: 'Install the credential plugin that the kubeconfig names in an earlier step, and sign in before this step.',
            cause,
        });
    }
    if (/x509:|tls: failed to verify/.test(said)) {
        return new KubeError(`the cluster's certificate is not trusted: ${clean}`, {
            status: 0,
            reason: 'Untrusted',
            fix: 'Put the certificate authority of this cluster into the kubeconfig (`certificate-authority-data`), and check that `server` names the right cluster.',
            cause,
        });
    }
    return new KubeError(`the cluster gives no answer: ${clean}`, {
        status: 0,
        reason: 'Unreachable',
        fix: 'Check `server` in the kubeconfig and that this runner may reach it (firewall, VPN, private endpoint), and that the API server runs.',
        cause,
    });
}
function fixFor(status) {
    switch (status) {
        case 401:
            return 'Renew the credentials in the kubeconfig: they are missing, wrong or expired. A short-lived token has to be fetched in the same job.';
        case 403:
            return 'Grant the account of this kubeconfig the permission named in the message (Role and RoleBinding, or the policy that refused it).';
        case 404:
            return 'Check name, namespace and apiVersion; a custom kind needs its CustomResourceDefinition in the cluster first.';
        case 409:
            return 'Another writer owns or has just changed this object: find it by the manager that the message names, and let only one of the two set the field.';
        case 422:
        case 400:
            return 'Correct the field that the message names in the manifest.';
        default:
            return 'Look at the API server and try again; the answer above is its own.';
    }
}
function parse(body) {
    try {
        return JSON.parse(body);
    }
    catch {
        return undefined;
    }
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

/***/ 37727:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EU: () => (/* binding */ fence),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
/** A Markdown table; cells are escaped so that a value can't break out of it. */
function table(head, rows) {
    const line = (cells) => `| ${cells.map(cell).join(' | ')} |`;
    return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}
function cell(value) {
    return value.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll(/\r?\n/g, '<br>');
}
/** Inline code that survives backticks in the value. */
function code(value) {
    if (!value.includes('`'))
        return `\`${value}\``;
    return `\`\` ${value} \`\``;
}
/** A folded part of a summary. */
function details(title, body) {
    return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}
/** A fenced block, with a fence longer than any in the text. */
function fence(body, language = '') {
    const longest = Math.max(2, ...[...body.matchAll(/`+/g)].map((run) => run[0].length));
    const ticks = '`'.repeat(longest + 1);
    return `${ticks}${language}\n${body}\n${ticks}`;
}


/***/ })

};
