const id = 4456;
const ids = [4456];
const modules = {
  /***/
  64456: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.r(__webpack_exports__);
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        jobOf: () => (
          /* binding */
          jobOf
        )
        /* harmony export */
      });
      function jobOf(env) {
        const { GITHUB_RUN_ID: run, GITHUB_RUN_ATTEMPT: attempt = "1", GITHUB_JOB: job = "" } = env;
        if (run === void 0 || run === "")
          return env["SEATRIAL_JOB"] ?? `local-${process.pid}`;
        const { GITHUB_SERVER_URL: server = "https://github.com", GITHUB_REPOSITORY: repository = "" } = env;
        return `${server}/${repository}/actions/runs/${run}/attempts/${attempt}${job === "" ? "" : `#${job}`}`;
      }
    })
  )
};
export {
  id,
  ids,
  modules
};
