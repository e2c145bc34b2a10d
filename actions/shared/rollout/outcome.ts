import type { Finding } from './finding.ts';
import type { Outcome } from './types.ts';

export const cancelled: Outcome = { verdict: 'cancelled', workloads: [], findings: [], warnings: [] };

/** Failed before there was anything to watch. */
export const failedBy = (findings: readonly Finding[]): Outcome => ({
  verdict: 'failed',
  workloads: [],
  findings,
  warnings: [],
});
