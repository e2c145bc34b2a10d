import { listAt, textAt } from '../../kube/values.ts';
import type { ContainerFacts, EventFact, Facts } from '../facts.ts';
import type { Finding } from '../finding.ts';
import { about, aboutContainer, type Cause, eachContainer, quoted } from './cause.ts';

/** An operator may still be making the Secret; the kubelet asks again every few seconds. */
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
    });
  });
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
    const failed = pod.events.filter(({ reason }) => reason === 'FailedMount').at(-1);
    const missing = failed === undefined ? undefined : missingIn(failed.message);
    if (failed === undefined || missing === undefined || pod.containers.some(({ running }) => running))
      return [];
    return [
      about(facts, {
        cause: 'config-missing',
        certainty: patience,
        message: `${missing}, which the pods mount`,
        evidence: [`Pod ${pod.name}: ${quoted(failed)}`],
        fix: fixFor(missing),
        path: volumePath(facts, failed),
      }),
    ];
  });
}

function volumePath(facts: Facts, { message }: EventFact): (string | number)[] {
  const name = /for volume "([^"]+)"/.exec(message)?.[1];
  const volumes = listAt(facts.workload, 'spec', 'template', 'spec', 'volumes');
  const index = volumes.findIndex((volume) => textAt(volume, 'name') === name);
  return ['spec', 'template', 'spec', 'volumes', ...(index < 0 ? [] : [index])];
}

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

const kindOf = (word: string | undefined): string =>
  word?.toLowerCase() === 'secret' ? 'Secret' : 'ConfigMap';

function fixFor(missing: string | undefined): string {
  if (missing?.includes('has no key') === true)
    return 'Add the key there, or correct its name in the manifest.';
  return 'Add the object to the manifests of this release, correct its name, or let whoever makes it run before.';
}
