import { randomUUID } from 'node:crypto';
import { appendFile } from 'node:fs/promises';
import type { Level } from './report.ts';

/**
 * The runner's own commands (docs.github.com, "Workflow commands"), written directly: @actions/core brings an HTTP client
 * along that takes longer to load than most steps work.
 */
export function annotationCommand(
  level: Level,
  message: string,
  { title, file, line }: { readonly title?: string; readonly file?: string; readonly line?: number } = {},
): string {
  const properties = Object.entries({ title, file, line })
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `${name}=${escapedProperty(String(value))}`);
  const head = properties.length === 0 ? level : `${level} ${properties.join(',')}`;
  return `::${head}::${escaped(message)}`;
}

/** Hides a value in every log from now on. */
export function maskCommand(secret: string): string {
  return `::add-mask::${escaped(secret)}`;
}

/** Sets outputs: in the file that the runner reads, or by the old command where it names none. */
export async function writeOutputs(
  outputs: readonly (readonly [name: string, value: string])[],
  file: string | undefined,
  write: (line: string) => void,
): Promise<void> {
  if (file === undefined || file === '') {
    for (const [name, value] of outputs)
      write(`::set-output name=${escapedProperty(name)}::${escaped(value)}`);
    return;
  }
  // Nobody can guess it, so no value can end early and set another output.
  const delimiter = `seatrial-${randomUUID()}`;
  const text = outputs.map(([name, value]) => `${name}<<${delimiter}\n${value}\n${delimiter}\n`).join('');
  await appendFile(file, text);
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
