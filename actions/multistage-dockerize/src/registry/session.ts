import type { Context } from '../../../shared/action/context.ts';
import { UserError } from '../../../shared/errors/user-error.ts';
import type { Reference } from '../../../shared/oci/reference.ts';
import type { Credentials } from '../../../shared/registry/credentials.ts';
import { type RegistryKind, registryKind } from '../../../shared/registry/kinds.ts';
import type { Repository } from '../../../shared/registry/registry.ts';
import type { Inputs, Output } from '../contract.ts';

/** A repository that can be spoken to; `close` ends its connections. */
export interface Session {
  readonly repository: Repository;
  readonly close: () => void;
}

/**
 * Opens a repository with the inputs' name and password where they are for its registry, else with what docker's own
 * configuration knows.
 */
export async function openSession(
  reference: Pick<Reference, 'registry' | 'repository'>,
  access: 'pull' | 'pull,push',
  inputs: Inputs,
  context: Context<Output>,
): Promise<Session> {
  // node's TLS alone costs as much start-up as all the rest; most steps push nothing.
  const [{ openHttp }, { dockerCredentials }, { Repository }] = await Promise.all([
    import('../../../shared/registry/http.ts'),
    import('../../../shared/registry/credentials.ts'),
    import('../../../shared/registry/registry.ts'),
  ]);
  const { send, close } = openHttp(context.env);
  const { mask, signal } = context;
  const log = (line: string): void => context.log.info(line);
  const kind = registryKind(reference.registry, context.env['GITHUB_ACTOR']);
  try {
    const credentials =
      givenCredentials(reference.registry, kind, inputs) ??
      (await dockerCredentials(reference.registry, context));
    const options = { send, credentials, mask, signal, log, access, refused: kind.refused };
    return { repository: new Repository(reference, options), close };
  } catch (error) {
    close();
    throw error;
  }
}

/** Name and password of the inputs, where they are for this registry. */
export function givenCredentials(
  registry: string,
  kind: RegistryKind,
  inputs: Inputs,
): Credentials | undefined {
  const { registryPassword: password, registryUsername: username = kind.username, image } = inputs;
  if (registry !== image.registry || password === undefined) return undefined;
  if (username !== undefined) return { kind: 'password', username, password };
  throw new UserError(
    `\`registry-password\` is given without a name, and this ${kind.name} has none of its own`,
    {
      fix: kind.refused,
    },
  );
}
