export const id = 8834;
export const ids = [8834,4278];
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

/***/ 98834:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   attachedSince: () => (/* binding */ attachedSince)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30860);
/* harmony import */ var _json_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65977);
/* harmony import */ var _oci_descriptor_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54577);
/* harmony import */ var _oci_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(11332);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14278);





/**
 * Looks at what is attached to the image of a digest now. What it gives, tells later what was attached since: by the
 * registry's own list (OCI distribution 1.1, "Listing Referrers"), else by the tag that stands in for it
 * (`sha256-<hex>`). Each is read, and must name the image as its subject.
 */
async function attachedSince(repository, digest) {
    const before = new Set(await digestsOf(repository, digest));
    return async () => {
        const fresh = (await digestsOf(repository, digest)).filter((one) => !before.has(one));
        const read = await Promise.all(fresh.map((one) => referrerAt(repository, one, digest)));
        return read.flatMap((one) => one ?? []);
    };
}
/** A registry that says for ever that there is more must not keep us. */
const mostPages = 100;
async function digestsOf(repository, digest) {
    const found = [];
    let path = `referrers/${digest}`;
    for (let pages = 0; path !== undefined; pages += 1) {
        const answer = await get(repository, path, _oci_descriptor_js__WEBPACK_IMPORTED_MODULE_1__/* .mediaTypes */ .Ib.index);
        const listed = manifestsIn(answer);
        if (listed === undefined && pages === 0)
            return taggedDigests(repository, digest);
        if (listed === undefined || pages === mostPages)
            throw broken(repository, digest);
        found.push(...listed);
        path = nextPage(repository, answer);
    }
    return found;
}
async function taggedDigests(repository, digest) {
    const answer = await get(repository, `manifests/${digest.replace(':', '-')}`, _oci_descriptor_js__WEBPACK_IMPORTED_MODULE_1__/* .mediaTypes */ .Ib.index);
    return manifestsIn(answer) ?? [];
}
function manifestsIn(answer) {
    const manifests = (0,_json_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)((0,_json_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parsed */ .Yz)(answer?.body.toString() ?? ''), 'manifests');
    if (!Array.isArray(manifests))
        return undefined;
    return (0,_json_json_js__WEBPACK_IMPORTED_MODULE_4__/* .listOf */ .c3)(manifests).flatMap((one) => (0,_json_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)((0,_json_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(one, 'digest')) ?? []);
}
/** Where the list goes on: a link whose relation is `next` (RFC 8288). */
function nextPage(repository, answer) {
    const link = [answer?.headers['link'] ?? ''].flat().join(', ');
    const target = /<([^>]*)>[^,<]*;\s*rel="?next"?/i.exec(link)?.[1];
    return target === undefined ? undefined : (URL.parse(target, repository.url('').href) ?? undefined);
}
function broken(repository, digest) {
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${repository.name}: the list of what is attached to ${digest} breaks off or never ends`, {
        fix: 'Look at the log of the registry, and run the step again when it is well.',
    });
}
async function referrerAt(repository, digest, subject) {
    const body = (await get(repository, `manifests/${digest}`, _oci_descriptor_js__WEBPACK_IMPORTED_MODULE_1__/* .mediaTypes */ .Ib.manifest))?.body;
    if (body === undefined || (0,_oci_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .ol)(body) !== digest)
        return undefined;
    const manifest = (0,_json_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parsed */ .Yz)(body.toString());
    if ((0,_json_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)((0,_json_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)((0,_json_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(manifest, 'subject'), 'digest')) !== subject)
        return undefined;
    return { digest, annotations: (0,_json_json_js__WEBPACK_IMPORTED_MODULE_4__/* .pairsOf */ .fq)((0,_json_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(manifest, 'annotations')) };
}
/** An answer; undefined where there is no such thing. Older registries answer 400 to what they don't know. */
async function get(repository, path, accept) {
    const answer = await repository.call({ method: 'GET', path, headers: { accept } });
    if (answer.status === 200)
        return answer;
    if ([400, 404, 405].includes(answer.status))
        return undefined;
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${repository.name}: the registry does not give ${path} (${(0,_registry_js__WEBPACK_IMPORTED_MODULE_3__.errorOf)(answer)})`, {
        fix: 'Look at the log of the registry, and run the step again when it is well.',
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
