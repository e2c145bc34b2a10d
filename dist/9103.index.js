const id = 9103;
const ids = [9103, 3900];
const modules = {
  /***/
  59103: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.r(__webpack_exports__);
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        replaceImages: () => (
          /* binding */
          replaceImages
        ),
        /* harmony export */
        repositoryOf: () => (
          /* binding */
          repositoryOf
        ),
        /* harmony export */
        withField: () => (
          /* binding */
          withField
        )
        /* harmony export */
      });
      var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30860);
      var _pod_spec_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93900);
      const byDigest = /^[^\s@]+@sha256:[0-9a-f]{64}$/;
      function replaceImages(manifests, images) {
        for (const [name, reference] of images)
          refuseUnpinned(name, reference);
        const used = /* @__PURE__ */ new Set();
        const replaced = manifests.map((manifest) => ({
          ...manifest,
          object: (0, _pod_spec_js__WEBPACK_IMPORTED_MODULE_1__.Mz)(manifest.object).reduce((object, { image, path }) => {
            const name = [...images.keys()].find((candidate) => candidate === image || candidate === repositoryOf(image));
            const reference = name === void 0 ? void 0 : images.get(name);
            if (name === void 0 || reference === void 0)
              return object;
            used.add(name);
            return withField(object, [...path, "image"], reference);
          }, manifest.object)
        }));
        for (const name of images.keys())
          if (!used.has(name))
            refuseUnused(name, manifests);
        return replaced;
      }
      function repositoryOf(image) {
        const name = image.split("@", 1)[0] ?? image;
        return name.replace(/:[^/:]*$/, "");
      }
      function withField(object, path, value) {
        const changed = set(object, path, value);
        return { ...object, ...typeof changed === "object" ? changed : {} };
      }
      function set(inner, path, value) {
        const [key, ...rest] = path;
        if (key === void 0)
          return value;
        if (Array.isArray(inner))
          return inner.map((item, index) => index === key ? set(item, rest, value) : item);
        const fields = typeof inner === "object" && inner !== null ? inner : {};
        return { ...fields, [key]: set(Reflect.get(fields, key), rest, value) };
      }
      function refuseUnpinned(name, reference) {
        if (byDigest.test(reference))
          return;
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__.yo(`the image for ${name} is not given by digest: ${reference}`, {
          fix: `Write \`${name}=${repositoryOf(reference)}@sha256:\u2026\` in the input \`images\`; multistage-dockerize gives it as its output \`image\`.`
        });
      }
      function refuseUnused(name, manifests) {
        const there = [
          ...new Set(manifests.flatMap(({ object }) => (0, _pod_spec_js__WEBPACK_IMPORTED_MODULE_1__.Mz)(object).map(({ image }) => image)))
        ];
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__.yo(`no container of the manifests uses the image ${name}`, {
          fix: `Name in \`images\` one that stands there: ${there.length === 0 ? "there is none" : there.join(", ")}.`
        });
      }
    })
  ),
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
