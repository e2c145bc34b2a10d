import { isAbsolute, resolve } from 'node:path';
import type { InputType } from '../../shared/contract/types.ts';

/** One of several places to roll out to; what it leaves out the inputs of the step say. */
export interface Target {
  readonly namespace?: string;
  readonly environment?: string;
  readonly context?: string;
  readonly kubeconfig?: string;
}

const keys = ['namespace', 'environment', 'context', 'kubeconfig'] as const;

/** `namespace=shop-eu, context=eu`: what differs from the step's own inputs. */
export function target(workspace: string): InputType<Target> {
  return {
    name: 'places such as `namespace=shop-eu, context=eu`',
    sample: {},
    parse: (raw) => {
      const found: { [K in (typeof keys)[number]]?: string } = {};
      for (const part of raw.split(',')) {
        const [, name = '', value = ''] = /^\s*([a-z]+)\s*=\s*(\S.*?)\s*$/.exec(part) ?? [];
        const key = keys.find((known) => known === name);
        if (key === undefined || found[key] !== undefined)
          throw new Error(`each of ${keys.join(', ')} at most once, such as namespace=shop-eu, context=eu`);
        found[key] = key === 'kubeconfig' && !isAbsolute(value) ? resolve(workspace, value) : value;
      }
      return found;
    },
  };
}

/** For people. */
export function formatTarget({ namespace, environment, context, kubeconfig }: Target): string {
  return [context ?? kubeconfig, environment, namespace].filter((part) => part !== undefined).join(' ');
}
