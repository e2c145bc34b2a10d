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
      var _shared_rollout_observe_observe_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14391);
      var _shared_rollout_observe_watching_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18873);
      var _shared_rollout_rollout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96994);
      var _told_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(41451);
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
          settled: async (workload, signal) => {
            const live = await base.kube.get({ ...workload, namespace });
            if (live === void 0)
              return { healthy: false, reason: `${workload.kind} ${workload.name} is gone` };
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
          reason: (0, _told_js__WEBPACK_IMPORTED_MODULE_4__.d)(findings, log) ?? verdict,
          ...first === void 0 ? {} : { cause: first.cause }
        };
      }
    })
  ),
  /***/
  41451: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        d: () => (
          /* binding */
          toldOf
        )
        /* harmony export */
      });
      var _shared_kube_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49256);
      function toldOf(findings, log) {
        for (const { cause, ref, message, evidence, fix } of findings) {
          log([`${cause}: ${(0, _shared_kube_values_js__WEBPACK_IMPORTED_MODULE_0__.Vb)(ref)}: ${message}`, ...evidence, `what to do: ${fix}`].join("\n  "));
        }
        const [first] = findings;
        return first === void 0 ? void 0 : `${first.cause}: ${first.message}`;
      }
    })
  )
};
export {
  id,
  ids,
  modules
};
