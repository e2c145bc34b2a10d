import type { Instruction } from '../../dockerfile/instruction.ts';
import type { Finding } from '../finding.ts';
import { type DockerfileRule, finalInstructions, finding } from './rule.ts';

const id = 'secret-in-image';

const secretName =
  /(?:^|_)(?:PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|PRIVATE_?KEY|ACCESS_?KEY|CREDENTIALS?)(?:_[A-Z0-9]+)?$/i;
/** Names that say where a secret is, how long or whose, and not the secret. */
const aboutSecret = /_(?:FILE|PATH|URL|NAME|ID|TTL|EXPIRY|LENGTH|DIR|ISSUER|TYPE)$/i;
const placeholder = /^(?:|changeme|change-me|example|dummy|placeholder|none|x+|<.*>)$/i;
const secretFile =
  /(?:^|\/)(?:\.env|\.netrc|\.npmrc|\.git-credentials|\.pgpass|id_(?:rsa|ed25519|ecdsa)|[^/]*\.(?:p12|pfx|jks)|[^/]*key\.pem)$/;

export const secretInImage: DockerfileRule = {
  id,
  find: ({ file }) => finalInstructions(file).flatMap((one) => [...variables(one), ...files(one)]),
};

function variables(one: Instruction): Finding[] {
  if (one.keyword !== 'ENV' && one.keyword !== 'ARG') return [];
  return one.pairs.flatMap(({ name, value }) => {
    if (!secretName.test(name) || aboutSecret.test(name)) return [];
    const holds = value !== undefined && !value.includes('$') && !placeholder.test(value);
    // An ARG without a value gets one at build time, and the history of the final stage keeps it.
    const asked = one.keyword === 'ARG' && value === undefined;
    if (!holds && !asked) return [];
    return [
      finding(
        id,
        'production',
        one.line,
        `${one.keyword} ${name} stays readable in the image's configuration for everyone who may pull it`,
        'Give it at build time by `RUN --mount=type=secret` (input `secrets`), or at run time by a Secret of the cluster; and change it: it has leaked.',
      ),
    ];
  });
}

function files(one: Instruction): Finding[] {
  if (one.keyword !== 'COPY' && one.keyword !== 'ADD') return [];
  const found = one.words.slice(0, -1).find((word) => secretFile.test(word));
  if (found === undefined) return [];
  return [
    finding(
      id,
      'production',
      one.line,
      `${found} is copied into a layer, where everyone who may pull the image can read it, also when a later line deletes it`,
      'Mount it with `RUN --mount=type=secret` where the build needs it, or mount a Secret in the cluster.',
    ),
  ];
}
