import { type DockerfileRule, finding } from './rule.ts';

const id = 'expose-unresolved';

export const exposeUnresolved: DockerfileRule = {
  id,
  find: ({ file }) =>
    file.instructions.flatMap((one) => {
      if (one.keyword !== 'EXPOSE') return [];
      const names = [...one.text.matchAll(/\$\{?(\w+)/g)].map(([, name = '']) => name);
      const declared = new Set(
        file.instructions
          .filter(
            ({ keyword, stage, line }) =>
              ['ARG', 'ENV'].includes(keyword) && stage === one.stage && line < one.line,
          )
          .flatMap(({ pairs }) => pairs.map(({ name }) => name)),
      );
      // The base image may bring a variable along, but only an image we don't see into.
      const scratch = file.stages[one.stage]?.base === 'scratch';
      const missing = names.find((name) => !declared.has(name));
      if (missing === undefined || !scratch) return [];
      return [
        finding(
          id,
          'hygiene',
          one.line,
          `EXPOSE names $${missing}, which nothing in this stage sets: the build fails, or exposes nothing`,
          `Declare it in this stage (\`ARG ${missing}=8080\`: what stands before FROM does not reach in here), or write the port.`,
        ),
      ];
    }),
};
