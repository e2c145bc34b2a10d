import type { Context } from '../../../shared/action/context.ts';
import { logLine, oneLine } from '../../../shared/markdown/untrusted.ts';
import { ScanError } from './scan-error.ts';

/** The variables trivy may see. A scanner reads what others wrote, so it gets no token of the job. */
const allowed =
  /^(?:PATH|HOME|USERPROFILE|TMPDIR|TEMP|TMP|LANG|LC_\w+|TZ|XDG_\w+|GOPATH|DOCKER_(?:CONFIG|HOST|CONTEXT|CERT_PATH|TLS_VERIFY)|SSL_CERT_(?:FILE|DIR)|(?:https?|no|all)_proxy|SYSTEMROOT)$/i;

/** The environment trivy runs in. TRIVY_ variables are kept out too: they could switch the gate off unseen. */
export function cleanEnvironment(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter(
      (pair): pair is [string, string] => pair[1] !== undefined && allowed.test(pair[0]),
    ),
  );
}

export interface Ended {
  readonly code: number;
  /** Its lines, of both streams. */
  readonly said: readonly string[];
}

/**
 * Runs trivy, away from the repository: a trivy.yaml or .trivyignore in it must not change what the gate sees. What it
 * says stands in a folded group of the log.
 */
export async function runTrivy(
  path: string,
  args: readonly string[],
  cwd: string,
  context: Pick<Context<string>, 'exec' | 'env' | 'log'>,
): Promise<Ended> {
  const said: string[] = [];
  const { code } = await context.log.group(`trivy ${args[0]}`, () =>
    context.exec(path, args, {
      cwd,
      env: cleanEnvironment(context.env),
      onLine: (line) => {
        said.push(line);
        context.log.info(logLine(line));
      },
    }),
  );
  return { code, said };
}

/** The reason trivy gave last, on one line. */
export function causeOf(said: readonly string[]): string {
  const fatal = said.findLast((line) => /\bFATAL\b/.test(line)) ?? said.at(-1) ?? '';
  const cause = oneLine(fatal.replace(/^\S+\s+FATAL\s+(?:Fatal error\s+)?(?:run error: )?/, ''));
  return cause === '' ? 'it said nothing' : cause.slice(0, 600);
}

/** What a trivy that failed means: killed, timed out, damaged database, not readable. */
export function failure({ code, said }: Ended): ScanError {
  const cause = causeOf(said);
  const message = `trivy ended with ${code}: ${cause}`;
  if (code === 137 || code === 143)
    return new ScanError(message, 'It was killed. Give the runner more memory, or look for what ended it.');
  if (/deadline exceeded|timeout/i.test(cause))
    return new ScanError(message, 'Raise `timeout`, or scan less.');
  if (/\bDB\b|vulnerability DB|trivy\.db|database/i.test(cause)) {
    return new ScanError(
      message,
      'If the database in the cache is damaged, remove the folder `db` in the cache directory of trivy; it is fetched again.',
    );
  }
  return new ScanError(
    message,
    'Its output stands above in the log of this step. Nothing counts as scanned.',
  );
}
