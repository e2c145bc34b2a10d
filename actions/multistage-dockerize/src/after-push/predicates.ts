import type { Context } from '../../../shared/action/context.ts';
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

/** The statements that were asked for. `sbom`: the text that `readSbom` (sbom.ts) gave. */
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
