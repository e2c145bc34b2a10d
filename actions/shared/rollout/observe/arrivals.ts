import type { Kube } from '../../kube/types.ts';
import { at } from '../../kube/values.ts';
import type { Asked, Finding } from '../finding.ts';

/**
 * What ends a rollout unless something is there, such as the Secret that was called absent. The kubelet says what it saw until it
 * looks again, which takes it 10 to 15 s (kubernetes/kubernetes, pkg/kubelet/pod_workers.go, `backOffPeriod`): longer than an
 * operator needs to make a Secret.
 */
export class Arrivals {
  private readonly kube: Kube;
  private readonly there = new Set<string>();

  constructor(kube: Kube) {
    this.kube = kube;
  }

  /** Findings as they are to be judged: where all is there, time will tell. */
  soften(findings: readonly Finding[]): Finding[] {
    return findings.map((finding) =>
      this.isOver(finding) ? { ...finding, certainty: 'suspected' } : finding,
    );
  }

  /** Asks for what would speak against certain findings. Gives whether it does against one of them. */
  async mend(findings: readonly Finding[]): Promise<boolean> {
    const certain = findings.filter(
      ({ certainty, unless }) => certainty === 'certain' && unless !== undefined,
    );
    await Promise.all(certain.flatMap((finding) => placesOf(finding).map((one) => this.ask(one))));
    return certain.some((finding) => this.isOver(finding));
  }

  private isOver(finding: Finding): boolean {
    return finding.unless !== undefined && placesOf(finding).every((one) => this.there.has(nameOf(one)));
  }

  private async ask(asked: Placed): Promise<void> {
    const { key, ...ref } = asked;
    // Who may not ask believes what was said.
    const found = await this.kube.get({ apiVersion: 'v1', ...ref }).catch(() => undefined);
    const has = (field: string): boolean => key === undefined || at(found, field, key) !== undefined;
    if (found !== undefined && (has('data') || has('binaryData'))) this.there.add(nameOf(asked));
  }
}

type Placed = Asked & { readonly namespace: string };

const placesOf = ({ ref, unless = [] }: Finding): Placed[] =>
  unless.map((one) => ({ ...one, namespace: one.namespace ?? ref.namespace ?? '' }));

const nameOf = ({ namespace, kind, name, key = '' }: Placed): string =>
  [namespace, kind, name, key].join(' ');
