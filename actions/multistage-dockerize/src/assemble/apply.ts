import { posix } from 'node:path';
import type { TarHead } from '../../../shared/oci/tar-write.ts';
import { type BaseFacts, configOf, type Given } from './config.ts';
import { type FileFacts, Files } from './files.ts';
import { type Settings, settingsOf } from './settings.ts';
import type { Step } from './step.ts';

export interface Applied {
  /** Folders and files of the layer, in order; the one file is the binary. */
  readonly entries: readonly TarHead[];
  /** The image's configuration, once the layer's own diff id is known. */
  readonly config: (diffId: string) => object;
}

/** Carries out the steps of a recipe on its base. Throws a PathError where a path of the base is in the way. */
export function applySteps(
  steps: readonly Step[],
  base: BaseFacts,
  given: Given & FileFacts & { readonly labels: ReadonlyMap<string, string> },
): Applied {
  const settings = settingsOf(base.config);
  const entries = new Map<string, TarHead>();
  const files = new Files(base.tree, entries, given);
  for (const step of steps) applyStep(step, settings, files);
  for (const [key, value] of given.labels) settings.labels.set(key, value);
  return {
    entries: [...entries.values()],
    config: (diffId) => configOf(base, settings, steps, given, diffId),
  };
}

function applyStep(step: Step, settings: Settings, files: Files): void {
  switch (step.kind) {
    case 'stage':
      settings.ownCmd = false;
      return;
    case 'env':
    case 'label':
      for (const [key, value] of step.pairs)
        (step.kind === 'env' ? settings.env : settings.labels).set(key, value);
      return;
    case 'expose':
    case 'volume':
      for (const value of step.values)
        (step.kind === 'expose' ? settings.ports : settings.volumes).add(value);
      return;
    case 'entrypoint':
      settings.entrypoint = step.exec;
      if (!settings.ownCmd) settings.cmd = [];
      return;
    case 'cmd':
      settings.cmd = step.exec;
      settings.ownCmd = true;
      return;
    case 'user':
      settings.user = step.value;
      return;
    case 'stopsignal':
      settings.stopSignal = step.value;
      return;
    case 'workdir':
      settings.workdir = posix.resolve('/', settings.workdir, step.value);
      files.folder(settings.workdir, settings.user);
      return;
    case 'copy':
      files.copy(step.copy, settings.workdir);
  }
}
