import { type DockerfileRule, finding, imagesOf } from './rule.ts';

const id = 'base-unpinned';

export const baseUnpinned: DockerfileRule = {
  id,
  find: ({ file }) =>
    imagesOf(file).flatMap(({ stage, name, tag, digest }) => {
      if (digest || (tag !== '' && tag !== 'latest')) return [];
      return [
        finding(
          id,
          'hygiene',
          stage.firstLine,
          `${name} is taken without a version: the same commit is another image tomorrow, and a rollback rebuilds something that never ran`,
          `Name a version (\`${name}:<version>\`), best with its digest.`,
        ),
      ];
    }),
};
