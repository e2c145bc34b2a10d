import type { Compile } from './shared/compile/compile.ts';

/**
 * The one bundle behind every action. Each action is a chunk of its own, loaded when its stub asks for it, so that a
 * step pays for what it runs and no more.
 */
const starts: Readonly<Record<string, () => Promise<{ start: () => Promise<void> }>>> = {
  'go-static-build': () => import('./go-static-build/src/index.ts'),
  'go-static-build-post': () => import('./go-static-build/src/post.ts'),
  'multistage-dockerize': async () => {
    const { startWith } = await import('./multistage-dockerize/src/index.ts');
    return { start: () => startWith(compile) };
  },
  'multistage-dockerize-post': () => import('./multistage-dockerize/src/post.ts'),
  'trivy-gate': () => import('./trivy-gate/src/index.ts'),
  'k8s-rollout': () => import('./k8s-rollout/src/index.ts'),
  'canary-promote': () => import('./canary-promote/src/index.ts'),
  'canary-promote-post': () => import('./canary-promote/src/post.ts'),
  'quality-gate': () => import('./quality-gate/src/index.ts'),
  'quality-gate-post': () => import('./quality-gate/src/post.ts'),
  'release-feedback': () => import('./release-feedback/src/index.ts'),
};

/** What compiles for other actions; it is loaded when one of them asks. */
const compile: Compile = async (...asked) => {
  const beside = await import('./go-static-build/src/beside.ts');
  return beside.compile(...asked);
};

/** Names of the stubs in dist/. */
export const entries = Object.keys(starts);

/** Runs one action; the stubs in dist/ call it. */
export async function start(name: string): Promise<void> {
  const load = starts[name];
  if (load === undefined) throw new Error(`no action is called ${name}`);
  const action = await load();
  await action.start();
}
