import { readFile } from 'node:fs/promises';
import { messageOf, UserError } from '../../../shared/errors/user-error.ts';
import { field, listOf, parsed, textOf } from '../../../shared/json/json.ts';
import { digestOf } from '../../../shared/oci/digest.ts';
import type { SbomSection } from '../../../shared/record/types.ts';
import type { Inputs } from '../contract.ts';

/**
 * Reads the bill of materials that is to be attested: the one that is named, else the one that the record knows of a
 * binary in the image. Undefined where none was asked for.
 *
 * `inImage`: sha256 of the tested binaries that are in the image. Throws a UserError when the file is missing, no
 * CycloneDX, another one than the record knows, or of a binary that is not in the image: what is signed is true of it.
 */
export async function readSbom(
  { attest, sbom: named }: Pick<Inputs, 'attest' | 'sbom'>,
  known: readonly SbomSection[] | undefined,
  inImage: readonly string[],
): Promise<string | undefined> {
  if (!attest.includes('sbom')) return undefined;
  const path = named ?? known?.find(({ binarySha256 }) => inImage.includes(binarySha256))?.path;
  if (path === undefined) throw noSbom(known ?? []);
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new UserError(`the bill of materials ${path} can't be read: ${messageOf(error)}`, {
      fix: 'Hand it on from the job that built the binary (output `sbom` of go-static-build) and name it as `sbom`.',
    });
  });
  const text = bytes.toString();
  const bom = parsed(text);
  if (textOf(field(bom, 'bomFormat')) !== 'CycloneDX') {
    throw new UserError(`${path} is no bill of materials in CycloneDX's JSON`, {
      fix: 'Name the output `sbom` of go-static-build.',
    });
  }
  const binary = known === undefined ? statedBinary(bom) : binaryByRecord(path, bytes, known);
  if (binary === undefined || inImage.includes(binary)) return text;
  throw new UserError(`${path} is the bill of materials of the binary ${binary}, ${notKnownIn(inImage)}`, {
    fix: 'Name the one of the binary in the image. Give the build that binary as `binary`, and the step that pushes a `layout` the same release record.',
  });
}

function noSbom(known: readonly SbomSection[]): UserError {
  const none = known.length === 0 ? 'none' : 'none of a binary that is known to be in the image';
  return new UserError(`\`attest\` asks for the bill of materials, and the release record knows ${none}`, {
    fix: 'Build with go-static-build in a step before (its `sbom` is on by default) and give its output `path` as `binary`, or name a CycloneDX file as `sbom`.',
  });
}

function notKnownIn(inImage: readonly string[]): string {
  return inImage.length === 0
    ? 'and no tested binary is known to be in the image'
    : `and the image holds ${inImage.join(', ')}`;
}

function binaryByRecord(path: string, bytes: Buffer, known: readonly SbomSection[]): string {
  const sha256 = digestOf(bytes).replace(/^sha256:/, '');
  const found = known.find((one) => one.sha256 === sha256);
  if (found !== undefined) return found.binarySha256;
  throw new UserError(
    `${path} is not the bill of materials of this release: its sha256 is ${sha256}, which the release record does not know`,
    { fix: 'Hand on the output `sbom` of go-static-build unchanged.' },
  );
}

/** The sha256 of what a bill says it describes (CycloneDX, `metadata.component.hashes`); not all say it. */
function statedBinary(bom: unknown): string | undefined {
  const hashes = listOf(field(field(field(bom, 'metadata'), 'component'), 'hashes'));
  const sha256 = hashes.find((one) => textOf(field(one, 'alg')) === 'SHA-256');
  return textOf(field(sha256, 'content'))?.toLowerCase();
}
