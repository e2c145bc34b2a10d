import { commonInputs } from '../../shared/contract/contract.ts';
import type { InputReader } from '../../shared/contract/input-reader.ts';
import {
  choice,
  commaLines,
  duration,
  flag,
  hidden,
  lines,
  pairs,
  path,
  text,
} from '../../shared/contract/types.ts';
import { kinds } from './findings/finding.ts';

/** Where trivy's makers publish the database: a mirror first, then the origin. */
const publicDatabases = 'mirror.gcr.io/aquasec/trivy-db:2,ghcr.io/aquasecurity/trivy-db:2';

export function parse(read: InputReader) {
  const inputs = {
    target: read.required('target', text),
    targetType: read.withDefault(
      'target-type',
      choice('auto', 'image', 'oci-layout', 'docker-archive', 'filesystem', 'sbom', 'config'),
      'auto',
    ),
    name: read.optional('name', text),
    severities: read.withDefault(
      'severities',
      commaLines(choice('CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'UNKNOWN')),
      'HIGH,CRITICAL',
    ),
    kinds: read.withDefault('kinds', commaLines(choice(...kinds)), kinds.join(',')),
    scanners: read.withDefault(
      'scanners',
      commaLines(choice('vuln', 'misconfig', 'secret', 'license')),
      'vuln,misconfig,secret',
    ),
    ignoreUnfixed: read.withDefault('ignore-unfixed', flag, 'false'),
    ignoreFiles: read.optional('ignore-file', lines(path(read.workspace))) ?? [],
    vex: read.optional('vex', lines(path(read.workspace))) ?? [],
    vulnerabilities: read.optional('vulnerabilities', lines(path(read.workspace))) ?? [],
    unreachable: read.withDefault('unreachable', choice('block', 'report'), 'block'),
    gate: read.withDefault('gate', choice('all', 'new'), 'all'),
    baseSbom: read.optional('base-sbom', lines(path(read.workspace))) ?? [],
    notify: read.optional('notify', hidden(pairs)) ?? new Map<string, string>(),
    notifySecrets: read.optional('notify-secrets', hidden(pairs)) ?? new Map<string, string>(),
    workingDirectory: read.withDefault('working-directory', path(read.workspace), '.'),
    trivy: read.optional('trivy', path(read.workspace)),
    databaseRepositories: read.withDefault('db-repository', commaLines(text), publicDatabases),
    maxDatabaseAge: read.withDefault('max-database-age', duration, '72h'),
    cache: read.withDefault('cache', flag, 'true'),
    cacheDirectory: read.optional('cache-directory', path(read.workspace)),
    timeout: read.withDefault('timeout', duration, '10m'),
    reportDirectory: read.optional('report-directory', path(read.workspace)),
    ...commonInputs(read),
  };
  if (inputs.severities.length === 0) read.refuse('input "severities" names none: nothing could ever block');
  if (inputs.kinds.length === 0) read.refuse('input "kinds" names none: nothing could ever block');
  if (inputs.scanners.length === 0) read.refuse('input "scanners" names none: nothing would be scanned');
  if (inputs.trivy?.endsWith('/latest') === true)
    read.refuse(
      'input "trivy" is a path, and there is no "latest": a tag can be moved to other bytes; leave it out for the pinned release',
    );
  return inputs;
}

export type Inputs = ReturnType<typeof parse>;

export const contract = {
  name: 'trivy-gate',
  parse,
  outputs: [
    'verdict',
    'critical',
    'high',
    'medium',
    'low',
    'unknown',
    'counts',
    'new',
    'sarif',
    'vex',
    'report',
    'digest',
  ] as const,
};

export type Output = (typeof contract.outputs)[number];
export type Scanner = Inputs['scanners'][number];
