export const id = 6894;
export const ids = [6894];
export const modules = {

/***/ 26894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  applyPart: () => (/* binding */ applyPart),
  assemble: () => (/* binding */ assemble),
  treeOf: () => (/* binding */ treeOf)
});

// EXTERNAL MODULE: ./build/actions/shared/errors/user-error.js
var user_error = __webpack_require__(30860);
// EXTERNAL MODULE: ./build/actions/shared/json/json.js
var json = __webpack_require__(65977);
// EXTERNAL MODULE: ./build/actions/shared/oci/descriptor.js
var descriptor = __webpack_require__(54577);
// EXTERNAL MODULE: ./build/actions/shared/oci/files.js
var files = __webpack_require__(69497);
// EXTERNAL MODULE: ./build/actions/shared/oci/tree.js
var oci_tree = __webpack_require__(74760);
// EXTERNAL MODULE: ./build/actions/shared/oci/write.js
var write = __webpack_require__(1357);
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
    const writing = assembly.parts.map((part, at) => writePart(part, at, assembly.supplies, settings));
    // Nothing is written any more when the first failure is told.
    await Promise.allSettled(writing);
    const parts = await Promise.all(writing);
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
async function writePart(part, at, supplies, settings) {
    const { layout } = settings;
    const { binary, base, platform, recipe } = part;
    const baseLayers = base?.image.layers ?? [];
    const tree = await treeOf(part);
    const applied = applyPart(part, tree, { ...settings, binarySize: binary.size });
    const layer = await supplies.layers.write(applied.entries, binary, `layer-${at}`);
    const config = await (0,write/* addBytes */.$i)(layout, Buffer.from(JSON.stringify(applied.config(layer.diffId))), descriptor/* mediaTypes */.Ib.config);
    const annotations = base === undefined
        ? {}
        : {
            'org.opencontainers.image.base.name': recipe.base,
            'org.opencontainers.image.base.digest': base.image.digest,
        };
    const manifest = await (0,write/* addManifest */.Fo)(layout, config, [...baseLayers, layer], annotations);
    return { manifest: { ...manifest, platform }, written: writtenOf(part, tree, applied, layer) };
}
function writtenOf({ base, binary: { sha256 } }, tree, { entries }, own) {
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
    return { files: (0,files/* filesIn */.n)(all, layer + 1), binaryAt, layer: own };
}
/** What stands in the base image of a part, once its layers are in the layout. */
async function treeOf({ base }) {
    return base === undefined ? new Map() : base.tree();
}
/** Carries a part's recipe out on its base. Throws a UserError at the line of FROM where that has no place for the binary. */
function applyPart({ recipe, base, platform }, tree, { created, labels, path, binarySize }) {
    const config = base?.image.config;
    const diffIds = (0,json/* textsOf */.CB)((0,json/* field */.ZZ)((0,json/* field */.ZZ)(config, 'rootfs'), 'diff_ids'));
    try {
        return applySteps(recipe.steps, { config, tree, diffIds }, { platform, created, labels, binarySize });
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


/***/ })

};
