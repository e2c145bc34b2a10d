import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { must, root } from '../../scripts/run.ts';

/** The example service as a repository of its own, in which every round is a commit that changes one line. */
export interface Module {
  readonly folder: string;
  /** Changes one line and commits it. Gives the commit. */
  readonly change: () => Promise<string>;
}

/** Without cache mounts, as most Dockerfiles for Go are. */
const plainDockerfile = (golang: string, base: string): string => `FROM ${golang} AS builder
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags "-s -w" -o /out/app .
FROM ${base}
COPY --from=builder /out/app /app
USER 65532:65532
ENTRYPOINT ["/app"]
`;

/** Copies the service and adds what the peers read: a plain Dockerfile, and ko's settings. */
export async function copyModule(folder: string, golang: string, base: string): Promise<Module> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await cp(join(root, 'examples', 'checkout'), folder, { recursive: true });
  await writeFile(join(folder, 'Dockerfile.plain'), plainDockerfile(golang, base));
  const dockerfile = await readFile(join(folder, 'Dockerfile'), 'utf8');
  await writeFile(
    join(folder, 'Dockerfile'),
    dockerfile
      .replace(/^ARG GO_IMAGE=.*$/m, `ARG GO_IMAGE=${golang}`)
      .replace(/^ARG BASE_IMAGE=.*$/m, `ARG BASE_IMAGE=${base}`),
  );
  await writeFile(
    join(folder, '.ko.yaml'),
    `defaultBaseImage: ${base}\nbuilds:\n  - { id: checkout, ldflags: [-s, -w] }\n`,
  );
  const git = (...args: string[]): Promise<string> =>
    must('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@example.com', ...args], { cwd: folder });
  await git('init', '-q');
  let round = 0;
  const change = async (): Promise<string> => {
    round += 1;
    const main = join(folder, 'main.go');
    const text = await readFile(main, 'utf8');
    await writeFile(
      main,
      text.replace(/log\.Error\("failed[^"]*"/, `log.Error("failed ${Date.now()} ${round}"`),
    );
    await git('add', '-A');
    await git('commit', '-q', '-m', `round ${round}`);
    return (await git('rev-parse', 'HEAD')).trim();
  };
  await change();
  return { folder, change };
}
