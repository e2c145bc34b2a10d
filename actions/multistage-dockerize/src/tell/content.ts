import { basename } from 'node:path';
import { messageOf, UserError } from '../../../shared/errors/user-error.ts';
import { type Platform, platformName } from '../../../shared/oci/descriptor.ts';
import { type ImageFiles, readFiles } from '../../../shared/oci/files.ts';
import type { Image, Layout } from '../../../shared/oci/layout.ts';
import type { BinarySection } from '../../../shared/record/types.ts';

/** A binary that has to be in the image. */
export interface TestedBinary {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
  readonly platform: Platform;
  /** The loader it needs in the image; undefined for a static program. */
  readonly interpreter: string | undefined;
}

/** What was found in one image by reading its layers. */
export interface Content {
  readonly image: Image;
  readonly files: ImageFiles;
  /** Path in the image of the tested binary; undefined when none was asked for. */
  readonly binaryAt: string | undefined;
}

/**
 * Reads an image's layers and proves that the tested binary is in them, by the sha256 of the file itself.
 *
 * Throws a UserError when it is not.
 */
export async function readContent(
  layout: Layout,
  image: Image,
  binary: TestedBinary | undefined,
): Promise<Content> {
  const files = await filesOf(layout, image, (size) => size === binary?.size);
  if (binary === undefined) return { image, files, binaryAt: undefined };
  const found = [...files.files.values()].find((file) => file.sha256 === binary.sha256);
  if (found !== undefined) {
    mustHaveLoader(files, binary, found.path);
    return { image, files, binaryAt: found.path };
  }
  throw new UserError(
    `the image for ${platformName(image.config.platform)} does not hold the tested binary: no file has the sha256 ${binary.sha256}`,
    {
      fix: 'The Dockerfile changes the binary after it was copied (strip, upx, setcap write it anew), or deletes it. Do that before the tests, or leave `binary` out.',
    },
  );
}

async function filesOf(layout: Layout, image: Image, hashed: (size: number) => boolean): Promise<ImageFiles> {
  return readFiles(layout.path, image, (_, size) => hashed(size)).catch((error: unknown) => {
    throw new UserError(`a layer of the image can't be read: ${messageOf(error)}`, {
      fix: 'Build the image again; nothing was pushed.',
    });
  });
}

/** Which of some binaries are in a layout's images, by the sha256 of the files in their layers. */
export async function binariesIn(
  layout: Layout,
  binaries: readonly Pick<BinarySection, 'size' | 'sha256'>[],
): Promise<readonly string[]> {
  if (binaries.length === 0) return [];
  const sizes = new Set(binaries.map(({ size }) => size));
  const read = await Promise.all(
    layout.images.map((image) => filesOf(layout, image, (size) => sizes.has(size))),
  );
  const found = new Set(read.flatMap(({ files }) => [...files.values()].map(({ sha256 }) => sha256)));
  return binaries.map(({ sha256 }) => sha256).filter((one) => found.has(one));
}

/**
 * Throws a UserError when the loader that a program needs is not in the image. Links into other folders are common for
 * loaders, so any file or link of its name counts.
 */
export function mustHaveLoader(
  { files, links }: ImageFiles,
  { interpreter }: TestedBinary,
  at: string,
): void {
  if (interpreter === undefined) return;
  const name = basename(interpreter);
  if ([...files.keys(), ...links].some((path) => basename(path) === name)) return;
  throw new UserError(
    `${at} can't start in this image: it needs ${interpreter}, which the image does not have`,
    {
      fix: 'Build it static (CGO_ENABLED=0; go-static-build does), or take a base of the system it is linked against: Debian or distroless base for glibc, Alpine for musl.',
    },
  );
}
