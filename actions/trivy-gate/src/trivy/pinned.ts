import type { PinnedTool } from '../../../shared/tools/pinned.ts';

/** The release this action uses when the runner has none. Releases 0.69.4 to 0.69.6 were poisoned in March 2026. */
export const pinnedVersion = '0.69.3';

/** By machine, with the sha256 of the project's own checksum file. */
const sums: Readonly<Record<string, readonly [asset: string, sha256: string]>> = {
  'linux-x64': ['Linux-64bit', '1816b632dfe529869c740c0913e36bd1629cb7688bd5634f4a858c1d57c88b75'],
  'linux-arm64': ['Linux-ARM64', '7e3924a974e912e57b4a99f65ece7931f8079584dae12eb7845024f97087bdfd'],
  'darwin-x64': ['macOS-64bit', 'fec4a9f7569b624dd9d044fca019e5da69e032700edbb1d7318972c448ec2f4e'],
  'darwin-arm64': ['macOS-ARM64', 'a2f2179afd4f8bb265ca3c7aefb56a666bc4a9a411663bc0f22c3549fbc643a5'],
};

/** The release for a machine (`process.platform` and `process.arch`); undefined when none is pinned. */
export function pinnedTrivy(platform: string, arch: string): PinnedTool | undefined {
  const found = sums[`${platform}-${arch}`];
  if (found === undefined) return undefined;
  const [asset, sha256] = found;
  const file = `trivy_${pinnedVersion}_${asset}.tar.gz`;
  const url = `https://github.com/aquasecurity/trivy/releases/download/v${pinnedVersion}/${file}`;
  return { name: 'trivy', version: pinnedVersion, url, sha256, packed: true };
}

const poisoned: ReadonlySet<string> = new Set(['0.69.4', '0.69.5', '0.69.6']);

/** The first release whose report and options are the ones used here. */
const oldest = [0, 65, 0] as const;

/** Why a version of trivy is not run; undefined when it may be. A development build has no number and may. */
export function refusalOf(version: string): string | undefined {
  if (poisoned.has(version)) return `trivy ${version} is one of the poisoned releases of March 2026`;
  const numbers = /^(\d+)\.(\d+)\.(\d+)/.exec(version)?.slice(1).map(Number);
  if (numbers === undefined) return undefined;
  const difference = oldest.map((part, at) => (numbers[at] ?? 0) - part).find((one) => one !== 0) ?? 0;
  return difference < 0 ? `trivy ${version} is older than ${oldest.join('.')}` : undefined;
}
