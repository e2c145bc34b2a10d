/**
 * Builds dist/: tsc compiles actions/, ncc bundles them into one file with lazy chunks, and every action gets a stub.
 *
 * `--check` builds beside it and fails when dist/ differs: what runs at the caller's is what the sources say.
 */
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { must, npmBin, root } from './run.ts';

const dist = join(root, 'dist');

async function build(target: string): Promise<void> {
  const compiled = join(root, 'build');
  await rm(compiled, { recursive: true, force: true });
  await must(npmBin('tsc'), ['-p', 'tsconfig.build.json']);
  await cp(join(root, 'package.json'), join(compiled, 'package.json'));
  await leanCore(join(compiled, 'node_modules', '@actions', 'core'));
  await must(npmBin('ncc'), [
    'build',
    join(compiled, 'actions', 'main.js'),
    '-o',
    target,
    '--license',
    'licenses.txt',
    '-q',
  ]);
  await dropForeignComments(target);
  const { entries } = await import('../actions/main.ts');
  for (const name of entries) await writeFile(join(target, `${name}.js`), stub(name));
}

/**
 * Every step loads @actions/core for its outputs and annotations. Its client for OpenID tokens, which no action asks for,
 * would bring an HTTP library along that takes longer to load than most steps work: in dist/ it says that it is not there.
 */
async function leanCore(folder: string): Promise<void> {
  await cp(join(root, 'node_modules', '@actions', 'core'), folder, { recursive: true });
  const absent = "throw new Error('this bundle has no client for OpenID tokens');";
  await writeFile(
    join(folder, 'lib', 'oidc-utils.js'),
    `export class OidcClient { static async getIDToken() { ${absent} } }\n`,
  );
}

/**
 * A sixth of what a runner downloads would be comments in chunks that hold nothing but libraries. Their code stays as it
 * is, and their licences stand in licenses.txt; chunks with code of ours keep every word.
 */
async function dropForeignComments(folder: string): Promise<void> {
  const chunks = (await readdir(folder)).filter((name) => name.endsWith('.index.js'));
  for (const chunk of chunks) {
    const path = join(folder, chunk);
    const code = await readFile(path, 'utf8');
    if (code.includes('CONCATENATED MODULE: ./build/actions/')) continue;
    const { code: bare } = await transform(code, { legalComments: 'none', format: 'esm', target: 'node20' });
    await writeFile(path, bare);
  }
}

function stub(name: string): string {
  return `import { start } from './index.js';\n\nawait start('${name}');\n`;
}

async function contents(folder: string): Promise<Map<string, string>> {
  const names = (await readdir(folder)).sort();
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)),
  );
}

/** Names of the files that differ between two folders. */
async function differences(left: string, right: string): Promise<string[]> {
  const [a, b] = await Promise.all([contents(left), contents(right)]);
  return [...new Set([...a.keys(), ...b.keys()])].filter((name) => a.get(name) !== b.get(name));
}

if (process.argv.includes('--check')) {
  const fresh = await mkdtemp(join(tmpdir(), 'seatrial-dist-'));
  try {
    await build(fresh);
    const stale = await differences(dist, fresh);
    if (stale.length > 0) {
      console.error(
        `dist/ is not what the sources build: ${stale.join(', ')}\nRun \`npm run build\` and commit dist/.`,
      );
      process.exitCode = 1;
    }
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
} else {
  // Beside dist/ first: a build that fails leaves the old one whole.
  const fresh = join(root, 'build-dist');
  await rm(fresh, { recursive: true, force: true });
  await build(fresh);
  await rm(dist, { recursive: true, force: true });
  await rename(fresh, dist);
  console.log(`dist/: ${(await readdir(dist)).length} files`);
}
