import { commaLines, type InputType } from '../../../shared/contract/types.ts';

/** What a binary is built for. */
export interface Platform {
  readonly os: 'linux';
  readonly arch: string;
  /** Such as `v3`; empty for Go's default. */
  readonly variant: string;
}

/** Variables that choose a processor's variant, and what images call the variants (`linux/arm/v7`). */
const variants: Readonly<
  Record<string, { variable: string; allowed: RegExp; value: (variant: string) => string }>
> = {
  amd64: { variable: 'GOAMD64', allowed: /^v[1-4]$/, value: (variant) => variant },
  arm: { variable: 'GOARM', allowed: /^v[5-7]$/, value: (variant) => variant.slice(1) },
  arm64: {
    variable: 'GOARM64',
    allowed: /^v(?:8|9)(?:\.\d)?$/,
    value: (variant) => (variant.includes('.') ? variant : `${variant}.0`),
  },
  riscv64: { variable: 'GORISCV64', allowed: /^rva2[023]u64$/, value: (variant) => variant },
  ppc64le: { variable: 'GOPPC64', allowed: /^power(?:8|9|10)$/, value: (variant) => variant },
};

const architectures =
  /^(?:386|amd64|arm|arm64|loong64|mips|mipsle|mips64|mips64le|ppc64|ppc64le|riscv64|s390x)$/;

const platform: InputType<Platform> = {
  name: 'os/arch[/variant]',
  sample: { os: 'linux', arch: '', variant: '' },
  parse: parsePlatform,
};

export const commaPlatforms = commaLines(platform);

/**
 * Reads `linux/arm64/v8` the way image builders write it.
 *
 * Throws an Error naming the allowed form. Only Linux: the proof that a binary is static is read from ELF files, and
 * Linux is what containers run.
 */
export function parsePlatform(text: string): Platform {
  const [os, arch = '', variant = '', ...rest] = text.split('/');
  if (os !== 'linux')
    throw new Error('linux/<arch>: containers run Linux, and the static proof reads ELF files');
  if (!architectures.test(arch) || rest.length > 0)
    throw new Error('linux/<arch>[/<variant>], such as linux/arm64');
  const known = variants[arch];
  if (variant !== '' && known?.allowed.test(variant) !== true) {
    throw new Error(`a variant that Go knows for ${arch}, such as linux/amd64/v3 or linux/arm/v7`);
  }
  return { os, arch, variant };
}

/** `linux/arm64/v8`, as image builders and the release record call it. */
export function platformName({ os, arch, variant }: Platform): string {
  return variant === '' ? `${os}/${arch}` : `${os}/${arch}/${variant}`;
}

/** The environment that makes Go build for a platform. */
export function platformEnv({ os, arch, variant }: Platform): Record<string, string> {
  const known = variants[arch];
  return {
    GOOS: os,
    GOARCH: arch,
    ...(variant === '' || known === undefined ? {} : { [known.variable]: known.value(variant) }),
  };
}
