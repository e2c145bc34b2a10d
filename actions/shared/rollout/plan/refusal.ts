import type { KubeError } from '../../kube/errors.ts';
import type { Ref } from '../../kube/types.ts';
import { judgeRefusal } from '../causes/admission.ts';
import type { CauseId, Finding } from '../finding.ts';
import type { Item } from '../types.ts';
import { fieldIn, fieldPath } from './field-path.ts';

/** What the server's refusal of an object means. */
export function refusalOf(error: KubeError, item: Item, ref: Ref): Finding {
  const field = error.details.find((detail) => detail.field !== '')?.field ?? fieldIn(error.message);
  const { cause, message, fix: general } = judge(error);
  const fix = ref.kind === 'Job' && cause === 'immutable-field' ? fixOfJob : general;
  return {
    cause,
    certainty: 'certain',
    ref,
    message,
    evidence: [error.message],
    fix: fix ?? error.fix,
    path: cause === 'namespace-missing' ? ['metadata', 'namespace'] : fieldPath(item.object, field),
  };
}

const fixOfJob =
  "A Job can't be changed. Annotate it `seatrial.dev/hook: pre` (or `post`), and each release replaces and awaits it; or give it a new name.";

interface Judged {
  readonly cause: CauseId;
  readonly message: string;
  readonly fix?: string;
}

function judge(error: KubeError): Judged {
  const { status, message } = error;
  if (status === 0) return { cause: 'unreachable', message };
  if (status === 401) return { cause: 'unauthorized', message };
  if (status === 404) return ofMissing(error);
  if (status === 409) return ofConflict(error);
  if (status === 403) return ofForbidden(error);
  // A ValidatingAdmissionPolicy says no with the status of an invalid object.
  if (/failed calling webhook|denied (the )?request/.test(message)) return ofAdmission(message);
  if (status === 422) return ofInvalid(error);
  return {
    cause: 'invalid-manifest',
    message,
    fix: 'Correct the field that the message names; `kubectl explain` tells what it takes.',
  };
}

function ofMissing({ message, reason }: KubeError): Judged {
  const namespace = /namespaces "([^"]+)" not found/.exec(message)?.[1];
  if (namespace !== undefined) return missingNamespace(namespace);
  if (reason === 'UnknownKind') {
    return {
      cause: 'invalid-manifest',
      message,
      fix: 'Correct apiVersion and kind, or install the CustomResourceDefinition first (or with this release).',
    };
  }
  return { cause: 'invalid-manifest', message };
}

/** A namespace that neither exists nor comes with the release: to make it by itself would hide a wrong name. */
export function missingNamespace(namespace: string): Judged & { fix: string } {
  return {
    cause: 'namespace-missing',
    message: `there is no namespace ${namespace}, and the manifests don't bring it`,
    fix: `Correct the name, or create it: \`kubectl create namespace ${namespace}\`, or a Namespace object in the manifests.`,
  };
}

function ofConflict({ message, details }: KubeError): Judged {
  const owners = [
    ...new Set(details.map((detail) => /"([^"]+)"/.exec(detail.message)?.[1] ?? detail.message)),
  ];
  const fields = details.map((detail) => detail.field).filter((field) => field !== '');
  if (fields.length === 0) return { cause: 'field-conflict', message };
  // People scale by kubectl once; a controller does it again after every apply.
  const fought =
    fields.every((field) => field === '.spec.replicas') && !owners.some((one) => /^kubectl/.test(one));
  return {
    cause: fought ? 'replica-conflict' : 'field-conflict',
    message: `${fields.join(', ')} ${fields.length === 1 ? 'is' : 'are'} owned by ${owners.join(', ')}, which has set another value`,
    fix: 'Take the field out of the manifest when the other one has to own it, or write `force-conflicts: true` once to take it over.',
  };
}

function ofForbidden({ message }: KubeError): Judged {
  if (/is being terminated/.test(message)) {
    return {
      cause: 'stuck-finalizer',
      message: `the namespace is being deleted: ${message}`,
      fix: 'Wait until it is gone and start again. If it does not go, a finalizer holds it: `kubectl get namespace NAME -o yaml` names it.',
    };
  }
  if (/cannot (get|list|watch|create|patch|update|delete) resource/.test(message))
    return { cause: 'forbidden', message };
  return ofAdmission(message);
}

function ofAdmission(message: string): Judged {
  const { cause, what, fix } = judgeRefusal(message);
  return { cause, message: `${what.replace(' the pods', ' it')}: ${message}`, fix };
}

function ofInvalid({ message }: KubeError): Judged {
  if (/`?selector`? does not match template `?labels`?/.test(message)) {
    return {
      cause: 'selector-mismatch',
      message: 'the selector does not match the labels of the pod template',
      fix: 'Give `spec.template.metadata.labels` every pair of `spec.selector.matchLabels`.',
    };
  }
  if (
    /is immutable|spec for fields other than|may not change fields other than|may not be changed|may not change once set|cannot change roleRef/.test(
      message,
    )
  ) {
    return {
      cause: 'immutable-field',
      message,
      fix: 'This field can only be set when the object is made: keep its value, give the object a new name, or delete it first (which stops what runs).',
    };
  }
  return { cause: 'invalid-manifest', message };
}
