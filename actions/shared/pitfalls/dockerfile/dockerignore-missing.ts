import { type DockerfileRule, finding } from './rule.ts';

const id = 'dockerignore-missing';

export const dockerignoreMissing: DockerfileRule = {
  id,
  find: ({ file, ignored }) => {
    if (ignored) return [];
    const all = file.instructions.find(
      ({ keyword, words, flags }) =>
        (keyword === 'COPY' || keyword === 'ADD') &&
        ['.', './'].includes(words[0] ?? '') &&
        !flags.some(({ name }) => name === 'from'),
    );
    if (all === undefined) return [];
    return [
      finding(
        id,
        'hygiene',
        all.line,
        "the whole folder is copied and no .dockerignore holds anything back: git's history, local settings and secrets go into layers and caches, and each change of them builds anew",
        'Add a .dockerignore that lets in what the build reads.',
      ),
    ];
  },
};
