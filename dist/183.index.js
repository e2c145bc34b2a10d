export const id = 183;
export const ids = [183];
export const modules = {

/***/ 4183:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   post: () => (/* binding */ post),
/* harmony export */   postContract: () => (/* binding */ postContract),
/* harmony export */   start: () => (/* binding */ start)
/* harmony export */ });
/* harmony import */ var _shared_action_run_action_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7828);
/* harmony import */ var _contract_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8442);


/**
 * The action's post step, which GitHub runs also after a cancelled or killed main step: gives all traffic back if main
 * left a canary. After a main step that came to its end there is nothing to do, and nothing is loaded or asked.
 */
async function post(inputs, context) {
    const { STATE_route: route, STATE_namespace: namespace, STATE_done: done } = context.env;
    if (done === 'true' || route === undefined || route === '')
        return;
    context.log.info('The main step did not come to its end.');
    const [{ goBack }, { realDeps }, { jobOf }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(486), __webpack_require__.e(265)]).then(__webpack_require__.bind(__webpack_require__, 3486)),
        Promise.all(/* import() */[__webpack_require__.e(492), __webpack_require__.e(892)]).then(__webpack_require__.bind(__webpack_require__, 3892)),
        __webpack_require__.e(/* import() */ 242).then(__webpack_require__.bind(__webpack_require__, 6242)),
    ]);
    const given = { ...inputs, route, namespace, manifests: [], dryRun: false };
    await goBack(given, 'post', context, realDeps, jobOf(context.env));
}
/** Outputs of a post step reach nobody; the record and the summary do. */
const postContract = { ..._contract_js__WEBPACK_IMPORTED_MODULE_1__/* .contract */ .d, name: 'canary-promote-post', outputs: [] };
const start = () => (0,_shared_action_run_action_js__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .C)(postContract, post);


/***/ })

};
