import { basename } from 'node:path';
import { type Dockerfile, type Stage, stageNamed } from '../../../shared/dockerfile/dockerfile.ts';
import { expand } from '../../../shared/dockerfile/expand.ts';
import type { Instruction } from '../../../shared/dockerfile/instruction.ts';
import type { Platform } from '../../../shared/oci/descriptor.ts';

/** What one instruction of a final stage does. `text` is the instruction as a history shows it. */
export type Step =
  | { readonly kind: 'stage' }
  | { readonly kind: 'copy'; readonly text: string; readonly copy: Copy }
  | { readonly kind: 'env' | 'label'; readonly text: string; readonly pairs: readonly [string, string][] }
  | { readonly kind: 'expose' | 'volume'; readonly text: string; readonly values: readonly string[] }
  | { readonly kind: 'entrypoint' | 'cmd'; readonly text: string; readonly exec: readonly string[] }
  | { readonly kind: 'user' | 'workdir' | 'stopsignal'; readonly text: string; readonly value: string };

/** The COPY of the tested binary. */
export interface Copy {
  readonly to: string;
  /** Name of the file where `to` is a folder. */
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  readonly mode: number;
}

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

export interface RecipeFacts {
  readonly target: string | undefined;
  /** The stage whose binary was built before, and the path it has there. */
  readonly compiled: { readonly stage: Stage; readonly source: string };
  readonly buildArgs: ReadonlyMap<string, string>;
  readonly platform: Platform;
}

class Beyond extends Error {
  readonly line: number;
  constructor(why: string, line: number) {
    super(why);
    this.line = line;
  }
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

/** ARGs before the first FROM, and what every builder sets by itself. */
function globalScope(file: Dockerfile, { buildArgs, platform }: RecipeFacts): Map<string, string> {
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

function declare(
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

function stepsOf(
  file: Dockerfile,
  stage: number,
  facts: RecipeFacts,
  global: ReadonlyMap<string, string>,
): Step[] {
  const scope = new Map<string, string>();
  return file.instructions
    .filter((one) => one.stage === stage && one.keyword !== 'FROM')
    .flatMap((one) => stepOf(file, one, scope, facts, global));
}

function stepOf(
  file: Dockerfile,
  one: Instruction,
  scope: Map<string, string>,
  facts: RecipeFacts,
  global: ReadonlyMap<string, string>,
): Step[] {
  const flags = one.flags.map(({ name, value }) => `--${name}=${value} `).join('');
  const text = `${one.keyword} ${flags}${one.text}`;
  if (!one.plain && one.exec === undefined)
    throw new Beyond(`${one.keyword} has quotes or escapes`, one.line);
  switch (one.keyword) {
    case 'ARG':
      declare(one, scope, facts.buildArgs, global);
      return [];
    case 'ENV':
    case 'LABEL': {
      const pairs = one.pairs.map(({ name, value = '' }): [string, string] => [
        name,
        filled(value, scope, one),
      ]);
      if (one.keyword === 'ENV') for (const [name, value] of pairs) scope.set(name, value);
      return [{ kind: one.keyword === 'ENV' ? 'env' : 'label', text, pairs }];
    }
    case 'EXPOSE':
      return [
        { kind: 'expose', text, values: one.words.flatMap((word) => portsOf(filled(word, scope, one), one)) },
      ];
    case 'VOLUME':
      return [{ kind: 'volume', text, values: one.words.map((word) => filled(word, scope, one)) }];
    case 'ENTRYPOINT':
    case 'CMD':
      if (one.exec === undefined) throw new Beyond(`${one.keyword} needs a shell`, one.line);
      return [{ kind: one.keyword === 'CMD' ? 'cmd' : 'entrypoint', text, exec: one.exec }];
    case 'USER':
      return [{ kind: 'user', text, value: filled(one.text, scope, one) }];
    case 'WORKDIR':
      return [{ kind: 'workdir', text, value: filled(one.text.replaceAll('"', ''), scope, one) }];
    case 'STOPSIGNAL':
      return [{ kind: 'stopsignal', text, value: filled(one.text, scope, one) }];
    case 'COPY':
      return [{ kind: 'copy', text, copy: copyOf(file, one, scope, facts) }];
    default:
      throw new Beyond(`${one.keyword} needs one`, one.line);
  }
}

function copyOf(
  file: Dockerfile,
  one: Instruction,
  scope: ReadonlyMap<string, string>,
  { compiled }: RecipeFacts,
): Copy {
  const flag = (name: string): string =>
    filled(one.flags.find((known) => known.name === name)?.value ?? '', scope, one);
  const unknown = one.flags.find(({ name }) => !['from', 'chown', 'chmod', 'link'].includes(name));
  if (unknown !== undefined) throw new Beyond(`COPY --${unknown.name} needs one`, one.line);
  const [source = '', to = '', ...more] = one.words.map((word) => filled(word, scope, one));
  const isBinary = stageNamed(file, flag('from')) === compiled.stage && source === compiled.source;
  if (!isBinary || more.length > 0 || /[*?[]|\/\.?$/.test(source))
    throw new Beyond('COPY takes more than the tested binary', one.line);
  const [, uid = '0', gid = uid] = /^(\d+)(?::(\d+))?$/.exec(flag('chown') || '0') ?? [];
  const mode = flag('chmod') || '0755';
  if (!/^\d*(?::\d+)?$/.test(flag('chown')) || !/^0?[0-7]{3}$/.test(mode))
    throw new Beyond('COPY names a user or mode by other than numbers', one.line);
  return { to, name: basename(source), uid: Number(uid), gid: Number(gid), mode: Number.parseInt(mode, 8) };
}

function portsOf(word: string, one: Instruction): string[] {
  if (!/^\d+(?:\/(?:tcp|udp|sctp))?$/.test(word))
    throw new Beyond(`EXPOSE ${word} is no plain port`, one.line);
  return [word.includes('/') ? word : `${word}/tcp`];
}

/** Fills variables in; one that is not known here may come from the base image. */
function filled(text: string, scope: ReadonlyMap<string, string>, one: Instruction): string {
  const value = expand(text, scope);
  if (value.includes('$')) throw new Beyond(`a variable of ${one.keyword} is not known: ${value}`, one.line);
  return value;
}
