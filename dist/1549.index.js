export const id = 1549;
export const ids = [1549];
export const modules = {

/***/ 69944:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ contract)
/* harmony export */ });
/* unused harmony export parse */
/* harmony import */ var _shared_contract_contract_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86777);
/* harmony import */ var _shared_contract_types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56030);
/* harmony import */ var _shared_go_axes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81371);
/* harmony import */ var _plan_platform_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83247);




function parse(read) {
    return {
        ...(0,_shared_go_axes_js__WEBPACK_IMPORTED_MODULE_2__/* .goInputs */ .yB)(read),
        outputDirectory: read.optional('output-directory', (0,_shared_contract_types_js__WEBPACK_IMPORTED_MODULE_1__/* .path */ .Ae)(read.workspace)),
        platforms: read.optional('platforms', _plan_platform_js__WEBPACK_IMPORTED_MODULE_3__/* .commaPlatforms */ .g$) ?? [],
        requireStatic: read.withDefault('require-static', _shared_contract_types_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt, 'true'),
        ldflags: read.optional('ldflags', (0,_shared_contract_types_js__WEBPACK_IMPORTED_MODULE_1__/* .lines */ .Mn)(_shared_contract_types_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)),
        version: read.optional('version', _shared_contract_types_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq),
        versionVariables: read.optional('version-variables', _shared_contract_types_js__WEBPACK_IMPORTED_MODULE_1__/* .pairs */ .AS),
        reproducible: read.withDefault('reproducible', (0,_shared_contract_types_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)('off', 'check'), 'off'),
        sbom: read.withDefault('sbom', _shared_contract_types_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt, 'true'),
        sizeReport: read.withDefault('size-report', _shared_contract_types_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt, 'false'),
        sizeBase: read.optional('size-base', (0,_shared_contract_types_js__WEBPACK_IMPORTED_MODULE_1__/* .path */ .Ae)(read.workspace)),
        reachability: read.withDefault('reachability', (0,_shared_contract_types_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)('off', 'binary', 'source'), 'off'),
        vulnerabilityDb: read.optional('vulnerability-db', _shared_contract_types_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq),
        govulncheck: read.optional('govulncheck', (0,_shared_contract_types_js__WEBPACK_IMPORTED_MODULE_1__/* .path */ .Ae)(read.workspace)),
        dryRun: read.withDefault('dry-run', _shared_contract_types_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt, 'false'),
        ...(0,_shared_contract_contract_js__WEBPACK_IMPORTED_MODULE_0__/* .commonInputs */ .j)(read),
    };
}
const contract = {
    name: 'go-static-build',
    parse,
    outputs: [
        'path',
        'name',
        'paths',
        'binaries',
        'sha256',
        'size',
        'linkage',
        'runtime-bases',
        'sbom',
        'sboms',
        'size-report',
        'size-change',
        'vulnerabilities',
        'reachable-vulnerabilities',
        'vulnerability-extracts',
        'reproducible',
        'go-version',
        'version',
        'cache-hit',
    ],
};


/***/ }),

/***/ 83247:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ platformName),
/* harmony export */   LN: () => (/* binding */ platformEnv),
/* harmony export */   g$: () => (/* binding */ commaPlatforms)
/* harmony export */ });
/* unused harmony export parsePlatform */
/* harmony import */ var _shared_contract_types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56030);

/** Variables that choose a processor's variant, and what images call the variants (`linux/arm/v7`). */
const variants = {
    amd64: { variable: 'GOAMD64', allowed: /^v[1-4]$/, value: (variant) => variant },
    arm: { variable: 'GOARM', allowed: /^v[5-7]$/, value: (variant) => variant.slice(1) },
    arm64: {
        variable: 'GOARM64',
        allowed: /^v(?:8|9)(?:\.\d)?$/,
        value: (variant) => (variant.includes('.') ? variant : `${variant}.0`),
    },
    riscv64: { variable: 'GORISCV64', allowed: /^rva2[023]u64$/, value: (variant) => variant },
    ppc64le: { variable: 'GOPPC64', allowed: /^power(?:8|9|10)$/, value: (variant) => variant },
};
const architectures = /^(?:386|amd64|arm|arm64|loong64|mips|mipsle|mips64|mips64le|ppc64|ppc64le|riscv64|s390x)$/;
const platform = {
    name: 'os/arch[/variant]',
    sample: { os: 'linux', arch: '', variant: '' },
    parse: parsePlatform,
};
const commaPlatforms = (0,_shared_contract_types_js__WEBPACK_IMPORTED_MODULE_0__/* .commaLines */ .Lg)(platform);
/**
 * Reads `linux/arm64/v8` the way image builders write it.
 *
 * Throws an Error naming the allowed form. Only Linux: the proof that a binary is static is read from ELF files, and
 * Linux is what containers run.
 */
function parsePlatform(text) {
    const [os, arch = '', variant = '', ...rest] = text.split('/');
    if (os !== 'linux')
        throw new Error('linux/<arch>: containers run Linux, and the static proof reads ELF files');
    if (!architectures.test(arch) || rest.length > 0)
        throw new Error('linux/<arch>[/<variant>], such as linux/arm64');
    const known = variants[arch];
    if (variant !== '' && known?.allowed.test(variant) !== true) {
        throw new Error(`a variant that Go knows for ${arch}, such as linux/amd64/v3 or linux/arm/v7`);
    }
    return { os, arch, variant };
}
/** `linux/arm64/v8`, as image builders and the release record call it. */
function platformName({ os, arch, variant }) {
    return variant === '' ? `${os}/${arch}` : `${os}/${arch}/${variant}`;
}
/** The environment that makes Go build for a platform. */
function platformEnv({ os, arch, variant }) {
    const known = variants[arch];
    return {
        GOOS: os,
        GOARCH: arch,
        ...(variant === '' || known === undefined ? {} : { [known.variable]: known.value(variant) }),
    };
}


/***/ }),

/***/ 14640:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/actions/shared/cache/service.js
var service = __webpack_require__(48014);
// EXTERNAL MODULE: ./build/actions/shared/errors/user-error.js
var user_error = __webpack_require__(30860);
// EXTERNAL MODULE: ./build/actions/shared/go/axes.js + 1 modules
var axes = __webpack_require__(81371);
// EXTERNAL MODULE: ./build/actions/shared/go/cache/cache.js + 4 modules
var cache_cache = __webpack_require__(7325);
// EXTERNAL MODULE: ./build/actions/shared/go/cache/words.js
var words = __webpack_require__(52315);
// EXTERNAL MODULE: ./build/actions/shared/go/fips.js
var fips = __webpack_require__(34203);
// EXTERNAL MODULE: ./build/actions/shared/go/meter.js + 1 modules
var meter = __webpack_require__(18350);
// EXTERNAL MODULE: ./build/actions/shared/go/package-input.js
var package_input = __webpack_require__(36386);
// EXTERNAL MODULE: ./build/actions/shared/go/report-compile.js
var report_compile = __webpack_require__(35765);
// EXTERNAL MODULE: ./build/actions/shared/go/tool.js + 1 modules
var tool = __webpack_require__(82095);
// EXTERNAL MODULE: ./build/actions/shared/elf/linkage.js
var elf_linkage = __webpack_require__(85649);
;// CONCATENATED MODULE: ./build/actions/shared/elf/bases.js

/** glibc of the bases people run Go on, oldest first (each distribution's package list, November 2026). */
const glibcBases = [
    ['2.31', 'debian:11'],
    ['2.34', 'redhat/ubi9-minimal'],
    ['2.34', 'amazonlinux:2023'],
    ['2.35', 'ubuntu:22.04'],
    ['2.36', 'gcr.io/distroless/base-debian12'],
    ['2.36', 'debian:12'],
    ['2.39', 'ubuntu:24.04'],
    ['2.41', 'gcr.io/distroless/base-debian13'],
    ['2.41', 'debian:13'],
];
/**
 * Base images a program can run on, the smallest first. Empty when the file does not tell: a program that asks for
 * libraries beyond libc needs a base that brings them, and nobody but its author knows which.
 */
function runtimeBases(linkage) {
    if (linkage.kind === 'static') {
        return ['scratch', 'gcr.io/distroless/static-debian13', 'alpine', 'debian', 'ubuntu'];
    }
    if (linkage.libraries.length > 0 || linkage.kind === 'dynamic')
        return [];
    if (linkage.kind === 'musl')
        return ['alpine'];
    const oldest = linkage.glibc ?? '0';
    return glibcBases.filter(([glibc]) => (0,elf_linkage/* compareVersions */.Z)(glibc, oldest) >= 0).map(([, base]) => base);
}

// EXTERNAL MODULE: ./build/actions/shared/elf/elf.js + 1 modules
var elf_elf = __webpack_require__(53230);
// EXTERNAL MODULE: ./build/actions/shared/elf/go-module.js
var go_module = __webpack_require__(21819);
// EXTERNAL MODULE: ./build/actions/shared/go/explain.js
var explain = __webpack_require__(91456);
;// CONCATENATED MODULE: ./build/actions/shared/go/flags.js
/**
 * Splits flags the way cmd/go does (`cmd/internal/quoted`): blanks separate, a word may stand in single or double
 * quotes, and there is no escaping.
 *
 * Throws an Error when a quote is not closed.
 */
function splitFlags(text) {
    const words = [];
    let rest = text.trimStart();
    while (rest !== '') {
        const quote = rest[0] === '"' || rest[0] === "'" ? rest[0] : undefined;
        const end = quote === undefined ? rest.search(/\s/) : rest.indexOf(quote, 1);
        if (quote !== undefined && end < 0)
            throw new Error(`the quote ${quote} in \`${text}\` is not closed`);
        words.push(rest.slice(quote === undefined ? 0 : 1, end < 0 ? undefined : end));
        rest = end < 0 ? '' : rest.slice(end + (quote === undefined ? 0 : 1)).trimStart();
    }
    return words;
}
/**
 * The inverse of `splitFlags`.
 *
 * Throws an Error for a word that holds both kinds of quotes, which Go can't be told.
 */
function joinFlags(words) {
    return words.map(quoteFlag).join(' ');
}
function quoteFlag(word) {
    if (word !== '' && !/[\s'"]/.test(word))
        return word;
    if (!word.includes("'"))
        return `'${word}'`;
    if (!word.includes('"'))
        return `"${word}"`;
    throw new Error(`\`${word}\` holds both kinds of quotes, and Go takes only one`);
}

// EXTERNAL MODULE: ./build/actions/shared/oci/digest.js
var digest = __webpack_require__(11332);
// EXTERNAL MODULE: ./build/actions/go-static-build/src/plan/platform.js
var plan_platform = __webpack_require__(83247);
;// CONCATENATED MODULE: ./build/actions/go-static-build/src/build/build-info.js
/** Reads the tab-separated lines below `file: go1.26.8`. */
function parseBuildInfo(printed) {
    const rows = printed.split('\n').map((line) => line.trim().split('\t'));
    const first = (wanted) => rows.find(([kind]) => kind === wanted) ?? [];
    const mod = first('mod');
    const settings = rows.flatMap(([kind, setting = '']) => {
        const at = setting.indexOf('=');
        return kind === 'build' && at > 0
            ? [[setting.slice(0, at), unquoted(setting.slice(at + 1))]]
            : [];
    });
    return {
        goVersion: /: (\S+)/.exec(printed.split('\n', 1)[0] ?? '')?.[1] ?? '',
        program: first('path')[1] ?? '',
        module: mod[1] ?? '',
        moduleVersion: mod[2] ?? '',
        dependencies: linkedModules(rows),
        settings: new Map(settings),
    };
}
/** `dep` rows; a `=>` row says what stands in for the module of the row above. */
function linkedModules(rows) {
    const found = [];
    for (const [kind, path = '', known = '', sum = ''] of rows) {
        // What Go calls the state of a folder on disk.
        const version = known === '(devel)' ? '' : known;
        const last = found.at(-1);
        if (kind === 'dep')
            found.push({ path, version, sum });
        if (kind === '=>' && last !== undefined) {
            found[found.length - 1] = { ...last, replacement: { path, version, sum } };
        }
    }
    return found;
}
function unquoted(value) {
    return /^".*"$/.test(value) ? value.slice(1, -1) : value;
}

;// CONCATENATED MODULE: ./build/actions/go-static-build/src/build/build.js













/** Arguments of the one `go build` that makes all programs of a platform. */
function buildArguments(prepared, tags, stamps, folder) {
    const ldflags = joinFlags([...prepared.flags.ldflags, ...stamps]);
    return [
        'build',
        ...(0,axes/* axisFlags */.D0)({ trimpath: prepared.flags.trimpath, tags }),
        ...prepared.profile.flags,
        ...(ldflags === '' ? [] : [`-ldflags=${ldflags}`]),
        '-o',
        `${folder}/`,
        '--',
        ...prepared.mains.map(({ importPath }) => importPath),
    ];
}
/** Compiles into a folder outside the workspace, so that Go does not stamp a commit as modified because of us. */
async function build(go, prepared, args, folder) {
    await (0,promises_.mkdir)(folder, { recursive: true });
    try {
        await go.must(args, { env: prepared.env });
    }
    catch (error) {
        if (!(error instanceof explain/* CompileError */.m))
            throw error;
        const [lost] = (await prepared.imports().catch(() => undefined))?.leftOut ?? [];
        if (lost === undefined)
            throw error;
        throw new explain/* CompileError */.m(error.message, {
            fix: `${lost} has C code that is left out with \`cgo: false\`; if that is what is missing, set \`cgo: auto\`. ${error.fix}`,
            diagnostics: error.diagnostics,
        });
    }
}
/**
 * Reads a binary: what it is (checksum, size), how it was made (build info) and what it needs (ELF). `hash` is its sha256 where
 * somebody reads all of it anyway.
 */
async function examine(go, prepared, target, folder, hash) {
    const staged = (0,external_node_path_.join)(folder, target.name);
    const [{ size }, sha256, elf, info] = await Promise.all([
        (0,promises_.stat)(staged),
        sha256Of(staged, hash),
        (0,elf_elf/* readElfFile */.GO)(staged).catch((error) => {
            if (!(error instanceof elf_elf/* ElfError */.QH))
                throw error;
            throw new user_error/* UserError */.yo(`${target.name} for ${(0,plan_platform/* platformName */.$r)(target.platform)} is no sound ELF file: ${error.message}`, {
                fix: 'Look for `-buildmode` among `ldflags` and GOFLAGS: only programs can be proven static.',
            });
        }),
        buildInfo(go, staged),
    ]);
    const linkage = (0,elf_linkage/* linkageOf */.q)(elf);
    return {
        target,
        prepared,
        staged,
        sha256,
        size,
        linkage,
        bases: runtimeBases(linkage),
        stripped: elf.stripped,
        info: parseBuildInfo(info),
    };
}
/** Whoever reads the file for something else may fail at that, which is told there. */
async function sha256Of(path, hash) {
    return (await hash?.catch(() => undefined)) ?? (0,digest/* sha256OfFile */.Vq)(path);
}
/** What Go wrote into the binary. Go itself is asked where we can't read it: a Go to come may write it elsewhere. */
async function buildInfo(go, path) {
    return (await (0,go_module/* buildInfoOf */.O5)(path)) ?? go.must(['version', '-m', path]);
}
/** Puts a proven binary where it was asked for, in one step. */
async function place(built) {
    const { path } = built.target;
    const draft = `${path}.${process.pid}.tmp`;
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
    await (0,promises_.rename)(built.staged, draft).catch(async (error) => {
        // The job's temporary folder may lie on another disk than the workspace.
        if ((0,user_error/* codeOf */.$N)(error) !== 'EXDEV')
            throw error;
        await (0,promises_.copyFile)(built.staged, draft);
    });
    await (0,promises_.chmod)(draft, 0o755);
    await (0,promises_.rename)(draft, path).catch(async (error) => {
        await (0,promises_.rm)(draft, { force: true });
        throw error;
    });
}
/** Throws a UserError unless every output can be written; run before anything is compiled, and changes nothing. */
async function mustBeWritable(targets) {
    for (const { path } of targets) {
        const found = await (0,promises_.stat)(path).catch(() => undefined);
        if (found?.isDirectory() === true) {
            throw new user_error/* UserError */.yo(`${path} is a folder, and the binary is to be written there`, {
                fix: 'Choose another `output-directory`, or remove the folder.',
            });
        }
        await mustTakeFiles((0,external_node_path_.dirname)(path));
    }
}
/** Looks at the folder, or at the nearest one above that is there already. */
async function mustTakeFiles(folder) {
    try {
        if (!(await (0,promises_.stat)(folder)).isDirectory())
            throw new Error('it is a file');
        await (0,promises_.access)(folder, promises_.constants.W_OK);
    }
    catch (error) {
        if ((0,user_error/* codeOf */.$N)(error) === 'ENOENT' && (0,external_node_path_.dirname)(folder) !== folder)
            return mustTakeFiles((0,external_node_path_.dirname)(folder));
        throw new user_error/* UserError */.yo(`${folder} can't be written: ${(0,user_error/* codeOf */.$N)(error) ?? (0,user_error/* messageOf */.bD)(error)}`, {
            fix: 'Choose an `output-directory` the job may write to.',
        });
    }
}

// EXTERNAL MODULE: ./build/actions/shared/files/exists.js
var exists = __webpack_require__(89390);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./build/actions/shared/go/cgo/constraints.js



/** Systems that are not Linux (go/build, `syslist.go`). */
const systems = 'aix|android|darwin|dragonfly|freebsd|hurd|illumos|ios|js|nacl|netbsd|openbsd|plan9|solaris|wasip1|windows|zos';
/** Processors, as they stand behind a system in a file's name (the same list). */
const processors = '386|amd64|amd64p32|arm|armbe|arm64|arm64be|loong64|mips|mipsle|mips64|mips64le|mips64p32|mips64p32le|ppc|ppc64|ppc64le|riscv|riscv64|s390|s390x|sparc|sparc64|wasm';
/** Names of files that count on another system only. */
const otherSystems = new RegExp(`_(?:${systems})(?:_(?:${processors}))?\\.go$`);
const otherSystem = new RegExp(`^(?:${systems})$`);
/**
 * Whether other packages or files may count when cgo is switched off, as seen from a listing with cgo on: a package
 * outside the standard library imports "C", or a file of one is left out by a constraint that names cgo.
 *
 * Where neither is so, the listing is the same without cgo but for the standard library, and Go need not be asked twice.
 */
async function dependsOnCgo(packages) {
    const foreign = packages.filter(({ standard }) => !standard);
    if (foreign.some(({ cgoFiles }) => cgoFiles.length > 0))
        return true;
    const files = foreign.flatMap(({ directory, ignoredFiles }) => ignoredFiles.filter((name) => !otherSystems.test(name)).map((name) => (0,external_node_path_.join)(directory, name)));
    const named = await Promise.all(files.map(namesCgo));
    return named.includes(true);
}
/**
 * Whether a package may be another one with cgo switched on: a file of its folder imports "C", or has a constraint that names
 * cgo. Of what makes a file count it looks at the system alone, so it may say yes where Go would say no, never the other way round. Throws
 * what the file system says.
 */
function mayUseCgo(directory) {
    const files = (0,external_node_fs_.readdirSync)(directory).filter((name) => /(?<!_test)\.go$/.test(name) && !otherSystems.test(name));
    return files.some((name) => {
        const bytes = (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(directory, name));
        // Few files hold either, and turning all into text takes longer than reading them.
        if (!bytes.includes('"C"') && !bytes.includes('cgo'))
            return false;
        const text = bytes.toString();
        return (importsC(text) || constraintNamesCgo(text)) && !isForOthers(text);
    });
}
/** Imports stand before every other declaration (go.dev/ref/spec, "Source file organization"), C in comments above them. */
function importsC(text) {
    const code = text.replaceAll(/\/\/.*|\/\*[\s\S]*?\*\//g, ' ');
    const [head = ''] = code.split(/^\s*(?:func|var|const|type)\b/m, 1);
    return /(?:^|[\s(;])"C"/.test(head);
}
async function namesCgo(path) {
    return constraintNamesCgo(await (0,promises_.readFile)(path, 'utf8'));
}
function constraintNamesCgo(text) {
    return /^\/\/\s*(?:go:build|\+build)\b.*\bcgo\b/m.test(constraintsOf(text));
}
/** Whether a file asks for another system: one of several conditions that must all hold. */
function isForOthers(text) {
    const [, line = ''] = /^\/\/go:build (.+)$/m.exec(constraintsOf(text)) ?? [];
    const terms = line.split('&&').map((term) => term.trim());
    return terms.every((term) => /^!?[\w.]+$/.test(term)) && terms.some((term) => otherSystem.test(term));
}
/** Constraints stand before the package clause (go.dev/pkg/cmd/go, "Build constraints"). */
function constraintsOf(text) {
    return text.split(/^package\s/m, 1)[0] ?? '';
}

// EXTERNAL MODULE: ./build/actions/shared/go/kept.js
var kept = __webpack_require__(57083);
// EXTERNAL MODULE: ./build/actions/shared/json/json.js
var json = __webpack_require__(65977);
;// CONCATENATED MODULE: ./build/actions/go-static-build/src/build/linked.js





/**
 * What the programs of a platform import, with `cgo: false` from the account of the call that compiled them; Go is asked
 * only where that will not do, for it takes its time for a listing.
 */
async function importsOf(go, { cgo }, prepared, infos) {
    const imports = go.last()?.imports;
    const { settings } = go;
    const packages = cgo === 'false' && imports !== undefined ? await linkedPackages({ imports, infos, settings }) : undefined;
    return packages === undefined ? prepared.imports() : { packages, leftOut: [] };
}
const plainFile = 'seatrial-without-cgo.json';
/**
 * The packages of a build whose programs were compiled without cgo, and could not be others with it. Undefined where Go must
 * be asked: a package may hold C code, or where its files are is not plain to see (a workspace, a vendor folder, a module
 * replaced by a folder, a module named like a part of the standard library).
 */
async function linkedPackages({ imports, infos, settings, }) {
    const homes = await homesOf(infos, settings);
    if (homes === undefined)
        return undefined;
    const plain = await plainPackages(settings.buildCache);
    const packages = [];
    for (const [importPath, imported] of imports) {
        const home = homes.find(({ path }) => `${importPath}/`.startsWith(`${path}/`));
        if (home !== undefined && !plain.holds(home, importPath.slice(home.path.length)))
            return undefined;
        const [module, own, standard] = [home?.path ?? '', home?.own === true, home === undefined];
        packages.push({ importPath, imports: imported, standard, module, own });
    }
    await plain.keep();
    return packages;
}
/** Packages without a trace of cgo. Those of a module's version stay what they are, and are remembered beside Go's cache. */
async function plainPackages(buildCache) {
    const known = new Set((0,json/* textsOf */.CB)(await (0,kept/* readKept */.D)(buildCache, plainFile)));
    const seen = new Set();
    return {
        holds: ({ own, folder }, below) => {
            const path = (0,external_node_path_.join)(folder, below);
            if (!own)
                seen.add(path);
            return known.has(path) || isPlain(path);
        },
        // Only what this build knows: what versions before it held, nobody asks again.
        keep: async () => {
            if (![...seen].every((path) => known.has(path)))
                await (0,kept/* keep */.a)(buildCache, plainFile, [...seen]);
        },
    };
}
/** A module's path may be the beginning of another one's: the longest is the one a package belongs to. */
async function homesOf(infos, { module, moduleCache, workspace }) {
    const root = (0,external_node_path_.dirname)(module);
    if (workspace !== '' || (await (0,exists/* exists */.t)((0,external_node_path_.join)(root, 'vendor'))))
        return undefined;
    const homes = new Map();
    for (const info of infos) {
        homes.set(info.module, { path: info.module, own: true, folder: root });
        for (const one of info.dependencies) {
            const folder = folderOf(one);
            if (folder === undefined)
                return undefined;
            homes.set(one.path, { path: one.path, own: false, folder: (0,external_node_path_.join)(moduleCache, folder) });
        }
    }
    // The standard library is told by the dot that the first element of its paths lacks.
    if ([...homes.keys()].some((path) => !/^[^/]+\.[^/]+(?:\/|$)/.test(path)))
        return undefined;
    return [...homes.values()].sort((a, b) => b.path.length - a.path.length);
}
/** Where the module cache keeps a module, an upper-case letter as `!` and its small one (golang.org/x/mod/module, EscapePath). */
function folderOf(module) {
    const { path, version } = module.replacement ?? module;
    if (version === '')
        return undefined;
    return `${path}@${version}`.replaceAll(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
}
function isPlain(folder) {
    try {
        return !mayUseCgo(folder);
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/actions/shared/go/packages.js
var go_packages = __webpack_require__(50638);
// EXTERNAL MODULE: ./build/actions/shared/go/report-folder.js
var report_folder = __webpack_require__(1514);
// EXTERNAL MODULE: ./build/actions/shared/units/duration.js
var duration = __webpack_require__(39794);
;// CONCATENATED MODULE: ./build/actions/go-static-build/src/plan/flags.js


/** No symbol table and no debug information: about a third less, and stack traces stay as they are. */
const defaultLdflags = ['-s', '-w'];
/** Linker flags whose value may stand in a word of its own. */
const takesValue = new Set(['-X', '-extldflags', '-linkmode', '-extld', '-buildid', '-r']);
/**
 * Reads the `ldflags` input. What can only have meant one thing is mended, and said; the rest is refused.
 *
 * Throws a UserError for flags that can't work.
 */
function checkLdflags(given, trimpath) {
    if (given === undefined)
        return { ldflags: defaultLdflags, trimpath, mended: [] };
    const kept = [];
    const mended = [];
    let trim = trimpath;
    const words = split(given);
    for (let at = 0; at < words.length; at += 1) {
        const word = words[at] ?? '';
        const name = word.replace(/^--/, '-');
        if (/^-trimpath(?:=|$)/.test(name)) {
            trim = true;
            mended.push('`-trimpath` was moved out of `ldflags`: it is a flag of `go build`, and the linker fails on it. Write `trimpath: true`.');
        }
        else if (name === '-a') {
            mended.push('`-a` was taken out of `ldflags`: it compiles everything anew on every run, for the same bytes.');
        }
        else {
            refuseWrong(name, words[at + 1]);
            kept.push(word);
            if (!takesValue.has(name))
                continue;
            at += 1;
            kept.push(words[at] ?? '');
        }
    }
    return { ldflags: kept, trimpath: trim, mended };
}
function split(given) {
    try {
        return splitFlags(given.join(' '));
    }
    catch (error) {
        throw new user_error/* UserError */.yo(`input "ldflags": ${error instanceof Error ? error.message : String(error)}`, {
            fix: 'Close the quote; Go takes single or double quotes around a whole flag and knows no escapes.',
        });
    }
}
function refuseWrong(name, next) {
    if (/^-ldflags(?:=|$)/.test(name)) {
        throw new user_error/* UserError */.yo('input "ldflags" holds `-ldflags` itself', {
            fix: 'Write only what stands inside the quotes: `ldflags: -s -w`.',
        });
    }
    if (name === '-static') {
        throw new user_error/* UserError */.yo('input "ldflags" holds `-static`, which is a flag of the C linker, not of Go’s', {
            fix: 'With `cgo: false` leave it out: Go links statically by itself. With cgo write `-linkmode=external` and `"-extldflags=-static"`.',
        });
    }
    const stamp = /^-X(?:=(.*))?$/s.exec(name);
    if (stamp !== null && !/^[^=\s]+\.[^=.\s]+=/.test(stamp[1] ?? next ?? '')) {
        throw new user_error/* UserError */.yo(`input "ldflags": \`-X ${stamp[1] ?? next ?? ''}\` stamps nothing`, {
            fix: 'Write `-X import/path.variable=value`, or use the input `version-variables`.',
        });
    }
}
/** The same flags for a program that keeps its symbol table; debug information (`-w`) stays out, it costs the most time. */
function withSymbols(ldflags) {
    const strips = (word, before) => /^--?[sw](?:=true)?$/.test(word) && !takesValue.has(before.replace(/^--/, '-'));
    return ['-w', ...ldflags.filter((word, at) => !strips(word, ldflags[at - 1] ?? ''))];
}
/** What `-extldflags` asks the C linker for; undefined when it is not there. */
function extldflags(ldflags) {
    return flagValue(ldflags, '-extldflags');
}
/** Whether the C linker was told to link statically. */
function asksForStatic(ldflags) {
    return /(?:^|\s)-{1,2}static(?:-pie)?(?=\s|$)/.test(extldflags(ldflags) ?? '');
}
/**
 * Takes out what only makes sense with cgo.
 *
 * Throws a UserError when external linking is asked for without cgo.
 */
function withoutCgoFlags(checked) {
    const { ldflags } = checked;
    if (flagValue(ldflags, '-linkmode') === 'external') {
        throw new user_error/* UserError */.yo('`-linkmode=external` needs cgo, and cgo is off', {
            fix: 'Leave it out of `ldflags` (Go links statically by itself), or set `cgo: true`.',
        });
    }
    if (extldflags(ldflags) === undefined)
        return checked;
    const at = ldflags.findIndex((word) => /^--?extldflags(?:=|$)/.test(word));
    const width = (ldflags[at] ?? '').includes('=') ? 1 : 2;
    return {
        ...checked,
        ldflags: ldflags.toSpliced(at, width),
        mended: [
            ...checked.mended,
            '`-extldflags` was taken out of `ldflags`: cgo is off, no C linker runs, and Go links statically by itself.',
        ],
    };
}
function flagValue(words, name) {
    for (const [at, word] of words.entries()) {
        const plain = word.replace(/^--/, '-');
        if (plain === name)
            return words[at + 1];
        if (plain.startsWith(`${name}=`))
            return plain.slice(name.length + 1);
    }
    return undefined;
}

// EXTERNAL MODULE: ./build/actions/shared/go/source/tokens.js
var tokens = __webpack_require__(99475);
;// CONCATENATED MODULE: ./build/actions/shared/go/source/variables.js

const isEnd = ({ kind }) => kind === 'end';
const isSign = (sign) => (piece) => piece.kind === 'sign' && piece.text === sign;
/**
 * The package variables that the linker's `-X` can set: of type string, without a value or with one that is a constant
 * expression (cmd/link, `-X`). Anything else it passes over without a word, or is set anew when the program starts.
 *
 * `sources`: the files of one package. Constants of other packages are not known, and a value with one counts as none.
 */
function stringVariables(sources) {
    const files = sources.map((source) => (0,tokens/* splitAt */.gI)((0,tokens/* piecesOf */.Xe)(source), isEnd));
    const all = (keyword) => files.flatMap((file) => declaredBy(file, keyword));
    const texts = all('const').filter(({ type }) => type.length === 0 || isString(type));
    const constants = new Map(texts.map(({ name, value = [] }) => [name, value]));
    const settable = ({ type, value }) => {
        if (type.length > 0 && !isString(type))
            return false;
        return value === undefined ? isString(type) : isText(value, constants);
    };
    return new Set(all('var').flatMap((one) => (settable(one) ? [one.name] : [])));
}
/** What the top of a file declares with a keyword, alone or in a group. */
function declaredBy(statements, keyword) {
    return statements.flatMap(([first, ...rest]) => {
        if (first?.kind !== 'word' || first.text !== keyword)
            return [];
        const [group] = rest;
        const specs = group?.kind === 'group' ? (0,tokens/* splitAt */.gI)(group.inner, isEnd) : [rest];
        let before = [];
        return specs.flatMap((spec) => {
            const found = namesOf(spec);
            // A constant without a value repeats the one above (go.dev/ref/spec, "Constant declarations").
            const repeats = keyword === 'const' && found.every(({ value }) => value === undefined);
            if (!repeats)
                before = found;
            return repeats ? found.map((one, at) => ({ ...one, ...before[at], name: one.name })) : found;
        });
    });
}
function namesOf(spec) {
    const [head = [], values] = (0,tokens/* splitAt */.gI)(spec, isSign('='));
    const parts = (0,tokens/* splitAt */.gI)(head, isSign(','));
    const type = parts.at(-1)?.slice(1) ?? [];
    const given = values === undefined ? undefined : (0,tokens/* splitAt */.gI)(values, isSign(','));
    return parts.flatMap(([name], at) => name?.kind === 'word'
        ? [{ name: name.text, type, value: given === undefined ? undefined : (given[at] ?? []) }]
        : []);
}
function isString(type) {
    return type.length === 1 && type[0]?.kind === 'word' && type[0].text === 'string';
}
/** Whether an expression is a constant string: literals and string constants, added up, in brackets or converted. */
function isText(expression, constants) {
    return (0,tokens/* splitAt */.gI)(expression, isSign('+')).every((part) => {
        const [first, second, ...more] = part[0]?.text === 'string' ? part.slice(1) : part;
        if (first === undefined || second !== undefined || more.length > 0)
            return false;
        if (first.kind === 'group')
            return first.text === '(' && isText(first.inner, constants);
        if (first.kind !== 'word')
            return first.kind === 'string';
        const value = constants.get(first.text);
        // A constant can't lead to itself; source that is wrong may say so.
        return (value !== undefined && isText(value, new Map([...constants].filter(([name]) => name !== first.text))));
    });
}

;// CONCATENATED MODULE: ./build/actions/go-static-build/src/stamp/places.js


/** What a main package usually calls what is stamped. */
const inMain = {
    version: '{version}',
    commit: '{commit}',
    date: '{date}',
};
/** The same in a package that exists for it, where the names are exported more often than not. */
const inPackage = {
    ...inMain,
    Version: '{version}',
    Commit: '{commit}',
    GitCommit: '{commit}',
    Revision: '{commit}',
    Date: '{date}',
    BuildDate: '{date}',
};
/** Folders of a module that programs usually keep their version in. */
const folders = ['version', 'internal/version', 'pkg/version', 'buildinfo', 'internal/buildinfo'];
/**
 * The module's own version packages, found by their folders: the linker passes over what a program does not import, so
 * nobody needs to know whether it does.
 */
async function versionHomes({ own, module, importPath, directory, }) {
    const root = directory.slice(0, directory.length - (importPath.length - module.length));
    if (!own || !`${importPath}/`.startsWith(`${module}/`))
        return [];
    const found = folders.map(async (folder) => {
        const names = await (0,promises_.readdir)((0,external_node_path_.join)(root, folder)).catch(() => []);
        const sources = names.filter((name) => name.endsWith('.go') && !name.endsWith('_test.go'));
        return { importPath: `${module}/${folder}`, files: sources.map((name) => (0,external_node_path_.join)(root, folder, name)) };
    });
    return (await Promise.all(found)).filter(({ files }) => files.length > 0);
}
/** The variables that are stamped when nothing else is asked for, as far as they turn out to be declared. */
function usualVariables(homes) {
    const of = (home, names) => Object.entries(names).map(([name, template]) => [`${home}.${name}`, template]);
    return new Map([...of('main', inMain), ...homes.flatMap(({ importPath }) => of(importPath, inPackage))]);
}

;// CONCATENATED MODULE: ./build/actions/go-static-build/src/stamp/version.js

/**
 * Version, commit and date of a build.
 *
 * Without a tag the version is what Go calls an untagged commit (`v0.0.0-<UTC time>-<12 digits>`, go.dev/ref/mod
 * "Pseudo-versions"). A module in a sub-folder is tagged `folder/v1.2.3`, and its version is what follows the folder.
 */
function stampOf(facts, given, moduleFolder) {
    const { commit, seconds } = facts;
    const time = seconds === undefined ? undefined : new Date(seconds * 1000).toISOString();
    return {
        version: given ?? tagVersion(facts.tag, moduleFolder) ?? pseudoVersion(commit, time),
        commit,
        date: time === undefined ? '' : time.replace(/\.\d+Z$/, 'Z'),
    };
}
function tagVersion(tag, moduleFolder) {
    if (tag === undefined || tag === '')
        return undefined;
    const prefix = moduleFolder === '' ? '' : `${moduleFolder}/`;
    return tag.startsWith(prefix) ? tag.slice(prefix.length) : tag;
}
function pseudoVersion(commit, time) {
    if (commit === '')
        return 'devel';
    const short = commit.slice(0, 12);
    if (time === undefined)
        return `v0.0.0-${short}`;
    return `v0.0.0-${time.replaceAll(/\D/g, '').slice(0, 14)}-${short}`;
}
/** Asks the runner, then git, which commit is built; what neither knows stays empty. */
async function commitFacts(context, directory) {
    const { env } = context;
    const tag = env['GITHUB_REF_TYPE'] === 'tag' ? env['GITHUB_REF_NAME'] : undefined;
    const head = await git(context, directory, ['show', '-s', '--format=%H %ct', 'HEAD']);
    const [commit = '', seconds = ''] = head?.trim().split(' ') ?? [];
    return {
        commit: commit || (env['GITHUB_SHA'] ?? ''),
        seconds: /^\d+$/.test(seconds) ? Number(seconds) : undefined,
        tag,
    };
}
async function git({ exec }, cwd, args) {
    try {
        // A checkout made by another user (containers) is refused by git; reading the commit of our own workspace is safe.
        const { code, stdout } = await exec('git', ['-c', 'safe.directory=*', '-C', cwd, ...args]);
        return code === 0 ? stdout : undefined;
    }
    catch {
        // No git on this runner: the version then has no time in it.
        return undefined;
    }
}
/** The module's folder within the repository, with slashes; empty at its root. */
function moduleFolder(goMod, workspace) {
    if (goMod === '')
        return '';
    const folder = (0,external_node_path_.relative)(workspace, goMod.replace(/[/\\]?go\.mod$/, ''));
    return folder.startsWith('..') ? '' : folder.replaceAll('\\', '/');
}
/**
 * Fills the placeholders of a value for `version-variables`.
 *
 * Throws an Error that names a placeholder nobody knows.
 */
function fillPlaceholders(template, stamp) {
    const known = {
        version: stamp.version,
        commit: stamp.commit,
        'short-commit': stamp.commit.slice(0, 12),
        date: stamp.date,
    };
    return template.replaceAll(/\{([\w-]+)\}/g, (_, name) => {
        const value = known[name];
        if (value === undefined) {
            throw new Error(`{${name}} is unknown; there are ${Object.keys(known)
                .map((one) => `{${one}}`)
                .join(', ')}`);
        }
        return value;
    });
}

;// CONCATENATED MODULE: ./build/actions/go-static-build/src/stamp/stamp.js






/**
 * Turns `version-variables` into `-X` flags.
 *
 * The linker ignores a variable that does not exist, is a constant or is set by a call, and the release goes out as
 * "dev". So each is looked up in the sources first: the usual ones are stamped only where they stand, those asked for by
 * name are reported when they don't.
 */
async function stampFlags({ mains, imports }, wanted, stamp) {
    const [first] = mains;
    const homes = wanted === undefined && first !== undefined ? await versionHomes(first) : [];
    const templates = wanted ?? usualVariables(homes);
    const programs = { importPath: 'main', files: mains.flatMap(filesOf) };
    const declared = declarations([programs, ...homes], imports);
    const checked = await Promise.all([...templates].map(async ([variable, template]) => ({
        variable,
        value: fill(variable, template, stamp),
        stands: await stands(variable, declared),
    })));
    const used = checked.filter(({ stands }) => stands);
    return {
        flags: used.flatMap(({ variable, value }) => ['-X', `${variable}=${value}`]),
        missing: wanted === undefined ? [] : checked.filter(({ stands }) => !stands).map(({ variable }) => variable),
    };
}
function fill(variable, template, stamp) {
    try {
        return fillPlaceholders(template, stamp);
    }
    catch (error) {
        throw new user_error/* UserError */.yo(`input "version-variables": ${variable}=${template}: ${(0,user_error/* messageOf */.bD)(error)}`, {
            fix: 'Correct the placeholder.',
        });
    }
}
function filesOf({ directory, goFiles, cgoFiles }) {
    return [...goFiles, ...cgoFiles].map((name) => (0,external_node_path_.join)(directory, name));
}
/** Finds the variables of a package that can be set; each package is read once, for all who ask. */
function declarations(homes, imports) {
    const own = new Map(homes.map(({ importPath, files }) => [importPath, files]));
    const known = new Map();
    const imported = async (home) => {
        const { packages } = await imports();
        return read(packages.filter(({ importPath }) => importPath === home).flatMap(filesOf));
    };
    const readHome = (home) => {
        const files = own.get(home);
        return files === undefined ? imported(home) : read(files);
    };
    return (home) => {
        const found = known.get(home) ?? readHome(home);
        known.set(home, found);
        return found;
    };
}
async function read(files) {
    const texts = await Promise.all(files.map((path) => (0,promises_.readFile)(path, 'utf8')));
    return stringVariables(texts);
}
/** Whether the linker can set a variable: in a main package that is built, or in the package that is named. */
async function stands(variable, declared) {
    const dot = variable.lastIndexOf('.');
    const [home, name] = [variable.slice(0, dot), variable.slice(dot + 1)];
    if (dot < 1 || !/^\w+$/.test(name)) {
        throw new user_error/* UserError */.yo(`input "version-variables": "${variable}" names no variable`, {
            fix: 'Write `import/path.variable={version}`; the main package is called `main`.',
        });
    }
    return (await declared(home)).has(name);
}

;// CONCATENATED MODULE: ./build/actions/go-static-build/src/plan/paths.js


/** A path the way the next steps of the job read it: relative to the workspace where it lies inside. */
function shown({ workspace }, path) {
    const inside = (0,external_node_path_.relative)(workspace, path);
    return inside.startsWith('..') ? path : inside;
}
/** The program's name, with the platform behind it where it is built for several. */
function fileName(built, { name, platform }) {
    const several = new Set(built.map((one) => (0,plan_platform/* platformName */.$r)(one.target.platform))).size > 1;
    return several ? `${name}-${(0,plan_platform/* platformName */.$r)(platform).replaceAll('/', '-')}` : name;
}

;// CONCATENATED MODULE: ./build/actions/go-static-build/src/plan/programs.js


/**
 * The name `go build` gives a program: the last element of its import path, without a major version (`/v2`).
 *
 * Source: `DefaultExecName` in cmd/go/internal/load.
 */
function programName(importPath) {
    const elements = importPath.split('/');
    const last = elements.at(-1) ?? '';
    return /^v[2-9]\d*$|^v1\d+$/.test(last) ? (elements.at(-2) ?? last) : last;
}
/**
 * The main packages among those that were asked for.
 *
 * Throws a UserError when there is none, or when two would get the same name.
 */
function mainPackages(packages, asked) {
    const mains = packages.filter(({ name, dependency }) => name === 'main' && !dependency);
    if (mains.length === 0)
        throw nothingToBuild(packages, asked);
    if (asked.length === 0 && mains.length > 1)
        throw severalPrograms(mains);
    for (const name of new Set(mains.map(({ importPath }) => programName(importPath)))) {
        const same = mains.filter(({ importPath }) => programName(importPath) === name);
        if (same.length === 1)
            continue;
        throw new user_error/* UserError */.yo(`${same.length} programs are called ${name}: ${same.map(({ importPath }) => importPath).join(', ')}`, {
            fix: 'Choose one with `packages`, and build the other in a step of its own with another `output-directory`.',
        });
    }
    return mains;
}
/** Which one ships is nobody's guess: a wrong one would go to production under the right one's name. */
function severalPrograms(mains) {
    const shown = mains.slice(0, 5).map(({ importPath }) => importPath);
    const more = mains.length > shown.length ? ` and ${mains.length - shown.length} more` : '';
    return new user_error/* UserError */.yo(`the module has ${mains.length} programs: ${shown.join(', ')}${more}`, {
        fix: `Choose with \`packages\`: one, such as \`packages: ${shown[0]}\`, or all of them with \`packages: ./...\`.`,
    });
}
function nothingToBuild(packages, asked) {
    const libraries = packages.filter(({ dependency }) => !dependency).map(({ importPath }) => importPath);
    if (asked.length === 0) {
        return new user_error/* UserError */.yo('the module has no main package, so there is nothing to build', {
            fix: 'Point `working-directory` at the module of the program, or use quality-gate alone for a library.',
        });
    }
    const found = libraries.length > 0 ? `only ${libraries.slice(0, 3).join(', ')}` : 'and nothing else either';
    return new user_error/* UserError */.yo(`\`packages\` names no main package, ${found}`, {
        fix: 'Name the folder that holds `func main`, such as `./cmd/server`, or leave `packages` out to build them all.',
    });
}
/** What is built for one platform into a folder. */
function targetsOf(mains, platform, folder) {
    return mains.map(({ importPath }) => {
        const name = programName(importPath);
        return { importPath, name, platform, path: (0,external_node_path_.join)(folder, name) };
    });
}

;// CONCATENATED MODULE: ./build/actions/go-static-build/src/plan/plan.js








/** Decides what is built, where it goes and what it is stamped with. */
async function planOf(inputs, context, go, prepared, facts) {
    const folder = inputs.outputDirectory ?? (0,external_node_path_.join)(inputs.workingDirectory, 'bin');
    const targets = prepared.flatMap(({ mains, platform }) => targetsOf(mains, platform, prepared.length === 1 ? folder : (0,external_node_path_.join)(folder, (0,plan_platform/* platformName */.$r)(platform))));
    const stamp = stampOf(facts, inputs.version, moduleFolder(go.settings.module, context.workspace));
    const [first] = prepared;
    const stamps = first === undefined
        ? { flags: [], missing: [] }
        : await stampFlags(first, inputs.versionVariables, stamp);
    const missing = stamps.missing.map(notStamped);
    for (const message of missing)
        context.report.annotate({ level: 'warning', title: 'not stamped', message });
    const mended = new Set([...go.mended, ...prepared.flatMap(({ flags }) => flags.mended)]);
    return { prepared, targets, stamp, stampFlags: stamps.flags, notes: [...mended, ...missing] };
}
/** What there is to say once it is known what the programs import. */
function leftOutNotes(imports) {
    return [...new Set(imports.flatMap(({ leftOut }) => leftOut).map(leftOutNote))];
}
function notStamped(variable) {
    return `\`version-variables\` names ${variable}, which is no string variable the linker can set; it was left out. Declare it as \`var … string\`.`;
}
function leftOutNote(importPath) {
    return `${importPath} has C code that is left out with \`cgo: false\`; make sure it works without (some, like go-sqlite3, compile and then fail when used).`;
}
/** Says what would be run. */
function dryRun(inputs, context, plan) {
    const lines = plan.prepared.map((one) => `${Object.entries(one.env)
        .map(([name, value]) => `${name}=${value}`)
        .join(' ')} go ${argumentsOf(one, inputs, plan, '…').join(' ')}`);
    for (const line of [...lines, ...plan.notes.map((note) => `note: ${note}`)])
        context.log.info(line);
    const paths = plan.targets.map(({ path }) => shown(context, path));
    context.report.summary(`### Would build ${paths.join(', ')}\n\n${lines.map((line) => `    ${line}`).join('\n')}`);
}
/** The `go build` of one platform. */
function argumentsOf(one, inputs, plan, folder) {
    try {
        return buildArguments(one, inputs.tags, plan.stampFlags, folder);
    }
    catch (error) {
        throw new user_error/* UserError */.yo(`a linker flag can't be handed to Go: ${(0,user_error/* messageOf */.bD)(error)}`, {
            fix: 'Take one kind of quotes out of `ldflags`, `version` or `version-variables`.',
        });
    }
}

;// CONCATENATED MODULE: ./build/actions/go-static-build/src/build/twin.js






/**
 * Links every stripped program once more with its symbol table: nothing is compiled for it, the code is the same, and
 * only linking takes its time. A program that is not stripped is its own twin.
 */
async function linkTwins(inputs, context, go, plan, built, staging) {
    const began = context.now();
    const found = new Map();
    for (const one of plan.prepared) {
        const own = built.filter(({ prepared }) => prepared === one);
        const folder = (0,external_node_path_.join)(staging, 'twin', (0,plan_platform/* platformName */.$r)(one.platform));
        if (own.some(({ stripped }) => stripped)) {
            const twin = unstripped(one);
            await build(go, twin, argumentsOf(twin, inputs, plan, folder), folder);
        }
        for (const each of own)
            found.set(each, each.stripped ? (0,external_node_path_.join)(folder, each.target.name) : each.staged);
    }
    const took = (0,duration/* formatDuration */.a)(context.now() - began);
    if (built.some(({ stripped }) => stripped))
        context.log.info(`linked once more, with symbols: ${took}`);
    return found;
}
function unstripped(prepared) {
    const { flags } = prepared;
    return { ...prepared, flags: { ...flags, ldflags: withSymbols(flags.ldflags) } };
}

// EXTERNAL MODULE: ./build/actions/shared/elf/sections.js
var elf_sections = __webpack_require__(6332);
;// CONCATENATED MODULE: ./build/actions/go-static-build/src/reproducible/difference.js
const linkerNotes = new Set(['.note.gnu.build-id', '.note.go.buildid']);
const date = /\b\d\d:\d\d:\d\d\b|\b20\d\d-[01]\d-[0-3]\d|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* +\d+,? +20\d\d/;
/**
 * Names what two builds of one program differ by, the most telling first; empty when they are the same, byte for byte.
 *
 * `cPackages` are the packages with C in them.
 */
function causesOf(first, second, cPackages) {
    if (first.bytes.equals(second.bytes))
        return [];
    const places = differences(first, second);
    const found = [
        ...settingCauses(first.info, second.info),
        ...pathCause(first, second, cPackages),
        ...timeCause(places, cPackages),
        ...noteCause(places),
    ];
    return found.length > 0 ? found : [lastCause(places, cPackages)];
}
function settingCauses(first, second) {
    const names = [...new Set([...first.settings.keys(), ...second.settings.keys()])];
    return names
        .filter((name) => first.settings.get(name) !== second.settings.get(name))
        .map((name) => {
        const values = `${first.settings.get(name) ?? 'nothing'} and then ${second.settings.get(name) ?? 'nothing'}`;
        return name.startsWith('vcs.')
            ? {
                cause: 'vcs',
                text: `the commit that Go stamps differs: ${name} is ${values}`,
                fix: 'Build from a whole checkout without changes, or leave the stamp out with `env: GOFLAGS=-buildvcs=false`.',
            }
            : {
                cause: 'setting',
                text: `the build setting ${name} differs: ${values}`,
                fix: `Take out of it what depends on the folder or the moment of the build.`,
            };
    });
}
/** The folder of the build stands in the binary. */
function pathCause(first, second, cPackages) {
    const at = first.bytes.indexOf(first.directory);
    if (at < 0 || second.bytes.indexOf(second.directory) < 0)
        return [];
    const found = `the folder of the build stands in it: ${textAround(first.bytes, at)}`;
    if (first.info.settings.get('-trimpath') !== 'true') {
        return [{ cause: 'path', text: `${found} (\`trimpath\` is off)`, fix: 'Set `trimpath: true`.' }];
    }
    const fix = cPackages.length > 0
        ? `Look for \`\${SRCDIR}\` in the \`#cgo\` lines of ${cPackages.join(', ')}, and for __FILE__ in its C code.`
        : 'Look for the path among `ldflags` and `env`.';
    return [{ cause: 'path', text: found, fix }];
}
function timeCause(places, cPackages) {
    const place = places.find(({ first, second }) => date.test(first) && date.test(second));
    if (place === undefined)
        return [];
    const where = cPackages.length > 0 ? `__DATE__ and __TIME__ in the C code of ${cPackages.join(', ')}` : 'it';
    return [
        {
            cause: 'timestamp',
            text: `the time of the build stands in ${place.section}: "${place.first}" and then "${place.second}"`,
            fix: `Take ${where} out, or use the time of the commit (\`{date}\` of \`version-variables\`).`,
        },
    ];
}
/** Everything else is the same, and only an identifier that the linker drew differs. */
function noteCause(places) {
    if (!places.every(({ section }) => linkerNotes.has(section)))
        return [];
    const sections = [...new Set(places.map(({ section }) => section))].join(' and ');
    return [
        {
            cause: 'build-id',
            text: `only the build identifier differs (${sections})`,
            fix: 'Look for `--build-id=uuid` among `-extldflags`, and for `-buildid` and `-B` in `ldflags`: leave them out, or give a fixed value.',
        },
    ];
}
function lastCause(places, cPackages) {
    const sections = [...new Set(places.map(({ section }) => section))].slice(0, 5).join(', ');
    const example = places.find(({ first }) => first.length > 3);
    const shown = example === undefined ? '' : `, such as "${example.first}" and then "${example.second}"`;
    if (cPackages.length > 0) {
        return {
            cause: 'c',
            text: `${sections} differ${shown}, and C is compiled in (${cPackages.join(', ')})`,
            fix: 'Look for random seeds, counters and file lists of no fixed order in how the C code is made.',
        };
    }
    return {
        cause: 'unknown',
        text: `${sections} differ${shown}`,
        fix: 'Look for generated sources and embedded files that are written during the build.',
    };
}
/** The sections that differ; within each, the text around the bytes that do. */
function differences(first, second) {
    const found = [];
    for (const section of first.sections) {
        const twin = second.sections.find(({ name }) => name === section.name);
        const a = first.bytes.subarray(section.offset, section.offset + section.size);
        const b = twin === undefined ? Buffer.alloc(0) : second.bytes.subarray(twin.offset, twin.offset + twin.size);
        if (section.size === 0 || a.equals(b))
            continue;
        for (const at of firstDifferences(a, b)) {
            found.push({ section: section.name, first: textAround(a, at), second: textAround(b, at) });
        }
    }
    return found.length > 0 ? found : [{ section: 'the headers', first: '', second: '' }];
}
/** A few places that differ, far enough apart to be different things. */
function firstDifferences(a, b) {
    const found = [];
    const length = Math.min(a.length, b.length);
    for (let at = 0; at < length && found.length < 20; at += 1) {
        if (a[at] === b[at])
            continue;
        found.push(at);
        at += 64;
    }
    return found.length > 0 ? found : [length];
}
/** The printable text that stands around a byte, at most 60 characters to each side. */
function textAround(bytes, at) {
    const printable = (index) => {
        const byte = bytes[index];
        return byte !== undefined && byte >= 0x20 && byte < 0x7f;
    };
    if (!printable(at))
        return '';
    let [from, to] = [at, at];
    while (printable(from - 1) && at - from < 60)
        from -= 1;
    while (printable(to + 1) && to - at < 60)
        to += 1;
    return bytes.toString('latin1', from, to + 1);
}

;// CONCATENATED MODULE: ./build/actions/go-static-build/src/reproducible/later.js
/**
 * What makes a program that came out the same twice differ from one that is built tomorrow, or by somebody else: a
 * moment of this run among the stamps, and changes that are in no commit.
 */
function laterCauses({ settings }, stamps, commitDate, now) {
    const found = [];
    if (settings.get('vcs.modified') === 'true') {
        found.push({
            cause: 'vcs',
            text: 'it was built from changes that are in no commit (vcs.modified)',
            fix: 'Commit them, or have earlier steps write outside the checkout; `git status` names the files.',
        });
    }
    const stamp = stamps.find((one) => one !== '-X' && isOfThisRun(one, commitDate, now));
    if (stamp !== undefined) {
        found.push({
            cause: 'timestamp',
            text: `the time of this run is stamped into it: ${stamp}`,
            fix: 'Stamp the time of the commit instead: `{date}` in `version-variables`.',
        });
    }
    return found;
}
const oneDay = 24 * 3600 * 1000;
/** Whether a stamp holds a moment of the last day that is not the commit's. */
function isOfThisRun(stamp, commitDate, now) {
    const value = stamp.slice(stamp.indexOf('=') + 1);
    if (commitDate !== '' && value.includes(commitDate))
        return false;
    const seconds = /\b1[5-9]\d{8}\b|\b2\d{9}\b/.exec(value)?.[0];
    const iso = /\b20\d\d-?[01]\d-?[0-3]\d(?:[T_ ]?[\d:]{4,8}Z?)?/.exec(value)?.[0];
    const moment = seconds === undefined ? Date.parse(isoOf(iso ?? '')) : Number(seconds) * 1000;
    if (Number.isNaN(moment) || moment === Date.parse(commitDate))
        return false;
    return Math.abs(now - moment) < oneDay;
}
/** `20261126_010203` and `2026-11-26 01:02:03` as Date.parse takes them. */
function isoOf(text) {
    const [, year, month, day, rest = ''] = /^(\d{4})-?(\d\d)-?(\d\d)[T_ ]?([\d:]*)Z?$/.exec(text) ?? [];
    if (year === undefined)
        return '';
    const clock = rest.replaceAll(':', '').padEnd(6, '0');
    const time = rest === '' ? '00:00:00' : `${clock.slice(0, 2)}:${clock.slice(2, 4)}:${clock.slice(4, 6)}`;
    return `${year}-${month}-${day}T${time}Z`;
}

// EXTERNAL MODULE: ./build/actions/shared/files/copy-tree.js
var copy_tree = __webpack_require__(43972);
// EXTERNAL MODULE: ./build/actions/shared/go/environment.js
var environment = __webpack_require__(37574);
;// CONCATENATED MODULE: ./build/actions/go-static-build/src/reproducible/second-build.js









/**
 * Copies the sources to another folder and builds them there with the same arguments.
 *
 * Go's compiler gives the same package for the same sources and flags, and its cache goes by that; a C compiler
 * promises nothing of the kind. So programs with C are compiled anew, from an empty cache, and the others are not.
 */
async function secondBuild(inputs, context, go, plan, staging) {
    const root = sourceRoot(context, go);
    // Another depth and another length: a path that gets into the binary shifts it, too.
    const copy = (0,external_node_path_.join)(staging, 'again', 'elsewhere', 'sources');
    await copySources(root, copy, [context.temp, staging, inputs.outputDirectory ?? '']);
    const directory = (0,external_node_path_.join)(copy, (0,external_node_path_.relative)(root, inputs.workingDirectory));
    const cold = plan.prepared.some(({ uses }) => uses.length > 0);
    const env = {
        ...(0,environment/* trustedByGit */.td)(context.env, '*'),
        // The copy shares the repository of the original; nothing is written to it.
        GIT_OPTIONAL_LOCKS: '0',
        ...(0,axes/* axisEnv */.tz)(inputs),
        ...(cold ? { GOCACHE: (0,external_node_path_.join)(staging, 'cold-cache') } : {}),
    };
    const second = await (0,tool/* openGo */.V)({ ...context, workspace: copy }, directory, env);
    const out = (0,external_node_path_.join)(staging, 'second');
    for (const one of plan.prepared) {
        const folder = (0,external_node_path_.join)(out, (0,plan_platform/* platformName */.$r)(one.platform));
        await build(second, one, argumentsOf(one, inputs, plan, folder), folder);
    }
    return { directory, find: (platform, name) => (0,external_node_path_.join)(out, platform, name) };
}
/** What has to be there for the module to compile: the whole checkout, for `replace` and go.work reach beyond a module. */
function sourceRoot({ workspace }, { directory, settings }) {
    const inside = (folder) => !(0,external_node_path_.relative)(folder, directory).startsWith('..');
    if (inside(workspace))
        return (0,external_node_path_.resolve)(workspace);
    const file = settings.workspace || settings.module;
    return file === '' ? directory : (0,external_node_path_.dirname)(file);
}
async function copySources(root, copy, leftOut) {
    const skipped = new Set(leftOut.filter((path) => path !== '').map((path) => (0,external_node_path_.resolve)(path)));
    await (0,copy_tree/* copyTree */.E)(root, copy, (path) => ['.git', 'node_modules'].includes((0,external_node_path_.basename)(path)) || skipped.has((0,external_node_path_.resolve)(path)));
    const repository = (0,external_node_path_.join)(root, '.git');
    if ((await (0,promises_.lstat)(repository).catch(() => undefined)) !== undefined)
        await (0,promises_.symlink)(repository, (0,external_node_path_.join)(copy, '.git'));
}

;// CONCATENATED MODULE: ./build/actions/go-static-build/src/reproducible/reproducible.js









/**
 * Builds everything a second time in another folder and compares byte by byte.
 *
 * Throws a UserError that names what the first program which differs differs by.
 */
async function mustBeReproducible(inputs, context, go, plan, built, staging) {
    const began = context.now();
    const second = await context.log.group('go build once more, in another folder', () => secondBuild(inputs, context, go, plan, staging));
    for (const one of built) {
        const causes = await compare(inputs, context, go, plan, one, second);
        if (causes.length > 0)
            throw notReproducible(one, causes);
    }
    context.log.info(`built twice, the same bytes: ${(0,duration/* formatDuration */.a)(context.now() - began)}`);
}
async function compare(inputs, context, go, plan, one, second) {
    const again = second.find((0,plan_platform/* platformName */.$r)(one.target.platform), one.target.name);
    const cPackages = one.prepared.uses.map(({ importPath }) => importPath);
    const causes = causesOf(await side(go, one.staged, inputs.workingDirectory), await side(go, again, second.directory), cPackages);
    const stamps = [...one.prepared.flags.ldflags, ...plan.stampFlags];
    return [...causes, ...laterCauses(one.info, stamps, plan.stamp.date, context.now())];
}
async function side(go, path, directory) {
    const [bytes, { sections }, info] = await Promise.all([
        (0,promises_.readFile)(path),
        (0,elf_sections/* readElfTables */.V)(path),
        go.must(['version', '-m', path]),
    ]);
    return { bytes, sections, info: parseBuildInfo(info), directory };
}
function notReproducible({ target }, causes) {
    const what = causes.map(({ text }) => text).join('; ');
    return new user_error/* UserError */.yo(`${target.name} for ${(0,plan_platform/* platformName */.$r)(target.platform)} is not reproducible: ${what}`, {
        fix: [...new Set(causes.map(({ fix }) => fix))].join('\n'),
    });
}

;// CONCATENATED MODULE: ./build/actions/go-static-build/src/sbom/purl.js
/** What scanners call Go's standard library. */
const standardLibrary = 'stdlib';
/**
 * The package URL of a Go module (github.com/package-url/purl-spec, type `golang`): lower case, `/` kept, everything
 * else that is not plain escaped. `subpath` is the program's folder within the module.
 */
function purlOf(path, version, subpath = '') {
    const name = path.toLowerCase().split('/').map(escaped).join('/');
    const at = version === '' ? '' : `@${escaped(version)}`;
    return `pkg:golang/${name}${at}${subpath === '' ? '' : `#${subpath.split('/').map(escaped).join('/')}`}`;
}
function escaped(text) {
    return encodeURIComponent(text).replaceAll('%3A', ':');
}

;// CONCATENATED MODULE: ./build/actions/go-static-build/src/sbom/sbom.js


/**
 * A CycloneDX 1.6 bill of materials of one binary.
 *
 * What is in it comes from the build info that Go's linker left in the binary, so it names what was linked and not what
 * go.mod asks for. The edges between modules are the imports of this build. Serial number and time are derived from
 * the binary and the commit.
 */
function sbomOf(facts) {
    const { info, stamp } = facts;
    const program = programComponent(facts);
    const all = [...info.dependencies.map(libraryComponent), standardLibraryComponent(info)];
    // One module can stand in for two others; a bill names it once.
    const libraries = [...new Map(all.map((one) => [one['bom-ref'], one])).values()].sort(byRef);
    const bom = {
        $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
        bomFormat: 'CycloneDX',
        specVersion: '1.6',
        serialNumber: serialNumber(facts),
        version: 1,
        metadata: {
            ...(stamp.date === '' ? {} : { timestamp: stamp.date }),
            tools: { components: [{ type: 'application', group: 'seatrial', name: 'go-static-build' }] },
            component: program,
            properties: buildProperties(info),
        },
        components: libraries,
        dependencies: edges(facts, program['bom-ref']),
    };
    return `${JSON.stringify(bom, undefined, 2)}\n`;
}
function programComponent({ info, sha256, stamp }) {
    const version = info.moduleVersion === '(devel)' ? stamp.version : info.moduleVersion || stamp.version;
    const purl = purlOf(info.module, version, info.program.slice(info.module.length + 1));
    return {
        type: 'application',
        'bom-ref': purl,
        name: info.program || info.module,
        version,
        hashes: [{ alg: 'SHA-256', content: sha256 }],
        purl,
    };
}
function libraryComponent(module) {
    const { replacement } = module;
    // A folder in place of a module has no version and no sum of its own; the name it stands under is what is known.
    const used = replacement === undefined || replacement.version === '' ? module : replacement;
    const sum = replacement === undefined ? module.sum : replacement.sum;
    const purl = purlOf(used.path, used.version);
    const properties = [
        ...(sum === '' ? [] : [property('sum', sum)]),
        ...(replacement === undefined ? [] : [property('replaces', at(module))]),
        ...(used === module && replacement !== undefined ? [property('replaced-by', replacement.path)] : []),
    ];
    return {
        type: 'library',
        'bom-ref': purl,
        name: used.path,
        ...(used.version === '' ? {} : { version: used.version }),
        scope: 'required',
        ...hashesOf(sum),
        purl,
        ...(properties.length === 0 ? {} : { properties }),
    };
}
/** Go's standard library is part of every binary, and its version decides about many an advisory. */
function standardLibraryComponent({ goVersion }) {
    const version = goVersion.replace(/^go/, 'v');
    const purl = purlOf(standardLibrary, version);
    return { type: 'library', 'bom-ref': purl, name: standardLibrary, version, scope: 'required', purl };
}
/** go.sum's `h1:` is the SHA-256 over the sorted list of a module's files (golang.org/x/mod/sumdb/dirhash). */
function hashesOf(sum) {
    const [, base64] = /^h1:([\w+/]+=*)$/.exec(sum) ?? [];
    if (base64 === undefined)
        return {};
    return { hashes: [{ alg: 'SHA-256', content: Buffer.from(base64, 'base64').toString('hex') }] };
}
function buildProperties({ settings, goVersion }) {
    return [
        property('version', goVersion),
        ...[...settings].map(([name, value]) => property(`build:${name}`, value)),
    ];
}
function property(name, value) {
    return { name: `seatrial:go:${name}`, value };
}
function at({ path, version }) {
    return version === '' ? path : `${path}@${version}`;
}
/** Which module imports which, in this build. */
function edges({ info, packages }, program) {
    const refs = new Map(info.dependencies.map((one) => [one.path, libraryComponent(one)['bom-ref']]));
    const standard = standardLibraryComponent(info)['bom-ref'];
    const home = (one) => one.standard ? standard : (refs.get(one.module) ?? (one.own ? program : undefined));
    const homes = new Map(packages.map((one) => [one.importPath, home(one)]));
    const found = new Map([program, ...refs.values(), standard].map((ref) => [ref, new Set()]));
    for (const { importPath, imports } of packages) {
        const from = homes.get(importPath);
        if (from === undefined || from === standard)
            continue;
        for (const imported of imports) {
            const to = homes.get(imported);
            if (to !== undefined && to !== from)
                found.get(from)?.add(to);
        }
    }
    return [...found]
        .map(([ref, to]) => ({ ref, dependsOn: [...to].sort() }))
        .sort((a, b) => (a.ref < b.ref ? -1 : 1));
}
function byRef(a, b) {
    return a['bom-ref'] < b['bom-ref'] ? -1 : 1;
}
/** A UUID out of the binary's checksum (RFC 9562, version 8): the same binary, the same bill. */
function serialNumber({ sha256 }) {
    const hex = (0,external_node_crypto_.createHash)('sha256').update(`seatrial sbom ${sha256}`).digest('hex');
    const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
    const parts = [
        hex.slice(0, 8),
        hex.slice(8, 12),
        `8${hex.slice(13, 16)}`,
        `${variant}${hex.slice(17, 20)}`,
    ];
    return `urn:uuid:${[...parts, hex.slice(20, 32)].join('-')}`;
}

;// CONCATENATED MODULE: ./build/actions/go-static-build/src/size/base.js





/** The folder that is cached; it has to be called the same where it is saved and where it is restored. */
function cached(context) {
    return (0,external_node_path_.join)(context.temp, 'seatrial', 'size-base');
}
/** Reports of the same binaries of a branch, newest first: caches of the base branch can be seen by pull requests. */
function keyPrefix({ env }, binaries, branch) {
    const what = [env['GITHUB_JOB'] ?? '', ...binaries.map(({ name, platform }) => `${name} ${platform}`)];
    const digest = (0,external_node_crypto_.createHash)('sha256').update(what.join('\0')).digest('hex').slice(0, 12);
    return `seatrial-size1-${digest}-${branch}-`;
}
/** What the last build of the base branch, or of this branch before, left in the cache. Never throws. */
async function baseSize(context, binaries, open) {
    const { env } = context;
    const branch = env['GITHUB_BASE_REF'] || env['GITHUB_REF_NAME'] || '';
    const none = (from) => ({ text: undefined, from });
    try {
        const service = branch === '' ? undefined : await open(env);
        if (service === undefined)
            return none('this runner has no cache service');
        const prefix = keyPrefix(context, binaries, branch);
        const found = await service.restore(cached(context), `${prefix}none`, [prefix]);
        if (found === undefined)
            return none(`no build of ${branch} has left a size report in the cache yet`);
        const text = await (0,promises_.readFile)((0,external_node_path_.join)(cached(context), 'size.json'), 'utf8');
        return { text, from: `the last build of ${branch}` };
    }
    catch (error) {
        return none(`the report of ${branch} could not be restored (${(0,user_error/* messageOf */.bD)(error)})`);
    }
}
/** Keeps the report for the builds that come, when a branch was pushed. Never throws. */
async function keepSize(context, binaries, path, open) {
    const { env, log } = context;
    const pushed = env['GITHUB_EVENT_NAME'] === 'push' && env['GITHUB_REF_TYPE'] === 'branch';
    if (!pushed || (await (0,service/* readOnlyReason */.L)(env)) !== undefined)
        return;
    try {
        const service = await open(env);
        if (service === undefined)
            return;
        await (0,promises_.mkdir)(cached(context), { recursive: true });
        await (0,promises_.copyFile)(path, (0,external_node_path_.join)(cached(context), 'size.json'));
        const key = `${keyPrefix(context, binaries, env['GITHUB_REF_NAME'] ?? '')}${env['GITHUB_SHA'] ?? ''}`;
        await service.save(cached(context), key);
    }
    catch (error) {
        log.info(`size: the report was not kept for later builds (${(0,user_error/* messageOf */.bD)(error)})`);
    }
}

;// CONCATENATED MODULE: ./build/actions/go-static-build/src/size/size.js
/** What the sections of a Go program hold beside the code and data of its packages. */
const contents = {
    '.text': 'assembly, C code and padding between functions',
    '.rodata': 'types, strings and constants',
    '.data.rel.ro': 'types, strings and constants',
    '.gopclntab': 'function names and line tables (stack traces need them)',
    '.typelink': 'types, strings and constants',
    '.itablink': 'types, strings and constants',
    '.data': 'data of no package',
    '.noptrdata': 'data of no package',
};
const debugging = /^\.(?:z?debug_|symtab$|strtab$|gnu_debug|comment$)/;
/**
 * Splits the bytes of a shipped binary up. Its own tables say how large each section is; the symbols that say whose
 * they are stand only in the twin that was not stripped.
 */
function sizeOf(shipped, twin, mainPackage) {
    const packages = new Map();
    const attributed = new Map();
    for (const { symbol, bytes } of withoutOverlap(twin.symbols)) {
        const home = packageOf(symbol.name);
        const section = twin.sections[symbol.section];
        if (home === undefined || section === undefined || section.size === 0)
            continue;
        add(packages, home === 'main' ? mainPackage : home, bytes);
        add(attributed, section.name, bytes);
    }
    const rest = new Map();
    let inSections = 0;
    for (const { name, size } of shipped.sections) {
        inSections += size;
        const left = size - (attributed.get(name) ?? 0);
        if (left !== 0)
            add(rest, labelOf(name), left);
    }
    const headers = shipped.total - inSections;
    if (headers !== 0)
        add(rest, 'file headers and alignment', headers);
    return { total: shipped.total, packages: sorted(packages), rest: sorted(rest) };
}
function labelOf(section) {
    if (debugging.test(section))
        return 'symbol table and debug information';
    return contents[section] ?? 'loading and linking tables';
}
/** Symbols of several names for one place, or one within another, must not be counted twice. */
function withoutOverlap(symbols) {
    const ordered = symbols
        .filter(({ section }) => section > 0 && section < 0xff00)
        .sort((a, b) => a.section - b.section || a.address - b.address || a.size - b.size);
    let end = 0;
    let section = 0;
    return ordered.flatMap((symbol) => {
        if (symbol.section !== section)
            [section, end] = [symbol.section, 0];
        const from = Math.max(symbol.address, end);
        const to = symbol.address + symbol.size;
        if (to <= from || packageOf(symbol.name) === undefined)
            return [];
        end = to;
        return [{ symbol, bytes: to - from }];
    });
}
/**
 * The import path in a linker symbol, such as `net/http` in `net/http.(*Server).Serve`; undefined for what belongs to
 * no package (types, strings, C).
 *
 * The linker writes a dot in the last element of a path as `%2e` (cmd/internal/objabi, `PathToPrefix`); what stands in
 * brackets are type arguments and may hold paths of their own. Equality and hash functions belong to their type.
 */
function packageOf(symbol) {
    const name = symbol.replace(/^type:\.(?:eq|hash)\./, '').split('[', 1)[0] ?? '';
    if (/^(?:go|type|gclocals|\$)[:.·$]|^$|^\W/.test(name))
        return undefined;
    const slash = name.split('(', 1)[0]?.lastIndexOf('/') ?? -1;
    const dot = name.indexOf('.', slash + 1);
    if (dot < 0)
        return undefined;
    const path = name
        .slice(0, dot)
        .replaceAll(/%([0-9a-f]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
    return /^[\w.~/-]+$/.test(path) ? path : undefined;
}
function add(to, key, bytes) {
    to.set(key, (to.get(key) ?? 0) + bytes);
}
/** The largest first; the name decides among equals, so that the report is the same every time. */
function sorted(sizes) {
    return Object.fromEntries([...sizes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
}
/** Compares with the binary of the same name and platform in another report; undefined when there is none. */
function changeOf(size, base) {
    const before = base?.binaries.find(({ name, platform }) => name === size.name && platform === size.platform);
    if (before === undefined)
        return undefined;
    const [now, then] = [size_all(size), size_all(before)];
    const contributors = [...new Set([...now.keys(), ...then.keys()])]
        .map((what) => ({ what, by: (now.get(what) ?? 0) - (then.get(what) ?? 0) }))
        .filter(({ by }) => by !== 0)
        .sort((a, b) => Math.abs(b.by) - Math.abs(a.by) || (a.what < b.what ? -1 : 1));
    return { before: before.total, by: size.total - before.total, contributors };
}
function size_all({ packages, rest }) {
    return new Map([...Object.entries(packages), ...Object.entries(rest)]);
}

;// CONCATENATED MODULE: ./build/actions/go-static-build/src/size/report.js








/** Splits every binary up by package, compares with the base branch and writes the report. */
async function reportSizes(inputs, context, twins, folder, commit, open) {
    const binaries = await Promise.all([...twins].map(([built, twin]) => report_split(built, twin)));
    const report = { version: 1, commit, binaries };
    const path = (0,external_node_path_.join)(folder, 'size.json');
    await (0,promises_.writeFile)(path, `${JSON.stringify(report, undefined, 2)}\n`);
    const base = await findBase(inputs, context, binaries, open);
    if (base.report === undefined)
        context.log.info(`size: compared with nothing, ${base.from}`);
    await keepSize(context, binaries, path, open);
    return {
        path,
        binaries: binaries.map((one) => ({ ...one, change: changeOf(one, base.report) })),
        base: base.report === undefined ? undefined : base.from,
    };
}
async function report_split({ staged, target }, twin) {
    const [{ size: total }, shipped, tables] = await Promise.all([
        (0,promises_.stat)(staged),
        (0,elf_sections/* readElfTables */.V)(staged),
        (0,elf_sections/* readElfTables */.V)(twin),
    ]);
    const { name, platform, importPath } = target;
    return {
        name,
        platform: (0,plan_platform/* platformName */.$r)(platform),
        ...sizeOf({ total, sections: shipped.sections }, tables, importPath),
    };
}
/** The report to compare with: the file that was named, else what the base branch's last build left in the cache. */
async function findBase({ sizeBase }, context, binaries, open) {
    if (sizeBase === undefined) {
        const found = await baseSize(context, binaries, open);
        return { report: found.text === undefined ? undefined : readReport(found.text), from: found.from };
    }
    const text = await (0,promises_.readFile)(sizeBase, 'utf8').catch((error) => {
        throw unusable(sizeBase, (0,user_error/* messageOf */.bD)(error));
    });
    const report = readReport(text);
    if (report === undefined)
        throw unusable(sizeBase, 'it is no size report of version 1');
    return { report, from: `the report of commit ${report.commit.slice(0, 12)}` };
}
function unusable(path, why) {
    return new user_error/* UserError */.yo(`the size report ${path} can't be read: ${why}`, {
        fix: 'Name the file that the output `size-report` of another build led to, or leave `size-base` out.',
    });
}
/** A report as it was written; undefined when it is something else. */
function readReport(text) {
    const value = (0,json/* parsed */.Yz)(text);
    if ((0,json/* field */.ZZ)(value, 'version') !== 1)
        return undefined;
    const binaries = (0,json/* listOf */.c3)((0,json/* field */.ZZ)(value, 'binaries')).map((one) => ({
        name: (0,json/* textOf */.b6)((0,json/* field */.ZZ)(one, 'name')) ?? '',
        platform: (0,json/* textOf */.b6)((0,json/* field */.ZZ)(one, 'platform')) ?? '',
        total: Number((0,json/* field */.ZZ)(one, 'total') ?? Number.NaN),
        packages: (0,json/* numbersOf */.cZ)((0,json/* field */.ZZ)(one, 'packages')),
        rest: (0,json/* numbersOf */.cZ)((0,json/* field */.ZZ)(one, 'rest')),
    }));
    if (binaries.some(({ total }) => !Number.isFinite(total)))
        return undefined;
    return { version: 1, commit: (0,json/* textOf */.b6)((0,json/* field */.ZZ)(value, 'commit')) ?? '', binaries };
}

// EXTERNAL MODULE: ./build/actions/shared/go/decode.js
var decode = __webpack_require__(6449);
;// CONCATENATED MODULE: ./build/actions/go-static-build/src/vulnerabilities/findings.js


/**
 * Reads the stream of `govulncheck -format json` (golang.org/x/vuln/internal/govulncheck, protocol v1.0.0): messages
 * with one field each. Findings come by module, by package and by symbol; only the last prove that code is reached.
 *
 * Throws an Error when it is no such stream: an empty one must not pass for "nothing found".
 */
function readFindings(stream) {
    const messages = (0,decode/* parseJsonObjects */.CJ)(stream).map(decode/* fieldsOf */.Pf);
    const config = (0,decode/* fieldsOf */.Pf)(messages.find((message) => message.has('config'))?.get('config'));
    if (!(0,decode/* textOf */.b6)(config.get('protocol_version')).startsWith('v1.')) {
        throw new Error('it is no stream of govulncheck, protocol v1');
    }
    const entries = new Map(messages
        .filter((message) => message.has('osv'))
        .map((message) => (0,decode/* fieldsOf */.Pf)(message.get('osv')))
        .map((entry) => [(0,decode/* textOf */.b6)(entry.get('id')), entry]));
    const findings = messages
        .filter((message) => message.has('finding'))
        .map((one) => finding(one.get('finding')));
    const ids = [...new Set(findings.map(({ osv }) => osv))].sort();
    const modified = (0,decode/* textOf */.b6)(config.get('db_last_modified'));
    return {
        scanner: (0,decode/* textOf */.b6)(config.get('scanner_version')),
        database: (0,decode/* textOf */.b6)(config.get('db')),
        ...(modified === '' ? {} : { databaseModified: modified }),
        vulnerabilities: ids.flatMap((id) => byModule(id, entries.get(id) ?? new Map(), findings.filter(({ osv }) => osv === id))),
    };
}
function finding(value) {
    const get = (0,decode/* fieldsOf */.Pf)(value);
    return {
        osv: (0,decode/* textOf */.b6)(get.get('osv')),
        fixedIn: (0,decode/* textOf */.b6)(get.get('fixed_version')),
        trace: (0,json/* listOf */.c3)(get.get('trace')).map(findings_frame),
    };
}
function findings_frame(value) {
    const get = (0,decode/* fieldsOf */.Pf)(value);
    const [inPackage, receiver, name] = ['package', 'receiver', 'function'].map((key) => (0,decode/* textOf */.b6)(get.get(key)));
    const position = (0,decode/* fieldsOf */.Pf)(get.get('position'));
    const file = (0,decode/* textOf */.b6)(position.get('filename'));
    const method = receiver ? `${receiver.replace(/^\*/, '')}.${name}` : (name ?? '');
    return {
        module: (0,decode/* textOf */.b6)(get.get('module')),
        version: (0,decode/* textOf */.b6)(get.get('version')),
        package: inPackage ?? '',
        symbol: method === '' ? '' : `${inPackage}.${method}`,
        at: file === '' ? '' : `${file}:${Number(position.get('line') ?? 0)}`,
    };
}
/** One advisory can hit several modules; each has a version and a fix of its own. */
function byModule(id, entry, findings) {
    const modules = [...new Set(findings.map(({ trace }) => trace[0]?.module ?? ''))].sort();
    return modules.map((module) => {
        const own = findings.filter(({ trace }) => trace[0]?.module === module);
        const reached = own.filter(({ trace }) => (trace[0]?.symbol ?? '') !== '');
        const fixedIn = own.find((one) => one.fixedIn !== '')?.fixedIn;
        const way = reached.find(({ trace }) => trace.length > 1);
        return {
            id,
            aliases: (0,decode/* textsOf */.CB)(entry.get('aliases')),
            summary: (0,decode/* textOf */.b6)(entry.get('summary')),
            module,
            version: own[0]?.trace[0]?.version ?? '',
            ...(fixedIn === undefined ? {} : { fixedIn }),
            reachable: reached.length > 0,
            symbols: [...new Set(reached.map(({ trace }) => trace[0]?.symbol ?? ''))].sort(),
            ...(way === undefined ? {} : { trace: way.trace.toReversed().map(shownFrame) }),
        };
    });
}
function shownFrame({ symbol, at }) {
    return at === '' ? symbol : `${symbol} (${at})`;
}

// EXTERNAL MODULE: ./build/actions/shared/exec/exec.js
var exec = __webpack_require__(7287);
;// CONCATENATED MODULE: ./build/actions/go-static-build/src/vulnerabilities/govulncheck.js




const govulncheck_module = 'golang.org/x/vuln';
/**
 * The releases that are built, by the oldest minor version of Go 1 that builds them, the newest first. The sum is what
 * sum.golang.org has for the module; the binary is asked for it after it was built.
 */
const pins = [
    { go: 26, version: 'v1.9.0', sum: 'h1:12VaqnI9kJfqwRoPptxoqsUhQtdfrSbdksT7X/KY/sc=' },
    { go: 22, version: 'v1.1.4', sum: 'h1:Ju8QsuyhX3Hk8ma3CesTbO8vfJD9EvUBgHvkxHBzj0I=' },
];
/** The first release whose JSON has findings by level, and that checks binaries by symbol in all its modes. */
const oldestFit = [1, 1];
/** Something kept reachability from being checked; it is told, and is never taken for "nothing found". */
class CouldNotCheck extends Error {
    name = 'CouldNotCheck';
}
/**
 * Finds govulncheck: the one that is named, one on PATH that is new enough, one an earlier step has built, else it is
 * built from its pinned release, every module checked against the checksum database.
 *
 * Throws a UserError when the one that is named is not there, CouldNotCheck when none can be had.
 */
async function findGovulncheck(inputs, context, go) {
    if (inputs.govulncheck !== undefined) {
        await (0,promises_.access)(inputs.govulncheck).catch(() => {
            throw new user_error/* UserError */.yo(`there is no govulncheck at ${inputs.govulncheck}`, {
                fix: 'Correct `govulncheck`, or leave it out: it is then found on PATH or built.',
            });
        });
        return inputs.govulncheck;
    }
    const installed = await (0,exec/* onPath */.L)('govulncheck');
    if (installed !== undefined && isFit(await versionOf(go, installed)))
        return installed;
    const pin = pins.find((one) => one.go <= minorOf(go.settings.version)) ?? pins[pins.length - 1];
    if (pin === undefined)
        throw new CouldNotCheck('no release of govulncheck is pinned');
    const home = context.env['RUNNER_TOOL_CACHE'] || (0,external_node_path_.join)(context.temp, 'seatrial');
    const folder = (0,external_node_path_.join)(home, `govulncheck-${pin.version}-${go.settings.version}`);
    const path = (0,external_node_path_.join)(folder, 'govulncheck');
    if ((await sumOf(go, path)) !== pin.sum)
        await install(context, go, pin, folder);
    return path;
}
function minorOf(goVersion) {
    return Number(/^go1\.(\d+)/.exec(goVersion)?.[1] ?? 0);
}
/** `v1.1.4` of a govulncheck, from its build info: asking it costs a look at its database. */
async function versionOf(go, path) {
    const { stdout } = await go.run(['version', '-m', path]);
    return new RegExp(`\\tmod\\t${govulncheck_module}\\t(\\S+)`).exec(stdout)?.[1] ?? '';
}
async function sumOf(go, path) {
    const { stdout } = await go.run(['version', '-m', path]);
    return new RegExp(`\\tmod\\t${govulncheck_module}\\t\\S+\\t(\\S+)`).exec(stdout)?.[1] ?? '';
}
function isFit(version) {
    const [, major, minor] = /^v(\d+)\.(\d+)\./.exec(version) ?? [];
    if (major === undefined || minor === undefined)
        return false;
    return Number(major) > oldestFit[0] || (Number(major) === oldestFit[0] && Number(minor) >= oldestFit[1]);
}
/** Builds into a folder of its own and moves it into place, so that a half-built one is never found. */
async function install(context, go, pin, folder) {
    const draft = (0,external_node_path_.join)(context.temp, 'seatrial', `govulncheck-${process.pid}`);
    const target = `${govulncheck_module}/cmd/govulncheck@${pin.version}`;
    await (0,promises_.mkdir)(draft, { recursive: true });
    const { code, stderr } = await context.log.group(`go install ${target}`, () => go.run(['install', target], { env: { ...installEnv, GOBIN: draft } }));
    if (code !== 0)
        throw new CouldNotCheck(`govulncheck could not be built: ${lastLine(stderr)}`);
    const built = (0,external_node_path_.join)(draft, 'govulncheck');
    const sum = await sumOf(go, built);
    if (sum !== pin.sum)
        throw new CouldNotCheck(`govulncheck ${pin.version} has the sum ${sum}, not ${pin.sum}`);
    await (0,promises_.mkdir)(folder, { recursive: true });
    await (0,promises_.rename)(built, (0,external_node_path_.join)(folder, 'govulncheck')).catch((error) => {
        throw new CouldNotCheck(`govulncheck could not be put into ${folder}: ${(0,user_error/* messageOf */.bD)(error)}`);
    });
}
/** For this machine, from its own requirements; whatever the job says about private modules does not count for it. */
const installEnv = {
    GOOS: '',
    GOARCH: '',
    CGO_ENABLED: '0',
    GOFLAGS: '',
    GOWORK: 'off',
    GOFIPS140: 'off',
    GOSUMDB: 'sum.golang.org',
    GONOSUMDB: '',
    GONOSUMCHECK: '',
    GOPRIVATE: '',
    GOINSECURE: '',
    GOEXPERIMENT: '',
};
/** The last line that says something. */
function lastLine(text) {
    return text.trim().split('\n').at(-1)?.trim() || 'it said nothing';
}

;// CONCATENATED MODULE: ./build/actions/go-static-build/src/vulnerabilities/reachability.js







/**
 * Asks govulncheck which known vulnerabilities the programs can reach: by the symbols in the unstripped twins
 * (`binary`), or by the calls in the sources (`source`).
 *
 * What keeps it from finding out (no network, no database) is told and comes back as a state of its own.
 */
async function checkReachability(inputs, context, go, twins, folder) {
    const began = context.now();
    const path = (0,external_node_path_.join)(folder, 'govulncheck.json');
    // What an earlier run left must not be handed on as this one's.
    await (0,promises_.rm)(path, { force: true });
    try {
        const program = await findGovulncheck(inputs, context, go);
        const streams = [];
        const extracts = [];
        for (const [one, twin] of twins) {
            if (inputs.reachability === 'binary') {
                const extract = (0,external_node_path_.join)(folder, `${fileName([...twins.keys()], one.target)}.govulncheck-extract`);
                await (0,promises_.writeFile)(extract, await ask(go, program, ['-mode', 'extract', twin], one));
                extracts.push(extract);
                streams.push(await ask(go, program, [...asJson(inputs), '-mode', 'binary', extract], one));
            }
            else {
                streams.push(await ask(go, program, [...asJson(inputs), ...sourceArguments(inputs, one)], one));
            }
        }
        const stream = streams.join('');
        const checked = readFindings(stream);
        await (0,promises_.writeFile)(path, stream);
        context.log.info(`govulncheck ${checked.scanner}: ${(0,duration/* formatDuration */.a)(context.now() - began)}`);
        return { state: 'checked', path, extracts, checked };
    }
    catch (error) {
        if (error instanceof user_error/* UserError */.yo || context.signal.aborted)
            throw error;
        const reason = (0,user_error/* messageOf */.bD)(error);
        context.report.annotate({
            level: 'warning',
            title: 'reachability could not be checked',
            message: `${reason}. Nothing is known about which vulnerabilities can be reached, so none is taken for unreachable.`,
        });
        return { state: 'could-not-check', reason };
    }
}
function asJson({ vulnerabilityDb }) {
    return ['-format', 'json', ...(vulnerabilityDb === undefined ? [] : ['-db', vulnerabilityDb])];
}
function sourceArguments({ tags }, { target }) {
    return ['-mode', 'source', ...(tags.length === 0 ? [] : [`-tags=${tags.join(',')}`]), target.importPath];
}
/** The exit code is 0 whatever is found, as long as the format is JSON. */
async function ask(go, program, args, { prepared }) {
    const { code, stdout, stderr } = await go.tool(program, args, { env: prepared.env });
    if (code !== 0)
        throw new CouldNotCheck(`govulncheck ended with exit code ${code}: ${lastLine(stderr)}`);
    return stdout.endsWith('\n') ? stdout : `${stdout}\n`;
}

;// CONCATENATED MODULE: ./build/actions/go-static-build/src/evidence.js











/** Makes everything that was asked for beside the binaries, before they are put in place. */
async function gather(inputs, context, go, plan, built, staging, open) {
    if (inputs.reproducible === 'check')
        await mustBeReproducible(inputs, context, go, plan, built, staging);
    const folder = await (0,report_folder/* reportFolder */.t)(context, 'build', inputs.workingDirectory);
    const sboms = inputs.sbom ? await writeSboms(plan, built, folder) : [];
    const wantsSizes = inputs.sizeReport || inputs.sizeBase !== undefined;
    const wantsReachability = inputs.reachability !== 'off';
    // Linking once more takes its time, so only for what needs the symbols.
    const twins = wantsSizes || inputs.reachability === 'binary'
        ? await linkTwins(inputs, context, go, plan, built, staging)
        : new Map(built.map((one) => [one, one.staged]));
    return {
        sboms,
        sizes: wantsSizes
            ? await reportSizes(inputs, context, twins, folder, plan.stamp.commit, open)
            : undefined,
        reachability: wantsReachability ? await checkReachability(inputs, context, go, twins, folder) : undefined,
    };
}
async function writeSboms(plan, built, folder) {
    return Promise.all(built.map(async ({ info, sha256, target, imports }) => {
        const packages = (0,go_packages/* withImports */.z)(imports.packages, target.importPath);
        const text = sbomOf({ info, sha256, stamp: plan.stamp, packages });
        const path = (0,external_node_path_.join)(folder, `${fileName(built, target)}.cdx.json`);
        await (0,promises_.writeFile)(path, text);
        return {
            path,
            format: 'CycloneDX 1.6',
            sha256: (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex'),
            binarySha256: sha256,
            components: info.dependencies.length + 1,
        };
    }));
}

;// CONCATENATED MODULE: ./build/actions/go-static-build/src/plan/compiler.js


/** Throws a UserError when cgo is used and there is no C compiler for the platform. */
async function mustHaveCompiler(go, prepared, named) {
    const [first] = prepared.uses;
    if (first === undefined)
        return;
    const { hostArch, hostOs } = go.settings;
    const foreign = prepared.platform.arch !== hostArch || prepared.platform.os !== hostOs;
    const because = `${first.importPath} needs C (${first.chain.join(' → ')})`;
    if (foreign && named === undefined) {
        throw new user_error/* UserError */.yo(`no C compiler for ${prepared.platform.os}/${prepared.platform.arch}: ${because}`, {
            fix: 'Install a cross compiler and name it, such as `env: CC=aarch64-linux-gnu-gcc`, or set `cgo: false`.',
        });
    }
    const compiler = (named ?? go.settings.cc).split(' ', 1)[0] ?? '';
    if ((await (0,exec/* onPath */.L)(compiler)) !== undefined)
        return;
    throw new user_error/* UserError */.yo(`no C compiler: \`${compiler}\` is not on PATH, and ${because}`, {
        fix: 'Install it before this step (`apt-get install gcc`), or set `cgo: false` if the module has a pure Go way.',
    });
}

// EXTERNAL MODULE: ./build/actions/shared/go/cgo/uses.js
var cgo_uses = __webpack_require__(61467);
// EXTERNAL MODULE: ./build/actions/shared/go/pgo.js
var pgo = __webpack_require__(25909);
// EXTERNAL MODULE: ./build/actions/shared/promises/once.js
var once = __webpack_require__(26342);
;// CONCATENATED MODULE: ./build/actions/go-static-build/src/plan/require-static.js

/** Ways out of cgo that are known for widely used packages. */
const pureGo = {
    'github.com/mattn/go-sqlite3': '`modernc.org/sqlite` is the same database in pure Go',
    'github.com/confluentinc/confluent-kafka-go': '`github.com/twmb/franz-go` speaks Kafka in pure Go',
    'github.com/DataDog/zstd': '`github.com/klauspost/compress/zstd` is pure Go',
    'github.com/valyala/gozstd': '`github.com/klauspost/compress/zstd` is pure Go',
};
/** The error for a program that can't be static because of the packages that need C. */
function notStatic(uses, because) {
    const [first] = uses;
    if (first === undefined) {
        return new user_error/* UserError */.yo(`the binary is not static: ${because}`, {
            fix: 'Look for `-linkmode`, `-linkshared` or `-buildmode` among `ldflags` and GOFLAGS, or set `require-static: false` and choose a base image that has the loader.',
        });
    }
    const chain = first.chain.join(' → ');
    const others = uses.length > 1 ? ` (and ${uses.length - 1} more)` : '';
    return new user_error/* UserError */.yo(`the binary is not static: ${first.importPath} brings cgo in${others}; ${chain} (${because})`, { fix: waysOut(uses).join('\n') });
}
/** What can be done, the best first. */
function waysOut(uses) {
    const needed = uses.filter(({ standard }) => !standard);
    const replacements = needed.flatMap(({ importPath }) => Object.entries(pureGo).flatMap(([prefix, advice]) => (importPath.startsWith(prefix) ? [advice] : [])));
    const pure = needed.length === 0
        ? [
            'Set `cgo: false`: only the standard library uses cgo here, and it has pure Go ways (what the tags netgo and osusergo choose).',
        ]
        : [
            ...replacements.map((advice) => `Replace the package: ${advice}.`),
            'Look for a build tag of the package that switches to pure Go, and set it with `tags`.',
        ];
    return [
        ...pure,
        'Or link C statically: `cgo: true` with `ldflags: -s -w -linkmode=external "-extldflags=-static"` and `tags: netgo,osusergo`, with static C libraries installed (best with a musl compiler, `env: CC=musl-gcc`).',
        'Or accept it: `require-static: false`, and a Debian or distroless/base image whose glibc is new enough.',
    ];
}

;// CONCATENATED MODULE: ./build/actions/go-static-build/src/plan/prepare.js










/**
 * Finds the programs of a platform, and whether cgo is in them before a minute is spent on it.
 *
 * With `cgo: false` the answer is known, and the compiler's own account tells later what the programs import. Throws a
 * UserError for what can't become a binary, or no static one where one is required.
 */
async function prepare(go, inputs, checked, platform, workspace) {
    const patterns = inputs.packages.length > 0 ? inputs.packages : ['./...'];
    const list = (on, how) => (0,go_packages/* listPackages */.A)(go, patterns, {
        trimpath: checked.trimpath,
        tags: inputs.tags,
        ...how,
        env: { ...(0,plan_platform/* platformEnv */.LN)(platform), ...(0,cgo_uses/* cgoEnv */.N5)(on) },
    });
    const found = inputs.cgo === 'false' ? await withoutCgo(list) : await askedOf(list, inputs);
    const { cgo, uses, listed, imports } = found;
    const mains = mainPackages(listed, inputs.packages);
    const flags = uses.length > 0 ? checked : withoutCgoFlags(checked);
    if (inputs.requireStatic && uses.length > 0 && !asksForStatic(flags.ldflags)) {
        throw notStatic(uses, 'known before linking, from the files that import "C"');
    }
    const env = { ...(0,plan_platform/* platformEnv */.LN)(platform), ...(0,cgo_uses/* cgoEnv */.N5)(cgo) };
    const profile = await (0,pgo/* profileFor */.P)(inputs.pgo, mains, workspace);
    return { platform, cgo, env, mains, imports, profile, uses, flags };
}
/** The named packages alone, where none of them looks different without cgo; their imports when somebody asks. */
async function withoutCgo(list) {
    const named = await list(true, { alone: true });
    const imports = (0,once/* once */.O)(() => importsWithoutCgo(list));
    if (await dependsOnCgo(named))
        return { cgo: false, uses: [], listed: (await imports()).packages, imports };
    return { cgo: false, uses: [], listed: named, imports };
}
async function importsWithoutCgo(list) {
    // With cgo on first: with cgo off Go leaves files that import "C" out without a word.
    const withCgo = await list(true, { deps: true });
    const packages = (await dependsOnCgo(withCgo)) ? await list(false, { deps: true }) : withCgo;
    refuseLostMains(withCgo, packages);
    return { packages, leftOut: leftOutIn(withCgo) };
}
function leftOutIn(withCgo) {
    return (0,cgo_uses/* programUses */.jm)(withCgo)
        .filter(({ standard }) => !standard)
        .map(({ importPath }) => importPath);
}
async function askedOf(list, inputs) {
    const withCgo = await list(true, { deps: true });
    const uses = (0,cgo_uses/* programUses */.jm)(withCgo);
    if ((0,cgo_uses/* cgoEnabled */.jN)(inputs.cgo, uses)) {
        const imports = { packages: withCgo, leftOut: [] };
        return { cgo: true, uses, listed: withCgo, imports: async () => imports };
    }
    const imports = await importsWithoutCgo(list);
    return { cgo: false, uses: [], listed: imports.packages, imports: async () => imports };
}
/** Throws a UserError when a program vanishes with cgo off, because all of its files import "C". */
function refuseLostMains(withCgo, packages) {
    const left = new Set(packages.map(({ importPath }) => importPath));
    const lost = withCgo.find(({ name, dependency, importPath }) => name === 'main' && !dependency && !left.has(importPath));
    if (lost === undefined)
        return;
    throw new user_error/* UserError */.yo(`${lost.importPath} can't be built without cgo: ${lost.cgoFiles.join(', ')} imports "C"`, {
        fix: 'Set `cgo: auto` (and see under `require-static` how it can still become static), or move the C code into a package with a pure Go twin.',
    });
}

// EXTERNAL MODULE: ./build/actions/shared/markdown/markdown.js
var markdown = __webpack_require__(37727);
// EXTERNAL MODULE: ./build/actions/shared/units/bytes.js
var units_bytes = __webpack_require__(98527);
// EXTERNAL MODULE: ./build/actions/shared/markdown/untrusted.js
var untrusted = __webpack_require__(41886);
;// CONCATENATED MODULE: ./build/actions/go-static-build/src/tell/evidence.js



/** How many lines a table of sizes has. */
const shownSizes = 10;
/** Known vulnerabilities: those that can be reached, with their way; the others folded. */
function reachabilitySummary(reachability) {
    if (reachability === undefined)
        return [];
    if (reachability.state !== 'checked') {
        return [`#### Reachable vulnerabilities: could not check\n\n${(0,untrusted/* plainMarkdown */.EO)(reachability.reason)}`];
    }
    const { vulnerabilities, scanner, databaseModified } = reachability.checked;
    const reached = vulnerabilities.filter(({ reachable }) => reachable);
    const others = vulnerabilities.filter(({ reachable }) => !reachable);
    const by = `govulncheck ${scanner}, database of ${databaseModified ?? 'unknown date'}`;
    return [
        `#### Reachable vulnerabilities: ${reached.length}${others.length > 0 ? `, ${others.length} more that can’t be reached` : ''}\n\n${by}`,
        ...(reached.length > 0 ? [(0,markdown/* table */.tp)(['id', 'module', 'fixed in', 'reached'], reached.map(row))] : []),
        ...(others.length > 0
            ? [(0,markdown/* details */.zH)('Not reachable', (0,markdown/* table */.tp)(['id', 'module', 'fixed in', 'reached'], others.map(row)))]
            : []),
    ];
}
function row({ id, aliases, module, version, fixedIn, symbols, trace }) {
    const way = trace === undefined ? symbols.slice(0, 3) : trace;
    return [
        [id, ...aliases].map(untrusted/* plainMarkdown */.EO).join(' '),
        (0,untrusted/* plainMarkdown */.EO)(`${module} ${version}`),
        (0,untrusted/* plainMarkdown */.EO)(fixedIn ?? 'nothing yet'),
        way.map(untrusted/* plainMarkdown */.EO).join(' → ') || 'no',
    ];
}
/** Sizes by package, and what grew or shrank against the base branch. */
function sizeSummary(sizes) {
    if (sizes === undefined)
        return [];
    return sizes.binaries.flatMap((one) => {
        const { name, platform, total, change, packages, rest } = one;
        const against = change === undefined ? '' : `, ${signed(change.by)} against ${(0,untrusted/* plainMarkdown */.EO)(sizes.base ?? 'the base')}`;
        const largest = [...Object.entries(packages), ...Object.entries(rest)].sort((a, b) => b[1] - a[1]);
        return [
            `#### Size of ${(0,markdown/* code */.aY)(name)} for ${platform}: ${(0,units_bytes/* formatBytes */.z)(total)}${against}`,
            ...(change === undefined || change.contributors.length === 0
                ? []
                : [
                    (0,markdown/* table */.tp)(['what grew or shrank', 'by'], limited(change.contributors.map(({ what, by }) => [(0,untrusted/* plainMarkdown */.EO)(what), signed(by)]))),
                ]),
            (0,markdown/* details */.zH)('By package', (0,markdown/* table */.tp)(['what', 'size', 'share'], limited(largest.map((pair) => share(pair, total))))),
        ];
    });
}
function share([what, bytes], total) {
    return [(0,untrusted/* plainMarkdown */.EO)(what), (0,units_bytes/* formatBytes */.z)(bytes), `${((bytes * 100) / total).toFixed(1)} %`];
}
function limited(rows) {
    const more = rows.length - shownSizes;
    if (more <= 0)
        return [...rows];
    const width = rows[0]?.length ?? 1;
    return [
        ...rows.slice(0, shownSizes),
        [`${more} more in the report`, ...Array.from({ length: width - 1 }, () => '')],
    ];
}
function signed(bytes) {
    if (bytes === 0)
        return 'no change';
    return bytes > 0 ? `+${(0,units_bytes/* formatBytes */.z)(bytes)}` : `−${(0,units_bytes/* formatBytes */.z)(-bytes)}`;
}

;// CONCATENATED MODULE: ./build/actions/go-static-build/src/tell/summary.js





/** What people read when all is built. */
function summaryOf(result, shown) {
    const { built, plan } = result;
    const rows = built.map(({ target, size, linkage, bases, sha256 }) => [
        (0,markdown/* code */.aY)(shown(target.path)),
        (0,plan_platform/* platformName */.$r)(target.platform),
        (0,units_bytes/* formatBytes */.z)(size),
        linkage.kind === 'glibc' ? `glibc ${linkage.glibc ?? ''}`.trim() : linkage.kind,
        bases.slice(0, 3).join(', ') || 'one that brings its libraries',
        (0,markdown/* code */.aY)(sha256.slice(0, 12)),
    ]);
    const head = `### ${built.length === 1 ? 'Binary' : `${built.length} binaries`} built: ${(0,markdown/* code */.aY)(plan.stamp.version)}`;
    return [
        head,
        (0,markdown/* table */.tp)(['binary', 'platform', 'size', 'linkage', 'runs on', 'sha256'], rows),
        ...plan.notes.map((note) => `- ${note}`),
        ...reachabilitySummary(result.evidence.reachability),
        ...sizeSummary(result.evidence.sizes),
        (0,markdown/* details */.zH)('Proof and settings', proof(result)),
    ].join('\n\n');
}
function proof({ built, plan, cacheLine }) {
    const rows = built.map(({ target, prepared, linkage, stripped }) => [
        target.name,
        (0,plan_platform/* platformName */.$r)(target.platform),
        linkage.because,
        prepared.cgo
            ? `on, used by ${prepared.uses.map(({ importPath }) => importPath).join(', ') || 'nothing'}`
            : 'off',
        (0,markdown/* code */.aY)(joinFlags(prepared.flags.ldflags)),
        stripped ? 'yes' : 'no',
    ]);
    return [
        (0,markdown/* table */.tp)(['binary', 'platform', 'the ELF file says', 'cgo', 'ldflags', 'stripped'], rows),
        `${built[0]?.info.goVersion ?? ''}, commit ${(0,markdown/* code */.aY)(plan.stamp.commit.slice(0, 12))}, ${cacheLine}`,
    ].join('\n\n');
}

;// CONCATENATED MODULE: ./build/actions/go-static-build/src/tell/publish.js




/** Tells the world what was built: outputs, summary, release record. */
function publish(context, result) {
    const { report, log } = context;
    const sections = result.built.map((one) => section(context, one, result));
    for (const { path, linkage, size, sha256 } of sections) {
        log.info(`${path}: ${linkage}, ${size} bytes, sha256 ${sha256}`);
    }
    report.section('binaries', sections);
    report.output('paths', JSON.stringify(sections.map(({ path }) => path)));
    report.output('binaries', JSON.stringify(sections));
    const [first] = result.built;
    if (first !== undefined)
        publishFirst(context, first);
    publishEvidence(context, result.evidence);
    if (result.inputs.reproducible === 'check')
        report.output('reproducible', true);
    report.summary(summaryOf(result, (path) => shown(context, path)));
}
function publishFirst(context, first) {
    const { report } = context;
    report.output('path', shown(context, first.target.path));
    report.output('name', (0,external_node_path_.basename)(first.target.path));
    report.output('sha256', first.sha256);
    report.output('size', first.size);
    report.output('linkage', first.linkage.kind);
    report.output('runtime-bases', JSON.stringify(first.bases));
}
function publishEvidence({ report }, { sboms, sizes, reachability }) {
    const [first] = sboms;
    if (first !== undefined) {
        report.section('sboms', sboms);
        report.output('sbom', first.path);
        report.output('sboms', JSON.stringify(sboms.map(({ path }) => path)));
    }
    if (sizes !== undefined) {
        report.output('size-report', sizes.path);
        report.output('size-change', sizes.binaries[0]?.change?.by ?? '');
    }
    if (reachability === undefined)
        return;
    report.section('reachability', reachabilitySection(reachability));
    if (reachability.state !== 'checked')
        return;
    report.output('vulnerabilities', reachability.path);
    report.output('vulnerability-extracts', JSON.stringify(reachability.extracts));
    report.output('reachable-vulnerabilities', reachability.checked.vulnerabilities.filter(({ reachable }) => reachable).length);
}
function reachabilitySection(reachability) {
    if (reachability.state !== 'checked')
        return { verdict: 'could-not-check', reason: reachability.reason, vulnerabilities: [] };
    const { scanner, database, databaseModified, vulnerabilities } = reachability.checked;
    return {
        verdict: vulnerabilities.some(({ reachable }) => reachable) ? 'reachable' : 'none-reachable',
        scanner: {
            name: 'govulncheck',
            version: scanner,
            database,
            ...(databaseModified === undefined ? {} : { databaseUpdatedAt: databaseModified }),
        },
        vulnerabilities: vulnerabilities.map(({ summary, trace, ...facts }) => facts),
    };
}
function section(context, one, result) {
    const { plan, inputs } = result;
    const { settings, module, goVersion } = one.info;
    const fips = settings.get('GOFIPS140');
    const profile = settings.get('-pgo');
    const size = result.evidence.sizes?.binaries.find(({ name, platform }) => name === one.target.name && platform === (0,plan_platform/* platformName */.$r)(one.target.platform));
    return {
        package: one.target.importPath,
        path: shown(context, one.target.path),
        platform: (0,plan_platform/* platformName */.$r)(one.target.platform),
        sha256: one.sha256,
        size: one.size,
        ...(size?.change === undefined ? {} : { sizeChange: size.change.by }),
        ...(inputs.reproducible === 'check' ? { reproducible: true } : {}),
        linkage: one.linkage.kind,
        ...(one.linkage.glibc === undefined ? {} : { glibc: one.linkage.glibc }),
        runtimeBases: one.bases,
        goVersion,
        module,
        version: plan.stamp.version,
        flags: {
            // What the binary itself says, not what was asked for.
            cgo: settings.get('CGO_ENABLED') === '1',
            trimpath: settings.get('-trimpath') === 'true',
            ldflags: one.prepared.flags.ldflags.join(' '),
            tags: settings.get('-tags') ?? inputs.tags.join(','),
            ...(profile === undefined ? {} : { pgo: profile }),
            ...(fips === undefined ? {} : { fips }),
        },
    };
}

;// CONCATENATED MODULE: ./build/actions/go-static-build/src/run.js























/** Builds the programs of a module, proves what they are, and only then puts them where they were asked for. */
async function run(inputs, context, open = service/* openCacheService */.W, linked = () => undefined) {
    const { report, log } = context;
    const directory = inputs.workingDirectory;
    // No dash in it: cgo refuses `-D` flags that hold one, and the sources may be built below it a second time.
    const staging = (0,external_node_path_.join)(context.temp, 'seatrial', `build_${process.pid}`);
    try {
        (0,package_input/* checkPackages */.G)(inputs.packages);
        const checked = checkLdflags(inputs.ldflags, inputs.trimpath);
        const go = (0,meter/* metered */.F)(await (0,tool/* openGo */.V)(context, directory, (0,axes/* axisEnv */.tz)(inputs)), context.temp);
        (0,fips/* mustHaveFips */.k)(inputs.fips, go.settings.version);
        report.output('go-version', go.settings.version);
        const platforms = platformsOf(inputs, go);
        const cache = await restoreCache(inputs, context, go, platforms, open);
        report.output('cache-hit', cache.status === 'exact');
        // git takes its time meanwhile.
        const facts = commitFacts(context, directory);
        const prepared = [];
        for (const platform of platforms)
            prepared.push(await prepare(go, inputs, checked, platform, context.workspace));
        const plan = await planOf(inputs, context, go, prepared, await facts);
        report.output('version', plan.stamp.version);
        for (const note of plan.notes)
            log.info(`note: ${note}`);
        if (inputs.dryRun) {
            const imports = await Promise.all(prepared.map((one) => one.imports()));
            return dryRun(inputs, context, { ...plan, notes: leftOutNotes(imports) });
        }
        await mustBeWritable(plan.targets);
        for (const one of prepared)
            await mustHaveCompiler(go, one, inputs.env.get('CC') ?? context.env['CC']);
        const built = await buildAll(inputs, context, go, plan, staging, linked);
        refuseDynamic(inputs, built);
        mustBeFips(inputs, built);
        const evidence = await gather(inputs, context, go, plan, built, staging, open);
        for (const one of built)
            await place(one);
        const cacheLine = (0,words/* cacheWords */.M)(cache, await go.use());
        log.info(cacheLine);
        const late = [...leftOutNotes(built.map(({ imports }) => imports)), ...dirtyNotes(built)];
        for (const note of late)
            log.info(`note: ${note}`);
        const notes = [...plan.notes, ...late];
        publish(context, { plan: { ...plan, notes }, built, evidence, cacheLine, inputs });
    }
    catch (error) {
        (0,report_compile/* annotateRest */.v)(report, error, directory);
        throw error;
    }
    finally {
        await (0,promises_.rm)(staging, { recursive: true, force: true });
    }
}
function platformsOf({ platforms }, go) {
    if (platforms.length === 0)
        return [{ os: 'linux', arch: go.settings.hostArch, variant: '' }];
    return [...new Map(platforms.map((platform) => [(0,plan_platform/* platformName */.$r)(platform), platform])).values()];
}
async function restoreCache(inputs, context, go, platforms, open) {
    if (!inputs.cache || inputs.dryRun)
        return { status: 'off', note: 'switched off' };
    const own = platforms.map(plan_platform/* platformName */.$r);
    const wish = { axes: (0,axes/* axisKey */.tj)(inputs), own, budget: inputs.cacheBudget };
    const warn = (message) => context.report.annotate({ level: 'warning', title: 'go-static-build', message });
    const cache = await (0,cache_cache/* restoreGoCache */.l)(context, go, wish, warn, open);
    return cache;
}
async function buildAll(inputs, context, go, plan, staging, linked) {
    const built = [];
    for (const one of plan.prepared) {
        const name = (0,plan_platform/* platformName */.$r)(one.platform);
        const folder = (0,external_node_path_.join)(staging, name);
        const targets = plan.targets.filter(({ platform }) => platform === one.platform);
        const args = argumentsOf(one, inputs, plan, folder);
        await context.log.group(`go build for ${name}: ${targets.map((target) => target.name).join(', ')}`, async () => {
            context.log.info(`go ${args.join(' ')}`);
            await build(go, one, args, folder);
        });
        const hashes = targets.map((target) => linked((0,external_node_path_.join)(folder, target.name), target.path));
        const examined = [];
        for (const [at, target] of targets.entries())
            examined.push(await examine(go, one, target, folder, hashes[at]));
        const infos = examined.map(({ info }) => info);
        const imports = await importsOf(go, inputs, one, infos);
        built.push(...examined.map((each) => ({ ...each, imports })));
    }
    return built;
}
function refuseDynamic(inputs, built) {
    const dynamic = built.find(({ linkage }) => linkage.kind !== 'static');
    if (!inputs.requireStatic || dynamic === undefined)
        return;
    throw notStatic(dynamic.prepared.uses, `the ELF file says ${dynamic.linkage.because}`);
}
/** Go passes over GOFIPS140 where it has no such module; what counts is what the binary says. */
function mustBeFips(inputs, built) {
    const without = built.find(({ info }) => !info.settings.has('GOFIPS140'));
    if (inputs.fips === 'off' || without === undefined)
        return;
    throw new user_error/* UserError */.yo(`${without.target.name} was built with \`fips: ${inputs.fips}\`, and its build info names no FIPS module`, { fix: 'Look for GOEXPERIMENT=boringcrypto in `env`, which excludes it, or set `fips: off`.' });
}
/** What makes a release hard to trace: sources that are in no commit. */
function dirtyNotes(built) {
    if (!built.some(({ info }) => info.settings.get('vcs.modified') === 'true'))
        return [];
    return [
        'The checkout held changes that are in no commit (`git status` names them), and the binary says so (`vcs.modified`). Ignore what earlier steps write, or write it elsewhere.',
    ];
}


/***/ })

};
