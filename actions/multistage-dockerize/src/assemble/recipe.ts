import { type Dockerfile, type Stage, stageNamed } from '../../../shared/dockerfile/dockerfile.ts';
import { Beyond, filled, globalScope, type RecipeFacts } from './scope.ts';
import { type Step, stepsOf } from './step.ts';

/** A final stage that can be made without a builder: a base image, one file, and settings. */
export interface Recipe {
  /** An image reference, or `scratch`. */
  readonly base: string;
  readonly baseLine: number;
  readonly steps: readonly Step[];
}

/** Why a builder is needed. */
export interface NeedsBuilder {
  readonly why: string;
  readonly line: number;
}

/**
 * Reads how the final stage is made. Whatever is not known to the letter is left to a builder: RUN and ADD, files of the
 * build context, variables of the base image, names of users, the shell form.
 */
export function recipeFor(file: Dockerfile, facts: RecipeFacts): Recipe | NeedsBuilder {
  try {
    const last = facts.target === undefined ? file.stages.at(-1) : stageNamed(file, facts.target);
    if (last === undefined) throw new Beyond('the Dockerfile has no such stage', 1);
    checkDirectives(file);
    const global = globalScope(file, facts);
    const chain = chainOf(file, last, global);
    const [first] = chain;
    const steps = chain.flatMap(({ index }) => [
      { kind: 'stage' } as const,
      ...stepsOf(file, index, facts, global),
    ]);
    if (!steps.some(({ kind }) => kind === 'copy'))
      throw new Beyond('nothing copies the binary', last.firstLine);
    return { base: baseOf(file, first ?? last, global), baseLine: (first ?? last).firstLine, steps };
  } catch (error) {
    if (error instanceof Beyond) return { why: error.message, line: error.line };
    throw error;
  }
}

function checkDirectives({ directives }: Dockerfile): void {
  const syntax = directives.get('syntax') ?? '';
  if (syntax !== '' && !/^(?:docker\.io\/)?docker\/dockerfile(?::1[\d.]*)?(?:@|$)/.test(syntax))
    throw new Beyond(`the syntax ${syntax} is another language`, 1);
  if (directives.has('escape')) throw new Beyond('another escape character is set', 1);
}

/** The stage and those it stands on, the lowest first. */
function chainOf(file: Dockerfile, last: Stage, global: ReadonlyMap<string, string>): readonly Stage[] {
  const base = baseOf(file, last, global);
  const below = file.stages
    .slice(0, last.index)
    .findLast((stage) => stage.name?.toLowerCase() === base.toLowerCase());
  return below === undefined ? [last] : [...chainOf(file, below, global), last];
}

function baseOf(file: Dockerfile, stage: Stage, global: ReadonlyMap<string, string>): string {
  const from = file.instructions.find((one) => one.keyword === 'FROM' && one.line === stage.firstLine);
  if (from === undefined) throw new Beyond('a stage has no FROM', stage.firstLine);
  const platform = from.flags.find(({ name }) => name === 'platform')?.value;
  if (platform !== undefined && !/^\$\{?TARGETPLATFORM\}?$/.test(platform))
    throw new Beyond(`FROM asks for the platform ${platform}`, from.line);
  return filled(from.words[0] ?? '', global, from);
}
