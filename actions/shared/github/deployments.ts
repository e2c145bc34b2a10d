/** How far a deployment is, in GitHub's words. */
export type DeploymentState = 'in_progress' | 'success' | 'failure' | 'error' | 'inactive';

export interface NewDeployment {
  /** The commit. */
  readonly ref: string;
  readonly environment: string;
  readonly description: string;
  /** What somebody who finds the deployment may want to know of the release. */
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface DeploymentStatus {
  readonly state: DeploymentState;
  readonly description: string;
  readonly environmentUrl?: string;
  readonly logUrl?: string;
}

/** The deployments of one repository. */
export interface Deployments {
  /** Gives the id of the new deployment. */
  create(deployment: NewDeployment): Promise<number>;
  /** Adds a status; a success takes the place of earlier deployments of the environment. */
  report(id: number, status: DeploymentStatus): Promise<void>;
}

/** Milliseconds for one call: no deployment is held up by what tells of it. */
const patience = 8000;
/** GitHub refuses longer descriptions. */
const longest = 140;

/** Opens the API for one repository (`owner/name`), at the server the runner names in GITHUB_API_URL. */
export async function openDeployments(token: string, repository: string): Promise<Deployments> {
  const { getOctokit } = await import('@actions/github');
  const [owner = '', repo = ''] = repository.split('/', 2);
  const { repos } = getOctokit(token).rest;
  const common = () => ({ owner, repo, request: { signal: AbortSignal.timeout(patience) } });
  return {
    create: async ({ ref, environment, description, payload }) => {
      const { data } = await repos.createDeployment({
        ...common(),
        ref,
        environment,
        description: description.slice(0, longest),
        payload: { ...payload },
        // The workflow itself decides what has to be green before it deploys.
        auto_merge: false,
        required_contexts: [],
      });
      if (!('id' in data)) throw new Error(data.message ?? 'GitHub has made no deployment');
      return data.id;
    },
    report: async (id, { state, description, environmentUrl, logUrl }) => {
      await repos.createDeploymentStatus({
        ...common(),
        deployment_id: id,
        state,
        description: description.slice(0, longest),
        ...(environmentUrl === undefined ? {} : { environment_url: environmentUrl }),
        ...(logUrl === undefined ? {} : { log_url: logUrl }),
      });
    },
  };
}
