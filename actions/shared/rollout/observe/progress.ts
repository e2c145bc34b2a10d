import type { Log } from '../../action/log.ts';
import { nameOf } from '../../kube/values.ts';
import { type Finding, keyOf } from '../finding.ts';
import type { WorkloadStatus } from '../types.ts';

/** Says each change once, in lines that make sense without a terminal. */
export class Progress {
  private readonly log: Log;
  private readonly said = new Map<string, string>();
  private readonly told = new WeakSet<WorkloadStatus>();

  constructor(log: Log) {
    this.log = log;
  }

  tell(statuses: readonly WorkloadStatus[], findings: readonly Finding[]): void {
    for (const status of statuses) {
      if (this.told.has(status)) continue;
      this.told.add(status);
      this.once(nameOf(status.ref), line(status));
    }
    for (const finding of findings) {
      const about = finding.container === undefined ? '' : `, container ${finding.container}`;
      // Counters within messages change all the time; the cause is what is new.
      const key = keyOf(finding);
      if (this.said.has(key)) continue;
      this.said.set(key, '');
      this.log.info(`${nameOf(finding.ref)}${about}: ${finding.message}`);
    }
  }

  private once(key: string, text: string): void {
    if (this.said.get(key) === text) return;
    this.said.set(key, text);
    this.log.info(text);
  }
}

function line({ ref, wanted, updated, ready, old, complete, said }: WorkloadStatus): string {
  if (said !== undefined) return `${nameOf(ref)}: ${complete ? 'ready' : 'not ready'}: ${said}`;
  if (ref.kind === 'CronJob') return `${nameOf(ref)}: runs at its times`;
  if (ref.kind === 'Job') return `${nameOf(ref)}: ${ready} of ${wanted} done${complete ? ', complete' : ''}`;
  const rest = old > 0 ? `, ${old} old` : '';
  return `${nameOf(ref)}: ${updated} of ${wanted} new, ${ready} ready${rest}${complete ? ', complete' : ''}`;
}
