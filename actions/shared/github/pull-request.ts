/** A change to propose. Branches are of the same repository. */
export interface Proposal {
  readonly head: string;
  readonly base: string;
  readonly title: string;
  readonly body: string;
}

/** No call of ours may take longer than this. */
const patienceMs = 10_000;

/** The address of the open pull request from `head`: the one that is there, with its new text, or a new one. */
export async function proposeChange(token: string, repository: string, proposal: Proposal): Promise<string> {
  const { getOctokit } = await import('@actions/github');
  const [owner = '', repo = ''] = repository.split('/', 2);
  const { pulls } = getOctokit(token).rest;
  const request = (): { signal: AbortSignal } => ({ signal: AbortSignal.timeout(patienceMs) });
  const { head, base, title, body } = proposal;
  const open = await pulls.list({
    owner,
    repo,
    head: `${owner}:${head}`,
    base,
    state: 'open',
    request: request(),
  });
  const own = open.data.find((pull) => pull.head.ref === head);
  const { data } =
    own === undefined
      ? await pulls.create({ owner, repo, head, base, title, body, request: request() })
      : await pulls.update({ owner, repo, pull_number: own.number, title, body, request: request() });
  return data.html_url;
}
