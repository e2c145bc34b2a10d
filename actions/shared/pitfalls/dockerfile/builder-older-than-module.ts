import { type DockerfileRule, finding, imagesOf } from './rule.ts';

const id = 'builder-older-than-module';

export const builderOlderThanModule: DockerfileRule = {
  id,
  find: ({ file, goMod }) => {
    const wanted = /^go (\d+)\.(\d+)/m.exec(goMod ?? '');
    if (wanted === null) return [];
    return imagesOf(file).flatMap(({ stage, name, tag }) => {
      const minor = /^1\.(\d+)(?:\.\d+)?(?:-|$)/.exec(tag)?.[1];
      if (!/(?:^|\/)golang$/.test(name) || minor === undefined || Number(minor) >= Number(wanted[2]))
        return [];
      const text = file.lines[stage.firstLine - 1] ?? '';
      const put = text.replace(/golang:1\.\d+(?:\.\d+)?/, `golang:1.${wanted[2]}`);
      const edits = put === text ? [] : [{ line: stage.firstLine, take: 1, put: [put] }];
      return [
        finding(
          id,
          'production',
          stage.firstLine,
          `the builder has Go 1.${minor} and go.mod asks for 1.${wanted[2]}: the golang images load no newer one (GOTOOLCHAIN=local), so the build ends with "go.mod requires go >= 1.${wanted[2]}"`,
          `Take golang:1.${wanted[2]}.`,
          edits,
        ),
      ];
    });
  },
};
