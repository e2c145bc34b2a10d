import { appendFile } from 'node:fs/promises';
import { UserError } from '../errors/user-error.ts';
import { type Annotation, annotationFile, type Report, shownAnnotations } from './report.ts';

/** GitHub refuses a step summary above 1 MiB as a whole. */
const summaryLimit = 1_000_000;

/** Writes outputs, annotations and the summary, in the order of how much is lost if the job is killed meanwhile. */
export async function publish<Output extends string>(
  report: Report<Output>,
  outputs: readonly Output[],
  options: {
    summary: boolean;
    workspace: string;
    env: Readonly<Record<string, string | undefined>>;
    recordPath: string;
  },
): Promise<void> {
  const core = await import('@actions/core');
  for (const name of outputs) core.setOutput(name, report.outputs.get(name) ?? '');
  core.setOutput('record', options.recordPath);
  for (const annotation of shownAnnotations(report.annotations))
    annotate(core, annotation, options.workspace);
  const summaryFile = options.env['GITHUB_STEP_SUMMARY'];
  if (options.summary && summaryFile !== undefined && summaryFile !== '') {
    await appendFile(summaryFile, clipped(report.summaries.join('\n\n')));
  }
  if (report.failure === undefined) return;
  const failure = `${report.failure.message}\n${report.failure.fix}`;
  // Said at its place already: once is enough.
  if (report.annotations.some(({ level, message }) => level === 'error' && message === failure))
    process.exitCode = 1;
  else core.setFailed(failure);
}

/** Notes in the report what was thrown: for the caller to mend, or for us. */
export function reportThrown<Output extends string>(
  report: Report<Output>,
  thrown: unknown,
  action: string,
): void {
  if (thrown instanceof UserError) {
    const place = thrown.place === undefined ? {} : { place: thrown.place };
    if (thrown.place !== undefined) {
      report.annotate({
        level: 'error',
        title: action,
        message: `${thrown.message}\n${thrown.fix}`,
        ...place,
      });
    }
    report.fail(thrown.message, thrown.fix);
    report.summary(`### ${action}: failed\n\n${thrown.message}\n\n**What to do:** ${thrown.fix}\n`);
    return;
  }
  const stack = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  report.fail(
    `${action} has a bug: ${stack}`,
    'Please report it with this stack and the inputs of the step.',
  );
}

type Core = typeof import('@actions/core');

function annotate(core: Core, annotation: Annotation, workspace: string): void {
  const { place } = annotation;
  const properties = {
    title: annotation.title,
    ...(place === undefined ? {} : { file: annotationFile(place.file, workspace) }),
    ...(place?.line === undefined ? {} : { startLine: place.line }),
  };
  core[annotation.level](annotation.message, properties);
}

function clipped(markdown: string): string {
  if (Buffer.byteLength(markdown) <= summaryLimit) return `${markdown}\n`;
  return `${markdown.slice(0, summaryLimit / 4)}\n\n… cut: the summary was longer than GitHub takes.\n`;
}
