import type { Inputs, Scanner } from '../contract.ts';
import type { Target, TargetType } from '../target.ts';

/** What can be looked for in each kind of target. */
const possible: Readonly<Record<TargetType, readonly Scanner[]>> = {
  image: ['vuln', 'misconfig', 'secret', 'license'],
  'oci-layout': ['vuln', 'misconfig', 'secret', 'license'],
  'docker-archive': ['vuln', 'misconfig', 'secret', 'license'],
  filesystem: ['vuln', 'misconfig', 'secret', 'license'],
  sbom: ['vuln', 'license'],
  config: ['misconfig'],
};

/** The artifact types a report may state for each kind of target. */
export const artifactTypes: Readonly<Record<TargetType, readonly string[]>> = {
  image: ['container_image'],
  'oci-layout': ['container_image'],
  'docker-archive': ['container_image'],
  filesystem: ['filesystem', 'repository'],
  sbom: ['cyclonedx', 'spdx'],
  config: ['filesystem'],
};

/** The scanners that were asked for and make sense for this target. */
export function scannersFor(type: TargetType, wanted: readonly Scanner[]): readonly Scanner[] {
  return possible[type].filter((scanner) => wanted.includes(scanner));
}

/** Whatever is not pinned is switched off: newer checks, version notices, telemetry. */
const still = ['--skip-version-check', '--disable-telemetry'];

export interface ScanCommand {
  readonly target: Target;
  readonly scanners: readonly Scanner[];
  /** Where the report goes. */
  readonly output: string;
  readonly cache: string;
  readonly vex: readonly string[];
  readonly timeout: Inputs['timeout'];
}

/**
 * The command line of a scan. It never fetches a database: that was made sure of before, so that every scan of a run
 * uses the same one. For an image the misconfiguration scan reads its configuration (user, secrets in ENV), not every
 * YAML file inside of it.
 */
export function scanArgs({ target, scanners, output, cache, vex, timeout }: ScanCommand): string[] {
  const common = [
    '--format=json',
    `--output=${output}`,
    `--cache-dir=${cache}`,
    `--timeout=${Math.ceil(timeout / 1000)}s`,
    ...still,
    ...(scanners.includes('misconfig') ? ['--skip-check-update'] : []),
  ];
  if (target.type === 'config') return ['config', ...common, target.path];
  const database = scanners.includes('vuln')
    ? ['--no-progress', '--offline-scan', '--skip-db-update', '--skip-java-db-update']
    : [];
  const harmless = vex.length === 0 ? [] : [...vex.map((path) => `--vex=${path}`), '--show-suppressed'];
  const looking = [...common, ...database, ...harmless];
  if (target.type === 'sbom' || target.type === 'filesystem')
    return [target.type, ...looking, `--scanners=${scanners.join(',')}`, target.path];
  const inside = scanners.filter((scanner) => scanner !== 'misconfig');
  const configuration = scanners.filter((scanner) => scanner === 'misconfig' || scanner === 'secret');
  return [
    'image',
    ...looking,
    ...(inside.length === 0 ? ['--scanners=secret'] : [`--scanners=${inside.join(',')}`]),
    ...(configuration.length === 0 ? [] : [`--image-config-scanners=${configuration.join(',')}`]),
    ...(target.type === 'image' ? [target.path] : [`--input=${target.path}`]),
  ];
}

/** Fetches the vulnerability database from one repository into a cache directory. */
export function downloadArgs(repository: string, cache: string, timeout: number): string[] {
  return [
    'image',
    '--download-db-only',
    `--db-repository=${repository}`,
    `--cache-dir=${cache}`,
    `--timeout=${Math.ceil(timeout / 1000)}s`,
    '--no-progress',
    ...still,
  ];
}

/** Makes an SBOM (CycloneDX) of a report, without looking at the target again. */
export function sbomArgs(report: string, output: string): string[] {
  return ['convert', '--format=cyclonedx', `--output=${output}`, report];
}
