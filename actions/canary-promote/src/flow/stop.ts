/** Why a run stops before its end, as the `reason` of an aborted signal. */
export class Replaced {
  readonly by: string;

  constructor(by: string) {
    this.by = by;
  }
}

/** In a sentence. */
export function whyStopped(signal: AbortSignal): string {
  const reason: unknown = signal.reason;
  return reason instanceof Replaced
    ? `a newer commit takes its place (${reason.by})`
    : 'the job was cancelled';
}

/** A cancelled job has seconds; one that makes room has the time it needs. */
export function inHurry(signal: AbortSignal): boolean {
  return signal.aborted && !(signal.reason instanceof Replaced);
}

/** A signal that follows `signal`, and that a newer commit can abort as well. */
export function stoppable(signal: AbortSignal): { signal: AbortSignal; replace: (by: string) => void } {
  const controller = new AbortController();
  const follow = (): void => controller.abort(signal.reason);
  if (signal.aborted) follow();
  else signal.addEventListener('abort', follow, { once: true });
  return { signal: controller.signal, replace: (by) => controller.abort(new Replaced(by)) };
}
