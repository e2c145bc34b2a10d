import type { KubeObject } from '../kube/types.ts';
import { textsAt } from '../kube/values.ts';
import type { SourceSection } from '../record/types.ts';

/** Where a release comes from, as its workloads tell it by their annotations. */
export interface Origin {
  readonly repository: string;
  readonly commit: string;
  /** The workflow's file in the repository; `''`: not known. */
  readonly workflow: string;
  /** Rises with every run of the workflow; undefined: not known. */
  readonly run: number | undefined;
}

const key = {
  repository: 'seatrial.dev/repository',
  commit: 'seatrial.dev/commit',
  workflow: 'seatrial.dev/workflow',
  run: 'seatrial.dev/run-number',
} as const;

/** The annotations from which a later release reads the order. */
export function originNotes(source: SourceSection): Readonly<Record<string, string>> {
  return {
    [key.repository]: source.repository,
    [key.commit]: source.commit,
    [key.workflow]: source.run?.workflow ?? '',
    [key.run]: String(source.run?.number ?? ''),
  };
}

/** What a workload says of its release; undefined: it was not brought by Seatrial. */
export function originOf(workload: KubeObject | Readonly<Record<string, unknown>>): Origin | undefined {
  const notes = textsAt(workload, 'metadata', 'annotations');
  const run = Number(notes[key.run] || Number.NaN);
  const commit = notes[key.commit] ?? '';
  if (commit === '') return undefined;
  return {
    repository: notes[key.repository] ?? '',
    commit,
    workflow: notes[key.workflow] ?? '',
    run: Number.isInteger(run) && run > 0 ? run : undefined,
  };
}

export type Order = 'same' | 'newer' | 'older' | 'unknown';

/**
 * How a release stands to the one that runs: the one whose workflow run was started later is the newer one, on whatever
 * branch or tag. A run that is started again keeps its number, so an approval given late, or an old run started again,
 * is older; a new run on an old commit is a decision made now, and newer.
 *
 * Only runs of one workflow are counted together; for others the order is unknown.
 */
export function orderOf(release: Origin, running: Origin): Order {
  if (release.repository !== running.repository) return 'unknown';
  if (release.commit === running.commit) return 'same';
  if (release.workflow === '' || release.workflow !== running.workflow) return 'unknown';
  if (release.run === undefined || running.run === undefined) return 'unknown';
  if (release.run === running.run) return 'same';
  return release.run < running.run ? 'older' : 'newer';
}
