/**
 * Statuses of gRPC that are the server's fault, by number and name. OpenTelemetry's conventions for RPC spans call the same
 * six errors of a server; the others (NOT_FOUND, INVALID_ARGUMENT …) answer what the client asked.
 */
const serverFaults: Readonly<Record<string, string>> = {
  '2': 'UNKNOWN',
  '4': 'DEADLINE_EXCEEDED',
  '12': 'UNIMPLEMENTED',
  '13': 'INTERNAL',
  '14': 'UNAVAILABLE',
  '15': 'DATA_LOSS',
};
const names = new Set(Object.values(serverFaults).map(plain));

/** `DeadlineExceeded`, `DEADLINE_EXCEEDED` and `deadline_exceeded` are one name. */
function plain(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}

/** Whether a status, as number or in any of its spellings, says that the server failed. */
export function isGrpcFailure(status: string): boolean {
  return Object.hasOwn(serverFaults, status) || names.has(plain(status));
}
