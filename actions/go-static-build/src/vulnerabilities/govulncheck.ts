import { access, mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../../../shared/action/context.ts';
import { messageOf, UserError } from '../../../shared/errors/user-error.ts';
import { onPath } from '../../../shared/exec/exec.ts';
import type { Go } from '../../../shared/go/tool.ts';
import type { Inputs, Output } from '../contract.ts';

type Build = Context<Output>;

const module = 'golang.org/x/vuln';

/**
 * The releases that are built, by the oldest minor version of Go 1 that builds them, the newest first. The sum is what
 * sum.golang.org has for the module; the binary is asked for it after it was built.
 */
const pins = [
  { go: 26, version: 'v1.9.0', sum: 'h1:12VaqnI9kJfqwRoPptxoqsUhQtdfrSbdksT7X/KY/sc=' },
  { go: 22, version: 'v1.1.4', sum: 'h1:Ju8QsuyhX3Hk8ma3CesTbO8vfJD9EvUBgHvkxHBzj0I=' },
] as const;

/** The first release whose JSON has findings by level, and that checks binaries by symbol in all its modes. */
const oldestFit = [1, 1] as const;

/** Something kept reachability from being checked; it is told, and is never taken for "nothing found". */
export class CouldNotCheck extends Error {
  override readonly name = 'CouldNotCheck';
}

/**
 * Finds govulncheck: the one that is named, one on PATH that is new enough, one an earlier step has built, else it is
 * built from its pinned release, every module checked against the checksum database.
 *
 * Throws a UserError when the one that is named is not there, CouldNotCheck when none can be had.
 */
export async function findGovulncheck(inputs: Inputs, context: Build, go: Go): Promise<string> {
  if (inputs.govulncheck !== undefined) {
    await access(inputs.govulncheck).catch(() => {
      throw new UserError(`there is no govulncheck at ${inputs.govulncheck}`, {
        fix: 'Correct `govulncheck`, or leave it out: it is then found on PATH or built.',
      });
    });
    return inputs.govulncheck;
  }
  const installed = await onPath('govulncheck');
  if (installed !== undefined && isFit(await versionOf(go, installed))) return installed;
  const pin = pins.find((one) => one.go <= minorOf(go.settings.version)) ?? pins[pins.length - 1];
  if (pin === undefined) throw new CouldNotCheck('no release of govulncheck is pinned');
  const home = context.env['RUNNER_TOOL_CACHE'] || join(context.temp, 'seatrial');
  const folder = join(home, `govulncheck-${pin.version}-${go.settings.version}`);
  const path = join(folder, 'govulncheck');
  if ((await sumOf(go, path)) !== pin.sum) await install(context, go, pin, folder);
  return path;
}

function minorOf(goVersion: string): number {
  return Number(/^go1\.(\d+)/.exec(goVersion)?.[1] ?? 0);
}

/** `v1.1.4` of a govulncheck, from its build info: asking it costs a look at its database. */
async function versionOf(go: Go, path: string): Promise<string> {
  const { stdout } = await go.run(['version', '-m', path]);
  return new RegExp(`\\tmod\\t${module}\\t(\\S+)`).exec(stdout)?.[1] ?? '';
}

async function sumOf(go: Go, path: string): Promise<string> {
  const { stdout } = await go.run(['version', '-m', path]);
  return new RegExp(`\\tmod\\t${module}\\t\\S+\\t(\\S+)`).exec(stdout)?.[1] ?? '';
}

export function isFit(version: string): boolean {
  const [, major, minor] = /^v(\d+)\.(\d+)\./.exec(version) ?? [];
  if (major === undefined || minor === undefined) return false;
  return Number(major) > oldestFit[0] || (Number(major) === oldestFit[0] && Number(minor) >= oldestFit[1]);
}

/** Builds into a folder of its own and moves it into place, so that a half-built one is never found. */
async function install(
  context: Build,
  go: Go,
  pin: { readonly version: string; readonly sum: string },
  folder: string,
): Promise<void> {
  const draft = join(context.temp, 'seatrial', `govulncheck-${process.pid}`);
  const target = `${module}/cmd/govulncheck@${pin.version}`;
  await mkdir(draft, { recursive: true });
  const { code, stderr } = await context.log.group(`go install ${target}`, () =>
    go.run(['install', target], { env: { ...installEnv, GOBIN: draft } }),
  );
  if (code !== 0) throw new CouldNotCheck(`govulncheck could not be built: ${lastLine(stderr)}`);
  const built = join(draft, 'govulncheck');
  const sum = await sumOf(go, built);
  if (sum !== pin.sum)
    throw new CouldNotCheck(`govulncheck ${pin.version} has the sum ${sum}, not ${pin.sum}`);
  await mkdir(folder, { recursive: true });
  await rename(built, join(folder, 'govulncheck')).catch((error: unknown) => {
    throw new CouldNotCheck(`govulncheck could not be put into ${folder}: ${messageOf(error)}`);
  });
}

/** For this machine, from its own requirements; whatever the job says about private modules does not count for it. */
const installEnv = {
  GOOS: '',
  GOARCH: '',
  CGO_ENABLED: '0',
  GOFLAGS: '',
  GOWORK: 'off',
  GOFIPS140: 'off',
  GOSUMDB: 'sum.golang.org',
  GONOSUMDB: '',
  GONOSUMCHECK: '',
  GOPRIVATE: '',
  GOINSECURE: '',
  GOEXPERIMENT: '',
};

/** The last line that says something. */
export function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim() || 'it said nothing';
}
