import { goCommands } from './go-command.ts';
import { type DockerfileRule, finding } from './rule.ts';

const id = 'copy-before-mod-download';

export const copyBeforeModDownload: DockerfileRule = {
  id,
  find: ({ file, goMod, vendored }) => {
    // A module without requirements has nothing to download, nor has one with its modules beside it.
    if (goMod === undefined || !/^require\b/m.test(goMod) || vendored) return [];
    return file.stages.flatMap(({ index }) => {
      const inStage = file.instructions.filter(({ stage }) => stage === index);
      const all = inStage.find(
        ({ keyword, words, flags }) =>
          keyword === 'COPY' && words[0] === '.' && !flags.some(({ name }) => name === 'from'),
      );
      const compiles = inStage.find((one) => goCommands(one).length > 0);
      if (all === undefined || compiles === undefined || compiles.line < all.line) return [];
      const mounted = compiles.flags.some(({ name, value }) => name === 'mount' && /\/pkg\/mod/.test(value));
      const before = inStage.some(
        ({ keyword, text, line }) =>
          line < all.line &&
          ((keyword === 'RUN' && /\bgo mod download\b/.test(text)) ||
            (keyword === 'COPY' && /\bgo\.mod\b/.test(text))),
      );
      const below = file.stages.some(
        (stage) => stage.name !== undefined && stage.name === file.stages[index]?.base,
      );
      if (mounted || before || below) return [];
      return [
        finding(
          id,
          'hygiene',
          all.line,
          'all sources are copied before the modules are downloaded: every change of a line downloads all of them again',
          'Copy go.mod and go.sum first and run `go mod download`, then copy the sources.',
          [{ line: all.line, take: 0, put: ['COPY go.mod go.sum ./', 'RUN go mod download'] }],
        ),
      ];
    });
  },
};
