import { commonInputs } from '../../shared/contract/contract.ts';
import type { InputReader } from '../../shared/contract/input-reader.ts';
import { duration, flag, lines, percent, text } from '../../shared/contract/types.ts';
import { goInputs } from '../../shared/go/axes.ts';

export function parse(read: InputReader) {
  return {
    ...goInputs(read),
    minCoverage: read.withDefault('min-coverage', percent, '80'),
    coverPackages: read.optional('cover-packages', lines(text)) ?? [],
    race: read.withDefault('race', flag, 'false'),
    timeout: read.withDefault('timeout', duration, '10m'),
    vet: read.withDefault('vet', flag, 'true'),
    ...commonInputs(read),
  };
}

export type Inputs = ReturnType<typeof parse>;

export const contract = {
  name: 'quality-gate',
  parse,
  outputs: [
    'verdict',
    'coverage',
    'passed',
    'failed',
    'skipped',
    'test-report',
    'test-events',
    'coverage-profile',
    'cache-hit',
  ] as const,
};

export type Output = (typeof contract.outputs)[number];
