import type { Context } from '../../shared/action/context.ts';
import { openCacheService } from '../../shared/cache/service.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { axisEnv, axisFlags, axisKey, type CompileSettings } from '../../shared/go/axes.ts';
import { type CacheReport, restoreGoCache } from '../../shared/go/cache/cache.ts';
import { cacheWords } from '../../shared/go/cache/words.ts';
import { cgoEnabled, cgoEnv, programUses } from '../../shared/go/cgo/uses.ts';
import { placeOf } from '../../shared/go/diagnostics.ts';
import { mustHaveFips } from '../../shared/go/fips.ts';
import { metered } from '../../shared/go/meter.ts';
import { checkPackages } from '../../shared/go/package-input.ts';
import { type GoPackage, listPackages } from '../../shared/go/packages.ts';
import { profileFor } from '../../shared/go/pgo.ts';
import { annotateAll, annotateRest } from '../../shared/go/report-compile.ts';
import { type Go, openGo } from '../../shared/go/tool.ts';
import { annotateBuilds, annotateGaps, annotateTests } from './annotate.ts';
import type { Inputs, Output } from './contract.ts';
import { coverageOf, parseProfile } from './coverage.ts';
import { namedFunctions, summaryOf } from './summary.ts';
import { type Files, findGaps, readIfThere, reportFiles, runTests } from './tests.ts';
import { decide, type Verdict } from './verdict.ts';
import { runVet } from './vet.ts';

type Gate = Context<Output>;

/** Vets and tests a module with the settings it is built with, and lets it through only when that shows it good. */
export async function run(
  inputs: Inputs,
  context: Gate,
  open: typeof openCacheService = openCacheService,
): Promise<void> {
  const { report, log } = context;
  const directory = inputs.workingDirectory;
  report.output('verdict', 'fail');
  try {
    checkPackages(inputs.packages);
    const go = metered(await openGo(context, directory, axisEnv(inputs)), context.temp);
    mustHaveFips(inputs.fips, go.settings.version);
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
    annotateAll(report, vet, directory);
    if (verdict.coverage < inputs.minCoverage) annotateGaps(report, gaps.slice(0, namedFunctions), packages);
    publish(context, inputs, verdict, files);
    const cacheLine = cacheWords(cache, await go.use());
    log.info(cacheLine);
    report.summary(
      summaryOf({
        verdict,
        minimum: inputs.minCoverage,
        run: tested.run,
        blocks,
        uncovered: gaps,
        vet: vet.map((one) => `${placeOf(one, directory)}: ${one.message}`),
        cache: cacheLine,
      }),
    );
  } catch (error) {
    annotateRest(report, error, directory);
    throw error;
  }
}

async function restoreCache(
  inputs: Inputs,
  context: Gate,
  go: Go,
  open: typeof openCacheService,
): Promise<CacheReport> {
  if (!inputs.cache) return { status: 'off', note: 'switched off' };
  const wanted = { axes: axisKey(inputs), own: inputs.race ? ['race'] : [], budget: inputs.cacheBudget };
  const warn = (message: string): void =>
    context.report.annotate({ level: 'warning', title: 'quality-gate', message });
  const cache = await restoreGoCache(context, go, wanted, warn, open);
  context.report.output('cache-hit', cache.status === 'exact');
  return cache;
}

/** CGO_ENABLED as the build will have it; the race detector is the one thing that can't do without cgo. */
async function goEnv(
  inputs: Inputs,
  context: Gate,
  go: Go,
  patterns: readonly string[],
): Promise<CompileSettings['env']> {
  const listing = { trimpath: inputs.trimpath, tags: inputs.tags, deps: true, env: cgoEnv(true) };
  const uses = inputs.cgo === 'auto' ? programUses(await listPackages(go, patterns, listing)) : [];
  const cgo = cgoEnabled(inputs.cgo, uses);
  if (!inputs.race || cgo) return cgoEnv(cgo);
  context.log.info('The race detector needs cgo: it is on for the tests, while the build goes without.');
  return cgoEnv(true);
}

async function ownPackages(
  inputs: Inputs,
  go: Go,
  patterns: readonly string[],
  env: CompileSettings['env'],
): Promise<GoPackage[]> {
  const packages = await listPackages(go, patterns, { trimpath: inputs.trimpath, tags: inputs.tags, env });
  if (packages.length > 0) return packages;
  throw new UserError(`no package matches ${patterns.join(', ')}`, {
    fix: 'Correct `packages`, or point `working-directory` at the module.',
  });
}

/** The flags and the environment that build and tests have in common. */
async function compileSettings(
  inputs: Inputs,
  { workspace }: Gate,
  packages: readonly GoPackage[],
  env: CompileSettings['env'],
): Promise<CompileSettings> {
  const mains = packages.filter(({ name }) => name === 'main');
  const profile = await profileFor(inputs.pgo, mains, workspace);
  return { flags: [...axisFlags(inputs), ...profile.flags], env };
}

function publish({ report }: Gate, inputs: Inputs, verdict: Verdict, files: Files): void {
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
  if (verdict.verdict === 'pass') return;
  report.fail(
    `quality gate: ${reasons.join('; ')}`,
    'The job summary names what failed and the code that no test runs.',
  );
}
