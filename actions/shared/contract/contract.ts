import type { InputReader } from './input-reader.ts';
import { flag, path } from './types.ts';

/** Inputs that every action has. */
export interface CommonInputs {
  /** Where the release record is read from and written to; unset: the job's own file. */
  readonly record: string | undefined;
  /** Whether the job summary is written. */
  readonly summary: boolean;
}

/** What an action takes and gives. */
export interface Contract<Inputs extends CommonInputs, Output extends string> {
  readonly name: string;
  readonly parse: (read: InputReader) => Inputs;
  /** Every output is set at every ending; one that was never reported is empty. `record` is set by the harness. */
  readonly outputs: readonly Output[];
}

/** Reads the inputs that every action has; spread it into the action's own. */
export function commonInputs(read: InputReader): CommonInputs {
  return {
    record: read.optional('record', path(read.workspace)),
    summary: read.withDefault('summary', flag, 'true'),
  };
}
