const id = 6801;
const ids = [6801];
const modules = {
  /***/
  37727: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        EU: () => (
          /* binding */
          fence
        ),
        /* harmony export */
        aY: () => (
          /* binding */
          code
        ),
        /* harmony export */
        tp: () => (
          /* binding */
          table
        ),
        /* harmony export */
        zH: () => (
          /* binding */
          details
        )
        /* harmony export */
      });
      function table(head, rows) {
        const line = (cells) => `| ${cells.map(cell).join(" | ")} |`;
        return [line(head), `|${head.map(() => "---").join("|")}|`, ...rows.map(line)].join("\n");
      }
      function cell(value) {
        return value.replaceAll("\\", "\\\\").replaceAll("|", "\\|").replaceAll(/\r?\n/g, "<br>");
      }
      function code(value) {
        if (!value.includes("`"))
          return `\`${value}\``;
        return `\`\` ${value} \`\``;
      }
      function details(title, body) {
        return `<details><summary>${title}</summary>

${body}

</details>`;
      }
      function fence(body, language = "") {
        const longest = Math.max(2, ...[...body.matchAll(/`+/g)].map((run) => run[0].length));
        const ticks = "`".repeat(longest + 1);
        return `${ticks}${language}
${body}
${ticks}`;
      }
    })
  ),
  /***/
  54577: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        $r: () => (
          /* binding */
          platformName
        ),
        /* harmony export */
        A1: () => (
          /* binding */
          parseIndex
        ),
        /* harmony export */
        BA: () => (
          /* binding */
          parseDescriptor
        ),
        /* harmony export */
        Fm: () => (
          /* binding */
          manifestTypes
        ),
        /* harmony export */
        Ib: () => (
          /* binding */
          mediaTypes
        ),
        /* harmony export */
        Ng: () => (
          /* binding */
          parseManifest
        ),
        /* harmony export */
        nw: () => (
          /* binding */
          isIndex
        ),
        /* harmony export */
        o4: () => (
          /* binding */
          parseConfig
        ),
        /* harmony export */
        tj: () => (
          /* binding */
          platformOf
        )
        /* harmony export */
      });
      var _json_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65977);
      var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11332);
      const mediaTypes = {
        index: "application/vnd.oci.image.index.v1+json",
        manifest: "application/vnd.oci.image.manifest.v1+json",
        config: "application/vnd.oci.image.config.v1+json",
        layer: "application/vnd.oci.image.layer.v1.tar",
        dockerIndex: "application/vnd.docker.distribution.manifest.list.v2+json",
        dockerManifest: "application/vnd.docker.distribution.manifest.v2+json"
      };
      const manifestTypes = [
        mediaTypes.index,
        mediaTypes.manifest,
        mediaTypes.dockerIndex,
        mediaTypes.dockerManifest
      ].join(", ");
      function parseDescriptor(value) {
        const mediaType = (0, _json_json_js__WEBPACK_IMPORTED_MODULE_1__.b6)((0, _json_json_js__WEBPACK_IMPORTED_MODULE_1__.ZZ)(value, "mediaType"));
        const digest = (0, _json_json_js__WEBPACK_IMPORTED_MODULE_1__.b6)((0, _json_json_js__WEBPACK_IMPORTED_MODULE_1__.ZZ)(value, "digest"));
        const size = (0, _json_json_js__WEBPACK_IMPORTED_MODULE_1__.rl)((0, _json_json_js__WEBPACK_IMPORTED_MODULE_1__.ZZ)(value, "size"));
        if (mediaType === void 0 || digest === void 0 || size === void 0 || !(0, _digest_js__WEBPACK_IMPORTED_MODULE_0__.Bc)(digest)) {
          throw new Error("a descriptor lacks its media type, digest or size");
        }
        const platform = parsePlatform((0, _json_json_js__WEBPACK_IMPORTED_MODULE_1__.ZZ)(value, "platform"));
        return {
          mediaType,
          digest,
          size,
          annotations: (0, _json_json_js__WEBPACK_IMPORTED_MODULE_1__.fq)((0, _json_json_js__WEBPACK_IMPORTED_MODULE_1__.ZZ)(value, "annotations")),
          ...platform === void 0 ? {} : { platform }
        };
      }
      function parseManifest(value) {
        return {
          config: parseDescriptor((0, _json_json_js__WEBPACK_IMPORTED_MODULE_1__.ZZ)(value, "config")),
          layers: (0, _json_json_js__WEBPACK_IMPORTED_MODULE_1__.c3)((0, _json_json_js__WEBPACK_IMPORTED_MODULE_1__.ZZ)(value, "layers")).map(parseDescriptor)
        };
      }
      function parseIndex(value) {
        const manifests = (0, _json_json_js__WEBPACK_IMPORTED_MODULE_1__.ZZ)(value, "manifests");
        if (!Array.isArray(manifests))
          throw new Error("an index lists no manifests");
        return manifests.map(parseDescriptor);
      }
      function parseConfig(value) {
        const config = (0, _json_json_js__WEBPACK_IMPORTED_MODULE_1__.ZZ)(value, "config");
        const history = (0, _json_json_js__WEBPACK_IMPORTED_MODULE_1__.c3)((0, _json_json_js__WEBPACK_IMPORTED_MODULE_1__.ZZ)(value, "history"));
        return {
          platform: parsePlatform(value) ?? { os: "", architecture: "" },
          user: (0, _json_json_js__WEBPACK_IMPORTED_MODULE_1__.b6)((0, _json_json_js__WEBPACK_IMPORTED_MODULE_1__.ZZ)(config, "User")) ?? "",
          entrypoint: [...(0, _json_json_js__WEBPACK_IMPORTED_MODULE_1__.CB)((0, _json_json_js__WEBPACK_IMPORTED_MODULE_1__.ZZ)(config, "Entrypoint")), ...(0, _json_json_js__WEBPACK_IMPORTED_MODULE_1__.CB)((0, _json_json_js__WEBPACK_IMPORTED_MODULE_1__.ZZ)(config, "Cmd"))],
          labels: (0, _json_json_js__WEBPACK_IMPORTED_MODULE_1__.fq)((0, _json_json_js__WEBPACK_IMPORTED_MODULE_1__.ZZ)(config, "Labels")),
          diffIds: (0, _json_json_js__WEBPACK_IMPORTED_MODULE_1__.CB)((0, _json_json_js__WEBPACK_IMPORTED_MODULE_1__.ZZ)((0, _json_json_js__WEBPACK_IMPORTED_MODULE_1__.ZZ)(value, "rootfs"), "diff_ids")),
          steps: history.filter((step) => (0, _json_json_js__WEBPACK_IMPORTED_MODULE_1__.ZZ)(step, "empty_layer") !== true).map((step) => (0, _json_json_js__WEBPACK_IMPORTED_MODULE_1__.b6)((0, _json_json_js__WEBPACK_IMPORTED_MODULE_1__.ZZ)(step, "created_by")) ?? "")
        };
      }
      function isIndex(descriptor) {
        return descriptor.mediaType === mediaTypes.index || descriptor.mediaType === mediaTypes.dockerIndex;
      }
      function platformOf(name) {
        const [os = "", architecture = "", variant] = name.split("/");
        return { os, architecture, ...variant === void 0 ? {} : { variant } };
      }
      function platformName({ os, architecture, variant }) {
        return [os, architecture, ...variant === void 0 || variant === "" ? [] : [variant]].join("/");
      }
      function parsePlatform(value) {
        const os = (0, _json_json_js__WEBPACK_IMPORTED_MODULE_1__.b6)((0, _json_json_js__WEBPACK_IMPORTED_MODULE_1__.ZZ)(value, "os"));
        const architecture = (0, _json_json_js__WEBPACK_IMPORTED_MODULE_1__.b6)((0, _json_json_js__WEBPACK_IMPORTED_MODULE_1__.ZZ)(value, "architecture"));
        const variant = (0, _json_json_js__WEBPACK_IMPORTED_MODULE_1__.b6)((0, _json_json_js__WEBPACK_IMPORTED_MODULE_1__.ZZ)(value, "variant"));
        if (os === void 0 || architecture === void 0)
          return void 0;
        return { os, architecture, ...variant === void 0 ? {} : { variant } };
      }
    })
  ),
  /***/
  6798: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        B9: () => (
          /* binding */
          openLayout
        ),
        /* harmony export */
        MC: () => (
          /* binding */
          verifiedBlob
        ),
        /* harmony export */
        bx: () => (
          /* binding */
          baseOf
        ),
        /* harmony export */
        gm: () => (
          /* binding */
          readBlob
        ),
        /* harmony export */
        nD: () => (
          /* binding */
          blobPath
        ),
        /* harmony export */
        nW: () => (
          /* binding */
          isLayout
        ),
        /* harmony export */
        oP: () => (
          /* binding */
          verifyBlobs
        )
        /* harmony export */
      });
      var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
      var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
      var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
      var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
      var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30860);
      var _json_json_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(65977);
      var _descriptor_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(54577);
      var _digest_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(11332);
      function blobPath(layout, digest) {
        return (0, node_path__WEBPACK_IMPORTED_MODULE_3__.join)(layout, "blobs", ...digest.split(":", 2));
      }
      async function openLayout(path) {
        const index = await readIndex(path);
        const [root, ...others] = index;
        if (root === void 0 || others.length > 0) {
          throw broken(path, root === void 0 ? "it holds no image" : `it holds ${index.length} images, not one`);
        }
        try {
          return await followed(path, root);
        } catch (error) {
          if (error instanceof _errors_user_error_js__WEBPACK_IMPORTED_MODULE_4__.yo)
            throw error;
          throw broken(path, (0, _errors_user_error_js__WEBPACK_IMPORTED_MODULE_4__.bD)(error));
        }
      }
      async function followed(path, root) {
        const manifests = [];
        const images = [];
        const blobs = /* @__PURE__ */ new Map();
        const visit = async (descriptor) => {
          const value = (0, _json_json_js__WEBPACK_IMPORTED_MODULE_7__.Yz)((await readBlob(path, descriptor)).toString());
          if ((0, _descriptor_js__WEBPACK_IMPORTED_MODULE_5__.nw)(descriptor)) {
            for (const child of (0, _descriptor_js__WEBPACK_IMPORTED_MODULE_5__.A1)(value))
              await visit(child);
          } else {
            const manifest = (0, _descriptor_js__WEBPACK_IMPORTED_MODULE_5__.Ng)(value);
            for (const blob of [...manifest.layers, manifest.config])
              blobs.set(blob.digest, blob);
            const config = (0, _descriptor_js__WEBPACK_IMPORTED_MODULE_5__.o4)((0, _json_json_js__WEBPACK_IMPORTED_MODULE_7__.Yz)((await readBlob(path, manifest.config)).toString()));
            const isImage = descriptor.annotations["vnd.docker.reference.type"] === void 0;
            if (isImage)
              images.push({ descriptor, manifest, config });
          }
          manifests.push(descriptor);
        };
        await visit(root);
        if (images.length === 0)
          throw new Error("it holds no image");
        for (const blob of blobs.values())
          await hasSize(path, blob);
        const size = [...blobs.values()].reduce((sum, blob) => sum + blob.size, 0);
        return { path, root, images, manifests, blobs: [...blobs.values()], size };
      }
      async function verifyBlobs(layout) {
        for (const blob of layout.blobs) {
          const actual = `sha256:${await (0, _digest_js__WEBPACK_IMPORTED_MODULE_6__.Vq)(blobPath(layout.path, blob.digest))}`;
          if (actual !== blob.digest)
            throw broken(layout.path, `the blob ${blob.digest} holds the bytes of ${actual}`);
        }
      }
      async function* verifiedBlob(layout, { digest }) {
        const hash = (0, node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256");
        let last;
        for await (const chunk of (0, node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(blobPath(layout, digest), { highWaterMark: 1 << 20 })) {
          if (last !== void 0)
            yield last;
          last = Buffer.from(chunk);
          hash.update(last);
        }
        const actual = `sha256:${hash.digest("hex")}`;
        if (actual !== digest)
          throw broken(layout, `the blob ${digest} holds the bytes of ${actual}`);
        if (last !== void 0)
          yield last;
      }
      async function baseOf({ path, images: [first] }) {
        if (first === void 0)
          return void 0;
        const annotations = (0, _json_json_js__WEBPACK_IMPORTED_MODULE_7__.ZZ)((0, _json_json_js__WEBPACK_IMPORTED_MODULE_7__.Yz)((await readBlob(path, first.descriptor)).toString()), "annotations");
        const name = (0, _json_json_js__WEBPACK_IMPORTED_MODULE_7__.b6)((0, _json_json_js__WEBPACK_IMPORTED_MODULE_7__.ZZ)(annotations, "org.opencontainers.image.base.name"));
        const digest = (0, _json_json_js__WEBPACK_IMPORTED_MODULE_7__.b6)((0, _json_json_js__WEBPACK_IMPORTED_MODULE_7__.ZZ)(annotations, "org.opencontainers.image.base.digest"));
        return name === void 0 || digest === void 0 ? void 0 : { name, digest };
      }
      async function readBlob(layout, descriptor) {
        const bytes = await (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(blobPath(layout, descriptor.digest));
        const actual = (0, _digest_js__WEBPACK_IMPORTED_MODULE_6__.ol)(bytes);
        if (actual !== descriptor.digest)
          throw new Error(`the blob ${descriptor.digest} holds the bytes of ${actual}`);
        return bytes;
      }
      async function isLayout(path) {
        const text = await (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)((0, node_path__WEBPACK_IMPORTED_MODULE_3__.join)(path, "oci-layout"), "utf8").catch(() => "");
        return (0, _json_json_js__WEBPACK_IMPORTED_MODULE_7__.b6)((0, _json_json_js__WEBPACK_IMPORTED_MODULE_7__.ZZ)((0, _json_json_js__WEBPACK_IMPORTED_MODULE_7__.Yz)(text), "imageLayoutVersion")) !== void 0;
      }
      async function readIndex(path) {
        if (!await isLayout(path))
          throw broken(path, "its file oci-layout is missing or damaged");
        try {
          return (0, _descriptor_js__WEBPACK_IMPORTED_MODULE_5__.A1)((0, _json_json_js__WEBPACK_IMPORTED_MODULE_7__.Yz)(await (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)((0, node_path__WEBPACK_IMPORTED_MODULE_3__.join)(path, "index.json"), "utf8")));
        } catch (error) {
          throw broken(path, `its index.json: ${(0, _errors_user_error_js__WEBPACK_IMPORTED_MODULE_4__.bD)(error)}`);
        }
      }
      async function hasSize(layout, blob) {
        const found = await (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(blobPath(layout, blob.digest)).catch((error) => {
          if ((0, _errors_user_error_js__WEBPACK_IMPORTED_MODULE_4__.$N)(error) === "ENOENT")
            throw new Error(`the blob ${blob.digest} is missing`);
          throw error;
        });
        if (found.size !== blob.size)
          throw new Error(`the blob ${blob.digest} has ${found.size} bytes, not ${blob.size}`);
      }
      function broken(path, why) {
        return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_4__.yo(`${path} is no whole OCI layout of one image: ${why}`, {
          fix: "Hand on the `layout` output of multistage-dockerize in the same job, or build the image again."
        });
      }
    })
  ),
  /***/
  4003: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        F2: () => (
          /* binding */
          parseReference
        ),
        /* harmony export */
        Vb: () => (
          /* binding */
          nameOf
        ),
        /* harmony export */
        bO: () => (
          /* binding */
          tagPattern
        )
        /* harmony export */
      });
      var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11332);
      const pathPart = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
      const tagPattern = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
      function parseReference(text) {
        const [withoutDigest = "", digest] = text.split("@", 2);
        if (digest !== void 0 && !(0, _digest_js__WEBPACK_IMPORTED_MODULE_0__.Bc)(digest))
          throw new Error("a digest of the form sha256:<64 hex digits>");
        const slash = withoutDigest.lastIndexOf("/");
        const colon = withoutDigest.indexOf(":", slash + 1);
        const name = colon === -1 ? withoutDigest : withoutDigest.slice(0, colon);
        const tag = colon === -1 ? void 0 : withoutDigest.slice(colon + 1);
        if (tag !== void 0 && !tagPattern.test(tag))
          throw new Error("a tag of letters, digits, ., _ and -");
        return {
          ...parseName(name),
          ...tag === void 0 ? {} : { tag },
          ...digest === void 0 ? {} : { digest }
        };
      }
      function parseName(name) {
        const [first = "", ...rest] = name.split("/");
        const isHost = rest.length > 0 && (/[.:]/.test(first) || first === "localhost");
        const registry = isHost ? first : "docker.io";
        const path = isHost ? rest : [first, ...rest];
        const repository = registry === "docker.io" && path.length === 1 ? `library/${path[0]}` : path.join("/");
        if (!/^[A-Za-z0-9.-]+(?::\d+)?$|^\[[0-9a-fA-F:]+\](?::\d+)?$/.test(registry)) {
          throw new Error(`a registry host, not "${registry}"`);
        }
        if (!repository.split("/").every((part) => pathPart.test(part))) {
          throw new Error("a repository of lower-case parts joined by slashes, such as ghcr.io/acme/checkout");
        }
        return { registry, repository };
      }
      function nameOf(reference) {
        return `${reference.registry}/${reference.repository}`;
      }
    })
  ),
  /***/
  71449: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        O: () => (
          /* binding */
          tarEntries
        )
        /* harmony export */
      });
      const block = 512;
      class ByteReader {
        source;
        rest = Buffer.alloc(0);
        constructor(source) {
          this.source = source[Symbol.asyncIterator]();
        }
        /** The next bytes, at least one and at most `most`; undefined at the end. */
        async some(most) {
          while (this.rest.length === 0) {
            const next = await this.source.next();
            if (next.done === true)
              return void 0;
            this.rest = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength);
          }
          const taken = this.rest.subarray(0, most);
          this.rest = this.rest.subarray(taken.length);
          return taken;
        }
        /** Exactly `count` bytes; undefined at the end. Throws when the archive ends among them. */
        async exactly(count) {
          const parts = [];
          for (let missing = count; missing > 0; ) {
            const part = await this.some(missing);
            if (part === void 0 && parts.length === 0)
              return void 0;
            if (part === void 0)
              throw new Error("the archive is cut");
            if (part.length === count)
              return part;
            parts.push(part);
            missing -= part.length;
          }
          return Buffer.concat(parts);
        }
      }
      async function* tarEntries(source) {
        const reader = new ByteReader(source);
        let extended = {};
        for (; ; ) {
          const header = await reader.exactly(block);
          if (header === void 0 || header[0] === 0 && header.every((byte) => byte === 0))
            return;
          checkSum(header);
          const flag = String.fromCharCode(header[156] ?? 0);
          const size = Number(extended["size"] ?? numberIn(header, 124, 12));
          if ("xLKg".includes(flag)) {
            const bytes = await reader.exactly(padded(size));
            if (bytes === void 0)
              throw new Error("the archive is cut");
            if (flag !== "g")
              extended = { ...extended, ...extension(flag, bytes.subarray(0, size)) };
            continue;
          }
          const body = bodyOf(reader, size);
          yield {
            name: extended["path"] ?? nameIn(header),
            type: typeOf(flag),
            size,
            linkName: extended["linkpath"] ?? textIn(header, 157, 100),
            mode: numberIn(header, 100, 8) & 4095,
            uid: Number(extended["uid"] ?? numberIn(header, 108, 8)),
            gid: Number(extended["gid"] ?? numberIn(header, 116, 8)),
            mtime: numberIn(header, 136, 12),
            body: () => body
          };
          for await (const _ of body)
            ;
          extended = {};
        }
      }
      async function* bodyOf(reader, size) {
        let missing = size;
        try {
          while (missing > 0) {
            const part = await reader.some(missing);
            if (part === void 0)
              throw new Error("the archive is cut");
            missing -= part.length;
            yield part;
          }
        } finally {
          for (let left = missing + padded(size) - size; left > 0; ) {
            const part = await reader.some(left);
            left = part === void 0 ? 0 : left - part.length;
          }
        }
      }
      function extension(flag, bytes) {
        const text = bytes.toString();
        if (flag === "L")
          return { path: text.replace(/\0.*$/s, "") };
        if (flag === "K")
          return { linkpath: text.replace(/\0.*$/s, "") };
        const found = {};
        for (let at = 0; at < bytes.length; ) {
          const length = Number.parseInt(bytes.toString("latin1", at, at + 20), 10);
          if (!(length > 0))
            break;
          const record = bytes.toString("utf8", at, at + length - 1);
          const [, key = "", value = ""] = /^\d+ ([^=]*)=(.*)$/s.exec(record) ?? [];
          found[key] = value;
          at += length;
        }
        return found;
      }
      function typeOf(flag) {
        if (flag === "0" || flag === "\0" || flag === "7")
          return "file";
        if (flag === "5")
          return "folder";
        if (flag === "1")
          return "link";
        return flag === "2" ? "symlink" : "other";
      }
      function nameIn(header) {
        const prefix = textIn(header, 257, 5) === "ustar" ? textIn(header, 345, 155) : "";
        const name = textIn(header, 0, 100);
        return prefix === "" ? name : `${prefix}/${name}`;
      }
      function textIn(header, at, length) {
        const end = header.indexOf(0, at);
        return header.toString("utf8", at, end === -1 || end > at + length ? at + length : end);
      }
      function numberIn(header, at, length) {
        if (((header[at] ?? 0) & 128) !== 0)
          return Number(header.readBigUInt64BE(at + length - 8));
        return Number.parseInt(textIn(header, at, length).trim() || "0", 8);
      }
      function checkSum(header) {
        const stated = numberIn(header, 148, 8);
        let actual = 0;
        for (let at = 0; at < block; at += 1)
          actual += at >= 148 && at < 156 ? 32 : header[at] ?? 0;
        if (stated !== actual)
          throw new Error("the archive is damaged");
      }
      function padded(size) {
        return Math.ceil(size / block) * block;
      }
    })
  ),
  /***/
  72369: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        N: () => (
          /* binding */
          registryUrl
        ),
        /* harmony export */
        U: () => (
          /* binding */
          isLoopback
        )
        /* harmony export */
      });
      function isLoopback(host) {
        const name = host.replace(/^\[|\]$/g, "");
        return name === "localhost" || name === "::1" || /^127\.\d+\.\d+\.\d+$/.test(name);
      }
      function registryUrl(registry) {
        if (registry === "docker.io")
          return new URL("https://registry-1.docker.io");
        const secure = new URL(`https://${registry}`);
        return isLoopback(secure.hostname) ? new URL(`http://${registry}`) : secure;
      }
    })
  ),
  /***/
  80056: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        B: () => (
          /* binding */
          defaultPatience
        ),
        /* harmony export */
        Dm: () => (
          /* binding */
          isTransientStatus
        ),
        /* harmony export */
        GB: () => (
          /* binding */
          pauseBefore
        ),
        /* harmony export */
        LH: () => (
          /* binding */
          withRetries
        )
        /* harmony export */
      });
      var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
      var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30860);
      const defaultPatience = { attempts: 5, firstPause: 500, longestPause: 3e4 };
      const transientStatuses = /* @__PURE__ */ new Set([408, 429, 500, 502, 503, 504]);
      const transientCodes = /* @__PURE__ */ new Set([
        "ECONNRESET",
        "ECONNABORTED",
        "EPIPE",
        "ETIMEDOUT",
        "EAI_AGAIN",
        "HPE_INVALID_CONSTANT"
      ]);
      async function withRetries(patience, signal, tell, attempt) {
        for (let tried = 1; ; tried += 1) {
          const last = tried >= patience.attempts;
          let answer;
          let reason;
          try {
            answer = await attempt();
            if (last || !isTransientStatus(answer.status))
              return answer;
            reason = `it answered ${answer.status}`;
          } catch (error) {
            if (last || signal.aborted || !isTransient(error))
              throw error;
            reason = (0, _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__.$N)(error) ?? "the connection broke";
          }
          const pause = pauseBefore(tried, patience, answer);
          tell(`The registry is asked again in ${(pause / 1e3).toFixed(1)} s (attempt ${tried + 1}): ${reason}.`);
          await (0, node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(pause, void 0, { signal });
        }
      }
      function isTransientStatus(status) {
        return transientStatuses.has(status);
      }
      function pauseBefore(tried, patience, answer) {
        const asked = Number(answer?.headers["retry-after"] ?? Number.NaN) * 1e3;
        const own = patience.firstPause * 2 ** (tried - 1);
        return Math.min(patience.longestPause, Number.isFinite(asked) ? Math.max(asked, own) : own);
      }
      function isTransient(error) {
        const code = (0, _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__.$N)(error);
        if (code !== void 0)
          return transientCodes.has(code);
        return error instanceof Error && /socket hang up|aborted|no answer/.test(error.message);
      }
    })
  )
};
export {
  id,
  ids,
  modules
};
