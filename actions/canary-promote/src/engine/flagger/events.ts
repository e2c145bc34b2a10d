/** What Flagger says of a way back itself, which tells nothing of why. */
const outcome =
  /^(Canary failed!|Rolling back .* failed checks threshold|Copying |Advance |Starting canary|New revision)/;
const telling =
  /^(Halt|canary deployment|Rolling back|Prometheus query failed|Metric query failed|.*(not ready|exceeded|failed|error))/i;

/** The most of one kind of message that are told. */
const most = 3;

/** Why a canary was given up, from the messages of Flagger's events: the last of each kind, the latest first. */
export function becauseOf(messages: readonly string[]): string[] {
  const reasons = messages.filter((message) => telling.test(message) && !outcome.test(message));
  const kinds = new Map<string, string>();
  // Numbers change from look to look; the words make the kind.
  for (const message of reasons) {
    const kind = message.replaceAll(/\d+(\.\d+)?/g, '#');
    kinds.delete(kind);
    kinds.set(kind, message);
  }
  return [...kinds.values()].reverse().slice(0, most);
}
