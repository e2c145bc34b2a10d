import type { InputType } from '../contract/types.ts';
import { UserError } from '../errors/user-error.ts';

/**
 * The `fips` input: which version of Go's FIPS 140-3 module is compiled in (go.dev/doc/security/fips140). Anything but
 * `off` also switches FIPS mode on in the program.
 */
export const fips: InputType<string> = {
  name: '`off`, `latest`, `inprocess`, `certified` or a version',
  sample: 'off',
  parse: (raw) => {
    if (/^(?:off|latest|inprocess|certified|v\d+\.\d+\.\d+)$/.test(raw)) return raw;
    throw new Error('off, latest, inprocess, certified or a version of the module such as v1.0.0');
  },
};

/** Throws a UserError when this Go has no FIPS module: it would pass over GOFIPS140 without a word. */
export function mustHaveFips(chosen: string, goVersion: string): void {
  const [, minor = ''] = /^go1\.(\d+)/.exec(goVersion) ?? [];
  if (chosen === 'off' || minor === '' || Number(minor) >= 24) return;
  throw new UserError(`\`fips: ${chosen}\` needs Go 1.24 or newer, the job has ${goVersion}`, {
    fix: 'Raise the `go` line of go.mod, and let actions/setup-go install it with `go-version-file: go.mod`.',
  });
}
