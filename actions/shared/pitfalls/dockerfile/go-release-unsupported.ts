import { type DockerfileRule, finding, imagesOf } from './rule.ts';

const id = 'go-release-unsupported';

/** Go supports the two newest releases (go.dev/doc/devel/release). As of 2026-11-23; older ones get no security fixes. */
const oldestSupported = 26;

export const goReleaseUnsupported: DockerfileRule = {
  id,
  find: ({ file }) =>
    imagesOf(file).flatMap(({ stage, name, tag }) => {
      const minor = /^1\.(\d+)(?:\.\d+)?(?:-|$)/.exec(tag)?.[1];
      if (
        !/^(?:docker\.io\/(?:library\/)?)?golang$/.test(name) ||
        minor === undefined ||
        Number(minor) >= oldestSupported
      )
        return [];
      return [
        finding(
          id,
          'production',
          stage.firstLine,
          `Go 1.${minor} gets no security fixes any more: what is found in its TLS and HTTP stays in the binary`,
          `Take golang:1.${oldestSupported} or newer.`,
        ),
      ];
    }),
};
