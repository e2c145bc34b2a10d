import type { Report } from '../action/report.ts';
import { type Diagnostic, placeOf } from './diagnostics.ts';
import { CompileError } from './explain.ts';

/**
 * Annotates the messages after the first, which the error itself carries to its line. GitHub shows ten in all, so no
 * more than fit beside it.
 */
export function annotateRest<Output extends string>(
  report: Report<Output>,
  thrown: unknown,
  directory: string,
): void {
  if (!(thrown instanceof CompileError)) return;
  annotateAll(report, thrown.diagnostics.slice(1, 9), directory);
}

/** Puts each message on its line. */
export function annotateAll<Output extends string>(
  report: Report<Output>,
  diagnostics: readonly Diagnostic[],
  directory: string,
): void {
  for (const one of diagnostics) {
    report.annotate({
      level: 'error',
      title: placeOf(one, directory),
      message: one.message,
      place: { file: one.file, line: one.line },
    });
  }
}
