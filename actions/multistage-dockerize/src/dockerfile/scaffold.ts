import type { Linkage } from '../../../shared/elf/linkage.ts';
import type { RuntimeNeeds } from '../../../shared/elf/needs.ts';

/** What the image has to have beside the program, as its ELF file tells; undefined: not known yet. */
export interface ProgramFacts {
  readonly linkage: Linkage;
  readonly needs: RuntimeNeeds | undefined;
}

/** What a Dockerfile for a module depends on. */
export interface ScaffoldFacts {
  /** The text of go.mod. */
  readonly goMod: string;
  readonly hasSums: boolean;
  /** Path of the main package from the module, such as `./cmd/checkout`. */
  readonly mainPackage: string;
  /** The tested binary; undefined when the image compiles it itself, which is static then. */
  readonly program: ProgramFacts | undefined;
  /** Ports the sources listen at. */
  readonly ports: readonly number[];
}

/** A base image and why it is that one. */
export interface Base {
  readonly image: string;
  readonly reason: string;
  /** Who the program runs as there. */
  readonly user: string;
}

/**
 * The smallest base a program can run on: static needs nothing but what it looks for itself; glibc and musl need the
 * system they were linked against, else the container dies with "not found" at its start.
 */
export function baseFor(program: ProgramFacts | undefined): Base {
  const user = '65532:65532';
  const { linkage, needs } = program ?? {};
  if (linkage?.kind === 'glibc') {
    const old = linkage.glibc === undefined || Number(linkage.glibc.split('.')[1] ?? 99) <= 36;
    const image = `gcr.io/distroless/base-debian${old ? '12' : '13'}:nonroot`;
    return { image, reason: `it needs glibc ${linkage.glibc ?? ''} (${linkage.because})`, user };
  }
  if (linkage?.kind === 'musl') {
    return { image: 'alpine:3.22', reason: `it needs musl (${linkage.because})`, user };
  }
  const because = linkage === undefined ? 'it is compiled with CGO_ENABLED=0' : linkage.because;
  const wants = needs === undefined ? undefined : wordsOf(needs);
  if (wants === '') {
    const reason = `it is static (${because}), calls nobody by TLS, asks for no time zone and makes no temporary files`;
    return { image: 'scratch', reason, user };
  }
  const wanted = wants === undefined ? '' : ` and looks for ${wants}`;
  const reason = `it is static (${because})${wanted}`;
  return { image: 'gcr.io/distroless/static-debian12:nonroot', reason, user };
}

function wordsOf({ certificates, zones, temporaryFiles }: RuntimeNeeds): string {
  const words = [
    certificates ? 'root certificates' : '',
    zones ? 'time zones' : '',
    temporaryFiles ? 'a folder for temporary files' : '',
  ];
  return words.filter(Boolean).join(' and ');
}

/** A multi-stage Dockerfile: modules before sources, cache mounts, not root, exec form. */
export function scaffold(facts: ScaffoldFacts): string {
  const base = baseFor(facts.program);
  return `# Written by Seatrial for this module; commit it to change it.
ARG GO_IMAGE=golang:${goVersion(facts.goMod)}
ARG BASE_IMAGE=${base.image}

FROM --platform=\${BUILDPLATFORM} \${GO_IMAGE} AS modules
WORKDIR /src
COPY go.mod ${facts.hasSums ? 'go.sum ' : ''}./
RUN --mount=type=cache,target=/go/pkg/mod go mod download

FROM modules AS builder
ARG TARGETOS
ARG TARGETARCH
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod --mount=type=cache,target=/root/.cache/go-build \\
    CGO_ENABLED=0 GOOS=\${TARGETOS:-linux} GOARCH=\${TARGETARCH} \\
    go build -trimpath -ldflags "-s -w" -o /out/app ${facts.mainPackage}

# ${base.reason}
FROM \${BASE_IMAGE} AS runtime
${zonesFor(facts.program)}COPY --from=builder /out/app /app
USER ${base.user}
${facts.ports.length === 0 ? '' : `EXPOSE ${facts.ports.join(' ')}\n`}ENTRYPOINT ["/app"]
`;
}

/** Alpine has root certificates and no time zones; the other bases that are chosen have both. */
function zonesFor(program: ProgramFacts | undefined): string {
  const bare = program?.linkage.kind === 'musl' && program.needs?.zones !== false;
  return bare ? 'RUN apk add --no-cache tzdata\n' : '';
}

/** What stays out of the build context: nothing of it belongs into an image, and each change of it would cost a build. */
export const scaffoldIgnore = `.git
.github
**/*.md
**/*_test.go
**/testdata
Dockerfile*
.dockerignore
bin
dist
`;

/** The release of Go that builds: the toolchain line, else the go line, as a tag of the golang image. */
export function goVersion(goMod: string): string {
  const toolchain = /^toolchain go(\d+\.\d+(?:\.\d+)?)/m.exec(goMod)?.[1];
  return toolchain ?? /^go (\d+\.\d+(?:\.\d+)?)/m.exec(goMod)?.[1] ?? '1';
}
