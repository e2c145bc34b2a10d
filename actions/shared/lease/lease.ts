import type { KubeObject } from '../kube/types.ts';
import { listAt, numberAt, textAt } from '../kube/values.ts';

/** What a holder says about itself in a Lease. */
export interface LeaseTerms {
  readonly name: string;
  readonly namespace: string;
  readonly owner: string;
  /** Seconds without a sign of life after which the holder counts as dead. */
  readonly seconds: number;
  /** The holder's clock, milliseconds since the epoch; for people only. */
  readonly now: number;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  /** Makes a write a compare-and-swap with that version. */
  readonly resourceVersion?: string;
  /** Makes a write fail when the object was deleted or made anew. */
  readonly uid?: string;
}

/** A Lease (coordination.k8s.io/v1) as it is written. */
export function leaseObject(terms: LeaseTerms): KubeObject {
  const { name, namespace, owner, seconds, now, labels, annotations, resourceVersion, uid } = terms;
  return {
    apiVersion: 'coordination.k8s.io/v1',
    kind: 'Lease',
    metadata: {
      name,
      namespace,
      ...(labels === undefined ? {} : { labels }),
      ...(annotations === undefined ? {} : { annotations }),
      ...(resourceVersion === undefined ? {} : { resourceVersion }),
      ...(uid === undefined ? {} : { uid }),
    },
    spec: {
      holderIdentity: owner,
      leaseDurationSeconds: seconds,
      // MicroTime: six digits behind the second.
      renewTime: new Date(now).toISOString().replace('Z', '000Z'),
    },
  };
}

/** Who holds a Lease; `''` when nobody does. */
export const ownerOfLease = (lease: unknown): string => textAt(lease, 'spec', 'holderIdentity');

/**
 * Whether a Lease has not been renewed in time. `serverNow`: milliseconds, by the API server's clock, which is the only one that
 * its stamps can be compared with.
 */
export function isExpired(lease: unknown, serverNow: number, fallbackSeconds: number): boolean {
  const seconds = numberAt(lease, 'spec', 'leaseDurationSeconds') ?? fallbackSeconds;
  return serverNow - lastWrite(lease) > seconds * 1000;
}

/** When a Lease was last written: the server's own stamp, else what the holder claims. */
function lastWrite(lease: unknown): number {
  const stamps = listAt(lease, 'metadata', 'managedFields').map((entry) => Date.parse(textAt(entry, 'time')));
  const known = stamps.filter((stamp) => !Number.isNaN(stamp));
  return known.length > 0 ? Math.max(...known) : Date.parse(textAt(lease, 'spec', 'renewTime'));
}
