import { createHash } from 'node:crypto';
import { connect, createServer, type Server } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * A lock between processes: an abstract unix socket, which the kernel frees with its process. There is no file that
 * could be left behind, and a waiter is woken by the closed connection instead of looking again and again.
 */
export interface Lock {
  release(): Promise<void>;
}

function addressOf(subject: string): string {
  return `\0seatrial-${createHash('sha256').update(subject).digest('hex').slice(0, 24)}`;
}

function tryListen(address: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on('error', () => {});
      socket.write(`${process.pid}\n`);
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    });
    const sockets = new Set<{ destroy(): void }>();
    server.on('close', () => {});
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    );
    server.listen(address, () => resolve(closeWith(server, sockets)));
  });
}

/** Makes `close` drop the waiters too: they are held open on purpose. */
function closeWith(server: Server, sockets: ReadonlySet<{ destroy(): void }>): Server {
  const close = server.close.bind(server);
  server.close = (done) => {
    for (const socket of sockets) socket.destroy();
    return close(done);
  };
  server.unref();
  return server;
}

/** Resolves when the present holder lets go; tells its process id first. */
function holderGone(address: string, onHolder: (pid: string) => void): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.setEncoding('utf8').once('data', (pid: string) => onHolder(pid.trim()));
    socket.on('error', () => {});
    socket.on('close', () => resolve());
  });
}

/** Takes the lock on `subject` (any text, usually a folder), waiting for whoever holds it. */
export async function takeLock(subject: string, onWait: (pid: string) => void): Promise<Lock> {
  const address = addressOf(subject);
  for (let told = false; ; ) {
    const server = await tryListen(address);
    if (server !== undefined) return { release: () => new Promise((done) => server.close(() => done())) };
    await holderGone(address, (pid) => {
      if (!told) onWait(pid);
      told = true;
    });
    await pause(20);
  }
}

/** Runs `work` while holding the lock on `subject`. */
export async function withLock<T>(
  subject: string,
  onWait: (pid: string) => void,
  work: () => Promise<T>,
): Promise<T> {
  const lock = await takeLock(subject, onWait);
  try {
    return await work();
  } finally {
    await lock.release();
  }
}
