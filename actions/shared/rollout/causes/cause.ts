import { refOf } from '../../kube/values.ts';
import { templatePath } from '../../manifests/pod-spec.ts';
import type { FieldPath } from '../../manifests/types.ts';
import type { ContainerFacts, EventFact, Facts, PodFacts } from '../facts/types.ts';
import type { Finding } from '../finding.ts';

/** Decides on facts alone whether one thing is wrong. */
export type Cause = (facts: Facts) => Finding[];

type Told = Pick<Finding, 'cause' | 'certainty' | 'message' | 'evidence' | 'fix'> & Partial<Finding>;

/** A field of a workload's pod template; a Pod is its own. */
export function inTemplate({ workload }: Facts, ...field: FieldPath): FieldPath {
  return [...(templatePath(workload) ?? []), ...field];
}

/** A finding about a workload; `path` is its pod template unless told. */
export function about(facts: Facts, told: Told): Finding {
  return { ref: refOf(facts.workload), path: inTemplate(facts), ...told };
}

/** A finding about one container of a workload, at `field` of its definition. */
export function aboutContainer(
  facts: Facts,
  container: ContainerFacts,
  told: Told & { field?: readonly (string | number)[] },
): Finding {
  const { field = [], ...rest } = told;
  return about(facts, { container: container.name, path: [...container.path, ...field], ...rest });
}

/** A pod nobody replaces: how it has ended is how it stays. */
export const isAlone = ({ workload }: Facts): boolean => workload.kind === 'Pod';

/** What `decide` finds on each container of the new pods. */
export function eachContainer(
  facts: Facts,
  decide: (container: ContainerFacts, pod: PodFacts) => Finding | undefined,
): Finding[] {
  return facts.pods.flatMap((pod) =>
    pod.containers.flatMap((container) => {
      const found = decide(container, pod);
      return found === undefined ? [] : [found];
    }),
  );
}

/** An event as evidence. */
export function quoted({ reason, message, count }: EventFact): string {
  return `event ${reason}${count > 1 ? ` (${count} times)` : ''}: ${message.trim()}`;
}

/** Whether a probe found nobody listening. A gRPC probe reports that as a connection that did not come in time. */
export function isRefusal(said: string): boolean {
  return /connection refused|timeout: failed to connect service/.test(said);
}

/** The last lines of a container's log as evidence. */
export function lastLines({ name, log }: { name: string; log: string | undefined }, count = 15): string[] {
  const lines = (log ?? '')
    .trimEnd()
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.slice(-count).map((line) => `log of ${name}: ${line}`);
}
