import type { Section } from '../../../shared/elf/sections.ts';
import type { BuildInfo } from '../build/build-info.ts';

/** One of two builds of the same program. */
export interface Side {
  readonly bytes: Buffer;
  readonly sections: readonly Section[];
  readonly info: BuildInfo;
  /** The folder of the module it was built in. */
  readonly directory: string;
}

/** Why a program comes out differently. */
export interface Cause {
  readonly cause: 'path' | 'timestamp' | 'build-id' | 'vcs' | 'setting' | 'c' | 'unknown';
  readonly text: string;
  readonly fix: string;
}

const linkerNotes = new Set(['.note.gnu.build-id', '.note.go.buildid']);
const date =
  /\b\d\d:\d\d:\d\d\b|\b20\d\d-[01]\d-[0-3]\d|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* +\d+,? +20\d\d/;

/**
 * Names what two builds of one program differ by, the most telling first; empty when they are the same, byte for byte.
 *
 * `cPackages` are the packages with C in them.
 */
export function causesOf(first: Side, second: Side, cPackages: readonly string[]): Cause[] {
  if (first.bytes.equals(second.bytes)) return [];
  const places = differences(first, second);
  const found = [
    ...settingCauses(first.info, second.info),
    ...pathCause(first, second, cPackages),
    ...timeCause(places, cPackages),
    ...noteCause(places),
  ];
  return found.length > 0 ? found : [lastCause(places, cPackages)];
}

function settingCauses(first: BuildInfo, second: BuildInfo): Cause[] {
  const names = [...new Set([...first.settings.keys(), ...second.settings.keys()])];
  return names
    .filter((name) => first.settings.get(name) !== second.settings.get(name))
    .map((name) => {
      const values = `${first.settings.get(name) ?? 'nothing'} and then ${second.settings.get(name) ?? 'nothing'}`;
      return name.startsWith('vcs.')
        ? {
            cause: 'vcs',
            text: `the commit that Go stamps differs: ${name} is ${values}`,
            fix: 'Build from a whole checkout without changes, or leave the stamp out with `env: GOFLAGS=-buildvcs=false`.',
          }
        : {
            cause: 'setting',
            text: `the build setting ${name} differs: ${values}`,
            fix: `Take out of it what depends on the folder or the moment of the build.`,
          };
    });
}

/** The folder of the build stands in the binary. */
function pathCause(first: Side, second: Side, cPackages: readonly string[]): Cause[] {
  const at = first.bytes.indexOf(first.directory);
  if (at < 0 || second.bytes.indexOf(second.directory) < 0) return [];
  const found = `the folder of the build stands in it: ${textAround(first.bytes, at)}`;
  if (first.info.settings.get('-trimpath') !== 'true') {
    return [{ cause: 'path', text: `${found} (\`trimpath\` is off)`, fix: 'Set `trimpath: true`.' }];
  }
  const fix =
    cPackages.length > 0
      ? `Look for \`\${SRCDIR}\` in the \`#cgo\` lines of ${cPackages.join(', ')}, and for __FILE__ in its C code.`
      : 'Look for the path among `ldflags` and `env`.';
  return [{ cause: 'path', text: found, fix }];
}

function timeCause(places: readonly Place[], cPackages: readonly string[]): Cause[] {
  const place = places.find(({ first, second }) => date.test(first) && date.test(second));
  if (place === undefined) return [];
  const where =
    cPackages.length > 0 ? `__DATE__ and __TIME__ in the C code of ${cPackages.join(', ')}` : 'it';
  return [
    {
      cause: 'timestamp',
      text: `the time of the build stands in ${place.section}: "${place.first}" and then "${place.second}"`,
      fix: `Take ${where} out, or use the time of the commit (\`{date}\` of \`version-variables\`).`,
    },
  ];
}

/** Everything else is the same, and only an identifier that the linker drew differs. */
function noteCause(places: readonly Place[]): Cause[] {
  if (!places.every(({ section }) => linkerNotes.has(section))) return [];
  const sections = [...new Set(places.map(({ section }) => section))].join(' and ');
  return [
    {
      cause: 'build-id',
      text: `only the build identifier differs (${sections})`,
      fix: 'Look for `--build-id=uuid` among `-extldflags`, and for `-buildid` and `-B` in `ldflags`: leave them out, or give a fixed value.',
    },
  ];
}

function lastCause(places: readonly Place[], cPackages: readonly string[]): Cause {
  const sections = [...new Set(places.map(({ section }) => section))].slice(0, 5).join(', ');
  const example = places.find(({ first }) => first.length > 3);
  const shown = example === undefined ? '' : `, such as "${example.first}" and then "${example.second}"`;
  if (cPackages.length > 0) {
    return {
      cause: 'c',
      text: `${sections} differ${shown}, and C is compiled in (${cPackages.join(', ')})`,
      fix: 'Look for random seeds, counters and file lists of no fixed order in how the C code is made.',
    };
  }
  return {
    cause: 'unknown',
    text: `${sections} differ${shown}`,
    fix: 'Look for generated sources and embedded files that are written during the build.',
  };
}

interface Place {
  readonly section: string;
  /** The text around the first byte that differs, on both sides; empty where it is none. */
  readonly first: string;
  readonly second: string;
}

/** The sections that differ; within each, the text around the bytes that do. */
function differences(first: Side, second: Side): Place[] {
  const found: Place[] = [];
  for (const section of first.sections) {
    const twin = second.sections.find(({ name }) => name === section.name);
    const a = first.bytes.subarray(section.offset, section.offset + section.size);
    const b =
      twin === undefined ? Buffer.alloc(0) : second.bytes.subarray(twin.offset, twin.offset + twin.size);
    if (section.size === 0 || a.equals(b)) continue;
    for (const at of firstDifferences(a, b)) {
      found.push({ section: section.name, first: textAround(a, at), second: textAround(b, at) });
    }
  }
  return found.length > 0 ? found : [{ section: 'the headers', first: '', second: '' }];
}

/** A few places that differ, far enough apart to be different things. */
function firstDifferences(a: Buffer, b: Buffer): number[] {
  const found: number[] = [];
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length && found.length < 20; at += 1) {
    if (a[at] === b[at]) continue;
    found.push(at);
    at += 64;
  }
  return found.length > 0 ? found : [length];
}

/** The printable text that stands around a byte, at most 60 characters to each side. */
export function textAround(bytes: Buffer, at: number): string {
  const printable = (index: number): boolean => {
    const byte = bytes[index];
    return byte !== undefined && byte >= 0x20 && byte < 0x7f;
  };
  if (!printable(at)) return '';
  let [from, to] = [at, at];
  while (printable(from - 1) && at - from < 60) from -= 1;
  while (printable(to + 1) && to - at < 60) to += 1;
  return bytes.toString('latin1', from, to + 1);
}
