export const id = 3655;
export const ids = [3655];
export const modules = {

/***/ 63655:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readManifests: () => (/* binding */ readManifests)
});

// EXTERNAL MODULE: ./build/actions/shared/errors/user-error.js
var user_error = __webpack_require__(30860);
// EXTERNAL MODULE: ./build/actions/shared/kube/values.js
var values = __webpack_require__(49256);
// EXTERNAL MODULE: ./build/actions/shared/manifests/pod-spec.js
var pod_spec = __webpack_require__(93900);
;// CONCATENATED MODULE: ./build/actions/shared/manifests/placeholders.js



const placeholder = /\$\{[^}]*\}|\{\{[^}]*\}\}|\$[A-Z_]{3,}|<[A-Za-z][\w .-]*>/;
/**
 * Refuses placeholders nobody filled in, in names, labels and images, where none of their forms is ever meant. In
 * arguments, configuration and annotations they may be what the program wants.
 */
function refusePlaceholders(object, file, placeOf) {
    const { name = '', namespace = '' } = object.metadata;
    const fields = [
        [['metadata', 'name'], name],
        [['metadata', 'namespace'], namespace],
        ...Object.entries((0,values/* textsAt */.i1)(object, 'metadata', 'labels')).map(([key, value]) => [
            ['metadata', 'labels', key],
            value,
        ]),
        ...(0,pod_spec/* containersOf */.Mz)(object).map(({ path, image }) => [[...path, 'image'], image]),
    ];
    for (const [path, value] of fields) {
        const found = placeholder.exec(value);
        if (found === null)
            continue;
        throw new user_error/* UserError */.yo(`${file}: the placeholder ${found[0]} in ${path.join('.')} was not filled in`, {
            fix: 'Render the manifests in an earlier step, or write the value. Images are filled in by the input `images`.',
            place: placeOf(path),
        });
    }
}

// EXTERNAL MODULE: ./build/actions/shared/manifests/sources/find.js
var find = __webpack_require__(39013);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/actions/shared/registry/loopback.js
var loopback = __webpack_require__(72369);
;// CONCATENATED MODULE: ./build/actions/shared/manifests/sources/download.js


/** Milliseconds. */
const patience = 30_000;
/** The text at an address. Encrypted all the way, also through redirects; `largest`: bytes. */
async function download(address, largest) {
    refuseOpen(address);
    const fail = (why) => {
        throw new user_error/* UserError */.yo(`${address} can't be read: ${why}`, {
            fix: 'Correct the address, or put the file into the repository.',
        });
    };
    try {
        const answer = await fetch(address, { signal: AbortSignal.timeout(patience) });
        refuseOpen(answer.url);
        if (!answer.ok)
            return fail(`HTTP status ${answer.status}`);
        const chunks = [];
        let size = 0;
        for await (const chunk of answer.body ?? []) {
            size += chunk.byteLength;
            if (size > largest)
                return fail(`it is larger than ${Math.round(largest / 1e6)} MB`);
            chunks.push(chunk);
        }
        return Buffer.concat(chunks).toString();
    }
    catch (error) {
        if (error instanceof user_error/* UserError */.yo)
            throw error;
        return fail((0,user_error/* messageOf */.bD)(error));
    }
}
function refuseOpen(address) {
    const { protocol, hostname } = new URL(address);
    if (protocol === 'https:' || (0,loopback/* isLoopback */.U)(hostname))
        return;
    throw new user_error/* UserError */.yo(`${address} is not encrypted: anybody on the way could change what is deployed`, {
        fix: 'Give an address that begins with https://.',
    });
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/actions/shared/manifests/sources/helm.js


/**
 * What `helm template` makes of a chart. Helm only renders: it keeps no release of its own in the cluster, and its hooks are
 * carried out as ours are.
 */
async function helmText({ path, shown }, exec, { helm = 'helm', values, release, namespace } = { values: [] }) {
    const args = [
        'template',
        release ?? (0,external_node_path_.basename)(path).toLowerCase(),
        path,
        '--include-crds',
        ...(namespace === undefined ? [] : ['--namespace', namespace]),
        ...values.flatMap((file) => ['--values', file]),
    ];
    const { code, stdout, stderr } = await exec(helm, args);
    if (code === 0)
        return stdout;
    throw new user_error/* UserError */.yo(`Helm can't render ${shown}: ${stderr.trim().replace(/^Error: /, '')}`, {
        fix: /missing in charts\/ directory|dependency build/.test(stderr)
            ? `Fetch what the chart depends on in an earlier step: \`helm dependency build ${shown}\`.`
            : `Run \`helm template ${shown}\` with the same values and correct what it says.`,
        place: { file: shown },
    });
}

;// CONCATENATED MODULE: ./build/actions/shared/manifests/sources/kustomize.js





const remote = /^[a-z][a-z+.-]*:\/\/|^git@|^github\.com[/:]|[?&]ref=/;
const lists = ['resources', 'bases', 'components', 'crds'];
/** Refuses a kustomization that would download parts of itself, also by way of another one. */
async function refuseRemote(folder, shown, seen = new Set()) {
    const path = (0,external_node_path_.resolve)(folder);
    if (seen.has(path))
        return;
    seen.add(path);
    const content = await kustomizationIn(path);
    const parts = lists.flatMap((list) => (0,values/* listAt */.gT)(content, list)).filter((part) => typeof part === 'string');
    for (const part of parts) {
        if (remote.test(part)) {
            throw new user_error/* UserError */.yo(`${shown}: the kustomization downloads ${part}`, {
                fix: 'Put it into the repository, where a change of it is reviewed; or write `allow-urls: true`.',
                place: { file: shown },
            });
        }
        const below = (0,external_node_path_.join)(path, part);
        const what = await (0,promises_.stat)(below).catch(() => undefined);
        if (what?.isDirectory() === true)
            await refuseRemote(below, (0,external_node_path_.join)((0,external_node_path_.dirname)((0,external_node_path_.join)(shown, 'x')), part), seen);
    }
}
async function kustomizationIn(folder) {
    const { parse } = await __webpack_require__.e(/* import() */ 8815).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
    for (const name of find/* kustomizations */.r_) {
        try {
            const content = parse(await (0,promises_.readFile)((0,external_node_path_.join)(folder, name), 'utf8'));
            return (0,values/* isJson */.Fh)(content) ? content : {};
        }
        catch (error) {
            // What is no YAML Kustomize itself refuses, in its own words.
            if ((0,user_error/* codeOf */.$N)(error) !== 'ENOENT')
                return {};
        }
    }
    return {};
}

;// CONCATENATED MODULE: ./build/actions/shared/manifests/sources/text.js





/** Bytes. */
const largestFile = 8 * 1024 * 1024;
/** The YAML of a source, rendered where it has to be. */
async function textOf(source, options) {
    switch (source.kind) {
        case 'kustomize':
            return kustomizeText(source, options);
        case 'helm':
            return helmText(source, options.exec, options.helm);
        case 'url':
            return urlText(source, options);
        default:
            return fileText(source);
    }
}
async function fileText({ path, shown }) {
    const { size } = await (0,promises_.stat)(path);
    if (size <= largestFile)
        return (0,promises_.readFile)(path, 'utf8');
    throw new user_error/* UserError */.yo(`${shown} has ${Math.round(size / 1e6)} MB; manifests are read up to 8 MB`, {
        fix: 'Split the file, and leave out what is no manifest.',
        place: { file: shown },
    });
}
async function kustomizeText({ path, shown }, options) {
    if (options.allowUrls !== true)
        await refuseRemote(path, shown);
    const { code, stdout, stderr } = await options.exec(options.kubectl ?? 'kubectl', ['kustomize', path]);
    if (code === 0)
        return stdout;
    throw new user_error/* UserError */.yo(`Kustomize can't render ${shown}: ${stderr.trim().replace(/^error: /, '')}`, {
        fix: `Run \`kubectl kustomize ${shown}\` and correct what it says.`,
        place: { file: shown },
    });
}
async function urlText({ path, shown }, { allowUrls }) {
    if (allowUrls === true)
        return download(path, largestFile);
    throw new user_error/* UserError */.yo(`${shown} is an address, and nothing is downloaded unless that is allowed`, {
        fix: 'Put the file into the repository, where a change of it is reviewed; or write `allow-urls: true`.',
    });
}

// EXTERNAL MODULE: ./build/actions/shared/manifests/sources/variables.js
var sources_variables = __webpack_require__(4357);
;// CONCATENATED MODULE: ./build/actions/shared/manifests/yaml.js


/**
 * Reads all documents of a file as kubectl does: YAML 1.1 (`0644` is octal, `yes` is true), but without its times and
 * base-60 numbers. Errors carry the line within the file. JSON is YAML.
 */
async function readYaml(text, file, variables) {
    const { isCollection, isMap: isYamlMap, LineCounter, parseAllDocuments, visit } = await __webpack_require__.e(/* import() */ 8815).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
    const lineCounter = new LineCounter();
    const options = { version: '1.1', lineCounter, uniqueKeys: true, customTags: asKubectl };
    const documents = parseAllDocuments(text, { ...options });
    if (!Array.isArray(documents))
        return [];
    return documents.flatMap((document) => {
        refuseErrors(document, text, file);
        if (document.contents === null)
            return [];
        visit(document, {
            Pair: (_key, pair) => {
                // `key: {{ … }}` is YAML too: a map whose key is a map. Nobody means that.
                if (isCollection(pair.key))
                    refuseTemplate(lineCounter.linePos(pair.key.range?.[0] ?? 0).line, file);
            },
            Scalar: (key, node, parents) => {
                if (variables === undefined || key === 'key' || typeof node.value !== 'string')
                    return;
                const secret = parents.some((parent) => isYamlMap(parent) && parent.get('kind') === 'Secret');
                const line = lineCounter.linePos(node.range?.[0] ?? 0).line;
                const block = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
                const scalar = { text: node.value, plain: node.type === 'PLAIN', line: block ? line + 1 : line };
                node.value = (0,sources_variables/* filledIn */.A)(scalar, variables, { file, secret });
            },
        });
        const value = document.toJS({ maxAliasCount: 1000 });
        if (value === null)
            return [];
        return [{ value, placeOf: (path) => placeIn(document, lineCounter, file, path) }];
    });
}
const newOctal = {
    tag: 'tag:yaml.org,2002:int',
    default: true,
    test: /^0o[0-7]+$/,
    resolve: (text) => Number.parseInt(text.slice(2), 8),
};
function asKubectl(tags) {
    const kept = tags.filter((tag) => typeof tag === 'string' || (tag.tag !== 'tag:yaml.org,2002:timestamp' && tag.format !== 'TIME'));
    return [newOctal, ...kept];
}
function refuseErrors(document, text, file) {
    const first = document.errors[0];
    if (first === undefined)
        return;
    const position = first.linePos?.[0];
    const template = /\{\{.*\}\}/.test(text);
    const where = position === undefined ? '' : `, column ${position.col}`;
    throw new user_error/* UserError */.yo(`${file} is no valid YAML: ${firstLine(first.message)}${where}`, {
        fix: template
            ? 'The file holds `{{ … }}`: render the template first (`helm template`, for example) and give the result.'
            : 'Correct the file at that line.',
        place: { file, ...(position === undefined ? {} : { line: position.line }) },
    });
}
function refuseTemplate(line, file) {
    throw new user_error/* UserError */.yo(`${file}: a template that was not rendered`, {
        fix: 'The file holds `{{ … }}`: render the template first (`helm template`, for example) and give the result.',
        place: { file, line },
    });
}
function firstLine(message) {
    return (message.split('\n', 1)[0] ?? message).replace(/:$/, '');
}
/** The line of a field's key, or of the nearest parent that is there. */
function placeIn(document, lines, file, path) {
    for (let depth = path.length; depth >= 0; depth -= 1) {
        const offset = offsetOf(document, path.slice(0, depth));
        if (offset !== undefined)
            return { file, line: lines.linePos(offset).line };
    }
    return { file };
}
function offsetOf(document, path) {
    const last = path.at(-1);
    const parent = path.length === 0 ? undefined : document.getIn(path.slice(0, -1), true);
    if (typeof last === 'string' && isMap(parent)) {
        const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value) === last);
        if (pair !== undefined && isNode(pair.key))
            return pair.key.range?.[0];
        return undefined;
    }
    const node = path.length === 0 ? document.contents : document.getIn(path, true);
    return isNode(node) ? node.range?.[0] : undefined;
}
function isMap(value) {
    return typeof value === 'object' && value !== null && 'items' in value && Array.isArray(value.items);
}
function isScalar(value) {
    return typeof value === 'object' && value !== null && 'value' in value;
}
function isNode(value) {
    return typeof value === 'object' && value !== null && 'range' in value;
}

;// CONCATENATED MODULE: ./build/actions/shared/manifests/read.js






/** The API server takes requests up to 3 MiB, etcd values up to 1.5 MiB. */
const largestObject = 3 * 1024 * 1024;
/**
 * Reads every object of the caller's files, folders and globs.
 *
 * Throws a UserError with file and line for what is missing, no YAML, no object, unnamed, unfilled or too large.
 */
async function readManifests(patterns, options) {
    const sources = await (0,find/* findManifests */.kD)(patterns, options.workspace);
    const read = await Promise.all(sources.map((source) => readSource(source, options)));
    return read.flat();
}
async function readSource(source, options) {
    const text = await textOf(source, options);
    const documents = await readYaml(text, source.shown, options.variables);
    const rendered = source.kind === 'kustomize' || source.kind === 'helm';
    // Lines of rendered output say nothing to the caller.
    const whole = { file: source.shown };
    const manifests = documents
        .map((document) => (rendered ? { ...document, placeOf: () => whole } : document))
        .flatMap((document) => manifestsOf(document, source.shown));
    if (manifests.length > 0)
        return manifests;
    throw new user_error/* UserError */.yo(`${source.shown} holds no Kubernetes object`, {
        fix: 'Remove the file from the input `manifests`, or write an object into it.',
        place: whole,
    });
}
function manifestsOf({ value, placeOf }, file) {
    if ((0,values/* isJson */.Fh)(value) && (0,values/* textAt */.$6)(value, 'kind').endsWith('List') && Array.isArray(value['items'])) {
        return (0,values/* listAt */.gT)(value, 'items').flatMap((item, index) => manifestsOf({ value: item, placeOf: (path) => placeOf(['items', index, ...path]) }, file));
    }
    return [manifestOf(value, file, placeOf)];
}
function manifestOf(value, file, placeOf) {
    const refuse = (message, fix, path = []) => {
        throw new user_error/* UserError */.yo(`${file}: ${message}`, { fix, place: placeOf(path) });
    };
    for (const key of ['apiVersion', 'kind']) {
        if ((0,values/* textAt */.$6)(value, key) === '')
            refuse(`an object without ${key}`, `Add \`${key}:\` to it.`);
    }
    const what = (0,values/* textAt */.$6)(value, 'kind');
    if ((0,values/* textAt */.$6)(value, 'metadata', 'name') === '') {
        refuse(`a ${what} without metadata.name`, 'Name it: what has no name cannot be applied twice.', [
            'metadata',
        ]);
    }
    if (!(0,values/* isKubeObject */.$e)(value))
        return refuse(`the ${what} is no object of the API`, 'Correct its metadata.');
    refusePlaceholders(value, file, placeOf);
    if (JSON.stringify(value).length > largestObject) {
        refuse(`the ${what} ${value.metadata.name} is larger than the API server takes (3 MiB)`, 'Make it smaller.');
    }
    return { object: value, file, placeOf };
}


/***/ }),

/***/ 39013:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   kD: () => (/* binding */ findManifests),
/* harmony export */   pS: () => (/* binding */ shownPath),
/* harmony export */   r_: () => (/* binding */ kustomizations)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30860);



const kustomizations = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];
const manifestFile = /\.(ya?ml|json)$/;
/**
 * The sources behind the caller's list of files, folders, globs and addresses, in its order, each once.
 *
 * A folder is read with all below it; one with a kustomization or a chart is rendered. Throws a UserError for a path that is not
 * there and for a folder or glob without any manifest.
 */
async function findManifests(patterns, workspace) {
    const found = await Promise.all(patterns.map((pattern) => find(pattern, workspace)));
    const once = new Map(found.flat().map((source) => [source.path, source]));
    return [...once.values()];
}
async function find(pattern, workspace) {
    if (/^https?:\/\//.test(pattern))
        return [{ path: pattern, shown: pattern, kind: 'url' }];
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(pattern) ? pattern : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, pattern);
    const what = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).catch((error) => {
        if ((0,_errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .codeOf */ .$N)(error) === 'ENOENT')
            return undefined;
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the manifest ${pattern} cannot be read: ${String(error)}`, {
            fix: 'Make it readable for the user of the runner.',
        });
    });
    const sourceOf = (file, kind = 'file') => ({
        path: file,
        shown: shownPath(file, workspace),
        kind,
    });
    if (what?.isFile() === true)
        return [sourceOf(path)];
    if (what?.isDirectory() === true)
        return await inFolder(path, pattern, sourceOf);
    if (/[*?[{]/.test(pattern))
        return await matching(path, pattern, sourceOf);
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`there is no manifest ${pattern}`, {
        fix: `Correct the input \`manifests\`; relative paths start at ${workspace}. Is the repository checked out?`,
    });
}
async function inFolder(folder, pattern, sourceOf) {
    const top = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder);
    if (kustomizations.some((name) => top.includes(name)))
        return [sourceOf(folder, 'kustomize')];
    if (top.includes('Chart.yaml'))
        return [sourceOf(folder, 'helm')];
    const below = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder, { recursive: true, withFileTypes: true });
    const files = below
        .filter((entry) => entry.isFile() && manifestFile.test(entry.name))
        .map((entry) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(entry.parentPath, entry.name))
        .sort();
    if (files.length > 0)
        return files.map((file) => sourceOf(file));
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the folder ${pattern} holds no manifest (*.yaml, *.yml or *.json)`, {
        fix: 'Correct the input `manifests`, or remove the folder from it.',
    });
}
async function matching(glob, pattern, sourceOf) {
    const fs = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 51455, 19));
    const files = [];
    for await (const file of fs.glob(glob))
        if (manifestFile.test(file))
            files.push(file);
    if (files.length > 0)
        return files.sort().map((file) => sourceOf(file));
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`nothing matches ${pattern} in the input \`manifests\``, {
        fix: 'Correct the glob; it has to match at least one *.yaml, *.yml or *.json file.',
    });
}
/** A path as it is shown to people and in annotations. */
function shownPath(file, workspace) {
    const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(workspace, file);
    return inside.startsWith('..') || inside === '' ? file : inside;
}


/***/ }),

/***/ 4357:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ filledIn),
/* harmony export */   C: () => (/* binding */ readVariables)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30860);


const sensitive = /pass(word|wd)|secret|token|private.?key|credential/i;
/**
 * Reads a file of `NAME=value` lines; blank lines and lines that start with `#` don't count. Throws a UserError with the line
 * for what is neither, for a name that stands twice, and for one that sounds like a secret: those belong in Secrets, which no
 * template fills.
 */
async function readVariables(path, shown) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8').catch((error) => {
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the file of the input "variables-file" can't be read: ${(0,_errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}`, {
            fix: 'Correct the path; a relative one starts at the workspace.',
            place: { file: shown },
        });
    });
    const values = new Map();
    for (const [index, raw] of text.split(/\r?\n/).entries()) {
        if (raw.trim() === '' || raw.trimStart().startsWith('#'))
            continue;
        const refuse = (what, fix) => {
            throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${shown}: ${what}`, { fix, place: { file: shown, line: index + 1 } });
        };
        const [, name = '', value = ''] = /^\s*([A-Za-z_][\w.-]*)=(.*)$/.exec(raw) ?? [];
        if (name === '')
            refuse('a line that is no `NAME=value`', 'Write one variable a line.');
        if (values.has(name))
            refuse(`${name} stands twice`, 'Remove one of them.');
        if (sensitive.test(name))
            refuse(`${name} sounds like a secret`, 'Keep secrets in a Secret of the cluster; manifests only name it.');
        values.set(name, value.trim().replace(/^(["'])(.*)\1$/, '$2'));
    }
    return { file: shown, values };
}
const placeholder = /(\$?)\$\{([^}\n]*)\}/g;
/**
 * A value with its placeholders filled in; `$${NAME}` is left as `${NAME}`. Throws a UserError with the line for a placeholder that
 * no variable fills, and for one within a Secret.
 */
function filledIn({ text, plain, line }, { values, file: from }, { file, secret }) {
    const filled = text.replace(placeholder, (whole, escaped, name, offset) => {
        if (escaped !== '')
            return whole.slice(1);
        const place = { file, line: line + text.slice(0, offset).split('\n').length - 1 };
        if (secret) {
            throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${file}: a Secret is not filled in from variables: \${${name}}`, {
                fix: 'Write the Secret by an earlier step or an operator; the manifests only name it.',
                place,
            });
        }
        const value = values.get(name);
        if (value === undefined) {
            throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${file}: the placeholder \${${name}} is not filled in`, {
                fix: `Add \`${name}=…\` to ${from}, or write \`$\${${name}}\` where it is meant as it stands.`,
                place,
            });
        }
        return value;
    });
    return plain && /^\$\{[^}]*\}$/.test(text) ? typed(filled) : filled;
}
/** A whole value without quotes is what YAML would read in its place. */
function typed(text) {
    if (text === 'true' || text === 'false')
        return text === 'true';
    return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
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


/***/ })

};
