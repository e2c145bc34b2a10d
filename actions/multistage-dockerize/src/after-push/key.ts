import { access } from 'node:fs/promises';
import type { Context } from '../../../shared/action/context.ts';
import { UserError } from '../../../shared/errors/user-error.ts';
import type { Output } from '../contract.ts';
import { keyVariable } from '../environment.ts';

/** The key that was named. One in a variable or file must be there; of other kinds only cosign knows. */
export async function usableKey(
  key: string,
  { env, mask }: Pick<Context<Output>, 'env' | 'mask'>,
): Promise<string> {
  const variable = keyVariable(key);
  if (variable !== undefined) {
    const value = env[variable] ?? '';
    if (value.trim() === '') {
      throw new UserError(`\`sign: key\` needs the key in the variable ${variable}, which is not set`, {
        fix: `Set it for this step: \`env: { ${variable}: \${{ secrets.${variable} }}, COSIGN_PASSWORD: \${{ secrets.COSIGN_PASSWORD }} }\`.`,
      });
    }
    // A key has many lines, and the runner hides each on its own.
    for (const line of value.split('\n')) if (!line.includes('-----')) await mask(line.trim());
  } else if (key.startsWith('pkcs11:')) mustHideItsPin(key);
  else if (!key.includes('://')) await mustBeFile(key);
  await mask(env['COSIGN_PASSWORD'] ?? '');
  return key;
}

/** RFC 7512 lets the address of a key on a token hold its PIN, and the command line shows it to all of the machine. */
function mustHideItsPin(key: string): void {
  if (!/[;?&]pin-value=/.test(key)) return;
  throw new UserError('`sign-key` holds the PIN of the token, which the command line of cosign would show', {
    fix: 'Take `pin-value` out of it, and set COSIGN_PKCS11_PIN in the `env` of this step from a secret.',
  });
}

async function mustBeFile(key: string): Promise<void> {
  await access(key).catch(() => {
    throw new UserError(`there is no key at ${key}`, {
      fix: 'Correct `sign-key`, or keep the key in a secret and name its variable: `sign-key: env://COSIGN_PRIVATE_KEY`.',
    });
  });
}

/** Keyless signing is signing as this workflow, which GitHub vouches for where the job asks for it. */
export function mustHaveIdentity({ env }: Pick<Context<Output>, 'env'>): void {
  if ((env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '') !== '' || (env['SIGSTORE_ID_TOKEN'] ?? '') !== '') return;
  throw new UserError('`sign: keyless` needs an identity, and the job gets none from GitHub', {
    fix: 'Add `permissions: id-token: write` to the job (and to the job that calls it), or sign with a key.',
  });
}
