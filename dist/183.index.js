const id = 183;
const ids = [183];
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
      var _shared_action_run_action_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38058);
      var _contract_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18187);
      async function post(inputs, context) {
        const { STATE_route: route, STATE_namespace: namespace, STATE_done: done } = context.env;
        if (done === "true" || route === void 0 || route === "")
          return;
        context.log.info("The main step did not come to its end.");
        const [{ goBack }, { realDeps }, { jobOf }, { parseRoute }] = await Promise.all([
          Promise.all(
            /* import() */
            [__webpack_require__.e(486), __webpack_require__.e(265)]
          ).then(__webpack_require__.bind(__webpack_require__, 43486)),
          Promise.all(
            /* import() */
            [__webpack_require__.e(492), __webpack_require__.e(892)]
          ).then(__webpack_require__.bind(__webpack_require__, 13892)),
          __webpack_require__.e(
            /* import() */
            456
          ).then(__webpack_require__.bind(__webpack_require__, 64456)),
          Promise.resolve(
            /* import() */
          ).then(__webpack_require__.bind(__webpack_require__, 75642))
        ]);
        const given = { ...inputs, route: parseRoute(route), namespace, manifests: [], dryRun: false };
        await goBack(given, "post", context, realDeps, jobOf(context.env));
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
