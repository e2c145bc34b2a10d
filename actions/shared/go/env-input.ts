import type { InputReader } from '../contract/input-reader.ts';

/** Variables that have an input of their own; set behind its back they would make the record lie. */
const reserved: Readonly<Record<string, string>> = {
  CGO_ENABLED: 'cgo',
  GOFIPS140: 'fips',
  GOOS: 'platforms',
  GOARCH: 'platforms',
  GOAMD64: 'platforms',
  GOARM: 'platforms',
  GOARM64: 'platforms',
};

/** Refuses a variable in `env` that an input decides, or that would not reach Go as it stands there. */
export function checkEnv(read: InputReader, env: ReadonlyMap<string, string>): void {
  for (const name of env.keys()) {
    const input = reserved[name];
    if (input !== undefined) {
      const where =
        input === 'platforms' ? 'the input `platforms` of go-static-build' : `the input \`${input}\``;
      read.refuse(`input "env" sets ${name}, which ${where} decides: take it out of \`env\``);
    } else if (!/^[A-Za-z_]\w*$/.test(name)) {
      read.refuse(`input "env": "${name}" is no name of a variable; write \`NAME=value\` on every line`);
    }
  }
}
