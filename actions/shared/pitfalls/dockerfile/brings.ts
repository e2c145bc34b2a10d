import { posix } from 'node:path';
import type { Dockerfile } from '../../dockerfile/dockerfile.ts';
import type { Instruction } from '../../dockerfile/instruction.ts';
import { finalInstructions } from './rule.ts';

/**
 * Whether an instruction of the final stage may bring something along: one that names it, or one that unpacks, downloads
 * or takes whole folders, of which nobody knows what is in them.
 */
export function bringsAlong(file: Dockerfile, what: RegExp): boolean {
  const all = finalInstructions(file);
  const program = posix.basename(all.findLast(({ keyword }) => keyword === 'ENTRYPOINT')?.exec?.[0] ?? '');
  let workdir = '/';
  return all.some((one) => {
    if (one.keyword === 'WORKDIR') workdir = posix.resolve(workdir, one.text);
    if (['COPY', 'ADD', 'RUN', 'ENV'].includes(one.keyword) && what.test(one.text)) return true;
    if (one.keyword === 'RUN') return commandsOf(one).some(mayFetch);
    if (one.keyword === 'ADD' && one.words.slice(0, -1).some(isArchive)) return true;
    return ['COPY', 'ADD'].includes(one.keyword) && takesFolder(one, workdir, program);
  });
}

const isArchive = (source: string): boolean => /\.(?:tar(?:\.\w+)?|tgz|tbz2?|txz)$/.test(source);

/** Folders that hold what a base is made of; under them lie certificates and time zones. */
const system = /^\/(?:etc|usr(?:\/(?:share|lib|local))?)?$/;

/** Whether it takes such a folder, or something into one that need not be a file. The program itself is one. */
function takesFolder({ words }: Instruction, workdir: string, program: string): boolean {
  const intoSystem = system.test(posix.resolve(workdir, words.at(-1) ?? ''));
  return words
    .slice(0, -1)
    .some(
      (source) =>
        system.test(source.replace(/(?<=.)\/$/, '')) || (intoSystem && posix.basename(source) !== program),
    );
}

/** Programs that get or make files of which their command line does not tell what they are. */
const fetching =
  /^(?:curl|wget|git|tar|unzip|rsync|scp|cp|mv|cat|install|dpkg|rpm|sh|bash|ash|python3?|perl|make|go|update-ca-certificates)$/;

function commandsOf({ text, exec }: Instruction): string[] {
  if (exec !== undefined) return [exec[0] ?? ''];
  return text.split(/&&|\|\||[;|\n(]/).map((part) => /^\s*(?:\w+=\S*\s+)*(\S*)/.exec(part)?.[1] ?? '');
}

/** A program of the system is known by its name; any other path is a script that may do whatever it likes. */
function mayFetch(command: string): boolean {
  const name = command.replace(/^(?:\/usr)?(?:\/local)?\/s?bin\//, '');
  return name.includes('/') || name.includes('<<') || fetching.test(name);
}
