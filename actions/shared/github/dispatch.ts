/** An event for the workflows of another repository (`on: repository_dispatch`). */
export interface Dispatch {
  /** `owner/name`. */
  readonly repository: string;
  /** What `types:` of the receiving workflow names, at most 100 characters. */
  readonly event: string;
  /** At most ten properties, 64 KB in all. */
  readonly payload: Readonly<Record<string, unknown>>;
}

const patienceMs = 30_000;

/** Sends the event, at the server the runner names in GITHUB_API_URL. Throws what GitHub says when it refuses. */
export async function sendDispatch(token: string, { repository, event, payload }: Dispatch): Promise<void> {
  const { getOctokit } = await import('@actions/github');
  const [owner = '', repo = ''] = repository.split('/', 2);
  await getOctokit(token).rest.repos.createDispatchEvent({
    owner,
    repo,
    event_type: event,
    client_payload: { ...payload },
    request: { signal: AbortSignal.timeout(patienceMs) },
  });
}
