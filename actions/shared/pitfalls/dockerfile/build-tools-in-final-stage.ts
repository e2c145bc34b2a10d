import { type DockerfileRule, familyOf, finalBase, finalChain, finding } from './rule.ts';

const id = 'build-tools-in-final-stage';

export const buildToolsInFinalStage: DockerfileRule = {
  id,
  find: ({ file }) => {
    const [last] = finalChain(file);
    if (file.stages.length < 2 || last === undefined || familyOf(finalBase(file)) !== 'golang') return [];
    return [
      finding(
        id,
        'production',
        last.firstLine,
        `the final stage stands on ${finalBase(file)}: compiler, shell and sources go into production with the program`,
        'Let the final stage stand on what the program needs: `gcr.io/distroless/static-debian12:nonroot` for a static one.',
      ),
    ];
  },
};
