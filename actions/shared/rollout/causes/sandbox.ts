import { about, type Cause, inTemplate, quoted } from './cause.ts';

/** Networks come up late on a new node. */
const patience = 20_000;
const hopeless = 4000;

/** The node can't make the surroundings of the pod: its network, or the runtime of its RuntimeClass. */
export const sandbox: Cause = (facts) =>
  facts.pods.flatMap((pod) => {
    const event = pod.events.findLast(({ reason }) => reason === 'FailedCreatePodSandBox');
    const begun = pod.prepared || pod.containers.some(({ running, ended }) => running || ended !== undefined);
    if (event === undefined || begun) return [];
    const runtime = /no runtime for "([^"]+)" is configured|RuntimeHandler "([^"]+)" not supported/.exec(
      event.message,
    );
    return [
      about(facts, {
        cause: 'start-failed',
        certainty: runtime === null ? patience : hopeless,
        message:
          runtime === null
            ? `the node can't make the sandbox of ${pod.name}: ${event.message}`
            : `no node has the runtime ${runtime[1] ?? runtime[2]} that the RuntimeClass asks for`,
        evidence: [`Pod ${pod.name}: ${quoted(event)}`],
        fix:
          runtime === null
            ? "Look at the node's network plugin and container runtime."
            : 'Correct `runtimeClassName`, or leave it out.',
        path: inTemplate(facts, 'spec', ...(runtime === null ? [] : ['runtimeClassName'])),
      }),
    ];
  });
