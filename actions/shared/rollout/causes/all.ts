import type { Facts } from '../facts/types.ts';
import { type Finding, ranked } from '../finding.ts';
import { admission } from './admission.ts';
import type { Cause } from './cause.ts';
import { config } from './config.ts';
import { deadline, expired, held, job, paused, replicas } from './controller.ts';
import { crash, outOfMemory } from './crash.ts';
import { image } from './image.ts';
import { evicted, nodeLost, rejected } from './node.ts';
import { nowhere, unschedulable, untaken } from './place.ts';
import { flapping, gates, kills, readiness } from './probe.ts';
import { sandbox } from './sandbox.ts';
import { start } from './start.ts';
import { volume } from './volume.ts';

const causes: readonly Cause[] = [
  admission,
  image,
  config,
  start,
  outOfMemory,
  evicted,
  nodeLost,
  rejected,
  kills,
  crash,
  volume,
  sandbox,
  unschedulable,
  untaken,
  nowhere,
  job,
  expired,
  readiness,
  flapping,
  gates,
  held,
  replicas,
  paused,
  deadline,
];

/** Everything that is wrong with a workload, the most telling first. */
export function diagnose(facts: Facts): Finding[] {
  return ranked(withoutConsequences(causes.flatMap((cause) => cause(facts))));
}

const unstartedBy: ReadonlySet<string> = new Set([
  'missing-interpreter',
  'missing-file',
  'start-failed',
  'image-wrong-platform',
]);

/**
 * A program that never started has no crash of its own, and a container that ends is not ready: where the root is known
 * its consequences are not told. A deadline is told by what it waited for.
 */
function withoutConsequences(findings: readonly Finding[]): Finding[] {
  const unstarted = new Set(
    findings.filter(({ cause }) => unstartedBy.has(cause)).map(({ container }) => container),
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
