import { at, isObject, listAt, numberAt, textAt } from '../json.ts';

/** One entry of Prometheus' file_sd format. */
export interface Target {
  readonly targets: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
}

function portOf(pod: unknown): string {
  const annotated = textAt(pod, 'metadata', 'annotations', 'prometheus.io/port');
  if (annotated !== '') return annotated;
  const ports = listAt(pod, 'spec', 'containers').flatMap((container) => listAt(container, 'ports'));
  const first = numberAt(ports[0], 'containerPort');
  return Number.isNaN(first) ? '8080' : String(first);
}

/** What to scrape of a pod; undefined when it isn't asked for, has no address yet, or is on its way out. */
export function targetOf(pod: unknown): Target | undefined {
  const wanted = textAt(pod, 'metadata', 'annotations', 'prometheus.io/scrape') === 'true';
  const address = textAt(pod, 'status', 'podIP');
  if (!wanted || address === '' || textAt(pod, 'status', 'phase') !== 'Running') return undefined;
  if (textAt(pod, 'metadata', 'deletionTimestamp') !== '') return undefined;
  const label = (name: string): string => textAt(pod, 'metadata', 'labels', name);
  const labels = {
    namespace: textAt(pod, 'metadata', 'namespace'),
    pod: textAt(pod, 'metadata', 'name'),
    app: label('app.kubernetes.io/name'),
    version: label('app.kubernetes.io/version'),
    track: label('seatrial.dev/track'),
    __metrics_path__: textAt(pod, 'metadata', 'annotations', 'prometheus.io/path'),
  };
  const present = Object.entries(labels).filter(([, value]) => value !== '');
  return { targets: [`${address}:${portOf(pod)}`], labels: Object.fromEntries(present) };
}

/** The pods as a watch tells them: keeps the present ones and renders what to scrape. */
export class PodTable {
  readonly #pods = new Map<string, unknown>();

  /** Starts over with a full list. */
  reset(list: unknown): void {
    this.#pods.clear();
    for (const pod of listAt(list, 'items')) this.#pods.set(textAt(pod, 'metadata', 'uid'), pod);
  }

  /** Takes one watch event in. Returns false when the watch must be begun anew. */
  apply(event: unknown): boolean {
    const type = textAt(event, 'type');
    const pod = at(event, 'object');
    if (type === 'ERROR' || !isObject(pod)) return false;
    const uid = textAt(pod, 'metadata', 'uid');
    if (type === 'DELETED') this.#pods.delete(uid);
    else if (type !== 'BOOKMARK') this.#pods.set(uid, pod);
    return true;
  }

  /** The file's content; the same pods give the same text. */
  render(): string {
    const found = [...this.#pods.values()].map(targetOf).filter((target) => target !== undefined);
    found.sort((a, b) => (a.targets[0] ?? '').localeCompare(b.targets[0] ?? ''));
    return `${JSON.stringify(found, null, 1)}\n`;
  }
}
