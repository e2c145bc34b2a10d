export const id = 2578;
export const ids = [2578];
export const modules = {

/***/ 22578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  beginUpload: () => (/* binding */ beginUpload),
  pushBytes: () => (/* binding */ pushBytes),
  tagAs: () => (/* binding */ tagAs)
});

// UNUSED EXPORTS: digestAt

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./build/actions/shared/errors/user-error.js
var user_error = __webpack_require__(30860);
// EXTERNAL MODULE: ./build/actions/shared/oci/descriptor.js
var descriptor = __webpack_require__(54577);
// EXTERNAL MODULE: ./build/actions/shared/oci/digest.js
var digest = __webpack_require__(11332);
// EXTERNAL MODULE: ./build/actions/shared/oci/layout.js
var oci_layout = __webpack_require__(6798);
;// CONCATENATED MODULE: ./build/actions/shared/registry/early-upload.js

/** A job that is cancelled has a few seconds; the registry forgets an upload by itself after some days. */
const dropWithinMs = 2000;
/** Goes on with an upload that was begun at `location`. Nothing is sent before the first chunk. */
function earlyUpload(repository, location, locationOf) {
    let place = location;
    let sending;
    let over = false;
    const dropped = new AbortController();
    const begin = () => {
        const body = new external_node_stream_.PassThrough({ highWaterMark: 1 << 20 });
        const headers = { 'content-type': 'application/octet-stream' };
        const signal = AbortSignal.any([repository.signal, dropped.signal]);
        const call = {
            method: 'PATCH',
            path: place,
            headers,
            body: { open: opensOnce(body) },
            once: true,
            signal,
        };
        return { body, answer: repository.call(call).catch(() => undefined) };
    };
    const drop = async () => {
        if (over)
            return;
        over = true;
        // What is not sent yet is for nobody.
        dropped.abort();
        await sending?.answer;
        const signal = AbortSignal.timeout(dropWithinMs);
        await repository.call({ method: 'DELETE', path: place, once: true, signal }).catch(() => undefined);
    };
    return {
        write: (chunk) => {
            if (over)
                return;
            sending ??= begin();
            if (!sending.body.destroyed)
                sending.body.write(chunk);
        },
        finish: async (digest) => {
            sending?.body.end();
            const answer = await sending?.answer;
            if (over || answer?.status !== 202)
                return false;
            place = locationOf(answer);
            const end = new URL(place);
            end.searchParams.set('digest', digest);
            const done = await repository.call({ method: 'PUT', path: end, once: true }).catch(() => undefined);
            over = done?.status === 201 || done?.status === 204;
            return over;
        },
        drop,
    };
}
/** Bytes that are gone once they were sent can't be sent again after a log-in. */
function opensOnce(body) {
    let opened = false;
    return () => {
        if (opened)
            throw new Error('the upload can be sent once only');
        opened = true;
        return body;
    };
}

// EXTERNAL MODULE: ./build/actions/shared/registry/registry.js + 1 modules
var registry = __webpack_require__(14278);
// EXTERNAL MODULE: ./build/actions/shared/registry/retry.js
var retry = __webpack_require__(80056);
;// CONCATENATED MODULE: ./build/actions/shared/registry/push.js








/** How often a blob is begun anew when its upload breaks off. */
const uploadAttempts = 3;
/** Finds out whether we may write: begins an upload, which the caller finishes or drops. */
async function beginUpload(repository) {
    const answer = await repository.call({ method: 'POST', path: 'blobs/uploads/' });
    if (answer.status !== 202)
        throw failed(repository, 'it begins no upload', answer);
    const location = uploadUrl(repository, answer);
    return earlyUpload(repository, location, (next) => uploadUrl(repository, next));
}
/** How many blobs are on their way at once. */
const lanes = 4;
/**
 * Pushes exactly the bytes of a layout: blobs first, then manifests by digest. Nothing has a tag by then; what leads to
 * the image is its digest alone. Each blob is compared with its digest while it is sent, and not sent to its end if it
 * holds something else; `early` ends one that was sent before, and tells whether the registry has it.
 */
async function pushBytes(repository, layout, log, early = async () => false) {
    let uploadedBytes = 0;
    let reused = 0;
    const left = [...layout.blobs];
    const lane = async () => {
        for (let blob = left.shift(); blob !== undefined; blob = left.shift()) {
            const push = pushBlob.bind(undefined, repository, layout.path, blob, log);
            const sent = await early(blob.digest)
                .then((there) => there || push())
                .catch((error) => {
                // What is on its way goes to its end; nothing more is begun.
                left.length = 0;
                throw error;
            });
            uploadedBytes += sent ? blob.size : 0;
            reused += sent ? 0 : 1;
        }
    };
    await everyLane(Array.from({ length: Math.min(lanes, left.length) }, lane));
    for (const manifest of layout.manifests)
        await putManifest(repository, layout.path, manifest, manifest.digest);
    return { uploadedBytes, reused };
}
/** Waits for all of them, so that nothing is still being sent when the first error is told. */
async function everyLane(running) {
    const failed = (await Promise.allSettled(running)).find((one) => one.status === 'rejected');
    if (failed !== undefined)
        throw failed.reason;
}
/**
 * Gives an image that was pushed its tags. Each is read back, and what it points to must have the layout's digest.
 * Gives the tags that pointed to another image before, with its digest.
 */
async function tagAs(repository, layout, tags, log) {
    const moved = new Map();
    const one = async (tag) => {
        const before = await digestAt(repository, tag);
        if (before !== undefined && before !== layout.root.digest)
            moved.set(tag, before);
        await putManifest(repository, layout.path, layout.root, tag);
        log(`${repository.name}:${tag} is ${layout.root.digest}`);
    };
    await everyLane(tags.map(one));
    return moved;
}
/** Uploads a blob unless the registry has it. Gives whether it went over the wire. */
async function pushBlob(repository, layout, blob, log) {
    for (let tried = 1;; tried += 1) {
        const known = await repository.call({ method: 'HEAD', path: `blobs/${blob.digest}` });
        if (known.status === 200)
            return tried > 1;
        try {
            await upload(repository, layout, blob);
            return true;
        }
        catch (error) {
            if (tried === uploadAttempts || !(error instanceof registry.TransientError))
                throw error;
            log(`The upload of ${blob.digest} broke off and is begun anew: ${error.message}`);
            await repository.pause(tried);
        }
    }
}
/** One upload in one piece. A session that broke is never continued: what it holds by then is not known. */
async function upload(repository, layout, blob) {
    const begun = await repository.call({ method: 'POST', path: 'blobs/uploads/' });
    if (begun.status !== 202)
        throw failed(repository, `it begins no upload of ${blob.digest}`, begun);
    const url = uploadUrl(repository, begun);
    url.searchParams.set('digest', blob.digest);
    const done = await repository.call({
        method: 'PUT',
        path: url,
        headers: { 'content-type': 'application/octet-stream' },
        body: {
            size: blob.size,
            open: () => external_node_stream_.Readable.from((0,oci_layout/* verifiedBlob */.MC)(layout, blob), { objectMode: false }),
        },
        once: true,
    });
    if (done.status === 201 || done.status === 204)
        return;
    const { message, fix } = failed(repository, `it did not take ${blob.digest}`, done);
    // A session can be lost behind a load balancer (404, 416), which a new one mends.
    const again = [404, 416].includes(done.status) || (0,retry/* isTransientStatus */.Dm)(done.status);
    throw again ? new registry.TransientError(message, { fix }) : new user_error/* UserError */.yo(message, { fix });
}
async function putManifest(repository, layout, manifest, as) {
    const body = await (0,oci_layout/* readBlob */.gm)(layout, manifest);
    const answer = await repository.call({
        method: 'PUT',
        path: `manifests/${as}`,
        headers: { 'content-type': manifest.mediaType },
        body: { size: body.length, open: () => body },
    });
    if (answer.status !== 201)
        throw failed(repository, `it did not take the manifest as ${as}`, answer);
    const found = await digestAt(repository, as);
    if (found === manifest.digest)
        return;
    throw new user_error/* UserError */.yo(`${repository.name}: the registry holds ${found ?? 'nothing'} as ${as} after the push, not ${manifest.digest}`, {
        fix: 'Deploy nothing from this tag. Look for something else that pushes to it at the same time, or a registry that rewrites manifests, and run the step again.',
    });
}
/** The digest a tag or digest leads to, computed from the bytes the registry serves; undefined when there is none. */
async function digestAt(repository, reference) {
    const answer = await repository.call({
        method: 'GET',
        path: `manifests/${reference}`,
        headers: { accept: descriptor/* manifestTypes */.Fm },
    });
    if (answer.status === 404)
        return undefined;
    if (answer.status !== 200)
        throw failed(repository, `it does not tell what ${reference} is`, answer);
    return (0,digest/* digestOf */.ol)(answer.body);
}
function uploadUrl(repository, answer) {
    const { location } = answer.headers;
    const url = location === undefined ? null : URL.parse(location, repository.url('blobs/uploads/').href);
    if (url === null)
        throw failed(repository, 'it names no place for an upload', answer);
    return url;
}
function failed(repository, what, answer) {
    const often = answer.status === 429;
    return new user_error/* UserError */.yo(`${repository.name}: the registry fails: ${what} (${(0,registry.errorOf)(answer)})`, {
        fix: often
            ? 'The registry limits how often it may be asked. Log in (limits are higher then) or run the step again later.'
            : 'Look at the log of the registry; nothing was tagged. Run the step again when it is well.',
    });
}


/***/ })

};
