import { createHash } from 'node:crypto';
import type { LinkedPackage } from '../../../shared/go/packages.ts';
import type { BuildInfo, LinkedModule } from '../build/build-info.ts';
import type { Stamp } from '../stamp/version.ts';
import { purlOf, standardLibrary } from './purl.ts';

/** What a bill of materials is made from. Nothing of the run is in it: the same binary gives the same bytes. */
export interface SbomFacts {
  readonly info: BuildInfo;
  /** Of the binary. */
  readonly sha256: string;
  readonly stamp: Stamp;
  /** Every package the program is made of, as `go list -deps` says. */
  readonly packages: readonly LinkedPackage[];
}

interface Property {
  readonly name: string;
  readonly value: string;
}

interface Component {
  readonly type: 'application' | 'library';
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version?: string;
  readonly scope?: 'required';
  readonly hashes?: readonly { readonly alg: 'SHA-256'; readonly content: string }[];
  readonly purl: string;
  readonly properties?: readonly Property[];
}

/**
 * A CycloneDX 1.6 bill of materials of one binary.
 *
 * What is in it comes from the build info that Go's linker left in the binary, so it names what was linked and not what
 * go.mod asks for. The edges between modules are the imports of this build. Serial number and time are derived from
 * the binary and the commit.
 */
export function sbomOf(facts: SbomFacts): string {
  const { info, stamp } = facts;
  const program = programComponent(facts);
  const all = [...info.dependencies.map(libraryComponent), standardLibraryComponent(info)];
  // One module can stand in for two others; a bill names it once.
  const libraries = [...new Map(all.map((one) => [one['bom-ref'], one])).values()].sort(byRef);
  const bom = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: serialNumber(facts),
    version: 1,
    metadata: {
      ...(stamp.date === '' ? {} : { timestamp: stamp.date }),
      tools: { components: [{ type: 'application', group: 'seatrial', name: 'go-static-build' }] },
      component: program,
      properties: buildProperties(info),
    },
    components: libraries,
    dependencies: edges(facts, program['bom-ref']),
  };
  return `${JSON.stringify(bom, undefined, 2)}\n`;
}

function programComponent({ info, sha256, stamp }: SbomFacts): Component {
  const version = info.moduleVersion === '(devel)' ? stamp.version : info.moduleVersion || stamp.version;
  const purl = purlOf(info.module, version, info.program.slice(info.module.length + 1));
  return {
    type: 'application',
    'bom-ref': purl,
    name: info.program || info.module,
    version,
    hashes: [{ alg: 'SHA-256', content: sha256 }],
    purl,
  };
}

function libraryComponent(module: LinkedModule): Component {
  const { replacement } = module;
  // A folder in place of a module has no version and no sum of its own; the name it stands under is what is known.
  const used = replacement === undefined || replacement.version === '' ? module : replacement;
  const sum = replacement === undefined ? module.sum : replacement.sum;
  const purl = purlOf(used.path, used.version);
  const properties = [
    ...(sum === '' ? [] : [property('sum', sum)]),
    ...(replacement === undefined ? [] : [property('replaces', at(module))]),
    ...(used === module && replacement !== undefined ? [property('replaced-by', replacement.path)] : []),
  ];
  return {
    type: 'library',
    'bom-ref': purl,
    name: used.path,
    ...(used.version === '' ? {} : { version: used.version }),
    scope: 'required',
    ...hashesOf(sum),
    purl,
    ...(properties.length === 0 ? {} : { properties }),
  };
}

/** Go's standard library is part of every binary, and its version decides about many an advisory. */
function standardLibraryComponent({ goVersion }: BuildInfo): Component {
  const version = goVersion.replace(/^go/, 'v');
  const purl = purlOf(standardLibrary, version);
  return { type: 'library', 'bom-ref': purl, name: standardLibrary, version, scope: 'required', purl };
}

/** go.sum's `h1:` is the SHA-256 over the sorted list of a module's files (golang.org/x/mod/sumdb/dirhash). */
function hashesOf(sum: string): Pick<Component, 'hashes'> {
  const [, base64] = /^h1:([\w+/]+=*)$/.exec(sum) ?? [];
  if (base64 === undefined) return {};
  return { hashes: [{ alg: 'SHA-256', content: Buffer.from(base64, 'base64').toString('hex') }] };
}

function buildProperties({ settings, goVersion }: BuildInfo): Property[] {
  return [
    property('version', goVersion),
    ...[...settings].map(([name, value]) => property(`build:${name}`, value)),
  ];
}

function property(name: string, value: string): Property {
  return { name: `seatrial:go:${name}`, value };
}

function at({ path, version }: LinkedModule): string {
  return version === '' ? path : `${path}@${version}`;
}

/** Which module imports which, in this build. */
function edges({ info, packages }: SbomFacts, program: string): { ref: string; dependsOn: string[] }[] {
  const refs = new Map(info.dependencies.map((one) => [one.path, libraryComponent(one)['bom-ref']]));
  const standard = standardLibraryComponent(info)['bom-ref'];
  const home = (one: LinkedPackage): string | undefined =>
    one.standard ? standard : (refs.get(one.module) ?? (one.own ? program : undefined));
  const homes = new Map(packages.map((one) => [one.importPath, home(one)]));
  const found = new Map<string, Set<string>>(
    [program, ...refs.values(), standard].map((ref) => [ref, new Set()]),
  );
  for (const { importPath, imports } of packages) {
    const from = homes.get(importPath);
    if (from === undefined || from === standard) continue;
    for (const imported of imports) {
      const to = homes.get(imported);
      if (to !== undefined && to !== from) found.get(from)?.add(to);
    }
  }
  return [...found]
    .map(([ref, to]) => ({ ref, dependsOn: [...to].sort() }))
    .sort((a, b) => (a.ref < b.ref ? -1 : 1));
}

function byRef(a: Component, b: Component): number {
  return a['bom-ref'] < b['bom-ref'] ? -1 : 1;
}

/** A UUID out of the binary's checksum (RFC 9562, version 8): the same binary, the same bill. */
function serialNumber({ sha256 }: SbomFacts): string {
  const hex = createHash('sha256').update(`seatrial sbom ${sha256}`).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
  ];
  return `urn:uuid:${[...parts, hex.slice(20, 32)].join('-')}`;
}
