const id = 8834;
const ids = [8834];
const modules = {
  /***/
  98834: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        attachedSince: () => (
          /* binding */
          attachedSince
        )
        /* harmony export */
      });
      var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30860);
      var _json_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65977);
      var _oci_descriptor_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54577);
      var _oci_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(11332);
      var _registry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14278);
      async function attachedSince(repository, digest) {
        const before = new Set(await digestsOf(repository, digest));
        return async () => {
          const fresh = (await digestsOf(repository, digest)).filter((one) => !before.has(one));
          const read = await Promise.all(fresh.map((one) => referrerAt(repository, one, digest)));
          return read.flatMap((one) => one ?? []);
        };
      }
      const mostPages = 100;
      async function digestsOf(repository, digest) {
        const found = [];
        let path = `referrers/${digest}`;
        for (let pages = 0; path !== void 0; pages += 1) {
          const answer = await get(repository, path, _oci_descriptor_js__WEBPACK_IMPORTED_MODULE_1__.Ib.index);
          const listed = manifestsIn(answer);
          if (listed === void 0 && pages === 0)
            return taggedDigests(repository, digest);
          if (listed === void 0 || pages === mostPages)
            throw broken(repository, digest);
          found.push(...listed);
          path = nextPage(repository, answer);
        }
        return found;
      }
      async function taggedDigests(repository, digest) {
        const answer = await get(repository, `manifests/${digest.replace(":", "-")}`, _oci_descriptor_js__WEBPACK_IMPORTED_MODULE_1__.Ib.index);
        return manifestsIn(answer) ?? [];
      }
      function manifestsIn(answer) {
        const manifests = (0, _json_json_js__WEBPACK_IMPORTED_MODULE_4__.ZZ)((0, _json_json_js__WEBPACK_IMPORTED_MODULE_4__.Yz)(answer?.body.toString() ?? ""), "manifests");
        if (!Array.isArray(manifests))
          return void 0;
        return (0, _json_json_js__WEBPACK_IMPORTED_MODULE_4__.c3)(manifests).flatMap((one) => (0, _json_json_js__WEBPACK_IMPORTED_MODULE_4__.b6)((0, _json_json_js__WEBPACK_IMPORTED_MODULE_4__.ZZ)(one, "digest")) ?? []);
      }
      function nextPage(repository, answer) {
        const link = [answer?.headers["link"] ?? ""].flat().join(", ");
        const target = /<([^>]*)>[^,<]*;\s*rel="?next"?/i.exec(link)?.[1];
        return target === void 0 ? void 0 : URL.parse(target, repository.url("").href) ?? void 0;
      }
      function broken(repository, digest) {
        return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__.yo(`${repository.name}: the list of what is attached to ${digest} breaks off or never ends`, {
          fix: "Look at the log of the registry, and run the step again when it is well."
        });
      }
      async function referrerAt(repository, digest, subject) {
        const body = (await get(repository, `manifests/${digest}`, _oci_descriptor_js__WEBPACK_IMPORTED_MODULE_1__.Ib.manifest))?.body;
        if (body === void 0 || (0, _oci_digest_js__WEBPACK_IMPORTED_MODULE_2__.ol)(body) !== digest)
          return void 0;
        const manifest = (0, _json_json_js__WEBPACK_IMPORTED_MODULE_4__.Yz)(body.toString());
        if ((0, _json_json_js__WEBPACK_IMPORTED_MODULE_4__.b6)((0, _json_json_js__WEBPACK_IMPORTED_MODULE_4__.ZZ)((0, _json_json_js__WEBPACK_IMPORTED_MODULE_4__.ZZ)(manifest, "subject"), "digest")) !== subject)
          return void 0;
        return { digest, annotations: (0, _json_json_js__WEBPACK_IMPORTED_MODULE_4__.fq)((0, _json_json_js__WEBPACK_IMPORTED_MODULE_4__.ZZ)(manifest, "annotations")) };
      }
      async function get(repository, path, accept) {
        const answer = await repository.call({ method: "GET", path, headers: { accept } });
        if (answer.status === 200)
          return answer;
        if ([400, 404, 405].includes(answer.status))
          return void 0;
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__.yo(`${repository.name}: the registry does not give ${path} (${(0, _registry_js__WEBPACK_IMPORTED_MODULE_3__.errorOf)(answer)})`, {
          fix: "Look at the log of the registry, and run the step again when it is well."
        });
      }
    })
  )
};
export {
  id,
  ids,
  modules
};
