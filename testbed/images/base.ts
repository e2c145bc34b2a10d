import { textAt } from '../json.ts';
import { push, readManifest } from '../oci/push.ts';
import { type Plan, registryOf } from '../plan.ts';
import { goInstallation, golangImage } from './golang.ts';
import { staticImage } from './static.ts';

export const STATIC_IMAGE = { repository: 'base/static', tag: 'nonroot' };
export const GOLANG_REPOSITORY = 'base/golang';

/** Puts the base images into the registry. The big one is made only when the registry lacks this Go version. */
export async function pushBaseImages({ home, ports, bin }: Plan): Promise<void> {
  const registry = registryOf(ports);
  await push(staticImage(), registry, STATIC_IMAGE.repository, STATIC_IMAGE.tag);
  const go = await goInstallation();
  const known = await readManifest(registry, GOLANG_REPOSITORY, go.version);
  if (textAt(known, 'mediaType') !== '') return;
  await push(await golangImage(go, bin('busybox'), home), registry, GOLANG_REPOSITORY, go.version);
}
