import { bringsAlong } from './brings.ts';
import { type DockerfileRule, familyOf, finalBase, finalChain, finding, isAlpine } from './rule.ts';

const id = 'timezone-data-missing';

export const timezoneDataMissing: DockerfileRule = {
  id,
  find: ({ file, needs }) => {
    const base = finalBase(file);
    const [last] = finalChain(file);
    // Debian's image and distroless have them.
    const bare =
      familyOf(base) === 'scratch' ||
      (isAlpine(base) && familyOf(base) !== 'golang') ||
      /^ubuntu(?::|$)/.test(base);
    if (needs?.zones !== true || !bare || last === undefined) return [];
    if (bringsAlong(file, /tzdata|zoneinfo|\bZONEINFO\b/)) return [];
    return [
      finding(
        id,
        'production',
        last.firstLine,
        `the program calls time.LoadLocation and ${base} has no time zones: it fails with "unknown time zone", or runs on UTC where nobody looks at the error`,
        'Link them in (`import _ "time/tzdata"`, 450 KB), take a base that has them (gcr.io/distroless/static), or copy them: `COPY --from=builder /usr/local/go/lib/time/zoneinfo.zip /` and `ENV ZONEINFO=/zoneinfo.zip`.',
      ),
    ];
  },
};
