const id = 1633;
const ids = [1633];
const modules = {
  /***/
  31633: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        RS: () => (
          /* binding */
          checkPermissions
        ),
        /* harmony export */
        S8: () => (
          /* binding */
          verbsFor
        ),
        /* harmony export */
        Vg: () => (
          /* binding */
          verbsForRoute
        ),
        /* harmony export */
        kH: () => (
          /* binding */
          hasSecrets
        ),
        /* harmony export */
        ke: () => (
          /* binding */
          verbsForEngine
        )
        /* harmony export */
      });
      var _shared_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30860);
      var _cluster_kube_cluster_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53556);
      var _select_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27993);
      const object = ["get", "create", "update", "patch", "delete"];
      const hasSecrets = (objects) => (0, _select_js__WEBPACK_IMPORTED_MODULE_2__.CZ)(objects, "Secret").length > 0;
      function verbsFor(secrets) {
        return new Map([
          ["Service", ["list"]],
          ["Pod", ["list"]],
          ["Deployment", object],
          ["ConfigMap", object],
          ["Lease", ["get", "list", "watch", "create", "update", "delete"]],
          ...secrets ? [["Secret", object]] : []
        ]);
      }
      function verbsForRoute({ target, own, isolation }, also) {
        return new Map([
          ...also.watchdog ? [["Job", ["create"]]] : [],
          [target.kind, own ? ["list", ...object] : ["get", "list", "patch"]],
          ...isolation === "service" ? [["Service", ["list", ...object]]] : [],
          ...target.kind === "VirtualService" ? [["DestinationRule", also.policy ? ["list", ...object] : ["list"]]] : []
        ]);
      }
      function verbsForEngine(engine, secrets) {
        return new Map([
          ["ConfigMap", object],
          ...secrets ? [["Secret", object]] : [],
          ...engine
        ]);
      }
      async function checkPermissions(cluster, namespace, verbs) {
        const asked = [...verbs].flatMap(([kind, all]) => all.map((verb) => ({ kind, verb })));
        const answers = await Promise.all(asked.map(async ({ kind, verb }) => ({ kind, verb, allowed: await cluster.allowed(verb, kind) })));
        const missing = answers.filter(({ allowed }) => !allowed);
        if (missing.length === 0)
          return;
        const list = missing.map(({ kind, verb }) => `${verb} ${(0, _cluster_kube_cluster_js__WEBPACK_IMPORTED_MODULE_1__.KU)(kind).plural}`).join(", ");
        throw new _shared_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__.yo(`the account of the kubeconfig may not ${list} in namespace ${namespace}`, {
          fix: `Bind it to a Role with these rules:
${roleRules(verbs)}`
        });
      }
      function roleRules(verbs) {
        return [...verbs].map(([kind, wanted]) => {
          const { group, plural } = (0, _cluster_kube_cluster_js__WEBPACK_IMPORTED_MODULE_1__.KU)(kind);
          return `- {apiGroups: ['${group}'], resources: [${plural}], verbs: [${wanted.join(", ")}]}`;
        }).join("\n");
      }
    })
  )
};
export {
  id,
  ids,
  modules
};
