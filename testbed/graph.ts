/** One thing `up` has to do, once the steps it needs are done. */
export interface Step {
  readonly name: string;
  readonly needs: readonly string[];
  readonly run: () => Promise<void>;
}

/** What of `steps` is to be run for `wanted`, with everything those need. Throws on a name that doesn't exist. */
export function closure(steps: readonly Step[], wanted: readonly string[]): readonly Step[] {
  const byName = new Map(steps.map((step) => [step.name, step]));
  const chosen = new Set<string>();
  const choose = (name: string, path: readonly string[]): void => {
    const step = byName.get(name);
    if (step === undefined)
      throw new Error(`step ${path.at(-1) ?? 'up'} needs ${name}, which does not exist`);
    if (path.includes(name)) throw new Error(`steps need each other: ${[...path, name].join(' → ')}`);
    for (const need of step.needs) choose(need, [...path, name]);
    chosen.add(name);
  };
  for (const name of wanted) choose(name, []);
  return steps.filter((step) => chosen.has(step.name));
}

/**
 * Runs every step as soon as the ones it needs are done, all others side by side. After a failure no further step
 * begins; it returns when what had begun has come to its end, and throws the first failure.
 */
export async function runSteps(steps: readonly Step[]): Promise<void> {
  const failures: unknown[] = [];
  const begun = new Map<string, Promise<void>>();
  const byName = new Map(steps.map((step) => [step.name, step]));
  const begin = (step: Step): Promise<void> => {
    const known = begun.get(step.name);
    if (known !== undefined) return known;
    const work = (async () => {
      await Promise.all(
        step.needs
          .map((need) => byName.get(need))
          .filter((need) => need !== undefined)
          .map(begin),
      );
      if (failures.length > 0) return;
      try {
        await step.run();
      } catch (error) {
        failures.push(error);
      }
    })();
    begun.set(step.name, work);
    return work;
  };
  await Promise.all(steps.map(begin));
  if (failures.length > 0) throw failures[0];
}
