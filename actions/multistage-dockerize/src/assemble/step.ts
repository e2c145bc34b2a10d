import { basename } from 'node:path';
import { type Dockerfile, stageNamed } from '../../../shared/dockerfile/dockerfile.ts';
import type { Instruction } from '../../../shared/dockerfile/instruction.ts';
import { Beyond, declare, filled, type RecipeFacts } from './scope.ts';

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

/** What the instructions of one stage do. Throws Beyond at the first that needs a builder. */
export function stepsOf(
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
