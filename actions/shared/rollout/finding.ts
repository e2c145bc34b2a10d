import type { Ref } from '../kube/types.ts';
import type { FieldPath } from '../manifests/types.ts';

/**
 * Everything that can be wrong with a rollout, most telling first: where several are true of one pod, the first of this
 * list is the cause and the others are its consequences. docs/rollout-causes.md explains each.
 */
export const causeIds = [
  'unreachable',
  'unauthorized',
  'forbidden',
  'frozen',
  'busy',
  'older-release',
  'namespace-missing',
  'invalid-manifest',
  'selector-mismatch',
  'immutable-field',
  'field-conflict',
  'managed-elsewhere',
  'sync-failed',
  'stuck-finalizer',
  'not-there',
  'no-previous-revision',
  'webhook-failed',
  'service-account-missing',
  'quota-exceeded',
  'admission-denied',
  'image-name-invalid',
  'image-wrong-platform',
  'image-not-found',
  'image-pull-denied',
  'image-pull-failed',
  'config-missing',
  'runs-as-root',
  'missing-interpreter',
  'missing-file',
  'start-failed',
  'oom-killed',
  'evicted',
  'node-lost',
  'init-failed',
  'panic',
  'liveness-failing',
  'startup-failing',
  'crash-loop',
  'volume-pending',
  'unschedulable',
  'job-failed',
  'resource-failed',
  'readiness-failing',
  'service-port-mismatch',
  'no-endpoints',
  'replica-conflict',
  'progress-deadline',
  'old-pods-left',
  'not-pruned',
  'notes-open',
] as const;

export type CauseId = (typeof causeIds)[number];

/** One thing that is wrong, with what proves it. */
export interface Finding {
  readonly cause: CauseId;
  /**
   * How sure it is: `certain` ends the rollout now; a number ends it when it has lasted for so many milliseconds;
   * `suspected` is told when time runs out; `warning` is told beside a success.
   */
  readonly certainty: 'certain' | 'suspected' | 'warning' | number;
  /** The object of the manifests it is about. */
  readonly ref: Ref;
  readonly container?: string;
  readonly message: string;
  /** Verbatim: events, log lines, answers. */
  readonly evidence: readonly string[];
  readonly fix: string;
  /** The field to look at, in the object that `ref` names. */
  readonly path: FieldPath;
  /** Asked for before it ends the rollout: when all of these are there, only time can tell. */
  readonly unless?: readonly Asked[];
  /** Somebody else has changed or deleted the object since we wrote it: it is theirs now, and left as it is. */
  readonly foreign?: true;
  /** The line of source that the evidence points at, such as the first own frame of a panic. */
  readonly source?: { readonly file: string; readonly line: number };
}

/** An object, or a key of it. */
export interface Asked {
  readonly kind: 'ConfigMap' | 'Secret';
  /** Unset: that of the workload. */
  readonly namespace?: string;
  readonly name: string;
  readonly key?: string;
}

/** Two findings of one cause on one container are one, on however many pods it is seen. */
export function keyOf({ cause, ref, container = '' }: Finding): string {
  return [cause, ref.kind, ref.namespace ?? '', ref.name, container].join(' ');
}

/** The most telling first; of one cause the surest first. */
export function ranked(findings: readonly Finding[]): Finding[] {
  const order = findings.toSorted(
    (a, b) =>
      causeIds.indexOf(a.cause) - causeIds.indexOf(b.cause) || sureness(b.certainty) - sureness(a.certainty),
  );
  return [...new Map(order.toReversed().map((finding) => [keyOf(finding), finding])).values()].toReversed();
}

function sureness(certainty: Finding['certainty']): number {
  if (certainty === 'certain') return 3;
  if (typeof certainty === 'number') return 2;
  return certainty === 'suspected' ? 1 : 0;
}
