import { commonInputs } from '../../shared/contract/contract.ts';
import type { InputReader } from '../../shared/contract/input-reader.ts';
import { choice, commaLines, duration, flag, path, text } from '../../shared/contract/types.ts';

export function parse(read: InputReader) {
  const inputs = {
    target: read.required('target', text),
    targetType: read.withDefault(
      'target-type',
      choice('auto', 'image', 'oci-layout', 'docker-archive', 'filesystem', 'sbom', 'config'),
      'auto',
    ),
    severities: read.withDefault(
      'severities',
      commaLines(choice('CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'UNKNOWN')),
      'HIGH,CRITICAL',
    ),
    scanners: read.withDefault(
      'scanners',
      commaLines(choice('vuln', 'misconfig', 'secret', 'license')),
      'vuln,misconfig,secret',
    ),
    ignoreUnfixed: read.withDefault('ignore-unfixed', flag, 'false'),
    ignoreFile: read.optional('ignore-file', path(read.workspace)),
    workingDirectory: read.withDefault('working-directory', path(read.workspace), '.'),
    trivy: read.optional('trivy', path(read.workspace)),
    databaseRepository: read.optional('db-repository', commaLines(text)) ?? [],
    maxDatabaseAge: read.withDefault('max-database-age', duration, '72h'),
    cacheDirectory: read.optional('cache-directory', path(read.workspace)),
    timeout: read.withDefault('timeout', duration, '10m'),
    reportDirectory: read.optional('report-directory', path(read.workspace)),
    ...commonInputs(read),
  };
  if (inputs.severities.length === 0) read.refuse('input "severities" names none: nothing could ever block');
  if (inputs.scanners.length === 0) read.refuse('input "scanners" names none: nothing would be scanned');
  return inputs;
}

export type Inputs = ReturnType<typeof parse>;

export const contract = {
  name: 'trivy-gate',
  parse,
  outputs: ['verdict', 'critical', 'high', 'medium', 'low', 'unknown', 'sarif', 'report', 'digest'] as const,
};

export type Output = (typeof contract.outputs)[number];
export type Scanner = Inputs['scanners'][number];
