import type { Dockerfile } from '../../../shared/dockerfile/dockerfile.ts';
import { UserError } from '../../../shared/errors/user-error.ts';
import { oneLine } from '../../../shared/markdown/untrusted.ts';

/** The cause of a failed build, from what the builder said. */
export interface BuildFailure {
  readonly message: string;
  /** Line of the Dockerfile, from 1. */
  readonly line: number | undefined;
}

/**
 * Finds cause and line in a builder's output: BuildKit shows the source with `>>>` at the line, the old builder counts
 * its steps, buildah shows the instruction, and all name the line when the Dockerfile can't be parsed.
 */
export function parseBuildFailure(
  output: string,
  file: Pick<Dockerfile, 'instructionLines' | 'lines'>,
): BuildFailure {
  const lines = output.split(/\r?\n/);
  const said = lines.findLast((line) => /^(?:error|Error|ERROR)\b|returned a non-zero code/.test(line));
  const message = (said ?? lines.findLast((line) => line.trim() !== '') ?? 'the builder said nothing')
    .replace(/^(?:error|ERROR|Error(?: response from daemon)?):\s*/, '')
    .replace(/^failed to build: /, '')
    .replace(/^failed to solve: /, '');
  return { message: oneLine(message), line: lineOf(lines, message, file) };
}

function lineOf(
  lines: readonly string[],
  message: string,
  file: Pick<Dockerfile, 'instructionLines' | 'lines'>,
): number | undefined {
  const stated = /parse error on line (\d+)|parse error line (\d+)/.exec(message);
  if (stated !== null) return Number(stated[1] ?? stated[2]);
  const at = lines.findLastIndex(
    (line, index) => /^[^\s:]+:\d+$/.test(line) && /^-{4,}$/.test(lines[index + 1] ?? ''),
  );
  if (at !== -1) return Number(lines[at]?.replace(/^.*:/, ''));
  // buildah shows the instruction itself, and counts those of each stage anew.
  const shown = lines.findLast((line) => /^(?:\[\d+\/\d+\] )?STEP \d+\/\d+: /.test(line));
  const own = file.lines.indexOf(shown?.replace(/^.*?STEP \d+\/\d+: /, '') ?? '\0');
  if (own !== -1) return own + 1;
  const step = lines.findLast((line) => /^Step \d+\/\d+ : /.test(line));
  const number = Number(/^Step (\d+)\//.exec(step ?? '')?.[1] ?? Number.NaN);
  return file.instructionLines[number - 1];
}

/** The error a caller sees. A builder that can't be reached is no fault of the Dockerfile. */
export function buildError(failure: BuildFailure, path: string): UserError {
  if (
    /failed to (?:dial|list workers|get status)|connection refused|Cannot connect to the Docker daemon|dial unix/i.test(
      failure.message,
    ) &&
    failure.line === undefined
  ) {
    return new UserError(`the image builder does not answer: ${failure.message}`, {
      fix: 'Start the builder in a step before; BUILDKIT_HOST or DOCKER_HOST has to name where it listens.',
    });
  }
  const place = { file: path, ...(failure.line === undefined ? {} : { line: failure.line }) };
  const where = failure.line === undefined ? path : `${path}:${failure.line}`;
  return new UserError(`the image can't be built: ${failure.message} (${where})`, {
    fix: fixFor(failure.message),
    place,
  });
}

function fixFor(message: string): string {
  if (
    /failed to resolve source metadata|pull access denied|manifest unknown|unauthorized|reading manifest/.test(
      message,
    )
  ) {
    return 'Check name and tag of the base image after FROM, and that the builder may pull it (with `registry-password` for the registry of `image`, logged in before for another).';
  }
  if (/failed to compute cache key|not found/.test(message)) {
    return 'Check the path: it starts at `working-directory` (or at the root of the stage it is copied from), and .dockerignore may leave it out.';
  }
  if (/did not complete successfully|non-zero code/.test(message)) {
    return 'The command of this line failed; its output stands above in the log of this step.';
  }
  return 'Mend this line of the Dockerfile; the output of the builder stands above in the log of this step.';
}
