const id = 6638;
const ids = [6638];
const modules = {
  /***/
  76638: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        dispatch: () => (
          /* binding */
          dispatch
        )
        /* harmony export */
      });
      var _shared_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30860);
      var _shared_json_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65977);
      const mostRecordBytes = 5e4;
      async function dispatch(image, inputs, context) {
        const { dispatchTo: repository, dispatchToken: token, dispatchEvent: event } = inputs;
        if (repository === void 0 || token === void 0)
          return;
        const payload = payloadOf(image, context.record);
        const { sendDispatch } = await __webpack_require__.e(
          /* import() */
          6910
        ).then(__webpack_require__.bind(__webpack_require__, 86910));
        try {
          await sendDispatch(token, { repository, event, payload });
        } catch (error) {
          throw new _shared_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__.yo(`the image is pushed, but ${repository} was not told: ${(0, _shared_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__.bD)(error)}`, {
            fix: fixFor((0, _shared_json_json_js__WEBPACK_IMPORTED_MODULE_1__.rl)((0, _shared_json_json_js__WEBPACK_IMPORTED_MODULE_1__.ZZ)(error, "status")), repository),
            cause: error
          });
        }
        context.log.info(`${repository} was told by repository_dispatch (${event}).`);
      }
      function payloadOf(image, record) {
        const whole = { ...record, image };
        const fits = Buffer.byteLength(JSON.stringify(whole)) <= mostRecordBytes;
        return {
          image: `${image.name}@${image.digest}`,
          digest: image.digest,
          tags: image.tags,
          commit: record.source.commit,
          repository: record.source.repository,
          ...fits ? { record: whole } : {}
        };
      }
      function fixFor(status, repository) {
        if (status === 404 || status === 403 || status === 401) {
          return `Give a \`dispatch-token\` that may write contents of ${repository}: the token of this workflow reaches its own repository only. A GitHub App's token or a fine-grained one with \`contents: write\` does.`;
        }
        return "Run the step again; pushing the same image a second time changes nothing.";
      }
    })
  )
};
export {
  id,
  ids,
  modules
};
