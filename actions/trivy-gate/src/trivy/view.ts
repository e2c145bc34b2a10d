import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mediaTypes } from '../../../shared/oci/descriptor.ts';
import type { Image, Layout } from '../../../shared/oci/layout.ts';
import type { Finding } from '../findings/finding.ts';
import type { Report } from './report.ts';
import { ScanError } from './scan-error.ts';

/**
 * A layout that shows one image of another: trivy looks at the first image of an index only, and can't take a path with
 * a colon or an at sign.
 */
export async function viewOf(layout: Layout, image: Image, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await symlink(join(layout.path, 'blobs'), join(folder, 'blobs'));
  const { mediaType, digest, size } = image.descriptor;
  const index = { schemaVersion: 2, mediaType: mediaTypes.index, manifests: [{ mediaType, digest, size }] };
  await writeFile(join(folder, 'index.json'), JSON.stringify(index));
  await writeFile(join(folder, 'oci-layout'), JSON.stringify({ imageLayoutVersion: '1.0.0' }));
  return folder;
}

/** The report must be about the image we meant, by the digest of its configuration. */
export function checkIdentity(report: Report, image: Image): void {
  if (report.imageId === image.manifest.config.digest) return;
  throw new ScanError(
    `trivy looked at the image ${report.imageId || '(unnamed)'}, not at ${image.manifest.config.digest}`,
    'Run the step again. If it stays, report it with the file.',
  );
}

/** Results about the image as a whole carry the path of our view, which means nothing to anybody. */
export function named(finding: Finding, view: string, platform: string): Finding {
  const clean = (text: string): string => (text.startsWith(view) ? 'image' : text);
  return { ...finding, platform, target: clean(finding.target), subject: clean(finding.subject) };
}
