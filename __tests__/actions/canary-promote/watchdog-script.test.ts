import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { listAt, textAt } from '../../../actions/canary-promote/src/json.ts';
import { watchdogJob } from '../../../actions/canary-promote/src/watchdog/job.ts';

const dog = {
  image: 'kubectl',
  serviceAccount: 'dog',
  namespace: 'prod',
  workload: 'shop',
  owner: 'one',
  lease: 'seatrial-canary-virtualservice-shop',
  carrier: { kind: 'VirtualService', name: 'shop' },
} as const;

/** What stands in the place of kubectl: a Lease that nobody renews, two patches of which the second fits. */
const kubectl = `#!/bin/sh
echo "$*" >> "$LOG"
case "$*" in
  *"get lease"*) echo "one 2026-11-26T00:00:00Z" ;;
  *"jsonpath={.data.next}"*) echo '["next"]' ;;
  *"jsonpath={.data.now}"*) echo '["now"]' ;;
  *"patch"*"next"*) exit 1 ;;
esac
`;

test('its script patches back with the patch that fits, when no sign of life comes any more', () => {
  const folder = mkdtempSync(join(tmpdir(), 'seatrial-watchdog-'));
  try {
    const put = (name: string, text: string): void => {
      writeFileSync(join(folder, name), text);
      chmodSync(join(folder, name), 0o755);
    };
    put('kubectl', kubectl);
    // Time passes at once: each look is 30 s after the one before.
    put('sleep', '#!/bin/sh\n');
    put(
      'date',
      `#!/bin/sh\nt=$(cat "${folder}/t" 2>/dev/null || echo 0); echo $((t + 30)) > "${folder}/t"; echo $t\n`,
    );
    const [container] = listAt(watchdogJob(dog), 'spec', 'template', 'spec', 'containers');
    const [shell = '', flag = '', script = ''] = listAt(container, 'command').map(String);
    const env = Object.fromEntries(
      listAt(container, 'env').map((one) => [textAt(one, 'name'), textAt(one, 'value')]),
    );
    const path = `${folder}:${process.env['PATH'] ?? ''}`;
    const log = join(folder, 'log');
    execFileSync(shell, [flag, script], { env: { ...env, PATH: path, LOG: log }, timeout: 10_000 });
    const calls = readFileSync(log, 'utf8').trim().split('\n');
    expect(calls.at(-1)).toBe(
      '-n prod patch virtualservices.networking.istio.io shop --type=json -p ["now"]',
    );
    expect(calls.filter((call) => call.includes(' patch '))).toHaveLength(2);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
