const id = 265;
const ids = [265];
const modules = {
  /***/
  80265: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        HB: () => (
          /* binding */
          unreachable
        ),
        /* harmony export */
        Mz: () => (
          /* binding */
          errorOf
        ),
        /* harmony export */
        a3: () => (
          /* binding */
          KubeError
        ),
        /* harmony export */
        dh: () => (
          /* binding */
          isConflict
        ),
        /* harmony export */
        eo: () => (
          /* binding */
          notReached
        )
        /* harmony export */
      });
      var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30860);
      var _values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49256);
      class KubeError extends _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__.yo {
        /** The HTTP status; 0 when there was no answer. */
        status;
        /** The server's word, such as `Forbidden`, `NotFound`, `Invalid`. */
        reason;
        details;
        constructor(message, options) {
          super(message, { fix: options.fix ?? fixFor(options.status), cause: options.cause });
          this.name = "KubeError";
          this.status = options.status;
          this.reason = options.reason;
          this.details = options.details ?? [];
        }
      }
      class ConflictError extends KubeError {
        constructor(message, options) {
          super(message, { ...options, status: 409 });
          this.name = "ConflictError";
        }
      }
      function isConflict(error) {
        return error instanceof ConflictError;
      }
      function errorOf(status, body, what) {
        const parsed = parse(body);
        const said = (0, _values_js__WEBPACK_IMPORTED_MODULE_1__.$6)(parsed, "message") || body.trim().slice(0, 500) || `HTTP status ${status}`;
        const reason = (0, _values_js__WEBPACK_IMPORTED_MODULE_1__.$6)(parsed, "reason") || String(status);
        const details = (0, _values_js__WEBPACK_IMPORTED_MODULE_1__.gT)(parsed, "details", "causes").map((cause) => ({
          reason: (0, _values_js__WEBPACK_IMPORTED_MODULE_1__.$6)(cause, "reason"),
          message: (0, _values_js__WEBPACK_IMPORTED_MODULE_1__.$6)(cause, "message"),
          field: (0, _values_js__WEBPACK_IMPORTED_MODULE_1__.$6)(cause, "field")
        }));
        const message = `${what}: ${said}`;
        if (status === 409)
          return new ConflictError(message, { reason, details });
        if ((0, _values_js__WEBPACK_IMPORTED_MODULE_1__.at)(parsed, "kind") !== "Status" && notReached(said))
          return unreachable(said);
        return new KubeError(message, { status, reason, details });
      }
      function notReached(said) {
        return /dial tcp|connection refused|no such host|i\/o timeout|x509:|tls:|EOF|connection reset|no route to host|network is unreachable|context deadline exceeded|getting credentials|http2:|Client\.Timeout|TLS handshake/i.test(said);
      }
      function unreachable(said, cause) {
        const clean = said.replace(/^.*?: (?=Get |Post |Patch )/, "").trim();
        if (/getting credentials|exec: /.test(said)) {
          return new KubeError(`kubectl could not get credentials for the cluster: ${clean}`, {
            status: 401,
            reason: "Unauthorized",
            fix: "Install the credential plugin that the kubeconfig names in an earlier step, and sign in before this step.",
            cause
          });
        }
        if (/x509:|tls: failed to verify/.test(said)) {
          return new KubeError(`the cluster's certificate is not trusted: ${clean}`, {
            status: 0,
            reason: "Untrusted",
            fix: "Put the certificate authority of this cluster into the kubeconfig (`certificate-authority-data`), and check that `server` names the right cluster.",
            cause
          });
        }
        return new KubeError(`the cluster gives no answer: ${clean}`, {
          status: 0,
          reason: "Unreachable",
          fix: "Check `server` in the kubeconfig and that this runner may reach it (firewall, VPN, private endpoint), and that the API server runs.",
          cause
        });
      }
      function fixFor(status) {
        switch (status) {
          case 401:
            return "Renew the credentials in the kubeconfig: they are missing, wrong or expired. A short-lived token has to be fetched in the same job.";
          case 403:
            return "Grant the account of this kubeconfig the permission named in the message (Role and RoleBinding, or the policy that refused it).";
          case 404:
            return "Check name, namespace and apiVersion; a custom kind needs its CustomResourceDefinition in the cluster first.";
          case 409:
            return "Another writer owns or has just changed this object: find it by the manager that the message names, and let only one of the two set the field.";
          case 422:
          case 400:
            return "Correct the field that the message names in the manifest.";
          default:
            return "Look at the API server and try again; the answer above is its own.";
        }
      }
      function parse(body) {
        try {
          return JSON.parse(body);
        } catch {
          return void 0;
        }
      }
    })
  )
};
export {
  id,
  ids,
  modules
};
