import type { InputReader } from '../../../shared/contract/input-reader.ts';
import type { InputType } from '../../../shared/contract/types.ts';
import { parseRoute, type RouteTarget, routeKinds, type Testers } from '../route/types.ts';

export const routeInput: InputType<RouteTarget> = {
  name: 'KIND/NAME',
  sample: { kind: 'VirtualService', name: 'sample' },
  parse: (raw) => {
    const route = parseRoute(raw);
    if (route !== undefined) return route;
    throw new Error(`KIND/NAME with a kind out of ${routeKinds.join(', ')}`);
  },
};

/** `NAME=VALUE` of a header or a cookie. */
const nameAndValue: InputType<{ readonly name: string; readonly value: string }> = {
  name: 'NAME=VALUE',
  sample: { name: 'x', value: 'y' },
  parse: (raw) => {
    const [, name, value] = /^([\w-]+)=(\S+)$/.exec(raw) ?? [];
    if (name === undefined || value === undefined) throw new Error('NAME=VALUE, such as `x-canary=always`');
    return { name, value };
  },
};

export function testersFrom(read: InputReader): Testers | undefined {
  const header = read.optional('canary-by-header', nameAndValue);
  const cookie = read.optional('canary-by-cookie', nameAndValue);
  if (header === undefined && cookie === undefined) return undefined;
  return { ...(header === undefined ? {} : { header }), ...(cookie === undefined ? {} : { cookie }) };
}
