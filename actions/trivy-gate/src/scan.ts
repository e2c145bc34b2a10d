import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../../shared/action/context.ts';
import { logLine, oneLine } from '../../shared/markdown/untrusted.ts';
import { mediaTypes, platformName } from '../../shared/oci/descriptor.ts';
import { type Image, type Layout, openLayout, verifyBlobs } from '../../shared/oci/layout.ts';
import { parseReference } from '../../shared/oci/reference.ts';
import { artifactTypes, cleanEnvironment, trivyArgs } from './command.ts';
import type { Inputs, Output, Scanner } from './contract.ts';
import type { Finding } from './finding.ts';
import { parseReport, type Report } from './report.ts';
import { ScanError } from './scan-error.ts';
import type { Target } from './target.ts';
import type { Trivy } from './trivy-binary.ts';

type Gate = Context<Output>;

/** What one scan of a target, or one per platform of it, brought to light. */
export interface Scanned {
  readonly findings: readonly Finding[];
  /** Digest of the image, where the target is one and it is known. */
  readonly digest: string | undefined;
  /** trivy's own reports. */
  readonly reports: readonly string[];
}

export interface ScanSettings {
  readonly trivy: Trivy;
  readonly scanners: readonly Scanner[];
  readonly cache: string;
  /** Where reports are kept. */
  readonly folder: string;
}

/** Scans a target. Throws a ScanError whenever the result would not be worth a verdict. */
export async function scan(
  target: Target,
  settings: ScanSettings,
  inputs: Inputs,
  context: Gate,
): Promise<Scanned> {
  const work = await mkdtemp(join(context.temp, 'seatrial-scan-'));
  const look: Look = (one, report) => runTrivy(one, report, work, settings, inputs, context);
  try {
    if (target.type === 'oci-layout') return await scanLayout(target.path, work, settings.folder, look);
    const report = join(settings.folder, 'trivy.json');
    const found = await look(target, report);
    return { findings: found.findings, digest: digestOf(target, found), reports: [report] };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

type Look = (target: Target, report: string) => Promise<Report>;

/** Every platform of a layout is scanned, each by itself. */
async function scanLayout(path: string, work: string, folder: string, look: Look): Promise<Scanned> {
  const layout = await openLayout(path);
  await verifyBlobs(layout);
  const several = layout.images.length > 1;
  const reports: string[] = [];
  const findings: Finding[] = [];
  for (const image of layout.images) {
    const platform = platformName(image.config.platform);
    const name = several ? `trivy-${platform.replaceAll('/', '-')}.json` : 'trivy.json';
    const view = await viewOf(layout, image, join(work, String(reports.length)));
    const report = join(folder, name);
    const found = await look({ type: 'oci-layout', path: view }, report);
    checkIdentity(found, image);
    reports.push(report);
    findings.push(...found.findings.map((finding) => named(finding, view, several ? `${platform}: ` : '')));
  }
  return { findings, digest: layout.root.digest, reports };
}

/**
 * A layout that shows one image of another: trivy looks at the first image of an index only, and can't take a path with
 * a colon or an at sign.
 */
async function viewOf(layout: Layout, image: Image, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await symlink(join(layout.path, 'blobs'), join(folder, 'blobs'));
  const { mediaType, digest, size } = image.descriptor;
  const index = { schemaVersion: 2, mediaType: mediaTypes.index, manifests: [{ mediaType, digest, size }] };
  await writeFile(join(folder, 'index.json'), JSON.stringify(index));
  await writeFile(join(folder, 'oci-layout'), JSON.stringify({ imageLayoutVersion: '1.0.0' }));
  return folder;
}

/** The report must be about the image we meant, by the digest of its configuration. */
function checkIdentity(report: Report, image: Image): void {
  if (report.imageId === image.manifest.config.digest) return;
  throw new ScanError(
    `trivy looked at the image ${report.imageId || '(unnamed)'}, not at ${image.manifest.config.digest}`,
    'Run the step again. If it stays, report it with the file.',
  );
}

/** Results about the image as a whole carry the path of our view, which means nothing to anybody. */
function named(finding: Finding, view: string, prefix: string): Finding {
  const clean = (text: string): string => (text.startsWith(view) ? 'image' : text);
  return { ...finding, target: `${prefix}${clean(finding.target)}`, subject: clean(finding.subject) };
}

function digestOf(target: Target, report: Report): string | undefined {
  if (target.type !== 'image') return undefined;
  const { digest } = parseReference(target.path);
  return digest ?? report.repoDigests[0]?.split('@', 2)[1];
}

async function runTrivy(
  target: Target,
  output: string,
  cwd: string,
  { trivy, scanners, cache }: ScanSettings,
  inputs: Inputs,
  context: Gate,
): Promise<Report> {
  await rm(output, { force: true });
  const args = trivyArgs(target, scanners, output, cache, inputs);
  const said: string[] = [];
  const { code } = await context.log.group(`trivy ${args[0]}`, () =>
    context.exec(trivy.path, args, {
      // Away from the repository: a trivy.yaml or .trivyignore in it must not change what the gate sees.
      cwd,
      env: cleanEnvironment(context.env),
      onLine: (line) => {
        said.push(line);
        context.log.info(logLine(line));
      },
    }),
  );
  if (code !== 0) throw failure(code, said);
  const text = await readFile(output, 'utf8').catch(() => '');
  const report = parseReport(text);
  checkReport(report, target, scanners);
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

/** What trivy said last, as cause: killed, timed out, no database, not readable. */
export function failure(code: number, said: readonly string[]): ScanError {
  const fatal = said.findLast((line) => /\bFATAL\b/.test(line));
  const cause = oneLine(
    (fatal ?? said.at(-1) ?? '').replace(/^\S+\s+FATAL\s+(?:Fatal error\s+)?(?:run error: )?/, ''),
  );
  const all = said.join('\n');
  const message = `trivy ended with ${code}: ${cause === '' ? 'it said nothing' : cause.slice(0, 600)}`;
  if (code === 137 || code === 143)
    return new ScanError(message, 'It was killed. Give the runner more memory, or look for what ended it.');
  if (/deadline exceeded|timeout/i.test(cause))
    return new ScanError(message, 'Raise `timeout`, or scan less.');
  if (/TOOMANYREQUESTS|429/.test(all)) {
    return new ScanError(
      message,
      'The registry of the database limits requests. Name mirrors with `db-repository`, in order, or keep the cache directory of trivy between runs.',
    );
  }
  if (/\bDB\b|vulnerability DB|trivy\.db/i.test(cause)) {
    return new ScanError(
      message,
      'Let the step reach the repository of the database, or name another with `db-repository`. If the database in the cache is damaged, remove the cache directory of trivy.',
    );
  }
  return new ScanError(
    message,
    'Its output stands above in the log of this step. Nothing counts as scanned.',
  );
}
