const id = 8317;
const ids = [8317];
const modules = {
  /***/
  38110: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.r(__webpack_exports__);
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        start: () => (
          /* binding */
          start
        )
        /* harmony export */
      });
      var _shared_go_cache_post_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22966);
      const start = () => (0, _shared_go_cache_post_js__WEBPACK_IMPORTED_MODULE_0__.b)();
    })
  ),
  /***/
  30860: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        $N: () => (
          /* binding */
          codeOf
        ),
        /* harmony export */
        bD: () => (
          /* binding */
          messageOf
        ),
        /* harmony export */
        yo: () => (
          /* binding */
          UserError
        )
        /* harmony export */
      });
      class UserError extends Error {
        fix;
        place;
        constructor(message, options) {
          super(message, options.cause === void 0 ? void 0 : { cause: options.cause });
          this.name = "UserError";
          this.fix = options.fix;
          this.place = options.place;
        }
      }
      function messageOf(thrown) {
        return thrown instanceof Error ? thrown.message : String(thrown);
      }
      function codeOf(thrown) {
        if (typeof thrown !== "object" || thrown === null || !("code" in thrown))
          return void 0;
        return typeof thrown.code === "string" ? thrown.code : void 0;
      }
    })
  ),
  /***/
  83926: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        A: () => (
          /* binding */
          inEvent
        ),
        /* harmony export */
        j: () => (
          /* binding */
          readEvent
        )
        /* harmony export */
      });
      var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
      var _json_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65977);
      async function readEvent(env) {
        const path = env["GITHUB_EVENT_PATH"];
        if (path === void 0 || path === "")
          return void 0;
        return (0, _json_json_js__WEBPACK_IMPORTED_MODULE_1__.Yz)(await (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, "utf8").catch(() => ""));
      }
      function inEvent(event, ...keys) {
        return keys.reduce(_json_json_js__WEBPACK_IMPORTED_MODULE_1__.ZZ, event);
      }
    })
  ),
  /***/
  22966: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        b: () => (
          /* binding */
          saveAtTheEnd
        )
        /* harmony export */
      });
      var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
      var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30860);
      var _cache_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7325);
      async function saveAtTheEnd() {
        const write = (line) => {
          process.stdout.write(`${line}
`);
        };
        try {
          await (0, _cache_js__WEBPACK_IMPORTED_MODULE_2__.y)(process.env["RUNNER_TEMP"] ?? (0, node_os__WEBPACK_IMPORTED_MODULE_0__.tmpdir)(), process.env, write);
        } catch (error) {
          write(`::warning::The Go cache could not be saved: ${(0, _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__.bD)(error).replaceAll("\n", " ")}`);
        }
      }
    })
  ),
  /***/
  65977: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        CB: () => (
          /* binding */
          textsOf
        ),
        /* harmony export */
        Xy: () => (
          /* binding */
          objectOf
        ),
        /* harmony export */
        Yz: () => (
          /* binding */
          parsed
        ),
        /* harmony export */
        ZZ: () => (
          /* binding */
          field
        ),
        /* harmony export */
        b6: () => (
          /* binding */
          textOf
        ),
        /* harmony export */
        c3: () => (
          /* binding */
          listOf
        ),
        /* harmony export */
        cZ: () => (
          /* binding */
          numbersOf
        ),
        /* harmony export */
        fq: () => (
          /* binding */
          pairsOf
        ),
        /* harmony export */
        rl: () => (
          /* binding */
          numberOf
        )
        /* harmony export */
      });
      function field(value, key) {
        if (typeof value !== "object" || value === null || !Object.hasOwn(value, key))
          return void 0;
        return Reflect.get(value, key);
      }
      function textOf(value) {
        return typeof value === "string" ? value : void 0;
      }
      function numberOf(value) {
        return typeof value === "number" ? value : void 0;
      }
      function listOf(value) {
        return Array.isArray(value) ? value : [];
      }
      function textsOf(value) {
        return listOf(value).filter((item) => typeof item === "string");
      }
      function pairsOf(value) {
        if (typeof value !== "object" || value === null)
          return {};
        return Object.fromEntries(Object.entries(value).filter((pair) => typeof pair[1] === "string"));
      }
      function parsed(text) {
        try {
          return JSON.parse(text);
        } catch {
          return void 0;
        }
      }
      function objectOf(value) {
        return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : {};
      }
      function numbersOf(value) {
        if (typeof value !== "object" || value === null)
          return {};
        return Object.fromEntries(Object.entries(value).filter((pair) => typeof pair[1] === "number"));
      }
    })
  ),
  /***/
  98527: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        C: () => (
          /* binding */
          parseBytes
        ),
        /* harmony export */
        z: () => (
          /* binding */
          formatBytes
        )
        /* harmony export */
      });
      function formatBytes(bytes) {
        if (bytes < 1e3)
          return `${bytes} B`;
        const units = ["kB", "MB", "GB", "TB"];
        let value = bytes / 1e3;
        let unit = 0;
        while (value >= 999.95 && unit < units.length - 1) {
          value /= 1e3;
          unit += 1;
        }
        return `${value.toFixed(1)} ${units[unit]}`;
      }
      const factors = {
        B: 1,
        kB: 1e3,
        MB: 1e6,
        GB: 1e9,
        KiB: 2 ** 10,
        MiB: 2 ** 20,
        GiB: 2 ** 30
      };
      function parseBytes(text) {
        const [, amount, unit = ""] = /^(\d+(?:\.\d+)?)\s*(B|kB|MB|GB|KiB|MiB|GiB)$/.exec(text) ?? [];
        const factor = factors[unit];
        if (amount === void 0 || factor === void 0)
          throw new Error("a size such as 500MB, 2GB or 1.5GiB");
        return Math.round(Number(amount) * factor);
      }
    })
  )
};
export {
  id,
  ids,
  modules
};
