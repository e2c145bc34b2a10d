export const id = 3925;
export const ids = [3925];
export const modules = {

/***/ 33925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openSigner: () => (/* binding */ openSigner)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/actions/shared/errors/user-error.js
var user_error = __webpack_require__(30860);
// EXTERNAL MODULE: ./build/actions/shared/markdown/untrusted.js
var untrusted = __webpack_require__(41886);
// EXTERNAL MODULE: ./build/actions/multistage-dockerize/src/registry/login.js + 1 modules
var registry_login = __webpack_require__(94486);
// EXTERNAL MODULE: ./build/actions/shared/tools/pinned.js
var pinned = __webpack_require__(19496);
;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/after-push/cosign.js


/** The release that is fetched where the runner has none. */
const version = '3.0.6';
/** By machine, with the sha256 of the project's own checksum file. */
const sums = {
    'linux-x64': ['linux-amd64', 'c956e5dfcac53d52bcf058360d579472f0c1d2d9b69f55209e256fe7783f4c74'],
    'linux-arm64': ['linux-arm64', 'bedac92e8c3729864e13d4a17048007cfafa79d5deca993a43a90ffe018ef2b8'],
    'darwin-x64': ['darwin-amd64', '4c3e7af8372d3ca3296e62fa56f23fcbb5721cc6ac1827900d398f110d7cd280'],
    'darwin-arm64': ['darwin-arm64', '5fadd012ae6381a6a29ff86a7d39aa873878852f1073fc90b15995961ecfb084'],
};
/** The release for a machine (`process.platform` and `process.arch`); undefined when none is pinned. */
function pinnedCosign(platform, arch) {
    const found = sums[`${platform}-${arch}`];
    if (found === undefined)
        return undefined;
    const [asset, sha256] = found;
    const url = `https://github.com/sigstore/cosign/releases/download/v${version}/cosign-${asset}`;
    return { name: 'cosign', version, url, sha256, packed: false };
}
/**
 * The cosign that is named, else the one on PATH, else the pinned release, checked by its sha256.
 *
 * Throws a UserError for one before 3: it would keep signatures where nobody looks for them any more.
 */
async function findCosign(inputs, context) {
    const path = inputs.cosign ?? (await (0,pinned/* programOnPath */.B)('cosign', context.env['PATH'] ?? ''));
    if (path === undefined)
        return fetchCosign(context);
    const { stdout } = await context.exec(path, ['version', '--json']);
    const major = /"gitVersion":\s*"v?(\d+)/.exec(stdout)?.[1];
    if (major !== undefined && Number(major) >= 3)
        return path;
    const what = major === undefined ? 'does not tell its version' : `is version ${major}`;
    throw new user_error/* UserError */.yo(`${path} ${what}; signatures as referrers of an image need cosign 3 or newer`, {
        fix: `Name a newer one as \`cosign\`, or have none on PATH: ${version} is downloaded then, checked by its sha256.`,
    });
}
async function fetchCosign(context) {
    const tool = pinnedCosign(process.platform, process.arch);
    if (tool !== undefined)
        return (0,pinned/* installPinned */.Q)(tool, context);
    throw new user_error/* UserError */.yo(`there is no cosign on PATH, and none is pinned for ${process.platform} ${process.arch}`, { fix: 'Install cosign in a step before and give its path as `cosign`.' });
}
/** The command line that signs an image, which is named by its digest. */
function signArguments(signing, image) {
    return ['sign', '--yes', ...common(signing), image];
}
/** The command line that signs a statement about an image. */
function attestArguments(signing, type, predicate, image) {
    return ['attest', '--yes', ...common(signing), `--type=${type}`, `--predicate=${predicate}`, image];
}
/** Without the log no service is asked for anything, so the list of services (a download) is not wanted either. */
function common({ key, transparencyLog }) {
    return [
        ...(key === undefined ? [] : [`--key=${key}`]),
        ...(transparencyLog ? [] : ['--use-signing-config=false', '--tlog-upload=false']),
    ];
}
/**
 * What cosign sees of our environment: the job's own (its key, KMS credentials, GitHub's identity token) without our
 * inputs, among which are passwords.
 */
function cosignEnvironment(env, login) {
    const own = Object.entries(env).filter((pair) => pair[1] !== undefined && !pair[0].startsWith('INPUT_'));
    return { ...Object.fromEntries(own), ...login };
}

// EXTERNAL MODULE: ./build/actions/multistage-dockerize/src/environment.js
var environment = __webpack_require__(73483);
;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/after-push/key.js



/** The key that was named. One in a variable or file must be there; of other kinds only cosign knows. */
async function usableKey(key, { env, mask }) {
    const variable = (0,environment/* keyVariable */.OE)(key);
    if (variable !== undefined) {
        const value = env[variable] ?? '';
        if (value.trim() === '') {
            throw new user_error/* UserError */.yo(`\`sign: key\` needs the key in the variable ${variable}, which is not set`, {
                fix: `Set it for this step: \`env: { ${variable}: \${{ secrets.${variable} }}, COSIGN_PASSWORD: \${{ secrets.COSIGN_PASSWORD }} }\`.`,
            });
        }
        // A key has many lines, and the runner hides each on its own.
        for (const line of value.split('\n'))
            if (!line.includes('-----'))
                await mask(line.trim());
    }
    else if (key.startsWith('pkcs11:'))
        mustHideItsPin(key);
    else if (!key.includes('://'))
        await mustBeFile(key);
    await mask(env['COSIGN_PASSWORD'] ?? '');
    return key;
}
/** RFC 7512 lets the address of a key on a token hold its PIN, and the command line shows it to all of the machine. */
function mustHideItsPin(key) {
    if (!/[;?&]pin-value=/.test(key))
        return;
    throw new user_error/* UserError */.yo('`sign-key` holds the PIN of the token, which the command line of cosign would show', {
        fix: 'Take `pin-value` out of it, and set COSIGN_PKCS11_PIN in the `env` of this step from a secret.',
    });
}
async function mustBeFile(key) {
    await (0,promises_.access)(key).catch(() => {
        throw new user_error/* UserError */.yo(`there is no key at ${key}`, {
            fix: 'Correct `sign-key`, or keep the key in a secret and name its variable: `sign-key: env://COSIGN_PRIVATE_KEY`.',
        });
    });
}
/** Keyless signing is signing as this workflow, which GitHub vouches for where the job asks for it. */
function mustHaveIdentity({ env }) {
    if ((env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '') !== '' || (env['SIGSTORE_ID_TOKEN'] ?? '') !== '')
        return;
    throw new user_error/* UserError */.yo('`sign: keyless` needs an identity, and the job gets none from GitHub', {
        fix: 'Add `permissions: id-token: write` to the job (and to the job that calls it), or sign with a key.',
    });
}

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/after-push/provenance.js
/**
 * How the image came to be, as a predicate of SLSA provenance v1 (slsa.dev/spec/v1.0/provenance) with GitHub's own build
 * type for workflows: which workflow ran, on which commit, what went in.
 */
function provenanceOf(record, base, env) {
    const server = env['GITHUB_SERVER_URL'] || 'https://github.com';
    const { source, image } = record;
    const repository = `${server}/${source.repository}`;
    const [, path = '', ref = source.ref] = /^[^/]+\/[^/]+\/([^@]+)@(.+)$/.exec(env['GITHUB_WORKFLOW_REF'] ?? '') ?? [];
    const commit = {
        uri: `git+${repository}@${source.ref}`,
        digest: { gitCommit: source.commit },
    };
    const under = base === undefined ? [] : [{ uri: base.name, digest: { sha256: hexOf(base.digest) } }];
    const binary = image?.binarySha256 === undefined ? [] : [{ name: 'binary', digest: { sha256: image.binarySha256 } }];
    return {
        buildDefinition: {
            buildType: 'https://actions.github.io/buildtypes/workflow/v1',
            externalParameters: { workflow: { ref, repository, path } },
            internalParameters: {
                github: {
                    event_name: env['GITHUB_EVENT_NAME'] ?? '',
                    repository_id: env['GITHUB_REPOSITORY_ID'] ?? '',
                    repository_owner_id: env['GITHUB_REPOSITORY_OWNER_ID'] ?? '',
                    runner_environment: env['RUNNER_ENVIRONMENT'] ?? '',
                },
            },
            resolvedDependencies: [commit, ...under, ...binary],
        },
        runDetails: {
            builder: { id: path === '' ? repository : `${repository}/${path}@${ref}` },
            metadata: {
                invocationId: `${repository}/actions/runs/${env['GITHUB_RUN_ID'] ?? ''}/attempts/${env['GITHUB_RUN_ATTEMPT'] ?? '1'}`,
            },
        },
    };
}
function hexOf(digest) {
    return digest.replace(/^sha256:/, '');
}

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/after-push/predicates.js

/** The type of cosign's plain signatures, which are statements without content. */
const signatureType = 'https://sigstore.dev/cosign/sign/v1';
/** The release record, version 1, as a predicate. */
const recordType = 'https://seatrial.dev/release-record/v1';
/** The statements that were asked for. `sbom`: the text that `readSbom` (sbom.ts) gave. */
function predicatesFor(attest, image, base, sbom, { record, env }) {
    const whole = { ...record, image };
    const all = [
        {
            name: 'provenance',
            type: 'slsaprovenance1',
            uri: 'https://slsa.dev/provenance/v1',
            text: JSON.stringify(provenanceOf(whole, base, env)),
        },
        { name: 'sbom', type: 'cyclonedx', uri: 'https://cyclonedx.org/bom', text: sbom ?? '' },
        { name: 'record', type: recordType, uri: recordType, text: JSON.stringify(whole) },
    ];
    return all.filter(({ name }) => attest.includes(name));
}

// EXTERNAL MODULE: ./build/actions/shared/json/json.js
var json = __webpack_require__(65977);
// EXTERNAL MODULE: ./build/actions/shared/oci/digest.js
var digest = __webpack_require__(11332);
;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/after-push/sbom.js




/**
 * Reads the bill of materials that is to be attested: the one that is named, else the one that the record knows of a
 * binary in the image. Undefined where none was asked for.
 *
 * `inImage`: sha256 of the tested binaries that are in the image. Throws a UserError when the file is missing, no
 * CycloneDX, another one than the record knows, or of a binary that is not in the image: what is signed is true of it.
 */
async function readSbom({ attest, sbom: named }, known, inImage) {
    if (!attest.includes('sbom'))
        return undefined;
    const path = named ?? known?.find(({ binarySha256 }) => inImage.includes(binarySha256))?.path;
    if (path === undefined)
        throw noSbom(known ?? []);
    const bytes = await (0,promises_.readFile)(path).catch((error) => {
        throw new user_error/* UserError */.yo(`the bill of materials ${path} can't be read: ${(0,user_error/* messageOf */.bD)(error)}`, {
            fix: 'Hand it on from the job that built the binary (output `sbom` of go-static-build) and name it as `sbom`.',
        });
    });
    const text = bytes.toString();
    const bom = (0,json/* parsed */.Yz)(text);
    if ((0,json/* textOf */.b6)((0,json/* field */.ZZ)(bom, 'bomFormat')) !== 'CycloneDX') {
        throw new user_error/* UserError */.yo(`${path} is no bill of materials in CycloneDX's JSON`, {
            fix: 'Name the output `sbom` of go-static-build.',
        });
    }
    const binary = known === undefined ? statedBinary(bom) : binaryByRecord(path, bytes, known);
    if (binary === undefined || inImage.includes(binary))
        return text;
    throw new user_error/* UserError */.yo(`${path} is the bill of materials of the binary ${binary}, ${notKnownIn(inImage)}`, {
        fix: 'Name the one of the binary in the image. Give the build that binary as `binary`, and the step that pushes a `layout` the same release record.',
    });
}
function noSbom(known) {
    const none = known.length === 0 ? 'none' : 'none of a binary that is known to be in the image';
    return new user_error/* UserError */.yo(`\`attest\` asks for the bill of materials, and the release record knows ${none}`, {
        fix: 'Build with go-static-build in a step before (its `sbom` is on by default) and give its output `path` as `binary`, or name a CycloneDX file as `sbom`.',
    });
}
function notKnownIn(inImage) {
    return inImage.length === 0
        ? 'and no tested binary is known to be in the image'
        : `and the image holds ${inImage.join(', ')}`;
}
function binaryByRecord(path, bytes, known) {
    const sha256 = (0,digest/* digestOf */.ol)(bytes).replace(/^sha256:/, '');
    const found = known.find((one) => one.sha256 === sha256);
    if (found !== undefined)
        return found.binarySha256;
    throw new user_error/* UserError */.yo(`${path} is not the bill of materials of this release: its sha256 is ${sha256}, which the release record does not know`, { fix: 'Hand on the output `sbom` of go-static-build unchanged.' });
}
/** The sha256 of what a bill says it describes (CycloneDX, `metadata.component.hashes`); not all say it. */
function statedBinary(bom) {
    const hashes = (0,json/* listOf */.c3)((0,json/* field */.ZZ)((0,json/* field */.ZZ)((0,json/* field */.ZZ)(bom, 'metadata'), 'component'), 'hashes'));
    const sha256 = hashes.find((one) => (0,json/* textOf */.b6)((0,json/* field */.ZZ)(one, 'alg')) === 'SHA-256');
    return (0,json/* textOf */.b6)((0,json/* field */.ZZ)(sha256, 'content'))?.toLowerCase();
}

;// CONCATENATED MODULE: ./build/actions/multistage-dockerize/src/after-push/sign.js









/**
 * Finds cosign, the key or identity, and what is to be attested; undefined where nothing is to be signed. `inImage`:
 * sha256 of the tested binaries that are in the image.
 *
 * Throws a UserError for what is missing, while nothing has happened yet.
 */
async function openSigner(inputs, inImage, context) {
    const { sign, transparencyLog } = inputs;
    if (sign === 'off')
        return undefined;
    const signing = {
        key: sign === 'key' ? await usableKey(inputs.signKey, context) : undefined,
        transparencyLog,
    };
    if (sign === 'keyless')
        mustHaveIdentity(context);
    const sbom = await readSbom(inputs, context.record.sboms, inImage);
    const cosign = await findCosign(inputs, context);
    const login = await (0,registry_login/* openLogin */.s)(inputs, context);
    const run = { cosign, signing, login, context };
    return {
        sign: (signed) => signAll(run, inputs, signed, sbom),
        close: login.close,
    };
}
/** Signs the image and every statement about it, and reads from the registry that what was signed now is there. */
async function signAll(run, { attest }, { image, base, attachedSince }, sbom) {
    const { context, signing } = run;
    const reference = `${image.name}@${image.digest}`;
    const predicates = predicatesFor(attest, image, base, sbom, context);
    // Signatures of earlier runs say nothing about this one.
    const attached = await attachedSince();
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(context.temp, 'seatrial-attest-'));
    try {
        await call(run, signArguments(signing, reference), reference);
        for (const predicate of predicates) {
            const path = (0,external_node_path_.join)(folder, `${predicate.name}.json`);
            await (0,promises_.writeFile)(path, predicate.text);
            await call(run, attestArguments(signing, predicate.type, path, reference), reference);
        }
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
    return found(await attached(), predicates, reference);
}
/** Runs cosign. What it is told on the command line is no secret: keys and passwords are in its environment. */
async function call({ cosign, login, context }, args, reference) {
    const said = [];
    const { code } = await context.log.group(`cosign ${args[0]}`, () => context.exec(cosign, args, {
        env: cosignEnvironment(context.env, login.env),
        onLine: (line) => {
            said.push(line);
            context.log.info((0,untrusted/* logLine */.BP)(line));
        },
    }));
    if (code === 0)
        return;
    const why = said.findLast((line) => /^(?:Error|error)\b/.test(line)) ?? said.at(-1) ?? 'it said nothing';
    throw new user_error/* UserError */.yo(`${reference} is in the registry, got no tag and is not signed as asked: cosign ${args[0]} fails: ${(0,untrusted/* oneLine */.TN)(why)}`, { fix: fixFor(why) });
}
function fixFor(why) {
    if (/decrypt|password/i.test(why))
        return 'Set COSIGN_PASSWORD in the `env` of this step to the password of the key.';
    if (/reading key|unsupported pem|loading.*key|invalid pem/i.test(why))
        return 'Give the private key that `cosign generate-key-pair` made, whole, in the variable that `sign-key` names.';
    if (/rekor|fulcio|tuf|timestamp|no such host|dial tcp/i.test(why))
        return 'Let the runner reach sigstore’s services, or for a key of your own set `transparency-log: false`.';
    return 'The output of cosign stands above in the log of this step. Run it again when it is mended; the same bytes are not uploaded twice.';
}
/** The signatures among what was attached to the image. Throws a UserError when one is not there. */
function found(attached, predicates, reference) {
    return [signatureType, ...predicates.map(({ uri }) => uri)].map((predicateType) => {
        const match = attached.findLast(({ annotations }) => annotations['dev.sigstore.bundle.predicateType'] === predicateType);
        if (match !== undefined)
            return { predicateType, digest: match.digest };
        throw new user_error/* UserError */.yo(`cosign says it signed ${reference}, which got no tag: the registry has no ${predicateType} that was attached to it now`, {
            fix: 'Deploy nothing of it. Check that the registry keeps artifacts with a subject (OCI 1.1), or their tags.',
        });
    });
}


/***/ }),

/***/ 19496:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ programOnPath),
/* harmony export */   Q: () => (/* binding */ installPinned)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57075);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(38522);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(30860);
/* harmony import */ var _oci_tar_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(71449);








/** The program of that name on PATH; undefined when there is none that may be run. */
async function programOnPath(name, path) {
    for (const folder of path.split(node_path__WEBPACK_IMPORTED_MODULE_3__.delimiter).filter(node_path__WEBPACK_IMPORTED_MODULE_3__.isAbsolute)) {
        const candidate = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, name);
        const runs = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.access)(candidate, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.X_OK).then(() => true, () => false);
        if (runs)
            return candidate;
    }
    return undefined;
}
/**
 * Gives the path of a pinned program, downloading it when no earlier step has. Nothing that has another sha256 is ever
 * written to disk as a program.
 *
 * Throws a UserError when it can't be fetched or is something else.
 */
async function installPinned(tool, { env, temp, signal, log }, download = fetched) {
    const { name, version, url } = tool;
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(env['RUNNER_TOOL_CACHE'] || temp, `seatrial-${name}`, tool.sha256);
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, name);
    // The folder is named by the checksum and the program is moved in last: what stands there was checked.
    if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(path).catch(() => undefined))?.isFile() === true)
        return path;
    log.info(`There is no ${name} on PATH: ${version} is fetched from ${url}`);
    const bytes = await download(url, signal).catch((error) => {
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo(`${name} ${version} can't be fetched: ${(0,_errors_user_error_js__WEBPACK_IMPORTED_MODULE_6__/* .messageOf */ .bD)(error)}`, {
            fix: `Let the runner reach ${new URL(url).host}, or install ${name} in a step before and give its path as \`${name}\`.`,
        });
    });
    mustBe(tool, bytes);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(folder, { recursive: true });
    const draft = `${path}.${process.pid}`;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)(draft, tool.packed ? await unpacked(bytes, name) : bytes);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.chmod)(draft, 0o755);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(draft, path);
    return path;
}
function mustBe({ name, version, url, sha256 }, bytes) {
    const actual = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex');
    if (actual === sha256)
        return;
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo(`what ${url} gave is not ${name} ${version}: its sha256 is ${actual}, not ${sha256}`, {
        fix: 'Do not run it. Look at what stands between the runner and GitHub, and report it.',
    });
}
async function unpacked(archive, name) {
    for await (const entry of (0,_oci_tar_js__WEBPACK_IMPORTED_MODULE_7__/* .tarEntries */ .O)(node_stream__WEBPACK_IMPORTED_MODULE_4__.Readable.from([archive]).pipe((0,node_zlib__WEBPACK_IMPORTED_MODULE_5__.createGunzip)()))) {
        if (entry.name !== name || entry.type !== 'file')
            continue;
        const parts = [];
        for await (const part of entry.body())
            parts.push(part);
        return Buffer.concat(parts);
    }
    throw new Error(`the archive holds no ${name}`);
}
const patienceMs = 300_000;
async function fetched(url, signal) {
    const answer = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]) });
    if (!answer.ok)
        throw new Error(`HTTP ${answer.status}`);
    return Buffer.from(await answer.arrayBuffer());
}


/***/ })

};
