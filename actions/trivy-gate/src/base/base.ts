import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Context } from '../../../shared/action/context.ts';
import { openCacheService, readOnlyReason } from '../../../shared/cache/service.ts';
import { messageOf, UserError } from '../../../shared/errors/user-error.ts';
import { oneLine } from '../../../shared/markdown/untrusted.ts';
import type { Inputs, Output } from '../contract.ts';
import { sbomArgs, scannersFor } from '../trivy/command.ts';
import { failure, runTrivy } from '../trivy/process.ts';
import { type Scanned, type ScanSettings, scan } from '../trivy/scan.ts';
import { baseBranch, comparedBranch } from './branch.ts';
import { type Base, rememberedOf, type Trait } from './compare.ts';
import { emptyFolder, restoreBase, type Stored, storeBase } from './store.ts';

type Gate = Context<Output>;

/** What was compared with, or in one sentence why everything counts. */
export type Compared = { readonly base: Base } | { readonly base: undefined; readonly why: string };

type Wanted = Pick<Inputs, 'baseSbom'> & {
  /** Which of the repository's scans this is. */
  readonly name: string;
};

const folderIn = ({ temp }: Gate): string => join(temp, 'seatrial', 'scan-base');

/**
 * The base's findings of today: its SBOM is looked up by the same trivy in the same database as the target, so that what
 * was published since is in both.
 *
 * Whatever keeps the stored base from being used makes the gate stricter, never looser. A base that is named and can't
 * be read throws a UserError.
 */
export async function findBase(
  wanted: Wanted,
  settings: ScanSettings,
  context: Gate,
  open: typeof openCacheService = openCacheService,
): Promise<Compared> {
  if (wanted.baseSbom.length > 0) {
    for (const path of wanted.baseSbom) await mustBeThere(path);
    const origin = wanted.baseSbom.map((path) => basename(path)).join(', ');
    return { base: { origin, traits: await traitsOf(wanted.baseSbom, settings, context) } };
  }
  const branch = await baseBranch(context.env);
  if (branch === undefined) return nothing('this run is about no pull request');
  try {
    const service = await open(context.env);
    if (service === undefined) return nothing('this runner has no cache service to keep the base in');
    const stored = await restoreBase(service, folderIn(context), branch, wanted.name);
    if (stored === undefined || stored.sboms.length === 0)
      return nothing(`no SBOM of ${branch} is stored yet; its next run stores one`);
    const traits = [...stored.remembered, ...(await traitsOf(stored.sboms, settings, context))];
    return { base: { origin: `${branch} at ${stored.commit.slice(0, 7)}`, traits } };
  } catch (error) {
    return nothing(`the base could not be scanned: ${oneLine(messageOf(error))}`);
  }
}

function nothing(why: string): Compared {
  return { base: undefined, why };
}

async function mustBeThere(path: string): Promise<void> {
  if ((await stat(path).catch(() => undefined))?.isFile() === true) return;
  throw new UserError(`the SBOM of the base, ${path}, can't be read`, {
    fix: 'Give the path of a CycloneDX or SPDX file in `base-sbom`, or leave it out.',
  });
}

async function traitsOf(sboms: readonly string[], settings: ScanSettings, context: Gate): Promise<Trait[]> {
  const scanners = scannersFor('sbom', settings.scanners);
  if (scanners.length === 0) return [];
  const traits: Trait[] = [];
  for (const [at, path] of sboms.entries()) {
    const look = { ...settings, scanners, name: `base-${at}`, vex: [] };
    traits.push(...(await scan({ type: 'sbom', path }, look, context)).findings);
  }
  return traits;
}

/**
 * Stores the SBOM of a branch that others are compared with, whatever the verdict: a pull request is not to be blamed
 * for what its base has. Never throws: without a base, more counts.
 */
export async function keepBase(
  scanned: Scanned,
  name: string,
  trivy: string,
  context: Gate,
  open: typeof openCacheService = openCacheService,
): Promise<void> {
  const { env, log } = context;
  try {
    const branch = await comparedBranch(env);
    if (branch === undefined || (await readOnlyReason(env)) !== undefined) return;
    const service = await open(env);
    if (service === undefined) return;
    const folder = folderIn(context);
    await emptyFolder(folder);
    for (const [at, report] of scanned.reports.entries()) {
      const ended = await runTrivy(trivy, sbomArgs(report, join(folder, `${at}.cdx.json`)), folder, context);
      if (ended.code !== 0) throw failure(ended);
    }
    const run = `${env['GITHUB_RUN_ID'] ?? '0'}-${env['GITHUB_RUN_ATTEMPT'] ?? '1'}`;
    const stored: Omit<Stored, 'sboms'> = {
      commit: env['GITHUB_SHA'] ?? '',
      remembered: rememberedOf(scanned.findings),
    };
    const key = await storeBase(service, folder, { branch, name, run }, stored);
    log.info(`The SBOM of ${branch} is stored for comparison as ${key}.`);
  } catch (error) {
    log.info(`The SBOM could not be stored for comparison: ${oneLine(messageOf(error))}`);
  }
}
