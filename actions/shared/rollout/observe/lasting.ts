import { type Finding, keyOf } from '../finding.ts';

/** Turns findings that have lasted as long as they have to into certain ones. Clocks of the cluster play no part. */
export class Lasting {
  private readonly since = new Map<string, number>();

  /** The same findings with their certainty at `now`, and when the next one would become certain. */
  judge(findings: readonly Finding[], now: number): { findings: Finding[]; next: number | undefined } {
    const waiting = new Set(findings.filter(({ certainty }) => typeof certainty === 'number').map(keyOf));
    for (const key of this.since.keys()) if (!waiting.has(key)) this.since.delete(key);
    let next: number | undefined;
    const judged = findings.map((finding): Finding => {
      if (typeof finding.certainty !== 'number') return finding;
      const key = keyOf(finding);
      const begun = this.since.get(key) ?? now;
      this.since.set(key, begun);
      const end = begun + finding.certainty;
      if (now >= end) return { ...finding, certainty: 'certain' };
      next = Math.min(next ?? end, end);
      return finding;
    });
    return { findings: judged, next };
  }
}
