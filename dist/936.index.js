export const id = 936;
export const ids = [936];
export const modules = {

/***/ 7828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./build/actions/shared/errors/user-error.js
var user_error = __webpack_require__(860);
;// CONCATENATED MODULE: ./build/actions/shared/contract/input-reader.js

/**
 * Reads the inputs of an action and remembers every one it was asked for.
 *
 * A wrong value is noted and reading goes on, so that `finish` can tell the caller everything that is wrong at once.
 * An empty input counts as unset: an expression that came out empty must not switch a default off.
 */
class InputReader {
    declared = [];
    workspace;
    problems = [];
    lookUp;
    constructor(lookUp, workspace) {
        this.lookUp = lookUp;
        this.workspace = workspace;
    }
    /** An input that must be there. */
    required(name, type) {
        this.declared.push({ name, type: type.name, required: true, default: undefined });
        const raw = this.lookUp(name).trim();
        if (raw === '')
            this.problems.push(`input "${name}" is required: write \`${name}: …\` (${type.name}) under \`with:\``);
        return raw === '' ? type.sample : this.parse(name, type, raw);
    }
    /** An input with the default that action.yml shows. */
    withDefault(name, type, fallback) {
        this.declared.push({ name, type: type.name, required: false, default: fallback });
        return this.parse(name, type, this.lookUp(name).trim() || fallback);
    }
    /** An input whose absence means something of its own. */
    optional(name, type) {
        this.declared.push({ name, type: type.name, required: false, default: undefined });
        const raw = this.lookUp(name).trim();
        return raw === '' ? undefined : this.parse(name, type, raw);
    }
    /** Notes a problem between inputs, such as two that exclude each other. */
    refuse(problem) {
        this.problems.push(problem);
    }
    /** Throws one UserError that lists every problem found. */
    finish() {
        if (this.problems.length === 0)
            return;
        throw new user_error/* UserError */.yo(this.problems.join('; '), {
            fix: 'Correct the inputs under `with:` of this step; the README of the action lists what each one takes.',
        });
    }
    parse(name, type, raw) {
        try {
            return type.parse(raw);
        }
        catch (error) {
            this.problems.push(`input "${name}" is "${raw}", expected ${(0,user_error/* messageOf */.bD)(error)}`);
            return type.sample;
        }
    }
}
/** Reads inputs the way the runner hands them over: `INPUT_<NAME>`, upper case, blanks as underscores. */
function environmentInputs(env) {
    return (name) => env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '';
}

;// CONCATENATED MODULE: ./build/actions/shared/exec/exec.js

/** The real effect behind `Exec`. */
const exec = async (file, args, options = {}) => {
    const [{ getExecOutput }, { which }] = await Promise.all([__webpack_require__.e(/* import() */ 955).then(__webpack_require__.bind(__webpack_require__, 1955)), __webpack_require__.e(/* import() */ 701).then(__webpack_require__.bind(__webpack_require__, 8701))]);
    const found = await which(file, false);
    if (found === '') {
        throw new user_error/* UserError */.yo(`the program "${file}" was not found on PATH`, {
            fix: `Install ${file} in an earlier step of the job, or name its path where the action has an input for it.`,
        });
    }
    const lines = options.onLine;
    const { exitCode, stdout, stderr } = await getExecOutput(quoted(found), [...args], {
        silent: true,
        ignoreReturnCode: true,
        ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
        ...(options.env === undefined ? {} : { env: { ...options.env } }),
        ...(options.stdin === undefined ? {} : { input: Buffer.from(options.stdin) }),
        ...(lines === undefined ? {} : { listeners: { stdline: lines, errline: lines } }),
    });
    return { code: exitCode, stdout, stderr };
};
/** @actions/exec splits its first argument into words; quotes keep a path with blanks in one piece. */
function quoted(file) {
    return file.includes(' ') ? `"${file}"` : file;
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/actions/shared/record/source.js

/** What the runner knows about the commit this job works on. */
async function sourceFromRunner(env) {
    const event = await readEvent(env['GITHUB_EVENT_PATH']);
    const repository = env['GITHUB_REPOSITORY'] ?? '';
    const server = env['GITHUB_SERVER_URL'] ?? 'https://github.com';
    const number = pullRequestNumber(event);
    const runId = env['GITHUB_RUN_ID'] ?? '';
    return {
        repository,
        commit: env['GITHUB_SHA'] ?? '',
        ref: env['GITHUB_REF'] ?? '',
        ...(number === undefined
            ? {}
            : { pullRequest: { number, url: `${server}/${repository}/pull/${number}` } }),
        ...(runId === ''
            ? {}
            : {
                run: {
                    id: runId,
                    attempt: env['GITHUB_RUN_ATTEMPT'] ?? '1',
                    url: `${server}/${repository}/actions/runs/${runId}`,
                },
            }),
    };
}
/**
 * The pull request an event belongs to: its own, or the one GitHub names in the message of a merge or squash commit
 * (`Merge pull request #12 from …`, `Title (#12)`).
 */
function pullRequestNumber(event) {
    const own = numberAt(event, ['pull_request', 'number']);
    if (own !== undefined)
        return own;
    const message = at(event, ['head_commit', 'message']);
    if (typeof message !== 'string')
        return undefined;
    const title = message.split('\n', 1)[0] ?? '';
    const match = /^Merge pull request #(\d+) from /.exec(title) ?? /\(#(\d+)\)$/.exec(title.trim());
    return match === null ? undefined : Number(match[1]);
}
async function readEvent(path) {
    if (path === undefined || path === '')
        return undefined;
    try {
        return JSON.parse(await (0,promises_.readFile)(path, 'utf8'));
    }
    catch {
        // The event only adds the pull request; a job without a readable one goes on.
        return undefined;
    }
}
function numberAt(value, keys) {
    const found = at(value, keys);
    return typeof found === 'number' ? found : undefined;
}
function at(value, keys) {
    return keys.reduce((inner, key) => {
        if (typeof inner !== 'object' || inner === null)
            return undefined;
        return Object.entries(inner).find(([name]) => name === key)?.[1];
    }, value);
}

;// CONCATENATED MODULE: ./build/actions/shared/record/types.js
/** Version of the record's shape; `schema/release-record.v1.json` is its published form. */
const recordVersion = 1;

;// CONCATENATED MODULE: ./build/actions/shared/record/store.js





/** The record's file: the one the caller names, or one that all steps of a job share. */
function recordPath(given, temp) {
    return given ?? (0,external_node_path_.join)(temp, 'seatrial', 'release-record.json');
}
/** Reads the record, or begins one for the commit of this job. */
async function readRecord(path, env) {
    const text = await (0,promises_.readFile)(path, 'utf8').catch((error) => {
        if ((0,user_error/* codeOf */.$N)(error) === 'ENOENT')
            return undefined;
        throw unusable(path, 'read', error);
    });
    if (text === undefined)
        return { version: recordVersion, source: await sourceFromRunner(env) };
    const record = parseRecord(text, path);
    const commit = env['GITHUB_SHA'] ?? '';
    if (commit === '' || record.source.commit === commit)
        return record;
    throw new user_error/* UserError */.yo(`${path} is the release record of another commit, ${record.source.commit}`, {
        fix: 'Hand on the `record` output of an earlier step of this run; a record never goes from one commit to another.',
        place: { file: path },
    });
}
/** Adds sections to the record and replaces the file in one step, so that a killed job leaves the old one whole. */
async function writeRecord(path, env, sections) {
    const record = { ...(await readRecord(path, env)), ...sections };
    const draft = `${path}.${process.pid}.tmp`;
    try {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        await (0,promises_.writeFile)(draft, `${JSON.stringify(record, undefined, 2)}\n`);
        await (0,promises_.rename)(draft, path);
    }
    catch (error) {
        throw unusable(path, 'written', error);
    }
}
function unusable(path, what, error) {
    return new user_error/* UserError */.yo(`the release record ${path} can't be ${what}: ${(0,user_error/* messageOf */.bD)(error)}`, {
        fix: 'Name a file in `record` that this job may read and write, or leave the input out.',
        cause: error,
    });
}
function parseRecord(text, path) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        value = undefined;
    }
    if (isRecord(value))
        return value;
    throw new user_error/* UserError */.yo(`${path} is no release record of version ${recordVersion}`, {
        fix: 'Hand on the `record` output of an earlier Seatrial step, or leave the input out to begin a new record.',
        place: { file: path },
    });
}
/** A record is written by our own actions only; its version and its commit tell that it is one. */
function isRecord(value) {
    if (typeof value !== 'object' || value === null)
        return false;
    if (!('version' in value) || value.version !== recordVersion)
        return false;
    return ('source' in value && typeof value.source === 'object' && value.source !== null && 'commit' in value.source);
}

;// CONCATENATED MODULE: ./build/actions/shared/action/log.js
/**
 * Writes the runner's own commands directly: loading @actions/core costs three times node's own start, and these three
 * need nothing of it (annotations, outputs and masks, which do, load it when they come).
 */
function runnerLog(write = (line) => process.stdout.write(`${line}\n`)) {
    return {
        info: write,
        debug: (line) => write(`::debug::${line.replaceAll('%', '%25').replaceAll('\n', '%0A')}`),
        group: async (title, work) => {
            write(`::group::${title}`);
            try {
                return await work();
            }
            finally {
                write('::endgroup::');
            }
        },
    };
}

;// CONCATENATED MODULE: ./build/actions/shared/action/report.js

/** GitHub shows ten annotations of a kind per step and drops the rest without a word. */
const annotationsShown = 10;
/**
 * What an action wants the world to see. Collected while it runs, published at every ending, so that a failure half
 * way through still tells what was known by then.
 */
class Report {
    outputs = new Map();
    sections = {};
    annotations = [];
    summaries = [];
    failure;
    output(name, value) {
        this.outputs.set(name, String(value));
    }
    /** Adds an annotation; the first ones of a level are shown, so say the most important first. */
    annotate(annotation) {
        this.annotations.push(annotation);
    }
    /** Adds Markdown to the job summary. */
    summary(markdown) {
        this.summaries.push(markdown);
    }
    /** Sets this action's own part of the release record. */
    section(name, value) {
        this.sections[name] = value;
    }
    /**
     * Marks the step as failed without ending it, for a verdict that is a result and no accident. A second failure is
     * told behind the first and never in its place.
     */
    fail(message, fix) {
        const { failure } = this;
        this.failure =
            failure === undefined
                ? { message, fix }
                : { message: `${failure.message}\nThen: ${message}`, fix: `${failure.fix}\n${fix}` };
    }
}
/** The annotations GitHub will show, with one that counts those it would have dropped. */
function shownAnnotations(all) {
    return ['error', 'warning', 'notice'].flatMap((level) => {
        const ofLevel = all.filter((annotation) => annotation.level === level);
        if (ofLevel.length <= annotationsShown)
            return ofLevel;
        const rest = ofLevel.length - (annotationsShown - 1);
        const more = {
            level,
            title: `${rest} more`,
            message: `${rest} more of this kind stand in the job summary.`,
        };
        return [...ofLevel.slice(0, annotationsShown - 1), more];
    });
}
/** A path as GitHub wants it in annotations: relative to the workspace. */
function annotationFile(file, workspace) {
    return file.startsWith('/') ? (0,external_node_path_.relative)(workspace, file) : file;
}

;// CONCATENATED MODULE: ./build/actions/shared/action/publish.js



/** GitHub refuses a step summary above 1 MiB as a whole. */
const summaryLimit = 1_000_000;
/** Writes outputs, annotations and the summary, in the order of how much is lost if the job is killed meanwhile. */
async function publish(report, outputs, options) {
    const core = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(955), __webpack_require__.e(838)]).then(__webpack_require__.bind(__webpack_require__, 3838));
    for (const name of outputs)
        core.setOutput(name, report.outputs.get(name) ?? '');
    core.setOutput('record', options.recordPath);
    for (const annotation of shownAnnotations(report.annotations))
        annotate(core, annotation, options.workspace);
    const summaryFile = options.env['GITHUB_STEP_SUMMARY'];
    if (options.summary && summaryFile !== undefined && summaryFile !== '') {
        await (0,promises_.appendFile)(summaryFile, clipped(report.summaries.join('\n\n')));
    }
    if (report.failure === undefined)
        return;
    const failure = `${report.failure.message}\n${report.failure.fix}`;
    // Said at its place already: once is enough.
    if (report.annotations.some(({ level, message }) => level === 'error' && message === failure))
        process.exitCode = 1;
    else
        core.setFailed(failure);
}
/** Notes in the report what was thrown: for the caller to mend, or for us. */
function reportThrown(report, thrown, action) {
    if (thrown instanceof user_error/* UserError */.yo) {
        const place = thrown.place === undefined ? {} : { place: thrown.place };
        if (thrown.place !== undefined) {
            report.annotate({
                level: 'error',
                title: action,
                message: `${thrown.message}\n${thrown.fix}`,
                ...place,
            });
        }
        report.fail(thrown.message, thrown.fix);
        report.summary(`### ${action}: failed\n\n${thrown.message}\n\n**What to do:** ${thrown.fix}\n`);
        return;
    }
    const stack = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    report.fail(`${action} has a bug: ${stack}`, 'Please report it with this stack and the inputs of the step.');
}
function annotate(core, annotation, workspace) {
    const { place } = annotation;
    const properties = {
        title: annotation.title,
        ...(place === undefined ? {} : { file: annotationFile(place.file, workspace) }),
        ...(place?.line === undefined ? {} : { startLine: place.line }),
    };
    core[annotation.level](annotation.message, properties);
}
function clipped(markdown) {
    if (Buffer.byteLength(markdown) <= summaryLimit)
        return `${markdown}\n`;
    return `${markdown.slice(0, summaryLimit / 4)}\n\n… cut: the summary was longer than GitHub takes.\n`;
}

;// CONCATENATED MODULE: ./build/actions/shared/action/run-action.js







/**
 * Runs an action as the runner does: inputs from the environment, and at every ending (done, failed, bug, cancelled)
 * outputs, annotations, summary and release record are written.
 */
async function runAction(contract, run) {
    const env = process.env;
    const workspace = env['GITHUB_WORKSPACE'] ?? process.cwd();
    const temp = env['RUNNER_TEMP'] ?? (0,external_node_os_.tmpdir)();
    const report = new Report();
    const log = runnerLog();
    let path = recordPath(undefined, temp);
    let summary = true;
    let recordable = false;
    log.info(`seatrial ${contract.name}`);
    try {
        const reader = new InputReader(environmentInputs(env), workspace);
        const inputs = contract.parse(reader);
        ({ summary } = inputs);
        path = recordPath(inputs.record, temp);
        reader.finish();
        const record = await readRecord(path, env);
        recordable = true;
        const signal = cancelSignal();
        await run(inputs, { env, workspace, temp, log, exec: exec, report, record, signal, mask, now: Date.now });
    }
    catch (error) {
        reportThrown(report, error, contract.name);
    }
    // A record that could not be read is not ours to replace.
    if (recordable) {
        await writeRecord(path, env, report.sections).catch((error) => reportThrown(report, error, contract.name));
    }
    await publish(report, contract.outputs, { summary, workspace, env, recordPath: path });
}
/** The signal that is aborted when GitHub cancels the job. */
function cancelSignal() {
    const controller = new AbortController();
    for (const name of ['SIGINT', 'SIGTERM']) {
        process.on(name, () => controller.abort(new Error(`the job was cancelled (${name})`)));
    }
    return controller.signal;
}
async function mask(secret) {
    if (secret === '')
        return;
    const core = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(955), __webpack_require__.e(838)]).then(__webpack_require__.bind(__webpack_require__, 3838));
    core.setSecret(secret);
}


/***/ }),

/***/ 6777:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ commonInputs)
/* harmony export */ });
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6030);

/** Reads the inputs that every action has; spread it into the action's own. */
function commonInputs(read) {
    return {
        record: read.optional('record', (0,_types_js__WEBPACK_IMPORTED_MODULE_0__/* .path */ .Ae)(read.workspace)),
        summary: read.withDefault('summary', _types_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt, 'true'),
    };
}


/***/ }),

/***/ 6030:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AS: () => (/* binding */ pairs),
/* harmony export */   Ae: () => (/* binding */ path),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   KN: () => (/* binding */ percent),
/* harmony export */   Lg: () => (/* binding */ commaLines),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   p0: () => (/* binding */ duration)
/* harmony export */ });
/* unused harmony export integer */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _units_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9794);
/* harmony import */ var _units_percent_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6945);



const text = { name: 'text', sample: '', parse: (raw) => raw };
const flag = {
    name: 'true or false',
    sample: false,
    parse: (raw) => {
        if (raw === 'true')
            return true;
        if (raw === 'false')
            return false;
        throw new Error('true or false');
    },
};
const duration = { name: 'duration', sample: 0, parse: _units_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E };
const percent = { name: 'percentage', sample: 0, parse: _units_percent_js__WEBPACK_IMPORTED_MODULE_2__/* .parsePercent */ .E };
/** Whole numbers from `min` to `max`. */
function integer(min, max) {
    return {
        name: 'whole number',
        sample: min,
        parse: (raw) => {
            const value = /^\d+$/.test(raw) ? Number(raw) : Number.NaN;
            if (!(value >= min && value <= max))
                throw new Error(`a whole number from ${min} to ${max}`);
            return value;
        },
    };
}
/** One of some words. */
function choice(...words) {
    return {
        name: words.map((word) => `\`${word}\``).join(', '),
        sample: words[0],
        parse: (raw) => {
            const found = words.find((word) => word === raw);
            if (found === undefined)
                throw new Error(`one of ${words.join(', ')}`);
            return found;
        },
    };
}
/** One item per line; blank lines and lines that start with `#` don't count. */
function lines(item) {
    return {
        name: `list of ${item.name}, one per line`,
        sample: [],
        parse: (raw) => split(raw, /\r?\n/).map((entry) => item.parse(entry)),
    };
}
/** Like `lines`, and a comma separates too: for items that never hold one. */
function commaLines(item) {
    return {
        name: `list of ${item.name}, by line or comma`,
        sample: [],
        parse: (raw) => split(raw, /\r?\n|,/).map((entry) => item.parse(entry)),
    };
}
/** `key=value` pairs, one per line. A key that stands twice is refused. */
const pairs = {
    name: 'list of key=value, one per line',
    sample: new Map(),
    parse: (raw) => {
        const found = new Map();
        for (const entry of split(raw, /\r?\n/)) {
            const at = entry.indexOf('=');
            if (at < 1)
                throw new Error(`key=value on every line, not "${entry}"`);
            const key = entry.slice(0, at).trim();
            if (found.has(key))
                throw new Error(`every key once, "${key}" stands twice`);
            found.set(key, entry.slice(at + 1).trim());
        }
        return found;
    },
};
/** A path; a relative one starts at the workspace. */
function path(workspace) {
    return {
        name: 'path',
        sample: workspace,
        parse: (raw) => ((0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(raw) ? raw : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(workspace, raw)),
    };
}
function split(raw, separator) {
    return raw
        .split(separator)
        .map((entry) => entry.trim())
        .filter((entry) => entry !== '' && !entry.startsWith('#'));
}


/***/ }),

/***/ 860:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   yo: () => (/* binding */ UserError)
/* harmony export */ });
/**
 * A failure the caller can mend in a workflow, in code or in a cluster. It is shown without a stack.
 *
 * The message tells what happened and where; `fix` tells what to write instead.
 */
class UserError extends Error {
    fix;
    place;
    constructor(message, options) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.name = 'UserError';
        this.fix = options.fix;
        this.place = options.place;
    }
}
/** The text of anything that was thrown. */
function messageOf(thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
}
/** The system error code (`ENOENT`, `ECONNREFUSED`) of anything that was thrown, if it has one. */
function codeOf(thrown) {
    if (typeof thrown !== 'object' || thrown === null || !('code' in thrown))
        return undefined;
    return typeof thrown.code === 'string' ? thrown.code : undefined;
}


/***/ }),

/***/ 9794:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseDuration),
/* harmony export */   a: () => (/* binding */ formatDuration)
/* harmony export */ });
const unitMs = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
/**
 * Reads a Go-style duration (`45s`, `1m30s`, `1.5h`) as milliseconds.
 *
 * Throws an Error naming the allowed form; a bare number is refused because its unit would be a guess.
 */
function parseDuration(text) {
    const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)];
    const whole = parts.map((part) => part[0]).join('');
    if (text === '0')
        return 0;
    if (parts.length === 0 || whole !== text)
        throw new Error('a duration such as 45s, 5m or 1h30m');
    return parts.reduce((sum, part) => sum + Number(part[1]) * (unitMs[part[2] ?? ''] ?? 0), 0);
}
/** Milliseconds as a person says them: `0.4s`, `12s`, `3m05s`, `1h02m`. */
function formatDuration(ms) {
    const seconds = ms / 1000;
    if (seconds < 9.95)
        return `${seconds.toFixed(1)}s`;
    const whole = Math.round(seconds);
    if (whole < 60)
        return `${whole}s`;
    const pad = (n) => String(n).padStart(2, '0');
    if (whole < 3600)
        return `${Math.floor(whole / 60)}m${pad(whole % 60)}s`;
    return `${Math.floor(whole / 3600)}h${pad(Math.floor((whole % 3600) / 60))}m`;
}


/***/ }),

/***/ 6945:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parsePercent),
/* harmony export */   l: () => (/* binding */ formatPercent)
/* harmony export */ });
/**
 * Reads `0.5%` or `80` as percentage points.
 *
 * Throws an Error naming the allowed form when it is no number between 0 and 100.
 */
function parsePercent(text) {
    const match = /^(\d+(?:\.\d+)?)\s*%?$/.exec(text);
    const value = match === null ? Number.NaN : Number(match[1]);
    if (!(value >= 0 && value <= 100))
        throw new Error('a percentage from 0 to 100, such as 0.5%');
    return value;
}
/** Percentage points with at most `digits` decimals and no trailing zeros: `3.1 %`. */
function formatPercent(points, digits = 2) {
    return `${Number(points.toFixed(digits))} %`;
}


/***/ })

};
