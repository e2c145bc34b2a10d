export const id = 625;
export const ids = [625];
export const modules = {

/***/ 2625:
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
function parse(read) {
    const inputs = {
        image: read.required('image', repository),
        workingDirectory: read.withDefault('working-directory', (0,types/* path */.Ae)(read.workspace), '.'),
        dockerfile: read.withDefault('dockerfile', types/* text */.Qq, 'Dockerfile'),
        binary: read.optional('binary', (0,types/* path */.Ae)(read.workspace)),
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
        builder: read.withDefault('builder', (0,types/* choice */.Yq)('auto', 'buildx', 'docker', 'buildctl'), 'auto'),
        layout: read.optional('layout', (0,types/* path */.Ae)(read.workspace)),
        push: read.withDefault('push', types/* flag */.Jt, 'false'),
        requireScan: read.withDefault('require-scan', types/* flag */.Jt, 'false'),
        registryUsername: read.optional('registry-username', types/* text */.Qq),
        registryPassword: read.optional('registry-password', types/* text */.Qq),
        dryRun: read.withDefault('dry-run', types/* flag */.Jt, 'false'),
        ...(0,contract/* commonInputs */.j)(read),
    };
    if (inputs.layout !== undefined && inputs.binary !== undefined) {
        read.refuse('`layout` pushes an image that was built before, `binary` is for building one: give one of them');
    }
    if ((inputs.registryUsername === undefined) !== (inputs.registryPassword === undefined)) {
        read.refuse('`registry-username` and `registry-password` belong together: give both or none');
    }
    return inputs;
}
const contract_contract = {
    name: 'multistage-dockerize',
    parse,
    outputs: ['digest', 'image', 'tags', 'layout', 'size', 'pushed'],
};

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./build/actions/shared/oci/layout.js
var oci_layout = __webpack_require__(6798);
// EXTERNAL MODULE: ./build/actions/shared/units/bytes.js
var bytes = __webpack_require__(8527);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/actions/shared/errors/user-error.js
var user_error = __webpack_require__(860);
// EXTERNAL MODULE: ./build/actions/shared/markdown/untrusted.js
var untrusted = __webpack_require__(1886);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./build/actions/shared/json/json.js
var json = __webpack_require__(5977);
// EXTERNAL MODULE: ./build/actions/shared/oci/descriptor.js
var oci_descriptor = __webpack_require__(4577);
// EXTERNAL MODULE: ./build/actions/shared/oci/digest.js
var oci_digest = __webpack_require__(1332);
// EXTERNAL MODULE: ./build/actions/shared/oci/tar.js
var tar = __webpack_require__(1449);
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
        await (0,promises_.mkdir)((0,external_node_path_.join)(layout, 'blobs', 'sha256'), { recursive: true });
        const config = await addBytes(layout, await (0,promises_.readFile)(inside(unpacked, configPath)), oci_descriptor/* mediaTypes */.Ib.config);
        const layers = [];
        for (const layer of (0,json/* textsOf */.CB)((0,json/* field */.ZZ)(image, 'Layers')))
            layers.push(await addLayer(layout, inside(unpacked, layer)));
        await writeIndex(layout, config, layers);
    }
    finally {
        await (0,promises_.rm)(unpacked, { recursive: true, force: true });
    }
}
async function writeIndex(layout, config, layers) {
    const manifest = JSON.stringify({ schemaVersion: 2, mediaType: oci_descriptor/* mediaTypes */.Ib.manifest, config, layers });
    const descriptor = await addBytes(layout, Buffer.from(manifest), oci_descriptor/* mediaTypes */.Ib.manifest);
    const index = { schemaVersion: 2, mediaType: oci_descriptor/* mediaTypes */.Ib.index, manifests: [descriptor] };
    await (0,promises_.writeFile)((0,external_node_path_.join)(layout, 'index.json'), JSON.stringify(index));
    await (0,promises_.writeFile)((0,external_node_path_.join)(layout, 'oci-layout'), JSON.stringify({ imageLayoutVersion: '1.0.0' }));
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
async function addBytes(layout, bytes, mediaType) {
    const digest = (0,oci_digest/* digestOf */.ol)(bytes);
    await (0,promises_.writeFile)((0,oci_layout/* blobPath */.nD)(layout, digest), bytes);
    return { mediaType, digest, size: bytes.length };
}
async function addLayer(layout, tar) {
    const draft = (0,external_node_path_.join)(layout, 'blobs', 'sha256', 'draft');
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let size = 0;
    const count = new external_node_stream_.Transform({
        transform(chunk, _encoding, done) {
            hash.update(chunk);
            size += chunk.length;
            done(null, chunk);
        },
    });
    await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(tar), (0,external_node_zlib_.createGzip)(), count, (0,external_node_fs_.createWriteStream)(draft));
    const digest = `sha256:${hash.digest('hex')}`;
    await (0,promises_.rename)(draft, (0,oci_layout/* blobPath */.nD)(layout, digest));
    return { mediaType: `${oci_descriptor/* mediaTypes */.Ib.layer}+gzip`, digest, size };
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
/** `--flag value` for each item. */
function repeated(flag, values) {
    return [...values].flatMap((value) => [flag, value]);
}
/** `--flag key=value` for each pair. */
function repeatedPairs(flag, values, prefix = '') {
    return repeated(flag, [...values].map(([key, value]) => `${prefix}${key}=${value}`));
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

/** The command line of a docker without buildx. The image is saved under a name of ours and removed afterwards. */
function dockerArgs(request, name) {
    return [
        'build',
        `--file=${request.dockerfile}`,
        `--tag=${name}`,
        ...(request.target === undefined ? [] : [`--target=${request.target}`]),
        ...request.platforms.map((platform) => `--platform=${platform}`),
        ...repeatedPairs('--build-arg', request.buildArgs),
        ...repeatedPairs('--label', request.labels),
        request.context,
    ];
}

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/dockerfile.js
/** Reads what is asked about a Dockerfile here; the builder finds what is wrong with it. */
async function readDockerfile(text, variables) {
    const { DockerfileParser } = await __webpack_require__.e(/* import() */ 839).then(__webpack_require__.t.bind(__webpack_require__, 8390, 19));
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
        base: expand(from.getImage() ?? '', known),
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
        const words = copy.getArguments().map((argument) => expand(unquoted(argument.getValue()), known));
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
/** Words of the JSON form (`["a", "b"]`) come with their punctuation. */
function unquoted(word) {
    return word.replace(/^\[?"?/, '').replace(/"?[\],]*$/, '');
}
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
    const stage = stageNamed(file, stageName);
    if (stage === undefined)
        throw noStage(file, stageName, path);
    const copies = file.copies.filter((copy) => stageNamed(file, copy.from) === stage);
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
        !file.needs.some((need) => stageNamed(file, need.name) === stage);
    if (alone)
        return {
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
    return { pathInStage, name: compiledName, redirect: copy, stage };
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
                visit(stageNamed(file, need.name));
        for (const copy of file.copies)
            if (copy.stage === stage.index)
                visit(stageNamed(file, copy.from));
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
    if (builder === 'docker') {
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
    const { instructionLines } = await readDockerfile(text, new Map());
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
        await runBuilder(builder, prepared, seen, work, context);
    }
    catch (error) {
        await (0,promises_.rm)(request.layout, { recursive: true, force: true });
        throw error;
    }
    finally {
        await (0,promises_.rm)(work, { recursive: true, force: true });
    }
}
async function runBuilder(builder, request, source, work, context) {
    if (builder === 'buildctl')
        return command('buildctl', buildctlArgs(request), request, source, context);
    if (builder === 'buildx' && (await writesLayouts(context))) {
        return command('docker', buildxArgs(request, undefined), request, source, context);
    }
    onePlatform(request);
    const name = `seatrial-build:${(0,external_node_path_.basename)(work).toLowerCase()}`;
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
    for await (const entry of (0,tar/* tarEntries */.O)(layerStream(layout, descriptor))) {
        const path = absolute(entry.name);
        const gone = whiteout(path);
        if (gone !== undefined)
            removed.push(gone);
        else if (entry.type === 'file') {
            const sha256 = hashed(path, entry.size) ? await hashOf(entry) : undefined;
            files.push({ path, size: entry.size, layer, ...(sha256 === undefined ? {} : { sha256 }) });
        }
        else if (entry.type === 'link') {
            const target = files.find((file) => file.path === absolute(entry.linkName));
            if (target !== undefined)
                files.push({ ...target, path });
        }
        else if (entry.type !== 'folder')
            links.push(path);
    }
    return { files, removed: [...removed, ...links], links };
}
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
/** A layer's tar stream, decompressed by what its media type says. */
function layerStream(layout, { digest, mediaType }) {
    const open = () => (0,external_node_fs_.createReadStream)((0,oci_layout/* blobPath */.nD)(layout, digest), { highWaterMark: 1 << 20 });
    // pipeline hands an error on to the reader of the last stream; the callback has nothing to add.
    const through = (into) => (0,external_node_stream_.pipeline)(open(), into, () => undefined);
    if (/[+.]gzip$/.test(mediaType))
        return through((0,external_node_zlib_.createGunzip)({ chunkSize: 1 << 18 }));
    if (mediaType.endsWith('+zstd'))
        return through((0,external_node_zlib_.createZstdDecompress)());
    if (mediaType.endsWith('.tar'))
        return open();
    throw new Error(`the layer ${digest} has the unknown media type ${mediaType}`);
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
    throw new user_error/* UserError */.yo(`the image for ${(0,oci_descriptor/* platformName */.$r)(image.config.platform)} does not hold the tested binary: no file has the sha256 ${binary.sha256}`, {
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

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/builders/choose.js

/** The builder that is there: BuildKit where a daemon is named, else docker with buildx, else docker alone. */
async function chooseBuilder(wanted, exec, env) {
    const works = (file, args) => exec(file, args).then(({ code }) => code === 0, () => false);
    const has = {
        buildctl: () => works('buildctl', ['--version']),
        buildx: () => works('docker', ['buildx', 'version']),
        docker: () => works('docker', ['version', '--format={{.Server.Version}}']),
    };
    if (wanted !== 'auto') {
        if (await has[wanted]())
            return wanted;
        throw new user_error/* UserError */.yo(`the builder "${wanted}" is not there: ${missing[wanted]}`, {
            fix: 'Set it up in a step before, or write `builder: auto` to take what the runner has.',
        });
    }
    if ((env['BUILDKIT_HOST'] ?? '') !== '' && (await has.buildctl()))
        return 'buildctl';
    if (await has.buildx())
        return 'buildx';
    if (await has.docker())
        return 'docker';
    throw new user_error/* UserError */.yo('no image builder was found: neither docker nor buildctl with BUILDKIT_HOST', {
        fix: 'Use a runner with docker, or set BUILDKIT_HOST to a BuildKit daemon and put buildctl on PATH.',
    });
}
const missing = {
    buildctl: 'no program buildctl on PATH',
    buildx: '`docker buildx version` fails',
    docker: 'no docker daemon answers',
};

// EXTERNAL MODULE: ./build/actions/shared/markdown/markdown.js
var markdown = __webpack_require__(7727);
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
        return { path, text: await (0,promises_.readFile)(path, 'utf8') };
    }
    catch (error) {
        if ((0,user_error/* codeOf */.$N)(error) !== 'ENOENT')
            throw error;
    }
    const goMod = await (0,promises_.readFile)((0,external_node_path_.join)(inputs.workingDirectory, 'go.mod'), 'utf8').catch(() => undefined);
    if (inputs.dockerfile !== 'Dockerfile' || goMod === undefined)
        throw dockerfile_source_missing(path);
    const hasSums = await (0,promises_.access)((0,external_node_path_.join)(inputs.workingDirectory, 'go.sum')).then(() => true, () => false);
    const mainPackage = program === undefined ? await mainPackageOf(inputs.workingDirectory, path) : '.';
    const linkage = program?.linkage;
    const text = scaffold({ goMod, hasSums, mainPackage, linkage });
    context.log.info(`There is no Dockerfile: one is written on ${baseFor(linkage).image}, because ${baseFor(linkage).reason}.`);
    context.report.summary((0,markdown/* details */.zH)('The Dockerfile that was written for this module', (0,markdown/* fence */.EU)(text, 'dockerfile')));
    return { path: await written(text, context), text };
}
async function written(text, { temp }) {
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
function dockerfile_source_missing(path) {
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

// EXTERNAL MODULE: ./build/actions/shared/elf/elf.js + 2 modules
var elf = __webpack_require__(2197);
// EXTERNAL MODULE: ./build/actions/shared/elf/linkage.js
var linkage = __webpack_require__(5649);
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

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/plan.js











/** Reads the Dockerfile and the binary and decides how the image will be built. Throws a UserError on what can't work. */
async function planBuild(inputs, context, facts) {
    await checkContext(inputs.workingDirectory);
    const program = inputs.binary === undefined ? undefined : await readProgram(inputs.binary);
    const binary = inputs.binary === undefined
        ? undefined
        : await testedBinary(inputs.binary, program?.interpreter, context);
    const platforms = platformsFor(inputs, program);
    const { path, text } = await findDockerfile(inputs, program, context);
    const file = await readDockerfile(text, new Map([...platformVariables(platforms), ...inputs.buildArgs]));
    const compiled = inputs.binary === undefined
        ? undefined
        : {
            binary: inputs.binary,
            replacement: replacementFor(file, inputs.builderStage, inputs.binary, path),
        };
    checkSecrets(inputs, context);
    const builder = await chooseBuilder(inputs.builder, context.exec, context.env);
    const created = await creationTime(inputs.workingDirectory, context);
    const server = context.env['GITHUB_SERVER_URL'] ?? 'https://github.com';
    const labels = labelsFor(context.record.source, { created, version: facts.version, server }, inputs.labels);
    const request = {
        context: inputs.workingDirectory,
        dockerfile: path,
        target: inputs.target,
        platforms,
        buildArgs: buildArgs(inputs, file.args, facts, created),
        labels,
        secrets: inputs.secrets,
        cacheFrom: inputs.cacheFrom,
        cacheTo: inputs.cacheTo,
        contexts: new Map(),
        layout: await newLayoutFolder(context),
    };
    const last = inputs.target === undefined ? file.stages.at(-1) : stageNamed(file, inputs.target);
    return { builder, request, source: { path, file }, compiled, binary, base: last?.base ?? '', created };
}
async function testedBinary(path, interpreter, { record }) {
    const [{ size }, sha256] = await Promise.all([(0,promises_.stat)(path), (0,oci_digest/* sha256OfFile */.Vq)(path)]);
    const built = record.binaries ?? [];
    if (built.length > 0 && !built.some((one) => one.sha256 === sha256)) {
        throw new user_error/* UserError */.yo(`${path} is not the binary that was built and tested: its sha256 is ${sha256}`, {
            fix: 'Hand on the `path` output of go-static-build, and the artifact made from it, unchanged.',
        });
    }
    return { path, size, sha256, interpreter };
}
/** A tested binary decides the platform: an image that promises another one would not start. */
function platformsFor(inputs, program) {
    if (program === undefined)
        return inputs.platforms;
    const own = program.platform;
    const [wanted = own, ...more] = inputs.platforms;
    if (more.length === 0 && wanted.split('/').slice(0, 2).join('/') === own)
        return [wanted];
    throw new user_error/* UserError */.yo(`the binary ${inputs.binary} is for ${own}, and \`platforms\` asks for ${inputs.platforms.join(', ')}`, {
        fix: `Give the binary of that platform, or build several platforms without \`binary\`.`,
    });
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
    // node's TLS alone costs as much start-up as all the rest; most steps push nothing.
    const [{ openHttp }, { dockerCredentials }, { checkAccess, pushLayout }, { Repository }] = await Promise.all([
        __webpack_require__.e(/* import() */ 344).then(__webpack_require__.bind(__webpack_require__, 4344)),
        __webpack_require__.e(/* import() */ 848).then(__webpack_require__.bind(__webpack_require__, 5848)),
        __webpack_require__.e(/* import() */ 500).then(__webpack_require__.bind(__webpack_require__, 9500)),
        __webpack_require__.e(/* import() */ 135).then(__webpack_require__.bind(__webpack_require__, 2135)),
    ]);
    const { send, close } = openHttp(context.env);
    const { mask, signal } = context;
    const log = (line) => context.log.info(line);
    try {
        const credentials = inputs.registryUsername === undefined || inputs.registryPassword === undefined
            ? await dockerCredentials(inputs.image.registry, context)
            : { kind: 'password', username: inputs.registryUsername, password: inputs.registryPassword };
        const repository = new Repository(inputs.image, { send, credentials, mask, signal, log });
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
function summaryOf(shown, layout, contents) {
    const facts = [
        ['digest', (0,markdown/* code */.aY)(shown.digest)],
        ['tags', shown.tags.map(markdown/* code */.aY).join(' ')],
        ['size', `${(0,bytes/* formatBytes */.z)(layout.size)} compressed`],
        ...(shown.base === '' ? [] : [['base', (0,markdown/* code */.aY)(shown.base)]]),
        ...(shown.builder === undefined ? [] : [['builder', shown.builder]]),
    ];
    const head = `### Image ${(0,markdown/* code */.aY)(shown.name)}\n\n${(0,markdown/* table */.tp)(['', ''], facts)}`;
    return [head, ...contents.map(contentSummary)].join('\n\n');
}
function contentSummary(content) {
    const { image, files } = content;
    // Some bases bring no history along: then the last layers are those that are known.
    const unknown = Math.max(0, image.manifest.layers.length - image.config.steps.length);
    const rows = image.manifest.layers.map((layer, at) => [
        String(at + 1),
        (0,bytes/* formatBytes */.z)(layer.size),
        (0,bytes/* formatBytes */.z)(files.layerSizes[at] ?? 0),
        (0,untrusted/* plainMarkdown */.EO)(image.config.steps[at - unknown] ?? '').slice(0, 160),
    ]);
    const title = `${(0,oci_descriptor/* platformName */.$r)(image.config.platform)}: ${rows.length} layers`;
    const proof = content.binaryAt === undefined
        ? ''
        : `\n\nThe tested binary is ${(0,markdown/* code */.aY)(content.binaryAt)}, byte for byte.`;
    return `${(0,markdown/* details */.zH)(title, (0,markdown/* table */.tp)(['layer', 'compressed', 'files', 'made by'], rows))}\n\n${floorLine(floorOf(content))}${proof}`;
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
    if (inputs.registryPassword !== undefined)
        await context.mask(inputs.registryPassword);
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
        const built = given === undefined ? await buildImage(plan, context) : await takeImage(given, context);
        tell(inputs, context, built, tags, false);
        if (target === undefined)
            return;
        tellPushed(await target.push(built.layout, tags), context);
        tell(inputs, context, built, tags, true);
    }
    finally {
        target?.close();
        const { layout } = plan?.request ?? {};
        // A layout that no output names is left to nobody.
        if (layout !== undefined && !context.report.outputs.has('layout'))
            await (0,promises_.rm)(layout, { recursive: true, force: true });
    }
}
async function buildImage(plan, context) {
    if (plan === undefined)
        throw new Error('a build needs its plan');
    const { builder, request, source, compiled, binary, created, base } = plan;
    if (compiled !== undefined) {
        const { pathInStage, stage } = compiled.replacement;
        context.log.info(`The tested binary takes the place of ${pathInStage} of the stage "${stage.name ?? stage.index}".`);
    }
    await build(builder, request, source, compiled, created, context);
    const layout = await (0,oci_layout/* openLayout */.B9)(request.layout);
    const contents = await Promise.all(layout.images.map((image) => readContent(layout, image, binary)));
    for (const { binaryAt } of contents) {
        if (binaryAt !== undefined)
            context.log.info(`Proven: ${binaryAt} in the image has the sha256 of the tested binary.`);
    }
    return { layout, contents, base, binarySha256: binary?.sha256, plan };
}
/** An image of an earlier step: compared with its digests, and with what the release record says about it. */
async function takeImage(layout, context) {
    await (0,oci_layout/* verifyBlobs */.oP)(layout);
    const contents = await Promise.all(layout.images.map((image) => readContent(layout, image, undefined)));
    const { image } = context.record;
    const known = image?.digest === layout.root.digest ? image : undefined;
    return { layout, contents, base: known?.base ?? '', binarySha256: known?.binarySha256, plan: undefined };
}
/** Reports the image: before the push, so that a push that fails leaves what was built, and once more after it. */
function tell(inputs, { report, log }, built, tags, pushed) {
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
        report.summary(summaryOf({ name, digest, tags, base, builder: plan?.builder }, layout, contents));
    log.info(`${pushed ? 'Pushed' : 'Image'} ${name}@${digest}, ${(0,bytes/* formatBytes */.z)(layout.size)}`);
}
async function tellPlan(inputs, { log, report }, plan, tags) {
    const lines = [
        plan === undefined
            ? `takes the layout ${inputs.layout}`
            : `builds ${plan.source.path} with ${plan.builder}`,
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
