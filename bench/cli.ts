/** `npm run bench -- NAME [options]`: us and the peer in one run, printed as a ratio. Never a test. */
const benches: Readonly<Record<string, () => Promise<{ main: (args: readonly string[]) => Promise<void> }>>> =
  {
    start: () => import('./start.ts'),
    judge: () => import('./judge.ts'),
    rollout: () => import('./rollout.ts'),
    image: () => import('./image.ts'),
    scan: () => import('./scan.ts'),
    'rollout-scale': () => import('./rollout-scale.ts'),
  };

const [name = '', ...args] = process.argv.slice(2);
const load = benches[name];
if (load === undefined) {
  console.error(`npm run bench -- NAME, with one of: ${Object.keys(benches).join(', ')}`);
  process.exitCode = 2;
} else {
  await (await load()).main(args);
}
