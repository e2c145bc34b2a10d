type Env = Readonly<Record<string, string | undefined>>;

/**
 * What the runner gives to an action and not to a `run:` step. Builds and tests execute code of the module and of
 * everything it imports; none of it may write our outputs, poison the job's cache, take its identity token or sign an image.
 */
const ours = /^(?:INPUT_|STATE_|ACTIONS_|COSIGN_(?:PRIVATE_KEY|PASSWORD)$)/;
const files = new Set(['GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_PATH', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY']);

/** The environment for Go: the job's own without the runner's channels, plus what the action sets. */
export function goEnvironment(env: Env, set: Readonly<Record<string, string>> = {}): Record<string, string> {
  const kept = Object.entries(env).filter(([name]) => !ours.test(name) && !files.has(name));
  const found = Object.fromEntries(
    kept.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  );
  return { ...found, ...set };
}

/** Takes `-a` out of GOFLAGS: it throws the build cache away and changes nothing in the result. */
export function withoutForceAll(goflags: string): { goflags: string; removed: boolean } {
  const words = goflags.split(/\s+/).filter((word) => word !== '');
  const kept = words.filter((word) => !/^--?a(?:=true)?$/.test(word));
  return { goflags: kept.join(' '), removed: kept.length < words.length };
}

/**
 * Lets git read a checkout that belongs to another user, as it does in container jobs; Go could not stamp the commit
 * otherwise and would not build at all. Only for what we start, and nothing is written to git's configuration.
 */
export function trustedByGit(env: Env, workspace: string): Record<string, string> {
  const given = Number(env['GIT_CONFIG_COUNT'] ?? '0');
  const at = Number.isInteger(given) ? given : 0;
  return {
    GIT_CONFIG_COUNT: String(at + 1),
    [`GIT_CONFIG_KEY_${at}`]: 'safe.directory',
    [`GIT_CONFIG_VALUE_${at}`]: workspace,
  };
}
