/** One thing `up` has to do, once the steps it needs are done. */
export interface Step {
  readonly name: string;
  readonly needs: readonly string[];
  readonly run: () => Promise<void>;
}

/** The steps, each after those it needs. Throws when one needs a step that doesn't exist, or itself in a circle. */
export function ordered(steps: readonly Step[]): readonly Step[] {
  const byName = new Map(steps.map((step) => [step.name, step]));
  const placed = new Set<Step>();
  const place = (name: string, path: readonly string[]): void => {
    const step = byName.get(name);
    if (step === undefined) throw new Error(`step ${path.at(-1) ?? ''} needs ${name}, which does not exist`);
    if (path.includes(name)) throw new Error(`steps need each other: ${[...path, name].join(' → ')}`);
    for (const need of step.needs) place(need, [...path, name]);
    placed.add(step);
  };
  for (const step of steps) place(step.name, []);
  return [...placed];
}

/**
 * Runs every step as soon as the ones it needs are done, all others side by side. After a failure no further step
 * begins; it returns when what had begun has come to its end, and throws the first failure.
 */
export async function runSteps(steps: readonly Step[]): Promise<void> {
  const failures: unknown[] = [];
  const begun = new Map<string, Promise<void>>();
  const run = async (step: Step): Promise<void> => {
    await Promise.all(step.needs.map((need) => begun.get(need)));
    if (failures.length > 0) return;
    try {
      await step.run();
    } catch (error) {
      failures.push(error);
    }
  };
  for (const step of ordered(steps)) begun.set(step.name, run(step));
  await Promise.all(begun.values());
  if (failures.length > 0) throw failures[0];
}
