import { objectOf } from '../../../shared/json/json.ts';
import type { Platform } from '../../../shared/oci/descriptor.ts';
import type { Tree } from '../../../shared/oci/tree.ts';
import { runSettings, type Settings } from './settings.ts';
import type { Step } from './step.ts';

/** What the final stage stands on. */
export interface BaseFacts {
  /** The image's configuration as it came; undefined for `scratch`. */
  readonly config: unknown;
  readonly tree: Tree;
  readonly diffIds: readonly string[];
}

/** What the caller and the commit give to an image. */
export interface Given {
  readonly platform: Platform;
  readonly created: Date;
}

/** The image's configuration: the base's carried on, the layer and the steps added. */
export function configOf(
  base: BaseFacts,
  settings: Settings,
  steps: readonly Step[],
  { platform, created }: Given,
  diffId: string,
): object {
  const before = objectOf(base.config);
  const history = Array.isArray(before['history']) ? before['history'] : [];
  return {
    ...before,
    created: created.toISOString(),
    architecture: platform.architecture,
    os: platform.os,
    ...(platform.variant === undefined ? {} : { variant: platform.variant }),
    config: runSettings(objectOf(before['config']), settings),
    rootfs: { type: 'layers', diff_ids: [...base.diffIds, diffId] },
    history: [...history, ...historyOf(steps, created)],
  };
}

/** One line of history each; all files are in the layer of the first COPY. */
function historyOf(steps: readonly Step[], created: Date): object[] {
  const first = steps.findIndex(({ kind }) => kind === 'copy');
  return steps.flatMap((step, at) => {
    if (step.kind === 'stage') return [];
    const line = { created: created.toISOString(), created_by: step.text, comment: 'seatrial' };
    return [at === first ? line : { ...line, empty_layer: true }];
  });
}
