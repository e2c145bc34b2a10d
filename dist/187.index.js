const id = 187;
const ids = [187];
const modules = {
  /***/
  18187: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        d: () => (
          /* binding */
          contract
        )
        /* harmony export */
      });
      var _shared_contract_contract_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86777);
      var _shared_contract_types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56030);
      var _shared_errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30860);
      var _judge_settings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5796);
      var _metrics_own_queries_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2182);
      var _plan_steps_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(73950);
      var _route_types_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(75642);
      var _state_decide_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(64419);
      function setting(name, kind) {
        return {
          name: kind,
          sample: "",
          parse: (raw) => {
            try {
              (0, _judge_settings_js__WEBPACK_IMPORTED_MODULE_3__.P$)({ [name]: raw });
            } catch (error) {
              throw new Error((0, _shared_errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__.bD)(error).replace(/^.* is not /, ""));
            }
            return raw;
          }
        };
      }
      const routeInput = {
        name: "KIND/NAME",
        sample: { kind: "VirtualService", name: "sample" },
        parse: (raw) => {
          const route = (0, _route_types_js__WEBPACK_IMPORTED_MODULE_7__.parseRoute)(raw);
          if (route !== void 0)
            return route;
          throw new Error(`KIND/NAME with a kind out of ${_route_types_js__WEBPACK_IMPORTED_MODULE_7__.routeKinds.join(", ")}`);
        }
      };
      const nameAndValue = {
        name: "NAME=VALUE",
        sample: { name: "x", value: "y" },
        parse: (raw) => {
          const [, name, value] = /^([\w-]+)=(\S+)$/.exec(raw) ?? [];
          if (name === void 0 || value === void 0)
            throw new Error("NAME=VALUE, such as `x-canary=always`");
          return { name, value };
        }
      };
      function testersFrom(read) {
        const header = read.optional("canary-by-header", nameAndValue);
        const cookie = read.optional("canary-by-cookie", nameAndValue);
        if (header === void 0 && cookie === void 0)
          return void 0;
        return { ...header === void 0 ? {} : { header }, ...cookie === void 0 ? {} : { cookie } };
      }
      function judgeSettings(read) {
        const given = (name, kind, fallback) => [
          name,
          read.withDefault(name, setting(name, kind), fallback)
        ];
        const limit = (name, kind) => [
          name,
          read.optional(name, setting(name, kind)) ?? ""
        ];
        return Object.fromEntries([
          given("warm-up", "duration", "0s"),
          given("max-error-increase", "percentage", "0.2%"),
          given("max-latency-increase", "percentage", "10%"),
          given("latency-floor", "duration", "3ms"),
          given("max-saturation-increase", "percentage", "100%"),
          given("false-rollback-probability", "percentage", "1%"),
          given("promotion-confidence", "percentage", "95%"),
          given("min-requests", "whole number", "50"),
          given("min-step-duration", "duration", "30s"),
          limit("max-error-rate", "percentage"),
          limit("max-latency-p99", "duration")
        ]);
      }
      function clusterInputs(read) {
        return {
          manifests: read.optional("manifests", (0, _shared_contract_types_js__WEBPACK_IMPORTED_MODULE_1__.Mn)(_shared_contract_types_js__WEBPACK_IMPORTED_MODULE_1__.Qq)) ?? [],
          images: read.optional("images", _shared_contract_types_js__WEBPACK_IMPORTED_MODULE_1__.AS) ?? /* @__PURE__ */ new Map(),
          namespace: read.optional("namespace", _shared_contract_types_js__WEBPACK_IMPORTED_MODULE_1__.Qq),
          kubeconfig: read.optional("kubeconfig", (0, _shared_contract_types_js__WEBPACK_IMPORTED_MODULE_1__.Ae)(read.workspace)),
          context: read.optional("context", _shared_contract_types_js__WEBPACK_IMPORTED_MODULE_1__.Qq),
          kubectl: read.optional("kubectl", _shared_contract_types_js__WEBPACK_IMPORTED_MODULE_1__.Qq),
          environment: read.withDefault("environment", _shared_contract_types_js__WEBPACK_IMPORTED_MODULE_1__.Qq, "production"),
          workload: read.optional("workload", _shared_contract_types_js__WEBPACK_IMPORTED_MODULE_1__.Qq),
          route: read.optional("route", routeInput)
        };
      }
      function metricsInputs(read) {
        return {
          prometheus: read.optional("prometheus", _shared_contract_types_js__WEBPACK_IMPORTED_MODULE_1__.Qq),
          prometheusToken: read.optional("prometheus-token", _shared_contract_types_js__WEBPACK_IMPORTED_MODULE_1__.Qq),
          prometheusHeader: read.optional("prometheus-header", _shared_contract_types_js__WEBPACK_IMPORTED_MODULE_1__.Qq),
          metrics: read.withDefault("metrics", (0, _shared_contract_types_js__WEBPACK_IMPORTED_MODULE_1__.Yq)("auto", "istio", "envoy", "http"), "auto"),
          queries: read.optional("queries", _metrics_own_queries_js__WEBPACK_IMPORTED_MODULE_4__.L5),
          interval: read.withDefault("interval", _shared_contract_types_js__WEBPACK_IMPORTED_MODULE_1__.p0, "5s")
        };
      }
      function parse(read) {
        const inputs = {
          mode: read.withDefault("mode", (0, _shared_contract_types_js__WEBPACK_IMPORTED_MODULE_1__.Yq)(..._state_decide_js__WEBPACK_IMPORTED_MODULE_6__.n), "run"),
          ...clusterInputs(read),
          ...metricsInputs(read),
          steps: read.withDefault("steps", _plan_steps_js__WEBPACK_IMPORTED_MODULE_5__.zI, "5, 25, 50, 100"),
          stepTimeout: read.withDefault("step-timeout", _shared_contract_types_js__WEBPACK_IMPORTED_MODULE_1__.p0, "10m"),
          maxRuntime: read.withDefault("max-runtime", _shared_contract_types_js__WEBPACK_IMPORTED_MODULE_1__.p0, "2h"),
          watchdogImage: read.optional("watchdog-image", _shared_contract_types_js__WEBPACK_IMPORTED_MODULE_1__.Qq),
          watchdogServiceAccount: read.withDefault("watchdog-service-account", _shared_contract_types_js__WEBPACK_IMPORTED_MODULE_1__.Qq, "default"),
          testers: testersFrom(read),
          onMaxRuntime: read.withDefault("on-max-runtime", (0, _shared_contract_types_js__WEBPACK_IMPORTED_MODULE_1__.Yq)("not-enough-evidence", "hold"), "not-enough-evidence"),
          onNewerCommit: read.withDefault("on-newer-commit", (0, _shared_contract_types_js__WEBPACK_IMPORTED_MODULE_1__.Yq)("queue", "replace"), "queue"),
          onNotEnoughEvidence: read.withDefault("on-not-enough-evidence", (0, _shared_contract_types_js__WEBPACK_IMPORTED_MODULE_1__.Yq)("rollback", "hold", "promote"), "rollback"),
          judge: judgeSettings(read),
          timeout: read.withDefault("timeout", _shared_contract_types_js__WEBPACK_IMPORTED_MODULE_1__.p0, "5m"),
          settle: read.withDefault("settle", _shared_contract_types_js__WEBPACK_IMPORTED_MODULE_1__.p0, "5s"),
          drain: read.withDefault("drain", _shared_contract_types_js__WEBPACK_IMPORTED_MODULE_1__.p0, "10s"),
          allowOlder: read.withDefault("allow-older", _shared_contract_types_js__WEBPACK_IMPORTED_MODULE_1__.Jt, "false"),
          dryRun: read.withDefault("dry-run", _shared_contract_types_js__WEBPACK_IMPORTED_MODULE_1__.Jt, "false"),
          ...(0, _shared_contract_contract_js__WEBPACK_IMPORTED_MODULE_0__.j)(read)
        };
        refuseGaps(read, inputs);
        return inputs;
      }
      function refuseGaps(read, inputs) {
        if (inputs.testers === void 0 && inputs.steps.some(_plan_steps_js__WEBPACK_IMPORTED_MODULE_5__.mg)) {
          read.refuse("a step of 0 % is for testers: say who they are with `canary-by-header: \u2026` or `canary-by-cookie: \u2026`");
        }
        const forward = inputs.mode === "run" || inputs.mode === "resume" || inputs.mode === "promote";
        if (forward && inputs.manifests.length === 0) {
          read.refuse(`mode ${inputs.mode} needs manifests: write \`manifests: \u2026\` (files, folders or globs)`);
        }
        const named = inputs.route !== void 0 || inputs.workload !== void 0 || inputs.manifests.length > 0;
        if (inputs.mode === "abort" && !named) {
          read.refuse("mode abort needs `route: KIND/NAME`, `workload: \u2026` or `manifests: \u2026` to know which canary to end");
        }
        if ((inputs.mode === "run" || inputs.mode === "resume") && inputs.prometheus === void 0) {
          read.refuse('input "prometheus" is required to judge a canary: write its URL under `with:`');
        }
        if (inputs.prometheus !== void 0 && !/^https?:\/\/[^\s/]/.test(inputs.prometheus)) {
          read.refuse(`input "prometheus" is "${inputs.prometheus}", expected a URL such as http://prometheus.monitoring:9090`);
        }
        if (inputs.prometheus !== void 0 && /^https?:\/\/[^/]*@/.test(inputs.prometheus)) {
          read.refuse('input "prometheus" holds credentials, which would stand in logs: give them as `prometheus-token` or `prometheus-header`');
        }
        if (inputs.prometheusHeader !== void 0 && !/^[\w-]+:\s*\S/.test(inputs.prometheusHeader)) {
          read.refuse('input "prometheus-header" is not of the form `Name: value`');
        }
        if (inputs.interval < 1e3)
          read.refuse('input "interval" is shorter than a second');
      }
      const contract = {
        name: "canary-promote",
        parse,
        outputs: ["verdict", "reason", "weight", "phase", "evidence", "report", "digest"]
      };
    })
  ),
  /***/
  57551: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        mK: () => (
          /* binding */
          includes
        )
        /* harmony export */
      });
      function includes(whole, part) {
        return Object.entries(part).every(([key, value]) => whole[key] === value);
      }
    })
  ),
  /***/
  5796: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        P$: () => (
          /* binding */
          parseSettings
        )
        /* harmony export */
      });
      var _shared_units_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39794);
      const defaultSettings = {
        warmUp: 0,
        maxErrorIncrease: 2e-3,
        maxLatencyIncrease: 0.1,
        latencyFloor: 3e-3,
        maxSaturationIncrease: 1,
        falseRollbackProbability: 0.01,
        promotionConfidence: 0.95,
        minRequests: 50,
        minStepDuration: 30,
        steps: []
      };
      function seconds(text) {
        try {
          return (0, _shared_units_duration_js__WEBPACK_IMPORTED_MODULE_0__.E)(text) / 1e3;
        } catch {
          return void 0;
        }
      }
      function share(text, low, high) {
        const match = /^(\d+(?:\.\d+)?)\s*%?$/.exec(text);
        const value = match ? Number(match[1]) / 100 : Number.NaN;
        return value >= low && value <= high ? value : void 0;
      }
      const duration = { form: "a duration such as 45s, 1m30s or 500ms", parse: seconds };
      const points = {
        form: "a percentage from 0 to 100, such as 0.5%",
        parse: (text) => share(text, 0, 1)
      };
      const probability = {
        form: "a percentage above 0 and below 100, such as 1%",
        parse: (text) => share(text, 1e-6, 1 - 1e-6)
      };
      const increase = {
        form: "a percentage such as 10%",
        parse: (text) => share(text, 0, 1e3)
      };
      const count = {
        form: "a whole number such as 100",
        parse: (text) => /^\d{1,12}$/.test(text) ? Number(text) : void 0
      };
      const inputs = {
        "warm-up": ["warmUp", duration],
        "max-error-increase": ["maxErrorIncrease", points],
        "max-latency-increase": ["maxLatencyIncrease", increase],
        "latency-floor": ["latencyFloor", duration],
        "max-saturation-increase": ["maxSaturationIncrease", increase],
        "false-rollback-probability": ["falseRollbackProbability", probability],
        "promotion-confidence": ["promotionConfidence", probability],
        "min-requests": ["minRequests", count],
        "min-step-duration": ["minStepDuration", duration],
        "max-error-rate": ["maxErrorRate", points],
        "max-latency-p99": ["maxLatencyP99", duration]
      };
      const settingNames = [...Object.keys(inputs), "steps"];
      function parseSteps(text) {
        const weights = text.split(/[\s,]+/).filter((part) => part !== "").map((part) => /^\d+(\.\d+)?%?$/.test(part) ? Number.parseFloat(part) : Number.NaN);
        const rising = weights.every((weight, i) => weight > (weights[i - 1] ?? 0) && weight <= 100);
        return rising && weights.length > 0 ? weights : void 0;
      }
      function parseSettings(raw) {
        const settings = { ...defaultSettings };
        for (const [name, value] of Object.entries(raw)) {
          const text = value.trim();
          const input = Object.hasOwn(inputs, name) ? inputs[name] : void 0;
          if (input === void 0 && name !== "steps") {
            throw new Error(`unknown setting "${name}" (value "${text}"): allowed are ${settingNames.join(", ")}`);
          }
          if (text === "")
            continue;
          if (input === void 0)
            settings.steps = demand(name, text, "rising weights such as 5, 25, 50, 100", parseSteps);
          else
            settings[input[0]] = demand(name, text, input[1].form, input[1].parse);
        }
        return settings;
      }
      function demand(name, text, form, parse) {
        const value = parse(text);
        if (value === void 0)
          throw new Error(`${name}: "${text}" is not ${form}`);
        return value;
      }
    })
  ),
  /***/
  2182: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        L$: () => (
          /* binding */
          resolved
        ),
        /* harmony export */
        L5: () => (
          /* binding */
          ownQueries
        ),
        /* harmony export */
        jU: () => (
          /* binding */
          readOwn
        )
        /* harmony export */
      });
      var _shared_contract_types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56030);
      const ownQueries = {
        name: "list of NAME=PROMQL, one per line",
        sample: void 0,
        parse: (raw) => {
          const queries = _shared_contract_types_js__WEBPACK_IMPORTED_MODULE_0__.AS.parse(raw);
          if (!queries.has("requests") || !queries.has("failures")) {
            throw new Error("a line `requests=\u2026` and a line `failures=\u2026`, both cumulative counters");
          }
          const fixed = [...queries].find(([, query]) => !/\$(track|workload)\b/.test(query));
          if (fixed !== void 0) {
            throw new Error(`$track (stable or canary) or $workload (its Deployment) in every query, which "${fixed[0]}" lacks`);
          }
          return queries;
        }
      };
      function resolved(query, subject, track) {
        const values = {
          track,
          workload: track === "canary" ? subject.canary : subject.workload,
          namespace: subject.namespace,
          service: subject.service
        };
        return query.replaceAll(/\$(track|workload|namespace|service)\b/g, (whole, name) => values[name] ?? whole);
      }
      function readOwn(name, track, labels) {
        const source = labels["pod"] ?? labels["instance"] ?? "all";
        if (name === "requests")
          return { track, source, kind: "requests", failed: false };
        if (name === "failures")
          return { track, source, kind: "failures" };
        if (name === "latency")
          return { track, source, kind: "latency", le: labels["le"] ?? "+Inf" };
        return { track, source, kind: "gauge", name };
      }
    })
  ),
  /***/
  27993: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        CZ: () => (
          /* binding */
          ofKind
        ),
        /* harmony export */
        I: () => (
          /* binding */
          kindOf
        ),
        /* harmony export */
        KE: () => (
          /* binding */
          listed
        ),
        /* harmony export */
        S4: () => (
          /* binding */
          selectWorkload
        ),
        /* harmony export */
        Uq: () => (
          /* binding */
          shortImage
        ),
        /* harmony export */
        Vb: () => (
          /* binding */
          nameOf
        ),
        /* harmony export */
        dT: () => (
          /* binding */
          imageOf
        ),
        /* harmony export */
        oP: () => (
          /* binding */
          selectService
        ),
        /* harmony export */
        ol: () => (
          /* binding */
          digestOf
        )
        /* harmony export */
      });
      var _shared_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30860);
      var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49256);
      var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57551);
      const nameOf = (object) => (0, _json_js__WEBPACK_IMPORTED_MODULE_1__.$6)(object, "metadata", "name");
      const kindOf = (object) => (0, _json_js__WEBPACK_IMPORTED_MODULE_1__.$6)(object, "kind");
      function ofKind(objects, kind) {
        return objects.filter((object) => kindOf(object) === kind);
      }
      const listed = (objects) => objects.map(nameOf).join(", ") || "none";
      function selectWorkload(objects, wanted) {
        const all = ofKind(objects, "Deployment");
        const fitting = wanted === void 0 ? all : all.filter((object) => nameOf(object) === wanted);
        const [found, ...more] = fitting;
        if (found !== void 0 && more.length === 0)
          return found;
        throw new _shared_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__.yo(wanted === void 0 ? `the manifests have ${all.length} Deployments (${listed(all)}), and it must be clear which one the canary is of` : `the manifests have no Deployment ${wanted} (they have: ${listed(all)})`, { fix: "Name it with `workload: \u2026`, as it is called in `metadata.name`." });
      }
      function selectService(candidates, workload) {
        const pod = (0, _json_js__WEBPACK_IMPORTED_MODULE_1__.i1)(workload, "spec", "template", "metadata", "labels");
        const found = candidates.filter((service) => {
          const selector = (0, _json_js__WEBPACK_IMPORTED_MODULE_1__.i1)(service, "spec", "selector");
          return Object.keys(selector).length > 0 && (0, _json_js__WEBPACK_IMPORTED_MODULE_2__.mK)(pod, selector);
        });
        const [first, second] = found;
        if (first !== void 0 && second === void 0)
          return first;
        const what = `Deployment ${nameOf(workload)}`;
        if (first === void 0) {
          throw new _shared_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__.yo(`no Service selects the pods of ${what}, so no route can lead to them`, {
            fix: "Add a Service whose selector is part of the labels of the pod template."
          });
        }
        return first;
      }
      function imageOf(workload) {
        return (0, _json_js__WEBPACK_IMPORTED_MODULE_1__.$6)((0, _json_js__WEBPACK_IMPORTED_MODULE_1__.gT)(workload, "spec", "template", "spec", "containers")[0], "image");
      }
      function digestOf(image) {
        return /@(sha256:[0-9a-f]{64})$/.exec(image)?.[1] ?? "";
      }
      function shortImage(image) {
        return image.replace(/@sha256:([0-9a-f]{12})[0-9a-f]{52}$/, "@$1");
      }
    })
  ),
  /***/
  73950: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        M9: () => (
          /* binding */
          loadOf
        ),
        /* harmony export */
        mg: () => (
          /* binding */
          isForTesters
        ),
        /* harmony export */
        uw: () => (
          /* binding */
          stepText
        ),
        /* harmony export */
        zI: () => (
          /* binding */
          stepList
        )
        /* harmony export */
      });
      var _shared_units_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39794);
      const expected = "whole percentages that rise, such as `5, 25, 50, 100`, one at least below 100; after any of them `pause 10m` or `approve`";
      const stepList = {
        name: "list of percentages, rising, with `pause` and `approve` between",
        sample: [{ weight: 5 }],
        parse: (raw) => {
          const words = raw.match(/(pause|mirror)\s+[^\s,]+|[^\s,]+/g) ?? [];
          const steps = words.reduce((found, word) => withWord(found, word), []);
          const rising = steps.every(({ weight }, i) => weight === 0 || i === 0 || weight > (steps[i - 1]?.weight ?? 0));
          const zeros = steps.findLastIndex(({ weight }) => weight === 0);
          const below = steps.filter(({ weight }) => weight < 100);
          if (!rising || !below.some(({ weight }) => weight > 0))
            throw new Error(expected);
          if (steps.slice(0, zeros + 1).some(({ weight }) => weight > 0))
            throw new Error(expected);
          if (below.some((step) => isForTesters(step) && (step.pause ?? step.approve) === void 0)) {
            throw new Error("`pause \u2026` or `approve` after `0`, at which only testers reach the canary");
          }
          if (steps.some(({ weight, pause, approve }) => weight === 100 && (pause ?? approve) !== void 0)) {
            throw new Error("nothing after `100`, which is the promotion");
          }
          return below;
        }
      };
      function isForTesters({ weight, mirror }) {
        return weight === 0 && mirror === void 0;
      }
      function loadOf({ weight, mirror = 0 }) {
        return Math.max(weight, mirror);
      }
      function withWord(steps, word) {
        const [kind = "", value = ""] = word.split(/\s+/);
        if (/^\d{1,3}%?$/.test(word))
          return [...steps, { weight: percentOf(word) }];
        if (kind === "mirror")
          return [...steps, { weight: 0, mirror: percentOf(value) }];
        const before = steps.at(-1);
        if (before === void 0)
          throw new Error(expected);
        const rest = steps.slice(0, -1);
        if (kind === "pause" && value !== "")
          return [...rest, { ...before, pause: (0, _shared_units_duration_js__WEBPACK_IMPORTED_MODULE_0__.E)(value) }];
        if (kind === "approve")
          return [...rest, { ...before, approve: true }];
        throw new Error(expected);
      }
      function percentOf(text) {
        const percent = /^\d{1,3}%?$/.test(text) ? Number.parseInt(text, 10) : Number.NaN;
        if (!(percent <= 100))
          throw new Error(expected);
        return percent;
      }
      function stepText({ weight, mirror, pause, approve }) {
        return [
          mirror === void 0 ? String(weight) : `mirror ${mirror}`,
          ...pause === void 0 ? [] : [`pause ${Math.round(pause / 1e3)}s`],
          ...approve === void 0 ? [] : ["approve"]
        ].join(", ");
      }
    })
  ),
  /***/
  75642: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.r(__webpack_exports__);
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        parseRoute: () => (
          /* binding */
          parseRoute
        ),
        /* harmony export */
        routeId: () => (
          /* binding */
          routeId
        ),
        /* harmony export */
        routeKinds: () => (
          /* binding */
          routeKinds
        ),
        /* harmony export */
        told: () => (
          /* binding */
          told
        )
        /* harmony export */
      });
      const routeKinds = [
        "VirtualService",
        "HTTPRoute",
        "TraefikService",
        "IngressRoute",
        "Ingress",
        "Deployment"
      ];
      const told = ({ kind, name }) => `${kind} ${name}`;
      const routeId = ({ kind, name }) => `${kind}/${name}`;
      function parseRoute(text) {
        const [first = "", ...rest] = text.split("/");
        if (rest.length === 0)
          return { kind: "VirtualService", name: first };
        const kind = routeKinds.find((name2) => name2.toLowerCase() === first.toLowerCase());
        const name = rest.join("/");
        return kind === void 0 || name === "" || name.includes("/") ? void 0 : { kind, name };
      }
    })
  ),
  /***/
  64419: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        L: () => (
          /* binding */
          decide
        ),
        /* harmony export */
        n: () => (
          /* binding */
          modes
        )
        /* harmony export */
      });
      var _plan_select_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27993);
      var _state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88106);
      const modes = ["run", "abort", "status", "resume", "promote", "reap"];
      function decide(mode, finding) {
        const { state, liveness, job } = finding;
        if (state === void 0)
          return withoutCanary(mode, finding);
        if (liveness === "live" && state.job !== job)
          return busy(mode, state);
        if (mode === "run")
          return onRun(state, finding);
        if (mode === "resume" || mode === "promote")
          return onGoOn(mode, state, finding);
        return onEnd(mode, state, finding);
      }
      function withoutCanary(mode, { liveness }) {
        if (mode === "resume" || mode === "promote") {
          return {
            do: "refuse",
            reason: `there is no canary under way to ${mode}`,
            fix: "Start one with `mode: run`."
          };
        }
        if (mode !== "run")
          return { do: "nothing", reason: "no canary is under way" };
        if (liveness === "live")
          return { do: "refuse", reason: "another run is just starting on this route", fix: waitFor, busy: true };
        return { do: "start" };
      }
      const waitFor = "Wait for it, or cancel it: its post step gives all traffic back. `concurrency:` in the workflow keeps runs apart.";
      function busy(mode, state) {
        const reason = `another run (${state.job}) is at work on this route: ${state.phase}, ${state.weight} % on the canary`;
        if (mode === "reap" || mode === "post" || mode === "status")
          return { do: "nothing", reason };
        return { do: "refuse", reason, fix: waitFor, busy: true };
      }
      function onRun(state, { release, now }) {
        if (release === state.release && (0, _state_js__WEBPACK_IMPORTED_MODULE_1__.vr)(state, now)) {
          return { do: "nothing", reason: `held at ${state.weight} %: ${state.reason}` };
        }
        if (release === state.release && !["undoing", "restoring"].includes(state.phase)) {
          return {
            do: "forward",
            unjudged: false,
            reason: `a run of this release ended while it was ${state.phase}`
          };
        }
        return {
          do: "back",
          next: "start",
          reason: `the canary of ${(0, _plan_select_js__WEBPACK_IMPORTED_MODULE_0__.Uq)(state.image)} was left ${state.phase} at ${state.weight} %`
        };
      }
      function onGoOn(mode, state, { release }) {
        if (release !== state.release) {
          return {
            do: "refuse",
            reason: `the canary under way is of another release (${(0, _plan_select_js__WEBPACK_IMPORTED_MODULE_0__.Uq)(state.image)}) than the manifests`,
            fix: "Give the `manifests` and `images` that it was started with, or end it with `mode: abort`."
          };
        }
        if (state.phase === "undoing" || state.phase === "restoring") {
          return {
            do: "refuse",
            reason: `the canary is being taken back (${state.reason})`,
            fix: "Let `mode: abort` finish that, then start anew."
          };
        }
        return { do: "forward", unjudged: mode === "promote", reason: `told to ${mode}` };
      }
      function onEnd(mode, state, { job }) {
        const where = `the canary of ${(0, _plan_select_js__WEBPACK_IMPORTED_MODULE_0__.Uq)(state.image)} is ${state.phase} at ${state.weight} %`;
        if (mode === "status")
          return { do: "nothing", reason: where };
        if (mode === "post" && state.job !== job)
          return { do: "nothing", reason: `${where}, which is another run's` };
        const onPurpose = mode === "reap" || mode === "post" || state.job === job;
        if (state.phase === "holding" && onPurpose)
          return { do: "nothing", reason: `${where}, held on purpose` };
        return { do: "back", next: "end", reason: where };
      }
    })
  ),
  /***/
  88106: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        LE: () => (
          /* binding */
          mayFollow
        ),
        /* harmony export */
        S6: () => (
          /* binding */
          pauseLeft
        ),
        /* harmony export */
        aW: () => (
          /* binding */
          moved
        ),
        /* harmony export */
        t7: () => (
          /* binding */
          trafficOf
        ),
        /* harmony export */
        tW: () => (
          /* binding */
          phases
        ),
        /* harmony export */
        vr: () => (
          /* binding */
          awaitsApproval
        )
        /* harmony export */
      });
      const phases = [
        "preparing",
        "shifting",
        "holding",
        "full",
        "replacing",
        "undoing",
        "returning",
        "restoring"
      ];
      const next = {
        preparing: ["shifting", "full", "restoring"],
        shifting: ["shifting", "holding", "full", "restoring"],
        holding: ["shifting", "full", "restoring"],
        full: ["replacing", "restoring"],
        replacing: ["returning", "undoing"],
        undoing: ["restoring"],
        returning: [],
        restoring: []
      };
      function mayFollow(from, to) {
        return next[from].includes(to);
      }
      function shareIn(phase, step, state) {
        if (phase === "preparing" || phase === "returning" || phase === "restoring")
          return 0;
        if (phase === "shifting" || phase === "holding")
          return state.steps[step]?.weight;
        return state.isolation === "none" ? state.weight : 100;
      }
      function trafficOf(state) {
        const open = state.phase === "shifting" || state.phase === "holding";
        return {
          share: state.weight,
          mirror: open ? state.steps[state.step]?.mirror ?? 0 : 0,
          testers: open ? state.testers : void 0,
          pods: state.pods
        };
      }
      function moved(state, to, changes) {
        if (!mayFollow(state.phase, to))
          throw new Error(`a canary can't go from ${state.phase} to ${to}`);
        const { reason, since, step = state.step, passed = "" } = changes;
        const weight = shareIn(to, step, state);
        if (weight === void 0)
          throw new Error(`a canary of ${state.steps.length} steps has no step ${step}`);
        return { ...state, phase: to, step, weight, passed, reason, since };
      }
      function pauseLeft({ passed, steps, step }, now) {
        if (passed === "")
          return 0;
        return Math.max(0, Date.parse(passed) + (steps[step]?.pause ?? 0) - now);
      }
      function awaitsApproval(state, now) {
        const approve = state.steps[state.step]?.approve === true;
        return state.phase === "holding" && approve && state.passed !== "" && pauseLeft(state, now) === 0;
      }
    })
  )
};
export {
  id,
  ids,
  modules
};
