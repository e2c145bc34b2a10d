import { join } from 'node:path';
import type { Context } from '../../../shared/action/context.ts';
import type { Go } from '../../../shared/go/tool.ts';
import { formatDuration } from '../../../shared/units/duration.ts';
import type { Inputs, Output } from '../contract.ts';
import { withSymbols } from '../plan/flags.ts';
import { argumentsOf, type Plan } from '../plan/plan.ts';
import { platformName } from '../plan/platform.ts';
import type { Prepared } from '../plan/prepare.ts';
import { type Built, build } from './build.ts';

/** A binary with its symbols, by the binary that ships. */
export type Twins = ReadonlyMap<Built, string>;

/**
 * Links every stripped program once more with its symbol table: nothing is compiled for it, the code is the same, and
 * only linking takes its time. A program that is not stripped is its own twin.
 */
export async function linkTwins(
  inputs: Inputs,
  context: Context<Output>,
  go: Go,
  plan: Plan,
  built: readonly Built[],
  staging: string,
): Promise<Twins> {
  const began = context.now();
  const found = new Map<Built, string>();
  for (const one of plan.prepared) {
    const own = built.filter(({ prepared }) => prepared === one);
    const folder = join(staging, 'twin', platformName(one.platform));
    if (own.some(({ stripped }) => stripped)) {
      const twin = unstripped(one);
      await build(go, twin, argumentsOf(twin, inputs, plan, folder), folder);
    }
    for (const each of own) found.set(each, each.stripped ? join(folder, each.target.name) : each.staged);
  }
  const took = formatDuration(context.now() - began);
  if (built.some(({ stripped }) => stripped)) context.log.info(`linked once more, with symbols: ${took}`);
  return found;
}

function unstripped(prepared: Prepared): Prepared {
  const { flags } = prepared;
  return { ...prepared, flags: { ...flags, ldflags: withSymbols(flags.ldflags) } };
}
