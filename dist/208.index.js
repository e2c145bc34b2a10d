export const id = 208;
export const ids = [208];
export const modules = {

/***/ 30208:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lead: () => (/* binding */ lead_lead)
});

// EXTERNAL MODULE: ./build/actions/canary-promote/src/engine/back.js
var back = __webpack_require__(47713);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/actions/shared/errors/user-error.js
var user_error = __webpack_require__(30860);
// EXTERNAL MODULE: ./build/actions/shared/kube/values.js
var values = __webpack_require__(49256);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/cluster/live-view.js
var live_view = __webpack_require__(69444);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/cluster/patient.js
var patient = __webpack_require__(9953);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/metrics/evidence-file.js
var evidence_file = __webpack_require__(42597);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/plan/permissions.js
var permissions = __webpack_require__(31633);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/plan/pre-hooks.js
var pre_hooks = __webpack_require__(97273);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/plan/select.js
var plan_select = __webpack_require__(27993);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/remember.js
var remember = __webpack_require__(10586);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/report/course.js
var report_course = __webpack_require__(80355);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/report/outcome.js + 5 modules
var report_outcome = __webpack_require__(85838);
// EXTERNAL MODULE: ./build/actions/shared/manifests/hooks.js
var hooks = __webpack_require__(87625);
// EXTERNAL MODULE: ./build/actions/shared/rollout/apply.js
var apply = __webpack_require__(31762);
// EXTERNAL MODULE: ./build/actions/shared/rollout/plan/plan.js + 3 modules
var plan_plan = __webpack_require__(92469);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/plan/configs.js
var configs = __webpack_require__(43114);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/engine/kept.js
var engine_kept = __webpack_require__(1006);
;// CONCATENATED MODULE: ./build/actions/canary-promote/src/engine/apply.js








/** Objects as they may be applied now: what the controller owns of them as it has it in this moment. */
async function asTheyMay(engine, kube, objects) {
    return engine.desired(objects, await (0,live_view/* liveView */.A)(kube, [engine.lead, ...objects.map(values/* refOf */.H8)]));
}
/**
 * With the release comes what its pods and its analysis need, and what is not there yet. What all users would feel at
 * once (routes, Services, autoscalers that are there already) waits for the promotion, and so do post hooks.
 */
function partsOf(objects, engine, view) {
    const workload = objects.find((object) => (0,engine_kept/* isOf */.yW)(engine.workload, object));
    const read = (0,configs/* referencesOf */.CL)((0,values/* isJson */.Fh)(workload?.['spec']) ? workload['spec']['template'] : undefined);
    const group = engine.lead.apiVersion.split('/')[0] ?? '';
    const comesNow = (object) => object === workload ||
        object.apiVersion.startsWith(`${group}/`) ||
        read.has(`${object.kind}/${object.metadata.name}`) ||
        view((0,values/* refOf */.H8)(object)) === undefined;
    const plain = objects.filter((object) => (0,hooks/* hookOf */.pd)(object) === undefined);
    const post = objects.filter((object) => (0,hooks/* hookOf */.pd)(object)?.phase === 'post');
    return {
        now: plain.filter(comesNow),
        later: [...plain.filter((object) => !comesNow(object)), ...post],
    };
}
/** Applies objects and waits for nothing. Gives those that were written, as the server has them. */
async function applyOnly(objects, setting) {
    const { plan, refusals } = await (0,plan_plan/* makePlan */.C)(objects.map((object) => ({ object })), setting);
    if (plan === undefined)
        throw refused(refusals);
    const applied = await (0,apply/* applySteps */.G)(plan.steps, setting);
    if (applied.refusals.length > 0)
        throw refused(applied.refusals);
    return applied.written.map(({ object }) => object);
}
function refused(findings) {
    const [first] = findings;
    return new user_error/* UserError */.yo(`the server refuses the manifests: ${findings.map(({ message }) => message).join('; ')}`, {
        fix: first?.fix ?? 'Correct what the message names.',
    });
}

// EXTERNAL MODULE: ./build/actions/shared/kube/errors.js
var errors = __webpack_require__(80265);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/cluster/lease.js
var cluster_lease = __webpack_require__(82162);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/cluster/time.js + 1 modules
var time = __webpack_require__(72007);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/job.js
var job = __webpack_require__(6242);
;// CONCATENATED MODULE: ./build/actions/canary-promote/src/engine/alone.js





/** Milliseconds between two looks at who is at it. */
const lookEvery = 2000;
/**
 * Waits until no other run is about to bring a release of this workload, so that neither their migrations meet nor what they
 * write. Without the permission for Leases nothing keeps them apart.
 */
async function alone(run) {
    const { cluster, engine, opened, deps, context } = run;
    const { info } = context.log;
    const route = { kind: 'Deployment', name: engine.workload.name };
    const about = { route, namespace: opened.namespace, owner: (0,job/* ownerOf */.b)(context.env) };
    const lease = new cluster_lease/* RouteLease */.Y7(cluster, about, deps.clock.now);
    try {
        await taken(lease, run);
    }
    catch (error) {
        if (!(error instanceof errors/* KubeError */.a3) || error.status !== 403)
            throw error;
        info(`Nothing keeps another run away from this one: ${error.message}`);
        return () => Promise.resolve();
    }
    lease.keep({
        onTrouble: (error) => info(`The sign of life could not be given: ${String(error)}`),
        onAsked: () => Promise.resolve(),
    });
    return () => lease.release().catch((error) => info(`The Lease expires by itself: ${String(error)}`));
}
async function taken(lease, { deps, context, deadline }) {
    for (let told = false;; told = true) {
        const { liveness } = await (0,time/* persistently */.p)(deps.clock, () => lease.look());
        if (liveness !== 'live' && (await (0,time/* persistently */.p)(deps.clock, () => lease.take())))
            return;
        const { aborted } = context.signal;
        if (aborted || deps.clock.now() >= deadline) {
            const until = aborted ? 'the job was cancelled' : 'max-runtime was over';
            throw new user_error/* UserError */.yo(`another run was about to bring a release until ${until}`, {
                fix: 'Nothing was changed. Run it again.',
            });
        }
        if (!told)
            context.log.info('Waiting: another run is about to bring a release.');
        await deps.clock.pause(lookEvery, context.signal);
    }
}

// EXTERNAL MODULE: ./build/actions/canary-promote/src/engine/restore.js
var restore = __webpack_require__(16326);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/engine/run.js
var engine_run = __webpack_require__(7625);
;// CONCATENATED MODULE: ./build/actions/canary-promote/src/engine/ends.js



/**
 * Takes a release that is under way to its end, whatever the controller comes to. `template`: that of the release, in
 * canonical form; `kept`: what was before, if that is known.
 */
async function toTheEnd(run, template, kept) {
    const { inputs, led, deps } = run;
    let { deadline } = run;
    for (;;) {
        const end = await (0,engine_run/* watchFrom */.yW)(run, template, { deadline });
        const policy = policyFor(end.end, inputs);
        if (policy !== 'promote')
            return concluded(run, end, kept, policy);
        const command = end.end === 'undecided' ? 'skip' : 'promote';
        run.context.log.info(`${end.standing.said}; told to promote nevertheless.`);
        // A controller that can't skip one step is told to take all of them.
        if (!(await led.command(command)))
            await led.command('promote');
        if (end.end === 'time-over')
            deadline = deps.clock.now() + inputs.timeout;
    }
}
function policyFor(end, { onNotEnoughEvidence, onMaxRuntime }) {
    if (end === 'undecided')
        return onNotEnoughEvidence;
    if (end !== 'time-over')
        return undefined;
    return onMaxRuntime === 'hold' ? 'hold' : onNotEnoughEvidence;
}
async function concluded(run, { end, standing }, kept, policy) {
    const { engine, inputs } = run;
    switch (end) {
        case 'promoted':
            return promoted(run, kept);
        case 'held':
            return held(run, standing, standing.said, kept);
        case 'cancelled':
            return cancelled(run, standing);
        case 'superseded':
            return (0,engine_run/* ended */.v6)('failed', superseded(run), standing.weight);
        case 'replaced':
            if (kept !== undefined)
                await (0,engine_kept/* leave */.qG)(run.cluster, kept);
            return (0,engine_run/* ended */.v6)('restored', `a newer commit takes its place, at ${standing.weight} %`);
        case 'failed':
            return (0,restore/* wentBack */.Il)(run, standing, standing.said, kept);
        case 'ignored':
            return (0,restore/* ignored */.PP)(run, standing, kept);
        case 'undecided':
        case 'time-over': {
            const why = end === 'undecided' ? 'the analysis came to no result' : 'max-runtime is over';
            const reason = `${why}: ${standing.said}`;
            if (policy === 'hold') {
                const goesOn = end === 'time-over' ? `; ${engine.title} goes on by itself` : '';
                return held(run, standing, `${reason}${goesOn}`, kept);
            }
            return (0,restore/* wentBack */.Il)(run, { ...standing, stuck: true }, `not enough evidence: ${reason}`, kept, inputs.timeout);
        }
    }
}
/** The controller says that it is done; the pods that all users have must say so too. */
async function promoted(run, kept) {
    const { engine, opened, context, cluster, led } = run;
    await led.command('mend');
    const { kind, name } = engine.pods.promoted;
    const pods = await opened.rollout.settled(engine.pods.promoted, context.signal);
    if (!pods.healthy) {
        const reason = `${engine.title} has promoted it, but ${kind} ${name} is not healthy: ${pods.reason}`;
        return (0,engine_run/* ended */.v6)('failed', reason);
    }
    if (kept !== undefined)
        await (0,engine_kept/* forget */.y6)(cluster, kept);
    return (0,engine_run/* ended */.v6)('promoted', `${engine.title} has promoted it`);
}
async function held({ cluster, job }, standing, reason, kept) {
    if (kept !== undefined)
        await (0,engine_kept/* note */.N4)(cluster, kept, job, true);
    return { verdict: 'held', reason, weight: standing.weight, left: (0,restore/* phaseOf */.hU)(standing) };
}
function superseded({ engine, led }) {
    const { kind, name } = engine.workload;
    const writer = led.watching.world.writerOf(led.view(engine.workload)?.metadata.uid) ?? 'somebody else';
    return `${writer} has put another release into ${kind} ${name}; this run has stopped without touching it`;
}
/** One patch, which the controller acts on; what a cancelled job has no time for, the post step does. */
async function cancelled({ led, engine }, standing) {
    await led.command('abort');
    const reason = `the job was cancelled; ${engine.title} is told to give all traffic back`;
    return { verdict: 'restored', reason, weight: standing.weight, left: 'restoring' };
}

// EXTERNAL MODULE: ./build/actions/canary-promote/src/engine/watch.js
var watch = __webpack_require__(8915);
;// CONCATENATED MODULE: ./build/actions/canary-promote/src/engine/begin.js









/**
 * Everything that may end a release before it begins, and last of all the room for it. Gives what the cluster did not have of
 * its configuration before.
 */
async function prepare(run, release) {
    const changes = await configChanges(run, release);
    await migrate(run, release);
    if (run.led.standing().phase !== 'settled')
        await makeRoom(run);
    return changes.filter(({ existed }) => !existed);
}
/** Runs the pre hooks. */
async function migrate(run, { all }) {
    const { opened, led, engine, context } = run;
    await (0,pre_hooks/* runPreHooks */.VK)(opened, all, led.view(engine.workload), context.signal);
}
/** Milliseconds in which a run that watches sees that it is asked to leave, and says so. */
const leaving = 7000;
/** A run of an older commit that watches is asked to leave, and given the time for it. */
async function makeRoom({ cluster, engine, job, inputs, deps, context }) {
    if (inputs.onNewerCommit !== 'replace' || !(await (0,engine_kept/* ask */.kA)(cluster, engine, job)))
        return;
    context.log.info('Asking the run that watches the canary to make room.');
    const until = deps.clock.now() + leaving;
    while ((await (0,engine_kept/* askedBy */.Ai)(cluster, engine)) === job && deps.clock.now() < until && !context.signal.aborted) {
        await deps.clock.pause(500, context.signal);
    }
}
/** What was before is kept, then the release is written, then it is followed to its end. */
async function begin(run, release, absent, leave) {
    const { cluster, engine, job, context } = run;
    context.report.output('verdict', 'failed');
    await keepBefore(run, release, absent);
    // Looked up before the first write: a controller may be done with it before we look again.
    const kept = await (0,engine_kept/* keptOf */.uq)(cluster, engine, (0,engine_run/* leadOf */.M)(run));
    if (kept !== undefined)
        await (0,engine_kept/* note */.N4)(cluster, kept, job, false);
    const template = await applied(run, release.parts.now);
    if (kept !== undefined)
        await (0,engine_kept/* noteBrought */.A0)(cluster, kept);
    await leave();
    return toTheEnd(run, template, kept);
}
/**
 * Where a release is under way, what was before it goes on to count, with what this one changes beside it. Where none is,
 * what an earlier one has left of that is of the past, unless it died before it was there in full: then it is taken back.
 */
async function keepBefore(run, release, absent) {
    const { cluster, engine, led, job, context } = run;
    const lead = (0,engine_run/* leadOf */.M)(run);
    const before = await (0,engine_kept/* keptOf */.uq)(cluster, engine, lead);
    const settled = led.standing().phase === 'settled';
    if (settled && before?.brought === false)
        await (0,engine_kept/* putBack */.pK)(cluster, before);
    const changes = withAbsent(await configChanges(run, release), absent);
    if (settled) {
        const liveReplicas = engine.name === 'flagger' || (0,values/* numberAt */.tk)(release.workload, 'spec', 'replicas') === undefined;
        await (0,engine_kept/* keep */.aC)(cluster, engine, { lead, job, liveReplicas, configs: changes });
    }
    else if (before === undefined) {
        context.log.info(`What ${engine.workload.name} was before its last release is not known: going back will not be whole.`);
    }
    else
        await (0,engine_kept/* keepAlso */.DS)(cluster, before, changes);
}
/** What the hooks have brought is part of what the release changes. */
function withAbsent(changes, absent) {
    const known = new Map([...changes, ...absent].map((change) => [`${change.kind}/${change.name}`, change]));
    return [...known.values()];
}
/** Applies what comes with the release; gives the workload's template, in canonical form. */
async function applied(run, objects) {
    const { led, engine, opened } = run;
    const own = await asTheyMay(engine, opened.kube, objects);
    for (const object of await applyOnly(own, (0,engine_run/* settingOf */.y7)(run)))
        led.wrote(object);
    return (0,watch/* templateOf */.k)(await opened.kube.get(engine.workload));
}
const configChanges = ({ cluster }, { parts }) => (0,configs/* changesOf */.fs)(cluster, [...(0,plan_select/* ofKind */.CZ)(parts.now, 'ConfigMap'), ...(0,plan_select/* ofKind */.CZ)(parts.now, 'Secret')]);

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/engine/decide.js
/** What to do about the canary that is found. An older release than the one under way has been refused before. */
function decide(mode, { same, standing, replace }) {
    const { phase, weight, said } = standing;
    const where = `the canary is ${phase} at ${weight} % (${said})`;
    if (phase === 'unseen') {
        return {
            do: 'refuse',
            reason: `the controller does not look at it (${said})`,
            fix: 'Is it running, and may it see this namespace? Nothing was changed.',
        };
    }
    if (mode !== 'run')
        return goOn(mode, same, standing, where);
    if (phase === 'settled')
        return same ? { do: 'nothing', reason: 'the pods of this release are running already' } : { do: 'begin' };
    if (same)
        return { do: phase === 'failed' ? 'retry' : 'watch' };
    if (phase === 'failed' || replace)
        return { do: 'begin' };
    return { do: 'wait', reason: `another release is under way: ${where}` };
}
function goOn(mode, same, { phase }, where) {
    if (phase === 'settled') {
        return {
            do: 'refuse',
            reason: `there is no canary under way to ${mode}`,
            fix: 'Start one with `mode: run`.',
        };
    }
    if (!same) {
        return {
            do: 'refuse',
            reason: 'the canary under way is of another release than the manifests',
            fix: 'Give the `manifests` and `images` that it was started with, or end it with `mode: abort`.',
        };
    }
    if (phase === 'failed') {
        return {
            do: 'refuse',
            reason: `there is nothing to ${mode}: ${where}`,
            fix: 'Start it again with `mode: run`.',
        };
    }
    return { do: 'watch' };
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/engine/first.js







/** Nothing runs that a canary could be compared with: all of it comes at once. */
async function first(run, mode, release) {
    const reason = 'first deployment: nothing was running that a canary could be compared with';
    if (mode !== 'run') {
        throw new user_error/* UserError */.yo(`there is no canary under way to ${mode}`, { fix: 'Start one with `mode: run`.' });
    }
    run.context.log.info(`${reason}.`);
    await migrate(run, release);
    run.context.report.output('verdict', 'failed');
    const { now, later } = release.parts;
    const template = await applied(run, [...now, ...later.filter((object) => (0,hooks/* hookOf */.pd)(object) === undefined)]);
    const { end, standing } = await (0,engine_run/* watchFrom */.yW)(run, template, { silent: true });
    if (end === 'promoted')
        return (0,engine_run/* ended */.v6)('promoted', reason);
    const why = await run.led.because(run.context.log.info);
    const told = [`${reason}, and it did not become healthy: ${standing.said}`, why].filter(Boolean).join('; ');
    return (0,engine_run/* ended */.v6)('failed', told);
}
/**
 * A workload that the controller does not lead yet comes under it first, as it runs: a controller that meets it together
 * with a new release would give that to all users.
 */
async function adopted(run, { parts }) {
    const { led, engine, context, inputs, deps } = run;
    if (led.standing().phase === 'settled' || engine.lead.kind === engine.workload.kind)
        return;
    if (led.lead !== undefined && engine.stable(led.lead) !== '')
        return;
    const leads = parts.now.filter((object) => (0,engine_kept/* isOf */.yW)(engine.lead, object));
    context.log.info(`${engine.title} takes ${engine.workload.name} over first, as it runs.`);
    for (const object of await applyOnly(leads, (0,engine_run/* settingOf */.y7)(run)))
        led.wrote(object);
    const template = (0,watch/* templateOf */.k)(led.view(engine.workload));
    const deadline = deps.clock.now() + inputs.timeout;
    const { end, standing } = await (0,engine_run/* watchFrom */.yW)(run, template, { deadline, silent: true });
    if (end === 'promoted')
        return;
    throw new user_error/* UserError */.yo(`${engine.title} did not take ${engine.workload.name} over: ${standing.said}`, {
        fix: `Look at the events and the status of ${engine.lead.kind} ${engine.lead.name}. The release was not brought.`,
    });
}

// EXTERNAL MODULE: ./build/actions/shared/release-order/older.js
var release_order_older = __webpack_require__(70437);
// EXTERNAL MODULE: ./build/actions/shared/rollout/plan/owner.js
var owner = __webpack_require__(8011);
;// CONCATENATED MODULE: ./build/actions/canary-promote/src/engine/refusals.js



/** What must not be touched at all: the controller would do nothing, or somebody else would take it back. */
function refuseChange(engine, view) {
    const lead = view(engine.lead);
    const refusal = lead === undefined ? undefined : engine.refusal(lead);
    if (refusal !== undefined)
        throw new user_error/* UserError */.yo(refusal.message, { fix: refusal.fix });
    const kept = (0,owner/* refuseKept */.zd)(view(engine.workload)) ?? (0,owner/* refuseKept */.zd)(lead);
    if (kept === undefined)
        return;
    throw new user_error/* UserError */.yo(`${kept.message} (${kept.evidence.join()})`, {
        fix: 'Commit the release where it is kept (k8s-rollout, `mode: gitops`): the controller leads the canary all the same.',
    });
}
/** An approval given late, or an old run started again, must not undo what came after it. */
function refuseOlder({ inputs, context, engine, led }, wanted) {
    const live = led.view(engine.workload);
    if (live === undefined)
        return;
    const name = `${engine.workload.kind} ${engine.workload.namespace}/${engine.workload.name}`;
    const { allowOlder } = inputs;
    const older = (0,release_order_older/* olderThan */.W)(live, wanted, name, { allowOlder, log: context.log.info });
    if (older !== undefined)
        throw new user_error/* UserError */.yo(older.message, { fix: older.fix });
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/engine/bring.js












/** Brings a release, or goes on with it where a run has left it to the controller. */
async function bring(run, mode, release) {
    const { led, engine } = run;
    if (led.view(engine.workload) === undefined)
        return { kind: 'ended', ending: await first(run, mode, release), found: undefined };
    await adopted(run, release);
    const begins = { leave: undefined, absent: undefined };
    try {
        for (let found;;) {
            const standing = await led.known();
            refuseOlder(run, release.workload);
            const template = await wantedTemplate(run, release.workload);
            const same = template === (0,watch/* templateOf */.k)(led.view(engine.workload));
            const next = decide(mode, { same, standing, replace: run.inputs.onNewerCommit === 'replace' });
            if (standing.phase !== 'settled')
                found ??= `${standing.phase} at ${standing.weight} %`;
            if (next.do === 'refuse')
                throw new user_error/* UserError */.yo(next.reason, { fix: next.fix });
            if (next.do === 'nothing') {
                await migrateAlone(run, release, begins);
                return { kind: 'unchanged', reason: next.reason };
            }
            const ending = await carriedOut(run, mode, { next, template, release, begins });
            if (ending !== undefined)
                return { kind: 'ended', ending, found };
        }
    }
    finally {
        await begins.leave?.();
    }
}
/** A migration may be all that a release changes: its image need not be that of the pods. */
async function migrateAlone(run, release, begins) {
    if (!release.all.some(pre_hooks/* isPreHook */.PV))
        return;
    begins.leave ??= await alone(run);
    await migrate(run, release);
}
/** One step; undefined where everything has to be looked at anew after it. */
async function carriedOut(run, mode, at) {
    const { next, template, release, begins } = at;
    if (next.do !== 'begin') {
        await begins.leave?.();
        begins.leave = undefined;
    }
    switch (next.do) {
        case 'wait':
            await oneLook(run, next.reason);
            return undefined;
        case 'begin':
            // Each of these takes its time.
            if (begins.leave === undefined)
                begins.leave = await alone(run);
            else if (begins.absent === undefined)
                begins.absent = await prepare(run, release);
            else
                return begin(run, release, begins.absent, begins.leave);
            return undefined;
        case 'retry': {
            const tried = await follow(run, template, 'retry');
            if (tried === undefined)
                await undone(run);
            return tried;
        }
        case 'watch':
            return follow(run, template, mode === 'run' ? undefined : mode);
    }
}
/** What the server would make of the workload's pod template. */
async function wantedTemplate(run, workload) {
    const { fieldManager, kube } = (0,engine_run/* settingOf */.y7)(run);
    return (0,watch/* templateOf */.k)(await kube.apply(workload, { fieldManager, dryRun: true, force: true }));
}
async function oneLook({ led, context, deps, deadline }, reason) {
    if (deps.clock.now() >= deadline || context.signal.aborted) {
        throw new user_error/* UserError */.yo(`${reason}, until ${context.signal.aborted ? 'the job was cancelled' : 'max-runtime was over'}`, {
            fix: 'Nothing was changed. Run it again, or write `on-newer-commit: replace`.',
        });
    }
    context.log.info(`Waiting: ${reason}.`);
    const { phase } = led.standing();
    while (led.standing().phase === phase && deps.clock.now() < deadline && !context.signal.aborted) {
        await led.watching.changed(2000);
    }
}
/** Goes on with a release that is under way, after telling the controller something. */
async function follow(run, template, command) {
    const { cluster, engine, job, led, context } = run;
    context.report.output('verdict', 'failed');
    // Looked up first: a controller may be done with it before we look again.
    const kept = await (0,engine_kept/* keptOf */.uq)(cluster, engine, (0,engine_run/* leadOf */.M)(run));
    const known = command === undefined || (await led.command(command));
    if (!known && command === 'retry')
        return undefined;
    if (kept !== undefined)
        await (0,engine_kept/* note */.N4)(cluster, kept, job, false);
    return toTheEnd(run, template, kept);
}
/** A controller that has refused a release looks at it again only when it comes anew: what was before is put back first. */
async function undone(run) {
    const { cluster, engine } = run;
    const kept = await (0,engine_kept/* keptOf */.uq)(cluster, engine, (0,engine_run/* leadOf */.M)(run));
    if (kept === undefined) {
        throw new user_error/* UserError */.yo(`${engine.title} has refused this very release, and analyses only what changes`, {
            fix: `Change something in its pod template, or put ${engine.workload.kind} ${engine.workload.name} back to the version that runs, and run again.`,
        });
    }
    const back = await (0,restore/* wentBack */.Il)(run, run.led.standing(), 'this release was refused before and is brought anew', kept);
    if (back.verdict === 'failed')
        throw new user_error/* UserError */.yo(back.reason, { fix: 'Run the step again.' });
    await run.led.known();
}

// EXTERNAL MODULE: ./build/actions/canary-promote/src/engine/find.js + 10 modules
var find = __webpack_require__(7417);
// EXTERNAL MODULE: ./build/actions/canary-promote/src/engine/led.js + 2 modules
var engine_led = __webpack_require__(32742);
;// CONCATENATED MODULE: ./build/actions/canary-promote/src/engine/forward.js



















/** Brings a release by a controller of the cluster: checks first, then the controller's own way, watched to its end. */
async function leadForward(name, inputs, context, deps, job) {
    const deadline = deps.clock.now() + inputs.maxRuntime;
    const outcome = new report_outcome/* Outcome */.P(inputs, context);
    context.report.output('verdict', 'refused');
    const manifests = await deps.load(inputs, context);
    const [first] = manifests.map(({ object }) => (0,values/* textAt */.$6)(object, 'metadata', 'namespace')).filter(Boolean);
    const opened = await deps.open(inputs, context, first);
    let free;
    try {
        const all = (await opened.prepare(manifests)).filter(values/* isKubeObject */.$e);
        const { kube, namespace } = opened;
        const engine = await (0,find/* findEngine */.G)(name, { kube, namespace, objects: all, workload: inputs.workload });
        const patience = inputs.mode === 'run' ? inputs.maxRuntime : 0;
        if (!inputs.dryRun)
            free = await opened.hold(all, { job, patience });
        const release = await releaseFor(engine, all, opened);
        context.report.output('digest', (0,plan_select/* digestOf */.ol)((0,plan_select/* imageOf */.dT)(release.workload)));
        await (0,permissions/* checkPermissions */.RS)(opened.cluster, namespace, (0,permissions/* verbsForEngine */.ke)(engine.permissions, (0,permissions/* hasSecrets */.kH)(all)));
        const trouble = (error) => context.log.info(`The cluster: ${(0,user_error/* messageOf */.bD)(error)}`);
        const cluster = (0,patient/* patient */.I)(opened.cluster, deps.clock, trouble);
        outcome.title = `Canary of ${engine.workload.name}: ${(0,plan_select/* shortImage */.Uq)((0,plan_select/* imageOf */.dT)(release.workload))}`;
        const led = await engine_led/* Led */.m.open(engine, kube, deps.clock, trouble);
        try {
            await lead({ inputs, context, deps, job, deadline, opened, cluster, engine, led, outcome }, inputs, release);
        }
        finally {
            led.stop();
        }
    }
    finally {
        await free?.();
        await opened.close();
    }
}
/** The objects as they may be applied, checked by the server. */
async function releaseFor(engine, all, opened) {
    const own = [engine.lead, engine.workload, engine.pods.promoted];
    const view = await (0,live_view/* liveView */.A)(opened.kube, [...own, ...all.map(values/* refOf */.H8)]);
    refuseChange(engine, view);
    const objects = engine.desired(all, view);
    const workload = objects.find((object) => (0,engine_kept/* isOf */.yW)(engine.workload, object));
    if (workload === undefined)
        throw noWorkload(engine);
    const parts = partsOf(all, engine, view);
    // While a canary is under way its route is the controller's: what waits for the promotion could not be applied now.
    const atRest = view(engine.lead) === undefined || engine.standing(view, true).phase === 'settled';
    const needed = [...all.filter(pre_hooks/* isPreHook */.PV), ...parts.now];
    const checked = await opened.rollout.check(atRest ? objects : engine.desired(needed, view));
    if (!checked.healthy) {
        throw new user_error/* UserError */.yo(`the server refuses the manifests: ${checked.reason}`, {
            fix: 'Correct what the message names; the job log says more. Nothing was changed.',
        });
    }
    return { workload, parts, all };
}
function noWorkload({ workload, lead }) {
    return new user_error/* UserError */.yo(`the manifests have no ${workload.kind} ${workload.name}, which ${lead.kind} ${lead.name} is about`, { fix: 'Give its manifest too: the release is what it says about the pods.' });
}
async function lead(run, inputs, release) {
    const { context, engine, led, outcome, opened } = run;
    const live = led.view(engine.workload);
    refuseOlder(run, release.workload);
    tellPlan(run, live, release.workload);
    if (inputs.dryRun) {
        outcome.ofPlain('unchanged', `dry run: everything is ready for ${engine.title} to bring ${(0,plan_select/* imageOf */.dT)(release.workload)}`);
        return;
    }
    await (0,remember/* remember */.k)(context, { workload: engine.workload.name, namespace: opened.namespace });
    const brought = await bring(run, inputs.mode, release);
    await evidence(run);
    if (brought.kind === 'unchanged') {
        await (0,remember/* remember */.k)(context, { done: 'true' });
        const rest = await applyRest(run, release);
        return rest.healthy
            ? outcome.ofPlain('unchanged', brought.reason)
            : outcome.ofPlain('failed', rest.reason);
    }
    const { ending } = brought;
    if (ending.left === undefined)
        await (0,remember/* remember */.k)(context, { done: 'true' });
    const rest = ending.verdict === 'promoted' ? await applyRest(run, release) : undefined;
    if (rest?.healthy === false)
        outcome.restFailed(ending, rest.reason);
    else
        outcome.ofForward(brought);
}
/** What the controller has recorded by now, for the report and as a file. */
async function evidence({ led, outcome, context, engine }) {
    const course = await led.recorded();
    if (course === undefined)
        return;
    outcome.course = course;
    const path = (0,external_node_path_.join)(context.temp, 'seatrial', `canary-${engine.workload.name}.jsonl`);
    await (0,evidence_file/* writeLines */.x)(path, (0,report_course/* courseLines */.Jj)(course));
    context.report.output('evidence', path);
}
/** What all users would have felt at once, when the release is theirs. A controller's own part of it is as it is by then. */
async function applyRest({ engine, opened, context, deps }, { parts }) {
    for (let attempt = 1;; attempt += 1) {
        const own = await asTheyMay(engine, opened.kube, parts.later);
        const applied = await opened.rollout.deploy(own, context.signal);
        // The controller may lead its Services over a moment after it has said that it is done.
        const late = !applied.healthy && applied.cause === 'field-conflict';
        if (!late || attempt === conflictAttempts)
            return applied;
        await deps.clock.pause(1000, context.signal);
    }
}
const conflictAttempts = 6;
function tellPlan({ context: { log }, engine, led }, live, wanted) {
    const from = live === undefined ? 'nothing' : (0,plan_select/* shortImage */.Uq)((0,plan_select/* imageOf */.dT)(live));
    const { kind, name } = engine.lead;
    log.info(`${engine.title} leads ${kind} ${name}: ${engine.workload.kind} ${engine.workload.name}, ${from} → ${(0,plan_select/* shortImage */.Uq)((0,plan_select/* imageOf */.dT)(wanted))}`);
    const standing = led.standing();
    if (led.lead !== undefined)
        log.info(`It stands: ${standing.phase}, ${standing.weight} % (${standing.said})`);
}

;// CONCATENATED MODULE: ./build/actions/canary-promote/src/engine/lead.js


/** A canary's whole way by a controller of the cluster, or the end of one: which, `mode` says. */
function lead_lead(engine, inputs, context, deps, job) {
    switch (inputs.mode) {
        case 'run':
        case 'resume':
        case 'promote':
            return leadForward(engine, { ...inputs, mode: inputs.mode }, context, deps, job);
        case 'abort':
        case 'reap':
        case 'status':
            return (0,back.leadBack)(engine, inputs, inputs.mode, context, deps, job);
    }
}


/***/ })

};
