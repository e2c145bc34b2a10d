import { goCommands } from './go-command.ts';
import { type DockerfileRule, finding } from './rule.ts';

const id = 'build-file-list';

export const buildFileList: DockerfileRule = {
  id,
  find: ({ file }) =>
    file.instructions.flatMap(goCommands).flatMap(({ run, packages }) => {
      const files = packages.filter((name) => name.endsWith('.go'));
      if (files.length === 0) return [];
      return [
        finding(
          id,
          'hygiene',
          run.line,
          `the build names files (${files.join(', ')}), not the package: the binary carries neither the module's version nor the commit, and files that are added later are left out`,
          'Name the package: `go build .` or `go build ./cmd/app`.',
        ),
      ];
    }),
};
