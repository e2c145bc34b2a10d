import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../../../shared/action/context.ts';
import { logLine, oneLine } from '../../../shared/markdown/untrusted.ts';
import type { Output } from '../contract.ts';
import { adviceFor } from '../findings/advice.ts';
import { ranked } from '../findings/finding.ts';
import type { Result } from '../result.ts';
import type { Judged } from '../verdict.ts';
import { annotationsOf } from './annotations.ts';
import { toOpenVex } from './openvex.ts';
import { toSarif } from './sarif.ts';
import { sectionOf, setOutputs } from './section.ts';
import { summaryOf } from './summary.ts';
import { textTable } from './text.ts';

type Gate = Context<Output>;

export interface Telling {
  /** The target as the caller wrote it. */
  readonly target: string;
  /** Which of the repository's scans this is. */
  readonly name: string;
  /** Folder for the reports. */
  readonly folder: string;
}

/** Tells the one result in every form: files, outputs, record, summary, log, annotations, and whether the step fails. */
export async function tell(result: Result, telling: Telling, context: Gate): Promise<void> {
  const { judged, applied, compared } = result;
  const { report, log } = context;
  await writeReports(result, telling, context);
  setOutputs(result, report);
  report.section('scan', sectionOf(result, telling.target));
  report.summary(summaryOf(result));
  if (applied.left.length > 0) for (const line of textTable(applied.left)) log.info(logLine(line));
  if (compared !== undefined)
    log.info(
      compared.base === undefined
        ? `gate: new counts everything: ${compared.why}.`
        : `Compared with ${compared.base.origin}.`,
    );
  log.info(`${judged.verdict}: ${judged.reason}`);
  for (const annotation of annotationsOf(result)) report.annotate(annotation);
  if (judged.verdict === 'clean') return;
  report.fail(`the scan of ${telling.target} says ${judged.verdict}: ${judged.reason}`, fixFor(judged));
}

async function writeReports(
  result: Result,
  { folder, name }: Telling,
  { report, record, workspace, now }: Gate,
): Promise<void> {
  const { trivy, target, applied, scanned } = result;
  const write = async (file: string, text: string): Promise<string> => {
    const path = join(folder, file);
    await writeFile(path, `${text}\n`);
    return path;
  };
  const json = (value: unknown): string => JSON.stringify(value, undefined, 2);
  const facts = { trivyVersion: trivy.version, target: target.path, workspace, name };
  report.output('sarif', await write('trivy.sarif', json(toSarif(result, facts))));
  await write('findings.txt', textTable(applied.left).join('\n'));
  const vex = toOpenVex(result, { record, now: now(), name });
  if (vex !== undefined) report.output('vex', await write('vex.openvex.json', json(vex)));
  report.output('report', scanned.reports.join('\n'));
}

function fixFor({ verdict, blocking }: Judged): string {
  if (verdict === 'database-too-old') {
    return 'Let the step fetch a newer database (`db-repository`), or allow more with `max-database-age`.';
  }
  const [first] = ranked(blocking);
  const advice = first === undefined ? '' : `${oneLine(first.id)}: ${adviceFor(first)} `;
  return `${advice}The job summary lists them all, with what mends each.`;
}
