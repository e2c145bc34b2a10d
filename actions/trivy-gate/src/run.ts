import { mkdir, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Context } from '../../shared/action/context.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { logLine, oneLine } from '../../shared/markdown/untrusted.ts';
import { formatDuration } from '../../shared/units/duration.ts';
import { adviceFor, subjectOf } from './advice.ts';
import { scannersFor } from './command.ts';
import type { Inputs, Output } from './contract.ts';
import { databaseDate } from './database.ts';
import { countsOf, ranked } from './finding.ts';
import { type Applied, applyIgnores, readIgnores } from './ignores.ts';
import { placeOf, readSources, type Sources } from './places.ts';
import { toSarif } from './sarif.ts';
import { type Scanned, scan } from './scan.ts';
import { ScanError } from './scan-error.ts';
import { resolveTarget, scannedFolder, type Target } from './target.ts';
import { dayOf, summaryOf, textTable } from './tell.ts';
import { findTrivy, type Trivy } from './trivy-binary.ts';
import { type Judged, judge } from './verdict.ts';

type Gate = Context<Output>;

/** Scans a target once and lets only `clean` pass. Whatever goes wrong on the way is no pass either. */
export async function run(inputs: Inputs, context: Gate): Promise<void> {
  context.report.output('verdict', 'could-not-scan');
  context.report.section('scan', {
    target: inputs.target,
    verdict: 'could-not-scan',
    scanner: { name: 'trivy', version: '' },
    counts: {},
    blocking: [],
  });
  try {
    await gate(inputs, context);
  } catch (error) {
    if (!(error instanceof ScanError)) throw error;
    throw new UserError(`could not scan ${inputs.target}: ${error.message}`, {
      fix: error.fix,
      cause: error,
    });
  }
}

async function gate(inputs: Inputs, context: Gate): Promise<void> {
  const target = await resolveTarget(inputs.target, inputs.targetType, context.workspace);
  const scanners = scannersFor(target.type, inputs.scanners);
  if (scanners.length === 0) {
    throw new UserError(
      `none of the scanners (${inputs.scanners.join(', ')}) can look into a target of the type ${target.type}`,
      {
        fix: 'Add `vuln` (or `misconfig` for manifests) to `scanners`.',
      },
    );
  }
  const ignores = inputs.ignoreFile === undefined ? [] : await readIgnores(inputs.ignoreFile);
  const trivy = await findTrivy(inputs, context);
  const folder = inputs.reportDirectory ?? join(context.temp, 'seatrial', 'scan');
  await mkdir(folder, { recursive: true });
  const cache =
    inputs.cacheDirectory ??
    join(context.env['XDG_CACHE_HOME'] || join(context.env['HOME'] || homedir(), '.cache'), 'trivy');
  const scanned = await scan(target, { trivy, scanners, cache, folder }, inputs, context);
  const database = scanners.includes('vuln') ? await databaseDate(cache) : undefined;
  const applied = applyIgnores(scanned.findings, ignores, context.now());
  const age = database === undefined ? undefined : context.now() - database.getTime();
  const judged = judge(applied.left, age, inputs);
  const sources = await readSources(inputs.workingDirectory, await scannedFolder(target));
  const result: Result = { target, trivy, database, age, scanned, applied, judged, sources, folder };
  await writeReports(result, context);
  tell(result, inputs, context);
}

interface Result {
  readonly target: Target;
  readonly trivy: Trivy;
  readonly database: Date | undefined;
  readonly age: number | undefined;
  readonly scanned: Scanned;
  readonly applied: Applied;
  readonly judged: Judged;
  readonly sources: Sources;
  readonly folder: string;
}

async function writeReports(
  { trivy, target, applied, sources, folder, scanned }: Result,
  { report, workspace }: Gate,
): Promise<void> {
  const sarif = join(folder, 'trivy.sarif');
  const facts = { trivyVersion: trivy.version, target: target.path, workspace };
  await writeFile(sarif, `${JSON.stringify(toSarif(applied, sources, facts), undefined, 2)}\n`);
  await writeFile(join(folder, 'findings.txt'), `${textTable(applied.left).join('\n')}\n`);
  report.output('sarif', sarif);
  report.output('report', scanned.reports.join('\n'));
}

function tell(result: Result, inputs: Inputs, context: Gate): void {
  const { applied, judged, scanned, trivy, database, age } = result;
  const { report, log } = context;
  const counts = countsOf(applied.left);
  report.output('verdict', judged.verdict);
  report.output('digest', scanned.digest ?? '');
  for (const name of ['critical', 'high', 'medium', 'low', 'unknown'] as const)
    report.output(name, counts[name]);
  report.section('scan', {
    target: inputs.target,
    ...(scanned.digest === undefined ? {} : { digest: scanned.digest }),
    verdict: judged.verdict,
    scanner: {
      name: 'trivy',
      version: trivy.version,
      ...(database === undefined ? {} : { databaseUpdatedAt: database.toISOString() }),
    },
    counts,
    blocking: ranked(judged.blocking).map((finding) => ({
      id: finding.id,
      severity: finding.severity,
      subject: subjectOf(finding),
      ...(finding.fixedIn === '' ? {} : { fixedIn: finding.fixedIn }),
    })),
  });
  const databaseText =
    database === undefined || age === undefined
      ? 'not needed'
      : `of ${database.toISOString()}, ${formatDuration(age)} old`;
  const facts = {
    target: inputs.target,
    digest: scanned.digest,
    scanner: `trivy ${trivy.version}`,
    database: databaseText,
  };
  report.summary(summaryOf(judged, applied, facts));
  if (applied.left.length > 0) for (const line of textTable(applied.left)) log.info(logLine(line));
  log.info(`${judged.verdict}: ${judged.reason}`);
  annotate(result, context);
  if (judged.verdict === 'clean') return;
  report.fail(`the scan of ${inputs.target} says ${judged.verdict}: ${judged.reason}`, fixFor(judged));
}

function annotate({ judged, applied, sources }: Result, { report }: Gate): void {
  for (const finding of ranked(judged.blocking)) {
    const place = placeOf(finding, sources);
    report.annotate({
      level: 'error',
      title: `${finding.severity} ${oneLine(finding.id)}`,
      message: `${oneLine(finding.title) || oneLine(finding.id)} in ${subjectOf(finding)}. ${adviceFor(finding)}`,
      ...(place === undefined ? {} : { place }),
    });
  }
  for (const ignore of applied.expired) {
    report.annotate({
      level: 'warning',
      title: 'an ignore has expired',
      message: `${oneLine(ignore.id)} was ignored until ${dayOf(ignore)} (${oneLine(ignore.owner)}: ${oneLine(ignore.reason)}). It counts again; mend it, or decide anew.`,
      place: ignore.place,
    });
  }
  for (const ignore of applied.stale) {
    report.annotate({
      level: 'warning',
      title: 'an ignore matches nothing',
      message: `${oneLine(ignore.id)} is not found any more; remove the entry.`,
      place: ignore.place,
    });
  }
}

function fixFor(judged: Judged): string {
  if (judged.verdict === 'database-too-old') {
    return 'Let the step fetch a newer database (`db-repository`), or allow more with `max-database-age`.';
  }
  const [first] = ranked(judged.blocking);
  const advice = first === undefined ? '' : `${oneLine(first.id)}: ${adviceFor(first)} `;
  return `${advice}The job summary lists them all, with what mends each.`;
}
