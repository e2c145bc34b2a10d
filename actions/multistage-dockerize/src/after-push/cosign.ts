import type { Context } from '../../../shared/action/context.ts';
import { UserError } from '../../../shared/errors/user-error.ts';
import { installPinned, type PinnedTool, programOnPath } from '../../../shared/tools/pinned.ts';
import type { Inputs, Output } from '../contract.ts';

type Dockerize = Context<Output>;

/** The release that is fetched where the runner has none. */
const version = '3.0.6';

/** By machine, with the sha256 of the project's own checksum file. */
const sums: Readonly<Record<string, readonly [asset: string, sha256: string]>> = {
  'linux-x64': ['linux-amd64', 'c956e5dfcac53d52bcf058360d579472f0c1d2d9b69f55209e256fe7783f4c74'],
  'linux-arm64': ['linux-arm64', 'bedac92e8c3729864e13d4a17048007cfafa79d5deca993a43a90ffe018ef2b8'],
  'darwin-x64': ['darwin-amd64', '4c3e7af8372d3ca3296e62fa56f23fcbb5721cc6ac1827900d398f110d7cd280'],
  'darwin-arm64': ['darwin-arm64', '5fadd012ae6381a6a29ff86a7d39aa873878852f1073fc90b15995961ecfb084'],
};

/** The release for a machine (`process.platform` and `process.arch`); undefined when none is pinned. */
export function pinnedCosign(platform: string, arch: string): PinnedTool | undefined {
  const found = sums[`${platform}-${arch}`];
  if (found === undefined) return undefined;
  const [asset, sha256] = found;
  const url = `https://github.com/sigstore/cosign/releases/download/v${version}/cosign-${asset}`;
  return { name: 'cosign', version, url, sha256, packed: false };
}

/**
 * The cosign that is named, else the one on PATH, else the pinned release, checked by its sha256.
 *
 * Throws a UserError for one before 3: it would keep signatures where nobody looks for them any more.
 */
export async function findCosign(inputs: Inputs, context: Dockerize): Promise<string> {
  const path = inputs.cosign ?? (await programOnPath('cosign', context.env['PATH'] ?? ''));
  if (path === undefined) return fetchCosign(context);
  const { stdout } = await context.exec(path, ['version', '--json']);
  const major = /"gitVersion":\s*"v?(\d+)/.exec(stdout)?.[1];
  if (major !== undefined && Number(major) >= 3) return path;
  const what = major === undefined ? 'does not tell its version' : `is version ${major}`;
  throw new UserError(`${path} ${what}; signatures as referrers of an image need cosign 3 or newer`, {
    fix: `Name a newer one as \`cosign\`, or have none on PATH: ${version} is downloaded then, checked by its sha256.`,
  });
}

async function fetchCosign(context: Dockerize): Promise<string> {
  const tool = pinnedCosign(process.platform, process.arch);
  if (tool !== undefined) return installPinned(tool, context);
  throw new UserError(
    `there is no cosign on PATH, and none is pinned for ${process.platform} ${process.arch}`,
    { fix: 'Install cosign in a step before and give its path as `cosign`.' },
  );
}

/** How an image is signed. */
export interface Signing {
  /** A key as cosign names it (`env://NAME`, a path, `awskms://…`); undefined for keyless. */
  readonly key: string | undefined;
  readonly transparencyLog: boolean;
}

/** The command line that signs an image, which is named by its digest. */
export function signArguments(signing: Signing, image: string): string[] {
  return ['sign', '--yes', ...common(signing), image];
}

/** The command line that signs a statement about an image. */
export function attestArguments(signing: Signing, type: string, predicate: string, image: string): string[] {
  return ['attest', '--yes', ...common(signing), `--type=${type}`, `--predicate=${predicate}`, image];
}

/** Without the log no service is asked for anything, so the list of services (a download) is not wanted either. */
function common({ key, transparencyLog }: Signing): string[] {
  return [
    ...(key === undefined ? [] : [`--key=${key}`]),
    ...(transparencyLog ? [] : ['--use-signing-config=false', '--tlog-upload=false']),
  ];
}

/**
 * What cosign sees of our environment: the job's own (its key, KMS credentials, GitHub's identity token) without our
 * inputs, among which are passwords.
 */
export function cosignEnvironment(
  env: Readonly<Record<string, string | undefined>>,
  login: Readonly<Record<string, string>>,
): Record<string, string> {
  const own = Object.entries(env).filter(
    (pair): pair is [string, string] => pair[1] !== undefined && !pair[0].startsWith('INPUT_'),
  );
  return { ...Object.fromEntries(own), ...login };
}
