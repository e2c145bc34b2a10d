const id = 4344;
const ids = [4344];
const modules = {
  /***/
  71963: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.r(__webpack_exports__);
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        openHttp: () => (
          /* binding */
          openHttp
        )
        /* harmony export */
      });
      var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37067);
      var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44708);
      const silenceMs = 6e4;
      const longestAnswer = 16 * 1024 * 1024;
      function openHttp(env) {
        const options = { keepAlive: true, timeout: silenceMs };
        const plain = new node_http__WEBPACK_IMPORTED_MODULE_0__.Agent(options);
        const secure = new node_https__WEBPACK_IMPORTED_MODULE_1__.Agent({ ...options, proxyEnv: { ...env } });
        return {
          send: (request) => exchange(request, request.url.protocol === "https:" ? secure : plain),
          close: () => {
            plain.destroy();
            secure.destroy();
          }
        };
      }
      function exchange(request, agent) {
        return new Promise((resolve, reject) => {
          const send = request.url.protocol === "https:" ? node_https__WEBPACK_IMPORTED_MODULE_1__.request : node_http__WEBPACK_IMPORTED_MODULE_0__.request;
          const empty = request.method === "POST" || request.method === "PUT" ? 0 : void 0;
          const length = request.body === void 0 ? empty : request.body.size;
          const outgoing = send(request.url, {
            method: request.method,
            agent,
            headers: { ...request.headers, ...length === void 0 ? {} : { "content-length": String(length) } },
            ...request.signal === void 0 ? {} : { signal: request.signal }
          });
          outgoing.setTimeout(silenceMs, () => outgoing.destroy(new Error(`no answer for ${silenceMs / 1e3} s`)));
          outgoing.on("error", reject);
          outgoing.on("response", (incoming) => received(incoming, request.sink).then(resolve, reject));
          const body = request.body?.open();
          if (body === void 0 || Buffer.isBuffer(body))
            outgoing.end(body);
          else {
            body.on("error", (error) => outgoing.destroy(error));
            outgoing.on("close", () => body.destroy());
            body.pipe(outgoing);
          }
        });
      }
      async function received(incoming, sink) {
        if (sink === void 0 || incoming.statusCode !== 200)
          return collect(incoming);
        await sink(incoming);
        return { status: 200, headers: incoming.headers, body: Buffer.alloc(0) };
      }
      async function collect(incoming) {
        const parts = [];
        let length = 0;
        for await (const part of incoming) {
          const bytes = Buffer.from(part);
          length += bytes.length;
          if (length > longestAnswer)
            throw new Error("the answer is longer than 16 MiB");
          parts.push(bytes);
        }
        return { status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(parts) };
      }
    })
  )
};
export {
  id,
  ids,
  modules
};
