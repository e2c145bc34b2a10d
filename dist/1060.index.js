export const id = 1060;
export const ids = [1060];
export const modules = {

/***/ 68565:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   pl: () => (/* binding */ Report),
/* harmony export */   qw: () => (/* binding */ shownAnnotations),
/* harmony export */   yl: () => (/* binding */ annotationFile)
/* harmony export */ });
/* unused harmony export annotationsShown */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);

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
    return file.startsWith('/') ? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(workspace, file) : file;
}


/***/ }),

/***/ 94344:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./build/actions/shared/contract/input-reader.js
var input_reader = __webpack_require__(89903);
// EXTERNAL MODULE: ./build/actions/shared/exec/exec.js
var exec = __webpack_require__(7287);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/actions/shared/errors/user-error.js
var user_error = __webpack_require__(30860);
// EXTERNAL MODULE: ./build/actions/shared/kube/values.js
var values = __webpack_require__(49256);
;// CONCATENATED MODULE: ./build/schema/release-record.v1.json
const release_record_v1_namespaceObject = /*#__PURE__*/JSON.parse('{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://seatrial.dev/schema/release-record.v1.json","title":"Seatrial release record","description":"One release of one service, from the commit to production and back. Sections appear as the release gets there.","type":"object","required":["version","source"],"additionalProperties":false,"properties":{"version":{"const":1},"source":{"type":"object","required":["repository","commit","ref"],"additionalProperties":false,"properties":{"repository":{"type":"string","description":"owner/name"},"commit":{"type":"string"},"ref":{"type":"string"},"pullRequest":{"type":"object","required":["number","url"],"additionalProperties":false,"properties":{"number":{"type":"integer","minimum":1},"url":{"type":"string"},"title":{"type":"string"}}},"run":{"type":"object","required":["id","attempt","url"],"additionalProperties":false,"properties":{"id":{"type":"string"},"attempt":{"type":"string"},"url":{"type":"string"},"number":{"type":"integer","minimum":1,"description":"rises with every run of the workflow; a run that is started again keeps it"},"workflow":{"type":"string","description":"the workflow\'s file in the repository"}}}}},"quality":{"type":"object","required":["verdict","tests","coverage","minimumCoverage"],"properties":{"verdict":{"enum":["pass","fail"]},"tests":{"type":"object","required":["passed","failed","skipped"],"additionalProperties":{"type":"integer","minimum":0}},"coverage":{"type":"number","minimum":0,"maximum":100,"description":"percent of statements"},"minimumCoverage":{"type":"number","minimum":0,"maximum":100},"reasons":{"type":"array","items":{"type":"string"},"description":"why it is no pass, the gravest first"}}},"binaries":{"type":"array","items":{"type":"object","required":["package","path","platform","sha256","size","linkage","goVersion","module","version","flags"],"properties":{"package":{"type":"string"},"path":{"type":"string"},"sha256":{"type":"string","pattern":"^[0-9a-f]{64}$"},"size":{"type":"integer","minimum":1,"description":"bytes"},"sizeChange":{"type":"integer","description":"bytes more than the base branch\'s"},"reproducible":{"type":"boolean","description":"a second build elsewhere gave the same bytes"},"linkage":{"enum":["static","glibc","musl","dynamic"]},"glibc":{"type":"string","pattern":"^[0-9.]+$","description":"the oldest glibc it runs on"},"runtimeBases":{"type":"array","items":{"type":"string"},"description":"images it runs on, the smallest first"},"platform":{"type":"string","pattern":"^[a-z0-9]+/[a-z0-9]+(/[a-z0-9.]+)?$"},"flags":{"type":"object","required":["cgo","trimpath","ldflags","tags"],"properties":{"cgo":{"type":"boolean"},"trimpath":{"type":"boolean"},"ldflags":{"type":"string"},"tags":{"type":"string"},"pgo":{"type":"string","description":"name of the profile it was compiled by"},"fips":{"type":"string","description":"version of Go\'s FIPS 140-3 module in it"}}},"goVersion":{"type":"string"},"module":{"type":"string"},"version":{"type":"string"}}}},"sboms":{"type":"array","items":{"type":"object","required":["path","format","sha256","binarySha256","components"],"properties":{"path":{"type":"string"},"format":{"type":"string"},"sha256":{"type":"string","pattern":"^[0-9a-f]{64}$"},"binarySha256":{"type":"string","pattern":"^[0-9a-f]{64}$"},"components":{"type":"integer","minimum":1}}}},"reachability":{"type":"object","required":["verdict","vulnerabilities"],"properties":{"verdict":{"enum":["none-reachable","reachable","could-not-check"]},"reason":{"type":"string"},"scanner":{"type":"object","required":["name","version","database"],"properties":{"name":{"type":"string"},"version":{"type":"string"},"database":{"type":"string"},"databaseUpdatedAt":{"type":"string"}}},"vulnerabilities":{"type":"array","items":{"type":"object","required":["id","aliases","module","version","reachable","symbols"],"properties":{"id":{"type":"string"},"aliases":{"type":"array","items":{"type":"string"}},"module":{"type":"string"},"version":{"type":"string"},"fixedIn":{"type":"string"},"reachable":{"type":"boolean"},"symbols":{"type":"array","items":{"type":"string"}}}}}}},"image":{"type":"object","required":["name","tags","digest","size","base","pushed"],"properties":{"name":{"type":"string"},"tags":{"type":"array","items":{"type":"string"}},"digest":{"$ref":"#/$defs/digest"},"size":{"type":"integer","minimum":1,"description":"bytes"},"base":{"type":"string"},"pushed":{"type":"boolean"},"binarySha256":{"type":"string","pattern":"^[0-9a-f]{64}$"},"signatures":{"type":"array","items":{"type":"object","required":["predicateType","digest"],"properties":{"predicateType":{"type":"string"},"digest":{"$ref":"#/$defs/digest"}}}}}},"scan":{"type":"object","required":["target","verdict","scanner","counts","blocking"],"properties":{"target":{"type":"string"},"digest":{"$ref":"#/$defs/digest"},"verdict":{"enum":["clean","findings","could-not-scan","database-too-old"]},"scanner":{"type":"object","required":["name","version"],"properties":{"name":{"type":"string"},"version":{"type":"string"},"databaseUpdatedAt":{"type":"string"}}},"counts":{"type":"object","additionalProperties":{"type":"integer","minimum":0}},"blocking":{"type":"array","items":{"type":"object","required":["id","severity","subject"],"properties":{"id":{"type":"string"},"severity":{"type":"string"},"subject":{"type":"string"},"fixedIn":{"type":"string"}}}}}},"rollouts":{"type":"array","items":{"type":"object","required":["environment","namespace","verdict","workloads","causes","seconds"],"properties":{"environment":{"type":"string"},"namespace":{"type":"string"},"verdict":{"enum":["healthy","unchanged","refused","failed","undone","undo-failed","cancelled"]},"workloads":{"type":"array","items":{"type":"object","required":["kind","name","images"],"properties":{"kind":{"type":"string"},"name":{"type":"string"},"revision":{"type":"string"},"previousRevision":{"type":"string"},"images":{"type":"array","items":{"type":"string"}}}}},"causes":{"type":"array","items":{"type":"object","required":["cause","message"],"properties":{"cause":{"type":"string"},"message":{"type":"string"}}}},"seconds":{"type":"number","minimum":0}}}},"canary":{"type":"object","required":["environment","verdict","reason","steps","seconds"],"properties":{"environment":{"type":"string"},"verdict":{"enum":["promoted","unchanged","rolled-back","held","restored","refused","failed"]},"reason":{"type":"string"},"steps":{"type":"array","items":{"type":"object","required":["weight","verdict","seconds","reason"],"properties":{"weight":{"type":"number","minimum":0,"maximum":100},"verdict":{"type":"string"},"seconds":{"type":"number","minimum":0},"reason":{"type":"string"}}}},"evidence":{"description":"what the judge had seen when it decided, by metric"},"seconds":{"type":"number","minimum":0}}},"incidents":{"type":"array","items":{"type":"object","required":["title","at","environment"],"properties":{"title":{"type":"string"},"at":{"type":"string"},"environment":{"type":"string"},"pullRequest":{"type":"integer"},"url":{"type":"string"}}}}},"$defs":{"digest":{"type":"string","pattern":"^sha256:[0-9a-f]{64}$"}}}');
;// CONCATENATED MODULE: ./build/actions/shared/record/check.js


/**
 * Where a value does not fit the record's published schema. Knows the keywords of JSON Schema that this schema uses, and
 * no others (a test holds the two together): a whole validator would be larger than all that reads records.
 */
function misfits(record, rules = release_record_v1_namespaceObject, path = []) {
    const own = resolved(rules);
    const problem = problemOf(record, own);
    if (problem !== undefined)
        return [{ path, problem }];
    if (Array.isArray(record)) {
        const items = own['items'];
        return (0,values/* isJson */.Fh)(items) ? record.flatMap((item, at) => misfits(item, items, [...path, at])) : [];
    }
    return (0,values/* isJson */.Fh)(record) ? misfitsOfObject(record, own, path) : [];
}
function misfitsOfObject(value, rules, path) {
    const known = (0,values/* isJson */.Fh)(rules['properties']) ? rules['properties'] : {};
    const required = Array.isArray(rules['required']) ? rules['required'] : [];
    const missing = required
        .filter((key) => !Object.hasOwn(value, key))
        .map((key) => ({ path: [...path, key], problem: 'is missing' }));
    const wrong = Object.entries(value).flatMap(([key, inner]) => {
        const ofKey = Object.hasOwn(known, key) ? known[key] : rules['additionalProperties'];
        if (ofKey === false)
            return [{ path: [...path, key], problem: 'is no field of a release record' }];
        return (0,values/* isJson */.Fh)(ofKey) ? misfits(inner, ofKey, [...path, key]) : [];
    });
    return [...missing, ...wrong];
}
function resolved(rules) {
    const reference = rules['$ref'];
    if (typeof reference !== 'string')
        return rules;
    const found = Object.entries(release_record_v1_namespaceObject.$defs).find(([name]) => reference === `#/$defs/${name}`);
    if (found === undefined)
        throw new Error(`the record's schema has no ${reference}`);
    return found[1];
}
/** What is wrong with a value itself, whatever it holds. */
function problemOf(value, rules) {
    const is = `is ${shown(value)}, expected`;
    const { type, const: only, enum: words, pattern, minimum, maximum } = rules;
    if (typeof type === 'string' && !hasType(value, type))
        return `${is} ${typeNames[type] ?? type}`;
    if (only !== undefined && value !== only)
        return `${is} ${shown(only)}`;
    if (Array.isArray(words) && !words.includes(value))
        return `${is} one of ${words.join(', ')}`;
    if (typeof value === 'string' && typeof pattern === 'string' && !new RegExp(pattern, 'u').test(value))
        return `${is} the form ${pattern}`;
    if (typeof value !== 'number')
        return undefined;
    if (typeof minimum === 'number' && value < minimum)
        return `${is} at least ${minimum}`;
    if (typeof maximum === 'number' && value > maximum)
        return `${is} at most ${maximum}`;
    return undefined;
}
const typeNames = {
    object: 'an object',
    array: 'a list',
    string: 'a text',
    boolean: 'true or false',
    number: 'a number',
    integer: 'a whole number',
};
function hasType(value, type) {
    switch (type) {
        case 'object':
            return (0,values/* isJson */.Fh)(value);
        case 'array':
            return Array.isArray(value);
        case 'integer':
            return Number.isInteger(value);
        default:
            return typeof value === type;
    }
}
function shown(value) {
    const text = JSON.stringify(value) ?? 'undefined';
    return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

;// CONCATENATED MODULE: ./build/actions/shared/record/types.js
/** Version of the record's shape; `schema/release-record.v1.json` is its published form. */
const recordVersion = 1;

;// CONCATENATED MODULE: ./build/actions/shared/record/parse.js




/** More than a few say no more than that the file is something else. */
const told = 5;
const fix = 'Hand on the `record` output of an earlier Seatrial step as it wrote the file, or leave the input out to begin a new record. What steps have found is never written by hand: a step that runs again writes its section anew.';
/** A record's text as a record; a UserError names the fields that do not fit the published schema, and their lines. */
async function parseRecord(text, path) {
    const value = json(text, path);
    const version = (0,values/* isJson */.Fh)(value) ? value['version'] : undefined;
    if (version !== recordVersion)
        throw otherVersion(version, path);
    const found = misfits(value);
    if (found.length === 0 && isRecord(value))
        return value;
    const lines = found.slice(0, told).map(({ path: field, problem }) => `\`${dotted(field)}\` ${problem}`);
    const more = found.length > told ? `; and ${found.length - told} more` : '';
    throw new user_error/* UserError */.yo(`the release record ${path} is damaged: ${lines.join('; ')}${more}`, {
        fix,
        place: { file: path, line: await lineOf(text, found[0]?.path ?? []) },
    });
}
/** The schema was held against the value; this only tells the compiler so. */
function isRecord(value) {
    return (0,values/* isJson */.Fh)(value);
}
function json(text, path) {
    try {
        return JSON.parse(text);
    }
    catch (error) {
        throw new user_error/* UserError */.yo(`the release record ${path} is damaged: it is no JSON (${(0,user_error/* messageOf */.bD)(error)})`, {
            fix,
            place: { file: path },
            cause: error,
        });
    }
}
function otherVersion(version, path) {
    const is = version === undefined ? '' : `, but of version ${JSON.stringify(version)}`;
    return new user_error/* UserError */.yo(`${path} is no release record of version ${recordVersion}${is}`, {
        fix: version === undefined
            ? fix
            : 'Use one version of Seatrial in all jobs of a release: `uses: seatrial-dev/seatrial/…@` with the same reference.',
        place: { file: path },
    });
}
/** `rollouts[0].workloads[1].name` */
function dotted(path) {
    return path
        .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
        .join('')
        .replace(/^\./, '');
}
/** The line of a field, or of the nearest around it that is there. JSON is YAML, whose parser knows places. */
async function lineOf(text, path) {
    const { LineCounter, isNode, parseDocument } = await __webpack_require__.e(/* import() */ 8815).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
    const lineCounter = new LineCounter();
    const document = parseDocument(text, { lineCounter });
    for (let length = path.length; length > 0; length -= 1) {
        const node = document.getIn(path.slice(0, length), true);
        if (isNode(node) && node.range)
            return lineCounter.linePos(node.range[0]).line;
    }
    return 1;
}

// EXTERNAL MODULE: ./build/actions/shared/github/event.js
var github_event = __webpack_require__(83926);
// EXTERNAL MODULE: ./build/actions/shared/json/json.js
var json_json = __webpack_require__(65977);
;// CONCATENATED MODULE: ./build/actions/shared/record/source.js


/** What the runner knows about the commit this job works on. */
async function sourceFromRunner(env) {
    const event = await (0,github_event/* readEvent */.j)(env);
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
                    ...runOrder(env, repository),
                },
            }),
    };
}
/** What tells which of two runs was started first. GITHUB_WORKFLOW_REF: `owner/name/.github/workflows/ship.yml@ref`. */
function runOrder(env, repository) {
    const number = Number(env['GITHUB_RUN_NUMBER']);
    const [file = ''] = (env['GITHUB_WORKFLOW_REF'] ?? '').split('@', 1);
    const workflow = file.startsWith(`${repository}/`) ? file.slice(repository.length + 1) : '';
    return {
        ...(Number.isInteger(number) && number > 0 ? { number } : {}),
        ...(workflow === '' ? {} : { workflow }),
    };
}
/**
 * The pull request an event belongs to: its own, or the one GitHub names in the message of a merge or squash commit
 * (`Merge pull request #12 from …`, `Title (#12)`).
 */
function pullRequestNumber(event) {
    const own = (0,json_json/* numberOf */.rl)((0,github_event/* inEvent */.A)(event, 'pull_request', 'number'));
    if (own !== undefined)
        return own;
    const message = (0,github_event/* inEvent */.A)(event, 'head_commit', 'message');
    if (typeof message !== 'string')
        return undefined;
    const title = message.split('\n', 1)[0] ?? '';
    const match = /^Merge pull request #(\d+) from /.exec(title) ?? /\(#(\d+)\)$/.exec(title.trim());
    return match === null ? undefined : Number(match[1]);
}

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
    const record = await parseRecord(text, path);
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

;// CONCATENATED MODULE: ./build/actions/shared/action/log.js
/**
 * Writes the runner's own commands directly, so that the first line need not wait for @actions/core, which annotations,
 * outputs and masks load when they come.
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

// EXTERNAL MODULE: ./build/actions/shared/action/report.js
var action_report = __webpack_require__(68565);
;// CONCATENATED MODULE: ./build/actions/shared/action/publish.js



/** GitHub refuses a step summary above 1 MiB as a whole. */
const summaryLimit = 1_000_000;
/** Writes outputs, annotations and the summary, in the order of how much is lost if the job is killed meanwhile. */
async function publish(report, outputs, options) {
    const core = await Promise.all(/* import() */[__webpack_require__.e(1955), __webpack_require__.e(3540)]).then(__webpack_require__.bind(__webpack_require__, 33540));
    for (const name of outputs)
        core.setOutput(name, report.outputs.get(name) ?? '');
    core.setOutput('record', options.recordPath);
    for (const annotation of (0,action_report/* shownAnnotations */.qw)(report.annotations))
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
        ...(place === undefined ? {} : { file: (0,action_report/* annotationFile */.yl)(place.file, workspace) }),
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
    const report = new action_report/* Report */.pl();
    const log = runnerLog();
    let path = recordPath(undefined, temp);
    let summary = true;
    let recordable = false;
    log.info(`seatrial ${contract.name}`);
    try {
        const reader = new input_reader/* InputReader */.i((0,input_reader/* environmentInputs */.r)(env), workspace);
        const inputs = contract.parse(reader);
        ({ summary } = inputs);
        path = recordPath(inputs.record, temp);
        reader.finish();
        const record = await readRecord(path, env);
        recordable = true;
        const signal = cancelSignal();
        await run(inputs, { env, workspace, temp, log, exec: exec/* exec */.m, report, record, signal, mask, now: Date.now });
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
    const core = await Promise.all(/* import() */[__webpack_require__.e(1955), __webpack_require__.e(3540)]).then(__webpack_require__.bind(__webpack_require__, 33540));
    core.setSecret(secret);
}


/***/ }),

/***/ 86777:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ commonInputs)
/* harmony export */ });
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56030);

/** Reads the inputs that every action has; spread it into the action's own. */
function commonInputs(read) {
    return {
        record: read.optional('record', (0,_types_js__WEBPACK_IMPORTED_MODULE_0__/* .path */ .Ae)(read.workspace)),
        summary: read.withDefault('summary', _types_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt, 'true'),
    };
}


/***/ }),

/***/ 89903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ InputReader),
/* harmony export */   r: () => (/* binding */ environmentInputs)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30860);

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
    /**
     * Whether an input that was read is not what it would be unwritten. A default written out can't be told from one left
     * out: the runner hands over both alike.
     */
    given(name) {
        const declared = this.declared.find((input) => input.name === name);
        const raw = this.lookUp(name).trim();
        return raw !== '' && raw !== declared?.default;
    }
    /** Notes a problem between inputs, such as two that exclude each other. */
    refuse(problem) {
        this.problems.push(problem);
    }
    /** Throws one UserError that lists every problem found. */
    finish() {
        if (this.problems.length === 0)
            return;
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(this.problems.join('; '), {
            fix: 'Correct the inputs under `with:` of this step; the README of the action lists what each one takes.',
        });
    }
    parse(name, type, raw) {
        try {
            return type.parse(raw);
        }
        catch (error) {
            this.problems.push(type.hidden === true
                ? `input "${name}" is wrong (a secret, not shown), expected ${type.name}`
                : `input "${name}" is "${raw}", expected ${(0,_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`);
            return type.sample;
        }
    }
}
/** Reads inputs the way the runner hands them over: `INPUT_<NAME>`, upper case, blanks as underscores. */
function environmentInputs(env) {
    return (name) => env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '';
}


/***/ }),

/***/ 56030:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AS: () => (/* binding */ pairs),
/* harmony export */   Ae: () => (/* binding */ path),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   KN: () => (/* binding */ percent),
/* harmony export */   Lg: () => (/* binding */ commaLines),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   R: () => (/* binding */ hidden),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   ee: () => (/* binding */ bytes),
/* harmony export */   p0: () => (/* binding */ duration)
/* harmony export */ });
/* unused harmony export integer */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _units_bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98527);
/* harmony import */ var _units_duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39794);
/* harmony import */ var _units_percent_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(56945);




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
const duration = { name: 'duration', sample: 0, parse: _units_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDuration */ .E };
/** An amount of bytes, such as `2GB`. */
const bytes = { name: 'size', sample: 0, parse: _units_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .parseBytes */ .C };
const percent = { name: 'percentage', sample: 0, parse: _units_percent_js__WEBPACK_IMPORTED_MODULE_3__/* .parsePercent */ .E };
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
/** The same, for values that hold a secret: a mistake is told without them. */
function hidden(type) {
    return { ...type, hidden: true };
}
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

/***/ 30860:
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

/***/ 7287:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ onPath),
/* harmony export */   m: () => (/* binding */ exec)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30860);


/** The real effect behind `Exec`. */
const exec = async (file, args, options = {}) => {
    const [{ getExecOutput }, found] = await Promise.all([__webpack_require__.e(/* import() */ 1955).then(__webpack_require__.bind(__webpack_require__, 41955)), onPath(file)]);
    if (found === undefined) {
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the program "${file}" was not found on PATH`, {
            fix: `Install ${file} in an earlier step of the job, or name its path where the action has an input for it.`,
        });
    }
    const { onLine: lines, onStart: started } = options;
    const listeners = {
        ...(lines === undefined ? {} : { stdline: lines, errline: lines }),
        ...(started === undefined ? {} : { debug: startOf(options.cwd, started) }),
    };
    const { exitCode, stdout, stderr } = await getExecOutput(quoted(found), [...args], {
        silent: true,
        ignoreReturnCode: true,
        ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
        ...(options.env === undefined ? {} : { env: { ...options.env } }),
        ...(options.stdin === undefined ? {} : { input: Buffer.from(options.stdin) }),
        listeners,
    });
    return { code: exitCode, stdout, stderr };
};
/**
 * @actions/exec says what it will run, looks whether its folder is there, and then starts it: who looks after it has said so,
 * knows when it has been started.
 */
function startOf(cwd = '.', started) {
    return (message) => {
        if (message.startsWith('exec tool: '))
            (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(cwd)
                .catch(() => undefined)
                .finally(() => setImmediate(started));
    };
}
/** Where a program of that name is found; undefined: nowhere on PATH. */
async function onPath(program) {
    const { which } = await __webpack_require__.e(/* import() */ 8701).then(__webpack_require__.bind(__webpack_require__, 88701));
    return (await which(program, false)) || undefined;
}
/** @actions/exec splits its first argument into words; quotes keep a path with blanks in one piece. */
function quoted(file) {
    return file.includes(' ') ? `"${file}"` : file;
}


/***/ }),

/***/ 83926:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ inEvent),
/* harmony export */   j: () => (/* binding */ readEvent)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _json_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65977);


/** The event that started the run, as GitHub describes it; undefined where the runner has none that can be read. */
async function readEvent(env) {
    const path = env['GITHUB_EVENT_PATH'];
    if (path === undefined || path === '')
        return undefined;
    return (0,_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parsed */ .Yz)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8').catch(() => ''));
}
/** What stands in an event under keys, one inside the other; undefined when one of them is missing. */
function inEvent(event, ...keys) {
    return keys.reduce(_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ, event);
}


/***/ }),

/***/ 65977:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CB: () => (/* binding */ textsOf),
/* harmony export */   Xy: () => (/* binding */ objectOf),
/* harmony export */   Yz: () => (/* binding */ parsed),
/* harmony export */   ZZ: () => (/* binding */ field),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   cZ: () => (/* binding */ numbersOf),
/* harmony export */   fq: () => (/* binding */ pairsOf),
/* harmony export */   rl: () => (/* binding */ numberOf)
/* harmony export */ });
/** The value under a key of anything that was parsed from JSON; undefined when there is none. */
function field(value, key) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key))
        return undefined;
    return Reflect.get(value, key);
}
/** A string, or undefined. */
function textOf(value) {
    return typeof value === 'string' ? value : undefined;
}
/** A number, or undefined. */
function numberOf(value) {
    return typeof value === 'number' ? value : undefined;
}
/** The items of a list; none when it is no list. */
function listOf(value) {
    return Array.isArray(value) ? value : [];
}
/** The strings of a list; other items are left out. */
function textsOf(value) {
    return listOf(value).filter((item) => typeof item === 'string');
}
/** The pairs of an object whose values are strings; other values are left out. */
function pairsOf(value) {
    if (typeof value !== 'object' || value === null)
        return {};
    return Object.fromEntries(Object.entries(value).filter((pair) => typeof pair[1] === 'string'));
}
/** JSON as a value, or undefined when it is none. */
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** The entries of an object; none when it is no object. */
function objectOf(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value))
        : {};
}
/** The pairs of an object whose values are numbers; other values are left out. */
function numbersOf(value) {
    if (typeof value !== 'object' || value === null)
        return {};
    return Object.fromEntries(Object.entries(value).filter((pair) => typeof pair[1] === 'number'));
}


/***/ }),

/***/ 49256:
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

/***/ 98527:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ parseBytes),
/* harmony export */   z: () => (/* binding */ formatBytes)
/* harmony export */ });
/** Bytes as a person says them, in decimal units like registries do: `12.3 MB`. */
function formatBytes(bytes) {
    if (bytes < 1000)
        return `${bytes} B`;
    const units = ['kB', 'MB', 'GB', 'TB'];
    let value = bytes / 1000;
    let unit = 0;
    while (value >= 999.95 && unit < units.length - 1) {
        value /= 1000;
        unit += 1;
    }
    return `${value.toFixed(1)} ${units[unit]}`;
}
const factors = {
    B: 1,
    kB: 1e3,
    MB: 1e6,
    GB: 1e9,
    KiB: 2 ** 10,
    MiB: 2 ** 20,
    GiB: 2 ** 30,
};
/**
 * Reads `2GB` or `500 MiB` as bytes.
 *
 * Throws an Error naming the allowed form; a bare number is refused because its unit would be a guess.
 */
function parseBytes(text) {
    const [, amount, unit = ''] = /^(\d+(?:\.\d+)?)\s*(B|kB|MB|GB|KiB|MiB|GiB)$/.exec(text) ?? [];
    const factor = factors[unit];
    if (amount === undefined || factor === undefined)
        throw new Error('a size such as 500MB, 2GB or 1.5GiB');
    return Math.round(Number(amount) * factor);
}


/***/ }),

/***/ 39794:
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

/***/ 56945:
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
