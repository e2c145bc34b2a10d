/** What an action says while it works. Lines must make sense without a terminal. */
export interface Log {
  info(line: string): void;
  debug(line: string): void;
  /** Runs `work` inside a folded group of the job log. */
  group<T>(title: string, work: () => Promise<T>): Promise<T>;
}

/**
 * Writes the runner's own commands directly, so that the first line need not wait for @actions/core, which annotations,
 * outputs and masks load when they come.
 */
export function runnerLog(write: (line: string) => void = (line) => process.stdout.write(`${line}\n`)): Log {
  return {
    info: write,
    debug: (line) => write(`::debug::${line.replaceAll('%', '%25').replaceAll('\n', '%0A')}`),
    group: async (title, work) => {
      write(`::group::${title}`);
      try {
        return await work();
      } finally {
        write('::endgroup::');
      }
    },
  };
}
