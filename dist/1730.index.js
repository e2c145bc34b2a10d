export const id = 1730;
export const ids = [1730];
export const modules = {

/***/ 1730:
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
// EXTERNAL MODULE: ./build/actions/shared/go/axes.js + 1 modules
var axes = __webpack_require__(81371);
;// CONCATENATED MODULE: ./build/actions/quality-gate/src/contract.js



function parse(read) {
    return {
        ...(0,axes/* goInputs */.yB)(read),
        minCoverage: read.withDefault('min-coverage', types/* percent */.KN, '80'),
        coverPackages: read.optional('cover-packages', (0,types/* lines */.Mn)(types/* text */.Qq)) ?? [],
        race: read.withDefault('race', types/* flag */.Jt, 'false'),
        timeout: read.withDefault('timeout', types/* duration */.p0, '10m'),
        vet: read.withDefault('vet', types/* flag */.Jt, 'true'),
        ...(0,contract/* commonInputs */.j)(read),
    };
}
const contract_contract = {
    name: 'quality-gate',
    parse,
    outputs: [
        'verdict',
        'coverage',
        'passed',
        'failed',
        'skipped',
        'test-report',
        'test-events',
        'coverage-profile',
        'cache-hit',
    ],
};

// EXTERNAL MODULE: ./build/actions/shared/cache/service.js
var service = __webpack_require__(48014);
// EXTERNAL MODULE: ./build/actions/shared/errors/user-error.js
var user_error = __webpack_require__(30860);
// EXTERNAL MODULE: ./build/actions/shared/go/cache/cache.js + 4 modules
var cache_cache = __webpack_require__(7325);
// EXTERNAL MODULE: ./build/actions/shared/go/cache/words.js
var words = __webpack_require__(52315);
// EXTERNAL MODULE: ./build/actions/shared/go/cgo/uses.js
var cgo_uses = __webpack_require__(61467);
// EXTERNAL MODULE: ./build/actions/shared/go/diagnostics.js
var diagnostics = __webpack_require__(76439);
// EXTERNAL MODULE: ./build/actions/shared/go/fips.js
var fips = __webpack_require__(34203);
// EXTERNAL MODULE: ./build/actions/shared/go/meter.js + 1 modules
var meter = __webpack_require__(18350);
// EXTERNAL MODULE: ./build/actions/shared/go/package-input.js
var package_input = __webpack_require__(36386);
// EXTERNAL MODULE: ./build/actions/shared/go/packages.js
var go_packages = __webpack_require__(50638);
// EXTERNAL MODULE: ./build/actions/shared/go/pgo.js
var pgo = __webpack_require__(25909);
// EXTERNAL MODULE: ./build/actions/shared/go/report-compile.js
var report_compile = __webpack_require__(35765);
// EXTERNAL MODULE: ./build/actions/shared/go/tool.js + 1 modules
var tool = __webpack_require__(82095);
// EXTERNAL MODULE: ./build/actions/shared/go/decode.js
var decode = __webpack_require__(6449);
;// CONCATENATED MODULE: ./build/actions/quality-gate/src/events.js

/**
 * Reads the event stream of `go test -json` (`go doc test2json`).
 *
 * What never ended is "unfinished": a crash, `os.Exit` or a timeout takes the tests that were still running with it,
 * and they must not be taken for passed.
 */
function parseEvents(stream) {
    const packages = new Map();
    const builds = new Map();
    const failed = new Set();
    const stray = [];
    for (const line of stream.split('\n')) {
        const event = readEvent(line);
        if (event === undefined) {
            if (line.trim() !== '')
                stray.push(line);
            continue;
        }
        const { action, importPath, build, test, output, seconds } = event;
        if (action === 'build-output')
            builds.set(build, (builds.get(build) ?? '') + output);
        if (action === 'build-fail')
            failed.add(build);
        if (importPath === '')
            continue;
        const home = packages.get(importPath) ?? { ...begun(), tests: new Map() };
        packages.set(importPath, home);
        const subject = test === '' ? home : (home.tests.get(test) ?? begun());
        if (test !== '')
            home.tests.set(test, subject);
        if (action === 'output')
            subject.output += events_frame.test(output) ? '' : output;
        const status = ended(action);
        if (status !== undefined)
            Object.assign(subject, { status, seconds });
    }
    return {
        packages: [...packages].map(([importPath, { tests, ...rest }]) => ({
            importPath,
            ...rest,
            tests: [...tests].map(([name, draft]) => ({ name, ...draft })),
        })),
        failedBuilds: new Map([...failed].map((name) => [name, builds.get(name) ?? ''])),
        stray: stray.join('\n'),
    };
}
/** Lines of the framework around a test's own output. */
const events_frame = /^\s*(?:=== (?:RUN|PAUSE|CONT|NAME)\s|--- (?:PASS|FAIL|SKIP): )/;
function begun() {
    return { status: 'unfinished', seconds: 0, output: '' };
}
function ended(action) {
    return ['pass', 'fail', 'skip'].find((one) => one === action);
}
/** One line of the stream; undefined when it is no event. */
function readEvent(line) {
    if (!line.startsWith('{'))
        return undefined;
    try {
        const get = (0,decode/* fieldsOf */.Pf)(JSON.parse(line));
        const seconds = get.get('Elapsed');
        return {
            action: (0,decode/* textOf */.b6)(get.get('Action')),
            importPath: (0,decode/* textOf */.b6)(get.get('Package')),
            build: (0,decode/* textOf */.b6)(get.get('ImportPath')),
            test: (0,decode/* textOf */.b6)(get.get('Test')),
            output: (0,decode/* textOf */.b6)(get.get('Output')),
            seconds: typeof seconds === 'number' ? seconds : 0,
        };
    }
    catch {
        // A line a test wrote to the terminal itself, or one that was cut when the process was killed.
        return undefined;
    }
}
/**
 * Counts what was really tested: a test that only groups subtests counts through them, unless it fails where none of
 * them does. Unfinished counts as failed.
 */
function countTests({ packages }) {
    const ends = packages.flatMap(({ tests }) => leaves(tests).map(({ status }) => status));
    const count = (...wanted) => ends.filter((end) => wanted.includes(end)).length;
    return { passed: count('pass'), failed: count('fail', 'unfinished'), skipped: count('skip') };
}
/** Tests without those whose result is already told by a subtest. */
function leaves(tests) {
    return tests.filter(({ name, status }) => {
        const inner = tests.filter((other) => other.name.startsWith(`${name}/`));
        if (inner.length === 0)
            return true;
        const bad = status === 'fail' || status === 'unfinished';
        return bad && !inner.some((one) => one.status === 'fail' || one.status === 'unfinished');
    });
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/actions/quality-gate/src/locate.js


/**
 * Finds the line a failure happened at in what the test printed: the last `file_test.go:12: …` of the test framework,
 * or the first stack frame in the caller's own code when it crashed.
 */
function placeInOutput(output, home, own) {
    const frames = [...output.matchAll(/^\s+(\S+\.go):(\d+)(?: \+0x[0-9a-f]+)?$/gm)];
    const crashed = /^(?:panic:|fatal error:|WARNING: DATA RACE)/m.test(output);
    if (crashed) {
        for (const [, path = '', line] of frames) {
            const file = fileOf(path, own);
            if (file !== undefined)
                return { file, line: Number(line) };
        }
    }
    const [, name, line] = [...output.matchAll(/^\s+([^\s/:]+\.go):(\d+): /gm)].at(-1) ?? [];
    return name === undefined ? undefined : { file: (0,external_node_path_.join)(home.directory, name), line: Number(line) };
}
/** A file as a stack frame names it: absolute, or from its import path on when paths are trimmed. */
function fileOf(path, own) {
    const cut = path.lastIndexOf('/');
    const [folder, name] = [path.slice(0, cut), path.slice(cut + 1)];
    const home = own.find(({ importPath, directory }) => (0,external_node_path_.isAbsolute)(path) ? folder === directory : folder === importPath);
    return home === undefined ? undefined : (0,external_node_path_.join)(home.directory, name);
}
/** Where a test is defined, for failures that name no line (examples, timeouts, `t.Fail`). */
async function definitionOf(test, home) {
    const name = test.split('/', 1)[0] ?? '';
    for (const file of home.testFiles) {
        const path = (0,external_node_path_.join)(home.directory, file);
        const lines = (await (0,promises_.readFile)(path, 'utf8').catch(() => '')).split('\n');
        const at = lines.findIndex((line) => line.startsWith(`func ${name}(`));
        if (at >= 0)
            return { file: path, line: at + 1 };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/actions/quality-gate/src/annotate.js




/** Compile errors on their lines. */
function annotateBuilds(report, { failedBuilds }, directory) {
    (0,report_compile/* annotateAll */.u)(report, (0,diagnostics/* parseDiagnostics */.y)([...failedBuilds.values()].join('\n'), directory), directory);
}
/** Each failed test where it failed, with what it said. */
async function annotateTests(report, run, own) {
    for (const result of run.packages) {
        const home = own.find(({ importPath }) => importPath === result.importPath);
        if (home !== undefined)
            await annotatePackage(report, result, home, own);
    }
}
async function annotatePackage(report, { tests, output: printed }, home, own) {
    for (const { name, status, output } of leaves(tests)) {
        if (status !== 'fail' && status !== 'unfinished')
            continue;
        // A test that was killed with its process said nothing itself; the crash stands in the package's output.
        const said = status === 'fail' ? output : `${output}\nIt did not end.\n${printed}`;
        const place = placeInOutput(said, home, own) ?? (await definitionOf(name, home));
        report.annotate({
            level: 'error',
            title: `${name} failed`,
            message: said.trim().slice(0, 4000) || 'It printed nothing.',
            ...(place === undefined ? {} : { place }),
        });
    }
}
/** The largest gaps on the lines of their functions. */
function annotateGaps(report, functions, own) {
    for (const { file, line, name, missing, total } of functions) {
        const path = fileOf(file, own);
        report.annotate({
            level: 'warning',
            title: `${name} is not covered`,
            message: `No test runs ${missing} of its ${total} statements.`,
            ...(path === undefined ? {} : { place: { file: path, line } }),
        });
    }
}

;// CONCATENATED MODULE: ./build/actions/quality-gate/src/coverage.js
/**
 * Reads a profile of `go test -coverprofile`.
 *
 * With `-coverpkg` a block stands in it once per test binary; it is covered when any of them ran it, as
 * golang.org/x/tools/cover merges them.
 */
function parseProfile(profile) {
    const blocks = new Map();
    for (const line of profile.split('\n')) {
        const match = /^(.+):(\d+)\.\d+,(\d+)\.\d+ (\d+) (\d+)$/.exec(line.trim());
        if (match === null)
            continue;
        const [, file = '', start, end, statements, count] = match;
        const place = line.slice(0, line.indexOf(' '));
        blocks.set(place, {
            file,
            line: Number(start),
            endLine: Number(end),
            statements: Number(statements),
            covered: Number(count) > 0 || blocks.get(place)?.covered === true,
        });
    }
    return [...blocks.values()];
}
/** Sums statements up, the way `go tool cover -func` makes its total. */
function coverageOf(blocks) {
    const sum = (all) => all.reduce((total, { statements }) => total + statements, 0);
    return { covered: sum(blocks.filter(({ covered }) => covered)), total: sum(blocks) };
}
/** Coverage by package, the least covered first. */
function byPackage(blocks) {
    const home = ({ file }) => file.slice(0, file.lastIndexOf('/'));
    return [...new Set(blocks.map(home))]
        .map((importPath) => ({
        importPath,
        ...coverageOf(blocks.filter((block) => home(block) === importPath)),
    }))
        .sort((a, b) => percentOf(a) - percentOf(b) || a.importPath.localeCompare(b.importPath));
}
/**
 * Percentage points, cut after two decimals, so that 79.996 is never shown as the 80 it did not reach. Code without a
 * single statement counts as 0, as it does for `go tool cover`.
 */
function percentOf({ covered, total }) {
    return total === 0 ? 0 : Math.floor((covered * 10_000) / total) / 100;
}
/**
 * Functions with the most statements that no test ran, the largest first.
 *
 * `functions` is what `go tool cover -func` prints (`file:line:<tab>name<tab>percent`); it knows where functions begin.
 */
function uncovered(blocks, functions) {
    const starts = functions.split('\n').flatMap((line) => {
        const [, file = '', start, name = ''] = /^(\S.*?):(\d+):\s+(\S+)\s+[\d.]+%$/.exec(line) ?? [];
        return file === '' ? [] : [{ file, line: Number(start), name }];
    });
    return starts
        .map((one) => {
        const next = starts
            .filter(({ file, line }) => file === one.file && line > one.line)
            .reduce((nearest, { line }) => Math.min(nearest, line), Number.POSITIVE_INFINITY);
        const own = blocks.filter(({ file, line }) => file === one.file && line >= one.line && line < next);
        const { covered, total } = coverageOf(own);
        return { ...one, missing: total - covered, total };
    })
        .filter(({ missing }) => missing > 0)
        .sort((a, b) => b.missing - a.missing || a.file.localeCompare(b.file) || a.line - b.line);
}

// EXTERNAL MODULE: ./build/actions/shared/markdown/markdown.js
var markdown = __webpack_require__(37727);
// EXTERNAL MODULE: ./build/actions/shared/units/percent.js
var percent = __webpack_require__(56945);
;// CONCATENATED MODULE: ./build/actions/quality-gate/src/summary.js




/** How many uncovered functions are named. */
const namedFunctions = 10;
/** What people read: the verdict with its reasons first, then what failed, then what no test ran. */
function summaryOf(facts) {
    const { verdict, minimum, run, vet, cache } = facts;
    const { passed, failed, skipped } = verdict.counts;
    const head = verdict.verdict === 'pass' ? 'Quality gate passed' : 'Quality gate: stop';
    const line = `${passed} passed, ${failed} failed, ${skipped} skipped; coverage ${(0,percent/* formatPercent */.l)(verdict.coverage)} (at least ${(0,percent/* formatPercent */.l)(minimum)})`;
    return [
        `### ${head}`,
        line,
        ...(verdict.reasons.length > 0 ? [verdict.reasons.map((reason) => `- ${reason}`).join('\n')] : []),
        ...compileErrors(run),
        ...failures(run),
        ...(vet.length === 0 ? [] : [(0,markdown/* details */.zH)('go vet', (0,markdown/* fence */.EU)(clipped(vet.join('\n'))))]),
        ...gaps(facts.uncovered),
        ...summary_packages(facts.blocks),
        `Go ${cache}`,
    ].join('\n\n');
}
function compileErrors({ failedBuilds }) {
    return [...failedBuilds].map(([name, output]) => (0,markdown/* details */.zH)(`${name} did not compile`, (0,markdown/* fence */.EU)(clipped(output))));
}
function failures({ packages }) {
    return packages.flatMap(({ importPath, tests, output, status }) => {
        const bad = leaves(tests).filter((test) => test.status === 'fail' || test.status === 'unfinished');
        const own = bad.map((test) => (0,markdown/* details */.zH)(plain(`${test.name} (${importPath})`), (0,markdown/* fence */.EU)(clipped(test.output || 'It printed nothing.'))));
        if (bad.length > 0 || status !== 'fail')
            return own;
        return [(0,markdown/* details */.zH)(`${importPath}, outside of any test`, (0,markdown/* fence */.EU)(clipped(output)))];
    });
}
function gaps(functions) {
    if (functions.length === 0)
        return [];
    const rows = functions
        .slice(0, namedFunctions)
        .map(({ name, file, line, missing, total }) => [(0,markdown/* code */.aY)(name), `${file}:${line}`, `${missing} of ${total}`]);
    return [`**Largest gaps**\n\n${(0,markdown/* table */.tp)(['function', 'place', 'statements no test ran'], rows)}`];
}
function summary_packages(blocks) {
    const rows = byPackage(blocks).map((one) => [
        (0,markdown/* code */.aY)(one.importPath),
        (0,percent/* formatPercent */.l)(percentOf(one)),
        `${one.covered} of ${one.total}`,
    ]);
    if (rows.length === 0)
        return [];
    return [(0,markdown/* details */.zH)('Coverage by package', (0,markdown/* table */.tp)(['package', 'coverage', 'statements'], rows))];
}
/** The end of an output says most; GitHub limits the whole summary to 1 MiB. */
function clipped(output) {
    const limit = 8000;
    return output.length <= limit ? output.trimEnd() : `…\n${output.slice(-limit).trimEnd()}`;
}
/** Names of subtests are free text, and the title of a folded part is HTML. */
function plain(text) {
    return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

// EXTERNAL MODULE: ./build/actions/shared/go/explain.js
var explain = __webpack_require__(91456);
// EXTERNAL MODULE: ./build/actions/shared/go/report-folder.js
var report_folder = __webpack_require__(1514);
;// CONCATENATED MODULE: ./build/actions/quality-gate/src/junit.js
/** The run as JUnit XML, which test dashboards of every kind read. */
function junit({ packages }) {
    return [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<testsuites>',
        ...packages.map(suite),
        '</testsuites>',
        '',
    ].join('\n');
}
function suite({ importPath, tests, seconds }) {
    const bad = tests.filter(({ status }) => status === 'fail' || status === 'unfinished').length;
    const skipped = tests.filter(({ status }) => status === 'skip').length;
    const head = `  <testsuite name="${escaped(importPath)}" tests="${tests.length}" failures="${bad}" skipped="${skipped}" time="${seconds}">`;
    return [head, ...tests.map((test) => testCase(importPath, test)), '  </testsuite>'].join('\n');
}
function testCase(importPath, { name, status, seconds, output }) {
    const head = `    <testcase classname="${escaped(importPath)}" name="${escaped(name)}" time="${seconds}"`;
    if (status === 'pass')
        return `${head}/>`;
    if (status === 'skip')
        return `${head}><skipped message="${escaped(output.trim())}"/></testcase>`;
    const message = status === 'fail' ? 'failed' : 'did not end';
    return `${head}><failure message="${message}">${escaped(output)}</failure></testcase>`;
}
/** XML 1.0 has no place for control characters, escaped or not. */
function escaped(text) {
    return text
        .replaceAll(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;');
}

;// CONCATENATED MODULE: ./build/actions/quality-gate/src/tests.js








/** Where the reports go. */
async function reportFiles(context, directory) {
    const folder = await (0,report_folder/* reportFolder */.t)(context, 'quality', directory);
    const profile = (0,external_node_path_.join)(folder, 'coverage.out');
    await (0,promises_.rm)(profile, { force: true });
    return { profile, junit: (0,external_node_path_.join)(folder, 'junit.xml'), events: (0,external_node_path_.join)(folder, 'test-events.jsonl') };
}
/** Runs the tests, writes the reports and reads the events. */
async function runTests(inputs, context, go, patterns, settings, files) {
    const args = testArguments(inputs, settings.flags, files.profile, patterns);
    const result = await context.log.group(`go ${args.join(' ')}`, () => go.run(args, { env: settings.env, onLine: (line) => tell(line, context) }));
    const run = parseEvents(result.stdout);
    await (0,promises_.writeFile)(files.events, result.stdout);
    await (0,promises_.writeFile)(files.junit, junit(run));
    // Go gave up before any test: unknown flags, no disk, modules that can't be had.
    if (result.code !== 0 && run.packages.length === 0 && run.failedBuilds.size === 0) {
        throw (0,explain/* explainGoFailure */.K)(args, result, inputs.workingDirectory);
    }
    return { run, exitCode: result.code };
}
/**
 * `-count=1` because a result from the cache is no proof about this run; `-vet=off` because vet has run, in full, or
 * is not wanted.
 */
function testArguments(inputs, flags, profile, patterns) {
    return [
        'test',
        ...flags,
        ...(inputs.race ? ['-race'] : []),
        '-vet=off',
        '-count=1',
        `-timeout=${Math.ceil(inputs.timeout / 1000)}s`,
        '-json',
        '-covermode=atomic',
        `-coverprofile=${profile}`,
        ...(inputs.coverPackages.length > 0 ? [`-coverpkg=${inputs.coverPackages.join(',')}`] : []),
        ...patterns,
    ];
}
/** One line per package as it ends, and failures as they come. */
function tell(line, { log }) {
    const event = readEvent(line);
    if (event === undefined || !['pass', 'fail'].includes(event.action))
        return;
    if (event.test === '')
        log.info(`${event.action} ${event.importPath} ${event.seconds}s`);
    else if (event.action === 'fail')
        log.info(`  fail ${event.importPath} ${event.test}`);
}
/** Functions with code that no test ran; without a readable profile there are none to name. */
async function findGaps(go, blocks, profile) {
    if (blocks.length === 0)
        return [];
    const { code, stdout } = await go.run(['tool', 'cover', `-func=${profile}`]);
    return code === 0 ? uncovered(blocks, stdout) : [];
}
/** A file's text; empty when there is no such file. */
async function readIfThere(path) {
    return (0,promises_.readFile)(path, 'utf8').catch((error) => {
        if ((0,user_error/* codeOf */.$N)(error) === 'ENOENT')
            return '';
        throw error;
    });
}

;// CONCATENATED MODULE: ./build/actions/quality-gate/src/verdict.js


/**
 * Decides. Only what was shown to be good passes: tests ran, none failed or vanished, `go test` itself agrees, and
 * enough statements ran.
 */
function decide({ run, exitCode, coverage, minimum, vetFindings }) {
    const counts = countTests(run);
    const reached = percentOf(coverage);
    const builds = [...run.failedBuilds.keys()].map(packageName);
    const reasons = [
        ...(builds.length > 0 ? [`${[...new Set(builds)].join(', ')} did not compile`] : []),
        ...(counts.failed > 0 ? [`${plural(counts.failed, 'test')} failed: ${failedNames(run)}`] : []),
        ...brokenPackages(run),
        ...(vetFindings > 0 ? [`go vet found ${plural(vetFindings, 'mistake')}`] : []),
    ];
    if (reasons.length === 0 && counts.passed === 0)
        reasons.push(nothingRan(counts));
    if (reasons.length === 0 && exitCode !== 0)
        reasons.push(`go test ended with exit code ${exitCode}`);
    // Compared exactly, not as shown: `covered / total >= minimum / 100` without dividing.
    if (builds.length === 0 && counts.passed > 0 && coverage.covered * 100 < minimum * coverage.total) {
        reasons.push(`coverage is ${reached} %, the gate asks for ${minimum} %`);
    }
    else if (counts.passed > 0 && coverage.total === 0 && minimum > 0) {
        reasons.push('coverage was not measured: the profile holds no statement');
    }
    return { verdict: reasons.length === 0 ? 'pass' : 'fail', counts, coverage: reached, reasons };
}
function nothingRan({ skipped }) {
    return skipped > 0 ? `no test ran: all ${skipped} were skipped` : 'there are no tests';
}
/** Packages that failed outside of any test: `TestMain`, an init function, a timeout, `os.Exit`. */
function brokenPackages({ packages, failedBuilds }) {
    const builds = new Set([...failedBuilds.keys()].map(packageName));
    return packages
        .filter(({ status, tests, importPath }) => {
        const blamed = tests.some((test) => test.status === 'fail' || test.status === 'unfinished');
        return (status === 'fail' || status === 'unfinished') && !blamed && !builds.has(importPath);
    })
        .map(({ importPath }) => `${importPath} failed outside of any test`);
}
function failedNames({ packages }) {
    const names = packages.flatMap(({ tests }) => leaves(tests).flatMap(({ name, status }) => (status === 'fail' || status === 'unfinished' ? [name] : [])));
    const more = names.length > 3 ? ` and ${names.length - 3} more` : '';
    return `${names.slice(0, 3).join(', ')}${more}`;
}
/** `example.com/a [example.com/a.test]` is example.com/a, compiled for its tests. */
function packageName(build) {
    return build.split(' ', 1)[0] ?? build;
}
function plural(count, noun) {
    return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

;// CONCATENATED MODULE: ./build/actions/quality-gate/src/vet.js


/** Runs vet, in full. Code that does not compile is not vet's to tell: the tests do. */
async function runVet({ log }, go, patterns, { flags, env }, own) {
    const args = ['vet', '-json', ...flags, ...patterns];
    log.info(`go ${args.join(' ')}`);
    const { stdout, stderr } = await go.run(args, { env });
    // Go before 1.25 writes the findings to stderr, between comment lines.
    return vetFindings(`${stdout}\n${stderr}`, own);
}
/**
 * Reads `go vet -json`: by package and analyzer, a list of `{posn, message}`.
 *
 * Of the position only the file's name counts: with `-trimpath` Go keeps vet's output in its cache, and with it the
 * folder that another checkout was in.
 */
function vetFindings(printed, own) {
    const json = printed
        .split('\n')
        .filter((line) => /^[{}\t ]/.test(line))
        .join('\n');
    const found = (0,decode/* parseJsonObjects */.CJ)(json).flatMap((object) => [...(0,decode/* fieldsOf */.Pf)(object)].flatMap(([name, analyzers]) => {
        const home = homeOf(name, own);
        return [...(0,decode/* fieldsOf */.Pf)(analyzers).values()].flatMap((list) => Array.isArray(list) ? list.map((one) => diagnostic((0,decode/* fieldsOf */.Pf)(one), home)) : []);
    }));
    // A file is looked at once for the package and once for its tests.
    return [
        ...new Map(found.map((one) => [`${one.file}:${one.line}:${one.column}:${one.message}`, one])).values(),
    ];
}
/** `example.com/m [example.com/m.test]` and `example.com/m_test` stand in the folder of example.com/m. */
function homeOf(name, own) {
    const [importPath = ''] = name.split(' ');
    const home = own.find((one) => one.importPath === importPath) ??
        own.find((one) => `${one.importPath}_test` === importPath);
    return home?.directory ?? '';
}
function diagnostic(get, home) {
    const [, file = '', line, column] = /^(.*):(\d+):(\d+)$/.exec((0,decode/* textOf */.b6)(get.get('posn'))) ?? [];
    return {
        file: home === '' ? file : (0,external_node_path_.join)(home, (0,external_node_path_.basename)(file)),
        line: Number(line ?? 1),
        column: column === undefined ? undefined : Number(column),
        message: (0,decode/* textOf */.b6)(get.get('message')),
    };
}

;// CONCATENATED MODULE: ./build/actions/quality-gate/src/run.js




















/** Vets and tests a module with the settings it is built with, and lets it through only when that shows it good. */
async function run(inputs, context, open = service/* openCacheService */.W) {
    const { report, log } = context;
    const directory = inputs.workingDirectory;
    report.output('verdict', 'fail');
    try {
        (0,package_input/* checkPackages */.G)(inputs.packages);
        const go = (0,meter/* metered */.F)(await (0,tool/* openGo */.V)(context, directory, (0,axes/* axisEnv */.tz)(inputs)), context.temp);
        (0,fips/* mustHaveFips */.k)(inputs.fips, go.settings.version);
        const cache = await restoreCache(inputs, context, go, open);
        const patterns = inputs.packages.length > 0 ? inputs.packages : ['./...'];
        const env = await goEnv(inputs, context, go, patterns);
        const packages = await ownPackages(inputs, go, patterns, env);
        const settings = await compileSettings(inputs, context, packages, env);
        const files = await reportFiles(context, directory);
        const vet = inputs.vet ? await runVet(context, go, patterns, settings, packages) : [];
        const tested = await runTests(inputs, context, go, patterns, settings, files);
        const blocks = parseProfile(await readIfThere(files.profile));
        const verdict = decide({
            ...tested,
            coverage: coverageOf(blocks),
            minimum: inputs.minCoverage,
            vetFindings: vet.length,
        });
        const gaps = verdict.verdict === 'pass' ? [] : await findGaps(go, blocks, files.profile);
        log.info(`${verdict.verdict}: ${verdict.reasons.join('; ') || `coverage ${verdict.coverage} %`}`);
        annotateBuilds(report, tested.run, directory);
        await annotateTests(report, tested.run, packages);
        (0,report_compile/* annotateAll */.u)(report, vet, directory);
        if (verdict.coverage < inputs.minCoverage)
            annotateGaps(report, gaps.slice(0, namedFunctions), packages);
        publish(context, inputs, verdict, files);
        const cacheLine = (0,words/* cacheWords */.M)(cache, await go.use());
        log.info(cacheLine);
        report.summary(summaryOf({
            verdict,
            minimum: inputs.minCoverage,
            run: tested.run,
            blocks,
            uncovered: gaps,
            vet: vet.map((one) => `${(0,diagnostics/* placeOf */.$)(one, directory)}: ${one.message}`),
            cache: cacheLine,
        }));
    }
    catch (error) {
        (0,report_compile/* annotateRest */.v)(report, error, directory);
        throw error;
    }
}
async function restoreCache(inputs, context, go, open) {
    if (!inputs.cache)
        return { status: 'off', note: 'switched off' };
    const wanted = { axes: (0,axes/* axisKey */.tj)(inputs), own: inputs.race ? ['race'] : [], budget: inputs.cacheBudget };
    const warn = (message) => context.report.annotate({ level: 'warning', title: 'quality-gate', message });
    const cache = await (0,cache_cache/* restoreGoCache */.l)(context, go, wanted, warn, open);
    context.report.output('cache-hit', cache.status === 'exact');
    return cache;
}
/** CGO_ENABLED as the build will have it; the race detector is the one thing that can't do without cgo. */
async function goEnv(inputs, context, go, patterns) {
    const listing = { trimpath: inputs.trimpath, tags: inputs.tags, deps: true, env: (0,cgo_uses/* cgoEnv */.N5)(true) };
    const uses = inputs.cgo === 'auto' ? (0,cgo_uses/* programUses */.jm)(await (0,go_packages/* listPackages */.A)(go, patterns, listing)) : [];
    const cgo = (0,cgo_uses/* cgoEnabled */.jN)(inputs.cgo, uses);
    if (!inputs.race || cgo)
        return (0,cgo_uses/* cgoEnv */.N5)(cgo);
    context.log.info('The race detector needs cgo: it is on for the tests, while the build goes without.');
    return (0,cgo_uses/* cgoEnv */.N5)(true);
}
async function ownPackages(inputs, go, patterns, env) {
    const packages = await (0,go_packages/* listPackages */.A)(go, patterns, { trimpath: inputs.trimpath, tags: inputs.tags, env });
    if (packages.length > 0)
        return packages;
    throw new user_error/* UserError */.yo(`no package matches ${patterns.join(', ')}`, {
        fix: 'Correct `packages`, or point `working-directory` at the module.',
    });
}
/** The flags and the environment that build and tests have in common. */
async function compileSettings(inputs, { workspace }, packages, env) {
    const mains = packages.filter(({ name }) => name === 'main');
    const profile = await (0,pgo/* profileFor */.P)(inputs.pgo, mains, workspace);
    return { flags: [...(0,axes/* axisFlags */.D0)(inputs), ...profile.flags], env };
}
function publish({ report }, inputs, verdict, files) {
    const { counts, coverage, reasons } = verdict;
    report.section('quality', {
        verdict: verdict.verdict,
        tests: counts,
        coverage,
        minimumCoverage: inputs.minCoverage,
        ...(reasons.length > 0 ? { reasons } : {}),
    });
    report.output('verdict', verdict.verdict);
    report.output('coverage', coverage);
    report.output('passed', counts.passed);
    report.output('failed', counts.failed);
    report.output('skipped', counts.skipped);
    report.output('test-report', files.junit);
    report.output('test-events', files.events);
    report.output('coverage-profile', files.profile);
    if (verdict.verdict === 'pass')
        return;
    report.fail(`quality gate: ${reasons.join('; ')}`, 'The job summary names what failed and the code that no test runs.');
}

;// CONCATENATED MODULE: ./build/actions/quality-gate/src/index.js



const start = () => (0,run_action/* runAction */.C)(contract_contract, run);


/***/ })

};
