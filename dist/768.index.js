export const id = 768;
export const ids = [768];
export const modules = {

/***/ 60768:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planAssembly: () => (/* binding */ planAssembly),
  planPart: () => (/* binding */ planPart)
});

// EXTERNAL MODULE: ./build/actions/shared/errors/user-error.js
var user_error = __webpack_require__(30860);
// EXTERNAL MODULE: ./build/actions/shared/json/json.js
var json = __webpack_require__(65977);
// EXTERNAL MODULE: ./build/actions/shared/oci/descriptor.js
var descriptor = __webpack_require__(54577);
// EXTERNAL MODULE: ./build/actions/shared/dockerfile/dockerfile.js + 1 modules
var dockerfile = __webpack_require__(17765);
// EXTERNAL MODULE: ./build/actions/shared/dockerfile/expand.js
var expand = __webpack_require__(49187);
;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/assemble/scope.js

/** What only a builder can do, with the line that asks for it. */
class Beyond extends Error {
    line;
    constructor(why, line) {
        super(why);
        this.line = line;
    }
}
/** ARGs before the first FROM, and what every builder sets by itself. */
function globalScope(file, { buildArgs, platform }) {
    const { os, architecture, variant = '' } = platform;
    const name = [os, architecture, ...(variant === '' ? [] : [variant])].join('/');
    const scope = new Map([
        ['TARGETPLATFORM', name],
        ['TARGETOS', os],
        ['TARGETARCH', architecture],
        ['TARGETVARIANT', variant],
    ]);
    for (const one of file.instructions)
        if (one.stage === -1 && one.keyword === 'ARG')
            declare(one, scope, buildArgs, new Map());
    return scope;
}
/** Sets the variables of an ARG: what the caller gives wins, then its own default, then the ARG before the first FROM. */
function declare(one, scope, buildArgs, outer) {
    for (const { name, value } of one.pairs) {
        const own = value === undefined ? undefined : filled(value, scope, one);
        const found = buildArgs.get(name) ?? own ?? outer.get(name);
        if (found !== undefined)
            scope.set(name, found);
    }
}
/** Fills variables in; one that is not known here may come from the base image. */
function filled(text, scope, one) {
    const value = (0,expand/* expand */.f)(text, scope);
    if (value.includes('$'))
        throw new Beyond(`a variable of ${one.keyword} is not known: ${value}`, one.line);
    return value;
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/assemble/step.js



/** What the instructions of one stage do. Throws Beyond at the first that needs a builder. */
function stepsOf(file, stage, facts, global) {
    const scope = new Map();
    return file.instructions
        .filter((one) => one.stage === stage && one.keyword !== 'FROM')
        .flatMap((one) => stepOf(file, one, scope, facts, global));
}
function stepOf(file, one, scope, facts, global) {
    const flags = one.flags.map(({ name, value }) => `--${name}=${value} `).join('');
    const text = `${one.keyword} ${flags}${one.text}`;
    if (!one.plain && one.exec === undefined)
        throw new Beyond(`${one.keyword} has quotes or escapes`, one.line);
    switch (one.keyword) {
        case 'ARG':
            declare(one, scope, facts.buildArgs, global);
            return [];
        case 'ENV':
        case 'LABEL': {
            const pairs = one.pairs.map(({ name, value = '' }) => [
                name,
                filled(value, scope, one),
            ]);
            if (one.keyword === 'ENV')
                for (const [name, value] of pairs)
                    scope.set(name, value);
            return [{ kind: one.keyword === 'ENV' ? 'env' : 'label', text, pairs }];
        }
        case 'EXPOSE':
            return [
                { kind: 'expose', text, values: one.words.flatMap((word) => portsOf(filled(word, scope, one), one)) },
            ];
        case 'VOLUME':
            return [{ kind: 'volume', text, values: one.words.map((word) => filled(word, scope, one)) }];
        case 'ENTRYPOINT':
        case 'CMD':
            if (one.exec === undefined)
                throw new Beyond(`${one.keyword} needs a shell`, one.line);
            return [{ kind: one.keyword === 'CMD' ? 'cmd' : 'entrypoint', text, exec: one.exec }];
        case 'USER':
            return [{ kind: 'user', text, value: filled(one.text, scope, one) }];
        case 'WORKDIR':
            return [{ kind: 'workdir', text, value: filled(one.text.replaceAll('"', ''), scope, one) }];
        case 'STOPSIGNAL':
            return [{ kind: 'stopsignal', text, value: filled(one.text, scope, one) }];
        case 'COPY':
            return [{ kind: 'copy', text, copy: copyOf(file, one, scope, facts) }];
        default:
            throw new Beyond(`${one.keyword} needs one`, one.line);
    }
}
function copyOf(file, one, scope, { compiled }) {
    const flag = (name) => filled(one.flags.find((known) => known.name === name)?.value ?? '', scope, one);
    const unknown = one.flags.find(({ name }) => !['from', 'chown', 'chmod', 'link'].includes(name));
    if (unknown !== undefined)
        throw new Beyond(`COPY --${unknown.name} needs one`, one.line);
    const [source = '', to = '', ...more] = one.words.map((word) => filled(word, scope, one));
    const isBinary = (0,dockerfile/* stageNamed */.a)(file, flag('from')) === compiled.stage && source === compiled.source;
    if (!isBinary || more.length > 0 || /[*?[]|\/\.?$/.test(source))
        throw new Beyond('COPY takes more than the tested binary', one.line);
    const [, uid = '0', gid = uid] = /^(\d+)(?::(\d+))?$/.exec(flag('chown') || '0') ?? [];
    const mode = flag('chmod') || '0755';
    if (!/^\d*(?::\d+)?$/.test(flag('chown')) || !/^0?[0-7]{3}$/.test(mode))
        throw new Beyond('COPY names a user or mode by other than numbers', one.line);
    return { to, name: (0,external_node_path_.basename)(source), uid: Number(uid), gid: Number(gid), mode: Number.parseInt(mode, 8) };
}
function portsOf(word, one) {
    if (!/^\d+(?:\/(?:tcp|udp|sctp))?$/.test(word))
        throw new Beyond(`EXPOSE ${word} is no plain port`, one.line);
    return [word.includes('/') ? word : `${word}/tcp`];
}

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/assemble/recipe.js



/**
 * Reads how the final stage is made. Whatever is not known to the letter is left to a builder: RUN and ADD, files of the
 * build context, variables of the base image, names of users, the shell form.
 */
function recipeFor(file, facts) {
    try {
        const last = facts.target === undefined ? file.stages.at(-1) : (0,dockerfile/* stageNamed */.a)(file, facts.target);
        if (last === undefined)
            throw new Beyond('the Dockerfile has no such stage', 1);
        checkDirectives(file);
        const global = globalScope(file, facts);
        const chain = chainOf(file, last, global);
        const [first] = chain;
        const steps = chain.flatMap(({ index }) => [
            { kind: 'stage' },
            ...stepsOf(file, index, facts, global),
        ]);
        if (!steps.some(({ kind }) => kind === 'copy'))
            throw new Beyond('nothing copies the binary', last.firstLine);
        return { base: baseOf(file, first ?? last, global), baseLine: (first ?? last).firstLine, steps };
    }
    catch (error) {
        if (error instanceof Beyond)
            return { why: error.message, line: error.line };
        throw error;
    }
}
function checkDirectives({ directives }) {
    const syntax = directives.get('syntax') ?? '';
    if (syntax !== '' && !/^(?:docker\.io\/)?docker\/dockerfile(?::1[\d.]*)?(?:@|$)/.test(syntax))
        throw new Beyond(`the syntax ${syntax} is another language`, 1);
    if (directives.has('escape'))
        throw new Beyond('another escape character is set', 1);
}
/** The stage and those it stands on, the lowest first. */
function chainOf(file, last, global) {
    const base = baseOf(file, last, global);
    const below = file.stages
        .slice(0, last.index)
        .findLast((stage) => stage.name?.toLowerCase() === base.toLowerCase());
    return below === undefined ? [last] : [...chainOf(file, below, global), last];
}
function baseOf(file, stage, global) {
    const from = file.instructions.find((one) => one.keyword === 'FROM' && one.line === stage.firstLine);
    if (from === undefined)
        throw new Beyond('a stage has no FROM', stage.firstLine);
    const platform = from.flags.find(({ name }) => name === 'platform')?.value;
    if (platform !== undefined && !/^\$\{?TARGETPLATFORM\}?$/.test(platform))
        throw new Beyond(`FROM asks for the platform ${platform}`, from.line);
    return filled(from.words[0] ?? '', global, from);
}

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/assemble/assembly.js




/**
 * Plans an image without a builder: reads the recipe for each platform and finds the base images. Tells why where a
 * builder is needed; throws a UserError at the line of FROM where the base can't be had.
 */
async function planAssembly(facts, { target }, signal) {
    const parts = [];
    for (const binary of facts.binaries) {
        const part = await planPart(facts, target, binary.platform, signal);
        if ('why' in part)
            return part;
        parts.push({ ...part, binary });
    }
    return { parts, supplies: facts.supplies };
}
/** The same for the image of one platform; which binary will be in it need not be known. */
async function planPart(facts, target, platform, signal) {
    const recipe = recipeFor(facts.file, { ...facts, target, platform });
    if ('why' in recipe)
        return recipe;
    const base = await findBase(recipe, platform, facts, signal);
    const why = base === undefined ? undefined : unfit(base.image, platform);
    return why === undefined ? { platform, recipe, base } : { why, line: recipe.baseLine };
}
async function findBase({ base, baseLine }, platform, { path, supplies }, signal) {
    if (base === 'scratch')
        return undefined;
    try {
        return await supplies.base(base, platform);
    }
    catch (error) {
        if (signal.aborted)
            throw error;
        const fix = error instanceof user_error/* UserError */.yo ? error.fix : 'Check the image after FROM.';
        throw new user_error/* UserError */.yo(`the base image ${base} can't be had: ${(0,user_error/* messageOf */.bD)(error)}`, {
            fix,
            place: { file: path, line: baseLine },
            cause: error,
        });
    }
}
/** What of a base image only a builder could honour. */
function unfit({ config, layers }, wanted) {
    const [os, architecture] = [(0,json/* textOf */.b6)((0,json/* field */.ZZ)(config, 'os')), (0,json/* textOf */.b6)((0,json/* field */.ZZ)(config, 'architecture'))];
    if (os !== wanted.os || architecture !== wanted.architecture)
        return `the base image is for ${os}/${architecture}, not for ${(0,descriptor/* platformName */.$r)(wanted)}`;
    if ((0,json/* listOf */.c3)((0,json/* objectOf */.Xy)((0,json/* field */.ZZ)(config, 'config'))['OnBuild']).length > 0)
        return 'the base image has instructions of its own (ONBUILD)';
    const diffIds = (0,json/* textsOf */.CB)((0,json/* field */.ZZ)((0,json/* field */.ZZ)(config, 'rootfs'), 'diff_ids'));
    return diffIds.length === layers.length ? undefined : 'the base image does not tell what its layers hold';
}


/***/ })

};
