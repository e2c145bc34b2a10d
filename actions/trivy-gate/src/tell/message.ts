import { oneLine } from '../../../shared/markdown/untrusted.ts';
import type { Message } from '../../../shared/notify/message.ts';
import type { ReleaseRecord, ScanSection } from '../../../shared/record/types.ts';

/** Findings a chat is told; the rest stands in the summary. */
const shown = 5;

/** What a chat is told when the gate blocks. `reason` is one sentence. */
export function blockMessage(section: ScanSection, reason: string, { source }: ReleaseRecord): Message {
  const { pullRequest, run } = source;
  const more = section.blocking.length - shown;
  return {
    title: `Scan of ${oneLine(source.repository)} blocks: ${section.verdict}`,
    lines: [
      reason,
      `commit ${source.commit.slice(0, 7)}${pullRequest === undefined ? '' : `, pull request #${pullRequest.number}`}`,
      ...section.blocking
        .slice(0, shown)
        .map(
          ({ id, severity, subject, fixedIn }) =>
            `${severity} ${id} in ${subject}${fixedIn === undefined ? ', nothing mends it yet' : `, mended by ${fixedIn}`}`,
        ),
      ...(more > 0 ? [`and ${more} more`] : []),
    ].map(oneLine),
    link: run === undefined ? undefined : { text: 'Open the run', url: run.url },
    data: { source, scan: section },
  };
}
