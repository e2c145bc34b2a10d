import type { Context } from '../../../shared/action/context.ts';
import { UserError } from '../../../shared/errors/user-error.ts';
import type { Layout } from '../../../shared/oci/layout.ts';
import type { EarlyUpload } from '../../../shared/registry/early-upload.ts';
import type { Referrer } from '../../../shared/registry/referrers.ts';
import { formatBytes } from '../../../shared/units/bytes.ts';
import type { Inputs, Output } from '../contract.ts';
import { openSession } from './session.ts';

type Dockerize = Context<Output>;

/** Where the image goes, reached and found willing before anything is built. */
export interface Target {
  /** Where a layer may be sent to while it is being made. */
  readonly early: EarlyUpload;
  /** Sends the image's bytes, but a layer that was sent early; only its digest leads to it then. */
  readonly push: (layout: Layout, early: string | undefined) => Promise<void>;
  readonly tag: (layout: Layout, tags: readonly string[]) => Promise<void>;
  /** Looks at what is attached to the image of a digest; what it gives, tells what was attached since. */
  readonly attachedSince: (digest: string) => Promise<() => Promise<readonly Referrer[]>>;
  /** Ends the connections; nothing stays with the registry that is in no image. */
  readonly close: () => Promise<void>;
}

/** Connects to the registry and proves that we may write there. */
export async function openTarget(inputs: Inputs, context: Dockerize): Promise<Target> {
  const { repository, close } = await openSession(inputs.image, 'pull,push', inputs, context);
  const log = (line: string): void => context.log.info(line);
  try {
    const { beginUpload, pushBytes, tagAs } = await import('../../../shared/registry/push.ts');
    const early = await beginUpload(repository);
    return {
      early,
      push: async (layout, sent) => {
        const finish = async (digest: string): Promise<boolean> => digest === sent && early.finish(digest);
        const { uploadedBytes, reused } = await pushBytes(repository, layout, log, finish);
        log(`Uploaded ${formatBytes(uploadedBytes)}; ${reused} blobs were there before.`);
      },
      tag: async (layout, tags) => tellMoved(await tagAs(repository, layout, tags, log), context),
      attachedSince: async (digest) => {
        const { attachedSince } = await import('../../../shared/registry/referrers.ts');
        return attachedSince(repository, digest);
      },
      close: async () => {
        await early.drop();
        close();
      },
    };
  } catch (error) {
    close();
    throw error;
  }
}

/**
 * Refuses to push anything but what was scanned and found clean, as the release record has it. `required`: an image that
 * the record knows no scan of is refused too.
 */
export function checkScanned(
  layout: Layout,
  context: Pick<Dockerize, 'record' | 'log'>,
  { required }: { required: boolean },
): void {
  const { scan } = context.record;
  if (scan === undefined && !required) {
    context.log.info('The release record knows of no scan of this image; it is pushed unscanned.');
    return;
  }
  if (scan === undefined) {
    throw new UserError('the release record knows of no scan of this image, and `require-scan` is true', {
      fix: 'Run trivy-gate on the `layout` output of the build in a step before, in the same job or with the same `record`.',
    });
  }
  if (scan.digest !== layout.root.digest) {
    throw new UserError(
      `the image ${layout.root.digest} is not what was scanned (${scan.digest ?? scan.target})`,
      {
        fix: 'Scan the layout that is pushed: give trivy-gate the `layout` output of the build, and this step the same.',
      },
    );
  }
  if (scan.verdict !== 'clean') {
    throw new UserError(`the scan of this image says ${scan.verdict}; it is not pushed`, {
      fix: 'Mend what trivy-gate reports. Leave no `continue-on-error` on its step.',
    });
  }
}

/** Warns of tags that meant another image before. */
function tellMoved(moved: ReadonlyMap<string, string>, { report }: Dockerize): void {
  for (const [tag, before] of moved) {
    report.annotate({
      level: 'warning',
      title: 'a tag moved',
      message: `The tag ${tag} was ${before} before. What was deployed by this tag is another image now; deploy by digest.`,
    });
  }
}
