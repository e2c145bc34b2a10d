import type { KubeObject } from '../../kube/types.ts';
import { textAt } from '../../kube/values.ts';
import { isExpired, ownerOfLease } from '../../lease/lease.ts';

/** Who claims workloads. Canaries keep each other apart by their routes, so two of them are in nobody's way. */
export type Claimant = 'rollout' | 'canary';

/** Marks the Leases of claims, and tells whose it is. */
export const claimLabel = 'seatrial.dev/claim';
/** What a Lease claims, one `Kind/name` after another. */
const workloadsAnnotation = 'seatrial.dev/workloads';
/** The process that holds it; see `processMark`. */
const processAnnotation = 'seatrial.dev/process';

/** Seconds without a sign of life after which a rollout counts as dead. */
export const claimSeconds = 15;

export function notesOfClaim(workloads: readonly string[], mark: string): Record<string, string> {
  return { [workloadsAnnotation]: workloads.join(' '), [processAnnotation]: mark };
}

/** Another run's claim. */
export interface Other {
  readonly lease: KubeObject;
  /** A link to the run, or what else it calls itself. */
  readonly owner: string;
  readonly claimant: Claimant;
  readonly process: string;
  /** Not renewed in time, by the server's clock. */
  readonly expired: boolean;
  /** What it claims of the workloads asked for. */
  readonly shared: readonly string[];
}

/** The claims of other runs, as seen at the moment in which `mine` was created. */
export function othersThan(
  mine: KubeObject,
  leases: readonly KubeObject[],
  workloads: readonly string[],
): Other[] {
  const serverNow = Date.parse(mine.metadata.creationTimestamp ?? '');
  return leases
    .filter(({ metadata }) => metadata.uid !== mine.metadata.uid)
    .map((lease) => {
      const claimed = new Set(textAt(lease, 'metadata', 'annotations', workloadsAnnotation).split(' '));
      return {
        lease,
        owner: ownerOfLease(lease),
        claimant: lease.metadata.labels?.[claimLabel] === 'canary' ? 'canary' : 'rollout',
        process: textAt(lease, 'metadata', 'annotations', processAnnotation),
        expired: isExpired(lease, serverNow, claimSeconds),
        shared: workloads.filter((name) => claimed.has(name)),
      };
    });
}
