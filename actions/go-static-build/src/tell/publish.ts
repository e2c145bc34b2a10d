import { basename } from 'node:path';
import type { Context } from '../../../shared/action/context.ts';
import type { BinarySection, ReachabilitySection } from '../../../shared/record/types.ts';
import type { Built } from '../build/build.ts';
import type { Inputs, Output } from '../contract.ts';
import type { Evidence } from '../evidence.ts';
import { shown } from '../plan/paths.ts';
import type { Plan } from '../plan/plan.ts';
import { platformName } from '../plan/platform.ts';
import type { Reachability } from '../vulnerabilities/reachability.ts';
import { summaryOf } from './summary.ts';

type Build = Context<Output>;

/** Everything there is to tell. */
export interface Result {
  readonly plan: Plan;
  readonly built: readonly Built[];
  readonly evidence: Evidence;
  /** What the Go cache did. */
  readonly cacheLine: string;
  readonly inputs: Inputs;
}

/** Tells the world what was built: outputs, summary, release record. */
export function publish(context: Build, result: Result): void {
  const { report, log } = context;
  const sections = result.built.map((one) => section(context, one, result));
  for (const { path, linkage, size, sha256 } of sections) {
    log.info(`${path}: ${linkage}, ${size} bytes, sha256 ${sha256}`);
  }
  report.section('binaries', sections);
  report.output('paths', JSON.stringify(sections.map(({ path }) => path)));
  report.output('binaries', JSON.stringify(sections));
  const [first] = result.built;
  if (first !== undefined) publishFirst(context, first);
  publishEvidence(context, result.evidence);
  if (result.inputs.reproducible === 'check') report.output('reproducible', true);
  report.summary(summaryOf(result, (path) => shown(context, path)));
}

function publishFirst(context: Build, first: Built): void {
  const { report } = context;
  report.output('path', shown(context, first.target.path));
  report.output('name', basename(first.target.path));
  report.output('sha256', first.sha256);
  report.output('size', first.size);
  report.output('linkage', first.linkage.kind);
  report.output('runtime-bases', JSON.stringify(first.bases));
}

function publishEvidence({ report }: Build, { sboms, sizes, reachability }: Evidence): void {
  const [first] = sboms;
  if (first !== undefined) {
    report.section('sboms', sboms);
    report.output('sbom', first.path);
    report.output('sboms', JSON.stringify(sboms.map(({ path }) => path)));
  }
  if (sizes !== undefined) {
    report.output('size-report', sizes.path);
    report.output('size-change', sizes.binaries[0]?.change?.by ?? '');
  }
  if (reachability === undefined) return;
  report.section('reachability', reachabilitySection(reachability));
  if (reachability.state !== 'checked') return;
  report.output('vulnerabilities', reachability.path);
  report.output('vulnerability-extracts', JSON.stringify(reachability.extracts));
  report.output(
    'reachable-vulnerabilities',
    reachability.checked.vulnerabilities.filter(({ reachable }) => reachable).length,
  );
}

function reachabilitySection(reachability: Reachability): ReachabilitySection {
  if (reachability.state !== 'checked')
    return { verdict: 'could-not-check', reason: reachability.reason, vulnerabilities: [] };
  const { scanner, database, databaseModified, vulnerabilities } = reachability.checked;
  return {
    verdict: vulnerabilities.some(({ reachable }) => reachable) ? 'reachable' : 'none-reachable',
    scanner: {
      name: 'govulncheck',
      version: scanner,
      database,
      ...(databaseModified === undefined ? {} : { databaseUpdatedAt: databaseModified }),
    },
    vulnerabilities: vulnerabilities.map(({ summary, trace, ...facts }) => facts),
  };
}

function section(context: Build, one: Built, result: Result): BinarySection {
  const { plan, inputs } = result;
  const { settings, module, goVersion } = one.info;
  const fips = settings.get('GOFIPS140');
  const profile = settings.get('-pgo');
  const size = result.evidence.sizes?.binaries.find(
    ({ name, platform }) => name === one.target.name && platform === platformName(one.target.platform),
  );
  return {
    package: one.target.importPath,
    path: shown(context, one.target.path),
    platform: platformName(one.target.platform),
    sha256: one.sha256,
    size: one.size,
    ...(size?.change === undefined ? {} : { sizeChange: size.change.by }),
    ...(inputs.reproducible === 'check' ? { reproducible: true } : {}),
    linkage: one.linkage.kind,
    ...(one.linkage.glibc === undefined ? {} : { glibc: one.linkage.glibc }),
    runtimeBases: one.bases,
    goVersion,
    module,
    version: plan.stamp.version,
    flags: {
      // What the binary itself says, not what was asked for.
      cgo: settings.get('CGO_ENABLED') === '1',
      trimpath: settings.get('-trimpath') === 'true',
      ldflags: one.prepared.flags.ldflags.join(' '),
      tags: settings.get('-tags') ?? inputs.tags.join(','),
      ...(profile === undefined ? {} : { pgo: profile }),
      ...(fips === undefined ? {} : { fips }),
    },
  };
}
