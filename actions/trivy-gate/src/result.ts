import type { Compared } from './base/base.ts';
import type { Database } from './database/metadata.ts';
import type { Applied } from './decisions/ignore.ts';
import type { VexDocument } from './decisions/vex.ts';
import type { Sources } from './findings/places.ts';
import type { Target } from './target.ts';
import type { Trivy } from './trivy/binary.ts';
import type { Scanned } from './trivy/scan.ts';
import type { Judged } from './verdict.ts';

/** All that a run found out, for those who tell it. */
export interface Result {
  readonly target: Target;
  readonly trivy: Trivy;
  /** Undefined where none was needed. */
  readonly database: Database | undefined;
  /** Age of the database in milliseconds. */
  readonly age: number | undefined;
  readonly scanned: Scanned;
  readonly documents: readonly VexDocument[];
  /** Undefined where nothing was to be compared. */
  readonly compared: Compared | undefined;
  readonly applied: Applied;
  readonly judged: Judged;
  readonly sources: Sources;
}
