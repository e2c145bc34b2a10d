export const id = 1116;
export const ids = [1116];
export const modules = {

/***/ 36178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ admission),
/* harmony export */   c: () => (/* binding */ judgeRefusal)
/* harmony export */ });
/* harmony import */ var _workload_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57413);
/* harmony import */ var _cause_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66432);


/** Room may come free while old pods go. */
const quotaPatience = 5000;
/** A webhook that does not answer may be restarting. */
const webhookPatience = 10_000;
/**
 * Pods that can't even be made. A Deployment says so in its condition ReplicaFailure, which stays; the others only by
 * events.
 */
const admission = (facts) => {
    const said = facts.replicaFailure ?? lastRefusal(facts);
    if (said === undefined)
        return [];
    const { cause, what, fix, certainty } = judgeRefusal(said, facts);
    return [
        (0,_cause_js__WEBPACK_IMPORTED_MODULE_1__/* .about */ .Cv)(facts, {
            cause,
            certainty,
            message: `${what}: ${core(said)}`,
            evidence: [`${facts.workload.kind}: FailedCreate: ${said}`],
            fix,
        }),
    ];
};
/** What the controller said, unless it could make a pod since then or has all of them. */
function lastRefusal({ events, workload }) {
    const last = events.findLast(({ reason }) => reason === 'FailedCreate' || reason === 'SuccessfulCreate');
    if (last?.reason !== 'FailedCreate' || (0,_workload_js__WEBPACK_IMPORTED_MODULE_0__/* .statusOf */ .c2)(workload).complete)
        return undefined;
    return last.message;
}
/** The cluster's words without the name of the pod that was never made. */
function core(said) {
    return said.replace(/^Error creating: /, '').replace(/^pods "[^"]*" is forbidden: /, '');
}
/** What a refusal by admission means, whether of a pod or of an object of the manifests. */
function judgeRefusal(said, facts) {
    if (/error looking up service account|serviceaccount "[^"]*" not found/i.test(said)) {
        return {
            cause: 'service-account-missing',
            certainty: 2000,
            what: 'the ServiceAccount of the pods is not there',
            fix: 'Add the ServiceAccount to the manifests, or correct `serviceAccountName`.',
        };
    }
    // The last comes as long as nobody has counted what the namespace has.
    if (/exceeded quota|failed quota|status unknown for quota/.test(said)) {
        return {
            cause: 'quota-exceeded',
            certainty: facts !== undefined && facts.leaving > 0 ? 'suspected' : quotaPatience,
            what: "the namespace's quota does not allow the pods",
            fix: 'Ask for less, set the requests and limits that the quota counts, or have it raised. A rolling update needs room for its surge.',
        };
    }
    if (/failed calling webhook|failed to call webhook|no endpoints available for service/.test(said)) {
        return {
            cause: 'webhook-failed',
            certainty: webhookPatience,
            what: 'an admission webhook does not answer',
            fix: 'Look at the webhook that the message names: its Service, its certificate, its pods.',
        };
    }
    return {
        cause: 'admission-denied',
        certainty: 'certain',
        what: 'the cluster refuses the pods',
        fix: /PodSecurity/.test(said)
            ? 'Set what the message lists in the `securityContext`, or change the `pod-security.kubernetes.io/enforce` label of the namespace.'
            : 'Change what the policy, LimitRange or webhook named in the message refuses.',
    };
}


/***/ }),

/***/ 74323:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ diagnose)
});

// EXTERNAL MODULE: ./build/actions/shared/rollout/finding.js
var finding = __webpack_require__(4275);
// EXTERNAL MODULE: ./build/actions/shared/rollout/causes/admission.js
var admission = __webpack_require__(36178);
// EXTERNAL MODULE: ./build/actions/shared/kube/values.js
var values = __webpack_require__(49256);
// EXTERNAL MODULE: ./build/actions/shared/rollout/causes/cause.js
var causes_cause = __webpack_require__(66432);
;// CONCATENATED MODULE: ./build/actions/shared/rollout/causes/config.js


/** An operator may still be making the Secret; whether it has is asked before the end. */
const patience = 4000;
/** ConfigMaps, Secrets and keys that pods ask for and that are not there. */
const config = (facts) => [...fromContainers(facts), ...fromVolumes(facts)];
function fromContainers(facts) {
    return (0,causes_cause/* eachContainer */.FD)(facts, (container, pod) => {
        const { waiting } = container;
        if (waiting?.reason !== 'CreateContainerConfigError')
            return undefined;
        const evidence = [`Pod ${pod.name}: ${waiting.reason}: ${waiting.message}`];
        if (/runAsNonRoot|non-root|non-numeric user/.test(waiting.message))
            return asRoot(facts, container, evidence);
        const missing = missingIn(waiting.message);
        return (0,causes_cause/* aboutContainer */.Xb)(facts, container, {
            cause: 'config-missing',
            certainty: patience,
            message: missing ?? `the container's configuration is not there: ${waiting.message}`,
            evidence,
            fix: fixFor(missing),
            ...unlessCome([absentIn(waiting.message)]),
        });
    });
}
/** Only what is known in full can be asked for. */
function unlessCome(absent) {
    const known = absent.filter((one) => one !== undefined);
    return known.length === absent.length ? { unless: known } : {};
}
function asRoot(facts, container, evidence) {
    return (0,causes_cause/* aboutContainer */.Xb)(facts, container, {
        cause: 'runs-as-root',
        certainty: 'certain',
        message: '`runAsNonRoot` forbids root, and the image runs as root or as a user known by name only',
        evidence,
        fix: 'Set a number as user: `USER 65532` in the Dockerfile or `runAsUser: 65532` in the security context.',
        field: ['securityContext'],
    });
}
function fromVolumes(facts) {
    return facts.pods.flatMap((pod) => {
        // Nothing in the pod's status tells of it.
        const failed = pod.events.filter(({ reason, message }) => reason === 'FailedMount' && missingIn(message) !== undefined);
        if (failed.length === 0 || pod.prepared || pod.containers.some(({ running }) => running))
            return [];
        const volumes = failed.map((event) => ({ event, ...volumeOf(facts, event) }));
        const all = [...new Map(volumes.map((one) => [one.missing, one])).values()];
        return [
            (0,causes_cause/* about */.Cv)(facts, {
                cause: 'config-missing',
                certainty: patience,
                message: `${all.map(({ missing }) => missing).join(', and ')}, which the pods mount`,
                evidence: all.map(({ event }) => `Pod ${pod.name}: ${(0,causes_cause/* quoted */.TL)(event)}`),
                fix: fixFor(all[0]?.missing),
                ...unlessCome(all.map(({ absent }) => absent)),
                path: all[0]?.path ?? volumesOf(facts),
            }),
        ];
    });
}
const volumesOf = (facts) => (0,causes_cause/* inTemplate */.mo)(facts, 'spec', 'volumes');
/** What a mount misses and where the volume stands; the kubelet names a missing key without its object. */
function volumeOf(facts, { message }) {
    const name = /for volume "([^"]+)"/.exec(message)?.[1];
    const volumes = (0,values/* listAt */.gT)(facts.workload, ...volumesOf(facts));
    const index = volumes.findIndex((volume) => (0,values/* textAt */.$6)(volume, 'name') === name);
    const path = [...volumesOf(facts), ...(index < 0 ? [] : [index])];
    const missing = missingIn(message) ?? '';
    const key = /references non-existent (?:config|secret) key: (\S+)/.exec(message)?.[1];
    const holder = key === undefined ? undefined : sourcesOf(volumes[index]).find((one) => asksFor(one, key));
    if (holder === undefined || key === undefined)
        return { missing, absent: absentIn(message), path };
    const { kind, name: of } = holder;
    return { missing: `${kind} ${of} has no key ${key}`, absent: { kind, name: of, key }, path };
}
/** The ConfigMaps and Secrets behind a volume, a projected one included. */
function sourcesOf(volume) {
    return [volume, ...(0,values/* listAt */.gT)(volume, 'projected', 'sources')].flatMap((source) => {
        const [config, secret] = [(0,values.at)(source, 'configMap'), (0,values.at)(source, 'secret')];
        if (config !== undefined)
            return [{ kind: 'ConfigMap', name: (0,values/* textAt */.$6)(config, 'name'), items: (0,values/* listAt */.gT)(config, 'items') }];
        if (secret === undefined)
            return [];
        const name = (0,values/* textAt */.$6)(secret, 'secretName') || (0,values/* textAt */.$6)(secret, 'name');
        return [{ kind: 'Secret', name, items: (0,values/* listAt */.gT)(secret, 'items') }];
    });
}
const asksFor = ({ items }, key) => items.some((item) => (0,values/* textAt */.$6)(item, 'key') === key);
/** What is missing, from the kubelet's words. */
function missingIn(message) {
    const object = /(configmap|secret) "([^"]+)" not found/i.exec(message);
    if (object !== null)
        return `there is no ${kindOf(object[1])} ${object[2]}`;
    const key = /couldn't find key (\S+) in (ConfigMap|Secret) ([\w.-]+\/)?([\w.-]+)/.exec(message);
    if (key !== null)
        return `${key[2]} ${key[4]} has no key ${key[1]}`;
    const volumeKey = /references non-existent (config|secret) key: (\S+)/.exec(message);
    if (volumeKey !== null)
        return `the ${volumeKey[1] === 'config' ? 'ConfigMap' : 'Secret'} has no key ${volumeKey[2]}`;
    return undefined;
}
/** The object or key that is missing, where the kubelet's words name it in full. */
function absentIn(message) {
    const [, word, object] = /(configmap|secret) "([^"]+)" not found/i.exec(message) ?? [];
    if (object !== undefined)
        return { kind: kindOf(word), name: object };
    const [, key, kind, name] = /couldn't find key (\S+) in (ConfigMap|Secret) (?:[\w.-]+\/)?([\w.-]+)/.exec(message) ?? [];
    return key === undefined || name === undefined ? undefined : { kind: kindOf(kind), name, key };
}
const kindOf = (word) => word?.toLowerCase() === 'secret' ? 'Secret' : 'ConfigMap';
function fixFor(missing) {
    if (missing?.includes('has no key') === true)
        return 'Add the key there, or correct its name in the manifest.';
    return 'Add the object to the manifests of this release, correct its name, or let whoever makes it run before.';
}

// EXTERNAL MODULE: ./build/actions/shared/rollout/workload.js
var rollout_workload = __webpack_require__(57413);
;// CONCATENATED MODULE: ./build/actions/shared/rollout/causes/controller.js



/** Controllers take their finalizers away within moments, once they run. */
const finalizerPatience = 10_000;
/** A Job that has given up. */
const job = (facts) => {
    if (facts.workload.kind !== 'Job')
        return [];
    // FailureTarget comes first; Failed follows when the last pod is gone.
    const failed = [(0,rollout_workload/* conditionOf */.rI)(facts.workload, 'Failed'), (0,rollout_workload/* conditionOf */.rI)(facts.workload, 'FailureTarget')].find((condition) => condition?.status === 'True');
    if (failed === undefined)
        return [];
    const ends = facts.pods.flatMap((pod) => pod.containers.flatMap((container) => container.ended === undefined || container.ended.exitCode === 0
        ? []
        : [
            `Pod ${pod.name}: ${container.name} ended with exit code ${container.ended.exitCode} (${container.ended.reason})`,
            ...(0,causes_cause/* lastLines */.w$)(container),
        ]));
    return [
        (0,causes_cause/* about */.Cv)(facts, {
            cause: 'job-failed',
            certainty: 'certain',
            message: `the Job has failed: ${failed.reason}: ${failed.message}`,
            evidence: [...ends, ...facts.taken.flatMap(lastWords)],
            fix: failed.reason === 'DeadlineExceeded'
                ? 'Raise `activeDeadlineSeconds`, or find what takes so long.'
                : 'Its last log lines tell why; a Job can be changed only by a new one, so give it a new name or delete it first.',
            path: ['spec'],
        }),
    ];
};
/** What a pod that was taken away has said until then. */
function lastWords({ name, containers }) {
    return containers.flatMap((container) => container.log === undefined
        ? []
        : [`Pod ${name}: ${container.name} ran when it was taken away`, ...(0,causes_cause/* lastLines */.w$)(container)]);
}
/** A Pod of its own past its `activeDeadlineSeconds`. */
const expired = (facts) => facts.pods.flatMap((pod) => {
    if (!(0,causes_cause/* isAlone */.SW)(facts) || pod.reason !== 'DeadlineExceeded')
        return [];
    return [
        (0,causes_cause/* about */.Cv)(facts, {
            cause: 'job-failed',
            certainty: 'certain',
            message: `the Pod has failed: ${pod.reason}: ${pod.message}`,
            evidence: [
                `Pod ${pod.name}: ${pod.reason}: ${pod.message}`,
                ...pod.containers.flatMap((container) => (0,causes_cause/* lastLines */.w$)(container)),
            ],
            fix: 'Raise `activeDeadlineSeconds`, or find what takes so long.',
            path: ['spec', 'activeDeadlineSeconds'],
        }),
    ];
});
/** A StatefulSet waits for a pod that is not allowed to go. */
const held = (facts) => {
    const [pod] = facts.held;
    if (pod === undefined || facts.workload.kind !== 'StatefulSet')
        return [];
    return [
        (0,causes_cause/* about */.Cv)(facts, {
            cause: 'stuck-finalizer',
            certainty: finalizerPatience,
            message: `Pod ${pod.name} has ended and can't go: the finalizer ${pod.finalizers.join(', ')} holds it`,
            evidence: [`Pod ${pod.name}: metadata.finalizers: ${pod.finalizers.join(', ')}`],
            fix: 'Whoever owns the finalizer has to do its work; take it away by hand only when that controller is gone.',
        }),
    ];
};
/** The number of replicas goes up and down by other hands: the rollout never comes to rest. */
const replicas = (facts) => {
    const { scalings } = facts;
    const turns = scalings.filter(({ from, to }, index) => {
        const before = scalings[index - 1];
        return before !== undefined && Math.sign(to - from) !== Math.sign(before.to - before.from);
    });
    if (turns.length === 0)
        return [];
    const managers = [...new Set(scalings.map(({ manager }) => manager))].join(', ');
    return [
        (0,causes_cause/* about */.Cv)(facts, {
            cause: 'replica-conflict',
            certainty: turns.length > 1 ? 'certain' : 'warning',
            message: `the number of replicas is fought over: ${managers} changed it ${scalings.length} times during this rollout`,
            evidence: scalings
                .slice(-5)
                .map(({ from, to, manager }) => `spec.replicas: ${from} → ${to} by ${manager}`),
            fix: 'Let one only own the number: one HorizontalPodAutoscaler per workload, and `replicas` in no other place.',
            path: ['spec', 'replicas'],
        }),
    ];
};
/** Told to wait: nothing goes on before somebody resumes it. */
const paused = ({ workload }) => {
    if (workload.kind !== 'Deployment' || (0,values.at)(workload, 'spec', 'paused') !== true)
        return [];
    return [
        {
            cause: 'progress-deadline',
            certainty: (0,rollout_workload/* statusOf */.c2)(workload).complete ? 'warning' : 'certain',
            ref: (0,values/* refOf */.H8)(workload),
            message: 'the Deployment is paused, so that its controller makes no pods of the new revision',
            evidence: [`spec.paused: true${reasonOf(workload)}`],
            fix: `Take \`paused: true\` out, or resume it: \`kubectl rollout resume deployment/${workload.metadata.name}\`.`,
            path: ['spec', 'paused'],
        },
    ];
};
function reasonOf(workload) {
    const condition = (0,rollout_workload/* conditionOf */.rI)(workload, 'Progressing');
    return condition === undefined ? '' : `, condition Progressing: ${condition.reason}: ${condition.message}`;
}
/** The controller has given up waiting; whatever else is suspected is the reason. */
const deadline = (facts) => {
    if (!facts.deadlineExceeded)
        return [];
    const seconds = (0,values/* numberAt */.tk)(facts.workload, 'spec', 'progressDeadlineSeconds') ?? 600;
    return [
        (0,causes_cause/* about */.Cv)(facts, {
            cause: 'progress-deadline',
            certainty: 'certain',
            message: `no progress within progressDeadlineSeconds (${seconds} s)`,
            evidence: [`${facts.workload.kind}: ${(0,rollout_workload/* conditionOf */.rI)(facts.workload, 'Progressing')?.message ?? ''}`],
            fix: 'Look at the pods; a slow start needs a longer `progressDeadlineSeconds`.',
            path: ['spec', 'progressDeadlineSeconds'],
        }),
    ];
};

;// CONCATENATED MODULE: ./build/actions/shared/rollout/causes/absent-file.js
/** A program tells of it at its end; further up it may have been something that it got over. */
const absent_file_lastWords = 25;
/**
 * Files that a small base image lacks and that a Go program finds out about only by their effect: the bundle of
 * certificate authorities (crypto/x509 trusts nobody then) and the time zones (time.LoadLocation).
 */
function absentFile({ name, image, log = '', ended }) {
    if (ended?.exitCode === 0)
        return undefined;
    const words = log.trimEnd().split('\n').slice(-absent_file_lastWords).join('\n');
    const untrusted = /x509: (?:certificate signed by unknown authority|failed to load system roots[^\n]*)/.exec(words);
    if (untrusted !== null) {
        return {
            cause: 'missing-file',
            message: `${name} ends since it trusts no authority behind a certificate (${untrusted[0]}): ${image} has no CA certificates, or not those of this peer`,
            fix: 'Add the authorities: a base image with ca-certificates, `COPY --from=builder /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/`, or the CA of a private peer as a mounted file (`SSL_CERT_FILE`).',
        };
    }
    const zone = /unknown time zone (\S+)|open (\S*zoneinfo\S*): no such file/.exec(words);
    if (zone === null)
        return undefined;
    return {
        cause: 'missing-file',
        message: `${name} ends since it finds no time zone data (${zone[0]}): ${image} has no zoneinfo, or no zone of that name`,
        fix: 'Add `import _ "time/tzdata"` to the program (450 KB), or use a base image with tzdata; check the zone\'s name.',
    };
}

;// CONCATENATED MODULE: ./build/actions/shared/rollout/causes/panic.js
/**
 * The last panic or fatal error of the Go runtime in a log.
 *
 * The stack format is that of runtime.Stack: the function on one line, `\tfile:line +0x…` on the next.
 */
function panicIn(log) {
    const lines = log.split('\n');
    const at = lines.findLastIndex((line) => /^(panic: |fatal error: )/.test(line));
    const first = lines[at];
    if (first === undefined || !lines.slice(at).some((line) => /^goroutine \d+/.test(line)))
        return undefined;
    return { message: first.trim(), frame: framesOf(lines.slice(at)).find(isOwn) };
}
/** The panic itself and the stack below it as evidence: the end of a long stack says nothing. */
function panicLines({ name, log = '' }, count = 20) {
    const lines = log.split('\n').filter((line) => line.trim() !== '');
    const at = lines.findLastIndex((line) => /^(panic: |fatal error: )/.test(line));
    return lines.slice(Math.max(0, at), Math.max(0, at) + count).map((line) => `log of ${name}: ${line}`);
}
function framesOf(lines) {
    return lines.flatMap((line, index) => {
        const place = /^\t(.+\.go):(\d+)(?: \+0x[0-9a-f]+)?$/.exec(line.trimEnd());
        if (place?.[1] === undefined)
            return [];
        const name = (lines[index - 1] ?? '').replace(/\([^()]*\)$/, '').replace(/^created by (\S+).*$/, '$1');
        return [{ function: name.trim(), file: place[1], line: Number(place[2]) }];
    });
}
/** Not of Go's own library and not of a module in the cache or the vendor folder. */
function isOwn({ function: name, file }) {
    if (/^(panic|runtime|testing|internal)\b/.test(name))
        return false;
    if (/\/go\/src\/|@v\d|\/vendor\/|\/pkg\/mod\//.test(file))
        return false;
    // With -trimpath, files of Go's own library begin with the package's name, which holds no dot.
    return (file.startsWith('/') ||
        file.startsWith('./') ||
        (file.split('/', 1)[0] ?? '').includes('.') ||
        name.startsWith('main.'));
}

;// CONCATENATED MODULE: ./build/actions/shared/rollout/causes/crash.js




/** A program may end once and then be well; one that may be waiting for another of the release gets a third try. */
const endsAllowed = (facts) => (facts.othersPending ? 2 : 1);
/** A hook that fails because something else is not there yet may pass the next time; the kubelet takes ten seconds. */
const hookPatience = 6000;
/** Memory: the kernel's kill is certain the first time. */
const outOfMemory = (facts) => (0,causes_cause/* eachContainer */.FD)(facts, (container, pod) => {
    if (container.ended?.reason !== 'OOMKilled')
        return undefined;
    const limit = (0,values/* textAt */.$6)(container.spec, 'resources', 'limits', 'memory');
    const soft = memoryLimitOf(container);
    return (0,causes_cause/* aboutContainer */.Xb)(facts, container, {
        cause: 'oom-killed',
        certainty: 'certain',
        message: `the kernel killed ${container.name}: it took more memory than ${limit === '' ? 'the node has (it has no limit)' : `its limit of ${limit}`} (peak: ${limit === '' ? 'unknown' : `the whole ${limit}`}; ${soft})`,
        evidence: [
            `Pod ${pod.name}: OOMKilled, exit code ${container.ended.exitCode}`,
            ...(0,causes_cause/* lastLines */.w$)(container, 5),
        ],
        fix: 'Find what grows (heap profile), or raise `resources.limits.memory`; for Go set GOMEMLIMIT to 80–90 % of the limit, so that the collector works before the kernel kills.',
        field: ['resources'],
    });
});
function memoryLimitOf({ spec }) {
    const env = (0,values.at)(spec, 'env');
    const found = Array.isArray(env) ? env.find((entry) => (0,values/* textAt */.$6)(entry, 'name') === 'GOMEMLIMIT') : undefined;
    if (found === undefined)
        return 'GOMEMLIMIT is not set';
    const field = (0,values/* textAt */.$6)(found, 'valueFrom', 'resourceFieldRef', 'resource');
    return `GOMEMLIMIT is ${(0,values/* textAt */.$6)(found, 'value') || (field === '' ? 'set by reference' : `${field}, without headroom`)}`;
}
/** Programs that end by themselves: by a panic, with an error, or without one where they should go on. */
const crash = (facts) => (0,causes_cause/* eachContainer */.FD)(facts, (container, pod) => {
    const { ended } = container;
    const ofJob = facts.workload.kind === 'Job' || pod.reason === 'DeadlineExceeded';
    // How a program answers the node's signal says nothing about it.
    if (pod.thrownOff || isReplaced(container))
        return undefined;
    if (ended === undefined || killedByProbe(container) !== undefined || ended.reason === 'OOMKilled')
        return undefined;
    // A Job tries again by itself and says when it gives up; an init container has to end.
    if (ofJob || (ended.exitCode === 0 && (container.init || hasTask(facts))))
        return undefined;
    const told = absentFile(container) ??
        (container.init
            ? inInit(container)
            : (hooked(container) ?? panicked(container) ?? ended0(container) ?? failed(container)));
    return (0,causes_cause/* aboutContainer */.Xb)(facts, container, {
        ...told,
        certainty: certaintyOf(facts, pod, container),
        evidence: [
            `Pod ${pod.name}: ${container.name} ended ${times(container.ends)}, last with exit code ${ended.exitCode}${ended.reason === '' ? '' : ` (${ended.reason})`}`,
            ...(ended.message === '' ? [] : [`termination message: ${ended.message.trim()}`]),
            ...container.events.filter(isHookFailure).slice(-1).map(causes_cause/* quoted */.TL),
            ...(told.cause === 'panic' ? panicLines(container) : (0,causes_cause/* lastLines */.w$)(container)),
        ],
    });
});
/** Ended once, by the kubelet, because a new image was put into the Pod. */
const isReplaced = ({ ends, events }) => ends <= 1 &&
    events.some(({ reason, message }) => reason === 'Killing' && /definition changed/.test(message));
/** A Pod of its own that is not started again after it ended: a task, not a service. */
const hasTask = (facts) => (0,causes_cause/* isAlone */.SW)(facts) && ['Never', 'OnFailure'].includes((0,values/* textAt */.$6)(facts.workload, 'spec', 'restartPolicy'));
/** What is running and well again is told, but did not fail. */
function certaintyOf(facts, pod, container) {
    if ((0,causes_cause/* isAlone */.SW)(facts) && pod.phase === 'Failed')
        return 'certain';
    if (container.ends > endsAllowed(facts))
        return 'certain';
    if (container.events.some(isHookFailure) && !container.ready)
        return hookPatience;
    return container.running && (container.ready || container.init) ? 'warning' : 'suspected';
}
const times = (count) => (count === 1 ? 'once' : `${count} times`);
function panicked(container) {
    const panic = panicIn(container.log ?? '');
    if (panic === undefined)
        return undefined;
    const where = panic.frame === undefined ? '' : ` in ${panic.frame.function} at ${panic.frame.file}:${panic.frame.line}`;
    return {
        cause: 'panic',
        message: `${container.name} panics${where}: ${panic.message}`,
        fix: 'Mend the code at that line; the whole stack is in the evidence.',
        ...(panic.frame === undefined ? {} : { source: panic.frame }),
    };
}
const isHookFailure = ({ reason }) => reason === 'FailedPostStartHook';
/** The kubelet kills a container whose postStart hook fails; what the program says of its end is of no use then. */
function hooked({ events, name }) {
    if (!events.some(isHookFailure))
        return undefined;
    return {
        cause: 'crash-loop',
        message: `the postStart hook of ${name} fails, so that the kubelet kills the container`,
        fix: 'Correct the command of `lifecycle.postStart`: it has to be in the image and to end with 0.',
        field: ['lifecycle', 'postStart'],
    };
}
function ended0({ ended, name }) {
    if (ended?.exitCode !== 0)
        return undefined;
    return {
        cause: 'crash-loop',
        message: `${name} ends by itself with exit code 0; the container of a service has to keep running`,
        fix: 'Look at what the program is told to do (`args`), and that its main function waits for the server.',
    };
}
function failed({ ended, name }) {
    return {
        cause: 'crash-loop',
        message: `${name} ends with exit code ${ended?.exitCode ?? 0}${signalOf(ended?.exitCode)} soon after its start`,
        fix: 'Its last log lines tell why; often a setting or a dependency that is not there.',
    };
}
/** Above 128 an exit code names the signal that ended the program. */
function signalOf(code = 0) {
    const names = {
        134: 'SIGABRT',
        137: 'SIGKILL',
        139: 'SIGSEGV',
        143: 'SIGTERM',
    };
    const name = names[code];
    return name === undefined ? '' : ` (${name})`;
}
function inInit({ ended, name }) {
    return {
        cause: 'init-failed',
        message: `the init container ${name} ends with exit code ${ended?.exitCode ?? 0}`,
        fix: 'Its last log lines tell why; the pod starts when every init container has ended with 0.',
    };
}
/** The event of a kill by a probe: nothing else tells it from a program that ends by itself. Its type is Normal. */
function killedByProbe({ events, }) {
    const found = events.findLast(({ reason, message }) => reason === 'Killing' && / failed (liveness|startup) probe/.test(message));
    if (found === undefined)
        return undefined;
    return { ...found, probe: found.message.includes('failed startup probe') ? 'startup' : 'liveness' };
}

;// CONCATENATED MODULE: ./build/actions/shared/rollout/causes/image.js


const pullReasons = new Set(['ErrImagePull', 'ImagePullBackOff', 'RegistryUnavailable', 'ErrImageNeverPull']);
/** An answer that won't change by itself is certain at once; the others after three attempts or half a minute. */
const image_patience = 30_000;
const attempts = 3;
/** Why an image does not come. */
const image_image = (facts) => (0,causes_cause/* eachContainer */.FD)(facts, (container, pod) => {
    const { waiting } = container;
    if (waiting === undefined)
        return undefined;
    const decided = judge(container, waiting.reason);
    if (decided === undefined)
        return undefined;
    const { cause, certainty, what, fix } = decided;
    const events = container.events.filter(({ reason }) => reason === 'Failed' || reason === 'InspectFailed');
    const telling = events.filter(({ message }) => message.includes('pull'));
    return (0,causes_cause/* aboutContainer */.Xb)(facts, container, {
        cause,
        certainty,
        field: ['image'],
        message: `${what}: ${container.image}`,
        evidence: [
            `Pod ${pod.name}: ${waiting.reason}${waiting.message === '' ? '' : `: ${waiting.message}`}`,
            ...telling.slice(-2).map(causes_cause/* quoted */.TL),
            ...pod.events
                .filter(({ reason }) => reason === 'FailedToRetrieveImagePullSecret')
                .slice(-1)
                .map(causes_cause/* quoted */.TL),
        ],
        fix,
    });
});
function judge(container, reason) {
    if (reason === 'InvalidImageName')
        return invalidName;
    if (pullReasons.has(reason))
        return judgePull(container);
    return reason === 'ContainerCreating' ? unfinished(container) : undefined;
}
/** A registry that accepts the question and does not answer looks like a large image: told when time runs out. */
function unfinished({ events }) {
    const last = events.findLast(({ reason }) => reason === 'Pulling' || reason === 'Pulled');
    if (last?.reason !== 'Pulling')
        return undefined;
    return {
        cause: 'image-pull-failed',
        certainty: 'suspected',
        what: 'the image is still being fetched',
        fix: 'Is it very large, or does its registry not answer the node? A longer `timeout` waits for it.',
    };
}
const invalidName = {
    cause: 'image-name-invalid',
    certainty: 'certain',
    what: 'the image name is not valid',
    fix: 'Write it as `registry/repository@sha256:…` in lower case; was a placeholder left in it?',
};
function judgePull(container) {
    // ImagePullBackOff keeps the registry's answer in its own message or only in the event before it.
    const pulls = container.events.filter(({ message }) => /Failed to pull image/.test(message));
    // The reference is no part of the answer: it may be called `app:401`.
    const said = [container.waiting?.message ?? '', ...pulls.map(({ message }) => message)]
        .join('\n')
        .replaceAll(container.image, 'the image');
    return never(container, said) ?? platform(said) ?? denied(said) ?? notFound(said) ?? image_transient(container);
}
function never({ waiting }, _said) {
    if (waiting?.reason !== 'ErrImageNeverPull')
        return undefined;
    return {
        cause: 'image-not-found',
        certainty: 'certain',
        what: 'the image is not on the node and `imagePullPolicy: Never` forbids to fetch it',
        fix: 'Write `imagePullPolicy: IfNotPresent`.',
    };
}
function platform(said) {
    // It ends with "not found", so it has to be asked first.
    if (!/no match for platform in manifest|no matching manifest for/.test(said))
        return undefined;
    return {
        cause: 'image-wrong-platform',
        certainty: 'certain',
        what: "the image has no variant for the node's platform",
        fix: "Build the image for the nodes' platform too (`kubectl get nodes -o wide`), such as `platforms: linux/amd64, linux/arm64`.",
    };
}
function denied(said) {
    // Registries hide private repositories: "does not exist or may require authorization".
    const pattern = /pull access denied|may require authorization|\b401\b|\b403\b|Unauthorized|Forbidden|unauthorized|authorization failed|insufficient_scope|no basic auth credentials|authentication required|access denied/i;
    if (!pattern.test(said))
        return undefined;
    return {
        cause: 'image-pull-denied',
        certainty: 'certain',
        what: 'the registry refuses the image to the node',
        fix: 'Give the pods access: `imagePullSecrets` with a Secret of type kubernetes.io/dockerconfigjson in this namespace, or the rights of the nodes. A private repository that does not exist is answered the same way.',
    };
}
function notFound(said) {
    if (!/not found|manifest unknown|name unknown|MANIFEST_UNKNOWN|NAME_UNKNOWN/i.test(said))
        return undefined;
    return {
        cause: 'image-not-found',
        certainty: 'certain',
        what: 'the registry has no such image',
        fix: 'Was it pushed, to this registry, under this name? `images` takes the reference that multistage-dockerize gives after its push.',
    };
}
function image_transient(container) {
    const tried = Math.max(0, ...container.events
        .filter(({ message }) => /Failed to pull image/.test(message))
        .map(({ count }) => count));
    const policy = (0,values/* textAt */.$6)(container.spec, 'imagePullPolicy');
    return {
        cause: 'image-pull-failed',
        certainty: tried >= attempts ? 'certain' : image_patience,
        what: "the image can't be fetched",
        fix: `The registry can't be reached from the node, or does not answer well: look at its address, its certificate and its limits${policy === 'Always' ? '; `imagePullPolicy: IfNotPresent` asks it less often' : ''}.`,
    };
}

;// CONCATENATED MODULE: ./build/actions/shared/rollout/causes/node.js


/** A node that does not answer may come back; pods are replaced after five minutes only. */
const nodePatience = 10_000;
/** A pod the node rejects is made anew at once, and rejected again. */
const rejections = 5000;
/** What is true of one node at one moment (kubernetes/kubernetes, pkg/kubelet/lifecycle/predicate.go): the next pod goes elsewhere. */
const passing = /^(?:OutOf|NodeAffinity$|UnexpectedAdmissionError$|VolumeAttachmentLimitExceeded$)/;
/**
 * Thrown off the node. The pod's status may say Succeeded and exit 0; the event tells, unless the kubelet has dropped it
 * because the pod had too many others.
 */
const evicted = (facts) => {
    const all = facts.pods.filter(isEvicted);
    const twice = all.length > 1 && !(0,rollout_workload/* statusOf */.c2)(facts.workload).complete;
    return all.map((pod) => {
        const event = evictionOf(pod);
        const said = event?.message ?? pod.message;
        // What the pod itself took too much of, it will take again; a node in need may be another one next time.
        const own = /exceeds the (local )?(limit|ephemeral)|exceed(s|ed)? .*limit|local ephemeral/i.test(said);
        return (0,causes_cause/* about */.Cv)(facts, {
            cause: 'evicted',
            certainty: own || (0,causes_cause/* isAlone */.SW)(facts) || twice ? 'certain' : 'suspected',
            message: `the node has evicted ${pod.name}`,
            evidence: event === undefined ? unexplained(pod) : [`Pod ${pod.name}: ${(0,causes_cause/* quoted */.TL)(event)}`],
            fix: 'Raise what the message names (`ephemeral-storage`, `sizeLimit` of an emptyDir, memory request), or write less to the local disk.',
        });
    });
};
const evictionOf = (pod) => pod.events.find(({ reason }) => reason === 'Evicted');
/** Other reasons for the end of a pod that the node gives in its status. */
const otherEnds = ['DeadlineExceeded', 'Preempting', 'Terminated', 'NodeShutdown'];
const isEvicted = (pod) => evictionOf(pod) !== undefined ||
    pod.reason === 'Evicted' ||
    (pod.thrownOff && !otherEnds.includes(pod.reason));
/** What is left of an eviction without its event. */
function unexplained(pod) {
    if (pod.message !== '')
        return [`Pod ${pod.name}: ${pod.message}`];
    const killing = pod.containers.flatMap(({ events }) => events.filter(({ reason }) => reason === 'Killing'));
    return [
        `Pod ${pod.name}: phase ${pod.phase}, with restartPolicy Always and nobody having deleted it; the event that says why was dropped (\`kubectl describe node\`: what it is short of)`,
        ...killing.slice(-1).map((event) => `Pod ${pod.name}: ${(0,causes_cause/* quoted */.TL)(event)}`),
    ];
}
/** The node no longer tells how its pods are: they are not ready, and nothing is wrong with them. */
const nodeLost = (facts) => facts.pods.flatMap((pod) => {
    const event = pod.events.findLast(({ reason }) => reason === 'NodeNotReady');
    if (event === undefined || pod.ready)
        return [];
    return [
        (0,causes_cause/* about */.Cv)(facts, {
            cause: 'node-lost',
            certainty: nodePatience,
            message: `the node under ${pod.name} does not answer any more`,
            evidence: [`Pod ${pod.name}: ${(0,causes_cause/* quoted */.TL)(event)}`],
            fix: 'Look at the node (`kubectl describe node`): its kubelet, its network, its room. Pods are moved after five minutes, or when the node is deleted.',
        }),
    ];
});
/** The node itself refuses a pod that was given to it: a sysctl, a device, room that is gone. */
const rejected = (facts) => {
    // Others have taken their place; the rejected ones lie about until somebody cleans up.
    if ((0,rollout_workload/* statusOf */.c2)(facts.workload).complete)
        return [];
    const all = facts.pods.filter(isRejected);
    return all.map((pod) => (0,causes_cause/* about */.Cv)(facts, {
        cause: 'admission-denied',
        certainty: rejection(pod, all, facts),
        message: `the node refuses the pod: ${pod.reason}: ${pod.message}`,
        evidence: [`Pod ${pod.name}: ${pod.reason}: ${pod.message}`],
        fix: 'Change what the message names in the pod, or allow it on the nodes (kubelet configuration).',
        path: (0,causes_cause/* inTemplate */.mo)(facts, 'spec'),
    }));
};
function isRejected({ phase, reason, containers }) {
    const ran = containers.some(({ ended, running }) => running || ended !== undefined);
    return phase === 'Failed' && !['Evicted', ...otherEnds, ''].includes(reason) && !ran;
}
function rejection(pod, all, facts) {
    if ((0,causes_cause/* isAlone */.SW)(facts))
        return 'certain';
    if (passing.test(pod.reason) && all.length < facts.pods.length)
        return 'suspected';
    return all.length > 1 && !passing.test(pod.reason) ? 'certain' : rejections;
}

;// CONCATENATED MODULE: ./build/actions/shared/rollout/causes/volume.js


/** A volume that is being made takes its time; one that nobody will make is known sooner. */
const volumePatience = 60_000;
const noProvisioner = 4000;
const waitsForVolume = (why) => /PersistentVolumeClaim|persistentvolumeclaim|persistent volumes|volume node affinity/.test(why);
/** Mounts that no waiting mends. A CSI driver that is not registered may be one whose pod on a new node is still starting. */
const hopelessMount = /hostPath type check failed|is not a directory|is not a file/;
/** Volumes that do not come. The scheduler calls the pod unschedulable; the claim's own events tell why. */
const volume = (facts) => facts.pods.flatMap((pod) => {
    const why = pod.unscheduled;
    const pending = facts.claims.filter(({ name, phase }) => pod.claims.includes(name) && phase === 'Pending');
    const missing = /persistentvolumeclaim "([^"]+)" not found/.exec(why ?? '')?.[1];
    const mount = pod.events.findLast(({ reason, message }) => reason === 'FailedAttachVolume' || (reason === 'FailedMount' && !/configmap|secret/i.test(message)));
    if (why !== undefined && waitsForVolume(why))
        return [claimed(facts, pod.name, why, pending, missing)];
    const running = pod.containers.some((container) => container.running);
    if (mount === undefined || running || pod.prepared)
        return [];
    return [
        (0,causes_cause/* about */.Cv)(facts, {
            cause: 'volume-pending',
            certainty: hopelessMount.test(mount.message) ? noProvisioner : volumePatience,
            message: `a volume can't be mounted: ${mount.message}`,
            evidence: [`Pod ${pod.name}: ${(0,causes_cause/* quoted */.TL)(mount)}`],
            fix: 'The message names the volume; a disk that another node still holds comes free when the old pod is gone.',
            path: volumePath(facts, mount),
        }),
    ];
});
function volumePath(facts, { message }) {
    const path = (0,causes_cause/* inTemplate */.mo)(facts, 'spec', 'volumes');
    const name = /for volume "([^"]+)"/.exec(message)?.[1];
    const index = (0,values/* listAt */.gT)(facts.workload, ...path).findIndex((volume) => (0,values/* textAt */.$6)(volume, 'name') === name);
    return [...path, ...(index < 0 ? [] : [index])];
}
function claimed(facts, pod, why, pending, missing) {
    // FailedBinding is a Normal event.
    const events = pending.flatMap(({ name, events: all }) => all.map((event) => `PersistentVolumeClaim ${name}: ${(0,causes_cause/* quoted */.TL)(event)}`));
    const hopeless = missing !== undefined ||
        events.some((event) => /no storage class is set|storageclass.* not found/i.test(event));
    const names = missing === undefined ? pending.map(({ name }) => name).join(', ') : missing;
    return (0,causes_cause/* about */.Cv)(facts, {
        cause: 'volume-pending',
        certainty: hopeless ? noProvisioner : volumePatience,
        message: missing === undefined
            ? `the PersistentVolumeClaim ${names || 'of the pod'} gets no volume`
            : `there is no PersistentVolumeClaim ${missing}`,
        evidence: [...events.slice(-3), `Pod ${pod}: ${why}`],
        fix: missing === undefined
            ? 'Name a `storageClassName` that the cluster has (`kubectl get storageclass`), or make a default one.'
            : 'Add the claim to the manifests, or correct its name.',
        path: facts.workload.kind === 'StatefulSet'
            ? ['spec', 'volumeClaimTemplates']
            : (0,causes_cause/* inTemplate */.mo)(facts, 'spec', 'volumes'),
    });
}

;// CONCATENATED MODULE: ./build/actions/shared/rollout/causes/place.js




/** Without an autoscaler nothing changes by itself; with one that has refused neither. */
const scalerPatience = 11_000;
/**
 * Written by the Cluster Autoscaler, which looks every ten seconds and may need 30 to 60 for its answer (its FAQ, "What are the
 * Service Level Objectives for Cluster Autoscaler?").
 */
const scaler = { kind: 'ConfigMap', namespace: 'kube-system', name: 'cluster-autoscaler-status' };
/** Whoever sets a gate takes it away again, or has forgotten it. */
const gatePatience = 30_000;
/** Pods that no node takes. */
const unschedulable = (facts) => facts.pods.flatMap((pod) => {
    const why = pod.unscheduled;
    if (why === undefined || waitsForVolume(why))
        return [];
    const scaling = pod.events.some(({ reason }) => reason === 'TriggeredScaleUp' || reason === 'Nominated');
    const refused = pod.events.some(({ reason }) => reason === 'NotTriggerScaleUp');
    const patient = scaling || pod.nominated || facts.leaving > 0;
    return [
        (0,causes_cause/* about */.Cv)(facts, {
            cause: 'unschedulable',
            certainty: place_certaintyOf(pod.gated, patient),
            message: `no node takes the pod: ${why}`,
            evidence: [
                `Pod ${pod.name}: PodScheduled False: ${why}`,
                ...pod.events
                    .filter(({ reason }) => /ScaleUp|FailedScheduling/.test(reason))
                    .slice(-2)
                    .map(causes_cause/* quoted */.TL),
            ],
            fix: place_fixFor(why),
            path: pathFor(why, facts),
            ...(pod.gated || refused ? {} : { unless: [scaler] }),
        }),
    ];
});
function place_certaintyOf(gated, patient) {
    if (patient)
        return 'suspected';
    return gated ? gatePatience : scalerPatience;
}
/** A DaemonSet that no node is for is complete at once, and runs nowhere. */
const nowhere = (facts) => {
    const { workload } = facts;
    const wanted = (0,values/* numberAt */.tk)(workload, 'status', 'desiredNumberScheduled');
    if (workload.kind !== 'DaemonSet' || wanted !== 0 || !(0,rollout_workload/* isObserved */.XJ)(workload))
        return [];
    return [
        (0,causes_cause/* about */.Cv)(facts, {
            cause: 'unschedulable',
            certainty: 'warning',
            message: 'no node is chosen, so that no pod runs',
            evidence: ['status.desiredNumberScheduled: 0'],
            fix: 'Compare `nodeSelector`, `affinity` and `tolerations` with the labels and taints of the nodes.',
            path: (0,causes_cause/* inTemplate */.mo)(facts, 'spec', 'nodeSelector'),
        }),
    ];
};
/** Pods nobody takes up: a scheduler or a node that is not there says nothing. */
const untaken = (facts) => facts.pods.flatMap(({ name, ignoredBy }) => {
    if (ignoredBy === undefined)
        return [];
    const { who, exists } = ignoredBy;
    const field = who.startsWith('node') ? 'nodeName' : 'schedulerName';
    return [
        (0,causes_cause/* about */.Cv)(facts, {
            cause: 'unschedulable',
            certainty: exists ? 'suspected' : scalerPatience,
            message: `nobody takes up the pod: the ${who} has not said anything about it`,
            evidence: [`Pod ${name}: phase Pending, no condition and no event`],
            fix: exists
                ? `The ${who} is there and slow, or has died just now: look at its load and its log, or give \`timeout\` more.`
                : `Is there a ${who}? Correct \`${field}\`, or leave it out.`,
            path: (0,causes_cause/* inTemplate */.mo)(facts, 'spec', field),
        }),
    ];
});
function place_fixFor(why) {
    if (/Insufficient/.test(why))
        return 'Ask for less (`resources.requests`), free room, or add nodes. A surge needs room for one pod more.';
    if (/taint/.test(why))
        return 'Add a toleration for the taint that the message names, or take the taint away.';
    if (/node affinity|node selector|nodeSelector/.test(why))
        return 'No node has the labels asked for: correct `nodeSelector` or `affinity`.';
    if (/scheduling gates/.test(why))
        return 'Take `schedulingGates` out, or look at the controller that should take the gate away.';
    if (/topology spread/.test(why))
        return 'Write `whenUnsatisfiable: ScheduleAnyway`, or add nodes in the missing zones.';
    if (/anti-affinity/.test(why))
        return 'Use preferred instead of required anti-affinity, or add nodes.';
    if (/free ports/.test(why))
        return 'Two pods want one host port: leave `hostPort` out.';
    return 'The message names what no node offers.';
}
function pathFor(why, facts) {
    const spec = (0,causes_cause/* inTemplate */.mo)(facts, 'spec');
    if (/Insufficient/.test(why))
        return [...spec, 'containers', 0, 'resources'];
    if (/scheduling gates/.test(why))
        return [...spec, 'schedulingGates'];
    if (/topology spread/.test(why))
        return [...spec, 'topologySpreadConstraints'];
    if (/free ports/.test(why))
        return [...spec, 'containers', 0, 'ports'];
    if (/taint/.test(why))
        return [...spec, 'tolerations'];
    if (/anti-affinity|pod affinity/.test(why))
        return [...spec, 'affinity'];
    if (/affinity|selector/.test(why))
        return [...spec, 'nodeSelector'];
    return spec;
}

;// CONCATENATED MODULE: ./build/actions/shared/rollout/causes/probe-words.js


/** What a probe of a container got, as events tell. */
function answersTo({ events }, probe) {
    const name = `${probe[0]?.toUpperCase()}${probe.slice(1)} probe`;
    return events.filter(({ reason, message }) => reason === 'Unhealthy' && message.startsWith(name));
}
/** What a probe asks, from its definition: events may be merged or suppressed. */
function describe({ spec }, probe) {
    const defined = (0,values.at)(spec, `${probe}Probe`);
    const every = `every ${(0,values/* numberAt */.tk)(defined, 'periodSeconds') ?? 10}s, ${(0,values/* numberAt */.tk)(defined, 'failureThreshold') ?? 3} failures allowed`;
    if ((0,values.at)(defined, 'httpGet') !== undefined) {
        return `(GET ${(0,values/* textAt */.$6)(defined, 'httpGet', 'path') || '/'} on port ${portOf((0,values.at)(defined, 'httpGet', 'port'))}, ${every})`;
    }
    if ((0,values.at)(defined, 'grpc') !== undefined)
        return `(gRPC health${named((0,values/* textAt */.$6)(defined, 'grpc', 'service'))} on port ${portOf((0,values.at)(defined, 'grpc', 'port'))}, ${every})`;
    if ((0,values.at)(defined, 'tcpSocket') !== undefined)
        return `(TCP on port ${portOf((0,values.at)(defined, 'tcpSocket', 'port'))}, ${every})`;
    const command = (0,values.at)(defined, 'exec', 'command');
    return `(${Array.isArray(command) ? `\`${command.join(' ')}\`, ` : ''}${every})`;
}
const named = (service) => (service === '' ? '' : ` of ${service}`);
const portOf = (port) => String(port ?? '?');
/** What it got, in a few words. */
function gets(answers) {
    const said = answers.at(-1)?.message ?? '';
    const code = /statuscode: (\d+)/.exec(said)?.[1];
    if (code !== undefined)
        return `gets ${code}`;
    if ((0,causes_cause/* isRefusal */.vu)(said))
        return 'gets no connection: nothing listens on that port';
    if (/NOT_SERVING/.test(said))
        return 'gets NOT_SERVING';
    if (/does not implement the grpc health protocol/.test(said))
        return 'finds no gRPC health service';
    if (/deadline exceeded|timeout|timed out/i.test(said))
        return 'gets no answer in time';
    return said === '' ? 'fails' : `fails: ${said.replace(/^\w+ probe [\w ]+: /, '').slice(0, 200)}`;
}
/** What mends a readiness that got this answer last. */
function probe_words_fixFor(last) {
    const said = last?.message ?? '';
    if (/statuscode: 404/.test(said))
        return 'Correct the path of the probe, or serve it.';
    if (/deadline exceeded|timeout/i.test(said) && !(0,causes_cause/* isRefusal */.vu)(said))
        return 'Raise `timeoutSeconds`, or find what the handler waits for: readiness has to answer from what is known already.';
    if ((0,causes_cause/* isRefusal */.vu)(said)) {
        return 'Correct the port of the probe or the address the program listens on (all interfaces, not 127.0.0.1).';
    }
    if (/does not implement the grpc health protocol|unknown service/.test(said))
        return 'Register grpc.health.v1.Health in the server (and the `service` that the probe names), or ask by HTTP.';
    if (/HTTP response to HTTPS client|malformed HTTP|statuscode: 400/.test(said))
        return 'Compare `scheme` of the probe with what the program speaks on that port.';
    if (/statuscode: 503|NOT_SERVING/.test(said))
        return 'The program says that it is not ready yet: its log tells what it waits for.';
    return 'Look at what the program checks for its readiness; its log tells more.';
}

;// CONCATENATED MODULE: ./build/actions/shared/rollout/causes/probe.js




/** A readiness that is lost may come back; so long it may stay away, and less long with an answer that says no. */
const lostPatience = 10_000;
const lostWithWrongAnswer = 3000;
/** An answer that says no, other than 503, is certain when it lasts beyond the probe's own threshold, but this long. */
const wrongAnswerPatience = 6000;
/** A program that accepts connections and answers nobody, after we have waited as well. */
const hangs = 4000;
/** Kills by liveness or startup probes: certain the first time, the kubelet has already been patient. */
const kills = (facts) => (0,causes_cause/* eachContainer */.FD)(facts, (container, pod) => {
    const kill = killedByProbe(container);
    if (kill === undefined)
        return undefined;
    const answers = answersTo(container, kill.probe);
    return (0,causes_cause/* aboutContainer */.Xb)(facts, container, {
        cause: kill.probe === 'startup' ? 'startup-failing' : 'liveness-failing',
        certainty: 'certain',
        message: `the kubelet restarts ${container.name}: its ${kill.probe} probe ${describe(container, kill.probe)} ${gets(answers)}`,
        evidence: [
            `Pod ${pod.name}: ${(0,causes_cause/* quoted */.TL)(kill)}`,
            ...answers.slice(-2).map(causes_cause/* quoted */.TL),
            ...(0,causes_cause/* lastLines */.w$)(container, 5),
        ],
        fix: kill.probe === 'startup'
            ? 'Start faster, or give it longer: `failureThreshold` × `periodSeconds` of the startup probe has to cover the slowest start.'
            : 'Answer the probe from the process alone (no dependencies), correct its path and port, or give it more time (`timeoutSeconds`, a startupProbe for a slow start).',
        field: [`${kill.probe}Probe`],
    });
});
/** Containers that run and are not ready. */
const readiness = (facts) => (0,causes_cause/* eachContainer */.FD)(facts, (container, pod) => {
    if (container.init || !container.running || container.ready || killedByProbe(container) !== undefined)
        return undefined;
    const answers = answersTo(container, 'readiness');
    const lost = pod.lostReadiness > 0;
    if (answers.length === 0 && !lost)
        return undefined;
    return (0,causes_cause/* aboutContainer */.Xb)(facts, container, {
        cause: 'readiness-failing',
        certainty: probe_certaintyOf(container, answers.at(-1), pod.lostReadiness),
        message: lost
            ? `${container.name} was ready and is no longer: its readiness probe ${describe(container, 'readiness')} ${gets(answers)}`
            : `${container.name} does not become ready: its readiness probe ${describe(container, 'readiness')} ${gets(answers)}${elsewhere(container)}${slowly(container, answers.at(-1)?.message ?? '')}`,
        evidence: [
            ...answers.slice(-2).map((event) => `Pod ${pod.name}: ${(0,causes_cause/* quoted */.TL)(event)}`),
            ...(0,causes_cause/* lastLines */.w$)(container, 5),
        ],
        fix: probe_words_fixFor(answers.at(-1)),
        field: ['readinessProbe'],
    });
});
/** Every container is ready and the pod is not: it waits for a condition that somebody else has to set. */
const gates = (facts) => facts.pods.flatMap((pod) => {
    if (pod.gates === undefined || pod.containers.some(({ ready, init }) => !ready && !init))
        return [];
    return [
        (0,causes_cause/* about */.Cv)(facts, {
            cause: 'readiness-failing',
            certainty: 'suspected',
            message: `the containers of ${pod.name} are ready, but nobody sets its readiness gate`,
            evidence: [`Pod ${pod.name}: condition Ready: ReadinessGatesNotReady: ${pod.gates}`],
            fix: 'Look at the controller that sets this condition (a load balancer or a mesh, as a rule), or leave `readinessGates` out.',
            path: (0,causes_cause/* inTemplate */.mo)(facts, 'spec', 'readinessGates'),
        }),
    ];
});
/** Ready, then not, then ready again: that is no success, and the controller's deadline begins anew each time. */
const flapping = (facts) => (0,causes_cause/* eachContainer */.FD)(facts, (container, pod) => {
    const probe = (0,values.at)(container.spec, 'readinessProbe');
    if (container.init || probe === undefined || pod.lostReadiness < 2)
        return undefined;
    const answers = answersTo(container, 'readiness');
    return (0,causes_cause/* aboutContainer */.Xb)(facts, container, {
        cause: 'readiness-failing',
        certainty: 'certain',
        message: `the readiness of ${pod.name} flaps: it was lost ${pod.lostReadiness} times, its probe ${describe(container, 'readiness')} ${gets(answers)}`,
        evidence: [
            ...answers.slice(-2).map((event) => `Pod ${pod.name}: ${(0,causes_cause/* quoted */.TL)(event)}`),
            ...(0,causes_cause/* lastLines */.w$)(container, 5),
        ],
        fix: 'Find what comes and goes in the readiness check (a dependency, a timeout too short, load).',
        field: ['readinessProbe'],
    });
});
/** The kubelet tells a command that it could not start (`errored`), some runtimes only by their words. */
const cannotRun = /^Readiness probe errored|no such file or directory|executable file not found|permission denied/;
function probe_certaintyOf(container, last, losses) {
    const said = last?.message ?? '';
    if (losses > 0)
        return /statuscode: (?!503)/.test(said) ? lostWithWrongAnswer : lostPatience;
    if (listensElsewhere(container) !== undefined)
        return 'certain';
    const times = last?.count ?? 0;
    // A program says 503 while it warms up, and refuses connections before it listens: both may end well.
    if (/statuscode: 503|NOT_SERVING/.test(said) || last === undefined)
        return 'suspected';
    const slow = slowness(container, said);
    if (slow !== undefined)
        return Number.isFinite(slow) ? 'certain' : hangs;
    if ((0,causes_cause/* isRefusal */.vu)(said) || /timeout|deadline exceeded|no route to host|EOF|reset by peer/i.test(said))
        return 'suspected';
    // A command that ends with an error is how databases say that they are still starting; one that can't be run is no answer.
    if ((0,values.at)(container.spec, 'readinessProbe', 'exec') !== undefined && !cannotRun.test(said))
        return 'suspected';
    const threshold = (0,values/* numberAt */.tk)(container.spec, 'readinessProbe', 'failureThreshold') ?? 3;
    return times >= threshold ? 'certain' : wrongAnswerPatience;
}
/** Milliseconds that it needs for an answer the probe gives up on; Infinity when we got none either. */
function slowness({ answersIn, spec }, said) {
    const allowed = ((0,values/* numberAt */.tk)(spec, 'readinessProbe', 'timeoutSeconds') ?? 1) * 1000;
    const late = /deadline exceeded|timeout/i.test(said) && !(0,causes_cause/* isRefusal */.vu)(said);
    return late && answersIn !== undefined && answersIn > allowed ? answersIn : undefined;
}
function slowly(container, said) {
    const ms = slowness(container, said);
    if (ms === undefined)
        return '';
    return Number.isFinite(ms)
        ? `; it answers after ${(ms / 1000).toFixed(1)} s, and \`timeoutSeconds\` is ${(0,values/* numberAt */.tk)(container.spec, 'readinessProbe', 'timeoutSeconds') ?? 1}`
        : '; the program accepts the connection and does not answer within 5 s either';
}
/** Where the program listens, when it is proven to listen, but not where the probe asks. */
function listensElsewhere({ answersOn, log = '' }) {
    if (answersOn === undefined)
        return undefined;
    if (answersOn.length > 0)
        return `port ${answersOn.join(', ')}`;
    const local = /(?:listen|serv|start|addr)\S*.*?((?:127\.0\.0\.1|localhost|\[::1\]):\d+)/i.exec(log)?.[1];
    return local === undefined ? undefined : `${local}, which nobody outside of it reaches`;
}
function elsewhere(container) {
    const found = listensElsewhere(container);
    return found === undefined ? '' : `; the program listens on ${found}`;
}

;// CONCATENATED MODULE: ./build/actions/shared/rollout/causes/sandbox.js

/** Networks come up late on a new node. */
const sandbox_patience = 20_000;
const hopeless = 4000;
/** The node can't make the surroundings of the pod: its network, or the runtime of its RuntimeClass. */
const sandbox = (facts) => facts.pods.flatMap((pod) => {
    const event = pod.events.findLast(({ reason }) => reason === 'FailedCreatePodSandBox');
    const begun = pod.prepared || pod.containers.some(({ running, ended }) => running || ended !== undefined);
    if (event === undefined || begun)
        return [];
    const runtime = /no runtime for "([^"]+)" is configured|RuntimeHandler "([^"]+)" not supported/.exec(event.message);
    return [
        (0,causes_cause/* about */.Cv)(facts, {
            cause: 'start-failed',
            certainty: runtime === null ? sandbox_patience : hopeless,
            message: runtime === null
                ? `the node can't make the sandbox of ${pod.name}: ${event.message}`
                : `no node has the runtime ${runtime[1] ?? runtime[2]} that the RuntimeClass asks for`,
            evidence: [`Pod ${pod.name}: ${(0,causes_cause/* quoted */.TL)(event)}`],
            fix: runtime === null
                ? "Look at the node's network plugin and container runtime."
                : 'Correct `runtimeClassName`, or leave it out.',
            path: (0,causes_cause/* inTemplate */.mo)(facts, 'spec', ...(runtime === null ? [] : ['runtimeClassName'])),
        }),
    ];
});

;// CONCATENATED MODULE: ./build/actions/shared/rollout/causes/start.js

/** Programs that can't be started at all: wrong processor, no interpreter, no such file. */
const start = (facts) => (0,causes_cause/* eachContainer */.FD)(facts, (container, pod) => {
    if (container.ended === undefined && container.waiting === undefined)
        return undefined;
    const decided = start_judge(container) ?? refusedByRuntime(container);
    if (decided === undefined)
        return undefined;
    const state = container.ended;
    const said = state?.message || container.waiting?.message || '';
    return (0,causes_cause/* aboutContainer */.Xb)(facts, container, {
        certainty: 'certain',
        ...decided,
        evidence: [
            `Pod ${pod.name}: ${state === undefined ? container.waiting?.reason : `exit code ${state.exitCode} (${state.reason})`}${said === '' ? '' : `: ${said.trim()}`}`,
            ...(0,causes_cause/* lastLines */.w$)(container, 3),
        ],
    });
});
/** What the container runtime says instead of starting it; empty when it started. */
function refusal({ ended, waiting }) {
    const atStart = ended?.reason === 'StartError' || ended?.reason === 'ContainerCannotRun';
    const before = waiting?.reason === 'CreateContainerError' || waiting?.reason === 'RunContainerError';
    return [atStart ? ended.message : '', before ? waiting.message : ''].join('\n').trim();
}
function start_judge(container) {
    const { log = '' } = container;
    const refused = refusal(container);
    // The runtime's own last words, when it fails after the container counts as started, stand in the log alone.
    const words = /^exec (\S+): (exec format error|no such file or directory)\s*$/m.exec(log);
    const program = words?.[1] ?? /exec: "([^"]+)"/.exec(refused)?.[1] ?? 'the program';
    if (words?.[2] === 'exec format error' || /exec format error/.test(refused))
        return wrongPlatform(container, program);
    if (words?.[2] === 'no such file or directory')
        return noInterpreter(container, program);
    if (/error mounting|failed to mount/.test(refused))
        return undefined;
    if (/no such file or directory|executable file not found/.test(refused))
        return noFile(container, program);
    if (/permission denied/.test(refused))
        return notExecutable(container, program);
    return undefined;
}
/** The runtime may be busy once; what it refuses for good it refuses again. */
const start_patience = 6000;
function refusedByRuntime(container) {
    const refused = refusal(container);
    if (refused === '')
        return undefined;
    const mount = /error mounting|failed to mount|not a directory/.test(refused);
    return {
        cause: 'start-failed',
        certainty: container.ends > 1 ? 'certain' : start_patience,
        message: `the container runtime does not start ${container.name}: ${refused.split('\n', 1)[0]}`,
        fix: mount
            ? 'Correct `volumeMounts`: a file can be mounted on a file (`subPath`) and a directory on a directory only.'
            : "Correct what the runtime's words name: `command`, `workingDir`, the security context, or the devices.",
        ...(mount ? { field: ['volumeMounts'] } : {}),
    };
}
function wrongPlatform({ image }, program) {
    return {
        cause: 'image-wrong-platform',
        message: `${program} in ${image} is made for another processor than the node's (exec format error)`,
        fix: "Build for the nodes' platform (GOOS/GOARCH, `platform`); a script needs `#!` in its first line.",
    };
}
function noInterpreter({ image }, program) {
    return {
        cause: 'missing-interpreter',
        message: `${program} is in ${image}, but what it needs to run is not: its dynamic linker (a glibc program on musl or scratch) or its script interpreter`,
        fix: 'Build static (`CGO_ENABLED=0`; go-static-build proves it), or use a base image that has the linker.',
    };
}
function noFile({ image }, program) {
    return {
        cause: 'missing-file',
        message: `there is no ${program} in ${image}`,
        fix: 'Correct `command` in the manifest or ENTRYPOINT and COPY in the Dockerfile.',
    };
}
function notExecutable({ image }, program) {
    return {
        cause: 'missing-file',
        message: `${program} in ${image} may not be executed by the container's user (permission denied)`,
        fix: 'Set the execute bit (`COPY --chmod=0755`), and let the user read the folders above.',
    };
}

;// CONCATENATED MODULE: ./build/actions/shared/rollout/causes/all.js












const causes = [
    admission/* admission */.a,
    image_image,
    config,
    start,
    outOfMemory,
    evicted,
    nodeLost,
    rejected,
    kills,
    crash,
    volume,
    sandbox,
    unschedulable,
    untaken,
    nowhere,
    job,
    expired,
    readiness,
    flapping,
    gates,
    held,
    replicas,
    paused,
    deadline,
];
/** Everything that is wrong with a workload, the most telling first. */
function diagnose(facts) {
    return (0,finding/* ranked */.ad)(withoutConsequences(causes.flatMap((cause) => cause(facts))));
}
const unstartedBy = new Set([
    'missing-interpreter',
    'missing-file',
    'start-failed',
    'image-wrong-platform',
]);
/**
 * A program that never started has no crash of its own, and a container that ends is not ready: where the root is known
 * its consequences are not told. A deadline is told by what it waited for.
 */
function withoutConsequences(findings) {
    const unstarted = new Set(findings.filter(({ cause }) => unstartedBy.has(cause)).map(({ container }) => container));
    const past = findings.some(({ cause }) => cause === 'progress-deadline');
    return findings
        .filter(({ cause, container }) => !(unstarted.has(container) && (cause === 'crash-loop' || cause === 'init-failed')))
        .map((finding) => past && finding.cause !== 'progress-deadline' && finding.certainty !== 'warning'
        ? { ...finding, certainty: 'certain' }
        : finding);
}


/***/ }),

/***/ 66432:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cv: () => (/* binding */ about),
/* harmony export */   FD: () => (/* binding */ eachContainer),
/* harmony export */   SW: () => (/* binding */ isAlone),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   Xb: () => (/* binding */ aboutContainer),
/* harmony export */   mo: () => (/* binding */ inTemplate),
/* harmony export */   vu: () => (/* binding */ isRefusal),
/* harmony export */   w$: () => (/* binding */ lastLines)
/* harmony export */ });
/* harmony import */ var _kube_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49256);
/* harmony import */ var _manifests_pod_spec_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93900);


/** A field of a workload's pod template; a Pod is its own. */
function inTemplate({ workload }, ...field) {
    return [...((0,_manifests_pod_spec_js__WEBPACK_IMPORTED_MODULE_0__/* .templatePath */ .Y7)(workload) ?? []), ...field];
}
/** A finding about a workload; `path` is its pod template unless told. */
function about(facts, told) {
    return { ref: (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_1__/* .refOf */ .H8)(facts.workload), path: inTemplate(facts), ...told };
}
/** A finding about one container of a workload, at `field` of its definition. */
function aboutContainer(facts, container, told) {
    const { field = [], ...rest } = told;
    return about(facts, { container: container.name, path: [...container.path, ...field], ...rest });
}
/** A pod nobody replaces: how it has ended is how it stays. */
const isAlone = ({ workload }) => workload.kind === 'Pod';
/** What `decide` finds on each container of the new pods. */
function eachContainer(facts, decide) {
    return facts.pods.flatMap((pod) => pod.containers.flatMap((container) => {
        const found = decide(container, pod);
        return found === undefined ? [] : [found];
    }));
}
/** An event as evidence. */
function quoted({ reason, message, count }) {
    return `event ${reason}${count > 1 ? ` (${count} times)` : ''}: ${message.trim()}`;
}
/** Whether a probe found nobody listening. A gRPC probe reports that as a connection that did not come in time. */
function isRefusal(said) {
    return /connection refused|timeout: failed to connect service/.test(said);
}
/** The last lines of a container's log as evidence. */
function lastLines({ name, log }, count = 15) {
    const lines = (log ?? '')
        .trimEnd()
        .split('\n')
        .filter((line) => line.trim() !== '');
    return lines.slice(-count).map((line) => `log of ${name}: ${line}`);
}


/***/ }),

/***/ 46115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ factsOf)
});

// EXTERNAL MODULE: ./build/actions/shared/kube/values.js
var values = __webpack_require__(49256);
// EXTERNAL MODULE: ./build/actions/shared/manifests/pod-spec.js
var pod_spec = __webpack_require__(93900);
// EXTERNAL MODULE: ./build/actions/shared/rollout/workload.js
var rollout_workload = __webpack_require__(57413);
;// CONCATENATED MODULE: ./build/actions/shared/rollout/facts/claims.js

/** The names of a pod's PersistentVolumeClaims. */
function claimNames(pod) {
    return (0,values/* listAt */.gT)(pod, 'spec', 'volumes')
        .map((volume) => (0,values/* textAt */.$6)(volume, 'persistentVolumeClaim', 'claimName'))
        .filter((name) => name !== '');
}
function claimsOf(world, pod) {
    return claimNames(pod).flatMap((name) => {
        const claim = world.find({ ...(0,values/* refOf */.H8)(pod), kind: 'PersistentVolumeClaim', name });
        if (claim === undefined)
            return [];
        const storageClass = (0,values.at)(claim, 'spec', 'storageClassName');
        return [
            {
                name,
                phase: (0,values/* textAt */.$6)(claim, 'status', 'phase'),
                storageClass: typeof storageClass === 'string' ? storageClass : undefined,
                events: world.eventsOf(claim.metadata.uid),
            },
        ];
    });
}

// EXTERNAL MODULE: ./build/actions/shared/rollout/world/histories.js
var histories = __webpack_require__(38209);
;// CONCATENATED MODULE: ./build/actions/shared/rollout/facts/container.js


/** `events`: those about its pod. The container's path is the one in the workload's object. */
function containerFacts(world, pod, { name, init, spec, image, path }, events) {
    const list = init ? 'initContainerStatuses' : 'containerStatuses';
    const status = (0,values/* listAt */.gT)(pod, 'status', list).find((candidate) => (0,values/* textAt */.$6)(candidate, 'name') === name);
    const waiting = (0,values.at)(status, 'state', 'waiting');
    const uid = pod.metadata.uid ?? '';
    const ends = (0,histories/* endsOf */.oI)(status) - world.endsBeforeOf(uid, name);
    const { log, ports, slowness } = world.learntOf(uid, name);
    return {
        name,
        init: init && (0,values/* textAt */.$6)(spec, 'restartPolicy') !== 'Always',
        path,
        spec,
        image,
        waiting: (0,values/* isJson */.Fh)(waiting)
            ? { reason: (0,values/* textAt */.$6)(waiting, 'reason'), message: (0,values/* textAt */.$6)(waiting, 'message') }
            : undefined,
        running: (0,values/* isJson */.Fh)((0,values.at)(status, 'state', 'running')),
        ended: ends > 0 ? terminated(world.endOf(uid, name)) : undefined,
        ends,
        ready: (0,values.at)(status, 'ready') === true,
        started: (0,values.at)(status, 'started') === true,
        events: events.filter(({ fieldPath }) => fieldPath.endsWith(`{${name}}`)),
        log,
        answersOn: ports,
        answersIn: slowness,
    };
}
function terminated(state) {
    if (!(0,values/* isJson */.Fh)(state))
        return undefined;
    return {
        exitCode: (0,values/* numberAt */.tk)(state, 'exitCode') ?? 0,
        signal: (0,values/* numberAt */.tk)(state, 'signal'),
        reason: (0,values/* textAt */.$6)(state, 'reason'),
        message: (0,values/* textAt */.$6)(state, 'message'),
    };
}

;// CONCATENATED MODULE: ./build/actions/shared/rollout/facts/pod.js






function podFacts(world, pod, workload) {
    const uid = pod.metadata.uid ?? '';
    const events = world.eventsOf(uid);
    const scheduled = (0,rollout_workload/* conditionOf */.rI)(pod, 'PodScheduled');
    const ready = (0,rollout_workload/* conditionOf */.rI)(pod, 'Ready');
    const history = world.historyOf(uid);
    const paths = new Map((0,pod_spec/* containersOf */.Mz)(workload).map(({ name, path }) => [name, path]));
    return {
        name: pod.metadata.name ?? '',
        uid,
        phase: (0,values/* textAt */.$6)(pod, 'status', 'phase'),
        reason: (0,values/* textAt */.$6)(pod, 'status', 'reason'),
        message: (0,values/* textAt */.$6)(pod, 'status', 'message'),
        thrownOff: isThrownOff(pod),
        ready: ready?.status === 'True',
        prepared: (0,rollout_workload/* conditionOf */.rI)(pod, 'PodReadyToStartContainers')?.status === 'True',
        unscheduled: scheduled?.status === 'False' ? scheduled.message : undefined,
        gated: scheduled?.reason === 'SchedulingGated',
        nominated: (0,values/* textAt */.$6)(pod, 'status', 'nominatedNodeName') !== '',
        ignoredBy: ignoredBy(world, pod, events.length),
        gates: ready?.reason === 'ReadinessGatesNotReady' ? ready.message : undefined,
        claims: claimNames(pod),
        containers: (0,pod_spec/* containersOf */.Mz)(pod).map((container) => containerFacts(world, pod, { ...container, path: paths.get(container.name) ?? [] }, events)),
        events: events.filter(({ fieldPath }) => !fieldPath.includes('{')),
        wasReady: history.wasReady,
        lostReadiness: history.losses,
    };
}
/** Containers that are always restarted end for good only with their pod, and nobody has deleted that. */
function isThrownOff(pod) {
    const over = ['Succeeded', 'Failed'].includes((0,values/* textAt */.$6)(pod, 'status', 'phase'));
    const ran = (0,values/* listAt */.gT)(pod, 'status', 'containerStatuses').some((status) => (0,values/* isJson */.Fh)((0,values.at)(status, 'state', 'terminated')));
    return over && ran && ((0,values/* textAt */.$6)(pod, 'spec', 'restartPolicy') || 'Always') === 'Always';
}
/**
 * A pod nobody says anything about: its scheduler has not looked at it, or its node has not taken it up. With thousands of
 * pods before it both take their time: only a name that nobody answers to is a mistake.
 */
function ignoredBy(world, pod, events) {
    const silent = (0,values/* textAt */.$6)(pod, 'status', 'phase') === 'Pending' && events === 0;
    if (!silent || (0,values/* listAt */.gT)(pod, 'status', 'containerStatuses').length > 0)
        return undefined;
    const node = (0,values/* textAt */.$6)(pod, 'spec', 'nodeName');
    const scheduled = (0,rollout_workload/* conditionOf */.rI)(pod, 'PodScheduled') !== undefined;
    // A scheduler gives pods to nodes that there are.
    if (node !== '')
        return { who: `node ${node}`, exists: scheduled };
    const scheduler = (0,histories/* schedulerOf */.Jn)(pod);
    return scheduled ? undefined : { who: `scheduler ${scheduler}`, exists: world.isScheduler(scheduler) };
}

;// CONCATENATED MODULE: ./build/actions/shared/rollout/facts/facts.js





/** Gathers what is known about one workload. */
function factsOf(world, workload, othersPending) {
    const set = world.newReplicaSet(workload);
    const owned = world.podsOf(workload);
    const current = (0,rollout_workload/* isSeen */.U4)(workload);
    const pods = current ? owned.filter((pod) => world.isNew(pod, workload, set)) : [];
    const alive = pods.filter((pod) => !isLeaving(pod) && !isLeft(world, pod, workload));
    // The Deployment's own condition may be that of an old ReplicaSet.
    const failure = current && set !== undefined ? (0,rollout_workload/* conditionOf */.rI)(set, 'ReplicaFailure') : undefined;
    return {
        workload,
        pods: alive.map((pod) => podFacts(world, pod, workload)),
        claims: alive.flatMap((pod) => claimsOf(world, pod)),
        events: [...world.eventsOf(workload.metadata.uid), ...world.eventsOf(set?.metadata.uid)],
        replicaFailure: failure?.status === 'True' ? failure.message : undefined,
        deadlineExceeded: current && (0,rollout_workload/* conditionOf */.rI)(workload, 'Progressing')?.reason === 'ProgressDeadlineExceeded',
        othersPending,
        leaving: owned.filter(isLeaving).length,
        held: owned.filter(isHeld).map(({ metadata: { name = '', finalizers = [] } }) => ({ name, finalizers })),
        scalings: world.scalingsOf(workload.metadata.uid),
        taken: takenFrom(world, workload, owned.filter(isLeaving)),
    };
}
const isLeaving = ({ metadata }) => metadata.deletionTimestamp !== undefined;
/** Evicted or rejected before we began: such pods of a Deployment lie about for long, and others have taken their place. */
const isLeft = (world, { metadata }, { kind }) => kind !== 'Pod' && kind !== 'Job' && world.wasOver(metadata.uid);
/** Being deleted, all its containers ended, and still there. */
function isHeld(pod) {
    if (!isLeaving(pod) || (pod.metadata.finalizers ?? []).length === 0)
        return false;
    return (0,values/* listAt */.gT)(pod, 'status', 'containerStatuses').every((status) => (0,values/* isJson */.Fh)((0,values.at)(status, 'state', 'terminated')));
}
function takenFrom(world, workload, leaving) {
    if (workload.kind !== 'Job')
        return [];
    return [...world.goneFrom(workload.metadata.uid), ...leaving].map((pod) => {
        const { name = '', uid = '' } = pod.metadata;
        const containers = (0,pod_spec/* containersOf */.Mz)(pod).map((container) => ({
            name: container.name,
            log: world.learntOf(uid, container.name).log,
        }));
        return { name, uid, containers };
    });
}


/***/ }),

/***/ 4275:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   ad: () => (/* binding */ ranked)
/* harmony export */ });
/* unused harmony export causeIds */
/**
 * Everything that can be wrong with a rollout, most telling first: where several are true of one pod, the first of this
 * list is the cause and the others are its consequences. docs/rollout-causes.md explains each.
 */
const causeIds = [
    'unreachable',
    'unauthorized',
    'forbidden',
    'frozen',
    'busy',
    'older-release',
    'namespace-missing',
    'invalid-manifest',
    'selector-mismatch',
    'immutable-field',
    'field-conflict',
    'managed-elsewhere',
    'sync-failed',
    'stuck-finalizer',
    'not-there',
    'no-previous-revision',
    'webhook-failed',
    'service-account-missing',
    'quota-exceeded',
    'admission-denied',
    'image-name-invalid',
    'image-wrong-platform',
    'image-not-found',
    'image-pull-denied',
    'image-pull-failed',
    'config-missing',
    'runs-as-root',
    'missing-interpreter',
    'missing-file',
    'start-failed',
    'oom-killed',
    'evicted',
    'node-lost',
    'init-failed',
    'panic',
    'liveness-failing',
    'startup-failing',
    'crash-loop',
    'volume-pending',
    'unschedulable',
    'job-failed',
    'resource-failed',
    'readiness-failing',
    'service-port-mismatch',
    'no-endpoints',
    'replica-conflict',
    'progress-deadline',
    'old-pods-left',
    'not-pruned',
    'notes-open',
];
/** Two findings of one cause on one container are one, on however many pods it is seen. */
function keyOf({ cause, ref, container = '' }) {
    return [cause, ref.kind, ref.namespace ?? '', ref.name, container].join(' ');
}
/** The most telling first; of one cause the surest first. */
function ranked(findings) {
    const order = findings.toSorted((a, b) => causeIds.indexOf(a.cause) - causeIds.indexOf(b.cause) || sureness(b.certainty) - sureness(a.certainty));
    return [...new Map(order.toReversed().map((finding) => [keyOf(finding), finding])).values()].toReversed();
}
function sureness(certainty) {
    if (certainty === 'certain')
        return 3;
    if (typeof certainty === 'number')
        return 2;
    return certainty === 'suspected' ? 1 : 0;
}


/***/ }),

/***/ 33918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ watchedKinds)
/* harmony export */ });
/* harmony import */ var _kube_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49256);
/* harmony import */ var _manifests_pod_spec_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93900);
/* harmony import */ var _workload_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57413);



/** What has to be watched to see workloads to their end: themselves, what makes their pods, the pods, and events. */
function watchedKinds(workloads) {
    if (workloads.length === 0)
        return [];
    const own = workloads.map(({ apiVersion, kind }) => ({ apiVersion, kind }));
    const sets = own.some(_workload_js__WEBPACK_IMPORTED_MODULE_0__/* .hasSets */ .WZ) ? [{ apiVersion: 'apps/v1', kind: 'ReplicaSet' }] : [];
    const claims = workloads.some(usesClaims) ? [{ apiVersion: 'v1', kind: 'PersistentVolumeClaim' }] : [];
    const all = [
        ...own,
        ...sets,
        ...claims,
        { apiVersion: 'v1', kind: 'Pod' },
        { apiVersion: 'v1', kind: 'Event' },
    ];
    return [...new Map(all.map((kind) => [`${kind.apiVersion} ${kind.kind}`, kind])).values()];
}
function usesClaims(workload) {
    return ((0,_kube_values_js__WEBPACK_IMPORTED_MODULE_1__/* .listAt */ .gT)(workload, 'spec', 'volumeClaimTemplates').length > 0 ||
        (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_1__/* .listAt */ .gT)(workload, ...((0,_manifests_pod_spec_js__WEBPACK_IMPORTED_MODULE_2__/* .templatePath */ .Y7)(workload) ?? []), 'spec', 'volumes').some((volume) => (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(volume, 'persistentVolumeClaim', 'claimName') !== ''));
}


/***/ }),

/***/ 41116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ LogReader)
});

// EXTERNAL MODULE: ./build/actions/shared/kube/values.js
var values = __webpack_require__(49256);
// EXTERNAL MODULE: ./build/actions/shared/rollout/causes/cause.js
var cause = __webpack_require__(66432);
;// CONCATENATED MODULE: ./build/actions/shared/rollout/observe/ports.js

/**
 * Ports other than the probe's: those that the container declares, those that its variables and arguments set, and those
 * that its log speaks of when it says that it listens. That the probe's own port answers in the end proves nothing but a slow start.
 */
function otherPorts({ spec }, log) {
    const declared = (0,values/* listAt */.gT)(spec, 'ports').map((port) => (0,values/* numberAt */.tk)(port, 'containerPort') ?? 0);
    const said = log
        .split('\n')
        .filter((line) => /listen|serv|start|addr|port/i.test(line))
        .flatMap((line) => [...line.matchAll(/(?::|port\D{1,3})(\d{2,5})\b/gi)].map((match) => Number(match[1])));
    const probed = probePort(spec);
    return [...new Set([...declared, ...toldPorts(spec), ...said])]
        .filter((port) => port > 0 && port < 65_536 && port !== probed)
        .slice(0, 5);
}
/** Ports in `PORT: "9000"`, `ADDR: ":9000"`, `--port=9000`, `-listen :9000`. */
function toldPorts(spec) {
    const variables = (0,values/* listAt */.gT)(spec, 'env')
        .filter((variable) => /PORT|ADDR|LISTEN|BIND/i.test((0,values/* textAt */.$6)(variable, 'name')))
        .map((variable) => (0,values/* textAt */.$6)(variable, 'value'));
    const words = [...(0,values/* listAt */.gT)(spec, 'command'), ...(0,values/* listAt */.gT)(spec, 'args')].filter((word) => typeof word === 'string');
    const numbers = [...variables, ...words].flatMap((text) => /(?:^|[:=])(\d{2,5})$/.exec(text.trim())?.slice(1) ?? []);
    return numbers.map(Number);
}
/** The readiness probe's own port; a name stands for the container port of that name. */
function probePort(spec) {
    const probe = (0,values.at)(spec, 'readinessProbe');
    const port = (0,values.at)(probe, 'httpGet', 'port') ?? (0,values.at)(probe, 'tcpSocket', 'port') ?? (0,values.at)(probe, 'grpc', 'port');
    if (typeof port === 'number')
        return port;
    const named = (0,values/* listAt */.gT)(spec, 'ports').find((candidate) => (0,values/* textAt */.$6)(candidate, 'name') === port);
    return (0,values/* numberAt */.tk)(named, 'containerPort');
}

;// CONCATENATED MODULE: ./build/actions/shared/rollout/observe/logs.js



/** Long enough for a panic with its stack. */
const tailLines = 200;
/** Reads the logs of containers that ended, once per end, while they still exist. */
class LogReader {
    kube;
    watching;
    read = new Map();
    open = 0;
    constructor(kube, watching) {
        this.kube = kube;
        this.watching = watching;
    }
    /** Whether a log is being read right now. */
    get busy() {
        return this.open > 0;
    }
    /** Begins to read what is new: logs of ends, and where a program that refuses its probe listens instead. */
    readFor(facts) {
        this.readEnded(facts);
        this.readTaken(facts);
        for (const pod of facts.pods) {
            for (const container of pod.containers) {
                if (isSlow(container)) {
                    void this.once(`${pod.uid}/${container.name}/slow`, () => this.askSlowly(facts, pod, container));
                }
                const refusals = refusalsOf(container);
                if (refusals < 2 || (container.answersOn?.length ?? 0) > 0)
                    continue;
                void this.once(`${pod.uid}/${container.name}/refused ${refusals}`, () => this.lookForPorts(facts, pod, container));
            }
        }
    }
    readEnded({ workload, pods }) {
        const namespace = workload.metadata.namespace ?? '';
        for (const pod of pods) {
            for (const container of pod.containers) {
                if (container.ended === undefined)
                    continue;
                const previous = container.running || container.waiting !== undefined;
                void this.log(namespace, pod, container, `ended ${container.ends}`, previous);
            }
        }
    }
    /** Pods that are taken away leave their logs for a moment only. */
    readTaken({ workload, taken }) {
        const namespace = workload.metadata.namespace ?? '';
        for (const pod of taken) {
            for (const container of pod.containers)
                void this.log(namespace, pod, container, 'taken', false);
        }
    }
    /** Reads what running containers that are not ready say. */
    async readRunning({ workload, pods }) {
        const wanted = pods.flatMap((pod) => pod.containers
            .filter(({ running, ready, log }) => running && !ready && log === undefined)
            .map((container) => ({ pod, container })));
        const namespace = workload.metadata.namespace ?? '';
        await Promise.all(wanted.slice(0, 5).map(({ pod, container }) => this.log(namespace, pod, container, 'running', false)));
    }
    log(namespace, pod, { name }, which, previous) {
        return this.once(`${pod.uid}/${name}/${which}`, async () => {
            const log = await this.kube.logs(namespace, pod.name, name, { previous, tailLines });
            this.watching.world.learn(pod.uid, name, { log });
        });
    }
    /** Asks, through the API server, on which other port the program answers. */
    async lookForPorts({ workload }, pod, container) {
        const namespace = workload.metadata.namespace ?? '';
        const log = await this.kube.logs(namespace, pod.name, container.name, { tailLines });
        this.watching.world.learn(pod.uid, container.name, { log });
        const answers = await Promise.all(otherPorts(container, log).map(async (port) => {
            const path = `/api/v1/namespaces/${namespace}/pods/${pod.name}:${port}/proxy/`;
            const { status, body } = await this.kube.raw(path, { timeout: 2000 });
            return status === 403 || /dial tcp|error trying to reach/.test(body) ? [] : [port];
        }));
        this.watching.world.learn(pod.uid, container.name, { ports: answers.flat() });
    }
    /** Asks what the probe asks, and waits longer than it does. */
    async askSlowly({ workload }, pod, { name, spec }) {
        const probe = (0,values.at)(spec, 'readinessProbe', 'httpGet');
        const scheme = (0,values/* textAt */.$6)(probe, 'scheme') === 'HTTPS' ? 'https:' : '';
        const where = `/api/v1/namespaces/${workload.metadata.namespace}/pods/${scheme}${pod.name}:${probePort(spec)}/proxy`;
        const begun = performance.now();
        const question = `${where}/${(0,values/* textAt */.$6)(probe, 'path').replace(/^\//, '')}`;
        const answer = await this.kube.raw(question, { timeout: patientMs }).catch(() => undefined);
        if (answer?.status === 403)
            return;
        const ms = answer === undefined ? Number.POSITIVE_INFINITY : performance.now() - begun;
        this.watching.world.learn(pod.uid, name, { slowness: ms });
    }
    /** Does what has not been done yet under this key. */
    once(key, work) {
        const known = this.read.get(key) ?? this.tried(work);
        this.read.set(key, known);
        return known;
    }
    async tried(work) {
        this.open += 1;
        try {
            await work();
        }
        catch {
            // The container may be gone, or we may not ask; then the diagnosis does without.
        }
        finally {
            this.open -= 1;
            this.watching.wake();
        }
    }
}
/** How long we wait for an answer that the probe did not wait for. */
const patientMs = 5000;
/** Whether its readiness probe over HTTP got no answer in time, more than once. */
function isSlow({ events, ready, running, spec }) {
    if (ready || !running || (0,values.at)(spec, 'readinessProbe', 'httpGet') === undefined)
        return false;
    return events.some(({ message, count }) => count > 1 && /^Readiness probe failed: .*(deadline exceeded|Timeout)/.test(message));
}
function refusalsOf({ events, ready, running }) {
    if (ready || !running)
        return 0;
    return Math.max(0, ...events
        .filter(({ message }) => message.startsWith('Readiness probe failed: ') && (0,cause/* isRefusal */.vu)(message))
        .map(({ count }) => count));
}


/***/ }),

/***/ 18873:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ startWatching)
});

// EXTERNAL MODULE: ./build/actions/shared/kube/errors.js
var errors = __webpack_require__(80265);
// EXTERNAL MODULE: ./build/actions/shared/kube/values.js
var kube_values = __webpack_require__(49256);
// EXTERNAL MODULE: ./build/actions/shared/rollout/workload.js
var rollout_workload = __webpack_require__(57413);
;// CONCATENATED MODULE: ./build/actions/shared/rollout/facts/events.js

function eventFact(event) {
    return {
        reason: (0,kube_values/* textAt */.$6)(event, 'reason'),
        message: (0,kube_values/* textAt */.$6)(event, 'message'),
        count: (0,kube_values/* numberAt */.tk)(event, 'series', 'count') ?? (0,kube_values/* numberAt */.tk)(event, 'count') ?? 1,
        fieldPath: (0,kube_values/* textAt */.$6)(event, 'involvedObject', 'fieldPath'),
    };
}

;// CONCATENATED MODULE: ./build/actions/shared/rollout/world/events.js


/** Events of these come with the life of what they are about, which is short or only asked about while it is pending. */
const shortLived = new Set(['Pod', 'PersistentVolumeClaim']);
/** What the cluster's components have said, by the object it is about: only what is ever told of it, of thousands of pods. */
class Events {
    about = new Map();
    /** Of earlier rollouts, perhaps. */
    old = new Set();
    /** Of short-lived objects, from before we began. */
    early = new Set();
    /** `initial`: it was there before we began. */
    take(event, type, initial) {
        // An event about a lasting object may be of an earlier rollout, unless it comes again.
        const key = `${event.metadata.uid}`;
        const kept = shortLived.has((0,kube_values/* textAt */.$6)(event, 'involvedObject', 'kind')) ? this.early : this.old;
        if (initial)
            kept.add(key);
        else
            kept.delete(key);
        if (type === 'DELETED')
            return;
        const about = (0,kube_values/* textAt */.$6)(event, 'involvedObject', 'uid');
        const known = this.about.get(about) ?? new Map();
        // What came last stands last, also when it came before.
        known.delete(key);
        known.set(key, eventFact(event));
        this.about.set(about, known);
    }
    /** Events about an object that came or came again since we began; of short-lived ones all, unless only `since` then. */
    of(uid, since) {
        const found = [...(this.about.get(uid ?? '') ?? [])];
        const isLeftOut = (key) => this.old.has(key) || (since && this.early.has(key));
        return found.flatMap(([key, fact]) => (isLeftOut(key) ? [] : [fact]));
    }
}

// EXTERNAL MODULE: ./build/actions/shared/rollout/world/histories.js
var histories = __webpack_require__(38209);
;// CONCATENATED MODULE: ./build/actions/shared/rollout/world/lean.js

/**
 * What is kept of an object: not who wrote which field. Of a workload's pods, which come by the thousand and change five times
 * until they are ready, only what a cause may look at, and their spec once as long as it is the same.
 */
function leanOf(object, before) {
    const { managedFields: _, uid = '', ...metadata } = object.metadata;
    const lean = { ...object, metadata: { ...metadata, uid } };
    const owned = (metadata.ownerReferences ?? []).length > 0;
    if (object.kind !== 'Pod' || !owned)
        return lean;
    const spec = isSameSpec(lean, before) ? before?.['spec'] : leanSpec(object);
    return { ...lean, spec, status: leanStatus((0,kube_values.at)(object, 'status')) };
}
/** The generation of a pod counts the changes of its spec since Kubernetes 1.33; being given to a node is none. */
function isSameSpec(pod, before) {
    const { generation } = pod.metadata;
    return (generation !== undefined &&
        generation === before?.metadata.generation &&
        (0,kube_values.at)(pod, 'spec', 'nodeName') === (0,kube_values.at)(before, 'spec', 'nodeName'));
}
function leanSpec(pod) {
    const spec = (0,kube_values.at)(pod, 'spec');
    if (!(0,kube_values/* isJson */.Fh)(spec))
        return spec;
    const { tolerations: _, ...rest } = spec;
    const volumes = (0,kube_values/* listAt */.gT)(spec, 'volumes').filter((volume) => !(0,kube_values/* isJson */.Fh)((0,kube_values.at)(volume, 'projected')));
    return { ...rest, volumes };
}
const wordy = ['phase', 'reason', 'message', 'nominatedNodeName', 'observedGeneration'];
const ofCondition = ['type', 'status', 'reason', 'message'];
const ofContainer = ['name', 'state', 'lastState', 'ready', 'started', 'restartCount'];
function leanStatus(status) {
    const picked = (list, names) => (0,kube_values/* listAt */.gT)(status, list).map((one) => pick(one, names));
    return {
        ...pick(status, wordy),
        conditions: picked('conditions', ofCondition),
        containerStatuses: picked('containerStatuses', ofContainer),
        initContainerStatuses: picked('initContainerStatuses', ofContainer),
    };
}
function pick(from, names) {
    const values = names.map((name) => [name, (0,kube_values.at)(from, name)]);
    return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

;// CONCATENATED MODULE: ./build/actions/shared/rollout/world/objects.js
/** The objects that there are, found by name and by owner without a look at all of them. */
class Objects {
    kinds = new Map();
    names = new Map();
    owned = new Map();
    /** Of each uid the controller's; it stays known when the object is gone. */
    owners = new Map();
    put(object) {
        const { uid = '', ownerReferences = [] } = object.metadata;
        this.kind(object.kind).set(uid, object);
        this.names.set(keyOf(object), uid);
        const owner = ownerReferences.find(({ controller }) => controller === true)?.uid;
        if (owner === undefined)
            return;
        this.owners.set(uid, owner);
        const key = `${object.kind} ${owner}`;
        const siblings = this.owned.get(key) ?? new Set();
        this.owned.set(key, siblings.add(uid));
    }
    remove(object) {
        const { uid = '' } = object.metadata;
        this.kind(object.kind).delete(uid);
        // Another one may stand under its name by now.
        if (this.names.get(keyOf(object)) === uid)
            this.names.delete(keyOf(object));
        this.owned.get(`${object.kind} ${this.owners.get(uid)}`)?.delete(uid);
    }
    byUid(kind, uid) {
        return this.kind(kind).get(uid);
    }
    byName({ kind, namespace, name }) {
        const uid = this.names.get(`${kind} ${namespace ?? ''}/${name}`);
        return uid === undefined ? undefined : this.byUid(kind, uid);
    }
    all(kind) {
        return [...this.kind(kind).values()];
    }
    /** Those of a kind whose controller has this uid. */
    ownedBy(kind, owner) {
        const uids = [...(this.owned.get(`${kind} ${owner}`) ?? [])];
        return uids.flatMap((uid) => this.byUid(kind, uid) ?? []);
    }
    /** The uid and, one after the other, those of its controllers. */
    lineOf(uid) {
        const line = [uid];
        for (let owner = this.owners.get(uid); owner !== undefined; owner = this.owners.get(owner))
            line.push(owner);
        return line;
    }
    kind(kind) {
        const found = this.kinds.get(kind) ?? new Map();
        this.kinds.set(kind, found);
        return found;
    }
}
const keyOf = ({ kind, metadata: { namespace, name } }) => `${kind} ${namespace ?? ''}/${name ?? ''}`;

;// CONCATENATED MODULE: ./build/actions/shared/rollout/world/writers.js

/** Who has written what into workloads, as the server notes it in `managedFields`. */
class Writers {
    templates = new Map();
    scalings = new Map();
    take(before, now, owners) {
        const uid = now.metadata.uid ?? '';
        const scaling = scalingBetween(before, now, owners);
        if (scaling !== undefined)
            this.scalings.set(uid, [...this.scalingsOf(uid), scaling]);
        const last = owners
            .filter(({ fieldsV1 }) => (0,kube_values.at)(fieldsV1, 'f:spec', 'f:template') !== undefined)
            .reduce((a, b) => ((b.time ?? '') >= (a.time ?? '') ? b : a), {});
        if (last.manager !== undefined)
            this.templates.set(uid, last.manager);
    }
    /** The field manager that wrote last into the pod template of a workload. */
    ofTemplate(uid) {
        return this.templates.get(uid ?? '');
    }
    scalingsOf(uid) {
        return this.scalings.get(uid ?? '') ?? [];
    }
}
function scalingBetween(before, now, owners) {
    const [from, to] = [(0,kube_values/* numberAt */.tk)(before, 'spec', 'replicas'), (0,kube_values/* numberAt */.tk)(now, 'spec', 'replicas')];
    if (from === undefined || to === undefined || from === to)
        return undefined;
    // An apply is ours or of another rollout; whoever scales beside it makes an update.
    const owner = owners.find(({ operation, fieldsV1 }) => operation === 'Update' && (0,kube_values.at)(fieldsV1, 'f:spec', 'f:replicas') !== undefined);
    return owner === undefined ? undefined : { from, to, manager: owner.manager ?? 'unknown' };
}

;// CONCATENATED MODULE: ./build/actions/shared/rollout/world/world.js







const goneKept = 3;
/** What the watches have told so far, and what was asked beside. Holds no clock and makes no requests. */
class World {
    objects = new Objects();
    events = new Events();
    histories = new histories/* Histories */.Pk();
    writers = new Writers();
    learnt = new Map();
    deleted = new Set();
    /** Pods of Jobs that are gone, by the uid of the Job. */
    gone = new Map();
    changes = new Map();
    /** Changes that may concern everybody. */
    common = 0;
    /** Takes a change in. `initial`: it was there before we began. */
    take({ type, object }, initial) {
        if (type === 'BOOKMARK')
            return;
        const { uid = '', managedFields: owners = [] } = object.metadata;
        if (object.kind === 'Event') {
            this.events.take(object, type, initial);
            this.changed((0,kube_values/* textAt */.$6)(object, 'involvedObject', 'uid'), (0,kube_values/* textAt */.$6)(object, 'involvedObject', 'kind'));
            return;
        }
        const before = this.objects.byUid(object.kind, uid);
        const lean = leanOf(object, before);
        this.writers.take(before, lean, owners);
        if (type === 'DELETED')
            this.forget(lean);
        else
            this.objects.put(lean);
        if (object.kind === 'Pod' && type !== 'DELETED')
            this.histories.remember(lean, initial);
        this.changed(uid, object.kind);
    }
    forget(object) {
        this.objects.remove(object);
        this.deleted.add(object.metadata.uid ?? '');
        const job = object.metadata.ownerReferences?.find(({ kind }) => kind === 'Job');
        if (object.kind === 'Pod' && job !== undefined)
            this.gone.set(job.uid, [...this.goneFrom(job.uid), object].slice(-goneKept));
    }
    changed(uid, kind) {
        // Claims are no workload's own.
        if (kind === 'PersistentVolumeClaim')
            this.common += 1;
        for (const one of this.objects.lineOf(uid))
            this.changes.set(one, (this.changes.get(one) ?? 0) + 1);
    }
    /** Grows with every change that may concern a workload: itself, what it owns, and events about those. */
    versionOf(uid) {
        return this.common + (this.changes.get(uid ?? '') ?? 0);
    }
    /** The field manager that wrote last into the pod template of a workload. */
    writerOf(uid) {
        return this.writers.ofTemplate(uid);
    }
    isDeleted(uid) {
        return this.deleted.has(uid ?? '');
    }
    scalingsOf(uid) {
        return this.writers.scalingsOf(uid);
    }
    /** How a container ended last, as far as it was seen. */
    endOf(uid, container) {
        return this.histories.endOf(uid, container);
    }
    /** See `Histories.endsBeforeOf`. */
    endsBeforeOf(uid, container) {
        return this.histories.endsBeforeOf(uid, container);
    }
    /** Whether a pod had ended for good before we began. */
    wasOver(uid) {
        return this.histories.wasOver(uid ?? '');
    }
    historyOf(uid) {
        return this.histories.of(uid);
    }
    isScheduler(name) {
        return this.histories.isScheduler(name);
    }
    all(kind) {
        return this.objects.all(kind);
    }
    find(ref) {
        return this.objects.byName(ref);
    }
    /** All pods of a workload, whatever their revision. */
    podsOf(workload) {
        const { uid } = workload.metadata;
        if (workload.kind === 'Pod')
            return [workload];
        if (!(0,rollout_workload/* hasSets */.WZ)(workload))
            return this.objects.ownedBy('Pod', uid);
        const sets = this.objects.ownedBy('ReplicaSet', uid);
        return sets.flatMap(({ metadata }) => this.objects.ownedBy('Pod', metadata.uid));
    }
    /** Pods of a Job that were removed while we watched; the last ones. */
    goneFrom(uid) {
        return this.gone.get(uid ?? '') ?? [];
    }
    /** The ReplicaSet of a Deployment's or Rollout's present revision. */
    newReplicaSet(workload) {
        const note = rollout_workload/* revisionNotes */.xu[workload.kind];
        if (note === undefined || !(0,rollout_workload/* hasSets */.WZ)(workload))
            return undefined;
        const revision = (0,rollout_workload/* revisionOf */.DT)(workload);
        return this.objects
            .ownedBy('ReplicaSet', workload.metadata.uid)
            .find((set) => (0,kube_values/* textAt */.$6)(set, 'metadata', 'annotations', note) === revision);
    }
    /** Whether a pod is of its workload's present revision. */
    isNew(pod, workload, set) {
        const label = (name) => pod.metadata.labels?.[name] ?? '';
        switch (workload.kind) {
            case 'Deployment':
            case 'Rollout':
                return (set !== undefined &&
                    pod.metadata.ownerReferences?.some(({ uid }) => uid === set.metadata.uid) === true);
            case 'StatefulSet':
                return label('controller-revision-hash') === (0,rollout_workload/* revisionOf */.DT)(workload);
            case 'DaemonSet':
                return label('pod-template-generation') === (0,rollout_workload/* revisionOf */.DT)(workload);
            default:
                return true;
        }
    }
    /** See `Events.of`; of a pod that was well when we began only what was said since. */
    eventsOf(uid) {
        return this.events.of(uid, this.histories.wasWell(uid ?? ''));
    }
    learntOf(uid, container) {
        return this.learnt.get(`${uid}/${container}`) ?? {};
    }
    /** Adds what was learnt about a container. */
    learn(uid, container, what) {
        this.learnt.set(`${uid}/${container}`, { ...this.learntOf(uid, container), ...what });
        this.changed(uid, 'Pod');
    }
}

;// CONCATENATED MODULE: ./build/actions/shared/rollout/observe/bell.js
/** Changes come in bursts: one look after a burst is enough. */
const burst = 40;
function makeBell() {
    let failure;
    let failed = false;
    let rang = false;
    const waiting = new Set();
    const ring = () => {
        rang = true;
        for (const wake of waiting)
            wake();
    };
    const rung = async (ms) => {
        if (!rang && !failed)
            await untilRung(ms, waiting);
        if (rang)
            await new Promise((resolve) => setTimeout(resolve, burst));
        rang = false;
        if (failed)
            throw failure;
    };
    const fail = (error) => {
        failed = true;
        failure = error;
        ring();
    };
    return { ring, rung, fail };
}
function untilRung(ms, waiting) {
    return new Promise((resolve) => {
        const wake = () => {
            clearTimeout(timer);
            waiting.delete(wake);
            resolve();
        };
        const timer = setTimeout(wake, ms);
        waiting.add(wake);
    });
}

// EXTERNAL MODULE: ./build/actions/shared/rollout/observe/kinds.js
var observe_kinds = __webpack_require__(33918);
;// CONCATENATED MODULE: ./build/actions/shared/rollout/observe/watching.js





/**
 * Watches everything about these workloads at once, but for kinds whose definition is still to come: `also` is for those.
 * Resolves when what there is by now is known.
 */
async function startWatching(kube, workloads) {
    const controller = new AbortController();
    const bell = makeBell();
    const world = new World();
    const wanted = new Set(workloads.map((workload) => (0,kube_values/* nameOf */.Vb)((0,kube_values/* refOf */.H8)(workload))));
    const found = new Map();
    const follow = follower(kube, bell, controller.signal, (event, initial) => {
        world.take(event, initial);
        if (initial)
            remember(event, wanted, found);
    });
    try {
        await Promise.all((await servedPlaces(kube, workloads)).map(follow));
    }
    catch (error) {
        controller.abort();
        throw error;
    }
    return {
        world,
        covers: (ref) => wanted.has((0,kube_values/* nameOf */.Vb)(ref)),
        found: (ref) => found.get((0,kube_values/* nameOf */.Vb)(ref)),
        also: (objects) => alsoFollow(objects, follow),
        changed: bell.rung,
        wake: bell.ring,
        stop: () => controller.abort(),
    };
}
function remember({ type, object }, wanted, found) {
    const name = (0,kube_values/* nameOf */.Vb)((0,kube_values/* refOf */.H8)(object));
    if (type !== 'BOOKMARK' && wanted.has(name))
        found.set(name, object);
}
/** How a place is followed: resolves when what there is in it is known, and goes on behind that. */
function follower(kube, bell, signal, take) {
    return ({ kind: { apiVersion, kind }, namespace }) => new Promise((resolve, reject) => {
        let listed = false;
        const run = async () => {
            for await (const event of kube.watch(apiVersion, kind, within(namespace), signal)) {
                take(event, !listed);
                if (event.type === 'BOOKMARK') {
                    listed = true;
                    resolve();
                }
                else
                    bell.ring();
            }
            resolve();
        };
        run().catch((error) => {
            if (listed || !refused(error))
                bell.fail(error);
            reject(error);
        });
    });
}
async function alsoFollow(objects, follow) {
    const unwatched = new Set();
    const places = unique(objects.map(({ apiVersion, kind, metadata: { namespace } }) => ({
        kind: { apiVersion, kind },
        namespace,
    })));
    await Promise.all(places.map((place) => follow(place).catch((error) => {
        if (!refused(error))
            throw error;
        unwatched.add(place.kind.kind);
    })));
    return unwatched;
}
const within = (namespace) => namespace === undefined ? {} : { namespace };
/** No waiting mends these. */
const refused = (error) => error instanceof errors/* KubeError */.a3 && (error.status === 403 || error.status === 404);
/** Every kind in every namespace where it has to be watched, once. */
async function servedPlaces(kube, workloads) {
    const namespaces = [...new Set(workloads.map(({ metadata }) => metadata.namespace))];
    const known = await Promise.all((0,observe_kinds/* watchedKinds */._)(workloads).map(async (kind) => ({
        kind,
        resource: await kube.resource(kind.apiVersion, kind.kind),
    })));
    const kinds = known.filter(({ resource }) => resource !== undefined).map(({ kind }) => kind);
    return unique(namespaces.flatMap((namespace) => kinds.map((kind) => ({ kind, namespace }))));
}
function unique(all) {
    const keyOf = ({ kind, namespace }) => `${kind.apiVersion} ${kind.kind} ${namespace}`;
    return [...new Map(all.map((place) => [keyOf(place), place])).values()];
}


/***/ }),

/***/ 57413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DT: () => (/* binding */ revisionOf),
/* harmony export */   U4: () => (/* binding */ isSeen),
/* harmony export */   WZ: () => (/* binding */ hasSets),
/* harmony export */   XJ: () => (/* binding */ isObserved),
/* harmony export */   c2: () => (/* binding */ statusOf),
/* harmony export */   gv: () => (/* binding */ isWorkload),
/* harmony export */   ko: () => (/* binding */ selects),
/* harmony export */   rI: () => (/* binding */ conditionOf),
/* harmony export */   xu: () => (/* binding */ revisionNotes)
/* harmony export */ });
/* harmony import */ var _kube_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49256);

const workloadKinds = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob', 'Rollout']);
/** Whether a rollout of this kind is watched to its end. */
function isWorkload({ kind, apiVersion }) {
    if (kind === 'Pod')
        return apiVersion === 'v1';
    return workloadKinds.has(kind) && /^(apps|batch|argoproj\.io)\//.test(apiVersion);
}
/** Whether a workload makes its pods by ReplicaSets. */
const hasSets = ({ kind }) => kind === 'Deployment' || kind === 'Rollout';
/** How a workload stands, by what its controller says; every number is that of the controller's status. */
function statusOf(object) {
    const { done, ...numbers } = countsOf(object);
    return {
        ref: (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .refOf */ .H8)(object),
        ...numbers,
        revision: revisionOf(object),
        complete: isSeen(object) && done,
        ...(object.kind === 'Pod' ? { said: (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(object, 'status', 'phase') || 'no status' } : {}),
    };
}
/** Whether what the status says is about the present definition. Of kinds that don't tell, it is taken to be. */
function isSeen(object) {
    if (object.kind === 'Job' || object.kind === 'CronJob')
        return true;
    // The kubelet tells it since Kubernetes 1.34.
    if (object.kind === 'Pod' && (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(object, 'status', 'observedGeneration') === undefined)
        return true;
    return isObserved(object);
}
function countsOf(object) {
    switch (object.kind) {
        case 'DaemonSet':
            return ofDaemonSet(object);
        case 'StatefulSet':
            return ofStatefulSet(object);
        case 'Job':
            return ofJob(object);
        case 'CronJob':
            // It runs at its times; written is all that it can be.
            return { wanted: 0, updated: 0, ready: 0, old: 0, done: true };
        case 'Rollout':
            return ofArgoRollout(object);
        case 'Pod':
            return ofPod(object);
        default:
            return ofDeployment(object);
    }
}
/** Controllers count ready pods of all revisions together; the old ones are taken to be ready first. */
function readyOfNew(available, old, updated) {
    return Math.max(0, Math.min(updated, available - Math.max(0, old)));
}
const status = (object, field) => (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .numberAt */ .tk)(object, 'status', field) ?? 0;
function ofDeployment(object) {
    const wanted = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .numberAt */ .tk)(object, 'spec', 'replicas') ?? 1;
    const updated = status(object, 'updatedReplicas');
    const old = status(object, 'replicas') - updated;
    const ready = readyOfNew(status(object, 'availableReplicas'), old, updated);
    const done = updated >= wanted && old <= 0 && status(object, 'availableReplicas') >= updated;
    return { wanted, updated, ready, old, done };
}
function ofStatefulSet(object) {
    const all = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .numberAt */ .tk)(object, 'spec', 'replicas') ?? 1;
    const partition = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .numberAt */ .tk)(object, 'spec', 'updateStrategy', 'rollingUpdate', 'partition') ?? 0;
    const wanted = Math.max(0, all - partition);
    const manual = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(object, 'spec', 'updateStrategy', 'type') === 'OnDelete';
    const same = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(object, 'status', 'currentRevision') === (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(object, 'status', 'updateRevision');
    const updated = status(object, 'updatedReplicas');
    const ready = status(object, 'availableReplicas');
    const old = status(object, 'replicas') - updated;
    const done = manual || (updated >= wanted && ready >= all && (partition > 0 || same));
    return {
        wanted,
        updated,
        ready: readyOfNew(ready, old, updated),
        old,
        done,
    };
}
function ofDaemonSet(object) {
    const wanted = status(object, 'desiredNumberScheduled');
    const manual = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(object, 'spec', 'updateStrategy', 'type') === 'OnDelete';
    const updated = status(object, 'updatedNumberScheduled');
    const available = status(object, 'numberAvailable');
    const old = Math.max(0, wanted - updated);
    const done = manual || (updated >= wanted && available >= wanted);
    return { wanted, updated, ready: readyOfNew(available, old, updated), old, done };
}
function ofJob(object) {
    const wanted = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .numberAt */ .tk)(object, 'spec', 'completions') ?? 1;
    const done = conditionOf(object, 'Complete')?.status === 'True';
    return { wanted, updated: status(object, 'active'), ready: status(object, 'succeeded'), old: 0, done };
}
/** A pod of its own: one that serves is done when it is ready, one with a task when it has ended well. */
function ofPod(object) {
    const ended = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(object, 'status', 'phase') === 'Succeeded';
    const done = ended || conditionOf(object, 'Ready')?.status === 'True';
    return { wanted: 1, updated: 1, ready: done ? 1 : 0, old: 0, done };
}
/** https://argo-rollouts.readthedocs.io/en/stable/features/specification/: the controller names the phase itself. */
function ofArgoRollout(object) {
    const wanted = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .numberAt */ .tk)(object, 'spec', 'replicas') ?? 1;
    const updated = status(object, 'updatedReplicas');
    const old = status(object, 'replicas') - updated;
    const ready = readyOfNew(status(object, 'availableReplicas'), old, updated);
    const done = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(object, 'status', 'phase') === 'Healthy' && updated >= wanted;
    return { wanted, updated, ready, old, done };
}
/** One of an object's `status.conditions`. */
function conditionOf(object, type) {
    const found = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .listAt */ .gT)(object, 'status', 'conditions').find((condition) => (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(condition, 'type') === type);
    if (found === undefined)
        return undefined;
    return {
        status: (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(found, 'status'),
        reason: (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(found, 'reason'),
        message: (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(found, 'message'),
    };
}
/** Annotations in which a controller counts revisions. */
const revisionNotes = {
    Deployment: 'deployment.kubernetes.io/revision',
    DaemonSet: 'deprecated.daemonset.template.generation',
    Rollout: 'rollout.argoproj.io/revision',
};
/** The revision as the controller names it: a number for Deployments, a hash for StatefulSets. */
function revisionOf(object) {
    const note = revisionNotes[object.kind];
    const name = note === undefined
        ? object.kind === 'StatefulSet'
            ? (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(object, 'status', 'updateRevision')
            : ''
        : (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(object, 'metadata', 'annotations', note);
    return name === '' ? undefined : name;
}
/** Whether the controller has seen the last change of the object. Argo Rollouts writes the generation as a text. */
function isObserved(object) {
    return Number((0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(object, 'status', 'observedGeneration') ?? 0) >= (object.metadata.generation ?? 0);
}
/** Whether a label selector (`matchLabels`, `matchExpressions`) chooses an object with these labels. */
function selects(selector, labels) {
    const exact = Object.entries((0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(selector, 'matchLabels') ?? {}).every(([key, value]) => labels[key] === value);
    return exact && (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .listAt */ .gT)(selector, 'matchExpressions').every((expression) => meets(expression, labels));
}
function meets(expression, labels) {
    const value = labels[(0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(expression, 'key')];
    const values = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .listAt */ .gT)(expression, 'values');
    switch ((0,_kube_values_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(expression, 'operator')) {
        case 'In':
            return value !== undefined && values.includes(value);
        case 'NotIn':
            return value === undefined || !values.includes(value);
        case 'Exists':
            return value !== undefined;
        default:
            return value === undefined;
    }
}


/***/ }),

/***/ 38209:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jn: () => (/* binding */ schedulerOf),
/* harmony export */   Pk: () => (/* binding */ Histories),
/* harmony export */   oI: () => (/* binding */ endsOf)
/* harmony export */ });
/* harmony import */ var _kube_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49256);
/* harmony import */ var _workload_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57413);


const defaultScheduler = 'default-scheduler';
const statusLists = ['initContainerStatuses', 'containerStatuses'];
/** Who is to give a pod to a node. */
const schedulerOf = (pod) => (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(pod, 'spec', 'schedulerName') || defaultScheduler;
const never = { wasReady: false, losses: 0 };
/** What pods have done while we watched, as far as their present state no longer tells. */
class Histories {
    histories = new Map();
    readyNow = new Set();
    ends = new Map();
    /** How often containers had ended in pods that were well when we began; nobody blames this release for that. */
    endsBefore = new Map();
    overBefore = new Set();
    /** Every cluster has the first. */
    schedulers = new Set([defaultScheduler]);
    /** `initial`: so it was before we began. */
    remember(pod, initial) {
        const { uid = '', deletionTimestamp } = pod.metadata;
        this.rememberEnds(uid, pod);
        if (initial)
            this.rememberBefore(uid, pod);
        if ((0,_workload_js__WEBPACK_IMPORTED_MODULE_0__/* .conditionOf */ .rI)(pod, 'PodScheduled') !== undefined)
            this.schedulers.add(schedulerOf(pod));
        const before = this.of(uid);
        const ready = (0,_workload_js__WEBPACK_IMPORTED_MODULE_0__/* .conditionOf */ .rI)(pod, 'Ready')?.status === 'True';
        const wasReadyNow = this.readyNow.has(uid);
        if (ready)
            this.readyNow.add(uid);
        else
            this.readyNow.delete(uid);
        // A container that ended takes readiness with it: that is told as what it is.
        const lost = wasReadyNow && !ready && deletionTimestamp === undefined && allRun(pod);
        if (!ready && !lost)
            return;
        this.histories.set(uid, { wasReady: before.wasReady || ready, losses: before.losses + (lost ? 1 : 0) });
    }
    rememberBefore(uid, pod) {
        if (isOver(pod))
            this.overBefore.add(uid);
        if ((0,_workload_js__WEBPACK_IMPORTED_MODULE_0__/* .conditionOf */ .rI)(pod, 'Ready')?.status !== 'True')
            return;
        const statuses = statusLists.flatMap((list) => (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_1__/* .listAt */ .gT)(pod, 'status', list));
        this.endsBefore.set(uid, new Map(statuses.map((status) => [(0,_kube_values_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(status, 'name'), endsOf(status)])));
    }
    /** The node may forget how a container ended, when it is short of room or the next one starts at once. */
    rememberEnds(uid, pod) {
        for (const list of statusLists) {
            for (const status of (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_1__/* .listAt */ .gT)(pod, 'status', list)) {
                const ended = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_1__.at)(status, 'state', 'terminated') ?? (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_1__.at)(status, 'lastState', 'terminated');
                if (ended !== undefined)
                    this.ends.set(`${uid}/${(0,_kube_values_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(status, 'name')}`, ended);
            }
        }
    }
    /** Whether a scheduler of this name has ever looked at a pod. */
    isScheduler(name) {
        return this.schedulers.has(name);
    }
    /** Whether a pod was ready when we began. */
    wasWell(uid) {
        return this.endsBefore.has(uid);
    }
    /** Whether a pod had ended for good when we began. */
    wasOver(uid) {
        return this.overBefore.has(uid);
    }
    /** How often a container had ended in a pod that was well when we began; 0 for all others. */
    endsBeforeOf(uid, container) {
        return this.endsBefore.get(uid)?.get(container) ?? 0;
    }
    of(uid) {
        return this.histories.get(uid) ?? never;
    }
    /** How a container ended last, as far as it was seen. */
    endOf(uid, container) {
        return this.ends.get(`${uid}/${container}`);
    }
}
/**
 * How often a container has ended so far, by its status. The kubelet counts a restart when it happens: the end that a container
 * is waiting after is not among them yet.
 */
function endsOf(status) {
    const ended = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_1__/* .isJson */ .Fh)((0,_kube_values_js__WEBPACK_IMPORTED_MODULE_1__.at)(status, 'state', 'terminated'));
    const waits = (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(status, 'state', 'waiting', 'reason') === 'CrashLoopBackOff';
    return ((0,_kube_values_js__WEBPACK_IMPORTED_MODULE_1__/* .numberAt */ .tk)(status, 'restartCount') ?? 0) + (ended || waits ? 1 : 0);
}
const isOver = (pod) => ['Succeeded', 'Failed'].includes((0,_kube_values_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(pod, 'status', 'phase'));
function allRun(pod) {
    return (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_1__/* .listAt */ .gT)(pod, 'status', 'containerStatuses').every((status) => (0,_kube_values_js__WEBPACK_IMPORTED_MODULE_1__/* .isJson */ .Fh)((0,_kube_values_js__WEBPACK_IMPORTED_MODULE_1__.at)(status, 'state', 'running')));
}


/***/ })

};
