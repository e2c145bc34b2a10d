export const id = 7713;
export const ids = [7713];
export const modules = {

/***/ 41451:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ toldOf)
/* harmony export */ });
/* harmony import */ var _shared_kube_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49256);

/**
 * What decided, in a sentence; the evidence of all goes into the job's log, where secrets are masked. Undefined without
 * findings.
 */
function toldOf(findings, log) {
    for (const { cause, ref, message, evidence, fix } of findings) {
        log([`${cause}: ${(0,_shared_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(ref)}: ${message}`, ...evidence, `what to do: ${fix}`].join('\n  '));
    }
    const [first] = findings;
    return first === undefined ? undefined : `${first.cause}: ${first.message}`;
}


/***/ }),

/***/ 47713:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   leadBack: () => (/* binding */ leadBack)
/* harmony export */ });
/* harmony import */ var _shared_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30860);
/* harmony import */ var _cluster_patient_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9953);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(49256);
/* harmony import */ var _plan_permissions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31633);
/* harmony import */ var _report_outcome_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(85838);
/* harmony import */ var _find_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7417);
/* harmony import */ var _kept_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1006);
/* harmony import */ var _led_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(32742);
/* harmony import */ var _restore_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(16326);









/** Ends a controller's canary, or tells how it stands. Nothing under way is a good end too. */
async function leadBack(name, inputs, mode, context, deps, job) {
    const outcome = new _report_outcome_js__WEBPACK_IMPORTED_MODULE_3__/* .Outcome */ .P(inputs, context);
    if (mode === 'reap') {
        const reason = 'a controller leads its canary also when the run that brought it is dead: there is nothing to reap';
        return outcome.ofBack(mode, [{ kind: 'nothing', reason, state: undefined }]);
    }
    const manifests = inputs.manifests.length === 0 ? [] : await deps.load({ ...inputs, images: new Map() }, context);
    const objects = manifests.map(({ object }) => object);
    const [namespaceGiven] = objects.map((object) => (0,_json_js__WEBPACK_IMPORTED_MODULE_8__/* .textAt */ .$6)(object, 'metadata', 'namespace')).filter(Boolean);
    context.report.output('verdict', 'failed');
    const opened = await deps.open(inputs, context, namespaceGiven);
    try {
        const { kube, namespace } = opened;
        const engine = await (0,_find_js__WEBPACK_IMPORTED_MODULE_4__/* .findEngine */ .G)(name, { kube, namespace, objects, workload: inputs.workload });
        await (0,_plan_permissions_js__WEBPACK_IMPORTED_MODULE_2__/* .checkPermissions */ .RS)(opened.cluster, namespace, (0,_plan_permissions_js__WEBPACK_IMPORTED_MODULE_2__/* .verbsForEngine */ .ke)(engine.permissions, (0,_plan_permissions_js__WEBPACK_IMPORTED_MODULE_2__/* .hasSecrets */ .kH)(objects)));
        const trouble = (error) => context.log.info(`The cluster: ${(0,_shared_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`);
        const cluster = (0,_cluster_patient_js__WEBPACK_IMPORTED_MODULE_1__/* .patient */ .I)(opened.cluster, deps.clock, trouble);
        const led = await _led_js__WEBPACK_IMPORTED_MODULE_6__/* .Led */ .m.open(engine, kube, deps.clock, trouble);
        const deadline = deps.clock.now() + inputs.maxRuntime;
        try {
            const run = { inputs, context, deps, job, deadline, opened, cluster, engine, led, outcome };
            outcome.ofBack(mode, [await back(run, inputs.dryRun ? 'status' : mode)]);
        }
        finally {
            led.stop();
        }
    }
    finally {
        await opened.close();
    }
}
async function back(run, mode) {
    const { led, engine, cluster, job } = run;
    const { lead } = led;
    if (lead === undefined)
        return nothing(`there is no ${engine.lead.kind} ${engine.lead.name}`);
    const standing = mode === 'status' ? led.standing() : await led.known();
    const { phase, weight, said } = standing;
    const where = `${engine.lead.kind} ${engine.lead.name} is ${phase} at ${weight} % (${said})`;
    if (mode === 'status')
        return nothing(where, phase === 'settled' ? undefined : standing);
    const kept = await (0,_kept_js__WEBPACK_IMPORTED_MODULE_5__/* .keptOf */ .uq)(cluster, engine, lead);
    if (mode === 'post' && kept?.job !== job)
        return nothing(`${where}, which is not this job's doing`);
    if (kept?.held === true && kept.job === job && phase !== 'failed')
        return nothing(`${where}, held on purpose`, standing);
    if (standing.idle === true)
        return nothing(`${where}, of the version that all users have already`);
    if (phase === 'settled') {
        await led.command('mend');
        if (kept !== undefined)
            await (0,_kept_js__WEBPACK_IMPORTED_MODULE_5__/* .forget */ .y6)(cluster, kept);
        return nothing('no canary is under way');
    }
    if (phase === 'failed' && standing.stuck !== true && kept === undefined)
        return nothing(where);
    const why = mode === 'post' ? 'the main step did not come to its end' : 'told to abort';
    const ending = await (0,_restore_js__WEBPACK_IMPORTED_MODULE_7__/* .wentBack */ .Il)(run, { ...standing, stuck: true }, why, kept);
    const verdict = ending.verdict === 'rolled-back' ? 'restored' : ending.verdict;
    return { kind: 'ended', ending: { ...ending, verdict }, found: where };
}
function nothing(reason, standing) {
    const state = standing === undefined ? undefined : { phase: (0,_restore_js__WEBPACK_IMPORTED_MODULE_7__/* .phaseOf */ .hU)(standing), weight: standing.weight };
    return { kind: 'nothing', reason, state };
}


/***/ }),

/***/ 7417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ findEngine)
});

// EXTERNAL MODULE: ./build/actions/shared/errors/user-error.js
var user_error = __webpack_require__(30860);
// EXTERNAL MODULE: ./build/actions/shared/kube/values.js
var kube_values = __webpack_require__(49256);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/plan/select.js
var plan_select = __webpack_require__(27993);
;// CONCATENATED MODULE: ./build/actions/canary-promote/src/engine/argo-rollouts/measured.js


/** All that AnalysisRuns hold of what they have measured; of each metric they keep the last ones. */
function recordedIn(runs) {
    return runs.flatMap((run) => (0,kube_values/* listAt */.gT)(run, 'status', 'metricResults').flatMap((metric) => (0,kube_values/* listAt */.gT)(metric, 'measurements').flatMap((one) => {
        const t = Date.parse((0,kube_values/* textAt */.$6)(one, 'finishedAt')) / 1000;
        const value = (0,kube_values/* textAt */.$6)(one, 'value') || (0,kube_values/* textAt */.$6)(one, 'message');
        const source = `AnalysisRun ${run.metadata.name}`;
        return Number.isNaN(t)
            ? []
            : [{ t, metric: (0,kube_values/* textAt */.$6)(metric, 'name'), value, verdict: (0,kube_values/* textAt */.$6)(one, 'phase'), source }];
    })));
}
const conditions = [
    'interval',
    'count',
    'successCondition',
    'failureCondition',
    'failureLimit',
    'inconclusiveLimit',
    'consecutiveErrorLimit',
];
/** Conditions and queries of the metrics. Where a provider is and how it is asked is left out: that may hold secrets. */
function rulesOf(runs) {
    const lines = runs.flatMap((run) => (0,kube_values/* listAt */.gT)(run, 'spec', 'metrics').map((metric) => {
        const given = conditions.flatMap((name) => {
            const value = (0,kube_values.at)(metric, name);
            return value === undefined || value === null ? [] : [`${name}: ${String(value)}`];
        });
        const [provider = ''] = Object.keys((0,kube_values/* objectAt */.lJ)(metric, 'provider'));
        const query = (0,kube_values/* textAt */.$6)(metric, 'provider', 'prometheus', 'query').trim();
        const asked = query === '' ? provider : `${provider}: ${query}`;
        return [`${(0,kube_values/* textAt */.$6)(metric, 'name')}:`, ...given, asked].filter(Boolean).join('\n  ');
    }));
    return [...new Set(lines)];
}

// EXTERNAL MODULE: ./build/actions/shared/manifests/images.js
var manifests_images = __webpack_require__(59103);
;// CONCATENATED MODULE: ./build/actions/canary-promote/src/engine/argo-rollouts/services.js


/** The controller leads a Service to one version's pods by this label in its selector. */
const hashLabel = 'rollouts-pod-template-hash';
/**
 * A selector is applied as a whole. One to which the controller has added its label is applied with it: without, the
 * server would refuse the apply as a conflict, or the Service would lead to the pods of both versions.
 */
function withTheirSelectors(objects, view) {
    return objects.map((object) => {
        if (object.kind !== 'Service' || object.apiVersion !== 'v1')
            return object;
        const { namespace = '', name = '' } = object.metadata;
        const live = view({ apiVersion: 'v1', kind: 'Service', namespace, name });
        const hash = (0,kube_values/* textAt */.$6)(live, 'spec', 'selector', hashLabel);
        if (hash === '')
            return object;
        const selector = { ...(0,kube_values/* textsAt */.i1)(object, 'spec', 'selector'), [hashLabel]: hash };
        return (0,manifests_images.withField)(object, ['spec', 'selector'], selector);
    });
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/engine/argo-rollouts/standing.js

/**
 * How a Rollout stands; `workload`: the Deployment that it takes its template from, if any. The controller computes phase and message itself; they are true only of the generation that it
 * has observed, and not while somebody's resume is on its way to it.
 */
function standingOf(rollout, workload) {
    if (rollout === undefined)
        return { phase: 'unseen', weight: 0, said: 'the Rollout is not there' };
    const weight = weightOf(rollout);
    const unseen = unseenBecause(rollout) ?? unseenWorkload(rollout, workload);
    if (unseen !== undefined)
        return { phase: 'unseen', weight, said: unseen };
    const phase = (0,kube_values/* textAt */.$6)(rollout, 'status', 'phase');
    const said = [stepOf(rollout), (0,kube_values/* textAt */.$6)(rollout, 'status', 'message')].filter(Boolean).join(': ') || phase;
    switch (phase) {
        case 'Healthy':
            return { phase: isPromoted(rollout) ? 'settled' : 'promoting', weight, said };
        case 'Paused':
            return { phase: isLast(rollout) ? 'promoting' : pauseOf(rollout), weight, said };
        case 'Degraded':
            return failed(rollout, weight);
        default:
            return { phase: isLast(rollout) ? 'promoting' : 'shifting', weight, said };
    }
}
/** Whether the version that the template names is the one that all users have. */
const isPromoted = (rollout) => (0,kube_values/* textAt */.$6)(rollout, 'status', 'stableRS') === (0,kube_values/* textAt */.$6)(rollout, 'status', 'currentPodHash');
function unseenBecause(rollout) {
    const observed = Number((0,kube_values/* textAt */.$6)(rollout, 'status', 'observedGeneration'));
    if ((0,kube_values/* textAt */.$6)(rollout, 'status', 'phase') === '')
        return 'no controller has looked at the Rollout yet';
    // An observed generation above the present one is a hash that happens to be a number, of very old controllers.
    if (observed < (rollout.metadata.generation ?? 0))
        return 'the controller has not seen the change yet';
    const pauses = (0,kube_values/* listAt */.gT)(rollout, 'status', 'pauseConditions');
    if ((0,kube_values.at)(rollout, 'status', 'controllerPause') === true && pauses.length === 0)
        return 'it is being resumed';
    const message = (0,kube_values/* textAt */.$6)(rollout, 'status', 'message');
    // Not its last word: what a Rollout refers to may come a moment after it.
    if (message.startsWith('InvalidSpec'))
        return message;
    const aborted = message.startsWith('RolloutAborted');
    return aborted && (0,kube_values.at)(rollout, 'status', 'abort') !== true ? 'it is being tried again' : undefined;
}
/** Each change of the Deployment gets a generation, which the controller notes on the Rollout when it has seen it. */
function unseenWorkload(rollout, workload) {
    if ((0,kube_values/* textAt */.$6)(rollout, 'spec', 'workloadRef', 'name') === '')
        return undefined;
    const noted = (0,kube_values/* textAt */.$6)(rollout, 'metadata', 'annotations', 'rollout.argoproj.io/workload-generation');
    const observed = (0,kube_values/* textAt */.$6)(rollout, 'status', 'workloadObservedGeneration');
    const seen = noted === observed && Number(noted) >= (workload?.metadata.generation ?? 0);
    return seen ? undefined : 'the controller has not seen the change of its workload yet';
}
function failed(rollout, weight) {
    const said = (0,kube_values/* textAt */.$6)(rollout, 'status', 'message');
    const base = { phase: 'failed', weight, said };
    // A deadline alone stops nothing: the traffic stays where it is until somebody aborts.
    return (0,kube_values.at)(rollout, 'status', 'abort') === true ? base : { ...base, stuck: true };
}
const inconclusive = ['InconclusiveAnalysisRun', 'InconclusiveExperiment'];
/** What a pause waits for: time, a person, or a decision that its analysis could not take. */
function pauseOf(rollout) {
    const reasons = (0,kube_values/* listAt */.gT)(rollout, 'status', 'pauseConditions').map((pause) => (0,kube_values/* textAt */.$6)(pause, 'reason'));
    if ((0,kube_values.at)(rollout, 'spec', 'paused') === true)
        return 'holding';
    if (reasons.some((reason) => inconclusive.includes(reason)))
        return 'undecided';
    const timed = reasons.includes('BlueGreenPause')
        ? ((0,kube_values/* numberAt */.tk)(rollout, 'spec', 'strategy', 'blueGreen', 'autoPromotionSeconds') ?? 0) > 0
        : (0,kube_values.at)(stepsOf(rollout)[indexOf(rollout)], 'pause', 'duration') !== undefined;
    return timed ? 'shifting' : 'holding';
}
const stepsOf = (rollout) => (0,kube_values/* listAt */.gT)(rollout, 'spec', 'strategy', 'canary', 'steps');
/** The step that it is at; the number of steps when all are behind it. */
const indexOf = (rollout) => (0,kube_values/* numberAt */.tk)(rollout, 'status', 'currentStepIndex') ?? stepsOf(rollout).length;
const isLast = (rollout) => (0,kube_values.at)(rollout, 'status', 'promoteFull') === true ||
    (stepsOf(rollout).length > 0 && indexOf(rollout) >= stepsOf(rollout).length && !isPromoted(rollout));
function stepOf(rollout) {
    const steps = stepsOf(rollout);
    const step = steps[indexOf(rollout)];
    if (!(0,kube_values/* isJson */.Fh)(step))
        return '';
    const [kind = ''] = Object.keys(step);
    const value = step[kind];
    const told = (0,kube_values/* isJson */.Fh)(value)
        ? (0,kube_values/* textAt */.$6)(value, 'duration') || String((0,kube_values.at)(value, 'duration') ?? '')
        : String(value);
    return `step ${indexOf(rollout) + 1} of ${steps.length} (${[kind, told].filter(Boolean).join(' ')})`;
}
/** The canary's share in percent: as the traffic provider was told, else as the steps say. */
function weightOf(rollout) {
    if (isPromoted(rollout) || (0,kube_values.at)(rollout, 'status', 'abort') === true)
        return 0;
    const told = (0,kube_values/* numberAt */.tk)(rollout, 'status', 'canary', 'weights', 'canary', 'weight');
    if (told !== undefined)
        return told;
    const blueGreen = (0,kube_values/* objectAt */.lJ)(rollout, 'spec', 'strategy', 'blueGreen');
    if (Object.keys(blueGreen).length > 0) {
        const active = (0,kube_values/* textAt */.$6)(rollout, 'status', 'blueGreen', 'activeSelector');
        return active !== '' && active === (0,kube_values/* textAt */.$6)(rollout, 'status', 'currentPodHash') ? 100 : 0;
    }
    const steps = stepsOf(rollout);
    if (indexOf(rollout) >= steps.length)
        return 100;
    const reached = steps.slice(0, indexOf(rollout) + 1).flatMap((step) => (0,kube_values/* numberAt */.tk)(step, 'setWeight') ?? []);
    return reached.at(-1) ?? 0;
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/engine/argo-rollouts/witnesses.js

const current = [
    ['canary', 'currentStepAnalysisRunStatus'],
    ['canary', 'currentBackgroundAnalysisRunStatus'],
    ['blueGreen', 'prePromotionAnalysisRunStatus'],
    ['blueGreen', 'postPromotionAnalysisRunStatus'],
];
/** The AnalysisRuns that a Rollout names. */
function analysisRunsOf({ apiVersion, metadata, ...rest }) {
    const names = current.map((path) => (0,kube_values/* textAt */.$6)(rest, 'status', ...path, 'name')).filter(Boolean);
    const { namespace = '' } = metadata;
    return [...new Set(names)].map((name) => ({ apiVersion, kind: 'AnalysisRun', namespace, name }));
}
const bad = ['Failed', 'Error', 'Inconclusive'];
/** Measurements shown of a metric. */
const shown = 5;
/** What of an AnalysisRun speaks against the canary: each metric that failed, with what was measured. */
function becauseOf(runs) {
    return runs.flatMap((run) => {
        const metrics = (0,kube_values/* listAt */.gT)(run, 'status', 'metricResults').filter((metric) => bad.includes((0,kube_values/* textAt */.$6)(metric, 'phase')));
        if (metrics.length > 0)
            return metrics.map((metric) => told(run, metric));
        const phase = (0,kube_values/* textAt */.$6)(run, 'status', 'phase');
        const message = (0,kube_values/* textAt */.$6)(run, 'status', 'message');
        return bad.includes(phase) ? [`AnalysisRun ${run.metadata.name}: ${phase}: ${message}`] : [];
    });
}
function told(run, metric) {
    const measurements = (0,kube_values/* listAt */.gT)(metric, 'measurements').slice(-shown);
    const values = measurements.map((one) => (0,kube_values/* textAt */.$6)(one, 'value') || (0,kube_values/* textAt */.$6)(one, 'message')).filter(Boolean);
    const counts = ['successful', 'failed', 'inconclusive', 'error']
        .map((kind) => [kind, (0,kube_values/* numberAt */.tk)(metric, kind) ?? 0])
        .filter(([, count]) => count > 0)
        .map(([kind, count]) => `${count} ${kind}`);
    return [
        `AnalysisRun ${run.metadata.name}, metric ${(0,kube_values/* textAt */.$6)(metric, 'name')}: ${(0,kube_values/* textAt */.$6)(metric, 'phase')}`,
        counts.join(', '),
        (0,kube_values/* textAt */.$6)(metric, 'message'),
        values.length === 0 ? '' : `measured last: ${values.join(', ')}`,
    ]
        .filter(Boolean)
        .join('; ');
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/engine/argo-rollouts/engine.js





const rolloutApi = 'argoproj.io/v1alpha1';
/** Argo Rollouts. `rollout`: as it is, or as it is to become where it is not there yet. */
function argoRollouts(rollout, namespace) {
    const lead = { apiVersion: rolloutApi, kind: 'Rollout', namespace, name: rollout.metadata.name ?? '' };
    const referred = (0,kube_values/* textAt */.$6)(rollout, 'spec', 'workloadRef', 'name');
    const workload = referred === '' ? lead : { apiVersion: 'apps/v1', kind: 'Deployment', namespace, name: referred };
    return {
        name: 'argo-rollouts',
        title: 'Argo Rollouts',
        lead,
        workload,
        pods: { canary: lead, promoted: lead },
        permissions: new Map([
            ['Rollout', ['get', 'list', 'watch', 'patch', 'update']],
            ['Rollout/status', ['patch']],
            ['AnalysisRun', ['get']],
        ]),
        standing: (view) => standingOf(view(lead), referred === '' ? undefined : view(workload)),
        stable: (live) => (0,kube_values/* textAt */.$6)(live, 'status', 'stableRS'),
        refusal: () => undefined,
        patches,
        // It says itself what a pause waits for.
        gatePatience: () => 0,
        attention: () => 30_000,
        desired: withTheirSelectors,
        witnesses: analysisRunsOf,
        shown: () => [],
        recorded: recordedIn,
        rules: (_, runs) => rulesOf(runs),
        because: becauseOf,
    };
}
const engine_status = (fields) => ({
    status: true,
    patch: { status: fields },
});
/** As the controller's own command line does it. */
function patches(command, rollout) {
    switch (command) {
        case 'abort':
            return [engine_status({ abort: true })];
        case 'retry':
            return [engine_status({ abort: false })];
        case 'promote':
            return [...unpaused(rollout), engine_status({ promoteFull: true })];
        case 'skip':
            return skipped(rollout);
        case 'resume': {
            if (pauseOf(rollout) === 'undecided')
                return [...unpaused(rollout), ...skipped(rollout)];
            const held = (0,kube_values/* listAt */.gT)(rollout, 'status', 'pauseConditions').length > 0;
            return [...unpaused(rollout), ...(held ? [engine_status({ pauseConditions: null })] : [])];
        }
        case 'mend':
            return [];
    }
}
/** The next step. With its pause alone gone an inconclusive analysis would only begin again. */
function skipped(rollout) {
    return [engine_status({ pauseConditions: null, controllerPause: false, currentStepIndex: indexOf(rollout) + 1 })];
}
function unpaused(rollout) {
    return (0,kube_values.at)(rollout, 'spec', 'paused') === true
        ? [{ status: false, patch: { spec: { paused: false } } }]
        : [];
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/engine/flagger/events.js
/** What Flagger says of a way back itself, which tells nothing of why. */
const outcome = /^(Canary failed!|Rolling back .* failed checks threshold|Copying |Advance |Starting canary|New revision)/;
const telling = /^(Halt|canary deployment|Rolling back|Prometheus query failed|Metric query failed|.*(not ready|exceeded|failed|error))/i;
/** The most of one kind of message that are told. */
const most = 3;
/** Why a canary was given up, from the messages of Flagger's events: the last of each kind, the latest first. */
function events_becauseOf(messages) {
    const reasons = messages.filter((message) => telling.test(message) && !outcome.test(message));
    const kinds = new Map();
    // Numbers change from look to look; the words make the kind.
    for (const message of reasons) {
        const kind = message.replaceAll(/\d+(\.\d+)?/g, '#');
        kinds.delete(kind);
        kinds.set(kind, message);
    }
    return [...kinds.values()].reverse().slice(0, most);
}

// EXTERNAL MODULE: ./build/actions/canary-promote/src/plan/configs.js
var configs = __webpack_require__(43114);
;// CONCATENATED MODULE: ./build/actions/canary-promote/src/engine/flagger/primary.js


/** What Flagger adds to names of the promoted version's objects. */
const suffix = '-primary';
/** Flagger's own mark on the promoted pods, new with every promotion. */
const ownNote = 'flagger-id';
/** Notes of GitOps tools, which Flagger does not copy. */
const toolkit = 'toolkit.fluxcd.io';
/**
 * Whether two Deployments have pods of one version: the same template, but for what Flagger changes in its copy (its mark,
 * labels, names of the configuration that it has copied, values of selectors).
 */
function isSameVersion(target, primary) {
    return versionOf(target) === versionOf(primary);
}
function versionOf(deployment) {
    const template = (0,kube_values/* objectAt */.lJ)(deployment, 'spec', 'template');
    const { affinity: _a, topologySpreadConstraints: _t, ...spec } = (0,kube_values/* objectAt */.lJ)(template, 'spec');
    const notes = Object.entries((0,kube_values/* textsAt */.i1)(template, 'metadata', 'annotations')).filter(([name]) => name !== ownNote && !name.includes(toolkit));
    const plain = (0,configs/* withReferences */.nW)(spec, (_, name) => name.endsWith(suffix) ? name.slice(0, -suffix.length) : name);
    return (0,kube_values/* canonical */.$N)([plain, Object.fromEntries(notes)]);
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/engine/flagger/standing.js


const active = ['Progressing', 'Waiting', 'WaitingPromotion', 'Promoting', 'Finalising'];
/** Whether Flagger is at work on a release. */
const isActive = (canary) => active.includes((0,kube_values/* textAt */.$6)(canary, 'status', 'phase'));
/**
 * How a Canary stands. Outside of a canary only the pods tell whether Flagger has seen the target as it is now: what it
 * notes of it is a hash that nobody else can compute. `takenUp`: it was seen at work since the target was changed.
 */
function standing_standingOf({ canary, target, primary }, takenUp) {
    if (canary === undefined)
        return { phase: 'unseen', weight: 0, said: 'the Canary is not there' };
    const phase = (0,kube_values/* textAt */.$6)(canary, 'status', 'phase');
    const weight = (0,kube_values/* numberAt */.tk)(canary, 'status', 'canaryWeight') ?? 0;
    const same = target !== undefined && primary !== undefined && isSameVersion(target, primary);
    const idle = same && isActive(canary) ? { idle: true } : {};
    const base = { weight, said: saidBy(canary, phase), ...idle };
    switch (phase) {
        case 'Progressing':
            return { ...base, phase: 'shifting' };
        case 'Waiting':
        case 'WaitingPromotion':
            return { ...base, said: `${base.said} ${gatesTold(canary, phase)}`, phase: 'holding' };
        case 'Promoting':
        case 'Finalising':
            return { ...base, phase: 'promoting' };
        case 'Initialized':
        case 'Succeeded':
        case 'Failed':
            if (same)
                return hasLooked(canary, phase)
                    ? { ...base, weight: 0, phase: 'settled' }
                    : {
                        ...base,
                        weight: 0,
                        phase: 'unseen',
                        said: `${base.said} (not looked at since it was put back)`,
                    };
            return phase === 'Failed' && takenUp ? { ...base, phase: 'failed' } : { ...base, phase: 'unseen' };
        default:
            return { ...base, phase: 'unseen' };
    }
}
/**
 * After a failure Flagger has to see the target put back once: until then the version that failed is the one it knows,
 * and would be no new one to it.
 */
const hasLooked = (canary, phase) => phase !== 'Failed' ||
    (0,kube_values/* textAt */.$6)(canary, 'status', 'lastAppliedSpec') === (0,kube_values/* textAt */.$6)(canary, 'status', 'lastPromotedSpec');
function saidBy(canary, phase) {
    const condition = (0,kube_values/* listAt */.gT)(canary, 'status', 'conditions').find((one) => (0,kube_values/* textAt */.$6)(one, 'type') === 'Promoted');
    const message = (0,kube_values/* textAt */.$6)(condition, 'reason') === phase ? (0,kube_values/* textAt */.$6)(condition, 'message') : '';
    const failed = (0,kube_values/* numberAt */.tk)(canary, 'status', 'failedChecks') ?? 0;
    const checks = phase === 'Progressing' && failed > 0 ? `, ${failed} of ${thresholdOf(canary)} checks failed` : '';
    const told = [phase || 'no controller has looked at the Canary yet', message].filter(Boolean).join(': ');
    return `${told}${checks}`;
}
/** How it analyses, under the field's present name or its former one. */
const analysisOf = (canary) => {
    const now = (0,kube_values/* objectAt */.lJ)(canary, 'spec', 'analysis');
    return Object.keys(now).length > 0 ? now : (0,kube_values/* objectAt */.lJ)(canary, 'spec', 'canaryAnalysis');
};
/** Failed checks at which Flagger goes back. */
const thresholdOf = (canary) => {
    const given = (0,kube_values/* numberAt */.tk)(analysisOf(canary), 'threshold') ?? 0;
    return given > 0 ? given : 1;
};
/** The webhooks that are asked whether it may go on. */
function gatesTold(canary, phase) {
    const type = phase === 'Waiting' ? 'confirm-rollout' : 'confirm-promotion';
    const gates = (0,kube_values/* listAt */.gT)(analysisOf(canary), 'webhooks').filter((hook) => (0,kube_values/* textAt */.$6)(hook, 'type') === type);
    const names = gates.map((gate) => `${(0,kube_values/* textAt */.$6)(gate, 'name')} (${(0,kube_values/* textAt */.$6)(gate, 'url')})`);
    return `(${type}: ${names.join(', ')})`;
}
/** Milliseconds between two looks of Flagger: never less than 10 s. */
function intervalOf(canary) {
    const raw = (0,kube_values/* textAt */.$6)(analysisOf(canary), 'interval');
    const parts = [...raw.matchAll(/(\d+(?:\.\d+)?)(ms|h|m|s)/g)];
    if (parts.length === 0 || parts.map(([part]) => part).join('') !== raw)
        return 60_000;
    const units = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
    const ms = parts.reduce((sum, [, number, unit = '']) => sum + Number(number) * (units[unit] ?? 0), 0);
    return Math.max(10_000, ms);
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/engine/flagger/measured.js


/** Flagger keeps no value that it has measured, but how many checks have failed by now. */
const shownBy = (canary) => [
    {
        metric: 'failed checks',
        value: String((0,kube_values/* numberAt */.tk)(canary, 'status', 'failedChecks') ?? 0),
        verdict: '',
        source: `Canary ${canary.metadata.name}`,
    },
];
const fields = [
    'interval',
    'maxWeight',
    'stepWeight',
    'stepWeights',
    'stepWeightPromotion',
    'iterations',
];
/** The analysis: its pace, its limit of failed checks, and its metrics with their ranges. */
function measured_rulesOf(canary) {
    const analysis = analysisOf(canary);
    const pace = fields.flatMap((name) => {
        const value = analysis[name];
        return value === undefined ? [] : [`${name}: ${JSON.stringify(value)}`];
    });
    const metrics = (0,kube_values/* listAt */.gT)(analysis, 'metrics').map((metric) => {
        const range = (0,kube_values.at)(metric, 'thresholdRange') ?? (0,kube_values.at)(metric, 'threshold');
        const given = [
            ...(range === undefined ? [] : [`allowed: ${JSON.stringify(range)}`]),
            ...((0,kube_values/* textAt */.$6)(metric, 'interval') === '' ? [] : [`interval: ${(0,kube_values/* textAt */.$6)(metric, 'interval')}`]),
            ...((0,kube_values/* textAt */.$6)(metric, 'query') === '' ? [] : [`query: ${(0,kube_values/* textAt */.$6)(metric, 'query').trim()}`]),
            ...((0,kube_values/* textAt */.$6)(metric, 'templateRef', 'name') === ''
                ? []
                : [`MetricTemplate: ${(0,kube_values/* textAt */.$6)(metric, 'templateRef', 'name')}`]),
        ];
        return [`${(0,kube_values/* textAt */.$6)(metric, 'name')}:`, ...given].join('\n  ');
    });
    return [[`goes back at ${thresholdOf(canary)} failed checks`, ...pace].join('\n  '), ...metrics];
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/engine/flagger/engine.js





const flaggerApi = 'flagger.app/v1beta1';
/** What `spec.skipAnalysis` was before a promotion by hand. */
const skipNote = 'seatrial.dev/skip-analysis';
/** Flagger. `canary`: as it is, or as it is to become where it is not there yet. */
function flagger(canary, namespace) {
    const name = (0,kube_values/* textAt */.$6)(canary, 'spec', 'targetRef', 'name');
    const lead = { apiVersion: flaggerApi, kind: 'Canary', namespace, name: canary.metadata.name ?? '' };
    const workload = { apiVersion: 'apps/v1', kind: 'Deployment', namespace, name };
    const primary = { ...workload, name: `${name}-primary` };
    return {
        name: 'flagger',
        title: 'Flagger',
        lead,
        workload,
        pods: { canary: workload, promoted: primary },
        permissions: new Map([
            ['Canary', ['get', 'list', 'watch', 'patch', 'update']],
            ['Deployment', ['get', 'list', 'watch', 'patch', 'update']],
            ['Canary/status', ['patch']],
        ]),
        standing: (view, takenUp) => standing_standingOf({ canary: view(lead), target: view(workload), primary: view(primary) }, takenUp),
        stable: (live) => (0,kube_values/* textAt */.$6)(live, 'status', 'lastPromotedSpec'),
        refusal,
        patches: engine_patches,
        gatePatience: (live) => intervalOf(live) + 5000,
        attention: (live) => 2 * intervalOf(live) + 10_000,
        desired: (objects, view) => withoutReplicas(objects, view, { lead, workload }),
        witnesses: () => [],
        shown: shownBy,
        recorded: () => [],
        rules: measured_rulesOf,
        because: (_, events) => events_becauseOf(events),
    };
}
function refusal(canary) {
    const where = `Canary ${canary.metadata.namespace}/${canary.metadata.name}`;
    const kind = (0,kube_values/* textAt */.$6)(canary, 'spec', 'targetRef', 'kind');
    if (kind !== 'Deployment') {
        return {
            message: `${where} is of a ${kind}, and canary-promote brings Deployments`,
            fix: 'Roll it out with k8s-rollout; Flagger analyses it all the same.',
        };
    }
    if ((0,kube_values.at)(canary, 'spec', 'suspend') === true) {
        return {
            message: `${where} is suspended: Flagger would do nothing`,
            fix: 'Set `spec.suspend: false` in it.',
        };
    }
    const phase = (0,kube_values/* textAt */.$6)(canary, 'status', 'phase');
    if (!phase.startsWith('Terminat'))
        return undefined;
    return { message: `${where} is being removed`, fix: 'Wait until it is gone, then create it anew.' };
}
/** Flagger decides how many pods its target has from the time on at which it has a copy of it. */
function withoutReplicas(objects, view, { lead, workload }) {
    const phase = (0,kube_values/* textAt */.$6)(view(lead), 'status', 'phase');
    if (phase === '' || phase === 'Initializing')
        return [...objects];
    return objects.map((object) => object.kind === 'Deployment' && object.metadata.name === workload.name
        ? (0,manifests_images.withField)(object, ['spec', 'replicas'], undefined)
        : object);
}
function engine_patches(command, canary) {
    const skips = (0,kube_values.at)(canary, 'spec', 'skipAnalysis') === true;
    const before = (0,kube_values/* textAt */.$6)(canary, 'metadata', 'annotations', skipNote);
    switch (command) {
        case 'abort':
            // As if its own checks had failed: it then goes back in its own way.
            return isActive(canary)
                ? [{ status: true, patch: { status: { failedChecks: thresholdOf(canary) } } }]
                : [];
        case 'promote':
            return [skipping(true, { [skipNote]: before || String(skips) })];
        case 'mend':
            return before === '' ? [] : [skipping(before === 'true', { [skipNote]: null })];
        default:
            return [];
    }
}
function skipping(skipAnalysis, annotations) {
    return { status: false, patch: { metadata: { annotations }, spec: { skipAnalysis } } };
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/engine/find.js





/** The controller's canary that is meant. Throws a UserError where it is not clear, or the cluster knows no such kind. */
async function findEngine(name, sought) {
    switch (name) {
        case 'argo-rollouts':
            await known(sought.kube, rolloutApi, 'Rollout', 'Argo Rollouts');
            return argoRollouts(await findRollout(sought), sought.namespace);
        case 'flagger':
            await known(sought.kube, flaggerApi, 'Canary', 'Flagger');
            return flagger(await findCanary(sought), sought.namespace);
    }
}
async function known(kube, apiVersion, kind, title) {
    if ((await kube.resource(apiVersion, kind)) !== undefined)
        return;
    throw new user_error/* UserError */.yo(`the cluster knows no kind ${kind} in ${apiVersion}: ${title} is not installed there`, {
        fix: `Install ${title}, or leave out \`engine\`: \`direct\` needs nothing in the cluster.`,
    });
}
/** The one named, or the only one of the manifests; one that the manifests don't hold as it is in the cluster. */
async function findRollout({ kube, namespace, objects, workload }) {
    const given = (0,plan_select/* ofKind */.CZ)(objects, 'Rollout').filter(kube_values/* isKubeObject */.$e);
    const fitting = workload === undefined ? given : given.filter((object) => (0,plan_select/* nameOf */.Vb)(object) === workload);
    const [found, ...more] = fitting;
    if (found !== undefined && more.length === 0)
        return found;
    const ref = { apiVersion: rolloutApi, kind: 'Rollout', namespace, name: workload ?? '' };
    const live = workload === undefined ? undefined : await kube.get(ref);
    if (live !== undefined)
        return live;
    throw new user_error/* UserError */.yo(workload === undefined
        ? `the manifests have ${given.length} Rollouts (${(0,plan_select/* listed */.KE)(given)}), and it must be clear which one the canary is of`
        : `there is no Rollout ${workload}, neither in the manifests (${(0,plan_select/* listed */.KE)(given)}) nor in namespace ${namespace}`, { fix: 'Name it with `workload: …`, as it is called in `metadata.name`.' });
}
/** The Canary of a Deployment: in the manifests, else in the cluster. */
async function findCanary({ kube, namespace, objects, workload }) {
    const name = workload ?? targetIn(objects);
    const isOf = (canary) => (0,kube_values/* textAt */.$6)(canary, 'spec', 'targetRef', 'name') === name;
    const live = (await kube.list(flaggerApi, 'Canary', { namespace })).filter(isOf);
    const given = (0,plan_select/* ofKind */.CZ)(objects, 'Canary').filter(isOf).filter(kube_values/* isKubeObject */.$e);
    const [found] = [...live, ...given];
    if (found !== undefined && live.length <= 1)
        return found;
    throw new user_error/* UserError */.yo(found === undefined
        ? `no Canary of Flagger has the Deployment ${name} as its targetRef, neither in the manifests nor in namespace ${namespace}`
        : `several Canaries have the Deployment ${name} as their targetRef (${(0,plan_select/* listed */.KE)(live)})`, {
        fix: 'Let exactly one Canary refer to it with `spec.targetRef`, or name another Deployment with `workload: …`.',
    });
}
/** The Deployment of the manifests that is meant: the only one, or the only one that a Canary beside it refers to. */
function targetIn(objects) {
    const deployments = (0,plan_select/* ofKind */.CZ)(objects, 'Deployment');
    const targets = new Set(objects
        .filter((object) => (0,plan_select/* kindOf */.I)(object) === 'Canary')
        .map((canary) => (0,kube_values/* textAt */.$6)(canary, 'spec', 'targetRef', 'name')));
    const fitting = deployments.length > 1 ? deployments.filter((one) => targets.has((0,plan_select/* nameOf */.Vb)(one))) : deployments;
    const [found, ...more] = fitting;
    if (found !== undefined && more.length === 0)
        return (0,plan_select/* nameOf */.Vb)(found);
    throw new user_error/* UserError */.yo(`the manifests have ${deployments.length} Deployments (${(0,plan_select/* listed */.KE)(deployments)}), and it must be clear which one the canary is of`, { fix: 'Name it with `workload: …`, as it is called in `metadata.name`.' });
}


/***/ }),

/***/ 1006:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A0: () => (/* binding */ noteBrought),
/* harmony export */   Ai: () => (/* binding */ askedBy),
/* harmony export */   DS: () => (/* binding */ keepAlso),
/* harmony export */   N4: () => (/* binding */ note),
/* harmony export */   aC: () => (/* binding */ keep),
/* harmony export */   kA: () => (/* binding */ ask),
/* harmony export */   pK: () => (/* binding */ putBack),
/* harmony export */   qG: () => (/* binding */ leave),
/* harmony export */   uq: () => (/* binding */ keptOf),
/* harmony export */   y6: () => (/* binding */ forget),
/* harmony export */   yW: () => (/* binding */ isOf)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49256);
/* harmony import */ var _cluster_backup_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80020);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6242);




const notes = {
    /** The version that users had when it was kept, as the controller names it. */
    stable: 'seatrial.dev/stable',
    /** The job whose release came after it. */
    job: 'seatrial.dev/job',
    /** Whether that job has left the canary as it is on purpose. */
    held: 'seatrial.dev/held',
    /** The job of a newer commit that asks that job to make room. */
    asked: 'seatrial.dev/asked-by',
    /** Whether the release that came after it is there in full. */
    brought: 'seatrial.dev/brought',
    /** What is kept. */
    contents: 'seatrial.dev/contents',
};
/** Keeps the workload, the controller's object and the configuration that a release is about to change. */
async function keep(cluster, engine, release) {
    const objects = [...new Map([engine.lead, engine.workload].map((ref) => [ref.kind, ref])).values()];
    const named = objects.flatMap(({ kind, name }) => (isKept(kind) ? [{ kind, name }] : []));
    const { configs, liveReplicas } = release;
    await (0,_cluster_backup_js__WEBPACK_IMPORTED_MODULE_0__/* .writeBackup */ .o8)(cluster, {
        workload: engine.workload.name,
        objects: named,
        configs,
        liveReplicas,
        notes: {
            [notes.stable]: engine.stable(release.lead),
            [notes.job]: release.job,
            [notes.contents]: contentsOf({ objects: named, configs, liveReplicas }),
        },
    });
}
const contentsOf = ({ objects, configs, liveReplicas, }) => JSON.stringify({ objects, configs, liveReplicas });
/** Keeps also the configuration that a further release is about to change, and none before it has. */
async function keepAlso(cluster, kept, changes) {
    const known = new Set(kept.configs.map(({ kind, name }) => `${kind}/${name}`));
    const more = changes.filter(({ kind, name }) => !known.has(`${kind}/${name}`));
    if (more.length === 0)
        return;
    await (0,_cluster_backup_js__WEBPACK_IMPORTED_MODULE_0__/* .addToBackup */ .TS)(cluster, kept, more);
    const contents = contentsOf({ ...kept, configs: [...kept.configs, ...more] });
    await annotate(cluster, kept, { [notes.contents]: contents });
}
/** What was kept, as long as users still have the version that it was taken from. */
async function keptOf(cluster, engine, lead) {
    const holder = await cluster.get('ConfigMap', (0,_cluster_backup_js__WEBPACK_IMPORTED_MODULE_0__/* .backupName */ .aw)(engine.workload.name));
    const annotations = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textsAt */ .i1)(holder, 'metadata', 'annotations');
    if (holder === undefined || annotations[notes.stable] !== engine.stable(lead))
        return undefined;
    const contents = parsed(annotations[notes.contents] ?? '');
    return {
        workload: engine.workload.name,
        notes: annotations,
        job: annotations[notes.job] ?? '',
        held: annotations[notes.held] === 'true',
        brought: annotations[notes.brought] === 'true',
        objects: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .listAt */ .gT)(contents, 'objects').flatMap((one) => {
            const kind = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(one, 'kind');
            return isKept(kind) ? [{ kind, name: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(one, 'name') }] : [];
        }),
        configs: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .listAt */ .gT)(contents, 'configs').map((one) => ({
            kind: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(one, 'kind') === 'Secret' ? 'Secret' : 'ConfigMap',
            name: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(one, 'name'),
            existed: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__.at)(one, 'existed') === true,
        })),
        liveReplicas: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__.at)(contents, 'liveReplicas') === true,
    };
}
const annotate = (cluster, { workload }, annotations) => cluster.patch('ConfigMap', (0,_cluster_backup_js__WEBPACK_IMPORTED_MODULE_0__/* .backupName */ .aw)(workload), { metadata: { annotations } });
/** Notes which job leads the canary now, and whether it leaves it held; whoever led it before must not end it any more. */
async function note(cluster, kept, job, held) {
    await annotate(cluster, kept, { [notes.job]: job, [notes.held]: String(held), [notes.asked]: null });
}
/** Notes that the release is written in full. */
async function noteBrought(cluster, kept) {
    await annotate(cluster, kept, { [notes.brought]: 'true' });
}
/**
 * Asks the job that leads the canary to leave it to a newer commit. False where there is nobody to ask: no job leads it, or
 * the one that did has left it held.
 */
async function ask(cluster, { workload }, job) {
    const annotations = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textsAt */ .i1)(await cluster.get('ConfigMap', (0,_cluster_backup_js__WEBPACK_IMPORTED_MODULE_0__/* .backupName */ .aw)(workload.name)), 'metadata', 'annotations');
    const leader = annotations[notes.job] ?? '';
    if (leader === '' || leader === job || (0,_job_js__WEBPACK_IMPORTED_MODULE_1__/* .isLater */ .d)(leader, job) || annotations[notes.held] === 'true')
        return false;
    await annotate(cluster, { workload: workload.name }, { [notes.asked]: job });
    return true;
}
/** Leaves the canary to whoever has asked for it. */
async function leave(cluster, kept) {
    await annotate(cluster, kept, { [notes.job]: '', [notes.asked]: null });
}
/** The job that asks for the canary; `''`: none does. */
async function askedBy(cluster, engine) {
    const holder = await cluster.get('ConfigMap', (0,_cluster_backup_js__WEBPACK_IMPORTED_MODULE_0__/* .backupName */ .aw)(engine.workload.name));
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(holder, 'metadata', 'annotations', notes.asked);
}
/** Puts all of it back. */
const putBack = (cluster, kept) => (0,_cluster_backup_js__WEBPACK_IMPORTED_MODULE_0__/* .writeBack */ .XU)(cluster, kept);
/** Forgets it; of no use any more when a release is promoted, or all is as it was. */
const forget = (cluster, kept) => (0,_cluster_backup_js__WEBPACK_IMPORTED_MODULE_0__/* .removeBackup */ .TC)(cluster, kept);
const kinds = ['Canary', 'Deployment', 'Rollout'];
const isKept = (kind) => kinds.some((one) => one === kind);
function parsed(text) {
    try {
        const value = JSON.parse(text);
        return (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isJson */ .Fh)(value) ? value : {};
    }
    catch {
        return {};
    }
}
/** Whether two references are of one object. */
const isOf = (ref, object) => {
    const own = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .refOf */ .H8)(object);
    return own.kind === ref.kind && own.name === ref.name && groupOf(own) === groupOf(ref);
};
const groupOf = ({ apiVersion }) => apiVersion.split('/')[0] ?? '';


/***/ }),

/***/ 32742:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ Led)
});

// EXTERNAL MODULE: ./build/actions/shared/kube/values.js
var values = __webpack_require__(49256);
// EXTERNAL MODULE: ./build/actions/shared/rollout/observe/watching.js + 7 modules
var watching = __webpack_require__(18873);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/cluster/time.js + 1 modules
var time = __webpack_require__(72007);
// EXTERNAL MODULE: ./build/actions/shared/rollout/causes/all.js + 13 modules
var causes_all = __webpack_require__(74323);
// EXTERNAL MODULE: ./build/actions/shared/rollout/facts/facts.js + 3 modules
var facts_facts = __webpack_require__(46115);
// EXTERNAL MODULE: ./build/actions/shared/rollout/observe/logs.js + 1 modules
var logs = __webpack_require__(41116);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/cluster/told.js
var told = __webpack_require__(41451);
;// CONCATENATED MODULE: ./build/actions/canary-promote/src/engine/causes.js




/** Why the canary's pods don't get ready, looked at while they are there: a controller that gives up removes them. */
class Causes {
    #watching;
    #logs;
    #found = [];
    constructor(kube, watching) {
        this.#watching = watching;
        this.#logs = new logs/* LogReader */.w(kube, watching);
    }
    /** `workload`: who makes the pods, as it is now. */
    look(workload) {
        if (workload === undefined)
            return;
        // How many pods there are is the controller's to change, as often as it likes.
        const facts = { ...(0,facts_facts/* factsOf */.x)(this.#watching.world, workload, false), scalings: [] };
        this.#logs.readFor(facts);
        const found = (0,causes_all/* diagnose */.h)(facts).filter(({ certainty }) => certainty !== 'warning');
        const { pods } = facts;
        // What has mended itself is no cause of what comes later.
        if (found.length > 0 || (pods.length > 0 && pods.every(({ ready }) => ready)))
            this.#found = found;
    }
    /** The most telling one in a sentence; the evidence of all goes to `log`. Undefined where the pods are well. */
    tell(log) {
        return (0,told/* toldOf */.d)(this.#found, log);
    }
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/engine/recording.js

/** Stages that are kept; a canary of days changes its words more often than anybody reads. */
const most = 2000;
/** What a controller has recorded of a canary, gathered while a run watches: what it names now it may not name later. */
class Recording {
    #engine;
    #stages = [];
    #shown = [];
    #witnesses = new Map();
    constructor(engine) {
        this.#engine = engine;
    }
    /** `now`: milliseconds since the epoch. */
    look({ phase, weight, said }, lead, now) {
        const stage = { t: now / 1000, weight, phase, said };
        const last = this.#stages.at(-1);
        const same = last?.phase === phase && last.weight === weight && last.said === said;
        if (!same && this.#stages.length < most)
            this.#stages.push(stage);
        if (lead === undefined)
            return;
        for (const ref of this.#engine.witnesses(lead))
            this.#witnesses.set((0,values/* nameOf */.Vb)(ref), ref);
        for (const shown of this.#engine.shown(lead)) {
            const before = this.#shown.findLast(({ metric }) => metric === shown.metric);
            if (before?.value !== shown.value && this.#shown.length < most)
                this.#shown.push({ ...shown, t: stage.t });
        }
    }
    /** Undefined where nothing was watched. `read`: a witness as it is now, if it still is. */
    async told(lead, read) {
        if (this.#stages.length === 0)
            return undefined;
        const found = await Promise.all([...this.#witnesses.values()].map(read));
        const witnesses = found.filter((one) => one !== undefined);
        return {
            controller: this.#engine.title,
            stages: this.#stages,
            measurements: [...this.#shown, ...this.#engine.recorded(witnesses)],
            rules: lead === undefined ? [] : this.#engine.rules(lead, witnesses),
        };
    }
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/engine/led.js





/** Milliseconds in which a change of ours comes back in the watch. */
const echo = 10_000;
/** Milliseconds that a report waits for what a controller has recorded: a cancelled job has few. */
const witnessPatience = 2000;
/** A controller's canary in the cluster: watched, and told what to do. */
class Led {
    engine;
    watching;
    causes;
    #recording;
    #kube;
    #clock;
    #trouble;
    /** Generations that were written, by `kind/name`: what is older says nothing about them. */
    #written = new Map();
    /** The controller was seen at work since the last change. */
    takenUp = false;
    constructor(engine, kube, watching, clock, trouble) {
        this.engine = engine;
        this.watching = watching;
        this.causes = new Causes(kube, watching);
        this.#recording = new Recording(engine);
        this.#kube = kube;
        this.#clock = clock;
        this.#trouble = trouble;
    }
    /** Begins to watch; resolves when what there is by now is known. */
    static async open(engine, kube, clock, trouble) {
        const refs = [engine.lead, engine.workload, engine.pods.promoted];
        const named = refs.map(({ apiVersion, kind, namespace = '', name }) => ({
            apiVersion,
            kind,
            metadata: { namespace, name },
        }));
        return new Led(engine, kube, await (0,watching/* startWatching */.K)(kube, named), clock, trouble);
    }
    view = (ref) => this.watching.world.find(ref);
    /** The controller's object as it is known; undefined: not there. */
    get lead() {
        return this.view(this.engine.lead);
    }
    /** How it stands now. What we wrote and the watch has not told yet counts as unseen. */
    standing() {
        const stale = [this.engine.lead, this.engine.workload].some((ref) => (this.view(ref)?.metadata.generation ?? 0) < (this.#written.get(`${ref.kind}/${ref.name}`) ?? 0));
        const standing = this.engine.standing(this.view, this.takenUp);
        if (stale)
            return { ...standing, phase: 'unseen', said: 'the change is on its way' };
        if (!['unseen', 'settled', 'failed'].includes(standing.phase))
            this.takenUp = true;
        return standing;
    }
    /** How it stands when the controller has had time to look; what it has not taken up by then it does not take up. */
    async known() {
        const until = this.#clock.now() + (this.lead === undefined ? 0 : this.engine.attention(this.lead));
        while (this.standing().phase === 'unseen' && this.#clock.now() < until)
            await this.watching.changed(1000);
        this.takenUp = true;
        return this.standing();
    }
    /** Notes that an object was written: the controller has to take it up. */
    wrote({ kind, metadata }) {
        const key = `${kind}/${metadata.name}`;
        this.#written.set(key, Math.max(this.#written.get(key) ?? 0, metadata.generation ?? 0));
        this.takenUp = false;
    }
    /** Tells the controller something; false where it knows no such thing. Safe to repeat. */
    async command(command) {
        const { lead: ref } = this.engine;
        const live = await (0,time/* persistently */.p)(this.#clock, () => this.#kube.get(ref), this.#trouble);
        const patches = live === undefined ? [] : this.engine.patches(command, live);
        const before = (0,values/* textAt */.$6)(live, 'metadata', 'resourceVersion');
        let after = before;
        for (const { status, patch } of patches) {
            const options = status ? { subresource: 'status' } : {};
            const write = () => this.#kube.mergePatch(ref, patch, options);
            const written = await (0,time/* persistently */.p)(this.#clock, write, this.#trouble);
            after = written.metadata.resourceVersion ?? after;
        }
        if (after !== before)
            await this.#echoed(before);
        return patches.length > 0;
    }
    /** Waits until the watch has told of something newer than `version` of the lead. */
    async #echoed(version) {
        const until = this.#clock.now() + echo;
        while (this.lead?.metadata.resourceVersion === version && this.#clock.now() < until) {
            await this.watching.changed(500);
        }
    }
    /** Messages of the events about the lead that came since this run began, as they came. */
    events() {
        return this.watching.world.eventsOf(this.lead?.metadata.uid).map(({ message }) => message);
    }
    /** Notes what is to be seen at this moment. */
    record(standing) {
        this.#recording.look(standing, this.lead, this.#clock.now());
    }
    /** What was recorded while it was watched; undefined where nothing was. */
    recorded() {
        return this.#recording.told(this.lead, async (ref) => {
            const over = new AbortController();
            const late = this.#clock.pause(witnessPatience, over.signal).then(() => undefined);
            const read = this.#kube.get(ref).catch(() => undefined);
            return Promise.race([read, late]).finally(() => over.abort());
        });
    }
    /** Why the controller has given up, in a sentence; what is known of it goes to `log`. */
    async because(log) {
        const { lead } = this;
        const refs = lead === undefined ? [] : this.engine.witnesses(lead);
        const witnesses = await Promise.all(refs.map((ref) => this.#kube.get(ref).catch(() => undefined)));
        const found = witnesses.filter((one) => one !== undefined);
        const reasons = this.engine.because(found, this.events());
        for (const reason of reasons)
            log(`${this.engine.title}: ${reason}`);
        return [reasons[0], this.causes.tell(log)].filter((one) => one !== undefined).join('; ');
    }
    stop() {
        this.watching.stop();
    }
}


/***/ }),

/***/ 16326:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Il: () => (/* binding */ wentBack),
/* harmony export */   PP: () => (/* binding */ ignored),
/* harmony export */   hU: () => (/* binding */ phaseOf)
/* harmony export */ });
/* harmony import */ var _shared_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30860);
/* harmony import */ var _kept_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1006);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7625);
/* harmony import */ var _watch_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8915);




/** In the terms of the states that a canary of our own has. */
function phaseOf({ phase }) {
    if (phase === 'holding' || phase === 'undecided')
        return 'holding';
    if (phase === 'promoting')
        return 'replacing';
    return phase === 'unseen' ? 'preparing' : 'shifting';
}
/** Nothing has moved, and nothing is to move behind anybody's back when the controller comes again. */
async function ignored({ cluster, engine }, { said }, kept) {
    const reason = `${engine.title} does not take the change up: ${said}`;
    if (kept === undefined)
        return (0,_run_js__WEBPACK_IMPORTED_MODULE_2__/* .ended */ .v6)('failed', reason);
    await (0,_kept_js__WEBPACK_IMPORTED_MODULE_1__/* .putBack */ .pK)(cluster, kept);
    await (0,_kept_js__WEBPACK_IMPORTED_MODULE_1__/* .forget */ .y6)(cluster, kept);
    return (0,_run_js__WEBPACK_IMPORTED_MODULE_2__/* .ended */ .v6)('failed', `${reason}; ${engine.workload.kind} ${engine.workload.name} is as it was`);
}
/**
 * After the controller has given up, or is told to: the workload is put back as it was, and watched until users have
 * nothing but the previous version.
 */
async function wentBack(run, standing, reason, kept, patience = run.inputs.timeout) {
    const { led, context, engine } = run;
    const why = await led.because(context.log.info);
    const told = [reason, why].filter(Boolean).join('; ');
    context.log.info(`restoring: ${told}`);
    if (standing.stuck === true)
        await gaveUp(run, patience);
    if (kept === undefined) {
        const left = `what was in ${engine.workload.kind} ${engine.workload.name} before is not known, so the release stays in it`;
        const now = led.standing();
        return isBack(now)
            ? (0,_run_js__WEBPACK_IMPORTED_MODULE_2__/* .ended */ .v6)('rolled-back', `${told}; ${left}`)
            : {
                ...(0,_run_js__WEBPACK_IMPORTED_MODULE_2__/* .ended */ .v6)('failed', `${told}; the traffic is not back yet; ${left}`, now.weight),
                left: phaseOf(now),
            };
    }
    const after = await restored(run, kept, patience);
    return after === undefined
        ? (0,_run_js__WEBPACK_IMPORTED_MODULE_2__/* .ended */ .v6)('rolled-back', told)
        : { ...(0,_run_js__WEBPACK_IMPORTED_MODULE_2__/* .ended */ .v6)('failed', `${told}; ${after}`, led.standing().weight), left: 'restoring' };
}
/** Tells the controller to give all traffic back, and waits until it has given up. */
async function gaveUp(run, patience) {
    const { led, deps } = run;
    if (!(await led.command('abort')))
        return;
    const until = deps.clock.now() + Math.min(patience, led.lead === undefined ? 0 : run.engine.attention(led.lead));
    for (;;) {
        if (isBack(led.standing()) || deps.clock.now() >= until)
            return;
        await led.watching.changed(1000);
    }
}
/** Whether users have nothing but the previous version. */
const isBack = ({ phase, stuck }) => phase === 'settled' || (phase === 'failed' && stuck !== true);
/** Undefined when all is as it was; else what is wrong. */
async function restored(run, kept, patience) {
    const { cluster, engine, led, deps, context, opened } = run;
    try {
        await (0,_kept_js__WEBPACK_IMPORTED_MODULE_1__/* .putBack */ .pK)(cluster, kept);
    }
    catch (error) {
        return `the workload could not be put back: ${(0,_shared_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`;
    }
    await led.command('mend');
    const live = await opened.kube.get(engine.workload);
    if (live !== undefined)
        led.wrote(live);
    const end = await (0,_run_js__WEBPACK_IMPORTED_MODULE_2__/* .watchFrom */ .yW)(run, (0,_watch_js__WEBPACK_IMPORTED_MODULE_3__/* .templateOf */ .k)(live), {
        signal: new AbortController().signal,
        deadline: deps.clock.now() + patience,
        silent: true,
    });
    if (end.end !== 'promoted')
        return `the previous version is not whole yet: ${end.standing.said}`;
    await (0,_kept_js__WEBPACK_IMPORTED_MODULE_1__/* .forget */ .y6)(cluster, kept);
    context.log.info(`All users are on the previous version, and ${engine.workload.name} is as it was.`);
    return undefined;
}


/***/ }),

/***/ 7625:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ leadOf),
/* harmony export */   v6: () => (/* binding */ ended),
/* harmony export */   y7: () => (/* binding */ settingOf),
/* harmony export */   yW: () => (/* binding */ watchFrom)
/* harmony export */ });
/* harmony import */ var _cluster_kube_cluster_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53556);
/* harmony import */ var _kept_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1006);
/* harmony import */ var _watch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8915);



/** For the rollout's own parts. Never aborted: what has begun to be written is written. */
function settingOf({ opened, context, deps, }) {
    return {
        kube: opened.kube,
        log: context.log,
        now: deps.clock.now,
        signal: new AbortController().signal,
        fieldManager: _cluster_kube_cluster_js__WEBPACK_IMPORTED_MODULE_0__/* .applyManager */ .ir,
        forceConflicts: false,
    };
}
/** Watches until there is something to decide. */
function watchFrom({ led, deps, context, outcome, deadline, cluster, engine }, template, more = {}) {
    return (0,_watch_js__WEBPACK_IMPORTED_MODULE_2__/* .watchOn */ .L)({
        led,
        clock: deps.clock,
        signal: more.signal ?? context.signal,
        log: context.log.info,
        deadline: more.deadline ?? deadline,
        template,
        asked: async () => more.silent !== true && (await (0,_kept_js__WEBPACK_IMPORTED_MODULE_1__/* .askedBy */ .Ai)(cluster, engine)) !== '',
        onStep: (step) => {
            if (more.silent !== true)
                outcome.steps.push(step);
        },
    });
}
/** How a run ended, without a canary that is left. */
const ended = (verdict, reason, weight = 0) => ({
    verdict,
    reason,
    weight,
    left: undefined,
});
/** The lead as it is known; a canary that is gone can't be led. */
function leadOf({ led, engine }) {
    const { lead } = led;
    if (lead !== undefined)
        return lead;
    throw new Error(`${engine.lead.kind} ${engine.lead.name} is gone`);
}


/***/ }),

/***/ 8915:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ watchOn),
/* harmony export */   k: () => (/* binding */ templateOf)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49256);

/** The longest time between two looks, should no change come. */
const longestWait = 5000;
/** Watches until the controller comes to an end, a person is needed, or the time is over. */
async function watchOn(watch) {
    const { led, signal } = watch;
    const wake = () => led.watching.wake();
    signal.addEventListener('abort', wake, { once: true });
    try {
        return await look(watch, new Steps(watch));
    }
    finally {
        signal.removeEventListener('abort', wake);
    }
}
async function look(watch, steps) {
    const { led, clock } = watch;
    let phase = '';
    for (let since = clock.now();;) {
        const standing = led.standing();
        const now = clock.now();
        if (standing.phase !== phase)
            since = now;
        phase = standing.phase;
        steps.look(standing, now);
        led.record(standing);
        led.causes.look(led.view(led.engine.pods.canary));
        const end = endOf(watch, standing, now - since) ?? (await lateEnd(watch, now));
        if (end !== undefined) {
            steps.end(end, standing, now);
            return { end, standing };
        }
        await led.watching.changed(Math.max(10, Math.min(longestWait, watch.deadline - now)));
    }
}
/** Ends that are none of the controller's. */
async function lateEnd({ deadline, asked, led }, now) {
    if (now >= deadline)
        return 'time-over';
    const { phase } = led.standing();
    // What is being promoted is brought to its end first.
    return phase !== 'promoting' && (await asked()) ? 'replaced' : undefined;
}
/** `lasts`: milliseconds for which it has been in this phase. */
function endOf({ led, signal, template }, { phase }, lasts) {
    if (signal.aborted)
        return 'cancelled';
    const { engine, lead } = led;
    const workload = led.view(engine.workload);
    // What the watch has not told yet is no other hand's work.
    if (phase !== 'unseen' && workload !== undefined && templateOf(workload) !== template)
        return 'superseded';
    switch (phase) {
        case 'settled':
            return 'promoted';
        case 'failed':
        case 'undecided':
            return phase;
        case 'holding':
            return lasts >= engine.gatePatience(lead ?? noObject) ? 'held' : undefined;
        case 'unseen':
            return lasts >= engine.attention(lead ?? noObject) ? 'ignored' : undefined;
        default:
            return undefined;
    }
}
const noObject = { apiVersion: '', kind: '', metadata: {} };
/**
 * The pod template of a workload, so that two of them can be compared. A controller that writes the object back fills in
 * what says nothing: `creationTimestamp: null`, `resources: {}`.
 */
const templateOf = (workload) => (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(withoutEmpty((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .objectAt */ .lJ)(workload, 'spec', 'template')));
function withoutEmpty(value) {
    if (Array.isArray(value))
        return value.map(withoutEmpty);
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJson */ .Fh)(value))
        return value;
    const fields = Object.entries(value)
        .map(([key, inner]) => [key, withoutEmpty(inner)])
        .filter(([, inner]) => inner !== null && !((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJson */ .Fh)(inner) && Object.keys(inner).length === 0));
    return Object.fromEntries(fields);
}
/** Tells every change, and keeps how long each share lasted. */
class Steps {
    #watch;
    #line = '';
    #weight = 0;
    #since;
    constructor(watch) {
        this.#watch = watch;
        this.#since = watch.clock.now();
    }
    look({ phase, weight, said }, now) {
        const line = `${phase}: ${weight} % to the canary (${said})`;
        if (line !== this.#line)
            this.#watch.log(line);
        this.#line = line;
        if (weight === this.#weight || phase === 'failed' || phase === 'settled')
            return;
        this.#close('pass', said, now);
        this.#weight = weight;
    }
    end(end, { said }, now) {
        if (end === 'promoted')
            this.#close('pass', said, now);
        else if (end === 'failed')
            this.#close('fail', said, now);
        else if (end === 'undecided')
            this.#close('not-enough-evidence', said, now);
    }
    #close(verdict, reason, now) {
        if (this.#weight > 0) {
            const seconds = (now - this.#since) / 1000;
            this.#watch.onStep({ weight: this.#weight, verdict, seconds, reason });
        }
        this.#since = now;
    }
}


/***/ })

};
