export const id = 485;
export const ids = [485];
export const modules = {

/***/ 5485:
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
// EXTERNAL MODULE: ./build/actions/shared/go/axes.js
var axes = __webpack_require__(9770);
;// CONCATENATED MODULE: ./build/actions/go-static-build/src/platform.js

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
const commaPlatforms = (0,types/* commaLines */.Lg)(platform);
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

;// CONCATENATED MODULE: ./build/actions/go-static-build/src/contract.js




function parse(read) {
    return {
        ...(0,axes/* goInputs */.y)(read),
        outputDirectory: read.optional('output-directory', (0,types/* path */.Ae)(read.workspace)),
        platforms: read.optional('platforms', commaPlatforms) ?? [],
        requireStatic: read.withDefault('require-static', types/* flag */.Jt, 'true'),
        ldflags: read.optional('ldflags', (0,types/* lines */.Mn)(types/* text */.Qq)),
        version: read.optional('version', types/* text */.Qq),
        versionVariables: read.optional('version-variables', types/* pairs */.AS),
        env: read.optional('env', types/* pairs */.AS) ?? new Map(),
        dryRun: read.withDefault('dry-run', types/* flag */.Jt, 'false'),
        ...(0,contract/* commonInputs */.j)(read),
    };
}
const contract_contract = {
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
        'go-version',
        'version',
        'cache-hit',
    ],
};

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/actions/shared/go/cache.js + 3 modules
var go_cache = __webpack_require__(7970);
// EXTERNAL MODULE: ./build/actions/shared/go/cache-service.js
var cache_service = __webpack_require__(3623);
// EXTERNAL MODULE: ./build/actions/shared/go/package-input.js
var package_input = __webpack_require__(6386);
// EXTERNAL MODULE: ./build/actions/shared/go/report-compile.js
var report_compile = __webpack_require__(5765);
// EXTERNAL MODULE: ./build/actions/shared/go/tool.js + 2 modules
var tool = __webpack_require__(1807);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/actions/shared/elf/linkage.js
var elf_linkage = __webpack_require__(5649);
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

// EXTERNAL MODULE: ./build/actions/shared/elf/elf.js + 2 modules
var elf_elf = __webpack_require__(2197);
// EXTERNAL MODULE: ./build/actions/shared/errors/user-error.js
var user_error = __webpack_require__(860);
// EXTERNAL MODULE: ./build/actions/shared/go/explain.js
var explain = __webpack_require__(1456);
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

;// CONCATENATED MODULE: ./build/actions/go-static-build/src/build-info.js
/** Reads the tab-separated lines below `file: go1.26.8`. */
function parseBuildInfo(printed) {
    const rows = printed.split('\n').map((line) => line.trim().split('\t'));
    const mod = rows.find(([kind]) => kind === 'mod');
    const settings = rows.flatMap(([kind, setting = '']) => {
        const at = setting.indexOf('=');
        return kind === 'build' && at > 0
            ? [[setting.slice(0, at), unquoted(setting.slice(at + 1))]]
            : [];
    });
    return {
        goVersion: /: (\S+)/.exec(printed.split('\n', 1)[0] ?? '')?.[1] ?? '',
        module: mod?.[1] ?? '',
        moduleVersion: mod?.[2] ?? '',
        settings: new Map(settings),
    };
}
function unquoted(value) {
    return /^".*"$/.test(value) ? value.slice(1, -1) : value;
}

;// CONCATENATED MODULE: ./build/actions/go-static-build/src/build.js













/** Arguments of the one `go build` that makes all programs of a platform. */
function buildArguments(prepared, tags, stamps, folder) {
    const ldflags = joinFlags([...prepared.flags.ldflags, ...stamps]);
    return [
        'build',
        ...(0,axes/* axisFlags */.D)({ trimpath: prepared.flags.trimpath, tags }),
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
        const [lost] = prepared.leftOut;
        if (!(error instanceof explain/* CompileError */.m) || lost === undefined)
            throw error;
        throw new explain/* CompileError */.m(error.message, {
            fix: `${lost.importPath} has C code that is left out with \`cgo: false\`; if that is what is missing, set \`cgo: auto\`. ${error.fix}`,
            diagnostics: error.diagnostics,
        });
    }
}
/** Reads a binary: what it is (checksum, size), how it was made (build info) and what it needs (ELF). */
async function examine(go, prepared, target, folder) {
    const staged = (0,external_node_path_.join)(folder, target.name);
    const [{ size }, sha256, elf, info] = await Promise.all([
        (0,promises_.stat)(staged),
        sha256Of(staged),
        (0,elf_elf/* readElfFile */.GO)(staged).catch((error) => {
            if (!(error instanceof elf_elf/* ElfError */.QH))
                throw error;
            throw new user_error/* UserError */.yo(`${target.name} for ${platformName(target.platform)} is no sound ELF file: ${error.message}`, {
                fix: 'Look for `-buildmode` among `ldflags` and GOFLAGS: only programs can be proven static.',
            });
        }),
        go.must(['version', '-m', staged]),
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
async function sha256Of(path) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for await (const chunk of (0,external_node_fs_.createReadStream)(path))
        hash.update(chunk);
    return hash.digest('hex');
}
/** Puts a proven binary where it was asked for, in one step. */
async function place(built) {
    const { path } = built.target;
    const draft = `${path}.${process.pid}.tmp`;
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
    // The job's temporary folder may lie on another disk than the workspace, so a plain rename won't do.
    await (0,promises_.copyFile)(built.staged, draft);
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

;// CONCATENATED MODULE: ./build/actions/go-static-build/src/paths.js

/** A path the way the next steps of the job read it: relative to the workspace where it lies inside. */
function shown({ workspace }, path) {
    const inside = (0,external_node_path_.relative)(workspace, path);
    return inside.startsWith('..') ? path : inside;
}

;// CONCATENATED MODULE: ./build/actions/go-static-build/src/plan.js


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

;// CONCATENATED MODULE: ./build/actions/go-static-build/src/version.js

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

;// CONCATENATED MODULE: ./build/actions/go-static-build/src/stamp.js


/** Variables that are stamped when the main package declares them. */
const usual = new Map([
    ['version', '{version}'],
    ['commit', '{commit}'],
    ['date', '{date}'],
]);
/**
 * Turns `version-variables` into `-X` flags.
 *
 * The linker ignores a variable that does not exist, is a constant or is set by a call, and the release goes out as
 * "dev". So each is looked up with `go doc` first: the usual ones of a main package are stamped only where they stand,
 * those asked for by name are reported when they don't.
 */
async function stampFlags(go, mains, wanted, stamp) {
    const templates = wanted ?? new Map([...usual].map(([name, template]) => [`main.${name}`, template]));
    const checked = await Promise.all([...templates].map(async ([variable, template]) => ({
        variable,
        value: fill(variable, template, stamp),
        stands: await stands(go, mains, variable),
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
/** Whether the linker can set a variable: in every main package that is built, or in the package that is named. */
async function stands(go, mains, variable) {
    const dot = variable.lastIndexOf('.');
    const [importPath, name] = [variable.slice(0, dot), variable.slice(dot + 1)];
    if (dot < 1 || !/^\w+$/.test(name)) {
        throw new user_error/* UserError */.yo(`input "version-variables": "${variable}" names no variable`, {
            fix: 'Write `import/path.variable={version}`; the main package is called `main`.',
        });
    }
    const paths = importPath === 'main' ? mains.map((main) => main.importPath) : [importPath];
    const found = await Promise.all(paths.map(async (path) => {
        const { code, stdout } = await go.run(['doc', '-cmd', '-u', path, name]);
        return code === 0 && declaresString(stdout, name);
    }));
    return found.some((one) => one);
}
/**
 * Reads a declaration as `go doc` prints it (gofmt's own form): a string variable without a value or with a constant
 * one is what the linker's `-X` can set.
 */
function declaresString(doc, name) {
    let block = '';
    for (const line of doc.split('\n')) {
        const opening = /^(var|const) \($/.exec(line);
        if (opening !== null)
            block = opening[1] ?? '';
        const match = /^(?:(var|const) |\t)([\w, ]+?)(?: +(string))?(?: += (.+))?$/.exec(line);
        const names = match?.[2]?.split(/, */).map((one) => one.trim()) ?? [];
        if (match === null || !names.includes(name))
            continue;
        const [, keyword = block, , type, value] = match;
        return keyword === 'var' && (value === undefined ? type === 'string' : /^["`]/.test(value));
    }
    return false;
}

;// CONCATENATED MODULE: ./build/actions/go-static-build/src/decide.js








/** Decides what is built, where it goes and what it is stamped with. */
async function planOf(inputs, context, go, prepared) {
    const folder = inputs.outputDirectory ?? (0,external_node_path_.join)(inputs.workingDirectory, 'bin');
    const targets = prepared.flatMap(({ mains, platform }) => targetsOf(mains, platform, prepared.length === 1 ? folder : (0,external_node_path_.join)(folder, platformName(platform))));
    const facts = await commitFacts(context, inputs.workingDirectory);
    const stamp = stampOf(facts, inputs.version, moduleFolder(go.settings.module, context.workspace));
    const mains = prepared[0]?.mains ?? [];
    const stamps = await stampFlags(go, mains, inputs.versionVariables, stamp);
    const missing = stamps.missing.map(notStamped);
    for (const message of missing)
        context.report.annotate({ level: 'warning', title: 'not stamped', message });
    const mended = new Set([...go.mended, ...prepared.flatMap(({ flags }) => flags.mended)]);
    const leftOut = new Set(prepared.flatMap((one) => one.leftOut.map(leftOutNote)));
    return { prepared, targets, stamp, stampFlags: stamps.flags, notes: [...mended, ...missing, ...leftOut] };
}
function notStamped(variable) {
    return `\`version-variables\` names ${variable}, which is no string variable the linker can set; it was left out. Declare it as \`var … string\`.`;
}
function leftOutNote({ importPath }) {
    return `${importPath} has C code that is left out with \`cgo: false\`; make sure it works without (some, like go-sqlite3, compile and then fail when used).`;
}
/** Says what would be run. */
function dryRun(inputs, context, plan) {
    const lines = plan.prepared.map((one) => `${Object.entries(one.env)
        .map(([name, value]) => `${name}=${value}`)
        .join(' ')} go ${argumentsOf(one, inputs, plan, '…').join(' ')}`);
    for (const line of lines)
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

;// CONCATENATED MODULE: ./build/actions/go-static-build/src/flags.js


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
/** Variables that have an input of their own; set behind its back they would make the record lie. */
const reserved = {
    CGO_ENABLED: 'cgo',
    GOOS: 'platforms',
    GOARCH: 'platforms',
    GOAMD64: 'platforms',
    GOARM: 'platforms',
    GOARM64: 'platforms',
};
/** Throws a UserError for a variable in `env` that an input decides. */
function checkEnv(env) {
    for (const name of env.keys()) {
        const input = reserved[name];
        if (input !== undefined) {
            throw new user_error/* UserError */.yo(`input "env" sets ${name}, which the input "${input}" decides`, {
                fix: `Take ${name} out of \`env\` and use \`${input}\`.`,
            });
        }
    }
}

// EXTERNAL MODULE: ./build/actions/shared/go/cgo.js
var go_cgo = __webpack_require__(1464);
// EXTERNAL MODULE: ./build/actions/shared/go/packages.js
var go_packages = __webpack_require__(638);
;// CONCATENATED MODULE: ./build/actions/go-static-build/src/require-static.js

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

;// CONCATENATED MODULE: ./build/actions/go-static-build/src/prepare.js







/**
 * Lists what would be compiled for a platform and finds out whether cgo is in it, before a minute is spent on it.
 *
 * Throws a UserError for what can't become a binary, or no static one where one is required.
 */
async function prepare(go, inputs, checked, platform) {
    const patterns = inputs.packages.length > 0 ? inputs.packages : ['./...'];
    const list = (on) => (0,go_packages/* listPackages */.A)(go, patterns, {
        trimpath: checked.trimpath,
        tags: inputs.tags,
        deps: true,
        env: { ...platformEnv(platform), ...(0,go_cgo/* cgoEnv */.N5)(on) },
    });
    // Both listings are needed: with cgo off Go leaves files that import "C" out without a word.
    const withCgo = await list(true);
    const wanted = (0,go_cgo/* programUses */.jm)(withCgo);
    const cgo = (0,go_cgo/* cgoEnabled */.jN)(inputs.cgo, wanted);
    const packages = cgo ? withCgo : await list(false);
    if (!cgo)
        refuseLostMains(withCgo, packages);
    const mains = mainPackages(packages, inputs.packages);
    const uses = cgo ? wanted : [];
    const flags = uses.length > 0 ? checked : withoutCgoFlags(checked);
    if (inputs.requireStatic && uses.length > 0 && !asksForStatic(flags.ldflags)) {
        throw notStatic(uses, 'known before linking, from the files that import "C"');
    }
    return {
        platform,
        cgo,
        env: { ...platformEnv(platform), ...(0,go_cgo/* cgoEnv */.N5)(cgo) },
        mains,
        uses,
        leftOut: cgo ? [] : wanted.filter(({ standard }) => !standard),
        flags,
    };
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
    const { which } = await __webpack_require__.e(/* import() */ 701).then(__webpack_require__.bind(__webpack_require__, 8701));
    if ((await which(compiler, false)) !== '')
        return;
    throw new user_error/* UserError */.yo(`no C compiler: \`${compiler}\` is not on PATH, and ${because}`, {
        fix: 'Install it before this step (`apt-get install gcc`), or set `cgo: false` if the module has a pure Go way.',
    });
}

// EXTERNAL MODULE: ./build/actions/shared/markdown/markdown.js
var markdown = __webpack_require__(7727);
// EXTERNAL MODULE: ./build/actions/shared/units/bytes.js
var bytes = __webpack_require__(8527);
;// CONCATENATED MODULE: ./build/actions/go-static-build/src/summary.js




/** What people read when all is built. */
function summaryOf(built, facts) {
    const rows = built.map(({ target, size, linkage, bases, sha256 }) => [
        (0,markdown/* code */.aY)(facts.shown(target.path)),
        platformName(target.platform),
        (0,bytes/* formatBytes */.z)(size),
        linkage.kind === 'glibc' ? `glibc ${linkage.glibc ?? ''}`.trim() : linkage.kind,
        bases.slice(0, 3).join(', ') || 'one that brings its libraries',
        (0,markdown/* code */.aY)(sha256.slice(0, 12)),
    ]);
    const head = `### ${built.length === 1 ? 'Binary' : `${built.length} binaries`} built: ${(0,markdown/* code */.aY)(facts.stamp.version)}`;
    return [
        head,
        (0,markdown/* table */.tp)(['binary', 'platform', 'size', 'linkage', 'runs on', 'sha256'], rows),
        ...facts.notes.map((note) => `- ${note}`),
        (0,markdown/* details */.zH)('Proof and settings', proof(built, facts)),
    ].join('\n\n');
}
function proof(built, { goVersion, cache, stamp }) {
    const rows = built.map(({ target, prepared, linkage, stripped }) => [
        target.name,
        platformName(target.platform),
        linkage.because,
        prepared.cgo
            ? `on, used by ${prepared.uses.map(({ importPath }) => importPath).join(', ') || 'nothing'}`
            : 'off',
        (0,markdown/* code */.aY)(joinFlags(prepared.flags.ldflags)),
        stripped ? 'yes' : 'no',
    ]);
    return [
        (0,markdown/* table */.tp)(['binary', 'platform', 'the ELF file says', 'cgo', 'ldflags', 'stripped'], rows),
        `${goVersion}, commit ${(0,markdown/* code */.aY)(stamp.commit.slice(0, 12))}, cache: ${cache.status} (${cache.note})`,
    ].join('\n\n');
}

;// CONCATENATED MODULE: ./build/actions/go-static-build/src/publish.js




/** Tells the world what was built: outputs, summary, release record. */
function publish(context, plan, built, cache, inputs) {
    const { report, log } = context;
    const sections = built.map((one) => section(context, one, plan.stamp, inputs));
    for (const { path, linkage, size, sha256 } of sections) {
        log.info(`${path}: ${linkage}, ${size} bytes, sha256 ${sha256}`);
    }
    const [first] = built;
    report.section('binaries', sections);
    report.output('paths', JSON.stringify(sections.map(({ path }) => path)));
    report.output('binaries', JSON.stringify(sections));
    if (first !== undefined) {
        report.output('path', shown(context, first.target.path));
        report.output('name', (0,external_node_path_.basename)(first.target.path));
        report.output('sha256', first.sha256);
        report.output('size', first.size);
        report.output('linkage', first.linkage.kind);
        report.output('runtime-bases', JSON.stringify(first.bases));
    }
    const goVersion = first?.info.goVersion ?? '';
    const facts = { stamp: plan.stamp, goVersion, cache, notes: plan.notes };
    report.summary(summaryOf(built, { ...facts, shown: (path) => shown(context, path) }));
}
function section(context, one, { version }, { tags }) {
    const { settings, module, goVersion } = one.info;
    return {
        package: one.target.importPath,
        path: shown(context, one.target.path),
        platform: platformName(one.target.platform),
        sha256: one.sha256,
        size: one.size,
        linkage: one.linkage.kind,
        ...(one.linkage.glibc === undefined ? {} : { glibc: one.linkage.glibc }),
        runtimeBases: one.bases,
        goVersion,
        module,
        version,
        flags: {
            // What the binary itself says, not what was asked for.
            cgo: settings.get('CGO_ENABLED') === '1',
            trimpath: settings.get('-trimpath') === 'true',
            ldflags: one.prepared.flags.ldflags.join(' '),
            tags: settings.get('-tags') ?? tags.join(','),
        },
    };
}

;// CONCATENATED MODULE: ./build/actions/go-static-build/src/run.js














/** Builds the programs of a module, proves what they are, and only then puts them where they were asked for. */
async function run(inputs, context, open = cache_service/* openCacheService */.W) {
    const { report, log } = context;
    const directory = inputs.workingDirectory;
    const staging = (0,external_node_path_.join)(context.temp, 'seatrial', `go-static-build-${process.pid}`);
    try {
        (0,package_input/* checkPackages */.G)(inputs.packages);
        checkEnv(inputs.env);
        const checked = checkLdflags(inputs.ldflags, inputs.trimpath);
        const go = await (0,tool/* openGo */.V)(context, directory, Object.fromEntries(inputs.env));
        report.output('go-version', go.settings.version);
        const platforms = platformsOf(inputs, go);
        const cache = await restoreCache(inputs, context, go, platforms, open);
        report.output('cache-hit', cache.status === 'exact');
        const prepared = [];
        for (const platform of platforms)
            prepared.push(await prepare(go, inputs, checked, platform));
        const plan = await planOf(inputs, context, go, prepared);
        report.output('version', plan.stamp.version);
        for (const note of plan.notes)
            log.info(`note: ${note}`);
        if (inputs.dryRun)
            return dryRun(inputs, context, plan);
        await mustBeWritable(plan.targets);
        for (const one of prepared)
            await mustHaveCompiler(go, one, inputs.env.get('CC') ?? context.env['CC']);
        const built = await buildAll(inputs, context, go, plan, staging);
        refuseDynamic(inputs, built);
        for (const one of built)
            await place(one);
        publish(context, { ...plan, notes: [...plan.notes, ...dirtyNotes(built)] }, built, cache, inputs);
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
    return [...new Map(platforms.map((platform) => [platformName(platform), platform])).values()];
}
async function restoreCache(inputs, context, go, platforms, open) {
    if (!inputs.cache || inputs.dryRun)
        return { status: 'off', note: 'switched off' };
    const axes = [inputs.cgo, String(inputs.trimpath), inputs.tags.join(','), ...platforms.map(platformName)];
    const warn = (message) => context.report.annotate({ level: 'warning', title: 'go-static-build', message });
    const cache = await (0,go_cache/* restoreGoCache */.l)(context, go, axes, warn, open);
    context.log.info(`cache: ${cache.status} (${cache.note})`);
    return cache;
}
async function buildAll(inputs, context, go, plan, staging) {
    const built = [];
    for (const one of plan.prepared) {
        const name = platformName(one.platform);
        const folder = (0,external_node_path_.join)(staging, name);
        const targets = plan.targets.filter(({ platform }) => platform === one.platform);
        const args = argumentsOf(one, inputs, plan, folder);
        await context.log.group(`go build for ${name}: ${targets.map((target) => target.name).join(', ')}`, async () => {
            context.log.info(`go ${args.join(' ')}`);
            await build(go, one, args, folder);
        });
        for (const target of targets)
            built.push(await examine(go, one, target, folder));
    }
    return built;
}
function refuseDynamic(inputs, built) {
    const dynamic = built.find(({ linkage }) => linkage.kind !== 'static');
    if (!inputs.requireStatic || dynamic === undefined)
        return;
    throw notStatic(dynamic.prepared.uses, `the ELF file says ${dynamic.linkage.because}`);
}
/** What makes a release hard to trace: sources that are in no commit. */
function dirtyNotes(built) {
    if (!built.some(({ info }) => info.settings.get('vcs.modified') === 'true'))
        return [];
    return [
        'The checkout held changes that are in no commit (`git status` names them), and the binary says so (`vcs.modified`). Ignore what earlier steps write, or write it elsewhere.',
    ];
}

;// CONCATENATED MODULE: ./build/actions/go-static-build/src/index.js



const start = () => (0,run_action/* runAction */.C)(contract_contract, run);


/***/ }),

/***/ 2197:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  QH: () => (/* reexport */ ElfError),
  GO: () => (/* binding */ readElfFile)
});

// UNUSED EXPORTS: readElf

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./build/actions/shared/elf/bytes.js
/** A file that is no ELF file, or whose tables point outside it. */
class ElfError extends Error {
    name = 'ElfError';
}
/** Reads exactly `length` bytes, or throws an ElfError: a cut file must never be taken for a proof. */
async function exactly(read, offset, length, what) {
    const limit = 64 * 1024 * 1024;
    if (!Number.isSafeInteger(offset) || offset < 0 || length < 0 || length > limit) {
        throw new ElfError(`${what} lies outside any sensible file`);
    }
    const bytes = await read(offset, length);
    if (bytes.length < length)
        throw new ElfError(`the file ends inside ${what}`);
    return bytes;
}
function half(bytes, at, { little }) {
    return little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at);
}
function word(bytes, at, { little }) {
    return little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at);
}
/** An address, an offset or a size: 8 bytes in 64-bit files, 4 in 32-bit ones. */
function bytes_native(bytes, at, layout) {
    if (!layout.wide)
        return word(bytes, at, layout);
    return Number(layout.little ? bytes.readBigUInt64LE(at) : bytes.readBigUInt64BE(at));
}
/** The text from `at` to the next zero byte. */
function cString(bytes, at) {
    if (at < 0 || at >= bytes.length)
        throw new ElfError('a name lies outside the string table');
    const end = bytes.indexOf(0, at);
    return bytes.toString('utf8', at, end < 0 ? bytes.length : end);
}

;// CONCATENATED MODULE: ./build/actions/shared/elf/dynamic.js

/** d_tag values (ELF specification, "Dynamic Section"; the version tags are GNU's). */
const tags = {
    end: 0,
    needed: 1,
    stringTable: 5,
    stringTableSize: 10,
    versionNeeded: 0x6ffffffe,
    versionNeededCount: 0x6fffffff,
};
/** Reads the dynamic segment; without one the file needs nothing. */
async function readDynamic(read, dynamic, loads, layout) {
    if (dynamic === undefined)
        return { needed: [], symbolVersions: [] };
    const entries = await readEntries(read, dynamic, layout);
    const one = (tag) => entries.find((entry) => entry.tag === tag)?.value;
    const wanted = entries.filter(({ tag }) => tag === tags.needed);
    const versions = one(tags.versionNeeded);
    if (wanted.length === 0 && versions === undefined)
        return { needed: [], symbolVersions: [] };
    const names = await exactly(read, fileOffset(one(tags.stringTable), loads), one(tags.stringTableSize) ?? 0, 'the string table');
    const symbolVersions = versions === undefined
        ? []
        : await readVersions(read, fileOffset(versions, loads), one(tags.versionNeededCount) ?? 0, names, layout);
    return { needed: wanted.map(({ value }) => cString(names, value)), symbolVersions };
}
async function readEntries(read, dynamic, layout) {
    const step = layout.wide ? 16 : 8;
    const bytes = await exactly(read, dynamic.offset, dynamic.size, 'the dynamic section');
    const all = Array.from({ length: Math.floor(bytes.length / step) }, (_, index) => ({
        tag: bytes_native(bytes, index * step, layout),
        value: bytes_native(bytes, index * step + step / 2, layout),
    }));
    const end = all.findIndex(({ tag }) => tag === tags.end);
    return end < 0 ? all : all.slice(0, end);
}
/** The tables are named by their address in memory; the load segments say where that stands in the file. */
function fileOffset(address, loads) {
    const home = loads.find((load) => address !== undefined && address >= load.address && address < load.address + load.size);
    if (home === undefined || address === undefined) {
        throw new ElfError('its dynamic section points outside the loaded segments');
    }
    return address - home.address + home.offset;
}
/** Elf_Verneed and Elf_Vernaux: chains of 16-byte entries, the same in 32 and 64 bits. */
async function readVersions(read, start, count, names, layout) {
    const found = new Set();
    let library = start;
    for (let seen = 0; seen < sensible(count); seen += 1) {
        const entry = await exactly(read, library, 16, 'the version table');
        let version = library + word(entry, 8, layout);
        for (let left = half(entry, 2, layout); left > 0; left -= 1) {
            const item = await exactly(read, version, 16, 'the version table');
            found.add(cString(names, word(item, 8, layout)));
            const next = word(item, 12, layout);
            if (next === 0)
                break;
            version += next;
        }
        const next = word(entry, 12, layout);
        if (next === 0)
            break;
        library += next;
    }
    return [...found].sort();
}
/** No program asks for the versions of a thousand libraries; a damaged one must not keep us busy for ever. */
function sensible(count) {
    if (count > 1000)
        throw new ElfError('its version table is longer than any');
    return count;
}

;// CONCATENATED MODULE: ./build/actions/shared/elf/elf.js




const segmentTypes = { load: 1, dynamic: 2, interpreter: 3 };
const symbolTable = 2;
/** e_machine of the platforms Go builds for (ELF specification, "Machine Information"). */
const machines = new Map([
    [3, '386'],
    [8, 'mips'],
    [20, 'ppc'],
    [21, 'ppc64'],
    [22, 's390x'],
    [40, 'arm'],
    [62, 'amd64'],
    [183, 'arm64'],
    [243, 'riscv64'],
    [258, 'loong64'],
]);
/** Reads an ELF file's headers. Throws an ElfError when it is none or when it is damaged. */
async function readElfFile(path) {
    const file = await (0,promises_.open)(path);
    try {
        return await readElf(async (offset, length) => {
            const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
            return buffer.subarray(0, bytesRead);
        });
    }
    finally {
        await file.close();
    }
}
/** Reads the headers of an ELF file of any word size and byte order. */
async function readElf(read) {
    const ident = await exactly(read, 0, 16, 'the ELF header');
    if (ident.toString('latin1', 0, 4) !== '\x7fELF')
        throw new ElfError('the file is not an ELF file');
    const layout = { wide: ident[4] === 2, little: ident[5] === 1 };
    const header = await exactly(read, 0, layout.wide ? 64 : 52, 'the ELF header');
    const segments = await readSegments(read, header, layout);
    const interpreter = segments.find(({ type }) => type === segmentTypes.interpreter);
    const dynamic = segments.find(({ type }) => type === segmentTypes.dynamic);
    const loads = segments.filter(({ type }) => type === segmentTypes.load);
    const machine = half(header, 18, layout);
    return {
        machine: machines.get(machine) ?? `machine ${machine}`,
        interpreter: interpreter === undefined ? undefined : await readInterpreter(read, interpreter),
        stripped: !(await hasSymbolTable(read, header, layout)),
        ...(await readDynamic(read, dynamic, loads, layout)),
    };
}
async function readSegments(read, header, layout) {
    const { wide } = layout;
    const offset = bytes_native(header, wide ? 32 : 28, layout);
    const size = half(header, wide ? 54 : 42, layout);
    const count = half(header, wide ? 56 : 44, layout);
    if (count > 0 && size < (wide ? 56 : 32))
        throw new ElfError('its program headers are too short');
    const bytes = await exactly(read, offset, size * count, 'the program headers');
    return Array.from({ length: count }, (_, index) => {
        const at = index * size;
        return {
            type: word(bytes, at, layout),
            offset: bytes_native(bytes, at + (wide ? 8 : 4), layout),
            address: bytes_native(bytes, at + (wide ? 16 : 8), layout),
            size: bytes_native(bytes, at + (wide ? 32 : 16), layout),
        };
    });
}
async function readInterpreter(read, segment) {
    const bytes = await exactly(read, segment.offset, segment.size, 'the interpreter');
    return bytes.toString('utf8').replace(/\0.*$/s, '');
}
async function hasSymbolTable(read, header, layout) {
    const { wide } = layout;
    const offset = bytes_native(header, wide ? 40 : 32, layout);
    const size = half(header, wide ? 58 : 46, layout);
    const count = half(header, wide ? 60 : 48, layout);
    if (offset === 0 || count === 0)
        return false;
    if (size < 8)
        throw new ElfError('its section headers are too short');
    const bytes = await exactly(read, offset, size * count, 'the section headers');
    return Array.from({ length: count }, (_, index) => word(bytes, index * size + 4, layout)).includes(symbolTable);
}


/***/ }),

/***/ 5649:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ compareVersions),
/* harmony export */   q: () => (/* binding */ linkageOf)
/* harmony export */ });
/** Libraries that come with every glibc. */
const ofGlibc = /^(?:libc|libpthread|libdl|libm|librt|libresolv|libutil|libanl|ld-linux[\w-]*|ld64)\.so\.\d+$/;
const ofMusl = /^(?:libc\.musl-\w+|ld-musl-\w+)\.so\.\d+$/;
/**
 * Reads from the facts of the file whether it runs alone.
 *
 * Static means: the kernel starts the program itself (no PT_INTERP) and no shared library is asked for. A
 * position-independent static program has a dynamic section and is static all the same.
 */
function linkageOf({ interpreter, needed, symbolVersions }) {
    if (interpreter === undefined && needed.length === 0) {
        return { kind: 'static', libraries: [], because: 'no PT_INTERP and no DT_NEEDED' };
    }
    const because = [
        ...(interpreter === undefined ? [] : [`PT_INTERP ${interpreter}`]),
        ...(needed.length === 0 ? [] : [`DT_NEEDED ${needed.join(', ')}`]),
    ].join('; ');
    if (/\/ld-musl-/.test(interpreter ?? '') || needed.some((name) => ofMusl.test(name))) {
        const libraries = needed.filter((name) => !ofMusl.test(name) && name !== 'libc.so');
        return { kind: 'musl', libraries, because };
    }
    const libraries = needed.filter((name) => !ofGlibc.test(name));
    const byGlibc = /\/ld(?:64|-linux[\w-]*|\d*)\.so\.\d+$/.test(interpreter ?? '') || needed.includes('libc.so.6');
    if (!byGlibc)
        return { kind: 'dynamic', libraries, because };
    const glibc = newestGlibc(symbolVersions);
    return { kind: 'glibc', ...(glibc === undefined ? {} : { glibc }), libraries, because };
}
/** The highest `GLIBC_x.y` among symbol versions; packed relocations (DT_RELR) came with 2.36. */
function newestGlibc(versions) {
    return versions
        .map((version) => (version === 'GLIBC_ABI_DT_RELR' ? 'GLIBC_2.36' : version))
        .flatMap((version) => /^GLIBC_(\d+(?:\.\d+)+)$/.exec(version)?.[1] ?? [])
        .sort(compareVersions)
        .at(-1);
}
/** Compares dotted numbers: 2.9 before 2.34. */
function compareVersions(left, right) {
    const [a, b] = [left.split('.').map(Number), right.split('.').map(Number)];
    const length = Math.max(a.length, b.length);
    for (let at = 0; at < length; at += 1) {
        const difference = (a[at] ?? 0) - (b[at] ?? 0);
        if (difference !== 0)
            return difference;
    }
    return 0;
}


/***/ }),

/***/ 8527:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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


/***/ })

};
