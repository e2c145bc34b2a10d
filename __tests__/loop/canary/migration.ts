import { appendFile } from 'node:fs/promises';

/** Adds a Job to the manifests of a release, with configuration that nothing else reads. `container`: more fields of it. */
export async function withJob(
  manifests: string,
  job: {
    readonly name: string;
    readonly hook: 'pre' | 'post';
    readonly image: string;
    readonly container: string;
  },
): Promise<string> {
  const { name, hook, image, container } = job;
  const config = `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name} }\ndata: { STEP: ${name} }\n`;
  const object = `apiVersion: batch/v1\nkind: Job\nmetadata: { name: ${name}, annotations: { seatrial.dev/hook: ${hook} } }\nspec: { backoffLimit: 0, template: { spec: { restartPolicy: Never, containers: [{ name: job, image: "${image}", envFrom: [{ configMapRef: { name: ${name} } }], ${container} }] } } }\n`;
  await appendFile(manifests, `---\n${config}---\n${object}`);
  return manifests;
}

/** Fields of a container that ends well, and of one that does not. */
export const ends = { well: 'args: [healthy]', badly: 'env: [{ name: CRASH_AFTER, value: 0s }]' } as const;
