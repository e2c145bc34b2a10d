export const id = 854;
export const ids = [854];
export const modules = {

/***/ 30854:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  start: () => (/* binding */ start)
});

// EXTERNAL MODULE: ./build/actions/shared/action/run-action.js + 10 modules
var run_action = __webpack_require__(38058);
// EXTERNAL MODULE: ./build/actions/shared/contract/contract.js
var contract = __webpack_require__(86777);
// EXTERNAL MODULE: ./build/actions/shared/contract/types.js
var types = __webpack_require__(56030);
// EXTERNAL MODULE: ./build/actions/shared/json/json.js
var json = __webpack_require__(65977);
// EXTERNAL MODULE: ./build/actions/shared/oci/reference.js
var oci_reference = __webpack_require__(4003);
;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/contract.js




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
function parse(read) {
    const inputs = {
        image: read.required('image', repository),
        workingDirectory: read.withDefault('working-directory', (0,types/* path */.Ae)(read.workspace), '.'),
        dockerfile: read.withDefault('dockerfile', types/* text */.Qq, 'Dockerfile'),
        binary: read.optional('binary', pathList(read.workspace)) ?? [],
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
        dispatchTo: read.optional('dispatch-to', githubRepository),
        dispatchToken: read.optional('dispatch-token', types/* text */.Qq),
        dispatchEvent: read.withDefault('dispatch-event', types/* text */.Qq, 'seatrial-image'),
        dryRun: read.withDefault('dry-run', types/* flag */.Jt, 'false'),
        ...(0,contract/* commonInputs */.j)(read),
    };
    if (inputs.layout !== undefined && inputs.binary.length > 0) {
        read.refuse('`layout` pushes an image that was built before, `binary` is for building one: give one of them');
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
    return inputs;
}
const contract_contract = {
    name: 'multistage-dockerize',
    parse,
    outputs: ['digest', 'image', 'tags', 'layout', 'size', 'pushed', 'findings', 'patch'],
};

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/actions/shared/oci/layout.js
var oci_layout = __webpack_require__(6798);
// EXTERNAL MODULE: ./build/actions/shared/units/bytes.js
var bytes = __webpack_require__(98527);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/actions/shared/errors/user-error.js
var user_error = __webpack_require__(30860);
// EXTERNAL MODULE: ./build/actions/shared/markdown/untrusted.js
var untrusted = __webpack_require__(41886);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./build/actions/shared/oci/descriptor.js
var descriptor = __webpack_require__(54577);
// EXTERNAL MODULE: ./build/actions/shared/oci/tar.js
var tar = __webpack_require__(71449);
// EXTERNAL MODULE: ./build/actions/shared/oci/write.js + 1 modules
var write = __webpack_require__(65271);
;// CONCATENATED MODULE: ./build/actions/shared/oci/archive.js








/**
 * Makes an OCI layout of what `docker save` wrote: the same configuration, and so the same image, with its layers
 * compressed as a registry keeps them.
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
            layers.push(await (0,write/* addLayer */.VE)(layout, (0,external_node_fs_.createReadStream)(inside(unpacked, layer))));
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

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/builders/build-error.js


/**
 * Finds cause and line in a builder's output: BuildKit shows the source with `>>>` at the line, the old builder counts
 * its steps, and both name the line when the Dockerfile can't be parsed.
 */
function parseBuildFailure(output, file) {
    const lines = output.split(/\r?\n/);
    const said = lines.findLast((line) => /^(?:error|ERROR)\b|^Error response|returned a non-zero code/.test(line));
    const message = (said ?? lines.findLast((line) => line.trim() !== '') ?? 'the builder said nothing')
        .replace(/^(?:error|ERROR|Error response from daemon):\s*/, '')
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
    if (/failed to resolve source metadata|pull access denied|manifest unknown/.test(message)) {
        return 'Check name and tag of the base image after FROM, and that the builder may pull it (log in before for a private one).';
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

// EXTERNAL MODULE: ./build/actions/shared/dockerfile/dockerfile.js + 1 modules
var dockerfile = __webpack_require__(17765);
;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/compile-once.js



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

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/prepare.js





/** Name of the tested binary in the build context of a builder without named contexts. */
const inContext = '.seatrial-compiled';
/** Lays the tested binary where the builder will look for it. The caller's own files are never touched. */
async function prepare(builder, request, source, { binary, replacement }, created, work) {
    if (!takesNamedContexts(builder)) {
        const folder = (0,external_node_path_.join)(work, 'context');
        await copyContext(request.context, folder);
        await place(binary, (0,external_node_path_.join)(folder, inContext), created);
        const ignore = await (0,promises_.readFile)((0,external_node_path_.join)(folder, '.dockerignore'), 'utf8').catch(() => '');
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
    await (0,promises_.mkdir)(to, { recursive: true });
    for (const name of await (0,promises_.readdir)(from)) {
        const path = (0,external_node_path_.join)(from, name);
        if (name === '.git' || to.startsWith(`${path}/`))
            continue;
        await (0,promises_.cp)(path, (0,external_node_path_.join)(to, name), { recursive: true, verbatimSymlinks: true });
    }
}

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/build.js












/**
 * Builds the image into an OCI layout below `folder`, with the tested binary in the place of the compiled one.
 *
 * Throws a UserError with the line of the Dockerfile when it can't be built.
 */
async function build(builder, request, source, compiled, created, context) {
    const work = await (0,promises_.mkdtemp)((0,external_node_path_.join)(context.temp, 'seatrial-build-'));
    try {
        const { prepared, seen } = compiled === undefined
            ? { prepared: request, seen: source }
            : await prepare(builder, request, source, compiled, created, work);
        await runBuilder(builder, prepared, seen, { work, created }, context);
    }
    catch (error) {
        await (0,promises_.rm)(request.layout, { recursive: true, force: true });
        throw error;
    }
    finally {
        await (0,promises_.rm)(work, { recursive: true, force: true });
    }
}
async function runBuilder(builder, request, source, { work, created }, context) {
    const name = `seatrial-build:${(0,external_node_path_.basename)(work).toLowerCase()}`;
    if (builder === 'kaniko')
        return command(kanikoProgram, kanikoArgs(request), request, source, context);
    if (builder === 'buildah')
        return buildah(request, source, name, created, context);
    if (builder === 'buildctl')
        return command('buildctl', buildctlArgs(request), request, source, context);
    if (builder === 'buildx' && (await writesLayouts(context))) {
        return command('docker', buildxArgs(request, undefined), request, source, context);
    }
    onePlatform(request);
    const archive = (0,external_node_path_.join)(work, 'image.tar');
    const args = builder === 'buildx' ? buildxArgs(request, name) : dockerArgs(request, name);
    await command('docker', args, request, source, context);
    try {
        await command('docker', ['save', `--output=${archive}`, name], request, source, context);
    }
    finally {
        await context.exec('docker', ['image', 'rm', '--force', name]);
    }
    await layoutFromArchive(archive, request.layout);
}
async function buildah(request, source, tag, created, context) {
    const name = `localhost/${tag}`;
    await command('buildah', buildahArgs(request, name, created), request, source, context);
    try {
        await command('buildah', buildahPushArgs(request, name), request, source, context);
    }
    finally {
        await context.exec('buildah', ['rmi', '--force', name]);
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
async function command(file, args, request, source, context) {
    const said = [];
    const result = await context.log.group(`${file} ${args[0]}`, () => context.exec(file, args, {
        cwd: (0,external_node_path_.dirname)(source.path),
        env: builderEnvironment(context.env, request),
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
/** What the builder sees of our environment: no inputs (passwords are among them) and no token it does not need. */
function builderEnvironment(env, request) {
    const cachesOnGitHub = [...request.cacheFrom, ...request.cacheTo].some((cache) => cache.includes('type=gha'));
    const secret = new Set(request.secrets.values());
    return Object.fromEntries(Object.entries(env).filter((pair) => {
        const [name, value] = pair;
        if (value === undefined)
            return false;
        if (secret.has(name))
            return true;
        if (name.startsWith('ACTIONS_'))
            return cachesOnGitHub;
        return !/^INPUT_|TOKEN|PASSWORD|SECRET/i.test(name);
    }));
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/actions/shared/oci/layer.js
var oci_layer = __webpack_require__(31775);
;// CONCATENATED MODULE: ./build/actions/shared/oci/files.js



/**
 * Reads all layers of an image, later ones over earlier ones as a container sees them, whiteouts included.
 *
 * `hashed` says which files' sha256 is wanted. Throws an Error when a layer can't be read.
 */
async function readFiles(layout, image, hashed) {
    const files = new Map();
    const links = new Set();
    const layerSizes = [];
    for (const [layer, descriptor] of image.manifest.layers.entries()) {
        const found = await readLayer(layout, descriptor, layer, hashed);
        for (const gone of found.removed)
            remove(files, gone);
        for (const file of found.files)
            files.set(file.path, file);
        for (const link of found.links)
            links.add(link);
        layerSizes.push(found.files.reduce((sum, file) => sum + file.size, 0));
    }
    return { files, links, layerSizes };
}
async function readLayer(layout, descriptor, layer, hashed) {
    const files = [];
    const removed = [];
    const links = [];
    for await (const entry of (0,tar/* tarEntries */.O)((0,oci_layer/* layerStream */.ku)(layout, descriptor))) {
        const path = (0,oci_layer/* absolute */.ys)(entry.name);
        const gone = (0,oci_layer/* whiteout */.yb)(path);
        if (gone !== undefined)
            removed.push(gone);
        else if (entry.type === 'file') {
            const sha256 = hashed(path, entry.size) ? await hashOf(entry) : undefined;
            files.push({ path, size: entry.size, layer, ...(sha256 === undefined ? {} : { sha256 }) });
        }
        else if (entry.type === 'link') {
            const target = files.find((file) => file.path === (0,oci_layer/* absolute */.ys)(entry.linkName));
            if (target !== undefined)
                files.push({ ...target, path });
        }
        else if (entry.type !== 'folder')
            links.push(path);
    }
    return { files, removed: [...removed, ...links], links };
}
function remove(files, gone) {
    const folder = gone.endsWith('/') ? gone : `${gone}/`;
    files.delete(gone);
    for (const path of files.keys())
        if (path.startsWith(folder))
            files.delete(path);
}
async function hashOf(entry) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for await (const chunk of entry.body())
        hash.update(chunk);
    return hash.digest('hex');
}

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/content.js




/**
 * Reads an image's layers and proves that the tested binary is in them, by the sha256 of the file itself.
 *
 * Throws a UserError when it is not.
 */
async function readContent(layout, image, binary) {
    const files = await readFiles(layout.path, image, (_, size) => size === binary?.size).catch((error) => {
        throw new user_error/* UserError */.yo(`a layer of the image can't be read: ${(0,user_error/* messageOf */.bD)(error)}`, {
            fix: 'Build the image again; nothing was pushed.',
        });
    });
    if (binary === undefined)
        return { image, files, binaryAt: undefined };
    const found = [...files.files.values()].find((file) => file.sha256 === binary.sha256);
    if (found !== undefined) {
        checkLoader(files, binary, found.path);
        return { image, files, binaryAt: found.path };
    }
    throw new user_error/* UserError */.yo(`the image for ${(0,descriptor/* platformName */.$r)(image.config.platform)} does not hold the tested binary: no file has the sha256 ${binary.sha256}`, {
        fix: 'The Dockerfile changes the binary after it was copied (strip, upx, setcap write it anew), or deletes it. Do that before the tests, or leave `binary` out.',
    });
}
/** Links into other folders are common for loaders, so any file or link of its name counts. */
function checkLoader({ files, links }, { interpreter }, at) {
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
// EXTERNAL MODULE: ./build/actions/multistage-dockerize/src/session.js
var src_session = __webpack_require__(4358);
;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/earlier.js





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
        const { pullManifest } = await __webpack_require__.e(/* import() */ 819).then(__webpack_require__.bind(__webpack_require__, 73819));
        const session = await (0,src_session/* openSession */.f)(inputs.image, 'pull', inputs, { ...context, signal });
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
    return (`Against ${commit.slice(0, 12)}: ${sign}${(0,bytes/* formatBytes */.z)(Math.abs(difference))} compressed${share}; ` +
        `${fresh.length} of ${manifest.layers.length} layers are new, ${(0,bytes/* formatBytes */.z)(sum(fresh.map(({ size }) => size)))} to pull for a node that has it.`);
}

// EXTERNAL MODULE: ./build/actions/shared/oci/digest.js
var digest = __webpack_require__(11332);
// EXTERNAL MODULE: ./build/actions/shared/elf/elf.js + 1 modules
var elf = __webpack_require__(53230);
// EXTERNAL MODULE: ./build/actions/shared/elf/linkage.js
var linkage = __webpack_require__(85649);
;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/program.js



/** Reads a program's ELF headers. Throws a UserError when there is none or it is for no Linux we know. */
async function readProgram(path) {
    try {
        const facts = await (0,elf/* readElfFile */.GO)(path);
        if (facts.machine.startsWith('machine '))
            throw new elf/* ElfError */.QH(`it is for ${facts.machine}`);
        return { platform: `linux/${facts.machine}`, linkage: (0,linkage/* linkageOf */.q)(facts), interpreter: facts.interpreter };
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

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/binaries.js





/** Reads the given binaries. Throws a UserError on one that was not built before, and on two for one platform. */
async function readBinaries(inputs, context) {
    const found = [];
    for (const path of inputs.binary) {
        const program = await readProgram(path);
        const twin = found.find((one) => one.program.platform === program.platform);
        if (twin !== undefined) {
            throw new user_error/* UserError */.yo(`${twin.path} and ${path} are both for ${program.platform}, and an image has one`, {
                fix: 'Give one binary of the same program for each platform under `binary`.',
            });
        }
        found.push(await tested(path, program, inputs, context));
    }
    return found;
}
async function tested(path, program, inputs, { record }) {
    const [{ size }, sha256] = await Promise.all([(0,promises_.stat)(path), (0,digest/* sha256OfFile */.Vq)(path)]);
    const built = record.binaries ?? [];
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

// EXTERNAL MODULE: ./build/actions/shared/markdown/markdown.js
var markdown = __webpack_require__(37727);
;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/scaffold.js
/**
 * The smallest base a program can run on: static needs nothing, glibc and musl need the system they were linked
 * against, else the container dies with "not found" at its start.
 */
function baseFor(linkage) {
    const user = '65532:65532';
    if (linkage?.kind === 'glibc') {
        const old = linkage.glibc === undefined || Number(linkage.glibc.split('.')[1] ?? 99) <= 36;
        const image = `gcr.io/distroless/base-debian${old ? '12' : '13'}:nonroot`;
        return { image, reason: `it needs glibc ${linkage.glibc ?? ''} (${linkage.because})`, user };
    }
    if (linkage?.kind === 'musl') {
        return { image: 'alpine:3.22', reason: `it needs musl (${linkage.because})`, user };
    }
    const because = linkage === undefined ? 'it is compiled with CGO_ENABLED=0' : linkage.because;
    return { image: 'gcr.io/distroless/static-debian12:nonroot', reason: `it is static (${because})`, user };
}
/** A multi-stage Dockerfile: modules before sources, cache mounts, not root, exec form. */
function scaffold(facts) {
    const base = baseFor(facts.linkage);
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
COPY --from=builder /out/app /app
USER ${base.user}
ENTRYPOINT ["/app"]
`;
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

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/dockerfile-source.js





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
    const goMod = await (0,promises_.readFile)((0,external_node_path_.join)(inputs.workingDirectory, 'go.mod'), 'utf8').catch(() => undefined);
    if (inputs.dockerfile !== 'Dockerfile' || goMod === undefined)
        throw missing(path);
    const hasSums = await (0,promises_.access)((0,external_node_path_.join)(inputs.workingDirectory, 'go.sum')).then(() => true, () => false);
    const mainPackage = program === undefined ? await mainPackageOf(inputs.workingDirectory, path) : '.';
    const linkage = program?.linkage;
    const text = scaffold({ goMod, hasSums, mainPackage, linkage });
    context.log.info(`There is no Dockerfile: one is written on ${baseFor(linkage).image}, because ${baseFor(linkage).reason}.`);
    context.report.summary((0,markdown/* details */.zH)('The Dockerfile that was written for this module', (0,markdown/* fence */.EU)(text, 'dockerfile')));
    return { path: await keep(text, context), text, written: true };
}
async function keep(text, { temp }) {
    const folder = (0,external_node_path_.join)(temp, 'seatrial', 'scaffold');
    await (0,promises_.mkdir)(folder, { recursive: true });
    const path = (0,external_node_path_.join)(folder, 'Dockerfile');
    await (0,promises_.writeFile)(path, text);
    await (0,promises_.writeFile)(`${path}.dockerignore`, scaffoldIgnore);
    return path;
}
/** The folder with `package main`: the module's root, or the only one below cmd/. */
async function mainPackageOf(module, path) {
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

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/labels.js
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

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/lint.js








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
    const facts = { file, goMod, ignored: own || shared, vendored, linkage: program?.linkage };
    return dockerfileFindings(facts, new Date(now()).toISOString().slice(0, 10));
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

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/way.js


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
async function plan({ source, compiled, binaries, buildArgs }, inputs, context) {
    if (compiled === undefined)
        return { why: 'no `binary` was given', line: 1 };
    const { planAssembly } = await __webpack_require__.e(/* import() */ 444).then(__webpack_require__.bind(__webpack_require__, 53444));
    const facts = { file: source.file, path: source.path, compiled: compiled.replacement, buildArgs, binaries };
    const planned = planAssembly(facts, inputs, context);
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

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/plan.js











/** Reads the Dockerfile and the binary and decides how the image will be built. Throws a UserError on what can't work. */
async function planBuild(inputs, context, facts) {
    await checkContext(inputs.workingDirectory);
    const binaries = await readBinaries(inputs, context);
    const platforms = platformsFor(inputs, binaries);
    const { path, text, written } = await findDockerfile(inputs, binaries[0]?.program, context);
    const file = await (0,dockerfile/* readDockerfile */.n)(text, new Map([...platformVariables(platforms), ...inputs.buildArgs]));
    const source = { path, file };
    if (!written)
        await lint(source, binaries[0]?.program, inputs, context);
    const compiled = compiledFor(inputs, file, binaries, path);
    checkSecrets(inputs, context);
    const created = await creationTime(inputs.workingDirectory, context);
    const args = buildArgs(inputs, file.args, facts, created);
    const way = await chooseWay({ source, compiled, binaries, buildArgs: args }, inputs, context);
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
        layout: await newLayoutFolder(context),
    };
    const last = inputs.target === undefined ? file.stages.at(-1) : (0,dockerfile/* stageNamed */.a)(file, inputs.target);
    return { way, request, source, compiled, binaries, base: last?.base ?? '', created };
}
function compiledFor(inputs, file, [first], path) {
    if (first === undefined)
        return undefined;
    return { binary: first.path, replacement: replacementFor(file, inputs.builderStage, first.path, path) };
}
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
function buildArgs(inputs, declared, facts, created) {
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
/** The time of the commit, so that the same commit gives the same image; now, where git does not know. */
async function creationTime(folder, { exec, env, now }) {
    const given = Number(env['SOURCE_DATE_EPOCH'] ?? Number.NaN);
    if (Number.isFinite(given))
        return new Date(given * 1000);
    const asked = await exec('git', ['-C', folder, 'log', '-1', '--format=%ct']).catch(() => undefined);
    const seconds = asked?.code === 0 ? Number(asked.stdout.trim() || Number.NaN) : Number.NaN;
    return new Date(Number.isFinite(seconds) ? seconds * 1000 : now());
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
async function newLayoutFolder({ temp }) {
    const parent = (0,external_node_path_.join)(temp, 'seatrial');
    await (0,promises_.mkdir)(parent, { recursive: true });
    return (0,promises_.mkdtemp)((0,external_node_path_.join)(parent, 'image-'));
}

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/publish-image.js



/** Connects to the registry and proves that we may write there. */
async function openTarget(inputs, context) {
    const { repository, close } = await (0,src_session/* openSession */.f)(inputs.image, 'pull,push', inputs, context);
    const log = (line) => context.log.info(line);
    try {
        const { checkAccess, pushLayout } = await __webpack_require__.e(/* import() */ 500).then(__webpack_require__.bind(__webpack_require__, 39500));
        await checkAccess(repository);
        return { push: (layout, tags) => pushLayout(repository, layout, tags, log), close };
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
/** Tells what went over the wire, and which tags meant another image before. */
function tellPushed(pushed, context) {
    context.log.info(`Uploaded ${(0,bytes/* formatBytes */.z)(pushed.uploadedBytes)}; ${pushed.reused} blobs were there before.`);
    for (const [tag, before] of pushed.moved) {
        context.report.annotate({
            level: 'warning',
            title: 'a tag moved',
            message: `The tag ${tag} was ${before} before. What was deployed by this tag is another image now; deploy by digest.`,
        });
    }
}

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/summary.js





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
        ['size', `${(0,bytes/* formatBytes */.z)(layout.size)} compressed`],
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
        (0,bytes/* formatBytes */.z)(layer.size),
        (0,bytes/* formatBytes */.z)(files.layerSizes[at] ?? 0),
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
        `binary ${(0,bytes/* formatBytes */.z)(floor.binary)}`,
        `certificates ${(0,bytes/* formatBytes */.z)(floor.certificates)}`,
        `time zones ${(0,bytes/* formatBytes */.z)(floor.zones)}`,
    ];
    return `Uncompressed: ${parts.join(' + ')}, and ${(0,bytes/* formatBytes */.z)(floor.rest)} above that floor.`;
}

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/tags.js


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

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/run.js











/** Builds an image into an OCI layout, or takes one that was built before, and pushes exactly its bytes if asked to. */
async function run(inputs, context) {
    for (const secret of [inputs.registryPassword, inputs.dispatchToken])
        if (secret !== undefined)
            await context.mask(secret);
    const facts = tagFacts(context.record.source.commit, context.env);
    const { tags, left } = tagsFor(inputs.tags, facts, inputs.allowLatest);
    for (const template of left)
        context.log.info(`The tag "${template}" is left out: this run has no value for it.`);
    context.report.output('pushed', false);
    context.report.output('tags', tags.map((tag) => `${(0,oci_reference/* nameOf */.Vb)(inputs.image)}:${tag}`).join('\n'));
    const given = inputs.layout === undefined ? undefined : await (0,oci_layout/* openLayout */.B9)(inputs.layout);
    if (given !== undefined && inputs.push)
        checkScanned(given, context, { required: inputs.requireScan });
    const plan = given === undefined ? await planBuild(inputs, context, facts) : undefined;
    let target;
    try {
        target = inputs.push ? await openTarget(inputs, context) : undefined;
        if (inputs.dryRun)
            return await tellPlan(inputs, context, plan, tags);
        const built = given === undefined ? await buildImage(plan, inputs, context) : await takeImage(given, context);
        run_tell(inputs, context, built, tags, false);
        if (target === undefined)
            return;
        tellPushed(await target.push(built.layout, tags), context);
        run_tell(inputs, context, built, tags, true);
        await afterPush(inputs, context);
    }
    finally {
        target?.close();
        if (plan !== undefined && typeof plan.way !== 'string')
            plan.way.close();
        const { layout } = plan?.request ?? {};
        // A layout that no output names is left to nobody.
        if (layout !== undefined && !context.report.outputs.has('layout'))
            await (0,promises_.rm)(layout, { recursive: true, force: true });
    }
}
/** What is done with an image that the registry has. */
async function afterPush(inputs, context) {
    const { image } = context.report.sections;
    if (image === undefined)
        throw new Error('a pushed image must have been reported');
    const { dispatch } = await __webpack_require__.e(/* import() */ 638).then(__webpack_require__.bind(__webpack_require__, 76638));
    await dispatch(image, inputs, context);
}
async function buildImage(plan, inputs, context) {
    if (plan === undefined)
        throw new Error('a build needs its plan');
    const { way, request, source, compiled, binaries, created, base } = plan;
    if (compiled !== undefined) {
        const { pathInStage, stage } = compiled.replacement;
        context.log.info(`The tested binary takes the place of ${pathInStage} of the stage "${stage.name ?? stage.index}".`);
    }
    if (typeof way === 'string')
        await build(way, request, source, compiled, created, context);
    else
        await run_write(way, plan);
    const layout = await (0,oci_layout/* openLayout */.B9)(request.layout);
    const contents = await Promise.all(layout.images.map((image) => readContent(layout, image, binaryFor(image, binaries))));
    for (const { binaryAt } of contents) {
        if (binaryAt !== undefined)
            context.log.info(`Proven: ${binaryAt} in the image has the sha256 of the tested binary.`);
    }
    const [first] = layout.images;
    const earlier = first && (await earlierImage(first.config.platform, inputs, context));
    return { layout, contents, base, binarySha256: binaries[0]?.sha256, plan, earlier };
}
/** The binary made for an image's platform. One alone is meant for whatever was built. */
function binaryFor({ config }, binaries) {
    if (binaries.length < 2)
        return binaries[0];
    return binaries.find(({ platform }) => platform.architecture === config.platform.architecture);
}
async function run_write(assembly, { request, source, created }) {
    const { assemble } = await __webpack_require__.e(/* import() */ 498).then(__webpack_require__.bind(__webpack_require__, 63498));
    const { layout, labels } = request;
    await assemble(assembly, { layout, labels, created, path: source.path });
}
/** An image of an earlier step: compared with its digests, and with what the release record says about it. */
async function takeImage(layout, context) {
    await (0,oci_layout/* verifyBlobs */.oP)(layout);
    const contents = await Promise.all(layout.images.map((image) => readContent(layout, image, undefined)));
    const { image } = context.record;
    const known = image?.digest === layout.root.digest ? image : undefined;
    return {
        layout,
        contents,
        base: known?.base ?? '',
        binarySha256: known?.binarySha256,
        plan: undefined,
        earlier: undefined,
    };
}
/** Reports the image: before the push, so that a push that fails leaves what was built, and once more after it. */
function run_tell(inputs, { report, log }, built, tags, pushed) {
    const { layout, contents, base, binarySha256, plan } = built;
    const name = (0,oci_reference/* nameOf */.Vb)(inputs.image);
    const { digest } = layout.root;
    report.output('digest', digest);
    report.output('image', `${name}@${digest}`);
    report.output('layout', layout.path);
    report.output('size', layout.size);
    report.output('pushed', pushed);
    const section = { name, tags, digest, size: layout.size, base, pushed };
    report.section('image', binarySha256 === undefined ? section : { ...section, binarySha256 });
    if (pushed)
        report.summary('Pushed, and read back from the registry with the same digest.');
    else
        report.summary(summary_summaryOf({
            name,
            digest,
            tags,
            base,
            builder: plan === undefined ? undefined : nameOfWay(plan),
            earlier: built.earlier,
        }, layout, contents));
    log.info(`${pushed ? 'Pushed' : 'Image'} ${name}@${digest}, ${(0,bytes/* formatBytes */.z)(layout.size)}`);
}
function nameOfWay({ way }) {
    return typeof way === 'string' ? way : 'no builder: written directly';
}
async function tellPlan(inputs, { log, report }, plan, tags) {
    const lines = [
        plan === undefined
            ? `takes the layout ${inputs.layout}`
            : `builds ${plan.source.path} with ${nameOfWay(plan)}`,
        ...(plan === undefined ? [] : [...plan.request.labels].map(([key, value]) => `label ${key}=${value}`)),
        ...tags.map((tag) => `${inputs.push ? 'pushes' : 'tags'} ${(0,oci_reference/* nameOf */.Vb)(inputs.image)}:${tag}`),
    ];
    for (const line of lines)
        log.info(`dry run: ${line}`);
    report.summary(`### Image ${(0,oci_reference/* nameOf */.Vb)(inputs.image)} (dry run)\n\nNothing was built or pushed; the inputs are fine.`);
}

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/index.js



const start = () => (0,run_action/* runAction */.C)(contract_contract, run);


/***/ }),

/***/ 4358:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ openSession)
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
        __webpack_require__.e(/* import() */ 344).then(__webpack_require__.bind(__webpack_require__, 94344)),
        __webpack_require__.e(/* import() */ 848).then(__webpack_require__.bind(__webpack_require__, 25848)),
        __webpack_require__.e(/* import() */ 278).then(__webpack_require__.bind(__webpack_require__, 14278)),
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
    const { DockerfileParser } = await __webpack_require__.e(/* import() */ 279).then(__webpack_require__.t.bind(__webpack_require__, 78390, 19));
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

/***/ 32105:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MX: () => (/* binding */ half),
/* harmony export */   QH: () => (/* binding */ ElfError),
/* harmony export */   Vm: () => (/* binding */ word),
/* harmony export */   Yk: () => (/* binding */ native),
/* harmony export */   pV: () => (/* binding */ exactly),
/* harmony export */   ry: () => (/* binding */ cString)
/* harmony export */ });
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

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
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

/***/ 37727:
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

/***/ 54577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ platformName),
/* harmony export */   A1: () => (/* binding */ parseIndex),
/* harmony export */   BA: () => (/* binding */ parseDescriptor),
/* harmony export */   Ib: () => (/* binding */ mediaTypes),
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   nw: () => (/* binding */ isIndex),
/* harmony export */   o4: () => (/* binding */ parseConfig),
/* harmony export */   tj: () => (/* binding */ platformOf)
/* harmony export */ });
/* harmony import */ var _json_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65977);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11332);


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
/** Reads `linux/arm64` or `linux/arm/v7`. */
function platformOf(name) {
    const [os = '', architecture = '', variant] = name.split('/');
    return { os, architecture, ...(variant === undefined ? {} : { variant }) };
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

/***/ 11332:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   Vq: () => (/* binding */ sha256OfFile),
/* harmony export */   ol: () => (/* binding */ digestOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);


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

/***/ 31775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ku: () => (/* binding */ layerStream),
/* harmony export */   yb: () => (/* binding */ whiteout),
/* harmony export */   ys: () => (/* binding */ absolute)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57075);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38522);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6798);




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
/** A layer's tar stream, decompressed by what its media type says. */
function layerStream(layout, { digest, mediaType }) {
    const open = () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)((0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .blobPath */ .nD)(layout, digest), { highWaterMark: 1 << 20 });
    // pipeline hands an error on to the reader of the last stream; the callback has nothing to add.
    const through = (into) => (0,node_stream__WEBPACK_IMPORTED_MODULE_1__.pipeline)(open(), into, () => undefined);
    if (/[+.]gzip$/.test(mediaType))
        return through((0,node_zlib__WEBPACK_IMPORTED_MODULE_2__.createGunzip)({ chunkSize: 1 << 18 }));
    if (mediaType.endsWith('+zstd'))
        return through((0,node_zlib__WEBPACK_IMPORTED_MODULE_2__.createZstdDecompress)());
    if (mediaType.endsWith('.tar'))
        return open();
    throw new Error(`the layer ${digest} has the unknown media type ${mediaType}`);
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
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30860);
/* harmony import */ var _json_json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(65977);
/* harmony import */ var _descriptor_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(54577);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(11332);






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
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11332);

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

/***/ 71449:
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
            // Mostly a header comes whole: a base image has thousands, and a copy of each is what its reading would cost.
            if (part.length === count)
                return part;
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
        if (header === undefined || (header[0] === 0 && header.every((byte) => byte === 0)))
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
            mode: numberIn(header, 100, 8) & 0o7777,
            uid: Number(extended['uid'] ?? numberIn(header, 108, 8)),
            gid: Number(extended['gid'] ?? numberIn(header, 116, 8)),
            mtime: numberIn(header, 136, 12),
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
    let actual = 0;
    for (let at = 0; at < block; at += 1)
        actual += at >= 148 && at < 156 ? 32 : (header[at] ?? 0);
    if (stated !== actual)
        throw new Error('the archive is damaged');
}
function padded(size) {
    return Math.ceil(size / block) * block;
}


/***/ }),

/***/ 65271:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $i: () => (/* binding */ addBytes),
  VE: () => (/* binding */ addLayer),
  Fo: () => (/* binding */ addManifest),
  I5: () => (/* binding */ beginLayout),
  W2: () => (/* binding */ finishLayout)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./build/actions/shared/oci/descriptor.js
var descriptor = __webpack_require__(54577);
// EXTERNAL MODULE: ./build/actions/shared/oci/digest.js
var oci_digest = __webpack_require__(11332);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./build/actions/shared/oci/gzip.js


const compress = (0,external_node_util_.promisify)(external_node_zlib_.gzip);
/**
 * Level 3 costs half of what the usual 6 does, for 5 % more bytes of a Go program: a program is compressed at every
 * commit, and fetched by few nodes.
 */
const level = 3;
const pieceBytes = 4 << 20;
/**
 * Compresses a stream with all cores: pieces of fixed size, each a gzip member of its own. Members one behind the other
 * are one gzip stream (RFC 1952, 2.2), which every reader of layers takes. The same bytes always give the same.
 */
async function* gzipMembers(source) {
    const waiting = [];
    for await (const piece of pieces(source)) {
        waiting.push(compress(piece, { level, memLevel: 9 }));
        // Four are what libuv works on at once; more would only keep bytes in memory.
        if (waiting.length === 4)
            yield (await waiting.shift()) ?? Buffer.alloc(0);
    }
    for (const rest of waiting)
        yield await rest;
}
async function* pieces(source) {
    let parts = [];
    let length = 0;
    for await (const chunk of source) {
        parts.push(chunk);
        length += chunk.length;
        while (length >= pieceBytes) {
            const all = Buffer.concat(parts);
            yield all.subarray(0, pieceBytes);
            parts = [all.subarray(pieceBytes)];
            length -= pieceBytes;
        }
    }
    if (length > 0)
        yield Buffer.concat(parts);
}

// EXTERNAL MODULE: ./build/actions/shared/oci/layout.js
var oci_layout = __webpack_require__(6798);
;// CONCATENATED MODULE: ./build/actions/shared/oci/write.js









/** Makes the folders of a layout. */
async function beginLayout(layout) {
    await (0,promises_.mkdir)((0,external_node_path_.join)(layout, 'blobs', 'sha256'), { recursive: true });
}
/** Adds a small blob (configuration, manifest, index). */
async function addBytes(layout, bytes, mediaType) {
    const digest = (0,oci_digest/* digestOf */.ol)(bytes);
    await (0,promises_.writeFile)((0,oci_layout/* blobPath */.nD)(layout, digest), bytes);
    return { mediaType, digest, size: bytes.length };
}
/** Adds a layer from its archive. `name` tells its draft from others written at the same time. */
async function addLayer(layout, tar, name = 'draft') {
    const draft = (0,external_node_path_.join)(layout, 'blobs', 'sha256', name);
    const [plain, packed] = [(0,external_node_crypto_.createHash)('sha256'), (0,external_node_crypto_.createHash)('sha256')];
    let size = 0;
    await (0,external_node_stream_promises_.pipeline)(gzipMembers(hashing(tar, (chunk) => plain.update(chunk))), (source) => hashing(source, (chunk) => {
        packed.update(chunk);
        size += chunk.length;
    }), (0,external_node_fs_.createWriteStream)(draft));
    const digest = `sha256:${packed.digest('hex')}`;
    await (0,promises_.rename)(draft, (0,oci_layout/* blobPath */.nD)(layout, digest));
    return { mediaType: `${descriptor/* mediaTypes */.Ib.layer}+gzip`, digest, size, diffId: `sha256:${plain.digest('hex')}` };
}
/** Adds a manifest of blobs that are there. */
async function addManifest(layout, config, layers, annotations = {}) {
    const plain = layers.map(({ mediaType, digest, size }) => ({ mediaType, digest, size }));
    const noted = Object.keys(annotations).length === 0 ? {} : { annotations };
    const manifest = { schemaVersion: 2, mediaType: descriptor/* mediaTypes */.Ib.manifest, config, layers: plain, ...noted };
    return addBytes(layout, Buffer.from(JSON.stringify(manifest)), descriptor/* mediaTypes */.Ib.manifest);
}
/** Writes the two files that make the folder a layout of one image. */
async function finishLayout(layout, root) {
    const index = { schemaVersion: 2, mediaType: descriptor/* mediaTypes */.Ib.index, manifests: [root] };
    await (0,promises_.writeFile)((0,external_node_path_.join)(layout, 'index.json'), JSON.stringify(index));
    await (0,promises_.writeFile)((0,external_node_path_.join)(layout, 'oci-layout'), JSON.stringify({ imageLayoutVersion: '1.0.0' }));
}
async function* hashing(source, see) {
    for await (const chunk of source) {
        see(chunk);
        yield chunk;
    }
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


/***/ })

};
