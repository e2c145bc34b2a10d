import type { Context } from '../../../shared/action/context.ts';
import { mainModuleOf } from '../../../shared/elf/go-module.ts';
import { UserError } from '../../../shared/errors/user-error.ts';
import { type Download, installPinned, programOnPath } from '../../../shared/tools/pinned.ts';
import type { Inputs, Output } from '../contract.ts';
import { pinnedTrivy, pinnedVersion, refusalOf } from './pinned.ts';
import { cleanEnvironment } from './process.ts';

type Gate = Context<Output>;

/** A trivy that may be run. */
export interface Trivy {
  readonly path: string;
  readonly version: string;
}

/** The trivy that is named, else the one on PATH, else the pinned release, checked by its sha256. */
export async function findTrivy(inputs: Inputs, context: Gate, download?: Download): Promise<Trivy> {
  const path = inputs.trivy ?? (await programOnPath('trivy', context.env['PATH'] ?? ''));
  if (path !== undefined) return usable(path, context);
  const pinned = pinnedTrivy(process.platform, process.arch);
  if (pinned === undefined) {
    throw new UserError(
      `there is no trivy on PATH, and none is pinned for ${process.platform} ${process.arch}`,
      {
        fix: 'Install trivy in a step before and give its path as `trivy`.',
      },
    );
  }
  return { path: await installPinned(pinned, context, download), version: pinnedVersion };
}

async function usable(path: string, context: Gate): Promise<Trivy> {
  const version = (await builtVersion(path)) ?? (await toldVersion(path, context));
  const refusal = version === undefined ? `${path} does not tell its version` : refusalOf(version);
  if (refusal === undefined) return { path, version: version ?? '' };
  throw new UserError(refusal, {
    fix: `Use trivy ${pinnedVersion}: leave \`trivy\` out and it is downloaded, checked by its sha256.`,
  });
}

/** The release as the linker noted it. Asking the program takes a tenth of a second, and would run what is to be refused. */
async function builtVersion(path: string): Promise<string | undefined> {
  const module = await mainModuleOf(path);
  if (module?.path !== 'github.com/aquasecurity/trivy') return undefined;
  return /^v(\d+\.\d+\.\d+)(?:\+dirty)?$/.exec(module.version)?.[1];
}

async function toldVersion(path: string, { exec, env }: Gate): Promise<string | undefined> {
  const { code, stdout } = await exec(path, ['--version'], { env: cleanEnvironment(env) });
  return code === 0 ? /^Version: v?(\S+)/m.exec(stdout)?.[1] : undefined;
}
