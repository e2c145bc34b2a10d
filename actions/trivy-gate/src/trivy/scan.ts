import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../../../shared/action/context.ts';
import { oneLine } from '../../../shared/markdown/untrusted.ts';
import { platformName } from '../../../shared/oci/descriptor.ts';
import { openLayout, verifyBlobs } from '../../../shared/oci/layout.ts';
import { parseReference } from '../../../shared/oci/reference.ts';
import type { Output, Scanner } from '../contract.ts';
import type { Finding } from '../findings/finding.ts';
import type { Target } from '../target.ts';
import { artifactTypes, scanArgs } from './command.ts';
import { failure, runTrivy } from './process.ts';
import { parseReport, type Report } from './report.ts';
import type { Suppressed } from './results.ts';
import { ScanError } from './scan-error.ts';
import { checkIdentity, named, viewOf } from './view.ts';

/** What one scan of a target, or one per platform of it, brought to light. */
export interface Scanned {
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
  /** Digest of the image, where the target is one and it is known. */
  readonly digest: string | undefined;
  /** trivy's own reports. */
  readonly reports: readonly string[];
}

export interface ScanSettings {
  /** Path of trivy. */
  readonly trivy: string;
  readonly scanners: readonly Scanner[];
  readonly cache: string;
  /** Where reports are kept, and the name they begin with. */
  readonly folder: string;
  readonly name: string;
  readonly vex: readonly string[];
  /** Milliseconds. */
  readonly timeout: number;
}

/** Scans a target. Throws a ScanError whenever the result would not be worth a verdict. */
export async function scan(
  target: Target,
  settings: ScanSettings,
  context: Context<Output>,
): Promise<Scanned> {
  const work = await mkdtemp(join(context.temp, 'seatrial-scan-'));
  const look: Look = (one, report) => lookAt(one, report, work, settings, context);
  try {
    if (target.type === 'oci-layout') return await scanLayout(target.path, work, settings, look);
    const report = join(settings.folder, `${settings.name}.json`);
    const { findings, suppressed, ...found } = await look(target, report);
    return { findings, suppressed, digest: digestOf(target, found.repoDigests), reports: [report] };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

type Look = (target: Target, report: string) => Promise<Report>;

/** Every platform of a layout is scanned, each by itself. */
async function scanLayout(
  path: string,
  work: string,
  { folder, name }: ScanSettings,
  look: Look,
): Promise<Scanned> {
  const layout = await openLayout(path);
  await verifyBlobs(layout);
  const several = layout.images.length > 1;
  const reports: string[] = [];
  const findings: Finding[] = [];
  const suppressed: Suppressed[] = [];
  for (const image of layout.images) {
    const platform = platformName(image.config.platform);
    const view = await viewOf(layout, image, join(work, String(reports.length)));
    const report = join(folder, several ? `${name}-${platform.replaceAll('/', '-')}.json` : `${name}.json`);
    const found = await look({ type: 'oci-layout', path: view }, report);
    checkIdentity(found, image);
    reports.push(report);
    const shown = several ? platform : '';
    findings.push(...found.findings.map((finding) => named(finding, view, shown)));
    suppressed.push(...found.suppressed.map((one) => ({ ...one, finding: named(one.finding, view, shown) })));
  }
  return { findings, suppressed, digest: layout.root.digest, reports };
}

function digestOf(target: Target, repoDigests: readonly string[]): string | undefined {
  if (target.type !== 'image') return undefined;
  const { digest } = parseReference(target.path);
  return digest ?? repoDigests[0]?.split('@', 2)[1];
}

async function lookAt(
  target: Target,
  output: string,
  cwd: string,
  settings: ScanSettings,
  context: Context<Output>,
): Promise<Report> {
  await rm(output, { force: true });
  const ended = await runTrivy(settings.trivy, scanArgs({ ...settings, target, output }), cwd, context);
  if (ended.code !== 0) throw failure(ended);
  const report = parseReport(await readFile(output, 'utf8').catch(() => ''));
  checkReport(report, target, settings.scanners);
  return report;
}

/** A report of another kind of thing, or of nothing, is no scan of ours. */
export function checkReport(report: Report, target: Target, scanners: readonly Scanner[]): void {
  if (!artifactTypes[target.type].includes(report.artifactType)) {
    throw new ScanError(
      `trivy scanned a ${oneLine(report.artifactType)}, not a ${target.type}`,
      'Say what the target is with `target-type`.',
    );
  }
  if (scanners.includes('vuln') && report.packages === 0) {
    throw new ScanError(
      'trivy recognised no package in the target, so it could look nothing up',
      'For a Go program, keep its build information: no packer such as upx, and `go build` of a package in a module. For a folder, give the one with go.mod.',
    );
  }
}
