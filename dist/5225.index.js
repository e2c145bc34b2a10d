export const id = 5225;
export const ids = [5225];
export const modules = {

/***/ 81371:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tz: () => (/* binding */ axisEnv),
  D0: () => (/* binding */ axisFlags),
  tj: () => (/* binding */ axisKey),
  yB: () => (/* binding */ goInputs)
});

// EXTERNAL MODULE: ./build/actions/shared/contract/types.js
var types = __webpack_require__(56030);
;// CONCATENATED MODULE: ./build/actions/shared/go/env-input.js
/** Variables that have an input of their own; set behind its back they would make the record lie. */
const reserved = {
    CGO_ENABLED: 'cgo',
    GOFIPS140: 'fips',
    GOOS: 'platforms',
    GOARCH: 'platforms',
    GOAMD64: 'platforms',
    GOARM: 'platforms',
    GOARM64: 'platforms',
};
/** Refuses a variable in `env` that an input decides, or that would not reach Go as it stands there. */
function checkEnv(read, env) {
    for (const name of env.keys()) {
        const input = reserved[name];
        if (input !== undefined) {
            const where = input === 'platforms' ? 'the input `platforms` of go-static-build' : `the input \`${input}\``;
            read.refuse(`input "env" sets ${name}, which ${where} decides: take it out of \`env\``);
        }
        else if (!/^[A-Za-z_]\w*$/.test(name)) {
            read.refuse(`input "env": "${name}" is no name of a variable; write \`NAME=value\` on every line`);
        }
    }
}

// EXTERNAL MODULE: ./build/actions/shared/go/fips.js
var fips = __webpack_require__(34203);
// EXTERNAL MODULE: ./build/actions/shared/go/pgo.js
var pgo = __webpack_require__(25909);
;// CONCATENATED MODULE: ./build/actions/shared/go/axes.js




/** Reads the inputs that every action working on a Go module has. */
function goInputs(read) {
    const inputs = {
        workingDirectory: read.withDefault('working-directory', (0,types/* path */.Ae)(read.workspace), '.'),
        packages: read.optional('packages', (0,types/* lines */.Mn)(types/* text */.Qq)) ?? [],
        cgo: read.withDefault('cgo', (0,types/* choice */.Yq)('false', 'auto', 'true'), 'false'),
        trimpath: read.withDefault('trimpath', types/* flag */.Jt, 'true'),
        tags: read.optional('tags', (0,types/* commaLines */.Lg)(types/* text */.Qq)) ?? [],
        pgo: read.withDefault('pgo', (0,pgo/* pgo */.X)(read.workspace), 'auto'),
        fips: read.withDefault('fips', fips/* fips */.D, 'off'),
        env: read.optional('env', types/* pairs */.AS) ?? new Map(),
        cache: read.withDefault('cache', types/* flag */.Jt, 'true'),
        cacheBudget: read.withDefault('cache-budget', types/* bytes */.ee, '2GB'),
    };
    checkEnv(read, inputs.env);
    return inputs;
}
/** The flags of `go build`, `go vet`, `go test` and `go list` that the axes stand for. */
function axisFlags({ trimpath, tags }) {
    return [...(trimpath ? ['-trimpath'] : []), ...(tags.length > 0 ? [`-tags=${tags.join(',')}`] : [])];
}
/** The environment for Go that the axes stand for, as far as it is the same for every platform. */
function axisEnv({ env, fips }) {
    return { ...Object.fromEntries(env), ...(fips === 'off' ? {} : { GOFIPS140: fips }) };
}
/**
 * What the axes look like in the key of a cache: the same for tests and build, so that each finds the other's
 * packages. What only one of them has (platforms, the race detector) stands apart.
 */
function axisKey(axes) {
    const env = [...axes.env].map(([name, value]) => `${name}=${value}`).sort();
    return [axes.cgo, String(axes.trimpath), [...axes.tags].sort().join(','), axes.pgo, axes.fips, ...env];
}


/***/ }),

/***/ 52315:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ cacheWords)
/* harmony export */ });
/* harmony import */ var _units_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39794);

/** One line about what the cache did, for log and summary. */
function cacheWords({ status, note }, use) {
    const began = `cache: ${status} (${note})`;
    if (use.packages === 0)
        return began;
    const percent = Math.floor((use.reused * 100) / use.packages);
    const rate = `${use.reused} of ${use.packages} packages (${percent} %) did not have to be compiled`;
    if (use.timed === 0)
        return `${began}; ${rate}`;
    const about = use.timed < use.reused ? 'at least ' : '';
    return `${began}; ${rate}, which saved ${about}${(0,_units_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(use.secondsSaved * 1000)} of compiling`;
}


/***/ }),

/***/ 61467:
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

/***/ 76439:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ placeOf),
/* harmony export */   y: () => (/* binding */ parseDiagnostics)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);

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

/***/ 37574:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I$: () => (/* binding */ goEnvironment),
/* harmony export */   NO: () => (/* binding */ withoutForceAll),
/* harmony export */   td: () => (/* binding */ trustedByGit)
/* harmony export */ });
/**
 * What the runner gives to an action and not to a `run:` step. Builds and tests execute code of the module and of
 * everything it imports; none of it may write our outputs, poison the job's cache, take its identity token or sign an image.
 */
const ours = /^(?:INPUT_|STATE_|ACTIONS_|COSIGN_(?:PRIVATE_KEY|PASSWORD)$)/;
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


/***/ }),

/***/ 91456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ explainGoFailure),
/* harmony export */   m: () => (/* binding */ CompileError)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30860);
/* harmony import */ var _diagnostics_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76439);


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
        sign: /unknown GOFIPS140 version "([^"]+)"/,
        message: ([, version]) => `this Go has no FIPS module ${version}`,
        fix: 'Set `fips: certified` or `fips: latest`; the versions stand in lib/fips140 of the Go installation.',
    },
    {
        sign: /# (\S+)\npreprofile: [\s\S]*parsing profile/,
        message: ([, file]) => `${file} is no CPU profile`,
        fix: 'Take it with runtime/pprof or from `/debug/pprof/profile`, as it is; `go tool pprof -top FILE` reads it when it is sound.',
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

/***/ 34203:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ fips),
/* harmony export */   k: () => (/* binding */ mustHaveFips)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30860);

/**
 * The `fips` input: which version of Go's FIPS 140-3 module is compiled in (go.dev/doc/security/fips140). Anything but
 * `off` also switches FIPS mode on in the program.
 */
const fips = {
    name: '`off`, `latest`, `inprocess`, `certified` or a version',
    sample: 'off',
    parse: (raw) => {
        if (/^(?:off|latest|inprocess|certified|v\d+\.\d+\.\d+)$/.test(raw))
            return raw;
        throw new Error('off, latest, inprocess, certified or a version of the module such as v1.0.0');
    },
};
/** Throws a UserError when this Go has no FIPS module: it would pass over GOFIPS140 without a word. */
function mustHaveFips(chosen, goVersion) {
    const [, minor = ''] = /^go1\.(\d+)/.exec(goVersion) ?? [];
    if (chosen === 'off' || minor === '' || Number(minor) >= 24)
        return;
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`\`fips: ${chosen}\` needs Go 1.24 or newer, the job has ${goVersion}`, {
        fix: 'Raise the `go` line of go.mod, and let actions/setup-go install it with `go-version-file: go.mod`.',
    });
}


/***/ }),

/***/ 57083:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ readKept),
/* harmony export */   a: () => (/* binding */ keep)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


/**
 * Reads what an earlier run has kept beside Go's own folders in its build cache, where it is stored and restored with them and
 * Go's clean-up leaves it alone. Undefined where there is nothing, or nothing that can be read.
 */
async function readKept(buildCache, name) {
    try {
        return JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(buildCache, name), 'utf8'));
    }
    catch {
        return undefined;
    }
}
/** Keeps a value in one step, for builds that run side by side. A cache that can't be written is Go's to complain about. */
async function keep(buildCache, name, value) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(buildCache, name);
    const draft = `${path}.${process.pid}.tmp`;
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(draft, JSON.stringify(value));
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(draft, path);
    }
    catch {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(draft, { force: true });
    }
}


/***/ }),

/***/ 18350:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F: () => (/* binding */ metered)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/actions/shared/json/json.js
var json_json = __webpack_require__(65977);
;// CONCATENATED MODULE: ./build/actions/shared/go/action-graph.js

/**
 * Reads what `-debug-actiongraph` writes: one object per action. An action of mode `build` whose commands were run
 * was compiled; one without commands was found in the cache (cmd/go/internal/work, `actionJSON`).
 */
function readActionGraph(json) {
    const actions = (0,json_json/* listOf */.c3)(JSON.parse(json)).filter((one) => (0,json_json/* field */.ZZ)(one, 'Mode') === 'build' && nameIn(one) !== '');
    const names = new Map(actions.map((one) => [(0,json_json/* field */.ZZ)(one, 'ID'), nameIn(one)]));
    const compiled = new Map();
    const reused = new Set();
    const imports = new Map();
    for (const one of actions) {
        const name = nameIn(one);
        const nanoseconds = Number((0,json_json/* field */.ZZ)(one, 'CmdUser') ?? 0) + Number((0,json_json/* field */.ZZ)(one, 'CmdSys') ?? 0);
        if (Array.isArray((0,json_json/* field */.ZZ)(one, 'Cmd')))
            compiled.set(name, nanoseconds / 1e9);
        else
            reused.add(name);
        // Others than `build` are about the package itself: its cache entry, its profile.
        imports.set(name, (0,json_json/* listOf */.c3)((0,json_json/* field */.ZZ)(one, 'Deps')).flatMap((id) => names.get(id) ?? []));
    }
    return { compiled, reused, imports };
}
function nameIn(action) {
    return (0,json_json/* textOf */.b6)((0,json_json/* field */.ZZ)(action, 'Package')) ?? '';
}
/** Several calls as one: a package that one of them compiled was not in the cache, wherever the others found it. */
function together(all) {
    const compiled = new Map(all.flatMap((one) => [...one.compiled]));
    const reused = new Set(all.flatMap((one) => [...one.reused]).filter((name) => !compiled.has(name)));
    return { compiled, reused, imports: new Map(all.flatMap((one) => [...one.imports])) };
}

// EXTERNAL MODULE: ./build/actions/shared/go/decode.js
var decode = __webpack_require__(6449);
// EXTERNAL MODULE: ./build/actions/shared/go/explain.js
var explain = __webpack_require__(91456);
// EXTERNAL MODULE: ./build/actions/shared/go/kept.js
var kept = __webpack_require__(57083);
;// CONCATENATED MODULE: ./build/actions/shared/go/meter.js






const timesFile = 'seatrial-seconds.json';
const compiling = new Set(['build', 'test', 'vet']);
/**
 * Has Go write down what it compiles (`-debug-actiongraph`; there is no other account that knows the cache's part).
 * Where a Go no longer knows the flag, it is called without, and nothing is counted.
 */
function metered(go, temp) {
    const works = [];
    let last;
    let calls = 0;
    const run = async (args, options) => {
        const [command = '', ...rest] = args;
        if (!compiling.has(command))
            return go.run(args, options);
        calls += 1;
        last = undefined;
        const graph = (0,external_node_path_.join)(temp, 'seatrial', `action-graph-${process.pid}-${calls}.json`);
        await (0,promises_.mkdir)((0,external_node_path_.join)(temp, 'seatrial'), { recursive: true });
        try {
            const result = await go.run([command, `-debug-actiongraph=${graph}`, ...rest], options);
            if (/flag provided but not defined: -debug-actiongraph/.test(result.stderr)) {
                return await go.run(args, options);
            }
            last = await readGraph(graph);
            if (last !== undefined)
                works.push(last);
            return result;
        }
        finally {
            await (0,promises_.rm)(graph, { force: true });
        }
    };
    return {
        ...go,
        run,
        must: async (args, options) => {
            const result = await run(args, options);
            if (result.code !== 0)
                throw (0,explain/* explainGoFailure */.K)(args, result, go.directory);
            return result.stdout;
        },
        use: () => useOf(together(works), go.settings.buildCache),
        last: () => last,
    };
}
/** A build that failed leaves no graph, or half of one; counting is no reason to fail. */
async function readGraph(path) {
    try {
        return readActionGraph(await (0,promises_.readFile)(path, 'utf8'));
    }
    catch {
        return undefined;
    }
}
async function useOf({ compiled, reused }, buildCache) {
    const known = await readTimes(buildCache);
    const times = [...reused].flatMap((name) => known.get(name) ?? []);
    if (compiled.size > 0) {
        const all = new Map([...known, ...compiled]);
        const rounded = [...all].map(([name, seconds]) => [name, Math.round(seconds * 1000) / 1000]);
        await (0,kept/* keep */.a)(buildCache, timesFile, Object.fromEntries(rounded));
    }
    return {
        packages: compiled.size + reused.size,
        reused: reused.size,
        secondsSaved: times.reduce((sum, seconds) => sum + seconds, 0),
        timed: times.length,
    };
}
async function readTimes(buildCache) {
    const pairs = [...(0,decode/* fieldsOf */.Pf)(await (0,kept/* readKept */.D)(buildCache, timesFile))];
    return new Map(pairs.filter((pair) => typeof pair[1] === 'number'));
}


/***/ }),

/***/ 36386:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ checkPackages)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30860);

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

/***/ 50638:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ listPackages),
/* harmony export */   z: () => (/* binding */ withImports)
/* harmony export */ });
/* harmony import */ var _axes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81371);
/* harmony import */ var _decode_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6449);


const fields = 'ImportPath,Name,Dir,Standard,DepOnly,Imports,GoFiles,CgoFiles,IgnoredGoFiles,TestGoFiles,XTestGoFiles,Module';
/** Lists packages: `alone` without looking at what they import, which takes a fifth of the time; with `deps` all of it. */
async function listPackages(go, patterns, options) {
    const flags = [
        ...(0,_axes_js__WEBPACK_IMPORTED_MODULE_0__/* .axisFlags */ .D0)(options),
        ...(options.deps === true ? ['-deps'] : []),
        ...(options.alone === true ? ['-find'] : []),
        `-json=${fields}`,
    ];
    const { env = {} } = options;
    const printed = await go.must(['list', ...flags, '--', ...patterns], { env });
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
        goFiles: (0,_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .textsOf */ .CB)(get.get('GoFiles')),
        cgoFiles: (0,_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .textsOf */ .CB)(get.get('CgoFiles')),
        ignoredFiles: (0,_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .textsOf */ .CB)(get.get('IgnoredGoFiles')),
        testFiles: [...(0,_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .textsOf */ .CB)(get.get('TestGoFiles')), ...(0,_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .textsOf */ .CB)(get.get('XTestGoFiles'))],
        module: (0,_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(module.get('Path')),
        own: module.get('Main') === true,
    };
}
/** A package and everything it imports, of those that were listed. */
function withImports(packages, root) {
    const byPath = new Map(packages.map((one) => [one.importPath, one]));
    const found = new Set([root]);
    // A Set can be added to while it is walked.
    for (const path of found)
        for (const next of byPath.get(path)?.imports ?? [])
            found.add(next);
    return packages.filter(({ importPath }) => found.has(importPath));
}


/***/ }),

/***/ 25909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ profileFor),
/* harmony export */   X: () => (/* binding */ pgo)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30860);



/** What Go looks for beside `func main` (go.dev/doc/pgo). */
const usualName = 'default.pgo';
/** The `pgo` input: `auto`, `off` or the path of a profile. */
function pgo(workspace) {
    return {
        name: '`auto`, `off` or path',
        sample: 'auto',
        parse: (raw) => (raw === 'auto' || raw === 'off' || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(raw) ? raw : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, raw)),
    };
}
/**
 * Finds the profile a module is compiled by.
 *
 * Go's `-pgo=auto` sees the `default.pgo` of a program when it builds the program, and not when it tests its packages;
 * both would compile every package on their own. So a single program's profile is named in full, in both.
 *
 * Throws a UserError for a profile that is missing or empty; Go takes an empty one for none and says nothing.
 */
async function profileFor(chosen, mains, workspace) {
    if (chosen === 'off')
        return { flags: ['-pgo=off'], files: [] };
    if (chosen !== 'auto') {
        await mustHoldSomething(chosen, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(workspace, chosen));
        return { flags: [`-pgo=${chosen}`], files: [chosen] };
    }
    const usual = mains.map(({ directory }) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, usualName));
    const found = [];
    for (const file of usual)
        if (await isFile(file))
            found.push(file);
    for (const file of found)
        await mustHoldSomething(file, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(workspace, file));
    const [only] = found;
    return { flags: only !== undefined && mains.length === 1 ? [`-pgo=${only}`] : [], files: found };
}
async function isFile(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).then((found) => found.isFile(), () => false);
}
async function mustHoldSomething(path, shown) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).catch(() => undefined);
    if (found?.isFile() === true && found.size > 0)
        return;
    const what = found === undefined ? 'there is no' : found.isFile() ? 'nothing in the' : 'no file is the';
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${what} profile ${shown}`, {
        fix: 'Commit a CPU profile of the running service there (`curl -o default.pgo …/debug/pprof/profile?seconds=30`), or set `pgo: off`.',
    });
}


/***/ }),

/***/ 35765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ annotateAll),
/* harmony export */   v: () => (/* binding */ annotateRest)
/* harmony export */ });
/* harmony import */ var _diagnostics_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76439);
/* harmony import */ var _explain_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91456);


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

/***/ 1514:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ reportFolder)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


/**
 * Where an action puts the reports of a module. Outside the workspace: a new file there would make Go stamp the build
 * as modified.
 */
async function reportFolder({ temp, workspace }, kind, directory) {
    const name = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(workspace, directory).replaceAll(/[^\w.-]+/g, '-') || 'root';
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(temp, 'seatrial', kind, name);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { recursive: true });
    return folder;
}


/***/ }),

/***/ 82095:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ openGo)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/actions/shared/errors/user-error.js
var user_error = __webpack_require__(30860);
// EXTERNAL MODULE: ./build/actions/shared/go/decode.js
var decode = __webpack_require__(6449);
// EXTERNAL MODULE: ./build/actions/shared/go/environment.js
var environment = __webpack_require__(37574);
// EXTERNAL MODULE: ./build/actions/shared/go/explain.js
var explain = __webpack_require__(91456);
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
    const goflags = (0,environment/* withoutForceAll */.NO)(extraEnv['GOFLAGS'] ?? context.env['GOFLAGS'] ?? '');
    const set = {
        ...(foreign ? (0,environment/* trustedByGit */.td)(context.env, context.workspace) : {}),
        ...extraEnv,
        ...(goflags.removed ? { GOFLAGS: goflags.goflags } : {}),
    };
    const base = (0,environment/* goEnvironment */.I$)(context.env, set);
    const tool = (file, args, options = {}) => {
        const lines = options.onLine === undefined ? {} : { onLine: options.onLine };
        const work = context.exec(file, args, { cwd: directory, env: { ...base, ...options.env }, ...lines });
        return untilCancelled(context.signal, work);
    };
    const run = (args, options) => tool('go', args, options).catch(explainMissingGo);
    const must = async (args, options) => {
        const result = await run(args, options);
        if (result.code !== 0)
            throw (0,explain/* explainGoFailure */.K)(args, result, directory);
        return result.stdout;
    };
    const settings = readSettings(await must(['env', '-json', ...settingNames]));
    if (settings.module === '' && settings.workspace === '')
        throw await noModule(directory, context.workspace);
    const mended = goflags.removed
        ? ['`-a` was taken out of GOFLAGS: it compiles everything anew on every run, for the same bytes.']
        : [];
    return { directory, settings, mended, run, must, tool };
}
/** Go is the one program whose absence has a cure of its own; a job that was cancelled is no absence. */
function explainMissingGo(error) {
    if (!(error instanceof user_error/* UserError */.yo) || !error.message.includes('not found on PATH'))
        throw error;
    throw new user_error/* UserError */.yo('Go is not installed: no `go` on PATH', {
        fix: 'Add a step before this one: `- uses: actions/setup-go@v7` with `go-version-file: go.mod`.',
        cause: error,
    });
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
/** Without names Go works all of them out, and starts the C compiler for some. */
const settingNames = [
    'GOVERSION',
    'GOHOSTOS',
    'GOHOSTARCH',
    'GOMOD',
    'GOWORK',
    'GOCACHE',
    'GOMODCACHE',
    'GOFLAGS',
    'CC',
];
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
        flags: get('GOFLAGS'),
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
