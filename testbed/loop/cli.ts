/** `npm start`: the whole loop on a real cluster, a good commit and a bad one. */
import { down, status } from '../bed.ts';
import { renderStatus } from '../status.ts';
import { runLoop } from './loop.ts';
import { help, readOptions } from './options.ts';

const began = Date.now();

function say(line: string): void {
  const seconds = Math.round((Date.now() - began) / 1000);
  console.log(
    `${String(Math.floor(seconds / 60)).padStart(2)}:${String(seconds % 60).padStart(2, '0')}  ${line}`,
  );
}

/** Ends the loop in good order: what it started is stopped, the cluster is left as its state says. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => controller.abort(new Error(`interrupted by ${name}`)));
  }
  return controller.signal;
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options.help) console.log(help);
  else if (options.down) await down({ log: say });
  else if (options.status) console.log(renderStatus(await status()));
  else process.exitCode = (await runLoop(options, say, interruption())) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
