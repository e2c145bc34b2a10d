export const id = 242;
export const ids = [242];
export const modules = {

/***/ 6242:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jobOf: () => (/* binding */ jobOf),
/* harmony export */   ownerOf: () => (/* binding */ ownerOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/** Names this process; written into the state, it says who may change the route. */
function ownerOf(env) {
    return `${jobOf(env)}#${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)().slice(0, 8)}`;
}
/**
 * Names the job: all steps of one job, its post steps included, share it. On GitHub that is a link into the run; elsewhere
 * `SEATRIAL_JOB`, or nothing that a later process could share.
 */
function jobOf(env) {
    const { GITHUB_RUN_ID: run, GITHUB_RUN_ATTEMPT: attempt = '1', GITHUB_JOB: job = '' } = env;
    if (run === undefined || run === '')
        return env['SEATRIAL_JOB'] ?? `local-${process.pid}`;
    const { GITHUB_SERVER_URL: server = 'https://github.com', GITHUB_REPOSITORY: repository = '' } = env;
    return `${server}/${repository}/actions/runs/${run}/attempts/${attempt}${job === '' ? '' : `#${job}`}`;
}


/***/ })

};
