import { messageOf } from '../errors/user-error.ts';

/** The few calls of GitHub's API that actions make. */
export interface GitHub {
  /** Pull requests that brought a commit in, merged ones first. */
  pullRequestsOf(commit: string): Promise<readonly PullRequest[]>;
  /** Rewrites the comment that begins with the marker; without one, writes it if `create`. Gives its URL. */
  comment(
    issue: number,
    marker: string,
    body: string,
    options: { create: boolean },
  ): Promise<string | undefined>;
}

export interface PullRequest {
  readonly number: number;
  readonly url: string;
  readonly title: string;
}

/** No call of ours may hold a release up for longer than this. */
const patienceMs = 10_000;

/** Opens the API for one repository (`owner/name`), at the server the runner names in GITHUB_API_URL. */
export async function openGitHub(token: string, repository: string): Promise<GitHub> {
  const { getOctokit } = await import('@actions/github');
  const [owner = '', repo = ''] = repository.split('/', 2);
  const octokit = getOctokit(token);
  const api = octokit.rest;
  const request = (): { signal: AbortSignal } => ({ signal: AbortSignal.timeout(patienceMs) });
  return {
    pullRequestsOf: async (commit) => {
      const { data } = await api.repos.listPullRequestsAssociatedWithCommit({
        owner,
        repo,
        commit_sha: commit,
        request: request(),
      });
      const merged = data.filter((pull) => pull.merged_at !== null);
      return [...merged, ...data.filter((pull) => pull.merged_at === null)].map((pull) => ({
        number: pull.number,
        url: pull.html_url,
        title: pull.title,
      }));
    },
    comment: async (issue, marker, body, { create }) => {
      const target = { owner, repo, issue_number: issue };
      const comments = await octokit.paginate(api.issues.listComments, {
        ...target,
        per_page: 100,
        request: request(),
      });
      const own = comments.find((comment) => comment.body?.startsWith(marker) === true);
      if (own === undefined && !create) return undefined;
      const text = `${marker}\n${body}`;
      const { data } =
        own === undefined
          ? await api.issues.createComment({ ...target, body: text, request: request() })
          : await api.issues.updateComment({
              owner,
              repo,
              comment_id: own.id,
              body: text,
              request: request(),
            });
      return data.html_url;
    },
  };
}

/** Runs a call that may fail without changing any verdict: undefined, and a warning that tells what is missing now. */
export async function orWarn<T>(
  what: string,
  warn: (message: string) => void,
  call: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await call();
  } catch (error) {
    warn(`${what} was skipped: ${messageOf(error)}`);
    return undefined;
  }
}
