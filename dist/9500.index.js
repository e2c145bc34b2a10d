export const id = 9500;
export const ids = [9500,4278];
export const modules = {

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

/***/ 39500:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkAccess: () => (/* binding */ checkAccess),
/* harmony export */   pushBytes: () => (/* binding */ pushBytes),
/* harmony export */   tagAs: () => (/* binding */ tagAs)
/* harmony export */ });
/* unused harmony export digestAt */
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30860);
/* harmony import */ var _oci_descriptor_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54577);
/* harmony import */ var _oci_digest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(11332);
/* harmony import */ var _oci_layout_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6798);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(14278);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(80056);







/** How often a blob is begun anew when its upload breaks off. */
const uploadAttempts = 3;
/** Finds out whether we may write, without leaving anything: an upload is begun and dropped. */
async function checkAccess(repository) {
    const answer = await repository.call({ method: 'POST', path: 'blobs/uploads/' });
    if (answer.status !== 202)
        throw failed(repository, 'it begins no upload', answer);
    const location = uploadUrl(repository, answer);
    await repository.call({ method: 'DELETE', path: location }).catch(() => undefined);
}
/** How many blobs are on their way at once. */
const lanes = 4;
/**
 * Pushes exactly the bytes of a layout: blobs first, then manifests by digest. Nothing has a tag by then; what leads to
 * the image is its digest alone. Each blob is compared with its digest while it is sent, and not sent to its end if it
 * holds something else.
 */
async function pushBytes(repository, layout, log) {
    let uploadedBytes = 0;
    let reused = 0;
    const left = [...layout.blobs];
    const lane = async () => {
        for (let blob = left.shift(); blob !== undefined; blob = left.shift()) {
            const sent = await pushBlob(repository, layout.path, blob, log).catch((error) => {
                // What is on its way goes to its end; nothing more is begun.
                left.length = 0;
                throw error;
            });
            uploadedBytes += sent ? blob.size : 0;
            reused += sent ? 0 : 1;
        }
    };
    await everyLane(Array.from({ length: Math.min(lanes, left.length) }, lane));
    for (const manifest of layout.manifests)
        await putManifest(repository, layout.path, manifest, manifest.digest);
    return { uploadedBytes, reused };
}
/** Waits for all of them, so that nothing is still being sent when the first error is told. */
async function everyLane(running) {
    const failed = (await Promise.allSettled(running)).find((one) => one.status === 'rejected');
    if (failed !== undefined)
        throw failed.reason;
}
/**
 * Gives an image that was pushed its tags. Each is read back, and what it points to must have the layout's digest.
 * Gives the tags that pointed to another image before, with its digest.
 */
async function tagAs(repository, layout, tags, log) {
    const moved = new Map();
    const one = async (tag) => {
        const before = await digestAt(repository, tag);
        if (before !== undefined && before !== layout.root.digest)
            moved.set(tag, before);
        await putManifest(repository, layout.path, layout.root, tag);
        log(`${repository.name}:${tag} is ${layout.root.digest}`);
    };
    await everyLane(tags.map(one));
    return moved;
}
/** Uploads a blob unless the registry has it. Gives whether it went over the wire. */
async function pushBlob(repository, layout, blob, log) {
    for (let tried = 1;; tried += 1) {
        const known = await repository.call({ method: 'HEAD', path: `blobs/${blob.digest}` });
        if (known.status === 200)
            return tried > 1;
        try {
            await upload(repository, layout, blob);
            return true;
        }
        catch (error) {
            if (tried === uploadAttempts || !(error instanceof _registry_js__WEBPACK_IMPORTED_MODULE_5__.TransientError))
                throw error;
            log(`The upload of ${blob.digest} broke off and is begun anew: ${error.message}`);
            await repository.pause(tried);
        }
    }
}
/** One upload in one piece. A session that broke is never continued: what it holds by then is not known. */
async function upload(repository, layout, blob) {
    const begun = await repository.call({ method: 'POST', path: 'blobs/uploads/' });
    if (begun.status !== 202)
        throw failed(repository, `it begins no upload of ${blob.digest}`, begun);
    const url = uploadUrl(repository, begun);
    url.searchParams.set('digest', blob.digest);
    const done = await repository.call({
        method: 'PUT',
        path: url,
        headers: { 'content-type': 'application/octet-stream' },
        body: {
            size: blob.size,
            open: () => node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from((0,_oci_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .verifiedBlob */ .MC)(layout, blob), { objectMode: false }),
        },
        once: true,
    });
    if (done.status === 201 || done.status === 204)
        return;
    const { message, fix } = failed(repository, `it did not take ${blob.digest}`, done);
    // A session can be lost behind a load balancer (404, 416), which a new one mends.
    const again = [404, 416].includes(done.status) || (0,_retry_js__WEBPACK_IMPORTED_MODULE_6__/* .isTransientStatus */ .Dm)(done.status);
    throw again ? new _registry_js__WEBPACK_IMPORTED_MODULE_5__.TransientError(message, { fix }) : new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(message, { fix });
}
async function putManifest(repository, layout, manifest, as) {
    const body = await (0,_oci_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .readBlob */ .gm)(layout, manifest);
    const answer = await repository.call({
        method: 'PUT',
        path: `manifests/${as}`,
        headers: { 'content-type': manifest.mediaType },
        body: { size: body.length, open: () => body },
    });
    if (answer.status !== 201)
        throw failed(repository, `it did not take the manifest as ${as}`, answer);
    const found = await digestAt(repository, as);
    if (found === manifest.digest)
        return;
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${repository.name}: the registry holds ${found ?? 'nothing'} as ${as} after the push, not ${manifest.digest}`, {
        fix: 'Deploy nothing from this tag. Look for something else that pushes to it at the same time, or a registry that rewrites manifests, and run the step again.',
    });
}
/** The digest a tag or digest leads to, computed from the bytes the registry serves; undefined when there is none. */
async function digestAt(repository, reference) {
    const answer = await repository.call({
        method: 'GET',
        path: `manifests/${reference}`,
        headers: { accept: _oci_descriptor_js__WEBPACK_IMPORTED_MODULE_2__/* .manifestTypes */ .Fm },
    });
    if (answer.status === 404)
        return undefined;
    if (answer.status !== 200)
        throw failed(repository, `it does not tell what ${reference} is`, answer);
    return (0,_oci_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .digestOf */ .ol)(answer.body);
}
function uploadUrl(repository, answer) {
    const { location } = answer.headers;
    const url = location === undefined ? null : URL.parse(location, repository.url('blobs/uploads/').href);
    if (url === null)
        throw failed(repository, 'it names no place for an upload', answer);
    return url;
}
function failed(repository, what, answer) {
    const often = answer.status === 429;
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${repository.name}: the registry fails: ${what} (${(0,_registry_js__WEBPACK_IMPORTED_MODULE_5__.errorOf)(answer)})`, {
        fix: often
            ? 'The registry limits how often it may be asked. Log in (limits are higher then) or run the step again later.'
            : 'Look at the log of the registry; nothing was tagged. Run the step again when it is well.',
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
