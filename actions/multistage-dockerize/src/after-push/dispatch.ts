import type { Context } from '../../../shared/action/context.ts';
import { messageOf, UserError } from '../../../shared/errors/user-error.ts';
import { field, numberOf } from '../../../shared/json/json.ts';
import type { ImageSection, ReleaseRecord } from '../../../shared/record/types.ts';
import type { Inputs, Output } from '../contract.ts';

/** GitHub takes 64 KB; some of it is for the rest of the event. */
const mostRecordBytes = 50_000;

/**
 * Tells the repository that deploys: image by digest, tags and the release record.
 *
 * Throws a UserError when GitHub refuses. The image is in the registry by then, and the error says so.
 */
export async function dispatch(image: ImageSection, inputs: Inputs, context: Context<Output>): Promise<void> {
  const { dispatchTo: repository, dispatchToken: token, dispatchEvent: event } = inputs;
  if (repository === undefined || token === undefined) return;
  const payload = payloadOf(image, context.record);
  const { sendDispatch } = await import('../../../shared/github/dispatch.ts');
  try {
    await sendDispatch(token, { repository, event, payload });
  } catch (error) {
    throw new UserError(`the image is pushed, but ${repository} was not told: ${messageOf(error)}`, {
      fix: fixFor(numberOf(field(error, 'status')), repository),
      cause: error,
    });
  }
  context.log.info(`${repository} was told by repository_dispatch (${event}).`);
}

/** What the receiving workflow finds in `github.event.client_payload`. */
export function payloadOf(image: ImageSection, record: ReleaseRecord): Readonly<Record<string, unknown>> {
  const whole = { ...record, image };
  const fits = Buffer.byteLength(JSON.stringify(whole)) <= mostRecordBytes;
  return {
    image: `${image.name}@${image.digest}`,
    digest: image.digest,
    tags: image.tags,
    commit: record.source.commit,
    repository: record.source.repository,
    ...(fits ? { record: whole } : {}),
  };
}

function fixFor(status: number | undefined, repository: string): string {
  if (status === 404 || status === 403 || status === 401) {
    return `Give a \`dispatch-token\` that may write contents of ${repository}: the token of this workflow reaches its own repository only. A GitHub App's token or a fine-grained one with \`contents: write\` does.`;
  }
  return 'Run the step again; pushing the same image a second time changes nothing.';
}
