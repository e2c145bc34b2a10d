import type { Instruction } from '../../dockerfile/instruction.ts';

/** A `go build` or `go install` in a RUN. */
export interface GoCommand {
  readonly run: Instruction;
  /** Words behind `go`, without their quotes; variables as they are. */
  readonly words: readonly string[];
  /** Value of `-ldflags`; empty where there is none. */
  readonly ldflags: string;
  readonly packages: readonly string[];
  /** `NAME=value` in front of the command. */
  readonly env: readonly string[];
}

/** Flags of go build that take a value as a word of its own. */
const withValue = new Set([
  'o',
  'ldflags',
  'gcflags',
  'asmflags',
  'tags',
  'mod',
  'modfile',
  'overlay',
  'p',
  'pgo',
  'pkgdir',
  'toolexec',
  'buildmode',
  'compiler',
  'installsuffix',
  'C',
  'covermode',
  'coverpkg',
  'gccgoflags',
]);

/** The commands of a RUN that compile. A script or Makefile that is called tells nothing. */
export function goCommands(run: Instruction): readonly GoCommand[] {
  if (run.keyword !== 'RUN') return [];
  return commandsIn(run.exec === undefined ? run.text : run.exec.join(' ')).flatMap((words) => {
    const at = words.indexOf('go');
    const verb = words[at + 1];
    if (at === -1 || (verb !== 'build' && verb !== 'install')) return [];
    return [
      {
        run,
        ...parsedFlags(words.slice(at + 2)),
        env: words.slice(0, at).filter((word) => word.includes('=')),
      },
    ];
  });
}

function parsedFlags(words: readonly string[]): Pick<GoCommand, 'words' | 'ldflags' | 'packages'> {
  let ldflags = '';
  const packages: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const [, name = '', value] = /^--?([\w]+)(?:=(.*))?$/s.exec(words[at] ?? '') ?? [];
    if (name === '') packages.push(words[at] ?? '');
    else if (name === 'ldflags') ldflags = value ?? words[at + 1] ?? '';
    if (value === undefined && withValue.has(name)) at += 1;
  }
  return { words, ldflags, packages };
}

/** Cuts a shell line into commands and words, quotes removed. */
function commandsIn(text: string): string[][] {
  const commands: string[][] = [[]];
  for (const [word, separator] of text.matchAll(
    /(&&|\|\||[;|&()])|(?:"(?:\\.|[^"\\])*"|'[^']*'|\\.|[^\s;&|()"'\\])+/gs,
  )) {
    if (separator !== undefined) commands.push([]);
    else commands.at(-1)?.push(word.replaceAll(/"((?:\\.|[^"\\])*)"|'([^']*)'/gs, '$1$2'));
  }
  return commands;
}
