import { type Origin, orderOf, originOf } from './order.ts';

/** Why a release must not take the place of what runs, and what to do instead. */
export interface Older {
  readonly message: string;
  readonly fix: string;
}

export const olderFix =
  'The newer release stays. To go back by hand, start a new run of the workflow on the older commit (`workflow_dispatch` on its branch or tag), or set `allow-older: true` on this step.';

type Workload = Parameters<typeof originOf>[0];

/**
 * Compares a release with the workload that runs. `name`: how the workload is called to people.
 *
 * Undefined when nothing speaks against it; `log` is told when the order could not be known, or does not matter.
 */
export function olderThan(
  running: Workload,
  release: Workload,
  name: string,
  options: { readonly allowOlder: boolean; readonly log: (line: string) => void },
): Older | undefined {
  const [was, is] = [originOf(running), originOf(release)];
  if (was === undefined || is === undefined) return undefined;
  const order = orderOf(is, was);
  if (order === 'unknown') {
    options.log(`${name} runs ${told(was)}: whether it is older than ${told(is)} can't be told.`);
  }
  if (order !== 'older') return undefined;
  const message = `${name} runs a newer release, ${told(was)}; this one is ${told(is)}`;
  if (!options.allowOlder) return { message, fix: olderFix };
  options.log(`${message}; it takes its place because of \`allow-older\`.`);
  return undefined;
}

function told({ commit, run, workflow }: Origin): string {
  const ofRun = run === undefined ? '' : ` of run ${run}${workflow === '' ? '' : ` of ${workflow}`}`;
  return `commit ${commit.slice(0, 7)}${ofRun}`;
}
