import type { Context } from '../../shared/action/context.ts';
import type { Reference } from '../../shared/oci/reference.ts';
import type { Repository } from '../../shared/registry/registry.ts';
import type { Inputs, Output } from './contract.ts';

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
    import('../../shared/registry/http.ts'),
    import('../../shared/registry/credentials.ts'),
    import('../../shared/registry/registry.ts'),
  ]);
  const { send, close } = openHttp(context.env);
  const { mask, signal } = context;
  const log = (line: string): void => context.log.info(line);
  const { registryUsername: username, registryPassword: password } = inputs;
  const own =
    reference.registry === inputs.image.registry && username !== undefined && password !== undefined;
  try {
    const credentials = own
      ? { kind: 'password' as const, username, password }
      : await dockerCredentials(reference.registry, context);
    return { repository: new Repository(reference, { send, credentials, mask, signal, log, access }), close };
  } catch (error) {
    close();
    throw error;
  }
}
