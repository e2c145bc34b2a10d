export const id = 853;
export const ids = [853];
export const modules = {

/***/ 3900:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ configsOf),
/* harmony export */   Mz: () => (/* binding */ containersOf),
/* harmony export */   Y7: () => (/* binding */ templatePath)
/* harmony export */ });
/* harmony import */ var _kube_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9256);

/** Where the pod template of a kind stands; undefined for kinds that make no pods. */
function templatePath({ apiVersion, kind, }) {
    if (kind === 'CronJob')
        return ['spec', 'jobTemplate', 'spec', 'template'];
    if (kind === 'Pod')
        return apiVersion === 'v1' ? [] : undefined;
    const template = [
        'Deployment',
        'StatefulSet',
        'DaemonSet',
        'ReplicaSet',
        'Job',
        'ReplicationController',
        'Rollout',
    ];
    return template.includes(kind) ? ['spec', 'template'] : undefined;
}
/** All containers an object's pods will have. */
function containersOf(object) {
    const template = templatePath(object);
    if (template === undefined)
        return [];
    return ['initContainers', 'containers'].flatMap((list) => {
        const path = [...template, 'spec', list];
        return (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .listAt */ .gT)(object, ...path).map((spec, index) => ({
            name: (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(spec, 'name'),
            image: (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(spec, 'image'),
            init: list === 'initContainers',
            path: [...path, index],
            spec,
        }));
    });
}
/** ConfigMaps and Secrets an object's pods read: by environment, volume or projection. */
function configsOf(object) {
    const template = templatePath(object);
    if (template === undefined)
        return [];
    const spec = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(object, ...template, 'spec');
    const fromContainers = containersOf(object).flatMap(({ spec: container }) => [
        ...(0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .listAt */ .gT)(container, 'envFrom').flatMap((source) => refs(source, 'configMapRef', 'secretRef', 'name')),
        ...(0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .listAt */ .gT)(container, 'env').flatMap((env) => refs((0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(env, 'valueFrom'), 'configMapKeyRef', 'secretKeyRef', 'name')),
    ]);
    const fromVolumes = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .listAt */ .gT)(spec, 'volumes').flatMap((volume) => [
        ...refs(volume, 'configMap', '', 'name'),
        ...refs(volume, '', 'secret', 'secretName'),
        ...(0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .listAt */ .gT)(volume, 'projected', 'sources').flatMap((source) => refs(source, 'configMap', 'secret', 'name')),
    ]);
    const unique = new Map([...fromContainers, ...fromVolumes].map((config) => [`${config.kind}/${config.name}`, config]));
    return [...unique.values()];
}
function refs(source, configMap, secret, key) {
    return [
        { kind: 'ConfigMap', name: (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(source, configMap, key) },
        { kind: 'Secret', name: (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(source, secret, key) },
    ].filter(({ name }) => name !== '');
}


/***/ }),

/***/ 853:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readManifests: () => (/* binding */ readManifests)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./build/actions/shared/errors/user-error.js
var user_error = __webpack_require__(860);
// EXTERNAL MODULE: ./build/actions/shared/kube/values.js
var values = __webpack_require__(9256);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/actions/shared/manifests/files.js



const kustomizations = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];
const manifestFile = /\.(ya?ml|json)$/;
/**
 * The files behind the caller's list of files, folders and globs, in its order, each once.
 *
 * A folder is read with all below it; one with a kustomization is rendered. Throws a UserError for a path that is not
 * there and for a folder or glob without any manifest.
 */
async function findManifests(patterns, workspace) {
    const found = await Promise.all(patterns.map((pattern) => find(pattern, workspace)));
    const once = new Map(found.flat().map((source) => [source.path, source]));
    return [...once.values()];
}
async function find(pattern, workspace) {
    const path = (0,external_node_path_.isAbsolute)(pattern) ? pattern : (0,external_node_path_.resolve)(workspace, pattern);
    const what = await (0,promises_.stat)(path).catch((error) => {
        if ((0,user_error/* codeOf */.$N)(error) === 'ENOENT')
            return undefined;
        throw new user_error/* UserError */.yo(`the manifest ${pattern} cannot be read: ${String(error)}`, {
            fix: 'Make it readable for the user of the runner.',
        });
    });
    const sourceOf = (file, kustomize = false) => ({
        path: file,
        shown: shownPath(file, workspace),
        kustomize,
    });
    if (what?.isFile() === true)
        return [sourceOf(path)];
    if (what?.isDirectory() === true)
        return await inFolder(path, pattern, sourceOf);
    if (/[*?[{]/.test(pattern))
        return await matching(path, pattern, sourceOf);
    throw new user_error/* UserError */.yo(`there is no manifest ${pattern}`, {
        fix: `Correct the input \`manifests\`; relative paths start at ${workspace}. Is the repository checked out?`,
    });
}
async function inFolder(folder, pattern, sourceOf) {
    const top = await (0,promises_.readdir)(folder);
    if (kustomizations.some((name) => top.includes(name)))
        return [sourceOf(folder, true)];
    const below = await (0,promises_.readdir)(folder, { recursive: true, withFileTypes: true });
    const files = below
        .filter((entry) => entry.isFile() && manifestFile.test(entry.name))
        .map((entry) => (0,external_node_path_.join)(entry.parentPath, entry.name))
        .sort();
    if (files.length > 0)
        return files.map((file) => sourceOf(file));
    throw new user_error/* UserError */.yo(`the folder ${pattern} holds no manifest (*.yaml, *.yml or *.json)`, {
        fix: 'Correct the input `manifests`, or remove the folder from it.',
    });
}
async function matching(glob, pattern, sourceOf) {
    const fs = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1455, 19));
    const files = [];
    for await (const file of fs.glob(glob))
        if (manifestFile.test(file))
            files.push(file);
    if (files.length > 0)
        return files.sort().map((file) => sourceOf(file));
    throw new user_error/* UserError */.yo(`nothing matches ${pattern} in the input \`manifests\``, {
        fix: 'Correct the glob; it has to match at least one *.yaml, *.yml or *.json file.',
    });
}
/** A path as it is shown to people and in annotations. */
function shownPath(file, workspace) {
    const inside = (0,external_node_path_.relative)(workspace, file);
    return inside.startsWith('..') || inside === '' ? file : inside;
}

// EXTERNAL MODULE: ./build/actions/shared/manifests/pod-spec.js
var pod_spec = __webpack_require__(3900);
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

;// CONCATENATED MODULE: ./build/actions/shared/manifests/yaml.js

/**
 * Reads all documents of a file as kubectl does: YAML 1.1 (`0644` is octal, `yes` is true), but without its times and
 * base-60 numbers. Errors carry the line within the file. JSON is YAML.
 */
async function readYaml(text, file) {
    const { isCollection, LineCounter, parseAllDocuments, visit } = await __webpack_require__.e(/* import() */ 815).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19));
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






const largestFile = 8 * 1024 * 1024;
/** The API server takes requests up to 3 MiB, etcd values up to 1.5 MiB. */
const largestObject = 3 * 1024 * 1024;
/**
 * Reads every object of the caller's files, folders and globs.
 *
 * Throws a UserError with file and line for what is missing, no YAML, no object, unnamed, unfilled or too large.
 */
async function readManifests(patterns, options) {
    const sources = await findManifests(patterns, options.workspace);
    const read = await Promise.all(sources.map((source) => readSource(source, options)));
    return read.flat();
}
async function readSource(source, options) {
    const text = source.kustomize ? await kustomized(source, options) : await readText(source);
    const documents = await readYaml(text, source.shown);
    // Lines of rendered output say nothing to the caller.
    const whole = { file: source.shown };
    const manifests = documents
        .map((document) => (source.kustomize ? { ...document, placeOf: () => whole } : document))
        .flatMap((document) => manifestsOf(document, source.shown));
    if (manifests.length > 0)
        return manifests;
    throw new user_error/* UserError */.yo(`${source.shown} holds no Kubernetes object`, {
        fix: 'Remove the file from the input `manifests`, or write an object into it.',
        place: whole,
    });
}
async function readText({ path, shown }) {
    const { size } = await (0,promises_.stat)(path);
    if (size <= largestFile)
        return (0,promises_.readFile)(path, 'utf8');
    throw new user_error/* UserError */.yo(`${shown} has ${Math.round(size / 1e6)} MB; manifests are read up to 8 MB`, {
        fix: 'Split the file, and leave out what is no manifest.',
        place: { file: shown },
    });
}
async function kustomized({ path, shown }, options) {
    const { code, stdout, stderr } = await options.exec(options.kubectl ?? 'kubectl', ['kustomize', path]);
    if (code === 0)
        return stdout;
    throw new user_error/* UserError */.yo(`Kustomize can't render ${shown}: ${stderr.trim().replace(/^error: /, '')}`, {
        fix: `Run \`kubectl kustomize ${shown}\` and correct what it says.`,
        place: { file: shown },
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


/***/ })

};
