import { readdirSync } from 'node:fs';
import type { Home } from '../home.ts';
import { environmentOf } from '../proc.ts';
import { BED_MARK, COMPONENT_MARK } from '../process.ts';

/** The components that there can be only one of: they work on the machine's network. */
const EXCLUSIVE = ['containerd', 'kubelet', 'kube-proxy'];

/** Two beds on one machine would share links, addresses and nftables tables: the second one is refused by name. */
export function refuseOtherBed(home: Home): void {
  for (const pid of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const bed = environmentOf(Number(pid), BED_MARK);
    const component = environmentOf(Number(pid), COMPONENT_MARK) ?? '';
    if (bed !== undefined && bed !== home.bed && EXCLUSIVE.includes(component))
      throw new Error(
        `another bed runs on this machine: ${bed} (process ${pid}). Stop it first: SEATRIAL_HOME=${bed.replace(/\/bed$/, '')} and \`down\``,
      );
  }
}
