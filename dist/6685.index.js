const id = 6685;
const ids = [6685];
const modules = {
  /***/
  56685: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.r(__webpack_exports__);
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        start: () => (
          /* binding */
          start
        )
        /* harmony export */
      });
      var _shared_action_run_action_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94344);
      var _contract_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11735);
      const start = () => (0, _shared_action_run_action_js__WEBPACK_IMPORTED_MODULE_0__.C)(_contract_js__WEBPACK_IMPORTED_MODULE_1__.d, async (inputs, context) => (await Promise.all(
        /* import() */
        [__webpack_require__.e(7998), __webpack_require__.e(1095), __webpack_require__.e(3486), __webpack_require__.e(736)]
      ).then(__webpack_require__.bind(__webpack_require__, 70736))).run(inputs, context));
    })
  )
};
export {
  id,
  ids,
  modules
};
