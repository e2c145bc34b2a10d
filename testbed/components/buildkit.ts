import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Component } from '../component.ts';
import { exec } from '../exec.ts';
import { CGROUP } from '../machine/cgroups.ts';
import { buildkitSocket, type Plan, registryOf } from '../plan.ts';

export interface BuildkitSettings {
  readonly root: string;
  readonly socket: string;
  readonly registry: string;
  readonly runc: string;
  /** Who may talk to it. */
  readonly owner: { readonly uid: number; readonly gid: number };
}

/**
 * buildkitd's configuration: builds run by runc alone, in the machine's own network (there is no other way out to
 * package registries), and what is pushed to the loopback registry goes by plain http.
 */
export function buildkitConfig(settings: BuildkitSettings): string {
  const text = (value: string): string => JSON.stringify(value);
  return `root = ${text(settings.root)}
insecure-entitlements = ["network.host"]
[grpc]
  address = [${text(`unix://${settings.socket}`)}]
  uid = ${settings.owner.uid}
  gid = ${settings.owner.gid}
[worker.oci]
  enabled = true
  snapshotter = "overlayfs"
  networkMode = "host"
  binary = ${text(settings.runc)}
  defaultCgroupParent = ${text(CGROUP)}
  max-parallelism = 2
  gc = true
  maxUsedSpace = "8GB"
[worker.containerd]
  enabled = false
[registry.${text(settings.registry)}]
  http = true
`;
}

export function buildkitd({ home, ports, bin, buildRoot }: Plan): Component {
  const config = join(home.config, 'buildkitd.toml');
  const socket = buildkitSocket(home);
  const settings = {
    root: buildRoot,
    socket,
    registry: registryOf(ports),
    runc: bin('runc'),
    owner: { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 },
  };
  return {
    name: 'buildkitd',
    needs: [],
    command: [bin('buildkitd'), '--config', config],
    files: { [config]: buildkitConfig(settings) },
    ready: async () =>
      existsSync(socket) &&
      (await exec([bin('buildctl'), '--addr', `unix://${socket}`, 'debug', 'workers'])) !== '',
  };
}
