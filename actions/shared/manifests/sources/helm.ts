import { basename } from 'node:path';
import { UserError } from '../../errors/user-error.ts';
import type { Exec } from '../../exec/exec.ts';
import type { ManifestSource } from './find.ts';

/** How charts are rendered. */
export interface HelmOptions {
  /** Path of helm; unset: the one on PATH. */
  readonly helm?: string;
  /** Values files, later ones over earlier ones. */
  readonly values: readonly string[];
  /** Name of the release; unset: that of the chart's folder. */
  readonly release?: string;
  readonly namespace?: string;
}

/**
 * What `helm template` makes of a chart. Helm only renders: it keeps no release of its own in the cluster, and its hooks are
 * carried out as ours are.
 */
export async function helmText(
  { path, shown }: ManifestSource,
  exec: Exec,
  { helm = 'helm', values, release, namespace }: HelmOptions = { values: [] },
): Promise<string> {
  const args = [
    'template',
    release ?? basename(path).toLowerCase(),
    path,
    '--include-crds',
    ...(namespace === undefined ? [] : ['--namespace', namespace]),
    ...values.flatMap((file) => ['--values', file]),
  ];
  const { code, stdout, stderr } = await exec(helm, args);
  if (code === 0) return stdout;
  throw new UserError(`Helm can't render ${shown}: ${stderr.trim().replace(/^Error: /, '')}`, {
    fix: /missing in charts\/ directory|dependency build/.test(stderr)
      ? `Fetch what the chart depends on in an earlier step: \`helm dependency build ${shown}\`.`
      : `Run \`helm template ${shown}\` with the same values and correct what it says.`,
    place: { file: shown },
  });
}
