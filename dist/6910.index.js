const id = 6910;
const ids = [6910];
const modules = {
  /***/
  86910: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        sendDispatch: () => (
          /* binding */
          sendDispatch
        )
        /* harmony export */
      });
      const patienceMs = 3e4;
      async function sendDispatch(token, { repository, event, payload }) {
        const { getOctokit } = await Promise.all(
          /* import() */
          [__webpack_require__.e(4119), __webpack_require__.e(2413)]
        ).then(__webpack_require__.bind(__webpack_require__, 92413));
        const [owner = "", repo = ""] = repository.split("/", 2);
        await getOctokit(token).rest.repos.createDispatchEvent({
          owner,
          repo,
          event_type: event,
          client_payload: { ...payload },
          request: { signal: AbortSignal.timeout(patienceMs) }
        });
      }
    })
  )
};
export {
  id,
  ids,
  modules
};
