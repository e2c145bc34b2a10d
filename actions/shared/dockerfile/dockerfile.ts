import type { Dockerfile as Ast, From } from 'dockerfile-ast';
import { expand } from './expand.ts';
import { type Instruction, instructionsOf, unquoted } from './instruction.ts';

/** A stage of a Dockerfile. Lines count from 1. */
export interface Stage {
  readonly index: number;
  readonly name: string | undefined;
  /** As written after FROM, variables filled in where they are known. */
  readonly base: string;
  readonly firstLine: number;
  readonly lastLine: number;
}

/** A COPY that takes something from another stage. */
export interface StageCopy {
  /** The stage it stands in. */
  readonly stage: number;
  readonly from: string;
  readonly sources: readonly string[];
  readonly line: number;
}

export interface Dockerfile {
  readonly lines: readonly string[];
  readonly stages: readonly Stage[];
  readonly copies: readonly StageCopy[];
  /** Stages a stage needs other than by COPY: its base, and mounts of RUN. */
  readonly needs: readonly { readonly stage: number; readonly name: string }[];
  /** Names of all ARGs. */
  readonly args: ReadonlySet<string>;
  /** First line of each instruction, in order. */
  readonly instructionLines: readonly number[];
  readonly instructions: readonly Instruction[];
  /** Parser directives by their lower-case name, such as `syntax`. */
  readonly directives: ReadonlyMap<string, string>;
}

/** Reads what is asked about a Dockerfile here; the builder finds what is wrong with it. */
export async function readDockerfile(
  text: string,
  variables: ReadonlyMap<string, string>,
): Promise<Dockerfile> {
  const { DockerfileParser } = await import('dockerfile-ast');
  const ast = DockerfileParser.parse(text);
  const lines = text.split(/\r?\n/);
  const args = new Map(
    ast.getARGs().flatMap((arg) => {
      const property = arg.getProperty();
      return property === null ? [] : [[property.getName(), property.getValue() ?? ''] as const];
    }),
  );
  const known = new Map([...args, ...variables]);
  const stages = stagesOf(ast, lines.length, known);
  const stageAt = (line: number): number => stages.findLastIndex((stage) => stage.firstLine <= line);
  return {
    lines,
    stages,
    copies: copiesOf(ast, stageAt, known),
    needs: needsOf(ast, stages, stageAt),
    args: new Set(args.keys()),
    instructionLines: ast.getInstructions().map((one) => one.getRange().start.line + 1),
    instructions: instructionsOf(ast, stageAt),
    directives: new Map(
      ast.getDirectives().map((one) => [one.getName().toLowerCase(), one.getValue()] as const),
    ),
  };
}

/** The stage a name or number means, as seen from a later stage. */
export function stageNamed(file: Dockerfile, name: string): Stage | undefined {
  const wanted = name.toLowerCase();
  return (
    file.stages.find((stage) => stage.name?.toLowerCase() === wanted) ??
    (/^\d+$/.test(name) ? file.stages[Number(name)] : undefined)
  );
}

function stagesOf(ast: Ast, lineCount: number, known: ReadonlyMap<string, string>): Stage[] {
  const froms: From[] = ast.getFROMs();
  return froms.map((from, index) => ({
    index,
    name: from.getBuildStage() ?? undefined,
    base: expand(from.getImage() ?? '', known),
    firstLine: from.getRange().start.line + 1,
    lastLine: froms[index + 1]?.getRange().start.line ?? lineCount,
  }));
}

function copiesOf(
  ast: Ast,
  stageAt: (line: number) => number,
  known: ReadonlyMap<string, string>,
): StageCopy[] {
  return ast.getCOPYs().flatMap((copy) => {
    const from = copy
      .getFlags()
      .find((flag) => flag.getName() === 'from')
      ?.getValue();
    if (from === null || from === undefined) return [];
    const line = copy.getRange().start.line + 1;
    const words = copy.getArguments().map((argument) => expand(unquoted(argument.getValue()), known));
    return [{ stage: stageAt(line), from, sources: words.slice(0, -1), line }];
  });
}

function needsOf(
  ast: Ast,
  stages: readonly Stage[],
  stageAt: (line: number) => number,
): { stage: number; name: string }[] {
  const bases = stages.map((stage) => ({ stage: stage.index, name: stage.base }));
  const mounts = ast.getInstructions().flatMap((instruction) => {
    if (instruction.getKeyword() !== 'RUN') return [];
    const stage = stageAt(instruction.getRange().start.line + 1);
    const found = instruction.getTextContent().matchAll(/--mount=\S*\bfrom=([^,\s]+)/g);
    return [...found].map((match) => ({ stage, name: match[1] ?? '' }));
  });
  return [...bases, ...mounts];
}
