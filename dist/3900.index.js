const id = 3900;
const ids = [3900];
const modules = {
  /***/
  93900: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        $d: () => (
          /* binding */
          configsOf
        ),
        /* harmony export */
        Mz: () => (
          /* binding */
          containersOf
        ),
        /* harmony export */
        Y7: () => (
          /* binding */
          templatePath
        )
        /* harmony export */
      });
      var _kube_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49256);
      function templatePath({ apiVersion, kind }) {
        if (kind === "CronJob")
          return ["spec", "jobTemplate", "spec", "template"];
        if (kind === "Pod")
          return apiVersion === "v1" ? [] : void 0;
        const template = [
          "Deployment",
          "StatefulSet",
          "DaemonSet",
          "ReplicaSet",
          "Job",
          "ReplicationController",
          "Rollout"
        ];
        return template.includes(kind) ? ["spec", "template"] : void 0;
      }
      function containersOf(object) {
        const template = templatePath(object);
        if (template === void 0)
          return [];
        return ["initContainers", "containers"].flatMap((list) => {
          const path = [...template, "spec", list];
          return (0, _kube_values_js__WEBPACK_IMPORTED_MODULE_0__.gT)(object, ...path).map((spec, index) => ({
            name: (0, _kube_values_js__WEBPACK_IMPORTED_MODULE_0__.$6)(spec, "name"),
            image: (0, _kube_values_js__WEBPACK_IMPORTED_MODULE_0__.$6)(spec, "image"),
            init: list === "initContainers",
            path: [...path, index],
            spec
          }));
        });
      }
      function configsOf(object) {
        const template = templatePath(object);
        if (template === void 0)
          return [];
        const spec = (0, _kube_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(object, ...template, "spec");
        const fromContainers = containersOf(object).flatMap(({ spec: container }) => [
          ...(0, _kube_values_js__WEBPACK_IMPORTED_MODULE_0__.gT)(container, "envFrom").flatMap((source) => refs(source, "configMapRef", "secretRef", "name")),
          ...(0, _kube_values_js__WEBPACK_IMPORTED_MODULE_0__.gT)(container, "env").flatMap((env) => refs((0, _kube_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(env, "valueFrom"), "configMapKeyRef", "secretKeyRef", "name"))
        ]);
        const fromVolumes = (0, _kube_values_js__WEBPACK_IMPORTED_MODULE_0__.gT)(spec, "volumes").flatMap((volume) => [
          ...refs(volume, "configMap", "", "name"),
          ...refs(volume, "", "secret", "secretName"),
          ...(0, _kube_values_js__WEBPACK_IMPORTED_MODULE_0__.gT)(volume, "projected", "sources").flatMap((source) => refs(source, "configMap", "secret", "name"))
        ]);
        const unique = new Map([...fromContainers, ...fromVolumes].map((config) => [`${config.kind}/${config.name}`, config]));
        return [...unique.values()];
      }
      function refs(source, configMap, secret, key) {
        return [
          { kind: "ConfigMap", name: (0, _kube_values_js__WEBPACK_IMPORTED_MODULE_0__.$6)(source, configMap, key) },
          { kind: "Secret", name: (0, _kube_values_js__WEBPACK_IMPORTED_MODULE_0__.$6)(source, secret, key) }
        ].filter(({ name }) => name !== "");
      }
    })
  )
};
export {
  id,
  ids,
  modules
};
