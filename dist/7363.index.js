const id = 7363;
const ids = [7363];
const modules = {
  /***/
  87363: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.r(__webpack_exports__);
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        rolloutOver: () => (
          /* binding */
          rolloutOver
        )
        /* harmony export */
      });
      var _shared_kube_values_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49256);
      var _shared_rollout_observe_observe_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73056);
      var _shared_rollout_observe_watching_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7165);
      var _shared_rollout_rollout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93255);
      function rolloutOver(base, namespace, patience) {
        const settingFor = (signal) => ({
          ...base,
          signal,
          fieldManager: base.manager,
          forceConflicts: false
        });
        const roll = async (objects, signal, dryRun) => {
          const items = objects.filter(_shared_kube_values_js__WEBPACK_IMPORTED_MODULE_3__.$e).map((object) => ({ object }));
          const result = await (0, _shared_rollout_rollout_js__WEBPACK_IMPORTED_MODULE_2__.O)(items, settingFor(signal), { ...patience, onFailure: "keep", dryRun });
          return ended(result, base.log.info);
        };
        return {
          check: (objects) => roll(objects, new AbortController().signal, true),
          deploy: (objects, signal) => roll(objects, signal, false),
          settled: async (name, signal) => {
            const live = await base.kube.get({ apiVersion: "apps/v1", kind: "Deployment", namespace, name });
            if (live === void 0)
              return { healthy: false, reason: `Deployment ${name} is gone` };
            return settled(base.kube, live, settingFor(signal), patience);
          }
        };
      }
      async function settled(kube, live, setting, patience) {
        const watching = await (0, _shared_rollout_observe_watching_js__WEBPACK_IMPORTED_MODULE_1__.K)(kube, [live]);
        try {
          const { apiVersion, kind, metadata } = live;
          const ref = { apiVersion, kind, namespace: metadata.namespace ?? "", name: metadata.name ?? "" };
          const target = { ref, generation: metadata.generation ?? 0 };
          return ended(await (0, _shared_rollout_observe_observe_js__WEBPACK_IMPORTED_MODULE_0__.l)([target], watching, setting, patience), setting.log.info);
        } finally {
          watching.stop();
        }
      }
      function ended({ verdict, findings }, log) {
        if (verdict === "healthy" || verdict === "unchanged")
          return { healthy: true, reason: verdict };
        const [first] = findings;
        return {
          healthy: false,
          reason: told(findings, verdict, log),
          ...first === void 0 ? {} : { cause: first.cause }
        };
      }
      function told(findings, verdict, log) {
        for (const { cause, ref, message, evidence, fix } of findings) {
          log([`${cause}: ${(0, _shared_kube_values_js__WEBPACK_IMPORTED_MODULE_3__.Vb)(ref)}: ${message}`, ...evidence, `what to do: ${fix}`].join("\n  "));
        }
        const [first] = findings;
        return first === void 0 ? verdict : `${first.cause}: ${first.message}`;
      }
    })
  )
};
export {
  id,
  ids,
  modules
};
