import type { Exec } from '../exec/exec.ts';
import type { ReleaseRecord } from '../record/types.ts';
import type { Log } from './log.ts';
import type { Report } from './report.ts';

/** Every effect and fact an action may use; tests hand in their own. */
export interface Context<Output extends string> {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The checked-out repository. */
  readonly workspace: string;
  /** A folder that lives as long as the job. */
  readonly temp: string;
  readonly log: Log;
  readonly exec: Exec;
  readonly report: Report<Output>;
  /** The release record as it was when the step began; what this action adds goes to `report.section`. */
  readonly record: ReleaseRecord;
  /** Aborted when the job is cancelled (SIGINT, then SIGTERM 7.5 s later, then a kill after 2.5 s more). */
  readonly signal: AbortSignal;
  /** Hides a value in every log from now on. Call it before the value is used. */
  readonly mask: (secret: string) => Promise<void>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}
