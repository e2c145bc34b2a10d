import type { Instruction } from '../../dockerfile/instruction.ts';
import {
  type DockerfileRule,
  familyOf,
  finalBase,
  finalChain,
  finalInstructions,
  finding,
  isAlpine,
} from './rule.ts';

const id = 'shell-form-entrypoint';

/** The instruction that starts the process, and the command a shell gets; undefined where none is started by a shell. */
function shellCommand(one: Instruction): string | undefined {
  if (one.exec === undefined) return one.text.trim().startsWith('[') ? undefined : one.text.trim();
  const [shell = '', flag = '', command] = one.exec;
  return /^(?:\/bin\/)?(?:ba|da|a)?sh$/.test(shell) && /^-\w*c$/.test(flag) ? command : undefined;
}

export const shellFormEntrypoint: DockerfileRule = {
  id,
  find: ({ file }) => {
    const instructions = finalInstructions(file);
    const start =
      instructions.findLast(({ keyword }) => keyword === 'ENTRYPOINT') ??
      instructions.findLast(({ keyword }) => keyword === 'CMD');
    if (start === undefined || start.stage !== finalChain(file)[0]?.index) return [];
    const command = shellCommand(start);
    if (command === undefined || command === '' || /^exec\s/.test(command)) return [];
    const base = finalBase(file);
    const family = familyOf(base);
    const isSimple = !/[;&|<>`$()*?~\\\n]/.test(command);
    const hasNoShell = family === 'scratch' || (family === 'distroless' && !base.includes('debug'));
    // busybox puts a single command in the shell's place, dash does not; of other shells nothing is known.
    if (isSimple && !hasNoShell && (isAlpine(base) || family === undefined)) return [];
    const words = command.split(/\s+/);
    const plain = isSimple && !/["']/.test(command);
    const edit = {
      line: start.line,
      take: start.lastLine - start.line + 1,
      put: [`${start.keyword} ${JSON.stringify(words).replaceAll('","', '", "')}`],
    };
    return [
      finding(
        id,
        'production',
        start.line,
        hasNoShell
          ? 'the program is started by a shell and the image has none: the container ends at its start with "/bin/sh: no such file or directory"'
          : 'process 1 is a shell, which hands no SIGTERM on: every rollout waits for the whole grace period and then kills the program in the middle of its requests',
        'Write the exec form: `ENTRYPOINT ["/app", "--flag"]`. Variables are for the program to read.',
        plain ? [edit] : [],
      ),
    ];
  },
};
