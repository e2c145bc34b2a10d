export {
  at,
  canonical,
  isJson as isObject,
  type Json as JsonObject,
  listAt,
  numberAt,
  objectAt,
  textAt,
  textsAt,
} from '../../shared/kube/values.ts';

/** Whether every pair of `part` stands in `whole`. */
export function includes(
  whole: Readonly<Record<string, string>>,
  part: Readonly<Record<string, string>>,
): boolean {
  return Object.entries(part).every(([key, value]) => whole[key] === value);
}
