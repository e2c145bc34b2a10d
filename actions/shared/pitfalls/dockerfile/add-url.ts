import { type DockerfileRule, finding } from './rule.ts';

const id = 'add-url';

export const addUrl: DockerfileRule = {
  id,
  find: ({ file }) =>
    file.instructions.flatMap((one) => {
      const url = one.words.slice(0, -1).find((word) => /^https?:\/\//.test(word));
      const checked = one.flags.some(({ name }) => name === 'checksum');
      if (one.keyword !== 'ADD' || url === undefined || checked) return [];
      return [
        finding(
          id,
          'hygiene',
          one.line,
          `whatever ${url} serves that day goes into the image, unchecked`,
          'Add `--checksum=sha256:…`.',
        ),
      ];
    }),
};
