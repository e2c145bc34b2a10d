import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readText, writeAtomically } from '../files.ts';
import type { Home } from '../home.ts';
import { isObject, parseJson } from '../json.ts';

/** What the node needs. */
const NEEDED: Readonly<Record<string, string>> = {
  'net.ipv4.ip_forward': '1',
  'net.bridge.bridge-nf-call-iptables': '1',
};

/** What the kubelet, kube-proxy and the CNI plugins change by themselves. */
const CHANGED_BY_OTHERS = [
  'kernel.keys.root_maxbytes',
  'kernel.keys.root_maxkeys',
  'kernel.panic',
  'kernel.panic_on_oops',
  'net.ipv4.conf.all.route_localnet',
  'net.netfilter.nf_conntrack_max',
  'net.netfilter.nf_conntrack_tcp_timeout_close_wait',
  'net.netfilter.nf_conntrack_tcp_timeout_established',
  'vm.overcommit_memory',
  'vm.panic_on_oom',
];

const pathOf = (setting: string): string => `/proc/sys/${setting.replaceAll('.', '/')}`;
const memory = (home: Home): string => join(home.state, 'kernel-settings.json');

/** Sets what the node needs, after noting what all settings were: a note of an earlier, unfinished run stays. */
export function changeKernelSettings(home: Home): void {
  if (!existsSync(memory(home))) {
    const before = [...Object.keys(NEEDED), ...CHANGED_BY_OTHERS]
      .map((setting) => [setting, readText(pathOf(setting))?.trim()] as const)
      .filter(([, value]) => value !== undefined);
    writeAtomically(memory(home), JSON.stringify(Object.fromEntries(before), null, 2));
  }
  for (const [setting, value] of Object.entries(NEEDED)) {
    if (readText(pathOf(setting))?.trim() !== value) write(setting, value);
  }
}

function write(setting: string, value: string): void {
  try {
    writeFileSync(pathOf(setting), value);
  } catch (error) {
    throw new Error(`the kernel setting ${setting} can't be set to ${value}: ${String(error)}. Run as root.`);
  }
}

/** Puts every setting back that differs from the note, and forgets the note. */
export function restoreKernelSettings(home: Home): void {
  const text = readText(memory(home));
  if (text === undefined) return;
  const before = parseJson(text, memory(home));
  for (const [setting, value] of Object.entries(isObject(before) ? before : {})) {
    const now = readText(pathOf(setting))?.trim();
    if (now !== undefined && now !== value && typeof value === 'string') write(setting, value);
  }
  rmSync(memory(home), { force: true });
}
