import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../../../shared/action/context.ts';
import { UserError } from '../../../shared/errors/user-error.ts';
import { logLine, oneLine } from '../../../shared/markdown/untrusted.ts';
import type { ImageSection } from '../../../shared/record/types.ts';
import type { Referrer } from '../../../shared/registry/referrers.ts';
import type { Inputs, Output } from '../contract.ts';
import { type Login, openLogin } from '../registry/login.ts';
import { attestArguments, cosignEnvironment, findCosign, type Signing, signArguments } from './cosign.ts';
import { mustHaveIdentity, usableKey } from './key.ts';
import { type Predicate, predicatesFor, signatureType } from './predicates.ts';
import { readSbom } from './sbom.ts';

type Dockerize = Context<Output>;

/** A signature or attestation that the registry has. */
export interface Signature {
  readonly predicateType: string;
  /** Of the manifest that carries it. */
  readonly digest: string;
}

/** The image a signature is for, and what stands under it. */
export interface Signed {
  readonly image: ImageSection;
  readonly base: { readonly name: string; readonly digest: string } | undefined;
  /** Looks at what the registry has attached to the image; what it gives, tells what was attached since. */
  readonly attachedSince: () => Promise<() => Promise<readonly Referrer[]>>;
}

/** cosign with everything it needs, found before anything was built. */
export interface Signer {
  readonly sign: (signed: Signed) => Promise<readonly Signature[]>;
  readonly close: () => Promise<void>;
}

/**
 * Finds cosign, the key or identity, and what is to be attested; undefined where nothing is to be signed. `inImage`:
 * sha256 of the tested binaries that are in the image.
 *
 * Throws a UserError for what is missing, while nothing has happened yet.
 */
export async function openSigner(
  inputs: Inputs,
  inImage: readonly string[],
  context: Dockerize,
): Promise<Signer | undefined> {
  const { sign, transparencyLog } = inputs;
  if (sign === 'off') return undefined;
  const signing = {
    key: sign === 'key' ? await usableKey(inputs.signKey, context) : undefined,
    transparencyLog,
  };
  if (sign === 'keyless') mustHaveIdentity(context);
  const sbom = await readSbom(inputs, context.record.sboms, inImage);
  const cosign = await findCosign(inputs, context);
  const login = await openLogin(inputs, context);
  const run = { cosign, signing, login, context };
  return {
    sign: (signed) => signAll(run, inputs, signed, sbom),
    close: login.close,
  };
}

interface Run {
  readonly cosign: string;
  readonly signing: Signing;
  readonly login: Login;
  readonly context: Dockerize;
}

/** Signs the image and every statement about it, and reads from the registry that what was signed now is there. */
async function signAll(
  run: Run,
  { attest }: Inputs,
  { image, base, attachedSince }: Signed,
  sbom: string | undefined,
): Promise<readonly Signature[]> {
  const { context, signing } = run;
  const reference = `${image.name}@${image.digest}`;
  const predicates = predicatesFor(attest, image, base, sbom, context);
  // Signatures of earlier runs say nothing about this one.
  const attached = await attachedSince();
  const folder = await mkdtemp(join(context.temp, 'seatrial-attest-'));
  try {
    await call(run, signArguments(signing, reference), reference);
    for (const predicate of predicates) {
      const path = join(folder, `${predicate.name}.json`);
      await writeFile(path, predicate.text);
      await call(run, attestArguments(signing, predicate.type, path, reference), reference);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return found(await attached(), predicates, reference);
}

/** Runs cosign. What it is told on the command line is no secret: keys and passwords are in its environment. */
async function call(
  { cosign, login, context }: Run,
  args: readonly string[],
  reference: string,
): Promise<void> {
  const said: string[] = [];
  const { code } = await context.log.group(`cosign ${args[0]}`, () =>
    context.exec(cosign, args, {
      env: cosignEnvironment(context.env, login.env),
      onLine: (line) => {
        said.push(line);
        context.log.info(logLine(line));
      },
    }),
  );
  if (code === 0) return;
  const why = said.findLast((line) => /^(?:Error|error)\b/.test(line)) ?? said.at(-1) ?? 'it said nothing';
  throw new UserError(
    `${reference} is in the registry, got no tag and is not signed as asked: cosign ${args[0]} fails: ${oneLine(why)}`,
    { fix: fixFor(why) },
  );
}

function fixFor(why: string): string {
  if (/decrypt|password/i.test(why))
    return 'Set COSIGN_PASSWORD in the `env` of this step to the password of the key.';
  if (/reading key|unsupported pem|loading.*key|invalid pem/i.test(why))
    return 'Give the private key that `cosign generate-key-pair` made, whole, in the variable that `sign-key` names.';
  if (/rekor|fulcio|tuf|timestamp|no such host|dial tcp/i.test(why))
    return 'Let the runner reach sigstore’s services, or for a key of your own set `transparency-log: false`.';
  return 'The output of cosign stands above in the log of this step. Run it again when it is mended; the same bytes are not uploaded twice.';
}

/** The signatures among what was attached to the image. Throws a UserError when one is not there. */
function found(
  attached: readonly Referrer[],
  predicates: readonly Predicate[],
  reference: string,
): Signature[] {
  return [signatureType, ...predicates.map(({ uri }) => uri)].map((predicateType) => {
    const match = attached.findLast(
      ({ annotations }) => annotations['dev.sigstore.bundle.predicateType'] === predicateType,
    );
    if (match !== undefined) return { predicateType, digest: match.digest };
    throw new UserError(
      `cosign says it signed ${reference}, which got no tag: the registry has no ${predicateType} that was attached to it now`,
      {
        fix: 'Deploy nothing of it. Check that the registry keeps artifacts with a subject (OCI 1.1), or their tags.',
      },
    );
  });
}
