import { goCommands } from './go-command.ts';
import { type DockerfileRule, finding } from './rule.ts';

const id = 'single-stage';

export const singleStage: DockerfileRule = {
  id,
  find: ({ file }) => {
    const [only, ...others] = file.stages;
    if (only === undefined || others.length > 0) return [];
    if (!file.instructions.some((one) => goCommands(one).length > 0)) return [];
    return [
      finding(
        id,
        'production',
        only.firstLine,
        'the image that runs is the one that compiled: hundreds of megabytes of compiler, shell and sources, which every node pulls, scanners report and an intruder uses',
        'Compile in a stage of its own and copy the binary into a small one: `FROM gcr.io/distroless/static-debian12:nonroot`, `COPY --from=builder /out/app /app`.',
      ),
    ];
  },
};
