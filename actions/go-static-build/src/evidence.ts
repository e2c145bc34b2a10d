import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../../shared/action/context.ts';
import type { openCacheService } from '../../shared/cache/service.ts';
import { withImports } from '../../shared/go/packages.ts';
import { reportFolder } from '../../shared/go/report-folder.ts';
import type { Go } from '../../shared/go/tool.ts';
import type { SbomSection } from '../../shared/record/types.ts';
import type { Built } from './build/build.ts';
import { linkTwins, type Twins } from './build/twin.ts';
import type { Inputs, Output } from './contract.ts';
import { fileName } from './plan/paths.ts';
import type { Plan } from './plan/plan.ts';
import { mustBeReproducible } from './reproducible/reproducible.ts';
import { sbomOf } from './sbom/sbom.ts';
import { reportSizes, type Sizes } from './size/report.ts';
import { checkReachability, type Reachability } from './vulnerabilities/reachability.ts';

type Build = Context<Output>;

/** What is handed on beside the binaries; undefined where it was not asked for. */
export interface Evidence {
  readonly sboms: readonly SbomSection[];
  readonly sizes: Sizes | undefined;
  readonly reachability: Reachability | undefined;
}

/** Makes everything that was asked for beside the binaries, before they are put in place. */
export async function gather(
  inputs: Inputs,
  context: Build,
  go: Go,
  plan: Plan,
  built: readonly Built[],
  staging: string,
  open: typeof openCacheService,
): Promise<Evidence> {
  if (inputs.reproducible === 'check') await mustBeReproducible(inputs, context, go, plan, built, staging);
  const folder = await reportFolder(context, 'build', inputs.workingDirectory);
  const sboms = inputs.sbom ? await writeSboms(plan, built, folder) : [];
  const wantsSizes = inputs.sizeReport || inputs.sizeBase !== undefined;
  const wantsReachability = inputs.reachability !== 'off';
  // Linking once more takes its time, so only for what needs the symbols.
  const twins: Twins =
    wantsSizes || inputs.reachability === 'binary'
      ? await linkTwins(inputs, context, go, plan, built, staging)
      : new Map(built.map((one) => [one, one.staged]));
  return {
    sboms,
    sizes: wantsSizes
      ? await reportSizes(inputs, context, twins, folder, plan.stamp.commit, open)
      : undefined,
    reachability: wantsReachability ? await checkReachability(inputs, context, go, twins, folder) : undefined,
  };
}

async function writeSboms(plan: Plan, built: readonly Built[], folder: string): Promise<SbomSection[]> {
  return Promise.all(
    built.map(async ({ info, sha256, target, imports }) => {
      const packages = withImports(imports.packages, target.importPath);
      const text = sbomOf({ info, sha256, stamp: plan.stamp, packages });
      const path = join(folder, `${fileName(built, target)}.cdx.json`);
      await writeFile(path, text);
      return {
        path,
        format: 'CycloneDX 1.6',
        sha256: createHash('sha256').update(text).digest('hex'),
        binarySha256: sha256,
        components: info.dependencies.length + 1,
      };
    }),
  );
}
