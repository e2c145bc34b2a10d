/** Where in the caller's files the cause stands. `line` counts from 1. */
export interface Place {
  readonly file: string;
  readonly line?: number;
}

/**
 * A failure the caller can mend in a workflow, in code or in a cluster. It is shown without a stack.
 *
 * The message tells what happened and where; `fix` tells what to write instead.
 */
export class UserError extends Error {
  readonly fix: string;
  readonly place: Place | undefined;

  constructor(message: string, options: { fix: string; place?: Place; cause?: unknown }) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'UserError';
    this.fix = options.fix;
    this.place = options.place;
  }
}

/** The text of anything that was thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** The system error code (`ENOENT`, `ECONNREFUSED`) of anything that was thrown, if it has one. */
export function codeOf(thrown: unknown): string | undefined {
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown)) return undefined;
  return typeof thrown.code === 'string' ? thrown.code : undefined;
}
