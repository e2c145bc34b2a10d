export const id = 7325;
export const ids = [7325];
export const modules = {

/***/ 48014:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ readOnlyReason),
/* harmony export */   W: () => (/* binding */ openCacheService)
/* harmony export */ });
/* harmony import */ var _github_event_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83926);

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
    const cache = await Promise.all(/* import() */[__webpack_require__.e(1955), __webpack_require__.e(4119), __webpack_require__.e(8509)]).then(__webpack_require__.bind(__webpack_require__, 28509));
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
 * What a pull request from a fork leaves in a cache would become part of other people's releases. GitHub scopes the
 * caches of `pull_request` runs; the other events below run with the base branch's scope on strangers' input.
 */
async function readOnlyReason(env) {
    const event = env['GITHUB_EVENT_NAME'] ?? '';
    if (['pull_request_target', 'workflow_run', 'issue_comment', 'issues'].includes(event)) {
        return `the event ${event} may carry a stranger's code`;
    }
    if (event !== 'pull_request')
        return undefined;
    // An event that can't be read proves no origin: treated as a fork.
    const head = (0,_github_event_js__WEBPACK_IMPORTED_MODULE_0__/* .inEvent */ .A)(await (0,_github_event_js__WEBPACK_IMPORTED_MODULE_0__/* .readEvent */ .j)(env), 'pull_request', 'head', 'repo', 'full_name');
    return head !== undefined && head === env['GITHUB_REPOSITORY']
        ? undefined
        : 'the pull request comes from a fork';
}


/***/ }),

/***/ 7325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ restoreGoCache),
  y: () => (/* binding */ saveGoCache)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/actions/shared/cache/service.js
var cache_service = __webpack_require__(48014);
// EXTERNAL MODULE: ./build/actions/shared/errors/user-error.js
var user_error = __webpack_require__(30860);
// EXTERNAL MODULE: ./build/actions/shared/units/bytes.js
var units_bytes = __webpack_require__(98527);
;// CONCATENATED MODULE: ./build/actions/shared/go/cache/entries.js


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
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/actions/shared/go/cache/key.js



/** Raise it when the layout of what is cached changes. */
const generation = 'seatrial-go1';
/**
 * Compiled packages: one entry per state of the sources, so that it is never stale; an older one of the same settings
 * still has every dependency in it.
 */
function buildKey({ settings, job, axes, own, requirements, sources }) {
    const steps = [
        `${generation}-build-${settings.hostOs}-${settings.hostArch}-${settings.version}-`,
        `${digest(axes)}-`,
        `${digest(own)}-`,
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
/** Hashes go.mod and go.sum, and all sources that are compiled, of the tree at `root`. */
async function hashTree(root) {
    const files = (await goFiles(root)).sort();
    const isRequirement = (file) => /(?:^|\/)go\.(?:mod|sum|work|work\.sum)$/.test(file);
    return {
        requirements: await digestFiles(root, files.filter(isRequirement)),
        sources: await digestFiles(root, files.filter((file) => !isRequirement(file))),
        goSums: files.filter((file) => /(?:^|\/)go\.(?:sum|work\.sum)$/.test(file)),
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
/** Requirements, and every kind of source that Go hands to a compiler (`go help packages`, cmd/go/internal/load). */
const compiledIn = /\.(?:go|s|S|sx|c|cc|cpp|cxx|m|h|hh|hpp|hxx|f|F|for|f90|swig|swigcxx|syso|pgo)$|^go\.(?:mod|sum|work|work\.sum)$/;
async function goFiles(root, folder = '') {
    const entries = await (0,promises_.readdir)((0,external_node_path_.join)(root, folder), { withFileTypes: true });
    const found = await Promise.all(entries.map(async (entry) => {
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (entry.isDirectory())
            return skipped(entry.name) ? [] : goFiles(root, path);
        return entry.isFile() && compiledIn.test(entry.name) ? [path] : [];
    }));
    return found.flat();
}
function skipped(name) {
    return name.startsWith('.') || name === 'node_modules';
}
function digest(parts) {
    return (0,external_node_crypto_.createHash)('sha256').update(parts.join('\0')).digest('hex').slice(0, 8);
}

// EXTERNAL MODULE: ./build/actions/shared/go/decode.js
var decode = __webpack_require__(6449);
;// CONCATENATED MODULE: ./build/actions/shared/go/cache/state.js




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
        modules: Number(get.get('modules')),
        mark: Number(get.get('mark')),
        budget: Number(get.get('budget')),
        goSums: (0,decode/* textsOf */.CB)(get.get('goSums')),
    };
}

;// CONCATENATED MODULE: ./build/actions/shared/go/cache/trim.js



/**
 * Takes compiled packages out of Go's build cache until the rest fits into `budget` bytes: the largest first, so that
 * as few as possible have to be compiled again. An action entry whose output is gone counts as a miss for Go.
 */
async function trimBuildCache(cache, budget) {
    const entries = await Promise.all((await listEntries(cache)).map(async (entry) => ({ entry, size: (await (0,promises_.stat)((0,external_node_path_.join)(cache, entry))).size })));
    entries.sort((a, b) => b.size - a.size);
    let bytes = entries.reduce((sum, { size }) => sum + size, 0);
    let dropped = 0;
    for (const { entry, size } of entries) {
        if (bytes <= budget)
            break;
        await (0,promises_.rm)((0,external_node_path_.join)(cache, entry), { force: true });
        bytes -= size;
        dropped += 1;
    }
    return { dropped, bytes };
}
/**
 * Takes modules that go.sum does not name out of a module cache that has outgrown its budget; what the module needs
 * stays, whatever it weighs. They gather where one state's cache is begun from an older one's.
 */
async function trimModuleCache(cache, budget, goSums) {
    const bytes = await sizeOf(cache);
    if (bytes <= budget)
        return { dropped: 0, bytes };
    const needed = new Set((await Promise.all(goSums.map(neededBy))).flat());
    const unneeded = (await modulesIn(cache)).filter(({ module }) => !needed.has(module));
    for (const { path } of unneeded)
        await removeReadOnly(path);
    return { dropped: new Set(unneeded.map(({ module }) => module)).size, bytes: await sizeOf(cache) };
}
/** How many modules were downloaded into a module cache. */
async function countModules(cache) {
    const files = await downloadsBelow((0,external_node_path_.join)(cache, 'cache', 'download'), '');
    return files.filter(({ path }) => path.endsWith('.zip')).length;
}
/** `path@version` of every line of a go.sum, as Go writes module paths on disk: upper case as `!` and lower case. */
async function neededBy(goSum) {
    const text = await (0,promises_.readFile)(goSum, 'utf8').catch(() => '');
    return text.split('\n').flatMap((line) => {
        const [path, version] = line.split(' ');
        if (path === undefined || version === undefined)
            return [];
        return [`${escaped(path)}@${escaped(version.replace(/\/go\.mod$/, ''))}`];
    });
}
function escaped(text) {
    return text.replaceAll(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
}
/**
 * Everything a module cache holds of a module: the unpacked folder `path@version`, and `cache/download/path/@v/version.*`
 * (go.dev/ref/mod#module-cache). The Go toolchains that are kept there belong to no go.sum and are left alone.
 */
async function modulesIn(cache) {
    const downloads = (0,external_node_path_.join)(cache, 'cache', 'download');
    const found = [
        ...(await unpackedBelow(cache, '')),
        ...(await downloadsBelow(downloads, '')).map((one) => ({ ...one, path: (0,external_node_path_.join)(downloads, one.path) })),
    ];
    return found.filter(({ module }) => !module.startsWith('golang.org/toolchain@'));
}
async function unpackedBelow(cache, folder) {
    const folders = (await (0,promises_.readdir)((0,external_node_path_.join)(cache, folder), { withFileTypes: true })).filter((entry) => entry.isDirectory() && !(folder === '' && entry.name === 'cache'));
    const found = await Promise.all(folders.map(async ({ name }) => {
        const inner = folder === '' ? name : `${folder}/${name}`;
        return name.includes('@') ? [{ module: inner, path: (0,external_node_path_.join)(cache, inner) }] : unpackedBelow(cache, inner);
    }));
    return found.flat();
}
async function downloadsBelow(root, folder) {
    const entries = await (0,promises_.readdir)((0,external_node_path_.join)(root, folder), { withFileTypes: true }).catch(() => []);
    const found = await Promise.all(entries.map(async (entry) => {
        const inner = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (entry.isDirectory())
            return downloadsBelow(root, inner);
        const [, path, version] = /^(.+)\/@v\/(v.+)\.(?:zip|ziphash|mod|info|lock)$/.exec(inner) ?? [];
        return path === undefined ? [] : [{ module: `${path}@${version}`, path: inner }];
    }));
    return found.flat();
}
/** Go makes unpacked modules read-only, folders too. */
async function removeReadOnly(path) {
    const found = await (0,promises_.stat)(path).catch(() => undefined);
    if (found?.isDirectory() === true)
        await makeWritable(path);
    await (0,promises_.rm)(path, { recursive: true, force: true });
}
async function makeWritable(folder) {
    await (0,promises_.chmod)(folder, 0o755);
    for (const entry of await (0,promises_.readdir)(folder, { withFileTypes: true })) {
        if (entry.isDirectory())
            await makeWritable((0,external_node_path_.join)(folder, entry.name));
    }
}
async function sizeOf(folder) {
    const entries = await (0,promises_.readdir)(folder, { withFileTypes: true }).catch(() => []);
    const sizes = await Promise.all(entries.map(async (entry) => {
        const path = (0,external_node_path_.join)(folder, entry.name);
        if (entry.isDirectory())
            return sizeOf(path);
        return entry.isFile() ? (await (0,promises_.stat)(path)).size : 0;
    }));
    return sizes.reduce((sum, size) => sum + size, 0);
}

;// CONCATENATED MODULE: ./build/actions/shared/go/cache/cache.js









/** A build cache with more than this in it lives on the runner itself; ours would only be in its way. */
const warm = 2000;
/** A cache service that is alive says within a second that it has nothing. */
const deadAfterMs = 10_000;
/**
 * Restores the build and the module cache, once per job, whichever action comes first. Never throws: without a cache
 * a build is slow, not wrong.
 */
async function restoreGoCache(context, go, wish, warn, open = cache_service/* openCacheService */.W) {
    try {
        return await restore(context, go, wish, open);
    }
    catch (error) {
        warn(`The Go cache could not be restored: ${(0,user_error/* messageOf */.bD)(error)}`);
        return { status: 'off', note: 'the cache could not be restored' };
    }
}
async function restore(context, go, wish, open) {
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
    const root = (0,external_node_path_.dirname)(settings.workspace || settings.module);
    const tree = await hashTree(root);
    const job = context.env['GITHUB_JOB'] ?? '';
    const build = buildKey({ settings, job, ...wish, ...tree });
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
        modules: await countModules(settings.moduleCache),
        mark,
        budget: wish.budget,
        goSums: tree.goSums.map((file) => (0,external_node_path_.join)(root, file)),
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
    if (state.moduleKey !== '')
        await saveModules(state, service, log);
    if (state.buildKey === '')
        return;
    const added = (await listEntries(state.buildCache)).length - state.entries;
    if (added <= 0) {
        log('Go cache: nothing was compiled that it did not hold, so it is not saved again.');
        return;
    }
    const dropped = state.mark === 0 ? 0 : await dropUnused(state.buildCache, state.mark);
    const trimmed = await trimBuildCache(state.buildCache, state.budget);
    log(`Go cache: ${added} entries added, ${dropped} unused ones dropped${overBudget(trimmed.dropped)}; saving ${(0,units_bytes/* formatBytes */.z)(trimmed.bytes)} as ${state.buildKey}`);
    await service.save(state.buildCache, state.buildKey);
}
async function saveModules(state, service, log) {
    if ((await countModules(state.moduleCache)) <= state.modules) {
        log('Go modules: none was downloaded, so they are not saved again.');
        return;
    }
    const { dropped, bytes } = await trimModuleCache(state.moduleCache, state.budget, state.goSums);
    log(`Go modules: saving ${(0,units_bytes/* formatBytes */.z)(bytes)}${overBudget(dropped)} as ${state.moduleKey}`);
    await service.save(state.moduleCache, state.moduleKey);
}
function overBudget(dropped) {
    return dropped === 0 ? '' : `, ${dropped} more dropped to keep to \`cache-budget\``;
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
