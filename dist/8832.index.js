const id = 8832;
const ids = [8832];
const modules = {
  /***/
  98832: (
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
      var _contract_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69944);
      var _run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14640);
      const start = () => (0, _shared_action_run_action_js__WEBPACK_IMPORTED_MODULE_0__.C)(_contract_js__WEBPACK_IMPORTED_MODULE_1__.d, _run_js__WEBPACK_IMPORTED_MODULE_2__.e);
    })
  )
};
export {
  id,
  ids,
  modules
};
