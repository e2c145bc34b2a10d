export const id = 402;
export const ids = [402];
export const modules = {

/***/ 5977:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CB: () => (/* binding */ textsOf),
/* harmony export */   Yz: () => (/* binding */ parsed),
/* harmony export */   ZZ: () => (/* binding */ field),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   c3: () => (/* binding */ listOf),
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


/***/ }),

/***/ 1886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BP: () => (/* binding */ logLine),
/* harmony export */   EO: () => (/* binding */ plainMarkdown),
/* harmony export */   TN: () => (/* binding */ oneLine)
/* harmony export */ });
/**
 * Text that others wrote (package names, advisories, output of programs) on one line: without control characters, and
 * without what the runner would take for one of its commands.
 */
function oneLine(text) {
    return text
        .replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
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

/***/ 4577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ platformName),
/* harmony export */   A1: () => (/* binding */ parseIndex),
/* harmony export */   Ib: () => (/* binding */ mediaTypes),
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   nw: () => (/* binding */ isIndex),
/* harmony export */   o4: () => (/* binding */ parseConfig)
/* harmony export */ });
/* unused harmony export parseDescriptor */
/* harmony import */ var _json_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5977);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1332);


const mediaTypes = {
    index: 'application/vnd.oci.image.index.v1+json',
    manifest: 'application/vnd.oci.image.manifest.v1+json',
    config: 'application/vnd.oci.image.config.v1+json',
    layer: 'application/vnd.oci.image.layer.v1.tar',
    dockerIndex: 'application/vnd.docker.distribution.manifest.list.v2+json',
    dockerManifest: 'application/vnd.docker.distribution.manifest.v2+json',
};
/** Reads a descriptor. Throws an Error when a part is missing: nothing is ever guessed about what is pushed. */
function parseDescriptor(value) {
    const mediaType = (0,_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)((0,_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(value, 'mediaType'));
    const digest = (0,_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)((0,_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(value, 'digest'));
    const size = (0,_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .numberOf */ .rl)((0,_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(value, 'size'));
    if (mediaType === undefined || digest === undefined || size === undefined || !(0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(digest)) {
        throw new Error('a descriptor lacks its media type, digest or size');
    }
    const platform = parsePlatform((0,_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(value, 'platform'));
    return {
        mediaType,
        digest,
        size,
        annotations: (0,_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .pairsOf */ .fq)((0,_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(value, 'annotations')),
        ...(platform === undefined ? {} : { platform }),
    };
}
function parseManifest(value) {
    return {
        config: parseDescriptor((0,_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(value, 'config')),
        layers: (0,_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)((0,_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(value, 'layers')).map(parseDescriptor),
    };
}
/** The manifests an index lists. */
function parseIndex(value) {
    const manifests = (0,_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(value, 'manifests');
    if (!Array.isArray(manifests))
        throw new Error('an index lists no manifests');
    return manifests.map(parseDescriptor);
}
function parseConfig(value) {
    const config = (0,_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(value, 'config');
    const history = (0,_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)((0,_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(value, 'history'));
    return {
        platform: parsePlatform(value) ?? { os: '', architecture: '' },
        user: (0,_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)((0,_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(config, 'User')) ?? '',
        entrypoint: [...(0,_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textsOf */ .CB)((0,_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(config, 'Entrypoint')), ...(0,_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textsOf */ .CB)((0,_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(config, 'Cmd'))],
        labels: (0,_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .pairsOf */ .fq)((0,_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(config, 'Labels')),
        diffIds: (0,_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textsOf */ .CB)((0,_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)((0,_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(value, 'rootfs'), 'diff_ids')),
        steps: history
            .filter((step) => (0,_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(step, 'empty_layer') !== true)
            .map((step) => (0,_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)((0,_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(step, 'created_by')) ?? ''),
    };
}
function isIndex(descriptor) {
    return descriptor.mediaType === mediaTypes.index || descriptor.mediaType === mediaTypes.dockerIndex;
}
/** `linux/arm64/v8` */
function platformName({ os, architecture, variant }) {
    return [os, architecture, ...(variant === undefined || variant === '' ? [] : [variant])].join('/');
}
function parsePlatform(value) {
    const os = (0,_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)((0,_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(value, 'os'));
    const architecture = (0,_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)((0,_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(value, 'architecture'));
    const variant = (0,_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)((0,_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(value, 'variant'));
    if (os === undefined || architecture === undefined)
        return undefined;
    return { os, architecture, ...(variant === undefined ? {} : { variant }) };
}


/***/ }),

/***/ 1332:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   Vq: () => (/* binding */ sha256OfFile),
/* harmony export */   ol: () => (/* binding */ digestOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);


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
    for await (const chunk of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(path, { highWaterMark: 1 << 20 }))
        hash.update(chunk);
    return hash.digest('hex');
}


/***/ }),

/***/ 6798:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B9: () => (/* binding */ openLayout),
/* harmony export */   gm: () => (/* binding */ readBlob),
/* harmony export */   nD: () => (/* binding */ blobPath),
/* harmony export */   nW: () => (/* binding */ isLayout),
/* harmony export */   oP: () => (/* binding */ verifyBlobs)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(860);
/* harmony import */ var _json_json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5977);
/* harmony import */ var _descriptor_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4577);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1332);






/** Path of a blob in a layout. */
function blobPath(layout, digest) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(layout, 'blobs', ...digest.split(':', 2));
}
/**
 * Opens a layout and follows it from index.json to every blob.
 *
 * Throws a UserError when it is no layout, holds several images, or lacks a blob.
 */
async function openLayout(path) {
    const index = await readIndex(path);
    const [root, ...others] = index;
    if (root === undefined || others.length > 0) {
        throw broken(path, root === undefined ? 'it holds no image' : `it holds ${index.length} images, not one`);
    }
    try {
        return await followed(path, root);
    }
    catch (error) {
        if (error instanceof _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo)
            throw error;
        throw broken(path, (0,_errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error));
    }
}
async function followed(path, root) {
    const manifests = [];
    const images = [];
    const blobs = new Map();
    const visit = async (descriptor) => {
        const value = (0,_json_json_js__WEBPACK_IMPORTED_MODULE_5__/* .parsed */ .Yz)((await readBlob(path, descriptor)).toString());
        if ((0,_descriptor_js__WEBPACK_IMPORTED_MODULE_3__/* .isIndex */ .nw)(descriptor)) {
            for (const child of (0,_descriptor_js__WEBPACK_IMPORTED_MODULE_3__/* .parseIndex */ .A1)(value))
                await visit(child);
        }
        else {
            const manifest = (0,_descriptor_js__WEBPACK_IMPORTED_MODULE_3__/* .parseManifest */ .Ng)(value);
            for (const blob of [...manifest.layers, manifest.config])
                blobs.set(blob.digest, blob);
            const config = (0,_descriptor_js__WEBPACK_IMPORTED_MODULE_3__/* .parseConfig */ .o4)((0,_json_json_js__WEBPACK_IMPORTED_MODULE_5__/* .parsed */ .Yz)((await readBlob(path, manifest.config)).toString()));
            // BuildKit keeps attestations beside the images, as manifests of no platform.
            const isImage = descriptor.annotations['vnd.docker.reference.type'] === undefined;
            if (isImage)
                images.push({ descriptor, manifest, config });
        }
        manifests.push(descriptor);
    };
    await visit(root);
    if (images.length === 0)
        throw new Error('it holds no image');
    for (const blob of blobs.values())
        await hasSize(path, blob);
    const size = [...blobs.values()].reduce((sum, blob) => sum + blob.size, 0);
    return { path, root, images, manifests, blobs: [...blobs.values()], size };
}
/** Compares every layer with its digest. Manifests and configurations were compared when the layout was opened. */
async function verifyBlobs(layout) {
    for (const blob of layout.blobs) {
        const actual = `sha256:${await (0,_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .sha256OfFile */ .Vq)(blobPath(layout.path, blob.digest))}`;
        if (actual !== blob.digest)
            throw broken(layout.path, `the blob ${blob.digest} holds the bytes of ${actual}`);
    }
}
/** Reads a small blob (manifest, index, configuration) and compares it with its digest. */
async function readBlob(layout, descriptor) {
    const bytes = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(blobPath(layout, descriptor.digest));
    const actual = (0,_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .digestOf */ .ol)(bytes);
    if (actual !== descriptor.digest)
        throw new Error(`the blob ${descriptor.digest} holds the bytes of ${actual}`);
    return bytes;
}
/** Whether a folder calls itself an OCI layout. */
async function isLayout(path) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, 'oci-layout'), 'utf8').catch(() => '');
    return (0,_json_json_js__WEBPACK_IMPORTED_MODULE_5__/* .textOf */ .b6)((0,_json_json_js__WEBPACK_IMPORTED_MODULE_5__/* .field */ .ZZ)((0,_json_json_js__WEBPACK_IMPORTED_MODULE_5__/* .parsed */ .Yz)(text), 'imageLayoutVersion')) !== undefined;
}
async function readIndex(path) {
    if (!(await isLayout(path)))
        throw broken(path, 'its file oci-layout is missing or damaged');
    try {
        return (0,_descriptor_js__WEBPACK_IMPORTED_MODULE_3__/* .parseIndex */ .A1)((0,_json_json_js__WEBPACK_IMPORTED_MODULE_5__/* .parsed */ .Yz)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, 'index.json'), 'utf8')));
    }
    catch (error) {
        throw broken(path, `its index.json: ${(0,_errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`);
    }
}
async function hasSize(layout, blob) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(blobPath(layout, blob.digest)).catch((error) => {
        if ((0,_errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .codeOf */ .$N)(error) === 'ENOENT')
            throw new Error(`the blob ${blob.digest} is missing`);
        throw error;
    });
    if (found.size !== blob.size)
        throw new Error(`the blob ${blob.digest} has ${found.size} bytes, not ${blob.size}`);
}
function broken(path, why) {
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${path} is no whole OCI layout of one image: ${why}`, {
        fix: 'Hand on the `layout` output of multistage-dockerize in the same job, or build the image again.',
    });
}


/***/ }),

/***/ 4003:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   bO: () => (/* binding */ tagPattern)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1332);

const pathPart = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
/** What a tag may be, by the OCI distribution specification. */
const tagPattern = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
/**
 * Reads an image reference.
 *
 * Throws an Error that completes "expected …" when it is none.
 */
function parseReference(text) {
    const [withoutDigest = '', digest] = text.split('@', 2);
    if (digest !== undefined && !(0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(digest))
        throw new Error('a digest of the form sha256:<64 hex digits>');
    const slash = withoutDigest.lastIndexOf('/');
    const colon = withoutDigest.indexOf(':', slash + 1);
    const name = colon === -1 ? withoutDigest : withoutDigest.slice(0, colon);
    const tag = colon === -1 ? undefined : withoutDigest.slice(colon + 1);
    if (tag !== undefined && !tagPattern.test(tag))
        throw new Error('a tag of letters, digits, ., _ and -');
    return {
        ...parseName(name),
        ...(tag === undefined ? {} : { tag }),
        ...(digest === undefined ? {} : { digest }),
    };
}
/** The first part names a registry when it looks like a host: it has a dot or a port, or is localhost. */
function parseName(name) {
    const [first = '', ...rest] = name.split('/');
    const isHost = rest.length > 0 && (/[.:]/.test(first) || first === 'localhost');
    const registry = isHost ? first : 'docker.io';
    const path = isHost ? rest : [first, ...rest];
    const repository = registry === 'docker.io' && path.length === 1 ? `library/${path[0]}` : path.join('/');
    if (!/^[A-Za-z0-9.-]+(?::\d+)?$|^\[[0-9a-fA-F:]+\](?::\d+)?$/.test(registry)) {
        throw new Error(`a registry host, not "${registry}"`);
    }
    if (!repository.split('/').every((part) => pathPart.test(part))) {
        throw new Error('a repository of lower-case parts joined by slashes, such as ghcr.io/acme/checkout');
    }
    return { registry, repository };
}
/** Registry and repository as people write it. */
function nameOf(reference) {
    return `${reference.registry}/${reference.repository}`;
}


/***/ }),

/***/ 1449:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ tarEntries)
/* harmony export */ });
const block = 512;
/** Hands out exactly as many bytes as asked for from chunks of any size. */
class ByteReader {
    source;
    rest = Buffer.alloc(0);
    constructor(source) {
        this.source = source[Symbol.asyncIterator]();
    }
    /** The next bytes, at least one and at most `most`; undefined at the end. */
    async some(most) {
        while (this.rest.length === 0) {
            const next = await this.source.next();
            if (next.done === true)
                return undefined;
            this.rest = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength);
        }
        const taken = this.rest.subarray(0, most);
        this.rest = this.rest.subarray(taken.length);
        return taken;
    }
    /** Exactly `count` bytes; undefined at the end. Throws when the archive ends among them. */
    async exactly(count) {
        const parts = [];
        for (let missing = count; missing > 0;) {
            const part = await this.some(missing);
            if (part === undefined && parts.length === 0)
                return undefined;
            if (part === undefined)
                throw new Error('the archive is cut');
            parts.push(part);
            missing -= part.length;
        }
        return Buffer.concat(parts);
    }
}
/**
 * Reads a tar archive (ustar, with the pax and GNU extensions for long names and big files) as it streams by.
 *
 * Throws an Error when the archive is cut or damaged.
 */
async function* tarEntries(source) {
    const reader = new ByteReader(source);
    let extended = {};
    for (;;) {
        const header = await reader.exactly(block);
        if (header === undefined || header.every((byte) => byte === 0))
            return;
        checkSum(header);
        const flag = String.fromCharCode(header[156] ?? 0);
        const size = Number(extended['size'] ?? numberIn(header, 124, 12));
        if ('xLKg'.includes(flag)) {
            const bytes = await reader.exactly(padded(size));
            if (bytes === undefined)
                throw new Error('the archive is cut');
            if (flag !== 'g')
                extended = { ...extended, ...extension(flag, bytes.subarray(0, size)) };
            continue;
        }
        const body = bodyOf(reader, size);
        yield {
            name: extended['path'] ?? nameIn(header),
            type: typeOf(flag),
            size,
            linkName: extended['linkpath'] ?? textIn(header, 157, 100),
            body: () => body,
        };
        for await (const _ of body)
            ;
        extended = {};
    }
}
async function* bodyOf(reader, size) {
    let missing = size;
    try {
        while (missing > 0) {
            const part = await reader.some(missing);
            if (part === undefined)
                throw new Error('the archive is cut');
            missing -= part.length;
            yield part;
        }
    }
    finally {
        // Whoever stops reading early leaves the rest, which has to go by before the next header.
        for (let left = missing + padded(size) - size; left > 0;) {
            const part = await reader.some(left);
            left = part === undefined ? 0 : left - part.length;
        }
    }
}
function extension(flag, bytes) {
    const text = bytes.toString();
    if (flag === 'L')
        return { path: text.replace(/\0.*$/s, '') };
    if (flag === 'K')
        return { linkpath: text.replace(/\0.*$/s, '') };
    const found = {};
    for (let at = 0; at < bytes.length;) {
        const length = Number.parseInt(bytes.toString('latin1', at, at + 20), 10);
        if (!(length > 0))
            break;
        const record = bytes.toString('utf8', at, at + length - 1);
        const [, key = '', value = ''] = /^\d+ ([^=]*)=(.*)$/s.exec(record) ?? [];
        found[key] = value;
        at += length;
    }
    return found;
}
function typeOf(flag) {
    if (flag === '0' || flag === '\0' || flag === '7')
        return 'file';
    if (flag === '5')
        return 'folder';
    if (flag === '1')
        return 'link';
    return flag === '2' ? 'symlink' : 'other';
}
function nameIn(header) {
    const prefix = textIn(header, 257, 5) === 'ustar' ? textIn(header, 345, 155) : '';
    const name = textIn(header, 0, 100);
    return prefix === '' ? name : `${prefix}/${name}`;
}
function textIn(header, at, length) {
    const end = header.indexOf(0, at);
    return header.toString('utf8', at, end === -1 || end > at + length ? at + length : end);
}
/** Octal digits, or GNU's base-256 form for what does not fit. */
function numberIn(header, at, length) {
    if (((header[at] ?? 0) & 0x80) !== 0)
        return Number(header.readBigUInt64BE(at + length - 8));
    return Number.parseInt(textIn(header, at, length).trim() || '0', 8);
}
function checkSum(header) {
    const stated = numberIn(header, 148, 8);
    const actual = header.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 32 : byte), 0);
    if (stated !== actual)
        throw new Error('the archive is damaged');
}
function padded(size) {
    return Math.ceil(size / block) * block;
}


/***/ }),

/***/ 1402:
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
;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/contract.js


function parse(read) {
    const inputs = {
        target: read.required('target', types/* text */.Qq),
        targetType: read.withDefault('target-type', (0,types/* choice */.Yq)('auto', 'image', 'oci-layout', 'docker-archive', 'filesystem', 'sbom', 'config'), 'auto'),
        severities: read.withDefault('severities', (0,types/* commaLines */.Lg)((0,types/* choice */.Yq)('CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'UNKNOWN')), 'HIGH,CRITICAL'),
        scanners: read.withDefault('scanners', (0,types/* commaLines */.Lg)((0,types/* choice */.Yq)('vuln', 'misconfig', 'secret', 'license')), 'vuln,misconfig,secret'),
        ignoreUnfixed: read.withDefault('ignore-unfixed', types/* flag */.Jt, 'false'),
        ignoreFile: read.optional('ignore-file', (0,types/* path */.Ae)(read.workspace)),
        workingDirectory: read.withDefault('working-directory', (0,types/* path */.Ae)(read.workspace), '.'),
        trivy: read.optional('trivy', (0,types/* path */.Ae)(read.workspace)),
        databaseRepository: read.optional('db-repository', (0,types/* commaLines */.Lg)(types/* text */.Qq)) ?? [],
        maxDatabaseAge: read.withDefault('max-database-age', types/* duration */.p0, '72h'),
        cacheDirectory: read.optional('cache-directory', (0,types/* path */.Ae)(read.workspace)),
        timeout: read.withDefault('timeout', types/* duration */.p0, '10m'),
        reportDirectory: read.optional('report-directory', (0,types/* path */.Ae)(read.workspace)),
        ...(0,contract/* commonInputs */.j)(read),
    };
    if (inputs.severities.length === 0)
        read.refuse('input "severities" names none: nothing could ever block');
    if (inputs.scanners.length === 0)
        read.refuse('input "scanners" names none: nothing would be scanned');
    return inputs;
}
const contract_contract = {
    name: 'trivy-gate',
    parse,
    outputs: ['verdict', 'critical', 'high', 'medium', 'low', 'unknown', 'sarif', 'report', 'digest'],
};

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/actions/shared/errors/user-error.js
var user_error = __webpack_require__(860);
// EXTERNAL MODULE: ./build/actions/shared/markdown/untrusted.js
var untrusted = __webpack_require__(1886);
// EXTERNAL MODULE: ./build/actions/shared/units/duration.js
var duration = __webpack_require__(9794);
;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/advice.js

/** What mends a finding, in one sentence; a command where there is one. */
function adviceFor(finding) {
    const fixed = (0,untrusted/* oneLine */.TN)(finding.fixedIn);
    switch (finding.kind) {
        case 'dependency':
            if (fixed === '')
                return 'No version mends it yet. Replace the module, or ignore it for a while with a reason.';
            if (finding.subject === 'stdlib')
                return `Build with Go ${fixed} or newer.`;
            if (!/^go/.test(finding.targetType))
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
/** Advisories may list a fix for each line of releases: `0.3.8, 1.2.0`. */
function lowest(fixed) {
    return (fixed.split(',', 1)[0] ?? '').trim().replace(/^v/, '');
}
/** `golang.org/x/text v0.3.7`, or the file. */
function subjectOf(finding) {
    return (0,untrusted/* oneLine */.TN)(`${finding.subject} ${finding.installed}`);
}

;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/command.js
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
/**
 * trivy's command line. Everything that is not pinned is switched off: newer checks, version notices, telemetry. For an
 * image the misconfiguration scan reads its configuration (user, secrets in ENV), not every YAML file inside of it.
 */
function trivyArgs(target, scanners, output, cache, inputs) {
    const common = [
        '--format=json',
        `--output=${output}`,
        `--cache-dir=${cache}`,
        `--timeout=${Math.ceil(inputs.timeout / 1000)}s`,
        '--skip-version-check',
        '--disable-telemetry',
    ];
    const checks = scanners.includes('misconfig') ? ['--skip-check-update'] : [];
    const database = scanners.includes('vuln')
        ? [
            '--no-progress',
            '--offline-scan',
            ...inputs.databaseRepository.map((repository) => `--db-repository=${repository}`),
        ]
        : [];
    if (target.type === 'config')
        return ['config', ...common, ...checks, target.path];
    if (target.type === 'sbom')
        return ['sbom', ...common, `--scanners=${scanners.join(',')}`, ...database, target.path];
    if (target.type === 'filesystem') {
        return ['filesystem', ...common, `--scanners=${scanners.join(',')}`, ...checks, ...database, target.path];
    }
    const inside = scanners.filter((scanner) => scanner !== 'misconfig');
    const configuration = scanners.filter((scanner) => scanner === 'misconfig' || scanner === 'secret');
    return [
        'image',
        ...common,
        ...(inside.length === 0 ? ['--scanners=secret'] : [`--scanners=${inside.join(',')}`]),
        ...(configuration.length === 0 ? [] : [`--image-config-scanners=${configuration.join(',')}`]),
        ...checks,
        ...database,
        ...(target.type === 'image' ? [target.path] : [`--input=${target.path}`]),
    ];
}
/** The variables trivy may see. A scanner reads what others wrote, so it gets no token of the job. */
const allowed = /^(?:PATH|HOME|USERPROFILE|TMPDIR|TEMP|TMP|LANG|LC_\w+|TZ|XDG_\w+|DOCKER_(?:CONFIG|HOST|CONTEXT|CERT_PATH|TLS_VERIFY)|SSL_CERT_(?:FILE|DIR)|(?:https?|no|all)_proxy|SYSTEMROOT)$/i;
/** The environment trivy runs in. TRIVY_ variables are kept out too: they could switch the gate off unseen. */
function cleanEnvironment(env) {
    return Object.fromEntries(Object.entries(env).filter((pair) => pair[1] !== undefined && allowed.test(pair[0])));
}

// EXTERNAL MODULE: ./build/actions/shared/json/json.js
var json = __webpack_require__(5977);
;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/scan-error.js
/** The scan did not happen, or what came of it can't be trusted. Never a pass. */
class ScanError extends Error {
    fix;
    constructor(message, fix) {
        super(message);
        this.name = 'ScanError';
        this.fix = fix;
    }
}

;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/database.js




/** When the vulnerability database in trivy's cache was made. */
async function databaseDate(cache) {
    const path = (0,external_node_path_.join)(cache, 'db', 'metadata.json');
    const text = await (0,promises_.readFile)(path, 'utf8').catch(() => '');
    const date = new Date((0,json/* textOf */.b6)((0,json/* field */.ZZ)((0,json/* parsed */.Yz)(text), 'UpdatedAt')) ?? Number.NaN);
    if (!Number.isNaN(date.getTime()))
        return date;
    throw new ScanError(`trivy has no vulnerability database: ${path} does not tell when it was made`, 'Let the step reach the repository of the database, or name a mirror with `db-repository`.');
}

;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/finding.js
/** From the worst down; the order everything is shown in. */
const severities = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'UNKNOWN'];
/** Worst first, and what can be mended before what can't; then by name, so that two runs read alike. */
function ranked(findings) {
    const rank = (finding) => severities.indexOf(finding.severity) * 2 + (finding.fixedIn === '' ? 1 : 0);
    return [...findings].sort((a, b) => rank(a) - rank(b) ||
        compare(a.id, b.id) ||
        compare(a.subject, b.subject) ||
        compare(a.target, b.target));
}
function compare(a, b) {
    return a < b ? -1 : Number(a > b);
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

;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/ignores.js



/** Reads an ignore file. Throws a UserError with the line of the first mistake. */
async function readIgnores(path) {
    const text = await (0,promises_.readFile)(path, 'utf8').catch(() => {
        throw new user_error/* UserError */.yo(`the ignore file ${path} can't be read`, {
            fix: 'Give a path from the workspace, or leave `ignore-file` out.',
        });
    });
    return parseIgnores(text, path);
}
const example = `Write each as:
- id: CVE-2022-32149
  package: golang.org/x/text   # optional
  reason: the parser is not reachable from outside
  owner: team-payments
  expires: 2027-01-31`;
/** Parses the YAML of an ignore file: a list of id, package (optional), reason, owner, expires. */
async function parseIgnores(text, path) {
    // Loaded only where there is a file: most runs have none, and it costs as much as the rest of the start.
    const { isSeq, LineCounter, parseDocument } = await __webpack_require__.e(/* import() */ 815).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19));
    const counter = new LineCounter();
    const document = parseDocument(text, { lineCounter: counter });
    const placeAt = (offset) => ({ file: path, line: counter.linePos(offset).line });
    const refuse = (what, place) => new user_error/* UserError */.yo(`${path}: ${what}`, { fix: example, place });
    const [problem] = document.errors;
    if (problem !== undefined) {
        throw refuse(problem.message.split('\n', 1)[0] ?? 'no YAML', placeAt(problem.pos[0]));
    }
    const { contents } = document;
    if (contents === null)
        return [];
    if (!isSeq(contents))
        throw refuse('a list is expected', placeAt(0));
    return contents.items.map((item) => {
        const place = placeAt(isNode(item) ? (item.range?.[0] ?? 0) : 0);
        return entryOf(isNode(item) ? item.toJS(document) : item, place, (what) => refuse(what, place));
    });
}
function entryOf(entry, place, refuse) {
    const value = (key) => {
        const found = (0,json/* field */.ZZ)(entry, key);
        return typeof found === 'string' || typeof found === 'number' ? String(found).trim() : undefined;
    };
    const must = (key) => {
        const found = value(key);
        if (found === undefined || found === '')
            throw refuse(`an entry lacks \`${key}\``);
        return found;
    };
    const day = must('expires');
    const expires = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T23:59:59.999Z`) : Number.NaN;
    if (Number.isNaN(expires))
        throw refuse(`\`expires: ${day}\` is no day of the form 2027-01-31`);
    return {
        id: must('id'),
        subject: value('package'),
        reason: must('reason'),
        owner: must('owner'),
        expires,
        place,
    };
}
function isNode(value) {
    return typeof value === 'object' && value !== null && 'range' in value;
}
/** Takes away what is ignored today. */
function applyIgnores(findings, ignores, now) {
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
    return {
        left,
        ignored,
        expired: ignores.filter((ignore) => ignore.expires < now),
        stale: valid.filter((ignore) => !findings.some((finding) => covers(ignore, finding))),
    };
}
function covers(ignore, finding) {
    if (ignore.id !== finding.id)
        return false;
    return (ignore.subject === undefined || ignore.subject === finding.subject || ignore.subject === finding.target);
}

;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/places.js


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
    if (finding.kind === 'os-package' && dockerfile !== undefined) {
        const line = dockerfile.lines.findLastIndex((text) => /^\s*FROM\s/i.test(text)) + 1;
        return line === 0 ? { file: dockerfile.path } : { file: dockerfile.path, line };
    }
    if (folder !== undefined) {
        const file = (0,external_node_path_.join)(folder, finding.target);
        if ((0,external_node_path_.relative)(folder, file).startsWith('..'))
            return undefined;
        return finding.lines === undefined ? { file } : { file, line: finding.lines.start };
    }
    if (finding.kind === 'misconfiguration' &&
        finding.targetType === 'dockerfile' &&
        dockerfile !== undefined) {
        return { file: dockerfile.path };
    }
    return undefined;
}
/** Line of a module's requirement; the standard library stands in the `toolchain` line, else in the `go` line. */
function requirementLine(lines, module) {
    const find = (pattern) => lines.findIndex((line) => pattern.test(line)) + 1;
    if (module === 'stdlib')
        return find(/^toolchain\s/) || find(/^go\s/) || undefined;
    const name = module.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return find(new RegExp(`^\\s*(?:require\\s+)?${name}\\s+v`)) || undefined;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/sarif.js





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
 * All findings as SARIF 2.1.0, one rule for each id, ignored ones as suppressed results. Made only of a scan that
 * happened: an empty file would close every alert.
 */
function toSarif(applied, sources, facts) {
    const all = [...applied.left, ...applied.ignored.map(({ finding }) => finding)];
    const rules = new Map();
    for (const finding of all) {
        if (!rules.has(finding.id))
            rules.set(finding.id, { finding, index: rules.size });
    }
    const result = (finding) => ({
        ruleId: finding.id,
        ruleIndex: rules.get(finding.id)?.index ?? 0,
        level: levels[finding.severity],
        message: { text: messageFor(finding) },
        locations: [sarif_location(finding, sources, facts)],
        partialFingerprints: { 'seatrial/v1': fingerprint(finding) },
        properties: {
            severity: finding.severity,
            kind: finding.kind,
            installed: finding.installed,
            fixedIn: finding.fixedIn,
        },
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
                automationDetails: { id: `seatrial-trivy-gate/` },
                columnKind: 'utf16CodeUnits',
                results: [
                    ...applied.left.map(result),
                    ...applied.ignored.map(({ finding, ignore }) => ({
                        ...result(finding),
                        suppressions: [
                            { kind: 'external', status: 'accepted', justification: `${ignore.reason} (${ignore.owner})` },
                        ],
                    })),
                ],
            },
        ],
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
        help: { text: `${finding.id}: ${title}. ${adviceFor(finding)}` },
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
            artifactLocation: { uri: encodeURI(uri.replace(/^\/+/, '')) },
            region: { startLine: line, endLine: end },
        },
        message: { text: `${finding.target || target}: ${subjectOf(finding)}` },
    };
}
/** The same finding keeps its fingerprint when lines move or the version of another package changes. */
function fingerprint({ id, subject, target, kind }) {
    return (0,external_node_crypto_.createHash)('sha256')
        .update(JSON.stringify([kind, id, subject, target]))
        .digest('hex')
        .slice(0, 32);
}

// EXTERNAL MODULE: ./build/actions/shared/oci/descriptor.js
var descriptor = __webpack_require__(4577);
// EXTERNAL MODULE: ./build/actions/shared/oci/layout.js
var oci_layout = __webpack_require__(6798);
// EXTERNAL MODULE: ./build/actions/shared/oci/reference.js
var reference = __webpack_require__(4003);
;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/report.js



const garbled = 'Run the step again. If it stays, take another trivy (`trivy`), and report it with the file.';
/**
 * HEALTHCHECK is docker's own; Kubernetes ignores it and probes instead, so its absence is right and no finding.
 */
const notApplicable = new Set(['DS-0026', 'DS026', 'AVD-DS-0026']);
/** Reads trivy's JSON (schema version 2). Throws a ScanError when it is anything else. */
function parseReport(text) {
    if (text.trim() === '')
        throw new ScanError('trivy wrote an empty report', garbled);
    const value = (0,json/* parsed */.Yz)(text);
    if (value === undefined)
        throw new ScanError('trivy wrote a report that is no JSON', garbled);
    if ((0,json/* numberOf */.rl)((0,json/* field */.ZZ)(value, 'SchemaVersion')) !== 2) {
        throw new ScanError('trivy wrote a report of an unknown schema version', garbled);
    }
    const artifactType = (0,json/* textOf */.b6)((0,json/* field */.ZZ)(value, 'ArtifactType'));
    if (artifactType === undefined)
        throw new ScanError('the report does not say what was scanned', garbled);
    const results = (0,json/* field */.ZZ)(value, 'Results') ?? [];
    if (!Array.isArray(results))
        throw new ScanError('the results of the report are no list', garbled);
    const metadata = (0,json/* field */.ZZ)(value, 'Metadata');
    return {
        artifactType,
        trivyVersion: (0,json/* textOf */.b6)((0,json/* field */.ZZ)((0,json/* field */.ZZ)(value, 'Trivy'), 'Version')) ?? '',
        imageId: (0,json/* textOf */.b6)((0,json/* field */.ZZ)(metadata, 'ImageID')) ?? '',
        repoDigests: (0,json/* textsOf */.CB)((0,json/* field */.ZZ)(metadata, 'RepoDigests')),
        findings: results.flatMap(findingsOf),
        packages: results.reduce((sum, result) => sum + (0,json/* listOf */.c3)((0,json/* field */.ZZ)(result, 'Packages')).length, 0),
    };
}
function findingsOf(result) {
    const target = (0,json/* textOf */.b6)((0,json/* field */.ZZ)(result, 'Target')) ?? '';
    const targetType = (0,json/* textOf */.b6)((0,json/* field */.ZZ)(result, 'Type')) ?? '';
    const kind = (0,json/* textOf */.b6)((0,json/* field */.ZZ)(result, 'Class')) === 'os-pkgs' ? 'os-package' : 'dependency';
    const part = { target, targetType };
    return [
        ...(0,json/* listOf */.c3)((0,json/* field */.ZZ)(result, 'Vulnerabilities')).map((one) => vulnerability(one, kind, part)),
        ...(0,json/* listOf */.c3)((0,json/* field */.ZZ)(result, 'Misconfigurations'))
            .filter((one) => (0,json/* textOf */.b6)((0,json/* field */.ZZ)(one, 'Status')) === 'FAIL')
            .map((one) => misconfiguration(one, part))
            .filter((finding) => !notApplicable.has(finding.id)),
        ...(0,json/* listOf */.c3)((0,json/* field */.ZZ)(result, 'Secrets')).map((one) => secret(one, part)),
        ...(0,json/* listOf */.c3)((0,json/* field */.ZZ)(result, 'Licenses')).map((one) => licence(one, part)),
    ];
}
function vulnerability(value, kind, part) {
    return {
        ...common(value, part),
        kind,
        id: needed(value, 'VulnerabilityID'),
        url: report_text(value, 'PrimaryURL'),
        subject: needed(value, 'PkgName'),
        installed: report_text(value, 'InstalledVersion'),
        fixedIn: report_text(value, 'FixedVersion'),
        lines: undefined,
        score: scoreOf(value),
    };
}
function misconfiguration(value, part) {
    const cause = (0,json/* field */.ZZ)(value, 'CauseMetadata');
    return {
        ...common(value, part),
        kind: 'misconfiguration',
        id: needed(value, 'ID'),
        description: [report_text(value, 'Message'), report_text(value, 'Resolution')].filter((one) => one !== '').join(' — '),
        url: report_text(value, 'PrimaryURL'),
        subject: part.target,
        installed: '',
        fixedIn: '',
        lines: linesOf(cause),
        score: undefined,
    };
}
/** What was matched is the secret itself: it is left out everywhere. */
function secret(value, part) {
    return {
        ...common(value, part),
        kind: 'secret',
        id: needed(value, 'RuleID'),
        description: `A secret of the category ${report_text(value, 'Category')} stands in this file.`,
        url: '',
        subject: part.target,
        installed: '',
        fixedIn: '',
        lines: linesOf(value),
        score: undefined,
    };
}
function licence(value, part) {
    const subject = report_text(value, 'PkgName') || report_text(value, 'FilePath') || part.target;
    return {
        ...common(value, part),
        kind: 'licence',
        id: needed(value, 'Name'),
        title: `Licence of the category ${report_text(value, 'Category')}`,
        url: report_text(value, 'Link'),
        subject,
        installed: '',
        fixedIn: '',
        lines: undefined,
        score: undefined,
    };
}
function common(value, part) {
    const severity = (0,json/* textOf */.b6)((0,json/* field */.ZZ)(value, 'Severity')) ?? '';
    return {
        ...part,
        severity: isSeverity(severity) ? severity : 'UNKNOWN',
        title: report_text(value, 'Title'),
        description: report_text(value, 'Description'),
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
function report_text(value, key) {
    return (0,json/* textOf */.b6)((0,json/* field */.ZZ)(value, key)) ?? '';
}
/** A finding that can't be named can't be judged: then the whole report is not to be trusted. */
function needed(value, key) {
    const found = report_text(value, key);
    if (found === '')
        throw new ScanError(`a finding of the report lacks its ${key}`, garbled);
    return found;
}
function isSeverity(text) {
    return severities.some((severity) => severity === text);
}

;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/scan.js









/** Scans a target. Throws a ScanError whenever the result would not be worth a verdict. */
async function scan(target, settings, inputs, context) {
    const work = await (0,promises_.mkdtemp)((0,external_node_path_.join)(context.temp, 'seatrial-scan-'));
    const look = (one, report) => runTrivy(one, report, work, settings, inputs, context);
    try {
        if (target.type === 'oci-layout')
            return await scanLayout(target.path, work, settings.folder, look);
        const report = (0,external_node_path_.join)(settings.folder, 'trivy.json');
        const found = await look(target, report);
        return { findings: found.findings, digest: digestOf(target, found), reports: [report] };
    }
    finally {
        await (0,promises_.rm)(work, { recursive: true, force: true });
    }
}
/** Every platform of a layout is scanned, each by itself. */
async function scanLayout(path, work, folder, look) {
    const layout = await (0,oci_layout/* openLayout */.B9)(path);
    await (0,oci_layout/* verifyBlobs */.oP)(layout);
    const several = layout.images.length > 1;
    const reports = [];
    const findings = [];
    for (const image of layout.images) {
        const platform = (0,descriptor/* platformName */.$r)(image.config.platform);
        const name = several ? `trivy-${platform.replaceAll('/', '-')}.json` : 'trivy.json';
        const view = await viewOf(layout, image, (0,external_node_path_.join)(work, String(reports.length)));
        const report = (0,external_node_path_.join)(folder, name);
        const found = await look({ type: 'oci-layout', path: view }, report);
        checkIdentity(found, image);
        reports.push(report);
        findings.push(...found.findings.map((finding) => named(finding, view, several ? `${platform}: ` : '')));
    }
    return { findings, digest: layout.root.digest, reports };
}
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
function named(finding, view, prefix) {
    const clean = (text) => (text.startsWith(view) ? 'image' : text);
    return { ...finding, target: `${prefix}${clean(finding.target)}`, subject: clean(finding.subject) };
}
function digestOf(target, report) {
    if (target.type !== 'image')
        return undefined;
    const { digest } = (0,reference/* parseReference */.F2)(target.path);
    return digest ?? report.repoDigests[0]?.split('@', 2)[1];
}
async function runTrivy(target, output, cwd, { trivy, scanners, cache }, inputs, context) {
    await (0,promises_.rm)(output, { force: true });
    const args = trivyArgs(target, scanners, output, cache, inputs);
    const said = [];
    const { code } = await context.log.group(`trivy ${args[0]}`, () => context.exec(trivy.path, args, {
        // Away from the repository: a trivy.yaml or .trivyignore in it must not change what the gate sees.
        cwd,
        env: cleanEnvironment(context.env),
        onLine: (line) => {
            said.push(line);
            context.log.info((0,untrusted/* logLine */.BP)(line));
        },
    }));
    if (code !== 0)
        throw failure(code, said);
    const text = await (0,promises_.readFile)(output, 'utf8').catch(() => '');
    const report = parseReport(text);
    checkReport(report, target, scanners);
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
/** What trivy said last, as cause: killed, timed out, no database, not readable. */
function failure(code, said) {
    const fatal = said.findLast((line) => /\bFATAL\b/.test(line));
    const cause = (0,untrusted/* oneLine */.TN)((fatal ?? said.at(-1) ?? '').replace(/^\S+\s+FATAL\s+(?:Fatal error\s+)?(?:run error: )?/, ''));
    const all = said.join('\n');
    const message = `trivy ended with ${code}: ${cause === '' ? 'it said nothing' : cause.slice(0, 600)}`;
    if (code === 137 || code === 143)
        return new ScanError(message, 'It was killed. Give the runner more memory, or look for what ended it.');
    if (/deadline exceeded|timeout/i.test(cause))
        return new ScanError(message, 'Raise `timeout`, or scan less.');
    if (/TOOMANYREQUESTS|429/.test(all)) {
        return new ScanError(message, 'The registry of the database limits requests. Name mirrors with `db-repository`, in order, or keep the cache directory of trivy between runs.');
    }
    if (/\bDB\b|vulnerability DB|trivy\.db/i.test(cause)) {
        return new ScanError(message, 'Let the step reach the repository of the database, or name another with `db-repository`. If the database in the cache is damaged, remove the cache directory of trivy.');
    }
    return new ScanError(message, 'Its output stands above in the log of this step. Nothing counts as scanned.');
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/actions/shared/oci/tar.js
var tar = __webpack_require__(1449);
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

// EXTERNAL MODULE: ./build/actions/shared/markdown/markdown.js
var markdown = __webpack_require__(7727);
;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/tell.js




/** Rows of the summary; the rest stands in the report. */
const rowsShown = 50;
const words = {
    'os-package': 'OS package',
    dependency: 'dependency',
    misconfiguration: 'misconfiguration',
    secret: 'secret',
    licence: 'licence',
};
/** The job summary: verdict, counts, then the findings worst first, those that block before the others. */
function summaryOf(judged, applied, facts) {
    const counts = countsOf(applied.left);
    const head = `### Scan: ${judged.verdict}\n\n${(0,untrusted/* plainMarkdown */.EO)(judged.reason)}`;
    const about = (0,markdown/* table */.tp)(['', ''], [
        ['target', (0,untrusted/* plainMarkdown */.EO)(facts.target)],
        ...(facts.digest === undefined ? [] : [['digest', (0,markdown/* code */.aY)(facts.digest)]]),
        ['scanner', (0,untrusted/* plainMarkdown */.EO)(facts.scanner)],
        ['database', (0,untrusted/* plainMarkdown */.EO)(facts.database)],
        [
            'found',
            Object.entries(counts)
                .map(([severity, count]) => `${count} ${severity}`)
                .join(', '),
        ],
    ]);
    const parts = [
        head,
        about,
        judged.blocking.length === 0 ? '' : findingTable(judged.blocking),
        judged.passing.length === 0
            ? ''
            : (0,markdown/* details */.zH)(`${judged.passing.length} below the gate`, findingTable(judged.passing)),
        applied.ignored.length === 0 ? '' : (0,markdown/* details */.zH)(`${applied.ignored.length} ignored`, ignoredTable(applied)),
    ];
    return parts.filter((part) => part !== '').join('\n\n');
}
function findingTable(findings) {
    const rows = ranked(findings)
        .slice(0, rowsShown)
        .map((finding) => [
        finding.severity,
        linked(finding),
        words[finding.kind],
        (0,untrusted/* plainMarkdown */.EO)(subjectOf(finding)),
        (0,untrusted/* plainMarkdown */.EO)(finding.fixedIn) || '–',
        (0,untrusted/* plainMarkdown */.EO)(adviceFor(finding)),
    ]);
    const more = findings.length - rows.length;
    const text = (0,markdown/* table */.tp)(['severity', 'id', 'kind', 'in', 'fixed in', 'what to do'], rows);
    return more > 0 ? `${text}\n\n${more} more stand in the report.` : text;
}
function linked(finding) {
    const id = (0,untrusted/* plainMarkdown */.EO)(finding.id);
    return /^https:\/\/[\w.-]+\/[\w./-]*$/.test(finding.url) ? `[${id}](${finding.url})` : id;
}
function ignoredTable({ ignored }) {
    const rows = ignored.map(({ finding, ignore }) => [
        linked(finding),
        (0,untrusted/* plainMarkdown */.EO)(subjectOf(finding)),
        (0,untrusted/* plainMarkdown */.EO)(ignore.reason),
        (0,untrusted/* plainMarkdown */.EO)(ignore.owner),
        dayOf(ignore),
    ]);
    return (0,markdown/* table */.tp)(['id', 'in', 'reason', 'owner', 'until'], rows);
}
/** The last day an ignore holds. */
function dayOf(ignore) {
    return new Date(ignore.expires).toISOString().slice(0, 10);
}
/** All findings as lines for the log and the text report. */
function textTable(findings) {
    const rows = ranked(findings).map((one) => [
        one.severity,
        (0,untrusted/* oneLine */.TN)(one.id),
        words[one.kind],
        subjectOf(one),
        (0,untrusted/* oneLine */.TN)(one.fixedIn) || '-',
        (0,untrusted/* oneLine */.TN)(one.target),
    ]);
    const all = [['SEVERITY', 'ID', 'KIND', 'IN', 'FIXED IN', 'TARGET'], ...rows];
    const widths = (all[0] ?? []).map((_, at) => Math.max(...all.map((row) => (row[at] ?? '').length)));
    return all.map((row) => row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd());
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/pinned.js
/** The release this action uses when the runner has none. Releases 0.69.4 to 0.69.6 were poisoned in March 2026. */
const pinnedVersion = '0.69.3';
const sums = {
    'linux-x64': ['Linux-64bit', '1816b632dfe529869c740c0913e36bd1629cb7688bd5634f4a858c1d57c88b75'],
    'linux-arm64': ['Linux-ARM64', '7e3924a974e912e57b4a99f65ece7931f8079584dae12eb7845024f97087bdfd'],
    'darwin-x64': ['macOS-64bit', 'fec4a9f7569b624dd9d044fca019e5da69e032700edbb1d7318972c448ec2f4e'],
    'darwin-arm64': ['macOS-ARM64', 'a2f2179afd4f8bb265ca3c7aefb56a666bc4a9a411663bc0f22c3549fbc643a5'],
};
/** The archive for a machine (`process.platform` and `process.arch`); undefined when none is pinned. */
function pinnedArchive(platform, arch) {
    const found = sums[`${platform}-${arch}`];
    if (found === undefined)
        return undefined;
    const [asset, sha256] = found;
    const name = `trivy_${pinnedVersion}_${asset}.tar.gz`;
    return { url: `https://github.com/aquasecurity/trivy/releases/download/v${pinnedVersion}/${name}`, sha256 };
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

;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/trivy-binary.js









/** The trivy that is named, else the one on PATH, else the pinned release, checked by its sha256. */
async function findTrivy(inputs, context, download = fetched) {
    const path = inputs.trivy ?? (await onPath(context));
    if (path !== undefined)
        return usable(path, context);
    const archive = pinnedArchive(process.platform, process.arch);
    if (archive === undefined) {
        throw new user_error/* UserError */.yo(`there is no trivy on PATH, and none is pinned for ${process.platform} ${process.arch}`, {
            fix: 'Install trivy in a step before and give its path as `trivy`.',
        });
    }
    return { path: await installed(archive, context, download), version: pinnedVersion };
}
async function onPath({ exec, env }) {
    const { code } = await exec('trivy', ['--version'], { env: cleanEnvironment(env) }).catch(() => ({
        code: 1,
    }));
    return code === 0 ? 'trivy' : undefined;
}
async function usable(path, { exec, env }) {
    const { code, stdout } = await exec(path, ['--version'], { env: cleanEnvironment(env) });
    const version = /^Version: v?(\S+)/m.exec(stdout)?.[1];
    const refusal = code === 0 && version !== undefined ? refusalOf(version) : `${path} does not tell its version`;
    if (refusal === undefined)
        return { path, version: version ?? '' };
    throw new user_error/* UserError */.yo(refusal, {
        fix: `Use trivy ${pinnedVersion}: leave \`trivy\` out and it is downloaded, checked by its sha256.`,
    });
}
async function installed(archive, context, download) {
    const folder = (0,external_node_path_.join)(context.env['RUNNER_TOOL_CACHE'] ?? context.temp, 'seatrial-trivy', archive.sha256);
    const path = (0,external_node_path_.join)(folder, 'trivy');
    // The folder is named by the checksum and the program is moved in last: what stands there was checked.
    if ((await (0,promises_.stat)(path).catch(() => undefined))?.isFile() === true)
        return path;
    context.log.info(`There is no trivy on PATH: ${pinnedVersion} is fetched from ${archive.url}`);
    const bytes = await download(archive.url, context.signal).catch((error) => {
        throw new user_error/* UserError */.yo(`trivy ${pinnedVersion} can't be fetched: ${(0,user_error/* messageOf */.bD)(error)}`, {
            fix: `Let the runner reach ${new URL(archive.url).host}, or install trivy in a step before and give its path as \`trivy\`.`,
        });
    });
    const actual = (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex');
    if (actual !== archive.sha256) {
        throw new user_error/* UserError */.yo(`what ${archive.url} gave is not trivy ${pinnedVersion}: its sha256 is ${actual}, not ${archive.sha256}`, {
            fix: 'Do not run it. Look at what stands between the runner and GitHub, and report it.',
        });
    }
    await (0,promises_.mkdir)(folder, { recursive: true });
    const draft = `${path}.${process.pid}`;
    await (0,promises_.writeFile)(draft, await programIn(bytes));
    await (0,promises_.chmod)(draft, 0o755);
    await (0,promises_.rename)(draft, path);
    return path;
}
async function programIn(archive) {
    for await (const entry of (0,tar/* tarEntries */.O)(external_node_stream_.Readable.from([archive]).pipe((0,external_node_zlib_.createGunzip)()))) {
        if (entry.name !== 'trivy' || entry.type !== 'file')
            continue;
        const parts = [];
        for await (const part of entry.body())
            parts.push(part);
        return Buffer.concat(parts);
    }
    throw new Error('the archive holds no trivy');
}
async function fetched(url, signal) {
    const patience = AbortSignal.any([signal, AbortSignal.timeout(300_000)]);
    const answer = await fetch(url, { signal: patience });
    if (!answer.ok)
        throw new Error(`HTTP ${answer.status}`);
    return Buffer.from(await answer.arrayBuffer());
}

;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/verdict.js

/** Whether a finding may stop a release by what the caller set. */
function blocks(finding, inputs) {
    if (!inputs.severities.includes(finding.severity))
        return false;
    const isPackage = finding.kind === 'os-package' || finding.kind === 'dependency';
    return !(inputs.ignoreUnfixed && isPackage && finding.fixedIn === '');
}
/**
 * The verdict on what was found and not ignored. Findings stay findings whatever the age of the database; that nothing
 * was found counts only when the database could have known.
 */
function judge(findings, databaseAge, inputs) {
    const blocking = findings.filter((finding) => blocks(finding, inputs));
    const passing = findings.filter((finding) => !blocks(finding, inputs));
    if (blocking.length > 0) {
        const many = blocking.length === 1 ? '1 finding' : `${blocking.length} findings`;
        return { verdict: 'findings', reason: `${many} of ${inputs.severities.join(' or ')}`, blocking, passing };
    }
    if (databaseAge !== undefined && databaseAge > inputs.maxDatabaseAge) {
        const reason = `nothing was found, but the database is ${(0,duration/* formatDuration */.a)(databaseAge)} old and may be ${(0,duration/* formatDuration */.a)(inputs.maxDatabaseAge)} at most`;
        return { verdict: 'database-too-old', reason, blocking, passing };
    }
    return { verdict: 'clean', reason: `nothing of ${inputs.severities.join(' or ')}`, blocking, passing };
}

;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/run.js



















/** Scans a target once and lets only `clean` pass. Whatever goes wrong on the way is no pass either. */
async function run(inputs, context) {
    context.report.output('verdict', 'could-not-scan');
    context.report.section('scan', {
        target: inputs.target,
        verdict: 'could-not-scan',
        scanner: { name: 'trivy', version: '' },
        counts: {},
        blocking: [],
    });
    try {
        await gate(inputs, context);
    }
    catch (error) {
        if (!(error instanceof ScanError))
            throw error;
        throw new user_error/* UserError */.yo(`could not scan ${inputs.target}: ${error.message}`, {
            fix: error.fix,
            cause: error,
        });
    }
}
async function gate(inputs, context) {
    const target = await resolveTarget(inputs.target, inputs.targetType, context.workspace);
    const scanners = scannersFor(target.type, inputs.scanners);
    if (scanners.length === 0) {
        throw new user_error/* UserError */.yo(`none of the scanners (${inputs.scanners.join(', ')}) can look into a target of the type ${target.type}`, {
            fix: 'Add `vuln` (or `misconfig` for manifests) to `scanners`.',
        });
    }
    const ignores = inputs.ignoreFile === undefined ? [] : await readIgnores(inputs.ignoreFile);
    const trivy = await findTrivy(inputs, context);
    const folder = inputs.reportDirectory ?? (0,external_node_path_.join)(context.temp, 'seatrial', 'scan');
    await (0,promises_.mkdir)(folder, { recursive: true });
    const cache = inputs.cacheDirectory ??
        (0,external_node_path_.join)(context.env['XDG_CACHE_HOME'] || (0,external_node_path_.join)(context.env['HOME'] || (0,external_node_os_.homedir)(), '.cache'), 'trivy');
    const scanned = await scan(target, { trivy, scanners, cache, folder }, inputs, context);
    const database = scanners.includes('vuln') ? await databaseDate(cache) : undefined;
    const applied = applyIgnores(scanned.findings, ignores, context.now());
    const age = database === undefined ? undefined : context.now() - database.getTime();
    const judged = judge(applied.left, age, inputs);
    const sources = await readSources(inputs.workingDirectory, await scannedFolder(target));
    const result = { target, trivy, database, age, scanned, applied, judged, sources, folder };
    await writeReports(result, context);
    tell(result, inputs, context);
}
async function writeReports({ trivy, target, applied, sources, folder, scanned }, { report, workspace }) {
    const sarif = (0,external_node_path_.join)(folder, 'trivy.sarif');
    const facts = { trivyVersion: trivy.version, target: target.path, workspace };
    await (0,promises_.writeFile)(sarif, `${JSON.stringify(toSarif(applied, sources, facts), undefined, 2)}\n`);
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'findings.txt'), `${textTable(applied.left).join('\n')}\n`);
    report.output('sarif', sarif);
    report.output('report', scanned.reports.join('\n'));
}
function tell(result, inputs, context) {
    const { applied, judged, scanned, trivy, database, age } = result;
    const { report, log } = context;
    const counts = countsOf(applied.left);
    report.output('verdict', judged.verdict);
    report.output('digest', scanned.digest ?? '');
    for (const name of ['critical', 'high', 'medium', 'low', 'unknown'])
        report.output(name, counts[name]);
    report.section('scan', {
        target: inputs.target,
        ...(scanned.digest === undefined ? {} : { digest: scanned.digest }),
        verdict: judged.verdict,
        scanner: {
            name: 'trivy',
            version: trivy.version,
            ...(database === undefined ? {} : { databaseUpdatedAt: database.toISOString() }),
        },
        counts,
        blocking: ranked(judged.blocking).map((finding) => ({
            id: finding.id,
            severity: finding.severity,
            subject: subjectOf(finding),
            ...(finding.fixedIn === '' ? {} : { fixedIn: finding.fixedIn }),
        })),
    });
    const databaseText = database === undefined || age === undefined
        ? 'not needed'
        : `of ${database.toISOString()}, ${(0,duration/* formatDuration */.a)(age)} old`;
    const facts = {
        target: inputs.target,
        digest: scanned.digest,
        scanner: `trivy ${trivy.version}`,
        database: databaseText,
    };
    report.summary(summaryOf(judged, applied, facts));
    if (applied.left.length > 0)
        for (const line of textTable(applied.left))
            log.info((0,untrusted/* logLine */.BP)(line));
    log.info(`${judged.verdict}: ${judged.reason}`);
    annotate(result, context);
    if (judged.verdict === 'clean')
        return;
    report.fail(`the scan of ${inputs.target} says ${judged.verdict}: ${judged.reason}`, fixFor(judged));
}
function annotate({ judged, applied, sources }, { report }) {
    for (const finding of ranked(judged.blocking)) {
        const place = placeOf(finding, sources);
        report.annotate({
            level: 'error',
            title: `${finding.severity} ${(0,untrusted/* oneLine */.TN)(finding.id)}`,
            message: `${(0,untrusted/* oneLine */.TN)(finding.title) || (0,untrusted/* oneLine */.TN)(finding.id)} in ${subjectOf(finding)}. ${adviceFor(finding)}`,
            ...(place === undefined ? {} : { place }),
        });
    }
    for (const ignore of applied.expired) {
        report.annotate({
            level: 'warning',
            title: 'an ignore has expired',
            message: `${(0,untrusted/* oneLine */.TN)(ignore.id)} was ignored until ${dayOf(ignore)} (${(0,untrusted/* oneLine */.TN)(ignore.owner)}: ${(0,untrusted/* oneLine */.TN)(ignore.reason)}). It counts again; mend it, or decide anew.`,
            place: ignore.place,
        });
    }
    for (const ignore of applied.stale) {
        report.annotate({
            level: 'warning',
            title: 'an ignore matches nothing',
            message: `${(0,untrusted/* oneLine */.TN)(ignore.id)} is not found any more; remove the entry.`,
            place: ignore.place,
        });
    }
}
function fixFor(judged) {
    if (judged.verdict === 'database-too-old') {
        return 'Let the step fetch a newer database (`db-repository`), or allow more with `max-database-age`.';
    }
    const [first] = ranked(judged.blocking);
    const advice = first === undefined ? '' : `${(0,untrusted/* oneLine */.TN)(first.id)}: ${adviceFor(first)} `;
    return `${advice}The job summary lists them all, with what mends each.`;
}

;// CONCATENATED MODULE: ./build/actions/trivy-gate/src/index.js



const start = () => (0,run_action/* runAction */.C)(contract_contract, run);


/***/ })

};
