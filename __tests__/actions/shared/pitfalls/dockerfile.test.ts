import { execFile } from 'node:child_process';
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { readDockerfile } from '../../../../actions/shared/dockerfile/dockerfile.ts';
import type { Linkage } from '../../../../actions/shared/elf/linkage.ts';
import type { RuntimeNeeds } from '../../../../actions/shared/elf/needs.ts';
import { dockerfileFindings, dockerfileRules } from '../../../../actions/shared/pitfalls/dockerfile/all.ts';
import type { Finding } from '../../../../actions/shared/pitfalls/finding.ts';
import { patchOf } from '../../../../actions/shared/pitfalls/patch.ts';

const glibc: Linkage = { kind: 'glibc', libraries: [], because: 'PT_INTERP' };
const goMod = 'module m\n\ngo 1.26\n\nrequire a.example/b v1.0.0\n';

interface Given {
  readonly goMod?: string;
  readonly ignored?: boolean;
  readonly linkage?: Linkage;
  readonly needs?: RuntimeNeeds;
}

async function findings(text: string, given: Given = {}): Promise<readonly Finding[]> {
  const file = await readDockerfile(text, new Map());
  return dockerfileFindings(
    {
      file,
      goMod: given.goMod ?? goMod,
      ignored: given.ignored ?? true,
      vendored: false,
      linkage: given.linkage,
      needs: given.needs,
    },
    '2026-11-26',
  );
}

const ids = async (text: string, given?: Given): Promise<string[]> =>
  (await findings(text, given)).map(({ id, line }) => `${id}:${line}`);

const build = 'RUN CGO_ENABLED=0 go build -trimpath -ldflags "-s -w" -o /out/app .';
const builder = `FROM golang:1.27 AS builder\nWORKDIR /src\nCOPY go.mod go.sum ./\nRUN go mod download\nCOPY . .\n${build}\n`;
const final = 'COPY --from=builder /out/app /app\nUSER 65532\nENTRYPOINT ["/app"]\n';
const good = `${builder}FROM gcr.io/distroless/static-debian12:nonroot\n${final}`;

test('a good Dockerfile has no findings', async () => {
  expect(await ids(good)).toEqual([]);
  expect(await ids(await readFile('examples/checkout/Dockerfile', 'utf8'))).toEqual([]);
});

const without = (text: string, line: string): string => text.replace(`${line}\n`, '');
const instead = (line: string, by: string, text = good): string => text.replace(line, by);

test.each<[string, string, Given?]>([
  ['root-user:7', without(instead('gcr.io/distroless/static-debian12:nonroot', 'alpine:3.22'), 'USER 65532')],
  ['root-user:9', instead('USER 65532', 'USER root')],
  ['shell-form-entrypoint:10', instead('ENTRYPOINT ["/app"]', 'ENTRYPOINT /app -x')],
  [
    'shell-form-entrypoint:10',
    instead(
      'ENTRYPOINT ["/app"]',
      'ENTRYPOINT /app',
      instead('gcr.io/distroless/static-debian12:nonroot', 'debian:12'),
    ),
  ],
  [
    'shell-form-entrypoint:10',
    instead(
      'ENTRYPOINT ["/app"]',
      'CMD ["/bin/sh", "-c", "migrate && /app"]',
      instead('gcr.io/distroless/static-debian12:nonroot', 'alpine:3.22'),
    ),
  ],
  ['binary-base-mismatch:7', good, { linkage: glibc }],
  [
    'binary-base-mismatch:7',
    instead('gcr.io/distroless/static-debian12:nonroot', 'alpine:3.22'),
    { linkage: glibc },
  ],
  [
    'ca-certificates-missing:7',
    instead('gcr.io/distroless/static-debian12:nonroot', 'scratch'),
    { needs: { certificates: true, tlsClient: true, zones: false, temporaryFiles: false } },
  ],
  [
    'ca-certificates-missing:7',
    instead('gcr.io/distroless/static-debian12:nonroot', 'debian:12'),
    { needs: { certificates: true, tlsClient: true, zones: true, temporaryFiles: false } },
  ],
  [
    'timezone-data-missing:7',
    instead('gcr.io/distroless/static-debian12:nonroot', 'alpine:3.22'),
    { needs: { certificates: true, tlsClient: true, zones: true, temporaryFiles: false } },
  ],
  ['trimpath-in-ldflags:6', instead('-trimpath -ldflags "-s -w"', '-ldflags "-s -w -trimpath"')],
  ['build-force-all:6', instead('-trimpath', '-a -trimpath')],
  ['build-file-list:6', instead('/out/app .', '/out/app main.go')],
  ['binary-not-stripped:6', instead(' -ldflags "-s -w"', '')],
  ['extldflags-without-cgo:6', instead('"-s -w"', '\'-s -w -extldflags "-static"\'')],
  ['copy-before-mod-download:3', without(without(good, 'RUN go mod download'), 'COPY go.mod go.sum ./')],
  ['dockerignore-missing:5', good, { ignored: false }],
  ['secret-in-image:8', instead('COPY --from', 'ENV DB_PASSWORD=hunter2\nCOPY --from')],
  ['secret-in-image:8', instead('COPY --from', 'ARG NPM_TOKEN\nCOPY --from')],
  ['secret-in-image:8', instead('COPY --from', 'COPY .env /\nCOPY --from')],
  [
    'go-release-unsupported:1',
    instead('golang:1.27', 'golang:1.24.3-bookworm'),
    { goMod: 'module m\n\ngo 1.24\n' },
  ],
  [
    'builder-older-than-module:1',
    instead('golang:1.27', 'golang:1.26'),
    { goMod: 'module m\n\ngo 1.27.1\n' },
  ],
  ['base-unpinned:7', instead('gcr.io/distroless/static-debian12:nonroot', 'gcr.io/acme/base')],
  ['single-stage:1', `${builder}USER 1\nENTRYPOINT ["/out/app"]\n`],
  ['build-tools-in-final-stage:7', instead('gcr.io/distroless/static-debian12:nonroot', 'golang:1.27')],
  ['add-url:8', instead('COPY --from', 'ADD https://example.com/x /x\nCOPY --from')],
  [
    'expose-unresolved:8',
    instead(
      'COPY --from',
      'EXPOSE $PORT\nCOPY --from',
      instead('gcr.io/distroless/static-debian12:nonroot', 'scratch'),
    ),
  ],
])('%s is found, alone', async (expected, text, ...[given]) => {
  expect(await ids(text, given)).toEqual([expected]);
});

const client: Given = { needs: { certificates: true, tlsClient: true, zones: true, temporaryFiles: false } };
const onScratch = instead('gcr.io/distroless/static-debian12:nonroot', 'scratch');

/** Debian has time zones and no certificates. */
const onDebian = (line: string): string =>
  instead(
    'COPY --from',
    `${line}\nCOPY --from`,
    instead('gcr.io/distroless/static-debian12:nonroot', 'debian:12'),
  );

test.each([
  ['a user', 'RUN adduser app && mkdir -p /data && chown app /data'],
  ['a file that is named', 'COPY config.yaml /srv/'],
  ['the program itself', 'COPY --from=builder /out/app /'],
  [
    'a package that is something else',
    'RUN apt-get update && apt-get install -y --no-install-recommends tzdata',
  ],
])('%s brings no certificates', async (_, line) => {
  expect(await ids(onDebian(line), client)).toEqual(['ca-certificates-missing:7']);
});

test.each<[string, string, Given?]>([
  ['certificates and zones of the base', good, client],
  [
    'certificates and zones that are copied',
    onScratch.replace(
      'COPY --from',
      'COPY --from=builder /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/\nCOPY --from=builder /usr/share/zoneinfo /usr/share/zoneinfo\nCOPY --from',
    ),
    client,
  ],
  [
    'a whole folder that may hold them',
    onScratch.replace('COPY --from', 'COPY --from=builder / /\nCOPY --from'),
    client,
  ],
  [
    'an archive that is unpacked',
    onScratch.replace('COPY --from', 'ADD rootfs.tar.xz /\nCOPY --from'),
    client,
  ],
  ['a folder into the root', onScratch.replace('COPY --from', 'COPY rootfs/ /\nCOPY --from'), client],
  [
    'what is copied where WORKDIR is the root',
    onScratch.replace('COPY --from', 'COPY rootfs .\nCOPY --from'),
    client,
  ],
  [
    'a download that is unpacked',
    onDebian('RUN set -e && curl -fsS https://example.com/roots.tgz | tar xz -C /'),
    client,
  ],
  ['a script that nobody has read', onDebian('RUN ./setup.sh'), client],
  ['a package that brings them', onDebian('RUN apt-get update && apt-get install -y curl'), client],
  ['a program nobody has read', onScratch],
  [
    'a program that only serves',
    onScratch,
    { needs: { certificates: true, tlsClient: false, zones: false, temporaryFiles: false } },
  ],
  ['a :nonroot base needs no USER', without(good, 'USER 65532')],
  ['USER counts in the final stage only', instead('WORKDIR /src', 'WORKDIR /src\nUSER root')],
  [
    'busybox puts a simple command in the place of the shell',
    instead(
      'ENTRYPOINT ["/app"]',
      'ENTRYPOINT /app',
      instead('gcr.io/distroless/static-debian12:nonroot', 'alpine:3.22'),
    ),
  ],
  [
    'a shell that execs hands the signal on',
    instead(
      'ENTRYPOINT ["/app"]',
      'ENTRYPOINT exec /app',
      instead('gcr.io/distroless/static-debian12:nonroot', 'debian:12'),
    ),
  ],
  [
    "a shell of a base we don't know",
    instead(
      'ENTRYPOINT ["/app"]',
      'ENTRYPOINT /app',
      instead('gcr.io/distroless/static-debian12:nonroot', 'acme/base:1'),
    ),
  ],
  ['ldflags from a variable', instead('"-s -w"', '"${FLAGS}"')],
  [
    'a name of a file with a secret',
    instead('COPY --from', 'ENV DB_PASSWORD_FILE=/run/secrets/db\nCOPY --from'),
  ],
  ['a secret of another stage', instead('WORKDIR /src', 'WORKDIR /src\nARG GIT_TOKEN')],
  ['a base from a variable', instead('FROM gcr.io/distroless/static-debian12:nonroot', 'FROM ${BASE}')],
  ["a port of the base's own", instead('COPY --from', 'EXPOSE $PORT\nCOPY --from')],
  [
    'a checked download',
    instead('COPY --from', 'ADD --checksum=sha256:1 https://example.com/x /x\nCOPY --from'),
  ],
])('no finding: %s', async (_, text, ...[given]) => {
  expect(await ids(text, given)).toEqual([]);
});

test('modules in a cache mount, beside the sources, or none at all need no download of their own', async () => {
  const text = without(without(good, 'RUN go mod download'), 'COPY go.mod go.sum ./');
  expect(await ids(text, { goMod: 'module m\n\ngo 1.26\n' })).toEqual([]);
  expect(await ids(text.replace('RUN CGO', 'RUN --mount=type=cache,target=/go/pkg/mod CGO'))).toEqual([]);
});

test('a suppression needs an owner and a day, and ends on it', async () => {
  const root = (until: string): string =>
    instead('USER 65532', `# seatrial:ignore root-user until ${until} by @ops: port 80\nUSER root`);
  expect(await ids(root('2026-11-26'))).toEqual([]);
  expect(await ids(root('2026-11-25'))).toEqual(['root-user:10', 'suppression-expired:9']);
  expect(await ids(instead('USER 65532', '# seatrial:ignore root-user\nUSER root'))).toEqual([
    'root-user:10',
  ]);
});

test('patches apply with git, keep comments, and mend what they say', async () => {
  const bad = [
    'FROM golang:1.25 AS builder',
    '# all of it',
    'COPY . .',
    'RUN CGO_ENABLED=0 go build -a \\',
    '    -trimpath -ldflags "-s -w" -o /out/app .',
    '',
    'FROM debian:12',
    'COPY --from=builder /out/app /app',
    'ENTRYPOINT /app --flag # not a comment for docker',
  ].join('\n');
  const folder = await mkdtemp(join(tmpdir(), 'seatrial-patch-'));
  try {
    for (const text of [
      bad.replace(' # not a comment for docker', ''),
      `${bad.replace(' # not a comment for docker', '')}\n`,
      bad.replace(' # not a comment for docker', '').replaceAll('\n', '\r\n'),
    ]) {
      await writeFile(join(folder, 'Dockerfile'), text);
      const found = await findings(text);
      const fixable = found.filter(({ edits }) => edits.length > 0).map(({ id }) => id);
      expect(fixable).toEqual([
        'builder-older-than-module',
        'shell-form-entrypoint',
        'root-user',
        'copy-before-mod-download',
        'build-force-all',
      ]);
      await writeFile(
        join(folder, 'p.patch'),
        patchOf(
          'Dockerfile',
          text,
          found.flatMap(({ edits }) => edits),
        ),
      );
      await promisify(execFile)('git', ['apply', '--verbose', 'p.patch'], { cwd: folder });
      const mended = await readFile(join(folder, 'Dockerfile'), 'utf8');
      expect(mended).toContain('# all of it');
      const again = (await findings(mended)).map(({ id }) => id);
      // Two edits at one line: the second comes with the next run.
      expect(again.filter((id) => fixable.includes(id))).toEqual(['root-user']);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('every rule has its page', async () => {
  for (const { id } of [...dockerfileRules, { id: 'suppression-expired' }])
    await access(`docs/rules/${id}.md`);
  expect(new Set(dockerfileRules.map(({ id }) => id)).size).toBe(dockerfileRules.length);
});
