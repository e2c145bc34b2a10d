/** What was asked about containers beside what the watches tell. */
export interface Learnt {
  /** Last lines of the run that ended, or of the running one. */
  readonly log?: string;
  /** Ports on which it answered when its probe was refused. */
  readonly ports?: readonly number[];
  /** Milliseconds until its readiness probe's question got an answer from us; Infinity: none came. */
  readonly slowness?: number;
}
