import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runStub, type StubResult } from '../stub.ts';

export interface SeedOptions {
  /** The caller's repository. */
  readonly repository: string;
  readonly commit: string;
  readonly image: string;
  readonly kubeconfig: string;
  /** The service's name, under which the manifests mention its image. */
  readonly service: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Brings the service into production for the first time, so that the loop has a stable version to compare with: the
 * same actions, without the gates that a first version has nothing to be compared to.
 */
export async function seed(options: SeedOptions): Promise<void> {
  const temp = await mkdtemp(join(tmpdir(), 'seatrial-seed-'));
  const step = async (name: string, inputs: Record<string, string>): Promise<StubResult> => {
    const env = { ...options.env, GITHUB_SHA: options.commit };
    const result = await runStub(name, inputs, { temp, workspace: options.repository, env });
    if (result.code !== 0)
      throw new Error(`${name} could not bring the first version up:\n${result.stdout}${result.stderr}`);
    return result;
  };
  const { image } = options;
  const built = await step('go-static-build', { 'output-directory': join(temp, 'binary') });
  const packed = await step('multistage-dockerize', { image, binary: built.outputs['path'] ?? '' });
  const pushed = await step('multistage-dockerize', {
    image,
    layout: packed.outputs['layout'] ?? '',
    push: 'true',
  });
  await step('k8s-rollout', {
    environment: 'production',
    manifests: 'deploy/production',
    images: `${options.service}=${pushed.outputs['image'] ?? ''}`,
    kubeconfig: options.kubeconfig,
    settle: '2s', // nobody uses it yet
  });
}
