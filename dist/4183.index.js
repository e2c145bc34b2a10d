const id = 4183;
const ids = [4183];
const modules = {
  /***/
  84183: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.r(__webpack_exports__);
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        post: () => (
          /* binding */
          post
        ),
        /* harmony export */
        postContract: () => (
          /* binding */
          postContract
        ),
        /* harmony export */
        start: () => (
          /* binding */
          start
        )
        /* harmony export */
      });
      var _shared_action_run_action_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94344);
      var _contract_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11735);
      async function post(inputs, context) {
        const { STATE_route: route, STATE_workload: workload, STATE_namespace: namespace, STATE_done: done } = context.env;
        if (done === "true")
          return;
        const { engine } = inputs;
        if (engine !== "direct" && workload !== void 0 && workload !== "") {
          context.log.info("The main step did not come to its end.");
          const back = { ...inputs, workload, namespace, manifests: [], dryRun: false };
          return endOfEngine(engine, back, context);
        }
        if (route === void 0 || route === "")
          return;
        context.log.info("The main step did not come to its end.");
        const [{ goBack }, { realDeps }, { jobOf }, { parseRoute }] = await Promise.all([
          Promise.all(
            /* import() */
            [__webpack_require__.e(7998), __webpack_require__.e(3486)]
          ).then(__webpack_require__.bind(__webpack_require__, 43486)),
          Promise.all(
            /* import() */
            [__webpack_require__.e(1095), __webpack_require__.e(3892)]
          ).then(__webpack_require__.bind(__webpack_require__, 13892)),
          __webpack_require__.e(
            /* import() */
            4456
          ).then(__webpack_require__.bind(__webpack_require__, 64456)),
          Promise.resolve(
            /* import() */
          ).then(__webpack_require__.bind(__webpack_require__, 75642))
        ]);
        const given = { ...inputs, route: parseRoute(route), namespace, manifests: [], dryRun: false };
        await goBack(given, "post", context, realDeps, jobOf(context.env));
      }
      async function endOfEngine(engine, inputs, context) {
        const [{ leadBack }, { realDeps }, { jobOf }] = await Promise.all([
          Promise.all(
            /* import() */
            [__webpack_require__.e(1116), __webpack_require__.e(7998), __webpack_require__.e(7713), __webpack_require__.e(1633)]
          ).then(__webpack_require__.bind(__webpack_require__, 47713)),
          Promise.all(
            /* import() */
            [__webpack_require__.e(1095), __webpack_require__.e(3892)]
          ).then(__webpack_require__.bind(__webpack_require__, 13892)),
          __webpack_require__.e(
            /* import() */
            4456
          ).then(__webpack_require__.bind(__webpack_require__, 64456))
        ]);
        await leadBack(engine, inputs, "post", context, realDeps, jobOf(context.env));
      }
      const postContract = { ..._contract_js__WEBPACK_IMPORTED_MODULE_1__.d, name: "canary-promote-post", outputs: [] };
      const start = () => (0, _shared_action_run_action_js__WEBPACK_IMPORTED_MODULE_0__.C)(postContract, post);
    })
  )
};
export {
  id,
  ids,
  modules
};
