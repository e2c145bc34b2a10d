import { createHash } from 'node:crypto';
import type { Kind } from '../cluster/cluster.ts';
import { resourceOf } from '../cluster/kube-cluster.ts';
import type { JsonObject } from '../json.ts';
import type { RouteTarget } from '../route/types.ts';

/** Seconds without a new sign of life after which the watchdog acts: longer than the Lease is valid. */
const patience = 50;

/** Runs in any image with kubectl and a POSIX shell. A Lease that is gone means that its run has ended on purpose. */
const script = `seen=
since=$(date +%s)
while :; do
  if now=$(kubectl -n "$NAMESPACE" get lease "$LEASE" --ignore-not-found -o 'jsonpath={.spec.holderIdentity} {.spec.renewTime}'); then
    [ -n "$now" ] || { echo "the run has ended"; exit 0; }
    if [ "$now" != "$seen" ]; then seen=$now; since=$(date +%s); fi
    if [ $(($(date +%s) - since)) -ge ${patience} ]; then
      echo "no sign of life for ${patience} s"
      for which in next now; do
        patch=$(kubectl -n "$NAMESPACE" get configmap "$PATCHES" -o "jsonpath={.data.$which}") || continue
        [ -n "$patch" ] || continue
        if kubectl -n "$NAMESPACE" patch "$RESOURCE" "$NAME" --type=json -p "$patch"; then exit 0; fi
      done
    fi
  fi
  sleep 5
done
`;

export const watchdogName = (workload: string): string => `seatrial-watchdog-${workload}`;

export interface Dog {
  readonly image: string;
  readonly serviceAccount: string;
  readonly namespace: string;
  readonly workload: string;
  readonly owner: string;
  readonly lease: string;
  readonly carrier: RouteTarget;
}

/** The Job that watches one run. It ends with that, and the cluster removes it a minute later. */
export function watchdogJob(dog: Dog): JsonObject {
  const suffix = createHash('sha256').update(dog.owner).digest('hex').slice(0, 8);
  const labels = { 'seatrial.dev/watchdog-of': dog.workload };
  const env = {
    NAMESPACE: dog.namespace,
    LEASE: dog.lease,
    PATCHES: watchdogName(dog.workload),
    RESOURCE: resourceName(dog.carrier.kind),
    NAME: dog.carrier.name,
    HOME: '/tmp',
  };
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: {
      name: `${watchdogName(dog.workload).slice(0, 50)}-${suffix}`,
      namespace: dog.namespace,
      labels,
    },
    spec: {
      ttlSecondsAfterFinished: 60,
      backoffLimit: 10,
      template: {
        metadata: { labels },
        spec: {
          restartPolicy: 'OnFailure',
          serviceAccountName: dog.serviceAccount,
          securityContext: {
            runAsNonRoot: true,
            runAsUser: 65532,
            seccompProfile: { type: 'RuntimeDefault' },
          },
          containers: [
            {
              name: 'watchdog',
              image: dog.image,
              command: ['/bin/sh', '-c', script],
              env: Object.entries(env).map(([name, value]) => ({ name, value })),
              resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '128Mi' } },
              securityContext: {
                allowPrivilegeEscalation: false,
                readOnlyRootFilesystem: true,
                capabilities: { drop: ['ALL'] },
              },
            },
          ],
        },
      },
    },
  };
}

function resourceName(kind: Kind): string {
  const { group, plural } = resourceOf(kind);
  return group === '' ? plural : `${plural}.${group}`;
}
