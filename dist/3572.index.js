export const id = 3572;
export const ids = [3572];
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

/***/ 32105:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MX: () => (/* binding */ half),
/* harmony export */   QH: () => (/* binding */ ElfError),
/* harmony export */   Vm: () => (/* binding */ word),
/* harmony export */   Yk: () => (/* binding */ native),
/* harmony export */   e6: () => (/* binding */ isDamage),
/* harmony export */   pV: () => (/* binding */ exactly),
/* harmony export */   ry: () => (/* binding */ cString)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30860);

/** A file that is no ELF file, or whose tables point outside it. */
class ElfError extends Error {
    name = 'ElfError';
}
/** Whether an error means that a file is cut, damaged or of another kind. Node tells reads beyond a buffer by a code. */
function isDamage(error) {
    const beyond = ['ERR_BUFFER_OUT_OF_BOUNDS', 'ERR_OUT_OF_RANGE'];
    return error instanceof ElfError || beyond.includes((0,_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .codeOf */ .$N)(error) ?? '');
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
function native(bytes, at, layout) {
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


/***/ }),

/***/ 41094:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ withFile),
/* harmony export */   p: () => (/* binding */ ifTold)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32105);


/** Opens a file for as long as it is read. Throws what the file system says, and whatever `use` throws. */
async function withFile(path, use) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path);
    try {
        return await use(async (offset, length) => {
            const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(length), 0, length, offset);
            return buffer.subarray(0, bytesRead);
        });
    }
    finally {
        await file.close();
    }
}
/** The same for what a file need not tell: undefined where it can't be opened, is damaged or of another kind. */
async function ifTold(path, use) {
    let opened = false;
    try {
        return await withFile(path, (read) => {
            opened = true;
            return use(read);
        });
    }
    catch (error) {
        if (!opened || (0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .isDamage */ .e6)(error))
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 21819:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nk: () => (/* binding */ mainModuleOf),
/* harmony export */   O5: () => (/* binding */ buildInfoOf),
/* harmony export */   oQ: () => (/* binding */ programOf)
/* harmony export */ });
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32105);
/* harmony import */ var _file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41094);
/* harmony import */ var _sections_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6332);



/**
 * What the Go linker wrote into an ELF file about the build (section `.go.buildinfo`, Go 1.18 and newer), in the lines of
 * `go version -m` and without running anything. Undefined when the file tells nothing.
 */
function buildInfoOf(path) {
    return (0,_file_js__WEBPACK_IMPORTED_MODULE_1__/* .ifTold */ .p)(path, (read) => readBuildInfo(path, read));
}
/** Path and version of the main module of a Go program. Undefined when the file tells none. */
async function mainModuleOf(path) {
    const [, module, version] = /^\tmod\t([^\t\n]+)\t([^\t\n]+)/m.exec((await buildInfoOf(path)) ?? '') ?? [];
    return module === undefined || version === undefined ? undefined : { path: module, version };
}
/** Import path of the program and path of its module. Undefined when the file tells none. */
async function programOf(path) {
    const info = (await buildInfoOf(path)) ?? '';
    const [, program] = /^\tpath\t([^\t\n]+)/m.exec(info) ?? [];
    const [, module] = /^\tmod\t([^\t\n]+)/m.exec(info) ?? [];
    return program === undefined || module === undefined ? undefined : { program, module };
}
/** A mark of 16 bytes stands before and behind the lines (cmd/go/internal/modload, `ModInfoData`). */
const mark = 16;
async function readBuildInfo(path, read) {
    const section = await (0,_sections_js__WEBPACK_IMPORTED_MODULE_2__/* .findSection */ .r)(read, '.go.buildinfo');
    if (section === undefined)
        return undefined;
    const bytes = await (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .exactly */ .pV)(read, section.offset, section.size, 'the build information');
    // Bit 1 of the flags: the strings stand here, each behind its length, and not somewhere else in memory.
    if (bytes.toString('latin1', 0, 14) !== '\xff Go buildinf:' || ((bytes[15] ?? 0) & 2) === 0)
        return undefined;
    const goVersion = bytesAt(bytes, 32);
    const lines = bytesAt(bytes, goVersion.end).part;
    const text = lines.length < 2 * mark ? '' : lines.toString('utf8', mark, lines.length - mark);
    const shown = text
        .trimEnd()
        .split('\n')
        .map((line) => `\t${line}`);
    return `${[`${path}: ${goVersion.part.toString()}`, ...shown].join('\n')}\n`;
}
/** Bytes behind their length, which is written seven bits at a time (`varint`). */
function bytesAt(bytes, start) {
    let length = 0;
    let at = start;
    for (let shift = 0;; shift += 7) {
        const byte = bytes.readUInt8(at);
        at += 1;
        length += (byte & 0x7f) * 2 ** shift;
        if (byte < 0x80)
            break;
    }
    return { part: bytes.subarray(at, at + length), end: at + length };
}


/***/ }),

/***/ 6332:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ readElfTables),
/* harmony export */   r: () => (/* binding */ findSection)
/* harmony export */ });
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32105);
/* harmony import */ var _file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41094);


const sectionTypes = { symbolTable: 2, noBits: 8 };
/** Reads sections and symbols of an ELF file. Throws an ElfError when it is none or damaged. */
function readElfTables(path) {
    return (0,_file_js__WEBPACK_IMPORTED_MODULE_1__/* .withFile */ .D)(path, async (read) => {
        const { sections, layout } = await readSections(read);
        const table = sections.find(({ type }) => type === sectionTypes.symbolTable);
        return { sections, symbols: table === undefined ? [] : await readSymbols(read, table, sections, layout) };
    });
}
/** A section by its name; undefined when there is none. Throws an ElfError when the file is no ELF file or damaged. */
async function findSection(read, name) {
    return (await readSections(read)).sections.find((one) => one.name === name);
}
async function readSections(read) {
    const ident = await (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .exactly */ .pV)(read, 0, 16, 'the ELF header');
    if (ident.toString('latin1', 0, 4) !== '\x7fELF')
        throw new _bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .ElfError */ .QH('the file is not an ELF file');
    const layout = { wide: ident[4] === 2, little: ident[5] === 1 };
    const header = await (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .exactly */ .pV)(read, 0, layout.wide ? 64 : 52, 'the ELF header');
    return { sections: await sectionsBy(read, header, layout), layout };
}
async function sectionsBy(read, header, layout) {
    const { wide } = layout;
    const offset = (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .native */ .Yk)(header, wide ? 40 : 32, layout);
    const step = (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .half */ .MX)(header, wide ? 58 : 46, layout);
    const count = (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .half */ .MX)(header, wide ? 60 : 48, layout);
    if (offset === 0 || count === 0)
        return [];
    if (step < (wide ? 64 : 40))
        throw new _bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .ElfError */ .QH('its section headers are too short');
    const bytes = await (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .exactly */ .pV)(read, offset, step * count, 'the section headers');
    const raw = Array.from({ length: count }, (_, index) => rawSection(bytes, index * step, layout));
    const names = raw[(0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .half */ .MX)(header, wide ? 62 : 50, layout)];
    if (names === undefined)
        throw new _bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .ElfError */ .QH('its section names lie outside the section headers');
    const text = await (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .exactly */ .pV)(read, names.offset, names.inFile, 'the section names');
    return raw.map(({ nameAt, type, address, offset: at, inFile, link }) => ({
        name: type === 0 ? '' : (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .cString */ .ry)(text, nameAt),
        type,
        address,
        offset: at,
        size: inFile,
        link,
    }));
}
function rawSection(bytes, at, layout) {
    const { wide } = layout;
    const type = (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .word */ .Vm)(bytes, at + 4, layout);
    const size = (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .native */ .Yk)(bytes, at + (wide ? 32 : 20), layout);
    return {
        nameAt: (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .word */ .Vm)(bytes, at, layout),
        type,
        address: (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .native */ .Yk)(bytes, at + (wide ? 16 : 12), layout),
        offset: (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .native */ .Yk)(bytes, at + (wide ? 24 : 16), layout),
        inFile: type === sectionTypes.noBits || type === 0 ? 0 : size,
        link: (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .word */ .Vm)(bytes, at + (wide ? 40 : 24), layout),
    };
}
async function readSymbols(read, table, sections, layout) {
    const strings = sections[table.link];
    if (strings === undefined)
        throw new _bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .ElfError */ .QH('its symbol table has no names');
    const bytes = await (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .exactly */ .pV)(read, table.offset, table.size, 'the symbol table');
    const names = await (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .exactly */ .pV)(read, strings.offset, strings.size, 'the names of the symbols');
    const step = layout.wide ? 24 : 16;
    const found = [];
    for (let at = 0; at + step <= bytes.length; at += step) {
        const size = (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .native */ .Yk)(bytes, at + (layout.wide ? 16 : 8), layout);
        if (size === 0)
            continue;
        found.push({
            name: (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .cString */ .ry)(names, (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .word */ .Vm)(bytes, at, layout)),
            address: (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .native */ .Yk)(bytes, at + (layout.wide ? 8 : 4), layout),
            size,
            section: (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .half */ .MX)(bytes, at + (layout.wide ? 6 : 14), layout),
        });
    }
    return found;
}


/***/ }),

/***/ 47912:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U_: () => (/* binding */ chunksOf),
/* harmony export */   cI: () => (/* binding */ seen),
/* harmony export */   ol: () => (/* binding */ chunksIn)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);

const chunkBytes = 1 << 20;
/** Reads a file through one buffer: a chunk is good until the next one is asked for. Throws what the file system says. */
async function* chunksOf(path) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path);
    try {
        yield* chunksIn(file);
    }
    finally {
        await file.close();
    }
}
/** The same for a file that is open, from its beginning, whoever else reads it. */
async function* chunksIn(file) {
    const buffer = Buffer.allocUnsafeSlow(chunkBytes);
    for (let position = 0;;) {
        const { bytesRead } = await file.read(buffer, 0, buffer.length, position);
        if (bytesRead === 0)
            return;
        position += bytesRead;
        yield buffer.subarray(0, bytesRead);
    }
}
/** The same chunks, each shown to `see` on its way. */
async function* seen(source, see) {
    for await (const chunk of source) {
        see(chunk);
        yield chunk;
    }
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

/***/ 41886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BP: () => (/* binding */ logLine),
/* harmony export */   EO: () => (/* binding */ plainMarkdown),
/* harmony export */   TN: () => (/* binding */ oneLine)
/* harmony export */ });
/**
 * Text that others wrote (package names, advisories, output of programs) on one line: without control characters
 * and halves of characters, and without what the runner would take for one of its commands.
 */
function oneLine(text) {
    return text
        .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]+/gu, ' ')
        .replaceAll('##[', '# #[')
        .trim();
}
/** A line of a program's output for the log. The bar keeps `::command::` from standing at the start of a line. */
function logLine(text) {
    return `│ ${oneLine(text)}`;
}
/** Untrusted text for Markdown: no HTML, links, mentions or formatting come to life in it. */
function plainMarkdown(text) {
    return oneLine(text)
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll(/[[\]()*_~`#!@|\\]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}


/***/ }),

/***/ 11332:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   Vq: () => (/* binding */ sha256OfFile),
/* harmony export */   ol: () => (/* binding */ digestOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _files_chunks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47912);


/** Whether a text is a digest as registries write it. Only sha256 is used by builders and registries today. */
function isDigest(text) {
    return /^sha256:[0-9a-f]{64}$/.test(text);
}
/** The digest of bytes, such as `sha256:2cf2…`. */
function digestOf(bytes) {
    return `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex')}`;
}
/** The sha256 of a file in hexadecimal. Throws what the file system says. */
async function sha256OfFile(path) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for await (const chunk of (0,_files_chunks_js__WEBPACK_IMPORTED_MODULE_1__/* .chunksOf */ .U_)(path))
        hash.update(chunk);
    return hash.digest('hex');
}


/***/ }),

/***/ 19496:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ programOnPath),
/* harmony export */   Q: () => (/* binding */ installPinned)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57075);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(38522);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(30860);
/* harmony import */ var _oci_tar_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(71449);








/** The program of that name on PATH; undefined when there is none that may be run. */
async function programOnPath(name, path) {
    for (const folder of path.split(node_path__WEBPACK_IMPORTED_MODULE_3__.delimiter).filter(node_path__WEBPACK_IMPORTED_MODULE_3__.isAbsolute)) {
        const candidate = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, name);
        const runs = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.access)(candidate, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.X_OK).then(() => true, () => false);
        if (runs)
            return candidate;
    }
    return undefined;
}
/**
 * Gives the path of a pinned program, downloading it when no earlier step has. Nothing that has another sha256 is ever
 * written to disk as a program.
 *
 * Throws a UserError when it can't be fetched or is something else.
 */
async function installPinned(tool, { env, temp, signal, log }, download = fetched) {
    const { name, version, url } = tool;
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(env['RUNNER_TOOL_CACHE'] || temp, `seatrial-${name}`, tool.sha256);
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, name);
    // The folder is named by the checksum and the program is moved in last: what stands there was checked.
    if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(path).catch(() => undefined))?.isFile() === true)
        return path;
    log.info(`There is no ${name} on PATH: ${version} is fetched from ${url}`);
    const bytes = await download(url, signal).catch((error) => {
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo(`${name} ${version} can't be fetched: ${(0,_errors_user_error_js__WEBPACK_IMPORTED_MODULE_6__/* .messageOf */ .bD)(error)}`, {
            fix: `Let the runner reach ${new URL(url).host}, or install ${name} in a step before and give its path as \`${name}\`.`,
        });
    });
    mustBe(tool, bytes);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(folder, { recursive: true });
    const draft = `${path}.${process.pid}`;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)(draft, tool.packed ? await unpacked(bytes, name) : bytes);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.chmod)(draft, 0o755);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(draft, path);
    return path;
}
function mustBe({ name, version, url, sha256 }, bytes) {
    const actual = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex');
    if (actual === sha256)
        return;
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo(`what ${url} gave is not ${name} ${version}: its sha256 is ${actual}, not ${sha256}`, {
        fix: 'Do not run it. Look at what stands between the runner and GitHub, and report it.',
    });
}
async function unpacked(archive, name) {
    for await (const entry of (0,_oci_tar_js__WEBPACK_IMPORTED_MODULE_7__/* .tarEntries */ .O)(node_stream__WEBPACK_IMPORTED_MODULE_4__.Readable.from([archive]).pipe((0,node_zlib__WEBPACK_IMPORTED_MODULE_5__.createGunzip)()))) {
        if (entry.name !== name || entry.type !== 'file')
            continue;
        const parts = [];
        for await (const part of entry.body())
            parts.push(part);
        return Buffer.concat(parts);
    }
    throw new Error(`the archive holds no ${name}`);
}
const patienceMs = 300_000;
async function fetched(url, signal) {
    const answer = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]) });
    if (!answer.ok)
        throw new Error(`HTTP ${answer.status}`);
    return Buffer.from(await answer.arrayBuffer());
}


/***/ }),

/***/ 9743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  start: () => (/* binding */ start)
});

// EXTERNAL MODULE: ./build/actions/shared/action/run-action.js + 8 modules
var run_action = __webpack_require__(94344);
// EXTERNAL MODULE: ./build/actions/shared/contract/contract.js
var contract = __webpack_require__(86777);
// EXTERNAL MODULE: ./build/actions/shared/contract/types.js
var types = __webpack_require__(56030);
;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/findings/finding.js
/** From the worst down; the order everything is shown in. */
const severities = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'UNKNOWN'];
const kinds = ['os-package', 'dependency', 'misconfiguration', 'secret', 'licence'];
/** Worst first, code that runs before code that doesn't, what can be mended before what can't; then by name. */
function ranked(findings) {
    const rank = ({ severity, reach, fixedIn }) => severities.indexOf(severity) * 4 + (reach === 'not-called' ? 2 : 0) + (fixedIn === '' ? 1 : 0);
    return [...findings].sort((a, b) => rank(a) - rank(b) ||
        compare(a.id, b.id) ||
        compare(a.subject, b.subject) ||
        compare(partOf(a), partOf(b)));
}
function compare(a, b) {
    return a < b ? -1 : Number(a > b);
}
/**
 * The findings a person would tell apart, worst first: what is in several platforms or programs of an image is mended
 * once.
 */
function distinct(findings) {
    const keyOf = ({ kind, id, subject, installed, lines }) => JSON.stringify([kind, id, subject, installed, lines]);
    const once = new Map();
    for (const finding of ranked(findings))
        if (!once.has(keyOf(finding)))
            once.set(keyOf(finding), finding);
    return [...once.values()];
}
/** The part of the target a finding is in, with its platform where there are several. */
function partOf({ platform, target }) {
    return platform === '' ? target : `${platform}: ${target}`;
}
/** How many findings there are of each severity, in lower case as outputs are named. */
function countsOf(findings) {
    const count = (severity) => findings.filter((one) => one.severity === severity).length;
    return {
        critical: count('CRITICAL'),
        high: count('HIGH'),
        medium: count('MEDIUM'),
        low: count('LOW'),
        unknown: count('UNKNOWN'),
    };
}
/** The same, by kind. */
function countsByKind(findings) {
    const of = (kind) => countsOf(findings.filter((one) => one.kind === kind));
    return {
        'os-package': of('os-package'),
        dependency: of('dependency'),
        misconfiguration: of('misconfiguration'),
        secret: of('secret'),
        licence: of('licence'),
    };
}

;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/contract.js



/** Where trivy's makers publish the database: a mirror first, then the origin. */
const publicDatabases = 'mirror.gcr.io/aquasec/trivy-db:2,ghcr.io/aquasecurity/trivy-db:2';
function parse(read) {
    const inputs = {
        target: read.required('target', types/* text */.Qq),
        targetType: read.withDefault('target-type', (0,types/* choice */.Yq)('auto', 'image', 'oci-layout', 'docker-archive', 'filesystem', 'sbom', 'config'), 'auto'),
        name: read.optional('name', types/* text */.Qq),
        severities: read.withDefault('severities', (0,types/* commaLines */.Lg)((0,types/* choice */.Yq)('CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'UNKNOWN')), 'HIGH,CRITICAL'),
        kinds: read.withDefault('kinds', (0,types/* commaLines */.Lg)((0,types/* choice */.Yq)(...kinds)), kinds.join(',')),
        scanners: read.withDefault('scanners', (0,types/* commaLines */.Lg)((0,types/* choice */.Yq)('vuln', 'misconfig', 'secret', 'license')), 'vuln,misconfig,secret'),
        ignoreUnfixed: read.withDefault('ignore-unfixed', types/* flag */.Jt, 'false'),
        ignoreFiles: read.optional('ignore-file', (0,types/* lines */.Mn)((0,types/* path */.Ae)(read.workspace))) ?? [],
        vex: read.optional('vex', (0,types/* lines */.Mn)((0,types/* path */.Ae)(read.workspace))) ?? [],
        vulnerabilities: read.optional('vulnerabilities', (0,types/* lines */.Mn)((0,types/* path */.Ae)(read.workspace))) ?? [],
        unreachable: read.withDefault('unreachable', (0,types/* choice */.Yq)('block', 'report'), 'block'),
        gate: read.withDefault('gate', (0,types/* choice */.Yq)('all', 'new'), 'all'),
        baseSbom: read.optional('base-sbom', (0,types/* lines */.Mn)((0,types/* path */.Ae)(read.workspace))) ?? [],
        notify: read.optional('notify', (0,types/* hidden */.R)(types/* pairs */.AS)) ?? new Map(),
        notifySecrets: read.optional('notify-secrets', (0,types/* hidden */.R)(types/* pairs */.AS)) ?? new Map(),
        workingDirectory: read.withDefault('working-directory', (0,types/* path */.Ae)(read.workspace), '.'),
        trivy: read.optional('trivy', (0,types/* path */.Ae)(read.workspace)),
        databaseRepositories: read.withDefault('db-repository', (0,types/* commaLines */.Lg)(types/* text */.Qq), publicDatabases),
        maxDatabaseAge: read.withDefault('max-database-age', types/* duration */.p0, '72h'),
        cache: read.withDefault('cache', types/* flag */.Jt, 'true'),
        cacheDirectory: read.optional('cache-directory', (0,types/* path */.Ae)(read.workspace)),
        timeout: read.withDefault('timeout', types/* duration */.p0, '10m'),
        reportDirectory: read.optional('report-directory', (0,types/* path */.Ae)(read.workspace)),
        ...(0,contract/* commonInputs */.j)(read),
    };
    if (inputs.severities.length === 0)
        read.refuse('input "severities" names none: nothing could ever block');
    if (inputs.kinds.length === 0)
        read.refuse('input "kinds" names none: nothing could ever block');
    if (inputs.scanners.length === 0)
        read.refuse('input "scanners" names none: nothing would be scanned');
    if (inputs.trivy?.endsWith('/latest') === true)
        read.refuse('input "trivy" is a path, and there is no "latest": a tag can be moved to other bytes; leave it out for the pinned release');
    return inputs;
}
const contract_contract = {
    name: 'trivy-gate',
    parse,
    outputs: [
        'verdict',
        'critical',
        'high',
        'medium',
        'low',
        'unknown',
        'counts',
        'new',
        'sarif',
        'vex',
        'report',
        'digest',
    ],
};

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/actions/shared/errors/user-error.js
var user_error = __webpack_require__(30860);
// EXTERNAL MODULE: ./build/actions/shared/json/json.js
var json = __webpack_require__(65977);
// EXTERNAL MODULE: ./build/actions/shared/markdown/untrusted.js
var untrusted = __webpack_require__(41886);
// EXTERNAL MODULE: ./build/actions/shared/registry/loopback.js
var loopback = __webpack_require__(72369);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/actions/shared/notify/formats.js


/** A text of a chat ends here, with a mark: chats refuse a message whose parts are too long. */
function clipped(text, longest) {
    return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}
/** Slack: Block Kit. A header takes 150 characters of plain text, a section 3000; `&`, `<` and `>` are its markup. */
const slack = {
    post: ({ title, lines, link }, url) => {
        const text = lines.map((line) => (0,untrusted/* oneLine */.TN)(line)).join('\n');
        const plain = (content) => ({ type: 'plain_text', text: content, emoji: false });
        return {
            url,
            body: {
                text: escapeSlack(clipped((0,untrusted/* oneLine */.TN)(title), 150)),
                blocks: [
                    { type: 'header', text: plain(clipped((0,untrusted/* oneLine */.TN)(title), 150)) },
                    ...(text === '' ? [] : [{ type: 'section', text: plain(clipped(text, 3000)) }]),
                    ...(link === undefined
                        ? []
                        : [{ type: 'actions', elements: [{ type: 'button', text: plain(link.text), url: link.url }] }]),
                ],
            },
        };
    },
    // Slack answers with the status alone, and the text `ok` or the reason.
    refusal: () => undefined,
};
function escapeSlack(text) {
    return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
/** Feishu and Lark: an interactive card of plain text; the signature is keyed by time (seconds) and secret. */
const feishu = {
    post: ({ title, lines, link }, url, secret, now) => {
        const plain = (content) => ({ tag: 'plain_text', content });
        const timestamp = String(Math.floor(now / 1000));
        return {
            url,
            body: {
                ...(secret === undefined
                    ? {}
                    : { timestamp, sign: (0,external_node_crypto_.createHmac)('sha256', `${timestamp}\n${secret}`).update('').digest('base64') }),
                msg_type: 'interactive',
                card: {
                    config: { wide_screen_mode: true },
                    header: { title: plain(clipped((0,untrusted/* oneLine */.TN)(title), 200)), template: 'red' },
                    elements: [
                        { tag: 'div', text: plain(clipped(lines.map((line) => (0,untrusted/* oneLine */.TN)(line)).join('\n'), 4000)) },
                        ...(link === undefined
                            ? []
                            : [
                                {
                                    tag: 'action',
                                    actions: [{ tag: 'button', text: plain(link.text), url: link.url, type: 'default' }],
                                },
                            ]),
                    ],
                },
            },
        };
    },
    refusal: (answer) => refusalBy(answer, ['code', 'StatusCode'], ['msg', 'StatusMessage']),
};
/** DingTalk: Markdown; time (milliseconds) and signature stand in the query. */
const dingtalk = {
    post: ({ title, lines, link }, url, secret, now) => {
        const signed = new URL(url);
        if (secret !== undefined) {
            signed.searchParams.set('timestamp', String(now));
            const sign = (0,external_node_crypto_.createHmac)('sha256', secret).update(`${now}\n${secret}`).digest('base64');
            signed.searchParams.set('sign', sign);
        }
        const text = [
            `#### ${plainDingTalk(title)}`,
            ...lines.map((line) => `- ${plainDingTalk(line)}`),
            ...(link === undefined ? [] : [`\n[${plainDingTalk(link.text)}](${link.url})`]),
        ].join('\n');
        return {
            url: signed,
            body: {
                msgtype: 'markdown',
                markdown: { title: clipped(plainDingTalk(title), 100), text: clipped(text, 5000) },
                at: { isAtAll: false },
            },
        };
    },
    refusal: (answer) => refusalBy(answer, ['errcode'], ['errmsg']),
};
/** DingTalk has no escapes: signs of Markdown give way to look-alikes that mean nothing. */
function plainDingTalk(text) {
    const instead = {
        '[': '［',
        ']': '］',
        '<': '＜',
        '>': '＞',
        '*': '＊',
        '`': '＇',
        '#': '＃',
        '!': '！',
        '@': '＠',
        '|': '｜',
    };
    return (0,untrusted/* oneLine */.TN)(text).replaceAll(/[[\]<>*`#!@|]/g, (sign) => instead[sign] ?? sign);
}
/** Plain JSON: title, lines, link and the data; for everything else that takes a webhook. */
const formats_json = {
    post: ({ title, lines, link, data }, url) => ({
        url,
        body: { title, lines, ...(link === undefined ? {} : { url: link.url }), ...data },
    }),
    refusal: () => undefined,
};
const formats = { slack, feishu, dingtalk, json: formats_json };
function refusalBy(answer, codes, texts) {
    const of = (key) => typeof answer === 'object' && answer !== null ? Reflect.get(answer, key) : undefined;
    const code = codes.map(of).find((value) => value !== undefined);
    if (code === 0)
        return undefined;
    const text = texts.map(of).find((value) => typeof value === 'string');
    return code === undefined ? 'an answer without a result' : `${String(code)} ${String(text ?? '')}`.trim();
}

;// CONCATENATED MODULE: ./build/actions/shared/notify/notify.js





/** How long a chat may take; a release does not wait for it longer. */
const patienceMs = 10_000;
/**
 * Reads what the caller gave: URLs and secrets by format. Their values are masked first and never repeated.
 *
 * An empty URL, as of a secret that a fork does not get, is left out with a line. Throws a UserError for anything that
 * can't be a webhook.
 */
async function readWebhooks(urls, secrets, { mask, log }) {
    for (const value of [...urls.values(), ...secrets.values()])
        await mask(value);
    const known = Object.keys(formats);
    const strange = [...urls.keys(), ...secrets.keys()].find((name) => !known.includes(name));
    if (strange !== undefined)
        throw refused(`"${(0,untrusted/* oneLine */.TN)(strange)}" is none of ${known.join(', ')}`);
    const webhooks = [];
    for (const [format, text] of urls) {
        if (text === '')
            log.info(`${format} is not told: its URL is empty, as secrets are for pull requests of forks.`);
        else
            webhooks.push({ format, url: urlOf(format, text), secret: secrets.get(format) || undefined });
    }
    return webhooks;
}
function urlOf(format, text) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const plain = url?.protocol === 'http:' && (0,loopback/* isLoopback */.U)(url.hostname);
    if (url?.protocol === 'https:' || (url !== undefined && plain))
        return url;
    throw refused(`the value of \`${format}\` is no https URL (it is a secret and not shown)`);
}
function refused(what) {
    return new user_error/* UserError */.yo(`input "notify": ${what}`, {
        fix: 'Write one line for each chat, such as `slack=${{ secrets.SLACK_WEBHOOK }}`.',
    });
}
/** Tells every webhook. One that fails is a warning: a chat that is down must not hide what it was to tell. */
async function notify(message, webhooks, effects) {
    if (webhooks.length === 0)
        return;
    // Loaded only where there is somebody to tell: it costs as much as the rest of the start.
    const { openHttp } = await __webpack_require__.e(/* import() */ 4344).then(__webpack_require__.bind(__webpack_require__, 71963));
    const { send, close } = openHttp(effects.env);
    try {
        await Promise.all(webhooks.map((webhook) => tell(message, webhook, send, effects)));
    }
    finally {
        close();
    }
}
async function tell(message, webhook, send, effects) {
    const reason = await problemOf(message, webhook, send, effects.now()).catch(user_error/* messageOf */.bD);
    if (reason === undefined)
        return effects.log.info(`${webhook.format} was told.`);
    effects.report.annotate({
        level: 'warning',
        title: `${webhook.format} was not told`,
        message: `The webhook at ${webhook.url.host} did not take the message: ${withoutSecrets(reason, webhook)}`,
    });
}
async function problemOf(message, { format, url, secret }, send, now) {
    const how = formats[format];
    if (how === undefined)
        return 'there is no such format';
    const post = how.post(message, url, secret, now);
    const bytes = Buffer.from(JSON.stringify(post.body));
    const { status, body } = await send({
        method: 'POST',
        url: post.url,
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: { size: bytes.length, open: () => bytes },
        signal: AbortSignal.timeout(patienceMs),
    });
    const answer = body.toString('utf8', 0, 1000);
    if (status < 200 || status > 299)
        return `status ${status}, ${(0,untrusted/* oneLine */.TN)(answer).slice(0, 200)}`;
    return how.refusal((0,json/* parsed */.Yz)(answer));
}
/** An answer may repeat the request. */
function withoutSecrets(text, { url, secret }) {
    const parts = [
        url.href,
        `${url.pathname}${url.search}`,
        url.pathname,
        ...url.searchParams.values(),
        secret ?? '',
    ];
    return parts
        .filter((part) => part.length > 3)
        .reduce((left, part) => left.replaceAll(part, '***'), (0,untrusted/* oneLine */.TN)(text));
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/actions/shared/cache/service.js
var cache_service = __webpack_require__(48014);
;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/trivy/command.js
/** What can be looked for in each kind of target. */
const possible = {
    image: ['vuln', 'misconfig', 'secret', 'license'],
    'oci-layout': ['vuln', 'misconfig', 'secret', 'license'],
    'docker-archive': ['vuln', 'misconfig', 'secret', 'license'],
    filesystem: ['vuln', 'misconfig', 'secret', 'license'],
    sbom: ['vuln', 'license'],
    config: ['misconfig'],
};
/** The artifact types a report may state for each kind of target. */
const artifactTypes = {
    image: ['container_image'],
    'oci-layout': ['container_image'],
    'docker-archive': ['container_image'],
    filesystem: ['filesystem', 'repository'],
    sbom: ['cyclonedx', 'spdx'],
    config: ['filesystem'],
};
/** The scanners that were asked for and make sense for this target. */
function scannersFor(type, wanted) {
    return possible[type].filter((scanner) => wanted.includes(scanner));
}
/** Whatever is not pinned is switched off: newer checks, version notices, telemetry. */
const still = ['--skip-version-check', '--disable-telemetry'];
/**
 * The command line of a scan. It never fetches a database: that was made sure of before, so that every scan of a run
 * uses the same one. For an image the misconfiguration scan reads its configuration (user, secrets in ENV), not every
 * YAML file inside of it.
 */
function scanArgs({ target, scanners, output, cache, vex, timeout }) {
    const common = [
        '--format=json',
        `--output=${output}`,
        `--cache-dir=${cache}`,
        `--timeout=${Math.ceil(timeout / 1000)}s`,
        ...still,
        ...(scanners.includes('misconfig') ? ['--skip-check-update'] : []),
    ];
    if (target.type === 'config')
        return ['config', ...common, target.path];
    const database = scanners.includes('vuln')
        ? ['--no-progress', '--offline-scan', '--skip-db-update', '--skip-java-db-update']
        : [];
    const harmless = vex.length === 0 ? [] : [...vex.map((path) => `--vex=${path}`), '--show-suppressed'];
    const looking = [...common, ...database, ...harmless];
    if (target.type === 'sbom' || target.type === 'filesystem')
        return [target.type, ...looking, `--scanners=${scanners.join(',')}`, target.path];
    const inside = scanners.filter((scanner) => scanner !== 'misconfig');
    const configuration = scanners.filter((scanner) => scanner === 'misconfig' || scanner === 'secret');
    return [
        'image',
        ...looking,
        ...(inside.length === 0 ? ['--scanners=secret'] : [`--scanners=${inside.join(',')}`]),
        ...(configuration.length === 0 ? [] : [`--image-config-scanners=${configuration.join(',')}`]),
        ...(target.type === 'image' ? [target.path] : [`--input=${target.path}`]),
    ];
}
/** Fetches the vulnerability database from one repository into a cache directory. */
function downloadArgs(repository, cache, timeout) {
    return [
        'image',
        '--download-db-only',
        `--db-repository=${repository}`,
        `--cache-dir=${cache}`,
        `--timeout=${Math.ceil(timeout / 1000)}s`,
        '--no-progress',
        ...still,
    ];
}
/** Makes an SBOM (CycloneDX) of a report, without looking at the target again. */
function sbomArgs(report, output) {
    return ['convert', '--format=cyclonedx', `--output=${output}`, report];
}

;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/trivy/scan-error.js
/** The scan did not happen, or what came of it can't be trusted. Never a pass. */
class ScanError extends Error {
    fix;
    constructor(message, fix) {
        super(message);
        this.name = 'ScanError';
        this.fix = fix;
    }
}
const garbledReport = 'Run the step again. If it stays, take another trivy (`trivy`), and report it with the file.';

;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/trivy/process.js


/** The variables trivy may see. A scanner reads what others wrote, so it gets no token of the job. */
const allowed = /^(?:PATH|HOME|USERPROFILE|TMPDIR|TEMP|TMP|LANG|LC_\w+|TZ|XDG_\w+|GOPATH|DOCKER_(?:CONFIG|HOST|CONTEXT|CERT_PATH|TLS_VERIFY)|SSL_CERT_(?:FILE|DIR)|(?:https?|no|all)_proxy|SYSTEMROOT)$/i;
/** The environment trivy runs in. TRIVY_ variables are kept out too: they could switch the gate off unseen. */
function cleanEnvironment(env) {
    return Object.fromEntries(Object.entries(env).filter((pair) => pair[1] !== undefined && allowed.test(pair[0])));
}
/**
 * Runs trivy, away from the repository: a trivy.yaml or .trivyignore in it must not change what the gate sees. What it
 * says stands in a folded group of the log.
 */
async function runTrivy(path, args, cwd, context) {
    const said = [];
    const { code } = await context.log.group(`trivy ${args[0]}`, () => context.exec(path, args, {
        cwd,
        env: cleanEnvironment(context.env),
        onLine: (line) => {
            said.push(line);
            context.log.info((0,untrusted/* logLine */.BP)(line));
        },
    }));
    return { code, said };
}
/** The reason trivy gave last, on one line. */
function causeOf(said) {
    const fatal = said.findLast((line) => /\bFATAL\b/.test(line)) ?? said.at(-1) ?? '';
    const cause = (0,untrusted/* oneLine */.TN)(fatal.replace(/^\S+\s+FATAL\s+(?:Fatal error\s+)?(?:run error: )?/, ''));
    return cause === '' ? 'it said nothing' : cause.slice(0, 600);
}
/** What a trivy that failed means: killed, timed out, damaged database, not readable. */
function failure({ code, said }) {
    const cause = causeOf(said);
    const message = `trivy ended with ${code}: ${cause}`;
    if (code === 137 || code === 143)
        return new ScanError(message, 'It was killed. Give the runner more memory, or look for what ended it.');
    if (/deadline exceeded|timeout/i.test(cause))
        return new ScanError(message, 'Raise `timeout`, or scan less.');
    if (/\bDB\b|vulnerability DB|trivy\.db|database/i.test(cause)) {
        return new ScanError(message, 'If the database in the cache is damaged, remove the folder `db` in the cache directory of trivy; it is fetched again.');
    }
    return new ScanError(message, 'Its output stands above in the log of this step. Nothing counts as scanned.');
}

// EXTERNAL MODULE: ./build/actions/shared/oci/descriptor.js
var descriptor = __webpack_require__(54577);
// EXTERNAL MODULE: ./build/actions/shared/oci/layout.js
var oci_layout = __webpack_require__(6798);
// EXTERNAL MODULE: ./build/actions/shared/oci/reference.js
var reference = __webpack_require__(4003);
;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/trivy/results.js



/**
 * HEALTHCHECK is docker's own; Kubernetes ignores it and probes instead, so its absence is right and no finding.
 */
const notApplicable = new Set(['DS-0026', 'DS026', 'AVD-DS-0026']);
/** Licences that ask for no more than a notice; the rest is `forbidden`, `restricted`, `reciprocal` or `unknown`. */
const harmlessLicences = new Set(['notice', 'permissive', 'unencumbered']);
function results_partOf(result) {
    return {
        target: results_text(result, 'Target'),
        targetType: results_text(result, 'Type'),
        package: results_text(result, 'Class') === 'os-pkgs' ? 'os-package' : 'dependency',
    };
}
/** The findings of one part of a report (`Results`). */
function findingsOf(result) {
    const part = results_partOf(result);
    return [
        ...(0,json/* listOf */.c3)((0,json/* field */.ZZ)(result, 'Vulnerabilities')).map((one) => vulnerability(one, part)),
        ...(0,json/* listOf */.c3)((0,json/* field */.ZZ)(result, 'Misconfigurations'))
            .filter((one) => results_text(one, 'Status') === 'FAIL')
            .map((one) => misconfiguration(one, part))
            .filter((finding) => !notApplicable.has(finding.id)),
        ...(0,json/* listOf */.c3)((0,json/* field */.ZZ)(result, 'Secrets')).map((one) => secret(one, part)),
        ...(0,json/* listOf */.c3)((0,json/* field */.ZZ)(result, 'Licenses'))
            .filter((one) => !harmlessLicences.has(results_text(one, 'Category')))
            .map((one) => licence(one, part)),
    ];
}
/**
 * What a VEX document took away of one part. trivy calls this experimental: what is not as expected there is no
 * reason to let anything pass.
 */
function suppressedOf(result) {
    const part = results_partOf(result);
    return (0,json/* listOf */.c3)((0,json/* field */.ZZ)(result, 'ExperimentalModifiedFindings'))
        .filter((one) => results_text(one, 'Type') === 'vulnerability')
        .map((one) => ({
        finding: vulnerability((0,json/* field */.ZZ)(one, 'Finding'), part),
        status: results_text(one, 'Status'),
        justification: results_text(one, 'Statement'),
        source: results_text(one, 'Source'),
    }));
}
function vulnerability(value, part) {
    return {
        ...common(value, part),
        kind: part.package,
        id: needed(value, 'VulnerabilityID'),
        aliases: (0,json/* textsOf */.CB)((0,json/* field */.ZZ)(value, 'VendorIDs')),
        url: results_text(value, 'PrimaryURL'),
        subject: needed(value, 'PkgName'),
        installed: results_text(value, 'InstalledVersion'),
        fixedIn: results_text(value, 'FixedVersion'),
        purl: results_text((0,json/* field */.ZZ)(value, 'PkgIdentifier'), 'PURL'),
        score: scoreOf(value),
    };
}
function misconfiguration(value, part) {
    return {
        ...common(value, part),
        kind: 'misconfiguration',
        id: needed(value, 'ID'),
        aliases: [results_text(value, 'AVDID')].filter((one) => one !== ''),
        description: [results_text(value, 'Message'), results_text(value, 'Resolution')].filter((one) => one !== '').join(' — '),
        url: results_text(value, 'PrimaryURL'),
        lines: linesOf((0,json/* field */.ZZ)(value, 'CauseMetadata')),
    };
}
/** What was matched is the secret itself: it is left out everywhere. */
function secret(value, part) {
    return {
        ...common(value, part),
        kind: 'secret',
        id: needed(value, 'RuleID'),
        description: `A secret of the category ${results_text(value, 'Category')} stands in this file.`,
        lines: linesOf(value),
    };
}
function licence(value, part) {
    return {
        ...common(value, part),
        kind: 'licence',
        id: needed(value, 'Name'),
        title: `Licence of the category ${results_text(value, 'Category')}`,
        description: '',
        url: results_text(value, 'Link'),
        subject: results_text(value, 'PkgName') || results_text(value, 'FilePath') || part.target,
    };
}
/** What most kinds share; each adds what it knows more of. */
function common(value, { target, targetType }) {
    const severity = results_text(value, 'Severity');
    return {
        aliases: [],
        severity: isSeverity(severity) ? severity : 'UNKNOWN',
        title: results_text(value, 'Title'),
        description: results_text(value, 'Description'),
        url: '',
        subject: target,
        installed: '',
        fixedIn: '',
        purl: '',
        platform: '',
        target,
        targetType,
        lines: undefined,
        score: undefined,
        reach: 'unknown',
        known: undefined,
    };
}
/** The highest base score any source gives, version 3 before 2. */
function scoreOf(value) {
    const sources = (0,json/* field */.ZZ)(value, 'CVSS');
    if (typeof sources !== 'object' || sources === null)
        return undefined;
    const scores = Object.values(sources).flatMap((source) => {
        const score = (0,json/* numberOf */.rl)((0,json/* field */.ZZ)(source, 'V3Score')) ?? (0,json/* numberOf */.rl)((0,json/* field */.ZZ)(source, 'V2Score'));
        return score === undefined ? [] : [score];
    });
    return scores.length === 0 ? undefined : Math.max(...scores);
}
function linesOf(value) {
    const start = (0,json/* numberOf */.rl)((0,json/* field */.ZZ)(value, 'StartLine')) ?? 0;
    const end = (0,json/* numberOf */.rl)((0,json/* field */.ZZ)(value, 'EndLine')) ?? start;
    return start > 0 ? { start, end: Math.max(start, end) } : undefined;
}
function results_text(value, key) {
    return (0,json/* textOf */.b6)((0,json/* field */.ZZ)(value, key)) ?? '';
}
/** A finding that can't be named can't be judged: then the whole report is not to be trusted. */
function needed(value, key) {
    const found = results_text(value, key);
    if (found === '')
        throw new ScanError(`a finding of the report lacks its ${key}`, garbledReport);
    return found;
}
function isSeverity(word) {
    return severities.some((severity) => severity === word);
}

;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/trivy/report.js



/** Reads trivy's JSON (schema version 2). Throws a ScanError when it is anything else. */
function parseReport(text) {
    if (text.trim() === '')
        throw new ScanError('trivy wrote an empty report', garbledReport);
    const value = (0,json/* parsed */.Yz)(text);
    if (value === undefined)
        throw new ScanError('trivy wrote a report that is no JSON', garbledReport);
    if ((0,json/* numberOf */.rl)((0,json/* field */.ZZ)(value, 'SchemaVersion')) !== 2) {
        throw new ScanError('trivy wrote a report of an unknown schema version', garbledReport);
    }
    const artifactType = (0,json/* textOf */.b6)((0,json/* field */.ZZ)(value, 'ArtifactType'));
    if (artifactType === undefined)
        throw new ScanError('the report does not say what was scanned', garbledReport);
    const results = (0,json/* field */.ZZ)(value, 'Results') ?? [];
    if (!Array.isArray(results))
        throw new ScanError('the results of the report are no list', garbledReport);
    const metadata = (0,json/* field */.ZZ)(value, 'Metadata');
    return {
        artifactType,
        trivyVersion: (0,json/* textOf */.b6)((0,json/* field */.ZZ)((0,json/* field */.ZZ)(value, 'Trivy'), 'Version')) ?? '',
        imageId: (0,json/* textOf */.b6)((0,json/* field */.ZZ)(metadata, 'ImageID')) ?? '',
        repoDigests: (0,json/* textsOf */.CB)((0,json/* field */.ZZ)(metadata, 'RepoDigests')),
        findings: results.flatMap(findingsOf),
        suppressed: results.flatMap(suppressedOf),
        packages: results.reduce((sum, result) => sum + (0,json/* listOf */.c3)((0,json/* field */.ZZ)(result, 'Packages')).length, 0),
    };
}

;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/trivy/view.js




/**
 * A layout that shows one image of another: trivy looks at the first image of an index only, and can't take a path with
 * a colon or an at sign.
 */
async function viewOf(layout, image, folder) {
    await (0,promises_.mkdir)(folder, { recursive: true });
    await (0,promises_.symlink)((0,external_node_path_.join)(layout.path, 'blobs'), (0,external_node_path_.join)(folder, 'blobs'));
    const { mediaType, digest, size } = image.descriptor;
    const index = { schemaVersion: 2, mediaType: descriptor/* mediaTypes */.Ib.index, manifests: [{ mediaType, digest, size }] };
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'index.json'), JSON.stringify(index));
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'oci-layout'), JSON.stringify({ imageLayoutVersion: '1.0.0' }));
    return folder;
}
/** The report must be about the image we meant, by the digest of its configuration. */
function checkIdentity(report, image) {
    if (report.imageId === image.manifest.config.digest)
        return;
    throw new ScanError(`trivy looked at the image ${report.imageId || '(unnamed)'}, not at ${image.manifest.config.digest}`, 'Run the step again. If it stays, report it with the file.');
}
/** Results about the image as a whole carry the path of our view, which means nothing to anybody. */
function named(finding, view, platform) {
    const clean = (text) => (text.startsWith(view) ? 'image' : text);
    return { ...finding, platform, target: clean(finding.target), subject: clean(finding.subject) };
}

;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/trivy/scan.js











/** Scans a target. Throws a ScanError whenever the result would not be worth a verdict. */
async function scan(target, settings, context) {
    const work = await (0,promises_.mkdtemp)((0,external_node_path_.join)(context.temp, 'seatrial-scan-'));
    const look = (one, report) => lookAt(one, report, work, settings, context);
    try {
        if (target.type === 'oci-layout')
            return await scanLayout(target.path, work, settings, look);
        const report = (0,external_node_path_.join)(settings.folder, `${settings.name}.json`);
        const { findings, suppressed, ...found } = await look(target, report);
        return { findings, suppressed, digest: digestOf(target, found.repoDigests), reports: [report] };
    }
    finally {
        await (0,promises_.rm)(work, { recursive: true, force: true });
    }
}
/** Every platform of a layout is scanned, each by itself. */
async function scanLayout(path, work, { folder, name }, look) {
    const layout = await (0,oci_layout/* openLayout */.B9)(path);
    await (0,oci_layout/* verifyBlobs */.oP)(layout);
    const several = layout.images.length > 1;
    const reports = [];
    const findings = [];
    const suppressed = [];
    for (const image of layout.images) {
        const platform = (0,descriptor/* platformName */.$r)(image.config.platform);
        const view = await viewOf(layout, image, (0,external_node_path_.join)(work, String(reports.length)));
        const report = (0,external_node_path_.join)(folder, several ? `${name}-${platform.replaceAll('/', '-')}.json` : `${name}.json`);
        const found = await look({ type: 'oci-layout', path: view }, report);
        checkIdentity(found, image);
        reports.push(report);
        const shown = several ? platform : '';
        findings.push(...found.findings.map((finding) => named(finding, view, shown)));
        suppressed.push(...found.suppressed.map((one) => ({ ...one, finding: named(one.finding, view, shown) })));
    }
    return { findings, suppressed, digest: layout.root.digest, reports };
}
function digestOf(target, repoDigests) {
    if (target.type !== 'image')
        return undefined;
    const { digest } = (0,reference/* parseReference */.F2)(target.path);
    return digest ?? repoDigests[0]?.split('@', 2)[1];
}
async function lookAt(target, output, cwd, settings, context) {
    await (0,promises_.rm)(output, { force: true });
    const ended = await runTrivy(settings.trivy, scanArgs({ ...settings, target, output }), cwd, context);
    if (ended.code !== 0)
        throw failure(ended);
    const report = parseReport(await (0,promises_.readFile)(output, 'utf8').catch(() => ''));
    checkReport(report, target, settings.scanners);
    return report;
}
/** A report of another kind of thing, or of nothing, is no scan of ours. */
function checkReport(report, target, scanners) {
    if (!artifactTypes[target.type].includes(report.artifactType)) {
        throw new ScanError(`trivy scanned a ${(0,untrusted/* oneLine */.TN)(report.artifactType)}, not a ${target.type}`, 'Say what the target is with `target-type`.');
    }
    if (scanners.includes('vuln') && report.packages === 0) {
        throw new ScanError('trivy recognised no package in the target, so it could look nothing up', 'For a Go program, keep its build information: no packer such as upx, and `go build` of a package in a module. For a folder, give the one with go.mod.');
    }
}

// EXTERNAL MODULE: ./build/actions/shared/github/event.js
var github_event = __webpack_require__(83926);
;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/base/branch.js


/** The branch a pull request, or its place in a merge queue, is to be merged into; undefined for any other run. */
async function baseBranch(env) {
    const base = env['GITHUB_BASE_REF'];
    if (base !== undefined && base !== '')
        return base;
    const queued = (0,json/* textOf */.b6)((0,github_event/* inEvent */.A)(await (0,github_event/* readEvent */.j)(env), 'merge_group', 'base_ref'));
    return queued?.replace(/^refs\/heads\//, '');
}
/**
 * The branch whose state this run is about, where others are compared with it: the default branch, and those that are
 * protected. Undefined for pull requests, tags and other branches.
 */
async function comparedBranch(env) {
    if ((await baseBranch(env)) !== undefined)
        return undefined;
    const branch = /^refs\/heads\/(.+)$/.exec(env['GITHUB_REF'] ?? '')?.[1];
    const standing = (0,json/* textOf */.b6)((0,github_event/* inEvent */.A)(await (0,github_event/* readEvent */.j)(env), 'repository', 'default_branch'));
    return branch === standing || env['GITHUB_REF_PROTECTED'] === 'true' ? branch : undefined;
}

;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/base/compare.js
/** Whether packages of an SBOM can have it: such findings are looked up anew, all others are remembered. */
function isOfPackage({ kind }) {
    return kind === 'os-package' || kind === 'dependency' || kind === 'licence';
}
/**
 * The findings with whether the base has them too. A vulnerability counts once for a package, in however many programs
 * it is; a misconfiguration or secret as often as it turns up in a file: the second one is new.
 */
function withKnown(findings, base) {
    if (base === undefined)
        return [...findings];
    const credit = new Map();
    for (const trait of base.traits) {
        const key = keyOf(trait);
        credit.set(key, isOfPackage(trait) ? Number.POSITIVE_INFINITY : (credit.get(key) ?? 0) + 1);
    }
    return findings.map((finding) => {
        const key = keyOf(finding);
        const left = credit.get(key) ?? 0;
        credit.set(key, left - 1);
        return { ...finding, known: left > 0 };
    });
}
/** The traits of findings that an SBOM can't tell. */
function rememberedOf(findings) {
    return findings.filter((one) => !isOfPackage(one)).map(({ kind, id, subject }) => ({ kind, id, subject }));
}
function keyOf({ kind, id, subject }) {
    return JSON.stringify([kind, id, subject]);
}

;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/base/store.js





const facts = 'base.json';
/** Makes a new, empty folder for what is to be stored. */
async function emptyFolder(folder) {
    await (0,promises_.rm)(folder, { recursive: true, force: true });
    await (0,promises_.mkdir)(folder, { recursive: true });
}
/** Restores what the newest run of a branch stored; undefined when there is nothing. */
async function restoreBase(service, folder, branch, name) {
    await emptyFolder(folder);
    const prefix = prefixOf(branch, name);
    if ((await service.restore(folder, prefix, [prefix])) === undefined)
        return undefined;
    const value = (0,json/* parsed */.Yz)(await (0,promises_.readFile)((0,external_node_path_.join)(folder, facts), 'utf8').catch(() => ''));
    const files = (await (0,promises_.readdir)(folder)).filter((file) => file.endsWith('.cdx.json')).sort();
    return {
        commit: (0,json/* textOf */.b6)((0,json/* field */.ZZ)(value, 'commit')) ?? '',
        sboms: files.map((file) => (0,external_node_path_.join)(folder, file)),
        remembered: (0,json/* listOf */.c3)((0,json/* field */.ZZ)(value, 'remembered')).flatMap(traitOf),
    };
}
/** Stores what stands in the folder as the newest state of a branch. Gives the key. */
async function storeBase(service, folder, { branch, name, run }, { commit, remembered }) {
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, facts), JSON.stringify({ commit, remembered }));
    const key = `${prefixOf(branch, name)}${run}`;
    await service.save(folder, key);
    return key;
}
/** Branch and name go in as a hash: neither may be the beginning of another's key. */
function prefixOf(branch, name) {
    const hash = (0,external_node_crypto_.createHash)('sha256')
        .update(JSON.stringify([branch, name]))
        .digest('hex');
    return `seatrial-scan-base-1-${hash.slice(0, 20)}-`;
}
function traitOf(value) {
    const kind = kinds.find((one) => one === (0,json/* field */.ZZ)(value, 'kind'));
    const [id, subject] = [(0,json/* textOf */.b6)((0,json/* field */.ZZ)(value, 'id')), (0,json/* textOf */.b6)((0,json/* field */.ZZ)(value, 'subject'))];
    return kind === undefined || id === undefined || subject === undefined ? [] : [{ kind, id, subject }];
}

;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/base/base.js











const folderIn = ({ temp }) => (0,external_node_path_.join)(temp, 'seatrial', 'scan-base');
/**
 * The base's findings of today: its SBOM is looked up by the same trivy in the same database as the target, so that what
 * was published since is in both.
 *
 * Whatever keeps the stored base from being used makes the gate stricter, never looser. A base that is named and can't
 * be read throws a UserError.
 */
async function findBase(wanted, settings, context, open = cache_service/* openCacheService */.W) {
    if (wanted.baseSbom.length > 0) {
        for (const path of wanted.baseSbom)
            await mustBeThere(path);
        const origin = wanted.baseSbom.map((path) => (0,external_node_path_.basename)(path)).join(', ');
        return { base: { origin, traits: await traitsOf(wanted.baseSbom, settings, context) } };
    }
    const branch = await baseBranch(context.env);
    if (branch === undefined)
        return nothing('this run is about no pull request');
    try {
        const service = await open(context.env);
        if (service === undefined)
            return nothing('this runner has no cache service to keep the base in');
        const stored = await restoreBase(service, folderIn(context), branch, wanted.name);
        if (stored === undefined || stored.sboms.length === 0)
            return nothing(`no SBOM of ${branch} is stored yet; its next run stores one`);
        const traits = [...stored.remembered, ...(await traitsOf(stored.sboms, settings, context))];
        return { base: { origin: `${branch} at ${stored.commit.slice(0, 7)}`, traits } };
    }
    catch (error) {
        return nothing(`the base could not be scanned: ${(0,untrusted/* oneLine */.TN)((0,user_error/* messageOf */.bD)(error))}`);
    }
}
function nothing(why) {
    return { base: undefined, why };
}
async function mustBeThere(path) {
    if ((await (0,promises_.stat)(path).catch(() => undefined))?.isFile() === true)
        return;
    throw new user_error/* UserError */.yo(`the SBOM of the base, ${path}, can't be read`, {
        fix: 'Give the path of a CycloneDX or SPDX file in `base-sbom`, or leave it out.',
    });
}
async function traitsOf(sboms, settings, context) {
    const scanners = scannersFor('sbom', settings.scanners);
    if (scanners.length === 0)
        return [];
    const traits = [];
    for (const [at, path] of sboms.entries()) {
        const look = { ...settings, scanners, name: `base-${at}`, vex: [] };
        traits.push(...(await scan({ type: 'sbom', path }, look, context)).findings);
    }
    return traits;
}
/**
 * Stores the SBOM of a branch that others are compared with, whatever the verdict: a pull request is not to be blamed
 * for what its base has. Never throws: without a base, more counts.
 */
async function keepBase(scanned, name, trivy, context, open = cache_service/* openCacheService */.W) {
    const { env, log } = context;
    try {
        const branch = await comparedBranch(env);
        if (branch === undefined || (await (0,cache_service/* readOnlyReason */.L)(env)) !== undefined)
            return;
        const service = await open(env);
        if (service === undefined)
            return;
        const folder = folderIn(context);
        await emptyFolder(folder);
        for (const [at, report] of scanned.reports.entries()) {
            const ended = await runTrivy(trivy, sbomArgs(report, (0,external_node_path_.join)(folder, `${at}.cdx.json`)), folder, context);
            if (ended.code !== 0)
                throw failure(ended);
        }
        const run = `${env['GITHUB_RUN_ID'] ?? '0'}-${env['GITHUB_RUN_ATTEMPT'] ?? '1'}`;
        const stored = {
            commit: env['GITHUB_SHA'] ?? '',
            remembered: rememberedOf(scanned.findings),
        };
        const key = await storeBase(service, folder, { branch, name, run }, stored);
        log.info(`The SBOM of ${branch} is stored for comparison as ${key}.`);
    }
    catch (error) {
        log.info(`The SBOM could not be stored for comparison: ${(0,untrusted/* oneLine */.TN)((0,user_error/* messageOf */.bD)(error))}`);
    }
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/actions/shared/registry/retry.js
var retry = __webpack_require__(80056);
;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/database/download.js






/** Registries limit requests by the minute: the pauses add up to half a minute. */
const downloadPatience = { attempts: 5, firstPause: 2000, longestPause: 30_000 };
/**
 * Fetches the database from the first mirror that gives it. What limits requests or is in trouble is asked again after
 * a pause; what refuses for good is not.
 *
 * The database in the cache stays whole until the new one is there. Gives the reason when no mirror has it.
 */
async function downloadDatabase(download, effects, patience = downloadPatience) {
    await (0,promises_.mkdir)(download.cache, { recursive: true });
    // Beside the database, so that moving it is one step, and in which trivy finds nothing it could take for fresh.
    const draft = await (0,promises_.mkdtemp)((0,external_node_path_.join)(download.cache, 'seatrial-'));
    try {
        const reason = await fromAnyMirror(download, draft, effects, patience);
        if (reason === undefined)
            await replace((0,external_node_path_.join)(download.cache, 'db'), (0,external_node_path_.join)(draft, 'db'), draft);
        return reason;
    }
    finally {
        await (0,promises_.rm)(draft, { recursive: true, force: true });
    }
}
async function fromAnyMirror({ trivy, repositories, timeout }, draft, effects, patience) {
    const reasons = new Map();
    let waiting = repositories;
    for (let tried = 1;; tried += 1) {
        const again = [];
        for (const repository of waiting) {
            const ended = await runTrivy(trivy, downloadArgs(repository, draft, timeout), draft, effects);
            if (ended.code === 0)
                return undefined;
            reasons.set(repository, causeOf(ended.said));
            if (isTransient(ended))
                again.push(repository);
        }
        waiting = again;
        if (waiting.length === 0 || tried >= patience.attempts) {
            return [...reasons].map(([repository, reason]) => `${repository}: ${reason}`).join('; ');
        }
        const pause = (0,retry/* pauseBefore */.GB)(tried, patience, undefined);
        effects.log.info(`The database is asked for again in ${pause / 1000} s (attempt ${tried + 1}): ${waiting.join(', ')} limit requests or are in trouble.`);
        await (0,external_node_timers_promises_.setTimeout)(pause, undefined, { signal: effects.signal });
    }
}
/** Too many requests, a server error, a broken connection: the same question may be answered better a little later. */
function isTransient({ said }) {
    return /TOOMANYREQUESTS|\b429\b|too many requests|\b50[0234]\b|UNAVAILABLE|connection reset|unexpected EOF|i\/o timeout|TLS handshake timeout/i.test(said.join('\n'));
}
/** A scan of another job on this machine may have the old one open: it keeps reading what it opened. */
async function replace(place, made, trash) {
    await (0,promises_.rename)(place, (0,external_node_path_.join)(trash, 'old')).catch(() => undefined);
    await (0,promises_.rename)(made, place);
}

;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/database/metadata.js



/** The schema of trivy's database that the pinned release reads. */
const schema = 2;
/** trivy's own rule: what was fetched within the hour is not fetched again, however old its makers say it is. */
const settled = 3_600_000;
/** The database in a cache; undefined when there is none that trivy could use. */
async function readDatabase(cache) {
    const folder = (0,external_node_path_.join)(cache, 'db');
    const [text, file] = await Promise.all([
        (0,promises_.readFile)((0,external_node_path_.join)(folder, 'metadata.json'), 'utf8').catch(() => ''),
        (0,promises_.stat)((0,external_node_path_.join)(folder, 'trivy.db')).catch(() => undefined),
    ]);
    const value = (0,json/* parsed */.Yz)(text);
    const time = (key) => Date.parse((0,json/* textOf */.b6)((0,json/* field */.ZZ)(value, key)) ?? '');
    const updatedAt = time('UpdatedAt');
    if (file?.isFile() !== true || (0,json/* numberOf */.rl)((0,json/* field */.ZZ)(value, 'Version')) !== schema || Number.isNaN(updatedAt))
        return undefined;
    return {
        updatedAt: new Date(updatedAt),
        nextUpdate: time('NextUpdate'),
        downloadedAt: time('DownloadedAt'),
    };
}
/**
 * Whether a newer database is not to be expected yet, by trivy's rule. How it came here does not matter: a database
 * out of a cache is as old as its makers say.
 */
function isFresh({ nextUpdate, downloadedAt }, now) {
    return now < nextUpdate || now < downloadedAt + settled;
}

;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/database/ensure.js








/**
 * Makes sure of a vulnerability database, before anything is scanned: the one in trivy's cache while it is fresh, else
 * the one in the job's cache, else a new one from a mirror. When there is no new one to be had, an old one serves; the
 * verdict goes by its age.
 *
 * Throws a ScanError when there is none at all.
 */
async function ensureDatabase(download, context, useCache, open = cache_service/* openCacheService */.W) {
    const fresh = async () => {
        const found = await readDatabase(download.cache);
        return found !== undefined && isFresh(found, context.now()) ? found : undefined;
    };
    const present = await fresh();
    if (present !== undefined)
        return present;
    const kept = useCache ? await openKept(download, context, open) : undefined;
    await kept?.restore();
    const restored = await fresh();
    if (restored !== undefined)
        return restored;
    const reason = await downloadDatabase(download, context);
    const database = await readDatabase(download.cache);
    if (database === undefined)
        throw absent(download.cache, reason);
    if (reason === undefined)
        await kept?.save(database);
    else
        tellOld(database, reason, context);
    return database;
}
async function openKept({ repositories, cache }, context, open) {
    const service = await attempt('The job cache is not used', context, () => open(context.env));
    if (service === undefined)
        return undefined;
    const folder = (0,external_node_path_.join)(cache, 'db');
    const origin = (0,external_node_crypto_.createHash)('sha256').update(repositories.join('\n')).digest('hex').slice(0, 12);
    const prefix = `seatrial-trivy-db-2-${origin}-`;
    return {
        restore: async () => {
            const key = await attempt('The database could not be restored from the job cache', context, () => service.restore(folder, prefix, [prefix]));
            if (key !== undefined)
                context.log.info(`Database: ${key} restored from the job cache.`);
        },
        save: (database) => save(service, folder, `${prefix}${database.updatedAt.toISOString()}`, context),
    };
}
async function save(service, folder, key, context) {
    const reason = await (0,cache_service/* readOnlyReason */.L)(context.env);
    if (reason !== undefined)
        return context.log.info(`Database: not saved in the job cache, ${reason}.`);
    await attempt('The database could not be saved in the job cache', context, () => service.save(folder, key));
}
/** Without the job's cache a scan is slower, not wrong. */
async function attempt(what, context, work) {
    try {
        return await work();
    }
    catch (error) {
        context.log.info(`${what}: ${(0,untrusted/* oneLine */.TN)((0,user_error/* messageOf */.bD)(error))}`);
        return undefined;
    }
}
function tellOld({ updatedAt }, reason, context) {
    context.report.annotate({
        level: 'warning',
        title: 'the vulnerability database was not renewed',
        message: `The scan uses the database of ${updatedAt.toISOString()}, because no newer one could be fetched: ${reason}. Name further mirrors with \`db-repository\`.`,
    });
}
function absent(cache, reason) {
    return new ScanError(`trivy has no vulnerability database in ${cache}${reason === undefined ? ', although it was fetched' : `: ${reason}`}`, 'Let the step reach a repository of the database, or name mirrors with `db-repository`, in order of preference.');
}

;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/decisions/ignore.js


/** Takes away what is ignored today. `scanners` tells what was looked for: an ignore of anything else is not stale. */
function applyIgnores(findings, ignores, now, scanners) {
    const valid = ignores.filter((ignore) => ignore.expires >= now);
    const left = [];
    const ignored = [];
    for (const finding of findings) {
        const ignore = valid.find((one) => covers(one, finding));
        if (ignore === undefined)
            left.push(finding);
        else
            ignored.push({ finding, ignore });
    }
    const idle = valid.filter((ignore) => !findings.some((finding) => covers(ignore, finding)));
    return {
        left,
        ignored,
        expired: ignores.filter((ignore) => ignore.expires < now),
        stale: idle.filter((ignore) => kindsOf(ignore).every((kind) => scanners.includes(scannerOf[kind]))),
        lacking: valid.filter(({ lacks }) => lacks.length > 0),
    };
}
function covers(ignore, finding) {
    if (ignore.id !== finding.id && !finding.aliases.includes(ignore.id))
        return false;
    if (ignore.kinds !== undefined && !ignore.kinds.includes(finding.kind))
        return false;
    const { subject, paths, purls } = ignore;
    if (subject !== undefined && subject !== finding.subject && subject !== finding.target)
        return false;
    if (paths.length > 0 && !paths.some((path) => (0,external_node_path_.matchesGlob)(finding.target, path)))
        return false;
    return purls.length === 0 || purls.some((purl) => isPackage(purl, finding.purl));
}
/** Whether a package is the one a package URL names; one without a version names them all. */
function isPackage(pattern, purl) {
    const bare = (text) => text.split(/[?#]/, 1)[0] ?? '';
    const [wanted, found] = [bare(pattern), bare(purl)];
    return wanted === found || (found !== '' && wanted === found.replace(/@[^@/]*$/, ''));
}
const scannerOf = {
    'os-package': 'vuln',
    dependency: 'vuln',
    misconfiguration: 'misconfig',
    secret: 'secret',
    licence: 'license',
};
/** What an ignore can be about: what it says, else what its id looks like. */
function kindsOf({ kinds: said, id }) {
    if (said !== undefined)
        return said;
    if (/^(?:CVE|GHSA|GO|DSA|DLA|ALPINE|RUSTSEC|PYSEC|USN|TEMP)-/i.test(id))
        return ['os-package', 'dependency'];
    if (/^(?:AVD-)?[A-Z]{2,5}-?\d{2,4}$/.test(id))
        return ['misconfiguration'];
    return kinds;
}

;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/decisions/ignore-entry.js

/** The words of OpenVEX for "not affected, because". */
const justifications = [
    'component_not_present',
    'vulnerable_code_not_present',
    'vulnerable_code_not_in_execute_path',
    'vulnerable_code_cannot_be_controlled_by_adversary',
    'inline_mitigations_already_exist',
];
/** An entry of our own format: id, package (optional), reason, owner, expires, justification (optional). */
function ownEntry(entry) {
    const must = (key) => {
        const found = word(entry, key);
        if (found === undefined)
            throw entry.refuse(`an entry lacks \`${key}\``);
        return found;
    };
    const day = must('expires');
    const expires = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T23:59:59.999Z`) : Number.NaN;
    if (Number.isNaN(expires))
        throw entry.refuse(`\`expires: ${day}\` is no day of the form 2027-01-31`);
    return {
        ...ignore_entry_common(entry),
        subject: word(entry, 'package'),
        reason: must('reason'),
        owner: must('owner'),
        expires,
    };
}
/**
 * An entry of trivy's format: id, paths, purls, statement, expired_at; and `owner`, which trivy itself skips. All but
 * the id may be missing there: the entry holds, and what it lacks is told.
 */
function trivyEntry(entry, kinds) {
    const day = word(entry, 'expired_at');
    const expires = day === undefined ? Number.POSITIVE_INFINITY : Date.parse(day);
    if (Number.isNaN(expires))
        throw entry.refuse(`\`expired_at: ${day}\` is no date such as 2027-01-31`);
    const [reason, owner] = [word(entry, 'statement'), word(entry, 'owner')];
    const lacks = Object.entries({ statement: reason, owner, expired_at: day })
        .filter(([, value]) => value === undefined)
        .map(([key]) => key);
    return {
        ...ignore_entry_common(entry),
        kinds,
        paths: (0,json/* textsOf */.CB)(entry.get('paths')),
        purls: (0,json/* textsOf */.CB)(entry.get('purls')),
        reason: reason ?? '',
        owner: owner ?? '',
        expires,
        lacks,
    };
}
function ignore_entry_common(entry) {
    const id = word(entry, 'id');
    if (id === undefined)
        throw entry.refuse('an entry lacks `id`');
    const justification = word(entry, 'justification');
    if (justification !== undefined && !justifications.includes(justification))
        throw entry.refuse(`\`justification: ${justification}\` is none of ${justifications.join(', ')}`);
    const { place } = entry;
    return { id, kinds: undefined, subject: undefined, paths: [], purls: [], justification, lacks: [], place };
}
function word({ get }, key) {
    const found = get(key);
    const text = typeof found === 'string' || typeof found === 'number' ? String(found).trim() : '';
    return text === '' ? undefined : text;
}

;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/decisions/ignore-file.js





/** Where decisions stand when no file is named: our own format, and trivy's. */
const usualFiles = ['.seatrial/ignores.yaml', '.trivyignore.yaml'];
/** The files that hold: those named, else the usual ones that are there. */
async function ignoreFiles(named, folder) {
    if (named.length > 0)
        return named;
    const paths = usualFiles.map((name) => (0,external_node_path_.join)(folder, name));
    const there = await Promise.all(paths.map((path) => (0,promises_.stat)(path).then(() => true, () => false)));
    return paths.filter((_, at) => there[at]);
}
/** Reads ignore files. Throws a UserError with the line of the first mistake. */
async function readIgnores(paths) {
    const read = paths.map(async (path) => {
        const text = await (0,promises_.readFile)(path, 'utf8').catch(() => {
            throw new user_error/* UserError */.yo(`the ignore file ${path} can't be read`, {
                fix: 'Give a path from the workspace, or leave `ignore-file` out.',
            });
        });
        return parseIgnores(text, path);
    });
    return (await Promise.all(read)).flat();
}
const example = `Write each as:
- id: CVE-2022-32149
  package: golang.org/x/text   # optional
  reason: the parser is not reachable from outside
  owner: team-payments
  expires: 2027-01-31
or as trivy's own .trivyignore.yaml has it.`;
/** The sections of trivy's own format, and what they hold for. */
const sections = {
    vulnerabilities: ['os-package', 'dependency'],
    misconfigurations: ['misconfiguration'],
    secrets: ['secret'],
    licenses: ['licence'],
};
/** Parses an ignore file: a list in our own format, or a map of sections as trivy has it. */
async function parseIgnores(text, path) {
    // Loaded only where there is a file: most runs have none, and it costs as much as the rest of the start.
    const { isMap, isScalar, isSeq, LineCounter, parseDocument } = await __webpack_require__.e(/* import() */ 8815).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
    const counter = new LineCounter();
    const document = parseDocument(text, { lineCounter: counter });
    const placeAt = (offset) => ({ file: path, line: counter.linePos(offset).line });
    const refuse = (what, place) => new user_error/* UserError */.yo(`${path}: ${what}`, { fix: example, place });
    const [problem] = document.errors;
    if (problem !== undefined) {
        throw refuse(problem.message.split('\n', 1)[0] ?? 'no YAML', placeAt(problem.pos[0]));
    }
    const entriesOf = (list, read) => {
        if (!isSeq(list))
            throw refuse('a list is expected', placeAt(rangeOf(list)));
        return list.items.map((item) => {
            const place = placeAt(rangeOf(item));
            const value = isNode(item) ? item.toJS(document) : item;
            return read({ get: (key) => (0,json/* field */.ZZ)(value, key), place, refuse: (what) => refuse(what, place) });
        });
    };
    const { contents } = document;
    if (contents === null)
        return [];
    if (!isMap(contents))
        return entriesOf(contents, ownEntry);
    return contents.items.flatMap(({ key, value }) => {
        const kinds = sections[String(key)];
        if (kinds === undefined)
            throw refuse(`"${String(key)}" is none of ${Object.keys(sections).join(', ')}`, placeAt(rangeOf(key)));
        const empty = value === null || (isScalar(value) && value.value === null);
        return empty ? [] : entriesOf(value, (entry) => trivyEntry(entry, kinds));
    });
}
function isNode(value) {
    return typeof value === 'object' && value !== null && 'range' in value;
}
function rangeOf(value) {
    return isNode(value) ? (value.range?.[0] ?? 0) : 0;
}

// EXTERNAL MODULE: ./build/actions/shared/go/decode.js
var decode = __webpack_require__(6449);
;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/decisions/reach.js




/** Reads files with what `govulncheck -format json` wrote. Throws a UserError for one that is not whole. */
async function readEvidence(paths) {
    const read = paths.map(async (path) => {
        const text = await (0,promises_.readFile)(path, 'utf8').catch(() => undefined);
        if (text === undefined)
            throw reach_refused(path, "can't be read");
        return parseEvidence(text, path);
    });
    return (await Promise.all(read)).flat();
}
/**
 * Parses the streams of a file, one for each program (protocol v1: config first, then progress, osv and finding
 * messages in any order).
 */
function parseEvidence(text, path) {
    const streams = [];
    for (const message of messagesOf(text, path)) {
        if ((0,json/* field */.ZZ)(message, 'config') !== undefined)
            streams.push([]);
        const stream = streams.at(-1);
        if (stream === undefined)
            throw reach_refused(path, 'does not begin with a `config` message');
        stream.push(message);
    }
    if (streams.length === 0)
        throw reach_refused(path, 'has no `config` message');
    return streams.map(evidenceOf);
}
function evidenceOf(messages) {
    const of = (key) => messages.flatMap((message) => (0,json/* field */.ZZ)(message, key) ?? []);
    return {
        bySymbol: of('config').every((config) => (0,json/* textOf */.b6)((0,json/* field */.ZZ)(config, 'scan_level')) === 'symbol'),
        names: new Map(of('osv').map((osv) => {
            const id = (0,json/* textOf */.b6)((0,json/* field */.ZZ)(osv, 'id')) ?? '';
            return [id, new Set([id, ...(0,json/* textsOf */.CB)((0,json/* field */.ZZ)(osv, 'aliases'))])];
        })),
        hits: of('finding').map((finding) => {
            // The first frame is the vulnerable symbol itself, or the package or module that holds it.
            const [frame] = (0,json/* listOf */.c3)((0,json/* field */.ZZ)(finding, 'trace'));
            return {
                osv: (0,json/* textOf */.b6)((0,json/* field */.ZZ)(finding, 'osv')) ?? '',
                module: (0,json/* textOf */.b6)((0,json/* field */.ZZ)(frame, 'module')) ?? '',
                version: (0,json/* textOf */.b6)((0,json/* field */.ZZ)(frame, 'version')) ?? '',
                called: (0,json/* textOf */.b6)((0,json/* field */.ZZ)(frame, 'function')) !== undefined,
            };
        }),
    };
}
function messagesOf(text, path) {
    try {
        return (0,decode/* parseJsonObjects */.CJ)(text);
    }
    catch {
        throw reach_refused(path, 'is cut off or no JSON');
    }
}
function reach_refused(path, what) {
    return new user_error/* UserError */.yo(`the result of govulncheck in ${path} ${what}`, {
        fix: 'Give the output `vulnerabilities` of go-static-build, or what `govulncheck -format json` wrote when it ended well.',
    });
}
/** The findings with what is known of their reach. */
function withReach(findings, evidence) {
    return findings.map((finding) => ({ ...finding, reach: reachOf(finding, evidence) }));
}
/**
 * Whether the vulnerable code is called. Only a scan of functions, of the very version that was found, that knows the
 * vulnerability and met no call of it, says no; one program that calls it outweighs all that don't.
 */
function reachOf(finding, evidence) {
    if (finding.kind !== 'dependency' || !/^go/.test(finding.targetType))
        return 'unknown';
    const names = [finding.id, ...finding.aliases];
    const about = evidence.flatMap(({ bySymbol, names: known, hits }) => hits
        .filter(({ osv, module }) => module === finding.subject && names.some((name) => known.get(osv)?.has(name)))
        .map((hit) => ({ ...hit, bySymbol })));
    if (about.some(({ called }) => called))
        return 'called';
    const tells = about.length > 0 && about.every((hit) => hit.bySymbol && isVersion(hit.version, finding.installed));
    return tells ? 'not-called' : 'unknown';
}
/** Go's standard library has the versions `v1.26.1`, `go1.26.1` or `1.26.1`, depending on who writes. */
function isVersion(a, b) {
    const bare = (version) => version.replace(/^(?:v|go)/, '');
    return bare(a) !== '' && bare(a) === bare(b);
}

;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/decisions/vex.js



/** Reads VEX documents. Throws a UserError for one that trivy would not understand, or only for an SBOM. */
async function readVex(paths, target) {
    return Promise.all(paths.map(async (path) => {
        const text = await (0,promises_.readFile)(path, 'utf8').catch(() => undefined);
        if (text === undefined)
            throw vex_refused(path, "can't be read");
        return parseVex(text, path, target);
    }));
}
/** Parses OpenVEX; CSAF and CycloneDX are left to trivy. */
function parseVex(text, path, target) {
    const document = (0,json/* parsed */.Yz)(text);
    if ((0,json/* field */.ZZ)(document, 'bomFormat') === 'CycloneDX') {
        if (target === 'sbom')
            return { path, harmless: [] };
        throw vex_refused(path, 'is CycloneDX, which tells by references into an SBOM and holds for that SBOM only');
    }
    if (Array.isArray((0,json/* field */.ZZ)(document, 'vulnerabilities')) && (0,json/* field */.ZZ)(document, 'document') !== undefined)
        return { path, harmless: [] };
    const context = (0,json/* textOf */.b6)((0,json/* field */.ZZ)(document, '@context')) ?? '';
    const statements = (0,json/* field */.ZZ)(document, 'statements');
    if (!context.startsWith('https://openvex.dev/ns') || !Array.isArray(statements))
        throw vex_refused(path, 'is neither OpenVEX (`@context`, `statements`) nor CSAF');
    const harmless = statements
        .filter((statement) => ['not_affected', 'fixed'].includes((0,json/* textOf */.b6)((0,json/* field */.ZZ)(statement, 'status')) ?? ''))
        .flatMap((statement) => {
        const vulnerability = (0,json/* field */.ZZ)(statement, 'vulnerability');
        return [
            (0,json/* textOf */.b6)((0,json/* field */.ZZ)(vulnerability, 'name')) ?? (0,json/* textOf */.b6)(vulnerability) ?? '',
            ...aliasesOf(vulnerability),
        ];
    });
    return { path, harmless: harmless.filter((name) => name !== '') };
}
function aliasesOf(vulnerability) {
    return (0,json/* textsOf */.CB)((0,json/* field */.ZZ)(vulnerability, 'aliases'));
}
function vex_refused(path, what) {
    return new user_error/* UserError */.yo(`the VEX document ${path} ${what}`, {
        fix: 'Give OpenVEX, such as the output `vex` of this action, or leave `vex` out.',
    });
}
/**
 * Findings that a document declares harmless and that are there all the same: the statement names another product than
 * the one scanned, and nobody would notice.
 */
function unmatched(documents, left) {
    return documents.flatMap((document) => left
        .filter(({ id, aliases }) => [id, ...aliases].some((name) => document.harmless.includes(name)))
        .map((finding) => ({ document, finding })));
}

;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/findings/places.js


/** Reads go.mod and Dockerfile beside each other; what is missing is left out. */
async function readSources(folder, scanned) {
    const read = async (name) => {
        const path = (0,external_node_path_.join)(folder, name);
        const text = await (0,promises_.readFile)(path, 'utf8').catch(() => undefined);
        return text === undefined ? undefined : { path, lines: text.split(/\r?\n/) };
    };
    return { goMod: await read('go.mod'), dockerfile: await read('Dockerfile'), folder: scanned };
}
/** The line to change: the requirement in go.mod, the base image in the Dockerfile, the line the scanner names. */
function placeOf(finding, sources) {
    const { goMod, dockerfile, folder } = sources;
    if (finding.kind === 'dependency' && /^go/.test(finding.targetType)) {
        const line = goMod === undefined ? undefined : requirementLine(goMod.lines, finding.subject);
        if (goMod !== undefined && line !== undefined)
            return { file: goMod.path, line };
    }
    if (finding.kind === 'os-package' && dockerfile !== undefined)
        return lastOf(dockerfile, /^\s*FROM\s/i);
    if (folder !== undefined) {
        const file = (0,external_node_path_.join)(folder, finding.target);
        if ((0,external_node_path_.relative)(folder, file).startsWith('..'))
            return undefined;
        return finding.lines === undefined ? { file } : { file, line: finding.lines.start };
    }
    if (finding.kind === 'misconfiguration' &&
        finding.targetType === 'dockerfile' &&
        dockerfile !== undefined) {
        // What trivy rebuilds from an image's history has no lines of ours; but the user is set by the last USER, or not at all.
        return finding.id === 'DS-0002'
            ? lastOf(dockerfile, /^\s*USER\s/i, /^\s*FROM\s/i)
            : { file: dockerfile.path };
    }
    return undefined;
}
/** The last line of the first kind there is. */
function lastOf({ path, lines }, ...kinds) {
    for (const kind of kinds) {
        const line = lines.findLastIndex((text) => kind.test(text)) + 1;
        if (line > 0)
            return { file: path, line };
    }
    return { file: path };
}
/** Line of a module's requirement; the standard library stands in the `toolchain` line, else in the `go` line. */
function requirementLine(lines, module) {
    const find = (pattern) => lines.findIndex((line) => pattern.test(line)) + 1;
    if (module === 'stdlib')
        return find(/^toolchain\s/) || find(/^go\s/) || undefined;
    const name = module.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
    // What a replacement brings in is mended at the replacement.
    return (find(new RegExp(`=>\\s*${name}\\s+v`)) ||
        find(new RegExp(`^\\s*(?:require\\s+)?${name}\\s+v`)) ||
        undefined);
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/settings.js




/** The scanners to use. Throws a UserError when none of those asked for can look into the target. */
function scannersOf(type, wanted) {
    const scanners = scannersFor(type, wanted);
    if (scanners.length > 0)
        return scanners;
    throw new user_error/* UserError */.yo(`none of the scanners (${wanted.join(', ')}) can look into a target of the type ${type}`, { fix: 'Add `vuln` (or `misconfig` for manifests) to `scanners`.' });
}
/** Which of the repository's scans this is: the name given, else the folder and the type of target. */
function scanName({ name, workingDirectory }, type, workspace) {
    return name ?? [(0,external_node_path_.relative)(workspace, workingDirectory), type].filter((part) => part !== '').join('/');
}
/** trivy's own place for its cache, unless the caller has another. */
function cacheDirectory({ cacheDirectory: given }, env) {
    return given ?? (0,external_node_path_.join)(env['XDG_CACHE_HOME'] || (0,external_node_path_.join)(env['HOME'] || (0,external_node_os_.homedir)(), '.cache'), 'trivy');
}
function reportFolder({ reportDirectory }, temp) {
    return reportDirectory ?? (0,external_node_path_.join)(temp, 'seatrial', 'scan');
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/actions/shared/oci/tar.js
var tar = __webpack_require__(71449);
;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/target.js







/**
 * Finds out what a target is. A path that exists is looked into; anything else has to be an image reference.
 *
 * Throws a UserError when it is neither, or not what the caller says it is.
 */
async function resolveTarget(target, wanted, workspace) {
    const path = (0,external_node_path_.resolve)(workspace, target);
    const found = await (0,promises_.stat)(path).catch(() => undefined);
    if (wanted === 'image' || (wanted === 'auto' && found === undefined))
        return imageTarget(target, wanted, path);
    if (found === undefined)
        throw missing(path);
    if (wanted !== 'auto')
        return { type: wanted, path };
    if (found.isDirectory())
        return { type: (await (0,oci_layout/* isLayout */.nW)(path)) ? 'oci-layout' : 'filesystem', path };
    return { type: await fileType(path), path };
}
/** The folder that the targets of a report are files in; undefined when what was scanned is no source. */
async function scannedFolder({ type, path }) {
    if (type !== 'filesystem' && type !== 'config')
        return undefined;
    return (await (0,promises_.stat)(path)).isDirectory() ? path : (0,external_node_path_.dirname)(path);
}
function imageTarget(target, wanted, path) {
    try {
        const { registry, tag, digest } = (0,reference/* parseReference */.F2)(target);
        const named = registry !== 'docker.io' || tag !== undefined || digest !== undefined;
        if (wanted === 'image' || named)
            return { type: 'image', path: target };
    }
    catch (error) {
        if (wanted === 'image') {
            throw new user_error/* UserError */.yo(`"${target}" is no image reference, expected ${(0,user_error/* messageOf */.bD)(error)}`, {
                fix: 'Write `target: ghcr.io/acme/checkout@sha256:…`, or the path of an OCI layout.',
            });
        }
    }
    throw missing(path);
}
function missing(path) {
    return new user_error/* UserError */.yo(`there is nothing to scan at ${path}`, {
        fix: 'Give the `layout` output of multistage-dockerize, an image with its tag or digest, or a path that an earlier step made.',
    });
}
async function fileType(path) {
    if (await isTar(path)) {
        if (await holdsDockerImage(path))
            return 'docker-archive';
        throw new user_error/* UserError */.yo(`${path} is an archive of an OCI layout, which trivy can't read`, {
            fix: `Unpack it first (\`mkdir layout && tar -xf ${(0,external_node_path_.basename)(path)} -C layout\`) and give the folder as \`target\`.`,
        });
    }
    if (/\.(?:cdx|spdx|sbom|bom)\.json$|(?:^|\/)s?bom\.json$/i.test(path) || (await isSbom(path)))
        return 'sbom';
    if (/\.(?:ya?ml|json|tf)$|dockerfile/i.test((0,external_node_path_.basename)(path)))
        return 'config';
    return 'filesystem';
}
async function isTar(path) {
    const head = await headOf(path, 512);
    return head.toString('latin1', 257, 262) === 'ustar';
}
async function isSbom(path) {
    return /"bomFormat"|"spdxVersion"/.test((await headOf(path, 4096)).toString());
}
async function headOf(path, length) {
    const file = await (0,promises_.open)(path);
    try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
        return buffer.subarray(0, bytesRead);
    }
    finally {
        await file.close();
    }
}
/** docker save writes a manifest.json, at the end; an OCI layout in a tar has none. */
async function holdsDockerImage(path) {
    try {
        for await (const entry of (0,tar/* tarEntries */.O)((0,external_node_fs_.createReadStream)(path))) {
            if ((0,external_node_path_.join)('/', entry.name) === '/manifest.json')
                return true;
        }
    }
    catch {
        // A damaged archive is trivy's to refuse.
        return true;
    }
    return false;
}

;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/tell/message.js

/** Findings a chat is told; the rest stands in the summary. */
const shown = 5;
/** What a chat is told when the gate blocks. `reason` is one sentence. */
function blockMessage(section, reason, { source }) {
    const { pullRequest, run } = source;
    const more = section.blocking.length - shown;
    return {
        title: `Scan of ${(0,untrusted/* oneLine */.TN)(source.repository)} blocks: ${section.verdict}`,
        lines: [
            reason,
            `commit ${source.commit.slice(0, 7)}${pullRequest === undefined ? '' : `, pull request #${pullRequest.number}`}`,
            ...section.blocking
                .slice(0, shown)
                .map(({ id, severity, subject, fixedIn }) => `${severity} ${id} in ${subject}${fixedIn === undefined ? ', nothing mends it yet' : `, mended by ${fixedIn}`}`),
            ...(more > 0 ? [`and ${more} more`] : []),
        ].map(untrusted/* oneLine */.TN),
        link: run === undefined ? undefined : { text: 'Open the run', url: run.url },
        data: { source, scan: section },
    };
}

;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/findings/advice.js

/** What mends a finding, in one sentence; a command where there is one. */
function adviceFor(finding) {
    const fixed = (0,untrusted/* oneLine */.TN)(finding.fixedIn);
    switch (finding.kind) {
        case 'dependency':
            if (fixed === '')
                return 'No version mends it yet. Replace the module, or ignore it for a while with a reason.';
            if (finding.subject === 'stdlib')
                return `Build with Go ${fixed} or newer.`;
            if (!/^go/.test(finding.targetType) || !isModule(finding.subject) || !advice_isVersion(lowest(fixed)))
                return `Update to ${fixed}.`;
            return `Run \`go get ${(0,untrusted/* oneLine */.TN)(finding.subject)}@v${lowest(fixed)}\` and \`go mod tidy\`.`;
        case 'os-package':
            return fixed === ''
                ? 'The distribution has no fix yet. A base without this package (scratch, distroless static) has the finding no more.'
                : `Build on a newer base image that has ${fixed}.`;
        case 'secret':
            return 'Take it out of the image, and make the secret itself worthless: it has to count as known.';
        case 'misconfiguration':
            return (0,untrusted/* oneLine */.TN)(finding.description);
        case 'licence':
            return 'Replace the package, or ignore it with the reason why its licence is fine here.';
    }
}
/** What is shown as a command gets run: nothing goes in that a shell would take for more than a word. */
function isModule(name) {
    return /^[\w.~-]+(?:\/[\w.~-]+)*$/.test(name);
}
function advice_isVersion(text) {
    return /^\d[\w.+-]*$/.test(text);
}
/** Advisories may list a fix for each line of releases: `0.3.8, 1.2.0`. */
function lowest(fixed) {
    return (fixed.split(',', 1)[0] ?? '').trim().replace(/^v/, '');
}
/** `golang.org/x/text v0.3.7`, or the file. */
function subjectOf(finding) {
    return (0,untrusted/* oneLine */.TN)(`${finding.subject} ${finding.installed}`);
}

;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/tell/section.js


/** The section of the release record while nothing is known, and if it stays so. */
function unscanned(target) {
    return {
        target,
        verdict: 'could-not-scan',
        scanner: { name: 'trivy', version: '' },
        counts: {},
        blocking: [],
    };
}
/** The section of the release record. */
function sectionOf(result, target) {
    const { judged, applied, scanned, trivy, database } = result;
    return {
        target,
        ...(scanned.digest === undefined ? {} : { digest: scanned.digest }),
        verdict: judged.verdict,
        scanner: {
            name: 'trivy',
            version: trivy.version,
            ...(database === undefined ? {} : { databaseUpdatedAt: database.updatedAt.toISOString() }),
        },
        counts: countsOf(applied.left),
        blocking: ranked(judged.blocking).map((finding) => ({
            id: finding.id,
            severity: finding.severity,
            subject: subjectOf(finding),
            ...(finding.fixedIn === '' ? {} : { fixedIn: finding.fixedIn }),
        })),
    };
}
/** Everything but the paths of reports. */
function setOutputs({ judged, applied, scanned, compared }, report) {
    const counts = countsOf(applied.left);
    report.output('verdict', judged.verdict);
    report.output('digest', scanned.digest ?? '');
    for (const name of ['critical', 'high', 'medium', 'low', 'unknown'])
        report.output(name, counts[name]);
    report.output('counts', JSON.stringify(countsByKind(applied.left)));
    if (compared?.base !== undefined)
        report.output('new', applied.left.filter(({ known }) => known === false).length);
}

// EXTERNAL MODULE: ./build/actions/shared/markdown/markdown.js
var markdown = __webpack_require__(37727);
// EXTERNAL MODULE: ./build/actions/shared/units/duration.js
var duration = __webpack_require__(39794);
;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/tell/text.js



/** Kinds as people say them. */
const kindWords = {
    'os-package': 'OS package',
    dependency: 'dependency',
    misconfiguration: 'misconfiguration',
    secret: 'secret',
    licence: 'licence',
};
/** All findings as lines for the log and the text report. */
function textTable(findings) {
    const rows = ranked(findings).map((one) => [
        one.severity,
        (0,untrusted/* oneLine */.TN)(one.id),
        kindWords[one.kind],
        subjectOf(one),
        (0,untrusted/* oneLine */.TN)(one.fixedIn) || '-',
        (0,untrusted/* oneLine */.TN)(partOf(one)),
        remarks(one),
    ]);
    const all = [['SEVERITY', 'ID', 'KIND', 'IN', 'FIXED IN', 'TARGET', ''], ...rows];
    const widths = (all[0] ?? []).map((_, at) => all.reduce((most, row) => Math.max(most, row[at]?.length ?? 0), 0));
    return all.map((row) => row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd());
}
/** What else is known of a finding: whether the base has it, whether the code is called. */
function remarks({ known, reach }) {
    const words = [
        known === undefined ? '' : known ? 'known' : 'new',
        reach === 'unknown' ? '' : reach === 'called' ? 'called' : 'not called',
    ];
    return words.filter((word) => word !== '').join(', ');
}

;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/tell/summary.js






/** Rows of a table; the rest stands in the report. */
const rowsShown = 50;
/** The job summary: verdict, facts, counts; then the findings worst first, those that block before the others. */
function summaryOf(result) {
    const { judged, applied, scanned } = result;
    const others = judged.passing.map(({ finding }) => finding);
    const why = new Map(judged.passing.map((one) => [one.finding, one.why]));
    const parts = [
        `### Scan: ${judged.verdict}\n\n${(0,untrusted/* plainMarkdown */.EO)(judged.reason)}`,
        (0,markdown/* table */.tp)(['', ''], factsOf(result)),
        applied.left.length === 0 ? '' : countTable(applied.left),
        judged.blocking.length === 0 ? '' : findingTable(judged.blocking, 'what to do', adviceFor),
        others.length === 0
            ? ''
            : (0,markdown/* details */.zH)(`${others.length} that do not block`, findingTable(others, 'why it does not block', (finding) => why.get(finding) ?? '')),
        applied.ignored.length === 0
            ? ''
            : (0,markdown/* details */.zH)(`${applied.ignored.length} ignored`, ignoredTable(applied.ignored)),
        scanned.suppressed.length === 0
            ? ''
            : (0,markdown/* details */.zH)(`${scanned.suppressed.length} declared harmless by VEX`, harmlessTable(scanned.suppressed)),
    ];
    return parts.filter((part) => part !== '').join('\n\n');
}
function factsOf({ target, scanned, trivy, database, age, compared }) {
    const made = database === undefined || age === undefined
        ? 'not needed'
        : `of ${database.updatedAt.toISOString()}, ${(0,duration/* formatDuration */.a)(age)} old`;
    return [
        ['target', (0,untrusted/* plainMarkdown */.EO)(target.path)],
        ...(scanned.digest === undefined ? [] : [['digest', (0,markdown/* code */.aY)(scanned.digest)]]),
        ['scanner', (0,untrusted/* plainMarkdown */.EO)(`trivy ${trivy.version}`)],
        ['database', made],
        ...(compared === undefined
            ? []
            : [
                [
                    'compared with',
                    (0,untrusted/* plainMarkdown */.EO)(compared.base === undefined ? `nothing: ${compared.why}` : compared.base.origin),
                ],
            ]),
    ];
}
function countTable(findings) {
    const counts = countsByKind(findings);
    const rows = kinds
        .map((kind) => [kindWords[kind], ...Object.values(counts[kind]).map(String)])
        .filter(([, ...numbers]) => numbers.some((number) => number !== '0'));
    return (0,markdown/* table */.tp)(['found', ...severities.map((severity) => severity.toLowerCase())], rows);
}
function findingTable(findings, title, last) {
    const all = distinct(findings);
    const rows = all
        .slice(0, rowsShown)
        .map((finding) => [
        finding.severity,
        linked(finding),
        kindWords[finding.kind],
        (0,untrusted/* plainMarkdown */.EO)([subjectOf(finding), remarks(finding)].filter((part) => part !== '').join(', ')),
        (0,untrusted/* plainMarkdown */.EO)(finding.fixedIn) || '–',
        (0,untrusted/* plainMarkdown */.EO)(last(finding)),
    ]);
    const more = all.length - rows.length;
    const text = (0,markdown/* table */.tp)(['severity', 'id', 'kind', 'in', 'fixed in', title], rows);
    return more > 0 ? `${text}\n\n${more} more stand in the report.` : text;
}
function linked(finding) {
    const id = (0,untrusted/* plainMarkdown */.EO)(finding.id);
    return /^https:\/\/[\w.-]+\/[\w./-]*$/.test(finding.url) ? `[${id}](${finding.url})` : id;
}
function ignoredTable(ignored) {
    const rows = ignored.map(({ finding, ignore }) => [
        linked(finding),
        (0,untrusted/* plainMarkdown */.EO)(subjectOf(finding)),
        (0,untrusted/* plainMarkdown */.EO)(ignore.reason) || '–',
        (0,untrusted/* plainMarkdown */.EO)(ignore.owner) || '–',
        dayOf(ignore),
    ]);
    return (0,markdown/* table */.tp)(['id', 'in', 'reason', 'owner', 'until'], rows);
}
function harmlessTable(suppressed) {
    const rows = suppressed.map(({ finding, status, justification }) => [
        linked(finding),
        (0,untrusted/* plainMarkdown */.EO)(subjectOf(finding)),
        (0,untrusted/* plainMarkdown */.EO)(status),
        (0,untrusted/* plainMarkdown */.EO)(justification) || '–',
    ]);
    return (0,markdown/* table */.tp)(['id', 'in', 'status', 'because'], rows);
}
/** The last day an ignore holds. */
function dayOf({ expires }) {
    return Number.isFinite(expires) ? new Date(expires).toISOString().slice(0, 10) : 'for ever';
}

;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/tell/annotations.js






/** What blocks, worst first, at the line that mends it; then decisions that need someone. */
function annotationsOf({ judged, applied, sources, documents }) {
    return [
        ...distinct(judged.blocking).map((finding) => {
            const place = placeOf(finding, sources);
            return {
                level: 'error',
                title: `${finding.severity} ${(0,untrusted/* oneLine */.TN)(finding.id)}`,
                message: `${(0,untrusted/* oneLine */.TN)(finding.title) || (0,untrusted/* oneLine */.TN)(finding.id)} in ${subjectOf(finding)}. ${adviceFor(finding)}`,
                ...(place === undefined ? {} : { place }),
            };
        }),
        ...applied.expired.map((ignore) => warning('an ignore has expired', `${(0,untrusted/* oneLine */.TN)(ignore.id)} was ignored until ${dayOf(ignore)} (${(0,untrusted/* oneLine */.TN)(ignore.owner)}: ${(0,untrusted/* oneLine */.TN)(ignore.reason)}). It counts again; mend it, or decide anew.`, ignore.place)),
        ...applied.stale.map((ignore) => warning('an ignore matches nothing', `${(0,untrusted/* oneLine */.TN)(ignore.id)} is not found any more; remove the entry.`, ignore.place)),
        ...lacking(applied.lacking),
        ...unmatched(documents, distinct(judged.blocking)).map(({ document, finding }) => warning('a VEX statement does not apply', `The document declares ${(0,untrusted/* oneLine */.TN)(finding.id)} harmless for another product than the one scanned. If it is meant, name the product ${(0,untrusted/* oneLine */.TN)(finding.purl) || 'as it was scanned'}.`, { file: document.path })),
    ];
}
/** One warning for all of them: a file taken over from trivy may have many. */
function lacking(ignores) {
    const [first] = ignores;
    if (first === undefined)
        return [];
    const missing = [...new Set(ignores.flatMap(({ lacks }) => lacks))].map((key) => `\`${key}\``).join(', ');
    const rest = ignores.length === 1 ? '' : ` and ${ignores.length - 1} more`;
    return [
        warning('an ignore is no decision', `${(0,untrusted/* oneLine */.TN)(first.id)}${rest}: an ignore without ${missing} can't be asked about and may never end. Add them.`, first.place),
    ];
}
function warning(title, message, place) {
    return { level: 'warning', title, message, place };
}

;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/tell/openvex.js


/**
 * What does not affect the product, as OpenVEX 0.2.0: findings whose code is not called, and ignores that say why in a
 * word of OpenVEX. An ignore without such a word is a risk somebody took, and nothing to tell others.
 *
 * Undefined when there is nothing to declare: a document without statements is not valid.
 */
function toOpenVex(result, { record, now, name }) {
    const statements = statementsOf(result);
    if (statements.length === 0)
        return undefined;
    const { source } = record;
    const run = source.run === undefined ? `commit/${source.commit}` : `run/${source.run.id}/${source.run.attempt}`;
    const product = productOf(result, record);
    return {
        '@context': 'https://openvex.dev/ns/v0.2.0',
        '@id': `https://seatrial.dev/vex/${encodeURI(source.repository)}/${run}/${encodeURIComponent(name)}`,
        author: source.repository,
        timestamp: new Date(now).toISOString(),
        version: 1,
        tooling: 'Seatrial trivy-gate',
        statements: statements.map(({ finding, justification, notes }) => ({
            vulnerability: {
                name: finding.id,
                ...(finding.aliases.length === 0 ? {} : { aliases: [...new Set(finding.aliases)] }),
            },
            products: [{ '@id': product, subcomponents: [{ '@id': finding.purl }] }],
            status: 'not_affected',
            justification,
            // Not `impact_statement`: the schema takes either that or a justification.
            status_notes: notes,
        })),
    };
}
function statementsOf({ applied }) {
    const uncalled = applied.left
        .filter(({ reach }) => reach === 'not-called')
        .map((finding) => ({
        finding,
        justification: 'vulnerable_code_not_in_execute_path',
        notes: `No vulnerable function of ${finding.subject} ${finding.installed} is called, by govulncheck at the level of functions.`,
    }));
    const decided = applied.ignored.flatMap(({ finding, ignore }) => ignore.justification === undefined
        ? []
        : [{ finding, justification: ignore.justification, notes: `${ignore.reason} (${ignore.owner})` }]);
    const all = [...uncalled, ...decided].filter(({ finding }) => finding.purl !== '');
    const once = new Map(all.map((one) => [JSON.stringify([one.finding.id, one.finding.purl]), one]));
    return [...once.values()].map((one) => ({ ...one, notes: (0,untrusted/* oneLine */.TN)(one.notes) }));
}
/**
 * The product the statements are about: the image by its digest, else the commit. Never the package alone: that would
 * declare it harmless for everybody.
 */
function productOf({ target, scanned: { digest } }, { image, source }) {
    const name = target.type === 'image' ? target.path : image?.name;
    if (digest === undefined || name === undefined)
        return `pkg:github/${source.repository.toLowerCase()}@${source.commit}`;
    const { registry, repository } = (0,reference/* parseReference */.F2)(name);
    const last = repository.split('/').at(-1) ?? repository;
    const host = registry === 'docker.io' ? 'index.docker.io' : registry;
    return `pkg:oci/${last}@${encodeURIComponent(digest)}?repository_url=${encodeURIComponent(`${host}/${repository}`)}`;
}

;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/tell/sarif.js






const levels = {
    CRITICAL: 'error',
    HIGH: 'error',
    MEDIUM: 'warning',
    LOW: 'note',
    UNKNOWN: 'note',
};
/** GitHub shows `critical` from 9.0, `high` from 7.0, `medium` from 4.0; these stand in where no score is known. */
const standIns = {
    CRITICAL: 9.5,
    HIGH: 8,
    MEDIUM: 5.5,
    LOW: 2,
    UNKNOWN: 0,
};
/**
 * All findings as SARIF 2.1.0, whatever blocks: one rule for each id; ignored ones, and those that VEX declares
 * harmless, as suppressed results. Made only of a scan that happened: an empty file would close every alert.
 */
function toSarif({ applied, scanned, sources }, facts) {
    const suppressed = [
        ...applied.ignored.map(({ finding, ignore }) => ({
            finding,
            justification: `${ignore.reason} (${ignore.owner})`,
        })),
        ...scanned.suppressed.map(({ finding, status, justification }) => ({
            finding,
            justification: `VEX: ${[status, justification].filter((word) => word !== '').join(', ')}`,
        })),
    ];
    const all = [...applied.left, ...suppressed.map(({ finding }) => finding)];
    const rules = new Map();
    for (const finding of all) {
        if (!rules.has(finding.id))
            rules.set(finding.id, { finding, index: rules.size });
    }
    const result = (finding) => ({
        ruleId: finding.id,
        ruleIndex: rules.get(finding.id)?.index ?? 0,
        ...resultOf(finding, sources, facts),
    });
    return {
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [
            {
                tool: {
                    driver: {
                        name: 'Trivy',
                        version: facts.trivyVersion === '' ? 'unknown' : facts.trivyVersion,
                        informationUri: 'https://trivy.dev',
                        rules: [...rules.values()].map(({ finding }) => rule(finding)),
                    },
                },
                automationDetails: { id: `seatrial-trivy-gate/${facts.name}/` },
                columnKind: 'utf16CodeUnits',
                results: [
                    ...applied.left.map(result),
                    ...suppressed.map(({ finding, justification }) => ({
                        ...result(finding),
                        suppressions: [{ kind: 'external', status: 'accepted', justification }],
                    })),
                ],
            },
        ],
    };
}
function resultOf(finding, sources, facts) {
    return {
        level: levels[finding.severity],
        message: { text: messageFor(finding) },
        locations: [sarif_location(finding, sources, facts)],
        partialFingerprints: { 'seatrial/v1': fingerprint(finding) },
        ...(finding.known === undefined ? {} : { baselineState: finding.known ? 'unchanged' : 'new' }),
        properties: {
            severity: finding.severity,
            kind: finding.kind,
            installed: finding.installed,
            fixedIn: finding.fixedIn,
            purl: finding.purl,
            reach: finding.reach,
        },
    };
}
function rule(finding) {
    const score = finding.score ?? standIns[finding.severity];
    const title = (0,untrusted/* oneLine */.TN)(finding.title) || finding.id;
    const uri = /^https?:\/\/\S+$/.test(finding.url) ? { helpUri: finding.url } : {};
    return {
        id: finding.id,
        name: names[finding.kind],
        shortDescription: { text: title },
        fullDescription: { text: (0,untrusted/* oneLine */.TN)(finding.description) || title },
        help: {
            text: `${finding.id}: ${title}. ${adviceFor(finding)}`,
            markdown: `**${(0,untrusted/* plainMarkdown */.EO)(finding.id)}** ${(0,untrusted/* plainMarkdown */.EO)(title)}\n\n${(0,untrusted/* plainMarkdown */.EO)(adviceFor(finding))}`,
        },
        ...uri,
        defaultConfiguration: { level: levels[finding.severity] },
        properties: {
            precision: 'very-high',
            'security-severity': score.toFixed(1),
            tags: ['security', finding.kind, finding.severity],
        },
    };
}
const names = {
    'os-package': 'OsPackageVulnerability',
    dependency: 'LanguageSpecificPackageVulnerability',
    misconfiguration: 'Misconfiguration',
    secret: 'Secret',
    licence: 'License',
};
function messageFor(finding) {
    return `${(0,untrusted/* oneLine */.TN)(finding.title) || finding.id} in ${subjectOf(finding)} (${finding.severity}). ${adviceFor(finding)}`;
}
/** A line of the repository where one is known, so that GitHub shows it there; else the part of the target. */
function sarif_location(finding, sources, { workspace, target }) {
    const place = placeOf(finding, sources);
    const inRepository = place === undefined ? undefined : (0,external_node_path_.relative)(workspace, place.file);
    const uri = inRepository === undefined || inRepository.startsWith('..') ? finding.target || target : inRepository;
    const line = place?.line ?? finding.lines?.start ?? 1;
    const end = finding.lines !== undefined && place?.line === finding.lines.start ? finding.lines.end : line;
    return {
        physicalLocation: {
            artifactLocation: { uri: encodeURI((0,untrusted/* oneLine */.TN)(uri).replace(/^\/+/, '')) },
            region: { startLine: line, endLine: end },
        },
        message: { text: (0,untrusted/* oneLine */.TN)(`${partOf(finding) || target}: ${subjectOf(finding)}`) },
    };
}
/** The same finding keeps its fingerprint when lines move or the version of another package changes. */
function fingerprint({ id, subject, target, kind, platform }) {
    return (0,external_node_crypto_.createHash)('sha256')
        .update(JSON.stringify([kind, id, subject, target, platform]))
        .digest('hex')
        .slice(0, 32);
}

;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/tell/tell.js











/** Tells the one result in every form: files, outputs, record, summary, log, annotations, and whether the step fails. */
async function tell_tell(result, telling, context) {
    const { judged, applied, compared } = result;
    const { report, log } = context;
    await writeReports(result, telling, context);
    setOutputs(result, report);
    report.section('scan', sectionOf(result, telling.target));
    report.summary(summaryOf(result));
    if (applied.left.length > 0)
        for (const line of textTable(applied.left))
            log.info((0,untrusted/* logLine */.BP)(line));
    if (compared !== undefined)
        log.info(compared.base === undefined
            ? `gate: new counts everything: ${compared.why}.`
            : `Compared with ${compared.base.origin}.`);
    log.info(`${judged.verdict}: ${judged.reason}`);
    for (const annotation of annotationsOf(result))
        report.annotate(annotation);
    if (judged.verdict === 'clean')
        return;
    report.fail(`the scan of ${telling.target} says ${judged.verdict}: ${judged.reason}`, fixFor(judged));
}
async function writeReports(result, { folder, name }, { report, record, workspace, now }) {
    const { trivy, target, applied, scanned } = result;
    const write = async (file, text) => {
        const path = (0,external_node_path_.join)(folder, file);
        await (0,promises_.writeFile)(path, `${text}\n`);
        return path;
    };
    const json = (value) => JSON.stringify(value, undefined, 2);
    const facts = { trivyVersion: trivy.version, target: target.path, workspace, name };
    report.output('sarif', await write('trivy.sarif', json(toSarif(result, facts))));
    await write('findings.txt', textTable(applied.left).join('\n'));
    const vex = toOpenVex(result, { record, now: now(), name });
    if (vex !== undefined)
        report.output('vex', await write('vex.openvex.json', json(vex)));
    report.output('report', scanned.reports.join('\n'));
}
function fixFor({ verdict, blocking }) {
    if (verdict === 'database-too-old') {
        return 'Let the step fetch a newer database (`db-repository`), or allow more with `max-database-age`.';
    }
    const [first] = ranked(blocking);
    const advice = first === undefined ? '' : `${(0,untrusted/* oneLine */.TN)(first.id)}: ${adviceFor(first)} `;
    return `${advice}The job summary lists them all, with what mends each.`;
}

// EXTERNAL MODULE: ./build/actions/shared/elf/go-module.js
var go_module = __webpack_require__(21819);
// EXTERNAL MODULE: ./build/actions/shared/tools/pinned.js
var tools_pinned = __webpack_require__(19496);
;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/trivy/pinned.js
/** The release this action uses when the runner has none. Releases 0.69.4 to 0.69.6 were poisoned in March 2026. */
const pinnedVersion = '0.69.3';
/** By machine, with the sha256 of the project's own checksum file. */
const sums = {
    'linux-x64': ['Linux-64bit', '1816b632dfe529869c740c0913e36bd1629cb7688bd5634f4a858c1d57c88b75'],
    'linux-arm64': ['Linux-ARM64', '7e3924a974e912e57b4a99f65ece7931f8079584dae12eb7845024f97087bdfd'],
    'darwin-x64': ['macOS-64bit', 'fec4a9f7569b624dd9d044fca019e5da69e032700edbb1d7318972c448ec2f4e'],
    'darwin-arm64': ['macOS-ARM64', 'a2f2179afd4f8bb265ca3c7aefb56a666bc4a9a411663bc0f22c3549fbc643a5'],
};
/** The release for a machine (`process.platform` and `process.arch`); undefined when none is pinned. */
function pinnedTrivy(platform, arch) {
    const found = sums[`${platform}-${arch}`];
    if (found === undefined)
        return undefined;
    const [asset, sha256] = found;
    const file = `trivy_${pinnedVersion}_${asset}.tar.gz`;
    const url = `https://github.com/aquasecurity/trivy/releases/download/v${pinnedVersion}/${file}`;
    return { name: 'trivy', version: pinnedVersion, url, sha256, packed: true };
}
const poisoned = new Set(['0.69.4', '0.69.5', '0.69.6']);
/** The first release whose report and options are the ones used here. */
const oldest = [0, 65, 0];
/** Why a version of trivy is not run; undefined when it may be. A development build has no number and may. */
function refusalOf(version) {
    if (poisoned.has(version))
        return `trivy ${version} is one of the poisoned releases of March 2026`;
    const numbers = /^(\d+)\.(\d+)\.(\d+)/.exec(version)?.slice(1).map(Number);
    if (numbers === undefined)
        return undefined;
    const difference = oldest.map((part, at) => (numbers[at] ?? 0) - part).find((one) => one !== 0) ?? 0;
    return difference < 0 ? `trivy ${version} is older than ${oldest.join('.')}` : undefined;
}

;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/trivy/binary.js





/** The trivy that is named, else the one on PATH, else the pinned release, checked by its sha256. */
async function findTrivy(inputs, context, download) {
    const path = inputs.trivy ?? (await (0,tools_pinned/* programOnPath */.B)('trivy', context.env['PATH'] ?? ''));
    if (path !== undefined)
        return usable(path, context);
    const pinned = pinnedTrivy(process.platform, process.arch);
    if (pinned === undefined) {
        throw new user_error/* UserError */.yo(`there is no trivy on PATH, and none is pinned for ${process.platform} ${process.arch}`, {
            fix: 'Install trivy in a step before and give its path as `trivy`.',
        });
    }
    return { path: await (0,tools_pinned/* installPinned */.Q)(pinned, context, download), version: pinnedVersion };
}
async function usable(path, context) {
    const version = (await builtVersion(path)) ?? (await toldVersion(path, context));
    const refusal = version === undefined ? `${path} does not tell its version` : refusalOf(version);
    if (refusal === undefined)
        return { path, version: version ?? '' };
    throw new user_error/* UserError */.yo(refusal, {
        fix: `Use trivy ${pinnedVersion}: leave \`trivy\` out and it is downloaded, checked by its sha256.`,
    });
}
/** The release as the linker noted it. Asking the program takes a tenth of a second, and would run what is to be refused. */
async function builtVersion(path) {
    const module = await (0,go_module/* mainModuleOf */.Nk)(path);
    if (module?.path !== 'github.com/aquasecurity/trivy')
        return undefined;
    return /^v(\d+\.\d+\.\d+)(?:\+dirty)?$/.exec(module.version)?.[1];
}
async function toldVersion(path, { exec, env }) {
    const { code, stdout } = await exec(path, ['--version'], { env: cleanEnvironment(env) });
    return code === 0 ? /^Version: v?(\S+)/m.exec(stdout)?.[1] : undefined;
}

;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/verdict.js

/** Why a finding may not stop a release by what the caller set; undefined when it does. */
function whyPasses(finding, rules) {
    const { kind, severity, fixedIn, known, reach } = finding;
    if (!rules.severities.includes(severity))
        return 'below the gate';
    if (!rules.kinds.includes(kind))
        return 'this kind does not block';
    const isPackage = kind === 'os-package' || kind === 'dependency';
    if (rules.ignoreUnfixed && isPackage && fixedIn === '')
        return 'nothing mends it yet';
    if (known === true)
        return 'the base has it too';
    if (rules.unreachable === 'report' && reach === 'not-called')
        return 'the code is not called';
    return undefined;
}
/**
 * The verdict on what was found and not ignored. Findings stay findings whatever the age of the database; that nothing
 * was found counts only when the database could have known.
 *
 * `databaseAge` in milliseconds; undefined where no database was needed.
 */
function judge(findings, databaseAge, rules) {
    const blocking = [];
    const passing = [];
    for (const finding of findings) {
        const why = whyPasses(finding, rules);
        if (why === undefined)
            blocking.push(finding);
        else
            passing.push({ finding, why });
    }
    const bar = rules.severities.join(' or ');
    if (blocking.length > 0) {
        const many = blocking.length === 1 ? '1 finding' : `${blocking.length} findings`;
        const fresh = blocking.every(({ known }) => known === false) ? 'new ' : '';
        return { verdict: 'findings', reason: `${many.replace(' ', ` ${fresh}`)} of ${bar}`, blocking, passing };
    }
    if (databaseAge !== undefined && databaseAge > rules.maxDatabaseAge) {
        const reason = `nothing was found, but the database is ${(0,duration/* formatDuration */.a)(databaseAge)} old and may be ${(0,duration/* formatDuration */.a)(rules.maxDatabaseAge)} at most`;
        return { verdict: 'database-too-old', reason, blocking, passing };
    }
    const spared = passing.filter(({ why }) => why !== 'below the gate').length;
    const reason = spared === 0 ? `nothing of ${bar}` : `nothing of ${bar} that blocks, ${spared} reported`;
    return { verdict: 'clean', reason, blocking, passing };
}

;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/run.js




















/** Scans a target once and lets only `clean` pass. Whatever goes wrong on the way is no pass either. */
async function run(inputs, context) {
    const { report } = context;
    report.output('verdict', 'could-not-scan');
    report.section('scan', unscanned(inputs.target));
    const webhooks = await readWebhooks(inputs.notify, inputs.notifySecrets, context);
    let reason = '';
    try {
        reason = await gate(inputs, context);
    }
    catch (error) {
        const told = error instanceof ScanError ? asUserError(error, inputs.target) : error;
        reason = (0,user_error/* messageOf */.bD)(told);
        throw told;
    }
    finally {
        const { scan: section } = report.sections;
        if (section !== undefined && section.verdict !== 'clean')
            await notify(blockMessage(section, reason, context.record), webhooks, context);
    }
}
/** The scan and its verdict. Gives the verdict's reason. */
async function gate(inputs, context) {
    const target = await resolveTarget(inputs.target, inputs.targetType, context.workspace);
    const scanners = scannersOf(target.type, inputs.scanners);
    const name = scanName(inputs, target.type, context.workspace);
    const ignores = await readIgnores(await ignoreFiles(inputs.ignoreFiles, inputs.workingDirectory));
    const documents = await readVex(inputs.vex, target.type);
    const evidence = await readEvidence(inputs.vulnerabilities);
    const trivy = await findTrivy(inputs, context);
    const cache = cacheDirectory(inputs, context.env);
    const download = {
        trivy: trivy.path,
        repositories: inputs.databaseRepositories,
        cache,
        timeout: inputs.timeout,
    };
    const database = scanners.includes('vuln')
        ? await ensureDatabase(download, context, inputs.cache)
        : undefined;
    const folder = reportFolder(inputs, context.temp);
    await (0,promises_.mkdir)(folder, { recursive: true });
    const { timeout, vex } = inputs;
    const settings = { trivy: trivy.path, scanners, cache, folder, name: 'trivy', vex, timeout };
    const scanned = await scan(target, settings, context);
    const comparing = inputs.gate === 'new';
    const compared = comparing ? await findBase({ ...inputs, name }, settings, context) : undefined;
    if (comparing)
        await keepBase(scanned, name, trivy.path, context);
    const findings = withKnown(withReach(scanned.findings, evidence), compared?.base);
    const applied = applyIgnores(findings, ignores, context.now(), scanners);
    const age = database === undefined ? undefined : context.now() - database.updatedAt.getTime();
    const judged = judge(applied.left, age, inputs);
    const sources = await readSources(inputs.workingDirectory, await scannedFolder(target));
    const result = { target, trivy, database, age, scanned, documents, compared, applied, judged, sources };
    await tell_tell(result, { target: inputs.target, name, folder }, context);
    return judged.reason;
}
function asUserError(error, target) {
    return new user_error/* UserError */.yo(`could not scan ${target}: ${error.message}`, { fix: error.fix, cause: error });
}

;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/index.js



const start = () => (0,run_action/* runAction */.C)(contract_contract, run);


/***/ })

};
