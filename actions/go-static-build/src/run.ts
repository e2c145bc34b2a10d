import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../../shared/action/context.ts';
import { openCacheService } from '../../shared/cache/service.ts';
import type { Asked } from '../../shared/compile/compile.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { axisEnv, axisKey } from '../../shared/go/axes.ts';
import { type CacheReport, restoreGoCache } from '../../shared/go/cache/cache.ts';
import { cacheWords } from '../../shared/go/cache/words.ts';
import { mustHaveFips } from '../../shared/go/fips.ts';
import { type Metered, metered } from '../../shared/go/meter.ts';
import { checkPackages } from '../../shared/go/package-input.ts';
import { annotateRest } from '../../shared/go/report-compile.ts';
import { type Go, openGo } from '../../shared/go/tool.ts';
import { type Built, build, examine, mustBeWritable, place } from './build/build.ts';
import { importsOf } from './build/linked.ts';
import type { Inputs, Output } from './contract.ts';
import { gather } from './evidence.ts';
import { mustHaveCompiler } from './plan/compiler.ts';
import { checkLdflags } from './plan/flags.ts';
import { argumentsOf, dryRun, leftOutNotes, type Plan, planOf } from './plan/plan.ts';
import { type Platform, platformName } from './plan/platform.ts';
import { type Prepared, prepare } from './plan/prepare.ts';
import { notStatic } from './plan/require-static.ts';
import { commitFacts } from './stamp/version.ts';
import { publish } from './tell/publish.ts';

type Build = Context<Output>;

/**
 * Is told of each binary once it is linked: where it is now, and where it will be once it is proven. May give the sha256 of
 * what it reads.
 */
type Linked = Asked['linked'];

/** Builds the programs of a module, proves what they are, and only then puts them where they were asked for. */
export async function run(
  inputs: Inputs,
  context: Build,
  open: typeof openCacheService = openCacheService,
  linked: Linked = () => undefined,
): Promise<void> {
  const { report, log } = context;
  const directory = inputs.workingDirectory;
  // No dash in it: cgo refuses `-D` flags that hold one, and the sources may be built below it a second time.
  const staging = join(context.temp, 'seatrial', `build_${process.pid}`);
  try {
    checkPackages(inputs.packages);
    const checked = checkLdflags(inputs.ldflags, inputs.trimpath);
    const go = metered(await openGo(context, directory, axisEnv(inputs)), context.temp);
    mustHaveFips(inputs.fips, go.settings.version);
    report.output('go-version', go.settings.version);
    const platforms = platformsOf(inputs, go);
    const cache = await restoreCache(inputs, context, go, platforms, open);
    report.output('cache-hit', cache.status === 'exact');

    // git takes its time meanwhile.
    const facts = commitFacts(context, directory);
    const prepared: Prepared[] = [];
    for (const platform of platforms)
      prepared.push(await prepare(go, inputs, checked, platform, context.workspace));
    const plan = await planOf(inputs, context, go, prepared, await facts);
    report.output('version', plan.stamp.version);
    for (const note of plan.notes) log.info(`note: ${note}`);
    if (inputs.dryRun) {
      const imports = await Promise.all(prepared.map((one) => one.imports()));
      return dryRun(inputs, context, { ...plan, notes: leftOutNotes(imports) });
    }

    await mustBeWritable(plan.targets);
    for (const one of prepared) await mustHaveCompiler(go, one, inputs.env.get('CC') ?? context.env['CC']);
    const built = await buildAll(inputs, context, go, plan, staging, linked);
    refuseDynamic(inputs, built);
    mustBeFips(inputs, built);
    const evidence = await gather(inputs, context, go, plan, built, staging, open);
    for (const one of built) await place(one);
    const cacheLine = cacheWords(cache, await go.use());
    log.info(cacheLine);
    const late = [...leftOutNotes(built.map(({ imports }) => imports)), ...dirtyNotes(built)];
    for (const note of late) log.info(`note: ${note}`);
    const notes = [...plan.notes, ...late];
    publish(context, { plan: { ...plan, notes }, built, evidence, cacheLine, inputs });
  } catch (error) {
    annotateRest(report, error, directory);
    throw error;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

function platformsOf({ platforms }: Inputs, go: Go): readonly Platform[] {
  if (platforms.length === 0) return [{ os: 'linux', arch: go.settings.hostArch, variant: '' }];
  return [...new Map(platforms.map((platform) => [platformName(platform), platform])).values()];
}

async function restoreCache(
  inputs: Inputs,
  context: Build,
  go: Go,
  platforms: readonly Platform[],
  open: typeof openCacheService,
): Promise<CacheReport> {
  if (!inputs.cache || inputs.dryRun) return { status: 'off', note: 'switched off' };
  const own = platforms.map(platformName);
  const wish = { axes: axisKey(inputs), own, budget: inputs.cacheBudget };
  const warn = (message: string): void =>
    context.report.annotate({ level: 'warning', title: 'go-static-build', message });
  const cache = await restoreGoCache(context, go, wish, warn, open);
  return cache;
}

async function buildAll(
  inputs: Inputs,
  context: Build,
  go: Metered,
  plan: Plan,
  staging: string,
  linked: Linked,
): Promise<Built[]> {
  const built: Built[] = [];
  for (const one of plan.prepared) {
    const name = platformName(one.platform);
    const folder = join(staging, name);
    const targets = plan.targets.filter(({ platform }) => platform === one.platform);
    const args = argumentsOf(one, inputs, plan, folder);
    await context.log.group(
      `go build for ${name}: ${targets.map((target) => target.name).join(', ')}`,
      async () => {
        context.log.info(`go ${args.join(' ')}`);
        await build(go, one, args, folder);
      },
    );
    const hashes = targets.map((target) => linked(join(folder, target.name), target.path));
    const examined: Omit<Built, 'imports'>[] = [];
    for (const [at, target] of targets.entries())
      examined.push(await examine(go, one, target, folder, hashes[at]));
    const infos = examined.map(({ info }) => info);
    const imports = await importsOf(go, inputs, one, infos);
    built.push(...examined.map((each) => ({ ...each, imports })));
  }
  return built;
}

function refuseDynamic(inputs: Inputs, built: readonly Built[]): void {
  const dynamic = built.find(({ linkage }) => linkage.kind !== 'static');
  if (!inputs.requireStatic || dynamic === undefined) return;
  throw notStatic(dynamic.prepared.uses, `the ELF file says ${dynamic.linkage.because}`);
}

/** Go passes over GOFIPS140 where it has no such module; what counts is what the binary says. */
function mustBeFips(inputs: Inputs, built: readonly Built[]): void {
  const without = built.find(({ info }) => !info.settings.has('GOFIPS140'));
  if (inputs.fips === 'off' || without === undefined) return;
  throw new UserError(
    `${without.target.name} was built with \`fips: ${inputs.fips}\`, and its build info names no FIPS module`,
    { fix: 'Look for GOEXPERIMENT=boringcrypto in `env`, which excludes it, or set `fips: off`.' },
  );
}

/** What makes a release hard to trace: sources that are in no commit. */
function dirtyNotes(built: readonly Built[]): string[] {
  if (!built.some(({ info }) => info.settings.get('vcs.modified') === 'true')) return [];
  return [
    'The checkout held changes that are in no commit (`git status` names them), and the binary says so (`vcs.modified`). Ignore what earlier steps write, or write it elsewhere.',
  ];
}
