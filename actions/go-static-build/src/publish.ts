import { basename } from 'node:path';
import type { Context } from '../../shared/action/context.ts';
import type { CacheReport } from '../../shared/go/cache.ts';
import type { BinarySection } from '../../shared/record/types.ts';
import type { Built } from './build.ts';
import type { Inputs, Output } from './contract.ts';
import type { Plan } from './decide.ts';
import { shown } from './paths.ts';
import { platformName } from './platform.ts';
import { summaryOf } from './summary.ts';
import type { Stamp } from './version.ts';

type Build = Context<Output>;

/** Tells the world what was built: outputs, summary, release record. */
export function publish(
  context: Build,
  plan: Plan,
  built: readonly Built[],
  cache: CacheReport,
  inputs: Inputs,
): void {
  const { report, log } = context;
  const sections = built.map((one) => section(context, one, plan.stamp, inputs));
  for (const { path, linkage, size, sha256 } of sections) {
    log.info(`${path}: ${linkage}, ${size} bytes, sha256 ${sha256}`);
  }
  const [first] = built;
  report.section('binaries', sections);
  report.output('paths', JSON.stringify(sections.map(({ path }) => path)));
  report.output('binaries', JSON.stringify(sections));
  if (first !== undefined) {
    report.output('path', shown(context, first.target.path));
    report.output('name', basename(first.target.path));
    report.output('sha256', first.sha256);
    report.output('size', first.size);
    report.output('linkage', first.linkage.kind);
    report.output('runtime-bases', JSON.stringify(first.bases));
  }
  const goVersion = first?.info.goVersion ?? '';
  const facts = { stamp: plan.stamp, goVersion, cache, notes: plan.notes };
  report.summary(summaryOf(built, { ...facts, shown: (path) => shown(context, path) }));
}

function section(context: Build, one: Built, { version }: Stamp, { tags }: Inputs): BinarySection {
  const { settings, module, goVersion } = one.info;
  return {
    package: one.target.importPath,
    path: shown(context, one.target.path),
    platform: platformName(one.target.platform),
    sha256: one.sha256,
    size: one.size,
    linkage: one.linkage.kind,
    ...(one.linkage.glibc === undefined ? {} : { glibc: one.linkage.glibc }),
    runtimeBases: one.bases,
    goVersion,
    module,
    version,
    flags: {
      // What the binary itself says, not what was asked for.
      cgo: settings.get('CGO_ENABLED') === '1',
      trimpath: settings.get('-trimpath') === 'true',
      ldflags: one.prepared.flags.ldflags.join(' '),
      tags: settings.get('-tags') ?? tags.join(','),
    },
  };
}
