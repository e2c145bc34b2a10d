import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parseBuildInfo } from '../../../actions/go-static-build/src/build/build-info.ts';
import { linkedPackages } from '../../../actions/go-static-build/src/build/linked.ts';
import { sbomOf } from '../../../actions/go-static-build/src/sbom/sbom.ts';
import { metered } from '../../../actions/shared/go/meter.ts';
import { type LinkedPackage, listPackages, withImports } from '../../../actions/shared/go/packages.ts';
import { openGo } from '../../../actions/shared/go/tool.ts';
import { goContext, withFolder } from '../../support/go-module.ts';

const example = join(import.meta.dirname, '../../../examples/checkout');

test('the bill of the example service is the same from the account of the real compiler as from its listing', async () => {
  await withFolder({}, async (folder) => {
    const { context } = goContext(folder);
    const go = metered(await openGo(context, example), folder);
    const binary = join(folder, 'checkout');
    const env = { CGO_ENABLED: '0' };
    await go.must(['build', '-trimpath', '-o', binary, '.'], { env });
    const info = parseBuildInfo(await go.must(['version', '-m', binary]));
    const imports = go.last()?.imports ?? new Map<string, readonly string[]>();
    const linked = await linkedPackages({ imports, infos: [info], settings: go.settings });
    const listed = await listPackages(go, ['.'], { trimpath: true, tags: [], deps: true, env });
    const bill = (packages: readonly LinkedPackage[]): string =>
      sbomOf({
        info,
        sha256: 'ab'.repeat(32),
        stamp: { version: 'v1.0.0', commit: 'abc', date: '2026-11-24T02:01:29Z' },
        packages: withImports(packages, info.program),
      });
    expect(linked?.length).toBeGreaterThan(300);
    expect(bill(linked ?? [])).toBe(bill(listed));
  });
}, 600_000);
