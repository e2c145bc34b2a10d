import type { Facts } from '../facts.ts';
import { type Finding, ranked } from '../finding.ts';
import { admission } from './admission.ts';
import type { Cause } from './cause.ts';
import { config } from './config.ts';
import { deadline, job } from './controller.ts';
import { crash, evicted, outOfMemory } from './crash.ts';
import { image } from './image.ts';
import { unschedulable, volume } from './place.ts';
import { flapping, kills, readiness } from './probe.ts';
import { start } from './start.ts';

const causes: readonly Cause[] = [
  admission,
  image,
  config,
  start,
  outOfMemory,
  evicted,
  kills,
  crash,
  volume,
  unschedulable,
  job,
  readiness,
  flapping,
  deadline,
];

/** Everything that is wrong with a workload, the most telling first. */
export function diagnose(facts: Facts): Finding[] {
  return ranked(withoutConsequences(causes.flatMap((cause) => cause(facts))));
}

/**
 * A program that never started has no crash of its own, and a container that ends is not ready: where the root is known
 * its consequences are not told. A deadline is told by what it waited for.
 */
function withoutConsequences(findings: readonly Finding[]): Finding[] {
  const unstarted = new Set(
    findings
      .filter(({ cause }) => ['missing-interpreter', 'missing-file', 'image-wrong-platform'].includes(cause))
      .map(({ container }) => container),
  );
  const past = findings.some(({ cause }) => cause === 'progress-deadline');
  return findings
    .filter(
      ({ cause, container }) =>
        !(unstarted.has(container) && (cause === 'crash-loop' || cause === 'init-failed')),
    )
    .map((finding) =>
      past && finding.cause !== 'progress-deadline' && finding.certainty !== 'warning'
        ? { ...finding, certainty: 'certain' }
        : finding,
    );
}
