export const id = 344;
export const ids = [344];
export const modules = {

/***/ 4344:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openHttp: () => (/* binding */ openHttp)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4708);


/** A registry that says nothing for this long is gone. */
const silenceMs = 60_000;
/** An answer longer than this is no manifest, token or error message. */
const longestAnswer = 16 * 1024 * 1024;
/** Opens connections that are kept for further requests; `close` ends them. */
function openHttp(env) {
    const options = { keepAlive: true, timeout: silenceMs };
    const plain = new node_http__WEBPACK_IMPORTED_MODULE_0__.Agent(options);
    // Node 24.5 and later go through the proxy that HTTPS_PROXY and NO_PROXY name.
    const secure = new node_https__WEBPACK_IMPORTED_MODULE_1__.Agent({ ...options, proxyEnv: { ...env } });
    return {
        send: (request) => exchange(request, request.url.protocol === 'https:' ? secure : plain),
        close: () => {
            plain.destroy();
            secure.destroy();
        },
    };
}
function exchange(request, agent) {
    return new Promise((resolve, reject) => {
        const send = request.url.protocol === 'https:' ? node_https__WEBPACK_IMPORTED_MODULE_1__.request : node_http__WEBPACK_IMPORTED_MODULE_0__.request;
        const length = request.body?.size ?? 0;
        const sends = request.body !== undefined || request.method === 'POST' || request.method === 'PUT';
        const outgoing = send(request.url, {
            method: request.method,
            agent,
            headers: { ...request.headers, ...(sends ? { 'content-length': String(length) } : {}) },
            ...(request.signal === undefined ? {} : { signal: request.signal }),
        });
        outgoing.setTimeout(silenceMs, () => outgoing.destroy(new Error(`no answer for ${silenceMs / 1000} s`)));
        outgoing.on('error', reject);
        outgoing.on('response', (incoming) => collect(incoming).then(resolve, reject));
        const body = request.body?.open();
        if (body === undefined || Buffer.isBuffer(body))
            outgoing.end(body);
        else {
            body.on('error', (error) => outgoing.destroy(error));
            outgoing.on('close', () => body.destroy());
            body.pipe(outgoing);
        }
    });
}
async function collect(incoming) {
    const parts = [];
    let length = 0;
    for await (const part of incoming) {
        const bytes = Buffer.from(part);
        length += bytes.length;
        if (length > longestAnswer)
            throw new Error('the answer is longer than 16 MiB');
        parts.push(bytes);
    }
    return { status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(parts) };
}


/***/ })

};
