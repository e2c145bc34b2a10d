const id = 7641;
const ids = [7641];
const modules = {
  /***/
  23303: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        Pd: () => (
          /* binding */
          ownerOfLease
        ),
        /* harmony export */
        _D: () => (
          /* binding */
          leaseObject
        ),
        /* harmony export */
        _d: () => (
          /* binding */
          isExpired
        )
        /* harmony export */
      });
      var _kube_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49256);
      function leaseObject(terms) {
        const { name, namespace, owner, seconds, now, labels, annotations, resourceVersion, uid } = terms;
        return {
          apiVersion: "coordination.k8s.io/v1",
          kind: "Lease",
          metadata: {
            name,
            namespace,
            ...labels === void 0 ? {} : { labels },
            ...annotations === void 0 ? {} : { annotations },
            ...resourceVersion === void 0 ? {} : { resourceVersion },
            ...uid === void 0 ? {} : { uid }
          },
          spec: {
            holderIdentity: owner,
            leaseDurationSeconds: seconds,
            // MicroTime: six digits behind the second.
            renewTime: new Date(now).toISOString().replace("Z", "000Z")
          }
        };
      }
      const ownerOfLease = (lease) => (0, _kube_values_js__WEBPACK_IMPORTED_MODULE_0__.$6)(lease, "spec", "holderIdentity");
      function isExpired(lease, serverNow, fallbackSeconds) {
        const seconds = (0, _kube_values_js__WEBPACK_IMPORTED_MODULE_0__.tk)(lease, "spec", "leaseDurationSeconds") ?? fallbackSeconds;
        return serverNow - lastWrite(lease) > seconds * 1e3;
      }
      function lastWrite(lease) {
        const stamps = (0, _kube_values_js__WEBPACK_IMPORTED_MODULE_0__.gT)(lease, "metadata", "managedFields").map((entry) => Date.parse((0, _kube_values_js__WEBPACK_IMPORTED_MODULE_0__.$6)(entry, "time")));
        const known = stamps.filter((stamp) => !Number.isNaN(stamp));
        return known.length > 0 ? Math.max(...known) : Date.parse((0, _kube_values_js__WEBPACK_IMPORTED_MODULE_0__.$6)(lease, "spec", "renewTime"));
      }
    })
  ),
  /***/
  67641: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.r(__webpack_exports__);
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        Claim: () => (
          /* binding */
          Claim
        ),
        /* harmony export */
        ClaimLost: () => (
          /* binding */
          ClaimLost
        ),
        /* harmony export */
        guarded: () => (
          /* binding */
          guarded
        )
        /* harmony export */
      });
      var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30860);
      var _kube_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80265);
      var _kube_values_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49256);
      var _lease_lease_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23303);
      var _others_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60114);
      const renewEvery = 5e3;
      class ClaimLost extends _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__.yo {
        constructor(lease) {
          super(`another rollout took over: the Lease ${lease.namespace}/${lease.name} of this run was removed after ${_others_js__WEBPACK_IMPORTED_MODULE_2__.is} s without a sign of life`, {
            fix: "Look at the other run; it decides what runs now. If this runner was frozen, run the job again."
          });
          this.name = "ClaimLost";
        }
      }
      class Claim {
        lease;
        setting;
        terms;
        version;
        renewed;
        lost = false;
        timer;
        constructor(lease, terms, setting) {
          this.lease = lease;
          this.terms = terms;
          this.setting = setting;
          this.version = lease.metadata.resourceVersion ?? "";
          this.renewed = setting.now();
        }
        /** Creates the Lease. Whether another run has one on the same workloads the caller looks up next. */
        static async create(name, terms, setting) {
          const lease = await setting.kube.create(bodyOf(name, terms, setting.now()));
          return new Claim(lease, terms, setting);
        }
        /** Gives signs of life until `release`. */
        keep() {
          this.timer = setInterval(() => {
            this.renew().catch(() => void 0);
          }, renewEvery);
          this.timer.unref();
        }
        async release() {
          clearInterval(this.timer);
          const { uid } = this.lease.metadata;
          try {
            await this.setting.kube.remove((0, _kube_values_js__WEBPACK_IMPORTED_MODULE_3__.H8)(this.lease), uid === void 0 ? {} : { uid });
          } catch (error) {
            if (!(error instanceof _kube_errors_js__WEBPACK_IMPORTED_MODULE_1__.a3))
              throw error;
            this.setting.log.info(`The Lease of this rollout ends by itself: ${error.message}`);
          }
        }
        /** Throws a ClaimLost unless the workloads are still ours. Asks the server only after a silence. */
        async assertHeld() {
          if (!this.lost && this.setting.now() - this.renewed > (_others_js__WEBPACK_IMPORTED_MODULE_2__.is - 3) * 1e3)
            await this.renew();
          if (this.lost)
            throw new ClaimLost((0, _kube_values_js__WEBPACK_IMPORTED_MODULE_3__.H8)(this.lease));
        }
        async renew() {
          const asked = this.setting.now();
          const { name = "", uid = "" } = this.lease.metadata;
          const body = bodyOf(name, this.terms, asked, { uid, resourceVersion: this.version });
          try {
            const written = await this.setting.kube.replace(body);
            this.version = written.metadata.resourceVersion ?? "";
            this.renewed = asked;
          } catch (error) {
            if (!(error instanceof _kube_errors_js__WEBPACK_IMPORTED_MODULE_1__.a3) || error.status !== 409 && error.status !== 404)
              throw error;
            await this.lookAgain();
          }
        }
        /** After a conflict: an answer of ours that was lost on its way, or the Lease is gone. */
        async lookAgain() {
          const live = await this.setting.kube.get((0, _kube_values_js__WEBPACK_IMPORTED_MODULE_3__.H8)(this.lease));
          if (live?.metadata.uid === this.lease.metadata.uid)
            this.version = live?.metadata.resourceVersion ?? "";
          else
            this.lost = true;
        }
      }
      function bodyOf(name, { namespace, owner, claimant, workloads, process }, now, version = {}) {
        return (0, _lease_lease_js__WEBPACK_IMPORTED_MODULE_4__._D)({
          name,
          namespace,
          owner,
          now,
          seconds: _others_js__WEBPACK_IMPORTED_MODULE_2__.is,
          labels: { [_others_js__WEBPACK_IMPORTED_MODULE_2__.Z7]: claimant, "app.kubernetes.io/managed-by": "seatrial" },
          annotations: (0, _others_js__WEBPACK_IMPORTED_MODULE_2__.B2)(workloads, process),
          ...version
        });
      }
      function guarded(kube, claims) {
        const held = async () => {
          for (const claim of claims)
            await claim.assertHeld();
        };
        return {
          ...kube,
          apply: async (object, options) => {
            if (options.dryRun !== true)
              await held();
            return kube.apply(object, options);
          },
          create: async (object, options) => {
            if (options?.dryRun !== true)
              await held();
            return kube.create(object, options);
          },
          replace: async (object, options) => {
            await held();
            return kube.replace(object, options);
          },
          mergePatch: async (ref, patch, options) => {
            await held();
            return kube.mergePatch(ref, patch, options);
          },
          remove: async (ref, options) => {
            await held();
            return kube.remove(ref, options);
          }
        };
      }
    })
  ),
  /***/
  60114: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        B2: () => (
          /* binding */
          notesOfClaim
        ),
        /* harmony export */
        Tv: () => (
          /* binding */
          othersThan
        ),
        /* harmony export */
        Z7: () => (
          /* binding */
          claimLabel
        ),
        /* harmony export */
        is: () => (
          /* binding */
          claimSeconds
        )
        /* harmony export */
      });
      var _kube_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49256);
      var _lease_lease_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23303);
      const claimLabel = "seatrial.dev/claim";
      const workloadsAnnotation = "seatrial.dev/workloads";
      const processAnnotation = "seatrial.dev/process";
      const claimSeconds = 15;
      function notesOfClaim(workloads, mark) {
        return { [workloadsAnnotation]: workloads.join(" "), [processAnnotation]: mark };
      }
      function othersThan(mine, leases, workloads) {
        const serverNow = Date.parse(mine.metadata.creationTimestamp ?? "");
        return leases.filter(({ metadata }) => metadata.uid !== mine.metadata.uid).map((lease) => {
          const claimed = new Set((0, _kube_values_js__WEBPACK_IMPORTED_MODULE_0__.$6)(lease, "metadata", "annotations", workloadsAnnotation).split(" "));
          return {
            lease,
            owner: (0, _lease_lease_js__WEBPACK_IMPORTED_MODULE_1__.Pd)(lease),
            claimant: lease.metadata.labels?.[claimLabel] === "canary" ? "canary" : "rollout",
            process: (0, _kube_values_js__WEBPACK_IMPORTED_MODULE_0__.$6)(lease, "metadata", "annotations", processAnnotation),
            expired: (0, _lease_lease_js__WEBPACK_IMPORTED_MODULE_1__._d)(lease, serverNow, claimSeconds),
            shared: workloads.filter((name) => claimed.has(name))
          };
        });
      }
    })
  )
};
export {
  id,
  ids,
  modules
};
