export const id = 7808;
export const ids = [7808];
export const modules = {

/***/ 73483:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JP: () => (/* binding */ forOthers),
/* harmony export */   OE: () => (/* binding */ keyVariable),
/* harmony export */   dp: () => (/* binding */ othersEnvironment),
/* harmony export */   lS: () => (/* binding */ builderEnvironment)
/* harmony export */ });
/** The variable that holds the key; undefined where `sign-key` names another place. */
function keyVariable(signKey) {
    return /^env:\/\/(.+)$/.exec(signKey)?.[1];
}
/**
 * The job's environment for programs that are none of ours: without our inputs, among which are passwords, and without
 * what images are signed with. Nobody but cosign, and only while it signs, has use for that.
 */
function othersEnvironment(env, { signKey }) {
    const key = keyVariable(signKey);
    const own = (name) => name === key || /^(?:INPUT_|COSIGN_|SIGSTORE_)/.test(name);
    return Object.fromEntries(Object.entries(env).filter((pair) => pair[1] !== undefined && !own(pair[0])));
}
/** Runs programs in that environment, unless a call brings one of its own. */
function forOthers(exec, env, inputs) {
    const others = othersEnvironment(env, inputs);
    return (file, args, options) => exec(file, args, { env: others, ...options });
}
/** What a builder sees: no token it does not need either, but the build secrets that it was promised. */
function builderEnvironment(env, inputs) {
    const cachesOnGitHub = [...inputs.cacheFrom, ...inputs.cacheTo].some((cache) => cache.includes('type=gha'));
    const needless = (name) => name.startsWith('ACTIONS_')
        ? !cachesOnGitHub
        : /TOKEN|PASSWORD|PASSPHRASE|SECRET|PRIVATE_?KEY/i.test(name);
    const kept = Object.entries(othersEnvironment(env, inputs)).filter(([name]) => !needless(name));
    const promised = [...inputs.secrets.values()].map((name) => [name, env[name] ?? '']);
    return Object.fromEntries([...kept, ...promised]);
}


/***/ }),

/***/ 67808:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  startWith: () => (/* binding */ startWith)
});

// EXTERNAL MODULE: ./build/actions/shared/action/run-action.js + 8 modules
var run_action = __webpack_require__(94344);
// EXTERNAL MODULE: ./build/actions/shared/contract/contract.js
var contract = __webpack_require__(86777);
// EXTERNAL MODULE: ./build/actions/shared/contract/types.js
var types = __webpack_require__(56030);
// EXTERNAL MODULE: ./build/actions/shared/json/json.js
var json = __webpack_require__(65977);
// EXTERNAL MODULE: ./build/actions/shared/oci/reference.js
var oci_reference = __webpack_require__(4003);
;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/input-types.js



/** An image repository, without tag or digest: both are this action's to set. */
const repository = {
    name: 'image repository',
    sample: { registry: 'docker.io', repository: 'library/sample' },
    parse: (raw) => {
        const reference = (0,oci_reference/* parseReference */.F2)(raw);
        if (reference.tag !== undefined || reference.digest !== undefined) {
            throw new Error(`a repository without tag or digest, such as ${(0,oci_reference/* nameOf */.Vb)(reference)}; tags go to \`tags\``);
        }
        return reference;
    },
};
const platform = {
    name: 'platform',
    sample: 'linux/amd64',
    parse: (raw) => {
        if (!/^linux\/[a-z0-9]+(?:\/v\d+)?$/.test(raw))
            throw new Error('linux/<architecture>, such as linux/arm64');
        return raw;
    },
};
const githubRepository = {
    name: 'owner/name',
    sample: 'acme/deploy',
    parse: (raw) => {
        if (!/^[\w.-]+\/[\w.-]+$/.test(raw))
            throw new Error('owner/name of a repository, such as acme/deploy');
        return raw;
    },
};
/** Paths, one per line, or the JSON list that go-static-build gives as `paths`. */
function pathList(workspace) {
    const one = (0,types/* path */.Ae)(workspace);
    return {
        name: 'list of path, one per line or in JSON',
        sample: [],
        parse: (raw) => {
            if (!raw.startsWith('['))
                return (0,types/* lines */.Mn)(one).parse(raw);
            const found = (0,json/* textsOf */.CB)((0,json/* parsed */.Yz)(raw));
            if (found.length === 0)
                throw new Error('a JSON list of paths');
            return found.map(one.parse);
        },
    };
}
/** Inputs of go-static-build as `name=value`, one per line; a name that stands again adds a line. `true` leaves all as they are. */
const compileInputs = {
    name: '`true`, or list of name=value, one per line',
    sample: new Map(),
    parse: (raw) => {
        const found = new Map();
        if (raw === 'true')
            return found;
        for (const entry of (0,types/* lines */.Mn)(types/* text */.Qq).parse(raw)) {
            const [, name = '', value = ''] = /^([a-z-]+)\s*=\s*(.+)$/.exec(entry) ?? [];
            if (name === '')
                throw new Error(`\`true\`, or an input of go-static-build as name=value on every line, not "${entry}"`);
            const before = found.get(name);
            found.set(name, before === undefined ? value : `${before}\n${value}`);
        }
        return found;
    },
};

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/contract.js



function parse(read) {
    const inputs = {
        image: read.required('image', repository),
        workingDirectory: read.withDefault('working-directory', (0,types/* path */.Ae)(read.workspace), '.'),
        dockerfile: read.withDefault('dockerfile', types/* text */.Qq, 'Dockerfile'),
        binary: read.optional('binary', pathList(read.workspace)) ?? [],
        compile: read.optional('compile', compileInputs),
        builderStage: read.withDefault('builder-stage', types/* text */.Qq, 'builder'),
        target: read.optional('target', types/* text */.Qq),
        tags: read.withDefault('tags', (0,types/* lines */.Mn)(types/* text */.Qq), '{sha}'),
        allowLatest: read.withDefault('allow-latest', types/* flag */.Jt, 'false'),
        platforms: read.optional('platforms', (0,types/* commaLines */.Lg)(platform)) ?? [],
        buildArgs: read.optional('build-args', types/* pairs */.AS) ?? new Map(),
        labels: read.optional('labels', types/* pairs */.AS) ?? new Map(),
        secrets: read.optional('secrets', types/* pairs */.AS) ?? new Map(),
        cacheFrom: read.optional('cache-from', (0,types/* lines */.Mn)(types/* text */.Qq)) ?? [],
        cacheTo: read.optional('cache-to', (0,types/* lines */.Mn)(types/* text */.Qq)) ?? [],
        builder: read.withDefault('builder', (0,types/* choice */.Yq)('auto', 'direct', 'buildx', 'docker', 'buildctl', 'buildah', 'kaniko'), 'auto'),
        lint: read.withDefault('lint', (0,types/* choice */.Yq)('warn', 'fail', 'off'), 'warn'),
        layout: read.optional('layout', (0,types/* path */.Ae)(read.workspace)),
        push: read.withDefault('push', types/* flag */.Jt, 'false'),
        requireScan: read.withDefault('require-scan', types/* flag */.Jt, 'false'),
        registryUsername: read.optional('registry-username', types/* text */.Qq),
        registryPassword: read.optional('registry-password', types/* text */.Qq),
        sign: read.withDefault('sign', (0,types/* choice */.Yq)('off', 'key', 'keyless'), 'off'),
        signKey: read.withDefault('sign-key', types/* text */.Qq, 'env://COSIGN_PRIVATE_KEY'),
        attest: read.optional('attest', (0,types/* commaLines */.Lg)((0,types/* choice */.Yq)('provenance', 'sbom', 'record'))) ?? [],
        sbom: read.optional('sbom', (0,types/* path */.Ae)(read.workspace)),
        transparencyLog: read.withDefault('transparency-log', types/* flag */.Jt, 'true'),
        cosign: read.optional('cosign', (0,types/* path */.Ae)(read.workspace)),
        dispatchTo: read.optional('dispatch-to', githubRepository),
        dispatchToken: read.optional('dispatch-token', types/* text */.Qq),
        dispatchEvent: read.withDefault('dispatch-event', types/* text */.Qq, 'seatrial-image'),
        dryRun: read.withDefault('dry-run', types/* flag */.Jt, 'false'),
        ...(0,contract/* commonInputs */.j)(read),
    };
    refuseContradictions(read, inputs);
    return inputs;
}
function refuseContradictions(read, inputs) {
    if (inputs.layout !== undefined && inputs.binary.length > 0) {
        read.refuse('`layout` pushes an image that was built before, `binary` is for building one: give one of them');
    }
    if (inputs.compile !== undefined && (inputs.layout !== undefined || inputs.binary.length > 0)) {
        read.refuse('`compile` makes the binary in this step; `binary` and `layout` bring along what was made before: give one of them');
    }
    if (inputs.registryUsername !== undefined && inputs.registryPassword === undefined) {
        read.refuse('`registry-username` and `registry-password` belong together: give both or none');
    }
    if ((inputs.dispatchTo === undefined) !== (inputs.dispatchToken === undefined)) {
        read.refuse('`dispatch-to` and `dispatch-token` belong together: give both or none');
    }
    if (inputs.dispatchTo !== undefined && !inputs.push) {
        read.refuse('`dispatch-to` tells of an image that was pushed: give `push: true` as well');
    }
    if (inputs.sign !== 'off' && !inputs.push) {
        read.refuse('`sign` signs an image that the registry has: give `push: true` as well');
    }
    if (inputs.attest.length > 0 && inputs.sign === 'off') {
        read.refuse('`attest` signs statements about the image: say with what in `sign`, `key` or `keyless`');
    }
    if (inputs.sign === 'keyless' && !inputs.transparencyLog) {
        read.refuse('`sign: keyless` is proven by the transparency log alone: leave `transparency-log` out, or sign with a key');
    }
}
const contract_contract = {
    name: 'multistage-dockerize',
    parse,
    outputs: [
        'digest',
        'image',
        'tags',
        'layout',
        'size',
        'pushed',
        'signatures',
        'findings',
        'patch',
        'binaries',
        'sboms',
    ],
};

// EXTERNAL MODULE: ./build/actions/shared/oci/layout.js
var oci_layout = __webpack_require__(6798);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/actions/shared/oci/descriptor.js
var descriptor = __webpack_require__(54577);
// EXTERNAL MODULE: ./build/actions/shared/oci/tree.js
var oci_tree = __webpack_require__(74760);
// EXTERNAL MODULE: ./build/actions/shared/oci/write.js
var write = __webpack_require__(1357);
// EXTERNAL MODULE: ./build/actions/shared/promises/once.js
var once = __webpack_require__(26342);
;// CONCATENATED MODULE: ./build/actions/shared/promises/relay.js
function relay() {
    const kept = [];
    let reader;
    return {
        write: (one) => {
            if (reader === undefined)
                kept.push(one);
            else
                reader(one);
        },
        to: (found) => {
            reader = found;
            for (const one of kept.splice(0))
                found(one);
        },
    };
}

// EXTERNAL MODULE: ./build/actions/shared/registry/pull.js
var pull = __webpack_require__(73819);
// EXTERNAL MODULE: ./build/actions/multistage-dockerize/src/registry/session.js
var registry_session = __webpack_require__(16584);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./build/actions/shared/files/chunks.js
var files_chunks = __webpack_require__(47912);
// EXTERNAL MODULE: ./build/actions/shared/oci/gzip.js + 1 modules
var gzip = __webpack_require__(71190);
;// CONCATENATED MODULE: ./build/actions/shared/oci/archive-file.js





/** Opens a file that goes into an archive now. Throws what the file system says where it can't be opened. */
async function openFile(path) {
    const file = await (0,promises_.open)(path);
    const facts = await factsOf(file);
    const { chunks, sha256 } = hashed(file);
    return { ...facts, plain: chunks, sha256, close: () => file.close() };
}
/**
 * Begins to compress a file of which nobody knows yet what stands before it in its archive: what is largest in a layer is
 * known before the rest of it. Its compressed bytes are in memory. Throws what the file system says where it can't be opened.
 */
async function packFile(path) {
    const file = await (0,promises_.open)(path);
    const facts = await factsOf(file);
    const { chunks, sha256 } = hashed(file);
    const members = new external_node_stream_.PassThrough({ objectMode: true, highWaterMark: Number.MAX_SAFE_INTEGER });
    // Told to whoever reads; there may be nobody.
    members.on('error', () => undefined);
    async function* wanted() {
        for await (const chunk of chunks()) {
            if (members.destroyed)
                return;
            yield chunk;
        }
    }
    const pack = async () => {
        for await (const member of (0,gzip/* gzipMembers */.G)(wanted()))
            members.write(member);
        members.end();
    };
    const packing = pack().catch((error) => {
        members.destroy(error instanceof Error ? error : new Error(String(error)));
    });
    return {
        ...facts,
        members,
        plain: () => (0,files_chunks/* chunksIn */.ol)(file),
        sha256,
        close: async () => {
            members.destroy();
            await packing;
            await file.close();
        },
    };
}
/** One reading of a file, and the sha256 of what it read. */
function hashed(file) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const { promise: sha256, resolve, reject } = Promise.withResolvers();
    // There may be nobody who asks.
    sha256.catch(() => undefined);
    async function* chunks() {
        try {
            yield* (0,files_chunks/* seen */.cI)((0,files_chunks/* chunksIn */.ol)(file), (chunk) => hash.update(chunk));
            resolve(hash.digest('hex'));
        }
        finally {
            reject(new Error('the file was not read to its end'));
        }
    }
    return { chunks, sha256 };
}
async function factsOf(file) {
    try {
        const before = await stateOf(file);
        const unchanged = async () => (await stateOf(file)).text === before.text;
        return { size: before.size, unchanged };
    }
    catch (error) {
        await file.close();
        throw error;
    }
}
/** Changes with every write to a file, not when it gets another name. */
async function stateOf(file) {
    const { size, mtimeNs } = await file.stat({ bigint: true });
    return { size: Number(size), text: `${size} ${mtimeNs}` };
}

// EXTERNAL MODULE: ./build/actions/shared/errors/user-error.js
var user_error = __webpack_require__(30860);
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

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/assemble/draft.js



/** Begins to write a layer; `take` gives the binary, once for each file of it. The caller finishes or discards it. */
function beginDraft(entries, take, place) {
    const files = new Set();
    let closed = false;
    const tar = archiveOf(entries, async () => {
        const file = await take();
        files.add(file);
        if (closed)
            await file.close();
        return file;
    });
    const written = (0,write/* writeLayer */.By)(place.layout, tar, place.name, place.show);
    // Told to whoever finishes it; there may be nobody.
    written.catch(() => undefined);
    const close = async () => {
        closed = true;
        for (const file of files)
            await file.close();
    };
    return { entries, written, files, close, place };
}
/** The layer, once it is written. Throws a UserError where something else than the tested binary went into it. */
async function finishDraft(draft, tested) {
    const { layout, name, show } = draft.place;
    try {
        const layer = await draft.written;
        for (const file of draft.files)
            mustBeTested(tested, await file.sha256, await file.unchanged());
        await (0,write/* keepLayer */.HX)(layout, name, layer);
        return { ...layer, shown: show !== undefined };
    }
    finally {
        await draft.close();
    }
}
/** Stops where it is, and leaves nothing of it in the layout. */
async function discardDraft({ written, close, place }) {
    await close();
    await written.catch(() => undefined);
    await (0,write/* dropLayer */.Bq)(place.layout, place.name);
}
/** The same bytes that were tested went in, or nothing comes out. */
function mustBeTested({ path, sha256 }, read, unchanged) {
    if (read === sha256 && unchanged)
        return;
    throw new user_error/* UserError */.yo(`${path} was changed while it was put into the image${read === sha256 ? '' : `: its sha256 was ${sha256}, and ${read} was read`}`, { fix: 'Let nothing write to the binary while this step runs, and build and test it again.' });
}
async function* archiveOf(entries, take) {
    for (const entry of entries) {
        yield tarHeader(entry);
        if (entry.type === 'folder')
            continue;
        yield await take();
        yield tarPadding(entry.size);
    }
    yield tarEnd;
}

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/assemble/layers.js



/** The layers with a binary. What can be done of one before its image is planned, is done. */
class Layers {
    layout;
    drafts = new Map();
    packs = new Map();
    expected;
    show;
    /** Layers for the image in a layout; `show` is shown the first one while it is made. */
    constructor(layout, show) {
        this.layout = layout;
        this.show = show;
    }
    /** Tells what the layer of the next binary will hold, whatever becomes of that one. */
    expect(entries) {
        this.expected = entries;
    }
    /**
     * Begins with the binary that will be at `path`, and is in `file` by now: writes the layer that is expected, or compresses
     * what is the largest part of any. Gives the sha256 in hexadecimal of what it reads for that; rejects where that comes to
     * nothing.
     */
    begin(file, path) {
        if (this.drafts.has(path) || this.packs.has(path))
            return heard(Promise.reject(new Error(`${path} was begun before`)));
        const { expected } = this;
        this.expected = undefined;
        return heard(expected === undefined ? this.packAhead(file, path) : this.writeAhead(file, path, expected));
    }
    /** The layer of these entries. Throws a UserError where something else than the tested binary went into it. */
    async write(entries, binary, name) {
        const begun = await this.begun(binary.path, entries);
        const take = () => {
            const packed = this.packs.get(binary.path) ?? packFile(binary.path);
            this.packs.delete(binary.path);
            return packed;
        };
        return finishDraft(begun ?? (await this.draft(entries, take, name)), binary);
    }
    /** Lets go of what nobody took. */
    async close() {
        for (const pack of this.packs.values())
            await (await pack.catch(() => undefined))?.close();
        for (const begun of this.drafts.values()) {
            const draft = await begun.catch(() => undefined);
            if (draft !== undefined)
                await discardDraft(draft);
        }
    }
    async packAhead(file, path) {
        const pack = heard(packFile(file));
        this.packs.set(path, pack);
        return (await pack).sha256;
    }
    async writeAhead(file, path, expected) {
        // At once: the file goes elsewhere a moment later.
        const opened = openFile(file);
        const draft = heard(opened.then((one) => this.draftOf(one, expected)));
        this.drafts.set(path, draft);
        const [{ sha256 }, { written }] = await Promise.all([opened, draft]);
        // Where the layer can't be written, nobody reads on.
        return Promise.race([sha256, written.then(() => sha256)]);
    }
    async draftOf(file, expected) {
        try {
            const entries = expected(file.size);
            // An open file is read and hashed once.
            if (entries.filter(({ type }) => type === 'file').length !== 1)
                throw new Error('the binary stands in the layer more than once');
            const draft = await this.draft(entries, async () => file, `ahead-${this.drafts.size}`);
            // It is never taken where the layer ends before.
            draft.written.catch(() => file.close());
            return draft;
        }
        catch (error) {
            await file.close();
            throw error;
        }
    }
    async draft(entries, take, name) {
        const place = { layout: await this.layout(), name, show: this.show };
        this.show = undefined;
        return beginDraft(entries, take, place);
    }
    /** The layer that was begun with a binary, if it is the one that is wanted. */
    async begun(path, entries) {
        const draft = await this.drafts.get(path)?.catch(() => undefined);
        this.drafts.delete(path);
        if (draft !== undefined && (0,external_node_util_.isDeepStrictEqual)(draft.entries, entries))
            return draft;
        if (draft !== undefined)
            await discardDraft(draft);
        return undefined;
    }
}
/** What goes wrong with it is told to whoever needs it; there may be nobody. */
function heard(work) {
    work.catch(() => undefined);
    return work;
}

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/assemble/supplies.js











function openSupplies(inputs, context) {
    let begun = false;
    let ahead = Promise.resolve();
    const layout = (0,once/* once */.O)(() => {
        begun = true;
        return newLayoutFolder(context);
    });
    const bases = openBases(inputs, context, layout);
    const firstLayer = inputs.push ? relay() : undefined;
    const layers = new Layers(layout, firstLayer?.write);
    const close = async () => {
        bases.close();
        await ahead;
        await layers.close();
    };
    return {
        layout,
        created: (0,once/* once */.O)(() => creationTime(inputs.workingDirectory, context)),
        base: bases.find,
        ahead: (work) => {
            ahead = work.catch(() => undefined);
        },
        layers,
        firstLayer,
        close,
        discard: async () => {
            await close();
            const folder = begun ? await layout().catch(() => undefined) : undefined;
            if (folder !== undefined)
                await (0,promises_.rm)(folder, { recursive: true, force: true });
        },
    };
}
/** Base images, each asked for once; `close` ends whatever is still being fetched. */
function openBases(inputs, context, layout) {
    const found = new Map();
    const sessions = [];
    const ended = new AbortController();
    const own = { ...context, signal: AbortSignal.any([context.signal, ended.signal]) };
    const ask = async (name, platform) => {
        const reference = (0,oci_reference/* parseReference */.F2)(name);
        const session = await (0,registry_session/* openSession */.f)(reference, 'pull', inputs, own);
        const draft = `base-${sessions.push(session)}`;
        const { repository } = session;
        const image = await (0,pull.pullManifest)(repository, reference.digest ?? reference.tag ?? 'latest', platform);
        const tree = async () => {
            const into = await layout();
            await (0,pull/* pullLayers */.y)(repository, image.layers, into, draft);
            return (0,oci_tree/* readTree */.Zc)(into, image.layers);
        };
        return { image, tree: (0,once/* once */.O)(tree) };
    };
    return {
        find: (name, platform) => {
            const key = `${name} ${(0,descriptor/* platformName */.$r)(platform)}`;
            const known = found.get(key) ?? ask(name, platform);
            found.set(key, known);
            return known;
        },
        close: () => {
            ended.abort();
            for (const session of sessions)
                session.close();
        },
    };
}
/** The time of the commit, so that the same commit gives the same image; now, where git does not know. */
async function creationTime(folder, { exec, env, now }) {
    const given = Number(env['SOURCE_DATE_EPOCH'] ?? Number.NaN);
    if (Number.isFinite(given))
        return new Date(given * 1000);
    const asked = await exec('git', ['-C', folder, 'log', '-1', '--format=%ct']).catch(() => undefined);
    const seconds = asked?.code === 0 ? Number(asked.stdout.trim() || Number.NaN) : Number.NaN;
    return new Date(Number.isFinite(seconds) ? seconds * 1000 : now());
}
async function newLayoutFolder({ temp }) {
    const parent = (0,external_node_path_.join)(temp, 'seatrial');
    await (0,promises_.mkdir)(parent, { recursive: true });
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(parent, 'image-'));
    await (0,write/* beginLayout */.I5)(folder);
    return folder;
}

// EXTERNAL MODULE: ./build/actions/shared/dockerfile/dockerfile.js + 1 modules
var dockerfile = __webpack_require__(17765);
;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/plan/compile-once.js



/** The name of the stage or build context that holds the tested binary, where it can't take the stage's own. */
const compiledName = 'seatrial-compiled';
/**
 * Decides how a tested binary takes the place of the builder stage.
 *
 * When everything that is taken from the stage is the binary, the stage as a whole is replaced and never built. When
 * more is taken from it, only the COPY of the binary is sent elsewhere. Throws a UserError where it can't be told which
 * file is the binary.
 */
function replacementFor(file, stageName, binary, path) {
    const stage = (0,dockerfile/* stageNamed */.a)(file, stageName);
    if (stage === undefined)
        throw noStage(file, stageName, path);
    const copies = file.copies.filter((copy) => (0,dockerfile/* stageNamed */.a)(file, copy.from) === stage);
    const found = copyOfBinary(copies, (0,external_node_path_.basename)(binary));
    if (found === undefined)
        throw noBinary(copies, stageName, binary, { file: path, line: stage.firstLine });
    const { copy, source } = found;
    const place = { file: path, line: copy.line };
    if (source.includes('$')) {
        throw new user_error/* UserError */.yo(`which file is copied from the stage "${stageName}" is not known: ${source}`, {
            fix: 'Give the variable under `build-args`, or write the path out in the Dockerfile.',
            place,
        });
    }
    const pathInStage = /\/\.?$|\*/.test(source) ? source.replace(/[^/]*$/, (0,external_node_path_.basename)(binary)) : source;
    const alone = copies.every((other) => other.sources.every((one) => one === source)) &&
        !file.needs.some((need) => (0,dockerfile/* stageNamed */.a)(file, need.name) === stage);
    if (alone)
        return {
            source,
            pathInStage,
            name: stage.name ?? compiledName,
            redirect: stage.name === undefined ? copy : undefined,
            stage,
        };
    if (copy.sources.length > 1) {
        throw new user_error/* UserError */.yo(`the binary is copied from "${stageName}" together with other files`, {
            fix: `Copy ${source} in a COPY of its own, so that the tested binary can take its place.`,
            place,
        });
    }
    return { source, pathInStage, name: compiledName, redirect: copy, stage };
}
function copyOfBinary(copies, name) {
    const all = copies.flatMap((copy) => copy.sources.map((source) => ({ copy, source })));
    const paths = new Set(all.map(({ source }) => source));
    if (paths.size === 1)
        return all[0];
    return all.find(({ source }) => (0,external_node_path_.basename)(source) === name);
}
/** The Dockerfile with one COPY sent to the context that holds the tested binary; every line stays where it was. */
function redirected(file, replacement) {
    const { redirect, name } = replacement;
    if (redirect === undefined)
        return file.lines.join('\n');
    return file.lines
        .map((line, at) => (at + 1 === redirect.line ? line.replace(/--from=\S+/, `--from=${name}`) : line))
        .join('\n');
}
/**
 * The Dockerfile for a builder that knows no named contexts: a stage that only copies the binary out of the build
 * context stands in for the one that compiled it, and stages nobody needs any more are left out, because such a builder
 * builds every stage it sees. Lines keep their numbers.
 */
function selfContained(file, replacement, source) {
    const { stage, redirect, name, pathInStage } = replacement;
    const standIn = [`FROM scratch AS ${name}`, `COPY ${JSON.stringify([source, pathInStage])}`];
    const needed = neededStages(file, redirect === undefined ? stage : undefined);
    const text = redirected(file, replacement).split('\n');
    const before = redirect === undefined ? [] : standIn;
    const lines = text.map((line, at) => {
        const owner = file.stages.findLast((one) => one.firstLine <= at + 1);
        if (owner === undefined)
            return line;
        if (owner === stage && redirect === undefined)
            return standIn[at + 1 - owner.firstLine] ?? '';
        return needed.has(owner.index) ? line : '';
    });
    const first = (file.stages[0]?.firstLine ?? 1) - 1;
    return [...lines.slice(0, first), ...before, ...lines.slice(first)].join('\n');
}
/** Stages that the last one leads to, `replaced` needing nothing any more. */
function neededStages(file, replaced) {
    const needed = new Set();
    const visit = (stage) => {
        if (stage === undefined || needed.has(stage.index))
            return;
        needed.add(stage.index);
        if (stage === replaced)
            return;
        for (const need of file.needs)
            if (need.stage === stage.index)
                visit((0,dockerfile/* stageNamed */.a)(file, need.name));
        for (const copy of file.copies)
            if (copy.stage === stage.index)
                visit((0,dockerfile/* stageNamed */.a)(file, copy.from));
    };
    visit(file.stages.at(-1));
    return needed;
}
function noStage(file, name, path) {
    const names = file.stages.flatMap((stage) => (stage.name === undefined ? [] : [stage.name]));
    const known = names.length === 0 ? 'none of its stages has a name' : `its stages are ${names.join(', ')}`;
    return new user_error/* UserError */.yo(`the Dockerfile has no stage "${name}" for the tested binary to replace: ${known}`, {
        fix: `Name the stage that compiles (\`FROM … AS ${name}\`), or say which one it is with \`builder-stage\`.`,
        place: { file: path, line: file.stages[0]?.firstLine ?? 1 },
    });
}
function noBinary(copies, stage, binary, place) {
    const paths = copies.flatMap((copy) => copy.sources);
    const what = paths.length === 0 ? 'nothing is copied from it' : `${paths.join(', ')} are copied from it`;
    return new user_error/* UserError */.yo(`which file of the stage "${stage}" is the binary can't be told: ${what}`, {
        fix: `Copy it under its own name: \`COPY --from=${stage} /out/${(0,external_node_path_.basename)(binary)} /${(0,external_node_path_.basename)(binary)}\`.`,
        place,
    });
}

// EXTERNAL MODULE: ./build/actions/shared/markdown/untrusted.js
var untrusted = __webpack_require__(41886);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./build/actions/shared/oci/layer.js
var oci_layer = __webpack_require__(31775);
// EXTERNAL MODULE: ./build/actions/shared/oci/tar.js
var tar = __webpack_require__(71449);
;// CONCATENATED MODULE: ./build/actions/shared/oci/archive.js









/**
 * Makes an OCI layout of what `docker save` wrote: the same configuration, and so the same image, with its layers
 * compressed as a registry keeps them. Daemons that keep their images in containerd's store save layers compressed, others
 * plain.
 *
 * Throws an Error when the archive is damaged or holds more than one image.
 */
async function layoutFromArchive(archive, layout) {
    const unpacked = `${layout}.unpacked`;
    await (0,promises_.rm)(unpacked, { recursive: true, force: true });
    try {
        await unpack(archive, unpacked);
        const [image, ...others] = (0,json/* listOf */.c3)((0,json/* parsed */.Yz)(await (0,promises_.readFile)((0,external_node_path_.join)(unpacked, 'manifest.json'), 'utf8')));
        if (others.length > 0)
            throw new Error(`${archive} holds several images`);
        const configPath = (0,json/* textOf */.b6)((0,json/* field */.ZZ)(image, 'Config'));
        if (configPath === undefined)
            throw new Error(`${archive} is no archive of docker save`);
        await (0,write/* beginLayout */.I5)(layout);
        const config = await (0,write/* addBytes */.$i)(layout, await (0,promises_.readFile)(inside(unpacked, configPath)), descriptor/* mediaTypes */.Ib.config);
        const layers = [];
        for (const layer of (0,json/* textsOf */.CB)((0,json/* field */.ZZ)(image, 'Layers')))
            layers.push(await (0,write/* addLayer */.VE)(layout, await (0,oci_layer/* tarStream */.eu)(inside(unpacked, layer))));
        await (0,write/* finishLayout */.W2)(layout, await (0,write/* addManifest */.Fo)(layout, config, layers));
    }
    finally {
        await (0,promises_.rm)(unpacked, { recursive: true, force: true });
    }
}
async function unpack(archive, folder) {
    for await (const entry of (0,tar/* tarEntries */.O)((0,external_node_fs_.createReadStream)(archive, { highWaterMark: 1 << 20 }))) {
        if (entry.type !== 'file')
            continue;
        const path = inside(folder, entry.name);
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        await (0,external_node_stream_promises_.pipeline)(entry.body(), (0,external_node_fs_.createWriteStream)(path));
    }
}
/** A path of the archive below a folder; one that leads out of it is refused. */
function inside(folder, name) {
    const path = (0,external_node_path_.normalize)((0,external_node_path_.join)(folder, name));
    if (!path.startsWith(`${folder}/`))
        throw new Error(`the archive names the path ${name}, which leads out of it`);
    return path;
}

// EXTERNAL MODULE: ./build/actions/multistage-dockerize/src/environment.js
var environment = __webpack_require__(73483);
// EXTERNAL MODULE: ./build/actions/multistage-dockerize/src/registry/login.js + 1 modules
var registry_login = __webpack_require__(94486);
;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/builders/build-error.js


/**
 * Finds cause and line in a builder's output: BuildKit shows the source with `>>>` at the line, the old builder counts
 * its steps, buildah shows the instruction, and all name the line when the Dockerfile can't be parsed.
 */
function parseBuildFailure(output, file) {
    const lines = output.split(/\r?\n/);
    const said = lines.findLast((line) => /^(?:error|Error|ERROR)\b|returned a non-zero code/.test(line));
    const message = (said ?? lines.findLast((line) => line.trim() !== '') ?? 'the builder said nothing')
        .replace(/^(?:error|ERROR|Error(?: response from daemon)?):\s*/, '')
        .replace(/^failed to build: /, '')
        .replace(/^failed to solve: /, '');
    return { message: (0,untrusted/* oneLine */.TN)(message), line: lineOf(lines, message, file) };
}
function lineOf(lines, message, file) {
    const stated = /parse error on line (\d+)|parse error line (\d+)/.exec(message);
    if (stated !== null)
        return Number(stated[1] ?? stated[2]);
    const at = lines.findLastIndex((line, index) => /^[^\s:]+:\d+$/.test(line) && /^-{4,}$/.test(lines[index + 1] ?? ''));
    if (at !== -1)
        return Number(lines[at]?.replace(/^.*:/, ''));
    // buildah shows the instruction itself, and counts those of each stage anew.
    const shown = lines.findLast((line) => /^(?:\[\d+\/\d+\] )?STEP \d+\/\d+: /.test(line));
    const own = file.lines.indexOf(shown?.replace(/^.*?STEP \d+\/\d+: /, '') ?? '\0');
    if (own !== -1)
        return own + 1;
    const step = lines.findLast((line) => /^Step \d+\/\d+ : /.test(line));
    const number = Number(/^Step (\d+)\//.exec(step ?? '')?.[1] ?? Number.NaN);
    return file.instructionLines[number - 1];
}
/** The error a caller sees. A builder that can't be reached is no fault of the Dockerfile. */
function buildError(failure, path) {
    if (/failed to (?:dial|list workers|get status)|connection refused|Cannot connect to the Docker daemon|dial unix/i.test(failure.message) &&
        failure.line === undefined) {
        return new user_error/* UserError */.yo(`the image builder does not answer: ${failure.message}`, {
            fix: 'Start the builder in a step before; BUILDKIT_HOST or DOCKER_HOST has to name where it listens.',
        });
    }
    const place = { file: path, ...(failure.line === undefined ? {} : { line: failure.line }) };
    const where = failure.line === undefined ? path : `${path}:${failure.line}`;
    return new user_error/* UserError */.yo(`the image can't be built: ${failure.message} (${where})`, {
        fix: fixFor(failure.message),
        place,
    });
}
function fixFor(message) {
    if (/failed to resolve source metadata|pull access denied|manifest unknown|unauthorized|reading manifest/.test(message)) {
        return 'Check name and tag of the base image after FROM, and that the builder may pull it (with `registry-password` for the registry of `image`, logged in before for another).';
    }
    if (/failed to compute cache key|not found/.test(message)) {
        return 'Check the path: it starts at `working-directory` (or at the root of the stage it is copied from), and .dockerignore may leave it out.';
    }
    if (/did not complete successfully|non-zero code/.test(message)) {
        return 'The command of this line failed; its output stands above in the log of this step.';
    }
    return 'Mend this line of the Dockerfile; the output of the builder stands above in the log of this step.';
}

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/builders/builder.js
/** Whether a builder can take a folder in the place of a stage. */
function takesNamedContexts(builder) {
    return builder === 'buildctl' || builder === 'buildx';
}
/** `--flag value` for each item. */
function repeated(flag, values) {
    return [...values].flatMap((value) => [flag, value]);
}
/** `--flag key=value` for each pair. */
function repeatedPairs(flag, values, prefix = '') {
    return repeated(flag, [...values].map(([key, value]) => `${prefix}${key}=${value}`));
}

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/builders/buildah.js

/**
 * The command line of buildah. Without a daemon and without privileges: `--isolation chroot` runs where user namespaces
 * or a runtime are missing. Stages that nobody needs are skipped, the time of every file is that of the commit.
 */
function buildahArgs(request, name, created) {
    const platforms = request.platforms;
    return [
        'build',
        '--isolation=chroot',
        '--format=oci',
        `--timestamp=${Math.floor(created.getTime() / 1000)}`,
        `--file=${request.dockerfile}`,
        ...(platforms.length > 1 ? [`--manifest=${name}`] : [`--tag=${name}`]),
        ...(request.target === undefined ? [] : [`--target=${request.target}`]),
        ...(platforms.length === 0 ? [] : [`--platform=${platforms.join(',')}`]),
        ...repeatedPairs('--build-arg', request.buildArgs),
        ...repeatedPairs('--label', request.labels),
        ...repeated('--secret', [...request.secrets].map(([id, variable]) => `id=${id},env=${variable}`)),
        ...(request.cacheFrom.length + request.cacheTo.length === 0 ? [] : ['--layers']),
        ...repeated('--cache-from', request.cacheFrom.map(repositoryOf)),
        ...repeated('--cache-to', request.cacheTo.map(repositoryOf)),
        request.context,
    ];
}
/** Writes what was built as an OCI layout. */
function buildahPushArgs(request, name) {
    return request.platforms.length > 1
        ? ['manifest', 'push', '--all', name, `oci:${request.layout}`]
        : ['push', '--quiet', name, `oci:${request.layout}`];
}
/** buildah takes a repository where BuildKit takes `type=registry,ref=…`. */
function repositoryOf(cache) {
    return /(?:^|,)ref=([^,]+)/.exec(cache)?.[1] ?? cache;
}

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/builders/buildctl.js


/** The command line of BuildKit's own client. The daemon is the one that BUILDKIT_HOST names. */
function buildctlArgs(request) {
    const contexts = [...request.contexts].map(([name, folder], at) => ({
        name,
        folder,
        local: `named-${at}`,
    }));
    return [
        'build',
        '--progress=plain',
        '--frontend=dockerfile.v0',
        `--local=context=${request.context}`,
        `--local=dockerfile=${(0,external_node_path_.dirname)(request.dockerfile)}`,
        `--opt=filename=${(0,external_node_path_.basename)(request.dockerfile)}`,
        ...(request.target === undefined ? [] : [`--opt=target=${request.target}`]),
        ...(request.platforms.length === 0 ? [] : [`--opt=platform=${request.platforms.join(',')}`]),
        ...repeatedPairs('--opt', request.buildArgs, 'build-arg:'),
        ...repeatedPairs('--opt', request.labels, 'label:'),
        ...contexts.flatMap(({ name, folder, local }) => [
            `--opt=context:${name}=local:${local}`,
            `--local=${local}=${folder}`,
        ]),
        ...repeated('--secret', [...request.secrets].map(([id, variable]) => `id=${id},env=${variable}`)),
        ...repeated('--import-cache', request.cacheFrom),
        ...repeated('--export-cache', request.cacheTo),
        `--output=type=oci,tar=false,dest=${request.layout},rewrite-timestamp=true`,
    ];
}

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/builders/buildx.js

/**
 * The command line of docker buildx. The `docker` driver can write neither OCI layouts nor archives: with `name` the image
 * goes into the daemon under that name, to be saved from there. Attestations are left out: they would make every build another digest.
 */
function buildxArgs(request, name) {
    return [
        'buildx',
        'build',
        '--progress=plain',
        '--provenance=false',
        `--file=${request.dockerfile}`,
        ...(request.target === undefined ? [] : [`--target=${request.target}`]),
        ...(request.platforms.length === 0 ? [] : [`--platform=${request.platforms.join(',')}`]),
        ...repeatedPairs('--build-arg', request.buildArgs),
        ...repeatedPairs('--label', request.labels),
        ...repeatedPairs('--build-context', request.contexts),
        ...repeated('--secret', [...request.secrets].map(([id, variable]) => `id=${id},env=${variable}`)),
        ...repeated('--cache-from', request.cacheFrom),
        ...repeated('--cache-to', request.cacheTo),
        ...(name === undefined
            ? [`--output=type=oci,tar=false,dest=${request.layout},rewrite-timestamp=true`]
            : ['--load', `--tag=${name}`]),
        request.context,
    ];
}

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/builders/docker.js


/**
 * The command line of a docker without buildx. The image is saved under a name of ours and removed afterwards.
 *
 * Throws a UserError on build secrets, which such a docker does not know.
 */
function dockerArgs(request, name) {
    if (request.secrets.size > 0) {
        throw new user_error/* UserError */.yo("a docker without buildx can't mount build secrets", {
            fix: 'Set up buildx in a step before (`docker/setup-buildx-action`), or take `builder: buildah`.',
        });
    }
    return [
        'build',
        `--file=${request.dockerfile}`,
        `--tag=${name}`,
        ...(request.target === undefined ? [] : [`--target=${request.target}`]),
        ...request.platforms.map((platform) => `--platform=${platform}`),
        ...repeated('--cache-from', request.cacheFrom.map(imageOf)),
        ...repeatedPairs('--build-arg', request.buildArgs),
        ...repeatedPairs('--label', request.labels),
        request.context,
    ];
}
/** Such a docker takes an image where BuildKit takes `type=registry,ref=…`. */
function imageOf(cache) {
    return /(?:^|,)ref=([^,]+)/.exec(cache)?.[1] ?? cache;
}

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/builders/kaniko.js



/** Where kaniko's image has its executor. */
const kanikoProgram = '/kaniko/executor';
/**
 * The command line of kaniko's executor, which builds inside of its own image: into a layout, without pushing, with
 * repeatable time stamps.
 *
 * Throws a UserError on what it can't do: several platforms, build secrets, named contexts.
 */
function kanikoArgs(request) {
    if (request.platforms.length > 1)
        throw cannot('build for several platforms at once');
    if (request.secrets.size > 0)
        throw cannot('mount build secrets');
    const [cache] = [...request.cacheTo, ...request.cacheFrom];
    const repository = /(?:^|,)ref=([^,]+)/.exec(cache ?? '')?.[1] ?? cache;
    const local = (0,external_node_path_.relative)(request.context, request.dockerfile);
    return [
        `--context=dir://${request.context}`,
        `--dockerfile=${local.startsWith('..') ? request.dockerfile : local}`,
        '--no-push',
        `--oci-layout-path=${request.layout}`,
        '--reproducible',
        '--skip-unused-stages',
        ...(request.target === undefined ? [] : [`--target=${request.target}`]),
        ...request.platforms.map((platform) => `--custom-platform=${platform}`),
        ...(repository === undefined ? [] : ['--cache=true', `--cache-repo=${repository}`]),
        ...repeatedPairs('--build-arg', request.buildArgs),
        ...repeatedPairs('--label', request.labels),
    ];
}
function cannot(what) {
    return new user_error/* UserError */.yo(`kaniko can't ${what}`, {
        fix: 'Take another builder (`builder: buildx` or `buildah`), or leave it out.',
    });
}

// EXTERNAL MODULE: ./build/actions/shared/files/copy-tree.js
var copy_tree = __webpack_require__(43972);
;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/builders/prepare.js






/** Name of the tested binary in the build context of a builder without named contexts. */
const inContext = '.seatrial-compiled';
/** Lays the tested binary where the builder will look for it. The caller's own files are never touched. */
async function prepare(builder, request, source, { binary, replacement }, created, work) {
    if (!takesNamedContexts(builder)) {
        const folder = (0,external_node_path_.join)(work, 'context');
        await copyContext(request.context, folder);
        await place(binary, (0,external_node_path_.join)(folder, inContext), created);
        const ignore = await ignoreFile(folder, source.path);
        await (0,promises_.writeFile)((0,external_node_path_.join)(folder, '.dockerignore'), `${ignore}\n!${inContext}\n`);
        const text = selfContained(source.file, replacement, inContext);
        const dockerfile = await rewritten(work, source, text);
        const file = { ...source.file, instructionLines: await originalLines(text, source.file) };
        return { prepared: { ...request, context: folder, dockerfile }, seen: { ...source, file } };
    }
    const folder = (0,external_node_path_.join)(work, 'compiled');
    await place(binary, (0,external_node_path_.join)(folder, replacement.pathInStage), created);
    const contexts = new Map([...request.contexts, [replacement.name, folder]]);
    if (replacement.redirect === undefined)
        return { prepared: { ...request, contexts }, seen: source };
    const dockerfile = await rewritten(work, source, redirected(source.file, replacement));
    return { prepared: { ...request, contexts, dockerfile }, seen: source };
}
/** Such a builder looks for it in the context alone; one that was written for the caller stands beside its Dockerfile. */
async function ignoreFile(context, dockerfile) {
    const read = (path) => (0,promises_.readFile)(path, 'utf8').catch(() => undefined);
    return (await read(`${dockerfile}.dockerignore`)) ?? (await read((0,external_node_path_.join)(context, '.dockerignore'))) ?? '';
}
/** The old builder names no lines but counts instructions of what it was given: those, as lines of the caller's file. */
async function originalLines(text, original) {
    const { instructionLines } = await (0,dockerfile/* readDockerfile */.n)(text, new Map());
    const added = text.split('\n').length - original.lines.length;
    const first = original.stages[0]?.firstLine ?? 1;
    return instructionLines.map((line) => (line > first ? Math.max(first, line - added) : line));
}
/** Copies the binary with the mode and time every build gives it; artifacts lose the mode on their way. */
async function place(binary, target, created) {
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(target), { recursive: true });
    await (0,promises_.copyFile)(binary, target);
    await (0,promises_.chmod)(target, 0o755);
    await (0,promises_.utimes)(target, created, created);
}
async function rewritten(work, source, text) {
    const path = (0,external_node_path_.join)(work, 'dockerfile', (0,external_node_path_.basename)(source.path));
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
    await (0,promises_.writeFile)(path, text);
    // BuildKit prefers an ignore file beside the Dockerfile to the one in the context.
    await (0,promises_.cp)(`${source.path}.dockerignore`, `${path}.dockerignore`).catch(() => undefined);
    return path;
}
/** Copies a build context but for git's own folder, and for the one our temporary files are in. */
async function copyContext(from, to) {
    const git = (0,external_node_path_.join)(from, '.git');
    await (0,copy_tree/* copyTree */.E)(from, to, (path) => path === git || to.startsWith(`${path}/`));
}

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/builders/build.js














/**
 * Builds the image into an OCI layout, with the tested binary in the place of the compiled one.
 *
 * Throws a UserError with the line of the Dockerfile when it can't be built.
 */
async function build(builder, { request, source, compiled, created }, inputs, context) {
    const work = await (0,promises_.mkdtemp)((0,external_node_path_.join)(context.temp, 'seatrial-build-'));
    let login;
    try {
        login = await (0,registry_login/* openLogin */.s)(inputs, context);
        const { prepared, seen } = compiled === undefined
            ? { prepared: request, seen: source }
            : await prepare(builder, request, source, compiled, created, work);
        const env = { ...(0,environment/* builderEnvironment */.lS)(context.env, inputs), ...login.env };
        await runBuilder(builder, prepared, seen, { work, created, env }, context);
    }
    catch (error) {
        await (0,promises_.rm)(request.layout, { recursive: true, force: true });
        throw error;
    }
    finally {
        await login?.close();
        await (0,promises_.rm)(work, { recursive: true, force: true });
    }
}
async function runBuilder(builder, request, source, bench, context) {
    const { work, created } = bench;
    const name = `seatrial-build:${(0,external_node_path_.basename)(work).toLowerCase()}`;
    const run = (file, args) => command(file, args, source, bench.env, context);
    if (builder === 'kaniko')
        return run(kanikoProgram, kanikoArgs(request));
    if (builder === 'buildah')
        return buildah(request, name, created, run, context);
    if (builder === 'buildctl')
        return run('buildctl', buildctlArgs(request));
    if (builder === 'buildx' && (await writesLayouts(context)))
        return run('docker', buildxArgs(request, undefined));
    onePlatform(request);
    const archive = (0,external_node_path_.join)(work, 'image.tar');
    await run('docker', builder === 'buildx' ? buildxArgs(request, name) : dockerArgs(request, name));
    try {
        await run('docker', ['save', `--output=${archive}`, name]);
    }
    finally {
        await context.exec('docker', ['image', 'rm', '--force', name]);
    }
    await layoutFromArchive(archive, request.layout);
}
async function buildah(request, tag, created, run, { exec }) {
    const name = `localhost/${tag}`;
    await run('buildah', buildahArgs(request, name, created));
    try {
        await run('buildah', buildahPushArgs(request, name));
    }
    finally {
        await exec('buildah', ['rmi', '--force', name]);
    }
}
/** The `docker` driver of buildx keeps images in the daemon and writes no OCI layouts. */
async function writesLayouts({ exec }) {
    const { stdout } = await exec('docker', ['buildx', 'inspect']);
    return !/^Driver:\s+docker\s*$/m.test(stdout);
}
function onePlatform(request) {
    if (request.platforms.length <= 1)
        return;
    throw new user_error/* UserError */.yo('this docker can build for one platform at a time only', {
        fix: 'Set up BuildKit in a step before (`docker/setup-buildx-action`), or give one platform.',
    });
}
async function command(file, args, source, env, context) {
    const said = [];
    const result = await context.log.group(`${file} ${args[0]}`, () => context.exec(file, args, {
        cwd: (0,external_node_path_.dirname)(source.path),
        env,
        onLine: (line) => {
            said.push(line);
            context.log.info((0,untrusted/* logLine */.BP)(line));
        },
    }));
    if (result.code === 0)
        return;
    const output = said.length > 0 ? said.join('\n') : `${result.stdout}\n${result.stderr}`;
    throw buildError(parseBuildFailure(output, source.file), source.path);
}
/** Throws a UserError unless the build context is a folder. */
async function checkContext(path) {
    const found = await (0,promises_.stat)(path).catch(() => undefined);
    if (found?.isDirectory() === true)
        return;
    throw new user_error/* UserError */.yo(`the build context ${path} is no folder`, {
        fix: 'Check out the repository in a step before, and give the folder of the Dockerfile as `working-directory`.',
    });
}

// EXTERNAL MODULE: ./build/actions/shared/markdown/markdown.js
var markdown = __webpack_require__(37727);
;// CONCATENATED MODULE: ./build/actions/shared/pitfalls/suppression.js
const suppression_form = /#\s*seatrial:ignore\s+([\w-]+)\s+until\s+(\d{4}-\d{2}-\d{2})\s+by\s+(\S+):\s*(\S.*)$/;
/** Reads `# seatrial:ignore root-user until 2027-01-31 by @ops: port 80 is needed` comments. */
function suppressionsIn(lines) {
    return lines.flatMap((text, at) => {
        const [, id, until, owner, reason] = suppression_form.exec(text) ?? [];
        if (id === undefined || until === undefined || owner === undefined || reason === undefined)
            return [];
        return [{ id, until, owner, reason, line: at + 1 }];
    });
}
/**
 * Leaves out findings on the line of a suppression or the one below it. One that has expired hides nothing and is a
 * finding of its own. `today`: such as `2026-11-26`.
 */
function suppressed(findings, suppressions, today) {
    const hides = (one, { id, line }) => one.id === id && today <= one.until && (line === one.line || line === one.line + 1);
    const left = findings.filter((finding) => !suppressions.some((one) => hides(one, finding)));
    const expired = suppressions.filter(({ until }) => today > until);
    return [...left, ...expired.map(expiredFinding)];
}
function expiredFinding({ id, until, owner, line }) {
    return {
        id: 'suppression-expired',
        kind: 'hygiene',
        line,
        message: `the suppression of ${id} by ${owner} ended on ${until}`,
        fix: 'Mend what it hid, or have its owner set a new date with a reason.',
        edits: [],
    };
}

;// CONCATENATED MODULE: ./build/actions/shared/pitfalls/dockerfile/rule.js

/** A finding of a rule, with the parts that are often left out. */
function finding(id, kind, line, message, fix, edits = []) {
    return { id, kind, line, message, fix, edits };
}
/** The stages the image is made of: the last one and those it stands on, the last one first. */
function finalChain(file) {
    const chain = [];
    for (let stage = file.stages.at(-1); stage !== undefined && !chain.includes(stage);) {
        chain.push(stage);
        const below = (0,dockerfile/* stageNamed */.a)(file, stage.base);
        stage = below !== undefined && below.index < stage.index ? below : undefined;
    }
    return chain;
}
/** The image that the final stage stands on, after all stages. */
function finalBase(file) {
    return finalChain(file).at(-1)?.base ?? '';
}
/** Instructions of the final stage and those below it, in the order they are carried out. */
function finalInstructions(file) {
    const chain = [...finalChain(file)].reverse().map(({ index }) => index);
    return chain.flatMap((index) => file.instructions.filter((one) => one.stage === index));
}
/** The stages that stand on an image and not on another stage, with name and tag apart. */
function imagesOf(file) {
    return file.stages
        .filter(({ base, index }) => base !== 'scratch' && !base.includes('$') && ((0,dockerfile/* stageNamed */.a)(file, base)?.index ?? index) >= index)
        .map((stage) => {
        const [image = '', digest] = stage.base.split('@', 2);
        const slash = image.lastIndexOf('/');
        const colon = image.indexOf(':', slash + 1);
        const name = colon === -1 ? image : image.slice(0, colon);
        return { stage, name, tag: colon === -1 ? '' : image.slice(colon + 1), digest: digest !== undefined };
    });
}
/** The family a base image belongs to, where its name tells. */
function familyOf(base) {
    if (base === 'scratch')
        return 'scratch';
    const image = base.replace(/@.*$/, '').replace(/^docker\.io\/(?:library\/)?/, '');
    if (/(?:^|\/)distroless\//.test(image))
        return 'distroless';
    if (/^golang(?::|$)/.test(image))
        return 'golang';
    if (/^(?:alpine|busybox)(?::|$)/.test(image))
        return 'alpine';
    return /^(?:debian|ubuntu)(?::|$)/.test(image) ? 'debian' : undefined;
}
/** Whether the image has the small C library and shell of Alpine. */
function isAlpine(base) {
    return familyOf(base) === 'alpine' || (familyOf(base) === 'golang' && /-alpine/.test(base));
}

;// CONCATENATED MODULE: ./build/actions/shared/pitfalls/dockerfile/add-url.js

const id = 'add-url';
const addUrl = {
    id,
    find: ({ file }) => file.instructions.flatMap((one) => {
        const url = one.words.slice(0, -1).find((word) => /^https?:\/\//.test(word));
        const checked = one.flags.some(({ name }) => name === 'checksum');
        if (one.keyword !== 'ADD' || url === undefined || checked)
            return [];
        return [
            finding(id, 'hygiene', one.line, `whatever ${url} serves that day goes into the image, unchecked`, 'Add `--checksum=sha256:…`.'),
        ];
    }),
};

;// CONCATENATED MODULE: ./build/actions/shared/pitfalls/dockerfile/base-unpinned.js

const base_unpinned_id = 'base-unpinned';
const baseUnpinned = {
    id: base_unpinned_id,
    find: ({ file }) => imagesOf(file).flatMap(({ stage, name, tag, digest }) => {
        if (digest || (tag !== '' && tag !== 'latest'))
            return [];
        return [
            finding(base_unpinned_id, 'hygiene', stage.firstLine, `${name} is taken without a version: the same commit is another image tomorrow, and a rollback rebuilds something that never ran`, `Name a version (\`${name}:<version>\`), best with its digest.`),
        ];
    }),
};

;// CONCATENATED MODULE: ./build/actions/shared/pitfalls/dockerfile/binary-base-mismatch.js

const binary_base_mismatch_id = 'binary-base-mismatch';
const binaryBaseMismatch = {
    id: binary_base_mismatch_id,
    find: ({ file, linkage }) => {
        const base = finalBase(file);
        const family = familyOf(base);
        const [last] = finalChain(file);
        if (linkage === undefined || linkage.kind === 'static' || family === undefined || last === undefined)
            return [];
        const bare = family === 'scratch' || (family === 'distroless' && /\/static/.test(base));
        const lacks = bare || (linkage.kind === 'glibc' && isAlpine(base)) || (linkage.kind === 'musl' && !isAlpine(base));
        if (!lacks)
            return [];
        return [
            finding(binary_base_mismatch_id, 'production', last.firstLine, `the program needs ${linkage.kind} (${linkage.because}) and ${base} has none: the container ends at its start with "no such file or directory", though the file is there`, 'Build it with CGO_ENABLED=0, or take a base with that library: Debian or distroless base for glibc, Alpine for musl.'),
        ];
    },
};

;// CONCATENATED MODULE: ./build/actions/shared/pitfalls/dockerfile/go-command.js
/** Flags of go build that take a value as a word of its own. */
const withValue = new Set([
    'o',
    'ldflags',
    'gcflags',
    'asmflags',
    'tags',
    'mod',
    'modfile',
    'overlay',
    'p',
    'pgo',
    'pkgdir',
    'toolexec',
    'buildmode',
    'compiler',
    'installsuffix',
    'C',
    'covermode',
    'coverpkg',
    'gccgoflags',
]);
/** The commands of a RUN that compile. A script or Makefile that is called tells nothing. */
function goCommands(run) {
    if (run.keyword !== 'RUN')
        return [];
    return commandsIn(run.exec === undefined ? run.text : run.exec.join(' ')).flatMap((words) => {
        const at = words.indexOf('go');
        const verb = words[at + 1];
        if (at === -1 || (verb !== 'build' && verb !== 'install'))
            return [];
        return [
            {
                run,
                ...parsedFlags(words.slice(at + 2)),
                env: words.slice(0, at).filter((word) => word.includes('=')),
            },
        ];
    });
}
function parsedFlags(words) {
    let ldflags = '';
    const packages = [];
    for (let at = 0; at < words.length; at += 1) {
        const [, name = '', value] = /^--?([\w]+)(?:=(.*))?$/s.exec(words[at] ?? '') ?? [];
        if (name === '')
            packages.push(words[at] ?? '');
        else if (name === 'ldflags')
            ldflags = value ?? words[at + 1] ?? '';
        if (value === undefined && withValue.has(name))
            at += 1;
    }
    return { words, ldflags, packages };
}
/** Cuts a shell line into commands and words, quotes removed. */
function commandsIn(text) {
    const commands = [[]];
    for (const [word, separator] of text.matchAll(/(&&|\|\||[;|&()])|(?:"(?:\\.|[^"\\])*"|'[^']*'|\\.|[^\s;&|()"'\\])+/gs)) {
        if (separator !== undefined)
            commands.push([]);
        else
            commands.at(-1)?.push(word.replaceAll(/"((?:\\.|[^"\\])*)"|'([^']*)'/gs, '$1$2'));
    }
    return commands;
}

;// CONCATENATED MODULE: ./build/actions/shared/pitfalls/dockerfile/binary-not-stripped.js


const binary_not_stripped_id = 'binary-not-stripped';
const binaryNotStripped = {
    id: binary_not_stripped_id,
    find: ({ file }) => file.instructions.flatMap(goCommands).flatMap(({ run, ldflags, words }) => {
        const strips = /(?:^|\s)-s\b/.test(ldflags);
        const isTest = words.includes('-race') || words.includes('-cover');
        // What a variable holds is not known, nor what GOFLAGS bring.
        if (strips ||
            isTest ||
            ldflags.includes('$') ||
            run.text.includes('GOFLAGS') ||
            /\bstrip\b/.test(run.text))
            return [];
        return [
            finding(binary_not_stripped_id, 'hygiene', run.line, "the binary keeps its symbol table and debug information: about a third of its size, which every node pulls and no production reads (stack traces don't need them)", 'Write `-ldflags "-s -w"`; keep an unstripped one aside if you use a debugger on it.'),
        ];
    }),
};

;// CONCATENATED MODULE: ./build/actions/shared/pitfalls/dockerfile/build-file-list.js


const build_file_list_id = 'build-file-list';
const buildFileList = {
    id: build_file_list_id,
    find: ({ file }) => file.instructions.flatMap(goCommands).flatMap(({ run, packages }) => {
        const files = packages.filter((name) => name.endsWith('.go'));
        if (files.length === 0)
            return [];
        return [
            finding(build_file_list_id, 'hygiene', run.line, `the build names files (${files.join(', ')}), not the package: the binary carries neither the module's version nor the commit, and files that are added later are left out`, 'Name the package: `go build .` or `go build ./cmd/app`.'),
        ];
    }),
};

;// CONCATENATED MODULE: ./build/actions/shared/pitfalls/dockerfile/build-force-all.js


const build_force_all_id = 'build-force-all';
const buildForceAll = {
    id: build_force_all_id,
    find: ({ file }) => file.instructions.flatMap(goCommands).flatMap(({ run, words }) => {
        if (!words.includes('-a'))
            return [];
        const at = file.lines.findIndex((line, index) => index + 1 >= run.line && index + 1 <= run.lastLine && /\s-a(?=\s|$)/.test(line));
        const text = file.lines[at] ?? '';
        const edit = { line: at + 1, take: 1, put: [text.replace(/\s-a(?=\s|$)/, '')] };
        return [
            finding(build_force_all_id, 'hygiene', run.line, '`-a` compiles the standard library and every module anew at each build, for the same bytes', 'Leave `-a` out: Go knows by content what has to be compiled.', at === -1 ? [] : [edit]),
        ];
    }),
};

;// CONCATENATED MODULE: ./build/actions/shared/pitfalls/dockerfile/build-tools-in-final-stage.js

const build_tools_in_final_stage_id = 'build-tools-in-final-stage';
const buildToolsInFinalStage = {
    id: build_tools_in_final_stage_id,
    find: ({ file }) => {
        const [last] = finalChain(file);
        if (file.stages.length < 2 || last === undefined || familyOf(finalBase(file)) !== 'golang')
            return [];
        return [
            finding(build_tools_in_final_stage_id, 'production', last.firstLine, `the final stage stands on ${finalBase(file)}: compiler, shell and sources go into production with the program`, 'Let the final stage stand on what the program needs: `gcr.io/distroless/static-debian12:nonroot` for a static one.'),
        ];
    },
};

;// CONCATENATED MODULE: ./build/actions/shared/pitfalls/dockerfile/builder-older-than-module.js

const builder_older_than_module_id = 'builder-older-than-module';
const builderOlderThanModule = {
    id: builder_older_than_module_id,
    find: ({ file, goMod }) => {
        const wanted = /^go (\d+)\.(\d+)/m.exec(goMod ?? '');
        if (wanted === null)
            return [];
        return imagesOf(file).flatMap(({ stage, name, tag }) => {
            const minor = /^1\.(\d+)(?:\.\d+)?(?:-|$)/.exec(tag)?.[1];
            if (!/(?:^|\/)golang$/.test(name) || minor === undefined || Number(minor) >= Number(wanted[2]))
                return [];
            const text = file.lines[stage.firstLine - 1] ?? '';
            const put = text.replace(/golang:1\.\d+(?:\.\d+)?/, `golang:1.${wanted[2]}`);
            const edits = put === text ? [] : [{ line: stage.firstLine, take: 1, put: [put] }];
            return [
                finding(builder_older_than_module_id, 'production', stage.firstLine, `the builder has Go 1.${minor} and go.mod asks for 1.${wanted[2]}: the golang images load no newer one (GOTOOLCHAIN=local), so the build ends with "go.mod requires go >= 1.${wanted[2]}"`, `Take golang:1.${wanted[2]}.`, edits),
            ];
        });
    },
};

;// CONCATENATED MODULE: ./build/actions/shared/pitfalls/dockerfile/brings.js


/**
 * Whether an instruction of the final stage may bring something along: one that names it, or one that unpacks, downloads
 * or takes whole folders, of which nobody knows what is in them.
 */
function bringsAlong(file, what) {
    const all = finalInstructions(file);
    const program = external_node_path_.posix.basename(all.findLast(({ keyword }) => keyword === 'ENTRYPOINT')?.exec?.[0] ?? '');
    let workdir = '/';
    return all.some((one) => {
        if (one.keyword === 'WORKDIR')
            workdir = external_node_path_.posix.resolve(workdir, one.text);
        if (['COPY', 'ADD', 'RUN', 'ENV'].includes(one.keyword) && what.test(one.text))
            return true;
        if (one.keyword === 'RUN')
            return commandsOf(one).some(mayFetch);
        if (one.keyword === 'ADD' && one.words.slice(0, -1).some(isArchive))
            return true;
        return ['COPY', 'ADD'].includes(one.keyword) && takesFolder(one, workdir, program);
    });
}
const isArchive = (source) => /\.(?:tar(?:\.\w+)?|tgz|tbz2?|txz)$/.test(source);
/** Folders that hold what a base is made of; under them lie certificates and time zones. */
const system = /^\/(?:etc|usr(?:\/(?:share|lib|local))?)?$/;
/** Whether it takes such a folder, or something into one that need not be a file. The program itself is one. */
function takesFolder({ words }, workdir, program) {
    const intoSystem = system.test(external_node_path_.posix.resolve(workdir, words.at(-1) ?? ''));
    return words
        .slice(0, -1)
        .some((source) => system.test(source.replace(/(?<=.)\/$/, '')) || (intoSystem && external_node_path_.posix.basename(source) !== program));
}
/** Programs that get or make files of which their command line does not tell what they are. */
const fetching = /^(?:curl|wget|git|tar|unzip|rsync|scp|cp|mv|cat|install|dpkg|rpm|sh|bash|ash|python3?|perl|make|go|update-ca-certificates)$/;
function commandsOf({ text, exec }) {
    if (exec !== undefined)
        return [exec[0] ?? ''];
    return text.split(/&&|\|\||[;|\n(]/).map((part) => /^\s*(?:\w+=\S*\s+)*(\S*)/.exec(part)?.[1] ?? '');
}
/** A program of the system is known by its name; any other path is a script that may do whatever it likes. */
function mayFetch(command) {
    const name = command.replace(/^(?:\/usr)?(?:\/local)?\/s?bin\//, '');
    return name.includes('/') || name.includes('<<') || fetching.test(name);
}

;// CONCATENATED MODULE: ./build/actions/shared/pitfalls/dockerfile/ca-certificates-missing.js


const ca_certificates_missing_id = 'ca-certificates-missing';
/** What names them, or a package that Debian installs them with. */
const roots = /ca-certificates|ca-bundle|\/etc\/(?:ssl|pki)|SSL_CERT_(?:FILE|DIR)|\binstall\b.*\b(?:curl|wget|git|libcurl\w*)\b/;
const caCertificatesMissing = {
    id: ca_certificates_missing_id,
    find: ({ file, needs }) => {
        const base = finalBase(file);
        const [last] = finalChain(file);
        const family = familyOf(base);
        // Alpine and distroless bring a bundle along; Debian's and Ubuntu's images, busybox and nothing at all don't.
        const bare = family === 'scratch' || family === 'debian' || /^busybox(?::|$)/.test(base);
        if (needs?.tlsClient !== true || !bare || last === undefined)
            return [];
        if (bringsAlong(file, roots))
            return [];
        return [
            finding(ca_certificates_missing_id, 'production', last.firstLine, `the program holds a client for TLS (an HTTP transport or crypto/tls dialer is linked in) and ${base} has no root certificates: each call to an https address fails with "x509: certificate signed by unknown authority"`, 'Take a base that has them (gcr.io/distroless/static), or copy them: `COPY --from=builder /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/`.'),
        ];
    },
};

;// CONCATENATED MODULE: ./build/actions/shared/pitfalls/dockerfile/copy-before-mod-download.js


const copy_before_mod_download_id = 'copy-before-mod-download';
const copyBeforeModDownload = {
    id: copy_before_mod_download_id,
    find: ({ file, goMod, vendored }) => {
        // A module without requirements has nothing to download, nor has one with its modules beside it.
        if (goMod === undefined || !/^require\b/m.test(goMod) || vendored)
            return [];
        return file.stages.flatMap(({ index }) => {
            const inStage = file.instructions.filter(({ stage }) => stage === index);
            const all = inStage.find(({ keyword, words, flags }) => keyword === 'COPY' && words[0] === '.' && !flags.some(({ name }) => name === 'from'));
            const compiles = inStage.find((one) => goCommands(one).length > 0);
            if (all === undefined || compiles === undefined || compiles.line < all.line)
                return [];
            const mounted = compiles.flags.some(({ name, value }) => name === 'mount' && /\/pkg\/mod/.test(value));
            const before = inStage.some(({ keyword, text, line }) => line < all.line &&
                ((keyword === 'RUN' && /\bgo mod download\b/.test(text)) ||
                    (keyword === 'COPY' && /\bgo\.mod\b/.test(text))));
            const below = file.stages.some((stage) => stage.name !== undefined && stage.name === file.stages[index]?.base);
            if (mounted || before || below)
                return [];
            return [
                finding(copy_before_mod_download_id, 'hygiene', all.line, 'all sources are copied before the modules are downloaded: every change of a line downloads all of them again', 'Copy go.mod and go.sum first and run `go mod download`, then copy the sources.', [{ line: all.line, take: 0, put: ['COPY go.mod go.sum ./', 'RUN go mod download'] }]),
            ];
        });
    },
};

;// CONCATENATED MODULE: ./build/actions/shared/pitfalls/dockerfile/dockerignore-missing.js

const dockerignore_missing_id = 'dockerignore-missing';
const dockerignoreMissing = {
    id: dockerignore_missing_id,
    find: ({ file, ignored }) => {
        if (ignored)
            return [];
        const all = file.instructions.find(({ keyword, words, flags }) => (keyword === 'COPY' || keyword === 'ADD') &&
            ['.', './'].includes(words[0] ?? '') &&
            !flags.some(({ name }) => name === 'from'));
        if (all === undefined)
            return [];
        return [
            finding(dockerignore_missing_id, 'hygiene', all.line, "the whole folder is copied and no .dockerignore holds anything back: git's history, local settings and secrets go into layers and caches, and each change of them builds anew", 'Add a .dockerignore that lets in what the build reads.'),
        ];
    },
};

;// CONCATENATED MODULE: ./build/actions/shared/pitfalls/dockerfile/expose-unresolved.js

const expose_unresolved_id = 'expose-unresolved';
const exposeUnresolved = {
    id: expose_unresolved_id,
    find: ({ file }) => file.instructions.flatMap((one) => {
        if (one.keyword !== 'EXPOSE')
            return [];
        const names = [...one.text.matchAll(/\$\{?(\w+)/g)].map(([, name = '']) => name);
        const declared = new Set(file.instructions
            .filter(({ keyword, stage, line }) => ['ARG', 'ENV'].includes(keyword) && stage === one.stage && line < one.line)
            .flatMap(({ pairs }) => pairs.map(({ name }) => name)));
        // The base image may bring a variable along, but only an image we don't see into.
        const scratch = file.stages[one.stage]?.base === 'scratch';
        const missing = names.find((name) => !declared.has(name));
        if (missing === undefined || !scratch)
            return [];
        return [
            finding(expose_unresolved_id, 'hygiene', one.line, `EXPOSE names $${missing}, which nothing in this stage sets: the build fails, or exposes nothing`, `Declare it in this stage (\`ARG ${missing}=8080\`: what stands before FROM does not reach in here), or write the port.`),
        ];
    }),
};

;// CONCATENATED MODULE: ./build/actions/shared/pitfalls/dockerfile/extldflags-without-cgo.js


const extldflags_without_cgo_id = 'extldflags-without-cgo';
const extldflagsWithoutCgo = {
    id: extldflags_without_cgo_id,
    find: ({ file }) => file.instructions.flatMap(goCommands).flatMap(({ run, ldflags, env }) => {
        if (!ldflags.includes('-extldflags') || !env.includes('CGO_ENABLED=0'))
            return [];
        return [
            finding(extldflags_without_cgo_id, 'hygiene', run.line, '`-extldflags` is for the C linker, which CGO_ENABLED=0 never calls: it does nothing, and the binary is static without it', 'Leave `-extldflags` out.'),
        ];
    }),
};

;// CONCATENATED MODULE: ./build/actions/shared/pitfalls/dockerfile/go-release-unsupported.js

const go_release_unsupported_id = 'go-release-unsupported';
/** Go supports the two newest releases (go.dev/doc/devel/release). As of 2026-11-23; older ones get no security fixes. */
const oldestSupported = 26;
const goReleaseUnsupported = {
    id: go_release_unsupported_id,
    find: ({ file }) => imagesOf(file).flatMap(({ stage, name, tag }) => {
        const minor = /^1\.(\d+)(?:\.\d+)?(?:-|$)/.exec(tag)?.[1];
        if (!/^(?:docker\.io\/(?:library\/)?)?golang$/.test(name) ||
            minor === undefined ||
            Number(minor) >= oldestSupported)
            return [];
        return [
            finding(go_release_unsupported_id, 'production', stage.firstLine, `Go 1.${minor} gets no security fixes any more: what is found in its TLS and HTTP stays in the binary`, `Take golang:1.${oldestSupported} or newer.`),
        ];
    }),
};

;// CONCATENATED MODULE: ./build/actions/shared/pitfalls/dockerfile/root-user.js

const root_user_id = 'root-user';
/** Bases whose image is known to run as root when nobody says otherwise. */
function runsAsRoot(base) {
    const family = familyOf(base);
    if (family === 'distroless')
        return !/[:-](?:\S*-)?nonroot(?:@|$|-)/.test(base);
    return family !== undefined;
}
const rootUser = {
    id: root_user_id,
    find: ({ file }) => {
        const base = finalBase(file);
        const instructions = finalInstructions(file);
        const user = instructions.findLast(({ keyword }) => keyword === 'USER');
        const isRoot = user === undefined ? runsAsRoot(base) : /^(?:root|0)(?::|$)/.test(user.text.trim());
        const [last] = finalChain(file);
        if (!isRoot || last === undefined)
            return [];
        const start = instructions.find(({ keyword, stage }) => stage === last.index && (keyword === 'ENTRYPOINT' || keyword === 'CMD'));
        const at = user?.line ?? start?.line ?? last.lastLine + 1;
        const edit = { line: at, take: user === undefined ? 0 : 1, put: ['USER 65532:65532'] };
        return [
            finding(root_user_id, 'production', user?.line ?? last.firstLine, 'the container runs as root: who breaks out of the program owns every file in it, and a cluster that asks for `runAsNonRoot` refuses to start it', "Write `USER 65532:65532` before ENTRYPOINT: a number, because Kubernetes can't see whether a name is root.", [edit]),
        ];
    },
};

;// CONCATENATED MODULE: ./build/actions/shared/pitfalls/dockerfile/secret-in-image.js

const secret_in_image_id = 'secret-in-image';
const secretName = /(?:^|_)(?:PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|PRIVATE_?KEY|ACCESS_?KEY|CREDENTIALS?)(?:_[A-Z0-9]+)?$/i;
/** Names that say where a secret is, how long or whose, and not the secret. */
const aboutSecret = /_(?:FILE|PATH|URL|NAME|ID|TTL|EXPIRY|LENGTH|DIR|ISSUER|TYPE)$/i;
const placeholder = /^(?:|changeme|change-me|example|dummy|placeholder|none|x+|<.*>)$/i;
const secretFile = /(?:^|\/)(?:\.env|\.netrc|\.npmrc|\.git-credentials|\.pgpass|id_(?:rsa|ed25519|ecdsa)|[^/]*\.(?:p12|pfx|jks)|[^/]*key\.pem)$/;
const secretInImage = {
    id: secret_in_image_id,
    find: ({ file }) => finalInstructions(file).flatMap((one) => [...variables(one), ...files(one)]),
};
function variables(one) {
    if (one.keyword !== 'ENV' && one.keyword !== 'ARG')
        return [];
    return one.pairs.flatMap(({ name, value }) => {
        if (!secretName.test(name) || aboutSecret.test(name))
            return [];
        const holds = value !== undefined && !value.includes('$') && !placeholder.test(value);
        // An ARG without a value gets one at build time, and the history of the final stage keeps it.
        const asked = one.keyword === 'ARG' && value === undefined;
        if (!holds && !asked)
            return [];
        return [
            finding(secret_in_image_id, 'production', one.line, `${one.keyword} ${name} stays readable in the image's configuration for everyone who may pull it`, 'Give it at build time by `RUN --mount=type=secret` (input `secrets`), or at run time by a Secret of the cluster; and change it: it has leaked.'),
        ];
    });
}
function files(one) {
    if (one.keyword !== 'COPY' && one.keyword !== 'ADD')
        return [];
    const found = one.words.slice(0, -1).find((word) => secretFile.test(word));
    if (found === undefined)
        return [];
    return [
        finding(secret_in_image_id, 'production', one.line, `${found} is copied into a layer, where everyone who may pull the image can read it, also when a later line deletes it`, 'Mount it with `RUN --mount=type=secret` where the build needs it, or mount a Secret in the cluster.'),
    ];
}

;// CONCATENATED MODULE: ./build/actions/shared/pitfalls/dockerfile/shell-form-entrypoint.js

const shell_form_entrypoint_id = 'shell-form-entrypoint';
/** The instruction that starts the process, and the command a shell gets; undefined where none is started by a shell. */
function shellCommand(one) {
    if (one.exec === undefined)
        return one.text.trim().startsWith('[') ? undefined : one.text.trim();
    const [shell = '', flag = '', command] = one.exec;
    return /^(?:\/bin\/)?(?:ba|da|a)?sh$/.test(shell) && /^-\w*c$/.test(flag) ? command : undefined;
}
const shellFormEntrypoint = {
    id: shell_form_entrypoint_id,
    find: ({ file }) => {
        const instructions = finalInstructions(file);
        const start = instructions.findLast(({ keyword }) => keyword === 'ENTRYPOINT') ??
            instructions.findLast(({ keyword }) => keyword === 'CMD');
        if (start === undefined || start.stage !== finalChain(file)[0]?.index)
            return [];
        const command = shellCommand(start);
        if (command === undefined || command === '' || /^exec\s/.test(command))
            return [];
        const base = finalBase(file);
        const family = familyOf(base);
        const isSimple = !/[;&|<>`$()*?~\\\n]/.test(command);
        const hasNoShell = family === 'scratch' || (family === 'distroless' && !base.includes('debug'));
        // busybox puts a single command in the shell's place, dash does not; of other shells nothing is known.
        if (isSimple && !hasNoShell && (isAlpine(base) || family === undefined))
            return [];
        const words = command.split(/\s+/);
        const plain = isSimple && !/["']/.test(command);
        const edit = {
            line: start.line,
            take: start.lastLine - start.line + 1,
            put: [`${start.keyword} ${JSON.stringify(words).replaceAll('","', '", "')}`],
        };
        return [
            finding(shell_form_entrypoint_id, 'production', start.line, hasNoShell
                ? 'the program is started by a shell and the image has none: the container ends at its start with "/bin/sh: no such file or directory"'
                : 'process 1 is a shell, which hands no SIGTERM on: every rollout waits for the whole grace period and then kills the program in the middle of its requests', 'Write the exec form: `ENTRYPOINT ["/app", "--flag"]`. Variables are for the program to read.', plain ? [edit] : []),
        ];
    },
};

;// CONCATENATED MODULE: ./build/actions/shared/pitfalls/dockerfile/single-stage.js


const single_stage_id = 'single-stage';
const singleStage = {
    id: single_stage_id,
    find: ({ file }) => {
        const [only, ...others] = file.stages;
        if (only === undefined || others.length > 0)
            return [];
        if (!file.instructions.some((one) => goCommands(one).length > 0))
            return [];
        return [
            finding(single_stage_id, 'production', only.firstLine, 'the image that runs is the one that compiled: hundreds of megabytes of compiler, shell and sources, which every node pulls, scanners report and an intruder uses', 'Compile in a stage of its own and copy the binary into a small one: `FROM gcr.io/distroless/static-debian12:nonroot`, `COPY --from=builder /out/app /app`.'),
        ];
    },
};

;// CONCATENATED MODULE: ./build/actions/shared/pitfalls/dockerfile/timezone-data-missing.js


const timezone_data_missing_id = 'timezone-data-missing';
const timezoneDataMissing = {
    id: timezone_data_missing_id,
    find: ({ file, needs }) => {
        const base = finalBase(file);
        const [last] = finalChain(file);
        // Debian's image and distroless have them.
        const bare = familyOf(base) === 'scratch' ||
            (isAlpine(base) && familyOf(base) !== 'golang') ||
            /^ubuntu(?::|$)/.test(base);
        if (needs?.zones !== true || !bare || last === undefined)
            return [];
        if (bringsAlong(file, /tzdata|zoneinfo|\bZONEINFO\b/))
            return [];
        return [
            finding(timezone_data_missing_id, 'production', last.firstLine, `the program calls time.LoadLocation and ${base} has no time zones: it fails with "unknown time zone", or runs on UTC where nobody looks at the error`, 'Link them in (`import _ "time/tzdata"`, 450 KB), take a base that has them (gcr.io/distroless/static), or copy them: `COPY --from=builder /usr/local/go/lib/time/zoneinfo.zip /` and `ENV ZONEINFO=/zoneinfo.zip`.'),
        ];
    },
};

;// CONCATENATED MODULE: ./build/actions/shared/pitfalls/dockerfile/trimpath-in-ldflags.js


const trimpath_in_ldflags_id = 'trimpath-in-ldflags';
const trimpathInLdflags = {
    id: trimpath_in_ldflags_id,
    find: ({ file }) => file.instructions.flatMap(goCommands).flatMap(({ run, ldflags }) => {
        if (!/(?:^|\s)--?trimpath\b/.test(ldflags))
            return [];
        return [
            finding(trimpath_in_ldflags_id, 'production', run.line, '`-trimpath` stands inside of `-ldflags`: the linker does not know it and the build ends with "flag provided but not defined"', 'Write it beside: `go build -trimpath -ldflags "-s -w"`.'),
        ];
    }),
};

;// CONCATENATED MODULE: ./build/actions/shared/pitfalls/dockerfile/all.js





















/** The pitfalls of a Dockerfile, the gravest first. */
const dockerfileRules = [
    secretInImage,
    binaryBaseMismatch,
    caCertificatesMissing,
    timezoneDataMissing,
    trimpathInLdflags,
    builderOlderThanModule,
    shellFormEntrypoint,
    rootUser,
    goReleaseUnsupported,
    singleStage,
    buildToolsInFinalStage,
    exposeUnresolved,
    baseUnpinned,
    addUrl,
    copyBeforeModDownload,
    dockerignoreMissing,
    buildForceAll,
    buildFileList,
    binaryNotStripped,
    extldflagsWithoutCgo,
];
/**
 * Everything that is found: what bites in production before what is hygiene, each by rank. Comments may suppress a
 * finding; `today` (such as `2026-11-26`) tells which still count.
 */
function dockerfileFindings(facts, today) {
    const found = dockerfileRules.flatMap((rule) => rule.find(facts));
    const left = suppressed(found, suppressionsIn(facts.file.lines), today);
    const ofKind = (wanted) => left.filter(({ kind }) => kind === wanted);
    return [...ofKind('production'), ...ofKind('hygiene')];
}

;// CONCATENATED MODULE: ./build/actions/shared/pitfalls/patch.js
const context = 3;
/**
 * A unified diff of a file's edits that `git apply` takes. Of edits that touch the same lines the first is kept; the
 * next run finds the other again. Empty when there is nothing to change.
 */
function patchOf(path, text, edits) {
    const kept = withoutOverlap(edits);
    if (kept.length === 0)
        return '';
    const lines = text.split('\n');
    const carriage = text.includes('\r\n') ? '\r' : '';
    const ended = lines.at(-1) === '';
    if (ended)
        lines.pop();
    let shift = 0;
    const hunks = hunksOf(kept).map((hunk) => {
        const { text: body, grows } = render(withCarriage(hunk, carriage), lines, ended, shift);
        shift += grows;
        return body;
    });
    return `--- a/${path}\n+++ b/${path}\n${hunks.join('')}`;
}
function withCarriage(hunk, carriage) {
    return hunk.map((edit) => ({ ...edit, put: edit.put.map((line) => `${line}${carriage}`) }));
}
/** A diff that makes a new file. */
function newFile(path, text) {
    const lines = text.replace(/\n$/, '').split('\n');
    const body = lines.map((line) => `+${line}\n`).join('');
    return `--- /dev/null\n+++ b/${path}\n@@ -0,0 +1,${lines.length} @@\n${body}`;
}
function withoutOverlap(edits) {
    const kept = [];
    for (const edit of edits) {
        const clear = kept.every((other) => end(edit) <= other.line - 1 || end(other) <= edit.line - 1);
        const twice = kept.some((other) => other.line === edit.line);
        if (clear && !twice)
            kept.push(edit);
    }
    return kept.sort((a, b) => a.line - b.line);
}
/** The last line an edit takes; the one before it where it only inserts. */
function end({ line, take }) {
    return line + take - 1;
}
/** Edits whose surroundings touch are told together. */
function hunksOf(edits) {
    const hunks = [];
    for (const edit of edits) {
        const last = hunks.at(-1);
        const before = last?.at(-1);
        if (last !== undefined && before !== undefined && edit.line - end(before) <= 2 * context + 1)
            last.push(edit);
        else
            hunks.push([edit]);
    }
    return hunks;
}
function render(hunk, lines, ended, shift) {
    const [first, last] = [hunk[0], hunk.at(-1)];
    if (first === undefined || last === undefined)
        return { text: '', grows: 0 };
    const from = Math.max(1, first.line - context);
    const to = Math.min(lines.length, end(last) + context);
    const shown = [];
    const old = (sign, at) => {
        shown.push(`${sign}${lines[at - 1] ?? ''}`);
        if (at === lines.length && !ended)
            shown.push('\\ No newline at end of file');
    };
    let at = from;
    for (const { line, take, put } of hunk) {
        while (at < line)
            old(' ', at++);
        while (at < line + take)
            old('-', at++);
        shown.push(...put.map((one) => `+${one}`));
    }
    while (at <= to)
        old(' ', at++);
    const grows = hunk.reduce((sum, { take, put }) => sum + put.length - take, 0);
    const count = to - from + 1;
    return { text: `@@ -${from},${count} +${from + shift},${count + grows} @@\n${shown.join('\n')}\n`, grows };
}

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/dockerfile/scaffold.js
/**
 * The smallest base a program can run on: static needs nothing but what it looks for itself; glibc and musl need the
 * system they were linked against, else the container dies with "not found" at its start.
 */
function baseFor(program) {
    const user = '65532:65532';
    const { linkage, needs } = program ?? {};
    if (linkage?.kind === 'glibc') {
        const old = linkage.glibc === undefined || Number(linkage.glibc.split('.')[1] ?? 99) <= 36;
        const image = `gcr.io/distroless/base-debian${old ? '12' : '13'}:nonroot`;
        return { image, reason: `it needs glibc ${linkage.glibc ?? ''} (${linkage.because})`, user };
    }
    if (linkage?.kind === 'musl') {
        return { image: 'alpine:3.22', reason: `it needs musl (${linkage.because})`, user };
    }
    const because = linkage === undefined ? 'it is compiled with CGO_ENABLED=0' : linkage.because;
    const wants = needs === undefined ? undefined : wordsOf(needs);
    if (wants === '') {
        const reason = `it is static (${because}), calls nobody by TLS, asks for no time zone and makes no temporary files`;
        return { image: 'scratch', reason, user };
    }
    const wanted = wants === undefined ? '' : ` and looks for ${wants}`;
    const reason = `it is static (${because})${wanted}`;
    return { image: 'gcr.io/distroless/static-debian12:nonroot', reason, user };
}
function wordsOf({ certificates, zones, temporaryFiles }) {
    const words = [
        certificates ? 'root certificates' : '',
        zones ? 'time zones' : '',
        temporaryFiles ? 'a folder for temporary files' : '',
    ];
    return words.filter(Boolean).join(' and ');
}
/** A multi-stage Dockerfile: modules before sources, cache mounts, not root, exec form. */
function scaffold(facts) {
    const base = baseFor(facts.program);
    return `# Written by Seatrial for this module; commit it to change it.
ARG GO_IMAGE=golang:${goVersion(facts.goMod)}
ARG BASE_IMAGE=${base.image}

FROM --platform=\${BUILDPLATFORM} \${GO_IMAGE} AS modules
WORKDIR /src
COPY go.mod ${facts.hasSums ? 'go.sum ' : ''}./
RUN --mount=type=cache,target=/go/pkg/mod go mod download

FROM modules AS builder
ARG TARGETOS
ARG TARGETARCH
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod --mount=type=cache,target=/root/.cache/go-build \\
    CGO_ENABLED=0 GOOS=\${TARGETOS:-linux} GOARCH=\${TARGETARCH} \\
    go build -trimpath -ldflags "-s -w" -o /out/app ${facts.mainPackage}

# ${base.reason}
FROM \${BASE_IMAGE} AS runtime
${zonesFor(facts.program)}COPY --from=builder /out/app /app
USER ${base.user}
${facts.ports.length === 0 ? '' : `EXPOSE ${facts.ports.join(' ')}\n`}ENTRYPOINT ["/app"]
`;
}
/** Alpine has root certificates and no time zones; the other bases that are chosen have both. */
function zonesFor(program) {
    const bare = program?.linkage.kind === 'musl' && program.needs?.zones !== false;
    return bare ? 'RUN apk add --no-cache tzdata\n' : '';
}
/** What stays out of the build context: nothing of it belongs into an image, and each change of it would cost a build. */
const scaffoldIgnore = `.git
.github
**/*.md
**/*_test.go
**/testdata
Dockerfile*
.dockerignore
bin
dist
`;
/** The release of Go that builds: the toolchain line, else the go line, as a tag of the golang image. */
function goVersion(goMod) {
    const toolchain = /^toolchain go(\d+\.\d+(?:\.\d+)?)/m.exec(goMod)?.[1];
    return toolchain ?? /^go (\d+\.\d+(?:\.\d+)?)/m.exec(goMod)?.[1] ?? '1';
}

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/dockerfile/lint.js








/**
 * Looks for pitfalls in the caller's Dockerfile: each that bites in production is a warning at its line, hygiene is one
 * notice, and what can be mended mechanically is a patch for `git apply`.
 *
 * Throws a UserError with `lint: fail` when something that bites in production was found.
 */
async function lint(source, program, inputs, context) {
    if (inputs.lint === 'off')
        return;
    const findings = await findingsOf(source, program, inputs, context);
    const grave = findings.filter(({ kind }) => kind === 'production');
    context.report.output('findings', grave.length);
    if (findings.length === 0)
        return;
    tell(findings, source.path, context);
    const text = await (0,promises_.readFile)(source.path, 'utf8');
    const patch = patchFor(findings, { path: source.path, text }, inputs, context.workspace);
    if (patch !== '')
        await keepPatch(patch, context);
    context.report.summary(summaryOf(findings, (0,external_node_path_.relative)(context.workspace, source.path), patch));
    const [first] = grave;
    if (inputs.lint !== 'fail' || first === undefined)
        return;
    throw new user_error/* UserError */.yo(`the Dockerfile has ${grave.length} pitfalls; the first: ${first.message} (${first.id})`, {
        fix: first.fix,
        place: { file: source.path, line: first.line },
    });
}
async function findingsOf({ path, file }, program, { workingDirectory }, { now }) {
    const has = (name) => (0,promises_.access)(name).then(() => true, () => false);
    const [goMod, own, shared, vendored] = await Promise.all([
        (0,promises_.readFile)((0,external_node_path_.join)(workingDirectory, 'go.mod'), 'utf8').catch(() => undefined),
        has(`${path}.dockerignore`),
        has((0,external_node_path_.join)(workingDirectory, '.dockerignore')),
        has((0,external_node_path_.join)(workingDirectory, 'vendor', 'modules.txt')),
    ]);
    const facts = { file, goMod, ignored: own || shared, vendored, ...lint_factsOf(program) };
    return dockerfileFindings(facts, new Date(now()).toISOString().slice(0, 10));
}
function lint_factsOf(program) {
    return { linkage: program?.linkage, needs: program?.needs };
}
function tell(findings, path, { report }) {
    for (const { id, kind, line, message, fix } of findings) {
        if (kind !== 'production')
            continue;
        report.annotate({
            level: 'warning',
            title: id,
            message: `${message}. ${fix}`,
            place: { file: path, line },
        });
    }
    const hygiene = findings.filter(({ kind }) => kind === 'hygiene');
    const [first] = hygiene;
    if (first === undefined)
        return;
    const ids = hygiene.map(({ id, line }) => `${id} (line ${line})`).join(', ');
    report.annotate({
        level: 'notice',
        title: 'build hygiene',
        message: `${ids}. The job summary tells what each costs.`,
        place: { file: path, line: first.line },
    });
}
function patchFor(findings, { path, text }, inputs, workspace) {
    const inRepository = (0,external_node_path_.relative)(workspace, path);
    if (inRepository.startsWith('..'))
        return '';
    const edits = findings.flatMap((one) => one.edits);
    const ignore = findings.some(({ id }) => id === 'dockerignore-missing')
        ? newFile((0,external_node_path_.relative)(workspace, (0,external_node_path_.join)(inputs.workingDirectory, '.dockerignore')), scaffoldIgnore)
        : '';
    return `${patchOf(inRepository, text, edits)}${ignore}`;
}
async function keepPatch(patch, { temp, report, log }) {
    const path = (0,external_node_path_.join)(temp, 'seatrial', 'dockerfile.patch');
    await (0,promises_.mkdir)((0,external_node_path_.join)(temp, 'seatrial'), { recursive: true });
    await (0,promises_.writeFile)(path, patch);
    report.output('patch', path);
    log.info(`A patch for what can be mended mechanically: git apply ${path}`);
}
function summaryOf(findings, path, patch) {
    const rows = findings.map(({ id, line, message, fix }) => [
        (0,markdown/* code */.aY)(id),
        String(line),
        (0,untrusted/* plainMarkdown */.EO)(message),
        (0,untrusted/* plainMarkdown */.EO)(fix),
    ]);
    const shown = patch === '' ? '' : `\n\n${(0,markdown/* details */.zH)('Patch for <code>git apply</code>', (0,markdown/* fence */.EU)(patch, 'diff'))}`;
    return `### ${(0,markdown/* code */.aY)(path)}\n\n${(0,markdown/* table */.tp)(['pitfall', 'line', 'what happens', 'instead'], rows)}${shown}`;
}

// EXTERNAL MODULE: ./build/actions/shared/files/exists.js
var exists = __webpack_require__(89390);
// EXTERNAL MODULE: ./build/actions/shared/go/source/tokens.js
var tokens = __webpack_require__(99475);
;// CONCATENATED MODULE: ./build/actions/shared/go/source/literals.js

/** The values of the string literals of a Go file, as far as they have no escapes; comments are none. */
function stringLiterals(source) {
    const found = [];
    for (const { kind, text } of (0,tokens/* tokensOf */.k8)(source))
        if (kind === 'string' && !text.includes('\\'))
            found.push(text.slice(1, -1));
    return found;
}

;// CONCATENATED MODULE: ./build/actions/shared/go/source/ports.js



/**
 * Ports that a module's sources name as an address without a host (`":8080"`), which is an address to listen at:
 * where one is dialled, a host stands before it. Tests, vendored code and other programs of the module don't count.
 *
 * `program` is the folder of the program, from the module; only what is no `package main` of another folder is read.
 * `unread` is told of what can't be read, which is left out.
 */
async function listenPorts(module, program, unread) {
    const own = (0,external_node_path_.join)(module, program);
    const found = new Set();
    for await (const sources of packagesBelow(module, unread)) {
        const other = sources.folder !== own && sources.files.some((text) => /^package main\b/m.test(text));
        if (!other)
            for (const port of sources.files.flatMap(portsIn))
                found.add(port);
    }
    return [...found].sort((a, b) => a - b);
}
/** The ports in one Go file. */
function portsIn(source) {
    // Most files have none, and some hold megabytes of something else.
    if (!/:\d{2,5}["`]/.test(source))
        return [];
    return stringLiterals(source)
        .flatMap((text) => /^(?:0\.0\.0\.0|\[::\])?:([1-9]\d{1,4})$/.exec(text)?.[1] ?? [])
        .map(Number)
        .filter((port) => port <= 65_535);
}
const skipped = /^(?:vendor|testdata|node_modules|[._].*)$/;
async function* packagesBelow(module, unread, folder = module) {
    const entries = await (0,promises_.readdir)(folder, { withFileTypes: true }).catch((error) => {
        unread(folder, error);
        return [];
    });
    // A module of its own is another program's.
    if (folder !== module && entries.some(({ name }) => name === 'go.mod'))
        return;
    const names = entries.filter((one) => one.isFile() && /\.go$/.test(one.name)).map(({ name }) => name);
    const sources = names.filter((name) => !name.endsWith('_test.go')).map((name) => (0,external_node_path_.join)(folder, name));
    const files = sources.map((path) => (0,promises_.readFile)(path, 'utf8').catch((error) => {
        unread(path, error);
        return '';
    }));
    yield { folder, files: await Promise.all(files) };
    for (const entry of entries)
        if (entry.isDirectory() && !skipped.test(entry.name))
            yield* packagesBelow(module, unread, (0,external_node_path_.join)(folder, entry.name));
}

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/dockerfile/source.js








/**
 * The caller's Dockerfile. Where a Go module has none, one is written for it, outside of the repository, and shown in
 * the summary. Throws a UserError when one was named and is missing, or when there is no module either.
 */
async function findDockerfile(inputs, program, context) {
    const path = (0,external_node_path_.resolve)(inputs.workingDirectory, inputs.dockerfile);
    try {
        return { path, text: await (0,promises_.readFile)(path, 'utf8'), written: false };
    }
    catch (error) {
        if ((0,user_error/* codeOf */.$N)(error) !== 'ENOENT')
            throw error;
    }
    const module = inputs.workingDirectory;
    const goMod = await (0,promises_.readFile)((0,external_node_path_.join)(module, 'go.mod'), 'utf8').catch(() => undefined);
    if (inputs.dockerfile !== 'Dockerfile' || goMod === undefined)
        throw missing(path);
    const hasSums = await (0,exists/* exists */.t)((0,external_node_path_.join)(module, 'go.sum'));
    const mainPackage = program?.folder ?? (await mainPackageOf(module, path, program));
    const ports = await listenPorts(module, mainPackage, (unread, error) => context.log.info(`Not looked for ports in ${unread}: ${(0,user_error/* messageOf */.bD)(error)}`));
    const text = scaffold({ goMod, hasSums, mainPackage, program, ports });
    const base = baseFor(program);
    context.log.info(`There is no Dockerfile: one is written on ${base.image}, because ${base.reason}.`);
    const kept = await keep(text, module, context);
    context.report.summary((0,markdown/* details */.zH)('The Dockerfile that was written for this module', (0,markdown/* fence */.EU)(text, 'dockerfile')));
    return { path: kept, text, written: true };
}
/** Keeps both files outside of the repository, and a patch that puts them into it. */
async function keep(text, module, { temp, workspace, report, log }) {
    const folder = (0,external_node_path_.join)(temp, 'seatrial', 'scaffold');
    await (0,promises_.mkdir)(folder, { recursive: true });
    const path = (0,external_node_path_.join)(folder, 'Dockerfile');
    const own = (0,external_node_path_.join)(module, '.dockerignore');
    // An ignore file of the caller's counts, whoever wrote the Dockerfile.
    const ignore = await (0,promises_.readFile)(own, 'utf8').catch(() => undefined);
    await (0,promises_.writeFile)(path, text);
    await (0,promises_.writeFile)(`${path}.dockerignore`, ignore ?? scaffoldIgnore);
    const home = (0,external_node_path_.relative)(workspace, module);
    if (home.startsWith('..'))
        return path;
    const patch = (0,external_node_path_.join)(folder, 'scaffold.patch');
    const files = [newFile((0,external_node_path_.join)(home, 'Dockerfile'), text)];
    if (ignore === undefined)
        files.push(newFile((0,external_node_path_.join)(home, '.dockerignore'), scaffoldIgnore));
    await (0,promises_.writeFile)(patch, files.join(''));
    report.output('patch', patch);
    log.info(`A patch that puts the Dockerfile and its .dockerignore into the repository: git apply ${patch}`);
    return path;
}
/** The folder with `package main`: the module's root, or the only one below cmd/. */
async function mainPackageOf(module, path, program) {
    if (await hasMain(module))
        return '.';
    const below = await (0,promises_.readdir)((0,external_node_path_.join)(module, 'cmd'), { withFileTypes: true }).catch(() => []);
    const found = [];
    for (const entry of below) {
        const folder = (0,external_node_path_.join)(module, 'cmd', entry.name);
        if (entry.isDirectory() && (await hasMain(folder)))
            found.push(`./${(0,external_node_path_.relative)(module, folder)}`);
    }
    const [only, ...others] = found;
    if (only !== undefined && others.length === 0)
        return only;
    // The builder stage is not built then, and nobody knows what it would build.
    if (program !== undefined)
        return '.';
    const why = found.length === 0 ? 'no main package was found' : `the main packages are ${found.join(', ')}`;
    throw new user_error/* UserError */.yo(`there is no Dockerfile at ${path}, and none can be written: ${why}`, {
        fix: 'Build the program with go-static-build and give its output `path` as `binary`, or write a Dockerfile.',
    });
}
async function hasMain(folder) {
    const names = await (0,promises_.readdir)(folder).catch(() => []);
    const sources = names.filter((name) => name.endsWith('.go') && !name.endsWith('_test.go'));
    for (const name of sources) {
        if (/^package main\b/m.test(await (0,promises_.readFile)((0,external_node_path_.join)(folder, name), 'utf8')))
            return true;
    }
    return false;
}
function missing(path) {
    return new user_error/* UserError */.yo(`there is no Dockerfile at ${path}`, {
        fix: 'Say where it is with `working-directory` and `dockerfile`. For a Go module without one, leave `dockerfile` out and give the folder of go.mod as `working-directory`: then one is written.',
    });
}

// EXTERNAL MODULE: ./build/actions/shared/oci/digest.js
var digest = __webpack_require__(11332);
// EXTERNAL MODULE: ./build/actions/shared/elf/elf.js + 1 modules
var elf = __webpack_require__(53230);
// EXTERNAL MODULE: ./build/actions/shared/elf/go-module.js
var go_module = __webpack_require__(21819);
// EXTERNAL MODULE: ./build/actions/shared/elf/linkage.js
var linkage = __webpack_require__(85649);
// EXTERNAL MODULE: ./build/actions/shared/elf/bytes.js
var bytes = __webpack_require__(32105);
// EXTERNAL MODULE: ./build/actions/shared/elf/file.js
var file = __webpack_require__(41094);
// EXTERNAL MODULE: ./build/actions/shared/elf/sections.js
var sections = __webpack_require__(6332);
;// CONCATENATED MODULE: ./build/actions/shared/elf/go-functions.js



/**
 * Which of some functions are part of a Go program, by the names in the table that Go's stack traces need: it stands in
 * stripped programs as well, and the linker leaves out whatever nothing leads to. Undefined when the file has no such
 * table, or none that we can read.
 */
function linkedFunctions(path, names) {
    return (0,file/* ifTold */.p)(path, async (read) => {
        const section = (await (0,sections/* findSection */.r)(read, '.gopclntab')) ?? (await (0,sections/* findSection */.r)(read, '.data.rel.ro.gopclntab'));
        if (section === undefined)
            return undefined;
        const { offset, size } = await namesIn(section, read);
        const table = await (0,bytes/* exactly */.pV)(read, offset - 1, size + 1, 'the table of functions');
        // Each name stands between two zeros, the first one behind a header.
        table[0] = 0;
        const holds = (name) => table.includes(`\0${name}\0`, 0, 'latin1');
        return holds(inEvery) ? new Set(names.filter(holds)) : undefined;
    });
}
/** What every Go program begins with. */
const inEvery = 'runtime.main';
/** `magic` of Go 1.18 and of Go 1.20 and newer, which differ in nothing that is read here. */
const magics = [0xfffffff0, 0xfffffff1];
/**
 * Where the names are, a small part of the whole table (runtime/symtab.go, `pcHeader`: funcnameOffset and cuOffset). The whole
 * table where its header is none that we know: a Go to come may write another.
 */
async function namesIn({ offset, size }, read) {
    const header = await (0,bytes/* exactly */.pV)(read, offset, Math.min(size, 8 + 5 * 8), 'the table of functions');
    const little = header.length >= 8 && magics.includes(header.readUInt32LE(0));
    const layout = { wide: header[7] === 8, little };
    if (header.length < 48 || !magics.includes((0,bytes/* word */.Vm)(header, 0, layout)))
        return { offset, size };
    const at = (index) => (0,bytes/* native */.Yk)(header, 8 + index * (layout.wide ? 8 : 4), layout);
    const [start, end] = [at(3), at(4)];
    return start < end && end <= size ? { offset: offset + start, size: end - start } : { offset, size };
}

;// CONCATENATED MODULE: ./build/actions/shared/elf/needs.js

/** Functions that only something that calls a server leads to. */
const callers = [
    'net/http.(*Transport).roundTrip',
    'crypto/tls.(*Dialer).DialContext',
    'crypto/tls.DialWithDialer',
    'crypto/tls.dial',
    'net/smtp.(*Client).StartTLS',
];
const handshake = 'crypto/tls.(*Conn).clientHandshake';
const ownRoots = 'crypto/x509.SetFallbackRoots';
const zones = 'time.LoadLocation';
const ownZones = 'time/tzdata.loadFromEmbeddedTZData';
const temporary = ['os.CreateTemp', 'os.MkdirTemp'];
/**
 * Reads from a program what it needs, by the functions that the linker kept. Undefined when the file does not tell. It
 * says what the program can do, not that it ever does.
 */
async function runtimeNeeds(path) {
    const has = await linkedFunctions(path, [...callers, handshake, ownRoots, zones, ownZones, ...temporary]);
    if (has === undefined)
        return undefined;
    const certificates = has.has(handshake) && !has.has(ownRoots);
    return {
        certificates,
        tlsClient: certificates && callers.some((name) => has.has(name)),
        zones: has.has(zones) && !has.has(ownZones),
        temporaryFiles: temporary.some((name) => has.has(name)),
    };
}

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/plan/program.js





/** Reads a program's ELF headers. Throws a UserError when there is none or it is for no Linux we know. */
async function readProgram(path) {
    try {
        const facts = await (0,elf/* readElfFile */.GO)(path);
        if (facts.machine.startsWith('machine '))
            throw new elf/* ElfError */.QH(`it is for ${facts.machine}`);
        const [needs, folder] = await Promise.all([runtimeNeeds(path), folderOf(path)]);
        const { interpreter } = facts;
        return { platform: `linux/${facts.machine}`, linkage: (0,linkage/* linkageOf */.q)(facts), interpreter, needs, folder };
    }
    catch (error) {
        if ((0,user_error/* codeOf */.$N)(error) === 'ENOENT') {
            throw new user_error/* UserError */.yo(`the binary ${path} does not exist`, {
                fix: 'Build it in a step before, or download its artifact; `binary` is a path from the workspace.',
                cause: error,
            });
        }
        if (!(error instanceof elf/* ElfError */.QH) && (0,user_error/* codeOf */.$N)(error) === undefined)
            throw error;
        throw new user_error/* UserError */.yo(`${path} is no Linux program: ${(0,user_error/* messageOf */.bD)(error)}`, {
            fix: 'Build it with GOOS=linux; go-static-build does, and its output `path` belongs here.',
            cause: error,
        });
    }
}
async function folderOf(path) {
    const { program, module } = (await (0,go_module/* programOf */.oQ)(path)) ?? {};
    if (program === undefined || module === undefined || !`${program}/`.startsWith(`${module}/`))
        return undefined;
    return `.${program.slice(module.length)}`;
}

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/plan/binaries.js






/** Reads the given binaries. Throws a UserError on one that was not built before, and on two for one platform. */
async function readBinaries(inputs, context) {
    const found = [];
    for (const path of inputs.binary) {
        const program = await readProgram(path);
        const twin = found.find((one) => one.program.platform === program.platform);
        if (twin !== undefined) {
            throw new user_error/* UserError */.yo(`${twin.path} and ${path} are both for ${program.platform}, and an image has one`, {
                fix: inputs.compile === undefined
                    ? 'Give one binary of the same program for each platform under `binary`.'
                    : 'Say which program is meant: `packages=./cmd/…` in `compile`.',
            });
        }
        found.push(await tested(path, program, inputs, context));
    }
    return found;
}
async function tested(path, program, inputs, { record, workspace }) {
    const built = record.binaries ?? [];
    // What was compiled in this very step is compared when it goes into the image, and need not be read for it now.
    const own = built.find((one) => inputs.compile !== undefined && (0,external_node_path_.resolve)(workspace, one.path) === path);
    const [{ size }, sha256] = await Promise.all([(0,promises_.stat)(path), own?.sha256 ?? (0,digest/* sha256OfFile */.Vq)(path)]);
    if (built.length > 0 && !built.some((one) => one.sha256 === sha256)) {
        throw new user_error/* UserError */.yo(`${path} is not the binary that was built and tested: its sha256 is ${sha256}`, {
            fix: 'Hand on the `path` output of go-static-build, and the artifact made from it, unchanged.',
        });
    }
    const platform = (0,descriptor/* platformOf */.tj)(wanted(program, inputs) ?? program.platform);
    return { path, size, sha256, platform, interpreter: program.interpreter, program };
}
/** The platform as the caller writes it: a file does not tell its variant (`linux/arm/v7`). */
function wanted({ platform }, { platforms }) {
    return platforms.find((one) => one === platform || one.startsWith(`${platform}/`));
}
/**
 * The platforms to build for. Tested binaries decide them: an image that promises another one would not start.
 * Throws a UserError when the caller asks for others.
 */
function platformsFor(inputs, binaries) {
    if (binaries.length === 0)
        return inputs.platforms;
    const own = binaries.map(({ program }) => wanted(program, inputs) ?? program.platform);
    const missing = inputs.platforms.filter((platform) => !own.includes(platform));
    if (missing.length === 0 && (inputs.platforms.length === 0 || inputs.platforms.length === own.length))
        return own;
    const paths = inputs.binary.join(', ');
    throw new user_error/* UserError */.yo(`\`binary\` (${paths}) is for ${own.join(', ')}, and \`platforms\` asks for ${inputs.platforms.join(', ')}`, { fix: 'Give one binary for each platform under `binary`, or build without `binary`.' });
}

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/plan/labels.js
/** The labels every image gets: from the image one finds the commit. The caller's own win. */
function labelsFor(source, facts, own) {
    const known = [
        ['org.opencontainers.image.revision', source.commit],
        [
            'org.opencontainers.image.source',
            source.repository === '' ? '' : `${facts.server}/${source.repository}`,
        ],
        ['org.opencontainers.image.created', facts.created.toISOString()],
        ['org.opencontainers.image.version', facts.version],
    ];
    return new Map([...known.filter(([, value]) => value !== ''), ...own]);
}

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/builders/choose.js


/**
 * The builder that is there: BuildKit where a daemon is named, else docker with buildx, docker alone, buildah, kaniko.
 * Throws a UserError when the one that was asked for is missing, or all are.
 */
async function chooseBuilder(wanted, exec, env) {
    const works = (file, args) => exec(file, args).then(({ code }) => code === 0, () => false);
    const has = {
        buildctl: () => works('buildctl', ['--version']),
        buildx: () => works('docker', ['buildx', 'version']),
        docker: () => works('docker', ['version', '--format={{.Server.Version}}']),
        buildah: () => works('buildah', ['--version']),
        kaniko: () => works(kanikoProgram, ['version']),
    };
    if (wanted !== 'auto') {
        if (await has[wanted]())
            return wanted;
        throw new user_error/* UserError */.yo(`the builder "${wanted}" is not there: ${choose_missing[wanted]}`, {
            fix: 'Set it up in a step before, or write `builder: auto` to take what the runner has.',
        });
    }
    if ((env['BUILDKIT_HOST'] ?? '') !== '' && (await has.buildctl()))
        return 'buildctl';
    if (await has.buildx())
        return 'buildx';
    if (await has.docker())
        return 'docker';
    if (await has.buildah())
        return 'buildah';
    if (await has.kaniko())
        return 'kaniko';
    throw new user_error/* UserError */.yo('no image builder was found: neither docker, buildctl with BUILDKIT_HOST, buildah nor kaniko', {
        fix: 'Use a runner with docker, or set BUILDKIT_HOST to a BuildKit daemon and put buildctl on PATH.',
    });
}
const choose_missing = {
    buildctl: 'no program buildctl on PATH',
    buildx: '`docker buildx version` fails',
    docker: 'no docker daemon answers',
    buildah: 'no program buildah on PATH',
    kaniko: `no ${kanikoProgram}: the job does not run in kaniko's own image`,
};

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/plan/way.js


/** Whether the image may be written without a builder; nobody else has use for a binary that was compressed. */
function mayBeDirect({ builder }) {
    return builder === 'auto' || builder === 'direct';
}
/**
 * Decides who makes the image: a tested binary on a base with settings is written directly, anything else is for a
 * builder (docs/adr/0008). Throws a UserError where what was asked for can't be done.
 */
async function chooseWay(facts, inputs, context) {
    if (inputs.builder !== 'auto' && inputs.builder !== 'direct') {
        oneBinary(facts, `\`builder\` is ${inputs.builder}`);
        return chooseBuilder(inputs.builder, context.exec, context.env);
    }
    const planned = await plan(facts, inputs, context);
    if ('parts' in planned) {
        context.log.info('The image is written directly: its final stage only puts the tested binary onto a base.');
        return planned;
    }
    const { path } = facts.source;
    const place = { file: path, line: planned.line };
    if (inputs.builder === 'direct') {
        throw new user_error/* UserError */.yo(`the image can't be written without a builder: ${planned.why} (${path}:${planned.line})`, {
            fix: 'Leave `builder` out, or keep the final stage to FROM, COPY of the binary and settings.',
            place,
        });
    }
    if (facts.compiled !== undefined)
        context.log.info(`A builder makes the image: ${planned.why} (line ${planned.line}).`);
    oneBinary(facts, `${planned.why} (${path}:${planned.line})`);
    return chooseBuilder('auto', context.exec, context.env);
}
async function plan({ source, compiled, binaries, buildArgs, supplies }, inputs, context) {
    if (compiled === undefined)
        return { why: 'no `binary` was given', line: 1 };
    const { planAssembly } = await __webpack_require__.e(/* import() */ 768).then(__webpack_require__.bind(__webpack_require__, 60768));
    const { file, path } = source;
    const facts = { file, path, compiled: compiled.replacement, buildArgs, binaries, supplies };
    const planned = planAssembly(facts, inputs, context.signal);
    if (inputs.builder === 'direct')
        return planned;
    // A builder may reach a base that we can't: mirrors and credentials of its own.
    return planned.catch((error) => {
        if (context.signal.aborted || !(error instanceof user_error/* UserError */.yo))
            throw error;
        return { why: (0,user_error/* messageOf */.bD)(error), line: error.place?.line ?? 1 };
    });
}
/** Builders are handed one binary: what they would do with several, nobody compares. */
function oneBinary({ binaries }, why) {
    if (binaries.length < 2)
        return;
    throw new user_error/* UserError */.yo(`several binaries need an image that is written without a builder, but ${why}`, {
        fix: 'Keep the final stage to FROM, COPY of the binary and settings, or give one binary and one platform.',
    });
}

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/plan/plan.js









/** Reads the Dockerfile and the binary and decides how the image will be built. Throws a UserError on what can't work. */
async function planBuild(inputs, context, facts, supplies) {
    await checkContext(inputs.workingDirectory);
    // git takes its time meanwhile.
    const time = supplies.created();
    const binaries = await readBinaries(inputs, context);
    const platforms = platformsFor(inputs, binaries);
    const { path, text, written } = await findDockerfile(inputs, binaries[0]?.program, context);
    const file = await (0,dockerfile/* readDockerfile */.n)(text, new Map([...platformVariables(platforms), ...inputs.buildArgs]));
    const source = { path, file };
    if (!written)
        await lint(source, binaries[0]?.program, inputs, context);
    const compiled = compiledFor(inputs, file, binaries, path);
    checkSecrets(inputs, context);
    const created = await time;
    const args = buildArgsFor(inputs, file.args, facts, created);
    const way = await chooseWay({ source, compiled, binaries, buildArgs: args, supplies }, inputs, context);
    const server = context.env['GITHUB_SERVER_URL'] ?? 'https://github.com';
    const request = {
        context: inputs.workingDirectory,
        dockerfile: path,
        target: inputs.target,
        platforms,
        buildArgs: args,
        labels: labelsFor(context.record.source, { created, version: facts.version, server }, inputs.labels),
        secrets: inputs.secrets,
        cacheFrom: inputs.cacheFrom,
        cacheTo: inputs.cacheTo,
        contexts: new Map(),
        layout: await supplies.layout(),
    };
    const last = inputs.target === undefined ? file.stages.at(-1) : (0,dockerfile/* stageNamed */.a)(file, inputs.target);
    return { way, request, source, compiled, binaries, base: last?.base ?? '', created };
}
function compiledFor(inputs, file, [first], path) {
    if (first === undefined)
        return undefined;
    return { binary: first.path, replacement: replacementFor(file, inputs.builderStage, first.path, path) };
}
/** What a Dockerfile knows of the platform before its first FROM. */
function platformVariables(platforms) {
    const [os, architecture] = (platforms[0] ?? '').split('/');
    if (os === undefined || architecture === undefined)
        return [];
    return [
        ['TARGETPLATFORM', platforms[0] ?? ''],
        ['TARGETOS', os],
        ['TARGETARCH', architecture],
    ];
}
/** The caller's own, and what Dockerfiles commonly ask for by these names. SOURCE_DATE_EPOCH makes builds repeatable. */
function buildArgsFor(inputs, declared, facts, created) {
    const known = [
        ['COMMIT', facts.sha],
        ['VERSION', facts.version || facts.sha.slice(0, 12)],
        ['CREATED', created.toISOString()],
    ];
    const epoch = String(Math.floor(created.getTime() / 1000));
    return new Map([
        ['SOURCE_DATE_EPOCH', epoch],
        ...known.filter(([name, value]) => declared.has(name) && value !== ''),
        ...inputs.buildArgs,
    ]);
}
function checkSecrets(inputs, { env }) {
    for (const [id, variable] of inputs.secrets) {
        if ((env[variable] ?? '') !== '')
            continue;
        throw new user_error/* UserError */.yo(`the build secret "${id}" is to come from the environment variable ${variable}, which is not set`, {
            fix: `Set it for this step: \`env: { ${variable}: \${{ secrets.… }} }\`.`,
        });
    }
}

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/plan/ahead.js







/**
 * What can be done for an image while its program is still being compiled: loads the code that writes it, asks git for its
 * time, fetches the base that the Dockerfile names, and tells how the layer will look, so that it is begun with the program.
 * The plan finds at hand what it asks for once more; where it wants something else, that is what counts.
 */
async function lookAhead(inputs, facts, supplies, signal) {
    if (!mayBeDirect(inputs))
        return;
    const path = (0,external_node_path_.resolve)(inputs.workingDirectory, inputs.dockerfile);
    const platforms = platformsAsked(inputs);
    const variables = new Map([...platformVariables(platforms), ...inputs.buildArgs]);
    const file = await (0,dockerfile/* readDockerfile */.n)(await (0,promises_.readFile)(path, 'utf8'), variables);
    const created = await supplies.created();
    const [{ applyPart, treeOf }, { planPart }] = await Promise.all([
        __webpack_require__.e(/* import() */ 6894).then(__webpack_require__.bind(__webpack_require__, 26894)),
        __webpack_require__.e(/* import() */ 768).then(__webpack_require__.bind(__webpack_require__, 60768)),
    ]);
    // What the program is called is not known yet, and decides where several files are copied from its stage.
    const compiled = replacementFor(file, inputs.builderStage, '', path);
    const buildArgs = buildArgsFor(inputs, file.args, facts, created);
    for (const platform of platforms) {
        const part = await planPart({ file, path, compiled, buildArgs, supplies }, inputs.target, (0,descriptor/* platformOf */.tj)(platform), signal);
        if ('why' in part)
            return;
        const tree = await treeOf(part);
        const settings = { path, created, labels: inputs.labels };
        if (platforms.length === 1)
            supplies.layers.expect((binarySize) => applyPart(part, tree, { ...settings, binarySize }).entries);
    }
}
/** As `compile` names them; this machine's own where nobody does. */
function platformsAsked({ compile, platforms }) {
    const given = compile?.get('platforms')?.split(/[\s,]+/) ?? platforms;
    const asked = [...new Set(given.filter((one) => one !== ''))];
    const own = process.arch === 'x64' ? 'amd64' : process.arch;
    return asked.length === 0 ? [`linux/${own}`] : asked;
}

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/plan/compiling.js


/** Begins what `compile` asks for; undefined where nothing is to be compiled. Throws a UserError on a wrong input in it. */
async function beginCompiling(inputs, context, supplies, compile) {
    if (inputs.compile === undefined)
        return undefined;
    if (compile === undefined)
        throw new Error('nobody is there who compiles');
    const step = new Map([
        ['working-directory', inputs.workingDirectory],
        ['dry-run', String(inputs.dryRun)],
        ['platforms', inputs.platforms.join(',')],
    ]);
    // Go and the C compiler see no password, no key and no secret that is there for the image.
    const withheld = new Set([...inputs.secrets.values(), 'DOCKER_AUTH_CONFIG']);
    const others = Object.entries((0,environment/* othersEnvironment */.dp)(context.env, inputs));
    const env = Object.fromEntries(others.filter(([name]) => !withheld.has(name)));
    const linked = (file, path) => mayBeDirect(inputs) ? supplies.layers.begin(file, path) : undefined;
    const compiling = await compile({ given: inputs.compile, step, linked }, { ...context, env });
    // Whoever waits for it is told; until then it may fail unseen.
    compiling.binaries.catch(() => undefined);
    return compiling;
}
/** Inputs and context as they would be had the binaries been made in a step before. */
async function withBinaries(inputs, context, compiling) {
    const binary = await compiling.binaries;
    const { report } = context;
    const { binaries, sboms } = report.sections;
    if (binaries !== undefined)
        report.output('binaries', JSON.stringify(binaries));
    if (sboms !== undefined)
        report.output('sboms', JSON.stringify(sboms.map(({ path }) => path)));
    return {
        inputs: { ...inputs, binary },
        context: { ...context, record: { ...context.record, ...report.sections } },
    };
}

// EXTERNAL MODULE: ./build/actions/shared/units/bytes.js
var units_bytes = __webpack_require__(98527);
;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/registry/target.js



/** Connects to the registry and proves that we may write there. */
async function openTarget(inputs, context) {
    const { repository, close } = await (0,registry_session/* openSession */.f)(inputs.image, 'pull,push', inputs, context);
    const log = (line) => context.log.info(line);
    try {
        const { beginUpload, pushBytes, tagAs } = await __webpack_require__.e(/* import() */ 2578).then(__webpack_require__.bind(__webpack_require__, 22578));
        const early = await beginUpload(repository);
        return {
            early,
            push: async (layout, sent) => {
                const finish = async (digest) => digest === sent && early.finish(digest);
                const { uploadedBytes, reused } = await pushBytes(repository, layout, log, finish);
                log(`Uploaded ${(0,units_bytes/* formatBytes */.z)(uploadedBytes)}; ${reused} blobs were there before.`);
            },
            tag: async (layout, tags) => tellMoved(await tagAs(repository, layout, tags, log), context),
            attachedSince: async (digest) => {
                const { attachedSince } = await __webpack_require__.e(/* import() */ 8834).then(__webpack_require__.bind(__webpack_require__, 98834));
                return attachedSince(repository, digest);
            },
            close: async () => {
                await early.drop();
                close();
            },
        };
    }
    catch (error) {
        close();
        throw error;
    }
}
/**
 * Refuses to push anything but what was scanned and found clean, as the release record has it. `required`: an image that
 * the record knows no scan of is refused too.
 */
function checkScanned(layout, context, { required }) {
    const { scan } = context.record;
    if (scan === undefined && !required) {
        context.log.info('The release record knows of no scan of this image; it is pushed unscanned.');
        return;
    }
    if (scan === undefined) {
        throw new user_error/* UserError */.yo('the release record knows of no scan of this image, and `require-scan` is true', {
            fix: 'Run trivy-gate on the `layout` output of the build in a step before, in the same job or with the same `record`.',
        });
    }
    if (scan.digest !== layout.root.digest) {
        throw new user_error/* UserError */.yo(`the image ${layout.root.digest} is not what was scanned (${scan.digest ?? scan.target})`, {
            fix: 'Scan the layout that is pushed: give trivy-gate the `layout` output of the build, and this step the same.',
        });
    }
    if (scan.verdict !== 'clean') {
        throw new user_error/* UserError */.yo(`the scan of this image says ${scan.verdict}; it is not pushed`, {
            fix: 'Mend what trivy-gate reports. Leave no `continue-on-error` on its step.',
        });
    }
}
/** Warns of tags that meant another image before. */
function tellMoved(moved, { report }) {
    for (const [tag, before] of moved) {
        report.annotate({
            level: 'warning',
            title: 'a tag moved',
            message: `The tag ${tag} was ${before} before. What was deployed by this tag is another image now; deploy by digest.`,
        });
    }
}

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/begin.js








/**
 * Plans the build and reaches the registry, both at once and while programs are compiled; an image of an earlier step is
 * asked for its scan before. Throws a UserError on what can't work, and leaves nothing open then.
 */
async function begin(inputs, context, facts, supplies, compiling) {
    const reach = async () => {
        // What the compiler waits for comes first: all else has time while it works.
        await compiling?.started;
        const target = inputs.push ? await openTarget(inputs, context) : undefined;
        if (target !== undefined)
            supplies.firstLayer?.to(target.early.write);
        return target;
    };
    if (inputs.layout !== undefined) {
        const source = await (0,oci_layout/* openLayout */.B9)(inputs.layout);
        if (inputs.push)
            checkScanned(source, context, { required: inputs.requireScan });
        return { source, target: await reach(), inputs, context };
    }
    if (mayBeDirect(inputs))
        for (const path of new Set(inputs.binary))
            supplies.layers.begin(path, path);
    if (compiling !== undefined)
        supplies.ahead(compiling.started.then(() => lookAhead(inputs, facts, supplies, context.signal)));
    const [planned, reached] = await Promise.allSettled([
        begin_plan(inputs, context, facts, supplies, compiling),
        reach(),
    ]);
    if (planned.status === 'fulfilled' && reached.status === 'fulfilled')
        return { ...planned.value, target: reached.value };
    // Whatever becomes of the files, nothing stays with the registry.
    if (reached.status === 'fulfilled')
        await reached.value?.close();
    await supplies.discard();
    const [first] = [planned, reached].flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    throw first;
}
async function begin_plan(inputs, context, facts, supplies, compiling) {
    const known = compiling === undefined ? { inputs, context } : await withBinaries(inputs, context, compiling);
    const source = await planBuild(known.inputs, known.context, facts, supplies);
    if (typeof source.way === 'string') {
        await supplies.close();
        // A builder begins with an empty layout, whatever was fetched for another way.
        await (0,promises_.rm)((0,external_node_path_.join)(source.request.layout, 'blobs'), { recursive: true, force: true });
    }
    return { source, ...known };
}
/** Ends a plan's connections and removes its layout, unless an output names it: what no output names is left to nobody. */
async function discard({ way, request }, { report }) {
    if (typeof way !== 'string')
        await way.supplies.close();
    if (!report.outputs.has('layout'))
        await (0,promises_.rm)(request.layout, { recursive: true, force: true });
}

// EXTERNAL MODULE: ./build/actions/shared/oci/files.js
var oci_files = __webpack_require__(69497);
;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/tell/content.js




/**
 * Reads an image's layers and proves that the tested binary is in them, by the sha256 of the file itself.
 *
 * Throws a UserError when it is not.
 */
async function readContent(layout, image, binary) {
    const files = await filesOf(layout, image, (size) => size === binary?.size);
    if (binary === undefined)
        return { image, files, binaryAt: undefined };
    const found = [...files.files.values()].find((file) => file.sha256 === binary.sha256);
    if (found !== undefined) {
        mustHaveLoader(files, binary, found.path);
        return { image, files, binaryAt: found.path };
    }
    throw new user_error/* UserError */.yo(`the image for ${(0,descriptor/* platformName */.$r)(image.config.platform)} does not hold the tested binary: no file has the sha256 ${binary.sha256}`, {
        fix: 'The Dockerfile changes the binary after it was copied (strip, upx, setcap write it anew), or deletes it. Do that before the tests, or leave `binary` out.',
    });
}
async function filesOf(layout, image, hashed) {
    return (0,oci_files/* readFiles */.U)(layout.path, image, (_, size) => hashed(size)).catch((error) => {
        throw new user_error/* UserError */.yo(`a layer of the image can't be read: ${(0,user_error/* messageOf */.bD)(error)}`, {
            fix: 'Build the image again; nothing was pushed.',
        });
    });
}
/** Which of some binaries are in a layout's images, by the sha256 of the files in their layers. */
async function binariesIn(layout, binaries) {
    if (binaries.length === 0)
        return [];
    const sizes = new Set(binaries.map(({ size }) => size));
    const read = await Promise.all(layout.images.map((image) => filesOf(layout, image, (size) => sizes.has(size))));
    const found = new Set(read.flatMap(({ files }) => [...files.values()].map(({ sha256 }) => sha256)));
    return binaries.map(({ sha256 }) => sha256).filter((one) => found.has(one));
}
/**
 * Throws a UserError when the loader that a program needs is not in the image. Links into other folders are common for
 * loaders, so any file or link of its name counts.
 */
function mustHaveLoader({ files, links }, { interpreter }, at) {
    if (interpreter === undefined)
        return;
    const name = (0,external_node_path_.basename)(interpreter);
    if ([...files.keys(), ...links].some((path) => (0,external_node_path_.basename)(path) === name))
        return;
    throw new user_error/* UserError */.yo(`${at} can't start in this image: it needs ${interpreter}, which the image does not have`, {
        fix: 'Build it static (CGO_ENABLED=0; go-static-build does), or take a base of the system it is linked against: Debian or distroless base for glibc, Alpine for musl.',
    });
}

// EXTERNAL MODULE: ./build/actions/shared/github/event.js
var github_event = __webpack_require__(83926);
;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/tell/earlier.js





/** A comparison that is nice to have may not hold a build up. */
const patienceMs = 10_000;
/**
 * Finds the image of the base branch's commit: every image has its commit as a tag. Undefined, with one line in the log,
 * where there is none or the registry does not show it to us.
 */
async function earlierImage(platform, inputs, context) {
    const commit = baseCommit(await (0,github_event/* readEvent */.j)(context.env));
    if (commit === undefined)
        return undefined;
    const signal = AbortSignal.any([context.signal, AbortSignal.timeout(patienceMs)]);
    try {
        const { pullManifest } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 73819));
        const session = await (0,registry_session/* openSession */.f)(inputs.image, 'pull', inputs, { ...context, signal });
        try {
            const { layers } = await pullManifest(session.repository, commit, platform);
            return { commit, layers: new Map(layers.map(({ digest, size }) => [digest, size])) };
        }
        finally {
            session.close();
        }
    }
    catch (error) {
        if (context.signal.aborted)
            throw error;
        context.log.info(`Not compared with the image of ${commit.slice(0, 12)}: ${(0,user_error/* messageOf */.bD)(error)}`);
        return undefined;
    }
}
/** The commit a pull request goes into, or the one a push came after. */
function baseCommit(event) {
    const found = (0,json/* textOf */.b6)((0,github_event/* inEvent */.A)(event, 'pull_request', 'base', 'sha')) ??
        (0,json/* textOf */.b6)((0,github_event/* inEvent */.A)(event, 'merge_group', 'base_sha')) ??
        (0,json/* textOf */.b6)((0,github_event/* inEvent */.A)(event, 'before'));
    return found === undefined || !/^[0-9a-f]{40}$/.test(found) || /^0+$/.test(found) ? undefined : found;
}
/** One sentence on how an image's layers differ from those of the earlier one. */
function changeLine({ manifest }, { commit, layers }) {
    const sum = (sizes) => [...sizes].reduce((total, size) => total + size, 0);
    const [now, before] = [sum(manifest.layers.map(({ size }) => size)), sum(layers.values())];
    const fresh = manifest.layers.filter(({ digest }) => !layers.has(digest));
    const difference = now - before;
    const sign = difference < 0 ? '−' : '+';
    const share = before === 0 ? '' : `, ${sign}${Math.abs((100 * difference) / before).toFixed(1)} %`;
    return (`Against ${commit.slice(0, 12)}: ${sign}${(0,units_bytes/* formatBytes */.z)(Math.abs(difference))} compressed${share}; ` +
        `${fresh.length} of ${manifest.layers.length} layers are new, ${(0,units_bytes/* formatBytes */.z)(sum(fresh.map(({ size }) => size)))} to pull for a node that has it.`);
}

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/image.js




/** Makes the image as planned and proves that the tested binary is in it. */
async function buildImage(plan, inputs, context) {
    const { way, compiled, binaries, base } = plan;
    if (compiled !== undefined) {
        const { pathInStage, stage } = compiled.replacement;
        context.log.info(`The tested binary takes the place of ${pathInStage} of the stage "${stage.name ?? stage.index}".`);
    }
    const { layout, contents, sentEarly } = typeof way === 'string' ? await buildAndRead(way, plan, inputs, context) : await image_write(way, plan);
    for (const { binaryAt } of contents) {
        if (binaryAt !== undefined)
            context.log.info(`Proven: ${binaryAt} in the image has the sha256 of the tested binary.`);
    }
    const [first] = layout.images;
    const earlier = first && (await earlierImage(first.config.platform, inputs, context));
    return { layout, contents, base, binarySha256: binaries[0]?.sha256, plan, earlier, sentEarly };
}
/** The binary made for an image's platform. One alone is meant for whatever was built. */
function binaryFor({ config }, binaries) {
    if (binaries.length < 2)
        return binaries[0];
    return binaries.find(({ platform }) => platform.architecture === config.platform.architecture);
}
/** What a builder made is not known before its layers are read. */
async function buildAndRead(builder, plan, inputs, context) {
    await build(builder, plan, inputs, context);
    const layout = await (0,oci_layout/* openLayout */.B9)(plan.request.layout);
    const contents = await Promise.all(layout.images.map((image) => readContent(layout, image, binaryFor(image, plan.binaries))));
    return { layout, contents };
}
async function image_write(assembly, { request, source, created }) {
    const { assemble } = await __webpack_require__.e(/* import() */ 6894).then(__webpack_require__.bind(__webpack_require__, 26894));
    const { labels } = request;
    const settings = { layout: request.layout, labels, created, path: source.path };
    const written = await assemble(assembly, settings);
    const layout = await (0,oci_layout/* openLayout */.B9)(request.layout);
    const contents = layout.images.flatMap((image, at) => {
        const [part, known] = [assembly.parts[at], written[at]];
        if (part === undefined || known === undefined)
            return [];
        mustHaveLoader(known.files, part.binary, known.binaryAt);
        return [{ image, ...known }];
    });
    const shown = written.find(({ layer }) => layer.shown);
    return { layout, contents, sentEarly: shown?.layer.digest };
}
/** An image of an earlier step: compared with its digests, and with what the release record says about it. */
async function takeImage(layout, context) {
    await (0,oci_layout/* verifyBlobs */.oP)(layout);
    const contents = await Promise.all(layout.images.map((image) => readContent(layout, image, undefined)));
    const known = knownImage(layout, context);
    return {
        layout,
        contents,
        base: known?.base ?? '',
        binarySha256: known?.binarySha256,
        plan: undefined,
        earlier: undefined,
    };
}
/** What the release record says about a layout; undefined where it speaks of another image. */
function knownImage({ root }, { record: { image } }) {
    return image?.digest === root.digest ? image : undefined;
}

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/plan/tags.js


/** Reads the facts from what the runner says about the commit. */
function tagFacts(commit, env) {
    const ref = env['GITHUB_REF'] ?? '';
    const name = env['GITHUB_REF_NAME'] ?? ref.replace(/^refs\/(?:heads|tags)\//, '');
    const isTag = ref.startsWith('refs/tags/');
    const version = /^(?:.*\/)?v?(\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?)$/.exec(isTag ? name : '')?.[1] ?? '';
    return { sha: commit, branch: isTag ? '' : env['GITHUB_HEAD_REF'] || name, version };
}
/**
 * Fills the templates in. The commit's own tag is always there, because it is what a rollback asks for.
 *
 * Throws a UserError on an unknown placeholder, an impossible tag, and on `latest` unless it is allowed.
 */
function tagsFor(templates, facts, allowLatest) {
    const values = {
        sha: facts.sha,
        'short-sha': facts.sha.slice(0, 12),
        branch: tagOf(facts.branch),
        version: tagOf(facts.version),
    };
    const tags = new Set(facts.sha === '' ? [] : [facts.sha]);
    const left = [];
    for (const template of templates) {
        const tag = filled(template, values);
        if (tag === undefined)
            left.push(template);
        else
            tags.add(checked(tag, template, allowLatest));
    }
    if (tags.size > 0)
        return { tags: [...tags], left };
    throw new user_error/* UserError */.yo(`none of the tags (${templates.join(', ')}) can be made in this run`, {
        fix: 'Run it for a commit (GITHUB_SHA), or give a tag without placeholder under `tags:`.',
    });
}
function filled(template, values) {
    let missing = false;
    const tag = template.replaceAll(/\{([^}]*)\}/g, (_, name) => {
        const value = values[name];
        if (value === undefined) {
            throw new user_error/* UserError */.yo(`the tag "${template}" has the unknown placeholder {${name}}`, {
                fix: `Use one of ${Object.keys(values)
                    .map((known) => `{${known}}`)
                    .join(', ')}.`,
            });
        }
        missing ||= value === '';
        return value;
    });
    return missing ? undefined : tag;
}
function checked(tag, template, allowLatest) {
    if (!oci_reference/* tagPattern */.bO.test(tag)) {
        throw new user_error/* UserError */.yo(`"${tag}" (from "${template}") can be no tag`, {
            fix: 'A tag has up to 128 letters, digits, ., _ and -, and begins with a letter, digit or _.',
        });
    }
    if (tag === 'latest' && !allowLatest) {
        throw new user_error/* UserError */.yo('the tag "latest" is refused: what runs under it changes without a trace, and a rollback to it is none', {
            fix: 'Deploy by digest or by the commit tag, which is always set. For an image that is for development only, write `allow-latest: true`.',
        });
    }
    return tag;
}
/** A branch or version as a tag: `feature/a` becomes `feature-a`, `1.0.0+build` becomes `1.0.0-build`. */
function tagOf(name) {
    return name
        .replaceAll(/[^A-Za-z0-9._-]+/g, '-')
        .replace(/^[.-]+/, '')
        .slice(0, 128);
}

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/tell/summary.js





/** Splits an image's files into the floor and the rest. */
function floorOf({ files, binaryAt, image }) {
    const program = binaryAt ?? image.config.entrypoint[0];
    const floor = { binary: 0, certificates: 0, zones: 0, rest: 0 };
    for (const file of files.files.values()) {
        const part = file.path === program
            ? 'binary'
            : /^\/etc\/(?:ssl|pki)\//.test(file.path) || file.path.startsWith('/usr/share/ca-certificates/')
                ? 'certificates'
                : /\/zoneinfo(?:\/|\.zip$)/.test(file.path)
                    ? 'zones'
                    : 'rest';
        floor[part] += file.size;
    }
    return floor;
}
/** The job summary: what the image is, what each layer weighs, and how far above the floor it stands. */
function summary_summaryOf(shown, layout, contents) {
    const facts = [
        ['digest', (0,markdown/* code */.aY)(shown.digest)],
        ['tags', shown.tags.map(markdown/* code */.aY).join(' ')],
        ['size', `${(0,units_bytes/* formatBytes */.z)(layout.size)} compressed`],
        ...(shown.base === '' ? [] : [['base', (0,markdown/* code */.aY)(shown.base)]]),
        ...(shown.builder === undefined ? [] : [['builder', shown.builder]]),
    ];
    const head = `### Image ${(0,markdown/* code */.aY)(shown.name)}\n\n${(0,markdown/* table */.tp)(['', ''], facts)}`;
    const [first] = contents;
    const { earlier } = shown;
    const change = earlier === undefined || first === undefined ? [] : [changeLine(first.image, earlier)];
    return [head, ...change, ...contents.map((content) => contentSummary(content, earlier))].join('\n\n');
}
function contentSummary(content, earlier) {
    const { image, files } = content;
    // Some bases bring no history along: then the last layers are those that are known.
    const unknown = Math.max(0, image.manifest.layers.length - image.config.steps.length);
    const rows = image.manifest.layers.map((layer, at) => [
        String(at + 1),
        (0,units_bytes/* formatBytes */.z)(layer.size),
        (0,units_bytes/* formatBytes */.z)(files.layerSizes[at] ?? 0),
        ...(earlier === undefined ? [] : [earlier.layers.has(layer.digest) ? 'same' : 'new']),
        (0,untrusted/* plainMarkdown */.EO)(image.config.steps[at - unknown] ?? '').slice(0, 160),
    ]);
    const head = [
        'layer',
        'compressed',
        'files',
        ...(earlier === undefined ? [] : ['against base']),
        'made by',
    ];
    const title = `${(0,descriptor/* platformName */.$r)(image.config.platform)}: ${rows.length} layers`;
    const proof = content.binaryAt === undefined
        ? ''
        : `\n\nThe tested binary is ${(0,markdown/* code */.aY)(content.binaryAt)}, byte for byte.`;
    return `${(0,markdown/* details */.zH)(title, (0,markdown/* table */.tp)(head, rows))}\n\n${floorLine(floorOf(content))}${proof}`;
}
/** One sentence on how much of the image is the program and what it can't do without. */
function floorLine(floor) {
    const parts = [
        `binary ${(0,units_bytes/* formatBytes */.z)(floor.binary)}`,
        `certificates ${(0,units_bytes/* formatBytes */.z)(floor.certificates)}`,
        `time zones ${(0,units_bytes/* formatBytes */.z)(floor.zones)}`,
    ];
    return `Uncompressed: ${parts.join(' + ')}, and ${(0,units_bytes/* formatBytes */.z)(floor.rest)} above that floor.`;
}

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/tell/tell.js




/** Reports the image: before the push, so that a push that fails leaves what was built, and once more after it. */
function tell_tell(inputs, { report, log }, built, tags, pushed, signatures = []) {
    const { layout, contents, base, binarySha256, plan } = built;
    const name = (0,oci_reference/* nameOf */.Vb)(inputs.image);
    const { digest } = layout.root;
    report.output('digest', digest);
    report.output('image', `${name}@${digest}`);
    report.output('layout', layout.path);
    report.output('size', layout.size);
    report.output('pushed', pushed);
    report.output('signatures', JSON.stringify(signatures));
    const section = {
        name,
        tags,
        digest,
        size: layout.size,
        base,
        pushed,
        ...(binarySha256 === undefined ? {} : { binarySha256 }),
        ...(signatures.length === 0 ? {} : { signatures }),
    };
    report.section('image', section);
    if (pushed)
        report.summary(pushedLine(signatures));
    else
        report.summary(summary_summaryOf({
            name,
            digest,
            tags,
            base,
            builder: plan === undefined ? undefined : nameOfWay(plan),
            earlier: built.earlier,
        }, layout, contents));
    log.info(`${pushed ? 'Pushed' : 'Image'} ${name}@${digest}, ${(0,units_bytes/* formatBytes */.z)(layout.size)}`);
}
function pushedLine(signatures) {
    const signed = signatures.map(({ predicateType }) => (0,markdown/* code */.aY)(predicateType)).join(', ');
    const line = 'Pushed, and read back from the registry with the same digest.';
    return signed === '' ? line : `${line} Signed, and the registry has it: ${signed}.`;
}
function nameOfWay({ way }) {
    return typeof way === 'string' ? way : 'no builder: written directly';
}
/** Says what would be done. */
function tellPlan(inputs, { log, report }, plan, tags) {
    const unplanned = inputs.layout === undefined
        ? `builds ${inputs.dockerfile} with what is compiled`
        : `takes the layout ${inputs.layout}`;
    const lines = [
        plan === undefined ? unplanned : `builds ${plan.source.path} with ${nameOfWay(plan)}`,
        ...(plan === undefined ? [] : [...plan.request.labels].map(([key, value]) => `label ${key}=${value}`)),
        ...tags.map((tag) => `${inputs.push ? 'pushes' : 'tags'} ${(0,oci_reference/* nameOf */.Vb)(inputs.image)}:${tag}`),
    ];
    for (const line of lines)
        log.info(`dry run: ${line}`);
    report.summary(`### Image ${(0,oci_reference/* nameOf */.Vb)(inputs.image)} (dry run)\n\nNothing was built or pushed; the inputs are fine.`);
}

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/run.js











/**
 * Builds an image into an OCI layout, or takes one that was built before, and pushes exactly its bytes if asked to.
 * `compile` makes the binary where the inputs ask for it.
 */
async function run(given, step, compile) {
    const ours = { ...step, exec: (0,environment/* forOthers */.JP)(step.exec, step.env, given) };
    for (const secret of [given.registryPassword, given.dispatchToken])
        if (secret !== undefined)
            await step.mask(secret);
    const facts = tagFacts(step.record.source.commit, step.env);
    const { tags, left } = tagsFor(given.tags, facts, given.allowLatest);
    for (const template of left)
        step.log.info(`The tag "${template}" is left out: this run has no value for it.`);
    step.report.output('pushed', false);
    step.report.output('tags', tags.map((tag) => `${(0,oci_reference/* nameOf */.Vb)(given.image)}:${tag}`).join('\n'));
    const supplies = openSupplies(given, ours);
    const compiling = await beginCompiling(given, ours, supplies, compile);
    if (compiling !== undefined && given.dryRun)
        return tryOut(compiling, given, ours, tags);
    const { source, target, inputs, context } = await begin(given, ours, facts, supplies, compiling);
    const plan = 'way' in source ? source : undefined;
    let signer;
    try {
        signer = await findSigner(source, inputs, context);
        if (inputs.dryRun)
            return tellPlan(inputs, context, plan, tags);
        const built = 'way' in source ? await buildImage(source, inputs, context) : await takeImage(source, context);
        tell_tell(inputs, context, built, tags, false);
        if (target === undefined)
            return;
        await target.push(built.layout, built.sentEarly);
        // A tag leads to nothing that is not signed yet.
        const signatures = await signer?.sign(await signedImage(built, target, context));
        await target.tag(built.layout, tags);
        tell_tell(inputs, context, built, tags, true, signatures);
        await afterPush(inputs, context);
    }
    finally {
        await target?.close();
        await signer?.close();
        if (plan !== undefined)
            await discard(plan, context);
    }
}
/** Without a binary there is nothing to plan an image with; what it takes to get one can be looked at. */
async function tryOut({ binaries }, inputs, context, tags) {
    await binaries;
    const target = inputs.push ? await openTarget(inputs, context) : undefined;
    await target?.close();
    tellPlan(inputs, context, undefined, tags);
}
async function findSigner(source, inputs, context) {
    if (inputs.sign === 'off')
        return undefined;
    const { openSigner } = await __webpack_require__.e(/* import() */ 3925).then(__webpack_require__.bind(__webpack_require__, 33925));
    const asks = inputs.attest.includes('sbom');
    return openSigner(inputs, asks ? await testedIn(source, context) : [], context);
}
/** sha256 of the tested binaries that are in the image, or will be. */
async function testedIn(source, context) {
    if ('way' in source)
        return source.binaries.map(({ sha256 }) => sha256);
    const known = knownImage(source, context)?.binarySha256;
    // The record names one of them, and an image for several platforms has more.
    if (known !== undefined && source.images.length === 1)
        return [known];
    return binariesIn(source, context.record.binaries ?? []);
}
/** The image as the signatures are to have it. */
async function signedImage({ layout }, target, { report }) {
    const { image } = report.sections;
    if (image === undefined)
        throw new Error('an image that was built must have been reported');
    const { digest } = layout.root;
    return {
        image: { ...image, pushed: true },
        base: await (0,oci_layout/* baseOf */.bx)(layout),
        attachedSince: () => target.attachedSince(digest),
    };
}
/** What is done with an image that the registry has. */
async function afterPush(inputs, context) {
    const { image } = context.report.sections;
    if (image === undefined)
        throw new Error('a pushed image must have been reported');
    const { dispatch } = await __webpack_require__.e(/* import() */ 6638).then(__webpack_require__.bind(__webpack_require__, 76638));
    await dispatch(image, inputs, context);
}

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/index.js



const startWith = (compile) => (0,run_action/* runAction */.C)(contract_contract, (inputs, context) => run(inputs, context, compile));


/***/ }),

/***/ 94486:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ openLogin)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/actions/shared/json/json.js
var json = __webpack_require__(65977);
// EXTERNAL MODULE: ./build/actions/shared/registry/credentials.js
var credentials = __webpack_require__(25848);
// EXTERNAL MODULE: ./build/actions/shared/registry/kinds.js
var kinds = __webpack_require__(73265);
;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/registry/auth-config.js

/** The configuration with a credential helper for a registry; every other registry keeps what it has. */
function withHelper(config, registry, helper) {
    const auths = Object.entries((0,json/* objectOf */.Xy)(config['auths'])).filter(([key]) => !isOf(key, registry));
    const credHelpers = { ...(0,json/* objectOf */.Xy)(config['credHelpers']), [registry]: helper };
    return {
        ...config,
        ...(config['auths'] === undefined ? {} : { auths: Object.fromEntries(auths) }),
        credHelpers,
    };
}
/** podman keeps log-ins for parts of a registry too (`r.example/acme`), and they would win over the helper. */
function isOf(key, registry) {
    return key === registry || key.startsWith(`${registry}/`);
}
/**
 * podman's log-ins with docker's beside them, registry by registry: where both know one, podman's own counts. In its own
 * file podman finds a registry by its host only.
 */
function forPodman(docker, podman) {
    const [auths, credHelpers] = [(0,json/* objectOf */.Xy)(podman['auths']), (0,json/* objectOf */.Xy)(podman['credHelpers'])];
    // A helper wins over a log-in: docker's must not over podman's.
    const helpers = Object.entries(byHost(docker['credHelpers'])).filter(([registry]) => !(registry in auths));
    return {
        ...docker,
        ...podman,
        auths: { ...byHost(docker['auths']), ...auths },
        credHelpers: { ...Object.fromEntries(helpers), ...credHelpers },
    };
}
/** docker has addresses among its keys, and Docker Hub under its oldest (`https://index.docker.io/v1/`). */
function byHost(entries) {
    const host = (key) => key.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
    const name = (key) => host(key).replace(/^(?:index|registry-1)\.docker\.io$/, 'docker.io');
    return Object.fromEntries(Object.entries((0,json/* objectOf */.Xy)(entries)).map(([key, value]) => [name(key), value]));
}

// EXTERNAL MODULE: ./build/actions/multistage-dockerize/src/registry/session.js
var session = __webpack_require__(16584);
;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/registry/login.js







/** Name of our credential helper, and of the variable it reads. */
const helper = 'seatrial';
const variable = 'SEATRIAL_REGISTRY_LOGIN';
/** A credential helper (docker-credential-helpers' protocol) that knows one answer, and keeps nothing. */
const script = `#!/bin/sh
[ "$1" = get ] && cat >/dev/null && printf '%s' "$${variable}"
`;
/**
 * Lets builders and cosign use the name and password of the inputs: through a docker configuration of their own, which
 * is the caller's with a credential helper for this registry in it. The password is in their environment only, in no
 * file and no command line, and the caller's configuration stays as it is; so there is nothing to log out of.
 *
 * Without a password the caller's own log-ins and helpers are what they use, and nothing is made.
 */
async function openLogin(inputs, { env, temp }) {
    const { registry } = inputs.image;
    const kind = (0,kinds/* registryKind */.I)(registry, env['GITHUB_ACTOR']);
    const known = (0,session/* givenCredentials */.m)(registry, kind, inputs);
    if (known?.kind !== 'password')
        return { env: {}, close: async () => undefined };
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(temp, 'seatrial-login-'));
    const close = () => (0,promises_.rm)(folder, { recursive: true, force: true });
    const { username: Username, password: Secret } = known;
    try {
        await fill(folder, registry, env);
    }
    catch (error) {
        await close();
        throw error;
    }
    return {
        env: {
            DOCKER_CONFIG: folder,
            REGISTRY_AUTH_FILE: (0,external_node_path_.join)(folder, 'auth.json'),
            PATH: `${folder}:${env['PATH'] ?? ''}`,
            [variable]: JSON.stringify({ ServerURL: registry, Username, Secret }),
        },
        close,
    };
}
/** Puts the caller's configuration with our helper in it into a folder. */
async function fill(folder, registry, env) {
    const dockers = (0,json/* objectOf */.Xy)(await (0,credentials.dockerConfig)(env));
    const podmans = await readConfig(env['REGISTRY_AUTH_FILE'] || authFile(env));
    const files = new Map([
        ['config.json', JSON.stringify(withHelper(dockers, (0,credentials.dockerKey)(registry), helper))],
        ['auth.json', JSON.stringify(withHelper(forPodman(dockers, podmans), registry, helper))],
        [`docker-credential-${helper}`, script],
    ]);
    const own = (0,credentials.dockerFolder)(env);
    // Contexts, builders and plug-ins of the docker client live beside its configuration.
    for (const name of await (0,promises_.readdir)(own).catch(() => []))
        if (!files.has(name))
            await (0,promises_.symlink)((0,external_node_path_.join)(own, name), (0,external_node_path_.join)(folder, name));
    // Never through a link: what one leads to is the caller's.
    for (const [name, text] of files)
        await (0,promises_.writeFile)((0,external_node_path_.join)(folder, name), text, { flag: 'wx', mode: text === script ? 0o755 : 0o600 });
}
/** Where podman and buildah keep their log-ins, unless they are told otherwise. */
function authFile(env) {
    return (0,external_node_path_.join)(env['XDG_RUNTIME_DIR'] || `/run/user/${process.getuid?.() ?? 0}`, 'containers', 'auth.json');
}
async function readConfig(path) {
    return (0,json/* objectOf */.Xy)((0,json/* parsed */.Yz)(await (0,promises_.readFile)(path, 'utf8').catch(() => '')));
}


/***/ }),

/***/ 16584:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ openSession),
/* harmony export */   m: () => (/* binding */ givenCredentials)
/* harmony export */ });
/* harmony import */ var _shared_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30860);
/* harmony import */ var _shared_registry_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73265);


/**
 * Opens a repository with the inputs' name and password where they are for its registry, else with what docker's own
 * configuration knows.
 */
async function openSession(reference, access, inputs, context) {
    // node's TLS alone costs as much start-up as all the rest; most steps push nothing.
    const [{ openHttp }, { dockerCredentials }, { Repository }] = await Promise.all([
        __webpack_require__.e(/* import() */ 4344).then(__webpack_require__.bind(__webpack_require__, 71963)),
        Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 25848)),
        Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 14278)),
    ]);
    const { send, close } = openHttp(context.env);
    const { mask, signal } = context;
    const log = (line) => context.log.info(line);
    const kind = (0,_shared_registry_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .registryKind */ .I)(reference.registry, context.env['GITHUB_ACTOR']);
    try {
        const credentials = givenCredentials(reference.registry, kind, inputs) ??
            (await dockerCredentials(reference.registry, context));
        const options = { send, credentials, mask, signal, log, access, refused: kind.refused };
        return { repository: new Repository(reference, options), close };
    }
    catch (error) {
        close();
        throw error;
    }
}
/** Name and password of the inputs, where they are for this registry. */
function givenCredentials(registry, kind, inputs) {
    const { registryPassword: password, registryUsername: username = kind.username, image } = inputs;
    if (registry !== image.registry || password === undefined)
        return undefined;
    if (username !== undefined)
        return { kind: 'password', username, password };
    throw new _shared_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`\`registry-password\` is given without a name, and this ${kind.name} has none of its own`, {
        fix: kind.refused,
    });
}


/***/ }),

/***/ 17765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ readDockerfile),
  a: () => (/* binding */ stageNamed)
});

// EXTERNAL MODULE: ./build/actions/shared/dockerfile/expand.js
var expand = __webpack_require__(49187);
;// CONCATENATED MODULE: ./build/actions/shared/dockerfile/instruction.js
/** All instructions in their order. */
function instructionsOf(ast, stageAt) {
    return ast.getInstructions().map((one) => {
        const line = one.getRange().start.line + 1;
        const text = one.getArgumentsContent() ?? '';
        const exec = execForm(text);
        return {
            keyword: one.getKeyword(),
            stage: stageAt(line),
            line,
            lastLine: one.getRange().end.line + 1,
            text,
            flags: flagsOf(one),
            words: exec ?? one.getArguments().map((argument) => argument.getValue()),
            exec,
            pairs: propertiesOf(one).map((pair) => ({ name: pair.getName(), value: pair.getValue() ?? undefined })),
            plain: isPlain(one.getKeyword(), text, propertiesOf(one)),
        };
    });
}
function flagsOf(one) {
    if (!takesFlags(one))
        return [];
    return one.getFlags().map((flag) => ({ name: flag.getName(), value: flag.getValue() ?? '' }));
}
function propertiesOf(one) {
    return takesProperties(one) ? one.getProperties() : [];
}
// The parser is loaded when a Dockerfile is read, so its classes are known by their types only.
function takesFlags(one) {
    return 'getFlags' in one;
}
function takesProperties(one) {
    return 'getProperties' in one;
}
function execForm(text) {
    if (!text.startsWith('['))
        return undefined;
    try {
        const value = JSON.parse(text);
        return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function isPlain(keyword, text, pairs) {
    if (/[\\']|<</.test(text))
        return false;
    return keyword !== 'ENV' || pairs.every((pair) => pair.getAssignmentOperator() === '=');
}
/** Words of the JSON form (`["a", "b"]`) come with their punctuation. */
function unquoted(word) {
    return word.replace(/^\[?"?/, '').replace(/"?[\],]*$/, '');
}

;// CONCATENATED MODULE: ./build/actions/shared/dockerfile/dockerfile.js


/** Reads what is asked about a Dockerfile here; the builder finds what is wrong with it. */
async function readDockerfile(text, variables) {
    const { DockerfileParser } = await __webpack_require__.e(/* import() */ 5279).then(__webpack_require__.t.bind(__webpack_require__, 78390, 19));
    const ast = DockerfileParser.parse(text);
    const lines = text.split(/\r?\n/);
    const args = new Map(ast.getARGs().flatMap((arg) => {
        const property = arg.getProperty();
        return property === null ? [] : [[property.getName(), property.getValue() ?? '']];
    }));
    const known = new Map([...args, ...variables]);
    const stages = stagesOf(ast, lines.length, known);
    const stageAt = (line) => stages.findLastIndex((stage) => stage.firstLine <= line);
    return {
        lines,
        stages,
        copies: copiesOf(ast, stageAt, known),
        needs: needsOf(ast, stages, stageAt),
        args: new Set(args.keys()),
        instructionLines: ast.getInstructions().map((one) => one.getRange().start.line + 1),
        instructions: instructionsOf(ast, stageAt),
        directives: new Map(ast.getDirectives().map((one) => [one.getName().toLowerCase(), one.getValue()])),
    };
}
/** The stage a name or number means, as seen from a later stage. */
function stageNamed(file, name) {
    const wanted = name.toLowerCase();
    return (file.stages.find((stage) => stage.name?.toLowerCase() === wanted) ??
        (/^\d+$/.test(name) ? file.stages[Number(name)] : undefined));
}
function stagesOf(ast, lineCount, known) {
    const froms = ast.getFROMs();
    return froms.map((from, index) => ({
        index,
        name: from.getBuildStage() ?? undefined,
        base: (0,expand/* expand */.f)(from.getImage() ?? '', known),
        firstLine: from.getRange().start.line + 1,
        lastLine: froms[index + 1]?.getRange().start.line ?? lineCount,
    }));
}
function copiesOf(ast, stageAt, known) {
    return ast.getCOPYs().flatMap((copy) => {
        const from = copy
            .getFlags()
            .find((flag) => flag.getName() === 'from')
            ?.getValue();
        if (from === null || from === undefined)
            return [];
        const line = copy.getRange().start.line + 1;
        const words = copy.getArguments().map((argument) => (0,expand/* expand */.f)(unquoted(argument.getValue()), known));
        return [{ stage: stageAt(line), from, sources: words.slice(0, -1), line }];
    });
}
function needsOf(ast, stages, stageAt) {
    const bases = stages.map((stage) => ({ stage: stage.index, name: stage.base }));
    const mounts = ast.getInstructions().flatMap((instruction) => {
        if (instruction.getKeyword() !== 'RUN')
            return [];
        const stage = stageAt(instruction.getRange().start.line + 1);
        const found = instruction.getTextContent().matchAll(/--mount=\S*\bfrom=([^,\s]+)/g);
        return [...found].map((match) => ({ stage, name: match[1] ?? '' }));
    });
    return [...bases, ...mounts];
}


/***/ }),

/***/ 49187:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ expand)
/* harmony export */ });
/** Fills in `$NAME`, `${NAME}`, `${NAME:-default}` and `${NAME:+instead}`; what is not known stays as it is. */
function expand(text, known) {
    return text.replaceAll(/\$(?:\{(\w+)(?::([-+])([^}]*))?\}|(\w+))/g, (whole, braced, sign, word, bare) => {
        const value = known.get(braced ?? bare ?? '');
        if (sign === '+')
            return value === undefined || value === '' ? '' : (word ?? '');
        if (sign === '-')
            return value === undefined || value === '' ? (word ?? '') : value;
        return value ?? whole;
    });
}


/***/ }),

/***/ 69497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ readFiles),
/* harmony export */   n: () => (/* binding */ filesIn)
/* harmony export */ });
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74760);

/**
 * Reads the files of an image. `hashed` says which files' sha256 is wanted. Throws an Error when a layer can't be read.
 */
async function readFiles(layout, { manifest: { layers } }, hashed) {
    return filesIn(await (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .readTree */ .Zc)(layout, layers, hashed), layers.length);
}
/** The files of a tree that so many layers made. */
function filesIn(tree, layers) {
    const files = new Map();
    const links = new Set();
    const layerSizes = Array.from({ length: layers }, () => 0);
    for (const [path, { type, size, layer, sha256 }] of tree) {
        if (type === 'folder')
            continue;
        if (type !== 'file')
            links.add(path);
        else {
            files.set(path, { path, size, layer, ...(sha256 === undefined ? {} : { sha256 }) });
            layerSizes[layer] = (layerSizes[layer] ?? 0) + size;
        }
    }
    return { files, links, layerSizes };
}


/***/ }),

/***/ 71190:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ gzipMembers)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./build/actions/shared/promises/lanes.js
/** Begins what it is given in its order, at most `count` at a time; each gives or throws what its work does. */
function lanes(count) {
    const queue = [];
    let busy = 0;
    return async (work) => {
        if (busy === count)
            await new Promise((resolve) => queue.push(resolve));
        else
            busy += 1;
        try {
            return await work();
        }
        finally {
            const next = queue.shift();
            if (next === undefined)
                busy -= 1;
            else
                next();
        }
    };
}

;// CONCATENATED MODULE: ./build/actions/shared/oci/gzip.js




const compress = (0,external_node_util_.promisify)(external_node_zlib_.gzip);
/**
 * Level 2 costs two fifths of what the usual 6 does, for 6 % more bytes of a Go program: a program is compressed at
 * every commit, and fetched by few nodes.
 */
const level = 2;
/** Small enough that every core has work until the end; what each member loses by starting anew is below 0.1 %. */
const pieceBytes = 2 << 20;
/**
 * Members in work at once, of all streams. libuv has four threads for this and for files: one stays free, or whatever else reads a file
 * meanwhile waits until a member is done.
 */
const atOnce = Math.min((0,external_node_os_.availableParallelism)(), 3);
const lane = lanes(atOnce);
/** Pieces that are read before their turn comes: whoever reads them has more to do than to wait for a core to be free. */
const ready = 2;
/**
 * Compresses a stream with all cores: pieces of fixed size, each a gzip member of its own. Members one behind the other
 * are one gzip stream (RFC 1952, 2.2), which every reader of layers takes. The same bytes always give the same.
 */
async function* gzipMembers(source) {
    // A buffer that is used again costs no new pages.
    const spare = [];
    const member = async (piece) => {
        // Each output buffer that is full wakes the main thread up, and the usual ones hold 16 KiB.
        const packed = await lane(() => compress(piece.bytes, { level, memLevel: 9, chunkSize: pieceBytes / 2 }));
        spare.push(piece.buffer);
        return packed;
    };
    const waiting = [];
    for await (const piece of pieces(source, () => spare.pop() ?? Buffer.allocUnsafeSlow(pieceBytes))) {
        const one = member(piece);
        // Told in its turn.
        one.catch(() => undefined);
        waiting.push(one);
        if (waiting.length > atOnce + ready)
            yield (await waiting.shift()) ?? Buffer.alloc(0);
    }
    for (const rest of waiting)
        yield await rest;
}
/** Copies chunks of any size into pieces of one size; a chunk may be used again once the next one is asked for. */
async function* pieces(source, take) {
    let buffer = take();
    let filled = 0;
    for await (const chunk of source) {
        for (let taken = 0; taken < chunk.length;) {
            const part = chunk.subarray(taken, taken + pieceBytes - filled);
            buffer.set(part, filled);
            taken += part.length;
            filled += part.length;
            if (filled < pieceBytes)
                continue;
            yield { buffer, bytes: buffer };
            buffer = take();
            filled = 0;
        }
    }
    if (filled > 0)
        yield { buffer, bytes: buffer.subarray(0, filled) };
}


/***/ }),

/***/ 31775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eu: () => (/* binding */ tarStream),
/* harmony export */   ku: () => (/* binding */ layerStream),
/* harmony export */   yb: () => (/* binding */ whiteout),
/* harmony export */   ys: () => (/* binding */ absolute)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57075);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38522);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6798);





/** Archives say `etc/passwd`, `./etc/passwd` or `/etc/passwd`. */
function absolute(name) {
    return `/${name.replace(/^(?:\.?\/)+/, '').replace(/\/+$/, '')}`;
}
/** The path a whiteout entry removes; `/dir/` stands for everything inside of it. */
function whiteout(path) {
    const slash = path.lastIndexOf('/');
    const name = path.slice(slash + 1);
    if (name === '.wh..wh..opq')
        return path.slice(0, slash + 1);
    return name.startsWith('.wh.') ? `${path.slice(0, slash + 1)}${name.slice(4)}` : undefined;
}
/** A layer's tar stream. Throws an Error when its media type is that of no archive. */
async function* layerStream(layout, { digest, mediaType }) {
    if (!/\.tar(?:[+.](?:gzip|zstd))?$/.test(mediaType))
        throw new Error(`the layer ${digest} has the unknown media type ${mediaType}`);
    yield* await tarStream((0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .blobPath */ .nD)(layout, digest));
}
/** How compressed files begin (RFC 1952, RFC 8878); a tar archive begins with the name of a file. */
const magics = [
    { bytes: '1f8b', open: () => (0,node_zlib__WEBPACK_IMPORTED_MODULE_3__.createGunzip)({ chunkSize: 1 << 18 }) },
    { bytes: '28b52ffd', open: () => (0,node_zlib__WEBPACK_IMPORTED_MODULE_3__.createZstdDecompress)() },
];
/** The tar stream in a file, decompressed by how it begins: media types and names of archives are not always true. */
async function tarStream(path) {
    const begin = await beginOf(path);
    const packed = magics.find(({ bytes }) => begin.startsWith(bytes));
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(path, { highWaterMark: 1 << 20 });
    // pipeline hands an error on to the reader of the last stream; the callback has nothing to add.
    return packed === undefined ? file : (0,node_stream__WEBPACK_IMPORTED_MODULE_2__.pipeline)(file, packed.open(), () => undefined);
}
async function beginOf(path) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path);
    try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
        return buffer.toString('hex', 0, bytesRead);
    }
    finally {
        await file.close();
    }
}


/***/ }),

/***/ 74760:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ER: () => (/* binding */ PathError),
/* harmony export */   Xd: () => (/* binding */ followed),
/* harmony export */   Zc: () => (/* binding */ readTree)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _layer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31775);
/* harmony import */ var _tar_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71449);



/**
 * Reads all layers of an image, later ones over earlier ones as a container sees them, whiteouts included.
 *
 * `hashed` says which files' sha256 is wanted. Throws an Error when a layer can't be read.
 */
async function readTree(layout, layers, hashed = () => false) {
    const tree = new Map();
    for (const [layer, descriptor] of layers.entries()) {
        const added = new Map();
        for await (const entry of (0,_tar_js__WEBPACK_IMPORTED_MODULE_2__/* .tarEntries */ .O)((0,_layer_js__WEBPACK_IMPORTED_MODULE_1__/* .layerStream */ .ku)(layout, descriptor))) {
            const path = (0,_layer_js__WEBPACK_IMPORTED_MODULE_1__/* .absolute */ .ys)(entry.name);
            const gone = (0,_layer_js__WEBPACK_IMPORTED_MODULE_1__/* .whiteout */ .yb)(path);
            if (gone !== undefined)
                remove(tree, gone);
            else if (entry.type === 'link') {
                const target = (0,_layer_js__WEBPACK_IMPORTED_MODULE_1__/* .absolute */ .ys)(entry.linkName);
                added.set(path, { ...nodeOf(entry, layer), ...(added.get(target) ?? tree.get(target)), layer });
            }
            else if (path !== '/') {
                const sha256 = entry.type === 'file' && hashed(path, entry.size) ? await hashOf(entry) : undefined;
                added.set(path, { ...nodeOf(entry, layer), ...(sha256 === undefined ? {} : { sha256 }) });
            }
        }
        for (const [path, node] of added) {
            if (node.type !== 'folder' && tree.get(path)?.type === 'folder')
                remove(tree, path);
            tree.set(path, node);
        }
    }
    return tree;
}
function nodeOf({ type, mode, uid, gid, mtime, linkName, size }, layer) {
    return { type: type === 'link' ? 'file' : type, mode, uid, gid, mtime, linkName, size, layer };
}
function remove(tree, gone) {
    const below = gone.endsWith('/') ? gone : `${gone}/`;
    tree.delete(gone);
    for (const path of tree.keys())
        if (path.startsWith(below))
            tree.delete(path);
}
async function hashOf(entry) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for await (const chunk of entry.body())
        hash.update(chunk);
    return hash.digest('hex');
}
/** A path that can't be written to, because of what stands there. */
class PathError extends Error {
}
/** Where a path leads when the links on its way are followed, as far as it exists. Throws a PathError on a circle. */
function followed(tree, path) {
    let rest = path.split('/').filter((part) => part !== '' && part !== '.');
    let at = '';
    for (let steps = 0; rest.length > 0; steps += 1) {
        if (steps > 255)
            throw new PathError(`the links at ${path} lead in a circle`);
        const [part = '', ...more] = rest;
        rest = more;
        if (part === '..') {
            at = at.slice(0, Math.max(0, at.lastIndexOf('/')));
            continue;
        }
        const node = tree.get(`${at}/${part}`);
        if (node?.type !== 'symlink')
            at = `${at}/${part}`;
        else {
            if (node.linkName.startsWith('/'))
                at = '';
            rest = [...node.linkName.split('/').filter((one) => one !== '' && one !== '.'), ...rest];
        }
    }
    return at === '' ? '/' : at;
}


/***/ }),

/***/ 1357:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $i: () => (/* binding */ addBytes),
/* harmony export */   Bq: () => (/* binding */ dropLayer),
/* harmony export */   By: () => (/* binding */ writeLayer),
/* harmony export */   Fo: () => (/* binding */ addManifest),
/* harmony export */   HX: () => (/* binding */ keepLayer),
/* harmony export */   I5: () => (/* binding */ beginLayout),
/* harmony export */   VE: () => (/* binding */ addLayer),
/* harmony export */   W2: () => (/* binding */ finishLayout)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46466);
/* harmony import */ var _files_chunks_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(47912);
/* harmony import */ var _descriptor_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(54577);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(11332);
/* harmony import */ var _gzip_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(71190);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6798);










/** Makes the folders of a layout. */
async function beginLayout(layout) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(layout, 'blobs', 'sha256'), { recursive: true });
}
/** Adds a small blob (configuration, manifest, index). */
async function addBytes(layout, bytes, mediaType) {
    const digest = (0,_digest_js__WEBPACK_IMPORTED_MODULE_7__/* .digestOf */ .ol)(bytes);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)((0,_layout_js__WEBPACK_IMPORTED_MODULE_9__/* .blobPath */ .nD)(layout, digest), bytes);
    return { mediaType, digest, size: bytes.length };
}
/** Adds a layer from its archive. */
async function addLayer(layout, tar) {
    const name = 'layer';
    try {
        const layer = await writeLayer(layout, tar, name);
        await keepLayer(layout, name, layer);
        return layer;
    }
    catch (error) {
        await dropLayer(layout, name);
        throw error;
    }
}
/**
 * Writes a layer beside the blobs of a layout, to be kept or dropped. `name` tells it from others that are written at the same
 * time; `see` is shown what is written, and may keep it.
 */
async function writeLayer(layout, tar, name, see = () => undefined) {
    const [plain, packed] = [(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256'), (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')];
    let size = 0;
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_4__.pipeline)(compressed(tar, (chunk) => plain.update(chunk)), (source) => (0,_files_chunks_js__WEBPACK_IMPORTED_MODULE_5__/* .seen */ .cI)(source, (chunk) => {
        packed.update(chunk);
        see(chunk);
        size += chunk.length;
    }), (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createWriteStream)(besideBlobs(layout, name)));
    const digest = `sha256:${packed.digest('hex')}`;
    return { mediaType: `${_descriptor_js__WEBPACK_IMPORTED_MODULE_6__/* .mediaTypes */ .Ib.layer}+gzip`, digest, size, diffId: `sha256:${plain.digest('hex')}` };
}
/** Makes a layer that was written one of the layout's blobs. */
async function keepLayer(layout, name, { digest }) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(besideBlobs(layout, name), (0,_layout_js__WEBPACK_IMPORTED_MODULE_9__/* .blobPath */ .nD)(layout, digest));
}
/** Leaves nothing of a layer that was not kept. */
async function dropLayer(layout, name) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(besideBlobs(layout, name), { force: true });
}
/** On the same disk, for a rename is all that is left to do then. */
function besideBlobs(layout, name) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(layout, 'blobs', 'sha256', name);
}
/**
 * The archive as gzip members; `see` is shown what they hold, in its order. A file has members of its own, so that it does
 * not matter to the layer's bytes when it was compressed.
 */
async function* compressed(tar, see) {
    const parts = tar[Symbol.asyncIterator]();
    let part = await parts.next();
    /** Bytes up to the next file. */
    async function* bytes() {
        for (; part.done !== true && part.value instanceof Uint8Array; part = await parts.next())
            yield part.value;
    }
    try {
        while (part.done !== true) {
            if (part.value instanceof Uint8Array)
                yield* (0,_gzip_js__WEBPACK_IMPORTED_MODULE_8__/* .gzipMembers */ .G)((0,_files_chunks_js__WEBPACK_IMPORTED_MODULE_5__/* .seen */ .cI)(bytes(), see));
            else {
                const { plain, members } = part.value;
                if (members === undefined)
                    yield* (0,_gzip_js__WEBPACK_IMPORTED_MODULE_8__/* .gzipMembers */ .G)((0,_files_chunks_js__WEBPACK_IMPORTED_MODULE_5__/* .seen */ .cI)(plain(), see));
                else {
                    // The processors have not compressed all of it yet: meanwhile.
                    for await (const chunk of plain())
                        see(chunk);
                    yield* members;
                }
                part = await parts.next();
            }
        }
    }
    finally {
        await parts.return?.();
    }
}
/** Adds a manifest of blobs that are there. */
async function addManifest(layout, config, layers, annotations = {}) {
    const plain = layers.map(({ mediaType, digest, size }) => ({ mediaType, digest, size }));
    const noted = Object.keys(annotations).length === 0 ? {} : { annotations };
    const manifest = { schemaVersion: 2, mediaType: _descriptor_js__WEBPACK_IMPORTED_MODULE_6__/* .mediaTypes */ .Ib.manifest, config, layers: plain, ...noted };
    return addBytes(layout, Buffer.from(JSON.stringify(manifest)), _descriptor_js__WEBPACK_IMPORTED_MODULE_6__/* .mediaTypes */ .Ib.manifest);
}
/** Writes the two files that make the folder a layout of one image. */
async function finishLayout(layout, root) {
    const index = { schemaVersion: 2, mediaType: _descriptor_js__WEBPACK_IMPORTED_MODULE_6__/* .mediaTypes */ .Ib.index, manifests: [root] };
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(layout, 'index.json'), JSON.stringify(index));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(layout, 'oci-layout'), JSON.stringify({ imageLayoutVersion: '1.0.0' }));
}


/***/ }),

/***/ 25848:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dockerConfig: () => (/* binding */ dockerConfig),
/* harmony export */   dockerCredentials: () => (/* binding */ dockerCredentials),
/* harmony export */   dockerFolder: () => (/* binding */ dockerFolder),
/* harmony export */   dockerKey: () => (/* binding */ dockerKey)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30860);
/* harmony import */ var _json_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65977);





/**
 * What docker's own configuration knows about a registry: a credential helper, the credential store, or the file itself.
 * Undefined when it knows nothing; the registry is then asked as nobody.
 */
async function dockerCredentials(registry, look) {
    const config = await dockerConfig(look.env);
    const found = await fromConfig(config, dockerKey(registry), look);
    if (found === undefined)
        return undefined;
    await look.mask(found.kind === 'password' ? found.password : found.token);
    return found;
}
/** The folder of docker's own configuration. */
function dockerFolder(env) {
    return env['DOCKER_CONFIG'] || (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(env['HOME'] || (0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)(), '.docker');
}
/** Docker's own configuration; undefined where there is none. Throws a UserError when it is damaged. */
async function dockerConfig(env) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(dockerFolder(env), 'config.json');
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8').catch(() => undefined);
    if (text === undefined)
        return undefined;
    const config = (0,_json_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parsed */ .Yz)(text);
    if (config !== undefined)
        return config;
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${path} is no JSON`, {
        fix: 'Log in to the registry again (docker/login-action), or remove the file.',
        place: { file: path },
    });
}
async function fromConfig(config, key, look) {
    const entry = (0,_json_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)((0,_json_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(config, 'auths'), key) ?? (0,_json_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)((0,_json_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(config, 'auths'), `https://${key}`);
    const helper = (0,_json_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)((0,_json_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)((0,_json_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(config, 'credHelpers'), key)) ?? (0,_json_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)((0,_json_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(config, 'credsStore'));
    if (helper !== undefined && helper !== '') {
        const known = await fromHelper(helper, key, look);
        if (known !== undefined)
            return known;
    }
    return fromEntry(entry);
}
function fromEntry(entry) {
    const token = (0,_json_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)((0,_json_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(entry, 'identitytoken'));
    if (token !== undefined && token !== '')
        return { kind: 'identity-token', token };
    const pair = Buffer.from((0,_json_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)((0,_json_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(entry, 'auth')) ?? '', 'base64').toString();
    const colon = pair.indexOf(':');
    if (colon < 1)
        return undefined;
    return {
        kind: 'password',
        username: pair.slice(0, colon),
        password: pair.slice(colon + 1).replace(/\0+$/, ''),
    };
}
/** Asks `docker-credential-<name> get`, which takes the registry on stdin and answers in JSON. */
async function fromHelper(name, key, { exec }) {
    const program = `docker-credential-${name}`;
    const { code, stdout } = await exec(program, ['get'], { stdin: key });
    // Helpers say "credentials not found" with an exit code; that is no error of ours.
    if (code !== 0)
        return undefined;
    const answer = (0,_json_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parsed */ .Yz)(stdout);
    const username = (0,_json_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)((0,_json_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(answer, 'Username'));
    const secret = (0,_json_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)((0,_json_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(answer, 'Secret'));
    if (username === undefined || secret === undefined || secret === '')
        return undefined;
    if (username === '<token>')
        return { kind: 'identity-token', token: secret };
    return { kind: 'password', username, password: secret };
}
/** What a registry is called in docker's configuration, where Docker Hub stands under its oldest address. */
function dockerKey(registry) {
    return registry === 'docker.io' ? 'https://index.docker.io/v1/' : registry;
}


/***/ }),

/***/ 73265:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ registryKind),
/* harmony export */   Q: () => (/* binding */ anyRegistry)
/* harmony export */ });
/** A registry of which nothing special is known. */
const anyRegistry = {
    name: 'registry',
    refused: 'Give `registry-username` and `registry-password` of someone who may push to this repository, or log in to the registry in a step before.',
};
/** Reads the kind of a registry from its host. `actor` is whose workflow runs. */
function registryKind(registry, actor) {
    const host = registry.replace(/:\d+$/, '');
    if (host === 'ghcr.io') {
        return {
            name: 'GitHub Container Registry',
            ...(actor === undefined || actor === '' ? {} : { username: actor }),
            refused: 'Give the job `permissions: packages: write` and `registry-password: ${{ github.token }}`; a package that another repository made has to let this one in (package settings, Manage Actions access).',
        };
    }
    if (host === 'docker.io') {
        return {
            name: 'Docker Hub',
            refused: 'Give your Docker ID as `registry-username` and an access token with Read & Write as `registry-password`; the first part of the repository is your ID or an organisation of yours.',
        };
    }
    if (/^\d{12}\.dkr[.-]ecr(?:-fips)?\.[a-z0-9-]+\.(?:amazonaws\.com(?:\.cn)?|on\.aws)$/.test(host) ||
        host === 'public.ecr.aws') {
        return {
            name: 'Amazon ECR',
            username: 'AWS',
            refused: 'Give the token of `aws ecr get-login-password` as `registry-password` (it is good for 12 hours), or use docker-credential-ecr-login; ECR makes no repository by itself, so create it first.',
        };
    }
    if (host === 'gcr.io' || host.endsWith('.gcr.io') || host.endsWith('-docker.pkg.dev')) {
        return {
            name: 'Google Artifact Registry',
            username: 'oauth2accesstoken',
            refused: 'Give an access token as `registry-password` (`google-github-actions/auth` with `token_format: access_token`); its account needs the role Artifact Registry Writer.',
        };
    }
    if (host.endsWith('.azurecr.io')) {
        return {
            name: 'Azure Container Registry',
            username: '00000000-0000-0000-0000-000000000000',
            refused: 'Give the token of `az acr login --expose-token` as `registry-password`; its identity needs the role AcrPush.',
        };
    }
    if (/(?:^|\.)(?:harbor|registry)\./.test(`.${host}`)) {
        return {
            ...anyRegistry,
            refused: `${anyRegistry.refused} For Harbor: the project (first part of the repository) must exist, and a robot's name begins with \`robot$\`.`,
        };
    }
    return anyRegistry;
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
    /** Aborted when the job is cancelled. */
    get signal() {
        return this.options.signal;
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
        const { log } = this.options;
        const signal = call.signal ?? this.options.signal;
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
        return this.options.send({ signal: this.options.signal, ...rest, url, headers });
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


/***/ })

};
