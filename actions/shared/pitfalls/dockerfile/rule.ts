import type { Dockerfile, Stage } from '../../dockerfile/dockerfile.ts';
import { stageNamed } from '../../dockerfile/dockerfile.ts';
import type { Instruction } from '../../dockerfile/instruction.ts';
import type { Linkage } from '../../elf/linkage.ts';
import type { RuntimeNeeds } from '../../elf/needs.ts';
import type { Edit, Finding } from '../finding.ts';

/** What a rule may look at. Undefined means: not known, and no rule may guess. */
export interface DockerfileFacts {
  readonly file: Dockerfile;
  /** The text of go.mod in the build context. */
  readonly goMod: string | undefined;
  /** Whether an ignore file counts for this Dockerfile and context. */
  readonly ignored: boolean;
  /** Whether the context has its modules beside it (`vendor/`). */
  readonly vendored: boolean;
  /** How the program that goes into the image is linked. */
  readonly linkage: Linkage | undefined;
  /** What that program looks for in its image. */
  readonly needs: RuntimeNeeds | undefined;
}

/** One pitfall: pure, and sure of what it says. */
export interface DockerfileRule {
  readonly id: string;
  readonly find: (facts: DockerfileFacts) => readonly Finding[];
}

/** A finding of a rule, with the parts that are often left out. */
export function finding(
  id: string,
  kind: Finding['kind'],
  line: number,
  message: string,
  fix: string,
  edits: readonly Edit[] = [],
): Finding {
  return { id, kind, line, message, fix, edits };
}

/** The stages the image is made of: the last one and those it stands on, the last one first. */
export function finalChain(file: Dockerfile): readonly Stage[] {
  const chain: Stage[] = [];
  for (let stage = file.stages.at(-1); stage !== undefined && !chain.includes(stage); ) {
    chain.push(stage);
    const below = stageNamed(file, stage.base);
    stage = below !== undefined && below.index < stage.index ? below : undefined;
  }
  return chain;
}

/** The image that the final stage stands on, after all stages. */
export function finalBase(file: Dockerfile): string {
  return finalChain(file).at(-1)?.base ?? '';
}

/** Instructions of the final stage and those below it, in the order they are carried out. */
export function finalInstructions(file: Dockerfile): readonly Instruction[] {
  const chain = [...finalChain(file)].reverse().map(({ index }) => index);
  return chain.flatMap((index) => file.instructions.filter((one) => one.stage === index));
}

/** The stages that stand on an image and not on another stage, with name and tag apart. */
export function imagesOf(file: Dockerfile): readonly {
  readonly stage: Stage;
  readonly name: string;
  readonly tag: string;
  readonly digest: boolean;
}[] {
  return file.stages
    .filter(
      ({ base, index }) =>
        base !== 'scratch' && !base.includes('$') && (stageNamed(file, base)?.index ?? index) >= index,
    )
    .map((stage) => {
      const [image = '', digest] = stage.base.split('@', 2);
      const slash = image.lastIndexOf('/');
      const colon = image.indexOf(':', slash + 1);
      const name = colon === -1 ? image : image.slice(0, colon);
      return { stage, name, tag: colon === -1 ? '' : image.slice(colon + 1), digest: digest !== undefined };
    });
}

/** The family a base image belongs to, where its name tells. */
export function familyOf(
  base: string,
): 'scratch' | 'alpine' | 'distroless' | 'debian' | 'golang' | undefined {
  if (base === 'scratch') return 'scratch';
  const image = base.replace(/@.*$/, '').replace(/^docker\.io\/(?:library\/)?/, '');
  if (/(?:^|\/)distroless\//.test(image)) return 'distroless';
  if (/^golang(?::|$)/.test(image)) return 'golang';
  if (/^(?:alpine|busybox)(?::|$)/.test(image)) return 'alpine';
  return /^(?:debian|ubuntu)(?::|$)/.test(image) ? 'debian' : undefined;
}

/** Whether the image has the small C library and shell of Alpine. */
export function isAlpine(base: string): boolean {
  return familyOf(base) === 'alpine' || (familyOf(base) === 'golang' && /-alpine/.test(base));
}
