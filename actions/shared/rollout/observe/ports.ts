import { at, listAt, numberAt, textAt } from '../../kube/values.ts';
import type { ContainerFacts } from '../facts/types.ts';

/**
 * Ports other than the probe's: those that the container declares, those that its variables and arguments set, and those
 * that its log speaks of when it says that it listens. That the probe's own port answers in the end proves nothing but a slow start.
 */
export function otherPorts({ spec }: ContainerFacts, log: string): number[] {
  const declared = listAt(spec, 'ports').map((port) => numberAt(port, 'containerPort') ?? 0);
  const said = log
    .split('\n')
    .filter((line) => /listen|serv|start|addr|port/i.test(line))
    .flatMap((line) => [...line.matchAll(/(?::|port\D{1,3})(\d{2,5})\b/gi)].map((match) => Number(match[1])));
  const probed = probePort(spec);
  return [...new Set([...declared, ...toldPorts(spec), ...said])]
    .filter((port) => port > 0 && port < 65_536 && port !== probed)
    .slice(0, 5);
}

/** Ports in `PORT: "9000"`, `ADDR: ":9000"`, `--port=9000`, `-listen :9000`. */
function toldPorts(spec: unknown): number[] {
  const variables = listAt(spec, 'env')
    .filter((variable) => /PORT|ADDR|LISTEN|BIND/i.test(textAt(variable, 'name')))
    .map((variable) => textAt(variable, 'value'));
  const words = [...listAt(spec, 'command'), ...listAt(spec, 'args')].filter(
    (word) => typeof word === 'string',
  );
  const numbers = [...variables, ...words].flatMap(
    (text) => /(?:^|[:=])(\d{2,5})$/.exec(text.trim())?.slice(1) ?? [],
  );
  return numbers.map(Number);
}

/** The readiness probe's own port; a name stands for the container port of that name. */
export function probePort(spec: unknown): number | undefined {
  const probe = at(spec, 'readinessProbe');
  const port = at(probe, 'httpGet', 'port') ?? at(probe, 'tcpSocket', 'port') ?? at(probe, 'grpc', 'port');
  if (typeof port === 'number') return port;
  const named = listAt(spec, 'ports').find((candidate) => textAt(candidate, 'name') === port);
  return numberAt(named, 'containerPort');
}
