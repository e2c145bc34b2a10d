import type { Exec } from '../../shared/exec/exec.ts';
import type { Inputs } from './contract.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** The variable that holds the key; undefined where `sign-key` names another place. */
export function keyVariable(signKey: string): string | undefined {
  return /^env:\/\/(.+)$/.exec(signKey)?.[1];
}

/**
 * The job's environment for programs that are none of ours: without our inputs, among which are passwords, and without
 * what images are signed with. Nobody but cosign, and only while it signs, has use for that.
 */
export function othersEnvironment(env: Env, { signKey }: Pick<Inputs, 'signKey'>): Record<string, string> {
  const key = keyVariable(signKey);
  const own = (name: string): boolean => name === key || /^(?:INPUT_|COSIGN_|SIGSTORE_)/.test(name);
  return Object.fromEntries(
    Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined && !own(pair[0])),
  );
}

/** Runs programs in that environment, unless a call brings one of its own. */
export function forOthers(exec: Exec, env: Env, inputs: Pick<Inputs, 'signKey'>): Exec {
  const others = othersEnvironment(env, inputs);
  return (file, args, options) => exec(file, args, { env: others, ...options });
}

/** What a builder sees: no token it does not need either, but the build secrets that it was promised. */
export function builderEnvironment(
  env: Env,
  inputs: Pick<Inputs, 'signKey' | 'secrets' | 'cacheFrom' | 'cacheTo'>,
): Record<string, string> {
  const cachesOnGitHub = [...inputs.cacheFrom, ...inputs.cacheTo].some((cache) => cache.includes('type=gha'));
  const needless = (name: string): boolean =>
    name.startsWith('ACTIONS_')
      ? !cachesOnGitHub
      : /TOKEN|PASSWORD|PASSPHRASE|SECRET|PRIVATE_?KEY/i.test(name);
  const kept = Object.entries(othersEnvironment(env, inputs)).filter(([name]) => !needless(name));
  const promised = [...inputs.secrets.values()].map((name) => [name, env[name] ?? ''] as const);
  return Object.fromEntries([...kept, ...promised]);
}
