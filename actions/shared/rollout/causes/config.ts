import { at, listAt, textAt } from '../../kube/values.ts';
import type { FieldPath } from '../../manifests/types.ts';
import type { ContainerFacts, EventFact, Facts } from '../facts/types.ts';
import type { Asked, Finding } from '../finding.ts';
import { about, aboutContainer, type Cause, eachContainer, inTemplate, quoted } from './cause.ts';

/** An operator may still be making the Secret; whether it has is asked before the end. */
const patience = 4000;

/** ConfigMaps, Secrets and keys that pods ask for and that are not there. */
export const config: Cause = (facts) => [...fromContainers(facts), ...fromVolumes(facts)];

function fromContainers(facts: Facts): Finding[] {
  return eachContainer(facts, (container, pod) => {
    const { waiting } = container;
    if (waiting?.reason !== 'CreateContainerConfigError') return undefined;
    const evidence = [`Pod ${pod.name}: ${waiting.reason}: ${waiting.message}`];
    if (/runAsNonRoot|non-root|non-numeric user/.test(waiting.message))
      return asRoot(facts, container, evidence);
    const missing = missingIn(waiting.message);
    return aboutContainer(facts, container, {
      cause: 'config-missing',
      certainty: patience,
      message: missing ?? `the container's configuration is not there: ${waiting.message}`,
      evidence,
      fix: fixFor(missing),
      ...unlessCome([absentIn(waiting.message)]),
    });
  });
}

/** Only what is known in full can be asked for. */
function unlessCome(absent: readonly (Asked | undefined)[]): Pick<Finding, 'unless'> {
  const known = absent.filter((one) => one !== undefined);
  return known.length === absent.length ? { unless: known } : {};
}

function asRoot(facts: Facts, container: ContainerFacts, evidence: string[]): Finding {
  return aboutContainer(facts, container, {
    cause: 'runs-as-root',
    certainty: 'certain',
    message: '`runAsNonRoot` forbids root, and the image runs as root or as a user known by name only',
    evidence,
    fix: 'Set a number as user: `USER 65532` in the Dockerfile or `runAsUser: 65532` in the security context.',
    field: ['securityContext'],
  });
}

function fromVolumes(facts: Facts): Finding[] {
  return facts.pods.flatMap((pod) => {
    // Nothing in the pod's status tells of it.
    const failed = pod.events.filter(
      ({ reason, message }) => reason === 'FailedMount' && missingIn(message) !== undefined,
    );
    if (failed.length === 0 || pod.prepared || pod.containers.some(({ running }) => running)) return [];
    const volumes = failed.map((event) => ({ event, ...volumeOf(facts, event) }));
    const all = [...new Map(volumes.map((one) => [one.missing, one])).values()];
    return [
      about(facts, {
        cause: 'config-missing',
        certainty: patience,
        message: `${all.map(({ missing }) => missing).join(', and ')}, which the pods mount`,
        evidence: all.map(({ event }) => `Pod ${pod.name}: ${quoted(event)}`),
        fix: fixFor(all[0]?.missing),
        ...unlessCome(all.map(({ absent }) => absent)),
        path: all[0]?.path ?? volumesOf(facts),
      }),
    ];
  });
}

const volumesOf = (facts: Facts): FieldPath => inTemplate(facts, 'spec', 'volumes');

interface Missed {
  readonly missing: string;
  readonly absent: Asked | undefined;
  readonly path: FieldPath;
}

/** What a mount misses and where the volume stands; the kubelet names a missing key without its object. */
function volumeOf(facts: Facts, { message }: EventFact): Missed {
  const name = /for volume "([^"]+)"/.exec(message)?.[1];
  const volumes = listAt(facts.workload, ...volumesOf(facts));
  const index = volumes.findIndex((volume) => textAt(volume, 'name') === name);
  const path = [...volumesOf(facts), ...(index < 0 ? [] : [index])];
  const missing = missingIn(message) ?? '';
  const key = /references non-existent (?:config|secret) key: (\S+)/.exec(message)?.[1];
  const holder = key === undefined ? undefined : sourcesOf(volumes[index]).find((one) => asksFor(one, key));
  if (holder === undefined || key === undefined) return { missing, absent: absentIn(message), path };
  const { kind, name: of } = holder;
  return { missing: `${kind} ${of} has no key ${key}`, absent: { kind, name: of, key }, path };
}

interface Source {
  readonly kind: 'ConfigMap' | 'Secret';
  readonly name: string;
  readonly items: readonly unknown[];
}

/** The ConfigMaps and Secrets behind a volume, a projected one included. */
function sourcesOf(volume: unknown): Source[] {
  return [volume, ...listAt(volume, 'projected', 'sources')].flatMap((source): Source[] => {
    const [config, secret] = [at(source, 'configMap'), at(source, 'secret')];
    if (config !== undefined)
      return [{ kind: 'ConfigMap', name: textAt(config, 'name'), items: listAt(config, 'items') }];
    if (secret === undefined) return [];
    const name = textAt(secret, 'secretName') || textAt(secret, 'name');
    return [{ kind: 'Secret', name, items: listAt(secret, 'items') }];
  });
}

const asksFor = ({ items }: Source, key: string): boolean =>
  items.some((item) => textAt(item, 'key') === key);

/** What is missing, from the kubelet's words. */
export function missingIn(message: string): string | undefined {
  const object = /(configmap|secret) "([^"]+)" not found/i.exec(message);
  if (object !== null) return `there is no ${kindOf(object[1])} ${object[2]}`;
  const key = /couldn't find key (\S+) in (ConfigMap|Secret) ([\w.-]+\/)?([\w.-]+)/.exec(message);
  if (key !== null) return `${key[2]} ${key[4]} has no key ${key[1]}`;
  const volumeKey = /references non-existent (config|secret) key: (\S+)/.exec(message);
  if (volumeKey !== null)
    return `the ${volumeKey[1] === 'config' ? 'ConfigMap' : 'Secret'} has no key ${volumeKey[2]}`;
  return undefined;
}

/** The object or key that is missing, where the kubelet's words name it in full. */
function absentIn(message: string): Asked | undefined {
  const [, word, object] = /(configmap|secret) "([^"]+)" not found/i.exec(message) ?? [];
  if (object !== undefined) return { kind: kindOf(word), name: object };
  const [, key, kind, name] =
    /couldn't find key (\S+) in (ConfigMap|Secret) (?:[\w.-]+\/)?([\w.-]+)/.exec(message) ?? [];
  return key === undefined || name === undefined ? undefined : { kind: kindOf(kind), name, key };
}

const kindOf = (word: string | undefined): Asked['kind'] =>
  word?.toLowerCase() === 'secret' ? 'Secret' : 'ConfigMap';

function fixFor(missing: string | undefined): string {
  if (missing?.includes('has no key') === true)
    return 'Add the key there, or correct its name in the manifest.';
  return 'Add the object to the manifests of this release, correct its name, or let whoever makes it run before.';
}
