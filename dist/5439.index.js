const id = 5439;
const ids = [5439];
const modules = {
  /***/
  16408: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.r(__webpack_exports__);
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        compile: () => (
          /* binding */
          compile
        )
        /* harmony export */
      });
      var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
      var _shared_action_report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68565);
      var _shared_contract_input_reader_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89903);
      var _shared_json_json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(65977);
      var _contract_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69944);
      var _run_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(14640);
      const ofTheStep = /* @__PURE__ */ new Set(["working-directory", "dry-run", "record", "summary"]);
      const compile = async ({ given, step, linked }, context) => {
        const inputs = inputsOf(given, step, context.workspace);
        const report = new _shared_action_report_js__WEBPACK_IMPORTED_MODULE_1__.pl();
        const { promise: started, resolve: start } = Promise.withResolvers();
        const exec = (file, args, options) => context.exec(file, args, args[0] === "build" ? { ...options, onStart: start } : options);
        const work = async () => {
          try {
            await (0, _run_js__WEBPACK_IMPORTED_MODULE_4__.e)(inputs, { ...context, exec, report }, void 0, linked);
          } finally {
            start();
            context.report.annotations.push(...report.annotations);
            context.report.summaries.push(...report.summaries);
            Object.assign(context.report.sections, report.sections);
          }
          const paths = (0, _shared_json_json_js__WEBPACK_IMPORTED_MODULE_5__.CB)((0, _shared_json_json_js__WEBPACK_IMPORTED_MODULE_5__.Yz)(report.outputs.get("paths") ?? ""));
          return paths.map((path) => (0, node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(context.workspace, path));
        };
        return { started, binaries: work() };
      };
      function inputsOf(given, step, workspace) {
        const reader = new _shared_contract_input_reader_js__WEBPACK_IMPORTED_MODULE_2__.i((name) => given.get(name) ?? step.get(name) ?? "", workspace);
        const inputs = _contract_js__WEBPACK_IMPORTED_MODULE_3__.d.parse(reader);
        const known = new Set(reader.declared.map(({ name }) => name));
        for (const name of given.keys()) {
          if (ofTheStep.has(name))
            reader.refuse(`"${name}" is an input of the whole step, not of \`compile\``);
          else if (!known.has(name))
            reader.refuse(`go-static-build has no input "${name}" for \`compile\``);
        }
        reader.finish();
        return inputs;
      }
    })
  ),
  /***/
  68565: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        pl: () => (
          /* binding */
          Report
        ),
        /* harmony export */
        qw: () => (
          /* binding */
          shownAnnotations
        ),
        /* harmony export */
        yl: () => (
          /* binding */
          annotationFile
        )
        /* harmony export */
      });
      var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
      const annotationsShown = 10;
      class Report {
        outputs = /* @__PURE__ */ new Map();
        sections = {};
        annotations = [];
        summaries = [];
        failure;
        output(name, value) {
          this.outputs.set(name, String(value));
        }
        /** Adds an annotation; the first ones of a level are shown, so say the most important first. */
        annotate(annotation) {
          this.annotations.push(annotation);
        }
        /** Adds Markdown to the job summary. */
        summary(markdown) {
          this.summaries.push(markdown);
        }
        /** Sets this action's own part of the release record. */
        section(name, value) {
          this.sections[name] = value;
        }
        /**
         * Marks the step as failed without ending it, for a verdict that is a result and no accident. A second failure is
         * told behind the first and never in its place.
         */
        fail(message, fix) {
          const { failure } = this;
          this.failure = failure === void 0 ? { message, fix } : { message: `${failure.message}
Then: ${message}`, fix: `${failure.fix}
${fix}` };
        }
      }
      function shownAnnotations(all) {
        return ["error", "warning", "notice"].flatMap((level) => {
          const ofLevel = all.filter((annotation) => annotation.level === level);
          if (ofLevel.length <= annotationsShown)
            return ofLevel;
          const rest = ofLevel.length - (annotationsShown - 1);
          const more = {
            level,
            title: `${rest} more`,
            message: `${rest} more of this kind stand in the job summary.`
          };
          return [...ofLevel.slice(0, annotationsShown - 1), more];
        });
      }
      function annotationFile(file, workspace) {
        return file.startsWith("/") ? (0, node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(workspace, file) : file;
      }
    })
  ),
  /***/
  86777: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        j: () => (
          /* binding */
          commonInputs
        )
        /* harmony export */
      });
      var _types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56030);
      function commonInputs(read) {
        return {
          record: read.optional("record", (0, _types_js__WEBPACK_IMPORTED_MODULE_0__.Ae)(read.workspace)),
          summary: read.withDefault("summary", _types_js__WEBPACK_IMPORTED_MODULE_0__.Jt, "true")
        };
      }
    })
  ),
  /***/
  89903: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        i: () => (
          /* binding */
          InputReader
        ),
        /* harmony export */
        r: () => (
          /* binding */
          environmentInputs
        )
        /* harmony export */
      });
      var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30860);
      class InputReader {
        declared = [];
        workspace;
        problems = [];
        lookUp;
        constructor(lookUp, workspace) {
          this.lookUp = lookUp;
          this.workspace = workspace;
        }
        /** An input that must be there. */
        required(name, type) {
          this.declared.push({ name, type: type.name, required: true, default: void 0 });
          const raw = this.lookUp(name).trim();
          if (raw === "")
            this.problems.push(`input "${name}" is required: write \`${name}: \u2026\` (${type.name}) under \`with:\``);
          return raw === "" ? type.sample : this.parse(name, type, raw);
        }
        /** An input with the default that action.yml shows. */
        withDefault(name, type, fallback) {
          this.declared.push({ name, type: type.name, required: false, default: fallback });
          return this.parse(name, type, this.lookUp(name).trim() || fallback);
        }
        /** An input whose absence means something of its own. */
        optional(name, type) {
          this.declared.push({ name, type: type.name, required: false, default: void 0 });
          const raw = this.lookUp(name).trim();
          return raw === "" ? void 0 : this.parse(name, type, raw);
        }
        /**
         * Whether an input that was read is not what it would be unwritten. A default written out can't be told from one left
         * out: the runner hands over both alike.
         */
        given(name) {
          const declared = this.declared.find((input) => input.name === name);
          const raw = this.lookUp(name).trim();
          return raw !== "" && raw !== declared?.default;
        }
        /** Notes a problem between inputs, such as two that exclude each other. */
        refuse(problem) {
          this.problems.push(problem);
        }
        /** Throws one UserError that lists every problem found. */
        finish() {
          if (this.problems.length === 0)
            return;
          throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__.yo(this.problems.join("; "), {
            fix: "Correct the inputs under `with:` of this step; the README of the action lists what each one takes."
          });
        }
        parse(name, type, raw) {
          try {
            return type.parse(raw);
          } catch (error) {
            this.problems.push(type.hidden === true ? `input "${name}" is wrong (a secret, not shown), expected ${type.name}` : `input "${name}" is "${raw}", expected ${(0, _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__.bD)(error)}`);
            return type.sample;
          }
        }
      }
      function environmentInputs(env) {
        return (name) => env[`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`] ?? "";
      }
    })
  ),
  /***/
  56030: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        AS: () => (
          /* binding */
          pairs
        ),
        /* harmony export */
        Ae: () => (
          /* binding */
          path
        ),
        /* harmony export */
        Jt: () => (
          /* binding */
          flag
        ),
        /* harmony export */
        KN: () => (
          /* binding */
          percent
        ),
        /* harmony export */
        Lg: () => (
          /* binding */
          commaLines
        ),
        /* harmony export */
        Mn: () => (
          /* binding */
          lines
        ),
        /* harmony export */
        Qq: () => (
          /* binding */
          text
        ),
        /* harmony export */
        R: () => (
          /* binding */
          hidden
        ),
        /* harmony export */
        Yq: () => (
          /* binding */
          choice
        ),
        /* harmony export */
        ee: () => (
          /* binding */
          bytes
        ),
        /* harmony export */
        p0: () => (
          /* binding */
          duration
        )
        /* harmony export */
      });
      var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
      var _units_bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98527);
      var _units_duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39794);
      var _units_percent_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(56945);
      const text = { name: "text", sample: "", parse: (raw) => raw };
      const flag = {
        name: "true or false",
        sample: false,
        parse: (raw) => {
          if (raw === "true")
            return true;
          if (raw === "false")
            return false;
          throw new Error("true or false");
        }
      };
      const duration = { name: "duration", sample: 0, parse: _units_duration_js__WEBPACK_IMPORTED_MODULE_2__.E };
      const bytes = { name: "size", sample: 0, parse: _units_bytes_js__WEBPACK_IMPORTED_MODULE_1__.C };
      const percent = { name: "percentage", sample: 0, parse: _units_percent_js__WEBPACK_IMPORTED_MODULE_3__.E };
      function integer(min, max) {
        return {
          name: "whole number",
          sample: min,
          parse: (raw) => {
            const value = /^\d+$/.test(raw) ? Number(raw) : Number.NaN;
            if (!(value >= min && value <= max))
              throw new Error(`a whole number from ${min} to ${max}`);
            return value;
          }
        };
      }
      function choice(...words) {
        return {
          name: words.map((word) => `\`${word}\``).join(", "),
          sample: words[0],
          parse: (raw) => {
            const found = words.find((word) => word === raw);
            if (found === void 0)
              throw new Error(`one of ${words.join(", ")}`);
            return found;
          }
        };
      }
      function lines(item) {
        return {
          name: `list of ${item.name}, one per line`,
          sample: [],
          parse: (raw) => split(raw, /\r?\n/).map((entry) => item.parse(entry))
        };
      }
      function commaLines(item) {
        return {
          name: `list of ${item.name}, by line or comma`,
          sample: [],
          parse: (raw) => split(raw, /\r?\n|,/).map((entry) => item.parse(entry))
        };
      }
      const pairs = {
        name: "list of key=value, one per line",
        sample: /* @__PURE__ */ new Map(),
        parse: (raw) => {
          const found = /* @__PURE__ */ new Map();
          for (const entry of split(raw, /\r?\n/)) {
            const at = entry.indexOf("=");
            if (at < 1)
              throw new Error(`key=value on every line, not "${entry}"`);
            const key = entry.slice(0, at).trim();
            if (found.has(key))
              throw new Error(`every key once, "${key}" stands twice`);
            found.set(key, entry.slice(at + 1).trim());
          }
          return found;
        }
      };
      function hidden(type) {
        return { ...type, hidden: true };
      }
      function path(workspace) {
        return {
          name: "path",
          sample: workspace,
          parse: (raw) => (0, node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(raw) ? raw : (0, node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(workspace, raw)
        };
      }
      function split(raw, separator) {
        return raw.split(separator).map((entry) => entry.trim()).filter((entry) => entry !== "" && !entry.startsWith("#"));
      }
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
  7287: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        L: () => (
          /* binding */
          onPath
        ),
        /* harmony export */
        m: () => (
          /* binding */
          exec
        )
        /* harmony export */
      });
      var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
      var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30860);
      const exec = async (file, args, options = {}) => {
        const [{ getExecOutput }, found] = await Promise.all([__webpack_require__.e(
          /* import() */
          1955
        ).then(__webpack_require__.bind(__webpack_require__, 41955)), onPath(file)]);
        if (found === void 0) {
          throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__.yo(`the program "${file}" was not found on PATH`, {
            fix: `Install ${file} in an earlier step of the job, or name its path where the action has an input for it.`
          });
        }
        const { onLine: lines, onStart: started } = options;
        const listeners = {
          ...lines === void 0 ? {} : { stdline: lines, errline: lines },
          ...started === void 0 ? {} : { debug: startOf(options.cwd, started) }
        };
        const { exitCode, stdout, stderr } = await getExecOutput(quoted(found), [...args], {
          silent: true,
          ignoreReturnCode: true,
          ...options.cwd === void 0 ? {} : { cwd: options.cwd },
          ...options.env === void 0 ? {} : { env: { ...options.env } },
          ...options.stdin === void 0 ? {} : { input: Buffer.from(options.stdin) },
          listeners
        });
        return { code: exitCode, stdout, stderr };
      };
      function startOf(cwd = ".", started) {
        return (message) => {
          if (message.startsWith("exec tool: "))
            (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(cwd).catch(() => void 0).finally(() => setImmediate(started));
        };
      }
      async function onPath(program) {
        const { which } = await __webpack_require__.e(
          /* import() */
          8701
        ).then(__webpack_require__.bind(__webpack_require__, 88701));
        return await which(program, false) || void 0;
      }
      function quoted(file) {
        return file.includes(" ") ? `"${file}"` : file;
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
  ),
  /***/
  39794: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        E: () => (
          /* binding */
          parseDuration
        ),
        /* harmony export */
        a: () => (
          /* binding */
          formatDuration
        )
        /* harmony export */
      });
      const unitMs = { ms: 1, s: 1e3, m: 6e4, h: 36e5 };
      function parseDuration(text) {
        const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)];
        const whole = parts.map((part) => part[0]).join("");
        if (text === "0")
          return 0;
        if (parts.length === 0 || whole !== text)
          throw new Error("a duration such as 45s, 5m or 1h30m");
        return parts.reduce((sum, part) => sum + Number(part[1]) * (unitMs[part[2] ?? ""] ?? 0), 0);
      }
      function formatDuration(ms) {
        const seconds = ms / 1e3;
        if (seconds < 9.95)
          return `${seconds.toFixed(1)}s`;
        const whole = Math.round(seconds);
        if (whole < 60)
          return `${whole}s`;
        const pad = (n) => String(n).padStart(2, "0");
        if (whole < 3600)
          return `${Math.floor(whole / 60)}m${pad(whole % 60)}s`;
        return `${Math.floor(whole / 3600)}h${pad(Math.floor(whole % 3600 / 60))}m`;
      }
    })
  ),
  /***/
  56945: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        E: () => (
          /* binding */
          parsePercent
        ),
        /* harmony export */
        l: () => (
          /* binding */
          formatPercent
        )
        /* harmony export */
      });
      function parsePercent(text) {
        const match = /^(\d+(?:\.\d+)?)\s*%?$/.exec(text);
        const value = match === null ? Number.NaN : Number(match[1]);
        if (!(value >= 0 && value <= 100))
          throw new Error("a percentage from 0 to 100, such as 0.5%");
        return value;
      }
      function formatPercent(points, digits = 2) {
        return `${Number(points.toFixed(digits))} %`;
      }
    })
  )
};
export {
  id,
  ids,
  modules
};
