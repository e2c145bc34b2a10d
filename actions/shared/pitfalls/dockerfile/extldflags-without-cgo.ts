import { goCommands } from './go-command.ts';
import { type DockerfileRule, finding } from './rule.ts';

const id = 'extldflags-without-cgo';

export const extldflagsWithoutCgo: DockerfileRule = {
  id,
  find: ({ file }) =>
    file.instructions.flatMap(goCommands).flatMap(({ run, ldflags, env }) => {
      if (!ldflags.includes('-extldflags') || !env.includes('CGO_ENABLED=0')) return [];
      return [
        finding(
          id,
          'hygiene',
          run.line,
          '`-extldflags` is for the C linker, which CGO_ENABLED=0 never calls: it does nothing, and the binary is static without it',
          'Leave `-extldflags` out.',
        ),
      ];
    }),
};
