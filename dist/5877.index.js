const id = 5877;
const ids = [5877];
const modules = {
  /***/
  32105: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        MX: () => (
          /* binding */
          half
        ),
        /* harmony export */
        QH: () => (
          /* binding */
          ElfError
        ),
        /* harmony export */
        Vm: () => (
          /* binding */
          word
        ),
        /* harmony export */
        Yk: () => (
          /* binding */
          native
        ),
        /* harmony export */
        e6: () => (
          /* binding */
          isDamage
        ),
        /* harmony export */
        pV: () => (
          /* binding */
          exactly
        ),
        /* harmony export */
        ry: () => (
          /* binding */
          cString
        )
        /* harmony export */
      });
      var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30860);
      class ElfError extends Error {
        name = "ElfError";
      }
      function isDamage(error) {
        const beyond = ["ERR_BUFFER_OUT_OF_BOUNDS", "ERR_OUT_OF_RANGE"];
        return error instanceof ElfError || beyond.includes((0, _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__.$N)(error) ?? "");
      }
      async function exactly(read, offset, length, what) {
        const limit = 64 * 1024 * 1024;
        if (!Number.isSafeInteger(offset) || offset < 0 || length < 0 || length > limit) {
          throw new ElfError(`${what} lies outside any sensible file`);
        }
        const bytes = await read(offset, length);
        if (bytes.length < length)
          throw new ElfError(`the file ends inside ${what}`);
        return bytes;
      }
      function half(bytes, at, { little }) {
        return little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at);
      }
      function word(bytes, at, { little }) {
        return little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at);
      }
      function native(bytes, at, layout) {
        if (!layout.wide)
          return word(bytes, at, layout);
        return Number(layout.little ? bytes.readBigUInt64LE(at) : bytes.readBigUInt64BE(at));
      }
      function cString(bytes, at) {
        if (at < 0 || at >= bytes.length)
          throw new ElfError("a name lies outside the string table");
        const end = bytes.indexOf(0, at);
        return bytes.toString("utf8", at, end < 0 ? bytes.length : end);
      }
    })
  ),
  /***/
  41094: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        D: () => (
          /* binding */
          withFile
        ),
        /* harmony export */
        p: () => (
          /* binding */
          ifTold
        )
        /* harmony export */
      });
      var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
      var _bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32105);
      async function withFile(path, use) {
        const file = await (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path);
        try {
          return await use(async (offset, length) => {
            const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
            return buffer.subarray(0, bytesRead);
          });
        } finally {
          await file.close();
        }
      }
      async function ifTold(path, use) {
        let opened = false;
        try {
          return await withFile(path, (read) => {
            opened = true;
            return use(read);
          });
        } catch (error) {
          if (!opened || (0, _bytes_js__WEBPACK_IMPORTED_MODULE_1__.e6)(error))
            return void 0;
          throw error;
        }
      }
    })
  ),
  /***/
  21819: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        Nk: () => (
          /* binding */
          mainModuleOf
        ),
        /* harmony export */
        O5: () => (
          /* binding */
          buildInfoOf
        ),
        /* harmony export */
        oQ: () => (
          /* binding */
          programOf
        )
        /* harmony export */
      });
      var _bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32105);
      var _file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41094);
      var _sections_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6332);
      function buildInfoOf(path) {
        return (0, _file_js__WEBPACK_IMPORTED_MODULE_1__.p)(path, (read) => readBuildInfo(path, read));
      }
      async function mainModuleOf(path) {
        const [, module, version] = /^\tmod\t([^\t\n]+)\t([^\t\n]+)/m.exec(await buildInfoOf(path) ?? "") ?? [];
        return module === void 0 || version === void 0 ? void 0 : { path: module, version };
      }
      async function programOf(path) {
        const info = await buildInfoOf(path) ?? "";
        const [, program] = /^\tpath\t([^\t\n]+)/m.exec(info) ?? [];
        const [, module] = /^\tmod\t([^\t\n]+)/m.exec(info) ?? [];
        return program === void 0 || module === void 0 ? void 0 : { program, module };
      }
      const mark = 16;
      async function readBuildInfo(path, read) {
        const section = await (0, _sections_js__WEBPACK_IMPORTED_MODULE_2__.r)(read, ".go.buildinfo");
        if (section === void 0)
          return void 0;
        const bytes = await (0, _bytes_js__WEBPACK_IMPORTED_MODULE_0__.pV)(read, section.offset, section.size, "the build information");
        if (bytes.toString("latin1", 0, 14) !== "\xFF Go buildinf:" || ((bytes[15] ?? 0) & 2) === 0)
          return void 0;
        const goVersion = bytesAt(bytes, 32);
        const lines = bytesAt(bytes, goVersion.end).part;
        const text = lines.length < 2 * mark ? "" : lines.toString("utf8", mark, lines.length - mark);
        const shown = text.trimEnd().split("\n").map((line) => `	${line}`);
        return `${[`${path}: ${goVersion.part.toString()}`, ...shown].join("\n")}
`;
      }
      function bytesAt(bytes, start) {
        let length = 0;
        let at = start;
        for (let shift = 0; ; shift += 7) {
          const byte = bytes.readUInt8(at);
          at += 1;
          length += (byte & 127) * 2 ** shift;
          if (byte < 128)
            break;
        }
        return { part: bytes.subarray(at, at + length), end: at + length };
      }
    })
  ),
  /***/
  6332: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        V: () => (
          /* binding */
          readElfTables
        ),
        /* harmony export */
        r: () => (
          /* binding */
          findSection
        )
        /* harmony export */
      });
      var _bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32105);
      var _file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41094);
      const sectionTypes = { symbolTable: 2, noBits: 8 };
      function readElfTables(path) {
        return (0, _file_js__WEBPACK_IMPORTED_MODULE_1__.D)(path, async (read) => {
          const { sections, layout } = await readSections(read);
          const table = sections.find(({ type }) => type === sectionTypes.symbolTable);
          return { sections, symbols: table === void 0 ? [] : await readSymbols(read, table, sections, layout) };
        });
      }
      async function findSection(read, name) {
        return (await readSections(read)).sections.find((one) => one.name === name);
      }
      async function readSections(read) {
        const ident = await (0, _bytes_js__WEBPACK_IMPORTED_MODULE_0__.pV)(read, 0, 16, "the ELF header");
        if (ident.toString("latin1", 0, 4) !== "\x7FELF")
          throw new _bytes_js__WEBPACK_IMPORTED_MODULE_0__.QH("the file is not an ELF file");
        const layout = { wide: ident[4] === 2, little: ident[5] === 1 };
        const header = await (0, _bytes_js__WEBPACK_IMPORTED_MODULE_0__.pV)(read, 0, layout.wide ? 64 : 52, "the ELF header");
        return { sections: await sectionsBy(read, header, layout), layout };
      }
      async function sectionsBy(read, header, layout) {
        const { wide } = layout;
        const offset = (0, _bytes_js__WEBPACK_IMPORTED_MODULE_0__.Yk)(header, wide ? 40 : 32, layout);
        const step = (0, _bytes_js__WEBPACK_IMPORTED_MODULE_0__.MX)(header, wide ? 58 : 46, layout);
        const count = (0, _bytes_js__WEBPACK_IMPORTED_MODULE_0__.MX)(header, wide ? 60 : 48, layout);
        if (offset === 0 || count === 0)
          return [];
        if (step < (wide ? 64 : 40))
          throw new _bytes_js__WEBPACK_IMPORTED_MODULE_0__.QH("its section headers are too short");
        const bytes = await (0, _bytes_js__WEBPACK_IMPORTED_MODULE_0__.pV)(read, offset, step * count, "the section headers");
        const raw = Array.from({ length: count }, (_, index) => rawSection(bytes, index * step, layout));
        const names = raw[(0, _bytes_js__WEBPACK_IMPORTED_MODULE_0__.MX)(header, wide ? 62 : 50, layout)];
        if (names === void 0)
          throw new _bytes_js__WEBPACK_IMPORTED_MODULE_0__.QH("its section names lie outside the section headers");
        const text = await (0, _bytes_js__WEBPACK_IMPORTED_MODULE_0__.pV)(read, names.offset, names.inFile, "the section names");
        return raw.map(({ nameAt, type, address, offset: at, inFile, link }) => ({
          name: type === 0 ? "" : (0, _bytes_js__WEBPACK_IMPORTED_MODULE_0__.ry)(text, nameAt),
          type,
          address,
          offset: at,
          size: inFile,
          link
        }));
      }
      function rawSection(bytes, at, layout) {
        const { wide } = layout;
        const type = (0, _bytes_js__WEBPACK_IMPORTED_MODULE_0__.Vm)(bytes, at + 4, layout);
        const size = (0, _bytes_js__WEBPACK_IMPORTED_MODULE_0__.Yk)(bytes, at + (wide ? 32 : 20), layout);
        return {
          nameAt: (0, _bytes_js__WEBPACK_IMPORTED_MODULE_0__.Vm)(bytes, at, layout),
          type,
          address: (0, _bytes_js__WEBPACK_IMPORTED_MODULE_0__.Yk)(bytes, at + (wide ? 16 : 12), layout),
          offset: (0, _bytes_js__WEBPACK_IMPORTED_MODULE_0__.Yk)(bytes, at + (wide ? 24 : 16), layout),
          inFile: type === sectionTypes.noBits || type === 0 ? 0 : size,
          link: (0, _bytes_js__WEBPACK_IMPORTED_MODULE_0__.Vm)(bytes, at + (wide ? 40 : 24), layout)
        };
      }
      async function readSymbols(read, table, sections, layout) {
        const strings = sections[table.link];
        if (strings === void 0)
          throw new _bytes_js__WEBPACK_IMPORTED_MODULE_0__.QH("its symbol table has no names");
        const bytes = await (0, _bytes_js__WEBPACK_IMPORTED_MODULE_0__.pV)(read, table.offset, table.size, "the symbol table");
        const names = await (0, _bytes_js__WEBPACK_IMPORTED_MODULE_0__.pV)(read, strings.offset, strings.size, "the names of the symbols");
        const step = layout.wide ? 24 : 16;
        const found = [];
        for (let at = 0; at + step <= bytes.length; at += step) {
          const size = (0, _bytes_js__WEBPACK_IMPORTED_MODULE_0__.Yk)(bytes, at + (layout.wide ? 16 : 8), layout);
          if (size === 0)
            continue;
          found.push({
            name: (0, _bytes_js__WEBPACK_IMPORTED_MODULE_0__.ry)(names, (0, _bytes_js__WEBPACK_IMPORTED_MODULE_0__.Vm)(bytes, at, layout)),
            address: (0, _bytes_js__WEBPACK_IMPORTED_MODULE_0__.Yk)(bytes, at + (layout.wide ? 8 : 4), layout),
            size,
            section: (0, _bytes_js__WEBPACK_IMPORTED_MODULE_0__.MX)(bytes, at + (layout.wide ? 6 : 14), layout)
          });
        }
        return found;
      }
    })
  ),
  /***/
  47912: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        U: () => (
          /* binding */
          chunksOf
        )
        /* harmony export */
      });
      var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
      const chunkBytes = 1 << 20;
      async function* chunksOf(path) {
        const file = await (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path);
        try {
          const buffer = Buffer.allocUnsafeSlow(chunkBytes);
          for (; ; ) {
            const { bytesRead } = await file.read(buffer, 0, buffer.length);
            if (bytesRead === 0)
              return;
            yield buffer.subarray(0, bytesRead);
          }
        } finally {
          await file.close();
        }
      }
    })
  ),
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
  41886: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        BP: () => (
          /* binding */
          logLine
        ),
        /* harmony export */
        EO: () => (
          /* binding */
          plainMarkdown
        ),
        /* harmony export */
        TN: () => (
          /* binding */
          oneLine
        )
        /* harmony export */
      });
      function oneLine(text) {
        return text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]+/gu, " ").replaceAll("##[", "# #[").trim();
      }
      function logLine(text) {
        return `\u2502 ${oneLine(text)}`;
      }
      function plainMarkdown(text) {
        return oneLine(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll(/[[\]()*_~`#!@|\\]/g, (sign) => `&#${sign.charCodeAt(0)};`);
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
  11332: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        Bc: () => (
          /* binding */
          isDigest
        ),
        /* harmony export */
        Vq: () => (
          /* binding */
          sha256OfFile
        ),
        /* harmony export */
        ol: () => (
          /* binding */
          digestOf
        )
        /* harmony export */
      });
      var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
      var _files_chunks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47912);
      function isDigest(text) {
        return /^sha256:[0-9a-f]{64}$/.test(text);
      }
      function digestOf(bytes) {
        return `sha256:${(0, node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(bytes).digest("hex")}`;
      }
      async function sha256OfFile(path) {
        const hash = (0, node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256");
        for await (const chunk of (0, _files_chunks_js__WEBPACK_IMPORTED_MODULE_1__.U)(path))
          hash.update(chunk);
        return hash.digest("hex");
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
  )
};
export {
  id,
  ids,
  modules
};
