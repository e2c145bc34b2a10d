import { nameOf } from '../../../shared/kube/values.ts';
import type { Finding } from '../../../shared/rollout/finding.ts';

/**
 * What decided, in a sentence; the evidence of all goes into the job's log, where secrets are masked. Undefined without
 * findings.
 */
export function toldOf(findings: readonly Finding[], log: (line: string) => void): string | undefined {
  for (const { cause, ref, message, evidence, fix } of findings) {
    log([`${cause}: ${nameOf(ref)}: ${message}`, ...evidence, `what to do: ${fix}`].join('\n  '));
  }
  const [first] = findings;
  return first === undefined ? undefined : `${first.cause}: ${first.message}`;
}
