export const id = 413;
export const ids = [413];
export const modules = {

/***/ 9770:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ axisFlags),
/* harmony export */   y: () => (/* binding */ goInputs)
/* harmony export */ });
/* harmony import */ var _contract_types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6030);

/** Reads the inputs that every action working on a Go module has. */
function goInputs(read) {
    return {
        workingDirectory: read.withDefault('working-directory', (0,_contract_types_js__WEBPACK_IMPORTED_MODULE_0__/* .path */ .Ae)(read.workspace), '.'),
        packages: read.optional('packages', (0,_contract_types_js__WEBPACK_IMPORTED_MODULE_0__/* .lines */ .Mn)(_contract_types_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)) ?? [],
        cgo: read.withDefault('cgo', (0,_contract_types_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)('false', 'auto', 'true'), 'false'),
        trimpath: read.withDefault('trimpath', _contract_types_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt, 'true'),
        tags: read.optional('tags', (0,_contract_types_js__WEBPACK_IMPORTED_MODULE_0__/* .commaLines */ .Lg)(_contract_types_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)) ?? [],
        cache: read.withDefault('cache', _contract_types_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt, 'true'),
    };
}
/** The flags of `go build`, `go vet`, `go test` and `go list` that the axes stand for. */
function axisFlags({ trimpath, tags }) {
    return [...(trimpath ? ['-trimpath'] : []), ...(tags.length > 0 ? [`-tags=${tags.join(',')}`] : [])];
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

/***/ 1464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N5: () => (/* binding */ cgoEnv),
/* harmony export */   jN: () => (/* binding */ cgoEnabled),
/* harmony export */   jm: () => (/* binding */ programUses)
/* harmony export */ });
/* unused harmony export cgoUses */
/** cgo's own run-time support is there because of the others and says nothing. */
const support = new Set(['runtime/cgo', 'runtime/race', 'runtime/msan', 'runtime/asan']);
/** The packages that need C under the settings the listing was made with; those outside the standard library first. */
function cgoUses(packages, from) {
    const chains = importChains(packages, from);
    return packages
        .filter(({ importPath, cgoFiles }) => cgoFiles.length > 0 && !support.has(importPath))
        .flatMap(({ importPath, cgoFiles, standard }) => {
        const chain = chains.get(importPath);
        return chain === undefined ? [] : [{ importPath, files: cgoFiles, standard, chain }];
    })
        .sort((a, b) => Number(a.standard) - Number(b.standard));
}
/** The shortest way from a root to every package that is reached from it. */
function importChains(packages, from) {
    const byPath = new Map(packages.map((one) => [one.importPath, one]));
    const roots = packages.filter((one) => (from === undefined ? !one.dependency : one.importPath === from));
    const chains = new Map(roots.map(({ importPath }) => [importPath, [importPath]]));
    // A Map can be added to while it is walked, which makes it a breadth-first queue.
    for (const [importPath, chain] of chains) {
        for (const next of byPath.get(importPath)?.imports ?? []) {
            if (!chains.has(next) && byPath.has(next))
                chains.set(next, [...chain, next]);
        }
    }
    return chains;
}
/**
 * What the programs of a module use; where there is none, what its packages use. Tests and build ask the same way, so
 * that `cgo: auto` comes to the same answer in both.
 */
function programUses(packages) {
    const mains = packages.filter(({ name, dependency }) => name === 'main' && !dependency);
    const found = mains.length === 0 ? cgoUses(packages) : mains.flatMap(({ importPath }) => cgoUses(packages, importPath));
    return [...new Map(found.map((use) => [use.importPath, use])).values()];
}
/** CGO_ENABLED for a module: what was asked for, and for `auto` what the module's own needs say. */
function cgoEnabled(cgo, usesWhenOn) {
    if (cgo === 'auto')
        return usesWhenOn.some(({ standard }) => !standard);
    return cgo === 'true';
}
/** CGO_ENABLED as Go reads it. */
function cgoEnv(on) {
    return { CGO_ENABLED: on ? '1' : '0' };
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


/***/ }),

/***/ 6439:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ placeOf),
/* harmony export */   y: () => (/* binding */ parseDiagnostics)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);

/**
 * Finds `file:line:col: message` in what Go printed; lines that follow with a tab belong to the message above.
 *
 * Go names files relative to the folder it ran in.
 */
function parseDiagnostics(printed, directory) {
    const found = [];
    for (const line of printed.split(/\r?\n/)) {
        const last = found.at(-1);
        if (line.startsWith('\t') && last !== undefined) {
            found[found.length - 1] = { ...last, message: `${last.message}\n${line.trim()}` };
            continue;
        }
        const match = /^(?:vet: |package \S+\n)?(\S.*?\.(?:go|mod|work|s|c|h|cc|cpp)):(\d+)(?::(\d+))?: (.+)$/.exec(line);
        const [, file, row, column, message] = match ?? [];
        if (file === undefined || message === undefined)
            continue;
        found.push({
            file: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(file) ? file : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(directory, file),
            line: Number(row),
            column: column === undefined ? undefined : Number(column),
            message: message.replace(/^vet: /, ''),
        });
    }
    return unique(found);
}
/** A file compiled both for a package and for its tests is complained about twice. */
function unique(all) {
    const byText = new Map(all.map((one) => [`${one.file}:${one.line}:${one.column}:${one.message}`, one]));
    return [...byText.values()];
}
/** `main.go:3:5`, relative to `directory` where it lies below. */
function placeOf({ file, line, column }, directory) {
    const shown = file.startsWith(`${directory}/`) ? file.slice(directory.length + 1) : file;
    return column === undefined ? `${shown}:${line}` : `${shown}:${line}:${column}`;
}


/***/ }),

/***/ 1456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ explainGoFailure),
/* harmony export */   m: () => (/* binding */ CompileError)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(860);
/* harmony import */ var _diagnostics_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6439);


/** Go did not compile the module. Carries every message, so that the action can annotate them. */
class CompileError extends _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo {
    diagnostics;
    constructor(message, options) {
        const [first] = options.diagnostics;
        const place = first === undefined ? {} : { place: { file: first.file, line: first.line } };
        super(message, { fix: options.fix, ...place });
        this.diagnostics = options.diagnostics;
    }
}
/** Failures whose own words don't say what to do in a workflow. */
const known = [
    {
        sign: /requires go >= (\S+) \(running go (\S+?)[;)]/,
        message: ([, wanted, running]) => `the module asks for Go ${wanted}, the job has Go ${running}`,
        fix: 'Let actions/setup-go install what the module asks for: `go-version-file: go.mod`.',
    },
    {
        sign: /unsupported GOOS\/GOARCH pair (\S+)/,
        message: ([, pair]) => `Go can't build for ${pair}`,
        fix: 'Correct `platforms`; `go tool dist list` prints what this Go can build for.',
    },
    {
        sign: /error obtaining VCS status: (.+)/,
        message: ([, reason]) => `Go could not read the commit from git (${reason})`,
        fix: 'Mark the checkout as trusted with `git config --global --add safe.directory "$GITHUB_WORKSPACE"`, or set `env: GOFLAGS=-buildvcs=false`.',
    },
    {
        sign: /(?:stat (\S+): directory not found|package (\S+) is not in std|cannot find package "([^"]+)")/,
        message: ([, folder, name, other]) => `there is no package ${folder ?? name ?? other}`,
        fix: 'Correct `packages`: a folder of the module starts with `./`, such as `./cmd/server`.',
    },
    {
        sign: /build constraints exclude all Go files in (\S+)/,
        message: ([, folder]) => `no file of ${folder} is left under these settings: all need cgo, another tag or another platform`,
        fix: 'If it needs C, set `cgo: auto`; otherwise look at the `//go:build` lines of the package and set `tags`.',
    },
    {
        sign: /(?:C compiler "([^"]+)" not found|exec: "([^"]+)": executable file not found)/,
        message: ([, compiler, program]) => `cgo is on and there is no C compiler: ${compiler ?? program} is not on PATH`,
        fix: 'Set `cgo: false` if the module has a pure Go way, or install a C compiler (gcc) before this step.',
    },
    {
        sign: /(?:missing go\.sum entry|updates to go\.(?:mod|sum|work) needed|no required module provides package).*/,
        message: ([text]) => `go.mod and go.sum don't match the sources: ${text}`,
        fix: 'Run `go mod tidy` and commit go.mod and go.sum.',
    },
    {
        sign: /(?:SECURITY ERROR|checksum mismatch)[\s\S]*/,
        message: () => 'a module is not the one go.sum promises: its checksum differs',
        fix: 'Find out why it changed before you trust it; only then remove its lines from go.sum and run `go mod tidy`.',
    },
    {
        sign: /(?:dial tcp|no such host|i\/o timeout|TLS handshake|connection refused|: 40[134] |: 5\d\d )[^\n]*/,
        message: ([text]) => `Go could not download a module (${text})`,
        fix: 'Check that the job reaches GOPROXY; for private modules set GOPRIVATE and give git a token.',
    },
    {
        sign: /no space left on device/,
        message: () => 'the disk is full',
        fix: 'Free space on the runner before this step.',
    },
];
/** Turns a failed `go` command into an error that says what to mend. */
function explainGoFailure(args, { code, stdout, stderr }, directory) {
    const printed = `${stderr}\n${stdout}`;
    const diagnostics = (0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDiagnostics */ .y)(printed, directory);
    for (const { sign, message, fix } of known) {
        const match = sign.exec(printed);
        if (match !== null)
            return new CompileError(message(match), { fix, diagnostics });
    }
    const [first] = diagnostics;
    if (first !== undefined) {
        const more = diagnostics.length > 1 ? ` (and ${diagnostics.length - 1} more)` : '';
        return new CompileError(`the module does not compile: ${(0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_1__/* .placeOf */ .$)(first, directory)}: ${first.message}${more}`, { fix: 'Correct the code at that place; `go vet ./...` shows the same on your machine.', diagnostics });
    }
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`\`go ${args[0]}\` ended with exit code ${code}: ${lastWords(printed)}`, {
        fix: `Run \`go ${args.join(' ')}\` in ${directory} to see the same.`,
    });
}
/** The first lines that say something, without Go's headings. */
function lastWords(printed) {
    const said = printed.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('# '));
    return said.slice(0, 5).join('\n') || 'it said nothing';
}


/***/ }),

/***/ 6386:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ checkPackages)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(860);

/** Throws a UserError for anything in `packages` that is a file or a flag. */
function checkPackages(packages) {
    for (const one of packages) {
        if (one.startsWith('-')) {
            throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`input "packages" holds the flag \`${one}\``, {
                fix: 'Name packages only; flags have inputs of their own (`ldflags`, `tags`, `trimpath`, `env`).',
            });
        }
        if (!one.endsWith('.go'))
            continue;
        const folder = one.includes('/') ? one.slice(0, one.lastIndexOf('/')) : '.';
        const wanted = folder.startsWith('.') || folder.startsWith('/') ? folder : `./${folder}`;
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`input "packages" names the file ${one}`, {
            fix: `Name the package: \`packages: ${wanted}\`. Built from files, a binary loses its module and its version, and other files of the package are left out.`,
        });
    }
}


/***/ }),

/***/ 638:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ listPackages)
/* harmony export */ });
/* harmony import */ var _axes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9770);
/* harmony import */ var _decode_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6449);


const fields = 'ImportPath,Name,Dir,Standard,DepOnly,Imports,CgoFiles,TestGoFiles,XTestGoFiles,Module';
/** Lists packages and, with `deps`, everything they import. */
async function listPackages(go, patterns, options) {
    const flags = [...(0,_axes_js__WEBPACK_IMPORTED_MODULE_0__/* .axisFlags */ .D)(options), ...(options.deps === true ? ['-deps'] : []), `-json=${fields}`];
    const env = options.env === undefined ? {} : { env: options.env };
    const printed = await go.must(['list', ...flags, '--', ...patterns], env);
    return (0,_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJsonObjects */ .CJ)(printed).map(packageOf);
}
function packageOf(value) {
    const get = (0,_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldsOf */ .Pf)(value);
    const module = (0,_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldsOf */ .Pf)(get.get('Module'));
    return {
        importPath: (0,_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(get.get('ImportPath')),
        name: (0,_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(get.get('Name')),
        directory: (0,_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(get.get('Dir')),
        standard: get.get('Standard') === true,
        dependency: get.get('DepOnly') === true,
        imports: (0,_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .textsOf */ .CB)(get.get('Imports')),
        cgoFiles: (0,_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .textsOf */ .CB)(get.get('CgoFiles')),
        testFiles: [...(0,_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .textsOf */ .CB)(get.get('TestGoFiles')), ...(0,_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .textsOf */ .CB)(get.get('XTestGoFiles'))],
        module: (0,_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(module.get('Path')),
        own: module.get('Main') === true,
    };
}


/***/ }),

/***/ 5765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ annotateAll),
/* harmony export */   v: () => (/* binding */ annotateRest)
/* harmony export */ });
/* harmony import */ var _diagnostics_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6439);
/* harmony import */ var _explain_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1456);


/**
 * Annotates the messages after the first, which the error itself carries to its line. GitHub shows ten in all, so no
 * more than fit beside it.
 */
function annotateRest(report, thrown, directory) {
    if (!(thrown instanceof _explain_js__WEBPACK_IMPORTED_MODULE_1__/* .CompileError */ .m))
        return;
    annotateAll(report, thrown.diagnostics.slice(1, 9), directory);
}
/** Puts each message on its line. */
function annotateAll(report, diagnostics, directory) {
    for (const one of diagnostics) {
        report.annotate({
            level: 'error',
            title: (0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$)(one, directory),
            message: one.message,
            place: { file: one.file, line: one.line },
        });
    }
}


/***/ }),

/***/ 1807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ openGo)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/actions/shared/errors/user-error.js
var user_error = __webpack_require__(860);
// EXTERNAL MODULE: ./build/actions/shared/go/decode.js
var decode = __webpack_require__(6449);
;// CONCATENATED MODULE: ./build/actions/shared/go/environment.js
/**
 * What the runner gives to an action and not to a `run:` step. Builds and tests execute code of the module and of
 * everything it imports; none of it may write our outputs, poison the job's cache or take its identity token.
 */
const ours = /^(?:INPUT_|STATE_|ACTIONS_)/;
const files = new Set(['GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_PATH', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY']);
/** The environment for Go: the job's own without the runner's channels, plus what the action sets. */
function goEnvironment(env, set = {}) {
    const kept = Object.entries(env).filter(([name]) => !ours.test(name) && !files.has(name));
    const found = Object.fromEntries(kept.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
    return { ...found, ...set };
}
/** Takes `-a` out of GOFLAGS: it throws the build cache away and changes nothing in the result. */
function withoutForceAll(goflags) {
    const words = goflags.split(/\s+/).filter((word) => word !== '');
    const kept = words.filter((word) => !/^--?a(?:=true)?$/.test(word));
    return { goflags: kept.join(' '), removed: kept.length < words.length };
}
/**
 * Lets git read a checkout that belongs to another user, as it does in container jobs; Go could not stamp the commit
 * otherwise and would not build at all. Only for what we start, and nothing is written to git's configuration.
 */
function trustedByGit(env, workspace) {
    const given = Number(env['GIT_CONFIG_COUNT'] ?? '0');
    const at = Number.isInteger(given) ? given : 0;
    return {
        GIT_CONFIG_COUNT: String(at + 1),
        [`GIT_CONFIG_KEY_${at}`]: 'safe.directory',
        [`GIT_CONFIG_VALUE_${at}`]: workspace,
    };
}

// EXTERNAL MODULE: ./build/actions/shared/go/explain.js
var explain = __webpack_require__(1456);
;// CONCATENATED MODULE: ./build/actions/shared/go/no-module.js



/** The error for a folder outside any module; it names the modules that are further down. */
async function noModule(directory, workspace) {
    const below = (await modulesBelow(directory)).map((folder) => (0,external_node_path_.relative)(workspace, folder));
    const fix = below.length > 0
        ? `Point \`working-directory\` at the module; there is a go.mod in ${below.join(', ')}.`
        : 'Check the repository out before this step, or create the module with `go mod init`.';
    return new user_error/* UserError */.yo(`there is no Go module at ${(0,external_node_path_.relative)(workspace, directory) || '.'}: no go.mod there or above`, {
        fix,
    });
}
/** Folders with a go.mod, at most four levels down. */
async function modulesBelow(folder, depth = 4) {
    const entries = await (0,promises_.readdir)(folder, { withFileTypes: true }).catch(() => []);
    if (entries.some((entry) => entry.name === 'go.mod'))
        return [folder];
    if (depth === 0)
        return [];
    const inner = entries.filter((entry) => entry.isDirectory() && !/^(?:[._]|node_modules$|vendor$|testdata$)/.test(entry.name));
    const found = await Promise.all(inner.map((entry) => modulesBelow((0,external_node_path_.join)(folder, entry.name), depth - 1)));
    return found.flat().sort();
}

;// CONCATENATED MODULE: ./build/actions/shared/go/tool.js







/**
 * Finds Go and the module in `directory`.
 *
 * Throws a UserError when the directory, Go or the module is missing.
 */
async function openGo(context, directory, extraEnv = {}) {
    const foreign = await mustBeFolder(directory);
    const goflags = withoutForceAll(extraEnv['GOFLAGS'] ?? context.env['GOFLAGS'] ?? '');
    const set = {
        ...(foreign ? trustedByGit(context.env, context.workspace) : {}),
        ...extraEnv,
        ...(goflags.removed ? { GOFLAGS: goflags.goflags } : {}),
    };
    const base = goEnvironment(context.env, set);
    const run = (args, options = {}) => untilCancelled(context.signal, inFolder(context, directory, args, { ...base, ...options.env }, options.onLine));
    const must = async (args, options) => {
        const result = await run(args, options);
        if (result.code !== 0)
            throw (0,explain/* explainGoFailure */.K)(args, result, directory);
        return result.stdout;
    };
    const settings = readSettings(await must(['env', '-json']));
    if (settings.module === '' && settings.workspace === '')
        throw await noModule(directory, context.workspace);
    const mended = goflags.removed
        ? ['`-a` was taken out of GOFLAGS: it compiles everything anew on every run, for the same bytes.']
        : [];
    return { directory, settings, mended, run, must };
}
async function inFolder({ exec }, cwd, args, env, onLine) {
    try {
        return await exec('go', args, { cwd, env, ...(onLine === undefined ? {} : { onLine }) });
    }
    catch (error) {
        if (!(error instanceof user_error/* UserError */.yo))
            throw error;
        throw new user_error/* UserError */.yo('Go is not installed: no `go` on PATH', {
            fix: 'Add a step before this one: `- uses: actions/setup-go@v6` with `go-version-file: go.mod`.',
            cause: error,
        });
    }
}
/** A cancelled job must still publish what it knows; the runner ends the child itself. */
async function untilCancelled(signal, work) {
    let stop;
    const cancelled = new Promise((_, reject) => {
        stop = () => reject(new user_error/* UserError */.yo('the job was cancelled while Go was running', { fix: 'Run the job again.' }));
        if (signal.aborted)
            stop();
        signal.addEventListener('abort', stop, { once: true });
    });
    try {
        return await Promise.race([work, cancelled]);
    }
    finally {
        if (stop !== undefined)
            signal.removeEventListener('abort', stop);
    }
}
function readSettings(printed) {
    const fields = (0,decode/* fieldsOf */.Pf)(JSON.parse(printed));
    const get = (name) => (0,decode/* textOf */.b6)(fields.get(name));
    const module = get('GOMOD');
    const workspace = get('GOWORK');
    return {
        version: get('GOVERSION'),
        hostOs: get('GOHOSTOS'),
        hostArch: get('GOHOSTARCH'),
        module: module === '/dev/null' || module === 'NUL' ? '' : module,
        workspace: workspace === 'off' ? '' : workspace,
        buildCache: get('GOCACHE'),
        moduleCache: get('GOMODCACHE').split(external_node_path_.delimiter, 1)[0] ?? '',
        cc: get('CC'),
    };
}
/** Throws a UserError when there is no such folder; tells whether it belongs to another user. */
async function mustBeFolder(directory) {
    const found = await (0,promises_.stat)(directory).catch(() => undefined);
    if (found?.isDirectory() === true)
        return found.uid !== process.getuid?.();
    throw new user_error/* UserError */.yo(`there is no folder ${directory}`, {
        fix: 'Point `working-directory` at the folder that holds go.mod, and check the repository out before this step.',
    });
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
