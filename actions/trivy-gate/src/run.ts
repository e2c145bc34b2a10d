import { mkdir } from 'node:fs/promises';
import type { Context } from '../../shared/action/context.ts';
import { messageOf, UserError } from '../../shared/errors/user-error.ts';
import { notify, readWebhooks } from '../../shared/notify/notify.ts';
import { findBase, keepBase } from './base/base.ts';
import { withKnown } from './base/compare.ts';
import type { Inputs, Output } from './contract.ts';
import { ensureDatabase } from './database/ensure.ts';
import { applyIgnores } from './decisions/ignore.ts';
import { ignoreFiles, readIgnores } from './decisions/ignore-file.ts';
import { readEvidence, withReach } from './decisions/reach.ts';
import { readVex } from './decisions/vex.ts';
import { readSources } from './findings/places.ts';
import { cacheDirectory, reportFolder, scanName, scannersOf } from './settings.ts';
import { resolveTarget, scannedFolder } from './target.ts';
import { blockMessage } from './tell/message.ts';
import { unscanned } from './tell/section.ts';
import { tell } from './tell/tell.ts';
import { findTrivy } from './trivy/binary.ts';
import { scan } from './trivy/scan.ts';
import { ScanError } from './trivy/scan-error.ts';
import { judge } from './verdict.ts';

type Gate = Context<Output>;

/** Scans a target once and lets only `clean` pass. Whatever goes wrong on the way is no pass either. */
export async function run(inputs: Inputs, context: Gate): Promise<void> {
  const { report } = context;
  report.output('verdict', 'could-not-scan');
  report.section('scan', unscanned(inputs.target));
  const webhooks = await readWebhooks(inputs.notify, inputs.notifySecrets, context);
  let reason = '';
  try {
    reason = await gate(inputs, context);
  } catch (error) {
    const told = error instanceof ScanError ? asUserError(error, inputs.target) : error;
    reason = messageOf(told);
    throw told;
  } finally {
    const { scan: section } = report.sections;
    if (section !== undefined && section.verdict !== 'clean')
      await notify(blockMessage(section, reason, context.record), webhooks, context);
  }
}

/** The scan and its verdict. Gives the verdict's reason. */
async function gate(inputs: Inputs, context: Gate): Promise<string> {
  const target = await resolveTarget(inputs.target, inputs.targetType, context.workspace);
  const scanners = scannersOf(target.type, inputs.scanners);
  const name = scanName(inputs, target.type, context.workspace);

  const ignores = await readIgnores(await ignoreFiles(inputs.ignoreFiles, inputs.workingDirectory));
  const documents = await readVex(inputs.vex, target.type);
  const evidence = await readEvidence(inputs.vulnerabilities);

  const trivy = await findTrivy(inputs, context);
  const cache = cacheDirectory(inputs, context.env);
  const download = {
    trivy: trivy.path,
    repositories: inputs.databaseRepositories,
    cache,
    timeout: inputs.timeout,
  };
  const database = scanners.includes('vuln')
    ? await ensureDatabase(download, context, inputs.cache)
    : undefined;

  const folder = reportFolder(inputs, context.temp);
  await mkdir(folder, { recursive: true });
  const { timeout, vex } = inputs;
  const settings = { trivy: trivy.path, scanners, cache, folder, name: 'trivy', vex, timeout };
  const scanned = await scan(target, settings, context);
  const comparing = inputs.gate === 'new';
  const compared = comparing ? await findBase({ ...inputs, name }, settings, context) : undefined;
  if (comparing) await keepBase(scanned, name, trivy.path, context);

  const findings = withKnown(withReach(scanned.findings, evidence), compared?.base);
  const applied = applyIgnores(findings, ignores, context.now(), scanners);
  const age = database === undefined ? undefined : context.now() - database.updatedAt.getTime();
  const judged = judge(applied.left, age, inputs);

  const sources = await readSources(inputs.workingDirectory, await scannedFolder(target));
  const result = { target, trivy, database, age, scanned, documents, compared, applied, judged, sources };
  await tell(result, { target: inputs.target, name, folder }, context);
  return judged.reason;
}

function asUserError(error: ScanError, target: string): UserError {
  return new UserError(`could not scan ${target}: ${error.message}`, { fix: error.fix, cause: error });
}
