import type { Inputs, Scanner } from './contract.ts';
import type { Target, TargetType } from './target.ts';

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

/**
 * trivy's command line. Everything that is not pinned is switched off: newer checks, version notices, telemetry. For an
 * image the misconfiguration scan reads its configuration (user, secrets in ENV), not every YAML file inside of it.
 */
export function trivyArgs(
  target: Target,
  scanners: readonly Scanner[],
  output: string,
  cache: string,
  inputs: Pick<Inputs, 'timeout' | 'databaseRepository'>,
): string[] {
  const common = [
    '--format=json',
    `--output=${output}`,
    `--cache-dir=${cache}`,
    `--timeout=${Math.ceil(inputs.timeout / 1000)}s`,
    '--skip-version-check',
    '--disable-telemetry',
  ];
  const checks = scanners.includes('misconfig') ? ['--skip-check-update'] : [];
  const database = scanners.includes('vuln')
    ? [
        '--no-progress',
        '--offline-scan',
        ...inputs.databaseRepository.map((repository) => `--db-repository=${repository}`),
      ]
    : [];
  if (target.type === 'config') return ['config', ...common, ...checks, target.path];
  if (target.type === 'sbom')
    return ['sbom', ...common, `--scanners=${scanners.join(',')}`, ...database, target.path];
  if (target.type === 'filesystem') {
    return ['filesystem', ...common, `--scanners=${scanners.join(',')}`, ...checks, ...database, target.path];
  }
  const inside = scanners.filter((scanner) => scanner !== 'misconfig');
  const configuration = scanners.filter((scanner) => scanner === 'misconfig' || scanner === 'secret');
  return [
    'image',
    ...common,
    ...(inside.length === 0 ? ['--scanners=secret'] : [`--scanners=${inside.join(',')}`]),
    ...(configuration.length === 0 ? [] : [`--image-config-scanners=${configuration.join(',')}`]),
    ...checks,
    ...database,
    ...(target.type === 'image' ? [target.path] : [`--input=${target.path}`]),
  ];
}

/** The variables trivy may see. A scanner reads what others wrote, so it gets no token of the job. */
const allowed =
  /^(?:PATH|HOME|USERPROFILE|TMPDIR|TEMP|TMP|LANG|LC_\w+|TZ|XDG_\w+|DOCKER_(?:CONFIG|HOST|CONTEXT|CERT_PATH|TLS_VERIFY)|SSL_CERT_(?:FILE|DIR)|(?:https?|no|all)_proxy|SYSTEMROOT)$/i;

/** The environment trivy runs in. TRIVY_ variables are kept out too: they could switch the gate off unseen. */
export function cleanEnvironment(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter(
      (pair): pair is [string, string] => pair[1] !== undefined && allowed.test(pair[0]),
    ),
  );
}
