import { UserError } from '../errors/user-error.ts';
import type { ExecResult } from '../exec/exec.ts';
import { type Diagnostic, parseDiagnostics, placeOf } from './diagnostics.ts';

/** Go did not compile the module. Carries every message, so that the action can annotate them. */
export class CompileError extends UserError {
  readonly diagnostics: readonly Diagnostic[];

  constructor(message: string, options: { fix: string; diagnostics: readonly Diagnostic[] }) {
    const [first] = options.diagnostics;
    const place = first === undefined ? {} : { place: { file: first.file, line: first.line } };
    super(message, { fix: options.fix, ...place });
    this.diagnostics = options.diagnostics;
  }
}

interface Known {
  readonly sign: RegExp;
  readonly message: (match: RegExpExecArray) => string;
  readonly fix: string;
}

/** Failures whose own words don't say what to do in a workflow. */
const known: readonly Known[] = [
  {
    sign: /requires go >= (\S+) \(running go (\S+?)[;)]/,
    message: ([, wanted, running]) => `the module asks for Go ${wanted}, the job has Go ${running}`,
    fix: 'Let actions/setup-go install what the module asks for: `go-version-file: go.mod`.',
  },
  {
    sign: /unsupported GOOS\/GOARCH pair (\S+)/,
    message: ([, pair]) => `Go can't build for ${pair}`,
    fix: 'Correct `platforms`; `go tool dist list` prints what this Go can build for.',
  },
  {
    sign: /error obtaining VCS status: (.+)/,
    message: ([, reason]) => `Go could not read the commit from git (${reason})`,
    fix: 'Mark the checkout as trusted with `git config --global --add safe.directory "$GITHUB_WORKSPACE"`, or set `env: GOFLAGS=-buildvcs=false`.',
  },
  {
    sign: /(?:stat (\S+): directory not found|package (\S+) is not in std|cannot find package "([^"]+)")/,
    message: ([, folder, name, other]) => `there is no package ${folder ?? name ?? other}`,
    fix: 'Correct `packages`: a folder of the module starts with `./`, such as `./cmd/server`.',
  },
  {
    sign: /build constraints exclude all Go files in (\S+)/,
    message: ([, folder]) =>
      `no file of ${folder} is left under these settings: all need cgo, another tag or another platform`,
    fix: 'If it needs C, set `cgo: auto`; otherwise look at the `//go:build` lines of the package and set `tags`.',
  },
  {
    sign: /(?:C compiler "([^"]+)" not found|exec: "([^"]+)": executable file not found)/,
    message: ([, compiler, program]) =>
      `cgo is on and there is no C compiler: ${compiler ?? program} is not on PATH`,
    fix: 'Set `cgo: false` if the module has a pure Go way, or install a C compiler (gcc) before this step.',
  },
  {
    sign: /(?:missing go\.sum entry|updates to go\.(?:mod|sum|work) needed|no required module provides package).*/,
    message: ([text]) => `go.mod and go.sum don't match the sources: ${text}`,
    fix: 'Run `go mod tidy` and commit go.mod and go.sum.',
  },
  {
    sign: /(?:SECURITY ERROR|checksum mismatch)[\s\S]*/,
    message: () => 'a module is not the one go.sum promises: its checksum differs',
    fix: 'Find out why it changed before you trust it; only then remove its lines from go.sum and run `go mod tidy`.',
  },
  {
    sign: /(?:dial tcp|no such host|i\/o timeout|TLS handshake|connection refused|: 40[134] |: 5\d\d )[^\n]*/,
    message: ([text]) => `Go could not download a module (${text})`,
    fix: 'Check that the job reaches GOPROXY; for private modules set GOPRIVATE and give git a token.',
  },
  {
    sign: /unknown GOFIPS140 version "([^"]+)"/,
    message: ([, version]) => `this Go has no FIPS module ${version}`,
    fix: 'Set `fips: certified` or `fips: latest`; the versions stand in lib/fips140 of the Go installation.',
  },
  {
    sign: /# (\S+)\npreprofile: [\s\S]*parsing profile/,
    message: ([, file]) => `${file} is no CPU profile`,
    fix: 'Take it with runtime/pprof or from `/debug/pprof/profile`, as it is; `go tool pprof -top FILE` reads it when it is sound.',
  },
  {
    sign: /no space left on device/,
    message: () => 'the disk is full',
    fix: 'Free space on the runner before this step.',
  },
];

/** Turns a failed `go` command into an error that says what to mend. */
export function explainGoFailure(
  args: readonly string[],
  { code, stdout, stderr }: Pick<ExecResult, 'code' | 'stdout' | 'stderr'>,
  directory: string,
): UserError {
  const printed = `${stderr}\n${stdout}`;
  const diagnostics = parseDiagnostics(printed, directory);
  for (const { sign, message, fix } of known) {
    const match = sign.exec(printed);
    if (match !== null) return new CompileError(message(match), { fix, diagnostics });
  }
  const [first] = diagnostics;
  if (first !== undefined) {
    const more = diagnostics.length > 1 ? ` (and ${diagnostics.length - 1} more)` : '';
    return new CompileError(
      `the module does not compile: ${placeOf(first, directory)}: ${first.message}${more}`,
      { fix: 'Correct the code at that place; `go vet ./...` shows the same on your machine.', diagnostics },
    );
  }
  return new UserError(`\`go ${args[0]}\` ended with exit code ${code}: ${lastWords(printed)}`, {
    fix: `Run \`go ${args.join(' ')}\` in ${directory} to see the same.`,
  });
}

/** The first lines that say something, without Go's headings. */
function lastWords(printed: string): string {
  const said = printed.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('# '));
  return said.slice(0, 5).join('\n') || 'it said nothing';
}
