import type { Context } from '../../shared/action/context.ts';
import { replaceImages } from '../../shared/manifests/images.ts';
import { readManifests } from '../../shared/manifests/read.ts';
import { shownPath } from '../../shared/manifests/sources/find.ts';
import { readVariables } from '../../shared/manifests/sources/variables.ts';
import { withStrategy } from '../../shared/manifests/strategy.ts';
import type { Manifest } from '../../shared/manifests/types.ts';
import type { Inputs, Output } from './contract.ts';
import { given } from './given.ts';
import { secretsIn } from './secrets.ts';

/** What the caller wants to be in the cluster, as the inputs make it of the files. */
export async function wantedObjects(
  inputs: Inputs,
  { workspace, exec, mask, log }: Context<Output>,
): Promise<{ manifests: Manifest[]; secrets: string[] }> {
  const { variablesFile, helm, kubectl, namespace, helmRelease: release } = inputs;
  const variables =
    variablesFile === undefined
      ? undefined
      : await readVariables(variablesFile, shownPath(variablesFile, workspace));
  const read = await readManifests(inputs.manifests, {
    workspace,
    exec,
    allowUrls: inputs.allowUrls,
    helm: { values: inputs.helmValues, ...given({ helm, release, namespace }) },
    ...given({ kubectl }),
    ...(variables === undefined ? {} : { variables }),
  });
  const secrets = secretsIn(read);
  for (const secret of secrets) await mask(secret);
  log.info(`${read.length} objects in ${new Set(read.map(({ file }) => file)).size} files.`);
  const pinned = inputs.mode === 'rollout' ? replaceImages(read, inputs.images) : read;
  return { manifests: withStrategy(pinned, inputs.strategy), secrets };
}
