export const id = 260;
export const ids = [260];
export const modules = {

/***/ 5260:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  start: () => (/* binding */ start)
});

// EXTERNAL MODULE: ./build/actions/shared/action/run-action.js + 8 modules
var run_action = __webpack_require__(7828);
// EXTERNAL MODULE: ./build/actions/shared/contract/contract.js
var contract = __webpack_require__(6777);
// EXTERNAL MODULE: ./build/actions/shared/contract/types.js
var types = __webpack_require__(6030);
;// CONCATENATED MODULE: ./build/actions/k8s-rollout/src/contract.js


function parse(read) {
    return {
        manifests: read.required('manifests', (0,types/* lines */.Mn)(types/* text */.Qq)),
        images: read.optional('images', types/* pairs */.AS) ?? new Map(),
        namespace: read.optional('namespace', types/* text */.Qq),
        environment: read.withDefault('environment', types/* text */.Qq, 'production'),
        kubeconfig: read.optional('kubeconfig', (0,types/* path */.Ae)(read.workspace)),
        context: read.optional('context', types/* text */.Qq),
        kubectl: read.optional('kubectl', types/* text */.Qq),
        timeout: read.withDefault('timeout', types/* duration */.p0, '10m'),
        settle: read.withDefault('settle', types/* duration */.p0, '10s'),
        onFailure: read.withDefault('on-failure', (0,types/* choice */.Yq)('undo', 'keep'), 'undo'),
        fieldManager: read.withDefault('field-manager', types/* text */.Qq, 'seatrial'),
        forceConflicts: read.withDefault('force-conflicts', types/* flag */.Jt, 'false'),
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
    ],
};

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/actions/shared/errors/user-error.js
var user_error = __webpack_require__(860);
// EXTERNAL MODULE: ./build/actions/shared/kube/open.js + 6 modules
var kube_open = __webpack_require__(2492);
// EXTERNAL MODULE: ./build/actions/shared/kube/values.js
var kube_values = __webpack_require__(9256);
// EXTERNAL MODULE: ./build/actions/shared/manifests/images.js
var manifests_images = __webpack_require__(9103);
// EXTERNAL MODULE: ./build/actions/shared/manifests/read.js + 3 modules
var manifests_read = __webpack_require__(853);
// EXTERNAL MODULE: ./build/actions/shared/manifests/release.js + 1 modules
var release = __webpack_require__(4427);
// EXTERNAL MODULE: ./build/actions/shared/rollout/journal.js
var journal = __webpack_require__(4977);
// EXTERNAL MODULE: ./build/actions/shared/rollout/rollout.js + 11 modules
var rollout = __webpack_require__(7165);
// EXTERNAL MODULE: ./build/actions/shared/rollout/workload.js
var workload = __webpack_require__(7413);
// EXTERNAL MODULE: ./build/actions/shared/units/duration.js
var units_duration = __webpack_require__(9794);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/actions/k8s-rollout/src/diagnosis.js



const longest = 6000;
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
        if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(workspace, file)))
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
            ...finding.evidence,
            `what to do: ${finding.fix}`,
        ].join('\n');
    });
    const text = parts.join('\n\n');
    return text.length <= longest ? text : `${text.slice(0, longest - 2)}\n…`;
}
function subjectOf({ ref, container }) {
    return `${(0,kube_values/* nameOf */.Vb)(ref)}${container === undefined ? '' : `, container ${container}`}`;
}
function shown({ file, line }) {
    return line === undefined ? file : `${file}:${line}`;
}

// EXTERNAL MODULE: ./build/actions/shared/kube/errors.js
var errors = __webpack_require__(265);
// EXTERNAL MODULE: ./build/actions/shared/manifests/pod-spec.js
var pod_spec = __webpack_require__(3900);
;// CONCATENATED MODULE: ./build/actions/k8s-rollout/src/secrets.js

/** Shorter values stand in ordinary text all the time; hiding them would hide the text. */
const shortest = 6;
/** What the Secrets of the manifests hold, in every form in which it may turn up in a log. */
function secretsIn(manifests) {
    const values = manifests
        .filter(({ object }) => object.kind === 'Secret')
        .flatMap(({ object }) => [
        ...Object.values((0,kube_values/* textsAt */.i1)(object, 'stringData')),
        ...Object.values((0,kube_values/* textsAt */.i1)(object, 'data')).flatMap((value) => [
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

// EXTERNAL MODULE: ./build/actions/shared/markdown/markdown.js
var markdown = __webpack_require__(7727);
// EXTERNAL MODULE: ./build/actions/shared/rollout/plan/compare.js
var compare = __webpack_require__(147);
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
        ...(result.restored?.failures ?? []).map(({ ref, message }) => `**Not put back:** ${(0,kube_values/* nameOf */.Vb)(ref)}: ${message}`),
        workloads(result),
        changes(result.plan),
        ...(result.warnings.length === 0 ? [] : [warnings(result.warnings)]),
        timings(result),
    ]
        .filter((part) => part !== '')
        .join('\n\n');
}
function section(finding, manifests) {
    const place = placeOf(finding, manifests);
    return [
        `#### ${(0,markdown/* code */.aY)(finding.cause)} ${subjectOf(finding)}`,
        finding.message,
        ...(place === undefined ? [] : [`Manifest: ${(0,markdown/* code */.aY)(shown(place))}`]),
        ...(finding.evidence.length === 0 ? [] : [(0,markdown/* fence */.EU)(finding.evidence.join('\n'))]),
        `**What to do:** ${finding.fix.includes('\n') ? (0,markdown/* fence */.EU)(finding.fix, 'yaml') : finding.fix}`,
    ].join('\n\n');
}
function workloads({ workloads: statuses }) {
    if (statuses.length === 0)
        return '';
    const rows = statuses.map(({ ref, wanted, updated, ready, old, revision }) => [
        (0,kube_values/* nameOf */.Vb)(ref),
        `${ready} of ${wanted}`,
        `${updated} new, ${old} old`,
        revision ?? '',
    ]);
    return (0,markdown/* table */.tp)(['workload', 'ready', 'pods', 'revision'], rows);
}
function changes(plan) {
    if (plan === undefined)
        return '';
    const changed = plan.steps.filter(({ change }) => change === 'created' || change === 'changed');
    if (changed.length === 0)
        return '';
    const blocks = changed.map(({ ref, before, after, change }) => {
        if (after === undefined || change === 'created')
            return `+ ${(0,kube_values/* nameOf */.Vb)(ref)}`;
        const lines = (0,compare/* differences */.tX)(before, after)
            .slice(0, 40)
            .map(({ field, before: old, after: now }) => [
            `  ${field}`,
            ...(old === undefined ? [] : [`-   ${old}`]),
            ...(now === undefined ? [] : [`+   ${now}`]),
        ].join('\n'));
        return [`  ${(0,kube_values/* nameOf */.Vb)(ref)}`, ...lines].join('\n');
    });
    return (0,markdown/* details */.zH)(`What changes: ${changed.length} of ${plan.steps.length} objects`, (0,markdown/* fence */.EU)(blocks.join('\n'), 'diff'));
}
function warnings(findings) {
    const lines = findings.map((finding) => `- ${(0,markdown/* code */.aY)(finding.cause)} ${subjectOf(finding)}: ${finding.message}`);
    return `Noticed on the way:\n\n${lines.join('\n')}`;
}
function timings({ timings: { check, apply, watch, undo } }) {
    const parts = [
        ['check', check],
        ['apply', apply],
        ['watch', watch],
        ['undo', undo],
    ];
    return parts
        .filter(([, ms]) => ms > 0)
        .map(([name, ms]) => `${name} ${(0,units_duration/* formatDuration */.a)(ms)}`)
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
        ['diagnosis', hideIn(asText([...findings, ...result.warnings], manifests), secrets)],
        [
            'causes',
            JSON.stringify(findings.map(({ cause, message, fix, ref, evidence }) => ({
                cause,
                object: (0,kube_values/* nameOf */.Vb)(ref),
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
    context.report.summary(hideIn(summaryOf(result, inputs.environment, manifests, inputs.dryRun), secrets));
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
        message: hideIn(finding.message, secrets),
        evidence: finding.evidence.map((line) => hideIn(line, secrets)),
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
    return plan.steps.some(({ change }) => change === 'created' || change === 'changed');
}
const seconds = (ms) => Math.round(ms / 100) / 10;
/** From the start of the process to the verdict, without the way back. */
function verdictSeconds({ timings }) {
    return seconds(process.uptime() * 1000 - timings.undo);
}
function recordSection(inputs, { result, manifests, duration }) {
    const workloads = manifests
        .filter(({ object }) => (0,workload/* isWorkload */.gv)(object))
        .map(({ object }) => {
        const step = result.plan?.steps.find(({ ref }) => ref.kind === object.kind &&
            ref.name === object.metadata.name &&
            ref.namespace === object.metadata.namespace);
        const status = result.workloads.find(({ ref }) => step !== undefined && (0,kube_values/* nameOf */.Vb)(ref) === (0,kube_values/* nameOf */.Vb)(step.ref));
        const before = (0,rollout/* previousRevision */.R)(step?.before);
        const revision = status?.revision;
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
            const place = sourcePlace(finding, context.workspace) ?? placeOf(finding, manifests);
            context.report.annotate({
                level,
                title: `k8s-rollout: ${finding.cause}`,
                message: `${subjectOf(finding)}: ${finding.message}\n${finding.fix}`,
                ...(place === undefined ? {} : { place }),
            });
        }
    }
}
function failureOf({ verdict, findings, restored }, { environment }) {
    const [first] = findings;
    const why = first === undefined ? '' : ` (${first.cause}) ${subjectOf(first)}: ${first.message}`;
    const back = verdict === 'undone'
        ? '. Everything is back to what it was before, and healthy.'
        : verdict === 'undo-failed'
            ? `. Going back failed: ${restored?.failures.map(({ ref, message }) => `${(0,kube_values/* nameOf */.Vb)(ref)}: ${message}`).join('; ') || 'what was before is written, but not healthy'}.`
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
/** What is told when nothing could begin: a manifest that can't be read, a cluster that can't be reached. */
function reportRefusal({ report: out }, error) {
    out.output('cause', causeOf(error));
    const place = error.place === undefined ? '' : `\nmanifest: ${shown(error.place)}`;
    out.output('diagnosis', `${error.message}${place}\nwhat to do: ${error.fix}`);
    out.output('causes', JSON.stringify([{ cause: causeOf(error), message: error.message, fix: error.fix }]));
    out.output('seconds', seconds(process.uptime() * 1000));
    out.output('seconds-to-verdict', seconds(process.uptime() * 1000));
}
function causeOf(error) {
    if (!(error instanceof errors/* KubeError */.a3))
        return 'invalid-manifest';
    if (error.status === 0)
        return 'unreachable';
    return error.status === 403 ? 'forbidden' : 'unauthorized';
}

;// CONCATENATED MODULE: ./build/actions/k8s-rollout/src/run.js














/** Rolls the caller's manifests out, and back when they fail. */
async function run(inputs, context, access = { open: kube_open/* openKube */.K, namespace: kube_open/* contextNamespace */.j }) {
    try {
        await story(inputs, context, access);
    }
    catch (error) {
        if (error instanceof user_error/* UserError */.yo)
            reportRefusal(context, error);
        throw error;
    }
}
async function story(inputs, context, access) {
    const begun = context.now();
    // Until there is a better one: the verdict of everything that throws before the first write.
    context.report.output('status', 'failed');
    context.report.output('verdict', 'refused');
    context.report.output('changed', false);
    const { workspace, exec, temp, log, signal } = context;
    const read = await (0,manifests_read.readManifests)(inputs.manifests, {
        workspace,
        exec,
        ...given({ kubectl: inputs.kubectl }),
    });
    const secrets = secretsIn(read);
    for (const secret of secrets)
        await context.mask(secret);
    const manifests = (0,manifests_images.replaceImages)(read, inputs.images);
    log.info(`${manifests.length} objects in ${new Set(manifests.map(({ file }) => file)).size} files.`);
    const target = given({ kubeconfig: inputs.kubeconfig, context: inputs.context, kubectl: inputs.kubectl });
    const asked = inputs.namespace === undefined ? access.namespace(target) : Promise.resolve(inputs.namespace);
    // What is wrong with the access itself is told first.
    asked.catch(() => undefined);
    const kube = await access.open({ ...target, temp, signal, log });
    try {
        const cluster = { kube, namespace: await asked };
        const objects = await (0,release.releaseObjects)(manifests, cluster, context.record, inputs.annotations);
        await rollOutWith(kube, objects, secrets, begun, inputs, context);
    }
    finally {
        await kube.close();
    }
}
async function rollOutWith(kube, manifests, secrets, begun, inputs, context) {
    const log = { ...context.log, info: (line) => context.log.info(hideIn(line, secrets)) };
    const setting = {
        kube,
        log,
        now: context.now,
        signal: context.signal,
        fieldManager: inputs.fieldManager,
        forceConflicts: inputs.forceConflicts,
    };
    const result = await (0,rollout/* rollOut */.O)(manifests, setting, { ...inputs, ...journalFor(inputs, manifests) });
    const duration = context.now() - begun;
    log.info(`${result.verdict} after ${(0,units_duration/* formatDuration */.a)(duration)}`);
    if (result.findings.length > 0)
        log.info(`\n${asText(result.findings, manifests)}`);
    report(inputs, context, { result, manifests, secrets, duration });
}
/** Runs of one release are known by its workloads: what they are called stays when all else changes. */
function journalFor({ onFailure }, manifests) {
    const workloads = manifests.map(({ object }) => object).filter(workload/* isWorkload */.gv);
    const namespace = workloads[0]?.metadata.namespace;
    if (onFailure === 'keep' || namespace === undefined)
        return {};
    const names = workloads.map((workload) => (0,kube_values/* nameOf */.Vb)((0,kube_values/* refOf */.H8)(workload))).sort();
    const name = (0,external_node_crypto_.createHash)('sha256').update(names.join('\n')).digest('hex').slice(0, 12);
    return { journal: (0,journal/* journalRef */.fp)(namespace, name) };
}
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

;// CONCATENATED MODULE: ./build/actions/k8s-rollout/src/index.js



const start = () => (0,run_action/* runAction */.C)(contract_contract, run);


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


/***/ }),

/***/ 853:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readManifests: () => (/* binding */ readManifests)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./build/actions/shared/errors/user-error.js
var user_error = __webpack_require__(860);
// EXTERNAL MODULE: ./build/actions/shared/kube/values.js
var values = __webpack_require__(9256);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/actions/shared/manifests/files.js



const kustomizations = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];
const manifestFile = /\.(ya?ml|json)$/;
/**
 * The files behind the caller's list of files, folders and globs, in its order, each once.
 *
 * A folder is read with all below it; one with a kustomization is rendered. Throws a UserError for a path that is not
 * there and for a folder or glob without any manifest.
 */
async function findManifests(patterns, workspace) {
    const found = await Promise.all(patterns.map((pattern) => find(pattern, workspace)));
    const once = new Map(found.flat().map((source) => [source.path, source]));
    return [...once.values()];
}
async function find(pattern, workspace) {
    const path = (0,external_node_path_.isAbsolute)(pattern) ? pattern : (0,external_node_path_.resolve)(workspace, pattern);
    const what = await (0,promises_.stat)(path).catch((error) => {
        if ((0,user_error/* codeOf */.$N)(error) === 'ENOENT')
            return undefined;
        throw new user_error/* UserError */.yo(`the manifest ${pattern} cannot be read: ${String(error)}`, {
            fix: 'Make it readable for the user of the runner.',
        });
    });
    const sourceOf = (file, kustomize = false) => ({
        path: file,
        shown: shownPath(file, workspace),
        kustomize,
    });
    if (what?.isFile() === true)
        return [sourceOf(path)];
    if (what?.isDirectory() === true)
        return await inFolder(path, pattern, sourceOf);
    if (/[*?[{]/.test(pattern))
        return await matching(path, pattern, sourceOf);
    throw new user_error/* UserError */.yo(`there is no manifest ${pattern}`, {
        fix: `Correct the input \`manifests\`; relative paths start at ${workspace}. Is the repository checked out?`,
    });
}
async function inFolder(folder, pattern, sourceOf) {
    const top = await (0,promises_.readdir)(folder);
    if (kustomizations.some((name) => top.includes(name)))
        return [sourceOf(folder, true)];
    const below = await (0,promises_.readdir)(folder, { recursive: true, withFileTypes: true });
    const files = below
        .filter((entry) => entry.isFile() && manifestFile.test(entry.name))
        .map((entry) => (0,external_node_path_.join)(entry.parentPath, entry.name))
        .sort();
    if (files.length > 0)
        return files.map((file) => sourceOf(file));
    throw new user_error/* UserError */.yo(`the folder ${pattern} holds no manifest (*.yaml, *.yml or *.json)`, {
        fix: 'Correct the input `manifests`, or remove the folder from it.',
    });
}
async function matching(glob, pattern, sourceOf) {
    const fs = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1455, 19));
    const files = [];
    for await (const file of fs.glob(glob))
        if (manifestFile.test(file))
            files.push(file);
    if (files.length > 0)
        return files.sort().map((file) => sourceOf(file));
    throw new user_error/* UserError */.yo(`nothing matches ${pattern} in the input \`manifests\``, {
        fix: 'Correct the glob; it has to match at least one *.yaml, *.yml or *.json file.',
    });
}
/** A path as it is shown to people and in annotations. */
function shownPath(file, workspace) {
    const inside = (0,external_node_path_.relative)(workspace, file);
    return inside.startsWith('..') || inside === '' ? file : inside;
}

// EXTERNAL MODULE: ./build/actions/shared/manifests/pod-spec.js
var pod_spec = __webpack_require__(3900);
;// CONCATENATED MODULE: ./build/actions/shared/manifests/placeholders.js



const placeholder = /\$\{[^}]*\}|\{\{[^}]*\}\}|\$[A-Z_]{3,}|<[A-Za-z][\w .-]*>/;
/**
 * Refuses placeholders nobody filled in, in names, labels and images, where none of their forms is ever meant. In
 * arguments, configuration and annotations they may be what the program wants.
 */
function refusePlaceholders(object, file, placeOf) {
    const { name = '', namespace = '' } = object.metadata;
    const fields = [
        [['metadata', 'name'], name],
        [['metadata', 'namespace'], namespace],
        ...Object.entries((0,values/* textsAt */.i1)(object, 'metadata', 'labels')).map(([key, value]) => [
            ['metadata', 'labels', key],
            value,
        ]),
        ...(0,pod_spec/* containersOf */.Mz)(object).map(({ path, image }) => [[...path, 'image'], image]),
    ];
    for (const [path, value] of fields) {
        const found = placeholder.exec(value);
        if (found === null)
            continue;
        throw new user_error/* UserError */.yo(`${file}: the placeholder ${found[0]} in ${path.join('.')} was not filled in`, {
            fix: 'Render the manifests in an earlier step, or write the value. Images are filled in by the input `images`.',
            place: placeOf(path),
        });
    }
}

;// CONCATENATED MODULE: ./build/actions/shared/manifests/yaml.js

/**
 * Reads all documents of a file as kubectl does: YAML 1.1 (`0644` is octal, `yes` is true), but without its times and
 * base-60 numbers. Errors carry the line within the file. JSON is YAML.
 */
async function readYaml(text, file) {
    const { isCollection, LineCounter, parseAllDocuments, visit } = await __webpack_require__.e(/* import() */ 815).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19));
    const lineCounter = new LineCounter();
    const options = { version: '1.1', lineCounter, uniqueKeys: true, customTags: asKubectl };
    const documents = parseAllDocuments(text, { ...options });
    if (!Array.isArray(documents))
        return [];
    return documents.flatMap((document) => {
        refuseErrors(document, text, file);
        if (document.contents === null)
            return [];
        visit(document, {
            Pair: (_key, pair) => {
                // `key: {{ … }}` is YAML too: a map whose key is a map. Nobody means that.
                if (isCollection(pair.key))
                    refuseTemplate(lineCounter.linePos(pair.key.range?.[0] ?? 0).line, file);
            },
        });
        const value = document.toJS({ maxAliasCount: 1000 });
        if (value === null)
            return [];
        return [{ value, placeOf: (path) => placeIn(document, lineCounter, file, path) }];
    });
}
const newOctal = {
    tag: 'tag:yaml.org,2002:int',
    default: true,
    test: /^0o[0-7]+$/,
    resolve: (text) => Number.parseInt(text.slice(2), 8),
};
function asKubectl(tags) {
    const kept = tags.filter((tag) => typeof tag === 'string' || (tag.tag !== 'tag:yaml.org,2002:timestamp' && tag.format !== 'TIME'));
    return [newOctal, ...kept];
}
function refuseErrors(document, text, file) {
    const first = document.errors[0];
    if (first === undefined)
        return;
    const position = first.linePos?.[0];
    const template = /\{\{.*\}\}/.test(text);
    const where = position === undefined ? '' : `, column ${position.col}`;
    throw new user_error/* UserError */.yo(`${file} is no valid YAML: ${firstLine(first.message)}${where}`, {
        fix: template
            ? 'The file holds `{{ … }}`: render the template first (`helm template`, for example) and give the result.'
            : 'Correct the file at that line.',
        place: { file, ...(position === undefined ? {} : { line: position.line }) },
    });
}
function refuseTemplate(line, file) {
    throw new user_error/* UserError */.yo(`${file}: a template that was not rendered`, {
        fix: 'The file holds `{{ … }}`: render the template first (`helm template`, for example) and give the result.',
        place: { file, line },
    });
}
function firstLine(message) {
    return (message.split('\n', 1)[0] ?? message).replace(/:$/, '');
}
/** The line of a field's key, or of the nearest parent that is there. */
function placeIn(document, lines, file, path) {
    for (let depth = path.length; depth >= 0; depth -= 1) {
        const offset = offsetOf(document, path.slice(0, depth));
        if (offset !== undefined)
            return { file, line: lines.linePos(offset).line };
    }
    return { file };
}
function offsetOf(document, path) {
    const last = path.at(-1);
    const parent = path.length === 0 ? undefined : document.getIn(path.slice(0, -1), true);
    if (typeof last === 'string' && isMap(parent)) {
        const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value) === last);
        if (pair !== undefined && isNode(pair.key))
            return pair.key.range?.[0];
        return undefined;
    }
    const node = path.length === 0 ? document.contents : document.getIn(path, true);
    return isNode(node) ? node.range?.[0] : undefined;
}
function isMap(value) {
    return typeof value === 'object' && value !== null && 'items' in value && Array.isArray(value.items);
}
function isScalar(value) {
    return typeof value === 'object' && value !== null && 'value' in value;
}
function isNode(value) {
    return typeof value === 'object' && value !== null && 'range' in value;
}

;// CONCATENATED MODULE: ./build/actions/shared/manifests/read.js






const largestFile = 8 * 1024 * 1024;
/** The API server takes requests up to 3 MiB, etcd values up to 1.5 MiB. */
const largestObject = 3 * 1024 * 1024;
/**
 * Reads every object of the caller's files, folders and globs.
 *
 * Throws a UserError with file and line for what is missing, no YAML, no object, unnamed, unfilled or too large.
 */
async function readManifests(patterns, options) {
    const sources = await findManifests(patterns, options.workspace);
    const read = await Promise.all(sources.map((source) => readSource(source, options)));
    return read.flat();
}
async function readSource(source, options) {
    const text = source.kustomize ? await kustomized(source, options) : await readText(source);
    const documents = await readYaml(text, source.shown);
    // Lines of rendered output say nothing to the caller.
    const whole = { file: source.shown };
    const manifests = documents
        .map((document) => (source.kustomize ? { ...document, placeOf: () => whole } : document))
        .flatMap((document) => manifestsOf(document, source.shown));
    if (manifests.length > 0)
        return manifests;
    throw new user_error/* UserError */.yo(`${source.shown} holds no Kubernetes object`, {
        fix: 'Remove the file from the input `manifests`, or write an object into it.',
        place: whole,
    });
}
async function readText({ path, shown }) {
    const { size } = await (0,promises_.stat)(path);
    if (size <= largestFile)
        return (0,promises_.readFile)(path, 'utf8');
    throw new user_error/* UserError */.yo(`${shown} has ${Math.round(size / 1e6)} MB; manifests are read up to 8 MB`, {
        fix: 'Split the file, and leave out what is no manifest.',
        place: { file: shown },
    });
}
async function kustomized({ path, shown }, options) {
    const { code, stdout, stderr } = await options.exec(options.kubectl ?? 'kubectl', ['kustomize', path]);
    if (code === 0)
        return stdout;
    throw new user_error/* UserError */.yo(`Kustomize can't render ${shown}: ${stderr.trim().replace(/^error: /, '')}`, {
        fix: `Run \`kubectl kustomize ${shown}\` and correct what it says.`,
        place: { file: shown },
    });
}
function manifestsOf({ value, placeOf }, file) {
    if ((0,values/* isJson */.Fh)(value) && (0,values/* textAt */.$6)(value, 'kind').endsWith('List') && Array.isArray(value['items'])) {
        return (0,values/* listAt */.gT)(value, 'items').flatMap((item, index) => manifestsOf({ value: item, placeOf: (path) => placeOf(['items', index, ...path]) }, file));
    }
    return [manifestOf(value, file, placeOf)];
}
function manifestOf(value, file, placeOf) {
    const refuse = (message, fix, path = []) => {
        throw new user_error/* UserError */.yo(`${file}: ${message}`, { fix, place: placeOf(path) });
    };
    for (const key of ['apiVersion', 'kind']) {
        if ((0,values/* textAt */.$6)(value, key) === '')
            refuse(`an object without ${key}`, `Add \`${key}:\` to it.`);
    }
    const what = (0,values/* textAt */.$6)(value, 'kind');
    if ((0,values/* textAt */.$6)(value, 'metadata', 'name') === '') {
        refuse(`a ${what} without metadata.name`, 'Name it: what has no name cannot be applied twice.', [
            'metadata',
        ]);
    }
    if (!(0,values/* isKubeObject */.$e)(value))
        return refuse(`the ${what} is no object of the API`, 'Correct its metadata.');
    refusePlaceholders(value, file, placeOf);
    if (JSON.stringify(value).length > largestObject) {
        refuse(`the ${what} ${value.metadata.name} is larger than the API server takes (3 MiB)`, 'Make it smaller.');
    }
    return { object: value, file, placeOf };
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

/***/ 7727:
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
