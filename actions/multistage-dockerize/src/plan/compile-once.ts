import { basename } from 'node:path';
import {
  type Dockerfile,
  type Stage,
  type StageCopy,
  stageNamed,
} from '../../../shared/dockerfile/dockerfile.ts';
import { type Place, UserError } from '../../../shared/errors/user-error.ts';

/** The name of the stage or build context that holds the tested binary, where it can't take the stage's own. */
export const compiledName = 'seatrial-compiled';

/** How the tested binary gets into the image in the place of one that the builder would compile. */
export interface Replacement {
  /** What the Dockerfile copies, as written, variables filled in. */
  readonly source: string;
  /** Where the Dockerfile expects the binary in its builder stage, such as `/out/app`. */
  readonly pathInStage: string;
  /** Name of the build context, or of the stage written instead. */
  readonly name: string;
  /** The COPY whose `--from` has to name it; undefined when the whole stage is replaced. */
  readonly redirect: StageCopy | undefined;
  readonly stage: Stage;
}

/**
 * Decides how a tested binary takes the place of the builder stage.
 *
 * When everything that is taken from the stage is the binary, the stage as a whole is replaced and never built. When
 * more is taken from it, only the COPY of the binary is sent elsewhere. Throws a UserError where it can't be told which
 * file is the binary.
 */
export function replacementFor(
  file: Dockerfile,
  stageName: string,
  binary: string,
  path: string,
): Replacement {
  const stage = stageNamed(file, stageName);
  if (stage === undefined) throw noStage(file, stageName, path);
  const copies = file.copies.filter((copy) => stageNamed(file, copy.from) === stage);
  const found = copyOfBinary(copies, basename(binary));
  if (found === undefined) throw noBinary(copies, stageName, binary, { file: path, line: stage.firstLine });
  const { copy, source } = found;
  const place = { file: path, line: copy.line };
  if (source.includes('$')) {
    throw new UserError(`which file is copied from the stage "${stageName}" is not known: ${source}`, {
      fix: 'Give the variable under `build-args`, or write the path out in the Dockerfile.',
      place,
    });
  }
  const pathInStage = /\/\.?$|\*/.test(source) ? source.replace(/[^/]*$/, basename(binary)) : source;
  const alone =
    copies.every((other) => other.sources.every((one) => one === source)) &&
    !file.needs.some((need) => stageNamed(file, need.name) === stage);
  if (alone)
    return {
      source,
      pathInStage,
      name: stage.name ?? compiledName,
      redirect: stage.name === undefined ? copy : undefined,
      stage,
    };
  if (copy.sources.length > 1) {
    throw new UserError(`the binary is copied from "${stageName}" together with other files`, {
      fix: `Copy ${source} in a COPY of its own, so that the tested binary can take its place.`,
      place,
    });
  }
  return { source, pathInStage, name: compiledName, redirect: copy, stage };
}

function copyOfBinary(
  copies: readonly StageCopy[],
  name: string,
): { copy: StageCopy; source: string } | undefined {
  const all = copies.flatMap((copy) => copy.sources.map((source) => ({ copy, source })));
  const paths = new Set(all.map(({ source }) => source));
  if (paths.size === 1) return all[0];
  return all.find(({ source }) => basename(source) === name);
}

/** The Dockerfile with one COPY sent to the context that holds the tested binary; every line stays where it was. */
export function redirected(file: Dockerfile, replacement: Replacement): string {
  const { redirect, name } = replacement;
  if (redirect === undefined) return file.lines.join('\n');
  return file.lines
    .map((line, at) => (at + 1 === redirect.line ? line.replace(/--from=\S+/, `--from=${name}`) : line))
    .join('\n');
}

/**
 * The Dockerfile for a builder that knows no named contexts: a stage that only copies the binary out of the build
 * context stands in for the one that compiled it, and stages nobody needs any more are left out, because such a builder
 * builds every stage it sees. Lines keep their numbers.
 */
export function selfContained(file: Dockerfile, replacement: Replacement, source: string): string {
  const { stage, redirect, name, pathInStage } = replacement;
  const standIn = [`FROM scratch AS ${name}`, `COPY ${JSON.stringify([source, pathInStage])}`];
  const needed = neededStages(file, redirect === undefined ? stage : undefined);
  const text = redirected(file, replacement).split('\n');
  const before = redirect === undefined ? [] : standIn;
  const lines = text.map((line, at) => {
    const owner = file.stages.findLast((one) => one.firstLine <= at + 1);
    if (owner === undefined) return line;
    if (owner === stage && redirect === undefined) return standIn[at + 1 - owner.firstLine] ?? '';
    return needed.has(owner.index) ? line : '';
  });
  const first = (file.stages[0]?.firstLine ?? 1) - 1;
  return [...lines.slice(0, first), ...before, ...lines.slice(first)].join('\n');
}

/** Stages that the last one leads to, `replaced` needing nothing any more. */
function neededStages(file: Dockerfile, replaced: Stage | undefined): ReadonlySet<number> {
  const needed = new Set<number>();
  const visit = (stage: Stage | undefined): void => {
    if (stage === undefined || needed.has(stage.index)) return;
    needed.add(stage.index);
    if (stage === replaced) return;
    for (const need of file.needs) if (need.stage === stage.index) visit(stageNamed(file, need.name));
    for (const copy of file.copies) if (copy.stage === stage.index) visit(stageNamed(file, copy.from));
  };
  visit(file.stages.at(-1));
  return needed;
}

function noStage(file: Dockerfile, name: string, path: string): UserError {
  const names = file.stages.flatMap((stage) => (stage.name === undefined ? [] : [stage.name]));
  const known = names.length === 0 ? 'none of its stages has a name' : `its stages are ${names.join(', ')}`;
  return new UserError(`the Dockerfile has no stage "${name}" for the tested binary to replace: ${known}`, {
    fix: `Name the stage that compiles (\`FROM … AS ${name}\`), or say which one it is with \`builder-stage\`.`,
    place: { file: path, line: file.stages[0]?.firstLine ?? 1 },
  });
}

function noBinary(copies: readonly StageCopy[], stage: string, binary: string, place: Place): UserError {
  const paths = copies.flatMap((copy) => copy.sources);
  const what = paths.length === 0 ? 'nothing is copied from it' : `${paths.join(', ')} are copied from it`;
  return new UserError(`which file of the stage "${stage}" is the binary can't be told: ${what}`, {
    fix: `Copy it under its own name: \`COPY --from=${stage} /out/${basename(binary)} /${basename(binary)}\`.`,
    place,
  });
}
