import { goCommands } from './go-command.ts';
import { type DockerfileRule, finding } from './rule.ts';

const id = 'build-force-all';

export const buildForceAll: DockerfileRule = {
  id,
  find: ({ file }) =>
    file.instructions.flatMap(goCommands).flatMap(({ run, words }) => {
      if (!words.includes('-a')) return [];
      const at = file.lines.findIndex(
        (line, index) => index + 1 >= run.line && index + 1 <= run.lastLine && /\s-a(?=\s|$)/.test(line),
      );
      const text = file.lines[at] ?? '';
      const edit = { line: at + 1, take: 1, put: [text.replace(/\s-a(?=\s|$)/, '')] };
      return [
        finding(
          id,
          'hygiene',
          run.line,
          '`-a` compiles the standard library and every module anew at each build, for the same bytes',
          'Leave `-a` out: Go knows by content what has to be compiled.',
          at === -1 ? [] : [edit],
        ),
      ];
    }),
};
