import { linkedFunctions } from './go-functions.ts';

/** What a Go program looks for in its image beside itself. */
export interface RuntimeNeeds {
  /** Root certificates: it can call others by TLS and brings none along. */
  readonly certificates: boolean;
  /** Time zones by name, which it brings none of along. */
  readonly zones: boolean;
}

/** Functions that prove a need, and those by which a program serves itself. */
const names = {
  tlsClient: 'crypto/tls.(*Conn).clientHandshake',
  ownRoots: 'crypto/x509.SetFallbackRoots',
  zones: 'time.LoadLocation',
  ownZones: 'time/tzdata.loadFromEmbeddedTZData',
} as const;

/**
 * Reads from a program what it needs, by the functions that the linker kept. Undefined when the file does not tell. It
 * says what the program can do, not that it ever does.
 */
export async function runtimeNeeds(path: string): Promise<RuntimeNeeds | undefined> {
  const has = await linkedFunctions(path, Object.values(names));
  if (has === undefined) return undefined;
  return {
    certificates: has.has(names.tlsClient) && !has.has(names.ownRoots),
    zones: has.has(names.zones) && !has.has(names.ownZones),
  };
}
