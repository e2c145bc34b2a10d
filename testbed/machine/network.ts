import { exec, tryExec } from '../exec.ts';

/** The node's address lives on a bridge without ports, reachable from this machine alone. */
export const NODE_LINK = 'seatrial0';
/** The bridge the CNI plugin plugs pods into; it is made by the plugin. */
export const POD_LINK = 'seatrial-pods';
export const NODE_ADDRESS = '10.89.0.1';
export const POD_RANGE = '10.88.0.0/16';
export const SERVICE_RANGE = '10.96.0.0/16';
/** The first address of the Service range: `kubernetes.default.svc`. */
export const SERVICE_API_ADDRESS = '10.96.0.1';

const GUARD_TABLE = 'seatrial';

/**
 * Makes the node's link. Service addresses are routed to it, so that a Service without endpoints goes nowhere instead
 * of out of the machine.
 */
async function makeNodeLink(): Promise<void> {
  if ((await tryExec(['ip', 'link', 'show', NODE_LINK])).code !== 0)
    await exec(['ip', 'link', 'add', NODE_LINK, 'type', 'bridge']);
  await exec(['ip', 'address', 'replace', `${NODE_ADDRESS}/32`, 'dev', NODE_LINK]);
  await exec(['ip', 'link', 'set', NODE_LINK, 'up']);
  await exec(['ip', 'route', 'replace', SERVICE_RANGE, 'dev', NODE_LINK]);
}

/** The rules that keep a port that listens everywhere (istiod tells Envoy to) closed to the outside. */
export function guardRules(port: number): string {
  return [
    `table inet ${GUARD_TABLE}`,
    `delete table inet ${GUARD_TABLE}`,
    `table inet ${GUARD_TABLE} {`,
    '  chain input {',
    '    type filter hook input priority filter; policy accept;',
    `    tcp dport ${port} iifname != { "lo", "${NODE_LINK}", "${POD_LINK}" } drop`,
    '  }',
    '}',
    '',
  ].join('\n');
}

/** Links, routes and the guard of the gateway's port. Doing it twice changes nothing. */
export async function layNetwork(gatewayPort: number): Promise<void> {
  await makeNodeLink();
  await exec(['nft', '-f', '-'], { input: guardRules(gatewayPort) });
}

/** Takes away what {@link layNetwork}, the CNI plugin and kube-proxy have made. */
export async function removeNetwork(): Promise<void> {
  for (const table of [`inet ${GUARD_TABLE}`, 'ip kube-proxy', 'ip6 kube-proxy'])
    await tryExec(['nft', 'delete', 'table', ...table.split(' ')]);
  for (const link of [POD_LINK, NODE_LINK]) await tryExec(['ip', 'link', 'delete', link]);
}
