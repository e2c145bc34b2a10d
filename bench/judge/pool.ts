import { Worker } from 'node:worker_threads';
import type { Cell } from './run.ts';
import type { Task } from './worker.ts';

/** Runs all tasks on `threads` workers; the cells come in the order of the tasks. `done` is called after each. */
export async function runAll(tasks: Task[], threads: number, done: (cell: Cell) => void): Promise<Cell[]> {
  const cells: Cell[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url));
    try {
      for (let i = next++; i < tasks.length; i = next++) {
        const task = tasks[i];
        if (task === undefined) return;
        const cell = await ask(worker, task);
        cells[i] = cell;
        done(cell);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(threads, tasks.length) }, work));
  return cells;
}

function ask(worker: Worker, task: Task): Promise<Cell> {
  return new Promise((resolve, reject) => {
    const failed = (error: Error): void => reject(error);
    worker.once('error', failed);
    worker.once('message', (cell: Cell) => {
      worker.off('error', failed);
      resolve(cell);
    });
    worker.postMessage(task);
  });
}
