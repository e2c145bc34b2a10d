import { readFile, writeFile } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** A way to the API server that can be cut. */
export interface Line {
  /** Path of a kubeconfig that goes this way. */
  readonly kubeconfig: string;
  readonly cut: () => Promise<void>;
  readonly mend: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Forwards to the API server of `kubeconfig`; cut, it refuses every connection, as a server that is away does. */
export async function lineTo(kubeconfig: string, copy: string): Promise<Line> {
  const text = await readFile(kubeconfig, 'utf8');
  const [whole = '', indent = '', host = '', port = ''] =
    /( *)server: https:\/\/([\d.]+):(\d+)/.exec(text) ?? [];
  const open = new Set<Socket>();
  const forward = (socket: Socket): void => {
    const ahead = connect(Number(port), host);
    for (const end of [socket, ahead]) {
      open.add(end);
      end.on('error', () => end.destroy()).on('close', () => open.delete(end));
    }
    socket.pipe(ahead).pipe(socket);
  };
  let server = await listening(forward, 0);
  const address = server.address();
  const own = typeof address === 'object' && address !== null ? address.port : 0;
  const cut = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of open) socket.destroy();
    await closed;
  };
  const there = `${indent}server: https://127.0.0.1:${own}\n${indent}tls-server-name: ${host}`;
  await writeFile(copy, text.replace(whole, there), { mode: 0o600 });
  return {
    kubeconfig: copy,
    cut,
    mend: async () => {
      server = await listening(forward, own);
    },
    close: cut,
  };
}

function listening(forward: (socket: Socket) => void, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(forward).on('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
