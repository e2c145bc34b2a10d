const id = 848;
const ids = [848];
const modules = {
  /***/
  25848: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.r(__webpack_exports__);
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        dockerCredentials: () => (
          /* binding */
          dockerCredentials
        )
        /* harmony export */
      });
      var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
      var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
      var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
      var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30860);
      var _json_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65977);
      async function dockerCredentials(registry, look) {
        const config = await dockerConfig(look.env);
        const found = await fromConfig(config, keyOf(registry), look);
        if (found === void 0)
          return void 0;
        await look.mask(found.kind === "password" ? found.password : found.token);
        return found;
      }
      async function dockerConfig(env) {
        const folder = env["DOCKER_CONFIG"] ?? (0, node_path__WEBPACK_IMPORTED_MODULE_2__.join)(env["HOME"] ?? (0, node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)(), ".docker");
        const path = (0, node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, "config.json");
        const text = await (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, "utf8").catch(() => void 0);
        if (text === void 0)
          return void 0;
        const config = (0, _json_json_js__WEBPACK_IMPORTED_MODULE_4__.Yz)(text);
        if (config !== void 0)
          return config;
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_3__.yo(`${path} is no JSON`, {
          fix: "Log in to the registry again (docker/login-action), or give `registry-username` and `registry-password`.",
          place: { file: path }
        });
      }
      async function fromConfig(config, key, look) {
        const entry = (0, _json_json_js__WEBPACK_IMPORTED_MODULE_4__.ZZ)((0, _json_json_js__WEBPACK_IMPORTED_MODULE_4__.ZZ)(config, "auths"), key) ?? (0, _json_json_js__WEBPACK_IMPORTED_MODULE_4__.ZZ)((0, _json_json_js__WEBPACK_IMPORTED_MODULE_4__.ZZ)(config, "auths"), `https://${key}`);
        const helper = (0, _json_json_js__WEBPACK_IMPORTED_MODULE_4__.b6)((0, _json_json_js__WEBPACK_IMPORTED_MODULE_4__.ZZ)((0, _json_json_js__WEBPACK_IMPORTED_MODULE_4__.ZZ)(config, "credHelpers"), key)) ?? (0, _json_json_js__WEBPACK_IMPORTED_MODULE_4__.b6)((0, _json_json_js__WEBPACK_IMPORTED_MODULE_4__.ZZ)(config, "credsStore"));
        if (helper !== void 0 && helper !== "") {
          const known = await fromHelper(helper, key, look);
          if (known !== void 0)
            return known;
        }
        return fromEntry(entry);
      }
      function fromEntry(entry) {
        const token = (0, _json_json_js__WEBPACK_IMPORTED_MODULE_4__.b6)((0, _json_json_js__WEBPACK_IMPORTED_MODULE_4__.ZZ)(entry, "identitytoken"));
        if (token !== void 0 && token !== "")
          return { kind: "identity-token", token };
        const pair = Buffer.from((0, _json_json_js__WEBPACK_IMPORTED_MODULE_4__.b6)((0, _json_json_js__WEBPACK_IMPORTED_MODULE_4__.ZZ)(entry, "auth")) ?? "", "base64").toString();
        const colon = pair.indexOf(":");
        if (colon < 1)
          return void 0;
        return {
          kind: "password",
          username: pair.slice(0, colon),
          password: pair.slice(colon + 1).replace(/\0+$/, "")
        };
      }
      async function fromHelper(name, key, { exec }) {
        const program = `docker-credential-${name}`;
        const { code, stdout } = await exec(program, ["get"], { stdin: key });
        if (code !== 0)
          return void 0;
        const answer = (0, _json_json_js__WEBPACK_IMPORTED_MODULE_4__.Yz)(stdout);
        const username = (0, _json_json_js__WEBPACK_IMPORTED_MODULE_4__.b6)((0, _json_json_js__WEBPACK_IMPORTED_MODULE_4__.ZZ)(answer, "Username"));
        const secret = (0, _json_json_js__WEBPACK_IMPORTED_MODULE_4__.b6)((0, _json_json_js__WEBPACK_IMPORTED_MODULE_4__.ZZ)(answer, "Secret"));
        if (username === void 0 || secret === void 0 || secret === "")
          return void 0;
        if (username === "<token>")
          return { kind: "identity-token", token: secret };
        return { kind: "password", username, password: secret };
      }
      function keyOf(registry) {
        return registry === "docker.io" ? "https://index.docker.io/v1/" : registry;
      }
    })
  )
};
export {
  id,
  ids,
  modules
};
