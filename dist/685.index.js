export const id = 685;
export const ids = [685];
export const modules = {

/***/ 6685:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   start: () => (/* binding */ start)
/* harmony export */ });
/* harmony import */ var _shared_action_run_action_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7828);
/* harmony import */ var _contract_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8442);


/** What a canary takes is loaded when its inputs are sound: a wrong one is told at once. */
const start = () => (0,_shared_action_run_action_js__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .C)(_contract_js__WEBPACK_IMPORTED_MODULE_1__/* .contract */ .d, async (inputs, context) => (await Promise.all(/* import() */[__webpack_require__.e(492), __webpack_require__.e(486), __webpack_require__.e(467)]).then(__webpack_require__.bind(__webpack_require__, 5467))).run(inputs, context));


/***/ })

};
