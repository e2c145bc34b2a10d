import type { Place } from '../errors/user-error.ts';
import type { KubeObject } from '../kube/types.ts';

/** Keys and list positions from an object's root to one of its fields. */
export type FieldPath = readonly (string | number)[];

/** One object of the caller's manifests, and where it stands. */
export interface Manifest {
  readonly object: KubeObject;
  /** The file, relative to the workspace where it lies in it. */
  readonly file: string;
  /** Where a field stands in the file (not within the YAML document); its nearest parent where it doesn't. */
  readonly placeOf: (path: FieldPath) => Place;
}
