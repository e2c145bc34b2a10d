import type { Finding } from '../findings/finding.ts';

/** What tells a finding from another, whatever its version or line. */
export type Trait = Pick<Finding, 'kind' | 'id' | 'subject'>;

/** What the base has. */
export interface Base {
  /** `main at 1a2b3c4`, or the file. */
  readonly origin: string;
  readonly traits: readonly Trait[];
}

/** Whether packages of an SBOM can have it: such findings are looked up anew, all others are remembered. */
export function isOfPackage({ kind }: Trait): boolean {
  return kind === 'os-package' || kind === 'dependency' || kind === 'licence';
}

/**
 * The findings with whether the base has them too. A vulnerability counts once for a package, in however many programs
 * it is; a misconfiguration or secret as often as it turns up in a file: the second one is new.
 */
export function withKnown(findings: readonly Finding[], base: Base | undefined): Finding[] {
  if (base === undefined) return [...findings];
  const credit = new Map<string, number>();
  for (const trait of base.traits) {
    const key = keyOf(trait);
    credit.set(key, isOfPackage(trait) ? Number.POSITIVE_INFINITY : (credit.get(key) ?? 0) + 1);
  }
  return findings.map((finding) => {
    const key = keyOf(finding);
    const left = credit.get(key) ?? 0;
    credit.set(key, left - 1);
    return { ...finding, known: left > 0 };
  });
}

/** The traits of findings that an SBOM can't tell. */
export function rememberedOf(findings: readonly Finding[]): Trait[] {
  return findings.filter((one) => !isOfPackage(one)).map(({ kind, id, subject }) => ({ kind, id, subject }));
}

function keyOf({ kind, id, subject }: Trait): string {
  return JSON.stringify([kind, id, subject]);
}
