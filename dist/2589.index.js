export const id = 2589;
export const ids = [2589];
export const modules = {

/***/ 2589:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rollOutByGit: () => (/* binding */ rollOutByGit)
});

// EXTERNAL MODULE: ./build/actions/shared/errors/user-error.js
var user_error = __webpack_require__(30860);
// EXTERNAL MODULE: ./build/actions/shared/kube/values.js
var values = __webpack_require__(49256);
// EXTERNAL MODULE: ./build/actions/k8s-rollout/src/report.js + 1 modules
var report = __webpack_require__(50466);
;// CONCATENATED MODULE: ./build/actions/k8s-rollout/src/gitops/owner.js

const kinds = {
    Application: 'argoproj.io/v1alpha1',
    Kustomization: 'kustomize.toolkit.fluxcd.io/v1',
};
/** `Application argocd/checkout` or `Kustomization flux-system/checkout` as a reference. */
function ownerOf(written) {
    const [, kind = '', namespace = '', name = ''] = /^(\w+)[ /]([\w.-]+)\/([\w.-]+)$/.exec(written.trim()) ?? [];
    const apiVersion = kinds[kind];
    if (apiVersion !== undefined)
        return { apiVersion, kind, namespace, name };
    throw new user_error/* UserError */.yo(`\`gitops-application: ${written}\` names no Application and no Kustomization`, {
        fix: 'Write `Application argocd/NAME` (Argo CD) or `Kustomization flux-system/NAME` (Flux).',
    });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/actions/shared/github/pull-request.js
/** No call of ours may take longer than this. */
const patienceMs = 10_000;
/** The address of the open pull request from `head`: the one that is there, with its new text, or a new one. */
async function proposeChange(token, repository, proposal) {
    const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(2413)]).then(__webpack_require__.bind(__webpack_require__, 92413));
    const [owner = '', repo = ''] = repository.split('/', 2);
    const { pulls } = getOctokit(token).rest;
    const request = () => ({ signal: AbortSignal.timeout(patienceMs) });
    const { head, base, title, body } = proposal;
    const open = await pulls.list({
        owner,
        repo,
        head: `${owner}:${head}`,
        base,
        state: 'open',
        request: request(),
    });
    const own = open.data.find((pull) => pull.head.ref === head);
    const { data } = own === undefined
        ? await pulls.create({ owner, repo, head, base, title, body, request: request() })
        : await pulls.update({ owner, repo, pull_number: own.number, title, body, request: request() });
    return data.html_url;
}

;// CONCATENATED MODULE: ./build/actions/k8s-rollout/src/gitops/propose.js



/** How the repository is reached that the cluster follows. */
function gitOptions(inputs, { env, exec, temp }) {
    const { gitopsRepository, gitopsBranch, token } = inputs;
    return {
        repository: gitopsRepository ?? env['GITHUB_REPOSITORY'] ?? '',
        branch: gitopsBranch,
        token,
        server: env['GITHUB_SERVER_URL'] ?? 'https://github.com',
        temp,
        exec,
        env,
    };
}
/** What the commit says. */
function messageFor({ images, environment }, { record }) {
    const { commit, repository } = record.source;
    const list = [...images].map(([name, reference]) => `- ${name}: ${reference}`).join('\n');
    return `Roll ${[...images.keys()].join(', ')} out to ${environment}\n\n${list}\n\nFrom ${repository}@${commit}`;
}
/** Proposes the commit as a pull request, the same one for the same images. */
async function propose(git, changes, inputs, context) {
    const { token, images, environment, gitopsBranch } = inputs;
    const repository = gitOptions(inputs, context).repository;
    if (token === undefined || !/^[\w.-]+\/[\w.-]+$/.test(repository)) {
        throw new user_error/* UserError */.yo('a pull request needs a `token`, and `gitops-repository` as owner/name', {
            fix: 'Give a token with contents: write and pull-requests: write of that repository.',
        });
    }
    const sum = (0,external_node_crypto_.createHash)('sha256')
        .update([...images.keys()].join())
        .digest('hex')
        .slice(0, 8);
    const head = `seatrial/${environment}-${sum}`;
    const message = messageFor(inputs, context);
    await git.commit(changes, message, head);
    await git.push(head, true);
    const [title = '', ...body] = message.split('\n');
    const url = await proposeChange(token, repository, {
        head,
        base: gitopsBranch,
        title,
        body: body.join('\n').trim(),
    });
    context.report.output('pull-request', url);
    context.log.info(`Proposed as ${url}; the rollout begins when it is merged.`);
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/actions/k8s-rollout/src/gitops/repository.js



/** A clone of its own, away from the workspace, so that nothing of the job gets into the commit. */
class GitRepository {
    folder;
    options;
    constructor(folder, options) {
        this.folder = folder;
        this.options = options;
    }
    /** Throws a UserError for a repository or branch that can't be had. */
    static async clone(options) {
        const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(options.temp, 'seatrial-gitops-'));
        const { repository, branch, server } = options;
        const url = /^[\w.-]+\/[\w.-]+$/.test(repository) ? `${server}/${repository}` : repository;
        const git = new GitRepository(folder, options);
        const cloned = await git.run([
            'clone',
            '--quiet',
            '--filter=blob:none',
            '--branch',
            branch,
            '--',
            url,
            folder,
        ]);
        if (cloned.code === 0)
            return git;
        throw new user_error/* UserError */.yo(`the GitOps repository ${repository} can't be had at ${branch}: ${lastLine(cloned)}`, {
            fix: 'Correct `gitops-repository` and `gitops-branch`; a private repository needs a `token` with contents: write there (GITHUB_TOKEN reaches its own repository only).',
        });
    }
    read(path) {
        return (0,promises_.readFile)((0,external_node_path_.join)(this.folder, path), 'utf8');
    }
    head() {
        return this.must(['rev-parse', 'HEAD'], 'tell its commit');
    }
    /** Commits on a branch of this clone, or on the present one. Gives the commit, or undefined when nothing differs. */
    async commit(changes, message, onto) {
        if (onto !== undefined)
            await this.must(['checkout', '--quiet', '-B', onto], 'make a branch');
        for (const [path, text] of changes)
            await (0,promises_.writeFile)((0,external_node_path_.join)(this.folder, path), text);
        await this.must(['add', '--', ...changes.keys()], 'take the change up');
        if ((await this.run(['diff', '--cached', '--quiet'])).code === 0)
            return undefined;
        await this.must(['commit', '--quiet', '--no-verify', `--message=${message}`], 'commit');
        return this.head();
    }
    /** False when somebody else was faster. Any other refusal is a UserError. */
    async push(branch, force = false) {
        const pushed = await this.run([
            'push',
            '--quiet',
            ...(force ? ['--force'] : []),
            'origin',
            `HEAD:refs/heads/${branch}`,
        ]);
        if (pushed.code === 0)
            return true;
        if (/fetch first|non-fast-forward|cannot lock ref|incorrect old value/.test(pushed.stderr))
            return false;
        throw new user_error/* UserError */.yo(`the GitOps repository does not take the push to ${branch}: ${lastLine(pushed)}`, {
            fix: 'A protected branch wants a pull request: write `gitops-pull-request: true`. Otherwise the `token` needs contents: write.',
        });
    }
    /** Back to what the branch is by now. */
    async renew() {
        const { branch } = this.options;
        await this.must(['fetch', '--quiet', 'origin', branch], 'fetch');
        await this.must(['reset', '--quiet', '--hard', `origin/${branch}`], 'go to its head');
    }
    /** Whether a revision is the commit or came after it. */
    async contains(revision, commit) {
        if (revision === commit)
            return true;
        if (!/^[0-9a-f]{40}$/.test(revision))
            return false;
        const asked = ['merge-base', '--is-ancestor', commit, revision];
        if ((await this.run(asked)).code === 0)
            return true;
        await this.run(['fetch', '--quiet', 'origin', this.options.branch]);
        return (await this.run(asked)).code === 0;
    }
    async must(args, what) {
        const result = await this.run(args);
        if (result.code === 0)
            return result.stdout.trim();
        throw new user_error/* UserError */.yo(`git can't ${what} in the GitOps repository: ${lastLine(result)}`, {
            fix: 'Look at the message of git; the clone is made anew by the next run.',
        });
    }
    run(args) {
        const { exec, env, token, server } = this.options;
        const known = Object.entries(env).filter((entry) => entry[1] !== undefined);
        return exec('git', ['-C', this.folder, ...args], {
            env: { ...Object.fromEntries(known), ...settings(token, server) },
        });
    }
}
/** git's configuration by environment: who commits, and the rights, which no process list shows. */
function settings(token, server) {
    const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
    const pairs = [
        ['user.name', 'seatrial'],
        ['user.email', 'seatrial@users.noreply.github.com'],
        ['commit.gpgsign', 'false'],
        ...(token === undefined
            ? []
            : [[`http.${server}/.extraheader`, `AUTHORIZATION: basic ${basic}`]]),
    ];
    const numbered = pairs.flatMap(([key, value], index) => [
        [`GIT_CONFIG_KEY_${index}`, key],
        [`GIT_CONFIG_VALUE_${index}`, value],
    ]);
    return {
        GIT_TERMINAL_PROMPT: '0',
        GIT_CONFIG_COUNT: String(pairs.length),
        ...Object.fromEntries(numbered),
    };
}
const lastLine = ({ stderr, stdout }) => (stderr.trim() || stdout.trim()).split('\n').at(-1) ?? '';

// EXTERNAL MODULE: ./build/actions/shared/manifests/sources/find.js
var find = __webpack_require__(39013);
// EXTERNAL MODULE: ./build/actions/shared/manifests/images.js
var manifests_images = __webpack_require__(59103);
;// CONCATENATED MODULE: ./build/actions/k8s-rollout/src/gitops/splice.js
/** A text with all splices applied, whatever their order; of equal ones (reached through an alias) one counts. */
function applied(text, splices) {
    const once = new Map(splices.map((splice) => [`${splice.from} ${splice.to} ${splice.text}`, splice]));
    return [...once.values()]
        .sort((a, b) => b.from - a.from)
        .reduce((whole, { from, to, text: own }) => whole.slice(0, from) + own + whole.slice(to), text);
}

;// CONCATENATED MODULE: ./build/actions/k8s-rollout/src/gitops/edit.js



/**
 * Puts image references by digest into a file of a GitOps repository: a manifest (`image:` of a container), a
 * Kustomization (`images`) or Helm values (`repository` beside `tag` or `digest`, or `image:`). Only the characters of
 * the values change; comments, order and formatting stay as they are.
 *
 * Throws a UserError with the line for what is no YAML.
 */
async function withImages(text, file, images) {
    const yaml = await __webpack_require__.e(/* import() */ 8815).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
    const editor = new Editor(yaml, text, images);
    for (const document of documentsOf(yaml, text)) {
        refuseErrors(document, file);
        yaml.visit(document, { Map: (_key, map) => editor.take(map) });
    }
    return editor.result();
}
function documentsOf(yaml, text) {
    const documents = yaml.parseAllDocuments(text);
    return Array.isArray(documents) ? documents : [];
}
function refuseErrors({ errors: [first] }, file) {
    if (first === undefined)
        return;
    const line = first.linePos?.[0].line;
    throw new user_error/* UserError */.yo(`${file} of the GitOps repository is no valid YAML: ${first.message.split('\n', 1)[0]}`, {
        fix: 'Correct the file, or leave it out of `manifests`. A chart template is no YAML: give its values file.',
        place: { file, ...(line === undefined ? {} : { line }) },
    });
}
class Editor {
    yaml;
    text;
    images;
    used = new Set();
    splices = [];
    constructor(yaml, text, images) {
        this.yaml = yaml;
        this.text = text;
        this.images = images;
    }
    result() {
        return { text: applied(this.text, this.splices), used: this.used };
    }
    take(map) {
        const image = this.scalar(map, 'image');
        const reference = image === undefined ? undefined : this.match(String(image.value ?? ''));
        if (image !== undefined && reference !== undefined)
            this.write(image, reference);
        this.takeValues(map);
        const images = map.get('images', true);
        if (!this.yaml.isSeq(images))
            return;
        for (const item of images.items)
            if (this.yaml.isMap(item))
                this.takeEntry(item);
    }
    /** Helm values: `{ registry?, repository, tag | digest }`. */
    takeValues(map) {
        const [registry, repository] = [this.scalar(map, 'registry'), this.scalar(map, 'repository')];
        const [tag, digest] = [this.scalar(map, 'tag'), this.scalar(map, 'digest')];
        const place = digest ?? tag;
        if (repository === undefined || place === undefined)
            return;
        const own = String(repository.value ?? '');
        const host = String(registry?.value ?? '');
        const reference = (host === '' ? undefined : this.match(`${host}/${own}`)) ?? this.match(own);
        if (reference === undefined)
            return;
        const [where, sum] = split(reference);
        const isHosted = registry !== undefined && host !== '';
        if (isHosted)
            this.write(registry, where.slice(0, where.indexOf('/')));
        this.write(repository, isHosted ? where.slice(where.indexOf('/') + 1) : where);
        // A chart writes `repository:tag`; what stands behind the @ decides, the tag is for people.
        this.write(place, digest === undefined ? `${sum.slice(7, 19)}@${sum}` : sum);
    }
    /** An entry of a Kustomization's `images`: `{ name, newName?, newTag? | digest? }`. */
    takeEntry(map) {
        const name = this.scalar(map, 'name');
        const newName = this.scalar(map, 'newName');
        if (name === undefined)
            return;
        const reference = this.match(String(name.value)) ??
            (newName === undefined ? undefined : this.match(String(newName.value)));
        if (reference === undefined)
            return;
        const [where, sum] = split(reference);
        const [tag, digest] = [this.pair(map, 'newTag'), this.scalar(map, 'digest')];
        if (newName !== undefined)
            this.write(newName, where);
        else if (where !== name.value)
            this.insert(map, name, `newName: ${where}`);
        if (digest !== undefined)
            this.write(digest, sum);
        else if (tag !== undefined)
            this.splices.push({ ...tag, text: `digest: ${sum}` });
        else
            this.insert(map, name, `digest: ${sum}`);
        if (digest !== undefined && tag !== undefined)
            this.drop(tag);
    }
    match(name) {
        const found = [...this.images.keys()].find((candidate) => candidate === name || candidate === (0,manifests_images.repositoryOf)(name));
        if (found === undefined)
            return undefined;
        this.used.add(found);
        return this.images.get(found);
    }
    scalar(map, key) {
        const value = map.get(key, true);
        return this.yaml.isScalar(value) && value.range !== undefined && value.range !== null ? value : undefined;
    }
    /** From the beginning of the key to the end of its value. */
    pair(map, key) {
        const pair = map.items.find((item) => this.yaml.isScalar(item.key) && item.key.value === key);
        if (pair === undefined || !this.yaml.isScalar(pair.key) || !this.yaml.isScalar(pair.value))
            return undefined;
        return { from: start(pair.key), to: end(pair.value) };
    }
    write(node, value) {
        if (node.value === value)
            return;
        const quote = node.type === 'QUOTE_DOUBLE' ? '"' : node.type === 'QUOTE_SINGLE' ? "'" : '';
        const gap = start(node) === end(node) && this.text[start(node) - 1] !== ' ' ? ' ' : '';
        this.splices.push({ from: start(node), to: end(node), text: `${gap}${quote}${value}${quote}` });
    }
    /** A further field behind `name`, on a line of its own where the others stand so. */
    insert(map, name, field) {
        const column = start(map) - (this.text.lastIndexOf('\n', start(map) - 1) + 1);
        const text = map.flow === true ? `, ${field}` : `\n${' '.repeat(column)}${field}`;
        this.splices.push({ from: end(name), to: end(name), text });
    }
    drop({ from, to }) {
        const line = this.text.lastIndexOf('\n', from - 1);
        const alone = this.text.slice(line + 1, from).trim() === '';
        if (alone)
            this.splices.push({ from: line, to, text: '' });
    }
}
const start = (node) => node.range?.[0] ?? 0;
const end = (node) => node.range?.[1] ?? 0;
function split(reference) {
    const at = reference.indexOf('@');
    return [reference.slice(0, at), reference.slice(at + 1)];
}

;// CONCATENATED MODULE: ./build/actions/k8s-rollout/src/gitops/update.js




/** So often somebody else may be faster. */
const attempts = 5;
/**
 * Writes images into the repository and pushes them; when somebody else was faster, anew onto what they pushed. Undefined
 * when they stand there already.
 */
async function pushImages(git, wanted) {
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
        const { changes, before } = await changesFor(git, wanted);
        const commit = await git.commit(changes, wanted.message);
        if (commit === undefined)
            return undefined;
        if (await git.push(wanted.branch))
            return { commit, before };
        await git.renew();
    }
    throw new user_error/* UserError */.yo(`${attempts} pushes to ${wanted.branch} were overtaken by others`, {
        fix: 'Let one job at a time write to the GitOps repository (`concurrency`), and run this one again.',
    });
}
/** Puts files back as they were, on top of whatever came since. */
async function pushBack(git, { before, commit }, branch) {
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
        await git.renew();
        const back = await git.commit(before, `Back to what was before ${commit.slice(0, 12)}, which did not become healthy`);
        if (back === undefined || (await git.push(branch)))
            return back;
    }
    return undefined;
}
/** What the images change in the files, and the files as they are. Every image has to have a place. */
async function changesFor(git, { paths, images }) {
    const changes = new Map();
    const before = new Map();
    const used = new Set();
    for (const path of await filesIn(git, paths)) {
        const text = await git.read(path);
        const edited = await withImages(text, path, images);
        for (const name of edited.used)
            used.add(name);
        if (edited.text === text)
            continue;
        before.set(path, text);
        changes.set(path, edited.text);
    }
    const missing = [...images.keys()].filter((name) => !used.has(name));
    if (missing.length === 0)
        return { changes, before };
    throw new user_error/* UserError */.yo(`no file of the GitOps repository has a place for the image ${missing.join(', ')}`, {
        fix: `Looked for in ${paths.join(', ')}: \`image: ${missing[0]}\` of a container, an entry \`- name: ${missing[0]}\` under \`images\` of a Kustomization, or \`repository: ${missing[0]}\` beside \`tag\` or \`digest\` in Helm values.`,
    });
}
/** Files, folders and globs within the repository; a Kustomization counts as its files, a chart as its values. */
async function filesIn(git, paths) {
    const sources = await (0,find/* findManifests */.kD)(paths, git.folder);
    const found = await Promise.all(sources.map(async ({ path, kind }) => {
        if (kind === 'file')
            return [path];
        const inside = await (0,find/* findManifests */.kD)([`${path}/${kind === 'helm' ? 'values*' : '**/*'}`], git.folder);
        return inside.filter((one) => one.kind === 'file').map((one) => one.path);
    }));
    return [...new Set(found.flat().map((path) => (0,external_node_path_.relative)(git.folder, path)))];
}

// EXTERNAL MODULE: ./build/actions/shared/kube/errors.js
var errors = __webpack_require__(80265);
// EXTERNAL MODULE: ./build/actions/shared/rollout/observe/observe.js + 7 modules
var observe = __webpack_require__(14391);
// EXTERNAL MODULE: ./build/actions/shared/rollout/observe/watching.js + 7 modules
var observe_watching = __webpack_require__(18873);
// EXTERNAL MODULE: ./build/actions/shared/rollout/workload.js
var workload = __webpack_require__(57413);
;// CONCATENATED MODULE: ./build/actions/k8s-rollout/src/gitops/judge.js


/**
 * How far an Argo CD Application is (`status.sync`, `status.health`, `status.operationState`; see
 * https://argo-cd.readthedocs.io/en/stable/operator-manual/health/). `contains` tells whether a later revision holds the
 * commit: a branch goes on.
 */
function judgeArgo(application, contains) {
    const revision = (0,values/* textAt */.$6)(application, 'status', 'sync', 'revision') || revisions(application);
    const [sync, health] = [
        (0,values/* textAt */.$6)(application, 'status', 'sync', 'status'),
        (0,values/* textAt */.$6)(application, 'status', 'health', 'status'),
    ];
    const operation = (0,values.at)(application, 'status', 'operationState');
    const phase = (0,values/* textAt */.$6)(operation, 'phase');
    const operated = (0,values/* textAt */.$6)(operation, 'syncResult', 'revision') || (0,values/* textAt */.$6)(operation, 'operation', 'sync', 'revision');
    const message = (0,values/* textAt */.$6)(operation, 'message');
    const broken = (0,values/* listAt */.gT)(application, 'status', 'conditions')
        .filter((condition) => /Error$/.test((0,values/* textAt */.$6)(condition, 'type')))
        .map((condition) => `${(0,values/* textAt */.$6)(condition, 'type')}: ${(0,values/* textAt */.$6)(condition, 'message')}`);
    const said = [`sync ${sync || 'unknown'}`, `health ${health || 'unknown'}`, ...broken, message]
        .filter((part) => part !== '')
        .join(', ');
    const told = (state) => ({ state, said, revision });
    if ((phase === 'Failed' || phase === 'Error') && contains(operated))
        return told('failed');
    if (broken.length > 0)
        return told('failed');
    if (sync !== 'Synced' || !contains(revision) || phase === 'Running')
        return told('waiting');
    if (health === 'Degraded')
        return told('failed');
    return told(health === 'Healthy' ? 'healthy' : 'synced');
}
/** An Application of several sources keeps one revision for each. */
function revisions(application) {
    return (0,values/* listAt */.gT)(application, 'status', 'sync', 'revisions')
        .filter((revision) => typeof revision === 'string')
        .join(' ');
}
/**
 * How far a Flux Kustomization is: the condition Ready of the generation it has seen, and the revision it has applied
 * (`branch@sha1:commit`; see https://fluxcd.io/flux/components/kustomize/kustomizations/).
 */
function judgeFlux(kustomization, contains) {
    const commit = (field) => (0,values/* textAt */.$6)(kustomization, 'status', field).replace(/^.*sha1:/, '');
    const [applied, attempted] = [commit('lastAppliedRevision'), commit('lastAttemptedRevision')];
    const ready = (0,workload/* conditionOf */.rI)(kustomization, 'Ready');
    const said = ready === undefined ? 'not reconciled yet' : `Ready ${ready.status}: ${ready.reason}: ${ready.message}`;
    const told = (state) => ({ state, said, revision: applied || attempted });
    const seen = ((0,values/* numberAt */.tk)(kustomization, 'status', 'observedGeneration') ?? 0) >=
        (kustomization.metadata.generation ?? 0);
    if (!seen || ready === undefined)
        return told('waiting');
    if (ready.status === 'False' && contains(attempted))
        return told('failed');
    if (!contains(applied))
        return told(contains(attempted) ? 'synced' : 'waiting');
    return told(ready.status === 'True' ? 'healthy' : 'synced');
}
/** The workloads that a controller says it manages. */
function workloadsOf(owner) {
    return owner.kind === 'Application' ? ofApplication(owner) : ofInventory(owner);
}
function ofApplication(application) {
    return (0,values/* listAt */.gT)(application, 'status', 'resources').map((resource) => ({
        apiVersion: [(0,values/* textAt */.$6)(resource, 'group'), (0,values/* textAt */.$6)(resource, 'version')]
            .filter((part) => part !== '')
            .join('/'),
        kind: (0,values/* textAt */.$6)(resource, 'kind'),
        namespace: (0,values/* textAt */.$6)(resource, 'namespace'),
        name: (0,values/* textAt */.$6)(resource, 'name'),
    }));
}
/** Entries of an inventory: `namespace_name_group_kind` and the version. */
function ofInventory(kustomization) {
    return (0,values/* listAt */.gT)(kustomization, 'status', 'inventory', 'entries').flatMap((entry) => {
        const [namespace, name, group, kind] = (0,values/* textAt */.$6)(entry, 'id').split('_');
        if (name === undefined || kind === undefined)
            return [];
        const apiVersion = [group ?? '', (0,values/* textAt */.$6)(entry, 'v')].filter((part) => part !== '').join('/');
        return [{ apiVersion, kind, namespace: namespace ?? '', name }];
    });
}

;// CONCATENATED MODULE: ./build/actions/k8s-rollout/src/gitops/wait.js






/**
 * Waits until the Application or Kustomization has applied the commit and its workloads are healthy. The workloads are
 * watched by our own eyes once it is applied: the controller says Degraded, the pods say why.
 */
async function waitFor(waiting, setting) {
    await nudge(waiting.owner, setting);
    const begun = setting.now();
    const limit = AbortSignal.any([setting.signal, AbortSignal.timeout(waiting.timeout)]);
    const { owner, progress } = await untilApplied(waiting, setting, limit);
    if (setting.signal.aborted)
        return ended('cancelled', []);
    const failing = progress.state === 'failed' ? [refusedBy(waiting.owner, progress)] : [];
    if (owner === undefined || progress.state === 'waiting') {
        return ended('failed', [late(waiting, progress)]);
    }
    const left = Math.max(1000, waiting.timeout - (setting.now() - begun));
    const seen = await look(owner, { ...waiting, timeout: failing.length > 0 ? Math.min(left, 15_000) : left }, setting);
    if (seen.verdict !== 'healthy' || failing.length === 0)
        return seen;
    return ended('failed', failing);
}
const ended = (verdict, findings) => ({
    verdict,
    findings,
    warnings: [],
    workloads: [],
});
async function untilApplied(waiting, setting, limit) {
    const { owner: ref, contains } = waiting;
    let seen = {
        owner: undefined,
        progress: { state: 'waiting', said: 'it is not there', revision: '' },
    };
    const options = {
        fieldSelector: `metadata.name=${ref.name}`,
        ...(ref.namespace === undefined ? {} : { namespace: ref.namespace }),
    };
    for await (const { type, object } of setting.kube.watch(ref.apiVersion, ref.kind, options, limit)) {
        if (type !== 'ADDED' && type !== 'MODIFIED')
            continue;
        const progress = await judged(object, contains);
        if (progress.said !== seen.progress.said)
            setting.log.info(`${(0,values/* nameOf */.Vb)(ref)}: ${progress.said}`);
        seen = { owner: object, progress };
        if (progress.state !== 'waiting')
            break;
    }
    return seen;
}
/** Asks git first about every revision that is named, since the judgement itself asks nobody. */
async function judged(owner, contains) {
    const named = [...JSON.stringify(owner['status'] ?? {}).matchAll(/\b[0-9a-f]{40}\b/g)].map(([revision]) => revision);
    const answers = await Promise.all([...new Set(named)].map(async (one) => ((await contains(one)) ? [one] : [])));
    const known = new Set(answers.flat());
    const holds = (revision) => revision.split(' ').some((one) => known.has(one));
    return owner.kind === 'Application' ? judgeArgo(owner, holds) : judgeFlux(owner, holds);
}
/** Watches what the controller has applied; without workloads its own word counts. */
async function look(owner, waiting, setting) {
    const refs = workloadsOf(owner).filter(workload/* isWorkload */.gv);
    const objects = await Promise.all(refs.map((ref) => setting.kube.get(ref)));
    const live = objects.filter((object) => object !== undefined);
    if (live.length === 0)
        return ended('healthy', []);
    const watching = await (0,observe_watching/* startWatching */.K)(setting.kube, live);
    try {
        const targets = live.map((object) => ({
            ref: (0,values/* refOf */.H8)(object),
            generation: object.metadata.generation ?? 0,
        }));
        return await (0,observe/* observe */.l)(targets, watching, setting, waiting);
    }
    finally {
        watching.stop();
    }
}
const nudges = {
    Application: () => ({ 'argocd.argoproj.io/refresh': 'normal' }),
    Kustomization: (now) => ({ 'reconcile.fluxcd.io/requestedAt': new Date(now).toISOString() }),
};
/** Controllers look every few minutes; both look at once when they are asked to. */
async function nudge(owner, { kube, log, now }) {
    const annotations = nudges[owner.kind]?.(now());
    if (annotations === undefined)
        return;
    try {
        await kube.mergePatch(owner, { metadata: { annotations } });
    }
    catch (error) {
        if (!(error instanceof errors/* KubeError */.a3))
            throw error;
        log.info(`${(0,values/* nameOf */.Vb)(owner)} can't be asked to look at once, it looks by itself: ${error.message}`);
    }
}
function refusedBy(owner, { said }) {
    return {
        cause: 'sync-failed',
        certainty: 'certain',
        ref: owner,
        message: `${(0,values/* nameOf */.Vb)(owner)} could not bring the commit into the cluster: ${said}`,
        evidence: [said],
        fix: 'Correct what the controller names in the GitOps repository.',
        path: [],
    };
}
function late({ owner, timeout }, { said, revision }) {
    return {
        cause: 'progress-deadline',
        certainty: 'certain',
        ref: owner,
        message: `${(0,values/* nameOf */.Vb)(owner)} has not applied the commit within ${timeout / 1000} s`,
        evidence: [`${said}${revision === '' ? '' : `, at revision ${revision}`}`],
        fix: 'Does it follow this repository, branch and path, and is its automatic sync on? A longer `timeout` waits for a slow one.',
        path: [],
    };
}

;// CONCATENATED MODULE: ./build/actions/k8s-rollout/src/gitops/run.js








/**
 * A rollout by way of a repository: the images are committed there, and the cluster's own controller (Argo CD, Flux)
 * brings them in. We wait for it, say why it fails, and take the commit back.
 */
async function rollOutByGit(inputs, context, access) {
    const begun = context.now();
    refuseMissing(inputs);
    if (inputs.token !== undefined)
        await context.mask(inputs.token);
    const git = await GitRepository.clone(gitOptions(inputs, context));
    const result = await releaseBy(git, inputs, context, access);
    const duration = context.now() - begun;
    (0,report/* report */.z8)(inputs, context, { result, manifests: [], secrets: [], duration });
    context.report.output('changed', result.verdict === 'healthy' && !inputs.dryRun);
}
function refuseMissing({ images, manifests }) {
    if (images.size > 0)
        return;
    throw new user_error/* UserError */.yo('`mode: gitops` without `images` has nothing to commit', {
        fix: `Give \`images: name=registry/repository@sha256:…\`, which are written into ${manifests.join(', ')} of the GitOps repository.`,
    });
}
async function releaseBy(git, inputs, context, access) {
    const { images, manifests: paths, gitopsBranch: branch } = inputs;
    const wanted = { paths, images, branch, message: messageFor(inputs, context) };
    if (inputs.dryRun || inputs.gitopsPullRequest) {
        const { changes } = await changesFor(git, wanted);
        context.log.info(`${changes.size} files would change: ${[...changes.keys()].join(', ') || 'none'}`);
        if (!inputs.dryRun && changes.size > 0)
            await propose(git, changes, inputs, context);
        return without(changes.size > 0 ? 'healthy' : 'unchanged');
    }
    if (inputs.gitopsApplication === undefined) {
        const { pushed } = await push(git, wanted, context);
        context.log.info('Nobody waits for the cluster: `gitops-application` is not set.');
        return without(pushed === undefined ? 'unchanged' : 'healthy');
    }
    const owner = ownerOf(inputs.gitopsApplication);
    const kube = await opened(inputs, context, access);
    try {
        await refuseAbsent(kube, owner);
        return await watched(git, await push(git, wanted, context), owner, inputs, { kube, context });
    }
    finally {
        await kube.close();
    }
}
async function push(git, wanted, context) {
    const pushed = await pushImages(git, wanted);
    const commit = pushed?.commit ?? (await git.head());
    context.report.output('commit', commit);
    context.log.info(pushed === undefined ? `The images stand there already, at ${commit}.` : `Committed as ${commit}.`);
    return { commit, pushed };
}
/** Before anything is committed. */
async function refuseAbsent(kube, owner) {
    const known = await kube.resource(owner.apiVersion, owner.kind);
    if (known !== undefined && (await kube.get(owner)) !== undefined)
        return;
    throw new user_error/* UserError */.yo(`there is no ${(0,values/* nameOf */.Vb)(owner)} in the cluster, so nothing was committed`, {
        fix: 'Correct `gitops-application`, or the kubeconfig: it has to reach the cluster in which the controller keeps it.',
    });
}
function opened({ kubeconfig, context: name, kubectl }, { temp, signal, log }, access) {
    return access.open({
        ...(kubeconfig === undefined ? {} : { kubeconfig }),
        ...(name === undefined ? {} : { context: name }),
        ...(kubectl === undefined ? {} : { kubectl }),
        temp,
        signal,
        log,
    });
}
async function watched(git, { commit, pushed }, owner, inputs, { kube, context }) {
    const { now, signal, log } = context;
    const setting = {
        kube,
        log,
        now,
        signal,
        fieldManager: inputs.fieldManager,
        forceConflicts: false,
    };
    const { timeout, settle } = inputs;
    const wait = (wanted) => waitFor({ owner, contains: (revision) => git.contains(revision, wanted), timeout, settle }, setting);
    const begun = now();
    const outcome = await wait(commit);
    const told = { ...without('failed'), ...outcome, timings: { ...noTime, watch: now() - begun } };
    if (outcome.verdict === 'healthy')
        return { ...told, verdict: pushed === undefined ? 'unchanged' : 'healthy' };
    if (pushed === undefined || inputs.onFailure === 'keep')
        return { ...told, verdict: outcome.verdict };
    log.info('Not healthy: the commit is taken back.');
    const middle = now();
    const back = await pushBack(git, pushed, inputs.gitopsBranch);
    const timings = () => ({ ...told.timings, undo: now() - middle });
    if (outcome.verdict === 'cancelled')
        return { ...told, verdict: 'cancelled', timings: timings() };
    if (back === undefined)
        return { ...told, verdict: 'undo-failed', timings: timings() };
    const end = await wait(back);
    return { ...told, verdict: end.verdict === 'healthy' ? 'undone' : 'undo-failed', timings: timings() };
}
const noTime = { check: 0, apply: 0, hooks: 0, watch: 0, undo: 0 };
const without = (verdict) => ({
    verdict,
    plan: undefined,
    findings: [],
    warnings: [],
    workloads: [],
    restored: undefined,
    timings: noTime,
});


/***/ })

};
