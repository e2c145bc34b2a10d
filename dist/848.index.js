export const id = 848;
export const ids = [848];
export const modules = {

/***/ 5848:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dockerCredentials: () => (/* binding */ dockerCredentials)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(860);
/* harmony import */ var _json_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5977);





/**
 * What docker's own configuration knows about a registry: a credential helper, the credential store, or the file itself.
 * Undefined when it knows nothing; the registry is then asked as nobody.
 */
async function dockerCredentials(registry, look) {
    const config = await dockerConfig(look.env);
    const found = await fromConfig(config, keyOf(registry), look);
    if (found === undefined)
        return undefined;
    await look.mask(found.kind === 'password' ? found.password : found.token);
    return found;
}
async function dockerConfig(env) {
    const folder = env['DOCKER_CONFIG'] ?? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(env['HOME'] ?? (0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)(), '.docker');
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'config.json');
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8').catch(() => undefined);
    if (text === undefined)
        return undefined;
    const config = (0,_json_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parsed */ .Yz)(text);
    if (config !== undefined)
        return config;
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${path} is no JSON`, {
        fix: 'Log in to the registry again (docker/login-action), or give `registry-username` and `registry-password`.',
        place: { file: path },
    });
}
async function fromConfig(config, key, look) {
    const entry = (0,_json_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)((0,_json_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(config, 'auths'), key) ?? (0,_json_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)((0,_json_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(config, 'auths'), `https://${key}`);
    const helper = (0,_json_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)((0,_json_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)((0,_json_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(config, 'credHelpers'), key)) ?? (0,_json_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)((0,_json_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(config, 'credsStore'));
    if (helper !== undefined && helper !== '') {
        const known = await fromHelper(helper, key, look);
        if (known !== undefined)
            return known;
    }
    return fromEntry(entry);
}
function fromEntry(entry) {
    const token = (0,_json_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)((0,_json_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(entry, 'identitytoken'));
    if (token !== undefined && token !== '')
        return { kind: 'identity-token', token };
    const pair = Buffer.from((0,_json_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)((0,_json_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(entry, 'auth')) ?? '', 'base64').toString();
    const colon = pair.indexOf(':');
    if (colon < 1)
        return undefined;
    return {
        kind: 'password',
        username: pair.slice(0, colon),
        password: pair.slice(colon + 1).replace(/\0+$/, ''),
    };
}
/** Asks `docker-credential-<name> get`, which takes the registry on stdin and answers in JSON. */
async function fromHelper(name, key, { exec }) {
    const program = `docker-credential-${name}`;
    const { code, stdout } = await exec(program, ['get'], { stdin: key });
    // Helpers say "credentials not found" with an exit code; that is no error of ours.
    if (code !== 0)
        return undefined;
    const answer = (0,_json_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parsed */ .Yz)(stdout);
    const username = (0,_json_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)((0,_json_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(answer, 'Username'));
    const secret = (0,_json_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)((0,_json_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(answer, 'Secret'));
    if (username === undefined || secret === undefined || secret === '')
        return undefined;
    if (username === '<token>')
        return { kind: 'identity-token', token: secret };
    return { kind: 'password', username, password: secret };
}
/** Docker Hub stands in docker's configuration under its oldest address. */
function keyOf(registry) {
    return registry === 'docker.io' ? 'https://index.docker.io/v1/' : registry;
}


/***/ })

};
