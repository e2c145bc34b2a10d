export const id = 703;
export const ids = [703,4278,3819];
export const modules = {

/***/ 60703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  assemble: () => (/* binding */ assemble)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/actions/shared/errors/user-error.js
var user_error = __webpack_require__(30860);
// EXTERNAL MODULE: ./build/actions/shared/files/chunks.js
var chunks = __webpack_require__(47912);
// EXTERNAL MODULE: ./build/actions/shared/json/json.js
var json = __webpack_require__(65977);
// EXTERNAL MODULE: ./build/actions/shared/oci/descriptor.js
var descriptor = __webpack_require__(54577);
// EXTERNAL MODULE: ./build/actions/shared/oci/files.js
var files = __webpack_require__(69497);
;// CONCATENATED MODULE: ./build/actions/shared/oci/tar-write.js
const tarBlock = 512;
/** Two empty blocks end an archive. */
const tarEnd = Buffer.alloc(2 * tarBlock);
/** The header of an entry in the ustar format. Throws an Error when its name does not fit. */
function tarHeader({ name, type, size, mode, uid, gid, mtime }) {
    const { prefix, rest } = nameParts(type === 'folder' ? `${name}/` : name);
    const header = Buffer.alloc(tarBlock);
    const octal = (value, at, width) => {
        const digits = value.toString(8);
        if (digits.length >= width)
            throw new Error(`${name}: ${value} does not fit into a tar header`);
        header.write(`${digits.padStart(width - 1, '0')}\0`, at);
    };
    header.write(rest, 0);
    octal(mode, 100, 8);
    octal(uid, 108, 8);
    octal(gid, 116, 8);
    octal(size, 124, 12);
    octal(mtime, 136, 12);
    header.fill(' ', 148, 156);
    header.write(type === 'folder' ? '5' : '0', 156);
    header.write('ustar\x0000', 257);
    header.write(prefix, 345);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    return header;
}
/** The zeros that fill a file's last block. */
function tarPadding(size) {
    return Buffer.alloc((tarBlock - (size % tarBlock)) % tarBlock);
}
/** The format holds 100 bytes of name and, before a slash, 155 more. */
function nameParts(name) {
    if (Buffer.byteLength(name) <= 100)
        return { prefix: '', rest: name };
    const at = name.indexOf('/', Math.max(0, name.length - 101));
    const parts = { prefix: name.slice(0, at), rest: name.slice(at + 1) };
    const fits = at > 0 && Buffer.byteLength(parts.prefix) <= 155 && Buffer.byteLength(parts.rest) <= 100;
    if (!fits || parts.rest === '')
        throw new Error(`the path ${name} is too long for an archive`);
    return parts;
}

// EXTERNAL MODULE: ./build/actions/shared/oci/tree.js
var oci_tree = __webpack_require__(74760);
// EXTERNAL MODULE: ./build/actions/shared/oci/write.js + 1 modules
var write = __webpack_require__(65271);
// EXTERNAL MODULE: ./build/actions/shared/registry/pull.js
var pull = __webpack_require__(73819);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/assemble/settings.js

/** What BuildKit gives a container that stands on nothing. */
const defaultPath = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
/** The settings an image brings along; `config` is undefined for `scratch`. */
function settingsOf(config) {
    const inner = (0,json/* objectOf */.Xy)((0,json/* objectOf */.Xy)(config)['config']);
    const env = config === undefined ? [defaultPath] : (0,json/* textsOf */.CB)(inner['Env']);
    return {
        env: new Map(env.map((pair) => [pair.replace(/=.*$/s, ''), pair.replace(/^[^=]*=?/, '')])),
        labels: new Map(Object.entries((0,json/* pairsOf */.fq)(inner['Labels']))),
        ports: new Set(Object.keys((0,json/* objectOf */.Xy)(inner['ExposedPorts']))),
        volumes: new Set(Object.keys((0,json/* objectOf */.Xy)(inner['Volumes']))),
        user: (0,json/* textOf */.b6)(inner['User']) ?? '',
        workdir: (0,json/* textOf */.b6)(inner['WorkingDir']) || '/',
        stopSignal: (0,json/* textOf */.b6)(inner['StopSignal']) ?? '',
        entrypoint: (0,json/* textsOf */.CB)(inner['Entrypoint']),
        cmd: (0,json/* textsOf */.CB)(inner['Cmd']),
        ownCmd: false,
    };
}
/** The settings as a part of an image's configuration; what is empty is left out, as builders do. */
function runSettings(before, settings) {
    const marks = (values) => Object.fromEntries([...values].map((one) => [one, {}]));
    const all = {
        ...before,
        Env: [...settings.env].map(([key, value]) => `${key}=${value}`),
        Labels: Object.fromEntries(settings.labels),
        ExposedPorts: marks(settings.ports),
        Volumes: marks(settings.volumes),
        User: settings.user,
        WorkingDir: settings.workdir,
        StopSignal: settings.stopSignal,
        Entrypoint: settings.entrypoint,
        Cmd: settings.cmd,
    };
    return Object.fromEntries(Object.entries(all).filter(([, value]) => !isEmpty(value)));
}
function isEmpty(value) {
    if (value === undefined || value === null || value === '')
        return true;
    return typeof value === 'object' && Object.keys(value).length === 0;
}

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/assemble/config.js


/** The image's configuration: the base's carried on, the layer and the steps added. */
function configOf(base, settings, steps, { platform, created }, diffId) {
    const before = (0,json/* objectOf */.Xy)(base.config);
    const history = Array.isArray(before['history']) ? before['history'] : [];
    return {
        ...before,
        created: created.toISOString(),
        architecture: platform.architecture,
        os: platform.os,
        ...(platform.variant === undefined ? {} : { variant: platform.variant }),
        config: runSettings((0,json/* objectOf */.Xy)(before['config']), settings),
        rootfs: { type: 'layers', diff_ids: [...base.diffIds, diffId] },
        history: [...history, ...historyOf(steps, created)],
    };
}
/** One line of history each; all files are in the layer of the first COPY. */
function historyOf(steps, created) {
    const first = steps.findIndex(({ kind }) => kind === 'copy');
    return steps.flatMap((step, at) => {
        if (step.kind === 'stage')
            return [];
        const line = { created: created.toISOString(), created_by: step.text, comment: 'seatrial' };
        return [at === first ? line : { ...line, empty_layer: true }];
    });
}

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/assemble/files.js


/** The files and folders of the one layer that is added. */
class Files {
    tree;
    entries;
    given;
    constructor(tree, entries, given) {
        this.tree = tree;
        this.entries = entries;
        this.given = given;
    }
    copy(copy, workdir) {
        const { uid, gid, mode } = copy;
        const wanted = external_node_path_.posix.resolve('/', workdir, copy.to);
        const isFolder = /(?:^|\/)\.?$/.test(copy.to) || this.isFolder((0,oci_tree/* followed */.Xd)(this.tree, wanted));
        const path = isFolder ? (0,external_node_path_.join)(wanted, copy.name) : wanted;
        const folder = (0,oci_tree/* followed */.Xd)(this.tree, (0,external_node_path_.dirname)(path));
        this.parents((0,external_node_path_.join)(folder, 'x'), uid, gid);
        const real = (0,external_node_path_.join)(folder, external_node_path_.posix.basename(path));
        if (this.tree.get(real)?.type === 'symlink' || this.isFolder(real))
            throw new oci_tree/* PathError */.ER(`${real} is a link or folder in the base image`);
        const { binarySize: size } = this.given;
        this.entries.set(real, { name: real.slice(1), type: 'file', size, mode, uid, gid, mtime: this.time });
    }
    /** Makes a folder where there is none, for the user it is as which a builder would make it. */
    folder(path, user) {
        const real = (0,oci_tree/* followed */.Xd)(this.tree, path);
        if (real === '/' || this.isFolder(real))
            return;
        const [, uid, gid = uid] = /^(\d+)(?::(\d+))?$/.exec(user === '' ? '0' : user.replace(/^root$/, '0')) ?? [];
        if (uid === undefined)
            throw new oci_tree/* PathError */.ER(`whose ${real} is to be is not known: the user is "${user}"`);
        this.parents((0,external_node_path_.join)(real, 'x'), Number(uid), Number(gid));
    }
    get time() {
        return Math.floor(this.given.created.getTime() / 1000);
    }
    isFolder(path) {
        return path === '/' || (this.entries.get(path) ?? this.tree.get(path))?.type === 'folder';
    }
    /** Lists the folders above a path: some runtimes give those that a layer leaves out the mode of none. */
    parents(path, uid, gid) {
        const folder = (0,external_node_path_.dirname)(path);
        if (folder === '/' || this.entries.has(folder))
            return;
        this.parents(folder, uid, gid);
        const known = this.tree.get(folder);
        if (known !== undefined && known.type !== 'folder')
            throw new oci_tree/* PathError */.ER(`${folder} is no folder in the base image`);
        const owned = known ?? { mode: 0o755, uid, gid, mtime: this.time };
        const { mode, mtime } = owned;
        this.entries.set(folder, {
            name: folder.slice(1),
            type: 'folder',
            size: 0,
            mode,
            uid: owned.uid,
            gid: owned.gid,
            mtime,
        });
    }
}

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/assemble/apply.js




/** Carries out the steps of a recipe on its base. Throws a PathError where a path of the base is in the way. */
function applySteps(steps, base, given) {
    const settings = settingsOf(base.config);
    const entries = new Map();
    const files = new Files(base.tree, entries, given);
    for (const step of steps)
        applyStep(step, settings, files);
    for (const [key, value] of given.labels)
        settings.labels.set(key, value);
    return {
        entries: [...entries.values()],
        config: (diffId) => configOf(base, settings, steps, given, diffId),
    };
}
function applyStep(step, settings, files) {
    switch (step.kind) {
        case 'stage':
            settings.ownCmd = false;
            return;
        case 'env':
        case 'label':
            for (const [key, value] of step.pairs)
                (step.kind === 'env' ? settings.env : settings.labels).set(key, value);
            return;
        case 'expose':
        case 'volume':
            for (const value of step.values)
                (step.kind === 'expose' ? settings.ports : settings.volumes).add(value);
            return;
        case 'entrypoint':
            settings.entrypoint = step.exec;
            if (!settings.ownCmd)
                settings.cmd = [];
            return;
        case 'cmd':
            settings.cmd = step.exec;
            settings.ownCmd = true;
            return;
        case 'user':
            settings.user = step.value;
            return;
        case 'stopsignal':
            settings.stopSignal = step.value;
            return;
        case 'workdir':
            settings.workdir = external_node_path_.posix.resolve('/', settings.workdir, step.value);
            files.folder(settings.workdir, settings.user);
            return;
        case 'copy':
            files.copy(step.copy, settings.workdir);
    }
}

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/assemble/assemble.js











/**
 * Writes the planned image as an OCI layout: one layer with the binary on the layers of the base. Gives what is in the
 * image of each platform; the binary's bytes were hashed on their way into the layer.
 */
async function assemble(assembly, settings) {
    const { layout } = settings;
    await (0,write/* beginLayout */.I5)(layout);
    const parts = await Promise.all(assembly.parts.map((part, at) => writePart(part, at, settings)));
    const [only, ...others] = parts.map(({ manifest }) => manifest);
    if (only !== undefined && others.length === 0)
        await (0,write/* finishLayout */.W2)(layout, only);
    else {
        const manifests = parts.map(({ manifest }) => manifest);
        const index = JSON.stringify({ schemaVersion: 2, mediaType: descriptor/* mediaTypes */.Ib.index, manifests });
        await (0,write/* finishLayout */.W2)(layout, await (0,write/* addBytes */.$i)(layout, Buffer.from(index), descriptor/* mediaTypes */.Ib.index));
    }
    return parts.map(({ written }) => written);
}
async function writePart(part, at, settings) {
    const { layout } = settings;
    const { binary, base, platform, recipe } = part;
    const baseLayers = base?.image.layers ?? [];
    if (base !== undefined)
        await (0,pull/* pullLayers */.y)(base.session.repository, baseLayers, layout, `base-${at}`);
    const tree = await (0,oci_tree/* readTree */.Zc)(layout, baseLayers);
    const applied = applyPart(part, tree, settings);
    const layer = await (0,write/* addLayer */.VE)(layout, archive(applied.entries, binary), `layer-${at}`);
    const config = await (0,write/* addBytes */.$i)(layout, Buffer.from(JSON.stringify(applied.config(layer.diffId))), descriptor/* mediaTypes */.Ib.config);
    const annotations = base === undefined
        ? {}
        : {
            'org.opencontainers.image.base.name': recipe.base,
            'org.opencontainers.image.base.digest': base.image.digest,
        };
    const manifest = await (0,write/* addManifest */.Fo)(layout, config, [...baseLayers, layer], annotations);
    return { manifest: { ...manifest, platform }, written: writtenOf(part, tree, applied) };
}
/** The same bytes that were tested went in, or nothing comes out. */
function mustBeTested({ path, sha256 }, packed) {
    if (packed === sha256)
        return;
    throw new user_error/* UserError */.yo(`${path} was changed while it was put into the image: its sha256 is ${packed} now`, {
        fix: 'Let nothing write to the binary while this step runs, and build and test it again.',
    });
}
function writtenOf({ base, binary: { sha256 } }, tree, { entries }) {
    const layer = base?.image.layers.length ?? 0;
    const all = new Map(tree);
    let binaryAt = '';
    for (const entry of entries) {
        const path = `/${entry.name}`;
        const isBinary = entry.type === 'file';
        if (isBinary)
            binaryAt = path;
        all.set(path, { ...entry, linkName: '', layer, ...(isBinary ? { sha256 } : {}) });
    }
    return { files: (0,files/* filesIn */.n)(all, layer + 1), binaryAt };
}
function applyPart({ recipe, base, platform, binary }, tree, settings) {
    const config = base?.image.config;
    const diffIds = (0,json/* textsOf */.CB)((0,json/* field */.ZZ)((0,json/* field */.ZZ)(config, 'rootfs'), 'diff_ids'));
    const { created, labels, path } = settings;
    try {
        const given = { platform, created, labels, binarySize: binary.size };
        return applySteps(recipe.steps, { config, tree, diffIds }, given);
    }
    catch (error) {
        if (!(error instanceof oci_tree/* PathError */.ER))
            throw error;
        throw new user_error/* UserError */.yo(`the binary can't be put onto ${recipe.base}: ${(0,user_error/* messageOf */.bD)(error)}`, {
            fix: 'Copy it to a path that is free in the base image, or write `builder: buildx`.',
            place: { file: path, line: recipe.baseLine },
        });
    }
}
/** The layer's archive: folders, and the binary read from its file wherever it is copied to. */
async function* archive(entries, binary) {
    for (const entry of entries) {
        yield tarHeader(entry);
        if (entry.type === 'folder')
            continue;
        const hash = (0,external_node_crypto_.createHash)('sha256');
        for await (const chunk of (0,chunks/* chunksOf */.U)(binary.path)) {
            hash.update(chunk);
            yield chunk;
        }
        mustBeTested(binary, hash.digest('hex'));
        yield tarPadding(entry.size);
    }
    yield tarEnd;
}


/***/ }),

/***/ 72369:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ registryUrl),
/* harmony export */   U: () => (/* binding */ isLoopback)
/* harmony export */ });
/** Whether a host is this machine: only there plain http is spoken. */
function isLoopback(host) {
    const name = host.replace(/^\[|\]$/g, '');
    return name === 'localhost' || name === '::1' || /^127\.\d+\.\d+\.\d+$/.test(name);
}
/** Where the registry of a reference answers. */
function registryUrl(registry) {
    if (registry === 'docker.io')
        return new URL('https://registry-1.docker.io');
    const secure = new URL(`https://${registry}`);
    return isLoopback(secure.hostname) ? new URL(`http://${registry}`) : secure;
}


/***/ }),

/***/ 73819:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   pullManifest: () => (/* binding */ pullManifest),
/* harmony export */   y: () => (/* binding */ pullLayers)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46466);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30860);
/* harmony import */ var _json_json_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(65977);
/* harmony import */ var _oci_descriptor_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(54577);
/* harmony import */ var _oci_digest_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(11332);
/* harmony import */ var _oci_layout_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6798);
/* harmony import */ var _loopback_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(72369);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(14278);











/** Reads what an image is made of, without its layers. Throws a UserError when it is not there for this platform. */
async function pullManifest(repository, reference, platform) {
    const root = await manifestAt(repository, reference);
    const chosen = (0,_oci_descriptor_js__WEBPACK_IMPORTED_MODULE_5__/* .isIndex */ .nw)(root.descriptor) ? await ofPlatform(repository, root, platform) : root;
    const manifest = (0,_oci_descriptor_js__WEBPACK_IMPORTED_MODULE_5__/* .parseManifest */ .Ng)(chosen.value);
    const config = await blobBytes(repository, manifest.config);
    return {
        digest: root.descriptor.digest,
        config: (0,_json_json_js__WEBPACK_IMPORTED_MODULE_9__/* .parsed */ .Yz)(config.toString()),
        layers: manifest.layers.map((layer) => ociLayer(repository, layer)),
    };
}
/** Fetches layers into a layout whose folders exist. `name` tells its drafts from others written at the same time. */
async function pullLayers(repository, layers, layout, name) {
    await Promise.all(layers.map((layer, at) => pullLayer(repository, layer, layout, `${name}-${at}`)));
}
async function manifestAt(repository, reference) {
    const answer = await repository.call({
        method: 'GET',
        path: `manifests/${reference}`,
        headers: { accept: _oci_descriptor_js__WEBPACK_IMPORTED_MODULE_5__/* .manifestTypes */ .Fm },
    });
    if (answer.status !== 200)
        throw notThere(repository, reference, answer);
    const digest = (0,_oci_digest_js__WEBPACK_IMPORTED_MODULE_6__/* .digestOf */ .ol)(answer.body);
    if (reference.startsWith('sha256:') && digest !== reference)
        throw otherBytes(repository, reference, digest);
    const value = (0,_json_json_js__WEBPACK_IMPORTED_MODULE_9__/* .parsed */ .Yz)(answer.body.toString());
    const header = answer.headers['content-type']?.split(';', 1)[0]?.trim();
    const mediaType = (0,_json_json_js__WEBPACK_IMPORTED_MODULE_9__/* .textOf */ .b6)((0,_json_json_js__WEBPACK_IMPORTED_MODULE_9__/* .field */ .ZZ)(value, 'mediaType')) ?? header;
    return { descriptor: (0,_oci_descriptor_js__WEBPACK_IMPORTED_MODULE_5__/* .parseDescriptor */ .BA)({ mediaType, digest, size: answer.body.length }), value };
}
async function ofPlatform(repository, root, wanted) {
    const all = (0,_oci_descriptor_js__WEBPACK_IMPORTED_MODULE_5__/* .parseIndex */ .A1)(root.value);
    const fits = (one) => one.platform?.os === wanted.os &&
        one.platform.architecture === wanted.architecture &&
        (wanted.variant === undefined || one.platform.variant === wanted.variant);
    const found = all.find(fits);
    if (found !== undefined)
        return manifestAt(repository, found.digest);
    const known = all.flatMap((one) => (one.platform === undefined ? [] : [(0,_oci_descriptor_js__WEBPACK_IMPORTED_MODULE_5__/* .platformName */ .$r)(one.platform)]));
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`the image ${repository.name} is not made for ${(0,_oci_descriptor_js__WEBPACK_IMPORTED_MODULE_5__/* .platformName */ .$r)(wanted)}, only for ${known.join(', ')}`, { fix: 'Take a base image for this platform, or leave the platform out of `platforms`.' });
}
async function blobBytes(repository, blob) {
    const answer = await getBlob(repository, blob.digest);
    const digest = (0,_oci_digest_js__WEBPACK_IMPORTED_MODULE_6__/* .digestOf */ .ol)(answer.body);
    if (digest !== blob.digest)
        throw otherBytes(repository, blob.digest, digest);
    return answer.body;
}
async function pullLayer(repository, layer, layout, name) {
    const target = (0,_oci_layout_js__WEBPACK_IMPORTED_MODULE_7__/* .blobPath */ .nD)(layout, layer.digest);
    const draft = (0,_oci_layout_js__WEBPACK_IMPORTED_MODULE_7__/* .blobPath */ .nD)(layout, `sha256:${name}`);
    let digest = '';
    await getBlob(repository, layer.digest, async (body) => {
        const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
        body.on('data', (chunk) => hash.update(chunk));
        await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_3__.pipeline)(body, (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createWriteStream)(draft));
        digest = `sha256:${hash.digest('hex')}`;
    });
    if (digest !== layer.digest)
        throw otherBytes(repository, layer.digest, digest);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(draft, target);
}
const mostRedirects = 5;
/** Registries send on to their storage, which gets no token of ours. */
async function getBlob(repository, digest, sink) {
    let path = `blobs/${digest}`;
    for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
        const answer = await repository.call({
            method: 'GET',
            path,
            ...(sink === undefined ? {} : { sink }),
        });
        if (answer.status === 200)
            return answer;
        const next = URL.parse(answer.headers.location ?? '', repository.url('').href);
        if (![301, 302, 303, 307, 308].includes(answer.status) || next === null || !isSafe(next))
            throw notThere(repository, digest, answer);
        path = next;
    }
    throw new _registry_js__WEBPACK_IMPORTED_MODULE_8__.TransientError(`${repository.name}: the registry sends on and on for ${digest}`, {
        fix: 'Run the step again; if it stays so, the registry is broken.',
    });
}
function isSafe(url) {
    return url.protocol === 'https:' || (url.protocol === 'http:' && (0,_loopback_js__WEBPACK_IMPORTED_MODULE_10__/* .isLoopback */ .U)(url.hostname));
}
/** A layer by its OCI media type; one that is to be fetched from elsewhere is none we could keep. */
function ociLayer(repository, { mediaType, digest, size }) {
    const compressed = /[+.](gzip|zstd)$/.exec(mediaType)?.[1];
    if (mediaType.includes('foreign') || mediaType.includes('nondistributable')) {
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`the image ${repository.name} has a layer that no registry may keep (${mediaType})`, {
            fix: 'Take another base image: such layers are those of Windows.',
        });
    }
    return {
        mediaType: compressed === undefined ? _oci_descriptor_js__WEBPACK_IMPORTED_MODULE_5__/* .mediaTypes */ .Ib.layer : `${_oci_descriptor_js__WEBPACK_IMPORTED_MODULE_5__/* .mediaTypes */ .Ib.layer}+${compressed}`,
        digest,
        size,
    };
}
function notThere(repository, what, answer) {
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`${repository.name}: the registry does not give ${what} (${(0,_registry_js__WEBPACK_IMPORTED_MODULE_8__.errorOf)(answer)})`, {
        fix: 'Check name and tag of the image, and that this runner may pull it.',
    });
}
function otherBytes(repository, wanted, got) {
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`${repository.name}: the registry gave ${got} when asked for ${wanted}`, {
        fix: 'Something between here and the registry changes what it sends; use nothing from it until that is found.',
    });
}


/***/ }),

/***/ 14278:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Repository: () => (/* binding */ Repository),
  TransientError: () => (/* binding */ TransientError),
  errorOf: () => (/* binding */ errorOf)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/actions/shared/errors/user-error.js
var user_error = __webpack_require__(30860);
// EXTERNAL MODULE: ./build/actions/shared/json/json.js
var json = __webpack_require__(65977);
// EXTERNAL MODULE: ./build/actions/shared/oci/reference.js
var oci_reference = __webpack_require__(4003);
// EXTERNAL MODULE: ./build/actions/shared/registry/loopback.js
var loopback = __webpack_require__(72369);
;// CONCATENATED MODULE: ./build/actions/shared/registry/auth.js



/** Reads the header; undefined when it asks for nothing we know. */
function parseChallenge(header) {
    const match = /^\s*(basic|bearer)\b(.*)$/is.exec(header ?? '');
    if (match === null)
        return undefined;
    const values = new Map();
    for (const [, key = '', quoted, bare] of (match[2] ?? '').matchAll(/(\w+)=(?:"([^"]*)"|([^\s,]+))/g)) {
        values.set(key.toLowerCase(), quoted ?? bare ?? '');
    }
    return {
        scheme: match[1]?.toLowerCase() === 'basic' ? 'basic' : 'bearer',
        realm: values.get('realm') ?? '',
        service: values.get('service') ?? '',
    };
}
/** The Authorization header of name and password. */
function basicHeader(username, password) {
    return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}
/**
 * Gives the Authorization header that answers a challenge, fetching a token where the registry wants one (the token
 * protocol of the distribution project: GET with Basic, or POST with a refresh token).
 *
 * Undefined when the registry wants a password and there is none. Throws a UserError when the token server refuses.
 */
async function authorize(challenge, scope, credentials, send, mask) {
    if (challenge.scheme === 'basic') {
        return credentials?.kind === 'password'
            ? basicHeader(credentials.username, credentials.password)
            : undefined;
    }
    const realm = realmUrl(challenge.realm);
    const answer = await send(tokenRequest(realm, challenge.service, scope, credentials));
    const body = (0,json/* parsed */.Yz)(answer.body.toString());
    const token = (0,json/* textOf */.b6)((0,json/* field */.ZZ)(body, 'token')) ?? (0,json/* textOf */.b6)((0,json/* field */.ZZ)(body, 'access_token'));
    if (answer.status !== 200 || token === undefined || token === '') {
        throw refused(realm, answer.status, credentials);
    }
    await mask(token);
    return `Bearer ${token}`;
}
function tokenRequest(realm, service, scope, credentials) {
    if (credentials?.kind === 'identity-token') {
        const form = new URLSearchParams({
            grant_type: 'refresh_token',
            refresh_token: credentials.token,
            client_id: 'seatrial',
            service,
            scope,
        });
        const body = Buffer.from(form.toString());
        return {
            method: 'POST',
            url: realm,
            headers: { 'content-type': 'application/x-www-form-urlencoded' },
            body: { size: body.length, open: () => body },
        };
    }
    const url = new URL(realm);
    if (service !== '')
        url.searchParams.set('service', service);
    url.searchParams.append('scope', scope);
    const headers = credentials === undefined
        ? {}
        : { authorization: basicHeader(credentials.username, credentials.password) };
    return { method: 'GET', url, headers };
}
/** A registry may send us anywhere for a token, but the password never goes over plain http to another machine. */
function realmUrl(realm) {
    const url = URL.parse(realm);
    if (url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && (0,loopback/* isLoopback */.U)(url.hostname)))) {
        return url;
    }
    throw new user_error/* UserError */.yo(`the registry wants the password at "${realm}", which is no https address`, {
        fix: 'Have the registry name an https address for its tokens; check that `image` names the right registry.',
    });
}
function refused(realm, status, credentials) {
    const who = credentials === undefined ? 'without credentials' : 'with the credentials given';
    return new user_error/* UserError */.yo(`${realm.host} gave no token ${who} (HTTP ${status})`, {
        fix: 'Check `registry-username` and `registry-password` (an access token that may push), or log in to the registry in a step before.',
    });
}

// EXTERNAL MODULE: ./build/actions/shared/registry/kinds.js
var kinds = __webpack_require__(73265);
// EXTERNAL MODULE: ./build/actions/shared/registry/retry.js
var retry = __webpack_require__(80056);
;// CONCATENATED MODULE: ./build/actions/shared/registry/registry.js








/** The registry did not answer, or answered that it can't just now. */
class TransientError extends user_error/* UserError */.yo {
}
/** One repository of a registry, spoken to by the OCI distribution protocol. */
class Repository {
    name;
    base;
    path;
    options;
    authorization;
    challenge;
    constructor(reference, options) {
        this.name = (0,oci_reference/* nameOf */.Vb)(reference);
        this.base = (0,loopback/* registryUrl */.N)(reference.registry);
        this.path = `/v2/${reference.repository}`;
        this.options = options;
    }
    /** The address of something in this repository, such as `blobs/sha256:…`. */
    url(path) {
        return new URL(`${this.path}/${path}`, this.base);
    }
    /**
     * Makes one call, logging in when the registry asks for it and trying again when that can help.
     *
     * Gives any answer but 401 and 403; these, and a registry that can't be reached, are UserErrors.
     */
    async call(call) {
        const url = typeof call.path === 'string' ? this.url(call.path) : call.path;
        const { signal, log } = this.options;
        const patience = call.once === true ? { ...this.patience, attempts: 1 } : this.patience;
        try {
            return await (0,retry/* withRetries */.LH)(patience, signal, log, () => this.authorized(call, url));
        }
        catch (error) {
            if (error instanceof user_error/* UserError */.yo || signal.aborted)
                throw error;
            throw unreachable(this.base, error);
        }
    }
    /** Waits before the next of several tries. */
    async pause(tried) {
        await (0,promises_.setTimeout)((0,retry/* pauseBefore */.GB)(tried, this.patience, undefined), undefined, { signal: this.options.signal });
    }
    get patience() {
        return this.options.patience ?? retry/* defaultPatience */.B;
    }
    async authorized(call, url) {
        const answer = await this.once(call, url);
        if (answer.status !== 401)
            return this.allowed(answer);
        this.challenge = parseChallenge(answer.headers['www-authenticate']) ?? this.challenge;
        this.authorization = await this.logIn();
        if (this.authorization === undefined)
            throw this.refusal(answer);
        return this.allowed(await this.once(call, url));
    }
    once(call, url) {
        // An upload may be sent on to a storage host, which must not see the registry's token.
        const own = url.origin === this.base.origin;
        const authorization = own && this.authorization !== undefined ? { authorization: this.authorization } : {};
        const { path: _path, once: _once, ...rest } = call;
        const headers = { 'user-agent': 'seatrial', ...authorization, ...call.headers };
        return this.options.send({ ...rest, url, headers, signal: this.options.signal });
    }
    async logIn() {
        if (this.challenge === undefined)
            return undefined;
        const scope = `repository:${this.path.slice('/v2/'.length)}:${this.options.access ?? 'pull,push'}`;
        const { credentials, send, mask } = this.options;
        return authorize(this.challenge, scope, credentials, send, mask);
    }
    allowed(answer) {
        if (answer.status === 401 || answer.status === 403)
            throw this.refusal(answer);
        return answer;
    }
    refusal(answer) {
        const who = this.options.credentials === undefined ? 'without credentials' : 'with the credentials given';
        return new user_error/* UserError */.yo(`${this.name}: the registry refuses access ${who} (${errorOf(answer)})`, {
            fix: this.options.access === 'pull'
                ? 'Check the name of the image, and log in to its registry in a step before if it is a private one.'
                : (this.options.refused ?? kinds/* anyRegistry */.Q.refused),
        });
    }
}
/** What a registry says in an error answer: its own code and message, else the status. */
function errorOf(answer) {
    const [first] = (0,json/* listOf */.c3)((0,json/* field */.ZZ)((0,json/* parsed */.Yz)(answer.body.toString()), 'errors'));
    const code = (0,json/* textOf */.b6)((0,json/* field */.ZZ)(first, 'code'));
    const message = (0,json/* textOf */.b6)((0,json/* field */.ZZ)(first, 'message'));
    const said = [code, message].filter((part) => part !== undefined && part !== '').join(': ');
    const clean = said.replaceAll(/\p{Cc}+/gu, ' ').slice(0, 300);
    return clean === '' ? `HTTP ${answer.status}` : `HTTP ${answer.status}, ${clean}`;
}
function unreachable(base, error) {
    const why = error instanceof Error ? error.message || String((0,json/* field */.ZZ)(error, 'code')) : String(error);
    return new TransientError(`the registry ${base.origin} does not answer: ${why}`, {
        fix: 'Check the registry in `image`, and that the runner can reach it (a name without a registry means Docker Hub; plain http is spoken to this machine only).',
        cause: error,
    });
}


/***/ }),

/***/ 80056:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ defaultPatience),
/* harmony export */   Dm: () => (/* binding */ isTransientStatus),
/* harmony export */   GB: () => (/* binding */ pauseBefore),
/* harmony export */   LH: () => (/* binding */ withRetries)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30860);


const defaultPatience = { attempts: 5, firstPause: 500, longestPause: 30_000 };
const transientStatuses = new Set([408, 429, 500, 502, 503, 504]);
const transientCodes = new Set([
    'ECONNRESET',
    'ECONNABORTED',
    'EPIPE',
    'ETIMEDOUT',
    'EAI_AGAIN',
    'HPE_INVALID_CONSTANT',
]);
/**
 * Sends until there is an answer that is final: trying again helps against an overloaded or restarting registry, never
 * against a refused password, a wrong name or nobody listening.
 *
 * Gives the last answer, whatever its status, or throws the last system error.
 */
async function withRetries(patience, signal, tell, attempt) {
    for (let tried = 1;; tried += 1) {
        const last = tried >= patience.attempts;
        let answer;
        let reason;
        try {
            answer = await attempt();
            if (last || !isTransientStatus(answer.status))
                return answer;
            reason = `it answered ${answer.status}`;
        }
        catch (error) {
            if (last || signal.aborted || !isTransient(error))
                throw error;
            reason = (0,_errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .codeOf */ .$N)(error) ?? 'the connection broke';
        }
        const pause = pauseBefore(tried, patience, answer);
        tell(`The registry is asked again in ${(pause / 1000).toFixed(1)} s (attempt ${tried + 1}): ${reason}.`);
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(pause, undefined, { signal });
    }
}
/** Whether the same request may be answered better a little later. */
function isTransientStatus(status) {
    return transientStatuses.has(status);
}
/** Exponential, or as long as the registry asks for (Retry-After in seconds), up to the longest pause. */
function pauseBefore(tried, patience, answer) {
    const asked = Number(answer?.headers['retry-after'] ?? Number.NaN) * 1000;
    const own = patience.firstPause * 2 ** (tried - 1);
    return Math.min(patience.longestPause, Number.isFinite(asked) ? Math.max(asked, own) : own);
}
function isTransient(error) {
    const code = (0,_errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .codeOf */ .$N)(error);
    if (code !== undefined)
        return transientCodes.has(code);
    return error instanceof Error && /socket hang up|aborted|no answer/.test(error.message);
}


/***/ })

};
