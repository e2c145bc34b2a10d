export const id = 444;
export const ids = [444];
export const modules = {

/***/ 9444:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   start: () => (/* binding */ start)
/* harmony export */ });
/* harmony import */ var _shared_go_cache_post_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2752);

const start = () => (0,_shared_go_cache_post_js__WEBPACK_IMPORTED_MODULE_0__/* .saveAtTheEnd */ .b)();


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

/***/ 2752:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ saveAtTheEnd)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(860);
/* harmony import */ var _cache_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7970);



/** The post step of the actions that compile: saves the cache, and never fails the job. */
async function saveAtTheEnd() {
    const write = (line) => {
        process.stdout.write(`${line}\n`);
    };
    try {
        await (0,_cache_js__WEBPACK_IMPORTED_MODULE_2__/* .saveGoCache */ .y)(process.env['RUNNER_TEMP'] ?? (0,node_os__WEBPACK_IMPORTED_MODULE_0__.tmpdir)(), process.env, write);
    }
    catch (error) {
        write(`::warning::The Go cache could not be saved: ${(0,_errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error).replaceAll('\n', ' ')}`);
    }
}


/***/ }),

/***/ 3623:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ readOnlyReason),
/* harmony export */   W: () => (/* binding */ openCacheService)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var _decode_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6449);


/** How long a cache service may take to say anything at all. */
const patienceMs = 5000;
/**
 * Opens the cache service; undefined where the runner has none. Loading the client is slow, so that is asked first.
 *
 * Throws when the service can't be reached: the client would find that out by trying for half a minute, every time.
 */
async function openCacheService(env) {
    const url = env['ACTIONS_RESULTS_URL'] || env['ACTIONS_CACHE_URL'];
    if (url === undefined || url === '')
        return undefined;
    // Any answer will do, a refusal too: it only has to be there.
    await fetch(url, { signal: AbortSignal.timeout(patienceMs) }).catch((error) => {
        throw new Error('the cache service can not be reached', { cause: error });
    });
    const cache = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(955), __webpack_require__.e(838), __webpack_require__.e(691)]).then(__webpack_require__.bind(__webpack_require__, 1691));
    if (!cache.isFeatureAvailable())
        return undefined;
    return {
        restore: (path, key, fallbacks) => cache.restoreCache([path], key, [...fallbacks]),
        save: async (path, key) => {
            await cache.saveCache([path], key);
        },
    };
}
/**
 * Why this event must not write the cache; undefined when it may.
 *
 * What a pull request from a fork leaves in a cache would be compiled into other people's releases. GitHub scopes the
 * caches of `pull_request` runs; the other events below run with the base branch's scope on strangers' input.
 */
async function readOnlyReason(env) {
    const event = env['GITHUB_EVENT_NAME'] ?? '';
    if (['pull_request_target', 'workflow_run', 'issue_comment', 'issues'].includes(event)) {
        return `the event ${event} may carry a stranger's code`;
    }
    if (event !== 'pull_request')
        return undefined;
    const head = await headRepository(env['GITHUB_EVENT_PATH']);
    return head === env['GITHUB_REPOSITORY'] ? undefined : 'the pull request comes from a fork';
}
async function headRepository(path) {
    try {
        const event = JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path ?? '', 'utf8'));
        const head = (0,_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldsOf */ .Pf)((0,_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldsOf */ .Pf)((0,_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldsOf */ .Pf)(event).get('pull_request')).get('head'));
        return (0,_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)((0,_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldsOf */ .Pf)(head.get('repo')).get('full_name'));
    }
    catch {
        // An event that can't be read proves no origin: treated as a fork.
        return '';
    }
}


/***/ }),

/***/ 7970:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ restoreGoCache),
  y: () => (/* binding */ saveGoCache)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/actions/shared/errors/user-error.js
var user_error = __webpack_require__(860);
;// CONCATENATED MODULE: ./build/actions/shared/go/cache-entries.js


/**
 * Go's build cache on disk: 256 folders (`00`–`ff`) with action entries (`<id>-a`, small, each naming an output) and
 * outputs (`<id>-d`). Source: cmd/go/internal/cache/cache.go.
 */
async function listEntries(cache) {
    const folders = (await namesIn(cache)).filter((name) => /^[0-9a-f]{2}$/.test(name));
    const found = await Promise.all(folders.map(async (folder) => (await namesIn((0,external_node_path_.join)(cache, folder)))
        .filter((name) => /^[0-9a-f]+-[ad]$/.test(name))
        .map((name) => (0,external_node_path_.join)(folder, name))));
    return found.flat();
}
/**
 * Dates entries back, so that it shows later which of them were used: Go renews the date of an entry it uses when the
 * date is older than an hour, and itself removes only what is older than five days.
 */
async function dateBack(cache, entries, now) {
    const mark = Math.floor(now / 1000) - 2 * 3600;
    for (const entry of entries)
        await (0,promises_.utimes)((0,external_node_path_.join)(cache, entry), mark, mark);
    return mark;
}
/**
 * Removes entries that still carry the date of `dateBack`: nothing in this job needed them. Without this a cache that
 * is restored and saved on every commit grows for ever. An output stays while an action entry that was used names it.
 */
async function dropUnused(cache, mark) {
    const entries = await listEntries(cache);
    const unused = new Set();
    for (const entry of entries) {
        const { mtimeMs } = await (0,promises_.stat)((0,external_node_path_.join)(cache, entry));
        if (Math.floor(mtimeMs / 1000) === mark)
            unused.add(entry);
    }
    for (const entry of entries) {
        if (unused.has(entry) || !entry.endsWith('-a'))
            continue;
        // "v1 <action id> <output id> <size> <time>"
        const output = (await (0,promises_.readFile)((0,external_node_path_.join)(cache, entry), 'utf8')).split(/\s+/)[2] ?? '';
        unused.delete((0,external_node_path_.join)(output.slice(0, 2), `${output}-d`));
    }
    for (const entry of unused)
        await (0,promises_.rm)((0,external_node_path_.join)(cache, entry), { force: true });
    return unused.size;
}
async function namesIn(folder) {
    return (0,promises_.readdir)(folder).catch(() => []);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/actions/shared/go/cache-key.js



/** Raise it when the layout of what is cached changes. */
const generation = 'seatrial-go1';
/**
 * Compiled packages: one entry per state of the sources, so that it is never stale; an older one of the same settings
 * still has every dependency in it.
 */
function buildKey({ settings, job, axes, requirements, sources }) {
    const steps = [
        `${generation}-build-${settings.hostOs}-${settings.hostArch}-${settings.version}-`,
        `${digest(axes)}-`,
        `${digest([job])}-`,
        `${requirements}-`,
    ];
    const prefixes = steps.map((_, index) => steps.slice(0, index + 1).join(''));
    return { key: `${prefixes.at(-1)}${sources}`, fallbacks: prefixes.reverse() };
}
/** Downloaded modules: they depend on the requirements alone. */
function moduleKey({ settings, requirements }) {
    const prefix = `${generation}-mod-${settings.hostOs}-`;
    return { key: `${prefix}${requirements}`, fallbacks: [prefix] };
}
/** Hashes go.mod and go.sum, and all Go sources, of the tree at `root`. */
async function hashTree(root) {
    const files = (await goFiles(root)).sort();
    const isRequirement = (file) => /(?:^|\/)go\.(?:mod|sum|work|work\.sum)$/.test(file);
    return {
        requirements: await digestFiles(root, files.filter(isRequirement)),
        sources: await digestFiles(root, files.filter((file) => !isRequirement(file))),
    };
}
async function digestFiles(root, files) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for (const file of files)
        hash
            .update(`${file}\0`)
            .update(await (0,promises_.readFile)((0,external_node_path_.join)(root, file)))
            .update('\0');
    return hash.digest('hex').slice(0, 16);
}
async function goFiles(root, folder = '') {
    const entries = await (0,promises_.readdir)((0,external_node_path_.join)(root, folder), { withFileTypes: true });
    const found = await Promise.all(entries.map(async (entry) => {
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (entry.isDirectory())
            return skipped(entry.name) ? [] : goFiles(root, path);
        return entry.isFile() && /\.go$|^go\.(?:mod|sum|work|work\.sum)$/.test(entry.name) ? [path] : [];
    }));
    return found.flat();
}
function skipped(name) {
    return name.startsWith('.') || name === 'node_modules';
}
function digest(parts) {
    return (0,external_node_crypto_.createHash)('sha256').update(parts.join('\0')).digest('hex').slice(0, 8);
}

// EXTERNAL MODULE: ./build/actions/shared/go/cache-service.js
var cache_service = __webpack_require__(3623);
// EXTERNAL MODULE: ./build/actions/shared/go/decode.js
var decode = __webpack_require__(6449);
;// CONCATENATED MODULE: ./build/actions/shared/go/cache-state.js




function statePath(temp) {
    return (0,external_node_path_.join)(temp, 'seatrial', 'go-cache.json');
}
async function writeState(temp, state) {
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(statePath(temp)), { recursive: true });
    await (0,promises_.writeFile)(statePath(temp), JSON.stringify(state));
}
/** What an earlier step of the job noted; undefined when none did. */
async function readState(temp) {
    const text = await (0,promises_.readFile)(statePath(temp), 'utf8').catch((error) => {
        if ((0,user_error/* codeOf */.$N)(error) === 'ENOENT')
            return undefined;
        throw error;
    });
    if (text === undefined)
        return undefined;
    const get = (0,decode/* fieldsOf */.Pf)(JSON.parse(text));
    const status = ['exact', 'older', 'miss', 'off'].find((one) => one === get.get('status')) ?? 'off';
    return {
        status,
        buildCache: (0,decode/* textOf */.b6)(get.get('buildCache')),
        moduleCache: (0,decode/* textOf */.b6)(get.get('moduleCache')),
        buildKey: (0,decode/* textOf */.b6)(get.get('buildKey')),
        moduleKey: (0,decode/* textOf */.b6)(get.get('moduleKey')),
        entries: Number(get.get('entries')),
        mark: Number(get.get('mark')),
    };
}

;// CONCATENATED MODULE: ./build/actions/shared/go/cache.js







/** A build cache with more than this in it lives on the runner itself; ours would only be in its way. */
const warm = 2000;
/** A cache service that is alive says within a second that it has nothing. */
const deadAfterMs = 10_000;
/**
 * Restores the build and the module cache, once per job, whichever action comes first. Never throws: without a cache
 * a build is slow, not wrong.
 */
async function restoreGoCache(context, go, axes, warn, open = cache_service/* openCacheService */.W) {
    try {
        return await restore(context, go, axes, open);
    }
    catch (error) {
        warn(`The Go cache could not be restored: ${(0,user_error/* messageOf */.bD)(error)}`);
        return { status: 'off', note: 'the cache could not be restored' };
    }
}
async function restore(context, go, axes, open) {
    const earlier = await readState(context.temp);
    if (earlier?.buildCache === go.settings.buildCache) {
        return { status: earlier.status, note: 'restored by an earlier step of the job' };
    }
    const service = await open(context.env);
    if (service === undefined)
        return { status: 'off', note: 'this runner has no cache service' };
    const { settings } = go;
    const before = await listEntries(settings.buildCache);
    if (before.length > warm) {
        return { status: 'off', note: `the runner's own build cache is warm (${before.length} entries)` };
    }
    const tree = await hashTree((0,external_node_path_.dirname)(settings.workspace || settings.module));
    const job = context.env['GITHUB_JOB'] ?? '';
    const build = buildKey({ settings, job, axes, ...tree });
    const modules = moduleKey({ settings, requirements: tree.requirements });
    const began = context.now();
    const ownModules = !(await isEmpty(settings.moduleCache));
    const [foundModules, foundBuild] = await Promise.all([
        ownModules ? undefined : service.restore(settings.moduleCache, modules.key, modules.fallbacks),
        service.restore(settings.buildCache, build.key, build.fallbacks),
    ]);
    // The client swallows errors after its retries; a long wait for nothing is how a dead service looks.
    const dead = foundModules === undefined && foundBuild === undefined && context.now() - began > deadAfterMs;
    const known = new Set(before);
    const entries = await listEntries(settings.buildCache);
    const restored = entries.filter((entry) => !known.has(entry));
    const mark = restored.length === 0 ? 0 : await dateBack(settings.buildCache, restored, context.now());
    const reason = dead ? 'the cache service does not answer' : await (0,cache_service/* readOnlyReason */.L)(context.env);
    const status = foundBuild === build.key ? 'exact' : foundBuild === undefined ? 'miss' : 'older';
    const save = (found, key) => reason === undefined && found !== key ? key : '';
    await writeState(context.temp, {
        status,
        buildCache: settings.buildCache,
        moduleCache: settings.moduleCache,
        buildKey: save(foundBuild, build.key),
        moduleKey: ownModules ? '' : save(foundModules, modules.key),
        entries: entries.length,
        mark,
    });
    const origin = { exact: 'of these very sources', older: 'of older sources', miss: 'nothing found' }[status];
    return { status, note: `${origin}${reason === undefined ? '' : `; not saved, ${reason}`}` };
}
/** Saves what a job added, once, in the post step of whichever action comes first. */
async function saveGoCache(temp, env, log, open = cache_service/* openCacheService */.W) {
    const state = await readState(temp);
    if (state === undefined || (state.buildKey === '' && state.moduleKey === '')) {
        log('Go cache: nothing to save.');
        return;
    }
    await writeState(temp, { ...state, buildKey: '', moduleKey: '' });
    const service = await open(env);
    if (service === undefined)
        return;
    if (state.moduleKey !== '' && !(await isEmpty(state.moduleCache))) {
        await service.save(state.moduleCache, state.moduleKey);
    }
    if (state.buildKey === '')
        return;
    const added = (await listEntries(state.buildCache)).length - state.entries;
    if (added <= 0) {
        log('Go cache: nothing was compiled that it did not hold, so it is not saved again.');
        return;
    }
    const dropped = state.mark === 0 ? 0 : await dropUnused(state.buildCache, state.mark);
    log(`Go cache: ${added} entries added, ${dropped} unused ones dropped; saving as ${state.buildKey}`);
    await service.save(state.buildCache, state.buildKey);
}
/** Modules that were there before belong to the runner, every project's of it; they are not ours to carry around. */
async function isEmpty(folder) {
    return (await (0,promises_.readdir)(folder).catch(() => [])).length === 0;
}


/***/ }),

/***/ 6449:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CB: () => (/* binding */ textsOf),
/* harmony export */   CJ: () => (/* binding */ parseJsonObjects),
/* harmony export */   Pf: () => (/* binding */ fieldsOf),
/* harmony export */   b6: () => (/* binding */ textOf)
/* harmony export */ });
/** Readers for JSON that a tool of Go's wrote: a field of another type than expected counts as absent. */
function fieldsOf(value) {
    return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : new Map();
}
function textOf(value) {
    return typeof value === 'string' ? value : '';
}
function textsOf(value) {
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
/**
 * Reads what `go list -json` prints: objects one after another, each ending in a line that is a brace and nothing else.
 *
 * Throws a SyntaxError when a piece is no JSON.
 */
function parseJsonObjects(printed) {
    return printed
        .split(/^(?=\{)/m)
        .filter((piece) => piece.trim() !== '')
        .map((piece) => JSON.parse(piece));
}


/***/ })

};
