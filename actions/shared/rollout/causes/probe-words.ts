import { at, numberAt, textAt } from '../../kube/values.ts';
import type { ContainerFacts, EventFact } from '../facts/types.ts';
import { isRefusal } from './cause.ts';

export type Probe = 'readiness' | 'liveness' | 'startup';

/** What a probe of a container got, as events tell. */
export function answersTo({ events }: ContainerFacts, probe: Probe): EventFact[] {
  const name = `${probe[0]?.toUpperCase()}${probe.slice(1)} probe`;
  return events.filter(({ reason, message }) => reason === 'Unhealthy' && message.startsWith(name));
}

/** What a probe asks, from its definition: events may be merged or suppressed. */
export function describe({ spec }: ContainerFacts, probe: Probe): string {
  const defined = at(spec, `${probe}Probe`);
  const every = `every ${numberAt(defined, 'periodSeconds') ?? 10}s, ${numberAt(defined, 'failureThreshold') ?? 3} failures allowed`;
  if (at(defined, 'httpGet') !== undefined) {
    return `(GET ${textAt(defined, 'httpGet', 'path') || '/'} on port ${portOf(at(defined, 'httpGet', 'port'))}, ${every})`;
  }
  if (at(defined, 'grpc') !== undefined)
    return `(gRPC health${named(textAt(defined, 'grpc', 'service'))} on port ${portOf(at(defined, 'grpc', 'port'))}, ${every})`;
  if (at(defined, 'tcpSocket') !== undefined)
    return `(TCP on port ${portOf(at(defined, 'tcpSocket', 'port'))}, ${every})`;
  const command = at(defined, 'exec', 'command');
  return `(${Array.isArray(command) ? `\`${command.join(' ')}\`, ` : ''}${every})`;
}

const named = (service: string): string => (service === '' ? '' : ` of ${service}`);

const portOf = (port: unknown): string => String(port ?? '?');

/** What it got, in a few words. */
export function gets(answers: readonly EventFact[]): string {
  const said = answers.at(-1)?.message ?? '';
  const code = /statuscode: (\d+)/.exec(said)?.[1];
  if (code !== undefined) return `gets ${code}`;
  if (isRefusal(said)) return 'gets no connection: nothing listens on that port';
  if (/NOT_SERVING/.test(said)) return 'gets NOT_SERVING';
  if (/does not implement the grpc health protocol/.test(said)) return 'finds no gRPC health service';
  if (/deadline exceeded|timeout|timed out/i.test(said)) return 'gets no answer in time';
  return said === '' ? 'fails' : `fails: ${said.replace(/^\w+ probe [\w ]+: /, '').slice(0, 200)}`;
}

/** What mends a readiness that got this answer last. */
export function fixFor(last: EventFact | undefined): string {
  const said = last?.message ?? '';
  if (/statuscode: 404/.test(said)) return 'Correct the path of the probe, or serve it.';
  if (/deadline exceeded|timeout/i.test(said) && !isRefusal(said))
    return 'Raise `timeoutSeconds`, or find what the handler waits for: readiness has to answer from what is known already.';
  if (isRefusal(said)) {
    return 'Correct the port of the probe or the address the program listens on (all interfaces, not 127.0.0.1).';
  }
  if (/does not implement the grpc health protocol|unknown service/.test(said))
    return 'Register grpc.health.v1.Health in the server (and the `service` that the probe names), or ask by HTTP.';
  if (/HTTP response to HTTPS client|malformed HTTP|statuscode: 400/.test(said))
    return 'Compare `scheme` of the probe with what the program speaks on that port.';
  if (/statuscode: 503|NOT_SERVING/.test(said))
    return 'The program says that it is not ready yet: its log tells what it waits for.';
  return 'Look at what the program checks for its readiness; its log tells more.';
}
