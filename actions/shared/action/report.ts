import { relative } from 'node:path';
import type { Place } from '../errors/user-error.ts';
import type { RecordSections } from '../record/types.ts';

export type Level = 'error' | 'warning' | 'notice';

export interface Annotation {
  readonly level: Level;
  readonly title: string;
  readonly message: string;
  readonly place?: Place;
}

/** GitHub shows ten annotations of a kind per step and drops the rest without a word. */
export const annotationsShown = 10;

/**
 * What an action wants the world to see. Collected while it runs, published at every ending, so that a failure half
 * way through still tells what was known by then.
 */
export class Report<Output extends string> {
  readonly outputs = new Map<Output, string>();
  readonly sections: Partial<RecordSections> = {};
  readonly annotations: Annotation[] = [];
  readonly summaries: string[] = [];
  failure: { message: string; fix: string } | undefined;

  output(name: Output, value: string | number | boolean): void {
    this.outputs.set(name, String(value));
  }

  /** Adds an annotation; the first ones of a level are shown, so say the most important first. */
  annotate(annotation: Annotation): void {
    this.annotations.push(annotation);
  }

  /** Adds Markdown to the job summary. */
  summary(markdown: string): void {
    this.summaries.push(markdown);
  }

  /** Sets this action's own part of the release record. */
  section<Name extends keyof RecordSections>(name: Name, value: RecordSections[Name]): void {
    this.sections[name] = value;
  }

  /**
   * Marks the step as failed without ending it, for a verdict that is a result and no accident. A second failure is
   * told behind the first and never in its place.
   */
  fail(message: string, fix: string): void {
    const { failure } = this;
    this.failure =
      failure === undefined
        ? { message, fix }
        : { message: `${failure.message}\nThen: ${message}`, fix: `${failure.fix}\n${fix}` };
  }
}

/** The annotations GitHub will show, with one that counts those it would have dropped. */
export function shownAnnotations(all: readonly Annotation[]): Annotation[] {
  return (['error', 'warning', 'notice'] as const).flatMap((level) => {
    const ofLevel = all.filter((annotation) => annotation.level === level);
    if (ofLevel.length <= annotationsShown) return ofLevel;
    const rest = ofLevel.length - (annotationsShown - 1);
    const more: Annotation = {
      level,
      title: `${rest} more`,
      message: `${rest} more of this kind stand in the job summary.`,
    };
    return [...ofLevel.slice(0, annotationsShown - 1), more];
  });
}

/** A path as GitHub wants it in annotations: relative to the workspace. */
export function annotationFile(file: string, workspace: string): string {
  return file.startsWith('/') ? relative(workspace, file) : file;
}
