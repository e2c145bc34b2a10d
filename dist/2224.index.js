export const id = 2224;
export const ids = [2224];
export const modules = {

/***/ 32224:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  start: () => (/* binding */ start)
});

// EXTERNAL MODULE: ./build/actions/shared/action/run-action.js + 8 modules
var run_action = __webpack_require__(94344);
// EXTERNAL MODULE: ./build/actions/shared/contract/contract.js
var contract = __webpack_require__(86777);
// EXTERNAL MODULE: ./build/actions/shared/contract/types.js
var types = __webpack_require__(56030);
;// CONCATENATED MODULE: ./build/actions/release-feedback/src/contract.js


function parse(read) {
    return {
        environment: read.withDefault('environment', types/* text */.Qq, 'production'),
        service: read.optional('service', types/* text */.Qq),
        result: read.optional('result', (0,types/* choice */.Yq)('success', 'failure', 'cancelled', 'skipped')),
        token: read.optional('token', types/* text */.Qq),
        comment: read.withDefault('comment', (0,types/* choice */.Yq)('failure', 'always', 'never'), 'failure'),
        ...(0,contract/* commonInputs */.j)(read),
    };
}
const contract_contract = {
    name: 'release-feedback',
    parse,
    outputs: ['verdict', 'stage', 'pull-request', 'comment-url'],
};

// EXTERNAL MODULE: ./build/actions/shared/errors/user-error.js
var user_error = __webpack_require__(30860);
;// CONCATENATED MODULE: ./build/actions/shared/github/github.js

/** No call of ours may hold a release up for longer than this. */
const patienceMs = 10_000;
/** Opens the API for one repository (`owner/name`), at the server the runner names in GITHUB_API_URL. */
async function openGitHub(token, repository) {
    const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(2413)]).then(__webpack_require__.bind(__webpack_require__, 92413));
    const [owner = '', repo = ''] = repository.split('/', 2);
    const octokit = getOctokit(token);
    const api = octokit.rest;
    const request = () => ({ signal: AbortSignal.timeout(patienceMs) });
    return {
        pullRequestsOf: async (commit) => {
            const { data } = await api.repos.listPullRequestsAssociatedWithCommit({
                owner,
                repo,
                commit_sha: commit,
                request: request(),
            });
            const merged = data.filter((pull) => pull.merged_at !== null);
            return [...merged, ...data.filter((pull) => pull.merged_at === null)].map((pull) => ({
                number: pull.number,
                url: pull.html_url,
                title: pull.title,
            }));
        },
        comment: async (issue, marker, body, { create }) => {
            const target = { owner, repo, issue_number: issue };
            const comments = await octokit.paginate(api.issues.listComments, {
                ...target,
                per_page: 100,
                request: request(),
            });
            const own = comments.find((comment) => comment.body?.startsWith(marker) === true);
            if (own === undefined && !create)
                return undefined;
            const text = `${marker}\n${body}`;
            const { data } = own === undefined
                ? await api.issues.createComment({ ...target, body: text, request: request() })
                : await api.issues.updateComment({
                    owner,
                    repo,
                    comment_id: own.id,
                    body: text,
                    request: request(),
                });
            return data.html_url;
        },
    };
}
/** Runs a call that may fail without changing any verdict: undefined, and a warning that tells what is missing now. */
async function orWarn(what, warn, call) {
    try {
        return await call();
    }
    catch (error) {
        warn(`${what} was skipped: ${(0,user_error/* messageOf */.bD)(error)}`);
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/actions/shared/markdown/markdown.js
var markdown = __webpack_require__(37727);
;// CONCATENATED MODULE: ./build/actions/release-feedback/src/message.js

const titles = {
    released: 'Released',
    'rolled-back': 'Rolled back',
    stopped: 'Stopped',
};
/** Finds our comment of this environment again, so that a re-run rewrites it and adds none. */
function marker(environment, service) {
    const name = service === undefined ? environment : `${service} ${environment}`;
    return `<!-- seatrial release-feedback ${name.replaceAll(/[^\w. -]/g, '-')} -->`;
}
/** What people read, on the pull request and in the job summary: how it ended, why, and the proof on the way. */
function message(record, outcome, { environment, service }) {
    const { commit } = record.source;
    const rows = [
        ['commit', (0,markdown/* code */.aY)(commit.slice(0, 12))],
        ...(record.source.pullRequest === undefined
            ? []
            : [['pull request', `#${record.source.pullRequest.number}`]]),
        ...(record.quality === undefined ? [] : [['tests', tests(record.quality)]]),
        ...(record.image === undefined ? [] : [['image', (0,markdown/* code */.aY)(`${record.image.name}@${record.image.digest}`)]]),
        ...(record.scan === undefined ? [] : [['scan', record.scan.verdict]]),
        ...(record.rollouts ?? []).map((rollout) => [`rollout ${rollout.environment}`, rollout.verdict]),
        ...(record.canary === undefined ? [] : [['canary', `${record.canary.verdict}: ${record.canary.reason}`]]),
    ];
    const head = `### ${titles[outcome.verdict]}: ${service === undefined ? '' : `${service}, `}${environment}\n\n${outcome.reason} (stage: ${outcome.stage})`;
    return `${head}\n\n${(0,markdown/* table */.tp)(['step', 'result'], rows)}\n`;
}
function tests({ tests: { passed, failed }, coverage }) {
    return `${passed} passed, ${failed} failed, coverage ${coverage} %`;
}

;// CONCATENATED MODULE: ./build/actions/release-feedback/src/outcome.js
/**
 * Reads the end of a release from its record: the first gate that did not let it through decides, and a release whose
 * record has no verdict of production was stopped before it, whatever else it says.
 */
function outcomeOf(whole, environment, result) {
    const record = result === 'skipped' ? beforeProduction(whole, environment) : whole;
    const outcome = recordedOutcome(record, environment);
    if (outcome.verdict !== 'released' || result === undefined || result === 'success')
        return outcome;
    return {
        verdict: 'stopped',
        stage: 'production',
        reason: `the job ended with ${result} after: ${outcome.reason}`,
    };
}
/** What an earlier attempt of a job that did not run this time has left in the record is no part of this one. */
function beforeProduction({ canary: _, ...record }, environment) {
    const rollouts = (record.rollouts ?? []).filter((rollout) => rollout.environment !== environment);
    return { ...record, rollouts };
}
function recordedOutcome(record, environment) {
    return (stoppedByQuality(record) ??
        stoppedByScan(record) ??
        stoppedByRollout(record, environment) ??
        outcomeOfCanary(record, environment) ?? {
        verdict: 'stopped',
        stage: lastStage(record),
        reason: 'the workflow ended here',
    });
}
function stoppedByQuality({ quality }) {
    if (quality === undefined || quality.verdict === 'pass')
        return undefined;
    return { verdict: 'stopped', stage: 'verify', reason: reasonOf(quality) };
}
/** A record from before the gate gave its reasons has only its numbers. */
function reasonOf({ reasons = [], tests, coverage, minimumCoverage }) {
    if (reasons.length > 0)
        return reasons.join('; ');
    return tests.failed > 0
        ? `${tests.failed} tests failed`
        : `coverage is ${coverage} %, the gate asks for ${minimumCoverage} %`;
}
function stoppedByScan({ scan }) {
    if (scan === undefined || scan.verdict === 'clean')
        return undefined;
    const ids = scan.blocking.map((finding) => finding.id);
    const reason = ids.length > 0 ? `the scan found ${ids.join(', ')}` : `the scan says ${scan.verdict}`;
    return { verdict: 'stopped', stage: 'scan', reason };
}
function stoppedByRollout({ rollouts = [] }, environment) {
    const broken = rollouts.find(({ verdict }) => verdict !== 'healthy' && verdict !== 'unchanged');
    if (broken === undefined)
        return undefined;
    const reason = broken.causes[0]?.message ?? `the rollout is ${broken.verdict}`;
    const inProduction = broken.environment === environment;
    const undone = inProduction && broken.verdict === 'undone';
    return {
        verdict: undone ? 'rolled-back' : 'stopped',
        stage: inProduction ? 'production' : 'staging',
        reason,
    };
}
function outcomeOfCanary({ canary, rollouts = [] }, environment) {
    if (canary?.verdict === 'promoted' || canary?.verdict === 'unchanged')
        return { verdict: 'released', stage: 'production', reason: canary.reason };
    if (canary?.verdict === 'rolled-back' || canary?.verdict === 'restored') {
        return { verdict: 'rolled-back', stage: 'canary', reason: canary.reason };
    }
    if (canary !== undefined)
        return { verdict: 'stopped', stage: 'canary', reason: canary.reason };
    const rolledOut = rollouts.find((rollout) => rollout.environment === environment);
    if (rolledOut === undefined)
        return undefined;
    return { verdict: 'released', stage: 'production', reason: `the rollout is ${rolledOut.verdict}` };
}
function lastStage({ rollouts = [], scan }) {
    if (rollouts.length > 0)
        return 'staging';
    return scan === undefined ? 'verify' : 'scan';
}

;// CONCATENATED MODULE: ./build/actions/release-feedback/src/run.js



/** Tells those who brought a release in how it ended, and keeps an incident when it came back. */
async function run(inputs, context, open = openGitHub) {
    const { report, log } = context;
    if (inputs.token !== undefined)
        await context.mask(inputs.token);
    const outcome = outcomeOf(context.record, inputs.environment, inputs.result);
    const github = inputs.token === undefined ? undefined : await open(inputs.token, context.record.source.repository);
    const source = await withPullRequest(context, github);
    const record = { ...context.record, source };
    const body = message(record, outcome, inputs);
    log.info(`${outcome.verdict} at ${outcome.stage}: ${outcome.reason}`);
    report.output('verdict', outcome.verdict);
    report.output('stage', outcome.stage);
    report.output('pull-request', source.pullRequest?.number ?? '');
    report.section('source', source);
    report.summary(body);
    const url = await comment(inputs, context, github, source, outcome, body);
    report.output('comment-url', url ?? '');
    if (outcome.verdict === 'rolled-back') {
        report.section('incidents', [
            ...(record.incidents ?? []),
            incident(inputs, context, source, outcome, url),
        ]);
    }
}
/** The record's source with the pull request that brought the commit in, asked of GitHub where the event didn't tell. */
async function withPullRequest(context, github) {
    const { source } = context.record;
    if (source.pullRequest !== undefined)
        return source;
    if (github === undefined) {
        context.log.info('No token: the pull request is taken from the event only.');
        return source;
    }
    const found = await orWarn('the pull request of the commit', warn(context), () => github.pullRequestsOf(source.commit));
    const pullRequest = found?.[0];
    return pullRequest === undefined ? source : { ...source, pullRequest };
}
async function comment(inputs, context, github, source, outcome, body) {
    const wanted = inputs.comment === 'always' || (inputs.comment === 'failure' && outcome.verdict !== 'released');
    const { pullRequest } = source;
    if (inputs.comment === 'never' || github === undefined || pullRequest === undefined)
        return undefined;
    const mark = marker(inputs.environment, inputs.service);
    // What an earlier attempt has said must not stand when it is no longer so; of itself a release needs no comment.
    return orWarn(`the comment on #${pullRequest.number}`, warn(context), () => github.comment(pullRequest.number, mark, body, { create: wanted }));
}
function incident(inputs, context, source, outcome, url) {
    return {
        title: outcome.reason,
        at: new Date(context.now()).toISOString(),
        environment: inputs.environment,
        ...(source.pullRequest === undefined ? {} : { pullRequest: source.pullRequest.number }),
        ...(url === undefined ? {} : { url }),
    };
}
function warn(context) {
    return (text) => context.report.annotate({ level: 'warning', title: 'release-feedback', message: text });
}

;// CONCATENATED MODULE: ./build/actions/release-feedback/src/index.js



const start = () => (0,run_action/* runAction */.C)(contract_contract, run);


/***/ }),

/***/ 37727:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EU: () => (/* binding */ fence),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
/** A Markdown table; cells are escaped so that a value can't break out of it. */
function table(head, rows) {
    const line = (cells) => `| ${cells.map(cell).join(' | ')} |`;
    return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}
function cell(value) {
    return value.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll(/\r?\n/g, '<br>');
}
/** Inline code that survives backticks in the value. */
function code(value) {
    if (!value.includes('`'))
        return `\`${value}\``;
    return `\`\` ${value} \`\``;
}
/** A folded part of a summary. */
function details(title, body) {
    return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}
/** A fenced block, with a fence longer than any in the text. */
function fence(body, language = '') {
    const longest = Math.max(2, ...[...body.matchAll(/`+/g)].map((run) => run[0].length));
    const ticks = '`'.repeat(longest + 1);
    return `${ticks}${language}\n${body}\n${ticks}`;
}


/***/ })

};
