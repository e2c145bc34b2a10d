import { messageOf, UserError } from '../errors/user-error.ts';
import type { InputType } from './types.ts';

/** What a contract says about one input; `npm run check` holds it against action.yml. */
export interface DeclaredInput {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly default: string | undefined;
}

/**
 * Reads the inputs of an action and remembers every one it was asked for.
 *
 * A wrong value is noted and reading goes on, so that `finish` can tell the caller everything that is wrong at once.
 * An empty input counts as unset: an expression that came out empty must not switch a default off.
 */
export class InputReader {
  readonly declared: DeclaredInput[] = [];
  readonly workspace: string;
  private readonly problems: string[] = [];
  private readonly lookUp: (name: string) => string;

  constructor(lookUp: (name: string) => string, workspace: string) {
    this.lookUp = lookUp;
    this.workspace = workspace;
  }

  /** An input that must be there. */
  required<T>(name: string, type: InputType<T>): T {
    this.declared.push({ name, type: type.name, required: true, default: undefined });
    const raw = this.lookUp(name).trim();
    if (raw === '')
      this.problems.push(`input "${name}" is required: write \`${name}: …\` (${type.name}) under \`with:\``);
    return raw === '' ? type.sample : this.parse(name, type, raw);
  }

  /** An input with the default that action.yml shows. */
  withDefault<T>(name: string, type: InputType<T>, fallback: string): T {
    this.declared.push({ name, type: type.name, required: false, default: fallback });
    return this.parse(name, type, this.lookUp(name).trim() || fallback);
  }

  /** An input whose absence means something of its own. */
  optional<T>(name: string, type: InputType<T>): T | undefined {
    this.declared.push({ name, type: type.name, required: false, default: undefined });
    const raw = this.lookUp(name).trim();
    return raw === '' ? undefined : this.parse(name, type, raw);
  }

  /**
   * Whether an input that was read is not what it would be unwritten. A default written out can't be told from one left
   * out: the runner hands over both alike.
   */
  given(name: string): boolean {
    const declared = this.declared.find((input) => input.name === name);
    const raw = this.lookUp(name).trim();
    return raw !== '' && raw !== declared?.default;
  }

  /** Notes a problem between inputs, such as two that exclude each other. */
  refuse(problem: string): void {
    this.problems.push(problem);
  }

  /** Throws one UserError that lists every problem found. */
  finish(): void {
    if (this.problems.length === 0) return;
    throw new UserError(this.problems.join('; '), {
      fix: 'Correct the inputs under `with:` of this step; the README of the action lists what each one takes.',
    });
  }

  private parse<T>(name: string, type: InputType<T>, raw: string): T {
    try {
      return type.parse(raw);
    } catch (error) {
      this.problems.push(
        type.hidden === true
          ? `input "${name}" is wrong (a secret, not shown), expected ${type.name}`
          : `input "${name}" is "${raw}", expected ${messageOf(error)}`,
      );
      return type.sample;
    }
  }
}

/** Reads inputs the way the runner hands them over: `INPUT_<NAME>`, upper case, blanks as underscores. */
export function environmentInputs(
  env: Readonly<Record<string, string | undefined>>,
): (name: string) => string {
  return (name) => env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '';
}
