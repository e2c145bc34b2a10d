import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline/promises';

/** Whether a question can be put to somebody at all. */
const atTerminal = process.stdin.isTTY === true && process.stdout.isTTY === true;

/** Who approves a release: the one at the terminal, or nobody where there is none or `--yes` was said. */
export function approver(
  { yes }: { readonly yes: boolean },
  say: (line: string) => void,
): (environment: string) => Promise<boolean> {
  if (atTerminal && !yes) return askAtTerminal;
  return async (environment) => {
    say(`Approval for ${environment}: given (${yes ? '--yes' : 'no terminal to ask on'})`);
    return true;
  };
}

/** Gives the approvals that GitHub's environment would ask its reviewers for. Resolves to a function that ends it. */
export async function openApprovals(
  socket: string,
  ask: (environment: string) => Promise<boolean>,
): Promise<() => void> {
  const server = createServer((connection) => {
    connection.setEncoding('utf8');
    connection.once('data', (data: string) => {
      ask(data.trim()).then(
        (approved) => connection.end(approved ? 'approved' : 'refused'),
        () => connection.end('refused'),
      );
    });
    connection.on('error', () => connection.destroy());
  });
  server.listen(socket);
  await once(server, 'listening');
  return () => server.close();
}

/** Asks on the terminal; anything but a clear yes is a no. */
async function askAtTerminal(environment: string): Promise<boolean> {
  const reader = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const answer = await reader.question(`\nApprove the release for ${environment}? [y/N] `);
    return /^y(es)?$/i.test(answer.trim());
  } finally {
    reader.close();
  }
}
