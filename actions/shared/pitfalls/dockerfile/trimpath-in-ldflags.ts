import { goCommands } from './go-command.ts';
import { type DockerfileRule, finding } from './rule.ts';

const id = 'trimpath-in-ldflags';

export const trimpathInLdflags: DockerfileRule = {
  id,
  find: ({ file }) =>
    file.instructions.flatMap(goCommands).flatMap(({ run, ldflags }) => {
      if (!/(?:^|\s)--?trimpath\b/.test(ldflags)) return [];
      return [
        finding(
          id,
          'production',
          run.line,
          '`-trimpath` stands inside of `-ldflags`: the linker does not know it and the build ends with "flag provided but not defined"',
          'Write it beside: `go build -trimpath -ldflags "-s -w"`.',
        ),
      ];
    }),
};
