import type { Context } from '../action/context.ts';

/** What an action asks to have compiled in its own step. */
export interface Asked {
  /** Inputs of the action that compiles, by name. */
  readonly given: ReadonlyMap<string, string>;
  /** Inputs that the step has for both. */
  readonly step: ReadonlyMap<string, string>;
  /**
   * Told of each binary once it is linked: where it is now, and where it will be once it is proven. Gives its sha256 in
   * hexadecimal where it is read at once; rejects when that comes to nothing.
   */
  readonly linked: (file: string, path: string) => Promise<string> | undefined;
}

/** Programs that are being compiled, while the action that asked for them goes on. */
export interface Compiling {
  /** Resolves when the compiler is at work, or when there is nothing more for it to do. */
  readonly started: Promise<void>;
  /**
   * The compiled and proven binaries, one path for each program and platform; what there is to tell of them is in the
   * step's report by then. Rejects with what went wrong.
   */
  readonly binaries: Promise<readonly string[]>;
}

/**
 * Compiles programs in the step of another action, as an action of its own would. Resolves once the inputs are read; throws
 * a UserError where one of them is wrong.
 *
 * Actions know nothing of one another: `actions/main.ts` hands this one to whoever compiles beside its own work.
 */
export type Compile = <Output extends string>(asked: Asked, context: Context<Output>) => Promise<Compiling>;
