/** The approval of `npm start` alone: opens it, runs the step that asks for it, and ends as the step does. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { approver, openApprovals } from '../../testbed/loop/approvals.ts';

const [socket = '', yes = ''] = process.argv.slice(2);
const close = await openApprovals(socket, approver({ yes: yes === '--yes' }, console.log));
const step = spawn(
  process.execPath,
  [join(import.meta.dirname, '..', '..', 'testbed', 'act', 'approval', 'index.mjs')],
  {
    env: { ...process.env, INPUT_ENVIRONMENT: 'production', SEATRIAL_LOOP_APPROVALS: socket },
    stdio: ['ignore', 'inherit', 'inherit'],
  },
);
const [code] = await once(step, 'close');
close();
process.exitCode = Number(code);
