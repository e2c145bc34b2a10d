import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Component } from '../component.ts';
import { exec } from '../exec.ts';
import type { Home } from '../home.ts';
import { POD_LINK, POD_RANGE } from '../machine/network.ts';
import { containerdSocket, type Plan, pauseImage, registryOf } from '../plan.ts';

/** Plugins this kernel or this bed has no use for; each would only log an error. */
const DISABLED = [
  'io.containerd.internal.v1.opt',
  'io.containerd.internal.v1.tracing',
  'io.containerd.snapshotter.v1.aufs',
  'io.containerd.snapshotter.v1.btrfs',
  'io.containerd.snapshotter.v1.devmapper',
  'io.containerd.snapshotter.v1.zfs',
  'io.containerd.tracing.processor.v1.otlp',
];

export interface ContainerdSettings {
  readonly root: string;
  readonly state: string;
  readonly socket: string;
  readonly sandboxImage: string;
  readonly cniBin: string;
  readonly cniConfig: string;
  readonly registries: string;
  readonly runc: string;
}

/**
 * containerd's configuration (version 2 of its format). Network namespaces are kept below the state folder, so that
 * `down` finds each of them by where it is mounted.
 */
export function containerdConfig(settings: ContainerdSettings): string {
  const text = (value: string): string => JSON.stringify(value);
  const cri = 'plugins."io.containerd.grpc.v1.cri"';
  return `version = 2
root = ${text(settings.root)}
state = ${text(settings.state)}
disabled_plugins = ${JSON.stringify(DISABLED)}
[grpc]
  address = ${text(settings.socket)}
[${cri}]
  sandbox_image = ${text(settings.sandboxImage)}
  restrict_oom_score_adj = true
  netns_mounts_under_state_dir = true
  stream_server_address = "127.0.0.1"
[${cri}.cni]
  bin_dir = ${text(settings.cniBin)}
  conf_dir = ${text(settings.cniConfig)}
[${cri}.containerd]
  snapshotter = "overlayfs"
  default_runtime_name = "runc"
[${cri}.containerd.runtimes.runc]
  runtime_type = "io.containerd.runc.v2"
[${cri}.containerd.runtimes.runc.options]
  SystemdCgroup = false
  BinaryName = ${text(settings.runc)}
[${cri}.registry]
  config_path = ${text(settings.registries)}
`;
}

/** How containerd finds the loopback registry: plain http. */
export function hostsToml(registry: string): string {
  return `server = "http://${registry}"\n[host."http://${registry}"]\n  capabilities = ["pull", "resolve"]\n`;
}

/** Pods hang on one bridge and are not hidden behind the node's address. */
export function cniConfig(ipam: string): string {
  return JSON.stringify({
    cniVersion: '1.0.0',
    name: 'seatrial',
    plugins: [
      {
        type: 'bridge',
        bridge: POD_LINK,
        isGateway: true,
        ipMasq: false,
        hairpinMode: true,
        ipam: {
          type: 'host-local',
          dataDir: ipam,
          ranges: [[{ subnet: POD_RANGE }]],
          routes: [{ dst: '0.0.0.0/0' }],
        },
      },
    ],
  });
}

/** containerd's run-time state: thrown away at `down`, as a reboot would. */
export const containerdState = (home: Home): string => join(home.run, 'containerd');

export function containerd({ home, ports, bin }: Plan): Component {
  const socket = containerdSocket(home);
  const path = join(home.config, 'containerd.toml');
  const cni = join(home.config, 'cni');
  const registries = join(home.config, 'registries');
  const settings = {
    root: join(home.state, 'containerd'),
    state: containerdState(home),
    socket,
    sandboxImage: pauseImage(ports),
    cniBin: join(bin('cni-bridge'), '..'),
    cniConfig: cni,
    registries,
    runc: bin('runc'),
  };
  return {
    name: 'containerd',
    needs: [],
    command: [bin('containerd'), '--config', path],
    files: {
      [path]: containerdConfig(settings),
      [join(cni, '10-seatrial.conflist')]: cniConfig(join(home.run, 'cni-addresses')),
      [join(registries, registryOf(ports), 'hosts.toml')]: hostsToml(registryOf(ports)),
    },
    ready: async () =>
      existsSync(socket) && (await exec([bin('ctr'), '--address', socket, 'version'])) !== '',
  };
}
