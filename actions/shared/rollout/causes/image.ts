import { textAt } from '../../kube/values.ts';
import type { ContainerFacts } from '../facts/types.ts';
import type { CauseId, Finding } from '../finding.ts';
import { aboutContainer, type Cause, eachContainer, quoted } from './cause.ts';

const pullReasons = new Set(['ErrImagePull', 'ImagePullBackOff', 'RegistryUnavailable', 'ErrImageNeverPull']);

/** An answer that won't change by itself is certain at once; the others after three attempts or half a minute. */
const patience = 30_000;
const attempts = 3;

interface Verdict {
  readonly cause: CauseId;
  readonly certainty: Finding['certainty'];
  readonly what: string;
  readonly fix: string;
}

/** Why an image does not come. */
export const image: Cause = (facts) =>
  eachContainer(facts, (container, pod) => {
    const { waiting } = container;
    if (waiting === undefined) return undefined;
    const decided = judge(container, waiting.reason);
    if (decided === undefined) return undefined;
    const { cause, certainty, what, fix } = decided;
    const events = container.events.filter(({ reason }) => reason === 'Failed' || reason === 'InspectFailed');
    const telling = events.filter(({ message }) => message.includes('pull'));
    return aboutContainer(facts, container, {
      cause,
      certainty,
      field: ['image'],
      message: `${what}: ${container.image}`,
      evidence: [
        `Pod ${pod.name}: ${waiting.reason}${waiting.message === '' ? '' : `: ${waiting.message}`}`,
        ...telling.slice(-2).map(quoted),
        ...pod.events
          .filter(({ reason }) => reason === 'FailedToRetrieveImagePullSecret')
          .slice(-1)
          .map(quoted),
      ],
      fix,
    });
  });

function judge(container: ContainerFacts, reason: string): Verdict | undefined {
  if (reason === 'InvalidImageName') return invalidName;
  if (pullReasons.has(reason)) return judgePull(container);
  return reason === 'ContainerCreating' ? unfinished(container) : undefined;
}

/** A registry that accepts the question and does not answer looks like a large image: told when time runs out. */
function unfinished({ events }: ContainerFacts): Verdict | undefined {
  const last = events.findLast(({ reason }) => reason === 'Pulling' || reason === 'Pulled');
  if (last?.reason !== 'Pulling') return undefined;
  return {
    cause: 'image-pull-failed',
    certainty: 'suspected',
    what: 'the image is still being fetched',
    fix: 'Is it very large, or does its registry not answer the node? A longer `timeout` waits for it.',
  };
}

const invalidName: Verdict = {
  cause: 'image-name-invalid',
  certainty: 'certain',
  what: 'the image name is not valid',
  fix: 'Write it as `registry/repository@sha256:…` in lower case; was a placeholder left in it?',
};

function judgePull(container: ContainerFacts): Verdict {
  // ImagePullBackOff keeps the registry's answer in its own message or only in the event before it.
  const pulls = container.events.filter(({ message }) => /Failed to pull image/.test(message));
  // The reference is no part of the answer: it may be called `app:401`.
  const said = [container.waiting?.message ?? '', ...pulls.map(({ message }) => message)]
    .join('\n')
    .replaceAll(container.image, 'the image');
  return never(container, said) ?? platform(said) ?? denied(said) ?? notFound(said) ?? transient(container);
}

function never({ waiting }: ContainerFacts, _said: string): Verdict | undefined {
  if (waiting?.reason !== 'ErrImageNeverPull') return undefined;
  return {
    cause: 'image-not-found',
    certainty: 'certain',
    what: 'the image is not on the node and `imagePullPolicy: Never` forbids to fetch it',
    fix: 'Write `imagePullPolicy: IfNotPresent`.',
  };
}

function platform(said: string): Verdict | undefined {
  // It ends with "not found", so it has to be asked first.
  if (!/no match for platform in manifest|no matching manifest for/.test(said)) return undefined;
  return {
    cause: 'image-wrong-platform',
    certainty: 'certain',
    what: "the image has no variant for the node's platform",
    fix: "Build the image for the nodes' platform too (`kubectl get nodes -o wide`), such as `platforms: linux/amd64, linux/arm64`.",
  };
}

function denied(said: string): Verdict | undefined {
  // Registries hide private repositories: "does not exist or may require authorization".
  const pattern =
    /pull access denied|may require authorization|\b401\b|\b403\b|Unauthorized|Forbidden|unauthorized|authorization failed|insufficient_scope|no basic auth credentials|authentication required|access denied/i;
  if (!pattern.test(said)) return undefined;
  return {
    cause: 'image-pull-denied',
    certainty: 'certain',
    what: 'the registry refuses the image to the node',
    fix: 'Give the pods access: `imagePullSecrets` with a Secret of type kubernetes.io/dockerconfigjson in this namespace, or the rights of the nodes. A private repository that does not exist is answered the same way.',
  };
}

function notFound(said: string): Verdict | undefined {
  if (!/not found|manifest unknown|name unknown|MANIFEST_UNKNOWN|NAME_UNKNOWN/i.test(said)) return undefined;
  return {
    cause: 'image-not-found',
    certainty: 'certain',
    what: 'the registry has no such image',
    fix: 'Was it pushed, to this registry, under this name? `images` takes the reference that multistage-dockerize gives after its push.',
  };
}

function transient(container: ContainerFacts): Verdict {
  const tried = Math.max(
    0,
    ...container.events
      .filter(({ message }) => /Failed to pull image/.test(message))
      .map(({ count }) => count),
  );
  const policy = textAt(container.spec, 'imagePullPolicy');
  return {
    cause: 'image-pull-failed',
    certainty: tried >= attempts ? 'certain' : patience,
    what: "the image can't be fetched",
    fix: `The registry can't be reached from the node, or does not answer well: look at its address, its certificate and its limits${policy === 'Always' ? '; `imagePullPolicy: IfNotPresent` asks it less often' : ''}.`,
  };
}
