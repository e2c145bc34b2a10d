/** What is known about a registry by its host alone. */
export interface RegistryKind {
  readonly name: string;
  /** Who logs in where a password is given without a name; undefined where that is a person's or robot's own. */
  readonly username?: string;
  /** What to do when a push is refused. */
  readonly refused: string;
}

/** A registry of which nothing special is known. */
export const anyRegistry: RegistryKind = {
  name: 'registry',
  refused:
    'Give `registry-username` and `registry-password` of someone who may push to this repository, or log in to the registry in a step before.',
};

/** Reads the kind of a registry from its host. `actor` is whose workflow runs. */
export function registryKind(registry: string, actor: string | undefined): RegistryKind {
  const host = registry.replace(/:\d+$/, '');
  if (host === 'ghcr.io') {
    return {
      name: 'GitHub Container Registry',
      ...(actor === undefined || actor === '' ? {} : { username: actor }),
      refused:
        'Give the job `permissions: packages: write` and `registry-password: ${{ github.token }}`; a package that another repository made has to let this one in (package settings, Manage Actions access).',
    };
  }
  if (host === 'docker.io') {
    return {
      name: 'Docker Hub',
      refused:
        'Give your Docker ID as `registry-username` and an access token with Read & Write as `registry-password`; the first part of the repository is your ID or an organisation of yours.',
    };
  }
  if (
    /^\d{12}\.dkr[.-]ecr(?:-fips)?\.[a-z0-9-]+\.(?:amazonaws\.com(?:\.cn)?|on\.aws)$/.test(host) ||
    host === 'public.ecr.aws'
  ) {
    return {
      name: 'Amazon ECR',
      username: 'AWS',
      refused:
        'Give the token of `aws ecr get-login-password` as `registry-password` (it is good for 12 hours), or use docker-credential-ecr-login; ECR makes no repository by itself, so create it first.',
    };
  }
  if (host === 'gcr.io' || host.endsWith('.gcr.io') || host.endsWith('-docker.pkg.dev')) {
    return {
      name: 'Google Artifact Registry',
      username: 'oauth2accesstoken',
      refused:
        'Give an access token as `registry-password` (`google-github-actions/auth` with `token_format: access_token`); its account needs the role Artifact Registry Writer.',
    };
  }
  if (host.endsWith('.azurecr.io')) {
    return {
      name: 'Azure Container Registry',
      username: '00000000-0000-0000-0000-000000000000',
      refused:
        'Give the token of `az acr login --expose-token` as `registry-password`; its identity needs the role AcrPush.',
    };
  }
  if (/(?:^|\.)(?:harbor|registry)\./.test(`.${host}`)) {
    return {
      ...anyRegistry,
      refused: `${anyRegistry.refused} For Harbor: the project (first part of the repository) must exist, and a robot's name begins with \`robot$\`.`,
    };
  }
  return anyRegistry;
}
