import type { Dockerfile, Stage } from '../../../shared/dockerfile/dockerfile.ts';
import { expand } from '../../../shared/dockerfile/expand.ts';
import type { Instruction } from '../../../shared/dockerfile/instruction.ts';
import type { Platform } from '../../../shared/oci/descriptor.ts';

/** What a recipe depends on beside the Dockerfile. */
export interface RecipeFacts {
  readonly target: string | undefined;
  /** The stage whose binary was built before, and the path it has there. */
  readonly compiled: { readonly stage: Stage; readonly source: string };
  readonly buildArgs: ReadonlyMap<string, string>;
  readonly platform: Platform;
}

/** What only a builder can do, with the line that asks for it. */
export class Beyond extends Error {
  readonly line: number;
  constructor(why: string, line: number) {
    super(why);
    this.line = line;
  }
}

/** ARGs before the first FROM, and what every builder sets by itself. */
export function globalScope(file: Dockerfile, { buildArgs, platform }: RecipeFacts): Map<string, string> {
  const { os, architecture, variant = '' } = platform;
  const name = [os, architecture, ...(variant === '' ? [] : [variant])].join('/');
  const scope = new Map([
    ['TARGETPLATFORM', name],
    ['TARGETOS', os],
    ['TARGETARCH', architecture],
    ['TARGETVARIANT', variant],
  ]);
  for (const one of file.instructions)
    if (one.stage === -1 && one.keyword === 'ARG') declare(one, scope, buildArgs, new Map());
  return scope;
}

/** Sets the variables of an ARG: what the caller gives wins, then its own default, then the ARG before the first FROM. */
export function declare(
  one: Instruction,
  scope: Map<string, string>,
  buildArgs: ReadonlyMap<string, string>,
  outer: ReadonlyMap<string, string>,
): void {
  for (const { name, value } of one.pairs) {
    const own = value === undefined ? undefined : filled(value, scope, one);
    const found = buildArgs.get(name) ?? own ?? outer.get(name);
    if (found !== undefined) scope.set(name, found);
  }
}

/** Fills variables in; one that is not known here may come from the base image. */
export function filled(text: string, scope: ReadonlyMap<string, string>, one: Instruction): string {
  const value = expand(text, scope);
  if (value.includes('$')) throw new Beyond(`a variable of ${one.keyword} is not known: ${value}`, one.line);
  return value;
}
