import type { ReleaseRecord } from '../../../shared/record/types.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** A thing that went into the build (in-toto's ResourceDescriptor). */
interface Resource {
  readonly uri?: string;
  readonly name?: string;
  readonly digest: Readonly<Record<string, string>>;
}

/**
 * How the image came to be, as a predicate of SLSA provenance v1 (slsa.dev/spec/v1.0/provenance) with GitHub's own build
 * type for workflows: which workflow ran, on which commit, what went in.
 */
export function provenanceOf(
  record: ReleaseRecord,
  base: { readonly name: string; readonly digest: string } | undefined,
  env: Env,
): object {
  const server = env['GITHUB_SERVER_URL'] || 'https://github.com';
  const { source, image } = record;
  const repository = `${server}/${source.repository}`;
  const [, path = '', ref = source.ref] =
    /^[^/]+\/[^/]+\/([^@]+)@(.+)$/.exec(env['GITHUB_WORKFLOW_REF'] ?? '') ?? [];
  const commit: Resource = {
    uri: `git+${repository}@${source.ref}`,
    digest: { gitCommit: source.commit },
  };
  const under: Resource[] =
    base === undefined ? [] : [{ uri: base.name, digest: { sha256: hexOf(base.digest) } }];
  const binary: Resource[] =
    image?.binarySha256 === undefined ? [] : [{ name: 'binary', digest: { sha256: image.binarySha256 } }];
  return {
    buildDefinition: {
      buildType: 'https://actions.github.io/buildtypes/workflow/v1',
      externalParameters: { workflow: { ref, repository, path } },
      internalParameters: {
        github: {
          event_name: env['GITHUB_EVENT_NAME'] ?? '',
          repository_id: env['GITHUB_REPOSITORY_ID'] ?? '',
          repository_owner_id: env['GITHUB_REPOSITORY_OWNER_ID'] ?? '',
          runner_environment: env['RUNNER_ENVIRONMENT'] ?? '',
        },
      },
      resolvedDependencies: [commit, ...under, ...binary],
    },
    runDetails: {
      builder: { id: path === '' ? repository : `${repository}/${path}@${ref}` },
      metadata: {
        invocationId: `${repository}/actions/runs/${env['GITHUB_RUN_ID'] ?? ''}/attempts/${env['GITHUB_RUN_ATTEMPT'] ?? '1'}`,
      },
    },
  };
}

function hexOf(digest: string): string {
  return digest.replace(/^sha256:/, '');
}
