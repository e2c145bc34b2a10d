import { goCommands } from './go-command.ts';
import { type DockerfileRule, finding } from './rule.ts';

const id = 'binary-not-stripped';

export const binaryNotStripped: DockerfileRule = {
  id,
  find: ({ file }) =>
    file.instructions.flatMap(goCommands).flatMap(({ run, ldflags, words }) => {
      const strips = /(?:^|\s)-s\b/.test(ldflags);
      const isTest = words.includes('-race') || words.includes('-cover');
      // What a variable holds is not known, nor what GOFLAGS bring.
      if (
        strips ||
        isTest ||
        ldflags.includes('$') ||
        run.text.includes('GOFLAGS') ||
        /\bstrip\b/.test(run.text)
      )
        return [];
      return [
        finding(
          id,
          'hygiene',
          run.line,
          "the binary keeps its symbol table and debug information: about a third of its size, which every node pulls and no production reads (stack traces don't need them)",
          'Write `-ldflags "-s -w"`; keep an unstripped one aside if you use a debugger on it.',
        ),
      ];
    }),
};
