/** What a value may look like. Nothing that ends a quoted string or a line gets through, so a value stays a value. */
const PATTERNS: Readonly<Record<string, RegExp>> = {
  address: /^[a-z0-9.-]+:\d+$/,
  duration: /^\d+(ms|s|m|h)$/,
  'go-size': /^\d+(KiB|MiB|GiB)$/,
  hostname: /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/,
  image: /^[A-Za-z0-9][A-Za-z0-9._/:@-]*$/,
  integer: /^(0|[1-9]\d*)$/,
  name: /^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/,
  number: /^\d+(\.\d+)?$/,
  path: /^[A-Za-z0-9._/-]+$/,
  port: /^[1-9]\d{0,4}$/,
  quantity: /^\d+(\.\d+)?(m|Ki|Mi|Gi)?$/,
  secret: /^[A-Za-z0-9._~+/=-]+$/,
  'sha256-of': /^[A-Za-z0-9._-]+$/,
  url: /^https?:\/\/[A-Za-z0-9.:/_-]+$/,
};

/** Words that YAML takes for something else than a string. */
const YAML_WORDS = /^(true|false|null|yes|no|on|off)$/;

export interface Variable {
  readonly type: string;
  readonly description: string;
  readonly example: string;
  readonly default: string | undefined;
  /** May be empty: the lines that hold it are left out then. */
  readonly optional: boolean;
}

export function isType(type: string): boolean {
  return PATTERNS[type] !== undefined;
}

/** Why `value` can't stand for `variable`; undefined when it can. */
export function objection(variable: Variable, value: string): string | undefined {
  if (value === '' && variable.optional) return undefined;
  const fits = PATTERNS[variable.type]?.test(value) === true && !YAML_WORDS.test(value);
  const inRange = variable.type !== 'port' || Number(value) <= 65535;
  if (fits && inRange) return undefined;
  const shown = variable.type === 'secret' ? 'the value' : JSON.stringify(value);
  return `${shown} is no ${variable.type} (such as ${variable.example})`;
}
