import { expect, test } from '@jest/globals';
import { parseBuildInfo } from '../../../actions/go-static-build/src/build/build-info.ts';
import { purlOf } from '../../../actions/go-static-build/src/sbom/purl.ts';
import { sbomOf } from '../../../actions/go-static-build/src/sbom/sbom.ts';
import type { GoPackage } from '../../../actions/shared/go/packages.ts';

const sum = `h1:${Buffer.alloc(32, 7).toString('base64')}`;
const printed = `/tmp/api: go1.26.8
\tpath\texample.com/Shop/cmd/api
\tmod\texample.com/Shop\tv1.2.3+dirty\t
\tdep\tgithub.com/BurntSushi/toml\tv1.4.0\t${sum}
\tdep\tgopkg.in/yaml.v3\tv3.0.1
\t=>\tgithub.com/fork/yaml\tv3.0.2\t${sum}
\tdep\texample.com/local\tv0.0.0
\t=>\t./local\t(devel)\t
\tbuild\tCGO_ENABLED=0
\tbuild\tvcs.revision=abc
`;

const one = (
  importPath: string,
  module: string,
  imports: string[],
  more: Partial<GoPackage> = {},
): GoPackage => ({
  importPath,
  name: 'x',
  directory: '/x',
  standard: false,
  dependency: true,
  imports,
  goFiles: [],
  ignoredFiles: [],
  cgoFiles: [],
  testFiles: [],
  module,
  own: false,
  ...more,
});

const packages = [
  one('example.com/Shop/cmd/api', 'example.com/Shop', ['github.com/BurntSushi/toml', 'fmt'], { own: true }),
  one('github.com/BurntSushi/toml', 'github.com/BurntSushi/toml', ['gopkg.in/yaml.v3', 'fmt']),
  one('gopkg.in/yaml.v3', 'gopkg.in/yaml.v3', ['fmt']),
  one('fmt', '', ['os'], { standard: true }),
  one('os', '', [], { standard: true }),
];

const facts = {
  info: parseBuildInfo(printed),
  sha256: 'ab'.repeat(32),
  stamp: { version: 'v1.2.3', commit: 'abc', date: '2026-11-24T02:01:29Z' },
  packages,
};
const bom: unknown = JSON.parse(sbomOf(facts));

test('a bill names the program, every linked module, the standard library, and who imports whom', () => {
  const shop = 'pkg:golang/example.com/shop@v1.2.3%2Bdirty#cmd/api';
  expect(bom).toMatchObject({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: expect.stringMatching(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    ),
    metadata: {
      timestamp: '2026-11-24T02:01:29Z',
      component: {
        type: 'application',
        name: 'example.com/Shop/cmd/api',
        version: 'v1.2.3+dirty',
        hashes: [{ alg: 'SHA-256', content: 'ab'.repeat(32) }],
        purl: shop,
      },
      properties: expect.arrayContaining([{ name: 'seatrial:go:build:vcs.revision', value: 'abc' }]),
    },
    components: [
      {
        name: 'example.com/local',
        version: 'v0.0.0',
        properties: [
          { name: 'seatrial:go:replaces', value: 'example.com/local@v0.0.0' },
          { name: 'seatrial:go:replaced-by', value: './local' },
        ],
      },
      {
        name: 'github.com/BurntSushi/toml',
        purl: 'pkg:golang/github.com/burntsushi/toml@v1.4.0',
        hashes: [{ alg: 'SHA-256', content: '07'.repeat(32) }],
      },
      {
        name: 'github.com/fork/yaml',
        version: 'v3.0.2',
        properties: expect.arrayContaining([
          { name: 'seatrial:go:replaces', value: 'gopkg.in/yaml.v3@v3.0.1' },
        ]),
      },
      { name: 'stdlib', version: 'v1.26.8', purl: 'pkg:golang/stdlib@v1.26.8' },
    ],
    dependencies: expect.arrayContaining([
      { ref: shop, dependsOn: ['pkg:golang/github.com/burntsushi/toml@v1.4.0', 'pkg:golang/stdlib@v1.26.8'] },
      {
        ref: 'pkg:golang/github.com/burntsushi/toml@v1.4.0',
        dependsOn: ['pkg:golang/github.com/fork/yaml@v3.0.2', 'pkg:golang/stdlib@v1.26.8'],
      },
      { ref: 'pkg:golang/stdlib@v1.26.8', dependsOn: [] },
    ]),
  });
});

test('the same binary gives the same bytes, another one another serial number', () => {
  expect(sbomOf(facts)).toBe(sbomOf({ ...facts }));
  expect(sbomOf({ ...facts, sha256: 'cd'.repeat(32) })).not.toContain(JSON.parse(sbomOf(facts)).serialNumber);
});

test('without a tag the version that was stamped takes the place of (devel)', () => {
  const info = parseBuildInfo('x: go1.26.8\n\tpath\tm\n\tmod\tm\t(devel)\t\n');
  expect(JSON.parse(sbomOf({ ...facts, info })).metadata.component).toMatchObject({
    version: 'v1.2.3',
    purl: 'pkg:golang/m@v1.2.3',
  });
  expect(purlOf('a/b c', '')).toBe('pkg:golang/a/b%20c');
});
