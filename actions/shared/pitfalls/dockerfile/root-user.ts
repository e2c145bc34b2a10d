import { type DockerfileRule, familyOf, finalBase, finalChain, finalInstructions, finding } from './rule.ts';

const id = 'root-user';

/** Bases whose image is known to run as root when nobody says otherwise. */
function runsAsRoot(base: string): boolean {
  const family = familyOf(base);
  if (family === 'distroless') return !/[:-](?:\S*-)?nonroot(?:@|$|-)/.test(base);
  return family !== undefined;
}

export const rootUser: DockerfileRule = {
  id,
  find: ({ file }) => {
    const base = finalBase(file);
    const instructions = finalInstructions(file);
    const user = instructions.findLast(({ keyword }) => keyword === 'USER');
    const isRoot = user === undefined ? runsAsRoot(base) : /^(?:root|0)(?::|$)/.test(user.text.trim());
    const [last] = finalChain(file);
    if (!isRoot || last === undefined) return [];
    const start = instructions.find(
      ({ keyword, stage }) => stage === last.index && (keyword === 'ENTRYPOINT' || keyword === 'CMD'),
    );
    const at = user?.line ?? start?.line ?? last.lastLine + 1;
    const edit = { line: at, take: user === undefined ? 0 : 1, put: ['USER 65532:65532'] };
    return [
      finding(
        id,
        'production',
        user?.line ?? last.firstLine,
        'the container runs as root: who breaks out of the program owns every file in it, and a cluster that asks for `runAsNonRoot` refuses to start it',
        "Write `USER 65532:65532` before ENTRYPOINT: a number, because Kubernetes can't see whether a name is root.",
        [edit],
      ),
    ];
  },
};
