import { UserError } from '../errors/user-error.ts';
import type { KubeObject } from '../kube/types.ts';
import { textAt } from '../kube/values.ts';
import type { Manifest } from './types.ts';

/** When a Job is run and awaited: before the workloads are touched, or after they are healthy. */
export interface Hook {
  readonly phase: 'pre' | 'post';
  /** Lower ones first; those of one weight together. */
  readonly weight: number;
}

export const hookAnnotation = 'seatrial.dev/hook';
const weightAnnotation = 'seatrial.dev/hook-weight';

/** Words of Helm and Argo CD for the same; '' says that the object is no part of a rollout. */
const foreign: Readonly<Record<string, 'pre' | 'post' | ''>> = {
  'pre-install': 'pre',
  'pre-upgrade': 'pre',
  'post-install': 'post',
  'post-upgrade': 'post',
  'pre-delete': '',
  'post-delete': '',
  'pre-rollback': '',
  'post-rollback': '',
  test: '',
  'test-success': '',
  PreSync: 'pre',
  PostSync: 'post',
  SyncFail: '',
  Skip: '',
  PostDelete: '',
};

const note = (object: KubeObject, name: string): string => textAt(object, 'metadata', 'annotations', name);

/** The hook that a Job is; undefined for everything else. */
export function hookOf(object: KubeObject): Hook | undefined {
  if (object.kind !== 'Job') return undefined;
  const own = note(object, hookAnnotation);
  const phase = own === 'pre' || own === 'post' ? own : foreignPhases(object).find((found) => found !== '');
  if (phase === undefined) return undefined;
  const weight =
    note(object, weightAnnotation) ||
    note(object, 'helm.sh/hook-weight') ||
    note(object, 'argocd.argoproj.io/sync-wave');
  return { phase, weight: Number.parseInt(weight, 10) || 0 };
}

function foreignPhases(object: KubeObject): ('pre' | 'post' | '')[] {
  const words = `${note(object, 'helm.sh/hook')},${note(object, 'argocd.argoproj.io/hook')}`.split(',');
  return words.flatMap((word) => foreign[word.trim()] ?? []);
}

/**
 * The manifests without what Helm and Argo CD keep for other occasions (tests, deletion). Throws a UserError for a hook of ours
 * that can't be one.
 */
export function ofTheRollout(manifests: readonly Manifest[]): Manifest[] {
  for (const manifest of manifests) refuseWrongHook(manifest);
  return manifests.filter(({ object }) => {
    const phases = foreignPhases(object);
    return phases.length === 0 || phases.some((phase) => phase !== '');
  });
}

function refuseWrongHook({ object, file, placeOf }: Manifest): void {
  const own = note(object, hookAnnotation);
  if (own === '') return;
  const place = placeOf(['metadata', 'annotations', hookAnnotation]);
  if (object.kind !== 'Job') {
    throw new UserError(
      `${file}: the ${object.kind} ${object.metadata.name} can't be a hook; only a Job ends`,
      {
        fix: `Remove the annotation ${hookAnnotation}, or make it a Job.`,
        place,
      },
    );
  }
  if (own === 'pre' || own === 'post') return;
  throw new UserError(`${file}: ${hookAnnotation} is "${own}"`, { fix: 'Write `pre` or `post`.', place });
}
