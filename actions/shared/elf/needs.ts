import { linkedFunctions } from './go-functions.ts';

/** What a Go program looks for in its image beside itself. */
export interface RuntimeNeeds {
  /** Whether it may look for root certificates: something in it can check a server's, and it brings none along. */
  readonly certificates: boolean;
  /** Whether it calls servers by TLS for certain; one that only serves has the other half of TLS in it as well. */
  readonly tlsClient: boolean;
  /** Time zones by name, which it brings none of along. */
  readonly zones: boolean;
  /** Whether it can make temporary files, for which there has to be a folder (`/tmp`). */
  readonly temporaryFiles: boolean;
}

/** Functions that only something that calls a server leads to. */
const callers = [
  'net/http.(*Transport).roundTrip',
  'crypto/tls.(*Dialer).DialContext',
  'crypto/tls.DialWithDialer',
  'crypto/tls.dial',
  'net/smtp.(*Client).StartTLS',
];
const handshake = 'crypto/tls.(*Conn).clientHandshake';
const ownRoots = 'crypto/x509.SetFallbackRoots';
const zones = 'time.LoadLocation';
const ownZones = 'time/tzdata.loadFromEmbeddedTZData';
const temporary = ['os.CreateTemp', 'os.MkdirTemp'];

/**
 * Reads from a program what it needs, by the functions that the linker kept. Undefined when the file does not tell. It
 * says what the program can do, not that it ever does.
 */
export async function runtimeNeeds(path: string): Promise<RuntimeNeeds | undefined> {
  const has = await linkedFunctions(path, [...callers, handshake, ownRoots, zones, ownZones, ...temporary]);
  if (has === undefined) return undefined;
  const certificates = has.has(handshake) && !has.has(ownRoots);
  return {
    certificates,
    tlsClient: certificates && callers.some((name) => has.has(name)),
    zones: has.has(zones) && !has.has(ownZones),
    temporaryFiles: temporary.some((name) => has.has(name)),
  };
}
