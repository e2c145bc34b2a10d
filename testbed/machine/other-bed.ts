import { readdirSync } from 'node:fs';
import type { Home } from '../home.ts';
import { environmentOf } from '../proc.ts';
import { BED_MARK } from '../process.ts';

/** Two beds on one machine would share links, addresses and nftables tables: the second one is refused by name. */
export function refuseOtherBed(home: Home): void {
  for (const pid of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const bed = environmentOf(Number(pid), BED_MARK);
    if (bed !== undefined && bed !== home.bed)
      throw new Error(
        `another bed runs on this machine: ${bed} (process ${pid}). Stop it first: SEATRIAL_HOME=${bed.replace(/\/bed$/, '')} and \`down\``,
      );
  }
}
