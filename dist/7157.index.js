export const id = 7157;
export const ids = [7157];
export const modules = {

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

/***/ 53230:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  QH: () => (/* reexport */ elf_bytes/* ElfError */.QH),
  GO: () => (/* binding */ readElfFile)
});

// UNUSED EXPORTS: readElf

// EXTERNAL MODULE: ./build/actions/shared/elf/bytes.js
var elf_bytes = __webpack_require__(32105);
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
    const names = await (0,elf_bytes/* exactly */.pV)(read, fileOffset(one(tags.stringTable), loads), one(tags.stringTableSize) ?? 0, 'the string table');
    const symbolVersions = versions === undefined
        ? []
        : await readVersions(read, fileOffset(versions, loads), one(tags.versionNeededCount) ?? 0, names, layout);
    return { needed: wanted.map(({ value }) => (0,elf_bytes/* cString */.ry)(names, value)), symbolVersions };
}
async function readEntries(read, dynamic, layout) {
    const step = layout.wide ? 16 : 8;
    const bytes = await (0,elf_bytes/* exactly */.pV)(read, dynamic.offset, dynamic.size, 'the dynamic section');
    const all = Array.from({ length: Math.floor(bytes.length / step) }, (_, index) => ({
        tag: (0,elf_bytes/* native */.Yk)(bytes, index * step, layout),
        value: (0,elf_bytes/* native */.Yk)(bytes, index * step + step / 2, layout),
    }));
    const end = all.findIndex(({ tag }) => tag === tags.end);
    return end < 0 ? all : all.slice(0, end);
}
/** The tables are named by their address in memory; the load segments say where that stands in the file. */
function fileOffset(address, loads) {
    const home = loads.find((load) => address !== undefined && address >= load.address && address < load.address + load.size);
    if (home === undefined || address === undefined) {
        throw new elf_bytes/* ElfError */.QH('its dynamic section points outside the loaded segments');
    }
    return address - home.address + home.offset;
}
/** Elf_Verneed and Elf_Vernaux: chains of 16-byte entries, the same in 32 and 64 bits. */
async function readVersions(read, start, count, names, layout) {
    const found = new Set();
    let library = start;
    for (let seen = 0; seen < sensible(count); seen += 1) {
        const entry = await (0,elf_bytes/* exactly */.pV)(read, library, 16, 'the version table');
        let version = library + (0,elf_bytes/* word */.Vm)(entry, 8, layout);
        for (let left = (0,elf_bytes/* half */.MX)(entry, 2, layout); left > 0; left -= 1) {
            const item = await (0,elf_bytes/* exactly */.pV)(read, version, 16, 'the version table');
            found.add((0,elf_bytes/* cString */.ry)(names, (0,elf_bytes/* word */.Vm)(item, 8, layout)));
            const next = (0,elf_bytes/* word */.Vm)(item, 12, layout);
            if (next === 0)
                break;
            version += next;
        }
        const next = (0,elf_bytes/* word */.Vm)(entry, 12, layout);
        if (next === 0)
            break;
        library += next;
    }
    return [...found].sort();
}
/** No program asks for the versions of a thousand libraries; a damaged one must not keep us busy for ever. */
function sensible(count) {
    if (count > 1000)
        throw new elf_bytes/* ElfError */.QH('its version table is longer than any');
    return count;
}

// EXTERNAL MODULE: ./build/actions/shared/elf/file.js
var file = __webpack_require__(41094);
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
function readElfFile(path) {
    return (0,file/* withFile */.D)(path, readElf);
}
/** Reads the headers of an ELF file of any word size and byte order. */
async function readElf(read) {
    const ident = await (0,elf_bytes/* exactly */.pV)(read, 0, 16, 'the ELF header');
    if (ident.toString('latin1', 0, 4) !== '\x7fELF')
        throw new elf_bytes/* ElfError */.QH('the file is not an ELF file');
    const layout = { wide: ident[4] === 2, little: ident[5] === 1 };
    const header = await (0,elf_bytes/* exactly */.pV)(read, 0, layout.wide ? 64 : 52, 'the ELF header');
    const segments = await readSegments(read, header, layout);
    const interpreter = segments.find(({ type }) => type === segmentTypes.interpreter);
    const dynamic = segments.find(({ type }) => type === segmentTypes.dynamic);
    const loads = segments.filter(({ type }) => type === segmentTypes.load);
    const machine = (0,elf_bytes/* half */.MX)(header, 18, layout);
    return {
        machine: machines.get(machine) ?? `machine ${machine}`,
        interpreter: interpreter === undefined ? undefined : await readInterpreter(read, interpreter),
        stripped: !(await hasSymbolTable(read, header, layout)),
        ...(await readDynamic(read, dynamic, loads, layout)),
    };
}
async function readSegments(read, header, layout) {
    const { wide } = layout;
    const offset = (0,elf_bytes/* native */.Yk)(header, wide ? 32 : 28, layout);
    const size = (0,elf_bytes/* half */.MX)(header, wide ? 54 : 42, layout);
    const count = (0,elf_bytes/* half */.MX)(header, wide ? 56 : 44, layout);
    if (count > 0 && size < (wide ? 56 : 32))
        throw new elf_bytes/* ElfError */.QH('its program headers are too short');
    const bytes = await (0,elf_bytes/* exactly */.pV)(read, offset, size * count, 'the program headers');
    return Array.from({ length: count }, (_, index) => {
        const at = index * size;
        return {
            type: (0,elf_bytes/* word */.Vm)(bytes, at, layout),
            offset: (0,elf_bytes/* native */.Yk)(bytes, at + (wide ? 8 : 4), layout),
            address: (0,elf_bytes/* native */.Yk)(bytes, at + (wide ? 16 : 8), layout),
            size: (0,elf_bytes/* native */.Yk)(bytes, at + (wide ? 32 : 16), layout),
        };
    });
}
async function readInterpreter(read, segment) {
    const bytes = await (0,elf_bytes/* exactly */.pV)(read, segment.offset, segment.size, 'the interpreter');
    return bytes.toString('utf8').replace(/\0.*$/s, '');
}
async function hasSymbolTable(read, header, layout) {
    const { wide } = layout;
    const offset = (0,elf_bytes/* native */.Yk)(header, wide ? 40 : 32, layout);
    const size = (0,elf_bytes/* half */.MX)(header, wide ? 58 : 46, layout);
    const count = (0,elf_bytes/* half */.MX)(header, wide ? 60 : 48, layout);
    if (offset === 0 || count === 0)
        return false;
    if (size < 8)
        throw new elf_bytes/* ElfError */.QH('its section headers are too short');
    const bytes = await (0,elf_bytes/* exactly */.pV)(read, offset, size * count, 'the section headers');
    return Array.from({ length: count }, (_, index) => (0,elf_bytes/* word */.Vm)(bytes, index * size + 4, layout)).includes(symbolTable);
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

/***/ 85649:
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

/***/ 43972:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ copyTree)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);



/**
 * Copies what is in a folder: files, folders and links. Sockets, pipes and devices are nobody's sources and can't be
 * copied; they are left out. `skips` is asked for every path and leaves out what it says, with all that is below.
 *
 * The copy may lie below the folder that is copied, in a part that is left out.
 */
async function copyTree(from, to, skips) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(to, { recursive: true });
    const isWanted = async (path) => {
        if (skips(path))
            return false;
        const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(path);
        return found.isFile() || found.isDirectory() || found.isSymbolicLink();
    };
    // One by one: a folder can't be copied into itself in one go.
    for (const name of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(from)) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(from, name);
        if (!(await isWanted(path)))
            continue;
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.cp)(path, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(to, name), {
            recursive: true,
            verbatimSymlinks: true,
            mode: node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.COPYFILE_FICLONE,
            filter: isWanted,
        });
    }
}


/***/ }),

/***/ 89390:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ exists)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);

/** Whether there is something at a path that we may look at. */
function exists(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)(path).then(() => true, () => false);
}


/***/ }),

/***/ 99475:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xe: () => (/* binding */ piecesOf),
/* harmony export */   gI: () => (/* binding */ splitAt),
/* harmony export */   k8: () => (/* binding */ tokensOf)
/* harmony export */ });
/** Splits Go source into what a parser sees: without comments and blanks, and without line ends that end nothing. */
function* tokensOf(source) {
    let ends = false;
    for (let at = 0; at < source.length;) {
        const { kind, end } = partAt(source, at);
        const text = source.slice(at, end);
        at = end;
        if (kind === 'blank')
            continue;
        if (kind === 'line' || text === ';') {
            if (ends)
                yield { kind: 'end', text: ';' };
            ends = false;
            continue;
        }
        ends = kind !== 'sign' || ')]}'.includes(text);
        yield { kind, text };
    }
}
/**
 * What begins at a position. Each character is looked at once: a literal may hold a file of megabytes, and source that is
 * no Go must not keep us. A literal that is never closed goes to the end of its line, or of the source.
 */
function partAt(source, at) {
    const [first = '', second] = [source[at], source[at + 1]];
    if (first === '\n')
        return { kind: 'line', end: at + 1 };
    if (first === '/' && second === '/')
        return { kind: 'blank', end: behind(source, '\n', at) - 1 };
    if (first === '/' && second === '*') {
        const end = Math.min(behind(source, '*/', at + 2), source.length);
        return { kind: source.slice(at, end).includes('\n') ? 'line' : 'blank', end };
    }
    if (first === '`')
        return { kind: 'string', end: Math.min(behind(source, '`', at + 1), source.length) };
    if (first === '"' || first === "'")
        return { kind: first === '"' ? 'string' : 'word', end: behindQuote(source, at, first) };
    const blank = matchEnd(/[^\S\n]+/y, source, at);
    if (blank !== undefined)
        return { kind: 'blank', end: blank };
    const word = matchEnd(/[\p{L}\p{N}_]+/uy, source, at);
    if (word !== undefined)
        return { kind: 'word', end: word };
    return { kind: 'sign', end: at + ((source.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) };
}
/** The position behind the next mark; one behind the end of the source where there is none. */
function behind(source, mark, from) {
    const found = source.indexOf(mark, from);
    return found === -1 ? source.length + 1 : found + mark.length;
}
function behindQuote(source, at, quote) {
    for (let next = at + 1; next < source.length; next += 1) {
        const sign = source[next];
        if (sign === quote)
            return next + 1;
        if (sign === '\n')
            return next;
        if (sign === '\\' && source[next + 1] !== '\n')
            next += 1;
    }
    return source.length;
}
function matchEnd(pattern, source, at) {
    pattern.lastIndex = at;
    return pattern.test(source) ? pattern.lastIndex : undefined;
}
/** The source with everything in brackets as one piece. */
function piecesOf(source) {
    const open = [{ text: '', inner: [] }];
    for (const token of tokensOf(source)) {
        const around = open.at(-1);
        if (token.kind === 'sign' && '([{'.includes(token.text))
            open.push({ text: token.text, inner: [] });
        else if (token.kind === 'sign' && ')]}'.includes(token.text) && open.length > 1) {
            const { text, inner } = open.pop() ?? { text: '', inner: [] };
            open.at(-1)?.inner.push({ kind: 'group', text, inner });
        }
        else
            around?.inner.push(token);
    }
    return open[0]?.inner ?? [];
}
/** Splits at every piece that says so. */
function splitAt(pieces, separates) {
    const parts = [[]];
    for (const piece of pieces) {
        if (separates(piece))
            parts.push([]);
        else
            parts.at(-1)?.push(piece);
    }
    return parts;
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

/***/ 26342:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ once)
/* harmony export */ });
/** Does the work when it is first asked for, and gives everybody who asks later the same promise. */
function once(work) {
    let running;
    return () => {
        running ??= work();
        return running;
    };
}


/***/ })

};
