import { expect, test } from '@jest/globals';
import {
  type NeedsBuilder,
  type Recipe,
  recipeFor,
} from '../../../actions/multistage-dockerize/src/assemble/recipe.ts';
import { replacementFor } from '../../../actions/multistage-dockerize/src/plan/compile-once.ts';
import { readDockerfile } from '../../../actions/shared/dockerfile/dockerfile.ts';

async function recipe(text: string, args: [string, string][] = []): Promise<Recipe | NeedsBuilder> {
  const buildArgs = new Map(args);
  const file = await readDockerfile(text, buildArgs);
  const compiled = replacementFor(file, 'builder', '/b/app', 'Dockerfile');
  const platform = { os: 'linux', architecture: 'arm64' };
  return recipeFor(file, { target: undefined, compiled, buildArgs, platform });
}

const builder = 'FROM golang AS builder\nRUN go build -o /out/app .\n';
const copy = 'COPY --from=builder /out/app /app\n';

test('a final stage of base, binary and settings needs no builder', async () => {
  const found = await recipe(
    `ARG BASE=debian:12
ARG VERSION=dev
${builder}FROM \${BASE} AS runtime
ARG VERSION
ARG TARGETARCH
ENV A=1 B="two words"
ENV C=\${A}-$VERSION
LABEL version="\${VERSION}" arch=\${TARGETARCH:-none}
WORKDIR /srv
COPY --chown=10:20 --chmod=0755 --from=builder /out/app ./
EXPOSE 8080 9090/udp
USER 10
ENTRYPOINT ["/srv/app", "$NOT_FILLED"]
`,
    [['VERSION', '1.2']],
  );
  expect(found).toMatchObject({
    base: 'debian:12',
    baseLine: 5,
    steps: [
      { kind: 'stage' },
      {
        kind: 'env',
        pairs: [
          ['A', '1'],
          ['B', 'two words'],
        ],
      },
      { kind: 'env', pairs: [['C', '1-1.2']] },
      {
        kind: 'label',
        pairs: [
          ['version', '1.2'],
          ['arch', 'arm64'],
        ],
      },
      { kind: 'workdir', value: '/srv' },
      { kind: 'copy', copy: { to: './', name: 'app', uid: 10, gid: 20, mode: 0o755 } },
      { kind: 'expose', values: ['8080/tcp', '9090/udp'] },
      { kind: 'user', value: '10' },
      { kind: 'entrypoint', exec: ['/srv/app', '$NOT_FILLED'] },
    ],
  });
});

test('a stage stands on another stage of the same kind', async () => {
  const found = await recipe(`${builder}FROM scratch AS base\nUSER 1\nFROM base\n${copy}`);
  expect(found).toMatchObject({ base: 'scratch', baseLine: 3 });
  expect('steps' in found && found.steps.map(({ kind }) => kind)).toEqual(['stage', 'user', 'stage', 'copy']);
});

test.each([
  [`FROM scratch\n${copy}RUN true\n`, /RUN/, 5],
  [`FROM scratch\n${copy}ADD a /a\n`, /ADD/, 5],
  [`FROM scratch\n${copy}COPY static /static\n`, /COPY takes more/, 5],
  [`FROM scratch\n${copy}ENTRYPOINT /app\n`, /needs a shell/, 5],
  [`FROM scratch\n${copy}ENV PATH=/x:$PATH\n`, /not known: .*\$PATH/, 5],
  [`FROM scratch\n${copy}LABEL a='b'\n`, /quotes or escapes/, 5],
  [`FROM scratch\n${copy}ENV a b\n`, /quotes or escapes/, 5],
  [`FROM scratch\n${copy}EXPOSE 80-90\n`, /no plain port/, 5],
  [`FROM scratch\nCOPY --from=builder --chown=app /out/app /app\n`, /other than numbers/, 4],
  [`FROM scratch\nCOPY --from=builder --parents /out/app /app\n`, /--parents/, 4],
  [`FROM --platform=linux/amd64 scratch\n${copy}`, /asks for the platform/, 3],
  [`FROM scratch\n${copy}HEALTHCHECK NONE\n`, /HEALTHCHECK/, 5],
])('what only a builder can do is left to one (%#)', async (final, why, line) => {
  const found = await recipe(builder + final);
  expect(found).toMatchObject({ why: expect.stringMatching(why), line });
});

test('another language is left to its own frontend', async () => {
  expect(await recipe(`# syntax=acme/own:1\n${builder}FROM scratch\n${copy}`)).toMatchObject({
    why: expect.stringMatching('acme/own'),
  });
  expect(await recipe(`# syntax=docker/dockerfile:1\n${builder}FROM scratch\n${copy}`)).toMatchObject({
    base: 'scratch',
  });
});
