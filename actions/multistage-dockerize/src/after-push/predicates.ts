import { readFile } from 'node:fs/promises';
import type { Context } from '../../../shared/action/context.ts';
import { messageOf, UserError } from '../../../shared/errors/user-error.ts';
import { field, parsed, textOf } from '../../../shared/json/json.ts';
import { sha256OfFile } from '../../../shared/oci/digest.ts';
import type { ImageSection, ReleaseRecord } from '../../../shared/record/types.ts';
import type { Inputs, Output } from '../contract.ts';
import { provenanceOf } from './provenance.ts';

/** A statement about the image: its type as cosign's command line and the registry have it, and its JSON text. */
export interface Predicate {
  readonly name: Inputs['attest'][number];
  /** What `cosign attest --type` and `cosign verify-attestation --type` take. */
  readonly type: string;
  readonly uri: string;
  readonly text: string;
}

/** The type of cosign's plain signatures, which are statements without content. */
export const signatureType = 'https://sigstore.dev/cosign/sign/v1';

/** The release record, version 1, as a predicate. */
export const recordType = 'https://seatrial.dev/release-record/v1';

/** The statements that were asked for. `sbom`: the text that `readSbom` gave. */
export function predicatesFor(
  attest: Inputs['attest'],
  image: ImageSection,
  base: { readonly name: string; readonly digest: string } | undefined,
  sbom: string | undefined,
  { record, env }: Pick<Context<Output>, 'record' | 'env'>,
): readonly Predicate[] {
  const whole: ReleaseRecord = { ...record, image };
  const all: readonly Predicate[] = [
    {
      name: 'provenance',
      type: 'slsaprovenance1',
      uri: 'https://slsa.dev/provenance/v1',
      text: JSON.stringify(provenanceOf(whole, base, env)),
    },
    { name: 'sbom', type: 'cyclonedx', uri: 'https://cyclonedx.org/bom', text: sbom ?? '' },
    { name: 'record', type: recordType, uri: recordType, text: JSON.stringify(whole) },
  ];
  return all.filter(({ name }) => attest.includes(name));
}

/**
 * Reads the bill of materials that is to be attested: the one that is named, else the one that the record knows of the
 * binary in the image. Undefined where none was asked for.
 *
 * Throws a UserError when it is missing, no CycloneDX, or another one than the record knows: what is signed is what was made.
 */
export async function readSbom(
  { attest, sbom: named }: Pick<Inputs, 'attest' | 'sbom'>,
  { sboms, image }: Pick<ReleaseRecord, 'sboms' | 'image'>,
): Promise<string | undefined> {
  if (!attest.includes('sbom')) return undefined;
  const known =
    sboms?.find(({ binarySha256 }) => binarySha256 === image?.binarySha256) ??
    (sboms?.length === 1 ? sboms[0] : undefined);
  const path = named ?? known?.path;
  if (path === undefined) {
    throw new UserError('`attest` asks for the bill of materials, and the release record knows none', {
      fix: 'Build with go-static-build in a step before (its `sbom` is on by default), or name a CycloneDX file as `sbom`.',
    });
  }
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new UserError(`the bill of materials ${path} can't be read: ${messageOf(error)}`, {
      fix: 'Hand it on from the job that built the binary (output `sbom` of go-static-build) and name it as `sbom`.',
    });
  });
  if (textOf(field(parsed(text), 'bomFormat')) !== 'CycloneDX') {
    throw new UserError(`${path} is no bill of materials in CycloneDX's JSON`, {
      fix: 'Name the output `sbom` of go-static-build.',
    });
  }
  const sha256 = await sha256OfFile(path);
  if (sboms === undefined || sboms.some((one) => one.sha256 === sha256)) return text;
  throw new UserError(
    `${path} is not the bill of materials of this release: its sha256 is ${sha256}, which the release record does not know`,
    { fix: 'Hand on the output `sbom` of go-static-build unchanged.' },
  );
}
